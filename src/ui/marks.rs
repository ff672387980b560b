//! The marks of a record: what can be selected in the text, in text order, and what a selection lights.
//!
//! Example: with "Donald Trump" selected, every mention of him is lit, and the quotations he speaks are not; with a
//! figure selected, its words are lit and nothing else.

use super::layers::Layers;
use super::{OpenArticle, Selection};
use crate::record::correct::MarkKind;
use crate::record::{Certainty, EntityId, Mention, Record};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// One mark in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The words.
    pub span: Span,
    /// What is selected by a click on it; never an entity and never nothing.
    pub what: Selection,
}

/// The marks of one record.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// All marks by start, the longer first where two start together, so that an inner mark comes after its outer one.
    pub all: Vec<Mark>,
    /// The length of the longest mark, in bytes: how far before a place one that reaches it may start.
    longest: u32,
}

impl Marks {
    /// Gathers the marks of a record.
    pub fn new(record: &Record) -> Self {
        let mut all = Vec::new();
        let mut add = |span: Span, what| all.push(Mark { span, what });
        record.commitments.iter().enumerate().for_each(|(i, c)| add(c.span, Selection::Commitment(i)));
        record.quotes.iter().enumerate().for_each(|(i, q)| add(q.span, Selection::Quote(i)));
        record.figures.iter().enumerate().for_each(|(i, f)| add(f.span, Selection::Figure(i)));
        record.times.iter().enumerate().for_each(|(i, t)| add(t.span, Selection::Time(i)));
        record.mentions.iter().enumerate().for_each(|(i, m)| add(m.span, Selection::Mention(i)));
        all.retain(|m| !m.span.is_empty());
        all.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
        let longest = all.iter().map(|m| m.span.len()).max().unwrap_or(0);
        Self { all, longest }
    }

    /// The marks of the layers that are shown.
    pub fn shown(record: &Record, layers: &Layers) -> Self {
        let mut marks = Self::new(record);
        marks.all.retain(|mark| layers.show(mark.what, record));
        marks
    }

    /// The marks that touch a stretch of text, in order.
    pub fn within(&self, span: Span) -> impl Iterator<Item = Mark> + '_ {
        let first = self.all.partition_point(|m| m.span.start + self.longest < span.start);
        self.all[first..]
            .iter()
            .take_while(move |m| m.span.start < span.end)
            .filter(move |m| m.span.overlaps(span))
            .copied()
    }

    /// The next mark after what is selected (or before it), round the end of the text.
    pub fn step(&self, selected: Selection, record: &Record, forward: bool) -> Option<Mark> {
        let current = self.all.iter().position(|m| m.what == selected).or_else(|| {
            let first = span(selected, record)?;
            self.all.iter().position(|m| m.span == first)
        });
        let n = self.all.len();
        let next = match (current, forward) {
            (Some(i), true) => (i + 1) % n,
            (Some(i), false) => (i + n - 1) % n,
            (None, true) => 0,
            (None, false) => n.checked_sub(1)?,
        };
        self.all.get(next).copied()
    }
}

/// How sure a mark is; an entity is not one mark.
pub fn certainty(what: Selection, record: &Record) -> Option<Certainty> {
    match what {
        Selection::Mention(i) => record.mentions.get(i).map(|m| m.certainty),
        Selection::Figure(i) => record.figures.get(i).map(|f| f.certainty),
        Selection::Time(i) => record.times.get(i).map(|t| t.certainty),
        Selection::Quote(i) => record.quotes.get(i).map(|q| q.certainty),
        Selection::Commitment(i) => record.commitments.get(i).map(|c| c.certainty),
        Selection::None | Selection::Entity(_) | Selection::Pair(_) => None,
    }
}

/// The entity that a selection names.
pub fn entity(selection: Selection, record: &Record) -> Option<EntityId> {
    match selection {
        Selection::Entity(id) => Some(id),
        Selection::Mention(i) => record.mentions.get(i)?.entity,
        _ => None,
    }
}

