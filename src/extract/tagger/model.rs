//! The trained weights, read from the bytes of the model file.
//!
//! The file, all numbers little-endian: the magic `RNM1`; the number of buckets (a power of two), of entries' bytes and
//! of known words, `u32` each; transitions, 33 x 33 `i16`; for each bucket, and once more at the end, the `u32` offset of
//! its entries; the entries; the case lexicon. An entry is a feature's 32-bit key, a byte, and pairs of a tag and a
//! signed weight, one byte each: the byte holds the number of pairs and, in its two high bits, how far to shift the
//! weights left, so that one scale serves the few large weights and the many small ones. An
//! entry of many pairs has the count 63 and one weight for every tag instead. The case lexicon is one sorted `u32` hash a
//! word, then one class byte a word. In the file the tags are counted kind after kind: outside, then begin, inside, end and
//! single of the first kind, and so on.

use super::tags::{OUTSIDE, Place, TAGS, tag};
use rustc_hash::FxHashMap;
use std::ops::RangeInclusive;

/// The first bytes of a model file.
const MAGIC: &[u8; 4] = b"RNM1";

/// How general text writes a word: learned from the training corpora.
#[derive(Clone, Debug, Default)]
pub struct CaseLexicon {
    classes: FxHashMap<u32, u8>,
}

impl CaseLexicon {
    /// A lexicon of words, each with how often it was seen in lower case and with a capital that nothing forced.
    pub fn from_counts(counts: &FxHashMap<u64, (u32, u32)>) -> Self {
        let classes = counts
            .iter()
            .filter(|(_, (lower, capital))| lower + capital >= 2)
            .map(|(&word, &(lower, capital))| (shorten(word), class_of(lower, capital)))
            .collect();
        Self { classes }
    }

    /// The class of a word: 0 unknown, 1 always in lower case, 2 mostly, 3 mixed, 4 mostly with a capital, 5 always.
    pub fn class(&self, word: u64) -> u8 {
        self.classes.get(&shorten(word)).copied().unwrap_or(0)
    }
}

fn class_of(lower: u32, capital: u32) -> u8 {
    let share = f64::from(lower) / f64::from(lower + capital);
    match share {
        s if s >= 0.98 => 1,
        s if s >= 0.75 => 2,
        s if s >= 0.25 => 3,
        s if s > 0.0 => 4,
        _ => 5,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "32 bits of a well mixed hash")]
const fn shorten(word: u64) -> u32 {
    word as u32
}

/// The weights of a trained tagger.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The keys, each at its low bits or soon after; [`NO_KEY`] where none is. Never full, and a power of two long.
    keys: Vec<u32>,
    /// For each key four times the number of its row, and the shift.
    numbers: Vec<u32>,
    rows: Vec<Row>,
    /// The weight of one tag after another.
    pub transitions: Vec<[i32; TAGS]>,
    /// How general text writes words.
    pub cases: CaseLexicon,
}

/// The weights of one feature for all tags but the one outside, less that of the tag outside, to be shifted left: half a
/// line of the processor's memory, and added in a few steps where single weights would be looked at one by one.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
struct Row([i8; TAGS - 1]);

/// The tag at each place of the file's order.
const TAG_AT: [usize; TAGS] = {
    let mut tags = [OUTSIDE as usize; TAGS];
    let mut place = 1;
    while place < TAGS {
        let in_name = match (place - 1) % 4 {
            0 => Place::Begin,
            1 => Place::Inside,
            2 => Place::End,
            _ => Place::Single,
        };
        tags[place] = tag((place - 1) / 4, in_name) as usize;
        place += 1;
    }
    tags
};

/// The key of no feature.
const NO_KEY: u32 = u32::MAX;

impl Model {
    /// The model in `bytes`; nothing when they are no model of this version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let number = |at: usize| Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
        if bytes.get(..4)? != MAGIC {
            return None;
        }
        let (buckets, size, known) = (number(4)? as usize, number(8)? as usize, number(12)? as usize);
        let mut transitions = vec![[0; TAGS]; TAGS];
        let mut at = 16;
        for from in TAG_AT {
            for to in TAG_AT {
                transitions[from][to] = i32::from(i16::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
                at += 2;
            }
        }
        let entries = at + 4 * (buckets + 1);
        let lexicon = entries + size;
        let mut classes = FxHashMap::with_capacity_and_hasher(known, rustc_hash::FxBuildHasher);
        for n in 0..known {
            classes.insert(number(lexicon + 4 * n)?, *bytes.get(lexicon + 4 * known + n)?);
        }
        buckets.is_power_of_two().then_some(())?;
        let mut model = Self { transitions, cases: CaseLexicon { classes }, ..Self::default() };
        (model.keys, model.numbers) = (vec![NO_KEY; 4 * buckets], vec![0; 4 * buckets]);
        model.rows.reserve(2 * buckets);
        // Features that tell of many tags are the frequent ones: their rows lie together, where the processor keeps them.
        for counts in [DENSE..=u32::from(ALL_TAGS), 4..=DENSE - 1, 0..=3] {
            let mut rest = bytes.get(entries..lexicon)?;
            while !rest.is_empty() {
                rest = model.take(rest, &counts)?;
            }
        }
        Some(model)
    }

