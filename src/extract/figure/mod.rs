//! Figures: amounts with their bounds, units and rates.
//!
//! Finds money, percentages, quantities, counts, durations, ages, temperatures, ratios and ranks: "at least 25 million
//! tonnes annually" is one figure, "from 25 to 50 percent" after a verb of change is two, "18 to 25 percent" is one with
//! two ends. It does not find what a figure measures or whose it is (`measure` does), and it leaves alone what
//! [`not_a_figure`] lists. Each file reads one thing; this one runs them in order:
//!
//! 1. every number takes the sign, unit, noun and rate beside it; 2. numbers that are no amounts go; 3. bounds before;
//! 4. ranges, ratios and shared units; 5. ages and bounds after, nouns carried on; 6. what is left becomes a [`Figure`].

mod age;
mod amount;
mod bound;
mod carry;
mod cents;
mod change;
mod compound;
mod count;
mod dollar;
mod exchange;
mod finish;
mod label;
pub(super) mod lists;
mod margin;
mod million;
mod money;
mod not_a_figure;
mod phrases;
mod prefix;
mod range;
mod rank;
mod rate;
mod ratio;
mod repeat;
mod unit;
mod word;
mod words;

use super::link::lists::LinkLists;
use super::reading::Reading;
use crate::record::{Figure, Time};
use crate::text::number::Number;
use crate::text::{Span, Text};
use amount::Amount;
use dollar::Dollar;
use lists::FigureLists;

use std::cell::OnceCell;
use std::ops::Range;

/// What the readers of one text share.
struct Reader<'a> {
    text: &'a Text,
    lists: &'a FigureLists,
    /// The lists of linking, which know first names.
    first_names: &'a LinkLists,
    /// What the time extractor found, in text order.
    times: &'a [Time],
    /// Every number, in text order.
    numbers: &'a [Number],
    /// Which dollar "$" means here, where the text says something of it.
    dollar: Option<Dollar>,
    /// The currencies whose countries the text names and how often it does, found when a shared noun first asks for them.
    homes: OnceCell<Vec<(usize, usize)>>,
    /// Whether the text has something British in it.
    british: bool,
    /// Whether the text prices things by the pound in weight.
    weighed: bool,
    /// Whether its tons are metric throughout: one that speaks of "metric tons" goes on with "tons".
    metric: bool,
    /// Whether the text names Boeing, whose jets are numbers.
    boeing: bool,
}

impl Reader<'_> {
    fn space_before(&self, i: usize) -> bool {
        self.text.tokens().get(i).is_none_or(|t| t.space_before)
    }

    /// The token after a hyphen that touches its neighbours, or `i` itself: the unit of "80-minute".
    fn past_hyphen(&self, i: usize) -> usize {
        let hyphen = matches!(self.text.word(i), "-" | "‑") && !self.space_before(i);
        if hyphen && !self.space_before(i + 1) { i + 1 } else { i }
    }

    /// The tokens of the sentence that holds token `i`.
    fn sentence_of(&self, i: usize) -> Range<usize> {
        let start = self.text.tokens().get(i).map_or(0, |t| t.span.start);
        let sentence = self.text.sentences().get(self.text.sentence_at(start));
        sentence.map_or(0..self.text.tokens().len(), |s| s.tokens.clone())
    }

    /// Whether token `i` starts a sentence, or what a quotation mark, colon or dash opens.
    fn opens_sentence(&self, i: usize) -> bool {
        let mark = i.checked_sub(1).map_or("", |k| self.text.word(k));
        matches!(mark, "“" | "\"" | "‘" | ":" | "—" | "–" | "•" | "*" | "(" | "|") || self.sentence_of(i).start == i
    }

    /// Whether token `i` stands in a heading of capitals, where they mean little.
    fn is_title(&self, i: usize) -> bool {
        let start = self.text.tokens().get(i).map_or(0, |t| t.span.start);
        let Some(paragraph) = self.text.paragraphs().get(self.text.paragraph_at(start)) else { return false };
        // Looked at first: a long paragraph is no heading, and is not to be counted through for each of its numbers.
        if !paragraph.heading {
            return false;
        }
        let words = || paragraph.tokens.clone().filter(|&i| self.text.word(i).len() > 3);
        let capitals = words().filter(|&i| label::starts_with_capital(self.text.word(i))).count();
        capitals * 10 > words().count() * 7
    }

    /// Whether token `i` belongs to a number.
    fn in_number(&self, i: usize) -> bool {
        let after = self.numbers.partition_point(|n| n.tokens.start <= i);
        after.checked_sub(1).and_then(|k| self.numbers.get(k)).is_some_and(|n| n.tokens.contains(&i))
    }

    /// The time that covers a span.
    fn time_over(&self, span: Span) -> Option<&Time> {
        let after = self.times.partition_point(|t| t.span.start <= span.start);
        self.times.get(after.checked_sub(1)?).filter(|t| t.span.contains(span))
    }
}

