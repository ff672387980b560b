//! What the word lists know and the model missed: countries, nationalities, well-known bodies and products.
//!
//! Only names that hardly mean anything else when they are capitalised; towns and surnames stay with the model.

use super::{Found, Page, covered, insert};
use crate::extract::tagger::lexicon::{FIRST, RARE_SURNAME, SURNAME, phrase};
use crate::extract::tagger::word::Caps;
use crate::record::{Certainty, EntityKind};
use std::ops::Range;

/// The classes of phrases that speak for themselves, the kind of each, and the reason given.
const CLASSES: &[(u32, EntityKind, &str)] = &[
    (phrase::PRODUCT, EntityKind::Product, "on the list of products"),
    (phrase::COUNTRY, EntityKind::Place, "on the list of countries"),
    (phrase::GROUP, EntityKind::Group, "on the list of nationalities, faiths and peoples"),
    (phrase::COMPANY, EntityKind::Organization, "on the list of companies"),
    (phrase::BODY, EntityKind::Organization, "on the list of bodies"),
];

/// Adds what the lists know, and makes sure of what they confirm.
pub(super) fn add(page: &Page<'_>, names: &mut Vec<Found>) {
    join(page, names);
    for sentence in page.text.sentences() {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let end = phrase_end(page, i, sentence.tokens.end);
            if end > i
                && let Some(&(class, kind, because)) = CLASSES.iter().find(|(class, ..)| starts(page, i, *class))
                && !covered(names, i)
                && is_plain(page, i, end, i == sentence.tokens.start, class)
            {
                let because = because.to_owned();
                insert(names, Found { tokens: i..end, kind, certainty: Certainty::Sure, because });
            }
            i = end.max(i + 1);
        }
    }
    for name in names.iter_mut() {
        confirm(page, name);
    }
}

/// Makes one name of the pieces of a listed country or nationality ("South Korean" is no place and a people), or of a
/// body or company of three words or more ("Ways and Means Committee").
fn join(page: &Page<'_>, names: &mut Vec<Found>) {
    for n in (1..names.len()).rev() {
        let tokens = names[n - 1].tokens.start..names[n].tokens.end;
        let limit = page.text.tokens().len().min(tokens.end + 1);
        let whole = phrase_end(page, tokens.start, limit) == tokens.end;
        let classes = if tokens.len() == 2 { &CLASSES[1..3] } else { &CLASSES[3..] };
        let class = classes.iter().find(|(class, ..)| whole && starts(page, tokens.start, *class));
        if let Some(&(_, kind, because)) = class {
            names[n - 1] = Found { tokens, kind, certainty: Certainty::Sure, because: because.to_owned() };
            names.remove(n);
        }
    }
}

/// Whether a listed phrase of this class starts at token `i`.
fn starts(page: &Page<'_>, i: usize, class: u32) -> bool {
    page.words.get(i).phrases & (0b1001 << (4 * class)) != 0
}

/// Where the listed phrase that starts at token `i` ends; `i` itself where none does.
fn phrase_end(page: &Page<'_>, i: usize, limit: usize) -> usize {
    /// The bits of "first" and of "first or only" for every class, and of "last".
    const FIRST: u64 = 0x0011_1111_1111_1111;
    const LAST: u64 = FIRST << 2;
    const ONLY: u64 = FIRST << 3;
    let phrases = page.words.get(i).phrases;
    if phrases & ONLY != 0 {
        return i + 1;
    }
    if phrases & FIRST == 0 {
        return i;
    }
    (i + 1..limit).find(|&n| page.words.get(n).phrases & LAST != 0).map_or(i, |n| n + 1)
}

/// Whether the words are a name here: capitalised, not inside a longer run, not a word that opens a sentence.
fn is_plain(page: &Page<'_>, start: usize, end: usize, opens: bool, class: u32) -> bool {
    let word = page.words.get(start);
    let single = end == start + 1;
    let sole = single && class == phrase::COMPANY && is_sole_company(page, start);
    if !word.is_capital() || word.caps == Caps::Initial || opens && single && word.case != 5 && !sole {
        return false;
    }
    let multiword_or_sure = !single || word.case >= 4 || word.caps == Caps::Upper;
    let alone = page.words.run(start).is_some_and(|run| run.start == start && run.end <= end);
    match class {
        phrase::COUNTRY | phrase::GROUP => word.case == 0 || word.case >= 4 || word.caps == Caps::Upper,
        phrase::PRODUCT => !single && multiword_or_sure,
        _ => alone && multiword_or_sure && (!single || sole),
    }
}

