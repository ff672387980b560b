//! What the clause reader knows of single words: closed classes and the forms of verbs, from two word lists.
//!
//! Regular forms are made by rule ("cut" + "ting", "levy" + "ies"), so a row of the list is little more than a lemma.
//! A word that no list holds is no verb unless it ends in "-ed" or "-ing".

use crate::extract::table::rows;
use rustc_hash::FxHashMap;

/// What a verb says of the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// "rise", "lift".
    Up,
    /// "fall", "cut".
    Down,
    /// "remain".
    Hold,
    /// "reach", "put": a level or a movement either way.
    Move,
    /// "say", "announce".
    Say,
    /// "expect", "estimate".
    Think,
    /// "agree".
    Agree,
    /// "promise", "vow".
    Promise,
    /// "propose", "threaten", "ask".
    Plan,
    /// "refuse", "suspend".
    Refuse,
    /// "force", "order".
    Force,
    /// "begin", "continue".
    Begin,
    /// Any other action or state.
    Do,
}

impl Sense {
    fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "up" => Self::Up,
            "down" => Self::Down,
            "hold" => Self::Hold,
            "move" => Self::Move,
            "say" => Self::Say,
            "think" => Self::Think,
            "agree" => Self::Agree,
            "promise" => Self::Promise,
            "plan" => Self::Plan,
            "refuse" => Self::Refuse,
            "force" => Self::Force,
            "begin" => Self::Begin,
            "do" => Self::Do,
            _ => return None,
        })
    }
}

/// A set of word classes and verb forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

impl Classes {
    /// "the", "this".
    pub const DETERMINER: Self = Self(1);
    /// "its".
    pub const POSSESSIVE: Self = Self(1 << 1);
    /// "they".
    pub const PRONOUN: Self = Self(1 << 2);
    /// Forms of "be".
    pub const BE: Self = Self(1 << 3);
    /// Forms of "have".
    pub const HAVE: Self = Self(1 << 4);
    /// Forms of "do".
    pub const DO: Self = Self(1 << 5);
    /// "will", "may".
    pub const MODAL: Self = Self(1 << 6);
    /// "not".
    pub const NEGATION: Self = Self(1 << 7);
    /// "to".
    pub const TO: Self = Self(1 << 8);
    /// "of".
    pub const PREPOSITION: Self = Self(1 << 9);
    /// "that", "while".
    pub const SUBORDINATOR: Self = Self(1 << 10);
    /// "and".
    pub const CONJUNCTION: Self = Self(1 << 11);
    /// "soon".
    pub const ADVERB: Self = Self(1 << 12);
    /// "new".
    pub const ADJECTIVE: Self = Self(1 << 13);
    /// Nouns, and verbs that are nouns as often.
    pub const NOUN: Self = Self(1 << 14);
    /// The base form of a verb ("buy").
    pub const BASE: Self = Self(1 << 16);
    /// Its third person ("buys").
    pub const THIRD: Self = Self(1 << 17);
    /// Its past ("bought").
    pub const PAST: Self = Self(1 << 18);
    /// Its past participle ("bought").
    pub const PARTICIPLE: Self = Self(1 << 19);
    /// Its form in "-ing".
    pub const ING: Self = Self(1 << 20);
    const VERB: Self = Self(0b1_1111 << 16);

    /// Whether the two share a class.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "determiner" => Self::DETERMINER,
            "possessive" => Self::POSSESSIVE,
            "pronoun" => Self::PRONOUN,
            "be" => Self::BE,
            "have" => Self::HAVE,
            "do" => Self::DO,
            "modal" => Self::MODAL,
            "negation" => Self::NEGATION,
            "to" => Self::TO,
            "preposition" => Self::PREPOSITION,
            "subordinator" => Self::SUBORDINATOR,
            "conjunction" => Self::CONJUNCTION,
            "adverb" => Self::ADVERB,
            "adjective" => Self::ADJECTIVE,
            "noun" => Self::NOUN,
            _ => return None,
        })
    }
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Its classes and verb forms.
    pub classes: Classes,
    /// The verb of which it is a form.
    pub verb: Option<VerbId>,
}

impl Word {
    /// Whether it is one of these.
    pub const fn is(self, classes: Classes) -> bool {
        self.classes.has(classes)
    }

