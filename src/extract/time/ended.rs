//! Lengths that end at a time told after them: "the 12 months to March", "three months ended March 31", "the year through
//! April", "the week to May 9".
//!
//! Both stay times of their own; the length has its days from the other. "three days to Monday’s vote" and "four years to
//! 2020" of a plan are read alike: the words cannot tell.

use super::calendar::{Period, Unit};
use super::date::date;
use super::meaning::{Found, Length, Look, Meaning};
use super::relative::of_days;
use super::within::{Grain, shifted};
use super::words::{Scan, Word};
use crate::record::{Certainty, Time, TimeKind};

const ENDS: &[&str] = &["ended", "ending", "through", "to", "until"];

/// "the year to April", "the quarter ended June 30": a unit that is only a length because its end is told.
pub(super) fn unit(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let Word::Unit(unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year), false) = scan.at(i) else {
        return None;
    };
    let the = i > 0 && scan.is(i - 1, &["the", "its", "their", "a"]);
    if !the || !scan.is(i + 1, ENDS) {
        return None;
    }
    date(scan, after(scan, i + 1), false)?;
    Some((i + 1, Meaning::Length(Length(vec![(Some(1.0), unit)]), Look::Neither)))
}

/// The token where the end of a length can start, past "ended on", "to the end of".
fn after(scan: &Scan<'_>, i: usize) -> usize {
    let at = scan.skip(scan.skip(i + 1, &["on", "in"]), &["the"]);
    if scan.is(at, &["end"]) && scan.is(at + 1, &["of"]) { at + 2 } else { at }
}

/// Gives the length found before another time its days, where that time is its end.
pub(super) fn close(scan: &Scan<'_>, before: &Found, time: &mut Time, end: &Found, period: Period) {
    let Meaning::Length(length, Look::Neither) = &before.meaning else { return };
    let told = scan.is(before.tokens.end, ENDS) && end.tokens.start <= after(scan, before.tokens.end);
    if !told || time.from.is_some() || !of_days(length) {
        return;
    }
    let Some(last) = period.last() else { return };
    let first = last.tomorrow().ok().and_then(|day| shifted(Period::Day(day), length, true, Grain::Day)?.first());
    let Some(first) = first else { return };
    time.from = Some(first.to_string());
    time.to = Some(last.to_string());
    time.certainty = time.certainty.max(Certainty::Likely);
    // "the year to April" is a stretch of the calendar; "12 months" stays a length, too.
    if before.tokens.len() == 1 {
        time.kind = TimeKind::Date;
        time.value = Some(format!("{first}/{last}"));
    }
    time.because = format!("{} It ends with the time after it.", time.because);
}

#[cfg(test)]
mod tests {
    use super::super::check::times;

    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = times(text);
        let days = found.first().and_then(|(_, t)| Some((t.from.as_deref()?, t.to.as_deref()?)));
        assert_eq!(days, expected, "in {text:?}");
    }

    #[test]
    fn lengths_with_an_end() {
        check("In the 12 months to March, prices rose.", Some(("2024-04-01", "2025-03-31")));
        check("Profit in the three months ended June 30 rose.", Some(("2025-04-01", "2025-06-30")));
        check("In the year to April 2024, prices rose.", Some(("2023-05-01", "2024-04-30")));
        check("Sales in the week to October 24 fell.", Some(("2025-10-18", "2025-10-24")));
        check("It fell in the six months before.", None);
    }
}
