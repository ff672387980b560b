//! Nouns in the singular and plural, by their form and a list of exceptions.

use std::borrow::Cow;

/// Plurals without -s, sorted.
const PLURALS: &[(&str, &str)] = &[
    ("aircraft", "aircraft"),
    ("alumni", "alumnus"),
    ("barracks", "barracks"),
    ("cattle", "cattle"),
    ("children", "child"),
    ("craft", "craft"),
    ("crew", "crew"),
    ("criteria", "criterion"),
    ("crossroads", "crossroads"),
    ("deer", "deer"),
    ("earnings", "earnings"),
    ("fish", "fish"),
    ("futures", "futures"),
    ("gases", "gas"),
    ("geese", "goose"),
    ("goods", "goods"),
    ("halves", "half"),
    ("headquarters", "headquarters"),
    ("knives", "knife"),
    ("leaves", "leaf"),
    ("lives", "life"),
    ("men", "man"),
    ("mice", "mouse"),
    ("passers-by", "passer-by"),
    ("people", "people"),
    ("personnel", "personnel"),
    ("police", "police"),
    ("proceeds", "proceeds"),
    ("salmon", "salmon"),
    ("series", "series"),
    ("sheep", "sheep"),
    ("shelves", "shelf"),
    ("spacecraft", "spacecraft"),
    ("species", "species"),
    ("staff", "staff"),
    ("teeth", "tooth"),
    ("thieves", "thief"),
    ("troops", "troops"),
    ("wives", "wife"),
    ("wolves", "wolf"),
    ("women", "woman"),
];
/// Words in -s that are no plural, sorted.
const NO_PLURALS: &[&str] = &[
    "afterwards",
    "always",
    "basis",
    "besides",
    "bus",
    "business",
    "gas",
    "hers",
    "indoors",
    "less",
    "news",
    "ours",
    "outdoors",
    "overseas",
    "perhaps",
    "plus",
    "sometimes",
    "theirs",
    "thus",
    "upstairs",
    "versus",
    "whereas",
    "yours",
];

/// Whether a word, in lower case, is a plural noun by its form.
pub fn is_plural(lower: &str) -> bool {
    irregular(lower).is_some() || is_men(lower) || is_regular(lower)
}

/// The singular of a plural from the list.
fn irregular(lower: &str) -> Option<&'static str> {
    PLURALS.binary_search_by(|(plural, _)| (*plural).cmp(lower)).ok().map(|i| PLURALS[i].1)
}

/// Whether a word is a plural in -s.
fn is_regular(lower: &str) -> bool {
    lower.len() > 2
        && lower.ends_with('s')
        && !lower.contains('.')
        && !(lower.ends_with("ss") || lower.ends_with("us") || lower.ends_with("is"))
        && NO_PLURALS.binary_search(&lower).is_err()
}

/// "policemen", "spokeswomen"; not "specimen".
fn is_men(lower: &str) -> bool {
    lower.len() > 4
        && lower.ends_with("men")
        && !matches!(lower, "abdomen" | "acumen" | "regimen" | "specimen" | "women" | "yemen")
}

/// A noun in the singular; capitals stay.
pub fn singular(word: &str) -> String {
    // Nearly every word comes in lower case.
    let capitals = word.bytes().any(|b| b.is_ascii_uppercase());
    let lower = if capitals { Cow::Owned(word.to_ascii_lowercase()) } else { Cow::Borrowed(word) };
    let lower = &*lower;
    if let Some(singular) = irregular(lower) {
        return singular.to_owned();
    }
    if is_men(lower)
        && let Some(stem) = word.strip_suffix("men")
    {
        return format!("{stem}man");
    }
    if !is_regular(lower) {
        return word.to_owned();
    }
    let swap = |suffix: &str, with: &str| word.strip_suffix(suffix).map(|stem| format!("{stem}{with}"));
    let hissing = ["ches", "shes", "xes", "sses", "zzes", "oes"].iter().any(|end| lower.ends_with(end));
    let shoes = lower.len() < 6 && lower.ends_with("oes")
        || lower.ends_with("shoes")
        || lower.ends_with("toes") && lower.len() < 6;
    let virus = lower.len() > 5
        && lower.ends_with("uses")
        && !lower.ends_with("auses")
        && !lower.ends_with("ouses")
        && !lower.ends_with("cuses");
    (lower.ends_with("ies") && lower.len() > 4)
        .then(|| swap("ies", "y"))
        .flatten()
        .or_else(|| ((hissing || virus) && !shoes).then(|| swap("es", "")).flatten())
        .or_else(|| swap("s", ""))
        .unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{NO_PLURALS, PLURALS, singular};

    fn check(plural: &str, expected: &str) {
        assert_eq!(singular(plural), expected);
    }

    #[test]
    fn singulars() {
        check("tankers", "tanker");
        check("countries", "country");
        check("tories", "tory");
        check("taxes", "tax");
        check("purchases", "purchase");
        check("business", "business");
        check("surplus", "surplus");
        check("swiss", "swiss");
        check("goods", "goods");
        check("branches", "branch");
        check("women", "woman");
        check("people", "people");
        check("policemen", "policeman");
        check("specimen", "specimen");
        check("troops", "troops");
        check("heroes", "hero");
        check("shoes", "shoe");
        check("viruses", "virus");
        check("houses", "house");
        check("bus", "bus");
        check("gas", "gas");
        check("EVs", "EV");
    }

    #[test]
    fn tables_are_sorted() {
        assert!(NO_PLURALS.windows(2).all(|w| w[0] < w[1]));
        assert!(PLURALS.windows(2).all(|w| w[0].0 < w[1].0));
    }
}
