//! Clauses: who does what to what, from word lists and the order of words.
//!
//! A light parse in linear time, one sentence after the other: tokens get a class ([`tag`]), classes make noun phrases
//! and verb groups ([`chunk`]), and every verb group gets a subject and an object ([`build`]). Relative clauses
//! ("which supplied a quarter"), participles ("leaving importers facing taxes"), infinitives with what governs them
//! ("agreed to remove limits"), passives and coordination are understood; nested syntax beyond that is not, and a
//! subject that cannot be told stays `None`.

mod build;
mod chunk;
mod closed;
pub mod lexicon;
mod relative;
#[cfg(test)]
pub(super) mod scene;
pub mod status;
mod tag;
mod verb;

use super::reading::Reading;
use lexicon::VerbId;
use std::ops::Range;
pub use tag::Tag;

/// Fills the reading's clauses.
pub(super) fn run(reading: &mut Reading<'_>) {
    let tags = tag::tag(reading);
    let chunks = chunk::chunk(reading, &tags);
    let mut clauses = build::build(reading, chunks);
    clauses.tags = tags;
    reading.clauses = clauses;
}

/// One piece of a sentence, in text order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A noun phrase, by index.
    Phrase(usize),
    /// A verb group, by index; its clause has the same index.
    Verb(usize),
    /// A preposition, by token.
    Preposition(usize),
    /// A word that opens a clause, by token.
    Subordinator(usize),
    /// "and", "or", "but", by token.
    Conjunction(usize),
    /// A comma, bracket or dash.
    Comma,
    /// The end of a sentence, a colon or a semicolon.
    Stop,
}

/// What sort of noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseKind {
    /// Its head is a noun or a name.
    Things,
    /// A pronoun.
    Pronoun,
    /// A time ("this season").
    Time,
    /// Its head is a figure ("12 million tonnes").
    Figure,
}

/// A noun phrase without what prepositions attach to it.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token of its head noun.
    pub head: usize,
    /// What sort of phrase.
    pub kind: PhraseKind,
    /// The first figure in it.
    pub figure: Option<usize>,
    /// Whether it opens with "no".
    pub negative: bool,
}

/// The tense of a finite verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "buys".
    Present,
    /// "bought".
    Past,
}

/// How a verb group stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// With a subject of its own.
    Finite(Tense),
    /// "to buy".
    Infinitive,
    /// "buying".
    Ing,
    /// "imposed by Washington".
    Participle,
}

/// What a modal verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modality {
    /// "will", "shall".
    Will,
    /// "would".
    Would,
    /// "can", "could", "may", "might".
    May,
    /// "must", "should".
    Must,
}

impl Modality {
    fn from_word(lower: &str) -> Self {
        match lower {
            "will" | "shall" | "wo" | "'ll" | "’ll" => Self::Will,
            "would" | "'d" | "’d" => Self::Would,
            "must" | "should" | "ought" => Self::Must,
            _ => Self::May,
        }
    }
}

/// A verb with its auxiliaries.
#[derive(Clone, Debug)]
pub struct VerbGroup {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token of the verb itself.
    pub main: usize,
    /// The verb, where the list knows it.
    pub verb: Option<VerbId>,
    /// How it stands in its sentence.
    pub form: VerbForm,
    /// Whether the form can also be a participle ("imposed").
    pub maybe_participle: bool,
    /// Its modal verb.
    pub modality: Option<Modality>,
    /// "has bought".
    pub perfect: bool,
    /// "is buying".
    pub progressive: bool,
    /// "was bought".
    pub passive: bool,
    /// "did not buy".
    pub negated: bool,
}

impl VerbGroup {
    const fn new(at: usize) -> Self {
        Self {
            tokens: at..at + 1,
            main: at,
            verb: None,
            form: VerbForm::Finite(Tense::Present),
            maybe_participle: false,
            modality: None,
            perfect: false,
            progressive: false,
            passive: false,
            negated: false,
        }
    }

    /// Whether it has a subject of its own.
    pub const fn is_finite(&self) -> bool {
        matches!(self.form, VerbForm::Finite(_))
    }
}

/// A verb group with what belongs to it.
#[derive(Clone, Debug, Default)]
pub struct Clause {
    /// The item of its verb group.
    pub item: usize,
    /// Who acts, as a phrase; for a passive, who is acted on.
    pub subject: Option<usize>,
    /// On what, as a phrase.
    pub object: Option<usize>,
    /// Who acts where the verb is passive ("by Washington"), as a phrase.
    pub agent: Option<usize>,
    /// The clause whose verb governs this one ("agreed" of "to remove", "said" of "would start").
    pub parent: Option<usize>,
    /// The item with which it starts.
    pub start: usize,
    /// Whether it describes the noun before it ("which supplied", "imposed by Washington").
    pub relative: bool,
}

/// Every clause of a text, and the items they are made of.
#[derive(Debug, Default)]
pub struct Clauses {
    /// The class of every token.
    pub tags: Vec<Tag>,
    /// All items in text order.
    pub items: Vec<Item>,
    /// All noun phrases.
    pub phrases: Vec<Phrase>,
    /// All verb groups.
    pub verbs: Vec<VerbGroup>,
    /// One clause a verb group.
    pub clauses: Vec<Clause>,
    /// The clause of each item.
    clause_of: Vec<Option<usize>>,
    /// The item of each phrase.
    item_of_phrase: Vec<usize>,
}

