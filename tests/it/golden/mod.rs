//! The sample articles and the seed article against what a careful reader finds in them.
//!
//! The labels are the truth, written by hand and never by the program; the floors are what the program reached when
//! they were last raised, so that a loss shows at once. `-` in a label is not judged.

mod people;
mod seed;
mod suites;

use readout::extract::{Engine, Hints};
use readout::import;
use readout::record::{EntityId, Record};
use readout::text::{Span, Text};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Of what is judged, how much must be right at least, in percent.
const FLOORS: [(&str, u32); 12] = [
    ("figure found", 95),
    ("figure right", 95),
    ("figure ends", 95),
    ("figure unit", 90),
    ("figure measure", 80),
    ("figure actor", 75),
    ("figure status", 70),
    ("time found", 95),
    ("time value", 90),
    ("quote speaker", 90),
    ("commitment status", 50),
    ("name kind", 95),
];

const SAMPLES: [(&str, &str); 3] = [
    ("soybeans.txt", include_str!("soybeans.tsv")),
    ("salmon.txt", include_str!("salmon.tsv")),
    ("steel.md", include_str!("steel.tsv")),
];

/// Counts of right and judged, and what was wrong.
#[derive(Default)]
struct Score {
    counts: BTreeMap<&'static str, (u32, u32)>,
    wrong: String,
}

impl Score {
    fn count(&mut self, what: &'static str, right: bool, why: impl Fn() -> String) {
        let (good, all) = self.counts.entry(what).or_default();
        *all += 1;
        *good += u32::from(right);
        if !right {
            writeln!(self.wrong, "  {what}: {}", why()).unwrap();
        }
    }

    /// Tells all scores and what was wrong; fails when a floor is not reached.
    fn check(&self, floors: &[(&str, u32)]) -> String {
        let mut below = String::new();
        let mut table = String::new();
        for &(what, floor) in floors {
            let (good, all) = self.counts.get(what).copied().unwrap_or_default();
            let percent = good * 100 / all.max(1);
            writeln!(table, "{what}: {good} of {all} = {percent}% (floor {floor})").unwrap();
            if percent < floor {
                writeln!(below, "{what} is at {percent}%, below its floor of {floor}%").unwrap();
            }
        }
        assert!(below.is_empty(), "{below}{}", self.wrong);
        table + &self.wrong
    }
}

#[test]
fn samples_reach_their_floors() {
    let mut score = Score::default();
    for (file, labels) in SAMPLES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples").join(file);
        let draft = import::file(&path).unwrap();
        let published = draft.published.map(|day| day.parse().unwrap());
        let text = Text::new(draft.text);
        let record = Engine::default().extract(&text, &Hints { published });
        judge(&mut score, &Sample { file, text: &text, record: &record }, labels);
    }
    println!("{}", score.check(&FLOORS));
}

/// One article, read.
struct Sample<'a> {
    file: &'a str,
    text: &'a Text,
    record: &'a Record,
}

impl Sample<'_> {
    fn name(&self, id: Option<EntityId>) -> &str {
        id.and_then(|id| self.record.entity(id)).map_or("nobody", |e| e.name.as_str())
    }

    /// Where some words stand, at or after `from`.
    fn find(&self, words: &str, from: usize) -> Span {
        let text = self.text.as_str();
        let at = text.get(from..).and_then(|rest| rest.find(words)).map(|at| at + from).or_else(|| text.find(words));
        let at = at.unwrap_or_else(|| panic!("{} does not say “{words}”", self.file));
        Span::new(u32::try_from(at).unwrap(), u32::try_from(at + words.len()).unwrap())
    }
}

/// Compares a reading with its labels.
fn judge(score: &mut Score, sample: &Sample<'_>, labels: &str) {
    let record = sample.record;
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    let mut known = vec![false; record.figures.len()];
    for line in labels.lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [sort, words, rest @ ..] = fields.as_slice() else { panic!("“{line}” is no label") };
        let span = sample.find(words, last.get(sort).copied().unwrap_or_default());
        last.insert(sort, span.start as usize + 1);
        let told = |what: &str| format!("{}: “{words}” {what}", sample.file);
        match *sort {
            "figure" => {
                let found = record.figures.iter().position(|f| f.span.overlaps(span));
                score.count("figure found", found.is_some(), || told("is missing"));
                let Some(index) = found else { continue };
                known[index] = true;
                let (f, [low, high, unit, measure, actor, status]) = (&record.figures[index], rest) else {
                    panic!("“{line}” has not all its fields")
                };
                let end = |word: &str| word.parse::<f64>().ok();
                let ends = (f.low, f.high) == (end(low), end(high));
                score.count("figure ends", ends, || told(&format!("is {:?} to {:?}", f.low, f.high)));
                score.count("figure unit", f.unit == *unit, || told(&format!("is in {}", f.unit)));
                for (what, wanted, got) in [
                    ("figure measure", measure, f.measure.as_str()),
                    ("figure actor", actor, sample.name(f.actor)),
                    ("figure status", status, &f.status.label().replace(' ', "_")),
                ] {
                    if *wanted != "-" {
                        score.count(what, got == *wanted, || told(&format!("is {got}, not {wanted}")));
                    }
                }
            }
            "time" => {
                let found = record.times.iter().find(|t| t.span.overlaps(span));
                score.count("time found", found.is_some(), || told("is missing"));
                let got = found.and_then(|t| t.value.as_deref()).unwrap_or("open");
                if rest != ["-"] && found.is_some() {
                    score.count("time value", [got] == rest, || told(&format!("is {got}, not {rest:?}")));
                }
            }
            "quote" => {
                let found = record.quotes.iter().find(|q| q.span.overlaps(span));
                let got = found.map_or("missing", |q| sample.name(q.speaker));
                score.count("quote speaker", got.ends_with(rest[0]), || told(&format!("is by {got}")));
            }
            "commitment" => {
                let mut found = record.commitments.iter().filter(|c| c.span.overlaps(span)).peekable();
                let missing = found.peek().is_none();
                let right = found.any(|c| c.status.label().replace(' ', "_") == rest[0]);
                score.count("commitment status", right, || {
                    told(if missing { "is missing" } else { "has another status" })
                });
            }
            "name" => {
                let found = record.mentions.iter().find(|m| m.span == span);
                let got = found.map_or("missing", |m| m.kind.name());
                score.count("name kind", got == rest[0], || told(&format!("is {got}")));
            }
            other => panic!("“{other}” is no sort of label"),
        }
    }
    // A number of things that every text has many of ("two governments") is neither wanted nor wrong.
    for (f, _) in record.figures.iter().zip(known).filter(|(f, known)| !known && f.unit != "1") {
        let words = sample.text.slice(f.span);
        score.count("figure right", false, || format!("{}: “{words}” is no figure", sample.file));
    }
    let right = score.counts.get("figure found").map_or(0, |c| c.0);
    let wrong = score.counts.get("figure right").map_or(0, |c| c.1 - c.0);
    score.counts.insert("figure right", (right, right + wrong));
}

/// The folder of corpora beside the repository, where there is one.
fn shared() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("READOUT_SHARED").map_or_else(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}
