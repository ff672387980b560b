//! Network: who is named with whom, as dots that forces have put in their places: those who share sentences are drawn
//! together, all push each other away, and no name covers another.
//!
//! The forces are those of d3-force, and start from the same places every time, so that a drawing is always the same.

use super::entities::{Named, Together};
use super::scene::wrap;
use super::{Align, Datum, Ink, Mark, Paint, Rect, Scene, Shape, amount, text_width};
use crate::chart::Ground;
use crate::record::EntityId;
use fjadra::{Collide, Link, ManyBody, Node, PositionX, PositionY, SimulationBuilder};
use std::collections::BTreeSet;

/// As many as one can take in at once; a table holds them all.
const MOST: usize = 18;
/// As many links as leave the names readable.
const MOST_LINKS: usize = 36;
/// Size of the names.
const WORDS: f32 = 12.0;
/// Height of a name.
const ROW: f32 = 16.0;
/// Steps of the simulation, after which d3-force comes to rest, too.
const STEPS: usize = 300;
/// Rounds in which names that cover each other are moved apart.
const ROUNDS: usize = 120;

/// One dot with its name.
struct Dot {
    at: [f32; 2],
    name: String,
    wide: f32,
    /// Whether the name stands to the left.
    left: bool,
}

impl Dot {
    /// The box of the dot and its name.
    fn room(&self) -> Rect {
        let [x, y] = self.at;
        let from = if self.left { x - self.wide - 12.0 } else { x - 8.0 };
        Rect::new(from, y - ROW / 2.0, self.wide + 20.0, ROW)
    }
}

/// Draws the most named and the closest links between them, and says what is left out.
pub fn network(ground: Ground<'_>, named: &[Named], together: &[Together], width: f32) -> Scene {
    let height = (width * 0.8).clamp(300.0, 560.0);
    // Who shares no sentence with anybody has no place among them.
    let linked: BTreeSet<EntityId> = together.iter().flat_map(|pair| pair.ends).collect();
    let drawn: Vec<&Named> = named.iter().filter(|n| linked.contains(&n.id)).take(MOST).collect();
    let place = |id| drawn.iter().position(|n| n.id == id);
    let between: Vec<(usize, usize, &Together)> =
        together.iter().filter_map(|t| Some((place(t.ends[0])?, place(t.ends[1])?, t))).collect();
    let links = between.get(..MOST_LINKS.min(between.len())).unwrap_or_default();
    let mut scene = Scene { width, ..Scene::default() };
    let dots = dots(&drawn, links, width, height);
    let most = links.first().map_or(1, |(_, _, t)| t.sentences.len()).max(1) as f32;
    for (a, b, pair) in links.iter().rev() {
        let (Some(from), Some(to)) = (dots.get(*a).map(|d| d.at), dots.get(*b).map(|d| d.at)) else { continue };
        let thick = 0.75 + 3.25 * pair.sentences.len() as f32 / most;
        scene.shapes.push(Shape::Link { from, to, width: thick, ends: pair.ends });
    }
    let frequent = drawn.first().map_or(1, |n| n.at.len()).max(1) as f32;
    for (entity, dot) in drawn.iter().zip(&dots) {
        let (datum, [x, y]) = (Datum::Entity(entity.id), dot.at);
        let radius = 2.5 + 4.5 * (entity.at.len() as f32 / frequent).sqrt();
        let (at, align) = if dot.left { (x - radius - 4.0, Align::End) } else { (x + radius + 4.0, Align::Start) };
        let from = if dot.left { at - dot.wide } else { at };
        scene.fill(Rect::new(from - 2.0, y - 7.0, dot.wide + 4.0, 14.0), Paint::Ground, datum);
        scene.shapes.push(Shape::Dot { at: dot.at, radius, datum: Some(datum) });
        scene.label([at, y], align, WORDS, Ink::Text, dot.name.clone(), datum);
        let others = links.iter().filter(|(_, _, t)| t.ends.contains(&entity.id)).count();
        let name = format!("{}: named with {others} others", entity.name);
        scene.marks.push(Mark { rect: dot.room(), datum, name, says: String::new(), along: None });
    }
    for (a, b, pair) in links {
        let (Some(from), Some(to)) = (dots.get(*a).map(|d| d.at), dots.get(*b).map(|d| d.at)) else { continue };
        let middle = [f32::midpoint(from[0], to[0]), f32::midpoint(from[1], to[1])];
        let says = pair.sentences.first().and_then(|&i| ground.text.sentences().get(i));
        let ends = pair.ends.map(|id| amount::name_of(ground.record, Some(id)).unwrap_or_default());
        scene.marks.push(Mark {
            rect: Rect::new(middle[0] - 3.0, middle[1] - 3.0, 6.0, 6.0),
            datum: Datum::Pair(pair.ends),
            name: format!("{} and {}: {}", ends[0], ends[1], count(pair.sentences.len(), "sentence")),
            says: says.map_or_else(String::new, |s| ground.text.slice(s.span).to_owned()),
            along: Some([from, to]),
        });
    }
    scene.height = height;
    if let Some(words) = left_out((named.len(), drawn.len()), (between.len(), links.len())) {
        scene.note(&words, 10.5);
    }
    scene
}

