//! Finds dates, times of day, durations and repetitions, and puts them on the calendar.
//!
//! Two steps. Reading (`expression` and below it a file for each way to write a time) turns words into a `Meaning` and
//! never looks at a calendar. Resolving (`resolve`, `output`) turns a meaning into days, counted from the article's own
//! dateline or from the day it was published; without either a relative time stays open, it is never guessed.
//!
//! "failed in May", published 2025-10-30: `Month(5)`, then 2025-05. "two weeks ago": `Away(P2W, back)`, then 2025-10-16.

mod calendar;
#[cfg(test)]
mod check;
mod clock;
mod date;
mod expression;
mod holiday;
mod length;
mod meaning;
mod month;
mod numeric;
mod output;
mod part;
mod range;
mod reference;
mod relative;
mod resolve;
mod set;
mod tense;
mod words;
mod year;

pub(super) use words::TimeLists;

use super::Reading;
use crate::record::Time;
use crate::text::Text;
use jiff::civil::Date;
use resolve::{Before, Context};
use words::Scan;

/// Adds what it finds to the reading.
pub(super) fn run(reading: &mut Reading<'_>) {
    reading.record.times = find(reading.text, &reading.lists.time, reading.hints.published);
}

/// Every time of a text, in order.
fn find(text: &Text, lists: &TimeLists, published: Option<Date>) -> Vec<Time> {
    let words = words::look_up(text, lists);
    let scan = Scan::new(text, lists, &words);
    let reference = reference::reference(&scan, published);
    let mut times = Vec::new();
    // A sentence may count from what it or the one before it named: "in January, up from a year earlier".
    let mut named = Before::default();
    let mut last_sentence = 0;
    let mut i = 0;
    for paragraph in text.paragraphs() {
        let scan = scan.until(paragraph.tokens.end);
        i = paragraph.tokens.start.max(i);
        while i < scan.len() {
            let Some(found) = expression::expression(&scan, i) else {
                i += 1;
                continue;
            };
            let sentence = text.sentence_at(text.span_of(i..i + 1).start);
            if sentence - last_sentence > 1 {
                named.last = None;
            }
            let tense = tense::around(&scan, &found.tokens);
            let context = Context { scan: &scan, reference, named, tense, tokens: found.tokens.clone() };
            let (time, period) = output::time(&context, &found);
            if let Some(period) = period {
                named.see(period);
                last_sentence = sentence;
            }
            i = found.tokens.end.max(i + 1);
            times.push(time);
        }
    }
    times
}
