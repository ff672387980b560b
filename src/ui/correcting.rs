//! What the analyst's keys and buttons mean as corrections of the open article.
//!
//! Pure: from an article and a selection to a [`Correction`], or to nothing where it makes no sense there.

use super::{OpenArticle, Scope, Selection, marks};
use crate::record::correct::{Correction, EntityRef, MarkKind, Note, Noted, Target, place};
use crate::record::stretch::Stretch;
use crate::record::{EntityId, EntityKind, Record, Time};
use crate::text::Span;

/// Which marks a correction is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// The selected one.
    #[default]
    One,
    /// All mentions in the article with the same words.
    SameWords,
}

/// The actions that choose a reading of the selected time, in the order of the readings.
pub const READINGS: [&str; 4] = ["reading-1", "reading-2", "reading-3", "reading-4"];

/// A place and its words.
pub fn target(article: &OpenArticle, span: Span) -> Target {
    Target { span, words: article.text.slice(span).to_owned() }
}

/// An entity as corrections name it.
pub fn entity_ref(record: &Record, id: EntityId) -> Option<EntityRef> {
    record.entity(id).map(|e| EntityRef { kind: e.kind, name: e.name.clone() })
}

/// The words of a selection, and where the same correction may apply: an entity's mentions, a mention's namesakes.
pub fn targets(article: &OpenArticle, selection: Selection, reach: Reach) -> Vec<Target> {
    let record = &article.record;
    let spans: Vec<Span> = match (selection, reach) {
        (Selection::Entity(_), _) => marks::lit(selection, record),
        (Selection::Mention(i), Reach::SameWords) => {
            let Some(words) = record.mentions.get(i).map(|m| article.text.slice(m.span)) else { return Vec::new() };
            record.mentions.iter().map(|m| m.span).filter(|s| article.text.slice(*s) == words).collect()
        }
        _ => marks::span(selection, record).into_iter().collect(),
    };
    spans.into_iter().map(|span| target(article, span)).collect()
}

/// Adds a mention where plain words are selected.
pub fn add(article: &OpenArticle, passage: Span, kind: EntityKind) -> Option<Correction> {
    let at = target(article, trimmed(article, passage));
    (!at.words.is_empty()).then_some(Correction::AddMention { at, kind, entity: None })
}

/// A passage without the spaces at its ends.
fn trimmed(article: &OpenArticle, passage: Span) -> Span {
    let words = article.text.slice(passage);
    let offset = |n: usize| u32::try_from(n).unwrap_or(0);
    let start = passage.start + offset(words.len() - words.trim_start().len());
    let end = passage.end - offset(words.len() - words.trim_end().len());
    Span::new(start, end.max(start))
}

/// What is done to marks, one or many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Give mentions another kind.
    Kind(EntityKind),
    /// Drop marks.
    Reject,
    /// Give mentions to another entity than the one they were joined to.
    Split,
}

/// The mentions that a deed to the selected one may be meant for, too: those with the same words.
pub fn alike(article: &OpenArticle, selection: Selection, deed: Deed) -> Vec<Target> {
    let record = &article.record;
    let mut same = targets(article, selection, Reach::SameWords);
    if deed == Deed::Split {
        let entity = marks::entity(selection, record);
        same.retain(|t| record.mentions.iter().any(|m| m.span == t.span && m.entity == entity));
    }
    same
}

/// A deed to the marks at these places, which are of the selected sort.
pub fn deed(article: &OpenArticle, selection: Selection, deed: Deed, at: Vec<Target>) -> Option<Correction> {
    let mark = marks::mark_kind(selection)?;
    if at.is_empty() || deed != Deed::Reject && mark != MarkKind::Mention {
        return None;
    }
    Some(match deed {
        Deed::Kind(kind) => Correction::Retype { at, kind, entity: None },
        Deed::Reject => Correction::Reject { mark, at },
        Deed::Split => {
            let from = entity_ref(&article.record, marks::entity(selection, &article.record)?)?;
            Correction::Split { from, at }
        }
    })
}

/// Whether the selected mention may be split from its entity: when others of it stay.
pub fn splits(record: &Record, selection: Selection) -> bool {
    let Selection::Mention(i) = selection else { return false };
    let entity = record.mentions.get(i).and_then(|m| m.entity);
    entity.is_some() && record.mentions.iter().filter(|m| m.entity == entity).nth(1).is_some()
}

