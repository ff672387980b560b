//! Which party words name: "Peru", "American duties", "Ford’s own bill", "the country's", "its".
//!
//! A rank within an owner ("Europe's largest economy") and one firm by its nationality ("the German carmaker") name another
//! party than the owner.

use super::around::{lemma, phrase};
use super::subject::{before_whose, subject_of, the_country, told_before};
use crate::extract::clause::{PhraseKind, Tag};
use crate::extract::link::{is_nation, referent};
use crate::extract::reading::Reading;
use crate::record::{EntityId, EntityKind};
use crate::text::noun::singular;
use std::ops::Range;

/// The countries named in a stretch of tokens, each once. Letters of a currency ("US$") name none.
pub(super) fn countries(reading: &Reading<'_>, tokens: Range<usize>) -> Vec<EntityId> {
    let mut found = Vec::new();
    for token in tokens {
        if reading.clauses.tags.get(token) == Some(&Tag::Figure) {
            continue;
        }
        if let Some(entity) = country_at(reading, token)
            && !found.contains(&entity)
        {
            found.push(entity);
        }
    }
    found
}

/// The party that a member of a list names.
pub(super) fn party_in(reading: &Reading<'_>, tokens: Range<usize>) -> Option<EntityId> {
    party_at(reading, tokens.end.checked_sub(1)?)
}

/// Whether a phrase itself names a party, and not something of one ("Acme", not "Acme's cars").
pub(super) fn names_party(reading: &Reading<'_>, p: usize) -> bool {
    let words = phrase(reading, p);
    let kind = referent(reading, words.tokens.clone()).and_then(|e| kind_of(reading, e));
    matches!(kind, Some(EntityKind::Person | EntityKind::Organization | EntityKind::Place | EntityKind::Group))
        || reading.text.lower(words.head).ends_with("ers")
}

/// The first country named in a phrase.
pub(super) fn first_country(reading: &Reading<'_>, p: usize) -> Option<EntityId> {
    countries(reading, phrase(reading, p).tokens.clone()).first().copied()
}

/// The kind of an entity. Entities are in the order of their ids.
pub(super) fn kind_of(reading: &Reading<'_>, entity: EntityId) -> Option<EntityKind> {
    let entities = &reading.record.entities;
    entities.binary_search_by_key(&entity, |e| e.id).ok().map(|i| entities[i].kind)
}

/// The entity named at a token where it can act: a country, a nationality, a company, a person.
pub(super) fn party_at(reading: &Reading<'_>, token: usize) -> Option<EntityId> {
    let entity = referent(reading, token..token + 1)?;
    let acts = matches!(
        kind_of(reading, entity)?,
        EntityKind::Person | EntityKind::Organization | EntityKind::Place | EntityKind::Group
    );
    // "the South Asian nation": the region itself does nothing.
    let region = kind_of(reading, entity) == Some(EntityKind::Group)
        && (token + 1..token + 3)
            .any(|i| is_nation(reading.text.lower(i)) && party_at(reading, i).is_some_and(|e| e != entity));
    (acts && !region).then_some(entity)
}

fn country_at(reading: &Reading<'_>, token: usize) -> Option<EntityId> {
    party_at(reading, token).filter(|&e| {
        matches!(kind_of(reading, e), Some(EntityKind::Place | EntityKind::Group | EntityKind::Organization))
    })
}

/// Whom a whole phrase refers to, or the nationality or owner in it: "Canadian smelters", "China’s importers".
pub(in crate::extract) fn party_of(reading: &Reading<'_>, p: usize) -> Option<EntityId> {
    let phrase = phrase(reading, p);
    if matches!(phrase.kind, PhraseKind::Time | PhraseKind::Figure) || is_joint(reading, phrase.tokens.clone()) {
        return None;
    }
    let first = phrase.tokens.start;
    let of_country = phrase.tokens.len() > 3
        && reading.text.lower(first) == "the"
        && matches!(reading.text.lower(first + 1), "country" | "nation")
        && matches!(reading.text.lower(first + 2), "'s" | "’s");
    if of_country && !ranks_within(reading, first + 1..phrase.head + 1) {
        return the_country(reading, first);
    }
    if phrase.tokens.len() == 2
        && matches!(reading.text.lower(first), "the" | "that")
        && matches!(reading.text.lower(phrase.head), "country" | "nation")
        && let Some(country) = the_country(reading, first)
    {
        return Some(country);
    }
    referent(reading, phrase.tokens.clone())
        .filter(|&e| {
            !matches!(
                kind_of(reading, e),
                Some(EntityKind::Commodity | EntityKind::Product | EntityKind::Law | EntityKind::Event)
            )
        })
        .or_else(|| {
            owner(reading, phrase.tokens.start..phrase.head).filter(|_| !is_firm(reading.text.lower(phrase.head)))
        })
}

