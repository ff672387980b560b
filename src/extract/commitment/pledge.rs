//! Acts that somebody is bound to or decides over: then every verb of doing counts, not only those of the list.
//!
//! ```text
//! The union agreed to open its books           whoever agrees, acts
//! The airline said it would refund everybody   who says what they will do
//! Air France will compensate its staff         somebody who can act
//! Prices will rise                             nobody acts
//! ```

use crate::extract::clause::lexicon::Sense;
use crate::extract::clause::{Modality, PhraseKind, VerbForm, status};
use crate::extract::link::referent;
use crate::extract::measure::{lemma, sense};
use crate::extract::reading::Reading;
use crate::record::EntityKind;
use crate::text::noun::singular;

/// Whether a clause says what somebody is bound to do, has decided, or refuses.
pub(super) fn is_pledged(reading: &Reading<'_>, clause: usize) -> bool {
    is_deed(reading, clause) && (is_bound(reading, clause) || is_willed(reading, clause))
}

/// Whether the verb of a clause does something, where anybody says that they will do it.
fn is_deed(reading: &Reading<'_>, clause: usize) -> bool {
    let data = &reading.clauses.clauses[clause];
    let alone = data.object.is_none() && !reading.clauses.verbs[clause].passive;
    let state = reading.lists.actions.is_state(lemma(reading, clause));
    // "would grow" tells a forecast, "would grow wheat" an act.
    let moves = matches!(sense(reading, clause), Some(Sense::Up | Sense::Down | Sense::Hold | Sense::Move)) && alone;
    let speaks = matches!(sense(reading, clause), None | Some(Sense::Say | Sense::Think | Sense::Hold));
    // "will take steps", not "will take a look".
    let light = matches!(lemma(reading, clause), "take" | "make" | "give" | "get") && {
        let object = data.object.map(|p| singular(reading.text.lower(reading.clauses.phrases[p].head)));
        !object.is_some_and(|o| reading.lists.actions.is_target(&o) || matches!(&*o, "step" | "action" | "change"))
    };
    !state && !moves && !speaks && !light
}

/// "agreed to open", "is going to open", "refused to sign", "plans to build", "voted to ban".
fn is_bound(reading: &Reading<'_>, clause: usize) -> bool {
    let group = &reading.clauses.verbs[clause];
    let data = &reading.clauses.clauses[clause];
    if status::is_future(reading, clause) {
        return data.subject.is_some_and(|p| can_act(reading, p));
    }
    let Some(by) = data.parent.filter(|&p| p < clause && group.form == VerbForm::Infinitive) else { return false };
    let binds = match sense(reading, by) {
        Some(Sense::Agree | Sense::Promise | Sense::Refuse) => true,
        Some(Sense::Plan) => !reading.lists.actions.is_state(lemma(reading, by)),
        _ => false,
    };
    // "asked Peru to open", "called on Peru to open": somebody else opens.
    binds && reading.clauses.clauses[by].object.is_none() && !reading.clauses.verbs[by].passive
}

/// "will build", "said it would build": by somebody who can.
fn is_willed(reading: &Reading<'_>, clause: usize) -> bool {
    let group = &reading.clauses.verbs[clause];
    let data = &reading.clauses.clauses[clause];
    let will = match group.modality {
        Some(Modality::Will) => true,
        Some(Modality::Would) => status::reported_by(reading, clause)
            .is_some_and(|by| matches!(sense(reading, by), Some(Sense::Say | Sense::Promise))),
        _ => false,
    };
    will && !group.passive && !data.relative && data.subject.is_some_and(|p| can_act(reading, p))
}

/// Whether a phrase names people or a body that can act, by a name or not: "Peru", "the union", "drivers", "they".
pub(super) fn can_act(reading: &Reading<'_>, p: usize) -> bool {
    let phrase = &reading.clauses.phrases[p];
    let head = reading.text.lower(phrase.head);
    if phrase.kind == PhraseKind::Pronoun && matches!(head, "he" | "she" | "they" | "we" | "i") {
        return true;
    }
    let noun = singular(head);
    if reading.lists.actions.is_agent(&noun) || reading.lists.link.is_role_exactly(&noun) {
        return true;
    }
    let named = referent(reading, phrase.tokens.clone()).and_then(|id| reading.record.entity(id));
    named.is_some_and(|e| {
        matches!(e.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place | EntityKind::Group)
    })
}
