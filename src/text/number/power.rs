//! Powers as science writes them: "1.3e6", "6.2 × 10^-4", "8x2^10", "10^3", "3 × 10⁹".
//!
//! "1e10" and "1.3e6" are numbers, "7e7" is a name; "m²" and a footnote's raised digit are no powers.

use super::{Reading, digits, space_before};
use crate::text::Text;

/// Takes the power after digits into the number.
pub(super) fn power_after(text: &Text, read: &mut Reading) {
    let end = read.end;
    let word = text.word(end);
    if space_before(text, end) {
        return times_power(text, read);
    }
    if word == "^" {
        if let Some((power, next)) = exponent(text, end + 1) {
            read.value = read.value.powi(power);
            read.end = next;
        }
        return;
    }
    if read.value == 10.0
        && let Some((power, next)) = raised(text, end)
    {
        read.value = 10f64.powi(power);
        read.end = next;
        return;
    }
    let Some(power) = word.strip_prefix(['e', 'E']) else { return times_power(text, read) };
    let long = power.len() > 1 || read.value.fract() != 0.0;
    if let (true, Ok(power)) = (long, power.parse::<i32>()) {
        read.value *= 10f64.powi(power.clamp(-300, 300));
        read.end = end + 1;
    } else if power.is_empty()
        && matches!(text.word(end + 1), "-" | "−" | "+")
        && let Some((power, next)) = exponent(text, end + 1)
    {
        read.value *= 10f64.powi(power);
        read.end = next;
    }
}

/// "× 10^-4", "x10⁹", "x2^10": the letter x glues itself to the digits after it, the sign × does not.
fn times_power(text: &Text, read: &mut Reading) {
    let end = read.end;
    let word = text.word(end);
    let (base, caret) = match word.strip_prefix(['x', 'X']) {
        Some("") => (text.word(end + 1), end + 2),
        Some(base) => (base, end + 1),
        None if word == "×" => (text.word(end + 1), end + 2),
        None => return,
    };
    let Some(base) = digits::value(base) else { return };
    let found = match text.word(caret) {
        "^" => exponent(text, caret + 1),
        "-" | "−" if base == 10.0 => exponent(text, caret),
        _ if base == 10.0 => raised(text, caret),
        _ => None,
    };
    if let Some((power, next)) = found {
        read.value *= base.powi(power);
        read.end = next;
    }
}

/// "-4", "+23", "10": a whole number below 300, perhaps with a sign, that touches what stands before it.
fn exponent(text: &Text, at: usize) -> Option<(i32, usize)> {
    let signed = matches!(text.word(at), "-" | "−" | "+");
    let digits = at + usize::from(signed);
    let power: i32 = text.word(digits).parse().ok().filter(|&n| n < 300)?;
    let glued = !space_before(text, at) && !space_before(text, digits);
    glued.then_some((if signed && text.word(at) != "+" { -power } else { power }, digits + 1))
}

/// "⁹", "⁻⁶": raised digits, each a token of its own.
fn raised(text: &Text, at: usize) -> Option<(i32, usize)> {
    let minus = text.word(at) == "⁻";
    let first = at + usize::from(minus);
    let mut power = 0;
    let mut end = first;
    while end < first + 3
        && !space_before(text, end)
        && let Some(digit) = raised_digit(text.word(end))
    {
        power = power * 10 + digit;
        end += 1;
    }
    (end > first && power < 300).then_some((if minus { -power } else { power }, end))
}

fn raised_digit(word: &str) -> Option<i32> {
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];
    digits.iter().position(|digit| *digit == word).and_then(|n| i32::try_from(n).ok())
}
