//! Articles and their corrections, as read from the file.

use crate::record::correct::{Correction, Note, Scope, notes, published};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Result, Row};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Names an article in a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub i64);

/// How far the review of an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// Nothing in it was accepted or corrected.
    #[default]
    Unread,
    /// Something was.
    InReview,
    /// The analyst is done with it.
    Reviewed,
}

/// An article without its text, for lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleSummary {
    /// Which article.
    pub id: ArticleId,
    /// Its title, where one was found.
    pub title: Option<String>,
    /// Its first words, where no title was found.
    pub start: Option<String>,
    /// File name or publisher.
    pub source: String,
    /// The day it was published, ISO 8601, the analyst's answer included.
    pub published: Option<String>,
    /// ISO 639-1 code of its language, where it was recognised.
    pub language: Option<String>,
    /// How many corrections were made in it.
    pub corrections: u32,
    /// How far its review is.
    pub progress: Progress,
}

/// One article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Which article.
    pub id: ArticleId,
    /// Its title, where one was found.
    pub title: Option<String>,
    /// Its words.
    pub text: String,
    /// File name or publisher.
    pub source: String,
    /// Address of the page.
    pub url: Option<String>,
    /// The day it was published, ISO 8601, the analyst's answer included.
    pub published: Option<String>,
    /// The day it was published as the file said it.
    pub published_as_imported: Option<String>,
    /// ISO 639-1 code of its language, where it was recognised.
    pub language: Option<String>,
    /// What was repaired or left out on import.
    pub warnings: Vec<String>,
}

/// A correction in the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Logged {
    /// Its step in the history.
    pub seq: i64,
    /// The article where it holds; `None` when it holds in all.
    pub article: Option<ArticleId>,
    /// What it does.
    pub correction: Correction,
}

impl Logged {
    /// Where it holds, and what it does: what [`replay`](crate::record::correct::replay) takes.
    pub fn scoped(&self) -> (Scope, &Correction) {
        (if self.article.is_some() { Scope::Article } else { Scope::Everywhere }, &self.correction)
    }
}

/// All articles, oldest first.
pub(super) fn list(connection: &Connection) -> Result<Vec<ArticleSummary>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, title, source, published, language,
           (SELECT count(*) FROM correction JOIN change ON seq = change
            WHERE correction.article = present.id AND state = 'active'),
           (SELECT body FROM correction JOIN change ON seq = change
            WHERE correction.article = present.id AND state = 'active'
              AND json_extract(body, '$.do') = 'set_published' ORDER BY seq DESC LIMIT 1),
           EXISTS (SELECT 1 FROM correction JOIN change ON seq = change
            WHERE correction.article = present.id AND state = 'active'
              AND json_extract(body, '$.do') NOT IN ('set_published', 'set_reviewed', 'set_note')),
           (SELECT json_extract(body, '$.reviewed') FROM correction JOIN change ON seq = change
            WHERE correction.article = present.id AND state = 'active'
              AND json_extract(body, '$.do') = 'set_reviewed' ORDER BY seq DESC LIMIT 1),
           CASE WHEN title IS NULL THEN (SELECT substr(text, 1, 120) FROM body WHERE body.article = present.id) END
         FROM present ORDER BY id",
    )?;
    let rows = statement.query_map([], |row| {
        let imported: Option<String> = row.get(3)?;
        let answer: Option<Correction> = row.get::<_, Option<String>>(6)?.map(|s| parse(&s)).transpose()?;
        Ok(ArticleSummary {
            id: ArticleId(row.get(0)?),
            title: row.get(1)?,
            start: row.get(9)?,
            source: row.get(2)?,
            published: published(imported.as_deref(), answer.iter().map(|c| (Scope::Article, c))).map(str::to_owned),
            language: row.get(4)?,
            corrections: row.get(5)?,
            progress: match (row.get::<_, Option<bool>>(8)?, row.get(7)?) {
                (Some(true), _) => Progress::Reviewed,
                (_, true) => Progress::InReview,
                (_, false) => Progress::Unread,
            },
        })
    })?;
    rows.collect()
}

/// One article, and whether its text is the one that was imported.
pub(super) fn get(connection: &Connection, id: ArticleId) -> Result<Option<(Article, bool)>> {
    let mut statement = connection.prepare_cached(
        "SELECT title, text, source, url, published, language, warnings, sha256
         FROM present JOIN body ON body.article = present.id WHERE present.id = ?1",
    )?;
    let found = statement.query_row([id.0], |row| {
        let text: String = row.get(1)?;
        let intact = row.get::<_, Vec<u8>>(7)? == hash(&text);
        let imported: Option<String> = row.get(4)?;
        let article = Article {
            id,
            title: row.get(0)?,
            text,
            source: row.get(2)?,
            url: row.get(3)?,
            published: imported.clone(),
            published_as_imported: imported,
            language: row.get(5)?,
            warnings: parse(&row.get::<_, String>(6)?)?,
        };
        Ok((article, intact))
    });
    let Some((mut article, intact)) = found.optional()? else { return Ok(None) };
    let log = corrections(connection, Some(id))?;
    article.published = published(article.published.as_deref(), log.iter().map(Logged::scoped)).map(str::to_owned);
    Ok(Some((article, intact)))
}

/// The corrections that hold in an article, or all of them, in order.
pub(super) fn corrections(connection: &Connection, id: Option<ArticleId>) -> Result<Vec<Logged>> {
    let mut statement = connection.prepare_cached(
        "SELECT change, article, body FROM correction JOIN change ON seq = change
         WHERE state = 'active' AND (?1 IS NULL OR article = ?1 OR article IS NULL) ORDER BY change",
    )?;
    let logged = |row: &Row<'_>| {
        Ok(Logged {
            seq: row.get(0)?,
            article: row.get::<_, Option<i64>>(1)?.map(ArticleId),
            correction: parse(&row.get::<_, String>(2)?)?,
        })
    };
    statement.query_map([id.map(|id| id.0)], logged)?.collect()
}

/// The notes of every article that has some, each article's in text order.
pub(super) fn all_notes(connection: &Connection) -> Result<Vec<(ArticleId, Vec<Note>)>> {
    let mut statement = connection.prepare_cached(
        "SELECT article, body FROM correction JOIN change ON seq = change
         WHERE state = 'active' AND article IS NOT NULL AND json_extract(body, '$.do') = 'set_note' ORDER BY change",
    )?;
    let row = |row: &Row<'_>| Ok((ArticleId(row.get(0)?), parse(&row.get::<_, String>(1)?)?));
    let mut made: BTreeMap<ArticleId, Vec<Correction>> = BTreeMap::new();
    for noted in statement.query_map([], row)? {
        let (article, correction) = noted?;
        made.entry(article).or_default().push(correction);
    }
    let left = made.iter().map(|(article, log)| (*article, notes(log)));
    Ok(left.filter(|(_, notes)| !notes.is_empty()).collect())
}

/// What tells two texts apart, and a text from its damaged copy.
pub(super) fn hash(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}

/// A value that is kept as JSON.
pub(super) fn parse<T: DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|e| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(e)))
}

/// JSON of a value.
pub(super) fn json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| rusqlite::Error::ToSqlConversionFailure(Box::new(e)))
}
