//! Who is meant, who said it and what was promised, read from plain sentences by the whole engine.

use readout::extract::{Engine, Hints};
use readout::record::{EntityId, Record, Status};
use readout::text::Text;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::default);

fn read(text: &str) -> (Text, Record) {
    let text = Text::new(text);
    let record = ENGINE.extract(&text, &Hints { published: Some("2026-03-10".parse().unwrap()) });
    (text, record)
}

fn name(record: &Record, id: Option<EntityId>) -> &str {
    id.and_then(|id| record.entity(id)).map_or("nobody", |e| e.name.as_str())
}

/// The names that a text has for the entity of this name.
fn check_names(text: &str, entity: &str, aliases: &[&str]) {
    let (_, record) = read(text);
    let found = record.entities.iter().find(|e| e.name == entity);
    let found: Option<Vec<&str>> = found.map(|e| e.aliases.iter().map(|a| a.text.as_str()).collect());
    assert_eq!(found.as_deref(), Some(aliases), "of {entity} in {text:?}");
    assert!(record.entities.iter().flat_map(|e| &e.aliases).all(|a| !a.why.is_empty()));
}

/// Who says each quotation in marks.
fn check_speakers(text: &str, speakers: &[&str]) {
    let (read, record) = read(text);
    let direct = record.quotes.iter().filter(|q| read.slice(q.span).starts_with(['“', '"', '‘', '«', '—']));
    let found: Vec<&str> = direct.map(|q| name(&record, q.speaker)).collect();
    assert_eq!(found, speakers, "in {text:?}");
    assert!(record.quotes.iter().all(|q| !q.because.is_empty()));
}

/// Actor, action and status of each commitment.
fn check_commitments(text: &str, expected: &[(&str, &str, Status)]) {
    let (_, record) = read(text);
    let found: Vec<(&str, &str, Status)> =
        record.commitments.iter().map(|c| (name(&record, c.actor), c.action.as_str(), c.status)).collect();
    assert_eq!(found, expected, "in {text:?}");
    assert!(record.commitments.iter().all(|c| !c.because.is_empty()));
}

#[test]
fn who_is_meant() {
    check_names(
        "Prime Minister Narendra Rao met envoys. Rao said India would wait. New Delhi signed in May.",
        "Narendra Rao",
        &["Rao"],
    );
    check_names("The Federal Reserve waited. The Fed will meet in May.", "Federal Reserve", &["Fed"]);
    check_names(
        "The International Energy Agency (IEA) met. The IEA cut its view.",
        "International Energy Agency",
        &["IEA"],
    );
    check_names("Beijing said Chinese firms would pay. He flew to Beijing.", "China", &["Beijing", "Chinese"]);
    check_names("The White House agreed. They met at the White House.", "United States", &["White House"]);
    check_names("Delta Air Lines ordered jets. Delta said they would come in May.", "Delta Air Lines", &["Delta"]);
}

#[test]
fn who_said_it() {
    check_speakers(
        "Lena Ortiz, Chile's finance minister, met Tomas Berg on Friday. “We made progress,” she said. “Much remains.”",
        &["Lena Ortiz", "Lena Ortiz"],
    );
    check_speakers(
        "“Prices,” said Hannah Weiss of the Brewers Guild, “will double.”",
        &["Hannah Weiss", "Hannah Weiss"],
    );
    check_speakers("Beijing, for its part, said it would “take all necessary measures”.", &["China"]);
    check_speakers("«We are ready», said Marie Dubois.", &["Marie Dubois"]);
    check_speakers("— We will not sign, said Marie Dubois.", &["Marie Dubois"]);
    check_speakers(
        "“The first is trade.\n\n“The second is peace,” President Ana Silva said.",
        &["Ana Silva", "Ana Silva"],
    );
    check_speakers("“He told me, ‘Never sell in May,’” said Rob Hunt, a trader.", &["Rob Hunt"]);
    check_speakers("The so-called “green corridor” opened. Bob “The Hammer” Kovacs wrote “The Long Wait”.", &[]);
}

#[test]
fn what_was_promised() {
    use Status::{Agreed, Denied, Done, Possible, Promised};
    check_commitments("Peru may impose duties on Chilean copper.", &[("Peru", "impose", Possible)]);
    check_commitments("Peru agreed to lift its ban on salmon.", &[("Peru", "lift", Agreed)]);
    check_commitments("China has since pledged to buy 10 million metric tons.", &[("China", "buy", Promised)]);
    check_commitments("Talks between Peru and Chile ended without an agreement.", &[("nobody", "end", Denied)]);
    check_commitments("Chile has not yet ratified the treaty.", &[("Chile", "ratify", Denied)]);
    check_commitments("Japan denied it had agreed to buy more rice.", &[("Japan", "buy", Denied)]);
    check_commitments("The higher tariff takes effect on April 1.", &[("nobody", "take", Promised)]);
    check_commitments("The additional duties were lifted on Nov. 10.", &[("nobody", "lift", Done)]);
    check_commitments("Japan imported 66 million tonnes of gas in 2025.", &[]);
    check_commitments("If the tariff is lifted, prices will fall.", &[]);
}
