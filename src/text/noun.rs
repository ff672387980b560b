//! Nouns in the singular and plural, by their form and a list of exceptions.

use std::borrow::Cow;

/// Plurals without -s, sorted.
const PLURALS: &[(&str, &str)] = &[
    ("aircraft", "aircraft"),
    ("aliases", "alias"),
    ("alumnae", "alumna"),
    ("alumni", "alumnus"),
    ("analyses", "analysis"),
    ("antennae", "antenna"),
    ("atlases", "atlas"),
    ("aunties", "auntie"),
    ("bacteria", "bacterium"),
    ("barracks", "barracks"),
    ("biases", "bias"),
    ("birdies", "birdie"),
    ("bison", "bison"),
    ("bookies", "bookie"),
    ("brownies", "brownie"),
    ("buses", "bus"),
    ("calories", "calorie"),
    ("calves", "calf"),
    ("canvases", "canvas"),
    ("cattle", "cattle"),
    ("cavalry", "cavalry"),
    ("children", "child"),
    ("clergy", "clergy"),
    ("cod", "cod"),
    ("collies", "collie"),
    ("cookies", "cookie"),
    ("craft", "craft"),
    ("crew", "crew"),
    ("crises", "crisis"),
    ("criteria", "criterion"),
    ("crossroads", "crossroads"),
    ("deer", "deer"),
    ("diagnoses", "diagnosis"),
    ("dwarves", "dwarf"),
    ("earnings", "earnings"),
    ("elk", "elk"),
    ("elves", "elf"),
    ("faculty", "faculty"),
    ("fish", "fish"),
    ("foodies", "foodie"),
    ("freebies", "freebie"),
    ("fungi", "fungus"),
    ("futures", "futures"),
    ("gases", "gas"),
    ("geese", "goose"),
    ("genies", "genie"),
    ("goalies", "goalie"),
    ("goods", "goods"),
    ("groupies", "groupie"),
    ("grouse", "grouse"),
    ("halves", "half"),
    ("headquarters", "headquarters"),
    ("hippies", "hippie"),
    ("hoodies", "hoodie"),
    ("hooves", "hoof"),
    ("hovercraft", "hovercraft"),
    ("hypotheses", "hypothesis"),
    ("indies", "indie"),
    ("infantry", "infantry"),
    ("junkies", "junkie"),
    ("knives", "knife"),
    ("larvae", "larva"),
    ("leaves", "leaf"),
    ("lenses", "lens"),
    ("lives", "life"),
    ("livestock", "livestock"),
    ("loaves", "loaf"),
    ("men", "man"),
    ("mice", "mouse"),
    ("moose", "moose"),
    ("movies", "movie"),
    ("newbies", "newbie"),
    ("nuclei", "nucleus"),
    ("oases", "oasis"),
    ("offspring", "offspring"),
    ("oldies", "oldie"),
    ("oxen", "ox"),
    ("parentheses", "parenthesis"),
    ("passers-by", "passer-by"),
    ("people", "people"),
    ("personnel", "personnel"),
    ("phenomena", "phenomenon"),
    ("pixies", "pixie"),
    ("police", "police"),
    ("poultry", "poultry"),
    ("prairies", "prairie"),
    ("proceeds", "proceeds"),
    ("quizzes", "quiz"),
    ("radii", "radius"),
    ("referenda", "referendum"),
    ("rookies", "rookie"),
    ("rotorcraft", "rotorcraft"),
    ("salmon", "salmon"),
    ("scarves", "scarf"),
    ("selfies", "selfie"),
    ("series", "series"),
    ("sheep", "sheep"),
    ("shelves", "shelf"),
    ("shrimp", "shrimp"),
    ("smoothies", "smoothie"),
    ("sorties", "sortie"),
    ("spacecraft", "spacecraft"),
    ("species", "species"),
    ("squid", "squid"),
    ("stadia", "stadium"),
    ("staff", "staff"),
    ("stimuli", "stimulus"),
    ("swine", "swine"),
    ("techies", "techie"),
    ("teeth", "tooth"),
    ("theses", "thesis"),
    ("thieves", "thief"),
    ("townies", "townie"),
    ("troops", "troops"),
    ("trout", "trout"),
    ("tuna", "tuna"),
    ("veggies", "veggie"),
    ("vertebrae", "vertebra"),
    ("watercraft", "watercraft"),
    ("wharves", "wharf"),
    ("wives", "wife"),
    ("wolves", "wolf"),
    ("women", "woman"),
    ("yuppies", "yuppie"),
    ("zombies", "zombie"),
];
/// Where the plurals of each first letter start in the list, and where those in "z" end.
const STARTS: [usize; 27] = {
    let mut starts = [0; 27];
    let mut letter = 0;
    while letter < 26 {
        let mut end = starts[letter];
        while end < PLURALS.len() && PLURALS[end].0.as_bytes()[0] as usize == b'a' as usize + letter {
            end += 1;
        }
        letter += 1;
        starts[letter] = end;
    }
    starts
};

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

