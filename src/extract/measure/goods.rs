//! Which goods an amount is of where its own words leave them out: "65.9 million tonnes of the fuel", "it produced 9
//! million barrels", "exports fell to 2 million tonnes".
//!
//! The goods last named stand for them, if they are of the kind that the word or the unit asks for: no fuel is wheat.

use super::around::Around;
use super::choose::Choice;
use crate::extract::reading::Reading;
use crate::record::{EntityKind, FigureKind};
use crate::text::noun::singular;
use std::ops::RangeInclusive;

/// How many sentences back goods are still spoken of.
const SENTENCES: usize = 3;
/// How many mentions back they are looked for.
const MENTIONS: usize = 24;

/// The item with the goods that its words leave out.
pub(super) fn resolved(
    reading: &Reading<'_>,
    around: &Around,
    choice: &Choice,
    item: Option<String>,
) -> Option<String> {
    let figure = around.figure(reading);
    let flow = matches!(&*choice.measure, "export" | "import" | "output" | "purchase" | "quota");
    let weighed = flow && figure.kind == FigureKind::Quantity;
    let Some(words) = item else {
        let chapters = if figure.unit_name == "barrel" { 27..=27 } else { 1..=97 };
        let priced = &*choice.measure == "price" && figure.per.is_some();
        return (weighed || priced).then(|| last_named(reading, around, &chapters))?;
    };
    let lower = words.to_ascii_lowercase();
    let (before, last) = lower.rsplit_once(' ').map_or(("", lower.as_str()), |(before, last)| (before, last));
    let noun = singular(last);
    if let Some(chapters) = kind_of_goods(&noun) {
        let own = reading.lists.measures.chapter(before).is_some();
        let named = last_named(reading, around, &chapters).filter(|_| !own);
        return Some(match named {
            Some(name) if before.is_empty() => name,
            Some(name) if before.split(' ').count() == 1 => format!("{before} {name}"),
            _ => words,
        });
    }
    let flow_itself = before.is_empty()
        && matches!(
            noun.as_str(),
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
        );
    let market_itself = matches!(&*choice.measure, "price" | "price change")
        && before.is_empty()
        && matches!(noun.as_str(), "futures" | "price" | "contract");
    if market_itself {
        let named = last_named(reading, around, &(1..=97));
        return Some(named.map_or(words, |name| format!("{name} {lower}")));
    }
    if weighed && flow_itself {
        return last_named(reading, around, &(1..=97)).or(Some(words));
    }
    Some(words)
}

/// The chapters of the Harmonized System that a general word for goods covers.
fn kind_of_goods(noun: &str) -> Option<RangeInclusive<u8>> {
    Some(match noun {
        "metal" => 71..=83,
        "fuel" => 27..=27,
        "grain" | "cereal" => 10..=10,
        "oilseed" => 12..=12,
        "bean" => 9..=18,
        "meat" => 2..=2,
        "mineral" | "ore" => 25..=28,
        "commodity" => 1..=97,
        _ => return None,
    })
}

/// The goods of some chapters named last before a figure.
fn last_named(reading: &Reading<'_>, around: &Around, chapters: &RangeInclusive<u8>) -> Option<String> {
    let figure = around.figure(reading);
    let mentions = &reading.record.mentions;
    let end = mentions.partition_point(|m| m.span.start < figure.span.start);
    let here = usize::try_from(figure.sentence).unwrap_or_default();
    let near = mentions.get(end.saturating_sub(MENTIONS)..end)?.iter().rev();
    near.take_while(|m| here.saturating_sub(reading.text.sentence_at(m.span.start)) <= SENTENCES)
        .filter(|m| m.kind == EntityKind::Commodity)
        .map(|m| reading.text.slice(m.span))
        .find(|name| match reading.lists.measures.chapter(&name.to_lowercase()) {
            Some(chapter) => chapters.contains(&chapter),
            None => *chapters == (1..=97),
        })
        .map(|name| if name.chars().any(char::is_lowercase) { name.to_lowercase() } else { name.to_owned() })
}