    /// Whether no list holds it.
    pub const fn is_unknown(self) -> bool {
        self.classes.0 == 0
    }

    /// Whether it is a form of some verb.
    pub const fn is_verb(self) -> bool {
        self.is(Classes::VERB)
    }
}

/// Names a verb of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerbId(u16);

/// A verb of the list.
#[derive(Debug)]
pub struct Verb {
    /// Its base form.
    pub lemma: Box<str>,
    /// What it says.
    pub sense: Sense,
}

/// The words of the language that the clause reader knows.
#[derive(Debug, Default)]
pub struct Grammar {
    words: FxHashMap<Box<str>, Word>,
    verbs: Vec<Verb>,
}

impl Grammar {
    /// The words that come with the program.
    pub fn builtin() -> Self {
        let mut grammar = Self::default();
        grammar.extend_words(include_str!("../../../assets/lists/grammar.tsv"));
        grammar.extend_verbs(include_str!("../../../assets/lists/verbs.tsv"));
        grammar.extend_adjectives(include_str!("../../../assets/lists/word_classes.tsv"));
        grammar
    }

    /// Adds words of closed classes: rows of a class and its words.
    pub fn extend_words(&mut self, table: &str) -> usize {
        let mut taken = 0;
        for row in rows(table) {
            if let [class, words, ..] = row[..]
                && let Some(class) = Classes::from_word(class)
            {
                for word in words.split(' ') {
                    self.add(word, class, None);
                }
                taken += 1;
            }
        }
        taken
    }

    /// Adds the adjectives among rows of a class and its words, separated by bars. A word that is already known keeps its class.
    fn extend_adjectives(&mut self, table: &str) {
        for row in rows(table) {
            if let ["adjective", words, ..] = row[..] {
                for word in words.split('|') {
                    // A numeral is no adjective here: "the two produced steel".
                    if self.word(word).is_unknown() && !is_numeral(word) {
                        self.add(word, Classes::ADJECTIVE, None);
                    }
                }
            }
        }
    }

    /// Adds verbs: rows of a sense and its verbs. A verb that is already known keeps its sense.
    pub fn extend_verbs(&mut self, table: &str) -> usize {
        let mut taken = 0;
        for row in rows(table) {
            if let [sense, verbs, ..] = row[..]
                && let Some(sense) = Sense::from_word(sense)
            {
                for verb in verbs.split(' ') {
                    self.add_verb(verb, sense);
                }
                taken += 1;
            }
        }
        taken
    }

    /// What is known of a word in lower case.
    pub fn word(&self, lower: &str) -> Word {
        self.words.get(lower).copied().unwrap_or_default()
    }

    /// The verb of an id.
    pub fn verb(&self, id: VerbId) -> Option<&Verb> {
        self.verbs.get(usize::from(id.0))
    }

    fn add(&mut self, word: &str, classes: Classes, verb: Option<VerbId>) {
        let entry = self.words.entry(word.into()).or_default();
        entry.classes = entry.classes.or(classes);
        // "found" is the past of "find" before it is a verb of its own.
        entry.verb = entry.verb.or(verb);
    }

    fn add_verb(&mut self, entry: &str, sense: Sense) {
        let (entry, noun) = entry.strip_suffix('*').map_or((entry, false), |e| (e, true));
        let mut forms = entry.split('/');
        let Some(lemma) = forms.next().filter(|l| !l.is_empty()) else { return };
        if self.word(lemma).verb.and_then(|id| self.verb(id)).is_some_and(|v| &*v.lemma == lemma) {
            return;
        }
        let Ok(id) = u16::try_from(self.verbs.len()).map(VerbId) else { return };
        let past = forms.next().map_or_else(|| regular_past(lemma), str::to_owned);
        let participle = forms.next().map_or_else(|| past.clone(), str::to_owned);
        let third = third_person(lemma);
        let ing = ing_form(lemma, &past);
        self.verbs.push(Verb { lemma: lemma.into(), sense });
        let also_noun = if noun { Classes::NOUN } else { Classes::default() };
        self.add(lemma, Classes::BASE.or(also_noun), Some(id));
        self.add(&third, Classes::THIRD.or(also_noun), Some(id));
        self.add(&past, Classes::PAST, Some(id));
        self.add(&participle, Classes::PARTICIPLE, Some(id));
        self.add(&ing, Classes::ING, Some(id));
        if let Some(stem) = lemma.strip_suffix('l').filter(|_| past.ends_with("led")) {
            // Britain doubles the consonant: "totalled", "travelling".
            self.add(&format!("{stem}lled"), Classes::PAST.or(Classes::PARTICIPLE), Some(id));
            self.add(&format!("{stem}lling"), Classes::ING, Some(id));
        }
    }
}

