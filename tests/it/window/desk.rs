//! Notes and the history: what the analyst keeps beside the marks, and the way back.

use super::{Window, article};
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
    assert!(!says(&window, "steps since"), "nothing to take back");
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
    press(&mut window, Role::Button, "Undo the 1 step since");
    assert_eq!(window.record(), retyped);
    window.key(Modifiers::COMMAND, Key::Y);
    assert_eq!(window.record(), rejected);
    press(&mut window, Role::Button, "Undo the 2 steps since");
    assert_eq!(window.record(), start);
    assert!(!says(&window, "since"));
}

/// Two short articles, the second one open.
fn two() -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let port = "The port of Bergen\n\nThe port of Bergen shipped 40,000 tonnes of fish in 2024.";
    let mine = "The mine of Kiruna\n\nThe mine of Kiruna sold 90,000 tonnes of ore in 2023.";
    let files = vec![article(folder.path(), "a.txt", port), article(folder.path(), "b.txt", mine)];
    let mut window = Window::open(files, false, egui::Theme::Dark);
    window.key(Modifiers::COMMAND, Key::PageDown);
    (window, folder)
}

fn title(window: &Window) -> String {
    window.app().article().and_then(|a| a.title.clone()).unwrap_or_default()
}

#[test]
fn history_lists_what_undo_would_take_away_in_other_articles() {
    let (mut window, _folder) = two();
    window.select(Selection::Figure(0));
    window.press(Key::A);
    window.key(Modifiers::COMMAND, Key::PageUp);
    window.key(Modifiers::SHIFT, Key::T);
    note(&mut window, "call the harbour");
    window.key(Modifiers::COMMAND, Key::Num8);
    assert!(says(&window, "in “The mine of Kiruna”"));
    assert!(says(&window, "in this article"));
    assert!(says(&window, "Import 2 articles"));
    let steps = window.harness.get_all_by_role(Role::ListItem);
    let there = steps.filter_map(|n| n.accesskit_node().label()).find(|l| l.contains("in “The mine")).unwrap();
    press(&mut window, Role::ListItem, &there);
    assert_eq!(title(&window), "The mine of Kiruna");
    press(&mut window, Role::Button, "Undo the 2 steps since");
    assert!(!says(&window, "steps since"), "only what was opened is left");
    assert_eq!(window.app().articles(), 2);
}

#[test]
fn notes_of_all_articles_stand_in_one_list_and_lead_to_their_marks() {
    let (mut window, folder) = two();
    let figure = Selection::Figure(0);
    window.select(figure);
    window.press(Key::T);
    note(&mut window, "ask the mine");
    window.key(Modifiers::COMMAND, Key::PageUp);
    window.key(Modifiers::SHIFT, Key::T);
    note(&mut window, "call the harbour");
    window.key(Modifiers::COMMAND, Key::Num7);
    let top = |window: &Window, name: &str| {
        let line = window.harness.query_all_by_role(Role::ListItem);
        line.into_iter().find(|n| n.accesskit_node().label().is_some_and(|l| l.starts_with(name))).unwrap().rect().top()
    };
    assert!(top(&window, "call the harbour") < top(&window, "ask the mine"), "the open article's first");
    let there = window.harness.get_all_by_role(Role::ListItem);
    let there = there.filter_map(|n| n.accesskit_node().label()).find(|l| l.starts_with("ask the mine")).unwrap();
    press(&mut window, Role::ListItem, &there);
    assert_eq!(title(&window), "The mine of Kiruna");
    assert_eq!(window.app().session().selection, figure);
    let path = folder.path().join("notes.csv");
    window.choose(&path);
    window.harness.state_mut().act("export-notes");
    window.settle();
    let written = std::fs::read_to_string(path).unwrap();
    assert!(written.contains("call the harbour") && written.contains("The port of Bergen"), "{written}");
    assert!(written.contains("The mine of Kiruna sold 90,000 tonnes of ore in 2023."), "its sentence: {written}");
}

#[test]
fn what_one_says_in_a_sentence_is_one_line_and_counted_once() {
    let folder = tempfile::tempdir().unwrap();
    let words = "Oslo buys\n\n“We will buy fish,” Ann Lee told reporters in Oslo, “and we will pay for it.”";
    let files = vec![article(folder.path(), "a.txt", words)];
    let mut window = Window::open(files, false, egui::Theme::Light);
    assert_eq!(window.record().quotes.len(), 2);
    window.key(Modifiers::COMMAND, Key::Num3);
    let line = "“We will buy fish,” Ann Lee told reporters in Oslo, “and we will pay for it.”";
    let line = window.harness.get_by_role_and_label(Role::Button, line);
    assert!(line.rect().left() > 700.0);
    window.select(Selection::Quote(1));
    assert!(says(&window, "1 in quotation marks"));
}
