//! Which goods an amount is of where its own words leave them out: "65.9 million tonnes of the fuel", "it produced 9
//! million barrels", "the floor is 23 cents", "a quota of 1.6 million tonnes".
//!
//! The goods last named stand for them, if they are of the kind that the word or the unit asks for: no fuel is wheat.

use super::around::{Around, lemma, phrase};
use super::choose::{Choice, Told};
use super::item::is_measure_word;
use super::wording::goods_words;
use crate::extract::clause::{PhraseKind, Tag};
use crate::extract::reading::Reading;
use crate::record::FigureKind;
use crate::text::noun::singular;
use std::ops::RangeInclusive;

/// How many sentences back goods are still spoken of.
const SENTENCES: usize = 3;
/// The chapters of what is weighed and priced by weight: food, fuels, chemicals, fibres and metals, no machines.
const BULK: RangeInclusive<u8> = 1..=81;
/// How many phrases back they are looked for.
const PHRASES: usize = 80;

/// The item with the goods that its words leave out.
pub(super) fn resolved(
    reading: &Reading<'_>,
    around: &Around,
    choice: &Choice,
    item: Option<String>,
) -> Option<String> {
    let flow_alone = item.as_deref().is_some_and(|words| {
        matches!(
            words.to_ascii_lowercase().as_str(),
            "shipments" | "deliveries" | "arrivals" | "cargoes" | "harvest" | "crop"
        )
    });
    if flow_alone && &*choice.measure == "growth" {
        // "Shipments slumped by 46%" after bags of coffee.
        let named = last_named(reading, around, &BULK);
        return named.map(|name| format!("{name} {}", item.as_deref().unwrap_or_default().to_lowercase())).or(item);
    }
    let pointed = &*choice.measure == "tariff rate" && item.is_some();
    if !pointed && !asks_for_goods(reading, around, choice) {
        return item;
    }
    let of_barrels = around.figure(reading).unit_name == "barrel";
    let any = if of_barrels { 27..=27 } else { BULK };
    let Some(words) = item else { return last_named(reading, around, &any) };
    let lower = words.to_ascii_lowercase();
    let (before, last) = lower.rsplit_once(' ').map_or(("", lower.as_str()), |(before, last)| (before, last));
    let noun = singular(last);
    let kind = reading.lists.measures.kind_of_goods(&noun).filter(|_| is_pointed(reading, around));
    if let Some(chapters) = kind.filter(|_| flows(choice) || &*choice.measure == "tariff rate") {
        let own = reading.lists.measures.chapter(before).is_some() || before.contains(' ');
        return match last_named(reading, around, chapters).filter(|_| !own) {
            Some(name) if before.is_empty() => Some(name),
            Some(name) if words.starts_with(char::is_uppercase) => Some(format!("{before} {name}")),
            Some(name) => Some(name),
            None => Some(words),
        };
    }
    let named = lower.split([' ', '-']).any(|w| reading.lists.measures.chapter(&singular(w)).is_some());
    if named || !is_empty_noun(&noun) || !asks_for_goods(reading, around, choice) {
        return Some(words);
    }
    let market = matches!(&*noun, "futures" | "price" | "contract");
    match last_named(reading, around, &any) {
        Some(name) if market => Some(format!("{name} {lower}")),
        Some(name) => Some(name),
        None => Some(words),
    }
}

fn flows(choice: &Choice) -> bool {
    matches!(&*choice.measure, "export" | "import" | "output" | "purchase" | "quota")
}

/// Whether an amount can only be of goods: what is weighed, what one unit costs, what "the duty" is on.
fn asks_for_goods(reading: &Reading<'_>, around: &Around, choice: &Choice) -> bool {
    let figure = around.figure(reading);
    match &*choice.measure {
        "price" => figure.per.is_some() || !matches!(choice.told, Told::Kind),
        "price change" => match choice.told {
            Told::Noun(_, token) => is_empty_noun(&singular(reading.text.lower(token))),
            Told::Kind => around.clause.is_some_and(|c| matches!(lemma(reading, c), "pay" | "charge")),
            _ => false,
        },
        "share" => matches!(choice.told, Told::Whole(whole) if phrase(reading, whole).figure.is_some()),
        "tariff rate" => match choice.told {
            Told::Noun(p, _) => matches!(
                reading.text.lower(phrase(reading, p).tokens.start),
                "the" | "that" | "this" | "such" | "its" | "their"
            ),
            told => matches!(told, Told::Verb(_)),
        },
        _ => {
            let by_piece = figure.counted.as_deref().is_some_and(is_measure_word);
            flows(choice) && (figure.kind == FigureKind::Quantity || by_piece)
        }
    }
}

