//! The words that times are made of, and the text as a row of such words.
//!
//! Every token is looked up once; the rules then look at a [`Word`] and its neighbours, never at the whole text again.

use super::calendar::{Season, Unit};
use super::holiday::Holidays;
use super::voice::Voice;
use crate::extract::table::rows;
use crate::text::{Text, TokenKind, calendar};
use rustc_hash::FxHashMap;
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

    fn read(word: &str) -> Self {
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
    word: Word,
    /// Whether the name of a holiday may start here.
    feast: bool,
}

impl From<Word> for Known {
    fn from(word: Word) -> Self {
        Self { word, feast: false }
    }
}

/// Whether a word shows that a sentence looks back or ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lean {
    /// A past form.
    Back,
    /// A future form.
    Ahead,
    /// A past form after which an infinitive is past, too ("failed to win").
    Outcome,
    /// Looks like a past form and is none ("hundred").
    Neither,
}

/// What a word beside a number of four digits shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearHint {
    /// A year ("in 2008", "2008 elections").
    Year,
    /// A count ("about 2000", "2000 people").
    Count,
}

/// The word lists of the time extractor.
#[derive(Debug)]
pub struct TimeLists {
    words: FxHashMap<String, Known>,
    tenses: FxHashMap<&'static str, Lean>,
    before_years: FxHashMap<&'static str, YearHint>,
    after_years: FxHashMap<&'static str, YearHint>,
    pub(super) holidays: Holidays,
}

impl TimeLists {
    /// The lists that come with the program.
    pub fn builtin() -> Self {
        let mut words: FxHashMap<String, Known> = rows(include_str!("../../../assets/lists/time_words.tsv"))
            .filter_map(|row| Some(((*row.first()?).to_owned(), read_word(row.get(1)?, row.get(2)?).into())))
            .collect();
        for (n, (full, short)) in (1..).zip(calendar::MONTHS) {
            words.insert(full.to_owned(), Word::Month(n).into());
            words.extend(short.iter().map(|name| ((*name).to_owned(), Word::ShortMonth(n).into())));
        }
        for (n, (full, short)) in (1..).zip(calendar::WEEKDAYS) {
            words.insert(full.to_owned(), Word::Weekday(n).into());
            words.extend(short.iter().map(|name| ((*name).to_owned(), Word::ShortWeekday(n).into())));
        }
        let holidays = Holidays::builtin();
        for first in holidays.first_words() {
            words.entry(first.to_owned()).or_insert(Word::Feast.into()).feast = true;
        }
        let tenses = rows(include_str!("../../../assets/lists/tense_words.tsv"))
            .filter_map(|row| {
                let lean = match *row.get(1)? {
                    "back" => Lean::Back,
                    "ahead" => Lean::Ahead,
                    "outcome" => Lean::Outcome,
                    _ => Lean::Neither,
                };
                Some((*row.first()?, lean))
            })
            .collect();
        let hints = |side: &str| {
            rows(include_str!("../../../assets/lists/year_words.tsv"))
                .filter(|row| row.get(1) == Some(&side))
                .filter_map(|row| {
                    let hint = if row.get(2) == Some(&"year") { YearHint::Year } else { YearHint::Count };
                    Some((*row.first()?, hint))
                })
                .collect()
        };
        let (before_years, after_years) = (hints("before"), hints("after"));
        Self { words, tenses, before_years, after_years, holidays }
    }

    /// A month by its short name in lower case.
    pub(super) fn short_month(&self, word: &str) -> Option<i8> {
        match &self.words.get(word)?.word {
            Word::ShortMonth(month) => Some(*month),
            _ => None,
        }
    }

    /// What a word in lower case shows of the number after it.
    pub(super) fn year_after(&self, word: &str) -> Option<YearHint> {
        self.before_years.get(word).copied()
    }

    /// What a word in lower case shows of the number before it.
    pub(super) fn year_before(&self, word: &str) -> Option<YearHint> {
        self.after_years.get(word).copied()
    }

    /// Which way a verb in lower case looks.
    pub(super) fn lean(&self, word: &str) -> Option<Lean> {
        self.tenses.get(word).copied()
    }
}

impl Default for TimeLists {
    fn default() -> Self {
        Self::builtin()
    }
}

fn read_word(class: &str, value: &'static str) -> Word {
    let number = value.parse::<i16>().unwrap_or_default();
    let small = i8::try_from(number).unwrap_or_default();
    match class {
        "weekdays" => Word::Weekdays(small),
        "unit" => Unit::read(value).map_or(Word::Other, |u| Word::Unit(u, false)),
        "units" => Unit::read(value).map_or(Word::Other, |u| Word::Unit(u, true)),
        "number" => Word::Number(number),
        "ordinal" => Word::Ordinal(small),
        "season" => Season::read(value).map_or(Word::Other, Word::Season),
        "near" => Word::Near(Near::read(value)),
        "day" => Word::Day(small),
        "edge" => Word::Edge(value),
        "part" => Word::Part(value),
        "meridiem" => Word::Meridiem(value == "pm"),
        "zone" => Word::Zone(value),
        "often" => Word::Often(value),
        "every" => Word::Every,
        "vague" => Word::Vague,
        "start" => Word::Start,
        _ => Word::Other,
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

/// The tokens at which no date was found last, for the two ways to look for one.
#[derive(Debug)]
pub(super) struct Dateless([Cell<usize>; 2]);

impl Dateless {
    /// None yet.
    pub(super) const fn new() -> Self {
        Self([const { Cell::new(usize::MAX) }; 2])
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

    /// What `find` finds at token `i`, unless it is known to find nothing there. `open` tells two ways to look apart.
    pub(super) fn date_once<T>(&self, i: usize, open: bool, find: impl FnOnce() -> Option<T>) -> Option<T> {
        let none_at = &self.dateless.0[usize::from(open)];
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
