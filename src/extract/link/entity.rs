//! Makes entities of clusters: name, kind, aliases with their reasons, roles.

use super::cluster::Cluster;
use super::form::{fold, is_acronym, key, words};
use super::lists::{Gender, LinkLists};
use super::{person, title};
use crate::record::{Alias, Entity, EntityId, EntityKind, Mention, Record};
use crate::text::Text;

/// Adds an entity for every cluster, and gives its mentions their entity. Tells for each whether it is a man or a woman,
/// where titles, offices or the first name say so.
pub(super) fn fill(text: &Text, lists: &LinkLists, clusters: &[Cluster], record: &mut Record) -> Vec<Option<Gender>> {
    let mut genders = Vec::with_capacity(clusters.len());
    for (n, cluster) in clusters.iter().enumerate() {
        let id = EntityId(u32::try_from(n + 1).unwrap_or(u32::MAX));
        for (i, _) in &cluster.mentions {
            record.mentions[*i].entity = Some(id);
        }
        let kind = kind(cluster, &record.mentions);
        let name = cluster.listed.clone().unwrap_or_else(|| fullest(text, lists, kind, cluster, &record.mentions));
        let roles = if kind == EntityKind::Person { roles(text, lists, cluster, &record.mentions) } else { Vec::new() };
        let aliases = aliases(text, cluster, &record.mentions, &name);
        genders.push(if kind == EntityKind::Person {
            gender(text, lists, cluster, &record.mentions, &name)
        } else {
            None
        });
        record.entities.push(Entity { id, kind, name, roles, aliases });
    }
    genders
}

/// What the title before any mention tells, or else the first name.
fn gender(text: &Text, lists: &LinkLists, cluster: &Cluster, mentions: &[Mention], name: &str) -> Option<Gender> {
    let titles =
        cluster.mentions.iter().find_map(|(i, _)| title::gender(text, lists, &text.tokens_in(mentions[*i].span)));
    titles.or_else(|| words(name).first().and_then(|first| lists.first_name_gender(first)))
}

/// The kind that most mentions have; a country is a place, whatever its people are called.
fn kind(cluster: &Cluster, mentions: &[Mention]) -> EntityKind {
    let count = |kind: EntityKind| cluster.mentions.iter().filter(|(i, _)| mentions[*i].kind == kind).count();
    let told = EntityKind::ALL.into_iter().rev().filter(|kind| !(cluster.land && *kind == EntityKind::Group));
    told.max_by_key(|kind| count(*kind)).filter(|kind| count(*kind) > 0).unwrap_or(EntityKind::Place)
}

/// The fullest name: most words, no acronym, not all in capitals; the first of equals.
fn fullest(text: &Text, lists: &LinkLists, kind: EntityKind, cluster: &Cluster, mentions: &[Mention]) -> String {
    let plain = |name: &str| match kind {
        EntityKind::Person => untitled(lists, name),
        _ => tidy(name),
    };
    let surfaces = cluster.mentions.iter().rev().map(|(i, _)| plain(text.slice(mentions[*i].span)));
    let best = surfaces.max_by_key(|name| {
        let shouted = !name.chars().any(char::is_lowercase);
        (!(shouted || is_acronym(name)), name.split_whitespace().count(), name.chars().count())
    });
    best.unwrap_or_default()
}

/// A person's name without "Mr" and "President" before it.
fn untitled(lists: &LinkLists, name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    if let [word] = words[..] {
        return word.to_owned();
    }
    let folded: Vec<String> = words.iter().map(|w| fold(w)).collect();
    words.get(person::titles(lists, &folded)..).unwrap_or(&words).join(" ")
}

/// The other names, each with the reason for joining it where it first appears.
fn aliases(text: &Text, cluster: &Cluster, mentions: &[Mention], name: &str) -> Vec<Alias> {
    let mut aliases: Vec<Alias> = Vec::new();
    for (i, why) in &cluster.mentions {
        let written = text.slice(mentions[*i].span);
        // Most names are written as the first of them, or as one before.
        if written == name || aliases.iter().any(|a| a.text == written) {
            continue;
        }
        let surface = tidy(written);
        if surface != name && !aliases.iter().any(|a| a.text == surface) {
            let why =
                if why.is_empty() || key(&surface) == key(name) { "another spelling of the same name" } else { why };
            aliases.push(Alias { text: surface, why: why.to_owned() });
        }
    }
    aliases
}

fn roles(text: &Text, lists: &LinkLists, cluster: &Cluster, mentions: &[Mention]) -> Vec<String> {
    let mut roles: Vec<String> = Vec::new();
    for (i, _) in &cluster.mentions {
        let name = tidy(text.slice(mentions[*i].span));
        // A title of several words and a name are three words at least.
        if name.split(' ').nth(2).is_some() {
            let title = name.strip_suffix(&untitled(lists, &name)).map(str::trim).filter(|title| title.contains(' '));
            roles.extend(title.map(str::to_owned).filter(|title| !roles.contains(title)));
        }
        for range in title::roles(text, lists, &text.tokens_in(mentions[*i].span)) {
            let role = tidy(text.slice(text.span_of(range)));
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
    }
    roles
}

/// One line, whatever the line breaks of the article.
fn tidy(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
