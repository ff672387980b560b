//! Which measure a noun phrase is a cue for: "soybean exports", "key interest rate", "tariff increases".

use super::around::phrase;
use super::lists::{Cue, singular};
use crate::extract::Reading;
use crate::extract::clause::lexicon::{Classes, Sense};
use crate::record::FigureKind;

/// The nouns that "of" and "in" link to a phrase ("value of exports").
pub(in crate::extract) fn linked_nouns<'r>(
    reading: &'r Reading<'_>,
    target: usize,
) -> impl Iterator<Item = usize> + 'r {
    let item = reading.clauses.item_of(target).unwrap_or(usize::MAX);
    let of = |token: usize| matches!(reading.text.lower(token), "of" | "in" | "for");
    reading.clauses.linked(item).filter(move |&(token, _)| of(token)).map(|(_, p)| p)
}

/// The cue of a phrase's head for a kind of figure.
pub(in crate::extract) fn phrase_cue<'r>(
    reading: &'r Reading<'_>,
    index: usize,
    kind: FigureKind,
) -> Option<(&'r Cue, usize)> {
    noun_cue(reading, index, phrase(reading, index).head, kind)
}

/// The cue of a phrase's head, whatever the kind of figure.
pub(in crate::extract) fn any_cue<'r>(reading: &'r Reading<'_>, index: usize) -> Option<(&'r Cue, usize)> {
    let head = phrase(reading, index).head;
    fitting(reading, &singular(reading.text.lower(head)), None, head).map(|cue| (cue, head))
}

/// The cue of a noun of a phrase with up to two words before it.
pub(in crate::extract) fn noun_cue<'r>(
    reading: &'r Reading<'_>,
    index: usize,
    head: usize,
    kind: FigureKind,
) -> Option<(&'r Cue, usize)> {
    let noun = singular(reading.text.lower(head));
    let tokens = &phrase(reading, index).tokens;
    if head > tokens.start + 1 {
        let three = format!("{} {} {noun}", reading.text.lower(head - 2), reading.text.lower(head - 1));
        if let Some(cue) = fitting(reading, &three, Some(kind), head) {
            return Some((cue, head));
        }
    }
    if head > tokens.start {
        let pair = format!("{} {noun}", reading.text.lower(head - 1));
        if let Some(cue) = fitting(reading, &pair, Some(kind), head) {
            return Some((cue, head));
        }
    }
    if let Some(cue) = fitting(reading, &noun, Some(kind), head) {
        return Some((cue, head));
    }
    let vehicle = kind == FigureKind::Money
        && head > tokens.start
        && matches!(reading.text.lower(head - 1), "investment" | "trade" | "spending" | "export" | "aid");
    if !is_change(reading, head) && !vehicle {
        return None;
    }
    // "tariff increases", "export growth": the noun before says of what.
    let before = head.checked_sub(1).filter(|&b| b >= tokens.start)?;
    let cue = fitting(reading, &singular(reading.text.lower(before)), Some(kind), before)?;
    Some((cue, before))
}

/// The first cue of a noun that fits a kind of figure and its sentence.
pub(in crate::extract) fn fitting<'r>(
    reading: &'r Reading<'_>,
    noun: &str,
    kind: Option<FigureKind>,
    token: usize,
) -> Option<&'r Cue> {
    let cues = reading.lists.measures.noun(noun);
    let item = reading.clauses.phrase_of_token(token).and_then(|p| reading.clauses.item_of(p)).unwrap_or_default();
    cues.iter().find(|c| kind.is_none_or(|k| c.kinds.has(k)) && needs_hold(reading, c, item))
}

/// Whether the sentence of an item has one of the words that a cue needs.
pub(in crate::extract) fn needs_hold(reading: &Reading<'_>, cue: &Cue, item: usize) -> bool {
    if cue.needs.is_empty() {
        return true;
    }
    let token = reading.clauses.phrase_at(item).map_or(0, |p| p.tokens.start);
    let Some(start) = reading.text.tokens().get(token).map(|t| t.span.start) else { return false };
    let sentence = &reading.text.sentences()[reading.text.sentence_at(start)];
    sentence.tokens.clone().take(120).any(|i| cue.needs.iter().any(|w| **w == *reading.text.lower(i)))
}

/// Whether a noun names a change: "rise", "drop", "growth".
pub(in crate::extract) fn is_change(reading: &Reading<'_>, token: usize) -> bool {
    let noun = singular(reading.text.lower(token));
    if matches!(
        &*noun,
        "reduction" | "growth" | "expansion" | "contraction" | "uptick" | "appreciation" | "depreciation"
    ) {
        return true;
    }
    let word = reading.lists.grammar.word(&noun);
    let sense = word.verb.and_then(|v| reading.lists.grammar.verb(v)).map(|v| v.sense);
    word.is(Classes::NOUN) && matches!(sense, Some(Sense::Up | Sense::Down))
}
