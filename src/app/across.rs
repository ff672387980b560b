//! Work in the background: the articles that nobody has opened yet are read, and who is meant across all is told.

use super::App;
use super::jobs::{Event, Reporter};
use super::library::{ToRead, Words};
use crate::extract::{Engine, Hints};
use crate::text::Text;
use std::sync::Arc;

/// What goes on in the background.
#[derive(Debug, Default)]
pub(super) struct Background {
    /// The job that reads articles.
    reading: Option<u64>,
    /// The job that joins names.
    joining: Option<u64>,
    /// Articles read since the background began.
    done: usize,
    /// Whether the analyst has stopped it.
    stopped: bool,
}

impl Background {
    /// Takes note that a job has ended.
    pub(super) fn ended(&mut self, job: u64) {
        for running in [&mut self.reading, &mut self.joining] {
            if *running == Some(job) {
                *running = None;
            }
        }
    }

    /// Reads nothing more until there is something new.
    pub(super) fn stop(&mut self) {
        self.stopped = true;
    }

    /// There is something new.
    pub(super) fn start_over(&mut self) {
        *self = Self { joining: self.joining, ..Self::default() };
    }
}

impl App {
    /// Starts what is to be done in the background, if it does not run already.
    pub(super) fn keep_up(&mut self) {
        if self.background.reading.is_none() && !self.background.stopped && !self.session.reading {
            self.read_more();
        }
        if self.background.joining.is_none() {
            self.join_more();
        }
    }

    fn read_more(&mut self) {
        let (articles, left) = match self.library.unread() {
            Ok(unread) => unread,
            Err(error) => return self.fail(&error),
        };
        if articles.is_empty() {
            self.background.done = 0;
            return;
        }
        let (done, total) = (self.background.done, self.background.done + left);
        self.background.done += articles.len();
        let (loading, engine) = (self.vocabulary.engine().clone(), self.vocabulary.name().to_owned());
        let job = self.jobs.start("Reading articles", move |reporter| {
            let (reader, said) = &**loading;
            reporter.send(Event::Lists { engine: engine.clone(), said: said.clone() });
            for (n, article) in articles.into_iter().enumerate() {
                if reporter.cancelled() {
                    return;
                }
                read(reporter, reader, &engine, article);
                reporter.progress(done + n + 1, total);
            }
        });
        self.background.reading = Some(job);
    }

    fn join_more(&mut self) {
        match self.library.next_join() {
            Ok(Some(to_join)) => {
                let loading = self.vocabulary.engine().clone();
                let job = self.jobs.start("Joining names", move |reporter| {
                    let joined = to_join.run(&loading.0);
                    reporter.send(Event::Joined(Box::new(joined)));
                });
                self.background.joining = Some(job);
            }
            Ok(None) => {}
            Err(error) => self.fail(&error),
        }
    }
}

/// Splits an article into words, and sends them.
pub(super) fn split(reporter: &Reporter, article: ToRead) -> ToRead {
    let Words::Whole(words) = article.words else { return article };
    let text = Arc::new(Text::new(&*words));
    reporter.send(Event::Split { article: article.article, text: text.clone() });
    ToRead { words: Words::Split(text), ..article }
}

/// Reads an article and sends what was found.
pub(super) fn read(reporter: &Reporter, reader: &Engine, engine: &str, article: ToRead) {
    let ToRead { article, words, published } = article;
    let text = match words {
        Words::Split(text) => text,
        Words::Whole(words) => Arc::new(Text::new(&*words)),
    };
    if reporter.cancelled() {
        return;
    }
    let hints = Hints { published: published.as_deref().and_then(|day| day.parse().ok()) };
    let record = Box::new(reader.extract(&text, &hints));
    if !reporter.cancelled() {
        reporter.send(Event::Read { article, engine: engine.to_owned(), published, record });
    }
}
