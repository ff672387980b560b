//! Indirect speech: the clause that somebody is said to have said, without the verb and the speaker.
//!
//! ```text
//! Bessent confirmed that [China will buy soybeans].     after "that"
//! The minister told reporters on Monday [talks would resume].
//! [Prices may fall], according to the council.          before the speaker
//! ```
//! What stands in quotation marks within the clause is a direct quotation and left out, so that no word is told twice.

use super::cue::Frame;
use super::scene::Scene;
use super::telling::Telling;
use crate::extract::link::phrase::{is_auxiliary_at, is_determiner, is_past, is_preposition, sentence_of};
use crate::record::{Certainty, Quote, QuoteKind};
use crate::text::TokenKind;
use crate::text::calendar;
use std::ops::Range;

/// Hearers and occasions between the verb and what is said: "told reporters on Monday in Geneva that".
const PASSED_OVER: usize = 14;

/// The indirect quotations of an article.
pub(super) fn indirect(scene: &Scene<'_>, tellings: &[Telling]) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut told = 0;
    for (n, telling) in tellings.iter().enumerate() {
        // "He said experts expect a fall": what they expect is told by him, and once is enough.
        if telling.frame == Frame::Clause && telling.cue.start < told {
            continue;
        }
        let next = tellings[n + 1..].iter().find(|t| t.frame != Frame::Clause);
        let previous = n.checked_sub(1).and_then(|n| tellings.get(n));
        let Some((clause, because)) = said(scene, telling, next, previous) else { continue };
        told = clause.end;
        for piece in outside_marks(scene, clause) {
            quotes.push(Quote {
                span: scene.text.span_of(piece),
                speaker: telling.speaker.entity,
                speaker_span: Some(telling.speaker.span),
                cue: Some(scene.text.slice(scene.text.span_of(telling.cue.clone())).to_owned()),
                kind: QuoteKind::Indirect,
                certainty: if telling.speaker.entity.is_some() { Certainty::Sure } else { Certainty::Likely },
                because: because.to_owned(),
            });
        }
    }
    quotes
}

/// The tokens of the said clause, and why.
fn said(
    scene: &Scene<'_>,
    telling: &Telling,
    next: Option<&Telling>,
    previous: Option<&Telling>,
) -> Option<(Range<usize>, &'static str)> {
    let text = scene.text;
    let (sentence, limit) = sentence_of(text, telling.cue.start);
    if telling.frame == Frame::Call {
        return None;
    }
    let start = telling.extent.start;
    let according = text.lower(telling.cue.start) == "according";
    if according && start == sentence {
        let comma = (telling.extent.end..limit).find(|&i| text.lower(i) == ",")?;
        return Some((comma + 1..limit, "“according to” and the speaker stand before it"));
    }
    let after = text.lower(telling.extent.end.max(telling.cue.end));
    let ends = matches!(after, "." | "" | "," | "!" | ";")
        || is_preposition(after) && !has_clause(scene, telling.extent.end.max(telling.cue.end)..limit, false);
    if according || !telling.participle && start > sentence && text.lower(start - 1) == "," && ends {
        let from = previous.map_or(sentence, |p| p.extent.end.max(p.cue.end)).clamp(sentence, start);
        let clause = from..start;
        return has_clause(scene, clause.clone(), false).then_some((clause, "the speaker is named after it"));
    }
    if telling.inverted {
        return None;
    }
    // The words of the next telling belong to its own speaker.
    let limit = next.filter(|n| n.extent.start > telling.cue.end).map_or(limit, |n| n.extent.start.min(limit));
    let (from, that) = clause_start(scene, telling, limit)?;
    let clause = from..clause_end(scene, from, limit);
    // "pledged 60 million euros, and Spain doubled": what follows a thing that is pledged is told by nobody.
    let more = clause.clone().find(|&i| text.lower(i) == "," && matches!(text.lower(i + 1), "and" | "but"));
    if more.is_some_and(|comma| !that && !has_clause(scene, from..comma, false)) {
        return None;
    }
    let told = that || has_clause(scene, clause.clone(), telling.frame == Frame::Clause);
    told.then_some((
        clause,
        if that { "“that” and a verb of speech stand before it" } else { "a verb of speech stands before it" },
    ))
}

