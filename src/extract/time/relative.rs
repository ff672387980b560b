//! Times counted from another: "yesterday", "last week", "next Tuesday", "two years ago", "the previous year", "the same
//! period last year", "three days after Easter", "Tuesday of next week".
//!
//! Not "now", "recently", "soon" and "currently": they date nothing an analyst could check.

use super::calendar::Unit;
use super::date::{date, day_of_month};
use super::length;
use super::meaning::{Length, Meaning, Start, When};
use super::neighbour::{ends, neighbour};
use super::part;
use super::voice::Voice;
use super::weekday::weekday;
use super::words::{Near, Scan, Word};
use crate::text::TokenKind;

/// "today", "yesterday", "the day after tomorrow".
pub(super) fn day_word(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    if let Word::Day(by) = scan.at(i) {
        return Some((i + 1, When::Step(Unit::Day, i32::from(by))));
    }
    if scan.is(i, &["tonight"]) || overnight(scan, i) {
        return Some((i + 1, When::Step(Unit::Day, 0)));
    }
    if !scan.is(i, &["day"]) {
        return None;
    }
    match (scan.lower(i + 1), scan.at(i + 2)) {
        ("after", Word::Day(1)) => Some((i + 3, When::Step(Unit::Day, 2))),
        ("before", Word::Day(-1)) => Some((i + 3, When::Step(Unit::Day, -2))),
        _ => None,
    }
}

/// "Drones hit the port overnight", the night that the report comes after; not "an overnight stay".
pub(super) fn overnight(scan: &Scan<'_>, i: usize) -> bool {
    let free = ends(scan, i + 1)
        || scan
            .is(i + 1, &["after", "and", "as", "at", "by", "from", "in", "into", "near", "on", "to", "when", "with"]);
    scan.is(i, &["overnight"])
        && free
        && scan.voice == Voice::Report
        && !scan.is(i.wrapping_sub(1), &["a", "an", "the"])
}

/// "last week", "this September", "next Tuesday", "the previous quarter", "last fiscal year".
pub(super) fn near(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    // "this past weekend", "this coming Friday": the second word says which.
    let doubled = scan.at(i) == Word::Near(Near::This)
        && matches!(scan.at(i + 1), Word::Near(Near::Past | Near::Coming | Near::Next | Near::Last));
    let i = i + usize::from(doubled);
    // "the last week of March" is counted off within March.
    let counted = scan.at(i) == Word::Near(Near::Last)
        && matches!(scan.at(i + 1), Word::Unit(_, false) | Word::Weekday(_))
        && scan.is(i + 2, &["of", "in"])
        && part::of(scan, i + 2).is_some();
    if counted { None } else { near_plain(scan, i) }
}

/// The same where it is not counted off within another stretch.
pub(super) fn near_plain(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let Word::Near(near) = scan.at(i) else { return None };
    let at = i + 1;
    let around = |what: When| When::Near(near, Box::new(what));
    match scan.at(at) {
        Word::Unit(unit, plural) => {
            if plural && !lost_apostrophe(scan, i) || unit.of_clock() || unit == Unit::Fortnight {
                return None;
            }
            let step = match near {
                Near::Previous | Near::Following => When::FromEarlier(unit, near.step()),
                Near::Past | Near::Coming if unit != Unit::Weekend && near == Near::Past => return None,
                // "the coming weekend" is the next to come, that of this week.
                Near::Coming if unit == Unit::Weekend => When::Step(unit, 0),
                Near::Next if unit == Unit::Day => When::FromEarlier(unit, 1),
                Near::Last | Near::This if unit == Unit::Day => return None,
                Near::Last | Near::Past if matches!(unit, Unit::Decade | Unit::Century) => return None,
                _ => When::Step(unit, near.step()),
            };
            Some(owner(scan, at + 1, step))
        }
        Word::Weekday(day) | Word::ShortWeekday(day) => {
            // "this Friday, June 15": the day of the month tells more.
            let dated = weekday(scan, at).filter(|(_, when)| matches!(when, When::MonthDay(..) | When::Fixed(_)));
            // "next Mon", but not "the last Sun".
            let short = scan.capital(at) && !scan.is(at, &["sat", "sun"]) || scan.voice != Voice::Report;
            let full = matches!(scan.at(at), Word::Weekday(_)) || short;
            match dated {
                Some((end, when @ When::MonthDay(..))) => Some((end, around(when))),
                Some(fixed) => Some(fixed),
                None => full.then(|| (at + 1, around(When::Weekday(day)))),
            }
        }
        Word::Digits(..) => {
            let (end, when @ When::MonthDay(..)) = day_of_month(scan, at)? else { return None };
            Some((end, around(when)))
        }
        Word::Month(month) => month_after(scan, at, month).map(|end| (end, around(When::Month(month)))),
        Word::Season(season) => Some((at + 1, around(When::Season(season)))),
        Word::Part(_) => None,
        _ => {
            if scan.is(at, &["fiscal", "financial", "calendar"]) && scan.is(at + 1, &["year"]) {
                let when = if scan.is(at, &["calendar"]) {
                    When::Step(Unit::Year, near.step())
                } else {
                    When::Fiscal(near.step())
                };
                return Some((at + 2, when));
            }
            let (end, rule) = scan.lists.holidays.starting(scan, at)?;
            Some((end, around(When::Holiday(rule))))
        }
    }
}

