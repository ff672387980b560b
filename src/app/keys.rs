//! What the keys pressed in a frame ask for.

use super::App;
use super::actions::{ACTIONS, Action, act};
use crate::ui::views::VIEWS;
use crate::ui::{View, sight};
use egui::{Event, Key};

/// Does what the keys pressed in this frame ask for. Letters are for writing while something is being written.
pub(super) fn take(app: &mut App) {
    if app.sheet.is_some() {
        return;
    }
    let writing = app.context.text_edit_focused();
    let focused = !sight::free(&app.context);
    let left = app.focused && !focused || egui::Popup::is_any_open(&app.context);
    let ready: Vec<&Action> = ACTIONS.iter().filter(|action| (action.enabled)(app)).collect();
    let pressed = app.context.input_mut(|input| {
        let mut pressed = Vec::new();
        input.events.retain(|event| {
            let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return true };
            // A digit is meant by its key: with Shift, or on a French keyboard, it is another sign.
            let same = |wanted: Key| wanted == *key || (is_digit(wanted) && *physical_key == Some(wanted));
            let hit = ready.iter().find(|action| {
                action.keys.iter().any(|k| {
                    // Space and Enter press the button that has the focus.
                    let by_focus = matches!(k.logical_key, Key::Space | Key::Enter);
                    // Esc leaves a field, a button or a menu first: that is egui's to do.
                    let leaves = left && k.logical_key == Key::Escape;
                    let free = !(writing || leaves || focused && by_focus)
                        || k.modifiers.command
                        || is_function(k.logical_key);
                    free && same(k.logical_key) && modifiers.matches_exact(k.modifiers)
                })
            });
            let view = || {
                let wanted = |view: &&View| same(view.keys.logical_key) && modifiers.matches_exact(view.keys.modifiers);
                VIEWS.iter().find(wanted).map(|view| view.id)
            };
            let hit = hit.map(|action| action.id).or_else(view);
            pressed.extend(hit);
            hit.is_none()
        });
        pressed
    });
    for id in pressed {
        act(app, id);
    }
}

fn is_digit(key: Key) -> bool {
    let digits =
        [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    digits.contains(&key)
}

fn is_function(key: Key) -> bool {
    matches!(key, Key::F1 | Key::F3 | Key::F6)
}
