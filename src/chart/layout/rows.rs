//! Bars one below the other: names to the left, amounts at the end of each bar, the axis below.

use super::{OPEN, SMALL, WORDS, block};
use crate::chart::scene::wrap;
use crate::chart::{
    Align, Bar, Chart, Direction, Fill, Group, Ink, Mark, Paint, Rect, Scale, Scene, ToScale, text_width, ticks,
};
use std::borrow::Cow;

/// Thickness of a bar.
const BAR: f32 = 12.0;
/// Between words and bars.
const GAP: f32 = 8.0;

/// Where the values of a chart lie across.
struct Across {
    /// Left end of the axis.
    left: f32,
    /// Right end.
    right: f32,
    /// The value at the left end.
    origin: f64,
    /// Points a unit.
    unit: f64,
}

impl Across {
    fn x(&self, value: f64) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "a place on the drawing, clamped to it")]
        let x = ((value - self.origin) * self.unit) as f32;
        self.left + x.clamp(0.0, self.right - self.left)
    }
}

/// Places a chart of rows.
pub(super) fn place(chart: &Chart, width: f32) -> Scene {
    let chart = &without_lone_bars(chart);
    let mut scene = Scene { width, ..Scene::default() };
    let names = chart.bars().map(|b| &b.label).chain(chart.groups.iter().map(|g| &g.label));
    let names = names.map(|name| text_width(name, WORDS) + 2.0).fold(0.0, f32::max);
    let left = names.min(width * 0.38).max(40.0) + GAP;
    // Remarks stand beside the amounts where there is room for them, else below the names.
    let beside = chart.bars().map(|b| written(b, true)).fold(0.0, f32::max) < (width - left) * 0.6;
    let across = across(chart, left, width, beside);
    let top = if matches!(chart.scale, Scale::Days) || chart.unit.is_empty() { 2.0 } else { 18.0 };
    if top > 2.0 {
        scene.words([left, 7.0], Align::Start, SMALL, Ink::Soft, chart.unit.as_str());
    }
    let ground = scene.shapes.len();
    let mut y = top;
    for group in &chart.groups {
        if !group.label.is_empty() {
            // A heading over the bars would cross the axis.
            for line in wrap(&group.label, WORDS, left - GAP, 2) {
                scene.heading([0.0, y + 10.0], WORDS, line);
                y += 16.0;
            }
            y += 4.0;
        }
        for bar in &group.bars {
            y += row(&mut scene, &across, chart, bar, y, beside);
        }
        y += 4.0;
    }
    axis(&mut scene, &across, chart, top, y, ground);
    scene.height = y + 20.0;
    scene
}

/// Columns laid down: where every group has but one bar, the group names it.
fn without_lone_bars(chart: &Chart) -> Cow<'_, Chart> {
    if chart.direction != Direction::Columns || chart.groups.iter().any(|g| g.bars.len() > 1) {
        return Cow::Borrowed(chart);
    }
    let told = |b: &Bar| chart.title.contains(&b.label);
    let named = |g: &Group| {
        let label = |b: &Bar| match (g.label.is_empty(), told(b)) {
            (true, _) => b.label.clone(),
            (false, true) => g.label.clone(),
            (false, false) => format!("{}, {}", b.label, g.label),
        };
        g.bars.iter().map(|b| Bar { label: label(b), ..b.clone() }).collect::<Vec<_>>()
    };
    let bars = chart.groups.iter().flat_map(named).collect();
    Cow::Owned(Chart { groups: vec![Group::new("", bars)], ..chart.clone() })
}

/// How wide the words at the end of a bar are.
fn written(bar: &Bar, beside: bool) -> f32 {
    let remark = if beside && !bar.remark.is_empty() { text_width(&bar.remark, SMALL) + GAP } else { 0.0 };
    text_width(&bar.value, WORDS) + remark
}

