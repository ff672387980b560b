//! Finds dates, times of day, durations and repetitions, and puts them on the calendar.
//!
//! Two steps. Reading (`expression` and below it a file for each way to write a time) turns words into a `Meaning` and
//! never looks at a calendar. Resolving (`resolve`, `output`) turns a meaning into days, counted from the article's own
//! dateline or from the day it was published; without either a relative time stays open, it is never guessed.
//!
//! "failed in May", published 2025-10-30: `Month(5)`, then 2025-05. "two weeks ago": `Away(P2W, back)`, then 2025-10-16.

mod bound;
mod calendar;
#[cfg(test)]
mod check;
mod choose;
mod clock;
mod counted;
mod date;
mod daypart;
mod edge;
mod ended;
mod expression;
mod holiday;
mod hours;
mod length;
pub(super) mod lists;
mod meaning;
mod month;
mod neighbour;
mod numeric;
mod output;
mod part;
#[cfg(test)]
mod properties;
mod range;
mod reference;
mod relative;
mod resolve;
mod season;
mod set;
mod tense;
mod voice;
mod weekday;
mod within;
mod words;
mod year;

use super::reading::Reading;
use crate::record::{Anchor, Time};
use crate::text::Text;
use calendar::Period;
use jiff::civil::Date;
use lists::TimeLists;
use meaning::{Found, Meaning};
use resolve::{Before, Context};
use words::{Dateless, Scan};

/// Adds what it finds to the reading.
pub(super) fn run(reading: &mut Reading<'_>) {
    reading.record.times = find(reading.text, &reading.lists.time, reading.hints.published);
}

/// Every time of a text, in order.
fn find(text: &Text, lists: &TimeLists, published: Option<Date>) -> Vec<Time> {
    let words = words::look_up(text, lists);
    let dateless = Dateless::new();
    let scan = Scan::new(text, lists, &words, &dateless);
    let mut finder = Finder::new(reference::reference(&scan, published));
    let mut times = Vec::new();
    for paragraph in text.paragraphs() {
        let mut scan = scan.until(paragraph.tokens.end);
        let mut i = paragraph.tokens.start;
        let mut sentence_end = i;
        let mut before = None;
        while i < scan.len() {
            if i >= sentence_end
                && let Some(token) = text.tokens().get(i)
                && let Some(sentence) = text.sentences().get(text.sentence_at(token.span.start))
            {
                scan = scan.in_voice(voice::voice(&scan, &sentence.tokens));
                sentence_end = sentence.tokens.end.max(i + 1);
            }
            let Some(found) = expression::expression(&scan, i) else {
                i += 1;
                continue;
            };
            let (time, end, period) = finder.time(&scan, &found);
            if let (Some(before), Some(last), Some(period)) = (&before, times.last_mut(), period) {
                ended::close(&scan, before, last, &found, period);
            }
            before = Some(found);
            i = end.max(i + 1);
            times.push(time);
        }
    }
    times
}

/// What is known while a text is read from its first time to its last.
struct Finder {
    /// The day the article counts from, and where it is from.
    reference: Option<(Date, Anchor)>,
    /// A sentence may count from what it or the one before it named: "in January, up from a year earlier".
    named: Before,
    /// The sentence that named it.
    sentence: usize,
}

impl Finder {
    fn new(reference: Option<(Date, Anchor)>) -> Self {
        Self { reference, named: Before::default(), sentence: 0 }
    }

    /// Puts a time on the calendar and takes note of it; also the index after its words, and its stretch.
    fn time(&mut self, scan: &Scan<'_>, found: &Found) -> (Time, usize, Option<Period>) {
        let sentence = scan.text.sentence_at(scan.text.span_of(found.tokens.clone()).start);
        if sentence - self.sentence > 1 {
            self.named.last = None;
        }
        let mut named = self.named;
        let alone = matches!(found.meaning, Meaning::Clock(_, None) | Meaning::Clocks(_, _, None));
        if alone
            && (sentence != self.sentence || !matches!(named.last, Some(Period::Day(_))))
            && let Some(day) = self.day_after(scan, found.tokens.end)
        {
            named.see(Period::Day(day));
        }
        let (mut time, period) = output::time(&self.context(scan, found, named), found);
        if let Some(period) = period {
            self.named.see(period);
            self.sentence = sentence;
        }
        let end = bound::apply(scan, found, &mut time);
        (time, end, period)
    }

    fn context<'a>(&self, scan: &'a Scan<'a>, found: &Found, named: Before) -> Context<'a> {
        let tense = tense::around(scan, &found.tokens);
        Context { scan, reference: self.reference, named, tense, tokens: found.tokens.clone() }
    }

    /// The day that follows a time of day in its sentence: "at 16:08 UTC off the coast on Saturday".
    fn day_after(&self, scan: &Scan<'_>, from: usize) -> Option<Date> {
        let last = from.checked_sub(1)?;
        let sentence = scan.text.sentences().get(scan.text.sentence_at(scan.text.span_of(last..from).start))?;
        let end = sentence.tokens.end.min(from + tense::REACH);
        (from..end).find_map(|i| {
            let found = expression::expression(scan, i).filter(|f| matches!(f.meaning, Meaning::Date(_)))?;
            match output::time(&self.context(scan, &found, self.named), &found).1 {
                Some(Period::Day(day)) => Some(day),
                _ => None,
            }
        })
    }
}
