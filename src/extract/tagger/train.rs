//! Trains the model: an averaged structured perceptron.
//!
//! For each island the best path of the weights so far is compared with the best path that the corpus allows; where they
//! differ, the features of the allowed one gain and those of the other lose. The mean of all weights over time is kept.
//! The order of the islands comes from a fixed seed, so that the same corpora give the same model, byte for byte.

use super::corpus::{self, Document};
use super::decode::{self, Scores};
use super::features::Features;
use super::lexicon::phrase;
use super::tags::{ANY, KINDS, OUTSIDE, Place, TAGS, Tag, TagSet, place_of, tag};
use super::words::Words;
use super::{CaseLexicon, Lexicon, Model, hash, islands};
use rustc_hash::FxHashMap;

/// What may be chosen about a training.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// How often every island is seen.
    pub epochs: usize,
    /// How many models, each from another order of the islands, are averaged.
    pub rounds: usize,
    /// By how much the allowed tags must beat each other tag.
    pub margin: i32,
    /// A feature must occur so often to get a weight.
    pub min_count: u32,
    /// Mean weights below this part of the largest weight that fits are dropped.
    pub prune: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { epochs: 6, rounds: 8, margin: 120, min_count: 2, prune: 8.0 }
    }
}

/// Of so many documents, one is learned once more as a headline and one in capitals.
const RESTYLED: usize = 10;
/// A corpus whose marks of countries and nationalities are as often wrong as right.
const CARELESS: &str = "gmb";
/// The corpus that another tagger marked. It has what the others lack, and teaches that tagger's errors: it is left
/// out of one in so many passes.
const SILVER: &str = "silver_masc";
const SILVER_REST: usize = 3;
/// Documents of more tokens than this are no headlines.
const LONG: usize = 300;

/// A row of candidates with their features and what they may be.
struct Island {
    features: Vec<Vec<u32>>,
    allowed: Vec<TagSet>,
    silver: bool,
}

/// Counts how the documents write each word where nothing forces a capital.
pub fn cases(documents: &[&Document]) -> CaseLexicon {
    let mut counts: FxHashMap<u64, (u32, u32)> = FxHashMap::default();
    for text in documents.iter().map(|d| &d.text) {
        for sentence in text.sentences() {
            let capitals = sentence.tokens.clone().filter(|&i| text.word(i).starts_with(char::is_uppercase)).count();
            // A headline or a shout says nothing of its words.
            if 2 * capitals > sentence.tokens.len() {
                continue;
            }
            for i in sentence.tokens.clone() {
                let count = counts.entry(hash::word(text.lower(i))).or_default();
                if text.word(i).starts_with(char::is_lowercase) {
                    count.0 += 1;
                } else if i > sentence.tokens.start && text.word(i).starts_with(char::is_uppercase) {
                    count.1 += 1;
                }
            }
        }
    }
    counts.retain(|_, &mut (lower, capital)| lower + capital > 0);
    CaseLexicon::from_counts(&counts)
}

/// Trains a model on `documents` and writes it.
pub fn train(documents: &[&Document], lexicon: &Lexicon, settings: Settings) -> Vec<u8> {
    let cases = cases(documents);
    let mut islands_of_all = Vec::new();
    for (n, document) in documents.iter().enumerate() {
        read_islands(document, lexicon, &cases, &mut islands_of_all);
        // News has headlines and datelines in capitals, of which the corpora have few.
        let restyled = match n % RESTYLED {
            0 => corpus::restyled(document, true),
            1 => corpus::restyled(document, false),
            _ => None,
        };
        if let Some(restyled) = restyled.filter(|r| r.text.tokens().len() <= LONG) {
            read_islands(&restyled, lexicon, &cases, &mut islands_of_all);
        }
    }
    let keys = number_features(&mut islands_of_all, settings.min_count);
    let mut trainer = Trainer::new(keys.len(), settings.margin);
    let mut order: Vec<usize> = (0..islands_of_all.len()).collect();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..settings.rounds {
        for epoch in 0..settings.epochs {
            shuffle(&mut order, &mut random);
            for &n in &order {
                let island = &islands_of_all[n];
                if !island.silver || !(n + epoch).is_multiple_of(SILVER_REST) {
                    trainer.learn(island);
                }
            }
        }
        trainer.finish_round();
    }
    trainer.write(&keys, &cases, settings.prune)
}

