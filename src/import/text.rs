//! Plain text. A short first line with text after it is the title; lines of byline, publisher and date under it are
//! told apart from the story.
//!
//! Finds the day in "October 30, 2025" under the title, in "The Harbour Gazette, 3 February 2026", and in a dateline
//! with a year ("OSLO, Oct. 30, 2025 — ..."). Does not take a date from the story itself.

use super::date;
use super::{Draft, Refusal};

/// Longest line that can be a title or stand in the head of an article, in characters.
const LONGEST_HEAD: usize = 140;
/// How many lines of head may follow a title.
const HEAD_LINES: usize = 4;
/// How far a dateline may reach into the first paragraph, in characters.
const DATELINE: usize = 80;

/// Reads a plain text.
#[expect(clippy::unnecessary_wraps, reason = "every format is read by a function of this type")]
pub(super) fn read(text: &str) -> Result<Draft, Refusal> {
    let mut draft = Draft::default();
    let mut rest = text.trim_matches('\n');
    if let Some((line, below)) = split_line(rest)
        && is_title(line)
        && !below.trim().is_empty()
    {
        draft.title = Some(line.trim().to_owned());
        rest = below;
    }
    if draft.title.is_some() {
        rest = head(rest, &mut draft);
    }
    if draft.published.is_none() {
        draft.published = dateline(rest);
    }
    draft.text = rest.trim_matches('\n').trim_end().to_owned();
    Ok(draft)
}

/// Takes byline, publisher and date off the lines under a title, up to the last of them; anything else ends the head.
pub(super) fn head<'a>(text: &'a str, draft: &mut Draft) -> &'a str {
    let mut story = text;
    let mut rest = text;
    let mut publisher: Option<String> = None;
    for _ in 0..HEAD_LINES {
        let Some((line, below)) = split_line(rest.trim_start_matches('\n')) else { break };
        let line = line.trim().trim_matches(['*', '_']).trim();
        if line.chars().count() > LONGEST_HEAD || line.ends_with(['!', '?', ':', ';']) {
            break;
        }
        let dated = dated_line(line);
        if let Some((date, beside)) = dated.as_ref().filter(|_| draft.published.is_none()) {
            draft.published = Some(date.clone());
            publisher = publisher.or_else(|| beside.clone());
            story = below;
        } else if let Some(by) = line.strip_prefix("By ").or_else(|| line.strip_prefix("by ")) {
            publisher = publisher.or_else(|| by.rsplit_once(", ").map(|(_, publisher)| publisher.to_owned()));
            story = below;
        } else if publisher.is_none() && !line.ends_with('.') {
            // It is the publisher only when a date follows.
            publisher = Some(line.to_owned());
        } else {
            break;
        }
        rest = below;
    }
    if story.len() < text.len()
        && let Some(publisher) = publisher
        && !text_holds_line(story, &publisher)
    {
        draft.source = publisher;
    }
    story
}

/// The day of a head line, and what else stands on it: "The Harbour Gazette, 3 February 2026".
fn dated_line(line: &str) -> Option<(String, Option<String>)> {
    if let Some(date) = date::alone(line) {
        return Some((date.to_string(), None));
    }
    let parts = [" | ", " · ", " — ", " – ", ", "];
    parts.into_iter().flat_map(|mark| line.match_indices(mark).map(|(at, mark)| (at, mark.len()))).find_map(
        |(at, n)| {
            let (before, after) = (line.get(..at)?, line.get(at + n..)?);
            let beside = |words: &str| Some(words.strip_prefix("By ").unwrap_or(words).trim().to_owned());
            if let Some(date) = date::alone(after) {
                return Some((date.to_string(), beside(before)));
            }
            date::alone(before).map(|date| (date.to_string(), beside(after)))
        },
    )
}

/// The day in "OSLO, Oct. 30, 2025 (Wire) — ...".
pub(super) fn dateline(text: &str) -> Option<String> {
    let start: String = text.trim_start().chars().take(DATELINE).collect();
    let line = start.lines().next()?;
    let (before, _) = ["—", "–", " - ", "--"].iter().find_map(|dash| line.split_once(dash))?;
    date::iso(before)
}

/// Whether a line reads like a title: short, and no sentence.
fn is_title(line: &str) -> bool {
    let line = line.trim();
    let count = line.chars().count();
    (1..=LONGEST_HEAD).contains(&count) && !line.ends_with(['.', ':', ';', ',']) && date::alone(line).is_none()
}

/// The first line, and what comes after it; nothing for an empty text.
fn split_line(text: &str) -> Option<(&str, &str)> {
    (!text.is_empty()).then(|| text.split_once('\n').unwrap_or((text, "")))
}

fn text_holds_line(text: &str, line: &str) -> bool {
    text.lines().take(HEAD_LINES).any(|other| other.trim() == line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, title: &str, published: &str, source: &str, start: &str) {
        let draft = read(text).unwrap();
        let found = (draft.title.unwrap_or_default(), draft.published.unwrap_or_default(), draft.source);
        assert_eq!(found, (title.to_owned(), published.to_owned(), source.to_owned()), "{text}");
        assert!(draft.text.starts_with(start), "{:?}", draft.text);
    }

    #[test]
    fn titles_with_heads() {
        check(
            "Barley flows again\n\nBy Ida Berg, The Quay Post\nNovember 12, 2025\n\nOSLO — Ships left.",
            "Barley flows again",
            "2025-11-12",
            "The Quay Post",
            "OSLO",
        );
        check("Barley\nThe Quay Post, 3 February 2026\nShips left.", "Barley", "2026-02-03", "The Quay Post", "Ships");
        check("Barley\nThe Quay Post\n2025-11-12\n\nShips left.", "Barley", "2025-11-12", "The Quay Post", "Ships");
        check("Barley\nPublished Nov. 12, 2025 | Quay Wire\nShips left.", "Barley", "2025-11-12", "Quay Wire", "Ships");
    }

    #[test]
    fn titles_without_heads() {
        check("Barley flows again\n\nShips left on Friday.", "Barley flows again", "", "", "Ships");
        check("Barley\n\nWhat changed\n\nShips left.", "Barley", "", "", "What changed");
        check("Barley\nIt was signed on May 3, 2025 in Oslo.\nMore.", "Barley", "", "", "It was signed");
    }

    #[test]
    fn stories_without_titles() {
        check("Ships left the harbour on Friday.\nMore left on Monday.", "", "", "", "Ships");
        check("Barley", "", "", "", "Barley");
        check("", "", "", "", "");
    }

    #[test]
    fn datelines_need_a_year() {
        check("OSLO, Oct. 30, 2025 (Wire) — Ships left.\nMore.", "", "2025-10-30", "", "OSLO");
        check("OSLO, Oct. 30 — Ships left.\nMore.", "", "", "", "OSLO");
    }
}