/// The words of a selection: of an entity, its first mention.
pub fn span(selection: Selection, record: &Record) -> Option<Span> {
    match selection {
        Selection::None => None,
        Selection::Pair(ends) => nearest(ends, record),
        Selection::Entity(id) => record.mentions.iter().find(|m| m.entity == Some(id)).map(|m| m.span),
        Selection::Mention(i) => record.mentions.get(i).map(|m| m.span),
        Selection::Figure(i) => record.figures.get(i).map(|f| f.span),
        Selection::Time(i) => record.times.get(i).map(|t| t.span),
        Selection::Quote(i) => record.quotes.get(i).map(|q| q.span),
        Selection::Commitment(i) => record.commitments.get(i).map(|c| c.span),
    }
}

/// The sort of mark that a selection is, for a correction.
pub fn mark_kind(selection: Selection) -> Option<MarkKind> {
    match selection {
        Selection::None | Selection::Pair(_) => None,
        Selection::Entity(_) | Selection::Mention(_) => Some(MarkKind::Mention),
        Selection::Figure(_) => Some(MarkKind::Figure),
        Selection::Time(_) => Some(MarkKind::Time),
        Selection::Quote(_) => Some(MarkKind::Quote),
        Selection::Commitment(_) => Some(MarkKind::Commitment),
    }
}

/// The mark of a sort that stands at some words; nothing when none does.
pub fn at(record: &Record, kind: MarkKind, span: Span) -> Selection {
    fn index<T>(marks: &[T], fits: impl Fn(&T) -> bool, what: fn(usize) -> Selection) -> Selection {
        marks.iter().position(fits).map_or(Selection::None, what)
    }
    match kind {
        MarkKind::Mention => index(&record.mentions, |m| m.span == span, Selection::Mention),
        MarkKind::Figure => index(&record.figures, |f| f.span == span, Selection::Figure),
        MarkKind::Time => index(&record.times, |t| t.span == span, Selection::Time),
        MarkKind::Quote => index(&record.quotes, |q| q.span == span, Selection::Quote),
        MarkKind::Commitment => index(&record.commitments, |c| c.span == span, Selection::Commitment),
    }
}

/// The next mention of the selected entity, or the one before, round the end of the text.
pub fn along(selection: Selection, record: &Record, forward: bool) -> Option<Selection> {
    let id = entity(selection, record)?;
    let all: Vec<usize> =
        record.mentions.iter().enumerate().filter(|(_, m)| m.entity == Some(id)).map(|(i, _)| i).collect();
    let here = all.iter().position(|&i| selection == Selection::Mention(i));
    let next = match (here, forward) {
        (Some(at), true) => (at + 1) % all.len(),
        (Some(at), false) => (at + all.len() - 1) % all.len(),
        (None, true) => 0,
        (None, false) => all.len().checked_sub(1)?,
    };
    all.get(next).map(|&i| Selection::Mention(i))
}

/// Where the first of two entities is named nearest to the other: the first such place.
fn nearest([one, other]: [EntityId; 2], record: &Record) -> Option<Span> {
    let of = |id| record.mentions.iter().filter(move |m| m.entity == Some(id)).map(|m| m.span);
    let apart = |span: Span| of(other).map(|o| o.start.abs_diff(span.start)).min().unwrap_or(u32::MAX);
    of(one).min_by_key(|span| apart(*span))
}

/// The sentences that name both of two entities, each with the first mention of the first one in it, by its index.
pub fn shared(ends: [EntityId; 2], article: &OpenArticle) -> Vec<(Span, usize)> {
    let of = |id| {
        let mentions = article.record.mentions.iter().enumerate().filter(move |(_, m)| m.entity == Some(id));
        mentions.map(|(i, m)| (article.text.sentence_at(m.span.start), i))
    };
    let other: BTreeSet<usize> = of(ends[1]).map(|(sentence, _)| sentence).collect();
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for (sentence, mention) in of(ends[0]).filter(|(sentence, _)| other.contains(sentence)) {
        first.entry(sentence).or_insert(mention);
    }
    let span = |(sentence, mention): (usize, usize)| Some((article.text.sentences().get(sentence)?.span, mention));
    first.into_iter().filter_map(span).collect()
}

