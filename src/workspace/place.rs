//! Where a workspace lives: untitled ones in a folder of the program, saved ones where the analyst says.

use super::history::mark_saved;
use super::{Error, Result, Workspace, connect, schema};
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// How untitled workspaces are named.
const UNTITLED: &str = "untitled-";

impl Workspace {
    /// A new workspace without a name, in the folder where the program keeps such ones.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn untitled(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder).map_err(|e| Error::from_io(folder, "create", e))?;
        for n in 1_u32.. {
            match Self::create(&folder.join(format!("{UNTITLED}{n}.readout"))) {
                Err(Error::Exists { .. }) => {}
                made => {
                    let made = made?;
                    let mark = "INSERT INTO meta VALUES ('untitled', 'yes')";
                    made.read(|c| c.execute(mark, []))?;
                    return Ok(made);
                }
            }
        }
        Err(Error::Exists { file: UNTITLED.to_owned() })
    }

    /// Whether the analyst has not given it a name yet.
    pub fn is_untitled(&self) -> bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM meta WHERE key = 'untitled')";
        self.connection.query_row(sql, [], |row| row.get(0)).unwrap_or(false)
    }

    /// Untitled workspaces that an earlier run left behind, by name: it ended before the analyst could save.
    pub fn left_behind(folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut found: Vec<PathBuf> = entries.map(|e| e.path()).filter(|path| is_untitled_name(path)).collect();
        found.sort();
        found
    }

    /// Closes the workspace and deletes its file. For untitled ones that the analyst does not want to keep.
    ///
    /// # Errors
    /// When the file cannot be deleted.
    pub fn discard(self) -> Result<()> {
        let path = self.path.clone();
        drop(self);
        std::fs::remove_file(&path).map_err(|e| Error::from_io(&path, "delete", e))
    }

    /// Writes the workspace to another file, saved, and goes on there. An existing file is replaced in one step once the
    /// new one is whole; on any failure both stay as they were. An untitled file is left behind and deleted.
    ///
    /// # Errors
    /// When the target cannot be written or is open elsewhere.
    pub fn save_as(&mut self, target: &Path) -> Result<()> {
        if same_file(&self.path, target) {
            return self.save();
        }
        let lock = super::lock::Lock::take(target)?;
        let copy = beside(target);
        let written = self.write_copy(&copy).and_then(|()| {
            std::fs::rename(&copy, target).map_err(|e| Error::from_io(target, "replace", e))?;
            sync_folder(target);
            connect(target, OpenFlags::SQLITE_OPEN_READ_WRITE)
        });
        let connection = written.inspect_err(|_| forget(&copy))?;
        schema::prepare(&connection).map_err(|e| Error::from_sql(target, e))?;
        let untitled = self.is_untitled();
        let old = std::mem::replace(&mut self.path, target.to_owned());
        drop(std::mem::replace(&mut self.connection, connection));
        self.lock = Some(lock);
        self.read_only = false;
        if untitled {
            forget(&old);
        }
        Ok(())
    }

    /// Writes a compact copy, marks it saved and named, checks it, and waits until it is on disk.
    fn write_copy(&self, copy: &Path) -> Result<()> {
        forget(copy);
        let sql = |e| Error::from_sql(copy, e);
        let name = copy.to_str().ok_or_else(|| {
            let unreadable = io::Error::other("its path is not valid Unicode");
            Error::from_io(copy, "write", unreadable)
        })?;
        self.connection.execute("VACUUM INTO ?1", [name]).map_err(sql)?;
        let connection = connect(copy, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        schema::prepare(&connection).map_err(sql)?;
        mark_saved(&connection).map_err(sql)?;
        connection.execute("DELETE FROM meta WHERE key = 'untitled'", []).map_err(sql)?;
        schema::check(&connection, copy)?;
        close(connection).map_err(sql)?;
        let file = File::options().write(true).open(copy).map_err(|e| Error::from_io(copy, "write", e))?;
        file.sync_all().map_err(|e| Error::from_io(copy, "write", e))
    }
}

fn close(connection: Connection) -> rusqlite::Result<()> {
    connection.close().map_err(|(_, error)| error)
}

/// A name in the same folder, for a file that is renamed once it is whole.
fn beside(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{}.tmp", std::process::id()))
}

/// Deletes a file that may not exist; nobody misses it if that fails.
pub(super) fn forget(path: &Path) {
    if let Err(error) = std::fs::remove_file(path)
        && error.kind() != io::ErrorKind::NotFound
    {
        log::warn!("a temporary file stays behind: {error}");
    }
}

/// Makes a rename outlast a power cut, where the system lets a folder be opened.
fn sync_folder(file: &Path) {
    if let Some(Err(error)) = file.parent().and_then(|folder| File::open(folder).ok()).map(|folder| folder.sync_all()) {
        log::warn!("the folder could not be synced: {error}");
    }
}

fn same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

fn is_untitled_name(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.starts_with(UNTITLED) && path.extension().is_some_and(|e| e == "readout")
}
