//! A glued "m" that is a million by the company it keeps, though no noun or currency says so: "sold 2m units, up from
//! 1.4m", "£3m in May and 5m in June", "left 1.5m homeless".
//!
//! "a 2m wall cost £3m" keeps its metres: "m" after a number stays a length where the words around it measure one.

use super::Reader;
use super::amount::{Amount, Of};
use super::words::Class;
use crate::text::TokenKind;
use crate::text::noun::is_plural;

/// Words beside a number that make "m" a length.
const LENGTHS: &[&str] = &[
    "above", "across", "away", "below", "by", "deep", "depth", "distance", "height", "high", "hurdles", "length",
    "long", "metre", "metres", "meter", "meters", "race", "sprint", "tall", "thick", "wide", "width",
];

/// Words of a distance that is run or swum: "the 100m freestyle heats".
const EVENTS: &[&str] = &[
    "backstroke",
    "breaststroke",
    "butterfly",
    "dash",
    "event",
    "freestyle",
    "medley",
    "men’s",
    "relay",
    "running",
    "steeplechase",
    "swimming",
    "women’s",
    "world",
];

/// Turns "m" into a million where it is one; whether it was.
pub(super) fn read(reader: &Reader<'_>, amount: &mut Amount) -> bool {
    let text = reader.text;
    let end = amount.number.end;
    let glued = text.word(end) == "m" && !reader.space_before(end) && amount.scale == 1.0;
    if !glued || amount.of != Of::Nothing || text.word(end + 1) == "-" {
        return false;
    }
    let harmed = reader.lists.is(Class::Harmed, text.lower(end + 1));
    let told = harmed || counts(reader, end + 1) || follows_millions(reader, amount);
    if !told || !harmed && measures(reader, end) {
        return false;
    }
    amount.low *= 1e6;
    amount.high *= 1e6;
    amount.scale *= 1e6;
    amount.number.end = end + 1;
    amount.tokens.end = end + 1;
    amount.say("“m” is a million by the words and numbers beside it");
    true
}

/// "2.7m Twitter followers", "1.2m new jobs": a word and a plural after the number, where a length would have none.
fn counts(reader: &Reader<'_>, at: usize) -> bool {
    let text = reader.text;
    let plain = |i: usize| {
        text.tokens().get(i).is_some_and(|t| t.kind == TokenKind::Word && t.space_before)
            && !reader.lists.is(Class::Stop, text.lower(i))
    };
    plain(at) && plain(at + 1) && is_plural(text.lower(at + 1)) && !EVENTS.contains(&text.lower(at))
}

/// Whether a word beside the "m" at token `at` measures a length.
fn measures(reader: &Reader<'_>, at: usize) -> bool {
    (at.saturating_sub(6)..at + 3).any(|i| LENGTHS.contains(&reader.text.lower(i)))
}

/// Whether an earlier number of the sentence has an "m" that is a million for sure.
fn follows_millions(reader: &Reader<'_>, amount: &Amount) -> bool {
    let first = reader.sentence_of(amount.number.start).start;
    let before = reader.numbers.partition_point(|n| n.tokens.start < amount.number.start);
    let earlier = reader.numbers.get(..before).unwrap_or_default().iter().rev();
    let mut near = earlier.take(4).take_while(|n| n.tokens.start >= first);
    // "of the 8 million species, or around 5.6m".
    let start = amount.number.start;
    let again = (start.saturating_sub(2)..start).any(|i| reader.text.lower(i) == "or");
    near.any(|n| {
        let last = n.tokens.end - 1;
        let letter = matches!(reader.text.word(last), "m" | "bn") && reader.text.tokens()[last].kind == TokenKind::Word;
        letter || again && n.scale >= 1e6
    })
}
