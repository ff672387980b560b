//! The one file on disk: articles, corrections, and a cache of what was derived from them.
//!
//! A workspace is a SQLite database named `.readout`. Every change is on disk when [`Workspace::apply`] returns; saving
//! only moves a mark. A change is a row that is active or not: undo leaves it out, redo takes it in again, and going
//! back to what was saved restores the rows that were active then. Nothing is ever inverted.

mod article;
mod cache;
mod change;
mod error;
mod history;
mod json;
mod kind;
mod lock;
mod place;
mod schema;
#[cfg(test)]
mod tests;

pub use article::{Article, ArticleId, ArticleSummary, Logged, Progress};
pub use change::{Applied, Change};
pub use error::Error;
pub use history::Step;

use crate::record::correct::Note;
use lock::Lock;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};

/// What a call on a workspace gives.
pub type Result<T> = std::result::Result<T, Error>;

/// An open workspace. Only one program has it open for writing at a time.
#[derive(Debug)]
pub struct Workspace {
    connection: Connection,
    path: PathBuf,
    read_only: bool,
    /// Held for as long as the workspace is open for writing.
    lock: Option<Lock>,
}

impl Workspace {
    /// A new workspace in a file that does not exist yet.
    ///
    /// # Errors
    /// When the file exists already or cannot be written.
    pub fn create(path: &Path) -> Result<Self> {
        let file = std::fs::OpenOptions::new().write(true).create_new(true).open(path);
        file.map_err(|e| Error::from_io(path, "create", e))?;
        let made = Self::create_in_empty(path);
        if made.is_err() {
            place::forget(path);
        }
        made
    }

    fn create_in_empty(path: &Path) -> Result<Self> {
        let lock = Lock::take(path)?;
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        schema::create(&connection).map_err(|e| Error::from_sql(path, e))?;
        schema::prepare(&connection).map_err(|e| Error::from_sql(path, e))?;
        Ok(Self { connection, path: path.to_owned(), read_only: false, lock: Some(lock) })
    }

    /// Opens a workspace. A file that may not be written is opened for reading only.
    ///
    /// # Errors
    /// When the file is missing, no workspace, from a newer release, damaged, or open in another window. The file is
    /// left as it was.
    pub fn open(path: &Path) -> Result<Self> {
        kind::check(path)?;
        if std::fs::metadata(path).is_ok_and(|m| m.permissions().readonly()) {
            return Self::open_read_only(path);
        }
        let lock = Lock::take(path)?;
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        Self::checked(connection, path, Some(lock))
    }

    /// Opens a workspace for reading only, even while another window has it.
    ///
    /// # Errors
    /// As for [`Workspace::open`].
    pub fn open_read_only(path: &Path) -> Result<Self> {
        kind::check(path)?;
        Self::checked(connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?, path, None)
    }

    fn checked(connection: Connection, path: &Path, lock: Option<Lock>) -> Result<Self> {
        schema::prepare(&connection).map_err(|e| Error::from_sql(path, e))?;
        schema::check(&connection, path)?;
        let read_only = connection.is_readonly(rusqlite::MAIN_DB).map_err(|e| Error::from_sql(path, e))?;
        if !read_only {
            schema::raise(&connection).map_err(|e| Error::from_sql(path, e))?;
        }
        Ok(Self { connection, path: path.to_owned(), read_only, lock })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file can only be read.
    pub fn read_only(&self) -> bool {
        self.read_only
    }

    /// All articles, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn articles(&self) -> Result<Vec<ArticleSummary>> {
        self.read(article::list)
    }

    /// One article with its text.
    ///
    /// # Errors
    /// When the file cannot be read, or the text is not the one that was imported.
    pub fn article(&self, id: ArticleId) -> Result<Article> {
        let (article, intact) = self.read(|c| article::get(c, id))?.ok_or(Error::NoArticle)?;
        if intact { Ok(article) } else { Err(Error::damaged_article(&article)) }
    }

    /// The corrections that hold in an article, in the order in which they were made.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn corrections(&self, id: ArticleId) -> Result<Vec<Logged>> {
        self.read(|c| article::corrections(c, Some(id)))
    }

    /// Every correction that holds, in any article, in the order in which they were made.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn all_corrections(&self) -> Result<Vec<Logged>> {
        self.read(|c| article::corrections(c, None))
    }

    /// The notes of every article that has some, each article's in text order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn notes(&self) -> Result<Vec<(ArticleId, Vec<Note>)>> {
        self.read(article::all_notes)
    }

    /// Changes articles or corrections: one step of the history, on disk when this returns.
    ///
    /// # Errors
    /// When the file cannot be written. Then nothing has changed.
    pub fn apply(&mut self, change: &Change) -> Result<Applied> {
        self.write(|t| change::apply(t, change))
    }

    fn read<T>(&self, read: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T> {
        read(&self.connection).map_err(|e| Error::from_sql(&self.path, e))
    }

    /// Runs `write` in a transaction: all of it is on disk afterwards, or nothing.
    fn write<T>(&mut self, write: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>) -> Result<T> {
        if self.read_only {
            return Err(Error::read_only(&self.path));
        }
        let run = |connection: &mut Connection| {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = write(&transaction)?;
            transaction.commit()?;
            Ok(done)
        };
        run(&mut self.connection).map_err(|e| Error::from_sql(&self.path, e))
    }
}

/// Opens the database without creating one.
fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(|e| Error::from_sql(path, e))
}
