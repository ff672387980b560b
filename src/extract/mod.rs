//! Reads a text: [`Engine::extract`] turns a [`Text`] and what is known of it into a [`Record`].
//!
//! One extractor a folder, run in the order of [`EXTRACTORS`]; each reads what those before it found. Extraction is pure
//! and total: no error, no file, no clock, no thread, and the same bytes for the same text every time.

pub mod clause;
pub mod commitment;
mod figure;
pub mod link;
pub mod lists;
pub mod measure;
mod name;
pub mod quote;
mod reading;
mod resolve;
mod table;
pub mod tagger;
mod time;

pub use reading::{Hints, Reading};

use crate::record::Record;
use crate::text::Text;
use link::across::{Across, Answer, Digest};
use lists::Lists;

/// One step of reading.
pub struct Extractor {
    /// Its short name.
    pub id: &'static str,
    /// What it finds, in a sentence.
    pub finds: &'static str,
    /// Adds what it finds to the reading.
    pub run: fn(&mut Reading<'_>),
}

/// Every extractor, in the order in which they run.
pub const EXTRACTORS: &[Extractor] = &[
    Extractor { id: "time", finds: "Dates, times of day, durations and repetitions.", run: time::run },
    Extractor { id: "figure", finds: "Amounts with their bounds, units and rates.", run: figure::run },
    Extractor { id: "name", finds: "People, organisations, places and other names.", run: name::run },
    Extractor { id: "link", finds: "Which mentions name the same entity.", run: link::run },
    Extractor { id: "quote", finds: "Quotations and who says them.", run: quote::run },
    Extractor { id: "clause", finds: "Who does what in each sentence, for the two that follow.", run: clause::run },
    Extractor {
        id: "measure",
        finds: "What a figure measures, of what, by whom and over which time.",
        run: measure::run,
    },
    Extractor { id: "commitment", finds: "What was promised, agreed, done or refused.", run: commitment::run },
    Extractor { id: "resolve", finds: "Drops what overlaps, and puts all in text order.", run: resolve::run },
];

/// The word lists and models, loaded once and shared by all readings.
#[derive(Debug)]
pub struct Engine {
    lists: Lists,
}

impl Engine {
    /// An engine with these word lists.
    pub fn new(lists: Lists) -> Self {
        Self { lists }
    }

    /// An engine with a user's own rows besides the built-in lists, in the form of [`Lists::extend`]. Says of each text
    /// how many rows it has, or what is wrong with it: then it is left out whole, for half a list misleads.
    pub fn with_own<T: AsRef<str>>(texts: &[T]) -> (Self, Vec<Result<usize, String>>) {
        let mut lists = Lists::builtin();
        let said: Vec<_> = texts.iter().map(|text| lists.extend(text.as_ref())).collect();
        if said.iter().any(Result::is_err) {
            lists = Lists::builtin();
            for (text, _) in texts.iter().zip(&said).filter(|(_, said)| said.is_ok()) {
                // It was taken whole a moment ago.
                lists.extend(text.as_ref()).unwrap_or_default();
            }
        }
        (Self::new(lists), said)
    }

    /// A reading in which the numbers are read and nothing else is found yet, for running extractors one by one.
    pub fn begin<'a>(&'a self, text: &'a Text, hints: &'a Hints) -> Reading<'a> {
        Reading::new(text, hints, &self.lists)
    }

    /// Who is meant across articles, by what each tells of its entities and what the analyst has said.
    pub fn across<'a>(
        &self,
        articles: impl IntoIterator<Item = &'a Digest>,
        answers: impl IntoIterator<Item = Answer<'a>>,
    ) -> Across {
        link::across::join(&self.lists.link, articles, answers)
    }

    /// Everything found in `text`.
    pub fn extract(&self, text: &Text, hints: &Hints) -> Record {
        let mut reading = self.begin(text, hints);
        for extractor in EXTRACTORS {
            (extractor.run)(&mut reading);
        }
        reading.record
    }
}

impl Default for Engine {
    fn default() -> Self {
        Self::new(Lists::builtin())
    }
}
