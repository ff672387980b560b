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
    /// A few bits for each feature, of which its own is set: most that are asked for have no weights, and these bits fit
    /// where the processor reads fast.
    seen: Vec<u64>,
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

/// A feature by its key. Most have weights for a few tags and keep them in the slot, so that one look at memory will do.
#[derive(Clone, Copy, Debug)]
struct Slot {
    key: u32,
    weights: Weights,
}

/// The weights of one feature, to be shifted left.
#[derive(Clone, Copy, Debug)]
enum Weights {
    /// One after the other, filled up with weights of zero.
    Few { shift: u8, pairs: [(Tag, i8); FEW] },
    /// The number of a row.
    Row { shift: u8, number: u32 },
}

/// A feature of so many weights keeps them in its slot.
const FEW: usize = 5;

/// A word of 64 bits tells of so many features whether there are weights for them.
const FEATURES_A_WORD: usize = 8;

/// The weights of no feature. The tags differ so that adding one weight need not wait for the one before.
const NO_PAIRS: [(Tag, i8); FEW] = [(0, 0), (1, 0), (2, 0), (3, 0), (4, 0)];

/// The slot of no feature.
const EMPTY: Slot = Slot { key: u32::MAX, weights: Weights::Few { shift: 0, pairs: NO_PAIRS } };

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
        model.seen = vec![0; count / FEATURES_A_WORD + 1];
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
        let [outside, named @ ..] = row;
        let mut named = named.map(|weight| weight - outside);
        let mut shift = entry.shift;
        // The difference of two bytes may need a bit more.
        let wide = named.iter().any(|weight| weight.abs() > 127);
        let weights = if usize::from(entry.count) <= FEW && !wide {
            let mut pairs = NO_PAIRS;
            pairs.iter_mut().zip(entry.pairs()).for_each(|(place, pair)| *place = pair);
            Weights::Few { shift, pairs }
        } else {
            if wide && usize::from(shift) + 1 < SHIFTS {
                named = named.map(|weight| weight >> 1);
                shift += 1;
            }
            let number = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
            self.rows.push(Row(named.map(byte)));
            Weights::Row { shift, number }
        };
        let (word, bit) = self.bit(entry.key);
        self.seen[word] |= bit;
        let mut at = self.home(entry.key);
        while self.slots[at].key != EMPTY.key {
            at = self.after(at);
        }
        self.slots[at] = Slot { key: entry.key, weights };
    }

    /// The place of a key among so many, in the order of the file: so reading it fills one place after the other.
    fn place(&self, key: u32, among: usize) -> usize {
        usize::try_from((u64::from(key.rotate_right(self.turn)) * among as u64) >> 32).unwrap_or_default()
    }

    /// The slot where a key stands unless others were there before it.
    fn home(&self, key: u32) -> usize {
        self.place(key, self.slots.len())
    }

    /// The bit that is set if there are weights for a key, and its word.
    fn bit(&self, key: u32) -> (usize, u64) {
        let place = self.place(key, 64 * self.seen.len());
        (place / 64, 1 << (place % 64))
    }

    /// Whether there may be weights for a key.
    fn may_weigh(&self, key: u32) -> bool {
        let (word, bit) = self.bit(key);
        self.seen.get(word).is_some_and(|word| word & bit != 0)
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
        let (mut known, mut near) = ([0; MOST_FEATURES], [EMPTY; MOST_FEATURES]);
        let mut rows = [(0, 0); MOST_FEATURES];
        for chunk in keys.chunks(MOST_FEATURES) {
            // One step for all features, then the next: so the reads of memory do not wait for each other.
            let mut count = 0;
            for &key in chunk {
                known[count] = key;
                count += usize::from(self.may_weigh(key));
            }
            let known = &known[..count];
            for (near, &key) in near.iter_mut().zip(known) {
                *near = self.slots[self.home(key)];
            }
            let mut count = 0;
            for (&near, &key) in near.iter().zip(known) {
                match self.weights(key, near) {
                    None => {}
                    Some(Weights::Few { shift, pairs }) => {
                        for (tag, weight) in pairs {
                            scores[usize::from(tag)] += i32::from(weight) << shift;
                        }
                    }
                    Some(Weights::Row { shift, number }) => {
                        rows[count] = (shift, number);
                        count += 1;
                    }
                }
            }
            let mut sums = [[0_i16; TAGS - 1]; SHIFTS];
            for &(shift, number) in &rows[..count] {
                let Row(row) = &self.rows[number as usize];
                let sums = sums[usize::from(shift)].as_chunks_mut::<8>().0;
                // Eight at a time, which the processor adds in one step.
                for (sums, weights) in sums.iter_mut().zip(row.as_chunks::<8>().0) {
                    *sums = std::array::from_fn(|n| sums[n] + i16::from(weights[n]));
                }
            }
            for (shift, sums) in sums.iter().enumerate() {
                for (score, &sum) in scores[1..].iter_mut().zip(sums) {
                    *score += i32::from(sum) << shift;
                }
            }
        }
        let [outside, ..] = scores;
        scores.map(|score| score - outside)
    }

    /// The weights of a key, given the slot where it stands unless others were there before it.
    fn weights(&self, key: u32, mut slot: Slot) -> Option<Weights> {
        let mut at = self.home(key);
        while slot.key != key {
            if slot.key == EMPTY.key {
                return None;
            }
            at = self.after(at);
            slot = self.slots[at];
        }
        Some(slot.weights)
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
