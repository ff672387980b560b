//! Workspaces on disk: what is kept, undone, saved and refused.

use readout::import::Draft;
use readout::record::EntityKind;
use readout::record::correct::{Correction, EntityRef, MarkKind, Scope, Target};
use readout::text::Span;
use readout::workspace::{ArticleId, Change, Error, Progress, Workspace};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder that goes away with the test, and a workspace in it.
fn new() -> (TempDir, Workspace) {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::create(&folder.path().join("new.readout")).unwrap();
    (folder, workspace)
}

fn draft(n: u32) -> Draft {
    Draft {
        title: Some(format!("Story {n}")),
        text: format!("Story {n}: Ida Berg will buy {n} tonnes of barley."),
        source: format!("story-{n}.txt"),
        ..Draft::default()
    }
}

fn import(numbers: std::ops::Range<u32>) -> Change {
    Change::Import(numbers.map(draft).collect())
}

fn correct(article: ArticleId, scope: Scope, correction: Correction) -> Change {
    Change::Correct { article, scope, correction }
}

fn reject(words: &str) -> Correction {
    let at = vec![Target { span: Span::new(0, 5), words: words.to_owned() }];
    Correction::Reject { mark: MarkKind::Mention, at }
}

fn dated(day: &str) -> Correction {
    Correction::SetPublished { date: Some(day.to_owned()) }
}

fn rename(from: &str, to: &str) -> Correction {
    let entity = EntityRef { kind: EntityKind::Person, name: from.to_owned() };
    Correction::Rename { entity, name: to.to_owned() }
}

/// Everything that counts in a workspace.
fn state(workspace: &Workspace) -> String {
    workspace.export_json().unwrap()
}

/// A session of every sort of change; the state after each.
fn session(workspace: &mut Workspace) -> Vec<String> {
    let mut states = vec![state(workspace)];
    let ids = workspace.apply(&import(1..4)).unwrap().imported;
    states.push(state(workspace));
    let steps = [
        correct(ids[0], Scope::Article, reject("Story")),
        correct(ids[1], Scope::Article, dated("2025-10-30")),
        correct(ids[2], Scope::Everywhere, rename("Ida Berg", "Ida B. Berg")),
        Change::Remove(vec![ids[2]]),
        import(4..6),
        correct(ids[1], Scope::Article, dated("2025-11-02")),
    ];
    for step in steps {
        workspace.apply(&step).unwrap();
        states.push(state(workspace));
    }
    states
}

#[test]
fn undo_walks_to_the_start_and_redo_to_the_end() {
    let (_folder, mut workspace) = new();
    let states = session(&mut workspace);
    for before in states.iter().rev().skip(1) {
        assert!(workspace.undo().unwrap().is_some());
        assert_eq!(&state(&workspace), before);
    }
    assert_eq!(workspace.undo().unwrap(), None);
    assert!(workspace.articles().unwrap().is_empty());
    for after in states.iter().skip(1) {
        assert!(workspace.redo().unwrap().is_some());
        assert_eq!(&state(&workspace), after);
    }
    assert_eq!(workspace.redo().unwrap(), None);
}

#[test]
fn the_history_says_what_was_done_and_is_there_after_opening() {
    let (folder, mut workspace) = new();
    session(&mut workspace);
    assert_eq!(workspace.undo().unwrap().as_deref(), Some("Date the article 2025-11-02"));
    drop(workspace);
    let mut workspace = Workspace::open(&folder.path().join("new.readout")).unwrap();
    let labels: Vec<String> = workspace.history().unwrap().into_iter().map(|step| step.label).collect();
    assert_eq!(
        labels,
        [
            "Import 3 articles",
            "Reject mention “Story”",
            "Date the article 2025-10-30",
            "Rename “Ida Berg” to “Ida B. Berg” everywhere",
            "Remove 1 article",
            "Import 2 articles",
            "Date the article 2025-11-02",
        ]
    );
    assert_eq!(workspace.undo_label().unwrap().as_deref(), Some("Import 2 articles"));
    assert_eq!(workspace.redo_label().unwrap().as_deref(), Some("Date the article 2025-11-02"));
    workspace.apply(&import(8..9)).unwrap();
    assert_eq!(workspace.redo().unwrap(), None);
}

