//! Who is meant across articles: entities of several articles that are one, joined where that is clear and asked about
//! where it is not.
//!
//! The name and the kind propose, the company decides: who else an article names, and what office it tells. What the
//! analyst has answered goes before all rules. Reads no article: only what was found in each.
//!
//! ```text
//! "Kari Lund", minister, and "Kari Lund"               one: the same full name
//! "Kari Lund", minister, and "Kari Lund", goalkeeper   a question: other roles and other company
//! "President Lund" and "Kari Lund", the president      one: the last name and the office
//! "Lund" and "Kari Lund", both beside "Ola Berg"       a question: the last name and the same company
//! "EU" and "European Union" (called "EU" elsewhere)    one: a name that another article gives it
//! ```

mod answers;
mod compare;
mod digest;

pub use answers::Answer;
pub use digest::Digest;

use super::lists::LinkLists;
use crate::record::EntityId;
use crate::record::correct::EntityRef;
use answers::Answers;
use compare::{Link, Looks};
use digest::Named;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// As many entities of one key are compared with a name, so that a thousand Smiths stay cheap.
const NEAREST: usize = 12;

/// One entity of the workspace: what it is called, and where it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// Its fullest name and kind, as one of the articles has them.
    pub name: EntityRef,
    /// Where it is named, by article.
    pub members: Vec<Member>,
}

/// An entity of one article as a part of one of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The article, by the workspace's number.
    pub article: i64,
    /// The entity there.
    pub entity: EntityId,
    /// What it is called there.
    pub name: EntityRef,
    /// Why it is the same as those before; empty for the first.
    pub why: String,
}

/// Something that only the analyst knows: whether an entity of an article is one that other articles name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The article, by the workspace's number.
    pub article: i64,
    /// The entity there.
    pub entity: EntityId,
    /// What it is called there.
    pub name: EntityRef,
    /// What it may be: an index into the entities of the workspace.
    pub of: usize,
    /// Why it may be.
    pub why: String,
}

/// The entities of all articles together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Across {
    /// Every entity, those named fully first.
    pub entities: Vec<Joined>,
    /// What is open, by article.
    pub doubts: Vec<Doubt>,
    of: BTreeMap<(i64, EntityId), usize>,
}

impl Across {
    /// The entity of the workspace that an entity of an article is a part of.
    pub fn of(&self, article: i64, entity: EntityId) -> Option<&Joined> {
        self.entities.get(*self.of.get(&(article, entity))?)
    }

    /// In how many articles an entity of an article is named.
    pub fn articles(&self, article: i64, entity: EntityId) -> usize {
        // An article that names it twice, by names that were not joined there, is still one.
        let distinct = |joined: &Joined| joined.members.chunk_by(|a, b| a.article == b.article).count();
        self.of(article, entity).map_or(1, distinct)
    }

    /// What is open in an article.
    pub fn doubts_in(&self, article: i64) -> &[Doubt] {
        let first = self.doubts.partition_point(|d| d.article < article);
        let end = self.doubts.partition_point(|d| d.article <= article);
        self.doubts.get(first..end).unwrap_or_default()
    }
}

/// Joins the entities of articles, and says what it doubts.
pub fn join<'a>(
    lists: &LinkLists,
    articles: impl IntoIterator<Item = &'a Digest>,
    answers: impl IntoIterator<Item = Answer<'a>>,
) -> Across {
    let answers = Answers::new(answers);
    let articles: Vec<&Digest> = articles.into_iter().collect();
    let mut nodes: Vec<(&Digest, &Named)> =
        articles.iter().flat_map(|digest| digest.names.iter().map(move |named| (*digest, named))).collect();
    // Full names come first, so that short ones find them; of equals the oldest article.
    nodes.sort_by_key(|(digest, named)| (std::cmp::Reverse(named.words.len()), digest.article, named.entity));
    let mut groups = Groups { lists, answers: &answers, all: Vec::new(), by_key: FxHashMap::default() };
    let mut doubts = Vec::new();
    let mut places: Vec<usize> = Vec::with_capacity(nodes.len());
    for &(digest, named) in &nodes {
        let (place, doubt) = groups.place(digest, named);
        places.push(place);
        doubts.extend(doubt.map(|(of, why)| (digest.article, named, of, why)));
    }
    groups.finish(doubts)
}

