//! Whether two entities of different articles are one, by name, kind, roles and company.

use super::super::form::{initials, is_acronym};
use super::super::lists::LinkLists;
use super::super::{person, thing};
use super::digest::{Digest, Named};
use crate::record::EntityKind;
use rustc_hash::FxHashSet;

/// What a comparison says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// They are one.
    Same(String),
    /// They may be one.
    Perhaps(String),
}

/// What entities that are one look like: every name they go by, and the company they keep.
#[derive(Clone, Debug, Default)]
pub(super) struct Looks<'a> {
    names: Vec<&'a Named>,
    sort: Option<Sort>,
    /// A form in which names that are one are equal, where there is one.
    same: FxHashSet<String>,
    aliases: FxHashSet<&'a str>,
    roles: FxHashSet<&'a str>,
    /// Articles that name it, whose other names are its company.
    seen_in: Vec<&'a Digest>,
}

/// The company in as many articles is looked at.
const ARTICLES: usize = 12;

/// How names of a kind are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Person,
    Body,
    /// Countries are places, whether an article names them or only their people.
    Land,
    Other(EntityKind),
}

impl<'a> Looks<'a> {
    /// What one article tells.
    pub(super) fn new(lists: &LinkLists, digest: &'a Digest, named: &'a Named) -> Self {
        let name = named.words.join(" ");
        let sort = match named.name.kind {
            EntityKind::Person => Sort::Person,
            EntityKind::Place | EntityKind::Group | EntityKind::Organization if lists.land_of(&name).is_some() => {
                Sort::Land
            }
            EntityKind::Organization => Sort::Body,
            other => Sort::Other(other),
        };
        let same = match sort {
            Sort::Land => lists.land_of(&name).map_or(name, |(land, _)| lists.land(land).name.clone()),
            Sort::Body => thing::plain(&named.words).join(" "),
            Sort::Other(EntityKind::Commodity | EntityKind::Group) => thing::good(&named.words),
            Sort::Person | Sort::Other(_) => name,
        };
        Self {
            names: vec![named],
            sort: Some(sort),
            same: FxHashSet::from_iter([same]),
            aliases: named.aliases.iter().map(String::as_str).collect(),
            roles: named.roles.iter().map(String::as_str).filter(|word| lists.is_role(word)).collect(),
            seen_in: vec![digest],
        }
    }

    /// Adds what another article tells of the same.
    pub(super) fn take_in(&mut self, other: Self) {
        for named in other.names {
            if !self.names.iter().any(|known| known.words == named.words) {
                self.names.push(named);
            }
        }
        self.sort = self.sort.or(other.sort);
        self.same.extend(other.same);
        self.aliases.extend(other.aliases);
        self.roles.extend(other.roles);
        let room = ARTICLES.saturating_sub(self.seen_in.len());
        self.seen_in.extend(other.seen_in.into_iter().take(room));
    }

    /// The keys under which a name is kept and looked for.
    pub(super) fn keys(&self, lists: &LinkLists) -> Vec<String> {
        let mut keys: Vec<String> = self.same.iter().cloned().collect();
        keys.sort_unstable();
        for named in &self.names {
            match self.sort {
                Some(Sort::Person) => keys.extend(named.words.last().map(|last| format!("~{last}"))),
                Some(Sort::Body) => {
                    let name = named.words.join(" ");
                    keys.extend(lists.full_names(&name).iter().cloned());
                    keys.extend(named.aliases.iter().cloned());
                    if named.words.len() > 1 {
                        keys.extend(initials(&named.name.name));
                        keys.extend(named.words.first().cloned());
                    }
                    keys.push(name);
                }
                _ => {}
            }
        }
        let mut seen = FxHashSet::default();
        keys.retain(|key| seen.insert(key.clone()));
        keys
    }

    /// Whether it goes by a fuller name than another that may be short for it.
    pub(super) fn is_fuller(&self, short: &Self) -> bool {
        let longest = |looks: &Self| looks.names.iter().map(|n| n.words.len()).max().unwrap_or(0);
        self.sort == short.sort && longest(self) > longest(short)
    }

