//! The record: what the engine found in one article, as plain data.
//!
//! Spans are bytes of the article's text. [`wire`] writes the public format, with offsets in Unicode code points;
//! [`correct`] applies the analyst's corrections. A value that the text does not give is `None`, never invented.

pub mod correct;
mod figure;
mod name;
mod speech;
pub mod stretch;
mod time;
pub mod wire;

pub use figure::{Bound, Change, Figure, FigureKind, Measure, Status, Window};
pub use name::{Alias, Entity, EntityId, EntityKind, Mention, StandsFor};
pub use speech::{Commitment, Quote, QuoteKind};
pub use time::{Anchor, Time, TimeKind, TimeReading};

use serde::{Deserialize, Serialize};

/// How sure a rule is of what it says: three steps, not a number that would look measured, and the analyst's word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The words say it.
    #[default]
    Sure,
    /// The usual reading; another is possible.
    Likely,
    /// A guess worth a look: the review queue starts here.
    Unsure,
    /// An analyst said so.
    Checked,
}

/// Everything found in one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Who and what is named, each once.
    pub entities: Vec<Entity>,
    /// Every naming, in text order.
    pub mentions: Vec<Mention>,
    /// Every figure, in text order.
    pub figures: Vec<Figure>,
    /// Every date, time, duration and set of times, in text order.
    pub times: Vec<Time>,
    /// Every quotation, in text order.
    pub quotes: Vec<Quote>,
    /// Every commitment, outcome and refusal, in text order.
    pub commitments: Vec<Commitment>,
}

impl Record {
    /// The entity of an id.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        // The reader numbers entities from one in order; after a merge of two an id may stand elsewhere.
        let usual = (id.0 as usize).checked_sub(1).and_then(|i| self.entities.get(i)).filter(|e| e.id == id);
        usual.or_else(|| self.entities.iter().find(|e| e.id == id))
    }
}
