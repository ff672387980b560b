//! Three hints for the first start, on a strip above the article: never over it, and never again.

use super::theme::{self, Theme, size};
use egui::{Button, Label, RichText, Ui};

/// What to do first, each in a few words and a sentence.
const HINTS: [(&str, &str); 3] = [
    ("Read", "Point at underlined words to see what was read and why. n and p walk from mark to mark."),
    ("Correct", "a accepts, x rejects, 1–9 set a kind, Ctrl+Z undoes. Drag over a name that was missed, then a digit."),
    ("Go on", "Ctrl+O opens, Ctrl+V pastes an article, u asks about what is in doubt, Ctrl+K finds every command."),
];

/// Draws the hints. Returns whether they stay.
pub fn ui(theme: &Theme, ui: &mut Ui) -> bool {
    let mut stay = true;
    ui.spacing_mut().item_spacing.x = 28.0;
    ui.columns(HINTS.len(), |columns| {
        for (ui, (head, words)) in columns.iter_mut().zip(HINTS) {
            // A column would stretch the lines to its width.
            ui.vertical(|ui| {
                ui.label(RichText::new(head).family(theme::strong()).color(theme.accent));
                ui.add(Label::new(RichText::new(words).color(theme.text).size(size::SMALL + 0.5)).wrap());
            });
        }
    });
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        stay = !ui.add(Button::new("Got it  Esc")).clicked();
        let again = RichText::new("Help, Hints shows them again.").color(theme.soft).size(size::SMALL);
        ui.label(again);
    });
    stay
}
