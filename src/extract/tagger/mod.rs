//! The statistical name tagger: a linear model over sparse features, trained by an averaged structured perceptron.
//!
//! [`word`] reads each token's form and classes, [`words`] its run and document; [`features`] makes features of it; [`model`] weighs
//! them; [`decode`] finds the best row of tags. [`corpus`] and [`train`] make the model from openly licensed corpora:
//! `cargo run --release --example train_names -- DIR`. What the model knows, and what it does badly, is in
//! `assets/names.model.md`.

pub mod corpus;
mod decode;
mod features;
mod hash;
pub(super) mod lexicon;
mod model;
pub mod tags;
pub mod train;
pub(super) mod word;
pub(super) mod words;

pub use lexicon::Lexicon;
pub use model::{CaseLexicon, Model};

use crate::record::EntityKind;
use crate::text::Text;
use decode::Scores;
use features::Features;
use std::ops::Range;
use tags::{KINDS, Place, Tag};
use words::Words;

/// A name as the model sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: EntityKind,
    /// By how much the best reading of its sentence beats the best one in which the name starts, ends or is of another
    /// kind, in units of the model.
    pub margin: i32,
}

/// The word lists and the trained weights together.
#[derive(Debug, Default)]
pub struct Tagger {
    lexicon: Lexicon,
    model: Model,
}

impl Tagger {
    /// A tagger of these lists and weights.
    pub fn new(lexicon: Lexicon, model: Model) -> Self {
        Self { lexicon, model }
    }

    /// The tagger that comes with the program.
    pub fn builtin() -> Self {
        // A model of another version finds nothing; a test makes sure that the one in the program is of this one.
        let model = Model::read(include_bytes!("../../../assets/names.model")).unwrap_or_default();
        Self::new(Lexicon::builtin(), model)
    }

    /// What is known of each token of a text, for the model and for the rules that follow it.
    pub(super) fn read(&self, text: &Text) -> Words {
        Words::new(text, &self.lexicon, &self.model.cases)
    }

    /// The names of a text, in order.
    pub fn tag(&self, text: &Text) -> Vec<Tagged> {
        self.tag_words(text, &self.read(text))
    }

    pub(super) fn tag_words(&self, text: &Text, words: &Words) -> Vec<Tagged> {
        let mut names = Vec::new();
        let mut keys = Vec::new();
        for (n, sentence) in text.sentences().iter().enumerate() {
            let features = Features::new(text, words, n);
            for island in islands(words, sentence.tokens.clone()) {
                let score = |i| {
                    keys.clear();
                    features.of(i, |key| keys.push(key));
                    self.model.score(&keys)
                };
                let scores: Vec<Scores> = island.clone().map(score).collect();
                let best = decode::best(&scores, &self.model.transitions, &[]);
                if best.path.iter().any(|&tag| tag != tags::OUTSIDE) {
                    let leads = best.leads(&scores, &self.model.transitions);
                    collect(&best.path, |i| leads[i], island.start, &mut names);
                }
            }
        }
        names
    }
}

/// More candidates than this in a row are no name but a text in capitals or a table: they are read in pieces, so that
/// scores stay small and the time in proportion to the length.
const LONGEST_ISLAND: usize = 120;

/// The rows of neighbouring candidates of a sentence. No name leaves its island.
fn islands(words: &Words, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut islands = Vec::new();
    let mut i = sentence.start;
    while i < sentence.end {
        let start = i;
        while i < sentence.end && i - start < LONGEST_ISLAND && words.get(i).candidate {
            i += 1;
        }
        if i > start {
            islands.push(start..i);
        } else {
            i += 1;
        }
    }
    islands
}

/// Adds the names that a row of tags spells, its first tag being that of token `first`.
fn collect(path: &[Tag], lead: impl Fn(usize) -> i32, first: usize, names: &mut Vec<Tagged>) {
    let mut start = 0;
    for (i, &tag) in path.iter().enumerate() {
        let Some((kind, place)) = tags::parts(tag) else { continue };
        if matches!(place, Place::Begin | Place::Single) {
            start = i;
        }
        if matches!(place, Place::End | Place::Single) {
            let margin = if start == i { lead(i) } else { lead(start).min(lead(i)) };
            names.push(Tagged { tokens: first + start..first + i + 1, kind: KINDS[kind], margin });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tagger;
    use crate::text::Text;
    use std::sync::LazyLock;

    static TAGGER: LazyLock<Tagger> = LazyLock::new(Tagger::builtin);

    /// The names that the model itself finds, before any rule.
    fn check(text: &str, expected: &[&str]) {
        let text = Text::new(text);
        let tell = |name: super::Tagged| format!("{} {}", name.kind.name(), text.slice(text.span_of(name.tokens)));
        let found: Vec<String> = TAGGER.tag(&text).into_iter().map(tell).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_model_is_of_this_version() {
        check(
            "Maria Lopez of the University of Lisbon flew to Brazil.",
            &["person Maria Lopez", "organization University of Lisbon", "place Brazil"],
        );
        check("Nothing is named here.", &[]);
        check("", &[]);
    }

    #[test]
    fn any_prefix_is_read() {
        let text = "“É Prime Minister O’Neill-Ñandú (U.S.) of AT&T—«Kim Jong-il» 中国 said…";
        for (i, _) in text.char_indices() {
            TAGGER.tag(&Text::new(text.get(..i).unwrap_or("")));
        }
    }
}
