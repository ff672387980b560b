//! The card that appears over a mark: what it is, in a few lines.

use crate::chart::amount;
use crate::ui::theme::{self, size};
use crate::ui::{Cx, OpenArticle, Selection, facts, marks};
use egui::{Response, RichText, Ui};
use std::time::Duration;

/// A pointer that moves faster, in points a second, is on its way elsewhere.
const SLOW: f32 = 90.0;

/// A pointer that has not moved for so many seconds lies still.
const RECENT: f32 = 0.5;

/// Shows the card of a mark as soon as the pointer rests on it, without a wait, and until it leaves.
pub(super) fn over(cx: &Cx<'_>, article: &OpenArticle, what: Selection, link: &Response) {
    let shown = link.id.with("card");
    let context = &link.ctx;
    let (rests, held) = context.input(|i| {
        // Text that is scrolled by key under a pointer that lies still is not pointed at.
        let came = i.pointer.time_since_last_movement() < RECENT;
        (came && i.pointer.velocity().length() < SLOW, i.pointer.any_down())
    });
    let before = context.data(|d| d.get_temp::<bool>(shown).unwrap_or_default());
    // The inspector tells more of what is selected, and words that are being marked should be seen.
    let words = marks::span(what, &article.record);
    let told = what == cx.session.selection || words.zip(cx.session.passage).is_some_and(|(a, b)| a.overlaps(b));
    let show = link.hovered() && !held && !told && (rests || before);
    if show != before {
        context.data_mut(|d| d.insert_temp(shown, show));
    }
    if show {
        link.show_tooltip_ui(|ui| card(cx, article, what, ui));
    } else if link.hovered() && !held && !told {
        context.request_repaint_after(Duration::from_millis(30));
    }
}

/// Draws the card of a mark.
fn card(cx: &Cx<'_>, article: &OpenArticle, what: Selection, ui: &mut Ui) {
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
        ui.label(RichText::new(amount::capitalised(&facts.because)).color(cx.theme.soft).size(size::SMALL));
    }
}
