//! Numbers that are part of a name, a label or a code.
//!
//! `[4]`, "5G", "7-Eleven", "TA-25", "1990s", "#7", "24/7"; "Section 232", "No. 10", "1. Introduction"; "Boeing 737 Max", "S&P 500",
//! "787 Dreamliner", "Air Force One", "Group of Seven", "iOS 5"; "49 Acacia Road"; "its 737 fleet" beside a Boeing. Not "In Ukraine 500 people", where a preposition opens
//! the sentence, and not "Brent 3 percent lower", where a unit follows.

use super::amount::{Amount, Of};
use super::words::Class;
use super::{Reader, age};
use crate::text::noun::is_plural;
use crate::text::number::Form;
use crate::text::{TokenKind, is_apostrophe};

pub(super) fn starts_with_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Letters, hyphens and slashes that touch the number.
pub(super) fn is_glued(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    let bare = amount.of == Of::Nothing;
    if amount.form == Form::Digits && text.word(start).len() > 1 && text.word(start).starts_with('0') {
        return !text.word(start).contains('.');
    }
    let before = start.checked_sub(1).filter(|_| !reader.space_before(start));
    if let Some(before) = before.filter(|_| !matches!(text.word(start), "-" | "−" | ".")) {
        let mark = text.word(before);
        let kind = text.tokens()[before].kind;
        let number_after = text.tokens().get(end + usize::from(text.word(end) == "-"));
        // The last of "501(c)(3)".
        if mark == "(" && !reader.space_before(before) && before > 0 && text.word(before - 1) == ")" {
            return true;
        }
        // "+1 212-555-0199".
        if bare && mark == "+" && number_after.is_some_and(|t| t.kind == TokenKind::Number) {
            return true;
        }
        let behind = before.checked_sub(1).filter(|_| !reader.space_before(before));
        let prefix = behind.is_some_and(|i| {
            text.tokens()[i].kind == TokenKind::Word && !reader.in_number(i) && text.lower(i) != "sub"
        });
        // "0-to-60", "a 1-in-2,700 chance".
        let chained = prefix
            && mark == "-"
            && matches!(text.lower(before - 1), "to" | "in")
            && before > 2
            && text.word(before - 2) == "-"
            && reader.in_number(before - 3);
        if prefix && !chained && matches!(mark, "-" | "/" | "." | "–") || matches!(mark, "#" | "@" | "_" | "§") {
            return true;
        }
        if kind == TokenKind::Word && !reader.in_number(before)
            || mark == "/" && (bare || reader.in_number(before.saturating_sub(1))) && !goes_on_to_unit(reader, amount)
            || bare && mark.starts_with(is_apostrophe)
        {
            return true;
        }
    }
    let cited = bare && text.word(end) == "]" && before.is_some_and(|i| matches!(text.word(i), "[" | "–" | "-" | ","));
    if cited {
        return true;
    }
    if reader.space_before(end) {
        return false;
    }
    // "a 401(k) plan", "501(c)(3)".
    let letter = text.tokens().get(end + 1).is_some_and(|t| t.kind == TokenKind::Word && !t.space_before);
    if bare && letter && text.word(end) == "(" && text.word(end + 1).len() == 1 && text.word(end + 2) == ")" {
        return true;
    }
    // "7-Eleven", "5233-NT"; "33°30′21″N" is a place on the map.
    let code = text.word(end) == "-" && !reader.space_before(end + 1) && starts_with_capital(text.word(end + 1));
    // "9-of-14 shooting".
    let made = text.word(end) == "-" && text.lower(end + 1) == "of" && text.word(end + 2) == "-";
    if bare && (code || made || matches!(text.word(end), "°" | "′" | "″" | "º")) {
        return true;
    }
    let word = text.tokens().get(end).is_some_and(|t| t.kind == TokenKind::Word);
    word || text.word(end) == "/" && bare && !goes_on_to_unit(reader, amount)
}

/// "28/36/31 mpg", "130/80 mmHg": numbers parted by slashes of which the last has the unit of all.
fn goes_on_to_unit(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let after = reader.numbers.partition_point(|n| n.tokens.start < amount.number.end);
    let mut end = amount.number.end;
    for next in reader.numbers.iter().skip(after).take(3) {
        if text.word(end) != "/" || next.tokens.start != end + 1 {
            return false;
        }
        end = next.tokens.end;
        if reader.lists.unit_symbols.at(text, end).is_some() {
            return true;
        }
    }
    false
}

