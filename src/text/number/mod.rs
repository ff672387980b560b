//! Numbers in digits and words, read once and shared by all extractors.
//!
//! Finds "1,500", "1.2bn", "1 500", "4½", "-36", ".08", "three dozen", "half a million", "two thirds", "three and a half",
//! "a hundred"; and, as vague, "millions", "tens of thousands". It does not find ranks ([`ordinal`] reads those), nor
//! digits inside a word ("G20"), nor dotted codes ("192.168.1.2"). Whether a number is an amount, a year or part of a
//! name is for the readers of the list to say: "one" is always in it.

mod digits;
mod words;

use super::{Span, Text, TokenKind, is_fraction};
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
    let start = sign_before(text, at, &mut read);
    let tokens = start..read.end;
    Some(Number { span: text.span_of(tokens.clone()), tokens, value: read.value, scale: read.scale, form: read.form })
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

/// "4½", "4 ½", "7 3/4", "3/4".
fn fraction_after_digits(text: &Text, at: usize, read: &mut Reading) {
    let end = read.end;
    if let Some(part) = text.word(end).chars().next().filter(|&c| is_fraction(c)).and_then(vulgar) {
        read.value += part;
        read.end = end + 1;
        return;
    }
    if let Some(part) = slashed(text, end).filter(|&p| p < 1.0 && space_before(text, end)) {
        read.value += part;
        read.end = end + 3;
    } else if let Some(part) = slashed(text, at) {
        *read = Reading { value: part, scale: 1.0, end: at + 3, form: Form::Fraction };
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
    let usual = lower >= 2.0 && upper < lower && upper >= 1.0 && (upper, lower) != (9.0, 11.0);
    (glued && alone && usual).then_some(upper / lower)
}

/// "1.3e6" and "6.2 × 10^-4", as science writes them.
fn exponent_after(text: &Text, read: &mut Reading) {
    let end = read.end;
    let word = text.word(end);
    if !space_before(text, end)
        && let Some(power) = word.strip_prefix(['e', 'E'])
    {
        let signed = matches!(text.word(end + 1), "-" | "−" | "+") && !space_before(text, end + 2);
        if let (false, Ok(power)) = (power.is_empty(), power.parse::<i32>()) {
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

/// "… and a half", "… and three quarters": of the last magnitude, or of one.
fn half_after(text: &Text, read: &mut Reading) {
    if text.lower(read.end) != "and" {
        return;
    }
    if let Some((part, end)) = fraction_words(text, read.end + 1)
        && read.value.fract() == 0.0
    {
        // "one million and a half" is a million and half a million.
        let of = if read.scale >= 1000.0 { read.scale } else { 1.0 };
        read.value += part * of;
        read.end = end;
    }
}

/// "a half", "three quarters", "two-thirds", "one fifth", "a third": its value and one past its last token.
fn fraction_words(text: &Text, at: usize) -> Option<(f64, usize)> {
    let (count, next) = match text.lower(at) {
        "a" | "an" => (1.0, at + 1),
        "half" => return Some((0.5, at + 1)),
        lower => match part(lower)? {
            Part::Small(n) if n > 0.0 => (n, past_hyphen(text, at + 1)),
            _ => return None,
        },
    };
    match part(text.lower(next))? {
        Part::Share(share) if count == 1.0 => Some((share, next + 1)),
        Part::Parts(n) if count > 1.0 => Some((count / n, next + 1)),
        Part::Rank(n) if count == 1.0 && n > 2.0 => Some((1.0 / n, next + 1)),
        _ => None,
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
        Part::Scale(_) => {
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
            // "twenty-first" and "one-third" are no cardinals.
            let next = past_hyphen(text, read.end);
            if matches!(part(text.lower(next)), Some(Part::Rank(n)) if n < 10.0 && read.value % 10.0 == 0.0 && n != 2.0)
            {
                return None;
            }
            point_words(text, &mut read);
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

/// "two point five", "zero point zero three".
fn point_words(text: &Text, read: &mut Reading) {
    if text.lower(read.end) != "point" {
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

/// "half", "a third", "two thirds", "half a million", "a quarter of a million".
fn share(text: &Text, at: usize) -> Option<Reading> {
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
    let divides = matches!(after, "of" | "as" | "more" | "less" | "fewer" | "" | "." | "," | ";" | ")" | "the" | "its");
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
    counted && !matches!(last, "second")
        || (end > at + 1 && (after == "of" || bounded && divides))
        || (end == at + 1 && (after == "of" || bounded) && last == "quarter" && before != "the")
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

/// The value of a vulgar fraction.
fn vulgar(c: char) -> Option<f64> {
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

#[cfg(test)]
mod tests;
