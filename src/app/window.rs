//! The window below its bar: three columns, and what comes over them.

use super::App;
use super::actions;
use crate::ui::article::ArticleView;
use crate::ui::articles::ArticleList;
use crate::ui::edge::{self, edge};
use crate::ui::entities::EntityList;
use crate::ui::hints;
use crate::ui::inspector::Inspector;
use crate::ui::review;
use crate::ui::sheet::Command;
use crate::ui::theme::{Theme, size};
use crate::ui::views::{VIEWS, tabs};
use crate::ui::{Intent, hint, region, sight, spoken};
use egui::accesskit::{Live, Role};
use egui::{Button, CentralPanel, Frame, Key, Margin, Panel, RichText, ScrollArea, Ui, UiBuilder, WidgetInfo, vec2};

/// What the panels remember from frame to frame.
#[derive(Debug, Default)]
pub(super) struct Panels {
    pub(super) article: ArticleView,
    articles: ArticleList,
    entities: EntityList,
    pub(super) inspector: Inspector,
    /// Whether the card of the selection is open.
    card: bool,
    /// Whether the search field takes the keyboard in this frame.
    pub(super) find_focus: bool,
    /// Whether the window is narrow, and whether the left column is closed for that reason alone.
    narrow: bool,
    pub(super) left_waits: bool,
}

/// The right column gets no narrower: what stands in it would be cut.
const NARROWEST: f32 = 320.0;

/// Its part of what the left column leaves, until the analyst drags its edge.
const RIGHT: f32 = 0.43;

/// In a narrower window three columns would leave no room for the article: the left one waits until there is room.
const NARROW: f32 = 900.0;

/// How wide the card of the selection and the questions of a review get.
const NEAR: f32 = 860.0;

impl App {
    /// Draws everything and carries out what was asked for.
    pub(super) fn window(&mut self, ui: &mut Ui) {
        sight::begin(ui);
        self.retitle(ui);
        let commands = actions::commands(self);
        let mut out = Vec::new();
        self.top(ui, &commands, &mut out);
        self.lines(ui);
        self.hints(ui);
        self.make_room(ui.available_width());
        self.left(ui, &mut out);
        // Its room is taken before the middle has the rest, and filled after it, so that Tab and screen readers come
        // to the article first.
        let right = self.right_room(ui);
        self.middle(ui, &mut out);
        if let Some(mut right) = right {
            self.right(&mut right, &mut out);
        }
        self.over(ui, &commands, &mut out);
        for intent in out {
            self.perform(intent);
        }
    }

