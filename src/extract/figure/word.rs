//! Figures that one word says: "sixfold", "a decade", "more than a year", "almost a dollar", "absolute zero".
//!
//! "a year" and "a dollar" without a bound are no figures, unless they are all that is said; "a decade ago" is a date.

use super::amount::{Amount, Of};
use super::{Reader, age, bound, rank};
use crate::record::FigureKind;
use crate::text::number::{Form, Number};
use std::ops::Range;

/// The figure that the word at token `at` says.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Amount> {
    let mut amount = match reader.text.lower(at) {
        "a" | "an" => one_of(reader, at),
        "absolute" => absolute_zero(reader, at),
        word => rank::read(reader, at).or_else(|| age::decade(reader, at)).or_else(|| fold(reader, at, word)),
    }?;
    bound::before(reader, &mut amount);
    // Without a bound "a year" is a rate or a date; "a decade" and "sixfold" speak for themselves.
    let plain = amount.unit(&reader.lists.units).map_or(matches!(amount.of, Of::Money(_)), |u| u.factor == 1.0);
    let sentence = reader.sentence_of(at);
    let alone = sentence.start == at && sentence.end <= amount.tokens.end + 1;
    (!plain || amount.is_range() || amount.bound.is_some() || alone || amount.low == 0.0).then_some(amount)
}

/// "absolute zero", the lower end of every scale of temperature.
fn absolute_zero(reader: &Reader<'_>, at: usize) -> Option<Amount> {
    if reader.text.lower(at + 1) != "zero" {
        return None;
    }
    let mut amount = amount(reader, at..at + 2, 0.0);
    amount.of = Of::Unit(reader.lists.unit_of_code("K")?);
    amount.say("Absolute zero is 0 kelvin");
    Some(amount)
}

/// The amount of one number word.
pub(super) fn amount(reader: &Reader<'_>, tokens: Range<usize>, value: f64) -> Amount {
    let span = reader.text.span_of(tokens.clone());
    Amount::new(&Number { span, tokens, value, scale: 1.0, form: Form::Words })
}

fn fold(reader: &Reader<'_>, at: usize, word: &str) -> Option<Amount> {
    let value = match word.strip_suffix("fold")? {
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

/// "a decade", "a month", "a dollar", "a kilogram".
fn one_of(reader: &Reader<'_>, at: usize) -> Option<Amount> {
    let text = reader.text;
    let once = at > 0 && matches!(text.lower(at - 1), "once" | "twice" | "times" | "half" | "of");
    let (value, of, end) = unit_of_one(reader, at + 1)?;
    let points = matches!(text.lower(end), "ago" | "earlier" | "later" | "before" | "old" | "-" | "and");
    if points || once {
        return None;
    }
    let mut amount = amount(reader, at..end, value);
    amount.say("“A” before a unit is one of it");
    amount.of = of;
    Some(amount)
}

/// What one of the unit or currency at token `at` is, and one past its name.
fn unit_of_one(reader: &Reader<'_>, at: usize) -> Option<(f64, Of, usize)> {
    let text = reader.text;
    let lists = reader.lists;
    if let Some((unit, end)) = lists.unit_words.at(text, at).or_else(|| lists.unit_symbols.at(text, at)) {
        let row = &lists.units[unit];
        let quarter = row.code == "mo" && row.factor > 1.0;
        let letter = text.word(at).chars().count() < 2;
        return (!quarter && !letter && row.kind != FigureKind::Percent).then_some((row.factor, Of::Unit(unit), end));
    }
    if text.lower(at) == "pound" {
        let (unit, coin) = (lists.unit_of_code("[lb_av]")?, lists.coin("GBP")?);
        return Some((1.0, if reader.british { Of::Money(coin) } else { Of::Unit(unit) }, at + 1));
    }
    let (coin, end) = lists.money_words.at(text, at)?;
    Some((1.0, Of::Money(coin), end))
}
