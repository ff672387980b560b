//! What the word lists say of a word or a phrase, as flags.
//!
//! A word of a list is found in any case ("CHINA", "China"); one that the list writes in capitals ("IS", "WHO") only in
//! capitals, so that "is" and "who" stay words.

use super::hash;
use crate::extract::table::{heads, rows};
use crate::text::{Text, calendar};
use rustc_hash::FxHashMap;

/// A class of words; a word's classes are a set of bits.
pub(crate) type Flags = u32;

/// First names.
pub(crate) const FIRST: Flags = 1;
/// The most frequent surnames.
pub(crate) const SURNAME: Flags = 1 << 1;
/// Rarer surnames.
pub(crate) const RARE_SURNAME: Flags = 1 << 2;
/// Titles that stand only before a name.
pub(crate) const ADDRESS: Flags = 1 << 3;
/// Words of offices.
pub(crate) const OFFICE: Flags = 1 << 4;
/// Words that end a company's name.
pub(crate) const SUFFIX: Flags = 1 << 5;
/// Words for sorts of bodies.
pub(crate) const BODY: Flags = 1 << 6;
/// Words for buildings and other things built.
pub(crate) const FACILITY: Flags = 1 << 7;
/// Words for natural features.
pub(crate) const FEATURE: Flags = 1 << 8;
/// Words for political units.
pub(crate) const AREA: Flags = 1 << 9;
/// Words for events.
pub(crate) const EVENT: Flags = 1 << 10;
/// Words for laws and agreements.
pub(crate) const LAW: Flags = 1 << 11;
/// Words for works.
pub(crate) const WORK: Flags = 1 << 12;
/// Months and days of the week.
pub(crate) const CALENDAR: Flags = 1 << 13;
/// Words that are written in lower case inside names ("of", "van", "al").
pub(crate) const LINK: Flags = 1 << 14;
/// How many word classes there are.
pub(crate) const WORD_CLASSES: u32 = 15;

/// A class of phrases, as the number of a group of four bits: first, inner, last and only word of such a phrase.
pub(crate) mod phrase {
    /// Countries.
    pub(crate) const COUNTRY: u32 = 0;
    /// Towns of more than about 300,000 people, and capitals.
    pub(crate) const BIG_CITY: u32 = 1;
    /// Other towns.
    pub(crate) const TOWN: u32 = 2;
    /// Regions, states, seas.
    pub(crate) const REGION: u32 = 3;
    /// Bodies, parties, media, clubs.
    pub(crate) const BODY: u32 = 4;
    /// Companies.
    pub(crate) const COMPANY: u32 = 5;
    /// Nationalities, faiths, peoples, creeds.
    pub(crate) const GROUP: u32 = 6;
    /// Products.
    pub(crate) const PRODUCT: u32 = 7;
    /// People known the world over.
    pub(crate) const PERSON: u32 = 8;
    /// Events and works known the world over.
    pub(crate) const EVENT: u32 = 9;
    /// How many classes there are.
    pub(crate) const COUNT: u32 = 10;
}

const LINK_WORDS: &[&str] = &[
    "of", "and", "for", "the", "de", "la", "le", "les", "del", "della", "des", "du", "da", "do", "dos", "di", "van",
    "von", "der", "den", "ter", "zu", "al", "el", "bin", "ibn", "ben", "abu", "y", "e", "et", "und", "in", "on", "to",
    "at", "en", "a", "an", "with", "from", "by", "d", "ul", "ur",
];

/// The most frequent surnames of the list are told apart from the rest, which holds many common words.
const FREQUENT_SURNAMES: usize = 3000;
/// So many of the largest towns are well known.
const BIG_CITIES: usize = 1800;
/// A phrase is looked for over at most so many tokens.
const LONGEST_PHRASE: usize = 6;

/// The lists as the tagger reads them.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: FxHashMap<u64, Entry>,
    /// The sorts of things that common words mean. Apart, because few words have one and most are asked for theirs in
    /// several forms.
    senses: FxHashMap<u64, u8>,
    phrases: FxHashMap<u64, u16>,
}

/// What the lists say of one word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// Its classes.
    pub(super) flags: Flags,
    /// The length in tokens of the longest phrase that starts with it.
    pub(super) reach: u8,
    /// What sort of thing it means, by the number of its row; 0 where no row has it.
    pub(super) sense: u8,
}

