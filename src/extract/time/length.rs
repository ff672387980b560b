//! Lengths of time: "three years", "80-minute", "two and a half hours", "the past decade", "several months".
//!
//! Not ages ("six years old", "nine-month-old"), not rates ("25 million a year"): a bare "a year" is a length only where
//! the words around it say so. "months" alone is a vague length after "for", "in", "over" and "take".

use super::calendar::Unit;
use super::meaning::{Length, Look, Meaning};
use super::words::{Near, Scan, Word};
use crate::text::TokenKind;

/// Words before "a year" that make it a length and not a rate.
const BEFORE_ARTICLE: &[&str] = &[
    "for", "in", "within", "after", "over", "than", "about", "nearly", "almost", "around", "roughly", "least",
    "lasted", "lasting", "takes", "took", "take", "half", "before", "once", "spent", "during", "just", "only",
    "another",
];
/// Words after "a year" that make it a length.
const AFTER_ARTICLE: &[&str] = &["ago", "earlier", "later", "after", "before", "from", "hence", "or", "and"];
/// Words before a bare plural ("months") that make it a vague length.
const BEFORE_BARE: &[&str] = &[
    "for", "take", "takes", "took", "taken", "taking", "last", "lasted", "spent", "spend", "within", "recent", "just",
];

/// A count at token `i`: the index after it, and the number, none where it is vague ("several").
pub(super) fn count(scan: &Scan<'_>, i: usize) -> Option<(usize, Option<f64>)> {
    let (mut end, mut value) = match scan.at(i) {
        Word::Digits(n, _) => (i + 1, f64::from(n)),
        Word::Number(n) => spelled(scan, i, n),
        Word::Vague => return (!scan.is(i, &["some"])).then_some((scan.skip(i + 1, &["more"]), None)),
        Word::Start if scan.is(i, &["half"]) && scan.is(i + 1, &["a", "an"]) => return Some((i + 2, Some(0.5))),
        Word::Start if scan.is(i, &["a"]) => return counted_article(scan, i),
        Word::Amount => {
            let token = scan.text.tokens().get(i).filter(|t| t.kind == TokenKind::Number)?;
            let number = scan.text.slice(token.span).replace(',', "").parse().ok()?;
            (i + 1, number)
        }
        _ => return None,
    };
    if scan.is(end, &["½"]) {
        value += 0.5;
        end += 1;
    } else if let Some(after) = and_a_half(scan, end) {
        value += 0.5;
        end = after;
    } else if let (Word::Digits(a, 1), Word::Digits(b @ 2..=9, 1)) = (scan.at(end), scan.at(end + 2))
        && scan.is(end + 1, &["/"])
        && scan.glued(end + 1)
    {
        value += f64::from(a) / f64::from(b);
        end += 3;
    }
    end =
        scan.skip(end, &["more", "full", "straight", "consecutive", "whole", "long", "successive", "further", "other"]);
    Some((end, Some(value)))
}

/// "and a half", "-and-a-half": the index after it.
fn and_a_half(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let dash = |k: usize| k + usize::from(scan.dash(k));
    let and = dash(i);
    let a = dash(and + 1);
    let half = dash(a + 1);
    if !scan.is(and, &["and"]) {
        return None;
    }
    if scan.is(a, &["half"]) && matches!(scan.at(a + 1), Word::Unit(..)) {
        return Some(a + 1);
    }
    (scan.is(a, &["a"]) && scan.is(half, &["half"])).then_some(half + 1)
}

/// "a couple of", "a few", "a dozen".
fn counted_article(scan: &Scan<'_>, i: usize) -> Option<(usize, Option<f64>)> {
    match scan.lower(i + 1) {
        "couple" | "pair" => Some((scan.skip(i + 2, &["of"]), Some(2.0))),
        "few" => Some((i + 2, None)),
        "dozen" => Some((i + 2, Some(12.0))),
        "hundred" => Some((i + 2, Some(100.0))),
        _ => None,
    }
}

/// A number in words: "five", "twenty-five", "two hundred", "two dozen".
fn spelled(scan: &Scan<'_>, i: usize, first: i16) -> (usize, f64) {
    let mut end = i + 1;
    let mut value = f64::from(first);
    if (20..100).contains(&first) {
        let next = if scan.dash(end) && scan.glued(end) { end + 1 } else { end };
        if let Word::Number(ones @ 1..=9) = scan.at(next) {
            value += f64::from(ones);
            end = next + 1;
        }
    }
    if let Word::Number(times @ (12 | 100)) = scan.at(end)
        && scan.is(end, &["hundred", "dozen"])
    {
        value *= f64::from(times);
        end += 1;
    }
    (end, value)
}

