//! Who the subject of a clause is: a name, "it" after "the firm said", the name behind a description, the noun before "whose".

use super::antecedent;
use super::around::{Around, phrase};
use super::named::{countries, kind_of, party_at, party_of};
use super::tariff::is_country;
use super::works;
use crate::extract::clause::{Item, PhraseKind, status};
use crate::extract::link::referent;
use crate::extract::reading::Reading;
use crate::record::{EntityId, EntityKind};

/// The party that a clause's subject names; "it" after "the firm said" is the firm.
pub(in crate::extract) fn subject_of(reading: &Reading<'_>, clause: usize) -> Option<EntityId> {
    let data = &reading.clauses.clauses[clause];
    let p = data.subject?;
    let words = phrase(reading, p);
    let first = reading.text.lower(words.tokens.start);
    let by = || status::reported_by(reading, clause).and_then(|by| reading.clauses.clauses[by].subject);
    if matches!(first, "his" | "her" | "their")
        && matches!(reading.text.lower(words.head), "country" | "nation" | "people")
    {
        // "The Polish minister said his country would": told by the nationality beside the minister, else by the office
        // of whom "his" means.
        let told = by().and_then(|p| countries(reading, phrase(reading, p).tokens.clone()).first().copied());
        return told.or_else(|| referent(reading, words.tokens.start..words.tokens.start + 1));
    }
    if let Some(owner) = before_whose(reading, p) {
        return party_of(reading, owner);
    }
    if matches!(first, "his" | "her" | "my" | "our") && is_government(reading.text.lower(words.head)) {
        // "Her government has set aside $5bn": the country that she governs, by way of herself.
        return referent(reading, words.tokens.start..words.tokens.start + 1);
    }
    apposed(reading, p)
        .or_else(|| party_of(reading, p))
        .or_else(|| {
            let pronoun = words.kind == PhraseKind::Pronoun && matches!(first, "it" | "he" | "she" | "they" | "we");
            party_of(reading, by().filter(|_| pronoun)?)
        })
        .or_else(|| matches!(first, "it" | "its").then(|| told_before(reading, clause))?)
        .or_else(|| {
            // "Peru's makers face a tariff in Chile, where they sold": they are the subject before.
            let they = words.kind == PhraseKind::Pronoun && first == "they";
            party_of(reading, antecedent::of_subject(reading, clause).filter(|_| they)?)
        })
        .or_else(|| works::owner(reading, p))
        .or_else(|| data.relative.then(|| apposed_to(reading, p))?)
}

/// The noun before "whose": "Japan" of "Japan, whose carmakers sell".
pub(super) fn before_whose(reading: &Reading<'_>, p: usize) -> Option<usize> {
    let item = reading.clauses.item_of(p)?;
    let before = |n: usize| item.checked_sub(n).map(|i| reading.clauses.items[i]);
    let own = reading.text.lower(phrase(reading, p).tokens.start) == "whose";
    let whose = own || matches!(before(1), Some(Item::Subordinator(t)) if reading.text.lower(t) == "whose");
    let noun = |n: usize| before(n).and_then(|i| if let Item::Phrase(q) = i { Some(q) } else { None });
    let at = (1..=3).find(|&n| noun(n).is_some()).filter(|_| whose)?;
    // "Pernod Ricard of France, whose sales fell".
    let named = |q: &usize| reading.text.word(phrase(reading, *q).head).starts_with(char::is_uppercase);
    let of = matches!(before(at + 1), Some(Item::Preposition(t)) if reading.text.lower(t) == "of");
    let holder = noun(at + 2).filter(|q| of && at > 1 && named(q) && noun(at).as_ref().is_some_and(named));
    holder.or_else(|| noun(at))
}

/// The country that "the country" stands for: the only one that one of the last three sentences names and its own does not,
/// or the first of them that the sentence speaks of.
pub(super) fn the_country(reading: &Reading<'_>, token: usize) -> Option<EntityId> {
    let start = reading.text.tokens().get(token)?.span.start;
    let here = reading.text.sentence_at(start);
    let named = |sentence: usize| {
        let tokens = reading.text.sentences().get(sentence).map_or(0..0, |s| s.tokens.clone());
        let mut found = countries(reading, tokens.start..tokens.end.min(tokens.start + 120));
        found.retain(|&e| is_country(reading, e));
        found
    };
    let own = named(here);
    (here.saturating_sub(3)..here).rev().find_map(|sentence| named(sentence).into_iter().find(|e| !own.contains(e)))
}

