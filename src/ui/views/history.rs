//! What was corrected in the open article, the newest first, and a way back to any point.

use super::parts;
use crate::ui::theme::size;
use crate::ui::{Cx, Intent, Logged, OpenArticle, correcting};
use egui::{Id, RichText, Ui};

/// Draws the view.
pub(super) fn ui(cx: &Cx<'_>, ui: &mut Ui, intents: &mut Vec<Intent>) {
    let Some(article) = cx.article else {
        parts::nothing(cx, ui, "No article is open.", "Open or paste one to see what was corrected in it.");
        return;
    };
    if article.log.is_empty() {
        let why = "What you accept, correct or note in this article appears here, and can be taken back to any point.";
        parts::nothing(cx, ui, "No corrections yet.", why);
        return;
    }
    ui.horizontal(|ui| {
        parts::heading(cx, ui, "History");
        ui.label(RichText::new(article.log.len().to_string()).size(size::SMALL).color(cx.theme.soft));
    });
    ui.add_space(4.0);
    for (back, logged) in article.log.iter().rev().enumerate() {
        step(cx, ui, article, logged, back == 0, intents);
    }
    let first = article.log.first().map_or(0, |logged| logged.seq);
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        ui.label(RichText::new("The article as it was read").color(cx.theme.soft));
        back_to(cx, ui, "Undo back to the start", first - 1, intents);
    });
}

/// A correction: what it does, where it holds, and the way back to it.
fn step(cx: &Cx<'_>, ui: &mut Ui, article: &OpenArticle, logged: &Logged, last: bool, intents: &mut Vec<Intent>) {
    let label = logged.correction.label();
    let scope = if logged.article.is_some() { "in this article" } else { "in every article" };
    let place = correcting::place_of(article, &logged.correction);
    let id = Id::unique(("step", logged.seq));
    let add = |ui: &mut Ui, intents: &mut Vec<Intent>| {
        parts::words(ui, RichText::new(&label).color(cx.theme.text));
        ui.horizontal(|ui| {
            ui.label(RichText::new(scope).size(size::SMALL).color(cx.theme.soft));
            if !last {
                back_to(cx, ui, "Undo back to here", logged.seq, intents);
            }
        });
    };
    parts::line(cx, ui, (id, &format!("{label}, {scope}")), place, add, intents);
}

fn back_to(cx: &Cx<'_>, ui: &mut Ui, words: &str, seq: i64, intents: &mut Vec<Intent>) {
    let does = "Undoes all that was done since, in other articles too; redo takes it in again step by step";
    if parts::quiet_button(cx, ui, words, does) {
        intents.push(Intent::UndoTo(seq));
    }
}
