//! Kinds that the words beside a name tell: companies by what they are called, places by where one goes or sits.
//!
//! "the chipmaker Orvane Sill" and "Orvane Sill, an airline in Oslo" are organisations, and all their capitals belong to
//! them; "the voyage from Arden to Mell", "based in Arden" and "the port of Arden" name places. What a frame tells holds
//! for the other mentions of the same words, and for the first word of a body alone. "the farmer Maria Lopez" stays a
//! person: a word of a trade says nothing after a first name.

use super::{Found, Page, covered, insert, market};
use crate::extract::table::rows;
use crate::extract::tagger::lexicon::{ADDRESS, BODY, CALENDAR, FIRST, OFFICE, SUFFIX, phrase};
use crate::extract::tagger::word::Caps;
use crate::record::{Certainty, EntityKind};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a word beside a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// A sort of company.
    Company,
    /// A trade that a company or a person has.
    Trade,
    /// A movement, before "from X to Y".
    Travel,
    /// What one is somewhere, before "in X".
    Seat,
    /// A sort of place, before "of X".
    Site,
    /// A word that begins a sentence before a name.
    Opener,
}

/// The words beside a name that tell what it names.
#[derive(Debug, Default)]
pub(in crate::extract) struct Frames {
    words: FxHashMap<String, Class>,
}

/// An apposition is read over so many words in search of its noun.
const REACH: usize = 9;
/// Trades that people have more often than companies.
const OWN_TRADES: &[&str] =
    &["trader", "broker", "farmer", "grower", "builder", "publisher", "miner", "packer", "breeder"];
/// Words that end the row of adjectives and nouns after an article.
const AFTER_NOUN: &[&str] = &[
    "of",
    "in",
    "near",
    "at",
    "for",
    "from",
    "with",
    "on",
    "by",
    "to",
    "that",
    "which",
    "who",
    "whose",
    "and",
    "or",
    "based",
    "owned",
    "listed",
    "headquartered",
    "backed",
    "run",
    "controlled",
    "said",
    "says",
];

impl Frames {
    /// The list that comes with the program.
    pub(in crate::extract) fn builtin() -> Self {
        let mut words = FxHashMap::default();
        for row in rows(include_str!("../../../assets/lists/name_frames.tsv")) {
            let [class, list] = row[..] else { continue };
            let class = match class {
                "company" => Class::Company,
                "trade" => Class::Trade,
                "travel" => Class::Travel,
                "seat" => Class::Seat,
                "site" => Class::Site,
                _ => Class::Opener,
            };
            words.extend(list.split('|').map(|word| (word.to_owned(), class)));
        }
        Self { words }
    }

    /// Gives names the kinds that the words beside them tell.
    pub(super) fn apply(&self, page: &Page<'_>, names: &mut Vec<Found>) {
        self.missed(page, names);
        let mut told = FxHashMap::default();
        let mut leg_end = None;
        for run in &page.words.runs {
            let tokens = run.start..trimmed(page, run.start, run.end);
            let arrives = leg_end == Some(tokens.start) && page.text.lower(tokens.start - 1) == "to";
            let departs = self.before(page, tokens.start, &["from"]) == Some(Class::Travel);
            leg_end = departs.then_some(tokens.end + 1);
            let Some(name) = only_name(names, &tokens) else { continue };
            let core = matches!(name.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place);
            let rare = matches!(name.kind, EntityKind::Product | EntityKind::Event | EntityKind::Work);
            if !(core || rare && name.certainty == Certainty::Unsure) {
                continue;
            }
            let tokens = self.whole(page, name, tokens);
            let body =
                self.body(page, &tokens).filter(|_| !is_titled(page, &tokens) && !is_listed_place(page, &tokens));
            let (kind, because) = if let Some(because) = body {
                (EntityKind::Organization, because)
            } else if let Some(because) = self.place(page, &tokens, departs || arrives) {
                (EntityKind::Place, because)
            } else {
                continue;
            };
            if kind == EntityKind::Organization && tokens.len() > 1 {
                told.entry(page.text.word(tokens.start).to_owned()).or_insert(kind);
            }
            told.insert(page.slice(&tokens).to_owned(), kind);
            if kind != name.kind || tokens != name.tokens {
                *name = Found { tokens, kind, certainty: Certainty::Likely, because };
            }
        }
        spread(page, names, &told);
    }

