//! Lines of steps: what holds until it changes. Periods or days below, the axis to the left, a name at each line's end.
//!
//! Days lie to scale where that leaves room for their words, else evenly, which a note says.

use super::{OPEN, SMALL, WORDS};
use crate::chart::scene::wrap;
use crate::chart::{
    Align, Bar, Chart, Direction, Fill, Ink, Mark, Paint, Rect, Scale, Scene, Shape, ToScale, text_width, ticks,
};

/// Height of the plot.
const PLOT: f32 = 140.0;
/// The least room from one step to the next.
const SLOT: f32 = 48.0;
/// Below each other two names need so much.
const ROW: f32 = 13.0;

/// One step of a line.
struct Step<'a> {
    at: usize,
    bar: &'a Bar,
}

/// Where the parts of the drawing lie.
struct Frame {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
    largest: f64,
    xs: Vec<f32>,
}

impl Frame {
    fn y(&self, value: f64) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "a place on the drawing, between its ends")]
        let part = ((value / self.largest) as f32).clamp(0.0, 1.0);
        self.bottom - part * (self.bottom - self.top)
    }
}

/// Whether every step has room.
pub(super) fn fits(chart: &Chart, width: f32) -> bool {
    let (left, right) = margins(chart, width);
    (right - left) / chart.groups.len().max(1) as f32 >= SLOT
}

/// Places a chart of steps.
pub(super) fn place(chart: &Chart, width: f32) -> Scene {
    let mut scene = Scene { width, ..Scene::default() };
    let (left, right) = margins(chart, width);
    let (xs, to_scale) = places(chart, left, right);
    let largest = chart.bars().map(Bar::extent).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    let top = 18.0 + WORDS + OPEN;
    let frame = Frame { left, right, top, bottom: top + PLOT, largest, xs };
    scene.words([0.0, 7.0], Align::Start, SMALL, Ink::Soft, chart.unit.as_str());
    let marks = ticks::amounts(largest, 4);
    for &value in &marks {
        let y = frame.y(value);
        scene.line([left, y], [right, y], if value == 0.0 { Ink::Axis } else { Ink::Grid });
        scene.words([left - 6.0, y], Align::End, SMALL, Ink::Soft, ticks::amount(value, divisor(chart)));
    }
    scene.to_scale = Some(ToScale {
        rect: Rect::new(left, frame.top, right - left, PLOT),
        direction: Direction::Steps,
        ends: [0.0, largest],
        ticks: marks,
    });
    let deepest = under(&mut scene, chart, &frame);
    let mut ends: Vec<(f32, &str)> = Vec::new();
    for (name, steps) in lines(chart) {
        let end = line(&mut scene, chart, &frame, &steps);
        ends.push((end, name));
    }
    name_ends(&mut scene, &frame, ends);
    scene.height = deepest;
    if chart.groups.iter().all(|g| g.day.is_some()) && !to_scale {
        scene.note("The days stand evenly, not to scale.", SMALL);
    }
    scene
}

const fn divisor(chart: &Chart) -> f64 {
    match chart.scale {
        Scale::Amount { divisor } => divisor,
        Scale::Days => 1.0,
    }
}

/// The two ends of the plot: room for the ticks and for the names.
fn margins(chart: &Chart, width: f32) -> (f32, f32) {
    let largest = chart.bars().map(Bar::extent).fold(0.0, f64::max);
    let ticks = ticks::amounts(largest, 4).into_iter().map(|v| text_width(&ticks::amount(v, divisor(chart)), SMALL));
    let names = chart.bars().map(|b| text_width(&b.label, SMALL)).fold(0.0, f32::max);
    (ticks.fold(0.0, f32::max) + 8.0, width - names.min(width * 0.3) - 8.0)
}

/// Where the groups stand across, and whether that is to scale.
fn places(chart: &Chart, left: f32, right: f32) -> (Vec<f32>, bool) {
    let slot = (right - left) / chart.groups.len().max(1) as f32;
    let even = || (0..chart.groups.len()).map(|i| left + slot * (i as f32 + 0.5)).collect::<Vec<_>>();
    let days: Option<Vec<f64>> = chart.groups.iter().map(|g| g.day).collect();
    let Some((days, first, last)) = days.and_then(|d| Some((d.clone(), *d.first()?, *d.last()?))) else {
        return (even(), false);
    };
    if last <= first {
        return (even(), true);
    }
    // What came before the first day and what holds after the last one have a part of the room, too.
    let (from, room) = (left + (right - left) * 0.2, (right - left) * 0.55);
    #[expect(clippy::cast_possible_truncation, reason = "a place on the drawing, between its ends")]
    let x = |day: f64| from + room * ((day - first) / (last - first)) as f32;
    let xs: Vec<f32> = days.into_iter().map(x).collect();
    let apart = xs.iter().zip(xs.iter().skip(1)).all(|(a, b)| b - a >= SLOT);
    if apart { (xs, true) } else { (even(), false) }
}

