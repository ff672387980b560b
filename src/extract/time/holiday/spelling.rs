//! How a holiday may be written: "eid al-fitr", "Eid ul Fitr", "king’s day", "kings day", "Hanuka".
//!
//! Apostrophes, hyphens, dots, accents and spaces never tell two holidays apart, so names are compared by their letters
//! alone. What a list writes in brackets may be left out ("thanksgiving( day)"), or is one of several ("(al/ul) fitr").

use crate::text::is_apostrophe;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The letters and digits of a word, in lower case and without accents.
pub(super) fn letters(word: &str) -> impl Iterator<Item = char> + '_ {
    word.nfd().filter(|c| c.is_alphanumeric() && !is_combining_mark(*c)).flat_map(char::to_lowercase)
}

/// Adds the letters of a word to others; most words are plain and need no table.
pub(super) fn push_letters(name: &mut String, word: &str) {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        name.push_str(word);
    } else if word.is_ascii() {
        name.extend(word.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
    } else {
        name.extend(letters(word));
    }
}

/// Every spelling of a name as a list writes it.
pub(super) fn spellings(name: &str) -> Vec<String> {
    let Some((before, rest)) = name.split_once('(') else { return vec![name.to_owned()] };
    let (choices, after) = rest.split_once(')').unwrap_or((rest, ""));
    let tails = spellings(after);
    let left_out = if choices.contains('/') { None } else { Some("") };
    let choices = choices.split('/').chain(left_out);
    choices.flat_map(|choice| tails.iter().map(move |tail| format!("{before}{choice}{tail}"))).collect()
}

/// The first words that a spelling may start with in a text: with a possessive, the word alone or with its "s".
pub(super) fn first_words(spelling: &str) -> impl Iterator<Item = String> {
    let first = spelling.split([' ', '-']).next().unwrap_or_default().trim_end_matches('.');
    let owner =
        first.split_once(is_apostrophe).filter(|(_, s)| matches!(*s, "s" | "")).map(|(owner, _)| owner.to_owned());
    let whole = first.chars().filter(|c| !is_apostrophe(*c) || owner.is_none()).collect();
    [Some(whole), owner].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: &[&str]) {
        assert_eq!(spellings(name), expected);
    }

    #[test]
    fn brackets() {
        check("easter", &["easter"]);
        check("thanksgiving( day)", &["thanksgiving day", "thanksgiving"]);
        check("eid (al/ul) fit(e)r", &["eid al fiter", "eid al fitr", "eid ul fiter", "eid ul fitr"]);
        check("odd (row", &["odd row", "odd "]);
    }

    #[test]
    fn words() {
        assert_eq!(letters("St.").chain(letters("Jean’s")).collect::<String>(), "stjeans");
        assert_eq!(letters("Tết").collect::<String>(), "tet");
        assert_eq!(first_words("king’s day").collect::<Vec<_>>(), ["kings", "king"]);
        assert_eq!(first_words("st. john").collect::<Vec<_>>(), ["st"]);
    }
}