/// The least and the largest amount: falls lie below zero.
fn ends(chart: &Chart) -> (f64, f64) {
    let amounts = chart.bars().map(|b| if b.falls { -b.extent() } else { b.extent() });
    amounts.fold((0.0, 0.0), |(low, high), amount| (low.min(amount), high.max(amount)))
}

/// Chooses the scale so that every bar has room for its words.
fn across(chart: &Chart, left: f32, width: f32, beside: bool) -> Across {
    let room = f64::from(width - left);
    let (origin, unit) = match chart.scale {
        Scale::Days => {
            let days = chart.bars().flat_map(|b| [b.low, b.high]).flatten();
            let (from, to) = days.fold((f64::MAX, f64::MIN), |(a, b), d| (a.min(d), b.max(d)));
            // A year's margin at most, so that a mark at either end is not cut.
            let span = (to - from).max(30.0);
            let origin = from - span * 0.04;
            (origin, with_words(chart, (origin, room / (span * 1.1)), room, beside))
        }
        Scale::Amount { .. } => {
            let (lowest, largest) = ends(chart);
            let open = |b: &Bar| if b.high.is_none() { OPEN + 4.0 } else { 0.0 };
            // Left of zero only the arrow of an open fall needs room: words stand to the right.
            let aside = f64::from(chart.bars().filter(|b| b.falls).map(open).fold(0.0, f32::max));
            let fits = chart.bars().filter(|b| b.extent() > 0.0).map(|b| {
                let (rise, open) = if b.falls { (0.0, 0.0) } else { (b.extent(), open(b)) };
                (room - aside - f64::from(written(b, beside) + open + GAP)) / (rise - lowest)
            });
            let unit = fits.fold(f64::MAX, f64::min).max(room * 0.3 / (largest - lowest).max(f64::MIN_POSITIVE));
            let unit = if unit < f64::MAX { unit } else { 1.0 };
            (lowest - aside / unit, unit)
        }
    };
    Across { left, right: width, origin, unit }
}

/// The scale of a calendar, drawn together as far as words need room that fit on neither side of their bar.
fn with_words(chart: &Chart, (origin, widest): (f64, f64), room: f64, beside: bool) -> f64 {
    let mut unit = widest;
    let ends =
        |bar: &Bar| (bar.low.or(bar.high).unwrap_or(origin) - origin, bar.high.or(bar.low).unwrap_or(origin) - origin);
    // What is drawn together takes room from words on the left, too.
    for _ in 0..3 {
        for bar in chart.bars() {
            let (low, high) = ends(bar);
            let open = if bar.high.is_none() { OPEN + 4.0 } else { 0.0 };
            let words = f64::from(written(bar, beside) + open + 12.0);
            if high * unit + words > room && low * unit < words {
                unit = ((room - words) / high.max(1.0)).max(widest * 0.35).min(unit);
            }
        }
    }
    unit
}

/// Draws one bar with its words and gives the height it took.
fn row(scene: &mut Scene, across: &Across, chart: &Chart, bar: &Bar, y: f32, beside: bool) -> f32 {
    let mut lines = wrap(&bar.label, WORDS, across.left - GAP, 2);
    let below = !beside && !bar.remark.is_empty();
    let rows = lines.len() + usize::from(below);
    let height = (rows as f32 * WORDS * 1.2 + 9.0).max(if bar.before.is_empty() { 23.0 } else { 28.0 });
    let middle = y + height / 2.0;
    let days = matches!(chart.scale, Scale::Days);
    let end = match (days, bar.falls) {
        (true, _) => span(scene, across, bar, middle),
        (false, false) => amount(scene, across, bar, middle),
        (false, true) => {
            amount(scene, across, bar, middle);
            across.x(0.0)
        }
    };
    let name_at = middle - if below { WORDS * 0.6 } else { 0.0 };
    if lines.is_empty() {
        lines.push(bar.value.clone());
    }
    block(scene, lines, 0.0, name_at, Align::Start, bar.datum);
    if below {
        let at = [0.0, middle + (rows as f32 - 1.0) * WORDS * 0.6];
        scene.label(at, Align::Start, SMALL, Ink::Soft, bar.remark.clone(), bar.datum);
    }
    words_at_end(scene, across, bar, [end, middle], beside);
    scene.marks.push(Mark {
        rect: Rect::new(0.0, y, across.right, height),
        datum: bar.datum,
        name: bar.spoken(),
        says: bar.says.clone(),
        along: None,
    });
    height
}

