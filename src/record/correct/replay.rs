//! Replays corrections over what the engine found: a pure function, the same for every run.
//!
//! A target is the bytes where its words stand. Where the text itself has changed, it is the nearest place with the
//! same words. A correction "everywhere" goes by the words alone. One that finds nothing to change is reported, never
//! an error, and stays in the log: a later engine may find the mark again.

use super::entities::Entities;
use super::{Correction, EntityRef, MarkKind, Scope, Target, fields, time};
use crate::record::{Certainty, Commitment, EntityId, EntityKind, Figure, Mention, Quote, Record, Time};
use crate::text::{Span, Text};
use std::collections::BTreeSet;

/// Why a mention that the analyst added is there.
const ADDED: &str = "An analyst marked it.";

/// A record with the analyst's corrections.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrected {
    /// What the article says, as corrected.
    pub record: Record,
    /// Which corrections, by their place in the log, found nothing to change in this article.
    pub missing: Vec<usize>,
}

/// Applies `log` to what the engine found, in order.
pub fn replay<'a>(text: &Text, machine: &Record, log: impl IntoIterator<Item = (Scope, &'a Correction)>) -> Corrected {
    let mut record = machine.clone();
    let entities = Entities::new(text, std::mem::take(&mut record.entities));
    let mut replay = Replay { text, record, entities };
    let mut missing = Vec::new();
    let log: Vec<(Scope, &Correction)> = log.into_iter().collect();
    let taken_back = taken_back(&log);
    for (at, (scope, correction)) in log.into_iter().enumerate() {
        if !taken_back.contains(&at) && !replay.apply(scope, correction) && scope == Scope::Article {
            missing.push(at);
        }
    }
    let Replay { mut record, entities, .. } = replay;
    entities.finish(&mut record);
    Corrected { record, missing }
}

/// The merges that were taken back later, and what took them back: both are left out, as if neither had been made.
fn taken_back(log: &[(Scope, &Correction)]) -> BTreeSet<usize> {
    let mut out = BTreeSet::new();
    for (at, (_, correction)) in log.iter().enumerate() {
        let Correction::Unmerge { from, into } = correction else { continue };
        let merge = Correction::Merge { from: from.clone(), into: into.clone() };
        if let Some(merge) = (0..at).rev().find(|i| !out.contains(i) && *log[*i].1 == merge) {
            out.extend([merge, at]);
        }
    }
    out
}

/// The article's date after the corrections: the analyst's last answer, or the one it came with.
pub fn published<'a>(
    imported: Option<&'a str>,
    log: impl IntoIterator<Item = (Scope, &'a Correction)>,
) -> Option<&'a str> {
    log.into_iter().fold(imported, |day, (scope, correction)| match correction {
        Correction::SetPublished { date } if scope == Scope::Article => date.as_deref(),
        _ => day,
    })
}

/// A kind of mark that a correction can name.
trait Mark {
    fn span(&self) -> Span;
    fn check(&mut self);
}

macro_rules! marks {
    ($($kind:ty),*) => {$(
        impl Mark for $kind {
            fn span(&self) -> Span {
                self.span
            }
            fn check(&mut self) {
                self.certainty = Certainty::Checked;
            }
        }
    )*};
}
marks!(Mention, Figure, Time, Quote, Commitment);

struct Replay<'a> {
    text: &'a Text,
    record: Record,
    entities: Entities<'a>,
}

