//! Numbers that have their noun or unit from what stands before them.
//!
//! "12 of them", "another 30", "34 seats, up from 28", "22 burglaries, compared with an average of 20", "lost 162 points
//! to close at 7,425.8", "84.75 cents, while the lowest is 74.07", "5 million tonnes in May and 6 million in June",
//! "Labour won twelve seats and the Greens three", "killed 11". "64,900" after "fell short of estimates of" has no such cue and
//! stays bare, and so does the level of an index that no points are told of.

use super::amount::{Amount, Of};
use super::label::starts_with_capital;
use super::lists::Coin;
use super::repeat::repeats;
use super::words::Class;
use super::{Reader, exchange};
use crate::record::{Certainty, FigureKind};
use crate::text::TokenKind;
use crate::text::noun::is_plural;
use crate::text::number::Form;

/// How many amounts back a noun is looked for.
const REACH: usize = 4;

/// Gives a bare number the noun or unit that the text has said before.
pub(super) fn read(reader: &Reader<'_>, amounts: &mut [Amount], i: usize) {
    let (head, tail) = amounts.split_at_mut(i);
    let Some((amount, rest)) = tail.split_first_mut() else { return };
    if amount.of != Of::Nothing || amount.form == Form::Fraction {
        return;
    }
    if is_of_people(reader, amount) {
        amount.of = Of::Things("people".to_owned());
        amount.certainty = amount.certainty.max(Certainty::Likely);
        amount.say("The word of harm beside the number is said of people");
        return;
    }
    if is_of_children(reader, amount) {
        amount.of = Of::Things("child".to_owned());
        amount.certainty = amount.certainty.max(Certainty::Likely);
        amount.say("The word for a parent before the number makes it one of children");
        return;
    }
    if let Some(noun) = before_or(reader, amount) {
        amount.say(format!("“{noun} or” before the number says what is counted"));
        amount.of = Of::Things(noun);
        amount.certainty = Certainty::Unsure;
        return;
    }
    if let Some(coin) = converted_alike(reader, head, amount, rest) {
        amount.of = Of::Money(coin);
        amount.certainty = Certainty::Likely;
        amount.say("It is converted in brackets as the amount before it is, and in its currency");
        return;
    }
    if exchange::read(reader, amount) {
        return;
    }
    let start = amount.start();
    let sentence = reader.sentence_of(start);
    if let Some(age) = head.last().filter(|left| goes_on_ages(reader, left, amount)) {
        amount.of = age.of.clone();
        amount.certainty = Certainty::Likely;
        amount.say("It goes on the ages before it");
        return;
    }
    let inside = |earlier: &&Amount| earlier.tokens.start >= sentence.start;
    let near = || head.iter().rev().take(REACH);
    let source = if repeats(reader, head.last(), amount) {
        head.last()
    } else if is_new_subject(reader, amount) {
        near().take_while(inside).find(|a| matches!(a.of, Of::Things(_)))
    } else if points_back(reader, amount) {
        let previous = sentence.start.checked_sub(1).map_or(0, |i| reader.sentence_of(i).start);
        near().find(|a| matches!(a.of, Of::Things(_)) && a.tokens.start >= previous)
    } else if is_of_whole(reader, sentence.start, amount) {
        // One noun alone in the sentence can be meant.
        let mut things = near().take_while(inside).filter(|a| matches!(a.of, Of::Things(_)));
        things.next().filter(|_| things.next().is_none())
    } else if is_other_rate(head.last(), amount) {
        head.last()
    } else if compares(reader, amount) {
        near().take_while(inside).find(|a| a.of != Of::Nothing && !is_length(reader, a))
    } else if is_extreme(reader, amount)
        || is_other_time(reader, head.last(), amount)
        || is_left_out(reader, head.last(), amount)
    {
        near().take_while(inside).find(|a| a.of != Of::Nothing).filter(|a| !is_length(reader, a))
    } else if is_level(reader, amount) {
        let next = rest.first().filter(|next| next.tokens.start < amount.tokens.end + 3);
        near().take_while(inside).chain(next).find(|a| is_point(reader, a))
    } else {
        None
    };
    if source.is_none() && is_of_others(reader, amount) {
        amount.of = Of::Things("people".to_owned());
        amount.certainty = Certainty::Likely;
        amount.say("Those who died or were harmed are people");
    }
    if let Some(source) = source {
        let because = format!(
            "What is counted is carried from “{}”",
            reader.text.slice(reader.text.span_of(source.tokens.clone()))
        );
        amount.of = source.of.clone();
        amount.certainty = amount.certainty.max(Certainty::Likely);
        amount.say(because);
    }
}

