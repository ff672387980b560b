//! Small change: "three dollars and 50 cents", "15 dollars 50", "17 USD 25", "$3 and fourteen".
//!
//! Change that is not named is taken only where nothing follows that the second number could count. "$5 and 10 percent",
//! "between 5 dollars and 10" and "15 dollars and 50 people" are two amounts.

use super::Reader;
use super::amount::{Amount, Of};
use crate::record::Certainty;
use crate::text::number::Form;

/// Takes the change of the next amount into this one.
pub(super) fn join(reader: &Reader<'_>, amounts: &mut [Amount], i: usize) {
    let Some([left, right]) = amounts.get_mut(i..i + 2) else { return };
    let Of::Money(whole) = left.of else { return };
    let beside = match right.tokens.start.checked_sub(left.tokens.end) {
        Some(0) => true,
        Some(1) => reader.text.lower(left.tokens.end) == "and",
        _ => false,
    };
    let exact = left.form != Form::Vague && left.low.fract() == 0.0 && left.scale == 1.0 && !left.is_range();
    if left.gone || right.gone || !beside || !exact || whole.minor || right.is_range() || left.per.is_some() {
        return;
    }
    match right.of {
        // The cents of a dollar are anybody's cents: "3 CAD 3 cents".
        Of::Money(part) if part.minor => {
            let currencies = &reader.lists.currencies;
            let own = whole.row == part.row || currencies[whole.row].minor == currencies[part.row].minor;
            if !own && currencies[part.row].minor != "cent" || right.low >= 100.0 {
                return;
            }
            left.say("The small change is added");
        }
        Of::Nothing if is_change(reader, left, right) => {
            left.certainty = left.certainty.max(Certainty::Likely);
            left.say("A bare number after the money is its small change");
        }
        _ => return,
    }
    left.low += right.low / if left.low < 0.0 { -100.0 } else { 100.0 };
    left.high = left.low;
    left.tokens.end = right.tokens.end;
    left.number.end = right.number.end;
    right.gone = true;
}

/// Whether a bare number is the change of the money before it.
fn is_change(reader: &Reader<'_>, left: &Amount, right: &Amount) -> bool {
    let text = reader.text;
    let small = (1.0..100.0).contains(&right.low) && right.low.fract() == 0.0 && right.scale == 1.0;
    let before = left.start().checked_sub(1).map_or("", |i| text.lower(i));
    // After a sign digits would be the next amount of a row: "$5 and 10".
    let named = left.tokens.end > left.number.end;
    let after = right.tokens.end;
    let closes = matches!(text.word(after), "" | "." | "," | ";" | ")" | "?" | "!")
        || matches!(text.lower(after), "and" | "more" | "less" | "each" | "for");
    small
        && closes
        && right.bound.is_none()
        && right.form != Form::Fraction
        && (named || right.form == Form::Words)
        && !matches!(before, "between" | "from" | "," | "and")
}
