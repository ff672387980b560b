//! Long work on named threads: progress, cancel, and results that come back as they are ready.
//!
//! The window never waits for a job. A job sends [`Event`]s; the window takes them once a frame. A panic in a job is
//! caught and becomes a message: the window lives on.

use super::library::HasJoined;
use super::vocabulary::Said;
use crate::import::Draft;
use crate::record::Record;
use crate::text::Text;
use crate::workspace::ArticleId;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// Work that takes less is not worth telling about.
const QUIET: Duration = Duration::from_millis(100);

/// What a job sends to the window.
#[derive(Debug)]
pub(super) enum Event {
    /// The words of a long article were split.
    Split {
        /// Which.
        article: ArticleId,
        /// Its words.
        text: Arc<Text>,
    },
    /// An article was read.
    Read {
        /// Which.
        article: ArticleId,
        /// The name of the engine that read it.
        engine: String,
        /// The date it was read with; a reading with another date is stale.
        published: Option<String>,
        /// What was found.
        record: Box<Record>,
    },
    /// The engine has taken in the analyst's word lists.
    Lists {
        /// The engine's name.
        engine: String,
        /// What it says of each list.
        said: Said,
    },
    /// It is known who is meant across articles.
    Joined(Box<HasJoined>),
    /// Files became articles.
    Drafts(Vec<Draft>),
    /// Something was done.
    Did(String),
    /// A file became no article.
    Refused {
        /// Its name.
        name: String,
        /// Why, as a sentence.
        why: String,
    },
    /// How far a job is.
    Progress {
        /// Which job.
        job: u64,
        /// Steps done.
        done: usize,
        /// Steps in all.
        total: usize,
    },
    /// A job has ended.
    Ended {
        /// Which job.
        job: u64,
        /// Why, if it broke.
        broke: Option<String>,
    },
}

/// A running job as the window shows it.
#[derive(Debug)]
pub(super) struct Running {
    id: u64,
    /// What it does, for people.
    pub(super) title: String,
    /// Steps done.
    pub(super) done: usize,
    /// Steps in all; 0 while unknown.
    pub(super) total: usize,
    started: Instant,
    stop: Arc<AtomicBool>,
}

/// What a job reports through.
#[derive(Clone, Debug)]
pub(super) struct Reporter {
    job: u64,
    events: Sender<Event>,
    stop: Arc<AtomicBool>,
    context: egui::Context,
}

impl Reporter {
    /// Sends an event. A window that is gone does not mind.
    pub(super) fn send(&self, event: Event) {
        if self.events.send(event).is_ok() {
            self.context.request_repaint();
        }
    }

    /// Tells how far the job is.
    pub(super) fn progress(&self, done: usize, total: usize) {
        self.send(Event::Progress { job: self.job, done, total });
    }

    /// Whether the analyst wants the job to stop.
    pub(super) fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// The jobs of one window.
#[derive(Debug)]
pub(super) struct Jobs {
    sender: Sender<Event>,
    events: Receiver<Event>,
    running: Vec<Running>,
    next: u64,
    context: egui::Context,
}

impl Jobs {
    /// No jobs yet.
    pub(super) fn new(context: &egui::Context) -> Self {
        let (sender, events) = channel();
        Self { sender, events, running: Vec::new(), next: 0, context: context.clone() }
    }

    /// Starts a job on a thread of its own, and says which it is.
    pub(super) fn start(&mut self, title: &str, work: impl FnOnce(&Reporter) + Send + 'static) -> u64 {
        self.next += 1;
        let (id, stop) = (self.next, Arc::new(AtomicBool::new(false)));
        let reporter =
            Reporter { job: id, events: self.sender.clone(), stop: stop.clone(), context: self.context.clone() };
        let failed = reporter.clone();
        let run = move || {
            let ended = catch_unwind(AssertUnwindSafe(|| work(&reporter)));
            let broke = ended.err().map(|cause| message(cause.as_ref()));
            reporter.send(Event::Ended { job: id, broke });
        };
        let title = title.to_owned();
        self.running.push(Running { id, title, done: 0, total: 0, started: Instant::now(), stop });
        if let Err(error) = std::thread::Builder::new().name(format!("readout-job-{id}")).spawn(run) {
            failed.send(Event::Ended { job: id, broke: Some(format!("no thread could be started ({error})")) });
        }
        id
    }

    /// What came in since the last call. Progress and ends are noted here and passed on.
    pub(super) fn take(&mut self) -> Vec<Event> {
        let events: Vec<Event> = self.events.try_iter().collect();
        for event in &events {
            match event {
                Event::Progress { job, done, total } => {
                    for running in self.running.iter_mut().filter(|r| r.id == *job) {
                        (running.done, running.total) = (*done, *total);
                    }
                }
                Event::Ended { job, .. } => self.running.retain(|r| r.id != *job),
                _ => {}
            }
        }
        events
    }

    /// The job to show: the first that has run long enough to be worth it.
    pub(super) fn shown(&self) -> Option<&Running> {
        let mut going = self.running.iter().filter(|r| !r.stop.load(Ordering::Relaxed));
        let shown = going.clone().find(|r| r.started.elapsed() >= QUIET);
        if shown.is_none() && going.next().is_some() {
            self.context.request_repaint_after(QUIET);
        }
        shown
    }

    /// Whether anything runs.
    pub(super) fn busy(&self) -> bool {
        !self.running.is_empty()
    }

    /// Asks every job to stop, and hears no more of any: what they would bring is for a workspace that is gone.
    pub(super) fn abandon(&mut self) {
        self.cancel();
        self.running.clear();
        (self.sender, self.events) = channel();
    }

    /// Asks every job to stop.
    pub(super) fn cancel(&self) {
        self.running.iter().for_each(|r| r.stop.store(true, Ordering::Relaxed));
    }
}

/// What a panic said.
fn message(cause: &(dyn std::any::Any + Send)) -> String {
    let said = cause.downcast_ref::<&str>().map(|s| (*s).to_owned());
    said.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_else(|| "an unknown fault".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Event, Jobs};
    use std::time::{Duration, Instant};

    fn run(work: impl FnOnce(&super::Reporter) + Send + 'static, cancel: bool) -> Vec<Event> {
        let mut jobs = Jobs::new(&egui::Context::default());
        jobs.start("Test", work);
        if cancel {
            jobs.cancel();
        }
        let (mut events, start) = (Vec::new(), Instant::now());
        while jobs.busy() && start.elapsed() < Duration::from_secs(10) {
            events.extend(jobs.take());
            std::thread::sleep(Duration::from_millis(1));
        }
        events
    }

    #[test]
    fn events_come_in_order_and_end() {
        let events = run(|r| r.progress(1, 2), false);
        assert!(matches!(events.as_slice(), [Event::Progress { .. }, Event::Ended { broke: None, .. }]));
    }

    #[test]
    fn a_panic_is_told() {
        let events = run(|_| panic!("the cable broke"), false);
        assert!(matches!(events.as_slice(), [Event::Ended { broke: Some(why), .. }] if why == "the cable broke"));
    }

    #[test]
    fn a_job_hears_that_it_is_cancelled() {
        let events = run(
            |r| {
                while !r.cancelled() {
                    std::thread::sleep(Duration::from_millis(1));
                }
            },
            true,
        );
        assert_eq!(events.len(), 1);
    }
}
