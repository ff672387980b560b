//! Things counted: "179 new tankers", "13 people", "a three-course meal", "65 of the 100 seats", "two new 737 Max jets".
//!
//! The noun is found by its plural ending and by the words that end a noun phrase; there is no parser. What is counted
//! keeps its adjectives ("eligible pensioner") and is told in the singular. "a 737 jet" and "third of the population"
//! count nothing.

use super::Reader;
use super::amount::{Amount, Of};
use super::label::starts_with_capital;
use super::words::Class;
use crate::record::Certainty;
use crate::text::noun::{is_plural, is_plural_of_initials, singular};
use crate::text::number::Form;
use crate::text::{TokenKind, is_apostrophe};

/// Reads the things counted after a bare number.
pub(super) fn read(reader: &Reader<'_>, amount: &mut Amount) {
    let text = reader.text;
    let end = amount.number.end;
    if amount.form == Form::Fraction {
        return;
    }
    if of_place(reader, amount) {
        amount.of = Of::Things("people".to_owned());
        amount.certainty = Certainty::Likely;
        amount.say("What a town or crowd is of is people");
        return;
    }
    let hyphen = reader.past_hyphen(end);
    if hyphen > end {
        adjective(reader, amount, hyphen);
        return;
    }
    let Some(mut first) = past_of(reader, amount) else { return };
    while reader.lists.is(Class::Empty, text.lower(first)) {
        first += 1;
    }
    let Some(phrase) = phrase(reader, amount, first) else { return };
    let last = phrase.head;
    let apart = last > first || first > end;
    if let Some((coin, next)) = reader.lists.money_words.at(text, last).filter(|_| amount.form == Form::Vague) {
        // "tens of thousands of dollars".
        amount.of = Of::Money(coin);
        amount.tokens.end = next;
        return;
    }
    // "517 rushing yards" are yards; "50 associate degrees" are no angles.
    let measure = reader.lists.unit_words.at(text, last).filter(|_| apart);
    if let Some((unit, _)) = measure.filter(|(unit, _)| reader.lists.units[*unit].code != "deg") {
        amount.of = Of::Unit(unit);
        amount.low *= reader.lists.units[unit].factor;
        amount.high *= reader.lists.units[unit].factor;
        amount.certainty = amount.certainty.max(Certainty::Likely);
    } else {
        let mut noun = text.slice(text.span_of(phrase.first..last)).replace(['\n', '\r'], " ");
        if !noun.is_empty() && reader.space_before(last) {
            noun.push(' ');
        }
        if text.word(last) != "s" {
            noun.push_str(&singular(text.word(last)));
        }
        if let Some(adjective) = place_before(reader, amount) {
            noun.insert(0, ' ');
            noun.insert_str(0, adjective);
        }
        amount.of = Of::Things(noun);
        amount.certainty = amount.certainty.max(phrase.certainty);
    }
    if !phrase.apart && (text.lower(end) != "of" || amount.form == Form::Vague) {
        amount.tokens.end = last + 1;
    }
    amount.say(format!("“{}” after the number is what is counted", text.word(last)));
}

/// "a town of 12,000", "a crowd of 40,000 gathered": no noun of its own follows.
fn of_place(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    let before = |back: usize| start.checked_sub(back).map_or("", |i| text.lower(i));
    // The words of a bound stand between the place and the number.
    let bound = match before(1) {
        "about" | "almost" | "around" | "nearly" | "over" | "roughly" | "some" => 1,
        "than" | "least" => 2,
        _ => 0,
    };
    let place = match before(2 + bound) {
        "city" | "hamlet" | "population" | "suburb" | "town" | "village" => true,
        "deaths" | "evacuation" => text.word(end).starts_with(|c: char| !c.is_alphanumeric()),
        "audience" | "crowd" | "crowds" => !is_plural(text.lower(end)) && !is_plural(text.lower(end + 1)),
        _ => false,
    };
    let said =
        matches!(text.lower(end), "people" | "residents" | "inhabitants" | "souls" | "households" | "-" | "square");
    before(1 + bound) == "of" && place && !said && amount.low >= 20.0
}

