//! Which names of people name one person: last names, first names, initials, pet forms, married and doubled names.
//!
//! Two people of one last name stay two: "Anna Lindt" and "Paul Lindt" are joined with nobody, and a bare "Lindt" goes to
//! the one who was called so before, or else to the one named last.

use super::lists::{Gender, LinkLists};
use crate::record::Certainty;
use rustc_hash::FxHashMap;

/// How many people of one name are compared, so that a list of a thousand Smiths stays cheap.
const NEAREST: usize = 16;
/// Generation marks: part of a name, and never a last name.
const GENERATIONS: &[&str] = &["jr", "sr", "ii", "iii", "iv"];
/// Small words inside last names.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "ten",
    "ter", "van", "von", "y",
];
/// Titles that a name may have kept.
const TITLES: &[&str] = &[
    "deputy",
    "ex",
    "former",
    "prime",
    "vice",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "president",
    "minister",
    "senator",
    "sen",
    "rep",
    "gov",
    "governor",
    "judge",
    "justice",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "saint",
    "st",
    "mayor",
    "general",
    "gen",
    "col",
    "capt",
    "captain",
    "rev",
    "secretary",
    "chancellor",
];

/// Offices that are nobody's last name.
const OFFICES: &[&str] = &[
    "ambassador",
    "ceo",
    "chairman",
    "commissioner",
    "executive",
    "minister",
    "president",
    "professor",
    "representative",
    "secretary",
    "senator",
    "spokesman",
    "spokeswoman",
];

/// Whom a single name means.
#[derive(Debug)]
pub(super) struct Bare {
    /// The person.
    pub(super) id: usize,
    /// Why it is one named before; empty for a new one.
    pub(super) why: &'static str,
    /// How sure that is: two people of one last name make it a guess, unless one of them was called so before.
    pub(super) certainty: Certainty,
}

/// A person, as far as the names tell.
#[derive(Debug)]
struct Person {
    /// The fullest name so far: folded words without title and generation.
    words: Vec<String>,
    generation: Option<String>,
    gender: Option<Gender>,
    /// Whether a bare last name was taken for this person before.
    bare: bool,
    /// When the person was last named, in mentions.
    seen: usize,
}

/// All people of an article.
#[derive(Debug, Default)]
pub(super) struct People {
    all: Vec<Person>,
    by_word: FxHashMap<String, Vec<usize>>,
}

/// Whether a folded word tells one bearer of a name from another.
pub(super) fn is_generation(word: &str) -> bool {
    GENERATIONS.contains(&word)
}

/// Splits folded words into the name proper and its generation mark.
fn parts(lists: &LinkLists, words: &[String]) -> (Vec<String>, Option<String>) {
    let mut name: Vec<String> = words.to_vec();
    let generation = name.pop_if(|last| GENERATIONS.contains(&last.as_str()));
    let titles = titles(lists, &name);
    name.drain(..titles);
    (name, generation)
}

/// How many folded words before a name are titles, which are no part of it.
pub(super) fn titles(lists: &LinkLists, words: &[String]) -> usize {
    // "Dean" and "Duke" are first names as well as titles.
    let title = |w: &str| TITLES.contains(&w) || lists.is_role_exactly(w) && lists.first_name_gender(w).is_none();
    let leading = words.iter().take_while(|w| title(w)).count();
    // "Peru's Economy Minister Rosa Quispe" taken as one name.
    let inner = words.iter().rposition(|w| OFFICES.contains(&w.as_str())).map_or(0, |i| i + 1);
    let last = words.len().saturating_sub(1);
    if inner < last { leading.max(inner).min(last) } else { leading.min(last) }
}

/// Whether folded words are a full name: a first and a last one.
pub(super) fn is_full(lists: &LinkLists, words: &[String]) -> bool {
    let (name, _) = parts(lists, words);
    name.iter().filter(|w| !PARTICLES.contains(&w.as_str())).count() >= 2
}

