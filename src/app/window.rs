//! The window: the bar on top, three columns, and what comes over them.

use super::actions;
use super::{App, STATUS};
use crate::ui::article::ArticleView;
use crate::ui::articles::ArticleList;
use crate::ui::entities::EntityList;
use crate::ui::find::Find;
use crate::ui::inspector::Inspector;
use crate::ui::review;
use crate::ui::sheet::Command;
use crate::ui::theme::{Theme, size};
use crate::ui::views::{VIEWS, tabs};
use crate::ui::{Intent, SessionChange, hint};
use egui::accesskit::Role;
use egui::{
    Button, CentralPanel, Frame, Key, Layout, Margin, MenuBar, Panel, ProgressBar, RichText, ScrollArea, TextEdit, Ui,
    WidgetInfo,
};
use std::path::PathBuf;

/// What the panels remember from frame to frame.
#[derive(Debug, Default)]
pub(super) struct Panels {
    article: ArticleView,
    articles: ArticleList,
    entities: EntityList,
    pub(super) inspector: Inspector,
    /// Whether the search field takes the keyboard in this frame.
    pub(super) find_focus: bool,
}

impl App {
    /// Draws everything and carries out what was asked for.
    pub(super) fn window(&mut self, ui: &mut Ui) {
        self.retitle(ui);
        let commands = actions::commands(self);
        let mut out = Vec::new();
        self.top(ui, &commands, &mut out);
        self.lines(ui);
        self.left(ui, &mut out);
        self.right(ui, &mut out);
        self.middle(ui, &mut out);
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

    /// Menus, the search and the quiet status.
    fn top(&mut self, ui: &mut Ui, commands: &[Command], out: &mut Vec<Intent>) {
        let theme = Theme::of(&self.context);
        let frame = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(8, 4));
        Panel::top("bar").frame(frame).show(ui, |ui| {
            MenuBar::new().ui(ui, |ui| {
                for menu in ["File", "Edit", "Mark", "Go", "View", "Help"] {
                    ui.menu_button(menu, |ui| self.menu(ui, menu, commands, out));
                }
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    // The bar's own style strips fields of their frame.
                    ui.set_style(ui.ctx().global_style());
                    self.search(ui, out);
                    self.progress(ui, theme);
                });
            });
        });
    }

    fn menu(&mut self, ui: &mut Ui, menu: &str, commands: &[Command], out: &mut Vec<Intent>) {
        ui.set_min_width(220.0);
        for command in commands.iter().filter(|c| c.menu == menu) {
            if STARTS_GROUP.contains(&command.id) {
                ui.separator();
            }
            let item = Button::new(command.title.as_str()).shortcut_text(command.keys.as_str());
            if ui.add_enabled(command.enabled, item).clicked() {
                out.push(Intent::Act(command.id));
            }
            match command.id {
                "open-folder" => self.recent(ui),
                "right" => {
                    ui.menu_button(actions::LAYERS, |ui| self.menu(ui, actions::LAYERS, commands, out));
                }
                _ => {}
            }
        }
    }

    fn recent(&mut self, ui: &mut Ui) {
        if self.recent.is_empty() {
            return;
        }
        let mut chosen: Option<PathBuf> = None;
        ui.menu_button("Open recent", |ui| {
            for path in &self.recent {
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                if ui.add_enabled(path.exists(), Button::new(name)).on_hover_text(path.to_string_lossy()).clicked() {
                    chosen = Some(path.clone());
                }
            }
            ui.separator();
            if ui.button("Clear").clicked() {
                self.recent.clear();
            }
        });
        if let Some(path) = chosen {
            self.open_paths(vec![path]);
        }
    }

    /// The search in the open article: words, count, next and previous.
    fn search(&mut self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let focus = std::mem::take(&mut self.panels.find_focus);
        let Some(article) = self.library.article() else { return };
        let theme = Theme::of(&self.context);
        let find = self.session.find.clone().unwrap_or_default();
        let mut words = find.words.clone();
        // The field comes first and has a name of its own, so that it stays itself while the count comes and goes.
        let field = TextEdit::singleline(&mut words).id_salt("find").desired_width(190.0);
        let field = field.hint_text("Find in article  Ctrl+F");
        let field = ui.add(field).accessible_name("Find in article");
        if focus {
            field.request_focus();
        }
        if field.changed() {
            let near = find.current().map_or(0, |span| span.start);
            out.push(Intent::Session(SessionChange::Find(Some(Find::new(&words, &article.text, near)))));
        } else if field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter)) && !words.is_empty() {
            let back = ui.input(|i| i.modifiers.shift);
            out.push(Intent::Act(if back { "find-previous" } else { "find-next" }));
            self.panels.find_focus = true;
        } else if field.lost_focus() && ui.input(|i| i.key_pressed(Key::Escape)) {
            out.push(Intent::Session(SessionChange::Find(None)));
        }
        if !find.words.is_empty() {
            for (sign, name, act) in [("↓", "Next match", "find-next"), ("↑", "Previous match", "find-previous")] {
                let button = ui.add(Button::new(sign).frame(false)).on_hover_text(name);
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
                if button.clicked() {
                    out.push(Intent::Act(act));
                }
            }
            let count = if find.found.is_empty() { 0 } else { find.at + 1 };
            ui.label(RichText::new(format!("{count} of {}", find.found.len())).color(theme.soft).size(size::SMALL));
        }
    }

    /// What runs, with a way to stop it; else what was done last.
    fn progress(&mut self, ui: &mut Ui, theme: &Theme) {
        if let Some(running) = self.jobs.shown() {
            let (title, done, total) = (running.title.clone(), running.done, running.total);
            if ui.small_button("Cancel").clicked() {
                self.stop();
            }
            if total > 1 {
                let part = done as f32 / total as f32;
                ui.add(ProgressBar::new(part).desired_width(140.0).text(format!("{done} of {total}")));
            }
            ui.label(RichText::new(title).color(theme.soft).size(size::SMALL));
            return;
        }
        if let Some((words, since)) = &self.status {
            if since.elapsed() < STATUS {
                ui.add(egui::Label::new(RichText::new(words).color(theme.soft).size(size::SMALL)).truncate());
            } else {
                self.status = None;
            }
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
                    let close = ui.add(Button::new("×").frame(false)).on_hover_text("Dismiss");
                    close.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Dismiss"));
                    let color = if notice.error { theme.error } else { theme.text };
                    ui.add(egui::Label::new(RichText::new(&notice.words).color(color)).wrap());
                    !close.clicked()
                })
                .inner
            });
        });
    }

    fn left(&mut self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let theme = Theme::of(&self.context);
        let frame = Frame::new().fill(theme.panel).inner_margin(Margin { left: 12, right: 8, top: 4, bottom: 4 });
        let mut open = self.layout.left;
        let column = Panel::left("left").frame(frame).default_size(244.0).size_range(170.0..=420.0);
        let mut panels = std::mem::take(&mut self.panels);
        let cx = self.cx();
        column.show_collapsible(ui, &mut open, |ui| {
            let many = cx.articles.len();
            let most = (ui.available_height() * 0.6).max(140.0);
            // A few articles take the room they need; of many, the analyst says how much is shown.
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

    fn right(&mut self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let theme = Theme::of(&self.context);
        let frame = Frame::new().fill(theme.page).inner_margin(Margin { left: 12, right: 12, top: 4, bottom: 4 });
        let mut open = self.layout.right;
        let widest = (ui.available_width() - 420.0).max(320.0);
        let size = (ui.available_width() * 0.4).clamp(360.0, 680.0).min(widest);
        let column = Panel::right("right").frame(frame).default_size(size).size_range(320.0..=widest);
        let cx = self.cx();
        column.show_collapsible(ui, &mut open, |ui| {
            ui.add_space(4.0);
            tabs(&cx, ui, out);
            ui.add_space(4.0);
            if cx.session.reading && cx.article.is_some_and(|a| a.record.entities.is_empty()) {
                hint(&cx, ui, "Reading the article…");
                return;
            }
            match VIEWS.iter().find(|v| v.id == cx.session.view) {
                Some(view) => {
                    let scroll = ScrollArea::vertical().id_salt(view.id).auto_shrink(false);
                    scroll.show(ui, |ui| (view.ui)(&cx, ui, out));
                }
                None => hint(&cx, ui, "Charts and tables of what the article says appear here."),
            }
        });
        self.layout.right = open;
    }

    fn middle(&mut self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let mut panels = std::mem::take(&mut self.panels);
        let cx = self.cx();
        CentralPanel::default().frame(Frame::new().fill(cx.theme.page)).show(ui, |ui| {
            if Inspector::shows(&cx) {
                let frame = Frame::new().fill(cx.theme.raised).inner_margin(Margin::symmetric(16, 10));
                let most = (ui.available_height() * 0.6).max(160.0);
                let card = Panel::bottom("inspector").resizable(true).frame(frame);
                card.default_size(264.0).size_range(120.0..=most).show(ui, |ui| panels.inspector.ui(&cx, ui, out));
            }
            if let (Some(review), Some(article)) = (&cx.session.review, cx.article) {
                let frame = Frame::new().fill(cx.theme.raised).inner_margin(Margin::symmetric(16, 6));
                Panel::top("review").frame(frame).show(ui, |ui| review::ui(&cx, review, article, ui, out));
            }
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

/// Actions that a line in their menu stands before.
const STARTS_GROUP: [&str; 11] =
    ["save", "import", "remove", "quit", "find", "lists", "merge", "review", "kind-1", "back", "theme-system"];

#[cfg(test)]
mod tests {
    use super::STARTS_GROUP;
    use crate::app::ACTIONS;

    #[test]
    fn every_action_has_its_own_id_and_keys() {
        for (i, action) in ACTIONS.iter().enumerate() {
            for other in &ACTIONS[i + 1..] {
                assert_ne!(action.id, other.id);
                assert!(!action.keys.iter().any(|k| other.keys.contains(k)), "{} and {}", action.id, other.id);
            }
        }
        assert!(STARTS_GROUP.iter().all(|id| ACTIONS.iter().any(|a| a.id == *id)));
    }
}
