//! What the engine found, kept so that opening an article need not read it again. It can be thrown away at any time.

use super::article::json;
use super::{ArticleId, Result, Workspace};
use crate::record::Record;
use rusqlite::{OptionalExtension, params};

impl Workspace {
    /// What this engine found in an article that was published on this day; `None` when it has to read it (again).
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn cached_record(&self, id: ArticleId, engine: &str, published: Option<&str>) -> Result<Option<Record>> {
        let sql = "SELECT json FROM record WHERE article = ?1 AND engine = ?2 AND published IS ?3";
        let found: Option<String> =
            self.read(|c| c.prepare_cached(sql)?.query_row(params![id.0, engine, published], |r| r.get(0)).optional())?;
        Ok(found.and_then(|json| serde_json::from_str(&json).ok()))
    }

    /// The articles of which a reading by this engine is kept, each with the day it was read with.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn kept_readings(&self, engine: &str) -> Result<Vec<(ArticleId, Option<String>)>> {
        self.read(|c| {
            let mut statement =
                c.prepare_cached("SELECT article, published FROM record WHERE engine = ?1 ORDER BY article")?;
            let rows = statement.query_map([engine], |row| Ok((ArticleId(row.get(0)?), row.get(1)?)))?;
            rows.collect()
        })
    }

    /// Keeps what this engine found. Not a change: nothing to undo or to save.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn cache_record(
        &mut self,
        id: ArticleId,
        engine: &str,
        published: Option<&str>,
        record: &Record,
    ) -> Result<()> {
        if self.read_only() {
            return Ok(());
        }
        let sql = "INSERT OR REPLACE INTO record (article, engine, published, json) VALUES (?1, ?2, ?3, ?4)";
        self.write(|t| t.execute(sql, params![id.0, engine, published, json(record)?]).map(drop))
    }
}
