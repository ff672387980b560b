//! All keys on one sheet, by menu.

use super::Command;
use crate::ui::Cx;
use crate::ui::theme::{self, size};
use egui::{RichText, ScrollArea, Ui};

/// Draws the sheet. Returns whether it stays open.
pub(super) fn ui(cx: &Cx<'_>, commands: &[Command], ui: &mut Ui) -> bool {
    super::title(ui, "Keys");
    let mut menus: Vec<&str> = Vec::new();
    for command in commands.iter().filter(|c| !c.keys.is_empty()) {
        if !menus.contains(&command.menu) {
            menus.push(command.menu);
        }
    }
    let room = ui.ctx().content_rect().height() - 180.0;
    // A sheet starts small: without the second limit it would not grow.
    ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(36.0, 3.0);
        ui.spacing_mut().interact_size.y = 18.0;
        ui.columns(2, |columns| {
            for (i, menu) in menus.iter().enumerate() {
                // The two long ones stand side by side.
                let Some(ui) = columns.get_mut(i % 2) else { continue };
                ui.label(RichText::new(*menu).family(theme::strong()).color(cx.theme.accent));
                for command in commands.iter().filter(|c| c.menu == *menu && !c.keys.is_empty()) {
                    ui.horizontal(|ui| {
                        ui.label(RichText::new(&command.title).size(size::SMALL + 0.5));
                        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                            ui.label(RichText::new(&command.keys).color(cx.theme.soft).size(size::SMALL));
                        });
                    });
                }
                ui.add_space(10.0);
            }
        });
    });
    ui.add_space(6.0);
    !ui.button("Close").clicked()
}