/// The first token of the noun phrase: "14 of the 30 members" is about members; "14 of them" about nothing named.
fn past_of(reader: &Reader<'_>, amount: &Amount) -> Option<usize> {
    let text = reader.text;
    let end = amount.number.end;
    if text.lower(end) != "of" {
        return Some(end);
    }
    let determiner =
        matches!(text.lower(end + 1), "the" | "its" | "their" | "his" | "her" | "our" | "those" | "these" | "all");
    let first = if determiner { end + 2 } else { end + 1 };
    // "two of the six men": the men are told by the second number.
    let number = reader.in_number(first);
    ((determiner || amount.form == Form::Vague) && !number).then_some(first)
}

/// The adjective before the number that places the things among others of their sort: "the top three seeds".
fn place_before<'t>(reader: &Reader<'t>, amount: &Amount) -> Option<&'t str> {
    let before = amount.number.start.checked_sub(1)?;
    let lower = reader.text.lower(before);
    let superlative = lower.ends_with("est") && lower.len() > 4 && reader.text.word(before) == lower;
    let article =
        before.checked_sub(1).is_some_and(|i| matches!(reader.text.lower(i), "the" | "its" | "their" | "our"));
    let place = matches!(lower, "top" | "previous" | "leading" | "best" | "worst" | "remaining") || superlative;
    (article && place).then_some(lower)
}

/// "three-course meal", "four-cylinder": the word after the hyphen.
fn adjective(reader: &Reader<'_>, amount: &mut Amount, at: usize) {
    let text = reader.text;
    let word = text.lower(at);
    let participle = word.ends_with("ing") || word.ends_with("ed") && !word.ends_with("eed") && word.len() > 4;
    let noun = text.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Word);
    let name = starts_with_capital(text.word(at)) && !reader.is_title(at);
    if !noun || name || participle || reader.lists.is(Class::Stop, word) {
        return;
    }
    // "a 1,200-strong force" has 1,200 members.
    let noun = if word == "strong" { "member".to_owned() } else { singular(text.word(at)).into_owned() };
    amount.of = Of::Things(noun);
    amount.tokens.end = at + 1;
    amount.certainty = Certainty::Likely;
    amount.say(format!("“{}” joined to the number is what is counted", text.word(at)));
}

struct Phrase {
    /// The first token of what names the things.
    first: usize,
    /// The token of the noun itself.
    head: usize,
    /// Whether another figure stands between the number and the noun ("eight million 250ml bottles").
    apart: bool,
    certainty: Certainty,
}

