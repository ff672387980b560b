//! Network: who is named where in the article, and who together with whom.

use super::rows::{ASKED, Column, Grid, Row};
use super::{derived::derived, parts};
use crate::chart::entities::{self, Named, Together};
use crate::chart::{Ground, amount, network};
use crate::export::table;
use crate::record::EntityId;
use crate::ui::{Cx, Intent, OpenArticle, Selection};
use egui::Ui;
use std::collections::BTreeMap;

/// What this view derives from a record.
struct Derived {
    named: Vec<Named>,
    together: Vec<Together>,
    /// A row for each of `named`, and one for each of `together`.
    names: Vec<Row>,
    pairs: Vec<Row>,
}

/// So many rows show who is named where: the most named.
const MOST: usize = 18;

const NAMES: [Column; 4] = [
    Column::new("Name", 1.4),
    Column::new("Kind", 0.8).groups(),
    Column::new("Named", 0.5),
    Column::new("Most often with", 1.3).groups(),
];

const PAIRS: [Column; 4] = [
    Column::new("Who", 1.2).groups(),
    Column::new("With whom", 1.2).groups(),
    Column::new("Sentences", 0.6),
    Column::new("First sentence", 2.4).from(ASKED),
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
    let ground = Ground { text: &article.text, record: &article.record };
    let from = || parts::source(article);
    if found.together.is_empty() {
        parts::heading(cx, ui, "Named together");
        parts::nothing(cx, ui, "No links.", "No sentence of the article names two of them.");
    } else {
        let draw = |width| network::network(ground, &found.named, &found.together, width);
        parts::titled(cx, ui, article, ("Named in the same sentence", "network"), draw, from, intents);
        let pairs = Grid { name: "Named together", columns: &PAIRS, rows: &found.pairs, saved: saved_pairs };
        pairs.show(cx, ui, article, intents);
    }
    let most = found.named.get(..MOST.min(found.named.len())).unwrap_or_default();
    let title = if most.len() < found.named.len() { "Where the most named stand" } else { "Where in the article" };
    let draw = |width| entities::spread(ground, most, width);
    parts::titled(cx, ui, article, (title, "spread"), draw, from, intents);
    let names = Grid { name: "All names", columns: &NAMES, rows: &found.names, saved: saved_names };
    names.show(cx, ui, article, intents);
}

fn saved_names(article: &OpenArticle) -> table::Table {
    table::entities(&article.record)
}

fn saved_pairs(article: &OpenArticle) -> table::Table {
    table::pairs(&article.text, &article.record)
}

fn derive(ground: Ground<'_>) -> Derived {
    let named = entities::named(ground);
    let together = entities::together(ground, &named);
    let mut closest: BTreeMap<EntityId, EntityId> = BTreeMap::new();
    for [a, b] in together.iter().map(|pair| pair.ends) {
        // The closest pairs come first.
        closest.entry(a).or_insert(b);
        closest.entry(b).or_insert(a);
    }
    let rows = named.iter().map(|n| name(ground, n, closest.get(&n.id).copied())).collect();
    let pairs = together.iter().map(|t| pair(ground, t)).collect();
    Derived { named, together, names: rows, pairs }
}

fn pair(ground: Ground<'_>, together: &Together) -> Row {
    let [one, other] = together.ends.map(|id| amount::name_of(ground.record, Some(id)).unwrap_or_default().to_owned());
    let first = together.sentences.first().and_then(|&i| ground.text.sentences().get(i));
    let says = first.map_or_else(String::new, |s| ground.text.slice(s.span).to_owned());
    let count = together.sentences.len();
    Row {
        select: Selection::Pair(together.ends),
        cells: vec![one, other, count.to_string(), says.clone()],
        keys: vec![None, None, Some(count as f64), None],
        says,
    }
}

fn name(ground: Ground<'_>, named: &Named, closest: Option<EntityId>) -> Row {
    Row {
        select: Selection::Entity(named.id),
        cells: vec![
            named.name.clone(),
            ground.record.entity(named.id).map(|e| e.kind.name().to_owned()).unwrap_or_default(),
            named.at.len().to_string(),
            amount::name_of(ground.record, closest).unwrap_or_default().to_owned(),
        ],
        keys: vec![None, None, Some(named.at.len() as f64), None],
        says: named.at.first().map_or_else(String::new, |s| amount::sentence_of(ground.text, *s).to_owned()),
    }
}
