//! Companies that the words of markets tell: what has shares, analysts, subsidiaries, a chief executive.
//!
//! "Shares in Cleveland-Cliffs rose", "analysts at Jefferies", "a subsidiary of Hanwha Ocean" and "Vale's shareholders"
//! name companies, whatever the model took them for. Towns and countries have stocks and analysts, too, so what the
//! lists know as a place only is left alone, as is whoever is named with a first name.

use super::Page;
use crate::extract::tagger::lexicon::{FIRST, phrase};
use crate::extract::tagger::word::Caps;
use std::ops::Range;

/// What one has "in" or "of" a company.
const HOLDINGS: &[&str] = &["shares", "stock", "stake", "stakes", "shareholders", "shareholder"];
/// Who works "at" a company.
const STAFF: &[&str] = &[
    "analyst",
    "analysts",
    "economist",
    "economists",
    "strategist",
    "strategists",
    "trader",
    "traders",
    "executive",
    "executives",
];
/// What is "of" a company.
const PARTS: &[&str] = &["subsidiary", "subsidiaries", "affiliate", "ceo", "cfo"];
/// What a company's name or possessive stands before.
const OWNED: &[&str] = &["shares", "stock", "shareholders", "subsidiary", "subsidiaries", "ceo", "cfo"];
/// What only a company's possessive stands before: a person may have a stock of something.
const CHIEF: &[&str] = &["executive", "financial", "operating"];

/// The word beside a name that makes it a company's.
pub(super) fn word_beside(page: &Page<'_>, tokens: &Range<usize>) -> Option<usize> {
    if is_known_otherwise(page, tokens) {
        return None;
    }
    before(page, tokens).or_else(|| after(page, tokens))
}

/// "shares in X", "analysts at X", "a subsidiary of X", "chief executive of X".
fn before(page: &Page<'_>, tokens: &Range<usize>) -> Option<usize> {
    let noun = tokens.start.checked_sub(2)?;
    let (link, low) = (page.text.lower(noun + 1), page.text.lower(noun));
    let chief = |last: &str| low == last && noun > 0 && page.text.lower(noun - 1) == "chief";
    let fits = match link {
        "in" => HOLDINGS.contains(&low),
        "at" => STAFF.contains(&low),
        "of" => HOLDINGS.contains(&low) || PARTS.contains(&low) || chief("executive"),
        _ => false,
    };
    fits.then_some(noun)
}

/// "X shares", "X's subsidiary", "X's chief executive".
fn after(page: &Page<'_>, tokens: &Range<usize>) -> Option<usize> {
    let lower = |i: usize| if i < page.text.tokens().len() { page.text.lower(i) } else { "" };
    let noun = tokens.end + usize::from(matches!(lower(tokens.end), "'s" | "’s" | "'" | "’"));
    let chief = lower(noun) == "chief" && CHIEF.contains(&lower(noun + 1));
    // "Ford shares a platform with it": then it is a verb.
    let verb =
        matches!(lower(noun + 1), "a" | "an" | "the" | "its" | "his" | "her" | "their" | "with" | "this" | "that");
    (chief || OWNED.contains(&lower(noun)) && !verb).then_some(noun)
}

/// Whether the lists know the name as a place and not as a company, or it begins with a first name.
fn is_known_otherwise(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let first = page.words.get(tokens.start);
    let listed = |class: u32| first.phrases & (0b1001 << (4 * class)) != 0;
    let place =
        [phrase::COUNTRY, phrase::BIG_CITY, phrase::TOWN, phrase::REGION, phrase::GROUP].into_iter().any(listed);
    let person = tokens.len() > 1 && (first.flags & FIRST != 0 || first.caps == Caps::Initial);
    (place || person) && !listed(phrase::COMPANY)
}

/// Whether a name of one word is on the list of companies.
pub(super) fn is_listed(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let first = page.words.get(tokens.start);
    tokens.len() == 1 && first.caps != Caps::Lower && first.phrases & (0b1000 << (4 * phrase::COMPANY)) != 0
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn companies_by_what_they_have() {
        check("Shares in Vestrick-Orne rose.", &["organization Vestrick-Orne"]);
        check("Analysts at Vestrick said so.", &["organization Vestrick"]);
        check("They sold a subsidiary of Bellamy Marsh.", &["organization Bellamy Marsh"]);
    }

    #[test]
    fn listed_companies_with_the_names_of_people() {
        check("A day later Ford put its own bill at up to $1.5bn before tax.", &["organization Ford"]);
        check("President Gerald Ford signed it. Ford had waited.", &["person Gerald Ford", "person Ford"]);
    }

    #[test]
    fn places_and_people_have_them_too() {
        check("Shares in Tokyo rose.", &["place Tokyo"]);
        check("The chief executive of Maria Lopez resigned.", &["person Maria Lopez"]);
    }
}
