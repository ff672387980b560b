//! Going from mark to mark, from article to article, and back to where one was.

use super::App;
use crate::ui::find::Find;
use crate::ui::{Selection, SessionChange, marks};

impl App {
    /// Selects the next mark, or the one before.
    pub(super) fn step(&mut self, forward: bool) {
        let Some(article) = self.library.article() else { return };
        let marks = marks::Marks::shown(&article.record, &self.session.layers);
        if let Some(mark) = marks.step(self.session.selection, &article.record, forward) {
            self.select(mark.what);
        }
    }

    /// Selects the next mention of the selected entity, or the one before.
    pub(super) fn along(&mut self, forward: bool) {
        let Some(article) = self.library.article() else { return };
        if let Some(mention) = marks::along(self.session.selection, &article.record, forward) {
            self.select(mention);
        }
    }

    /// Opens the next article of the list, or the one before.
    pub(super) fn step_article(&mut self, forward: bool) {
        let rows = self.library.rows();
        let here = self.library.article().and_then(|a| rows.iter().position(|row| row.id == a.id));
        let next = match (here, forward) {
            (Some(i), true) => i + 1,
            (Some(i), false) => i.wrapping_sub(1),
            (None, _) => 0,
        };
        if let Some(id) = rows.get(next).map(|row| row.id) {
            self.change(SessionChange::Open(id));
        }
    }

    /// Walks back or forward through what was selected.
    pub(super) fn walk(&mut self, forward: bool) {
        let place = if forward { self.trail.forward() } else { self.trail.back() };
        let Some((id, selection)) = place else { return };
        if self.library.article().is_none_or(|a| a.id != id) {
            self.open_article(Some(id));
        }
        self.session.selection = selection;
        if let Some(span) = self.library.article().and_then(|a| marks::span(selection, &a.record)) {
            self.go_to(span);
        }
    }

    /// Esc: the hints first, then the fields being edited, the search, the review and the selection, from which it goes back to where one was.
    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.hints) || self.panels.inspector.leave(self.session.selection) {
            return;
        }
        if self.session.find.take().is_none() && self.session.review.take().is_none() {
            if self.session.selection != Selection::None {
                self.panels.article.go_back();
            }
            self.session.selection = Selection::None;
            self.session.passage = None;
        }
    }

    pub(super) fn find(&mut self) {
        self.panels.find_focus = true;
        if self.session.find.is_none() {
            self.session.find = Some(Find::default());
        }
    }

    pub(super) fn find_step(&mut self, forward: bool) {
        if let Some(find) = &self.session.find {
            let next = find.step(forward);
            self.change(SessionChange::Find(Some(next)));
        }
    }
}
