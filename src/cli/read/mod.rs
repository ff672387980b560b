//! `readout read`: the reading of an article for people, in plain text that needs no colour.

mod sections;
mod table;

use super::{Failure, complain};
use crate::chart::Ground;
use crate::extract::{Engine, Hints};
use crate::import::{self, Draft};
use crate::text::Text;
use jiff::civil::Date;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Lines are this long where nobody says how wide the screen is.
const USUAL_WIDTH: usize = 100;

/// The article that comes with the program.
const SAMPLE: (&str, &[u8]) = ("soybeans.txt", include_bytes!("../../../assets/samples/soybeans.txt"));

/// How `readout read` was called.
#[derive(Debug, Default, clap::Args)]
pub struct Call {
    /// Articles to read ("-": standard input).
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The reference date where an article has none, as 2025-10-30.
    #[arg(long, value_name = "DATE")]
    pub published: Option<Date>,
    /// Your own words for goods, units, measures and more, beside those that come with the program.
    #[arg(long, value_name = "FILE")]
    pub lists: Option<PathBuf>,
    /// Characters a line; the width of the terminal when not given.
    #[arg(long, value_name = "N")]
    pub width: Option<usize>,
}

/// Runs `readout read` over standard output and error.
///
/// # Errors
/// When an article could not be read, after the others, or when output fails.
pub fn run(call: &Call) -> Result<(), Failure> {
    let engine = super::engine(call.lists.as_deref())?;
    let width = call.width.unwrap_or_else(terminal_width);
    let mut output = io::stdout().lock();
    let mut failed = 0;
    for (n, path) in call.files.iter().enumerate() {
        match draft(path) {
            Ok(draft) => {
                let gap = if n == 0 { "" } else { "\n\n" };
                write!(output, "{gap}{}", reading(&engine, &draft, call.published, width))?;
            }
            Err(refusal) => {
                failed += 1;
                complain(&format!("{}: {refusal}", path.display()));
            }
        }
    }
    output.flush()?;
    if failed == 0 {
        Ok(())
    } else {
        Err(Failure::Failed(format!("{failed} of {} could not be read", call.files.len())))
    }
}

/// Reads these files, or the sample article when there are none.
///
/// # Errors
/// As for [`run`].
pub fn or_sample(files: Vec<PathBuf>) -> Result<(), Failure> {
    if !files.is_empty() {
        return run(&Call { files, ..Call::default() });
    }
    let draft = import::bytes_of(SAMPLE.0, SAMPLE.1).map_err(|refusal| Failure::Failed(refusal.to_string()))?;
    io::stdout().lock().write_all(reading(&Engine::default(), &draft, None, terminal_width()).as_bytes())?;
    Ok(())
}

/// The reading of an article, in lines of about `width` characters.
pub fn reading(engine: &Engine, draft: &Draft, published: Option<Date>, width: usize) -> String {
    let published = draft.published.as_deref().and_then(|day| day.parse().ok()).or(published);
    let text = Text::new(draft.text.as_str());
    let record = engine.extract(&text, &Hints { published });
    sections::all(draft, published, Ground { text: &text, record: &record }, width.clamp(40, 200))
}

/// The width of the terminal that the output goes to.
pub fn terminal_width() -> usize {
    let columns = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    terminal.or_else(columns).unwrap_or(USUAL_WIDTH)
}

fn draft(path: &Path) -> Result<Draft, import::Refusal> {
    if path != Path::new("-") {
        return import::file(path);
    }
    let mut bytes = Vec::new();
    let read = io::stdin().take(import::LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|e| import::Refusal::Io(e.to_string()))?;
    import::bytes_of("standard input", &bytes)
}
