//! Opening, importing, saving, exporting and closing.
//!
//! Whatever would lose unsaved work asks first: Save, Don't save or Cancel. Every failure is a sentence.

use super::across::Background;
use super::dialogs::{Answer, EXAMPLE_LIST, Question};
use super::jobs::Event;
use super::library::Library;
use super::tally::Tally;
use super::{App, Then};
use crate::export::Export;
use crate::import::{self, Draft};
use crate::ui::sheet::{Ask, PathField, Sheet};
use crate::workspace::{Applied, Change, Workspace};
use egui::{Event as Input, ViewportCommand};
use std::path::{Path, PathBuf};

/// How files of workspaces end.
const ENDING: &str = "readout";
/// Drafts that are taken in together.
const BATCH: usize = 50;
/// As many recent files as a menu holds.
const RECENT: usize = 10;

impl App {
    /// Takes files dropped on the window and text pasted into it.
    pub(super) fn take_input(&mut self) {
        let writing = self.context.text_edit_focused() || self.sheet.is_some();
        let (dropped, pasted, copy) = self.context.input(|i| {
            let dropped: Vec<PathBuf> = i.raw.dropped_files.iter().map(|f| f.path().to_path_buf()).collect();
            let pasted =
                i.events.iter().find_map(|e| if let Input::Paste(text) = e { Some(text.clone()) } else { None });
            (dropped, pasted, i.events.iter().any(|e| matches!(e, Input::Copy)))
        });
        if !dropped.is_empty() {
            self.open_paths(dropped);
        }
        if let Some(text) = pasted.filter(|_| !writing) {
            self.paste(&text);
        }
        if copy && !writing {
            self.copy();
        }
    }

    /// Opens files: a workspace takes the place of this one, everything else is read into it.
    pub fn open_paths(&mut self, paths: Vec<PathBuf>) {
        let (workspaces, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|p| is_workspace(p));
        let here = self.library.workspace().path().canonicalize().ok();
        if let Some(path) = workspaces.into_iter().find(|path| here.is_none() || path.canonicalize().ok() != here) {
            self.before(Then::Open(path));
        }
        if !files.is_empty() {
            self.import_files(files);
        }
    }

    /// Reads files and folders on a thread; articles appear as they come.
    fn import_files(&mut self, paths: Vec<PathBuf>) {
        let title = match paths.as_slice() {
            [one] => format!("Importing {}", name_of(one)),
            many => format!("Importing {} files", many.len()),
        };
        self.jobs.start(&title, move |reporter| {
            let found = import::find(&paths);
            for (path, why) in found.refused {
                reporter.send(Event::Refused { name: name_of(&path), why: why.to_string() });
            }
            let (total, mut drafts) = (found.files.len(), Vec::new());
            for (done, path) in found.files.iter().enumerate() {
                if reporter.cancelled() {
                    break;
                }
                match import::file(path) {
                    Ok(draft) => drafts.push(draft),
                    Err(why) => reporter.send(Event::Refused { name: name_of(path), why: why.to_string() }),
                }
                if drafts.len() >= BATCH {
                    reporter.send(Event::Drafts(std::mem::take(&mut drafts)));
                }
                reporter.progress(done + 1, total);
            }
            if !drafts.is_empty() {
                reporter.send(Event::Drafts(drafts));
            }
        });
    }

    fn paste(&mut self, text: &str) {
        match import::pasted(text) {
            Ok(draft) => {
                self.take_drafts(vec![draft]);
                self.tell_ledger();
            }
            Err(why) => self.notice(format!("What you pasted is no article: {why}"), true),
        }
    }

    /// Keeps drafts as articles and opens the first that came.
    pub(super) fn take_drafts(&mut self, drafts: Vec<Draft>) {
        let first = self.ledger.imported == 0;
        match self.library.apply(&Change::Import(drafts)) {
            Ok((applied, _)) => {
                self.background.start_over();
                self.ledger.imported += applied.imported.len();
                self.ledger.duplicates += applied.duplicates.len();
                self.show_new(&applied, first);
            }
            Err(error) => self.fail(&error),
        }
    }

    fn show_new(&mut self, applied: &Applied, first: bool) {
        let known = applied.duplicates.first().map(|(_, id)| *id);
        let show = applied.imported.first().copied().or(known.filter(|_| applied.imported.is_empty()));
        if let Some(id) = show.filter(|_| first) {
            self.open_article(Some(id));
            self.trail.visit((id, crate::ui::Selection::None));
        }
    }

    /// Says what became of an import once it has ended.
    pub(super) fn tell_ledger(&mut self) {
        let (done, failed) = std::mem::take(&mut self.ledger).words();
        if let Some(done) = done {
            self.say(done);
        }
        if let Some(failed) = failed {
            self.notice(failed, true);
        }
    }

