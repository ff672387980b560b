//! Nouns in the singular and plural, by their form and a list of exceptions.

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
    if PLURALS.binary_search_by(|(word, _)| (*word).cmp(lower)).is_ok() || is_men(lower) {
        return true;
    }
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
    let lower = word.to_ascii_lowercase();
    if let Ok(i) = PLURALS.binary_search_by(|(plural, _)| (*plural).cmp(lower.as_str())) {
        return PLURALS[i].1.to_owned();
    }
    if !is_plural(&lower) {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("men").filter(|_| is_men(&lower)) {
        return format!("{stem}man");
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
