//! A whole time expression at a token: a date with its clock, part of day and edge, or a length, or a repetition.

use super::counted::counted;
use super::edge;
use super::ended;
use super::hours;
use super::length;
use super::meaning::{Found, Meaning, When};
use super::range::range;
use super::relative::away;
use super::season;
use super::set::set;
use super::voice::Voice;
use super::words::{Scan, Word};
use super::year;
use std::ops::Range;

/// Words after which "last" is a verb.
const VERBAL: &[&str] =
    &["will", "would", "to", "can", "could", "may", "might", "should", "must", "not", "n’t", "n't", "’ll", "'ll"];

/// The time that starts at token `i`.
pub(super) fn expression(scan: &Scan<'_>, i: usize) -> Option<Found> {
    if scan.at(i) == Word::Other {
        return None;
    }
    // "It will last several weeks": a verb here.
    let verb = scan.is(i, &["last"]) && VERBAL.contains(&scan.lower_before(i));
    if verb || leads_nowhere(scan, i) || only_counts(scan, i) {
        return None;
    }
    let found = |end: usize, meaning: Meaning| Found { tokens: i..end, meaning, modifier: modifier(scan, i) };
    let with = |(end, meaning): (usize, Meaning)| found(end, meaning);
    set(scan, i)
        .or_else(|| length::first_time(scan, i))
        .or_else(|| counted(scan, i))
        .or_else(|| ended::unit(scan, i))
        .or_else(|| open_season(scan, i))
        .or_else(|| season::across(scan, i).map(|(end, year)| (end, Meaning::Across(year))))
        .or_else(|| year::numbered_part(scan, i).map(|(end, part)| (end, Meaning::Date(When::Fixed(part)))))
        .or_else(|| hours::clock_first(scan, i))
        .map(with)
        .or_else(|| edge::edged(scan, i))
        .or_else(|| range(scan, i).map(|(end, from, to)| found(end, Meaning::Range(from, to))))
        .or_else(|| away(scan, i).map(with))
        .or_else(|| hours::day_first(scan, i).map(with))
        .or_else(|| {
            let (end, meaning) = length::length(scan, i)?;
            let mut found = found(end, meaning);
            found.modifier = bound(scan, i);
            Some(found)
        })
}

/// Whether token `i` is a word that only leads to a time ("in", "a") and no word of time is near.
fn leads_nowhere(scan: &Scan<'_>, i: usize) -> bool {
    scan.at(i) == Word::Start
        && scan.is(i, &["in", "a", "an", "all", "another", "within"])
        && (i + 1..i + 7).all(|k| scan.at(k).plain())
}

/// Whether token `i` is a number of a report that no sign of a time is near. Most numbers of news are amounts, and every
/// rule would look at each of them.
fn only_counts(scan: &Scan<'_>, i: usize) -> bool {
    const SIGNS: &[&str] =
        &[":", "/", ".", "st", "nd", "rd", "th", "h", "s", "o", "hundred", "½", "-", "–", "to", "past"];
    const BEFORE: &[&str] =
        &["at", "by", "around", "about", "since", "until", "till", "before", "after", "from", "’", "'"];
    let number = |k: usize| matches!(scan.at(k), Word::Amount | Word::Digits(..) | Word::Number(_));
    let year = matches!(scan.at(i), Word::Digits(_, 4) | Word::Number(_));
    let timely = |k: usize| !(scan.at(k).plain() || number(k)) || scan.is(k, SIGNS);
    scan.voice == Voice::Report
        && number(i)
        && !year
        && !scan.feast(i)
        && year::numbered_part(scan, i).is_none()
        && !(i + 1..i + 5).any(timely)
        && !(i.saturating_sub(2)..i).any(|k| timely(k) || scan.is(k, BEFORE))
        && !(scan.is(i.wrapping_sub(1), &["and", "or"]) && i > 2 && timely(i - 3))
}

/// "this season".
fn open_season(scan: &Scan<'_>, i: usize) -> Option<(usize, Meaning)> {
    let Word::Near(near) = scan.at(i) else { return None };
    scan.is(i + 1, &["season"]).then_some((i + 2, Meaning::OpenSeason(near)))
}

/// TIMEX3 mod of a date by the word before it.
fn modifier(scan: &Scan<'_>, i: usize) -> Option<&'static str> {
    match scan.lower_before(scan_the(scan, i)) {
        "around" | "about" | "circa" | "roughly" => Some("APPROX"),
        "before" => Some("BEFORE"),
        "after" => Some("AFTER"),
        _ => None,
    }
}

/// The index of "the" before token `i`, or `i`.
fn scan_the(scan: &Scan<'_>, i: usize) -> usize {
    i - usize::from(i > 0 && scan.is(i - 1, &["the"]))
}

/// TIMEX3 mod of a length by the words before it.
fn bound(scan: &Scan<'_>, i: usize) -> Option<&'static str> {
    match scan.lower_before(i) {
        "about" | "around" | "roughly" | "nearly" | "almost" | "some" | "approximately" => Some("APPROX"),
        "over" => Some("MORE_THAN"),
        "under" => Some("LESS_THAN"),
        "than" => match scan.lower_before(i - 1) {
            "more" | "longer" => Some("MORE_THAN"),
            "less" | "fewer" => Some("LESS_THAN"),
            _ => None,
        },
        "least" => Some("EQUAL_OR_MORE"),
        "most" => Some("EQUAL_OR_LESS"),
        "to" if i > 1 && scan.is(i - 2, &["up"]) => Some("EQUAL_OR_LESS"),
        _ => None,
    }
}

/// The words of a time, in typeset quotation marks.
pub(super) fn quoted(scan: &Scan<'_>, tokens: &Range<usize>) -> String {
    format!("“{}”", scan.text.slice(scan.text.span_of(tokens.clone())))
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_kind, times};
    use crate::record::TimeKind;

    #[test]
    fn edges_and_kinds() {
        check(
            "It fell in early June, mid-November, at the end of this year, late last week.",
            "early June = 2025-06; mid-November = 2025-11; end of this year = 2025; late last week = 2025-W43",
        );
        check(
            "It fell early in 2016; it may rise later this year, by the end of the month.",
            "early in 2016 = 2016; later this year = 2025; end of the month = 2025-10",
        );
        let mods: Vec<Option<String>> =
            times("It fell in early June, late 2020, after 1990.").into_iter().map(|(_, t)| t.modifier).collect();
        assert_eq!(mods, [Some("START".to_owned()), Some("END".to_owned()), Some("AFTER".to_owned())]);
        check_kind("on May 3", TimeKind::Date);
        check_kind("at 3 p.m.", TimeKind::Time);
        check_kind("for six years", TimeKind::Duration);
        check_kind("every day", TimeKind::Set);
    }

    #[test]
    fn nothing_recurs_on_repeated_words() {
        for words in [
            "Monday ",
            "last day of ",
            "the first week of ",
            "this ",
            "3 days after ",
            "between 2017 and ",
            "end of the ",
            "1-",
        ] {
            times(&words.repeat(5_000));
        }
    }

    #[test]
    fn nothing_panics_on_any_prefix() {
        let text = "On Tuesday, the 5th of May 2020 at 10:30 a.m. EST, ’90s-era FY25 Q3 2012-13 half past – the last Monday of the 99999999999999 years ago ½ 31 February 9998 in 9000 centuries.";
        for end in (0..=text.len()).filter(|&i| text.is_char_boundary(i)) {
            times(text.get(..end).unwrap_or_default());
        }
    }
}
