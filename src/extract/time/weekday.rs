//! Days of the week: "Tuesday", "Tuesday, May 6, 2008", "Tuesday of next week", "Friday last week", "Tue".
//!
//! Not "Sunday Times", "Black Friday" and "Sheffield Wednesday".

use super::calendar::{Period, Unit};
use super::date::day_of_month;
use super::meaning::When;
use super::neighbour::ends;
use super::relative::near;
use super::voice::Voice;
use super::words::{Near, Scan, Word};

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
        && matches!(when, When::Fixed(Period::Day(_)) | When::MonthDay(..) | When::Either(..))
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
        let plain = scan.capital(i) && scan.is(i, &["tue", "tues", "weds", "thu", "thur", "thurs", "fri"]);
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
    // "Tuesday week": a week after the next Tuesday.
    if scan.is(end, &["week"]) && scan.at(i) == Word::Weekday(day) && ends(scan, end + 1) {
        return Some((end + 1, When::WeekdayAhead(day, 2)));
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
