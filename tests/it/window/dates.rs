//! When something is, corrected by keyboard: the reading of a time, its date, and the period of a figure.

use super::{Window, article};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::record::{Certainty, Change, Figure, Time};
use readout::ui::Selection;

const TEXT: &str = "---\ntitle: Beijing agrees to a soybean plan\ndate: 2025-10-30\n---\n\nChina will buy 12 million \
    metric tonnes of soybeans this season, the ministry said. Exports of ships rose 12 percent in May.";

fn window() -> Window {
    let folder = tempfile::tempdir().unwrap();
    let path = article(folder.path(), "plan.md", TEXT);
    Window::open(vec![path], false, egui::Theme::Light)
}

fn time(window: &Window, i: usize) -> Time {
    window.record().times[i].clone()
}

fn figure(window: &Window, i: usize) -> Figure {
    window.record().figures[i].clone()
}

/// The words and days of a figure's period.
fn period(figure: &Figure) -> Option<(&str, Option<&str>, Option<&str>)> {
    figure.window.as_ref().map(|w| (w.text.as_str(), w.from.as_deref(), w.to.as_deref()))
}

/// Types into the field that has the focus, in place of what is there.
fn retype(window: &mut Window, field: &str, words: &str) {
    assert!(window.harness.get_by_role_and_label(Role::TextInput, field).is_focused(), "{field} has the keyboard");
    window.key(Modifiers::COMMAND, Key::A);
    window.harness.get_by_role_and_label(Role::TextInput, field).type_text(words);
    window.settle();
}

/// Walks to a field by Tab.
fn tab_to(window: &mut Window, field: &str) {
    for _ in 0..20 {
        if window.harness.get_by_role_and_label(Role::TextInput, field).is_focused() {
            return;
        }
        window.press(Key::Tab);
    }
    panic!("{field} is not reached by Tab");
}

fn shows(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn a_reading_is_chosen_by_its_digit_and_chart_and_figure_follow() {
    let mut window = window();
    let before = window.record();
    window.harness.state_mut().act("figures");
    window.select(Selection::Time(0));
    assert_eq!(time(&window, 0).readings.len(), 3);
    assert!(shows(&window, "Sep–Nov 2025"), "the chart draws each reading");
    window.press(Key::Num1);
    assert!(shows(&window, "Means"), "the card stays");
    let now = time(&window, 0);
    assert_eq!((now.from.as_deref(), now.to.as_deref()), (Some("2025-09-01"), Some("2026-08-31")));
    assert_eq!((now.certainty, now.readings.len()), (Certainty::Checked, 0));
    let days = (Some("2025-09-01"), Some("2026-08-31"));
    assert_eq!(period(&figure(&window, 0)), Some(("this season", days.0, days.1)), "the figure follows its time");
    assert!(!shows(&window, "Sep–Nov 2025"), "one bar is left");
    window.harness.state_mut().act("timeline");
    window.settle();
    assert!(shows(&window, "this season"), "the timeline has it now");
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record(), before, "one step");
    let second = reading(&before.times[0], 1);
    window.harness.get_by_role_and_label(Role::Button, &second).click_accesskit();
    window.settle();
    assert_eq!(time(&window, 0).value.as_deref(), Some("2025-FA"), "and by its button");
}

/// The words on the button of a reading.
fn reading(time: &Time, i: usize) -> String {
    let r = &time.readings[i];
    let words = readout::ui::facts::stretch(&r.value, r.from.as_deref(), r.to.as_deref());
    format!("{}  {words}: {}", i + 1, r.because)
}

#[test]
fn a_date_is_set_by_hand() {
    let mut window = window();
    let before = window.record();
    window.select(Selection::Time(1));
    window.press(Key::Enter);
    retype(&mut window, "Date", "May");
    assert!(shows(&window, "A date is a day like"), "what is wrong is said");
    window.press(Key::Enter);
    assert_eq!(window.record(), before);
    window.press(Key::Escape);
    assert!(window.harness.query_by_role_and_label(Role::TextInput, "Date").is_none(), "Esc leaves the field");
    assert_eq!(window.app().session().selection, Selection::Time(1), "and only that");
    window.press(Key::Enter);
    retype(&mut window, "Date", "2024-05/2024-06");
    window.press(Key::Enter);
    let now = time(&window, 1);
    assert_eq!((now.from.as_deref(), now.to.as_deref()), (Some("2024-05-01"), Some("2024-06-30")));
    assert_eq!(period(&figure(&window, 1)), Some(("May", Some("2024-05-01"), Some("2024-06-30"))));
    window.harness.state_mut().act("timeline");
    window.settle();
    assert!(shows(&window, "2024-06-30"), "the table has it");
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record(), before, "one step");
}

