//! A list or table that takes the focus as a whole: Tab leads to it and past it, arrow keys walk its rows.

use super::{Cx, sight};
use egui::accesskit::Role;
use egui::{CornerRadius, EventFilter, Id, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

/// Rows that Page Up and Page Down pass.
const PAGE: usize = 10;

/// What has the focus in one piece.
pub(super) struct Walk {
    /// Whether it has the focus.
    pub(super) focused: bool,
    id: Id,
}

/// Senses the focus of a list in `area`; `role` and `name` are what a screen reader says of it.
pub(super) fn whole(ui: &Ui, id: Id, area: Rect, role: Role, name: &str) -> Walk {
    let whole = ui.interact(area, id, Sense::FOCUSABLE);
    whole.widget_info(|| WidgetInfo::labeled(role, true, name));
    Walk { focused: whole.has_focus(), id }
}

impl Walk {
    /// The row that a key leads to from row `at` of `count`.
    pub(super) fn step(&self, ui: &Ui, at: Option<usize>, count: usize) -> Option<usize> {
        if !self.focused {
            return None;
        }
        let vertical = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|m| m.set_focus_lock_filter(self.id, vertical));
        // A key that leads nowhere is left for whatever scrolls the list.
        let pressed = |key| ui.input_mut(|i| i.modifiers.is_none() && i.consume_key(Modifiers::NONE, key));
        let last = count.checked_sub(1)?;
        let to = match at {
            _ if pressed(Key::Home) => 0,
            _ if pressed(Key::End) => last,
            None if pressed(Key::ArrowDown) || pressed(Key::ArrowUp) => 0,
            Some(at) if pressed(Key::ArrowDown) => at + 1,
            Some(at) if pressed(Key::ArrowUp) => at.checked_sub(1)?,
            Some(at) if pressed(Key::PageDown) => at + PAGE,
            Some(at) if pressed(Key::PageUp) => at.saturating_sub(PAGE),
            _ => return None,
        };
        Some(to.min(last)).filter(|to| Some(*to) != at)
    }

    /// A ring around what the keys are for: the row they stand on, else all of the list that is in sight.
    pub(super) fn ring(&self, cx: &Cx<'_>, ui: &Ui, row: Option<Rect>, area: Rect) {
        if self.focused {
            if sight::seen(ui, self.id) {
                sight::show(ui, row.unwrap_or(area));
            }
            let room = row.filter(|row| ui.is_rect_visible(*row)).unwrap_or(area).intersect(ui.clip_rect());
            let ring = Stroke::new(1.5, cx.theme.accent);
            ui.painter().rect_stroke(room, CornerRadius::same(4), ring, StrokeKind::Inside);
        }
    }
}
