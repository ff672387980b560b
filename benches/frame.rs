//! How long a frame takes with 200 kB of text: the article alone with 5,000 marks of one kind, as the row to compare
//! with; then the whole window with 5,000 marks of all kinds, each view in its right column. At rest, while scrolling,
//! while a selection is dragged and while the window is resized; and how long until a click is answered.
//!
//! Prints the median and the 99th percentile of the time that the window's own code takes, without painting. A frame
//! at 60 Hz has 16 ms; the aim is a median of 2 ms and 8 ms in the worst case of a hundred. At rest, no frame may be
//! asked for.

#[path = "../tests/it/window/prose.rs"]
mod prose;

use egui::{
    CentralPanel, Context, Event, Modifiers, MouseWheelUnit, Panel, PointerButton, Pos2, RawInput, Rect, ScrollArea,
    Ui, Vec2, ViewportId, pos2,
};
use readout::extract::link::across::Across;
use readout::extract::{Engine, Hints};
use readout::record::{Certainty, Entity, EntityId, EntityKind, Mention, Record};
use readout::text::{Span, Text};
use readout::ui::article::ArticleView;
use readout::ui::entities::EntityList;
use readout::ui::inspector::Inspector;
use readout::ui::theme::Theme;
use readout::ui::views::{VIEWS, tabs};
use readout::ui::{ArticleId, Cx, Intent, OpenArticle, Selection, Session, SessionChange, View, Work};
use std::sync::Arc;
use std::time::{Duration, Instant};

const BYTES: usize = 200_000;
const MARKS: usize = 5_000;
const FRAMES: u16 = 400;

/// Words without a mark between the made-up news, so that 200 kB hold about as many marks as are asked for.
const FILLER: &str = "\n\nThe talks had been slow, and few of those who took part had thought that anything would come \
    of them. People who had waited outside went home when it began to rain. What was agreed will be written down later, \
    and then it has to be looked at by those who know the law. Nothing of it is easy, as all who have tried it know, \
    and much of it has been tried before. There were days when nobody spoke, and days when everybody did. Some say \
    that this is how it always goes; others that it could have been done sooner, by other people and in another way. \
    Whoever is right, the papers are on the table now.\n\n";

/// The parts of the window with what a program around them does: it keeps what was selected.
struct Stage {
    context: Context,
    view: ArticleView,
    entities: EntityList,
    inspector: Inspector,
    /// What is open in the right column of the whole window; none for the article alone.
    right: Option<&'static View>,
    article: OpenArticle,
    session: Session,
    width: f32,
    /// How soon the last frame wanted another one.
    again: Duration,
}

impl Stage {
    fn new(article: OpenArticle) -> Self {
        let context = Context::default();
        readout::ui::fonts::install(&context);
        readout::ui::theme::install(&context);
        Self {
            context,
            view: ArticleView::default(),
            entities: EntityList::default(),
            inspector: Inspector::default(),
            right: None,
            article,
            session: Session::default(),
            width: 900.0,
            again: Duration::ZERO,
        }
    }

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
        let Self { view, entities, inspector, right, .. } = self;
        let mut out = Vec::new();
        let start = Instant::now();
        let output = self.context.run_ui(input, |ui| match *right {
            Some(right) => whole(&cx, (&mut *view, &mut *entities, &mut *inspector, right), ui, &mut out),
            None => view.ui(&cx, ui, &mut out),
        });
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

    /// Scrolls down at a place, and back up for a while, over and over.
    fn scroll(&mut self, what: &str, at: Pos2) {
        self.frames(what, |_, i| {
            let by = if i % 100 < 70 { -120.0 } else { 120.0 };
            vec![Event::PointerMoved(at), wheel(by)]
        });
    }

    /// Drags a selection over the article from `from` on, or from the first line below it.
    fn drag(&mut self, what: &str, from: Pos2) {
        for n in 0..6 {
            let at = pos2(from.x, from.y + 12.0 * n as f32);
            self.frame(vec![Event::PointerMoved(at), button(at, true)]);
            for by in [20.0, 40.0] {
                self.frame(vec![Event::PointerMoved(at + Vec2::new(by, 0.0))]);
            }
            if self.session.passage.is_some() {
                break;
            }
            self.frame(vec![button(at, false)]);
        }
        self.frames(what, |_, i| {
            vec![Event::PointerMoved(pos2(from.x - 150.0 + f32::from(i) * 0.7, 100.0 + f32::from(i) * 1.9))]
        });
        say("a passage is selected", self.session.passage.is_some());
        self.frame(vec![button(from, false)]);
        self.session.passage = None;
    }

