//! Days of other calendars in the Gregorian one, by the tables and rules of the crate `icu_calendar`.
//!
//! The Islamic days are those of the Umm al-Qura calendar, which Saudi Arabia publishes ahead; where the moon is sighted a
//! feast may be a day off. Vietnam's calendar is taken to be China's; they differ by a day or a month a few times a century.

use icu_calendar::cal::{ChineseTraditional, Coptic, Ethiopian, Hebrew, Hijri, KoreanTraditional, Persian};
use icu_calendar::types::Month;
use icu_calendar::{AsCalendar, Gregorian};
use jiff::ToSpan;
use jiff::civil::Date;

/// A calendar in which a feast has the same month and day every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    Hebrew,
    Islamic,
    Chinese,
    Korean,
    Persian,
    Coptic,
    Ethiopian,
    /// The Zoroastrian calendar of India's Parsis: 365 days, never a leap day.
    Parsi,
}

const HEBREW: [&str; 12] =
    ["Tishri", "Heshvan", "Kislev", "Tevet", "Shevat", "Adar", "Nisan", "Iyar", "Sivan", "Tammuz", "Av", "Elul"];
const ISLAMIC: [&str; 12] = [
    "Muharram",
    "Safar",
    "Rabi al-Awwal",
    "Rabi al-Thani",
    "Jumada al-Ula",
    "Jumada al-Akhira",
    "Rajab",
    "Shaban",
    "Ramadan",
    "Shawwal",
    "Dhu al-Qadah",
    "Dhu al-Hijjah",
];

impl Calendar {
    /// A calendar by its name.
    pub(super) fn read(name: &str) -> Option<Self> {
        Some(match name {
            "hebrew" => Self::Hebrew,
            "islamic" => Self::Islamic,
            "chinese" => Self::Chinese,
            "korean" => Self::Korean,
            "persian" => Self::Persian,
            "coptic" => Self::Coptic,
            "ethiopian" => Self::Ethiopian,
            "parsi" => Self::Parsi,
            _ => return None,
        })
    }

    /// Every day with that month and day that may fall in a Gregorian year, and some just outside of it.
    pub(super) fn days(self, year: i16, month: u8, day: u8) -> Vec<Date> {
        let y = i32::from(year);
        let years = |first: i32, count: i32| first..first + count;
        match self {
            Self::Hebrew => all(years(y + 3760, 2), month, day, &Hebrew),
            // Its year is eleven days shorter, so that two may start in one of ours.
            Self::Islamic => all(years((y - 622) * 33 / 32 - 1, 4), month, day, &Hijri::new_umm_al_qura()),
            Self::Chinese => all(years(y - 1, 2), month, day, &ChineseTraditional::new()),
            Self::Korean => all(years(y - 1, 2), month, day, &KoreanTraditional::new()),
            Self::Persian => all(years(y - 622, 2), month, day, &Persian),
            Self::Coptic => all(years(y - 284, 2), month, day, &Coptic),
            Self::Ethiopian => all(years(y - 8, 2), month, day, &Ethiopian::new()),
            Self::Parsi => parsi(year, month, day).into_iter().collect(),
        }
    }

    /// A day of it in words: "10 Tishri of the Hebrew calendar".
    pub(super) fn told(self, month: u8, day: u8) -> String {
        let named = |months: &[&'static str; 12]| months.get(usize::from(month) - 1).copied().unwrap_or_default();
        let numbered = |whose: &str| format!("day {day} of month {month} of the {whose} calendar");
        match self {
            Self::Hebrew => {
                format!("{day} {} of the Hebrew calendar; it starts at sundown of the day before", named(&HEBREW))
            }
            Self::Islamic => {
                format!("{day} {} of the Umm al-Qura calendar; by sighting it may be a day off", named(&ISLAMIC))
            }
            Self::Chinese => numbered("Chinese"),
            Self::Korean => numbered("Korean"),
            Self::Persian => numbered("Persian"),
            Self::Coptic => numbered("Coptic"),
            Self::Ethiopian => numbered("Ethiopian"),
            Self::Parsi => numbered("Parsi"),
        }
    }
}

fn all<C: AsCalendar + Clone>(years: std::ops::Range<i32>, month: u8, day: u8, calendar: &C) -> Vec<Date> {
    let gregorian = |year: i32| {
        let date = icu_calendar::Date::try_new(year.into(), Month::new(month), day, calendar.clone()).ok()?;
        let date = date.to_calendar(Gregorian);
        let year = i16::try_from(date.year().extended_year()).ok()?;
        Date::new(year, i8::try_from(date.month().number()).ok()?, i8::try_from(date.day_of_month().0).ok()?).ok()
    };
    years.filter_map(gregorian).collect()
}

/// Months of thirty days, from a new year that was 17 August 2018.
fn parsi(year: i16, month: u8, day: u8) -> Option<Date> {
    let into = 30 * (i32::from(month) - 1) + i32::from(day) - 1;
    let since = 365 * (i32::from(year) - 2018) + into;
    Date::constant(2018, 8, 17).checked_add(since.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks that a day of a calendar falls on these days of a year.
    fn check(calendar: Calendar, (month, day): (u8, u8), year: i16, expected: &str) {
        let days = calendar.days(year, month, day).into_iter().filter(|d| d.year() == year);
        assert_eq!(days.map(|d| d.to_string()).collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn days_of_public_holidays() {
        check(Calendar::Hebrew, (1, 10), 2023, "2023-09-25");
        check(Calendar::Hebrew, (7, 15), 2024, "2024-04-23");
        check(Calendar::Hebrew, (6, 14), 2024, "2024-03-24");
        check(Calendar::Islamic, (10, 1), 2024, "2024-04-10");
        check(Calendar::Islamic, (12, 10), 2023, "2023-06-28");
        check(Calendar::Islamic, (9, 1), 2030, "2030-01-05 2030-12-26");
        check(Calendar::Chinese, (1, 1), 2023, "2023-01-22");
        check(Calendar::Chinese, (8, 15), 2025, "2025-10-06");
        check(Calendar::Korean, (8, 15), 2024, "2024-09-17");
        check(Calendar::Persian, (1, 1), 2025, "2025-03-21");
        check(Calendar::Ethiopian, (1, 1), 2024, "2024-09-11");
        check(Calendar::Coptic, (1, 1), 2024, "2024-09-11");
        check(Calendar::Parsi, (1, 1), 2024, "2024-08-15");
    }
}
