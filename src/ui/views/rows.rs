//! A table that can be sorted, filtered, walked by key and copied; only the rows in sight are laid out.

use super::{arrive, parts};
use crate::export::Table;
use crate::ui::theme::size;
use crate::ui::{Cx, Intent, OpenArticle, Selection};
use crate::workspace::ArticleId;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Color32, CornerRadius, EventFilter, FontId, Id, Key, Layout, Pos2, Rect, RichText, Role, Sense, Stroke,
    TextEdit, Ui, Vec2, WidgetInfo,
};

/// Height of a row.
const ROW: f32 = 24.0;
/// Between two columns.
const GAP: f32 = 10.0;

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// Its heading.
    pub title: &'static str,
    /// Its part of the width.
    pub share: f32,
    /// The least width of the table at which it is shown.
    pub from: f32,
}

/// One row.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// What it leads to.
    pub select: Selection,
    /// Its words, one for each column.
    pub cells: Vec<String>,
    /// What to sort by where that is a number, one for each column.
    pub keys: Vec<Option<f64>>,
    /// The sentence behind it.
    pub says: String,
}

/// A table.
pub(super) struct Grid<'a> {
    /// Its heading, different for every table.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'a [Column],
    /// Its rows, in text order.
    pub rows: &'a [Row],
    /// What leaves as a file.
    pub saved: fn(&OpenArticle) -> Table,
}

/// The column to sort by, and whether downwards.
type Sort = Option<(usize, bool)>;

/// What the analyst did to a table, kept while the window is open.
#[derive(Clone, Debug, Default)]
struct State {
    filter: String,
    sort: Sort,
    /// The rows to show, by index.
    shown: Vec<usize>,
    /// What they were chosen for: article, revision, filter and order.
    chosen_for: Option<(ArticleId, u64, String, Sort)>,
}

/// The columns that have room, each with its left end and its width.
struct Places<'a>(Vec<(usize, &'a Column, f32, f32)>);

impl Grid<'_> {
    /// Shows the table.
    pub(super) fn show(&self, cx: &Cx<'_>, ui: &mut Ui, article: &OpenArticle, intents: &mut Vec<Intent>) {
        let id = Id::unique(("table", self.name));
        let mut state = ui.data_mut(|d| d.get_temp::<State>(id)).unwrap_or_default();
        choose(&mut state, article, self.rows);
        self.toolbar(cx, ui, article, &mut state, intents);
        let places = self.places(ui.available_width());
        header(cx, ui, &places, &mut state);
        choose(&mut state, article, self.rows);
        self.body(cx, ui, id, &places, &state.shown, intents);
        if state.shown.is_empty() && !self.rows.is_empty() {
            ui.label(RichText::new("No row holds these words.").color(cx.theme.soft));
        }
        ui.data_mut(|d| d.insert_temp(id, state));
        ui.add_space(12.0);
    }

    fn toolbar(&self, cx: &Cx<'_>, ui: &mut Ui, article: &OpenArticle, state: &mut State, intents: &mut Vec<Intent>) {
        ui.horizontal(|ui| {
            parts::heading(cx, ui, self.name);
            let (shown, all) = (state.shown.len(), self.rows.len());
            let count = if shown == all { all.to_string() } else { format!("{shown} of {all}") };
            ui.label(RichText::new(count).size(size::SMALL).color(cx.theme.soft));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if parts::quiet_button(cx, ui, "CSV", "Save this table with the sentence of each row") {
                    intents.push(parts::table(article, self.name, (self.saved)(article)));
                }
                if parts::quiet_button(cx, ui, "Copy", "Copy the rows shown, to paste into a spreadsheet") {
                    ui.copy_text(tab_separated(state, self.rows));
                }
                let edit = TextEdit::singleline(&mut state.filter).hint_text("Filter").desired_width(110.0);
                ui.add(edit).on_hover_text("Show the rows that hold these words");
            });
        });
    }

    fn places(&self, width: f32) -> Places<'_> {
        let columns = || self.columns.iter().enumerate().filter(|(_, c)| width >= c.from);
        let shares: f32 = columns().map(|(_, c)| c.share).sum();
        let room = width - GAP * columns().count().saturating_sub(1) as f32;
        let mut left = 0.0;
        let place = |(index, column): (usize, &'_ Column)| {
            let wide = room * column.share / shares.max(f32::MIN_POSITIVE);
            let from = left;
            left += wide + GAP;
            (index, from, wide)
        };
        let placed: Vec<(usize, f32, f32)> = columns().map(place).collect();
        Places(placed.into_iter().map(|(index, from, wide)| (index, &self.columns[index], from, wide)).collect())
    }

    fn body(&self, cx: &Cx<'_>, ui: &mut Ui, id: Id, places: &Places<'_>, shown: &[usize], intents: &mut Vec<Intent>) {
        let wide = ui.available_width();
        let (area, _) = ui.allocate_exact_size(Vec2::new(wide, ROW * shown.len() as f32), Sense::hover());
        let room = |at: usize| Rect::from_min_size(area.min + Vec2::new(0.0, at as f32 * ROW), Vec2::new(wide, ROW));
        let chosen = shown.iter().position(|&i| self.rows[i].select == cx.session.selection);
        if let Some(at) = chosen {
            arrive::arrive(ui, cx.session.selection, room(at));
        }
        let mut clicked = false;
        for (at, &i) in shown.iter().enumerate() {
            if ui.is_rect_visible(room(at)) {
                clicked |= row(cx, ui, (id, i), room(at), &self.rows[i], places, intents);
            }
        }
        // The table takes the focus as a whole; arrow keys walk its rows.
        let whole = ui.interact(area, id, Sense::FOCUSABLE);
        whole.widget_info(|| WidgetInfo::labeled(Role::Table, true, self.name));
        if clicked {
            whole.request_focus();
        }
        if whole.has_focus() {
            let vertical = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|m| m.set_focus_lock_filter(id, vertical));
            if let Some(next) = walk(ui, chosen, shown.len()) {
                arrive::select(ui, self.rows[shown[next]].select, intents);
                ui.scroll_to_rect(room(next), None);
            }
        }
    }
}

