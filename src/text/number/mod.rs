//! Numbers in digits and words, read once and shared by all extractors.
//!
//! Finds "1,500", "1.2bn", "1 500", "4½", "-36", ".08", "three dozen", "half a million", "two thirds", "three and a half",
//! "a hundred"; and, as vague, "millions", "tens of thousands". It does not find ranks ([`ordinal`] reads those), nor
//! digits inside a word ("G20"), nor dotted codes ("192.168.1.2"). Whether a number is an amount, a year or part of a
//! name is for the readers of the list to say: "one" is always in it.

mod digits;
mod fraction;
mod point;
mod power;
mod scale;
mod sign;
mod words;

use super::{Span, Text, TokenKind, is_fraction};
use fraction::{fraction_after_digits, half_after, over_parts, share, vulgar};
use point::{point_after, point_alone, point_first};
use power::power_after;
use scale::{grand_after, scales_after};
use sign::sign_before;
use std::ops::Range;
use words::{Part, part, past_hyphen};

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// In digits, perhaps with a magnitude in words or letters.
    #[default]
    Digits,
    /// In words.
    Words,
    /// A part of a whole: "half", "two thirds", "3/4".
    Fraction,
    /// An order of magnitude only: "millions", "several hundred". The value is its lower end.
    Vague,
}

/// One number as written: digits, words or a mixture ("1.2bn", "three dozen", "half a million").
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The words.
    pub span: Span,
    /// The tokens.
    pub tokens: Range<usize>,
    /// The value, magnitude words and sign included.
    pub value: f64,
    /// The magnitude in it that a neighbour may share ("four to five thousand"): 1 where there is none.
    pub scale: f64,
    /// How it is written.
    pub form: Form,
}

impl Number {
    /// Whether it is digits alone, without grouping, decimals, sign or magnitude: as years and codes are written.
    pub fn is_plain(&self, text: &Text) -> bool {
        self.tokens.len() == 1 && text.slice(self.span).bytes().all(|b| b.is_ascii_digit())
    }
}

/// Every number of a text, in order.
pub fn read(text: &Text) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < text.tokens().len() {
        if !may_start(text, at) {
            at += 1;
            continue;
        }
        match number_at(text, at) {
            Some(number) => {
                at = number.tokens.end;
                numbers.push(number);
            }
            // A rank is passed as a whole: "twenty-one thousand and fifth" holds no number.
            None => at = ordinal(text, at).map_or(at + 1, |(_, end)| end),
        }
    }
    numbers
}

/// Whether a number or a rank can start at token `at`. Most tokens of a text are turned away here.
fn may_start(text: &Text, at: usize) -> bool {
    match text.tokens()[at].kind {
        TokenKind::Number => true,
        TokenKind::Word => {
            let lower = text.lower(at);
            matches!(lower, "a" | "an" | "baker" | "point" | "scores") || part(lower).is_some()
        }
        TokenKind::Mark => text.word(at) == ".",
        TokenKind::Address => false,
    }
}

/// Whether token `at` can be the last of a rank: "third", "twentieth", the "st" of "21st".
pub fn ends_rank(text: &Text, at: usize) -> bool {
    let lower = text.lower(at);
    // Every rank ends in one of these letters, and few other words do.
    if !lower.ends_with(['d', 'h', 't']) {
        return false;
    }
    let suffix = at > 0 && text.tokens()[at - 1].kind == TokenKind::Number && is_rank_suffix(text, at);
    suffix || matches!(part(lower), Some(Part::Rank(_)))
}

/// Whether token `at` makes a rank of the digits before it: "21st", and the "20 th" century where a space has slipped in.
/// "14st" is a weight.
fn is_rank_suffix(text: &Text, at: usize) -> bool {
    let glued = !space_before(text, at);
    match text.lower(at) {
        "st" => glued && text.word(at.wrapping_sub(1)).ends_with('1'),
        "nd" | "rd" => glued,
        "th" => glued || text.gap(at) == " " && text.word(at.wrapping_sub(1)).len() <= 2,
        _ => false,
    }
}

/// The rank that starts at token `at` ("third", "21st", "twenty-fifth") and one past its last token.
pub fn ordinal(text: &Text, at: usize) -> Option<(f64, usize)> {
    let token = text.tokens().get(at)?;
    if token.kind == TokenKind::Number {
        return is_rank_suffix(text, at + 1).then(|| digits::value(text.word(at)).map(|value| (value, at + 2)))?;
    }
    if token.kind != TokenKind::Word {
        return None;
    }
    if let Some(Part::Rank(value)) = part(text.lower(at)) {
        return Some((value, at + 1));
    }
    let front = words::cardinal(text, at)?;
    let last = past_hyphen(text, front.end);
    match part(text.lower(last)) {
        Some(Part::Rank(n)) if n < 10.0 && front.value % 10.0 == 0.0 && front.value >= 20.0 => {
            Some((front.value + n, last + 1))
        }
        Some(Part::Rank(n)) if n < front.scale.max(100.0) && front.value >= 100.0 => Some((front.value + n, last + 1)),
        Some(Part::Rank(n)) if n >= 100.0 => Some((front.value * n, last + 1)),
        _ => None,
    }
}

