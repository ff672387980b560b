//! Up or down: "rose 3%", "a 3% drop", "up 58 points", "was cut by half a point", "+0.2%".
//!
//! A level that a change ends at has no direction: in "rose 3% to $9.29" only the 3% is a change.

use super::Reader;
use super::amount::Amount;
use super::words::Class;
use crate::record::Change;

/// Whether a word tells a movement.
pub(super) fn moves(reader: &Reader<'_>, lower: &str) -> bool {
    reader.lists.is(Class::Up, lower) || reader.lists.is(Class::Down, lower) || matches!(lower, "by" | "another")
}

/// The nearest word of change before token `at` in its clause, whatever its direction.
pub(super) fn verb_before(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let first = reader.sentence_of(at).start.max(at.saturating_sub(25));
    (first..at).rev().take_while(|&i| !matches!(reader.text.word(i), ";" | ":" | "(" | ")")).find(|&i| {
        let word = reader.text.lower(i);
        reader.lists.is(Class::Up, word) || reader.lists.is(Class::Down, word) || reader.lists.is(Class::Moving, word)
    })
}

fn direction(reader: &Reader<'_>, lower: &str) -> Option<Change> {
    if reader.lists.is(Class::Up, lower) {
        Some(Change::Up)
    } else if reader.lists.is(Class::Down, lower) {
        Some(Change::Down)
    } else {
        None
    }
}

/// The direction of an amount that is a change.
pub(super) fn read(reader: &Reader<'_>, amount: &Amount) -> Option<Change> {
    let text = reader.text;
    let start = amount.start();
    let sign = start.checked_sub(1).map_or("", |i| text.word(i));
    if sign == "+" && !reader.space_before(start) {
        return Some(Change::Up);
    }
    // "rose 3%", "fell by 3%", "up more than 3%", "dropped a further 3%".
    let mut at = start;
    for _ in 0..4 {
        let i = at.checked_sub(1)?;
        let word = text.lower(i);
        if let Some(change) = direction(reader, word) {
            return Some(change);
        }
        if !matches!(
            word,
            "by" | "a" | "an" | "another" | "further" | "additional" | "extra" | "the" | "some" | "as" | "much" | "its"
        ) {
            break;
        }
        at = i;
    }
    // "a 3% drop", "a 19% rise", "3% higher", "a 75 percent increase".
    let mut next = amount.tokens.end;
    if matches!(text.lower(next), "-" | "year-on-year" | "annual" | "overall" | "sharp") {
        next += 1;
    }
    let word = text.lower(next);
    let noun = direction(reader, word)?;
    let level =
        matches!(word, "up" | "down" | "cut" | "cuts" | "raise" | "gain" | "lift") && reader.space_before(next) && {
            let previous = start.checked_sub(1).map_or("", |i| text.lower(i));
            !matches!(previous, "a" | "an" | "the" | "its" | "this")
        };
    (!level).then_some(noun)
}