/// "versus last years $32,280", "energy, last years worst sector": "last year’s" without its apostrophe. "batteries that
/// last years" and "the last years" are lengths.
fn lost_apostrophe(scan: &Scan<'_>, i: usize) -> bool {
    let owns = scan.is(i, &["last"]) && scan.is(i + 1, &["years"]);
    let before = scan.is(
        i.wrapping_sub(1),
        &[",", "versus", "vs", "than", "from", "with", "of", "for", "like", "against", "after", "by"],
    );
    let after =
        scan.text.tokens().get(i + 2).is_some_and(|t| t.kind != TokenKind::Mark || scan.is(i + 2, &["$", "£", "€"]));
    let ends =
        scan.is(i + 2, &["and", "or", "but", "when", "as", "has", "have", "had", "longer", "the", "a", "to", "in"]);
    owns && before && after && !ends
}

/// "last March", but not "this may be".
fn month_after(scan: &Scan<'_>, at: usize, month: i8) -> Option<usize> {
    (scan.capital(at) || !matches!(month, 3 | 5 | 8)).then_some(at + 1)
}

/// What "last year’s", "next week" own: "last year’s third quarter", "next week Monday", "last week’s Sunday".
fn owner(scan: &Scan<'_>, end: usize, whole: When) -> (usize, When) {
    let at = scan.skip(end, &["’s", "'s"]);
    if let Some((after, part)) = part::named(scan, at).filter(|_| at > end) {
        return (after, When::Within(Box::new(part), Box::new(whole)));
    }
    let at = scan.skip(at, &["on"]);
    if matches!(whole, When::Step(Unit::Week, _))
        && let Word::Weekday(day) | Word::ShortWeekday(day) = scan.at(at)
    {
        return (at + 1, When::Within(Box::new(When::Weekday(day)), Box::new(whole)));
    }
    (end, whole)
}

/// "two years ago", "in six months", "three weeks later", "three days after Easter", "the year before".
pub(super) fn away(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    if let Some(found) = neighbour(scan, i) {
        return Some(found);
    }
    if let Some((end, Some(n))) = length::count(scan, i)
        && let Word::Weekdays(day) | Word::Weekday(day) = scan.at(end)
        && (1.0..100.0).contains(&n)
    {
        #[expect(clippy::cast_possible_truncation, reason = "below one hundred")]
        let n = n as i8;
        if scan.is(end + 1, &["from"]) && scan.is(end + 2, &["now", "today"]) {
            return Some((end + 3, Meaning::Date(When::WeekdayAhead(day, n))));
        }
        if scan.is(end + 1, &["ago"]) {
            return Some((end + 2, Meaning::Date(When::WeekdayAhead(day, -n))));
        }
    }
    // "a week on Sunday", but not "closed for a week on Sunday".
    if scan.is(i, &["a"])
        && scan.is(i + 1, &["week", "fortnight"])
        && (scan.is(i + 2, &["on"]) && matches!(scan.at(i + 3), Word::Weekday(_)) || scan.is(i + 2, &["tomorrow"]))
        && !scan.is(i.wrapping_sub(1), &["for", "last", "lasted", "over", "about", "than", "times", "once", "twice"])
        && let Word::Unit(unit, _) = scan.at(i + 1)
        && let (end, when @ (When::Weekday(_) | When::Step(Unit::Day, _))) =
            date(scan, scan.skip(i + 2, &["on"]), false)?
    {
        let length = Length(vec![(Some(1.0), unit)]);
        return Some((end, Meaning::Date(When::Away(length, false, Start::At(Box::new(when))))));
    }
    if scan.is(i, &["within"]) && scan.voice != Voice::Report {
        let at = scan.skip(scan.skip(i + 1, &["the"]), &["next"]);
        let (end, length) =
            length::counted(scan, at).filter(|(_, length)| of_days(length) && length.whole().is_some())?;
        return Some((end, Meaning::Deadline(length)));
    }
    if scan.is(i, &["in", "within"]) {
        let at = scan.skip(i + 1, &["about", "around", "just", "roughly", "only"]);
        let (end, Meaning::Length(length, super::meaning::Look::Neither)) = length::length(scan, at)? else {
            return None;
        };
        // "in two weeks’ time", "in a year’s time".
        if scan.is(i, &["in"])
            && length.whole().is_some()
            && scan.is(end, &["’", "'", "’s", "'s"])
            && scan.is(end + 1, &["time"])
        {
            let when = When::Away(length.clone(), false, Start::Reference);
            return Some((end + 2, if of_days(&length) { Meaning::Date(when) } else { Meaning::Inside(length) }));
        }
        let plain =
            scan.is(i, &["in"]) && length.whole().is_some() && !scan.dash(end) && !scan.is(end, &["of", "’", "'"]);
        return plain.then_some((end, Meaning::Inside(length)));
    }
    let (mut end, Meaning::Length(length, super::meaning::Look::Neither)) = length::length(scan, i)? else {
        return None;
    };
    if !of_days(&length) {
        return None;
    }
    end = scan.skip(end, &["’", "'"]);
    let told = |end, back, start| Some((end, Meaning::Date(When::Away(length.clone(), back, start))));
    match scan.lower(end) {
        "ago" => told(end + 1, true, Start::Reference),
        "earlier" | "prior" | "previously" => told(end + 1, true, Start::Earlier),
        "later" | "afterwards" => told(end + 1, false, Start::Earlier),
        "hence" => told(end + 1, false, Start::Reference),
        "from" if scan.is(end + 1, &["now"]) => told(end + 2, false, Start::Reference),
        "from" | "after" | "following" | "before" => {
            let back = scan.is(end, &["before"]);
            let (after, when) = date(scan, scan.skip(end + 1, &["the"]), false)?;
            let day = matches!(
                when,
                When::MonthDay(..)
                    | When::Holiday(_)
                    | When::Step(Unit::Day, _)
                    | When::Weekday(_)
                    | When::Fixed(super::calendar::Period::Day(_))
            );
            day.then(|| told(after, back, Start::At(Box::new(when))))?
        }
        _ => None,
    }
}

