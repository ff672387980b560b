//! A path typed by hand, for systems that have no file dialog to show.

use crate::ui::theme::size;
use crate::ui::{Cx, Intent};
use egui::{Button, Key, RichText, TextEdit, Ui};
use std::path::PathBuf;

/// A path that is being typed.
#[derive(Clone, Debug, Default)]
pub struct PathField {
    /// What the path is for.
    pub title: String,
    /// The path so far.
    pub words: String,
}

impl PathField {
    /// Draws the sheet. Returns whether it stays open.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, out: &mut Vec<Intent>) -> bool {
        super::title(ui, &self.title);
        let why = "This system showed no file dialog, so type where the file is.";
        ui.label(RichText::new(why).color(cx.theme.soft).size(size::SMALL));
        let enter = ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, Key::Enter));
        let field =
            TextEdit::singleline(&mut self.words).hint_text("Folder and file name").desired_width(f32::INFINITY);
        ui.add(field).accessible_name("Folder and file name").request_focus();
        ui.add_space(8.0);
        let path = self.words.trim();
        let (go, cancel) = ui
            .horizontal(|ui| {
                let go = ui.add_enabled(!path.is_empty(), Button::new("OK")).clicked();
                (go, ui.button("Cancel").clicked())
            })
            .inner;
        if (go || enter) && !path.is_empty() {
            out.push(Intent::Path(PathBuf::from(path)));
            return false;
        }
        !cancel
    }
}
