//! The edges between panels, by key: an edge that has the keyboard is seen, and arrow keys move it.
//!
//! egui moves an edge by the pointer and for screen readers; keys ask for the same as these.

use super::theme::Theme;
use egui::accesskit::{Action, ActionRequest, TreeId};
use egui::{Event, EventFilter, Id, IdSalt, Key, LayerId, Modifiers, Order, PanelState, Rect, Ui};

/// Looks after the edge of the panel `salt`, before it is drawn in `ui`; `grow` and `shrink` are the arrow keys that make
/// it larger and smaller.
pub fn edge(theme: &Theme, ui: &Ui, salt: &'static str, [grow, shrink]: [Key; 2]) {
    let id = handle(ui, salt);
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

/// Whether the edge of the panel `salt` in `ui` is being moved: by the pointer, by key or by a screen reader.
pub fn moves(ui: &Ui, salt: &'static str) -> bool {
    let id = handle(ui, salt);
    let by_pointer = ui.read_response(id).is_some_and(|edge| edge.dragged() || edge.drag_stopped());
    let asked = [Action::Increment, Action::Decrement, Action::SetValue];
    by_pointer || ui.input(|i| asked.into_iter().any(|action| i.has_accesskit_action_request(id, action)))
}

/// Gives the panel `salt` in `ui` a width before it is drawn.
pub fn set_width(ui: &Ui, salt: &'static str, width: f32) {
    let id = ui.scope_id().with_salt(IdSalt::new(salt));
    let outer_rect = Rect::from_min_size(ui.max_rect().min, egui::vec2(width, ui.max_rect().height()));
    ui.data_mut(|d| d.insert_persisted(id, PanelState { outer_rect }));
}

/// The id of a panel's edge, as egui makes it.
fn handle(ui: &Ui, salt: &'static str) -> Id {
    ui.scope_id().with_salt(IdSalt::new(salt)).with("__resize")
}
