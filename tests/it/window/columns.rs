//! The widths of the columns: in proportion to the window, and as the analyst dragged them.

use super::Window;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2, vec2};
use egui_kittest::kittest::Queryable as _;

/// How wide the right column is.
fn right(window: &Window) -> f32 {
    let width = window.harness.ctx.content_rect().width();
    width - edge(window).x
}

/// The middle of the edge of the right column.
fn edge(window: &Window) -> Pos2 {
    let edges = window.harness.get_all_by_role(Role::Splitter).map(|n| n.rect().center());
    edges.filter(|at| at.y > 200.0).max_by(|a, b| a.x.total_cmp(&b.x)).unwrap()
}

fn resize(window: &mut Window, width: f32, height: f32) {
    window.harness.set_size(vec2(width, height));
    window.settle();
}

#[test]
fn the_right_column_takes_its_part_of_a_wide_window_and_gives_it_back() {
    let mut window = Window::sample();
    let usual = right(&window);
    assert!((400.0..480.0).contains(&usual), "{usual}");
    resize(&mut window, 1920.0, 1080.0);
    assert!(right(&window) > 650.0, "{}", right(&window));
    resize(&mut window, 920.0, 600.0);
    assert!(right(&window) < 400.0);
    resize(&mut window, 1280.0, 800.0);
    assert!((right(&window) - usual).abs() < 1.0, "{} {usual}", right(&window));
}

#[test]
fn the_columns_come_back_after_another_scale() {
    let mut window = Window::sample();
    let usual = right(&window);
    for _ in 0..3 {
        window.key(Modifiers::ALT, Key::Plus);
    }
    window.key(Modifiers::ALT, Key::Num0);
    assert!((right(&window) - usual).abs() < 1.0, "{} {usual}", right(&window));
}

#[test]
fn a_width_that_was_dragged_stays() {
    let mut window = Window::sample();
    let (from, usual) = (edge(&window), right(&window));
    let to = pos2(from.x - 80.0, from.y);
    let press = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    for event in [
        Event::PointerMoved(from),
        press(from, true),
        Event::PointerMoved(pos2(from.x - 40.0, from.y)),
        Event::PointerMoved(to),
        press(to, false),
    ] {
        window.harness.event(event);
        window.harness.step();
    }
    window.settle();
    let dragged = right(&window);
    assert!((dragged - usual - 80.0).abs() < 6.0, "{usual} {dragged}");
    resize(&mut window, 920.0, 600.0);
    resize(&mut window, 1280.0, 800.0);
    assert!((right(&window) - dragged).abs() < 1.0);
    resize(&mut window, 1920.0, 1080.0);
    assert!((right(&window) - dragged).abs() < 1.0, "it is not wider by itself any more");
}