/// An entity of the workspace while articles are gone through.
struct Group<'a> {
    looks: Looks<'a>,
    members: Vec<Member>,
    /// The names that the analyst has kept away from it in single articles.
    refused: Vec<EntityRef>,
    /// The group that it became a part of.
    moved: Option<usize>,
}

struct Groups<'a, 'r> {
    lists: &'r LinkLists,
    answers: &'r Answers,
    all: Vec<Group<'a>>,
    by_key: FxHashMap<String, Vec<usize>>,
}

impl<'a> Groups<'a, '_> {
    /// Puts an entity of an article where it belongs; says what else it may be.
    fn place(&mut self, digest: &'a Digest, named: &'a Named) -> (usize, Option<(usize, String)>) {
        let own = Looks::new(self.lists, digest, named);
        let (mut same, mut clear, mut doubt) = (Vec::new(), None, None);
        let found = self.candidates(&own, &named.name);
        let rivals = found.iter().filter(|&&g| self.all[g].looks.is_fuller(&own)).count();
        for &g in &found {
            let group = &self.all[g];
            match self.answers.between(digest.article, &named.name, &group.members, &group.refused) {
                Some(true) => same.push(g),
                Some(false) => {}
                None => match group.looks.compare(self.lists, &own, rivals) {
                    Some(Link::Same(why)) if clear.is_none() => clear = Some((g, why)),
                    Some(Link::Perhaps(why)) if doubt.is_none() => doubt = Some((g, why)),
                    _ => {}
                },
            }
        }
        let (place, why) = match (same.split_first(), clear) {
            (Some((&first, rest)), also) => {
                for &g in rest.iter().chain(also.iter().map(|(g, _)| g)) {
                    self.unite(first, g);
                }
                (first, "you said that they are the same".to_owned())
            }
            (None, Some((g, why))) => (g, why),
            (None, None) => (self.add(), String::new()),
        };
        let doubt = doubt.filter(|_| why.is_empty());
        let group = &mut self.all[place];
        group.looks.take_in(own.clone());
        let (article, entity, name) = (digest.article, named.entity, named.name.clone());
        group.refused.extend(self.answers.refused_by(article, &name));
        group.members.push(Member { article, entity, name, why });
        for key in own.keys(self.lists).into_iter().chain([key_of(&named.name)]) {
            let groups = self.by_key.entry(key).or_default();
            if !groups.contains(&place) {
                groups.push(place);
            }
        }
        (place, doubt)
    }

    fn add(&mut self) -> usize {
        self.all.push(Group { looks: Looks::default(), members: Vec::new(), refused: Vec::new(), moved: None });
        self.all.len() - 1
    }

    /// The groups that a name may belong to, by what names share and by what the analyst has said.
    fn candidates(&self, own: &Looks<'_>, name: &EntityRef) -> Vec<usize> {
        let keys = own.keys(self.lists).into_iter().chain(self.answers.partners(name).map(key_of));
        let mut seen = FxHashSet::default();
        let mut found = Vec::new();
        for key in keys {
            let groups = self.by_key.get(&key).map_or(&[][..], Vec::as_slice);
            for g in groups.iter().take(NEAREST).map(|&g| self.now(g)) {
                if seen.insert(g) {
                    found.push(g);
                }
            }
        }
        found
    }

    fn now(&self, mut group: usize) -> usize {
        while let Some(next) = self.all[group].moved {
            group = next;
        }
        group
    }

    /// Makes one group a part of another.
    fn unite(&mut self, into: usize, from: usize) {
        let (into, from) = (self.now(into), self.now(from));
        if into == from {
            return;
        }
        let gone = &mut self.all[from];
        gone.moved = Some(into);
        let (looks, members, refused) =
            (std::mem::take(&mut gone.looks), std::mem::take(&mut gone.members), std::mem::take(&mut gone.refused));
        let group = &mut self.all[into];
        group.looks.take_in(looks);
        group.members.extend(members);
        group.refused.extend(refused);
    }

    fn finish(mut self, doubts: Vec<(i64, &Named, usize, String)>) -> Across {
        let ends: Vec<usize> = (0..self.all.len()).map(|g| self.now(g)).collect();
        let (mut entities, mut index) = (Vec::new(), vec![0; ends.len()]);
        let mut of = BTreeMap::new();
        for (g, group) in self.all.iter_mut().enumerate().filter(|(_, group)| group.moved.is_none()) {
            index[g] = entities.len();
            let mut members = std::mem::take(&mut group.members);
            let Some(name) = members.first().map(|m| m.name.clone()) else { continue };
            members.sort_by_key(|m| (m.article, m.entity));
            of.extend(members.iter().map(|m| ((m.article, m.entity), entities.len())));
            entities.push(Joined { name, members });
        }
        let mut open: Vec<Doubt> = Vec::new();
        for (article, named, g, why) in doubts {
            let (entity, of_group) = (named.entity, index[ends[g]]);
            if of.get(&(article, entity)) != Some(&of_group) {
                open.push(Doubt { article, entity, name: named.name.clone(), of: of_group, why });
            }
        }
        open.sort_by_key(|d| (d.article, d.entity));
        Across { entities, doubts: open, of }
    }
}

