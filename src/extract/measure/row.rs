//! Rows that answer a list: "steel and copper at 25% and 50%, respectively", "Acme and Bolt were allotted 5 and 7 tonnes".
//!
//! A row of figures joined by commas and "and" answers the nearest list before it in the sentence that has as many
//! members. Without "respectively" only two of each that share a verb answer each other.

use super::around::Around;
use crate::extract::clause::{Item, PhraseKind};
use crate::extract::reading::Reading;
use std::ops::Range;

/// How many items before a row its list may end.
const REACH: usize = 24;
/// How many figures a row may have.
const LONGEST: usize = 6;

/// The member of a list that a figure answers.
pub(super) struct Member {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Whether "respectively" says so.
    pub(super) told: bool,
    /// Whether the figure is of what the member owns: "Peru and Chile, whose duties stand at 5% and 7%".
    pub(super) owner: bool,
}

/// The member of a list that a figure answers, if it answers one.
pub(super) fn member(reading: &Reading<'_>, around: &Around) -> Option<Member> {
    let (first, last) = row(reading, around.figure);
    let length = last - first + 1;
    let told = is_respective(reading, last);
    if length < 2 || !told && length > 2 {
        return None;
    }
    let start = Around::new(reading, first)?.item;
    let (members, owners) = list_before(reading, start, length)?;
    let tokens = members.get(around.figure - first).cloned()?;
    Some(Member { tokens, told, owner: owners })
}

/// The first and the last figure of the row around a figure.
fn row(reading: &Reading<'_>, n: usize) -> (usize, usize) {
    let figures = &reading.record.figures;
    let joined = |a: usize, b: usize| {
        let (Some(left), Some(right)) = (figures.get(a), figures.get(b)) else { return false };
        let gap = reading.text.tokens_in(left.span).end..reading.text.tokens_in(right.span).start;
        let alike = left.unit == right.unit && left.sentence == right.sentence;
        alike && !gap.is_empty() && gap.len() <= 3 && gap.clone().all(|i| joins(reading, i))
    };
    let (mut first, mut last) = (n, n);
    while first > 0 && n - first < LONGEST && joined(first - 1, first) {
        first -= 1;
    }
    while last - n < LONGEST && joined(last, last + 1) {
        last += 1;
    }
    (first, last)
}

fn joins(reading: &Reading<'_>, token: usize) -> bool {
    matches!(reading.text.lower(token), "," | "and" | "by")
}

/// Whether "respectively" stands right behind a figure.
fn is_respective(reading: &Reading<'_>, figure: usize) -> bool {
    let end = reading.text.tokens_in(reading.record.figures[figure].span).end;
    (end..end + 6).any(|i| reading.text.lower(i) == "respectively")
}

/// The members of the nearest list that ends before an item, if it has the length asked for.
fn list_before(reading: &Reading<'_>, start: usize, length: usize) -> Option<(Vec<Range<usize>>, bool)> {
    let clauses = &reading.clauses;
    let floor = start.saturating_sub(REACH);
    let mut members: Vec<Range<usize>> = Vec::new();
    let mut owners = false;
    for i in (floor..start).rev() {
        match clauses.items[i] {
            // "Peru and Chile, whose duties stand at 5% and 7%": the list is before the relative clause.
            Item::Phrase(p) if reading.text.lower(clauses.phrases[p].tokens.start) == "whose" => {
                members.clear();
                owners = true;
                continue;
            }
            Item::Phrase(p) if clauses.phrases[p].kind == PhraseKind::Things => {
                let mut parts = parts(reading, clauses.phrases[p].tokens.clone());
                parts.append(&mut members);
                members = parts;
            }
            Item::Comma | Item::Conjunction(_) if !members.is_empty() => continue,
            Item::Stop => break,
            _ => {}
        }
        // A list goes on to the left only over a comma or "and".
        let goes_on = matches!(i.checked_sub(1).map(|b| clauses.items[b]), Some(Item::Comma | Item::Conjunction(_)));
        if members.len() > 1 && (!goes_on || members.len() >= length) {
            break;
        }
        if !goes_on {
            members.clear();
        }
    }
    (members.len() == length).then_some((members, owners))
}

/// The members of a phrase joined by "and": "machinery and footwear".
fn parts(reading: &Reading<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = tokens.start;
    for i in tokens.clone() {
        if matches!(reading.text.lower(i), "and" | "or" | ",") {
            if i > start {
                parts.push(start..i);
            }
            start = i + 1;
        }
    }
    if tokens.end > start {
        parts.push(start..tokens.end);
    }
    parts
}
