//! The analyst's own word lists, and the engine that reads with them.
//!
//! The files stay where the analyst keeps them; only their paths are remembered. An article read with other lists is
//! another reading, so the lists are part of the engine's name, under which readings are kept.

use crate::extract::Engine;
use crate::import;
use crate::ui::OwnList;
use rustc_hash::FxHasher;
use std::hash::Hasher as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

/// What the engine says of each list: how many rows it took, or what is wrong.
pub(super) type Said = Vec<Result<usize, String>>;
type Load = Box<dyn FnOnce() -> (Engine, Said) + Send>;
/// The engine, made by the first job that needs it: that takes longer than the window may wait.
pub(super) type Loading = Arc<LazyLock<(Engine, Said), Load>>;

/// The lists in use.
pub(super) struct Vocabulary {
    lists: Vec<OwnList>,
    engine: Loading,
    name: String,
}

impl Vocabulary {
    /// Reads the lists of these files.
    pub(super) fn new(paths: Vec<PathBuf>) -> Self {
        let mut lists = Vec::new();
        let mut texts = Vec::new();
        for path in paths {
            let (text, state) = match import::word_list(&path) {
                Ok(text) => (text, None),
                Err(why) => (String::new(), Some(Err(why.to_string()))),
            };
            texts.push(text);
            lists.push(OwnList { path, state });
        }
        let name = name_of(&texts);
        let load: Load = Box::new(move || Engine::with_own(&texts));
        Self { lists, engine: Arc::new(LazyLock::new(load)), name }
    }

    /// The same with one more file.
    pub(super) fn with(&self, path: PathBuf) -> Self {
        let mut paths = self.paths();
        paths.retain(|known| *known != path);
        paths.push(path);
        Self::new(paths)
    }

    /// The same without this file.
    pub(super) fn without(&self, path: &Path) -> Self {
        Self::new(self.paths().into_iter().filter(|known| known != path).collect())
    }

    /// Where the lists are.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        self.lists.iter().map(|list| list.path.clone()).collect()
    }

    /// The lists as the window shows them.
    pub(super) fn lists(&self) -> &[OwnList] {
        &self.lists
    }

    /// The engine that reads with the lists.
    pub(super) fn engine(&self) -> &Loading {
        &self.engine
    }

    /// The engine's version and its lists, as a name under which readings are kept.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Takes in what the engine of a name says of its lists. Returns a sentence if a list is left out.
    pub(super) fn told(&mut self, name: &str, said: Said) -> Option<String> {
        if name != self.name {
            return None;
        }
        for (list, said) in self.lists.iter_mut().zip(said) {
            list.state.get_or_insert(said);
        }
        let wrong = self.lists.iter().find_map(|list| match &list.state {
            Some(Err(why)) => Some((list.name(), why.trim_end_matches('.'))),
            _ => None,
        });
        wrong.map(|(file, why)| format!("The word list “{file}” is left out: {why}. Articles are read without it."))
    }
}

fn name_of(texts: &[String]) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let mut hash = FxHasher::default();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        hash.write(text.as_bytes());
        hash.write_usize(text.len());
    }
    if texts.iter().all(String::is_empty) {
        return version.to_owned();
    }
    format!("{version}+{:016x}", hash.finish())
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;
    use std::io::Write as _;

    fn list(words: &str) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(words.as_bytes()).unwrap();
        file
    }

    #[test]
    fn the_name_tells_the_lists() {
        let goods = "[commodities]\ngreen hydrogen\n";
        let [hydrogen, same, other] = [goods, goods, "[verbs]\ndo\tfrack\n"].map(list);
        let name = |file: &tempfile::NamedTempFile| Vocabulary::new(vec![file.path().to_owned()]).name().to_owned();
        assert_eq!(Vocabulary::new(Vec::new()).name(), env!("CARGO_PKG_VERSION"));
        assert_eq!(name(&hydrogen), name(&same));
        assert_ne!(name(&hydrogen), name(&other));
    }

    #[test]
    fn a_wrong_list_is_told_and_left_out() {
        let (good, bad) = (list("[commodities]\ngreen hydrogen\n"), list("[commodity]\nx\n"));
        let mut words = Vocabulary::new(vec![good.path().to_owned(), bad.path().to_owned(), "nowhere.tsv".into()]);
        let said = words.engine().1.clone();
        let name = words.name().to_owned();
        let told = words.told(&name, said).unwrap();
        assert!(told.contains("line 1: no list is called “commodity”"), "{told}");
        assert_eq!(words.lists()[0].state, Some(Ok(1)));
        assert!(words.lists()[2].state.as_ref().unwrap().as_ref().unwrap_err().contains("not there any more"));
        assert_eq!(words.told("another engine", Vec::new()), None);
    }
}
