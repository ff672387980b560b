//! Dates, times of day, durations and sets of times.

use super::Certainty;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// The TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeKind {
    /// A day or a longer stretch of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A repetition ("every Tuesday").
    Set,
}

/// What a relative time was resolved against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// The words say it all.
    Text,
    /// The article's date.
    Published,
    /// The dateline in the text.
    Dateline,
    /// Another time named before it.
    Earlier,
}

/// One way to read a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeReading {
    /// ISO 8601 / TIMEX3 value.
    pub value: String,
    /// First day, ISO 8601.
    pub from: Option<String>,
    /// Last day, ISO 8601.
    pub to: Option<String>,
    /// Why one would read it so.
    pub because: String,
}

/// One time expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// The words.
    pub span: Span,
    /// The TIMEX3 type.
    pub kind: TimeKind,
    /// ISO 8601 / TIMEX3 value; `None` when it needs a date that is not known. "a/b" runs from a to b: days and longer
    /// stretches count in full at both ends, times of day as moments. "a/" and "/b" are open on the other side: "a/" starts
    /// with a, "/b" stops at b, and `to` says whether that day itself counts.
    pub value: Option<String>,
    /// TIMEX3 mod ("START", "END", "APPROX", ...).
    pub modifier: Option<String>,
    /// First day, ISO 8601.
    pub from: Option<String>,
    /// Last day, ISO 8601.
    pub to: Option<String>,
    /// What it was resolved against; `None` when it needs the article's date and there is none.
    pub anchor: Option<Anchor>,
    /// All readings where there is more than one; empty otherwise. The first is the one in `value`.
    pub readings: Vec<TimeReading>,
    /// How sure the reading is.
    pub certainty: Certainty,
    /// The rule and its anchor, in words.
    pub because: String,
}

impl Time {
    /// A time that is not resolved.
    pub fn new(span: Span, kind: TimeKind) -> Self {
        Self {
            span,
            kind,
            value: None,
            modifier: None,
            from: None,
            to: None,
            anchor: None,
            readings: Vec::new(),
            certainty: Certainty::Sure,
            because: String::new(),
        }
    }

    /// Whether it needs the article's date, which is not known.
    pub const fn waits(&self) -> bool {
        self.anchor.is_none() && self.value.is_none()
    }
}