    /// Finds the companies that the model missed: several capitals after the word for one ("the maker Condor Avionária"), and
    /// whatever stands before one in an apposition ("Lovesac, a sofa maker").
    fn missed(&self, page: &Page<'_>, names: &mut Vec<Found>) {
        let apposed = |tokens: &Range<usize>| {
            let noun = apposition(page, tokens).filter(|&i| page.words.get(i).caps == Caps::Lower)?;
            // A trade beside several unknown words may be a person's.
            let fits = match self.words.get(page.text.lower(noun)) {
                Some(Class::Company) => !is_first_name(page, tokens),
                Some(Class::Trade) => tokens.len() == 1 && !OWN_TRADES.contains(&page.text.lower(noun)),
                _ => false,
            };
            (fits && !is_listed_place(page, tokens)).then_some(noun)
        };
        // A word that is else in lower case has its capital from a heading.
        let beside = |tokens: &Range<usize>| {
            let word = page.words.get(tokens.start);
            let name =
                tokens.len() > 1 || word.sense == 0 && !matches!(word.case, 1..=3) && !is_listed_place(page, tokens);
            let calendar = word.flags & CALENDAR != 0;
            let opener = self.words.get(page.text.lower(tokens.start)) == Some(&Class::Opener);
            market::word_beside(page, tokens).filter(|_| name && !calendar && !opener)
        };
        for run in &page.words.runs {
            let tokens = run.start..trimmed(page, run.start, run.end);
            let before = || self.noun_before(page, &tokens).filter(|_| tokens.len() > 1);
            if !tokens.clone().any(|i| covered(names, i))
                && !is_titled(page, &tokens)
                && let Some(noun) = before().or_else(|| apposed(&tokens)).or_else(|| beside(&tokens))
            {
                let because = format!("beside “{}”", page.text.word(noun));
                let kind = EntityKind::Organization;
                insert(names, Found { tokens, kind, certainty: Certainty::Likely, because });
            }
        }
    }

    /// The class of the word before token `start`, with one of `links` between.
    fn before(&self, page: &Page<'_>, start: usize, links: &[&str]) -> Option<Class> {
        let link = start.checked_sub(1)?;
        links.contains(&page.text.lower(link)).then_some(())?;
        self.words.get(page.text.lower(link.checked_sub(1)?)).copied()
    }

    /// The name with all capitals of its run, and with the word that opens the sentence unless such words do so before
    /// any name ("But").
    fn whole(&self, page: &Page<'_>, name: &Found, run: Range<usize>) -> Range<usize> {
        let opens = |i: usize| page.text.sentences().binary_search_by_key(&i, |s| s.tokens.start).is_ok();
        let opener = |i: usize| opens(i) && self.words.get(page.text.lower(i)) == Some(&Class::Opener);
        let mut start = name.tokens.start.min(run.start);
        if start < name.tokens.start && opener(start) {
            start += 1;
        }
        // A run leaves out a sentence's first word that is else in lower case ("Lotus"). It belongs to a name of
        // one word if it is none of the common words, of which the lists tell what they mean.
        let lone = run.len() == 1;
        let first = |i: &usize| lone && opens(*i) && !opener(*i) && page.words.get(*i).caps == Caps::Title;
        if let Some(i) = start.checked_sub(1).filter(first).filter(|&i| page.words.get(i).sense == 0) {
            start = i;
        }
        start..name.tokens.end.max(run.end)
    }

    /// Why a name is a company's: by the noun for one before or after it, or by the words of markets beside it.
    fn body(&self, page: &Page<'_>, tokens: &Range<usize>) -> Option<String> {
        let first_name = is_first_name(page, tokens);
        let lower = |&i: &usize| page.words.get(i).caps == Caps::Lower;
        let class = |i: usize| self.words.get(page.text.lower(i)).copied();
        let noun = self.noun_before(page, tokens).or_else(|| {
            let noun = apposition(page, tokens).filter(lower)?;
            (!first_name && matches!(class(noun), Some(Class::Company | Class::Trade))).then_some(noun)
        });
        let called = |noun| format!("called “{}”", page.text.word(noun));
        let beside = || Some(format!("beside “{}”", page.text.word(market::word_beside(page, tokens)?)));
        noun.map(called).or_else(beside)
    }

    /// The noun of a company right before a name.
    fn noun_before(&self, page: &Page<'_>, tokens: &Range<usize>) -> Option<usize> {
        let noun = tokens.start.checked_sub(1).filter(|&i| page.words.get(i).caps == Caps::Lower)?;
        let fits = match self.words.get(page.text.lower(noun)) {
            Some(Class::Company) => true,
            Some(Class::Trade) => tokens.len() > 1 && !is_first_name(page, tokens),
            _ => false,
        };
        fits.then_some(noun)
    }

    /// Why a name is a place by what stands before it.
    fn place(&self, page: &Page<'_>, tokens: &Range<usize>, travels: bool) -> Option<String> {
        let is_body = tokens.clone().any(|i| page.words.get(i).flags & (BODY | SUFFIX) != 0);
        if is_body || is_titled(page, tokens) {
            return None;
        }
        if travels {
            return Some("where a journey starts or ends".to_owned());
        }
        let frame = self.before(page, tokens.start, &["in", "at", "near", "off"]) == Some(Class::Seat)
            || self.before(page, tokens.start, &["of"]) == Some(Class::Site);
        frame.then(|| format!("after “{}”", page.slice(&(tokens.start - 2..tokens.start))))
    }
}

/// Whether a name of several words begins with a first name.
fn is_first_name(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    tokens.len() > 1 && page.words.get(tokens.start).flags & FIRST != 0
}

/// The end of a run without the days and months that follow a name in it ("in Arden Tuesday").
fn trimmed(page: &Page<'_>, start: usize, mut end: usize) -> usize {
    while end > start + 1 && page.words.get(end - 1).flags & CALENDAR != 0 {
        end -= 1;
    }
    end
}

