//! What a text says of its words: the phrases and runs of capitals of each sentence, and each word's whole document.
//!
//! A *run* is a row of capitalised words ("US-China Business Council"): names live in runs and in the few lower-case
//! words between them ("Bank *of* England"). Only these tokens are *candidates*; the model never looks at the rest.

use super::lexicon::{self, Flags, Lexicon};
use super::model::CaseLexicon;
use super::word::{self, Caps, Word};
use crate::text::{Text, TokenKind};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// As sentences do.
    Plain,
    /// In capitals throughout.
    Shouted,
    /// A capital for every longer word, as in a headline.
    Headline,
}

/// A row of capitalised words with the marks between them.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    /// First token.
    pub(crate) start: usize,
    /// One past the last token.
    pub(crate) end: usize,
    /// The classes of all its words together.
    pub(crate) flags: Flags,
    /// The pronoun that takes it up.
    pub(crate) echo: Echo,
    /// The noun that an apposition calls it by: "airline" in "X, a small airline in Oslo".
    pub(crate) called: Option<usize>,
}

/// The first pronoun after a run, before any other capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Echo {
    /// There is none.
    None,
    /// "X said it would".
    It,
    /// "X said she would".
    Person,
    /// "X said they would".
    They,
}

/// What the whole text says of one word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct DocumentWord {
    /// How often it stands in lower case.
    pub(crate) lower: u16,
    /// How often it is capitalised where nothing forces a capital.
    pub(crate) capital: u16,
    /// What stands beside it anywhere: a set of the constants below.
    pub(crate) hints: u8,
    /// The longest run that holds it: its length, its last and its first word, and where the word stands in it.
    pub(crate) run_len: u16,
    /// Last word of that run.
    pub(crate) run_last: u64,
    /// Classes of the last word of that run.
    pub(crate) run_last_flags: Flags,
    /// First word of that run.
    pub(crate) run_first: u64,
    /// Place in that run: 0 first, 1 inner, 2 last.
    pub(crate) run_place: u8,
}

/// Follows a title somewhere in the text.
pub(crate) const AFTER_TITLE: u8 = 1;
/// Follows a first name somewhere in the text.
pub(crate) const AFTER_FIRST_NAME: u8 = 2;
/// Precedes a company suffix somewhere in the text.
pub(crate) const BEFORE_SUFFIX: u8 = 4;
/// Precedes a body's word somewhere in the text.
pub(crate) const BEFORE_BODY: u8 = 8;
/// Follows "in", "at", "from" or "near" somewhere in the text.
pub(crate) const AFTER_IN: u8 = 16;
/// Precedes a verb of speech somewhere in the text.
pub(crate) const BEFORE_SAID: u8 = 32;

/// All tokens of a text, and what its runs and its words say.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// One for each token of the text.
    pub(crate) list: Vec<Word>,
    /// All runs in order.
    pub(crate) runs: Vec<Run>,
    /// How each sentence of the text is written.
    pub(crate) styles: Vec<Style>,
    document: FxHashMap<u64, DocumentWord>,
}

/// Classes of words that end a name even in lower case.
const HEADS: Flags = lexicon::BODY
    | lexicon::FACILITY
    | lexicon::FEATURE
    | lexicon::AREA
    | lexicon::EVENT
    | lexicon::LAW
    | lexicon::WORK;

/// A lower-case word is a candidate when capitals stand within so many tokens on both sides.
const REACH: usize = 3;
/// A pronoun, or the noun of an apposition, is looked for over so many tokens.
const OUTLOOK: usize = 10;

impl Words {
    /// Reads the tokens of `text`.
    pub(crate) fn new(text: &Text, lexicon: &Lexicon, cases: &CaseLexicon) -> Self {
        let mut words = Self::default();
        words.list.reserve(text.tokens().len());
        // Most words of a text stand in it more than once.
        let mut first: FxHashMap<(&str, TokenKind), usize> = FxHashMap::default();
        first.reserve(text.tokens().len() / 2);
        for (i, token) in text.tokens().iter().enumerate() {
            let at = *first.entry((text.word(i), token.kind)).or_insert(i);
            let word = if at < i { words.list[at] } else { word::read(text, i, token.kind, lexicon, cases) };
            words.list.push(word);
        }
        for sentence in text.sentences() {
            words.sentence(text, sentence.tokens.clone(), lexicon);
        }
        words.document(text);
        words
    }

