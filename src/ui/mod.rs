//! The window: views that read [`Cx`] and return [`Intent`]s.
//!
//! A view cannot change anything of ours: it says what the analyst wants, and the type of the intent decides whether it
//! is undoable (a correction), forgotten (a change of the session) or done by the program (an action).

pub mod article;
pub mod articles;
pub mod correcting;
pub mod edge;
pub mod elsewhere;
pub mod entities;
pub mod facts;
pub mod find;
pub mod fonts;
pub mod hints;
pub mod inspector;
pub mod layers;
pub mod marks;
mod parts;
pub mod review;
pub mod sheet;
pub mod sight;
pub mod theme;
pub mod views;
mod walk;

use crate::chart::course::Course;
use crate::export::Export;
use crate::extract::link::across::Across;
use crate::record::correct::{Correction, Note, Noted};
use crate::record::{EntityId, Record, Time};
use crate::text::{Span, Text};
pub use parts::{Answer, answer_button, elided, focus_ring, head, hint, region, row_ground, spoken, tick};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use theme::Theme;

/// Where a correction holds.
pub use crate::record::correct::Scope;
/// Names an article in the workspace, says how far its review is, and what was corrected in it.
pub use crate::workspace::{ArticleId, Logged, Progress, Step};

/// What a view may read.
pub struct Cx<'a> {
    /// The articles of the workspace, for lists: newest last.
    pub articles: &'a [ArticleRow],
    /// The open article, read and corrected.
    pub article: Option<&'a OpenArticle>,
    /// Who is meant across the articles of the workspace.
    pub across: &'a Across,
    /// What was done in the workspace.
    pub work: &'a Work,
    /// What is selected, filtered and shown.
    pub session: &'a Session,
    /// The analyst's own word lists.
    pub lists: &'a [OwnList],
    /// Every colour and type size.
    pub theme: &'a Theme,
}

/// One line of the article list.
#[derive(Clone, Debug)]
pub struct ArticleRow {
    /// Which article.
    pub id: ArticleId,
    /// Its title, or its first words.
    pub title: String,
    /// Where it came from.
    pub source: String,
    /// The day it was published, ISO 8601.
    pub published: Option<String>,
    /// How far its review is.
    pub progress: Progress,
}

/// What the analyst has done in the whole workspace.
#[derive(Clone, Debug, Default)]
pub struct Work {
    /// The steps that undo can take back, the oldest first.
    pub steps: Vec<Step>,
    /// The notes of every article that has some.
    pub notes: Vec<(ArticleId, Vec<Note>)>,
}

/// A file of the analyst's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnList {
    /// Where it is.
    pub path: std::path::PathBuf,
    /// How many rows it adds, or why it is left out; nothing until it was read.
    pub state: Option<Result<usize, String>>,
}

impl OwnList {
    /// The file's name.
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned()
    }
}

/// The open article.
#[derive(Debug)]
pub struct OpenArticle {
    /// Which article.
    pub id: ArticleId,
    /// Its title.
    pub title: Option<String>,
    /// Where it came from.
    pub source: String,
    /// The day it was published, ISO 8601, the analyst's answer included.
    pub published: Option<String>,
    /// Its words.
    pub text: Arc<Text>,
    /// What was found, with the analyst's corrections applied.
    pub record: Arc<Record>,
    /// The corrections that hold in it, in the order in which they were made.
    pub log: Vec<Logged>,
    /// The analyst's notes, in text order, those on the article itself first.
    pub notes: Vec<Note>,
    /// The tariff rates that several dated articles of the workspace tell.
    pub courses: Arc<[Course]>,
    /// Counts up whenever `record` or `courses` change, so that views know when what they derived from them is stale.
    pub revision: u64,
}

impl OpenArticle {
    /// The times that wait for the article's date; none once it has one.
    pub fn waiting(&self) -> impl Iterator<Item = &Time> {
        let undated = self.published.is_none();
        self.record.times.iter().filter(move |time| undated && time.waits())
    }
}

/// What is selected: everything shows the same selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Selection {
    /// Nothing.
    #[default]
    None,
    /// An entity, all its mentions.
    Entity(EntityId),
    /// Two entities, where the same sentences name both.
    Pair([EntityId; 2]),
    /// One mention, by its index in the record.
    Mention(usize),
    /// A figure.
    Figure(usize),
    /// A time.
    Time(usize),
    /// A quotation.
    Quote(usize),
    /// A commitment.
    Commitment(usize),
}

/// How large the article is set, in steps of a tenth from the usual size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextSize(i8);

impl TextSize {
    /// So many steps larger, within what can be read.
    pub fn by(self, steps: i8) -> Self {
        Self(self.0.saturating_add(steps).clamp(-4, 15))
    }

    /// What sizes are multiplied by.
    pub fn scale(self) -> f32 {
        1.0 + f32::from(self.0) * 0.1
    }
}

/// What the session holds: never saved in the workspace, never undone.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// What is selected.
    pub selection: Selection,
    /// The view open in the right column, by its id.
    pub view: &'static str,
    /// What the pointer hovers over in some view, for the others to hint at.
    pub hover: Selection,
    /// Whether the engine is still reading the open article.
    pub reading: bool,
    /// Words of the article that are selected as text.
    pub passage: Option<Span>,
    /// The search in the open article.
    pub find: Option<find::Find>,
    /// Where the article was last asked to scroll.
    pub goto: Option<Goto>,
    /// The queue of marks to check, while the analyst goes through it.
    pub review: Option<review::Review>,
    /// The sorts of marks that are hidden in the text.
    pub layers: layers::Layers,
    /// How large the article is set.
    pub text: TextSize,
}

/// A wish to see a place in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goto {
    /// The place.
    pub span: Span,
    /// Counts wishes, so that each is granted once.
    pub serial: u64,
}

/// A change of the session.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionChange {
    /// Select this, and scroll the article to it.
    Select(Selection),
    /// Hover over this.
    Hover(Selection),
    /// Open this view in the right column.
    Show(&'static str),
    /// Open this article.
    Open(ArticleId),
    /// Open this article, and select this mark in it.
    OpenAt(ArticleId, Option<Noted>),
    /// Scroll the article to these bytes.
    ScrollTo(Span),
    /// Select these words as text.
    Passage(Option<Span>),
    /// Look for this in the article, or stop looking.
    Find(Option<find::Find>),
    /// Show the marks of a layer, or hide them.
    Layer(layers::Layer),
}

/// What the analyst wants.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Change what the workspace says: one undo step.
    Correct(Correction, Scope),
    /// Change what is shown.
    Session(SessionChange),
    /// Write a chart or a table to a file that the analyst names.
    Export(Box<Export>),
    /// Read without this file of words.
    ForgetList(std::path::PathBuf),
    /// This is the file that was asked for.
    Path(std::path::PathBuf),
    /// Undo every step after this one.
    UndoTo(i64),
    /// Do what the action of this id does.
    Act(&'static str),
}

/// A view of the right column.
pub struct View {
    /// Its id, stable across releases.
    pub id: &'static str,
    /// Its title on the tab.
    pub title: &'static str,
    /// The keys that open it.
    pub keys: egui::KeyboardShortcut,
    /// Draws it.
    pub ui: DrawView,
}

/// Draws a view and collects what the analyst wants.
pub type DrawView = fn(&Cx<'_>, &mut egui::Ui, &mut Vec<Intent>);