/// The name among these tokens, if there is exactly one.
fn only_name<'a>(names: &'a mut [Found], tokens: &Range<usize>) -> Option<&'a mut Found> {
    let at = names.partition_point(|n| n.tokens.end <= tokens.start);
    let alone = names.get(at + 1).is_none_or(|next| next.tokens.start >= tokens.end);
    names.get_mut(at).filter(|name| alone && name.tokens.start < tokens.end)
}

/// The noun of the apposition that follows a name: "airline" in "X, a small airline in Oslo".
fn apposition(page: &Page<'_>, tokens: &Range<usize>) -> Option<usize> {
    let start = tokens.end;
    let led = tokens.start.checked_sub(1).is_some_and(|i| matches!(page.text.lower(i), "in" | "at" | "near"));
    if led || page.text.word(start) != "," || !matches!(page.text.lower(start + 1), "a" | "an" | "the") {
        return None;
    }
    let limit = page.text.tokens().len().min(start + 2 + REACH);
    let ends = |&i: &usize| {
        let low = page.text.lower(i);
        AFTER_NOUN.contains(&low) || matches!(low, "," | "." | ";" | ":" | ")" | "—" | "–")
    };
    (start + 2..limit).find(ends).map(|end| end - 1)
}

/// Whether a title or an office stands in or before a name: then it is a person's or an office's.
fn is_titled(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    (tokens.start.saturating_sub(1)..tokens.end).any(|i| {
        let word = page.words.get(i);
        word.is_capital() && word.flags & (ADDRESS | OFFICE) != 0
    })
}

/// Whether the lists know the one word as a country, a people or a region.
fn is_listed_place(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let classes = [phrase::COUNTRY, phrase::GROUP, phrase::REGION];
    tokens.len() == 1 && classes.iter().any(|class| page.words.get(tokens.start).phrases & (0b1000 << (4 * class)) != 0)
}

/// Gives the other mentions of the same words the kind that a frame told, and listed companies theirs, unless a person
/// is named so in full.
fn spread(page: &Page<'_>, names: &mut [Found], told: &FxHashMap<String, EntityKind>) {
    let persons: Vec<String> = names
        .iter()
        .filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 1)
        .flat_map(|name| [page.text.word(name.tokens.start), page.text.word(name.tokens.end - 1)].map(str::to_owned))
        .collect();
    for name in names {
        let words = page.slice(&name.tokens);
        let listed = name.kind == EntityKind::Person && market::is_listed(page, &name.tokens);
        let kind = told.get(words).copied().or_else(|| listed.then_some(EntityKind::Organization));
        let Some(kind) = kind else { continue };
        let other = matches!(name.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place);
        if other && kind != name.kind && !is_titled(page, &name.tokens) && !persons.iter().any(|person| person == words)
        {
            name.kind = kind;
            name.certainty = Certainty::Likely;
            name.because = if listed {
                "on the list of companies, and nobody in this article is named so in full".to_owned()
            } else {
                format!("told by the words beside “{words}” elsewhere in this article")
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn companies_by_their_noun() {
        check("They ordered jets from the maker Falke Avionária.", &["organization Falke Avionária"]);
        check("Orchid Atlantic, an airline based in Oslo, grew.", &["organization Orchid Atlantic", "place Oslo"]);
        check("Bryggvik Havmat, a big prawn farmer, said so.", &["organization Bryggvik Havmat"]);
    }

    #[test]
    fn companies_that_the_model_misses() {
        check("Interloom, a hosiery maker near Oslo, grew.", &["organization Interloom", "place Oslo"]);
        check("QuayJet, a budget carrier, grew.", &["organization QuayJet"]);
        check("Monday, a bank holiday, was quiet.", &[]);
    }

    #[test]
    fn the_first_word_of_a_sentence() {
        check("Lotus Atlantic, an airline in Oslo, grew.", &["organization Lotus Atlantic", "place Oslo"]);
        check("But Orchid Atlantic, an airline, shrank.", &["organization Orchid Atlantic"]);
        check("Consider Orchid Atlantic, an airline.", &["organization Orchid Atlantic"]);
    }

    #[test]
    fn people_stay_people() {
        check("The farmer Maria Lopez said so.", &["person Maria Lopez"]);
        check("Maria Lopez, a retailer in Lima, said so.", &["person Maria Lopez", "place Lima"]);
        check("The trader Vargas and the restaurant owner Karla left.", &["person Vargas", "person Karla"]);
        check("Maria Lopez, an airline pilot, said so.", &["person Maria Lopez"]);
    }

    #[test]
    fn places_by_travel_and_seat() {
        check("The voyage from Vargas to Nha Kung takes a week.", &["place Vargas", "place Nha Kung"]);
        check("Dockers at Vargas struck. The port of Vargas closed.", &["place Vargas", "place Vargas"]);
        check("Letters from Vargas to Maria Lopez arrived.", &["person Vargas", "person Maria Lopez"]);
    }
}
