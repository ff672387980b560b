//! A drawing as plain shapes with places but without colours, so that the window and a file draw the same.

use super::{Datum, Direction};
use crate::record::EntityId;

/// A box; y grows downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Rect {
    /// A box by its upper left corner and its size.
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// The lines that hatch it, at 45 degrees and `gap` apart.
    pub fn hatching(self, gap: f32) -> Vec<[[f32; 2]; 2]> {
        let mut lines = Vec::new();
        let mut start = gap / 2.0;
        while start < self.width + self.height {
            // A line leaves the upper edge or, past it, the right edge, and goes down to the left.
            let from = [start.min(self.width), (start - self.width).max(0.0)];
            let to = [(start - self.height).max(0.0), start.min(self.height)];
            lines.push([[self.x + from[0], self.y + from[1]], [self.x + to[0], self.y + to[1]]]);
            start += gap;
        }
        lines
    }
}

/// What a line or a word is for; a theme gives it a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Words to read first.
    Text,
    /// Words and lines of second rank.
    Soft,
    /// Ticks and base lines.
    Axis,
    /// Lines behind the bars.
    Grid,
    /// What shows data.
    Mark,
    /// Data of second rank: links between dots, ticks of mentions.
    Faint,
}

/// How a box is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// A fact.
    Solid,
    /// A promise.
    Hatched,
    /// A possibility or a refusal: a broken outline.
    Hollow,
    /// The stretch between the two ends of a range, or all below an upper bound.
    Band,
    /// The ground, laid over lines so that the words on it can be read.
    Ground,
}

/// On which side of their place words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// They begin there.
    Start,
    /// They are centred on it.
    Middle,
    /// They end there.
    End,
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A straight line.
    Line {
        /// Where it begins.
        from: [f32; 2],
        /// Where it ends.
        to: [f32; 2],
        /// Its thickness.
        width: f32,
        /// Whether it is broken.
        dashed: bool,
        /// Whether it ends in an arrow head.
        arrow: bool,
        /// What it is for.
        ink: Ink,
        /// What it shows.
        datum: Option<Datum>,
    },
    /// A straight line between two entities.
    Link {
        /// Where it begins.
        from: [f32; 2],
        /// Where it ends.
        to: [f32; 2],
        /// Its thickness.
        width: f32,
        /// Whom it links.
        ends: [EntityId; 2],
    },
    /// A filled box.
    Box {
        /// Where.
        rect: Rect,
        /// How it is filled.
        paint: Paint,
        /// What it shows.
        datum: Option<Datum>,
    },
    /// A filled circle.
    Dot {
        /// Its centre.
        at: [f32; 2],
        /// Its radius.
        radius: f32,
        /// What it shows.
        datum: Option<Datum>,
    },
    /// Words in one line.
    Words {
        /// Where, by `align` across and by their middle down.
        at: [f32; 2],
        /// On which side of the place.
        align: Align,
        /// Their size.
        size: f32,
        /// Whether they stand out.
        strong: bool,
        /// What they are for.
        ink: Ink,
        /// The words.
        words: String,
        /// What they name.
        datum: Option<Datum>,
    },
}

impl Shape {
    /// How far the shape reaches up and down, to leave out what is not in sight.
    pub fn reach(&self) -> (f32, f32) {
        match self {
            // Arrow heads and thick lines stand out a little.
            Self::Line { from, to, .. } | Self::Link { from, to, .. } => {
                (from[1].min(to[1]) - 4.0, from[1].max(to[1]) + 4.0)
            }
            Self::Box { rect, .. } => (rect.y, rect.y + rect.height),
            Self::Dot { at, radius, .. } => (at[1] - radius, at[1] + radius),
            Self::Words { at, size, .. } => (at[1] - size, at[1] + size),
        }
    }
}

/// A place that leads somewhere: what a pointer, a key or a screen reader meets.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where.
    pub rect: Rect,
    /// What it shows.
    pub datum: Datum,
    /// It in a few words: "soybeans: ≥ 25, promised".
    pub name: String,
    /// The sentence that says it; empty where there is none.
    pub says: String,
    /// The line that it stands for, which a pointer may meet anywhere; a table tells the same by key.
    pub along: Option<[[f32; 2]; 2]>,
}

/// The part of a drawing in which values lie to scale along one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct ToScale {
    /// Where.
    pub rect: Rect,
    /// Rows have their values across, columns have them upwards.
    pub direction: Direction,
    /// The values at the two ends of the axis.
    pub ends: [f64; 2],
    /// Where the axis has its grid lines.
    pub ticks: Vec<f64>,
}

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// What to draw, in order.
    pub shapes: Vec<Shape>,
    /// What leads somewhere, in order.
    pub marks: Vec<Mark>,
    /// The part that is to scale, in a drawing of bars.
    pub to_scale: Option<ToScale>,
}

impl Scene {
    /// Adds a thin line.
    pub(super) fn line(&mut self, from: [f32; 2], to: [f32; 2], ink: Ink) {
        self.shapes.push(Shape::Line { from, to, width: 1.0, dashed: false, arrow: false, ink, datum: None });
    }

    /// Adds an arrow that shows data.
    pub(super) fn arrow(&mut self, from: [f32; 2], to: [f32; 2], datum: Datum) {
        let datum = Some(datum);
        self.shapes.push(Shape::Line { from, to, width: 1.5, dashed: false, arrow: true, ink: Ink::Mark, datum });
    }