/// A unit at token `i`, "second" and "D" of "10D" included.
fn unit(scan: &Scan<'_>, i: usize) -> Option<(Unit, bool)> {
    match scan.at(i) {
        Word::Unit(unit, plural) => Some((unit, plural)),
        Word::Ordinal(2) if scan.is(i, &["second"]) => Some((Unit::Second, false)),
        _ => None,
    }
}

/// A length at token `i` that starts with a count: the index after it, and the length.
pub(super) fn counted(scan: &Scan<'_>, i: usize) -> Option<(usize, Length)> {
    if i > 0 && scan.glued(i) && scan.is(i - 1, &["/", ".", ":"]) {
        return None;
    }
    let (mut end, amount) = count(scan, i)?;
    let glued = scan.dash(end) && scan.glued(end) && scan.glued(end + 1);
    if glued {
        end += 1;
    }
    if scan.is(end, &["calendar", "business", "working", "trading", "of"]) && amount.is_some() {
        end += 1;
    }
    let (kind, plural) = unit(scan, end)?;
    // "Labor Day 2021 weekend", "14 century": a year and a rank, no counts.
    let year = matches!(scan.at(i), Word::Digits(1900..=2100, 4));
    let ordinal = matches!(kind, Unit::Century | Unit::Decade) && amount.is_some_and(|n| n > 1.0);
    if !plural && !glued && (year || ordinal) {
        return None;
    }
    if kind == Unit::Quarter && scan.is(end + 1, &["of"]) || amount == Some(1.0) && kind == Unit::Day && !spans(scan, i)
    {
        return None;
    }
    if kind == Unit::Second && scan.is(end, &["second"]) && amount != Some(1.0) && !glued {
        return None;
    }
    end += 1;
    if old(scan, end) {
        return None;
    }
    // "half a century" is told in years.
    let (amount, kind) = match (amount, kind) {
        (Some(0.5), Unit::Century) => (Some(50.0), Unit::Year),
        (Some(0.5), Unit::Decade) => (Some(5.0), Unit::Year),
        (Some(0.5), Unit::Year) => (Some(6.0), Unit::Month),
        other => other,
    };
    let mut parts = vec![(amount, kind)];
    // "an hour and a half", "3 hours 30 minutes", "two weeks and two days".
    if let Some((after, more)) = and_part(scan, end) {
        parts = vec![(amount.map(|n| n + more), kind)];
        end = after;
    } else if amount.is_some() {
        let mut least = kind;
        while let Some((after, more, smaller)) = further(scan, end).filter(|(.., unit)| (*unit as u8) < least as u8) {
            parts.push((Some(more), smaller));
            least = smaller;
            end = after;
        }
    }
    Some((end, Length(parts)))
}

/// "and a half", "and half", "and a quarter" after the unit: the index after it, and the share.
fn and_part(scan: &Scan<'_>, i: usize) -> Option<(usize, f64)> {
    if !scan.is(i, &["and"]) {
        return None;
    }
    let at = scan.skip(i + 1, &["a"]);
    match scan.lower(at) {
        "half" if !matches!(scan.at(at + 1), Word::Unit(..)) && !scan.is(at + 1, &["a", "an", "of"]) => {
            Some((at + 1, 0.5))
        }
        "quarter" if at > i + 1 && !scan.is(at + 1, &["of"]) => Some((at + 1, 0.25)),
        _ => None,
    }
}

/// "30 minutes", "and two days": the next smaller part of a length, unless it is a time of its own ("and 2 days ago").
fn further(scan: &Scan<'_>, i: usize) -> Option<(usize, f64, Unit)> {
    let and = scan.is(i, &["and"]);
    let (after, more) = count(scan, i + usize::from(and))?;
    let (smaller, _) = unit(scan, after)?;
    let own = and
        && scan.is(after + 1, &["ago", "later", "earlier"])
        && !scan.is(i.wrapping_sub(1), &["weeks", "years", "hours"]);
    (!own).then_some((after + 1, more?, smaller))
}

/// Whether "one day" at token `i` is a length and not a day some time.
fn spans(scan: &Scan<'_>, i: usize) -> bool {
    scan.text.word(i) == "1" || scan.dash(i + 1) || i > 0 && BEFORE_ARTICLE.contains(&scan.lower(i - 1))
}

/// Whether "old" follows, so that the length is an age.
fn old(scan: &Scan<'_>, end: usize) -> bool {
    scan.is(end, &["old", "olds"]) || scan.dash(end) && scan.is(end + 1, &["old", "olds"])
}

