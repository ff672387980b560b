//! One token as the model sees it: its form, its classes, how other texts write it.

use super::hash;
use super::lexicon::{Entry, Flags, Lexicon};
use super::model::CaseLexicon;
use crate::text::{Text, TokenKind};

/// The run index of a token outside every run.
pub(crate) const NO_RUN: u32 = u32::MAX;

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Caps {
    /// No capital.
    Lower,
    /// One capital, first.
    Title,
    /// Several letters, all capitals.
    Upper,
    /// One capital letter alone or with a full stop.
    Initial,
    /// Capitals inside ("`McCarthy`", "`eBay`").
    Mixed,
    /// Digits.
    Number,
    /// A mark or an address.
    Mark,
}

/// A token as the model sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// The hash of the lower-case form.
    pub(crate) lower: u64,
    /// The key of the word lists: as written for an abbreviation, the lower-case form otherwise.
    pub(crate) key: u64,
    /// Its shape with repeats removed ("Xx", "X.X.", "d").
    pub(crate) shape: u64,
    /// How it is written.
    pub(crate) caps: Caps,
    /// Its word classes.
    pub(crate) flags: Flags,
    /// The length in tokens of the longest listed phrase that starts with it.
    pub(super) reach: u8,
    /// Its phrase classes: for each class four bits, first, inner, last and only word.
    pub(crate) phrases: u64,
    /// What sort of thing the word means, 0 for a word that is not listed.
    pub(crate) sense: u8,
    /// How often general text writes it in lower case, 0 for a word never seen to 5 for one never in lower case.
    pub(crate) case: u8,
    /// The run it belongs to, as an index into [`Words::runs`](super::words::Words::runs).
    pub(crate) run: u32,
    /// Whether the model looks at it.
    pub(crate) candidate: bool,
    /// Whether its capital says nothing.
    pub(super) forced: bool,
    /// Whether it joins two capitalised words to one run.
    pub(super) joins: bool,
}

impl Word {
    /// Whether it has a capital.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.caps, Caps::Title | Caps::Upper | Caps::Initial | Caps::Mixed) && !self.forced
    }

    /// Whether it is in lower case although general text gives it a capital: carelessly written names are.
    pub(crate) fn is_odd(&self) -> bool {
        self.caps == Caps::Lower && self.case >= 4
    }
}

/// Token `i` of a text, before its sentence is known.
pub(super) fn read(text: &Text, i: usize, kind: TokenKind, lexicon: &Lexicon, cases: &CaseLexicon) -> Word {
    let word = text.word(i);
    let (caps, shape) = form(word, kind);
    let lower = match caps {
        // Of a number only its form matters.
        Caps::Number => shape,
        _ => hash::word(text.lower(i)),
    };
    let key = if caps == Caps::Upper { hash::word(word) } else { lower };
    let Entry { flags, reach, sense } = lexicon.entry(key, lower, text.lower(i));
    let joins = matches!(word, "-" | "–" | "&" | "/" | "'");
    Word {
        lower,
        key,
        shape,
        caps,
        flags,
        reach,
        phrases: 0,
        sense,
        case: cases.class(lower),
        run: NO_RUN,
        candidate: false,
        forced: false,
        joins,
    }
}

/// How a token is written, and the hash of its shape.
fn form(word: &str, kind: TokenKind) -> (Caps, u64) {
    let (mut capitals, mut smalls, mut digits, mut first) = (0, 0, 0, false);
    let mut shape = 0_u64;
    let mut before = ' ';
    for (n, c) in word.chars().enumerate() {
        let class = if c.is_uppercase() {
            capitals += 1;
            first |= n == 0;
            'X'
        } else if c.is_alphabetic() {
            smalls += 1;
            'x'
        } else if c.is_numeric() {
            digits += 1;
            'd'
        } else {
            c
        };
        // Lengths up to two are kept, longer ones are all one.
        if class != before || n < 2 || class == 'd' && digits <= 4 {
            shape = hash::join(shape, u64::from(class));
        }
        before = class;
    }
    let caps = match kind {
        TokenKind::Mark | TokenKind::Address => Caps::Mark,
        TokenKind::Number => Caps::Number,
        TokenKind::Word if capitals == 0 => Caps::Lower,
        TokenKind::Word if capitals == 1 && smalls == 0 && digits == 0 => Caps::Initial,
        TokenKind::Word if smalls == 0 => Caps::Upper,
        TokenKind::Word if capitals == 1 && first => Caps::Title,
        TokenKind::Word => Caps::Mixed,
    };
    (caps, shape)
}
