//! The word lists: tab-separated tables under `assets/lists`, compiled in, that a user may extend.
//!
//! Each extractor owns its lists: a struct beside its code that is filled from rows. A row is a line of columns
//! separated by tabs; `#` starts a comment line. A user's own file holds the same rows under lines that name the list
//! they extend:
//!
//! ```text
//! [commodities]
//! green hydrogen
//! [measures]
//! berth fee<TAB>noun<TAB>berth fee|quay fee<TAB>M
//! ```

use super::clause::lexicon::Grammar;
use super::commitment::lists::Actions;
use super::figure::lists::FigureLists;
use super::link::lists::LinkLists;
use super::measure::lists::Measures;
use super::name::frame::Frames;
use super::name::goods::Goods;
use super::quote::cue::SpeechVerbs;
use super::table::rows;
use super::tagger::Tagger;
use super::time::lists::TimeLists;

/// All word lists.
#[derive(Debug)]
pub struct Lists {
    /// Words of time and holidays.
    pub time: TimeLists,
    /// The name tagger with its lists and weights.
    pub names: Tagger,
    /// Words beside a name that tell what it names.
    pub(super) frames: Frames,
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
            frames: Frames::builtin(),
            goods: Goods::builtin(),
            link: LinkLists::builtin(),
            figure: FigureLists::builtin(),
            quote: SpeechVerbs::builtin(),
            grammar: Grammar::builtin(),
            measures: Measures::builtin(),
            actions: Actions::builtin(),
        }
    }

    /// Adds a user's own rows: tables as in `assets/lists`, each under its name in brackets. Says how many rows it took.
    ///
    /// # Errors
    /// When a row stands under no name, or under one that names no list. A sentence says where; rows before that place
    /// were taken.
    pub fn extend(&mut self, text: &str) -> Result<usize, String> {
        let (mut list, mut taken) = (None, 0);
        for (n, line) in text.lines().enumerate() {
            let line = line.trim_end_matches('\r').trim_start_matches('\u{FEFF}');
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.trim_end().strip_suffix(']')) {
                let Some(extend) = EXTENDED.iter().find(|(known, _)| *known == name) else {
                    let known: Vec<&str> = EXTENDED.iter().map(|(name, _)| *name).collect();
                    return Err(format!("line {}: no list is called “{name}”; there are {}", n + 1, known.join(", ")));
                };
                list = Some(extend.1);
                continue;
            }
            if rows(line).next().is_none() {
                continue;
            }
            match list {
                Some(extend) if extend(self, line) > 0 => taken += 1,
                Some(_) => return Err(format!("line {}: the row has not the columns of its list", n + 1)),
                None => return Err(format!("line {}: the row stands under no list, such as [commodities]", n + 1)),
            }
        }
        Ok(taken)
    }
}

/// Takes a row and says how many it took: none when its columns are not those of the list.
type Extend = fn(&mut Lists, &str) -> usize;
/// The lists that a user may extend.
const EXTENDED: &[(&str, Extend)] = &[
    ("actions", |lists, row| lists.actions.extend(row)),
    ("bounds", |lists, row| lists.figure.extend("bounds", rows(row))),
    ("commodities", |lists, row| lists.goods.extend(row)),
    ("currencies", |lists, row| lists.figure.extend("currencies", rows(row))),
    ("grammar", |lists, row| lists.grammar.extend_words(row)),
    ("measures", |lists, row| lists.measures.extend(row)),
    ("speech_verbs", |lists, row| lists.quote.extend(row)),
    ("units", |lists, row| lists.figure.extend("units", rows(row))),
    ("verbs", |lists, row| lists.grammar.extend_verbs(row)),
];

#[cfg(test)]
mod tests {
    use super::Lists;

    fn check(lists: &mut Lists, text: &str, expected: Result<usize, &str>) {
        match (lists.extend(text), expected) {
            (Ok(taken), expected) => assert_eq!(Ok(taken), expected),
            (Err(said), Ok(_)) => panic!("{said}"),
            (Err(said), Err(part)) => assert!(said.contains(part), "{said}"),
        }
    }

    #[test]
    fn rows_go_to_the_list_above_them() {
        let lists = &mut Lists::builtin();
        check(
            lists,
            "# Ours\r\n[commodities]\r\ngreen hydrogen\r\n\r\n[units]\nt\ttonne\tquantity\t1000\tshipload\n",
            Ok(2),
        );
        check(
            lists,
            "[measures]\nberth fee\tnoun\tberth fee|quay fee\tM\n[verbs]\ndo\tfrack\n[speech_verbs]\nquip\n",
            Ok(3),
        );
        check(lists, "", Ok(0));
    }

    #[test]
    fn rows_without_a_list_are_told() {
        let lists = &mut Lists::builtin();
        check(lists, "# Ours\ngreen hydrogen\n", Err("line 2: the row stands under no list"));
        for list in ["units", "bounds", "currencies", "measures", "verbs", "actions", "grammar"] {
            check(lists, &format!("[{list}]\n# Ours\nodd\n"), Err("line 3: the row has not the columns of its list"));
        }
        check(lists, "[comodities]\n", Err("no list is called “comodities”; there are actions, bounds, commodities"));
    }
}
