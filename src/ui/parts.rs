//! Small parts that several panels share: heads, hints, the ground of a row, a line of text that fits.

use super::Cx;
use super::theme::{self, size};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, CornerRadius, FontId, Galley, Rect, RichText, Ui};
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
