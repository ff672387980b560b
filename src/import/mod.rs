//! Files into articles.

/// An article as read from a file or the clipboard, before a workspace keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its title, where one was found.
    pub title: Option<String>,
    /// Its words, one paragraph a line.
    pub text: String,
    /// The day it was published, ISO 8601; never guessed.
    pub published: Option<String>,
    /// The file's name or the publisher's; never a path.
    pub source: String,
    /// The address of the page.
    pub url: Option<String>,
    /// ISO 639-1 code of the language of the text, where it was recognised.
    pub language: Option<String>,
    /// What was repaired or left out on the way, in sentences.
    pub warnings: Vec<String>,
}
