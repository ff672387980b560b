//! Times of day: "3 p.m.", "16:08 UTC", "0800 GMT", "noon", "half past seven", "5 o'clock".
//!
//! Not scores, ratios and verses ("3:2", "9:25" after a book): minutes have two digits and stand glued to the colon, and
//! what runs on with a dot ("2:05.31") is a length that somebody ran.

use super::meaning::Clock;
use super::words::{Scan, Word};
use crate::text::TokenKind;

/// A time of day at token `i`: the index after it, and the time.
pub(super) fn clock(scan: &Scan<'_>, i: usize) -> Option<(usize, Clock)> {
    let (end, mut clock) = spoken(scan, i).or_else(|| digital(scan, i))?;
    let named = scan.skip(end, &["local", "eastern", "central", "pacific", "mountain"]);
    let end = if named > end && clock.settled {
        scan.skip(scan.skip(named, &["standard", "daylight"]), &["time"])
    } else {
        end
    };
    if let Word::Zone(zone) = scan.at(end)
        && (scan.text.word(end).chars().all(char::is_uppercase))
    {
        clock.zone = Some(zone);
        clock.settled = true;
        return Some((end + 1, clock));
    }
    Some((end, clock))
}

const fn at(hour: i16, minute: i16, settled: bool) -> Clock {
    Clock { hour, minute, second: None, settled, zone: None }
}

/// "am" or "pm" at token `i`: the index after it and the hour of 24.
fn meridiem(scan: &Scan<'_>, i: usize, hour: i16) -> Option<(usize, i16)> {
    if !(1..=12).contains(&hour) {
        return None;
    }
    let half = |pm: bool| hour % 12 + if pm { 12 } else { 0 };
    if let Word::Meridiem(pm) = scan.at(i) {
        return Some((i + 1, half(pm)));
    }
    // "3 in the morning", "8 this evening": the part of the day settles the hour.
    let part = match scan.lower(i) {
        "in" if scan.is(i + 1, &["the"]) => scan.at(i + 2),
        _ => return None,
    };
    match part {
        Word::Part("MO") => Some((i + 3, half(false))),
        Word::Part("AF" | "EV") => Some((i + 3, half(true))),
        _ => None,
    }
}

/// "noon", "half past seven", "5 o'clock".
fn spoken(scan: &Scan<'_>, i: usize) -> Option<(usize, Clock)> {
    match scan.lower(i) {
        "noon" | "midday" => return Some((i + 1, at(12, 0, true))),
        "midnight" => return Some((i + 1, at(0, 0, true))),
        "12" if scan.is(i + 1, &["noon", "midday"]) => return Some((i + 2, at(12, 0, true))),
        "half" if scan.is(i + 1, &["past"]) => return past(scan, i + 2, 30),
        "quarter" if scan.is(i + 1, &["past"]) => return past(scan, i + 2, 15),
        "quarter" if scan.is(i + 1, &["to"]) => return past(scan, i + 2, -15),
        _ => {}
    }
    let hour = hour(scan, i)?;
    let exact = scan.is(i + 1, &["o’clock", "o'clock", "oclock"]);
    if exact {
        let (end, hour, settled) = meridiem(scan, i + 2, hour).map_or((i + 2, hour, false), |(e, h)| (e, h, true));
        return Some((end, at(hour, 0, settled)));
    }
    let (end, hour) = meridiem(scan, i + 1, hour)?;
    Some((end, at(hour, 0, true)))
}

/// A bare hour: "7", "seven".
fn hour(scan: &Scan<'_>, i: usize) -> Option<i16> {
    match scan.at(i) {
        Word::Digits(n @ 0..=24, 1 | 2) | Word::Number(n @ 1..=12) => Some(n),
        _ => None,
    }
}

/// "at 8" beside a part of the day ("tonight at 8"), which settles the hour: the index after it, and the time.
pub(super) fn hour_of(scan: &Scan<'_>, i: usize, part: &str) -> Option<(usize, Clock)> {
    let (end, mut clock) = clock(scan, i).or_else(|| {
        let unit =
            matches!(scan.at(i + 1), Word::Unit(..)) || scan.is(i + 1, &["%", "percent", "."]) && scan.glued(i + 2);
        (!unit).then(|| Some((i + 1, at(hour(scan, i).filter(|h| *h > 0)?, 0, false))))?
    })?;
    if !clock.settled {
        clock.hour = clock.hour % 12 + if part == "MO" { 0 } else { 12 };
        clock.settled = true;
    }
    Some((end, clock))
}

/// "half past seven": minutes from the hour at token `i`.
fn past(scan: &Scan<'_>, i: usize, minutes: i16) -> Option<(usize, Clock)> {
    let hour = hour(scan, i)?;
    let mut end = i + 1;
    end = scan.skip(end, &["o’clock", "o'clock", "oclock"]);
    let (end, hour, settled) = meridiem(scan, end, hour).map_or((end, hour, false), |(e, h)| (e, h, true));
    let minute = (hour * 60 + minutes).rem_euclid(24 * 60);
    Some((end, at(minute / 60, minute % 60, settled)))
}

