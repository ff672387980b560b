//! The edges between panels, by key: an edge that has the keyboard is seen, and arrow keys move it.
//!
//! egui moves an edge by the pointer and for screen readers; keys ask for the same as these.

use super::theme::Theme;
use egui::accesskit::{Action, ActionRequest, TreeId};
use egui::{Event, EventFilter, IdSalt, Key, LayerId, Modifiers, Order, Ui};

/// Looks after the edge of the panel `salt`, before it is drawn in `ui`; `grow` and `shrink` are the arrow keys that make
/// it larger and smaller.
pub fn edge(theme: &Theme, ui: &Ui, salt: &'static str, [grow, shrink]: [Key; 2]) {
    let id = ui.scope_id().with_salt(IdSalt::new(salt)).with("__resize");
    let Some(edge) = ui.read_response(id).filter(egui::Response::has_focus) else { return };
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|m| m.set_focus_lock_filter(id, arrows));
    for (key, action) in [(grow, Action::Increment), (shrink, Action::Decrement)] {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            let request =
                ActionRequest { action, target_tree: TreeId::ROOT, target_node: id.accesskit_id(), data: None };
            ui.input_mut(|i| i.events.push(Event::AccessKitActionRequest(request)));
        }
    }
    let line = edge.rect.shrink2(edge.rect.size().min_elem() * egui::vec2(0.25, 0.25));
    ui.layer_painter(LayerId::new(Order::Middle, id)).rect_filled(line, 1, theme.accent);
}
