//! Every correction by keyboard alone, each one step that undo takes back.

use super::{Window, article};
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::record::{Bound, Certainty, EntityKind, QuoteKind, Record, Status};
use readout::ui::Selection;

const TEXT: &str = "Norway promises Seoul more salmon\n\nNorway will sell Seoul 40,000 tonnes of salmon in May 2026, \
    the fisheries minister, Kari Lund, said on 3 March 2026. “We have the fish,” Lund told reporters.\n\nOfficials in \
    Washington said nothing. A spokesman in Washington called the plan modest. Lund will go to Washington in June 2026.";

fn window() -> Window {
    let folder = tempfile::tempdir().unwrap();
    let path = article(folder.path(), "salmon.txt", TEXT);
    Window::open(vec![path], false, egui::Theme::Light)
}

fn words(window: &Window, selection: Selection) -> String {
    let article = window.app().article().unwrap();
    readout::ui::marks::span(selection, &article.record).map(|s| article.text.slice(s).to_owned()).unwrap_or_default()
}

/// Walks to the first mark of some words by `n` alone.
fn walk_to(window: &mut Window, wanted: &str, fits: fn(Selection) -> bool) {
    window.press(Key::Escape);
    for _ in 0..80 {
        window.press(Key::N);
        let here = window.app().session().selection;
        if fits(here) && words(window, here) == wanted {
            return;
        }
    }
    panic!("no mark “{wanted}” is reached by n");
}

fn to_mention(window: &mut Window, wanted: &str) {
    walk_to(window, wanted, |s| matches!(s, Selection::Mention(_)));
}

fn kinds(record: &Record, text: &str, words: &str) -> Vec<EntityKind> {
    let of = |m: &&readout::record::Mention| text.get(m.span.start as usize..m.span.end as usize) == Some(words);
    record.mentions.iter().filter(of).map(|m| m.kind).collect()
}

fn kinds_of(window: &Window, words: &str) -> Vec<EntityKind> {
    kinds(&window.record(), window.app().article().unwrap().text.as_str(), words)
}

/// Undoes the last key, and checks that this was all it did.
fn back_to(window: &mut Window, before: &Record) {
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(&window.record(), before, "one key is one step");
}

#[test]
fn a_kind_is_set_for_one_and_for_those_that_stay_ticked() {
    use EntityKind::{Organization, Place};
    let mut window = window();
    let before = window.record();
    to_mention(&mut window, "Washington");
    window.press(Key::Num2);
    assert_eq!(kinds_of(&window, "Washington"), [Organization, Place, Place]);
    back_to(&mut window, &before);
    window.key(Modifiers::SHIFT, Key::Num2);
    let listed = |window: &Window| {
        let boxes = window.harness.get_all_by_role(Role::CheckBox);
        boxes
            .filter(|b| {
                b.accesskit_node().label().is_some_and(|l| l.contains("in Washington") || l.contains("to Washington"))
            })
            .count()
    };
    assert_eq!(listed(&window), 3, "the list comes first");
    assert_eq!(window.record(), before, "and nothing has changed yet");
    window.press(Key::Tab);
    window.press(Key::Space);
    let mut boxes = window.harness.get_all_by_role(Role::CheckBox);
    let second = boxes.find(|b| b.accesskit_node().label().is_some_and(|l| l.contains("spokesman in"))).unwrap();
    assert_eq!(second.accesskit_node().toggled(), Some(Toggled::False));
    drop(boxes);
    window.press(Key::Enter);
    assert_eq!(kinds_of(&window, "Washington"), [Organization, Place, Organization]);
    back_to(&mut window, &before);
    window.key(Modifiers::SHIFT, Key::Num2);
    window.press(Key::Escape);
    assert_eq!(window.record(), before, "Esc leaves everything");
}

#[test]
fn marks_are_rejected_one_by_one_or_all_with_their_words() {
    let mut window = window();
    let before = window.record();
    to_mention(&mut window, "Washington");
    window.press(Key::X);
    assert_eq!(kinds_of(&window, "Washington").len(), 2);
    back_to(&mut window, &before);
    to_mention(&mut window, "Washington");
    window.key(Modifiers::SHIFT, Key::X);
    window.press(Key::Enter);
    assert_eq!(kinds_of(&window, "Washington").len(), 0);
    back_to(&mut window, &before);
    walk_to(&mut window, "40,000 tonnes", |s| matches!(s, Selection::Figure(_)));
    window.press(Key::X);
    assert_eq!(window.record().figures.len(), before.figures.len() - 1);
    back_to(&mut window, &before);
}

