//! Figures: amounts with their bounds, units and what the text says of them.

use super::{Certainty, EntityId};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What sort of amount a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    /// An amount of money.
    Money,
    /// Percent, percentage points or basis points.
    Percent,
    /// An amount in a physical or commercial unit.
    Quantity,
    /// A plain number of things.
    Count,
    /// A length of time.
    Duration,
    /// The age of a person or thing.
    Age,
    /// Degrees.
    Temperature,
    /// One number to another ("three to one", "2.5 times").
    Ratio,
    /// A rank ("third").
    Ordinal,
}

/// How the words bound the amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The number itself.
    #[default]
    Exact,
    /// "about", "nearly", "some".
    About,
    /// "at least", "or more".
    AtLeast,
    /// "over", "more than".
    MoreThan,
    /// "up to", "at most".
    AtMost,
    /// "under", "less than".
    LessThan,
    /// Two ends ("18 to 25 percent").
    Range,
}

/// The direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// "rose 3%".
    Up,
    /// "fell 3%".
    Down,
}

/// How far the world has gone in what a statement says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It happened.
    Done,
    /// It holds now.
    InForce,
    /// The parties agreed to it.
    Agreed,
    /// Somebody who can do it said that they will.
    Promised,
    /// It may happen.
    Possible,
    /// It did not happen or was refused.
    Denied,
    /// Somebody says so.
    Reported,
}

impl Status {
    /// Every status, from the most to the least settled.
    pub const ALL: [Self; 7] =
        [Self::Done, Self::InForce, Self::Agreed, Self::Promised, Self::Possible, Self::Denied, Self::Reported];

    /// The words shown to people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::InForce => "in force",
            Self::Agreed => "agreed",
            Self::Promised => "promised",
            Self::Possible => "possible",
            Self::Denied => "denied",
            Self::Reported => "reported",
        }
    }
}

/// What a figure measures: a word of the published vocabulary, or a user's own from a word list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Measure(pub String);

impl Measure {
    /// The published vocabulary.
    pub const VOCABULARY: [&'static str; 23] = [
        "tariff rate",
        "purchase",
        "export",
        "import",
        "investment",
        "trade value",
        "price",
        "price change",
        "growth",
        "share",
        "quota",
        "output",
        "spending",
        "cost",
        "revenue",
        "headcount",
        "duration",
        "distance",
        "area",
        "exchange rate",
        "interest rate",
        "count",
        "other",
    ];
    /// A duty as a share of value.
    pub const TARIFF_RATE: &'static str = "tariff rate";
    /// Something bought, or promised to be.
    pub const PURCHASE: &'static str = "purchase";
    /// None of the vocabulary.
    pub const OTHER: &'static str = "other";

    /// A measure by its word.
    pub fn new(word: &str) -> Self {
        Self(word.to_owned())
    }

    /// Its word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Measure {
    fn default() -> Self {
        Self::new(Self::OTHER)
    }
}

/// The stretch of time over which a figure holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The words that name it.
    pub text: String,
    /// First day, ISO 8601, where the article's date settles it.
    pub from: Option<String>,
    /// Last day, ISO 8601.
    pub to: Option<String>,
    /// Whether the words leave the extent open ("this season").
    pub open: bool,
}

/// One amount in the text and what the text says of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The words, bound and rate included ("at least 25 million tonnes annually").
    pub span: Span,
    /// What sort of amount.
    pub kind: FigureKind,
    /// The lower end in `unit`; `None` when open or unsaid.
    pub low: Option<f64>,
    /// The upper end in `unit`; `None` when open or unsaid.
    pub high: Option<f64>,
    /// How the words bound it.
    pub bound: Bound,
    /// UCUM code, ISO 4217 code for money, "%", or "1" for a plain count.
    pub unit: String,
    /// The unit's English name in the singular.
    pub unit_name: String,
    /// The thing counted where the unit is "1".
    pub counted: Option<String>,
    /// The rate's denominator ("year", "bushel").
    pub per: Option<String>,
    /// The direction where the figure is a change.
    pub change: Option<Change>,
    /// What it measures.
    pub measure: Measure,
    /// Of what.
    pub item: Option<String>,
    /// Who acts.
    pub actor: Option<EntityId>,
    /// On whom.
    pub toward: Option<EntityId>,
    /// Over which stretch of time.
    pub window: Option<Window>,
    /// Promised, done, in force.
    pub status: Status,
    /// Who says so, where it is not the article itself.
    pub said_by: Option<EntityId>,
    /// The index of its sentence.
    pub sentence: u32,
    /// How sure the reading is.
    pub certainty: Certainty,
    /// The rule, in words.
    pub because: String,
}

impl Figure {
    /// A figure of the sentence with index `sentence` whose amount and meaning are still open.
    pub fn new(span: Span, kind: FigureKind, sentence: u32) -> Self {
        Self {
            span,
            kind,
            low: None,
            high: None,
            bound: Bound::Exact,
            unit: String::new(),
            unit_name: String::new(),
            counted: None,
            per: None,
            change: None,
            measure: Measure::default(),
            item: None,
            actor: None,
            toward: None,
            window: None,
            status: Status::Reported,
            said_by: None,
            sentence,
            certainty: Certainty::Sure,
            because: String::new(),
        }
    }

    /// The one number to draw or sort by: the low end, or the high end where the low is open.
    pub fn value(&self) -> Option<f64> {
        self.low.or(self.high)
    }
}
