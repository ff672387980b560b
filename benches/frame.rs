//! How long a frame of the article takes: 200 kB with 5,000 marks, at rest, while scrolling and while resizing.
//!
//! Prints the median and the 99th percentile of the time that the window's own code takes, without painting. A frame
//! at 60 Hz has 16 ms; the aim is a median of 2 ms and 8 ms in the worst case of a hundred.

use egui::{Context, Event, Pos2, RawInput, Rect, Vec2};
use readout::record::{Certainty, Entity, EntityId, EntityKind, Mention, Record};
use readout::text::{Span, Text};
use readout::ui::article::ArticleView;
use readout::ui::theme::Theme;
use readout::ui::{ArticleId, Cx, OpenArticle, Session};
use std::sync::Arc;
use std::time::Instant;

const BYTES: usize = 200_000;
const MARKS: usize = 5_000;
const FRAMES: u16 = 400;

fn main() {
    let article = article();
    let context = Context::default();
    readout::ui::fonts::install(&context);
    readout::ui::theme::install(&context);
    let mut view = ArticleView::default();
    let first = frame(&context, &mut view, &article, 900.0, 0.0);
    report("first", &mut [first]);
    // Until everything is laid out in idle time.
    let mut idle: Vec<f64> = (0..FRAMES).map(|_| frame(&context, &mut view, &article, 900.0, 0.0)).collect();
    report("idle layout, then rest", &mut idle);
    let mut scroll: Vec<f64> = (0..FRAMES).map(|_| frame(&context, &mut view, &article, 900.0, -120.0)).collect();
    report("scrolling", &mut scroll);
    let wide = |i: u16| 480.0 + f32::from(i % 180);
    let mut resize: Vec<f64> = (0..FRAMES).map(|i| frame(&context, &mut view, &article, wide(i), 0.0)).collect();
    report("resizing", &mut resize);
}

/// Draws one frame and returns the milliseconds it took.
fn frame(context: &Context, view: &mut ArticleView, article: &OpenArticle, width: f32, scroll: f32) -> f64 {
    let size = Vec2::new(width, 900.0);
    let mut events = vec![Event::PointerMoved(Pos2::new(width / 2.0, 450.0))];
    if scroll != 0.0 {
        events.push(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: Vec2::new(0.0, scroll),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
            source: egui::MouseWheelSource::Unknown,
        });
    }
    let input = RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)), events, ..RawInput::default() };
    let session = Session::default();
    let across = readout::extract::link::across::Across::default();
    let theme = &Theme::LIGHT;
    let cx = Cx { articles: &[], article: Some(article), across: &across, session: &session, lists: &[], theme };
    let start = Instant::now();
    let output = context.run_ui(input, |ui| view.ui(&cx, ui, &mut Vec::new()));
    let took = start.elapsed().as_secs_f64() * 1e3;
    output.drop_without_applying_deltas();
    took
}

fn article() -> OpenArticle {
    let sentence =
        "The ministry in Oslo said on Monday that exports of salmon to Seoul would rise by a third this year. ";
    let paragraph = format!("{}\n\n", sentence.repeat(6));
    let text = Text::new(paragraph.repeat(BYTES / paragraph.len()));
    let every = text.tokens().len() / MARKS;
    let mentions = text.tokens().iter().step_by(every).map(|token| Mention {
        span: Span::new(token.span.start, token.span.end),
        kind: EntityKind::Place,
        entity: Some(EntityId(1)),
        stands_for: None,
        certainty: Certainty::Sure,
        because: String::new(),
    });
    let entity = Entity {
        id: EntityId(1),
        kind: EntityKind::Place,
        name: "Oslo".to_owned(),
        roles: Vec::new(),
        aliases: Vec::new(),
    };
    let record = Record { entities: vec![entity], mentions: mentions.collect(), ..Record::default() };
    OpenArticle {
        id: ArticleId(1),
        title: Some("A long article".to_owned()),
        source: "bench".to_owned(),
        published: None,
        text: Arc::new(text),
        record: Arc::new(record),
        log: Vec::new(),
        notes: Vec::new(),
        revision: 1,
    }
}

#[expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
fn report(what: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let at = |part: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "an index between 0 and the length"
        )]
        let i = (times.len() as f64 * part) as usize;
        times[i.min(times.len() - 1)]
    };
    println!("{what:24} median {:7.2} ms   p99 {:7.2} ms   ({} frames)", at(0.5), at(0.99), times.len());
}
