//! Parts of a whole: "½", "4½", "7 3/4", "half a million", "two thirds", "a quarter of", "two and a half".
//!
//! "the first half", "the third quarter", "a half-time lead" and "a third person" are no shares; "9/11" is a date.

use super::words::{Cardinal, Part, part, past_hyphen};
use super::{Form, Reading, space_before};
use crate::text::{Text, is_fraction};

/// "4½", "4 ½", "7 3/4", "3/4".
pub(super) fn fraction_after_digits(text: &Text, at: usize, read: &mut Reading) {
    let end = read.end;
    // "$5.38¾ a bushel", "$4.41-3/4": of the last place told, a cent.
    let place = match text.word(at).split_once('.') {
        Some((_, decimals)) if decimals.len() == 2 => 0.01,
        _ => 1.0,
    };
    if let Some(part) = text.word(end).chars().next().filter(|&c| is_fraction(c)).and_then(vulgar) {
        read.value += part * place;
        read.end = end + 1;
        return;
    }
    // "7 3/4" and "7-3/4".
    let hyphen = text.word(end) == "-" && !space_before(text, end) && !space_before(text, end + 1);
    let upper = end + usize::from(hyphen);
    if let Some(part) = slashed(text, upper).filter(|&p| p < 1.0 && (hyphen || space_before(text, end))) {
        read.value += part * place;
        read.end = upper + 3;
    } else if let Some(part) = slashed(text, at) {
        *read = Reading { value: part, scale: 1.0, end: at + 3, form: Form::Fraction };
    } else if let Some((lower, next)) = parts_after(text, at, end) {
        *read = Reading { value: read.value / lower, scale: 1.0, end: next, form: Form::Fraction };
    }
}

/// "2 thirds", "3-fifths of voters": what small digits are parts of, and one past it. "3 quarters" and "2 halves" may be
/// times of a year and of a match.
fn parts_after(text: &Text, at: usize, end: usize) -> Option<(f64, usize)> {
    let next = past_hyphen(text, end);
    match part(text.lower(next))? {
        Part::Parts(n) if n > 2.0 && text.lower(next) != "quarters" && text.word(at).len() == 1 => Some((n, next + 1)),
        _ => None,
    }
}

/// The value of "3/4" at token `at`. Dates and names ("9/11", "24/7", "50/50") are no fractions.
fn slashed(text: &Text, at: usize) -> Option<f64> {
    let whole = |i: usize| -> Option<f64> {
        let word = text.word(i);
        (word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())?
    };
    let glued = !space_before(text, at + 1) && !space_before(text, at + 2) && text.word(at + 1) == "/";
    let alone = text.word(at + 3) != "/" && (at == 0 || text.word(at - 1) != "/");
    let (upper, lower) = (whole(at)?, whole(at + 2)?);
    // "28/36 mpg" are the miles of a gallon in the city and outside.
    let alone = alone && text.lower(at + 3) != "mpg";
    let usual = lower >= 2.0 && upper < lower && upper >= 1.0 && (upper, lower) != (9.0, 11.0);
    (glued && alone && usual).then_some(upper / lower)
}

/// "… and a half", "… and three quarters", "… and a quarter million": of the last magnitude, or of one. Whether there was
/// one.
pub(super) fn half_after(text: &Text, read: &mut Reading) -> bool {
    // "a two-and-a-half-year study".
    let and = past_hyphen(text, read.end);
    if text.lower(and) != "and" || read.value.fract() != 0.0 {
        return false;
    }
    let Some((share, end)) = fraction_words(text, past_hyphen(text, and + 1)) else { return false };
    let scale = match part(text.lower(end)) {
        Some(Part::Scale(n)) if read.scale >= 1000.0 => Some(n),
        _ => None,
    };
    // "one million and a half" is a million and half a million.
    let (of, end) = match scale {
        Some(n) if n < read.scale => (n, end + 1),
        Some(_) => return false,
        None if read.scale >= 1000.0 => (read.scale, end),
        None => (1.0, end),
    };
    read.value += share * of;
    read.end = end;
    true
}

/// "three fifths", "one twenty-fifth", "three twenty-firsts", "a hundred thousand trillionths": a cardinal over what
/// follows it. "One hundred thirty-fifths" divides by thirty-five.
pub(super) fn over_parts(text: &Text, at: usize, upper: &Cardinal) -> Option<Reading> {
    let next = past_hyphen(text, upper.end);
    let (mut value, mut end) = (upper.value, next + 1);
    let lower = match part(text.lower(next))? {
        Part::Tens(tens) => {
            end = past_hyphen(text, next + 1) + 1;
            match part(text.lower(end - 1))? {
                Part::Parts(n) if n < 10.0 && value > 1.0 => tens + n,
                Part::Rank(n) if n < 10.0 && value == 1.0 && n != 2.0 => tens + n,
                _ => return None,
            }
        }
        Part::Parts(n) if text.lower(next) != "quarters" && n > 1.0 => match part(text.lower(upper.end - 1)) {
            Some(Part::Tens(tens)) if n < 10.0 && upper.end > at + 1 => {
                value -= tens;
                tens + n
            }
            _ if value > 1.0 => n,
            _ => return None,
        },
        _ => return None,
    };
    Some(Reading { value: value / lower, scale: 1.0, end, form: Form::Fraction })
}