#[test]
fn saving_moves_a_mark_and_going_back_returns_to_it() {
    let (_folder, mut workspace) = new();
    let ids = workspace.apply(&import(1..4)).unwrap().imported;
    workspace.apply(&correct(ids[0], Scope::Article, dated("2025-10-30"))).unwrap();
    assert_eq!(workspace.unsaved().unwrap(), 2);
    workspace.save().unwrap();
    let saved = state(&workspace);
    assert_eq!(workspace.unsaved().unwrap(), 0);

    workspace.undo().unwrap();
    assert_eq!(workspace.unsaved().unwrap(), 1);
    workspace.redo().unwrap();
    assert_eq!(workspace.unsaved().unwrap(), 0);

    // Undoing past the save and going another way must not lose the way back.
    workspace.undo().unwrap();
    workspace.apply(&Change::Remove(vec![ids[1]])).unwrap();
    workspace.apply(&import(7..9)).unwrap();
    assert_eq!(workspace.unsaved().unwrap(), 3);
    assert_eq!(workspace.redo().unwrap(), None);
    workspace.revert_to_saved().unwrap();
    assert_eq!(state(&workspace), saved);
    assert_eq!(workspace.unsaved().unwrap(), 0);
    workspace.undo().unwrap();
    workspace.undo().unwrap();
    assert!(workspace.articles().unwrap().is_empty());
}

#[test]
fn a_workspace_opens_as_it_was() {
    let (folder, mut workspace) = new();
    session(&mut workspace);
    let before = state(&workspace);
    drop(workspace);
    let workspace = Workspace::open(&folder.path().join("new.readout")).unwrap();
    assert_eq!(state(&workspace), before);
    assert_eq!(workspace.unsaved().unwrap(), 7);
    let days: Vec<_> = workspace.articles().unwrap().into_iter().map(|a| a.published).collect();
    assert_eq!(days, [None, Some("2025-11-02".to_owned()), None, None]);
}

#[test]
fn an_untitled_workspace_moves_to_the_name_it_is_given() {
    let folder = TempDir::new().unwrap();
    let untitled = folder.path().join("untitled");
    let mut workspace = Workspace::untitled(&untitled).unwrap();
    assert!(workspace.is_untitled());
    session(&mut workspace);
    let before = state(&workspace);
    assert_eq!(Workspace::left_behind(&untitled).len(), 1);

    let named = folder.path().join("Handel ünd Zölle.readout");
    workspace.save_as(&named).unwrap();
    assert_eq!((workspace.path(), workspace.is_untitled(), workspace.unsaved().unwrap()), (named.as_path(), false, 0));
    assert_eq!(state(&workspace), before);
    assert!(Workspace::left_behind(&untitled).is_empty());
    assert!(workspace.undo().unwrap().is_some());
    drop(workspace);
    assert_eq!(files(folder.path()), ["Handel ünd Zölle.readout", "untitled"]);
    Workspace::open(&named).unwrap();
}

#[test]
fn save_as_replaces_a_file_and_leaves_the_old_one() {
    let (folder, mut workspace) = new();
    session(&mut workspace);
    let target = folder.path().join("other.readout");
    fs::write(&target, "something else").unwrap();
    workspace.save_as(&target).unwrap();
    workspace.apply(&import(20..21)).unwrap();
    let old = Workspace::open(&folder.path().join("new.readout")).unwrap();
    assert_eq!(old.articles().unwrap().len() + 1, workspace.articles().unwrap().len());
    assert!(matches!(workspace.save_as(old.path()), Err(Error::Locked { .. })));
    workspace.save_as(&target).unwrap();
    assert_eq!(workspace.unsaved().unwrap(), 0);
}

#[test]
fn a_failed_save_as_changes_nothing() {
    let (folder, mut workspace) = new();
    session(&mut workspace);
    let before = state(&workspace);
    let nowhere = folder.path().join("no such folder").join("x.readout");
    assert!(workspace.save_as(&nowhere).is_err());
    let taken = folder.path().join("taken.readout");
    fs::create_dir(&taken).unwrap();
    assert!(workspace.save_as(&taken).is_err());
    assert_eq!(state(&workspace), before);
    assert_eq!(workspace.path(), folder.path().join("new.readout"));
    assert_eq!(files(folder.path()), ["new.readout", "taken.readout"]);
    workspace.apply(&import(20..21)).unwrap();
}

#[test]
fn export_and_import_are_inverse() {
    let (folder, mut workspace) = new();
    session(&mut workspace);
    let exported = state(&workspace);
    let mut other = Workspace::create(&folder.path().join("other.readout")).unwrap();
    other.import_json(&exported).unwrap();
    assert_eq!(state(&other), exported);
    assert!(other.import_json("{}").is_err());
    assert!(other.import_json(&exported.replace("workspace/1", "workspace/9")).is_err());
    assert!(other.import_json(&exported.replace("\"article\": 2", "\"article\": 99")).is_err());
    assert_eq!(state(&other), exported);
}