impl Replay<'_> {
    /// Applies one correction; false when there was nothing to apply it to.
    fn apply(&mut self, scope: Scope, correction: &Correction) -> bool {
        match correction {
            Correction::Reject { mark, at } => all(at, |target| self.reject(*mark, target, scope)),
            Correction::Accept { mark, at } => self.accept(*mark, at, scope),
            Correction::AddMention { at, kind, entity } => self.add_mention(at, *kind, entity.as_ref(), scope),
            Correction::Retype { at, kind, entity } => self.retype(at, *kind, entity.as_ref(), scope),
            Correction::Merge { from, into } => self.merge(from, into),
            // One that found its merge was left out together with it.
            Correction::Unmerge { .. } => false,
            Correction::Split { from, at } => self.split(from, at, scope),
            Correction::Rename { entity, name } => self.rename(entity, name),
            Correction::EditFigure { at, fields } => {
                let places = places(self.text, at, scope);
                let entities = &self.entities;
                let mut found = true;
                edit(&mut self.record.figures, &places, |figure| {
                    found &= fields::edit(figure, fields, entities);
                }) && found
            }
            Correction::SetSpeaker { at, speaker } => {
                let places = places(self.text, at, scope);
                let id = speaker.as_ref().and_then(|speaker| self.entities.find(speaker));
                if speaker.is_some() && id.is_none() {
                    return false;
                }
                edit(&mut self.record.quotes, &places, |quote| quote.speaker = id)
            }
            Correction::SetStatus { at, status } => {
                let places = places(self.text, at, scope);
                edit(&mut self.record.commitments, &places, |commitment| commitment.status = *status)
            }
            Correction::SetTime { at, value, from, to } => {
                let places = places(self.text, at, scope);
                let dated = time::Dated { value, from: from.as_deref(), to: to.as_deref() };
                let mut before = Vec::new();
                let found = edit(&mut self.record.times, &places, |time| {
                    before.push(time.clone());
                    dated.set(time);
                });
                time::follow(self.text, &mut self.record, &before);
                found
            }
            // The date changes what the engine is told before it reads, see [`published`]; reviews and notes are about
            // the analyst's work, not about what the article says; who is whom elsewhere is told by no article alone.
            Correction::Identify { .. }
            | Correction::SetPublished { .. }
            | Correction::SetReviewed { .. }
            | Correction::SetNote { .. } => true,
        }
    }

    /// Drops marks. A mark that is not there any more is what the analyst wanted.
    fn reject(&mut self, mark: MarkKind, target: &Target, scope: Scope) -> bool {
        let places = places(self.text, target, scope);
        let record = &mut self.record;
        match mark {
            MarkKind::Mention => {
                let gone = take(&mut record.mentions, &places);
                for mention in gone {
                    self.leave(mention.entity, self.text.slice(mention.span));
                }
            }
            MarkKind::Figure => self.reject_figures(&places),
            MarkKind::Time => drop(take(&mut record.times, &places)),
            MarkKind::Quote => drop(take(&mut record.quotes, &places)),
            MarkKind::Commitment => drop(take(&mut record.commitments, &places)),
        }
        !places.is_empty()
    }

    /// Drops figures, and renumbers them in the commitments that hold them.
    fn reject_figures(&mut self, places: &BTreeSet<Span>) {
        let mut next = 0;
        let new: Vec<Option<u32>> = self
            .record
            .figures
            .iter()
            .map(|figure| {
                let stays = !places.contains(&figure.span);
                next += u32::from(stays);
                stays.then(|| next - 1)
            })
            .collect();
        self.record.figures.retain(|figure| !places.contains(&figure.span));
        for commitment in &mut self.record.commitments {
            let kept = commitment.figures.iter().filter_map(|&i| new.get(i as usize).copied().flatten());
            commitment.figures = kept.collect();
        }
    }

    fn accept(&mut self, mark: MarkKind, target: &Target, scope: Scope) -> bool {
        let places = places(self.text, target, scope);
        let record = &mut self.record;
        match mark {
            MarkKind::Mention => edit(&mut record.mentions, &places, |_| ()),
            MarkKind::Figure => edit(&mut record.figures, &places, |_| ()),
            MarkKind::Time => edit(&mut record.times, &places, |_| ()),
            MarkKind::Quote => edit(&mut record.quotes, &places, |_| ()),
            MarkKind::Commitment => edit(&mut record.commitments, &places, |_| ()),
        }
    }

    /// Adds a mention; what the engine marked across its words makes way.
    fn add_mention(&mut self, at: &Target, kind: EntityKind, entity: Option<&EntityRef>, scope: Scope) -> bool {
        let places = match scope {
            Scope::Article => places(self.text, at, scope),
            Scope::Everywhere => occurrences(self.text, &at.words).collect(),
        };
        for &span in &places {
            let crossed: BTreeSet<Span> =
                self.record.mentions.iter().map(|m| m.span).filter(|s| s.overlaps(span)).collect();
            for mention in take(&mut self.record.mentions, &crossed) {
                self.leave(mention.entity, self.text.slice(mention.span));
            }
            let id = entity
                .and_then(|name| self.entities.find(name))
                .unwrap_or_else(|| self.entities.find_or_add(&at.words, kind));
            let mention = Mention {
                span,
                kind,
                entity: Some(id),
                stands_for: None,
                certainty: Certainty::Checked,
                because: ADDED.to_owned(),
            };
            let next = self.record.mentions.partition_point(|m| m.span < span);
            self.record.mentions.insert(next, mention);
        }
        !places.is_empty()
    }

    /// Gives mentions another kind, and the entity with them: itself when all its mentions change, else another one.
    fn retype(&mut self, at: &[Target], kind: EntityKind, entity: Option<&EntityRef>, scope: Scope) -> bool {
        let places: BTreeSet<Span> = at.iter().flat_map(|target| places(self.text, target, scope)).collect();
        let joins = entity.and_then(|name| self.entities.find(name));
        let stays: BTreeSet<Option<EntityId>> =
            self.record.mentions.iter().filter(|m| !places.contains(&m.span)).map(|m| m.entity).collect();
        let mut moved = Vec::new();
        for mention in self.record.mentions.iter_mut().filter(|m| places.contains(&m.span)) {
            mention.kind = kind;
            mention.stands_for = None;
            mention.check();
            moved.push((mention.span, mention.entity));
        }
        let whole: BTreeSet<EntityId> =
            moved.iter().filter(|(_, id)| !stays.contains(id)).filter_map(|&(_, id)| id).collect();
        for &(span, before) in &moved {
            let words = self.text.slice(span);
            let after = match (joins, before) {
                (Some(id), _) => id,
                (None, Some(id)) if whole.contains(&id) => self.entities.retype(id, kind),
                (None, _) => self.entities.find_or_add(words, kind),
            };
            if before != Some(after) {
                if let Some(mention) = self.record.mentions.iter_mut().find(|m| m.span == span) {
                    mention.entity = Some(after);
                }
                self.leave(before, words);
            }
        }
        !moved.is_empty()
    }

    fn merge(&mut self, from: &EntityRef, into: &EntityRef) -> bool {
        let (Some(from), Some(into)) = (self.entities.find(from), self.entities.find(into)) else { return false };
        if from != into {
            self.entities.merge(from, into);
            for mention in self.record.mentions.iter_mut().filter(|m| m.entity == Some(from)) {
                mention.entity = Some(into);
                mention.check();
            }
        }
        true
    }

    /// Gives mentions of an entity to another one, which their words name.
    fn split(&mut self, from: &EntityRef, at: &[Target], scope: Scope) -> bool {
        let Some(from) = self.entities.find(from) else { return false };
        let places: BTreeSet<Span> = at.iter().flat_map(|target| places(self.text, target, scope)).collect();
        let mut other = None;
        for &span in &places {
            let words = self.text.slice(span);
            let mut mentions = self.record.mentions.iter_mut();
            let Some(mention) = mentions.find(|m| m.span == span && m.entity == Some(from)) else { continue };
            let to = *other.get_or_insert_with(|| self.entities.another(words, mention.kind, from));
            mention.entity = Some(to);
            mention.check();
            self.leave(Some(from), words);
        }
        other.is_some()
    }

    fn rename(&mut self, entity: &EntityRef, name: &str) -> bool {
        let Some(id) = self.entities.find(entity) else { return false };
        self.entities.rename(id, name, &self.record.mentions);
        true
    }

    /// Tidies an entity that lost a mention: without any it goes, and so does an alias that nothing uses.
    fn leave(&mut self, entity: Option<EntityId>, words: &str) {
        let Some(id) = entity else { return };
        if self.record.mentions.iter().any(|m| m.entity == Some(id)) {
            self.entities.forget_alias(id, words, &self.record.mentions);
        } else {
            self.entities.all.retain(|e| e.id != id);
        }
    }
}

