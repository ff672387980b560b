//! Who is meant across articles: what the list and the inspector show, and what the analyst answers.

use super::{Window, article};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use readout::ui::Selection;

const MINISTER: &str = "Norway promises Seoul more salmon\n\nTrade Minister Kari Lund met Ola Berg in Oslo on Monday. \
    “We have the fish,” Lund told reporters.";
const AGAIN: &str = "Salmon price falls\n\nKari Lund said on Tuesday that the price of salmon had fallen by 5 percent.";
const SHORT: &str =
    "A visit to the harbour\n\nMr Lund went to the harbour of Bergen with Ola Berg. Lund liked the fish.";

fn open(texts: &[&str]) -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    for (n, text) in texts.iter().enumerate() {
        article(folder.path(), &format!("{n}.txt"), text);
    }
    (Window::open(vec![folder.path().to_path_buf()], false, egui::Theme::Light), folder)
}

fn says(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).next().is_some()
}

fn press(window: &mut Window, role: Role, name: &str) {
    window.harness.get_by_role_and_label(role, name).click_accesskit();
    window.settle();
}

fn select(window: &mut Window, name: &str) {
    let id = window.record().entities.iter().find(|e| e.name == name).unwrap().id;
    window.select(Selection::Entity(id));
}

#[test]
fn the_same_full_name_is_one_and_leads_to_the_other_article() {
    let (mut window, _folder) = open(&[MINISTER, AGAIN]);
    window.harness.get_by_role_and_label(Role::ListItem, "Kari Lund, 2, in 2 articles");
    select(&mut window, "Kari Lund");
    assert!(says(&window, "In 2 articles"));
    press(&mut window, Role::Link, "Salmon price falls");
    assert_eq!(window.app().article().and_then(|a| a.title.clone()).as_deref(), Some("Salmon price falls"));
    assert!(matches!(window.app().session().selection, Selection::Entity(_)), "the same person there");
    press(&mut window, Role::Button, "Not the same as in the others");
    assert!(!says(&window, "In 2 articles"));
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(says(&window, "In 2 articles"));
}

#[test]
fn a_doubtful_name_is_asked_about_and_the_answer_holds_everywhere() {
    let (mut window, _folder) = open(&[SHORT, MINISTER, SHORT.replace("Bergen", "Stavanger").as_str()]);
    select(&mut window, "Lund");
    assert!(says(&window, "Is this the same as “Kari Lund”"), "asked");
    press(&mut window, Role::Button, "The same");
    assert!(!says(&window, "Is this the same as"));
    assert!(says(&window, "In 3 articles"), "the third article has the same name");
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(says(&window, "Is this the same as “Kari Lund”"));
    press(&mut window, Role::Button, "Not the same");
    assert!(!says(&window, "Is this the same as") && !says(&window, "In 3 articles"));
}

#[test]
fn a_rate_that_dated_articles_tell_is_one_line_whose_steps_open_them() {
    let dated = |day: &str, words: &str| format!("Duties on steel\n3 {day}\n\n{words} Talks go on in Oslo.");
    let texts = [
        dated("March 2025", "The United States levies a tariff of 25% on steel."),
        dated("June 2025", "The United States raised its tariff on steel to 50%."),
        dated("July 2025", "Norway raised its tariff on wine to 9%."),
    ];
    let (mut window, _folder) = open(&texts.each_ref().map(String::as_str));
    let day = |window: &Window| window.app().article().and_then(|a| a.published.clone()).unwrap();
    let here = day(&window);
    let [here, there] = if here == "2025-03-03" { ["3 Mar", "3 Jun"] } else { ["3 Jun", "3 Mar"] };
    window.harness.get_by_label_contains(&format!("{here} 2025, United States: Steel"));
    let step = format!("{there} 2025, United States: Steel");
    window.harness.get_by_label_contains(&step).click_accesskit();
    window.settle();
    assert!(matches!(window.app().session().selection, Selection::Figure(_)), "the figure of the other article");
    let chart = window.harness.query_all_by_label_contains("2025, United States: Steel").count();
    assert_eq!((day(&window).as_str(), chart), (if there == "3 Jun" { "2025-06-03" } else { "2025-03-03" }, 2));
}

#[test]
fn a_name_that_was_joined_is_split_off() {
    let mut window = Window::sample();
    let (before, name) = (window.record(), window.main_entity());
    window.click_entity(&name);
    window.press(Key::M);
    window.press(Key::Enter);
    let merged = window.record();
    assert_eq!(merged.entities.len(), before.entities.len() - 1);
    let stays = match window.app().session().selection {
        Selection::Entity(id) => merged.entity(id).unwrap().clone(),
        other => panic!("{other:?} is no entity"),
    };
    assert!(stays.aliases.iter().any(|alias| alias.text == name));
    press(&mut window, Role::Button, &format!("Split off “{name}” again"));
    assert_eq!(window.record(), before);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record(), merged);
}

#[test]
fn the_review_asks_who_is_meant_in_other_articles() {
    let (mut window, _folder) = open(&[SHORT, MINISTER]);
    window.press(Key::U);
    while !says(&window, "Is this the same as “Kari Lund”") {
        assert!(says(&window, "to check"), "it is never asked");
        window.press(Key::Space);
    }
    window.press(Key::A);
    assert!(!says(&window, "Is this the same as “Kari Lund”"), "it goes on");
    let id = window.record().entities.iter().find(|e| e.name == "Lund").unwrap().id;
    window.select(Selection::Entity(id));
    assert!(says(&window, "In 2 articles"));
}
