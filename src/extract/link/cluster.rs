//! Sorts the mentions of an article into clusters, one for each entity.
//!
//! In order: countries by any of their names, seats of government where they act, people by full and then by short names,
//! traded goods, and everything else by its name and what that is short for.

use super::form::{fold, is_acronym, key, words};
use super::lists::{LinkLists, Relation, Seated};
use super::metonym::{self, Act};
use super::person::{self, People};
use super::thing::{self, Thing};
use super::title;
use crate::record::{Certainty, EntityKind, Mention};
use crate::text::Text;
use crate::text::noun::singular;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;

/// What the mentions of one entity have in common.
#[derive(Clone, Debug, Hash, PartialEq, Eq)]
enum Key {
    Land(usize),
    Body(String),
    Person(usize),
    Good(String),
    Thing(String),
}

/// Why a mention joins its entity; most reasons are one of a few sentences.
type Why = Cow<'static, str>;

/// The mentions of one entity.
#[derive(Debug)]
pub(super) struct Cluster {
    /// The name that a list gives it, where one does.
    pub(super) listed: Option<String>,
    /// Its mentions by index, each with the reason for joining it; none for the first of its name.
    pub(super) mentions: Vec<(usize, Why)>,
    /// Whether it is a country, region or union.
    pub(super) land: bool,
}

/// What linking found out about the mentions of an article.
#[derive(Debug)]
pub(super) struct Clustered {
    /// The clusters in order of first mention.
    pub(super) clusters: Vec<Cluster>,
    /// For each mention why it stands for a government, if it does.
    pub(super) acting: Vec<Option<&'static str>>,
    /// The mentions of which another reading is possible, and how sure this one is.
    pub(super) doubts: Vec<(usize, Certainty)>,
}

/// A mention with what its words are, read once.
struct Named<'a> {
    surface: &'a str,
    words: Vec<String>,
    tokens: Range<usize>,
    kind: EntityKind,
}

/// Sorts the mentions of an article.
pub(super) fn clusters(text: &Text, lists: &LinkLists, mentions: &[Mention]) -> Clustered {
    let named: Vec<Named<'_>> = mentions.iter().map(|m| Named::new(text, m)).collect();
    let mut keys: Vec<Option<(Key, Why)>> = vec![None; named.len()];
    let mut acting: Vec<Option<&'static str>> = vec![None; named.len()];
    for (i, name) in named.iter().enumerate() {
        if let Some((key, why, act)) = land_or_body(text, lists, name) {
            keys[i] = Some((key, why));
            acting[i] = act;
        }
    }
    let doubts = people(text, lists, &named, &mut keys);
    things(text, lists, &named, &mut keys);
    Clustered { clusters: gather(lists, keys), acting, doubts }
}

impl<'a> Named<'a> {
    fn new(text: &'a Text, mention: &Mention) -> Self {
        let (surface, tokens) = (text.slice(mention.span), text.tokens_in(mention.span));
        let mut words = words(surface);
        // "Charles II" and "Peter Lund Jr." where the mark was left out of the name.
        let next = || Some(fold(text.word(tokens.end))).filter(|next| person::is_generation(next));
        if mention.kind == EntityKind::Person {
            words.extend(next());
        }
        Self { surface, words, tokens, kind: mention.kind }
    }
}

/// The country or body that a name stands for: why, and why it stands for a government.
fn land_or_body(text: &Text, lists: &LinkLists, name: &Named<'_>) -> Option<(Key, Why, Option<&'static str>)> {
    use EntityKind::{Facility, Group, Organization, Place};
    if !matches!(name.kind, Place | Group | Organization | Facility) {
        return None;
    }
    let joined = name.words.join(" ");
    // "the Emirates" is the country, "Emirates" the airline.
    let article = name.tokens.start.checked_sub(1).is_some_and(|i| text.lower(i) == "the");
    if joined == "emirates" && !article {
        return None;
    }
    if let Some((land, relation)) = lists.land_of(&joined) {
        let common = &lists.land(land).name;
        let why = match relation {
            Relation::Name if key(common) == joined => "the same name".into(),
            Relation::Name => format!("another name of {}", lists.land(land).told()).into(),
            Relation::Demonym => format!("adjective or people of {}", lists.land(land).told()).into(),
        };
        let subject = relation == Relation::Name && !lists.land(land).code.is_empty();
        let act = subject.then(|| metonym::acts(text, lists, &name.tokens)).flatten();
        return Some((Key::Land(land), why, act.filter(|act| *act == Act::Subject).map(Act::why)));
    }
    let seat = lists.seat(&joined)?;
    let act = metonym::acts(text, lists, &name.tokens);
    match seat {
        Seated::Government(land) => {
            let act = act?;
            let why = format!("seat of the government of {}, and {}", lists.land(*land).told(), act.why());
            Some((Key::Land(*land), why.into(), Some(act.why())))
        }
        Seated::Body(body) => {
            let act = act?;
            let key = lists.land_of(&key(body)).map_or_else(|| Key::Body(body.clone()), |(land, _)| Key::Land(land));
            Some((key, format!("seat of the {body}, and {}", act.why()).into(), Some(act.why())))
        }
    }
}

