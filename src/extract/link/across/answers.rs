//! What the analyst has said of entities of several articles: which are one, and which are two.

use super::Member;
use crate::record::correct::EntityRef;
use rustc_hash::FxHashMap;

/// One answer, in the order in which they were given.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// The article whose entity is meant, or all that have one of that name.
    pub article: Option<i64>,
    /// The entity there.
    pub one: &'a EntityRef,
    /// An entity of other articles.
    pub other: &'a EntityRef,
    /// Whether they are the same.
    pub same: bool,
}

type Pair = (EntityRef, EntityRef);

/// All answers; the last one on a pair counts, and one for a single article before one for all.
#[derive(Debug, Default)]
pub(super) struct Answers {
    everywhere: FxHashMap<Pair, bool>,
    single: FxHashMap<(i64, EntityRef), Vec<(EntityRef, bool)>>,
    partners: FxHashMap<EntityRef, Vec<EntityRef>>,
}

impl Answers {
    pub(super) fn new<'a>(answers: impl IntoIterator<Item = Answer<'a>>) -> Self {
        let mut all = Self::default();
        for Answer { article, one, other, same } in answers {
            for (a, b) in [(one, other), (other, one)] {
                if article.is_none() {
                    all.everywhere.insert((a.clone(), b.clone()), same);
                }
                let partners = all.partners.entry(a.clone()).or_default();
                if !partners.contains(b) {
                    partners.push(b.clone());
                }
            }
            if let Some(article) = article {
                let told = all.single.entry((article, one.clone())).or_default();
                told.retain(|(known, _)| known != other);
                told.push((other.clone(), same));
            }
        }
        all
    }

    /// The names that an entity was ever compared with.
    pub(super) fn partners(&self, name: &EntityRef) -> impl Iterator<Item = &EntityRef> {
        self.partners.get(name).into_iter().flatten()
    }

    /// The names that the analyst has kept away from an entity of one article.
    pub(super) fn refused_by(&self, article: i64, name: &EntityRef) -> impl Iterator<Item = EntityRef> {
        let told = self.single.get(&(article, name.clone())).into_iter().flatten();
        told.filter(|(_, same)| !same).map(|(other, _)| other.clone())
    }

    /// Whether an entity of an article belongs to a group, where that was said.
    pub(super) fn between(
        &self,
        article: i64,
        name: &EntityRef,
        members: &[Member],
        refused: &[EntityRef],
    ) -> Option<bool> {
        if refused.contains(name) {
            return Some(false);
        }
        if self.partners.get(name).is_none_or(Vec::is_empty) {
            return None;
        }
        let single = self.single.get(&(article, name.clone()));
        let here = |m: &Member| single?.iter().find(|(other, _)| *other == m.name).map(|(_, same)| *same);
        let there = |m: &Member| {
            let told = self.single.get(&(m.article, m.name.clone()))?;
            told.iter().find(|(other, _)| other == name).map(|(_, same)| *same)
        };
        let all = |m: &Member| self.everywhere.get(&(name.clone(), m.name.clone())).copied();
        members
            .iter()
            .find_map(here)
            .or_else(|| members.iter().find_map(there))
            .or_else(|| members.iter().find_map(all))
    }
}
