//! Ranks that say a place: "the third-largest economy", "finished second", "in 10th place". "the first time" is none.

use super::amount::{Amount, Of};
use super::{Reader, word};
use crate::text::is_apostrophe;
use crate::text::number::{ends_rank, ordinal};

/// The rank whose last token is `at`, where the words say a place.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Amount> {
    let text = reader.text;
    if !ends_rank(text, at) {
        return None;
    }
    // Back over "twenty-", "two hundred and" and the digits of "21st".
    let start =
        (at.saturating_sub(12)..=at).find(|&start| ordinal(text, start).is_some_and(|(_, end)| end == at + 1))?;
    let (value, end) = ordinal(text, start)?;
    let after = reader.past_hyphen(end);
    let before = start.checked_sub(1).map_or("", |i| text.lower(i));
    let next = text.lower(after);
    let superlative = next.ends_with("est") && next.len() > 4 || matches!(next, "most" | "least" | "best" | "worst");
    let place = matches!(next, "place" | "position" | "spot" | "rank");
    let finished = matches!(before, "finished" | "came" | "placed" | "ranked" | "ranks" | "finishing" | "ranking");
    let sentence = reader.sentence_of(at);
    let alone = sentence.start == start && sentence.end <= end + 1;
    let owned = text.word(end).starts_with(is_apostrophe);
    if !(superlative || place || finished && !owned || alone) {
        return None;
    }
    let mut amount = word::amount(reader, start..end, value);
    amount.of = Of::Rank;
    amount.say("The words say a place in a row");
    Some(amount)
}