/// Whether the one word is a listed company's and, as far as the lists know, nothing else ("Stellantis"): no place, no
/// name that people bear, no word of the language.
fn is_sole_company(page: &Page<'_>, i: usize) -> bool {
    let word = page.words.get(i);
    let borne = word.flags & (FIRST | SURNAME | RARE_SURNAME) != 0;
    let classes = (0..phrase::COUNT).filter(|&n| starts(page, i, n)).count();
    starts(page, i, phrase::COMPANY) && classes == 1 && !borne && word.sense == 0 && !matches!(word.case, 1..=3)
}

/// A name that a list holds as the same kind is sure.
fn confirm(page: &Page<'_>, name: &mut Found) {
    let end = phrase_end(page, name.tokens.start, page.text.tokens().len().min(name.tokens.end + 1));
    // "Sunni Arab": a people of two names.
    let all_groups = name.tokens.clone().all(|i| starts(page, i, phrase::GROUP) && !starts(page, i, phrase::COUNTRY));
    if name.tokens.len() > 1 && all_groups && name.kind != EntityKind::Group {
        name.kind = EntityKind::Group;
        name.because = format!("{}, and its words are on the list of nationalities, faiths and peoples", name.because);
    }
    // "McDonald's": the list holds the name with its apostrophe.
    if end == name.tokens.end + 1 && matches!(page.text.word(end - 1), "'s" | "’s") {
        name.tokens.end = end;
    }
    if end != name.tokens.end || name.certainty == Certainty::Sure {
        return;
    }
    // "Tokyo" is nobody's name; a club or a government may be called by it.
    let city = name.kind == EntityKind::Person && is_city_only(page, &name.tokens);
    if let Some(kind) = decided(page, &name.tokens).or_else(|| city.then_some(EntityKind::Place))
        && kind != name.kind
    {
        name.kind = kind;
        name.certainty = Certainty::Likely;
        name.because = format!("{}, and the lists know it as this kind only", name.because);
    }
    let list = CLASSES.iter().find(|&&(class, kind, _)| kind == name.kind && starts(page, name.tokens.start, class));
    if let Some((_, _, because)) = list {
        name.certainty = Certainty::Sure;
        name.because = format!("{}, and {because}", name.because);
    }
}

/// Whether the one word is a large town's name and, as far as the lists know, nobody's.
fn is_city_only(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let borne = page.words.get(tokens.start).flags & (FIRST | SURNAME | RARE_SURNAME) != 0;
    let classes = (0..phrase::COUNT).filter(|&n| starts(page, tokens.start, n)).count();
    tokens.len() == 1 && starts(page, tokens.start, phrase::BIG_CITY) && classes == 1 && !borne
}

/// The kind of a name that is one listed phrase from end to end, when the lists leave no choice: several words of one
/// class, a country, or a people whose name nobody bears.
fn decided(page: &Page<'_>, tokens: &Range<usize>) -> Option<EntityKind> {
    let first = page.words.get(tokens.start);
    let (mut class, mut classes) = (0, 0);
    let several = tokens.len() > 1;
    // "Rio Tinto": a company of two words is better known than the town.
    let company = several && starts(page, tokens.start, phrase::COMPANY);
    for n in (0..phrase::COUNT).filter(|&n| starts(page, tokens.start, n) && !(company && n == phrase::TOWN)) {
        (class, classes) = (n, classes + 1);
    }
    let bears = first.flags & (FIRST | SURNAME | RARE_SURNAME) != 0;
    match class {
        _ if classes != 1 => None,
        phrase::COUNTRY if several || !bears => Some(EntityKind::Place),
        phrase::REGION | phrase::BIG_CITY if several => Some(EntityKind::Place),
        phrase::BODY | phrase::COMPANY if several => Some(EntityKind::Organization),
        phrase::COMPANY if is_sole_company(page, tokens.start) => Some(EntityKind::Organization),
        phrase::PRODUCT if several || first.caps == Caps::Mixed => Some(EntityKind::Product),
        phrase::GROUP if !bears => Some(EntityKind::Group),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn countries_and_nationalities() {
        check("exports of German and Italian cars to Japan", &["group German", "group Italian", "place Japan"]);
        check("The South Korean and the Costa Rican came.", &["group South Korean", "group Costa Rican"]);
        check("They polish it and eat turkey.", &[]);
    }

    #[test]
    fn bodies_and_companies_of_several_words() {
        check(
            "The Ways and Means Committee will hold a hearing, Representative Jason Smith said.",
            &["organization Ways and Means Committee", "person Jason Smith"],
        );
        check("Shares of Rio Tinto fell.", &["organization Rio Tinto"]);
    }

    #[test]
    fn companies_of_one_word() {
        check("They say that Stellantis will close it.", &["organization Stellantis"]);
        check("They met Gallo and the target was hit.", &["person Gallo"]);
    }
}
