//! Reading: size of the text, copying with the source, hints of a first start, motion.

use super::{Window, article};
use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::sync::{Arc, Mutex};

/// Notes what is put on the clipboard.
#[derive(Clone, Default)]
struct Clipboard(Arc<Mutex<Vec<String>>>);

impl egui::Plugin for Clipboard {
    fn debug_name(&self) -> &'static str {
        "clipboard"
    }

    fn output_hook(&mut self, _: &egui::Context, output: &mut egui::FullOutput) {
        for command in &output.platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                self.0.lock().unwrap().push(text.clone());
            }
        }
    }
}

#[test]
fn words_are_copied_alone_or_with_their_source() {
    let folder = tempfile::tempdir().unwrap();
    let text =
        "Norway promises Seoul more salmon\n\nOslo will sell Seoul 40,000 tonnes of salmon in 2026. Nobody minds.";
    let path = article(folder.path(), "salmon.txt", text);
    let mut window = Window::open(vec![path], false, egui::Theme::Light);
    let clipboard = Clipboard::default();
    window.harness.ctx.add_plugin(clipboard.clone());
    let copy = |window: &mut Window, modifiers| {
        window.key(modifiers, Key::C);
        clipboard.0.lock().unwrap().pop()
    };
    assert_eq!(copy(&mut window, Modifiers::COMMAND), None, "nothing is selected");
    let figure = window.harness.get_all_by_role_and_label(Role::Link, "40,000 tonnes").next().unwrap();
    figure.click_accesskit();
    window.settle();
    assert_eq!(copy(&mut window, Modifiers::COMMAND).as_deref(), Some("40,000 tonnes"));
    let quoted = copy(&mut window, Modifiers::COMMAND | Modifiers::SHIFT).unwrap();
    let lines: Vec<&str> = quoted.lines().collect();
    assert_eq!(lines[0], "“Oslo will sell Seoul 40,000 tonnes of salmon in 2026.”");
    assert!(
        lines[1].starts_with("— Norway promises Seoul more salmon") && lines[1].contains("salmon.txt"),
        "{lines:?}"
    );
}

fn height(window: &Window) -> f32 {
    window.harness.get_all_by_role(Role::Paragraph).next().unwrap().rect().height()
}

#[test]
fn the_text_grows_and_shrinks_by_key_and_its_place_stays() {
    let mut window = Window::sample();
    let usual = height(&window);
    for _ in 0..4 {
        window.key(Modifiers::COMMAND, Key::Plus);
    }
    assert!(height(&window) > usual * 1.3, "larger letters");
    window.key(Modifiers::COMMAND, Key::Num0);
    assert_eq!(height(&window), usual);
    window.key(Modifiers::COMMAND, Key::Minus);
    assert!(height(&window) < usual);
    let zoom = window.harness.ctx.zoom_factor();
    window.key(Modifiers::ALT, Key::Plus);
    assert!(window.harness.ctx.zoom_factor() > zoom, "the whole window");
}

#[test]
fn a_line_has_as_many_letters_as_reads_well() {
    let window = Window::sample();
    let paragraphs = window.harness.get_all_by_role(Role::Paragraph);
    let long = paragraphs.map(|p| (p.accesskit_node().label().unwrap_or_default(), p.rect().height()));
    let (letters, lines) = long.fold((0.0, 0.0), |(letters, lines), (words, height)| {
        // The last line of a paragraph is half full.
        let full = (height / readout::ui::theme::size::LEADING).round() - 0.5;
        (letters + words.chars().count() as f32, lines + full)
    });
    let measure = letters / lines;
    assert!((55.0..=78.0).contains(&measure), "{measure} letters a line");
}

#[test]
fn hints_are_shown_when_asked_for_and_go_by_key() {
    let mut window = Window::sample();
    let shown = |window: &Window| window.harness.query_all_by_label_contains("Got it").next().is_some();
    assert!(!shown(&window), "a test is no first start");
    window.harness.state_mut().act("hints");
    window.settle();
    assert!(shown(&window));
    window.press(Key::N);
    assert!(shown(&window), "they are in nobody's way");
    let selected = window.app().session().selection;
    window.press(Key::Escape);
    assert!(!shown(&window));
    assert_eq!(window.app().session().selection, selected, "Esc closes one thing at a time");
}

