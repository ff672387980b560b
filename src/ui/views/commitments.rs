//! Commitments by status: what is done and in force, what was agreed and promised, what was denied.

use super::{derived::derived, parts};
use crate::chart::{Ground, amount, timeline};
use crate::export::table;
use crate::record::Status;
use crate::ui::theme::{self, size};
use crate::ui::{Cx, Intent, OpenArticle, Selection};
use egui::{RichText, Ui};

/// One commitment in words.
struct Line {
    index: usize,
    deed: String,
    says: String,
    said_by: String,
}

/// Draws the view.
pub(super) fn ui(cx: &Cx<'_>, ui: &mut Ui, intents: &mut Vec<Intent>) {
    let Some(article) = cx.article else {
        parts::nothing(cx, ui, "No article is open.", "Open or paste one to see what was promised in it.");
        return;
    };
    let groups = derived(ui, article, "commitments", by_status);
    if groups.is_empty() {
        let why = "The article tells of nothing that was done, agreed, promised or refused.";
        parts::nothing(cx, ui, "No commitments.", why);
        return;
    }
    parts::counted(cx, ui, article, ("Commitments", article.record.commitments.len()), saved, intents);
    for (status, lines) in groups.iter() {
        let heading = RichText::new(amount::capitalised(status.label())).family(theme::strong());
        ui.horizontal(|ui| {
            ui.label(heading.color(cx.theme.status(*status)));
            ui.label(RichText::new(lines.len().to_string()).size(size::SMALL).color(cx.theme.soft));
        });
        for line in lines {
            let add = |ui: &mut Ui| {
                parts::words(ui, RichText::new(&line.deed).color(cx.theme.text));
                parts::words(ui, RichText::new(&line.says).family(theme::serif()).size(14.0).color(cx.theme.soft));
                if !line.said_by.is_empty() {
                    let by = format!("according to {}", line.said_by);
                    parts::words(ui, RichText::new(by).size(size::SMALL).color(cx.theme.soft));
                }
            };
            let place = (Selection::Commitment(line.index), line.deed.as_str());
            parts::card(cx, ui, place, cx.theme.commitment, add, intents);
        }
        ui.add_space(10.0);
    }
}

fn saved(article: &OpenArticle) -> table::Table {
    table::commitments(&article.text, &article.record)
}

fn by_status(ground: Ground<'_>) -> Vec<(Status, Vec<Line>)> {
    let all = || ground.record.commitments.iter().enumerate();
    let lines = |status: Status| {
        let line = |(index, c): (usize, &crate::record::Commitment)| Line {
            index,
            deed: timeline::deed(ground, c),
            says: ground.text.slice(c.span).to_owned(),
            said_by: amount::name_of(ground.record, c.said_by).unwrap_or_default().to_owned(),
        };
        all().filter(|(_, c)| c.status == status).map(line).collect::<Vec<_>>()
    };
    Status::ALL.into_iter().map(|s| (s, lines(s))).filter(|(_, lines)| !lines.is_empty()).collect()
}
