//! What the words around a person's name say of the person: "Mr" and "Ms", offices before the name, offices after it.

use super::form::fold;
use super::lists::{Gender, LinkLists};
use super::phrase::{is_adverb, is_auxiliary, is_determiner, is_possessive, is_preposition, sentence_of};
use crate::text::{Text, TokenKind};
use std::ops::Range;

const MALE: &[&str] = &["mr", "mister", "sir", "lord", "king", "prince", "sheikh", "señor", "herr", "monsieur"];
const FEMALE: &[&str] =
    &["mrs", "ms", "miss", "dame", "lady", "queen", "princess", "madam", "madame", "mme", "frau", "señora"];
/// Words that may stand inside an office without being one: "deputy prime minister", "former trade envoy".
const BEFORE_OFFICE: &[&str] = &[
    "former",
    "ex",
    "acting",
    "interim",
    "deputy",
    "vice",
    "assistant",
    "associate",
    "co",
    "prime",
    "foreign",
    "finance",
    "trade",
    "defence",
    "defense",
    "economy",
    "energy",
    "interior",
    "home",
    "agriculture",
    "commerce",
    "health",
    "education",
    "labour",
    "labor",
    "justice",
    "transport",
    "chief",
    "executive",
    "senior",
    "top",
    "lead",
    "managing",
    "general",
    "opposition",
    "party",
    "union",
    "then",
    "incoming",
    "outgoing",
    "late",
    "new",
    "first",
    "second",
    "national",
    "security",
    "world",
    "veteran",
    "current",
    "longtime",
    "long",
    "time",
    "under",
    "attorney",
    "house",
    "majority",
    "minority",
];

/// Whether the title or office right before a name says who bears it.
pub(super) fn gender(text: &Text, lists: &LinkLists, tokens: &Range<usize>) -> Option<Gender> {
    let first = fold(text.word(tokens.start));
    let mut before = tokens.start.checked_sub(1)?;
    if text.lower(before) == "." {
        before = before.checked_sub(1)?;
    }
    [fold(text.word(before)), first].iter().find_map(|word| {
        if MALE.contains(&word.as_str()) {
            Some(Gender::Male)
        } else if FEMALE.contains(&word.as_str()) {
            Some(Gender::Female)
        } else {
            lists.role_gender(word)
        }
    })
}

/// The offices told of a person right before and right after a name, as token ranges.
pub(super) fn roles(text: &Text, lists: &LinkLists, tokens: &Range<usize>) -> Vec<Range<usize>> {
    [before(text, lists, tokens.start), after(text, lists, tokens.end)].into_iter().flatten().collect()
}

/// "US Treasury Secretary" before the name, "Mexico's economy minister," with a comma.
fn before(text: &Text, lists: &LinkLists, name: usize) -> Option<Range<usize>> {
    let comma = usize::from(name > 0 && text.lower(name - 1) == ",");
    let end = name.checked_sub(comma)?;
    let last = end.checked_sub(1)?;
    let (sentence, _) = sentence_of(text, last);
    if !lists.is_role(text.lower(last)) || text.lower(last).ends_with('s') && !lists.is_role_exactly(text.lower(last)) {
        return None;
    }
    let mut start = last;
    while start > sentence {
        let word = text.lower(start - 1);
        let token = &text.tokens()[start - 1];
        let capital = text.word(start - 1).chars().next().is_some_and(char::is_uppercase);
        let hyphen = matches!(word, "-" | "–") && !text.tokens()[start].space_before;
        let inside = token.kind == TokenKind::Word
            && !is_determiner(word)
            && !is_preposition(word)
            && !is_auxiliary(word)
            && !matches!(word, "and" | "or" | "but" | "when" | "while" | "said")
            && (capital
                || BEFORE_OFFICE.contains(&word)
                || lists.is_role(word)
                || is_possessive(text, start - 1)
                || hyphenated(text, start - 1));
        if !(inside || hyphen || is_possessive(text, start - 1)) {
            break;
        }
        start -= 1;
    }
    // An article belongs to the phrase, not to the office; a possessive at the start has lost its owner.
    while start < last && (is_possessive(text, start) || is_adverb(text.lower(start))) {
        start += 1;
    }
    (comma == 0 || start < last).then_some(start..end)
}

