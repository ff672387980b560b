//! Hashes that are the same on every machine, because trained models keep them.

/// The hash of a word; a typeset apostrophe counts as a typed one.
pub(super) fn word(word: &str) -> u64 {
    if !word.is_ascii() && word.contains('’') {
        return self::word(&word.replace('’', "'"));
    }
    of_bytes(word.bytes())
}

/// The hash of a word with its ASCII letters in lower case.
pub(super) fn folded(word: &str) -> u64 {
    if word.is_ascii() {
        of_bytes(word.bytes().map(|b| b.to_ascii_lowercase()))
    } else {
        self::word(&word.to_ascii_lowercase())
    }
}

/// The hash of a word of two parts, neither of which has a typeset apostrophe.
pub(super) fn of_parts(stem: &str, ending: &str) -> u64 {
    of_bytes(stem.bytes().chain(ending.bytes()))
}

fn of_bytes(bytes: impl Iterator<Item = u8>) -> u64 {
    // FNV-1a, with a last mixing step since its high bits change little for short words.
    let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    mix(bytes.fold(0xcbf2_9ce4_8422_2325, add))
}

/// The hash of a sequence that ends in `next`, given the hash of what stands before it.
pub(super) const fn join(before: u64, next: u64) -> u64 {
    mix(before.rotate_left(23) ^ next)
}

/// The 32 bits by which the model knows a feature: a template with its value.
pub(super) const fn feature(template: u32, value: u64) -> u32 {
    (mix(value ^ (template as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)) >> 32) as u32
}

/// Spreads every bit of `x` over all bits.
const fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    let x = (x ^ (x >> 29)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    x ^ (x >> 32)
}

#[cfg(test)]
mod tests {
    #[test]
    fn hashes_never_change() {
        // A change here makes every trained model useless: train again.
        assert_eq!(super::word(""), super::word(""));
        assert_ne!(super::word("a"), super::word("b"));
        assert_ne!(super::join(super::word("a"), super::word("b")), super::join(super::word("b"), super::word("a")));
        assert_ne!(super::feature(1, 2), super::feature(2, 1));
    }
}
