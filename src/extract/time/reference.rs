//! The day an article counts from: its own dateline, else the day it was published as far as that is known.
//!
//! A dateline is a line near the top that is only a date ("March 01, 2008", "Published: Friday, May 8, 2009"), or the start
//! of the first sentence ("WASHINGTON, Oct 30, 2025 (Reuters) -"). One without a year takes the year nearest to the
//! published day. Never guessed: without either, relative times stay open.

use super::calendar::Period;
use super::date::date;
use super::meaning::When;
use super::words::{Scan, Word};
use crate::record::Anchor;
use jiff::civil::Date;

/// Lines that are looked at.
const LINES: usize = 6;

/// Tokens from the top within which a dateline without line breaks may stand.
const NEAR_TOP: usize = 40;

/// The reference day and where it is from.
pub(super) fn reference(scan: &Scan<'_>, published: Option<Date>) -> Option<(Date, Anchor)> {
    let line = (0..scan.text.paragraphs().len().min(LINES)).find_map(|k| dateline(scan, k, published));
    line.or_else(|| between(scan)).map(|day| (day, Anchor::Dateline)).or(published.map(|day| (day, Anchor::Published)))
}

fn dateline(scan: &Scan<'_>, paragraph: usize, published: Option<Date>) -> Option<Date> {
    let tokens = scan.text.paragraphs().get(paragraph)?.tokens.clone();
    let first = tokens.clone().take(12).find(|&i| {
        matches!(scan.at(i), Word::Month(_) | Word::ShortMonth(_) | Word::Weekday(_) | Word::Digits(..))
            && date(scan, i, false).is_some()
    })?;
    let (mut end, when) = date(scan, first, false)?;
    let line = alone(scan, &tokens, first, &mut end) || city(scan, tokens.start, first, end);
    if !line {
        return None;
    }
    match when {
        When::Fixed(Period::Day(day)) => Some(day),
        When::MonthDay(month, day) => nearest(published?, month, day),
        _ => None,
    }
}

/// A date with its weekday between a title and a text that lost their line breaks: "... wins seat Friday, May 8, 2009 The ...".
fn between(scan: &Scan<'_>) -> Option<Date> {
    let first = scan.text.paragraphs().first()?.tokens.clone();
    let mut dates = first.take(NEAR_TOP).filter(|&i| matches!(scan.at(i), Word::Weekday(_)));
    dates.find_map(|i| {
        let (end, When::Fixed(Period::Day(day))) = date(scan, i, false)? else { return None };
        let before =
            i == 0 || !scan.is(i - 1, &["on", "by", "since", "until", "of", "from", "for", "and", ",", "this"]);
        (before && scan.is(i + 1, &[","]) && scan.capital(end)).then_some(day)
    })
}

/// Whether the line holds no more than the date, a word like "Published", and a time of day.
fn alone(scan: &Scan<'_>, tokens: &std::ops::Range<usize>, first: usize, end: &mut usize) -> bool {
    let label = tokens.start == first
        || scan.is(tokens.start, &["published", "updated", "posted", "date", "first", "last", "modified"])
            && first - tokens.start <= 4;
    if !label {
        return false;
    }
    *end = scan.skip(scan.skip(scan.skip(*end, &[","]), &["at", "-", "|", "–"]), &["at"]);
    if let Some((after, _)) = super::clock::clock(scan, *end) {
        *end = after;
    }
    *end = scan.skip(*end, &["."]);
    *end >= tokens.end
}

/// "WASHINGTON, Oct 30 (Reuters) -", "LONDON — May 5, 2024 —": a place, the date, and a dash or an agency in brackets.
fn city(scan: &Scan<'_>, start: usize, first: usize, end: usize) -> bool {
    if first == start || first - start > 8 || !scan.capital(start) {
        return false;
    }
    let place = (start..first)
        .all(|i| scan.capital(i) || scan.is(i, &[",", "-", "–", "—", "/", ".", "(", ")", "and", "de", "of"]));
    let closes = |i: usize| scan.dash(i) || scan.is(i, &[":"]);
    let agency = scan.is(end, &["(", "/"]) && (end + 1..end + 6).any(|i| scan.is(i, &[")", "/"]) && closes(i + 1));
    place && (closes(end) || agency)
}

/// The day of that month nearest to another day.
pub(super) fn nearest(to: Date, month: i8, day: i8) -> Option<Date> {
    (to.year() - 1..=to.year() + 1)
        .filter_map(|year| Date::new(year, month, day).ok())
        .min_by_key(|d| to.duration_until(*d).as_secs().abs())
}

#[cfg(test)]
mod tests {
    use super::super::check::{check_undated, read};

    #[test]
    fn datelines() {
        check_undated(
            "A title\nMarch 01, 2008\nIt fell on Friday.",
            "March 01, 2008 = 2008-03-01; Friday = 2008-02-29",
        );
        check_undated(
            "OSLO, May 5, 2024 (Agency) - It fell on Friday.",
            "May 5, 2024 = 2024-05-05; Friday = 2024-05-03",
        );
        check_undated(
            "Published: Friday, May 8, 2009\nIt fell yesterday.",
            "Friday, May 8, 2009 = 2009-05-08; yesterday = 2009-05-07",
        );
        check_undated("It fell on Friday and in April.", "Friday = ?; April = ?");
        let day = jiff::civil::Date::constant(2025, 11, 2);
        let found = read("WASHINGTON, Oct 30 (Agency) - It fell yesterday.", Some(day));
        assert_eq!(found.last().and_then(|(_, t)| t.value.clone()).as_deref(), Some("2025-10-29"));
    }

    #[test]
    fn a_date_in_a_sentence_is_no_dateline() {
        check_undated("It opened on March 1, 2008. It fell yesterday.", "March 1, 2008 = 2008-03-01; yesterday = ?");
    }
}
