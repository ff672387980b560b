//! `readout workspace`: whole workspaces as JSON, for keeping under version control and for other programs.

use super::{Failure, complain};
use crate::workspace::{Error, Workspace};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// What to do with a workspace.
#[derive(Debug, clap::Subcommand)]
pub enum Call {
    /// Write all articles and corrections as JSON to standard output.
    Export {
        /// The workspace.
        workspace: PathBuf,
    },
    /// Take exported articles and corrections in.
    Import {
        /// The exported JSON ("-": standard input).
        json: PathBuf,
        /// The workspace; a new one is made when there is none.
        #[arg(long)]
        into: PathBuf,
    },
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Failed(error.to_string())
    }
}

/// Runs `readout workspace` over standard input and output.
///
/// # Errors
/// When the workspace or the JSON cannot be read or written.
pub fn run(call: &Call) -> Result<(), Failure> {
    match call {
        Call::Export { workspace } => {
            let json = Workspace::open_read_only(workspace)?.export_json()?;
            let mut output = io::stdout().lock();
            output.write_all(json.as_bytes())?;
            output.flush()?;
        }
        Call::Import { json, into } => {
            let json = read(json)?;
            let made = !into.exists();
            let mut workspace = if made { Workspace::create(into)? } else { Workspace::open(into)? };
            match workspace.import_json(&json) {
                Ok(applied) => {
                    workspace.save()?;
                    let (new, known) = (applied.imported.len(), applied.duplicates.len());
                    complain(&format!("{new} articles imported, {known} there already"));
                }
                Err(error) => {
                    if made {
                        workspace.discard()?;
                    }
                    return Err(error.into());
                }
            }
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, Failure> {
    let mut json = String::new();
    if path == Path::new("-") {
        io::stdin().read_to_string(&mut json)?;
    } else {
        let named = |e: io::Error| io::Error::new(e.kind(), format!("{}: {e}", path.display()));
        File::open(path).and_then(|mut file| file.read_to_string(&mut json)).map_err(named)?;
    }
    Ok(json)
}
