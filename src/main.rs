//! The program: reads its arguments and starts the command line or the window.

use clap::{Parser, Subcommand};
use readout::cli::extract;
use readout::extract::Engine;
use std::io;
use std::process::ExitCode;

/// Reads the news so that an analyst can check it.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Write one record a document, as JSON Lines.
    Extract {
        /// Read records from standard input, one JSON object a line.
        #[arg(long)]
        jsonl: bool,
        /// The reference date where a document has none.
        #[arg(long)]
        published: Option<jiff::civil::Date>,
        /// Worker threads.
        #[arg(long, default_value_t = 0)]
        threads: usize,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command {
        Some(Command::Extract { published, threads, .. }) => {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            let engine = Engine::default();
            let run =
                || extract::stream(&engine, published, io::stdin().lock(), io::BufWriter::new(io::stdout().lock()));
            match pool {
                Ok(_pool) if run().is_ok() => ExitCode::SUCCESS,
                _ => ExitCode::from(74),
            }
        }
        None => ExitCode::SUCCESS,
    }
}
