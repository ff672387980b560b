//! What was done in the workspace, the newest first, and a way back to any point: every step that it takes away stands
//! above it, with its article where that is another one.

use super::parts::{self, Leads};
use crate::ui::theme::size;
use crate::ui::{Cx, Intent, Step, correcting};
use egui::{Id, RichText, Ui};

/// So many steps are shown at first, and so many more each time.
const PAGE: usize = 100;

/// Draws the view.
pub(super) fn ui(cx: &Cx<'_>, ui: &mut Ui, intents: &mut Vec<Intent>) {
    let steps = &cx.work.steps;
    if steps.is_empty() && cx.article.is_none() {
        parts::nothing(cx, ui, "No article is open.", "Open or paste one to see what was done with it.");
        return;
    }
    if steps.is_empty() {
        let why = "What you open, accept, correct or note appears here, and can be taken back to any point.";
        parts::nothing(cx, ui, "No steps yet.", why);
        return;
    }
    ui.horizontal(|ui| {
        parts::heading(cx, ui, "History");
        ui.label(RichText::new(steps.len().to_string()).size(size::SMALL).color(cx.theme.soft));
    });
    ui.add_space(4.0);
    let id = Id::unique("steps shown");
    let shown = ui.data(|d| d.get_temp::<usize>(id)).unwrap_or(PAGE);
    for (later, of) in steps.iter().rev().enumerate().take(shown) {
        step(cx, ui, of, later, intents);
    }
    let earlier = steps.len().saturating_sub(shown);
    if earlier > 0 && parts::quiet_button(cx, ui, &format!("{earlier} earlier steps…"), "Show the steps before these")
    {
        ui.data_mut(|d| d.insert_temp(id, shown + PAGE));
    }
}

/// A step: what it did, where, and the way back to it, which takes away the `later` ones.
fn step(cx: &Cx<'_>, ui: &mut Ui, step: &Step, later: usize, intents: &mut Vec<Intent>) {
    let place = place(cx, step);
    let id = Id::unique(("step", step.seq));
    let add = |ui: &mut Ui, intents: &mut Vec<Intent>| {
        parts::words(ui, RichText::new(&step.label).color(cx.theme.text));
        ui.horizontal(|ui| {
            // The button keeps its room beside a long title.
            let words = match later {
                0 => String::new(),
                1 => "Undo the 1 step since".to_owned(),
                n => format!("Undo the {n} steps since"),
            };
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let does = "Undoes all that stands above; redo takes it in again step by step";
                if later > 0 && parts::quiet_button(cx, ui, &words, does) {
                    intents.push(Intent::UndoTo(step.seq));
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let where_to = RichText::new(&place).size(size::SMALL).color(cx.theme.soft);
                    ui.add(egui::Label::new(where_to).selectable(false).truncate());
                });
            });
        });
    };
    let name = if place.is_empty() { step.label.clone() } else { format!("{}, {place}", step.label) };
    parts::line(cx, ui, (id, &name), leads(cx, step), add, intents);
}

/// Where a step was made: in words, nothing for what is about no article alone.
fn place(cx: &Cx<'_>, step: &Step) -> String {
    match step.article {
        Some(id) if cx.article.is_some_and(|article| article.id == id) => "in this article".to_owned(),
        Some(id) => {
            let title = cx.articles.iter().find(|row| row.id == id).map(|row| &row.title);
            title.map_or_else(|| "in an article that was removed".to_owned(), |title| format!("in “{title}”"))
        }
        None if step.everywhere => "in every article".to_owned(),
        None => String::new(),
    }
}

/// Where a step leads: to its words in the open article, or to its article.
fn leads(cx: &Cx<'_>, step: &Step) -> Leads {
    let logged = cx.article.and_then(|a| Some((a, a.log.iter().find(|logged| logged.seq == step.seq)?)));
    if let Some((article, logged)) = logged {
        let place = correcting::place_of(article, &logged.correction);
        return place.map_or(Leads::Nowhere, |(what, span)| Leads::Here(what, span));
    }
    let there = step.article.filter(|id| cx.articles.iter().any(|row| row.id == *id));
    there.map_or(Leads::Nowhere, |id| Leads::Elsewhere(id, None))
}
