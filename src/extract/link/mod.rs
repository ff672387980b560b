//! Links mentions to entities: who and what is named, each once.

mod referent;

pub use referent::{Referent, referent};

use super::Reading;

/// Joins the mentions of one thing into an entity.
pub(super) fn run(_reading: &mut Reading<'_>) {}