fn hyphenated(text: &Text, token: usize) -> bool {
    text.lower(token + 1) == "-" && !text.tokens()[token + 1].space_before
}

/// ", president of the US-China Business Council," after the name.
fn after(text: &Text, lists: &LinkLists, after: usize) -> Option<Range<usize>> {
    let (_, end) = sentence_of(text, after.checked_sub(1)?);
    let open = text.lower(after);
    if open != "," && open != "(" {
        return None;
    }
    let mut start = after + 1;
    while matches!(text.lower(start), "a" | "an" | "the" | "his" | "her" | "their") {
        start += 1;
    }
    let stop = (start..end.min(start + 24)).find(|&i| {
        let word = text.lower(i);
        matches!(
            word,
            "," | ";"
                | "."
                | ")"
                | "("
                | ":"
                | "—"
                | "–"
                | "“"
                | "”"
                | "\""
                | "who"
                | "which"
                | "and"
                | "but"
                | "when"
                | "while"
        ) && !(matches!(word, "and" | ",") && continues_office(text, i))
            || is_auxiliary(word) && !is_possessive(text, i)
            || matches!(word, "said" | "says" | "told" | "added")
    });
    // An office after a name is closed off: "Lund, the minister “lied”" tells no office.
    let stop =
        stop.filter(|&i| matches!(text.lower(i), "," | "." | ";" | ")" | "—" | "–" | "who" | "which" | "and" | "but"))?;
    // The office is among the first words, before any preposition: not "in the office of the president".
    let head = (start..stop)
        .take_while(|&i| !is_preposition(text.lower(i)))
        .take(8)
        .filter(|&i| lists.is_role_exactly(text.lower(i)))
        .last()?;
    (head < stop).then_some(start..stop)
}

/// "trade and industry minister", "president and chief executive": the office goes on after "and".
fn continues_office(text: &Text, at: usize) -> bool {
    let next = text.lower(at + 1);
    text.lower(at) == "and"
        && (BEFORE_OFFICE.contains(&next)
            || matches!(
                next,
                "industry" | "president" | "chairman" | "founder" | "director" | "commerce" | "development"
            ))
}

#[cfg(test)]
mod tests {
    use super::{LinkLists, roles};
    use crate::text::Text;

    /// The roles told around a name.
    fn check(text: &str, name: &str, expected: &[&str]) {
        let (text, lists) = (Text::new(text), LinkLists::builtin());
        let words = Text::new(name).tokens().len();
        let first = Text::new(name).word(0).to_owned();
        let start = (0..text.tokens().len()).find(|&i| text.word(i) == first).unwrap();
        let found: Vec<&str> =
            roles(&text, &lists, &(start..start + words)).into_iter().map(|r| text.slice(text.span_of(r))).collect();
        assert_eq!(found, expected, "around {name:?} in {:?}", text.as_str());
    }

    #[test]
    fn offices_before() {
        check("Then Irish Trade Minister Nora Byrne spoke.", "Nora Byrne", &["Irish Trade Minister"]);
        check("The former finance minister Ola Berg spoke.", "Ola Berg", &["former finance minister"]);
        check(
            "Peru’s deputy economy minister, Rosa Quispe, spoke.",
            "Rosa Quispe",
            &["Peru’s deputy economy minister"],
        );
        check("In April Nora Byrne spoke.", "Nora Byrne", &[]);
    }

    #[test]
    fn offices_after() {
        check("Ola Berg, head of the Nordic Fish Council, said so.", "Ola Berg", &["head of the Nordic Fish Council"]);
        check(
            "Ola Berg, a former adviser to Norway’s parliament, said so.",
            "Ola Berg",
            &["former adviser to Norway’s parliament"],
        );
        check(
            "They met Ola Berg, the chief executive of chip firm Lysne.",
            "Ola Berg",
            &["chief executive of chip firm Lysne"],
        );
        check("Ola Berg, in Oslo for talks, said so.", "Ola Berg", &[]);
    }
}
