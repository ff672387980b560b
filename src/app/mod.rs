//! The program with a window: holds the workspace, the session and the jobs, and does what views and keys ask for.
//!
//! Views return intents; [`App::perform`] is the only place that carries them out.

mod across;
mod actions;
mod bar;
mod copy;
mod deeds;
mod dialogs;
mod files;
mod go;
mod jobs;
mod keys;
mod library;
mod review;
mod settings;
mod startup;
mod tally;
mod trail;
mod vocabulary;
mod window;
mod work;

pub use actions::{ACTIONS, Action};
pub use dialogs::{Answer, Dialogs, NativeDialogs, Question};
pub use startup::{Setup, run};

use crate::export::Export;
use crate::record::correct::{Correction, Noted};
use crate::ui::find::Find;
use crate::ui::sheet::{Ask, Sheet};
use crate::ui::{Cx, Goto, Intent, Scope, Selection, Session, SessionChange, correcting, marks, sight};
use crate::workspace::{self, ArticleId, Change};
use jobs::{Event, Jobs};
use library::{Library, ToRead};
use settings::Columns;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use trail::Trail;
use vocabulary::Vocabulary;

/// How long a quiet word about what was done stays.
const STATUS: Duration = Duration::from_secs(5);

/// What goes on once a question about unsaved work is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Then {
    Close,
    New,
    Open(PathBuf),
}

/// Something that the analyst should read.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Notice {
    words: String,
    error: bool,
}

/// The window's program.
pub struct App {
    context: egui::Context,
    vocabulary: Vocabulary,
    library: Library,
    session: Session,
    panels: window::Panels,
    layout: Columns,
    /// Whether nothing in the window moves by itself.
    still: bool,
    /// Whether the hints for a first start are shown.
    hints: bool,
    /// Whether a field or a button that was gone to had the keyboard at the end of the last frame.
    focused: bool,
    trail: Trail,
    jobs: Jobs,
    dialogs: Box<dyn Dialogs>,
    /// Dialogs to open as soon as the window's frame is at hand.
    questions: VecDeque<Question>,
    /// What a path is being typed for.
    asked: Option<Question>,
    sheet: Option<Sheet>,
    notices: Vec<Notice>,
    status: Option<(String, Instant)>,
    recent: Vec<PathBuf>,
    then: Option<Then>,
    /// The mark to select as soon as its article is read.
    sought: Option<(ArticleId, Noted)>,
    /// The chart or table to write once the analyst has named a file.
    export: Option<Box<Export>>,
    /// Whether the window may close without asking.
    closing: bool,
    /// Where untitled workspaces live.
    home: PathBuf,
    /// What became of the files of the import that runs.
    ledger: tally::Tally,
    background: across::Background,
    title: String,
}

impl App {
    /// Carries out what a view wants.
    pub fn perform(&mut self, intent: Intent) {
        match intent {
            Intent::Correct(correction, scope) => self.correct(correction, scope),
            Intent::Session(change) => self.change(change),
            Intent::Export(export) => self.ask_export(export),
            Intent::ForgetList(path) => self.use_lists(self.vocabulary.without(&path)),
            Intent::Path(path) => self.typed(path),
            Intent::UndoTo(seq) => self.turn(|library| library.undo_to(seq), "Undid"),
            Intent::Act(id) => actions::act(self, id),
        }
    }

    /// Does what the action of an id does, if it makes sense now.
    pub fn act(&mut self, id: &str) {
        actions::act(self, id);
    }

    /// Whether a job runs.
    pub fn busy(&self) -> bool {
        self.jobs.busy()
    }

    /// What is selected and shown.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The open article.
    pub fn article(&self) -> Option<&crate::ui::OpenArticle> {
        self.library.article()
    }

    /// How many articles the workspace has.
    pub fn articles(&self) -> usize {
        self.library.rows().len()
    }

    /// Whether there are changes that are not saved.
    pub fn edited(&self) -> bool {
        self.library.edited()
    }

    /// Changes what is shown.
    fn change(&mut self, change: SessionChange) {
        match change {
            SessionChange::Select(selection) => self.select(selection),
            SessionChange::Hover(what) => self.session.hover = what,
            SessionChange::Show(view) => self.session.view = view,
            SessionChange::Open(id) => {
                self.open_article(Some(id));
                self.trail.visit((id, Selection::None));
            }
            SessionChange::OpenAt(id, noted) => self.open_at(id, noted),
            SessionChange::ScrollTo(span) => self.go_to(span),
            SessionChange::Layer(layer) => self.session.layers.turn(layer),
            SessionChange::Passage(passage) => self.session.passage = passage,
            SessionChange::Find(find) => {
                if let Some(span) = find.as_ref().and_then(Find::current) {
                    self.go_to(span);
                }
                self.session.find = find;
            }
        }
    }

