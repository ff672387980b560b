//! The analyst's notes on the open article and on its marks, in text order.

use super::parts;
use crate::record::correct::{Note, place};
use crate::text::Span;
use crate::ui::theme::{self, size};
use crate::ui::{Cx, Intent, OpenArticle, Selection, marks};
use egui::{Id, RichText, Ui};

/// Draws the view.
pub(super) fn ui(cx: &Cx<'_>, ui: &mut Ui, intents: &mut Vec<Intent>) {
    let Some(article) = cx.article else {
        parts::nothing(cx, ui, "No article is open.", "Open or paste one to take notes on it.");
        return;
    };
    ui.horizontal(|ui| {
        parts::heading(cx, ui, "Notes");
        ui.label(RichText::new(article.notes.len().to_string()).size(size::SMALL).color(cx.theme.soft));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if parts::quiet_button(cx, ui, "Note on the article…", "Note something on the article as a whole (Shift+T)")
            {
                intents.push(Intent::Act("note-article"));
            }
        });
    });
    ui.add_space(4.0);
    if article.notes.is_empty() {
        parts::nothing(
            cx,
            ui,
            "No notes yet.",
            "Select a name, a figure or another mark and press t to note something.",
        );
    }
    for note in &article.notes {
        line(cx, ui, article, note, intents);
    }
}

fn line(cx: &Cx<'_>, ui: &mut Ui, article: &OpenArticle, note: &Note, intents: &mut Vec<Intent>) {
    let on = note.on.as_ref().map_or("The article", |on| on.at.words.as_str());
    let id = Id::unique(("note", note.on.as_ref().map(|on| (on.at.span, on.mark))));
    let add = |ui: &mut Ui, _: &mut Vec<Intent>| {
        let of = RichText::new(on).color(cx.theme.soft).size(size::SMALL).family(theme::strong());
        ui.add(egui::Label::new(of).selectable(false).truncate());
        parts::words(ui, RichText::new(&note.words).color(cx.theme.text));
    };
    parts::line(cx, ui, (id, &format!("{}: {on}", note.words)), place_of(article, note), add, intents);
}

/// Where a note leads.
fn place_of(article: &OpenArticle, note: &Note) -> Option<(Selection, Span)> {
    let on = note.on.as_ref()?;
    let span = place(&article.text, &on.at)?;
    Some((marks::at(&article.record, on.mark, span), span))
}
