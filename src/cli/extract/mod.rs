//! `readout extract`: one record out for every document in, in the same order, in constant memory.
//!
//! ```text
//! readout extract deal.html notes.txt > records.jsonl
//! readout extract --jsonl < articles.jsonl > records.jsonl
//! ```

mod document;
mod lines;
mod stream;

pub use stream::Summary;

use super::Failure;
use document::{Reader, Source};
use jiff::civil::Date;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// How `readout extract` was called.
#[derive(Debug, Default, clap::Args)]
pub struct Call {
    /// Articles or folders of articles; with --jsonl, the file of records ("-" or none: standard input).
    pub files: Vec<PathBuf>,
    /// Read records {"id", "text", "title"?, "published"?, "source"?, "url"?, "meta"?}, one JSON object a line.
    #[arg(long)]
    pub jsonl: bool,
    /// The reference date where a document has none, as 2025-10-30.
    #[arg(long, value_name = "DATE")]
    pub published: Option<Date>,
    /// Threads to work with; one for each core when not given. The output is the same for every number.
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
    /// Your own words for goods, units, measures and more, beside those that come with the program.
    #[arg(long, value_name = "FILE")]
    pub lists: Option<PathBuf>,
    /// End with status 3 when a document could not be read.
    #[arg(long)]
    pub strict: bool,
}

/// Runs `readout extract` over standard input, output and error.
///
/// # Errors
/// When the call is wrong, or input or output fails.
pub fn run(call: &Call) -> Result<(), Failure> {
    let start = Instant::now();
    // A panic on one document is told in its record; standard error holds the summary and nothing else.
    std::panic::set_hook(Box::new(|_| {}));
    let output = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let summary = write(call, io::stdin(), output)?;
    let Summary { lines_in, lines_out, errors } = summary;
    let ms = start.elapsed().as_millis();
    let line = serde_json::json!({"in": lines_in, "out": lines_out, "errors": errors, "ms": ms});
    writeln!(io::stderr().lock(), "{line}")?;
    if call.strict && errors > 0 { Err(Failure::Strict) } else { Ok(()) }
}

/// Writes a record for each document of a call.
///
/// # Errors
/// When the call is wrong, or input or output fails.
pub fn write(call: &Call, stdin: impl Read + Send + 'static, output: impl Write) -> Result<Summary, Failure> {
    let usage = |sentence: &str| Err(Failure::Call(sentence.to_owned()));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(call.threads.unwrap_or(0)).build();
    let pool = pool.map_err(|e| Failure::Io(io::Error::other(e)))?;
    let engine = super::engine(call.lists.as_deref())?;
    let reader = Reader { engine: &engine, published: call.published };
    let read = |source: &Source| reader.read(source);
    let summary = match (call.jsonl, call.files.as_slice()) {
        (false, []) => return usage("name the articles to read, or give --jsonl to read records from standard input"),
        (false, files) => stream::write(&stream::in_batches(document::files(files)), &pool, read, output)?,
        (true, [_, _, ..]) => return usage("--jsonl takes one file, or none to read standard input"),
        (true, [file]) if file != Path::new("-") => {
            let file = File::open(file).map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", file.display())))?;
            stream::write(&lines::batches(file)?, &pool, read, output)?
        }
        (true, _) => stream::write(&lines::batches(stdin)?, &pool, read, output)?,
    };
    Ok(summary)
}
