//! The whole article decides together what a string names.
//!
//! A person named in full fixes the short forms ("Ana Ruiz ... Ruiz"); where two thirds of the mentions of a string
//! agree on a kind, the rest follow; a name of several words is a name wherever it stands.

use super::{Found, Page, covered, insert};
use crate::extract::tagger::lexicon::phrase;
use crate::record::{Certainty, EntityKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// Makes every short form of a person named in full that person's.
pub(super) fn people(page: &Page<'_>, names: &mut Vec<Found>) {
    let mut last_names: FxHashMap<&str, &str> = FxHashMap::default();
    for name in names.iter().filter(|n| n.kind == EntityKind::Person && n.tokens.len() > 1) {
        let last = page.text.word(name.tokens.end - 1);
        let first = page.text.word(name.tokens.start);
        let full = page.slice(&name.tokens);
        last_names.entry(last).or_insert(full);
        // Chinese and Korean names have the family name first: "Xi Jinping" is "Xi" ever after.
        if first.chars().count() <= 4 && name.tokens.len() == 2 && first.chars().count() > 1 {
            last_names.entry(first).or_insert(full);
        }
    }
    if last_names.is_empty() {
        return;
    }
    let because = |full: &str| format!("short for “{full}”, named in this article");
    let contested = contested(page, names);
    for name in names.iter_mut().filter(|n| n.tokens.len() == 1 && n.kind != EntityKind::Person) {
        let i = name.tokens.start;
        if let Some(full) = last_names.get(page.text.word(i))
            && !is_listed_place(page, i)
            && !contested.contains(page.text.word(i))
        {
            (name.kind, name.certainty) = (EntityKind::Person, Certainty::Likely);
            name.because = because(full);
        }
    }
    for i in 0..page.text.tokens().len() {
        let alone = page.words.run(i).is_some_and(|run| run.end - run.start == 1);
        if alone
            && !covered(names, i)
            && let Some(full) = last_names.get(page.text.word(i))
            && page.words.in_document(i).lower == 0
        {
            let because = because(full);
            insert(names, Found { tokens: i..i + 1, kind: EntityKind::Person, certainty: Certainty::Likely, because });
        }
    }
}

/// The words that stand alone as a name three times or more and are never a person then: "Coron" is a town, though one
/// mention of it was taken for part of a person's name.
fn contested<'a>(page: &Page<'a>, names: &[Found]) -> FxHashSet<&'a str> {
    let mut counts: FxHashMap<&str, Option<usize>> = FxHashMap::default();
    for name in names.iter().filter(|n| n.tokens.len() == 1) {
        let count = counts.entry(page.text.word(name.tokens.start)).or_insert(Some(0));
        let sure = matches!(name.kind, EntityKind::Place | EntityKind::Organization);
        *count = count.filter(|_| sure).map(|count| count + 1);
    }
    counts.into_iter().filter(|(_, count)| count.is_some_and(|count| count >= 3)).map(|(word, _)| word).collect()
}

/// Whether a list knows the word as a country, a nationality or a large town.
fn is_listed_place(page: &Page<'_>, i: usize) -> bool {
    let only = |class: u32| 0b1000 << (4 * class);
    let places = only(phrase::COUNTRY) | only(phrase::BIG_CITY) | only(phrase::GROUP) | only(phrase::REGION);
    page.words.get(i).phrases & places != 0
}

/// The kinds of one string, counted, in order.
type Votes = Vec<(EntityKind, usize)>;

/// Gives every mention of a string the kind that two thirds of them have, and finds the string where it was missed.
pub(super) fn majority(page: &Page<'_>, names: &mut Vec<Found>) {
    let mut votes: FxHashMap<&str, Votes> = FxHashMap::default();
    for name in names.iter() {
        let votes = votes.entry(page.slice(&name.tokens)).or_default();
        match votes.binary_search_by_key(&name.kind, |&(kind, _)| kind) {
            Ok(at) => votes[at].1 += 1,
            Err(at) => votes.insert(at, (name.kind, 1)),
        }
    }
    for name in names.iter_mut() {
        let words = page.slice(&name.tokens);
        let Some((kind, count, all)) = votes.get(words).and_then(winner) else { continue };
        if kind != name.kind {
            name.kind = kind;
            name.because = format!("{count} of {all} mentions of “{words}” in this article are this kind");
            name.certainty = Certainty::Likely;
        } else if all >= 3 && count == all && name.certainty == Certainty::Likely {
            name.certainty = Certainty::Sure;
            name.because = format!("{}, as all {all} mentions of “{words}” in this article", name.because);
        }
    }
    missed(page, names, &votes);
}

/// The kind with two thirds of at least two votes: the kind, its votes, and all votes.
fn winner(votes: &Votes) -> Option<(EntityKind, usize, usize)> {
    let all: usize = votes.iter().map(|(_, count)| count).sum();
    let &(kind, count) = votes.iter().max_by_key(|(_, count)| *count)?;
    (all >= 2 && 3 * count >= 2 * all).then_some((kind, count, all))
}

/// Finds the names of several words where the model missed them.
fn missed(page: &Page<'_>, names: &mut Vec<Found>, votes: &FxHashMap<&str, Votes>) {
    // The names by their first word, the longest first.
    let mut openers: FxHashMap<&str, Vec<(usize, EntityKind)>> = FxHashMap::default();
    // Most words of the text are turned away by their first letter.
    let first = |word: &str| word.as_bytes().first().copied().map_or(0, usize::from);
    let mut opens = [false; 256];
    for name in names.iter().filter(|n| n.tokens.len() > 1 && n.tokens.len() < 6) {
        let kinds = votes.get(page.slice(&name.tokens)).and_then(|v| v.iter().max_by_key(|(_, count)| *count));
        if let Some(&(kind, _)) = kinds {
            let word = page.text.word(name.tokens.start);
            opens[first(word)] = true;
            let entry = openers.entry(word).or_default();
            if !entry.contains(&(name.tokens.len(), kind)) {
                entry.push((name.tokens.len(), kind));
            }
        }
    }
    let mut found = Vec::new();
    for sentence in page.text.sentences() {
        for i in sentence.tokens.clone() {
            let word = page.text.word(i);
            if !opens[first(word)] {
                continue;
            }
            let Some(lengths) = openers.get(word) else { continue };
            let fits = |&&(len, kind): &&(usize, EntityKind)| {
                let tokens = i..i + len;
                tokens.end <= sentence.tokens.end
                    && votes.get(page.slice(&tokens)).is_some_and(|v| v.iter().any(|&(other, _)| other == kind))
                    && !tokens.clone().any(|n| covered(names, n))
            };
            if let Some(&(len, kind)) = lengths.iter().filter(fits).max_by_key(|(len, _)| *len) {
                found.push((i..i + len, kind));
            }
        }
    }
    for (tokens, kind) in found {
        let because = "named elsewhere in this article".to_owned();
        insert(names, Found { tokens, kind, certainty: Certainty::Likely, because });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_full_name_fixes_its_short_forms() {
        check(
            "Finance Minister Pedro Alvarado resigned. Alvarado gave no reason.",
            &["person Pedro Alvarado", "person Alvarado"],
        );
    }
}