/// "16:08", "3:18 pm", "8.30pm", "0800 UTC", "16h30".
fn digital(scan: &Scan<'_>, i: usize) -> Option<(usize, Clock)> {
    let token = scan.text.tokens().get(i).filter(|t| t.kind == TokenKind::Number)?;
    if i > 0 && scan.glued(i) && !scan.is(i - 1, &["-", "–", "—", "(", "@", "“", "\"", "t"]) {
        return None;
    }
    match scan.at(i) {
        Word::Digits(hour @ 0..=24, 1 | 2) if scan.is(i + 1, &[":"]) && scan.glued(i + 1) && scan.glued(i + 2) => {
            let Word::Digits(minute @ 0..=59, 2) = scan.at(i + 2) else { return None };
            let mut end = i + 3;
            let mut second = None;
            if scan.is(end, &[":"]) && scan.glued(end) {
                let Word::Digits(n @ 0..=59, 2) = scan.at(end + 1) else { return None };
                second = Some(n);
                end += 2;
            }
            let (end, hour, told) = meridiem(scan, end, hour).map_or((end, hour, false), |(e, h)| (e, h, true));
            let settled = told || hour == 0 || hour > 12;
            Some((end, Clock { hour, minute, second, settled, zone: None }))
        }
        Word::Digits(time @ 0..=2400, 4) if time % 100 < 60 => {
            let told = matches!(scan.at(i + 1), Word::Zone(_)) || scan.is(i + 1, &["hours", "hrs"]);
            if told {
                let end = i + 1 + usize::from(!matches!(scan.at(i + 1), Word::Zone(_)));
                return Some((end, at(time / 100, time % 100, true)));
            }
            let (end, hour) = meridiem(scan, i + 1, time / 100)?;
            Some((end, at(hour, time % 100, true)))
        }
        Word::Digits(hour @ 0..=24, 1 | 2) if scan.glued(i + 1) => {
            let minutes = scan.lower(i + 1).strip_prefix('h')?;
            let minute = if minutes.is_empty() { 0 } else { minutes.parse().ok().filter(|m| *m < 60)? };
            (minutes.is_empty() && scan.is(i.wrapping_sub(1), &["at", "@"]) || minutes.len() == 2)
                .then_some((i + 2, at(hour, minute, true)))
        }
        Word::Amount => {
            let (hour, minute) = scan.text.slice(token.span).split_once('.')?;
            let (hour, minute): (i16, i16) = (hour.parse().ok()?, (minute.len() == 2).then(|| minute.parse().ok())??);
            let (end, hour) = meridiem(scan, i + 1, hour)?;
            (minute < 60).then_some((end, at(hour, minute, true)))
        }
        _ => None,
    }
}

/// "3-4pm", "from 3:30 to 6 PM", "9:30 - 11:00 CST": the index after it, and both times.
pub(super) fn clocks(scan: &Scan<'_>, i: usize) -> Option<(usize, Clock, Clock)> {
    let (middle, mut from) = clock(scan, i).or_else(|| Some((i + 1, at(hour(scan, i)?, 0, false))))?;
    let between = i > 0 && scan.is(i - 1, &["between"]);
    if !(scan.dash(middle)
        || scan.is(middle, &["to", "until", "till", "through"])
        || between && scan.is(middle, &["and"]))
    {
        return None;
    }
    let (end, mut to) = clock(scan, middle + 1)?;
    // "6 a.m. to midnight" ends with the day.
    to.hour = if to.hour == 0 && to.minute == 0 { 24 } else { to.hour };
    if !from.settled && to.settled {
        let later = from.hour % 12 + 12;
        let fits = to.hour >= 12 && later * 60 + from.minute < to.hour * 60 + to.minute;
        from.hour = if fits { later } else { from.hour };
        from.settled = true;
    }
    from.zone = from.zone.or(to.zone);
    Some((end, from, to))
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_undated};

    #[test]
    fn times_of_day() {
        check("The quake struck at 16:08 UTC.", "16:08 UTC = 2025-10-30T16:08Z");
        check("Polls will close at 8 p.m. on Sunday.", "8 p.m. on Sunday = 2025-11-02T20:00");
        check(
            "The blast was heard at 22:00 local time in Lima on Saturday.",
            "22:00 local time = 2025-10-25T22:00; Saturday = 2025-10-25",
        );
        check("It fell at 0830 GMT.", "0830 GMT = 2025-10-30T08:30Z");
        check("They will meet at noon on Friday.", "noon on Friday = 2025-10-31T12:00");
        check("Doors open at half past seven.", "half past seven = 2025-10-30T07:30");
        check(
            "The talks ran from 9 a.m. to 5 p.m. on Monday.",
            "9 a.m. to 5 p.m. on Monday = 2025-10-27T09:00/2025-10-27T17:00",
        );
        check("She spoke at 10:30 this morning.", "10:30 this morning = 2025-10-30T10:30");
        check("The show starts tonight at 8.", "tonight at 8 = 2025-10-30T20:00");
        check("They met at 5 yesterday afternoon.", "5 yesterday afternoon = 2025-10-29T17:00");
        check_undated("It starts at 3 p.m.", "3 p.m. = T15:00");
    }

    #[test]
    fn no_times_of_day() {
        check("They won 3:2 and 10-4.", "");
        check("I am here. It cost 8.30 euros.", "");
        check("Odds of 7:30 were offered.", "");
    }
}
