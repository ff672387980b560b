//! Brings what is selected into sight, once: after a selection elsewhere, not after one in the view itself.

use crate::ui::{Intent, Selection, SessionChange};
use egui::{Id, Rect, Ui};

/// The selection that is in sight already.
fn id() -> Id {
    Id::unique("selection in sight")
}

/// Scrolls to a place that shows the selection, if none has done so before.
pub(super) fn arrive(ui: &Ui, selection: Selection, room: Rect) {
    let seen = ui.data(|d| d.get_temp::<Selection>(id())).unwrap_or_default();
    if selection != Selection::None && seen != selection {
        ui.data_mut(|d| d.insert_temp(id(), selection));
        ui.scroll_to_rect(room, None);
    }
}

/// Selects something that the analyst sees where it is.
pub(super) fn select(ui: &Ui, selection: Selection, intents: &mut Vec<Intent>) {
    ui.data_mut(|d| d.insert_temp(id(), selection));
    intents.push(Intent::Session(SessionChange::Select(selection)));
}

/// Hovers over something.
pub(super) fn hover(now: Selection, over: Selection, intents: &mut Vec<Intent>) {
    if now != over {
        intents.push(Intent::Session(SessionChange::Hover(over)));
    }
}
