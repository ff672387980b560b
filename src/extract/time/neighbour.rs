//! Stretches told by what stands beside them: "the year before", "the same day", "the same period last year", "the week
//! of October 6", "week 31", "year’s end", "year to date".
//!
//! "in week 3" of a trial and "the day" of a story are none.

use super::calendar::{Period, Unit};
use super::date::date;
use super::meaning::{Meaning, Part, When};
use super::part;
use super::voice::Voice;
use super::words::{Near, Scan, Word};
use crate::text::TokenKind;

/// "the year before", "the same day", "the same period last year", "the end of the day", "year end".
pub(super) fn neighbour(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let the = i > 0 && scan.is(i - 1, &["the", "that"]);
    let found = |end, when| Some((end, Meaning::Date(when)));
    if let Some(end) = to_date(scan, i) {
        let first = When::Nth(1, Part::Unit(Unit::Day), Box::new(When::Step(Unit::Year, 0)));
        return Some((end, Meaning::Range(first, When::Step(Unit::Day, 0))));
    }
    match scan.at(i) {
        Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), false)
            if the && numbered(scan, i).is_none() =>
        {
            let closes = ends(scan, i + 2) || scan.is(i + 2, &["when", "and"]);
            match scan.lower(i + 1) {
                "before" if closes => found(i + 2, When::FromEarlier(unit, -1)),
                "after" if closes => found(i + 2, When::FromEarlier(unit, 1)),
                _ if scan.voice != Voice::Report && ends(scan, i + 1) => found(i + 1, When::Step(unit, 0)),
                _ if unit == Unit::Day && whole_day(scan, i) => found(i + 1, When::FromEarlier(unit, 0)),
                "of" | "beginning" | "starting" | "commencing" | "ending" if unit == Unit::Week => {
                    let (end, when) = date(scan, scan.skip(i + 2, &["the"]), false)?;
                    matches!(when, When::MonthDay(..) | When::DayOf(_) | When::Fixed(Period::Day(_)))
                        .then(|| found(end, When::WeekOf(Box::new(when))))?
                }
                "after" if scan.at(i + 2) == Word::Near(Near::Next) && !matches!(scan.at(i + 3), Word::Feast) => {
                    found(i + 3, When::Step(unit, 2))
                }
                "before" if scan.at(i + 2) == Word::Near(Near::Last) && !matches!(scan.at(i + 3), Word::Feast) => {
                    found(i + 3, When::Step(unit, -2))
                }
                _ => None,
            }
        }
        Word::Unit(Unit::Week, false) if numbered(scan, i).is_some() => {
            let (end, when) = numbered(scan, i)?;
            found(end, when)
        }
        Word::Unit(Unit::Weekend, false)
            if (the || scan.voice != Voice::Report && !scan.is(i.wrapping_sub(1), &["any", "every", "each"]))
                && !scan.is(i + 1, &["of"]) =>
        {
            found(i + 1, When::Step(Unit::Weekend, 0))
        }
        // "the year-ago quarter".
        Word::Unit(Unit::Year, false)
            if scan.dash(i + 1)
                && scan.is(i + 2, &["ago", "earlier"])
                && (matches!(scan.at(i + 3), Word::Unit(..)) || scan.is(i + 3, &["period"])) =>
        {
            found(i + 4, When::SameAgain(-1))
        }
        Word::Unit(Unit::Year, false) => {
            let at = scan.skip(i + 1 + usize::from(scan.dash(i + 1)), &["’s", "'s"]);
            let by = i > 0 && scan.is(i - 1, &["by", "at", "before", "until", "to", "of", "the"]);
            let year_end = || When::Within(Box::new(When::MonthDay(12, 31)), Box::new(When::Step(Unit::Year, 0)));
            (by && scan.is(at, &["end"])).then(|| found(at + 1, year_end()))?
        }
        // "w/c February 4".
        Word::Start if scan.is(i, &["w"]) && scan.is(i + 1, &["/"]) && scan.is(i + 2, &["c", "b"]) => {
            let (end, when) = date(scan, scan.skip(i + 3, &["the"]), false)?;
            super::hours::is_day(&when).then(|| found(end, When::WeekOf(Box::new(when))))?
        }
        Word::Start if scan.is(i, &["same"]) => {
            let Word::Unit(unit, false) = scan.at(i + 1) else {
                return scan
                    .is(i + 1, &["period", "time"])
                    .then(|| again(scan, i + 2))?
                    .map(|end| (end, Meaning::Date(When::SameAgain(-1))));
            };
            if let Some(end) = again(scan, i + 2) {
                return found(end, When::SameAgain(-1));
            }
            (!unit.of_clock()).then(|| found(i + 2, When::FromEarlier(unit, 0)))?
        }
        _ => None,
    }
}

