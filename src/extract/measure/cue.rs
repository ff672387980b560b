//! Which measure a noun phrase is a cue for: "soybean exports", "key interest rate", "tariff increases".

use super::around::phrase;
use super::lists::Cue;
use crate::extract::clause::Tag;
use crate::extract::clause::lexicon::{Classes, Sense};
use crate::extract::reading::Reading;
use crate::record::{EntityKind, FigureKind};
use crate::text::noun::singular;

/// The nouns that "of" and "in" link to a phrase ("value of exports").
pub(in crate::extract) fn linked_nouns<'r>(
    reading: &'r Reading<'_>,
    target: usize,
) -> impl Iterator<Item = usize> + 'r {
    let item = reading.clauses.item_of(target).unwrap_or(usize::MAX);
    let of = |token: usize| matches!(reading.text.lower(token), "of" | "in" | "for");
    reading.clauses.linked(item).filter(move |&(token, _)| of(token)).map(|(_, p)| p)
}

/// The cue of a phrase's head for a kind of figure.
pub(in crate::extract) fn phrase_cue<'r>(
    reading: &'r Reading<'_>,
    index: usize,
    kind: FigureKind,
) -> Option<(&'r Cue, usize)> {
    noun_cue(reading, index, phrase(reading, index).head, Some(kind))
}

/// The cue of a phrase's head, whatever the kind of figure.
pub(in crate::extract) fn any_cue<'r>(reading: &'r Reading<'_>, index: usize) -> Option<(&'r Cue, usize)> {
    noun_cue(reading, index, phrase(reading, index).head, None)
}

/// The cue of a noun of a phrase with up to two words before it.
pub(in crate::extract) fn noun_cue<'r>(
    reading: &'r Reading<'_>,
    index: usize,
    head: usize,
    kind: Option<FigureKind>,
) -> Option<(&'r Cue, usize)> {
    if reading.clauses.tags.get(head) == Some(&Tag::Figure) {
        // "350 billion yen" is no cue for a rate of the yen.
        return None;
    }
    let mut noun = singular(reading.text.lower(head));
    if matches!(&*noun, "sale" | "supply" | "delivery") && goes_abroad(reading, index) {
        noun = "export".into();
    }
    if is_both_flows(reading, index) {
        noun = "trade".into();
    }
    let tokens = &phrase(reading, index).tokens;
    if head > tokens.start + 1 {
        let three = format!("{} {} {noun}", reading.text.lower(head - 2), reading.text.lower(head - 1));
        if let Some(cue) = fitting(reading, &three, kind, head) {
            return Some((cue, head));
        }
    }
    if head > tokens.start {
        let pair = format!("{} {noun}", reading.text.lower(head - 1));
        if let Some(cue) = fitting(reading, &pair, kind, head) {
            return Some((cue, head));
        }
    }
    if let Some((cue, before)) = put_into(reading, head, tokens.start, kind) {
        return Some((cue, before));
    }
    if let Some(cue) = fitting(reading, &noun, kind, head) {
        return Some((cue, head));
    }
    let vehicle = kind == Some(FigureKind::Money)
        && head > tokens.start
        && matches!(reading.text.lower(head - 1), "investment" | "trade" | "spending" | "export" | "aid");
    if !is_change(reading, head) && !vehicle && !is_outlook(reading.text.lower(head)) {
        return None;
    }
    // "tariff increases", "export growth": the noun before says of what.
    let before = head.checked_sub(1).filter(|&b| b >= tokens.start)?;
    let cue = fitting(reading, &singular(reading.text.lower(before)), kind, before)?;
    Some((cue, before))
}

