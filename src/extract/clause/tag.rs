//! Gives every token a word class, from word lists, endings and the words around it.
//!
//! The hard part is words that are noun and verb ("exports", "rise", "cut"): a clause has one finite verb, so such a
//! word is a noun where another verb can be found, and a verb where it stands between a subject and an object.

use super::lexicon::{Classes, Grammar, Sense, Word};
use crate::extract::Reading;
use crate::record::{EntityKind, FigureKind};
use crate::text::{Sentence, Text, TokenKind};

/// The class of a token in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    Determiner,
    /// "its" and the "’s" of possession.
    Possessive,
    Pronoun,
    Adjective,
    Noun,
    Name,
    Figure,
    Time,
    Adverb,
    Be,
    Have,
    Do,
    Modal,
    Not,
    To,
    Preposition,
    Subordinator,
    Conjunction,
    Comma,
    /// Semicolons, colons and the end of the sentence.
    Stop,
    Hyphen,
    /// Quotation marks and the like: not seen by grammar.
    Skip,
    /// A base form after "to" or an auxiliary.
    Base,
    /// A finite verb: present or unambiguous past.
    Present,
    Past,
    /// Past or past participle ("imposed").
    PastOrParticiple,
    /// Past participle only ("risen"), or known to be one from the auxiliary before it.
    Participle,
    Ing,
}

impl Tag {
    /// Whether a noun phrase can end with it.
    pub fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Pronoun | Self::Time | Self::Figure)
    }
}
/// How far the search for another finite verb looks: a bound that keeps tagging linear.
const LOOK_AHEAD: usize = 14;

/// The class of every token of the reading's text.
pub fn tag(reading: &Reading<'_>) -> Vec<Tag> {
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
    let mut tagger = Tagger { text, grammar: &reading.lists.grammar, fixed, tags: Vec::new() };
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

struct Tagger<'a> {
    text: &'a Text,
    grammar: &'a Grammar,
    fixed: Vec<Option<Tag>>,
    tags: Vec<Tag>,
}

