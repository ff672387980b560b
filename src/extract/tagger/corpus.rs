//! Reads training corpora: one JSON object a line, with a text, the names marked in it, and the scheme of marking.
//!
//! A corpus that does not mark a kind says nothing of it: a token left unmarked by a scheme without groups may still be
//! a group. So each token gets the *set* of tags that its corpus allows, and training picks the best path within it.

use super::tags::{ANY, KINDS, OUTSIDE, TagSet, of_kind, place_of, tag};
use crate::record::EntityKind;
use crate::text::{CodePoints, Span, Text};
use serde::Deserialize;

/// A text with the tags that each of its tokens may have.
#[derive(Debug)]
pub struct Document {
    /// The corpus it is from.
    pub source: String,
    /// Its words.
    pub text: Text,
    /// The marked names whose kind is known: tokens and number of the kind.
    pub names: Vec<(std::ops::Range<usize>, usize)>,
    /// What each token may be.
    pub allowed: Vec<TagSet>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    scheme: String,
    entities: Vec<Marked>,
}

#[derive(Deserialize)]
struct Marked {
    start: u32,
    end: u32,
    label: String,
}

/// The documents of one corpus in `lines`.
///
/// # Errors
/// When a line is no such JSON object.
pub fn read(source: &str, lines: &str) -> serde_json::Result<Vec<Document>> {
    lines.lines().filter(|line| !line.trim().is_empty()).map(|line| document(source, line)).collect()
}

/// The same document in capitals throughout, or with a capital for every longer word; nothing when that would change
/// its tokens.
pub fn restyled(document: &Document, headline: bool) -> Option<Document> {
    let source = document.text.as_str();
    let styled = if headline { with_capitals(&document.text) } else { source.to_ascii_uppercase() };
    let text = Text::new(styled);
    let same = text.tokens().len() == document.text.tokens().len()
        && text.sentences().len() == document.text.sentences().len();
    same.then(|| Document {
        source: document.source.clone(),
        text,
        names: document.names.clone(),
        allowed: document.allowed.clone(),
    })
}

/// A text with a capital for every word that headlines capitalise.
fn with_capitals(text: &Text) -> String {
    let mut styled = String::with_capacity(text.as_str().len());
    let mut at = 0;
    for token in text.tokens() {
        styled.push_str(text.slice(Span::new(at, token.span.start)));
        let word = text.slice(token.span);
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if word.len() > 3 && token.space_before => {
                styled.push(first.to_ascii_uppercase());
                styled.push_str(letters.as_str());
            }
            _ => styled.push_str(word),
        }
        at = token.span.end;
    }
    let rest = u32::try_from(text.as_str().len()).unwrap_or(at);
    styled.push_str(text.slice(Span::new(at, rest)));
    styled
}

fn document(source: &str, line: &str) -> serde_json::Result<Document> {
    let line: Line = serde_json::from_str(line)?;
    let points = CodePoints::new(&line.text);
    let text = Text::new(line.text);
    let unmarked = unmarked(&line.scheme);
    let mut allowed = vec![unmarked; text.tokens().len()];
    let mut names = Vec::new();
    let mut marked = line.entities;
    marked.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
    let mut done = 0;
    for name in marked {
        let span = Span::new(points.to_byte(name.start), points.to_byte(name.end));
        let whole = text.tokens_in(span);
        if whole.is_empty() || whole.start < done {
            continue;
        }
        done = whole.end;
        let tokens = trim(&text, whole.clone());
        let kinds = kinds(&name.label);
        // A name that ends within a token of ours teaches nothing, nor does the handle of an account.
        let handle = [whole.start, whole.start.saturating_sub(1)].iter().any(|&i| text.word(i) == "@");
        let fits = text.span_of(whole.clone()) == span && !handle;
        if !fits || tokens.is_empty() {
            allowed[whole].fill(ANY);
            continue;
        }
        let len = tokens.len();
        for (n, i) in tokens.clone().enumerate() {
            let certain = kinds.len() == 1;
            allowed[i] = kinds
                .iter()
                .fold(if certain { 0 } else { 1 << OUTSIDE }, |set, &kind| set | 1 << tag(kind, place_of(n, len)));
        }
        if let [kind] = kinds[..] {
            names.push((tokens, kind));
        }
    }
    Ok(Document { source: source.to_owned(), text, names, allowed })
}

fn number(kind: EntityKind) -> usize {
    KINDS.iter().position(|&k| k == kind).unwrap_or(0)
}

/// The kinds that a corpus's label may mean; several where it lumps them together.
fn kinds(label: &str) -> Vec<usize> {
    use EntityKind::{Event, Group, Law, Organization, Person, Place, Product, Work};
    let kinds: &[EntityKind] = match label {
        "PERSON" => &[Person],
        "ORG" => &[Organization],
        "PLACE" | "FACILITY" => &[Place],
        "NORP" => &[Group],
        "PRODUCT" => &[Product],
        "EVENT" => &[Event],
        "WORK" => &[Work],
        "LAW" => &[Law],
        _ => &[Group, Product, Event, Work, Law],
    };
    kinds.iter().map(|&kind| number(kind)).collect()
}

/// What a token may be that a corpus of this scheme leaves unmarked: nothing, or a name of a kind it does not mark.
fn unmarked(scheme: &str) -> TagSet {
    use EntityKind::{Event, Group, Law, Product, Work};
    let free: &[EntityKind] = match scheme {
        "uner" | "gum" | "btc" | "re3d" => &[Group, Product, Event, Work, Law],
        "cross" => &[Group, Law, Product],
        "wnut" => &[Group, Event, Law],
        "gmb" => &[Work, Law],
        _ => &[],
    };
    free.iter().fold(1 << OUTSIDE, |set, &kind| set | of_kind(number(kind)))
}

/// A name's tokens without article, quotation marks and possessive: corpora disagree about them.
fn trim(text: &Text, mut tokens: std::ops::Range<usize>) -> std::ops::Range<usize> {
    while tokens.len() > 1 && matches!(text.lower(tokens.start), "the" | "a" | "an" | "\"" | "“" | "'" | "‘" | "(")
    {
        tokens.start += 1;
    }
    while tokens.len() > 1
        && matches!(text.lower(tokens.end - 1), "'s" | "’s" | "\"" | "”" | "'" | "’" | "," | ";" | ":" | ")")
    {
        tokens.end -= 1;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::super::tags::{OUTSIDE, Place, tag};
    use super::{read, restyled};

    const LINE: &str = r#"{"text": "“É”, said the Bank of Oslo.", "scheme": "uner",
        "entities": [{"start": 10, "end": 26, "label": "ORG"}]}"#;

    #[test]
    fn marks_become_sets_of_tags() {
        let document = &read("test", &LINE.replace('\n', "")).unwrap()[0];
        assert_eq!(document.names, [(6..9, 1)], "without the article");
        assert_eq!(document.allowed[6], 1 << tag(1, Place::Begin));
        let unmarked = document.allowed[4];
        assert!(unmarked & (1 << OUTSIDE) != 0, "no name");
        assert!(unmarked & (1 << tag(3, Place::Single)) != 0, "or a group, which the scheme does not mark");
        assert!(unmarked & (1 << tag(0, Place::Single)) == 0, "but no person, which it does");
    }

    #[test]
    fn styles_keep_the_tokens() {
        let document = &read("test", &LINE.replace('\n', "")).unwrap()[0];
        assert_eq!(restyled(document, true).unwrap().text.as_str(), "“É”, Said the Bank of Oslo.");
        assert_eq!(restyled(document, false).unwrap().text.as_str(), "“É”, SAID THE BANK OF OSLO.");
    }
}
