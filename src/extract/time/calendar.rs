//! Stretches of the calendar: their TIMEX3 values, their first and last days, and steps between them.
//!
//! Gregorian only. Weeks are ISO weeks, from Monday; seasons are those of the northern hemisphere, in whole months.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// The longest way that is counted, in any unit: as far as the calendar reaches in years, so that no sum overflows.
const MOST_STEPS: i32 = 9_000;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// A unit by its English name.
    pub(super) fn read(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "weekend" => Self::Weekend,
            "week" => Self::Week,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            _ => return None,
        })
    }

    /// Whether it is shorter than a day.
    pub(super) const fn of_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// `n` of them as a span of the calendar; none for parts of a day.
    pub(super) fn span(self, n: i32) -> Option<Span> {
        let n = Some(n).filter(|n| n.abs() <= MOST_STEPS)?;
        Some(match self {
            Self::Second | Self::Minute | Self::Hour => return None,
            Self::Day => n.days(),
            Self::Weekend | Self::Week => n.weeks(),
            Self::Fortnight => (2 * n).weeks(),
            Self::Month => n.months(),
            Self::Quarter => (3 * n).months(),
            Self::Year => n.years(),
            Self::Decade => Some(n * 10).filter(|n| n.abs() <= MOST_STEPS)?.years(),
            Self::Century => Some(n * 100).filter(|n| n.abs() <= MOST_STEPS)?.years(),
        })
    }
}

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// A season by its TIMEX3 code.
    pub(super) fn read(code: &str) -> Option<Self> {
        [Self::Spring, Self::Summer, Self::Autumn, Self::Winter].into_iter().find(|s| s.code() == code)
    }

    /// Its TIMEX3 code.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    const fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

/// A stretch of the calendar with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Day(Date),
    /// From a day to a later one: a feast of several days.
    Days(Date, Date),
    /// By its Monday.
    Week(Date),
    /// By its Saturday.
    Weekend(Date),
    Month(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    Season(i16, Season),
    Year(i16),
    /// A budget year: whose, and so from when to when, the text rarely says.
    Fiscal(i16),
    /// A quarter of a budget year.
    FiscalQuarter(i16, i8),
    /// A half of a budget year.
    FiscalHalf(i16, i8),
    /// 199 is the 1990s.
    Decade(i16),
    /// 19 is the 1900s, the 20th century.
    Century(i16),
}

