//! The word lists of figures: units, currencies and bounds, filled from rows that a user may add to.

use super::phrases::Phrases;
use super::prefix;
use super::words::{Class, Classes};
use crate::extract::table::rows;
use crate::record::{Bound, FigureKind};
use rustc_hash::FxHashMap;

/// A unit of measure.
#[derive(Clone, Debug)]
pub(super) struct UnitRow {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) kind: FigureKind,
    /// How many of `code` one of it is: 10 for a decade in years.
    pub(super) factor: f64,
}

impl UnitRow {
    /// Whether it measures time.
    pub(super) fn is_time(&self) -> bool {
        self.kind == FigureKind::Duration
    }
}

/// A currency, or a noun that several share.
#[derive(Clone, Debug)]
pub(super) struct CurrencyRow {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) minor: String,
    /// Places whose mention settles that a noun shared by several currencies means this one.
    pub(super) homes: Vec<String>,
}

/// A currency by its place in the list, and whether the words name its hundredth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Coin {
    pub(super) row: usize,
    pub(super) minor: bool,
}

/// Units, currencies and bounds.
#[derive(Debug)]
pub(crate) struct FigureLists {
    pub(super) units: Vec<UnitRow>,
    /// The first unit of each code.
    by_code: FxHashMap<String, usize>,
    /// Words for units, by place in `units`.
    pub(super) unit_words: Phrases<usize>,
    pub(super) unit_symbols: Phrases<usize>,
    pub(super) currencies: Vec<CurrencyRow>,
    pub(super) money_words: Phrases<Coin>,
    /// Signs and codes after the number.
    pub(super) signs_after: Phrases<Coin>,
    /// Signs and codes before the number.
    pub(super) signs_before: Phrases<Coin>,
    pub(super) bounds_before: Phrases<Bound>,
    pub(super) bounds_after: Phrases<Bound>,
    words: Classes,
}

impl FigureLists {
    /// The lists that come with the program.
    pub(crate) fn builtin() -> Self {
        let mut lists = Self {
            units: Vec::new(),
            by_code: FxHashMap::default(),
            unit_words: Phrases::words(),
            unit_symbols: Phrases::symbols(),
            currencies: Vec::new(),
            money_words: Phrases::words(),
            signs_after: Phrases::symbols(),
            signs_before: Phrases::symbols().backwards(),
            bounds_before: Phrases::words().backwards(),
            bounds_after: Phrases::words(),
            words: Classes::default(),
        };
        lists.extend("units", rows(include_str!("../../../assets/lists/units.tsv")));
        lists.extend("currencies", rows(include_str!("../../../assets/lists/currencies.tsv")));
        lists.extend("bounds", rows(include_str!("../../../assets/lists/bounds.tsv")));
        lists.extend("figure_words", rows(include_str!("../../../assets/lists/figure_words.tsv")));
        lists
    }