/// "a $5bn investment package": the noun before a package or pledge says what it is for.
fn put_into<'r>(
    reading: &'r Reading<'_>,
    head: usize,
    start: usize,
    kind: Option<FigureKind>,
) -> Option<(&'r Cue, usize)> {
    let vessel = matches!(
        &*singular(reading.text.lower(head)),
        "package" | "pledge" | "plan" | "programme" | "program" | "deal" | "drive" | "commitment" | "scheme" | "fund"
    );
    let before = head.checked_sub(1).filter(|&b| b >= start && vessel)?;
    let noun = singular(reading.text.lower(before));
    let says = matches!(&*noun, "investment" | "purchase" | "procurement");
    fitting(reading, &noun, kind, before).filter(|_| says).map(|cue| (cue, before))
}

/// Whether what a phrase names goes to a country: "sales to China".
pub(super) fn goes_abroad(reading: &Reading<'_>, index: usize) -> bool {
    let linked = reading.clauses.item_of(index).map(|item| reading.clauses.linked(item));
    linked.into_iter().flatten().any(|(t, p)| {
        let country = |kind| matches!(kind, EntityKind::Place | EntityKind::Group);
        reading.text.lower(t) == "to" && mention_at(reading, phrase(reading, p).head, country)
    })
}

/// Whether a phrase sums up both directions of trade: "imports and exports".
fn is_both_flows(reading: &Reading<'_>, index: usize) -> bool {
    let has = |flow: &str| phrase(reading, index).tokens.clone().take(12).any(|i| reading.text.lower(i) == flow);
    has("imports") && has("exports")
}

/// Nouns that tell a figure in advance: the noun before them says of what ("profit forecast").
pub(super) fn is_outlook(lower: &str) -> bool {
    matches!(
        &*singular(lower),
        "forecast" | "estimate" | "outlook" | "guidance" | "target" | "projection" | "goal" | "prediction"
    )
}

/// A traded good by name: money and percentages to which it moves are its price ("Cocoa rose 5%").
pub(super) fn named_good<'r>(reading: &'r Reading<'_>, index: usize, kind: FigureKind) -> Option<(&'r Cue, usize)> {
    let head = phrase(reading, index).head;
    let priced = matches!(kind, FigureKind::Money | FigureKind::Percent);
    let good = priced && mention_at(reading, head, |kind| kind == EntityKind::Commodity);
    good.then(|| fitting(reading, "price", Some(kind), head).map(|cue| (cue, head)))?
}

/// Whether a mention of such a kind covers a token.
pub(super) fn mention_at(reading: &Reading<'_>, token: usize, is: impl Fn(EntityKind) -> bool) -> bool {
    let Some(span) = reading.text.tokens().get(token).map(|t| t.span) else { return false };
    let mentions = &reading.record.mentions;
    let after = mentions.partition_point(|m| m.span.start <= span.start);
    mentions
        .get(after.saturating_sub(4)..after)
        .is_some_and(|near| near.iter().any(|m| m.span.contains(span) && is(m.kind)))
}

/// The first cue of a noun that fits a kind of figure and its sentence.
pub(in crate::extract) fn fitting<'r>(
    reading: &'r Reading<'_>,
    noun: &str,
    kind: Option<FigureKind>,
    token: usize,
) -> Option<&'r Cue> {
    let cues = reading.lists.measures.noun(noun);
    let item = reading.clauses.phrase_of_token(token).and_then(|p| reading.clauses.item_of(p)).unwrap_or_default();
    // "its share" is a part of a whole, "its shares" are papers.
    let part = noun == "share" && reading.text.lower(token) == "share";
    let bare = noun == "rate" && reading.clauses.tags.get(token.wrapping_sub(1)) != Some(&Tag::Noun);
    let fiscal = matches!(noun, "deficit" | "surplus" | "shortfall" | "gap") && is_fiscal(reading, token);
    cues.iter().find(|c| {
        if fiscal && &*c.measure == "trade value" {
            return false;
        }
        let other = part && &*c.measure == "price change";
        !other
            && kind.is_none_or(|k| c.kinds.has(k))
            && (needs_hold(reading, c, item)
                || bare && (spoken_of(reading, c, token) || tariffs_before(reading, c, token)))
    })
}

