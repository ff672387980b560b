//! Amounts as an analyst writes them: "≥ 25 million tonnes per year", "9–14%", "$1.9 billion".
//!
//! Thousands, millions and billions are ways to write a number, not conversions: the unit is always the text's own.

use crate::record::{Bound, Change, EntityId, Figure, FigureKind, Record};
use crate::text::{Span, Text};

/// The magnitudes in which large numbers are written, largest first.
const MAGNITUDES: [(f64, &str); 3] = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")];

/// A number with separators and no needless decimals: 600,000 or 0.135.
pub fn number(value: f64) -> String {
    // A third needs no five digits, and a rate of 0.00021 needs them all.
    let decimals = if value.abs() >= 0.1 || value == 0.0 { 3 } else { 5 };
    let written = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let mut out = String::new();
    if value < 0.0 {
        out.push('−');
    }
    for (i, digit) in whole.chars().enumerate() {
        // A four-digit number reads better without a separator.
        if i > 0 && whole.len() > 4 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    let fraction = fraction.trim_end_matches('0');
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// The magnitude in which to write numbers up to `largest`: its size and its word.
pub fn magnitude(largest: f64) -> (f64, &'static str) {
    MAGNITUDES.into_iter().find(|&(size, _)| largest >= size).unwrap_or((1.0, ""))
}

/// The unit in the plural, for an axis: "tonnes", "USD", "percent", "aircraft".
pub fn unit_name(figure: &Figure) -> String {
    match (figure.kind, figure.unit.as_str(), &figure.counted) {
        // A minor unit is told in its currency, so the currency is the unit.
        (FigureKind::Money, code, _) => code.to_owned(),
        (_, "1", Some(counted)) => plural(counted),
        (_, "1", None) => String::new(),
        (_, "%", _) if figure.unit_name.is_empty() => "percent".to_owned(),
        _ => plural(&figure.unit_name),
    }
}

/// A noun for more than one of it, as far as units need it.
fn plural(noun: &str) -> String {
    const SAME: [&str; 7] = ["percent", "aircraft", "people", "hertz", "yuan", "head", "sheep"];
    let last = noun.rsplit(' ').next().unwrap_or(noun);
    match noun.split_once(" per ") {
        Some((first, rest)) => format!("{} per {rest}", plural(first)),
        None if noun.is_empty() || noun.ends_with('s') || SAME.contains(&last) => noun.to_owned(),
        None if noun == "foot" => "feet".to_owned(),
        None => match noun.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
            _ => format!("{noun}s"),
        },
    }
}

/// The sign of a bound, with a space after it where there is one.
pub const fn bound_sign(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact | Bound::Range => "",
        Bound::About => "≈ ",
        Bound::AtLeast => "≥ ",
        Bound::MoreThan => "> ",
        Bound::AtMost => "≤ ",
        Bound::LessThan => "< ",
    }
}

/// The number or numbers in multiples of `divisor`, with `sign` of a currency before the first: "≥ $25", "9–14".
pub fn bare(figure: &Figure, divisor: f64, sign: &str) -> String {
    match (figure.low, figure.high) {
        (Some(low), Some(high)) if low != high => format!("{sign}{}–{}", number(low / divisor), number(high / divisor)),
        (Some(one), _) | (None, Some(one)) => format!("{}{sign}{}", bound_sign(figure.bound), number(one / divisor)),
        (None, None) => "no number".to_owned(),
    }
}

/// Whether an amount is a fall: "fell 12 percent"; the rate in "cut its 50% tariff" is a level.
pub fn falls(figure: &Figure) -> bool {
    let level = matches!(figure.measure.as_str(), "tariff rate" | "quota" | "interest rate" | "share");
    figure.change == Some(Change::Down) && !level
}

