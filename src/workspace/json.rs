//! The whole workspace as JSON: articles and corrections, in a stable order that diffs well. No cache, no undone step.

use super::article::{self, ArticleId, Logged};
use super::{Applied, Change, Error, Result, Workspace};
use crate::import::Draft;
use crate::record::correct::Correction;
use serde::{Deserialize, Serialize};

/// The name and version of the format.
const FORMAT: &str = "readout.workspace/1";

#[derive(Serialize, Deserialize)]
struct Exported {
    format: String,
    articles: Vec<ExportedArticle>,
    corrections: Vec<ExportedCorrection>,
}

#[derive(Serialize, Deserialize)]
struct ExportedArticle {
    title: Option<String>,
    source: String,
    url: Option<String>,
    published: Option<String>,
    language: Option<String>,
    #[serde(default)]
    warnings: Vec<String>,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct ExportedCorrection {
    /// The article's place in `articles`, counted from 1; none when the correction holds in all.
    article: Option<usize>,
    #[serde(flatten)]
    correction: Correction,
}

impl Workspace {
    /// The workspace as JSON.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn export_json(&self) -> Result<String> {
        let ids: Vec<ArticleId> = self.articles()?.iter().map(|a| a.id).collect();
        let mut articles = Vec::with_capacity(ids.len());
        for &id in &ids {
            let a = self.article(id)?;
            articles.push(ExportedArticle {
                title: a.title,
                source: a.source,
                url: a.url,
                published: a.published_as_imported,
                language: a.language,
                warnings: a.warnings,
                text: a.text,
            });
        }
        let log = self.read(|c| article::corrections(c, None))?;
        let place = |Logged { article, correction, .. }| match article {
            None => Some(ExportedCorrection { article: None, correction }),
            Some(id) => {
                let place = ids.binary_search(&id).ok()?;
                Some(ExportedCorrection { article: Some(place + 1), correction })
            }
        };
        let corrections = log.into_iter().filter_map(place).collect();
        let exported = Exported { format: FORMAT.to_owned(), articles, corrections };
        let mut json = serde_json::to_string_pretty(&exported).map_err(|e| bad(&e))?;
        json.push('\n');
        Ok(json)
    }

    /// Takes an exported workspace in, articles first, then each correction as a step of its own. Articles that are there
    /// already are passed over; their corrections still hold.
    ///
    /// # Errors
    /// When it is no exported workspace or the file cannot be written. Then nothing has changed.
    pub fn import_json(&mut self, json: &str) -> Result<Applied> {
        let exported: Exported = serde_json::from_str(json).map_err(|e| bad(&e))?;
        if exported.format != FORMAT {
            return Err(Error::BadJson {
                detail: format!("its format is “{}”, not “{FORMAT}”", exported.format)
            });
        }
        let count = exported.articles.len();
        let mut named = exported.corrections.iter().filter_map(|c| c.article);
        if let Some(stray) = named.find(|place| !(1..=count).contains(place)) {
            return Err(Error::BadJson { detail: format!("a correction names article {stray} of {count}") });
        }
        let drafts = exported.articles.into_iter().map(draft).collect();
        let corrections = exported.corrections;
        self.write(|t| {
            let applied = super::change::apply(t, &Change::Import(drafts))?;
            let ids = places(&applied, count);
            for ExportedCorrection { article, correction } in corrections {
                let article = article.and_then(|place| ids.get(place - 1).copied());
                super::change::correct(t, article, &correction)?;
            }
            Ok(applied)
        })
    }
}

fn draft(a: ExportedArticle) -> Draft {
    let ExportedArticle { title, source, url, published, language, warnings, text } = a;
    Draft { title, text, published, source, url, language, warnings }
}

/// The article of each draft, imported now or there before.
fn places(applied: &Applied, count: usize) -> Vec<ArticleId> {
    let mut imported = applied.imported.iter();
    let before = |place| applied.duplicates.iter().find(|(at, _)| *at == place).map(|&(_, id)| id);
    (0..count).filter_map(|place| before(place).or_else(|| imported.next().copied())).collect()
}

fn bad(error: &serde_json::Error) -> Error {
    Error::BadJson { detail: error.to_string() }
}
