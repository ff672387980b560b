//! Which of those that come again is meant: the last or the next May, Tuesday, winter or third quarter.
//!
//! The tense of the sentence chooses where it is known; else the nearer one is meant. The other is kept beside it.

use super::calendar::{Period, monday, weekday};
use super::lists::Lean;
use super::meaning::When;
use super::reference::nearest;
use super::resolve::{Answer, Context};
use super::voice::Voice;
use super::words::Near;
use crate::record::{Anchor, Certainty};
use jiff::ToSpan;
use jiff::civil::Date;

/// Days in four months: what is nearer needs no year and no verb.
const CLOSE: i64 = 120;
/// Days in ten months: of another year, no writer leaves out the year of what is further away.
const FAR: i64 = 305;

impl Context<'_> {
    /// The reason for a reading by tense: “April” after “to visit” looks ahead of 2025-10-30.
    fn by_tense(&self, lean: Option<Lean>, day: Date) -> String {
        let words = super::expression::quoted(self.scan, &self.tokens);
        if self.tense.lean.is_none() && lean == Some(Lean::Ahead) {
            return format!("{words} is taken ahead of {day}, as in any plan.");
        }
        let clue = &self.tense.clue;
        let side = if clue.start < self.tokens.start { "after" } else { "before" };
        let told = super::expression::quoted(self.scan, clue);
        match lean {
            Some(Lean::Ahead) => format!("{words} {side} {told} looks ahead of {day}."),
            Some(Lean::Back) => format!("{words} {side} {told} looks back from {day}."),
            _ => format!("{words} is taken near {day}; no verb says which way it looks."),
        }
    }

    /// Which way the sentence looks: a plan without a verb that says so looks ahead.
    pub(super) fn lean(&self) -> Option<Lean> {
        self.tense.lean.or_else(|| (self.scan.voice != Voice::Report).then_some(Lean::Ahead))
    }

    /// Chooses between the last and the next of something that comes again.
    fn choose(&self, back: Period, ahead: Period) -> Option<Answer> {
        let (day, anchor) = self.reference?;
        let days = |p: Period| p.first().map(|d| day.duration_until(d).as_hours() / 24);
        let (before, after) = (days(back)?.abs(), days(ahead)?.abs());
        let said = |p: Period, days: i64| days <= FAR || p.year() == Some(day.year());
        let lean = match self.lean() {
            Some(Lean::Back) if said(back, before) => Some(Lean::Back),
            Some(Lean::Ahead) if said(ahead, after) => Some(Lean::Ahead),
            _ => None,
        };
        let because = self.by_tense(lean, day);
        let take_back = lean.map_or_else(|| self.nearer(back, before, after), |lean| lean == Lean::Back);
        let (first, second) = if take_back { (back, ahead) } else { (ahead, back) };
        let answer = Answer::new(first, anchor, Certainty::Likely, because);
        let other = if take_back {
            "The next one, if the sentence looks ahead."
        } else {
            "The last one, if the sentence looks back."
        };
        Some(if lean.is_some() { answer } else { answer.or(Some(second), other) })
    }

    /// Without a verb the nearer one is meant, or where both are far the one of the article's year.
    fn nearer(&self, back: Period, before: i64, after: i64) -> bool {
        let this_year = self.reference.is_some_and(|(day, _)| back.year() == Some(day.year()));
        if before.min(after) <= CLOSE { before <= after } else { this_year }
    }

    pub(super) fn month(&self, month: i8) -> Option<Answer> {
        let (day, _) = self.reference?;
        let back = Period::Month(day.year() - i16::from(month > day.month()), month);
        let ahead = Period::Month(day.year() + i16::from(month < day.month()), month);
        self.choose(back, ahead)
    }

    pub(super) fn month_day(&self, month: i8, day: i8) -> Option<Answer> {
        let (reference, _) = self.reference?;
        let near = nearest(reference, month, day)?;
        let on = |year: i16| Date::new(year, month, day).ok();
        let (back, ahead) = if near <= reference {
            (near, on(near.year() + 1).unwrap_or(near))
        } else {
            (on(near.year() - 1).unwrap_or(near), near)
        };
        // A day is close enough to be said without a year; of two, the nearer one unless the verb is sure and it is not far.
        let near_days = reference.duration_until(near).as_hours().abs() / 24;
        if near_days <= 45 || near == reference {
            let (day, anchor) = self.reference?;
            let because = format!("{} is the nearest to {day}.", super::expression::quoted(self.scan, &self.tokens));
            return Some(Answer::new(Period::Day(near), anchor, Certainty::Likely, because));
        }
        self.choose(Period::Day(back), Period::Day(ahead))
    }

    pub(super) fn weekday(&self, number: i8) -> Option<Answer> {
        let (day, anchor) = self.reference?;
        let wanted = weekday(number)?;
        let back = day.checked_sub(i32::from(day.weekday().since(wanted)).days()).ok()?;
        let ahead = day.checked_add(i32::from(day.weekday().until(wanted)).days()).ok()?;
        let lean = self.lean();
        // Who writes on a Tuesday nothing but “Tuesday” means the next one.
        let ahead =
            if self.scan.voice == Voice::Bare && ahead == day { ahead.checked_add(1.week()).ok()? } else { ahead };
        let answer = |day_: Date| Answer::new(Period::Day(day_), anchor, Certainty::Likely, self.by_tense(lean, day));
        Some(match lean {
            Some(Lean::Ahead) => answer(ahead),
            Some(Lean::Back) => answer(back),
            _ => {
                let mut open = answer(back).or(Some(Period::Day(ahead)), "The next one, if the sentence looks ahead.");
                open.because = format!("The last such day up to {day}; no verb says which way it looks.");
                open
            }
        })
    }

    /// "the 29th": of this month or the one beside it that has such a day.
    pub(super) fn day_of(&self, day: i8) -> Option<Answer> {
        let (today, _) = self.reference?;
        let month = Period::Month(today.year(), today.month());
        let of = |steps: i32| {
            let first = month.step(steps)?.first()?;
            Date::new(first.year(), first.month(), day).ok()
        };
        let back = (0..3).find_map(|k| of(-k).filter(|d| *d <= today))?;
        let ahead = (0..3).find_map(|k| of(k).filter(|d| *d >= today))?;
        self.choose(Period::Day(back), Period::Day(ahead))
    }

    /// "Tuesday the 19th": the last or the next month whose 19th is a Tuesday.
    pub(super) fn weekday_the(&self, number: i8, day: i8) -> Option<Answer> {
        let (today, _) = self.reference?;
        let month = Period::Month(today.year(), today.month());
        let fits = |steps: i32| {
            let first = month.step(steps)?.first()?;
            let date = Date::new(first.year(), first.month(), day).ok()?;
            (date.weekday() == weekday(number)?).then_some(date)
        };
        // Within a year and a half every weekday falls on every day of a month at least once.
        let back = (0..18).find_map(|k| fits(-k).filter(|d| *d <= today))?;
        let ahead = (0..18).find_map(|k| fits(k).filter(|d| *d >= today))?;
        self.choose(Period::Day(back), Period::Day(ahead))
    }

    /// A season or holiday: the last or the next by the tense.
    pub(super) fn recurring(&self, of_year: impl Fn(i16) -> Vec<Period>) -> Option<Answer> {
        let (day, _) = self.reference?;
        let all: Vec<Period> = (day.year() - 2..=day.year() + 2).flat_map(of_year).collect();
        let back = all.iter().rev().copied().find(|p| p.first().is_some_and(|d| d <= day))?;
        let ahead = all.iter().copied().find(|p| p.last().is_some_and(|d| d >= day))?;
        self.choose(back, ahead)
    }

    /// A quarter or half year: the last one that is over, as in a report of results; ahead by the tense.
    pub(super) fn elapsed(&self, of_year: impl Fn(i16) -> Option<Period>) -> Option<Answer> {
        let (day, anchor) = self.reference?;
        let all: Vec<Period> = (day.year() - 2..=day.year() + 2).filter_map(of_year).collect();
        let over = all.iter().rev().copied().find(|p| p.last().is_some_and(|d| d < day))?;
        let ahead = all.iter().copied().find(|p| p.last().is_some_and(|d| d >= day))?;
        let days = |d: Option<Date>| d.map_or(i64::MAX, |d| (day.duration_until(d).as_hours() / 24).abs());
        let ahead_of = match self.lean() {
            Some(lean) => lean == Lean::Ahead,
            None => !self.nearer(over, days(over.last()), days(ahead.first())),
        };
        let because =
            if ahead_of { self.by_tense(self.lean(), day) } else { format!("The last one that was over on {day}.") };
        let (first, second) = if ahead_of { (ahead, over) } else { (over, ahead) };
        Some(
            Answer::new(first, anchor, Certainty::Likely, because)
                .or(Some(second), "The other one nearest to the article’s date."),
        )
    }

    pub(super) fn near(&self, near: Near, what: &When) -> Option<Answer> {
        let (day, anchor) = self.reference?;
        let because = format!("{} counts from {day}.", super::expression::quoted(self.scan, &self.tokens));
        let answer = |period| Answer::new(period, anchor, Certainty::Likely, because.clone());
        if let When::Weekday(number) = what {
            let this_week = monday(day)?.checked_add(i32::from(*number - 1).days()).ok()?;
            let wanted = weekday(*number)?;
            // "I went back the next Tuesday": in a tale it follows the day told before.
            if let (Near::Next | Near::Following, Some(Lean::Back), Some(told)) =
                (near, self.tense.lean, self.named.day)
            {
                let because = format!("{} counts from {told}.", super::expression::quoted(self.scan, &self.tokens));
                let after = Period::Day(told.nth_weekday(1, wanted).ok()?);
                return Some(Answer::new(after, Anchor::Earlier, Certainty::Likely, because));
            }
            let before = day.nth_weekday(-1, wanted).ok()?;
            let after = day.nth_weekday(1, wanted).ok()?;
            return Some(match near {
                Near::This => answer(Period::Day(this_week)),
                Near::Past => answer(Period::Day(before)),
                Near::Coming => answer(Period::Day(after)),
                Near::Last | Near::Previous => answer(Period::Day(this_week.checked_sub(1.week()).ok()?))
                    .or(Some(Period::Day(before)), "The nearest such day before."),
                Near::Next | Near::Following => answer(Period::Day(this_week.checked_add(1.week()).ok()?))
                    .or(Some(Period::Day(after)), "The nearest such day after."),
            });
        }
        let of_year = |year: i16| match what {
            When::Month(month) => vec![Period::Month(year, *month)],
            When::MonthDay(month, day) => Date::new(year, *month, *day).ok().map(Period::Day).into_iter().collect(),
            When::Season(season) => vec![Period::Season(year, *season)],
            When::Holiday(rule) => rule.in_year(year),
            _ => Vec::new(),
        };
        let all: Vec<Period> = (day.year() - 2..=day.year() + 2).flat_map(of_year).collect();
        let over = |p: &Period| p.last().is_some_and(|last| last < day);
        let begun = |p: &Period| p.first().is_some_and(|first| first <= day);
        let back = all.iter().rev().copied().find(over);
        let ahead = all.iter().copied().find(|p| !begun(p));
        match near {
            Near::This => {
                let now = all.iter().copied().find(|p| begun(p) && !over(p));
                Some(answer(now.or_else(|| all.iter().copied().find(|p| p.year() == Some(day.year())))?))
            }
            Near::Last | Near::Past | Near::Previous => {
                let year_before = all.iter().copied().find(|p| p.year() == Some(day.year() - 1));
                Some(answer(back?).or(year_before, "The one of the year before."))
            }
            Near::Next | Near::Coming | Near::Following => {
                let year_after = all.iter().copied().find(|p| p.year() == Some(day.year() + 1));
                Some(answer(ahead?).or(year_after, "The one of the year after."))
            }
        }
    }
}
