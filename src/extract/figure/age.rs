//! Ages without a unit: "Nick Hague, 44, said", "aged 18 to 34", "at the age of 21", "turned 65", "in his 40s".
//!
//! "Flight 11, 12 and 13" and "May 5, 12 and 19" have no ages.

use super::amount::{Amount, Of};
use super::lists::FigureLists;
use super::{Reader, word};
use crate::record::Certainty;
use crate::text::TokenKind;
use crate::text::calendar;
use crate::text::noun::is_plural;
use crate::text::number::Form;

const DECADES: &[(&str, f64)] = &[
    ("twenties", 20.0),
    ("thirties", 30.0),
    ("forties", 40.0),
    ("fifties", 50.0),
    ("sixties", 60.0),
    ("seventies", 70.0),
    ("eighties", 80.0),
    ("nineties", 90.0),
];

/// Those whom a limit of age is said of.
const PERSONS: &[&str] = &[
    "adults",
    "americans",
    "anybody",
    "anyone",
    "boys",
    "britons",
    "children",
    "citizens",
    "drivers",
    "everybody",
    "everyone",
    "females",
    "girls",
    "kids",
    "males",
    "men",
    "parents",
    "patients",
    "people",
    "persons",
    "players",
    "residents",
    "someone",
    "students",
    "those",
    "travellers",
    "travelers",
    "users",
    "voters",
    "women",
    "workers",
];

/// Turns a bare number into an age where the words beside it say so.
pub(super) fn read(reader: &Reader<'_>, amount: &mut Amount) {
    let plausible = amount.low.fract() == 0.0 && (1.0..=119.0).contains(&amount.low) && amount.scale == 1.0;
    if amount.of != Of::Nothing || !plausible {
        return;
    }
    let why = if said(reader, amount) {
        "“Age” or “aged” before the number makes it an age"
    } else if of_measure(reader, amount) {
        "The measure before the number is told in years of age"
    } else if lacks_commas(reader, amount) {
        amount.certainty = amount.certainty.max(Certainty::Likely);
        "A number between a person’s name and a verb is an age"
    } else if after_name(reader, amount) {
        amount.certainty = amount.certainty.max(Certainty::Likely);
        "A number after a name, set off by a comma or brackets, is an age"
    } else {
        return;
    };
    if let Some(years) = years(reader.lists) {
        amount.of = Of::Age(years);
        amount.say(why);
    }
}

/// "men over 50", "children under 5", "when she was six": a number that can be nothing but an age; whether it was.
pub(super) fn of_persons(reader: &Reader<'_>, amount: &mut Amount) -> bool {
    let text = reader.text;
    let end = amount.number.end;
    let before = |back: usize| amount.number.start.checked_sub(back).map_or("", |i| text.lower(i));
    let plausible = amount.low.fract() == 0.0 && (1.0..=109.0).contains(&amount.low) && amount.scale == 1.0;
    if amount.of != Of::Nothing || !plausible || is_plural(text.lower(end)) {
        return false;
    }
    let bounded = matches!(before(1), "over" | "under" | "above" | "below") && PERSONS.contains(&before(2));
    let when = matches!(before(1), "was" | "turned") && matches!(before(2), "he" | "she") && before(3) == "when";
    let closes =
        text.tokens().get(end).is_none_or(|t| t.kind == TokenKind::Mark) || matches!(text.lower(end), "and" | "in");
    if !(bounded || when && closes) {
        return false;
    }
    let Some(years) = years(reader.lists) else { return false };
    amount.of = Of::Age(years);
    amount.certainty = Certainty::Likely;
    amount.say("A limit on persons, or what somebody was, is an age");
    true
}

/// The place of the year in the list of units.
fn years(lists: &FigureLists) -> Option<usize> {
    lists.unit_of_code("a")
}

/// "in his 40s", "women in their early thirties": ten years of life, of which the words say no more.
pub(super) fn decade(reader: &Reader<'_>, at: usize) -> Option<Amount> {
    let text = reader.text;
    let (low, end) = if text.word(at).len() == 2 && text.lower(at + 1) == "s" {
        (text.word(at).parse().ok()?, at + 2)
    } else {
        // Looked at first: it turns nearly every word away.
        if !text.lower(at).ends_with("ies") {
            return None;
        }
        let decade = DECADES.iter().find(|(word, _)| *word == text.lower(at))?;
        (decade.1, at + 1)
    };
    let part = at.checked_sub(1).filter(|&i| matches!(text.lower(i), "early" | "mid" | "late" | "-"));
    let part = part.map(|i| if text.word(i) == "-" { i.saturating_sub(1) } else { i });
    let whose = part.unwrap_or(at).checked_sub(2)?;
    let own = matches!(text.lower(whose + 1), "his" | "her" | "their" | "my" | "your" | "our");
    if !own || text.lower(whose) != "in" || low % 10.0 != 0.0 || !(10.0..=90.0).contains(&low) {
        return None;
    }
    let mut amount = word::amount(reader, part.unwrap_or(at)..end, low);
    amount.high = low + 9.0;
    amount.of = Of::Age(years(reader.lists)?);
    amount.certainty = Certainty::Unsure;
    amount.say("The words say a decade of life, not an age");
    Some(amount)
}

