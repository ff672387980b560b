//! The open workspace as the window shows it: rows of articles, the open article with its corrections, what can be
//! undone. The workspace keeps; this only reads it into memory and decides what has to be read by the engine.

mod across;
mod work;

use crate::record::Record;
use crate::record::correct::{notes, replay};
use crate::text::Text;
use crate::ui::{ArticleRow, OpenArticle, Work};
use crate::workspace::{Applied, ArticleId, Change, Result, Workspace};
use across::Everyone;
pub(super) use across::HasJoined;
use std::sync::Arc;

/// A longer article is split into words by the job that reads it: the window must not wait for that.
const LONG: usize = 500_000;
/// More mentions than this take longer to keep than the window may wait, so the article is read again instead.
const MOST_KEPT: usize = 30_000;

/// As much of a text is read where its first words stand for its title.
const LONGEST_TITLE: usize = 120;

/// The words of an article that the engine has to read.
#[derive(Clone, Debug)]
pub(super) enum Words {
    /// Too many to be split while the window waits.
    Whole(Arc<str>),
    /// As the window shows them.
    Split(Arc<Text>),
}

/// An article that the engine has to read.
#[derive(Clone, Debug)]
pub(super) struct ToRead {
    /// Which.
    pub article: ArticleId,
    /// Its words.
    pub words: Words,
    /// The day it was published, as far as known.
    pub published: Option<String>,
}

/// What undo or redo did, and what the engine has to read for it.
pub(super) type Turned = (Option<String>, Option<ToRead>);

/// What the engine found, before corrections.
#[derive(Debug)]
struct Found {
    published: Option<String>,
    record: Arc<Record>,
}

/// The words that stand for a title where there is none: the first line, cut after a whole word where it is long.
fn first_words(start: &str) -> Option<String> {
    let line = start.trim_start().lines().next()?.trim();
    let whole = line.chars().count() + 1 < LONGEST_TITLE;
    let cut = || line.rsplit_once(' ').map(|(words, _)| format!("{words}…"));
    (!whole).then(cut).flatten().or_else(|| Some(line.to_owned()))
}

/// The open workspace in memory.
#[derive(Debug)]
pub(super) struct Library {
    workspace: Workspace,
    /// The engine whose findings are kept: another one has to read again.
    engine: String,
    rows: Vec<ArticleRow>,
    open: Option<OpenArticle>,
    found: Option<Found>,
    /// The words of the open article while they are not split yet.
    unsplit: Option<Arc<str>>,
    /// What undo would leave out.
    pub(super) undo_label: Option<String>,
    /// What redo would take in again.
    pub(super) redo_label: Option<String>,
    /// Steps since the last save.
    unsaved: u64,
    /// Steps that nobody would miss: the sample article of a first start.
    worthless: u64,
    revision: u64,
    /// What was done in the workspace.
    work: Work,
    /// What the articles tell together.
    everyone: Everyone,
}

