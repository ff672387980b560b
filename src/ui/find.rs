//! Finding words in the open article: letters of either case, from the first to the last.

use crate::text::{Span, Text};

/// A search in the open article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// What is looked for.
    pub words: String,
    /// Where it is, in text order.
    pub found: Vec<Span>,
    /// Which of them is shown.
    pub at: usize,
}

impl Find {
    /// Looks for `words`, from `near` on.
    pub fn new(words: &str, text: &Text, near: u32) -> Self {
        let needle = words.to_ascii_lowercase();
        let found: Vec<Span> = if needle.trim().is_empty() {
            Vec::new()
        } else {
            let whole = Span::new(0, u32::try_from(text.as_str().len()).unwrap_or(u32::MAX));
            let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let finder = memchr::memmem::Finder::new(&needle);
            let lower = text.lower_slice(whole);
            finder.find_iter(lower.as_bytes()).map(|at| Span::new(offset(at), offset(at + needle.len()))).collect()
        };
        let at = found.iter().position(|f| f.start >= near).unwrap_or(0);
        Self { words: words.to_owned(), found, at }
    }

    /// The match that is shown.
    pub fn current(&self) -> Option<Span> {
        self.found.get(self.at).copied()
    }

    /// The search at its next match, or at the one before, round the end.
    pub fn step(&self, forward: bool) -> Self {
        let n = self.found.len().max(1);
        Self { at: (self.at + if forward { 1 } else { n - 1 }) % n, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::Find;
    use crate::text::Text;

    fn check(words: &str, text: &str, expected: &[u32]) {
        let found: Vec<u32> = Find::new(words, &Text::new(text), 0).found.iter().map(|f| f.start).collect();
        assert_eq!(found, expected, "{words:?} in {text:?}");
    }

    #[test]
    fn finds_either_case_and_nothing_for_nothing() {
        check("oil", "Oil and oil; boil", &[0, 8, 14]);
        check("Öl", "Das Öl", &[4]);
        check("", "anything", &[]);
        check(" ", "any thing", &[]);
        check("x", "", &[]);
    }

    #[test]
    fn steps_go_round() {
        let find = Find::new("a", &Text::new("a b a"), 1);
        assert_eq!(find.at, 1);
        assert_eq!(find.step(true).at, 0);
        assert_eq!(find.step(true).step(false).at, 1);
        assert_eq!(Find::default().step(true).at, 0);
    }
}
