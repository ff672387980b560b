//! Units after a number: percent, physical and commercial units, durations, temperatures, ages.
//!
//! "25 percent", "12 million metric tonnes", "10kW", "80-minute", "a 25-basis-point cut", "1.5C", "44-year-old". Letters
//! that are a word, too, count only where they touch the number: "5m" is a length, "5 in" is not. "two second-half
//! goals" has no unit.

use super::amount::{Amount, Of};
use super::words::Class;
use super::{Reader, rate};
use crate::record::FigureKind;
use crate::text::number::Form;
use crate::text::{Text, TokenKind, is_apostrophe};

/// Symbols that may stand apart from their number though they are single letters.
const APART: &[&str] = &["t", "m", "g", "W", "V", "L", "l", "%", "°", "º", "Ω"];

/// Takes the unit after the number; whether there was one.
pub(super) fn after(reader: &Reader<'_>, amount: &mut Amount) -> bool {
    let text = reader.text;
    let end = amount.number.end;
    let first = reader.past_hyphen(end);
    let symbol = symbol(reader, amount, first);
    let word = reader.lists.unit_words.at(text, first).filter(|&(_, next)| !is_other_word(reader, amount, first, next));
    // "37 ° celsius" has the sign of a degree in the name of its unit.
    let longer = word.filter(|&(_, next)| symbol.is_none_or(|(_, end)| end < next));
    if let Some((unit, next)) = longer.or(symbol) {
        return take(reader, amount, unit, next);
    }
    if let Some(unit) = inch(reader, amount, first) {
        return take(reader, amount, unit, first + 1);
    }
    // "20 (kg)", "20 {kg}" and "two more minutes", "half an hour", "half a percent", "seven of the years".
    let mut at = first;
    if matches!((text.word(at), text.word(at + 2)), ("(", ")") | ("{", "}")) && !text.word(at + 1).is_empty() {
        let inner = reader.lists.unit_symbols.at(text, at + 1).or_else(|| reader.lists.unit_words.at(text, at + 1));
        if let Some((unit, next)) = inner
            && next == at + 2
        {
            return take(reader, amount, unit, next + 1);
        }
    }
    for _ in 0..2 {
        if !reader.lists.is(Class::BeforeUnit, text.lower(at)) {
            return false;
        }
        at += 1;
        let kind = |unit: usize| reader.lists.units[unit].kind;
        if let Some((unit, next)) = reader.lists.unit_words.at(text, at)
            && (kind(unit) == FigureKind::Duration || matches!(text.lower(at - 1), "a" | "an" | "more" | "further"))
            && !is_other_word(reader, amount, at, next)
        {
            let article = matches!(text.lower(at - 1), "a" | "an" | "of");
            return (!article || amount.low < 1.0) && take(reader, amount, unit, next);
        }
    }
    false
}

/// "5 in." and "5 in long": an inch where nothing follows that one could be in.
fn inch(reader: &Reader<'_>, amount: &Amount, at: usize) -> Option<usize> {
    let text = reader.text;
    let digits = text.tokens()[amount.number.start].kind == TokenKind::Number && amount.scale == 1.0;
    let measured =
        matches!(text.lower(at + 1), "long" | "wide" | "tall" | "thick" | "deep" | "high" | "by" | "diameter" | ")");
    let last = reader.sentence_of(at).end <= at + 1;
    let after_feet = amount.number.start.checked_sub(1).map_or("", |i| text.lower(i));
    let rest = matches!(after_feet, "ft" | "feet" | "foot" | "′") && amount.low < 12.0;
    (digits && text.lower(at) == "in" && (measured || last || rest)).then(|| reader.lists.unit_of_code("[in_i]"))?
}

fn take(reader: &Reader<'_>, amount: &mut Amount, unit: usize, next: usize) -> bool {
    let text = reader.text;
    let row = &reader.lists.units[unit];
    // "cups of" and "head of" take their "of" only to be known by.
    let next = if text.lower(next - 1) == "of" { next - 1 } else { next };
    amount.low *= row.factor;
    amount.high *= row.factor;
    amount.tokens.end = next;
    amount.of = Of::Unit(unit);
    // "cut rates by a quarter point": less than one point of an interest rate is a part of a percentage point.
    if row.code == "{point}"
        && amount.form == Form::Fraction
        && let Some(part) = reader.lists.unit_of_code("{pp}").filter(|_| is_of_rates(reader, amount))
    {
        amount.of = Of::Unit(part);
        amount.say("A fraction of a point of an interest rate is one of a percentage point");
    }
    if (row.kind == FigureKind::Temperature || row.code == "deg")
        && text.lower(next) == "below"
        && matches!(text.lower(next + 1), "zero" | "0" | "freezing")
    {
        // "below freezing" counts from 32 degrees Fahrenheit, which is another sum.
        if text.lower(next + 1) != "freezing" || row.code == "Cel" {
            (amount.low, amount.high) = (-amount.high, -amount.low);
            amount.tokens.end = next + 2;
            amount.say("“below zero” makes it negative");
        }
        return true;
    }
    if row.kind == FigureKind::Duration
        && let Some(end) = age_after(text, next)
    {
        amount.of = Of::Age(unit);
        amount.tokens.end = end;
        amount.say("“old” or “of age” after the time makes it an age");
    }
    true
}

