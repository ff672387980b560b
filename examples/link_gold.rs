//! Links names that people marked, to measure linking apart from finding names.
//!
//! Reads JSON Lines `{"id", "text", "entities": [{"start", "end", "label"}]}` from standard input, with offsets in code
//! points, and writes `{"id", "mentions": [{"start", "end", "cluster"}]}` for each to standard output.
#![expect(clippy::print_stdout, reason = "a filter writes to standard output")]

use anyhow::Context;
use readout::extract::{EXTRACTORS, Engine, Hints};
use readout::record::{Certainty, EntityKind, Mention};
use readout::text::{CodePoints, Span, Text};
use serde_json::{Value, json};
use std::io::BufRead;

fn main() -> anyhow::Result<()> {
    let engine = Engine::default();
    for line in std::io::stdin().lock().lines() {
        println!("{}", linked(&engine, &line?)?);
    }
    Ok(())
}

/// The marked names of one line, each with its cluster.
pub(crate) fn linked(engine: &Engine, line: &str) -> anyhow::Result<Value> {
    let extractor = EXTRACTORS.iter().find(|e| e.id == "link").context("there is no extractor called link")?;
    let given: Value = serde_json::from_str(line)?;
    let text = Text::new(given["text"].as_str().unwrap_or_default());
    let points = CodePoints::new(text.as_str());
    let hints = Hints::default();
    let mut reading = engine.begin(&text, &hints);
    reading.record.mentions =
        given["entities"].as_array().into_iter().flatten().filter_map(|e| mention(e, &points)).collect();
    (extractor.run)(&mut reading);
    let clusters = reading.record.mentions.iter().map(|m| {
        let (start, end) = (points.from_byte(m.span.start), points.from_byte(m.span.end));
        json!({ "start": start, "end": end, "cluster": m.entity.map(|e| e.0) })
    });
    let clusters: Vec<Value> = clusters.collect();
    Ok(json!({ "id": given["id"], "mentions": clusters }))
}

/// A marked name as a mention; `None` for a kind that is not linked.
fn mention(entity: &Value, points: &CodePoints) -> Option<Mention> {
    let offset = |field: &str| entity[field].as_u64().and_then(|n| u32::try_from(n).ok()).map(|n| points.to_byte(n));
    let kind = match entity["label"].as_str()? {
        "PERSON" => EntityKind::Person,
        "ORG" => EntityKind::Organization,
        "PLACE" => EntityKind::Place,
        "NORP" => EntityKind::Group,
        _ => return None,
    };
    Some(Mention {
        span: Span::new(offset("start")?, offset("end")?),
        kind,
        entity: None,
        stands_for: None,
        certainty: Certainty::Sure,
        because: "marked by hand".to_owned(),
    })
}
