//! Notes and the history: what the analyst keeps beside the marks, and the way back.

use super::Window;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::ui::Selection;

fn says(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).next().is_some()
}

fn press(window: &mut Window, role: Role, name: &str) {
    window.harness.get_by_role_and_label(role, name).click_accesskit();
    window.settle();
}

fn select_figure(window: &mut Window) -> String {
    let figure = window.record().figures[1].clone();
    let words = window.app().article().map(|a| a.text.slice(figure.span).to_owned()).unwrap();
    window.harness.get_all_by_role_and_label(Role::Link, &words).next().unwrap().click_accesskit();
    window.settle();
    words
}

fn note(window: &mut Window, words: &str) {
    window.harness.get_by_label("Note").type_text(words);
    window.settle();
    window.key(Modifiers::COMMAND, Key::Enter);
}

#[test]
fn a_note_is_written_shown_and_taken_away() {
    let mut window = Window::sample();
    let on = select_figure(&mut window);
    let selected = window.app().session().selection;
    window.press(Key::T);
    assert!(says(&window, "Note on “"));
    note(&mut window, "ask the ministry");
    window.harness.get_by_role_and_label(Role::Link, "Note: ask the ministry");
    window.harness.get_by_role_and_label(Role::Label, "Note: ask the ministry");
    assert_eq!(window.app().session().selection, selected, "nothing else moves");
    window.press(Key::Escape);
    window.key(Modifiers::SHIFT, Key::T);
    note(&mut window, "two sources");
    window.harness.state_mut().act("notes");
    window.settle();
    assert!(says(&window, "two sources: The article"));
    press(&mut window, Role::ListItem, &format!("ask the ministry: {on}"));
    assert_eq!(window.app().session().selection, selected);
    window.press(Key::T);
    press(&mut window, Role::Button, "Remove note");
    assert!(!says(&window, "ask the ministry"));
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(says(&window, "ask the ministry"));
}

#[test]
fn history_leads_to_the_words_and_back_to_any_point() {
    let mut window = Window::sample();
    window.harness.state_mut().act("history");
    window.settle();
    assert!(says(&window, "No corrections yet."));
    let start = window.record();
    let name = window.main_entity();
    window.click_entity(&name);
    window.press(Key::Num5);
    let retyped = window.record();
    select_figure(&mut window);
    window.press(Key::X);
    let rejected = window.record();
    assert!(says(&window, "Reject figure"));
    window.press(Key::Escape);
    let line = window.harness.get_all_by_role(Role::ListItem);
    let labels: Vec<String> = line.filter_map(|n| n.accesskit_node().label()).collect();
    let reject = labels.iter().find(|l| l.starts_with("Reject figure")).unwrap().clone();
    let retype = labels.iter().find(|l| l.starts_with("Make “")).unwrap().clone();
    press(&mut window, Role::ListItem, &reject);
    assert!(window.app().session().passage.is_some(), "its words, since the mark is gone");
    press(&mut window, Role::ListItem, &retype);
    assert!(matches!(window.app().session().selection, Selection::Mention(_)));
    press(&mut window, Role::Button, "Undo back to here");
    assert_eq!(window.record(), retyped);
    window.key(Modifiers::COMMAND, Key::Y);
    assert_eq!(window.record(), rejected);
    press(&mut window, Role::Button, "Undo back to the start");
    assert_eq!(window.record(), start);
    assert!(says(&window, "No corrections yet."));
}
