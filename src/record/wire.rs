//! The public format of a record: one JSON object, offsets in Unicode code points.
//!
//! This is one of the two borders where byte offsets become character offsets. A change of meaning raises the number in
//! [`SCHEMA`]; fields are only ever added.

use super::{
    Alias, Anchor, Bound, Certainty, Change, Commitment, Entity, EntityId, EntityKind, Figure, FigureKind, Measure,
    Mention, Quote, QuoteKind, Record, StandsFor, Status, Time, TimeKind, TimeReading, Window,
};
use crate::text::{CodePoints, Span, Text};
use serde::{Serialize, Serializer};

/// The name and version of the format.
pub const SCHEMA: &str = "readout.record/1";

/// What is known of the document itself.
#[derive(Clone, Debug, Default)]
pub struct Document<'a> {
    /// The caller's id, echoed unchanged: a string or a number.
    pub id: serde_json::Value,
    /// File name or publisher.
    pub source: Option<&'a str>,
    /// Address of the page.
    pub url: Option<&'a str>,
    /// Title.
    pub title: Option<&'a str>,
    /// The reference date, ISO 8601.
    pub published: Option<&'a str>,
    /// ISO 639-1 code of the language of the text, where it was recognised.
    pub language: Option<&'a str>,
    /// The caller's own object, passed through.
    pub meta: Option<&'a serde_json::Value>,
}

/// One line of output for one document: the record as a JSON object without a line break.
///
/// # Errors
/// Only when a value cannot be written as JSON, which no extractor produces.
pub fn to_json(document: &Document<'_>, text: &Text, record: &Record) -> serde_json::Result<String> {
    let border = Border { points: CodePoints::new(text.as_str()), text };
    serde_json::to_string(&Line {
        schema: SCHEMA,
        engine: env!("CARGO_PKG_VERSION"),
        id: &document.id,
        source: document.source,
        url: document.url,
        title: document.title,
        published: document.published,
        language: document.language,
        text: text.as_str(),
        sentences: text.sentences().iter().map(|s| border.ends(s.span)).collect(),
        entities: record.entities.iter().map(entity).collect(),
        mentions: record.mentions.iter().map(|m| border.mention(m)).collect(),
        figures: record.figures.iter().map(|f| border.figure(f)).collect(),
        times: record.times.iter().map(|t| border.time(t)).collect(),
        quotes: record.quotes.iter().map(|q| border.quote(q)).collect(),
        commitments: record.commitments.iter().map(|c| border.commitment(c)).collect(),
        meta: document.meta,
    })
}

#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    engine: &'static str,
    id: &'a serde_json::Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    title: Option<&'a str>,
    published: Option<&'a str>,
    language: Option<&'a str>,
    text: &'a str,
    sentences: Vec<[u32; 2]>,
    entities: Vec<WireEntity<'a>>,
    mentions: Vec<WireMention<'a>>,
    figures: Vec<WireFigure<'a>>,
    times: Vec<WireTime<'a>>,
    quotes: Vec<WireQuote<'a>>,
    commitments: Vec<WireCommitment<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meta: Option<&'a serde_json::Value>,
}

/// An entity's id as written: "e1".
struct Id(EntityId);

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("e{}", self.0.0))
    }
}

/// A number without a needless fraction: 25000000, not 25000000.0.
struct Number(f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // 2^53: up to here every whole number has an exact double.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if self.0.fract() == 0.0 && self.0.abs() < EXACT {
            #[expect(clippy::cast_possible_truncation, reason = "a whole number within the exact range of both types")]
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

#[derive(Serialize)]
struct WireEntity<'a> {
    id: Id,
    kind: EntityKind,
    name: &'a str,
    roles: &'a [String],
    aliases: &'a [Alias],
}

#[derive(Serialize)]
struct WireMention<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    kind: EntityKind,
    entity: Option<Id>,
    stands_for: Option<StandsFor>,
    certainty: Certainty,
    because: &'a str,
}

#[derive(Serialize)]
struct WireFigure<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    kind: FigureKind,
    low: Option<Number>,
    high: Option<Number>,
    bound: Bound,
    unit: &'a str,
    unit_name: &'a str,
    counted: Option<&'a str>,
    per: Option<&'a str>,
    change: Option<Change>,
    measure: &'a Measure,
    item: Option<&'a str>,
    actor: Option<Id>,
    toward: Option<Id>,
    window: Option<&'a Window>,
    status: Status,
    said_by: Option<Id>,
    sentence: u32,
    certainty: Certainty,
    because: &'a str,
}