fn space_before(text: &Text, i: usize) -> bool {
    text.tokens().get(i).is_none_or(|t| t.space_before)
}

fn number_at(text: &Text, at: usize) -> Option<Number> {
    let token = text.tokens()[at];
    let mut read = match token.kind {
        TokenKind::Number => in_digits(text, at)?,
        TokenKind::Word => in_words(text, at).or_else(|| point_alone(text, at))?,
        TokenKind::Mark if text.word(at) == "." && !space_before(text, at + 1) => point_first(text, at)?,
        _ => return None,
    };
    restated(text, &mut read);
    let start = if read.form == Form::Vague && text.lower(at) != "tens" { several(text, at) } else { at };
    let start = if start == at { sign_before(text, at, &mut read) } else { start };
    let tokens = start..read.end;
    Some(Number { span: text.span_of(tokens.clone()), tokens, value: read.value, scale: read.scale, form: read.form })
}

/// Takes in the same number in brackets, as contracts write it: "forty-five (45) days", "45 (forty-five) days".
fn restated(text: &Text, read: &mut Reading) {
    if text.word(read.end) != "(" {
        return;
    }
    let at = read.end + 1;
    let again = match read.form {
        Form::Words => digits::value(text.word(at)).map(|value| (value, at + 1)),
        Form::Digits => words::cardinal(text, at).map(|cardinal| (cardinal.value, cardinal.end)),
        _ => None,
    };
    if let Some((value, end)) = again
        && value == read.value
        && text.word(end) == ")"
    {
        read.end = end + 1;
    }
}

/// What was read from one token on.
struct Reading {
    value: f64,
    scale: f64,
    end: usize,
    form: Form,
}

impl Reading {
    /// A cardinal in words.
    fn of(cardinal: &words::Cardinal) -> Self {
        Self { value: cardinal.value, scale: cardinal.scale, end: cardinal.end, form: Form::Words }
    }

    fn multiply(&mut self, scale: f64, end: usize) {
        let value = self.value * scale;
        // 4.1 million is 4,100,000, which the product of the two doubles misses by a hair.
        self.value = if scale >= 1000.0 && value.abs() < 1e15 { (value * 10.0).round() / 10.0 } else { value };
        self.scale *= scale;
        self.end = end;
    }
}

fn in_digits(text: &Text, at: usize) -> Option<Reading> {
    if let Some(value) = text.word(at).chars().next().filter(|&c| is_fraction(c)).and_then(vulgar) {
        let mut read = Reading { value, scale: 1.0, end: at + 1, form: Form::Fraction };
        scales_after(text, at, &mut read);
        return Some(read);
    }
    if is_rank_suffix(text, at + 1) {
        return None;
    }
    let end = digits::parted_groups(text, at);
    let value = if end > at + 1 {
        let joined: String = (at..end).map(|i| text.word(i)).filter(|word| digits::is_number(word)).collect();
        digits::value(&joined)?
    } else {
        let word = text.word(at);
        digits::value(word).or_else(|| digits::decimal_comma(word).filter(|_| is_measured(text, at)))?
    };
    let mut read = Reading { value, scale: 1.0, end, form: Form::Digits };
    fraction_after_digits(text, at, &mut read);
    power_after(text, &mut read);
    if digits::is_whole(text.word(at)) {
        point_after(text, at, &mut read);
    }
    scales_after(text, at, &mut read);
    Some(read)
}

/// Whether a sign or word that only an amount has stands by the digits, so that "3,5" can be no list.
fn is_measured(text: &Text, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    matches!(before, "€" | "EUR" | "£" | "$")
        || matches!(
            text.lower(at + 1),
            "%" | "percent"
                | "per"
                | "€"
                | "eur"
                | "euro"
                | "euros"
                | "million"
                | "billion"
                | "bn"
                | "mn"
                | "km"
                | "kg"
        )
}

fn in_words(text: &Text, at: usize) -> Option<Reading> {
    let lower = text.lower(at);
    let article = matches!(lower, "a" | "an");
    if let Some(end) = bakers_dozen(text, at + usize::from(article)) {
        return Some(Reading { value: 13.0, scale: 1.0, end, form: Form::Words });
    }
    if article && let Some(read) = couple(text, at + 1) {
        return Some(read);
    }
    if lower == "scores" {
        return scores(text, at);
    }
    let first = if article { part(text.lower(at + 1)) } else { part(lower) }?;
    let vague_before = at > 0 && matches!(text.lower(at - 1), "several" | "few" | "many");
    match first {
        Part::Scales(n) if !article => vague(text, at, n),
        Part::Scale(n) if vague_before && !article => {
            let end = words::cardinal(text, at)?.end;
            Some(Reading { value: n, scale: n, end, form: Form::Vague })
        }
        Part::Share(_) | Part::Rank(_) => share(text, at),
        Part::Scale(_) if article || lower != "dozen" => {
            let cardinal = words::cardinal(text, at + usize::from(article))?;
            if let Some(read) = over_parts(text, at, &cardinal) {
                return Some(read);
            }
            let mut read = Reading::of(&cardinal);
            half_after(text, &mut read);
            Some(read)
        }
        Part::Small(_) | Part::Tens(_) if !article => share(text, at).or_else(|| cardinal(text, at)),
        _ => None,
    }
}

