//! Small parts that several panels share: heads, hints, the ground of a row, a line of text that fits, what a screen
//! reader is told.

use super::theme::{self, size};
use super::{Cx, Intent};
use egui::accesskit::{Live, Role};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Button, Checkbox, Color32, CornerRadius, FontId, Galley, IntoAtoms, Rect, Response, RichText, Stroke, StrokeKind,
    Ui, WidgetInfo,
};
use std::sync::Arc;

/// The head of a section, with how many things it holds.
pub fn head(cx: &Cx<'_>, ui: &mut Ui, title: &str, count: Option<usize>) {
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(title).family(theme::strong()).size(size::UI).color(cx.theme.text));
        if let Some(count) = count {
            ui.label(RichText::new(count.to_string()).size(size::SMALL).color(cx.theme.soft));
        }
    });
    ui.add_space(2.0);
}

/// Tells a screen reader what a part of the window is, and its name.
pub fn region(ui: &Ui, role: Role, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(name);
    });
}

/// Has a screen reader say words when they change: politely, or at once where something failed.
pub fn spoken(ui: &Ui, id: egui::Id, words: &str, live: Live) {
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(if live == Live::Assertive { Role::Alert } else { Role::Status });
        node.set_live(live);
        node.set_label(words);
    });
}

/// A ring around what has the keyboard.
pub fn focus_ring(cx: &Cx<'_>, ui: &Ui, response: &Response, room: Rect) {
    if response.has_focus() {
        let ring = Stroke::new(1.5, cx.theme.accent);
        ui.painter().rect_stroke(room, CornerRadius::same(4), ring, StrokeKind::Inside);
    }
}

/// An answer: its words, its key, what it does, and the action.
pub type Answer = (&'static str, &'static str, &'static str, &'static str);

/// A button that does what a key does, and shows the key.
pub fn answer_button(cx: &Cx<'_>, ui: &mut Ui, (words, key, hint, action): Answer, out: &mut Vec<Intent>) {
    let key = RichText::new(key).color(cx.theme.soft).size(size::SMALL);
    let button = ui.add(Button::new((RichText::new(words).size(size::SMALL), key))).on_hover_text(hint);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    if button.clicked() {
        out.push(Intent::Act(action));
    }
}

/// A box to tick, with an edge that is seen on every ground: unlike a button it has no words in it.
pub fn tick<'a>(cx: &Cx<'_>, ui: &mut Ui, on: &'a mut bool, words: impl IntoAtoms<'a>) -> Response {
    let edge = &mut ui.visuals_mut().widgets.inactive.bg_stroke;
    let before = std::mem::replace(edge, Stroke::new(1.0, cx.theme.soft));
    let response = ui.add(Checkbox::new(on, words));
    ui.visuals_mut().widgets.inactive.bg_stroke = before;
    response
}

/// What would appear here, and why it does not.
pub fn hint(cx: &Cx<'_>, ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).color(cx.theme.soft));
}

/// The ground of a row that can be selected.
pub fn row_ground(cx: &Cx<'_>, ui: &Ui, room: Rect, selected: bool, hovered: bool) {
    let color = match (selected, hovered) {
        (true, _) => cx.theme.accent_wash,
        (false, true) => cx.theme.hover,
        (false, false) => return,
    };
    ui.painter().rect_filled(room, CornerRadius::same(4), color);
}

/// Words on one line that end in "…" where they are too long for it.
pub fn elided(ui: &Ui, words: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(words.replace('\n', " "), TextFormat::simple(font, color));
    job.wrap = TextWrapping { max_width: width, max_rows: 1, break_anywhere: true, ..TextWrapping::default() };
    ui.fonts_mut(|f| f.layout_job(job))
}
