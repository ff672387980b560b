//! Descriptions that stand for a name told before: "the company", "the ministry", "the prime minister", "the bloc".

use super::lists::{LinkLists, Relation};
use super::phrase::{is_auxiliary, is_possessive, is_preposition};
use crate::record::Entity;
use crate::text::{Text, TokenKind};

const COMPANIES: &[&str] = &[
    "airline",
    "automaker",
    "brewer",
    "brokerage",
    "carmaker",
    "chain",
    "chipmaker",
    "company",
    "conglomerate",
    "developer",
    "distiller",
    "drugmaker",
    "firm",
    "giant",
    "grocer",
    "group",
    "insurer",
    "lender",
    "manufacturer",
    "miner",
    "operator",
    "planemaker",
    "producer",
    "refiner",
    "retailer",
    "rival",
    "shipbuilder",
    "smelter",
    "startup",
    "steelmaker",
    "supplier",
    "supermarket",
    "utility",
];
const BODIES: &[&str] = &[
    "academy",
    "agency",
    "association",
    "authority",
    "bank",
    "board",
    "bureau",
    "chamber",
    "club",
    "commission",
    "committee",
    "council",
    "court",
    "department",
    "federation",
    "foundation",
    "government",
    "institute",
    "league",
    "ministry",
    "museum",
    "office",
    "organisation",
    "organization",
    "parliament",
    "party",
    "senate",
    "union",
    "university",
];

/// What a description asks of the thing that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Described<'a> {
    /// A person who holds this office.
    Office(&'a str),
    /// A company.
    Company,
    /// A body with this word in its name.
    Body(&'a str),
    /// A union of countries.
    Union,
    /// A country, told by the region that it lies in.
    Nation,
}

/// A description that starts at an article: its last token, and what it asks.
pub(super) fn read<'a>(text: &'a Text, lists: &LinkLists, at: usize) -> Option<(usize, Described<'a>)> {
    if !matches!(text.lower(at), "the" | "this") {
        return None;
    }
    if let Some(head) = nation(text, lists, at) {
        return Some((head, Described::Nation));
    }
    let mut head = at + 1;
    let people = |i: usize| lists.land_of(text.lower(i)).is_some_and(|(_, relation)| relation == Relation::Demonym);
    // "the French president" holds for a French President only.
    let nationality = people(head);
    head += usize::from(nationality);
    while matches!(
        text.lower(head),
        "prime" | "vice" | "foreign" | "finance" | "trade" | "economy" | "deputy" | "central" | "treasury" | "chief"
    ) && text.tokens().get(head + 1).is_some_and(|t| t.kind == TokenKind::Word)
        && !is_auxiliary(text.lower(head + 1))
    {
        head += 1;
    }
    // "the state-owned group".
    if text.word(at + 2) == "-"
        && matches!(text.lower(at + 3), "owned" | "based" | "run" | "listed" | "backed" | "controlled")
        && COMPANIES.contains(&text.lower(at + 4))
    {
        return Some((at + 4, Described::Company));
    }
    // "the Minneapolis retailer": a city or country that it comes from.
    if head == at + 1
        && (is_place_word(text, head) || is_short(text, lists, head))
        && COMPANIES.contains(&text.lower(head + 1))
    {
        head += 1;
    }
    let word = text.lower(head);
    // "the company chairman" and "the president of Peru" are about somebody else.
    let next = text.lower(head + 1);
    let lowercase_noun = text.tokens().get(head + 1).is_some_and(|t| t.kind == TokenKind::Word) && lists.is_role(next);
    let capital = text.word(head + 1).chars().next().is_some_and(char::is_uppercase);
    if lowercase_noun || capital || next == "-" || matches!(next, "of" | "for") && is_preposition(next) {
        return None;
    }
    let described = if word == "bloc" {
        Described::Union
    } else if COMPANIES.contains(&word)
        && (head == at + 1 || head == at + 2 && (is_place_word(text, at + 1) || is_short(text, lists, at + 1)))
        && !is_possessive(text, at)
    {
        Described::Company
    } else if BODIES.contains(&word) && !nationality {
        Described::Body(word)
    } else if lists.is_role_exactly(word) {
        Described::Office(text.lower_slice(text.span_of(at + 1..head + 1)))
    } else {
        return None;
    };
    Some((head, described))
}

/// The last word of "the South Asian nation", "the island nation".
fn nation(text: &Text, lists: &LinkLists, at: usize) -> Option<usize> {
    let region = |i: &usize| {
        let word = text.word(*i);
        // "the south Asian country" is a way to write it, too.
        matches!(
            word,
            "island" | "south" | "north" | "east" | "west" | "central" | "southeast" | "southern" | "northern"
        ) || word.starts_with(char::is_uppercase) && !lists.is_country(word)
    };
    let head = at + 1 + (at + 1..at + 4).take_while(region).count();
    let whole = head > at + 1 && !matches!(text.lower(head + 1), "of" | "-");
    (whole && is_nation(text.lower(head))).then_some(head)
}

/// Whether a noun stands for a country as a whole.
pub(in crate::extract) fn is_nation(word: &str) -> bool {
    matches!(word, "country" | "nation" | "state" | "kingdom" | "republic")
}

/// Whether a word may name the place that a company comes from.
fn is_place_word(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// Whether a word is a country in capitals: "the US rival", "the U.K. lender".
fn is_short(text: &Text, lists: &LinkLists, at: usize) -> bool {
    !text.word(at).chars().any(char::is_lowercase) && lists.land_of(text.lower(at)).is_some()
}

/// Whether a word in lower case says what sort of body something is.
pub(super) fn is_body(word: &str) -> bool {
    BODIES.contains(&word) || word == "treasury"
}

/// Whether a person holds an office, as told in the article.
pub(super) fn holds(person: &Entity, office: &str) -> bool {
    person.roles.iter().any(|role| {
        let role = role.to_lowercase();
        let own = [" of ", " to ", " for ", " at "]
            .iter()
            .filter_map(|p| role.split(p).next())
            .min_by_key(|own| own.len())
            .unwrap_or("");
        let former = own.starts_with("former") || own.starts_with("ex-");
        !former
            && (own == office
                || own
                    .strip_suffix(office)
                    .is_some_and(|rest| rest.ends_with(' ') && !rest.ends_with("vice ") && !rest.ends_with("deputy ")))
    })
}

/// Whether an organisation can be "the company": no word of its name says that it is another sort of body.
pub(super) fn is_company(organization: &Entity) -> bool {
    !organization.name.split_whitespace().any(|word| {
        let word = word.to_lowercase();
        BODIES.contains(&word.as_str()) && word != "bank"
            || matches!(word.as_str(), "treasury" | "government" | "reserve" | "nations" | "army" | "police")
    })
}

/// Whether a word is part of a name of an organisation.
pub(super) fn is_named(organization: &Entity, word: &str) -> bool {
    organization.name.split_whitespace().any(|w| w.eq_ignore_ascii_case(word))
}
