//! The program: reads its arguments and starts the command line or the window.

use clap::{Parser, Subcommand};
use readout::cli::{self, extract};
use std::path::PathBuf;
use std::process::ExitCode;

/// Reads the news so that an analyst can check it.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// Articles, folders of articles or a workspace to open in the window.
    files: Vec<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Write one record a document, as JSON Lines.
    Extract(extract::Call),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    cli::exit(match arguments.command {
        Some(Command::Extract(call)) => extract::run(&call),
        None => window(&arguments.files),
    })
}

#[cfg(feature = "gui")]
fn window(files: &[PathBuf]) -> Result<(), cli::Failure> {
    readout::app::run(files).map_err(|error| cli::Failure::Failed(format!("{error:#}")))
}

#[cfg(not(feature = "gui"))]
fn window(_files: &[PathBuf]) -> Result<(), cli::Failure> {
    Ok(())
}
