//! What of an article's record tells who its entities are: names, roles, and who is named beside them.

use super::super::form::{key, words};
use crate::record::correct::EntityRef;
use crate::record::{EntityId, EntityKind, Record};
use rustc_hash::FxHashSet;

/// The entities of one article.
#[derive(Clone, Debug, Default)]
pub struct Digest {
    pub(super) article: i64,
    pub(super) names: Vec<Named>,
    /// The people that it names: the company that each of them keeps.
    pub(super) people: FxHashSet<String>,
    /// The bodies that it names.
    pub(super) bodies: FxHashSet<String>,
}

/// One of them.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) entity: EntityId,
    pub(super) name: EntityRef,
    /// The folded words of the name.
    pub(super) words: Vec<String>,
    /// Its other names, folded.
    pub(super) aliases: Vec<String>,
    /// The words of its roles, folded.
    pub(super) roles: Vec<String>,
}

impl Digest {
    /// What a record tells of its entities; `article` is the workspace's number.
    pub fn new(article: i64, record: &Record) -> Self {
        let named = |e: &crate::record::Entity| Named {
            entity: e.id,
            name: EntityRef { kind: e.kind, name: e.name.clone() },
            words: words(&e.name),
            aliases: e.aliases.iter().map(|a| key(&a.text)).collect(),
            roles: e.roles.iter().flat_map(|role| words(role)).collect(),
        };
        let of = |kind| record.entities.iter().filter(move |e| e.kind == kind).map(|e| key(&e.name)).collect();
        Self {
            article,
            names: record.entities.iter().map(named).collect(),
            people: of(EntityKind::Person),
            bodies: of(EntityKind::Organization),
        }
    }
}
