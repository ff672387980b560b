//! A whole time expression at a token: a date with its clock, part of day and edge, or a length, or a repetition.

use super::calendar::{Period, Unit};
use super::clock::{clock, clocks, hour_of};
use super::date::date;
use super::length;
use super::meaning::{Found, Meaning, When};
use super::range::range;
use super::relative::away;
use super::season;
use super::set::set;
use super::words::{Near, Scan, Word};
use std::ops::Range;

/// Words after which "last" is a verb.
const VERBAL: &[&str] =
    &["will", "would", "to", "can", "could", "may", "might", "should", "must", "not", "n’t", "n't", "’ll", "'ll"];

/// The time that starts at token `i`.
pub(super) fn expression(scan: &Scan<'_>, i: usize) -> Option<Found> {
    // "It will last several weeks": a verb here.
    let verb = scan.is(i, &["last"]) && VERBAL.contains(&scan.lower_before(i));
    if scan.at(i) == Word::Other || verb {
        return None;
    }
    let found = |end: usize, meaning: Meaning| Found { tokens: i..end, meaning, modifier: modifier(scan, i) };
    let with = |(end, meaning): (usize, Meaning)| found(end, meaning);
    set(scan, i)
        .or_else(|| length::first_time(scan, i))
        .or_else(|| open_season(scan, i))
        .or_else(|| season::across(scan, i).map(|(end, year)| (end, Meaning::Across(year))))
        .or_else(|| of_day(scan, i))
        .map(with)
        .or_else(|| edged(scan, i))
        .or_else(|| range(scan, i).map(|(end, from, to)| found(end, Meaning::Range(from, to))))
        .or_else(|| away(scan, i).map(with))
        .or_else(|| dated(scan, i).map(with))
        .or_else(|| {
            let (end, meaning) = length::length(scan, i)?;
            let mut found = found(end, meaning);
            found.modifier = bound(scan, i);
            Some(found)
        })
}

/// "this season".
fn open_season(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let Word::Near(near) = scan.at(i) else { return None };
    scan.is(i + 1, &["season"]).then_some((i + 2, Meaning::OpenSeason(near)))
}

/// A time of day, or two, and the day it is of: "12:00 UTC Monday", "3-4pm tomorrow", "10:30 this morning".
fn of_day(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let day = |end: usize| {
        let at = scan.skip(scan.skip(end, &[","]), &["on", "of"]);
        if scan.at(at) == Word::Near(Near::This) && matches!(scan.at(at + 1), Word::Part(_)) {
            return Some((at + 2, When::Step(Unit::Day, 0)));
        }
        let (end, when) = date(scan, scan.skip(at, &["the"]), false)?;
        is_day(&when).then_some((end, when))
    };
    if let Some((end, from, to)) = clocks(scan, i) {
        let (end, on) = day(end).map_or((end, None), |(end, when)| (end, Some(when)));
        return Some((end, Meaning::Clocks(from, to, on)));
    }
    // "at 8 tonight", "at 5 tomorrow afternoon".
    if i > 0
        && scan.is(i - 1, &["at"])
        && matches!(scan.at(i), Word::Digits(1..=12, _) | Word::Number(1..=12))
        && let Some((end, Meaning::PartOfDay(part, when))) = dated(scan, i + 1)
    {
        let (_, clock) = hour_of(scan, i, part)?;
        return Some((end, Meaning::Clock(clock, Some(when))));
    }
    let (end, clock) = clock(scan, i)?;
    // "won in 2:05", "9:25" of a verse: a time with nothing to show that it is one needs a day or "at".
    let (end, on) = day(end).map_or((end, None), |(end, when)| (end, Some(when)));
    let shown = clock.settled
        || on.is_some()
        || i > 0 && scan.is(i - 1, &["at", "by", "until", "since", "around", "about", "after", "before"]);
    shown.then_some((end, Meaning::Clock(clock, on)))
}

fn is_day(when: &When) -> bool {
    match when {
        When::Fixed(Period::Day(_))
        | When::MonthDay(..)
        | When::Weekday(_)
        | When::WeekdayThe(..)
        | When::Step(Unit::Day, _)
        | When::Holiday(_)
        | When::Either(..) => true,
        When::Near(_, what) | When::Within(what, _) => is_day(what),
        _ => false,
    }
}

/// A date, with the time or the part of the day after it: "tomorrow at 5pm", "Friday morning", "last night at 8".
fn dated(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let (end, when) = match (scan.at(i), scan.at(i + 1)) {
        (Word::Near(near @ (Near::Last | Near::This)), Word::Part(_)) => (i + 1, When::Step(Unit::Day, near.step())),
        _ => date(scan, i, true)?,
    };
    if !is_day(&when) {
        return Some((end, Meaning::Date(when)));
    }
    let part = match scan.at(end) {
        Word::Part(part) => Some((end + 1, part)),
        _ if scan.is(i, &["tonight"]) => Some((end, "NI")),
        _ => None,
    };
    let after = part.map_or(end, |(end, _)| end);
    let comma = scan.skip(after, &[","]);
    let at = scan.skip(comma, &["at", "around", "by", "@", "from", "between"]);
    if let Some((end, from, to)) = clocks(scan, at) {
        return Some((end, Meaning::Clocks(from, to, Some(when))));
    }
    let time = match part {
        Some((_, part)) if at > comma => hour_of(scan, at, part),
        _ => clock(scan, at),
    };
    if let Some((end, clock)) = time {
        return Some((end, Meaning::Clock(clock, Some(when))));
    }
    Some(match part {
        Some((end, part)) => (end, Meaning::PartOfDay(part, when)),
        None => (end, Meaning::Date(when)),
    })
}

