//! Paints a chart's [`Scene`] and makes its marks lead to the words: hover shows the sentence, a click selects.

use super::arrive::{arrive, hover, select};
use super::plot;
use crate::chart::svg::arrow_head;
use crate::chart::{Align, Datum, Ink, Mark, Paint, Rect, Scene, Shape};
use crate::ui::theme::{self, Theme};
use crate::ui::{ArticleId, Cx, Intent, Selection, SessionChange};
use egui::{
    Align2, Color32, CornerRadius, FontId, Pos2, Rect as Area, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo,
};

/// Between the lines of a hatching.
const HATCH: f32 = 4.0;

/// Of more marks only those in sight are laid out, and those that Tab leads to from them.
const MANY: usize = 200;

/// A pointer that is so near to a line, in points, points at it.
const NEAR: f32 = 5.0;

/// Draws the scene where the next widget goes; `name` tells its marks from those of other charts.
pub(super) fn scene(cx: &Cx<'_>, ui: &mut Ui, name: &str, scene: &Scene, intents: &mut Vec<Intent>) {
    let (area, _) = ui.allocate_exact_size(Vec2::new(scene.width, scene.height), Sense::hover());
    let origin = area.min.to_vec2();
    let salt = ui.scope_id().with(name);
    let focus = focus(cx);
    along(cx, ui, salt.with("along"), (area, scene), intents);
    let room = |mark: &Mark| place(mark.rect, origin).expand2(Vec2::new(3.0, 0.0));
    let marks: Vec<(usize, &Mark)> = scene.marks.iter().enumerate().filter(|(_, m)| m.along.is_none()).collect();
    let near = reachable(ui, salt, &marks, room);
    for (&(i, mark), near) in marks.iter().zip(near) {
        let room = room(mark);
        let selected = leads_to(cx.session.selection, mark.datum, focus);
        if !near && !selected {
            continue;
        }
        let response = lead(ui, room, salt.with(i), mark);
        let ground = match (selected, response.hovered() || leads_to(cx.session.hover, mark.datum, None)) {
            (true, _) => Some(cx.theme.accent_wash),
            (false, true) => Some(cx.theme.hover),
            (false, false) => None,
        };
        if let Some(color) = ground {
            ui.painter().rect_filled(room, CornerRadius::same(4), color);
        }
        if response.has_focus() {
            ui.painter().rect_stroke(
                room,
                CornerRadius::same(4),
                Stroke::new(1.5, cx.theme.accent),
                StrokeKind::Inside,
            );
        }
        if selected {
            arrive(ui, cx.session.selection, room);
        }
        if response.hovered() {
            hover(cx.session.hover, selection(mark.datum), intents);
        }
        if response.clicked() {
            match mark.datum {
                Datum::Place(span) => intents.push(Intent::Session(SessionChange::ScrollTo(span))),
                Datum::Elsewhere { article, figure } => {
                    intents.push(Intent::Session(SessionChange::Open(ArticleId(article))));
                    intents.push(Intent::Session(SessionChange::Select(Selection::Figure(figure))));
                }
                datum => select(ui, selection(datum), intents),
            }
        }
    }
    if let Some(part) = scene.to_scale.as_ref().filter(|_| ui.is_rect_visible(area)) {
        plot::part(ui, cx.theme, salt, part, &scene.shapes, origin);
    }
    let sight = ui.clip_rect();
    let left_to_paint = |shape: &&Shape| {
        let (top, bottom) = shape.reach();
        let in_sight = bottom + origin.y >= sight.top() && top + origin.y <= sight.bottom();
        in_sight && !scene.to_scale.as_ref().is_some_and(|part| plot::draws(part, shape))
    };
    for shape in scene.shapes.iter().filter(left_to_paint) {
        paint(ui, cx, shape, origin, focus);
    }
}

