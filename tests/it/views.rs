//! The views of the right column, driven by role and label: with nothing, with one and with many, in both themes.

use egui::accesskit::Role;
use egui::{Key, Theme as Mode};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use readout::export::Format;
use readout::record::{
    Bound, Certainty, Commitment, Entity, EntityId, EntityKind, Figure, FigureKind, Measure, Mention, Quote, QuoteKind,
    Record, Status, Time, TimeKind, Window,
};
use readout::text::{Span, Text};
use readout::ui::theme::{self, Theme};
use readout::ui::views::VIEWS;
use readout::ui::{Cx, Intent, OpenArticle, Selection, Session, SessionChange, fonts};
use readout::workspace::ArticleId;
use std::sync::Arc;

/// What a harness keeps between frames: it does with intents what the program does.
struct State {
    article: Option<OpenArticle>,
    session: Session,
    intents: Vec<Intent>,
}

fn harness(article: Option<OpenArticle>, view: &'static str, mode: Mode) -> Harness<'static, State> {
    let state = State { article, session: Session::default(), intents: Vec::new() };
    let draw = move |ui: &mut egui::Ui, state: &mut State| {
        let mut intents = Vec::new();
        let across = readout::extract::link::across::Across::default();
        let cx = Cx {
            across: &across,
            work: &readout::ui::Work::default(),
            articles: &[],
            article: state.article.as_ref(),
            session: &state.session,
            lists: &[],
            theme: Theme::of(ui.ctx()),
        };
        let view = VIEWS.iter().find(|v| v.id == view).unwrap();
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| (view.ui)(&cx, ui, &mut intents));
        for intent in &intents {
            match intent {
                Intent::Session(SessionChange::Select(what)) => state.session.selection = *what,
                Intent::Session(SessionChange::Hover(what)) => state.session.hover = *what,
                _ => {}
            }
        }
        state.intents.extend(intents);
    };
    Harness::builder()
        .with_size(egui::vec2(420.0, 1000.0))
        .with_theme(mode)
        .with_max_steps(20)
        .with_context_setup(|context| {
            fonts::install(context);
            theme::install(context);
        })
        .build_ui_state(draw, state)
}

/// An article that says `sentence` so many times, each time with one of everything.
fn article(times: usize) -> OpenArticle {
    const SENTENCE: &str = "“We pay,” Ann Lee of Norland said in May 2026: duties of over 25 percent on 3 tonnes. ";
    let text = Text::new(SENTENCE.repeat(times));
    let mut record = Record::default();
    for (id, kind, name) in [(0, EntityKind::Person, "Ann Lee"), (1, EntityKind::Place, "Norland")] {
        let (name, id) = (name.to_owned(), EntityId(id));
        record.entities.push(Entity { id, kind, name, roles: Vec::new(), aliases: Vec::new() });
    }
    for i in 0..times {
        let start = u32::try_from(i * SENTENCE.len()).unwrap();
        let at = |words: &str| {
            let from = start + u32::try_from(SENTENCE.find(words).unwrap()).unwrap();
            Span::new(from, from + u32::try_from(words.len()).unwrap())
        };
        let step = f64::from(u32::try_from(i).unwrap());
        record.figures.push(figure(at("over 25 percent"), i, (Some(25.0 + step), None), "%", Measure::TARIFF_RATE));
        record.figures.push(figure(at("3 tonnes"), i, (Some(3e6), Some(3e6)), "t", Measure::PURCHASE));
        record.times.push(Time {
            value: Some("2026-05".to_owned()),
            from: Some("2026-05-01".to_owned()),
            to: Some("2026-05-31".to_owned()),
            ..Time::new(at("May 2026"), TimeKind::Date)
        });
        record.quotes.push(Quote {
            span: at("“We pay,”"),
            speaker: Some(EntityId(0)),
            speaker_span: None,
            cue: Some("said".to_owned()),
            kind: QuoteKind::Direct,
            certainty: Certainty::Sure,
            because: String::new(),
        });
        record.commitments.push(Commitment {
            span: at("We pay"),
            actor: Some(EntityId(1)),
            action: "pay".to_owned(),
            object: None,
            status: Status::ALL[i % Status::ALL.len()],
            said_by: Some(EntityId(0)),
            figures: Vec::new(),
            certainty: Certainty::Sure,
            because: String::new(),
        });
        for (id, words, kind) in [(0, "Ann Lee", EntityKind::Person), (1, "Norland", EntityKind::Place)] {
            record.mentions.push(Mention {
                span: at(words),
                kind,
                entity: Some(EntityId(id)),
                stands_for: None,
                certainty: Certainty::Sure,
                because: String::new(),
            });
        }
    }
    OpenArticle {
        id: ArticleId(1),
        title: Some("Norland pays".to_owned()),
        source: "The Test".to_owned(),
        published: None,
        text: Arc::new(text),
        record: Arc::new(record),
        log: Vec::new(),
        notes: Vec::new(),
        courses: [].into(),
        revision: 1,
    }
}