/// Writes the amount and the remark after the end of a bar, or before its start where the drawing ends.
fn words_at_end(scene: &mut Scene, across: &Across, bar: &Bar, [end, y]: [f32; 2], beside: bool) {
    let width = written(bar, beside);
    let x = if end + 6.0 + width > across.right {
        // Only a chart of days has no room kept at the end.
        (across.x(bar.low.unwrap_or(0.0)) - 6.0 - width).max(across.left)
    } else {
        end + 6.0
    };
    scene.label([x, y], Align::Start, WORDS, Ink::Text, bar.value.clone(), bar.datum);
    if beside && !bar.remark.is_empty() {
        let x = x + text_width(&bar.value, WORDS) + if bar.value.is_empty() { 0.0 } else { GAP };
        scene.label([x, y], Align::Start, SMALL, Ink::Soft, bar.remark.clone(), bar.datum);
    }
}

/// The paint of a bar's certain part.
pub(super) const fn paint(fill: Fill) -> Paint {
    match fill {
        Fill::Solid => Paint::Solid,
        Fill::Hatched => Paint::Hatched,
        Fill::Hollow => Paint::Hollow,
    }
}

/// The paint of all below an upper bound.
pub(super) const fn below(fill: Fill) -> Paint {
    match fill {
        Fill::Solid => Paint::Band,
        Fill::Hatched => Paint::Hatched,
        Fill::Hollow => Paint::Hollow,
    }
}

/// Draws a bar from zero, falls to the left, and gives where it ends.
fn amount(scene: &mut Scene, across: &Across, bar: &Bar, middle: f32) -> f32 {
    let top = middle - BAR / 2.0 - if bar.before.is_empty() { 0.0 } else { 2.5 };
    let way = if bar.falls { -1.0 } else { 1.0 };
    let x = |value: f64| across.x(value * f64::from(way));
    let part = |from: f64, to: f64| Rect::new(x(from).min(x(to)), top, (x(to) - x(from)).abs(), BAR);
    let mut end = x(bar.extent());
    match (bar.low, bar.high) {
        (Some(low), Some(high)) => {
            scene.fill(part(0.0, low), paint(bar.fill), bar.datum);
            scene.fill(part(low, high), Paint::Band, bar.datum);
        }
        (Some(low), None) => {
            scene.fill(part(0.0, low), paint(bar.fill), bar.datum);
            let from = x(low);
            for y in [top + 0.5, top + BAR - 0.5] {
                scene.dashes([from, y], [from + way * (OPEN - 6.0), y], bar.datum);
            }
            let y = top + BAR / 2.0;
            scene.arrow([from + way * 2.0, y], [from + way * OPEN, y], bar.datum);
            end = end.max(from + OPEN);
        }
        (None, Some(high)) => {
            scene.fill(part(0.0, high), below(bar.fill), bar.datum);
            let x = x(high) - if bar.falls { 0.0 } else { 2.0 };
            scene.fill(Rect::new(x, top - 2.0, 2.0, BAR + 4.0), Paint::Solid, bar.datum);
        }
        (None, None) => {}
    }
    // The way it came: an arrow below the bar, from each earlier amount to the next.
    let y = top + BAR + 5.0;
    for (i, &from) in bar.before.iter().enumerate() {
        let to = bar.before.get(i + 1).copied().unwrap_or(bar.reach());
        let (from, to) = (x(from), x(to));
        scene.arrow([from, y], [to, y], bar.datum);
        scene.fill(Rect::new(from - 1.0, y - 4.0, 2.0, 8.0), Paint::Solid, bar.datum);
    }
    end
}