/// Which marks are laid out: all of a few; of many those in sight, the one that has the keyboard, those beside one of
/// these, the first and the last. So Tab leads from mark to mark although most are not there.
fn reachable(ui: &Ui, salt: egui::Id, marks: &[(usize, &Mark)], room: impl Fn(&Mark) -> Area) -> Vec<bool> {
    if marks.len() <= MANY {
        return vec![true; marks.len()];
    }
    let focused = ui.memory(egui::Memory::focused);
    let there = |(i, mark): &(usize, &Mark)| ui.is_rect_visible(room(mark)) || focused == Some(salt.with(*i));
    let there: Vec<bool> = marks.iter().map(there).collect();
    let at = |i: usize| there.get(i).copied().unwrap_or_default();
    let last = marks.len() - 1;
    (0..marks.len()).map(|i| i == 0 || i == last || at(i) || at(i - 1) || at(i + 1)).collect()
}

/// The marks that stand for lines: the nearest one to the pointer is pointed at. What lies over them comes first.
fn along(cx: &Cx<'_>, ui: &Ui, id: egui::Id, (area, scene): (Area, &Scene), intents: &mut Vec<Intent>) {
    if scene.marks.iter().all(|mark| mark.along.is_none()) {
        return;
    }
    let sense = ui.interact(area, id, Sense::click() - Sense::FOCUSABLE);
    let Some(pointer) = sense.hover_pos() else { return };
    let at = pointer - area.min.to_vec2();
    let distance = |mark: &Mark| mark.along.map_or(f32::MAX, |[from, to]| distance([at.x, at.y], from, to));
    let nearest = scene.marks.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    let Some(mark) = nearest.filter(|mark| distance(mark) < NEAR) else { return };
    hover(cx.session.hover, selection(mark.datum), intents);
    if sense.clicked() {
        select(ui, selection(mark.datum), intents);
    }
    sense.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui_at_pointer(|ui| says(ui, mark));
}

/// How far a place is from the line between two others.
fn distance([x, y]: [f32; 2], [x1, y1]: [f32; 2], [x2, y2]: [f32; 2]) -> f32 {
    let (dx, dy) = (x2 - x1, y2 - y1);
    let part = (((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy).max(f32::MIN_POSITIVE)).clamp(0.0, 1.0);
    (x - x1 - part * dx).hypot(y - y1 - part * dy)
}

/// What a mark shows, and its sentence.
fn says(ui: &mut Ui, mark: &Mark) {
    ui.set_max_width(340.0);
    ui.label(egui::RichText::new(&mark.name).family(theme::strong()));
    ui.label(egui::RichText::new(&mark.says).family(theme::serif()).size(14.0));
}

/// The place that a mark takes, for pointer, keys and screen readers.
fn lead(ui: &Ui, room: Area, id: egui::Id, mark: &Mark) -> Response {
    let response = ui.interact(room, id, Sense::click()).on_hover_cursor(egui::CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &mark.name));
    if mark.says.is_empty() {
        return response;
    }
    response.on_hover_ui(|ui| says(ui, mark))
}

/// What a mark stands for among the things that can be selected.
const fn selection(datum: Datum) -> Selection {
    match datum {
        Datum::Figure(i) => Selection::Figure(i),
        Datum::Time(i) => Selection::Time(i),
        Datum::Commitment(i) => Selection::Commitment(i),
        Datum::Entity(id) => Selection::Entity(id),
        Datum::Pair(ends) => Selection::Pair(ends),
        Datum::Place(_) | Datum::Elsewhere { .. } => Selection::None,
    }
}

/// The entity that is selected, whether itself or through one of its mentions.
fn focus(cx: &Cx<'_>) -> Option<Datum> {
    match cx.session.selection {
        Selection::Entity(id) => Some(Datum::Entity(id)),
        Selection::Mention(i) => {
            let mention = cx.article?.record.mentions.get(i)?;
            mention.entity.map(Datum::Entity)
        }
        _ => None,
    }
}

fn leads_to(chosen: Selection, datum: Datum, focus: Option<Datum>) -> bool {
    (chosen != Selection::None && selection(datum) == chosen) || focus == Some(datum)
}

pub(super) fn place(rect: Rect, origin: Vec2) -> Area {
    Area::from_min_size(Pos2::new(rect.x, rect.y) + origin, Vec2::new(rect.width, rect.height))
}

