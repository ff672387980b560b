//! Bounds as the text words them: "at least", "up to", "nearly", "more than"; after the number "or more", "-odd", "plus".
//!
//! "over two years" is a stretch of time and no bound, unless a word before it asks for a length ("for over two years").
//! "only 8.3m tonnes" is exact.

use super::amount::{Amount, Of};
use super::words::Class;
use super::{Reader, rate};
use crate::record::{Bound, FigureKind};

/// Finds the bound before the amount.
pub(super) fn before(reader: &Reader<'_>, amount: &mut Amount) {
    let text = reader.text;
    if amount.bound.is_some() {
        return;
    }
    let mut end = amount.tokens.start;
    if text.lower(end + 1) == "couple" && amount.number.start == end {
        amount.bound = Some((Bound::About, end));
        amount.say("“A couple of” is two or a few");
        return;
    }
    // "sub-7 nanometre".
    if end >= 2 && text.lower(end - 2) == "sub" && text.word(end - 1) == "-" {
        amount.bound = Some((Bound::LessThan, end - 2));
        amount.say("“sub-” before the number bounds it from above");
        return;
    }
    let found = loop {
        if let Some(found) = reader.lists.bounds_before.before(text, end) {
            break found;
        }
        let filler = end.checked_sub(1).filter(|&i| reader.lists.is(Class::Filler, text.lower(i)));
        match filler {
            Some(i) if amount.tokens.start - i <= 2 => end = i,
            _ => return,
        }
    };
    let (bound, first) = found;
    let word = text.lower(first);
    let duration = amount.unit(&reader.lists.units).is_some_and(|u| u.kind == FigureKind::Duration);
    let previous = if first > 0 { text.lower(first - 1) } else { "" };
    if duration
        && matches!(word, "over" | "under")
        && !matches!(amount.of, Of::Age(_))
        && !reader.lists.is(Class::AsksLength, previous)
    {
        return;
    }
    if is_other_word(reader, amount, first, end) {
        return;
    }
    let capped = matches!(bound, Bound::MoreThan) && word == "more" && is_forbidden(reader, first);
    let bound = if capped { Bound::AtMost } else { bound };
    let mut start = first;
    while start > 0 && reader.lists.is(Class::Shade, text.lower(start - 1)) && text.lower(start - 1) != "a" {
        start -= 1;
    }
    if start > 1 && text.lower(start) == "little" && text.lower(start - 1) == "a" {
        start -= 1;
    }
    amount.bound = Some((bound, start));
    amount.say(format!("“{}” before the number {}", text.slice(text.span_of(start..end)), says(bound)));
}

fn says(bound: Bound) -> &'static str {
    match bound {
        Bound::About => "makes it approximate",
        Bound::AtLeast | Bound::MoreThan => "bounds it from below",
        Bound::AtMost | Bound::LessThan => "bounds it from above",
        Bound::Exact | Bound::Range => "gives it exactly",
    }
}

/// "can't make up more than 30%": whether a modal verb before "more than" forbids it.
fn is_forbidden(reader: &Reader<'_>, first: usize) -> bool {
    let text = reader.text;
    let near = reader.sentence_of(first).start.max(first.saturating_sub(8))..first;
    let mut clause = near.rev().take_while(|&i| !matches!(text.lower(i), "," | ";" | "and" | "but" | "that"));
    clause.any(|i| {
        let modal = |i: usize| matches!(text.lower(i), "can" | "ca" | "may" | "must" | "should" | "could");
        text.lower(i) == "cannot"
            || matches!(text.lower(i), "not" | "n't" | "n’t" | "never") && i.checked_sub(1).is_some_and(modal)
    })
}

