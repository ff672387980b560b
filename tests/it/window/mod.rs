//! The window, driven through its accessibility tree as a screen reader sees it: no display and no GPU needed.

mod access;
mod across;
mod columns;
mod correcting;
mod dates;
mod desk;
mod every_view;
mod layers;
mod lists;
mod prose;
mod reading;
mod review;
mod sight;
mod word_lists;

use egui::accesskit::Role;
use egui_kittest::{Harness, kittest::Queryable as _};
use readout::app::{Answer, App, Dialogs, Question, Setup};
use readout::ui::Selection;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Dialogs that answer from a script: what to choose for each question, in order.
#[derive(Clone, Default)]
struct Script {
    choices: Rc<RefCell<VecDeque<Vec<PathBuf>>>>,
    asked: Rc<RefCell<Vec<Question>>>,
    ready: Rc<RefCell<VecDeque<Answer>>>,
}

impl Dialogs for Script {
    fn ask(&mut self, question: Question, _: &egui::Context, _: &eframe::Frame) {
        self.asked.borrow_mut().push(question.clone());
        let paths = self.choices.borrow_mut().pop_front().unwrap_or_default();
        self.ready.borrow_mut().push_back(Answer { question, paths, unavailable: false });
    }

    fn answer(&mut self) -> Option<Answer> {
        self.ready.borrow_mut().pop_front()
    }

    fn is_open(&self) -> bool {
        !self.ready.borrow().is_empty()
    }
}

struct Window {
    harness: Harness<'static, App>,
    script: Script,
    home: tempfile::TempDir,
}

impl Window {
    fn open(files: Vec<PathBuf>, sample: bool, theme: egui::Theme) -> Self {
        let home = tempfile::tempdir().unwrap();
        let script = Script::default();
        let setup = Setup { home: home.path().join("recovery"), dialogs: Box::new(script.clone()), files, sample };
        let harness = Harness::builder()
            .with_size(egui::vec2(1280.0, 800.0))
            .with_theme(theme)
            .with_max_steps(40)
            .build_eframe(move |cc| App::new(cc, setup).unwrap());
        let mut window = Self { harness, script, home };
        window.settle();
        window
    }

    fn sample() -> Self {
        Self::open(Vec::new(), true, egui::Theme::Light)
    }

    /// Lets jobs end and the window come to rest.
    fn settle(&mut self) {
        // A dialog is asked in one frame, answered in the next, and may start a job in the one after.
        self.harness.run_steps(4);
        while self.harness.state().busy() {
            while self.harness.state().busy() {
                std::thread::sleep(std::time::Duration::from_millis(2));
                self.harness.step();
            }
            self.harness.run_steps(4);
        }
    }

    fn key(&mut self, modifiers: egui::Modifiers, key: egui::Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    fn press(&mut self, key: egui::Key) {
        self.key(egui::Modifiers::NONE, key);
    }

    fn click_entity(&mut self, name: &str) {
        let label = self.harness.state().article().map(|a| {
            let entity = a.record.entities.iter().find(|e| e.name == name).unwrap();
            let count = a.record.mentions.iter().filter(|m| m.entity == Some(entity.id)).count();
            format!("{name}, {count}")
        });
        self.harness.get_by_role_and_label(Role::ListItem, &label.unwrap()).click_accesskit();
        self.settle();
    }

    fn select(&mut self, what: Selection) {
        self.harness.state_mut().perform(readout::ui::Intent::Session(readout::ui::SessionChange::Select(what)));
        self.settle();
    }

    /// Writes into the field of a name.
    fn write(&mut self, field: &str, words: &str) {
        self.harness.get_by_role_and_label(Role::TextInput, field).focus();
        self.settle();
        for letter in words.chars() {
            self.harness.get_by_role_and_label(Role::TextInput, field).type_text(&letter.to_string());
            self.harness.run_steps(2);
        }
        self.settle();
    }

    fn choose(&self, path: &Path) {
        self.script.choices.borrow_mut().push_back(vec![path.to_path_buf()]);
    }

    fn app(&self) -> &App {
        self.harness.state()
    }

    fn record(&self) -> readout::record::Record {
        self.app().article().map(|a| a.record.as_ref().clone()).unwrap_or_default()
    }

    /// The name of the entity with most mentions.
    fn main_entity(&self) -> String {
        let record = self.record();
        let count = |id| record.mentions.iter().filter(|m| m.entity == Some(id)).count();
        record.entities.iter().max_by_key(|e| count(e.id)).unwrap().name.clone()
    }
}

fn article(folder: &Path, name: &str, words: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, words).unwrap();
    path
}

#[test]
fn the_sample_is_read_when_the_window_opens() {
    let window = Window::sample();
    assert!(!window.record().entities.is_empty());
    assert!(!window.record().figures.is_empty());
    assert!(!window.app().edited(), "nobody has done anything yet");
    window.harness.get_by_role_and_label(Role::Label, "Articles");
    window.harness.get_by_role_and_label(Role::Label, "Entities");
}