/// A length at token `i`: the index after it, and its meaning.
pub(super) fn length(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let look = |end: usize, length: Length| (end, Meaning::Length(length, Look::Neither));
    match scan.at(i) {
        Word::Near(near) => return near_length(scan, i, near),
        Word::Unit(kind, true) => {
            let before = scan.lower_before(i);
            let loose =
                matches!(before, "in" | "over") && !scan.starts_sentence(i - 1) || before == "the" && over(scan, i);
            let bare = (BEFORE_BARE.contains(&before) || loose) && !old(scan, i + 1) && kind != Unit::Quarter;
            return bare.then(|| look(i + 1, Length(vec![(None, kind)]))).or_else(|| long(scan, i));
        }
        _ => {}
    }
    if scan.is(i, &["another", "all"])
        && let Word::Unit(kind, false) = scan.at(i + 1)
        && (scan.is(i, &["another"]) || !matches!(kind, Unit::Day | Unit::Hour) || scan.is(i + 2, &["", ".", ","]))
        && !scan.is(i + 2, &["round", "old"])
    {
        return Some(look(i + 2, Length(vec![(Some(1.0), kind)])));
    }
    if let Some((end, length)) = coded(scan, i) {
        return Some(look(end, length));
    }
    if scan.is(i, &["a", "an"]) && long(scan, i + 1).is_some() {
        return None;
    }
    if scan.is(i, &["a", "an"])
        && let Some((kind, _)) = unit(scan, i + 1)
    {
        let before = scan.lower_before(i);
        // "upwards of a decade", "in excess of a century".
        let exceeds = before == "of" && scan.is(i.wrapping_sub(2), &["upwards", "upward", "excess"]);
        // "£12.71 an hour from April" is a rate.
        let rate = scan.is(i + 2, &["from", "and", "or", "after", "before"])
            && i > 0
            && scan.text.tokens()[i - 1].kind == TokenKind::Number;
        let told =
            i > 0 && BEFORE_ARTICLE.contains(&before) || exceeds || !rate && AFTER_ARTICLE.contains(&scan.lower(i + 2));
        if told && !matches!(kind, Unit::Second | Unit::Quarter) && !old(scan, i + 2) {
            if let Some((end, part)) = and_part(scan, i + 2) {
                return Some(look(end, Length(vec![(Some(1.0 + part), kind)])));
            }
            // "a year and two months", "an hour and 45 minutes".
            let mut parts = vec![(Some(1.0), kind)];
            let mut end = i + 2;
            if scan.is(end, &["and"])
                && let Some((after, more, smaller)) =
                    further(scan, end).filter(|(.., smaller)| (*smaller as u8) < kind as u8)
            {
                parts.push((Some(more), smaller));
                end = after;
            }
            return Some(look(end, Length(parts)));
        }
    }
    if let Some(both) = pair(scan, i) {
        return Some(both);
    }
    counted(scan, i).map(|(end, length)| look(end, length)).or_else(|| count_near(scan, i)).or_else(|| long(scan, i))
}

/// "10D", "3Y", "2W" after "for" or "lasted", at the end of a clause: "3D" is a film.
fn coded(scan: &Scan<'_>, i: usize) -> Option<(usize, Length)> {
    let Word::Digits(n, 1..=3) = scan.at(i) else { return None };
    let kind = match scan.text.word(i + 1) {
        "D" => Unit::Day,
        "W" => Unit::Week,
        "Y" => Unit::Year,
        _ => return None,
    };
    let shown = scan.is(i.wrapping_sub(1), &["for", "lasted", "lasts", "last", "within", "in"]);
    let closes = scan.text.tokens().get(i + 2).is_none_or(|t| t.kind == TokenKind::Mark);
    (shown && scan.glued(i + 1) && closes).then(|| (i + 2, Length(vec![(Some(f64::from(n)), kind)])))
}

/// "the 2 upcoming months", "three past years".
fn count_near(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let (at, amount) = count(scan, i)?;
    let Word::Near(near) = scan.at(at) else { return None };
    let Word::Unit(kind, true) = scan.at(at + 1) else { return None };
    Some((at + 2, Meaning::Length(Length(vec![(amount, kind)]), direction(near)?)))
}

/// "week-long", "decades-long".
fn long(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let Word::Unit(kind, plural) = scan.at(i) else { return None };
    let joined = scan.dash(i + 1) && scan.glued(i + 1) && scan.is(i + 2, &["long"]);
    let amount = (!plural).then_some(1.0);
    joined.then(|| (i + 3, Meaning::Length(Length(vec![(amount, kind)]), Look::Neither)))
}

/// Which way a stretch with such a word looks.
const fn direction(near: Near) -> Option<Look> {
    match near {
        Near::Last | Near::Past | Near::Previous => Some(Look::Back),
        Near::Next | Near::Coming | Near::Following => Some(Look::Ahead),
        Near::This => None,
    }
}

/// Whether "the" before token `i` follows "over" ("over the years").
fn over(scan: &Scan<'_>, i: usize) -> bool {
    i >= 2 && scan.is(i - 2, &["over", "through", "down"])
}

