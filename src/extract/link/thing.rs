//! Which names of organisations, places and other things name one thing: company endings, acronyms, shortened names.
//!
//! Works on distinct names, not on mentions: every name is looked up in tables of what fuller names can be shortened to. A
//! short form that two fuller names share is joined with neither.

use super::description;
use super::form::{initials, is_acronym};
use super::lists::LinkLists;
use crate::record::EntityKind;
use crate::text::noun::singular;
use rustc_hash::FxHashMap;

/// Endings of company names that news leaves off.
const COMPANY_ENDINGS: &[&str] = &[
    "ab",
    "ag",
    "as",
    "asa",
    "bhd",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "cv",
    "gmbh",
    "group",
    "holding",
    "holdings",
    "inc",
    "incorporated",
    "jsc",
    "kgaa",
    "kk",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "ltda",
    "nv",
    "ojsc",
    "oy",
    "oyj",
    "pjsc",
    "plc",
    "pte",
    "pty",
    "sa",
    "sab",
    "sarl",
    "sas",
    "se",
    "spa",
    "srl",
    "tbk",
];
/// First words that too many names share to stand for one of them.
const GENERIC_STARTS: &[&str] = &[
    "academy",
    "agency",
    "air",
    "american",
    "art",
    "association",
    "bank",
    "board",
    "british",
    "bureau",
    "business",
    "capital",
    "central",
    "centre",
    "center",
    "chamber",
    "china",
    "church",
    "city",
    "college",
    "commission",
    "committee",
    "community",
    "congress",
    "council",
    "court",
    "democratic",
    "department",
    "east",
    "eastern",
    "economic",
    "european",
    "faculty",
    "federal",
    "federation",
    "first",
    "foreign",
    "foundation",
    "free",
    "general",
    "global",
    "grand",
    "great",
    "green",
    "group",
    "high",
    "home",
    "house",
    "human",
    "institute",
    "international",
    "islamic",
    "joint",
    "justice",
    "king",
    "labor",
    "labour",
    "league",
    "liberal",
    "london",
    "medical",
    "metropolitan",
    "ministry",
    "museum",
    "national",
    "new",
    "north",
    "northern",
    "office",
    "old",
    "open",
    "organization",
    "party",
    "people",
    "peoples",
    "public",
    "queen",
    "red",
    "republican",
    "research",
    "royal",
    "saint",
    "san",
    "school",
    "senate",
    "social",
    "society",
    "south",
    "southern",
    "special",
    "st",
    "standard",
    "state",
    "supreme",
    "trade",
    "treasury",
    "union",
    "united",
    "university",
    "upper",
    "us",
    "west",
    "western",
    "white",
    "world",
    "york",
];

/// A distinct name and where it goes.
#[derive(Debug)]
pub(super) struct Thing {
    pub(super) name: String,
    pub(super) words: Vec<String>,
    pub(super) kind: EntityKind,
}

/// For each name: the index of the fuller name that it is joined with, and why.
pub(super) fn join(
    lists: &LinkLists,
    things: &[Thing],
    defined: &FxHashMap<String, usize>,
) -> Vec<Option<(usize, &'static str)>> {
    let tables = Tables::new(lists, things);
    (0..things.len()).map(|i| tables.fuller(lists, things, defined, i)).collect()
}

/// What fuller names can be shortened to. `None` in a table: more than one name can.
struct Tables {
    /// The country and the name without it and the legal form, of each organisation.
    own: Vec<(Option<usize>, String)>,
    acronyms: FxHashMap<String, Option<usize>>,
    starts: FxHashMap<String, Option<usize>>,
    ends: FxHashMap<String, Option<usize>>,
    cores: FxHashMap<String, Vec<usize>>,
    places: FxHashMap<String, usize>,
    names: FxHashMap<String, usize>,
}

