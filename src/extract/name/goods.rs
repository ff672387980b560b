//! Commodities: traded goods that are no proper names, from a list ("soybeans", "iron ore", "LNG").
//!
//! The longest listed name counts, in the singular or plural and in any case, unless it stands inside a name ("Gold
//! Coast") or is a verb or an adjective by its neighbours ("to steel himself", "a golden age" is not listed at all).

use super::{Found, Page, covered, insert};
use crate::extract::table::rows;
use crate::record::{Certainty, EntityKind};
use rustc_hash::FxHashMap;

/// The names of goods.
#[derive(Debug, Default)]
pub(in crate::extract) struct Goods {
    /// For each first word, the names that start with it, as words; the longest first.
    names: FxHashMap<String, Vec<Vec<String>>>,
}

/// Words that are goods only beside a word of trade, since they mean much else.
const COMMON: &[&str] = &[
    "corn",
    "gold",
    "crude",
    "coke",
    "paper",
    "glass",
    "toys",
    "furniture",
    "clothing",
    "garments",
    "butter",
    "cheese",
    "beer",
    "wine",
    "tea",
    "coffee",
    "rice",
    "nuts",
    "apples",
    "plastics",
    "hydrogen",
    "silicon",
    "lamb",
    "rubber",
    "ivory",
    "potatoes",
    "tomatoes",
    "bananas",
    "sugar",
];
/// Words of trade, by which a common word is known to be a good.
const TRADE: &[&str] = &[
    "tonne",
    "tonnes",
    "ton",
    "tons",
    "barrel",
    "barrels",
    "bushel",
    "bushels",
    "ounce",
    "ounces",
    "kilo",
    "kilos",
    "kilograms",
    "export",
    "exports",
    "exported",
    "exporter",
    "exporters",
    "exporting",
    "import",
    "imports",
    "imported",
    "importer",
    "importers",
    "importing",
    "tariff",
    "tariffs",
    "duty",
    "duties",
    "quota",
    "quotas",
    "price",
    "prices",
    "shipment",
    "shipments",
    "buy",
    "buys",
    "bought",
    "buying",
    "purchase",
    "purchases",
    "purchased",
    "sell",
    "sells",
    "sold",
    "selling",
    "sales",
    "sale",
    "production",
    "producer",
    "producers",
    "output",
    "harvest",
    "crop",
    "crops",
    "futures",
    "market",
    "markets",
    "trade",
    "trading",
    "traders",
    "supplies",
    "supply",
    "stocks",
    "reserves",
    "levy",
];
/// How far a word of trade may stand from the good it makes sure of.
const NEAR: usize = 8;

impl Goods {
    /// The list that comes with the program.
    pub(in crate::extract) fn builtin() -> Self {
        let mut goods = Self { names: FxHashMap::default() };
        goods.extend(include_str!("../../../assets/lists/commodities.tsv"));
        goods
    }

    /// Adds rows of a table, and says how many.
    pub(in crate::extract) fn extend(&mut self, table: &str) -> usize {
        let mut taken = 0;
        for row in rows(table) {
            // Our tokens take hyphens apart.
            let spaced = row.first().map(|name| name.to_lowercase().replace('-', " - ")).unwrap_or_default();
            let words: Vec<String> = spaced.split_whitespace().map(str::to_owned).collect();
            let Some(first) = words.first().cloned() else { continue };
            let list = self.names.entry(first).or_default();
            list.push(words);
            list.sort_by_key(|words| std::cmp::Reverse(words.len()));
            taken += 1;
        }
        taken
    }

    /// Adds the goods of a text to its names.
    pub(super) fn add(&self, page: &Page<'_>, names: &mut Vec<Found>) {
        for sentence in page.text.sentences() {
            let mut i = sentence.tokens.start;
            while i < sentence.tokens.end {
                let len = self.longest(page, i, sentence.tokens.end);
                if len == 0 {
                    i += 1;
                    continue;
                }
                let tokens = i..i + len;
                let common = len == 1 && COMMON.contains(&page.text.lower(i));
                let near = sentence.tokens.start.max(i.saturating_sub(NEAR))..sentence.tokens.end.min(i + NEAR);
                let traded = || near.into_iter().any(|n| TRADE.contains(&page.text.lower(n)));
                if !covered(names, i) && !in_a_name(page, i, len) && !is_verb(page, i, len) && (!common || traded()) {
                    let because = "on the list of commodities".to_owned();
                    let certainty = if common { Certainty::Likely } else { Certainty::Sure };
                    insert(names, Found { tokens, kind: EntityKind::Commodity, certainty, because });
                }
                i += len;
            }
        }
    }

    /// The number of tokens of the longest good that starts at token `i`.
    fn longest(&self, page: &Page<'_>, i: usize, limit: usize) -> usize {
        let first = page.text.lower(i);
        let Some(list) = self.names.get(first).or_else(|| self.names.get(first.strip_suffix('s')?)) else { return 0 };
        let fits = |words: &&Vec<String>| {
            i + words.len() <= limit
                && words.iter().enumerate().all(|(n, word)| {
                    let low = page.text.lower(i + n);
                    let ends = n + 1 == words.len();
                    low == word || ends && low.strip_suffix('s') == Some(word.as_str())
                })
        };
        list.iter().find(fits).map_or(0, Vec::len)
    }
}

/// Whether the words are part of a row of capitals that is longer than they are ("Gold Coast", "Rice University").
fn in_a_name(page: &Page<'_>, i: usize, len: usize) -> bool {
    page.words.run(i).is_some_and(|run| run.end - run.start > len)
        && !page
            .text
            .paragraphs()
            .get(page.text.paragraph_at(page.text.tokens()[i].span.start))
            .is_some_and(|p| p.heading)
}

/// Whether the word is a verb here ("to steel himself", "can fuel").
fn is_verb(page: &Page<'_>, i: usize, len: usize) -> bool {
    let before = i.checked_sub(1).map_or("", |b| page.text.lower(b));
    let after = page.text.lower(i + len);
    len == 1
        && (matches!(before, "will" | "would" | "could" | "can" | "must" | "should" | "might" | "may")
            || matches!(after, "himself" | "herself" | "itself" | "themselves"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn goods_and_what_only_looks_like_them() {
        check(
            "prices of iron ore and rare earth minerals rose",
            &["commodity iron ore", "commodity rare earth minerals"],
        );
        check("the lithium-ion batteries in cars", &["commodity lithium-ion batteries"]);
        check("a coffee with friends", &[]);
        check("exports of coffee fell", &["commodity coffee"]);
        check("He had to steel himself.", &[]);
    }
}