    pub(super) fn ask_open(&mut self) {
        let mut endings: Vec<String> =
            import::FORMATS.iter().flat_map(|f| f.extensions).map(|e| (*e).to_owned()).collect();
        endings.push(ENDING.to_owned());
        self.questions.push_back(Question::Open { endings });
    }

    pub(super) fn ask_open_folder(&mut self) {
        self.questions.push_back(Question::OpenFolder);
    }

    pub(super) fn ask_paste(&mut self) {
        self.context.send_viewport_cmd(ViewportCommand::RequestPaste);
    }

    pub(super) fn ask_import(&mut self) {
        self.questions.push_back(Question::Import);
    }

    pub(super) fn ask_export_workspace(&mut self) {
        self.questions.push_back(Question::ExportWorkspace { name: format!("{}.json", self.library.name()) });
    }

    pub(super) fn ask_save_as(&mut self) {
        self.questions.push_back(Question::SaveWorkspace { name: format!("{}.{ENDING}", self.library.name()) });
    }

    /// Carries on with what a dialog has brought.
    pub(super) fn answered(&mut self, answer: Answer) {
        if answer.unavailable {
            let words = match &answer.question {
                Question::SaveWorkspace { name } | Question::Export { name } | Question::ExportWorkspace { name } => {
                    name.clone()
                }
                Question::ExampleList => EXAMPLE_LIST.to_owned(),
                _ => String::new(),
            };
            let title = answer.question.title().to_owned();
            self.sheet = Some(Sheet::Path(PathField { title, words }));
            self.asked = Some(answer.question);
            return;
        }
        let Some(path) = answer.paths.first().cloned() else {
            // The analyst thought better of it, so nothing that waited for the answer goes on.
            self.then = None;
            return;
        };
        match answer.question {
            Question::WordList => self.use_lists(self.vocabulary.with(path)),
            Question::ExampleList => self.write_example(&path),
            Question::Open { .. } | Question::OpenFolder => self.open_paths(answer.paths),
            Question::SaveWorkspace { .. } => self.save_to(Some(&with_ending(path))),
            Question::Export { .. } => self.export_to(path),
            Question::ExportWorkspace { .. } => self.export_workspace_to(&path),
            Question::Import => self.import_from(&path),
        }
    }

    /// Carries on with a path that was typed because there was no dialog.
    pub(super) fn typed(&mut self, path: PathBuf) {
        if let Some(question) = self.asked.take() {
            self.answered(Answer { question, paths: vec![path], unavailable: false });
        }
    }

    /// Saves; an untitled workspace asks where.
    pub(super) fn save(&mut self) {
        if self.library.workspace().is_untitled() || self.library.workspace().read_only() {
            self.ask_save_as();
        } else {
            self.save_to(None);
        }
    }

    fn save_to(&mut self, target: Option<&Path>) {
        match self.library.save(target) {
            Ok(()) => {
                self.remember(self.library.workspace().path().to_path_buf());
                self.say(format!("Saved {}", self.library.name()));
                if let Some(then) = self.then.take() {
                    self.go_on(then);
                }
            }
            Err(error) => {
                self.then = None;
                self.fail(&error);
            }
        }
    }

    /// Asks where to write a chart or a table.
    pub(super) fn ask_export(&mut self, export: Box<Export>) {
        self.questions.push_back(Question::Export { name: export.file_name() });
        self.export = Some(export);
    }

    /// Writes it on a thread: a picture takes a moment to draw.
    fn export_to(&mut self, path: PathBuf) {
        let Some(export) = self.export.take() else { return };
        self.jobs.start("Exporting", move |reporter| {
            #[expect(clippy::disallowed_methods, reason = "the analyst has chosen this file to be written")]
            let written = export.bytes().and_then(|bytes| Ok(std::fs::write(&path, bytes)?));
            let name = name_of(&path);
            reporter.send(match written {
                Ok(()) => Event::Did(format!("Exported {name}")),
                Err(error) => {
                    let why = format!("it could not be written: {error:#}. Nothing else has changed.");
                    Event::Refused { name, why }
                }
            });
        });
    }

    fn write_example(&mut self, path: &Path) {
        #[expect(clippy::disallowed_methods, reason = "the analyst has chosen this file to be written")]
        match std::fs::write(path, include_str!("../../assets/samples/word_list.tsv")) {
            Ok(()) => self.say(format!("Wrote {}; change it, then add it", name_of(path))),
            Err(error) => self.notice(format!("“{}” could not be written: {error}.", name_of(path)), true),
        }
    }

