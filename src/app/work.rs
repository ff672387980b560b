//! Going to what was noted or done in any article, and taking the notes out.

use super::App;
use crate::export::{Content, Export, Format};
use crate::record::correct::{Noted, place};
use crate::ui::{Selection, SessionChange, marks};
use crate::workspace::ArticleId;

impl App {
    /// Opens an article and selects a mark in it, at once or as soon as it is read.
    pub(super) fn open_at(&mut self, id: ArticleId, noted: Option<Noted>) {
        if self.library.article().is_none_or(|article| article.id != id) {
            self.change(SessionChange::Open(id));
        }
        self.sought = noted.map(|noted| (id, noted));
        if !self.session.reading {
            self.find_sought();
        }
    }

    /// Selects the mark that was sought, now that its article is read.
    pub(super) fn find_sought(&mut self) {
        let Some((id, noted)) = self.sought.take() else { return };
        let Some(article) = self.library.article().filter(|article| article.id == id) else { return };
        let Some(span) = place(&article.text, &noted.at) else { return };
        match marks::at(&article.record, noted.mark, span) {
            Selection::None => {
                self.go_to(span);
                self.session.passage = Some(span);
            }
            mark => self.select(mark),
        }
    }

    /// Writes every note of the workspace to a file that the analyst names.
    pub(super) fn export_notes(&mut self) {
        match self.library.notes_table() {
            Ok(table) => {
                let stem = format!("Notes {}", self.library.name());
                self.ask_export(Box::new(Export { stem, format: Format::Csv, content: Content::Table(table) }));
            }
            Err(error) => self.fail(&error),
        }
    }
}
