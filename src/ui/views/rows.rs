//! A table that can be sorted, filtered, grouped, walked by key and copied; only the rows in sight are laid out.

mod arrange;
mod state;

use super::{arrive, parts};
use crate::export::Table;
use crate::ui::theme::{self, size};
use crate::ui::{Cx, Intent, OpenArticle, Selection, walk};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Color32, CornerRadius, FontId, Id, Key, Layout, Pos2, Rect, RichText, Role, Sense, Stroke, TextEdit, Ui,
    Vec2, WidgetInfo,
};
use state::{Line, State};

/// Height of a row.
const ROW: f32 = 24.0;
/// Between two columns.
const GAP: f32 = 10.0;
/// Between the words of a row and its ends, where a ring stands around it.
const AIR: f32 = 6.0;

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// Its heading.
    pub title: &'static str,
    /// Its part of the width.
    pub share: f32,
    /// The least width of the table at which it is shown without being asked for.
    pub from: f32,
    /// Whether rows can be grouped by its words.
    pub groups: bool,
}

impl Column {
    /// A column that is always shown, and groups nothing.
    pub(super) const fn new(title: &'static str, share: f32) -> Self {
        Self { title, share, from: 0.0, groups: false }
    }

    /// Shows it only where the table is so wide, or the analyst asks for it.
    pub(super) const fn from(self, from: f32) -> Self {
        Self { from, ..self }
    }

    /// Lets rows be grouped by its words.
    pub(super) const fn groups(self) -> Self {
        Self { groups: true, ..self }
    }
}

/// Shown only when the analyst asks for it.
pub(super) const ASKED: f32 = f32::INFINITY;

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

/// The columns that have room, each with its left end and its width.
struct Places<'a> {
    shown: Vec<(usize, &'a Column, f32, f32)>,
    /// The columns that a screen reader says: those with or without room, but not those that wait to be asked for.
    spoken: Vec<usize>,
}

impl Places<'_> {
    fn spoken(&self, row: &Row) -> String {
        let cells = self.spoken.iter().filter_map(|&i| row.cells.get(i)).filter(|cell| !cell.is_empty());
        cells.cloned().collect::<Vec<_>>().join(", ")
    }
}

impl Grid<'_> {
    /// Shows the table.
    pub(super) fn show(&self, cx: &Cx<'_>, ui: &mut Ui, article: &OpenArticle, intents: &mut Vec<Intent>) {
        let id = Id::unique(("table", self.name));
        let mut state = ui.data_mut(|d| d.get_temp::<State>(id)).unwrap_or_default();
        let of = (article.id, article.revision);
        state.choose(of, self.rows);
        let chosen = arrange::chosen(ui, id.with("columns"));
        let shown = state::columns(self.columns, chosen.as_ref(), ui.available_width());
        self.toolbar(cx, ui, article, (id, &shown), &mut state, intents);
        let places = self.places(&shown, ui.available_width());
        header(cx, ui, &places, &mut state);
        state.choose(of, self.rows);
        self.body(cx, ui, id, &places, &state.lines, intents);
        if state.lines.is_empty() && !self.rows.is_empty() {
            ui.label(RichText::new("No row holds these words.").color(cx.theme.soft));
        }
        ui.data_mut(|d| d.insert_temp(id, state));
        ui.add_space(12.0);
    }

    fn toolbar(
        &self,
        cx: &Cx<'_>,
        ui: &mut Ui,
        article: &OpenArticle,
        (id, columns): (Id, &[usize]),
        state: &mut State,
        intents: &mut Vec<Intent>,
    ) {
        ui.horizontal(|ui| {
            parts::heading(cx, ui, self.name);
            let (shown, all) = (state.rows().count(), self.rows.len());
            let count = if shown == all { all.to_string() } else { format!("{shown} of {all}") };
            ui.label(RichText::new(count).size(size::SMALL).color(cx.theme.soft));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                if parts::quiet_button(cx, ui, "CSV", "Save the rows shown, every column and the sentence of each") {
                    let rows = state.rows().filter_map(|i| Some(self.rows.get(i)?.select));
                    let mut table = (self.saved)(article);
                    table.keep(&rows.filter_map(|row| parts::index(article, row)).collect::<Vec<_>>());
                    intents.push(parts::table(article, self.name, table));
                }
                if parts::quiet_button(cx, ui, "Copy", "Copy the rows shown, to paste into a spreadsheet") {
                    let titled: Vec<_> = columns.iter().map(|&i| (i, self.columns[i].title)).collect();
                    ui.copy_text(state::tab_separated(state, &titled, self.rows));
                }
                arrange::menu(cx, ui, id.with("columns"), self.columns, columns, state);
                let width = (ui.available_width() - 8.0).clamp(48.0, 150.0);
                let edit = TextEdit::singleline(&mut state.filter).hint_text("Filter").desired_width(width);
                ui.add(edit).on_hover_text("Show the rows that hold these words");
            });
        });
    }

    fn places(&self, shown: &[usize], width: f32) -> Places<'_> {
        let columns = || shown.iter().filter_map(|&i| Some((i, self.columns.get(i)?)));
        let shares: f32 = columns().map(|(_, c)| c.share).sum();
        let room = width - 2.0 * AIR - GAP * shown.len().saturating_sub(1) as f32;
        let mut left = AIR;
        let place = |(index, column): (usize, &'_ Column)| {
            let wide = room * column.share / shares.max(f32::MIN_POSITIVE);
            let from = left;
            left += wide + GAP;
            (index, from, wide)
        };
        let placed: Vec<(usize, f32, f32)> = columns().map(place).collect();
        let spoken = (0..self.columns.len()).filter(|i| shown.contains(i) || self.columns[*i].from < ASKED).collect();
        let shown = placed.into_iter().map(|(index, from, wide)| (index, &self.columns[index], from, wide)).collect();
        Places { shown, spoken }
    }

    fn body(&self, cx: &Cx<'_>, ui: &mut Ui, id: Id, places: &Places<'_>, lines: &[Line], intents: &mut Vec<Intent>) {
        let wide = ui.available_width();
        let (area, _) = ui.allocate_exact_size(Vec2::new(wide, ROW * lines.len() as f32), Sense::hover());
        let room = |at: usize| Rect::from_min_size(area.min + Vec2::new(0.0, at as f32 * ROW), Vec2::new(wide, ROW));
        // Of many rows only those in sight are looked at.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of rows from 0")]
        let row_at = |y: f32| ((y - area.top()) / ROW).max(0.0) as usize;
        let sight = ui.clip_rect();
        let (first, last) = (row_at(sight.top()), row_at(sight.bottom()) + 1);
        let select = |line: &Line| match line {
            Line::Row(i) => self.rows.get(*i).map(|row| row.select),
            Line::Head(..) => None,
        };
        let chosen = lines.iter().position(|line| select(line) == Some(cx.session.selection));
        if let Some(at) = chosen {
            arrive::arrive(ui, cx.session.selection, room(at));
        }
        let mut clicked = false;
        for (at, line) in lines.iter().enumerate().take(last).skip(first) {
            match line {
                Line::Head(words, count) => group(cx, ui, id.with(("group", words)), room(at), words, *count),
                Line::Row(i) => clicked |= row(cx, ui, (id, *i), room(at), &self.rows[*i], places, intents),
            }
        }
        let whole = walk::whole(ui, id, area, Role::Table, self.name);
        if clicked {
            ui.memory_mut(|m| m.request_focus(id));
        }
        whole.ring(cx, ui, chosen.map(room), area);
        if !whole.focused {
            return;
        }
        let rows: Vec<usize> = (0..lines.len()).filter(|&at| matches!(lines[at], Line::Row(_))).collect();
        let here = chosen.and_then(|at| rows.binary_search(&at).ok());
        if let Some(next) = whole.step(ui, here, rows.len()).and_then(|next| rows.get(next)) {
            if let Some(selection) = select(&lines[*next]) {
                arrive::select(ui, selection, intents);
            }
            ui.scroll_to_rect(room(*next), None);
        } else if chosen.is_some() && ui.input(|i| i.modifiers.is_none() && i.key_pressed(Key::Enter)) {
            intents.push(Intent::Act("edit"));
        }
    }
}

