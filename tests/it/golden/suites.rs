//! The public test suites beside the repository, against the scores that `docs/scores.md` tells.
//!
//! The tables of that page are the floors, so they cannot go stale unseen. After a change that moves a score,
//! `READOUT_UPDATE=1 cargo test suites` measures again and writes the page.

use super::shared;
use readout::extract::Engine;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

#[path = "../../../examples/link_gold.rs"]
#[expect(dead_code, reason = "the example links what its standard input gives; the test, a file")]
mod link_gold;

/// A rule that wins in one suite may cost this much, in points, in another.
const MARGIN: f64 = 0.5;

#[test]
fn suites_reach_their_floors() {
    let Some(folder) = shared().map(|folder| folder.join("eval")) else {
        println!("skipped: there is no folder of suites beside the repository");
        return;
    };
    let Some(scores) = scores(&folder) else {
        println!("skipped: the scorers need python3");
        return;
    };
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scores.md");
    let told = std::fs::read_to_string(&page).unwrap();
    let (measured, below) = compare(&told, &scores);
    if std::env::var_os("READOUT_UPDATE").is_some() {
        std::fs::write(&page, measured).unwrap();
    } else {
        assert!(below.is_empty(), "below docs/scores.md:\n{below}");
    }
}

/// What the scorers say of the program, suite by suite; none without Python.
fn scores(folder: &Path) -> Option<Value> {
    let out = tempfile::tempdir().unwrap();
    let scores = out.path().join("scores.json");
    let mut call = Command::new("python3");
    call.arg(folder.join("evaluate.py")).arg(env!("CARGO_BIN_EXE_readout")).arg("--json").arg(&scores);
    let said = call.output().ok()?;
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let mut scores: Value = serde_json::from_str(&std::fs::read_to_string(scores).unwrap()).unwrap();
    scores["linking/gum_linked"] = linking(folder)?;
    Some(scores)
}

/// How well names that people marked are joined, each measure by its name.
fn linking(folder: &Path) -> Option<Value> {
    let gold = folder.join("names/gum.jsonl");
    let engine = Engine::default();
    let out = tempfile::NamedTempFile::new().unwrap();
    let marked = std::fs::read_to_string(&gold).unwrap();
    let lines = marked.lines().map(|line| link_gold::linked(&engine, line).unwrap().to_string());
    std::fs::write(out.path(), lines.collect::<Vec<_>>().join("\n")).unwrap();
    let said = Command::new("python3").arg(folder.join("score_coref.py")).arg(&gold).arg(out.path()).output().ok()?;
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let mut scores = json!({});
    // "... B3 P 96.5 R 89.9 F 93.0   pairs P 94.4 R 76.0 F 84.2"
    for part in ["B3", "pairs"] {
        let words: Vec<&str> = said.split(part).nth(1)?.split_whitespace().take(6).collect();
        for pair in words.chunks(2) {
            scores[format!("{part} {}", pair[0])] = json!(pair.get(1)?.parse::<f64>().ok()?);
        }
    }
    Some(scores)
}

/// The page with its tables measured again, and what is below them.
fn compare(page: &str, scores: &Value) -> (String, String) {
    let (mut measured, mut below, mut columns) = (String::new(), String::new(), Vec::new());
    for line in page.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let suite = cells.get(1).and_then(|name| suite(scores, name));
        let Some(suite) = suite.filter(|_| line.starts_with('|')) else {
            if cells.get(1) == Some(&"suite") {
                columns = cells;
            }
            writeln!(measured, "{line}").unwrap();
            continue;
        };
        write!(measured, "| {} |", cells[1]).unwrap();
        for (cell, column) in cells.iter().zip(&columns).skip(2).filter(|(_, column)| !column.is_empty()) {
            let now = suite[*column].as_f64();
            if let (Ok(floor), now) = (cell.parse::<f64>(), now.unwrap_or_default())
                && now < floor - MARGIN
            {
                writeln!(below, "  {} {column}: {now:.1}, not {floor}", cells[1]).unwrap();
            }
            let now = now.map_or_else(|| "–".to_owned(), |now| format!("{now:.1}"));
            write!(measured, " {now} |").unwrap();
        }
        measured.push('\n');
    }
    (measured, below)
}

/// The scores of a suite that the page calls by its last name.
fn suite<'a>(scores: &'a Value, name: &str) -> Option<&'a Value> {
    let all = scores.as_object()?;
    all.iter().find(|(key, _)| key.rsplit('/').next() == Some(name)).map(|(_, scores)| scores)
}

#[test]
fn a_fall_is_told_and_the_page_is_written_again() {
    let page = "| suite | value | time_value |\n|---|---|---|\n| news | 90.0 | – |\n| old | 3.0 | – |\n";
    let scores = serde_json::json!({"figures/news": {"value": 89.04, "time_value": null}});
    let (measured, below) = compare(page, &scores);
    assert!(measured.contains("| news | 89.0 | – |") && measured.contains("| old | 3.0 | – |"), "{measured}");
    assert_eq!(below, "  news value: 89.0, not 90\n");
}
