//! Going through what is in doubt, by key, and how far each article is.

use super::{Window, article};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use readout::record::Certainty;
use readout::ui::Selection;

fn says(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).next().is_some()
}

fn queue(window: &Window) -> usize {
    window.app().session().review.as_ref().map_or(0, readout::ui::review::Review::len)
}

fn doubts(window: &Window) -> usize {
    let record = window.record();
    let certainties = (record.mentions.iter().map(|m| m.certainty))
        .chain(record.figures.iter().map(|f| f.certainty))
        .chain(record.times.iter().map(|t| t.certainty))
        .chain(record.quotes.iter().map(|q| q.certainty))
        .chain(record.commitments.iter().map(|c| c.certainty));
    certainties.filter(|c| matches!(c, Certainty::Unsure | Certainty::Likely)).count()
}

#[test]
fn the_queue_is_answered_by_key() {
    let mut window = Window::sample();
    let all = doubts(&window);
    assert!(all > 4);
    window.press(Key::U);
    assert_eq!(queue(&window), all);
    assert!(says(&window, &format!("1 of {all} to check")));
    let first = window.app().session().selection;
    window.press(Key::A);
    assert!(says(&window, &format!("2 of {all} to check")));
    assert_eq!(doubts(&window), all - 1);
    window.press(Key::Space);
    assert!(says(&window, &format!("3 of {all} to check")));
    assert_eq!(doubts(&window), all - 1, "left open");
    window.press(Key::Backspace);
    window.press(Key::Backspace);
    assert_eq!(window.app().session().selection, first);
    assert!(says(&window, "You have checked this one"));
    window.press(Key::Space);
    window.press(Key::X);
    window.press(Key::Backspace);
    assert!(says(&window, "You rejected"));
    window.key(egui::Modifiers::COMMAND, Key::Z);
    assert!(says(&window, &format!("2 of {all} to check")) && !says(&window, "You rejected"), "asked again");
    window.press(Key::Escape);
    assert!(!says(&window, "to check"));
    assert_ne!(window.app().session().selection, Selection::None, "the review ends, what is selected stays");
    window.press(Key::U);
    assert_eq!(queue(&window), all - 1, "what was accepted does not come again");
}

#[test]
fn after_the_last_answer_the_article_is_reviewed_by_one_key_and_each_key_is_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Norway promises Seoul more salmon\n\nOslo will sell Seoul 40,000 tonnes of salmon in 2026, the \
        minister, Kari Lund, said on 3 March 2025. “We have the fish,” Lund told reporters.";
    let path = article(folder.path(), "salmon.txt", text);
    let mut window = Window::open(vec![path], false, egui::Theme::Light);
    let title = window.app().article().and_then(|a| a.title.clone()).unwrap();
    let row = |window: &Window, sign: &str| {
        let name = format!("{title}{sign}");
        window.harness.query_by_role_and_label(Role::ListItem, &name).is_some()
    };
    assert!(row(&window, ""));
    window.press(Key::U);
    window.press(Key::A);
    assert!(row(&window, ", in review") || row(&window, ", reviewed"));
    for _ in 0..doubts(&window) {
        window.press(Key::A);
    }
    assert!(row(&window, ", in review"), "an answer says nothing of the whole article");
    window.press(Key::Space);
    assert!(row(&window, ", reviewed"));
    assert!(says(&window, "marked as reviewed"));
    window.key(egui::Modifiers::COMMAND, Key::Z);
    assert!(row(&window, ", in review"));
    assert_eq!(doubts(&window), 0, "the last answer is a step of its own");
    window.key(egui::Modifiers::COMMAND, Key::Z);
    assert_eq!(doubts(&window), 1);
    window.harness.state_mut().act("reviewed");
    window.settle();
    assert!(row(&window, ", reviewed"));
    window.harness.state_mut().act("not-reviewed");
    window.settle();
    assert!(row(&window, ", in review"));
}

#[test]
fn another_mark_can_be_looked_at_on_the_way() {
    let mut window = Window::sample();
    window.press(Key::U);
    let asked = window.app().session().selection;
    window.press(Key::N);
    assert!(says(&window, "Another mark is selected"));
    window.press(Key::U);
    assert_eq!(window.app().session().selection, asked);
    let buttons = ["Accept", "Reject", "Skip", "Back", "End"];
    for name in buttons {
        assert!(window.harness.query_all_by_role_and_label(Role::Button, name).next().is_some(), "{name}");
    }
    window.harness.get_by_role_and_label(Role::Button, "End").click();
    window.settle();
    assert!(!says(&window, "to check"));
}

#[test]
fn the_date_is_asked_once_and_all_that_waited_is_settled() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Norway promises Seoul more salmon\n\nOslo will sell Seoul 40,000 tonnes of salmon in May, the \
        minister, Kari Lund, said in April. It sold half of that last year.";
    let path = article(folder.path(), "undated.txt", text);
    let mut window = Window::open(vec![path], false, egui::Theme::Light);
    assert!(window.app().article().unwrap().waiting().count() > 1);
    window.press(Key::U);
    let all = queue(&window);
    assert!(says(&window, "When was the article published?"));
    assert!(says(&window, &format!("1 of {all} to check")));
    let typed = window.harness.get_by_role_and_label(Role::TextInput, "Date of the article");
    assert!(typed.is_focused(), "nothing has to be clicked");
    window.press(Key::Escape);
    assert!(says(&window, "When was the article published?"), "Esc leaves the field, not the review");
    window.press(Key::Space);
    assert!(says(&window, &format!("2 of {all} to check")), "letters and Space are keys again");
    window.press(Key::Backspace);
    window.press(Key::Enter);
    assert!(says(&window, &format!("2 of {all} to check")), "nothing typed leaves it open");
    window.press(Key::Backspace);
    window.write("Date of the article", "4 June 2026");
    window.press(Key::Enter);
    assert_eq!(window.app().article().unwrap().waiting().count(), 0);
    assert!(!says(&window, "When was the article published?"));
    assert!(queue(&window) == 0 || says(&window, "1 of "), "begun anew, since other marks are in doubt now");
    window.key(egui::Modifiers::COMMAND, Key::Z);
    assert_eq!(window.app().article().unwrap().published, None, "one step");
}

#[test]
fn space_passes_over_the_date_although_its_field_has_the_keyboard() {
    let folder = tempfile::tempdir().unwrap();
    let path = article(folder.path(), "undated.txt", super::UNDATED);
    let mut window = Window::open(vec![path], false, egui::Theme::Light);
    window.press(Key::U);
    assert!(says(&window, "When was the article published?"));
    window.harness.get_by_role_and_label(Role::TextInput, "Date of the article").type_text(" ");
    window.settle();
    assert!(!says(&window, "When was the article published?"));
}
