//! The margin of the article: bars beside the rows that hold figures, quotations and commitments, and ticks beside the
//! scroll bar where the selection is found in the whole article.

use super::layout::{Layout, Set};
use crate::record::correct::Note;
use crate::text::Span;
use crate::ui::Selection;
use crate::ui::marks::Mark;
use crate::ui::theme::Theme;
use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Stroke, StrokeKind, pos2, vec2};

/// The width that the bars take to the left of the text.
pub(super) const WIDTH: f32 = 30.0;

/// The lane of a bar, from the text outwards, and its colour.
fn lane(what: Selection, theme: &Theme) -> Option<(f32, Color32)> {
    match what {
        Selection::Figure(_) => Some((0.0, theme.figure)),
        Selection::Quote(_) => Some((1.0, theme.quote)),
        Selection::Commitment(_) => Some((2.0, theme.commitment)),
        _ => None,
    }
}

/// The bars of a block, each with the mark it stands for: first where it can be clicked, then where it is drawn.
pub(super) fn bars(set: &Set, at: Pos2, marks: &[Mark], theme: &Theme) -> Vec<(Mark, Rect, Rect, Color32)> {
    let mut bars = Vec::new();
    for mark in marks {
        let Some((lane, color)) = lane(mark.what, theme) else { continue };
        let rows = set.rects(mark.span);
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { continue };
        let x = at.x - 14.0 - 7.0 * lane;
        let rect = Rect::from_min_max(pos2(x, at.y + first.min.y + 5.0), pos2(x + 3.0, at.y + last.max.y - 4.0));
        bars.push((*mark, rect.expand2(vec2(2.0, 0.0)), rect, color));
    }
    bars
}

/// Draws a bar, wider when it stands for the selection.
pub(super) fn bar(painter: &Painter, rect: Rect, color: Color32, strong: bool) {
    let rect = if strong { rect.expand2(vec2(1.0, 1.0)) } else { rect };
    painter.rect_filled(rect, CornerRadius::same(2), color);
}

/// The signs of notes on words of a block, each with its words and its rectangle.
pub(super) fn notes<'a>(set: &Set, at: Pos2, span: Span, notes: &'a [Note]) -> Vec<(&'a Note, Span, Rect)> {
    let sign = |note: &'a Note| {
        let words = note.on.as_ref().map(|on| on.at.span).filter(|words| words.overlaps(span))?;
        let row = set.rects(words).first().copied()?;
        let place = pos2(at.x - 14.0 - 7.0 * 3.0 - 6.0, at.y + row.center().y - 5.0);
        Some((note, words, Rect::from_min_size(place, vec2(9.0, 10.0))))
    };
    notes.iter().filter_map(sign).collect()
}

/// Draws the sign of a note: a small sheet with two lines on it.
pub(super) fn note(painter: &Painter, room: Rect, theme: &Theme) {
    painter.rect(room, CornerRadius::same(1), theme.raised, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
    for y in [3.5, 6.5] {
        painter.hline(room.left() + 2.0..=room.right() - 2.0, room.top() + y, Stroke::new(1.0, theme.accent));
    }
}

/// As many ticks as are worth a look: a scroll bar has fewer places than a long article has figures.
const MOST_TICKS: usize = 4_000;

/// Draws a tick for every span beside the scroll bar of `viewport`.
pub(super) fn ticks(painter: &Painter, viewport: Rect, layout: &Layout, spans: &[Span], color: Color32) {
    let scale = viewport.height() / layout.height().max(viewport.height());
    let mut last = f32::NEG_INFINITY;
    for span in spans.iter().step_by(spans.len() / MOST_TICKS + 1) {
        let y = viewport.top() + layout.height_of(span.start) * scale;
        if y - last >= 2.0 {
            let tick = Rect::from_min_size(pos2(viewport.right() - 12.0, y), vec2(7.0, 2.0));
            painter.rect_filled(tick, CornerRadius::ZERO, color);
            last = y;
        }
    }
}
