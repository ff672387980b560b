//! What has the keyboard is seen, wherever Tab, F6 or the keys of the views lead.

use super::{Window, article};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::ui::views::VIEWS;
use std::fmt::Write as _;
use std::path::PathBuf;

/// An article that fills every view far beyond what can be seen at once.
fn long() -> String {
    let mut words = "Ministers meet in Oslo\n\nOslo, 3 March 2024\n\n".to_owned();
    let names = ["Lund", "Haugen", "Berg", "Dahl", "Strand", "Moe", "Vik", "Lie"];
    for day in 1..13 {
        let name = names[day % names.len()];
        write!(
            words,
            "The minister, Kari {name}, said on {day} February 2024 that Norway would buy {day} million tonnes of soybeans \
             from Brazil. “We will pay {day} percent more,” {name} told Reuters. The United States imposed a tariff of {} \
             percent on steel from Canada, and exports of fish to Japan rose {day} percent in January 2024.\n\n",
            day + 10,
        )
        .unwrap();
    }
    words
}

/// Many days, more than a chart lays out at once.
fn days() -> String {
    let mut words = "A year in the port\n\nBergen, 31 December 2023\n\n".to_owned();
    for month in ["January", "March", "May", "July", "August", "October", "November", "April", "June"] {
        for day in 1..30 {
            write!(words, "A ship left Bergen on {day} {month} 2023. ").unwrap();
        }
        words.push_str("\n\n");
    }
    words
}

fn window(words: &str) -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = article(folder.path(), "long.txt", words);
    (Window::open(vec![path], false, Theme::Light), folder)
}

/// What has the keyboard: its role, name and place.
fn focused(window: &Window) -> Option<(Role, String, Rect)> {
    let mut nodes = window.harness.root().children_recursive();
    let node = nodes.find(|n| n.accesskit_node().is_focused())?;
    let of = node.accesskit_node();
    Some((of.role(), of.label().unwrap_or_default(), node.rect()))
}

/// Where the things of a column may be seen: below what stands over its scroll area.
fn sight(window: &Window, rect: Rect) -> Rect {
    let mut sight = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 800.0));
    let below = |role, name: &str| window.harness.get_by_role_and_label(role, name).rect().bottom();
    if rect.left() > 800.0 {
        sight.min.y = below(Role::Button, "Figures");
    } else if rect.right() < 250.0 {
        sight.min.y = below(Role::Label, "Entities");
    }
    sight
}

fn check(window: &Window, place: &str) {
    let Some((role, name, rect)) = focused(window) else { return };
    // The bar, the tabs and the fields and lists that stand above the scroll areas are always there.
    let fixed =
        role == Role::Splitter || rect.bottom() < 60.0 || VIEWS.iter().any(|v| v.title == name) || name == "More";
    if fixed || name.starts_with("Articles") {
        return;
    }
    let sight = sight(window, rect).expand(1.0);
    if matches!(role, Role::Table | Role::ListBox | Role::Document) {
        let part = rect.intersect(sight);
        assert!(part.height() >= rect.height().min(20.0), "{place}: {role:?} {name} at {rect:?} is out of sight");
    } else {
        assert!(sight.contains_rect(rect), "{place}: {role:?} “{name}” at {rect:?} is not within {sight:?}");
    }
}

#[test]
fn tab_brings_what_it_leads_to_into_sight_in_every_view() {
    let (mut window, _folder) = window(&long());
    window.select(readout::ui::Selection::Figure(20));
    for (modifiers, way, count) in [(Modifiers::NONE, "Tab", 90), (Modifiers::SHIFT, "Shift+Tab", 40)] {
        for view in VIEWS {
            window.key(view.keys.modifiers, view.keys.logical_key);
            let mut stops = Vec::new();
            for _ in 0..count {
                window.harness.key_press_modifiers(modifiers, Key::Tab);
                window.harness.run_steps(2);
                check(&window, &format!("{way} in {}", view.id));
                stops.extend(focused(&window).map(|(_, name, _)| name));
            }
            stops.dedup();
            assert!(stops.len() > 30, "{way} leads on: {stops:?}");
        }
    }
}

#[test]
fn marks_that_are_not_laid_out_are_reached_one_after_the_other() {
    let (mut window, _folder) = window(&days());
    window.key(Modifiers::COMMAND, Key::Num5);
    let mut seen: Vec<String> = Vec::new();
    for _ in 0..280 {
        window.harness.key_press(Key::Tab);
        window.harness.run_steps(2);
        check(&window, "the timeline");
        seen.extend(focused(&window).filter(|(_, _, rect)| rect.left() > 800.0).map(|(_, name, _)| name));
    }
    let reached = |words: &str| seen.iter().any(|name| name.contains(words));
    assert!(reached("1 January 2023") && reached("15 July 2023") && reached("29 November 2023"), "{seen:?}");
}

