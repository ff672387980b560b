//! Bars side by side: amounts above each bar, periods below, the axis to the left. An open bound is an open top.

use super::rows::{below, paint};
use super::{OPEN, SMALL, WORDS};
use crate::chart::scene::wrap;
use crate::chart::{Align, Bar, Chart, Direction, Ink, Mark, Paint, Rect, Scale, Scene, ToScale, text_width, ticks};

/// Height of the plot without the words.
const PLOT: f32 = 132.0;
/// The least width of a bar with its words.
const SLOT: f32 = 50.0;
/// Between two groups, in bars.
const APART: f32 = 0.12;

/// The divisor of a chart's scale.
const fn divisor(chart: &Chart) -> f64 {
    match chart.scale {
        Scale::Amount { divisor } => divisor,
        Scale::Days => 1.0,
    }
}

/// Width of the axis with its ticks.
fn margin(chart: &Chart) -> f32 {
    let largest = chart.bars().map(Bar::extent).fold(0.0, f64::max);
    let ticks = ticks::amounts(largest, 4).into_iter().map(|v| text_width(&ticks::amount(v, divisor(chart)), SMALL));
    ticks.fold(0.0, f32::max) + 8.0
}

/// How many bars wide a chart is, the gaps between its groups included.
fn slots(chart: &Chart) -> f32 {
    chart.groups.iter().map(|g| g.bars.len() as f32 + APART).sum()
}

/// Whether every bar has room for its words.
pub(super) fn fits(chart: &Chart, width: f32) -> bool {
    let slot = (width - margin(chart)) / slots(chart).max(1.0);
    // A single bar needs no axis of time.
    chart.bars().nth(1).is_some() && slot >= SLOT && chart.bars().all(|b| text_width(&b.value, WORDS) <= slot * 1.1)
}

/// Places a chart of columns.
pub(super) fn place(chart: &Chart, width: f32) -> Scene {
    let mut scene = Scene { width, ..Scene::default() };
    let left = margin(chart);
    let slot = ((width - left) / slots(chart).max(1.0)).min(120.0);
    let largest = chart.bars().map(Bar::extent).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    // Above the bars: the unit, then amount, remark and open top of the highest.
    let head = 18.0 + WORDS * 1.2 + SMALL * 1.2 + OPEN + 6.0;
    let bottom = head + PLOT;
    #[expect(clippy::cast_possible_truncation, reason = "a place on the drawing, between its ends")]
    let y_of = |value: f64| bottom - ((value / largest) as f32).clamp(0.0, 1.0) * PLOT;
    scene.words([0.0, 7.0], Align::Start, SMALL, Ink::Soft, chart.unit.as_str());
    for value in ticks::amounts(largest, 4) {
        let y = y_of(value);
        scene.line([left, y], [width, y], if value == 0.0 { Ink::Axis } else { Ink::Grid });
        scene.words([left - 6.0, y], Align::End, SMALL, Ink::Soft, ticks::amount(value, divisor(chart)));
    }
    scene.to_scale = Some(ToScale {
        rect: Rect::new(left, bottom - PLOT, width - left, PLOT),
        direction: Direction::Columns,
        ends: [0.0, largest],
        ticks: ticks::amounts(largest, 4),
    });
    let periods: Vec<Vec<String>> =
        chart.groups.iter().map(|g| wrap(&g.label, WORDS, (g.bars.len() as f32 + APART) * slot - 4.0, 3)).collect();
    // The names of all bars stand in line below the longest period.
    let names_at = bottom + 14.0 + WORDS * 1.25 * periods.iter().map(Vec::len).max().unwrap_or(0) as f32;
    let mut deepest = names_at - WORDS * 0.4;
    let mut x = left + slot * APART / 2.0;
    for (group, period) in chart.groups.iter().zip(periods) {
        let wide = group.bars.len() as f32 * slot;
        for (row, line) in period.into_iter().enumerate() {
            let y = bottom + 12.0 + row as f32 * WORDS * 1.25;
            scene.words([x + wide / 2.0, y], Align::Middle, WORDS, Ink::Text, line);
        }
        for (i, bar) in group.bars.iter().enumerate() {
            let centre = x + (i as f32 + 0.5) * slot;
            column(&mut scene, bar, Rect::new(centre - slot * 0.36, 0.0, slot * 0.72, bottom), &y_of);
            if let Some(mark) = scene.marks.last_mut().filter(|_| !group.label.is_empty()) {
                mark.name = format!("{}, {}", group.label, mark.name);
            }
            // What the title says of all bars need not stand below each.
            let name = if chart.title.contains(&bar.label) { Vec::new() } else { wrap(&bar.label, SMALL, slot, 3) };
            for (row, line) in name.into_iter().enumerate() {
                let y = names_at + row as f32 * SMALL * 1.25;
                scene.label([centre, y], Align::Middle, SMALL, Ink::Soft, line, bar.datum);
                deepest = deepest.max(y + SMALL * 0.8);
            }
        }
        x += wide + slot * APART;
    }
    scene.height = deepest + 2.0;
    scene
}

/// Draws one bar with its words above. `rect` gives its sides and its foot.
fn column(scene: &mut Scene, bar: &Bar, rect: Rect, y_of: &impl Fn(f64) -> f32) {
    let foot = rect.height;
    let part = |from: f64, to: f64| Rect::new(rect.x, y_of(to), rect.width, y_of(from) - y_of(to));
    let centre = rect.x + rect.width / 2.0;
    let mut top = y_of(bar.extent());
    match (bar.low, bar.high) {
        (Some(low), Some(high)) => {
            scene.fill(part(0.0, low), paint(bar.fill), bar.datum);
            scene.fill(part(low, high), Paint::Band, bar.datum);
        }
        (Some(low), None) => {
            scene.fill(part(0.0, low), paint(bar.fill), bar.datum);
            let from = y_of(low);
            for x in [rect.x + 0.5, rect.x + rect.width - 0.5] {
                scene.dashes([x, from], [x, from - OPEN + 5.0], bar.datum);
            }
            scene.arrow([centre, from - 2.0], [centre, from - OPEN], bar.datum);
            top = top.min(from - OPEN);
        }
        (None, Some(high)) => {
            scene.fill(part(0.0, high), below(bar.fill), bar.datum);
            scene.fill(Rect::new(rect.x - 2.0, y_of(high), rect.width + 4.0, 2.0), Paint::Solid, bar.datum);
        }
        (None, None) => {}
    }
    let mut y = top - 4.0;
    if !bar.remark.is_empty() {
        y -= SMALL * 0.6;
        let words = wrap(&bar.remark, SMALL, rect.width * 1.38, 1).concat();
        scene.label([centre, y], Align::Middle, SMALL, Ink::Soft, words, bar.datum);
        y -= SMALL * 0.6;
    }
    scene.label([centre, y - WORDS * 0.6], Align::Middle, WORDS, Ink::Text, bar.value.clone(), bar.datum);
    let top = y - WORDS * 1.2;
    scene.marks.push(Mark {
        rect: Rect::new(rect.x, top, rect.width, foot - top),
        datum: bar.datum,
        name: bar.spoken(),
        says: bar.says.clone(),
        along: None,
    });
}
