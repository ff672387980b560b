//! An article while it is being read: what is known of it, and what the extractors found so far.

use super::clause::Clauses;
use super::link::Referent;
use super::lists::Lists;
use crate::record::Record;
use crate::text::Text;
use crate::text::number::{self, Number};
use jiff::civil::Date;

/// What is known of an article besides its text.
#[derive(Clone, Debug, Default)]
pub struct Hints {
    /// The day it was published; relative dates stay open without one.
    pub published: Option<Date>,
}

/// An article while it is being read: what is known, and what was found so far.
pub struct Reading<'a> {
    /// The words.
    pub text: &'a Text,
    /// What is known besides the words.
    pub hints: &'a Hints,
    /// The word lists.
    pub lists: &'a Lists,
    /// Every number, read once and shared by all that follow.
    pub numbers: Vec<Number>,
    /// What was found so far.
    pub record: Record,
    /// What the pronouns and descriptions refer to, in text order; `link` fills it.
    pub referents: Vec<Referent>,
    /// Who does what in each sentence; `clause` fills it.
    pub clauses: Clauses,
}

impl<'a> Reading<'a> {
    /// A reading in which the numbers are read and nothing else is found yet.
    pub fn new(text: &'a Text, hints: &'a Hints, lists: &'a Lists) -> Self {
        Self {
            text,
            hints,
            lists,
            numbers: number::read(text),
            record: Record::default(),
            referents: Vec::new(),
            clauses: Clauses::default(),
        }
    }
}
