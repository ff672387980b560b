//! Every view shows what it is for, with nothing open, with one article and with five hundred, in both themes.

use super::{Window, article, prose};
use egui::Theme;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::record::correct::Correction;
use readout::record::{Measure, Record};
use readout::ui::views::VIEWS;
use readout::ui::{ArticleId, Intent, Scope, SessionChange};

/// Articles in the great workspace.
const MANY: usize = 500;

/// What a view says when nothing is open.
const EMPTY: &str = "No article is open.";

/// What stands in the right column under its tabs: role and words of every node.
struct Shown(Vec<(Role, String)>);

impl Shown {
    fn of(window: &Window) -> Self {
        let tab = window.harness.get_by_role_and_label(Role::Button, "Figures");
        let (left, top) = (tab.rect().left() - 20.0, tab.rect().bottom());
        let mut shown = Vec::new();
        for node in window.harness.root().children_recursive() {
            let accessible = node.accesskit_node();
            let Some(room) = accessible.bounding_box() else { continue };
            let words = accessible.label().or_else(|| accessible.value()).unwrap_or_default();
            if words.is_empty() || room.x0 < f64::from(left) || room.y0 < f64::from(top) {
                continue;
            }
            assert!(room.x1 <= 1280.0, "“{words}” runs out of the window at {}", room.x1);
            shown.push((accessible.role(), words));
        }
        Self(shown)
    }

    fn says(&self, words: &str) -> bool {
        self.0.iter().any(|(_, shown)| shown.contains(words))
    }

    fn has(&self, role: Role, words: &str) -> bool {
        self.0.iter().any(|(r, shown)| *r == role && shown.contains(words))
    }

    fn count(&self, role: Role, words: &str) -> usize {
        self.0.iter().filter(|(r, shown)| *r == role && shown.contains(words)).count()
    }
}

/// The first words of something, as much of them as every view has room for.
fn start(words: &str) -> String {
    words.chars().take(18).collect()
}

/// Opens each view in turn and hands what it shows on.
fn each(window: &mut Window, mut check: impl FnMut(&Window, &str, Shown)) {
    for view in VIEWS {
        window.harness.state_mut().act(view.id);
        window.settle();
        assert_eq!(window.app().session().view, view.id);
        let shown = Shown::of(window);
        check(window, view.id, shown);
    }
}

/// Checks that a view shows what the open article holds.
fn shows_the_article(window: &Window, view: &str, shown: &Shown, place: &str) {
    let record = window.record();
    let open = window.app().article().unwrap();
    let words = |span| start(open.text.slice(span));
    assert!(!shown.says(EMPTY), "{place}: {view} says that nothing is open");
    let measured = |word: &str| record.figures.iter().any(|f| f.measure.as_str() == word);
    match view {
        "figures" => {
            assert!(measured(Measure::TARIFF_RATE) && measured(Measure::PURCHASE), "{place} has something to draw");
            assert!(shown.says("ariff") && !shown.says("No tariff rates"), "{place}: the tariffs are drawn");
            assert!(shown.says("Purchases") && !shown.says("No purchases"), "{place}: the purchases are drawn");
            assert!(shown.has(Role::Table, "All figures"), "{place}: the figures are a table");
            assert!(shown.count(Role::Row, "") > 0, "{place}: with rows");
        }
        "measures" => {
            let charts = shown.count(Role::Button, "Save");
            assert!(charts > 0, "{place}: each measure is a chart");
            assert!(
                shown.0.iter().filter(|(role, _)| *role == Role::Button).count() > 2 * charts,
                "{place}: with bars"
            );
        }
        "quotes" => {
            assert!(shown.says("Quotations"), "{place}: the quotations have their heading");
            assert!(shown.says(&words(record.quotes[0].span)), "{place}: the first is there");
        }
        "commitments" => {
            let first = &record.commitments[0];
            let told = shown.says(&words(first.span)) || shown.says(&first.action);
            assert!(told, "{place}: “{}” is there", words(first.span));
            assert!(shown.says(&readout::chart::amount::capitalised(first.status.label())), "{place}: with its status");
        }
        "timeline" => {
            assert!(shown.says("Times and commitments"), "{place}: the times are drawn");
            assert!(shown.has(Role::Table, "All times"), "{place}: and listed");
            assert!(shown.has(Role::Row, &words(record.times[0].span)), "{place}: the first is a row");
        }
        "network" => {
            assert!(shown.says("Named together"), "{place}: who is named together");
            assert!(shown.has(Role::Table, "All names"), "{place}: and all the names");
            let main = window.main_entity();
            assert!(shown.says(&main), "{place}: {main} among them");
        }
        "notes" => assert!(shown.says("Ask the ministry"), "{place}: the note is listed"),
        "history" => assert!(shown.says("Note on the article"), "{place}: the step is listed"),
        _ => panic!("nobody knows what {view} is for"),
    }
}

