//! Edges of a stretch: "early June", "mid-November", "the end of this year", "late last week", "later this year", "EOM".
//!
//! A report keeps the stretch and tells the edge as its mod. Who plans needs days: a third of a month or year, the first
//! or last days of a week, the half that "later" leaves.

use super::calendar::{Period, Unit};
use super::date::{date, day_of_month};
use super::hours::{day_first, is_day};
use super::meaning::{Found, Meaning, When};
use super::part;
use super::range::range;
use super::voice::Voice;
use super::words::{Near, Scan, Word};
use crate::record::{Time, TimeKind};
use jiff::ToSpan;
use jiff::civil::Date;

/// "early June", "mid-November", "the end of this year", "late last week", "later this year".
pub(super) fn edged(scan: &Scan<'_>, i: usize) -> Option<Found> {
    if let Some((unit, modifier)) = abbreviated(scan, i) {
        let when = When::Step(unit, 0);
        return Some(Found { tokens: i..i + 1, meaning: Meaning::Date(when), modifier: Some(modifier) });
    }
    let Word::Edge(modifier) = scan.at(i) else { return half_of_month(scan, i) };
    let noun = scan.is(i, &["beginning", "start", "middle", "end", "close", "midway"]);
    let comparative = scan.is(i, &["later", "earlier"]);
    let mut at = i + 1 + usize::from(scan.dash(i + 1) && scan.glued(i + 1));
    let joined = scan.skip(at, if noun { &["of"] } else { &["in", "on", "through", "into"] });
    if noun && joined == at && !scan.is(i, &["midway"]) {
        return None;
    }
    at = scan.skip(scan.skip(joined, &["the"]), &["around", "about"]);
    let hyphen = scan.dash(i + 1) && scan.is(i, &["mid"]) && scan.at(at) != Word::Unit(Unit::Day, false);
    let the = scan.is(joined, &["the"]) || hyphen || noun && scan.voice != Voice::Report && !scan.is(at, &["day"]);
    let found = |end: usize, meaning: Meaning| Some(Found { tokens: i..end, meaning, modifier: Some(modifier) });
    if the
        && let Word::Unit(
            unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century | Unit::Day),
            false,
        ) = scan.at(at)
    {
        let whole = if unit == Unit::Day { When::FromEarlier(unit, 0) } else { When::Step(unit, 0) };
        let runs_on = scan.is(at + 1, &["of", "before", "after"]) || year_or_name(scan, at + 1);
        // "at the end of the month, on April 29": one day, told twice.
        let on = scan.skip(at + 1, &[","]);
        if scan.is(on, &["on"])
            && let Some((end, day)) = day_of_month(scan, on + 1).filter(|(_, when)| is_day(when))
        {
            return Some(Found { tokens: i..end, meaning: Meaning::Date(day), modifier: None });
        }
        return (!runs_on).then(|| found(at + 1, Meaning::Date(whole)))?;
    }
    if let (Word::Near(near @ Near::Past), Word::Unit(unit, false)) = (scan.at(at), scan.at(at + 1))
        && noun
    {
        return found(at + 2, Meaning::Date(When::Step(unit, near.step())));
    }
    let (end, meaning) = match range(scan, at) {
        Some((end, from, to)) if !noun => (end, Meaning::Range(from, to)),
        _ => day_first(scan, at)?,
    };
    if comparative && !matches!(meaning, Meaning::Date(When::Step(..)) | Meaning::PartOfDay(..)) {
        return None;
    }
    found(end, meaning)
}

/// "the first half of May": the calendar has no halves of months.
fn half_of_month(scan: &Scan<'_>, i: usize) -> Option<Found> {
    // Asked first: it turns nearly every word away.
    if !scan.is(i + 1, &["half"]) {
        return None;
    }
    let (end, When::Half(n)) = part::named(scan, i)? else { return None };
    let (end, when) = scan.is(end, &["of"]).then(|| date(scan, end + 1, false))??;
    let month = match &when {
        When::Month(_) | When::Fixed(Period::Month(..)) | When::Step(Unit::Month, _) => true,
        When::Near(_, what) | When::Within(what, _) => matches!(**what, When::Month(_)),
        _ => false,
    };
    let modifier = Some(if n == 1 { "START" } else { "END" });
    month.then_some(Found { tokens: i..end, meaning: Meaning::Date(when), modifier })
}

fn year_or_name(scan: &Scan<'_>, i: usize) -> bool {
    matches!(scan.at(i), Word::Digits(_, 4))
}

/// "EOM", "EOD": the unit and the mod.
fn abbreviated(scan: &Scan<'_>, i: usize) -> Option<(Unit, &'static str)> {
    if scan.voice == Voice::Report {
        return None;
    }
    Some(match scan.lower(i) {
        "eod" => (Unit::Day, "END"),
        "eow" => (Unit::Week, "END"),
        "eom" => (Unit::Month, "END"),
        "bom" => (Unit::Month, "START"),
        "eoq" => (Unit::Quarter, "END"),
        "eoy" => (Unit::Year, "END"),
        _ => return None,
    })
}