#[test]
fn the_same_words_come_in_once() {
    let (_folder, mut workspace) = new();
    let first = workspace.apply(&import(1..3)).unwrap();
    let again = workspace.apply(&import(1..4)).unwrap();
    assert_eq!(again.duplicates, [(0, first.imported[0]), (1, first.imported[1])]);
    assert_eq!(again.imported.len(), 1);
    let nothing = workspace.apply(&import(1..4)).unwrap();
    assert_eq!((nothing.seq, nothing.duplicates.len()), (None, 3));
    workspace.apply(&Change::Remove(vec![first.imported[0]])).unwrap();
    assert_eq!(workspace.apply(&import(1..2)).unwrap().imported.len(), 1);
}

#[test]
fn corrections_hold_where_they_should() {
    let (_folder, mut workspace) = new();
    let ids = workspace.apply(&import(1..3)).unwrap().imported;
    workspace.apply(&correct(ids[0], Scope::Article, reject("Story"))).unwrap();
    workspace.apply(&correct(ids[0], Scope::Everywhere, rename("Ida Berg", "I. Berg"))).unwrap();
    workspace.apply(&correct(ids[0], Scope::Everywhere, dated("2025-10-30"))).unwrap();
    let counts = ids.iter().map(|&id| workspace.corrections(id).unwrap().len());
    assert_eq!(counts.collect::<Vec<_>>(), [3, 1]);
    assert_eq!(workspace.article(ids[1]).unwrap().published, None);
}

#[test]
fn a_second_program_is_refused_and_may_read() {
    let (folder, mut workspace) = new();
    session(&mut workspace);
    let path = folder.path().join("new.readout");
    assert!(matches!(Workspace::open(&path), Err(Error::Locked { .. })));
    let mut reader = Workspace::open_read_only(&path).unwrap();
    assert_eq!(state(&reader), state(&workspace));
    assert!(matches!(reader.apply(&import(9..10)), Err(Error::ReadOnly { .. })));
    workspace.apply(&import(9..10)).unwrap();
    assert_eq!(state(&reader), state(&workspace));
    drop(workspace);
    Workspace::open(&path).unwrap();
}

#[test]
fn a_read_only_file_opens_and_stays() {
    let (folder, workspace) = new();
    drop(workspace);
    let path = folder.path().join("new.readout");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let mut workspace = Workspace::open(&path).unwrap();
    assert!(workspace.read_only());
    let error = workspace.apply(&import(1..2)).unwrap_err();
    assert!(error.to_string().contains("Save As"), "{error}");
    workspace.save_as(&folder.path().join("copy.readout")).unwrap();
    workspace.apply(&import(1..2)).unwrap();
}

#[test]
fn what_is_no_workspace_is_named_and_left_alone() {
    let folder = TempDir::new().unwrap();
    let check = |name: &str, bytes: &[u8], expected: &str| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let error = Workspace::open(&path).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        assert_eq!(fs::read(&path).unwrap(), bytes);
    };
    check("a.readout", b"", "an empty file");
    check("b.readout", b"\x89PNG\r\n\x1a\n....", "a PNG image");
    check("c.readout", b"PK\x03\x04....", "a zip archive");
    check("d.readout", b"{\"articles\": []}", "a JSON document");
    check("e.readout", b"Just a note.", "a text file");
    check("f.readout", b"\x00\xFF\x00\xFE\x80", "another program's file");
    let error = Workspace::open(folder.path()).unwrap_err().to_string();
    assert!(error.contains("a folder"), "{error}");
    let error = Workspace::open(&folder.path().join("none.readout")).unwrap_err().to_string();
    assert!(error.contains("is not there"), "{error}");
    assert!(matches!(Workspace::create(&folder.path().join("a.readout")), Err(Error::Exists { .. })));
}

/// The bytes of a closed workspace with some articles.
fn closed(folder: &Path) -> (PathBuf, Vec<u8>) {
    let path = folder.join("closed.readout");
    let mut workspace = Workspace::create(&path).unwrap();
    workspace.apply(&import(1..200)).unwrap();
    drop(workspace);
    let bytes = fs::read(&path).unwrap();
    (path, bytes)
}

#[test]
fn newer_foreign_and_damaged_files_are_refused_and_left_alone() {
    let folder = TempDir::new().unwrap();
    let (path, good) = closed(folder.path());
    let check = |bytes: &[u8], expected: &str| {
        fs::write(&path, bytes).unwrap();
        let error = Workspace::open(&path).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "the file was changed");
    };
    let with = |at: usize, byte: u8| {
        let mut bytes = good.clone();
        bytes[at] = byte;
        bytes
    };
    check(&with(63, 4), "newer release");
    check(&with(68, b'X'), "another program's database");
    check(&good[..good.len() * 2 / 3 / 4096 * 4096], "damaged");
    check(&good[..good.len() - 100], "damaged");
    let zeroed: Vec<u8> = good.iter().enumerate().map(|(i, &b)| if (100..4096).contains(&i) { 0 } else { b }).collect();
    check(&zeroed, "damaged");
    fs::write(&path, &good).unwrap();
    Workspace::open(&path).unwrap();
}

