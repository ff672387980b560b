//! Quotations: whose words stand in quotation marks, and what the article says that somebody said.
//!
//! Direct and partial quotations in any marks and over paragraphs, with the speaker before, after or within; the said
//! clause of indirect speech, as far as it stands outside the marks. Titles, nicknames and terms in marks are no speech.
//!
//! ```text
//! “This is a good deal,” said Robert Lighthizer      direct, Robert Lighthizer
//! Beijing said both sides had agreed                 indirect "both sides had agreed", China
//! ```

mod attribute;
mod cue;
mod indirect;
pub mod marks;
mod speaker;
mod telling;

pub use cue::SpeechVerbs;

use super::Reading;

/// Adds what it finds to the reading.
pub(super) fn run(reading: &mut Reading<'_>) {
    let scene = speaker::Scene::new(reading, marks::quoted(reading.text));
    let tellings = telling::tellings(&scene);
    let mut quotes = attribute::direct(&scene, &tellings);
    quotes.extend(indirect::indirect(&scene, &tellings));
    quotes.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
    reading.record.quotes = quotes;
}