#[test]
fn motion_is_switched_off_and_on() {
    let mut window = Window::sample();
    let time = |window: &Window| window.harness.ctx.global_style().animation_time;
    window.harness.state_mut().act("motion");
    window.settle();
    assert_eq!(time(&window), 0.0);
    window.harness.state_mut().act("motion");
    window.settle();
    assert!(time(&window) > 0.0);
}

#[test]
fn esc_goes_back_to_where_one_was_reading() {
    let mut window = Window::sample();
    let first = |window: &Window| {
        let mut paragraphs = window.harness.get_all_by_role(Role::Paragraph);
        paragraphs.next().and_then(|p| p.accesskit_node().label()).unwrap()
    };
    let start = first(&window);
    let last = window.record().figures.len() - 1;
    window.select(readout::ui::Selection::Figure(last));
    window.select(readout::ui::Selection::Figure(last / 2));
    assert_ne!(first(&window), start, "it has gone there");
    window.press(Key::Escape);
    assert_eq!(first(&window), start);
    window.select(readout::ui::Selection::Figure(last));
    window.harness.key_press(Key::ArrowUp);
    window.settle();
    window.press(Key::Escape);
    assert_ne!(first(&window), start, "one has gone on reading there");
}

#[test]
fn a_narrow_window_leaves_room_for_the_article() {
    let mut window = Window::sample();
    let shown = |window: &Window| window.harness.query_by_role_and_label(Role::Label, "Articles").is_some();
    for (width, expected) in [(800.0, false), (1280.0, true)] {
        window.harness.set_size(egui::vec2(width, 800.0));
        window.harness.run_steps(12);
        assert_eq!(shown(&window), expected, "{width}");
    }
    window.harness.set_size(egui::vec2(800.0, 800.0));
    window.harness.run_steps(4);
    window.key(Modifiers::COMMAND, Key::B);
    window.harness.run_steps(12);
    assert!(shown(&window), "when it is asked for");
}

#[test]
fn words_that_are_dragged_over_stay_in_sight_when_their_card_opens() {
    let mut window = Window::sample();
    let paragraphs = window.harness.get_all_by_role(Role::Paragraph);
    let low = paragraphs.map(|p| (p.rect(), p.accesskit_node().label())).filter(|(rect, _)| rect.top() < 760.0);
    let (rect, words) = low.max_by(|(a, _), (b, _)| a.top().total_cmp(&b.top())).unwrap();
    assert!(rect.top() > 560.0, "in the lower third: {rect:?}");
    let from = rect.left_top() + egui::vec2(30.0, 12.0);
    let press = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let drag = [40.0, 90.0, 160.0].map(|by| egui::Event::PointerMoved(from + egui::vec2(by, 0.0)));
    let start = [egui::Event::PointerMoved(from), press(from, true)];
    for event in start.into_iter().chain(drag) {
        window.harness.event(event);
        window.harness.step();
    }
    assert!(window.app().session().passage.is_some());
    assert!(window.harness.query_by_label_contains("Mark these words as").is_none(), "the card waits");
    window.harness.event(press(from + egui::vec2(160.0, 0.0), false));
    window.settle();
    assert!(window.app().session().passage.is_some());
    let edges = window.harness.get_all_by_role(Role::Splitter).map(|n| n.rect());
    let card = edges.filter(|edge| edge.width() > 300.0).map(|edge| edge.center().y).fold(0.0, f32::max);
    let mut now = window.harness.get_all_by_role(Role::Paragraph);
    let now = now.find(|p| p.accesskit_node().label() == words).unwrap().rect();
    assert!(card > 100.0 && now.top() + 24.0 < card, "{now:?} stands above the card at {card}");
}
