//! Numbers that are no amounts: years and dates, parts of names, labels, scores, telephone numbers, "one of".
//!
//! Left alone: "Air Force One", "787 Dreamliner", "S&P 500", "Section 232", "G20", "5G", "COVID-19", "2-1", "555-0199",
//! "24/7", "1. Introduction", "in 2019", "no one", "cut in half". A listed unit or a currency makes almost any number a
//! figure all the same ("Brent 3 percent lower").

use super::Reader;
use super::amount::{Amount, Of};
use crate::record::{FigureKind, TimeKind};
use crate::text::number::Form;
use crate::text::{TokenKind, is_apostrophe};

/// Words before a number that make it a label.
const LABELS: &[&str] = &[
    "act",
    "amendment",
    "article",
    "articles",
    "block",
    "building",
    "case",
    "category",
    "channel",
    "chapter",
    "class",
    "clause",
    "day",
    "district",
    "division",
    "episode",
    "exhibit",
    "exit",
    "figure",
    "flight",
    "form",
    "game",
    "gate",
    "grade",
    "highway",
    "interstate",
    "item",
    "lap",
    "level",
    "line",
    "lot",
    "match",
    "model",
    "no",
    "no.",
    "nos",
    "number",
    "page",
    "pages",
    "paragraph",
    "part",
    "phase",
    "pier",
    "platform",
    "precinct",
    "proposition",
    "resolution",
    "room",
    "route",
    "rule",
    "runway",
    "season",
    "section",
    "sections",
    "sector",
    "stage",
    "step",
    "table",
    "terminal",
    "tier",
    "title",
    "track",
    "type",
    "unit",
    "version",
    "volume",
    "ward",
    "week",
    "zone",
];
/// Names that a number follows as part of them, wherever they stand.
const NAMES: &[&str] = &[
    "airbus",
    "apollo",
    "artemis",
    "boeing",
    "covid",
    "forbes",
    "formula",
    "fortune",
    "galaxy",
    "ipad",
    "iphone",
    "pixel",
    "playstation",
    "russell",
    "soyuz",
    "starship",
    "stoxx",
    "windows",
    "xbox",
];
const MONTHS: &[&str] = &[
    "april",
    "apr",
    "august",
    "aug",
    "december",
    "dec",
    "february",
    "feb",
    "january",
    "jan",
    "july",
    "jul",
    "june",
    "jun",
    "march",
    "mar",
    "may",
    "november",
    "nov",
    "october",
    "oct",
    "september",
    "sep",
    "sept",
];
/// Nouns after "one" that make it a manner of speaking.
const ONE_IDIOMS: &[&str] =
    &["another", "day", "example", "hand", "kind", "moment", "point", "side", "sort", "thing", "time", "way"];

/// Whether the number is no amount, before ranges are joined.
pub(super) fn is_none(reader: &Reader<'_>, amount: &Amount) -> bool {
    if in_time(reader, amount) || is_fallen_apart(reader, amount) {
        return true;
    }
    match amount.of {
        Of::Unit(unit) => {
            let duration = reader.lists.units[unit].kind == FigureKind::Duration;
            duration && (reader.text.lower(amount.tokens.end) == "ago" || is_once(reader, amount))
        }
        Of::Money(_) | Of::Age(_) | Of::Ratio | Of::Rank => false,
        Of::Nothing | Of::Things(_) => {
            is_glued(reader, amount)
                || is_label(reader, amount)
                || is_name(reader, amount)
                || is_year(reader, amount)
                || is_word(reader, amount)
                || is_clock(reader, amount)
        }
    }
}

/// "at one minute to midnight", "one day he left": no length of time.
fn is_once(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let before = amount.number.start.checked_sub(1).map_or("", |i| text.lower(i));
    text.lower(amount.number.start) == "one"
        && text.lower(amount.number.end) == "day"
        && !matches!(before, "in" | "within" | "than" | "for" | "only" | "just" | "least" | "about" | "over")
}

/// Whether the number is part of a date or a time of day. A length of time stays a figure beside the time.
fn in_time(reader: &Reader<'_>, amount: &Amount) -> bool {
    let span = reader.text.span_of(amount.number.clone());
    let Some(time) = reader.time_over(span) else { return false };
    let of_time = amount.unit(&reader.lists.units).is_some_and(|u| u.kind == FigureKind::Duration);
    match time.kind {
        TimeKind::Date | TimeKind::Time => !of_time,
        TimeKind::Set => matches!(amount.of, Of::Nothing),
        TimeKind::Duration => matches!(amount.of, Of::Nothing) && !reader.text.slice(time.span).contains(['-', '–']),
    }
}

