//! Numbers that are no amounts: years and dates, parts of names, labels, scores, telephone numbers, "one of".
//!
//! Left alone: "Air Force One", "787 Dreamliner", "S&P 500", "Section 232", "G20", "5G", "COVID-19", "2-1", "555-0199",
//! "24/7", "1. Introduction", "in 2019", "no one", "cut in half". A listed unit or a currency makes almost any number a
//! figure all the same ("Brent 3 percent lower").

use super::Reader;
use super::amount::{Amount, Of};
use super::label::{is_glued, is_house, is_label, is_part_of_name, is_telephone, starts_with_capital};
use super::words::Class;
use crate::record::{FigureKind, Time, TimeKind};
use crate::text::TokenKind;
use crate::text::number::Form;

/// Whether the number is no amount, before ranges are joined.
pub(super) fn is_none(reader: &Reader<'_>, amount: &Amount) -> bool {
    if in_time(reader, amount) || is_fallen_apart(reader, amount) {
        return true;
    }
    match amount.of {
        Of::Unit(unit) => {
            let duration = reader.lists.units[unit].kind == FigureKind::Duration;
            // "the 2022 calendar year" is no length.
            let year = reader.text.lower(amount.number.end) == "calendar" && (1900.0..2100.0).contains(&amount.low);
            duration && (year || reader.text.lower(amount.tokens.end) == "ago") || is_once(reader, amount)
        }
        // "R2D2" has no rands.
        Of::Money(_) => {
            let end = amount.tokens.end;
            let word = reader.text.tokens().get(end).is_some_and(|t| t.kind == TokenKind::Word);
            end == amount.number.end && word && !reader.space_before(end)
        }
        Of::Age(_) | Of::Ratio | Of::Rank => false,
        Of::Nothing | Of::Things(_) => {
            is_glued(reader, amount)
                || is_label(reader, amount)
                || is_telephone(reader, amount)
                || is_part_of_name(reader, amount)
                || is_house(reader, amount)
                || is_year(reader, amount)
                || is_word(reader, amount)
                || is_clock(reader, amount)
        }
    }
}

/// "one day he left", "at one point": no measured amounts.
fn is_once(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let before = amount.number.start.checked_sub(1).map_or("", |i| text.lower(i));
    let lengths = matches!(before, "in" | "within" | "than" | "for" | "only" | "just" | "least" | "about" | "over");
    text.lower(amount.number.start) == "one"
        && match text.lower(amount.number.end) {
            "day" => !lengths,
            "point" => before == "at",
            _ => false,
        }
}

/// Whether the number is part of a date or a time of day. A length of time stays a figure beside the time.
fn in_time(reader: &Reader<'_>, amount: &Amount) -> bool {
    let span = reader.text.span_of(amount.number.clone());
    let Some(time) = reader.time_over(span) else { return false };
    // "3/4" or "one twenty two" and nothing else may be either: both readings are kept.
    if time.span == span && amount.number.len() == reader.text.tokens().len() && amount.number.len() > 1 {
        return false;
    }
    // "three or four years": the first number has its unit from the second.
    let is_unit = |i: usize| {
        let found = reader.lists.unit_words.at(reader.text, i);
        found.is_some_and(|(unit, _)| reader.lists.units[unit].kind == FigureKind::Duration)
    };
    let of_time = amount.unit(&reader.lists.units).is_some_and(|u| u.kind == FigureKind::Duration)
        || amount.of == Of::Nothing
            && reader.text.tokens_in(time.span).take(12).any(is_unit)
            && is_linked(reader, amount);
    match time.kind {
        // "two years ago" tells a length, too; "in two weeks" and "the next 3 days" of a plan are only their days.
        TimeKind::Date | TimeKind::Time => !of_time || is_place(reader, time),
        TimeKind::Set | TimeKind::Duration => amount.of == Of::Nothing && !of_time,
    }
}

