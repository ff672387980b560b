//! Times of day: "3 p.m.", "16:08 UTC", "0800 GMT", "noon", "half past seven", "5 o'clock", "nine thirty", "9a".
//!
//! Not scores, ratios and verses ("3:2", "9:25" after a book): minutes have two digits and stand glued to the colon, and
//! what runs on with a dot ("2:05.31") is a length that somebody ran. "9p" and a bare "at 6.45" are times only where
//! somebody plans: a report tells prices so.

use super::meaning::Clock;
use super::voice::Voice;
use super::words::{Scan, Word};
use crate::text::TokenKind;

const OCLOCK: &[&str] = &["o’clock", "o'clock", "oclock"];

/// A time of day at token `i`: the index after it, and the time.
pub(super) fn clock(scan: &Scan<'_>, i: usize) -> Option<(usize, Clock)> {
    let (end, mut clock) = spoken(scan, i).or_else(|| digital(scan, i)).or_else(|| in_words(scan, i))?;
    let named = scan.skip(end, &["local", "eastern", "central", "pacific", "mountain"]);
    let end = if named > end && clock.settled {
        scan.skip(scan.skip(named, &["standard", "daylight"]), &["time", "timezone"])
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
    // "9.am", "3 in the AM".
    let dot = scan.is(i, &["."]) && scan.glued(i) && scan.glued(i + 1);
    let at = if dot { i + 1 } else { i };
    let the = scan.is(i, &["in"]) && scan.is(i + 1, &["the"]);
    if let Word::Meridiem(pm) = scan.at(if the { i + 2 } else { at }) {
        return Some((if the { i + 3 } else { at + 1 }, half(pm)));
    }
    if let Some((end, pm)) = spaced(scan, i) {
        return Some((end, half(pm)));
    }
    // "3 in the morning": the part of the day settles the hour.
    let part = if the { scan.at(i + 2) } else { Word::Other };
    match part {
        Word::Part("MO") => Some((i + 3, half(false))),
        Word::Part("AF" | "EV") => Some((i + 3, half(true))),
        _ => None,
    }
}

/// "9a", "9 a m", "9 p . m .": the index after it, and whether it is after noon.
fn spaced(scan: &Scan<'_>, i: usize) -> Option<(usize, bool)> {
    if !scan.is(i, &["a", "p"]) {
        return None;
    }
    let pm = scan.is(i, &["p"]);
    let m = scan.skip(i + 1, &["."]);
    if scan.is(m, &["m"]) {
        let dotted = m > i + 1 && scan.is(m + 1, &["."]) && m + 2 < scan.len();
        return Some((m + 1 + usize::from(dotted), pm));
    }
    let minutes = i >= 2 && scan.is(i - 2, &[":"]);
    (scan.glued(i) && (minutes || scan.voice != Voice::Report)).then_some((i + 1, pm))
}

/// "noon", "half past seven", "15 past seven", "5 o'clock".
fn spoken(scan: &Scan<'_>, i: usize) -> Option<(usize, Clock)> {
    match scan.lower(i) {
        "noon" | "midday" => return Some((i + 1, at(12, 0, true))),
        "midnight" => return Some((i + 1, at(0, 0, true))),
        "mid" if scan.is(i + 1, &["night", "-night"]) => return Some((i + 2, at(0, 0, true))),
        "mid" if scan.is(i + 1, &["day"]) && i.checked_sub(1).is_none_or(|k| scan.is(k, &["at", "the", "by"])) => {
            return Some((i + 2, at(12, 0, true)));
        }
        "12" | "twelve" if scan.is(i + 1, &["noon", "midday"]) => return Some((i + 2, at(12, 0, true))),
        "12" | "twelve" if scan.is(i + 1, &["midnight"]) => return Some((i + 2, at(0, 0, true))),
        "half" if scan.is(i + 1, &["past"]) => return past(scan, i + 2, 30),
        "quarter" if scan.is(i + 1, &["past", "after"]) => return past(scan, i + 2, 15),
        "quarter" if scan.is(i + 1, &["to", "till"]) => return past(scan, i + 2, -15),
        "a" if scan.is(i + 1, &["quarter"]) => return spoken(scan, i + 1),
        _ => {}
    }
    if let Some((end, minutes)) = minutes(scan, i) {
        // "5 to 6pm" is a stretch; only "minutes" makes it a time.
        let told = scan.skip(end, &["minutes"]);
        match scan.lower(told) {
            "past" => return past(scan, told + 1, minutes),
            // "at twenty to five".
            "to" if told > end || at_words(scan, i) => return past(scan, told + 1, -minutes),
            _ => {}
        }
    }
    let hour = hour(scan, i)?;
    if scan.is(i + 1, OCLOCK) {
        let (end, hour, settled) = meridiem(scan, i + 2, hour).map_or((i + 2, hour, false), |(e, h)| (e, h, true));
        return Some((end, at(hour, 0, settled)));
    }
    let (end, hour) = meridiem(scan, i + 1, hour)?;
    Some((end, at(hour, 0, true)))
}

/// Whether "at" leads to minutes in words, so that "to" counts back from the hour.
fn at_words(scan: &Scan<'_>, i: usize) -> bool {
    let led = scan.is(i.wrapping_sub(1), &["at", "around", "about"]);
    led && matches!(scan.at(i), Word::Number(5 | 10 | 20)) && matches!(scan.at(i + 2), Word::Number(1..=12))
}

/// A bare hour: "7", "seven".
pub(super) fn hour(scan: &Scan<'_>, i: usize) -> Option<i16> {
    match scan.at(i) {
        Word::Digits(n @ 0..=24, 1 | 2) | Word::Number(n @ 1..=12) if !scan.is(i, &["dozen"]) => Some(n),
        _ => None,
    }
}

/// Minutes in words or digits: "fifteen", "forty-three", "15".
fn minutes(scan: &Scan<'_>, i: usize) -> Option<(usize, i16)> {
    match scan.at(i) {
        Word::Digits(n @ 1..=59, _) => Some((i + 1, n)),
        Word::Number(n @ (5 | 10..=19)) if !scan.is(i, &["dozen"]) => Some((i + 1, n)),
        Word::Number(tens @ (20 | 30 | 40 | 50)) => {
            let ones = i + 1 + usize::from(scan.dash(i + 1) && scan.glued(i + 1));
            match scan.at(ones) {
                Word::Number(n @ 1..=9) => Some((ones + 1, tens + n)),
                _ => Some((i + 1, tens)),
            }
        }
        _ => None,
    }
}

/// "nine thirty", "six forty-three", "nine fifty nine a m": an hour in words and its minutes.
fn in_words(scan: &Scan<'_>, i: usize) -> Option<(usize, Clock)> {
    let Word::Number(hour @ 1..=12) = scan.at(i) else { return None };
    let next = i + 1 + usize::from(scan.dash(i + 1) && scan.glued(i + 1));
    if scan.is(i, &["dozen"]) || !matches!(scan.at(next), Word::Number(10..=59)) {
        return None;
    }
    let (end, minute) = minutes(scan, next)?;
    let told = meridiem(scan, end, hour);
    let unit = matches!(scan.at(end), Word::Unit(..)) || scan.dash(end) && matches!(scan.at(end + 1), Word::Unit(..));
    if told.is_none() && (scan.voice == Voice::Report || unit && !scan.is(end, &["minutes"])) {
        return None;
    }
    let end = scan.skip(end, &["minutes"]);
    let (end, hour, settled) = told.map_or((end, hour, false), |(e, h)| (e, h, true));
    Some((end, at(hour, minute, settled)))
}

/// "half past seven": minutes from the hour at token `i`.
fn past(scan: &Scan<'_>, i: usize, minutes: i16) -> Option<(usize, Clock)> {
    let whole = digital(scan, i).filter(|(_, c)| c.minute == 0);
    let (end, hour, settled) = if let Some((end, clock)) = whole {
        (end, clock.hour, clock.settled)
    } else {
        let hour = hour(scan, i)?;
        let end = scan.skip(i + 1, OCLOCK);
        meridiem(scan, end, hour).map_or((end, hour, false), |(e, h)| (e, h, true))
    };
    let minute = (hour * 60 + minutes).rem_euclid(24 * 60);
    Some((end, at(minute / 60, minute % 60, settled)))
}

/// "16:08", "3:18 pm", "8.30pm", "0800 UTC", "16h30".
fn digital(scan: &Scan<'_>, i: usize) -> Option<(usize, Clock)> {
    let token = scan.text.tokens().get(i).filter(|t| t.kind == TokenKind::Number)?;
    if i > 0 && scan.glued(i) && !scan.is(i - 1, &["-", "–", "—", "(", "@", "“", "\"", "t", ")", "/"]) {
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
            let length = scan.is(i.wrapping_sub(1), &["in", "for", "within", "of"]);
            let shown = scan.is(i.wrapping_sub(1), &["at", "@"]) || scan.voice != Voice::Report && !length;
            (minutes.is_empty() && shown || minutes.len() == 2).then_some((i + 2, at(hour, minute, true)))
        }
        Word::Amount => {
            let (hour, minute) = scan.text.slice(token.span).split_once('.')?;
            let (hour, minute): (i16, i16) = (hour.parse().ok()?, (minute.len() == 2).then(|| minute.parse().ok())??);
            if minute >= 60 || hour > 24 {
                return None;
            }
            if let Some((end, hour)) = meridiem(scan, i + 1, hour) {
                return Some((end, at(hour, minute, true)));
            }
            let alone = scan.text.tokens().get(i + 1).is_none_or(|t| t.kind == TokenKind::Mark);
            let told = scan.voice != Voice::Report && scan.is(i.wrapping_sub(1), &["at"]) && alone;
            told.then_some((i + 1, at(hour, minute, hour > 12)))
        }
        _ => None,
    }
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
        check("She spoke at 10:30 this morning.", "10:30 this morning = 2025-10-30T10:30");
        check("The show starts tonight at 8.", "tonight at 8 = 2025-10-30T20:00");
        check("They met at 5 yesterday afternoon.", "5 yesterday afternoon = 2025-10-29T17:00");
        check_undated("It starts at 3 p.m.", "3 p.m. = T15:00");
    }

    #[test]
    fn times_of_day_in_words() {
        check("We meet on May 4 at nine thirty a m.", "May 4 at nine thirty a m = 2026-05-04T09:30");
        check("Let’s meet tomorrow at six forty-five.", "tomorrow at six forty-five = 2025-10-31T06:45");
        check("I will call today at 9p.", "today at 9p = 2025-10-30T21:00");
        check("a quarter past 1pm", "a quarter past 1pm = 2025-10-30T13:15");
        check("I will call at ten past four tomorrow.", "ten past four tomorrow = 2025-10-31T04:10");
        check("It left at twenty to five.", "twenty to five = 2025-10-30T04:40");
        check("It left at five past six.", "five past six = 2025-10-30T06:05");
    }

    #[test]
    fn no_times_of_day() {
        check("They won 3:2 and 10-4.", "");
        check("I am here. It cost 8.30 euros.", "");
        check("Odds of 7:30 were offered.", "");
        check("Ages run from ten to six; twenty to five people came.", "");
        check("Shares rose 5p at 6.45 and two thirty-seat buses burnt.", "");
    }
}