/// "12 to 18 months", "two or three years", "five- to ten-year".
fn pair(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let (mut middle, low) = count(scan, i)?;
    middle += usize::from(scan.dash(middle) && scan.glued(middle) && !scan.glued(middle + 1));
    if !(scan.is(middle, &["to", "or"]) || scan.dash(middle)) {
        return None;
    }
    let (end, Length(parts)) = counted(scan, middle + 1)?;
    let [(high, kind)] = parts.as_slice() else { return None };
    let (low, high) = (low?, (*high)?);
    (low < high).then(|| (end, Meaning::Lengths(Length(vec![(Some(low), *kind)]), Length(vec![(Some(high), *kind)]))))
}

/// "the next three years", "the past decade", "the last few weeks", "recent years".
fn near_length(scan: &Scan<'_>, i: usize, near: Near) -> Option<(usize, Meaning)> {
    let look = direction(near)?;
    if let Some((end, length)) = counted(scan, i + 1) {
        return Some((end, Meaning::Length(length, look)));
    }
    match scan.at(i + 1) {
        Word::Unit(kind, true) => Some((i + 2, Meaning::Length(Length(vec![(None, kind)]), look))),
        Word::Unit(kind, false) if matches!(near, Near::Past | Near::Coming) && kind != Unit::Weekend => {
            Some((i + 2, Meaning::Length(Length(vec![(Some(1.0), kind)]), look)))
        }
        Word::Unit(kind @ (Unit::Decade | Unit::Century | Unit::Fortnight), false) => {
            Some((i + 2, Meaning::Length(Length(vec![(Some(1.0), kind)]), look)))
        }
        _ => None,
    }
}

/// "first time in six years": one length that looks back, from "first".
pub(super) fn first_time(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    if !(matches!(scan.at(i), Word::Ordinal(_)) && scan.is(i + 1, &["time"]) && scan.is(i + 2, &["in"])) {
        return None;
    }
    let mut at =
        scan.skip(i + 3, &["the", "at", "more", "nearly", "almost", "over", "about", "around", "roughly", "some"]);
    at = scan.skip(at, &["than", "least"]);
    let (end, meaning) = length(scan, at)?;
    let Meaning::Length(length, _) = meaning else { return None };
    Some((end, Meaning::Length(length, Look::Back)))
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, times};

    #[test]
    fn lengths() {
        check(
            "The 80-minute talk came after six months, or 2.5 hours.",
            "80-minute = PT80M; six months = P6M; 2.5 hours = PT2.5H",
        );
        check("It took a year and a half.", "a year and a half = P1.5Y");
        check("They spoke for 3 hours and 30 minutes.", "3 hours and 30 minutes = PT3H30M");
        check("It lasts twenty-five years, over a decade more.", "twenty-five years = P25Y; a decade = P10Y");
        check("a couple of weeks, several months", "a couple of weeks = P2W; several months = PXM");
        check("They have talked for months.", "months = PXM");
        check("It takes 12 to 18 months.", "12 to 18 months = P12M/P18M");
        check("a week-long visit", "week-long = P1W");
        check("It lasted upwards of a decade.", "a decade = P10Y");
        check("It took an hour and 45 minutes.", "an hour and 45 minutes = PT1H45M");
        check("The wage is £12.71 an hour from April.", "April = 2026-04");
        check("It ran for an hour and a quarter.", "an hour and a quarter = PT1.25H");
        check("2 1/2 years, one-and-a-half years", "2 1/2 years = P2.5Y; one-and-a-half years = P1.5Y");
        check("It was built half a century ago.", "half a century ago = 1975");
    }

    #[test]
    fn lengths_that_look_back_or_ahead() {
        let found = times("at least 25 million for the next three years");
        let [(words, time)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((words.as_str(), time.value.as_deref()), ("next three years", Some("P3Y")));
        assert_eq!((time.from.as_deref(), time.to.as_deref()), (Some("2026-01-01"), Some("2028-12-31")));
        let found = times("They met for the first time in six years.");
        let [(words, time)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((words.as_str(), time.value.as_deref()), ("first time in six years", Some("P6Y")));
        assert_eq!((time.from.as_deref(), time.to.as_deref()), (Some("2019-10-30"), Some("2025-10-30")));
        check("over the past decade and the last few weeks", "past decade = P10Y; last few weeks = PXW");
    }

    #[test]
    fn ages_rates_and_others_are_no_lengths() {
        check("A six-year-old and a man 40 years old paid $15 an hour.", "");
        check("He came second. Give me a second chance.", "");
        check("three quarters of voters, open 24/7", "");
        check("One day they will agree.", "");
    }
}
