//! What the views share: the heading of a chart with its menu, the words for an empty view, the line of a source.

use super::derived::drawn;
use super::{arrive, paint};
use crate::chart::{Chart, Datum, Ground, Scene, entities, layout};
use crate::export::{Content, Export, Format, Table};
use crate::record::correct::Noted;
use crate::text::Span;
use crate::ui::theme::{self, size};
use crate::ui::{ArticleId, Cx, Intent, OpenArticle, Selection, SessionChange};
use egui::{
    Color32, CornerRadius, CursorIcon, Id, Margin, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo,
};

/// How wide a chart is when it leaves the program.
const FILE_WIDTH: f32 = 760.0;

/// What the ways of drawing mean.
const LEGEND: &str = "Solid: told as fact; hatched: agreed or promised; broken outline: possible or denied.";

/// Of more cards only those in sight are laid out, and those so near to it that Tab leads to them.
const MANY: usize = 200;
/// A card stands so near to sight, in points.
const NEAR: f32 = 300.0;

/// A heading in a view.
pub(super) fn heading(cx: &Cx<'_>, ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).family(theme::strong()).size(size::HEAD).color(cx.theme.text));
}

/// Says what would be here and why it is not.
pub(super) fn nothing(cx: &Cx<'_>, ui: &mut Ui, what: &str, why: &str) {
    ui.add_space(4.0);
    ui.label(RichText::new(what).color(cx.theme.text));
    ui.label(RichText::new(why).color(cx.theme.soft));
    ui.add_space(8.0);
}

/// A chart under its heading.
pub(super) fn chart(cx: &Cx<'_>, ui: &mut Ui, article: &OpenArticle, chart: &Chart, intents: &mut Vec<Intent>) {
    let name = format!("{} {}", chart.title, chart.unit);
    let elsewhere = chart.bars().any(|bar| matches!(bar.datum, Datum::Elsewhere { .. }));
    let from = || if elsewhere { format!("Source: the articles named above. {LEGEND}") } else { source(article) };
    titled(cx, ui, article, (&chart.title, &name), |width| layout::scene(chart, width), from, intents);
}

/// A drawing under a heading with a menu that saves it; `name` tells it from all others, `from` its source.
pub(super) fn titled(
    cx: &Cx<'_>,
    ui: &mut Ui,
    article: &OpenArticle,
    (title, name): (&str, &str),
    draw: impl Fn(f32) -> Scene,
    from: impl Fn() -> String,
    intents: &mut Vec<Intent>,
) {
    ui.horizontal(|ui| {
        let menu = 56.0;
        ui.allocate_ui(egui::vec2((ui.available_width() - menu).max(80.0), 22.0), |ui| {
            let words = RichText::new(title).family(theme::strong()).size(size::HEAD).color(cx.theme.text);
            ui.add(egui::Label::new(words).truncate());
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let words = RichText::new("Save").size(size::SMALL).color(cx.theme.soft);
            let button = egui::Button::new(words).frame_when_inactive(false);
            egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
                for format in Format::DRAWINGS {
                    if ui.button(format.title()).clicked() {
                        let scene = layout::framed(draw(FILE_WIDTH), title, &from());
                        intents.push(export(article, title, format, Content::Drawing(scene, title.to_owned())));
                    }
                }
            });
        });
    });
    let scene = drawn(ui, article, name, draw);
    paint::scene(cx, ui, name, &scene, intents);
    ui.add_space(14.0);
}

/// A button that does not draw the eye, with what it does; tells whether it was clicked.
pub(super) fn quiet_button(cx: &Cx<'_>, ui: &mut Ui, words: &str, does: &str) -> bool {
    let label = RichText::new(words).size(size::SMALL).color(cx.theme.soft);
    ui.add(egui::Button::new(label).frame_when_inactive(false)).on_hover_text(does).clicked()
}

/// The wish to write a table.
pub(super) fn table(article: &OpenArticle, name: &str, table: Table) -> Intent {
    export(article, name, Format::Csv, Content::Table(table))
}

/// Which row of the table of its sort a selection is; names stand in the order of the record.
pub(super) fn index(article: &OpenArticle, selection: Selection) -> Option<usize> {
    match selection {
        Selection::Figure(i) | Selection::Time(i) | Selection::Quote(i) | Selection::Commitment(i) => Some(i),
        Selection::Entity(id) => article.record.entities.iter().position(|e| e.id == id),
        Selection::Pair(ends) => {
            let ground = Ground { text: &article.text, record: &article.record };
            entities::together(ground, &entities::named(ground)).iter().position(|pair| pair.ends == ends)
        }
        Selection::Mention(_) | Selection::None => None,
    }
}

fn export(article: &OpenArticle, name: &str, format: Format, content: Content) -> Intent {
    let of = article.title.as_deref().unwrap_or(&article.source);
    Intent::Export(Box::new(Export { stem: format!("{name} {of}"), format, content }))
}

/// Where the numbers of a chart come from, for its foot.
pub(super) fn source(article: &OpenArticle) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(title) = &article.title {
        parts.push(format!("“{title}”"));
    }
    if !article.source.is_empty() {
        parts.push(article.source.clone());
    }
    if let Some(published) = &article.published {
        parts.push(published.clone());
    }
    let from = if parts.is_empty() { "an article without a title".to_owned() } else { parts.join(", ") };
    format!("Source: {from}. {LEGEND}")
}