/// Adds what it finds to the reading.
pub(super) fn run(reading: &mut Reading<'_>) {
    let reader = Reader {
        text: reading.text,
        lists: &reading.lists.figure,
        first_names: &reading.lists.link,
        times: &reading.record.times,
        numbers: &reading.numbers,
        dollar: dollar::local(reading.text, &reading.lists.figure),
        homes: OnceCell::new(),
        british: money::is_british(reading.text),
        weighed: money::is_weighed(reading.text),
        metric: is_metric(reading.text),
        boeing: memchr::memmem::find(reading.text.as_str().as_bytes(), b"Boeing").is_some(),
    };
    let figures = figures(&reader);
    reading.record.figures = figures;
}

/// Whether a text speaks of metric tons, and of no others by name.
fn is_metric(text: &Text) -> bool {
    let has = |words: &str| memchr::memmem::find(text.as_str().as_bytes(), words.as_bytes()).is_some();
    has("metric ton") && !has("short ton") && !has("long ton")
}

fn figures(reader: &Reader<'_>) -> Vec<Figure> {
    let mut amounts: Vec<Amount> = Vec::with_capacity(reader.numbers.len());
    let mut taken = 0;
    for number in reader.numbers {
        // A number inside the name of what an earlier one counts ("two 737 Max jets") is not read again.
        if number.tokens.start >= taken {
            let mut amount = amount::read(reader, number, taken);
            let tallied = carry::tally(reader, amounts.last(), &mut amount);
            amount.gone = !tallied && not_a_figure::is_none(reader, &amount)
                || amounts.last().is_some_and(|earlier| not_a_figure::continues(reader, &amount, earlier));
            taken = if amount.gone { taken } else { amount.tokens.end };
            amounts.push(amount);
        }
    }
    amounts.retain(|amount| !amount.gone);
    for amount in &mut amounts {
        bound::before(reader, amount);
    }
    for i in 0..amounts.len().saturating_sub(1) {
        if !ratio::join(reader, &mut amounts, i) {
            margin::join(reader, &mut amounts, i);
            cents::join(reader, &mut amounts, i);
            compound::join(reader, &mut amounts, i);
        }
    }
    let mut free = 0;
    for amount in &mut amounts {
        compound::take_article(reader, amount, free);
        free = amount.tokens.end;
    }
    range::join(reader, &mut amounts);
    amounts.retain(|amount| !amount.gone && !not_a_figure::is_left_over(reader, amount));
    for amount in &mut amounts {
        age::read(reader, amount);
        bound::after(reader, amount);
    }
    for i in 0..amounts.len() {
        carry::read(reader, &mut amounts, i);
    }
    for i in 0..amounts.len().saturating_sub(1) {
        bound::carry_into_brackets(reader, &mut amounts, i);
    }
    let mut all: Vec<Figure> = amounts.into_iter().map(|amount| finish::figure(reader, amount)).collect();
    change::spread(reader.text, &mut all);
    let others = (0..reader.text.tokens().len()).filter_map(|i| word::read(reader, i));
    let others: Vec<Figure> = others.map(|amount| finish::figure(reader, amount)).collect();
    merge(&mut all, others);
    all
}

/// Adds figures that overlap none of those found, and puts all in text order.
fn merge(figures: &mut Vec<Figure>, others: Vec<Figure>) {
    figures.sort_by_key(|figure| figure.span);
    let found = figures.len();
    for other in others {
        let after = figures.get(..found).map_or(0, |all| all.partition_point(|f| f.span.end <= other.span.start));
        if !figures.get(after).is_some_and(|f| after < found && f.span.overlaps(other.span)) {
            figures.push(other);
        }
    }
    figures.sort_by_key(|figure| figure.span);
}

#[cfg(test)]
mod tests;
