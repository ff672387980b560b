//! What can go wrong with a workspace, as sentences: what failed, what was kept, what to do.

use super::Article;
use rusqlite::{ErrorCode, ffi};
use std::io;
use std::path::Path;

/// Why a call on a workspace failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file does not exist.
    #[error("“{file}” is not there. It may have been moved, renamed or deleted.")]
    Missing {
        /// The file's name.
        file: String,
    },
    /// A new workspace would replace a file.
    #[error("“{file}” exists already and was left as it is. Choose another name, or open it.")]
    Exists {
        /// The file's name.
        file: String,
    },
    /// The file is something else.
    #[error("“{file}” is not a Readout workspace; it seems to be {seems}. It was left as it is.")]
    NotAWorkspace {
        /// The file's name.
        file: String,
        /// What it seems to be, with an article: "a PNG image".
        seems: String,
    },
    /// The file was written by a later release.
    #[error("“{file}” was made by a newer release of Readout and was left as it is. Update Readout to open it.")]
    Newer {
        /// The file's name.
        file: String,
    },
    /// The file is broken, or holds what Readout never wrote.
    #[error("“{file}” is damaged ({detail}). It was left as it is; open a backup of it instead.")]
    Damaged {
        /// The file's name.
        file: String,
        /// What is wrong.
        detail: String,
    },
    /// The text of one article is not the one that was imported.
    #[error("The text of “{title}” has been damaged on disk. All other articles are intact; import this one again.")]
    DamagedArticle {
        /// The article's title or source.
        title: String,
    },
    /// There is no article of this id.
    #[error("This article is not in the workspace any more.")]
    NoArticle,
    /// Another program has it open.
    #[error("“{file}” is open in another window or program. Close it there, or open it for reading only.")]
    Locked {
        /// The file's name.
        file: String,
    },
    /// The file cannot be changed.
    #[error(
        "“{file}” can only be read here, so the change was not made. Use Save As to keep a copy that can be changed."
    )]
    ReadOnly {
        /// The file's name.
        file: String,
    },
    /// No room.
    #[error(
        "There is no room left on the disk for “{file}”. The change was not made and everything before it is kept; \
         make room and try again."
    )]
    DiskFull {
        /// The file's name.
        file: String,
    },
    /// Somebody moved, deleted or replaced the file.
    #[error(
        "“{file}” was moved, deleted or replaced by another program, so the change was not made. \
         Use Save As to keep what is on screen."
    )]
    Moved {
        /// The file's name.
        file: String,
    },
    /// The JSON is no workspace.
    #[error("This is not an exported workspace: {detail}. Nothing was imported.")]
    BadJson {
        /// What is wrong.
        detail: String,
    },
    /// The system refused.
    #[error("Readout could not {doing} “{file}”: {source}. Nothing was lost.")]
    Io {
        /// The file's name.
        file: String,
        /// What was tried, as a verb.
        doing: &'static str,
        /// The system's words.
        source: io::Error,
    },
}

impl Error {
    pub(super) fn from_io(path: &Path, doing: &'static str, source: io::Error) -> Self {
        let file = name(path);
        match source.kind() {
            io::ErrorKind::NotFound if doing != "create" => Self::Missing { file },
            io::ErrorKind::AlreadyExists => Self::Exists { file },
            io::ErrorKind::StorageFull => Self::DiskFull { file },
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { file },
            _ => Self::Io { file, doing, source },
        }
    }

    #[expect(clippy::needless_pass_by_value, reason = "it is called as a `map_err` function")]
    pub(super) fn from_sql(path: &Path, error: rusqlite::Error) -> Self {
        let file = name(path);
        let Some(failure) = error.sqlite_error() else {
            return Self::Damaged { file, detail: error.to_string() };
        };
        match failure.code {
            _ if failure.extended_code == ffi::SQLITE_READONLY_DBMOVED => Self::Moved { file },
            ErrorCode::ReadOnly => Self::ReadOnly { file },
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
                Self::Locked { file }
            }
            ErrorCode::DiskFull => Self::DiskFull { file },
            ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                Self::Io { file, doing: "write to the folder of", source: io::Error::other(error.to_string()) }
            }
            ErrorCode::SystemIoFailure => Self::Io { file, doing: "use", source: io::Error::other(error.to_string()) },
            _ => Self::Damaged { file, detail: error.to_string() },
        }
    }

    pub(super) fn read_only(path: &Path) -> Self {
        Self::ReadOnly { file: name(path) }
    }

    pub(super) fn damaged(path: &Path, detail: &str) -> Self {
        Self::Damaged { file: name(path), detail: detail.to_owned() }
    }

    pub(super) fn damaged_article(article: &Article) -> Self {
        Self::DamagedArticle { title: article.title.clone().unwrap_or_else(|| article.source.clone()) }
    }
}

/// The file's name without its folders, as people know it.
pub(super) fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
