//! Ranges of dates as one time: "between 2017 and 2018", "June 4-9", "from 13 to 15 July", "Jan-Feb 2017", "2012-13",
//! "November 20 to December 11".
//!
//! Two dates that are only listed ("in 1997 and 1998") stay two.

use super::calendar::{Period, Unit};
use super::date::date;
use super::meaning::When;
use super::month;
use super::neighbour::ends;
use super::part;
use super::words::{Scan, Word};
use super::year;

/// A range whose first end starts at token `i`: the index after it, and both ends.
pub(super) fn range(scan: &Scan<'_>, i: usize) -> Option<(usize, When, When)> {
    let (end, from, to) = days(scan, i).or_else(|| years(scan, i)).or_else(|| dates(scan, i))?;
    // "the July-September quarter of last year".
    if let (When::Month(_), When::Month(_)) = (&from, &to)
        && scan.is(end, &["quarter", "period"])
        && scan.is(end + 1, &["of", "in"])
        && let Some((after, year)) = part::of(scan, end + 1).filter(|(_, whole)| part::is_year(whole))
    {
        let of_year = |month| When::Within(Box::new(month), Box::new(year.clone()));
        return Some((after, of_year(from), of_year(to)));
    }
    Some((end, from, to))
}

/// Whether token `i` joins two ends; `start` is where the first end starts.
fn joins(scan: &Scan<'_>, i: usize, start: usize) -> bool {
    scan.dash(i)
        || scan.is(i, &["to", "through", "thru", "until", "till", "~"])
        || scan.is(i, &["and"]) && {
            let first = start - usize::from(start > 0 && scan.is(start - 1, &["the"]));
            first > 0 && scan.is(first - 1, &["between"])
        }
}

/// "June 4-9, 2025", "12 to 16 September".
fn days(scan: &Scan<'_>, i: usize) -> Option<(usize, When, When)> {
    let day_of = |month: i8, day: i8| When::MonthDay(month, day);
    let (end, month, from, to) = if matches!(scan.at(i), Word::Month(_) | Word::ShortMonth(_)) {
        let month = month::month(scan, i)?;
        let first = i + 1 + usize::from(scan.is(i + 1, &["."]) && scan.glued(i + 1));
        let (middle, from) = month::day(scan, first)?;
        if !joins(scan, middle, i) {
            return None;
        }
        let (end, to) = month::day(scan, scan.skip(middle + 1, &["the"]))?;
        // "June 4 - 9 July": the second day has a month of its own.
        if month::day_first(scan, scan.skip(middle + 1, &["the"])).is_some() {
            return None;
        }
        (end, month, from, to)
    } else {
        let (middle, from) = month::day(scan, i)?;
        if !joins(scan, middle, i) {
            return None;
        }
        let second = scan.skip(middle + 1, &["the"]);
        let (after, to) = month::day(scan, second)?;
        let month_at = scan.skip(after, &["of"]);
        (month_at + 1, month::month(scan, month_at)?, from, to)
    };
    if from >= to {
        return None;
    }
    if let Some((end, year)) = month::year_after(scan, end) {
        let fixed = |day| When::Within(Box::new(day_of(month, day)), Box::new(When::Fixed(Period::Year(year))));
        return Some((end, fixed(from), fixed(to)));
    }
    Some((end, day_of(month, from), day_of(month, to)))
}

/// "2014-2018", "2012-13", "2024/25", "between 2017 and 2018".
fn years(scan: &Scan<'_>, i: usize) -> Option<(usize, When, When)> {
    let Word::Digits(from @ 1600..=2150, 4) = scan.at(i) else { return None };
    let fixed = |year| When::Fixed(Period::Year(year));
    let at = i + 1;
    let glued = scan.glued(at) && scan.glued(at + 1);
    if (scan.dash(at) || scan.is(at, &["/"]))
        && glued
        && let Word::Digits(tail, 2) = scan.at(at + 1)
        && tail == (from + 1) % 100
        && !(scan.glued(at + 2) && (scan.dash(at + 2) || scan.is(at + 2, &["/"])))
        && (i == 0 || !scan.glued(i) || scan.is(i - 1, &["(", "“", "\""]))
    {
        return Some((at + 2, fixed(from), fixed(from + 1)));
    }
    // "1939–45", "the 1998-2004 war" in short.
    if scan.dash(at)
        && glued
        && let Word::Digits(tail, 2) = scan.at(at + 1)
        && tail > from % 100
        && (i == 0 || !scan.glued(i) || scan.is(i - 1, &["(", "“", "\""]))
        && (!scan.glued(at + 2) || ends(scan, at + 2) && !scan.dash(at + 2) && !scan.is(at + 2, &["/", "%", "°"]))
        && year::year_of_month(scan, i).is_some()
    {
        return Some((at + 2, fixed(from), fixed(from - from % 100 + tail)));
    }
    year::year(scan, i)?;
    let slash = scan.is(at, &["/"]) && glued;
    if !(slash || joins(scan, at, i)) {
        return None;
    }
    let second = scan.skip(at + 1, &["the"]);
    let to = year::year(scan, second)?;
    (from < to).then(|| (second + 1, fixed(from), fixed(to)))
}