const fn color(ink: Ink, theme: &Theme) -> Color32 {
    match ink {
        Ink::Text => theme.text,
        Ink::Soft => theme.soft,
        Ink::Axis => theme.axis,
        Ink::Grid => theme.grid,
        Ink::Mark => theme.chart_solid,
        Ink::Faint => theme.chart_soft,
    }
}

fn paint(ui: &Ui, cx: &Cx<'_>, shape: &Shape, origin: Vec2, focus: Option<Datum>) {
    let painter = ui.painter();
    let at = |[x, y]: [f32; 2]| Pos2::new(x, y) + origin;
    match shape {
        Shape::Line { from, to, width, dashed, arrow, ink, .. } => {
            let stroke = Stroke::new(*width, color(*ink, cx.theme));
            if *dashed {
                painter.extend(egui::Shape::dashed_line(&[at(*from), at(*to)], stroke, 3.0, 2.0));
            } else {
                painter.line_segment([at(*from), at(*to)], stroke);
            }
            if *arrow {
                let [a, b] = arrow_head(*from, *to);
                let corners = vec![at(*to), at(a), at(b)];
                painter.add(egui::Shape::convex_polygon(corners, stroke.color, Stroke::NONE));
            }
        }
        Shape::Link { from, to, width, ends } => {
            let pair = Selection::Pair(*ends);
            let chosen = cx.session.selection == pair || focus.is_some_and(|d| ends.map(Datum::Entity).contains(&d));
            let some = focus.is_some() || matches!(cx.session.selection, Selection::Pair(_));
            let ink = match (some, chosen) {
                (_, true) => cx.theme.accent,
                _ if cx.session.hover == pair => cx.theme.accent,
                (true, false) => cx.theme.grid,
                (false, false) => cx.theme.chart_soft,
            };
            painter.line_segment([at(*from), at(*to)], Stroke::new(*width, ink));
        }
        Shape::Box { rect, paint: Paint::Ground, datum } => {
            let selected = datum.is_some_and(|datum| leads_to(cx.session.selection, datum, focus));
            let ground = if selected { cx.theme.accent_wash } else { cx.theme.page.gamma_multiply(0.85) };
            painter.rect_filled(place(*rect, origin), CornerRadius::same(3), ground);
        }
        Shape::Box { rect, paint, .. } => fill(ui, cx.theme, place(*rect, origin), *rect, *paint, origin),
        Shape::Dot { at: centre, radius, .. } => {
            painter.circle_filled(at(*centre), *radius, cx.theme.chart_solid);
        }
        Shape::Words { at: place, align, size, strong, ink, words, .. } => {
            let align = match align {
                Align::Start => Align2::LEFT_CENTER,
                Align::Middle => Align2::CENTER_CENTER,
                Align::End => Align2::RIGHT_CENTER,
            };
            let font = if *strong { FontId::new(*size, theme::strong()) } else { FontId::proportional(*size) };
            painter.text(at(*place), align, words, font, color(*ink, cx.theme));
        }
    }
}

fn fill(ui: &Ui, theme: &Theme, area: Area, rect: Rect, paint: Paint, origin: Vec2) {
    let painter = ui.painter();
    let edge = Stroke::new(1.0, theme.chart_solid);
    match paint {
        Paint::Solid => {
            painter.rect_filled(area, CornerRadius::ZERO, theme.chart_solid);
        }
        // Drawn with the words on it, whose ground shows whether they are selected.
        Paint::Ground => {}
        Paint::Band => {
            painter.rect_filled(area, CornerRadius::ZERO, theme.chart_soft.gamma_multiply(0.55));
        }
        Paint::Hollow => {
            let corners = [area.left_top(), area.right_top(), area.right_bottom(), area.left_bottom(), area.left_top()];
            painter.extend(egui::Shape::dashed_line(&corners, edge, 3.0, 2.0));
        }
        Paint::Hatched => {
            painter.rect_stroke(area, CornerRadius::ZERO, edge, StrokeKind::Inside);
            for line in rect.hatching(HATCH) {
                painter.line_segment(line.map(|[x, y]| Pos2::new(x, y) + origin), edge);
            }
        }
    }
}
