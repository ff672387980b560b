//! The program from outside: workspace files, the command line, and the rules of the house.
#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail, and reads and writes files")]

mod cli;
mod golden;
mod import;
mod tidy;
#[cfg(feature = "gui")]
mod views;
#[cfg(feature = "gui")]
mod window;
#[cfg(feature = "workspace")]
mod workspace;