impl Tables {
    fn new(lists: &LinkLists, things: &[Thing]) -> Self {
        let own = |thing: &Thing| match thing.kind {
            EntityKind::Organization => core(lists, &thing.words),
            _ => (None, String::new()),
        };
        let mut tables = Self {
            own: things.iter().map(own).collect(),
            acronyms: FxHashMap::default(),
            starts: FxHashMap::default(),
            ends: FxHashMap::default(),
            cores: FxHashMap::default(),
            places: FxHashMap::default(),
            names: FxHashMap::default(),
        };
        for (i, thing) in things.iter().enumerate() {
            tables.names.entry(thing.words.join(" ")).or_insert(i);
            if thing.words.len() >= 2 {
                for acronym in initials(&thing.name) {
                    note(&mut tables.acronyms, acronym, i, things);
                }
            }
            if thing.kind == EntityKind::Place {
                tables.places.entry(thing.words.join(" ")).or_insert(i);
            }
            if thing.kind == EntityKind::Organization {
                // Longer names than this are titles or sentences, and are not shortened word by word.
                for n in 1..thing.words.len().min(8) {
                    note(&mut tables.starts, thing.words[..n].join(" "), i, things);
                    // The end of "Bank of Lund" or "Institute for Fish" names something else.
                    if !matches!(thing.words[n - 1].as_str(), "of" | "for" | "at" | "in" | "and" | "the" | "on" | "to")
                    {
                        note(&mut tables.ends, thing.words[n..].join(" "), i, things);
                    }
                }
                tables.cores.entry(tables.own[i].1.clone()).or_default().push(i);
            }
        }
        tables
    }

    fn fuller(
        &self,
        lists: &LinkLists,
        things: &[Thing],
        defined: &FxHashMap<String, usize>,
        i: usize,
    ) -> Option<(usize, &'static str)> {
        let thing = &things[i];
        let name = thing.words.join(" ");
        let other = |found: Option<&Option<usize>>| found.copied().flatten().filter(|&j| j != i);
        if let Some(&j) = defined.get(&name).filter(|&&j| j != i && things[j].words.len() > thing.words.len()) {
            return Some((j, "short form given in brackets after the full name"));
        }
        if let Some(&j) = lists.full_names(&name).iter().find_map(|full| self.names.get(full)).filter(|&&j| j != i) {
            return Some((j, "the usual short name"));
        }
        if is_acronym(&thing.name) && thing.kind != EntityKind::Group {
            return other(self.acronyms.get(&name)).map(|j| (j, "first letters of the full name"));
        }
        if thing.kind == EntityKind::Place {
            return self.plain_place(thing).filter(|&j| j != i).map(|j| (j, "the same place, told with what it is"));
        }
        if thing.kind != EntityKind::Organization {
            return None;
        }
        let (land, own) = &self.own[i];
        let same_core = self.cores.get(own).into_iter().flatten().copied().take(8).find(|&j| {
            let theirs = self.own[j].0;
            let fuller = (things[j].words.len(), i) > (thing.words.len(), j);
            j != i && fuller && (theirs == *land || theirs.is_none() || land.is_none())
        });
        if let Some(j) = same_core.filter(|_| !own.is_empty()) {
            return Some((j, "the same name without country or legal form"));
        }
        let generic = thing.words.len() == 1 && is_generic(&name);
        let shared = lists.land_of(&name).is_some() || lists.seat(&name).is_some();
        // "House" is short for "House of Representatives", but "National" for nothing.
        if !shared
            && let Some(j) = other(self.starts.get(&name))
            && (!generic || things[j].words[1] == "of")
            // Cambridge told before the Cambridge Fish Club is not short for it.
            && (i > j || thing.words.len() > 1 || self.own[j].1.split(' ').count() == 2)
        {
            return Some((j, "the first words of the full name"));
        }
        // "the Commission" may open an article on the European Commission, "Libraries" not one on the Lund Libraries.
        let end = other(self.ends.get(&name)).filter(|_| !shared)?;
        (i > end || thing.words.len() > 1 || description::is_body(&name))
            .then_some((end, "the last words of the full name"))
    }
}

/// Words for what a place is, before its name. After it they may tell it from another: Fair Isle is not Fair.
const PLACE_STARTS: &[&[&str]] = &[
    &["city", "of"],
    &["town", "of"],
    &["state", "of"],
    &["province", "of"],
    &["island", "of"],
    &["isle", "of"],
    &["port", "of"],
];

impl Tables {
    /// "City of Lund" where "Lund" is named too.
    fn plain_place(&self, place: &Thing) -> Option<usize> {
        let words: Vec<&str> = place.words.iter().map(String::as_str).collect();
        let rest = PLACE_STARTS.iter().find_map(|start| words.strip_prefix(*start));
        self.places.get(&rest?.join(" ")).copied()
    }
}

