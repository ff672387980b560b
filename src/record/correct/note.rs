//! The analyst's notes, as the log leaves them: one at most on every mark and on the article.

use super::{Correction, Noted};
use std::collections::BTreeMap;

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The mark it is on; none when it is on the article.
    pub on: Option<Noted>,
    /// What it says.
    pub words: String,
}

/// The notes of an article, in text order, those on the article itself first.
pub fn notes<'a>(log: impl IntoIterator<Item = &'a Correction>) -> Vec<Note> {
    let mut last = BTreeMap::new();
    for correction in log {
        let Correction::SetNote { on, words } = correction else { continue };
        let place = on.as_ref().map(|on| (on.at.span, on.mark));
        match words {
            Some(words) => last.insert(place, Note { on: on.clone(), words: words.clone() }),
            None => last.remove(&place),
        };
    }
    last.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Correction, MarkKind, Noted, Target};
    use super::notes;
    use crate::text::Span;

    /// Notes made in turn, each at a byte or on the article, and what is left of them.
    fn check(made: &[(Option<u32>, Option<&str>)], expected: &[&str]) {
        let noted = |start| Noted {
            mark: MarkKind::Figure,
            at: Target { span: Span::new(start, start + 2), words: "12".to_owned() },
        };
        let log: Vec<Correction> = made
            .iter()
            .map(|(at, words)| Correction::SetNote { on: at.map(noted), words: words.map(str::to_owned) })
            .collect();
        let left: Vec<String> = notes(&log).into_iter().map(|note| note.words).collect();
        assert_eq!(left, expected);
    }

    #[test]
    fn the_last_note_on_a_thing_counts() {
        check(&[(Some(9), Some("b")), (Some(3), Some("a")), (None, Some("all"))], &["all", "a", "b"]);
        check(&[(Some(3), Some("a")), (Some(3), Some("c"))], &["c"]);
        check(&[(Some(3), Some("a")), (Some(3), None), (None, None)], &[]);
        check(&[], &[]);
    }
}
