//! From words to the calendar: which May is meant, which Tuesday, when "two weeks ago" was.
//!
//! A time that needs a day to count from stays open without one. Where two readings are possible, both are kept, the
//! likelier first, each with its reason.

use super::calendar::{Period, Unit, weekday};
use super::holiday::Rule;
use super::lists::Lean;
use super::meaning::{Length, Start, When};
use super::tense::Tense;
use super::voice::Voice;
use super::within::{Grain, inside, nth, shifted};
use super::words::Scan;
use crate::record::{Anchor, Certainty};
use jiff::civil::Date;
use std::ops::Range;

/// What was named before a time and near enough that the words may count from it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    /// The last stretch of the calendar, in this sentence or the one before.
    pub(super) last: Option<Period>,
    /// The last day.
    pub(super) day: Option<Date>,
    /// The last stretch longer than a day.
    pub(super) stretch: Option<Period>,
}

impl Before {
    /// Takes note of a stretch that was named.
    pub(super) fn see(&mut self, period: Period) {
        self.last = Some(period);
        match period {
            Period::Day(day) => self.day = Some(day),
            _ => self.stretch = Some(period),
        }
    }
}

/// What a time is resolved against.
pub(super) struct Context<'a> {
    pub(super) scan: &'a Scan<'a>,
    /// The day the article counts from, and where it is from.
    pub(super) reference: Option<(Date, Anchor)>,
    /// What was named before.
    pub(super) named: Before,
    /// Which way the sentence looks.
    pub(super) tense: Tense,
    /// The tokens of the time.
    pub(super) tokens: Range<usize>,
}

/// A time on the calendar.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) period: Period,
    pub(super) anchor: Anchor,
    pub(super) certainty: Certainty,
    pub(super) because: String,
    /// Other readings, and why.
    pub(super) others: Vec<(Period, String)>,
}

impl Answer {
    pub(super) fn new(period: Period, anchor: Anchor, certainty: Certainty, because: String) -> Self {
        Self { period, anchor, certainty, because, others: Vec::new() }
    }

    /// With another reading, unless it is the same.
    pub(super) fn or(mut self, other: Option<Period>, because: &str) -> Self {
        if let Some(other) = other.filter(|o| *o != self.period) {
            self.others.push((other, because.to_owned()));
            self.certainty = self.certainty.max(Certainty::Likely);
        }
        self
    }
}

