//! The one door of the tests of this folder: a text in, its times out.

use super::lists::TimeLists;
use crate::record::{Time, TimeKind};
use crate::text::Text;
use jiff::civil::Date;
use std::sync::LazyLock;

static LISTS: LazyLock<TimeLists> = LazyLock::new(TimeLists::builtin);

/// The times of a text that was published on Thursday, 2025-10-30.
pub(super) fn times(text: &str) -> Vec<(String, Time)> {
    read(text, Some(Date::constant(2025, 10, 30)))
}

/// The times of a text, each with its words.
pub(super) fn read(text: &str, published: Option<Date>) -> Vec<(String, Time)> {
    let text = Text::new(text);
    super::find(&text, &LISTS, published).into_iter().map(|t| (text.slice(t.span).to_owned(), t)).collect()
}

/// Checks words and values: "next year = 2026; May = 2025-05". An open value is "?".
pub(super) fn check(text: &str, expected: &str) {
    assert_eq!(told(&times(text)), expected, "in {text:?}");
}

/// The same without a published day.
pub(super) fn check_undated(text: &str, expected: &str) {
    assert_eq!(told(&read(text, None)), expected, "in {text:?}");
}

/// Checks that all times of a text are of one kind.
pub(super) fn check_kind(text: &str, kind: TimeKind) {
    let found = times(text);
    assert!(!found.is_empty() && found.iter().all(|(_, t)| t.kind == kind), "in {text:?}: {found:?}");
}

fn told(times: &[(String, Time)]) -> String {
    let one = |(words, time): &(String, Time)| format!("{words} = {}", time.value.as_deref().unwrap_or("?"));
    times.iter().map(one).collect::<Vec<_>>().join("; ")
}
