//! What a stretch of words refers to: a name, a pronoun ("he"), or a description ("the company").

use crate::extract::Reading;
use crate::record::{EntityId, Mention};
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

/// The entity that a noun phrase refers to: the one named by its last name, or the one that its pronoun or description
/// stands for. `None` where the phrase is about something else ("Canadian smelters"), or where nobody can tell.
pub fn referent(reading: &Reading<'_>, tokens: Range<usize>) -> Option<EntityId> {
    let last = tokens.end.checked_sub(1).filter(|&last| last >= tokens.start)?;
    mention_over(reading.text, &reading.record.mentions, last).and_then(|m| m.entity).or_else(|| {
        let i = reading.referents.partition_point(|r| r.tokens.end <= last);
        reading.referents.get(i).filter(|r| r.tokens.contains(&last)).map(|r| r.entity)
    })
}

/// The longest mention that covers a token. Mentions are in text order, and few start before a token and reach over it.
fn mention_over<'a>(text: &Text, mentions: &'a [Mention], token: usize) -> Option<&'a Mention> {
    let span = text.tokens().get(token)?.span;
    let after = mentions.partition_point(|m| m.span.start <= span.start);
    let (before, _) = mentions.split_at(after);
    before.iter().rev().take(4).filter(|m| m.span.contains(span)).max_by_key(|m| m.span.len())
}