/// Whether every target was found; each is tried.
fn all(at: &[Target], mut apply: impl FnMut(&Target) -> bool) -> bool {
    at.iter().filter(|target| !apply(target)).count() == 0
}

/// The place in an article that a target names, if its words are there.
pub fn place(text: &Text, target: &Target) -> Option<Span> {
    places(text, target, Scope::Article).first().copied()
}

/// The places that a target names.
fn places(text: &Text, target: &Target, scope: Scope) -> BTreeSet<Span> {
    let Target { span, words } = target;
    if scope == Scope::Article && text.slice(*span) == words {
        return BTreeSet::from([*span]);
    }
    let found = occurrences(text, words);
    match scope {
        Scope::Everywhere => found.collect(),
        Scope::Article => found.min_by_key(|s| s.start.abs_diff(span.start)).into_iter().collect(),
    }
}

/// Every place where the words stand as whole words.
fn occurrences<'a>(text: &'a Text, words: &'a str) -> impl Iterator<Item = Span> + 'a {
    let length = u32::try_from(words.len()).unwrap_or(u32::MAX);
    let found = (!words.is_empty()).then(|| text.as_str().match_indices(words)).into_iter().flatten();
    found.filter_map(move |(at, _)| {
        let start = u32::try_from(at).ok()?;
        let span = Span::new(start, start + length);
        let tokens = text.tokens_in(span);
        (text.span_of(tokens) == span).then_some(span)
    })
}

/// Takes the marks out that stand at these places.
fn take<M: Mark>(marks: &mut Vec<M>, places: &BTreeSet<Span>) -> Vec<M> {
    marks.extract_if(.., |mark| places.contains(&mark.span())).collect()
}

/// Changes the mark at each place, or the one across it where a later engine cut the words in another way.
fn edit<M: Mark>(marks: &mut [M], places: &BTreeSet<Span>, mut change: impl FnMut(&mut M)) -> bool {
    let mut found = false;
    for &place in places {
        let exact = marks.iter().position(|mark| mark.span() == place);
        let across = || marks.iter().position(|mark| mark.span().overlaps(place));
        if let Some(mark) = exact.or_else(across).and_then(|i| marks.get_mut(i)) {
            change(mark);
            mark.check();
            found = true;
        }
    }
    found
}