impl Period {
    /// The stretch of one unit that holds a day; none for parts of a day.
    pub(super) fn holding(unit: Unit, day: Date) -> Option<Self> {
        Some(match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Fortnight => return None,
            Unit::Day => Self::Day(day),
            Unit::Week => Self::Week(monday(day)?),
            Unit::Weekend => Self::Weekend(monday(day)?.checked_add(5.days()).ok()?),
            Unit::Month => Self::Month(day.year(), day.month()),
            Unit::Quarter => Self::Quarter(day.year(), (day.month() + 2) / 3),
            Unit::Year => Self::Year(day.year()),
            Unit::Decade => Self::Decade(day.year() / 10),
            Unit::Century => Self::Century(day.year() / 100),
        })
    }

    /// The stretch `n` steps of its own kind away.
    pub(super) fn step(self, n: i32) -> Option<Self> {
        if n.abs() > MOST_STEPS {
            return None;
        }
        let year = |y: i16, n: i32| i16::try_from(i32::from(y) + n).ok().filter(|y| (1..=9998).contains(y));
        let cycle = |y: i16, part: i8, of: i32| {
            let at = i32::from(y) * of + i32::from(part) - 1 + n;
            Some((year(0, at.div_euclid(of))?, i8::try_from(at.rem_euclid(of) + 1).ok()?))
        };
        Some(match self {
            Self::Day(day) => Self::Day(day.checked_add(n.days()).ok()?),
            // Only the calendar that it is from knows when such days come again.
            Self::Days(..) => return None,
            Self::Week(day) => Self::Week(day.checked_add(n.weeks()).ok()?),
            Self::Weekend(day) => Self::Weekend(day.checked_add(n.weeks()).ok()?),
            Self::Month(y, m) => cycle(y, m, 12).map(|(y, m)| Self::Month(y, m))?,
            Self::Quarter(y, q) => cycle(y, q, 4).map(|(y, q)| Self::Quarter(y, q))?,
            Self::Half(y, h) => cycle(y, h, 2).map(|(y, h)| Self::Half(y, h))?,
            Self::Season(y, s) => Self::Season(year(y, n)?, s),
            Self::Year(y) => Self::Year(year(y, n)?),
            Self::Fiscal(y) => Self::Fiscal(year(y, n)?),
            Self::FiscalQuarter(y, q) => cycle(y, q, 4).map(|(y, q)| Self::FiscalQuarter(y, q))?,
            Self::FiscalHalf(y, h) => cycle(y, h, 2).map(|(y, h)| Self::FiscalHalf(y, h))?,
            Self::Decade(d) => Self::Decade(year(d, n).filter(|d| *d < 999)?),
            Self::Century(c) => Self::Century(year(c, n).filter(|c| *c < 99)?),
        })
    }

    /// The same stretch `n` years away.
    pub(super) fn years_away(self, n: i32) -> Option<Self> {
        if n.abs() > MOST_STEPS {
            return None;
        }
        match self {
            Self::Month(y, m) => Self::Year(y).step(n)?.year().map(|y| Self::Month(y, m)),
            Self::Quarter(y, q) => Self::Year(y).step(n)?.year().map(|y| Self::Quarter(y, q)),
            Self::Half(y, h) => Self::Year(y).step(n)?.year().map(|y| Self::Half(y, h)),
            Self::Day(day) => Some(Self::Day(day.checked_add(n.years()).ok()?)),
            Self::Week(day) => Self::holding(Unit::Week, day.checked_add(n.years()).ok()?),
            Self::Weekend(day) => Self::holding(Unit::Weekend, day.checked_add(n.years()).ok()?),
            Self::Days(..) | Self::Decade(_) | Self::Century(_) => None,
            Self::FiscalQuarter(y, q) => Self::Year(y).step(n)?.year().map(|y| Self::FiscalQuarter(y, q)),
            Self::FiscalHalf(y, h) => Self::Year(y).step(n)?.year().map(|y| Self::FiscalHalf(y, h)),
            Self::Season(..) | Self::Year(_) | Self::Fiscal(_) => self.step(n),
        }
    }

    /// The year it starts in.
    pub(super) fn year(self) -> Option<i16> {
        match self {
            Self::Fiscal(year) | Self::FiscalQuarter(year, _) | Self::FiscalHalf(year, _) => Some(year),
            _ => self.first().map(Date::year),
        }
    }

    /// Its first day; none where the text does not settle it.
    pub(super) fn first(self) -> Option<Date> {
        match self {
            Self::Day(day) | Self::Days(day, _) | Self::Week(day) | Self::Weekend(day) => Some(day),
            Self::Month(y, m) => Date::new(y, m, 1).ok(),
            Self::Quarter(y, q) => Date::new(y, 3 * q - 2, 1).ok(),
            Self::Half(y, h) => Date::new(y, 6 * h - 5, 1).ok(),
            Self::Season(y, s) => Date::new(y, s.first_month(), 1).ok(),
            Self::Year(y) => Date::new(y, 1, 1).ok(),
            Self::Fiscal(_) | Self::FiscalQuarter(..) | Self::FiscalHalf(..) => None,
            Self::Decade(d) => Date::new(d.checked_mul(10)?, 1, 1).ok(),
            Self::Century(c) => Date::new(c.checked_mul(100)?.max(1), 1, 1).ok(),
        }
    }

    /// Its last day.
    pub(super) fn last(self) -> Option<Date> {
        let before = |first: Date, span: Span| first.checked_add(span).ok()?.yesterday().ok();
        let first = self.first()?;
        match self {
            Self::Day(day) | Self::Days(_, day) => Some(day),
            Self::Week(_) => before(first, 1.week()),
            Self::Weekend(_) => before(first, 2.days()),
            Self::Month(..) => Some(first.last_of_month()),
            Self::Quarter(..) | Self::Season(..) => before(first, 3.months()),
            Self::Half(..) => before(first, 6.months()),
            Self::Year(_) => Some(first.last_of_year()),
            Self::Fiscal(_) | Self::FiscalQuarter(..) | Self::FiscalHalf(..) => None,
            Self::Decade(_) => before(first, 10.years()),
            Self::Century(_) => before(first, 100.years()),
        }
    }

    /// Its ISO 8601 / TIMEX3 value.
    pub(super) fn value(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Days(first, last) => format!("{first}/{last}"),
            Self::Week(day) => {
                let week = day.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Self::Weekend(day) => {
                let week = day.iso_week_date();
                format!("{:04}-W{:02}-WE", week.year(), week.week())
            }
            Self::Month(y, m) => format!("{y:04}-{m:02}"),
            Self::Quarter(y, q) => format!("{y:04}-Q{q}"),
            Self::Half(y, h) => format!("{y:04}-H{h}"),
            Self::Season(y, s) => format!("{y:04}-{}", s.code()),
            // ISO 8601 gives the years before 1 a sign.
            Self::Year(y) if y < 0 => format!("-{:04}", y.unsigned_abs()),
            Self::Year(y) => format!("{y:04}"),
            Self::Fiscal(y) => format!("FY{y:04}"),
            Self::FiscalQuarter(y, q) => format!("FY{y:04}-Q{q}"),
            Self::FiscalHalf(y, h) => format!("FY{y:04}-H{h}"),
            Self::Decade(d) => format!("{d:03}X"),
            Self::Century(c) => format!("{c:02}XX"),
        }
    }
}

