//! The fields of a form, each with its name before it.

use crate::record::{EntityId, Record};
use egui::{ComboBox, Key, Response, TextEdit, Ui};

/// The width of a field.
pub(super) const FIELD: f32 = 108.0;

/// Whether writing in a field was ended by Enter.
pub(super) fn done(field: &Response) -> bool {
    field.lost_focus() && field.ctx.input(|i| i.key_pressed(Key::Enter))
}

/// A line of words.
pub(super) fn text(ui: &mut Ui, label: &str, words: &mut String, hint: &str) -> Response {
    let label = ui.label(label);
    ui.add(TextEdit::singleline(words).hint_text(hint).desired_width(FIELD)).labelled_by(label.id)
}

pub(super) fn optional(ui: &mut Ui, label: &str, words: &mut Option<String>, hint: &str) -> Response {
    let mut typed = words.clone().unwrap_or_default();
    let field = text(ui, label, &mut typed, hint);
    *words = (!typed.trim().is_empty()).then_some(typed);
    field
}

/// One of several. The list closes on a choice by key, too, and the keyboard comes back to the field.
pub(super) fn choice<T: PartialEq>(
    ui: &mut Ui,
    (label, width): (&str, f32),
    now: &mut T,
    choices: impl Iterator<Item = (T, String)> + Clone,
) {
    let name = ui.label(label);
    let shown = choices.clone().find(|(c, _)| c == now).map_or_else(String::new, |(_, words)| words);
    let combo = ComboBox::from_id_salt(label).selected_text(shown).width(width).truncate().show_ui(ui, |ui| {
        let mut chosen = false;
        for (choice, words) in choices {
            chosen |= ui.selectable_value(now, choice, words).clicked();
        }
        if chosen {
            ui.close();
        }
        chosen
    });
    if combo.inner == Some(true) {
        combo.response.request_focus();
    }
    combo.response.labelled_by(name.id);
}

pub(super) fn who(ui: &mut Ui, label: &str, now: &mut Option<EntityId>, record: &Record) {
    let nobody = std::iter::once((None, "nobody named".to_owned()));
    let entities = super::controls::speakers(record).into_iter().map(|e| (Some(e.id), e.name.clone()));
    choice(ui, (label, FIELD), now, nobody.chain(entities).collect::<Vec<_>>().into_iter());
}