/// The key under which an entity is found by the name that corrections use.
fn key_of(name: &EntityRef) -> String {
    format!("={} {}", name.kind.name(), name.name)
}

#[cfg(test)]
mod tests {
    use super::{Answer, Digest, join};
    use crate::extract::link::lists::LinkLists;
    use crate::record::correct::EntityRef;
    use crate::record::{Alias, Entity, EntityId, EntityKind, Record};
    use std::sync::LazyLock;

    static LISTS: LazyLock<LinkLists> = LazyLock::new(LinkLists::builtin);

    fn name(words: &str) -> EntityRef {
        let (kind, name) = words.split_once(':').unwrap();
        let kind = match kind {
            "P" => EntityKind::Person,
            "O" => EntityKind::Organization,
            "L" => EntityKind::Place,
            _ => EntityKind::Commodity,
        };
        EntityRef { kind, name: name.to_owned() }
    }

    /// An article by its entities: "P:Kari Lund [minister] = Lund".
    fn digest(article: i64, entities: &[&str]) -> Digest {
        let entity = |(i, words): (usize, &&str)| {
            let (words, aliases) = words.split_once(" = ").unwrap_or((words, ""));
            let (words, roles) = words.split_once(" [").unwrap_or((words, ""));
            let roles = roles.trim_end_matches(']').split("; ").filter(|r| !r.is_empty()).map(str::to_owned);
            let alias = |text: &str| Alias { text: text.to_owned(), why: String::new() };
            let EntityRef { kind, name } = name(words);
            let aliases = aliases.split(", ").filter(|a| !a.is_empty()).map(alias).collect();
            Entity { id: EntityId(u32::try_from(i).unwrap() + 1), kind, name, roles: roles.collect(), aliases }
        };
        let entities = entities.iter().enumerate().map(entity).collect();
        Digest::new(article, &Record { entities, ..Record::default() })
    }

    /// What is joined ("article:name + article:name"), then what is asked ("article:name? name").
    fn check_answered(articles: &[&[&str]], answers: &[(Option<i64>, &str, &str, bool)], expected: &[&str]) {
        let digests: Vec<Digest> = (1..).zip(articles).map(|(n, entities)| digest(n, entities)).collect();
        let names: Vec<(EntityRef, EntityRef)> = answers.iter().map(|(_, a, b, _)| (name(a), name(b))).collect();
        let told = names.iter().zip(answers).map(|((one, other), (article, _, _, same))| Answer {
            article: *article,
            one,
            other,
            same: *same,
        });
        let across = join(&LISTS, &digests, told);
        let mut found = Vec::new();
        for joined in across.entities.iter().filter(|joined| joined.members.len() > 1) {
            let member = |m: &super::Member| format!("{}:{}", m.article, m.name.name);
            found.push(joined.members.iter().map(member).collect::<Vec<_>>().join(" + "));
        }
        let doubts = across.doubts.iter();
        found.extend(doubts.map(|d| format!("{}:{}? {}", d.article, d.name.name, across.entities[d.of].name.name)));
        assert_eq!(found, expected, "in {articles:?} with {answers:?}");
    }

    fn check(articles: &[&[&str]], expected: &[&str]) {
        check_answered(articles, &[], expected);
    }

