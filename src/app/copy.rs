//! Copying words of the article: alone, or as they are quoted, with the line that says where they stand.

use super::App;
use crate::chart::amount;
use crate::ui::{OpenArticle, marks};
use jiff::civil::Date;

impl App {
    /// Copies the words that are selected.
    pub(super) fn copy(&mut self) {
        let Some(article) = self.library.article() else { return };
        let words = self.session.passage.or_else(|| marks::span(self.session.selection, &article.record));
        if let Some(words) = words.map(|span| article.text.slice(span).to_owned()) {
            self.context.copy_text(words);
            self.say("Copied; Ctrl+Shift+C adds the source".to_owned());
        }
    }

    /// Copies the passage that is selected, or the sentence of the mark that is, with its source.
    pub(super) fn copy_with_source(&mut self) {
        let Some(article) = self.library.article() else { return };
        let words = self.session.passage.map(|span| article.text.slice(span)).or_else(|| {
            let span = marks::span(self.session.selection, &article.record)?;
            Some(amount::sentence_of(&article.text, span))
        });
        if let Some(words) = words {
            let quoted = format!("{}\n{}\n", quoted(words), source(article));
            self.context.copy_text(quoted);
            self.say("Copied with its source".to_owned());
        }
    }
}

/// Words on one line in quotation marks, unless they have some.
fn quoted(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.starts_with(['“', '"']) { words } else { format!("“{words}”") }
}

/// Where an article stands: title, source and day, as far as known.
fn source(article: &OpenArticle) -> String {
    let day = article
        .published
        .as_deref()
        .map(|day| day.parse::<Date>().map_or_else(|_| day.to_owned(), |day| day.strftime("%-d %B %Y").to_string()));
    let known = [article.title.clone(), Some(article.source.clone()), day];
    let known: Vec<String> = known.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    format!("— {}", known.join(", "))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    fn check(words: &str, expected: &str) {
        assert_eq!(quoted(words), expected);
    }

    #[test]
    fn words_are_quoted_once() {
        check("We will\nbuy it.", "“We will buy it.”");
        check("“We will buy it,” he said.", "“We will buy it,” he said.");
    }
}