/// The noun phrase that starts at token `first`.
fn phrase(reader: &Reader<'_>, amount: &Amount, first: usize) -> Option<Phrase> {
    let text = reader.text;
    let one = amount.low.abs() == 1.0;
    let limit = reader.sentence_of(amount.number.end - 1).end.min(first + 8);
    // "COVID-19 tests".
    let names_one = |i: usize| reader.lists.is(Class::Name, text.lower(i));
    let word_at = |i: usize| text.tokens().get(i).is_some_and(|t| t.kind == TokenKind::Word);
    let plural = |i: usize| is_plural(text.lower(i)) || is_plural_of_initials(text.word(i));
    // "190 jets average 11 years": what a number or an owner follows is a verb.
    let verb_in_s =
        |i: usize| reader.in_number(i + 1) || matches!(text.lower(i + 1), "the" | "its" | "their" | "his" | "her");
    let mut at = first;
    let mut apart = false;
    // "two $20 notes".
    let priced = matches!(text.word(at), "$" | "£" | "€") && !reader.space_before(at + 1) && word_at(at + 2);
    if priced && at + 2 < limit && text.tokens()[at + 1].kind == TokenKind::Number {
        at += 2;
        apart = true;
    }
    if at < limit && text.tokens()[at].kind == TokenKind::Number && word_at(at + 1) && !reader.space_before(at + 1) {
        at += 2;
        apart = true;
    }
    // "two 64-core chips" are chips, "four 3-pointers" are those.
    let joined = at < limit && text.tokens()[at].kind == TokenKind::Number && text.word(at + 1) == "-";
    if joined && word_at(at + 2) && !reader.space_before(at + 1) && !reader.space_before(at + 2) {
        if plural(at + 2) && !text.lower(at + 2).ends_with("olds") {
            return Some(Phrase { first: at, head: at + 2, apart, certainty: Certainty::Sure });
        }
        if text.word(at + 3) != "-" && text.tokens()[at + 2].kind == TokenKind::Word && plural(at + 3) {
            at += 3;
            apart = true;
        }
    }
    let first = at;
    let is_jet = |i: usize| reader.lists.is(Class::Jet, text.lower(i));
    let mut head = None;
    let mut last_word = None;
    while at < limit {
        let lower = text.lower(at);
        match text.tokens()[at].kind {
            TokenKind::Word if lower.starts_with(is_apostrophe) => break,
            TokenKind::Word => {
                let joined = at > first && !reader.space_before(at);
                // "one proposal asks", "one studies", "one side refused".
                let past = lower.ends_with("ed") && !lower.ends_with("eed") && at > first;
                let verb = one && (plural(at) || past);
                let stop = reader.lists.is(Class::Stop, lower) && !joins_names(reader, at);
                if !joined && (stop || verb) || head.is_some() && (!plural(at) || verb_in_s(at)) {
                    break;
                }
                let adverb = lower.ends_with("ly") && !matches!(lower, "family" | "early" | "daily" | "assembly");
                if !(adverb || stop) {
                    last_word = Some(at);
                }
                if plural(at) && !(joined && text.word(at + 1) == "-") {
                    head = Some(at);
                }
            }
            TokenKind::Mark
                if text.word(at) == "-" && at > first && (!reader.space_before(at) || names_one(at - 1)) => {}
            TokenKind::Number if (at > first || is_jet(at)) && head.is_none() && models(reader, at).is_some() => {
                head = models(reader, at);
                break;
            }
            // "two new 737 Max jets": a number inside a name.
            TokenKind::Number
                if (at > first || is_jet(at))
                    && head.is_none()
                    && word_at(at + 1)
                    && reader.space_before(at + 1)
                    && !reader.lists.is(Class::Stop, text.lower(at + 1))
                    && (is_jet(at)
                        || starts_with_capital(text.word(at - 1))
                        || text.word(at - 1) == "-" && starts_with_capital(text.word(at.saturating_sub(2)))
                        || starts_with_capital(text.word(at + 1))
                        || names_one(at.saturating_sub(2))) => {}
            _ => break,
        }
        at += 1;
    }
    let possessive = |head: usize| text.word(head + 1).starts_with(is_apostrophe);
    if let Some(head) = head.filter(|&h| !one && !possessive(h)) {
        return Some(Phrase { first, head, apart, certainty: Certainty::Sure });
    }
    let last = last_word?;
    if one {
        let verb = text.lower(last).ends_with("ing") || text.lower(last).ends_with("ed");
        let short = last < first + 4 && !verb;
        return short.then_some(Phrase { first, head: last, apart, certainty: Certainty::Likely });
    }
    // "12 page document", "11 member trade agreement": the noun that the number makes an adjective. Of three digits on
    // it is more often a name ("their 737 fleet").
    let lower = text.lower(first);
    let small = amount.scale == 1.0 && amount.low < 100.0;
    let noun = last > first && text.word(first).chars().all(char::is_lowercase) && lower.len() > 2;
    let verb = lower.ends_with("ed") && !lower.ends_with("eed") || lower.ends_with("ing") || lower.ends_with("ly");
    (small && noun && !verb && head.is_none() && text.word(first + 1) != "-").then_some(Phrase {
        first,
        head: first,
        apart,
        certainty: Certainty::Unsure,
    })
}

/// "32 F-16s", "63,150 Model 3s", "25 Boeing 787-9s": the "s" that ends a number of models; not that of "1990s".
fn models(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let text = reader.text;
    let number = |i: usize| text.tokens().get(i).is_some_and(|t| t.kind == TokenKind::Number && !t.space_before);
    let last = if text.word(at + 1) == "-" && number(at + 2) { at + 2 } else { at };
    let year = text.word(at).len() == 4;
    (text.word(last + 1) == "s" && !reader.space_before(last + 1) && !year).then_some(last + 1)
}

/// Whether token `at` joins two capital words of one phrase: "12 Kia and Hyundai vehicles".
fn joins_names(reader: &Reader<'_>, at: usize) -> bool {
    let text = reader.text;
    let capital = |i: usize| starts_with_capital(text.word(i)) && !is_plural(text.lower(i));
    matches!(text.lower(at), "and" | "or") && at > 0 && capital(at - 1) && capital(at + 1)
}
