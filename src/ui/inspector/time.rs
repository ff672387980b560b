//! Setting the date of a time by hand.

use super::fields::done;
use crate::record::Time;
use crate::record::stretch::Stretch;
use crate::ui::{Cx, Intent, OpenArticle, Scope, Selection, correcting};
use egui::{Button, Key, RichText, TextEdit, Ui};

/// A date as it is being edited.
#[derive(Clone, Debug)]
pub(super) struct TimeEdit {
    typed: String,
    opened: bool,
}

impl TimeEdit {
    pub(super) fn new(time: &Time) -> Self {
        Self { typed: Stretch::written(time.from.as_deref(), time.to.as_deref()), opened: false }
    }

    /// Draws the field. Returns whether editing goes on.
    pub(super) fn ui(
        &mut self,
        cx: &Cx<'_>,
        article: &OpenArticle,
        selection: Selection,
        ui: &mut Ui,
        out: &mut Vec<Intent>,
    ) -> bool {
        let first = !std::mem::replace(&mut self.opened, true);
        let field = ui.horizontal(|ui| {
            let label = ui.label("Date");
            let edit = TextEdit::singleline(&mut self.typed).hint_text("YYYY-MM-DD").desired_width(220.0);
            ui.add(edit).labelled_by(label.id)
        });
        let (field, entered) = (&field.inner, done(&field.inner));
        let read = Stretch::read(&self.typed);
        let (words, color) = match &read {
            Ok(stretch) => (correcting::days(stretch), cx.theme.soft),
            Err(_) if self.typed.trim().is_empty() => {
                ("A day, month or year, or two: 2026-05-04, 2026-05, 2026, 2026-05/2026-08.".to_owned(), cx.theme.soft)
            }
            Err(wrong) => ((*wrong).to_owned(), cx.theme.error),
        };
        ui.label(RichText::new(words).color(color));
        let correction = read.ok().and_then(|stretch| correcting::date(article, selection, stretch));
        if first || entered && correction.is_none() {
            field.request_focus();
        }
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let apply = ui.add_enabled(correction.is_some(), Button::new("Apply")).clicked();
            let cancel = ui.button("Cancel").clicked() || ui.input(|i| i.key_pressed(Key::Escape));
            if let Some(correction) = correction.filter(|_| apply || entered) {
                out.push(Intent::Correct(correction, Scope::Article));
                return false;
            }
            !cancel
        })
        .inner
    }
}