/// "forty-two", "two point five", "two and a half million", "three fifths"; not "twenty-first" or "two hundredth".
fn cardinal(text: &Text, at: usize) -> Option<Reading> {
    let cardinal = words::cardinal(text, at)?;
    if let Some(read) = over_parts(text, at, &cardinal) {
        return Some(read);
    }
    let mut read = Reading::of(&cardinal);
    let next = past_hyphen(text, read.end);
    if let Some(Part::Rank(n)) = part(text.lower(next)) {
        // "forty-second" is a length of time in a sentence, and a rank alone.
        let whole = at == 0 && next + 1 == text.tokens().len();
        let unit = n == 2.0 && !whole;
        if n >= 100.0 || n < 10.0 && read.value % 10.0 == 0.0 && !unit {
            return None;
        }
    }
    if let Some(value) = words::hundreds_shorthand(text, at) {
        return Some(Reading { value, scale: 1.0, end: at + 3, form: Form::Words });
    }
    point_after(text, at, &mut read);
    grand_after(text, &mut read);
    if half_after(text, &mut read)
        && let Some(Part::Scale(n)) = part(text.lower(read.end))
    {
        read.multiply(n, read.end + 1);
    }
    Some(read)
}

/// "a couple of ships", "a pair of planes", "a couple hundred", "a couple of million".
fn couple(text: &Text, at: usize) -> Option<Reading> {
    let pair = text.lower(at) == "pair";
    let of = text.lower(at + 1) == "of";
    if !pair && text.lower(at) != "couple" || pair && !of {
        return None;
    }
    let end = at + 1 + usize::from(of);
    let mut read = Reading { value: 2.0, scale: 1.0, end, form: Form::Words };
    match part(text.lower(end)) {
        Some(Part::Scale(n)) if !pair => read.multiply(n, end + 1),
        None if of => {}
        _ => return None,
    }
    Some(read)
}

/// One past "baker’s dozen".
fn bakers_dozen(text: &Text, at: usize) -> Option<usize> {
    let said = text.lower(at) == "baker" && text.lower(at + 2) == "dozen" && text.lower(at + 1).ends_with('s');
    said.then_some(at + 3)
}

/// "thousands", "tens of thousands", "hundreds of millions".
fn vague(text: &Text, at: usize, first: f64) -> Option<Reading> {
    let mut read = Reading { value: first, scale: first, end: at + 1, form: Form::Vague };
    while text.lower(read.end) == "of"
        && let Some(Part::Scales(n)) = part(text.lower(read.end + 1))
    {
        read.multiply(n, read.end + 2);
    }
    // "tens" alone is a rank in a row of digits or a score, hardly ever an amount.
    (read.value > 10.0).then_some(read)
}

/// "scores of people": some twenties of them. The scores of games and tests are no number.
fn scores(text: &Text, at: usize) -> Option<Reading> {
    let before = at.checked_sub(1).map_or("", |i| text.lower(i));
    let result = matches!(
        before,
        "average"
            | "box"
            | "credit"
            | "exam"
            | "film"
            | "final"
            | "high"
            | "higher"
            | "low"
            | "lower"
            | "match"
            | "test"
    ) || matches!(
        before,
        "her" | "his" | "its" | "my" | "our" | "the" | "their" | "these" | "those" | "with" | "’s" | "'s"
    );
    let plural = |i: usize| {
        let word = text.lower(i);
        word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")
            || matches!(word, "people" | "men" | "women" | "children")
    };
    let thing = text.word(at + 2).starts_with(char::is_alphabetic) && (plural(at + 2) || plural(at + 3));
    let counts = text.lower(at + 1) == "of" && !matches!(text.lower(at + 2), "the" | "its" | "his" | "her" | "their");
    (counts && thing && !result).then_some(Reading { value: 20.0, scale: 20.0, end: at + 1, form: Form::Vague })
}

/// Where "several" or "a few" before a magnitude starts.
fn several(text: &Text, at: usize) -> usize {
    match at.checked_sub(1).map_or("", |i| text.lower(i)) {
        "few" if at > 1 && text.lower(at - 2) == "a" => at - 2,
        "several" | "many" | "few" => at - 1,
        _ => at,
    }
}

#[cfg(test)]
mod tests;