/// Whether a time is told by the way to it and has a place in the calendar.
fn is_place(reader: &Reader<'_>, time: &Time) -> bool {
    let first = reader.text.tokens_in(time.span).start;
    let way = matches!(reader.text.lower(first), "in" | "within");
    way || time.value.as_ref().is_some_and(|value| value.contains('/'))
}

/// Whether "to", "or", "and" or a dash and another number follow.
fn is_linked(reader: &Reader<'_>, amount: &Amount) -> bool {
    let end = amount.number.end;
    let links = matches!(reader.text.lower(end), "to" | "or" | "and" | "-" | "–");
    links && (end + 1..end + 4).any(|i| reader.in_number(i))
}

/// "1:36.6", "192/168": marks that make more of the number than an amount.
fn is_fallen_apart(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    // "a ratio of 17:1" is for `ratio` to join.
    if (start.saturating_sub(5)..start).any(|i| text.lower(i) == "ratio") {
        return false;
    }
    let number = |i: usize| text.tokens().get(i).is_some_and(|t| t.kind == TokenKind::Number);
    let colon_after =
        text.word(end) == ":" && !reader.space_before(end) && !reader.space_before(end + 1) && number(end + 1);
    let colon_before = start > 1 && text.word(start - 1) == ":" && !reader.space_before(start) && number(start - 2);
    colon_after || colon_before
}

/// "in 2019", "the 2016 elections".
fn is_year(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let start = amount.number.start;
    let word = text.word(start);
    let four = amount.number.len() == 1 && word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    if !four || !(1000.0..2200.0).contains(&amount.low) {
        return false;
    }
    let before = start.checked_sub(1).map_or("", |i| text.lower(i));
    if amount.of == Of::Nothing {
        let bounded =
            matches!(before, "about" | "than" | "over" | "least" | "nearly" | "almost" | "to" | "exactly" | "only");
        let until = (2..5).any(|back| {
            start.checked_sub(back).is_some_and(|i| matches!(text.lower(i), "until" | "since" | "by" | "till"))
        });
        return (!bounded || until) && (1800.0..2100.0).contains(&amount.low)
            || matches!(before, "in" | "since" | "by" | "until");
    }
    let points = start > 0 && reader.in_number(start - 1)
        || matches!(
            before,
            "a" | "after"
                | "and"
                | "before"
                | "by"
                | "during"
                | "early"
                | "for"
                | "from"
                | "her"
                | "his"
                | "in"
                | "its"
                | "late"
                | "mid"
                | "of"
                | "our"
                | "since"
                | "the"
                | "their"
                | "this"
                | "through"
                | "to"
                | "until"
                | "s"
                | "’s"
                | "'s"
        );
    let plural = text.lower(amount.tokens.end.saturating_sub(1));
    (1800.0..2100.0).contains(&amount.low) && (points || !crate::text::noun::is_plural(plural))
}

/// "one" as a pronoun, "zero tolerance", "cut in half", "a six-figure sum".
fn is_word(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let shape = reader.past_hyphen(amount.number.end);
    if shape > amount.number.end && matches!(text.lower(shape), "figure" | "digit") {
        return true;
    }
    let (start, end) = (amount.number.start, amount.number.end);
    let before = start.checked_sub(1).map_or("", |i| text.lower(i));
    let after = text.lower(end);
    let things = matches!(amount.of, Of::Things(_));
    if amount.form == Form::Fraction && amount.low == 0.5 && text.lower(end - 1) == "half" {
        let whole = matches!(
            after,
            "of" | "the" | "its" | "their" | "his" | "her" | "our" | "all" | "as" | "that" | "those" | "a"
        ) || matches!(text.word(end), "." | "," | ";" | ")");
        // "fell by half", "fell by more than half".
        let by = (start.saturating_sub(3)..start).any(|i| text.lower(i) == "by");
        return matches!(before, "in" | "at") || !whole && !things && !by && amount.number.len() == 1;
    }
    if amount.form != Form::Words || amount.number.len() != 1 {
        return false;
    }
    // "two-way trade", "a one-off payment": compounds that count nothing.
    let joined = text.word(end) == "-" && !reader.space_before(end);
    if joined
        && matches!(text.lower(end + 1), "way" | "off" | "time" | "sided" | "tier" | "tiered" | "handed" | "faced")
    {
        return true;
    }
    match text.lower(start) {
        "one" if things => {
            let pointed =
                matches!(before, "the" | "this" | "that" | "no" | "any" | "every" | "each" | "which" | "another");
            text.word(end) == "-" || after == "of" || pointed || reader.lists.is(Class::OneIdiom, after)
        }
        // "the two leaders" points back to whom the text has named; it counts nothing new.
        "two" | "three" if !things && matches!(before, "you" | "we" | "us" | "them" | "they") => true,
        "two" => before == "the" && (!things || amount.tokens.end == end + 1) && !is_linked(reader, amount),
        // "the four were found".
        _ if before == "the" && !things && amount.low <= 12.0 && after != "of" => !is_linked(reader, amount),
        "zero" | "nil" => {
            let told = matches!(text.word(end), "" | "." | ",") || matches!(before, "to" | "at" | "is");
            !(things || told || before.is_empty() && after == "is")
        }
        "second" => true,
        _ => false,
    }
}

