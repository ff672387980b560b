//! The analyst's own word lists: which files there are, what each adds, and how to begin one.

use crate::ui::theme::{self, size};
use crate::ui::{Cx, Intent, OwnList, sight};
use egui::accesskit::Role;
use egui::{Button, Label, RichText, ScrollArea, Ui, WidgetInfo};

/// Draws the sheet. Returns whether it stays open.
pub(super) fn ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Vec<Intent>) -> bool {
    super::title(ui, "Word lists");
    let about = "Files of your own words, for every article: goods, units, currencies, measures, bounds, verbs. \
                 They add to the lists that come with Readout; the files stay where they are.";
    ui.add(Label::new(RichText::new(about).color(cx.theme.soft).size(size::UI)).wrap());
    ui.add_space(10.0);
    ScrollArea::vertical().max_height(260.0).auto_shrink([false, true]).show(ui, |ui| {
        sight::keep(ui, None, |ui| {
            for list in cx.lists {
                row(cx, ui, list, out);
            }
        });
    });
    if cx.lists.is_empty() {
        ui.label(RichText::new("None yet.").size(size::UI));
    }
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        for (words, action) in
            [("Add a file…", "add-list"), ("Read again", "reload-lists"), ("Write an example…", "example-list")]
        {
            if ui.add_enabled(action != "reload-lists" || !cx.lists.is_empty(), Button::new(words)).clicked() {
                out.push(Intent::Act(action));
            }
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| !ui.button("Close").clicked()).inner
    })
    .inner
}

/// A file: its name, what it adds or what is wrong with it, and a way to be rid of it.
fn row(cx: &Cx<'_>, ui: &mut Ui, list: &OwnList, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        let forget = format!("Do without {}", list.name());
        let button = ui.add(Button::new("×").frame_when_inactive(false)).on_hover_text(&forget);
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &forget));
        if button.clicked() {
            out.push(Intent::ForgetList(list.path.clone()));
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let name = RichText::new(list.name()).family(theme::strong()).size(size::UI);
            ui.add(Label::new(name).truncate()).on_hover_text(list.path.to_string_lossy());
            let (words, color) = match &list.state {
                None => ("Being read…".to_owned(), cx.theme.soft),
                Some(Ok(1)) => ("1 row".to_owned(), cx.theme.soft),
                Some(Ok(rows)) => (format!("{rows} rows"), cx.theme.soft),
                Some(Err(why)) => (format!("Left out: {why}"), cx.theme.error),
            };
            ui.add(Label::new(RichText::new(words).color(color).size(size::SMALL)).wrap());
        });
    });
    ui.add_space(4.0);
}
