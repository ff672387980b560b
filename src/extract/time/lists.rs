//! The word lists of the time extractor: words of time, forms of verbs that tell a tense, and words beside a year.

use super::calendar::{Season, Unit};
use super::holiday::Holidays;
use super::words::{Known, Near, Word};
use crate::extract::table::rows;
use crate::text::calendar;
use rustc_hash::FxHashMap;

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
    pub(super) words: FxHashMap<String, Known>,
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
