//! Figures: the tariffs, the purchases, and every figure as a row.

use super::rows::{Column, Grid, Row};
use super::{derived::derived, parts};
use crate::chart::{Chart, Ground, amount, purchase, tariff};
use crate::export::table;
use crate::record::{Figure, Measure, Status};
use crate::ui::{Cx, Intent, OpenArticle, Selection};
use egui::Ui;

/// What this view derives from a record.
struct Derived {
    tariffs: Option<Chart>,
    purchases: Vec<Chart>,
    rows: Vec<Row>,
}

const COLUMNS: [Column; 6] = [
    Column { title: "Amount", share: 1.8, from: 0.0 },
    Column { title: "Measure", share: 0.8, from: 0.0 },
    Column { title: "Of what", share: 1.0, from: 0.0 },
    Column { title: "Who", share: 0.9, from: 480.0 },
    Column { title: "When", share: 0.8, from: 560.0 },
    Column { title: "Status", share: 0.65, from: 380.0 },
];

/// Draws the view.
pub(super) fn ui(cx: &Cx<'_>, ui: &mut Ui, intents: &mut Vec<Intent>) {
    let Some(article) = cx.article else {
        parts::nothing(cx, ui, "No article is open.", "Open or paste one to see its figures here.");
        return;
    };
    let found = derived(ui, article, "figures", derive);
    if let Some(chart) = &found.tariffs {
        parts::chart(cx, ui, article, chart, intents);
    } else {
        parts::heading(cx, ui, "Tariffs");
        parts::nothing(cx, ui, "No tariff rates.", "The article gives no percentage as a duty, levy or tariff.");
    }
    for chart in &found.purchases {
        parts::chart(cx, ui, article, chart, intents);
    }
    if found.purchases.is_empty() {
        parts::heading(cx, ui, "Purchases");
        parts::nothing(cx, ui, "No purchases.", "The article gives no amount that somebody bought or is to buy.");
    }
    if found.rows.is_empty() {
        parts::heading(cx, ui, "All figures");
        parts::nothing(cx, ui, "No figures.", "The article holds no amount, price, share or rate.");
    } else {
        let grid = Grid { name: "All figures", columns: &COLUMNS, rows: &found.rows, saved };
        grid.show(cx, ui, article, intents);
    }
}

fn saved(article: &OpenArticle) -> table::Table {
    table::figures(&article.text, &article.record)
}

fn derive(ground: Ground<'_>) -> Derived {
    let row = |(index, figure): (usize, &Figure)| Row {
        select: Selection::Figure(index),
        cells: vec![
            amount::full(figure),
            if figure.measure.as_str() == Measure::OTHER { "" } else { figure.measure.as_str() }.to_owned(),
            figure.item.clone().unwrap_or_default(),
            amount::name_of(ground.record, figure.actor).unwrap_or_default().to_owned(),
            figure.window.as_ref().map(|w| w.text.clone()).unwrap_or_default(),
            // "Reported" is what every figure is at least: it would only be noise.
            if figure.status == Status::Reported { "" } else { figure.status.label() }.to_owned(),
        ],
        keys: vec![figure.value(), None, None, None, None, None],
        says: amount::sentence(ground.text, figure).to_owned(),
    };
    Derived {
        tariffs: tariff::chart(ground),
        purchases: purchase::charts(ground),
        rows: ground.record.figures.iter().enumerate().map(row).collect(),
    }
}
