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
    let link = EXTRACTORS.iter().find(|e| e.id == "link").context("there is no extractor called link")?;
    for line in std::io::stdin().lock().lines() {
        let given: Value = serde_json::from_str(&line?)?;
        let text = Text::new(given["text"].as_str().unwrap_or_default());
        let points = CodePoints::new(text.as_str());
        let hints = Hints::default();
        let mut reading = engine.begin(&text, &hints);
        reading.record.mentions =
            given["entities"].as_array().into_iter().flatten().filter_map(|e| mention(e, &points)).collect();
        (link.run)(&mut reading);
        let linked: Vec<Value> = reading
            .record
            .mentions
            .iter()
            .map(|m| {
                let (start, end) = (points.from_byte(m.span.start), points.from_byte(m.span.end));
                json!({ "start": start, "end": end, "cluster": m.entity.map(|e| e.0) })
            })
            .collect();
        println!("{}", json!({ "id": given["id"], "mentions": linked }));
    }
    Ok(())
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
