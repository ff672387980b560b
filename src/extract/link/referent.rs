//! What a stretch of words refers to: a name, a pronoun ("he"), or a description ("the company").

use crate::extract::reading::Reading;
use crate::record::{EntityId, EntityKind, Mention, QuoteKind};
use crate::text::Text;
use std::ops::Range;

/// Words that are no name but refer to an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referent {
    /// The tokens of the pronoun or description.
    pub tokens: Range<usize>,
    /// Whom it refers to.
    pub entity: EntityId,
}

/// Bodies of a state, and those who speak for it: "the Chinese foreign ministry" and "Canada's government" are read as the
/// country.
pub const STATE_BODIES: &[&str] = &[
    "administration",
    "authorities",
    "cabinet",
    "customs",
    "delegation",
    "diplomats",
    "embassy",
    "government",
    "governments",
    "leadership",
    "ministry",
    "negotiators",
    "official",
    "officials",
    "parliament",
    "regulators",
    "side",
];

/// The entity that a noun phrase refers to: the one that its last words name, the one that its pronoun or description
/// stands for, or the country of a state body ("the British government"). `None` where the phrase is about something else
/// ("Canadian smelters"), or where nobody can tell.
pub fn referent(reading: &Reading<'_>, tokens: Range<usize>) -> Option<EntityId> {
    let last = tokens.end.checked_sub(1).filter(|&last| last >= tokens.start)?;
    let word = reading.text.lower(last);
    mention_over(reading.text, &reading.record.mentions, last)
        .and_then(|m| m.entity)
        .or_else(|| {
            let i = reading.referents.partition_point(|r| r.tokens.end <= last);
            reading.referents.get(i).filter(|r| r.tokens.contains(&last)).map(|r| r.entity)
        })
        .or_else(|| STATE_BODIES.contains(&word).then(|| owner(reading, tokens.clone())).flatten())
        .or_else(|| {
            matches!(word, "i" | "me" | "my" | "we" | "us" | "our").then(|| quoted_speaker(reading, last)).flatten()
        })
}

/// Whose the thing is that a noun phrase names: the country, organisation or person told in it before its last word
/// ("Canadian smelters", "Mexico's economy minister", "his government").
pub fn owner(reading: &Reading<'_>, tokens: Range<usize>) -> Option<EntityId> {
    let head = tokens.end.checked_sub(1)?;
    let owners = (tokens.start..head).rev();
    owners.take(16).find_map(|i| {
        let named = mention_over(reading.text, &reading.record.mentions, i).filter(|m| m.kind != EntityKind::Commodity);
        let told = || {
            let r = reading.referents.partition_point(|r| r.tokens.end <= i);
            reading.referents.get(r).filter(|r| r.tokens.contains(&i)).map(|r| r.entity)
        };
        named.and_then(|m| m.entity).or_else(told)
    })
}

/// The speaker of the direct quotation that holds a token: who "I" and "we" are.
fn quoted_speaker(reading: &Reading<'_>, token: usize) -> Option<EntityId> {
    let span = reading.text.tokens().get(token)?.span;
    let after = reading.record.quotes.partition_point(|q| q.span.start <= span.start);
    let (before, _) = reading.record.quotes.split_at(after);
    before.iter().rev().take(3).find(|q| q.kind == QuoteKind::Direct && q.span.contains(span))?.speaker
}

/// The longest mention that covers a token. Mentions are in text order, and few start before a token and reach over it.
fn mention_over<'a>(text: &Text, mentions: &'a [Mention], token: usize) -> Option<&'a Mention> {
    let span = text.tokens().get(token)?.span;
    let after = mentions.partition_point(|m| m.span.start <= span.start);
    let (before, _) = mentions.split_at(after);
    before.iter().rev().take(4).filter(|m| m.span.contains(span)).max_by_key(|m| m.span.len())
}
