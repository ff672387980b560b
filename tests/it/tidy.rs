//! The rules of the house that no compiler checks: who may use whom, how long a file may be, what it may not say.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each folder of `src`, and the folders it may use besides itself. What is not here may not exist.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("record", &["text"]),
    ("extract", &["text", "record"]),
    ("import", &["text", "record"]),
    ("chart", &["text", "record"]),
    ("export", &["text", "record", "chart"]),
    ("workspace", &["text", "record", "import"]),
    ("ui", &["text", "record", "extract", "import", "chart", "export", "workspace"]),
    ("app", &["text", "record", "extract", "import", "chart", "export", "workspace", "ui"]),
    ("cli", &["text", "record", "extract", "import", "chart", "export", "workspace"]),
];
/// Longest source file, in lines.
const LONGEST: usize = 500;
/// Libraries of the window.
const WINDOW: &[&str] = &["egui::", "eframe::", "egui_plot::", "egui_extras::", "rfd::", "winit::"];
/// What belongs on no page: paths of one machine, and notes to oneself. Written apart, so that this file has none.
const NOWHERE: &[&str] =
    &["/wo_rk/", "/tm_p/", "/ho_me/", "TO_DO", "FIX_ME", "un_safe {", "todo!_(", "unimpl_emented!"];

struct Source {
    /// Path below the top folder.
    name: String,
    text: String,
    /// Whether the whole file is for tests.
    tests: bool,
}

impl Source {
    /// The folder below `src`: "text" for `src/text/token.rs`, "lib.rs" for `src/lib.rs`.
    fn folder(&self) -> &str {
        self.name.split(['/', '\\']).nth(1).unwrap_or_default()
    }

    /// Its lines up to the tests at its foot.
    fn program(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(n, line)| (n + 1, line));
        lines.take_while(move |(_, line)| !(self.tests || line.contains("mod test") && line.ends_with('{')))
    }
}

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folders: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in folders {
        collect(&top().join(folder), &mut found);
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(!found.is_empty());
    let tests: BTreeSet<PathBuf> = found.iter().flat_map(test_modules).collect();
    for source in &mut found {
        source.tests = tests.contains(Path::new(&source.name));
    }
    found
}

/// The files of the modules that a file declares for tests only.
fn test_modules(source: &Source) -> Vec<PathBuf> {
    let folder = Path::new(&source.name).parent().unwrap();
    let declared =
        source.text.split("#[cfg(test)]\n").skip(1).filter_map(|rest| rest.lines().next()?.strip_suffix(';'));
    declared.filter_map(|line| Some(folder.join(format!("{}.rs", line.split("mod ").nth(1)?)))).collect()
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let name = path.strip_prefix(top()).unwrap().to_string_lossy().into_owned();
            found.push(Source { name, text: fs::read_to_string(&path).unwrap(), tests: false });
        }
    }
}

/// Fails with all faults at once.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn each_module_uses_only_those_before_it() {
    let mut faults = Vec::new();
    for source in sources(&["src"]).iter().filter(|s| s.folder().split('.').count() == 1) {
        let Some((_, may_use)) = MAY_USE.iter().find(|(folder, _)| *folder == source.folder()) else {
            faults.push(format!(
                "{}: the folder “{}” has no place in the order of modules",
                source.name,
                source.folder()
            ));
            continue;
        };
        let code = source.program().filter(|(_, line)| !line.trim_start().starts_with("//"));
        let code = code.map(|(_, line)| line).collect::<Vec<_>>().join("\n");
        let used: BTreeSet<&str> = code
            .split("crate::")
            .skip(1)
            .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
            .collect();
        for module in used {
            if module != source.folder() && !may_use.contains(&module) {
                faults.push(format!("{}: “{}” may not use “{module}”", source.name, source.folder()));
            }
        }
    }
    none(&faults);
}

#[test]
fn no_window_library_below_the_window() {
    let mut faults = Vec::new();
    for source in sources(&["src"]).iter().filter(|s| !matches!(s.folder(), "ui" | "app")) {
        for (n, line) in source.program() {
            if WINDOW.iter().any(|library| line.contains(library)) {
                faults.push(format!("{}:{n}: {}", source.name, line.trim()));
            }
        }
    }
    none(&faults);
}

#[test]
fn no_file_clock_or_thread_in_what_is_pure() {
    let mut faults = Vec::new();
    let impure =
        ["std::fs", "std::time", "std::thread", "std::env", "std::net", "std::process", "static mut", "thread_local!"];
    for source in sources(&["src"]).iter().filter(|s| matches!(s.folder(), "text" | "record" | "extract" | "chart")) {
        for (n, line) in source.program() {
            if let Some(what) = impure.iter().find(|what| line.contains(**what)) {
                faults.push(format!("{}:{n}: {what}", source.name));
            }
        }
    }
    none(&faults);
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut faults = Vec::new();
    for source in sources(&["src", "tests", "benches"]) {
        let lines = source.text.lines().count();
        if lines > LONGEST {
            faults.push(format!("{}: {lines} lines", source.name));
        }
        if !source.text.starts_with("//!") {
            faults.push(format!("{}: it does not open with what it is for", source.name));
        }
    }
    none(&faults);
}

#[test]
fn nothing_unwraps_outside_tests() {
    let mut faults = Vec::new();
    for source in sources(&["src"]) {
        for (n, line) in source.program().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            if line.contains(".unwrap()") {
                faults.push(format!("{}:{n}: {}", source.name, line.trim()));
            }
        }
    }
    none(&faults);
}

#[test]
fn no_notes_to_oneself_and_no_paths_of_one_machine() {
    let mut faults = Vec::new();
    for source in sources(&["src", "tests", "benches"]) {
        for (n, line) in source.text.lines().enumerate() {
            if let Some(word) = NOWHERE.iter().map(|word| word.replacen('_', "", 1)).find(|word| line.contains(word)) {
                faults.push(format!("{}:{}: {word}", source.name, n + 1));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_word_list_tells_its_source() {
    let mut faults = Vec::new();
    let lists = top().join("assets/lists");
    for entry in fs::read_dir(lists).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap_or_default();
        if !text.starts_with('#') {
            faults.push(format!("{}: its head does not say columns, source and licence", path.display()));
        }
    }
    none(&faults);
}
