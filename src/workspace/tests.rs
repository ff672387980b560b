//! Faults that only a hand inside the workspace can cause.

use super::*;
use crate::import::Draft;

fn new() -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::TempDir::new().unwrap();
    let workspace = Workspace::create(&folder.path().join("new.readout")).unwrap();
    (folder, workspace)
}

fn article(text: &str) -> Change {
    Change::Import(vec![Draft { text: text.to_owned(), source: "a.txt".to_owned(), ..Draft::default() }])
}

#[test]
fn a_full_disk_keeps_everything_before_it() {
    let (_folder, mut workspace) = new();
    workspace.apply(&article("Small.")).unwrap();
    let pages: i64 = workspace.read(|c| c.query_row("PRAGMA page_count", [], |r| r.get(0))).unwrap();
    workspace.connection.execute_batch(&format!("PRAGMA max_page_count = {}", pages + 2)).unwrap();
    let error = workspace.apply(&article(&"A long story. ".repeat(10_000))).unwrap_err();
    assert!(error.to_string().contains("no room left"), "{error}");
    assert_eq!(workspace.articles().unwrap().len(), 1);
    assert_eq!(workspace.undo_label().unwrap().as_deref(), Some("Import 1 article"));
    workspace.apply(&article("Smaller.")).unwrap();
}

#[test]
fn a_file_with_a_strangers_trigger_is_refused() {
    let (folder, workspace) = new();
    let trigger = "CREATE TRIGGER spy AFTER INSERT ON article BEGIN DELETE FROM correction; END";
    workspace.connection.execute_batch(trigger).unwrap();
    drop(workspace);
    let error = Workspace::open(&folder.path().join("new.readout")).unwrap_err();
    assert!(error.to_string().contains("its tables are not those of a workspace"), "{error}");
}

#[test]
fn a_change_cut_short_is_rolled_back_on_the_next_opening() {
    let (folder, mut workspace) = new();
    workspace.apply(&article("First.")).unwrap();
    // What a killed program leaves: the file and its journal in the middle of a transaction.
    workspace.connection.execute_batch("PRAGMA cache_spill = 1; PRAGMA cache_size = 1; BEGIN IMMEDIATE").unwrap();
    for n in 0..200 {
        let text = format!("{n} {}", "words ".repeat(1000));
        workspace.connection.execute("INSERT INTO meta VALUES (?1, ?2)", (format!("k{n}"), text)).unwrap();
    }
    let cut = folder.path().join("cut.readout");
    std::fs::copy(folder.path().join("new.readout"), &cut).unwrap();
    std::fs::copy(folder.path().join("new.readout-journal"), folder.path().join("cut.readout-journal")).unwrap();
    let reopened = Workspace::open(&cut).unwrap();
    assert_eq!(reopened.articles().unwrap().len(), 1);
    let keys: i64 = reopened.read(|c| c.query_row("SELECT count(*) FROM meta", [], |r| r.get(0))).unwrap();
    assert_eq!(keys, 1);
}