/// Whether a length is made of whole days at least.
pub(super) fn of_days(length: &Length) -> bool {
    length.0.iter().all(|(_, unit)| !unit.of_clock())
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn counted_from_the_article() {
        check(
            "yesterday, last week, next month, this year",
            "yesterday = 2025-10-29; last week = 2025-W43; next month = 2025-11; this year = 2025",
        );
        check(
            "It fell two weeks ago, three months ago, a decade ago.",
            "two weeks ago = 2025-10-16; three months ago = 2025-07; a decade ago = 2015",
        );
        check("last May and next summer", "last May = 2025-05; next summer = 2026-SU");
        check("It closed two Fridays ago.", "two Fridays ago = 2025-10-17");
        check(
            "It opens in two weeks’ time and rose overnight.",
            "in two weeks’ time = 2025-11-13; overnight = 2025-10-30TNI",
        );
        check("the day after tomorrow", "day after tomorrow = 2025-11-01");
        check("The court rules in three weeks’ time.", "in three weeks’ time = 2025-11-20");
        check("Polls open in ten days.", "in ten days = 2025-11-09");
        check("The deal closed in ten days.", "ten days = P10D");
        check("It doubles in ten days.", "ten days = P10D");
        check("It closes by year’s end.", "year’s end = 2025-12-31");
        check("They sold it several years ago.", "several years ago = PAST_REF");
        check("It will open in two years.", "in two years = 2027");
        check("It costs $5 versus last years $6.", "last years = 2024");
        check("They stayed the last years.", "last years = PXY");
        check("It opened in two years.", "two years = P2Y");
    }

    #[test]
    fn weekdays() {
        check("They signed it on Wednesday.", "Wednesday = 2025-10-29");
        check("They will sign it on Wednesday.", "Wednesday = 2025-11-05");
        check("On Monday, shares fell.", "Monday = 2025-10-27");
        check(
            "last Friday, next Tuesday, Tuesday of next week",
            "last Friday = 2025-10-24; next Tuesday = 2025-11-04; Tuesday of next week = 2025-11-04",
        );
        check("On Tuesday, May 6, 2008, it rained.", "Tuesday, May 6, 2008 = 2008-05-06");
        check("It fell on Friday morning.", "Friday morning = 2025-10-24TMO");
        check("It rained over the weekend and fell.", "weekend = 2025-W43-WE");
        check("It fell on Tuesday the 16th.", "Tuesday the 16th = 2025-09-16");
        check("It will last several weeks.", "several weeks = PXW");
        check("They failed to win on Tuesday.", "Tuesday = 2025-10-28");
        check("The Sunday Times and Black Sabbath.", "");
        check("They meet next Mon, and met last Fri.", "next Mon = 2025-11-03; last Fri = 2025-10-24");
        check("They will vote a week on Sunday.", "a week on Sunday = 2025-11-09");
        check("Residents face water cuts from Monday.", "Monday = 2025-11-03");
        check("They will vote Tuesday week.", "Tuesday week = 2025-11-11");
        check("It was shut for a week on Sunday.", "a week = P1W; Sunday = 2025-10-26");
    }

    #[test]
    fn counted_from_what_was_named() {
        check(
            "Sales fell 3% in January, compared with the same month a year ago.",
            "January = 2025-01; same month a year ago = 2024-01",
        );
        check("It was 2% in 2019, up from the previous year.", "2019 = 2019; previous year = 2018");
        check(
            "It opened on May 3, 2001. Two days later it closed.",
            "May 3, 2001 = 2001-05-03; Two days later = 2001-05-05",
        );
        check("three days after Christmas", "three days after Christmas = 2025-12-28");
    }
}
