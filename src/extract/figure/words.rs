//! Classes of words that the readers of figures look for, from `assets/lists/figure_words.tsv`.

use rustc_hash::FxHashMap;

/// What a word does beside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Words that end a noun phrase.
    Stop,
    /// Words between a number and its noun that say nothing of the thing.
    Empty,
    /// Words that make the number after them a label.
    Label,
    /// Names that a number follows as a part of them.
    Name,
    /// Names of months.
    Month,
    /// Nouns after "one" that make it a manner of speaking.
    OneIdiom,
    /// Words of a rise.
    Up,
    /// Words of a fall.
    Down,
    /// Words of a change whose ends "from" and "to" tell.
    Moving,
    /// Nouns besides units that "a" makes a rate.
    PerNoun,
    /// Words that say that the talk is of temperature.
    Warmth,
    /// Words that may stand between a number and its unit.
    BeforeUnit,
    /// Words that may stand between a bound and its number.
    Filler,
    /// Words that shade a bound and change nothing.
    Shade,
    /// Words before "over two years" that ask for a length of time.
    AsksLength,
    /// Words that say that the talk is of a price.
    Price,
    /// Words that say that the talk is of speed.
    Speed,
    /// Words after "times" that compare.
    Compares,
    /// Words after an amount that make it a rise.
    Rise,
    /// Words after an amount that make it a fall.
    Fall,
    /// Words between a verb of change and its amount.
    Degree,
    /// Verbs that “up” and “down” change the meaning of.
    Phrasal,
    /// Words after which “about” gives a topic.
    Topic,
    /// Words that end or open the name of a street.
    Street,
    /// Numbers that are jets in a text about their maker.
    Jet,
    /// Verbs of harm before the number of those harmed.
    Harms,
    /// Participles and adjectives of harm after the number of those harmed.
    Harmed,
}

const NAMES: &[(&str, Class)] = &[
    ("stop", Class::Stop),
    ("empty", Class::Empty),
    ("label", Class::Label),
    ("name", Class::Name),
    ("month", Class::Month),
    ("one_idiom", Class::OneIdiom),
    ("up", Class::Up),
    ("down", Class::Down),
    ("moving", Class::Moving),
    ("per_noun", Class::PerNoun),
    ("warmth", Class::Warmth),
    ("before_unit", Class::BeforeUnit),
    ("filler", Class::Filler),
    ("shade", Class::Shade),
    ("asks_length", Class::AsksLength),
    ("price", Class::Price),
    ("speed", Class::Speed),
    ("compares", Class::Compares),
    ("rise", Class::Rise),
    ("fall", Class::Fall),
    ("degree", Class::Degree),
    ("phrasal", Class::Phrasal),
    ("topic", Class::Topic),
    ("street", Class::Street),
    ("jet", Class::Jet),
    ("harms", Class::Harms),
    ("harmed", Class::Harmed),
];

/// Every word with its classes.
#[derive(Debug, Default)]
pub(super) struct Classes {
    words: FxHashMap<Box<str>, u32>,
}

impl Classes {
    /// Whether a word, in lower case, is in a class.
    pub(super) fn has(&self, class: Class, lower: &str) -> bool {
        self.words.get(lower).is_some_and(|bits| bits & (1 << class as u32) != 0)
    }

    /// Adds the words of a row (class, words) to their class; nothing when there is no such class.
    pub(super) fn add(&mut self, row: &[&str]) -> Option<()> {
        let [name, words] = row else { return None };
        let class = NAMES.iter().find(|(known, _)| known == name)?.1;
        for word in words.split_ascii_whitespace() {
            *self.words.entry(word.to_ascii_lowercase().into()).or_default() |= 1 << class as u32;
        }
        Some(())
    }
}
