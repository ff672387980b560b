//! Calendar sums on whole stretches: one moved by a length, one named or counted off within another.

use super::calendar::{Period, Unit, nth_week, nth_weekday, weekday};
use super::meaning::{Length, Part, When};
use jiff::ToSpan;
use jiff::civil::Date;

/// How exact a moved stretch is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grain {
    /// As the shortest unit of the length says: "two years ago" in a report is a year.
    Own,
    /// One unit finer: "two years ago" by itself is a month.
    Finer,
    /// A day.
    Day,
}

/// A stretch moved by a length.
pub(super) fn shifted(from: Period, length: &Length, back: bool, grain: Grain) -> Option<Period> {
    let mut day = from.first()?;
    let mut finest = Unit::Century;
    for (n, unit) in length.whole()? {
        let span = unit.span(if back { -n } else { n })?;
        day = day.checked_add(span).ok()?;
        finest = unit;
    }
    let grain = match (finest, grain) {
        (_, Grain::Day) => Unit::Day,
        // "three weekends from now".
        (Unit::Weekend, _) => Unit::Weekend,
        (Unit::Century | Unit::Decade, _) | (Unit::Year, Grain::Own) => Unit::Year,
        (Unit::Year, Grain::Finer) | (Unit::Quarter | Unit::Month, Grain::Own) => Unit::Month,
        // "three weeks ago" is about that day, not any day of that calendar week.
        _ => Unit::Day,
    };
    let grain = if matches!(from, Period::Month(..)) && grain == Unit::Year { Unit::Month } else { grain };
    Period::holding(grain, day)
}

/// A part named within a whole: "October" in 2014, "Tuesday" in a week, "the third quarter" of 2009.
pub(super) fn inside(what: &When, whole: Period) -> Option<Period> {
    let year = whole.year()?;
    match what {
        When::Month(month) => Some(Period::Month(year, *month)),
        When::MonthDay(month, day) => Date::new(year, *month, *day).ok().map(Period::Day),
        When::Season(season) => Some(Period::Season(year, *season)),
        When::Quarter(n) if matches!(whole, Period::Year(_)) => Some(Period::Quarter(year, *n)),
        When::Half(n) if matches!(whole, Period::Year(_)) => Some(Period::Half(year, *n)),
        // Which months the quarter of a budget year has, only the budget says.
        When::Quarter(n) if matches!(whole, Period::Fiscal(_)) => Some(Period::FiscalQuarter(year, *n)),
        When::Half(n) if matches!(whole, Period::Fiscal(_)) => Some(Period::FiscalHalf(year, *n)),
        When::Weekday(number) => Some(Period::Day(whole.first()?.checked_add(i32::from(*number - 1).days()).ok()?)),
        When::Holiday(rule) => rule.in_year(year).first().copied(),
        _ => None,
    }
}

/// The `n`th part of a stretch, from its end where `n` is negative.
pub(super) fn nth(whole: Period, part: Part, n: i8) -> Option<Period> {
    match part {
        Part::Weekday(day) => nth_weekday(whole, weekday(day)?, n).map(Period::Day),
        Part::Unit(Unit::Week) => nth_week(whole, n),
        Part::Unit(unit) => nth_unit(whole, unit, n),
    }
}

/// The `n`th day, weekend, month or quarter of a stretch.
fn nth_unit(whole: Period, unit: Unit, n: i8) -> Option<Period> {
    let start = if n > 0 { whole.first()? } else { whole.last()? };
    let mut first = Period::holding(unit, start)?;
    if unit == Unit::Weekend && n < 0 && first.last()? > whole.last()? {
        first = first.step(-1)?;
    }
    let period = first.step(i32::from(if n > 0 { n - 1 } else { n + 1 }))?;
    (period.first()? <= whole.last()?).then_some(period)
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn sums() {
        check("two weeks before May 13, 1999", "two weeks before May 13, 1999 = 1999-04-29");
        check("the last day of February 2024", "last day of February 2024 = 2024-02-29");
        check("the second quarter of fiscal 2026", "second quarter of fiscal 2026 = FY2026-Q2");
        check("October last year, March of next year", "October last year = 2024-10; March of next year = 2026-03");
    }
}
