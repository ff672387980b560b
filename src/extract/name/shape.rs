//! Where a name begins and ends: articles, titles, quotation marks and possessives are no part of it.
//!
//! "the Bank of Peru's" is *Bank of Peru*; "Dr. Ana Ruiz" is *Ana Ruiz*; "Peru's Ministry of Health" is two names. Names
//! that own their apostrophe stay whole ("Lord's Resistance Army").

use super::{Found, Page};
use crate::extract::tagger::lexicon::{ADDRESS, FIRST, OFFICE, phrase};
use crate::extract::tagger::word::Caps;
use crate::record::{Certainty, EntityKind};
use std::ops::Range;

/// Titles that the press writes as part of a name ("Pope Francis", "King Charles III").
const PART_OF_NAME: &[&str] =
    &["king", "queen", "pope", "prince", "princess", "st", "st.", "saint", "lord", "lady", "sir", "dame"];

/// Words that a hyphen joins to a name of which they are no part ("Tokyo-based").
const JOINED: &[&str] = &[
    "backed",
    "based",
    "born",
    "bound",
    "brokered",
    "built",
    "controlled",
    "dominated",
    "era",
    "funded",
    "held",
    "led",
    "listed",
    "made",
    "occupied",
    "owned",
    "run",
    "sponsored",
    "style",
    "trained",
];

/// Trims every name, and takes apart what a possessive joins.
pub(super) fn clean(page: &Page<'_>, names: Vec<Found>) -> Vec<Found> {
    let mut clean = Vec::with_capacity(names.len());
    for name in names {
        match possessive(page, &name.tokens) {
            Some(at) => {
                let owner = Found {
                    tokens: name.tokens.start..at,
                    kind: EntityKind::Place,
                    certainty: Certainty::Likely,
                    because: "a place on the lists, before a possessive".to_owned(),
                };
                push(page, &mut clean, owner);
                push(page, &mut clean, Found { tokens: at + 1..name.tokens.end, ..name });
            }
            None => {
                for tokens in apart(page, &name) {
                    push(page, &mut clean, Found { tokens, ..name.clone() });
                }
            }
        }
    }
    clean
}

/// The possessive inside a name that follows a listed place.
fn possessive(page: &Page<'_>, tokens: &Range<usize>) -> Option<usize> {
    let at = tokens.clone().skip(1).take(tokens.len().saturating_sub(2)).find(|&i| is_possessive(page, i))?;
    let owner = tokens.start..at;
    let place = |class: u32| owner.clone().all(|i| page.words.get(i).phrases & (0b1111_u64 << (4 * class)) != 0);
    let listed = place(phrase::COUNTRY) || place(phrase::BIG_CITY) || place(phrase::REGION);
    (listed && page.words.get(at + 1).is_capital()).then_some(at)
}

/// The persons of one row of words: a name that begins again is two ("Regards, Ana Ana, thank you for ..."), and first
/// names at every other word begin a name each ("Present: Ana Ruiz Olga Berg").
fn apart(page: &Page<'_>, name: &Found) -> Vec<Range<usize>> {
    let Range { start, end } = name.tokens;
    if name.kind != EntityKind::Person {
        return vec![name.tokens.clone()];
    }
    let first = |i: usize| page.words.get(i).flags & FIRST != 0;
    let in_turn = |i: usize| page.words.get(i).is_capital() && first(i) == (i - start).is_multiple_of(2);
    if end - start >= 4 && (start..end).all(in_turn) {
        return (start..end).step_by(2).map(|i| i..end.min(i + 2)).collect();
    }
    let again =
        (start + 1..end).find(|&i| page.text.word(i) == page.text.word(start) && page.words.get(i).is_capital());
    again.map_or_else(|| vec![name.tokens.clone()], |again| vec![start..again, again..end])
}

fn is_possessive(page: &Page<'_>, i: usize) -> bool {
    matches!(page.text.word(i), "'s" | "’s" | "'S" | "’S")
}

