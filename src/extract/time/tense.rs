//! Which way a sentence looks at a time in it: "failed in May" looks back, "to visit in April" looks ahead.
//!
//! The nearest verb decides, those before the time first. A preposition that points ahead ("until", "by") speaks before a
//! participle does: "suspended until July". There is no parser here; where no word says anything the lean stays open.

use super::lists::Lean;
use super::words::{Scan, Word};
use std::ops::Range;

/// How far from the time a verb may stand, in tokens.
pub(super) const REACH: usize = 24;

/// The lean of a sentence at a time, and the tokens that show it.
#[derive(Clone, Debug, Default)]
pub(super) struct Tense {
    pub(super) lean: Option<Lean>,
    pub(super) clue: Range<usize>,
}

/// The tense around the tokens `at`.
pub(super) fn around(scan: &Scan<'_>, at: &Range<usize>) -> Tense {
    let Some(token) = scan.text.tokens().get(at.start) else { return Tense::default() };
    let sentences = scan.text.sentences();
    let Some(sentence) = sentences.get(scan.text.sentence_at(token.span.start)) else { return Tense::default() };
    let first = sentence.tokens.start.max(at.start.saturating_sub(REACH));
    let last = sentence.tokens.end.min(at.end + REACH);
    let deadline = (first..at.start).rev().take(3).find(|&i| scan.is(i, &["until", "till", "by", "ahead", "through"]));
    // "wheat for December delivery", "December corn": goods that are still to come.
    let crop = at.len() == 1 && matches!(scan.at(at.start), Word::Month(_)) && scan.is(at.end, TRADED);
    if crop || scan.is(at.end, &["delivery", "futures", "contract", "contracts", "settlement", "shipment", "loading"]) {
        return Tense { lean: Some(Lean::Ahead), clue: at.end..at.end + 1 };
    }
    // "since August" looks back, whatever the verb says.
    if let Some(since) = at.start.checked_sub(1).filter(|&i| i >= first && scan.is(i, &["since"])) {
        return Tense { lean: Some(Lean::Back), clue: since..at.start };
    }
    if let Some(is) = fixed_for(scan, at).filter(|&i| i >= first) {
        return Tense { lean: Some(Lean::Ahead), clue: is..is + 1 };
    }
    let left = || (first..at.start).rev().find_map(|i| clue(scan, i, first));
    let right = || (at.end..last).find_map(|i| clue(scan, i, at.end));
    let verb = if fronted(scan, at) { right().or_else(left) } else { left().or_else(right) }.unwrap_or_default();
    match (deadline, verb.lean) {
        (Some(i), Some(Lean::Back)) if participle(scan, verb.clue.start) => {
            Tense { lean: Some(Lean::Ahead), clue: i..i + 1 }
        }
        (Some(i), None) => Tense { lean: Some(Lean::Ahead), clue: i..i + 1 },
        // "Residents face cuts from Monday".
        (None, None) if at.start > first && scan.is(at.start - 1, &["from"]) => {
            Tense { lean: Some(Lean::Ahead), clue: at.start - 1..at.start }
        }
        _ => verb,
    }
}

/// Goods whose futures are called by the month in which they end.
const TRADED: &[&str] = &[
    "aluminium",
    "aluminum",
    "cattle",
    "cocoa",
    "coffee",
    "copper",
    "corn",
    "cotton",
    "crude",
    "gasoline",
    "gold",
    "hogs",
    "oats",
    "oil",
    "rice",
    "silver",
    "soyabeans",
    "soybeans",
    "soymeal",
    "soyoil",
    "sugar",
    "wheat",
];

/// "The vote is at 3 p.m. on Thursday", "the match is on Saturday": what is to be at a time is still to come. The token of
/// the verb; none for "It is Monday".
fn fixed_for(scan: &Scan<'_>, at: &Range<usize>) -> Option<usize> {
    let mut start = at.start;
    while start > 0 && start + 2 > at.start && scan.is(start - 1, &["on", "at", "for", "the"]) {
        start -= 1;
    }
    let led = start < at.start || !matches!(scan.at(at.start), Word::Weekday(_) | Word::Month(_));
    let day = (at.start..at.end).any(|i| matches!(scan.at(i), Word::Weekday(_)));
    let is = start.checked_sub(1)?;
    (led && day && scan.is(is, &["is", "are"])).then_some(is)
}

