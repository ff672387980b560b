//! Who and what the open article names: grouped by kind, each with the number of its mentions.

use super::layers::Layer;
use super::sight::{self, Panel};
use super::theme::{self, size};
use super::{Cx, Intent, OpenArticle, Selection, SessionChange, marks, walk};
use crate::record::{Certainty, Entity, EntityId, EntityKind};
use crate::ui::article::paint;
use egui::accesskit::Role;
use egui::{
    CollapsingHeader, CornerRadius, FontId, Id, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui,
    WidgetInfo, vec2,
};

/// The height of a row.
const ROW: f32 = 23.0;

/// Of a longer group only the rows in sight are drawn.
const MANY: usize = 200;

/// What the list remembers from frame to frame.
#[derive(Debug, Default)]
pub struct EntityList {
    filter: String,
    of: Option<(super::ArticleId, u64)>,
    rows: Vec<Row>,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    entity: usize,
    count: usize,
    checked: bool,
}

impl EntityList {
    /// Draws the list and collects what the analyst wants.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, out: &mut Vec<Intent>) {
        let count = cx.article.map(|a| a.record.entities.len());
        super::head(cx, ui, "Entities", count);
        let Some(article) = cx.article else {
            super::hint(cx, ui, "People, organizations, places and goods that the open article names appear here.");
            return;
        };
        self.keep(article);
        if self.rows.is_empty() && cx.session.reading {
            super::hint(cx, ui, "Reading the article…");
            return;
        }
        if self.rows.is_empty() {
            super::hint(
                cx,
                ui,
                "No name was found in this article. Drag over one in the text and press a digit to add it.",
            );
            return;
        }
        if self.rows.len() > 12 {
            let filter =
                TextEdit::singleline(&mut self.filter).hint_text("Filter entities").desired_width(f32::INFINITY);
            ui.add(filter).accessible_name("Filter entities");
            ui.add_space(2.0);
        }
        let words = self.filter.trim().to_lowercase();
        let words = words.as_str();
        let selected = marks::entity(cx.session.selection, &article.record);
        let area = ScrollArea::vertical().id_salt("entities").auto_shrink(false);
        let list = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for kind in EntityKind::ALL {
                let fits = |e: &Entity| e.kind == kind && (words.is_empty() || e.name.to_lowercase().contains(words));
                let all = self.rows.iter().filter_map(|row| Some((article.record.entities.get(row.entity)?, *row)));
                let rows: Vec<(&Entity, Row)> = all.filter(|(e, _)| fits(e)).collect();
                group(cx, kind, &rows, selected, ui, out);
            }
            if words.is_empty() {
                others(cx, article, ui, out);
            }
        };
        area.show(ui, |ui| sight::keep(ui, Some(Panel::Entities), list));
    }

    /// Counts mentions again when the record has changed.
    fn keep(&mut self, article: &OpenArticle) {
        let of = Some((article.id, article.revision));
        if self.of == of {
            return;
        }
        let record = &article.record;
        let index: rustc_hash::FxHashMap<EntityId, usize> =
            record.entities.iter().enumerate().map(|(i, e)| (e.id, i)).collect();
        self.rows = (0..record.entities.len()).map(|entity| Row { entity, count: 0, checked: false }).collect();
        for mention in &record.mentions {
            if let Some(row) = mention.entity.and_then(|id| index.get(&id)).map(|&i| &mut self.rows[i]) {
                row.count += 1;
                row.checked |= mention.certainty == Certainty::Checked;
            }
        }
        self.rows.sort_by_key(|row| std::cmp::Reverse(row.count));
        self.of = of;
    }
}

/// Draws the entities of a kind.
fn group(
    cx: &Cx<'_>,
    kind: EntityKind,
    rows: &[(&Entity, Row)],
    selected: Option<EntityId>,
    ui: &mut Ui,
    out: &mut Vec<Intent>,
) {
    if rows.is_empty() {
        return;
    }
    let title = format!("{}  {}", kind.plural(), rows.len());
    let title = RichText::new(title).color(cx.theme.kind(kind)).family(theme::strong());
    let head =
        CollapsingHeader::new(title).id_salt(("kind", kind.name())).default_open(true).show_unindented(ui, |ui| {
            super::region(ui, Role::List, kind.plural());
            let (first, last) = if rows.len() > MANY { in_sight(ui, rows.len()) } else { (0, rows.len()) };
            let step = ROW + ui.spacing().item_spacing.y;
            by_key(cx, ui, kind, (rows, step), selected, out);
            ui.add_space(first as f32 * step);
            for (entity, row) in rows.iter().take(last).skip(first) {
                self::row(cx, ui, entity, *row, selected == Some(entity.id), out);
            }
            ui.add_space((rows.len() - last) as f32 * step);
        });
    switch(cx, ui, head.header_response.rect, Layer::Names(kind), out);
}

/// Walks the entities of a kind by key: the list takes the focus as a whole.
fn by_key(
    cx: &Cx<'_>,
    ui: &Ui,
    kind: EntityKind,
    (rows, step): (&[(&Entity, Row)], f32),
    selected: Option<EntityId>,
    out: &mut Vec<Intent>,
) {
    let top = ui.cursor().left_top();
    let wide = ui.available_width();
    let room = |row: usize| Rect::from_min_size(top + vec2(0.0, row as f32 * step), vec2(wide, ROW));
    let area = Rect::from_min_size(top, vec2(wide, rows.len() as f32 * step));
    let here = rows.iter().position(|(entity, _)| selected == Some(entity.id));
    let name = here.and_then(|i| rows.get(i)).map_or_else(String::new, |(entity, _)| format!(": {}", entity.name));
    let id = Id::unique(("list of", kind.name()));
    let list = walk::whole(ui, id, area, Role::ListBox, &format!("{}{name}", kind.plural()));
    list.ring(cx, ui, here.map(room), area);
    let next = list.step(ui, here, rows.len());
    if let Some((row, (entity, _))) = next.and_then(|row| Some((row, rows.get(row)?))) {
        out.push(Intent::Session(SessionChange::Select(Selection::Entity(entity.id))));
        ui.scroll_to_rect(room(row), None);
    }
}

