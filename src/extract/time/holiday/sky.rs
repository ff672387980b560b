//! Where the sun and the moon stand, well enough to tell on which day a lunar day falls.
//!
//! Jean Meeus, Astronomical Algorithms (1998): chapter 25 for the sun (to 0.01°), the terms above 0.004° of chapter 47 for
//! the moon. The moon gains 0.5° an hour on the sun, so an instant is good to a few minutes. The time is universal time
//! in days since noon of 1 January 2000; its minute of difference from the time of the theory is left out.

use jiff::ToSpan;
use jiff::civil::Date;

/// Degrees a day that the sun moves.
const SUN: f64 = 0.985_647_36;
/// Degrees a day that the moon gains on the sun.
const GAIN: f64 = 12.190_749_1;
/// Degrees a day that the moon moves.
const MOON: f64 = 13.176_396_5;
const NOON_2000: Date = Date::constant(2000, 1, 1);

/// Midnight in universal time at the start of a day.
pub(super) fn midnight(day: Date) -> f64 {
    let hours = i32::try_from(NOON_2000.duration_until(day).as_hours()).unwrap_or_default();
    f64::from(hours / 24) - 0.5
}

/// The day of an instant, by a clock that is some hours ahead of universal time.
pub(super) fn day(instant: f64, hours: f64) -> Option<Date> {
    #[expect(clippy::cast_possible_truncation, reason = "a number of days that the calendar bounds")]
    let days = (instant + 0.5 + hours / 24.0).floor() as i32;
    NOON_2000.checked_add(days.clamp(-3_000_000, 2_900_000).days()).ok()
}

/// The sun's longitude from the mean equinox of the day, in degrees.
pub(super) fn sun(instant: f64) -> f64 {
    let t = instant / 36_525.0;
    let mean = 280.466_46 + t * (36_000.769_83 + t * 0.000_303_2);
    let m = (357.529_11 + t * 35_999.050_29).to_radians();
    let centre = (1.914_602 - 0.004_817 * t) * m.sin() + 0.019_993 * (2.0 * m).sin() + 0.000_289 * (3.0 * m).sin();
    // The light takes eight minutes.
    (mean + centre - 0.005_69).rem_euclid(360.0)
}

/// Multiples of the moon's elongation, the sun's anomaly, the moon's anomaly and its distance from the node, and degrees.
const TERMS: &[([f64; 4], f64)] = &[
    ([0.0, 0.0, 1.0, 0.0], 6.288_774),
    ([2.0, 0.0, -1.0, 0.0], 1.274_027),
    ([2.0, 0.0, 0.0, 0.0], 0.658_314),
    ([0.0, 0.0, 2.0, 0.0], 0.213_618),
    ([0.0, 1.0, 0.0, 0.0], -0.185_116),
    ([0.0, 0.0, 0.0, 2.0], -0.114_332),
    ([2.0, 0.0, -2.0, 0.0], 0.058_793),
    ([2.0, -1.0, -1.0, 0.0], 0.057_066),
    ([2.0, 0.0, 1.0, 0.0], 0.053_322),
    ([2.0, -1.0, 0.0, 0.0], 0.045_758),
    ([0.0, 1.0, -1.0, 0.0], -0.040_923),
    ([1.0, 0.0, 0.0, 0.0], -0.034_720),
    ([0.0, 1.0, 1.0, 0.0], -0.030_383),
    ([2.0, 0.0, 0.0, -2.0], 0.015_327),
    ([0.0, 0.0, 1.0, 2.0], -0.012_528),
    ([0.0, 0.0, 1.0, -2.0], 0.010_980),
    ([4.0, 0.0, -1.0, 0.0], 0.010_675),
    ([0.0, 0.0, 3.0, 0.0], 0.010_034),
    ([4.0, 0.0, -2.0, 0.0], 0.008_548),
    ([2.0, 1.0, -1.0, 0.0], -0.007_888),
    ([2.0, 1.0, 0.0, 0.0], -0.006_766),
    ([1.0, 0.0, -1.0, 0.0], -0.005_163),
    ([1.0, 1.0, 0.0, 0.0], 0.004_987),
    ([2.0, -1.0, 1.0, 0.0], 0.004_036),
];

