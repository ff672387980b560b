//! The fields of a form, each with its name before it.

use crate::record::{EntityId, Record};
use egui::{ComboBox, Key, Response, TextEdit, Ui};

/// The width of a field.
const FIELD: f32 = 108.0;

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

pub(super) fn choice<T: PartialEq>(
    ui: &mut Ui,
    label: &str,
    now: &mut T,
    choices: impl Iterator<Item = (T, String)> + Clone,
) {
    let name = ui.label(label);
    let shown = choices.clone().find(|(c, _)| c == now).map_or_else(String::new, |(_, words)| words);
    let combo = ComboBox::from_id_salt(label).selected_text(shown).width(FIELD).truncate().show_ui(ui, |ui| {
        for (choice, words) in choices {
            ui.selectable_value(now, choice, words);
        }
    });
    combo.response.labelled_by(name.id);
}

pub(super) fn who(ui: &mut Ui, label: &str, now: &mut Option<EntityId>, record: &Record) {
    let nobody = std::iter::once((None, "nobody named".to_owned()));
    let entities = super::controls::speakers(record).into_iter().map(|e| (Some(e.id), e.name.clone()));
    choice(ui, label, now, nobody.chain(entities).collect::<Vec<_>>().into_iter());
}
