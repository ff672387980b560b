//! A question with a few answers, each an action; without answers, a message.

use crate::ui::theme::size;
use crate::ui::{Cx, Intent};
use egui::{Button, RichText, Ui};

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The question, or what happened.
    pub title: String,
    /// What one should know to answer.
    pub body: String,
    /// The answers, the usual one first: its words and its action. Cancel is always there.
    pub answers: Vec<(&'static str, &'static str)>,
}

impl Ask {
    /// Draws the sheet. Returns whether it stays open.
    pub(super) fn ui(&self, cx: &Cx<'_>, ui: &mut Ui, out: &mut Vec<Intent>) -> bool {
        super::title(ui, &self.title);
        if !self.body.is_empty() {
            ui.add(egui::Label::new(RichText::new(&self.body).size(size::UI)).wrap());
            ui.add_space(12.0);
        }
        ui.horizontal(|ui| {
            for (i, (words, action)) in self.answers.iter().enumerate() {
                let button = if i == 0 {
                    Button::new(RichText::new(*words).color(cx.theme.on_accent)).fill(cx.theme.accent)
                } else {
                    Button::new(*words)
                };
                if ui.add(button).clicked() {
                    out.push(Intent::Act(action));
                    return false;
                }
            }
            !ui.button(if self.answers.is_empty() { "Close" } else { "Cancel" }).clicked()
        })
        .inner
    }
}