    fn export_workspace_to(&mut self, path: &Path) {
        #[expect(clippy::disallowed_methods, reason = "the analyst has chosen this file to be written")]
        let written = self.library.workspace().export_json().map_err(|e| e.to_string()).and_then(|json| {
            std::fs::write(path, json).map_err(|e| format!("“{}” could not be written: {e}.", name_of(path)))
        });
        match written {
            Ok(()) => self.say(format!("Exported {}", name_of(path))),
            Err(why) => self.notice(why, true),
        }
    }

    fn import_from(&mut self, path: &Path) {
        #[expect(clippy::disallowed_methods, reason = "the analyst has chosen this file to be read")]
        let read = std::fs::read_to_string(path).map_err(|e| format!("“{}” could not be read: {e}.", name_of(path)));
        let taken = read.and_then(|json| self.library.import_json(&json).map_err(|e| e.to_string()));
        match taken {
            Ok((applied, to_read)) => {
                self.read(Ok(to_read));
                self.show_new(&applied, true);
                self.say(format!("{} articles taken in", applied.imported.len()));
            }
            Err(why) => self.notice(why, true),
        }
    }

    pub(super) fn remove_article(&mut self) {
        let Some(id) = self.library.article().map(|a| a.id) else { return };
        match self.library.apply(&Change::Remove(vec![id])) {
            Ok(_) => {
                self.say("Removed 1 article; Undo brings it back".to_owned());
                self.open_something();
            }
            Err(error) => self.fail(&error),
        }
    }

    pub(super) fn new_workspace(&mut self) {
        self.before(Then::New);
    }

    pub(super) fn quit(&mut self) {
        self.context.send_viewport_cmd(ViewportCommand::Close);
    }

    /// Goes on with something that leaves this workspace, after asking about unsaved work.
    pub(super) fn before(&mut self, then: Then) {
        if !self.library.edited() {
            self.go_on(then);
            return;
        }
        let title = match &then {
            Then::Close => format!("Save “{}” before closing?", self.library.name()),
            _ => format!("Save “{}” first?", self.library.name()),
        };
        self.then = Some(then);
        self.sheet = Some(Sheet::Ask(Ask {
            title,
            body: "Articles and corrections since the last save would be lost.".to_owned(),
            answers: vec![("Save", "save-first"), ("Don't save", "discard-first")],
        }));
    }

    pub(super) fn save_first(&mut self) {
        self.save();
    }

    pub(super) fn discard_first(&mut self) {
        let Some(then) = self.then.take() else { return };
        match self.library.revert() {
            Ok(_) => self.go_on(then),
            Err(error) => self.fail(&error),
        }
    }

    fn go_on(&mut self, then: Then) {
        match then {
            Then::Close => {
                self.jobs.cancel();
                self.closing = true;
                self.context.send_viewport_cmd(ViewportCommand::Close);
            }
            Then::New => self.replace(Workspace::untitled(&self.home)),
            Then::Open(path) => {
                self.replace(Workspace::open(&path));
                if self.library.workspace().path() == path {
                    self.remember(path);
                }
            }
        }
    }

    /// Shows another workspace. On failure this one stays.
    fn replace(&mut self, workspace: crate::workspace::Result<Workspace>) {
        match workspace.and_then(|workspace| Library::new(workspace, self.vocabulary.name())) {
            Ok(library) => {
                let old = std::mem::replace(&mut self.library, library).into_workspace();
                if old.is_untitled()
                    && let Err(error) = old.discard()
                {
                    log::warn!("an untitled workspace stays behind: {error}");
                }
                self.jobs.abandon();
                self.ledger = Tally::default();
                self.background = Background::default();
                self.trail.clear();
                self.session.find = None;
                self.open_article(None);
                self.open_something();
                if self.library.workspace().read_only() {
                    let name = self.library.name();
                    self.notice(format!("“{name}” can only be read. Save as makes a copy that can be changed."), false);
                }
            }
            Err(error) => self.fail(&error),
        }
    }

    fn remember(&mut self, path: PathBuf) {
        self.recent.retain(|known| *known != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT);
    }
}

fn is_workspace(path: &Path) -> bool {
    path.extension().is_some_and(|e| e.eq_ignore_ascii_case(ENDING))
}

/// A path with the ending of workspaces: not every dialog adds it.
fn with_ending(path: PathBuf) -> PathBuf {
    if is_workspace(&path) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(ENDING);
    name.into()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::with_ending;

    #[test]
    fn a_workspace_gets_its_ending_once() {
        for (path, expected) in [("a/b", "a/b.readout"), ("a/b.readout", "a/b.readout"), ("a/b.x", "a/b.x.readout")] {
            assert_eq!(with_ending(path.into()), std::path::PathBuf::from(expected));
        }
    }
}