/// Whether a bound's words mean something else here.
fn is_other_word(reader: &Reader<'_>, amount: &Amount, first: usize, end: usize) -> bool {
    let text = reader.text;
    let previous = if first > 0 { text.lower(first - 1) } else { "" };
    match text.lower(first) {
        // "or about", "talked about 12 ships": the topic, which words alone do not tell from an estimate.
        "over" => matches!(previous, "took" | "won" | "victory" | "turned" | "presided" | "lead" | "hand" | "handed"),
        "above" | "below" => matches!(previous, "the" | "degrees"),
        // "a five-under 67" is a score of golf.
        "under" => matches!(previous, "section" | "held" | "came" | "-"),
        "some" => end == first + 1 && amount.low < 3.0 && amount.form == crate::text::number::Form::Words,
        // "goes up to 76%" reaches it.
        "up" => matches!(previous, "go" | "goes" | "went" | "gone" | "going" | "put" | "moved" | "moves" | "moving"),
        // "40% less than the $1,000 rival", "5 points more than the 30 of last year".
        "less" | "more" | "fewer" | "higher" | "lower" => {
            matches!(text.lower(end), "the" | "its" | "their")
                && first > 0
                && (reader.in_number(first - 1) || matches!(previous, "%" | "percent" | "cent" | "points" | "times"))
        }
        // "asked about the five ships", "around the 12 teams"; but "around the $50 mark".
        "about" | "around" if matches!(text.lower(first + 1), "the" | "its" | "their") => {
            !matches!(text.lower(amount.tokens.end), "mark" | "level" | "range")
        }
        "around" => matches!(previous, "turned" | "turn"),
        "about" => reader.lists.is(Class::Topic, previous),
        "minimum" | "maximum" => end == first + 1 && previous != "a" && amount.of == Of::Nothing,
        _ => false,
    }
}

/// Takes a bound right after the number into it: "200+ jobs", "300-odd ships", "50 or more crews".
pub(super) fn after_number(reader: &Reader<'_>, amount: &mut Amount) {
    let end = amount.number.end;
    if reader.text.lower(end) != "at" {
        after_tokens(reader, amount, end);
        amount.number.end = amount.tokens.end.max(end);
    }
}

/// Finds the bound after all that belongs to the amount: "20 percent or more".
pub(super) fn after(reader: &Reader<'_>, amount: &mut Amount) {
    after_tokens(reader, amount, amount.tokens.end);
}

fn after_tokens(reader: &Reader<'_>, amount: &mut Amount, end: usize) {
    let text = reader.text;
    if amount.bound.is_some() {
        return;
    }
    let hyphen = usize::from(text.word(end) == "-" && !reader.space_before(end));
    let Some((bound, next)) = reader.lists.bounds_after.at(text, end + hyphen) else { return };
    let word = text.lower(end + hyphen);
    let glued = !reader.space_before(end + hyphen);
    let loose = matches!(word, "plus" | "+" | "odd" | "tops" | "max" | "min");
    let number_next = text.tokens().get(next).is_some_and(|t| t.kind == crate::text::TokenKind::Number);
    // "above a quarter and below a half": the bound belongs to the number after it.
    let of_next = reader.in_number(next) && !loose;
    if loose && (!glued || number_next) || of_next {
        return;
    }
    amount.tokens.end = next;
    amount.bound = Some((bound, amount.tokens.start));
    let words = text.slice(text.span_of(end + hyphen..next));
    amount.say(format!("“{words}” after the number {}", says(bound)));
}

/// "more than 7.5 million crowns (US$1.1 million)": what is converted in brackets has the bound of its original.
pub(super) fn carry_into_brackets(reader: &Reader<'_>, amounts: &mut [Amount], i: usize) {
    let Some([left, right]) = amounts.get_mut(i..i + 2) else { return };
    let same = match (&left.of, &right.of) {
        (Of::Money(a), Of::Money(b)) => a.row != b.row,
        (Of::Unit(a), Of::Unit(b)) => {
            let kind = |u: usize| reader.lists.units[u].kind;
            a != b && kind(*a) == FigureKind::Quantity && kind(*b) == FigureKind::Quantity
        }
        _ => false,
    };
    let opens = right.tokens.start == left.tokens.end + 1 && reader.text.word(left.tokens.end) == "(";
    let closes = reader.text.word(right.tokens.end) == ")";
    if same && opens && closes && left.per.is_none() && right.per.is_none() {
        // "C$6 (US$4.46) per share": the rate after the bracket is that of both.
        let end = right.tokens.end;
        right.tokens.end += 1;
        rate::after(reader, right);
        if right.per.is_none() {
            right.tokens.end = end;
        }
        left.per.clone_from(&right.per);
    }
    if same
        && opens
        && closes
        && right.bound.is_none()
        && let Some((bound, _)) = left.bound
    {
        right.bound = Some((bound, right.tokens.start));
        right.say("It converts the amount before the bracket and has its bound");
    }
}