/// Notes something on the open article, so that notes and history have something to show.
fn note(window: &mut Window) {
    let note = Correction::SetNote { on: None, words: Some("Ask the ministry".to_owned()) };
    window.harness.state_mut().perform(Intent::Correct(note, Scope::Article));
    window.settle();
}

#[test]
fn with_nothing_open_every_view_says_so() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = Window::open(Vec::new(), false, theme);
        each(&mut window, |_, view, shown| {
            assert!(shown.says(EMPTY), "{view} says that nothing is open");
            assert_eq!(shown.count(Role::Row, "") + shown.count(Role::Table, ""), 0, "{view} has no table");
        });
    }
}

#[test]
fn with_a_dull_article_every_view_says_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let path = article(folder.path(), "dull.txt", "A quiet morning\n\nThe rain went on and on, and then it went away.");
    let mut window = Window::open(vec![path], false, Theme::Light);
    assert_eq!(window.record(), Record::default());
    each(&mut window, |_, view, shown| {
        let missing = match view {
            "figures" => "No figures.",
            "measures" => "Nothing to draw.",
            "quotes" => "No quotations.",
            "commitments" => "No commitments.",
            "timeline" => "No dates.",
            "network" => "Nobody is named.",
            "notes" => "No notes",
            _ => "Import 1 article",
        };
        assert!(shown.says(missing), "{view}: {:?}", shown.0);
        assert!(!shown.says(EMPTY), "{view}");
    });
}

#[test]
fn with_one_article_every_view_shows_it() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = Window::sample();
        window.harness.state_mut().act(if theme == Theme::Light { "theme-light" } else { "theme-dark" });
        note(&mut window);
        each(&mut window, |window, view, shown| shows_the_article(window, view, &shown, "the sample"));
    }
}

#[test]
fn with_five_hundred_articles_every_view_shows_the_open_one() {
    let folder = tempfile::tempdir().unwrap();
    let texts: Vec<String> = (0..MANY).map(prose::article).collect();
    let bodies = texts.iter().filter_map(|text| text.splitn(3, "---\n").nth(2));
    assert_eq!(bodies.collect::<std::collections::BTreeSet<_>>().len(), MANY, "no two are alike");
    let files = texts.iter().enumerate().map(|(i, text)| article(folder.path(), &format!("{i:03}.md"), text));
    let files: Vec<_> = files.collect();
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = Window::open(files.clone(), false, theme);
        assert_eq!(window.app().articles(), MANY);
        for i in [1, 250, MANY] {
            let id = ArticleId(i64::try_from(i).unwrap());
            window.harness.state_mut().perform(Intent::Session(SessionChange::Open(id)));
            window.settle();
            note(&mut window);
            let place = window.app().article().unwrap().title.clone().unwrap_or_default();
            each(&mut window, |window, view, shown| shows_the_article(window, view, &shown, &place));
        }
    }
}
