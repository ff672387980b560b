//! Stretches of the calendar as analysts type them: ISO 8601 days, months, quarters and years, and from one to another.

use jiff::civil::Date;

/// What is wrong with a date that is none.
pub const NO_DATE: &str = "A date is a day like 2026-05-04, a month like 2026-05 or a year like 2026.";

/// What is wrong with a stretch that ends before it starts.
pub const BACKWARD: &str = "This ends before it starts.";

/// Its ISO 8601 value with the first and the last day; none where it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// "2026-05", "2026-05/2026-08", "2026-05/", "/2026-05", as in [`Time::value`](super::Time::value).
    pub value: String,
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
}

impl Stretch {
    /// Reads "2026-05-04", "2026-05", "2026-Q2", "2026", "2026-05/2026-08", "2026-05 to 2026-08", and "2026-05/" or
    /// "/2026-08" for what has one end.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn read(typed: &str) -> Result<Self, &'static str> {
        let typed = typed.trim();
        let ends = typed.split_once('/').or_else(|| typed.split_once(" to "));
        let Some((from, to)) = ends else {
            let (from, to) = days(typed).ok_or(NO_DATE)?;
            return Ok(Self { value: typed.to_owned(), from: Some(from.to_string()), to: Some(to.to_string()) });
        };
        let (from, to) = (from.trim(), to.trim());
        let stretch = Self::between(from, to)?;
        if stretch.from.is_none() && stretch.to.is_none() { Err(NO_DATE) } else { Ok(stretch) }
    }

    /// From the first day of one date to the last day of another; an end without a date is open.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn between(from: &str, to: &str) -> Result<Self, &'static str> {
        let (from, to) = (from.trim(), to.trim());
        let end = |typed: &str| if typed.is_empty() { Ok(None) } else { days(typed).map(Some).ok_or(NO_DATE) };
        let first = end(from)?.map(|(first, _)| first);
        let last = end(to)?.map(|(_, last)| last);
        if first.zip(last).is_some_and(|(first, last)| first > last) {
            return Err(BACKWARD);
        }
        let value = if from == to { from.to_owned() } else { format!("{from}/{to}") };
        Ok(Self { value, from: first.map(|d| d.to_string()), to: last.map(|d| d.to_string()) })
    }

    /// As one would type it, shortest: "2026-05" for the days of that month.
    pub fn written(from: Option<&str>, to: Option<&str>) -> String {
        let (Some(first), Some(last)) = (from, to) else {
            return match (from, to) {
                (None, None) => String::new(),
                _ => format!("{}/{}", from.unwrap_or_default(), to.unwrap_or_default()),
            };
        };
        let month = first.get(..7).unwrap_or(first);
        let year = first.get(..4).unwrap_or(first);
        let quarters = (1..=4).map(|n| format!("{year}-Q{n}"));
        let names = [first.to_owned(), month.to_owned(), year.to_owned()].into_iter().chain(quarters);
        let whole =
            |name: &String| days(name).is_some_and(|(from, to)| from.to_string() == first && to.to_string() == last);
        names.into_iter().find(whole).unwrap_or_else(|| format!("{first}/{last}"))
    }
}

/// The first and the last day of a day, month, quarter or year.
fn days(iso: &str) -> Option<(Date, Date)> {
    let number = |part: &str, digits: usize| {
        let plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse::<i16>().ok()).flatten()
    };
    let date = |year: i16, month: i16, day: i16| Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok();
    let mut parts = iso.split('-');
    let year = number(parts.next()?, 4)?;
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    match (month, day) {
        (None, _) => Some((date(year, 1, 1)?, date(year, 12, 31)?)),
        (Some(quarter), None) if quarter.starts_with(['Q', 'q']) => {
            let last = 3 * quarter.get(1..).and_then(|n| number(n, 1)).filter(|n| (1..=4).contains(n))?;
            Some((date(year, last - 2, 1)?, date(year, last, 1)?.last_of_month()))
        }
        (Some(month), None) => {
            let first = date(year, number(month, 2)?, 1)?;
            Some((first, first.last_of_month()))
        }
        (Some(month), Some(day)) => {
            let day = date(year, number(month, 2)?, number(day, 2)?)?;
            Some((day, day))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BACKWARD, NO_DATE, Stretch};

    fn check(typed: &str, expected: Result<(&str, &str, &str), &str>) {
        let read = Stretch::read(typed);
        let shown = |day: &Option<String>| day.clone().unwrap_or_default();
        let read = read.map(|s| (s.value.clone(), shown(&s.from), shown(&s.to)));
        assert_eq!(read, expected.map(|(v, f, t)| (v.to_owned(), f.to_owned(), t.to_owned())), "{typed:?}");
    }

    #[test]
    fn days_months_years_and_ranges() {
        check("2026-05-04", Ok(("2026-05-04", "2026-05-04", "2026-05-04")));
        check(" 2024-02 ", Ok(("2024-02", "2024-02-01", "2024-02-29")));
        check("2026-Q2", Ok(("2026-Q2", "2026-04-01", "2026-06-30")));
        check("2026", Ok(("2026", "2026-01-01", "2026-12-31")));
        check("2025-09/2026-08", Ok(("2025-09/2026-08", "2025-09-01", "2026-08-31")));
        check("2025-09 to 2026", Ok(("2025-09/2026", "2025-09-01", "2026-12-31")));
        check("2026-05/", Ok(("2026-05/", "2026-05-01", "")));
        check("/2026-05", Ok(("/2026-05", "", "2026-05-31")));
    }

    #[test]
    fn what_is_no_date_is_said() {
        for typed in ["", "/", "May", "2026-13", "2026-02-30", "2026-5", "26", "2026-05-04-01", "2026-Q5", "2026/May"] {
            check(typed, Err(NO_DATE));
        }
        check("2026-05/2026-04", Err(BACKWARD));
    }

    #[test]
    fn days_are_written_as_one_would_type_them() {
        let check = |from, to, expected: &str| assert_eq!(Stretch::written(from, to), expected);
        check(Some("2026-01-01"), Some("2026-12-31"), "2026");
        check(Some("2026-04-01"), Some("2026-06-30"), "2026-Q2");
        check(Some("2024-02-01"), Some("2024-02-29"), "2024-02");
        check(Some("2024-02-03"), Some("2024-02-03"), "2024-02-03");
        check(Some("2024-02-03"), Some("2024-02-05"), "2024-02-03/2024-02-05");
        check(Some("2024-02-03"), None, "2024-02-03/");
        check(None, None, "");
    }
}
