//! Which dollar a bare "$" means: "$" in an article from Sydney is most likely the Australian one.
//!
//! It stays the American dollar unless the text says otherwise: "all figures are in Canadian dollars"; a dateline in a
//! country with a dollar of its own ("TORONTO —"), surely where "US$" is written for the American one; or a text of the
//! places of one such country that names nothing American. The last two stay in doubt, and say so. Where "A$" or "C$" is
//! written for the local dollar, or a news agency that does so has written the text, "$" is the American one.

use super::lists::{Coin, FigureLists};
use crate::record::Certainty;
use crate::text::Text;
use memchr::memmem;

/// Which dollar "$" means in a text, how sure that is, and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dollar {
    pub(super) coin: Coin,
    pub(super) certainty: Certainty,
    pub(super) why: &'static str,
}

/// A country with a dollar of its own: its code, the signs and the name that set it apart, the first words of the cities of datelines,
/// and what else names the country.
struct Home {
    code: &'static str,
    signs: &'static [&'static str],
    cities: &'static [&'static str],
    places: &'static [&'static str],
}

const HOMES: &[Home] = &[
    Home {
        code: "AUD",
        signs: &["A$", "AU$", "AUD", "Australian dollars"],
        cities: &["sydney", "melbourne", "brisbane", "perth", "canberra", "adelaide", "hobart", "darwin"],
        places: &["Australia", "Sydney", "Melbourne", "Brisbane", "Canberra", "Queensland"],
    },
    Home {
        code: "CAD",
        signs: &["C$", "CA$", "CAD", "Canadian dollars"],
        cities: &["toronto", "ottawa", "montreal", "vancouver", "calgary", "edmonton", "winnipeg", "halifax"],
        places: &["Canada", "Canadian", "Toronto", "Ottawa", "Montreal", "Vancouver", "Calgary", "Alberta", "Ontario"],
    },
    Home {
        code: "NZD",
        signs: &["NZ$", "NZD", "New Zealand dollars"],
        cities: &["auckland", "wellington", "christchurch"],
        places: &["New Zealand", "Auckland", "Wellington", "Christchurch"],
    },
    Home { code: "HKD", signs: &["HK$", "HKD", "Hong Kong dollars"], cities: &["hong"], places: &["Hong Kong"] },
    Home { code: "SGD", signs: &["S$", "SGD", "Singapore dollars"], cities: &["singapore"], places: &["Singapore"] },
    Home { code: "TWD", signs: &["NT$", "TWD", "Taiwan dollars"], cities: &["taipei"], places: &["Taiwan", "Taipei"] },
];

/// What names the United States or its money.
const AMERICAN: &[&str] =
    &["U.S.", "US ", "US-", "USD", "United States", "America", "Wall Street", "Washington", "New York", "dollar"];
/// Agencies that write a sign of its own for every dollar but the American.
const AGENCIES: &[&str] = &["afp", "ap", "bloomberg", "reuters"];

/// How many bytes of a text say what it is about: a title and a first paragraph.
const LEAD: usize = 600;

/// The dollar of the text, where it says something of it.
pub(super) fn local(text: &Text, lists: &FigureLists) -> Option<Dollar> {
    let whole = text.as_str().as_bytes();
    memchr::memchr(b'$', whole)?;
    let named = |words: &[&str]| words.iter().any(|word| memmem::find(whole, word.as_bytes()).is_some());
    let dollar = |code: &str, certainty, why| lists.coin(code).map(|coin| Dollar { coin, certainty, why });
    if let Some(code) = declared(text) {
        return dollar(code, Certainty::Likely, "The text says in which dollars its amounts are");
    }
    if let Some(home) = dateline(text) {
        if named(&["US$"]) {
            let why = "The dateline and “US$” for the American dollar make “$” the local one";
            return dollar(home.code, Certainty::Likely, why);
        }
        if (0..10).any(|i| AGENCIES.contains(&text.lower(i))) {
            let why = "The agency of the dateline writes “$” for the American dollar only";
            return dollar("USD", Certainty::Likely, why);
        }
        let why = "“$” under this dateline is most likely the local dollar, but may be the American one";
        return (!named(home.signs)).then(|| dollar(home.code, Certainty::Unsure, why))?;
    }
    // Asked first: most texts with a dollar sign name something American, and the places need not be counted.
    if named(AMERICAN) {
        return None;
    }
    let mentions = |home: &&Home| {
        home.places.iter().map(|place| memmem::find_iter(whole, place.as_bytes()).count()).sum::<usize>()
    };
    let mut homes = HOMES.iter().filter(|home| mentions(home) > 0);
    let opens = |home: &&Home| {
        let lead = &whole[..whole.len().min(LEAD)];
        home.places.iter().any(|place| memmem::find(lead, place.as_bytes()).is_some())
    };
    let home = homes.next().filter(|home| mentions(home) > 1 && opens(home) && homes.next().is_none())?;
    let why = "“$” may be the dollar of the one country that the text is about, or the American one";
    (!named(home.signs)).then(|| dollar(home.code, Certainty::Unsure, why))?
}

