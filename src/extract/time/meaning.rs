//! What the words of a time say before a calendar is asked: the result of reading, the input of resolving.

use super::bound::Open;
use super::calendar::{Period, Season, Unit};
use super::holiday::Rule;
use super::words::Near;
use std::ops::Range;

/// A stretch of the calendar as the words name it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum When {
    /// The words say it all: "March 2008".
    Fixed(Period),
    /// Two ways to read digits ("5/7/2020"); the likelier first.
    Either(Period, Period),
    /// "March".
    Month(i8),
    /// "March 5".
    MonthDay(i8, i8),
    /// "the 29th".
    DayOf(i8),
    /// "Tuesday".
    Weekday(i8),
    /// "Tuesday the 19th".
    WeekdayThe(i8, i8),
    /// "two Sundays from now", "Friday after next", "two Fridays ago": such a day, counted off from the reference, back
    /// where negative.
    WeekdayAhead(i8, i8),
    /// "winter".
    Season(Season),
    /// "the third quarter".
    Quarter(i8),
    /// "the first half".
    Half(i8),
    /// "Easter Monday".
    Holiday(Rule),
    /// "today", "this week": a unit counted from the reference.
    Step(Unit, i32),
    /// "the previous year", "the same day": a unit counted from what was named before.
    FromEarlier(Unit, i32),
    /// "the last fiscal year": whose, the words do not say.
    Fiscal(i32),
    /// "the week of October 6".
    WeekOf(Box<When>),
    /// "the same month a year ago": what was named before, some years away.
    SameAgain(i32),
    /// "last May", "next Tuesday".
    Near(Near, Box<When>),
    /// "May of last year": the first within the second.
    Within(Box<When>, Box<When>),
    /// "the last Monday of March", "the first week of 2021".
    Nth(i8, Part, Box<When>),
    /// "Thanksgiving a year ago", "Easter in nine months": the one at about that time.
    About(Rule, Length, bool),
    /// "the second closest Monday to May 5": counted off by distance from a day.
    Closest(i8, Box<When>, Box<When>),
    /// "two weeks ago", "three days after Easter": a length from a point, back where the flag is set.
    Away(Length, bool, Start),
}

impl When {
    /// The rule of the holiday that it is, in whichever year.
    pub(super) fn holiday(&self) -> Option<Rule> {
        match self {
            Self::Holiday(rule) | Self::About(rule, ..) => Some(*rule),
            Self::Near(_, what) | Self::Within(what, _) | Self::Closest(_, what, _) => what.holiday(),
            _ => None,
        }
    }
}

/// What is counted off within a stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    /// A weekday.
    Weekday(i8),
    /// A day, week, weekend, month or quarter.
    Unit(Unit),
}

/// Where a length starts.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Start {
    /// At the reference: "ago".
    Reference,
    /// At what was named before: "later", "earlier".
    Earlier,
    /// At another time: "after Easter".
    At(Box<When>),
}

/// A length of time: amounts of units, longest unit first; an amount is none where the words are vague.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Length(pub(super) Vec<(Option<f64>, Unit)>);

impl Length {
    /// Its ISO 8601 / TIMEX3 value.
    pub(super) fn value(&self) -> String {
        use std::fmt::Write;
        let mut value = String::from("P");
        let mut clock = false;
        for &(amount, unit) in &self.0 {
            if unit.of_clock() && !clock {
                value.push('T');
                clock = true;
            }
            let (times, letter) = match unit {
                Unit::Second => (1.0, "S"),
                Unit::Minute | Unit::Month => (1.0, "M"),
                Unit::Hour => (1.0, "H"),
                Unit::Day => (1.0, "D"),
                Unit::Weekend => (1.0, "WE"),
                Unit::Week => (1.0, "W"),
                Unit::Fortnight => (2.0, "W"),
                Unit::Quarter => (1.0, "Q"),
                Unit::Year => (1.0, "Y"),
                Unit::Decade => (10.0, "Y"),
                Unit::Century => (100.0, "Y"),
            };
            // Writing to a string cannot fail.
            let written = match (amount, unit) {
                (Some(n), _) => write!(value, "{}{letter}", n * times),
                (None, Unit::Decade) => write!(value, "XDE"),
                (None, Unit::Century) => write!(value, "XCE"),
                (None, _) => write!(value, "X{letter}"),
            };
            debug_assert!(written.is_ok());
        }
        value
    }

    /// Its amounts as whole numbers; none where one is vague or broken.
    pub(super) fn whole(&self) -> Option<Vec<(i32, Unit)>> {
        self.0
            .iter()
            .map(|&(amount, unit)| {
                let (n, unit) = match (amount?, unit) {
                    // "1.5 years" are 18 months, "half a week" is no whole number of anything.
                    (n, Unit::Year) if n.fract() != 0.0 => (n * 12.0, Unit::Month),
                    (n, Unit::Decade) if n.fract() != 0.0 => (n * 10.0, Unit::Year),
                    other => other,
                };
                let n = Some(n).filter(|n| n.fract() == 0.0 && n.abs() < 100_000.0)?;
                #[expect(clippy::cast_possible_truncation, reason = "a whole number below 100,000")]
                Some((n as i32, unit))
            })
            .collect()
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Clock {
    pub(super) hour: i16,
    pub(super) minute: i16,
    pub(super) second: Option<i16>,
    /// Whether "am", "pm" or the hour itself says which half of the day.
    pub(super) settled: bool,
    /// ISO 8601 offset.
    pub(super) zone: Option<&'static str>,
}

impl Clock {
    /// Its ISO 8601 value after the day.
    pub(super) fn value(self) -> String {
        let second = self.second.map_or_else(String::new, |s| format!(":{s:02}"));
        format!("T{:02}:{:02}{second}{}", self.hour, self.minute, self.zone.unwrap_or(""))
    }
}

/// Which way a length looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Only a length.
    Neither,
    /// Ends at the reference: "the past two weeks".
    Back,
    /// Starts at the reference: "the next three years".
    Ahead,
}

/// What the words of a time mean.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// A stretch of the calendar.
    Date(When),
    /// From the first to the second.
    Range(When, When),
    /// A time of day.
    Clock(Clock, Option<When>),
    /// From one time of day to another.
    Clocks(Clock, Clock, Option<When>),
    /// A time of day up to which or from which something is.
    Bounded(Clock, When, Open),
    /// "Friday morning": a TIMEX3 code of a part of a day.
    PartOfDay(&'static str, When),
    /// A length.
    Length(Length, Look),
    /// A length from the first to the second ("12 to 18 months").
    Lengths(Length, Length),
    /// "in two years": ahead of the reference, or only a length, by the tense.
    Inside(Length),
    /// "within two weeks" of a plan: from the reference on.
    Deadline(Length),
    /// "for a week from December 20", "a week starting tomorrow".
    Lasting(Length, When),
    /// "the last four months of 2021": so many units of a whole, from its end where negative.
    Several(i32, Unit, When),
    /// A repetition, by its TIMEX3 value.
    Set(String),
    /// "the 2012-13 season": one year across two.
    Across(i16),
    /// "this season": whose season it is, the words do not say.
    OpenSeason(Near),
}

/// A time as read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What it means.
    pub(super) meaning: Meaning,
    /// TIMEX3 mod.
    pub(super) modifier: Option<&'static str>,
}
