//! Figures that one word says: "sixfold", "a decade", "more than a year".
//!
//! "a year" without a bound is no figure, and "a decade ago" is a date.

use super::amount::{Amount, Of};
use super::{Reader, bound, rank};
use crate::record::FigureKind;
use crate::text::number::{Form, Number};
use std::ops::Range;

/// The figure that the word at token `at` says.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Amount> {
    let mut amount = rank::read(reader, at).or_else(|| fold(reader, at)).or_else(|| one_of_time(reader, at))?;
    bound::before(reader, &mut amount);
    // Without a bound "a year" is a rate or a date; "a decade" and "sixfold" speak for themselves.
    let plain = amount.unit(&reader.lists.units).is_some_and(|u| u.factor == 1.0);
    (!plain || amount.bound.is_some()).then_some(amount)
}

/// The amount of one number word.
pub(super) fn amount(reader: &Reader<'_>, tokens: Range<usize>, value: f64) -> Amount {
    let span = reader.text.span_of(tokens.clone());
    Amount::new(&Number { span, tokens, value, scale: 1.0, form: Form::Words })
}

fn fold(reader: &Reader<'_>, at: usize) -> Option<Amount> {
    let value = match reader.text.lower(at).strip_suffix("fold")? {
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "twelve" => 12.0,
        "twenty" => 20.0,
        "hundred" => 100.0,
        _ => return None,
    };
    let mut amount = amount(reader, at..at + 1, value);
    amount.of = Of::Ratio;
    amount.say("“-fold” makes it a multiple");
    Some(amount)
}

/// "a decade", "a month".
fn one_of_time(reader: &Reader<'_>, at: usize) -> Option<Amount> {
    let text = reader.text;
    if !matches!(text.lower(at), "a" | "an") {
        return None;
    }
    let (unit, end) = reader.lists.unit_words.at(text, at + 1)?;
    let row = &reader.lists.units[unit];
    let points = matches!(text.lower(end), "ago" | "earlier" | "later" | "before" | "old" | "-" | "and");
    let once = at > 0 && matches!(text.lower(at - 1), "once" | "twice" | "times" | "half" | "of");
    if row.kind != FigureKind::Duration || row.code == "mo" && row.factor > 1.0 || points || once {
        return None;
    }
    let mut amount = amount(reader, at..end, row.factor);
    amount.of = Of::Unit(unit);
    amount.say("“A” before a unit of time is one of it");
    Some(amount)
}
