//! Parts of a longer stretch: "the third quarter of 2009", "Q3", "the first half of the year", "the last week of March",
//! "the first Monday of next month", "spring 2020", "Christmas of last year".

use super::calendar::{Period, Unit};
use super::date::whole;
use super::meaning::{Part, When};
use super::words::{Near, Scan, Word};
use super::year;

/// A quarter or half at token `i`, without its year: "third quarter", "Q3", "first half".
pub(super) fn named(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let n = match scan.at(i) {
        Word::Ordinal(n) => n,
        Word::Digits(n @ 1..=4, 1) if scan.is(i + 1, &["st", "nd", "rd", "th"]) => {
            return quarter_after(scan, i + 2, i8::try_from(n).ok()?);
        }
        // "the June quarter" ends with June; "the July-September quarter" has its months told.
        Word::Month(month @ (3 | 6 | 9 | 12))
            if scan.capital(i)
                && scan.at(i + 1) == Word::Unit(Unit::Quarter, false)
                && !(scan.dash(i.wrapping_sub(1)) || scan.is(i.wrapping_sub(1), &["to", "through"])) =>
        {
            return Some((i + 2, When::Quarter(month / 3)));
        }
        Word::Start => {
            let code = year::part_code(scan.lower(i), 0)?;
            let when = match code {
                Period::Quarter(_, q) => When::Quarter(q),
                Period::Half(_, h) => When::Half(h),
                _ => return None,
            };
            let year = year::year(scan, i + 1 + usize::from(scan.dash(i + 1))).is_some();
            return (scan.capital(i) || year).then_some((i + 1, when));
        }
        _ => return None,
    };
    quarter_after(scan, i + 1, n)
}

fn quarter_after(scan: &Scan<'_>, i: usize, n: i8) -> Option<(usize, When)> {
    let at = scan.skip(i + usize::from(scan.dash(i)), &["fiscal", "calendar", "financial"]);
    if scan.at(at) == Word::Unit(Unit::Quarter, false) && (1..=4).contains(&n) {
        return Some((at + 1, When::Quarter(n)));
    }
    (scan.is(at, &["half"]) && (1..=2).contains(&n)).then_some((at + 1, When::Half(n)))
}

/// "of 2009", "of last year", "in October", "2018": the whole that a part belongs to.
pub(super) fn of(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let told = scan.is(i, &["of", "in"]);
    let i = i + usize::from(scan.dash(i) && scan.glued(i) && scan.glued(i + 1));
    let at = scan.skip(scan.skip(scan.skip(i, &["of", "in", ","]), &["the"]), &["year"]);
    if told
        && matches!(scan.at(at.saturating_sub(1)), Word::Unit(Unit::Year, false))
        && scan.is(at.wrapping_sub(2), &["the"])
        && year::year(scan, at).is_none()
    {
        return Some((at, When::Step(Unit::Year, 0)));
    }
    if told && scan.at(at) == Word::Unit(Unit::Month, false) && scan.is(at - 1, &["the"]) {
        return Some((at + 1, When::Step(Unit::Month, 0)));
    }
    let (end, when) = whole(scan, at)?;
    let fits = match &when {
        When::Fixed(period) => !matches!(period, Period::Day(_)),
        When::Month(_) => told,
        When::Step(unit, _) | When::FromEarlier(unit, _) => {
            matches!(unit, Unit::Year | Unit::Month | Unit::Quarter | Unit::Week)
        }
        When::Near(_, what) | When::Within(what, _) => matches!(**what, When::Month(_)),
        When::Fiscal(_) => true,
        _ => false,
    };
    fits.then_some((end, when))
}

/// A part at token `i` with the whole that follows it, or alone where it can stand alone.
pub(super) fn part(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    if let Some((end, what)) = named(scan, i) {
        let half = matches!(what, When::Half(_));
        // "Q2 2023 results": right after a quarter no count is to be expected.
        if let Some(year) = year::year_of_month(scan, end) {
            return Some((end + 1, When::Within(Box::new(what), Box::new(When::Fixed(Period::Year(year))))));
        }
        if let Some((after, whole)) = of(scan, end).filter(|(_, whole)| is_year(whole)) {
            return Some((after, When::Within(Box::new(what), Box::new(whole))));
        }
        // Football has halves, too.
        return (!half || scan.text.word(i).len() == 2).then_some((end, what));
    }
    if let Word::Season(season) = scan.at(i) {
        return season_at(scan, i, When::Season(season));
    }
    nth(scan, i).or_else(|| {
        let budget =
            scan.is(i, &["fiscal", "financial"]) && scan.is(i + 1, &["year"]) && scan.is(i.wrapping_sub(1), &["the"]);
        budget.then_some((i + 2, When::Fiscal(0)))
    })
}