    #[test]
    fn people() {
        check(&[&["P:Kari Lund"], &["P:Kari Lund"]], &["1:Kari Lund + 2:Kari Lund"]);
        check(&[&["P:Kari Lund"], &["P:Kari A. Lund"]], &["1:Kari Lund + 2:Kari A. Lund"]);
        check(&[&["P:Kari Lund [minister]"], &["P:Kari Lund [goalkeeper]"]], &["2:Kari Lund? Kari Lund"]);
        check(
            &[&["P:Kari Lund [minister]", "P:Ola Berg"], &["P:Kari Lund [party leader]", "P:Ola Berg"]],
            &["1:Kari Lund + 2:Kari Lund", "1:Ola Berg + 2:Ola Berg"],
        );
        check(&[&["P:Kari Lund [president]"], &["P:Lund [President]"]], &["1:Kari Lund + 2:Lund"]);
        check(&[&["P:Kari Lund", "O:Lysne AS"], &["P:Lund", "O:Lysne AS"]], &["1:Lysne AS + 2:Lysne AS"]);
        check(
            &[&["P:Kari Lund", "P:Ola Berg"], &["P:Lund", "P:Ola Berg"]],
            &["1:Ola Berg + 2:Ola Berg", "2:Lund? Kari Lund"],
        );
        check(&[&["P:Kari Lund"], &["P:Lund"]], &[]);
        check(
            &[&["P:Kari Lund [president]"], &["P:Ida Lund [president]"], &["P:Lund [president]"]],
            &["3:Lund? Kari Lund"],
        );
        check(&[&["P:Kari Lund"], &["P:Kari Dahl"]], &[]);
        check(&[&["P:Paris Lund"], &["L:Paris"]], &[]);
    }

    #[test]
    fn organisations_places_and_goods() {
        check(&[&["O:Lysne AS"], &["O:Lysne"]], &["1:Lysne AS + 2:Lysne"]);
        check(&[&["O:Nordic Fish Council = NFC"], &["O:NFC"]], &["1:Nordic Fish Council + 2:NFC"]);
        check(&[&["O:Nordic Fish Council"], &["O:NFC"]], &["2:NFC? Nordic Fish Council"]);
        check(&[&["O:Federal Reserve"], &["O:Fed"]], &["1:Federal Reserve + 2:Fed"]);
        check(
            &[&["O:Lysne Motor", "P:Ola Berg"], &["O:Lysne", "P:Ola Berg"]],
            &["1:Ola Berg + 2:Ola Berg", "2:Lysne? Lysne Motor"],
        );
        check(&[&["O:Bank of Lund"], &["O:Bank of Oslo"], &["O:Bank"]], &[]);
        check(&[&["L:Bergen"], &["L:Bergen"], &["O:Bergen"]], &["1:Bergen + 2:Bergen"]);
        check(&[&["C:soybeans"], &["C:soybean"]], &["1:soybeans + 2:soybean"]);
    }

    #[test]
    fn the_analyst_decides() {
        let three: &[&[&str]] = &[&["P:Kari Lund", "O:Lysne AS"], &["P:Lund", "O:Oslo Fisk"], &["P:Lund"]];
        check(three, &[]);
        check_answered(three, &[(None, "P:Lund", "P:Kari Lund", true)], &["1:Kari Lund + 2:Lund + 3:Lund"]);
        check_answered(three, &[(Some(3), "P:Lund", "P:Kari Lund", true)], &["1:Kari Lund + 3:Lund"]);
        check_answered(
            three,
            &[(None, "P:Lund", "P:Kari Lund", true), (Some(2), "P:Lund", "P:Kari Lund", false)],
            &["1:Kari Lund + 3:Lund"],
        );
        let same: &[&[&str]] = &[&["P:Kari Lund"], &["P:Kari Lund"], &["P:Kari Lund"]];
        check_answered(same, &[(Some(1), "P:Kari Lund", "P:Kari Lund", false)], &["2:Kari Lund + 3:Kari Lund"]);
        check_answered(same, &[(Some(2), "P:Kari Lund", "P:Kari Lund", false)], &["1:Kari Lund + 3:Kari Lund"]);
        let cities: &[&[&str]] = &[&["L:Peking"], &["L:Beijing"], &["L:Beijing"]];
        check_answered(cities, &[(None, "L:Peking", "L:Beijing", true)], &["1:Peking + 2:Beijing + 3:Beijing"]);
    }
}
