//! How fast text is read, on one core: splitting alone, and each extractor on top of those before it.
//!
//! `cargo bench --bench extraction`. The text is the sample articles over and over, about one megabyte; the last rows
//! are inputs made to be slow, and their rates must stay near the others.

use divan::Bencher;
use divan::counter::BytesCount;
use readout::extract::{EXTRACTORS, Engine, Hints};
use readout::text::Text;

const SAMPLES: &[&str] = &[include_str!("../assets/samples/soybeans.txt")];

fn main() {
    divan::main();
}

/// About a megabyte of news, paragraph after paragraph.
fn news() -> String {
    let once = SAMPLES.join("\n\n");
    once.repeat(1_000_000 / once.len() + 1)
}

fn hints() -> Hints {
    Hints { published: "2025-10-30".parse().ok() }
}

#[divan::bench]
fn split(bencher: Bencher<'_, '_>) {
    let news = news();
    bencher.counter(BytesCount::of_str(&news)).bench_local(|| Text::new(news.as_str()));
}

/// One article at a time, as they come from a folder.
#[divan::bench]
fn read_articles(bencher: Bencher<'_, '_>) {
    let engine = Engine::default();
    let bytes: usize = SAMPLES.iter().map(|s| s.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for sample in SAMPLES {
            divan::black_box(engine.extract(&Text::new(*sample), &hints()));
        }
    });
}

/// The extractors up to and including the named one, on one long text.
#[divan::bench(args = EXTRACTORS.iter().map(|e| e.id))]
fn up_to(bencher: Bencher<'_, '_>, last: &str) {
    let engine = Engine::default();
    let news = news();
    let text = Text::new(news.as_str());
    bencher.counter(BytesCount::of_str(&news)).bench_local(|| {
        let hints = hints();
        let mut reading = engine.begin(&text, &hints);
        let count = EXTRACTORS.iter().position(|e| e.id == last).map_or(0, |i| i + 1);
        EXTRACTORS.iter().take(count).for_each(|e| (e.run)(&mut reading));
        divan::black_box(&reading.record);
    });
}

/// Ten megabytes of one thing: time must stay in proportion to length.
#[divan::bench(args = ["7 ", "1,", "12", "Ab ", "AB", "and ", "“", "$1 to ", "May ", "Monday ", "2014-01-", "early "], sample_count = 1)]
fn hostile(bencher: Bencher<'_, '_>, unit: &str) {
    let engine = Engine::default();
    let long = unit.repeat(10_000_000 / unit.len());
    bencher.counter(BytesCount::of_str(&long)).bench_local(|| engine.extract(&Text::new(long.as_str()), &hints()));
}