/// Plurals of nouns in -i and -u, sorted: what else ends in -is or -us is a singular.
const VOWEL_PLURALS: &[&str] = &[
    "alibis",
    "azerbaijanis",
    "azeris",
    "bahrainis",
    "baluchis",
    "bangladeshis",
    "bayous",
    "bengalis",
    "bikinis",
    "broccolis",
    "caribous",
    "emiratis",
    "emojis",
    "emus",
    "ferraris",
    "fulanis",
    "gnus",
    "gujaratis",
    "gurus",
    "haikus",
    "hindus",
    "houthis",
    "hutus",
    "impromptus",
    "iraqis",
    "israelis",
    "jacuzzis",
    "kashmiris",
    "kazakhstanis",
    "khakis",
    "kiwis",
    "kuwaitis",
    "lamborghinis",
    "maoris",
    "maseratis",
    "menus",
    "minis",
    "nazis",
    "nepalis",
    "omanis",
    "origamis",
    "pakistanis",
    "paparazzis",
    "parvenus",
    "punjabis",
    "qataris",
    "rabbis",
    "safaris",
    "saudis",
    "semis",
    "sindhis",
    "skis",
    "snafus",
    "somalis",
    "sunnis",
    "swazis",
    "tajikistanis",
    "taxis",
    "tsunamis",
    "tutsis",
    "tutus",
    "uzbekistanis",
    "wikis",
    "yazidis",
    "yemenis",
    "yetis",
    "yogis",
    "zucchinis",
    "zulus",
];

/// Whether a word, in lower case, is a plural noun by its form.
pub fn is_plural(lower: &str) -> bool {
    irregular(lower).is_some() || is_men(lower) || is_regular(lower)
}

/// The singular of a plural from the list.
fn irregular(lower: &str) -> Option<&'static str> {
    let letter = usize::from(lower.as_bytes().first()?.checked_sub(b'a')?);
    let (start, end) = (*STARTS.get(letter)?, *STARTS.get(letter + 1)?);
    PLURALS[start..end].iter().find(|(plural, _)| *plural == lower).map(|&(_, singular)| singular)
}

/// Whether a word is a plural in -s.
fn is_regular(lower: &str) -> bool {
    if lower.ends_with("us") || lower.ends_with("is") {
        return VOWEL_PLURALS.binary_search(&lower).is_ok();
    }
    lower.len() > 2
        && lower.ends_with('s')
        && !lower.contains('.')
        && !lower.ends_with("ss")
        && NO_PLURALS.binary_search(&lower).is_err()
}

/// "GPUs", "RBIs": the plural of initials, whatever letter they end in.
pub fn is_plural_of_initials(word: &str) -> bool {
    word.strip_suffix('s').is_some_and(|stem| stem.len() > 1 && stem.bytes().all(|b| b.is_ascii_uppercase()))
}

/// "policemen", "spokeswomen"; not "specimen".
fn is_men(lower: &str) -> bool {
    lower.len() > 4
        && lower.ends_with("men")
        && !matches!(lower, "abdomen" | "acumen" | "regimen" | "specimen" | "women" | "yemen")
}

/// A noun in the singular; capitals stay.
pub fn singular(word: &str) -> Cow<'_, str> {
    // Nearly every word comes in lower case.
    let capitals = word.bytes().any(|b| b.is_ascii_uppercase());
    let lower = if capitals { Cow::Owned(word.to_ascii_lowercase()) } else { Cow::Borrowed(word) };
    let lower = &*lower;
    if let Some(singular) = irregular(lower) {
        return Cow::Borrowed(singular);
    }
    if is_men(lower)
        && let Some(stem) = word.strip_suffix("men")
    {
        return Cow::Owned([stem, "man"].concat());
    }
    if let Some(initials) = word.strip_suffix('s').filter(|_| is_plural_of_initials(word)) {
        return Cow::Borrowed(initials);
    }
    if !is_regular(lower) {
        return Cow::Borrowed(word);
    }
    let hissing = ["ches", "shes", "xes", "sses", "zzes", "oes"].iter().any(|end| lower.ends_with(end));
    let shoes = lower.len() < 6 && lower.ends_with("oes")
        || lower.ends_with("shoes")
        || lower.ends_with("toes") && lower.len() < 6;
    let virus = lower.len() > 5
        && lower.ends_with("uses")
        && !lower.ends_with("auses")
        && !lower.ends_with("ouses")
        && !lower.ends_with("cuses");
    if let Some(stem) = word.strip_suffix("ies").filter(|_| lower.len() > 4) {
        return Cow::Owned([stem, "y"].concat());
    }
    let stem = word.strip_suffix("es").filter(|_| (hissing || virus) && !shoes);
    Cow::Borrowed(stem.or_else(|| word.strip_suffix('s')).unwrap_or(word))
}

#[cfg(test)]
mod tests {
    use super::{NO_PLURALS, PLURALS, VOWEL_PLURALS, singular};

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
        check("GPUs", "GPU");
        check("RBIs", "RBI");
        check("Israelis", "Israeli");
        check("taxis", "taxi");
        check("cookies", "cookie");
        check("crises", "crisis");
        check("buses", "bus");
    }

    #[test]
    fn tables_are_sorted() {
        assert!(NO_PLURALS.windows(2).all(|w| w[0] < w[1]));
        assert!(VOWEL_PLURALS.windows(2).all(|w| w[0] < w[1]));
        assert!(PLURALS.windows(2).all(|w| w[0].0 < w[1].0));
    }
}