/// Every stretch of text that a selection lights.
pub fn lit(selection: Selection, record: &Record) -> Vec<Span> {
    if let Selection::Pair(ends) = selection {
        let named = |m: &&Mention| m.entity.is_some_and(|id| ends.contains(&id));
        return record.mentions.iter().filter(named).map(|m| m.span).collect();
    }
    match entity(selection, record) {
        Some(id) => record.mentions.iter().filter(|m| m.entity == Some(id)).map(|m| m.span).collect(),
        None => span(selection, record).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Marks, Selection, along, lit};
    use crate::record::{Certainty, Entity, EntityId, EntityKind, Mention, Record, Time, TimeKind};
    use crate::text::Span;

    fn record() -> Record {
        let entity = |id, name: &str| Entity {
            id: EntityId(id),
            kind: EntityKind::Person,
            name: name.to_owned(),
            roles: Vec::new(),
            aliases: Vec::new(),
        };
        let mention = |start, end, id| Mention {
            span: Span::new(start, end),
            kind: EntityKind::Person,
            entity: Some(EntityId(id)),
            stands_for: None,
            certainty: Certainty::Sure,
            because: String::new(),
        };
        Record {
            entities: vec![entity(1, "Ada"), entity(2, "Bo")],
            mentions: vec![mention(0, 3, 1), mention(10, 12, 2), mention(20, 23, 1)],
            times: vec![Time::new(Span::new(8, 16), TimeKind::Date)],
            ..Record::default()
        }
    }

    fn check(from: u32, to: u32, expected: &[Selection]) {
        let found: Vec<Selection> = Marks::new(&record()).within(Span::new(from, to)).map(|m| m.what).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_marks_of_a_stretch() {
        check(0, 9, &[Selection::Mention(0), Selection::Time(0)]);
        check(11, 12, &[Selection::Time(0), Selection::Mention(1)]);
        check(13, 15, &[Selection::Time(0)]);
        check(3, 8, &[]);
        check(24, 90, &[]);
    }

    #[test]
    fn an_entity_lights_all_its_mentions_and_a_time_itself() {
        let record = record();
        assert_eq!(lit(Selection::Mention(2), &record), [Span::new(0, 3), Span::new(20, 23)]);
        assert_eq!(lit(Selection::Time(0), &record), [Span::new(8, 16)]);
        assert_eq!(lit(Selection::None, &record), []);
    }

    #[test]
    fn the_mentions_of_an_entity_go_round() {
        let record = record();
        let ada = Selection::Entity(EntityId(1));
        assert_eq!(along(ada, &record, true), Some(Selection::Mention(0)));
        assert_eq!(along(ada, &record, false), Some(Selection::Mention(2)));
        assert_eq!(along(Selection::Mention(2), &record, true), Some(Selection::Mention(0)));
        assert_eq!(along(Selection::Mention(1), &record, false), Some(Selection::Mention(1)));
        assert_eq!(along(Selection::Time(0), &record, true), None);
    }

    #[test]
    fn stepping_goes_round() {
        let record = record();
        let marks = Marks::new(&record);
        let step = |from, forward| marks.step(from, &record, forward).map(|m| m.what);
        assert_eq!(step(Selection::None, true), Some(Selection::Mention(0)));
        assert_eq!(step(Selection::Mention(0), false), Some(Selection::Mention(2)));
        assert_eq!(step(Selection::Entity(EntityId(2)), true), Some(Selection::Mention(2)));
        assert_eq!(Marks::default().step(Selection::None, &Record::default(), true), None);
    }
}