impl People {
    /// The person of a full name, and why it is one named before; a new one otherwise.
    pub(super) fn full(
        &mut self,
        lists: &LinkLists,
        words: &[String],
        gender: Option<Gender>,
        at: usize,
    ) -> (usize, Option<&'static str>) {
        let (name, generation) = parts(lists, words);
        let gender = gender.or_else(|| name.first().and_then(|first| lists.first_name_gender(first)));
        let found = self.sharing_a_word(&name).into_iter().find_map(|id| {
            let person = &self.all[id];
            same_person(lists, &person.words, &name)
                .filter(|_| person.generation == generation && agree(person.gender, gender))
                .map(|why| (id, why))
        });
        if let Some((id, why)) = found {
            let person = &mut self.all[id];
            person.seen = at;
            person.gender = person.gender.or(gender);
            if name.len() > person.words.len() {
                person.words.clone_from(&name);
            }
            self.index(id, &name);
            return (id, Some(why));
        }
        (self.add(name, generation, gender, at), None)
    }

    /// The person of a single name, given the mentions before and after it, and why; a new one where nobody fits.
    pub(super) fn bare(&mut self, lists: &LinkLists, words: &[String], gender: Option<Gender>, at: usize) -> Bare {
        let (name, generation) = parts(lists, words);
        // "the Emperor", "Madam Speaker": a title alone is nobody's name.
        let title = name.len() == 1 && (TITLES.contains(&name[0].as_str()) || lists.is_role_exactly(&name[0]));
        let candidates: Vec<(usize, usize)> = self
            .sharing_a_word(&name)
            .into_iter()
            .filter(|&id| agree(self.all[id].gender, gender))
            .filter_map(|id| part_of(&self.all[id].words, &name).map(|rank| (id, rank)))
            .filter(|&(id, _)| !title || self.all[id].words == name)
            .collect();
        let best = candidates.iter().copied().min_by_key(|&(id, rank)| {
            let person = &self.all[id];
            let ahead = person.seen > at;
            (rank, !person.bare, ahead, if ahead { person.seen } else { at - person.seen })
        });
        let Some((id, rank)) = best else {
            return Bare { id: self.add(name, generation, gender, at), why: "", certainty: Certainty::Sure };
        };
        // Only who was named already can be meant as well; the nearest is the likeliest.
        let rivals = candidates.iter().filter(|&&(other, r)| other != id && r == rank && self.all[other].seen < at);
        let certainty = match rivals.count() {
            0 => Certainty::Sure,
            _ if self.all[id].bare => Certainty::Likely,
            _ => Certainty::Unsure,
        };
        let person = &mut self.all[id];
        person.bare = true;
        person.seen = at;
        person.gender = person.gender.or(gender);
        let why = match rank {
            _ if certainty == Certainty::Unsure => "name of more than one person in the article, and of this one last",
            0 if person.words.len() < 2 => "the same name",
            0 => "last name of a full name in the article",
            1 => "first part of a full name in the article",
            _ => "part of a full name in the article",
        };
        Bare { id, why, certainty }
    }

    /// Notes that a person was named again.
    pub(super) fn see(&mut self, id: usize, at: usize) {
        self.all[id].seen = at;
    }

    fn add(&mut self, words: Vec<String>, generation: Option<String>, gender: Option<Gender>, seen: usize) -> usize {
        let id = self.all.len();
        self.index(id, &words);
        self.all.push(Person { words, generation, gender, bare: false, seen });
        id
    }

