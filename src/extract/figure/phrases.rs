//! Phrases of word lists, found in a text at a token or before one, the longest first.

use crate::text::Text;
use rustc_hash::FxHashMap;

/// The other words of a phrase, and its value.
type Rest<T> = (Vec<Box<str>>, T);

/// Phrases with a value each, found by their first or last word.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    by_word: FxHashMap<Box<str>, Vec<Rest<T>>>,
    /// Whether capitals matter, as they do in symbols.
    exact: bool,
    /// Whether phrases are looked for backwards from their end.
    backwards: bool,
}

impl<T: Copy> Phrases<T> {
    pub(super) fn words() -> Self {
        Self { by_word: FxHashMap::default(), exact: false, backwards: false }
    }

    pub(super) fn symbols() -> Self {
        Self { exact: true, ..Self::words() }
    }

    /// The same, found from the token after their end.
    pub(super) fn backwards(self) -> Self {
        Self { backwards: true, ..self }
    }

    /// Adds a phrase; a later one of the same words replaces the earlier.
    pub(super) fn insert(&mut self, phrase: &str, value: T) {
        let Some((first, rest)) = self.words_of(phrase) else { return };
        let phrases = self.by_word.entry(first).or_default();
        phrases.retain(|(other, _)| *other != rest);
        phrases.push((rest, value));
        phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }

    /// Adds a phrase, unless it is there.
    pub(super) fn insert_new(&mut self, phrase: &str, value: T) {
        let Some((first, rest)) = self.words_of(phrase) else { return };
        let phrases = self.by_word.entry(first).or_default();
        if phrases.iter().all(|(other, _)| *other != rest) {
            phrases.push((rest, value));
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
    }

    /// The value of one word that is a whole phrase.
    pub(super) fn get(&self, word: &str) -> Option<T> {
        self.by_word.get(word)?.iter().find(|(rest, _)| rest.is_empty()).map(|(_, value)| *value)
    }

    /// The word by which a phrase is found, and its other words.
    fn words_of(&self, phrase: &str) -> Option<(Box<str>, Vec<Box<str>>)> {
        // Most phrases are one word, which need not be split.
        if phrase.bytes().all(|b| b.is_ascii_alphabetic()) && !phrase.is_empty() {
            let word = if self.exact { phrase.to_owned() } else { phrase.to_ascii_lowercase() };
            return Some((word.into(), Vec::new()));
        }
        let text = Text::new(phrase);
        let mut words: Vec<Box<str>> = (0..text.tokens().len()).map(|i| self.key(&text, i).into()).collect();
        if self.backwards {
            words.reverse();
        }
        (!words.is_empty()).then(|| (words.remove(0), words))
    }

    fn key<'t>(&self, text: &'t Text, i: usize) -> &'t str {
        if self.exact { text.word(i) } else { text.lower(i) }
    }

    /// The longest phrase that starts at token `at`, and one past its last token.
    pub(super) fn at(&self, text: &Text, at: usize) -> Option<(T, usize)> {
        let phrases = self.by_word.get(self.key(text, at))?;
        phrases.iter().find_map(|(rest, value)| {
            let mut i = at + 1;
            for word in rest {
                // "basis-point" is "basis point".
                if text.word(i) == "-" && &**word != "-" {
                    i += 1;
                }
                if self.key(text, i) != &**word {
                    return None;
                }
                i += 1;
            }
            Some((*value, i))
        })
    }

    /// The longest phrase whose last token is the one before `end`, and its first token.
    pub(super) fn before(&self, text: &Text, end: usize) -> Option<(T, usize)> {
        let last = end.checked_sub(1)?;
        let phrases = self.by_word.get(self.key(text, last))?;
        phrases.iter().find_map(|(rest, value)| {
            let first = last.checked_sub(rest.len())?;
            let all = rest.iter().enumerate().all(|(n, word)| self.key(text, last - 1 - n) == &**word);
            all.then_some((*value, first))
        })
    }
}
