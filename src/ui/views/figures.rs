//! Figures: the tariffs, the purchases, and every figure as a row.

use super::rows::{ASKED, Column, Grid, Row};
use super::{derived::derived, parts};
use crate::chart::{Chart, Ground, amount, change, course, purchase, tariff, total};
use crate::export::table;
use crate::record::{Figure, Measure, Status};
use crate::ui::{Cx, Intent, OpenArticle, Selection, facts};
use egui::Ui;

/// What this view derives from a record.
struct Derived {
    tariffs: Option<Chart>,
    /// The same rates over time.
    changes: Option<Chart>,
    /// Those of them that other articles tell, too.
    courses: Option<Chart>,
    /// Each with what it adds up to, where that can be told.
    purchases: Vec<(Chart, Option<Chart>)>,
    rows: Vec<Row>,
}

const COLUMNS: [Column; 11] = [
    Column::new("Amount", 1.8),
    Column::new("Measure", 0.8).groups(),
    Column::new("Of what", 1.0).groups(),
    Column::new("Who", 0.9).from(480.0).groups(),
    Column::new("Toward", 0.9).from(760.0).groups(),
    Column::new("When", 0.8).from(560.0).groups(),
    Column::new("Status", 0.65).from(380.0).groups(),
    Column::new("Says", 0.9).from(660.0).groups(),
    Column::new("Unit", 0.6).from(ASKED).groups(),
    Column::new("Sure", 0.5).from(ASKED).groups(),
    Column::new("Sentence", 2.4).from(ASKED),
];

/// Draws the view.
pub(super) fn ui(cx: &Cx<'_>, ui: &mut Ui, intents: &mut Vec<Intent>) {
    let Some(article) = cx.article else {
        parts::nothing(cx, ui, "No article is open.", "Open or paste one to see its figures here.");
        return;
    };
    let found = derived(ui, article, "figures", |ground| derive(ground, article));
    if let Some(chart) = &found.tariffs {
        for chart in std::iter::once(chart).chain(&found.changes).chain(&found.courses) {
            parts::chart(cx, ui, article, chart, intents);
        }
    } else {
        parts::heading(cx, ui, "Tariffs");
        parts::nothing(cx, ui, "No tariff rates.", "The article gives no percentage as a duty, levy or tariff.");
    }
    for chart in found.purchases.iter().flat_map(|(chart, total)| std::iter::once(chart).chain(total)) {
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

fn derive(ground: Ground<'_>, article: &OpenArticle) -> Derived {
    let name = |id| amount::name_of(ground.record, id).unwrap_or_default().to_owned();
    let row = |(index, figure): (usize, &Figure)| {
        let says = amount::sentence(ground.text, figure).to_owned();
        let mut keys = vec![None; COLUMNS.len()];
        keys[0] = figure.value().map(|value| if amount::falls(figure) { -value } else { value });
        Row {
            select: Selection::Figure(index),
            cells: vec![
                amount::full(figure),
                if figure.measure.as_str() == Measure::OTHER { "" } else { figure.measure.as_str() }.to_owned(),
                figure.item.clone().unwrap_or_default(),
                name(figure.actor),
                name(figure.toward),
                figure.window.as_ref().map(|w| w.text.clone()).unwrap_or_default(),
                // "Reported" is what every figure is at least: it would only be noise.
                if figure.status == Status::Reported { "" } else { figure.status.label() }.to_owned(),
                name(figure.said_by),
                amount::unit_name(figure),
                facts::certainty(figure.certainty).to_owned(),
                says.clone(),
            ],
            keys,
            says,
        }
    };
    let with_total = |chart: Chart| {
        let total = total::chart(ground, &chart);
        (chart, total)
    };
    Derived {
        tariffs: tariff::chart(ground),
        changes: change::chart(ground),
        courses: course::chart(&article.courses, article.id.0),
        purchases: purchase::charts(ground).into_iter().map(with_total).collect(),
        rows: ground.record.figures.iter().enumerate().map(row).collect(),
    }
}
