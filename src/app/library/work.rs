//! What the analyst has done in the whole workspace, for the history and the notes.

use super::Library;
use crate::export::{Table, table};
use crate::text::Text;
use crate::ui::Work;
use crate::workspace::Result;

impl Library {
    /// What was done in the workspace.
    pub(in crate::app) fn work(&self) -> &Work {
        &self.work
    }

    /// Reads it again.
    pub(super) fn refresh_work(&mut self) -> Result<()> {
        let mut steps = self.workspace.history()?;
        steps.retain(|step| step.active);
        let mut notes = self.workspace.notes()?;
        notes.retain(|(id, _)| self.rows.iter().any(|row| row.id == *id));
        self.work = Work { steps, notes };
        Ok(())
    }

    /// Every note as a row, with the article and the sentence that it is on.
    ///
    /// # Errors
    /// When an article cannot be read.
    pub(in crate::app) fn notes_table(&self) -> Result<Table> {
        let mut noted = Vec::new();
        for (id, notes) in &self.work.notes {
            let Some(row) = self.rows.iter().find(|row| row.id == *id) else { continue };
            let text = Text::new(self.workspace.article(*id)?.text);
            noted.push((row, text, notes));
        }
        let article = |(row, text, notes): &(&crate::ui::ArticleRow, Text, &Vec<_>)| {
            let of = [row.title.clone(), row.source.clone(), row.published.clone().unwrap_or_default()];
            table::notes(&of, text, notes)
        };
        let rows = noted.iter().flat_map(article).collect();
        Ok(Table { columns: table::NOTES.to_vec(), rows })
    }
}
