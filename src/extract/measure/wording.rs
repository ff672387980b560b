//! Noun phrases in the words of the text: without article and owner, without the noun that told the measure.

use super::around::phrase;
use super::cue::mention_at;
use crate::extract::clause::{PhraseKind, Tag};
use crate::extract::reading::Reading;
use crate::record::EntityKind;
use crate::text::noun::singular;
use std::ops::Range;

/// The words before the noun that told the measure, without nationality: "soybean" of "American soybean exports".
pub(super) fn modifiers(reading: &Reading<'_>, p: usize, token: usize) -> Option<String> {
    let tokens = phrase(reading, p).tokens.clone();
    let owner = (tokens.start..token).rfind(|&i| reading.text.word(i).starts_with(['\'', '’']));
    let mut start = owner.map_or(tokens.start, |i| i + 1);
    while start < token
        && (is_origin(reading, start) || is_leading(reading, start) || reading.clauses.tags[start] == Tag::Adjective)
    {
        start += 1;
    }
    let mut end = token;
    let generic = |word: &str| {
        matches!(
            word,
            "import"
                | "export"
                | "customs"
                | "tax"
                | "trade"
                | "interest"
                | "exchange"
                | "duty"
                | "tariff"
                | "market"
                | "dumping"
                | "anti"
                | "countervailing"
                | "safeguard"
                | "free"
                | "support"
                | "farmgate"
                | "retail"
                | "wholesale"
                | "spot"
                | "list"
                | "benchmark"
                | "reference"
                | "selling"
                | "-"
        )
    };
    while end > start && generic(reading.text.lower(end - 1)) {
        end -= 1;
    }
    let time = |i: usize| {
        matches!(
            reading.text.lower(i),
            "two" | "one" | "way" | "year" | "quarter" | "month" | "half" | "season" | "week" | "day" | "period"
        )
    };
    let names = (start..end).any(|i| matches!(reading.clauses.tags[i], Tag::Noun | Tag::Name) && !time(i));
    names.then(|| trimmed(reading, start..end))?
}

/// The goods that end at a token of a phrase, without article, origin or owner: "raw sugar" of "Brazilian raw sugar exports".
pub(super) fn goods_words(reading: &Reading<'_>, p: usize, token: usize) -> Option<String> {
    let words = phrase(reading, p);
    let start = if token == words.head {
        words.tokens.start
    } else {
        // Of "the top cocoa grower" only the goods themselves.
        let pair = token.checked_sub(1).filter(|&b| words.tokens.contains(&b)).is_some_and(|b| {
            let name = format!("{} {}", reading.text.lower(b), singular(reading.text.lower(token)));
            reading.lists.measures.chapter(&name).is_some()
        });
        token - usize::from(pair)
    };
    let owned = (start..token).rfind(|&i| is_origin(reading, i) || matches!(reading.text.lower(i), "," | "and" | "or"));
    trimmed(reading, owned.map_or(start, |i| i + 1)..token + 1)
}

/// Whether a token names a place: "in Louisiana" says where, not what.
pub(super) fn is_place(reading: &Reading<'_>, token: usize) -> bool {
    mention_at(reading, token, |kind| matches!(kind, EntityKind::Place | EntityKind::Facility))
}

/// Whether a token belongs to the name of a country, a company or a nationality, or makes a possessive of it.
fn is_origin(reading: &Reading<'_>, token: usize) -> bool {
    if reading.clauses.tags[token] == Tag::Possessive {
        return true;
    }
    mention_at(reading, token, |kind| !matches!(kind, EntityKind::Commodity | EntityKind::Product))
}

/// Words that open a noun phrase without naming anything.
fn is_leading(reading: &Reading<'_>, token: usize) -> bool {
    matches!(
        reading.clauses.tags[token],
        Tag::Determiner
            | Tag::Possessive
            | Tag::Adverb
            | Tag::Figure
            | Tag::Skip
            | Tag::Time
            | Tag::Hyphen
            | Tag::Pronoun
    ) || matches!(
        reading.text.lower(token),
        "further" | "additional" | "other" | "total" | "overall" | "average" | "more"
    )
}

/// A phrase with its "of" phrase: "can of soup".
pub(super) fn with_of(reading: &Reading<'_>, p: usize) -> Option<String> {
    let mut tokens = phrase(reading, p).tokens.clone();
    if let Some((preposition, q)) = reading.clauses.item_of(p).and_then(|i| reading.clauses.linked(i).next())
        && reading.text.lower(preposition) == "of"
        && phrase(reading, q).kind == PhraseKind::Things
    {
        tokens.end = phrase(reading, q).tokens.end;
    }
    trimmed(reading, tokens)
}

/// The words of a phrase, from its first naming word to its end.
pub(in crate::extract) fn words(reading: &Reading<'_>, p: usize) -> Option<String> {
    let phrase = phrase(reading, p);
    if phrase.kind != PhraseKind::Things {
        return None;
    }
    if reading.text.lower(phrase.head) == "worth" {
        let (_, goods) = reading.clauses.linked(reading.clauses.item_of(p)?).next()?;
        return words(reading, goods);
    }
    trimmed(reading, phrase.tokens.clone())
}

/// Some words, from the first that names something to the end.
pub(super) fn trimmed(reading: &Reading<'_>, tokens: Range<usize>) -> Option<String> {
    let mut tokens = tokens;
    // "those of textiles": the "of" goes with the word that names nothing.
    let leads = |i: usize| is_leading(reading, i) || reading.text.lower(i) == "of";
    while tokens.start < tokens.end && leads(tokens.start) {
        tokens.start += 1;
    }
    while tokens.start < tokens.end && matches!(reading.clauses.tags[tokens.end - 1], Tag::Possessive | Tag::Skip) {
        tokens.end -= 1;
    }
    // "beef free of duty": so is "free".
    if tokens.len() > 1 && reading.text.lower(tokens.end - 1) == "free" && reading.text.word(tokens.end - 2) != "-" {
        tokens.end -= 1;
    }
    // "beef duty-free": how it comes in is no part of what it is.
    if tokens.len() > 3 && reading.text.lower(tokens.end - 1) == "free" && reading.text.word(tokens.end - 2) == "-" {
        tokens.end -= 3;
    }
    let text = reading.text.slice(reading.text.span_of(tokens.clone()));
    (!tokens.is_empty() && !text.is_empty()).then(|| short_name(text).unwrap_or_else(|| text.to_owned()))
}

/// Whether words name something: "rate", "separate" and "share" alone say nothing of what an amount is of.
pub(super) fn names_something(words: &str) -> bool {
    !matches!(
        words.to_ascii_lowercase().as_str(),
        "rate"
            | "rates"
            | "share"
            | "figure"
            | "level"
            | "number"
            | "percentage"
            | "proportion"
            | "separate"
            | "largest"
            | "biggest"
            | "standard"
            | "actual"
            | "face"
            | "pay"
            | "top"
            | "maximum"
            | "minimum"
            | "latest"
            | "combined"
            | "effective"
            | "average"
            | "money"
            | "same purpose"
            | "project"
            | "projects"
    )
}

/// The usual short name where a text spells it out, so that the same thing is one row.
fn short_name(words: &str) -> Option<String> {
    let short = match words.to_ascii_lowercase().as_str() {
        "gross domestic product" => "GDP",
        _ => return None,
    };
    Some(short.to_owned())
}
