//! The article, typeset, with its marks: the middle of the window.
//!
//! Drawn by hand rather than by labels, because only what is visible is laid out (see [`layout`]), marks are drawn over
//! letters that do not change, and text is selected across paragraphs. Each mark is a link to a screen reader, each
//! block a label.

mod blocks;
mod hover;
mod keys;
mod layout;
mod letters;
mod margin;
mod meta;
pub(crate) mod paint;

use super::layers::{Layer, Layers};
use super::marks::{self, Mark, Marks};
use super::sight::{self, Panel};
use super::{Cx, Intent, OpenArticle, Selection, SessionChange, facts};
use crate::text::{Span, TokenKind};
use crate::ui::theme::size;
use egui::accesskit::Role;
use egui::{CornerRadius, CursorIcon, Frame, Pos2, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use layout::{Layout, Synced};

/// The space kept free to the right of the text, for the scroll bar and its ticks.
const RIGHT: f32 = 28.0;
/// The space kept free to the left of the text, for the bars.
const LEFT: f32 = margin::WIDTH + 14.0;

/// What stands here while no article is open.
const NOTHING: &str = "No article is open.\nDrop a file here, press Ctrl+O, or paste text with Ctrl+V.";

/// A place in the article that was left.
#[derive(Clone, Copy, Debug)]
enum Left {
    /// Its start, above the first block.
    Top,
    /// A block, and how far into it.
    Block(usize, f32),
}

/// What the article view remembers from frame to frame: nothing that is worth saving.
#[derive(Debug, Default)]
pub struct ArticleView {
    layout: Layout,
    marks: Marks,
    marks_of: Option<(super::ArticleId, u64, Layers)>,
    words: usize,
    offset: f32,
    jump: Option<f32>,
    went: u64,
    /// Where one was reading before a selection elsewhere led away.
    left: Option<Left>,
    drag_from: Option<u32>,
    /// The words that were selected as text when it was last seen to that they are in sight.
    passage: Option<Span>,
    date: meta::DateField,
}

impl ArticleView {
    /// The marks of the article shown last.
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// Whether words are being selected by dragging.
    pub fn drags(&self) -> bool {
        self.drag_from.is_some()
    }

    /// Shows the field for the date of the article, and writes into it from now on.
    pub fn ask_date(&mut self) {
        self.date.ask();
        self.jump = Some(0.0);
    }

    /// Goes back to where one was reading before a selection elsewhere led away, unless one has scrolled since.
    pub fn go_back(&mut self) {
        match self.left.take() {
            Some(Left::Top) => self.jump = Some(0.0),
            Some(Left::Block(block, part)) => self.jump = Some(self.layout.offset_of((block, part))),
            None => {}
        }
    }

    /// Draws the open article and collects what the analyst wants.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, out: &mut Vec<Intent>) {
        Frame::new().fill(cx.theme.page).show(ui, |ui| match cx.article {
            Some(article) if cx.session.reading && article.text.as_str().is_empty() => nothing(cx, ui, "Reading…"),
            Some(article) => {
                super::region(ui, Role::Article, article.title.as_deref().unwrap_or("Article"));
                self.article(cx, article, ui, out);
            }
            None => nothing(cx, ui, NOTHING),
        });
    }

    fn article(&mut self, cx: &Cx<'_>, article: &OpenArticle, ui: &mut Ui, out: &mut Vec<Intent>) {
        let room = ui.available_rect_before_wrap();
        let widest = size::MEASURE * cx.session.text.scale();
        let width = (room.width() - LEFT - RIGHT).clamp(120.0, widest).round();
        let left = (room.left() + LEFT).max((room.center().x - width / 2.0).round());
        let of = (article.id, article.revision, cx.session.layers.clone());
        if self.marks_of.as_ref() != Some(&of) {
            self.marks = Marks::shown(&article.record, &cx.session.layers);
            self.words = article.text.tokens().iter().filter(|t| t.kind == TokenKind::Word).count();
            self.marks_of = Some(of);
        }
        self.place(cx, article, width, room.height(), ui);
        self.keys(room.height(), ui);

        let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("article");
        let jumped = self.jump.is_some();
        if let Some(jump) = self.jump.take() {
            area = area.vertical_scroll_offset(jump);
        }
        let mut content = |ui: &mut Ui, viewport: Rect| {
            keys::whole(cx, article, ui);
            let origin = pos2(left, ui.max_rect().top());
            let grown = self.layout.lay_out(article, viewport.min.y, viewport.max.y, ui.ctx());
            if grown != 0.0 {
                self.jump = Some(viewport.min.y + grown);
            }
            self.visible(cx, article, ui, origin, viewport, out);
            ui.allocate_rect(
                Rect::from_min_size(ui.max_rect().min, vec2(room.width(), self.layout.height())),
                Sense::hover(),
            );
        };
        let scrolled = area.show_viewport(ui, |ui, viewport| {
            sight::keep(ui, Some(Panel::Article), |ui| content(ui, viewport));
        });
        if self.drags() && !ui.input(|i| i.pointer.any_down()) {
            self.drag_from = None;
            ui.request_repaint();
        }
        let by_hand = ui.input(|i| i.smooth_scroll_delta().y != 0.0 || i.pointer.any_down());
        if by_hand && !jumped && self.offset != scrolled.state.clamped_offset().y {
            self.left = None;
        }
        self.offset = scrolled.state.clamped_offset().y;
        if self.jump.is_some() {
            ui.request_repaint();
        }
        self.overview(cx, article, ui, scrolled.inner_rect, out);
    }

    /// Brings the layout up to date, and decides where to scroll, before anything is drawn.
    fn place(&mut self, cx: &Cx<'_>, article: &OpenArticle, width: f32, height: f32, ui: &Ui) {
        let anchor = self.layout.anchor(self.offset);
        let meta = meta::height(article, &self.date);
        let synced = self.layout.sync(article, (width, cx.session.text.scale()), meta, ui.ctx());
        match synced {
            Synced::Same => {}
            Synced::Restacked => self.jump = anchor.map(|place| self.layout.offset_of(place)),
            Synced::Other => {
                (self.jump, self.left) = (Some(0.0), None);
                (self.drag_from, self.passage, self.date) = (None, None, meta::DateField::default());
            }
        }
        let top = self.jump.unwrap_or(self.offset);
        // The block under the top edge is laid out first, so that a resize keeps the reader's place.
        self.layout.lay_out(article, top, top + height, ui.ctx());
        let goto = cx.session.goto.filter(|g| g.serial != self.went);
        if let Some(goto) = goto {
            self.went = goto.serial;
        }
        // The card has just opened over words that were dragged over.
        let passage = cx.session.passage.filter(|_| !self.drags());
        let selected = if passage == self.passage { None } else { passage };
        self.passage = passage;
        if let Some(span) = goto.map(|goto| goto.span).or(selected) {
            let (before, here) = (self.jump, self.layout.anchor(top));
            self.scroll_to(article, span, top, height, ui);
            if self.jump != before && self.left.is_none() {
                self.left = Some(here.map_or(Left::Top, |(block, part)| Left::Block(block, part)));
            }
        }
        if synced == Synced::Restacked {
            // A window that is being resized has no idle time.
            ui.request_repaint();
            return;
        }
        let top = self.jump.unwrap_or(self.offset);
        let (grown, more) = self.layout.lay_out_idle(article, top, ui.ctx());
        if grown != 0.0 {
            self.jump = Some(top + grown);
        }
        if more {
            ui.request_repaint();
        }
    }

    /// Scrolls by key while nothing else has the keyboard.
    fn keys(&mut self, height: f32, ui: &Ui) {
        let by = keys::scrolled(ui, self.layout.height(), height);
        if by != 0.0 {
            self.left = None;
            let last = (self.layout.height() - height).max(0.0);
            self.jump = Some((self.jump.unwrap_or(self.offset) + by).clamp(0.0, last));
        }
    }

    /// Scrolls so that `span` stands in the upper half, unless it is well in view.
    fn scroll_to(&mut self, article: &OpenArticle, span: Span, top: f32, height: f32, ui: &Ui) {
        let near = self.layout.height_of(span.start);
        self.layout.lay_out(article, near - 40.0, near + 40.0, ui.ctx());
        let i = self.layout.block_of(span.start);
        let exact = self.layout.block(i).and_then(|(y, _, set)| set.rects(span).first().map(|r| y + r.min.y));
        let y = exact.unwrap_or_else(|| self.layout.height_of(span.start));
        if y < top + 40.0 || y > top + height - 60.0 {
            self.jump = Some((y - height * 0.35).max(0.0));
        }
    }

    /// Draws what is visible and takes clicks and drags.
    fn visible(
        &mut self,
        cx: &Cx<'_>,
        article: &OpenArticle,
        ui: &mut Ui,
        origin: Pos2,
        viewport: Rect,
        out: &mut Vec<Intent>,
    ) {
        let record = &article.record;
        let selected = marks::lit(cx.session.selection, record);
        let hovered = marks::lit(cx.session.hover, record);
        let focus = match cx.session.selection {
            Selection::Entity(_) | Selection::Pair(_) => None,
            one => marks::span(one, record),
        };
        let lights = paint::Lights { selected: &selected, hovered: &hovered, focus };
        let mut pointed = Selection::None;
        for i in self.layout.between(viewport.min.y, viewport.max.y) {
            let Some((top, span, set)) = self.layout.block(i) else { continue };
            let at = origin + vec2(0.0, top);
            let marks: Vec<Mark> = self.marks.within(span).collect();
            paint::block(ui.painter(), cx.theme, record, cx.session, (set, at, span), &marks, &lights);
            let id = ui.scope_id().with(("block", article.id.0, i));
            let room = Rect::from_min_size(at, set.galley.size());
            let block = ui.interact(room, id, Sense::click_and_drag() - Sense::FOCUSABLE);
            let role = if self.layout.heads(i) { Role::Heading } else { Role::Paragraph };
            block.widget_info(|| WidgetInfo::labeled(role, true, set.galley.text()));
            let block = block.on_hover_cursor(CursorIcon::Text);
            if block.drag_started() {
                let press = ui.input(|i| i.pointer.press_origin());
                self.drag_from = press.and_then(|p| self.layout.byte_at(p, origin));
            } else if block.double_clicked() {
                let word = block.interact_pointer_pos().and_then(|p| self.layout.byte_at(p, origin));
                out.push(Intent::Session(SessionChange::Passage(word.and_then(|b| word_at(article, b)))));
            } else if block.clicked() {
                out.push(Intent::Session(SessionChange::Passage(None)));
                out.push(Intent::Session(SessionChange::Select(Selection::None)));
            }
            if block.dragged()
                && let (Some(from), Some(to)) =
                    (self.drag_from, block.interact_pointer_pos().and_then(|p| self.layout.byte_at(p, origin)))
            {
                let words = article.text.tokens_in(Span::new(from.min(to), from.max(to)));
                let passage = article.text.span_of(words);
                out.push(Intent::Session(SessionChange::Passage((!passage.is_empty()).then_some(passage))));
            }
            for (n, mark) in marks.iter().enumerate() {
                if matches!(mark.what, Selection::Quote(_) | Selection::Commitment(_)) {
                    continue;
                }
                let id = id.with(("mark", mark.span.start, mark.span.end, n));
                let rows = set.rects(mark.span).into_iter().map(|r| r.translate(at.to_vec2()));
                link(cx, article, ui, (id, *mark), rows, &mut pointed, out);
            }
            for (n, (mark, room, bar, color)) in margin::bars(set, at, &marks, cx.theme).into_iter().enumerate() {
                let strong = cx.session.selection == mark.what || cx.session.hover == mark.what;
                margin::bar(ui.painter(), bar, color, strong);
                let id = id.with(("bar", mark.span.start, n));
                link(cx, article, ui, (id, mark), std::iter::once(room), &mut pointed, out);
            }
            for (n, (note, words, room)) in margin::notes(set, at, span, &article.notes).into_iter().enumerate() {
                margin::note(ui.painter(), room, cx.theme);
                let sign = ui.interact(room.expand(2.0), id.with(("note", words.start, n)), Sense::click());
                sign.widget_info(|| WidgetInfo::labeled(Role::Link, true, format!("Note: {}", note.words)));
                if sign.clicked() {
                    let what = note.on.as_ref().map_or(Selection::None, |on| marks::at(record, on.mark, words));
                    out.push(Intent::Session(SessionChange::Select(what)));
                }
                sign.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&note.words);
            }
        }
        // Only while the pointer is here: elsewhere it may point at something in another view.
        let room = Rect::from_x_y_ranges(origin.x - LEFT..=origin.x + self.layout.width(), ui.clip_rect().y_range());
        if ui.rect_contains_pointer(room) && pointed != cx.session.hover {
            out.push(Intent::Session(SessionChange::Hover(pointed)));
        }
        let at = Rect::from_min_size(origin + vec2(0.0, self.layout.meta_top()), vec2(self.layout.width(), 200.0));
        if self.layout.meta_top() + 200.0 > viewport.min.y {
            let mut line = ui.new_child(UiBuilder::new().max_rect(at).id_salt("meta"));
            meta::ui(cx, article, self.words, &mut self.date, &mut line, out);
        }
    }

    /// Ticks beside the scroll bar: matches of a search, else the selection, else every figure. A click on one goes there.
    fn overview(&self, cx: &Cx<'_>, article: &OpenArticle, ui: &Ui, viewport: Rect, out: &mut Vec<Intent>) {
        let lit = marks::lit(cx.session.selection, &article.record);
        let (spans, color, name) = if let Some(find) = cx.session.find.as_ref().filter(|f| !f.found.is_empty()) {
            (find.found.clone(), cx.theme.figure, "Matches of the search")
        } else if !lit.is_empty() {
            (lit, cx.theme.accent, "Where the selection stands")
        } else if cx.session.layers.shows(Layer::Figures) {
            (article.record.figures.iter().map(|f| f.span).collect(), cx.theme.line, "Figures of the article")
        } else {
            return;
        };
        let ticks = margin::ticks(viewport, &self.layout, &spans);
        for (_, tick) in &ticks {
            ui.painter().rect_filled(*tick, CornerRadius::ZERO, color);
        }
        let strip = Rect::from_x_y_ranges(viewport.right() - 18.0..=viewport.right() - 5.0, viewport.y_range());
        // Keys go the same ways: next match, next mention, next mark.
        let strip = ui.interact(strip, ui.scope_id().with("ticks"), Sense::click() - Sense::FOCUSABLE);
        strip.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, format!("{name}: {}", ticks.len())));
        let pointer = strip.hover_pos().or(strip.interact_pointer_pos());
        let Some((span, tick)) = pointer.and_then(|at| margin::tick_at(&ticks, at.y)) else { return };
        ui.painter().rect_filled(tick.expand(1.0), CornerRadius::ZERO, color);
        if strip.clicked() {
            out.push(Intent::Session(SessionChange::ScrollTo(span)));
        }
        let sentence = crate::chart::amount::sentence_of(&article.text, span);
        strip.on_hover_cursor(CursorIcon::PointingHand).on_hover_text_at_pointer(sentence);
    }
}

