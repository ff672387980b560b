//! A drawing as an SVG file: the same shapes as in the window, on white paper, with the sentence of each mark.

use super::scene::{Align, Ink, Paint, Rect, Scene, Shape};
use std::fmt::Write;

/// Empty paper around the drawing.
const MARGIN: f32 = 20.0;
/// Between the lines of a hatching.
const HATCH: f32 = 5.0;

/// The colours of a drawing on paper, as `#rrggbb`.
const PAPER: &str = "#ffffff";
const MARK: &str = "#0b6e6e";
const BAND: &str = "#a9d3d1";

const fn colour(ink: Ink) -> &'static str {
    match ink {
        Ink::Text => "#1f1d1a",
        Ink::Soft => "#5c5850",
        Ink::Axis => "#8a857b",
        Ink::Grid => "#e4e0d8",
        Ink::Mark => MARK,
        Ink::Faint => "#8fbfbd",
    }
}

/// Writes the drawing; `title` is what a screen reader says first.
pub fn write(scene: &Scene, title: &str) -> String {
    let (width, height) = (scene.width + 2.0 * MARGIN, scene.height + 2.0 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"Inter, 'Helvetica Neue', Arial, sans-serif\" role=\"img\">\n\
         <title>{}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"{PAPER}\"/>\n\
         <g transform=\"translate({MARGIN:.0} {MARGIN:.0})\">\n",
        escape(title)
    );
    for shape in &scene.shapes {
        element(&mut out, shape);
        out.push('\n');
    }
    for mark in scene.marks.iter().filter(|m| !m.says.is_empty()) {
        let says = escape(&format!("{}. {}", mark.name, mark.says));
        // Nothing to see, but the pointer finds it in a browser, and a reader of the file the source of each mark.
        put(&mut out, format_args!("{} fill-opacity=\"0\"><title>{says}</title></rect>\n", open_rect(mark.rect)));
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// Writing to a `String` cannot fail.
fn put(out: &mut String, what: std::fmt::Arguments<'_>) {
    out.write_fmt(what).unwrap_or_default();
}

fn open_rect(r: Rect) -> String {
    format!("<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\"", r.x, r.y, r.width, r.height)
}

fn line(out: &mut String, [x1, y1]: [f32; 2], [x2, y2]: [f32; 2], stroke: &str, width: f32, dashed: bool) {
    let dash = if dashed { " stroke-dasharray=\"3 2\"" } else { "" };
    put(
        out,
        format_args!(
            "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" stroke=\"{stroke}\" \
             stroke-width=\"{width:.1}\"{dash}/>"
        ),
    );
}

fn element(out: &mut String, shape: &Shape) {
    match shape {
        Shape::Line { from, to, width, dashed, arrow, ink, .. } => {
            line(out, *from, *to, colour(*ink), *width, *dashed);
            if *arrow {
                let [a, b] = arrow_head(*from, *to);
                let [tip, a, b] = [*to, a, b].map(|[x, y]| format!("{x:.1},{y:.1}"));
                put(out, format_args!("<polygon points=\"{tip} {a} {b}\" fill=\"{}\"/>", colour(*ink)));
            }
        }
        Shape::Link { from, to, width, .. } => line(out, *from, *to, colour(Ink::Faint), *width, false),
        Shape::Box { rect, paint, .. } => boxed(out, *rect, *paint),
        Shape::Dot { at: [x, y], radius, .. } => {
            put(out, format_args!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"{MARK}\"/>"));
        }
        Shape::Words { at: [x, y], align, size, strong, ink, words, .. } => {
            let anchor = match align {
                Align::Start => "start",
                Align::Middle => "middle",
                Align::End => "end",
            };
            let weight = if *strong { " font-weight=\"600\"" } else { "" };
            put(
                out,
                format_args!(
                    "<text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"{size:.1}\" text-anchor=\"{anchor}\" fill=\"{}\"{weight}>{}</text>",
                    y + size * 0.36,
                    colour(*ink),
                    escape(words)
                ),
            );
        }
    }
}

fn boxed(out: &mut String, rect: Rect, paint: Paint) {
    let open = open_rect(rect);
    match paint {
        Paint::Solid => put(out, format_args!("{open} fill=\"{MARK}\"/>")),
        Paint::Ground => put(out, format_args!("{open} fill=\"{PAPER}\" fill-opacity=\"0.85\"/>")),
        Paint::Band => put(out, format_args!("{open} fill=\"{BAND}\"/>")),
        Paint::Hollow => {
            put(out, format_args!("{open} fill=\"none\" stroke=\"{MARK}\" stroke-dasharray=\"3 2\"/>"));
        }
        Paint::Hatched => {
            put(out, format_args!("{open} fill=\"none\" stroke=\"{MARK}\"/>"));
            for [from, to] in rect.hatching(HATCH) {
                line(out, from, to, MARK, 1.2, false);
            }
        }
    }
}

/// The two corners behind the tip of an arrow.
pub fn arrow_head(from: [f32; 2], to: [f32; 2]) -> [[f32; 2]; 2] {
    let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    let length = dx.hypot(dy).max(0.001);
    let [ux, uy] = [dx / length, dy / length];
    let back = [to[0] - ux * 6.0, to[1] - uy * 6.0];
    [[back[0] - uy * 3.0, back[1] + ux * 3.0], [back[0] + uy * 3.0, back[1] - ux * 3.0]]
}

fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML has no place for other control characters.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::chart::layout::{framed, scene};
    use crate::chart::test::sample;

    #[test]
    fn every_kind_of_mark_is_drawn() {
        let chart = sample();
        let svg = write(&framed(scene(&chart, 600.0), &chart.title, "Source: a test"), &chart.title);
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
        assert!(svg.contains("stroke-dasharray"), "an open top is drawn with broken sides");
        assert!(svg.contains("<polygon"), "and an arrow");
        assert!(svg.contains("<title>2026, oats: ≥ 4.5, promised. It will buy &lt;4.5&gt; &amp; more.</title>"));
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
        assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
    }
}