/// Whether a noun stands for one firm, which is no country by its nationality: "the German carmaker", but "German carmakers".
pub(super) fn is_firm(head: &str) -> bool {
    head.ends_with("maker")
        || matches!(
            head,
            "company"
                | "firm"
                | "giant"
                | "group"
                | "retailer"
                | "rival"
                | "chain"
                | "bank"
                | "lender"
                | "airline"
                | "utility"
                | "miner"
                | "supplier"
                | "refiner"
                | "conglomerate"
                | "manufacturer"
                | "startup"
                | "brand"
        )
}

/// Whom a phrase refers to; the first of two that act together ("Japan and Peru").
pub(in crate::extract) fn first_party(reading: &Reading<'_>, p: usize) -> Option<EntityId> {
    party_of(reading, p).or_else(|| {
        let tokens = phrase(reading, p).tokens.clone();
        if !is_joint(reading, tokens.clone()) {
            return None;
        }
        let and = tokens.clone().find(|&i| reading.text.lower(i) == "and").unwrap_or(tokens.end);
        referent(reading, tokens.start..and).or_else(|| owner(reading, tokens))
    })
}

/// Whether a stretch of tokens joins parties by "and".
pub(in crate::extract) fn is_joint(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    tokens.clone().any(|i| reading.text.lower(i) == "and") && countries(reading, tokens).len() > 1
}

/// The first party named before a noun: "American duties", "Ford’s own bill".
fn owner(reading: &Reading<'_>, tokens: Range<usize>) -> Option<EntityId> {
    let token = tokens.clone().find(|&token| party_at(reading, token).is_some())?;
    party_at(reading, token).filter(|_| !ranks_within(reading, token..tokens.end + 1))
}

/// "Europe's largest economy": a rank within the owner names another party than the owner.
pub(super) fn ranks_within(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let possessive = |i: &usize| matches!(reading.text.lower(*i), "'s" | "’s" | "'" | "’");
    let Some(mark) = tokens.clone().find(possessive) else { return false };
    let party = |head: &str| {
        head.ends_with("er")
            || head.ends_with("or")
            || matches!(head, "economy" | "company" | "group" | "firm" | "bank" | "utility" | "country" | "market")
    };
    let ranked = (mark + 1..tokens.end).any(|i| {
        let word = reading.text.lower(i);
        word.len() > 5 && word.ends_with("est")
            || matches!(word, "top" | "leading" | "most" | "main" | "sole" | "only" | "no")
    });
    ranked && party(&singular(reading.text.lower(tokens.end - 1)))
}

pub(super) fn country_of(reading: &Reading<'_>, p: usize) -> Option<EntityId> {
    let head = phrase(reading, p).head;
    country_at(reading, head)
}

/// Whose a noun is. "China tariffs" may be on or by China: a bare country name counts only where it is an abbreviation.
pub(super) fn owned(reading: &Reading<'_>, tokens: Range<usize>, tariff: bool) -> Option<EntityId> {
    if let Some(noun) = reading.clauses.phrase_of_token(tokens.start).and_then(|p| before_whose(reading, p)) {
        return party_of(reading, noun);
    }
    for token in tokens.clone() {
        if matches!(reading.text.lower(token), "its" | "their" | "his" | "her") {
            return referent(reading, token..token + 1).or_else(|| own_subject(reading, token));
        }
        let nation = matches!(reading.text.lower(token), "country" | "nation")
            && reading.text.lower(token.wrapping_sub(1)) == "the"
            && matches!(reading.text.lower(token + 1), "'s" | "’s");
        if nation && party_at(reading, token).is_none() && !ranks_within(reading, token..tokens.end + 1) {
            return the_country(reading, token - 1);
        }
        let Some(party) = party_at(reading, token) else { continue };
        let possessive = matches!(reading.text.lower(token + 1), "'s" | "’s" | "'" | "’");
        let bare = !possessive
            && kind_of(reading, party) != Some(EntityKind::Group)
            && reading.text.word(token).chars().any(char::is_lowercase);
        let adjective = reading.clauses.tags.get(token) == Some(&Tag::Adjective);
        if tariff && bare && !adjective || ranks_within(reading, token..tokens.end + 1) {
            return None;
        }
        return Some(party);
    }
    None
}

/// Whose "its" is by the subject of its clause: "it scrapped its duties".
fn own_subject(reading: &Reading<'_>, token: usize) -> Option<EntityId> {
    let item = reading.clauses.item_of(reading.clauses.phrase_of_token(token)?)?;
    let clause = reading.clauses.clause_of_item(item)?;
    let its = reading.text.lower(token) == "its";
    if its && matches!(lemma(reading, clause), "put" | "estimate" | "value" | "reckon" | "see") {
        // "Analysts put its bill at": who puts a figure on it speaks of another.
        return told_before(reading, clause);
    }
    let behind = reading.clauses.clauses[clause].item < item;
    if its && !behind {
        return told_before(reading, clause);
    }
    its.then(|| subject_of(reading, clause))?
}
