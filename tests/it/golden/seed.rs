//! The first article the program must serve, against a careful human reading of it.

use super::{Score, shared};
use readout::extract::{Engine, Hints};
use readout::record::wire::{self, Document};
use readout::text::Text;
use serde_json::Value;

/// Of what the reading holds, how much must be right at least, in percent.
const FLOORS: [(&str, u32); 5] =
    [("figure ends", 100), ("figure measure", 100), ("time found", 100), ("quote speaker", 100), ("claim found", 90)];

#[test]
fn the_seed_article_reaches_its_floors() {
    let Some(folder) = shared().map(|folder| folder.join("seed")) else {
        println!("skipped: there is no folder of corpora beside the repository");
        return;
    };
    let gold: Value =
        serde_json::from_str(&std::fs::read_to_string(folder.join("article.gold.json")).unwrap()).unwrap();
    let text = Text::new(std::fs::read_to_string(folder.join("article.txt")).unwrap());
    let published = gold["published"].as_str().map(|day| day.parse().unwrap());
    let record = Engine::default().extract(&text, &Hints { published });
    // Through the public format, whose offsets count code points as the human reading does.
    let line = wire::to_json(&Document::default(), &text, &record).unwrap();
    let read: Value = serde_json::from_str(&line).unwrap();
    let mut score = Score::default();
    compare(&mut score, &gold, &read);
    println!("{}", score.check(&FLOORS));
}

fn compare(score: &mut Score, gold: &Value, read: &Value) {
    let list = |of: &Value, what: &str| of[what].as_array().cloned().unwrap_or_default();
    let overlap =
        |a: &Value, b: &Value| a["start"].as_u64() < b["end"].as_u64() && b["start"].as_u64() < a["end"].as_u64();
    let found = |what: &str, wanted: &Value| list(read, what).into_iter().find(|got| overlap(got, wanted));
    let name = |id: &Value| {
        let entity = list(read, "entities").into_iter().find(|e| e["id"] == *id);
        entity.and_then(|e| e["name"].as_str().map(str::to_owned)).unwrap_or_default()
    };
    for wanted in list(gold, "figures") {
        let got = found("figures", &wanted).unwrap_or_default();
        // The human reading writes the number of a bound on both ends.
        let ends = [&got["low"], &got["high"]].into_iter().filter_map(Value::as_f64);
        let right = ends.clone().count() > 0 && ends.into_iter().all(|end| Some(end) == wanted["low"].as_f64());
        score.count("figure ends", right, || format!("{} is {} to {}", wanted["text"], got["low"], got["high"]));
        let right = got["measure"] == wanted["measure"];
        score.count("figure measure", right, || format!("{} is {}", wanted["text"], got["measure"]));
    }
    for wanted in list(gold, "times") {
        score.count("time found", found("times", &wanted).is_some(), || wanted["text"].to_string());
    }
    for wanted in list(gold, "quotes") {
        let got = found("quotes", &wanted).map(|q| name(&q["speaker"])).unwrap_or_default();
        let speaker = wanted["speaker"].as_str().unwrap_or_default();
        score.count("quote speaker", got == speaker, || format!("{} is by “{got}”", wanted["text"]));
    }
    for wanted in list(gold, "claims") {
        score.count("claim found", found("commitments", &wanted).is_some(), || wanted["text"].to_string());
    }
}