fn figure(span: Span, sentence: usize, (low, high): (Option<f64>, Option<f64>), unit: &str, measure: &str) -> Figure {
    let rate = unit == "%";
    Figure {
        low,
        high,
        bound: if high.is_none() { Bound::MoreThan } else { Bound::Exact },
        unit: unit.to_owned(),
        unit_name: if rate { "percent" } else { "tonne" }.to_owned(),
        measure: Measure::new(measure),
        item: Some("oats".to_owned()),
        actor: Some(EntityId(1)),
        window: Some(Window { text: format!("season {sentence}"), from: None, to: None, open: true }),
        status: if rate { Status::InForce } else { Status::Promised },
        ..Figure::new(
            span,
            if rate { FigureKind::Percent } else { FigureKind::Quantity },
            u32::try_from(sentence).unwrap(),
        )
    }
}

#[test]
fn every_view_with_none_one_and_many_in_both_themes() {
    for view in VIEWS {
        for mode in [Mode::Light, Mode::Dark] {
            for times in [None, Some(0), Some(1), Some(500)] {
                let mut harness = harness(times.map(article), view.id, mode);
                harness.run();
                if matches!(times, None | Some(0)) {
                    let says = harness.query_all_by_role(Role::Label).count();
                    assert!(says > 0, "{} says nothing where there is nothing", view.id);
                }
            }
        }
    }
}

#[test]
fn a_bar_and_a_row_select_the_same_figure() {
    let mut harness = harness(Some(article(1)), "figures", Mode::Light);
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Oats: > 25%, in force").click();
    harness.run();
    assert_eq!(harness.state().session.selection, Selection::Figure(0));
    harness.get_by_role_and_label(Role::Row, "3 million tonnes, purchase, oats, Norland, season 0, promised").click();
    harness.run();
    assert_eq!(harness.state().session.selection, Selection::Figure(1));
    harness.key_press(Key::ArrowUp);
    harness.run();
    assert_eq!(harness.state().session.selection, Selection::Figure(0));
}

#[test]
fn a_table_is_filtered_and_sorted() {
    let mut harness = harness(Some(article(3)), "figures", Mode::Light);
    harness.run();
    let amounts = |harness: &Harness<'_, State>| -> Vec<String> {
        let rows = harness.get_all_by_role(Role::Row);
        rows.filter_map(|row| row.accesskit_node().label())
            .filter_map(|l| l.split(',').next().map(str::to_owned))
            .collect()
    };
    assert_eq!(amounts(&harness).len(), 6);
    harness.get_by_role(Role::TextInput).focus();
    harness.run();
    harness.get_by_role(Role::TextInput).type_text("tariff");
    harness.run();
    assert_eq!(amounts(&harness), ["> 25%", "> 26%", "> 27%"]);
    for (pressed, first) in [("Sort by Amount", "> 25%"), ("Amount, sorted upwards", "> 27%")] {
        harness.get_by_label(pressed).click();
        harness.run();
        assert_eq!(amounts(&harness)[0], first);
    }
}

