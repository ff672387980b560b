//! The article as the search for speakers sees it: which tokens stand in quotation marks or in names, and the noun phrases
//! around a token.

use super::marks::Quoted;
use crate::extract::link::phrase::{
    is_adverb, is_auxiliary, is_determiner, is_possessive, is_preposition, sentence_of,
};
use crate::extract::reading::Reading;
use crate::record::EntityKind;
use crate::text::calendar;
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// Pronouns that can be a subject.
pub(super) const PRONOUNS: &[&str] =
    &["he", "she", "they", "it", "i", "we", "you", "who", "someone", "everyone", "nobody", "others"];
/// Words that end a noun phrase on either side.
const BOUNDARIES: &[&str] = &[
    "and", "or", "but", "that", "when", "while", "because", "if", "who", "which", "whose", "whom", "where", "although",
    "though", "so", "nor", "as", "than", "how", "why", "what", "whether",
];

/// The article with what is needed to find noun phrases in it.
pub(super) struct Scene<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) text: &'a Text,
    /// For each token the stretch in quotation marks that holds it.
    pub(super) inside: Vec<Option<usize>>,
    pub(super) quoted: Vec<Quoted>,
    /// For each token the longest mention that holds it.
    pub(super) mention: Vec<Option<usize>>,
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

    pub(super) fn mention_tokens(&self, token: usize) -> Option<Range<usize>> {
        let mention = (*self.mention.get(token)?)?;
        Some(self.text.tokens_in(self.reading.record.mentions[mention].span))
    }

    pub(super) fn is_person(&self, token: usize) -> bool {
        let mention = self.mention.get(token).copied().flatten();
        mention.is_some_and(|m| self.reading.record.mentions[m].kind == EntityKind::Person)
    }

    /// Whether a token can be part of a noun phrase: a word, a number, a hyphen or a possessive.
    pub(super) fn is_nominal(&self, token: usize) -> bool {
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
                    // "Under Secretary" is an office.
                    || word == "under" && self.text.lower(token + 1) == "secretary"
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
    pub(super) fn phrase_ending(&self, end: usize) -> Option<Range<usize>> {
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
    pub(super) fn widened(&self, sentence: usize, mut start: usize, end: usize) -> usize {
        while start > sentence && end - start < 12 {
            let word = self.text.lower(start - 1);
            if is_determiner(word) && word != "that" {
                return start - 1;
            }
            // "Trade and Industry Minister Ola Berg"
            let capital = |i: usize| self.text.word(i).starts_with(char::is_uppercase);
            if word == "and" && start > sentence + 1 && capital(start) && capital(start - 2) && !self.in_name(start - 2)
            {
                start -= 2;
                continue;
            }
            if !self.is_nominal(start - 1) || is_adverb(word) || self.speech_verb(start - 1) {
                break;
            }
            start = self.mention_tokens(start - 1).map_or(start - 1, |name| name.start.min(start - 1));
        }
        start
    }

    /// Whether a name that ends here is no part of a longer phrase: not "the Lysne chief executive Ola Berg".
    pub(super) fn is_whole_phrase(&self, end: usize) -> bool {
        let small = self.text.word(end).chars().next().is_some_and(char::is_lowercase);
        let office = (end..end + 4)
            .take_while(|&i| self.is_nominal(i))
            .any(|i| self.reading.lists.link.is_role(self.text.lower(i)));
        (small || self.text.lower(end) == ",") && !office
    }

    pub(super) fn speech_verb(&self, token: usize) -> bool {
        self.reading
            .lists
            .quote
            .cue(self.text.lower(token), self.text.lower(token + 1))
            .is_some_and(|c| c.verb == "say" || c.verb == "tell")
    }

    pub(super) fn phrase_starting(&self, start: usize) -> Option<Range<usize>> {
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
}

/// Whether a word in lower case is a day or says which one.
pub(super) fn is_weekday(word: &str) -> bool {
    calendar::is_weekday(word) || matches!(word, "late" | "early" | "last" | "this")
}
