//! Edits of one figure, kept consistent: a bound opens its side, and a unit settles the sort of amount.

use super::FigureField;
use super::entities::Entities;
use crate::record::{Bound, Figure, FigureKind};

/// Changes `figure` as `fields` say. False when a field names an entity that is not there; the others still hold.
pub(super) fn edit(figure: &mut Figure, fields: &[FigureField], entities: &Entities<'_>) -> bool {
    let mut found = true;
    let mut resolve = |name: &Option<super::EntityRef>| {
        let id = name.as_ref().and_then(|name| entities.find(name));
        found &= name.is_none() || id.is_some();
        id
    };
    let (mut low, mut high) = (false, false);
    for field in fields {
        match field {
            FigureField::Low(value) => {
                figure.low = *value;
                low = true;
            }
            FigureField::High(value) => {
                figure.high = *value;
                high = true;
            }
            FigureField::Bound(bound) => figure.bound = *bound,
            FigureField::Unit { code, name } => {
                figure.kind = kind_of(code, figure.kind);
                figure.unit.clone_from(code);
                figure.unit_name.clone_from(name);
            }
            FigureField::Per(per) => figure.per.clone_from(per),
            FigureField::Measure(measure) => figure.measure = measure.clone(),
            FigureField::Item(item) => figure.item.clone_from(item),
            FigureField::Actor(name) => figure.actor = resolve(name),
            FigureField::Toward(name) => figure.toward = resolve(name),
            FigureField::Status(status) => figure.status = *status,
            FigureField::SaidBy(name) => figure.said_by = resolve(name),
            FigureField::Window(window) => figure.window.clone_from(window),
            FigureField::Change(change) => figure.change = *change,
        }
    }
    settled(figure, low, high);
    found
}

/// Opens the side that the bound leaves open, and gives an exact amount one number for both ends: the edited one.
pub fn settled(figure: &mut Figure, low_edited: bool, high_edited: bool) {
    match figure.bound {
        Bound::AtLeast | Bound::MoreThan => {
            figure.low =
                if high_edited && !low_edited { figure.high.or(figure.low) } else { figure.low.or(figure.high) };
            figure.high = None;
        }
        Bound::AtMost | Bound::LessThan => {
            figure.high =
                if low_edited && !high_edited { figure.low.or(figure.high) } else { figure.high.or(figure.low) };
            figure.low = None;
        }
        Bound::Exact | Bound::About => {
            let value = if high_edited && !low_edited { figure.high } else { figure.low.or(figure.high) };
            (figure.low, figure.high) = (value, value);
        }
        Bound::Range => {}
    }
}

/// What an amount in this unit is. A currency code is three capital letters, which no UCUM code in use here is.
fn kind_of(code: &str, before: FigureKind) -> FigureKind {
    let currency = code.len() == 3 && code.chars().all(|c| c.is_ascii_uppercase());
    match (code, before) {
        _ if currency => FigureKind::Money,
        ("%", _) => FigureKind::Percent,
        ("1", FigureKind::Ordinal | FigureKind::Ratio) => before,
        ("1", _) => FigureKind::Count,
        (_, FigureKind::Money | FigureKind::Percent | FigureKind::Count) => FigureKind::Quantity,
        _ => before,
    }
}