fn read_islands(document: &Document, lexicon: &Lexicon, cases: &CaseLexicon, found: &mut Vec<Island>) {
    let words = Words::new(&document.text, lexicon, cases);
    let mut allowed = document.allowed.clone();
    // A name with a token that the model never looks at cannot be learned.
    for (tokens, _) in &document.names {
        if tokens.clone().any(|i| !words.get(i).candidate) {
            allowed[tokens.clone()].fill(ANY);
        }
    }
    if document.source == CARELESS {
        settle(&words, &mut allowed);
    }
    for (n, sentence) in document.text.sentences().iter().enumerate() {
        let features = Features::new(&document.text, &words, n);
        for island in islands(&words, sentence.tokens.clone()) {
            let of_token = |i| {
                let mut keys = Vec::with_capacity(128);
                features.of(i, |key| keys.push(key));
                keys
            };
            found.push(Island {
                features: island.clone().map(of_token).collect(),
                allowed: allowed[island].to_vec(),
                silver: document.source == SILVER,
            });
        }
    }
}

/// Lets the lists correct marks: a country may be a place whatever it is marked as, and one of several words is one name,
/// as is a nationality ("Sri" is no person).
fn settle(words: &Words, allowed: &mut [TagSet]) {
    for (class, kind) in [(phrase::COUNTRY, PLACE), (phrase::GROUP, GROUP)] {
        let bits = |i: usize| (words.get(i).phrases >> (4 * class)) & 0b1111;
        let mut i = 0;
        while i < allowed.len() {
            let len = match bits(i) {
                0b1000 => 1,
                0b0001 => 1 + (i + 1..allowed.len()).take_while(|&n| bits(n) & 0b0110 != 0).count(),
                _ => 0,
            };
            let marked = allowed[i..i + len].iter().all(|set| set & (1 << OUTSIDE) == 0);
            let tags = (0..len).map(|n| 1 << tag(kind, place_of(n, len)));
            // A word inside a longer name keeps its mark.
            let within = |i: usize, open: TagSet| allowed.get(i).is_some_and(|set| set & open == *set);
            if len == 1 && marked && !within(i, INNER) && !within(i, OPENING) && !within(i, CLOSING) {
                allowed[i] |= 1 << tag(kind, Place::Single);
            } else if len > 1 && !within(i, INNER | CLOSING) && !within(i + len - 1, INNER | OPENING) {
                for (set, tag) in allowed[i..i + len].iter_mut().zip(tags) {
                    *set = tag;
                }
            }
            i += len.max(1);
        }
    }
}

/// The sets of all tags of one place.
const OPENING: TagSet = of_all_kinds(Place::Begin);
const INNER: TagSet = of_all_kinds(Place::Inside);
const CLOSING: TagSet = of_all_kinds(Place::End);

const fn of_all_kinds(place: Place) -> TagSet {
    let (mut set, mut kind) = (0, 0);
    while kind < KINDS.len() {
        set |= 1 << tag(kind, place);
        kind += 1;
    }
    set
}

/// The numbers of two kinds.
const PLACE: usize = 2;
const GROUP: usize = 3;

/// Replaces the keys of features by numbers, drops those that are too rare, and returns the keys in order of number.
fn number_features(islands: &mut [Island], min_count: u32) -> Vec<u32> {
    let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
    for key in islands.iter().flat_map(|island| island.features.iter().flatten()) {
        *counts.entry(*key).or_default() += 1;
    }
    let mut keys: Vec<u32> = counts.iter().filter(|&(_, &count)| count >= min_count).map(|(&key, _)| key).collect();
    keys.sort_unstable();
    let numbers: FxHashMap<u32, u32> = (0..).zip(&keys).map(|(n, &key)| (key, n)).collect();
    for features in islands.iter_mut().flat_map(|island| &mut island.features) {
        *features = features.iter().filter_map(|key| numbers.get(key).copied()).collect();
    }
    keys
}

fn shuffle(order: &mut [usize], random: &mut u64) {
    for i in (1..order.len()).rev() {
        // Xorshift: any fixed sequence will do.
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        let j = usize::try_from(*random % (i as u64 + 1)).unwrap_or(0);
        order.swap(i, j);
    }
}

/// The weights of one feature, or of the step from one tag, to each tag.
type Row<T> = [T; TAGS];

