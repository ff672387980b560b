//! What the articles of the workspace tell together: which are not read yet, who is meant across all, and how the rates
//! that several tell went. What each tells is kept until a correction or another reading changes it.

use super::{Library, ToRead, Words};
use crate::chart::Ground;
use crate::chart::course::{self, Course, Told};
use crate::extract::Engine;
use crate::extract::link::across::{Across, Answer, Digest};
use crate::record::correct::{Correction, Scope, replay};
use crate::record::{Figure, Measure, Record};
use crate::text::Text;
use crate::ui::ArticleRow;
use crate::workspace::{ArticleId, Logged, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The newest articles that are held together; more would not be joined while one waits.
const MOST: usize = 2_000;
/// Articles that one job takes.
const BATCH: usize = 25;

/// What every article tells.
#[derive(Debug, Default)]
pub(super) struct Everyone {
    digests: BTreeMap<ArticleId, Kept>,
    across: Arc<Across>,
    /// The rates that several articles tell.
    pub(super) courses: Arc<[Course]>,
    /// Articles that were handed out to be read: one that cannot be kept is not read again and again.
    handed_out: BTreeSet<ArticleId>,
    /// Whether something has changed since they were last joined.
    pub(super) stale: bool,
}

/// What an article tells, and of which reading and corrections that holds.
#[derive(Clone, Debug)]
pub(in crate::app) struct Kept {
    published: Option<String>,
    steps: Vec<i64>,
    digest: Arc<Digest>,
    told: Arc<Told>,
}

/// An article that has to be told anew.
#[derive(Debug)]
struct Changed {
    article: ArticleId,
    title: String,
    published: Option<String>,
    text: String,
    record: Record,
    log: Vec<Logged>,
}

/// What a job needs to tell what the articles tell together.
#[derive(Debug)]
pub(in crate::app) struct ToJoin {
    changed: Vec<Changed>,
    known: Vec<(Arc<Digest>, Arc<Told>)>,
    answers: Vec<Logged>,
    /// Whether no other article has changed: only then is it worth joining them.
    last: bool,
}

/// What that job brings.
#[derive(Debug)]
pub(in crate::app) struct HasJoined {
    digests: Vec<(ArticleId, Kept)>,
    joined: Option<(Across, Vec<Course>)>,
}

impl Library {
    /// Who is meant across articles, as far as it is known.
    pub(in crate::app) fn across(&self) -> &Across {
        &self.everyone.across
    }

    /// The next articles that no reading is kept of, and how many there are.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(in crate::app) fn unread(&mut self) -> Result<(Vec<ToRead>, usize)> {
        let kept: BTreeSet<(ArticleId, Option<String>)> =
            self.workspace.kept_readings(&self.engine)?.into_iter().collect();
        let open = self.open.as_ref().map(|open| open.id);
        let newest = self.rows.iter().rev().take(MOST).rev();
        let unread = newest.filter(|row| {
            Some(row.id) != open
                && !self.everyone.handed_out.contains(&row.id)
                && !kept.contains(&(row.id, row.published.clone()))
        });
        let (total, ids) = (unread.clone().count(), unread.take(BATCH).map(|row| row.id).collect::<Vec<_>>());
        let mut to_read = Vec::new();
        for id in ids {
            self.everyone.handed_out.insert(id);
            // A damaged article is told when it is opened.
            let Ok(article) = self.workspace.article(id) else { continue };
            to_read.push(ToRead {
                article: id,
                words: Words::Whole(article.text.into()),
                published: article.published,
            });
        }
        Ok((to_read, total))
    }

    /// What has to be done to tell what the articles tell together; nothing when nothing has changed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(in crate::app) fn next_join(&mut self) -> Result<Option<ToJoin>> {
        if !std::mem::take(&mut self.everyone.stale) {
            return Ok(None);
        }
        let log = self.workspace.all_corrections()?;
        let kept: BTreeMap<ArticleId, Option<String>> =
            self.workspace.kept_readings(&self.engine)?.into_iter().collect();
        let rows: BTreeMap<ArticleId, &ArticleRow> =
            self.rows.iter().rev().take(MOST).map(|row| (row.id, row)).collect();
        self.everyone.digests.retain(|id, _| rows.contains_key(id));
        let (mut changed, mut known, mut last) = (Vec::new(), Vec::new(), true);
        for (&article, row) in rows.iter().filter(|(id, row)| kept.get(id) == Some(&row.published)) {
            let published = &row.published;
            let own = || {
                log.iter().filter(|l| l.article.is_none_or(|id| id == article) && changes_what_is_told(&l.correction))
            };
            let steps: Vec<i64> = own().map(|logged| logged.seq).collect();
            let before = self.everyone.digests.get(&article);
            if let Some(before) = before.filter(|before| before.steps == steps && before.published == *published) {
                known.push((before.digest.clone(), before.told.clone()));
            } else if changed.len() == BATCH {
                last = false;
            } else if let Some(record) = self.workspace.cached_record(article, &self.engine, published.as_deref())? {
                let words_count = !steps.is_empty() || record.figures.iter().any(is_rate);
                let text = if words_count { self.workspace.article(article)?.text } else { String::new() };
                changed.push(Changed {
                    article,
                    title: row.title.clone(),
                    published: published.clone(),
                    text,
                    record,
                    log: own().cloned().collect(),
                });
            }
        }
        self.everyone.stale = !last;
        let answers = log.into_iter().filter(|l| matches!(l.correction, Correction::Identify { .. })).collect();
        Ok(Some(ToJoin { changed, known, answers, last }))
    }

    /// Takes in what the articles tell together.
    pub(in crate::app) fn joined(&mut self, joined: HasJoined) {
        self.everyone.digests.extend(joined.digests);
        let Some((across, courses)) = joined.joined else { return };
        self.everyone.across = Arc::new(across);
        if *self.everyone.courses != *courses {
            self.everyone.courses = courses.into();
            self.revision += 1;
            if let Some(open) = &mut self.open {
                (open.courses, open.revision) = (self.everyone.courses.clone(), self.revision);
            }
        }
    }

    /// Lets articles be read again that were handed out before: another engine has to.
    pub(super) fn forget_handed_out(&mut self) {
        self.everyone = Everyone { stale: true, ..Everyone::default() };
    }
}

