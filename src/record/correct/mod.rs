//! The analyst's corrections: values kept apart from extraction, replayed over it, and the undo history.
//!
//! A correction names its target by bytes **and** words, so that it is found again after a later engine has read the
//! text anew. Undoing one is leaving it out of the replay; there is no inverse to write.

mod entities;
mod fields;
mod label;
mod note;
mod replay;
#[cfg(test)]
mod tests;
mod time;

pub use entities::MERGED;
pub use fields::settled;
pub use note::{Note, notes};
pub use replay::{Corrected, place, published, replay};

use super::{Bound, Change, EntityKind, Measure, Status, Window};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Where a correction holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// In the article where it was made.
    #[default]
    Article,
    /// In every article of the workspace that has the same words, now and later.
    Everywhere,
}

/// A place in an article: its bytes and the words there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Target {
    /// The bytes when the correction was made.
    pub span: Span,
    /// The words there.
    pub words: String,
}

/// An entity by what extraction calls it, since ids change from one extraction to the next.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityRef {
    /// Its kind as extracted.
    pub kind: EntityKind,
    /// Its name as extracted.
    pub name: String,
}

/// The sort of mark that a correction is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// A naming of an entity.
    Mention,
    /// A figure.
    Figure,
    /// A time.
    Time,
    /// A quotation.
    Quote,
    /// A commitment.
    Commitment,
}

/// A mark that a note is on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Noted {
    /// What sort of mark.
    pub mark: MarkKind,
    /// Where it is.
    pub at: Target,
}

/// One field of a figure as the analyst wants it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum FigureField {
    /// The lower end; `None` opens it.
    Low(Option<f64>),
    /// The upper end; `None` opens it.
    High(Option<f64>),
    /// How the words bound it.
    Bound(Bound),
    /// Unit code and name.
    Unit {
        /// UCUM or ISO 4217 code, "%", or "1".
        code: String,
        /// English name in the singular.
        name: String,
    },
    /// The rate's denominator.
    Per(Option<String>),
    /// What it measures.
    Measure(Measure),
    /// Of what.
    Item(Option<String>),
    /// Who acts.
    Actor(Option<EntityRef>),
    /// On whom.
    Toward(Option<EntityRef>),
    /// How far it has gone.
    Status(Status),
    /// Who says so.
    SaidBy(Option<EntityRef>),
    /// Over which stretch of time, with the article's words for it.
    Window(Option<Window>),
    /// Whether it is a rise or a fall.
    Change(Option<Change>),
}

/// One correction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Correction {
    /// These marks are wrong: drop them.
    Reject {
        /// What sort of marks.
        mark: MarkKind,
        /// Where they are.
        at: Vec<Target>,
    },
    /// This mark is right: the review is done with it.
    Accept {
        /// What sort of mark.
        mark: MarkKind,
        /// Where it is.
        at: Target,
    },
    /// Here is a name that was missed.
    AddMention {
        /// Where.
        at: Target,
        /// Of what kind.
        kind: EntityKind,
        /// Of whom, where that is an entity already there.
        entity: Option<EntityRef>,
    },
    /// These mentions name something of another kind.
    Retype {
        /// Where they are.
        at: Vec<Target>,
        /// The right kind.
        kind: EntityKind,
        /// The entity they belong to, where that is one already there.
        entity: Option<EntityRef>,
    },
    /// Two entities are one.
    Merge {
        /// The one that goes.
        from: EntityRef,
        /// The one that stays.
        into: EntityRef,
    },
    /// An earlier merge was wrong: the two are two again, and all that happened to them since is kept.
    Unmerge {
        /// The one that went.
        from: EntityRef,
        /// The one that stayed.
        into: EntityRef,
    },
    /// Entities of several articles are one, or are two. It changes no record, only how they are counted together.
    Identify {
        /// One of them; of a single article, where the correction holds in that alone.
        one: EntityRef,
        /// The other, in other articles.
        other: EntityRef,
        /// Whether they are the same.
        same: bool,
    },
    /// Some mentions of an entity name another one, which has these words for its name.
    Split {
        /// The entity that they were joined to.
        from: EntityRef,
        /// Where they are.
        at: Vec<Target>,
    },
    /// An entity has another name.
    Rename {
        /// Which.
        entity: EntityRef,
        /// Its right name.
        name: String,
    },
    /// A figure says something else.
    EditFigure {
        /// Where it is.
        at: Target,
        /// What to change.
        fields: Vec<FigureField>,
    },
    /// Somebody else said it.
    SetSpeaker {
        /// Where the quotation is.
        at: Target,
        /// Who said it.
        speaker: Option<EntityRef>,
    },
    /// A commitment has gone further, or less far.
    SetStatus {
        /// Where the commitment is.
        at: Target,
        /// The right status.
        status: Status,
    },
    /// A time has one of its readings, or another date than was read.
    SetTime {
        /// Where the time is.
        at: Target,
        /// Its ISO 8601 / TIMEX3 value.
        value: String,
        /// First day, ISO 8601; none where it is open.
        from: Option<String>,
        /// Last day, ISO 8601; none where it is open.
        to: Option<String>,
    },
    /// The article was published on this day (ISO 8601), or nobody knows.
    SetPublished {
        /// The day.
        date: Option<String>,
    },
    /// The review of the article is done, or not after all.
    SetReviewed {
        /// Whether it is done.
        reviewed: bool,
    },
    /// A note of the analyst's: the last one on the same thing counts, and none takes it away.
    SetNote {
        /// The mark it is on; none when it is on the article.
        on: Option<Noted>,
        /// What it says.
        words: Option<String>,
    },
}

impl Correction {
    /// Whether it is about an article and not about words in it, so that it never holds everywhere.
    pub const fn of_article(&self) -> bool {
        matches!(self, Self::SetPublished { .. } | Self::SetReviewed { .. } | Self::SetNote { .. })
    }

    /// The first place that it is about, where it is about one.
    pub fn at(&self) -> Option<(MarkKind, &Target)> {
        match self {
            Self::Reject { mark, at } => Some((*mark, at.first()?)),
            Self::Accept { mark, at } => Some((*mark, at)),
            Self::AddMention { at, .. } => Some((MarkKind::Mention, at)),
            Self::Retype { at, .. } | Self::Split { at, .. } => Some((MarkKind::Mention, at.first()?)),
            Self::EditFigure { at, .. } => Some((MarkKind::Figure, at)),
            Self::SetSpeaker { at, .. } => Some((MarkKind::Quote, at)),
            Self::SetStatus { at, .. } => Some((MarkKind::Commitment, at)),
            Self::SetTime { at, .. } => Some((MarkKind::Time, at)),
            Self::SetNote { on, .. } => on.as_ref().map(|on| (on.mark, &on.at)),
            Self::Merge { .. }
            | Self::Unmerge { .. }
            | Self::Identify { .. }
            | Self::Rename { .. }
            | Self::SetPublished { .. }
            | Self::SetReviewed { .. } => None,
        }
    }
}