/// The country of the dateline: "SYDNEY", "Toronto (Reuters) —", "Hong Kong:" where the text begins.
fn dateline(text: &Text) -> Option<&'static Home> {
    let at = (0..3).find(|&i| HOMES.iter().any(|home| home.cities.contains(&text.lower(i))))?;
    let capitals = !text.word(at).chars().any(char::is_lowercase);
    let dash = |i: usize| matches!(text.word(i), "—" | "–" | "-") && text.tokens()[i].space_before;
    let opens = |i: usize| matches!(text.word(i), "(" | ":") && i < at + 3;
    let set_apart = (at + 1..text.tokens().len().min(at + 8)).any(|i| dash(i) || opens(i));
    HOMES.iter().find(|home| (capitals || set_apart && at == 0) && home.cities.contains(&text.lower(at)))
}

/// The dollar that a sentence on the amounts of the text names.
fn declared(text: &Text) -> Option<&'static str> {
    let whole = text.as_str().as_bytes();
    let (at, code) =
        [("in Canadian dollars", "CAD"), ("in Australian dollars", "AUD"), ("in New Zealand dollars", "NZD")]
            .iter()
            .find_map(|(words, code)| memmem::find(whole, words.as_bytes()).map(|at| (at, *code)))?;
    let sentence = text.sentences().get(text.sentence_at(u32::try_from(at).ok()?))?;
    let mut words = sentence.tokens.clone().take(40);
    words.any(|i| matches!(text.lower(i), "figures" | "amounts" | "prices")).then_some(code)
}

#[cfg(test)]
mod tests {
    use crate::extract::{Engine, Hints};
    use crate::record::Certainty::{self, Likely, Sure, Unsure};
    use crate::text::Text;
    use std::sync::LazyLock;

    static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::default);

    fn check(source: &str, expected: &[(&str, Certainty)]) {
        let record = ENGINE.extract(&Text::new(source), &Hints::default());
        let found: Vec<(&str, Certainty)> = record.figures.iter().map(|f| (f.unit.as_str(), f.certainty)).collect();
        assert_eq!(found, expected, "in {source:?}");
    }

    #[test]
    fn a_dateline_makes_it_local() {
        check("SYDNEY — The miner will spend $30 million, it said.", &[("AUD", Unsure)]);
        check("Wellington: The port will spend $30 million, it said.", &[("NZD", Unsure)]);
        check("TORONTO — It will spend $30 million (US$22 million).", &[("CAD", Likely), ("USD", Sure)]);
        check("SYDNEY — It will spend $30 million, or A$45 million.", &[("USD", Sure), ("AUD", Sure)]);
        check("OTTAWA — It cost $30 million, or 41 million Canadian dollars.", &[("USD", Sure), ("CAD", Sure)]);
    }

    #[test]
    fn an_agency_writes_of_american_dollars() {
        check("HONG KONG (Reuters) - The bank will spend $30 million.", &[("USD", Likely)]);
    }

    #[test]
    fn places_make_it_doubtful() {
        check("The Australian miner will spend $30 million near Sydney.", &[("AUD", Unsure)]);
        check("The Australian miner will spend $30 million.", &[("USD", Sure)]);
        check("The Australian miner will spend $30 million near Sydney, as in the U.S. before.", &[("USD", Sure)]);
        check("Canada and Australia will spend $30 million.", &[("USD", Sure)]);
        let late =
            format!("Vietnam will spend $30 million.{} Canada may, too, said Ottawa.", " It may wait.".repeat(50));
        check(&late, &[("USD", Sure)]);
    }

    #[test]
    fn the_text_may_declare_it() {
        check("It sold ore for $30 million. All amounts are in Canadian dollars.", &[("CAD", Likely)]);
    }
}
