//! Measures: a chart of everything that is measured, one axis a unit.

use super::{derived::derived, parts};
use crate::chart::measure;
use crate::ui::{Cx, Intent};
use egui::{Button, Id, Ui};

/// Draws the view.
pub(super) fn ui(cx: &Cx<'_>, ui: &mut Ui, intents: &mut Vec<Intent>) {
    let Some(article) = cx.article else {
        parts::nothing(cx, ui, "No article is open.", "Open or paste one to see its measures here.");
        return;
    };
    let charts = derived(ui, article, "measures", measure::charts);
    if charts.is_empty() {
        parts::nothing(cx, ui, "Nothing to draw.", "Each measure in the article becomes a chart; it gives no amounts.");
        return;
    }
    let id = Id::unique("chosen measure");
    let mut chosen = ui.data(|d| d.get_temp::<String>(id)).filter(|c| charts.iter().any(|chart| &chart.title == c));
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::selectable(chosen.is_none(), "All")).clicked() {
            chosen = None;
        }
        let mut titles: Vec<&str> = Vec::new();
        for chart in charts.iter() {
            if !titles.contains(&chart.title.as_str()) {
                titles.push(&chart.title);
            }
        }
        for title in titles {
            if ui.add(Button::selectable(chosen.as_deref() == Some(title), title)).clicked() {
                chosen = Some(title.to_owned());
            }
        }
    });
    ui.add_space(8.0);
    for chart in charts.iter().filter(|c| chosen.as_ref().is_none_or(|title| &c.title == title)) {
        parts::chart(cx, ui, article, chart, intents);
    }
    ui.data_mut(|d| {
        d.remove::<String>(id);
        if let Some(title) = chosen {
            d.insert_temp(id, title);
        }
    });
}
