//! Readout reads the news so that an analyst can check it.
//!
//! Five steps, each a module that knows only those before it:
//!
//! 1. [`import`] turns the bytes of a file into an article: text, title, date, source.
//! 2. [`text`] splits the text into tokens, sentences and paragraphs and reads its numbers.
//! 3. [`extract`] finds names, figures, times, quotations and commitments: a [`record`].
//! 4. `workspace` keeps articles and the analyst's corrections in one file; a correction is a value that is replayed
//!    over what extraction found.
//! 5. `ui` shows it all in a window, [`chart`] draws the figures, [`cli`] writes records and readings without a window.
//!
//! What never happens, and where a test watches over it: no window library below `ui`; no file, clock, thread or
//! global in `text`, `extract`, `record` and `chart`; extraction has no error; a view cannot change state, it returns
//! intents; no change of articles or corrections outside `Workspace::apply`; nothing derived exists only in a file.

#[cfg(feature = "gui")]
pub mod app;
pub mod chart;
pub mod cli;
pub mod export;
pub mod extract;
pub mod import;
pub mod record;
pub mod text;
#[cfg(feature = "gui")]
pub mod ui;
#[cfg(feature = "workspace")]
pub mod workspace;
