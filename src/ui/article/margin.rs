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

/// How far from a tick a click may miss it.
const REACH: f32 = 6.0;

/// As many ticks as are worth a look: a scroll bar has fewer places than a long article has figures.
const MOST_TICKS: usize = 4_000;

/// A tick for every span beside the scroll bar of `viewport`, each with the span it stands for. Ticks that would fall on
/// each other are one.
pub(super) fn ticks(viewport: Rect, layout: &Layout, spans: &[Span]) -> Vec<(Span, Rect)> {
    let scale = viewport.height() / layout.height().max(viewport.height());
    let mut ticks: Vec<(Span, Rect)> = Vec::new();
    for span in spans.iter().step_by(spans.len() / MOST_TICKS + 1) {
        let y = viewport.top() + layout.height_of(span.start) * scale;
        if ticks.last().is_none_or(|(_, last)| y - last.top() >= 2.0) {
            ticks.push((*span, Rect::from_min_size(pos2(viewport.right() - 12.0, y), vec2(7.0, 2.0))));
        }
    }
    ticks
}

/// The tick nearest to a height, if it is near enough to be meant.
pub(super) fn tick_at(ticks: &[(Span, Rect)], y: f32) -> Option<(Span, Rect)> {
    let next = ticks.partition_point(|(_, tick)| tick.center().y < y);
    let around = ticks.get(next.saturating_sub(1)..(next + 1).min(ticks.len()))?;
    let away = |tick: &Rect| (tick.center().y - y).abs();
    let nearest = around.iter().min_by(|a, b| away(&a.1).total_cmp(&away(&b.1)))?;
    (away(&nearest.1) <= REACH).then_some(*nearest)
}

#[cfg(test)]
mod tests {
    use super::tick_at;
    use crate::text::Span;
    use egui::{Rect, pos2, vec2};

    fn check(y: f32, expected: Option<u32>) {
        let tick =
            |start: u32, y: f32| (Span::new(start, start + 1), Rect::from_min_size(pos2(0.0, y), vec2(7.0, 2.0)));
        let ticks = [tick(1, 10.0), tick(2, 14.0), tick(3, 80.0)];
        assert_eq!(tick_at(&ticks, y).map(|(span, _)| span.start), expected);
    }

    #[test]
    fn the_nearest_tick_is_meant() {
        check(11.0, Some(1));
        check(12.5, Some(1));
        check(13.5, Some(2));
        check(5.0, Some(1));
        check(84.0, Some(3));
        check(40.0, None);
        check(200.0, None);
        assert_eq!(tick_at(&[], 3.0), None);
    }
}