/// The word `back` tokens before the amount, in lower case.
fn before<'t>(reader: &Reader<'t>, amount: &Amount, back: usize) -> &'t str {
    amount.start().checked_sub(back).map_or("", |i| reader.text.lower(i))
}

/// Whether a stretch of words ends before token `at`.
fn ends(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.text.word(at), "." | "," | ";" | ")" | "" | "?" | "!" | "—" | "–")
}

/// "killed 11.", "injuring 30 in", "three dead", "45 wounded".
fn is_of_people(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let end = amount.tokens.end;
    if amount.low.fract() != 0.0 || amount.low < 0.0 {
        return false;
    }
    let verb = reader.lists.is(Class::Harms, before(reader, amount, 1));
    let closed =
        ends(reader, end) || matches!(text.lower(end), "and" | "in" | "on" | "at" | "including" | "others" | "more");
    verb && closed || reader.lists.is(Class::Harmed, text.lower(end)) && text.word(end + 1) != "-"
}

/// "15 others died", "20 others were injured", "nearly 3,000 died" where nobody has been counted before.
fn is_of_others(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let end = amount.tokens.end;
    let harmed = || (end + 2..end + 5).any(|i| reader.lists.is(Class::Harmed, text.lower(i)));
    text.lower(end) == "others" && (text.lower(end + 1) == "died" || harmed())
        || matches!(text.lower(end), "died" | "drowned" | "perished")
}

/// "a mother of three", "the father of two".
fn is_of_children(reader: &Reader<'_>, amount: &Amount) -> bool {
    let parent = matches!(before(reader, amount, 2), "mother" | "father" | "parent" | "mum" | "mom" | "dad");
    before(reader, amount, 1) == "of" && parent && amount.low.fract() == 0.0 && (1.0..30.0).contains(&amount.low)
}

/// "a player or two", "another pick or two"; "a day or two" is a time.
fn before_or(reader: &Reader<'_>, amount: &Amount) -> Option<String> {
    let text = reader.text;
    let noun = amount.start().checked_sub(2)?;
    let article = matches!(before(reader, amount, 3), "a" | "an" | "another");
    let of_unit = reader.lists.unit_words.at(text, noun).is_some();
    (article && text.lower(noun + 1) == "or" && amount.low == 2.0 && !of_unit).then(|| text.word(noun).to_owned())
}

/// "12 of them", "another 30 were", "the other five", "12 more", "the remaining 6".
fn points_back(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let end = amount.tokens.end;
    if text.lower(end) == "of" {
        return matches!(text.lower(end + 1), "them" | "these" | "those" | "whom" | "which")
            && !text.tokens().get(end + 2).is_some_and(|t| starts_with_capital(text.slice(t.span)));
    }
    let row = matches!(before(reader, amount, 1), "next" | "first" | "last") && before(reader, amount, 2) == "the";
    // "two thirds of the 650 members, or 433, agreed".
    let again = before(reader, amount, 1) == "or" && before(reader, amount, 2) == "," && ends(reader, end);
    let further = row
        || again
        || matches!(before(reader, amount, 1), "another" | "other" | "remaining" | "further" | "additional")
        || matches!(text.lower(end), "fewer" | "more" | "others");
    further && amount.low.fract() == 0.0
}

/// "12 boats, of which 3 sank", "Of the 60 people on board, 12 survived".
fn is_of_whole(reader: &Reader<'_>, sentence: usize, amount: &Amount) -> bool {
    let text = reader.text;
    let relative = before(reader, amount, 2) == "of" && matches!(before(reader, amount, 1), "whom" | "which");
    let opened = text.lower(sentence) == "of" && matches!(text.lower(sentence + 1), "the" | "those" | "its" | "their");
    let verb = text.tokens().get(amount.tokens.end).is_some_and(|t| t.kind == TokenKind::Word);
    relative || opened && verb && before(reader, amount, 1) == "," && amount.low.fract() == 0.0
}