#[test]
fn a_chart_and_a_table_leave_as_files() {
    let mut harness = harness(Some(article(1)), "figures", Mode::Light);
    harness.run();
    harness.get_all_by_role_and_label(Role::Button, "Save").next().unwrap().click();
    harness.run();
    harness.get_by_label("SVG drawing").click();
    harness.run();
    harness.get_by_label("CSV").click();
    harness.run();
    let exports: Vec<_> = harness
        .state()
        .intents
        .iter()
        .filter_map(|i| if let Intent::Export(export) = i { Some(export.as_ref().clone()) } else { None })
        .collect();
    assert_eq!(exports.len(), 2);
    assert_eq!(exports[0].file_name(), "tariffs-by-who-levies-them-norland-pays.svg");
    let svg = String::from_utf8(exports[0].bytes().unwrap()).unwrap();
    assert!(svg.contains("Norland pays") && svg.contains("The Test"), "a chart carries its source");
    assert_eq!(exports[1].format, Format::Csv);
    let csv = String::from_utf8(exports[1].bytes().unwrap()).unwrap();
    assert_eq!(csv.lines().count(), 3);
    assert!(csv.contains("duties of over 25 percent on 3 tonnes."), "a row carries its sentence");
}

#[test]
fn what_is_selected_elsewhere_comes_into_sight() {
    let mut harness = harness(Some(article(60)), "figures", Mode::Light);
    harness.run();
    let in_sight = |harness: &Harness<'_, State>| {
        let mut bars = harness.get_all_by_role(Role::Button);
        let bar = bars.find(|b| b.accesskit_node().label().is_some_and(|l| l.contains("season 59"))).unwrap();
        bar.rect().min.y > 0.0 && bar.rect().max.y < 1000.0
    };
    assert!(!in_sight(&harness), "the bar is below the window at first");
    harness.state_mut().session.selection = Selection::Figure(119);
    harness.run();
    assert!(in_sight(&harness), "the chart has scrolled to it");
}

fn csv(harness: &Harness<'_, State>) -> String {
    let exports = harness.state().intents.iter().rev();
    let export = exports.into_iter().find_map(|i| if let Intent::Export(export) = i { Some(export) } else { None });
    String::from_utf8(export.unwrap().bytes().unwrap()).unwrap()
}

#[test]
fn columns_are_chosen_rows_are_grouped_and_files_hold_what_is_shown() {
    let mut harness = harness(Some(article(3)), "figures", Mode::Light);
    harness.run();
    assert!(harness.query_by_label("Sort by Who").is_none(), "no room for it");
    harness.get_by_label("Arrange").click();
    harness.run();
    harness.get_by_role_and_label(Role::CheckBox, "Who").click();
    harness.run();
    harness.get_by_label("Sort by Who");
    harness.get_by_role_and_label(Role::RadioButton, "Status").click_accesskit();
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    for group in ["in force, 3", "promised, 3"] {
        harness.get_by_role_and_label(Role::RowHeader, group);
    }
    harness.get_by_role(Role::TextInput).focus();
    harness.run();
    harness.get_by_role(Role::TextInput).type_text("oats 26%");
    harness.run();
    harness.get_by_label("CSV").click();
    harness.run();
    let csv = csv(&harness);
    assert_eq!(csv.lines().count(), 2, "the head and the row that is shown: {csv}");
    assert!(csv.contains("26"));
}

#[test]
fn two_names_are_selected_together() {
    let mut harness = harness(Some(article(3)), "network", Mode::Dark);
    harness.run();
    harness.get_by_role_and_label(Role::Row, "Ann Lee, Norland, 3").click();
    harness.run();
    assert_eq!(harness.state().session.selection, Selection::Pair([EntityId(0), EntityId(1)]));
    harness.get_all_by_role_and_label(Role::Button, "CSV").next().unwrap().click();
    harness.run();
    assert!(csv(&harness).contains("“We pay,” Ann Lee of Norland said"), "with the sentences");
}

#[test]
fn quotations_are_shown_by_speaker_and_by_their_words() {
    let mut article = article(3);
    Arc::make_mut(&mut article.record).quotes[1].speaker = None;
    let mut harness = harness(Some(article), "quotes", Mode::Light);
    harness.run();
    let cards = |harness: &Harness<'_, State>| harness.query_all_by_role_and_label(Role::Button, "“We pay,”").count();
    assert_eq!(cards(&harness), 3);
    harness.get_by_label("Ann Lee 2").click();
    harness.run();
    assert_eq!(cards(&harness), 2);
    harness.get_by_label("CSV").click();
    harness.run();
    assert_eq!(csv(&harness).lines().count(), 3);
    harness.get_by_role(Role::TextInput).focus();
    harness.run();
    harness.get_by_role(Role::TextInput).type_text("peace");
    harness.run();
    assert_eq!(cards(&harness), 0);
    harness.get_by_label("No quotation holds these words.");
}
