//! Headlines and lines in capitals: what their words name, the sentences of the article tell.
//!
//! "Modi Meets Envoy" over "Prime Minister Narendra Modi met ..." names the same person, and so does "MODI MEETS ENVOY".
//! Where every word has a capital the model knows least; the sentences below it are sure.

use super::{Found, Page, insert};
use crate::extract::tagger::words::Style;
use crate::record::{Certainty, EntityKind};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A name is followed into a headline up to so many words.
const LONGEST: usize = 6;

/// What the sentences of the article name with some words, which headlines may repeat.
#[derive(Clone, Copy)]
struct Told {
    kind: EntityKind,
    /// Whether other sentences name another kind with the same words.
    disputed: bool,
}

/// Gives the names of headlines the kinds and the ends that the sentences below tell, and finds those that were missed.
pub(super) fn follow(page: &Page<'_>, names: &mut Vec<Found>) {
    let styled = |n: usize| page.words.styles.get(n).is_some_and(|style| *style != Style::Plain);
    let sentences = page.text.sentences();
    if !(0..sentences.len()).any(styled) {
        return;
    }
    let mut told: FxHashMap<&str, Told> = FxHashMap::default();
    for name in names.iter() {
        let span = page.text.span_of(name.tokens.clone());
        if name.certainty == Certainty::Unsure || styled(page.text.sentence_at(span.start)) || !is_kept(name.kind) {
            continue;
        }
        let mut tell = |tokens: Range<usize>| {
            let words = page.text.lower_slice(page.text.span_of(tokens));
            let entry = told.entry(words).or_insert(Told { kind: name.kind, disputed: false });
            entry.disputed |= entry.kind != name.kind;
        };
        tell(name.tokens.clone());
        if name.kind == EntityKind::Person && name.tokens.len() > 1 {
            tell(name.tokens.end - 1..name.tokens.end);
        }
    }
    for sentence in (0..sentences.len()).filter(|&n| styled(n)).map(|n| sentences[n].tokens.clone()) {
        let mut i = sentence.start;
        while i < sentence.end {
            let fits = |len: &usize| {
                let tokens = i..i + len;
                let words = page.text.lower_slice(page.text.span_of(tokens.clone()));
                tokens.end <= sentence.end && is_capital(page, i) && told.get(words).is_some_and(|told| !told.disputed)
            };
            let Some(len) = (1..=LONGEST).rev().find(fits) else {
                i += 1;
                continue;
            };
            let tokens = i..i + len;
            let kind = told[page.text.lower_slice(page.text.span_of(tokens.clone()))].kind;
            set(names, tokens, kind);
            i += len;
        }
    }
}

/// Makes these tokens a name of this kind, unless they are part of a longer name or already so.
fn set(names: &mut Vec<Found>, tokens: Range<usize>, kind: EntityKind) {
    let longer = |name: &Found| name.tokens.start <= tokens.start && tokens.end <= name.tokens.end;
    if names.iter().any(|name| longer(name) && (name.tokens != tokens || name.kind == kind)) {
        return;
    }
    names.retain(|name| name.tokens.end <= tokens.start || tokens.end <= name.tokens.start);
    let because = "named in the sentences of this article".to_owned();
    insert(names, Found { tokens, kind, certainty: Certainty::Likely, because });
}

/// Whether names of this kind are followed: they are names in any company.
fn is_kept(kind: EntityKind) -> bool {
    use EntityKind::{Group, Organization, Person, Place};
    matches!(kind, Person | Organization | Place | Group)
}

fn is_capital(page: &Page<'_>, i: usize) -> bool {
    page.text.word(i).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn headlines_follow_the_article() {
        check("Falke Wins Prize In Contest\n\nMaria Falke won the prize.", &["person Falke", "person Maria Falke"]);
        check("FALKE WINS PRIZE IN CONTEST\n\nMaria Falke won the prize.", &["person FALKE", "person Maria Falke"]);
    }
}
