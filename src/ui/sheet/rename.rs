//! Giving an entity another name.

use crate::ui::{Cx, Intent, Scope, Selection, correcting, marks, tick};
use egui::{Button, Key, TextEdit, Ui};

/// A name that is being changed.
#[derive(Debug)]
pub struct Rename {
    selection: Selection,
    name: Option<String>,
    everywhere: bool,
    opened: bool,
}

impl Rename {
    /// Asks for another name for the entity of a selection.
    pub fn new(selection: Selection) -> Self {
        Self { selection, name: None, everywhere: false, opened: false }
    }

    /// Draws the sheet. Returns whether it stays open.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, out: &mut Vec<Intent>) -> bool {
        let Some(article) = cx.article else { return false };
        let entity = marks::entity(self.selection, &article.record).and_then(|id| article.record.entity(id));
        let Some(entity) = entity else { return false };
        super::title(ui, &format!("Rename “{}”", entity.name));
        let name = self.name.get_or_insert_with(|| entity.name.clone());
        let enter = ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, Key::Enter));
        let field = TextEdit::singleline(name).hint_text("Name").desired_width(f32::INFINITY);
        let field = ui.add(field).accessible_name("New name");
        super::start_in(ui, &field, &mut self.opened);
        ui.add_space(6.0);
        tick(cx, ui, &mut self.everywhere, "In every article, now and later");
        ui.add_space(8.0);
        let correction = correcting::rename(article, self.selection, name);
        let (rename, cancel) = ui
            .horizontal(|ui| {
                let rename = ui.add_enabled(correction.is_some(), Button::new("Rename")).clicked();
                (rename, ui.button("Cancel").clicked())
            })
            .inner;
        if rename || enter {
            let scope = if self.everywhere { Scope::Everywhere } else { Scope::Article };
            out.extend(correction.map(|correction| Intent::Correct(correction, scope)));
            return false;
        }
        !cancel
    }
}
