//! The changes that can be made, each one step of the history.

use super::ArticleId;
use super::article::{hash, json};
use crate::import::Draft;
use crate::record::correct::{Correction, Scope};
use rusqlite::{OptionalExtension, Result, Transaction, params};

/// A change of articles or corrections.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Take these articles in; what is there already is passed over.
    Import(Vec<Draft>),
    /// Correct an article, or all that have the same words.
    Correct {
        /// The article where the correction is made.
        article: ArticleId,
        /// Where it holds. An article's date and its review are its own: they never hold everywhere.
        scope: Scope,
        /// What to do.
        correction: Correction,
    },
    /// Take these articles out.
    Remove(Vec<ArticleId>),
}

/// What a change did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Its step in the history; `None` when there was nothing to do.
    pub seq: Option<i64>,
    /// The articles that came in.
    pub imported: Vec<ArticleId>,
    /// Drafts that were there already: their place in the import, and the article with the same words.
    pub duplicates: Vec<(usize, ArticleId)>,
}

pub(super) fn apply(transaction: &Transaction<'_>, change: &Change) -> Result<Applied> {
    match change {
        Change::Import(drafts) => import(transaction, drafts),
        Change::Correct { article, scope, correction } => {
            let own = *scope == Scope::Article || correction.of_article();
            correct(transaction, own.then_some(*article), correction)
        }
        Change::Remove(articles) => remove(transaction, articles),
    }
}

fn import(transaction: &Transaction<'_>, drafts: &[Draft]) -> Result<Applied> {
    let mut applied = Applied::default();
    let mut same = transaction.prepare_cached(
        "SELECT present.id FROM present JOIN body ON body.article = present.id WHERE sha256 = ?1 LIMIT 1",
    )?;
    let mut add_article = transaction.prepare_cached(
        "INSERT INTO article (added, title, source, url, published, language, warnings)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let mut add_body = transaction.prepare_cached("INSERT INTO body (article, text, sha256) VALUES (?1, ?2, ?3)")?;
    for (place, draft) in drafts.iter().enumerate() {
        let sha256 = hash(&draft.text);
        if let Some(id) = same.query_row([&sha256], |row| row.get(0)).optional()? {
            applied.duplicates.push((place, ArticleId(id)));
            continue;
        }
        let seq = match applied.seq {
            Some(seq) => seq,
            None => log(transaction, "Import")?,
        };
        applied.seq = Some(seq);
        let Draft { title, text, published, source, url, language, warnings } = draft;
        add_article.execute(params![seq, title, source, url, published, language, json(warnings)?])?;
        let id = ArticleId(transaction.last_insert_rowid());
        add_body.execute(params![id.0, text, sha256])?;
        applied.imported.push(id);
    }
    if let Some(seq) = applied.seq {
        let label = match applied.imported.len() {
            1 => "Import 1 article".to_owned(),
            n => format!("Import {n} articles"),
        };
        transaction.execute("UPDATE change SET label = ?1 WHERE seq = ?2", params![label, seq])?;
    }
    Ok(applied)
}

/// Logs a correction in an article, or in all.
pub(super) fn correct(
    transaction: &Transaction<'_>,
    article: Option<ArticleId>,
    correction: &Correction,
) -> Result<Applied> {
    let mut label = correction.label();
    if article.is_none() {
        label.push_str(" everywhere");
    }
    let seq = log(transaction, &label)?;
    transaction.execute(
        "INSERT INTO correction (change, article, body) VALUES (?1, ?2, ?3)",
        params![seq, article.map(|id| id.0), json(correction)?],
    )?;
    Ok(Applied { seq: Some(seq), ..Applied::default() })
}

fn remove(transaction: &Transaction<'_>, articles: &[ArticleId]) -> Result<Applied> {
    if articles.is_empty() {
        return Ok(Applied::default());
    }
    let label = match articles.len() {
        1 => "Remove 1 article".to_owned(),
        n => format!("Remove {n} articles"),
    };
    let seq = log(transaction, &label)?;
    for article in articles {
        transaction
            .execute("INSERT OR IGNORE INTO removal (change, article) VALUES (?1, ?2)", params![seq, article.0])?;
    }
    Ok(Applied { seq: Some(seq), ..Applied::default() })
}

/// A new step. What was undone before it can not be redone any more; it stays only if going back to the last save needs
/// it.
fn log(transaction: &Transaction<'_>, label: &str) -> Result<i64> {
    transaction.execute("DELETE FROM change WHERE state <> 'active' AND NOT saved", [])?;
    transaction.execute("UPDATE change SET state = 'dropped' WHERE state = 'undone'", [])?;
    transaction.execute("INSERT INTO change (label) VALUES (?1)", [label])?;
    Ok(transaction.last_insert_rowid())
}
