//! What keys do to what is selected: corrections, and the words that the next one is for.

use super::App;
use crate::record::correct::Correction;
use crate::text::Span;
use crate::ui::correcting::{self, Deed, Reach};
use crate::ui::sheet::{Sheet, Spread};
use crate::ui::{OpenArticle, Selection, Session, marks};

/// An end of the words that are selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Where they start.
    First,
    /// Where they stop.
    Last,
}

impl App {
    /// Makes a correction of the open article from what is selected.
    pub(super) fn correct_with(&mut self, make: impl FnOnce(&OpenArticle, &Session) -> Option<Correction>) {
        let correction = self.library.article().and_then(|article| make(article, &self.session));
        if let Some(correction) = correction {
            self.correct(correction, self.panels.inspector.scope);
        }
    }

    /// Does something to what is selected, or shows the list first where it is meant for all marks with its words.
    pub(super) fn does(&mut self, deed: Deed, reach: Reach) {
        let (selection, passage) = (self.session.selection, self.session.passage);
        let Some(article) = self.library.article() else { return };
        let scope = self.panels.inspector.scope;
        let many = reach == Reach::SameWords || self.panels.inspector.reach == Reach::SameWords;
        let spread = many && passage.is_none() && matches!(selection, Selection::Mention(_));
        if let Some(spread) = spread.then(|| Spread::new(article, selection, deed, scope)).flatten() {
            self.sheet = Some(Sheet::Spread(spread));
            return;
        }
        let correction = match (deed, passage) {
            (Deed::Kind(kind), Some(passage)) => correcting::add(article, passage, kind),
            _ => correcting::deed(article, selection, deed, correcting::targets(article, selection, Reach::One)),
        };
        if let Some(correction) = correction {
            self.correct(correction, scope);
        }
    }

    /// Selects the words that the search shows: their mark where they are one, else the words alone.
    pub(super) fn take_match(&mut self) {
        let found = self.session.find.take().and_then(|find| find.current());
        if let (Some(words), Some(article)) = (found, self.library.article()) {
            let at = marks::Marks::shown(&article.record, &self.session.layers);
            let mark = at.within(words).find(|mark| mark.span == words).map_or(Selection::None, |mark| mark.what);
            self.select(mark);
            self.session.passage = (mark == Selection::None).then_some(words);
            self.context.memory_mut(egui::Memory::stop_text_input);
        }
    }

    /// Selects one word more at an end, or one less. What is selected as a mark is words from then on.
    pub(super) fn stretch(&mut self, end: End, more: bool) {
        let Some(article) = self.library.article() else { return };
        let words = self.session.passage.or_else(|| marks::span(self.session.selection, &article.record));
        if let Some(words) = words.and_then(|words| stretched(article, words, end, more)) {
            (self.session.selection, self.session.passage) = (Selection::None, Some(words));
            self.go_to(words);
        }
    }
}

/// A passage with one word more or less at an end; nothing when none would be left, or there is no other word.
fn stretched(article: &OpenArticle, words: Span, end: End, more: bool) -> Option<Span> {
    let tokens = article.text.tokens_in(words);
    let (first, last) = match (end, more) {
        (End::First, true) => (tokens.start.checked_sub(1)?, tokens.end),
        (End::First, false) => (tokens.start + 1, tokens.end),
        (End::Last, true) => (tokens.start, tokens.end + 1),
        (End::Last, false) => (tokens.start, tokens.end.checked_sub(1)?),
    };
    (first < last && last <= article.text.tokens().len()).then(|| article.text.span_of(first..last))
}