    /// Adds a broken line that shows data.
    pub(super) fn dashes(&mut self, from: [f32; 2], to: [f32; 2], datum: Datum) {
        let datum = Some(datum);
        self.shapes.push(Shape::Line { from, to, width: 1.0, dashed: true, arrow: false, ink: Ink::Mark, datum });
    }

    /// Adds a box that shows data; one of no width or height is left out.
    pub(super) fn fill(&mut self, rect: Rect, paint: Paint, datum: Datum) {
        if rect.width > 0.0 && rect.height > 0.0 {
            self.shapes.push(Shape::Box { rect, paint, datum: Some(datum) });
        }
    }

    /// Adds words that name nothing.
    pub(super) fn words(&mut self, at: [f32; 2], align: Align, size: f32, ink: Ink, words: impl Into<String>) {
        self.shapes.push(Shape::Words { at, align, size, strong: false, ink, words: words.into(), datum: None });
    }

    /// Adds words that stand out.
    pub(super) fn heading(&mut self, at: [f32; 2], size: f32, words: impl Into<String>) {
        let (align, ink) = (Align::Start, Ink::Text);
        self.shapes.push(Shape::Words { at, align, size, strong: true, ink, words: words.into(), datum: None });
    }

    /// Adds words that name a datum.
    pub(super) fn label(&mut self, at: [f32; 2], align: Align, size: f32, ink: Ink, words: String, datum: Datum) {
        self.shapes.push(Shape::Words { at, align, size, strong: false, ink, words, datum: Some(datum) });
    }

    /// Adds a paragraph of soft words at the foot.
    pub(super) fn note(&mut self, words: &str, size: f32) {
        for line in wrap(words, size, self.width, usize::MAX) {
            self.height += size * 1.45;
            self.words([0.0, self.height - size * 0.7], Align::Start, size, Ink::Soft, line);
        }
    }

    /// Moves everything down.
    pub(super) fn lower(&mut self, by: f32) {
        if let Some(part) = &mut self.to_scale {
            part.rect.y += by;
        }
        for shape in &mut self.shapes {
            match shape {
                Shape::Line { from, to, .. } | Shape::Link { from, to, .. } => {
                    from[1] += by;
                    to[1] += by;
                }
                Shape::Box { rect, .. } => rect.y += by,
                Shape::Dot { at, .. } | Shape::Words { at, .. } => at[1] += by,
            }
        }
        for mark in &mut self.marks {
            mark.rect.y += by;
            mark.along.iter_mut().flatten().for_each(|end| end[1] += by);
        }
        self.height += by;
    }
}

/// About how wide words are in a sans serif face: enough to keep labels apart, and the same on every machine.
pub fn text_width(words: &str, size: f32) -> f32 {
    let ems: f32 = words
        .chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '‘' | '’' => 0.27,
            ' ' | 'I' => 0.29,
            'f' | 't' | 'r' | '(' | ')' | '/' | '-' => 0.38,
            'm' | 'M' | 'w' | 'W' | '%' | '@' | '—' => 0.88,
            'A'..='Z' => 0.69,
            '0'..='9' | '≥' | '≤' | '≈' | '<' | '>' | '$' | '€' | '£' => 0.63,
            c if c.is_ascii() => 0.57,
            // Letters beyond ASCII may be as wide as they are high.
            c if c.is_alphabetic() && u32::from(c) < 0x2000 => 0.62,
            _ => 1.0,
        })
        .sum();
    ems * size
}

/// Words in lines of at most `width`; what does not fit in `most` lines ends in an ellipsis.
pub(super) fn wrap(words: &str, size: f32, width: f32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if text_width(line, size) + text_width(word, size) + text_width(" ", size) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let cut = lines.len() > most;
    lines.truncate(most);
    let count = lines.len();
    for (i, line) in lines.iter_mut().enumerate() {
        let more = cut && i + 1 == count;
        if more || text_width(line, size) > width {
            shorten(line, size, width, more);
        }
    }
    lines
}

/// Cuts a line so that it fits with an ellipsis.
fn shorten(line: &mut String, size: f32, width: f32, always: bool) {
    if always {
        line.push('…');
    }
    while text_width(line, size) > width && line.chars().count() > 2 {
        if line.ends_with('…') {
            line.pop();
        }
        line.pop();
        while line.ends_with(' ') {
            line.pop();
        }
        line.push('…');
    }
}

#[cfg(test)]
mod tests {
    use super::{Rect, text_width, wrap};

    #[test]
    fn lines_fit() {
        let check = |words: &str, width: f32, most: usize, expected: &[&str]| {
            let lines = wrap(words, 10.0, width, most);
            assert_eq!(lines, expected);
            assert!(lines.iter().all(|l| text_width(l, 10.0) <= width.max(12.0)), "{lines:?}");
        };
        check("Brazilian soybean meal", 200.0, 2, &["Brazilian soybean meal"]);
        check("Brazilian soybean meal", 80.0, 2, &["Brazilian", "soybean meal"]);
        check("Brazilian soybean meal", 60.0, 1, &["Brazilian…"]);
        check("Donaudampfschifffahrt", 50.0, 2, &["Donaud…"]);
        check("", 50.0, 2, &[]);
    }

    #[test]
    fn hatching_stays_inside() {
        let rect = Rect::new(10.0, 20.0, 30.0, 12.0);
        let lines = rect.hatching(5.0);
        assert!(lines.len() > 6);
        for [x, y] in lines.into_iter().flatten() {
            assert!((10.0..=40.0).contains(&x) && (20.0..=32.0).contains(&y), "{x} {y}");
        }
    }
}