fn push(page: &Page<'_>, names: &mut Vec<Found>, mut name: Found) {
    let tokens = &mut name.tokens;
    while tokens.len() > 1 && opens_nothing(page, tokens.start, name.kind) {
        tokens.start += 1;
    }
    // A list may know the apostrophe as part of the name.
    let loose = |i: usize| page.words.get(i).phrases == 0 && (is_possessive(page, i) || is_closing(page.text.word(i)));
    while tokens.len() > 1 && loose(tokens.end - 1) {
        tokens.end -= 1;
    }
    if tokens.len() > 2 && page.text.word(tokens.end - 2) == "-" && JOINED.contains(&page.text.word(tokens.end - 1)) {
        tokens.end -= 2;
    }
    if page.text.word(tokens.start).chars().any(char::is_alphanumeric)
        && !is_of_office(page, &name)
        && !is_a_thing(page, &name)
    {
        names.push(name);
    }
}

/// Whether the one word of a name is the rest of an office ("Secretary of State", "Minister of Finance").
fn is_of_office(page: &Page<'_>, name: &Found) -> bool {
    let i = name.tokens.start;
    let word = page.words.get(i);
    let office = |i: usize| page.words.get(i).is_capital() && page.words.get(i).flags & OFFICE != 0;
    name.kind == EntityKind::Organization
        && name.tokens.len() == 1
        && word.caps == Caps::Title
        && word.sense != 0
        && i >= 2
        && page.text.lower(i - 1) == "of"
        && office(i - 2)
}

/// Whether a person's name of one word in lower case is a common word ("brandy from Cognac").
fn is_a_thing(page: &Page<'_>, name: &Found) -> bool {
    let word = page.words.get(name.tokens.start);
    name.kind == EntityKind::Person && name.tokens.len() == 1 && word.caps == Caps::Lower && word.sense != 0
}

/// Whether the first word of a name is no part of it: an article, an opening mark, a person's title.
fn opens_nothing(page: &Page<'_>, i: usize, kind: EntityKind) -> bool {
    let low = page.text.lower(i);
    if matches!(low, "a" | "an") || low == "the" && !matches!(kind, EntityKind::Work) {
        return true;
    }
    let title = page.words.get(i).flags & (ADDRESS | OFFICE) != 0 && !PART_OF_NAME.contains(&low);
    let mark = !low.chars().any(char::is_alphanumeric) || is_possessive(page, i);
    // "Dr." is a word and a full stop.
    let stop = low == "." && i > 0 && page.words.get(i - 1).flags & ADDRESS != 0;
    mark || stop || kind == EntityKind::Person && title && !page.text.word(i + 1).eq("'s")
}

fn is_closing(word: &str) -> bool {
    matches!(word, "\"" | "”" | "'" | "’" | "," | ";" | ":" | ")" | "-" | "–" | "—" | "/" | "&")
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn titles_and_possessives() {
        check("We met Senator Linda Brown.", &["person Linda Brown"]);
        check("Brazil's Ministry of Health said so.", &["place Brazil", "organization Ministry of Health"]);
        check("He works at McDonald's in Ottawa.", &["organization McDonald's", "place Ottawa"]);
        check("Secretary of State Maria Lopez left.", &["person Maria Lopez"]);
    }

    #[test]
    fn words_that_a_hyphen_joins() {
        check(
            "They left Hezbollah-held towns for Tokyo-based Sony.",
            &["organization Hezbollah", "place Tokyo", "organization Sony"],
        );
    }

    #[test]
    fn things_that_people_are_called_after() {
        check("They tax brandy from Denmark.", &["place Denmark"]);
    }

    #[test]
    fn people_in_a_row() {
        check(
            "They met Maria Lopez James Brown Robert Wilson.",
            &["person Maria Lopez", "person James Brown", "person Robert Wilson"],
        );
    }
}
