//! Dates in digits: "2025-10-30", "30.10.2025", "10/30/2025", and "10/30" after "on" or a weekday.
//!
//! Not versions, scores and fractions. Where day and month could trade places ("5/7/2020") both readings are kept, the
//! American one first.

use super::calendar::Period;
use super::meaning::When;
use super::voice::Voice;
use super::words::{Scan, Word};
use crate::text::TokenKind;
use jiff::civil::Date;

/// A date in digits at token `i`: the index after it, and the date.
pub(super) fn numeric(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    if let Word::Amount = scan.at(i) {
        let planned = || planned_dot(scan, i);
        return dotted(scan.text.word(i)).or_else(planned).map(|when| (i + 1, when));
    }
    let Word::Digits(first, first_len) = scan.at(i) else { return None };
    if scan.voice == Voice::Bare
        && let Some(found) = bare(scan, i)
    {
        return Some(found);
    }
    let mark = scan.lower(i + 1);
    if !matches!(mark, "/" | "-" | "–")
        || !scan.glued(i + 1)
        || !scan.glued(i + 2)
        || i > 0 && scan.glued(i) && joined(scan, i) && !(mark == "/" && scan.dash(i - 1)) && !named(scan, i)
    {
        return None;
    }
    // "09/2025".
    if let (2, Word::Digits(year @ 1900..=2100, 4), "/") = (first_len, scan.at(i + 2), mark)
        && (1..=12).contains(&first)
        && !(scan.glued(i + 3) && scan.lower(i + 3) == "/")
    {
        return Some((i + 3, When::Fixed(Period::Month(year, i8::try_from(first).ok()?))));
    }
    let Word::Digits(second, second_len @ (1 | 2)) = scan.at(i + 2) else { return None };
    let same = scan.lower(i + 3) == mark && scan.glued(i + 3) && scan.glued(i + 4);
    if same && let Word::Digits(third, third_len) = scan.at(i + 4) {
        if scan.glued(i + 5) && scan.lower(i + 5) == mark && scan.glued(i + 6) {
            return None;
        }
        if first_len == 4 && third_len <= 2 {
            return Some((i + 5, When::Fixed(date(first, second, third)?)));
        }
        let year = match third_len {
            4 => third,
            2 if mark == "/" => 2000 + third,
            _ => return None,
        };
        return Some((i + 5, either(year, first, second)?));
    }
    if first_len == 4 {
        // "2025-04" is a month; "2010-11" is told as two years, and read there.
        let month = i8::try_from(second).ok().filter(|m| (1..=12).contains(m))?;
        let plain = mark == "-" && second_len == 2 && second != (first + 1) % 100 && (1900..=2100).contains(&first);
        return (plain && !scan.glued(i + 3)).then_some((i + 3, When::Fixed(Period::Month(first, month))));
    }
    let beside = matches!(scan.before(i), Word::Weekday(_) | Word::ShortWeekday(_) | Word::Day(_));
    // "in the wake of 9/11", "the 9/11 attacks": to a report it is one day. "closed 9/11 of the deals" is a share.
    let lone = !scan.is(i + 3, &["of", "/"]) && !scan.is(i.wrapping_sub(1), &["on", "$"]) && !scan.dash(i + 3);
    if (first, second, mark) == (9, 11, "/") && scan.voice == Voice::Report && lone && !beside {
        return Some((i + 3, When::Fixed(date(2001, 9, 11)?)));
    }
    let told = beside || i > 0 && scan.is(i - 1, &["on", "by", "since", "until"]) || planned(scan, i);
    let end = scan
        .text
        .tokens()
        .get(i + 3)
        .is_none_or(|_| scan.is(i + 3, &[".", ",", "?", "!", ";", ")"]) || !scan.glued(i + 3))
        || scan.voice != Voice::Report && scan.dash(i + 3);
    if !(told && mark == "/" && end) {
        return None;
    }
    Some((i + 3, month_day(first, second)?))
}

/// "report-2002-10-09": a year first that a dash joins to a word, or to nothing.
fn named(scan: &Scan<'_>, i: usize) -> bool {
    let year = matches!(scan.at(i), Word::Digits(1900..=2099, 4)) && scan.is(i + 3, &["-"]);
    let before = i.checked_sub(2).and_then(|k| scan.text.tokens().get(k));
    year && scan.is(i - 1, &["-", "_"]) && (!scan.glued(i - 1) || before.is_none_or(|t| t.kind == TokenKind::Word))
}

