//! What holds of every time, however its words are put together.

use super::check::times;
use crate::record::Time;
use jiff::civil::Date;

const FRAMES: &[&str] = &["It fell @.", "It will rise @.", "Let’s meet @.", "Show sales @!", "@", "Sales, @, fell."];
const BOUNDS: &[&str] =
    &["", "on ", "before ", "after ", "since ", "until ", "by ", "no later than ", "within ", "from "];
const EDGES: &[&str] =
    &["", "early ", "late ", "mid-", "the end of ", "the beginning of ", "later ", "the rest of the "];
const DATES: &[&str] = &[
    "March",
    "May 5",
    "5/7/2020",
    "2024",
    "next week",
    "last month",
    "Tuesday",
    "Tuesday the 19th",
    "the 31st",
    "tomorrow",
    "this year",
    "Q3 2025",
    "the third quarter",
    "the last four months of 2021",
    "two weeks ago",
    "three days after May 4",
    "the next three years",
    "2012-13",
    "week 53",
    "June 4-9",
    "March to May",
    "Friday after next",
    "Easter",
    "summer",
];
const CLOCKS: &[&str] = &["", " at 5pm", " at nine thirty", " from 10 to 4", " morning", " before 6 pm", " or later"];

/// Checks one time against its text.
fn check(text: &str, words: &str, time: &Time) {
    assert!(!words.is_empty() && text.contains(words), "{words:?} in {text:?}");
    assert!(!time.because.is_empty(), "{words:?} in {text:?}");
    let days = |from: &Option<String>, to: &Option<String>| {
        let day = |d: &Option<String>| d.as_ref().map(|d| d.parse::<Date>().unwrap());
        if let (Some(from), Some(to)) = (day(from), day(to)) {
            assert!(from <= to, "{words:?} in {text:?}: {from} to {to}");
        }
    };
    days(&time.from, &time.to);
    for reading in &time.readings {
        days(&reading.from, &reading.to);
        assert!(!reading.because.is_empty(), "{words:?} in {text:?}");
    }
    let value = time.value.as_deref().unwrap_or("P1D");
    assert!(value.split('/').count() <= 2 && value != "/", "{value:?} of {words:?}");
    for end in value.split('/').filter(|end| !end.is_empty()) {
        assert!(end.starts_with(['P', 'X', 'F', 'T']) || end.starts_with(|c: char| c.is_ascii_digit()), "{value:?}");
        let day = end.split('T').next().unwrap_or_default();
        assert!(day.len() != 10 || day.contains('X') || day.parse::<Date>().is_ok(), "{value:?} of {words:?}");
    }
}

#[test]
fn every_time_is_sound() {
    for frame in FRAMES {
        for bound in BOUNDS {
            for edge in EDGES {
                for date in DATES {
                    // An edge and a time of day are two ways to part a date; one at a time keeps the test short.
                    for clock in CLOCKS.iter().take(if edge.is_empty() { CLOCKS.len() } else { 1 }) {
                        let text = frame.replace('@', &format!("{bound}{edge}{date}{clock}"));
                        for (words, time) in &times(&text) {
                            check(&text, words, time);
                        }
                    }
                }
            }
        }
    }
}