fn is_numeral(word: &str) -> bool {
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    TENS.iter().any(|tens| word.starts_with(tens))
        || word.ends_with("teen")
        || matches!(
            word,
            "zero"
                | "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
                | "eleven"
                | "twelve"
                | "dozen"
        )
}

fn is_consonant(c: char) -> bool {
    !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// The stem of a lemma in a consonant and "y" ("levy" -> "lev").
fn before_y(lemma: &str) -> Option<&str> {
    lemma.strip_suffix('y').filter(|stem| stem.chars().next_back().is_some_and(is_consonant))
}

fn regular_past(lemma: &str) -> String {
    match before_y(lemma) {
        Some(stem) => format!("{stem}ied"),
        None if lemma.ends_with('e') => format!("{lemma}d"),
        None => format!("{lemma}ed"),
    }
}

fn third_person(lemma: &str) -> String {
    match before_y(lemma) {
        Some(stem) => format!("{stem}ies"),
        None if lemma.ends_with(['s', 'x', 'z', 'o']) || lemma.ends_with("ch") || lemma.ends_with("sh") => {
            format!("{lemma}es")
        }
        None => format!("{lemma}s"),
    }
}

/// The "-ing" form; a consonant that the past doubles is doubled here too, and so is that of short irregular verbs.
fn ing_form(lemma: &str, past: &str) -> String {
    let last = lemma.chars().next_back().unwrap_or(' ');
    let doubled = format!("{lemma}{last}");
    let vowels = lemma.chars().filter(|&c| !is_consonant(c)).count();
    let ends_closed = is_consonant(last) && !matches!(last, 'w' | 'x' | 'y') && {
        let mut back = lemma.chars().rev().skip(1);
        back.next().is_some_and(|c| !is_consonant(c)) && back.next().is_none_or(is_consonant)
    };
    let irregular_short = vowels == 1 && ends_closed && !past.ends_with("ed");
    if past.starts_with(&doubled) || irregular_short {
        return format!("{doubled}ing");
    }
    if let Some(stem) = lemma.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    match lemma.strip_suffix('e') {
        Some(stem) if !lemma.ends_with("ee") && lemma != "be" => format!("{stem}ing"),
        _ => format!("{lemma}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Classes, Grammar};

    fn check(word: &str, form: Classes, lemma: &str) {
        let grammar = Grammar::builtin();
        let known = grammar.word(word);
        assert!(known.is(form), "{word}");
        assert_eq!(known.verb.and_then(|id| grammar.verb(id)).map_or("", |v| &v.lemma), lemma, "{word}");
    }

    #[test]
    fn forms_of_verbs() {
        check("cutting", Classes::ING, "cut");
        check("levies", Classes::THIRD, "levy");
        check("levied", Classes::PAST, "levy");
        check("buying", Classes::ING, "buy");
        check("dropped", Classes::PARTICIPLE, "drop");
        check("dropping", Classes::ING, "drop");
        check("making", Classes::ING, "make");
        check("agreeing", Classes::ING, "agree");
        check("reaches", Classes::THIRD, "reach");
        check("meeting", Classes::ING, "meet");
        check("found", Classes::PAST, "find");
        check("lost", Classes::PAST, "lose");
    }

    #[test]
    fn words_of_closed_classes_and_nouns() {
        let grammar = Grammar::builtin();
        assert!(grammar.word("exports").is(Classes::NOUN));
        assert!(!grammar.word("agrees").is(Classes::NOUN));
        assert!(grammar.word("which").is(Classes::SUBORDINATOR));
        assert!(!grammar.word("tariff").is_verb());
    }
}
