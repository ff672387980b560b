//! One length, weight or time told in several units: "2 km and 1 metre", "6 feet 2 inches", "1 hour 30 minutes", "two
//! hours ten", "six foot two", "an hour and 45 minutes".
//!
//! The parts are added in the smallest unit that is named, where the sum is a whole number again: nothing is rounded. "3
//! years, 2 months, and 14 days" stays three figures: a comma before the "and" parts a list, and months have no fixed
//! number of days. So does "5 pounds and 3 metres".

use super::amount::{Amount, Of};
use super::{Reader, unit};
use crate::record::Certainty;
use crate::text::number::Form;

/// Units that go into each other, the largest first: UCUM code, and how many of the last one it is.
const FAMILIES: &[&[(&str, f64)]] = &[
    &[("a", 31_536_000.0), ("wk", 604_800.0), ("d", 86_400.0), ("h", 3600.0), ("min", 60.0), ("s", 1.0)],
    &[("a", 12.0), ("mo", 1.0)],
    &[("km", 1e6), ("m", 1e3), ("dm", 100.0), ("cm", 10.0), ("mm", 1.0)],
    &[("[mi_i]", 63_360.0), ("[fur_us]", 7920.0), ("[yd_i]", 36.0), ("[ft_i]", 12.0), ("[in_i]", 1.0)],
    &[("t", 1e9), ("kg", 1e6), ("g", 1e3), ("mg", 1.0)],
    &[("[stone_av]", 224.0), ("[lb_av]", 16.0), ("[oz_av]", 1.0)],
    &[("hL", 1e5), ("L", 1e3), ("dL", 100.0), ("cL", 10.0), ("mL", 1.0)],
    &[("[gal_us]", 128.0), ("[qt_us]", 32.0), ("[pt_us]", 16.0), ("[foz_us]", 1.0)],
];

/// Units whose smaller one goes without saying: "two hours ten", "six foot two".
const IMPLIED: &[(&str, &str)] = &[("h", "min"), ("min", "s"), ("[ft_i]", "[in_i]"), ("[stone_av]", "[lb_av]")];

/// Joins the amount to the next one, where the two are one measure.
pub(super) fn join(reader: &Reader<'_>, amounts: &mut [Amount], i: usize) {
    let listed = amounts.get(i + 2).is_some_and(|next| is_list(reader, &amounts[i + 1], next));
    let Some([left, right]) = amounts.get_mut(i..i + 2) else { return };
    if left.gone || right.gone || listed || !adds(left, right) || !is_beside(reader, left, right) {
        return;
    }
    imply(reader, left, right);
    let Some((large, small)) = sizes(reader, left, right) else { return };
    if right.low * small >= large {
        return;
    }
    right.low += left.low * (large / small);
    right.high = right.low;
    right.tokens.start = left.tokens.start;
    right.number.start = left.number.start;
    right.bound = left.bound;
    right.because.splice(0..0, std::mem::take(&mut left.because));
    tell(right, large / small);
    left.gone = true;
}

/// "an hour and 45 minutes", "a mile and 300 yards": takes in the one unit before the amount.
pub(super) fn take_article(reader: &Reader<'_>, amount: &mut Amount, free: usize) {
    let text = reader.text;
    let start = amount.tokens.start;
    let Some(article) = start.checked_sub(3).filter(|&i| i >= free) else { return };
    let said = matches!(text.lower(article), "a" | "an") && text.lower(start - 1) == "and";
    let unit = reader.lists.unit_words.at(text, article + 1).filter(|(_, next)| said && *next == start - 1);
    let Some((unit, _)) = unit else { return };
    let code = |u: usize| reader.lists.units[u].code.as_str();
    let (Of::Unit(own), None, false) = (&amount.of, amount.bound, amount.is_range()) else { return };
    let Some((large, small)) = family(code(unit), code(*own)) else { return };
    if amount.low * small < large && amount.low >= 0.0 {
        amount.low += reader.lists.units[unit].factor * large / small;
        amount.high = amount.low;
        amount.tokens.start = article;
        tell(amount, large / small);
    }
}