/// "early June", "mid-November", "the end of this year", "late last week", "later this year".
fn edged(scan: &Scan<'_>, i: usize) -> Option<Found> {
    let Word::Edge(modifier) = scan.at(i) else { return None };
    let noun = scan.is(i, &["beginning", "start", "middle", "end", "close", "midway"]);
    let comparative = scan.is(i, &["later", "earlier"]);
    let mut at = i + 1 + usize::from(scan.dash(i + 1) && scan.glued(i + 1));
    let joined = scan.skip(at, if noun { &["of"] } else { &["in", "on", "through", "into"] });
    if noun && joined == at && !scan.is(i, &["midway"]) {
        return None;
    }
    at = scan.skip(joined, &["the"]);
    let the = at > joined;
    let found = |end: usize, meaning: Meaning| Some(Found { tokens: i..end, meaning, modifier: Some(modifier) });
    if the
        && let Word::Unit(
            unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Day),
            false,
        ) = scan.at(at)
    {
        let whole = if unit == Unit::Day { When::FromEarlier(unit, 0) } else { When::Step(unit, 0) };
        let runs_on = scan.is(at + 1, &["of", "before", "after"]) || year_or_name(scan, at + 1);
        return (!runs_on).then(|| found(at + 1, Meaning::Date(whole)))?;
    }
    let (end, meaning) = match range(scan, at) {
        Some((end, from, to)) if !noun => (end, Meaning::Range(from, to)),
        _ => dated(scan, at)?,
    };
    if comparative && !matches!(meaning, Meaning::Date(When::Step(..)) | Meaning::PartOfDay(..)) {
        return None;
    }
    found(end, meaning)
}

fn year_or_name(scan: &Scan<'_>, i: usize) -> bool {
    matches!(scan.at(i), Word::Digits(_, 4))
}

/// TIMEX3 mod of a date by the word before it.
fn modifier(scan: &Scan<'_>, i: usize) -> Option<&'static str> {
    match scan.lower_before(scan_the(scan, i)) {
        "around" | "about" | "circa" | "roughly" => Some("APPROX"),
        "before" => Some("BEFORE"),
        "after" => Some("AFTER"),
        _ => None,
    }
}

/// The index of "the" before token `i`, or `i`.
fn scan_the(scan: &Scan<'_>, i: usize) -> usize {
    i - usize::from(i > 0 && scan.is(i - 1, &["the"]))
}

/// TIMEX3 mod of a length by the words before it.
fn bound(scan: &Scan<'_>, i: usize) -> Option<&'static str> {
    match scan.lower_before(i) {
        "about" | "around" | "roughly" | "nearly" | "almost" | "some" | "approximately" => Some("APPROX"),
        "over" => Some("MORE_THAN"),
        "under" => Some("LESS_THAN"),
        "than" => match scan.lower_before(i - 1) {
            "more" | "longer" => Some("MORE_THAN"),
            "less" | "fewer" => Some("LESS_THAN"),
            _ => None,
        },
        "least" => Some("EQUAL_OR_MORE"),
        "most" => Some("EQUAL_OR_LESS"),
        "to" if i > 1 && scan.is(i - 2, &["up"]) => Some("EQUAL_OR_LESS"),
        _ => None,
    }
}

/// The words of a time, in typeset quotation marks.
pub(super) fn quoted(scan: &Scan<'_>, tokens: &Range<usize>) -> String {
    format!("“{}”", scan.text.slice(scan.text.span_of(tokens.clone())))
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_kind, times};
    use crate::record::TimeKind;

    #[test]
    fn edges_and_kinds() {
        check(
            "early June, mid-November, the end of this year, late last week",
            "early June = 2025-06; mid-November = 2025-11; end of this year = 2025; late last week = 2025-W43",
        );
        check(
            "early in 2016; later this year; the end of the month",
            "early in 2016 = 2016; later this year = 2025; end of the month = 2025-10",
        );
        let mods: Vec<Option<String>> =
            times("early June, late 2020, after 1990").into_iter().map(|(_, t)| t.modifier).collect();
        assert_eq!(mods, [Some("START".to_owned()), Some("END".to_owned()), Some("AFTER".to_owned())]);
        check_kind("on May 3", TimeKind::Date);
        check_kind("at 3 p.m.", TimeKind::Time);
        check_kind("for six years", TimeKind::Duration);
        check_kind("every day", TimeKind::Set);
    }

    #[test]
    fn nothing_recurs_on_repeated_words() {
        for words in [
            "Monday ",
            "last day of ",
            "the first week of ",
            "this ",
            "3 days after ",
            "between 2017 and ",
            "end of the ",
            "1-",
        ] {
            times(&words.repeat(5_000));
        }
    }

    #[test]
    fn nothing_panics_on_any_prefix() {
        let text = "On Tuesday, the 5th of May 2020 at 10:30 a.m. EST, ’90s-era FY25 Q3 2012-13 half past – the last Monday of the 99999999999999 years ago ½ 31 February 9998 in 9000 centuries.";
        for end in (0..=text.len()).filter(|&i| text.is_char_boundary(i)) {
            times(text.get(..end).unwrap_or_default());
        }
    }
}
