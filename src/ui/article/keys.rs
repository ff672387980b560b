//! The article as a whole has the keyboard, or nothing has: keys scroll it.

use crate::ui::sight;
use crate::ui::{Cx, OpenArticle};
use egui::accesskit::Role;
use egui::{EventFilter, Key, Modifiers, Sense, Ui, WidgetInfo};

/// How far the keys of this frame scroll an article of a height that is seen through a window of another.
pub(super) fn scrolled(ui: &Ui, article: f32, sight: f32) -> f32 {
    if !sight::free(ui) || ui.memory(|m| m.top_modal_layer().is_some()) {
        return 0.0;
    }
    let page = sight * 0.85;
    ui.input_mut(|i| {
        [
            (Key::PageDown, page),
            (Key::PageUp, -page),
            (Key::Space, if i.modifiers.shift { -page } else { page }),
            (Key::ArrowDown, 60.0),
            (Key::ArrowUp, -60.0),
            (Key::Home, -article),
            (Key::End, article),
        ]
        .into_iter()
        .filter(|(key, _)| !i.modifiers.command && !i.modifiers.alt && i.consume_key(Modifiers::NONE, *key))
        .map(|(_, by)| by)
        .sum()
    })
}

/// The article as a whole takes the keyboard, to be scrolled by it and to lead on to what stands in it.
pub(super) fn whole(cx: &Cx<'_>, article: &OpenArticle, ui: &Ui) {
    let sight = ui.clip_rect();
    let whole = ui.interact(sight, sight::article(), Sense::FOCUSABLE);
    let name = article.title.as_deref().unwrap_or("Article");
    whole.widget_info(|| WidgetInfo::labeled(Role::Document, true, format!("Text of: {name}")));
    if whole.has_focus() {
        let arrows = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|m| m.set_focus_lock_filter(sight::article(), arrows));
    }
    crate::ui::focus_ring(cx, ui, &whole, sight.shrink(1.0));
}