    /// Whether `other`, of one article more, is the same; `rivals` is how many fuller names it may be short for.
    pub(super) fn compare(&self, lists: &LinkLists, other: &Self, rivals: usize) -> Option<Link> {
        if self.sort != other.sort {
            return None;
        }
        let theirs = other.names.first()?;
        match self.sort? {
            Sort::Person => self.names.iter().find_map(|ours| self.person(lists, ours, other, theirs, rivals)),
            Sort::Body => self.body(lists, other, theirs, rivals),
            Sort::Land | Sort::Other(_) => {
                other.same.iter().any(|name| self.same.contains(name)).then(|| Link::Same("the same name".to_owned()))
            }
        }
    }

    fn person(&self, lists: &LinkLists, ours: &Named, other: &Self, theirs: &Named, rivals: usize) -> Option<Link> {
        let office = other.roles.iter().find(|role| self.roles.contains(*role));
        let company = || self.shares_company(other);
        let (full, told) = (ours.words.len() > 1, theirs.words.len() > 1);
        if full && told {
            let why = person::same_person(lists, &ours.words, &theirs.words)?;
            let strangers = !self.roles.is_empty() && !other.roles.is_empty() && office.is_none() && !company();
            return Some(match why {
                _ if strangers => Link::Perhaps(format!("{why}, but other roles and other company")),
                "the same name" | "the same name, told more fully" | "the same first and last name" => {
                    Link::Same(why.to_owned())
                }
                _ if office.is_some() || company() => Link::Same(format!("{why}, in the same company")),
                _ => Link::Perhaps(why.to_owned()),
            });
        }
        if ours.words.last() != theirs.words.last() {
            return None;
        }
        let shared = office.map(|role| format!("the office “{role}”"));
        let why = "the same last name";
        match shared {
            Some(office) if rivals <= 1 => Some(Link::Same(format!("{why} and {office}"))),
            Some(office) => Some(Link::Perhaps(format!("{why} and {office}, but others are called so, too"))),
            None if company() => Some(Link::Perhaps(format!("{why}, and both articles name the same others"))),
            None => None,
        }
    }

    fn body(&self, lists: &LinkLists, other: &Self, theirs: &Named, rivals: usize) -> Option<Link> {
        if other.same.iter().any(|name| self.same.contains(name)) {
            return Some(Link::Same("the same name, whatever the legal form".to_owned()));
        }
        let short = theirs.words.join(" ");
        if lists.full_names(&short).iter().any(|full| self.is_called(full)) {
            return Some(Link::Same("the usual short name".to_owned()));
        }
        let acronym = is_acronym(&theirs.name.name);
        if self.aliases.contains(short.as_str()) {
            let why = "a name that another article gives it";
            return Some(if (acronym || theirs.words.len() > 1) && rivals <= 1 {
                Link::Same(why.to_owned())
            } else {
                Link::Perhaps(why.to_owned())
            });
        }
        let spells = |named: &&Named| named.words.len() > 1 && initials(&named.name.name).contains(&short);
        if acronym && self.names.iter().any(spells) {
            let why = "the first letters of the full name";
            return Some(if self.shares_company(other) && rivals <= 1 && short.len() > 2 {
                Link::Same(format!("{why}, in the same company"))
            } else {
                Link::Perhaps(why.to_owned())
            });
        }
        let starts = |named: &&Named| named.words.len() > theirs.words.len() && named.words.starts_with(&theirs.words);
        (self.names.iter().any(starts) && !thing::is_generic(&short) && self.shares_company(other))
            .then(|| Link::Perhaps("the first words of its name, and both articles name the same others".to_owned()))
    }

    /// Whether articles on both name another person, or two other bodies: one body may be the news agency.
    fn shares_company(&self, other: &Self) -> bool {
        let itself = |name: &str| self.is_called(name) || other.is_called(name);
        let shared = |theirs: &FxHashSet<String>, ours: &FxHashSet<String>| {
            theirs.iter().filter(|name| ours.contains(*name) && !itself(name)).take(2).count()
        };
        let pairs = || other.seen_in.iter().flat_map(|theirs| self.seen_in.iter().map(move |ours| (theirs, ours)));
        pairs().any(|(a, b)| shared(&a.people, &b.people) > 0 || shared(&a.bodies, &b.bodies) > 1)
    }

    fn is_called(&self, name: &str) -> bool {
        self.names.iter().any(|n| n.words.join(" ") == name)
    }
}
