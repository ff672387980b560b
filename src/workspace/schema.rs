//! The tables, and the checks that a file holds these and nothing else.

use super::Error;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, Result};
use std::path::Path;

/// "RDOT", in the header of every workspace.
pub(super) const APPLICATION: i32 = 0x5244_4F54;
/// The version of what a workspace holds; a file with a higher one is refused. Since 2, corrections say what was
/// reviewed and keep notes, and since 3 they take merges back, split entities and say who is one across articles; the
/// tables are those of 1.
pub(super) const VERSION: i32 = 3;

/// Longest text or blob that is read back: 64 MiB, above the largest article that is imported.
const LONGEST_VALUE: i32 = 64 << 20;
/// Files up to this size are checked whole when they are opened; above it that would take longer than a second.
const CHECKED_WHOLE: u64 = 64 << 20;

/// A correction without an article holds in all. A change is active, undone (redo takes it in again) or dropped: undone, then passed over by another change, and kept
/// only because it was saved. `saved` says whether it was active at the last save.
const TABLES: &str = "
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'undone', 'dropped')),
  saved INTEGER NOT NULL DEFAULT 0 CHECK (saved IN (0, 1))
) STRICT;
CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  added INTEGER NOT NULL REFERENCES change (seq) ON DELETE CASCADE,
  title TEXT,
  source TEXT NOT NULL,
  url TEXT,
  published TEXT,
  language TEXT,
  warnings TEXT NOT NULL
) STRICT;
CREATE INDEX article_added ON article (added);
CREATE TABLE body (
  article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  sha256 BLOB NOT NULL
) STRICT;
CREATE INDEX body_sha256 ON body (sha256);
CREATE TABLE removal (
  change INTEGER NOT NULL REFERENCES change (seq) ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  PRIMARY KEY (article, change)
) STRICT, WITHOUT ROWID;
CREATE INDEX removal_change ON removal (change);
CREATE TABLE correction (
  change INTEGER PRIMARY KEY REFERENCES change (seq) ON DELETE CASCADE,
  article INTEGER REFERENCES article (id) ON DELETE CASCADE,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX correction_article ON correction (article);
CREATE TABLE record (
  article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  engine TEXT NOT NULL,
  published TEXT,
  json TEXT NOT NULL
) STRICT;
CREATE VIEW present AS
  SELECT article.* FROM article JOIN change ON change.seq = article.added
  WHERE change.state = 'active' AND NOT EXISTS (
    SELECT 1 FROM removal JOIN change AS removed ON removed.seq = removal.change
    WHERE removal.article = article.id AND removed.state = 'active'
  );
";

/// Makes a workspace of an empty database. A rollback journal, not a write-ahead log: a copy of the one file is whole.
pub(super) fn create(connection: &Connection) -> Result<()> {
    connection.execute_batch(&format!(
        "PRAGMA page_size = 4096; PRAGMA application_id = {APPLICATION}; PRAGMA encoding = 'UTF-8';
         PRAGMA auto_vacuum = NONE; PRAGMA journal_mode = DELETE; PRAGMA user_version = {VERSION};
         BEGIN; {TABLES} COMMIT;"
    ))?;
    let made_by = concat!("Readout ", env!("CARGO_PKG_VERSION"));
    connection.execute("INSERT INTO meta VALUES ('created_by', ?1)", [made_by])?;
    Ok(())
}

/// Sets a connection up: a workspace may come from a stranger, so nothing in it may run, and a commit means on disk.
pub(super) fn prepare(connection: &Connection) -> Result<()> {
    connection.execute_batch(
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
         PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
         PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE)?;
    Ok(())
}

/// Makes a workspace of an earlier release one of this: that release could not read what is written from now on.
pub(super) fn raise(connection: &Connection) -> Result<()> {
    let version: i32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if version < VERSION {
        connection.execute_batch(&format!("PRAGMA user_version = {VERSION}"))?;
    }
    Ok(())
}

/// Refuses a file whose tables are not ours or whose pages are broken.
pub(super) fn check(connection: &Connection, path: &Path) -> std::result::Result<(), Error> {
    let sql = |e| Error::from_sql(path, e);
    let ours = Connection::open_in_memory().and_then(|c| c.execute_batch(TABLES).and_then(|()| tables(&c)));
    if tables(connection).map_err(sql)? != ours.map_err(sql)? {
        return Err(Error::damaged(path, "its tables are not those of a workspace"));
    }
    if std::fs::metadata(path).is_ok_and(|m| m.len() <= CHECKED_WHOLE) {
        let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(sql)?;
        if verdict != "ok" {
            return Err(Error::damaged(path, &verdict));
        }
    }
    Ok(())
}

/// Every table, index, view and trigger with its definition.
fn tables(connection: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = connection.prepare(
        "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}