/// Notes that a short form can stand for name `i`; two names of which one continues the other count as one.
fn note(table: &mut FxHashMap<String, Option<usize>>, short: String, i: usize, things: &[Thing]) {
    table
        .entry(short)
        .and_modify(|known| {
            *known = known.and_then(|j| {
                let (a, b) = (&things[j].words, &things[i].words);
                if a == b || b.starts_with(a) { Some(i) } else { a.starts_with(b).then_some(j) }
            });
        })
        .or_insert(Some(i));
}

/// A name without leading country and legal form, and "Department of X" as "X department": the country, and the rest.
fn core(lists: &LinkLists, words: &[String]) -> (Option<usize>, String) {
    let mut rest: Vec<&str> = plain(words).iter().map(String::as_str).collect();
    let land =
        (1..rest.len().min(4)).rev().find_map(|n| lists.land_of(&rest[..n].join(" ")).map(|(land, _)| (land, n)));
    if let Some((_, n)) = land {
        rest.drain(..n);
    }
    if rest.len() > 2 && matches!(rest[0], "department" | "ministry") && rest[1] == "of" {
        let office = rest[0];
        rest.drain(..2);
        rest.retain(|w| *w != "the");
        rest.push(office);
    }
    if rest.len() > 1 && matches!(rest.last(), Some(&"department" | &"ministry")) && rest[0] == "treasury" {
        rest.truncate(1);
    }
    (land.map(|(land, _)| land), rest.join(" "))
}

/// The words of a body's name without its legal form.
pub(super) fn plain(words: &[String]) -> &[String] {
    let legal = words.iter().skip(1).rev().take_while(|word| COMPANY_ENDINGS.contains(&word.as_str())).count();
    &words[..words.len() - legal]
}

/// Whether too many names start with a word for it to stand for one of them.
pub(super) fn is_generic(word: &str) -> bool {
    GENERIC_STARTS.contains(&word)
}

/// The words of a traded good by which its spellings meet: singular, without a word that only says what sort of thing it is.
pub(super) fn good(words: &[String]) -> String {
    let mut words: Vec<String> = words.iter().map(|w| singular(w).into_owned()).collect();
    while words.len() > 1
        && matches!(words.last().map(String::as_str), Some("mineral" | "metal" | "element" | "product"))
    {
        words.pop();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::form::words;
    use super::{EntityKind, LinkLists, Thing, good, join};
    use rustc_hash::FxHashMap;

    /// Which fuller name the first of these organisations is joined with.
    fn check(names: &[&str], expected: Option<&str>) {
        let things: Vec<Thing> = names
            .iter()
            .map(|n| Thing { name: (*n).to_owned(), words: words(n), kind: EntityKind::Organization })
            .collect();
        let joined = join(&LinkLists::builtin(), &things, &FxHashMap::default());
        assert_eq!(joined[0].map(|(j, _)| names[j]), expected, "for {names:?}");
    }

    #[test]
    fn short_forms() {
        check(&["WTO", "World Trade Organization"], Some("World Trade Organization"));
        check(&["Fed", "Federal Reserve"], Some("Federal Reserve"));
        check(&["VW", "Volkswagen"], Some("Volkswagen"));
        check(&["Treasury", "US Treasury"], Some("US Treasury"));
        check(&["Treasury Department", "U.S. Department of the Treasury"], Some("U.S. Department of the Treasury"));
        check(&["Halden", "Halden Motor Corp."], Some("Halden Motor Corp."));
        check(&["Lysne", "Lysne Motor"], Some("Lysne Motor"));
        check(&["Commission", "European Commission"], Some("European Commission"));
        check(&["Orsted Institute", "Orsted Institute for Climate"], Some("Orsted Institute for Climate"));
    }

    #[test]
    fn what_stays_apart() {
        check(&["United", "United Mills", "United Farms"], None);
        check(&["Bank", "Bank of Ostrava", "Bank of Leiden"], None);
        check(&["Ministry of Trade", "Ministry of Health"], None);
        check(&["Japan Airlines", "China Airlines"], None);
        check(&["National", "National Grain Board"], None);
        check(&["Lund", "Lund Fish Club"], None);
        check(&["Evolution", "Centre for Social Evolution"], None);
    }

    #[test]
    fn goods() {
        assert_eq!(good(&words("rare earth minerals")), good(&words("rare earths")));
        assert_ne!(good(&words("steel")), good(&words("steel products and scrap")));
    }
}
