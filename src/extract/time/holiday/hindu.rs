//! Festivals of India by the sun and the moon: a lunar day at the hour that decides, the sun's entry into a sign, a star.
//!
//! A lunar month runs from new moon to new moon and is named after the sign in which the sun stands at its start; of two
//! that start in one sign the first is added, and feasts are held in the second. A lunar day (tithi) is the time in which
//! the moon gains twelve degrees on the sun; 1 to 15 is the bright half, 16 to 30 the dark half that follows it.
//!
//! The hours were chosen to fit 172 well-known public holidays of 2010 to 2026, of which two are one day off; other years, regions
//! and schools differ by more. Not found: the months that drop out about once in a century.

use super::sky;
use jiff::ToSpan;
use jiff::civil::Date;

/// Hours that India's clock is ahead of universal time.
const INDIA: f64 = 5.5;
const SIGN: f64 = 30.0;
const TITHI: f64 = 12.0;
/// Years in which the series are good.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2400;

/// The lunar months, in the order of the year.
pub(super) const MONTHS: [&str; 12] = [
    "chaitra",
    "vaisakha",
    "jyeshtha",
    "ashadha",
    "shravana",
    "bhadrapada",
    "ashvina",
    "kartika",
    "margashirsha",
    "pausha",
    "magha",
    "phalguna",
];

/// The times of day that decide on which day a lunar day is kept, with their hour in India.
pub(super) const HOURS: [(&str, f64); 7] = [
    ("sunrise", 6.2),
    ("forenoon", 10.0),
    ("noon", 12.0),
    ("afternoon", 16.0),
    ("dusk", 18.1),
    ("moonrise", 20.0),
    ("midnight", 24.0),
];

/// The day of a lunar day in the year of India that starts in the spring of a year, by its time of day.
pub(super) fn lunar_day(year: i16, month: u8, tithi: u8, hour: f64) -> Option<Date> {
    let month_before = f64::from(month) - 1.0;
    // The last new moon before the sun leaves the sign starts the month.
    let leaves = sky::sun_at((month_before * SIGN).rem_euclid(360.0), true, spring(year)? + month_before * 30.437);
    let new_moon = leaves - sky::gap(leaves) / 12.19;
    let new_moon = sky::gap_at(0.0, new_moon);
    let new_moon = if new_moon > leaves { sky::gap_at(0.0, new_moon - 29.53) } else { new_moon };
    let starts = f64::from(tithi) - 1.0;
    let from = sky::gap_at(starts * TITHI, new_moon + starts * 0.9843);
    let to = sky::gap_at((starts + 1.0) * TITHI, from + 0.9843);
    // The first day at whose hour it has begun; a day earlier where it has ended by then.
    let decides = |day: Date| sky::midnight(day) + (hour - INDIA) / 24.0;
    let day = sky::day(from - hour / 24.0, INDIA)?.tomorrow().ok()?;
    if decides(day) < to { Some(day) } else { day.yesterday().ok() }
}

/// The day on which the sun enters a sign of the fixed stars, 0 for Aries; `hours` ahead of universal time a day starts.
pub(super) fn enters(year: i16, sign: u8, hours: f64) -> Option<Date> {
    sky::day(entry(year, sign)?, hours)
}

/// The day of the star Shravana at sunrise while the sun is in Leo: Onam.
pub(super) fn onam(year: i16) -> Option<Date> {
    let leaves = entry(year, 5)?;
    let star = sky::moon_at(280.0, leaves - 13.66);
    let star = if star > leaves - 1.0 { sky::moon_at(280.0, star - 27.32) } else { star };
    sky::day(star - 6.2 / 24.0, INDIA)?.checked_add(1.day()).ok()
}

fn entry(year: i16, sign: u8) -> Option<f64> {
    // The sun enters Capricorn in January.
    let months = if sign >= 9 { f64::from(sign) - 12.0 } else { f64::from(sign) };
    Some(sky::sun_at(f64::from(sign) * SIGN, true, spring(year)? + months * 30.437))
}

/// About when the sun enters Aries.
fn spring(year: i16) -> Option<f64> {
    YEARS.contains(&year).then(|| Date::new(year, 4, 14).ok().map(sky::midnight))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(day: Option<Date>, expected: &str) {
        assert_eq!(day.map(|d| d.to_string()).as_deref(), Some(expected));
    }

    #[test]
    fn days_of_public_holidays() {
        let [sunrise, forenoon, noon, afternoon, dusk, _, midnight] = HOURS.map(|(_, hour)| hour);
        // Diwali.
        for day in ["2015-11-11", "2016-10-30", "2017-10-19", "2018-11-07", "2020-11-14", "2021-11-04", "2023-11-12"] {
            check(lunar_day(day.get(..4).and_then(|y| y.parse().ok()).unwrap_or_default(), 7, 30, dusk), day);
        }
        // Maha Shivaratri, Ram Navami, Janmashtami, Ganesh Chaturthi, Dussehra, Buddha Purnima.
        check(lunar_day(2020, 11, 29, midnight), "2021-03-11");
        check(lunar_day(2023, 1, 9, noon), "2023-03-30");
        check(lunar_day(2022, 5, 23, dusk), "2022-08-19");
        check(lunar_day(2023, 6, 4, noon), "2023-09-19");
        check(lunar_day(2022, 7, 10, forenoon), "2022-10-05");
        check(lunar_day(2021, 12, 15, afternoon), "2022-03-17");
        check(lunar_day(2020, 7, 10, forenoon), "2020-10-25");
        check(lunar_day(2022, 2, 15, sunrise), "2022-05-16");
        check(enters(2019, 9, INDIA + 6.0), "2019-01-15");
        check(enters(2022, 0, INDIA), "2022-04-14");
        check(onam(2019), "2019-09-11");
        check(onam(2016), "2016-09-14");
    }
}