/// "1:36.6", "192/168": marks that make more of the number than an amount.
fn is_fallen_apart(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    let number = |i: usize| text.tokens().get(i).is_some_and(|t| t.kind == TokenKind::Number);
    let colon_after =
        text.word(end) == ":" && !reader.space_before(end) && !reader.space_before(end + 1) && number(end + 1);
    let colon_before = start > 1 && text.word(start - 1) == ":" && !reader.space_before(start) && number(start - 2);
    colon_after || colon_before
}

/// Letters, hyphens and slashes that touch the number: "5G", "TA-25", "1990s", "24/7", "#7", "'90".
fn is_glued(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    let bare = amount.of == Of::Nothing;
    if amount.form == Form::Digits && text.word(start).len() > 1 && text.word(start).starts_with('0') {
        return !text.word(start).contains('.');
    }
    if start > 0 && !reader.space_before(start) && !matches!(text.word(start), "-" | "−" | ".") {
        let mark = text.word(start - 1);
        let behind = start.checked_sub(2).and_then(|i| text.tokens().get(i));
        let word_behind = behind.is_some_and(|t| t.kind == TokenKind::Word);
        let joined = !reader.space_before(start - 1);
        let prefix = word_behind && joined && matches!(mark, "-" | "/" | "." | "–") && text.lower(start - 2) != "sub";
        let capital_prefix = prefix && text.word(start - 2).chars().any(char::is_uppercase);
        if capital_prefix && mark != "–" || prefix && bare || matches!(mark, "#" | "@" | "_" | "§") {
            return true;
        }
        if text.tokens()[start - 1].kind == TokenKind::Word
            || (mark == "/" && bare)
            || mark.starts_with(is_apostrophe) && bare
        {
            return true;
        }
    }
    if !reader.space_before(end) && amount.tokens.end == end {
        let after = text.tokens().get(end);
        let word = after.is_some_and(|t| t.kind == TokenKind::Word);
        let slash = text.word(end) == "/";
        return word || slash && bare;
    }
    // "5G networks": letters that touch the digits are no unit of the list.
    amount.form == Form::Digits
        && !reader.space_before(end)
        && text.tokens().get(end).is_some_and(|t| t.kind == TokenKind::Word)
}

/// "Section 232", "No. 10", "1. Introduction".
fn is_label(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    let token = text.tokens()[start];
    let more_on_line = text.tokens().get(end + 1).is_some_and(|t| !t.line_start);
    let plain = amount.form == Form::Digits && amount.scale == 1.0;
    if token.line_start && plain && more_on_line && matches!(text.word(end), "." | ")") && reader.space_before(end + 1)
    {
        return true;
    }
    let Some(before) = start.checked_sub(1) else { return false };
    if text.word(before) == "."
        && before > 0
        && matches!(text.lower(before - 1), "no" | "nos" | "vol" | "p" | "pp" | "fig")
    {
        return true;
    }
    let label = text.lower(before);
    if !LABELS.contains(&label) || amount.scale > 1.0 {
        return false;
    }
    let capital = starts_with_capital(text.word(before)) && before != reader.sentence_of(before).start;
    // "no 5", but "no one" and "no two" are words; "the number 10"; "day three".
    amount.of == Of::Nothing || capital || NAMES.contains(&label)
}

/// "Boeing 737 Max", "S&P 500", "787 Dreamliner", "Air Force One", "Group of Seven".
fn is_name(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    let digits = text.word(start).bytes().all(|b| b.is_ascii_digit()) && amount.number.len() == 1;
    let first_of_sentence = |i: usize| reader.opens_sentence(i);
    let bare = amount.of == Of::Nothing;
    if let Some(before) = start.checked_sub(1) {
        let word = text.word(before);
        let is_word = text.tokens()[before].kind == TokenKind::Word;
        if digits && NAMES.contains(&text.lower(before)) {
            return true;
        }
        let shouting =
            word.chars().filter(|c| c.is_alphabetic()).count() > 1 && word.chars().all(|c| !c.is_lowercase());
        let capital = is_word && starts_with_capital(word) && (!first_of_sentence(before) || shouting);
        if digits && capital && !reader.is_title(start) {
            let phrase_capital = starts_with_capital(text.word(end)) && reader.space_before(end);
            return bare || phrase_capital;
        }
        let spelled = amount.form == Form::Words && starts_with_capital(text.word(start));
        if spelled && !first_of_sentence(start) && !reader.is_title(start) {
            return true;
        }
    }
    // "787 Dreamliner", "911 Turbo".
    let next = text.word(end);
    let named =
        bare && digits && text.word(start).len() >= 3 && starts_with_capital(next) && !reader.opens_sentence(end);
    named && !super::count::is_plural(text.lower(end)) && !reader.is_title(start)
}

