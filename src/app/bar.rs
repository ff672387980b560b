//! The bar on top of the window: menus, the quiet status, the search.

use super::actions;
use super::{App, STATUS};
use crate::ui::find::Find;
use crate::ui::sheet::Command;
use crate::ui::theme::{Theme, size};
use crate::ui::{Intent, SessionChange, spoken};
use egui::accesskit::{Live, Role};
use egui::{Button, Frame, Key, Layout, Margin, MenuBar, Panel, ProgressBar, RichText, TextEdit, Ui, WidgetInfo};
use std::path::PathBuf;

impl App {
    /// Menus, the search and the quiet status.
    pub(super) fn top(&mut self, ui: &mut Ui, commands: &[Command], out: &mut Vec<Intent>) {
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
                let button = ui.add(Button::new(sign).frame_when_inactive(false)).on_hover_text(name);
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
                let said = RichText::new(words).color(theme.soft).size(size::SMALL);
                let said = ui.add(egui::Label::new(said).truncate());
                spoken(ui, said.id, words, Live::Polite);
            } else {
                self.status = None;
            }
        }
    }
}

/// Actions that a line in their menu stands before.
const STARTS_GROUP: [&str; 17] = [
    "save",
    "import",
    "remove",
    "quit",
    "copy",
    "find",
    "lists",
    "merge",
    "review",
    "kind-1",
    "next-mention",
    "back",
    "theme-system",
    "text-larger",
    "window-larger",
    "motion",
    "figures",
];

#[cfg(test)]
mod tests {
    use super::STARTS_GROUP;
    use crate::app::ACTIONS;
    use crate::ui::correcting::READINGS;
    use crate::ui::views::VIEWS;

    /// A digit is a kind on a name and a reading on a time: one selection is never both.
    fn never_at_once(a: &str, b: &str) -> bool {
        a.starts_with("kind-") && READINGS.contains(&b)
    }

    #[test]
    fn every_action_has_its_own_id_and_keys() {
        for (i, action) in ACTIONS.iter().enumerate() {
            for other in &ACTIONS[i + 1..] {
                assert_ne!(action.id, other.id);
                let shared = action.keys.iter().any(|k| other.keys.contains(k));
                assert!(!shared || never_at_once(action.id, other.id), "{} and {}", action.id, other.id);
            }
        }
        let known = |id: &&str| ACTIONS.iter().any(|a| a.id == *id) || VIEWS.iter().any(|v| v.id == *id);
        assert!(STARTS_GROUP.iter().all(known));
    }
}