#[test]
fn the_key_of_a_view_leads_into_it_and_f6_from_panel_to_panel() {
    let (mut window, _folder) = window(&long());
    for view in VIEWS {
        window.key(view.keys.modifiers, view.keys.logical_key);
        let (_, name, rect) = focused(&window).unwrap();
        assert!(rect.left() > 700.0, "{}: {name} at {rect:?}", view.id);
    }
    window.select(readout::ui::Selection::Figure(2));
    window.press(Key::Escape);
    assert_eq!(focused(&window), None);
    assert_eq!(window.app().session().selection, readout::ui::Selection::None, "nobody went there by Tab");
    window.select(readout::ui::Selection::Figure(2));
    let mut walk = |modifiers: Modifiers| -> Vec<String> {
        let mut names = Vec::new();
        for _ in 0..5 {
            window.key(modifiers, Key::F6);
            names.push(focused(&window).unwrap().1);
        }
        names
    };
    let on = walk(Modifiers::NONE);
    assert!(on[0].starts_with("Articles: "), "{on:?}");
    assert!(on[1].starts_with("People"), "{on:?}");
    assert!(on[2].starts_with("Text of: "), "{on:?}");
    assert_eq!(on[3], "Import 1 article", "the first step of the history");
    let back = walk(Modifiers::SHIFT);
    assert!(back.iter().eq(on[..4].iter().rev().chain([&on[4]])), "{back:?} {on:?}");
}

#[test]
fn a_view_that_holds_nothing_leaves_the_keyboard_to_its_tab() {
    let mut window = Window::open(Vec::new(), false, Theme::Dark);
    window.key(Modifiers::COMMAND, Key::Num3);
    assert_eq!(focused(&window).map(|(_, name, _)| name).as_deref(), Some("Quotes"));
}

#[test]
fn page_keys_scroll_the_panel_that_has_the_keyboard() {
    let (mut window, _folder) = window(&long());
    window.key(Modifiers::COMMAND, Key::Num3);
    let top = |window: &Window| window.harness.get_by_role_and_label(Role::Label, "Quotations").rect().top();
    let before = top(&window);
    window.press(Key::PageDown);
    let paged = top(&window);
    assert!(paged < before - 300.0, "{before} {paged}");
    window.press(Key::End);
    assert!(top(&window) < paged - 100.0);
    window.press(Key::Home);
    assert!((top(&window) - before).abs() < 1.0);
}

#[test]
fn an_edge_that_has_the_keyboard_is_moved_by_arrow_keys() {
    let mut window = Window::sample();
    let column = |window: &Window| window.harness.get_by_role_and_label(Role::Button, "Figures").rect().left();
    let before = column(&window);
    let edges = window.harness.get_all_by_role(Role::Splitter);
    edges.max_by(|a, b| a.rect().left().total_cmp(&b.rect().left())).unwrap().focus();
    window.settle();
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowLeft);
    assert!(column(&window) < before - 30.0, "the right column is wider");
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    assert!((column(&window) - before).abs() < 1.0);
}

#[test]
fn all_keys_are_on_their_sheet_and_where_they_do_not_fit_keys_scroll_it() {
    let mut window = Window::sample();
    window.press(Key::F1);
    let all = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 800.0));
    let labels = ["New workspace", "Work", "Previous panel", "Show History", "Keys"];
    for words in labels {
        let nodes = window.harness.get_all_by_role_and_label(Role::Label, words);
        assert!(nodes.into_iter().all(|n| all.contains_rect(n.rect())), "{words}");
    }
    window.press(Key::Escape);
    assert!(window.harness.query_by_role_and_label(Role::Document, "All keys").is_none(), "Esc closes it at once");
    window.harness.set_size(egui::vec2(760.0, 420.0));
    window.settle();
    window.press(Key::F1);
    let first = |window: &Window| window.harness.get_by_role_and_label(Role::Label, "New workspace").rect().top();
    let start = first(&window);
    for (key, moved) in [(Key::ArrowDown, -50.0), (Key::ArrowUp, 0.0), (Key::PageDown, -150.0), (Key::Home, 0.0)] {
        window.press(key);
        let by = first(&window) - start;
        assert!(if moved == 0.0 { by.abs() < 1.0 } else { by <= moved + 1.0 }, "{key:?} moved it by {by}");
    }
    window.press(Key::End);
    let last = window.harness.get_by_role_and_label(Role::Label, "Show History").rect();
    assert!(last.bottom() < 420.0, "{last:?}");
}
