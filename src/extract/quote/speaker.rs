//! Who speaks: the noun phrase before or after a verb of speech, and the entity it names.
//!
//! ```text
//! Sean Stein, president of the US-China Business Council, said       before, over an insertion
//! said Robert Lighthizer, the US Trade Representative                after
//! a spokesman for the ministry said                                  the head, and whom it speaks for
//! ```

use super::marks::Quoted;
use crate::extract::Reading;
use crate::extract::link::phrase::{
    is_adverb, is_auxiliary, is_auxiliary_at, is_determiner, is_possessive, is_preposition, sentence_of,
};
use crate::extract::link::{owner, referent};
use crate::record::{EntityId, EntityKind};
use crate::text::{Span, Text, TokenKind};
use std::ops::Range;

/// Pronouns that can be a subject.
const PRONOUNS: &[&str] =
    &["he", "she", "they", "it", "i", "we", "you", "who", "someone", "everyone", "nobody", "others"];
/// Words that end a noun phrase on either side.
const BOUNDARIES: &[&str] = &[
    "and", "or", "but", "that", "when", "while", "because", "if", "who", "which", "whose", "whom", "where", "although",
    "though", "so", "nor", "as", "than", "how", "why", "what", "whether",
];
/// Nouns for people who speak for somebody, and for papers that do.
const SPEAKS_FOR: &[&str] = &[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokespeople",
    "spokesmen",
    "statement",
    "report",
    "figures",
    "data",
    "survey",
    "study",
    "officials",
    "official",
    "lawyers",
    "lawyer",
    "attorney",
    "attorneys",
    "representative",
    "representatives",
    "office",
    "estimates",
    "forecast",
    "forecasts",
    "release",
    "filing",
    "documents",
    "sources",
    "source",
    "statistics",
    "numbers",
    "calculations",
    "analysis",
    "website",
    "letter",
    "post",
    "memo",
    "researchers",
    "analysts",
    "economists",
    "editorial",
    "diplomats",
    "negotiators",
    "lawmakers",
    "executives",
    "poll",
];
/// Bodies of a state: of "the Chinese foreign ministry" the country is told.
const STATE_BODIES: &[&str] = &[
    "government",
    "governments",
    "ministry",
    "officials",
    "official",
    "authorities",
    "embassy",
    "administration",
    "cabinet",
    "customs",
    "diplomats",
    "negotiators",
    "regulators",
    "leadership",
    "parliament",
    "side",
    "delegation",
];

/// How far into a sentence its subject is looked for, so that a text without full stops stays cheap.
pub(super) const LONG_SENTENCE: usize = 120;

/// The words that name a speaker.
#[derive(Clone, Debug)]
pub(super) struct Speaker {
    /// The words to show.
    pub(super) span: Span,
    /// Whom they name.
    pub(super) entity: Option<EntityId>,
    /// All tokens of the phrase, insertions included.
    pub(super) extent: Range<usize>,
}

