//! What stands after a name and a comma: a company's legal form belongs to it, a person's degree to nobody.
//!
//! "Acme, Inc." is one organisation, whatever "Acme" alone was taken for; in "Ana Ruiz, MD, of Oslo" only *Ana Ruiz* and
//! *Oslo* are names. A legal form without a name before it is none.

use super::{Found, Page};
use crate::extract::tagger::lexicon::SUFFIX;
use crate::extract::tagger::word::Caps;
use crate::record::{Certainty, EntityKind};
use std::ops::Range;

/// Degrees, honours and offices that follow a person's name after a comma.
const AFTER_PERSON: &[&str] = &[
    "cbe", "cfa", "cpa", "dds", "dvm", "esq", "frs", "jd", "kbe", "kc", "m.d.", "mba", "mbe", "md", "mep", "mp", "obe",
    "ph.d.", "phd", "qc", "rn",
];

/// Joins legal forms to the names before them, and drops what is no name.
pub(super) fn read(page: &Page<'_>, names: &mut Vec<Found>) {
    let all = std::mem::take(names);
    for name in all {
        let after_comma = name.tokens.start.checked_sub(1).filter(|&i| page.text.word(i) == ",");
        let before = names.last().filter(|before| Some(before.tokens.end) == after_comma);
        let form = (page.words.get(name.tokens.start).caps != Caps::Upper
            || page.text.word(name.tokens.start).contains('.'))
            && name.tokens.clone().all(|i| is_form(page, i) || page.text.word(i) == ".");
        let degree = before.is_some_and(|before| before.kind == EntityKind::Person)
            && AFTER_PERSON.contains(&page.text.lower_slice(page.text.span_of(name.tokens.clone())));
        // The name before took the legal form with it.
        let taken = names.last().is_some_and(|before| before.tokens.end > name.tokens.start);
        if !form && !degree && !taken {
            names.push(with_form(page, name));
        }
    }
}

/// The name with the legal form that follows it after a comma.
fn with_form(page: &Page<'_>, name: Found) -> Found {
    let Range { start, end } = name.tokens;
    // "Edmonton, AB" is a town, "Arden, L.P." is none.
    let bare = |i: usize| page.words.get(i).caps == Caps::Upper && !page.text.word(i).contains('.');
    let may_be = match name.kind {
        EntityKind::Organization | EntityKind::Person | EntityKind::Product => true,
        EntityKind::Place => is_form(page, end + 1) && !bare(end + 1),
        _ => false,
    };
    if page.text.word(end) != "," || !is_form(page, end + 1) || !may_be {
        return name;
    }
    let stop = page.text.word(end + 2) == "." && !page.text.tokens()[end + 2].space_before;
    let closed = stop && page.text.sentences().binary_search_by_key(&(end + 3), |s| s.tokens.end).is_err();
    Found {
        tokens: start..end + 2 + usize::from(closed),
        kind: EntityKind::Organization,
        certainty: Certainty::Sure,
        because: format!("a name before “{}”", page.text.word(end + 1)),
    }
}

/// Whether a token is the short word for a company's legal form ("Inc", "L.P.", "Ltd").
fn is_form(page: &Page<'_>, i: usize) -> bool {
    let word = page.text.word(i);
    let short = word.chars().count() <= 4 || word.contains('.');
    short && i < page.text.tokens().len() && {
        let word = page.words.get(i);
        word.flags & SUFFIX != 0 && matches!(word.caps, Caps::Title | Caps::Upper | Caps::Mixed)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn legal_forms_and_degrees() {
        check("They joined Orchid Atlantic, Inc. and left.", &["organization Orchid Atlantic, Inc."]);
        check("They joined Orchid Atlantic, L.P. in Oslo.", &["organization Orchid Atlantic, L.P.", "place Oslo"]);
        check("Maria Lopez, MD, spoke in Oslo.", &["person Maria Lopez", "place Oslo"]);
    }
}
