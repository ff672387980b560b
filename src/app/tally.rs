//! What became of the files of an import, to be told in a sentence when it has ended.

/// What became of the files of an import.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Files that became articles.
    pub(super) imported: usize,
    /// Files whose articles were there already.
    pub(super) duplicates: usize,
    refused: Vec<String>,
}

impl Tally {
    /// Counts a file that became no article.
    pub(super) fn refuse(&mut self, name: &str, why: &str) {
        self.refused.push(if name.is_empty() { why.to_owned() } else { format!("{name}: {why}") });
    }

    /// What to tell: a quiet word, and what went wrong.
    pub(super) fn words(&self) -> (Option<String>, Option<String>) {
        let articles = |n: usize| if n == 1 { "1 article".to_owned() } else { format!("{n} articles") };
        let mut done = Vec::new();
        if self.imported > 0 {
            done.push(format!("{} imported", articles(self.imported)));
        }
        if self.duplicates > 0 {
            done.push(format!("{} here already", articles(self.duplicates)));
        }
        let failed = match self.refused.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            [first, rest @ ..] => Some(format!("{first} — and {} more were not imported.", rest.len())),
        };
        ((!done.is_empty()).then(|| done.join(", ")), failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn an_import_is_told_in_words() {
        let mut tally = Tally { imported: 2, duplicates: 1, ..Tally::default() };
        assert_eq!(tally.words(), (Some("2 articles imported, 1 article here already".to_owned()), None));
        tally.refuse("a.bin", "It is no text.");
        assert_eq!(tally.words().1.as_deref(), Some("a.bin: It is no text."));
        tally.refuse("", "Nothing was found.");
        assert_eq!(tally.words().1.as_deref(), Some("a.bin: It is no text. — and 1 more were not imported."));
    }
}
