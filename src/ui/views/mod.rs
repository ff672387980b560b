//! The views of the right column.
//!
//! A view is one file and its row in [`VIEWS`]. What it derives from a record is kept in `derived`, charts are painted
//! by `paint`, tables shown by `rows`, and what is selected elsewhere is brought into sight by `arrive`.

mod arrive;
mod commitments;
mod derived;
mod figures;
mod history;
mod measures;
mod network;
mod notes;
mod paint;
mod parts;
mod plot;
mod quotes;
mod rows;
mod tabs;
mod timeline;

pub use tabs::tabs;

use super::View;
use egui::{Key, KeyboardShortcut, Modifiers};

/// Every view, in the order of its tab and of its key.
pub const VIEWS: &[View] = &[
    view("figures", "Figures", Key::Num1, figures::ui),
    view("measures", "Measures", Key::Num2, measures::ui),
    view("quotes", "Quotes", Key::Num3, quotes::ui),
    view("commitments", "Commitments", Key::Num4, commitments::ui),
    view("timeline", "Timeline", Key::Num5, timeline::ui),
    view("network", "Network", Key::Num6, network::ui),
    view("notes", "Notes", Key::Num7, notes::ui),
    view("history", "History", Key::Num8, history::ui),
];

/// A view that Ctrl or Cmd and a digit open.
const fn view(id: &'static str, title: &'static str, digit: Key, ui: super::DrawView) -> View {
    View { id, title, keys: KeyboardShortcut::new(Modifiers::COMMAND, digit), ui }
}