#[test]
fn a_name_is_split_from_its_entity_and_merged_again() {
    let mut window = window();
    let before = window.record();
    let bearers = |window: &Window| {
        let record = window.record();
        record.entities.iter().filter(|e| e.name.contains("Lund")).map(|e| e.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(bearers(&window), ["Kari Lund"]);
    to_mention(&mut window, "Lund");
    window.press(Key::S);
    window.press(Key::Enter);
    assert_eq!(bearers(&window), ["Kari Lund", "Lund"], "another one of that name");
    let split = window.record();
    window.press(Key::M);
    for letter in ["K", "a", "r", "i"] {
        window.harness.get_by_label("Name").type_text(letter);
        window.settle();
    }
    window.press(Key::Enter);
    assert_eq!(bearers(&window), ["Kari Lund"]);
    to_mention(&mut window, "Lund");
    window.press(Key::S);
    window.press(Key::Enter);
    assert_eq!(bearers(&window), ["Kari Lund", "Lund"], "an analyst's merge is split in the same way");
    window.key(Modifiers::COMMAND, Key::Z);
    back_to(&mut window, &split);
    back_to(&mut window, &before);
}

#[test]
fn a_name_is_changed_and_a_figure_edited_without_a_pointer() {
    let mut window = window();
    let before = window.record();
    to_mention(&mut window, "Kari Lund");
    window.press(Key::R);
    window.key(Modifiers::COMMAND, Key::A);
    window.harness.get_by_label("New name").type_text("K. Lund");
    window.settle();
    window.press(Key::Enter);
    assert!(window.record().entities.iter().any(|e| e.name == "K. Lund"));
    back_to(&mut window, &before);
    walk_to(&mut window, "40,000 tonnes", |s| matches!(s, Selection::Figure(_)));
    window.press(Key::Enter);
    assert!(window.harness.get_by_role_and_label(Role::TextInput, "From").is_focused(), "nothing to click");
    window.press(Key::Escape);
    assert!(window.harness.query_by_role_and_label(Role::TextInput, "From").is_none(), "Esc leaves the fields");
    assert!(matches!(window.app().session().selection, Selection::Figure(_)), "and only them");
    window.press(Key::Enter);
    window.key(Modifiers::COMMAND, Key::A);
    window.harness.get_by_role_and_label(Role::TextInput, "From").type_text("50000");
    window.settle();
    window.press(Key::Enter);
    let figure = &window.record().figures[0];
    assert_eq!((figure.low, figure.certainty, figure.bound), (Some(5e4), Certainty::Checked, Bound::Exact));
    back_to(&mut window, &before);
}

#[test]
fn a_name_that_was_missed_is_found_stretched_and_marked() {
    let mut window = window();
    let before = window.record();
    let selected = |window: &Window| {
        let article = window.app().article().unwrap();
        window.app().session().passage.map(|p| article.text.slice(p).to_owned())
    };
    window.key(Modifiers::COMMAND, Key::F);
    window.write("Find in article", "plan");
    window.key(Modifiers::COMMAND, Key::Enter);
    assert_eq!(selected(&window).as_deref(), Some("plan"));
    window.key(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(selected(&window).as_deref(), Some("plan modest"));
    window.key(Modifiers::SHIFT, Key::ArrowLeft);
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(selected(&window).as_deref(), Some("the plan"));
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    window.press(Key::Num9);
    assert_eq!(kinds_of(&window, "plan"), [EntityKind::Law]);
    back_to(&mut window, &before);
    to_mention(&mut window, "Lund");
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowLeft);
    assert!(selected(&window).is_some_and(|words| words.ends_with("Lund") && words.len() > 4), "a mark, made longer");
}

#[test]
fn a_correction_is_made_everywhere_without_a_pointer() {
    let mut window = window();
    let undo_says = |window: &mut Window, words: &str| {
        window.harness.get_by_role_and_label(Role::Button, "Edit").click_accesskit();
        window.settle();
        let found = window.harness.query_all_by_label_contains(words).any(|n| {
            n.accesskit_node().label().is_some_and(|label| label.starts_with("Undo") && label.contains("everywhere"))
        });
        window.press(Key::Escape);
        found
    };
    to_mention(&mut window, "Lund");
    window.press(Key::M);
    window.press(Key::Tab);
    window.press(Key::Space);
    window.press(Key::Enter);
    assert!(undo_says(&mut window, "Merge"));
    to_mention(&mut window, "Washington");
    window.press(Key::R);
    window.harness.get_by_label("New name").type_text("X");
    window.settle();
    window.press(Key::Tab);
    window.press(Key::Space);
    window.press(Key::Enter);
    assert!(undo_says(&mut window, "Rename"));
}

#[test]
fn accepting_carries_the_pencil() {
    let mut window = window();
    let before = window.record();
    walk_to(&mut window, "40,000 tonnes", |s| matches!(s, Selection::Figure(_)));
    window.press(Key::A);
    assert_eq!(window.record().figures[0].certainty, Certainty::Checked);
    assert!(window.harness.query_all_by_label_contains("checked by you").next().is_some());
    back_to(&mut window, &before);
}

/// Walks by Tab alone to a control.
fn tab_to(window: &mut Window, role: Role, name: &str) {
    for _ in 0..120 {
        if window.harness.query_by_role_and_label(role, name).is_some_and(|node| node.is_focused()) {
            return;
        }
        window.press(Key::Tab);
    }
    panic!("“{name}” is not reached by Tab");
}

#[test]
fn a_merge_is_taken_back_by_its_button_without_a_pointer() {
    let mut window = window();
    let names = |window: &Window| window.record().entities.iter().map(|e| e.name.clone()).collect::<Vec<_>>();
    let before = names(&window);
    to_mention(&mut window, "Seoul");
    window.press(Key::M);
    for letter in ["W", "a", "s", "h"] {
        window.harness.get_by_label("Name").type_text(letter);
        window.settle();
    }
    window.press(Key::Enter);
    let merged = window.record();
    assert!(!names(&window).contains(&"Seoul".to_owned()));
    tab_to(&mut window, Role::Button, "Split off “Seoul” again");
    window.press(Key::Space);
    assert_eq!(names(&window), before, "they are two again");
    back_to(&mut window, &merged);
}

#[test]
fn a_speaker_is_chosen_without_a_pointer() {
    let mut window = window();
    let before = window.record();
    let speaker = |window: &Window| {
        let record = window.record();
        let quote = record.quotes.iter().find(|q| q.kind == QuoteKind::Direct).unwrap();
        quote.speaker.and_then(|id| record.entity(id)).map(|e| e.name.clone())
    };
    assert_eq!(speaker(&window).as_deref(), Some("Kari Lund"));
    walk_to(&mut window, "“We have the fish,”", |s| matches!(s, Selection::Quote(_)));
    tab_to(&mut window, Role::ComboBox, "Speaker");
    window.press(Key::Space);
    tab_to(&mut window, Role::Button, "Norway");
    window.press(Key::Space);
    assert_eq!(speaker(&window).as_deref(), Some("Norway"));
    back_to(&mut window, &before);
    tab_to(&mut window, Role::ComboBox, "Speaker");
    window.press(Key::Space);
    tab_to(&mut window, Role::Button, "not named");
    window.press(Key::Enter);
    assert_eq!(speaker(&window), None);
    back_to(&mut window, &before);
}

#[test]
fn the_status_of_a_commitment_is_set_without_a_pointer() {
    let mut window = window();
    let before = window.record();
    let words = "Norway will sell Seoul 40,000 tonnes of salmon in May 2026";
    walk_to(&mut window, words, |s| matches!(s, Selection::Commitment(_)));
    assert_eq!(window.record().commitments[0].status, Status::Promised);
    tab_to(&mut window, Role::Button, "denied");
    window.press(Key::Space);
    let now = window.record().commitments[0].clone();
    assert_eq!((now.status, now.certainty), (Status::Denied, Certainty::Checked));
    back_to(&mut window, &before);
}