/// "a mile and a half", "a year and a half old": takes the unit before the fraction into it; whether there was one.
pub(super) fn half_more(reader: &Reader<'_>, amount: &mut Amount, free: usize) -> bool {
    let text = reader.text;
    let start = amount.number.start;
    let Some(article) = start.checked_sub(3).filter(|&i| i >= free && amount.form == Form::Fraction) else {
        return false;
    };
    if !matches!(text.lower(article), "a" | "an") || text.lower(start - 1) != "and" || amount.low >= 1.0 {
        return false;
    }
    let whole = |next: usize| next == start - 1;
    let (of, factor) = match reader.lists.unit_words.at(text, article + 1).filter(|(_, next)| whole(*next)) {
        Some((unit, _)) => {
            let age = unit::age_after(text, amount.number.end).filter(|_| reader.lists.units[unit].is_time());
            amount.tokens.end = age.unwrap_or(amount.tokens.end);
            (if age.is_some() { Of::Age(unit) } else { Of::Unit(unit) }, reader.lists.units[unit].factor)
        }
        None => match reader.lists.money_words.at(text, article + 1).filter(|(_, next)| whole(*next)) {
            Some((coin, _)) => (Of::Money(coin), 1.0),
            None => return false,
        },
    };
    amount.low = (1.0 + amount.low) * factor;
    amount.high = amount.low;
    amount.of = of;
    amount.tokens.start = article;
    amount.number.start = article;
    amount.say("“A” before the unit is one, and the fraction is added");
    true
}

fn tell(amount: &mut Amount, times: f64) {
    if !amount.because.iter().any(|why| why.starts_with("The parts")) {
        amount.say("The parts of one measure are added in its smallest unit");
    }
    if times % 365.0 == 0.0 {
        amount.certainty = amount.certainty.max(Certainty::Likely);
        amount.say("A year is counted as 365 days");
    }
}

/// Whether the amounts are exact enough to be added: whole on the left, without a rate or bound between them.
fn adds(left: &Amount, right: &Amount) -> bool {
    let plain = |a: &Amount| !a.is_range() && a.form != Form::Vague && a.low >= 0.0;
    plain(left) && plain(right) && left.low.fract() == 0.0 && left.per.is_none() && right.bound.is_none()
}

/// Whether the amounts touch, or "and" or a comma stands between them that does not part a list.
fn is_beside(reader: &Reader<'_>, left: &Amount, right: &Amount) -> bool {
    let text = reader.text;
    let before = left.start().checked_sub(1).map_or("", |i| text.lower(i));
    if matches!(before, "between" | "from") {
        return false;
    }
    let end = left.tokens.end;
    match right.tokens.start.checked_sub(end) {
        Some(0) => true,
        Some(1) if text.word(end) == "," => {
            let after = right.tokens.end;
            !(after..after + 9).any(|i| text.word(i) == "," && text.lower(i + 1) == "and")
        }
        Some(1) => text.lower(end) == "and",
        _ => false,
    }
}

/// Whether the next amount is in the unit of this one and follows it closely: "10 km, 400 m and 200 m".
fn is_list(reader: &Reader<'_>, amount: &Amount, next: &Amount) -> bool {
    let units = &reader.lists.units;
    let code = |a: &Amount| a.unit(units).map(|u| u.code.as_str());
    code(amount).is_some() && code(amount) == code(next) && next.tokens.start <= amount.tokens.end + 2
}

/// Gives the right amount the smaller unit that goes without saying, and "2h 30m" and "3m 20s" their minutes.
fn imply(reader: &Reader<'_>, left: &mut Amount, right: &mut Amount) {
    let text = reader.text;
    let units = &reader.lists.units;
    let is = |a: &Amount, code: &str| a.unit(units).is_some_and(|u| u.code == code);
    let minute = || reader.lists.unit_of_code("min").map_or(Of::Nothing, Of::Unit);
    let touches = |a: &Amount| !reader.space_before(a.number.end) && text.word(a.number.end) == "m";
    if is(left, "h") && is(right, "m") && touches(right) {
        right.of = minute();
    } else if is(left, "m") && is(right, "s") && touches(left) {
        left.of = minute();
    } else if right.of == Of::Nothing
        && right.low.fract() == 0.0
        && (matches!(text.word(right.tokens.end), "" | "." | "," | ";" | ")")
            || matches!(text.word(left.tokens.end - 1), "'" | "’"))
        && (left.tokens.end == right.tokens.start || text.word(left.tokens.end) == "and")
        && let Some((_, small)) = IMPLIED.iter().find(|(large, _)| is(left, large))
        && let Some(unit) = reader.lists.unit_of_code(small)
    {
        right.of = Of::Unit(unit);
        right.say(format!("A bare number after the larger unit is in {}s", units[unit].name));
    }
}

/// How large the units of the two amounts are beside each other.
fn sizes(reader: &Reader<'_>, left: &Amount, right: &Amount) -> Option<(f64, f64)> {
    let units = &reader.lists.units;
    let Of::Unit(large) = left.of else { return None };
    family(&units[large].code, &right.unit(units)?.code)
}

/// The sizes of two units of one family, the first the larger one.
fn family(large: &str, small: &str) -> Option<(f64, f64)> {
    FAMILIES.iter().find_map(|family| {
        let size = |code: &str| family.iter().find(|(known, _)| *known == code).map(|(_, size)| *size);
        Some((size(large)?, size(small)?)).filter(|(large, small)| large > small)
    })
}
