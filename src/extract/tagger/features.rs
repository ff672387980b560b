//! The features of a token: what the model may weigh when it chooses a tag.
//!
//! A feature is a template and a value, known only by a 32-bit hash. Templates look at the token, two words to each
//! side, the run of capitals that holds it, the words around that run, the word lists, and at what the rest of the text
//! says of the same word.

use super::hash;
use super::word::{Caps, NO_RUN, Word};
use super::words::{Style, Words};
use crate::text::Text;
use std::ops::Range;

/// Makes the features of tokens of one sentence.
#[derive(Debug)]
pub(super) struct Features<'a> {
    text: &'a Text,
    words: &'a Words,
    sentence: Range<usize>,
    style: Style,
    quoted: Vec<bool>,
}

/// The value of what stands before the first or after the last word of a sentence.
const EDGE: u64 = 1;

impl<'a> Features<'a> {
    /// For the tokens of sentence number `n`.
    pub(super) fn new(text: &'a Text, words: &'a Words, n: usize) -> Self {
        let sentence = text.sentences()[n].tokens.clone();
        let mut inside = false;
        let quoted = sentence
            .clone()
            .map(|i| {
                let word = text.word(i);
                match word {
                    "“" => inside = true,
                    "”" => inside = false,
                    "\"" => inside = !inside,
                    _ => {}
                }
                inside && words.get(i).caps != Caps::Mark
            })
            .collect();
        Self { text, words, sentence, style: words.styles[n], quoted }
    }

