//! Datelines: where a report was written, at the head of a paragraph.
//!
//! "BRUSSELS (Reuters) —", "BEIJING, Oct. 30 —", "BERLIN/FRANKFURT, 3 October (Reuters) -" and "KUALA LUMPUR, Malaysia
//! (AP) —" name places. A town stands in capitals and a dash ends the line; "OPINION —" and "NASA —" are no datelines.
//! Towns in small letters ("Brussels (Reuters) —") are left to the model.

use super::{Found, Page, insert};
use crate::extract::tagger::lexicon::{CALENDAR, phrase};
use crate::extract::tagger::word::Caps;
use crate::extract::tagger::words::Style;
use crate::record::{Certainty, EntityKind};
use std::ops::Range;

/// A town and its region have at most so many words.
const LONGEST_TOWN: usize = 4;
/// What stands in brackets after a town has at most so many words.
const LONGEST_AGENCY: usize = 6;

/// Makes the towns of datelines places, whatever they were taken for.
pub(super) fn places(page: &Page<'_>, names: &mut Vec<Found>) {
    for paragraph in page.text.paragraphs() {
        for tokens in towns(page, paragraph.tokens.clone()).unwrap_or_default() {
            names.retain(|name| name.tokens.end <= tokens.start || tokens.end <= name.tokens.start);
            let because = "the place of the dateline".to_owned();
            insert(names, Found { tokens, kind: EntityKind::Place, certainty: Certainty::Sure, because });
        }
    }
}

/// The towns, and the region or country after them, of the dateline that opens a paragraph.
fn towns(page: &Page<'_>, paragraph: Range<usize>) -> Option<Vec<Range<usize>>> {
    let is = |i: usize, marks: &[&str]| i < paragraph.end && marks.contains(&page.text.word(i));
    let (mut towns, mut at) = (Vec::new(), paragraph.start);
    // In a paragraph of capitals a town looks like every other word.
    let sentence = page.text.sentence_at(page.text.tokens().get(at)?.span.start);
    if page.words.styles.get(sentence) == Some(&Style::Shouted) {
        return None;
    }
    loop {
        let end = row(page, at, paragraph.end, |caps| caps == Caps::Upper)?;
        towns.push(at..end);
        at = end + 1;
        if !is(end, &["/"]) {
            at = end;
            break;
        }
    }
    let town = towns.first()?.clone();
    let mut proven = towns.len() > 1;
    while is(at, &[","]) {
        if let Some(end) = date(page, at + 1, paragraph.end) {
            (at, proven) = (end, true);
        } else {
            let end =
                row(page, at + 1, paragraph.end, |caps| !matches!(caps, Caps::Lower | Caps::Mark | Caps::Number))?;
            towns.push(at + 1..end);
            at = end + usize::from(is(end, &["."]));
            proven = true;
        }
    }
    if is(at, &["("]) {
        let limit = paragraph.end.min(at + 2 + LONGEST_AGENCY);
        (at, proven) = ((at + 1..limit).find(|&i| is(i, &[")"]))? + 1, true);
    }
    let dash = is(at, &["—", "–", "--"]) || is(at, &["-"]) && page.text.tokens()[at].space_before;
    (dash && (proven || is_town(page, &town))).then_some(towns)
}

/// The end of a row of words written in this way that starts at a token, hyphens between them included.
fn row(page: &Page<'_>, start: usize, limit: usize, fits: impl Fn(Caps) -> bool) -> Option<usize> {
    let mut end = start;
    while end < limit.min(start + 2 * LONGEST_TOWN) {
        let hyphen = page.text.word(end) == "-" && !page.text.tokens()[end].space_before;
        let stop = page.text.word(end) == "." && end > start && page.text.word(end - 1).len() <= 3;
        if !fits(page.words.get(end).caps) && !(end > start && (hyphen || stop)) {
            break;
        }
        end += 1;
    }
    (end > start).then_some(end)
}

/// The end of a date without a year that starts at a token: "Oct. 30", "3 October", "Monday".
fn date(page: &Page<'_>, start: usize, limit: usize) -> Option<usize> {
    let part = |i: &usize| {
        let word = page.words.get(*i);
        word.flags & CALENDAR != 0 || word.caps == Caps::Number || page.text.word(*i) == "."
    };
    let end = (start..limit).take_while(part).last()? + 1;
    (start..end).any(|i| page.words.get(i).flags & CALENDAR != 0).then_some(end)
}

/// Whether capitals with nothing but a dash after them are a town: listed as a place, or a word that means nothing else.
fn is_town(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let first = page.words.get(tokens.start);
    let listed = |classes: &[u32]| classes.iter().any(|class| first.phrases & (0b1111 << (4 * class)) != 0);
    if listed(&[phrase::COUNTRY, phrase::BIG_CITY, phrase::TOWN, phrase::REGION]) {
        return true;
    }
    let common = tokens.clone().any(|i| matches!(page.words.get(i).case, 1..=3) || page.words.get(i).sense != 0);
    !common && first.phrases == 0 && page.text.word(tokens.start).chars().count() > 4
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn towns_before_a_dash() {
        check("BRUSSELS (Reuters) - Trade talks failed.", &["place BRUSSELS", "organization Reuters"]);
        check("WASHINGTON — Trade talks failed.", &["place WASHINGTON"]);
        check("BRUSSELS/PARIS, Oct. 3 — Trade talks failed.", &["place BRUSSELS", "place PARIS"]);
        check("ARDMORE, Oklahoma — Trade talks failed.", &["place ARDMORE", "place Oklahoma"]);
        check("PORT-AU-PRINCE, Haiti — Trade talks failed.", &["place PORT-AU-PRINCE", "place Haiti"]);
    }

    #[test]
    fn other_words_before_a_dash() {
        check("OPINION — Trade talks failed.", &[]);
        check("NASA — the agency of the sky — grew.", &["organization NASA"]);
    }
}