/// "500 cars a day, or 150,000 a year": the same over another time.
fn is_other_rate(left: Option<&Amount>, amount: &Amount) -> bool {
    let Some(left) = left.filter(|left| left.of != Of::Nothing && left.per.is_some()) else { return false };
    amount.per.is_some() && amount.per != left.per && amount.start() < left.tokens.end + 4
}

/// "aged 3 and 7", "children aged 3, 7 and 11".
fn goes_on_ages(reader: &Reader<'_>, left: &Amount, amount: &Amount) -> bool {
    let end = left.tokens.end;
    let linked = matches!(reader.text.lower(end), "and" | "or" | ",") && amount.tokens.start == end + 1;
    let spelled = reader.text.lower(left.tokens.end - 1).starts_with('y');
    let after = reader.text.lower(amount.tokens.end);
    let listed = ends(reader, amount.tokens.end)
        || matches!(after, "and" | "are" | "died" | "from" | "had" | "have" | "in" | "or" | "was" | "were" | "who");
    matches!(left.of, Of::Age(_)) && linked && listed && !spelled && (1.0..=119.0).contains(&amount.low)
}

/// "They held 40 people and 12 were charged", "12 ships sank and 3 had been hit".
fn is_new_subject(reader: &Reader<'_>, amount: &Amount) -> bool {
    let links = matches!(before(reader, amount, 1), "and" | "while" | "but" | ";");
    let verb = matches!(reader.text.lower(amount.tokens.end), "are" | "had" | "have" | "remain" | "remained" | "were");
    links && verb && amount.low.fract() == 0.0 && amount.form != Form::Vague
}

/// "up from 28", "compared with an average of 20 a week", "against 31 a year earlier", "than the 12 in May".
fn compares(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let mut at = amount.start();
    while at > 0
        && matches!(text.lower(at - 1), "a" | "an" | "the" | "of" | "average" | "just" | "only" | "total" | "some")
    {
        at -= 1;
    }
    let word = |back: usize| at.checked_sub(back).map_or("", |i| text.lower(i));
    match word(1) {
        "with" | "to" => matches!(word(2), "compared" | "compares" | "comparing"),
        "from" => matches!(word(2), "up" | "down" | "," | "higher" | "lower"),
        "versus" | "against" | "vs" | "vs." => true,
        _ => false,
    }
}

/// "the lowest is 74.07", "the average was 12".
fn is_extreme(reader: &Reader<'_>, amount: &Amount) -> bool {
    matches!(before(reader, amount, 1), "is" | "was" | "at" | "are" | "were")
        && matches!(before(reader, amount, 2), "highest" | "lowest" | "largest" | "smallest" | "average" | "median")
}

/// "5 million tonnes in 2018 and 6 million in 2019": the same at another time.
fn is_other_time(reader: &Reader<'_>, left: Option<&Amount>, amount: &Amount) -> bool {
    let text = reader.text;
    let Some(left) = left else { return false };
    let mut at = amount.start();
    if matches!(before(reader, amount, 1), "to" | "from" | "by") {
        at -= 1;
    }
    if !at.checked_sub(1).is_some_and(|i| matches!(text.lower(i), "and" | "," | "but" | "then")) {
        return false;
    }
    let starts_time = |i: usize| {
        let i = i + usize::from(matches!(text.lower(i), "in" | "for" | "during" | "on" | "by" | "at"));
        text.tokens().get(i).is_some_and(|t| reader.time_over(t.span).is_some())
    };
    let between = left.tokens.end..at.saturating_sub(1);
    let close = between.len() < 12 && !between.clone().any(|i| matches!(text.word(i), "." | ";" | ")"));
    close && between.rev().take(3).any(starts_time) && starts_time(amount.tokens.end)
}

