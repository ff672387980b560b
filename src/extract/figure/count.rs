//! Things counted: "179 new tankers", "13 people", "a three-course meal", "65 of the 100 seats", "two new 737 Max jets".
//!
//! The noun is found by its plural ending and by the words that end a noun phrase; there is no parser. What is counted
//! keeps its adjectives ("eligible pensioner") and is told in the singular.

use super::Reader;
use super::amount::{Amount, Of};
use crate::record::Certainty;
use crate::text::{TokenKind, is_apostrophe};

/// Words that end a noun phrase, sorted: function words, auxiliaries, frequent verbs and adverbs.
const STOP: &[&str] = &[
    "a",
    "about",
    "above",
    "across",
    "added",
    "after",
    "again",
    "against",
    "ago",
    "all",
    "along",
    "already",
    "also",
    "although",
    "amid",
    "among",
    "an",
    "and",
    "annually",
    "any",
    "apiece",
    "are",
    "around",
    "as",
    "at",
    "away",
    "back",
    "be",
    "became",
    "because",
    "been",
    "before",
    "behind",
    "being",
    "below",
    "beneath",
    "between",
    "beyond",
    "both",
    "but",
    "by",
    "came",
    "can",
    "cost",
    "costs",
    "could",
    "cut",
    "daily",
    "despite",
    "did",
    "do",
    "does",
    "down",
    "due",
    "during",
    "each",
    "earlier",
    "either",
    "else",
    "ended",
    "even",
    "every",
    "except",
    "fell",
    "for",
    "forward",
    "from",
    "gained",
    "gave",
    "get",
    "gets",
    "go",
    "goes",
    "going",
    "got",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "including",
    "inside",
    "instead",
    "into",
    "is",
    "it",
    "its",
    "just",
    "last",
    "later",
    "left",
    "less",
    "like",
    "live",
    "lost",
    "made",
    "make",
    "makes",
    "many",
    "may",
    "me",
    "meanwhile",
    "might",
    "more",
    "most",
    "much",
    "must",
    "my",
    "near",
    "nearly",
    "neither",
    "never",
    "nor",
    "not",
    "now",
    "of",
    "off",
    "on",
    "once",
    "only",
    "onto",
    "or",
    "our",
    "out",
    "outside",
    "over",
    "overall",
    "own",
    "paid",
    "per",
    "plus",
    "rather",
    "respectively",
    "rose",
    "said",
    "saw",
    "say",
    "says",
    "see",
    "seen",
    "she",
    "should",
    "since",
    "so",
    "some",
    "soon",
    "still",
    "such",
    "take",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "throughout",
    "time",
    "to",
    "today",
    "together",
    "told",
    "too",
    "took",
    "toward",
    "towards",
    "under",
    "unless",
    "until",
    "up",
    "upon",
    "us",
    "very",
    "via",
    "want",
    "was",
    "we",
    "went",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "won",
    "worth",
    "would",
    "yesterday",
    "yet",
    "you",
    "your",
];
/// Words between number and noun that say nothing of the thing, sorted.
const EMPTY: &[&str] = &["additional", "extra", "further", "more", "other", "total"];
/// Plurals without -s, sorted.
const PLURALS: &[(&str, &str)] = &[
    ("aircraft", "aircraft"),
    ("alumni", "alumnus"),
    ("cattle", "cattle"),
    ("children", "child"),
    ("craft", "craft"),
    ("crew", "crew"),
    ("criteria", "criterion"),
    ("deer", "deer"),
    ("fish", "fish"),
    ("fishermen", "fisherman"),
    ("geese", "goose"),
    ("halves", "half"),
    ("knives", "knife"),
    ("leaves", "leaf"),
    ("lives", "life"),
    ("men", "man"),
    ("mice", "mouse"),
    ("passers-by", "passer-by"),
    ("people", "people"),
    ("personnel", "personnel"),
    ("police", "police"),
    ("salmon", "salmon"),
    ("series", "series"),
    ("servicemen", "serviceman"),
    ("sheep", "sheep"),
    ("shelves", "shelf"),
    ("spacecraft", "spacecraft"),
    ("species", "species"),
    ("staff", "staff"),
    ("teeth", "tooth"),
    ("thieves", "thief"),
    ("wives", "wife"),
    ("wolves", "wolf"),
    ("women", "woman"),
];
/// Words in -s that are no plural, sorted.
const NO_PLURALS: &[&str] = &[
    "afterwards",
    "always",
    "basis",
    "besides",
    "bus",
    "business",
    "gas",
    "hers",
    "indoors",
    "less",
    "news",
    "ours",
    "outdoors",
    "overseas",
    "perhaps",
    "plus",
    "sometimes",
    "theirs",
    "thus",
    "upstairs",
    "versus",
    "whereas",
    "yours",
];

