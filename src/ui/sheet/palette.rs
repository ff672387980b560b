//! The command palette: every action, found by a few letters of its words.

use super::{Choices, Command};
use crate::ui::theme::size;
use crate::ui::{Cx, Intent, row_ground};
use egui::accesskit::Role;
use egui::{Align2, FontId, Ui, WidgetInfo, vec2};

/// The palette.
#[derive(Debug, Default)]
pub struct Palette {
    choices: Choices,
}

impl Palette {
    /// Draws the palette. Returns whether it stays open.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, commands: &[Command], ui: &mut Ui, out: &mut Vec<Intent>) -> bool {
        let fitting = |words: &str| commands.iter().filter(|c| c.enabled && fits(&c.title, words)).collect::<Vec<_>>();
        let chosen = self.choices.ui(ui, "What do you want to do?", fitting, |ui, command, current| {
            let (room, row) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), super::choice());
            row.widget_info(|| WidgetInfo::selected(Role::ListItem, true, current, &command.title));
            row_ground(cx, ui, room, current, row.hovered());
            let text = |at, align, words: &str, color| {
                ui.painter().text(at, align, words, FontId::proportional(size::UI), color);
            };
            text(room.left_center() + vec2(8.0, 0.0), Align2::LEFT_CENTER, &command.title, cx.theme.text);
            text(room.right_center() - vec2(8.0, 0.0), Align2::RIGHT_CENTER, &command.keys, cx.theme.soft);
            row
        });
        let Some(command) = chosen else { return true };
        out.push(Intent::Act(command.id));
        false
    }
}

/// Whether every word of `words` is in a title.
fn fits(title: &str, words: &str) -> bool {
    let title = title.to_lowercase();
    words.split_whitespace().all(|word| title.contains(word))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn words_in_any_order() {
        assert!(fits("Save workspace as…", "work sav"));
        assert!(fits("Save", ""));
        assert!(!fits("Save", "open"));
    }
}
