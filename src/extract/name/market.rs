//! Companies that the words of markets tell: what has shares, analysts, subsidiaries, a chief executive.
//!
//! "Shares in Cleveland-Cliffs rose", "analysts at Jefferies", "a subsidiary of Hanwha Ocean" and "Vale's shareholders"
//! name companies, whatever the model took them for, and so does what only they do: "Orsk, which makes tyres", "Orsk,
//! owner of two mills". Towns and countries have stocks and analysts, too, so what the
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
const PARTS: &[&str] = &["subsidiary", "subsidiaries", "affiliate", "unit", "ceo", "cfo"];
/// What a company's name or possessive stands before.
const OWNED: &[&str] = &["shares", "stock", "shareholders", "subsidiary", "subsidiaries", "ceo", "cfo"];
/// What only a company's possessive stands before: a person may have a stock of something.
const CHIEF: &[&str] = &["executive", "financial", "operating"];
/// The parts of a year of which only a company tells results.
const PARTS_OF_YEAR: &[&str] = &["half", "full", "first", "second", "third", "fourth"];
/// The results of a part of a year.
const RESULTS: &[&str] =
    &["profit", "profits", "results", "earnings", "revenue", "revenues", "sales", "loss", "losses", "income"];
/// What a company does, after ", which".
const BUSINESS: &[&str] = &[
    "makes",
    "manufactures",
    "sells",
    "owns",
    "operates",
    "employs",
    "runs",
    "builds",
    "supplies",
    "markets",
    "publishes",
    "distributes",
    "ships",
    "brews",
    "distils",
    "distills",
    "mills",
    "refines",
    "processes",
    "licenses",
    "leases",
];
/// What a company is called without an article, before "of".
const ROLES: &[&str] =
    &["maker", "makers", "owner", "owners", "operator", "parent", "manufacturer", "producer", "publisher"];

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
        "at" | "with" => STAFF.contains(&low),
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
    // "X's quarterly loss", "X's third-quarter net profit".
    let part = PARTS_OF_YEAR.contains(&lower(noun)) && lower(noun + 1) == "-";
    let told = noun + if part { 3 } else { 1 };
    let results = noun > tokens.end
        && (part || lower(noun) == "quarterly")
        && (told..told + 2).any(|i| RESULTS.contains(&lower(i)));
    (chief || results || OWNED.contains(&lower(noun)) && !verb).then_some(noun).or_else(|| business(page, tokens))
}

/// The verb in "X, which makes ..." and the noun in "X, owner of ...".
fn business(page: &Page<'_>, tokens: &Range<usize>) -> Option<usize> {
    let at = tokens.end;
    // "the plant in Orsk, which makes tyres": then the plant does.
    let within =
        tokens.start.checked_sub(1).is_some_and(|i| matches!(page.text.lower(i), "in" | "at" | "near" | "of" | "on"));
    if page.text.word(at) != "," || page.text.tokens().len() < at + 3 {
        return None;
    }
    let (first, second) = (page.text.lower(at + 1), page.text.lower(at + 2));
    let role = ROLES.contains(&first) && second == "of";
    let does = first == "which" && BUSINESS.contains(&second) && !within;
    if role { Some(at + 1) } else { does.then_some(at + 2) }
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
        check("Vestrick, which makes tyres, said so.", &["organization Vestrick"]);
        check("Bellamy Marsh, owner of two mills, said so.", &["organization Bellamy Marsh"]);
        check("Vestrick's third-quarter profit fell.", &["organization Vestrick"]);
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
        check("Maria Lopez, owner of two mills, said so.", &["person Maria Lopez"]);
        check("Tokyo, which runs the trains, said so.", &["place Tokyo"]);
    }
}