/// "a half", "three quarters", "two-thirds", "one fifth", "a third": its value and one past its last token.
fn fraction_words(text: &Text, at: usize) -> Option<(f64, usize)> {
    let (count, next) = match text.lower(at) {
        "a" | "an" => (1.0, past_hyphen(text, at + 1)),
        "half" => return Some((0.5, at + 1)),
        lower => match part(lower)? {
            Part::Small(n) if n > 0.0 => (n, past_hyphen(text, at + 1)),
            _ => return None,
        },
    };
    match part(text.lower(next))? {
        Part::Share(share) if count == 1.0 => Some((share, next + 1)),
        // "one and three quarter cups".
        Part::Share(0.25) if count == 3.0 && at > 0 && text.lower(at - 1) == "and" => Some((0.75, next + 1)),
        Part::Parts(n) if count > 1.0 && n > 1.0 => Some((count / n, next + 1)),
        Part::Rank(n) if count == 1.0 && n > 2.0 => Some((1.0 / n, next + 1)),
        _ => None,
    }
}

/// "half", "a third", "two thirds", "half a million", "a quarter of a million".
pub(super) fn share(text: &Text, at: usize) -> Option<Reading> {
    let (value, end) = match part(text.lower(at)) {
        Some(Part::Share(value)) => (value, at + 1),
        _ => fraction_words(text, at)?,
    };
    let mut read = Reading { value, scale: 1.0, end, form: Form::Fraction };
    // "half a million", "half million", "a quarter of a million".
    let mut next = past_hyphen(text, end);
    next += usize::from(text.lower(next) == "of" && matches!(text.lower(next + 1), "a" | "one"));
    next += usize::from(matches!(text.lower(next), "a" | "one"));
    if let Some(Part::Scale(n)) = part(text.lower(next)) {
        read.multiply(n, next + 1);
        read.form = Form::Words;
        return Some(read);
    }
    is_share(text, at, end).then_some(read)
}

/// Whether "half", "a quarter" and "a third" are shares here, and not a time of play, three months or a rank.
fn is_share(text: &Text, at: usize, end: usize) -> bool {
    let before = if at > 0 { text.lower(at - 1) } else { "" };
    let after = text.lower(end);
    let after_rank = matches!(part(before), Some(Part::Rank(_)));
    let last = text.lower(end - 1);
    if after == "-" && matches!(last, "half" | "quarter") && !space_before(text, end) {
        return matches!(text.lower(end + 1), "mile" | "hour" | "point" | "percentage" | "inch" | "litre" | "liter");
    }
    if last == "half" {
        let article = matches!(text.lower(at), "a" | "an") && end > at + 1;
        let of_play = after_rank || matches!(before, "latter" | "other" | "better" | "the" | "this" | "last" | "each");
        return !of_play && (!article || after != "-");
    }
    if part(last).is_some_and(|p| matches!(p, Part::Parts(_))) && last != "quarters" {
        return true;
    }
    // "quarter" and "third" need a sign that a whole is being divided.
    let counted = text.lower(at) != "a" && end > at + 1 && !matches!(text.lower(at), "half" | "quarter");
    let divides = matches!(after, "of" | "as" | "more" | "less" | "fewer" | "" | "." | "," | ";" | ")" | "the" | "its")
        || matches!(
            after,
            "to" | "in" | "from" | "on" | "at" | "since" | "after" | "over" | "and" | "or" | "but" | "last"
        );
    // "a quarter point", "a quarter percentage point".
    let of_point = matches!(after, "point" | "percentage") && last == "quarter";
    let bounded = matches!(
        before,
        "about"
            | "around"
            | "roughly"
            | "nearly"
            | "almost"
            | "over"
            | "than"
            | "by"
            | "least"
            | "approximately"
            | "some"
    );
    // "a hundredth" alone.
    let alone = text.tokens()[at].line_start && (after.is_empty() || after == "." && end + 1 == text.tokens().len());
    counted && !matches!(last, "second")
        || alone && end > at + 1
        || (end > at + 1 && (after == "of" || of_point || bounded && divides))
        || (end == at + 1 && (after == "of" || bounded) && last == "quarter" && before != "the")
}

/// The value of a vulgar fraction.
pub(super) fn vulgar(c: char) -> Option<f64> {
    Some(match c {
        '¼' => 0.25,
        '½' => 0.5,
        '¾' => 0.75,
        '⅐' => 1.0 / 7.0,
        '⅑' => 1.0 / 9.0,
        '⅒' => 0.1,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅕' => 0.2,
        '⅖' => 0.4,
        '⅗' => 0.6,
        '⅘' => 0.8,
        '⅙' => 1.0 / 6.0,
        '⅚' => 5.0 / 6.0,
        '⅛' => 0.125,
        '⅜' => 0.375,
        '⅝' => 0.625,
        '⅞' => 0.875,
        _ => return None,
    })
}