/// Draws one row and tells whether it was clicked.
fn row(
    cx: &Cx<'_>,
    ui: &Ui,
    id: (Id, usize),
    room: Rect,
    row: &Row,
    places: &Places<'_>,
    intents: &mut Vec<Intent>,
) -> bool {
    let chosen = row.select == cx.session.selection;
    let response = ui.interact(room, id.0.with(id.1), Sense::click() - Sense::FOCUSABLE);
    let spoken = row.cells.iter().filter(|c| !c.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, chosen, &spoken));
    let ground = match (chosen, response.hovered() || cx.session.hover == row.select) {
        (true, _) => Some(cx.theme.accent_wash),
        (false, true) => Some(cx.theme.hover),
        (false, false) => None,
    };
    if let Some(color) = ground {
        ui.painter().rect_filled(room.expand2(Vec2::new(3.0, 0.0)), CornerRadius::same(3), color);
    }
    for (column, _, left, width) in &places.0 {
        let ink = if *column == 0 { cx.theme.text } else { cx.theme.soft };
        let words = row.cells.get(*column).map_or("", String::as_str);
        cell(ui, words, room.min + Vec2::new(*left, 0.0), *width, ink, size::UI - 0.5);
    }
    let clicked = response.clicked();
    if clicked {
        arrive::select(ui, row.select, intents);
    }
    if response.hovered() {
        arrive::hover(cx.session.hover, row.select, intents);
    }
    response.on_hover_text(&row.says);
    clicked
}

/// The rows shown, for a spreadsheet.
fn tab_separated(state: &State, rows: &[Row]) -> String {
    let mut out = String::new();
    for row in state.shown.iter().filter_map(|&i| rows.get(i)) {
        for cell in row.cells.iter().chain([&row.says]) {
            out.push_str(&cell.replace(['\t', '\n', '\r'], " "));
            out.push('\t');
        }
        out.pop();
        out.push('\n');
    }
    out
}

