//! Seasons whose days the words do not give: "this season", "the 2025/26 marketing year", "the 2012-13 season".
//!
//! "this season" may be a season of the year, of a crop or of a sport: it has readings and no value. A year that starts in
//! one calendar year and ends in the next has a value and no days.

use super::calendar::{Period, Season};
use super::tense::REACH;
use super::words::{Near, Scan, Word};
use crate::extract::table::rows;
use crate::record::TimeReading;
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// Words after "2012-13" that make it one year across two.
const AFTER: &[&str] = &[
    "season",
    "seasons",
    "marketing",
    "crop",
    "fiscal",
    "financial",
    "academic",
    "school",
    "campaign",
    "harvest",
    "budget",
    "tax",
    "parliamentary",
    "winter",
    "year",
];

/// "2012-13 season", "2025/26 marketing year", "crop year 2024/25": the index after the digits, and the first year.
pub(super) fn across(scan: &Scan<'_>, i: usize) -> Option<(usize, i16)> {
    let named = scan.is(i, &["year"]);
    let i = i + usize::from(named);
    let Word::Digits(from @ 1600..=2150, 4) = scan.at(i) else { return None };
    let joined = (scan.dash(i + 1) || scan.is(i + 1, &["/"])) && scan.glued(i + 1) && scan.glued(i + 2);
    let next = match scan.at(i + 2) {
        Word::Digits(tail, 2) => tail == (from + 1) % 100,
        Word::Digits(to, 4) => to == from + 1,
        _ => false,
    };
    (joined && next && (named || scan.is(i + 3, AFTER))).then_some((i + 3, from))
}

/// What "this season", "last season" or "next season" in a sentence can be, counted from a day.
pub(super) fn readings(scan: &Scan<'_>, at: usize, near: Near, day: Date) -> Vec<TimeReading> {
    let mut found = Vec::new();
    let step = near.step();
    if let Some((month, crop)) = crop(scan, at)
        && let Some(first) = start(day, month).and_then(|d| d.checked_add(Span::years(Span::new(), step)).ok())
        && let Ok(last) = first.checked_add(1.year()).and_then(Date::yesterday)
    {
        found.push(TimeReading {
            value: format!("{:04}/{:04}", first.year(), last.year()),
            from: Some(first.to_string()),
            to: Some(last.to_string()),
            because: format!("The American marketing year of {crop}."),
        });
    }
    let mut season = season_of(day);
    for _ in 0..step.unsigned_abs() {
        season = neighbour(season, step);
    }
    let year = Period::Year(day.year()).step(step);
    for (period, because) in [
        (Some(season), "The season of the year, in the northern hemisphere."),
        (year, "The calendar year, if it is the season of a sport that lies within one."),
    ] {
        let Some(period) = period else { continue };
        found.push(TimeReading {
            value: period.value(),
            from: period.first().map(|d| d.to_string()),
            to: period.last().map(|d| d.to_string()),
            because: because.to_owned(),
        });
    }
    found
}

/// The crop that the sentence around a token names, and the month in which its year starts.
fn crop(scan: &Scan<'_>, at: usize) -> Option<(i8, &'static str)> {
    let token = scan.text.tokens().get(at)?;
    let sentence = scan.text.sentences().get(scan.text.sentence_at(token.span.start))?;
    let first = sentence.tokens.start.max(at.saturating_sub(REACH));
    let last = sentence.tokens.end.min(at + REACH);
    rows(include_str!("../../../assets/lists/marketing_years.tsv")).find_map(|row| {
        let [word, month, crop] = row.as_slice() else { return None };
        let named = (first..last).any(|i| scan.lower(i) == *word);
        named.then(|| Some((month.parse().ok()?, *crop)))?
    })
}

/// The last first day of a month up to a day.
fn start(day: Date, month: i8) -> Option<Date> {
    Date::new(day.year() - i16::from(day.month() < month), month, 1).ok()
}

fn season_of(day: Date) -> Period {
    let season = match day.month() {
        3..=5 => Season::Spring,
        6..=8 => Season::Summer,
        9..=11 => Season::Autumn,
        _ => Season::Winter,
    };
    Period::Season(day.year() - i16::from(day.month() < 3), season)
}

/// The season after or before another.
fn neighbour(season: Period, step: i32) -> Period {
    let edge = if step > 0 { season.last() } else { season.first() };
    let span = if step > 0 { 1.day() } else { (-1).day() };
    edge.and_then(|d| d.checked_add(span).ok()).map_or(season, season_of)
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, times};

    #[test]
    fn this_season_stays_open() {
        let values = |text: &str| -> Vec<String> {
            let found = times(text);
            assert!(found.iter().all(|(_, t)| t.value.is_none()), "{found:?}");
            found.into_iter().flat_map(|(_, t)| t.readings).map(|r| r.value).collect()
        };
        assert_eq!(values("It will buy 12 tonnes of soybeans this season."), ["2025/2026", "2025-FA", "2025"]);
        assert_eq!(values("Wheat was scarce last season."), ["2024/2025", "2025-SU", "2024"]);
        assert_eq!(values("They will win next season."), ["2025-WI", "2026"]);
    }

    #[test]
    fn years_across_two() {
        check("the 2025/26 marketing year", "2025/26 = 2025/2026");
        let found = times("in the 2012-13 season");
        assert!(found.iter().all(|(_, t)| t.value.as_deref() == Some("2012/2013") && t.from.is_none()), "{found:?}");
    }
}