/// One past "old", "olds" or "of age" that starts at token `at`.
pub(super) fn age_after(text: &Text, at: usize) -> Option<usize> {
    let word = if text.word(at) == "-" { at + 1 } else { at };
    match text.lower(word) {
        "old" | "olds" => Some(word + 1),
        "of" if text.lower(word + 1) == "age" => Some(word + 2),
        _ => None,
    }
}

fn symbol(reader: &Reader<'_>, amount: &Amount, at: usize) -> Option<(usize, usize)> {
    let text = reader.text;
    let end = amount.number.end;
    let touching = at > end || !reader.space_before(at);
    let word = text.word(at);
    if matches!(word, "C" | "F" | "c") {
        return degrees(reader, amount, at);
    }
    if word == "pm" && !is_tiny(text.slice(text.span_of(amount.number.clone()))) {
        return None;
    }
    if touching && word.chars().all(is_apostrophe) && text.word(at + 1).parse().is_ok_and(|inches: u8| inches < 12) {
        // "6'2"": what touches on both sides is no quotation mark.
        let feet = !reader.space_before(at + 1) && (3.0..9.0).contains(&amount.low);
        return reader.lists.unit_of_code("[ft_i]").filter(|_| feet).map(|unit| (unit, at + 1));
    }
    // "16 billion b": nothing but a unit can follow a magnitude in words.
    if matches!(word, "b" | "B") && !touching && reader.in_number(at - 1) && text.word(at - 1).ends_with("illion") {
        let code = if word == "b" { "bit" } else { "By" };
        return reader.lists.unit_of_code(code).map(|unit| (unit, at + 1));
    }
    let (mut unit, next) = reader.lists.unit_symbols.at(text, at)?;
    // "winds of 30 kt" are no kilotonnes.
    if word == "kt" && is_of_speed(reader, at) {
        unit = reader.lists.unit_of_code("[kn_i]")?;
    }
    let short = word.chars().count() == 1 && next == at + 1;
    // "runway 27L" is a label.
    let before = amount.number.start.checked_sub(1).map_or("", |i| text.lower(i));
    if short && reader.lists.is(Class::Label, before) && word.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let decimal = text.slice(text.span_of(amount.number.clone())).contains('.');
    // "1.3 A/cm2" is no name: another unit follows.
    let divided = text.word(next) == "/"
        && !reader.space_before(next)
        && !reader.space_before(next + 1)
        && rate::symbol(reader, next + 1).is_some();
    let apart = APART.contains(&word) || word == "s" && decimal || divided;
    if short && !touching && !apart {
        return None;
    }
    // "5 stone 3 pounds" is a weight, "5 stone walls" are walls.
    let number_next = reader.in_number(next);
    let ends = matches!(text.lower(next), "" | "." | "," | ";" | ")" | "and" | "or" | "in" | "lighter" | "heavier");
    if word == "stone" && !(number_next || ends) {
        return None;
    }
    // A letter that goes on into a word or a code is no unit: "5 m²" is, "5 m-2" and "3 t'ings" are not.
    let size = matches!(text.lower(next + 1), "long" | "wide" | "tall" | "thick" | "deep" | "high");
    if short && text.word(next) == "-" && !reader.space_before(next) && word != "%" && !size {
        return None;
    }
    let after = text.word(next);
    if short && !touching && matches!(word, "t" | "m" | "g" | "L" | "l") && starts_name(after) && next == at + 1 {
        return None;
    }
    if word == "s" && next == at + 1 && !decimal {
        // "1990s", "two 777s".
        return None;
    }
    let measured = matches!(text.lower(next), "long" | "wide" | "tall" | "thick" | "deep" | "high");
    if matches!(word, "\"" | "”") && (!touching && !measured || !closes_nothing(reader, at)) {
        return None;
    }
    if matches!(word, "′" | "″") && !touching {
        return None;
    }
    if matches!(word, "°" | "º" | "′" | "″") && is_on_a_map(reader, amount, next) {
        return None;
    }
    // One apostrophe may close a quotation; two are inches.
    if word.chars().next().is_some_and(is_apostrophe) && !(touching && next == at + 2 && closes_nothing(reader, at)) {
        return None;
    }
    // "pm" and "PS" in running text are hardly ever units; the list has them for tables.
    (!matches!(word, "PS" | "MT" | "y") || touching).then_some((unit, next))
}

/// "2.1" before "pm" are picometres; "2" and "2.30" are times of day.
fn is_tiny(number: &str) -> bool {
    number.split_once('.').is_some_and(|(_, decimals)| decimals.len() != 2)
}