/// The Monday of a day's week.
pub(super) fn monday(day: Date) -> Option<Date> {
    day.checked_sub(i32::from(day.weekday().to_monday_zero_offset()).days()).ok()
}

/// A weekday by its number, 1 for Monday.
pub(super) fn weekday(number: i8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number).ok()
}

/// The `n`th week of a stretch, from its end where `n` is negative. A week belongs where its Thursday lies, as in ISO 8601.
pub(super) fn nth_week(period: Period, n: i8) -> Option<Period> {
    let thursday = nth_weekday(period, Weekday::Thursday, n)?;
    Some(Period::Week(monday(thursday)?))
}

/// The `n`th such weekday of a stretch, from its end where `n` is negative.
pub(super) fn nth_weekday(period: Period, weekday: Weekday, n: i8) -> Option<Date> {
    let (first, last) = (period.first()?, period.last()?);
    let day = if n > 0 {
        first.yesterday().ok()?.nth_weekday(i32::from(n), weekday).ok()?
    } else {
        last.tomorrow().ok()?.nth_weekday(i32::from(n), weekday).ok()?
    };
    (first <= day && day <= last).then_some(day)
}

/// Easter Sunday of a year, by the rule of the western churches (Meeus, Jones and Butcher).
pub(super) fn easter(year: i16) -> Option<Date> {
    let year_ = i32::from(year);
    let (golden, century, rest) = (year_ % 19, year_ / 100, year_ % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let at = moon + sunday - 7 * ((golden + 11 * moon + 22 * sunday) / 451) + 114;
    Date::new(year, i8::try_from(at / 31).ok()?, i8::try_from(at % 31 + 1).ok()?).ok()
}

/// Easter Sunday of the Orthodox churches, told in the Gregorian calendar (Meeus). Right from 1900 to 2099.
pub(super) fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let at = d + e + 114;
    let julian = Date::new(year, i8::try_from(at / 31).ok()?, i8::try_from(at % 31 + 1).ok()?).ok()?;
    julian.checked_add(13.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(period: Period, value: &str, first: &str, last: &str) {
        let day = |d: Option<Date>| d.map_or_else(String::new, |d| d.to_string());
        assert_eq!(
            (period.value().as_str(), day(period.first()), day(period.last())),
            (value, first.to_owned(), last.to_owned())
        );
    }

    #[test]
    fn values_and_ends() {
        check(Period::Quarter(2025, 3), "2025-Q3", "2025-07-01", "2025-09-30");
        check(Period::Season(2025, Season::Winter), "2025-WI", "2025-12-01", "2026-02-28");
        check(Period::Decade(199), "199X", "1990-01-01", "1999-12-31");
        check(Period::Century(19), "19XX", "1900-01-01", "1999-12-31");
        check(Period::Fiscal(2025), "FY2025", "", "");
        let day = Date::constant(2025, 10, 30);
        check(Period::holding(Unit::Week, day).unwrap(), "2025-W44", "2025-10-27", "2025-11-02");
        check(Period::holding(Unit::Weekend, day).unwrap(), "2025-W44-WE", "2025-11-01", "2025-11-02");
        check(Period::Month(2025, 1).step(-1).unwrap(), "2024-12", "2024-12-01", "2024-12-31");
        check(nth_week(Period::Month(2009, 3), -1).unwrap(), "2009-W13", "2009-03-23", "2009-03-29");
    }

    #[test]
    fn easters() {
        assert_eq!(easter(2025), Some(Date::constant(2025, 4, 20)));
        assert_eq!(easter(2024), Some(Date::constant(2024, 3, 31)));
        assert_eq!(orthodox_easter(2024), Some(Date::constant(2024, 5, 5)));
        assert_eq!(orthodox_easter(2025), Some(Date::constant(2025, 4, 20)));
    }

    #[test]
    fn nothing_overflows() {
        for period in [Period::Decade(998), Period::Century(98), Period::Year(9998), Period::Day(Date::MAX)] {
            assert!(period.step(i32::MAX / 4000).is_none());
            assert!(period.years_away(100_000).is_none() || period.first().is_some());
        }
    }
}
