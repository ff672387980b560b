//! A note on what is selected, or on the article.

use crate::ui::theme::size;
use crate::ui::{Cx, Intent, Scope, Selection, correcting};
use egui::{Button, Key, Modifiers, RichText, TextEdit, Ui};

/// A note that is being written.
#[derive(Debug)]
pub struct NoteField {
    selection: Selection,
    words: Option<String>,
}

impl NoteField {
    /// Writes a note on a selection; on the article, when that is nothing.
    pub fn new(selection: Selection) -> Self {
        Self { selection, words: None }
    }

    /// Draws the sheet. Returns whether it stays open.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, out: &mut Vec<Intent>) -> bool {
        let Some(article) = cx.article else { return false };
        let on = correcting::noted(article, self.selection);
        let title = on.map_or_else(|| "Note on the article".to_owned(), |on| format!("Note on “{}”", on.at.words));
        super::title(ui, &title);
        let before = correcting::note_on(article, self.selection).map(|note| note.words.clone());
        let words = self.words.get_or_insert_with(|| before.clone().unwrap_or_default());
        let enter = ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::Enter));
        let field = TextEdit::multiline(words).hint_text("What you want to remember").desired_rows(4);
        let field = ui.add(field.desired_width(f32::INFINITY)).accessible_name("Note");
        if !ui.memory(|m| m.focused().is_some()) {
            field.request_focus();
        }
        ui.label(
            RichText::new("Ctrl+Enter keeps it. It is saved in the workspace.").color(cx.theme.soft).size(size::SMALL),
        );
        ui.add_space(8.0);
        let (mut keep, mut close) = (enter, false);
        ui.horizontal(|ui| {
            keep |= ui.add(Button::new("Keep note")).clicked();
            if before.is_some() && ui.button("Remove note").clicked() {
                words.clear();
                keep = true;
            }
            close = ui.button("Cancel").clicked();
        });
        if keep {
            out.extend(correcting::note(article, self.selection, words).map(|c| Intent::Correct(c, Scope::Article)));
        }
        !keep && !close
    }
}
