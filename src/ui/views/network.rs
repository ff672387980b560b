//! Network: who is named where in the article, and who together with whom.

use super::rows::{Column, Grid, Row};
use super::{derived::derived, parts};
use crate::chart::entities::{self, Named, Together};
use crate::chart::{Ground, amount};
use crate::export::table;
use crate::ui::{Cx, Intent, OpenArticle, Selection};
use egui::Ui;

/// As many as one can take in at once; the table holds them all.
const MOST: usize = 18;

/// What this view derives from a record.
struct Derived {
    named: Vec<Named>,
    together: Vec<Together>,
    rows: Vec<Row>,
}

const COLUMNS: [Column; 4] = [
    Column { title: "Name", share: 1.4, from: 0.0 },
    Column { title: "Kind", share: 0.8, from: 0.0 },
    Column { title: "Named", share: 0.5, from: 0.0 },
    Column { title: "Most often with", share: 1.3, from: 0.0 },
];

/// Draws the view.
pub(super) fn ui(cx: &Cx<'_>, ui: &mut Ui, intents: &mut Vec<Intent>) {
    let Some(article) = cx.article else {
        parts::nothing(cx, ui, "No article is open.", "Open or paste one to see who is named in it.");
        return;
    };
    let found = derived(ui, article, "network", derive);
    if found.named.is_empty() {
        parts::nothing(cx, ui, "Nobody is named.", "People, organizations and places of the article would be here.");
        return;
    }
    if found.together.is_empty() {
        parts::heading(cx, ui, "Named together");
        parts::nothing(cx, ui, "No links.", "No sentence of the article names two of them.");
    } else {
        let draw = |width| entities::network(&found.named, &found.together, width);
        parts::titled(cx, ui, article, ("Named in the same sentence", "network"), draw, intents);
    }
    let ground = Ground { text: &article.text, record: &article.record };
    let draw = |width| entities::spread(ground, &found.named, width);
    parts::titled(cx, ui, article, ("Where in the article", "spread"), draw, intents);
    let grid = Grid { name: "All names", columns: &COLUMNS, rows: &found.rows, saved };
    grid.show(cx, ui, article, intents);
}

fn saved(article: &OpenArticle) -> table::Table {
    table::entities(&article.record)
}

fn derive(ground: Ground<'_>) -> Derived {
    let mut named = entities::named(ground);
    let together = entities::together(ground, &named);
    let rows = named.iter().map(|n| row(ground, n, &together)).collect();
    named.truncate(MOST);
    let kept = |t: &Together| t.ends.iter().all(|end| named.iter().any(|n| n.id == *end));
    Derived { together: together.into_iter().filter(kept).collect(), named, rows }
}

fn row(ground: Ground<'_>, named: &Named, together: &[Together]) -> Row {
    let closest = together.iter().find(|t| t.ends.contains(&named.id));
    let other = closest.and_then(|t| t.ends.into_iter().find(|&end| end != named.id));
    Row {
        select: Selection::Entity(named.id),
        cells: vec![
            named.name.clone(),
            ground.record.entity(named.id).map(|e| e.kind.name().to_owned()).unwrap_or_default(),
            named.at.len().to_string(),
            amount::name_of(ground.record, other).unwrap_or_default().to_owned(),
        ],
        keys: vec![None, None, Some(named.at.len() as f64), None],
        says: named.at.first().map_or_else(String::new, |s| amount::sentence_of(ground.text, *s).to_owned()),
    }
}
