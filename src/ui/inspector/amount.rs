//! The amounts of a figure as people type them, and what an edited figure would say.

use crate::record::correct::{FigureField, settled};
use crate::record::{Bound, Figure};
use crate::text::{Text, number};

/// What is wrong with an amount that is none.
pub(super) const NO_AMOUNT: &str = "From and To are amounts like 25,000,000, 13 million, 2bn or 0.5, or empty.";

/// A number as people read it: digits in threes.
pub(super) fn written(value: Option<f64>) -> String {
    let Some(value) = value else { return String::new() };
    let plain = value.to_string();
    let (whole, part) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, part)| (whole, Some(part)));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        let left = whole.chars().count() - i;
        if left % 3 == 0 && grouped.ends_with(|c: char| c.is_ascii_digit()) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + &part.map_or_else(String::new, |part| format!(".{part}"))
}

/// A number as people type it, read as in an article; nothing for an open end.
pub(super) fn read(typed: &str) -> Result<Option<f64>, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    if let Some(plain) = typed.parse().ok().filter(|value: &f64| value.is_finite()) {
        return Ok(Some(plain));
    }
    // What is counted is not typed here: without it "13m" could be metres.
    let text = Text::new(format!("{typed} of them"));
    match number::read(&text).as_slice() {
        [one] if text.slice(one.span) == typed && one.form != number::Form::Vague => Ok(Some(one.value)),
        _ => Err(NO_AMOUNT),
    }
}

/// The figure as it would be after these changes.
///
/// # Errors
/// A sentence that says why its two ends make no amount.
pub(super) fn foreseen(before: &Figure, now: &Figure, fields: &[FigureField]) -> Result<Figure, &'static str> {
    let low = fields.iter().any(|field| matches!(field, FigureField::Low(_)));
    let high = fields.iter().any(|field| matches!(field, FigureField::High(_)));
    match (now.bound, now.low, now.high) {
        (_, None, None) if low || high => return Err("The figure needs a number in From or in To."),
        (Bound::Range, Some(from), Some(to)) if from > to => return Err("From is more than To."),
        (Bound::Range, Some(_), None) | (Bound::Range, None, Some(_)) if low || high || before.bound != now.bound => {
            return Err("“From … to” needs both numbers. For an open end choose “at least” or “at most”.");
        }
        // An end that was not touched and said the same as the other is a copy of it, and follows.
        (Bound::Range, ..) => {}
        (_, Some(from), Some(to)) if from != to && (low && high || (low || high) && before.low != before.high) => {
            return Err("From and To differ, and the bound takes one number: choose “from … to”, or empty one.");
        }
        _ => {}
    }
    let mut after = now.clone();
    settled(&mut after, low, high);
    Ok(after)
}

#[cfg(test)]
mod tests {
    use super::{foreseen, read, written};
    use crate::record::correct::FigureField;
    use crate::record::{Bound, Figure, FigureKind};
    use crate::text::Span;

    fn check(typed: &str, expected: Result<Option<f64>, ()>) {
        assert_eq!(read(typed).map_err(drop), expected, "{typed:?}");
    }

    #[test]
    fn numbers_as_people_type_them() {
        for (typed, value) in [
            ("25,000,000", 25e6),
            ("25 000 000", 25e6),
            ("0.5", 0.5),
            (".5", 0.5),
            ("1,300.5", 1300.5),
            ("13 million", 13e6),
            ("13m", 13e6),
            ("2bn", 2e9),
            ("2 bn", 2e9),
            ("1.2 trillion", 1.2e12),
            ("40k", 4e4),
            ("half a million", 5e5),
            ("twelve", 12.0),
            ("-36", -36.0),
            ("-1,300", -1300.0),
        ] {
            check(typed, Ok(Some(value)));
        }
        check(" ", Ok(None));
        for typed in ["many", "millions", "13 tonnes", "1,5", "1,30", "12 to 13", "inf", "NaN", "May 5", "21st"] {
            check(typed, Err(()));
        }
        for (value, expected) in [(25e6, "25,000,000"), (-1234.5, "-1,234.5"), (999.0, "999"), (0.25, "0.25")] {
            assert_eq!(written(Some(value)), expected);
            check(expected, Ok(Some(value)));
        }
    }

    /// What becomes of a figure when a bound and two ends are typed, or the start of what is said against it.
    fn becomes(
        before: (Bound, Option<f64>, Option<f64>),
        after: (Bound, Option<f64>, Option<f64>),
        expected: Result<(Option<f64>, Option<f64>), &str>,
    ) {
        let figure =
            |(bound, low, high)| Figure { low, high, bound, ..Figure::new(Span::default(), FigureKind::Count, 0) };
        let (before, now) = (figure(before), figure(after));
        let fields = [
            (before.low != now.low).then_some(FigureField::Low(now.low)),
            (before.high != now.high).then_some(FigureField::High(now.high)),
        ];
        let fields: Vec<FigureField> = fields.into_iter().flatten().collect();
        match (foreseen(&before, &now, &fields), expected) {
            (Ok(figure), Ok(ends)) => assert_eq!((figure.low, figure.high), ends),
            (Err(said), Err(start)) => assert!(said.starts_with(start), "{said}"),
            (found, expected) => panic!("{after:?} is {found:?}, not {expected:?}"),
        }
    }

    #[test]
    fn what_is_foreseen_is_what_becomes_of_it() {
        use Bound::{AtLeast, AtMost, Exact, Range};
        let twelve = (Exact, Some(12.0), Some(12.0));
        becomes(twelve, (Exact, Some(13.0), Some(12.0)), Ok((Some(13.0), Some(13.0))));
        becomes(twelve, (Exact, Some(12.0), Some(11.0)), Ok((Some(11.0), Some(11.0))));
        becomes(twelve, (AtLeast, Some(13.0), Some(12.0)), Ok((Some(13.0), None)));
        becomes(twelve, (Exact, Some(13.0), Some(14.0)), Err("From and To differ"));
        becomes(twelve, (Range, Some(13.0), Some(14.0)), Ok((Some(13.0), Some(14.0))));
        becomes(twelve, (Range, Some(13.0), Some(12.0)), Err("From is more"));
        becomes(twelve, (Range, Some(13.0), None), Err("“From … to” needs both"));
        becomes(twelve, (Exact, None, None), Err("The figure needs a number"));
        becomes((AtLeast, Some(25.0), None), (AtLeast, Some(25.0), Some(30.0)), Err("From and To differ"));
        becomes((Range, Some(10.0), Some(20.0)), (AtMost, Some(10.0), Some(20.0)), Ok((None, Some(20.0))));
    }
}
