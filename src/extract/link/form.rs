//! Names made comparable: case, accents, dots, articles and possessives put aside.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents, dots and apostrophes: "Brasília" and "brasilia", "U.S." and "US" become one.
pub(super) fn fold(name: &str) -> String {
    if name.is_ascii() {
        let mut folded = name.to_ascii_lowercase();
        // Few words have one.
        if folded.bytes().any(|b| matches!(b, b'.' | b'\'')) {
            folded.retain(|c| !matches!(c, '.' | '\''));
        }
        return folded;
    }
    let keep = |c: &char| !matches!(c, '.' | '\'' | '’' | 'ʼ' | '\u{ad}') && !is_combining_mark(*c);
    name.nfd().filter(keep).flat_map(char::to_lowercase).collect()
}

/// The folded words of a name, without a leading article and a trailing possessive.
pub(in crate::extract) fn words(name: &str) -> Vec<String> {
    let name = ["’s", "'s"].iter().find_map(|tail| name.strip_suffix(tail)).unwrap_or(name);
    let mut words: Vec<String> = name
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | ',' | '“' | '”' | '"'))
        .map(fold)
        .filter(|w| !w.is_empty())
        .collect();
    if words.len() > 1 && matches!(words[0].as_str(), "the" | "a" | "an") {
        words.remove(0);
    }
    // "U. S." is "US".
    if words.len() > 1 && words.iter().all(|w| w.chars().count() == 1) {
        words = vec![words.concat()];
    }
    words
}

/// A name as one folded string, the form in which two spellings of it are equal.
pub(super) fn key(name: &str) -> String {
    words(name).join(" ")
}

/// The initials of a name as acronyms are made of it: of the capitalised words, and of all words.
pub(super) fn initials(name: &str) -> [String; 2] {
    let first = |w: &str| w.chars().next().filter(|c| c.is_alphabetic());
    let parts = || name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '&'));
    let capitals = parts().filter_map(first).filter(|c| c.is_uppercase()).flat_map(char::to_lowercase).collect();
    let all =
        parts().filter(|w| !w.eq_ignore_ascii_case("the")).filter_map(first).flat_map(char::to_lowercase).collect();
    [capitals, all]
}

/// Whether a name is written like an acronym: two to six capitals, dots put aside.
pub(super) fn is_acronym(name: &str) -> bool {
    let (mut letters, mut small, mut after_dot) = (0, 0, false);
    for c in name.chars() {
        // "U. S." is written with a space after its dots.
        let put_aside = c == '.' || c == ' ' && after_dot;
        after_dot = c == '.';
        if put_aside {
            continue;
        }
        if letters == 6 || letters == 0 && !c.is_uppercase() || !c.is_alphanumeric() {
            return false;
        }
        letters += 1;
        small += usize::from(c.is_lowercase());
    }
    letters > 1 && small <= usize::from(letters > 2)
}

#[cfg(test)]
mod tests {
    use super::{initials, is_acronym, key};

    fn check(name: &str, expected: &str) {
        assert_eq!(key(name), expected, "key of {name:?}");
    }

    #[test]
    fn spellings_meet() {
        check("U.S.", "us");
        check("U. S.", "us");
        check("the São Paulo’s", "sao paulo");
        check("Jean-Claude  Dupont", "jean claude dupont");
        check("Côte d’Ivoire", "cote divoire");
        check("The", "the");
        check("", "");
    }

    #[test]
    fn acronyms_and_their_letters() {
        assert_eq!(initials("World Trade Organization"), ["wto", "wto"]);
        assert_eq!(initials("Bank of England"), ["be", "boe"]);
        assert!(is_acronym("WTO") && is_acronym("U.N.") && is_acronym("G20") && is_acronym("MoD"));
        assert!(!is_acronym("Nvidia") && !is_acronym("A") && !is_acronym("UK firms"));
    }
}
