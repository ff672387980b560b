//! When a seat of government acts: "Beijing said", "relations between Washington and Brussels", "tariffs from Tokyo".
//!
//! A capital stands for its government only where the grammar makes it act: as the subject of a deed, the object of what
//! one does to governments, a side of relations, or the source of a measure. "He flew to Beijing" is the city.

use super::lists::LinkLists;
use super::phrase::{is_possessive, is_preposition, verb_after};
use crate::text::Text;
use std::ops::Range;

/// Nouns for what is between governments.
const RELATIONS: &[&str] = &[
    "agreement",
    "alliance",
    "conflict",
    "consensus",
    "cooperation",
    "deal",
    "dialogue",
    "diplomacy",
    "dispute",
    "engagement",
    "friction",
    "negotiations",
    "pact",
    "partnership",
    "relations",
    "relationship",
    "rift",
    "rivalry",
    "spat",
    "standoff",
    "talks",
    "tensions",
    "thaw",
    "ties",
    "trade",
    "truce",
    "war",
    "row",
    "feud",
    "trust",
    "competition",
];
/// Nouns for what comes from a government, or is its own.
const MEASURES: &[&str] = &[
    "action",
    "ambition",
    "ambitions",
    "announcement",
    "answer",
    "approach",
    "approval",
    "attitude",
    "backing",
    "ban",
    "bans",
    "claim",
    "claims",
    "complaint",
    "concession",
    "concessions",
    "control",
    "controls",
    "counteroffer",
    "criticism",
    "curbs",
    "decision",
    "demand",
    "demands",
    "diplomats",
    "duties",
    "efforts",
    "export",
    "exports",
    "foreign",
    "government",
    "help",
    "hopes",
    "imports",
    "influence",
    "insistence",
    "interests",
    "intentions",
    "invitation",
    "leaders",
    "leverage",
    "levies",
    "measures",
    "message",
    "move",
    "moves",
    "negotiators",
    "objections",
    "offer",
    "officials",
    "opposition",
    "orders",
    "permission",
    "plan",
    "plans",
    "pledge",
    "pledges",
    "policies",
    "policy",
    "position",
    "pressure",
    "promise",
    "promises",
    "proposal",
    "pushback",
    "reaction",
    "refusal",
    "rejection",
    "reply",
    "request",
    "requests",
    "resistance",
    "response",
    "restrictions",
    "retaliation",
    "retaliatory",
    "rules",
    "sanctions",
    "side",
    "signal",
    "signals",
    "stance",
    "statement",
    "strategy",
    "subsidies",
    "support",
    "tariff",
    "tariffs",
    "threat",
    "threats",
    "trade",
    "view",
    "views",
    "warning",
    "warnings",
    "willingness",
];
/// Who works for a government: "Beijing officials".
const OFFICIALS: &[&str] = &[
    "adviser",
    "advisers",
    "advisor",
    "advisors",
    "aide",
    "aides",
    "diplomat",
    "diplomats",
    "government",
    "leaders",
    "negotiator",
    "negotiators",
    "official",
    "officials",
    "policymakers",
    "regulators",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "statement",
];
/// What one does to a government, in the forms that stand right before it.
const DONE_TO: &[&str] = &[
    "accuse",
    "accused",
    "accuses",
    "accusing",
    "anger",
    "angered",
    "angering",
    "ask",
    "asked",
    "asks",
    "asking",
    "assure",
    "assured",
    "blame",
    "blamed",
    "blames",
    "blaming",
    "challenge",
    "challenged",
    "condemned",
    "criticised",
    "criticized",
    "force",
    "forced",
    "forcing",
    "infuriated",
    "irritated",
    "lobbied",
    "lobbying",
    "persuade",
    "persuaded",
    "press",
    "pressed",
    "pressing",
    "pressure",
    "pressured",
    "pressuring",
    "prompted",
    "prompting",
    "push",
    "pushed",
    "pushing",
    "sanctioned",
    "sue",
    "sued",
    "told",
    "urge",
    "urged",
    "urges",
    "urging",
    "warn",
    "warned",
    "warning",
    "warns",
];

/// What makes a seat act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// It is the subject of a deed.
    Subject,
    /// It owns what only a government has.
    Owner,
    /// Something is done to it that one does to governments.
    Object,
    /// It is a side of relations.
    Side,
    /// A measure comes from it.
    Source,
}

impl Act {
    /// The reason in words, to follow "and".
    pub(super) const fn why(self) -> &'static str {
        match self {
            Self::Subject => "here it does what governments do",
            Self::Owner => "here it owns what only a government has",
            Self::Object => "here it is asked, told or pressed as a government is",
            Self::Side => "here it is a side in relations between governments",
            Self::Source => "here a government’s measure comes from it",
        }
    }
}