    /// Keeps the first of these entries if it has so many pairs, and returns the others.
    fn take<'a>(&mut self, entries: &'a [u8], counts: &RangeInclusive<u32>) -> Option<&'a [u8]> {
        let (&[a, b, c, d, head], rest) = entries.split_first_chunk::<5>()?;
        let (count, shift) = (head & 63, head >> 6);
        let len = if count == ALL_TAGS { TAGS } else { 2 * usize::from(count) };
        let (weights, rest) = rest.split_at_checked(len)?;
        let key = u32::from_le_bytes([a, b, c, d]);
        if !counts.contains(&u32::from(count)) || key == NO_KEY {
            return Some(rest);
        }
        let mut row = [0_i16; TAGS];
        let mut put = |place: usize, weight: u8| row[TAG_AT[place.min(TAGS - 1)]] = i16::from(weight.cast_signed());
        if count == ALL_TAGS {
            weights.iter().enumerate().for_each(|(place, &weight)| put(place, weight));
        } else {
            weights.chunks_exact(2).for_each(|pair| put(usize::from(pair[0]), pair[1]));
        }
        let [outside, named @ ..] = row;
        let mut named = named.map(|weight| weight - outside);
        let mut shift = shift;
        // The difference of two bytes may need a bit more.
        if shift + 1 < SHIFTS && named.iter().any(|weight| weight.abs() > 127) {
            named = named.map(|weight| weight >> 1);
            shift += 1;
        }
        // Entries that the header did not count would fill the table.
        (2 * self.rows.len() < self.keys.len()).then_some(())?;
        let number = u32::try_from(self.rows.len()).ok().filter(|number| number >> 30 == 0)?;
        let mut at = bucket(key, self.keys.len());
        while self.keys[at] != NO_KEY {
            at = (at + 1) & (self.keys.len() - 1);
        }
        (self.keys[at], self.numbers[at]) = (key, number << 2 | u32::from(shift));
        self.rows.push(Row(named.map(byte)));
        Some(rest)
    }

    /// Writes a model: weights of features by key, in any order.
    pub fn write(
        weights: &mut [(u32, Vec<(u8, i32)>)],
        transitions: &[[i16; TAGS]; TAGS],
        cases: &CaseLexicon,
    ) -> Vec<u8> {
        let buckets = (weights.len() / 2 + 1).next_power_of_two();
        weights.sort_by_key(|&(key, _)| (bucket(key, buckets), key));
        let mut entries = Vec::new();
        let mut index = Vec::with_capacity(buckets + 1);
        let mut rest = &*weights;
        for n in 0..buckets {
            index.push(entries.len());
            let here = rest.iter().take_while(|(key, _)| bucket(*key, buckets) == n).count();
            let (now, later) = rest.split_at(here);
            for (key, pairs) in now {
                entries.extend(key.to_le_bytes());
                let mut row = [0; TAGS];
                for &(tag, weight) in pairs {
                    row[usize::from(tag)] = weight;
                }
                let row = TAG_AT.map(|tag| row[tag]);
                let (shift, bytes) = bytes_of(&row);
                let given = (0..).zip(bytes).zip(&row).filter(|&(_, &weight)| weight != 0);
                if pairs.len() < DENSE as usize {
                    entries.push(u8::try_from(given.clone().count()).unwrap_or(0) | shift << 6);
                    entries.extend(given.flat_map(|((place, byte), _)| [place, byte]));
                } else {
                    entries.push(ALL_TAGS | shift << 6);
                    entries.extend(bytes);
                }
            }
            rest = later;
        }
        index.push(entries.len());
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes();
        let mut words: Vec<(u32, u8)> = cases.classes.iter().map(|(&word, &class)| (word, class)).collect();
        words.sort_unstable();
        let mut bytes = MAGIC.to_vec();
        bytes.extend([number(buckets), number(entries.len()), number(words.len())].concat());
        let steps = TAG_AT.iter().flat_map(|&from| TAG_AT.map(|to| transitions[from][to]));
        bytes.extend(steps.flat_map(i16::to_le_bytes));
        bytes.extend(index.into_iter().flat_map(number));
        bytes.extend(entries);
        bytes.extend(words.iter().flat_map(|(word, _)| word.to_le_bytes()));
        bytes.extend(words.iter().map(|&(_, class)| class));
        bytes
    }

    /// The sum of the weights of these features for each tag, less that of the tag outside.
    pub(super) fn score(&self, keys: &[u32]) -> [i32; TAGS] {
        let mut scores = [0; TAGS];
        if self.keys.is_empty() {
            return scores;
        }
        let (mut near, mut found) = ([NO_KEY; MOST_FEATURES], [0; MOST_FEATURES]);
        for chunk in keys.chunks(MOST_FEATURES) {
            // First all keys, then all rows: the reads of one pass do not wait for each other.
            for (near, &key) in near.iter_mut().zip(chunk) {
                *near = self.keys[bucket(key, self.keys.len())];
            }
            let mut count = 0;
            for (&near, &key) in near.iter().zip(chunk) {
                if let Some(at) = self.place(key, near) {
                    found[count] = self.numbers[at];
                    count += 1;
                }
            }
            let mut sums = [[0_i16; TAGS - 1]; SHIFTS as usize];
            for &number in found.iter().take(count) {
                let Some(Row(row)) = self.rows.get((number >> 2) as usize) else { continue };
                // Eight at a time, which the processor adds in one step.
                let sums = sums[(number & 3) as usize].as_chunks_mut::<8>().0;
                for (sums, weights) in sums.iter_mut().zip(row.as_chunks::<8>().0) {
                    *sums = std::array::from_fn(|n| sums[n] + i16::from(weights[n]));
                }
            }
            for (shift, sums) in sums.iter().enumerate() {
                for (score, &sum) in scores.iter_mut().skip(1).zip(sums) {
                    *score += i32::from(sum) << shift;
                }
            }
        }
        scores
    }

    /// The place of a key, given the key at the first place where it may be.
    fn place(&self, key: u32, first: u32) -> Option<usize> {
        let (mut at, mut known) = (bucket(key, self.keys.len()), first);
        while known != key {
            if known == NO_KEY {
                return None;
            }
            at = (at + 1) & (self.keys.len() - 1);
            known = self.keys[at];
        }
        Some(at)
    }
}

