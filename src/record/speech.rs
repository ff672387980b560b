//! Quotations and commitments: people's words and what was promised.

use super::{Certainty, EntityId, Status};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How somebody's words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteKind {
    /// In quotation marks.
    Direct,
    /// Told without quotation marks ("said that ...").
    Indirect,
}

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The words, quotation marks included where there are any.
    pub span: Span,
    /// Who says it.
    pub speaker: Option<EntityId>,
    /// The words that name the speaker here ("he", "the minister", "Trump").
    pub speaker_span: Option<Span>,
    /// The verb or phrase that introduces it ("said", "according to").
    pub cue: Option<String>,
    /// Direct or indirect.
    pub kind: QuoteKind,
    /// How sure the attribution is.
    pub certainty: Certainty,
    /// The rule, in words.
    pub because: String,
}

/// Something promised, agreed, done, possible or refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// The clause that says it.
    pub span: Span,
    /// Who is to act.
    pub actor: Option<EntityId>,
    /// The verb in its base form ("buy").
    pub action: String,
    /// Of what.
    pub object: Option<String>,
    /// How far it has gone.
    pub status: Status,
    /// Who says so.
    pub said_by: Option<EntityId>,
    /// Indexes of the figures that belong to it.
    pub figures: Vec<u32>,
    /// How sure the reading is.
    pub certainty: Certainty,
    /// The rule, in words.
    pub because: String,
}
