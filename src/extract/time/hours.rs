//! Times of day and the day they are of, in either order, and stretches between two: "tomorrow at 5pm", "12:00 UTC
//! Monday", "10:30 this morning", "3-4pm", "between 7 and 9 last night", "Thursday before 5pm", "from 9:30am for 7 hours".
//!
//! Not scores after a day ("won Monday 3-2"): bare numbers are hours only where somebody plans.

use super::bound;
use super::calendar::{Period, Unit};
use super::clock::{clock, hour};
use super::date::date;
use super::length;
use super::meaning::{Clock, Length, Meaning, When};
use super::neighbour::ends;
use super::voice::Voice;
use super::words::{Near, Scan, Word};

/// A day, the part of it that is named, and the index after both.
struct Day {
    end: usize,
    when: When,
    part: Option<&'static str>,
}

/// A day at token `i`, also in numbers alone where `open` is set: "Friday", "tomorrow evening", "last night", "this morning", "tonight".
fn day(scan: &Scan<'_>, i: usize, open: bool) -> Option<Day> {
    if let (Word::Near(near @ (Near::Last | Near::This)), Word::Part(part)) = (scan.at(i), scan.at(i + 1)) {
        return Some(Day { end: i + 2, when: When::Step(Unit::Day, near.step()), part: Some(part) });
    }
    // "the morning of May 5", "evening of Christmas".
    if let Word::Part(part) = scan.at(i)
        && scan.is(i + 1, &["of"])
    {
        let (end, when) = date(scan, scan.skip(i + 2, &["the"]), false).filter(|(_, when)| is_day(when))?;
        return Some(Day { end, when, part: Some(part) });
    }
    // "in the evening" of a plan is that of today.
    if let Word::Part(part) = scan.at(i + 2)
        && scan.voice != Voice::Report
        && scan.is(i, &["in"])
        && scan.is(i + 1, &["the"])
    {
        return Some(Day { end: i + 3, when: When::Step(Unit::Day, 0), part: Some(part) });
    }
    let (end, when) = date(scan, i, open).filter(|(_, when)| is_day(when))?;
    Some(match scan.at(end) {
        Word::Part(part) => Day { end: end + 1, when, part: Some(part) },
        // "Sunday early morning".
        Word::Edge(_) if matches!(scan.at(end + 1), Word::Part(_)) => {
            let Word::Part(part) = scan.at(end + 1) else { return None };
            Day { end: end + 2, when, part: Some(part) }
        }
        _ => Day { end, when, part: scan.is(i, &["tonight", "overnight"]).then_some("NI") },
    })
}

/// Whether a date is one day.
pub(super) fn is_day(when: &When) -> bool {
    match when {
        When::Fixed(Period::Day(_))
        | When::MonthDay(..)
        | When::DayOf(_)
        | When::Weekday(_)
        | When::WeekdayThe(..)
        | When::Step(Unit::Day, _)
        | When::Either(..) => true,
        When::Holiday(rule) | When::About(rule, ..) => rule.is_day(),
        When::Near(_, what) | When::Within(what, _) => is_day(what),
        _ => false,
    }
}

/// A time that starts with its time of day at token `i`.
pub(super) fn clock_first(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let on = |end: usize| {
        let at = scan.skip(scan.skip(end, &[","]), &["on", "of", "for"]);
        day(scan, scan.skip(at, &["the"]), false)
    };
    if let Some((end, mut from, mut to)) = stretch(scan, i) {
        let told = from.settled || to.settled || from.minute + to.minute > 0;
        let (end, when) = match on(end) {
            Some(day) => {
                settle(&mut from, day.part);
                settle(&mut to, day.part);
                (day.end, Some(day.when))
            }
            None => (end, None),
        };
        if told || when.is_some() && scan.voice != Voice::Report {
            return Some((end, Meaning::Clocks(from, to, when)));
        }
    }
    // "at 8 tonight", "at 5 tomorrow afternoon", "9 tomorrow".
    const BARE: &[&str] = &["at", "around", "about", "by", "for", "from", "until", "@", ","];
    let opens = scan.starts_sentence(i) || i > 0 && scan.is(i - 1, BARE);
    // "see you at 7 on Friday", "wake me at seven."
    let planned = scan.voice == Voice::Plan && scan.is(i.wrapping_sub(1), &["at", "@"]);
    if let Some(bare) = bare_hour(scan, i).filter(|_| opens)
        && let Some(day) = day(scan, i + 1, false).or_else(|| on(i + 1).filter(|_| planned && scan.is(i + 1, &["on"])))
        && (i > 0 && scan.is(i - 1, &["at"]) && day.part.is_some() || scan.voice != Voice::Report)
    {
        let mut clock = bare;
        settle(&mut clock, day.part);
        return Some((day.end, Meaning::Clock(clock, Some(day.when))));
    }
    if planned
        && ends(scan, i + 1)
        && !scan.is(i + 1, &["%", "$", "€", "£", "°"])
        && let Some(bare) = bare_hour(scan, i)
        && clock(scan, i).is_none()
    {
        return Some((i + 1, Meaning::Clock(bare, None)));
    }
    let (end, mut clock) = clock(scan, i)?;
    if let Some((after, open)) = bound::after(scan, end)
        && let Some(day) = on(after)
    {
        settle(&mut clock, day.part);
        return Some((day.end, Meaning::Bounded(clock, day.when, open)));
    }
    // "won in 2:05", "9:25" of a verse: a time with nothing to show that it is one needs a day or "at".
    let shown = clock.settled || scan.voice != Voice::Report || scan.is(i, &["half", "quarter"]);
    if let Some(day) = on(end) {
        settle(&mut clock, day.part);
        return Some((day.end, Meaning::Clock(clock, Some(day.when))));
    }
    const BEFORE: &[&str] = &["at", "by", "until", "since", "around", "about", "after", "before"];
    (shown || i > 0 && scan.is(i - 1, BEFORE)).then_some((end, Meaning::Clock(clock, None)))
}