/// The selected time.
fn time(article: &OpenArticle, selection: Selection) -> Option<&Time> {
    let Selection::Time(i) = selection else { return None };
    article.record.times.get(i)
}

/// Reads the selected time in the `n`th of its ways.
pub fn reading(article: &OpenArticle, selection: Selection, n: usize) -> Option<Correction> {
    let time = time(article, selection)?;
    let reading = time.readings.get(n)?.clone();
    let at = target(article, time.span);
    Some(Correction::SetTime { at, value: reading.value, from: reading.from, to: reading.to })
}

/// Gives the selected time other days than it has.
pub fn date(article: &OpenArticle, selection: Selection, stretch: Stretch) -> Option<Correction> {
    let time = time(article, selection)?;
    let Stretch { value, from, to } = stretch;
    let settled = time.readings.is_empty() && (&time.from, &time.to) == (&from, &to);
    (!settled).then(|| Correction::SetTime { at: target(article, time.span), value, from, to })
}

/// A stretch in words: "2026-05-04", "2026-05-01 to 2026-05-31", "from 2026-05-01, with no end".
pub fn days(stretch: &Stretch) -> String {
    match (&stretch.from, &stretch.to) {
        (Some(from), Some(to)) if from == to => from.clone(),
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("From {from}, with no end."),
        (None, Some(to)) => format!("Until {to}, with no beginning."),
        (None, None) => String::new(),
    }
}

/// Says that the selected mark is right.
pub fn accept(article: &OpenArticle, selection: Selection) -> Option<Correction> {
    if matches!(selection, Selection::Entity(_)) {
        return None;
    }
    let at = target(article, marks::span(selection, &article.record)?);
    Some(Correction::Accept { mark: marks::mark_kind(selection)?, at })
}

/// What a note on the selection is on: its mark, an entity's first mention, or the article.
pub fn noted(article: &OpenArticle, selection: Selection) -> Option<Noted> {
    let at = target(article, marks::span(selection, &article.record)?);
    Some(Noted { mark: marks::mark_kind(selection)?, at })
}

/// The note on the selection, or on the article when nothing is selected.
pub fn note_on(article: &OpenArticle, selection: Selection) -> Option<&Note> {
    let on = noted(article, selection);
    article.notes.iter().find(|note| note.on == on)
}

/// Notes something on the selection, or on the article; no words take the note away.
pub fn note(article: &OpenArticle, selection: Selection, words: &str) -> Option<Correction> {
    let before = note_on(article, selection).map(|note| note.words.as_str());
    let words = Some(words.trim()).filter(|words| !words.is_empty());
    let on = noted(article, selection);
    (before != words).then(|| Correction::SetNote { on, words: words.map(str::to_owned) })
}

/// The mark that a correction was about, where it is still there, else its words as a passage.
pub fn place_of(article: &OpenArticle, correction: &Correction) -> Option<(Selection, Span)> {
    if let Correction::Merge { into: entity, .. } | Correction::Rename { entity, .. } = correction {
        let renamed = match correction {
            Correction::Rename { name, .. } => name,
            _ => &entity.name,
        };
        let entity = article.record.entities.iter().find(|e| e.name == *renamed)?;
        let selection = Selection::Entity(entity.id);
        return Some((selection, marks::span(selection, &article.record)?));
    }
    let (kind, target) = correction.at()?;
    let span = place(&article.text, target)?;
    Some((marks::at(&article.record, kind, span), span))
}

/// Gives the selected entity another name.
pub fn rename(article: &OpenArticle, selection: Selection, name: &str) -> Option<Correction> {
    let entity = entity_ref(&article.record, marks::entity(selection, &article.record)?)?;
    let name = name.trim();
    (!name.is_empty() && name != entity.name).then(|| Correction::Rename { entity, name: name.to_owned() })
}

/// Makes the selected entity a part of another.
pub fn merge(article: &OpenArticle, selection: Selection, into: EntityId) -> Option<Correction> {
    let from = marks::entity(selection, &article.record)?;
    let (gone, stays) = (entity_ref(&article.record, from)?, entity_ref(&article.record, into)?);
    (from != into).then_some(Correction::Merge { from: gone, into: stays })
}

