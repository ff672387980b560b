//! Places the bars of a chart: [`scene`] for the window, [`framed`] with title and source for a file.

mod columns;
mod rows;
mod steps;

use super::scene::wrap;
use super::{Align, Chart, Direction, Ink, Scene};

/// Size of the words of a chart.
pub(super) const WORDS: f32 = 12.0;
/// Size of ticks, remarks and notes.
pub(super) const SMALL: f32 = 10.5;
/// Length of the open end of a bar.
pub(super) const OPEN: f32 = 18.0;

/// The chart without its title, as wide as there is room.
pub fn scene(chart: &Chart, width: f32) -> Scene {
    let width = width.max(160.0);
    let mut scene = match chart.direction {
        Direction::Columns if columns::fits(chart, width) => columns::place(chart, width),
        Direction::Steps if steps::fits(chart, width) => steps::place(chart, width),
        _ => rows::place(chart, width),
    };
    for note in &chart.notes {
        scene.height += 3.0;
        scene.note(note, SMALL);
    }
    scene
}

/// The drawing with its title above and its source below.
pub fn framed(mut scene: Scene, title: &str, source: &str) -> Scene {
    let lines = wrap(title, 16.0, scene.width, 3);
    scene.lower(lines.len() as f32 * 21.0 + 8.0);
    for (i, line) in lines.into_iter().enumerate() {
        scene.heading([0.0, 12.0 + i as f32 * 21.0], 16.0, line);
    }
    scene.height += 8.0;
    let y = scene.height;
    scene.line([0.0, y], [scene.width, y], Ink::Grid);
    scene.height += 4.0;
    scene.note(source, SMALL);
    scene.height += 4.0;
    scene
}

/// Words in lines one below the other, the block centred on `y`.
fn block(scene: &mut Scene, lines: Vec<String>, x: f32, y: f32, align: Align, datum: super::Datum) {
    let first = y - (lines.len() as f32 - 1.0) * WORDS * 0.6;
    for (i, line) in lines.into_iter().enumerate() {
        scene.label([x, first + i as f32 * WORDS * 1.2], align, WORDS, Ink::Text, line, datum);
    }
}
