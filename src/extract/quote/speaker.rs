//! Who speaks: the noun phrase before or after a verb of speech, and the entity it names.
//!
//! ```text
//! Sean Stein, president of the US-China Business Council, said       before, over an insertion
//! said Robert Lighthizer, the US Trade Representative                after
//! a spokesman for the ministry said                                  the head, and whom it speaks for
//! ```

use super::scene::{PRONOUNS, Scene, is_weekday};
use crate::extract::link::phrase::{
    is_adverb, is_auxiliary_at, is_determiner, is_possessive, is_preposition, sentence_of,
};
use crate::extract::link::{STATE_BODIES, owner, referent};
use crate::record::{EntityId, EntityKind};
use crate::text::Span;
use std::ops::Range;

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

/// What sources are said to be: "familiar with the matter", "close to the talks".
const KNOWS: &[&str] = &["familiar", "close", "briefed", "aware", "involved", "informed", "acquainted", "knowledge"];

/// How many words an office may be told with after its noun.
const LONGEST_PORTFOLIO: usize = 12;

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

impl Scene<'_> {
    /// The speaker whose name ends right before a token.
    pub(super) fn name_ending(&self, end: usize) -> Option<Speaker> {
        let name = self.mention_tokens(end.checked_sub(1)?).filter(|name| name.end == end)?;
        Some(self.speaker(name.clone(), None, name))
            .filter(|speaker| speaker.entity.is_some_and(|id| self.can_speak(id)))
    }

    /// The office right before a token that stands for its holder: "Minister: “No.”"
    pub(super) fn office_ending(&self, end: usize) -> Option<Speaker> {
        let phrase = self.phrase_ending(end)?;
        self.heads(&phrase).then(|| self.speaker(phrase.clone(), None, phrase))
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
            // "a person familiar with the matter": nobody who could be named.
            if let Some(known) = preposition.checked_sub(1).filter(|&i| KNOWS.contains(&self.text.lower(i))) {
                let source = self.phrase_ending(known).filter(|source| self.heads(source))?;
                let start = source.start;
                return Some(Speaker { span: self.text.span_of(start..end), entity: None, extent: start..end });
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
                    | "person"
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
        // "said his rival, Ola Berg."
        let comma = usize::from(self.text.lower(end) == ",");
        let last = if of.is_some() && self.is_person(end - 1) {
            Some(end - 1)
        } else {
            Some(end + comma).filter(|_| comma == 1)
        };
        // "the Minister for Trade and Tourism, Ola Berg": the portfolio may be long.
        if self.heads(&phrase)
            && let Some(name) = self.name_after_portfolio(phrase.end)
        {
            return Some(self.speaker(name.clone(), None, start..name.end));
        }
        let told = is_determiner(self.text.lower(phrase.start)) && comma == 1;
        if (self.heads(&phrase) || told)
            && !self.is_person(phrase.end - 1)
            && let Some(name) = last.filter(|&last| self.is_person(last)).and_then(|last| self.mention_tokens(last))
            && (comma == 0 || matches!(self.text.lower(name.end), "," | "."))
        {
            return Some(self.speaker(name.clone(), None, start..name.end.max(end)));
        }
        Some(self.speaker(phrase, of, start..end))
    }

    /// The name behind "for Trade and Tourism," where these words follow an office that ends at a token.
    fn name_after_portfolio(&self, office: usize) -> Option<Range<usize>> {
        if !matches!(self.text.lower(office), "for" | "of") {
            return None;
        }
        let capital = |i: usize| self.text.word(i).starts_with(char::is_uppercase);
        let small = |i: usize| matches!(self.text.lower(i), "for" | "of" | "and" | "the" | "&");
        let comma = (office..office + LONGEST_PORTFOLIO).find(|&i| !capital(i) && !small(i))?;
        let name = self.mention_tokens(comma + 1).filter(|_| self.text.lower(comma) == ",")?;
        (self.is_person(name.start) && matches!(self.text.lower(name.end), "," | ".")).then_some(name)
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
                let end = before - comma;
                self.antecedent(end).or_else(|| self.ending(end))
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

    /// The person whom "who" after a token tells more of: "a blow for Lund, who ...", "Lund, his trade minister, who ...".
    fn antecedent(&self, end: usize) -> Option<Speaker> {
        let person = |end: usize| {
            let last = end.checked_sub(1).filter(|&last| self.is_person(last))?;
            self.mention_tokens(last).filter(|name| name.end == end)
        };
        let before_apposition = || {
            let told = self.phrase_ending(end)?;
            let comma = told.start.checked_sub(1).filter(|&i| self.text.lower(i) == ",")?;
            person(comma)
        };
        let name = person(end).or_else(before_apposition)?;
        Some(self.speaker(name.clone(), None, name))
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
        // "Mexico's economy minister, Marcelo Ebrard, pointed out": the name itself is inserted, maybe with an office.
        if let Some(name) = self.mention_tokens(close.checked_sub(1)?)
            && self.is_person(close - 1)
            && let start = self.widened(sentence, name.start, name.end)
            && start > sentence
            && self.text.lower(start - 1) == ","
            && !(start > sentence + 1 && self.is_person(start - 2))
        {
            let role = self.phrase_ending(start - 1).map_or(name.start, |p| p.start);
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
            // Of several names of bodies and places the nearest one carries the insertion.
            if best.is_none_or(|(known, _)| rank > known || rank == known && rank > 1) {
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