/// What else is marked in the text: a line for every layer that is no names.
fn others(cx: &Cx<'_>, article: &OpenArticle, ui: &mut Ui, out: &mut Vec<Intent>) {
    ui.add_space(4.0);
    for layer in Layer::OTHERS {
        let count = layer.count(&article.record);
        if count > 0 {
            let (room, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
            let words = format!("{}  {count}", layer.title());
            let font = FontId::new(size::UI, theme::strong());
            let at = room.left_center() + vec2(18.0, 0.0);
            ui.painter().text(at, egui::Align2::LEFT_CENTER, words, font, layer.color(cx.theme));
            switch(cx, ui, room, layer, out);
        }
    }
}

/// A small box at the right end of a head: ticked while the layer is shown in the text.
fn switch(cx: &Cx<'_>, ui: &Ui, head: Rect, layer: Layer, out: &mut Vec<Intent>) {
    let shown = cx.session.layers.shows(layer);
    let right = head.right().min(ui.clip_rect().right()).max(ui.max_rect().right());
    let room = Rect::from_center_size(egui::pos2(right - 14.0, head.center().y), vec2(12.0, 12.0));
    let name = format!("{} in the text", layer.title());
    let turn = ui.interact(room.expand(4.0), ui.scope_id().with(("layer", layer.title())), Sense::click());
    turn.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, shown, &name));
    let color = if turn.hovered() || turn.has_focus() { cx.theme.accent } else { cx.theme.soft };
    ui.painter().rect_stroke(room, CornerRadius::same(3), Stroke::new(1.0, color), StrokeKind::Inside);
    if shown {
        let at = room.center();
        let tick = vec![at + vec2(-3.0, 0.0), at + vec2(-1.0, 2.5), at + vec2(3.5, -3.0)];
        ui.painter().line(tick, Stroke::new(1.5, color));
    }
    super::focus_ring(cx, ui, &turn, room.expand(3.0));
    if turn.clicked() {
        out.push(Intent::Session(SessionChange::Layer(layer)));
    }
    turn.on_hover_text(if shown { "Hide these marks in the text" } else { "Show these marks in the text" });
}

/// The rows of the next `n` that can be seen: from the first to before the last.
fn in_sight(ui: &Ui, n: usize) -> (usize, usize) {
    let (step, top) = (ROW + ui.spacing().item_spacing.y, ui.cursor().top());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number of rows, never below 0"
    )]
    let rows_to = |y: f32| ((y - top) / step).max(0.0) as usize;
    let first = rows_to(ui.clip_rect().top()).min(n);
    (first, (rows_to(ui.clip_rect().bottom()) + 1).clamp(first, n))
}

fn row(cx: &Cx<'_>, ui: &mut Ui, entity: &Entity, row: Row, selected: bool, out: &mut Vec<Intent>) {
    let (room, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let what = Selection::Entity(entity.id);
    let line = ui.interact(room, ui.scope_id().with(("entity", entity.id.0)), Sense::click() - Sense::FOCUSABLE);
    let articles = cx.article.map_or(1, |article| cx.across.articles(article.id.0, entity.id));
    line.widget_info(|| {
        let elsewhere = if articles > 1 { format!(", in {articles} articles") } else { String::new() };
        let label = format!("{}, {}{elsewhere}", entity.name, row.count);
        WidgetInfo::selected(Role::ListItem, true, selected, label)
    });
    super::row_ground(cx, ui, room, selected, line.hovered() || cx.session.hover == what);
    let y = room.center().y;
    paint::line(
        ui.painter(),
        room.left() + 8.0,
        room.left() + 24.0,
        y + 1.0,
        cx.theme.kind(entity.kind),
        theme::kind_line(entity.kind),
    );
    let elsewhere = if articles > 1 { format!("in {articles} articles") } else { String::new() };
    let small = FontId::proportional(size::SMALL);
    let elsewhere = ui.painter().layout_no_wrap(elsewhere, small, cx.theme.soft);
    let font = FontId::new(size::UI, if selected { theme::strong() } else { egui::FontFamily::Proportional });
    let name = super::elided(ui, &entity.name, font, cx.theme.text, room.width() - 76.0 - elsewhere.size().x);
    let end = room.left() + 32.0 + name.size().x;
    ui.painter().galley(egui::pos2(room.left() + 32.0, y - name.size().y / 2.0), name, cx.theme.text);
    if row.checked {
        paint::pencil(ui.painter(), egui::pos2(end + 5.0, y - 4.0), cx.theme.accent);
    }
    let right = room.right() - 36.0 - elsewhere.size().x;
    ui.painter().galley(egui::pos2(right, y - elsewhere.size().y / 2.0), elsewhere, cx.theme.soft);
    super::articles::count(cx, ui, room, row.count);
    if line.hovered() && cx.session.hover != what {
        out.push(Intent::Session(SessionChange::Hover(what)));
    }
    if line.clicked() {
        out.push(Intent::Session(SessionChange::Select(what)));
    }
    if !entity.roles.is_empty() {
        line.on_hover_text(entity.roles.join("; "));
    }
}