/// Whether a word, in lower case, is a plural noun by its form.
pub(super) fn is_plural(lower: &str) -> bool {
    if PLURALS.binary_search_by(|(word, _)| (*word).cmp(lower)).is_ok() {
        return true;
    }
    lower.len() > 2
        && lower.ends_with('s')
        && !(lower.ends_with("ss") || lower.ends_with("us") || lower.ends_with("is"))
        && NO_PLURALS.binary_search(&lower).is_err()
}

/// A noun in the singular; capitals stay.
pub(in crate::extract) fn singular(word: &str) -> String {
    let lower = word.to_ascii_lowercase();
    if let Ok(i) = PLURALS.binary_search_by(|(plural, _)| (*plural).cmp(lower.as_str())) {
        return PLURALS[i].1.to_owned();
    }
    if !is_plural(&lower) {
        return word.to_owned();
    }
    let swap = |suffix: &str, with: &str| word.strip_suffix(suffix).map(|stem| format!("{stem}{with}"));
    let hissing = ["ches", "shes", "xes", "sses", "zzes", "oes"].iter().any(|end| lower.ends_with(end));
    let shoes = lower.ends_with("shoes") || lower.ends_with("toes") && lower.len() < 6;
    (lower.ends_with("ies") && lower.len() > 4)
        .then(|| swap("ies", "y"))
        .flatten()
        .or_else(|| (hissing && !shoes).then(|| swap("es", "")).flatten())
        .or_else(|| swap("s", ""))
        .unwrap_or_else(|| word.to_owned())
}

/// Reads the things counted after a bare number.
pub(super) fn read(reader: &Reader<'_>, amount: &mut Amount) {
    let text = reader.text;
    let end = amount.number.end;
    let hyphen = reader.past_hyphen(end);
    if hyphen > end {
        adjective(reader, amount, hyphen);
        return;
    }
    let mut first = end;
    // "14 of the 30 members" is about members; "14 of them" is about nothing the words name.
    if text.lower(end) == "of" {
        if !matches!(text.lower(end + 1), "the" | "its" | "their" | "his" | "her" | "our" | "those" | "these" | "all") {
            if amount.form != crate::text::number::Form::Vague {
                return;
            }
            first = end + 1;
        } else {
            first = end + 2;
        }
        if text.tokens().get(first).is_some_and(|t| t.kind == TokenKind::Number) {
            return;
        }
    }
    while EMPTY.binary_search(&text.lower(first)).is_ok() {
        first += 1;
    }
    let Some(phrase) = phrase(reader, first, amount.low.abs() == 1.0) else { return };
    let last = phrase.head;
    if let Some((unit, _)) = reader.lists.unit_words.at(text, last)
        && last > first
        && amount.form != crate::text::number::Form::Fraction
    {
        // "517 rushing yards" are yards.
        amount.of = Of::Unit(unit);
        amount.low *= reader.lists.units[unit].factor;
        amount.high *= reader.lists.units[unit].factor;
        amount.certainty = amount.certainty.max(Certainty::Likely);
    } else {
        let mut noun = text.slice(text.span_of(first..last)).replace('\n', " ");
        if !noun.is_empty() && reader.space_before(last) {
            noun.push(' ');
        }
        noun.push_str(&singular(text.word(last)));
        amount.of = Of::Things(noun);
        amount.certainty = amount.certainty.max(phrase.certainty);
    }
    if text.lower(end) != "of" || amount.form == crate::text::number::Form::Vague {
        amount.tokens.end = last + 1;
    }
    amount.say(format!("“{}” after the number is what is counted", text.word(last)));
}