    fn select(&mut self, selection: Selection) {
        self.session.selection = selection;
        self.session.passage = None;
        let Some(article) = self.library.article() else { return };
        if selection != Selection::None {
            self.trail.visit((article.id, selection));
        }
        if let Some(span) = marks::span(selection, &article.record) {
            self.go_to(span);
        }
    }

    fn go_to(&mut self, span: crate::text::Span) {
        let serial = self.session.goto.map_or(1, |g| g.serial + 1);
        self.session.goto = Some(Goto { span, serial });
    }

    /// Opens an article and has it read.
    fn open_article(&mut self, id: Option<ArticleId>) {
        let goto = self.session.goto;
        self.begin_session();
        self.session.goto = goto;
        let opened = self.library.open(id);
        self.read(opened);
    }

    /// Forgets what was selected and shown, and keeps what is a matter of taste.
    fn begin_session(&mut self) {
        let Session { view, layers, text, .. } = std::mem::take(&mut self.session);
        self.session = Session { view, layers, text, ..Session::default() };
    }

    /// Has the engine read what has to be read.
    fn read(&mut self, to_read: workspace::Result<Option<ToRead>>) {
        match to_read {
            Ok(Some(to_read)) => {
                self.session.reading = true;
                let (loading, engine) = (self.vocabulary.engine().clone(), self.vocabulary.name().to_owned());
                self.jobs.start("Reading the article", move |reporter| {
                    // The words of a long article are shown before the engine is ready.
                    let to_read = across::split(reporter, to_read);
                    let (reader, said) = &**loading;
                    reporter.send(Event::Lists { engine: engine.clone(), said: said.clone() });
                    across::read(reporter, reader, &engine, to_read);
                });
            }
            Ok(None) => {}
            Err(error) => self.fail(&error),
        }
    }

    /// Reads with other word lists from now on, the open article first.
    fn use_lists(&mut self, vocabulary: Vocabulary) {
        self.vocabulary = vocabulary;
        self.background.start_over();
        let (loading, engine) = (self.vocabulary.engine().clone(), self.vocabulary.name().to_owned());
        let to_read = self.library.use_engine(&engine);
        self.jobs.start("Reading the word lists", move |reporter| {
            let said = loading.1.clone();
            reporter.send(Event::Lists { engine, said });
        });
        self.read(to_read);
    }

    fn reload_lists(&mut self) {
        self.use_lists(Vocabulary::new(self.vocabulary.paths()));
    }

    /// Makes a correction: one undo step.
    fn correct(&mut self, correction: Correction, scope: Scope) {
        let Some(article) = self.library.article().map(|a| a.id) else { return };
        let label = correction.label();
        let added = matches!(correction, Correction::AddMention { .. }).then_some(self.session.passage).flatten();
        let before = self.library.article().map(|a| a.record.clone());
        match self.library.apply(&Change::Correct { article, scope, correction }) {
            Ok((_, to_read)) => {
                self.say(label);
                self.keep_selection(before.as_deref());
                if let Some(span) = added {
                    self.select_at(span);
                }
                self.read(Ok(to_read));
                self.answered_one();
            }
            Err(error) => self.fail(&error),
        }
    }

    /// Keeps the selection on its words after the record has changed.
    fn keep_selection(&mut self, before: Option<&crate::record::Record>) {
        let Some(article) = self.library.article() else {
            self.begin_session();
            return;
        };
        if let Some(before) = before {
            self.session.selection = correcting::carry(self.session.selection, before, &article.record);
        }
        self.session.hover = Selection::None;
        self.keep_review();
    }

    /// Selects the mark that stands at a passage.
    fn select_at(&mut self, span: crate::text::Span) {
        let Some(article) = self.library.article() else { return };
        let mark = marks::Marks::new(&article.record).within(span).find(|m| matches!(m.what, Selection::Mention(_)));
        self.session.passage = None;
        if let Some(mark) = mark {
            self.session.selection = mark.what;
        }
    }

    fn undo(&mut self) {
        self.turn(Library::undo, "Undid");
    }

    fn redo(&mut self) {
        self.turn(Library::redo, "Redid");
    }

