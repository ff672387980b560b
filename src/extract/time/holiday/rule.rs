//! How the days of a holiday follow from the year, as `assets/lists/holidays.tsv` writes it.
//!
//! A rule is a day, or two joined by "to" for a stretch. A day is a base, days to add ("+1", "-46") and days by which it
//! moves off a weekday ("sun-1"). Bases: "12-25"; "nov thu 4", "may mon -1"; "mon from 10-26"; "easter", "orthodox";
//! "hebrew 1 10" and the other calendars; "tithi ashvina 30 dusk"; "enters 9 11.5" (the sun, a sign and an hour);
//! "onam"; "sun 180 9" (the sun's longitude and hours ahead of universal time).

use super::calendars::Calendar;
use super::{hindu, sky};
use crate::extract::time::calendar::{Period, Unit, easter, monday, nth_weekday, orthodox_easter, weekday};
use crate::text::calendar;
use jiff::ToSpan;
use jiff::civil::Date;

/// How the days of a holiday follow from the year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::extract::time) struct Rule {
    first: Day,
    last: Option<Day>,
    frame: Frame,
}

/// What of a holiday is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::extract::time) enum Frame {
    /// The day itself, or all its days.
    Itself,
    /// "Diwali eve".
    Eve,
    /// "Labor Day weekend": with the days between it and the weekend.
    Weekend,
    /// "Thanksgiving week".
    Week,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Day {
    base: Base,
    plus: i32,
    /// Days to move by where it falls on this weekday, from Monday.
    moves: [i32; 7],
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Base {
    /// Month and day.
    Fixed(i8, i8),
    /// The nth weekday of a month.
    Nth {
        month: i8,
        weekday: i8,
        n: i8,
    },
    /// The first such weekday from a month and day on.
    From {
        weekday: i8,
        month: i8,
        day: i8,
    },
    /// Easter Sunday, of the Orthodox churches where the flag is set.
    Easter {
        orthodox: bool,
    },
    /// A month and day of another calendar.
    Other(Calendar, u8, u8),
    /// A lunar day of India: month, day and the hour that decides.
    Tithi(u8, u8, f64),
    /// The sun enters a sign, by days that start so many hours ahead of universal time.
    Enters(u8, f64),
    Onam,
    /// The sun reaches a longitude, by a clock so many hours ahead of universal time.
    Sun(i16, f64),
}

/// The place of a month in a list of another calendar, from one.
fn place(months: &[&str], word: &str) -> Option<u8> {
    u8::try_from(months.iter().position(|month| *month == word)? + 1).ok()
}

fn month_and_day(word: &str) -> Option<(i8, i8)> {
    let (month, day) = word.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

impl Rule {
    /// A rule as the list writes it.
    pub(super) fn read(rule: &str) -> Option<Self> {
        let (first, last) = rule.split_once(" to ").map_or((rule, None), |(first, last)| (first, Some(last)));
        let last = last.map(Day::read);
        if last == Some(None) {
            return None;
        }
        Some(Self { first: Day::read(first)?, last: last.flatten(), frame: Frame::Itself })
    }

    /// The same holiday, seen so.
    pub(super) fn framed(self, frame: Frame) -> Self {
        Self { frame, ..self }
    }

    /// Whether it is one day.
    pub(in crate::extract::time) fn is_day(self) -> bool {
        matches!(self.frame, Frame::Eve) || self.last.is_none() && self.frame == Frame::Itself
    }

    /// Whether it may be on this day of the year: on its own, where that is the same every year.
    pub(super) fn may_fall(self, month: i8, day: i8) -> bool {
        self.last.is_none() && self.first == Day { base: Base::Fixed(month, day), plus: 0, moves: [0; 7] }
    }

    /// When it is held in a year: once, but for feasts of a shorter year that may come twice or never.
    pub(in crate::extract::time) fn in_year(self, year: i16) -> Vec<Period> {
        let held = |first: Date| {
            let Some(last) = self.last else { return self.seen(first, first) };
            let last = (year..=year + 1).flat_map(|y| last.days(y)).find(|last| *last >= first)?;
            self.seen(first, last)
        };
        self.first.days(year).into_iter().filter(|first| first.year() == year).filter_map(held).collect()
    }

    fn seen(self, first: Date, last: Date) -> Option<Period> {
        Some(match self.frame {
            Frame::Itself if first == last => Period::Day(first),
            Frame::Itself => Period::Days(first, last),
            Frame::Eve => Period::Day(first.yesterday().ok()?),
            Frame::Week => Period::holding(Unit::Week, first)?,
            Frame::Weekend => {
                // A Monday or Tuesday belongs to the weekend before it.
                let weeks = i32::from(first.weekday().to_monday_zero_offset() < 2);
                let saturday = monday(first)?.checked_add((5 - 7 * weeks).days()).ok()?;
                let sunday = saturday.tomorrow().ok()?;
                Period::Days(first.min(saturday), last.max(sunday))
            }
        })
    }

    /// Where the day comes from, in words, and whether it is only likely; nothing for rules of the Gregorian calendar.
    pub(in crate::extract::time) fn told(self) -> Option<(String, bool)> {
        match self.first.base {
            Base::Other(calendar, month, day) => {
                let day = calendar.told(month, day);
                let told = match self.first.plus {
                    0 => format!("It is {day}."),
                    n if n < 0 => format!("Counted back from {day}."),
                    _ => format!("Counted from {day}."),
                };
                Some((told, calendar == Calendar::Islamic))
            }
            Base::Tithi(..) | Base::Enters(..) | Base::Onam => {
                let told = "Computed from the moon and the sun as seen in India; a day off in some years and regions.";
                Some((told.to_owned(), true))
            }
            _ => None,
        }
    }
}

impl Day {
    fn read(day: &str) -> Option<Self> {
        let words: Vec<&str> = day.split(' ').collect();
        let (base, rest) = Base::read(&words)?;
        let mut day = Self { base, plus: 0, moves: [0; 7] };
        for word in rest {
            match word.split_at_checked(3).and_then(|(name, by)| Some((calendar::weekday(name)?, by))) {
                Some((weekday, by)) => *day.moves.get_mut(usize::try_from(weekday - 1).ok()?)? = by.parse().ok()?,
                None => day.plus = word.parse().ok()?,
            }
        }
        Some(day)
    }

    /// Its days in a year, and some just outside of it.
    fn days(self, year: i16) -> Vec<Date> {
        let moved = |day: Date| {
            let day = day.checked_add(self.plus.days()).ok()?;
            let by = self.moves.get(usize::try_from(day.weekday().to_monday_zero_offset()).ok()?)?;
            day.checked_add(by.days()).ok()
        };
        self.base.days(year).into_iter().filter_map(moved).collect()
    }
}

impl Base {
    /// A base at the start of a rule, and the words after it.
    fn read<'a, 'b>(words: &'a [&'b str]) -> Option<(Self, &'a [&'b str])> {
        Some(match words {
            ["easter", rest @ ..] => (Self::Easter { orthodox: false }, rest),
            ["orthodox", rest @ ..] => (Self::Easter { orthodox: true }, rest),
            ["onam", rest @ ..] => (Self::Onam, rest),
            [weekday, "from", day, rest @ ..] => {
                let (month, day) = month_and_day(day)?;
                (Self::From { weekday: calendar::weekday(weekday)?, month, day }, rest)
            }
            ["sun", degrees, hours, rest @ ..] => (Self::Sun(degrees.parse().ok()?, hours.parse().ok()?), rest),
            ["enters", sign, hours, rest @ ..] => (Self::Enters(sign.parse().ok()?, hours.parse().ok()?), rest),
            ["tithi", month, day, hour, rest @ ..] => {
                let hour = hindu::HOURS.iter().find(|(name, _)| name == hour)?.1;
                (Self::Tithi(place(&hindu::MONTHS, month)?, day.parse().ok()?, hour), rest)
            }
            [name, second, third, rest @ ..] if name.starts_with(char::is_alphabetic) => {
                let base = if let Some(calendar) = Calendar::read(name) {
                    Self::Other(calendar, second.parse().ok()?, third.parse().ok()?)
                } else {
                    let (month, weekday) = (calendar::month(name)?, calendar::weekday(second)?);
                    Self::Nth { month, weekday, n: third.parse().ok()? }
                };
                (base, rest)
            }
            [day, rest @ ..] => {
                let (month, day) = month_and_day(day)?;
                (Self::Fixed(month, day), rest)
            }
            [] => return None,
        })
    }

    fn days(self, year: i16) -> Vec<Date> {
        let one = |day: Option<Date>| day.into_iter().collect();
        match self {
            Self::Fixed(month, day) => one(Date::new(year, month, day).ok()),
            Self::Nth { month, weekday: number, n } => {
                one(weekday(number).and_then(|day| nth_weekday(Period::Month(year, month), day, n)))
            }
            Self::From { weekday: number, month, day } => one((|| {
                let start = Date::new(year, month, day).ok()?;
                start.checked_add(i32::from(start.weekday().until(weekday(number)?)).days()).ok()
            })()),
            Self::Easter { orthodox } => one(if orthodox { orthodox_easter(year) } else { easter(year) }),
            Self::Other(calendar, month, day) => calendar.days(year, month, day),
            Self::Tithi(month, day, hour) => {
                (year - 1..=year).filter_map(|y| hindu::lunar_day(y, month, day, hour)).collect()
            }
            Self::Enters(sign, hours) => one(hindu::enters(year, sign, hours)),
            Self::Onam => one(hindu::onam(year)),
            Self::Sun(degrees, hours) => one((|| {
                let degrees = f64::from(degrees);
                let spring = Date::new(year, 3, 20).ok()?;
                // From January to the equinox the sun stands at 280 degrees and more.
                let turned = if degrees < 275.0 { degrees } else { degrees - 360.0 };
                sky::day(sky::sun_at(degrees, false, sky::midnight(spring) + turned * 1.0146), hours)
            })()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks when a rule is held in a year.
    fn check(rule: &str, year: i16, expected: &str) {
        let held = Rule::read(rule).unwrap_or_else(|| panic!("{rule}")).in_year(year);
        assert_eq!(held.into_iter().map(Period::value).collect::<Vec<_>>().join(" "), expected, "{rule}");
    }

    #[test]
    fn days() {
        check("12-25", 2025, "2025-12-25");
        check("nov thu 4 +1", 2025, "2025-11-28");
        check("may mon -1", 2025, "2025-05-26");
        check("sat from 06-20", 2025, "2025-06-21");
        check("easter -2", 2024, "2024-03-29");
        check("orthodox +49", 2024, "2024-06-23");
        check("04-27 sun-1", 2025, "2025-04-26");
        check("10-16 sat-1 sun+1", 2016, "2016-10-17");
        check("hebrew 1 1 -1", 2025, "2025-09-22");
        check("tithi kartika 2 noon", 2019, "2019-10-29");
        check("sun 15 8", 2025, "2025-04-04");
        check("sun 180 9", 2024, "2024-09-22");
        check("enters 9 11.5 -1", 2018, "2018-01-13");
        check("islamic 10 1", 2033, "2033-01-03 2033-12-23");
    }

    #[test]
    fn stretches() {
        check("12-26 to 01-01", 2024, "2024-12-26/2025-01-01");
        check("easter -46 to easter -1", 2025, "2025-03-05/2025-04-19");
        check("islamic 9 1 to islamic 10 1 -1", 2025, "2025-03-01/2025-03-29");
        check("hebrew 3 25 -1 to hebrew 3 25 +7", 2024, "2024-12-25/2025-01-02");
        check("tithi ashvina 1 sunrise to tithi ashvina 9 sunrise", 2022, "2022-09-26/2022-10-04");
    }

    #[test]
    fn frames() {
        let seen = |rule: &str, frame, year| {
            Rule::read(rule).map(|r| r.framed(frame)).and_then(|r| r.in_year(year).first().map(|p| p.value()))
        };
        assert_eq!(seen("sep mon 1", Frame::Weekend, 2025).as_deref(), Some("2025-08-30/2025-09-01"));
        assert_eq!(seen("nov thu 4", Frame::Weekend, 2025).as_deref(), Some("2025-11-27/2025-11-30"));
        assert_eq!(seen("10-31", Frame::Week, 2025).as_deref(), Some("2025-W44"));
        assert_eq!(seen("islamic 10 1", Frame::Eve, 2025).as_deref(), Some("2025-03-29"));
    }

    #[test]
    fn no_rules() {
        for rule in ["", "soon", "13", "hebrew", "tithi ashvina 3", "12-25 to", "may xyz 1"] {
            assert_eq!(Rule::read(rule), None, "{rule}");
        }
        check("02-29", 2025, "");
        check("tithi ashvina 30 dusk", 9000, "");
        check("islamic 10 1", -9998, "");
    }
}
