//! The analyst's notes on the articles of the workspace and on their marks: the open article's first, each article's in
//! text order.

use super::parts::{self, Leads};
use crate::record::correct::{Note, place};
use crate::ui::theme::{self, size};
use crate::ui::{ArticleId, Cx, Intent, marks};
use egui::{Id, RichText, Ui};

/// Draws the view.
pub(super) fn ui(cx: &Cx<'_>, ui: &mut Ui, intents: &mut Vec<Intent>) {
    let count: usize = cx.work.notes.iter().map(|(_, notes)| notes.len()).sum();
    if cx.article.is_none() && count == 0 {
        parts::nothing(cx, ui, "No article is open.", "Open or paste one to take notes on it.");
        return;
    }
    ui.horizontal(|ui| {
        parts::heading(cx, ui, "Notes");
        ui.label(RichText::new(count.to_string()).size(size::SMALL).color(cx.theme.soft));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if count > 0 && parts::quiet_button(cx, ui, "CSV", "Save the notes on all articles with their sentences") {
                intents.push(Intent::Act("export-notes"));
            }
            let on_article = "Note something on the article as a whole (Shift+T)";
            if cx.article.is_some() && parts::quiet_button(cx, ui, "Note on the article…", on_article) {
                intents.push(Intent::Act("note-article"));
            }
        });
    });
    ui.add_space(4.0);
    if count == 0 {
        parts::nothing(
            cx,
            ui,
            "No notes yet.",
            "Select a name, a figure or another mark and press t to note something.",
        );
    }
    let many = cx.articles.len() > 1;
    let open = cx.article.map(|article| article.id);
    let (own, others): (Vec<_>, Vec<_>) = cx.work.notes.iter().partition(|(id, _)| Some(*id) == open);
    for (id, notes) in own.into_iter().chain(others) {
        if many {
            title(cx, ui, *id);
        }
        for note in notes {
            line(cx, ui, *id, note, intents);
        }
        ui.add_space(6.0);
    }
}

/// The title of the article that the notes below are on.
fn title(cx: &Cx<'_>, ui: &mut Ui, id: ArticleId) {
    let Some(row) = cx.articles.iter().find(|row| row.id == id) else { return };
    let open = cx.article.is_some_and(|article| article.id == id);
    let ink = if open { cx.theme.text } else { cx.theme.soft };
    let words = RichText::new(&row.title).family(theme::strong()).size(size::UI).color(ink);
    ui.add(egui::Label::new(words).selectable(false).truncate());
}

fn line(cx: &Cx<'_>, ui: &mut Ui, of: ArticleId, note: &Note, intents: &mut Vec<Intent>) {
    let on = note.on.as_ref().map_or("The article", |on| on.at.words.as_str());
    let id = Id::unique(("note", of.0, note.on.as_ref().map(|on| (on.at.span, on.mark))));
    let add = |ui: &mut Ui, _: &mut Vec<Intent>| {
        let of = RichText::new(on).color(cx.theme.soft).size(size::SMALL).family(theme::strong());
        ui.add(egui::Label::new(of).selectable(false).truncate());
        parts::words(ui, RichText::new(&note.words).color(cx.theme.text));
    };
    parts::line(cx, ui, (id, &format!("{}: {on}", note.words)), leads(cx, of, note), add, intents);
}

/// Where a note leads.
fn leads(cx: &Cx<'_>, of: ArticleId, note: &Note) -> Leads {
    let Some(article) = cx.article.filter(|article| article.id == of) else {
        return Leads::Elsewhere(of, note.on.clone());
    };
    let span = note.on.as_ref().and_then(|on| Some((on.mark, place(&article.text, &on.at)?)));
    span.map_or(Leads::Nowhere, |(mark, span)| Leads::Here(marks::at(&article.record, mark, span), span))
}
