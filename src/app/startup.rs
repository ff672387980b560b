//! Starting: the window with whichever renderer works, the faces and colours, the workspace of last time or the sample.

use super::across::Background;
use super::dialogs::{Dialogs, NativeDialogs};
use super::jobs::Jobs;
use super::library::Library;
use super::settings::Settings;
use super::tally::Tally;
use super::trail::Trail;
use super::vocabulary::Vocabulary;
use super::{App, window};
use crate::ui::views::VIEWS;
use crate::ui::{Session, fonts, theme};
use crate::workspace::{Change, Workspace};
use anyhow::Context as _;
use egui::ViewportBuilder;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};

/// The article that is open when the program starts for the first time.
const SAMPLE: &str = include_str!("../../assets/samples/soybeans.txt");
const ICON: &[u8] = include_bytes!("../../assets/icon.png");
/// What the program starts with.
pub struct Setup {
    /// Where untitled workspaces live.
    pub home: PathBuf,
    /// How files are asked for.
    pub dialogs: Box<dyn Dialogs>,
    /// Files to open.
    pub files: Vec<PathBuf>,
    /// Whether to start with the sample article when there is nothing else.
    pub sample: bool,
}

/// Opens the window with these files and stays until it is closed.
///
/// # Errors
/// When no window can be opened, or no folder can be written to keep the workspace in.
pub fn run(files: &[PathBuf]) -> anyhow::Result<()> {
    let home = home()?;
    let wanted = std::env::var("READOUT_RENDERER").ok().and_then(|name| name.parse::<eframe::Renderer>().ok());
    // Machines without a GPU and machines without a GL driver both get a window.
    let order = wanted.into_iter().chain([eframe::Renderer::Wgpu, eframe::Renderer::Glow]);
    let mut errors = Vec::new();
    for renderer in order {
        let (home, files) = (home.clone(), files.to_vec());
        let options = eframe::NativeOptions { viewport: viewport(), renderer, ..Default::default() };
        let create: eframe::AppCreator<'_> = Box::new(move |cc| {
            let dialogs = Box::<NativeDialogs>::default();
            let app = App::new(cc, Setup { home, dialogs, files, sample: true })?;
            Ok(Box::new(app))
        });
        match eframe::run_native("Readout", options, create) {
            Ok(()) => return Ok(()),
            Err(error) => errors.push(format!("{renderer}: {error}")),
        }
    }
    // The first error is the cause; the second one may only say that there was a first.
    Err(anyhow::anyhow!(errors.join("; ")))
}

fn viewport() -> ViewportBuilder {
    let viewport = ViewportBuilder::default()
        .with_title("Readout")
        .with_app_id("readout")
        .with_inner_size([1360.0, 860.0])
        .with_min_inner_size([760.0, 480.0])
        .with_drag_and_drop(true);
    match eframe::icon_data::from_png_bytes(ICON) {
        Ok(icon) => viewport.with_icon(icon),
        Err(_) => viewport,
    }
}

/// The folder for untitled workspaces: `READOUT_HOME`, or the program's own folder of the system.
fn home() -> anyhow::Result<PathBuf> {
    if let Some(home) = std::env::var_os("READOUT_HOME") {
        return Ok(home.into());
    }
    use etcetera::BaseStrategy as _;
    let base = etcetera::choose_base_strategy().context("The system names no folder for the program's files.")?;
    Ok(base.data_dir().join("readout").join("recovery"))
}

impl App {
    /// The program in a new window.
    ///
    /// # Errors
    /// When no workspace can be made.
    pub fn new(cc: &eframe::CreationContext<'_>, setup: Setup) -> anyhow::Result<Self> {
        let context = cc.egui_ctx.clone();
        fonts::install(&context);
        theme::install(&context);
        if let Some(theme) = std::env::var("READOUT_THEME").ok().as_deref().and_then(theme_of) {
            context.set_theme(theme);
        }
        // Two sizes can be changed by key, and egui knows of one.
        context.options_mut(|options| options.zoom_with_keyboard = false);
        let settings = Settings::of(cc.storage);
        theme::motion(&context, !settings.still);
        let vocabulary = Vocabulary::new(settings.lists);
        let (library, kept) = first_library(&setup.home, vocabulary.name())?;
        let mut app = Self {
            jobs: Jobs::new(&context),
            vocabulary,
            library,
            session: Session {
                view: VIEWS.first().map_or("", |v| v.id),
                layers: settings.layers,
                text: settings.text,
                ..Session::default()
            },
            panels: window::Panels::default(),
            layout: settings.columns,
            still: settings.still,
            hints: !settings.known,
            focused: false,
            trail: Trail::default(),
            dialogs: setup.dialogs,
            questions: VecDeque::new(),
            asked: None,
            sheet: None,
            notices: Vec::new(),
            status: None,
            recent: settings.recent,
            then: None,
            sought: None,
            export: None,
            closing: false,
            home: setup.home,
            ledger: Tally::default(),
            background: Background::default(),
            title: String::new(),
            context,
        };
        if kept > 0 {
            let changes = if kept == 1 { "1 change".to_owned() } else { format!("{kept} changes") };
            app.notice(
                format!("Readout ended before {changes} could be saved. Nothing was lost: here they are."),
                false,
            );
        }
        if setup.files.is_empty() {
            app.open_something();
            if setup.sample && app.library.rows().is_empty() {
                app.open_sample();
                app.library.nobody_would_miss_this();
            }
        } else {
            app.open_paths(setup.files);
        }
        Ok(app)
    }

    /// Opens the article that comes with the program.
    pub(super) fn open_sample(&mut self) {
        match crate::import::bytes_of("Sample", SAMPLE.as_bytes()) {
            Ok(draft) => match self.library.apply(&Change::Import(vec![draft])) {
                Ok((applied, _)) => {
                    let known = applied.duplicates.first().map(|(_, id)| *id);
                    self.open_article(applied.imported.first().copied().or(known));
                }
                Err(error) => self.fail(&error),
            },
            Err(error) => self.fail(&error),
        }
    }
}

fn theme_of(name: &str) -> Option<egui::ThemePreference> {
    match name {
        "light" => Some(egui::ThemePreference::Light),
        "dark" => Some(egui::ThemePreference::Dark),
        _ => None,
    }
}

/// A workspace to start with: one that a crash left behind with unsaved work, or a new one. Says how many changes a
/// crash has left.
fn first_library(home: &Path, engine: &str) -> anyhow::Result<(Library, u64)> {
    for path in Workspace::left_behind(home) {
        // One that another window has open is not left behind, and one that is damaged is kept for better times.
        let Ok(workspace) = Workspace::open(&path) else { continue };
        match workspace.unsaved() {
            Ok(0) => {
                if let Err(error) = workspace.discard() {
                    log::warn!("an empty workspace stays behind: {error}");
                }
            }
            Ok(kept) => return Ok((Library::new(workspace, engine)?, kept)),
            Err(error) => log::warn!("a workspace was left alone: {error}"),
        }
    }
    Ok((Library::new(Workspace::untitled(home)?, engine)?, 0))
}
