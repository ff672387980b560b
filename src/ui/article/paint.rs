//! Draws one block: grounds first, then the letters, then the lines under them.
//!
//! The letters never change with the selection, so a laid out block serves every selection and both themes.

use super::layout::Set;
use crate::record::{Certainty, Record};
use crate::text::Span;
use crate::ui::marks::{self, Mark};
use crate::ui::theme::{self, LinePattern, Theme};
use crate::ui::{Selection, Session};
use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Stroke, pos2, vec2};

/// What to light in the article.
pub(super) struct Lights<'a> {
    /// What the selection lights, in text order.
    pub(super) selected: &'a [Span],
    /// What the pointer points at in another view, in text order.
    pub(super) hovered: &'a [Span],
    /// The exact words of the selection.
    pub(super) focus: Option<Span>,
}

/// Draws a block whose top left corner is `at`.
pub(super) fn block(
    painter: &Painter,
    theme: &Theme,
    record: &Record,
    session: &Session,
    (set, at, span): (&Set, Pos2, Span),
    here: &[Mark],
    lights: &Lights<'_>,
) {
    let (baseline, size) = set.letters();
    let tight = |row: Rect| {
        let y = at.y + row.min.y + baseline;
        Rect::from_min_max(pos2(at.x + row.min.x, y - 0.86 * size), pos2(at.x + row.max.x, y + 0.34 * size))
    };
    let ground = |span: Span, color: Color32, grow: f32| {
        for row in set.rects(span) {
            painter.rect_filled(tight(row).expand2(vec2(grow, 0.0)), CornerRadius::same(3), color);
        }
    };
    for mark in here {
        if matches!(mark.what, Selection::Figure(_)) {
            ground(mark.span, theme.figure_wash, 1.0);
        }
    }
    for lit in touching(lights.hovered, span) {
        ground(lit, theme.hover, 1.0);
    }
    for lit in touching(lights.selected, span) {
        ground(lit, theme.accent_wash, 2.0);
    }
    if let Some(passage) = session.passage.filter(|p| p.overlaps(span)) {
        ground(passage, theme.accent_wash, 0.0);
    }
    if let Some(find) = &session.find {
        for found in touching(&find.found, span) {
            ground(found, theme.found, 1.0);
        }
        if let Some(current) = find.current().filter(|c| c.overlaps(span)) {
            outline(painter, set.rects(current).into_iter().map(tight), theme.text);
        }
    }
    painter.galley(at, set.galley.clone(), theme.text);
    for mark in here {
        let Some((color, pattern)) = line_of(mark.what, theme, record) else { continue };
        let rects = set.rects(mark.span);
        for row in &rects {
            let y = at.y + row.min.y + baseline + 4.0;
            line(painter, at.x + row.min.x, at.x + row.max.x, y, color, pattern);
        }
        if marks::certainty(mark.what, record) == Some(Certainty::Checked)
            && let Some(last) = rects.last()
        {
            pencil(painter, tight(*last).right_top() + vec2(1.0, 1.0), theme.accent);
        }
    }
    if let Some(focus) = lights.focus.filter(|f| f.overlaps(span)) {
        outline(painter, set.rects(focus).into_iter().map(tight), theme.accent);
    }
}

/// The spans of a list in text order that touch `span`. Spans of one list do not nest.
fn touching(spans: &[Span], span: Span) -> impl Iterator<Item = Span> + '_ {
    let first = spans.partition_point(|s| s.end <= span.start);
    spans[first..].iter().copied().take_while(move |s| s.start < span.end)
}

fn outline(painter: &Painter, rows: impl Iterator<Item = Rect>, color: Color32) {
    for row in rows {
        let rect = row.expand2(vec2(1.0, 0.0));
        painter.rect_stroke(rect, CornerRadius::same(3), Stroke::new(1.0, color), egui::StrokeKind::Outside);
    }
}

/// The colour and pattern of the line under a mark; what is shown in the margin has none.
fn line_of(what: Selection, theme: &Theme, record: &Record) -> Option<(Color32, LinePattern)> {
    match what {
        Selection::Mention(i) => record.mentions.get(i).map(|m| (theme.kind(m.kind), theme::kind_line(m.kind))),
        Selection::Figure(_) => Some((theme.figure, theme::FIGURE_LINE)),
        Selection::Time(_) => Some((theme.time, theme::TIME_LINE)),
        _ => None,
    }
}

/// A line under words, from `left` to `right`.
pub(crate) fn line(painter: &Painter, left: f32, right: f32, y: f32, color: Color32, pattern: LinePattern) {
    let stroke = Stroke::new(pattern.width, color);
    let draw = |y: f32| {
        if pattern.dashes.is_empty() {
            painter.hline(left..=right, y, stroke);
            return;
        }
        let mut x = left;
        for (i, length) in pattern.dashes.iter().cycle().enumerate() {
            if x >= right {
                break;
            }
            if i % 2 == 0 {
                painter.hline(x..=(x + length).min(right), y, stroke);
            }
            x += length;
        }
    };
    draw(y);
    if pattern.double {
        draw(y + 2.5);
    }
}

/// A small pencil: an analyst has touched this.
pub(crate) fn pencil(painter: &Painter, at: Pos2, color: Color32) {
    let (tip, end) = (at + vec2(0.0, 6.0), at + vec2(5.0, 0.0));
    painter.line_segment([tip + vec2(1.5, -1.8), end], Stroke::new(2.4, color));
    painter.line_segment([tip, tip + vec2(1.5, -1.8)], Stroke::new(1.0, color));
}