#[test]
fn an_entity_is_selected_and_esc_clears() {
    let mut window = Window::sample();
    let name = window.main_entity();
    window.click_entity(&name);
    assert!(matches!(window.app().session().selection, Selection::Entity(_)));
    assert!(window.app().session().goto.is_some(), "the article goes there");
    window.press(egui::Key::N);
    assert!(!matches!(window.app().session().selection, Selection::Entity(_)));
    window.key(egui::Modifiers::ALT, egui::Key::ArrowLeft);
    assert!(matches!(window.app().session().selection, Selection::Entity(_)), "back");
    window.press(egui::Key::Escape);
    assert_eq!(window.app().session().selection, Selection::None);
}

#[test]
fn corrections_by_key_are_one_undo_step_each() {
    let mut window = Window::sample();
    let start = window.record();
    let name = window.main_entity();
    window.click_entity(&name);
    window.press(egui::Key::Num5);
    let retyped = window.record();
    assert_ne!(retyped, start);
    assert!(retyped.entities.iter().any(|e| e.name == name && e.kind == readout::record::EntityKind::Product));
    assert!(window.app().edited());
    window.press(egui::Key::X);
    assert!(!window.record().entities.iter().any(|e| e.name == name), "rejected with all its mentions");
    window.key(egui::Modifiers::COMMAND, egui::Key::Z);
    assert_eq!(window.record(), retyped);
    window.key(egui::Modifiers::COMMAND, egui::Key::Z);
    assert_eq!(window.record(), start);
    window.key(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, egui::Key::Z);
    assert_eq!(window.record(), retyped);
    window.key(egui::Modifiers::COMMAND, egui::Key::Y);
    assert!(!window.record().entities.iter().any(|e| e.name == name));
}

#[test]
fn save_open_equal() {
    let mut window = Window::sample();
    let name = window.main_entity();
    window.click_entity(&name);
    window.press(egui::Key::Num5);
    let (record, folder) = (window.record(), tempfile::tempdir().unwrap());
    window.choose(&folder.path().join("deal"));
    window.key(egui::Modifiers::COMMAND, egui::Key::S);
    let saved = folder.path().join("deal.readout");
    assert!(saved.exists(), "the dialog gave no ending");
    assert!(!window.app().edited());
    drop(window);
    let window = Window::open(vec![saved], false, egui::Theme::Light);
    assert_eq!(window.record(), record);
}

#[test]
fn files_are_imported_and_what_is_no_article_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let text =
        "Ministers meet in Oslo\n\nThe ministers met on 3 March 2024 and agreed to buy 5 million tonnes of fish.";
    article(folder.path(), "one.txt", text);
    article(folder.path(), "empty.txt", "");
    let window = Window::open(vec![folder.path().to_path_buf()], false, egui::Theme::Light);
    assert_eq!(window.app().articles(), 1);
    window.harness.get_by_label_contains("empty.txt");
}

const UNDATED: &str = "Norway promises Seoul more salmon\n\nOslo will sell Seoul 40,000 tonnes of salmon, the \
    minister, Kari Lund, said in April. “We have the fish,” Lund told reporters.";

#[test]
fn the_date_is_asked_for_and_the_answer_resolves_what_waited() {
    let folder = tempfile::tempdir().unwrap();
    let path = article(folder.path(), "undated.txt", UNDATED);
    let mut window = Window::open(vec![path], false, egui::Theme::Light);
    window.harness.get_by_label_contains("This article has no date");
    assert!(window.record().times.iter().any(|t| t.value.is_none()));
    window.write("Date of the article", "30 October 2025");
    window.press(egui::Key::Enter);
    assert_eq!(window.app().article().and_then(|a| a.published.clone()).as_deref(), Some("2025-10-30"));
    assert!(window.harness.query_by_label_contains("This article has no date").is_none());
    assert!(window.record().times.iter().all(|t| t.value.is_some()), "read again with the date");
    window.key(egui::Modifiers::COMMAND, egui::Key::Z);
    window.harness.get_by_label_contains("This article has no date");
}

#[test]
fn a_figure_is_edited_in_its_fields() {
    let mut window = Window::sample();
    let figure = window.record().figures[0].clone();
    let words = window.app().article().map(|a| a.text.slice(figure.span).to_owned()).unwrap();
    let link = window.harness.get_all_by_role_and_label(Role::Link, &words).next().unwrap();
    link.click_accesskit();
    window.settle();
    assert_eq!(window.app().session().selection, Selection::Figure(0));
    window.press(egui::Key::Enter);
    window.write("Of", "palm nuts");
    window.harness.get_by_label("Apply").click();
    window.settle();
    let item = window.record().figures[0].item.clone().unwrap_or_default();
    assert!(item.contains("palm nuts"), "now of {item}");
}

