//! Importing files as people have them: good ones, bad ones, folders and links.

use readout::import::{FORMATS, Refusal, file, find, pasted};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// What a file of these bytes gives: its text, or the reason why not.
fn read(name: &str, bytes: &[u8]) -> Result<String, String> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    file(&path).map(|draft| draft.text).map_err(|refusal| refusal.to_string())
}

#[test]
fn every_bad_file_gets_a_sentence() {
    let check = |name: &str, bytes: &[u8], expected: &str| {
        let why = read(name, bytes).unwrap_err();
        assert!(why.contains(expected) && why.ends_with('.'), "{name}: {why}");
    };
    check("empty.txt", b"", "There is no text in it");
    check("blank.md", b" \r\n\t\n", "There is no text in it");
    check("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image");
    check("program.txt", b"\x7fELF\x02\x01\x01\0\0\0", "a binary file");
    check("office.txt", b"PK\x03\x04\x14\0\x06\0", "an office document");
    check("deep.html", "<div>".repeat(100_000).as_bytes(), "nested more than 512 deep");
    check("menu.html", b"<html><body></body></html>", "No article was found");
    check("huge.txt", &vec![b'a'; (50 << 20) + 1], "larger than 50 MB");
}

#[test]
fn files_that_are_gone_or_no_files_get_a_sentence() {
    let folder = TempDir::new().unwrap();
    assert_eq!(file(&folder.path().join("vanished.txt")), Err(Refusal::Missing));
    assert_eq!(file(folder.path()), Err(Refusal::Folder));
    #[cfg(unix)]
    assert_eq!(file(std::path::Path::new("/dev/null")), Err(Refusal::NoFile));
}

#[test]
fn fifty_megabytes_of_text_are_read() {
    let line = b"Ships left the harbour on Friday with barley for three countries.\n";
    let text = line.repeat((50 << 20) / line.len());
    assert_eq!(read("long.txt", &text).unwrap().len(), text.len() - 1);
}

#[test]
fn every_character_set_gives_the_same_words() {
    let words = "Zoë said “five” tonnes – no more – would cross the strait this season, whatever the price.";
    let utf16 =
        |order: fn(u16) -> [u8; 2]| format!("\u{FEFF}{words}").encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let windows: Vec<u8> = words
        .chars()
        .map(|c| match c {
            'ë' => 0xEB,
            '“' => 0x93,
            '”' => 0x94,
            '–' => 0x96,
            c => u8::try_from(c).unwrap(),
        })
        .collect();
    for bytes in [words.as_bytes().to_vec(), utf16(u16::to_le_bytes), utf16(u16::to_be_bytes), windows] {
        assert_eq!(read("a.txt", &bytes).as_deref(), Ok(words));
    }
}

#[test]
fn no_path_gets_into_an_article() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("Zölle 2025.txt");
    fs::write(&path, "Ships left the harbour.").unwrap();
    assert_eq!(file(&path).unwrap().source, "Zölle 2025.txt");
    assert_eq!(pasted("Ships left the harbour.").unwrap().source, "pasted");
    assert_eq!(pasted("  "), Err(Refusal::Empty));
}

#[test]
fn folders_give_what_can_be_read_in_order() {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    fs::create_dir_all(root.join("b/deeper")).unwrap();
    for name in ["c.txt", "a.md", "b/page.HTML", "b/deeper/x.text", "b/table.csv", ".hidden.txt"] {
        fs::write(root.join(name), "words").unwrap();
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(root, root.join("b/ring")).unwrap();
    let found = find(&[root.to_owned()]);
    let names: Vec<_> = found.files.iter().map(|path| path.strip_prefix(root).unwrap().to_owned()).collect();
    assert_eq!(names, ["a.md", "c.txt", "b/page.HTML", "b/deeper/x.text"].map(PathBuf::from));
    assert_eq!((found.refused, found.passed_over), (Vec::new(), 1));
}

#[test]
fn a_folder_without_articles_is_told() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("table.csv"), "1,2").unwrap();
    let found = find(&[folder.path().to_owned(), folder.path().join("named.csv")]);
    assert_eq!(found.files, [folder.path().join("named.csv")]);
    let why = found.refused[0].1.to_string();
    for format in FORMATS {
        assert!(why.contains(format.extensions[0]), "{why}");
    }
}
