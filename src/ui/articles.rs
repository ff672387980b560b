//! The list of articles: a filter and one row each, newest last.

use super::sight::{self, Panel};
use super::theme::{self, Theme, size};
use super::{ArticleRow, Cx, Intent, Progress, SessionChange, walk};
use egui::accesskit::Role;
use egui::{
    Align2, FontId, Id, Key, Painter, Pos2, Rect, ScrollArea, Sense, Stroke, TextEdit, Ui, WidgetInfo, pos2, vec2,
};
use std::ops::Range;

/// The height of a row.
const ROW: f32 = 40.0;

/// What the list remembers from frame to frame.
#[derive(Debug, Default)]
pub struct ArticleList {
    filter: String,
    rows: Vec<usize>,
    filtered: Option<(String, usize)>,
    /// The row that the keys stand on; else they stand on the open article.
    cursor: Option<usize>,
}

impl ArticleList {
    /// Draws the list and collects what the analyst wants.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, out: &mut Vec<Intent>) {
        super::head(cx, ui, "Articles", Some(cx.articles.len()));
        if cx.articles.is_empty() {
            super::hint(cx, ui, "Files you open, drop or paste appear here.");
            return;
        }
        if cx.articles.len() > 5 {
            let filter =
                TextEdit::singleline(&mut self.filter).hint_text("Filter articles").desired_width(f32::INFINITY);
            ui.add(filter).accessible_name("Filter articles");
            ui.add_space(4.0);
        }
        self.keep(cx.articles);
        if self.rows.is_empty() {
            super::hint(cx, ui, "No article has these words in its title or source.");
        }
        ui.scope(|ui| {
            // Before the list is laid out: its rows stand without a gap.
            ui.spacing_mut().item_spacing.y = 0.0;
            let area = ScrollArea::vertical().id_salt("articles").auto_shrink(false);
            area.show_rows(ui, ROW, self.rows.len(), |ui, shown| {
                super::region(ui, Role::List, "Articles");
                sight::keep(ui, Some(Panel::Articles), |ui| self.rows(cx, ui, shown, out));
            });
        });
    }

    /// Draws the rows in sight, and walks all of them by key: arrow keys go from row to row, Enter opens one.
    fn rows(&mut self, cx: &Cx<'_>, ui: &mut Ui, shown: Range<usize>, out: &mut Vec<Intent>) {
        let at = |row: usize| self.rows.get(row).and_then(|&i| cx.articles.get(i));
        let first = ui.max_rect().left_top() - vec2(0.0, shown.start as f32 * ROW);
        let wide = ui.available_width();
        let room = |row: usize| Rect::from_min_size(first + vec2(0.0, row as f32 * ROW), vec2(wide, ROW));
        let area = Rect::from_min_size(first, vec2(wide, self.rows.len() as f32 * ROW));
        let open = (0..self.rows.len()).find(|&row| at(row).is_some_and(|a| cx.article.is_some_and(|o| o.id == a.id)));
        let here = self.cursor.filter(|&row| row < self.rows.len()).or(open);
        let name = here.and_then(at).map_or_else(|| "Articles".to_owned(), |a| format!("Articles: {}", a.title));
        let list = walk::whole(ui, Id::unique("list of articles"), area, Role::ListBox, &name);
        for article in shown.filter_map(at) {
            row(cx, ui, article, out);
        }
        list.ring(cx, ui, here.map(room), area);
        if !list.focused {
            self.cursor = None;
        } else if let Some(next) = list.step(ui, here, self.rows.len()) {
            self.cursor = Some(next);
            ui.scroll_to_rect(room(next), None);
        } else if let Some(article) = here.and_then(at)
            && ui.input(|i| i.key_pressed(Key::Enter) || i.key_pressed(Key::Space))
        {
            out.push(Intent::Session(SessionChange::Open(article.id)));
        }
    }

    /// Filters again when the words or the articles have changed.
    fn keep(&mut self, articles: &[ArticleRow]) {
        let key = (self.filter.to_lowercase(), articles.len());
        if self.filtered.as_ref() == Some(&key) {
            return;
        }
        let matches =
            |a: &ArticleRow| [&a.title, &a.source].iter().any(|words| words.to_lowercase().contains(key.0.trim()));
        self.rows = articles.iter().enumerate().filter(|(_, a)| matches(a)).map(|(i, _)| i).collect();
        self.filtered = Some(key);
    }
}

fn row(cx: &Cx<'_>, ui: &mut Ui, article: &ArticleRow, out: &mut Vec<Intent>) {
    let open = cx.article.is_some_and(|a| a.id == article.id);
    let (room, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let row = ui.interact(room, ui.scope_id().with(("article", article.id.0)), Sense::click() - Sense::FOCUSABLE);
    row.widget_info(|| {
        let name = format!("{}{}", article.title, progress(article.progress).1);
        WidgetInfo::selected(Role::ListItem, true, open, name)
    });
    super::row_ground(cx, ui, room, open, row.hovered());
    let font = FontId::new(size::UI, if open { theme::strong() } else { egui::FontFamily::Proportional });
    sign(ui.painter(), pos2(room.right() - 12.0, room.top() + 12.0), article.progress, cx.theme);
    let width = room.width() - 34.0;
    let title = super::elided(ui, &article.title, font, cx.theme.text, width);
    ui.painter().galley(room.left_top() + vec2(8.0, 4.0), title, cx.theme.text);
    let below = match &article.published {
        Some(day) if article.source.is_empty() => day.clone(),
        Some(day) => format!("{} · {day}", article.source),
        None => article.source.clone(),
    };
    let source = super::elided(ui, &below, FontId::proportional(size::SMALL), cx.theme.soft, width);
    ui.painter().galley(room.left_top() + vec2(8.0, 21.0), source, cx.theme.soft);
    if row.clicked() {
        out.push(Intent::Session(SessionChange::Open(article.id)));
    }
    row.on_hover_text(format!("{}\n{}", article.title, progress(article.progress).0));
}

/// How far the review of an article is: in words, and as what follows its title for a screen reader.
const fn progress(progress: Progress) -> (&'static str, &'static str) {
    match progress {
        Progress::Unread => ("Not reviewed yet", ""),
        Progress::InReview => ("In review", ", in review"),
        Progress::Reviewed => ("Reviewed", ", reviewed"),
    }
}

/// The same as a small sign, told apart by its shape: a ring, a ring with a dot, a tick.
fn sign(painter: &Painter, at: Pos2, progress: Progress, theme: &Theme) {
    match progress {
        Progress::Unread => {
            painter.circle_stroke(at, 3.5, Stroke::new(1.0, theme.soft));
        }
        Progress::InReview => {
            painter.circle_stroke(at, 3.5, Stroke::new(1.0, theme.accent));
            painter.circle_filled(at, 1.8, theme.accent);
        }
        Progress::Reviewed => {
            let tick = vec![at + vec2(-4.0, 0.0), at + vec2(-1.0, 3.0), at + vec2(4.0, -4.0)];
            painter.line(tick, Stroke::new(1.8, theme.accent));
        }
    }
}

/// Draws a count at the right end of a row.
pub(super) fn count(cx: &Cx<'_>, ui: &Ui, room: Rect, n: usize) {
    let at = pos2(room.right() - 8.0, room.center().y);
    ui.painter().text(at, Align2::RIGHT_CENTER, n, FontId::proportional(size::SMALL), cx.theme.soft);
}
