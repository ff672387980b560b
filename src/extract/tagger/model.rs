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

use super::tags::{OUTSIDE, Place, TAGS, Tag, tag};
use rustc_hash::FxHashMap;

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
    /// The features, each at its place or soon after, with as many empty slots between them.
    slots: Vec<Slot>,
    rows: Vec<Row>,
    /// How many low bits of a key come first in the order of the features, as they do in the file.
    turn: u32,
    /// The weight of one tag after another.
    pub transitions: Vec<[i32; TAGS]>,
    /// How general text writes words.
    pub cases: CaseLexicon,
}

/// A feature by its key.
#[derive(Clone, Copy, Debug)]
struct Slot {
    key: u32,
    /// Where its weights are, and how far to shift them left: four times the number of the row, and the shift.
    row: u32,
}

/// The slot of no feature.
const EMPTY: Slot = Slot { key: u32::MAX, row: 0 };

/// The weights of one feature for all tags but the one outside, less that of the tag outside: half a line of the
/// processor's memory, and added in a few steps where single weights would be looked at one by one.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
struct Row([i8; TAGS - 1]);

/// The tag at each place of the file's order.
const TAG_AT: [Tag; TAGS] = {
    let mut tags = [OUTSIDE; TAGS];
    let mut place = 1;
    while place < TAGS {
        let in_name = match (place - 1) % 4 {
            0 => Place::Begin,
            1 => Place::Inside,
            2 => Place::End,
            _ => Place::Single,
        };
        tags[place] = tag((place - 1) / 4, in_name);
        place += 1;
    }
    tags
};

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
        for from in TAG_AT.map(usize::from) {
            for to in TAG_AT.map(usize::from) {
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
        let turn = buckets.trailing_zeros();
        let mut model = Self { turn, transitions, cases: CaseLexicon { classes }, ..Self::default() };
        let entries = bytes.get(entries..lexicon)?;
        let (mut rest, mut count) = (entries, 0);
        while !rest.is_empty() {
            (_, rest) = Entry::first(rest)?;
            count += 1;
        }
        model.slots = vec![EMPTY; 2 * count + 1];
        model.rows.reserve_exact(count);
        let mut rest = entries;
        while let Some((entry, others)) = Entry::first(rest) {
            model.take(&entry);
            rest = others;
        }
        Some(model)
    }

    /// Keeps the feature of an entry.
    fn take(&mut self, entry: &Entry<'_>) {
        let mut row = [0_i16; TAGS];
        entry.pairs().for_each(|(tag, weight)| row[usize::from(tag)] = i16::from(weight));
        let [outside, mut named @ ..] = row;
        // The difference of two bytes may need a bit more.
        let mut widest = 0;
        for weight in &mut named {
            *weight -= outside;
            widest = weight.abs().max(widest);
        }
        let wide = u32::from(widest > 127 && usize::from(entry.shift) + 1 < SHIFTS);
        let mut weights = [0; TAGS - 1];
        for (byte, weight) in weights.iter_mut().zip(named) {
            *byte = nearest_byte(weight >> wide);
        }
        let row = u32::try_from(self.rows.len() * SHIFTS).unwrap_or(u32::MAX) + u32::from(entry.shift) + wide;
        self.rows.push(Row(weights));
        let mut at = self.home(entry.key);
        while self.slots[at].key != EMPTY.key {
            at = self.after(at);
        }
        self.slots[at] = Slot { key: entry.key, row };
    }

    /// The slot where a key stands unless others were there before it, in the order of the file: so reading the file
    /// fills one slot after the other.
    fn home(&self, key: u32) -> usize {
        usize::try_from((u64::from(key.rotate_right(self.turn)) * self.slots.len() as u64) >> 32).unwrap_or_default()
    }

    /// The slot after one; the first after the last.
    fn after(&self, at: usize) -> usize {
        if at + 1 < self.slots.len() { at + 1 } else { 0 }
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
                let row = TAG_AT.map(|tag| row[usize::from(tag)]);
                let (shift, bytes) = bytes_of(&row);
                let given = (0..).zip(bytes).zip(&row).filter(|&(_, &weight)| weight != 0);
                if pairs.len() < DENSE {
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
        let steps = TAG_AT.iter().flat_map(|&from| TAG_AT.map(|to| transitions[usize::from(from)][usize::from(to)]));
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
        if self.slots.is_empty() {
            return scores;
        }
        let (mut near, mut rows) = ([EMPTY; MOST_FEATURES], [0; MOST_FEATURES]);
        for chunk in keys.chunks(MOST_FEATURES) {
            // One step for all features, then the next: so the reads of memory do not wait for each other.
            for (near, &key) in near.iter_mut().zip(chunk) {
                *near = self.slots[self.home(key)];
            }
            let mut count = 0;
            for (&near, &key) in near.iter().zip(chunk) {
                if let Some(row) = self.row(key, near) {
                    rows[count] = row;
                    count += 1;
                }
            }
            let mut sums = [[0_i16; TAGS - 1]; SHIFTS];
            for row in rows[..count].iter().map(|&row| row as usize) {
                let Row(weights) = &self.rows[row / SHIFTS];
                let sums = sums[row % SHIFTS].as_chunks_mut::<8>().0;
                // Eight at a time, which the processor adds in one step.
                for (sums, weights) in sums.iter_mut().zip(weights.as_chunks::<8>().0) {
                    *sums = std::array::from_fn(|n| sums[n] + i16::from(weights[n]));
                }
            }
            for (shift, sums) in sums.iter().enumerate() {
                for (score, &sum) in scores[1..].iter_mut().zip(sums) {
                    *score += i32::from(sum) << shift;
                }
            }
        }
        scores
    }

    /// Where the weights of a key are, given the slot where it stands unless others were there before it.
    fn row(&self, key: u32, mut slot: Slot) -> Option<u32> {
        let mut at = self.home(key);
        while slot.key != EMPTY.key {
            if slot.key == key {
                return Some(slot.row);
            }
            at = self.after(at);
            slot = self.slots[at];
        }
        None
    }
}

/// A feature as the file has it.
struct Entry<'a> {
    key: u32,
    count: u8,
    shift: u8,
    weights: &'a [u8],
}

