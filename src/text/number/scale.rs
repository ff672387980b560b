//! Magnitudes after a number: "1.2bn", "4 hundred million", "2 and a half million", "35 lakh", "3 hundred and 21",
//! "4 thousand 3 hundred", "two grand", "$8 k".
//!
//! Single letters are magnitudes only where money, a plural or the end of the clause stands by them: "10 M" alone is ten
//! million, "10 M drivers" is not read. "5 hundred and 2000" are two numbers; "two grand slams" has no thousands.

use super::fraction::half_after;
use super::words::{Part, cardinal, part};
use super::{Reading, digits, space_before};
use crate::text::{Text, TokenKind};

/// Takes the magnitudes after digits into the number; `at` is its first token.
pub(super) fn scales_after(text: &Text, at: usize, read: &mut Reading) {
    half_after(text, read);
    while let Some((scale, end)) = scale_word(text, read.end) {
        read.multiply(scale, end);
    }
    if read.scale > 1.0 {
        if !half_after(text, read) {
            rest_after(text, read);
        }
        return;
    }
    if !grand_after(text, read) {
        letters_after(text, at, read);
    }
}

/// What may follow "grand" where it means a thousand: the end of the clause, or a word that starts no name.
const AFTER_GRAND: &[&str] = &[
    "", "!", ")", ",", ".", ";", "?", "a", "after", "an", "and", "as", "at", "before", "each", "for", "from", "if",
    "in", "less", "more", "on", "or", "per", "to", "when", "with",
];

/// "two grand", "5 grand in cash": thousands of a currency; "two grand slams" and "Grand Prix" are none. Whether it was.
pub(super) fn grand_after(text: &Text, read: &mut Reading) -> bool {
    let end = read.end + 1;
    let grand = text.word(read.end) == "grand" && AFTER_GRAND.contains(&text.lower(end));
    if grand {
        read.multiply(1000.0, end);
    }
    grand
}

/// The magnitude at token `i`, past a hyphen that touches it, and one past it.
fn scale_word(text: &Text, i: usize) -> Option<(f64, usize)> {
    let hyphen = text.word(i) == "-" && !space_before(text, i) && !space_before(text, i + 1);
    let i = i + usize::from(hyphen);
    match part(text.lower(i))? {
        Part::Scale(10.0) | Part::Scales(10.0) => None,
        Part::Scale(n) | Part::Scales(n) => Some((n, i + 1)),
        _ => None,
    }
}

/// "3 hundred and 21", "4 thousand 3 hundred", "2 crore 50 lakh": what a smaller magnitude adds to digits.
fn rest_after(text: &Text, read: &mut Reading) {
    let mut limit = read.scale;
    while limit > 12.0 {
        let and = text.lower(read.end) == "and";
        let at = read.end + usize::from(and);
        let Some((value, last, end)) = smaller(text, at) else { return };
        // Digits side by side are one number only after "hundred and": "3 million and 200 people" are two.
        let belongs = last > 1.0 || limit == 100.0 && and;
        if value >= limit || !belongs || !space_before(text, at) {
            return;
        }
        read.value += value;
        read.scale = 1.0;
        read.end = end;
        limit = last;
    }
}

/// A whole number in plain digits or in words, its magnitude included: its value, its magnitude, and one past it.
fn smaller(text: &Text, at: usize) -> Option<(f64, f64, usize)> {
    let word = text.word(at);
    if text.tokens().get(at)?.kind == TokenKind::Number {
        let plain = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
        let value: f64 = word.parse().ok().filter(|_| plain)?;
        return Some(match scale_word(text, at + 1) {
            Some((scale, end)) => (value * scale, scale, end),
            None => (value, 1.0, at + 1),
        });
    }
    let cardinal =
        cardinal(text, at).filter(|_| matches!(part(text.lower(at)), Some(Part::Small(_) | Part::Tens(_))))?;
    Some((cardinal.value, cardinal.scale, cardinal.end))
}

/// "1.2bn", "10k", "$5m", "10 M".
fn letters_after(text: &Text, at: usize, read: &mut Reading) {
    let i = read.end;
    let word = text.word(i);
    if word.is_empty() || word.len() > 3 {
        return;
    }
    let money = is_after_money_mark(text, at);
    let after_plus = i + 1 + usize::from(text.word(i + 1) == "+" && !space_before(text, i + 1));
    // "3m people", "10m+ customers", and "2m and 3m people", where the noun after the second is that of both.
    let twin = matches!(text.lower(i + 1), "and" | "to" | "or" | "-" | "–") && text.word(i + 3) == word;
    // "6.1m of them" are millions of what was counted before.
    let pointed =
        text.lower(i + 1) == "of" && matches!(text.lower(i + 2), "them" | "these" | "those" | "which" | "whom");
    let noun = pointed || is_noun(text, after_plus) || twin && !space_before(text, i + 3) && is_noun(text, i + 4);
    let glued = !space_before(text, i);
    if let Some(n) = digits::magnitude(word, glued, money, noun).or_else(|| lone_letter(text, at, i)) {
        read.multiply(n, i + 1);
    }
}

/// Whether a currency sign stands before the number at `at`: "€30m", "$-30m", and "€20-30m" or "€20m to 30m", where the
/// sign before the first number is that of both.
fn is_after_money_mark(text: &Text, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |k| text.word(k));
    let number = |back: usize| before(back).starts_with(|c: char| c.is_ascii_digit());
    let marks = |back: usize| is_money_mark(before(back));
    let apart = (2..=3).any(|back| marks(back) && (1..back).all(|j| matches!(before(j), "-" | "−" | "." | "=")));
    let second = matches!(before(1), "-" | "–" | "to")
        && (number(2) && marks(3) || matches!(before(2), "m" | "bn" | "k" | "tn") && number(3) && marks(4));
    marks(1) || apart || second
}

/// Whether token `i` is a word that shows the letter before it to be a magnitude: a plural, a currency, "b/d".
fn is_noun(text: &Text, i: usize) -> bool {
    let word = text.word(i);
    // "1.5m TEU".
    let initials = word.len() > 2 && space_before(text, i) && word.bytes().all(|b| b.is_ascii_uppercase());
    initials
        || word.len() > 2 && space_before(text, i) && word.ends_with('s') && !word.ends_with("ss")
        || matches!(word, "b" | "boe") && text.word(i + 1) == "/"
        || matches!(
            word,
            "boepd" | "people" | "t" | "EUR" | "USD" | "GBP" | "euro" | "yen" | "yuan" | "bpd" | "women" | "men"
        )
}

/// "10 M" and "1,674.5 G" where nothing follows: a magnitude, since a unit of one capital letter would not stand alone.
fn lone_letter(text: &Text, at: usize, i: usize) -> Option<f64> {
    let ends = matches!(text.word(i + 1), "" | "." | "," | ";" | ")") && !text.word(at).is_empty();
    let glued = !space_before(text, i);
    // "5G" and "3.5G" are generations of radio.
    let long = text.word(at).contains(',') || text.word(at) == ".";
    match text.word(i) {
        "M" if ends => Some(1e6),
        "k" | "K" if ends && !glued && !long => Some(1e3),
        "G" if ends && long => Some(1e9),
        _ => None,
    }
}

fn is_money_mark(word: &str) -> bool {
    matches!(word, "$" | "€" | "£" | "¥" | "₹" | "₽" | "₩" | "₪" | "₺" | "₴" | "₦" | "฿" | "Rs" | "RM" | "R" | "Rp")
        || (word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()))
}
