//! What a screen reader and a keyboard find: names, order, paragraphs, cards.

use super::{Window, article};
use egui::accesskit::{Live, Role};
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::ui::Selection;
use readout::ui::views::VIEWS;
use std::path::PathBuf;

/// Roles that one can act on or that hold many things, so that each needs a name.
const CONTROLS: [Role; 15] = [
    Role::Button,
    Role::CheckBox,
    Role::RadioButton,
    Role::ComboBox,
    Role::TextInput,
    Role::MultilineTextInput,
    Role::Link,
    Role::ListItem,
    Role::Row,
    Role::MenuItem,
    Role::Tab,
    Role::Slider,
    Role::SpinButton,
    Role::Table,
    Role::List,
];

/// Every control without a name, of the whole window.
fn nameless(window: &Window) -> Vec<String> {
    let all = window.harness.root().children_recursive();
    let nodes = all.map(|node| node.accesskit_node());
    let named = |label: Option<String>| label.is_some_and(|words| !words.trim().is_empty());
    let nameless = nodes.filter(|n| CONTROLS.contains(&n.role()) && !named(n.label()) && !named(n.value()));
    nameless.map(|n| format!("{:?} at {:?}", n.role(), n.bounding_box())).collect()
}

fn check(window: &mut Window, place: &str) {
    for view in VIEWS {
        window.harness.state_mut().act(view.id);
        window.settle();
        assert_eq!(nameless(window), Vec::<String>::new(), "{place}, {}", view.id);
    }
}

#[test]
fn every_control_has_a_name() {
    for theme in [Theme::Light, Theme::Dark] {
        check(&mut Window::open(Vec::new(), false, theme), "nothing open");
    }
    let mut window = Window::sample();
    check(&mut window, "an article");
    for act in ["next-mark", "edit", "clear", "review", "find", "hints"] {
        window.harness.state_mut().act(act);
        window.settle();
        assert_eq!(nameless(&window), Vec::<String>::new(), "after {act}");
    }
    window.press(Key::Escape);
    for sheet in ["palette", "keys", "lists", "note", "about"] {
        window.harness.state_mut().act(sheet);
        window.settle();
        assert_eq!(nameless(&window), Vec::<String>::new(), "the sheet {sheet}");
        window.press(Key::Escape);
    }
    for menu in ["File", "Edit", "Mark", "Go", "View", "Help"] {
        window.harness.get_by_role_and_label(Role::Button, menu).click_accesskit();
        window.settle();
        assert_eq!(nameless(&window), Vec::<String>::new(), "the menu {menu}");
        window.press(Key::Escape);
    }
}

#[test]
fn many_articles_are_a_list_with_names() {
    let folder = tempfile::tempdir().unwrap();
    let many: Vec<PathBuf> = (0..40)
        .map(|i| article(folder.path(), &format!("{i:03}.txt"), &format!("Report {i}\n\nBergen shipped {i} crates.")))
        .collect();
    let mut window = Window::open(many, false, Theme::Dark);
    check(&mut window, "many articles");
    let list = window.harness.get_by_role_and_label(Role::List, "Articles");
    assert!(list.children_recursive().filter(|n| n.accesskit_node().role() == Role::ListItem).count() > 3);
}

#[test]
fn the_article_is_read_paragraph_by_paragraph_and_a_mark_with_its_card() {
    let mut window = Window::sample();
    let heads = window.harness.get_all_by_role(Role::Heading).count();
    assert!(heads > 0, "the title");
    let paragraphs = window.harness.get_all_by_role(Role::Paragraph);
    let paragraphs: Vec<String> = paragraphs.filter_map(|p| p.accesskit_node().label()).collect();
    let text = window.app().article().unwrap().text.as_str().replace('\n', " ");
    assert!(paragraphs.len() > 2);
    assert!(paragraphs.iter().all(|p| text.contains(p.as_str())), "each in its own words");
    let figure = window.record().figures[0].clone();
    let words = window.app().article().map(|a| a.text.slice(figure.span).to_owned()).unwrap();
    let link = window.harness.get_all_by_role_and_label(Role::Link, &words).next().unwrap();
    let card = link.accesskit_node().description().unwrap();
    assert!(card.contains(&figure.because), "{card}");
    window.press(Key::N);
    assert_ne!(window.app().session().selection, Selection::None);
    let mut said = window.harness.get_all_by_role(Role::Status);
    let said = said.find(|s| s.accesskit_node().live() == Live::Polite).and_then(|s| s.accesskit_node().label());
    assert!(said.is_some_and(|said| said.len() > 10), "what is selected is said");
}

/// The places that Tab leads to, in turn: their left edges.
fn tab_stops(window: &mut Window, count: usize) -> Vec<(f32, String)> {
    let mut stops = Vec::new();
    for _ in 0..count {
        window.harness.key_press(Key::Tab);
        window.harness.run_steps(2);
        let mut nodes = window.harness.root().children_recursive();
        if let Some(node) = nodes.find(|n| n.accesskit_node().is_focused()) {
            stops.push((node.rect().left(), node.accesskit_node().label().unwrap_or_default()));
        }
    }
    stops
}

#[test]
fn tab_goes_from_the_bar_through_the_columns_in_reading_order() {
    let mut window = Window::sample();
    window.press(Key::N);
    let stops = tab_stops(&mut window, 90);
    let column = |x: f32| if x < 240.0 { 0 } else { usize::from(x > 800.0) + 1 };
    let first = stops.iter().position(|(_, name)| name.starts_with("Articles: Vietnam opens")).unwrap();
    let columns: Vec<usize> = stops.iter().skip(first).map(|(x, _)| column(*x)).collect();
    let turned: Vec<usize> = columns.chunk_by(|a, b| a == b).map(|run| run[0]).take(3).collect();
    assert_eq!(turned, [0, 1, 2], "left, article, right: {stops:?}");
}

#[test]
fn a_focused_button_takes_enter_and_letters_stay_letters_while_one_writes() {
    let mut window = Window::sample();
    let figure = window.record().figures[0].clone();
    let words = window.app().article().map(|a| a.text.slice(figure.span).to_owned()).unwrap();
    window.harness.get_all_by_role_and_label(Role::Link, &words).next().unwrap().click_accesskit();
    window.settle();
    window.harness.get_by_role_and_label(Role::Button, "Note…").focus();
    window.settle();
    window.press(Key::Enter);
    assert!(window.harness.query_all_by_label_contains("Note on “").next().is_some(), "not the figure's fields");
    window.press(Key::Escape);
    window.key(Modifiers::COMMAND, Key::F);
    let before = window.app().session().selection;
    for key in [Key::N, Key::X, Key::A, Key::Num1] {
        window.press(key);
    }
    assert_eq!(window.app().session().selection, before, "letters are for the field");
    assert!(!window.app().edited());
}
