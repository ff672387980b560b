//! The keyboard's place in the window: what has it stays in sight, F6 leads it from panel to panel, and page keys scroll
//! the panel that holds it.
//!
//! Every scroll area draws its content through [`keep`], which looks afterwards at the widgets that the content has
//! made. So no widget has to scroll for itself; only a list that takes the keyboard as a whole knows better than its
//! outline what should be seen of it, and says so with [`seen`].

use egui::{Align, Context, Id, Key, Rect, Ui, style::ScrollAnimation};

/// A part of the window that F6 leads to, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Panel {
    /// The list of articles.
    Articles,
    /// The list of entities.
    Entities,
    /// The open article.
    Article,
    /// The view in the right column.
    View,
    /// The card of what is selected.
    Card,
}

/// Where the keyboard is, kept from frame to frame.
#[derive(Clone, Debug, Default)]
struct Keyboard {
    /// What had the keyboard when it was last brought into sight.
    seen: Option<Id>,
    /// The panel that had it last.
    here: Option<Panel>,
    /// The panel that takes it as soon as it is drawn.
    wanted: Option<Panel>,
    /// The control that it was led to by the key of a panel or a view, until it goes on from there.
    led: Option<Id>,
    /// The panels that were drawn in this frame and can take it.
    open: Vec<Panel>,
}

fn keyboard<R>(context: &Context, with: impl FnOnce(&mut Keyboard) -> R) -> R {
    context.data_mut(|data| with(data.get_temp_mut_or_default(Id::unique("keyboard"))))
}

/// Begins a frame.
pub fn begin(context: &Context) {
    let focused = context.memory(egui::Memory::focused);
    keyboard(context, |keyboard| {
        keyboard.open.clear();
        keyboard.led.take_if(|led| focused != Some(*led));
        if focused.is_none() {
            (keyboard.seen, keyboard.here) = (None, None);
        }
    });
}

/// The open article as a whole, which takes the keyboard to be scrolled by it.
pub fn article() -> Id {
    Id::unique("article as a whole")
}

/// Whether the keyboard is free for the article: nothing has it, or the article itself.
pub fn free(context: &Context) -> bool {
    context.memory(|m| m.focused().is_none_or(|id| id == article()))
}

/// Whether a control has the keyboard that was gone to by Tab or by the pointer, so that Esc leaves it before anything
/// else.
pub fn gone_to(context: &Context) -> bool {
    let focused = context.memory(egui::Memory::focused);
    !free(context) && keyboard(context, |keyboard| focused != keyboard.led)
}

/// Leads the keyboard to the first control of a panel.
pub fn lead(context: &Context, panel: Panel) {
    keyboard(context, |keyboard| keyboard.wanted = Some(panel));
}

/// Leads the keyboard to the next panel that is open, or to the one before.
pub fn step(context: &Context, forward: bool) {
    keyboard(context, |keyboard| {
        keyboard.open.sort_unstable();
        let here = keyboard.here;
        let next = if forward {
            keyboard.open.iter().find(|panel| Some(**panel) > here).or(keyboard.open.first())
        } else {
            keyboard.open.iter().rfind(|panel| here.is_some_and(|here| **panel < here)).or(keyboard.open.last())
        };
        keyboard.wanted = next.copied();
    });
}

/// Whether a panel was to take the keyboard and had no control for it: whoever asks takes it instead.
pub fn unheld(context: &Context, panel: Panel) -> bool {
    keyboard(context, |keyboard| {
        let unheld = keyboard.wanted == Some(panel);
        if unheld {
            (keyboard.wanted, keyboard.here) = (None, Some(panel));
        }
        unheld
    })
}

/// Says that `id`, which has the keyboard, shows what should be seen of it; tells whether that is news.
pub fn seen(context: &Context, id: Id) -> bool {
    keyboard(context, |keyboard| keyboard.seen.replace(id) != Some(id))
}

