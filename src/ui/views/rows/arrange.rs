//! The menu that arranges a table: which columns it has, and by which one its rows are grouped.

use super::Column;
use super::state::State;
use crate::ui::theme::size;
use crate::ui::{Cx, sight};
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Button, Id, PopupCloseBehavior, RichText, ScrollArea, Stroke, Ui};

/// The columns that the analyst chose for a table, if they did; remembered from one start to the next.
pub(super) fn chosen(ui: &Ui, id: Id) -> Option<Vec<bool>> {
    ui.data_mut(|d| d.get_persisted::<Vec<bool>>(id))
}

/// Draws the menu; `shown` are the columns that the table has now.
pub(super) fn menu(cx: &Cx<'_>, ui: &mut Ui, id: Id, all: &[Column], shown: &[usize], state: &mut State) {
    let words = RichText::new("Arrange").size(size::SMALL).color(cx.theme.soft);
    let button = Button::new(words).frame_when_inactive(false);
    let stays = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (button, _) = MenuButton::from_button(button).config(stays).ui(ui, |ui| {
        ui.set_min_width(150.0);
        ui.spacing_mut().item_spacing.y = 1.0;
        // Menus strip buttons of their edges, without which a choice that is not made cannot be seen.
        ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, cx.theme.soft);
        let most = ui.ctx().content_rect().height() * 0.7;
        ScrollArea::vertical()
            .max_height(most)
            .show(ui, |ui| sight::keep(ui, None, |ui| choices(cx, ui, id, all, shown, state)));
    });
    button.on_hover_text("Choose the columns and group the rows");
}

/// The columns to tick, and those to group by.
fn choices(cx: &Cx<'_>, ui: &mut Ui, id: Id, all: &[Column], shown: &[usize], state: &mut State) {
    ui.label(RichText::new("Columns").size(size::SMALL).color(cx.theme.soft));
    let mut wanted: Vec<bool> = (0..all.len()).map(|i| shown.contains(&i)).collect();
    let mut changed = false;
    for (want, column) in wanted.iter_mut().zip(all) {
        changed |= crate::ui::tick(cx, ui, want, column.title).changed();
    }
    if changed {
        ui.data_mut(|d| d.insert_persisted(id, wanted));
    }
    let free = chosen(ui, id).is_some();
    if ui.add_enabled(free, Button::new("As many as have room").frame_when_inactive(false)).clicked() {
        ui.data_mut(|d| d.remove::<Vec<bool>>(id));
    }
    ui.separator();
    ui.label(RichText::new("Group by").size(size::SMALL).color(cx.theme.soft));
    ui.radio_value(&mut state.group, None, "Nothing");
    for (i, column) in all.iter().enumerate().filter(|(_, c)| c.groups) {
        ui.radio_value(&mut state.group, Some(i), column.title);
    }
}
