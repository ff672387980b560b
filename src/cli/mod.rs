//! The command line: the same import and extraction as the window, without one.

pub mod extract;
pub mod read;
pub mod screen;
#[cfg(feature = "workspace")]
pub mod workspace;

use crate::extract::Engine;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// Why a command ended early.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The call itself was wrong; nothing was written.
    #[error("{0}")]
    Call(String),
    /// Input or output failed.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// What was asked for could not be done.
    #[error("{0}")]
    Failed(String),
    /// Some records are errors, and the call was strict.
    #[error("some records could not be read")]
    Strict,
}

/// Prints the error of a command, and gives the exit status that the contract promises: 0 done, 2 a wrong call, 3 bad
/// records under `--strict`, 74 input or output failed. A reader that closed the pipe wants no more, which is no error.
pub fn exit(done: Result<(), Failure>) -> ExitCode {
    let failure = match done {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Err(Failure::Strict) => return ExitCode::from(3),
        Err(failure) => failure,
    };
    complain(&failure.to_string());
    ExitCode::from(match failure {
        Failure::Call(_) => 2,
        Failure::Io(_) => 74,
        Failure::Failed(_) | Failure::Strict => 1,
    })
}

/// Says something to people, beside the output.
#[expect(clippy::print_stderr, reason = "the one place where the command line speaks to people")]
pub fn complain(sentence: &str) {
    eprintln!("readout: {sentence}");
}

/// The engine, with a user's own word lists where there are some.
fn engine(lists: Option<&Path>) -> Result<Engine, Failure> {
    let Some(path) = lists else { return Ok(Engine::default()) };
    let wrong = |why: String| Failure::Call(format!("{}: {why}", path.display()));
    let own = crate::import::word_list(path).map_err(|e| wrong(e.to_string()))?;
    let (engine, said) = Engine::with_own(&[own]);
    said.into_iter().collect::<Result<Vec<_>, _>>().map_err(wrong)?;
    Ok(engine)
}
