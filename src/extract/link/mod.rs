//! The link extractor.

use super::Reading;

/// Adds what it finds to the reading.
pub(super) fn run(_reading: &mut Reading<'_>) {}