/// Whether a deficit is a budget's: the word before it or its sentence or the one before says so, and none speaks of trade.
fn is_fiscal(reading: &Reading<'_>, token: usize) -> bool {
    let Some(start) = reading.text.tokens().get(token).map(|t| t.span.start) else { return false };
    let here = reading.text.sentence_at(start);
    let tokens = |s: usize| reading.text.sentences().get(s).map_or(0..0, |s| s.tokens.clone()).take(120);
    let has = |s: usize, words: &[&str]| tokens(s).any(|i| words.contains(&reading.text.lower(i)));
    let fiscal = &["budget", "fiscal", "budgetary", "borrowing"][..];
    let trade = &["trade", "exports", "imports", "goods", "account"][..];
    (has(here, fiscal) || here > 0 && has(here - 1, fiscal)) && !has(here, trade)
}

/// "Tariffs cost Acme dear. Rivals pay the 15% rate": whether the sentence before speaks of the tariffs that a cue tells.
fn tariffs_before(reading: &Reading<'_>, cue: &Cue, token: usize) -> bool {
    let Some(start) = reading.text.tokens().get(token).map(|t| t.span.start) else { return false };
    let sentence = u32::try_from(reading.text.sentence_at(start)).unwrap_or_default();
    &*cue.measure == "tariff rate" && sentence > 0 && mentions_tariff(reading, sentence - 1)
}

/// Whether a figure shortly before a token has the measure of a cue: "the rate" goes on with the rate spoken of.
pub(super) fn spoken_of(reading: &Reading<'_>, cue: &Cue, token: usize) -> bool {
    let Some(start) = reading.text.tokens().get(token).map(|t| t.span.start) else { return false };
    let figures = &reading.record.figures;
    let here = figures.partition_point(|f| f.span.start < start);
    let sentence = reading.text.sentence_at(start);
    let near = figures.get(here.saturating_sub(6)..here).unwrap_or_default();
    near.iter().any(|f| {
        let apart = sentence.saturating_sub(usize::try_from(f.sentence).unwrap_or_default());
        f.measure.as_str() == &*cue.measure && apart <= 3
    })
}

/// Whether the sentence of an item has one of the words that a cue needs.
pub(in crate::extract) fn needs_hold(reading: &Reading<'_>, cue: &Cue, item: usize) -> bool {
    if cue.needs.is_empty() {
        return true;
    }
    let token = reading.clauses.phrase_at(item).map_or(0, |p| p.tokens.start);
    let Some(start) = reading.text.tokens().get(token).map(|t| t.span.start) else { return false };
    let sentence = &reading.text.sentences()[reading.text.sentence_at(start)];
    sentence.tokens.clone().take(120).any(|i| cue.needs.iter().any(|w| **w == *reading.text.lower(i)))
}

/// Whether a sentence speaks of tariffs.
pub(super) fn mentions_tariff(reading: &Reading<'_>, sentence: u32) -> bool {
    let sentence = usize::try_from(sentence).ok().and_then(|n| reading.text.sentences().get(n));
    let tariff = |c: &Cue| &*c.measure == "tariff rate" && c.needs.is_empty();
    sentence.is_some_and(|s| {
        let mut words = s.tokens.clone().take(120).map(|i| reading.text.lower(i));
        words.any(|word| word == "taxed" || reading.lists.measures.noun(&singular(word)).iter().any(tariff))
    })
}

/// Whether a noun names a change: "rise", "drop", "growth".
pub(in crate::extract) fn is_change(reading: &Reading<'_>, token: usize) -> bool {
    let noun = singular(reading.text.lower(token));
    if matches!(
        &*noun,
        "reduction" | "growth" | "expansion" | "contraction" | "uptick" | "appreciation" | "depreciation"
    ) {
        return true;
    }
    let word = reading.lists.grammar.word(&noun);
    let sense = word.verb.and_then(|v| reading.lists.grammar.verb(v)).map(|v| v.sense);
    word.is(Classes::NOUN) && matches!(sense, Some(Sense::Up | Sense::Down))
}