    /// The token at `i`.
    pub(crate) fn get(&self, i: usize) -> &Word {
        &self.list[i]
    }

    /// What the whole text says of the word of token `i`.
    pub(crate) fn in_document(&self, i: usize) -> DocumentWord {
        self.document.get(&self.list[i].lower).copied().unwrap_or_default()
    }

    /// The run of token `i`.
    pub(crate) fn run(&self, i: usize) -> Option<&Run> {
        self.runs.get(self.list[i].run as usize)
    }

    /// Finds phrases, runs and candidates of one sentence.
    fn sentence(&mut self, text: &Text, tokens: Range<usize>, lexicon: &Lexicon) {
        let words = &mut self.list[tokens.clone()];
        let style = style(text, tokens.clone(), words);
        self.styles.push(style);
        if style != Style::Plain {
            // Where every word has a capital, that of a common word says nothing.
            for word in words.iter_mut() {
                word.forced = matches!(word.case, 1 | 2);
            }
        }
        let mut i = 0;
        while i < words.len() {
            let ordinary = words[i].caps == Caps::Lower && words[i].flags & lexicon::LINK == 0 && !words[i].is_odd();
            if ordinary || words[i].caps == Caps::Mark {
                i += 1;
                continue;
            }
            match lexicon.longest(words[i].reach, words[i..].iter().map(|w| (w.key, w.lower))) {
                Some((len, classes)) if words[i..i + len].iter().any(|w| w.is_capital() || w.is_odd()) => {
                    for (n, word) in words[i..i + len].iter_mut().enumerate() {
                        let place = super::tags::place_of(n, len) as u32;
                        for class in (0..lexicon::phrase::COUNT).filter(|class| classes & (1 << class) != 0) {
                            word.phrases |= 1 << (4 * class + place);
                        }
                    }
                    i += len;
                }
                _ => i += 1,
            }
        }
        for i in tokens.clone() {
            if !self.list[i].is_odd() {
                continue;
            }
            self.list[i].candidate = true;
            // "tampa bay", "ed sheeran".
            for near in [i.wrapping_sub(1), i + 1] {
                if tokens.contains(&near) && self.list[near].caps == Caps::Lower && self.list[near].case == 0 {
                    self.list[near].candidate = true;
                }
            }
        }
        self.runs(text, tokens);
    }

    fn runs(&mut self, text: &Text, tokens: Range<usize>) {
        let mut last_capital = None;
        let mut i = tokens.start;
        while i < tokens.end {
            if !self.list[i].is_capital() {
                i += 1;
                continue;
            }
            // The capital that opens a sentence says nothing of a word that is always in lower case elsewhere.
            if i == tokens.start && self.list[i].caps == Caps::Title && self.list[i].case == 1 {
                self.list[i].candidate = true;
                i += 1;
                continue;
            }
            let start = i;
            let mut end = i + 1;
            while end < tokens.end {
                if self.list[end].is_capital() {
                    end += 1;
                } else if end + 1 < tokens.end && self.list[end].joins && self.may_join(text, end) {
                    end += 2;
                } else {
                    break;
                }
            }
            let run = u32::try_from(self.runs.len()).unwrap_or(word::NO_RUN);
            let mut flags = 0;
            for word in &mut self.list[start..end] {
                word.run = run;
                word.candidate = true;
                flags |= word.flags;
            }
            // The words between two near runs, and the numbers and particles beside one, may belong to a name.
            let from = last_capital.filter(|&last| start - last <= REACH).unwrap_or(start);
            for word in &mut self.list[from..start] {
                word.candidate = true;
            }
            if end < tokens.end && (self.list[end].caps == Caps::Number || self.ends_abbreviation(text, end)) {
                self.list[end].candidate = true;
            }
            // "Kim Jong-il"; the model knows "Tokyo-based" from it.
            if end + 1 < tokens.end
                && self.list[end].joins
                && !text.tokens()[end].space_before
                && !text.tokens()[end + 1].space_before
            {
                self.list[end].candidate = true;
                self.list[end + 1].candidate = true;
            }
            // "the 2001 United Kingdom general election", "Diyala province".
            for n in 0..2 {
                let head = end + n;
                if head < tokens.end && self.list[head].caps == Caps::Lower && self.list[head].flags & HEADS != 0 {
                    for word in &mut self.list[end..=head] {
                        word.candidate = true;
                    }
                }
            }
            // "2008 Olympics", "al Jazeera", "al-Qaida".
            let mut lead = start;
            while lead > tokens.start && start - lead < REACH && self.may_lead(text, lead - 1) {
                lead -= 1;
                self.list[lead].candidate = true;
            }
            let (echo, called) = (self.echo(text, end..tokens.end), called(text, end..tokens.end));
            self.runs.push(Run { start, end, flags, echo, called });
            last_capital = Some(end);
            i = end;
        }
    }

