//! Holidays: "Thanksgiving 2013", "Eid al-Fitr", "last Diwali", "Labor Day weekend", "the eve of Yom Kippur".
//!
//! `assets/lists/holidays.tsv` gives each its spellings and its rule. Not found: days that are decreed year by year, and a
//! name that only describes a noun or is part of another name ("Christmas sales", "Diwali Capital", "Easter Island").

mod calendars;
mod hindu;
mod phrase;
mod place;
mod rule;
mod sky;
mod spelling;

pub(super) use phrase::phrase;
pub(super) use rule::Rule;

use super::words::{Scan, Word};
use super::year;
use crate::extract::table::rows;
use crate::text::calendar::WEEKDAYS;
use crate::text::{TokenKind, is_apostrophe};
use rustc_hash::FxHashSet;
use spelling::{first_words, letters, push_letters, spellings};
use std::collections::BTreeMap;

/// What a name stands for.
#[derive(Clone, Copy, Debug)]
struct Holiday {
    rule: Rule,
    need: Need,
}

/// What must show that a name is a holiday.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Need {
    /// Nothing.
    Nothing,
    /// A capital and no article, or a year: "the new year" is a stretch, not a day.
    Capital,
    /// A year, or a word like "last": "Carnival" is a company, too.
    Year,
}

impl Need {
    /// What the mark before a rule asks for, and the rule.
    fn read(rule: &str) -> (Self, &str) {
        match (rule.strip_prefix('!'), rule.strip_prefix('?')) {
            (Some(rule), _) => (Self::Capital, rule),
            (_, Some(rule)) => (Self::Year, rule),
            _ => (Self::Nothing, rule),
        }
    }
}

/// The names, by their letters.
#[derive(Debug)]
pub(super) struct Holidays {
    /// In alphabetical order.
    names: Vec<(String, Holiday)>,
    /// The first letters of each name, which are compared in one step.
    heads: Vec<u64>,
    firsts: FxHashSet<String>,
    /// Tokens in the longest name.
    longest: usize,
}

/// Words that may stand before a holiday with a capital letter.
const ON: &[&str] = &[
    "on", "at", "since", "by", "after", "before", "until", "for", "and", "from", "happy", "when", "as", "in", "during",
    "last", "next", "this", "the", "or", "between", "every", "each", "around",
];

/// Common words that may follow a holiday, sorted; "lean" tells the verbs.
const AFTER: &[&str] = &[
    "about",
    "across",
    "after",
    "against",
    "all",
    "also",
    "although",
    "amid",
    "among",
    "and",
    "are",
    "around",
    "because",
    "been",
    "before",
    "began",
    "begin",
    "begins",
    "both",
    "but",
    "came",
    "can",
    "come",
    "comes",
    "could",
    "despite",
    "due",
    "during",
    "ended",
    "ends",
    "even",
    "every",
    "fall",
    "falls",
    "fell",
    "for",
    "from",
    "had",
    "has",
    "have",
    "her",
    "his",
    "how",
    "into",
    "its",
    "just",
    "last",
    "like",
    "marks",
    "may",
    "might",
    "more",
    "must",
    "near",
    "next",
    "nor",
    "not",
    "off",
    "only",
    "our",
    "over",
    "per",
    "she",
    "should",
    "since",
    "started",
    "starts",
    "than",
    "that",
    "the",
    "their",
    "then",
    "there",
    "they",
    "this",
    "though",
    "through",
    "throughout",
    "too",
    "under",
    "unless",
    "until",
    "was",
    "were",
    "what",
    "when",
    "where",
    "whereas",
    "which",
    "while",
    "who",
    "whose",
    "why",
    "will",
    "with",
    "without",
    "would",
    "yet",
    "you",
    "your",
];

impl Holidays {
    /// The list that comes with the program.
    pub(super) fn builtin() -> Self {
        let mut all = BTreeMap::new();
        let mut holidays = Self { names: Vec::new(), heads: Vec::new(), firsts: FxHashSet::default(), longest: 0 };
        for row in rows(include_str!("../../../../assets/lists/holidays.tsv")) {
            let [names, rule] = row.as_slice() else { continue };
            let (need, rule) = Need::read(rule);
            let Some(rule) = Rule::read(rule) else { continue };
            for name in names.split('|').flat_map(spellings) {
                holidays.firsts.extend(first_words(&name));
                // Marks and clitics inside of words are tokens of their own.
                let tokens =
                    name.split([' ', '-', '.']).count() + name.chars().filter(|c| !c.is_alphanumeric()).count();
                holidays.longest = holidays.longest.max(tokens);
                all.insert(letters(&name).collect::<String>(), Holiday { rule, need });
            }
        }
        holidays.heads = all.keys().map(|name: &String| head(name)).collect();
        holidays.names = all.into_iter().collect();
        holidays
    }

    /// The first name that a row of letters starts, if any does, with the letters themselves first.
    fn first_with(&self, start: &str) -> Option<&(String, Holiday)> {
        let before = head(start);
        let at = self.heads.partition_point(|&head| head < before);
        self.names
            .get(at..)?
            .iter()
            .find(|(name, _)| name.as_str() >= start)
            .filter(|(name, _)| name.starts_with(start))
    }

    /// The first words of all names.
    pub(super) fn first_words(&self) -> impl Iterator<Item = &str> {
        self.firsts.iter().map(String::as_str)
    }

