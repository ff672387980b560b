//! Multiples and shares: "2.5 times as much", "a 10-fold rise", "sixfold", "3x", "one in five", "two out of every three",
//! "a 1-in-2,700 chance", "a ratio of 17:1", "1.8 to 1".
//!
//! "3,200 times" without a comparison is a count of times. "doubled" and "twice" are no figures.

use super::Reader;
use super::amount::{Amount, Of};
use super::words::Class;

/// Reads a multiple after the number; whether there was one.
pub(super) fn read(reader: &Reader<'_>, amount: &mut Amount) -> bool {
    let text = reader.text;
    let end = amount.number.end;
    let word = reader.past_hyphen(end);
    match text.lower(word) {
        "times" if reader.lists.is(Class::Compares, text.lower(word + 1)) || amount.low.fract() != 0.0 => {
            amount.of = Of::Ratio;
            amount.tokens.end = word + 1;
            amount.say("“times” before a comparison makes it a multiple");
        }
        // "3,200 times", "a three-time champion".
        "times" | "time" if (text.lower(word) == "times") == (word == end) => {
            amount.of = Of::Things("time".to_owned());
            amount.tokens.end = word + 1;
        }
        "fold" | "x" | "×" if !reader.space_before(word) => {
            amount.of = Of::Ratio;
            amount.tokens.end = word + 1;
            amount.say("“-fold” or “x” after the number makes it a multiple");
        }
        _ => return false,
    }
    true
}

/// "one in five", "nine out of 10", "three to one": two numbers that make one ratio.
pub(super) fn join(reader: &Reader<'_>, amounts: &mut [Amount], i: usize) -> bool {
    let Some([left, right]) = amounts.get_mut(i..i + 2) else { return false };
    let text = reader.text;
    let between = left.number.end..right.number.start;
    // "a 1-in-2,700 chance".
    let hyphens = between.len() == 3 && text.word(between.start) == "-" && text.word(between.end - 1) == "-";
    let between = if hyphens { between.start + 1..between.end - 1 } else { between };
    let word = |n: usize| text.lower(between.start + n);
    let whole = |n: f64| n.fract() == 0.0 && n.abs() >= 1.0;
    if left.gone || right.gone || left.is_range() || right.is_range() {
        return false;
    }
    let to_one = between.len() == 1 && matches!(word(0), "to" | ":") && right.low == 1.0;
    let out_of = between.len() == 2 && word(0) == "out" && left.low < right.low;
    if !(whole(left.low) || to_one || out_of) || !whole(right.low) {
        return false;
    }
    let over = between.len() == 1 && word(0) == "over";
    let plain_right = matches!(right.of, Of::Nothing | Of::Things(_)) && (right.bound.is_none() || over);
    let plain_left = left.of == Of::Nothing && left.tokens.end == left.number.end;
    let year = (1800.0..2100.0).contains(&right.low);
    let value = match (between.len(), word(0), word(1)) {
        (1, "in", _) if (1.0..=10.0).contains(&left.low) && left.low < right.low && !year => left.low / right.low,
        (2, "in", "every") if left.low >= 1.0 && left.low < right.low && !year => left.low / right.low,
        (3, "out", "of") if word(2) == "every" && left.low >= 1.0 && left.low <= right.low => left.low / right.low,
        (2, "of", "every") if left.low >= 1.0 && left.low < right.low => left.low / right.low,
        (2, "out", "of") if left.low >= 1.0 && left.low <= right.low => left.low / right.low,
        (1, "over", _) if left.low < right.low && right.of == Of::Nothing => left.low / right.low,
        (1, "to" | ":", _) if to_one && left.low > 1.0 && right.of == Of::Nothing => left.low,
        _ => return false,
    };
    if !plain_left || !plain_right {
        return false;
    }
    left.low = value;
    left.high = value;
    left.of = Of::Ratio;
    left.tokens.end = right.number.end;
    left.number.end = right.number.end;
    left.say("Two numbers set against each other make a ratio");
    right.gone = true;
    true
}
