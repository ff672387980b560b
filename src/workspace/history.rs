//! Undo, redo, the saved mark, and going back to it.

use super::{ArticleId, Result, Workspace};
use rusqlite::{Connection, OptionalExtension, Transaction};

/// The last active change, which undo leaves out.
const LAST: &str = "SELECT seq, label FROM change WHERE state = 'active' ORDER BY seq DESC LIMIT 1";
/// The first undone change, which redo takes in again.
const NEXT: &str = "SELECT seq, label FROM change WHERE state = 'undone' ORDER BY seq LIMIT 1";

/// One step of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its number; later steps have higher ones.
    pub seq: i64,
    /// What it did, in a few words.
    pub label: String,
    /// Whether it holds; an undone step does not.
    pub active: bool,
    /// Whether it held when the workspace was last saved.
    pub saved: bool,
    /// The article where it made a correction.
    pub article: Option<ArticleId>,
    /// Whether it made a correction that holds in every article.
    pub everywhere: bool,
}

impl Workspace {
    /// Leaves the last change out, and says which.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn undo(&mut self) -> Result<Option<String>> {
        self.write(|t| turn(t, LAST, "undone"))
    }

    /// Takes the change in again that was undone last, and says which.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn redo(&mut self) -> Result<Option<String>> {
        self.write(|t| turn(t, NEXT, "active"))
    }

    /// What undo would leave out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn undo_label(&self) -> Result<Option<String>> {
        self.read(|c| Ok(step(c, LAST)?.map(|(_, label)| label)))
    }

    /// What redo would take in again.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn redo_label(&self) -> Result<Option<String>> {
        self.read(|c| Ok(step(c, NEXT)?.map(|(_, label)| label)))
    }

    /// Every step that undo and redo can reach, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self) -> Result<Vec<Step>> {
        self.read(|c| {
            let sql = "SELECT seq, label, state = 'active', saved, article, change IS NOT NULL AND article IS NULL
                       FROM change LEFT JOIN correction ON change = seq WHERE state <> 'dropped' ORDER BY seq";
            let mut statement = c.prepare_cached(sql)?;
            let rows = statement.query_map([], |row| {
                Ok(Step {
                    seq: row.get(0)?,
                    label: row.get(1)?,
                    active: row.get(2)?,
                    saved: row.get(3)?,
                    article: row.get::<_, Option<i64>>(4)?.map(ArticleId),
                    everywhere: row.get(5)?,
                })
            })?;
            rows.collect()
        })
    }

    /// How many changes lie between the last save and now.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unsaved(&self) -> Result<u64> {
        let sql = "SELECT count(*) FROM change WHERE (state = 'active') <> saved";
        let n: i64 = self.read(|c| c.query_row(sql, [], |row| row.get(0)))?;
        Ok(n.unsigned_abs())
    }

    /// Moves the saved mark here.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&mut self) -> Result<()> {
        self.write(|t| mark_saved(t))
    }

    /// Goes back to what was last saved. What was changed since is gone.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn revert_to_saved(&mut self) -> Result<()> {
        self.write(|t| t.execute_batch("DELETE FROM change WHERE NOT saved; UPDATE change SET state = 'active';"))
    }
}

/// Makes what is active now what going back leads to.
pub(super) fn mark_saved(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .execute_batch("UPDATE change SET saved = (state = 'active'); DELETE FROM change WHERE state = 'dropped';")
}

fn step(connection: &Connection, which: &str) -> rusqlite::Result<Option<(i64, String)>> {
    connection.prepare_cached(which)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()
}

fn turn(transaction: &Transaction<'_>, which: &str, state: &str) -> rusqlite::Result<Option<String>> {
    let Some((seq, label)) = step(transaction, which)? else { return Ok(None) };
    transaction.execute("UPDATE change SET state = ?1 WHERE seq = ?2", (state, seq))?;
    Ok(Some(label))
}
