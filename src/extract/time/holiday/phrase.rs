//! What stands around the name of a holiday: "Labor Day 2021 weekend", "the eve of Yom Kippur", "the day after
//! Thanksgiving", "Christmas of last year", "Easter two years ago", "Waitangi Day (February 6)", "the third closest Christmas
//! to today".

use super::rule::{Frame, Rule};
use crate::extract::time::calendar::{Period, Unit};
use crate::extract::time::meaning::{Length, Look, Meaning, Start, When};
use crate::extract::time::words::{Near, Scan, Word};
use crate::extract::time::{date, length, part, relative};

/// A holiday at token `i` with the words around it: the index after them, and what they mean.
pub(in crate::extract::time) fn phrase(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    closest(scan, i).or_else(|| beside(scan, i)).or_else(|| named(scan, i))
}

/// "Easter Monday 2024", "Christmas of last year", "Eid al-Fitr (April 10)", "Thanksgiving a year ago".
fn named(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let (end, rule) = scan.lists.holidays.starting(scan, i)?;
    // "Labor Day 2021 weekend": a year here, a count of weekends elsewhere.
    if let Word::Digits(year @ 1600..=2150, 4) = scan.at(end)
        && let (after, rule) = framed(scan, end + 1, rule)
        && after > end + 1
    {
        return Some((after, When::Within(Box::new(When::Holiday(rule)), Box::new(When::Fixed(Period::Year(year))))));
    }
    if let Some((end, whole)) = part::of(scan, end).filter(|(_, whole)| part::is_year(whole)) {
        return Some((end, When::Within(Box::new(When::Holiday(rule)), Box::new(whole))));
    }
    if let Some(found) = apposed(scan, end, rule) {
        return Some(found);
    }
    Some(match away(scan, end) {
        Some((end, length, back)) => (end, When::About(rule, length, back)),
        None => (end, When::Holiday(rule)),
    })
}

/// "Diwali eve", "Labor Day weekend", "Christmas week".
pub(super) fn framed(scan: &Scan<'_>, end: usize, rule: Rule) -> (usize, Rule) {
    let frame = match scan.lower(end) {
        "eve" => Frame::Eve,
        "weekend" => Frame::Weekend,
        "week" => Frame::Week,
        _ => return (end, rule),
    };
    (end + 1, rule.framed(frame))
}

/// The day in numbers after the name of it: "Waitangi Day, February 6", "Eid al-Fitr (April 10, 2024)".
fn apposed(scan: &Scan<'_>, end: usize, rule: Rule) -> Option<(usize, When)> {
    if !(scan.dash(end) || scan.is(end, &[",", "("])) {
        return None;
    }
    let (after, when) = date::day_of_month(scan, end + 1)?;
    let same = match when {
        When::MonthDay(month, day) => rule.may_fall(month, day),
        When::Fixed(Period::Day(day)) => rule
            .in_year(day.year())
            .iter()
            .any(|held| held.first().is_some_and(|first| first.duration_until(day).as_hours().abs() <= 24)),
        _ => false,
    };
    same.then(|| (after + usize::from(scan.is(end, &["("]) && scan.is(after, &[")"])), when))
}

/// "a year ago", "in nine months", "three months from now": the index after it, the length, and whether it looks back.
fn away(scan: &Scan<'_>, i: usize) -> Option<(usize, Length, bool)> {
    let ahead = scan.is(i, &["in"]);
    let (end, Meaning::Length(length, Look::Neither)) = length::length(scan, i + usize::from(ahead))? else {
        return None;
    };
    if !relative::of_days(&length) {
        return None;
    }
    match scan.lower(end) {
        _ if ahead => Some((end, length, false)),
        "ago" => Some((end + 1, length, true)),
        "hence" => Some((end + 1, length, false)),
        "from" if scan.is(end + 1, &["now", "today"]) => Some((end + 2, length, false)),
        _ => None,
    }
}

