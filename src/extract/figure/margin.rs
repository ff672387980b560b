//! How exact a number says it is: "52 ± 3 percent", "9.8 +/- 0.1 m/s2", "40 plus or minus 2 degrees".
//!
//! The figure keeps the number told; the words of the margin become part of it, so that the margin is no figure beside
//! it. "±5%" alone stays a figure of its own.

use super::Reader;
use super::amount::{Amount, Of};

/// Takes the margin after the amount into it.
pub(super) fn join(reader: &Reader<'_>, amounts: &mut [Amount], i: usize) {
    let Some([left, right]) = amounts.get_mut(i..i + 2) else { return };
    if left.gone || right.gone || left.is_range() || right.is_range() {
        return;
    }
    let text = reader.text;
    let between = left.tokens.end..right.tokens.start;
    let word = |n: usize| text.lower(between.start + n);
    let margin = match between.len() {
        // "plus or minus" belongs to the number after it.
        0 => text.lower(right.number.start) == "plus",
        1 => word(0) == "±",
        2 => word(0) == "+" && word(1) == "-",
        3 => (word(0), word(1), word(2)) == ("+", "/", "-"),
        _ => false,
    };
    if !margin || left.of != Of::Nothing && left.of != right.of && right.of != Of::Nothing {
        return;
    }
    if left.of == Of::Nothing {
        left.of = right.of.clone();
    }
    left.per = left.per.take().or(right.per.take());
    left.tokens.end = right.tokens.end;
    left.say(format!("“{}” is the margin of the number", text.slice(text.span_of(between.start..right.tokens.end))));
    right.gone = true;
}