impl Clauses {
    /// The phrase of an item.
    pub fn phrase_at(&self, item: usize) -> Option<&Phrase> {
        match self.items.get(item) {
            Some(&Item::Phrase(p)) => self.phrases.get(p),
            _ => None,
        }
    }

    /// The item of a phrase.
    pub fn item_of(&self, phrase: usize) -> Option<usize> {
        self.item_of_phrase.get(phrase).copied()
    }

    /// The phrase that holds a token.
    pub fn phrase_of_token(&self, token: usize) -> Option<usize> {
        let next = self.phrases.partition_point(|p| p.tokens.start <= token);
        next.checked_sub(1).filter(|&p| self.phrases[p].tokens.contains(&token))
    }

    /// The phrases that prepositions link to the right of an item, with the token of each preposition; times without a
    /// preposition are passed over.
    pub fn linked(&self, item: usize) -> impl Iterator<Item = (usize, usize)> {
        let mut at = item + 1;
        std::iter::from_fn(move || {
            while at < item + 16 && self.phrase_at(at).is_some_and(|p| p.kind == PhraseKind::Time) {
                at += 1;
            }
            match (self.items.get(at)?, self.items.get(at + 1)?) {
                (&Item::Preposition(token), &Item::Phrase(p)) if at < item + 16 => {
                    at += 2;
                    Some((token, p))
                }
                _ => None,
            }
        })
    }

    /// The clause to which an item belongs.
    pub fn clause_of_item(&self, item: usize) -> Option<usize> {
        self.clause_of.get(item).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::scene::with_reading;

    /// Every clause as "subject - verb - object (flags)".
    fn check(marked: &str, expected: &[&str]) {
        with_reading(marked, |reading| {
            super::run(reading);
            let clauses = &reading.clauses;
            let words = |p: Option<usize>| {
                p.map_or("?", |p| reading.text.slice(reading.text.span_of(clauses.phrases[p].tokens.clone())))
            };
            let found: Vec<String> = clauses
                .clauses
                .iter()
                .zip(&clauses.verbs)
                .map(|(c, v)| {
                    let verb = reading.text.slice(reading.text.span_of(v.tokens.clone()));
                    let parent =
                        c.parent.map_or(String::new(), |p| format!(" < {}", reading.text.word(clauses.verbs[p].main)));
                    format!("{} - {verb} - {}{parent}", words(c.subject), words(c.object))
                })
                .collect();
            assert_eq!(found, expected, "in {marked:?}");
        });
    }

    #[test]
    fn plain_clauses() {
        check("{China} bought [12 million tonnes] of soybeans.", &["China - bought - 12 million tonnes"]);
        check("Exports of steel from {Brazil} to the {EU} fell [3%] <last year>.", &["Exports - fell - 3%"]);
        check("Tariffs on steel imports from {China} will rise to [25%].", &["Tariffs - will rise - ?"]);
        check("{Britain} exports cars to {America}.", &["Britain - exports - cars"]);
        check("Soybean exports rose.", &["Soybean exports - rose - ?"]);
        check("{Steel Corp} cut output by [5%].", &["Steel Corp - cut - output"]);
        check("Job cuts at the plant total [500].", &["Job cuts - total - 500"]);
    }

    #[test]
    fn clauses_that_describe_their_object() {
        check(
            "The tariff that {Peru} imposed on cars stays.",
            &["Peru - imposed - The tariff", "The tariff - stays - ?"],
        );
        check("{Acme} told reporters that exports fell.", &["Acme - told - reporters", "exports - fell - ? < told"]);
        check("That left {Peru} with a deficit.", &["That - left - Peru"]);
        check("{Peru} already ships [close to 5 tonnes] of tea.", &["Peru - ships - close to 5 tonnes"]);
        check(
            "{Acme} in {Szeged}, which buys [5 tonnes] of wheat, shut.",
            &["Acme - buys - 5 tonnes", "Acme - shut - ?"],
        );
    }

    #[test]
    fn relative_clauses_and_parentheses() {
        check(
            "The average rate that {British} firms face falls to [three percent].",
            &["British firms - face - The average rate", "The average rate - falls - ?"],
        );
        check(
            "{Canada}, which supplied [a quarter] of imports <last year>, called the step unlawful.",
            &["Canada - supplied - a quarter", "Canada - called - the step"],
        );
        check("Duties imposed by {Washington} on steel rose to [50%].", &["Duties - imposed - ?", "Duties - rose - ?"]);
    }

    #[test]
    fn reports_infinitives_and_participles() {
        check(
            "{Scott Bessent} confirmed that {China} will buy [12 million tonnes] of soybeans.",
            &["Scott Bessent - confirmed - ?", "China - will buy - 12 million tonnes < confirmed"],
        );
        check(
            "{China} agreed to remove export limits on rare earths.",
            &["China - agreed - ?", "China - to remove - export limits < agreed"],
        );
        check(
            "Tariffs remain in place, leaving {American} importers facing tax rates of [over 40 percent].",
            &[
                "Tariffs - remain - ?",
                "Tariffs - leaving - American importers < remain",
                "American importers - facing - tax rates < leaving",
            ],
        );
        check(
            "Under the pact {China} promised to increase its purchases.",
            &["China - promised - ?", "China - to increase - its purchases < promised"],
        );
    }
}