#[test]
fn every_changed_letter_of_a_text_is_noticed() {
    let folder = TempDir::new().unwrap();
    let (path, mut bytes) = closed(folder.path());
    let at = bytes.windows(28).position(|w| w == b"Story 77: Ida Berg will buy ").unwrap();
    bytes[at] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let workspace = Workspace::open(&path).unwrap();
    let damaged: Vec<String> = workspace
        .articles()
        .unwrap()
        .into_iter()
        .filter_map(|a| workspace.article(a.id).err().map(|e| e.to_string()))
        .collect();
    assert_eq!(damaged.len(), 1);
    assert!(damaged[0].contains("Story 77"), "{damaged:?}");
}

#[test]
fn a_file_moved_or_deleted_meanwhile_loses_nothing() {
    let (folder, mut workspace) = new();
    session(&mut workspace);
    let before = state(&workspace);
    let path = folder.path().join("new.readout");
    let moved = folder.path().join("moved.readout");
    fs::rename(&path, &moved).unwrap();
    fs::write(&path, "somebody else's file").unwrap();
    assert!(matches!(workspace.apply(&import(30..31)), Err(Error::Moved { .. })));
    assert_eq!(state(&workspace), before);
    assert_eq!(fs::read(&path).unwrap(), b"somebody else's file");
    workspace.save_as(&folder.path().join("rescued.readout")).unwrap();
    workspace.apply(&import(30..31)).unwrap();
    assert_eq!(state(&Workspace::open(&moved).unwrap()), before);
}

#[test]
fn a_copy_of_the_open_file_is_whole() {
    let (folder, mut workspace) = new();
    session(&mut workspace);
    let copy = folder.path().join("copy.readout");
    fs::copy(workspace.path(), &copy).unwrap();
    assert_eq!(state(&Workspace::open(&copy).unwrap()), state(&workspace));
}

#[test]
fn records_are_cached_by_engine_and_date() {
    let (_folder, mut workspace) = new();
    let id = workspace.apply(&import(1..2)).unwrap().imported[0];
    let record = readout::record::Record::default();
    workspace.cache_record(id, "1", Some("2025-10-30"), &record).unwrap();
    assert_eq!(workspace.cached_record(id, "1", Some("2025-10-30")).unwrap(), Some(record));
    assert_eq!(workspace.cached_record(id, "1", None).unwrap(), None);
    assert_eq!(workspace.cached_record(id, "2", Some("2025-10-30")).unwrap(), None);
    assert_eq!(workspace.unsaved().unwrap(), 1);
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn how_far_an_article_is_and_opening_a_workspace_of_the_first_release() {
    let (folder, mut workspace) = new();
    let ids = workspace.apply(&import(1..3)).unwrap().imported;
    let far = |w: &Workspace| w.articles().unwrap().iter().map(|a| a.progress).collect::<Vec<_>>();
    assert_eq!(far(&workspace), [Progress::Unread; 2]);
    workspace.apply(&correct(ids[0], Scope::Article, dated("2025-10-30"))).unwrap();
    assert_eq!(far(&workspace), [Progress::Unread; 2], "a date is no review");
    workspace.apply(&correct(ids[0], Scope::Article, reject("Story"))).unwrap();
    let reviewed = |reviewed| Correction::SetReviewed { reviewed };
    workspace.apply(&correct(ids[1], Scope::Everywhere, reviewed(true))).unwrap();
    assert_eq!(far(&workspace), [Progress::InReview, Progress::Reviewed]);
    workspace.apply(&correct(ids[1], Scope::Article, reviewed(false))).unwrap();
    assert_eq!(far(&workspace), [Progress::InReview, Progress::Unread]);
    workspace.undo().unwrap();
    drop(workspace);
    let path = folder.path().join("new.readout");
    let mut bytes = fs::read(&path).unwrap();
    bytes[63] = 1;
    fs::write(&path, &bytes).unwrap();
    let workspace = Workspace::open(&path).unwrap();
    assert_eq!(far(&workspace), [Progress::InReview, Progress::Reviewed]);
    drop(workspace);
    assert_eq!(fs::read(&path).unwrap()[63], 3, "the first release must not open what it cannot read");
}
