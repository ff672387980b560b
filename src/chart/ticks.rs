//! Where an axis has its ticks, and what is written at them.

use super::amount;
use jiff::civil::Date;

/// At most `most` + 1 round values from zero to at least `largest`.
pub(super) fn amounts(largest: f64, most: usize) -> Vec<f64> {
    if largest.is_nan() || largest.is_infinite() || largest <= 0.0 {
        return vec![0.0];
    }
    let most = most.max(1);
    let power = 10f64.powf((largest / most as f64).log10().floor());
    let fits = |step: &f64| (largest / step).floor() <= most as f64;
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(fits).unwrap_or(20.0 * power);
    let mut ticks = vec![0.0];
    for i in 1..=most {
        let value = step * i as f64;
        if value > largest * 1.000_001 {
            break;
        }
        ticks.push(value);
    }
    ticks
}

/// A tick of an axis of amounts.
pub(super) fn amount(value: f64, divisor: f64) -> String {
    amount::number(value / divisor)
}

/// The days since 1970-01-01 of an ISO date.
pub(super) fn day(iso: &str) -> Option<f64> {
    let date: Date = iso.get(..10).unwrap_or(iso).parse().ok()?;
    let epoch = jiff::civil::date(1970, 1, 1);
    epoch.until(date).ok().map(|span| f64::from(span.get_days()))
}

/// Ticks between two days, each with its words: months, quarters, years or decades, at most `most` of them.
pub(super) fn days(from: f64, to: f64, most: usize) -> Vec<(f64, String)> {
    /// Steps in months.
    const STEPS: [i32; 9] = [1, 3, 6, 12, 24, 60, 120, 240, 600];
    let (Some(first), Some(last)) = (date_of(from), date_of(to)) else { return Vec::new() };
    let month = |d: Date| i32::from(d.year()) * 12 + i32::from(d.month()) - 1;
    let months = month(last) - month(first);
    let fits = |step: &i32| usize::try_from(months / step).unwrap_or(0) < most.max(1);
    let step = STEPS.into_iter().find(fits).unwrap_or(1200);
    let mut ticks = Vec::new();
    let mut at = month(first).div_euclid(step) * step;
    while at <= month(last) {
        let (year, month_index) = (at.div_euclid(12), at.rem_euclid(12));
        at += step;
        let Some(tick) = i16::try_from(year)
            .ok()
            .zip(i8::try_from(month_index + 1).ok())
            .and_then(|(y, m)| Date::new(y, m, 1).ok())
            .and_then(|d| day(&d.to_string()))
        else {
            continue;
        };
        if tick >= from && tick <= to {
            let words = if step >= 12 { year.to_string() } else { month_words(year, month_index, ticks.is_empty()) };
            ticks.push((tick, words));
        }
    }
    ticks
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The month of a day: "Sep 2025".
pub(super) fn month_of(day: f64) -> Option<String> {
    let date = date_of(day)?;
    let name = usize::try_from(date.month() - 1).ok().and_then(|m| MONTHS.get(m))?;
    Some(format!("{name} {}", date.year()))
}

/// A day: "3 Jun 2026".
pub(super) fn day_words(day: f64) -> Option<String> {
    Some(format!("{} {}", date_of(day)?.day(), month_of(day)?))
}

/// A month as a tick: "Jan 2026" where the year begins or the axis does, else "Apr".
fn month_words(year: i32, month: i32, first: bool) -> String {
    let name = usize::try_from(month).ok().and_then(|m| MONTHS.get(m)).copied().unwrap_or_default();
    if first || month == 0 { format!("{name} {year}") } else { name.to_owned() }
}

/// The date of a day since 1970-01-01.
pub(super) fn date_of(day: f64) -> Option<Date> {
    #[expect(clippy::cast_possible_truncation, reason = "days of four-digit years, and the cast saturates")]
    let days = day as i64;
    jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{amounts, date_of, day, days};

    #[test]
    fn round_steps() {
        let check = |largest, most, expected: &[f64]| assert_eq!(amounts(largest, most), expected);
        check(25.0, 3, &[0.0, 10.0, 20.0]);
        check(35.0, 3, &[0.0, 10.0, 20.0, 30.0]);
        check(40.0, 4, &[0.0, 10.0, 20.0, 30.0, 40.0]);
        check(9.99, 1, &[0.0, 5.0]);
        check(4.5e6, 5, &[0.0, 1e6, 2e6, 3e6, 4e6]);
        check(0.0, 4, &[0.0]);
        check(f64::NAN, 4, &[0.0]);
        check(f64::INFINITY, 4, &[0.0]);
    }

    #[test]
    fn calendar_steps() {
        let check = |from, to, most, expected: &[&str]| {
            let words: Vec<String> =
                days(day(from).unwrap(), day(to).unwrap(), most).into_iter().map(|t| t.1).collect();
            assert_eq!(words, expected);
        };
        check("2025-10-15", "2026-04-30", 7, &["Nov 2025", "Dec", "Jan 2026", "Feb", "Mar", "Apr"]);
        check("2025-10-30", "2028-12-31", 5, &["2026", "2027", "2028"]);
        check("2025-10-30", "2027-02-01", 6, &["Jan 2026", "Apr", "Jul", "Oct", "Jan 2027"]);
        check("1990-01-01", "2028-12-31", 5, &["1990", "2000", "2010", "2020"]);
    }

    #[test]
    fn days_and_dates() {
        assert_eq!(day("1970-01-02"), Some(1.0));
        assert_eq!(day("2026"), None);
        assert_eq!(date_of(day("2028-02-29").unwrap()).unwrap().to_string(), "2028-02-29");
        assert_eq!(date_of(1e300), None);
    }
}
