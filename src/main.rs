//! The program: reads its arguments and starts the command line or the window.

use clap::{Parser, Subcommand};
use readout::cli::{self, extract, read};
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
    /// Print what an article says: figures, charts, names, quotations and commitments.
    Read(read::Call),
    /// Export a workspace as JSON, or import one.
    #[cfg(feature = "workspace")]
    #[command(subcommand)]
    Workspace(cli::workspace::Call),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    cli::exit(match arguments.command {
        Some(Command::Extract(call)) => extract::run(&call),
        Some(Command::Read(call)) => read::run(&call),
        #[cfg(feature = "workspace")]
        Some(Command::Workspace(call)) => cli::workspace::run(&call),
        None => window(arguments.files),
    })
}

/// Opens the window, or prints the reading where there is no display.
#[cfg(feature = "gui")]
fn window(files: Vec<PathBuf>) -> Result<(), cli::Failure> {
    use readout::cli::screen;
    if !screen::has_display() {
        cli::complain(screen::NO_DISPLAY);
        return read::or_sample(files);
    }
    // A library of the desktop that is missing panics deep inside a dependency.
    let run = std::panic::catch_unwind(|| readout::app::run(&files));
    let error = match run {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(error)) => format!("{error:#}"),
        Err(panic) => {
            let words = panic.downcast_ref::<String>().cloned();
            words.or_else(|| panic.downcast_ref::<&str>().map(|&words| words.to_owned())).unwrap_or_default()
        }
    };
    Err(cli::Failure::Failed(screen::explain(&error)))
}

/// This build has no window: prints the reading.
#[cfg(not(feature = "gui"))]
fn window(files: Vec<PathBuf>) -> Result<(), cli::Failure> {
    cli::complain("this build has no window, so the reading is printed instead");
    read::or_sample(files)
}