    /// The holiday that starts at token `i`, with "eve" or "weekend" after it: the index after it, and its rule.
    pub(super) fn starting(&self, scan: &Scan<'_>, i: usize) -> Option<(usize, Rule)> {
        let (end, holiday) = self.longest_name(scan, i)?;
        let (end, rule) = phrase::framed(scan, end, holiday.rule);
        let dated =
            year::year(scan, end).is_some() || scan.is(end, &["of", "in"]) && year::year(scan, end + 1).is_some();
        // "5 days before new year".
        let counted = i > 1 && scan.is(i - 1, &["before", "after"]) && matches!(scan.at(i - 2), Word::Unit(..));
        let told = dated || counted || matches!(scan.before(i), Word::Near(_));
        let shown = match holiday.need {
            Need::Nothing => true,
            Need::Capital => {
                let article = i > 0 && scan.is(i - 1, &["a", "the", "this", "each"]);
                told || scan.capital(i) && !article && !scan.starts_sentence(i)
            }
            Need::Year => told,
        };
        // "Johnnie Christmas", "Noel Easter": a name before it makes it another.
        let owned = i > 0 && scan.capital(i) && scan.capital(i - 1) && scan.before(i).plain() && !scan.is(i - 1, ON);
        (shown && !owned && (dated || !modifies(scan, i, end))).then_some((end, rule))
    }

    fn longest_name(&self, scan: &Scan<'_>, i: usize) -> Option<(usize, Holiday)> {
        let word = |k: usize| match scan.at(k) {
            Word::ShortWeekday(day) => {
                usize::try_from(day - 1).ok().and_then(|d| WEEKDAYS.get(d)).map_or("", |(full, _)| full)
            }
            _ => scan.lower(k),
        };
        if !scan.feast(i) {
            return None;
        }
        let mut name = String::new();
        let mut found = None;
        for k in i..scan.len().min(i + self.longest) {
            let mark = scan.text.tokens().get(k).is_none_or(|t| t.kind == TokenKind::Mark);
            if mark && !scan.is(k, &["-", ".", "&"]) && !scan.lower(k).starts_with(is_apostrophe) {
                break;
            }
            push_letters(&mut name, word(k));
            let Some((nearest, holiday)) = self.first_with(&name) else { break };
            if !mark && *nearest == name {
                found = Some((k + 1, *holiday));
            }
        }
        found
    }
}

/// The first eight bytes of a name, in the order of the alphabet.
fn head(name: &str) -> u64 {
    let mut head = [0; 8];
    head.iter_mut().zip(name.bytes()).for_each(|(place, letter)| *place = letter);
    u64::from_be_bytes(head)
}

/// Whether a noun follows that the holiday only describes ("Christmas sales") or makes a name of ("Diwali Capital").
fn modifies(scan: &Scan<'_>, i: usize, end: usize) -> bool {
    let word = scan.text.word(end);
    let noun = word.len() > 2 && word.chars().skip(1).all(char::is_lowercase);
    let noun = noun && end < scan.len() && scan.at(end).plain() && !scan.starts_sentence(end);
    let sold = scan.capital(end) && scan.is(i.wrapping_sub(1), &["on"]);
    noun && !sold && scan.lists.lean(scan.lower(end)).is_none() && AFTER.binary_search(&scan.lower(end)).is_err()
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_undated, times};
    use super::*;

    #[test]
    fn the_list_can_be_read() {
        assert!(AFTER.is_sorted());
        for row in rows(include_str!("../../../../assets/lists/holidays.tsv")) {
            let [names, rule] = row.as_slice() else { panic!("{row:?}") };
            assert!(Rule::read(Need::read(rule).1).is_some(), "{names}: {rule}");
        }
    }

    #[test]
    fn years() {
        check_undated(
            "Thanksgiving 2013, Easter Monday 2024",
            "Thanksgiving 2013 = 2013-11-28; Easter Monday 2024 = 2024-04-01",
        );
        check_undated("during Ramadan in 2024", "Ramadan in 2024 = 2024-03-11/2024-04-09");
        check(
            "Diwali of last year, Eid al-Adha this year",
            "Diwali of last year = 2024-10-31; Eid al-Adha this year = 2025-06-06",
        );
        check("It fell on Yom Kippur 1973.", "Yom Kippur 1973 = 1973-10-06");
        check_undated("It fell on Passover.", "Passover = ?");
    }

    #[test]
    fn nearest_to_the_article() {
        check("They sold more before Diwali than before Holi.", "Diwali = 2025-10-20; Holi = 2025-03-14");
        check(
            "last Christmas, next Easter, this Thanksgiving",
            "last Christmas = 2024-12-25; next Easter = 2026-04-05; this Thanksgiving = 2025-11-27",
        );
    }

    #[test]
    fn spellings_and_marks() {
        check(
            "King’s Day 2024, Kings Day 2024, KING'S DAY 2024",
            "King’s Day 2024 = 2024-04-27; Kings Day 2024 = 2024-04-27; KING'S DAY 2024 = 2024-04-27",
        );
        check(
            "eid ul-fitr 2025, Eid-al-Fitr 2025, Id al Fitr 2025",
            "eid ul-fitr 2025 = 2025-03-30; Eid-al-Fitr 2025 = 2025-03-30; Id al Fitr 2025 = 2025-03-30",
        );
        check("Tết 2024", "Tết 2024 = 2024-02-10");
    }

    #[test]
    fn no_holidays() {
        check("Banks lent less. Lent money was lost. Carnival shares fell.", "");
        check("Diwali Capital and Easter Island, Christmas sales, Noel Easter", "");
        check("They lived happily at carnival prices.", "");
    }

    #[test]
    fn other_calendars_are_told() {
        let told = |text| times(text).first().map(|(_, t)| t.because.clone()).unwrap_or_default();
        assert!(told("Eid al-Fitr 2034").contains("1 Shawwal of the Umm al-Qura calendar"));
        assert!(told("Diwali 2024").contains("a day off"));
        assert!(!told("Easter 2024").contains("calendar"));
    }
}
