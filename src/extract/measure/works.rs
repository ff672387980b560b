//! Whose a plant, a mine or a plan is that is told to do something: "Acme is building a plant that is to turn out 30,000
//! cars", "its site near Leeds, which makes ten a month".
//!
//! Whoever the phrase itself names owns it, else who does something with it in a clause before it.

use super::around::{lemma, phrase};
use super::named::owned;
use super::subject::subject_of;
use crate::extract::clause::{Item, PhraseKind};
use crate::extract::reading::Reading;
use crate::record::EntityId;
use crate::text::noun::singular;

/// How many items back the verb that has the works as its object is looked for.
const REACH: usize = 12;

/// The owner of the works that a phrase names.
pub(super) fn owner(reading: &Reading<'_>, p: usize) -> Option<EntityId> {
    let words = phrase(reading, p);
    if words.kind != PhraseKind::Things || !is_works(&singular(reading.text.lower(words.head))) {
        return None;
    }
    owned(reading, words.tokens.start..words.head, false).or_else(|| {
        let clause = maker(reading, p)?;
        let built = !matches!(lemma(reading, clause), "be" | "say" | "oppose" | "criticize" | "criticise" | "visit");
        subject_of(reading, clause).filter(|_| built)
    })
}

/// The clause that does something with the works: they are its object, or a preposition links them to that.
fn maker(reading: &Reading<'_>, p: usize) -> Option<usize> {
    let clauses = &reading.clauses;
    let item = clauses.item_of(p)?;
    for i in (item.saturating_sub(REACH)..item).rev() {
        match clauses.items[i] {
            Item::Phrase(_) | Item::Preposition(_) => {}
            Item::Verb(v) => return Some(v).filter(|&v| !clauses.verbs[v].passive),
            _ => return None,
        }
    }
    None
}

/// Places and undertakings that somebody runs.
fn is_works(noun: &str) -> bool {
    matches!(
        noun,
        "plant"
            | "factory"
            | "mill"
            | "smelter"
            | "mine"
            | "refinery"
            | "yard"
            | "shipyard"
            | "foundry"
            | "brewery"
            | "distillery"
            | "warehouse"
            | "terminal"
            | "facility"
            | "site"
            | "line"
            | "project"
            | "plan"
            | "programme"
            | "program"
            | "network"
            | "fleet"
            | "unit"
            | "complex"
            | "hub"
    )
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn who_runs_the_works_acts() {
        check("{Peru} is building a plant that is to turn out [30,000 cars].", &["output, Peru"]);
        check("{Peru} opposes a plant that is to turn out [30,000 cars].", &["output"]);
        check("{Peru}, whose mines turn out [5 tonnes] of gold, is glad.", &["output, gold, Peru"]);
    }
}
