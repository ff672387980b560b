//! The tabs of the right column on one line: those that have no room wait in a menu at its end.

use super::VIEWS;
use crate::ui::{Cx, Intent, SessionChange};
use egui::containers::menu::MenuButton;
use egui::{Button, FontId, Response, Ui, Vec2};

/// Around the words of a tab, to its left and to its right.
const PADDING: f32 = 6.0;
/// The menu of the tabs that have no room.
const MORE: &str = "More";

/// Draws the tabs; returns that of the open view.
pub fn tabs(cx: &Cx<'_>, ui: &mut Ui, intents: &mut Vec<Intent>) -> Option<Response> {
    let widths: Vec<f32> = VIEWS.iter().map(|view| wide(ui, view.title)).collect();
    let chosen = VIEWS.iter().position(|view| view.id == cx.session.view);
    let room = ui.available_width();
    // The column keeps its width, however narrow what it holds is.
    ui.set_min_width(room);
    let shown = fitting(&widths, wide(ui, MORE), room, chosen);
    let mut open = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.spacing_mut().button_padding.x = PADDING;
        for view in shown.iter().filter_map(|&i| VIEWS.get(i)) {
            let tab = ui.add(Button::selectable(cx.session.view == view.id, view.title));
            let tab = tab.on_hover_text(ui.ctx().format_shortcut(&view.keys));
            if tab.clicked() {
                intents.push(Intent::Session(SessionChange::Show(view.id)));
            }
            if cx.session.view == view.id {
                open = Some(tab);
            }
        }
        if shown.len() == VIEWS.len() {
            return;
        }
        MenuButton::from_button(Button::new(MORE).frame_when_inactive(false)).ui(ui, |ui| {
            for (_, view) in VIEWS.iter().enumerate().filter(|(i, _)| !shown.contains(i)) {
                let item = Button::new(view.title).shortcut_text(ui.ctx().format_shortcut(&view.keys));
                if ui.add(item.min_size(Vec2::new(150.0, 0.0))).clicked() {
                    intents.push(Intent::Session(SessionChange::Show(view.id)));
                }
            }
        });
    });
    open
}

/// How wide a tab is.
fn wide(ui: &Ui, title: &str) -> f32 {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let words = |font: FontId| ui.fonts_mut(|f| f.layout_no_wrap(title.to_owned(), font, egui::Color32::PLACEHOLDER));
    words(font).size().x + 2.0 * PADDING + 1.0
}

/// Which tabs are shown in `room`: all, or as many as leave room for the menu, the chosen one among them.
fn fitting(widths: &[f32], more: f32, room: f32, chosen: Option<usize>) -> Vec<usize> {
    if widths.iter().sum::<f32>() <= room {
        return (0..widths.len()).collect();
    }
    let chosen = chosen.and_then(|i| Some((i, *widths.get(i)?)));
    let take = |kept: f32| {
        let mut used = more + kept;
        let fits = |width: &&f32| {
            used += **width;
            used <= room
        };
        widths.iter().take_while(fits).count()
    };
    match (chosen, take(0.0)) {
        // What is open always has its tab: the last ones make room for it.
        (Some((i, width)), count) if i >= count => (0..take(width)).chain([i]).collect(),
        (_, count) => (0..count).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn the_open_view_has_a_tab() {
        let check = |room: f32, chosen: usize, expected: &[usize]| {
            assert_eq!(fitting(&[50.0, 60.0, 40.0, 70.0], 30.0, room, Some(chosen)), expected);
        };
        check(220.0, 3, &[0, 1, 2, 3]);
        check(219.0, 0, &[0, 1, 2]);
        check(219.0, 3, &[0, 1, 3]);
        check(150.0, 3, &[0, 3]);
        check(20.0, 3, &[3]);
        assert_eq!(fitting(&[], 30.0, 10.0, None), [0usize; 0]);
    }
}