/// "three-course meal", "four-cylinder": the word after the hyphen.
fn adjective(reader: &Reader<'_>, amount: &mut Amount, at: usize) {
    let text = reader.text;
    let word = text.lower(at);
    let is_noun = text.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Word)
        && STOP.binary_search(&word).is_err()
        && !word.ends_with("ed")
        && !word.ends_with("ing");
    if !is_noun {
        return;
    }
    amount.of = Of::Things(singular(text.word(at)));
    amount.tokens.end = at + 1;
    amount.certainty = Certainty::Likely;
    amount.say(format!("“{}” joined to the number is what is counted", text.word(at)));
}

struct Phrase {
    /// The token of the noun itself.
    head: usize,
    certainty: Certainty,
}

/// The noun phrase that starts at token `first`.
fn phrase(reader: &Reader<'_>, first: usize, one: bool) -> Option<Phrase> {
    let text = reader.text;
    let limit = reader.sentence_of(first).end.min(first + 7);
    let mut at = first;
    let mut head = None;
    let mut last_word = None;
    while at < limit {
        let lower = text.lower(at);
        match text.tokens()[at].kind {
            TokenKind::Word if lower.starts_with(is_apostrophe) => break,
            TokenKind::Word => {
                if STOP.binary_search(&lower).is_ok() || (head.is_some() && !is_plural(lower)) {
                    break;
                }
                if lower.ends_with("ly") && head.is_none() && !matches!(lower, "family" | "early" | "daily" | "only") {
                    // "nine newly built ships" goes on, "nine finally" ends.
                    at += 1;
                    continue;
                }
                last_word = Some(at);
                if is_plural(lower) {
                    head = Some(at);
                }
            }
            TokenKind::Mark if text.word(at) == "-" && !reader.space_before(at) && at > first => {}
            // "two new 737 Max jets": a number inside a name.
            TokenKind::Number
                if at > first
                    && head.is_none()
                    && text.tokens().get(at + 1).is_some_and(|t| t.kind == TokenKind::Word && t.space_before)
                    && STOP.binary_search(&text.lower(at + 1)).is_err()
                    && capital(text.word(at - 1)) | capital(text.word(at + 1)) => {}
            _ => break,
        }
        at += 1;
    }
    let possessive = |head: usize| text.word(head + 1).starts_with(is_apostrophe);
    if let Some(head) = head.filter(|&h| !one && !possessive(h)) {
        return Some(Phrase { head, certainty: Certainty::Sure });
    }
    let last = last_word?;
    if one {
        let short = last < first + 4 && !text.lower(last).ends_with("ing");
        return short.then_some(Phrase { head: last, certainty: Certainty::Likely });
    }
    // "12 page document", "11 member trade agreement": the noun that the number makes an adjective.
    let lower = text.lower(first);
    let noun = last > first && text.word(first).chars().all(char::is_lowercase) && lower.len() > 2;
    let no_verb = !(lower.ends_with("ed") || lower.ends_with("ing") || lower.ends_with("ly"));
    (noun && no_verb && head.is_none() && !text.word(first + 1).starts_with('-'))
        .then_some(Phrase { head: first, certainty: Certainty::Unsure })
}

fn capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{EMPTY, NO_PLURALS, PLURALS, STOP, singular};

    fn check(plural: &str, expected: &str) {
        assert_eq!(singular(plural), expected);
    }

    #[test]
    fn singulars() {
        check("tankers", "tanker");
        check("countries", "country");
        check("branches", "branch");
        check("women", "woman");
        check("people", "people");
        check("heroes", "hero");
        check("shoes", "shoe");
        check("bus", "bus");
        check("gas", "gas");
        check("EVs", "EV");
    }

    #[test]
    fn tables_are_sorted() {
        let sorted = |words: &[&str]| words.windows(2).all(|w| w[0] < w[1]);
        assert!(sorted(EMPTY) && sorted(NO_PLURALS));
        assert!(PLURALS.windows(2).all(|w| w[0].0 < w[1].0));
        assert_eq!(STOP.windows(2).find(|w| w[0] >= w[1]), None);
    }
}
