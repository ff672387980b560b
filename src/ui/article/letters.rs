//! Which glyphs of a block stand for which of its letters.
//!
//! For Latin letters one glyph stands for one letter, and the layout fills in for ligatures. Arabic and other scripts are
//! drawn with more or fewer glyphs than letters, and from right to left: such a stretch is kept as a whole, so that what
//! stands after it keeps its place. A mark that ends inside the stretch covers all of it.

/// A mark is found again after so many equal letters in a row.
const SURE: usize = 3;
/// A stretch is looked for up to this many letters on; a longer one lasts to the end of the block.
const FAR: usize = 256;

/// A stretch whose letters and glyphs do not go one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    letters: (usize, usize),
    glyphs: (usize, usize),
}

/// Letters and their glyphs, both counted from the start of the block.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Letters(Vec<Stretch>);

impl Letters {
    /// Compares the letters of a block with those that its glyphs were made for.
    pub(super) fn new(words: &str, glyphs: impl Iterator<Item = char> + Clone) -> Self {
        if words.chars().eq(glyphs.clone()) {
            return Self::default();
        }
        let letters: Vec<char> = words.chars().collect();
        let glyphs: Vec<char> = glyphs.collect();
        let mut stretches = Vec::new();
        let (mut i, mut j) = (0, 0);
        while i < letters.len() || j < glyphs.len() {
            if i < letters.len() && letters.get(i) == glyphs.get(j) {
                (i, j) = (i + 1, j + 1);
                continue;
            }
            let (di, dj) = meet(letters.get(i..).unwrap_or_default(), glyphs.get(j..).unwrap_or_default());
            stretches.push(Stretch { letters: (i, i + di), glyphs: (j, j + dj) });
            (i, j) = (i + di, j + dj);
        }
        Self(stretches)
    }

    /// The glyph at which a letter starts.
    pub(super) fn first(&self, letter: usize) -> usize {
        let before = self.0.partition_point(|s| s.letters.0 <= letter);
        match before.checked_sub(1).and_then(|i| self.0.get(i)) {
            Some(s) if letter < s.letters.1 => s.glyphs.0,
            Some(s) => s.glyphs.1 + (letter - s.letters.1),
            None => letter,
        }
    }

    /// The glyph after the last one of the letters before `letter`.
    pub(super) fn past(&self, letter: usize) -> usize {
        let before = self.0.partition_point(|s| s.letters.0 < letter);
        match before.checked_sub(1).and_then(|i| self.0.get(i)) {
            Some(s) if letter <= s.letters.1 => s.glyphs.1,
            Some(s) => s.glyphs.1 + (letter - s.letters.1),
            None => letter,
        }
    }

    /// The letter that a glyph stands for, or the first one of its stretch.
    pub(super) fn of(&self, glyph: usize) -> usize {
        let before = self.0.partition_point(|s| s.glyphs.0 <= glyph);
        match before.checked_sub(1).and_then(|i| self.0.get(i)) {
            Some(s) if glyph < s.glyphs.1 => s.letters.0,
            Some(s) => s.letters.1 + (glyph - s.glyphs.1),
            None => glyph,
        }
    }
}

/// How many letters and glyphs are passed over until both go one by one again.
fn meet(letters: &[char], glyphs: &[char]) -> (usize, usize) {
    let same = |di: usize, dj: usize| {
        let (a, b) = (letters.get(di..).unwrap_or_default(), glyphs.get(dj..).unwrap_or_default());
        let sure = SURE.min(a.len()).min(b.len());
        sure > 0 && a.iter().take(sure).eq(b.iter().take(sure)) && (sure == SURE || a.len() == b.len())
    };
    for passed in 1..=2 * FAR {
        for di in passed.saturating_sub(FAR)..=passed.min(FAR) {
            if same(di, passed - di) {
                return (di, passed - di);
            }
        }
    }
    (letters.len(), glyphs.len())
}

#[cfg(test)]
mod tests {
    use super::Letters;

    /// Where the words at `span` of the letters stand among the glyphs.
    fn check(words: &str, glyphs: &str, span: (usize, usize), expected: (usize, usize)) {
        let letters = Letters::new(words, glyphs.chars());
        assert_eq!((letters.first(span.0), letters.past(span.1)), expected, "{words} drawn as {glyphs}");
    }

    #[test]
    fn what_follows_other_scripts_keeps_its_place() {
        check("Oslo met Bergen", "Oslo met Bergen", (9, 15), (9, 15));
        // Fewer glyphs, from right to left; more glyphs; nothing but them.
        check("led by سلمان, Oslo agreed", "led by نالس, Oslo agreed", (14, 18), (13, 17));
        check("led by سلمان, Oslo agreed", "led by نن\u{64b}املس\u{64b}, Oslo agreed", (14, 18), (17, 21));
        check("سلمان", "نالس", (0, 5), (0, 4));
        // A mark inside the stretch covers all of it.
        check("led by سلمان, Oslo agreed", "led by نالس, Oslo agreed", (8, 10), (7, 11));
    }

    #[test]
    fn a_glyph_leads_back_to_its_letter() {
        let letters = Letters::new("led by سلمان, Oslo agreed", "led by نالس, Oslo agreed".chars());
        assert_eq!((letters.of(3), letters.of(8), letters.of(13)), (3, 7, 14));
    }
}