#[test]
fn two_names_are_merged_by_key() {
    let mut window = Window::sample();
    let (before, name) = (window.record().entities.len(), window.main_entity());
    window.click_entity(&name);
    window.press(egui::Key::M);
    window.press(egui::Key::Enter);
    assert_eq!(window.record().entities.len(), before - 1);
    assert!(matches!(window.app().session().selection, Selection::Entity(_)), "the one that stays");
}

#[test]
fn leaving_with_unsaved_work_asks() {
    let mut window = Window::sample();
    let name = window.main_entity();
    window.click_entity(&name);
    window.press(egui::Key::X);
    window.key(egui::Modifiers::COMMAND, egui::Key::N);
    window.harness.get_by_label_contains("first?");
    window.press(egui::Key::Escape);
    assert_eq!(window.app().articles(), 1, "cancelled");
    window.key(egui::Modifiers::COMMAND, egui::Key::N);
    window.harness.get_by_label("Don't save").click();
    window.settle();
    assert_eq!(window.app().articles(), 0);
    assert!(window.harness.query_all_by_label_contains("No article is open").next().is_some());
}

#[test]
fn renaming_and_the_palette_take_words_not_commands() {
    let mut window = Window::sample();
    let name = window.main_entity();
    window.click_entity(&name);
    window.press(egui::Key::R);
    window.harness.get_by_label("New name").type_text("Nx ");
    window.settle();
    window.press(egui::Key::Enter);
    assert!(window.record().entities.iter().any(|e| e.name.contains("Nx")), "letters are words while one types");
    window.key(egui::Modifiers::COMMAND, egui::Key::K);
    window.harness.get_by_label("What do you want to do?").type_text("undo");
    window.settle();
    window.press(egui::Key::Enter);
    assert!(window.record().entities.iter().any(|e| e.name == name));
}

#[test]
fn find_counts_and_goes_round() {
    let mut window = Window::sample();
    window.key(egui::Modifiers::COMMAND, egui::Key::F);
    window.write("Find in article", "soybean");
    assert_eq!(window.app().session().find.as_ref().map(|find| find.words.as_str()), Some("soybean"));
    let found = window.app().session().find.as_ref().map_or(0, |find| find.found.len());
    assert!(found > 2);
    window.harness.get_by_label(&format!("1 of {found}"));
    window.press(egui::Key::F3);
    window.harness.get_by_label(&format!("2 of {found}"));
}

#[test]
fn a_crash_loses_nothing() {
    let mut window = Window::sample();
    let name = window.main_entity();
    window.click_entity(&name);
    window.press(egui::Key::X);
    let (record, home) = (window.record(), window.home.path().to_path_buf());
    let Window { harness, home: kept, .. } = window;
    drop(harness);
    let script = Script::default();
    let setup = Setup { home: home.join("recovery"), dialogs: Box::new(script), files: Vec::new(), sample: true };
    let mut harness =
        Harness::builder().with_size(egui::vec2(1280.0, 800.0)).build_eframe(move |cc| App::new(cc, setup).unwrap());
    harness.run_steps(3);
    while harness.state().busy() {
        harness.step();
    }
    assert_eq!(harness.state().article().map(|a| a.record.as_ref().clone()), Some(record));
    harness.get_by_label_contains("Nothing was lost");
    drop(kept);
}

/// A file on its way from the desktop to the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn dropped_files_are_read_and_the_first_one_opens() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(Vec::new(), false, egui::Theme::Light);
    for (name, words) in [
        ("port.txt", "The port of Bergen\n\nThe port of Bergen shipped 40,000 tonnes of fish in 2024."),
        ("mine.txt", "The mine of Kiruna\n\nThe mine of Kiruna sold 90,000 tonnes of ore in 2023."),
    ] {
        let path = article(folder.path(), name, words);
        window.harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path)));
    }
    window.settle();
    assert_eq!(window.app().articles(), 2);
    let open = window.app().article().unwrap();
    assert_eq!(open.source, "port.txt");
    assert!(open.text.as_str().contains("Bergen"));
    assert!(window.record().figures.iter().any(|f| f.low == Some(40_000.0)), "{:?}", window.record().figures);
}

#[test]
fn a_long_article_is_split_and_read_while_the_window_lives() {
    let folder = tempfile::tempdir().unwrap();
    let words = "The ship left the port at noon and came back at night.\n\n".repeat(9_000);
    let path = article(folder.path(), "long.txt", &format!("{words}The port sold 40,000 tonnes of fish in 2024."));
    let mut window = Window::open(Vec::new(), false, egui::Theme::Light);
    window.harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path)));
    while window.app().article().is_none() {
        window.harness.step();
    }
    assert!(window.app().article().unwrap().text.as_str().is_empty(), "its words are still being split");
    window.settle();
    assert!(window.app().article().unwrap().text.as_str().starts_with("The ship left"));
    assert!(window.record().figures.iter().any(|f| f.low == Some(40_000.0)));
}
