//! Decimals told by "point", or without their nought: "two point five", "1 point 1", "zero point 77", ".08".
//!
//! "at one point one of them" and "a five-point plan" have none.

use super::scale::scales_after;
use super::words::{Part, part};
use super::{Form, Reading, space_before};
use crate::text::{Text, TokenKind};

/// ".08": a decimal without its nought.
pub(super) fn point_first(text: &Text, at: usize) -> Option<Reading> {
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

/// "point two percent": a decimal in words without its nought, where a percentage follows.
pub(super) fn point_alone(text: &Text, at: usize) -> Option<Reading> {
    if text.lower(at) != "point" {
        return None;
    }
    let mut read = Reading { value: 0.0, scale: 1.0, end: at, form: Form::Words };
    point_after(text, at, &mut read);
    let percent = matches!(text.lower(read.end), "percent" | "%") || text.lower(read.end + 1) == "cent";
    (read.value > 0.0 && percent).then_some(read)
}

/// Takes "point" and the decimals after it into a whole number that starts at token `at`.
pub(super) fn point_after(text: &Text, at: usize, read: &mut Reading) {
    let spaced = space_before(text, read.end + 1) && (space_before(text, read.end) || read.end == at);
    if !spaced || text.lower(read.end) != "point" || at > 0 && text.lower(at - 1) == "at" {
        return;
    }
    let mut tail = String::from("0.");
    let mut end = read.end + 1;
    let next = text.word(end);
    if text.tokens().get(end).is_some_and(|t| t.kind == TokenKind::Number) && next.bytes().all(|b| b.is_ascii_digit()) {
        tail.push_str(next);
        end += 1;
    } else {
        while let Some(Part::Small(n)) = part(text.lower(end)) {
            tail.push_str(&n.to_string());
            end += 1;
        }
    }
    if let Ok(n) = tail.parse::<f64>()
        && tail.len() > 2
        && read.value.fract() == 0.0
    {
        read.value += n;
        read.end = end;
        while let Some(Part::Scale(n)) = part(text.lower(read.end)) {
            read.multiply(n, read.end + 1);
        }
    }
}
