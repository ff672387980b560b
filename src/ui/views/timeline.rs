//! Timeline: what has a day along the calendar, and every time as a row.

use super::rows::{ASKED, Column, Grid, Row};
use super::{derived::derived, parts};
use crate::chart::{Chart, Ground, amount, timeline};
use crate::export::table;
use crate::record::Time;
use crate::ui::{Cx, Intent, OpenArticle, Selection};
use egui::Ui;

/// What this view derives from a record.
struct Derived {
    chart: Option<Chart>,
    rows: Vec<Row>,
}

const COLUMNS: [Column; 5] = [
    Column::new("Words", 1.3),
    Column::new("From", 0.8).groups(),
    Column::new("To", 0.8),
    Column::new("Value", 0.9).from(480.0).groups(),
    Column::new("Sentence", 2.4).from(ASKED),
];

/// Draws the view.
pub(super) fn ui(cx: &Cx<'_>, ui: &mut Ui, intents: &mut Vec<Intent>) {
    let Some(article) = cx.article else {
        parts::nothing(cx, ui, "No article is open.", "Open or paste one to see its times here.");
        return;
    };
    let found = derived(ui, article, "timeline", derive);
    match &found.chart {
        Some(chart) if chart.bars().next().is_some() => parts::chart(cx, ui, article, chart, intents),
        Some(chart) => {
            parts::heading(cx, ui, "Timeline");
            parts::nothing(cx, ui, "No time has a day yet.", &chart.notes.join(" "));
        }
        None => {
            parts::heading(cx, ui, "Timeline");
            parts::nothing(cx, ui, "No dates.", "The article names no day, month or year to draw.");
        }
    }
    if !found.rows.is_empty() {
        let grid = Grid { name: "All times", columns: &COLUMNS, rows: &found.rows, saved };
        grid.show(cx, ui, article, intents);
    }
}

fn saved(article: &OpenArticle) -> table::Table {
    table::times(&article.text, &article.record)
}

fn derive(ground: Ground<'_>) -> Derived {
    let row = |(index, time): (usize, &Time)| Row {
        select: Selection::Time(index),
        cells: vec![
            ground.text.slice(time.span).to_owned(),
            time.from.clone().unwrap_or_default(),
            time.to.clone().unwrap_or_default(),
            time.value.clone().unwrap_or_default(),
            amount::sentence_of(ground.text, time.span).to_owned(),
        ],
        keys: vec![None; COLUMNS.len()],
        says: amount::sentence_of(ground.text, time.span).to_owned(),
    };
    Derived { chart: timeline::chart(ground), rows: ground.record.times.iter().enumerate().map(row).collect() }
}
