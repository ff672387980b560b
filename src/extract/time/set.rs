//! Repetitions: "every Tuesday", "every two weeks", "annually", "weekly", "on Tuesdays", "each summer".
//!
//! Not rates ("25 million a year", "per week"): those belong to their figure.

use super::calendar::Unit;
use super::clock::clock;
use super::length::count;
use super::meaning::{Clock, Length, Meaning};
use super::voice::Voice;
use super::words::{Near, Scan, Word};

/// A repetition at token `i`, with its time of day: the index after it, and its meaning.
pub(super) fn set(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    // "3pm each day".
    if matches!(scan.at(i), Word::Digits(..) | Word::Number(_))
        && let Some((at, clock)) = clock(scan, i).filter(|(_, clock)| clock.settled)
        && matches!(scan.at(at), Word::Every | Word::Weekdays(_) | Word::Often(_))
        && let Some((end, Meaning::Set(day))) = plain(scan, at)
    {
        return Some((end, Meaning::Set(timed(&day, clock))));
    }
    let (end, Meaning::Set(day)) = plain(scan, i)? else { return None };
    // "every Monday at 4pm", "Tuesday afternoons".
    let at = scan.skip(scan.skip(end, &[","]), &["at"]);
    match clock(scan, at) {
        Some((end, clock)) if clock.settled || at > end => Some((end, Meaning::Set(timed(&day, clock)))),
        _ => Some((end, Meaning::Set(day))),
    }
}

/// A repetition with its time of day.
fn timed(day: &str, clock: Clock) -> String {
    if day.starts_with("XXXX") { format!("{day}{}", clock.value()) } else { format!("XXXX-XX-XX{}", clock.value()) }
}

/// A repetition without its time of day.
fn plain(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let found = |end: usize, value: String| Some((end, Meaning::Set(value)));
    match scan.at(i) {
        Word::Often(value) if !scan.capital(i) || scan.starts_sentence(i) => found(i + 1, value.to_owned()),
        Word::Weekday(day) if matches!(scan.at(i + 1), Word::Part(_)) && scan.lower(i + 1).ends_with('s') => {
            let Word::Part(part) = scan.at(i + 1) else { return None };
            found(i + 2, format!("XXXX-WXX-{day}T{part}"))
        }
        Word::Number(1 | 2) | Word::Start if scan.is(i, &["once", "twice"]) => {
            let Word::Unit(unit, false) = scan.at(i + 2) else { return None };
            let a = scan.is(i + 1, &["a", "every", "each"]);
            a.then(|| found(i + 3, Length(vec![(Some(1.0), unit)]).value()))?
        }
        Word::Weekdays(day) => found(i + 1, format!("XXXX-WXX-{day}")),
        Word::Unit(Unit::Weekend, true)
            if scan.is(i.wrapping_sub(1), &["on", "all"])
                || scan.voice != Voice::Report && !counted_before(scan, i) =>
        {
            found(i + 1, "XXXX-WXX-WE".into())
        }
        Word::Every => every(scan, i + 1),
        Word::Ordinal(_) | Word::Near(Near::Last) => counted_off(scan, i),
        Word::Start if scan.is(i, &["weekdays"]) => found(i + 1, "XXXX-WXX".into()),
        _ => None,
    }
}

/// Whether a number stands before token `i` ("three weekends").
fn counted_before(scan: &Scan<'_>, i: usize) -> bool {
    matches!(scan.before(i), Word::Number(_) | Word::Digits(..) | Word::Vague | Word::Near(_))
}

/// "the first Tuesday of each month".
fn counted_off(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let day = matches!(scan.at(i + 1), Word::Weekday(_) | Word::Unit(_, false));
    (day && scan.is(i + 2, &["of", "in"]) && scan.at(i + 3) == Word::Every).then(|| every(scan, i + 4))?
}

fn every(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let found = |end: usize, value: String| Some((end, Meaning::Set(value)));
    let length = |n: f64, unit| Length(vec![(Some(n), unit)]).value();
    match scan.at(i) {
        Word::Unit(Unit::Weekend, _) => found(i + 1, "XXXX-WXX-WE".into()),
        Word::Unit(unit, false) => found(i + 1, length(1.0, unit)),
        Word::Often(value) => found(i + 1, value.to_owned()),
        Word::Weekday(day) => found(i + 1, format!("XXXX-WXX-{day}")),
        Word::Month(month) => found(i + 1, format!("XXXX-{month:02}")),
        Word::Season(season) => found(i + 1, format!("XXXX-{}", season.code())),
        Word::Part(part) => found(i + 1, format!("XXXX-XX-XXT{part}")),
        Word::Ordinal(n @ 2..) => match scan.at(i + 1) {
            Word::Unit(unit, _) => found(i + 2, length(f64::from(n), unit)),
            _ => None,
        },
        Word::Other if scan.is(i, &["other"]) => match scan.at(i + 1) {
            Word::Unit(unit, _) => found(i + 2, length(2.0, unit)),
            Word::Weekday(_) => found(i + 2, length(2.0, Unit::Week)),
            _ => None,
        },
        Word::Start if scan.is(i, &["weekday"]) => found(i + 1, "XXXX-WXX".into()),
        _ => {
            let (end, amount) = count(scan, i)?;
            let Word::Unit(unit, _) = scan.at(end) else { return None };
            let value = Length(vec![(amount, unit)]).value();
            found(end + 1, value)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn repetitions() {
        check("They meet every Tuesday.", "every Tuesday = XXXX-WXX-2");
        check("China buys 25 million tonnes annually.", "annually = P1Y");
        check("It is held every four years.", "every four years = P4Y");
        check("Every other week it fails.", "Every other week = P2W");
        check("It meets on the first Tuesday of each month.", "first Tuesday of each month = P1M");
        check("It opens on Sundays.", "Sundays = XXXX-WXX-7");
        check("Fires come every summer.", "every summer = XXXX-SU");
    }

    #[test]
    fn rates_are_no_repetitions() {
        check("It sells 25 million a year, 3 per week.", "");
        check("The Daily Herald said so.", "");
    }
}