/// A date at token `i`, with the time or the part of the day after it: "tomorrow at 5pm", "Friday morning".
pub(super) fn day_first(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let Some(Day { end, when, part }) = day(scan, i, true) else {
        return date(scan, i, true).map(|(end, when)| (end, Meaning::Date(when)));
    };
    let comma = scan.skip(end, &[",", "-"]);
    if let Some((at, open)) = bound::ahead(scan, comma)
        && let Some((end, mut clock)) = clock(scan, at)
    {
        settle(&mut clock, part);
        return Some((end, Meaning::Bounded(clock, when, open)));
    }
    if let Some((end, from, to)) = lasting(scan, comma) {
        return Some((end, Meaning::Clocks(from, to, Some(when))));
    }
    let at = scan.skip(
        scan.skip(comma, &["at", "for", "in"]),
        &["around", "about", "approximately", "roughly", "circa", "@", "from", "between"],
    );
    if let Some((end, mut from, mut to)) = stretch(scan, at) {
        let told = from.settled || to.settled || from.minute + to.minute > 0 || part.is_some();
        if told || scan.voice != Voice::Report {
            settle(&mut from, part);
            settle(&mut to, part);
            return Some((end, Meaning::Clocks(from, to, Some(when))));
        }
    }
    let bare = at > comma && (part.is_some() || scan.voice != Voice::Report);
    let found = clock(scan, at).or_else(|| bare_hour(scan, at).filter(|_| bare).map(|c| (at + 1, c)));
    if let Some((end, mut clock)) = found {
        settle(&mut clock, part);
        return Some((end, Meaning::Clock(clock, Some(when))));
    }
    Some(match part {
        Some(part) => (end, Meaning::PartOfDay(part, when)),
        None => (end, Meaning::Date(when)),
    })
}

/// An hour with nothing but a day to show that it is one, and no unit of its own.
fn bare_hour(scan: &Scan<'_>, i: usize) -> Option<Clock> {
    let hour = hour(scan, i).filter(|h| (1..=12).contains(h))?;
    let next = i + 1;
    let unit = matches!(scan.at(next), Word::Unit(..))
        || scan.is(i.wrapping_sub(1), &["$", "€", "£", "¥"])
        || scan.is(next, &["%", "percent", "of"])
        || scan.is(next, &[".", "/", "-", ":"]) && scan.glued(next) && scan.glued(next + 1);
    (!unit).then_some(Clock { hour, minute: 0, second: None, settled: false, zone: None })
}

/// Lets the part of the day say which half of it an hour belongs to.
fn settle(clock: &mut Clock, part: Option<&'static str>) {
    let Some(part) = part.filter(|_| !clock.settled) else { return };
    let small = part == "NI" && clock.hour % 12 < 5;
    clock.hour = clock.hour % 12 + if part == "MO" || small { 0 } else { 12 };
    clock.settled = true;
}

