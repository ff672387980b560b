//! Up or down: "rose 3%", "a 3% drop", "up 58 points", "was cut by half a point", "+0.2%".
//!
//! A level that a change ends at has no direction: in "rose 3% to $9.29" only the 3% is a change.

use super::Reader;
use super::amount::Amount;
use crate::record::Change;

const UP: &[&str] = &[
    "added",
    "adding",
    "adds",
    "advance",
    "advanced",
    "boost",
    "boosted",
    "climb",
    "climbed",
    "climbing",
    "climbs",
    "expand",
    "expanded",
    "expands",
    "gain",
    "gained",
    "gaining",
    "gains",
    "grew",
    "grow",
    "growing",
    "grown",
    "grows",
    "growth",
    "higher",
    "hike",
    "hiked",
    "increase",
    "increased",
    "increases",
    "increasing",
    "jump",
    "jumped",
    "jumping",
    "jumps",
    "leapt",
    "lift",
    "lifted",
    "raise",
    "raised",
    "raises",
    "raising",
    "rally",
    "rallied",
    "rebound",
    "rebounded",
    "rise",
    "risen",
    "rises",
    "rising",
    "rose",
    "soar",
    "soared",
    "soaring",
    "spike",
    "spiked",
    "surge",
    "surged",
    "surges",
    "surging",
    "up",
];
const DOWN: &[&str] = &[
    "contracted",
    "contraction",
    "cut",
    "cuts",
    "cutting",
    "decline",
    "declined",
    "declines",
    "declining",
    "decrease",
    "decreased",
    "decreases",
    "down",
    "drop",
    "dropped",
    "dropping",
    "drops",
    "eased",
    "easing",
    "fall",
    "fallen",
    "falling",
    "falls",
    "fell",
    "lose",
    "loses",
    "losing",
    "lost",
    "lower",
    "lowered",
    "lowering",
    "plummeted",
    "plunge",
    "plunged",
    "plunging",
    "reduce",
    "reduced",
    "reducing",
    "reduction",
    "sank",
    "shed",
    "shrank",
    "shrink",
    "shrunk",
    "shrinking",
    "sink",
    "slid",
    "slide",
    "slipped",
    "slump",
    "slumped",
    "slumping",
    "tumble",
    "tumbled",
];
/// Verbs of change that give no direction by themselves, or whose ends are told with "from" and "to".
const MOVING: &[&str] = &[
    "adjusted",
    "bring",
    "bringing",
    "brought",
    "change",
    "changed",
    "changing",
    "double",
    "doubled",
    "doubling",
    "from",
    "go",
    "goes",
    "going",
    "halve",
    "halved",
    "halving",
    "inching",
    "move",
    "moved",
    "moving",
    "narrowed",
    "quadrupled",
    "revised",
    "slash",
    "slashed",
    "slow",
    "slowed",
    "swung",
    "take",
    "takes",
    "taking",
    "triple",
    "tripled",
    "tripling",
    "upgraded",
    "went",
    "widened",
];

/// Whether a word tells a movement.
pub(super) fn moves(lower: &str) -> bool {
    UP.contains(&lower) || DOWN.contains(&lower) || matches!(lower, "by" | "another")
}

/// The nearest word of change before token `at` in its clause, whatever its direction.
pub(super) fn verb_before(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let first = reader.sentence_of(at).start.max(at.saturating_sub(14));
    (first..at).rev().take_while(|&i| !matches!(reader.text.word(i), ";" | ":" | "(" | ")")).find(|&i| {
        let word = reader.text.lower(i);
        UP.contains(&word) || DOWN.contains(&word) || MOVING.contains(&word) && word != "from"
    })
}

fn direction(lower: &str) -> Option<Change> {
    if UP.contains(&lower) {
        Some(Change::Up)
    } else if DOWN.contains(&lower) {
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
        if let Some(change) = direction(word) {
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
    let noun = direction(word)?;
    let level =
        matches!(word, "up" | "down" | "cut" | "cuts" | "raise" | "gain" | "lift") && reader.space_before(next) && {
            let previous = start.checked_sub(1).map_or("", |i| text.lower(i));
            !matches!(previous, "a" | "an" | "the" | "its" | "this")
        };
    (!level).then_some(noun)
}