#[test]
fn the_period_and_the_direction_of_a_figure_are_edited() {
    let mut window = window();
    let before = window.record();
    window.select(Selection::Figure(0));
    window.press(Key::Enter);
    tab_to(&mut window, "Starts");
    retype(&mut window, "Starts", "2025-09");
    window.press(Key::Tab);
    retype(&mut window, "Ends", "2024");
    assert!(shows(&window, "This ends before it starts."));
    retype(&mut window, "Ends", "2026-08");
    window.press(Key::Enter);
    let days = (Some("2025-09-01"), Some("2026-08-31"));
    assert_eq!(period(&figure(&window, 0)), Some(("this season", days.0, days.1)), "the article's words stay");
    assert_eq!(time(&window, 0).readings.len(), 3, "the time is another mark");
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record(), before, "one step");
    window.press(Key::Enter);
    window.harness.get_by_role_and_label(Role::Button, "No period").click_accesskit();
    window.settle();
    window.harness.get_by_label("Apply").click_accesskit();
    window.settle();
    assert_eq!(figure(&window, 0).window, None);
    window.select(Selection::Figure(1));
    assert_eq!(figure(&window, 1).change, Some(Change::Up));
    window.press(Key::Enter);
    window.harness.get_by_role_and_label(Role::ComboBox, "Change").click_accesskit();
    window.settle();
    window.harness.get_by_role_and_label(Role::Button, "down").click_accesskit();
    window.settle();
    window.harness.get_by_label("Apply").click_accesskit();
    window.settle();
    assert_eq!(figure(&window, 1).change, Some(Change::Down));
}

#[test]
fn amounts_are_typed_as_people_write_them_and_a_backward_range_is_refused() {
    let mut window = window();
    let before = window.record();
    let apply_is_off = |window: &Window| window.harness.get_by_label("Apply").accesskit_node().is_disabled();
    window.select(Selection::Figure(0));
    window.press(Key::Enter);
    retype(&mut window, "From", "13m");
    assert!(shows(&window, "13 million tonnes · this season"), "the one that is typed counts for both ends");
    window.harness.get_by_role_and_label(Role::ComboBox, "Bound").click_accesskit();
    window.settle();
    window.press(Key::Escape);
    assert!(window.harness.query_by_role_and_label(Role::TextInput, "From").is_some(), "Esc closes the list alone");
    window.harness.get_by_role_and_label(Role::ComboBox, "Bound").click_accesskit();
    window.settle();
    window.harness.get_by_role_and_label(Role::Button, "from … to").click();
    window.settle();
    assert!(shows(&window, "From is more than To.") && apply_is_off(&window));
    assert!(!shows(&window, "13–12"), "no preview of what cannot be");
    window.harness.get_by_role_and_label(Role::TextInput, "To").focus();
    window.settle();
    retype(&mut window, "To", "lots");
    assert!(shows(&window, "From and To are amounts") && apply_is_off(&window));
    window.press(Key::Enter);
    assert_eq!(window.record(), before);
    window.press(Key::Escape);
    assert!(window.harness.query_by_role_and_label(Role::TextInput, "From").is_none(), "Esc closes the form");
    assert_eq!(window.app().session().selection, Selection::Figure(0), "and keeps the selection");
    window.press(Key::Escape);
    assert_eq!(window.app().session().selection, Selection::None, "and drops it then");
    window.select(Selection::Figure(0));
    window.press(Key::Enter);
    retype(&mut window, "From", "1,300.5");
    window.press(Key::Enter);
    assert_eq!((figure(&window, 0).low, figure(&window, 0).high), (Some(1300.5), Some(1300.5)));
}

#[test]
fn dates_are_kept_in_the_file_and_in_json() {
    let mut window = window();
    window.select(Selection::Time(0));
    window.press(Key::Num1);
    window.select(Selection::Time(1));
    window.press(Key::Enter);
    retype(&mut window, "Date", "2024");
    window.press(Key::Enter);
    let (record, folder) = (window.record(), tempfile::tempdir().unwrap());
    let (saved, json) = (folder.path().join("plan.readout"), folder.path().join("plan.json"));
    window.choose(&saved);
    window.key(Modifiers::COMMAND, Key::S);
    window.choose(&json);
    window.harness.state_mut().act("export");
    window.settle();
    drop(window);
    let window = Window::open(vec![saved], false, egui::Theme::Light);
    assert_eq!(window.record(), record);
    drop(window);
    let mut window = Window::open(Vec::new(), false, egui::Theme::Light);
    window.choose(&json);
    window.harness.state_mut().act("import");
    window.settle();
    assert_eq!(window.record(), record);
}