/// "at 5 p.m.", "9.30am", "March 4", "4 March" where no time was read.
fn is_clock(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    let before = start.checked_sub(1).map_or("", |i| text.lower(i));
    if matches!(text.lower(end), "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m" | "gmt" | "o’clock" | "o'clock") {
        return true;
    }
    let day = (1.0..=31.0).contains(&amount.low) && amount.low.fract() == 0.0;
    let month_after = reader.lists.is(Class::Month, text.lower(end)) && starts_with_capital(text.word(end));
    day && (month_after
        || reader.lists.is(Class::Month, before) && start > 0 && starts_with_capital(text.word(start - 1)))
}

/// Whether a bare number goes on what an earlier one has begun: "pages 71, 72 and 73", "August 2 and 3", "+44 20 7946".
pub(super) fn continues(reader: &Reader<'_>, amount: &Amount, earlier: &Amount) -> bool {
    let bare = amount.of == Of::Nothing && earlier.of == Of::Nothing && amount.scale == 1.0;
    if !bare || !earlier.gone || is_year(reader, earlier) || amount.low.fract() != 0.0 {
        return false;
    }
    let text = reader.text;
    let between = earlier.number.end..amount.number.start;
    match between.len() {
        0 => true,
        1 => matches!(text.lower(between.start), "and" | "or" | "to" | "of" | "-" | "–" | "&" | ","),
        2 => text.word(between.start) == "," && matches!(text.lower(between.start + 1), "and" | "or"),
        _ => false,
    }
}

/// Whether a number that nothing was joined to is no amount after all.
pub(super) fn is_left_over(reader: &Reader<'_>, amount: &Amount) -> bool {
    is_pronoun(reader, amount) || is_chained(reader, amount)
}

/// Whether "one" is left alone, and so is a pronoun.
fn is_pronoun(reader: &Reader<'_>, amount: &Amount) -> bool {
    amount.of == Of::Nothing && amount.number.len() == 1 && reader.text.lower(amount.number.start) == "one"
}

/// Whether a number left alone after joining touches another by a dash: a score, a season, a telephone number.
fn is_chained(reader: &Reader<'_>, amount: &Amount) -> bool {
    if !matches!(amount.of, Of::Nothing | Of::Things(_)) || amount.is_range() {
        return false;
    }
    let text = reader.text;
    let number = |i: usize| text.tokens().get(i).is_some_and(|t| t.kind == TokenKind::Number);
    let dash = |i: usize| matches!(text.word(i), "-" | "–" | "‑");
    let (start, end) = (amount.number.start, amount.number.end);
    let after = dash(end) && number(end + 1) && reader.space_before(end) == reader.space_before(end + 1);
    let before = start > 1 && (dash(start - 1) && number(start - 2) || dash(start) && number(start - 1));
    after || before
}
