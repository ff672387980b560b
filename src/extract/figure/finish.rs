//! The last step: an amount becomes a figure.

use super::Reader;
use super::amount::{Amount, Of};
use super::change;
use crate::record::{Bound, Certainty, Figure, FigureKind};
use crate::text::number::Form;

/// The figure of an amount, with what others find out later left open.
pub(super) fn figure(reader: &Reader<'_>, amount: Amount) -> Figure {
    let tokens = amount.start()..amount.tokens.end.max(amount.number.end);
    let span = reader.text.span_of(tokens);
    let change = change::read(reader, &amount);
    let unit = unit(reader, &amount);
    // 11.2 cents are 0.112 dollars, which the quotient of the two doubles misses by a hair.
    let whole = |parts: f64| if unit.parts > 1.0 { (parts / unit.parts * 1e9).round() / 1e9 } else { parts };
    let (low, high) = (whole(amount.low), whole(amount.high));
    let (low, high, bound) = if amount.is_range() {
        (Some(low.min(high)), Some(low.max(high)), Bound::Range)
    } else {
        match amount.bound.map_or(Bound::Exact, |(bound, _)| bound) {
            bound @ (Bound::AtLeast | Bound::MoreThan) => (Some(low), None, bound),
            bound @ (Bound::AtMost | Bound::LessThan) => (None, Some(low), bound),
            bound => (Some(low), Some(low), bound),
        }
    };
    let bare = unit.kind == FigureKind::Count && unit.counted.is_none();
    let mut because = amount.because.join(". ");
    if because.is_empty() {
        because.push_str(reason(unit.kind));
    }
    because.push('.');
    Figure {
        low,
        high,
        bound,
        unit: unit.code,
        unit_name: unit.name,
        counted: unit.counted,
        per: amount.per,
        change,
        certainty: if bare { amount.certainty.max(Certainty::Likely) } else { amount.certainty },
        because,
        ..Figure::new(span, unit.kind, u32::try_from(reader.text.sentence_at(span.start)).unwrap_or(u32::MAX))
    }
}

struct Unit {
    kind: FigureKind,
    code: String,
    name: String,
    counted: Option<String>,
    /// How many of what the words name make one of the unit: 100 cents.
    parts: f64,
}

fn unit(reader: &Reader<'_>, amount: &Amount) -> Unit {
    let listed = |kind: FigureKind, i: usize| {
        let row = &reader.lists.units[i];
        Unit { kind, code: row.code.clone(), name: row.name.clone(), counted: None, parts: 1.0 }
    };
    let plain = |kind: FigureKind, name: &str, counted: Option<String>| Unit {
        kind,
        code: "1".to_owned(),
        name: name.to_owned(),
        counted,
        parts: 1.0,
    };
    match &amount.of {
        Of::Money(coin) => {
            let row = &reader.lists.currencies[coin.row];
            let (name, parts) = if coin.minor { (&row.minor, 100.0) } else { (&row.name, 1.0) };
            Unit { kind: FigureKind::Money, code: row.code.clone(), name: name.clone(), counted: None, parts }
        }
        Of::Unit(i) => {
            let tonne = || reader.lists.unit_of_code("t").filter(|_| reader.metric);
            let metric = if reader.lists.units[*i].code == "{ton}" { tonne() } else { None };
            listed(reader.lists.units[*i].kind, metric.unwrap_or(*i))
        }
        Of::Age(i) => listed(FigureKind::Age, *i),
        Of::Things(noun) => plain(FigureKind::Count, "", Some(noun.clone())),
        Of::Ratio => plain(FigureKind::Ratio, "", None),
        Of::Rank => plain(FigureKind::Ordinal, "", None),
        Of::Nothing if amount.form == Form::Fraction => plain(FigureKind::Ratio, "", None),
        Of::Nothing => plain(FigureKind::Count, "", None),
    }
}

fn reason(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Money => "A currency stands by the number",
        FigureKind::Percent | FigureKind::Quantity | FigureKind::Duration | FigureKind::Temperature => {
            "A unit stands by the number"
        }
        FigureKind::Ratio => "A part of a whole",
        FigureKind::Age | FigureKind::Count | FigureKind::Ordinal => "A number with no unit beside it",
    }
}
