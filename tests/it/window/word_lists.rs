//! The analyst's own word lists, added and dropped in the window.

use super::{Window, article};
use egui_kittest::kittest::Queryable as _;
use std::path::Path;

const ARTICLE: &str = "Norway buys glassware\n\nNorway bought 5 tonnes of green glassware, the minister said.";

fn window(folder: &Path) -> Window {
    let path = article(folder, "glass.txt", ARTICLE);
    let mut window = Window::open(vec![path], false, egui::Theme::Light);
    window.harness.state_mut().act("lists");
    window.settle();
    window
}

fn knows(window: &Window, name: &str) -> bool {
    window.record().entities.iter().any(|entity| entity.name == name)
}

fn press(window: &mut Window, button: &str) {
    window.harness.get_by_label(button).click();
    window.settle();
}

#[test]
fn a_list_is_added_changed_and_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let list = article(folder.path(), "own.tsv", "[commodities]\ngreen glassware\n");
    let mut window = window(folder.path());
    assert!(!knows(&window, "green glassware"));
    window.choose(&list);
    press(&mut window, "Add a file…");
    assert!(knows(&window, "green glassware"), "the open article is read again");
    window.harness.get_by_label("1 row");
    article(folder.path(), "own.tsv", "[commodities]\nred glassware\nglass\n");
    press(&mut window, "Read again");
    assert!(!knows(&window, "green glassware"));
    window.harness.get_by_label("2 rows");
    press(&mut window, "Do without own.tsv");
    window.harness.get_by_label("None yet.");
    press(&mut window, "Close");
    assert!(window.harness.query_by_label("None yet.").is_none());
}

#[test]
fn a_wrong_list_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let list = article(folder.path(), "own.tsv", "[commodities]\ngreen glassware\n[goods]\n");
    let mut window = window(folder.path());
    window.choose(&list);
    press(&mut window, "Add a file…");
    assert!(!knows(&window, "green glassware"), "left out whole");
    assert!(
        window.harness.query_all_by_label_contains("line 3: no list is called “goods”").count() == 2,
        "row and notice"
    );
}

#[test]
fn the_example_is_a_list() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path());
    let path = folder.path().join("words.tsv");
    window.choose(&path);
    press(&mut window, "Write an example…");
    window.choose(&path);
    press(&mut window, "Add a file…");
    window.harness.get_by_label("7 rows");
}