/// Whether a figure is drawn over several articles.
fn is_rate(figure: &Figure) -> bool {
    figure.measure.as_str() == Measure::TARIFF_RATE
}

/// Whether a correction may change what the entities and the rates of an article are called, and how high they are.
fn changes_what_is_told(correction: &Correction) -> bool {
    match correction {
        Correction::Reject { .. }
        | Correction::AddMention { .. }
        | Correction::Retype { .. }
        | Correction::Merge { .. }
        | Correction::Unmerge { .. }
        | Correction::Split { .. }
        | Correction::Rename { .. }
        | Correction::EditFigure { .. }
        | Correction::SetTime { .. } => true,
        Correction::Accept { .. }
        | Correction::Identify { .. }
        | Correction::SetSpeaker { .. }
        | Correction::SetStatus { .. }
        | Correction::SetPublished { .. }
        | Correction::SetReviewed { .. }
        | Correction::SetNote { .. } => false,
    }
}

impl ToJoin {
    /// Does the work, on a job's thread.
    pub(in crate::app) fn run(self, engine: &Engine) -> HasJoined {
        let digest = |changed: Changed| {
            let Changed { article, title, published, text, record, log } = changed;
            let text = Text::new(text);
            let record =
                if log.is_empty() { record } else { replay(&text, &record, log.iter().map(Logged::scoped)).record };
            let steps = log.iter().map(|logged| logged.seq).collect();
            let digest = Arc::new(Digest::new(article.0, &record));
            let ground = Ground { text: &text, record: &record };
            let told = Arc::new(Told::new(article.0, &title, published.as_deref(), ground));
            (article, Kept { published, steps, digest, told })
        };
        let digests: Vec<(ArticleId, Kept)> = self.changed.into_iter().map(digest).collect();
        let all = || {
            let known = self.known.iter().map(|(digest, told)| (&**digest, &**told));
            known.chain(digests.iter().map(|(_, kept)| (&*kept.digest, &*kept.told)))
        };
        let answers = self.answers.iter().filter_map(|logged| match logged.scoped() {
            (scope, Correction::Identify { one, other, same }) => {
                let article = logged.article.filter(|_| scope == Scope::Article).map(|id| id.0);
                Some(Answer { article, one, other, same: *same })
            }
            _ => None,
        });
        let joined = self.last.then(|| {
            let across = engine.across(all().map(|(digest, _)| digest), answers);
            let mut told: Vec<&Told> = all().map(|(_, told)| told).collect();
            told.sort_by_key(|told| told.article());
            let courses = course::join(&told, |article, id| Some(across.of(article, id)?.name.name.as_str()));
            (across, courses)
        });
        HasJoined { digests, joined }
    }
}
