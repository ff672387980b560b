//! The word lists: tab-separated tables under `assets/lists`, compiled in, that a user may extend.
//!
//! Each extractor owns its lists: a struct beside its code that is filled from rows. A row is a line of columns
//! separated by tabs; `#` starts a comment line. A user's own file holds the same rows under lines that name the list
//! they extend:
//!
//! ```text
//! [units]
//! quintal<TAB>...
//! ```

use super::clause::lexicon::Grammar;
use super::commitment::lists::Actions;
use super::figure::FigureLists;
use super::link::LinkLists;
use super::measure::lists::Measures;
use super::name::Goods;
use super::quote::SpeechVerbs;
use super::tagger::Tagger;
use super::time::TimeLists;

/// All word lists.
#[derive(Debug)]
pub struct Lists {
    /// Words of time and holidays.
    pub time: TimeLists,
    /// The name tagger with its lists and weights.
    pub names: Tagger,
    /// Traded goods.
    pub(super) goods: Goods,
    /// Countries, seats of government, offices and first names, for joining mentions.
    pub link: LinkLists,
    /// Units, currencies and bounds.
    pub(crate) figure: FigureLists,
    /// Verbs of speech.
    pub quote: SpeechVerbs,
    /// Closed word classes and verbs, for the clause reader.
    pub grammar: Grammar,
    /// The words that tell what a figure measures.
    pub measures: Measures,
    /// The acts that are worth tracking.
    pub actions: Actions,
}

impl Lists {
    /// The lists that come with the program.
    pub fn builtin() -> Self {
        Self {
            time: TimeLists::builtin(),
            names: Tagger::builtin(),
            goods: Goods::builtin(),
            link: LinkLists::builtin(),
            figure: FigureLists::builtin(),
            quote: SpeechVerbs::builtin(),
            grammar: Grammar::builtin(),
            measures: Measures::builtin(),
            actions: Actions::builtin(),
        }
    }
}

/// The rows of a table: columns of every line that is neither empty nor a comment.
pub fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .map(|line| line.trim_end_matches('\r'))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').map(str::trim).collect())
}
