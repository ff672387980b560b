//! Puts everything in text order.

use super::reading::Reading;

/// Sorts what the extractors found.
pub(super) fn run(reading: &mut Reading<'_>) {
    let record = &mut reading.record;
    record.mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
    record.times.sort_by_key(|t| (t.span.start, std::cmp::Reverse(t.span.end)));
    record.quotes.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
}
