//! How far a commitment reaches in the text: from who acts to the end of what is done.

use crate::extract::clause::lexicon::Sense;
use crate::extract::clause::{Item, PhraseKind, VerbForm};
use crate::extract::measure::sense;
use crate::extract::reading::Reading;
use crate::text::Span;

/// How many items a commitment may span to the right of its verb.
const REACH: usize = 24;

/// The clause that decides over this one and shares its actor: "agreed" of "to remove", "start" of "buying",
/// "announced" of "it would roll back".
pub(in crate::extract) fn head(reading: &Reading<'_>, clause: usize) -> usize {
    let mut at = clause;
    for _ in 0..4 {
        let data = &reading.clauses.clauses[at];
        let Some(parent) = data.parent.filter(|&p| p < at) else { break };
        let dependent = match reading.clauses.verbs[at].form {
            VerbForm::Infinitive => true,
            VerbForm::Ing => matches!(sense(reading, parent), Some(Sense::Begin | Sense::Refuse | Sense::Plan)),
            // Who says of oneself what one will do, does it: "it" after "Washington announced".
            VerbForm::Finite(_) => data.subject.is_some_and(|p| {
                let phrase = &reading.clauses.phrases[p];
                phrase.kind == PhraseKind::Pronoun
                    && matches!(reading.text.lower(phrase.head), "it" | "they" | "we" | "he" | "she" | "i")
                    && reading.clauses.clauses[parent].item + 2 >= reading.clauses.clauses[at].start
                    && matches!(sense(reading, parent), Some(Sense::Say | Sense::Promise | Sense::Agree))
            }),
            VerbForm::Participle => false,
        };
        if !dependent {
            break;
        }
        at = parent;
    }
    at
}

/// The words of a commitment: from the subject of its governing clause to the end of its own.
pub(in crate::extract) fn span(reading: &Reading<'_>, clause: usize, head: usize) -> Span {
    let clauses = &reading.clauses;
    let first = clauses.clauses[head]
        .subject
        .filter(|&p| clauses.item_of(p).is_some_and(|i| i < clauses.clauses[head].item))
        .map_or(clauses.verbs[head].tokens.start, |p| clauses.phrases[p].tokens.start);
    let mut end = clauses.verbs[clause].tokens.end;
    let verb = clauses.clauses[clause].item;
    for i in verb + 1..(verb + REACH).min(clauses.items.len()) {
        match clauses.items[i] {
            Item::Phrase(p) => end = clauses.phrases[p].tokens.end,
            Item::Preposition(_) => {}
            Item::Verb(v) if clauses.verbs[v].form == VerbForm::Infinitive => end = clauses.verbs[v].tokens.end,
            Item::Conjunction(_) if joins_amounts(reading, i) => {}
            _ => break,
        }
    }
    reading.text.span_of(first.min(end)..end)
}

/// Whether "and" goes on with another amount of the same act: "12 million tonnes and at least 25 million a year".
fn joins_amounts(reading: &Reading<'_>, i: usize) -> bool {
    reading.clauses.phrase_at(i + 1).is_some_and(|p| p.figure.is_some())
        && !matches!(reading.clauses.items.get(i + 2), Some(Item::Verb(_)))
}
