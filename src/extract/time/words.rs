//! The words that times are made of, and the text as a row of such words.
//!
//! Every token is looked up once; the rules then look at a [`Word`] and its neighbours, never at the whole text again.

use super::calendar::{Season, Unit};
use super::lists::TimeLists;
use super::voice::Voice;
use crate::text::{Text, TokenKind};
use std::cell::Cell;

/// The words "last", "this", "next" and their kin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Near {
    /// "last": the one before this.
    Last,
    /// "past": the stretch that ends now.
    Past,
    /// "previous": the one before that was named.
    Previous,
    /// "this", "current".
    This,
    /// "next".
    Next,
    /// "coming", "upcoming": the stretch that starts now.
    Coming,
    /// "following": the one after that was named.
    Following,
}

impl Near {
    /// How many steps away: one back, none, one ahead.
    pub(super) const fn step(self) -> i32 {
        match self {
            Self::Last | Self::Past | Self::Previous => -1,
            Self::This => 0,
            Self::Next | Self::Coming | Self::Following => 1,
        }
    }

    pub(super) fn read(word: &str) -> Self {
        match word {
            "last" => Self::Last,
            "past" => Self::Past,
            "previous" => Self::Previous,
            "next" => Self::Next,
            "coming" => Self::Coming,
            "following" => Self::Following,
            _ => Self::This,
        }
    }
}