fn is_government(head: &str) -> bool {
    matches!(head, "government" | "administration" | "ministry" | "department" | "cabinet" | "country" | "nation")
}

/// The party that a clause's subject names in its own words, the nationality or owner in it included.
pub(super) fn named_subject(reading: &Reading<'_>, clause: usize) -> Option<EntityId> {
    party_of(reading, reading.clauses.clauses[clause].subject?)
}

/// Who "it" is where only the sentence before can tell: the subject of that sentence, if no other party stands between.
pub(super) fn told_before(reading: &Reading<'_>, clause: usize) -> Option<EntityId> {
    let clauses = &reading.clauses;
    let byte = |c: usize| reading.text.tokens().get(clauses.verbs[c].tokens.start).map(|t| t.span.start);
    let here = reading.text.sentence_at(byte(clause)?);
    let sentences = (clause.saturating_sub(16)..clause).rev();
    let earlier = sentences.skip_while(|&c| byte(c).is_some_and(|b| reading.text.sentence_at(b) == here));
    let of_last = earlier.take_while(|&c| byte(c).is_some_and(|b| reading.text.sentence_at(b) + 1 == here));
    let named = of_last.filter(|&c| clauses.verbs[c].is_finite()).filter_map(|c| named_subject(reading, c)).last()?;
    let first = reading.text.sentences().get(here)?.tokens.start;
    let until = phrase(reading, clauses.clauses[clause].subject?).tokens.start;
    let rival = until.saturating_sub(first) > 24 || (first..until).any(|i| party_at(reading, i).is_some());
    Some(named).filter(|&e| !rival && kind_of(reading, e) != Some(EntityKind::Person))
}

/// The name in "Japan's largest utility, Jera, has agreed", which is who acts and not Japan.
fn apposed(reading: &Reading<'_>, p: usize) -> Option<EntityId> {
    let clauses = &reading.clauses;
    let item = clauses.item_of(p)?;
    let comma = |i: usize| clauses.items.get(i) == Some(&Item::Comma);
    let common = reading.text.word(clauses.phrases[p].head).starts_with(char::is_lowercase);
    if !common || !comma(item + 1) || !comma(item + 3) || !matches!(clauses.items.get(item + 4), Some(Item::Verb(_))) {
        return None;
    }
    let name = clauses.phrase_at(item + 2)?;
    party_at(reading, name.head).filter(|&e| {
        matches!(kind_of(reading, e), Some(EntityKind::Organization | EntityKind::Person))
            && reading.text.word(name.head).starts_with(char::is_uppercase)
    })
}

/// The name before "a co-operative in Leeds that has 75,000 members": what is told of a noun in apposition holds for it.
fn apposed_to(reading: &Reading<'_>, p: usize) -> Option<EntityId> {
    let clauses = &reading.clauses;
    let item = clauses.item_of(p)?;
    let comma = clauses.items.get(item.checked_sub(1)?) == Some(&Item::Comma);
    let indefinite = matches!(reading.text.lower(phrase(reading, p).tokens.start), "a" | "an" | "the");
    let mut name = item.checked_sub(2).filter(|_| comma && indefinite)?;
    while let Some(Item::Preposition(_)) = name.checked_sub(1).map(|b| clauses.items[b]) {
        name = name.checked_sub(2)?;
    }
    let named = clauses.phrase_at(name)?;
    party_at(reading, named.head).filter(|&e| {
        kind_of(reading, e) == Some(EntityKind::Organization)
            && reading.text.word(named.head).starts_with(char::is_uppercase)
    })
}

/// The subject of the figure's clause, where it names a party.
pub(super) fn subject(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let clause = around.verb_left.or(around.clause)?;
    let data = &reading.clauses.clauses[clause];
    if reading.clauses.verbs[clause].passive {
        return data.agent.and_then(|p| party_of(reading, p));
    }
    (data.item < around.item).then(|| subject_of(reading, clause))?
}