    /// The pronoun that takes up a run, given the rest of its sentence.
    fn echo(&self, text: &Text, rest: Range<usize>) -> Echo {
        for i in rest.take(OUTLOOK) {
            let word = &self.list[i];
            match text.lower(i) {
                _ if word.is_capital() && word.flags & lexicon::CALENDAR == 0 => return Echo::None,
                "it" | "its" | "itself" | "which" => return Echo::It,
                "he" | "his" | "him" | "himself" | "she" | "her" | "herself" | "who" => return Echo::Person,
                "they" | "their" | "them" | "themselves" => return Echo::They,
                _ => {}
            }
        }
        Echo::None
    }

    /// Whether the joining mark at `i` binds the word after it to the run before it.
    fn may_join(&self, text: &Text, i: usize) -> bool {
        let tokens = text.tokens();
        let glued = !tokens[i].space_before && !tokens[i + 1].space_before;
        let after = &self.list[i + 1];
        // "Chen Shui-bian", but not "US-led", "Tokyo-based".
        after.is_capital() || glued && after.caps == Caps::Lower && after.case == 0
    }

    /// Whether the token at `i` is the full stop of an abbreviation that ends a run ("Ltd.").
    fn ends_abbreviation(&self, text: &Text, i: usize) -> bool {
        text.word(i) == "." && !text.tokens()[i].space_before && self.list[i - 1].flags & lexicon::SUFFIX != 0
    }

    /// Whether the token at `i`, which no run holds, may begin the name whose run follows.
    fn may_lead(&self, text: &Text, i: usize) -> bool {
        let word = &self.list[i];
        word.caps == Caps::Number
            || word.caps == Caps::Lower && word.flags & lexicon::LINK != 0
            || word.joins && !text.tokens()[i].space_before
    }

