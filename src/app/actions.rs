//! Everything the program can be told to do: one table for menus, keys, the command palette and tests.

use super::App;
use super::deeds::End;
use super::dialogs::Question;
use crate::record::EntityKind;
use crate::ui::correcting::{self, Deed, Reach};
use crate::ui::layers::Layer;
use crate::ui::sheet::{Command, NoteField, Palette, Pick, Rename, Sheet};
use crate::ui::views::VIEWS;
use crate::ui::{Scope, Selection, SessionChange, marks, sight};
use egui::{Key, KeyboardShortcut, Modifiers};

/// One thing the program can do.
pub struct Action {
    /// Its id, stable across releases.
    pub id: &'static str,
    /// What it does.
    pub title: &'static str,
    /// The menu it stands in; empty for answers to a question.
    pub menu: &'static str,
    /// Its keys; the first is shown.
    pub keys: &'static [KeyboardShortcut],
    /// Whether it makes sense now.
    pub enabled: fn(&App) -> bool,
    /// Does it.
    pub run: fn(&mut App),
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

const fn plain(logical: Key) -> KeyboardShortcut {
    key(Modifiers::NONE, logical)
}

const fn shift(logical: Key) -> KeyboardShortcut {
    key(Modifiers::SHIFT, logical)
}

/// Zooming in: a plus sign is typed with Shift on some keyboards and without on others.
const fn larger(with: Modifiers) -> [KeyboardShortcut; 3] {
    [key(with, Key::Plus), key(with, Key::Equals), key(with.plus(Modifiers::SHIFT), Key::Plus)]
}

const fn always(_: &App) -> bool {
    true
}

fn has_article(app: &App) -> bool {
    app.library.article().is_some()
}

fn not_writing(app: &App) -> bool {
    !app.context.text_edit_focused()
}

/// Whether words are selected, as a mark or as a passage.
fn words(app: &App) -> bool {
    not_writing(app) && (selected(app) || has_article(app) && app.session.passage.is_some())
}

fn selected(app: &App) -> bool {
    has_article(app) && app.session.selection != Selection::None
}

fn on_entity(app: &App) -> bool {
    app.library.article().is_some_and(|a| marks::entity(app.session.selection, &a.record).is_some())
}

fn on_name(app: &App) -> bool {
    has_article(app) && correcting::takes_kind(app.session.selection, app.session.passage)
}

fn splits(app: &App) -> bool {
    app.library.article().is_some_and(|a| correcting::splits(&a.record, app.session.selection))
}

fn on_mention(app: &App) -> bool {
    matches!(app.session.selection, Selection::Mention(_))
}

/// The menu of the layers, which stands in the one called View.
pub(super) const LAYERS: &str = "Layers";

/// Not in the bar: found in the palette and on the sheet of keys.
const MORE: &str = "More";

/// Every action, in the order of its menu.
pub const ACTIONS: &[Action] = &[
    action("new", "New workspace", "File", &[key(CTRL, Key::N)], always, App::new_workspace),
    action("open", "Open…", "File", &[key(CTRL, Key::O)], no_dialog, App::ask_open),
    action("open-folder", "Open a folder…", "File", &[key(CTRL_SHIFT, Key::O)], no_dialog, App::ask_open_folder),
    action("paste", "Paste as article", "File", &[key(CTRL, Key::V)], not_writing, App::ask_paste),
    action("save", "Save", "File", &[key(CTRL, Key::S)], no_dialog, App::save),
    action("save-as", "Save as…", "File", &[key(CTRL_SHIFT, Key::S)], no_dialog, App::ask_save_as),
    action("import", "Import workspace from JSON…", "File", &[], no_dialog, App::ask_import),
    action("export", "Export workspace as JSON…", "File", &[], no_dialog, App::ask_export_workspace),
    action("export-notes", "Save all notes as CSV…", "File", &[], noted, App::export_notes),
    action("remove", "Remove this article", "File", &[], has_article, App::remove_article),
    action("quit", "Quit", "File", &[key(CTRL, Key::Q)], always, App::quit),
    action("undo", "Undo", "Edit", &[key(CTRL, Key::Z)], |app| app.library.undo_label.is_some(), App::undo),
    action(
        "redo",
        "Redo",
        "Edit",
        &[key(CTRL_SHIFT, Key::Z), key(CTRL, Key::Y)],
        |app| app.library.redo_label.is_some(),
        App::redo,
    ),
    // Copying and pasting come from the system as what they mean; their keys stand here to be shown.
    action("copy", "Copy", "Edit", &[key(CTRL, Key::C)], words, App::copy),
    action("copy-source", "Copy with its source", "Edit", &[key(CTRL_SHIFT, Key::C)], words, App::copy_with_source),
    action("find", "Find in article", "Edit", &[key(CTRL, Key::F)], has_article, App::find),
    action("find-next", "Next match", "Edit", &[plain(Key::F3), key(CTRL, Key::G)], finding, |app| app.find_step(true)),
    action("find-previous", "Previous match", "Edit", &[key(Modifiers::SHIFT, Key::F3)], finding, |app| {
        app.find_step(false);
    }),
    action("take-match", "Select the words found", "Edit", &[key(CTRL, Key::Enter)], finding, App::take_match),
    action("lists", "Word lists…", "Edit", &[], always, |app| app.sheet = Some(Sheet::Lists)),
    action("add-list", "Add a word list…", MORE, &[], no_dialog, |app| app.questions.push_back(Question::WordList)),
    action("reload-lists", "Read the word lists again", MORE, &[], always, App::reload_lists),
    action("example-list", "Write an example of a word list…", MORE, &[], no_dialog, |app| {
        app.questions.push_back(Question::ExampleList);
    }),
    action("edit", "Edit the figure or the date", "Mark", &[plain(Key::Enter)], has_fields, App::edit_fields),
    action("accept", "Accept", "Mark", &[plain(Key::A)], selected, |app| {
        if !app.identify(true) {
            app.correct_with(|article, session| correcting::accept(article, session.selection));
        }
    }),
    action("reject", "Reject", "Mark", &[plain(Key::X), plain(Key::Delete)], selected, |app| {
        if !app.identify(false) {
            app.does(Deed::Reject, Reach::One);
        }
    }),
    action("reject-all", "Reject all with the same words…", "Mark", &[shift(Key::X)], on_mention, |app| {
        app.does(Deed::Reject, Reach::SameWords);
    }),
    action("merge", "Merge with…", "Mark", &[plain(Key::M)], on_entity, |app| {
        app.sheet = Some(Sheet::Pick(Pick::new(app.session.selection)));
    }),
    action("rename", "Rename…", "Mark", &[plain(Key::R)], on_entity, |app| {
        app.sheet = Some(Sheet::Rename(Rename::new(app.session.selection)));
    }),
    action("split", "Split off from its entity…", "Mark", &[plain(Key::S)], splits, |app| {
        app.does(Deed::Split, Reach::SameWords);
    }),
    action("note", "Note…", "Mark", &[plain(Key::T)], has_article, |app| {
        app.sheet = Some(Sheet::Note(NoteField::new(app.session.selection)));
    }),
    action("note-article", "Note on the article…", "Mark", &[shift(Key::T)], has_article, |app| {
        app.sheet = Some(Sheet::Note(NoteField::new(Selection::None)));
    }),
    action("review", "Review what is in doubt", "Mark", &[plain(Key::U)], has_article, App::review),
    action("review-skip", "Skip", "Mark", &[plain(Key::Space)], reviewing, App::review_skip),
    action("review-back", "Back to the mark before", "Mark", &[plain(Key::Backspace)], reviewing, App::review_back),
    action("review-end", "End the review", MORE, &[], reviewing, App::review_end),
    action(
        "reviewed",
        "Mark as reviewed",
        "Mark",
        &[],
        |app| has_article(app) && !app.is_reviewed(),
        |app| {
            app.set_reviewed(true);
        },
    ),
    action("not-reviewed", "Mark as not reviewed", "Mark", &[], App::is_reviewed, |app| app.set_reviewed(false)),
    kind::<0>("kind-1", "Person", &[plain(Key::Num1)]),
    kind::<1>("kind-2", "Organization", &[plain(Key::Num2)]),
    kind::<2>("kind-3", "Place", &[plain(Key::Num3)]),
    kind::<3>("kind-4", "Group", &[plain(Key::Num4)]),
    kind::<4>("kind-5", "Product", &[plain(Key::Num5)]),
    kind::<5>("kind-6", "Commodity", &[plain(Key::Num6)]),
    kind::<6>("kind-7", "Facility", &[plain(Key::Num7)]),
    kind::<7>("kind-8", "Event", &[plain(Key::Num8)]),
    kind::<8>("kind-9", "Law", &[plain(Key::Num9)]),
    kind::<9>("kind-10", "Work", &[plain(Key::Num0)]),
    all_of_kind::<0>("all-1", "All with these words: Person…", &[shift(Key::Num1)]),
    all_of_kind::<1>("all-2", "All with these words: Organization…", &[shift(Key::Num2)]),
    all_of_kind::<2>("all-3", "All with these words: Place…", &[shift(Key::Num3)]),
    all_of_kind::<3>("all-4", "All with these words: Group…", &[shift(Key::Num4)]),
    all_of_kind::<4>("all-5", "All with these words: Product…", &[shift(Key::Num5)]),
    all_of_kind::<5>("all-6", "All with these words: Commodity…", &[shift(Key::Num6)]),
    all_of_kind::<6>("all-7", "All with these words: Facility…", &[shift(Key::Num7)]),
    all_of_kind::<7>("all-8", "All with these words: Event…", &[shift(Key::Num8)]),
    all_of_kind::<8>("all-9", "All with these words: Law…", &[shift(Key::Num9)]),
    all_of_kind::<9>("all-10", "All with these words: Work…", &[shift(Key::Num0)]),
    reading::<0>("First reading of the time", &[plain(Key::Num1)]),
    reading::<1>("Second reading of the time", &[plain(Key::Num2)]),
    reading::<2>("Third reading of the time", &[plain(Key::Num3)]),
    reading::<3>("Fourth reading of the time", &[plain(Key::Num4)]),
    action("next-mark", "Next mark", "Go", &[plain(Key::N)], has_article, |app| app.step(true)),
    action("previous-mark", "Previous mark", "Go", &[plain(Key::P)], has_article, |app| app.step(false)),
    action("next-mention", "Next mention of the same", "Go", &[plain(Key::CloseBracket)], on_entity, |app| {
        app.along(true);
    }),
    action("previous-mention", "Previous mention of the same", "Go", &[plain(Key::OpenBracket)], on_entity, |app| {
        app.along(false);
    }),
    action(
        "back",
        "Back",
        "Go",
        &[key(Modifiers::ALT, Key::ArrowLeft)],
        |app| app.trail.can_go_back(),
        |app| app.walk(false),
    ),
    action(
        "forward",
        "Forward",
        "Go",
        &[key(Modifiers::ALT, Key::ArrowRight)],
        |app| app.trail.can_go_forward(),
        |app| app.walk(true),
    ),
    action("next-article", "Next article", "Go", &[key(CTRL, Key::PageDown)], has_article, |app| {
        app.step_article(true);
    }),
    action("previous-article", "Previous article", "Go", &[key(CTRL, Key::PageUp)], has_article, |app| {
        app.step_article(false);
    }),
    action("next-panel", "Next panel", "Go", &[plain(Key::F6)], always, |app| sight::step(&app.context, true)),
    action("previous-panel", "Previous panel", "Go", &[shift(Key::F6)], always, |app| {
        sight::step(&app.context, false);
    }),
    action("longer", "Select one word more", "Go", &[shift(Key::ArrowRight)], words, |app| {
        app.stretch(End::Last, true);
    }),
    action("shorter", "Select one word less", "Go", &[shift(Key::ArrowLeft)], words, |app| {
        app.stretch(End::Last, false);
    }),
    action("earlier", "Start one word earlier", "Go", &[key(CTRL_SHIFT, Key::ArrowLeft)], words, |app| {
        app.stretch(End::First, true);
    }),
    action("later", "Start one word later", "Go", &[key(CTRL_SHIFT, Key::ArrowRight)], words, |app| {
        app.stretch(End::First, false);
    }),
    action("clear", "Clear the selection", "Go", &[plain(Key::Escape)], always, App::clear),
    action("palette", "All commands…", "View", &[key(CTRL, Key::K)], always, |app| {
        app.sheet = Some(Sheet::Palette(Palette::default()));
    }),
    action("left", "Articles and entities", "View", &[key(CTRL, Key::B)], always, |app| {
        app.layout.left = !app.layout.left;
    }),
    action("right", "Charts and tables", "View", &[key(CTRL, Key::J)], always, |app| {
        app.layout.right = !app.layout.right;
    }),
    action("theme-system", "Theme of the system", "View", &[], always, |app| app.theme(egui::ThemePreference::System)),
    action("theme-light", "Light theme", "View", &[], always, |app| app.theme(egui::ThemePreference::Light)),
    action("theme-dark", "Dark theme", "View", &[], always, |app| app.theme(egui::ThemePreference::Dark)),
    layer::<0>("layer-1"),
    layer::<1>("layer-2"),
    layer::<2>("layer-3"),
    layer::<3>("layer-4"),
    layer::<4>("layer-5"),
    layer::<5>("layer-6"),
    layer::<6>("layer-7"),
    layer::<7>("layer-8"),
    layer::<8>("layer-9"),
    layer::<9>("layer-10"),
    layer::<10>("layer-11"),
    layer::<11>("layer-12"),
    layer::<12>("layer-13"),
    layer::<13>("layer-14"),
    action("text-larger", "Larger text", "View", &larger(CTRL), always, |app| app.text_size(1)),
    action("text-smaller", "Smaller text", "View", &[key(CTRL, Key::Minus)], always, |app| app.text_size(-1)),
    action("text-usual", "Usual text size", "View", &[key(CTRL, Key::Num0)], always, |app| app.text_size(0)),
    action("window-larger", "Larger window", "View", &larger(Modifiers::ALT), always, |app| app.window_scale(1)),
    action("window-smaller", "Smaller window", "View", &[key(Modifiers::ALT, Key::Minus)], always, |app| {
        app.window_scale(-1);
    }),
    action("window-usual", "Usual window size", "View", &[key(Modifiers::ALT, Key::Num0)], always, |app| {
        app.window_scale(0);
    }),
    action("motion", "Reduce motion", "View", &[], always, App::turn_motion),
    action(
        "keys",
        "Keys",
        "Help",
        &[plain(Key::Questionmark), key(Modifiers::SHIFT, Key::Questionmark), plain(Key::F1)],
        always,
        |app| app.sheet = Some(Sheet::Keys),
    ),
    action("hints", "Hints", "Help", &[], always, |app| app.hints = true),
    action("sample", "Open the sample article", "Help", &[], always, App::open_sample),
    action("about", "About Readout", "Help", &[], always, App::about),
    action("save-first", "Save", "", &[], always, App::save_first),
    action("discard-first", "Don't save", "", &[], always, App::discard_first),
];

const fn action(
    id: &'static str,
    title: &'static str,
    menu: &'static str,
    keys: &'static [KeyboardShortcut],
    enabled: fn(&App) -> bool,
    run: fn(&mut App),
) -> Action {
    Action { id, title, menu, keys, enabled, run }
}

/// Marks what is selected as the `N`th kind.
const fn kind<const N: usize>(id: &'static str, title: &'static str, keys: &'static [KeyboardShortcut]) -> Action {
    let run: fn(&mut App) = |app| app.does(Deed::Kind(EntityKind::ALL[N]), Reach::One);
    Action { id, title, menu: "Mark", keys, enabled: on_name, run }
}

/// Marks mentions with the selected words as the `N`th kind, after showing the list of them.
const fn all_of_kind<const N: usize>(
    id: &'static str,
    title: &'static str,
    keys: &'static [KeyboardShortcut],
) -> Action {
    let run: fn(&mut App) = |app| app.does(Deed::Kind(EntityKind::ALL[N]), Reach::SameWords);
    Action { id, title, menu: MORE, keys, enabled: on_mention, run }
}

/// Reads the selected time in the `N`th of its ways.
const fn reading<const N: usize>(title: &'static str, keys: &'static [KeyboardShortcut]) -> Action {
    let run: fn(&mut App) = |app| {
        let chosen = app.library.article().and_then(|a| correcting::reading(a, app.session.selection, N));
        if let Some(chosen) = chosen {
            app.correct(chosen, Scope::Article);
        }
    };
    Action { id: correcting::READINGS[N], title, menu: MORE, keys, enabled: has_reading::<N>, run }
}

/// Every layer that can be turned off, names by kind first.
const fn layer_at(n: usize) -> Layer {
    if n < EntityKind::ALL.len() { Layer::Names(EntityKind::ALL[n]) } else { Layer::OTHERS[n - EntityKind::ALL.len()] }
}

/// Shows the marks of the `N`th layer, or hides them.
const fn layer<const N: usize>(id: &'static str) -> Action {
    let run: fn(&mut App) = |app| app.session.layers.turn(const { layer_at(N) });
    Action { id, title: const { layer_at(N) }.title(), menu: LAYERS, keys: &[], enabled: has_article, run }
}

fn no_dialog(app: &App) -> bool {
    !app.dialogs.is_open()
}

fn noted(app: &App) -> bool {
    no_dialog(app) && !app.library.work().notes.is_empty()
}

fn reviewing(app: &App) -> bool {
    has_article(app) && app.session.review.is_some()
}

fn finding(app: &App) -> bool {
    app.session.find.as_ref().is_some_and(|find| !find.found.is_empty())
}

fn has_fields(app: &App) -> bool {
    matches!(app.session.selection, Selection::Figure(_) | Selection::Time(_))
}

/// Whether the selected time has an `N`th reading.
fn has_reading<const N: usize>(app: &App) -> bool {
    app.library.article().is_some_and(|a| correcting::reading(a, app.session.selection, N).is_some())
}

/// Everything that can be done, views included, for menus, the palette and the sheet of keys.
pub(super) fn commands(app: &App) -> Vec<Command> {
    let actions = ACTIONS.iter().filter(|a| !a.menu.is_empty()).map(|a| Command {
        id: a.id,
        title: title(app, a),
        keys: a.keys.first().map_or_else(String::new, |keys| shown(&app.context, *keys)),
        menu: a.menu,
        enabled: (a.enabled)(app),
    });
    let views = VIEWS.iter().map(|view| Command {
        id: view.id,
        title: format!("Show {}", view.title),
        keys: shown(&app.context, view.keys),
        menu: "View",
        enabled: true,
    });
    actions.chain(views).collect()
}

/// Keys as people write them: brackets and question marks by their signs.
fn shown(context: &egui::Context, keys: KeyboardShortcut) -> String {
    let name = keys.logical_key.name();
    let sign = match keys.logical_key {
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        Key::Questionmark => "?",
        Key::Escape => "Esc",
        _ => name,
    };
    context.format_shortcut(&keys).replace(name, sign)
}

/// An action's title, which for undo and redo says of what, and for a layer whether it is shown or hidden.
fn title(app: &App, action: &Action) -> String {
    if action.menu == LAYERS {
        let all = EntityKind::ALL.map(Layer::Names).into_iter().chain(Layer::OTHERS);
        let shown = all.into_iter().any(|layer| layer.title() == action.title && app.session.layers.shows(layer));
        return format!("{} {}", if shown { "Hide" } else { "Show" }, action.title.to_lowercase());
    }
    if action.id == "motion" && app.still {
        return "Allow motion".to_owned();
    }
    let of = match action.id {
        "undo" => &app.library.undo_label,
        "redo" => &app.library.redo_label,
        _ => &None,
    };
    of.as_ref().map_or_else(|| action.title.to_owned(), |of| format!("{}: {of}", action.title))
}

/// Does what the action or view of an id does, if that makes sense now.
pub(super) fn act(app: &mut App, id: &str) {
    if let Some(action) = ACTIONS.iter().find(|a| a.id == id) {
        if (action.enabled)(app) {
            (action.run)(app);
        }
    } else if let Some(view) = VIEWS.iter().find(|v| v.id == id) {
        app.layout.right = true;
        app.change(SessionChange::Show(view.id));
        sight::lead(&app.context, sight::Panel::View);
    }
}