/// "Labour won twelve seats and the Greens three": a clause whose verb and noun are left out.
fn is_left_out(reader: &Reader<'_>, left: Option<&Amount>, amount: &Amount) -> bool {
    let text = reader.text;
    let Some(left) = left.filter(|left| left.of != Of::Nothing) else { return false };
    let start = amount.start();
    // "Labour on 44%, the Conservatives on 24".
    let on = matches!(before(reader, amount, 1), "on" | "at" | "with");
    let names = left.tokens.end..(start - usize::from(on)).max(left.tokens.end);
    let mut words = names.clone().skip_while(|&i| matches!(text.lower(i), "and" | "," | "while" | "the"));
    let linked = names.start < names.end && matches!(text.lower(names.start), "and" | "," | "while");
    // "and independents two": one plural may stand for a name.
    let group = words.clone().count() == 1 && words.clone().all(|i| is_plural(text.lower(i)));
    let capitals = words.clone().count() > 0 && words.all(|i| starts_with_capital(text.word(i)));
    let digits = text.tokens().get(amount.number.start).is_some_and(|t| t.kind == TokenKind::Number);
    let clear = digits || amount.scale > 1.0 || amount.form == Form::Words;
    linked
        && names.len() <= 5
        && (capitals || group)
        && clear
        && (ends(reader, amount.number.end) || text.lower(amount.number.end) == "and")
}

/// "Labour won 12 seats, the SNP 7 and Greens 3": takes the noun of the amount before for a number that looks like a
/// part of the name it follows; whether it did. A name of the list ("Windows 10") keeps its number.
pub(super) fn tally(reader: &Reader<'_>, left: Option<&Amount>, amount: &mut Amount) -> bool {
    let Some(left) = left.filter(|left| !left.gone && amount.of == Of::Nothing) else { return false };
    let counts = matches!(left.of, Of::Things(_))
        || left.unit(&reader.lists.units).is_some_and(|u| u.kind == FigureKind::Percent);
    let name = amount.start().checked_sub(1).map_or("", |i| reader.text.lower(i));
    let plain =
        matches!(amount.form, Form::Digits | Form::Words) && amount.low.fract() == 0.0 || left.low.fract() != 0.0;
    let aged = matches!(name, "age" | "aged" | "ages");
    if !counts || !plain || aged || reader.lists.is(Class::Name, name) || reader.lists.is(Class::Month, name) {
        return false;
    }
    if reader.lists.is(Class::Label, name) || !is_left_out(reader, Some(left), amount) {
        return false;
    }
    amount.of = left.of.clone();
    amount.certainty = Certainty::Likely;
    amount.say("It goes on the tally that the amount before it begins");
    true
}

/// "costs 2.4 million yen ($22,000), or 2,380,000 ($21,500) in blue": the currency of an earlier amount that is converted
/// into the same one.
fn converted_alike(reader: &Reader<'_>, head: &[Amount], amount: &Amount, rest: &[Amount]) -> Option<Coin> {
    let opens = |left: &Amount, right: &Amount| {
        right.tokens.start == left.tokens.end + 1
            && reader.text.word(left.tokens.end) == "("
            && reader.text.word(right.tokens.end) == ")"
    };
    let money = |a: &Amount| if let Of::Money(coin) = a.of { Some(coin) } else { None };
    let inside = rest.first().filter(|next| opens(amount, next)).and_then(money)?;
    let sentence = reader.sentence_of(amount.tokens.start).start;
    let near = head.windows(2).rev().take(REACH).filter(|two| two[0].tokens.start >= sentence);
    let alike = near.filter(|two| opens(&two[0], &two[1]) && money(&two[1]) == Some(inside));
    alike.filter_map(|two| money(&two[0])).find(|coin| *coin != inside)
}

/// "to close at 7,425.8", "(16,369 up 58 points)": a number that may be the level of an index.
fn is_level(reader: &Reader<'_>, amount: &Amount) -> bool {
    let after = reader.text.lower(amount.tokens.end);
    amount.low >= 100.0
        && amount.scale == 1.0
        && (matches!(before(reader, amount, 1), "to" | "at") || matches!(after, "up" | "down"))
}

fn is_point(reader: &Reader<'_>, amount: &Amount) -> bool {
    amount.unit(&reader.lists.units).is_some_and(|u| u.code == "{point}")
}

fn is_length(reader: &Reader<'_>, amount: &Amount) -> bool {
    !matches!(amount.of, Of::Age(_)) && amount.unit(&reader.lists.units).is_some_and(|u| u.kind == FigureKind::Duration)
}