    /// Lets the window come to rest without a pointer.
    fn rest(&mut self, what: &str) {
        self.frame(vec![Event::PointerGone]);
        self.frames(what, |_, _| Vec::new());
        say("asks for no frame at rest", self.again > Duration::from_mins(1));
    }
}

/// Draws the columns of the window, as wide as the program does.
fn whole(
    cx: &Cx<'_>,
    (article, entities, inspector, right): (&mut ArticleView, &mut EntityList, &mut Inspector, &'static View),
    ui: &mut Ui,
    out: &mut Vec<Intent>,
) {
    Panel::left("left").default_size(244.0).show(ui, |ui| entities.ui(cx, ui, out));
    Panel::right("right").default_size(500.0).show(ui, |ui| {
        tabs(cx, ui, out);
        let scroll = ScrollArea::vertical().id_salt(right.id).auto_shrink(false);
        scroll.show(ui, |ui| (right.ui)(cx, ui, out));
    });
    CentralPanel::default().show(ui, |ui| {
        if Inspector::shows(cx) {
            Panel::bottom("inspector").default_size(292.0).show(ui, |ui| inspector.ui(cx, ui, out));
        }
        article.ui(cx, ui, out);
    });
}

fn main() {
    let mut stage = Stage::new(one_kind());
    let middle = pos2(450.0, 450.0);
    let first = stage.frame(vec![Event::PointerMoved(middle)]);
    report("first", &mut [first]);
    stage.frames("idle layout, then rest", |_, _| Vec::new());
    say("asks for no frame at rest", stage.again > Duration::from_mins(1));
    stage.scroll("article alone: scrolling", middle);
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
    stage.scroll("scrolling, 5,000 lit", middle);
    stage.drag("dragging a selection", middle);
    stage.frames("resizing", |stage, i| {
        stage.width = 480.0 + f32::from(i % 180);
        Vec::new()
    });
    let mut stage = Stage::new(all_kinds());
    stage.width = 1600.0;
    count(&stage.article);
    let (middle, side) = (pos2(650.0, 400.0), pos2(1400.0, 500.0));
    for view in VIEWS {
        stage.right = Some(view);
        stage.session.view = view.id;
        let first = stage.frame(vec![Event::PointerMoved(middle)]);
        report(&format!("whole, {}: first", view.title), &mut [first]);
        stage.scroll("  scrolling the article", middle);
        stage.scroll("  scrolling the view", side);
        stage.drag("  dragging a selection", middle);
        stage.rest("  at rest");
    }
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

/// An article in which every fourth word or so names the same place.
fn one_kind() -> OpenArticle {
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
    open(text, record)
}

/// An article of made-up news, read by the engine: names of many, figures, times, quotations and commitments, nested.
fn all_kinds() -> OpenArticle {
    let mut words = String::new();
    for i in 0.. {
        if words.len() > BYTES {
            break;
        }
        let news = prose::article(i);
        words.push_str(news.splitn(3, "---\n").nth(2).unwrap_or_default().trim());
        words.push_str(FILLER);
    }
    let text = Text::new(words);
    let record = Engine::default().extract(&text, &Hints { published: "2025-10-30".parse().ok() });
    open(text, record)
}

fn open(text: Text, record: Record) -> OpenArticle {
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

/// Says how many marks of each kind there are.
#[expect(clippy::print_stdout, reason = "a benchmark prints what it found")]
fn count(article: &OpenArticle) {
    let Record { entities, mentions, figures, times, quotes, commitments } = article.record.as_ref();
    let all = mentions.len() + figures.len() + times.len() + quotes.len() + commitments.len();
    println!(
        "{} kB, {all} marks: {} mentions of {}, {} figures, {} times, {} quotations, {} commitments",
        article.text.as_str().len() / 1000,
        mentions.len(),
        entities.len(),
        figures.len(),
        times.len(),
        quotes.len(),
        commitments.len()
    );
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
