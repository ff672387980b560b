//! The language of a text, by its letters. Only of whole articles: a title is too short to tell. English, in which most
//! articles are, is known by its small words before the letters are counted.

use whatlang::Lang;

/// Shorter texts are not judged.
const SHORTEST: usize = 80;
/// Enough to judge by; more only takes longer.
const ENOUGH: usize = 2_000;

/// Words of English that other languages have not, or not together.
const SMALL_WORDS: &[&str] = &[
    "the", "and", "of", "to", "in", "that", "for", "is", "was", "with", "on", "as", "by", "from", "at", "it", "are",
    "has", "have", "be", "said", "its", "an", "which", "their", "this", "not",
];
const LONGEST_SMALL: usize = 5;
/// The same as numbers, which are compared at once.
const SMALL: [u64; SMALL_WORDS.len()] = {
    let mut small = [0; SMALL_WORDS.len()];
    let mut n = 0;
    while n < small.len() {
        small[n] = packed(SMALL_WORDS[n].as_bytes());
        n += 1;
    }
    small
};
/// A text of so many words is English if so many of a hundred are small ones, and so many different ones.
const MANY_WORDS: usize = 45;
const SMALL_IN_A_HUNDRED: usize = 22;
const DIFFERENT: u32 = 6;

/// ISO 639-1 code of the language of `text`, where its letters tell it well.
pub fn of(text: &str) -> Option<String> {
    let end = text.char_indices().nth(ENOUGH).map_or(text.len(), |(end, _)| end);
    let start = text.get(..end).filter(|start| start.len() >= SHORTEST)?;
    if is_english(start) {
        return Some("en".to_owned());
    }
    let info = whatlang::detect(start)?;
    info.is_reliable().then(|| two_letters(info.lang())).flatten().map(str::to_owned)
}

/// Whether the small words of a text are those of English.
fn is_english(text: &str) -> bool {
    let (mut words, mut small, mut different) = (0, 0, 0_u32);
    for word in text.split_ascii_whitespace() {
        words += 1;
        if word.len() <= LONGEST_SMALL
            && let Some(n) = small_word(word)
        {
            small += 1;
            different |= 1 << n;
        }
    }
    words >= MANY_WORDS && 100 * small >= SMALL_IN_A_HUNDRED * words && different.count_ones() >= DIFFERENT
}

/// Which of the small words a short word is.
fn small_word(word: &str) -> Option<usize> {
    let word = packed(word.as_bytes());
    SMALL.iter().position(|&known| known == word)
}

/// The bytes of a short word as one number, with ASCII letters in lower case.
const fn packed(word: &[u8]) -> u64 {
    let (mut number, mut n) = (0, 0);
    while n < word.len() {
        number = number << 8 | word[n].to_ascii_lowercase() as u64;
        n += 1;
    }
    number
}

/// The two-letter code; a few languages have none here and stay unnamed.
fn two_letters(language: Lang) -> Option<&'static str> {
    let code = match language {
        Lang::Afr => "af",
        Lang::Ara => "ar",
        Lang::Bul => "bg",
        Lang::Cat => "ca",
        Lang::Ces => "cs",
        Lang::Cmn => "zh",
        Lang::Dan => "da",
        Lang::Deu => "de",
        Lang::Ell => "el",
        Lang::Eng => "en",
        Lang::Est => "et",
        Lang::Fin => "fi",
        Lang::Fra => "fr",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Hrv => "hr",
        Lang::Hun => "hu",
        Lang::Ind => "id",
        Lang::Ita => "it",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Nld => "nl",
        Lang::Nob => "nb",
        Lang::Pes => "fa",
        Lang::Pol => "pl",
        Lang::Por => "pt",
        Lang::Ron => "ro",
        Lang::Rus => "ru",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Spa => "es",
        Lang::Srp => "sr",
        Lang::Swe => "sv",
        Lang::Tha => "th",
        Lang::Tur => "tr",
        Lang::Ukr => "uk",
        Lang::Urd => "ur",
        Lang::Vie => "vi",
        _ => return None,
    };
    Some(code)
}

#[cfg(test)]
mod tests {
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(super::of(text).as_deref(), expected);
    }

    #[test]
    fn whole_articles_only() {
        check(
            "The two ministers met in the harbour on Friday and agreed to lower the duty on barley by a third.",
            Some("en"),
        );
        check(
            "Die beiden Minister trafen sich am Freitag im Hafen und einigten sich auf einen niedrigeren Zoll.",
            Some("de"),
        );
        check("Barley", None);
        check(
            "The two ministers met in the harbour on Friday and agreed to lower the duty on barley by a third. It is the \
             first step of a plan that has been on the table for years, said a man who was at the talks. None of the \
             farmers asked for it.",
            Some("en"),
        );
        assert!(!super::is_english(&"of the and ".repeat(40)), "three words make no language");
    }
}
