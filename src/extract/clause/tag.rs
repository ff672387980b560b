//! Gives every token a word class, from word lists, endings and the words around it.
//!
//! The hard part is words that are noun and verb ("exports", "rise", "cut"): a clause has one finite verb, so such a
//! word is a noun where another verb can be found, and a verb where it stands between a subject and an object.

use super::lexicon::{Classes, Grammar, Sense, Word};
use crate::extract::reading::Reading;
use crate::record::{EntityKind, FigureKind};
use crate::text::{Sentence, Text, TokenKind};

/// The class of a token in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// "the".
    Determiner,
    /// "its" and the "’s" of possession.
    Possessive,
    /// "they".
    Pronoun,
    /// "new", and nationalities.
    Adjective,
    /// A common noun, or an unknown word.
    Noun,
    /// Part of a name.
    Name,
    /// Part of a figure.
    Figure,
    /// Part of a time.
    Time,
    /// "soon".
    Adverb,
    /// A form of "be".
    Be,
    /// A form of "have".
    Have,
    /// A form of "do".
    Do,
    /// "will", "may".
    Modal,
    /// "not".
    Not,
    /// "to" before a verb.
    To,
    /// "of", and "to" before a noun.
    Preposition,
    /// "that", "which", "while".
    Subordinator,
    /// "and", "but".
    Conjunction,
    /// A comma, bracket or dash.
    Comma,
    /// Semicolons, colons and the end of the sentence.
    Stop,
    /// A hyphen inside a word.
    Hyphen,
    /// Quotation marks and the like: not seen by grammar.
    Skip,
    /// A base form after "to" or an auxiliary.
    Base,
    /// A finite verb in the present.
    Present,
    /// A finite verb in an unambiguous past.
    Past,
    /// Past or past participle ("imposed").
    PastOrParticiple,
    /// Past participle only ("risen"), or known to be one from the auxiliary before it.
    Participle,
    /// A form in "-ing".
    Ing,
}

impl Tag {
    /// Whether a noun phrase can end with it.
    pub fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Pronoun | Self::Time | Self::Figure)
    }
}
/// How far the search for another finite verb looks: a bound that keeps tagging linear.
pub(super) const LOOK_AHEAD: usize = 14;

/// The class of every token of the reading's text.
pub(super) fn tag(reading: &Reading<'_>) -> Vec<Tag> {
    let text = reading.text;
    let mut fixed = vec![None; text.tokens().len()];
    for time in &reading.record.times {
        fill(&mut fixed, text.tokens_in(time.span), Tag::Time);
    }
    for figure in &reading.record.figures {
        if figure.kind != FigureKind::Ordinal {
            fill(&mut fixed, text.tokens_in(figure.span), Tag::Figure);
        }
    }
    for mention in &reading.record.mentions {
        if mention.kind != EntityKind::Commodity {
            for i in text.tokens_in(mention.span) {
                if fixed.get(i) == Some(&None) {
                    if text.tokens()[i].kind == TokenKind::Mark && !matches!(text.word(i), "-" | "&" | "." | "/") {
                        continue;
                    }
                    let adjective = mention.kind == EntityKind::Group && !is_plural(text.lower(i));
                    fill(&mut fixed, i..i + 1, if adjective { Tag::Adjective } else { Tag::Name });
                }
            }
        }
    }
    let grammar = &reading.lists.grammar;
    let words = (0..text.tokens().len()).map(|i| grammar.word(text.lower(i))).collect();
    let mut tagger = Tagger { text, grammar, words, fixed, tags: Vec::with_capacity(text.tokens().len()) };
    for sentence in text.sentences() {
        tagger.sentence(sentence);
    }
    tagger.tags
}

fn fill(fixed: &mut [Option<Tag>], tokens: std::ops::Range<usize>, tag: Tag) {
    for slot in fixed.get_mut(tokens).into_iter().flatten() {
        *slot = Some(tag);
    }
}

/// Whether a nationality names people ("Americans") rather than describes ("American", "Swiss").
fn is_plural(lower: &str) -> bool {
    lower.ends_with('s') && !lower.ends_with("ss")
}

