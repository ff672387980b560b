//! How long a frame of the article takes: 200 kB with 5,000 marks, at rest, while scrolling, while a selection is
//! dragged and while the window is resized; and how long until a click is answered.
//!
//! Prints the median and the 99th percentile of the time that the window's own code takes, without painting. A frame
//! at 60 Hz has 16 ms; the aim is a median of 2 ms and 8 ms in the worst case of a hundred. At rest, no frame may be
//! asked for.

use egui::{Context, Event, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, Vec2, ViewportId, pos2};
use readout::extract::link::across::Across;
use readout::record::{Certainty, Entity, EntityId, EntityKind, Mention, Record};
use readout::text::{Span, Text};
use readout::ui::article::ArticleView;
use readout::ui::theme::Theme;
use readout::ui::{ArticleId, Cx, Intent, OpenArticle, Selection, Session, SessionChange, Work};
use std::sync::Arc;
use std::time::{Duration, Instant};

const BYTES: usize = 200_000;
const MARKS: usize = 5_000;
const FRAMES: u16 = 400;

/// The article view with what a program around it does: it keeps what was selected.
struct Stage {
    context: Context,
    view: ArticleView,
    article: OpenArticle,
    session: Session,
    width: f32,
    /// How soon the last frame wanted another one.
    again: Duration,
}

impl Stage {
    /// Draws one frame after some events and returns the milliseconds it took.
    fn frame(&mut self, events: Vec<Event>) -> f64 {
        let size = Vec2::new(self.width, 900.0);
        let input =
            RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)), events, ..RawInput::default() };
        let across = Across::default();
        let cx = Cx {
            articles: &[],
            article: Some(&self.article),
            across: &across,
            work: &Work::default(),
            session: &self.session,
            lists: &[],
            theme: &Theme::LIGHT,
        };
        let (view, mut out) = (&mut self.view, Vec::new());
        let start = Instant::now();
        let output = self.context.run_ui(input, |ui| view.ui(&cx, ui, &mut out));
        let took = start.elapsed().as_secs_f64() * 1e3;
        self.again = output.viewport_output.get(&ViewportId::ROOT).map_or(Duration::MAX, |root| root.repaint_delay);
        output.drop_without_applying_deltas();
        for intent in out {
            match intent {
                Intent::Session(SessionChange::Select(what)) => self.session.selection = what,
                Intent::Session(SessionChange::Passage(words)) => self.session.passage = words,
                Intent::Session(SessionChange::Hover(what)) => self.session.hover = what,
                _ => {}
            }
        }
        took
    }

    fn frames(&mut self, what: &str, mut events: impl FnMut(&mut Self, u16) -> Vec<Event>) {
        let mut times = Vec::new();
        for i in 0..FRAMES {
            let events = events(self, i);
            times.push(self.frame(events));
        }
        report(what, &mut times);
    }
}

fn main() {
    let context = Context::default();
    readout::ui::fonts::install(&context);
    readout::ui::theme::install(&context);
    let (view, session) = (ArticleView::default(), Session::default());
    let mut stage = Stage { context, view, article: article(), session, width: 900.0, again: Duration::ZERO };
    let middle = pos2(450.0, 450.0);
    let first = stage.frame(vec![Event::PointerMoved(middle)]);
    report("first", &mut [first]);
    stage.frames("idle layout, then rest", |_, _| Vec::new());
    say("asks for no frame at rest", stage.again > Duration::from_mins(1));
    stage.frames("scrolling", |_, _| vec![Event::PointerMoved(middle), wheel(-120.0)]);
    let mut took = 0.0;
    let mut asked = 0;
    // Across the lines until a mark is hit: every fourth word or so is one.
    while stage.session.selection == Selection::None && asked < 40 {
        let at = pos2(300.0 + 7.0 * asked as f32, 450.0);
        took = stage.frame(vec![Event::PointerMoved(at), button(at, true)]) + stage.frame(vec![button(at, false)]);
        took += stage.frame(Vec::new());
        asked += 1;
    }
    say("a click selects a mark", stage.session.selection != Selection::None);
    report("click until it is lit", &mut [took]);
    stage.frames("scrolling, 5,000 lit", |_, _| vec![Event::PointerMoved(middle), wheel(120.0)]);
    stage.frame(vec![Event::PointerMoved(middle), button(middle, true)]);
    stage.frames("dragging a selection", |_, i| {
        vec![Event::PointerMoved(pos2(200.0 + f32::from(i), 100.0 + f32::from(i) * 1.9))]
    });
    say("a passage is selected", stage.session.passage.is_some());
    stage.frame(vec![button(middle, false)]);
    stage.frames("resizing", |stage, i| {
        stage.width = 480.0 + f32::from(i % 180);
        Vec::new()
    });
}

fn wheel(by: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: Vec2::new(0.0, by),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Unknown,
    }
}

fn button(at: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
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
        courses: [].into(),
        revision: 1,
    }
}

/// Says whether something holds that the times rest on.
#[expect(clippy::print_stdout, reason = "a benchmark prints what it found")]
fn say(what: &str, holds: bool) {
    println!("{what:28} {}", if holds { "yes" } else { "NO" });
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
    println!("{what:28} median {:7.2} ms   p99 {:7.2} ms   ({} frames)", at(0.5), at(0.99), times.len());
}