/// The article with what is needed to find noun phrases in it.
pub(super) struct Scene<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) text: &'a Text,
    /// For each token the stretch in quotation marks that holds it.
    pub(super) inside: Vec<Option<usize>>,
    pub(super) quoted: Vec<Quoted>,
    /// For each token the longest mention that holds it.
    mention: Vec<Option<usize>>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(reading: &'a Reading<'a>, quoted: Vec<Quoted>) -> Self {
        let text = reading.text;
        let mut inside = vec![None; text.tokens().len()];
        for (n, q) in quoted.iter().enumerate() {
            for slot in inside.get_mut(q.tokens.clone()).into_iter().flatten() {
                *slot = Some(n);
            }
        }
        let mut mention: Vec<Option<usize>> = vec![None; text.tokens().len()];
        for (n, m) in reading.record.mentions.iter().enumerate() {
            // The longest mention at a place comes first, and keeps its tokens.
            for slot in mention.get_mut(text.tokens_in(m.span)).into_iter().flatten() {
                slot.get_or_insert(n);
            }
        }
        Self { reading, text, inside, quoted, mention }
    }

    /// Whether a token is part of a name.
    pub(super) fn in_name(&self, token: usize) -> bool {
        self.mention.get(token).copied().flatten().is_some()
    }

    /// The speaker whose name ends right before a token.
    pub(super) fn name_ending(&self, end: usize) -> Option<Speaker> {
        let name = self.mention_tokens(end.checked_sub(1)?).filter(|name| name.end == end)?;
        Some(self.speaker(name.clone(), None, name))
            .filter(|speaker| speaker.entity.is_some_and(|id| self.can_speak(id)))
    }

    fn mention_tokens(&self, token: usize) -> Option<Range<usize>> {
        let mention = (*self.mention.get(token)?)?;
        Some(self.text.tokens_in(self.reading.record.mentions[mention].span))
    }

    fn is_person(&self, token: usize) -> bool {
        let mention = self.mention.get(token).copied().flatten();
        mention.is_some_and(|m| self.reading.record.mentions[m].kind == EntityKind::Person)
    }

    /// Whether a token can be part of a noun phrase: a word, a number, a hyphen or a possessive.
    fn is_nominal(&self, token: usize) -> bool {
        let Some(t) = self.text.tokens().get(token) else { return false };
        if self.inside[token].is_some() {
            return false;
        }
        if self.mention[token].is_some() {
            return true;
        }
        let word = self.text.lower(token);
        match t.kind {
            TokenKind::Word => {
                is_possessive(self.text, token)
                    || !(is_auxiliary(word)
                        || is_preposition(word)
                        || BOUNDARIES.contains(&word)
                        || PRONOUNS.contains(&word))
            }
            TokenKind::Number => true,
            TokenKind::Mark => matches!(word, "-" | "–" | "&") && !t.space_before || is_possessive(self.text, token),
            TokenKind::Address => false,
        }
    }

    /// The noun phrase that ends right before a token: a pronoun, a name, or a noun with what stands before it.
    fn phrase_ending(&self, end: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1)?;
        let (sentence, _) = sentence_of(self.text, last);
        if PRONOUNS.contains(&self.text.lower(last)) {
            return Some(last..end);
        }
        if !self.is_nominal(last) || is_determiner(self.text.lower(last)) || is_adverb(self.text.lower(last)) {
            return None;
        }
        if let Some(name) = self.mention_tokens(last).filter(|name| name.end == end && self.is_person(last)) {
            return Some(name);
        }
        let start = self.mention_tokens(last).map_or(last, |name| name.start.min(last));
        Some(self.widened(sentence, start, end)..end)
    }

    /// Where the noun phrase starts whose last words start at `start`: articles, adjectives, titles, names before them.
    fn widened(&self, sentence: usize, mut start: usize, end: usize) -> usize {
        while start > sentence && end - start < 12 {
            let word = self.text.lower(start - 1);
            if is_determiner(word) && word != "that" {
                return start - 1;
            }
            if !self.is_nominal(start - 1) || is_adverb(word) || self.speech_verb(start - 1) {
                break;
            }
            start = self.mention_tokens(start - 1).map_or(start - 1, |name| name.start.min(start - 1));
        }
        start
    }

    /// Whether a name that ends here is no part of a longer phrase: not "the Lysne chief executive Ola Berg".
    fn is_whole_phrase(&self, end: usize) -> bool {
        let small = self.text.word(end).chars().next().is_some_and(char::is_lowercase);
        let office = (end..end + 4)
            .take_while(|&i| self.is_nominal(i))
            .any(|i| self.reading.lists.link.is_role(self.text.lower(i)));
        (small || self.text.lower(end) == ",") && !office
    }

    fn speech_verb(&self, token: usize) -> bool {
        self.reading
            .lists
            .quote
            .cue(self.text.lower(token), self.text.lower(token + 1))
            .is_some_and(|c| c.verb == "say" || c.verb == "tell")
    }

    /// The speaker whose noun phrase ends right before a token, with the noun that it depends on: "a spokesman for X".
    fn ending(&self, end: usize) -> Option<Speaker> {
        let mut phrase = self.phrase_ending(end)?;
        let mut of = None;
        for _ in 0..3 {
            let Some(preposition) = phrase.start.checked_sub(1) else { break };
            if !matches!(
                self.text.lower(preposition),
                "of" | "for" | "at" | "in" | "from" | "with" | "to" | "on" | "by"
            ) {
                break;
            }
            let Some(head) = self.phrase_ending(preposition).filter(|head| self.heads(head)) else { break };
            of.get_or_insert(phrase.clone());
            phrase = head;
        }
        let (sentence, _) = sentence_of(self.text, phrase.start);
        let start = self.widened(sentence, phrase.start, phrase.end);
        Some(self.speaker(phrase, of, start..end))
    }

    /// Whether a phrase can speak and carry "of", "for" or "at": a person, or a noun for people or papers.
    fn heads(&self, phrase: &Range<usize>) -> bool {
        let last = phrase.end - 1;
        let word = self.text.lower(last);
        self.is_person(last)
            || self.reading.lists.link.is_role(word)
            || SPEAKS_FOR.contains(&word)
            || STATE_BODIES.contains(&word)
            || matches!(
                word,
                "head"
                    | "one"
                    | "some"
                    | "many"
                    | "most"
                    | "two"
                    | "several"
                    | "people"
                    | "members"
                    | "member"
                    | "leaders"
                    | "scientists"
                    | "experts"
                    | "workers"
                    | "farmers"
                    | "critics"
                    | "man"
                    | "woman"
                    | "group"
                    | "team"
                    | "bank"
            )
    }

    /// The speaker whose noun phrase starts at a token.
    pub(super) fn starting(&self, start: usize) -> Option<Speaker> {
        let word = self.text.lower(start);
        if PRONOUNS.contains(&word) && word != "who" {
            return Some(self.speaker(start..start + 1, None, start..start + 1));
        }
        let phrase = self.phrase_starting(start)?;
        let preposition = self.text.lower(phrase.end);
        let of = matches!(preposition, "of" | "for" | "at" | "from" | "by" | "in" | "with" | "to")
            .then(|| self.phrase_starting(phrase.end + 1))
            .flatten()
            .filter(|_| preposition != "to" || self.heads(&phrase));
        let end = of.as_ref().map_or(phrase.end, |of| of.end);
        // "the envoy to Norway Ola Berg" and "the team's coach, Ola Berg,": the name follows its office.
        let comma = usize::from(self.text.lower(end) == ",");
        let last = if of.is_some() && self.is_person(end - 1) {
            Some(end - 1)
        } else {
            Some(end + comma).filter(|_| comma == 1)
        };
        if self.heads(&phrase)
            && !self.is_person(phrase.end - 1)
            && let Some(name) = last.filter(|&last| self.is_person(last)).and_then(|last| self.mention_tokens(last))
            && (comma == 0 || matches!(self.text.lower(name.end), "," | "."))
        {
            return Some(self.speaker(name.clone(), None, start..name.end.max(end)));
        }
        Some(self.speaker(phrase, of, start..end))
    }

    fn phrase_starting(&self, start: usize) -> Option<Range<usize>> {
        let (_, limit) = sentence_of(self.text, start);
        let mut end = start;
        while end < limit && end - start < 14 {
            let determiner = is_determiner(self.text.lower(end));
            if !(self.is_nominal(end) || determiner && end == start) || determiner && end > start {
                break;
            }
            if let Some(name) = self.mention_tokens(end).filter(|_| self.is_person(end)) {
                // A name ends the phrase: "said Mr Lund late on Friday".
                return Some(start..name.end.max(end + 1));
            }
            if end > start && (is_adverb(self.text.lower(end)) || is_weekday(self.text.lower(end))) {
                break;
            }
            end += 1;
        }
        (end > start + usize::from(is_determiner(self.text.lower(start)))).then_some(start..end)
    }

    /// A speaker of a head phrase and of the phrase that depends on it.
    fn speaker(&self, head: Range<usize>, of: Option<Range<usize>>, extent: Range<usize>) -> Speaker {
        let last = head.end - 1;
        let name = self.mention_tokens(last).filter(|name| name.end == head.end && self.is_person(last));
        let noun = self.text.lower(last);
        let entity = referent(self.reading, head.clone()).or_else(|| {
            let of = of.clone().filter(|_| {
                SPEAKS_FOR.contains(&noun) || STATE_BODIES.contains(&noun) || matches!(noun, "leaders" | "head")
            });
            of.and_then(|of| referent(self.reading, of)).filter(|id| self.can_speak(*id)).or_else(|| self.owner(&head))
        });
        let span = match (name, of) {
            (Some(name), _) => self.text.span_of(name),
            (None, Some(of)) => self.text.span_of(head.start..of.end.max(head.end)),
            (None, None) => self.text.span_of(head),
        };
        Speaker { span, entity, extent }
    }

    /// Of "a Nvidia spokesman", "Chinese officials" and "Canada's government": whom they speak for.
    fn owner(&self, phrase: &Range<usize>) -> Option<EntityId> {
        let noun = self.text.lower(phrase.end - 1);
        if !(SPEAKS_FOR.contains(&noun) || STATE_BODIES.contains(&noun)) {
            return None;
        }
        owner(self.reading, phrase.clone()).filter(|id| self.can_speak(*id))
    }

    fn can_speak(&self, id: EntityId) -> bool {
        self.reading.record.entity(id).is_some_and(|e| {
            matches!(e.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place | EntityKind::Group)
        })
    }

    /// The subject of a verb whose auxiliaries start at `verb`, looking to the left.
    pub(super) fn subject_before(&self, verb: usize) -> Option<Speaker> {
        let (sentence, _) = sentence_of(self.text, verb);
        let mut end = verb;
        while end > sentence && (is_auxiliary_at(self.text, end - 1) || is_adverb(self.text.lower(end - 1))) {
            end -= 1;
        }
        end = self.without_day(sentence, end);
        let before = end.checked_sub(1).filter(|&i| i >= sentence)?;
        match self.text.lower(before) {
            "to" => None,
            "who" | "which" => {
                let comma = usize::from(before > sentence && self.text.lower(before - 1) == ",");
                self.ending(before - comma)
            }
            ")" => (sentence..before).rev().find(|&i| self.text.lower(i) == "(").and_then(|open| self.ending(open)),
            "," | "—" | "–" => self.over_insertion(sentence, before, verb),
            "and" | "but" | "or" | "then" | "also" => self.first_subject(sentence, before),
            _ => {
                let speaker = self.ending(end)?;
                Some(Speaker { extent: speaker.extent.start..verb, ..speaker })
            }
        }
    }

    /// The end of the words before "on Monday", "Monday" or "late on Monday".
    fn without_day(&self, sentence: usize, end: usize) -> usize {
        let Some(day) = end.checked_sub(1).filter(|&day| day > sentence && is_weekday(self.text.lower(day))) else {
            return end;
        };
        let mut start = day;
        while start > sentence + 1 && matches!(self.text.lower(start - 1), "on" | "late" | "early" | "last") {
            start -= 1;
        }
        // "On Monday, X" has nobody before it.
        if self.text.lower(start - 1) == "," { end } else { start }
    }

    /// The subject before an insertion that a comma closes: "X, president of Y, said", "the minister, who was ill, said".
    fn over_insertion(&self, sentence: usize, close: usize, verb: usize) -> Option<Speaker> {
        let dash = self.text.lower(close) != ",";
        // "Mexico's economy minister, Marcelo Ebrard, pointed out": the name itself is inserted.
        if let Some(name) = self.mention_tokens(close.checked_sub(1)?)
            && self.is_person(close - 1)
            && name.start > sentence
            && self.text.lower(name.start - 1) == ","
            && !(name.start > sentence + 1 && self.is_person(name.start - 2))
        {
            let role = self.phrase_ending(name.start - 1).map_or(name.start, |p| p.start);
            return Some(self.speaker(name, None, role..verb));
        }
        let mut best: Option<(u8, usize)> = None;
        for open in (sentence.max(close.saturating_sub(50))..close).rev() {
            let mark = self.text.lower(open);
            if matches!(mark, ";" | ":")
                || self.inside[open].is_some()
                || self.speech_verb(open) && !self.follows_who(open)
            {
                break;
            }
            if open == sentence || !(mark == "," || dash && matches!(mark, "—" | "–")) {
                continue;
            }
            let rank = if self.is_person(open - 1) {
                3
            } else if self.mention[open - 1].is_some() {
                1
            } else if self
                .phrase_ending(open)
                .is_some_and(|p| self.heads(&p) || is_determiner(self.text.lower(p.start)))
            {
                2
            } else {
                continue;
            };
            if best.is_none_or(|(known, _)| rank >= known) {
                best = Some((rank, open));
            }
        }
        match best {
            Some((_, open)) => {
                let speaker = self.ending(open)?;
                Some(Speaker { extent: speaker.extent.start..verb, ..speaker })
            }
            None => self.first_subject(sentence, close),
        }
    }

    fn follows_who(&self, token: usize) -> bool {
        (1..4).any(|n| token.checked_sub(n).is_some_and(|i| matches!(self.text.lower(i), "who" | "which")))
    }

    /// The subject of a sentence: its first pronoun or name, or noun phrase, that no preposition governs.
    pub(super) fn first_subject(&self, sentence: usize, end: usize) -> Option<Speaker> {
        let mut at = sentence;
        let end = end.min(sentence + LONG_SENTENCE);
        while at < end {
            let word = self.text.lower(at);
            if self.inside[at].is_some() {
                return None;
            }
            if matches!(word, "he" | "she" | "they" | "it" | "we" | "i") {
                return Some(self.speaker(at..at + 1, None, at..at + 1));
            }
            if is_preposition(word) || word.ends_with("ing") && at == sentence {
                // "After the talks in Paris, X ...": the phrase ends at its comma.
                at = (at..end).find(|&i| self.text.lower(i) == ",")? + 1;
                continue;
            }
            if let Some(name) = self.mention_tokens(at)
                && !is_possessive(self.text, name.end)
                && (self.is_person(at) || self.is_whole_phrase(name.end))
            {
                return Some(self.speaker(name.clone(), None, name));
            }
            at += 1;
        }
        None
    }
}

fn is_weekday(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "late"
            | "early"
            | "last"
            | "this"
    )
}
