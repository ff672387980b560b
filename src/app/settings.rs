//! What the window remembers from one start to the next, apart from what egui keeps: its place, its columns' widths and its
//! scale.

use super::App;
use crate::ui::TextSize;
use crate::ui::layers::Layers;
use egui::gui_zoom;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Which columns are open, and how wide.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Columns {
    /// Articles and entities.
    pub(super) left: bool,
    /// Charts and tables.
    pub(super) right: bool,
    /// How wide the right one was dragged.
    #[serde(default)]
    pub(super) width: Option<f32>,
}

/// What is remembered.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) columns: Columns,
    pub(super) layers: Layers,
    pub(super) recent: Vec<PathBuf>,
    pub(super) lists: Vec<PathBuf>,
    pub(super) text: TextSize,
    /// Whether nothing in the window moves by itself.
    pub(super) still: bool,
    /// Whether the program was started before.
    pub(super) known: bool,
}

impl Settings {
    /// What was remembered; a window without a memory is told nothing new.
    pub(super) fn of(storage: Option<&dyn eframe::Storage>) -> Self {
        Self {
            columns: get(storage, "columns").unwrap_or(Columns { left: true, right: true, width: None }),
            layers: get(storage, "layers").unwrap_or_default(),
            recent: get(storage, "recent").unwrap_or_default(),
            lists: get(storage, "word lists").unwrap_or_default(),
            text: get(storage, "text size").unwrap_or_default(),
            still: get(storage, "still").unwrap_or_default(),
            known: storage.is_none() || get(storage, "known").unwrap_or_default(),
        }
    }

    /// Remembers it.
    pub(super) fn keep(&self, storage: &mut dyn eframe::Storage) {
        set(storage, "columns", &self.columns);
        set(storage, "layers", &self.layers);
        set(storage, "recent", &self.recent);
        set(storage, "word lists", &self.lists);
        set(storage, "text size", &self.text);
        set(storage, "still", &self.still);
        set(storage, "known", &true);
    }
}

fn get<T: DeserializeOwned>(storage: Option<&dyn eframe::Storage>, name: &str) -> Option<T> {
    serde_json::from_str(&storage?.get_string(name)?).ok()
}

fn set(storage: &mut dyn eframe::Storage, name: &str, value: &impl Serialize) {
    match serde_json::to_string(value) {
        Ok(value) => storage.set_string(name, value),
        Err(error) => log::warn!("“{name}” is not remembered: {error}"),
    }
}

impl App {
    /// What to remember now.
    pub(super) fn settings(&self) -> Settings {
        Settings {
            columns: Columns { left: self.layout.left || self.panels.left_waits, ..self.layout },
            layers: self.session.layers.clone(),
            recent: self.recent.clone(),
            lists: self.vocabulary.paths(),
            text: self.session.text,
            still: self.still,
            known: true,
        }
    }

    /// Sets the article in larger or smaller type; by no steps, in the usual one.
    pub(super) fn text_size(&mut self, steps: i8) {
        let text = if steps == 0 { TextSize::default() } else { self.session.text.by(steps) };
        self.session.text = text;
        self.say(format!("Text size {:.0} %", text.scale() * 100.0));
    }

    /// Makes the whole window larger or smaller; by no steps, as large as the system wants it.
    pub(super) fn window_scale(&mut self, steps: i8) {
        match steps {
            0 => self.context.set_zoom_factor(1.0),
            1.. => gui_zoom::zoom_in(&self.context),
            _ => gui_zoom::zoom_out(&self.context),
        }
    }

    /// Lets nothing move by itself, or lets it move again.
    pub(super) fn turn_motion(&mut self) {
        self.still = !self.still;
        crate::ui::theme::motion(&self.context, !self.still);
    }
}