/// Whether a mark or the text's end stands at token `i`.
pub(super) fn ends(scan: &Scan<'_>, i: usize) -> bool {
    scan.text.tokens().get(i).is_none_or(|t| t.kind == TokenKind::Mark)
}

/// "week 31", "week 3 of 2027", "week 27 of last year".
fn numbered(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let Word::Digits(n @ 1..=53, digits) = scan.at(i + 1) else { return None };
    let plain = !scan.glued(i + 2) || scan.is(i + 2, &[".", ",", ";", ")", "?", "!", "’s", "'s"]);
    if scan.glued(i + 1) || !plain || digits > 2 {
        return None;
    }
    let n = i8::try_from(n).ok()?;
    let week = |year: When| When::Nth(n, Part::Unit(Unit::Week), Box::new(year));
    match part::of(scan, i + 2) {
        Some((end, year)) if part::is_year(&year) => Some((end, week(year))),
        // "in week 3" of a trial: only a plan counts the weeks of the year.
        _ => (scan.voice != Voice::Report).then(|| (i + 2, week(When::Step(Unit::Year, 0)))),
    }
}

/// "year to date", "year-to-date": the index after it.
fn to_date(scan: &Scan<'_>, i: usize) -> Option<usize> {
    if scan.at(i) != Word::Unit(Unit::Year, false) {
        return None;
    }
    let at = i + 1 + usize::from(scan.dash(i + 1));
    let after = at + 1 + usize::from(scan.dash(at + 1));
    (scan.is(at, &["to"]) && scan.is(after, &["date"])).then_some(after + 1)
}

/// "last year", "of the previous year", "a year ago", "in 2019" are not all: where a comparison with a year before ends.
fn again(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let at = scan.skip(scan.skip(i, &["of", "in", "from"]), &["the"]);
    if let Word::Near(Near::Last | Near::Previous | Near::Past) = scan.at(at) {
        return (scan.at(at + 1) == Word::Unit(Unit::Year, false)).then_some(at + 2);
    }
    let year = scan.is(at, &["a", "one"]) && scan.at(at + 1) == Word::Unit(Unit::Year, false);
    (year && scan.is(at + 2, &["ago", "earlier", "before"])).then_some(at + 3)
}

/// "ended the day", "late in the day": "the day" is the day that is told of.
fn whole_day(scan: &Scan<'_>, i: usize) -> bool {
    let before = |k: usize, words: &[&str]| i > k && scan.is(i - 1 - k, words);
    const ENDS: &[&str] = &[
        "end",
        "ending",
        "ended",
        "ends",
        "close",
        "closed",
        "closing",
        "start",
        "started",
        "starting",
        "finish",
        "finished",
        "finishing",
        "begin",
        "began",
        "opened",
    ];
    before(1, ENDS)
        || before(1, &["in", "of"])
            && before(
                2,
                &[
                    "later",
                    "earlier",
                    "late",
                    "early",
                    "end",
                    "start",
                    "beginning",
                    "close",
                    "rest",
                    "most",
                    "half",
                    "part",
                    "match",
                ],
            )
}