/// The moon's longitude from the mean equinox of the day, in degrees.
pub(super) fn moon(instant: f64) -> f64 {
    let t = instant / 36_525.0;
    let angles = [
        297.850_192_1 + t * 445_267.111_403_4,
        357.529_109_2 + t * 35_999.050_290_9,
        134.963_396_4 + t * 477_198.867_505_5,
        93.272_095_0 + t * 483_202.017_523_3,
    ];
    let term = |(times, degrees): &([f64; 4], f64)| {
        let angle: f64 = times.iter().zip(angles).map(|(n, angle)| n * angle).sum();
        degrees * angle.to_radians().sin()
    };
    (218.316_447_7 + t * 481_267.881_234_21 + TERMS.iter().map(term).sum::<f64>()).rem_euclid(360.0)
}

/// How many degrees the moon is ahead of the sun: 0 at new moon.
pub(super) fn gap(instant: f64) -> f64 {
    (moon(instant) - sun(instant)).rem_euclid(360.0)
}

/// How far the zodiac of the fixed stars, as India's calendar reckons it (Lahiri), is behind the equinox, in degrees.
pub(super) fn shift(instant: f64) -> f64 {
    23.853 + instant / 365.25 * 50.29 / 3_600.0
}

/// When the sun reaches a longitude, at the time nearest to `near`; among the fixed stars where the flag is set.
pub(super) fn sun_at(degrees: f64, stars: bool, near: f64) -> f64 {
    reach(|t| if stars { sun(t) - shift(t) } else { sun(t) }, SUN, degrees, near)
}

/// When the moon is so many degrees ahead of the sun, at the time nearest to `near`.
pub(super) fn gap_at(degrees: f64, near: f64) -> f64 {
    reach(gap, GAIN, degrees, near)
}

/// When the moon reaches a longitude among the fixed stars, at the time nearest to `near`.
pub(super) fn moon_at(degrees: f64, near: f64) -> f64 {
    reach(|t| moon(t) - shift(t), MOON, degrees, near)
}

/// When an angle that grows at about `rate` is reached. Each step leaves a tenth of the error or less.
fn reach(angle: impl Fn(f64) -> f64, rate: f64, degrees: f64, near: f64) -> f64 {
    (0..6).fold(near, |t, _| t + ((degrees - angle(t) + 180.0).rem_euclid(360.0) - 180.0) / rate)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks an instant in universal time to ten minutes.
    fn check(instant: f64, day_: Date, hour: f64) {
        let expected = midnight(day_) + hour / 24.0;
        assert!((instant - expected).abs() < 10.0 / 1_440.0, "{instant} is not {expected}");
    }

    #[test]
    fn instants_of_almanacs() {
        check(sun_at(0.0, false, midnight(Date::constant(2024, 3, 22))), Date::constant(2024, 3, 20), 3.0 + 6.0 / 60.0);
        check(
            sun_at(270.0, false, midnight(Date::constant(2025, 12, 1))),
            Date::constant(2025, 12, 21),
            15.0 + 3.0 / 60.0,
        );
        check(gap_at(0.0, midnight(Date::constant(2024, 4, 5))), Date::constant(2024, 4, 8), 18.0 + 21.0 / 60.0);
        check(gap_at(180.0, midnight(Date::constant(2025, 9, 4))), Date::constant(2025, 9, 7), 18.0 + 9.0 / 60.0);
    }

    #[test]
    fn days() {
        assert_eq!(day(midnight(Date::constant(2019, 10, 27)), 0.0), Some(Date::constant(2019, 10, 27)));
        assert_eq!(day(midnight(Date::constant(1947, 8, 15)) - 0.1, 5.5), Some(Date::constant(1947, 8, 15)));
        assert_eq!(day(f64::MAX, 0.0).map(Date::year), Some(9939));
    }
}
