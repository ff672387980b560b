//! Units left out where an amount repeats the one before it: "Peru may ship 3 million tonnes, India 2.2 million", "500
//! tonnes for beef and 1,500 for poultry", "Acme will buy 5 million tonnes, and Bolt another 1 million".
//!
//! Only amounts of the same sentence repeat each other, and only where nothing follows that the number could count.

use super::Reader;
use super::amount::{Amount, Of};
use super::label::starts_with_capital;
use crate::record::FigureKind;
use crate::text::TokenKind;

/// How many tokens apart two amounts of one row may be.
const REACH: usize = 24;

/// Whether a bare number repeats the amount before it, with the same unit.
pub(super) fn repeats(reader: &Reader<'_>, left: Option<&Amount>, amount: &Amount) -> bool {
    let Some(left) = left.filter(|left| is_measured(reader, left)) else { return false };
    let gap = left.tokens.end..amount.start();
    let apart = gap.start > gap.end || gap.len() > REACH || reader.sentence_of(gap.end).start > gap.start;
    let digits = reader.text.tokens().get(amount.number.start).is_some_and(|t| t.kind == TokenKind::Number);
    let alike = digits && (amount.scale > 1.0 || left.scale == 1.0);
    alike && !apart && (is_share(reader, left, amount) || is_parallel(reader, left, amount) || is_more(reader, amount))
}

/// Whether an amount has a unit or currency that another may leave out.
fn is_measured(reader: &Reader<'_>, left: &Amount) -> bool {
    let length = left.unit(&reader.lists.units).is_some_and(|u| u.kind == FigureKind::Duration);
    matches!(left.of, Of::Unit(_) | Of::Money(_)) && !length
}

/// ", India 2.2 million and South Korea just under 2 million": whose part it is stands right before it.
fn is_share(reader: &Reader<'_>, left: &Amount, amount: &Amount) -> bool {
    let text = reader.text;
    let gap = left.tokens.end..amount.start();
    let Some(link) = gap.clone().rev().find(|&i| matches!(text.lower(i), "," | "and" | "while" | "but")) else {
        return false;
    };
    let name = (link + 1..gap.end).filter(|&i| !matches!(text.lower(i), "the" | "another" | "a" | "further"));
    let named = name.clone().count() > 0 && name.clone().all(|i| starts_with_capital(text.word(i)));
    let after = text.lower(amount.tokens.end);
    named && gap.end - link <= 6 && (is_end(text.word(amount.tokens.end)) || matches!(after, "and" | "for" | "while"))
}

/// "500 tonnes for beef, 1,000 for bison": the same preposition follows both.
fn is_parallel(reader: &Reader<'_>, left: &Amount, amount: &Amount) -> bool {
    let text = reader.text;
    let after = text.lower(amount.tokens.end);
    let before = amount.start().checked_sub(1).map_or("", |i| text.lower(i));
    matches!(after, "for" | "from" | "of" | "to")
        && after == text.lower(left.tokens.end)
        && matches!(before, "," | "and")
}

/// "another 1 million": more of what the amount before it is of.
fn is_more(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let before = amount.start().checked_sub(1).map_or("", |i| text.lower(i));
    matches!(before, "another" | "further" | "additional")
        && amount.scale > 1.0
        && (is_end(text.word(amount.tokens.end))
            || matches!(text.lower(amount.tokens.end), "and" | "in" | "by" | "from"))
}

fn is_end(word: &str) -> bool {
    matches!(word, "." | "," | ";" | ")" | "" | "?" | "!" | "—" | "–")
}