/// "33°30′21″N": degrees, minutes and seconds of a place.
fn is_on_a_map(reader: &Reader<'_>, amount: &Amount, next: usize) -> bool {
    let text = reader.text;
    let number = text.tokens().get(next).is_some_and(|t| t.kind == TokenKind::Number && !t.space_before);
    let before = amount.number.start.checked_sub(1).filter(|_| !reader.space_before(amount.number.start));
    let after_degrees = before.is_some_and(|i| matches!(text.word(i), "°" | "º" | "′"));
    number || after_degrees || matches!(text.word(next), "N" | "S" | "E" | "W" | "North" | "South" | "East" | "West")
}

fn starts_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a quotation mark at token `at` closes no quotation that opens before it, and so may mean inches.
fn closes_nothing(reader: &Reader<'_>, at: usize) -> bool {
    let sentence = reader.sentence_of(at);
    let mut before = (sentence.start.max(at.saturating_sub(60))..at).rev();
    let mark = before.find(|&i| matches!(reader.text.word(i), "\"" | "“" | "”"));
    let opens = |i: usize| reader.space_before(i) && !reader.space_before(i + 1);
    mark.is_none_or(|i| reader.text.word(i) != "“" && !opens(i))
}

/// "1.5C" and "90F", where the talk is of warmth or the number has a decimal.
fn degrees(reader: &Reader<'_>, amount: &Amount, at: usize) -> Option<(usize, usize)> {
    let text = reader.text;
    let code = if text.word(at) == "F" { "[degF]" } else { "Cel" };
    let follows = text.word(at + 1);
    if follows.starts_with(['-', '/']) || starts_name(follows) {
        return None;
    }
    let warm = is_warm(reader, at);
    // "45.2 C in Seville": apart where no name can follow.
    let apart = text.word(at) == "C" && amount.low > 0.0;
    let decimal = text.slice(text.span_of(amount.number.clone())).contains('.') && (!reader.space_before(at) || apart);
    let limit = if code == "Cel" { 60.0 } else { 130.0 };
    let small = amount.low.abs() <= limit && text.word(at) != "c" && decimal;
    let touching = !reader.space_before(at) && text.word(at) != "c" && amount.low.abs() <= limit;
    let before = amount.number.start.checked_sub(1).map_or("", |i| text.lower(i));
    let closes = matches!(follows, "" | "." | "," | ";" | ")" | "?" | "!") && text.word(at) != "c";
    let told = (touching || closes && amount.low.abs() <= limit)
        && matches!(before, "at" | "to" | "of" | "above" | "below" | "reached" | "hit");
    let plain = amount.scale == 1.0 && (warm || small || told);
    plain.then(|| reader.lists.unit_of_code(code).map(|unit| (unit, at + 1)))?
}

/// Whether the talk around token `at` is of warmth.
pub(super) fn is_warm(reader: &Reader<'_>, at: usize) -> bool {
    (at.saturating_sub(20)..at + 12).any(|i| reader.lists.is(Class::Warmth, reader.text.lower(i)))
}

/// Whether the sentence speaks of an interest rate.
fn is_of_rates(reader: &Reader<'_>, amount: &Amount) -> bool {
    let at = amount.number.start;
    (at.saturating_sub(12)..at + 8)
        .any(|i| matches!(reader.text.lower(i), "rate" | "rates" | "yield" | "yields" | "fed"))
}

/// Whether the talk around token `at` is of speed.
fn is_of_speed(reader: &Reader<'_>, at: usize) -> bool {
    (at.saturating_sub(12)..at + 8).any(|i| reader.lists.is(Class::Speed, reader.text.lower(i)))
}

/// Whether a unit's word means something else here.
fn is_other_word(reader: &Reader<'_>, amount: &Amount, first: usize, next: usize) -> bool {
    let text = reader.text;
    let hyphen_before = first > amount.number.end;
    let single = next == first + 1;
    match text.lower(first) {
        // "two second-half goals", "three second place finishes".
        "second" if single => {
            let before = amount.number.start.checked_sub(1).map_or("", |i| text.lower(i));
            // "the forty-second president", but "a thirty-second advertisement".
            let rank = hyphen_before && amount.form == Form::Words && amount.low % 10.0 == 0.0 && amount.low >= 20.0;
            rank && !matches!(before, "a" | "another" | "every")
                || text.word(next) == "-" && !hyphen_before
                || matches!(text.lower(next), "half" | "place" | "round" | "time" | "quarter" | "term")
        }
        "quarter" | "quarters" if single => amount.low < 2.0 || amount.low > 40.0,
        "degree" | "degrees" if single => matches!(text.lower(next), "from" | "in" | "of" | "program" | "programs"),
        // "a five-point plan", "10-point agenda".
        "point" if single => {
            matches!(text.lower(next), "plan" | "agenda" | "programme" | "program" | "proposal" | "list")
        }
        "min" | "sec" | "deg" => hyphen_before && single,
        _ => false,
    }
}
