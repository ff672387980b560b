//! Files into articles: [`file()`] reads one, [`find()`] lists those in folders, and [`Ledger`] says what became of each.
//!
//! One format a file, and a row in [`FORMATS`]; file dialogs, drag and drop and the help text are read from the table.

mod date;
mod decode;
mod find;
mod html;
mod language;
mod ledger;
mod markdown;
mod pages;
mod refusal;
mod text;

pub use find::{Found, find};
pub use language::of as language_of;
pub use ledger::{Ledger, Outcome};
pub use refusal::Refusal;

use std::path::Path;

/// Largest file that is read: a text of this size is a hundred novels.
pub const LARGEST: u64 = 50 << 20;

/// An article as read from a file or the clipboard, before a workspace keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its title, where one was found.
    pub title: Option<String>,
    /// Its words, one paragraph a line.
    pub text: String,
    /// The day it was published, ISO 8601; never guessed.
    pub published: Option<String>,
    /// The publisher's name or the file's; never a path.
    pub source: String,
    /// The address of the page.
    pub url: Option<String>,
    /// ISO 639-1 code of the language of the text, where it was recognised.
    pub language: Option<String>,
    /// What was repaired or left out on the way, in sentences.
    pub warnings: Vec<String>,
}

/// A format of files.
#[derive(Debug)]
pub struct Format {
    /// Its short name.
    pub id: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// How names of such files end, in lower case and without the dot.
    pub extensions: &'static [&'static str],
    /// Reads the decoded file: title, text and what else it says. Source and language are filled in afterwards.
    read: fn(&str) -> Result<Draft, Refusal>,
}

/// Every format, the one for unknown files first.
pub const FORMATS: &[Format] = &[
    Format { id: "text", title: "Plain text", extensions: &["txt", "text"], read: text::read },
    Format { id: "markdown", title: "Markdown", extensions: &["md", "markdown"], read: markdown::read },
    Format { id: "html", title: "Web page", extensions: &["html", "htm", "xhtml"], read: html::read },
];

/// Reads the article in a file.
///
/// # Errors
/// When there is no article in it that can be read; a sentence says why.
pub fn file(path: &Path) -> Result<Draft, Refusal> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    bytes_of(&name, &bytes(path)?)
}

/// Reads a file of an analyst's own word lists, in any encoding of text.
///
/// # Errors
/// When it cannot be read or is no text; a sentence says why.
pub fn word_list(path: &Path) -> Result<String, Refusal> {
    Ok(decode::decode(&bytes(path)?)?.text)
}

/// The bytes of a regular file of a bearable size.
fn bytes(path: &Path) -> Result<Vec<u8>, Refusal> {
    let metadata = std::fs::metadata(path).map_err(|e| Refusal::from_io(&e))?;
    if metadata.is_dir() {
        return Err(Refusal::Folder);
    }
    if !metadata.is_file() {
        return Err(Refusal::NoFile);
    }
    if metadata.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    #[expect(clippy::disallowed_methods, reason = "this is where articles and word lists are read from disk")]
    std::fs::read(path).map_err(|e| Refusal::from_io(&e))
}

/// Reads the article in the bytes of a file of this name.
///
/// # Errors
/// When there is no article in them that can be read; a sentence says why.
pub fn bytes_of(name: &str, bytes: &[u8]) -> Result<Draft, Refusal> {
    if bytes.len() as u64 > LARGEST {
        return Err(Refusal::TooLarge);
    }
    let decoded = decode::decode(bytes)?;
    let format = format_of(name).unwrap_or_else(|| guess(&decoded.text));
    let mut draft = (format.read)(&decoded.text)?;
    if draft.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if draft.source.is_empty() {
        name.clone_into(&mut draft.source);
    }
    draft.language = draft.language.or_else(|| language::of(&draft.text));
    draft.warnings.extend(decoded.warning);
    Ok(draft)
}

/// Reads an article from the clipboard.
///
/// # Errors
/// When there is nothing in it to read.
pub fn pasted(text: &str) -> Result<Draft, Refusal> {
    bytes_of("pasted", text.as_bytes())
}

/// The format of files of this name.
pub fn format_of(name: &str) -> Option<&'static Format> {
    let extension = Path::new(name).extension()?.to_str()?.to_ascii_lowercase();
    FORMATS.iter().find(|format| format.extensions.contains(&extension.as_str()))
}

/// The format of a text that no file name tells: a web page says so at its start.
fn guess(text: &str) -> &'static Format {
    let start = text.trim_start().get(..9).unwrap_or_default().to_ascii_lowercase();
    let page = start == "<!doctype" || start.starts_with("<html");
    &FORMATS[if page { 2 } else { 0 }]
}