/// How a seat at these tokens acts for those who sit there; `None` where it is just a place.
pub(super) fn acts(text: &Text, lists: &LinkLists, tokens: &Range<usize>) -> Option<Act> {
    let before = |n: usize| tokens.start.checked_sub(n).map_or("", |i| text.lower(i));
    let after = |n: usize| text.lower(tokens.end + n);
    if OFFICIALS.contains(&after(0)) {
        return Some(Act::Owner);
    }
    let article = usize::from(before(1) == "the");
    let previous = before(1 + article);
    if is_possessive(text, tokens.end) {
        let owns = (1..4).any(|n| MEASURES.contains(&after(n)) || RELATIONS.contains(&after(n)));
        return owns.then_some(Act::Owner);
    }
    if !is_preposition(previous) || previous == "after" || previous == "before" {
        if let Some((verb, auxiliary)) = verb_after(text, tokens.end)
            && lists.is_deed(text.lower(verb), auxiliary)
        {
            return Some(Act::Subject);
        }
        // "Tokyo and Seoul agreed": both do.
        let partner = tokens.end + 1;
        if after(0) == "and"
            && text.word(partner).starts_with(char::is_uppercase)
            && let Some((verb, auxiliary)) = verb_after(text, partner + 1)
            && lists.is_deed(text.lower(verb), auxiliary)
        {
            return Some(Act::Subject);
        }
        if DONE_TO.contains(&previous) {
            return Some(Act::Object);
        }
    }
    if is_side_of_relations(text, tokens) {
        return Some(Act::Side);
    }
    let source = matches!(previous, "from" | "by")
        && (2..5).any(|n| MEASURES.contains(&before(n + article)) || before(n + article).ends_with("ed"));
    if source {
        return Some(Act::Source);
    }
    (matches!(previous, "with" | "and" | "against" | "on")
        && (2..4).any(|n| RELATIONS.contains(&before(n + article)) || before(n + article) == "pressure"))
    .then_some(Act::Side)
}

/// "between Washington and Beijing" after or before a word for relations, and "Washington-Beijing relations".
fn is_side_of_relations(text: &Text, tokens: &Range<usize>) -> bool {
    let window_start = tokens.start.saturating_sub(5);
    let between = (window_start..tokens.start).rev().find(|&i| text.lower(i) == "between");
    if let Some(between) = between {
        let joined = (between..tokens.start).any(|i| text.lower(i) == "and")
            || (tokens.end..tokens.end + 2).any(|i| text.lower(i) == "and");
        let relation = (between.saturating_sub(4)..between).any(|i| RELATIONS.contains(&text.lower(i)));
        if joined && relation {
            return true;
        }
    }
    let dash = |i: usize| matches!(text.lower(i), "-" | "–");
    let dashed_before = tokens.start.checked_sub(1).is_some_and(dash);
    if dashed_before || dash(tokens.end) {
        return (tokens.end..tokens.end + 4).any(|i| RELATIONS.contains(&text.lower(i)));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{LinkLists, acts};
    use crate::text::Text;

    /// Which of the capitals in a text act.
    fn check(text: &str, expected: &[&str]) {
        let (text, lists) = (Text::new(text), LinkLists::builtin());
        let found: Vec<&str> = (0..text.tokens().len())
            .filter(|&i| lists.seat(text.lower(i)).is_some() && acts(&text, &lists, &(i..i + 1)).is_some())
            .map(|i| text.word(i))
            .collect();
        assert_eq!(found, expected, "in {:?}", text.as_str());
    }

    #[test]
    fn subjects_of_deeds() {
        check("Tokyo said it would retaliate.", &["Tokyo"]);
        check("Ottawa has not yet responded.", &["Ottawa"]);
        check("Ankara, which had waited for months, also announced curbs.", &["Ankara"]);
        check("while Beijing restricts sales", &["Beijing"]);
        check("Tokyo and Seoul agreed to wait.", &["Tokyo", "Seoul"]);
        check("after Beijing in March imposed tariffs", &["Beijing"]);
        check("Ottawa on Monday rejected the claim.", &["Ottawa"]);
        check("Seoul last week announced curbs.", &["Seoul"]);
        check("Paris is lovely in spring.", &[]);
        check("Paris in March was cold.", &[]);
    }

    #[test]
    fn relations_and_measures() {
        check("Ties between Seoul and Tokyo have warmed.", &["Seoul", "Tokyo"]);
        check("The train between Berlin and Prague is late.", &[]);
        check("New tariffs from Brasilia hit growers.", &["Brasilia"]);
        check("Canberra’s decision surprised nobody.", &["Canberra"]);
        check("He urged Manila to sign.", &["Manila"]);
        check("Trade talks with London stalled.", &["London"]);
    }

    #[test]
    fn just_places() {
        check("The delegation flew to Moscow on Monday.", &[]);
        check("Talks in Vienna ended.", &[]);
        check("Cairo’s streets were empty.", &[]);
    }
}
