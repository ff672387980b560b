//! All keys on one sheet, by menu: as many columns as the window has room for, and scrolled by key where that is too few.

use super::Command;
use crate::ui::Cx;
use crate::ui::sight;
use crate::ui::theme::{self, size};
use egui::accesskit::Role;
use egui::{EventFilter, Id, RichText, ScrollArea, Sense, Ui, WidgetInfo};

/// The width of a column.
const COLUMN: f32 = 264.0;
/// Between two columns.
const GAP: f32 = 28.0;
/// The height of a line.
const LINE: f32 = 21.0;

/// How wide the sheet gets in a window of a width.
pub(super) fn width(window: f32) -> f32 {
    let count = ((window + GAP) / (COLUMN + GAP)).floor().clamp(1.0, 4.0);
    count * COLUMN + (count - 1.0) * GAP
}

/// Draws the sheet. Returns whether it stays open.
pub(super) fn ui(cx: &Cx<'_>, commands: &[Command], ui: &mut Ui) -> bool {
    super::title(ui, "Keys");
    let mut groups: Vec<(&str, Vec<&Command>)> = Vec::new();
    for command in commands.iter().filter(|c| !c.keys.is_empty()) {
        match groups.iter_mut().find(|(menu, _)| *menu == command.menu) {
            Some((_, members)) => members.push(command),
            None => groups.push((command.menu, vec![command])),
        }
    }
    let room = ui.ctx().content_rect().height() - 150.0;
    let count = ((ui.available_width() + GAP) / (COLUMN + GAP)).round().max(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few columns")]
    let columns = spread(&groups, count as usize);
    // A sheet starts small: without the second limit it would not grow.
    ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
        whole(cx, ui);
        ui.spacing_mut().item_spacing = egui::vec2(GAP, 3.0);
        ui.spacing_mut().interact_size.y = LINE - 3.0;
        ui.columns(columns.len(), |uis| {
            for (ui, lines) in uis.iter_mut().zip(&columns) {
                for (menu, command) in lines {
                    line(cx, ui, menu, *command);
                }
            }
        });
        sight::scroll_by_key(ui, true);
    });
    ui.add_space(6.0);
    !ui.button("Close").clicked()
}

/// The sheet takes the keyboard as a whole, to be scrolled.
fn whole(cx: &Cx<'_>, ui: &Ui) {
    let id = Id::unique("all keys");
    let whole = ui.interact(ui.clip_rect(), id, Sense::FOCUSABLE);
    whole.widget_info(|| WidgetInfo::labeled(Role::Document, true, "All keys"));
    if ui.memory(|m| m.focused().is_none()) {
        whole.request_focus();
    }
    if whole.has_focus() {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|m| m.set_focus_lock_filter(id, arrows));
        let fits = ui.min_rect().height() <= ui.clip_rect().height();
        if !fits {
            crate::ui::focus_ring(cx, ui, &whole, ui.clip_rect());
        }
    }
}

/// The lines of each of `count` columns, a menu's name above its commands: as even as the order allows, and no name at
/// the foot of a column.
fn spread<'a>(groups: &[(&'a str, Vec<&'a Command>)], count: usize) -> Vec<Vec<(&'a str, Option<&'a Command>)>> {
    let all: usize = groups.iter().map(|(_, members)| members.len() + 2).sum();
    let most = all.div_ceil(count.max(1)) + 1;
    let mut columns = vec![Vec::new()];
    for (menu, members) in groups {
        let mut named = false;
        for command in members {
            let last = columns.len();
            let full = columns.last().is_some_and(|lines| lines.len() + 2 > most);
            if full && last < count {
                columns.push(Vec::new());
                named = false;
            }
            let Some(lines) = columns.last_mut() else { continue };
            if !named {
                lines.push((*menu, None));
                named = true;
            }
            lines.push((*menu, Some(*command)));
        }
    }
    columns
}

/// A command with its keys, or the name of the menu that those below stand in.
fn line(cx: &Cx<'_>, ui: &mut Ui, menu: &str, command: Option<&Command>) {
    let Some(command) = command else {
        if ui.min_rect().height() > 1.0 {
            ui.add_space(8.0);
        }
        ui.label(RichText::new(menu).family(theme::strong()).color(cx.theme.accent));
        return;
    };
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            ui.label(RichText::new(&command.keys).color(cx.theme.soft).size(size::SMALL));
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(RichText::new(&command.title).size(size::SMALL + 0.5)).truncate());
            });
        });
    });
}

#[cfg(test)]
mod tests {
    use super::{Command, spread};

    #[test]
    fn columns_are_even_and_a_name_stands_above_its_commands() {
        let command = Command { id: "a", title: "A".to_owned(), keys: "A".to_owned(), menu: "M", enabled: true };
        for (sizes, count) in
            [(vec![9, 14, 20, 16, 3], 4), (vec![40], 3), (vec![1, 1], 4), (vec![5, 5], 1), (vec![], 2)]
        {
            let groups: Vec<(&str, Vec<&Command>)> = sizes.iter().map(|n| ("M", vec![&command; *n])).collect();
            let columns = spread(&groups, count);
            assert!(columns.len() <= count);
            let shown: usize = columns.iter().flatten().filter(|(_, command)| command.is_some()).count();
            assert_eq!(shown, sizes.iter().sum::<usize>());
            assert!(columns.iter().filter(|c| !c.is_empty()).all(|c| c[0].1.is_none() && c[c.len() - 1].1.is_some()));
            let longest = columns.iter().map(Vec::len).max().unwrap_or_default();
            assert!(longest <= (shown + 2 * sizes.len()).div_ceil(count) + 4, "{longest} of {sizes:?}");
        }
    }
}