/// The nearest weight that a byte holds.
#[expect(clippy::cast_possible_truncation, reason = "clamped to the range of the type")]
fn byte(weight: i16) -> i8 {
    weight.clamp(-127, 127) as i8
}

/// Weights as one byte each, with the shift that they share.
fn bytes_of(weights: &[i32; TAGS]) -> (u8, [u8; TAGS]) {
    let most = weights.iter().map(|weight| weight.abs()).max().unwrap_or(0);
    let shift = (0..3_u8).find(|shift| most >> shift <= 127).unwrap_or(3);
    (shift, weights.map(|weight| (weight >> shift).clamp(-127, 127).to_le_bytes()[0]))
}

/// An entry of so many pairs is written as one weight for every tag instead: faster to add, and hardly longer.
const DENSE: u32 = 10;
/// The count of an entry with a weight for every tag.
const ALL_TAGS: u8 = 63;

/// So many shifts there are.
const SHIFTS: u8 = 4;

/// So many features are looked up at a time: more than a token has, and few enough for their bytes to add up in 16 bits.
const MOST_FEATURES: usize = 160;

/// The bucket of a key: its high bits, since keys are well mixed.
const fn bucket(key: u32, buckets: usize) -> usize {
    key as usize & (buckets - 1)
}

#[cfg(test)]
mod tests {
    use super::{CaseLexicon, Model, TAGS};

    #[test]
    fn what_is_written_is_read() {
        let mut weights = vec![
            (7, vec![(0, 5), (32, -9)]),
            (8, vec![(1, 1000)]),
            (9, (0..33).map(|tag| (tag, i32::from(tag))).collect()),
        ];
        let bytes = Model::write(&mut weights, &[[3; TAGS]; TAGS], &CaseLexicon::default());
        let model = Model::read(&bytes).unwrap();
        let scores = model.score(&[7, 8, 9, 10]);
        assert_eq!((scores[0], scores[1], scores[32], scores[5]), (0, 996, 18, 0));
        assert_eq!(model.transitions[4][4], 3);
        // A file that was cut short is no model, and never a panic.
        for end in 0..bytes.len() {
            assert!(Model::read(bytes.get(..end).unwrap()).is_none());
        }
    }
}