/// Filters and sorts when the table, the filter or the order has changed.
fn choose(state: &mut State, article: &OpenArticle, rows: &[Row]) {
    let chosen_for = Some((article.id, article.revision, state.filter.clone(), state.sort));
    if state.chosen_for == chosen_for {
        return;
    }
    let wanted = state.filter.to_lowercase();
    let holds = |row: &Row| row.cells.iter().chain([&row.says]).any(|cell| cell.to_lowercase().contains(&wanted));
    state.shown = (0..rows.len()).filter(|&i| wanted.is_empty() || holds(&rows[i])).collect();
    if let Some((column, descending)) = state.sort {
        let key = |i: &usize| {
            let row = &rows[*i];
            let words = row.cells.get(column).map(|w| w.to_lowercase()).unwrap_or_default();
            (row.keys.get(column).copied().flatten(), words)
        };
        state.shown.sort_by(|a, b| {
            let ((a, a_words), (b, b_words)) = (key(a), key(b));
            // What has no number comes last.
            let numbers = a.unwrap_or(f64::MAX).total_cmp(&b.unwrap_or(f64::MAX));
            numbers.then_with(|| a_words.cmp(&b_words))
        });
        if descending {
            state.shown.reverse();
        }
    }
    state.chosen_for = chosen_for;
}

fn header(cx: &Cx<'_>, ui: &mut Ui, places: &Places<'_>, state: &mut State) {
    let (area, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    for (column, head, left, width) in &places.0 {
        let room = Rect::from_min_size(area.min + Vec2::new(*left, 0.0), Vec2::new(*width, ROW));
        let response = ui.interact(room, ui.scope_id().with(("head", head.title)), Sense::click());
        let sorted = state.sort.filter(|(by, _)| by == column).map(|(_, descending)| descending);
        let spoken = match sorted {
            Some(true) => format!("{}, sorted downwards", head.title),
            Some(false) => format!("{}, sorted upwards", head.title),
            None => format!("Sort by {}", head.title),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
        if response.clicked() {
            // Up, down, and back to the order of the text.
            state.sort = match sorted {
                None => Some((*column, false)),
                Some(false) => Some((*column, true)),
                Some(true) => None,
            };
        }
        let ink = if sorted.is_some() || response.hovered() { cx.theme.text } else { cx.theme.soft };
        let mark = if sorted.is_some() { 10.0 } else { 0.0 };
        cell(ui, head.title, room.min, width - mark, ink, size::SMALL);
        if let Some(descending) = sorted {
            arrow(ui, Pos2::new(room.right() - 6.0, room.center().y), descending, ink);
        }
    }
    ui.painter().hline(area.x_range(), area.bottom(), Stroke::new(1.0, cx.theme.line));
}

/// A small triangle that points up or down.
fn arrow(ui: &Ui, at: Pos2, down: bool, color: Color32) {
    let tip = if down { 3.0 } else { -3.0 };
    let corners = vec![at + Vec2::new(0.0, tip), at + Vec2::new(-4.0, -tip), at + Vec2::new(4.0, -tip)];
    ui.painter().add(egui::Shape::convex_polygon(corners, color, Stroke::NONE));
}

/// The row that an arrow key leads to.
fn walk(ui: &Ui, chosen: Option<usize>, count: usize) -> Option<usize> {
    let pressed = |key| ui.input(|i| i.key_pressed(key));
    let last = count.checked_sub(1)?;
    match chosen {
        _ if pressed(Key::Home) => Some(0),
        _ if pressed(Key::End) => Some(last),
        None if pressed(Key::ArrowDown) || pressed(Key::ArrowUp) => Some(0),
        Some(at) if pressed(Key::ArrowDown) && at < last => Some(at + 1),
        Some(at) if pressed(Key::ArrowUp) => at.checked_sub(1),
        _ => None,
    }
}

/// Words in a cell, on one line, cut with an ellipsis where they are too long.
fn cell(ui: &Ui, words: &str, at: Pos2, width: f32, color: Color32, size: f32) {
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(FontId::proportional(size), color));
    job.wrap = TextWrapping { max_width: width, max_rows: 1, break_anywhere: true, ..TextWrapping::default() };
    let galley = ui.fonts_mut(|f| f.layout_job(job));
    let top = at.y + (ROW - galley.size().y) / 2.0;
    ui.painter().galley(Pos2::new(at.x, top), galley, color);
}
