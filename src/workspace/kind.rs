//! What a file is, from its first bytes, before SQLite sees it.

use super::Error;
use super::error::name;
use super::schema::{APPLICATION, VERSION};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The SQLite header.
const HEADER: u64 = 100;

/// Bytes at the start of files that people take for a workspace.
const STARTS: &[(&[u8], &str)] = &[
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"<", "a web page or an XML document"),
    (b"{", "a JSON document; import it instead"),
    (b"[", "a JSON document"),
];

/// Refuses what is no workspace of this or an earlier release.
pub(super) fn check(path: &Path) -> Result<(), Error> {
    let io = |e| Error::from_io(path, "open", e);
    let other = |seems: &str| Err(Error::NotAWorkspace { file: name(path), seems: seems.to_owned() });
    let metadata = std::fs::metadata(path).map_err(io)?;
    if metadata.is_dir() {
        return other("a folder");
    }
    if !metadata.is_file() {
        return other("a device or a pipe");
    }
    let mut header = Vec::new();
    File::open(path).map_err(io)?.take(HEADER).read_to_end(&mut header).map_err(io)?;
    if header.is_empty() {
        return other("an empty file");
    }
    if !header.starts_with(b"SQLite format 3\0") {
        let known = STARTS.iter().find(|(start, _)| header.starts_with(start));
        let text = || if std::str::from_utf8(&header).is_ok() { "a text file" } else { "another program's file" };
        return other(known.map_or_else(text, |(_, seems)| seems));
    }
    if number(&header, 68) != Some(APPLICATION) {
        return other("another program's database");
    }
    if number(&header, 60).is_none_or(|version| version > VERSION) {
        return Err(Error::Newer { file: name(path) });
    }
    Ok(())
}

/// The big-endian number at a place of the header.
fn number(header: &[u8], at: usize) -> Option<i32> {
    let bytes = header.get(at..at + 4)?.try_into().ok()?;
    Some(i32::from_be_bytes(bytes))
}
