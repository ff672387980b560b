//! Numbers in digits and words, read once and shared by all extractors.
//!
//! Finds "1,500", "1.2bn", "1 500", "4½", "-36", ".08", "three dozen", "half a million", "two thirds", "three and a half",
//! "a hundred"; and, as vague, "millions", "tens of thousands". It does not find ranks ([`ordinal`] reads those), nor
//! digits inside a word ("G20"), nor dotted codes ("192.168.1.2"). Whether a number is an amount, a year or part of a
//! name is for the readers of the list to say: "one" is always in it.

mod digits;
mod fraction;
mod words;

use super::{Span, Text, TokenKind, is_fraction};
use fraction::{fraction_after_digits, half_after, share, vulgar};
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
        match number_at(text, at) {
            Some(number) => {
                at = number.tokens.end;
                numbers.push(number);
            }
            None => at += 1,
        }
    }
    numbers
}

/// The rank that starts at token `at` ("third", "21st", "twenty-fifth") and one past its last token.
pub fn ordinal(text: &Text, at: usize) -> Option<(f64, usize)> {
    let token = text.tokens().get(at)?;
    if token.kind == TokenKind::Number {
        let suffix = matches!(text.lower(at + 1), "st" | "nd" | "rd" | "th") && !space_before(text, at + 1);
        return suffix.then(|| digits::value(text.word(at)).map(|value| (value, at + 2)))?;
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

fn is_money_mark(word: &str) -> bool {
    matches!(word, "$" | "€" | "£" | "¥" | "₹" | "₽" | "₩" | "₪" | "₺" | "₴" | "₦" | "฿" | "Rs" | "RM" | "R" | "Rp")
        || (word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()))
}

fn number_at(text: &Text, at: usize) -> Option<Number> {
    let token = text.tokens()[at];
    let mut read = match token.kind {
        TokenKind::Number => in_digits(text, at)?,
        TokenKind::Word => in_words(text, at)?,
        TokenKind::Mark if text.word(at) == "." && !space_before(text, at + 1) => point_first(text, at)?,
        _ => return None,
    };
    restated(text, &mut read);
    let start = if read.form == Form::Vague && text.lower(at) != "tens" { several(text, at) } else { at };
    let start = if start == at { sign_before(text, at, &mut read) } else { start };
    let tokens = start..read.end;
    Some(Number { span: text.span_of(tokens.clone()), tokens, value: read.value, scale: read.scale, form: read.form })
}

/// Takes in the digits that contracts put after words: "forty-five (45) days".
fn restated(text: &Text, read: &mut Reading) {
    let digits = text.word(read.end) == "(" && text.word(read.end + 2) == ")" && read.form == Form::Words;
    if digits && digits::value(text.word(read.end + 1)) == Some(read.value) {
        read.end += 3;
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
    fn multiply(&mut self, scale: f64, end: usize) {
        self.value *= scale;
        self.scale *= scale;
        self.end = end;
    }
}

/// ".08": a decimal without its nought.
fn point_first(text: &Text, at: usize) -> Option<Reading> {
    let opens =
        at == 0 || space_before(text, at) || matches!(text.word(at - 1), "(" | "$" | "£" | "€" | "-" | "−" | "~");
    let word = text.word(at + 1);
    if !opens || text.tokens().get(at + 1)?.kind != TokenKind::Number || !word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let value = format!("0.{word}").parse().ok()?;
    let mut read = Reading { value, scale: 1.0, end: at + 2, form: Form::Digits };
    scales_after(text, at, &mut read);
    Some(read)
}

fn in_digits(text: &Text, at: usize) -> Option<Reading> {
    if let Some(value) = text.word(at).chars().next().filter(|&c| is_fraction(c)).and_then(vulgar) {
        let mut read = Reading { value, scale: 1.0, end: at + 1, form: Form::Fraction };
        scales_after(text, at, &mut read);
        return Some(read);
    }
    if matches!(text.lower(at + 1), "st" | "nd" | "rd" | "th") && !space_before(text, at + 1) {
        return None;
    }
    let end = digits::spaced_groups(text, at);
    let value = if end > at + 1 {
        let joined: String = (at..end).map(|i| text.word(i)).collect();
        digits::value(&joined)?
    } else {
        digits::value(text.word(at))?
    };
    let mut read = Reading { value, scale: 1.0, end, form: Form::Digits };
    fraction_after_digits(text, at, &mut read);
    exponent_after(text, &mut read);
    scales_after(text, at, &mut read);
    Some(read)
}

/// "1.3e6" and "6.2 × 10^-4", as science writes them.
fn exponent_after(text: &Text, read: &mut Reading) {
    let end = read.end;
    let word = text.word(end);
    if !space_before(text, end)
        && let Some(power) = word.strip_prefix(['e', 'E'])
    {
        let signed = matches!(text.word(end + 1), "-" | "−" | "+") && !space_before(text, end + 2);
        // "1e10" and "1.3e6" are numbers, "7e7" is a name.
        let long = power.len() > 1 || read.value.fract() != 0.0;
        if let (true, Ok(power)) = (long, power.parse::<i32>()) {
            read.value *= 10f64.powi(power.clamp(-300, 300));
            read.end = end + 1;
        } else if power.is_empty() && signed && text.word(end + 2).parse::<i32>().is_ok_and(|p| p < 300) {
            let power: i32 = text.word(end + 2).parse().unwrap_or(0);
            read.value *= 10f64.powi(if text.word(end + 1) == "+" { power } else { -power });
            read.end = end + 3;
        }
        return;
    }
    // The letter x glues itself to the digits after it, the sign × does not.
    let ten = match word {
        "×" | "x" if text.word(end + 1) == "10" => end + 2,
        "x10" => end + 1,
        _ => return,
    };
    let caret = ten + usize::from(text.word(ten) == "^");
    let minus = matches!(text.word(caret), "-" | "−");
    let power = caret + usize::from(minus);
    if power > ten
        && let Ok(n) = text.word(power).parse::<i32>()
        && n < 300
    {
        read.value *= 10f64.powi(if minus { -n } else { n });
        read.end = power + 1;
    }
}

/// Magnitudes after digits: "1.2bn", "4 hundred million", "2 and a half million", "35 lakh".
fn scales_after(text: &Text, at: usize, read: &mut Reading) {
    half_after(text, read);
    loop {
        let i = read.end;
        let hyphen = text.word(i) == "-" && !space_before(text, i) && !space_before(text, i + 1);
        let i = if hyphen { i + 1 } else { i };
        let Some(Part::Scale(n) | Part::Scales(n)) = part(text.lower(i)) else { break };
        if n == 10.0 {
            break;
        }
        read.multiply(n, i + 1);
    }
    let i = read.end;
    if read.scale > 1.0 {
        half_after(text, read);
        return;
    }
    let word = text.word(i);
    if word.is_empty() || word.len() > 3 {
        return;
    }
    let money = (1..=3).any(|back| {
        at.checked_sub(back).is_some_and(|k| {
            is_money_mark(text.word(k))
                && (back == 1 || (k + 1..at).all(|j| matches!(text.word(j), "-" | "−" | "." | "=")))
        })
    });
    let after = text.word(i + 1);
    let noun = after.len() > 2 && space_before(text, i + 1) && after.ends_with('s') && !after.ends_with("ss")
        || matches!(after, "people" | "t" | "EUR" | "USD" | "GBP" | "euro" | "yen" | "yuan" | "bpd" | "women" | "men");
    if let Some(n) = digits::magnitude(word, !space_before(text, i), money, noun) {
        read.multiply(n, i + 1);
    }
}

fn in_words(text: &Text, at: usize) -> Option<Reading> {
    let lower = text.lower(at);
    let article = matches!(lower, "a" | "an");
    let first = if article { part(text.lower(at + 1)) } else { part(lower) }?;
    let vague_before = at > 0 && matches!(text.lower(at - 1), "several" | "few" | "many" | "couple");
    match first {
        Part::Scales(n) if !article => vague(text, at, n),
        Part::Scale(n) if vague_before && !article => {
            let end = words::cardinal(text, at)?.end;
            Some(Reading { value: n, scale: n, end, form: Form::Vague })
        }
        Part::Share(_) | Part::Rank(_) => share(text, at),
        Part::Scale(_) if article || lower != "dozen" => {
            let cardinal = words::cardinal(text, at + usize::from(article))?;
            let form = Form::Words;
            let mut read = Reading { value: cardinal.value, scale: cardinal.scale, end: cardinal.end, form };
            half_after(text, &mut read);
            Some(read)
        }
        Part::Small(_) | Part::Tens(_) if !article => {
            if let Some(read) = share(text, at) {
                return Some(read);
            }
            let cardinal = words::cardinal(text, at)?;
            let mut read =
                Reading { value: cardinal.value, scale: cardinal.scale, end: cardinal.end, form: Form::Words };
            let next = past_hyphen(text, read.end);
            if let Some(Part::Parts(n)) = part(text.lower(next))
                && read.value > 1.0
                && text.lower(next) != "quarters"
            {
                let value = read.value / n;
                return Some(Reading { value, scale: 1.0, end: next + 1, form: Form::Fraction });
            }
            // "twenty-first", "one-third" and "two hundredth" are no cardinals.
            if matches!(part(text.lower(next)), Some(Part::Rank(n)) if n >= 100.0) {
                return None;
            }
            if matches!(part(text.lower(next)), Some(Part::Rank(n)) if n < 10.0 && read.value % 10.0 == 0.0 && n != 2.0)
            {
                return None;
            }
            point_words(text, at, &mut read);
            let whole = read.end;
            half_after(text, &mut read);
            if read.end > whole
                && let Some(Part::Scale(n)) = part(text.lower(read.end))
            {
                read.multiply(n, read.end + 1);
            }
            Some(read)
        }
        _ => None,
    }
}

/// "two point five", "zero point zero three"; "at one point one of them" is none.
fn point_words(text: &Text, at: usize, read: &mut Reading) {
    if text.lower(read.end) != "point" || at > 0 && text.lower(at - 1) == "at" {
        return;
    }
    let mut tail = String::from("0.");
    let mut end = read.end + 1;
    while let Some(Part::Small(n)) = part(text.lower(end)) {
        tail.push_str(&n.to_string());
        end += 1;
    }
    if let Ok(n) = tail.parse::<f64>()
        && tail.len() > 2
    {
        read.value += n;
        read.end = end;
        while let Some(Part::Scale(n)) = part(text.lower(read.end)) {
            read.multiply(n, read.end + 1);
        }
    }
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

/// Where "several" or "a few" before a magnitude starts.
fn several(text: &Text, at: usize) -> usize {
    match at.checked_sub(1).map_or("", |i| text.lower(i)) {
        "few" if at > 1 && text.lower(at - 2) == "a" => at - 2,
        "several" | "many" | "few" => at - 1,
        _ => at,
    }
}

/// Takes a minus sign or "minus" before the number into it; returns where the number then starts.
fn sign_before(text: &Text, at: usize, read: &mut Reading) -> usize {
    let Some(before) = at.checked_sub(1) else { return at };
    let word = text.word(before);
    if matches!(text.lower(before), "minus" | "negative") {
        read.value = -read.value;
        return before;
    }
    let glued = !space_before(text, at);
    if !matches!(word, "-" | "−" | "–") || !glued {
        return at;
    }
    if before > 0 && matches!(text.lower(before - 1), "minus" | "negative") && !space_before(text, before) {
        read.value = -read.value;
        return before - 1;
    }
    let opens = before == 0
        || space_before(text, before)
        || matches!(text.word(before - 1), "(" | "[" | "$" | "€" | "£" | "¥" | "=" | "~");
    let after_number = before > 0 && text.tokens()[before - 1].kind == TokenKind::Number;
    if opens && !after_number && word != "–" {
        read.value = -read.value;
        return before;
    }
    at
}

#[cfg(test)]
mod tests;
