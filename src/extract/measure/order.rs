//! Things that are ordered by verbs which say so only of them: "will take 130 of the planes", "committed to 100 jets",
//! "signed up for 24", "62 of them".
//!
//! A count of vehicles, vessels, craft or cargoes is a purchase behind such a verb, and so is one of what was bought before.

use super::around::{Around, lemma};
use super::choose::{Choice, Told};
use crate::extract::reading::Reading;
use crate::record::FigureKind;
use crate::text::noun::singular;

/// How many figures and sentences back what was bought is still spoken of.
const REACH: usize = 6;
const SENTENCES: u32 = 3;

/// The measure of things that a verb of taking takes.
pub(super) fn by_order(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let figure = around.figure(reading);
    if figure.kind != FigureKind::Count || around.inner.is_some() || !around.left.is_empty() {
        return None;
    }
    let clause = around.verb_left.or(around.clause)?;
    let end = reading.text.tokens_in(figure.span).end;
    if (end..end + 2).any(|i| reading.text.lower(i) == "on" && reading.text.lower(i + 1) == "order") {
        return Some(Choice::new("purchase", Told::Verb(clause), "they are “on order”".to_owned()));
    }
    let verb = lemma(reading, clause);
    let after = reading.clauses.clauses[clause].item < around.item;
    let counted = figure.counted.as_deref().and_then(|c| c.rsplit(' ').next()).map(singular);
    let ordered = counted.as_deref().is_some_and(is_ordered);
    let bought = bought_before(reading, around, counted.as_deref());
    let because = format!("“{}” orders them", reading.text.word(reading.clauses.verbs[clause].main));
    let told = takes(verb) && (ordered || bought) || holds(verb) && bought;
    (after && told).then(|| Choice::new("purchase", Told::Verb(clause), because).likely())
}

/// Verbs by which things are ordered, among other meanings.
fn takes(lemma: &str) -> bool {
    matches!(
        lemma,
        "take"
            | "sign"
            | "commit"
            | "opt"
            | "choose"
            | "pick"
            | "select"
            | "snap"
            | "secure"
            | "contract"
            | "lock"
            | "lease"
    )
}

/// Verbs that tell more of what was bought before.
fn holds(lemma: &str) -> bool {
    matches!(lemma, "get" | "want" | "add" | "be" | "include" | "comprise" | "receive" | "go")
}

/// Things sold one by one and named in deals.
fn is_ordered(noun: &str) -> bool {
    matches!(
        noun,
        "aircraft"
            | "airliner"
            | "airplane"
            | "bus"
            | "cargo"
            | "cargoe"
            | "carrier"
            | "chopper"
            | "dreamliner"
            | "drone"
            | "ferry"
            | "fighter"
            | "freighter"
            | "frigate"
            | "helicopter"
            | "howitzer"
            | "jet"
            | "jetliner"
            | "launcher"
            | "locomotive"
            | "missile"
            | "narrowbody"
            | "plane"
            | "reactor"
            | "satellite"
            | "ship"
            | "submarine"
            | "tank"
            | "tanker"
            | "train"
            | "tram"
            | "turbine"
            | "vessel"
            | "warplane"
            | "warship"
            | "widebody"
            | "widebodie"
    )
}

/// Whether things of the same noun were bought shortly before.
fn bought_before(reading: &Reading<'_>, around: &Around, counted: Option<&str>) -> bool {
    let figures = &reading.record.figures;
    let here = around.figure(reading);
    (around.figure.saturating_sub(REACH)..around.figure).rev().any(|n| {
        let earlier = &figures[n];
        let near = here.sentence.saturating_sub(earlier.sentence);
        let noun = earlier.counted.as_deref().and_then(|c| c.rsplit(' ').next()).map(singular);
        let same = counted.map_or(near <= 1, |c| noun.as_deref() == Some(c));
        near <= SENTENCES && earlier.measure.as_str() == "purchase" && earlier.kind == FigureKind::Count && same
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::{Engine, Hints};
    use crate::text::Text;

    fn check(source: &str, expected: &[&str]) {
        let record = Engine::default().extract(&Text::new(source), &Hints::default());
        let found: Vec<&str> = record.figures.iter().map(|f| f.measure.as_str()).collect();
        assert_eq!(found, expected, "in {source:?}");
    }

    #[test]
    fn things_taken_are_ordered() {
        check("Lufthansa will take 20 jets and Finnair has signed up for 9.", &["purchase", "purchase"]);
        check("Lufthansa committed to 100 planes, and 60 of them are freighters.", &["purchase", "purchase"]);
        check("Lufthansa took 20 pupils to Bonn.", &["count"]);
        check("There are 40 tankers off Malta.", &["count"]);
    }
}
