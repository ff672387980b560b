//! Choosing an entity: the one to merge with.

use super::Choices;
use crate::record::Entity;
use crate::ui::articles::count;
use crate::ui::theme::{self, size};
use crate::ui::{Cx, Intent, Scope, Selection, SessionChange, correcting, elided, hint, marks, row_ground, tick};
use egui::accesskit::Role;
use egui::{FontId, Ui, WidgetInfo, vec2};

/// A merge that is being asked for.
#[derive(Debug)]
pub struct Pick {
    selection: Selection,
    everywhere: bool,
    choices: Choices,
}

impl Pick {
    /// Asks what to merge the entity of a selection with.
    pub fn new(selection: Selection) -> Self {
        Self { selection, everywhere: false, choices: Choices::default() }
    }

    /// Draws the sheet. Returns whether it stays open.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, out: &mut Vec<Intent>) -> bool {
        let Some(article) = cx.article else { return false };
        let record = &article.record;
        let from = marks::entity(self.selection, record).and_then(|id| record.entity(id));
        let Some(from) = from else { return false };
        super::title(ui, &format!("Merge “{}” with", from.name));
        if record.entities.len() < 2 {
            hint(cx, ui, "There is no other entity in this article.");
            return true;
        }
        let fitting = |words: &str| {
            let mut fitting: Vec<&Entity> =
                record.entities.iter().filter(|e| e.id != from.id && e.name.to_lowercase().contains(words)).collect();
            // Those of its own kind are the likely ones.
            fitting.sort_by_key(|e| e.kind != from.kind);
            fitting
        };
        let chosen = self.choices.ui(ui, "Name", fitting, |ui, entity, current| {
            let (room, row) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), super::choice());
            row.widget_info(|| WidgetInfo::selected(Role::ListItem, true, current, &entity.name));
            row_ground(cx, ui, room, current, row.hovered());
            let y = room.center().y;
            crate::ui::article::paint::line(
                ui.painter(),
                room.left() + 8.0,
                room.left() + 24.0,
                y,
                cx.theme.kind(entity.kind),
                theme::kind_line(entity.kind),
            );
            let name = elided(ui, &entity.name, FontId::proportional(size::UI), cx.theme.text, room.width() - 80.0);
            ui.painter().galley(egui::pos2(room.left() + 32.0, y - name.size().y / 2.0), name, cx.theme.text);
            count(cx, ui, room, record.mentions.iter().filter(|m| m.entity == Some(entity.id)).count());
            row
        });
        ui.add_space(6.0);
        tick(cx, ui, &mut self.everywhere, "In every article, now and later");
        let Some(into) = chosen else { return true };
        if let Some(merge) = correcting::merge(article, self.selection, into.id) {
            let scope = if self.everywhere { Scope::Everywhere } else { Scope::Article };
            out.push(Intent::Correct(merge, scope));
            out.push(Intent::Session(SessionChange::Select(Selection::Entity(into.id))));
        }
        false
    }
}