    fn at(&self, i: usize, by: isize) -> Option<&'a Word> {
        let i = i.checked_add_signed(by)?;
        self.sentence.contains(&i).then(|| self.words.get(i))
    }

    /// Hands every feature of token `i` to `push`.
    pub(super) fn of(&self, i: usize, mut push: impl FnMut(u32)) {
        let mut put = |template: u32, value: u64| push(hash::feature(template, value));
        let word = *self.words.get(i);
        let (b1, b2) = (self.at(i, -1), self.at(i, -2));
        let (a1, a2) = (self.at(i, 1), self.at(i, 2));
        let lower = |word: Option<&Word>| word.map_or(EDGE, |w| w.lower);
        let shape = |word: Option<&Word>| word.map_or(EDGE, |w| w.shape);
        let flags = |word: Option<&Word>| word.map_or(0, |w| u64::from(w.flags) + 1);
        let phrases = |word: Option<&Word>| word.map_or(0, |w| w.phrases + 1);
        let case = |word: Option<&Word>| word.map_or(15, |w| u64::from(w.case) * 16 + w.caps as u64);
        let pair = |a: u64, b: u64| hash::join(a, b);
        let first = i == self.sentence.start;
        let state = u64::from(first) + 2 * self.style as u64;

        put(0, state);
        put(1, word.lower);
        put(2, hash::join(word.lower, word.caps as u64));
        put(3, lower(b1));
        put(4, lower(a1));
        put(5, lower(b2));
        put(6, lower(a2));
        put(7, pair(lower(b1), word.lower));
        put(8, pair(word.lower, lower(a1)));
        put(9, pair(lower(b1), lower(a1)));
        put(10, word.shape);
        put(11, pair(shape(b1), word.shape));
        put(12, pair(word.shape, shape(a1)));
        put(13, pair(pair(shape(b1), word.shape), shape(a1)));
        put(14, pair(lower(b2), lower(b1)));
        put(15, pair(lower(a1), lower(a2)));

        self.affixes(i, &mut put);

        put(30, case(Some(&word)) * 8 + state);
        put(31, pair(case(b1), case(Some(&word))));
        put(32, pair(case(Some(&word)), case(a1)));

        put(33, flags(Some(&word)));
        put(34, flags(b1));
        put(35, flags(a1));
        put(36, pair(flags(b1), flags(Some(&word))));
        put(37, pair(flags(Some(&word)), flags(a1)));
        for bit in (0..super::lexicon::WORD_CLASSES).filter(|bit| word.flags & (1 << bit) != 0) {
            put(38, u64::from(bit) * 8 + word.caps as u64);
        }
        put(39, phrases(Some(&word)));
        put(40, pair(phrases(Some(&word)), phrases(b1)));
        put(41, pair(phrases(Some(&word)), phrases(a1)));
        for bit in (0..4 * u64::from(super::lexicon::phrase::COUNT)).filter(|bit| word.phrases & (1 << bit) != 0) {
            put(42, bit * 8 + word.caps as u64);
        }
        put(43, pair(phrases(Some(&word)), flags(Some(&word))));
        let sense = |word: Option<&Word>| word.map_or(99, |w| u64::from(w.sense));
        put(45, sense(b1));
        put(46, sense(a1));
        put(47, pair(sense(b1), sense(a1)));
        put(48, pair(sense(b2), sense(b1)));
        put(49, pair(sense(Some(&word)), word.caps as u64));
        put(44, u64::from(self.quoted[i - self.sentence.start]) * 8 + word.caps as u64);

        self.run(i, &word, &mut put);
        self.document(i, &word, &mut put);
    }

    /// Beginnings and endings of the word and its neighbours.
    fn affixes(&self, i: usize, put: &mut impl FnMut(u32, u64)) {
        let low = self.text.lower(i);
        for len in 2..=4 {
            if let Some(beginning) = beginning(low, len) {
                put(16 + len_u32(len), hash::word(beginning));
            }
        }
        for len in 1..=5 {
            put(22 + len_u32(len), hash::word(ending(low, len)));
        }
        if i > self.sentence.start {
            put(28, hash::word(ending(self.text.lower(i - 1), 3)));
        }
        if i + 1 < self.sentence.end {
            put(29, hash::word(ending(self.text.lower(i + 1), 3)));
        }
    }

    /// The run of capitals around the token, and the words around the run.
    fn run(&self, i: usize, word: &Word, put: &mut impl FnMut(u32, u64)) {
        let Some(run) = self.words.run(i) else {
            put(50, u64::from(word.run == NO_RUN));
            return;
        };
        let len = run.end - run.start;
        let (from_start, to_end) = ((i - run.start).min(3) as u64, (run.end - 1 - i).min(3) as u64);
        let place = from_start * 4 + to_end;
        let first = self.words.get(run.start);
        let last = self.words.get(run.end - 1);
        let before = run.start.checked_sub(1).filter(|b| self.sentence.contains(b)).map(|b| self.words.get(b));
        let before2 = run.start.checked_sub(2).filter(|b| self.sentence.contains(b)).map(|b| self.words.get(b));
        let after = self.sentence.contains(&run.end).then(|| self.words.get(run.end));
        let after2 = self.sentence.contains(&(run.end + 1)).then(|| self.words.get(run.end + 1));
        let lower = |word: Option<&Word>| word.map_or(EDGE, |w| w.lower);
        put(51, place);
        put(52, hash::join(last.lower, to_end.min(1)));
        put(53, hash::join(first.lower, from_start.min(1)));
        put(54, hash::join(place, u64::from(last.flags)));
        put(55, hash::join(place, u64::from(first.flags)));
        put(56, u64::from(run.flags) * 4 + (len.min(4) as u64 - 1));
        put(57, hash::join(lower(before), place));
        put(58, hash::join(lower(after), place));
        put(59, hash::join(hash::join(lower(before2), lower(before)), to_end.min(1)));
        put(60, hash::join(hash::join(lower(after), lower(after2)), from_start.min(1)));
        put(61, hash::join(before.map_or(0, |w| u64::from(w.flags) + 1), place));
        put(62, hash::join(hash::join(u64::from(last.flags), last.phrases), u64::from(first.flags)));
        put(63, hash::join(hash::join(lower(before), lower(after)), len.min(4) as u64));
        if run.end < self.sentence.end {
            put(64, hash::join(hash::word(ending(self.text.lower(run.end), 3)), place));
        }
        put(65, hash::join(last.lower, place));
        // "Institute *for* Palestinian Studies": the run before, when no more than two small words part them.
        let previous = self.words.runs.get((word.run as usize).wrapping_sub(1));
        if let Some(previous) = previous.filter(|p| p.start >= self.sentence.start && run.start - p.end <= 2) {
            let apart = (run.start - previous.end) as u64;
            let end = self.words.get(previous.end - 1);
            put(83, hash::join(lower(before), hash::join(u64::from(end.flags), apart * 4 + from_start.min(1))));
            put(84, hash::join(lower(before), hash::join(end.lower, apart)));
        }
        let next = self.words.runs.get(word.run as usize + 1);
        if let Some(next) = next.filter(|n| n.end <= self.sentence.end && n.start - run.end <= 2) {
            let apart = (next.start - run.end) as u64;
            let end = self.words.get(next.end - 1);
            put(85, hash::join(lower(after), hash::join(u64::from(end.flags), apart * 4 + to_end.min(1))));
        }
        put(66, hash::join(last.phrases, place));
        let sense = |word: Option<&Word>| word.map_or(99, |w| u64::from(w.sense));
        put(68, hash::join(sense(before), place));
        put(69, hash::join(sense(after), place));
        put(80, hash::join(hash::join(sense(before), sense(after)), len.min(4) as u64));
        put(81, hash::join(hash::join(sense(before2), sense(before)), to_end.min(1)));
        put(82, hash::join(u64::from(last.sense), place));
        put(67, hash::join(first.phrases, place));
        // What takes the name up, what it is called, what it has.
        put(86, hash::join(run.echo as u64, to_end.min(1)));
        put(87, hash::join(run.echo as u64, lower(after)));
        if let Some(noun) = run.called {
            let noun = self.words.get(noun);
            put(88, hash::join(noun.lower, to_end.min(1)));
            put(89, hash::join(u64::from(noun.sense), to_end.min(1)));
        }
        if after2.is_some() && matches!(self.text.word(run.end), "'s" | "’s") {
            put(90, hash::join(lower(after2), to_end.min(1)));
            put(91, hash::join(sense(after2), to_end.min(1)));
        }
    }

    /// What the rest of the text says of the same word.
    fn document(&self, i: usize, word: &Word, put: &mut impl FnMut(u32, u64)) {
        if !word.is_capital() {
            return;
        }
        let known = self.words.in_document(i);
        let run = self.words.run(i).map_or(0, |run| run.end - run.start);
        put(70, u64::from(known.lower.min(3)) * 4 + u64::from(known.capital.min(3)));
        put(71, u64::from(known.hints));
        for bit in (0..6).filter(|bit| known.hints & (1 << bit) != 0) {
            put(72, bit);
        }
        if usize::from(known.run_len) > run {
            let place = u64::from(known.run_place);
            put(73, hash::join(known.run_last, place));
            put(74, hash::join(u64::from(known.run_last_flags), place));
            put(75, hash::join(known.run_first, place));
            put(76, place * 8 + u64::from(known.run_len.min(7)));
        }
    }
}

/// The first `len` characters of a word that has more.
fn beginning(word: &str, len: usize) -> Option<&str> {
    if word.is_ascii() {
        return word.get(..len).filter(|beginning| beginning.len() < word.len());
    }
    word.char_indices().nth(len).and_then(|(at, _)| word.get(..at))
}

/// The last `len` characters of a word, or all of it.
fn ending(word: &str, len: usize) -> &str {
    if word.is_ascii() {
        return word.len().checked_sub(len).and_then(|at| word.get(at..)).unwrap_or(word);
    }
    word.char_indices().rev().nth(len - 1).and_then(|(at, _)| word.get(at..)).unwrap_or(word)
}

fn len_u32(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}