/// Draws the content of a scroll area and brings what has the keyboard in it into sight.
pub fn keep<R>(ui: &mut Ui, panel: Option<Panel>, content: impl FnOnce(&mut Ui) -> R) -> R {
    let before = made(ui);
    let inner = content(ui);
    if let Some(panel) = panel {
        take(ui, panel, before);
    }
    let focused = ui.memory(egui::Memory::focused);
    let Some((id, rect)) = focused.and_then(|id| Some((id, place(ui, id, before)?))) else { return inner };
    if let Some(panel) = panel {
        keyboard(ui, |keyboard| keyboard.here = Some(panel));
    }
    // What was clicked is in sight, and should not move away under the pointer.
    let by_pointer = ui.input(|i| i.pointer.any_down() || i.pointer.any_released());
    if seen(ui, id) && !by_pointer {
        show(ui, rect);
    }
    if !ui.text_edit_focused() {
        scroll_by_key(ui, false);
    }
    inner
}

/// Scrolls so that a place is seen, as much of it as has room.
pub fn show(ui: &Ui, rect: Rect) {
    let sight = ui.clip_rect();
    let part = Rect::from_min_size(rect.min, rect.size().min(sight.size()));
    if part.top() < sight.top() || part.bottom() > sight.bottom() {
        // A little of what is around it is seen, too.
        let around = (sight.height() - part.height()).clamp(0.0, 16.0) / 2.0;
        ui.scroll_to_rect_animation(part.expand2(egui::vec2(0.0, around)), None, ScrollAnimation::none());
    }
}

/// Scrolls by Page Up, Page Down, Home and End, and by the arrow keys where nothing else uses them.
pub fn scroll_by_key(ui: &mut Ui, arrows: bool) {
    let (sight, all) = (ui.clip_rect(), ui.min_rect());
    let page = sight.height() * 0.85;
    let pressed = |key| ui.input_mut(|i| i.modifiers.is_none() && i.consume_key(egui::Modifiers::NONE, key));
    let by = [(Key::PageDown, page), (Key::PageUp, -page), (Key::ArrowDown, 60.0), (Key::ArrowUp, -60.0)];
    let by: f32 =
        by.into_iter().take(if arrows { 4 } else { 2 }).filter(|(key, _)| pressed(*key)).map(|(_, by)| by).sum();
    let (home, end) = (pressed(Key::Home), pressed(Key::End));
    if by == 0.0 && !home && !end {
        return;
    }
    let room = (all.bottom() - sight.height()).max(all.top());
    let top = match () {
        () if home => all.top(),
        () if end => room,
        () => (sight.top() + by).clamp(all.top(), room),
    };
    let rect = Rect::from_min_size(egui::pos2(sight.left(), top), sight.size());
    ui.scroll_to_rect_animation(rect, Some(Align::TOP), ScrollAnimation::none());
}

/// How many widgets the layer has by now.
fn made(ui: &Ui) -> usize {
    ui.ctx().viewport(|v| v.this_pass.widgets.get_layer(ui.layer_id()).count())
}

/// Where a widget is, if it was made after `before`.
fn place(ui: &Ui, id: Id, before: usize) -> Option<Rect> {
    ui.ctx().viewport(|v| {
        let widgets = &v.this_pass.widgets;
        let (layer, order) = widgets.order(id)?;
        (layer == ui.layer_id() && order >= before).then(|| widgets.get(id).map(|w| w.rect))?
    })
}

/// Gives the keyboard to the first control of a panel, if it should have it.
fn take(ui: &Ui, panel: Panel, before: usize) {
    let first = ui.ctx().viewport(|v| {
        let mut made = v.this_pass.widgets.get_layer(ui.layer_id()).skip(before);
        made.find(|w| w.enabled && w.sense.is_focusable()).map(|w| w.id)
    });
    let wanted = keyboard(ui, |keyboard| {
        // A view has its tab, whatever it holds.
        if first.is_some() || panel == Panel::View {
            keyboard.open.push(panel);
        }
        let led = first.filter(|_| keyboard.wanted.take_if(|wanted| *wanted == panel).is_some());
        keyboard.led = led.or(keyboard.led);
        led
    });
    if let Some(first) = wanted {
        ui.memory_mut(|m| m.request_focus(first));
    }
}
