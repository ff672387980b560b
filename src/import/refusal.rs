//! Why a file is no article, as a sentence.

use std::io;

/// Why a file was not imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It was there a moment ago, or never.
    #[error("The file is not there any more; it may have been moved or deleted.")]
    Missing,
    /// The system does not let us.
    #[error("There is no permission to read the file.")]
    NoPermission,
    /// The system failed.
    #[error("The file could not be read: {0}.")]
    Io(String),
    /// It is a folder.
    #[error("This is a folder; open the articles in it.")]
    Folder,
    /// It is a device, a pipe or a socket.
    #[error("This is not a regular file.")]
    NoFile,
    /// It is too large.
    #[error("The file is larger than 50 MB, which no article is. Split it and import the parts.")]
    TooLarge,
    /// Nothing in it can be read.
    #[error("There is no text in it.")]
    Empty,
    /// It is no text.
    #[error("This is not a text but {0}.")]
    Binary(&'static str),
    /// A page that is made to be hard to read.
    #[error("The page was not read because {0}.")]
    Hostile(&'static str),
    /// A page with menus but no article.
    #[error("No article was found in the page.")]
    NoArticle,
    /// A folder without articles.
    #[error("There is no article in this folder; Readout reads {0}.")]
    NothingInFolder(String),
}

impl Refusal {
    pub(super) fn from_io(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::NoPermission,
            _ => Self::Io(error.to_string()),
        }
    }
}

/// The kinds of files that can be read: "plain text (.txt, .text), ...".
pub(super) fn readable() -> String {
    let kinds = super::FORMATS.iter().map(|format| {
        let endings: Vec<String> = format.extensions.iter().map(|e| format!(".{e}")).collect();
        format!("{} ({})", format.title.to_lowercase(), endings.join(", "))
    });
    kinds.collect::<Vec<_>>().join(", ")
}