    /// Adds rows to the list called `list`; a later row for the same words replaces the earlier one. Rows without the
    /// columns of their list are left out. Returns how many were taken.
    pub(crate) fn extend<'r>(&mut self, list: &str, rows: impl IntoIterator<Item = Vec<&'r str>>) -> usize {
        let add = match list {
            "units" => Self::add_unit,
            "currencies" => Self::add_currency,
            "bounds" => Self::add_bound,
            "figure_words" => |lists: &mut Self, row: &[&str]| lists.words.add(row),
            _ => return 0,
        };
        rows.into_iter().filter(|row| add(self, row).is_some()).count()
    }

    /// Whether a word, in lower case, is in a class.
    pub(super) fn is(&self, class: Class, lower: &str) -> bool {
        self.words.has(class, lower)
    }

    /// The place of the first unit with a code.
    pub(super) fn unit_of_code(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    fn add_unit(&mut self, row: &[&str]) -> Option<()> {
        let [code, name, kind, factor, words, symbols @ ..] = row else { return None };
        let kind = match *kind {
            "percent" => FigureKind::Percent,
            "quantity" => FigureKind::Quantity,
            "duration" => FigureKind::Duration,
            "temperature" => FigureKind::Temperature,
            _ => return None,
        };
        let factor: f64 = factor.parse().ok()?;
        let symbols = |i: usize| symbols.get(i).copied().unwrap_or("");
        for prefixed in prefix::read(symbols(1)) {
            let code = format!("{}{code}", prefixed.code);
            let at = self.push_unit(&code, &format!("{}{name}", prefixed.name), kind, factor);
            for word in entries(words).chain([*name]) {
                let word = format!("{}{word}", prefixed.name);
                self.unit_words.insert_new(&format!("{word}s"), at);
                self.unit_words.insert_new(&word, at);
            }
            for symbol in &prefixed.symbols {
                self.unit_symbols.insert_new(symbol, at);
            }
        }
        let at = self.push_unit(code, name, kind, factor);
        for word in entries(words) {
            self.unit_words.insert(word, at);
            self.unit_words.insert(&format!("{word}s"), at);
        }
        for symbol in entries(symbols(0)) {
            self.unit_symbols.insert(symbol, at);
        }
        Some(())
    }

    fn push_unit(&mut self, code: &str, name: &str, kind: FigureKind, factor: f64) -> usize {
        let at = self.units.len();
        self.units.push(UnitRow { code: code.to_owned(), name: name.to_owned(), kind, factor });
        self.by_code.entry(code.to_owned()).or_insert(at);
        at
    }

    fn add_currency(&mut self, row: &[&str]) -> Option<()> {
        let [code, name, words, rest @ ..] = row else { return None };
        let column = |i: usize| rest.get(i).copied().unwrap_or("");
        let at = self.currencies.len();
        self.currencies.push(CurrencyRow {
            code: (*code).to_owned(),
            name: (*name).to_owned(),
            minor: column(1).to_owned(),
            homes: entries(column(3)).map(str::to_owned).collect(),
        });
        let whole = Coin { row: at, minor: false };
        for word in entries(words) {
            self.money_words.insert(word, whole);
            self.money_words.insert(&format!("{word}s"), whole);
        }
        for sign in entries(column(0)) {
            self.signs_before.insert(sign, whole);
            self.signs_after.insert(sign, whole);
        }
        let minor = Coin { row: at, minor: true };
        for word in entries(column(2)) {
            if word.chars().count() == 1 {
                self.signs_after.insert(word, minor);
            } else {
                self.money_words.insert(word, minor);
                self.money_words.insert(&format!("{word}s"), minor);
            }
        }
        Some(())
    }

    fn add_bound(&mut self, row: &[&str]) -> Option<()> {
        let [words, side, bound] = row else { return None };
        let bound = match *bound {
            "exact" => Bound::Exact,
            "about" => Bound::About,
            "at_least" => Bound::AtLeast,
            "more_than" => Bound::MoreThan,
            "at_most" => Bound::AtMost,
            "less_than" => Bound::LessThan,
            _ => return None,
        };
        match *side {
            "before" => self.bounds_before.insert(words, bound),
            "after" => self.bounds_after.insert(words, bound),
            _ => return None,
        }
        Some(())
    }
}

impl Default for FigureLists {
    fn default() -> Self {
        Self::builtin()
    }
}

fn entries(column: &str) -> impl Iterator<Item = &str> {
    column.split(", ").map(str::trim).filter(|entry| !entry.is_empty())
}

#[cfg(test)]
mod tests {
    use super::FigureLists;

    #[test]
    fn a_user_can_add_a_unit() {
        let mut lists = FigureLists::builtin();
        let before = lists.units.len();
        let taken = lists.extend("units", [vec!["{maund}", "maund", "quantity", "1", "maund"], vec!["too", "short"]]);
        assert_eq!((taken, lists.units.len()), (1, before + 1));
    }
}
