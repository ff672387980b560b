//! Absolute dates in the lines around an article: "October 30, 2025", "30 Oct. 2025", "2025-10-30T08:15Z".
//!
//! A date without a year is none, and neither is "05/04/2025", which two countries read differently.

use crate::text::calendar::{month, weekday};
use jiff::civil::Date;

/// Words that stand beside the date in a line that is nothing but a date.
const BESIDE: &[&str] = &[
    "published",
    "posted",
    "updated",
    "date",
    "on",
    "at",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "gmt",
    "utc",
    "bst",
    "cet",
    "cest",
    "est",
    "edt",
    "et",
    "pt",
];

/// The first absolute date in a line.
pub(super) fn find(line: &str) -> Option<Date> {
    scan(&words(line)).map(|(date, _)| date)
}

/// The date of a line that holds nothing else: a weekday or a time of day may stand beside it.
pub(super) fn alone(line: &str) -> Option<Date> {
    let words = words(line);
    let (date, at) = scan(&words)?;
    let plain = words.iter().enumerate().all(|(i, word)| {
        at.contains(&i)
            || BESIDE.contains(&word.as_str())
            || weekday(word).is_some()
            || word.chars().all(|c| c.is_ascii_digit())
    });
    plain.then_some(date)
}

/// ISO 8601 of the day in a machine-readable date, or of any absolute date.
pub(super) fn iso(value: &str) -> Option<String> {
    find(value).map(|date| date.to_string())
}

/// Letters and digits apart: "2025-10-30T08" is "2025", "10", "30", "t", "08".
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut digits = false;
    for c in line.chars() {
        let glued = c.is_alphanumeric() && !word.is_empty() && c.is_ascii_digit() == digits;
        if !glued && !word.is_empty() {
            words.push(std::mem::take(&mut word).to_lowercase());
        }
        if c.is_alphanumeric() {
            digits = c.is_ascii_digit();
            word.push(c);
        }
    }
    if !word.is_empty() {
        words.push(word.to_lowercase());
    }
    words.retain(|word| !matches!(word.as_str(), "st" | "nd" | "rd" | "th"));
    words
}

/// The first three words that are a date, and where they stand.
fn scan(words: &[String]) -> Option<(Date, std::ops::Range<usize>)> {
    words.windows(3).enumerate().find_map(|(i, window)| {
        let [a, b, c] = window else { return None };
        let day = month(a).and_then(|m| date(c, m, b));
        let day = day.or_else(|| month(b).and_then(|m| date(c, m, a)));
        let day = day.or_else(|| date(a, b.parse().ok()?, c));
        day.map(|day| (day, i..i + 3))
    })
}

fn date(year: &str, month: i8, day: &str) -> Option<Date> {
    let year = (year.len() == 4).then(|| year.parse().ok())??;
    let day = (day.len() <= 2).then(|| day.parse().ok())??;
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &str) {
        assert_eq!(find(line).map(|d| d.to_string()).unwrap_or_default(), expected, "{line}");
    }

    #[test]
    fn absolute_dates() {
        check("October 30, 2025", "2025-10-30");
        check("The Harbour Gazette, 3 February 2026", "2026-02-03");
        check("Thursday 30th Oct. 2025 at 10:15 GMT", "2025-10-30");
        check("2025-10-30T08:15:00+02:00", "2025-10-30");
        check("OSLO, Sept 2, 2025", "2025-09-02");
    }

    #[test]
    fn no_dates() {
        check("in April", "");
        check("May 30", "");
        check("05/04/2025", "");
        check("February 30, 2025", "");
        check("In 2025, 10 of 30 ships sailed", "");
    }

    #[test]
    fn lines_of_nothing_but_a_date() {
        assert!(alone("Published Thursday, October 30, 2025, 10:15 a.m. GMT").is_some());
        assert!(alone("2025-10-30").is_some());
        assert!(alone("Signed on October 30, 2025 in Oslo").is_none());
        assert!(alone("October").is_none());
    }
}
