//! The word lists of linking: countries, regions, seats of government, offices, first names.

use super::form::{fold, key};
use super::verbs::{Tense, forms};
use crate::extract::table::rows;
use rustc_hash::{FxHashMap, FxHashSet};

/// Whether people call somebody "he" or "she".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// "he"
    Male,
    /// "she"
    Female,
}

/// A country, region or union that goes by several names.
#[derive(Clone, Debug)]
pub struct Land {
    /// The ISO 3166 code; empty for a region or union.
    pub code: String,
    /// The common name.
    pub name: String,
    /// Its usual seat of government, where that has another name.
    pub capital: Option<String>,
}

impl Land {
    /// The common name as it stands in a sentence: "the United States".
    pub fn told(&self) -> String {
        let plural = self.name.ends_with('s')
            && ["ands", "ines", "ates", "ions", "Maldives", "Bahamas"].iter().any(|e| self.name.ends_with(e));
        let article =
            plural || self.name.starts_with("United") || self.name.contains("Republic") || self.name.ends_with("Union");
        if article { format!("the {}", self.name) } else { self.name.clone() }
    }
}

/// What a word is to a [`Land`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The common name or another one ("US").
    Name,
    /// A nationality or adjective ("Chinese").
    Demonym,
}

/// Whom a seat stands for when the grammar makes it act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seated {
    /// The government of the land of this index.
    Government(usize),
    /// A body of this name.
    Body(String),
}

/// Everything that linking looks up.
#[derive(Debug)]
pub struct LinkLists {
    lands: Vec<Land>,
    names: FxHashMap<String, (usize, Relation)>,
    seats: FxHashMap<String, Seated>,
    roles: FxHashMap<String, Option<Gender>>,
    genders: FxHashMap<String, Gender>,
    nicknames: FxHashMap<String, Vec<String>>,
    short_names: FxHashMap<String, Vec<String>>,
    finite_deeds: FxHashSet<String>,
    deeds: FxHashSet<String>,
}

impl LinkLists {
    /// The lists that come with the program.
    pub fn builtin() -> Self {
        let mut lists = Self {
            lands: Vec::new(),
            names: FxHashMap::default(),
            seats: FxHashMap::default(),
            roles: FxHashMap::default(),
            genders: FxHashMap::default(),
            nicknames: FxHashMap::default(),
            short_names: FxHashMap::default(),
            finite_deeds: FxHashSet::default(),
            deeds: FxHashSet::default(),
        };
        for row in rows(include_str!("../../../assets/lists/countries.tsv")) {
            if let [code, name, others, demonyms, capitals] = row.get(..5).unwrap_or(&[]) {
                let capital = many(capitals).next().map(str::to_owned);
                let land = lists.add_land(Land { code: (*code).to_owned(), name: (*name).to_owned(), capital });
                lists.add_names(land, many(others), Relation::Name);
                lists.add_names(land, many(demonyms), Relation::Demonym);
                for seat in many(capitals) {
                    lists.seats.entry(key(seat)).or_insert(Seated::Government(land));
                }
            } else if let [code, name, ..] = row[..] {
                let land = lists.add_land(Land { code: code.to_owned(), name: name.to_owned(), capital: None });
                lists.add_names(land, row.get(2).into_iter().flat_map(|c| many(c)), Relation::Name);
                lists.add_names(land, row.get(3).into_iter().flat_map(|c| many(c)), Relation::Demonym);
            }
        }
        for row in rows(include_str!("../../../assets/lists/peoples.tsv")) {
            let land = lists.add_land(Land { code: String::new(), name: row[0].to_owned(), capital: None });
            lists.add_names(land, row.get(1).into_iter().flat_map(|c| many(c)), Relation::Name);
            lists.add_names(land, row.get(2).into_iter().flat_map(|c| many(c)), Relation::Demonym);
        }
        for row in rows(include_str!("../../../assets/lists/metonyms.tsv")) {
            if let [seat, sort, whom] = row[..] {
                let land = lists.lands.iter().position(|land| land.code == whom);
                let seated = match land {
                    Some(land) if sort == "government" => Seated::Government(land),
                    _ => Seated::Body(whom.to_owned()),
                };
                lists.seats.insert(key(seat), seated);
            }
        }
        for row in rows(include_str!("../../../assets/lists/roles.tsv")) {
            lists.roles.insert(row[0].to_owned(), row.get(1).and_then(|g| gender(g)));
        }
        for row in rows(include_str!("../../../assets/lists/name_genders.tsv")) {
            if let Some(gender) = row.get(1).and_then(|g| gender(g)) {
                lists.genders.insert(fold(row[0]), gender);
            }
        }
        for row in rows(include_str!("../../../assets/lists/nicknames.tsv")) {
            for short in row.get(1).into_iter().flat_map(|c| many(c)) {
                lists.nicknames.entry(fold(short)).or_default().push(fold(row[0]));
            }
        }
        for row in rows(include_str!("../../../assets/lists/short_names.tsv")) {
            for full in row.get(1).into_iter().flat_map(|c| many(c)) {
                lists.short_names.entry(key(row[0])).or_default().push(key(full));
            }
        }
        for row in rows(include_str!("../../../assets/lists/government_deeds.tsv")) {
            let irregular = row.get(1).copied().unwrap_or("");
            for (form, tense) in forms(row[0], irregular) {
                if matches!(tense, Tense::Past | Tense::Present) {
                    lists.finite_deeds.insert(form.clone());
                }
                lists.deeds.insert(form);
            }
        }
        lists
    }