/// The periods or days below the plot; gives how deep they reach.
fn under(scene: &mut Scene, chart: &Chart, frame: &Frame) -> f32 {
    let mut deepest = frame.bottom + 12.0;
    for (i, (group, &x)) in chart.groups.iter().zip(&frame.xs).enumerate() {
        let next = |j: usize| frame.xs.get(j).map_or(f32::MAX, |other| (other - x).abs());
        let room = next(i + 1).min(i.checked_sub(1).map_or(f32::MAX, next)).min(110.0) - 4.0;
        scene.line([x, frame.bottom], [x, frame.bottom + 4.0], Ink::Axis);
        for (row, words) in wrap(&group.label, SMALL, room, 3).into_iter().enumerate() {
            let y = frame.bottom + 12.0 + row as f32 * SMALL * 1.25;
            scene.words([x, y], Align::Middle, SMALL, Ink::Text, words);
            deepest = deepest.max(y);
        }
    }
    deepest + SMALL
}

/// The steps of each label, in the order in which the labels come.
fn lines(chart: &Chart) -> Vec<(&str, Vec<Step<'_>>)> {
    let mut lines: Vec<(&str, Vec<Step<'_>>)> = Vec::new();
    for (at, group) in chart.groups.iter().enumerate() {
        for bar in &group.bars {
            let step = Step { at, bar };
            match lines.iter_mut().find(|(name, _)| *name == bar.label) {
                Some((_, steps)) => steps.push(step),
                None => lines.push((&bar.label, vec![step])),
            }
        }
    }
    lines
}

/// Draws one line and gives the height at which it ends.
fn line(scene: &mut Scene, chart: &Chart, frame: &Frame, steps: &[Step<'_>]) -> f32 {
    let mut before: Option<f32> = None;
    for (i, step) in steps.iter().enumerate() {
        let bar = step.bar;
        let x = frame.xs.get(step.at).copied().unwrap_or(frame.left);
        let y = frame.y(bar.reach());
        let end = steps.get(i + 1).and_then(|next| frame.xs.get(next.at)).copied().unwrap_or(frame.right);
        let dashed = bar.fill != Fill::Solid;
        let stroke = |scene: &mut Scene, from, to, dashed| {
            let datum = Some(bar.datum);
            scene.shapes.push(Shape::Line { from, to, width: 2.0, dashed, arrow: false, ink: Ink::Mark, datum });
        };
        if let Some(old) = bar.before.last().filter(|_| before.is_none()) {
            // What it was holds from the left end of the drawing.
            let words = ticks::amount(*old, divisor(chart));
            let old = frame.y(*old);
            stroke(scene, [frame.left, old], [x, old], false);
            scene.label([frame.left + 4.0, old - 9.0], Align::Start, WORDS, Ink::Soft, words, bar.datum);
            before = Some(old);
        }
        if let Some(old) = before {
            stroke(scene, [x, old], [x, y], dashed);
        }
        stroke(scene, [x, y], [end, y], dashed);
        scene.shapes.push(Shape::Dot { at: [x, y], radius: 3.0, datum: Some(bar.datum) });
        let mut at = y - 9.0;
        if bar.high.is_none() {
            let across = (x + 7.0).min(end);
            scene.arrow([across, y - 1.0], [across, y - OPEN + 2.0], bar.datum);
            at = y - OPEN - 5.0;
        }
        let wide = text_width(&bar.value, WORDS);
        // Other lines may pass here.
        scene.fill(Rect::new(x + 3.0, at - 7.0, wide + 2.0, 14.0), Paint::Ground, bar.datum);
        scene.label([x + 4.0, at], Align::Start, WORDS, Ink::Text, bar.value.clone(), bar.datum);
        before = Some(y);
        let period = chart.groups.get(step.at).map_or("", |g| g.label.as_str());
        scene.marks.push(Mark {
            rect: Rect::new(x - 5.0, at - 8.0, (end - x).max(24.0), y - at + 14.0),
            datum: bar.datum,
            name: format!("{period}, {}", bar.spoken()),
            says: bar.says.clone(),
            along: None,
        });
    }
    before.unwrap_or(frame.bottom)
}

/// Writes the names at the ends of the lines, none over another.
fn name_ends(scene: &mut Scene, frame: &Frame, mut ends: Vec<(f32, &str)>) {
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let room = scene.width - frame.right - 6.0;
    let mut free = f32::MIN;
    for (y, name) in ends {
        let words = wrap(name, SMALL, room, 3);
        for words in words {
            let at = y.max(free);
            scene.words([frame.right + 6.0, at], Align::Start, SMALL, Ink::Soft, words);
            free = at + ROW;
        }
    }
}
