//! The system's file dialogs, behind a trait so that tests can answer them.
//!
//! A dialog is opened on the main thread, as macOS wants it, and waited for on another, since a portal may never
//! answer. On Linux an answer of nothing may also mean that the system has no dialog to show.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// What to ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Files to read or a workspace to open.
    Open {
        /// Endings of files that can be read.
        endings: Vec<String>,
    },
    /// A folder of files to read.
    OpenFolder,
    /// Where to save the workspace.
    SaveWorkspace {
        /// A name to start from.
        name: String,
    },
    /// A file of the analyst's own words.
    WordList,
    /// Where to write an example of such a file.
    ExampleList,
    /// Where to write a chart or a table.
    Export {
        /// A name to start from.
        name: String,
    },
    /// Where to write the whole workspace as JSON.
    ExportWorkspace {
        /// A name to start from.
        name: String,
    },
    /// An exported workspace to take in.
    Import,
}

/// An answer: no paths when the analyst thought better of it.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked.
    pub question: Question,
    /// What was chosen.
    pub paths: Vec<PathBuf>,
    /// Whether the system seems to have no dialog: nothing was chosen faster than anybody can.
    pub unavailable: bool,
}

/// The name that an example of a word list starts with.
pub(super) const EXAMPLE_LIST: &str = "words.tsv";

/// Nobody opens a dialog and closes it again in less.
const QUICKEST: Duration = Duration::from_millis(250);

impl Question {
    /// What the question is, as the title of a sheet.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Open { .. } => "Open",
            Self::OpenFolder => "Open a folder",
            Self::SaveWorkspace { .. } => "Save workspace",
            Self::Export { .. } | Self::ExportWorkspace { .. } => "Export",
            Self::Import => "Import",
            Self::WordList => "Add a word list",
            Self::ExampleList => "Write an example of a word list",
        }
    }
}

/// Asks for files and folders.
pub trait Dialogs {
    /// Opens a dialog and returns at once.
    fn ask(&mut self, question: Question, context: &egui::Context, frame: &eframe::Frame);
    /// An answer that came in.
    fn answer(&mut self) -> Option<Answer>;
    /// Whether a dialog is open.
    fn is_open(&self) -> bool;
}

/// The dialogs of the system.
#[derive(Debug)]
pub struct NativeDialogs {
    sender: Sender<Answer>,
    answers: Receiver<Answer>,
    open: usize,
}

impl Default for NativeDialogs {
    fn default() -> Self {
        let (sender, answers) = channel();
        Self { sender, answers, open: 0 }
    }
}

type Chosen = Pin<Box<dyn Future<Output = Vec<rfd::FileHandle>> + Send>>;

impl Dialogs for NativeDialogs {
    fn ask(&mut self, question: Question, context: &egui::Context, frame: &eframe::Frame) {
        let dialog = rfd::AsyncFileDialog::new().set_parent(frame).set_title(question.title());
        let chosen: Chosen = match &question {
            Question::Open { endings } => {
                let dialog = dialog
                    .add_filter("Articles and workspaces", endings)
                    .add_filter("Readout workspaces", &["readout"])
                    .add_filter("All files", &["*"]);
                let files = dialog.pick_files();
                Box::pin(async move { files.await.unwrap_or_default() })
            }
            Question::OpenFolder => {
                let folder = dialog.pick_folder();
                Box::pin(async move { folder.await.into_iter().collect() })
            }
            Question::Import => {
                let file = dialog.add_filter("Exported workspaces", &["json"]).pick_file();
                Box::pin(async move { file.await.into_iter().collect() })
            }
            Question::WordList => {
                let dialog = dialog.add_filter("Word lists", &["tsv", "txt"]).add_filter("All files", &["*"]);
                let file = dialog.pick_file();
                Box::pin(async move { file.await.into_iter().collect() })
            }
            Question::ExampleList => {
                let file = dialog.set_file_name(EXAMPLE_LIST).save_file();
                Box::pin(async move { file.await.into_iter().collect() })
            }
            Question::SaveWorkspace { name } => {
                let dialog = dialog.add_filter("Readout workspaces", &["readout"]);
                let file = dialog.set_file_name(name).save_file();
                Box::pin(async move { file.await.into_iter().collect() })
            }
            Question::Export { name } | Question::ExportWorkspace { name } => {
                let file = dialog.set_file_name(name).save_file();
                Box::pin(async move { file.await.into_iter().collect() })
            }
        };
        let (sender, context) = (self.sender.clone(), context.clone());
        let (asked, started) = (question.clone(), Instant::now());
        let wait = move || {
            let paths: Vec<PathBuf> = pollster::block_on(chosen).iter().map(|file| file.path().to_path_buf()).collect();
            let unavailable = paths.is_empty() && started.elapsed() < QUICKEST;
            if sender.send(Answer { question, paths, unavailable }).is_ok() {
                context.request_repaint();
            }
        };
        self.open += 1;
        if let Err(error) = std::thread::Builder::new().name("readout-dialog".to_owned()).spawn(wait) {
            log::error!("no thread for a dialog: {error}");
            self.sender.send(Answer { question: asked, paths: Vec::new(), unavailable: true }).unwrap_or_default();
        }
    }

    fn answer(&mut self) -> Option<Answer> {
        let answer = self.answers.try_recv().ok()?;
        self.open = self.open.saturating_sub(1);
        Some(answer)
    }

    fn is_open(&self) -> bool {
        self.open > 0
    }
}
