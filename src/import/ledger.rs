//! What became of every file of an import, so that none is lost without a word.

use std::fmt;

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is an article now.
    Imported,
    /// Its words were there already.
    Duplicate,
    /// It was not imported; the reason as a sentence.
    Failed(String),
}

/// The files of an import, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Each file's name and what became of it.
    pub lines: Vec<(String, Outcome)>,
    /// How many files in folders were of a kind that cannot be read.
    pub passed_over: usize,
}

impl Ledger {
    /// Writes a file down.
    pub fn add(&mut self, name: impl Into<String>, outcome: Outcome) {
        self.lines.push((name.into(), outcome));
    }

    /// The files that failed, with the reasons.
    pub fn failures(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lines.iter().filter_map(|(name, outcome)| match outcome {
            Outcome::Failed(why) => Some((name.as_str(), why.as_str())),
            _ => None,
        })
    }

    fn count(&self, which: &Outcome) -> usize {
        self.lines.iter().filter(|(_, outcome)| outcome == which).count()
    }
}

/// One sentence: "3 articles imported, 1 was there already, 2 failed."
impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let imported = self.count(&Outcome::Imported);
        write!(f, "{imported} {} imported", if imported == 1 { "article" } else { "articles" })?;
        let parts = [
            (self.count(&Outcome::Duplicate), "there already"),
            (self.failures().count(), "failed"),
            (self.passed_over, "of other kinds passed over"),
        ];
        for (n, what) in parts.into_iter().filter(|&(n, _)| n > 0) {
            write!(f, ", {n} {what}")?;
        }
        f.write_str(".")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_all() {
        let mut ledger = Ledger::default();
        assert_eq!(ledger.to_string(), "0 articles imported.");
        ledger.add("a.txt", Outcome::Imported);
        ledger.add("b.txt", Outcome::Duplicate);
        ledger.add("c.txt", Outcome::Failed("There is no text in it.".to_owned()));
        ledger.passed_over = 4;
        assert_eq!(ledger.to_string(), "1 article imported, 1 there already, 1 failed, 4 of other kinds passed over.");
        assert_eq!(ledger.failures().collect::<Vec<_>>(), [("c.txt", "There is no text in it.")]);
    }
}
