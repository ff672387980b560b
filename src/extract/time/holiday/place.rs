//! Chooses among the years of a holiday by the length that the words count, or by distance from a day.

use super::rule::Rule;
use crate::extract::time::calendar::{Period, Unit, weekday};
use crate::extract::time::meaning::{Length, When};
use crate::extract::time::resolve::{Answer, Context};
use crate::extract::time::within::{Grain, shifted};
use crate::record::Certainty;
use jiff::ToSpan;
use jiff::civil::Date;

impl Context<'_> {
    /// "Thanksgiving a year ago": that of the year where years are counted, else the nearest to the day that is meant.
    pub(in crate::extract::time) fn holiday_about(&self, rule: Rule, length: &Length, back: bool) -> Option<Answer> {
        let (day, anchor) = self.reference?;
        let about = shifted(Period::Day(day), length, back, Grain::Day)?.first()?;
        let years = length.0.iter().all(|(_, unit)| matches!(unit, Unit::Year | Unit::Decade | Unit::Century));
        let held: Vec<Period> = if years { rule.in_year(about.year()) } else { around(&When::Holiday(rule), about, 1) };
        let period = held.into_iter().min_by_key(|p| distance(*p, about))?;
        Some(Answer::new(period, anchor, Certainty::Likely, format!("The one that is about {about}.")))
    }

    /// "a year from Christmas": the first that is not over.
    pub(in crate::extract::time) fn next_from_holiday(
        &self,
        rule: Rule,
        length: &Length,
        back: bool,
    ) -> Option<Answer> {
        let (day, anchor) = self.reference?;
        let (from, period) = around(&When::Holiday(rule), day, 2)
            .into_iter()
            .filter_map(|held| Some((held, shifted(held, length, back, Grain::Day)?)))
            .find(|(_, period)| period.last().is_some_and(|last| last >= day))?;
        let because = format!("Counted from {}: the first such day from {day} on.", from.value());
        Some(Answer::new(period, anchor, Certainty::Likely, because))
    }

    /// "the second closest Monday to May 5".
    pub(in crate::extract::time) fn closest(&self, n: i8, what: &When, to: &When) -> Option<Answer> {
        let to = self.resolve(to)?;
        let day = to.period.first()?;
        let mut all = around(what, day, n);
        all.sort_by_key(|p| distance(*p, day));
        let period = *all.get(usize::try_from(n - 1).ok()?)?;
        Some(Answer::new(period, to.anchor, to.certainty, format!("Number {n} by its distance from {day}.")))
    }
}

fn distance(period: Period, day: Date) -> i64 {
    period.first().map_or(i64::MAX, |first| first.duration_until(day).as_hours().abs())
}

/// The holidays or weekdays around a day, at least `n` of them on each side.
fn around(what: &When, day: Date, n: i8) -> Vec<Period> {
    match what {
        When::Holiday(rule) => {
            let n = i16::from(n);
            (day.year().saturating_sub(n)..=day.year().saturating_add(n)).flat_map(|year| rule.in_year(year)).collect()
        }
        When::Weekday(number) => {
            let Some(first) =
                weekday(*number).and_then(|w| day.checked_add(i32::from(day.weekday().until(w)).days()).ok())
            else {
                return Vec::new();
            };
            let weeks = -i32::from(n)..=i32::from(n);
            weeks.filter_map(|k| first.checked_add(k.weeks()).ok().map(Period::Day)).collect()
        }
        _ => Vec::new(),
    }
}
