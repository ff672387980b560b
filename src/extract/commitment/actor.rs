//! Who acts: the party that the words name. Who speaks for a body is not that body, and a body with somebody's name in
//! its own is not that person.
//!
//! ```text
//! "We will build it," said Anna Brandt, the Danish energy minister     Denmark
//! The Novak government will build it                                  nobody named: Novak is its head
//! European leagues threatened to sue                                  nobody named: not Europe
//! ```

use crate::extract::clause::{PhraseKind, VerbForm};
use crate::extract::link::{STATE_BODIES, form};
use crate::extract::measure::{first_party, is_joint, party_of, plan_owner, subject_of};
use crate::extract::reading::Reading;
use crate::record::{Entity, EntityId, EntityKind};
use crate::text::noun::singular;

/// Who does what a clause says; `head` is the clause that decides over it.
pub(super) fn actor(reading: &Reading<'_>, clause: usize, head: usize) -> Option<EntityId> {
    let data = &reading.clauses.clauses[clause];
    if reading.clauses.verbs[clause].passive {
        return data.agent.and_then(|p| party(reading, p, party_of(reading, p)?));
    }
    let joint = |p: usize| is_joint(reading, reading.clauses.phrases[p].tokens.clone());
    if reading.clauses.verbs[clause].form == VerbForm::Ing && data.subject.is_some_and(joint) {
        // "India and the United States signed a pact, lowering U.S. tariffs": whose the thing is acts on it.
        return data.object.and_then(|p| party_of(reading, p));
    }
    if reading.clauses.verbs[clause].form == VerbForm::Ing
        && head != clause
        && let Some(stopper) = data.parent
    {
        // "the minister said India would stop buying": who stops.
        return of_subject(reading, stopper);
    }
    // "China's decision to admit lobster": whose the decision is.
    plan_owner(reading, clause).or_else(|| of_subject(reading, clause)).or_else(|| {
        let p = reading.clauses.clauses[head].subject.filter(|_| head != clause && data.subject.is_none())?;
        party(reading, p, first_party(reading, p)?)
    })
}

fn of_subject(reading: &Reading<'_>, clause: usize) -> Option<EntityId> {
    let p = reading.clauses.clauses[clause].subject?;
    let found = subject_of(reading, clause).or_else(|| first_party(reading, p))?;
    party(reading, p, found)
}

/// The party that a phrase means where it names, describes or contains an entity.
fn party(reading: &Reading<'_>, p: usize, found: EntityId) -> Option<EntityId> {
    let phrase = &reading.clauses.phrases[p];
    let head = reading.text.lower(phrase.head);
    let Some(entity) = reading.record.entity(found) else { return Some(found) };
    if phrase.kind == PhraseKind::Pronoun {
        return match head {
            "we" | "us" if entity.kind == EntityKind::Person => body_of(reading, entity),
            _ => Some(found),
        };
    }
    let named = crate::extract::link::referent(reading, phrase.head..phrase.head + 1) == Some(found);
    if named {
        return Some(found);
    }
    let noun = singular(head);
    match entity.kind {
        // "the Novak government", "Novak's party": not Novak.
        EntityKind::Person if STATE_BODIES.contains(&head) => body_of(reading, entity),
        EntityKind::Person => None,
        EntityKind::Place | EntityKind::Group if reading.lists.actions.is_private(&noun) => None,
        _ => Some(found),
    }
}

/// The country or body that a person speaks for, by the offices that the article tells.
fn body_of(reading: &Reading<'_>, person: &Entity) -> Option<EntityId> {
    let lists = &reading.lists.link;
    let lands = |role: &str| {
        let words = form::words(role);
        let starts = (0..words.len()).flat_map(|i| (1..=3.min(words.len() - i)).map(move |n| (i, n)));
        let land = starts.rev().find_map(|(i, n)| lists.land_of(&words[i..i + n].join(" ")))?.0;
        let name = &lists.land(land).name;
        reading.record.entities.iter().find(|e| e.name == *name).map(|e| e.id)
    };
    let bodies = |role: &str| {
        let is_body = |e: &&Entity| e.kind == EntityKind::Organization;
        let told = |e: &&Entity| role.contains(&e.name) || e.aliases.iter().any(|a| role.contains(&a.text));
        reading.record.entities.iter().filter(is_body).find(told).map(|e| e.id)
    };
    let current = || person.roles.iter().filter(|role| !role.starts_with("former") && !role.starts_with("ex-"));
    current().find_map(|role| bodies(role)).or_else(|| current().find_map(|role| lands(role)))
}