/// The weights while they are learned, with the sums from which their means over time follow.
struct Trainer {
    weights: Vec<Row<i32>>,
    sums: Vec<Row<i64>>,
    /// How many islands were seen in this round.
    time: i64,
    /// The means of the rounds that are over, added up.
    means: Vec<Row<f32>>,
    margin: i32,
}

impl Trainer {
    /// The steps between tags are kept as features after the last.
    fn new(features: usize, margin: i32) -> Self {
        let rows = features + TAGS;
        Self {
            weights: vec![[0; TAGS]; rows],
            sums: vec![[0; TAGS]; rows],
            time: 0,
            means: vec![[0.0; TAGS]; rows],
            margin,
        }
    }

    fn features(&self) -> usize {
        self.weights.len() - TAGS
    }

    fn learn(&mut self, island: &Island) {
        self.time += 1;
        let scores: Vec<Scores> = island.features.iter().map(|features| self.score(features)).collect();
        // What the corpus does not allow starts ahead: the right tags must win by a margin.
        let mut raised = scores.clone();
        for (row, set) in raised.iter_mut().zip(&island.allowed) {
            for (_, score) in (0..).zip(row).filter(|(tag, _)| set & (1 << tag) == 0) {
                *score += self.margin;
            }
        }
        let found = decode::best(&raised, &self.weights[self.features()..], &[]).path;
        if found.iter().zip(&island.allowed).all(|(&tag, set)| set & (1 << tag) != 0) {
            return;
        }
        let wanted = decode::best(&scores, &self.weights[self.features()..], &island.allowed).path;
        self.move_towards(island, &wanted, 1);
        self.move_towards(island, &found, -1);
    }

    fn score(&self, features: &[u32]) -> Scores {
        let mut scores = [0; TAGS];
        for &feature in features {
            for (score, weight) in scores.iter_mut().zip(&self.weights[feature as usize]) {
                *score += weight;
            }
        }
        scores
    }

    fn move_towards(&mut self, island: &Island, path: &[Tag], by: i32) {
        let late = self.time * i64::from(by);
        let first_step = self.features();
        let mut gain = |row: usize, tag: Tag| {
            self.weights[row][usize::from(tag)] += by;
            self.sums[row][usize::from(tag)] += late;
        };
        let mut before = OUTSIDE;
        for (features, &tag) in island.features.iter().zip(path) {
            for &feature in features {
                gain(feature as usize, tag);
            }
            gain(first_step + usize::from(before), tag);
            before = tag;
        }
        gain(first_step + usize::from(before), OUTSIDE);
    }

    /// Keeps the mean of every weight over the time of this round, and starts the next from nothing.
    #[expect(clippy::cast_possible_truncation, reason = "a mean needs no more digits than single precision has")]
    fn finish_round(&mut self) {
        let time = (self.time + 1) as f64;
        for ((mean, weight), sum) in self.means.iter_mut().zip(&mut self.weights).zip(&mut self.sums) {
            for ((mean, weight), sum) in mean.iter_mut().zip(weight).zip(sum) {
                *mean += (f64::from(*weight) - *sum as f64 / time) as f32;
                (*weight, *sum) = (0, 0);
            }
        }
        self.time = 0;
    }

    #[expect(clippy::cast_possible_truncation, reason = "rounded and clamped to the range of the type")]
    fn write(&self, keys: &[u32], cases: &CaseLexicon, prune: f32) -> Vec<u8> {
        let (means, steps) = self.means.split_at(self.features());
        // The range of a shifted byte; the largest weights, of features like the sentence's start, may need all of it.
        let most = means.iter().flatten().fold(0.01_f32, |most, mean| most.max(mean.abs()));
        let scale = 127.0 * 8.0 / most;
        let mut rows: Vec<(u32, Vec<(u8, i32)>)> = Vec::new();
        for (&key, means) in keys.iter().zip(means) {
            let pairs: Vec<(u8, i32)> = (0..)
                .zip(means)
                .map(|(tag, mean)| (tag, (mean * scale).round()))
                .filter(|(_, weight)| weight.abs() > prune)
                .map(|(tag, weight)| (tag, weight as i32))
                .collect();
            if !pairs.is_empty() {
                rows.push((key, pairs));
            }
        }
        let transitions: [[i16; TAGS]; TAGS] = std::array::from_fn(|from| {
            std::array::from_fn(|to| (steps[from][to] * scale).round().clamp(-32000.0, 32000.0) as i16)
        });
        Model::write(&mut rows, &transitions, cases)
    }
}