/// "eve of Yom Kippur", "day after Thanksgiving", "weekend of Easter".
fn beside(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let frame = match (scan.lower(i), scan.lower(i + 1)) {
        ("eve", "of") => Some(Frame::Eve),
        ("week", "of") => Some(Frame::Week),
        ("weekend", "of") => Some(Frame::Weekend),
        ("day", "after" | "before") => None,
        _ => return None,
    };
    let at = scan.skip(i + 2, &["the"]);
    let near = match scan.at(at) {
        Word::Near(near @ (Near::Last | Near::This | Near::Next)) => Some(near),
        _ => None,
    };
    let (end, rule) = scan.lists.holidays.starting(scan, at + usize::from(near.is_some()))?;
    let within = part::of(scan, end).filter(|(_, whole)| part::is_year(whole));
    let around = |rule: Rule| match (near, within) {
        (Some(near), _) => (end, When::Near(near, Box::new(When::Holiday(rule)))),
        (None, Some((end, whole))) => (end, When::Within(Box::new(When::Holiday(rule)), Box::new(whole))),
        (None, None) => (end, When::Holiday(rule)),
    };
    if let Some(frame) = frame {
        return Some(around(rule.framed(frame)));
    }
    let (end, when) = around(rule);
    let day = Length(vec![(Some(1.0), Unit::Day)]);
    Some((end, When::Away(day, scan.is(i + 1, &["before"]), Start::At(Box::new(when)))))
}

/// "the third closest Christmas to today", "closest Monday to October 5".
fn closest(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let (at, n) = match scan.at(i) {
        Word::Ordinal(n) => (i + 1, n),
        Word::Digits(n @ 1..=99, _) if scan.is(i + 1, &["st", "nd", "rd", "th"]) => (i + 2, i8::try_from(n).ok()?),
        _ => (i, 1),
    };
    if !scan.is(at, &["closest", "nearest"]) || n < 1 {
        return None;
    }
    let (end, what) = match scan.at(at + 1) {
        Word::Weekday(day) | Word::ShortWeekday(day) => (at + 2, When::Weekday(day)),
        _ => scan.lists.holidays.starting(scan, at + 1).map(|(end, rule)| (end, When::Holiday(rule)))?,
    };
    if !scan.is(end, &["to"]) {
        return None;
    }
    let (end, to) =
        relative::day_word(scan, end + 1).or_else(|| date::day_of_month(scan, scan.skip(end + 1, &["the"])))?;
    Some((end, When::Closest(n, Box::new(what), Box::new(to))))
}

#[cfg(test)]
mod tests {
    use crate::extract::time::check::check;

    #[test]
    fn frames() {
        check("over Labor Day weekend", "Labor Day weekend = 2025-08-30/2025-09-01");
        check("on Labor Day 2021 weekend", "Labor Day 2021 weekend = 2021-09-04/2021-09-06");
        check("It fell on Diwali eve.", "Diwali eve = 2025-10-19");
        check("on the eve of Yom Kippur 2023", "eve of Yom Kippur 2023 = 2023-09-24");
        check("the day after Thanksgiving", "day after Thanksgiving = 2025-11-28");
        check("the day before last Christmas", "day before last Christmas = 2024-12-24");
        check("the week of Halloween", "week of Halloween = 2025-W44");
    }

    #[test]
    fn years() {
        check("Christmas two years ago", "Christmas two years ago = 2023-12-25");
        check("Easter in six months", "Easter in six months = 2026-04-05");
        check("Thanksgiving of next year", "Thanksgiving of next year = 2026-11-26");
        check("They met on the morning of Christmas 2013.", "morning of Christmas 2013 = 2013-12-25TMO");
    }

    #[test]
    fn the_day_itself() {
        check("on Waitangi Day - February 6 - they met", "Waitangi Day - February 6 = 2025-02-06");
        check("on Eid al-Fitr (April 9, 2024)", "Eid al-Fitr (April 9, 2024) = 2024-04-09");
        check("on Christmas Day, December 28", "Christmas Day = 2025-12-25; December 28 = 2025-12-28");
    }

    #[test]
    fn counted_off_by_distance() {
        check("the 3rd closest Christmas to today", "3rd closest Christmas to today = 2026-12-25");
        check("the closest Monday to October 5, 2013", "closest Monday to October 5, 2013 = 2013-10-07");
        check("The closest ally to the president spoke.", "");
    }
}