    /// Gathers what the whole text says of each word that is capitalised somewhere.
    fn document(&mut self, text: &Text) {
        for run in &self.runs {
            let last = self.list[run.end - 1];
            let first = self.list[run.start];
            let len = u16::try_from(run.end - run.start).unwrap_or(u16::MAX);
            for i in run.start..run.end {
                let word = self.list[i];
                let entry = self.document.entry(word.lower).or_default();
                if len > entry.run_len && len <= 8 {
                    entry.run_len = len;
                    entry.run_last = last.lower;
                    entry.run_last_flags = last.flags;
                    entry.run_first = first.lower;
                    entry.run_place = if i == run.start {
                        0
                    } else if i + 1 == run.end {
                        2
                    } else {
                        1
                    };
                }
                let before = i.checked_sub(1).map(|b| (self.list[b], text.lower(b)));
                if let Some((before, low)) = before {
                    if before.flags & (lexicon::ADDRESS | lexicon::OFFICE) != 0 && before.is_capital() {
                        entry.hints |= AFTER_TITLE;
                    }
                    if before.flags & lexicon::FIRST != 0 && before.is_capital() && i > run.start {
                        entry.hints |= AFTER_FIRST_NAME;
                    }
                    if matches!(low, "in" | "at" | "from" | "near") {
                        entry.hints |= AFTER_IN;
                    }
                }
                if let Some(after) = self.list.get(i + 1) {
                    if after.flags & lexicon::SUFFIX != 0 && after.is_capital() {
                        entry.hints |= BEFORE_SUFFIX;
                    }
                    if after.flags & lexicon::BODY != 0 && after.is_capital() {
                        entry.hints |= BEFORE_BODY;
                    }
                    if matches!(text.lower(i + 1), "said" | "says" | "told" | "added" | "asked") {
                        entry.hints |= BEFORE_SAID;
                    }
                }
            }
        }
        for sentence in text.sentences() {
            for i in sentence.tokens.clone() {
                let word = &self.list[i];
                if let Some(entry) = self.document.get_mut(&word.lower) {
                    if word.caps == Caps::Lower {
                        entry.lower = entry.lower.saturating_add(1);
                    } else if i > sentence.tokens.start {
                        entry.capital = entry.capital.saturating_add(1);
                    }
                }
            }
        }
    }
}

/// The noun of the apposition that begins the rest of a sentence: the word before its first preposition or mark.
fn called(text: &Text, rest: Range<usize>) -> Option<usize> {
    let start = rest.start;
    if !(text.word(start) == "," && rest.contains(&(start + 1)) && matches!(text.lower(start + 1), "a" | "an" | "the"))
    {
        return None;
    }
    let ends = |i: &usize| {
        matches!(
            text.lower(*i),
            "of" | "in" | "at" | "for" | "from" | "with" | "on" | "by" | "to" | "that" | "and" | "based"
        ) || matches!(
            text.lower(*i),
            "which" | "who" | "whose" | "near" | "or" | "owned" | "said" | "," | "." | ";" | ":" | ")"
        )
    };
    (start + 3..rest.end).take(OUTLOOK).find(ends).map(|end| end - 1)
}

/// How a sentence of these words uses capitals.
fn style(text: &Text, tokens: Range<usize>, words: &[Word]) -> Style {
    let count = |wanted: fn(&Word) -> bool| words.iter().filter(|word| wanted(word)).count();
    let upper = count(|w| w.caps == Caps::Upper);
    let title = count(|w| w.caps == Caps::Title);
    let lower = count(|w| w.caps == Caps::Lower);
    // Headlines leave only short words in lower case, and give a capital to words that hardly ever have one.
    let long = words.iter().zip(tokens).filter(|(w, i)| w.caps == Caps::Lower && text.word(*i).len() > 3).count();
    let common = words.iter().skip(1).any(|w| w.caps == Caps::Title && w.case == 1);
    if upper >= 3 && upper > 4 * (title + lower) {
        Style::Shouted
    } else if title >= 4 && title > 5 * long && common {
        Style::Headline
    } else {
        Style::Plain
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::extract::tagger::{CaseLexicon, Lexicon};
    use crate::text::Text;

    /// The runs of a text, and in brackets the candidates beside them.
    fn check(text: &str, runs: &[&str], beside: &str) {
        let text = Text::new(text);
        let words = Words::new(&text, &Lexicon::builtin(), &CaseLexicon::default());
        let found: Vec<&str> = words.runs.iter().map(|run| text.slice(text.span_of(run.start..run.end))).collect();
        assert_eq!(found, runs);
        let candidates = (0..text.tokens().len()).filter(|&i| words.get(i).candidate && words.run(i).is_none());
        assert_eq!(candidates.map(|i| text.word(i)).collect::<Vec<_>>().join(" "), beside);
    }

    #[test]
    fn runs_and_candidates() {
        check("He saw the Peru-Chile Trade Board.", &["He", "Peru-Chile Trade Board"], "saw the");
        check("we left for the Bank of Oslo", &["Bank", "Oslo"], "for the of");
        check("Chen Shui-bian spoke", &["Chen Shui-bian"], "");
        check("nothing here", &[], "");
    }
}
