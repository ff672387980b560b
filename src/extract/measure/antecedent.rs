//! Which noun a word stands for that names none: "lower the one on trucks", "Exports fell. In May they came to $5bn",
//! "exports of magnets, which had fallen to 3,000 tonnes".
//!
//! "one" and "those" before a preposition stand for the noun last spoken of that a figure can measure; "it" and "they" as
//! a subject for the subject of the clause before, where their number agrees; "which" for any noun of the phrase before it.

use super::around::phrase;
use super::cue::any_cue;
use crate::extract::clause::{Item, PhraseKind};
use crate::extract::reading::Reading;

/// How many phrases or clauses back an antecedent is looked for.
const REACH: usize = 12;

/// The noun phrase that "one", "ones", "that" or "those" before a preposition stands for.
pub(super) fn of_one(reading: &Reading<'_>, p: usize) -> Option<usize> {
    let words = phrase(reading, p);
    let stands = matches!(reading.text.lower(words.head), "one" | "ones" | "that" | "those") && words.tokens.len() <= 2;
    // "and China's on American goods".
    let last = reading.text.lower(words.tokens.end - 1);
    let stands = stands || matches!(last, "'s" | "’s");
    let item = reading.clauses.item_of(p)?;
    if !stands || !matches!(reading.clauses.items.get(item + 1), Some(Item::Preposition(_))) {
        return None;
    }
    (p.saturating_sub(REACH)..p).rev().find(|&q| {
        phrase(reading, q).kind == PhraseKind::Things
            && phrase(reading, q).head != words.head
            && any_cue(reading, q).is_some()
    })
}

/// The noun phrase that "it" or "they" as the subject of a clause stands for.
pub(super) fn of_subject(reading: &Reading<'_>, clause: usize) -> Option<usize> {
    let clauses = &reading.clauses;
    let pronoun = phrase(reading, clauses.clauses[clause].subject?);
    let many = match reading.text.lower(pronoun.head) {
        "they" | "these" => true,
        "it" | "this" => false,
        _ => return None,
    };
    let sentence = |c: usize| {
        let start = reading.text.tokens().get(clauses.verbs[c].tokens.start).map_or(0, |t| t.span.start);
        reading.text.sentence_at(start)
    };
    let here = sentence(clause);
    let agrees = |c: &usize| {
        let subject = clauses.clauses[*c].subject.map(|p| phrase(reading, p));
        subject.is_some_and(|s| {
            s.kind == PhraseKind::Things && s.head != pronoun.head && reading.text.lower(s.head).ends_with('s') == many
        })
    };
    let earlier = (clause.saturating_sub(REACH)..clause).rev().take_while(|&c| here - sentence(c) <= 1);
    let main = earlier.filter(|&c| clauses.verbs[c].is_finite() && !clauses.clauses[c].relative).filter(agrees);
    let own = main.clone().find(|&c| sentence(c) == here);
    // Of the sentence before, the first subject is what it speaks of.
    own.or_else(|| main.last()).and_then(|c| clauses.clauses[c].subject)
}

/// The phrases that prepositions link to a phrase from the left, the nearest first: "exports" of "exports of magnets".
pub(super) fn heads(reading: &Reading<'_>, p: usize) -> impl Iterator<Item = usize> {
    let mut item = reading.clauses.item_of(p);
    std::iter::from_fn(move || {
        let before = item?.checked_sub(2)?;
        match (reading.clauses.items[before], reading.clauses.items[before + 1]) {
            (Item::Phrase(q), Item::Preposition(_)) => {
                item = Some(before);
                Some(q)
            }
            _ => None,
        }
    })
    .take(REACH)
}