/// Tags one sentence after the other.
pub(super) struct Tagger<'a> {
    pub(super) text: &'a Text,
    pub(super) grammar: &'a Grammar,
    /// What the grammar knows of each token.
    words: Vec<Word>,
    /// What earlier extractors say of a token.
    pub(super) fixed: Vec<Option<Tag>>,
    /// The classes so far.
    pub(super) tags: Vec<Tag>,
}

impl Tagger<'_> {
    fn sentence(&mut self, sentence: &Sentence) {
        let heading = self.text.paragraphs().get(sentence.paragraph).is_some_and(|p| p.heading);
        let title_case = heading && self.is_title_case(sentence);
        let mut scene = Scene {
            start: sentence.tokens.start,
            end: sentence.tokens.end,
            title_case,
            heading,
            finite: false,
            nested: false,
            any_finite: false,
            reopened: false,
            past: false,
            outside: None,
        };
        for i in sentence.tokens.clone() {
            let tag = self.fixed.get(i).copied().flatten().unwrap_or_else(|| self.one(i, &scene));
            let before = (scene.finite, scene.nested);
            scene.note(tag);
            // "said the duty cost it $3bn": what is said is a clause of its own.
            let tells = || matches!(self.sense(self.known(i)), Some(Sense::Say | Sense::Think));
            scene.reopened |= matches!(tag, Tag::Present | Tag::Past | Tag::PastOrParticiple) && tells();
            match self.text.lower(i) {
                "(" => scene.outside = Some(before),
                ")" => (scene.finite, scene.nested) = scene.outside.take().unwrap_or((scene.finite, scene.nested)),
                "after" | "before" | "since" | "until" | "as" => scene.reopened = scene.finite,
                _ => {}
            }
            let after_noun = self.before(i, scene.start).is_some_and(Tag::is_nominal);
            if tag == Tag::Subordinator && (after_noun || matches!(self.text.lower(i), "which" | "who")) {
                scene.nested = true;
            }
            self.tags.push(tag);
        }
    }

    fn is_title_case(&self, sentence: &Sentence) -> bool {
        let (mut capital, mut small) = (0, 0);
        for i in sentence.tokens.clone().filter(|&i| self.text.word(i).len() > 3) {
            match self.text.word(i).chars().next() {
                Some(c) if c.is_uppercase() => capital += 1,
                Some(c) if c.is_lowercase() => small += 1,
                _ => {}
            }
        }
        capital > 2 * small
    }

    pub(super) fn known(&self, i: usize) -> Word {
        self.words.get(i).copied().unwrap_or_default()
    }

    /// The class of the last token before `i` that is neither an adverb nor a mark that grammar does not see.
    pub(super) fn before(&self, i: usize, start: usize) -> Option<Tag> {
        let near = self.tags.get(start..i)?;
        near.iter().rev().take(LOOK_AHEAD).find(|t| !matches!(t, Tag::Adverb | Tag::Not | Tag::Skip)).copied()
    }

    fn one(&self, i: usize, scene: &Scene) -> Tag {
        let Some(token) = self.text.tokens().get(i) else { return Tag::Skip };
        let lower = self.text.lower(i);
        match token.kind {
            TokenKind::Number => return Tag::Noun,
            TokenKind::Address => return Tag::Name,
            TokenKind::Mark => {
                return match lower {
                    "," | "(" | ")" | "—" | "–" | "[" | "]" => Tag::Comma,
                    "-" if token.space_before => Tag::Comma,
                    "-" | "/" | "&" => Tag::Hyphen,
                    "." if i + 1 < scene.end => Tag::Skip,
                    "." | ";" | ":" | "!" | "?" | "…" => Tag::Stop,
                    "$" | "€" | "£" | "%" => Tag::Noun,
                    _ => Tag::Skip,
                };
            }
            TokenKind::Word => {}
        }
        let word = self.known(i);
        let opening = self.tags.get(scene.start..i).filter(|t| t.len() < 4);
        let first = opening.is_some_and(|t| t.iter().all(|&t| t == Tag::Skip));
        let capital = self.text.word(i).starts_with(char::is_uppercase);
        if capital && !first && !scene.title_case && lower.len() > 1 {
            return Tag::Name;
        }
        let before = self.before(i, scene.start);
        if before == Some(Tag::Hyphen) {
            // "New York-based", "state-owned": part of the word before it.
            return if word.is_verb() { Tag::Adjective } else { Tag::Noun };
        }
        if let Some(tag) = self.closed(i, word, before, scene) {
            return tag;
        }
        if word.is_verb() || (lower.len() > 5 && word.is_unknown() && (lower.ends_with("ed") || lower.ends_with("ing")))
        {
            return self.verb(i, word, before, scene);
        }
        if word.is(Classes::ADJECTIVE) {
            // "tonnes of U.S. crude from": an adjective that nothing follows stands for a noun.
            let ends = self.ends_phrase(i + 1) || self.acts_at(i + 1);
            let noun = ends && matches!(before, Some(Tag::Name | Tag::Adjective | Tag::Determiner));
            return if noun { Tag::Noun } else { Tag::Adjective };
        }
        if lower.ends_with("ly") && lower.len() > 4 && !capital {
            return Tag::Adverb;
        }
        Tag::Noun
    }

    /// Whether token `i` can be in no noun phrase with the word before it.
    fn ends_phrase(&self, i: usize) -> bool {
        let Some(token) = self.text.tokens().get(i) else { return true };
        let fixed = self.fixed.get(i).copied().flatten();
        let word = self.known(i);
        let links = word.is(Classes::PREPOSITION
            .or(Classes::SUBORDINATOR)
            .or(Classes::BE)
            .or(Classes::HAVE)
            .or(Classes::MODAL));
        fixed == Some(Tag::Time)
            || fixed.is_none() && (links || token.kind == TokenKind::Mark && self.text.word(i) != "-")
    }

    /// Whether token `i` is a verb whose object or clause follows: in "the firm said it", "firm" is no adjective.
    fn acts_at(&self, i: usize) -> bool {
        let (word, next) = (self.known(i), self.known(i + 1));
        let opens = next.is(Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PRONOUN))
            || matches!(self.fixed.get(i + 1).copied().flatten(), Some(Tag::Name | Tag::Figure))
            || self.text.lower(i + 1) == "that";
        word.is(Classes::PAST) && !word.is(Classes::NOUN.or(Classes::ADJECTIVE)) && opens
    }

    pub(super) fn sense(&self, word: Word) -> Option<Sense> {
        word.verb.and_then(|id| self.grammar.verb(id)).map(|v| v.sense)
    }
}