/// Gives the edge of a stretch that somebody plans with its own days. `today` is the day the words count from.
pub(super) fn narrow(scan: &Scan<'_>, found: &Found, period: Period, today: Option<Date>, time: &mut Time) {
    let Some(modifier) = found.modifier.filter(|m| matches!(*m, "START" | "MID" | "END")) else { return };
    let start = found.tokens.start;
    let word = scan.text.word(start);
    if period.first() == period.last() {
        let noun = scan.is(start, &["end", "close", "eod"]);
        if let (true, Some(day)) = (noun && time.kind == TimeKind::Date, period.first()) {
            time.kind = TimeKind::Time;
            time.value = Some(format!("{day}T23:59:59"));
            time.modifier = None;
        }
        return;
    }
    let halves = scan.is(start, &["later", "earlier", "first", "second"]);
    let Some((mut first, last)) = part(period, modifier, halves) else { return };
    if let Some(today) = today.filter(|day| scan.is(start, &["later"]) && first < *day && *day <= last) {
        first = today;
    }
    time.value = Some(format!("{first}/{last}"));
    time.from = Some(first.to_string());
    time.to = Some(last.to_string());
    time.modifier = None;
    time.readings.clear();
    let share = if halves { "half" } else { "part" };
    time.because = format!("{} “{word}” is taken as that {share} of it.", time.because);
}

/// Gives the edge of a stretch that somebody reports about its days. Its value stays that of the whole, as `TIMEX3` has
/// it, and the modifier says that the days are not meant sharply.
pub(super) fn soften(scan: &Scan<'_>, found: &Found, period: Period, time: &mut Time) {
    let Some(modifier) = found.modifier.filter(|m| matches!(*m, "START" | "MID" | "END")) else { return };
    let Some((first, last)) = part(period, modifier, false) else { return };
    let word = scan.text.word(found.tokens.start);
    time.from = Some(first.to_string());
    time.to = Some(last.to_string());
    time.because = format!("{} “{word}” is drawn as that part of it.", time.because);
}

/// The first and last day of an edge.
fn part(period: Period, modifier: &str, halves: bool) -> Option<(Date, Date)> {
    let (first, last) = (period.first()?, period.last()?);
    let day = |n: i32| first.checked_add(n.days()).ok();
    let month = |n: i32| first.checked_add(n.months()).ok();
    let before = |day: Option<Date>| day?.yesterday().ok();
    Some(match (period, modifier) {
        (Period::Week(_), "START") => (first, day(2)?),
        (Period::Week(_), "MID") => (day(1)?, day(3)?),
        (Period::Week(_), _) => (day(3)?, last),
        (Period::Month(..), "START") => (first, day(if halves { 14 } else { 9 })?),
        (Period::Month(..), "MID") => (day(9)?, day(19)?),
        (Period::Month(..), _) => (day(if halves { 15 } else { 20 })?, last),
        (Period::Year(_), "START") => (first, before(month(if halves { 6 } else { 4 }))?),
        (Period::Year(_), "MID") => (month(4)?, before(month(8))?),
        (Period::Year(_), _) => (month(if halves { 6 } else { 8 })?, last),
        (Period::Quarter(..), "START") => (first, before(month(1))?),
        (Period::Quarter(..), "MID") => (month(1)?, before(month(2))?),
        (Period::Quarter(..), _) => (month(2)?, last),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, times};

    #[test]
    fn a_report_keeps_the_stretch() {
        check(
            "It fell in early June, at the end of this year, late last week.",
            "early June = 2025-06; end of this year = 2025; late last week = 2025-W43",
        );
        check("It starts at the end of the month, on October 31.", "end of the month, on October 31 = 2025-10-31");
        check("It fell in the first half of May and in mid-May.", "first half of May = 2025-05; mid-May = 2025-05");
        let found = times("It fell in early June.");
        assert_eq!(found.first().and_then(|(_, t)| t.modifier.as_deref()), Some("START"));
    }

    #[test]
    fn a_report_is_drawn_where_it_points() {
        let check = |text: &str, first: &str, last: &str| {
            let found = times(text);
            let days = found.first().map(|(_, t)| (t.from.as_deref(), t.to.as_deref()));
            assert_eq!(days, Some((Some(first), Some(last))), "{text}");
        };
        check("It opened in late 2026.", "2026-09-01", "2026-12-31");
        check("It opened in early 2027.", "2027-01-01", "2027-04-30");
        check("It fell in mid-2024.", "2024-05-01", "2024-08-31");
        check("It fell in early June.", "2025-06-01", "2025-06-10");
        check("It fell in June.", "2025-06-01", "2025-06-30");
    }

    #[test]
    fn a_plan_needs_days() {
        check("Let’s meet in early March.", "early March = 2026-03-01/2026-03-10");
        check("Show sales of the end of 2012.", "end of 2012 = 2012-09-01/2012-12-31");
        check("Can we talk later this week?", "later this week = 2025-10-30/2025-11-02");
        check("I will send it by EOM.", "by EOM = /2025-11-01");
        check("the beginning of next week", "beginning of next week = 2025-11-03/2025-11-05");
        check("Call me at the end of tomorrow.", "end of tomorrow = 2025-10-31T23:59:59");
    }
}
