//! The language of a text, by its letters. Only of whole articles: a title is too short to tell.

use whatlang::Lang;

/// Shorter texts are not judged.
const SHORTEST: usize = 80;
/// Enough to judge by; more only takes longer.
const ENOUGH: usize = 2_000;

/// ISO 639-1 code of the language of `text`, where its letters tell it well.
pub fn of(text: &str) -> Option<String> {
    let start: String = text.chars().take(ENOUGH).collect();
    if start.len() < SHORTEST {
        return None;
    }
    let info = whatlang::detect(&start)?;
    info.is_reliable().then(|| two_letters(info.lang())).flatten().map(str::to_owned)
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
    }
}