    fn turn(&mut self, turn: impl FnOnce(&mut Library) -> workspace::Result<library::Turned>, did: &'static str) {
        let before = self.library.article().map(|a| a.record.clone());
        match turn(&mut self.library) {
            Ok((label, to_read)) => {
                if let Some(label) = label {
                    self.say(format!("{did}: {label}"));
                }
                self.keep_selection(before.as_deref());
                self.read(Ok(to_read));
                self.open_something();
            }
            Err(error) => self.fail(&error),
        }
    }

    /// Opens the first article when none is open.
    fn open_something(&mut self) {
        if self.library.article().is_none()
            && let Some(id) = self.library.rows().first().map(|row| row.id)
        {
            self.open_article(Some(id));
        }
    }

    fn edit_fields(&mut self) {
        if let Some(article) = self.library.article() {
            self.panels.inspector.edit(article, self.session.selection);
        }
    }

    fn theme(&mut self, theme: egui::ThemePreference) {
        self.context.set_theme(theme);
    }

    fn about(&mut self) {
        self.sheet = Some(Sheet::Ask(Ask {
            title: concat!("Readout ", env!("CARGO_PKG_VERSION")).to_owned(),
            body:
                "Reads the news so that an analyst can check it. Runs on this computer alone: nothing is sent anywhere."
                    .to_owned(),
            answers: Vec::new(),
        }));
    }

    /// A quiet word about what was done.
    fn say(&mut self, words: String) {
        self.status = Some((words, Instant::now()));
        self.context.request_repaint_after(STATUS);
    }

    /// Something failed: a sentence that stays until it is dismissed.
    fn fail(&mut self, error: &dyn std::fmt::Display) {
        self.notice(error.to_string(), true);
    }

    fn notice(&mut self, words: String, error: bool) {
        let notice = Notice { words, error };
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    /// Takes in what the jobs have sent.
    fn absorb(&mut self) {
        for event in self.jobs.take() {
            match event {
                Event::Lists { engine, said } => {
                    if let Some(wrong) = self.vocabulary.told(&engine, said) {
                        self.notice(wrong, true);
                    }
                }
                Event::Read { article, engine, published, record } => {
                    let before = self.library.article().map(|a| a.record.clone());
                    match self.library.read(article, &engine, published, *record) {
                        Ok(true) => {
                            self.session.reading = false;
                            self.keep_selection(before.as_deref());
                            self.dated();
                            self.find_sought();
                        }
                        Ok(false) => {}
                        Err(error) => self.fail(&error),
                    }
                }
                Event::Joined(joined) => self.library.joined(*joined),
                Event::Split { article, text } => self.library.split(article, text),
                Event::Drafts(drafts) => self.take_drafts(drafts),
                Event::Did(what) => self.say(what),
                Event::Refused { name, why } => self.ledger.refuse(&name, &why),
                Event::Progress { .. } => {}
                Event::Ended { job, broke } => {
                    self.background.ended(job);
                    if let Some(why) = broke {
                        self.session.reading = false;
                        self.notice(format!("A job broke off: {why}. What was there before is unchanged."), true);
                    }
                    if !self.jobs.busy() {
                        self.tell_ledger();
                    }
                }
            }
        }
    }

    /// Stops every job. What has come in stays.
    fn stop(&mut self) {
        self.jobs.cancel();
        self.background.stop();
        if std::mem::take(&mut self.session.reading) {
            self.say("Stopped; open the article again to have it read".to_owned());
        }
    }

    /// What views may read.
    fn cx(&self) -> Cx<'_> {
        Cx {
            articles: self.library.rows(),
            article: self.library.article(),
            across: self.library.across(),
            work: self.library.work(),
            session: &self.session,
            lists: self.vocabulary.lists(),
            theme: crate::ui::theme::Theme::of(&self.context),
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, context: &egui::Context, frame: &mut eframe::Frame) {
        self.absorb();
        self.keep_up();
        while let Some(answer) = self.dialogs.answer() {
            self.answered(answer);
        }
        if let Some(question) = self.questions.pop_front() {
            self.dialogs.ask(question, context, frame);
        }
        if context.input(|i| i.viewport().close_requested()) && !self.closing {
            self.before(Then::Close);
            if !self.closing {
                context.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            }
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.take_input();
        keys::take(self);
        self.window(ui);
        self.focused = sight::gone_to(&self.context);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        self.settings().keep(storage);
    }

    fn persist_egui_memory(&self) -> bool {
        true
    }
}