fn count(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

/// What is not drawn.
fn left_out((named, drawn): (usize, usize), (links, kept): (usize, usize)) -> Option<String> {
    let dots = (drawn < named).then(|| format!("the {drawn} most named of {named}"));
    let cut = (kept < links).then(|| format!("the {kept} closest of their {links} links"));
    let parts: Vec<String> = dots.into_iter().chain(cut).collect();
    (!parts.is_empty()).then(|| format!("Drawn: {}. The tables hold all.", parts.join(", and ")))
}

/// Where the dots stand, and on which side of them their names.
fn dots(named: &[&Named], links: &[(usize, usize, &Together)], width: f32, height: f32) -> Vec<Dot> {
    let spring = Link::new(links.iter().map(|(a, b, _)| (*a, *b))).distance(40.0);
    let mut simulation = SimulationBuilder::new()
        .build(named.iter().map(|_| Node::default()))
        .add_force("links", spring)
        .add_force("apart", ManyBody::new().strength(-140.0))
        .add_force("room", Collide::new().radius(|_| 16.0))
        .add_force("x", PositionX::new().strength(0.08))
        .add_force("y", PositionY::new().strength(0.1));
    simulation.tick(STEPS);
    let places: Vec<[f64; 2]> = simulation.positions().collect();
    let reach = |axis: usize| {
        let values = places.iter().map(|place| place[axis]).filter(|v| v.is_finite());
        values.fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(v), b.max(v)))
    };
    let (across, down) = (reach(0), reach(1));
    #[expect(clippy::cast_possible_truncation, reason = "a part of the room, between 0 and 1")]
    let part = |value: f64, (from, to): (f64, f64)| {
        if to > from && value.is_finite() { ((value - from) / (to - from)) as f32 } else { 0.5 }
    };
    let mut dots: Vec<Dot> = Vec::new();
    for (entity, place) in named.iter().zip(&places) {
        let name = wrap(&entity.name, WORDS, width * 0.34, 1).concat();
        let wide = text_width(&name, WORDS);
        let at = [part(place[0], across), part(place[1], down)];
        let left = at[0] > 0.5;
        // Names point inwards at the sides, where else they would be cut.
        let x = 10.0 + at[0] * (width - 20.0);
        dots.push(Dot { at: [x, 12.0 + at[1] * (height - 24.0)], name, wide, left });
    }
    for _ in 0..ROUNDS {
        if !push_apart(&mut dots, height) {
            break;
        }
    }
    dots
}

/// Moves dots up and down whose names cover each other; tells whether any did.
fn push_apart(dots: &mut [Dot], height: f32) -> bool {
    let mut moved = false;
    for i in 0..dots.len() {
        for j in i + 1..dots.len() {
            let (a, b) = (dots[i].room(), dots[j].room());
            let beside = a.x >= b.x + b.width || b.x >= a.x + a.width;
            let over = ROW - (a.y - b.y).abs();
            if beside || over <= 0.0 {
                continue;
            }
            let (upper, lower) = if a.y <= b.y { (i, j) } else { (j, i) };
            dots[upper].at[1] = (dots[upper].at[1] - over / 2.0 - 0.5).max(ROW / 2.0);
            dots[lower].at[1] = (dots[lower].at[1] + over / 2.0 + 0.5).min(height - ROW / 2.0);
            moved = true;
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::{MOST, network};
    use crate::chart::entities::{named, together};
    use crate::chart::ground::test::{article, entity};
    use crate::chart::{Datum, Ground, Shape};
    use crate::record::{Certainty, EntityKind, Mention};
    use crate::text::Span;

    /// An article that names so many people, each together with the next.
    fn check(people: usize, links: usize, note: Option<&str>) {
        let words: Vec<String> =
            (0..people).map(|i| format!("Person{i:02} met Person{:02}.", (i + 1) % people)).collect();
        let (text, mut record) = article(&words.join(" "));
        for i in 0..people {
            let name = format!("Person{i:02}");
            let id = entity(&mut record, EntityKind::Person, &name);
            for (at, _) in text.as_str().match_indices(&name) {
                let at = u32::try_from(at).unwrap();
                record.mentions.push(Mention {
                    span: Span::new(at, at + 8),
                    kind: EntityKind::Person,
                    entity: Some(id),
                    stands_for: None,
                    certainty: Certainty::Sure,
                    because: String::new(),
                });
            }
        }
        let ground = Ground { text: &text, record: &record };
        let named = named(ground);
        let together = together(ground, &named);
        for width in [300.0, 420.0, 700.0] {
            let scene = network(ground, &named, &together, width);
            assert_eq!(scene, network(ground, &named, &together, width), "always the same");
            let pairs = scene.marks.iter().filter(|m| matches!(m.datum, Datum::Pair(_))).count();
            assert_eq!(pairs, links);
            let dots: Vec<_> = scene.marks.iter().filter(|m| matches!(m.datum, Datum::Entity(_))).collect();
            assert_eq!(dots.len(), people.min(MOST));
            for (i, a) in dots.iter().enumerate() {
                assert!(a.rect.x >= 0.0 && a.rect.x + a.rect.width <= width, "{a:?} in {width}");
                for b in &dots[i + 1..] {
                    let (a, b) = (a.rect, b.rect);
                    let beside = a.x >= b.x + b.width || b.x >= a.x + a.width;
                    assert!(beside || (a.y - b.y).abs() > 12.0, "{a:?} covers {b:?} in {width}");
                }
            }
            let said =
                |s: &Shape| matches!((s, note), (Shape::Words { words, .. }, Some(note)) if words.contains(note));
            assert_eq!(scene.shapes.iter().any(said), note.is_some());
        }
    }

    #[test]
    fn dots_links_and_what_is_left_out() {
        check(3, 3, None);
        check(18, 18, None);
        check(24, 17, Some("the 18 most named of 24"));
    }
}