    fn add_land(&mut self, land: Land) -> usize {
        let index = self.lands.len();
        self.names.insert(key(&land.name), (index, Relation::Name));
        self.lands.push(land);
        index
    }

    fn add_names<'a>(&mut self, land: usize, names: impl Iterator<Item = &'a str>, relation: Relation) {
        for name in names {
            self.names.entry(key(name)).or_insert((land, relation));
        }
    }

    /// The land of an index.
    pub fn land(&self, index: usize) -> &Land {
        &self.lands[index]
    }

    /// The common name of the land that a name or nationality belongs to.
    pub fn land_named(&self, name: &str) -> Option<&str> {
        self.land_of(&fold(name)).map(|(index, _)| self.land(index).name.as_str())
    }

    /// Whether a name or nationality is that of a country, and not of a continent or a people.
    pub fn is_country(&self, name: &str) -> bool {
        self.land_of(&fold(name)).is_some_and(|(index, _)| !self.land(index).code.is_empty())
    }

    /// The land that a folded name or nationality belongs to.
    pub fn land_of(&self, key: &str) -> Option<(usize, Relation)> {
        self.names.get(key).copied()
    }

    /// Whom a folded seat name can stand for.
    pub fn seat(&self, key: &str) -> Option<&Seated> {
        self.seats.get(key)
    }

    /// Whether a word in lower case names an office or occupation.
    pub fn is_role(&self, word: &str) -> bool {
        self.roles.contains_key(word) || word.strip_suffix('s').is_some_and(|one| self.roles.contains_key(one))
    }

    /// The same for the singular alone.
    pub fn is_role_exactly(&self, word: &str) -> bool {
        self.roles.contains_key(word)
    }

    /// Who alone bears an office ("chairwoman").
    pub fn role_gender(&self, word: &str) -> Option<Gender> {
        self.roles.get(word).copied().flatten()
    }

    /// Who bears a folded first name.
    pub fn first_name_gender(&self, name: &str) -> Option<Gender> {
        self.genders.get(name).copied()
    }

    /// Whether one folded first name is a short form of the other, or both are of a third.
    pub fn same_first_name(&self, a: &str, b: &str) -> bool {
        let none = Vec::new();
        let (of_a, of_b) = (self.nicknames.get(a).unwrap_or(&none), self.nicknames.get(b).unwrap_or(&none));
        a == b || of_a.iter().any(|n| n == b) || of_b.iter().any(|n| n == a) || of_a.iter().any(|n| of_b.contains(n))
    }

    /// The folded full names that a folded name is a usual short form of.
    pub fn full_names(&self, key: &str) -> &[String] {
        self.short_names.get(key).map_or(&[], Vec::as_slice)
    }

    /// Whether a word in lower case is a form of a verb for what governments do; a finite form unless an auxiliary
    /// stands before it.
    pub fn is_deed(&self, word: &str, after_auxiliary: bool) -> bool {
        if after_auxiliary { self.deeds.contains(word) } else { self.finite_deeds.contains(word) }
    }
}

fn many(column: &str) -> impl Iterator<Item = &str> {
    column.split('|').map(str::trim).filter(|name| !name.is_empty())
}

fn gender(word: &str) -> Option<Gender> {
    match word {
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        _ => None,
    }
}