    /// The window's title: the workspace, and whether it is edited.
    fn retitle(&mut self, ui: &Ui) {
        let edited = if self.library.edited() { " (edited)" } else { "" };
        let title = format!("{}{edited} - Readout", self.library.name());
        if title != self.title {
            ui.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Sentences that should be read, each until it is dismissed.
    fn lines(&mut self, ui: &mut Ui) {
        if self.notices.is_empty() {
            return;
        }
        let theme = Theme::of(&self.context);
        let frame = Frame::new().fill(theme.raised).inner_margin(Margin::symmetric(12, 6));
        Panel::top("notices").frame(frame).show(ui, |ui| {
            self.notices.retain(|notice| {
                ui.horizontal(|ui| {
                    let close = ui.add(Button::new("×").frame_when_inactive(false)).on_hover_text("Dismiss");
                    close.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Dismiss"));
                    let color = if notice.error { theme.error } else { theme.text };
                    let said = ui.add(egui::Label::new(RichText::new(&notice.words).color(color)).wrap());
                    let live = if notice.error { Live::Assertive } else { Live::Polite };
                    spoken(ui, said.id, &notice.words, live);
                    !close.clicked()
                })
                .inner
            });
        });
    }

    /// The hints for a first start.
    fn hints(&mut self, ui: &mut Ui) {
        if self.hints {
            let theme = Theme::of(&self.context);
            let frame = Frame::new().fill(theme.raised).inner_margin(Margin::symmetric(16, 10));
            self.hints = Panel::top("hints").frame(frame).show(ui, |ui| hints::ui(theme, ui)).inner;
        }
    }

    /// Closes the left column as the window gets narrow, and opens it again as it gets wide.
    fn make_room(&mut self, width: f32) {
        let narrow = width < NARROW;
        if narrow && !self.panels.narrow {
            self.panels.left_waits = std::mem::take(&mut self.layout.left);
        } else if !narrow && self.panels.narrow {
            self.layout.left |= std::mem::take(&mut self.panels.left_waits);
        }
        self.panels.narrow = narrow;
    }

    fn left(&mut self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let theme = Theme::of(&self.context);
        let frame = Frame::new().fill(theme.panel).inner_margin(Margin { left: 12, right: 8, top: 4, bottom: 4 });
        let mut open = self.layout.left;
        edge(theme, ui, "left", [Key::ArrowRight, Key::ArrowLeft]);
        let column = Panel::left("left").frame(frame).default_size(244.0).size_range(170.0..=420.0);
        let mut panels = std::mem::take(&mut self.panels);
        let cx = self.cx();
        column.show_collapsible(ui, &mut open, |ui| {
            region(ui, Role::Navigation, "Articles and entities");
            let many = cx.articles.len();
            let most = (ui.available_height() * 0.6).max(140.0);
            // A few articles take the room they need; of many, the analyst says how much is shown.
            edge(theme, ui, "articles", [Key::ArrowDown, Key::ArrowUp]);
            let list = if many <= 3 {
                let room = if many == 0 { 78.0 } else { 40.0 + 42.0 * many as f32 };
                Panel::top("few articles").resizable(false).exact_size(room)
            } else {
                Panel::top("articles").resizable(true).default_size(290.0_f32.min(most)).size_range(110.0..=most)
            };
            list.frame(Frame::new()).show(ui, |ui| panels.articles.ui(&cx, ui, out));
            panels.entities.ui(&cx, ui, out);
        });
        self.panels = panels;
        self.layout.left = open;
    }

    /// The room of the right column, if it is open.
    fn right_room(&mut self, ui: &mut Ui) -> Option<Ui> {
        let theme = Theme::of(&self.context);
        let frame = Frame::new().fill(theme.page).inner_margin(Margin { left: 12, right: 12, top: 4, bottom: 4 });
        let mut open = self.layout.right;
        let widest = (ui.available_width() - 420.0).max(NARROWEST);
        // What the analyst chose comes back after a window or a scale that had no room for it.
        let wanted = self.layout.width.unwrap_or_else(|| (ui.available_width() * RIGHT).clamp(360.0, 860.0));
        edge(theme, ui, "right", [Key::ArrowLeft, Key::ArrowRight]);
        let moved = edge::moves(ui, "right");
        if !moved {
            edge::set_width(ui, "right", wanted.min(widest));
        }
        let column = Panel::right("right").frame(frame).size_range(NARROWEST..=widest);
        let mut room = None;
        let shown = column.show_collapsible(ui, &mut open, |ui| {
            room = Some((ui.max_rect(), ui.clip_rect()));
            ui.take_available_space();
        });
        self.layout.right = open;
        if let Some(shown) = shown.filter(|_| moved && open) {
            self.layout.width = Some(shown.response.rect.width());
        }
        let (rect, clip) = room?;
        let mut column = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("right"));
        column.set_clip_rect(clip);
        Some(column)
    }

    fn right(&mut self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let cx = self.cx();
        region(ui, Role::Complementary, "Charts and tables");
        ui.add_space(4.0);
        let tab = tabs(&cx, ui, out);
        ui.add_space(4.0);
        if cx.session.reading && cx.article.is_some_and(|a| a.record.entities.is_empty()) {
            hint(&cx, ui, "Reading the article…");
            return;
        }
        match VIEWS.iter().find(|v| v.id == cx.session.view) {
            Some(view) => {
                let scroll = ScrollArea::vertical().id_salt(view.id).auto_shrink(false);
                scroll.show(ui, |ui| sight::keep(ui, Some(sight::Panel::View), |ui| (view.ui)(&cx, ui, out)));
            }
            None => hint(&cx, ui, "Charts and tables of what the article says appear here."),
        }
        if sight::unheld(ui, sight::Panel::View)
            && let Some(tab) = tab
        {
            tab.request_focus();
        }
    }

    fn middle(&mut self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let mut panels = std::mem::take(&mut self.panels);
        let cx = self.cx();
        CentralPanel::default().frame(Frame::new().fill(cx.theme.page)).show(ui, |ui| {
            region(ui, Role::Main, "Article");
            // The card waits until the words for it are chosen: it would open over them.
            panels.card = Inspector::shows(&cx) && (panels.card || !panels.article.drags());
            if panels.card {
                let frame = Frame::new().fill(cx.theme.raised).inner_margin(Margin::symmetric(16, 10));
                let most = (ui.available_height() * 0.6).max(160.0);
                edge(cx.theme, ui, "inspector", [Key::ArrowUp, Key::ArrowDown]);
                let card = Panel::bottom("inspector").resizable(true).frame(frame);
                card.default_size(292.0)
                    .size_range(120.0..=most)
                    .show(ui, |ui| near(ui, |ui| panels.inspector.ui(&cx, ui, out)));
            }
            if let (Some(review), Some(article)) = (&cx.session.review, cx.article) {
                let frame = Frame::new().fill(cx.theme.raised).inner_margin(Margin::symmetric(16, 6));
                Panel::top("review")
                    .frame(frame)
                    .show(ui, |ui| near(ui, |ui| review::ui(&cx, review, article, ui, out)));
            }
            // The scroll bar keeps off the edge of the right column, which could not be gripped under it.
            ui.spacing_mut().scroll.bar_outer_margin = 5.0;
            panels.article.ui(&cx, ui, out);
        });
        self.panels = panels;
    }

    /// The sheet, and the promise while files hover over the window.
    fn over(&mut self, ui: &Ui, commands: &[Command], out: &mut Vec<Intent>) {
        if let Some(mut sheet) = self.sheet.take() {
            let before = out.len();
            let cx = self.cx();
            let stays = sheet.ui(&cx, commands, ui.ctx(), out);
            if stays {
                self.sheet = Some(sheet);
            } else if out.len() == before {
                // Cancelled: what waited for an answer does not go on.
                self.then = None;
            }
        } else if ui.input(|i| !i.raw.hovered_files.is_empty()) {
            let room = ui.ctx().content_rect().shrink(12.0);
            let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop")));
            let theme = Theme::of(&self.context);
            painter.rect_filled(room, 8, theme.accent_wash.gamma_multiply(0.9));
            let font = egui::FontId::proportional(size::HEAD + 4.0);
            painter.text(room.center(), egui::Align2::CENTER_CENTER, "Drop to read", font, theme.accent);
        }
    }
}

/// Draws in the middle of a wide room, so that the card and the questions stay near the text.
fn near(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let mut room = ui.available_rect_before_wrap();
    let side = ((room.width() - NEAR) / 2.0).max(0.0).round();
    room = room.shrink2(vec2(side, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(room), add);
}