impl Lexicon {
    /// The lists that come with the program.
    pub fn builtin() -> Self {
        let mut lexicon = Self::default();
        for (n, name) in heads(include_str!("../../../assets/lists/surnames.tsv")).enumerate() {
            lexicon.word(name, if n < FREQUENT_SURNAMES { SURNAME } else { RARE_SURNAME });
        }
        for name in heads(include_str!("../../../assets/lists/first_names.tsv")) {
            lexicon.word(name, FIRST);
        }
        for word in calendar::names() {
            lexicon.word(word, CALENDAR);
        }
        for word in LINK_WORDS {
            lexicon.word(word, LINK);
        }
        let word_lists = [
            include_str!("../../../assets/lists/titles.tsv"),
            include_str!("../../../assets/lists/organization_words.tsv"),
            include_str!("../../../assets/lists/place_words.tsv"),
            include_str!("../../../assets/lists/event_words.tsv"),
        ];
        for row in word_lists.into_iter().flat_map(rows) {
            let flag = match row.get(1).copied() {
                Some("address") => ADDRESS,
                Some("office") => OFFICE,
                Some("suffix") => SUFFIX,
                Some("head") => BODY,
                Some("facility") => FACILITY,
                Some("place") => FEATURE,
                Some("area") => AREA,
                Some("event") => EVENT,
                Some("law") => LAW,
                _ => WORK,
            };
            for part in row[0].split(' ') {
                lexicon.word(part, flag);
            }
        }
        for (n, name) in heads(include_str!("../../../assets/lists/cities.tsv")).enumerate() {
            lexicon.phrase(name, if n < BIG_CITIES { phrase::BIG_CITY } else { phrase::TOWN });
        }
        for row in rows(include_str!("../../../assets/lists/regions.tsv")) {
            lexicon.phrase(row[0], phrase::REGION);
        }
        for row in rows(include_str!("../../../assets/lists/organizations.tsv")) {
            let company = row.get(1) == Some(&"company");
            lexicon.phrase(row[0], if company { phrase::COMPANY } else { phrase::BODY });
        }
        for row in rows(include_str!("../../../assets/lists/groups.tsv")) {
            lexicon.phrase(row[0], phrase::GROUP);
        }
        for row in rows(include_str!("../../../assets/lists/products.tsv")) {
            lexicon.phrase(row[0], phrase::PRODUCT);
        }
        for row in rows(include_str!("../../../assets/lists/well_known_names.tsv")) {
            match row.get(1).copied() {
                Some("person") => lexicon.phrase(row[0], phrase::PERSON),
                Some("place") => lexicon.phrase(row[0], phrase::REGION),
                Some("body") => lexicon.phrase(row[0], phrase::BODY),
                Some("thing") => lexicon.phrase(row[0], phrase::PRODUCT),
                _ => lexicon.phrase(row[0], phrase::EVENT),
            }
        }
        for (n, row) in (1..).zip(rows(include_str!("../../../assets/lists/word_classes.tsv"))) {
            for word in row.get(1).copied().unwrap_or("").split('|') {
                lexicon.senses.insert(hash::word(word), n);
            }
        }
        for row in rows(include_str!("../../../assets/lists/countries.tsv")) {
            let column = |n: usize| row.get(n).copied().unwrap_or("").split('|').filter(|name| !name.is_empty());
            for name in column(1).chain(column(2)) {
                lexicon.phrase(name, phrase::COUNTRY);
            }
            for name in column(3) {
                lexicon.phrase(name, phrase::GROUP);
            }
            for name in column(4) {
                lexicon.phrase(name, phrase::BIG_CITY);
            }
        }
        lexicon
    }

    fn word(&mut self, word: &str, flag: Flags) {
        self.words.entry(key(word)).or_default().flags |= flag;
    }

    fn phrase(&mut self, name: &str, class: u32) {
        // Most names are words with spaces between them, which need no reading.
        let plain = name.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ');
        let (mut first, mut len, mut whole) = (None, 0_u8, 0);
        let mut add = |key: u64| {
            first.get_or_insert(key);
            len = len.saturating_add(1);
            whole = hash::join(whole, key);
        };
        if plain {
            name.split_ascii_whitespace().map(key).for_each(add);
        } else {
            let text = Text::new(name);
            (0..text.tokens().len()).for_each(|i| add(key(text.word(i))));
        }
        *self.phrases.entry(whole).or_default() |= 1 << class;
        let entry = self.words.entry(first.unwrap_or_default()).or_default();
        entry.reach = len.max(entry.reach);
    }

    /// What the lists say of a word, given its key and its lower-case form with the hash of that.
    pub(super) fn entry(&self, key: u64, lower: u64, word: &str) -> Entry {
        let known = |hash: u64| self.words.get(&hash).copied().unwrap_or_default();
        let mut entry = known(lower);
        if key != lower {
            let as_written = known(key);
            entry.flags |= as_written.flags;
            entry.reach = entry.reach.max(as_written.reach);
        }
        entry.sense = self.senses.get(&lower).copied().unwrap_or_else(|| self.sense_of_form(word));
        entry
    }

    /// What sort of thing a common word means of which this, in lower case, is a regular form: 0 for one not listed.
    fn sense_of_form(&self, lower: &str) -> u8 {
        let stem = |ending: &str, instead: &str| {
            let stem = lower.strip_suffix(ending)?;
            self.senses.get(&hash::of_parts(stem, instead)).copied()
        };
        stem("s", "")
            .or_else(|| stem("es", ""))
            .or_else(|| stem("ies", "y"))
            .or_else(|| stem("ed", ""))
            .or_else(|| stem("d", ""))
            .or_else(|| stem("ied", "y"))
            .or_else(|| stem("ing", ""))
            .or_else(|| stem("ing", "e"))
            .unwrap_or(0)
    }

    /// The longest phrase that starts with the first of `words` (keys and lower-case hashes), if phrases with it are no
    /// longer than `reach`: its length and the set of its classes.
    pub(super) fn longest(&self, reach: u8, words: impl Iterator<Item = (u64, u64)>) -> Option<(usize, u16)> {
        let mut found = None;
        // Text in capitals hides the difference between words and abbreviations, so both forms are followed.
        let (mut as_written, mut folded) = (0, 0);
        for (n, (key, lower)) in words.take(usize::from(reach).min(LONGEST_PHRASE)).enumerate() {
            as_written = hash::join(as_written, key);
            folded = hash::join(folded, lower);
            let classes = [as_written, folded].iter().filter_map(|whole| self.phrases.get(whole)).fold(0, |a, b| a | b);
            if classes != 0 {
                found = Some((n + 1, classes));
            }
        }
        found
    }
}

/// The hash under which a word of a list is kept: as written for an abbreviation, in lower case otherwise.
pub(super) fn key(word: &str) -> u64 {
    let abbreviation = !word.chars().any(char::is_lowercase) && word.chars().filter(|c| c.is_uppercase()).count() > 1;
    if abbreviation { hash::word(word) } else { hash::folded(word) }
}