impl Tagger<'_> {
    fn sentence(&mut self, sentence: &Sentence) {
        let heading = self.text.paragraphs().get(sentence.paragraph).is_some_and(|p| p.heading);
        let title_case = heading && self.is_title_case(sentence);
        let mut scene = Scene {
            start: sentence.tokens.start,
            end: sentence.tokens.end,
            title_case,
            finite: false,
            nested: false,
            any_finite: false,
            past: false,
        };
        for i in sentence.tokens.clone() {
            let tag = self.fixed.get(i).copied().flatten().unwrap_or_else(|| self.one(i, &scene));
            scene.note(tag);
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

    fn known(&self, i: usize) -> Word {
        self.grammar.word(self.text.lower(i))
    }

    /// The class of the last token before `i` that is neither an adverb nor a mark that grammar does not see.
    fn before(&self, i: usize, start: usize) -> Option<Tag> {
        let near = self.tags.get(start..i)?;
        near.iter().rev().find(|t| !matches!(t, Tag::Adverb | Tag::Not | Tag::Skip)).copied()
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
                    "." | ";" | ":" | "!" | "?" | "…" => Tag::Stop,
                    "$" | "€" | "£" | "%" => Tag::Noun,
                    _ => Tag::Skip,
                };
            }
            TokenKind::Word => {}
        }
        let word = self.known(i);
        let first =
            i == scene.start || self.tags.get(scene.start..i).is_some_and(|t| t.iter().all(|&t| t == Tag::Skip));
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
            return Tag::Adjective;
        }
        if lower.ends_with("ly") && lower.len() > 4 && !capital {
            return Tag::Adverb;
        }
        Tag::Noun
    }

    /// The class of a word that belongs to a closed class, where its surroundings allow it.
    fn closed(&self, i: usize, word: Word, before: Option<Tag>, scene: &Scene) -> Option<Tag> {
        let lower = self.text.lower(i);
        let next = self.known(i + 1);
        if lower == "that" {
            return Some(self.that(i, before));
        }
        if matches!(lower, "'s" | "’s") {
            let contracted = self.tags.last() == Some(&Tag::Pronoun);
            return Some(if contracted { Tag::Be } else { Tag::Possessive });
        }
        if lower == "worth" && self.text.lower(i + 1) == "of" {
            return Some(Tag::Noun);
        }
        if lower == "to" {
            let infinitive = self.to_infinitive(i, before);
            return Some(if infinitive { Tag::To } else { Tag::Preposition });
        }
        if word.is(Classes::NEGATION) {
            return Some(Tag::Not);
        }
        if word.is(Classes::BE) {
            return Some(Tag::Be);
        }
        if word.is(Classes::HAVE) {
            return Some(Tag::Have);
        }
        if word.is(Classes::DO) {
            return Some(Tag::Do);
        }
        if word.is(Classes::MODAL) {
            // "a can of soup", "the will": after an article it is a noun.
            let noun = matches!(self.tags.last(), Some(Tag::Determiner | Tag::Adjective | Tag::Possessive));
            return Some(if noun && i > scene.start { Tag::Noun } else { Tag::Modal });
        }
        if lower == "once" && self.text.lower(i.wrapping_sub(1)) == "at" {
            return Some(Tag::Adverb);
        }
        if lower == "who" || lower == "whom" {
            return Some(Tag::Subordinator);
        }
        if matches!(lower, "more" | "less" | "higher" | "lower") && self.tags.last() == Some(&Tag::Figure) {
            return Some(Tag::Adverb);
        }
        if word.is(Classes::SUBORDINATOR) && lower != "as" {
            return Some(Tag::Subordinator);
        }
        if word.is(Classes::CONJUNCTION) {
            return Some(Tag::Conjunction);
        }
        if word.is(Classes::POSSESSIVE) {
            return Some(Tag::Possessive);
        }
        if word.is(Classes::DETERMINER) {
            return Some(Tag::Determiner);
        }
        if word.is(Classes::PRONOUN) {
            return Some(Tag::Pronoun);
        }
        if lower == "at"
            && matches!(self.text.lower(i + 1), "once" | "least" | "most" | "last" | "first" | "all" | "home")
        {
            return Some(Tag::Adverb);
        }
        if word.is(Classes::PREPOSITION) {
            // "in", but "shut down" and "rolled back, then": a preposition has something after it.
            let followed = i + 1 < scene.end && !matches!(self.text.lower(i + 1), "." | "," | ";");
            let particle = word.is(Classes::ADVERB)
                && (next.is(Classes::PREPOSITION)
                    || matches!(self.text.lower(i + 1), "that" | "how" | "whether" | "what"));
            return Some(if followed && !particle { Tag::Preposition } else { Tag::Adverb });
        }
        if lower == "as" {
            return Some(Tag::Preposition);
        }
        (word.is(Classes::ADVERB) && !(word.is(Classes::ADJECTIVE) && before == Some(Tag::Determiner)))
            .then_some(Tag::Adverb)
    }

    /// "that" opens a clause after a verb of saying, a noun or before a verb; else it points.
    fn that(&self, i: usize, before: Option<Tag>) -> Tag {
        let next = self.known(i + 1);
        let opens_clause = match before {
            None | Some(Tag::Preposition | Tag::To) => false,
            Some(Tag::Present | Tag::Past | Tag::PastOrParticiple | Tag::Participle | Tag::Base | Tag::Ing) => {
                let verb = self.known(i - 1).verb.and_then(|v| self.grammar.verb(v));
                let plain_noun = next.is_unknown() && self.fixed.get(i + 1).copied().flatten().is_none();
                !plain_noun || verb.is_none_or(|v| matches!(v.sense, Sense::Say | Sense::Think | Sense::Agree))
            }
            Some(_) => true,
        };
        if opens_clause { Tag::Subordinator } else { Tag::Determiner }
    }

    /// Whether "to" is followed by a verb: "to export goods", but "tariffs rose to record highs", "exports to China".
    fn to_infinitive(&self, i: usize, before: Option<Tag>) -> bool {
        let mut at = i + 1;
        while self.known(at).is(Classes::ADVERB) && !self.known(at).is_verb()
            || self.text.lower(at).ends_with("ly") && !self.known(at).is_verb()
        {
            at += 1;
            if at > i + 3 {
                return false;
            }
        }
        let word = self.known(at);
        if self.fixed.get(at).copied().flatten().is_some() {
            return false;
        }
        if self.text.lower(at) == "be" || self.text.lower(at) == "have" || self.text.lower(at) == "do" {
            return true;
        }
        if !word.is(Classes::BASE) {
            return false;
        }
        let moved = matches!(before, Some(Tag::Past | Tag::PastOrParticiple | Tag::Present))
            && self.tags.last() != Some(&Tag::Adverb)
            && self.sense(self.known(i.saturating_sub(1))).is_some_and(|s| matches!(s, Sense::Up | Sense::Down));
        !(moved && word.is(Classes::NOUN))
    }

    fn sense(&self, word: Word) -> Option<Sense> {
        word.verb.and_then(|id| self.grammar.verb(id)).map(|v| v.sense)
    }

    /// The class of a word that can be a verb.
    fn verb(&self, i: usize, word: Word, before: Option<Tag>, scene: &Scene) -> Tag {
        let lower = self.text.lower(i);
        let ing = word.is(Classes::ING) || word.is_unknown() && lower.ends_with("ing");
        let past = word.is(Classes::PAST) || word.is_unknown() && lower.ends_with("ed");
        let participle = word.is(Classes::PARTICIPLE) || word.is_unknown() && lower.ends_with("ed");
        let next = self.known(i + 1);
        let next_fixed = self.fixed.get(i + 1).copied().flatten();
        let next_nominal = matches!(next_fixed, Some(Tag::Name | Tag::Figure))
            || next_fixed.is_none()
                && (next.is_unknown() || next.is(Classes::NOUN.or(Classes::ADJECTIVE)))
                && self.text.word(i + 1).starts_with(char::is_alphabetic);
        let next_opens = matches!(next_fixed, Some(Tag::Name | Tag::Figure))
            || next.is(Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PRONOUN));
        match before {
            Some(Tag::Modal | Tag::Do | Tag::To) if word.is(Classes::BASE) => return Tag::Base,
            Some(Tag::Have | Tag::Be) if participle => return Tag::Participle,
            Some(Tag::Be) if ing => return Tag::Ing,
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective) => {
                let modifies = (participle || ing || word.is(Classes::ADJECTIVE)) && next_nominal;
                return if modifies { Tag::Adjective } else { Tag::Noun };
            }
            Some(Tag::Preposition) => {
                return match (ing, participle) {
                    (true, _) if !word.is(Classes::NOUN) || next_opens => Tag::Ing,
                    (_, true) if next_nominal => Tag::Adjective,
                    (_, true) if !word.is(Classes::BASE) => Tag::PastOrParticiple,
                    _ => Tag::Noun,
                };
            }
            _ => {}
        }
        if word.is(Classes::NOUN) && (ing || word.is(Classes::BASE.or(Classes::THIRD))) {
            return self.noun_or_verb(i, word, before, scene, next_opens, ing);
        }
        if ing {
            return if before.is_some_and(Tag::is_nominal) && self.finite_at(i + 1) { Tag::Noun } else { Tag::Ing };
        }
        if past && participle {
            let subject_before = matches!(before, Some(Tag::Pronoun | Tag::Subordinator));
            let modifies =
                next_nominal && before.is_none_or(|t| matches!(t, Tag::Conjunction | Tag::Comma)) && !next_opens;
            let other_tense = before == Some(Tag::Conjunction) && !scene.past;
            return match (subject_before, modifies) {
                (true, _) => Tag::Past,
                (_, true) if other_tense || self.finite_ahead(i, scene.end) => Tag::Adjective,
                _ => Tag::PastOrParticiple,
            };
        }
        if past {
            return Tag::Past;
        }
        if participle {
            return Tag::Participle;
        }
        Tag::Present
    }

    /// "exports", "rise", "cut", "trading": words that are nouns as often as verbs.
    fn noun_or_verb(
        &self,
        i: usize,
        word: Word,
        before: Option<Tag>,
        scene: &Scene,
        next_opens: bool,
        ing: bool,
    ) -> Tag {
        let past = word.is(Classes::PAST);
        let verb = match (ing, past) {
            (true, _) => Tag::Ing,
            (_, true) => Tag::PastOrParticiple,
            _ => Tag::Present,
        };
        match before {
            Some(Tag::Pronoun) if !ing => verb,
            Some(Tag::Subordinator)
                if !ing && self.relative_before(i) && !self.finite_at(i + 1) && !self.finite_ahead(i, scene.end) =>
            {
                verb
            }
            Some(Tag::Comma) if !scene.any_finite && self.measures_at(i) => verb,
            Some(t) if t.is_nominal() => {
                let ahead = self.finite_ahead(i, scene.end)
                    || (i + 1..scene.end.min(i + LOOK_AHEAD)).any(|at| self.measures_at(at));
                // In "the premium that buyers pay jumped" both verbs are finite.
                let other = scene.finite || ahead && !scene.nested;
                if self.finite_at(i + 1) || other && !(ing && next_opens) {
                    return Tag::Noun;
                }
                if self.in_object(i, scene.start) {
                    return Tag::Noun;
                }
                let next = self.known(i + 1);
                let follows = next_opens
                    || next.is(Classes::TO.or(Classes::ADVERB).or(Classes::PREPOSITION).or(Classes::SUBORDINATOR));
                let plural = self.text.lower(i.saturating_sub(1)).ends_with('s') || t == Tag::Pronoun;
                let agrees = word.is(Classes::THIRD) || past || plural || self.measures_at(i);
                let at_end = matches!(self.text.lower(i + 1), "." | "," | "");
                let object = next.is_unknown() || next.is(Classes::ADJECTIVE.or(Classes::NOUN));
                if agrees && (follows || at_end && plural || object && !ing) { verb } else { Tag::Noun }
            }
            Some(Tag::Present | Tag::Past) if scene.nested && self.measures_at(i) => verb,
            _ if next_opens && (ing || past) => verb,
            Some(Tag::Conjunction) if next_opens && scene.finite => verb,
            _ => Tag::Noun,
        }
    }

    /// Whether token `i` is a noun or verb that moves to an amount ("falls to three percent", "total 500").
    fn measures_at(&self, i: usize) -> bool {
        let figure = |i: usize| self.fixed.get(i).copied().flatten() == Some(Tag::Figure);
        let word = self.known(i);
        word.is(Classes::NOUN)
            && word.is(Classes::BASE.or(Classes::THIRD))
            && matches!(self.sense(word), Some(Sense::Up | Sense::Down | Sense::Move | Sense::Hold))
            && !self.known(i.wrapping_sub(1)).is(Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::ADJECTIVE))
            && (figure(i + 1) || matches!(self.text.lower(i + 1), "to" | "at" | "from" | "by") && figure(i + 2))
    }

    /// Whether the noun before `i` is the object of a verb, as "tax" is before "rates" in "facing tax rates".
    fn in_object(&self, i: usize, start: usize) -> bool {
        let mut at = i;
        while at > start {
            at -= 1;
            match self.tags[at] {
                Tag::Noun
                | Tag::Name
                | Tag::Adjective
                | Tag::Determiner
                | Tag::Possessive
                | Tag::Hyphen
                | Tag::Skip => {}
                Tag::Ing | Tag::Base | Tag::Participle => return true,
                Tag::Present | Tag::Past | Tag::PastOrParticiple => {
                    return !matches!(self.sense(self.known(at)), Some(Sense::Say | Sense::Think));
                }
                _ => return false,
            }
            if at + LOOK_AHEAD < i {
                return false;
            }
        }
        false
    }

    fn relative_before(&self, i: usize) -> bool {
        matches!(self.text.lower(i.wrapping_sub(1)), "which" | "who" | "that")
    }

    /// Whether token `i` is surely a finite verb or an auxiliary.
    fn finite_at(&self, i: usize) -> bool {
        if self.fixed.get(i).copied().flatten().is_some() {
            return false;
        }
        let word = self.known(i);
        word.is(Classes::BE.or(Classes::HAVE).or(Classes::MODAL).or(Classes::DO))
            && !matches!(self.text.lower(i), "'s" | "’s")
            || word.is(Classes::PAST) && !word.is(Classes::NOUN)
            || word.is(Classes::THIRD) && !word.is(Classes::NOUN)
    }

    /// Whether another finite verb follows in the same clause.
    fn finite_ahead(&self, i: usize, end: usize) -> bool {
        for at in i + 1..end.min(i + LOOK_AHEAD) {
            let lower = self.text.lower(at);
            let word = self.known(at);
            if matches!(lower, "," | ";" | ":" | "—" | "–") || word.is(Classes::SUBORDINATOR) && lower != "as" {
                return false;
            }
            let modifier = self.known(at - 1).is(Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PREPOSITION));
            let reduced = word.is(Classes::PARTICIPLE) && matches!(self.text.lower(at + 1), "by" | "in");
            if self.finite_at(at) && !modifier && !reduced {
                return true;
            }
        }
        false
    }
}

/// What is known of the sentence while its tokens are tagged.
struct Scene {
    start: usize,
    end: usize,
    title_case: bool,
    /// Whether the clause at hand has a finite verb already.
    finite: bool,
    /// Whether a relative clause was opened whose own verb is still to come.
    nested: bool,
    /// Whether the sentence has a finite verb.
    any_finite: bool,
    /// Whether the last finite verb was in the past.
    past: bool,
}

impl Scene {
    fn note(&mut self, tag: Tag) {
        match tag {
            Tag::Comma | Tag::Stop | Tag::Subordinator => {
                self.finite = false;
                self.nested = false;
            }
            Tag::Present | Tag::Past | Tag::PastOrParticiple | Tag::Be | Tag::Have | Tag::Modal | Tag::Do => {
                self.finite = true;
                self.any_finite = true;
                self.past = matches!(tag, Tag::Past | Tag::PastOrParticiple);
            }
            _ => {}
        }
    }
}
