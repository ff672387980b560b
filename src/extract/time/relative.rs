//! Times counted from another: "yesterday", "last week", "next Tuesday", "two years ago", "the previous year", "the same
//! period last year", "three days after Easter", "Tuesday of next week".
//!
//! Not "now", "recently", "soon" and "currently": they date nothing an analyst could check.

use super::calendar::Unit;
use super::date::{date, day_of_month};
use super::length;
use super::meaning::{Length, Meaning, Part, Start, When};
use super::part;
use super::voice::Voice;
use super::words::{Near, Scan, Word};
use crate::text::TokenKind;

/// "today", "yesterday", "the day after tomorrow".
pub(super) fn day_word(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    if let Word::Day(by) = scan.at(i) {
        return Some((i + 1, When::Step(Unit::Day, i32::from(by))));
    }
    if scan.is(i, &["tonight"]) {
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
            let full = matches!(scan.at(at), Word::Weekday(_));
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

/// "Tuesday", "Tuesday, May 6, 2008", "Tuesday of next week", "Friday last week".
pub(super) fn weekday(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let (day, mut end) = match scan.at(i) {
        Word::Weekday(day) => (day, i + 1),
        Word::ShortWeekday(day) => (day, i + 1 + usize::from(scan.is(i + 1, &["."]) && scan.glued(i + 1))),
        _ => return None,
    };
    let open = scan.is(end, &["(", "-"]) && matches!(scan.at(end + 1), Word::Month(_) | Word::ShortMonth(_));
    let comma = if open { end + 1 } else { scan.skip(end, &[","]) };
    let comma = if scan.is(comma, &["the"]) && matches!(scan.at(comma + 1), Word::Digits(..) | Word::Ordinal(_)) {
        comma + 1
    } else {
        comma
    };
    if let Some((after, when)) = day_of_month(scan, comma)
        && matches!(when, When::Fixed(super::calendar::Period::Day(_)) | When::MonthDay(..) | When::Either(..))
    {
        return Some((after, when));
    }
    if let Word::Digits(n @ 1..=31, _) = scan.at(comma)
        && scan.is(comma + 1, &["st", "nd", "rd", "th"])
        && scan.glued(comma + 1)
    {
        return Some((comma + 2, When::WeekdayThe(day, i8::try_from(n).unwrap_or_default())));
    }
    if let Word::Digits(n @ 1..=31, _) = scan.at(end)
        && scan.voice != Voice::Report
        && !scan.dash(end + 1)
        && !scan.is(end + 1, &[":", ".", "am", "pm", "a.m.", "p.m.", "to"])
    {
        return Some((end + 1, When::WeekdayThe(day, i8::try_from(n).unwrap_or_default())));
    }
    if let Word::ShortWeekday(_) = scan.at(i) {
        // "Sat" and "Sun" alone are words of their own; "Tue" and "Fri" are not.
        let planned = scan.voice == Voice::Bare || scan.voice == Voice::Plan && scan.capital(i);
        let plain = scan.capital(i) && scan.is(i, &["tue", "tues", "thu", "thur", "thurs", "fri"]);
        if !(planned || plain) {
            return None;
        }
        end = i + 1;
    } else if part_of_a_name(scan, i) {
        return None;
    }
    let of = scan.skip(scan.skip(end, &["of", "from"]), &["the"]);
    if let Some((after, whole @ When::Step(Unit::Week, _))) = near(scan, of) {
        return Some((after, When::Within(Box::new(When::Weekday(day)), Box::new(whole))));
    }
    if scan.is(end, &["after"])
        && scan.at(end + 1) == Word::Near(Near::Next)
        && !matches!(scan.at(end + 2), Word::Unit(..))
    {
        return Some((end + 2, When::WeekdayAhead(day, 2)));
    }
    if scan.at(end) == Word::Near(Near::Next) && !matches!(scan.at(end + 1), Word::Unit(..)) {
        return Some((end + 1, When::Near(Near::Next, Box::new(When::Weekday(day)))));
    }
    Some((end, When::Weekday(day)))
}

/// "Sunday Times", "Bloody Sunday", "Sheffield Wednesday": a capital neighbour that is no time makes it a name.
fn part_of_a_name(scan: &Scan<'_>, i: usize) -> bool {
    let name = |k: usize| {
        scan.capital(k)
            && scan.at(k).plain()
            && scan.text.word(k).len() > 2
            && scan.text.word(k).chars().skip(1).all(char::is_lowercase)
    };
    const PAPERS: &[&str] = &["times", "telegraph", "mirror", "express", "mail", "post", "herald", "night"];
    PAPERS.contains(&scan.lower(i + 1)) && scan.capital(i + 1) && scan.lower(i + 1) != "night"
        || i > 0
            && scan.is(i - 1, &["black", "bloody", "cyber", "super", "fat", "sheffield", "ruby", "freaky"])
            && name(i - 1)
        || !scan.capital(i) && scan.is(i, &["sun", "mon"])
}

/// "two years ago", "in six months", "three weeks later", "three days after Easter", "the year before".
pub(super) fn away(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    if let Some(found) = neighbour(scan, i) {
        return Some(found);
    }
    if let Some((end, Some(n))) = length::count(scan, i)
        && let Word::Weekdays(day) | Word::Weekday(day) = scan.at(end)
        && scan.is(end + 1, &["from"])
        && scan.is(end + 2, &["now", "today"])
        && (1.0..100.0).contains(&n)
    {
        #[expect(clippy::cast_possible_truncation, reason = "below one hundred")]
        let when = When::WeekdayAhead(day, n as i8);
        return Some((end + 3, Meaning::Date(when)));
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

/// "the year before", "the same day", "the same period last year", "the end of the day", "year end".
fn neighbour(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
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
                    matches!(when, When::MonthDay(..) | When::DayOf(_) | When::Fixed(super::calendar::Period::Day(_)))
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
fn ends(scan: &Scan<'_>, i: usize) -> bool {
    scan.text.tokens().get(i).is_none_or(|t| t.kind == TokenKind::Mark)
}

/// "week 31", "week 3 of 2027", "week 27 of last year".
fn numbered(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let Word::Digits(n @ 1..=53, digits) = scan.at(i + 1) else { return None };
    let plain = !scan.glued(i + 2) || scan.is(i + 2, &[".", ",", ";", ")", "’s", "'s"]);
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
        check("the day after tomorrow", "day after tomorrow = 2025-11-01");
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
