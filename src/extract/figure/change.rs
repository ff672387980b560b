//! Up or down: "rose 3%", "a 3% drop", "up 58 points", "was cut by half a point", "+0.2%".
//!
//! A level that a change ends at has no direction: in "rose 3% to $9.29" only the 3% is a change.

use super::Reader;
use super::amount::{Amount, Of};
use super::words::Class;
use crate::record::{Change, Figure};
use crate::text::{Span, Text};

/// Whether a word tells a movement.
pub(super) fn moves(reader: &Reader<'_>, lower: &str) -> bool {
    reader.lists.is(Class::Up, lower) || reader.lists.is(Class::Down, lower) || matches!(lower, "by" | "another")
}

/// The nearest word of change before token `at` in its clause, whatever its direction.
pub(super) fn verb_before(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let first = reader.sentence_of(at).start.max(at.saturating_sub(25));
    (first..at).rev().take_while(|&i| !matches!(reader.text.word(i), ";" | ":" | "(" | ")")).find(|&i| {
        let word = reader.text.lower(i);
        reader.lists.is(Class::Up, word) || reader.lists.is(Class::Down, word) || reader.lists.is(Class::Moving, word)
    })
}

fn direction(reader: &Reader<'_>, lower: &str) -> Option<Change> {
    if reader.lists.is(Class::Up, lower) {
        Some(Change::Up)
    } else if reader.lists.is(Class::Down, lower) {
        Some(Change::Down)
    } else {
        None
    }
}

/// The direction of an amount that is a change.
pub(super) fn read(reader: &Reader<'_>, amount: &Amount) -> Option<Change> {
    let text = reader.text;
    let start = amount.start();
    let mut at = start.checked_sub(1)?;
    if text.word(at) == "+" && !reader.space_before(start) {
        return Some(Change::Up);
    }
    // "rose 3%", "up more than 3%", "dropped a further 3%".
    while at > 0 && reader.lists.is(Class::Degree, text.lower(at)) {
        at -= 1;
    }
    // "grew at an annualised 2.1 percent".
    if at > 2 && matches!(text.lower(at), "annual" | "annualised" | "annualized" | "yearly" | "monthly") {
        at -= 1;
        at -= usize::from(matches!(text.lower(at), "a" | "an" | "the"));
        at -= usize::from(text.lower(at) == "at");
    }
    // "expected to grow sales by 35 percent".
    let reach = if text.lower(at) == "by" { 5 } else { 1 };
    let first = reader.sentence_of(start).start.max((at + 1).saturating_sub(reach));
    let verb = (first..=at).rev().find_map(|i| direction(reader, text.lower(i)).map(|change| (i, change)));
    if let Some((i, change)) = verb
        && !is_other_verb(reader, amount, i, at > i)
    {
        return Some(change);
    }
    after(reader, amount)
}

/// "a 3% drop", "3% higher", "a 75 percent year-on-year increase".
fn after(reader: &Reader<'_>, amount: &Amount) -> Option<Change> {
    let text = reader.text;
    let mut next = reader.past_hyphen(amount.tokens.end);
    for _ in 0..2 {
        next +=
            usize::from(matches!(text.lower(next), "annual" | "overall" | "sharp" | "steep" | "year-on-year" | "pay"));
    }
    if reader.lists.is(Class::Rise, text.lower(next)) {
        Some(Change::Up)
    } else if reader.lists.is(Class::Fall, text.lower(next)) {
        Some(Change::Down)
    } else {
        None
    }
}

/// "rose 7.8, 17 and 35.3 percent": gives the direction of a change to those that go on its list in its unit.
pub(super) fn spread(text: &Text, figures: &mut [Figure]) {
    for i in 1..figures.len() {
        let (head, tail) = figures.split_at_mut(i);
        let (Some(left), Some(right)) = (head.last(), tail.first_mut()) else { return };
        let unit = left.kind == right.kind && left.unit == right.unit && left.unit != "1";
        if unit && right.change.is_none() && right.bound == left.bound && left.per == right.per {
            let between = text.slice(Span::new(left.span.end, right.span.start.max(left.span.end))).trim();
            let listed = matches!(between, "," | "and" | "or" | ", and" | ", or");
            let goes_on = listed || is_next_name(text, Span::new(left.span.end, right.span.start.max(left.span.end)));
            right.change = left.change.filter(|_| goes_on && !after_opens_clause(text, right.span));
        }
    }
}

/// "rose 0.4%, the DAX 0.6% and the CAC 40 0.3%": only another name stands between, whose verb is left out.
fn is_next_name(text: &Text, between: Span) -> bool {
    let tokens = text.tokens_in(between);
    let linked = matches!(text.lower(tokens.start), "," | "and" | "while");
    let mut names = tokens.clone().skip(1).filter(|&i| !matches!(text.lower(i), "and" | "the"));
    let capital =
        |i: usize| text.word(i).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || text.word(i) == "&";
    linked && (2..=6).contains(&tokens.len()) && names.clone().count() > 0 && names.all(capital)
}

/// Whether what follows a figure gives it another sense: "rose 3 percent and 5 percent of".
fn after_opens_clause(text: &Text, span: Span) -> bool {
    let next = text.tokens_in(span).end;
    matches!(text.lower(next), "of" | "are" | "is" | "said" | "were" | "was")
}

/// Whether the word of change at `at` moves something else: "gave up 12 seats", "raised $3 million", "lost 20 ships".
fn is_other_verb(reader: &Reader<'_>, amount: &Amount, at: usize, by: bool) -> bool {
    let text = reader.text;
    let before = at.checked_sub(1).map_or("", |i| text.lower(i));
    match text.lower(at) {
        "up" | "down" => reader.lists.is(Class::Phrasal, before),
        "raise" | "raised" | "raises" | "raising" => !by && matches!(amount.of, Of::Money(_) | Of::Nothing),
        "lost" | "lose" | "loses" | "losing" | "gained" | "gain" | "added" | "adding" | "adds" => {
            !by && matches!(amount.of, Of::Things(_))
                || text.lower(amount.tokens.end) == "to" && text.lower(amount.tokens.end + 1) == "the"
        }
        _ => false,
    }
}