#[derive(Serialize)]
struct WireTime<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    kind: TimeKind,
    value: Option<&'a str>,
    r#mod: Option<&'a str>,
    from: Option<&'a str>,
    to: Option<&'a str>,
    anchor: Option<Anchor>,
    readings: &'a [TimeReading],
    certainty: Certainty,
    because: &'a str,
}

#[derive(Serialize)]
struct WireQuote<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    speaker: Option<Id>,
    speaker_at: Option<[u32; 2]>,
    cue: Option<&'a str>,
    kind: QuoteKind,
    certainty: Certainty,
    because: &'a str,
}

#[derive(Serialize)]
struct WireCommitment<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    actor: Option<Id>,
    action: &'a str,
    object: Option<&'a str>,
    status: Status,
    said_by: Option<Id>,
    figures: &'a [u32],
    certainty: Certainty,
    because: &'a str,
}

fn entity(e: &Entity) -> WireEntity<'_> {
    WireEntity { id: Id(e.id), kind: e.kind, name: &e.name, roles: &e.roles, aliases: &e.aliases }
}

/// Turns spans into code points and words.
struct Border<'a> {
    points: CodePoints,
    text: &'a Text,
}

impl<'a> Border<'a> {
    fn ends(&self, span: Span) -> [u32; 2] {
        [self.points.from_byte(span.start), self.points.from_byte(span.end)]
    }

    fn mention(&self, m: &'a Mention) -> WireMention<'a> {
        let [start, end] = self.ends(m.span);
        WireMention {
            start,
            end,
            text: self.text.slice(m.span),
            kind: m.kind,
            entity: m.entity.map(Id),
            stands_for: m.stands_for,
            certainty: m.certainty,
            because: &m.because,
        }
    }

    fn figure(&self, f: &'a Figure) -> WireFigure<'a> {
        let [start, end] = self.ends(f.span);
        WireFigure {
            start,
            end,
            text: self.text.slice(f.span),
            kind: f.kind,
            low: f.low.map(Number),
            high: f.high.map(Number),
            bound: f.bound,
            unit: &f.unit,
            unit_name: &f.unit_name,
            counted: f.counted.as_deref(),
            per: f.per.as_deref(),
            change: f.change,
            measure: &f.measure,
            item: f.item.as_deref(),
            actor: f.actor.map(Id),
            toward: f.toward.map(Id),
            window: f.window.as_ref(),
            status: f.status,
            said_by: f.said_by.map(Id),
            sentence: f.sentence,
            certainty: f.certainty,
            because: &f.because,
        }
    }

    fn time(&self, t: &'a Time) -> WireTime<'a> {
        let [start, end] = self.ends(t.span);
        WireTime {
            start,
            end,
            text: self.text.slice(t.span),
            kind: t.kind,
            value: t.value.as_deref(),
            r#mod: t.modifier.as_deref(),
            from: t.from.as_deref(),
            to: t.to.as_deref(),
            anchor: t.anchor,
            readings: &t.readings,
            certainty: t.certainty,
            because: &t.because,
        }
    }

    fn quote(&self, q: &'a Quote) -> WireQuote<'a> {
        let [start, end] = self.ends(q.span);
        WireQuote {
            start,
            end,
            text: self.text.slice(q.span),
            speaker: q.speaker.map(Id),
            speaker_at: q.speaker_span.map(|s| self.ends(s)),
            cue: q.cue.as_deref(),
            kind: q.kind,
            certainty: q.certainty,
            because: &q.because,
        }
    }

    fn commitment(&self, c: &'a Commitment) -> WireCommitment<'a> {
        let [start, end] = self.ends(c.span);
        WireCommitment {
            start,
            end,
            text: self.text.slice(c.span),
            actor: c.actor.map(Id),
            action: &c.action,
            object: c.object.as_deref(),
            status: c.status,
            said_by: c.said_by.map(Id),
            figures: &c.figures,
            certainty: c.certainty,
            because: &c.because,
        }
    }
}
