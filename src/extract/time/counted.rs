//! Stretches told by how long they are: "the last four months of 2021", "a week starting tomorrow", "for 3 days from May
//! 4", "the rest of the year".

use super::calendar::Unit;
use super::hours::is_day;
use super::length;
use super::meaning::{Length, Meaning, When};
use super::voice::Voice;
use super::words::{Near, Scan, Word};
use super::{date, part};

/// A stretch at token `i` that its length and one of its ends tell: the index after it, and its meaning.
pub(super) fn counted(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    several(scan, i).or_else(|| rest(scan, i)).or_else(|| lasting(scan, i))
}

/// "the last four months of 2021", "the first two weeks of May".
fn several(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let back = match scan.at(i) {
        Word::Near(Near::Last) | Word::Ordinal(-1) => true,
        Word::Ordinal(1) if scan.is(i, &["first"]) => false,
        _ => return None,
    };
    let (at, amount) = length::count(scan, i + 1)?;
    let n = Length(vec![(amount, Unit::Day)]).whole()?.first()?.0;
    let Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Quarter), true) = scan.at(at) else {
        return None;
    };
    let (end, whole) = scan.is(at + 1, &["of", "in"]).then(|| part::of(scan, at + 1))??;
    (1..=100).contains(&n).then_some((end, Meaning::Several(if back { -n } else { n }, unit, whole)))
}

/// "the rest of the week", "the remainder of 2025".
fn rest(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    if !scan.is(i, &["rest", "remainder", "remaining"]) || !scan.is(i + 1, &["of"]) {
        return None;
    }
    let at = scan.skip(i + 2, &["the", "this"]);
    let Word::Unit(unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year), false) = scan.at(at) else {
        return None;
    };
    (at > i + 2).then_some((at + 1, Meaning::Range(When::Step(Unit::Day, 0), When::Step(unit, 0))))
}

/// "a week starting tomorrow", "1 week, from 20 December", where somebody plans.
fn lasting(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    if scan.voice == Voice::Report {
        return None;
    }
    let article = scan.is(i, &["a", "one"]) && matches!(scan.at(i + 1), Word::Unit(_, false));
    let (end, length) = if article {
        let Word::Unit(unit, _) = scan.at(i + 1) else { return None };
        (i + 2, Length(vec![(Some(1.0), unit)]))
    } else {
        length::counted(scan, i)?
    };
    let comma = scan.skip(end, &[","]);
    let from = scan.is(comma, &["from"]) && (comma > end || scan.is(i.wrapping_sub(1), &["for"]));
    if !(from || scan.is(comma, &["starting", "beginning", "commencing"])) || length.whole().is_none() {
        return None;
    }
    let at = scan.skip(scan.skip(comma + 1, &["on", "from"]), &["the"]);
    let (end, when) = date::date(scan, at, false)?;
    is_day(&when).then_some((end, Meaning::Lasting(length, when)))
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, times};

    #[test]
    fn counted_off_in_a_whole() {
        let found = times("Sales fell in the first nine months of 2024.");
        let told = found.first().map(|(_, t)| (t.value.as_deref(), t.from.as_deref(), t.to.as_deref()));
        assert_eq!(told, Some((Some("P9M"), Some("2024-01-01"), Some("2024-09-30"))));
        check("Show the last four months of 2021.", "last four months of 2021 = 2021-09-01/2021-12-31");
        check("It will rise for the rest of the year.", "rest of the year = 2025-10-30/2025");
    }

    #[test]
    fn from_a_day_on() {
        check("I am away for a week starting tomorrow.", "a week starting tomorrow = 2025-10-31/2025-11-06");
        check("Book it for 3 days from May 4.", "3 days from May 4 = 2026-05-04/2026-05-06");
        check("It came three days after Christmas.", "three days after Christmas = 2025-12-28");
    }
}
