//! The verbs that tell somebody's words, by their forms.

use crate::extract::link::verbs::{Tense, forms};
use crate::extract::table::rows;
use rustc_hash::FxHashMap;

/// How the words stand to the verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// They follow it: "said", "said that".
    Say,
    /// A hearer comes first: "told reporters".
    Tell,
    /// They follow as a clause, and are an opinion as much as a speech: "estimated that".
    Clause,
    /// A thing comes first, then words for it: "called the step ‘illegal’".
    Call,
}

/// A form of a verb of speech.
#[derive(Clone, Debug)]
pub struct Cue {
    /// The verb.
    pub verb: String,
    /// How the words stand to it.
    pub frame: Frame,
    /// What the form tells.
    pub tense: Tense,
    /// The word that must follow, for verbs of two words ("pointed out").
    pub particle: Option<String>,
}

/// All verbs of speech.
#[derive(Debug, Default)]
pub struct SpeechVerbs {
    forms: FxHashMap<String, Vec<Cue>>,
}

impl SpeechVerbs {
    /// The list that comes with the program.
    pub fn builtin() -> Self {
        let mut verbs = Self::default();
        verbs.extend(include_str!("../../../assets/lists/speech_verbs.tsv"));
        verbs
    }

    /// Adds rows of a table, and says how many.
    pub fn extend(&mut self, table: &str) -> usize {
        let mut taken = 0;
        for row in rows(table).filter(|row| !row[0].is_empty()) {
            taken += 1;
            let frame = match row.get(2).copied() {
                Some("tell") => Frame::Tell,
                Some("clause") => Frame::Clause,
                Some("call") => Frame::Call,
                _ => Frame::Say,
            };
            for (form, tense) in forms(row[0], row.get(1).copied().unwrap_or("")) {
                let (head, particle) = match form.split_once(' ') {
                    Some((head, particle)) => (head.to_owned(), Some(particle.to_owned())),
                    None => (form, None),
                };
                let cues = self.forms.entry(head).or_default();
                cues.push(Cue { verb: row[0].to_owned(), frame, tense, particle });
                // The longer verb first, and of equal forms ("read") the past.
                cues.sort_by_key(|cue| (cue.particle.is_none(), cue.tense == Tense::Base));
            }
        }
        taken
    }

    /// The verb of speech that a word in lower case is a form of, given the next word.
    pub fn cue(&self, word: &str, next: &str) -> Option<&Cue> {
        self.forms.get(word)?.iter().find(|cue| cue.particle.as_deref().is_none_or(|particle| particle == next))
    }
}

#[cfg(test)]
mod tests {
    use super::{Frame, SpeechVerbs};

    fn check(word: &str, next: &str, expected: Option<(&str, Frame)>) {
        let verbs = SpeechVerbs::builtin();
        assert_eq!(verbs.cue(word, next).map(|cue| (cue.verb.as_str(), cue.frame)), expected, "for {word:?}");
    }

    #[test]
    fn forms_are_known() {
        check("said", "", Some(("say", Frame::Say)));
        check("pointed", "out", Some(("point out", Frame::Say)));
        check("pointed", "at", None);
        check("telling", "us", Some(("tell", Frame::Tell)));
        check("estimates", "that", Some(("estimate", Frame::Clause)));
        check("dismissed", "it", Some(("dismiss", Frame::Call)));
        check("walked", "", None);
    }
}
