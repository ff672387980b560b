//! Links mentions to entities: who and what is named, each once.
//!
//! Finds which mentions name one person, organisation, country, place or good, and says why; seats of government that act
//! ("Beijing said"); offices of people; and what pronouns and descriptions refer to. Does not read the world: two names are
//! one only where the article or a list says so.
//!
//! ```text
//! US President Donald Trump ... Trump ... He     -> e1, role "US President"
//! Chinese goods ... China ... Beijing said       -> e2 China
//! ```

mod cluster;
mod description;
mod entity;
mod form;
mod lists;
mod metonym;
mod person;
pub mod phrase;
mod pronoun;
mod referent;
mod thing;
mod title;
pub mod verbs;

pub use lists::{Gender, LinkLists};
pub use referent::{Referent, owner, referent};

use super::Reading;
use super::quote::marks;
use crate::record::StandsFor;

/// Joins the mentions of one thing into an entity, and reads what other words refer to it.
pub(super) fn run(reading: &mut Reading<'_>) {
    let (text, lists) = (reading.text, &reading.lists.link);
    reading.record.mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
    let (clusters, acting) = cluster::clusters(text, lists, &reading.record.mentions);
    for (mention, why) in reading.record.mentions.iter_mut().zip(acting) {
        if let Some(why) = why {
            mention.stands_for = Some(StandsFor::Government);
            mention.because = format!("{}; {why}", mention.because);
        }
    }
    let genders = entity::fill(text, lists, &clusters, &mut reading.record);
    let quoted = marks::quoted(text);
    reading.referents = pronoun::referents(text, lists, &reading.lists.quote, &reading.record, &genders, &quoted);
}