/// Draws the heading of a group of rows.
fn group(cx: &Cx<'_>, ui: &Ui, id: Id, room: Rect, words: &str, count: usize) {
    let head = ui.interact(room, id, Sense::hover());
    head.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, format!("{words}, {count}")));
    let font = FontId::new(size::UI - 0.5, theme::strong());
    let name = crate::ui::elided(ui, words, font, cx.theme.text, room.width() - 40.0);
    let at = Pos2::new(room.left() + AIR, room.bottom() - name.size().y - 3.0);
    let end = Pos2::new(at.x + name.size().x + 6.0, room.bottom() - 4.0);
    ui.painter().galley(at, name, cx.theme.text);
    let small = FontId::proportional(size::SMALL);
    ui.painter().text(end, egui::Align2::LEFT_BOTTOM, count, small, cx.theme.soft);
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
    let spoken = places.spoken(row);
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, chosen, &spoken));
    let ground = match (chosen, response.hovered() || cx.session.hover == row.select) {
        (true, _) => Some(cx.theme.accent_wash),
        (false, true) => Some(cx.theme.hover),
        (false, false) => None,
    };
    if let Some(color) = ground {
        ui.painter().rect_filled(room, CornerRadius::same(4), color);
    }
    for (column, _, left, width) in &places.shown {
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

fn header(cx: &Cx<'_>, ui: &mut Ui, places: &Places<'_>, state: &mut State) {
    let (area, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    for (column, head, left, width) in &places.shown {
        let room = Rect::from_min_size(area.min + Vec2::new(*left, 0.0), Vec2::new(*width, ROW));
        let response = ui.interact(room, ui.scope_id().with(("head", head.title)), Sense::click());
        let sorted = state.sort.filter(|(by, _)| by == column).map(|(_, descending)| descending);
        let spoken = match sorted {
            Some(true) => format!("{}, sorted downwards", head.title),
            Some(false) => format!("{}, sorted upwards", head.title),
            None => format!("Sort by {}", head.title),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
        crate::ui::focus_ring(cx, ui, &response, room.expand2(Vec2::new(4.0, -2.0)));
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

/// Words in a cell, on one line, cut with an ellipsis where they are too long.
fn cell(ui: &Ui, words: &str, at: Pos2, width: f32, color: Color32, size: f32) {
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(FontId::proportional(size), color));
    job.wrap = TextWrapping { max_width: width, max_rows: 1, break_anywhere: true, ..TextWrapping::default() };
    let galley = ui.fonts_mut(|f| f.layout_job(job));
    let top = at.y + (ROW - galley.size().y) / 2.0;
    ui.painter().galley(Pos2::new(at.x, top), galley, color);
}