impl<'a> Entry<'a> {
    /// The first of these entries, and the others.
    fn first(entries: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (&[a, b, c, d, head], rest) = entries.split_first_chunk::<5>()?;
        let (count, shift) = (head & 63, head >> 6);
        let len = if count == ALL_TAGS { TAGS } else { 2 * usize::from(count) };
        let (weights, rest) = rest.split_at_checked(len)?;
        Some((Self { key: u32::from_le_bytes([a, b, c, d]), count, shift, weights }, rest))
    }

    /// Its tags and their weights.
    fn pairs(&self) -> impl Iterator<Item = (Tag, i8)> {
        let all = self.count == ALL_TAGS;
        let step = if all { 1 } else { 2 };
        self.weights.chunks_exact(step).enumerate().map(move |(n, pair)| {
            let place = if all { n } else { usize::from(pair[0]).min(TAGS - 1) };
            (TAG_AT[place], pair[step - 1].cast_signed())
        })
    }
}

/// The nearest weight that a byte holds.
#[expect(clippy::cast_possible_truncation, reason = "clamped to the range of the type")]
fn nearest_byte(weight: i16) -> i8 {
    weight.clamp(-127, 127) as i8
}

/// Weights as one byte each, with the shift that they share.
fn bytes_of(weights: &[i32; TAGS]) -> (u8, [u8; TAGS]) {
    let most = weights.iter().map(|weight| weight.abs()).max().unwrap_or(0);
    let shift = (0..3_u8).find(|shift| most >> shift <= 127).unwrap_or(3);
    (shift, weights.map(|weight| (weight >> shift).clamp(-127, 127).to_le_bytes()[0]))
}

/// An entry of so many pairs is written as one weight for every tag instead: faster to add, and hardly longer.
const DENSE: usize = 10;
/// The count of an entry with a weight for every tag.
const ALL_TAGS: u8 = 63;

/// So many shifts there are.
const SHIFTS: usize = 4;

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