/// A block of words that leads to its place in the article.
pub(super) fn card(
    cx: &Cx<'_>,
    ui: &mut Ui,
    (select, name): (Selection, &str),
    bar: Color32,
    add: impl FnOnce(&mut Ui),
    intents: &mut Vec<Intent>,
) {
    if unseen(cx, ui, select) {
        return;
    }
    let ground = ui.painter().add(egui::Shape::Noop);
    let inner = egui::Frame::new().inner_margin(Margin { left: 12, right: 6, top: 5, bottom: 6 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        add(ui);
    });
    let room = inner.response.rect;
    ui.data_mut(|d| d.insert_temp(Id::unique(("card room", select)), room.size()));
    let response = ui.interact(room, Id::unique(("card", select)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, cx.session.selection == select, name));
    let color = match (cx.session.selection == select, response.hovered() || cx.session.hover == select) {
        (true, _) => cx.theme.accent_wash,
        (false, true) => cx.theme.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().set(ground, egui::Shape::rect_filled(room, CornerRadius::same(4), color));
    let edge = Rect::from_min_size(room.min + Vec2::new(0.0, 4.0), Vec2::new(3.0, room.height() - 8.0));
    ui.painter().rect_filled(edge, CornerRadius::same(1), bar);
    if response.has_focus() {
        ui.painter().rect_stroke(room, CornerRadius::same(4), Stroke::new(1.5, cx.theme.accent), StrokeKind::Inside);
    }
    if cx.session.selection == select {
        arrive::arrive(ui, select, room);
    }
    if response.clicked() {
        arrive::select(ui, select, intents);
    }
    if response.hovered() {
        arrive::hover(cx.session.hover, select, intents);
    }
    response.on_hover_cursor(CursorIcon::PointingHand);
}

/// Leaves the room of a card that is out of sight, where there are too many to lay out all; tells whether it did.
fn unseen(cx: &Cx<'_>, ui: &mut Ui, select: Selection) -> bool {
    let many = cx.article.is_some_and(|a| a.record.quotes.len().max(a.record.commitments.len()) > MANY);
    if !many || cx.session.selection == select || ui.memory(|m| m.has_focus(Id::unique(("card", select)))) {
        return false;
    }
    let size = ui.data(|d| d.get_temp::<Vec2>(Id::unique(("card room", select))));
    let Some(size) = size.filter(|size| (size.x - ui.available_width()).abs() < 1.0) else { return false };
    let room = Rect::from_min_size(ui.cursor().min, size);
    let far = !ui.is_rect_visible(room.expand2(Vec2::new(0.0, NEAR)));
    if far {
        ui.allocate_space(size);
    }
    far
}

/// Where a line leads.
pub(super) enum Leads {
    /// Nowhere.
    Nowhere,
    /// To words of the open article: to their mark where one is there, else to the words alone.
    Here(Selection, Span),
    /// To another article, and to a mark in it.
    Elsewhere(ArticleId, Option<Noted>),
}

/// A line that leads to what it is about. `name` is what a screen reader says.
pub(super) fn line(
    cx: &Cx<'_>,
    ui: &mut Ui,
    (id, name): (Id, &str),
    leads: Leads,
    add: impl FnOnce(&mut Ui, &mut Vec<Intent>),
    intents: &mut Vec<Intent>,
) {
    let ground = ui.painter().add(egui::Shape::Noop);
    let room = ui.available_rect_before_wrap();
    // The ground is sensed before the content, so that buttons in it come first.
    let height = ui.data(|d| d.get_temp::<f32>(id)).unwrap_or(0.0);
    let response = ui.interact(Rect::from_min_size(room.min, Vec2::new(room.width(), height)), id, Sense::click());
    let inner = egui::Frame::new().inner_margin(Margin::symmetric(8, 5)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        add(ui, intents);
    });
    let room = inner.response.rect;
    ui.data_mut(|d| d.insert_temp(id, room.height()));
    let chosen = matches!(leads, Leads::Here(what, _) if what != Selection::None && what == cx.session.selection);
    let somewhere = !matches!(leads, Leads::Nowhere);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, somewhere, chosen, name));
    let color = match (chosen, response.hovered() && somewhere) {
        (true, _) => cx.theme.accent_wash,
        (false, true) => cx.theme.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().set(ground, egui::Shape::rect_filled(room, CornerRadius::same(4), color));
    if response.has_focus() {
        ui.painter().rect_stroke(room, CornerRadius::same(4), Stroke::new(1.5, cx.theme.accent), StrokeKind::Inside);
    }
    match leads {
        _ if !response.clicked() => {}
        Leads::Nowhere => {}
        Leads::Here(Selection::None, span) => {
            intents.push(Intent::Session(SessionChange::ScrollTo(span)));
            intents.push(Intent::Session(SessionChange::Passage(Some(span))));
        }
        Leads::Here(what, _) => arrive::select(ui, what, intents),
        Leads::Elsewhere(id, noted) => intents.push(Intent::Session(SessionChange::OpenAt(id, noted))),
    }
}

/// Words that are read, not selected.
pub(super) fn words(ui: &mut Ui, words: RichText) {
    ui.add(egui::Label::new(words).selectable(false).wrap());
}

/// A heading with a count and a button that saves a table.
pub(super) fn counted(
    cx: &Cx<'_>,
    ui: &mut Ui,
    article: &OpenArticle,
    (name, count): (&str, usize),
    saved: fn(&OpenArticle) -> Table,
    intents: &mut Vec<Intent>,
) {
    ui.horizontal(|ui| {
        heading(cx, ui, name);
        ui.label(RichText::new(count.to_string()).size(size::SMALL).color(cx.theme.soft));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if quiet_button(cx, ui, "CSV", "Save these with their sentences") {
                intents.push(table(article, name, saved(article)));
            }
        });
    });
    ui.add_space(4.0);
}