impl Context<'_> {
    /// The stretch of the calendar that is meant.
    pub(super) fn resolve(&self, when: &When) -> Option<Answer> {
        let mut answer = self.place(when)?;
        if let Some((told, unsure)) = when.holiday().and_then(Rule::told) {
            answer.because = format!("{} {told}", answer.because);
            answer.certainty = if unsure { answer.certainty.max(Certainty::Likely) } else { answer.certainty };
        }
        Some(answer)
    }

    fn place(&self, when: &When) -> Option<Answer> {
        let sure = |period| Answer::new(period, Anchor::Text, Certainty::Sure, "The words name it in full.".into());
        match when {
            When::Fixed(period) => Some(sure(*period)),
            When::Either(first, second) => {
                Some(sure(*first).or(Some(*second), "Read with the day before the month, as outside America."))
            }
            When::Month(month) => self.month(*month),
            When::MonthDay(month, day) => self.month_day(*month, *day),
            When::DayOf(day) => self.day_of(*day),
            When::Weekday(day) => self.weekday(*day),
            When::WeekdayThe(weekday, day) => self.weekday_the(*weekday, *day),
            When::WeekdayAhead(day, n) => {
                let (today, anchor) = self.reference?;
                let date = today.nth_weekday(i32::from(*n), weekday(*day)?).ok()?;
                let because = format!("{} counts from {today}.", super::expression::quoted(self.scan, &self.tokens));
                Some(Answer::new(Period::Day(date), anchor, Certainty::Likely, because))
            }
            When::Season(season) => self.recurring(|year| vec![Period::Season(year, *season)]),
            When::Quarter(n) => self.elapsed(|year| Some(Period::Quarter(year, *n))),
            When::Half(n) => self.elapsed(|year| Some(Period::Half(year, *n))),
            When::Holiday(rule) => self.recurring(|year| rule.in_year(year)),
            When::Step(unit, by) => self.step(*unit, *by),
            When::Fiscal(by) => {
                let (day, anchor) = self.reference?;
                let period = Period::Fiscal(day.year()).step(*by)?;
                Some(Answer::new(
                    period,
                    anchor,
                    Certainty::Unsure,
                    format!("The budget year is taken to end in the year counted from {day}."),
                ))
            }
            When::FromEarlier(unit, by) => self.counted_from_earlier(*unit, *by),
            When::SameAgain(years) => {
                let period = self.named.stretch?;
                let because = format!("The time named before it, {}, a year away.", period.value());
                Some(Answer::new(period.years_away(*years)?, Anchor::Earlier, Certainty::Likely, because))
            }
            When::WeekOf(day) => {
                let mut answer = self.resolve(day)?;
                answer.period = Period::holding(Unit::Week, answer.period.first()?)?;
                answer.others.clear();
                Some(answer)
            }
            When::Near(near, what) => self.near(*near, what),
            When::Within(what, whole) => self.within(what, whole),
            When::Nth(n, part, whole) => {
                let mut answer = self.resolve(whole)?;
                answer.period = nth(answer.period, *part, *n)?;
                answer.others =
                    answer.others.into_iter().filter_map(|(p, why)| Some((nth(p, *part, *n)?, why))).collect();
                Some(answer)
            }
            When::About(rule, length, back) => self.holiday_about(*rule, length, *back),
            When::Closest(n, what, to) => self.closest(*n, what, to),
            When::Away(length, back, start) => self.away(length, *back, start),
        }
    }

    fn step(&self, unit: Unit, by: i32) -> Option<Answer> {
        let (day, anchor) = self.reference?;
        let because = format!("{} counts from {day}.", super::expression::quoted(self.scan, &self.tokens));
        if unit == Unit::Weekend {
            return self.weekend(by, day, anchor, because);
        }
        let period = Period::holding(unit, day)?.step(by)?;
        Some(Answer::new(period, anchor, Certainty::Sure, because))
    }

    /// "this weekend" is the last one in a sentence that looks back, unless today is in it.
    fn weekend(&self, by: i32, day: Date, anchor: Anchor, because: String) -> Option<Answer> {
        let current = Period::holding(Unit::Weekend, day)?;
        let inside = current.first()? <= day;
        let this = if !inside && self.lean() == Some(Lean::Back) { current.step(-1)? } else { current };
        let period = match by {
            0 => this,
            by if by < 0 => current.step(by)?,
            by => current.step(if inside || by > 1 { by } else { 1 })?,
        };
        Some(Answer::new(period, anchor, Certainty::Likely, because))
    }

    /// What was named before, else the reference day.
    fn named_before(&self) -> Option<(Period, Anchor)> {
        self.named.last.map(|p| (p, Anchor::Earlier)).or_else(|| self.reference.map(|(d, a)| (Period::Day(d), a)))
    }

    fn counted_from_earlier(&self, unit: Unit, by: i32) -> Option<Answer> {
        if unit == Unit::Day {
            return self.that_day(by);
        }
        let (period, anchor) = self.named_before()?;
        let because = format!("{} counts from {}.", super::expression::quoted(self.scan, &self.tokens), period.value());
        let period = Period::holding(unit, period.first()?)?.step(by)?;
        Some(Answer::new(period, anchor, Certainty::Likely, because))
    }

    /// "the next day" counts from the last day that was named; "the same day" only if that is of the article's own week.
    fn that_day(&self, by: i32) -> Option<Answer> {
        let near = |d: &Date| {
            by != 0
                || self.named.last == Some(Period::Day(*d))
                || self.reference.is_none_or(|(day, _)| day.duration_until(*d).as_hours().abs() <= 7 * 24)
        };
        let named = self.named.day.filter(near).map(|d| (d, Anchor::Earlier));
        let (day, anchor) = named.or(self.reference)?;
        let because = format!("{} counts from {day}.", super::expression::quoted(self.scan, &self.tokens));
        Some(Answer::new(Period::Day(day).step(by)?, anchor, Certainty::Likely, because))
    }

    fn within(&self, what: &When, whole: &When) -> Option<Answer> {
        let mut answer = self.resolve(whole)?;
        answer.period = inside(what, answer.period)?;
        answer.others = answer.others.into_iter().filter_map(|(p, why)| Some((inside(what, p)?, why))).collect();
        Some(answer)
    }

    fn away(&self, length: &Length, back: bool, start: &Start) -> Option<Answer> {
        let quoted = super::expression::quoted(self.scan, &self.tokens);
        let (from, anchor, certainty) = match start {
            Start::Reference => self.reference.map(|(d, a)| (Period::Day(d), a, Certainty::Sure))?,
            // "two decades later": later than what, only the text before can say.
            Start::Earlier if !back && self.named.last.is_none() => return None,
            Start::Earlier => self.named_before().map(|(p, a)| (p, a, Certainty::Likely))?,
            // Who plans for "a year from Christmas" means the first such day that is still to come.
            Start::At(when) if self.scan.voice != Voice::Report && matches!(**when, When::Holiday(_)) => {
                return self.next_from_holiday(when.holiday()?, length, back);
            }
            Start::At(when) => self.resolve(when).map(|a| (a.period, a.anchor, a.certainty))?,
        };
        let because = format!("{quoted} counts from {}.", from.value());
        let grain = match (start, self.scan.voice) {
            (Start::At(_), _) | (_, Voice::Plan) => Grain::Day,
            (_, Voice::Bare) => Grain::Finer,
            (_, Voice::Report) => Grain::Own,
        };
        let period = shifted(from, length, back, grain)?;
        Some(Answer::new(period, anchor, certainty, because))
    }
}
