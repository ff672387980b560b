//! Holidays whose day follows from a rule: "Thanksgiving 2013", "Easter Monday", "last Christmas".
//!
//! Not those that follow the moon of another calendar (Ramadan, Diwali, Lunar New Year): Readout is Gregorian only.

use super::calendar::{Period, easter, nth_weekday, orthodox_easter, weekday};
use super::words::Scan;
use crate::extract::lists::rows;
use crate::text::is_apostrophe;
use jiff::ToSpan;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// How a holiday's day follows from the year.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rule {
    /// Month and day.
    Fixed(i8, i8),
    /// The nth weekday of a month, and days after it.
    Nth { month: i8, weekday: i8, n: i8, plus: i32 },
    /// Days after Easter Sunday, of the Orthodox churches where the flag is set.
    Easter { orthodox: bool, plus: i32 },
}

impl Rule {
    fn read(rule: &str) -> Option<Self> {
        let plus = |s: Option<&&str>| s.map_or(Some(0), |s| s.parse::<i32>().ok());
        let parts: Vec<&str> = rule.split(' ').collect();
        if let Some((month, day)) = rule.split_once('-').filter(|_| parts.len() == 1) {
            return Some(Self::Fixed(month.parse().ok()?, day.parse().ok()?));
        }
        if matches!(parts.first(), Some(&"easter" | &"orthodox")) {
            return Some(Self::Easter { orthodox: parts.first() == Some(&"orthodox"), plus: plus(parts.get(1))? });
        }
        const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let at = |list: &[&str], word: Option<&&str>| {
            let i = list.iter().position(|w| Some(w) == word)?;
            i8::try_from(i + 1).ok()
        };
        Some(Self::Nth {
            month: at(&MONTHS, parts.first())?,
            weekday: at(&DAYS, parts.get(1))?,
            n: parts.get(2)?.parse().ok()?,
            plus: plus(parts.get(3))?,
        })
    }

    /// The day in a year.
    pub(super) fn day(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Nth { month, weekday: number, n, plus } => {
                let day = nth_weekday(Period::Month(year, month), weekday(number)?, n)?;
                day.checked_add(plus.days()).ok()
            }
            Self::Easter { orthodox, plus } => {
                let sunday = if orthodox { orthodox_easter(year) } else { easter(year) }?;
                sunday.checked_add(plus.days()).ok()
            }
        }
    }
}

/// A name of a holiday after its first word.
#[derive(Debug)]
struct Name {
    rest: Vec<&'static str>,
    rule: Rule,
    /// Whether it needs a capital and no article: "the new year" is a stretch, not a day.
    strict: bool,
}

/// Words that may stand before a holiday with a capital letter.
const ON: &[&str] = &[
    "on", "at", "since", "by", "after", "before", "until", "for", "and", "from", "happy", "when", "as", "in", "until",
];

/// Common words that may follow a holiday.
const AFTER: &[&str] = &[
    "and", "but", "for", "the", "with", "when", "that", "which", "who", "after", "before", "because", "this", "while",
    "are", "has", "have", "from", "until", "since", "they", "she", "amid", "despite", "unless", "then", "where",
    "falls",
];

/// The first words of all names.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    rows(include_str!("../../../assets/lists/holidays.tsv")).filter_map(|row| row.first()?.split(' ').next())
}

/// Names and rules by the first word of the name.
#[derive(Debug)]
pub(super) struct Holidays(FxHashMap<&'static str, Vec<Name>>);

impl Holidays {
    /// The list that comes with the program.
    pub(super) fn builtin() -> Self {
        let mut by_first: FxHashMap<&'static str, Vec<Name>> = FxHashMap::default();
        for row in rows(include_str!("../../../assets/lists/holidays.tsv")) {
            let [name, rule] = row.as_slice() else { continue };
            let strict = rule.starts_with('!');
            let Some(rule) = Rule::read(rule.trim_start_matches('!')) else { continue };
            let mut words = name.split(' ');
            let Some(first) = words.next() else { continue };
            by_first.entry(first).or_default().push(Name { rest: words.collect(), rule, strict });
        }
        Self(by_first)
    }

    /// The holiday that starts at token `i`: the index after it, and its rule.
    pub(super) fn starting(&self, scan: &Scan<'_>, i: usize) -> Option<(usize, Rule)> {
        let fits = |name: &&Name| name.rest.iter().enumerate().all(|(k, word)| same(scan.lower(i + 1 + k), word));
        let name = self.0.get(scan.lower(i))?.iter().filter(fits).max_by_key(|name| name.rest.len())?;
        // "Johnnie Christmas", "Chinese New Year": a name before it makes it another.
        let owned = i > 0 && scan.capital(i - 1) && scan.before(i).plain();
        let loose = name.strict && (!scan.capital(i) || scan.is(i.wrapping_sub(1), &["a", "the", "this", "each"]));
        let end = i + 1 + name.rest.len();
        let free = !loose && (!owned || scan.is(i - 1, ON)) && !modifies(scan, end);
        free.then_some((end, name.rule))
    }
}

/// Whether a common noun follows that the holiday only describes: "Christmas sales".
fn modifies(scan: &Scan<'_>, end: usize) -> bool {
    let word = scan.text.word(end);
    let small = word.len() > 2 && word.chars().all(char::is_lowercase);
    small && end < scan.len() && scan.at(end).plain() && scan.lists.lean(word).is_none() && !AFTER.contains(&word)
}

/// Whether two words are the same but for the shape of the apostrophe.
fn same(word: &str, listed: &str) -> bool {
    word == listed || word.len() <= listed.len() && word.chars().map(typeset).eq(listed.chars())
}

fn typeset(c: char) -> char {
    if is_apostrophe(c) { '’' } else { c }
}
