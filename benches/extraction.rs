//! How fast text is read, on one core: an article as a whole, splitting alone, and each extractor on top of those before
//! it. The row `whole_reading` is the one to compare from change to change; its megabytes a second are those of the text.
//!
//! `cargo bench --bench extraction`. The text is the sample articles over and over, about one megabyte. The last rows
//! are inputs made to be slow, of one megabyte and of ten: the rate of a row must not fall from the one to the other.

use divan::Bencher;
use divan::counter::BytesCount;
use readout::extract::{EXTRACTORS, Engine, Hints};
use readout::text::Text;

const SAMPLES: &[&str] = &[
    include_str!("../assets/samples/soybeans.txt"),
    include_str!("../assets/samples/salmon.txt"),
    include_str!("../assets/samples/steel.md"),
];
/// Hardly a word that is not part of a figure or a date.
const DENSE: &str = "Exports rose 3.4% to $12.5bn in the first quarter of 2024 from €11.2 billion a year earlier, and \
    from 25 to 30 million tonnes. On 3 March, at least 1,200 workers got between 7.8 and 9 percent, or £2,150 a year.\n";

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

#[divan::bench(max_time = 3)]
fn split(bencher: Bencher<'_, '_>) {
    let news = news();
    bencher.counter(BytesCount::of_str(&news)).bench_local(|| Text::new(news.as_str()));
}

/// Names, figures, dates, quotations and commitments of one article after the other, as they come from a folder.
#[divan::bench(max_time = 3)]
fn whole_reading(bencher: Bencher<'_, '_>) {
    let engine = Engine::default();
    let bytes: usize = SAMPLES.iter().map(|s| s.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for sample in SAMPLES {
            divan::black_box(engine.extract(&Text::new(*sample), &hints()));
        }
    });
}

/// The extractors up to and including the named one, on one long text.
#[divan::bench(args = EXTRACTORS.iter().map(|e| e.id), max_time = 3)]
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

/// Figures and dates alone, of an article and of a text that has hardly anything else: short, so that the fastest sample
/// tells what a core does when nothing else runs.
#[divan::bench(args = [("news", false), ("dense", true)], max_time = 3)]
fn figures_and_dates(bencher: Bencher<'_, '_>, (_, dense): (&str, bool)) {
    let engine = Engine::default();
    let words = if dense { DENSE.repeat(40) } else { SAMPLES.join("\n\n") };
    let text = Text::new(words.as_str());
    bencher.counter(BytesCount::of_str(&words)).bench_local(|| {
        let hints = hints();
        let mut reading = engine.begin(&text, &hints);
        EXTRACTORS.iter().take(2).for_each(|e| (e.run)(&mut reading));
        divan::black_box(&reading.record);
    });
}

const HOSTILE: [&str; 13] =
    ["7 ", "1,", "12", "Ab ", "AB", "and ", "“", "$1 to ", "May ", "Monday ", "2014-01-", "early ", "the port of "];

/// One megabyte of one thing.
#[divan::bench(args = HOSTILE, sample_count = 1)]
fn hostile_1_mb(bencher: Bencher<'_, '_>, unit: &str) {
    hostile(bencher, unit, 1_000_000);
}

/// Ten megabytes of the same: time must stay in proportion to length.
#[divan::bench(args = HOSTILE, sample_count = 1)]
fn hostile_10_mb(bencher: Bencher<'_, '_>, unit: &str) {
    hostile(bencher, unit, 10_000_000);
}

fn hostile(bencher: Bencher<'_, '_>, unit: &str, bytes: usize) {
    let engine = Engine::default();
    let long = unit.repeat(bytes / unit.len());
    bencher.counter(BytesCount::of_str(&long)).bench_local(|| engine.extract(&Text::new(long.as_str()), &hints()));
}