/// "aged 18", "age 87", "the age of 21", "ages 5 to 11", "who was 10.", "turned 65", "87 yo".
fn said(reader: &Reader<'_>, amount: &mut Amount) -> bool {
    let text = reader.text;
    let end = amount.number.end;
    if matches!(text.lower(end), "yo" | "y.o." | "y/o") {
        amount.tokens.end = end + 1;
        return true;
    }
    let before = |back: usize| amount.start().checked_sub(back).map_or("", |i| text.lower(i));
    if matches!(before(1), "aged" | "age" | "ages") && !matches!(before(2), "iron" | "stone" | "bronze") {
        return true;
    }
    if before(1) == "of" && matches!(before(2), "age" | "ages") {
        return true;
    }
    let closes = matches!(text.word(end), "." | "," | ";" | ")") || matches!(text.lower(end), "and" | "when" | "at");
    closes
        && amount.low >= 5.0
        && amount.form == Form::Digits
        && (matches!(before(1), "turned" | "turns" | "turning")
            || matches!(before(1), "is" | "was") && before(2) == "who")
}

/// "Nick Hague 44 has", where the commas are lost: a first and a last name before the number, a verb after it.
pub(super) fn lacks_commas(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    let verb = matches!(
        text.lower(end),
        "appeared"
            | "died"
            | "had"
            | "has"
            | "is"
            | "lived"
            | "lives"
            | "said"
            | "says"
            | "told"
            | "was"
            | "who"
            | "works"
    );
    let age = amount.number.len() == 1 && amount.form == Form::Digits && (16.0..=99.0).contains(&amount.low);
    let Some(first) = start.checked_sub(2).filter(|_| verb && age) else { return false };
    let surname = text.word(first + 1);
    let capital = surname.chars().next().is_some_and(char::is_uppercase) && surname.chars().any(char::is_lowercase);
    capital
        && reader.first_names.first_name_gender(text.lower(first)).is_some()
        && text.word(first) != text.lower(first)
}

/// "life expectancy is around 73", "a retirement age of 67", "the pension age rises from 65 to 67".
fn of_measure(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let start = amount.start();
    let first = reader.sentence_of(start).start.max(start.saturating_sub(10));
    let leads = start.checked_sub(1).is_some_and(|i| {
        matches!(text.lower(i), "is" | "was" | "were" | "are" | "be" | "of" | "at" | "to" | "from" | "than" | "by")
    });
    let ends = |i: &usize| !matches!(text.word(*i), "." | "," | ";" | ":" | "(" | ")");
    let measure = |i: usize| match text.lower(i) {
        "expectancy" | "lifespan" => true,
        "age" => {
            i > 0 && matches!(text.lower(i - 1), "average" | "mean" | "median" | "minimum" | "pension" | "retirement")
        }
        _ => false,
    };
    leads && text.lower(amount.number.end) != "percent" && (first..start).rev().take_while(ends).any(measure)
}

/// "Jamie Armstrong, 25, said", "Senard (65)", "John Smith, 44."
fn after_name(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let start = amount.tokens.start;
    if amount.tokens != amount.number || amount.number.len() != 1 || amount.low < 3.0 {
        return false;
    }
    let Some(comma) = start.checked_sub(1) else { return false };
    let Some(name) = comma.checked_sub(1) else { return false };
    let closes = match text.word(comma) {
        "," => matches!(text.word(start + 1), "," | "." | ";" | "—" | "–"),
        "(" => text.word(start + 1) == ")",
        _ => false,
    };
    let is_name = |i: usize| {
        let word = text.word(i);
        text.tokens()[i].kind == TokenKind::Word
            && word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().skip(1).any(char::is_lowercase)
            && !word.chars().any(|c| c.is_ascii_digit())
    };
    let month = calendar::is_month(text.lower(name));
    // One capital word alone at the start of a sentence, or after a number, may be anything.
    let lone = name == reader.sentence_of(name).start;
    let in_list = name > 0 && matches!(text.tokens()[name - 1].kind, TokenKind::Number);
    let digits = text.tokens()[start].kind == TokenKind::Number;
    let next_number = text.tokens().get(start + 2).is_some_and(|t| t.kind == TokenKind::Number);
    closes && digits && is_name(name) && !month && !in_list && !next_number && (!lone || text.word(start + 1) == ",")
}