/// "in 2019", "the 2016 elections".
fn is_year(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let start = amount.number.start;
    let word = text.word(start);
    let four = amount.number.len() == 1 && word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    if !four || !(1400.0..2100.0).contains(&amount.low) {
        return false;
    }
    let before = start.checked_sub(1).map_or("", |i| text.lower(i));
    if amount.of == Of::Nothing {
        let bounded =
            matches!(before, "about" | "than" | "over" | "least" | "nearly" | "almost" | "to" | "exactly" | "only");
        return !bounded && (1800.0..2100.0).contains(&amount.low) || matches!(before, "in" | "since" | "by" | "until");
    }
    let points = matches!(
        before,
        "a" | "after"
            | "and"
            | "before"
            | "by"
            | "during"
            | "early"
            | "for"
            | "from"
            | "her"
            | "his"
            | "in"
            | "its"
            | "late"
            | "mid"
            | "of"
            | "our"
            | "since"
            | "the"
            | "their"
            | "this"
            | "through"
            | "to"
            | "until"
            | "s"
            | "’s"
            | "'s"
    );
    let plural = text.lower(amount.tokens.end.saturating_sub(1));
    (1800.0..2100.0).contains(&amount.low) && (points || !super::count::is_plural(plural))
}

/// "one" as a pronoun, "zero tolerance", "cut in half".
fn is_word(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    let before = start.checked_sub(1).map_or("", |i| text.lower(i));
    let after = text.lower(end);
    let things = matches!(amount.of, Of::Things(_));
    if amount.form == Form::Fraction && amount.low == 0.5 && text.lower(end - 1) == "half" {
        let whole = matches!(
            after,
            "of" | "the" | "its" | "their" | "his" | "her" | "our" | "all" | "as" | "that" | "those" | "a"
        ) || matches!(text.word(end), "." | "," | ";" | ")");
        return before == "in" || !whole && !things && amount.number.len() == 1;
    }
    if amount.form != Form::Words || amount.number.len() != 1 {
        return false;
    }
    match text.lower(start) {
        "one" if things => {
            let pointed =
                matches!(before, "the" | "this" | "that" | "no" | "any" | "every" | "each" | "which" | "another");
            text.word(end) == "-" || after == "of" || pointed || ONE_IDIOMS.contains(&after)
        }
        "zero" | "nil" => {
            !things
                && !text.word(end).is_empty()
                && !matches!(text.word(end), "." | ",")
                && !matches!(before, "to" | "at" | "is")
        }
        "second" => true,
        _ => false,
    }
}

/// "at 5 p.m.", "9.30am", "March 4", "4 March" where no time was read.
fn is_clock(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    let (start, end) = (amount.number.start, amount.number.end);
    let before = start.checked_sub(1).map_or("", |i| text.lower(i));
    if matches!(text.lower(end), "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m" | "gmt" | "o’clock" | "o'clock") {
        return true;
    }
    let day = (1.0..=31.0).contains(&amount.low) && amount.low.fract() == 0.0;
    let month_after = MONTHS.contains(&text.lower(end)) && starts_with_capital(text.word(end));
    day && (month_after || MONTHS.contains(&before) && start > 0 && starts_with_capital(text.word(start - 1)))
}

/// Whether a number that nothing was joined to is no amount after all.
pub(super) fn is_left_over(reader: &Reader<'_>, amount: &Amount) -> bool {
    is_pronoun(reader, amount) || is_chained(reader, amount)
}

/// Whether "one" is left alone, and so is a pronoun.
fn is_pronoun(reader: &Reader<'_>, amount: &Amount) -> bool {
    amount.of == Of::Nothing && amount.number.len() == 1 && reader.text.lower(amount.number.start) == "one"
}

/// Whether a number left alone after joining touches another by a dash: a score, a season, a telephone number.
fn is_chained(reader: &Reader<'_>, amount: &Amount) -> bool {
    if !matches!(amount.of, Of::Nothing) || amount.is_range() {
        return false;
    }
    let text = reader.text;
    let number = |i: usize| text.tokens().get(i).is_some_and(|t| t.kind == TokenKind::Number);
    let dash = |i: usize| matches!(text.word(i), "-" | "–" | "‑");
    let (start, end) = (amount.number.start, amount.number.end);
    let after = dash(end) && number(end + 1) && !reader.space_before(end + 1);
    let before = start > 1 && (dash(start - 1) && number(start - 2) || dash(start) && number(start - 1));
    after || before
}

fn starts_with_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