/// A season where the words make it one: "in the spring", "summer 2020", "early autumn"; not "the fall of Rome".
fn season_at(scan: &Scan<'_>, i: usize, what: When) -> Option<(usize, When)> {
    if let Some((after, whole)) = of(scan, i + 1).filter(|(_, whole)| is_year(whole)) {
        return Some((after, When::Within(Box::new(what), Box::new(whole))));
    }
    let at = if i > 0 && scan.is(i - 1, &["the"]) { i - 1 } else { i };
    let before = if at > 0 { scan.lower(at - 1) } else { "" };
    let told = matches!(
        before,
        "in" | "since" | "by" | "until" | "during" | "for" | "throughout" | "through" | "before" | "after"
    ) && !(scan.is(i, &["fall", "spring"]) && at == i && before != "in")
        || i > 0 && matches!(scan.before(i), Word::Edge(_))
        || scan.dash(i.wrapping_sub(1)) && matches!(scan.before(i - 1), Word::Edge(_));
    let runs_on =
        scan.is(i + 1, &["of", "’s", "'s"]) || scan.capital(i) && scan.capital(i + 1) && !scan.starts_sentence(i + 1);
    let in_price = scan.is(i, &["fall"]) && at == i || scan.is(i, &["spring"]) && scan.is(i + 1, &["water"]);
    (told && !runs_on && !in_price).then_some((i + 1, what))
}

/// Whether a whole is a year or as long.
pub(super) fn is_year(whole: &When) -> bool {
    matches!(
        whole,
        When::Fixed(Period::Year(_) | Period::Fiscal(_))
            | When::Step(Unit::Year, _)
            | When::FromEarlier(Unit::Year, _)
            | When::Fiscal(_)
    )
}

/// "the first week of October", "the last Monday of March", "the 3rd day of next month", "the second last week of 2018".
fn nth(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let (mut at, mut n) = match scan.at(i) {
        Word::Ordinal(n) => (i + 1, n),
        Word::Near(Near::Last) => (i + 1, -1),
        Word::Digits(n @ 1..=53, _) if scan.is(i + 1, &["st", "nd", "rd", "th"]) => (i + 2, i8::try_from(n).ok()?),
        // "20 of this month".
        Word::Digits(n @ 1..=31, _) if scan.is(i + 1, &["of"]) && matches!(scan.at(i + 2), Word::Near(_)) => {
            (i + 1, i8::try_from(n).ok()?)
        }
        _ => return None,
    };
    if n > 0 && scan.at(at) == Word::Near(Near::Last) {
        n = -n;
        at += 1;
    }
    // "20th of the current month".
    if scan.is(at, &["of"])
        && n > 0
        && let Some((end, whole @ (When::Step(Unit::Month, _) | When::FromEarlier(Unit::Month, _)))) = of(scan, at)
    {
        return Some((end, When::Nth(n, Part::Unit(Unit::Day), Box::new(whole))));
    }
    let what = match scan.at(at) {
        Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter), false) => {
            Part::Unit(unit)
        }
        Word::Weekday(day) => Part::Weekday(day),
        _ => return None,
    };
    if !scan.is(at + 1, &["of", "in"]) {
        return None;
    }
    let (end, whole) = of(scan, at + 1)?;
    Some((end, When::Nth(n, what, Box::new(whole))))
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn parts_of_a_year() {
        check(
            "the third quarter of 2009, Q3 2010 and the first half of this year",
            "third quarter of 2009 = 2009-Q3; Q3 2010 = 2010-Q3; first half of this year = 2025-H1",
        );
        check("Third-quarter profit rose.", "Third-quarter = 2025-Q3");
        check("the first quarter of last year", "first quarter of last year = 2024-Q1");
        check("in the spring of 2021, summer 2020", "spring of 2021 = 2021-SP; summer 2020 = 2020-SU");
        check("last year’s fourth quarter", "last year’s fourth quarter = 2024-Q4");
        check("Show Q2 2023 numbers, third quarter 2022 results", "Q2 2023 = 2023-Q2; third quarter 2022 = 2022-Q3");
        check(
            "It fell in the June quarter and in the March quarter of 2024.",
            "June quarter = 2025-Q2; March quarter of 2024 = 2024-Q1",
        );
    }

    #[test]
    fn counted_off() {
        check("the last week of March 2009", "last week of March 2009 = 2009-W13");
        check("the first Monday of next month", "first Monday of next month = 2025-11-03");
        check("Christmas sales and New Year parties", "");
        check("the start of the financial year", "start of the financial year = FY2025");
        check("Easter Monday 2024, Thanksgiving", "Easter Monday 2024 = 2024-04-01; Thanksgiving = 2025-11-27");
    }

    #[test]
    fn no_parts_of_a_year() {
        check("a goal in the first half; the fall of Rome; a quarter of voters", "");
        check("Prices fall and spring back.", "");
    }
}
