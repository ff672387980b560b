//! Who is named how often and where in the article, and who is named together: in the same sentence.

use super::scene::wrap;
use super::{Align, Datum, Ink, Mark, Paint, Rect, Scene, amount, text_width};
use crate::chart::Ground;
use crate::record::{Entity, EntityId};
use crate::text::Span;
use std::collections::BTreeMap;

/// Size of the names.
const WORDS: f32 = 12.0;
/// Height of a row.
const ROW: f32 = 20.0;

/// An entity with the places where it is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Who.
    pub id: EntityId,
    /// Their name.
    pub name: String,
    /// Every naming, in text order.
    pub at: Vec<Span>,
}

/// Two entities and the sentences that name both.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// The two, the more frequent first.
    pub ends: [EntityId; 2],
    /// The sentences, by their index.
    pub sentences: Vec<usize>,
}

/// Every entity that is named, the most frequent first.
pub fn named(ground: Ground<'_>) -> Vec<Named> {
    let mut places: BTreeMap<EntityId, Vec<Span>> = BTreeMap::new();
    for mention in &ground.record.mentions {
        if let Some(id) = mention.entity {
            places.entry(id).or_default().push(mention.span);
        }
    }
    let name = |e: &Entity| places.get(&e.id).map(|at| Named { id: e.id, name: e.name.clone(), at: at.clone() });
    let mut all: Vec<Named> = ground.record.entities.iter().filter_map(name).collect();
    all.sort_by_key(|n| std::cmp::Reverse(n.at.len()));
    all
}

/// Pairs among `named` that share a sentence, the closest first.
pub fn together(ground: Ground<'_>, named: &[Named]) -> Vec<Together> {
    let mut sentences: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (rank, entity) in named.iter().enumerate() {
        for span in &entity.at {
            let ranks = sentences.entry(ground.text.sentence_at(span.start)).or_default();
            if !ranks.contains(&rank) {
                ranks.push(rank);
            }
        }
    }
    let mut pairs: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (sentence, ranks) in sentences {
        for (i, &a) in ranks.iter().enumerate() {
            for &b in ranks.iter().skip(i + 1) {
                pairs.entry((a.min(b), a.max(b))).or_default().push(sentence);
            }
        }
    }
    let pair = |((a, b), sentences): ((usize, usize), Vec<usize>)| {
        Some(Together { ends: [named.get(a)?.id, named.get(b)?.id], sentences })
    };
    let mut all: Vec<Together> = pairs.into_iter().filter_map(pair).collect();
    all.sort_by_key(|t| std::cmp::Reverse(t.sentences.len()));
    all
}

/// Where each entity is named: one row each, a tick for each mention, the article from its start to its end.
pub fn spread(ground: Ground<'_>, named: &[Named], width: f32) -> Scene {
    let mut scene = Scene { width, ..Scene::default() };
    let left = names_width(named, width) + 10.0;
    let right = width - 30.0;
    let length = ground.text.as_str().len().max(1) as f32;
    let mut y = 0.0;
    for entity in named {
        let (middle, datum) = (y + ROW / 2.0, Datum::Entity(entity.id));
        let name = wrap(&entity.name, WORDS, left - 10.0, 1).concat();
        scene.label([0.0, middle], Align::Start, WORDS, Ink::Text, name, datum);
        scene.line([left, middle], [right, middle], Ink::Grid);
        let x = |span: &Span| left + span.start as f32 / length * (right - left);
        for span in &entity.at {
            scene.fill(Rect::new(x(span) - 1.0, middle - 6.0, 2.0, 12.0), Paint::Solid, datum);
        }
        let count = entity.at.len().to_string();
        scene.label([width, middle], Align::End, WORDS, Ink::Soft, count.clone(), datum);
        let times = if entity.at.len() == 1 { "time" } else { "times" };
        scene.marks.push(Mark {
            rect: Rect::new(0.0, y, width, ROW),
            datum,
            name: format!("{}: named {count} {times}", entity.name),
            says: entity.at.first().map_or_else(String::new, |s| amount::sentence_of(ground.text, *s).to_owned()),
            along: None,
        });
        y += ROW;
    }
    if !named.is_empty() {
        scene.words([left, y + 8.0], Align::Start, 10.5, Ink::Soft, "start of the article");
        scene.words([right, y + 8.0], Align::End, 10.5, Ink::Soft, "end");
    }
    scene.height = y + 18.0;
    scene
}

/// The width of the names, as far as there is room.
fn names_width(named: &[Named], width: f32) -> f32 {
    named.iter().map(|n| text_width(&n.name, WORDS)).fold(0.0, f32::max).min(width * 0.42)
}

#[cfg(test)]
mod tests {
    use super::{named, spread, together};
    use crate::chart::Ground;
    use crate::chart::ground::test::{article, entity, span};
    use crate::record::{Certainty, EntityKind, Mention};

    #[test]
    fn counts_and_pairs() {
        let (text, mut record) = article("Ann met Ben. Cem met Ben and Ann. Cem left.");
        let ids = ["Ann", "Ben", "Cem", "Dora"].map(|name| entity(&mut record, EntityKind::Person, name));
        for (words, id) in [("Ann", 0), ("Ben", 1), ("Cem", 2), ("Ben and", 1), ("Ann.", 0), ("Cem left", 2)] {
            record.mentions.push(Mention {
                span: span(&text, words),
                kind: EntityKind::Person,
                entity: Some(ids[id]),
                stands_for: None,
                certainty: Certainty::Sure,
                because: String::new(),
            });
        }
        let ground = Ground { text: &text, record: &record };
        let named = named(ground);
        let counts: Vec<(&str, usize)> = named.iter().map(|n| (n.name.as_str(), n.at.len())).collect();
        assert_eq!(counts, [("Ann", 2), ("Ben", 2), ("Cem", 2)], "who is never named has no row");
        let pairs = together(ground, &named);
        let told: Vec<(u32, u32, &[usize])> =
            pairs.iter().map(|t| (t.ends[0].0, t.ends[1].0, t.sentences.as_slice())).collect();
        assert_eq!(told, [(0, 1, &[0, 1][..]), (0, 2, &[1]), (1, 2, &[1])]);
        assert_eq!(spread(ground, &named, 400.0).marks.len(), 3);
    }
}
