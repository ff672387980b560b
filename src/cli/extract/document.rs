//! One document in, one line out: a record, or an error record that says why there is none.

use crate::extract::{Engine, Hints};
use crate::import::{self, Draft, Found};
use crate::record::wire::{self, Document, SCHEMA};
use crate::text::Text;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// Where a document comes from.
#[derive(Debug)]
pub(super) enum Source {
    /// A line of JSON.
    Line(Vec<u8>),
    /// A line that was too long to keep.
    LongLine,
    /// A file.
    File(PathBuf),
    /// A file or folder that cannot be read, with the reason.
    Refused(PathBuf, String),
}

/// One line of output.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) json: String,
    /// Whether it is an error record.
    pub(super) failed: bool,
}

/// Why a document gives an error record: its id, the kind of error, and a sentence.
type Refusal = (Value, &'static str, String);

/// The documents that the arguments name.
pub(super) fn files(paths: &[PathBuf]) -> Vec<Source> {
    let each = paths.iter().flat_map(|path| {
        let Found { files, refused, .. } = import::find(std::slice::from_ref(path));
        let refused = refused.into_iter().map(|(path, why)| Source::Refused(path, why.to_string()));
        files.into_iter().map(Source::File).chain(refused)
    });
    each.collect()
}

/// Turns documents into lines.
pub(super) struct Reader<'a> {
    pub(super) engine: &'a Engine,
    pub(super) published: Option<Date>,
}

impl Reader<'_> {
    /// The line of a document.
    pub(super) fn read(&self, source: &Source) -> Line {
        let read = || match source {
            Source::Line(line) => self.line(line),
            Source::LongLine => Err((Value::Null, "too_large", "The line is longer than 16 MB.".to_owned())),
            Source::File(path) => self.file(path),
            Source::Refused(path, why) => Err((id_of(path), "unreadable", why.clone())),
        };
        let done = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
            let id = if let Source::File(path) = source { id_of(path) } else { Value::Null };
            Err((id, "internal", "Readout failed on this document; this is a fault in Readout.".to_owned()))
        });
        match done {
            Ok(json) => Line { json, failed: false },
            Err((id, kind, message)) => {
                let error = json!({"id": id, "schema": SCHEMA, "error": {"kind": kind, "message": message}});
                Line { json: error.to_string(), failed: true }
            }
        }
    }

    fn line(&self, line: &[u8]) -> Result<String, Refusal> {
        if line.is_empty() {
            return Err((Value::Null, "bad_json", "The line is empty.".to_owned()));
        }
        let mut fields: Map<String, Value> = serde_json::from_slice(line)
            .map_err(|e| (lost_id(line), "bad_json", format!("The line is no JSON object: {e}.")))?;
        let id = fields.remove("id").unwrap_or_default();
        let Some(Value::String(words)) = fields.remove("text") else {
            return Err((id, "missing_text", "The record has no “text”, or it is no string.".to_owned()));
        };
        let mut field = |name: &str| match fields.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(words)) => Ok(Some(words)),
            Some(_) => Err((id.clone(), "bad_json", format!("“{name}” must be a string."))),
        };
        let (title, day, source, url) = (field("title")?, field("published")?, field("source")?, field("url")?);
        let published = match day.as_deref() {
            None | Some("") => self.published,
            Some(day) => Some(
                date(day)
                    .ok_or_else(|| (id.clone(), "bad_date", format!("“{day}” is no date; write it as 2025-10-30.")))?,
            ),
        };
        let meta = fields.get("meta").filter(|meta| meta.is_object());
        let draft = Draft { title, text: words, url, ..Draft::default() };
        self.record(id, source.as_deref(), draft, published, meta)
    }

    fn file(&self, path: &Path) -> Result<String, Refusal> {
        let mut draft = import::file(path).map_err(|e| (id_of(path), "unreadable", e.to_string()))?;
        let published = draft.published.as_deref().and_then(date).or(self.published);
        let source = std::mem::take(&mut draft.source);
        self.record(id_of(path), Some(&source), draft, published, None)
    }

    fn record(
        &self,
        id: Value,
        source: Option<&str>,
        draft: Draft,
        published: Option<Date>,
        meta: Option<&Value>,
    ) -> Result<String, Refusal> {
        let Draft { title, text, url, .. } = draft;
        let language = draft.language.or_else(|| import::language_of(&text));
        let text = Text::new(text);
        let record = self.engine.extract(&text, &Hints { published });
        let published = published.map(|day| day.to_string());
        let document = Document {
            id,
            source,
            url: url.as_deref(),
            title: title.as_deref(),
            published: published.as_deref(),
            language: language.as_deref(),
            meta,
        };
        wire::to_json(&document, &text, &record).map_err(|e| (document.id, "internal", e.to_string()))
    }
}

/// A file's id is its name as it was given.
fn id_of(path: &Path) -> Value {
    Value::String(path.to_string_lossy().into_owned())
}

/// The day at the start of "2025-10-30" or "2025-10-30T08:15:00Z".
fn date(day: &str) -> Option<Date> {
    match day.get(10..) {
        None | Some("") => day.parse().ok(),
        Some(rest) if rest.starts_with(['T', ' ']) => day.get(..10)?.parse().ok(),
        Some(_) => None,
    }
}

/// The id of a record with a fault elsewhere in it, so that its error record can still be told from others.
fn lost_id(line: &[u8]) -> Value {
    #[derive(Deserialize)]
    struct OnlyId {
        id: Value,
    }
    serde_json::from_slice::<OnlyId>(line).map_or(Value::Null, |found| found.id)
}
