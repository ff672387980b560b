//! Sheets: what comes over the window for a moment, asks one thing, and goes. One at a time; Esc closes it.

mod ask;
mod keys;
mod lists;
mod note;
mod palette;
mod path;
mod pick;
mod rename;
mod spread;

use super::{Cx, Intent};
use egui::{Id, Modal, Ui};

pub use ask::Ask;
pub use note::NoteField;
pub use palette::Palette;
pub use path::PathField;
pub use pick::Pick;
pub use rename::Rename;
pub use spread::Spread;

/// What the program can do, as menus, keys, the palette and the sheet of keys show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// Its id, stable across releases.
    pub id: &'static str,
    /// What it does.
    pub title: String,
    /// Its keys as people write them; empty without any.
    pub keys: String,
    /// The menu it stands in.
    pub menu: &'static str,
    /// Whether it makes sense now.
    pub enabled: bool,
}

/// The sheet that is open.
#[derive(Debug)]
pub enum Sheet {
    /// Find a command by its words.
    Palette(Palette),
    /// All keys.
    Keys,
    /// The analyst's own word lists.
    Lists,
    /// Another name for an entity.
    Rename(Rename),
    /// A note.
    Note(NoteField),
    /// Choose an entity.
    Pick(Pick),
    /// Choose marks with the same words.
    Spread(Spread),
    /// A path typed by hand.
    Path(PathField),
    /// A question with a few answers, or a message.
    Ask(Ask),
}

impl Sheet {
    /// Draws the sheet. Returns whether it stays open.
    pub fn ui(&mut self, cx: &Cx<'_>, commands: &[Command], context: &egui::Context, out: &mut Vec<Intent>) -> bool {
        let id = Id::unique("sheet");
        let area = match self {
            // A list that grows and shrinks as one types keeps its top where it is.
            Self::Palette(_) => Modal::default_area(id).anchor(egui::Align2::CENTER_TOP, [0.0, 84.0]),
            _ => Modal::default_area(id),
        };
        let frame = egui::Frame::popup(&context.global_style()).inner_margin(16).corner_radius(10);
        let sheet = Modal::new(id).area(area).frame(frame).show(context, |ui| {
            ui.set_width(width(ui, self));
            match self {
                Self::Palette(palette) => palette.ui(cx, commands, ui, out),
                Self::Keys => keys::ui(cx, commands, ui),
                Self::Lists => lists::ui(cx, ui, out),
                Self::Rename(rename) => rename.ui(cx, ui, out),
                Self::Note(note) => note.ui(cx, ui, out),
                Self::Pick(pick) => pick.ui(cx, ui, out),
                Self::Spread(spread) => spread.ui(cx, ui, out),
                Self::Path(path) => path.ui(cx, ui, out),
                Self::Ask(ask) => ask.ui(cx, ui, out),
            }
        });
        sheet.inner && !sheet.should_close()
    }
}

fn width(ui: &Ui, sheet: &Sheet) -> f32 {
    let window = ui.ctx().content_rect().width() - 60.0;
    let wanted: f32 = match sheet {
        Sheet::Keys => keys::width(window),
        Sheet::Palette(_) | Sheet::Lists => 520.0,
        Sheet::Spread(_) => 640.0,
        _ => 420.0,
    };
    wanted.min(window)
}

/// The title of a sheet.
fn title(ui: &mut Ui, words: &str) {
    let title = egui::RichText::new(words).family(super::theme::strong()).size(super::theme::size::HEAD);
    ui.add(egui::Label::new(title).wrap());
    ui.add_space(6.0);
}

/// Gives a field the keyboard when its sheet opens, and whenever nothing else has it: Tab still leads on.
fn start_in(ui: &Ui, field: &egui::Response, opened: &mut bool) {
    let first = !std::mem::replace(opened, true);
    if first || ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
}

/// How a choice is sensed: the arrow keys walk through choices, so that Tab may pass them.
fn choice() -> egui::Sense {
    egui::Sense::click() - egui::Sense::FOCUSABLE
}

/// A list of choices with a field that narrows it: arrow keys move, Enter chooses.
#[derive(Debug, Default)]
struct Choices {
    words: String,
    at: usize,
    opened: bool,
}

impl Choices {
    /// Draws the field and the choices that fit it. `draw` draws a choice given whether it is the current one, and
    /// `None` in its place for none. Returns the chosen one.
    fn ui<T>(
        &mut self,
        ui: &mut Ui,
        hint: &str,
        fitting: impl Fn(&str) -> Vec<T>,
        mut draw: impl FnMut(&mut Ui, &T, bool) -> egui::Response,
    ) -> Option<T> {
        let (up, down, enter) = ui.input_mut(|i| {
            let mut key = |key| i.consume_key(egui::Modifiers::NONE, key);
            (key(egui::Key::ArrowUp), key(egui::Key::ArrowDown), key(egui::Key::Enter))
        });
        let field = egui::TextEdit::singleline(&mut self.words).hint_text(hint).desired_width(f32::INFINITY);
        let field = ui.add(field).accessible_name(hint);
        start_in(ui, &field, &mut self.opened);
        if field.changed() {
            self.at = 0;
        }
        ui.add_space(4.0);
        let mut choices = fitting(self.words.to_lowercase().trim());
        if up {
            self.at = self.at.saturating_sub(1);
        }
        if down {
            self.at += 1;
        }
        self.at = self.at.min(choices.len().saturating_sub(1));
        let mut chosen = (enter && !choices.is_empty()).then_some(self.at);
        let moved = up || down;
        egui::ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (i, choice) in choices.iter().enumerate() {
                let row = draw(ui, choice, i == self.at);
                if moved && i == self.at {
                    row.scroll_to_me(None);
                }
                if row.clicked() {
                    chosen = Some(i);
                }
            }
        });
        chosen.map(|i| choices.swap_remove(i))
    }
}
