//! Whether a sentence plans or asks rather than reports: "Let’s meet after May", "I’ll be out from Friday", "show sales
//! before 2010", or nothing but a time ("after 2018"), as one types it into a search box or a calendar.
//!
//! A report names a bound by its point ("since 1997" is told of 1997); a plan means the stretch beyond it. A bare weekday
//! is the last one in a report and the next one in a plan. What is quoted, and what has "he", "they" or a name for its
//! subject, is part of a report.

use super::words::{Scan, Word};
use crate::text::TokenKind;
use std::ops::Range;

/// How a sentence speaks of its times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Voice {
    /// Tells what happens to others.
    #[default]
    Report,
    /// Says what "I", "we" or "you" will do, orders it or asks for it.
    Plan,
    /// Holds nothing but times.
    Bare,
}

/// Verbs that order or ask when they open a sentence.
const ORDERS: &[&str] = &[
    "add",
    "arrange",
    "book",
    "call",
    "cancel",
    "create",
    "display",
    "email",
    "fetch",
    "filter",
    "find",
    "get",
    "give",
    "list",
    "meet",
    "move",
    "notify",
    "order",
    "ping",
    "plan",
    "postpone",
    "put",
    "query",
    "remember",
    "remind",
    "reschedule",
    "reserve",
    "schedule",
    "search",
    "send",
    "set",
    "show",
    "take",
    "tell",
    "text",
    "try",
    "wake",
];

/// Words that open a question.
const QUESTIONS: &[&str] = &["what", "how", "where", "when", "which", "who", "why", "is", "are", "does", "do", "was"];

/// Words that may stand beside a time without saying anything else.
const BESIDE: &[&str] = &[
    "on",
    "at",
    "in",
    "by",
    "to",
    "of",
    "for",
    "from",
    "the",
    "a",
    "an",
    "and",
    "or",
    "before",
    "after",
    "until",
    "till",
    "since",
    "through",
    "between",
    "around",
    "about",
    "sometime",
    "sometimes",
    "later",
    "earlier",
    "than",
    "prior",
    "no",
    "not",
    "but",
    "during",
    "within",
    "approximately",
    "circa",
    "only",
    "just",
    "as",
    "starting",
    "beginning",
    "ending",
    "onwards",
    "onward",
    "day",
    "eve",
    "now",
    "right",
    "ago",
    "hence",
    "st",
    "nd",
    "rd",
    "th",
    "h",
    "oclock",
    "o’clock",
    "o'clock",
    "local",
    "coming",
    "time",
];

/// Tokens of a sentence that are looked at; a longer one is never bare.
const REACH: usize = 64;

/// How the sentence with these tokens speaks.
pub(super) fn voice(scan: &Scan<'_>, sentence: &Range<usize>) -> Voice {
    let tokens = sentence.start..sentence.end.min(sentence.start + REACH);
    let mut person = false;
    for i in tokens.clone() {
        match scan.lower(i) {
            "“" | "”" | "\"" | "‘" => return Voice::Report,
            // Somebody speaks of himself or to another.
            "i" | "we" | "you" | "me" | "my" | "let" | "please" => person = true,
            "us" => person |= scan.text.word(i) == "us",
            _ => {}
        }
    }
    if person || scan.is(sentence.start, QUESTIONS) || scan.is(sentence.start, ORDERS) {
        return Voice::Plan;
    }
    let beside = |i: usize| {
        let mark = scan.text.tokens().get(i).is_some_and(|t| t.kind != TokenKind::Word);
        mark || scan.at(i) != Word::Other || scan.is(i, BESIDE)
    };
    let mut at = tokens.start;
    while at < tokens.end {
        at = match scan.lists.holidays.starting(scan, at) {
            Some((end, _)) => end,
            None if beside(at) => at + 1,
            None => return Voice::Report,
        };
    }
    if tokens.len() < REACH { Voice::Bare } else { Voice::Report }
}