/// A word before the number that makes it a label, or a mark after it that makes it the head of a list item.
pub(super) fn is_label(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    let plain = amount.form == Form::Digits && amount.scale == 1.0;
    let more_on_line = text.tokens().get(end + 1).is_some_and(|t| !t.line_start && t.space_before);
    if text.tokens()[start].line_start && plain && more_on_line && matches!(text.word(end), "." | ")") {
        return true;
    }
    if plain && opens_item(reader, amount) {
        return true;
    }
    let Some(before) = start.checked_sub(1) else { return false };
    if text.word(before) == "."
        && before > 0
        && !text.word(start).contains(',')
        && matches!(
            text.lower(before - 1),
            "no" | "nos" | "nr" | "vol" | "p" | "pp" | "fig" | "art" | "arts" | "sec" | "para" | "ch"
        )
    {
        return true;
    }
    // "the Group of 77".
    if text.lower(before) == "of" && before > 0 && text.word(before - 1) == "Group" && amount.of == Of::Nothing {
        return true;
    }
    if !reader.lists.is(Class::Label, text.lower(before)) || amount.scale > 1.0 {
        return false;
    }
    // "Week 3 games" is about week 3, "this week 3 games" is not.
    let capital = starts_with_capital(text.word(before));
    let rank = plain && matches!(text.lower(before), "number" | "no" | "nos");
    amount.of == Of::Nothing || rank || capital && (plain || before != reader.sentence_of(before).start)
}

/// "(1) the first, (2) the second": a number in brackets before an item of a list in the sentence.
fn opens_item(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    let Some(bracket) = start.checked_sub(1).filter(|&i| text.word(i) == "(" && text.word(end) == ")") else {
        return false;
    };
    let before = bracket.checked_sub(1).map_or("", |i| text.lower(i));
    let word_after = text.tokens().get(end + 1).is_some_and(|t| t.kind == TokenKind::Word && t.space_before);
    amount.low < 30.0 && word_after && matches!(before, "" | "," | ";" | ":" | "." | "and" | "or")
}

