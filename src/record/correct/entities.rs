//! The entities of a record while corrections change them.
//!
//! A correction names an entity by name and kind. Both may have changed since it was written down, by an earlier
//! correction or a later engine, so every name an entity ever had in this replay still finds it.

use super::EntityRef;
use crate::record::{Alias, Entity, EntityId, EntityKind, Mention, Record};
use crate::text::Text;

/// Why an analyst's merge joined a name.
pub const MERGED: &str = "joined by the analyst";

/// The entities, their mentions, and the names they had before.
pub(super) struct Entities<'a> {
    pub(super) text: &'a Text,
    pub(super) all: Vec<Entity>,
    /// Names given up by a rename, retyping or merge, oldest first, with who bears them now.
    former: Vec<(EntityRef, EntityId)>,
    /// Entities merged into another: references to the first now mean the second.
    merged: Vec<(EntityId, EntityId)>,
}

impl<'a> Entities<'a> {
    pub(super) fn new(text: &'a Text, all: Vec<Entity>) -> Self {
        Self { text, all, former: Vec::new(), merged: Vec::new() }
    }

    /// The entity of this name and kind, or the one that had them before.
    pub(super) fn find(&self, name: &EntityRef) -> Option<EntityId> {
        let now = self.all.iter().find(|e| e.kind == name.kind && e.name == name.name).map(|e| e.id);
        now.or_else(|| self.former.iter().rev().find(|(former, _)| former == name).map(|&(_, id)| id))
    }

    /// The entity of these words and this kind: by its name, by an alias, or a new one.
    pub(super) fn find_or_add(&mut self, words: &str, kind: EntityKind) -> EntityId {
        let mut same = self.all.iter().filter(|e| e.kind == kind);
        let named = same.clone().find(|e| e.name == words);
        if let Some(entity) = named.or_else(|| same.find(|e| e.aliases.iter().any(|a| a.text == words))) {
            return entity.id;
        }
        self.add(words.to_owned(), kind)
    }

    /// The entity of exactly this name and kind that is not `one`, or a new one. No two have the same name and kind, so
    /// where `one` has them a number tells the new one apart.
    pub(super) fn another(&mut self, words: &str, kind: EntityKind, one: EntityId) -> EntityId {
        let named = |name: &str| self.all.iter().find(|e| e.kind == kind && e.name == name).map(|e| e.id);
        match named(words) {
            None => self.add(words.to_owned(), kind),
            Some(id) if id != one => id,
            Some(_) => {
                // One of so many numbers is free.
                let numbers = 2..=self.all.len() + 1;
                let free = numbers.map(|n| format!("{words} ({n})")).find(|name| named(name).is_none());
                self.add(free.unwrap_or_default(), kind)
            }
        }
    }

    fn add(&mut self, name: String, kind: EntityKind) -> EntityId {
        let id = EntityId(self.all.iter().map(|e| e.id.0 + 1).max().unwrap_or(1));
        self.all.push(Entity { id, kind, name, roles: Vec::new(), aliases: Vec::new() });
        id
    }

    /// Gives an entity another name; the old one becomes an alias where the article uses it.
    pub(super) fn rename(&mut self, id: EntityId, name: &str, mentions: &[Mention]) {
        self.remember(id);
        let text = self.text;
        let Some(entity) = self.all.iter_mut().find(|e| e.id == id) else { return };
        let old = std::mem::replace(&mut entity.name, name.to_owned());
        entity.aliases.retain(|a| a.text != name);
        let used = mentions.iter().any(|m| m.entity == Some(id) && text.slice(m.span) == old);
        if used && old != name && !entity.aliases.iter().any(|a| a.text == old) {
            entity.aliases.insert(0, Alias { text: old, why: "renamed by the analyst".to_owned() });
        }
    }

    /// Gives an entity another kind, and says which entity it is then: one of that name and kind may be there already.
    pub(super) fn retype(&mut self, id: EntityId, kind: EntityKind) -> EntityId {
        let Some(name) = self.all.iter().find(|e| e.id == id).map(|e| e.name.clone()) else { return id };
        if let Some(twin) = self.all.iter().find(|e| e.id != id && e.kind == kind && e.name == name).map(|e| e.id) {
            self.merge(id, twin);
            return twin;
        }
        self.remember(id);
        self.all.iter_mut().filter(|e| e.id == id).for_each(|e| e.kind = kind);
        id
    }

    /// Makes `from` a part of `into`: names, roles and former names. The caller moves the mentions.
    pub(super) fn merge(&mut self, from: EntityId, into: EntityId) {
        self.remember(from);
        let Some(at) = self.all.iter().position(|e| e.id == from) else { return };
        let gone = self.all.remove(at);
        for (_, id) in &mut self.former {
            if *id == from {
                *id = into;
            }
        }
        self.merged.push((from, into));
        let Some(entity) = self.all.iter_mut().find(|e| e.id == into) else { return };
        let joined = std::iter::once(Alias { text: gone.name, why: MERGED.to_owned() }).chain(gone.aliases);
        for alias in joined {
            if alias.text != entity.name && !entity.aliases.iter().any(|a| a.text == alias.text) {
                entity.aliases.push(alias);
            }
        }
        for role in gone.roles {
            if !entity.roles.contains(&role) {
                entity.roles.push(role);
            }
        }
    }

    /// Drops the alias `words` of an entity that no mention of it uses any more.
    pub(super) fn forget_alias(&mut self, id: EntityId, words: &str, mentions: &[Mention]) {
        let text = self.text;
        if mentions.iter().any(|m| m.entity == Some(id) && text.slice(m.span) == words) {
            return;
        }
        if let Some(entity) = self.all.iter_mut().find(|e| e.id == id) {
            entity.aliases.retain(|a| a.text != words);
        }
    }

    /// Puts the entities back, follows merges, and clears references to entities that are gone.
    pub(super) fn finish(self, record: &mut Record) {
        record.entities = self.all;
        let lives: std::collections::BTreeSet<EntityId> = record.entities.iter().map(|e| e.id).collect();
        let now = |id: &mut Option<EntityId>| {
            for &(from, into) in &self.merged {
                if *id == Some(from) {
                    *id = Some(into);
                }
            }
            if id.is_some_and(|id| !lives.contains(&id)) {
                *id = None;
            }
        };
        record.mentions.iter_mut().for_each(|m| now(&mut m.entity));
        record.quotes.iter_mut().for_each(|q| now(&mut q.speaker));
        for figure in &mut record.figures {
            [&mut figure.actor, &mut figure.toward, &mut figure.said_by].into_iter().for_each(now);
        }
        for commitment in &mut record.commitments {
            [&mut commitment.actor, &mut commitment.said_by].into_iter().for_each(now);
        }
    }

    fn remember(&mut self, id: EntityId) {
        if let Some(entity) = self.all.iter().find(|e| e.id == id) {
            self.former.push((EntityRef { kind: entity.kind, name: entity.name.clone() }, id));
        }
    }
}
