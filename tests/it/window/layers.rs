//! Layers: what is hidden in the text stays in the lists, and keys pass over it.

use super::Window;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use readout::ui::Selection;

fn links(window: &Window, words: &str) -> usize {
    window.harness.query_all_by_role_and_label(Role::Link, words).count()
}

#[test]
fn a_layer_is_hidden_and_shown_by_its_switch_and_by_an_action() {
    let mut window = Window::sample();
    let record = window.record();
    let figure = window.app().article().map(|a| a.text.slice(record.figures[0].span).to_owned()).unwrap();
    let before = links(&window, &figure);
    assert!(before > 0);
    window.harness.get_by_role_and_label(Role::CheckBox, "Figures in the text").click_accesskit();
    window.settle();
    assert!(links(&window, &figure) < before);
    assert_eq!(window.record(), record, "hidden, not dropped");
    for _ in 0..record.figures.len() + record.mentions.len() {
        window.harness.state_mut().act("next-mark");
        assert!(!matches!(window.app().session().selection, Selection::Figure(_)));
    }
    window.harness.state_mut().act("layer-11");
    window.press(Key::Escape);
    window.press(Key::Home);
    assert_eq!(links(&window, &figure), before);
    window.harness.state_mut().act("layer-1");
    window.settle();
    assert!(window.app().session().layers.hide_some());
    window.harness.get_by_role_and_label(Role::CheckBox, "People in the text").click_accesskit();
    window.settle();
    assert!(!window.app().session().layers.hide_some());
}

#[test]
fn the_mentions_of_an_entity_stand_beside_the_scroll_bar_and_are_walked_by_key() {
    let mut window = Window::sample();
    let name = window.main_entity();
    window.click_entity(&name);
    let strip = window.harness.get_by_label_contains("Where the selection stands");
    let room = strip.rect();
    let before = window.app().session().goto;
    for y in 0..40_u8 {
        let at = egui::pos2(room.center().x, room.top() + room.height() * f32::from(y) / 40.0);
        window.harness.hover_at(at);
        window.harness.drag_at(at);
        window.harness.drop_at(at);
        window.settle();
    }
    assert_ne!(window.app().session().goto, before, "a click on a tick goes there");
    window.press(Key::CloseBracket);
    let first = window.app().session().selection;
    assert!(matches!(first, Selection::Mention(_)));
    window.press(Key::CloseBracket);
    assert_ne!(window.app().session().selection, first);
    window.press(Key::OpenBracket);
    assert_eq!(window.app().session().selection, first);
}