/// The amount in full: "≥ 25 million tonnes per year", "$1.9 billion", "9–14%", "down 12%".
pub fn full(figure: &Figure) -> String {
    let largest = figure.high.or(figure.low).unwrap_or(0.0).abs();
    let (divisor, word) = magnitude(largest);
    let sign = if figure.kind == FigureKind::Money { currency_sign(&figure.unit) } else { "" };
    let mut out = if falls(figure) { "down " } else { "" }.to_owned();
    out.push_str(&bare(figure, divisor, sign));
    let mut add = |word: &str| {
        if !word.is_empty() {
            out.push(' ');
            out.push_str(word);
        }
    };
    add(word);
    match (figure.kind, figure.unit.as_str()) {
        (FigureKind::Money, _) if !sign.is_empty() => {}
        (_, "%") if matches!(figure.unit_name.as_str(), "" | "percent") => out.push('%'),
        (_, "1") if largest == 1.0 => add(figure.counted.as_deref().unwrap_or("")),
        (FigureKind::Money, code) => add(code),
        _ if largest == 1.0 => add(&figure.unit_name),
        _ => add(&unit_name(figure)),
    }
    if let Some(per) = &figure.per {
        out.push_str(" per ");
        out.push_str(per);
    }
    out
}

/// The sign of a currency that readers everywhere know; empty for the others, which keep their code.
fn currency_sign(code: &str) -> &'static str {
    match code {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        _ => "",
    }
}

/// The sentence that says a figure.
pub fn sentence<'a>(text: &'a Text, figure: &Figure) -> &'a str {
    text.sentences().get(figure.sentence as usize).map_or_else(|| text.slice(figure.span), |s| text.slice(s.span))
}

/// The sentence that holds a span.
pub fn sentence_of(text: &Text, span: Span) -> &str {
    text.sentences().get(text.sentence_at(span.start)).map_or_else(|| text.slice(span), |s| text.slice(s.span))
}

/// The name of an entity, where there is one.
pub fn name_of(record: &Record, id: Option<EntityId>) -> Option<&str> {
    id.and_then(|id| record.entity(id)).map(|e| e.name.as_str())
}

/// With its first letter in upper case, as at the start of a label.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{capitalised, full, number};
    use crate::chart::ground::test::{article, figure};
    use crate::record::{Bound, Change, Figure, FigureKind};

    #[test]
    fn numbers() {
        for (value, written) in [
            (0.0, "0"),
            (12.0, "12"),
            (7.25, "7.25"),
            (0.135, "0.135"),
            (1.0 / 3.0, "0.333"),
            (0.00021, "0.00021"),
            (2024.0, "2024"),
            (600_000.0, "600,000"),
            (1_234_567.5, "1,234,567.5"),
            (-4.7, "−4.7"),
        ] {
            assert_eq!(number(value), written);
        }
    }

    #[test]
    fn in_full() {
        let check = |change: fn(&mut Figure), expected: &str| {
            let (text, _) = article("It will buy at least 25 million tonnes annually.");
            let mut f = figure(&text, "at least 25 million tonnes annually", Some(25e6), None, "t", "tonne");
            change(&mut f);
            assert_eq!(full(&f), expected);
        };
        check(|f| f.bound = Bound::AtLeast, "≥ 25 million tonnes");
        check(|f| (f.bound, f.per) = (Bound::AtLeast, Some("year".to_owned())), "≥ 25 million tonnes per year");
        check(|f| (f.low, f.high, f.bound) = (Some(9.0), Some(14.0), Bound::Range), "9–14 tonnes");
        check(|f| (f.kind, f.unit, f.low) = (FigureKind::Money, "USD".to_owned(), Some(1.9e9)), "$1.9 billion");
        check(|f| (f.kind, f.unit, f.low) = (FigureKind::Money, "NOK".to_owned(), Some(310e6)), "310 million NOK");
        check(
            |f| (f.unit, f.unit_name, f.low, f.high) = ("%".to_owned(), "percent".to_owned(), None, Some(10.0)),
            "10%",
        );
        check(
            |f| (f.unit, f.counted, f.low) = ("1".to_owned(), Some("household".to_owned()), Some(85e3)),
            "85,000 households",
        );
        check(|f| (f.unit_name, f.low) = ("century".to_owned(), Some(2.0)), "2 centuries");
        check(|f| f.low = None, "no number tonnes");
        check(|f| f.change = Some(Change::Down), "down 25 million tonnes");
    }

    #[test]
    fn capitals() {
        assert_eq!(capitalised("frozen beef"), "Frozen beef");
        assert_eq!(capitalised(""), "");
    }
}