/// What is known of the sentence while its tokens are tagged.
pub(super) struct Scene {
    pub(super) start: usize,
    pub(super) end: usize,
    title_case: bool,
    /// Whether the sentence is a headline.
    pub(super) heading: bool,
    /// Whether the clause at hand has a finite verb already.
    pub(super) finite: bool,
    /// Whether a relative clause was opened whose own verb is still to come.
    pub(super) nested: bool,
    /// Whether the sentence has a finite verb.
    pub(super) any_finite: bool,
    /// Whether a word that may open a clause ("after", "as") stands between the last finite verb and here.
    pub(super) reopened: bool,
    /// Whether the last finite verb was in the past.
    pub(super) past: bool,
    /// What was known before a bracket was opened: "announced $5bn (€4bn) in loan guarantees".
    outside: Option<(bool, bool)>,
}

impl Scene {
    fn note(&mut self, tag: Tag) {
        match tag {
            Tag::Comma | Tag::Stop | Tag::Subordinator => {
                self.finite = false;
                self.nested = false;
                self.reopened = false;
            }
            Tag::Present | Tag::Past | Tag::PastOrParticiple | Tag::Be | Tag::Have | Tag::Modal | Tag::Do => {
                self.finite = true;
                self.reopened = false;
                self.any_finite = true;
                self.past = matches!(tag, Tag::Past | Tag::PastOrParticiple);
            }
            _ => {}
        }
    }
}
