//! The card that appears over a mark: what it is, in a few lines.

use crate::ui::theme::{self, size};
use crate::ui::{Cx, OpenArticle, Selection, facts};
use egui::{RichText, Ui};

/// Draws the card of a mark.
pub(super) fn card(cx: &Cx<'_>, article: &OpenArticle, what: Selection, ui: &mut Ui) {
    let Some(facts) = facts::of(what, article) else { return };
    ui.set_max_width(360.0);
    ui.label(RichText::new(&facts.title).family(theme::strong()).size(size::HEAD));
    ui.label(RichText::new(&facts.kind).color(facts.color(cx.theme)).size(size::SMALL));
    for fact in facts.rows.iter().filter(|row| row.brief) {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(fact.label).color(cx.theme.soft).size(size::SMALL));
            ui.label(&fact.value);
        });
    }
    if !facts.because.is_empty() {
        ui.label(RichText::new(&facts.because).color(cx.theme.soft).size(size::SMALL));
    }
}