/// Nouns that tell an amount or a flow of goods and not which.
fn is_empty_noun(noun: &str) -> bool {
    matches!(
        noun,
        "export"
            | "import"
            | "output"
            | "production"
            | "shipment"
            | "harvest"
            | "crop"
            | "supply"
            | "flow"
            | "sale"
            | "volume"
            | "total"
            | "futures"
            | "price"
            | "contract"
            | "floor"
            | "ceiling"
            | "discount"
            | "quota"
            | "duty"
            | "free"
            | "market"
            | "average"
            | "fruit"
            | "tariff"
            | "levy"
    )
}

/// Whether the words for the goods point back: "tonnes of the fuel", not "tonnes of fuel".
fn is_pointed(reading: &Reading<'_>, around: &Around) -> bool {
    let named = around.right_of(reading, &["of", "in"]).map(|p| phrase(reading, p).tokens.start);
    named.is_none_or(|first| matches!(reading.text.lower(first), "the" | "this" | "that" | "these" | "those"))
}

/// The goods of some chapters named last before a figure.
fn last_named(reading: &Reading<'_>, around: &Around, chapters: &RangeInclusive<u8>) -> Option<String> {
    let figure = around.figure(reading);
    let here = usize::try_from(figure.sentence).unwrap_or_default();
    let sentence = |p: usize| {
        let start = reading.text.tokens().get(phrase(reading, p).tokens.start).map_or(0, |t| t.span.start);
        reading.text.sentence_at(start)
    };
    let before = (around.phrase.saturating_sub(PHRASES)..around.phrase).rev();
    let near = before.take_while(|&p| here.saturating_sub(sentence(p)) <= SENTENCES);
    let mut named = near.filter_map(|p| {
        let (token, chapter) = goods_in(reading, p)?;
        let name = chapters.contains(&chapter).then(|| goods_words(reading, p, token))?;
        // "steel mills" and "power generators" are who handles goods, not goods.
        Some((is_handler(reading.text.lower(phrase(reading, p).head)), in_mid_sentence(reading, p, name?)))
    });
    let (handler, first) = named.next()?;
    if !handler {
        return Some(first);
    }
    named.find(|(handler, _)| !handler).map(|(_, name)| name).or(Some(first))
}

/// Nouns of who makes, moves or sells the goods named before them.
fn is_handler(head: &str) -> bool {
    let noun = singular(head);
    noun.ends_with("er")
        || noun.ends_with("or")
        || matches!(
            &*noun,
            "mill" | "plant" | "factory" | "industry" | "company" | "firm" | "giant" | "group" | "sector"
        )
}

/// The last token of goods in a phrase, and their chapter.
fn goods_in(reading: &Reading<'_>, p: usize) -> Option<(usize, u8)> {
    let words = phrase(reading, p);
    if !matches!(words.kind, PhraseKind::Things) {
        return None;
    }
    // "the fruit" points to goods named before.
    let first = words.tokens.start;
    let the = matches!(reading.text.lower(first), "the" | "this" | "that" | "these" | "those");
    words.tokens.clone().rev().find_map(|i| {
        let named = matches!(reading.clauses.tags.get(i), Some(Tag::Noun | Tag::Adjective))
            && (i == first || !reading.text.word(i).starts_with(char::is_uppercase));
        let lower = singular(reading.text.lower(i));
        let points = the && reading.lists.measures.kind_of_goods(&lower).is_some();
        let named = named && !points;
        let pair = || {
            let before = i.checked_sub(1).filter(|&b| words.tokens.contains(&b))?;
            reading.lists.measures.chapter(&format!("{} {lower}", reading.text.lower(before)))
        };
        let chapter = pair().or_else(|| reading.lists.measures.chapter(&lower)).filter(|_| named)?;
        Some((i, chapter))
    })
}

/// Whether a phrase names goods.
pub(super) fn named_in(reading: &Reading<'_>, p: usize) -> bool {
    goods_in(reading, p).is_some()
}

/// The goods that the figure's own sentence names before it.
pub(super) fn of_sentence(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let sentence = usize::try_from(around.figure(reading).sentence).ok()?;
    let first = reading.text.sentences().get(sentence)?.tokens.start;
    let start = reading.clauses.phrases.partition_point(|p| p.tokens.start < first);
    (start..around.phrase).rev().take(PHRASES).find_map(|p| goods_words(reading, p, goods_in(reading, p)?.0))
}

/// A name as it stands inside a sentence: "lobster" of "Lobster was banned".
fn in_mid_sentence(reading: &Reading<'_>, p: usize, name: String) -> String {
    let first = reading.text.tokens().get(phrase(reading, p).tokens.start).map(|t| t.span.start);
    let opens = first.is_some_and(|start| {
        let sentence = reading.text.sentence_at(start);
        reading.text.sentences().get(sentence).is_some_and(|s| s.tokens.start == phrase(reading, p).tokens.start)
    });
    let word = name.chars().filter(|c| c.is_uppercase()).count() == 1;
    if opens && word { name.to_lowercase() } else { name }
}
