//! One program at a time: a lock of the operating system on an empty file in the folder for temporary files.
//!
//! Such a lock ends with its program, however that ends, so it never has to be cleaned away by hand. SQLite's own locks
//! stay the real guard of the file; this one only makes the second window notice at once.

use super::Error;
use super::error::name;
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// Held while a workspace is open for writing.
#[derive(Debug)]
pub(super) struct Lock {
    _file: Option<File>,
}

impl Lock {
    /// Takes the lock of a workspace. Where the system has no place for lock files or no locks, SQLite's must do.
    pub(super) fn take(path: &Path) -> Result<Self, Error> {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(lock_file(path)).ok();
        if let Some(Err(TryLockError::WouldBlock)) = file.as_ref().map(File::try_lock) {
            return Err(Error::Locked { file: name(path) });
        }
        Ok(Self { _file: file })
    }
}

/// One name for every way to write the same path.
fn lock_file(path: &Path) -> PathBuf {
    let whole = path.canonicalize().unwrap_or_else(|_| match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => folder.canonicalize().unwrap_or_default().join(name),
        _ => path.to_owned(),
    });
    let hash = Sha256::digest(whole.as_os_str().as_encoded_bytes());
    let hash = hash.iter().take(12).fold(String::new(), |name, byte| format!("{name}{byte:02x}"));
    let folder = std::env::var_os("XDG_RUNTIME_DIR").map_or_else(std::env::temp_dir, PathBuf::from);
    folder.join(format!("readout-{hash}.lock"))
}
