//! Layers: sorts of marks that are shown in the text or not. What is hidden stays in every list and in the record.

use super::Selection;
use super::theme::Theme;
use crate::record::{EntityKind, Record};
use egui::Color32;
use serde::{Deserialize, Serialize};

/// A sort of mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Layer {
    /// Names of a kind.
    Names(EntityKind),
    /// Figures.
    Figures,
    /// Times.
    Times,
    /// Quotations.
    Quotes,
    /// Commitments.
    Commitments,
}

impl Layer {
    /// The layers that are no names.
    pub const OTHERS: [Self; 4] = [Self::Figures, Self::Times, Self::Quotes, Self::Commitments];

    /// Its name: "People", "Figures".
    pub const fn title(self) -> &'static str {
        match self {
            Self::Names(kind) => kind.plural(),
            Self::Figures => "Figures",
            Self::Times => "Times",
            Self::Quotes => "Quotations",
            Self::Commitments => "Commitments",
        }
    }

    /// The colour of its marks.
    pub fn color(self, theme: &Theme) -> Color32 {
        match self {
            Self::Names(kind) => theme.kind(kind),
            Self::Figures => theme.figure,
            Self::Times => theme.time,
            Self::Quotes => theme.quote,
            Self::Commitments => theme.commitment,
        }
    }

    /// How many marks of it a record has.
    pub fn count(self, record: &Record) -> usize {
        match self {
            Self::Names(kind) => record.mentions.iter().filter(|m| m.kind == kind).count(),
            Self::Figures => record.figures.len(),
            Self::Times => record.times.len(),
            Self::Quotes => record.quotes.len(),
            Self::Commitments => record.commitments.len(),
        }
    }

    /// The layer of a mark; an entity is not one mark.
    pub fn of(what: Selection, record: &Record) -> Option<Self> {
        match what {
            Selection::None | Selection::Entity(_) | Selection::Pair(_) => None,
            Selection::Mention(i) => record.mentions.get(i).map(|m| Self::Names(m.kind)),
            Selection::Figure(_) => Some(Self::Figures),
            Selection::Time(_) => Some(Self::Times),
            Selection::Quote(_) => Some(Self::Quotes),
            Selection::Commitment(_) => Some(Self::Commitments),
        }
    }
}

/// Which layers are hidden; at first none is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layers {
    hidden: Vec<Layer>,
}

impl Layers {
    /// Whether the marks of a layer are shown.
    pub fn shows(&self, layer: Layer) -> bool {
        !self.hidden.contains(&layer)
    }

    /// Whether a mark is shown.
    pub fn show(&self, what: Selection, record: &Record) -> bool {
        self.hidden.is_empty() || Layer::of(what, record).is_none_or(|layer| self.shows(layer))
    }

    /// Shows what is hidden, hides what is shown.
    pub fn turn(&mut self, layer: Layer) {
        if self.shows(layer) {
            self.hidden.push(layer);
        } else {
            self.hidden.retain(|hidden| *hidden != layer);
        }
    }

    /// Whether anything is hidden.
    pub fn hide_some(&self) -> bool {
        !self.hidden.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{Layer, Layers};
    use crate::record::{EntityKind, Record};
    use crate::ui::Selection;

    #[test]
    fn a_layer_is_turned_off_and_on() {
        let mut layers = Layers::default();
        let check = |layers: &Layers, expected: bool| {
            assert_eq!(layers.show(Selection::Figure(0), &Record::default()), expected);
            assert!(layers.show(Selection::Time(0), &Record::default()));
            assert_eq!(layers.hide_some(), !expected);
        };
        check(&layers, true);
        layers.turn(Layer::Figures);
        check(&layers, false);
        layers.turn(Layer::Figures);
        check(&layers, true);
        layers.turn(Layer::Names(EntityKind::Person));
        assert!(!layers.shows(Layer::Names(EntityKind::Person)));
        assert!(layers.shows(Layer::Names(EntityKind::Place)));
    }
}
