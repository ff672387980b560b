//! Trains `assets/names.model` from the corpora in a folder, or measures the training on parts held back.
//!
//! `cargo run --release --example train_names -- DIR [--out FILE] [--hold-out N]`

use clap::Parser;
use readout::extract::tagger::corpus::{self, Document};
use readout::extract::tagger::tags::KINDS;
use readout::extract::tagger::train::{self, Settings};
use readout::extract::tagger::{Lexicon, Model, Tagger};
use std::collections::BTreeMap;
use std::path::PathBuf;

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
    /// Instead of writing a model, hold back every document whose number leaves this rest on division by ten, and
    /// measure on those.
    #[arg(long)]
    hold_out: Option<usize>,
}

#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a tool that reads files and reports")]
fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let lexicon = Lexicon::builtin();
    let mut documents = Vec::new();
    let mut held_back = Vec::new();
    for name in CORPORA {
        let lines = std::fs::read_to_string(arguments.folder.join(format!("{name}.jsonl")))?;
        for (n, document) in corpus::read(name, &lines)?.into_iter().enumerate() {
            if arguments.hold_out.is_some_and(|rest| n % 10 == rest) {
                held_back.push(document);
            } else {
                documents.push(document);
            }
        }
    }
    let bytes = train::train(&documents, &lexicon, Settings::default());
    println!("{} documents, {} bytes", documents.len(), bytes.len());
    if arguments.hold_out.is_none() {
        std::fs::write(arguments.out, bytes)?;
        return Ok(());
    }
    let model = Model::read(bytes).ok_or_else(|| anyhow::anyhow!("the new model cannot be read"))?;
    let tagger = Tagger::new(lexicon, model);
    report(&tagger, &held_back);
    report_margins(&tagger, &held_back);
    Ok(())
}

/// Prints which part of the people, organisations and places is right for each size of the model's lead.
#[expect(clippy::print_stdout, reason = "a tool that reports")]
fn report_margins(tagger: &Tagger, documents: &[Document]) {
    let mut table: BTreeMap<i32, [f64; 2]> = BTreeMap::new();
    for document in documents {
        for name in tagger.tag(&document.text) {
            let Some(kind) = KINDS.iter().take(3).position(|&kind| kind == name.kind) else { continue };
            let row = table.entry((name.margin / STEP).min(20)).or_default();
            row[0] += 1.0;
            row[1] += f64::from(u8::from(document.names.contains(&(name.tokens, kind))));
        }
    }
    for (step, [all, right]) in table {
        println!("lead from {:5}: {all:5} names, {:5.1} % right", step * STEP, 100.0 * right / all);
    }
}

/// The steps in which leads are reported.
const STEP: i32 = 250;

/// Prints exact F1 over people, organisations and places for each corpus.
#[expect(clippy::print_stdout, reason = "a tool that reports")]
fn report(tagger: &Tagger, documents: &[Document]) {
    let mut table: BTreeMap<&str, [f64; 3]> = BTreeMap::new();
    for document in documents {
        let wanted: Vec<_> = document.names.iter().filter(|(_, kind)| *kind < 3).cloned().collect();
        let found: Vec<_> = tagger
            .tag(&document.text)
            .into_iter()
            .filter_map(|name| Some((name.tokens, KINDS.iter().take(3).position(|&kind| kind == name.kind)?)))
            .collect();
        let right = found.iter().filter(|name| wanted.contains(name)).count();
        let social = matches!(document.source.as_str(), "btc" | "wnut17");
        for source in [document.source.as_str(), if social { "social" } else { "prose" }] {
            let row = table.entry(source).or_default();
            for (sum, n) in row.iter_mut().zip([right, found.len(), wanted.len()]) {
                *sum += n as f64;
            }
        }
    }
    for (source, [right, found, wanted]) in table {
        println!(
            "{source:12} F1 {:5.1}  P {:5.1}  R {:5.1}  of {wanted}",
            200.0 * right / (found + wanted),
            100.0 * right / found,
            100.0 * right / wanted
        );
    }
}