/// Where the said clause starts after its verb, and whether "that" opens it.
fn clause_start(scene: &Scene<'_>, telling: &Telling, limit: usize) -> Option<(usize, bool)> {
    let text = scene.text;
    let from = telling.cue.end;
    let reach = if telling.frame == Frame::Clause { 4 } else { PASSED_OVER };
    let that = (from..limit.min(from + reach))
        .take_while(|&i| i == from || !(is_auxiliary_at(text, i) || matches!(text.lower(i), ";" | ":" | "and" | "but")))
        .find(|&i| text.lower(i) == "that" && scene.inside[i].is_none());
    if let Some(that) = that.filter(|&that| that == from || !is_preposition(text.lower(that - 1))) {
        return Some((that + 1, true));
    }
    let mut at = from;
    if telling.frame == Frame::Tell {
        at = hearer_end(scene, at, limit)?;
    }
    // "said on Monday", "said in March", "said late Friday": the occasion is no part of what is said.
    for _ in 0..3 {
        let word = text.lower(at);
        let occasion = at + usize::from(matches!(word, "on" | "in" | "late" | "early" | "last" | "this"));
        if is_day_or_month(text.lower(occasion)) {
            at = occasion + 1;
        } else if matches!(word, "yesterday" | "today" | "earlier" | "," | ":" | "again" | "also" | "later") {
            at += 1;
        }
    }
    let word = text.lower(at);
    let opens = !is_preposition(word) && !matches!(word, "so" | "." | "and" | "but" | "or" | "," | "to" | "");
    (at < limit && opens).then_some((at, false))
}

/// One past the hearer of "told": a name, a pronoun or a noun.
fn hearer_end(scene: &Scene<'_>, from: usize, limit: usize) -> Option<usize> {
    let text = scene.text;
    let mut at = from;
    if is_determiner(text.lower(at)) {
        at += 1;
    }
    if scene.in_name(at) {
        while at < limit && scene.in_name(at) {
            at += 1;
        }
    } else {
        at += 1;
    }
    (at < limit).then_some(at)
}

/// Where the said clause ends: at the end of the sentence, or where the article goes on in its own voice.
fn clause_end(scene: &Scene<'_>, from: usize, limit: usize) -> usize {
    let text = scene.text;
    (from..limit)
        .find(|&i| {
            let next = text.lower(i + 1);
            scene.inside[i].is_none()
                && (text.lower(i) == ";"
                    || text.lower(i) == "," && (next == "while" || next == "whereas" || next == "although"))
        })
        .unwrap_or(limit)
}

/// Whether words hold a clause: a finite verb near their start, as far as its form tells. An expected deed is told with
/// "to" ("expects the deal to lift trade").
fn has_clause(scene: &Scene<'_>, tokens: Range<usize>, expected: bool) -> bool {
    let text = scene.text;
    let words = tokens.clone().filter(|&i| text.tokens()[i].kind == TokenKind::Word).count();
    let main = || tokens.clone().take(16).take_while(|&i| !matches!(text.lower(i), "which" | "who"));
    words >= 3
        && main().any(|i| {
            let word = text.lower(i);
            is_auxiliary_at(text, i)
                || i > tokens.start && (scene.reading.lists.link.is_deed(word, false) || is_past(word))
                || expected && word == "to" && i > tokens.start + 1
        })
}

/// The parts of a clause outside quotation marks, without marks and conjunctions at their ends.
fn outside_marks(scene: &Scene<'_>, clause: Range<usize>) -> Vec<Range<usize>> {
    let text = scene.text;
    let mut pieces = Vec::new();
    let mut start = clause.start;
    for i in clause.start..=clause.end {
        if i == clause.end || scene.inside[i].is_some() {
            if let Some(piece) = trimmed(scene, start..i) {
                pieces.push(piece);
            }
            start = i + 1;
        }
    }
    // After a quotation two words are the rest of a phrase ("the claim"), and say nothing by themselves.
    let least = |p: &Range<usize>| if p.start > clause.start + 2 { 3 } else { 2 };
    pieces.retain(|p| p.clone().filter(|&i| text.tokens()[i].kind != TokenKind::Mark).count() >= least(p));
    pieces
}

fn trimmed(scene: &Scene<'_>, mut piece: Range<usize>) -> Option<Range<usize>> {
    let text = scene.text;
    let loose = |i: usize| {
        text.tokens()[i].kind == TokenKind::Mark && !matches!(text.word(i), "$" | "€" | "£" | "%" | "¥")
            || matches!(text.lower(i), "and" | "but" | "or")
    };
    while !piece.is_empty() && loose(piece.start) {
        piece.start += 1;
    }
    while !piece.is_empty() && loose(piece.end - 1) {
        piece.end -= 1;
    }
    (!piece.is_empty()).then_some(piece)
}

fn is_day_or_month(word: &str) -> bool {
    calendar::is_weekday(word) || calendar::is_month(word) || matches!(word, "week" | "month" | "year")
}