/// Whether the time opens its clause ("On Friday, ..."): then the verb follows, and what stands before is another clause.
fn fronted(scan: &Scan<'_>, at: &Range<usize>) -> bool {
    let the = at.start - usize::from(at.start > 0 && scan.is(at.start - 1, &["the"]));
    let opens =
        |i: usize| scan.capital(i) && scan.is(i, &["on", "in", "by", "since", "during", "last", "next", "until"]);
    the > 0 && opens(the - 1)
        || scan.capital(at.start) && scan.is(at.start, &["last", "next", "this", "earlier", "later"])
}

/// Verbs of a timetable: in the present before "in ten days" they tell what is to come.
const SCHEDULED: &[&str] = &[
    "arrive", "arrives", "begin", "begins", "close", "closes", "depart", "departs", "due", "end", "ends", "expire",
    "expires", "leave", "leaves", "meet", "meets", "open", "opens", "resume", "resumes", "retire", "retires", "return",
    "returns", "start", "starts", "vote", "votes",
];

/// Whether a verb of a timetable stands right before "in" and a length.
pub(super) fn is_scheduled(scan: &Scan<'_>, at: &Range<usize>) -> bool {
    (at.start.saturating_sub(4)..at.start).any(|i| i > 0 && SCHEDULED.contains(&scan.lower(i)) && !scan.capital(i))
}

fn participle(scan: &Scan<'_>, i: usize) -> bool {
    scan.lower(i).ends_with("ed")
}

/// What token `i` says of the tense. `first` is the first token that may belong to the clue.
fn clue(scan: &Scan<'_>, i: usize, first: usize) -> Option<Tense> {
    let word = scan.lower(i);
    let told = |lean, clue: Range<usize>| Some(Tense { lean: Some(lean), clue });
    // "should be held": the word before "be" speaks, not the participle.
    if i > first && scan.is(i - 1, &["be"]) {
        return None;
    }
    // "May" inside a sentence is no verb.
    if matches!(scan.at(i), Word::Month(_)) && scan.capital(i) && (i > first || !scan.starts_sentence(i)) {
        return None;
    }
    match scan.lists.lean(word) {
        Some(Lean::Neither) => return None,
        Some(Lean::Outcome) => return told(Lean::Back, i..i + 1),
        // "may" and "might" in any case but the month.
        Some(lean) => return told(lean, i..i + 1),
        None => {}
    }
    // "to visit": an infinitive, told from "to China" by the small letter and from "to 50" by letters at all.
    if i > first && scan.is(i - 1, &["to"]) && infinitive(scan, i) {
        let outcome = i >= first + 2 && scan.lists.lean(scan.lower(i - 2)) == Some(Lean::Outcome);
        return if outcome { told(Lean::Back, i - 2..i + 1) } else { told(Lean::Ahead, i - 1..i + 1) };
    }
    let small = scan.text.word(i).chars().all(char::is_lowercase);
    (small && word.len() > 3 && word.ends_with("ed")).then(|| Tense { lean: Some(Lean::Back), clue: i..i + 1 })
}

fn infinitive(scan: &Scan<'_>, i: usize) -> bool {
    let word = scan.text.word(i);
    let letters = word.chars().all(char::is_lowercase);
    const NOT_VERBS: &[&str] = &[
        "the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this", "that", "these", "those", "about",
        "more", "less", "nearly", "almost", "around", "over", "under", "just", "only", "some", "any", "all", "both",
        "each", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "him", "them", "us",
        "me", "it", "you", "at", "date", "levels", "people", "where", "which", "what", "whom", "new", "other", "last",
        "next",
    ];
    letters && word.len() > 1 && !NOT_VERBS.contains(&word) && !word.ends_with("ing") && !word.ends_with("ers")
}

#[cfg(test)]
mod tests {
    use super::super::check::times;

    fn check(text: &str, because: &str) {
        assert_eq!(times(text).first().map(|(_, t)| t.because.as_str()), Some(because), "in {text:?}");
    }

    #[test]
    fn the_nearest_verb_tells() {
        check("A brief truce in May failed to last.", "“May” before “failed” looks back from 2025-10-30.");
        check("He was invited to visit China in April.", "“April” after “to visit” looks ahead of 2025-10-30.");
        check("The deal should be completed in October.", "“October” after “should” looks ahead of 2025-10-30.");
        check("They sank. On Monday, they will meet.", "“Monday” before “will” looks ahead of 2025-10-30.");
        check("duties, suspended until March", "“March” after “until” looks ahead of 2025-10-30.");
        check("The vote is at 3 p.m. on Tuesday.", "“3 p.m. on Tuesday” after “is” looks ahead of 2025-10-30.");
        check("December corn fell.", "“December” before “corn” looks ahead of 2025-10-30.");
        check("Talks in March", "“March” is taken near 2025-10-30; no verb says which way it looks.");
    }
}
