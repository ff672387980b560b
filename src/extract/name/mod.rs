//! Names: people, organisations, places and other things with a name, and traded goods.
//!
//! The model of [`tagger`](super::tagger) reads each sentence for itself; the rules here know the article and the word
//! lists. In order: [`shape`] trims titles and articles and takes "China's State Council" apart; [`suffix`] reads what
//! stands after a comma ("Acme, Inc."); [`listed`] adds what the lists know and the model missed; [`frame`] reads the words beside a name, [`market`] among them those of
//! markets; [`agree`] lets all mentions of one string
//! decide together; [`headline`] reads what is written in capitals as the rest of the article has it; [`dateline`] knows
//! where a report was written; [`kind`] tells facilities, laws and events by their head nouns; [`goods`] finds
//! commodities. What the text only describes ("the company", "a former adviser") is no name.

mod agree;
mod dateline;
pub(super) mod frame;
pub(super) mod goods;
mod headline;
mod kind;
mod listed;
mod market;
mod shape;
mod suffix;

use super::reading::Reading;
use super::tagger::words::Words;
use super::tagger::{Tagged, Tagger};
use crate::record::{Certainty, EntityKind, Mention};
use crate::text::Text;
use frame::Frames;
use goods::Goods;
use std::ops::Range;

/// A model's lead below this is small: on held-out text half of such names are wrong.
const CLOSE: i32 = 1250;
/// A model's lead from here on is large: on held-out text more than nine in ten of such names are right.
const CLEAR: i32 = 3250;

/// A name on its way to becoming a mention.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    tokens: Range<usize>,
    kind: EntityKind,
    certainty: Certainty,
    because: String,
}

/// An article's words with what is known of each.
struct Page<'a> {
    text: &'a Text,
    words: &'a Words,
}

/// Adds every name of the text to the reading.
pub(super) fn run(reading: &mut Reading<'_>) {
    let found = find(reading.text, &reading.lists.names, &reading.lists.frames, &reading.lists.goods);
    reading.record.mentions.extend(found.into_iter().map(|found| Mention {
        span: reading.text.span_of(found.tokens),
        kind: found.kind,
        entity: None,
        stands_for: None,
        certainty: found.certainty,
        because: found.because,
    }));
}

/// All names of a text, in order and without overlaps.
fn find(text: &Text, tagger: &Tagger, frames: &Frames, goods: &Goods) -> Vec<Found> {
    let words = tagger.read(text);
    let page = Page { text, words: &words };
    let mut names: Vec<Found> = tagger.tag_words(text, &words).into_iter().map(Found::from).collect();
    names = shape::clean(&page, names);
    suffix::read(&page, &mut names);
    listed::add(&page, &mut names);
    frames.apply(&page, &mut names);
    agree::people(&page, &mut names);
    agree::majority(&page, &mut names);
    headline::follow(&page, &mut names);
    dateline::places(&page, &mut names);
    kind::refine(&page, &mut names);
    goods.add(&page, &mut names);
    names
}

impl From<Tagged> for Found {
    fn from(name: Tagged) -> Self {
        let (certainty, because) = match name.margin {
            ..CLOSE => (Certainty::Unsure, "the name model, by a small margin"),
            CLOSE..CLEAR => (Certainty::Likely, "the name model"),
            CLEAR.. => (Certainty::Sure, "the name model, by a large margin"),
        };
        Self { tokens: name.tokens, kind: name.kind, certainty, because: because.to_owned() }
    }
}

impl<'a> Page<'a> {
    /// The words of some tokens.
    fn slice(&self, tokens: &Range<usize>) -> &'a str {
        self.text.slice(self.text.span_of(tokens.clone()))
    }
}

/// Puts a name in its place unless another name holds one of its tokens.
fn insert(names: &mut Vec<Found>, name: Found) {
    let at = names.partition_point(|n| n.tokens.end <= name.tokens.start);
    if names.get(at).is_none_or(|next| next.tokens.start >= name.tokens.end) {
        names.insert(at, name);
    }
}

/// Whether a name holds token `i`.
fn covered(names: &[Found], i: usize) -> bool {
    let at = names.partition_point(|n| n.tokens.end <= i);
    names.get(at).is_some_and(|n| n.tokens.contains(&i))
}

#[cfg(test)]
mod tests {
    use super::{Frames, Goods, find};
    use crate::extract::tagger::Tagger;
    use crate::text::Text;
    use std::sync::LazyLock;

    static TAGGER: LazyLock<Tagger> = LazyLock::new(Tagger::builtin);

    /// The names of a text as "kind words", in order.
    pub(super) fn check(text: &str, expected: &[&str]) {
        let text = Text::new(text);
        let found: Vec<String> = find(&text, &TAGGER, &Frames::builtin(), &Goods::builtin())
            .into_iter()
            .map(|name| format!("{} {}", name.kind.name(), text.slice(text.span_of(name.tokens))))
            .collect();
        assert_eq!(found, expected, "in {:?}", text.as_str());
    }

    #[test]
    fn names_of_several_kinds() {
        check(
            "Norwegian fishermen sold salmon to Canada, Prime Minister Ingrid Olsen told Reuters in Oslo.",
            &[
                "group Norwegian",
                "commodity salmon",
                "place Canada",
                "person Ingrid Olsen",
                "organization Reuters",
                "place Oslo",
            ],
        );
        check("The company said it would hire more people in the spring.", &[]);
        check("", &[]);
    }
}