/// "3-4pm", "from 3:30 to 6 PM", "9:30 - 11:00 CST", "from 9:30am for 7 hours": the index after it, and both times.
fn stretch(scan: &Scan<'_>, i: usize) -> Option<(usize, Clock, Clock)> {
    if let Some(found) = lasting(scan, i) {
        return Some(found);
    }
    let (middle, mut from) = clock(scan, i).or_else(|| four_digits(scan, i)).or_else(|| {
        let bare = Clock { hour: hour(scan, i)?, minute: 0, second: None, settled: false, zone: None };
        Some((i + 1, bare))
    })?;
    let between = i > 0 && scan.is(i - 1, &["between"]);
    let joins = scan.dash(middle)
        || scan.is(middle, &["to", "until", "till", "through", "thru", "~"])
        || between && scan.is(middle, &["and"]);
    if !joins {
        return None;
    }
    let second = middle + 1;
    let bare = || bare_hour(scan, second).filter(|_| scan.voice != Voice::Report).map(|c| (second + 1, c));
    let (end, mut to) = clock(scan, second).or_else(|| four_digits(scan, second)).or_else(bare)?;
    // "6 a.m. to midnight" ends with the day.
    to.hour = if to.hour == 0 && to.minute == 0 { 24 } else { to.hour };
    if !from.settled && to.settled {
        let later = from.hour % 12 + 12;
        let fits = to.hour >= 12 && later * 60 + from.minute < to.hour * 60 + to.minute;
        from.hour = if fits { later } else { from.hour };
        from.settled = true;
    } else if !to.settled && to.hour * 60 + to.minute < from.hour * 60 + from.minute && from.hour <= 12 {
        to.hour = to.hour % 12 + 12;
        to.settled = from.settled;
    }
    from.zone = from.zone.or(to.zone);
    Some((end, from, to))
}

/// "0730": four digits of which one is a zero in front, as no year has it.
fn four_digits(scan: &Scan<'_>, i: usize) -> Option<(usize, Clock)> {
    let Word::Digits(time @ 0..=959, 4) = scan.at(i) else { return None };
    let clock = Clock { hour: time / 100, minute: time % 100, second: None, settled: false, zone: None };
    (time % 100 < 60).then_some((i + 1, clock))
}

/// "from 9:30am for 7 hours", "for 7 hours from 9:30am".
fn lasting(scan: &Scan<'_>, i: usize) -> Option<(usize, Clock, Clock)> {
    let hours = |at: usize| {
        let (end, length) = length::counted(scan, at)?;
        Some((end, minutes_of(&length)?))
    };
    if scan.is(i, &["for"]) {
        let (end, minutes) = hours(i + 1)?;
        let (end, from) = scan.is(end, &["from"]).then(|| clock(scan, end + 1))??;
        return Some((end, from, later(from, minutes)?));
    }
    let (end, from) = clock(scan, i)?;
    let (end, minutes) = scan.is(end, &["for"]).then(|| hours(end + 1))??;
    Some((end, from, later(from, minutes)?))
}

/// A length of less than a day in minutes.
fn minutes_of(length: &Length) -> Option<i16> {
    let mut minutes = 0.0;
    for &(amount, unit) in &length.0 {
        minutes += amount?
            * match unit {
                Unit::Hour => 60.0,
                Unit::Minute => 1.0,
                _ => return None,
            };
    }
    #[expect(clippy::cast_possible_truncation, reason = "less than the minutes of a day")]
    (minutes < 1440.0).then_some(minutes as i16)
}

/// A time of day some minutes later on the same day.
fn later(from: Clock, minutes: i16) -> Option<Clock> {
    let at = from.hour * 60 + from.minute + minutes;
    (at <= 1440).then_some(Clock { hour: at / 60, minute: at % 60, ..from })
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, times};

    #[test]
    fn days_and_hours_in_either_order() {
        check("Call me tomorrow at 5pm.", "tomorrow at 5pm = 2025-10-31T17:00");
        check("We close at 9 tonight.", "9 tonight = 2025-10-30T21:00");
        check("The strike began Monday at 6 a.m.", "Monday at 6 a.m. = 2025-10-27T06:00");
        check("Please come on Saturday for 9am.", "Saturday for 9am = 2025-11-01T09:00");
        check("I will be back Friday before 5pm.", "Friday before 5pm = /2025-10-31T17:00");
        check("Meet me at 3 pm or later on Monday.", "3 pm or later on Monday = 2025-11-03T15:00/");
    }

    #[test]
    fn stretches_of_a_day() {
        check(
            "The talks ran from 9 a.m. to 5 p.m. on Monday.",
            "9 a.m. to 5 p.m. on Monday = 2025-10-27T09:00/2025-10-27T17:00",
        );
        check("Are you free Monday 10-4?", "Monday 10-4 = 2025-11-03T10:00/2025-11-03T16:00");
        check("Were you out between 7 and 9 last night?", "7 and 9 last night = 2025-10-29T19:00/2025-10-29T21:00");
        check(
            "Book it on May 4 from 9:30am for 7 hours.",
            "May 4 from 9:30am for 7 hours = 2026-05-04T09:30/2026-05-04T16:30",
        );
        let found = times("Can we meet tomorrow from 3 to 5?");
        let readings: Vec<&str> = found.iter().flat_map(|(_, t)| &t.readings).map(|r| r.value.as_str()).collect();
        assert_eq!(readings, ["2025-10-31T03:00/2025-10-31T05:00", "2025-10-31T15:00/2025-10-31T17:00"]);
    }

    #[test]
    fn scores_are_no_hours() {
        check("They won Monday 3-2.", "Monday = 2025-10-27");
        check("It closed Friday at 12 dollars.", "Friday = 2025-10-24");
    }
}
