//! Trains `assets/names.model` from the corpora in a folder, or measures the training on parts held back.
//!
//! `cargo run --release --example train_names -- DIR [--out FILE] [--folds N] [--measure DIR]`

use clap::Parser;
use readout::extract::lists::Lists;
use readout::extract::tagger::corpus::{self, Document};
use readout::extract::tagger::tags::KINDS;
use readout::extract::tagger::train::{self, Settings};
use readout::extract::tagger::{Lexicon, Model, Tagger};
use readout::extract::{Engine, Hints};
use readout::record::EntityKind;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The corpora, in the order in which they are read; `sec` is left out since its persons are not persons.
const CORPORA: &[&str] = &["btc", "crossner", "gmb", "gum", "re3d", "silver_masc", "wikigold", "wnut17"];

/// Trains the name tagger.
#[derive(Parser)]
struct Arguments {
    /// The folder with one JSON Lines file a corpus.
    folder: PathBuf,
    /// Where to write the model.
    #[arg(long, default_value = "assets/names.model")]
    out: PathBuf,
    /// Instead of writing a model, hold back every tenth document, train on the rest and measure; so many times, each
    /// with other tenths.
    #[arg(long)]
    folds: Option<usize>,
    /// A folder with more corpora, never trained on, to measure on.
    #[arg(long)]
    measure: Option<PathBuf>,
}

#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a tool that reads files and reports")]
fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let read = |folder: &Path, name: &str| -> anyhow::Result<Vec<Document>> {
        Ok(corpus::read(name, &std::fs::read_to_string(folder.join(format!("{name}.jsonl")))?)?)
    };
    let mut corpora = Vec::new();
    for name in CORPORA {
        corpora.push(read(&arguments.folder, name)?);
    }
    let mut suites = Vec::new();
    if let Some(folder) = &arguments.measure {
        let mut names: Vec<PathBuf> =
            std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
        names.sort();
        for name in names.iter().filter_map(|path| path.file_stem()?.to_str()) {
            suites.extend(read(folder, name)?);
        }
    }
    let mut report = Report::default();
    for fold in 0..arguments.folds.unwrap_or(1) {
        let held_back = |n: usize| arguments.folds.is_some() && n % 10 == fold;
        let split = |wanted: bool| {
            let documents = corpora.iter().flat_map(|corpus| corpus.iter().enumerate());
            documents.filter(move |(n, _)| held_back(*n) == wanted).map(|(_, document)| document)
        };
        let bytes = train::train(&split(false).collect::<Vec<_>>(), &Lexicon::builtin(), Settings::default());
        println!("{} documents, {} bytes", split(false).count(), bytes.len());
        if arguments.folds.is_none() {
            std::fs::write(&arguments.out, &bytes)?;
        }
        let model = Model::read(&bytes).ok_or_else(|| anyhow::anyhow!("the new model cannot be read"))?;
        let mut lists = Lists::builtin();
        lists.names = Tagger::new(Lexicon::builtin(), model.clone());
        let (tagger, engine) = (Tagger::new(Lexicon::builtin(), model), Engine::new(lists));
        for document in split(true) {
            report.add(&tagger, &engine, document, &document.source);
        }
        if fold == 0 {
            for document in &suites {
                report.add(&tagger, &engine, document, &format!("suite {}", document.source));
            }
        }
    }
    report.print();
    Ok(())
}

/// A name found or marked: its tokens and its kind.
type Name = (Range<usize>, EntityKind);

/// What was found in the documents of each corpus.
#[derive(Default)]
struct Report {
    /// For each corpus the names that are right, found and marked: those of the model, and those of the whole reading.
    scores: BTreeMap<String, [[f64; 3]; 2]>,
    /// For each size of the model's lead how many names have it, and how many of them are right.
    leads: BTreeMap<i32, [f64; 2]>,
}

/// The steps in which leads are reported.
const STEP: i32 = 250;

impl Report {
    /// Measures on one document.
    fn add(&mut self, tagger: &Tagger, engine: &Engine, document: &Document, source: &str) {
        let wanted: Vec<Name> = document.names.iter().map(|(tokens, kind)| (tokens.clone(), KINDS[*kind])).collect();
        let names = tagger.tag(&document.text);
        for name in names.iter().filter(|name| is_core(name.kind)) {
            let row = self.leads.entry((name.margin / STEP).min(20)).or_default();
            row[0] += 1.0;
            row[1] += f64::from(u8::from(wanted.contains(&(name.tokens.clone(), name.kind))));
        }
        let model: Vec<Name> = names.into_iter().map(|name| (name.tokens, name.kind)).collect();
        let record = engine.extract(&document.text, &Hints::default());
        let whole: Vec<Name> =
            record.mentions.iter().map(|m| (document.text.tokens_in(m.span), folded(m.kind))).collect();
        let table = self.scores.entry(source.to_owned()).or_default();
        for (row, found) in table.iter_mut().zip([model, whole]) {
            let right = found.iter().filter(|name| is_core(name.1) && wanted.contains(name)).count();
            let count = |names: &[Name]| names.iter().filter(|name| is_core(name.1)).count();
            for (sum, n) in row.iter_mut().zip([right, count(&found), count(&wanted)]) {
                *sum += n as f64;
            }
        }
    }

    /// Prints exact F1 over people, organisations and places, and which part is right for each size of the lead.
    #[expect(clippy::print_stdout, reason = "a tool that reports")]
    fn print(&self) {
        for (source, [model, whole]) in &self.scores {
            let f1 = |[right, found, wanted]: [f64; 3]| 200.0 * right / (found + wanted);
            let [right, found, wanted] = *whole;
            let (precision, recall) = (100.0 * right / found, 100.0 * right / wanted);
            println!(
                "{source:16} model F1 {:5.1}, whole F1 {:5.1}  P {precision:5.1}  R {recall:5.1}  of {wanted}",
                f1(*model),
                f1(*whole)
            );
        }
        for (step, [all, right]) in &self.leads {
            println!("lead from {:5}: {all:5} names, {:5.1} % right", step * STEP, 100.0 * right / all);
        }
    }
}

/// The kind as which the corpora count it.
fn folded(kind: EntityKind) -> EntityKind {
    if kind == EntityKind::Facility { EntityKind::Place } else { kind }
}

/// Whether every corpus marks names of this kind.
fn is_core(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place)
}