    fn index(&mut self, id: usize, words: &[String]) {
        // "Hale and Lindt" are two people, and no full name of either.
        let one = !words.iter().any(|w| matches!(w.as_str(), "and" | "&"));
        for word in words.iter().filter(|_| one).filter(|w| !PARTICLES.contains(&w.as_str())) {
            let ids = self.by_word.entry(word.clone()).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }

    /// The people that share a word with a name, the last named first.
    fn sharing_a_word(&self, name: &[String]) -> Vec<usize> {
        let mut ids: Vec<usize> = name
            .iter()
            .filter_map(|w| self.by_word.get(w))
            .flat_map(|ids| ids.iter().rev().take(NEAREST).copied())
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids.reverse();
        ids
    }
}

fn agree(a: Option<Gender>, b: Option<Gender>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// How a short name is part of a full one: 0 its end, 1 its start, 2 inside it.
fn part_of(full: &[String], short: &[String]) -> Option<usize> {
    if full.ends_with(short) {
        Some(0)
    } else if full.starts_with(short) {
        Some(1)
    } else {
        (full.len() > 2 && full.windows(short.len().max(1)).any(|w| w == short)).then_some(2)
    }
}

/// Why two full names name one person.
pub(super) fn same_person(lists: &LinkLists, known: &[String], name: &[String]) -> Option<&'static str> {
    if known == name {
        return Some("the same name");
    }
    let (longer, shorter) = if known.len() >= name.len() { (known, name) } else { (name, known) };
    if shorter.len() >= 2 && (longer.ends_with(shorter) || longer.starts_with(shorter)) {
        return Some("the same name, told more fully");
    }
    if known.len() == 2 && name.len() == 2 && known[0] == name[1] && known[1] == name[0] {
        return Some("the same names in the other order");
    }
    let (first, last) = (known.first()?, known.last()?);
    let (other_first, other_last) = (name.first()?, name.last()?);
    if last != other_last || known.len() < 2 || name.len() < 2 {
        return None;
    }
    let initial = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
    let why = if first == other_first {
        "the same first and last name"
    } else if initial(first, other_first) || initial(other_first, first) {
        "initial and last name of a full name"
    } else if lists.same_first_name(first, other_first) {
        "short form of the first name, and the same last name"
    } else {
        return None;
    };
    // "John A. Smith" is not "John B. Smith".
    let middle = |words: &[String]| words.get(1).filter(|_| words.len() > 2).cloned();
    match (middle(known), middle(name)) {
        (Some(a), Some(b)) if !(a == b || initial(&a, &b) || initial(&b, &a)) => None,
        _ => Some(why),
    }
}

#[cfg(test)]
mod tests {
    use super::super::form::words;
    use super::{LinkLists, People, is_full};

    /// The person of each name, in order of first mention.
    fn check(names: &[&str], expected: &[usize]) {
        let (lists, mut people) = (LinkLists::builtin(), People::default());
        let mut ids = vec![0; names.len()];
        for (at, name) in names.iter().enumerate().filter(|(_, n)| is_full(&lists, &words(n))) {
            ids[at] = people.full(&lists, &words(name), None, at).0;
        }
        for (at, name) in names.iter().enumerate() {
            if is_full(&lists, &words(name)) {
                people.see(ids[at], at);
            } else {
                ids[at] = people.bare(&lists, &words(name), None, at).id;
            }
        }
        let mut order: Vec<usize> = Vec::new();
        let found: Vec<usize> = ids
            .iter()
            .map(|id| {
                order.iter().position(|o| o == id).unwrap_or_else(|| {
                    order.push(*id);
                    order.len() - 1
                })
            })
            .collect();
        assert_eq!(found, expected, "in {names:?}");
    }

    #[test]
    fn short_names_go_to_the_full_one() {
        check(&["Clara Oduya", "Oduya", "Clara"], &[0, 0, 0]);
        check(&["Oduya", "Clara Oduya"], &[0, 0]);
        check(&["Lin Weiguo", "Lin"], &[0, 0]);
        check(&["Ursula van der Meer", "van der Meer", "Meer"], &[0, 0, 0]);
        check(&["Luiz Tavares da Costa", "Tavares"], &[0, 0]);
    }

    #[test]
    fn spellings_of_a_full_name() {
        check(&["Robert J. Hale", "Robert Hale", "R. Hale", "Bob Hale"], &[0, 0, 0, 0]);
        check(&["John A. Marsh", "John B. Marsh"], &[0, 1]);
        check(&["Peter Lund", "Peter Lund Jr."], &[0, 1]);
    }

    #[test]
    fn two_of_one_last_name_stay_two() {
        check(&["Anna Lindt", "Paul Lindt", "Lindt"], &[0, 1, 1]);
        check(&["Paul Lindt", "Lindt", "Anna Lindt", "Lindt"], &[0, 0, 1, 0]);
        check(&["Mary Stone", "Mary Flint"], &[0, 1]);
    }
}