/// Takes back the merge by which the analyst joined a name with an entity.
pub fn unmerge(article: &OpenArticle, name: &str) -> Option<(Correction, Scope)> {
    let merges = |c: &Correction| matches!(c, Correction::Merge { from, .. } if from.name == name);
    let merge = article.log.iter().rev().find(|logged| merges(&logged.correction))?;
    let Correction::Merge { from, into } = merge.correction.clone() else { return None };
    Some((Correction::Unmerge { from, into }, merge.scoped().0))
}

/// What stays selected after a correction changed the record: the same words, the same entity by name.
pub fn carry(selection: Selection, before: &Record, after: &Record) -> Selection {
    let found = match (selection, marks::span(selection, before)) {
        (Selection::Entity(id), _) => after.entity(id).map(|e| Selection::Entity(e.id)),
        (Selection::Pair(ends), _) => ends.iter().all(|&id| after.entity(id).is_some()).then_some(selection),
        (_, None) => None,
        (_, Some(span)) => marks::Marks::new(after)
            .within(span)
            .find(|m| m.span == span && marks::mark_kind(m.what) == marks::mark_kind(selection))
            .map(|m| m.what),
    };
    found.unwrap_or_default()
}

/// Whether a correction can be made of the selected sort of mark by a digit.
pub fn takes_kind(selection: Selection, passage: Option<Span>) -> bool {
    passage.is_some() || marks::mark_kind(selection) == Some(MarkKind::Mention)
}

#[cfg(test)]
mod tests {
    use super::{Deed, Reach, add, carry, deed, targets};
    use crate::record::correct::Correction;
    use crate::record::{Certainty, EntityKind, Mention, Record};
    use crate::text::{Span, Text};
    use crate::ui::{ArticleId, OpenArticle, Selection};
    use std::sync::Arc;

    fn article() -> OpenArticle {
        let mention = |start, end| Mention {
            span: Span::new(start, end),
            kind: EntityKind::Place,
            entity: None,
            stands_for: None,
            certainty: Certainty::Sure,
            because: String::new(),
        };
        let record = Record { mentions: vec![mention(0, 4), mention(9, 13)], ..Record::default() };
        OpenArticle {
            id: ArticleId(1),
            title: None,
            source: String::new(),
            published: None,
            text: Arc::new(Text::new("Oslo and Oslo and Bergen")),
            record: Arc::new(record),
            log: Vec::new(),
            notes: Vec::new(),
            courses: [].into(),
            revision: 0,
        }
    }

    fn check(selection: Selection, reach: Reach, expected: &[u32]) {
        let found: Vec<u32> = targets(&article(), selection, reach).iter().map(|t| t.span.start).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn one_or_all_with_the_same_words() {
        check(Selection::Mention(1), Reach::One, &[9]);
        check(Selection::Mention(1), Reach::SameWords, &[0, 9]);
        check(Selection::Figure(0), Reach::One, &[]);
        check(Selection::None, Reach::One, &[]);
    }

    #[test]
    fn a_digit_adds_a_mention_of_a_passage_and_retypes_a_mark() {
        let article = article();
        let added = add(&article, Span::new(17, 24), EntityKind::Place);
        assert!(matches!(added, Some(Correction::AddMention { at, .. }) if at.words == "Bergen"));
        let person = Deed::Kind(EntityKind::Person);
        let one = |selection| targets(&article, selection, Reach::One);
        let retyped = deed(&article, Selection::Mention(0), person, one(Selection::Mention(0)));
        assert!(matches!(retyped, Some(Correction::Retype { at, .. }) if at.len() == 1));
        assert_eq!(deed(&article, Selection::Time(0), person, one(Selection::Mention(0))), None);
        assert_eq!(deed(&article, Selection::None, Deed::Reject, one(Selection::None)), None);
    }

    #[test]
    fn a_selection_follows_its_words() {
        let before = article();
        let after = Record { mentions: vec![before.record.mentions[1].clone()], ..Record::default() };
        assert_eq!(carry(Selection::Mention(1), &before.record, &after), Selection::Mention(0));
        assert_eq!(carry(Selection::Mention(0), &before.record, &after), Selection::None);
    }
}