impl Library {
    /// Shows a workspace that is read by the engine of a name.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn new(workspace: Workspace, engine: &str) -> Result<Self> {
        let mut library = Self {
            workspace,
            engine: engine.to_owned(),
            rows: Vec::new(),
            open: None,
            found: None,
            unsplit: None,
            undo_label: None,
            redo_label: None,
            unsaved: 0,
            worthless: 0,
            revision: 0,
            work: Work::default(),
            everyone: Everyone::default(),
        };
        library.refresh()?;
        Ok(library)
    }

    /// The articles, newest last.
    pub(super) fn rows(&self) -> &[ArticleRow] {
        &self.rows
    }

    /// The open article.
    pub(super) fn article(&self) -> Option<&OpenArticle> {
        self.open.as_ref()
    }

    /// Where the workspace is.
    pub(super) fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Gives the workspace back, to close or discard it.
    pub(super) fn into_workspace(self) -> Workspace {
        self.workspace
    }

    /// Whether there are changes that the analyst has not saved and would miss.
    pub(super) fn edited(&self) -> bool {
        self.unsaved > self.worthless
    }

    /// Says that nobody would miss what is there now: it is the sample.
    pub(super) fn nobody_would_miss_this(&mut self) {
        self.worthless = self.unsaved;
    }

    /// The workspace's name as the window's title shows it.
    pub(super) fn name(&self) -> String {
        if self.workspace.is_untitled() {
            return "Untitled".to_owned();
        }
        self.workspace.path().file_stem().map_or_else(|| "Untitled".to_owned(), |n| n.to_string_lossy().into_owned())
    }

    /// Opens an article, or none.
    ///
    /// # Errors
    /// When it cannot be read or is damaged.
    pub(super) fn open(&mut self, id: Option<ArticleId>) -> Result<Option<ToRead>> {
        let Some(id) = id else {
            (self.open, self.found, self.unsplit) = (None, None, None);
            return Ok(None);
        };
        let article = self.workspace.article(id)?;
        self.revision += 1;
        self.found = None;
        let (text, unsplit) = if article.text.len() > LONG {
            (Text::default(), Some(article.text.into()))
        } else {
            (Text::new(article.text), None)
        };
        self.unsplit = unsplit;
        self.open = Some(OpenArticle {
            id,
            title: article.title,
            source: article.source,
            published: article.published,
            text: Arc::new(text),
            record: Arc::default(),
            log: Vec::new(),
            notes: Vec::new(),
            courses: self.everyone.courses.clone(),
            revision: self.revision,
        });
        self.reread()
    }

    /// Has another engine read from now on, first the open article.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(super) fn use_engine(&mut self, engine: &str) -> Result<Option<ToRead>> {
        engine.clone_into(&mut self.engine);
        self.found = None;
        self.forget_handed_out();
        self.reread()
    }

    /// Brings the record of the open article up to date. Returns what the engine has to read for that, if anything.
    fn reread(&mut self) -> Result<Option<ToRead>> {
        let Some(open) = &self.open else { return Ok(None) };
        if self.found.as_ref().is_none_or(|found| found.published != open.published) {
            let cached = match &self.unsplit {
                Some(_) => None,
                None => self.workspace.cached_record(open.id, &self.engine, open.published.as_deref())?,
            };
            let Some(record) = cached else {
                let words = match &self.unsplit {
                    Some(words) => Words::Whole(words.clone()),
                    None => Words::Split(open.text.clone()),
                };
                return Ok(Some(ToRead { article: open.id, words, published: open.published.clone() }));
            };
            self.found = Some(Found { published: open.published.clone(), record: Arc::new(record) });
        }
        self.replay()?;
        Ok(None)
    }

    /// Applies the corrections to what the engine found.
    fn replay(&mut self) -> Result<()> {
        let (Some(open), Some(found)) = (&mut self.open, &self.found) else { return Ok(()) };
        let log = self.workspace.corrections(open.id)?;
        self.revision += 1;
        open.record = if log.is_empty() {
            found.record.clone()
        } else {
            Arc::new(replay(&open.text, &found.record, log.iter().map(crate::workspace::Logged::scoped)).record)
        };
        open.notes = notes(log.iter().map(|logged| &logged.correction));
        (open.log, open.revision) = (log, self.revision);
        Ok(())
    }

    /// Takes in the words of a long article as soon as they are split: they can be read before anything is found.
    pub(super) fn split(&mut self, article: ArticleId, text: Arc<Text>) {
        if let Some(open) = self.open.as_mut().filter(|open| open.id == article)
            && self.unsplit.take().is_some()
        {
            self.revision += 1;
            (open.text, open.revision) = (text, self.revision);
        }
    }

    /// Takes in what the engine found, and says whether it is for the open article as it is now. A reading that is stale
    /// is only kept for later.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub(super) fn read(
        &mut self,
        article: ArticleId,
        engine: &str,
        published: Option<String>,
        record: Record,
    ) -> Result<bool> {
        if record.mentions.len() <= MOST_KEPT {
            self.workspace.cache_record(article, engine, published.as_deref(), &record)?;
            self.everyone.stale = true;
        }
        let current = engine == self.engine
            && self.open.as_ref().is_some_and(|open| open.id == article && open.published == published);
        if current {
            self.found = Some(Found { published, record: Arc::new(record) });
            self.replay()?;
        }
        Ok(current)
    }

    /// Changes articles or corrections.
    ///
    /// # Errors
    /// When it cannot be kept; then nothing has changed.
    pub(super) fn apply(&mut self, change: &Change) -> Result<(Applied, Option<ToRead>)> {
        let applied = self.workspace.apply(change)?;
        let to_read = self.refresh()?;
        Ok((applied, to_read))
    }

    /// Leaves the last change out, and says which.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn undo(&mut self) -> Result<Turned> {
        let label = self.workspace.undo()?;
        Ok((label, self.refresh()?))
    }

    /// Leaves every change after a step out, the last first, and says how many.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn undo_to(&mut self, seq: i64) -> Result<Turned> {
        let steps = self.workspace.history()?.iter().filter(|step| step.active && step.seq > seq).count();
        for _ in 0..steps {
            self.workspace.undo()?;
        }
        let label = match steps {
            0 => None,
            1 => Some("1 step".to_owned()),
            n => Some(format!("{n} steps")),
        };
        Ok((label, self.refresh()?))
    }

    /// Takes the last undone change in again, and says which.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn redo(&mut self) -> Result<Turned> {
        let label = self.workspace.redo()?;
        Ok((label, self.refresh()?))
    }

    /// Saves where the workspace is, or elsewhere.
    ///
    /// # Errors
    /// When the file cannot be written; then both files are as they were.
    pub(super) fn save(&mut self, target: Option<&std::path::Path>) -> Result<()> {
        match target {
            Some(target) => self.workspace.save_as(target)?,
            None => self.workspace.save()?,
        }
        self.worthless = 0;
        self.refresh().map(drop)
    }

    /// Goes back to what was saved last.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn revert(&mut self) -> Result<Option<ToRead>> {
        self.workspace.revert_to_saved()?;
        self.refresh()
    }

    /// Takes in an exported workspace.
    ///
    /// # Errors
    /// When it is none, or cannot be kept.
    pub(super) fn import_json(&mut self, json: &str) -> Result<(Applied, Option<ToRead>)> {
        let applied = self.workspace.import_json(json)?;
        let to_read = self.refresh()?;
        Ok((applied, to_read))
    }

    /// Reads again what a change may have touched.
    fn refresh(&mut self) -> Result<Option<ToRead>> {
        let row = |a: crate::workspace::ArticleSummary| ArticleRow {
            id: a.id,
            title: a.title.or(a.start.as_deref().and_then(first_words)).unwrap_or_else(|| "Untitled".to_owned()),
            source: a.source,
            published: a.published,
            progress: a.progress,
        };
        self.rows = self.workspace.articles()?.into_iter().map(row).collect();
        self.undo_label = self.workspace.undo_label()?;
        self.redo_label = self.workspace.redo_label()?;
        self.unsaved = self.workspace.unsaved()?;
        self.refresh_work()?;
        self.everyone.stale = true;
        let Some(open) = &mut self.open else { return Ok(None) };
        match self.rows.iter().find(|row| row.id == open.id) {
            Some(row) => open.published.clone_from(&row.published),
            None => return self.open(None),
        }
        self.reread()
    }
}
