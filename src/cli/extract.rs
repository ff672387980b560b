//! `readout extract --jsonl`: one record out for every record in, in the same order, in constant memory.

use crate::extract::{Engine, Hints};
use crate::record::wire::{self, Document, SCHEMA};
use crate::text::Text;
use jiff::civil::Date;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{self, BufRead, Write};

/// Lines read before they are worked on together: enough to keep every thread busy, few enough to stay small.
const BATCH: usize = 64;

/// One line of input; other fields are ignored.
#[derive(Deserialize)]
struct Input {
    id: Value,
    text: Option<String>,
    title: Option<String>,
    published: Option<String>,
    source: Option<String>,
    url: Option<String>,
    meta: Option<Value>,
}

/// What a run did.
#[derive(Debug, Default)]
pub struct Summary {
    /// Lines read.
    pub lines_in: u64,
    /// Lines written.
    pub lines_out: u64,
    /// Lines that became an error record.
    pub errors: u64,
}

/// Reads records from `input` and writes one line for each to `output`, on as many threads as the current rayon pool has.
///
/// # Errors
/// When reading or writing fails; a record that cannot be read becomes an error record instead.
pub fn stream(
    engine: &Engine,
    published: Option<Date>,
    input: impl BufRead,
    mut output: impl Write,
) -> io::Result<Summary> {
    let mut summary = Summary::default();
    let mut lines = input.split(b'\n');
    loop {
        let batch: Vec<Vec<u8>> = lines.by_ref().take(BATCH).collect::<io::Result<_>>()?;
        if batch.is_empty() {
            output.flush()?;
            return Ok(summary);
        }
        let done: Vec<(String, bool)> = batch.par_iter().map(|line| one(engine, published, line)).collect();
        for (line, failed) in done {
            summary.lines_in += 1;
            summary.lines_out += 1;
            summary.errors += u64::from(failed);
            output.write_all(line.as_bytes())?;
            output.write_all(b"\n")?;
        }
    }
}

/// The line for one input line, and whether it is an error record.
fn one(engine: &Engine, published: Option<Date>, line: &[u8]) -> (String, bool) {
    match read(engine, published, line) {
        Ok(line) => (line, false),
        Err((id, kind, message)) => {
            (json!({"id": id, "schema": SCHEMA, "error": {"kind": kind, "message": message}}).to_string(), true)
        }
    }
}

type Refusal = (Value, &'static str, String);

fn read(engine: &Engine, default: Option<Date>, line: &[u8]) -> Result<String, Refusal> {
    let input: Input = serde_json::from_slice(line)
        .map_err(|e| (Value::Null, "bad_json", format!("The line is no record with an id and a text: {e}.")))?;
    let Some(source) = input.text else {
        return Err((input.id, "missing_text", "The record has no text.".to_owned()));
    };
    let published = match input.published.as_deref() {
        None | Some("") => default,
        Some(day) => match day.get(..10).unwrap_or(day).parse() {
            Ok(date) => Some(date),
            Err(_) => {
                return Err((input.id, "bad_date", format!("“{day}” is no date; write it as 2025-10-30.")));
            }
        },
    };
    let text = Text::new(source);
    let record = engine.extract(&text, &Hints { published });
    let published = published.map(|d| d.to_string());
    let document = Document {
        id: input.id.clone(),
        source: input.source.as_deref(),
        url: input.url.as_deref(),
        title: input.title.as_deref(),
        published: published.as_deref(),
        language: None,
        meta: input.meta.as_ref(),
    };
    wire::to_json(&document, &text, &record).map_err(|e| (input.id, "internal", e.to_string()))
}