/// Gives every mention of a person its key: full names first, so that a short one may come before them. Tells which
/// short names can mean somebody else.
fn people(
    text: &Text,
    lists: &LinkLists,
    named: &[Named<'_>],
    keys: &mut [Option<(Key, Why)>],
) -> Vec<(usize, Certainty)> {
    let mut doubts = Vec::new();
    let mut people = People::default();
    let gender = |name: &Named<'_>| title::gender(text, lists, &name.tokens);
    let is_person = |i: usize, keys: &[Option<(Key, Why)>]| named[i].kind == EntityKind::Person && keys[i].is_none();
    for (i, name) in named.iter().enumerate() {
        if is_person(i, keys) && person::is_full(lists, &name.words) {
            let (id, why) = people.full(lists, &name.words, gender(name), i);
            keys[i] = Some((Key::Person(id), why.unwrap_or_default().into()));
        }
    }
    for (i, name) in named.iter().enumerate() {
        if is_person(i, keys) {
            let person::Bare { id, why, certainty } = people.bare(lists, &name.words, gender(name), i);
            keys[i] = Some((Key::Person(id), why.into()));
            if certainty != Certainty::Sure {
                doubts.push((i, certainty));
            }
        } else if let Some((Key::Person(id), _)) = keys[i] {
            people.see(id, i);
        }
    }
    doubts
}

/// Gives every mention of anything else its key.
fn things(text: &Text, lists: &LinkLists, named: &[Named<'_>], keys: &mut [Option<(Key, Why)>]) {
    let mut distinct: Vec<Thing> = Vec::new();
    let mut index: FxHashMap<String, usize> = FxHashMap::default();
    let mut defined: FxHashMap<String, usize> = FxHashMap::default();
    let mut thing_of: Vec<Option<usize>> = vec![None; named.len()];
    for (i, name) in named.iter().enumerate() {
        if keys[i].is_some() {
            continue;
        }
        if name.kind == EntityKind::Commodity {
            keys[i] = Some((Key::Good(thing::good(&name.words)), "the same good".into()));
            continue;
        }
        let joined = name.words.join(" ");
        let joined = if name.kind == EntityKind::Group { singular(&joined).into_owned() } else { joined };
        let at = *index.entry(joined).or_insert_with(|| {
            distinct.push(Thing { name: name.surface.to_owned(), words: name.words.clone(), kind: name.kind });
            distinct.len() - 1
        });
        thing_of[i] = Some(at);
        if let Some(short) = bracketed(text, name.tokens.end)
            && fold(short).chars().next() == name.words.first().and_then(|w| w.chars().next())
        {
            defined.entry(key(short)).or_insert(at);
        }
    }
    let fuller = thing::join(lists, &distinct, &defined);
    for (i, at) in thing_of.iter().enumerate() {
        let Some(mut at) = *at else { continue };
        let mut why = "the same name";
        // A short form of a short form ends at the fullest name; each step leads to a longer name, so this ends.
        for _ in 0..4 {
            let Some((next, reason)) = fuller[at] else { break };
            (at, why) = (next, reason);
        }
        keys[i] = Some((Key::Thing(distinct[at].words.join(" ")), why.into()));
    }
}

/// The acronym in brackets that follows a name: "(EPA)".
fn bracketed(text: &Text, after: usize) -> Option<&str> {
    let quoted = usize::from(matches!(text.lower(after + 1), "“" | "\"" | "the"));
    let short = text.word(after + 1 + quoted);
    let closed = matches!(text.lower(after + 2 + quoted), ")" | "”" | "\"" | "," | ";");
    (text.lower(after) == "(" && closed && is_acronym(short)).then_some(short)
}

/// Mentions of one key make a cluster.
fn gather(lists: &LinkLists, keys: Vec<Option<(Key, Why)>>) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut index: FxHashMap<Key, usize> = FxHashMap::default();
    for (i, key) in keys.into_iter().enumerate() {
        let Some((key, why)) = key else { continue };
        let at = *index.entry(key).or_insert_with_key(|key| {
            let listed = match key {
                Key::Land(land) => Some(lists.land(*land).name.clone()),
                Key::Body(body) => Some(body.clone()),
                _ => None,
            };
            clusters.push(Cluster { listed, mentions: Vec::new(), land: matches!(key, Key::Land(_)) });
            clusters.len() - 1
        });
        clusters[at].mentions.push((i, why));
    }
    clusters
}