/// Whether the words before digits show a date where somebody plans: "from 10/1 to 11/7", "11/20, 11/22 or 11/25".
fn planned(scan: &Scan<'_>, i: usize) -> bool {
    const BEFORE: &[&str] =
        &["from", "to", "or", "and", ",", "-", "–", "before", "after", "between", "this", "next", "for"];
    let near = matches!(scan.before(i), Word::Near(_));
    (near || scan.voice != Voice::Report && i > 0 && scan.is(i - 1, BEFORE))
        && !matches!(scan.at(i + 3), Word::Unit(..))
}

/// "5.12" after "on" or a weekday, where somebody plans.
fn planned_dot(scan: &Scan<'_>, i: usize) -> Option<When> {
    let beside =
        matches!(scan.before(i), Word::Weekday(_) | Word::ShortWeekday(_)) || scan.is(i.wrapping_sub(1), &["on"]);
    let (month, day) = scan.text.word(i).split_once('.')?;
    let small = month.len() <= 2 && day.len() <= 2 && !matches!(scan.at(i + 1), Word::Unit(..) | Word::Meridiem(_));
    (scan.voice != Voice::Report && beside && small).then(|| month_day(month.parse().ok()?, day.parse().ok()?))?
}

/// "2/15", "2 - 15" and nothing else, or with a time of day after it.
fn bare(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let (Word::Digits(month, 1 | 2), Word::Digits(day, 1 | 2)) = (scan.at(i), scan.at(i + 2)) else { return None };
    let opens = i == 0 || !scan.glued(i) && !scan.dash(i - 1);
    let closes =
        scan.is(i + 3, &["", "at", ",", "."]) || scan.dash(i + 3) && matches!(scan.at(i + 4), Word::Digits(..));
    let joined =
        scan.is(i + 1, &["/", "-"]) && opens && closes && !scan.is(i + 3, &["-"]) || scan.is(i + 1, &["/"]) && closes;
    joined.then(|| Some((i + 3, month_day(month, day)?)))?
}

/// The month first, as in America, unless it can be none.
fn month_day(first: i16, second: i16) -> Option<When> {
    let (month, day) = if first <= 12 { (first, second) } else { (second, first) };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(2000, month, day).ok().map(|_| When::MonthDay(month, day))
}

/// Whether the mark before token `i` joins it to another number.
fn joined(scan: &Scan<'_>, i: usize) -> bool {
    scan.is(i - 1, &["/", "-", "–", ".", "$", "_", "+", ":", "#"])
}

fn date(year: i16, month: i16, day: i16) -> Option<Period> {
    Some(Period::Day(Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?))
}

/// Month and day in either order.
fn either(year: i16, a: i16, b: i16) -> Option<When> {
    match (date(year, a, b), date(year, b, a)) {
        (Some(x), Some(y)) if x != y => Some(When::Either(x, y)),
        (Some(x), _) | (None, Some(x)) => Some(When::Fixed(x)),
        (None, None) => None,
    }
}

/// "30.10.2025": day first, as everybody writes who writes dots.
fn dotted(word: &str) -> Option<When> {
    let mut parts = word.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    Some(When::Fixed(date(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?))
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, times};

    #[test]
    fn dates_in_digits() {
        check(
            "2025-10-30, 30.04.2022 and 12/31/2020",
            "2025-10-30 = 2025-10-30; 30.04.2022 = 2022-04-30; 12/31/2020 = 2020-12-31",
        );
        check("It opens on 11/20.", "11/20 = 2025-11-20");
        let found = times("signed 5/7/2020");
        let readings: Vec<&str> = found.iter().flat_map(|(_, t)| &t.readings).map(|r| r.value.as_str()).collect();
        assert_eq!(readings, ["2020-05-07", "2020-07-05"]);
    }

    #[test]
    fn digits_where_somebody_plans() {
        check("2/15", "2/15 = 2026-02-15");
        check("Can we meet on 11/20, 11/22 or 11/25?", "11/20 = 2025-11-20; 11/22 = 2025-11-22; 11/25 = 2025-11-25");
        check("I am away from 10/1 to 11/7.", "10/1 to 11/7 = 2025-10-01/2025-11-07");
        check("Please call on Friday 5.12.", "Friday 5.12 = 2026-05-12");
    }

    #[test]
    fn digits_that_are_no_dates() {
        check("24/7, version 1.2.3, 2/3 of voters, a score of 7-6, 192.168.1.20", "");
    }
}