/// Makes rows of a mark a link: a click selects it, the pointer over it shows what it says.
fn link(
    cx: &Cx<'_>,
    article: &OpenArticle,
    ui: &Ui,
    (id, mark): (egui::Id, Mark),
    rows: impl Iterator<Item = Rect>,
    pointed: &mut Selection,
    out: &mut Vec<Intent>,
) {
    let whole = rows.enumerate().map(|(n, row)| ui.interact(row, id.with(n), Sense::click() - Sense::FOCUSABLE));
    let Some(link) = whole.reduce(|a, b| a | b) else { return };
    link.widget_info(|| WidgetInfo::labeled(Role::Link, true, article.text.slice(mark.span)));
    ui.ctx().accesskit_node_builder(link.id, |node| {
        if let Some(facts) = facts::of(mark.what, article) {
            node.set_description(facts.spoken());
        }
    });
    let link = link.on_hover_cursor(CursorIcon::PointingHand);
    if link.hovered() {
        *pointed = mark.what;
    }
    if link.clicked() {
        out.push(Intent::Session(SessionChange::Select(mark.what)));
    }
    hover::over(cx, article, mark.what, &link);
}

/// The word that holds a byte.
fn word_at(article: &OpenArticle, byte: u32) -> Option<Span> {
    let i = article.text.tokens_in(Span::new(byte, byte + 1)).start;
    article.text.tokens().get(i).map(|t| t.span)
}

/// What stands where an article would.
fn nothing(cx: &Cx<'_>, ui: &mut Ui, words: &str) {
    ui.centered_and_justified(|ui| {
        ui.label(egui::RichText::new(words).color(cx.theme.soft).size(size::HEAD));
    });
}
