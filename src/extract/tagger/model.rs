//! The trained weights, read in place from the bytes of the model file.
//!
//! The file, all numbers little-endian: the magic `RNM1`; the number of buckets (a power of two), of entries' bytes and
//! of known words, `u32` each; transitions, 33 x 33 `i16`; for each bucket, and once more at the end, the `u32` offset of
//! its entries; the entries; the case lexicon. An entry is a feature's 32-bit key, a byte, and pairs of a tag and a
//! signed weight, one byte each: the byte holds the number of pairs and, in its two high bits, how far to shift the
//! weights left, so that one scale serves the few large weights and the many small ones. The case lexicon is one sorted `u32` hash a word, then one class byte a word.

use super::tags::TAGS;
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
    bytes: std::borrow::Cow<'static, [u8]>,
    /// The weight of one tag after another.
    pub transitions: Vec<[i32; TAGS]>,
    buckets: usize,
    index: usize,
    entries: usize,
    /// How general text writes words.
    pub cases: CaseLexicon,
}

impl Model {
    /// The model in `bytes`; nothing when they are no model of this version.
    pub fn read(bytes: impl Into<std::borrow::Cow<'static, [u8]>>) -> Option<Self> {
        let bytes = bytes.into();
        let number = |at: usize| Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
        if bytes.get(..4)? != MAGIC {
            return None;
        }
        let (buckets, size, known) = (number(4)? as usize, number(8)? as usize, number(12)? as usize);
        let mut transitions = vec![[0; TAGS]; TAGS];
        let mut at = 16;
        for from in &mut transitions {
            for weight in from {
                *weight = i32::from(i16::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
                at += 2;
            }
        }
        let index = at;
        let entries = index + 4 * (buckets + 1);
        let lexicon = entries + size;
        let mut classes = FxHashMap::with_capacity_and_hasher(known, rustc_hash::FxBuildHasher);
        for n in 0..known {
            classes.insert(number(lexicon + 4 * n)?, *bytes.get(lexicon + 4 * known + n)?);
        }
        buckets.is_power_of_two().then_some(())?;
        Some(Self { bytes, transitions, buckets, index, entries, cases: CaseLexicon { classes } })
    }

    /// Writes a model: weights of features by key, in any order.
    pub fn write(
        weights: &mut [(u32, Vec<(u8, i32)>)],
        transitions: &[[i16; TAGS]; TAGS],
        cases: &CaseLexicon,
    ) -> Vec<u8> {
        let buckets = (weights.len() / 2).next_power_of_two().max(1);
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
                let most = pairs.iter().map(|&(_, weight)| weight.abs()).max().unwrap_or(0);
                let shift = (0..3_u8).find(|shift| most >> shift <= 127).unwrap_or(3);
                entries.push(u8::try_from(pairs.len()).unwrap_or(0) | shift << 6);
                for &(tag, weight) in pairs {
                    entries.extend([tag, (weight >> shift).clamp(-127, 127).to_le_bytes()[0]]);
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
        bytes.extend(transitions.iter().flatten().flat_map(|weight| weight.to_le_bytes()));
        bytes.extend(index.into_iter().flat_map(number));
        bytes.extend(entries);
        bytes.extend(words.iter().flat_map(|(word, _)| word.to_le_bytes()));
        bytes.extend(words.iter().map(|&(_, class)| class));
        bytes
    }

    /// Adds the weights of a feature to the scores of the tags.
    pub fn add(&self, key: u32, scores: &mut [i32; TAGS]) {
        if self.buckets == 0 {
            return;
        }
        let at = self.index + 4 * bucket(key, self.buckets);
        let bound =
            |at: usize| self.bytes.get(at..).and_then(|b| b.first_chunk()).map_or(0, |b| u32::from_le_bytes(*b));
        let (mut from, to) = (self.entries + bound(at) as usize, self.entries + bound(at + 4) as usize);
        while from + 5 <= to {
            let (pairs, shift) = (usize::from(self.bytes[from + 4] & 63), self.bytes[from + 4] >> 6);
            let next = from + 5 + 2 * pairs;
            if bound(from) == key {
                for pair in self.bytes.get(from + 5..next).unwrap_or_default().chunks_exact(2) {
                    if let Some(score) = scores.get_mut(usize::from(pair[0])) {
                        *score += i32::from(pair[1].cast_signed()) << shift;
                    }
                }
                return;
            }
            from = next;
        }
    }
}

/// The bucket of a key: its high bits, since keys are well mixed.
const fn bucket(key: u32, buckets: usize) -> usize {
    key as usize & (buckets - 1)
}
