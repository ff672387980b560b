//! The articles in folders: every file of a known kind, at any depth, in a stable order.
//!
//! A link is followed once: a folder that was seen is not entered again, so links in a ring end. Hidden files and
//! folders are passed over.

use super::refusal::readable;
use super::{Refusal, format_of};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Files to read, in the order given, those of a folder by name.
    pub files: Vec<PathBuf>,
    /// What was named and cannot be read, with the reason.
    pub refused: Vec<(PathBuf, Refusal)>,
    /// How many files in folders are of a kind that cannot be read.
    pub passed_over: usize,
}

/// Lists the files to read. A file that is named is always listed; in a folder, only those of a known kind are.
pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    let mut seen = BTreeSet::new();
    for path in paths {
        if path.is_dir() {
            let before = found.files.len();
            walk(path, &mut seen, &mut found);
            if found.files.len() == before {
                found.refused.push((path.clone(), Refusal::NothingInFolder(readable())));
            }
        } else {
            found.files.push(path.clone());
        }
    }
    found
}

/// Collects the files below `folder`; folders still to enter are kept in a list, so that no depth is too deep.
fn walk(folder: &Path, seen: &mut BTreeSet<PathBuf>, found: &mut Found) {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(real) = folder.canonicalize() else { continue };
        if !seen.insert(real) {
            continue;
        }
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                found.refused.push((folder, Refusal::from_io(&error)));
                continue;
            }
        };
        let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        entries.sort();
        let mut below = Vec::new();
        for path in entries {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with('.') {
                continue;
            }
            if path.is_dir() {
                below.push(path);
            } else if format_of(&name).is_some() {
                found.files.push(path);
            } else {
                found.passed_over += 1;
            }
        }
        folders.extend(below.into_iter().rev());
    }
}