/// What a token means to the rules of time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Word {
    /// Nothing.
    #[default]
    Other,
    /// Up to four digits without dot or comma.
    Digits(i16, usize),
    /// "March".
    Month(i8),
    /// "Mar".
    ShortMonth(i8),
    /// "Tuesday": 1 is Monday.
    Weekday(i8),
    /// "Tue".
    ShortWeekday(i8),
    /// "Tuesdays".
    Weekdays(i8),
    /// "year", and whether it is a plural.
    Unit(Unit, bool),
    /// "three".
    Number(i16),
    /// "third"; "final" is -1.
    Ordinal(i8),
    /// "summer".
    Season(Season),
    /// "last", "next".
    Near(Near),
    /// "today" and its neighbours, in days from today.
    Day(i8),
    /// "early", "mid", "late", as TIMEX3 mod.
    Edge(&'static str),
    /// "morning", as TIMEX3 code.
    Part(&'static str),
    /// "am" (false), "pm" (true).
    Meridiem(bool),
    /// "UTC", as ISO 8601 offset.
    Zone(&'static str),
    /// "annually", as TIMEX3 value.
    Often(&'static str),
    /// "every", "each".
    Every,
    /// "several", "recent".
    Vague,
    /// Another word that a time can start with: "in", "noon", "Q3".
    Start,
    /// The first word of a holiday: "good" of "Good Friday".
    Feast,
    /// A number with a dot or comma, or with many digits.
    Amount,
}

impl Word {
    /// Whether it says nothing of time by itself.
    pub(super) const fn plain(self) -> bool {
        matches!(self, Self::Other | Self::Start | Self::Feast)
    }
}

/// A token as the rules see it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    pub(super) word: Word,
    /// Whether the name of a holiday may start here.
    pub(super) feast: bool,
}

impl From<Word> for Known {
    fn from(word: Word) -> Self {
        Self { word, feast: false }
    }
}

/// What every token of a text means.
pub(super) fn look_up(text: &Text, lists: &TimeLists) -> Vec<Known> {
    let look_up = |i: usize| match text.tokens()[i].kind {
        TokenKind::Word => {
            let word = text.lower(i);
            // "FY25" and "Dec31" are one token; their numbers are read where they are needed.
            let coded = || {
                let digits = word.ends_with(|c: char| c.is_ascii_digit());
                if word.starts_with("fy") || digits && word.len() <= 7 { Word::Start } else { Word::Other }
            };
            lists.words.get(word).copied().unwrap_or_else(|| coded().into())
        }
        TokenKind::Number => {
            let word = text.word(i);
            // "4th of July", "9/11".
            Known { word: digits(word), feast: lists.words.get(word).is_some_and(|known| known.feast) }
        }
        // "’90s".
        TokenKind::Mark if matches!(text.word(i), "’" | "'") => Word::Start.into(),
        TokenKind::Mark | TokenKind::Address => Known::default(),
    };
    (0..text.tokens().len()).map(look_up).collect()
}

/// The ways to look for a date.
#[derive(Clone, Copy, Debug)]
pub(super) enum Search {
    /// By its words alone.
    Closed,
    /// With what needs more context than the words give.
    Open,
    /// By the name of a holiday.
    Holiday,
}

/// The tokens at which no date was found last, for each way to look for one.
#[derive(Debug)]
pub(super) struct Dateless([Cell<usize>; 3]);

impl Dateless {
    /// None yet.
    pub(super) const fn new() -> Self {
        Self([const { Cell::new(usize::MAX) }; 3])
    }

    fn forget(&self) {
        self.0.iter().for_each(|at| at.set(usize::MAX));
    }
}

/// A text whose tokens were looked up, seen up to the end of one paragraph: no time runs from a title into the text.
#[derive(Clone, Copy)]
pub(super) struct Scan<'a> {
    pub(super) text: &'a Text,
    pub(super) lists: &'a TimeLists,
    words: &'a [Known],
    /// Where no date was found last: many rules ask at the same place.
    dateless: &'a Dateless,
    /// How the sentence that is read speaks.
    pub(super) voice: Voice,
}

impl<'a> Scan<'a> {
    /// The text with all its words.
    pub(super) const fn new(text: &'a Text, lists: &'a TimeLists, words: &'a [Known], dateless: &'a Dateless) -> Self {
        Self { text, lists, words, dateless, voice: Voice::Report }
    }

    /// The same in a sentence that speaks so.
    pub(super) fn in_voice(self, voice: Voice) -> Self {
        self.dateless.forget();
        Self { voice, ..self }
    }

    /// What `find` finds at token `i` by a way to look, unless it is known to find nothing there.
    pub(super) fn date_once<T>(&self, i: usize, search: Search, find: impl FnOnce() -> Option<T>) -> Option<T> {
        let none_at = &self.dateless.0[search as usize];
        if none_at.get() == i {
            return None;
        }
        let found = find();
        if found.is_none() {
            none_at.set(i);
        }
        found
    }

    /// The text up to a token.
    pub(super) fn until(self, end: usize) -> Self {
        Self { words: self.words.get(..end).unwrap_or(self.words), ..self }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// What token `i` means; nothing past the end.
    pub(super) fn at(&self, i: usize) -> Word {
        self.words.get(i).map_or(Word::Other, |known| known.word)
    }

    /// Whether the name of a holiday may start at token `i`.
    pub(super) fn feast(&self, i: usize) -> bool {
        self.words.get(i).is_some_and(|known| known.feast || matches!(known.word, Word::ShortWeekday(_)))
    }

    /// What the token before `i` means.
    pub(super) fn before(&self, i: usize) -> Word {
        i.checked_sub(1).map_or(Word::Other, |i| self.at(i))
    }

    /// Token `i` in lower case.
    pub(super) fn lower(&self, i: usize) -> &'a str {
        if i < self.words.len() { self.text.lower(i) } else { "" }
    }

    /// The token before `i` in lower case, if it is in the same sentence.
    pub(super) fn lower_before(&self, i: usize) -> &'a str {
        i.checked_sub(1).map_or("", |i| self.text.lower(i))
    }

    /// Whether token `i` is one of these words.
    pub(super) fn is(&self, i: usize, words: &[&str]) -> bool {
        words.contains(&self.lower(i))
    }

    /// The index after token `i` if it is one of these words, else `i`.
    pub(super) fn skip(&self, i: usize, words: &[&str]) -> usize {
        i + usize::from(self.is(i, words))
    }

    /// Whether token `i` follows the one before it without white space.
    pub(super) fn glued(&self, i: usize) -> bool {
        i < self.words.len() && self.text.tokens().get(i).is_some_and(|t| !t.space_before)
    }

    /// Whether token `i` is a hyphen or dash.
    pub(super) fn dash(&self, i: usize) -> bool {
        self.is(i, &["-", "–", "—"])
    }

    /// Whether token `i` is a word that starts with a capital.
    pub(super) fn capital(&self, i: usize) -> bool {
        self.text.word(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether token `i` starts its sentence.
    pub(super) fn starts_sentence(&self, i: usize) -> bool {
        let Some(token) = self.text.tokens().get(i) else { return false };
        let sentence = self.text.sentences().get(self.text.sentence_at(token.span.start));
        sentence.is_some_and(|s| s.tokens.start == i)
    }
}

fn digits(word: &str) -> Word {
    match word.parse::<i16>() {
        Ok(value) if word.len() <= 4 => Word::Digits(value, word.len()),
        _ => Word::Amount,
    }
}
