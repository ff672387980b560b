//! Who taxes goods where nothing beside the tariff says it: the country in which it holds, the one whose quota it goes beyond,
//! and the one that the article speaks most of beside the country whose goods they are.

use super::around::{Around, lemma};
use super::carry::before;
use super::named::country_of;
use super::tariff::{is_country, trades_for};
use crate::extract::clause::Item;
use crate::extract::reading::Reading;
use crate::record::EntityId;

/// How many names are counted to see of which country an article speaks most.
const MENTIONS: usize = 200;

/// "face a 20% tariff in the United States", "face 20% when they enter the US": the country in which goods are taxed.
pub(super) fn market(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let entered = || {
        let clauses = &reading.clauses;
        let behind = clauses.items.get(around.end + 1..(around.end + 7).min(clauses.items.len()))?;
        behind.iter().take_while(|item| **item != Item::Stop).find_map(|item| match *item {
            Item::Verb(v) if matches!(lemma(reading, v), "enter" | "reach") => clauses.clauses[v].object,
            _ => None,
        })
    };
    let country = country_of(reading, around.right_of(reading, &["in"]).or_else(entered)?)?;
    let name = &reading.record.entity(country)?.name;
    let market = reading.lists.link.is_country(name) || reading.lists.measures.is_union(name);
    Some(country).filter(|_| market)
}

/// "Beyond that a duty of 25% applies": who set the quota, or takes in what it limits, right before.
pub(super) fn limiter(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let sentence = reading.text.sentences().get(usize::try_from(around.figure(reading).sentence).ok()?)?;
    let mut words = sentence.tokens.clone().take(60);
    let beyond = |i: usize| {
        let over = matches!(reading.text.lower(i), "above" | "beyond" | "over" | "outside" | "exceeding");
        over && (i + 1..i + 3).any(|t| {
            matches!(
                reading.text.lower(t),
                "that" | "it" | "this" | "those" | "quota" | "limit" | "ceiling" | "threshold"
            )
        })
    };
    let n = before(reading, around, 1, |f, _| f.measure.as_str() == "quota").filter(|_| words.any(beyond))?;
    let quota = &reading.record.figures[n];
    quota.toward.or(quota.actor).filter(|&e| is_country(reading, e))
}

/// The country that an article speaks of far more than of any other beside the one whose goods are taxed.
pub(super) fn counterpart(reading: &Reading<'_>, toward: EntityId) -> Option<EntityId> {
    let trades = |a: EntityId, b: EntityId| trades_for(reading, a, b) || trades_for(reading, b, a);
    let land = |e: EntityId| {
        reading
            .record
            .entity(e)
            .is_some_and(|e| reading.lists.link.is_country(&e.name) || reading.lists.measures.is_union(&e.name))
    };
    let mut counts: Vec<(EntityId, usize)> = Vec::new();
    for entity in reading.record.mentions.iter().take(MENTIONS).filter_map(|m| m.entity) {
        match counts.iter_mut().find(|(e, _)| *e == entity) {
            Some((_, count)) => *count += 1,
            None => counts.push((entity, 1)),
        }
    }
    counts.retain(|&(e, count)| count > 2 && land(e) && !trades(e, toward));
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    match counts[..] {
        [(one, _)] => Some(one),
        [(one, most), (_, next), ..] if most > 2 * next => Some(one),
        _ => None,
    }
}
