//! Lists by key: Tab leads to a list and past it, arrow keys walk it.

use super::{Window, article};
use egui::accesskit::Role;
use egui::{Key, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::ui::Selection;
use std::path::PathBuf;

/// Presses Tab until a list of such a name has the focus.
fn tab_to(window: &mut Window, name: &str) {
    for _ in 0..60 {
        window.harness.key_press(Key::Tab);
        window.harness.run_steps(2);
        let mut nodes = window.harness.root().children_recursive();
        let list = |n: &egui_kittest::Node<'_>| n.accesskit_node().role() == Role::ListBox;
        let focused = nodes.find(|n| n.accesskit_node().is_focused()).filter(list);
        let label = focused.and_then(|n| n.accesskit_node().label());
        if label.is_some_and(|label| label.starts_with(name)) {
            return;
        }
    }
    panic!("Tab does not lead to “{name}”");
}

#[test]
fn many_articles_are_one_stop_and_open_by_enter() {
    let folder = tempfile::tempdir().unwrap();
    let many: Vec<PathBuf> = (0..30)
        .map(|i| {
            article(folder.path(), &format!("{i:02}.txt"), &format!("Report {i:02}\n\nBergen shipped {i} crates."))
        })
        .collect();
    let mut window = Window::open(many, false, Theme::Light);
    tab_to(&mut window, "Articles: Report 00");
    for key in [Key::ArrowDown, Key::ArrowDown, Key::Enter] {
        window.press(key);
    }
    assert_eq!(window.app().article().unwrap().source, "02.txt");
    window.press(Key::End);
    assert_eq!(window.app().article().unwrap().source, "02.txt", "only looked at");
    window.press(Key::Enter);
    assert_eq!(window.app().article().unwrap().source, "29.txt");
    tab_to(&mut window, "Places");
}

#[test]
fn entities_are_walked_by_arrow_keys() {
    let mut window = Window::sample();
    tab_to(&mut window, "People");
    window.press(Key::ArrowDown);
    let Selection::Entity(first) = window.app().session().selection else { panic!("nobody is selected") };
    window.press(Key::ArrowDown);
    assert!(matches!(window.app().session().selection, Selection::Entity(id) if id != first));
    window.press(Key::ArrowUp);
    assert_eq!(window.app().session().selection, Selection::Entity(first));
}

#[test]
fn the_sentences_of_two_names_lead_to_the_words() {
    let mut window = Window::sample();
    let name = window.main_entity();
    window.harness.state_mut().act("network");
    window.settle();
    let row = window.harness.get_all_by_role(Role::Row).next().unwrap();
    assert!(row.accesskit_node().label().is_some_and(|label| label.contains(&name)), "the closest first");
    row.click_accesskit();
    window.settle();
    assert!(matches!(window.app().session().selection, Selection::Pair(_)));
    assert!(window.harness.query_all_by_label_contains("Named together in").next().is_some());
    let links = window.harness.get_all_by_role(Role::Link);
    let sentence = links.into_iter().find(|l| l.accesskit_node().label().is_some_and(|l| l.len() > 60)).unwrap();
    sentence.click_accesskit();
    window.settle();
    assert!(matches!(window.app().session().selection, Selection::Mention(_)));
}