/// "020 7946 0123", "+44 20 7946 0123", "(555) 010-9999": groups of digits side by side, one of which could be no amount.
pub(super) fn is_telephone(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let digits = |i: usize| {
        let word = text.word(i);
        (2..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
    };
    let joins = |i: usize| matches!(text.word(i), "-" | "(" | ")" | "‑" | "–");
    let at = amount.number.start;
    if !digits(at) || amount.of != Of::Nothing {
        return false;
    }
    let first = (at.saturating_sub(6)..at).rev().take_while(|&i| digits(i) || joins(i)).last().unwrap_or(at);
    let last = (at..at + 7).take_while(|&i| digits(i) || joins(i)).last().unwrap_or(at);
    let groups = || (first..=last).filter(|&i| digits(i));
    let length: usize = groups().map(|i| text.word(i).len()).sum();
    let nought = groups().any(|i| text.word(i).starts_with('0') && text.word(i) != "000");
    let plus = first.checked_sub(1).is_some_and(|i| text.word(i) == "+");
    groups().count() >= 2 && (7..=15).contains(&length) && (nought || plus)
}

/// Capitals beside the number that make it part of a name.
pub(super) fn is_part_of_name(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    if reader.is_title(start) {
        return names_model(reader, amount);
    }
    let spelled = amount.form == Form::Words && starts_with_capital(text.word(start));
    if spelled && (!reader.opens_sentence(start) || text.word(end) == "&") {
        return true;
    }
    // "787 Dreamliner", "911 Turbo".
    let next = text.word(end);
    let bare = amount.of == Of::Nothing;
    let digits = text.word(start).bytes().all(|b| b.is_ascii_digit());
    let three = is_code(reader, amount) && digits && matches!(text.word(start).len(), 3 | 4);
    if bare && three && starts_with_capital(next) && !reader.opens_sentence(end) && !is_plural(text.lower(end)) {
        return true;
    }
    names_model(reader, amount) || follows_name(reader, amount)
}

/// Whether the number is written as model numbers and versions are: "737", "5", "3.0".
fn is_code(reader: &Reader<'_>, amount: &Amount) -> bool {
    let word = reader.text.word(amount.number.start);
    let digits = word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    amount.number.len() == 1 && digits && (!word.contains('.') || amount.low < 30.0)
}

/// "Boeing 737 deliveries", "Windows 10": makers and products of the list, wherever they stand; "COVID -19" where a
/// space has slipped in; "their 737 jets" in a text that names Boeing.
fn names_model(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let start = amount.number.start;
    let before = start.checked_sub(1).map_or("", |i| text.lower(i));
    let torn = text.word(start) == "-" && text.word(start + 1).bytes().all(|b| b.is_ascii_digit());
    let listed = reader.lists.is(Class::Name, before) && (torn || is_code(reader, amount));
    let jet = reader.boeing && amount.number.len() == 1 && reader.lists.is(Class::Jet, text.lower(start));
    listed || jet && (amount.of == Of::Nothing || before.starts_with(is_apostrophe))
}

/// "49 Acacia Road", "9 E 71st St", "22 Avenue de la Paix": the number of a house, not a count ("12 Main Street shops").
pub(super) fn is_house(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let end = amount.number.end;
    let plain = amount.number.len() == 1 && amount.low.fract() == 0.0 && amount.form == Form::Digits;
    if !plain || is_plural(text.lower(amount.tokens.end.saturating_sub(1))) {
        return false;
    }
    let street = |i: usize| reader.lists.is(Class::Street, text.lower(i)) && starts_with_capital(text.word(i));
    if street(end) {
        let particle = matches!(text.lower(end + 1), "de" | "du" | "des" | "della" | "di" | "la");
        return starts_with_capital(text.word(end + 1 + usize::from(particle)));
    }
    // A name of at most three words: capitals, or the rank of a street with its ending ("71" + "st").
    let named = |i: usize| {
        starts_with_capital(text.word(i))
            || text.word(i).starts_with(|c: char| c.is_ascii_digit())
            || matches!(text.lower(i), "st" | "nd" | "rd" | "th")
    };
    (end + 1..end + 5).take_while(|&i| named(i - 1)).any(street)
}

/// "Falcon 9 lifted off", "Studio 54 was closed": a noun that opens the sentence and a verb right after the number leave
/// no room for a count. "Only 9 lifted" and "Police 12 hours later" are none.
fn names_subject(reader: &Reader<'_>, amount: &Amount, before: usize) -> bool {
    let text = reader.text;
    let word = text.lower(before);
    let noun = word.len() > 3
        && !word.ends_with("ly")
        && !reader.lists.is(Class::Stop, word)
        && !reader.lists.is(Class::Empty, word)
        && !reader.lists.is(Class::Filler, word)
        && !matches!(word, "another" | "exactly" | "police" | "total" | "these" | "those" | "top" | "plus" | "minus");
    let next = text.lower(amount.number.end);
    let verb = matches!(next, "is" | "was" | "has" | "had" | "will" | "would" | "can" | "could" | "may")
        || next.ends_with("ed") && next.len() > 4 && !next.ends_with("eed");
    noun && verb && amount.of == Of::Nothing && text.word(amount.number.end) == next
}

/// "S&P 500", "Trent 900 engines", "Standard & Poor’s 500", "iOS 5".
fn follows_name(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let start = amount.number.start;
    if age::lacks_commas(reader, amount) {
        return false;
    }
    let Some(mut before) = start.checked_sub(1).filter(|_| is_code(reader, amount)) else { return false };
    if text.word(before).starts_with(is_apostrophe) && before > 0 && text.word(start).len() == 3 {
        before -= 1;
    }
    let word = text.word(before);
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let inner_capital = word.chars().skip(1).any(char::is_uppercase);
    let shouting = letters > usize::from(matches!(word, "A" | "I")) && !word.chars().any(char::is_lowercase);
    let opens = reader.opens_sentence(before) && !names_subject(reader, amount, before);
    let capital = starts_with_capital(word) && (!opens || shouting) || inner_capital;
    if text.tokens()[before].kind != TokenKind::Word || !capital {
        return false;
    }
    if amount.of == Of::Nothing || starts_with_capital(text.word(amount.number.end)) {
        return true;
    }
    // A plural after the number counts, unless all before it is one name: "In Ukraine 500 people".
    let behind = before.checked_sub(1).map_or("", |i| text.word(i));
    let word_behind = before.checked_sub(1).is_some_and(|i| text.tokens()[i].kind == TokenKind::Word);
    let preposition =
        matches!(text.lower(before.saturating_sub(1)), "in" | "at" | "on" | "from" | "near" | "across" | "to");
    let article = matches!(behind, "the" | "a" | "an" | "its" | "their" | "new");
    let place = word_behind && (preposition || !starts_with_capital(behind) && !article);
    let whole = text.word(start).len() >= 3 && !matches!(behind, "," | "." | "");
    let singular = !is_plural(text.lower(amount.tokens.end.saturating_sub(1)));
    singular || whole && !place
}