/// Draws a stretch of days, open ends faded, and gives where it ends.
fn span(scene: &mut Scene, across: &Across, bar: &Bar, middle: f32) -> f32 {
    let top = middle - 4.0;
    match (bar.low, bar.high) {
        (Some(low), Some(high)) => {
            let (from, to) = (across.x(low), across.x(high));
            let wide = (to - from).max(4.0);
            let soft = bar.soft && bar.fill == Fill::Solid;
            // Where it begins and ends the words leave open.
            let ends = if soft { wide * 0.3 } else { 0.0 };
            scene.fill(Rect::new(from + ends, top, wide - 2.0 * ends, 8.0), paint(bar.fill), bar.datum);
            if soft {
                for x in [from, from + wide - ends] {
                    scene.fill(Rect::new(x, top + 2.0, ends, 4.0), Paint::Band, bar.datum);
                }
            }
            from + wide
        }
        (Some(low), None) => {
            let from = across.x(low);
            scene.fill(Rect::new(from, top, 4.0, 8.0), paint(bar.fill), bar.datum);
            scene.arrow([from + 4.0, middle], [from + 4.0 + OPEN, middle], bar.datum);
            from + 4.0 + OPEN
        }
        (None, Some(high)) => {
            let to = across.x(high);
            scene.fill(Rect::new(to - 4.0, top, 4.0, 8.0), paint(bar.fill), bar.datum);
            scene.arrow([to - 4.0, middle], [to - 4.0 - OPEN, middle], bar.datum);
            to
        }
        (None, None) => across.left,
    }
}

/// Draws grid lines behind the bars and the ticks below them.
fn axis(scene: &mut Scene, across: &Across, chart: &Chart, top: f32, bottom: f32, ground: usize) {
    let ticks: Vec<(f64, String)> = match chart.scale {
        Scale::Days => {
            let to = across.origin + f64::from(across.right - across.left) / across.unit;
            ticks::days(across.origin, to, as_many(across.right - across.left, 50.0))
        }
        Scale::Amount { divisor } => {
            let (lowest, largest) = ends(chart);
            let longer = largest.max(-lowest);
            let widest = text_width(&ticks::amount(longer, divisor), SMALL);
            let room = (across.x(longer) - across.x(0.0)).max(across.x(0.0) - across.x(-longer));
            let most = as_many(room, widest.max(12.0) + 14.0);
            let steps = ticks::amounts(longer, most);
            let falls = steps.iter().skip(1).filter(|v| **v <= -lowest * 1.000_001).map(|v| -v).rev();
            let rises = steps.iter().copied().filter(|v| *v <= largest * 1.000_001);
            falls.chain(rises).map(|v| (v, ticks::amount(v, divisor))).collect()
        }
    };
    let values = ticks.iter().map(|(value, _)| *value).collect();
    let mut behind = Scene::default();
    for (value, words) in ticks {
        let x = across.x(value);
        behind.line([x, top], [x, bottom], if value == 0.0 { Ink::Axis } else { Ink::Grid });
        let half = text_width(&words, SMALL) / 2.0;
        let at = x.min(across.right - half);
        scene.words([at, bottom + 10.0], Align::Middle, SMALL, Ink::Soft, words);
    }
    scene.shapes.splice(ground..ground, behind.shapes);
    scene.to_scale = Some(ToScale {
        rect: Rect::new(across.left, top, across.right - across.left, bottom - top),
        direction: Direction::Rows,
        ends: [across.origin, across.origin + f64::from(across.right - across.left) / across.unit],
        ticks: values,
    });
}

/// How many ticks have room, two at least.
fn as_many(room: f32, each: f32) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number of ticks")]
    let most = (room / each).max(2.0) as usize;
    most
}