/// Any two dates of one kind: "Nov 18 2014 to Dec 19 2015", "from March to May", "Monday to Friday".
fn dates(scan: &Scan<'_>, i: usize) -> Option<(usize, When, When)> {
    let told = i > 0 && scan.is(i - 1, &["between", "from"]);
    let (middle, from) = now(scan, i).filter(|_| told).or_else(|| date(scan, i, false))?;
    if !joins(scan, middle, i) || (scan.is(middle, &["—"]) || scan.dash(middle) && !dash_joins(&from)) {
        return None;
    }
    let second = scan.skip(middle + 1, &["the"]);
    // "from 2007 to the end of 2008": both years in full.
    let closes = scan.is(second, &["end", "close"]) && scan.is(second + 1, &["of"]);
    let second = if closes { scan.skip(second + 2, &["the"]) } else { second };
    let (end, to) = now(scan, second).filter(|_| told).or_else(|| date(scan, second, false))?;
    let today = |when: &When| matches!(when, When::Step(Unit::Day, _));
    let rank = |when: &When| match when {
        When::Fixed(Period::Day(_))
        | When::MonthDay(..)
        | When::Weekday(_)
        | When::Step(Unit::Day, _)
        | When::Either(..) => 1,
        When::Month(_) | When::Fixed(Period::Month(..)) => 2,
        When::Fixed(Period::Year(_)) => 3,
        When::Quarter(_) | When::Fixed(Period::Quarter(..)) => 4,
        When::Fixed(_) => 5,
        When::Within(what, _) | When::Near(_, what) => match **what {
            When::MonthDay(..) | When::Weekday(_) => 1,
            When::Month(_) => 2,
            _ => 6,
        },
        _ => 7,
    };
    let (a, b) = (rank(&from), rank(&to));
    let until_today = told && (today(&from) || today(&to)) && a.max(b) < 7;
    (a == b && a < 7 || a.min(b) == 2 && a.max(b) == 3 || until_today).then_some((end, from, to))
}

/// "now", "date": the day that a range runs from or to.
fn now(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    scan.is(i, &["now", "date"]).then_some((i + 1, When::Step(Unit::Day, 0)))
}

/// A hyphen joins months and days; after a weekday or "today" it is a dash between thoughts.
fn dash_joins(from: &When) -> bool {
    matches!(from, When::Month(_) | When::MonthDay(..) | When::Fixed(_) | When::Either(..) | When::Quarter(_))
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn ranges() {
        check("Between 2017 and 2018 it fell.", "2017 and 2018 = 2017/2018");
        check(
            "It ran June 4-9 and from 12 to 16 September 2020.",
            "June 4-9 = 2025-06-04/2025-06-09; 12 to 16 September 2020 = 2020-09-12/2020-09-16",
        );
        check("the 2012-13 season, 2024/25", "2012-13 = 2012/2013; 2024/25 = 2024/2025");
        check("from Nov. 20 to Dec. 11", "Nov. 20 to Dec. 11 = 2025-11-20/2025-12-11");
        check(
            "the 1939–45 war, the 1861-65 conflict, 1998-2004",
            "1939–45 = 1939/1945; 1861-65 = 1861/1865; 1998-2004 = 1998/2004",
        );
        check("between the 5th and the 9th of October", "5th and the 9th of October = 2025-10-05/2025-10-09");
        check("the July-September quarter of last year", "July-September quarter of last year = 2024-07/2024-09");
        check("January to April 2015", "January to April 2015 = 2015-01/2015-04");
        check("down 3% year to date", "year to date = 2025-01-01/2025-10-30");
    }

    #[test]
    fn lists_are_no_ranges() {
        check("in 1997 and 1998", "1997 = 1997; 1998 = 1998");
        check("They won 1998-95 and 2012-37-11.", "1998 = 1998");
    }
}
