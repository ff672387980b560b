//! Months and days of months: "March", "March 5", "5 March 2025", "Dec. 31, 1994", "the 2nd of May".
//!
//! Not the verbs "may" and "march", the adjective "august", nor names of people ("Theresa May", "April Jones"): a month
//! that is also another word needs a number, a preposition or a neighbour that is no name.

use super::calendar::Period;
use super::meaning::When;
use super::voice::Voice;
use super::words::{Scan, Word};
use super::year;
use crate::text::{Token, TokenKind, is_apostrophe};
use jiff::civil::Date;

/// Words before a month that make it one.
const BEFORE_MONTH: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "during",
    "by",
    "through",
    "from",
    "between",
    "early",
    "late",
    "mid",
    "of",
    "for",
    "before",
    "after",
    "last",
    "next",
    "this",
    "every",
    "each",
    "end",
    "past",
    "throughout",
    "around",
    "on",
];
/// The same for May, which is a surname and a verb, too.
const BEFORE_MAY: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "during",
    "early",
    "late",
    "mid",
    "last",
    "next",
    "this",
    "every",
    "through",
    "throughout",
];

/// Words that make the number before them an amount or an hour.
const AFTER_AMOUNT: &[&str] = &[
    "%", "percent", "per", "million", "billion", "years", "people", "days", "months", "weeks", "pm", "am", "p.m.",
    "a.m.",
];

/// A month at token `i`, where it can be no other word.
pub(super) fn month(scan: &Scan<'_>, i: usize) -> Option<i8> {
    let (month, short) = match scan.at(i) {
        Word::Month(m) => (m, false),
        Word::ShortMonth(m) => (m, true),
        _ => return None,
    };
    // "the March on Washington".
    if month == 3 && scan.is(i + 1, &["on"]) && scan.is(i.wrapping_sub(1), &["the", "long"]) {
        return None;
    }
    let next = i + 1 + usize::from(short && scan.is(i + 1, &["."]));
    let numbered = day(scan, next).is_some() || year::year(scan, scan.skip(next, &[",", "of"])).is_some();
    let numbered_before = i > 0 && matches!(scan.before(i), Word::Digits(1..=31, 1 | 2))
        || scan.is(i.wrapping_sub(1), &["st", "nd", "rd", "th"])
        || scan.is(i.wrapping_sub(1), &["of"]) && i > 1 && ordinal_before(scan, i - 1);
    let joined = (scan.dash(i + 1) || scan.is(i + 1, &["/"])) && (scan.glued(i + 1) || !scan.at(i + 2).plain());
    let slashed = scan.is(i + 1, &["/"]) && scan.glued(i + 1) && day(scan, i + 2).is_some();
    // "Windows 12 may come": in a report a small letter makes a verb of it where the clause goes on.
    let verb = month == 5
        && !scan.capital(i)
        && scan.voice == Voice::Report
        && matches!(scan.before(i), Word::Digits(..))
        && scan.at(next) == Word::Other
        && scan.text.tokens().get(next).is_some_and(|t| t.kind == TokenKind::Word);
    if verb {
        return None;
    }
    if numbered || numbered_before || joined && short || slashed && scan.capital(i) {
        let may = month == 5 && !scan.capital(i) && !numbered_before && day(scan, next).is_none();
        if !may {
            return Some(month);
        }
    }
    let before = if i > 0 && !scan.starts_sentence(i) { scan.lower_before(i) } else { "" };
    // "the end of May", "the last week of march", "the three months to May".
    let whole =
        |k: usize| matches!(scan.at(k), Word::Unit(..) | Word::Edge(_) | Word::Weekday(_)) || scan.is(k, &["half"]);
    let lengths = |k: usize| matches!(scan.at(k), Word::Unit(_, true)) || scan.is(k, &["year"]);
    let ends = i >= 2 && (before == "of" && whole(i - 2) || before == "to" && lengths(i - 2));
    if !scan.capital(i) {
        let plain = !short && !matches!(month, 3 | 5 | 8);
        let last = scan.text.tokens().get(i + 1).is_none_or(|t| t.kind == TokenKind::Mark);
        // "from august in 2016", "january to may 2015".
        let second = i >= 2 && before == "to" && matches!(scan.at(i - 2), Word::Month(_) | Word::ShortMonth(_));
        let led = second || matches!(before, "from" | "in" | "since" | "until" | "by");
        let dated = led && year::year(scan, scan.skip(i + 1, &["in"])).is_some();
        return (plain || !short && (before == "in" && last || ends || dated)).then_some(month);
    }
    let list = if month == 5 && !short { BEFORE_MAY } else { BEFORE_MONTH };
    let edge = scan.dash(i.wrapping_sub(1)) && i > 1 && matches!(scan.at(i - 2), Word::Edge(_));
    if list.contains(&before) || matches!(scan.before(i), Word::Edge(_)) || edge {
        return Some(month);
    }
    // The first month of a list or range, and "the end of May".
    let next = scan.at(i + 2);
    let first = (scan.dash(i + 1) || scan.is(i + 1, &["to", "and", "or", "through", "until"]))
        && matches!(next, Word::Month(_) | Word::ShortMonth(_));
    if first || ends {
        return Some(month);
    }
    // A second month of a list or range ("April or May", "between March and May").
    let list = i >= 2
        && matches!(before, "and" | "or" | "to" | "," | "/" | "-" | "–")
        && matches!(scan.at(i - 2), Word::Month(_) | Word::ShortMonth(_));
    if list {
        return Some(month);
    }
    if short || month == 5 {
        let with_year = year::year(scan, i + 1).is_some();
        return with_year.then_some(month);
    }
    let name = |k: usize| scan.capital(k) && scan.at(k).plain() && scan.text.tokens()[k].kind == TokenKind::Word;
    let name_before = i > 0 && !scan.starts_sentence(i) && name(i - 1) && !scan.starts_sentence(i - 1);
    let name_after = i + 1 < scan.len()
        && name(i + 1)
        && !scan.starts_sentence(i + 1)
        && !scan.text.word(i + 1).contains(is_apostrophe);
    (!name_before && !name_after || scan.starts_sentence(i) && !matches!(month, 3..=8)).then_some(month)
}

/// Whether an ordinal ends right before token `i` ("the first of").
fn ordinal_before(scan: &Scan<'_>, i: usize) -> bool {
    matches!(scan.before(i), Word::Ordinal(_)) || scan.is(i - 1, &["st", "nd", "rd", "th"])
}

/// A day of a month at token `i`: the index after it, and the day.
pub(super) fn day(scan: &Scan<'_>, i: usize) -> Option<(usize, i8)> {
    match scan.at(i) {
        Word::Digits(n @ 1..=31, 1 | 2) => {
            let day = i8::try_from(n).ok()?;
            if scan.is(i + 1, &["st", "nd", "rd", "th"]) && scan.glued(i + 1) {
                return Some((i + 2, day));
            }
            let clock = scan.is(i + 1, &[":"]) && scan.glued(i + 1);
            let amount = clock || scan.is(i + 1, AFTER_AMOUNT);
            let letters = scan.glued(i + 1)
                && scan.text.tokens().get(i + 1).is_some_and(|t| t.kind == TokenKind::Word)
                && !scan.text.word(i + 1).starts_with(is_apostrophe);
            (!amount && !letters).then_some((i + 1, day))
        }
        Word::Ordinal(n @ 1..=31) if scan.at(i + 1) != Word::Month(0) => {
            let unit = matches!(scan.at(i + 1), Word::Unit(..) | Word::Weekday(_));
            (!unit).then_some((i + 1, n))
        }
        Word::Number(tens @ (20 | 30)) => {
            let next = i + 1 + usize::from(scan.dash(i + 1));
            let ones = match scan.at(next) {
                Word::Ordinal(n @ 1..=9) => n,
                Word::Number(n @ 1..=9) => i8::try_from(n).ok()?,
                _ => return None,
            };
            let day = i8::try_from(tens).ok()? + ones;
            (day <= 31).then_some((next + 1, day))
        }
        _ => None,
    }
}

/// The year after a month or day at token `i`: ", 2008", "of 2020", "in 2020", "’87".
pub(super) fn year_after(scan: &Scan<'_>, i: usize) -> Option<(usize, i16)> {
    let at = if scan.is(i, &[",", "of", "in"]) { i + 1 } else { i };
    if let Some(year) = year::year_of_month(scan, at) {
        return Some((at + 1, year));
    }
    if let Some((end, year)) = year::spelled(scan, at) {
        return Some((end, year));
    }
    if let (true, Word::Digits(n @ 32..=99, 2)) = (scan.is(i, &["of"]), scan.at(at)) {
        return Some((at + 1, 1900 + n));
    }
    if scan.is(at, &["’", "'"])
        && scan.glued(at + 1)
        && let Word::Digits(n, 2) = scan.at(at + 1)
    {
        return Some((at + 2, if n < 50 { 2000 + n } else { 1900 + n }));
    }
    None
}

/// A date that starts with a month at token `i`.
pub(super) fn month_first(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let month = month(scan, i)?;
    let mut end = i + 1;
    if matches!(scan.at(i), Word::ShortMonth(_)) && scan.is(end, &["."]) && scan.glued(end) && end + 1 < scan.len() {
        end += 1;
    }
    let joined = (scan.dash(end) || scan.is(end, &["/"])) && scan.glued(end) && scan.glued(end + 1);
    if joined && matches!(scan.at(end + 1), Word::Digits(..)) {
        end += 1;
    }
    let abbreviated = end;
    if let Some((after, day)) = day(scan, scan.skip(end, &["the"])) {
        if let Some((after, year)) = year_after(scan, after) {
            return Some((after, When::Fixed(Period::Day(Date::new(year, month, day).ok()?))));
        }
        Date::new(2000, month, day).ok()?;
        return Some((after, When::MonthDay(month, day)));
    }
    if let Some((after, year)) = year_after(scan, end) {
        return Some((after, When::Fixed(Period::Month(year, month))));
    }
    // The dot of an abbreviation that ends here is as well the end of the sentence.
    let end = if abbreviated > i + 1 && scan.is(end - 1, &["."]) { end - 1 } else { i + 1 };
    Some((end, When::Month(month)))
}

/// "Dec31", "mar3": a month and its day in one word.
pub(super) fn glued(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let word = scan.lower(i);
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let day: i8 = word.strip_prefix(letters)?.parse().ok()?;
    let month = scan.lists.short_month(letters)?;
    let end = i + 1;
    if let Some((after, year)) = year_after(scan, end) {
        return Some((after, When::Fixed(Period::Day(Date::new(year, month, day).ok()?))));
    }
    Date::new(2000, month, day).ok().map(|_| (end, When::MonthDay(month, day)))
}

/// A date that starts with the day: "5 March 2025", "the 2nd of May".
pub(super) fn day_first(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    if i > 0 && scan.is(i - 1, &["$", "€", "£", "¥"]) {
        return None;
    }
    let (mut end, day) = day(scan, i)?;
    if let Some(month) = month_of_list(scan, i, end) {
        return Date::new(2000, month, day).ok().map(|_| (end, When::MonthDay(month, day)));
    }
    let joined = scan.dash(end) && scan.glued(end) && matches!(scan.at(end + 1), Word::Month(_) | Word::ShortMonth(_));
    end += usize::from(joined || scan.is(end, &["of"]));
    let month = month(scan, end)?;
    let mut after = end + 1;
    if matches!(scan.at(end), Word::ShortMonth(_)) && scan.is(after, &["."]) && year_after(scan, after + 1).is_some() {
        after += 1;
    }
    if scan.dash(after) && scan.glued(after) && matches!(scan.at(after + 1), Word::Digits(_, 4)) {
        after += 1;
    }
    if let Some((after, year)) = year_after(scan, after) {
        return Some((after, When::Fixed(Period::Day(Date::new(year, month, day).ok()?))));
    }
    Date::new(2000, month, day).ok()?;
    Some((end + 1, When::MonthDay(month, day)))
}

/// The month of one of two days: the first of "on the 3rd and 4th of July", "on 3 or 4 July", the second of "July 3 and
/// 4". "July 3 and 4 people" counts people.
fn month_of_list(scan: &Scan<'_>, i: usize, end: usize) -> Option<i8> {
    let the = i > 0 && scan.is(i - 1, &["the"]);
    let led = the || scan.is(i.wrapping_sub(1), &["on", "for"]);
    if led && scan.is(end, &["and", "or"]) {
        let (after, _) = day(scan, scan.skip(end + 1, &["the"]))?;
        return month(scan, scan.skip(after, &["of"]));
    }
    let first = i.checked_sub(3)?;
    let listed = scan.is(i - 1, &["and", "or"])
        && matches!((scan.at(i), scan.at(i - 2)), (Word::Digits(..), Word::Digits(1..=31, 1 | 2)));
    let closes = scan.text.tokens().get(end).is_none_or(|t| t.kind == TokenKind::Mark && t.span.len() == 1);
    (listed && closes && !scan.is(end, &["%", "-", "/", "$"])).then(|| month(scan, first))?
}

/// "on the 29th", "starting on 29th", "the 17 from 2pm": a day of a month that only the calendar knows.
pub(super) fn day_alone(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let (end, day) = day(scan, i)?;
    let the = scan.is(i.wrapping_sub(1), &["the"]);
    let before = i.wrapping_sub(1 + usize::from(the));
    const BEFORE: &[&str] = &["on", "by", "until", "till", "since", "before", "after", "from", "to", "for", "of"];
    let ranked = end > i + 1 || matches!(scan.at(i), Word::Ordinal(_));
    let hour = || scan.voice != Voice::Report && super::clock::hour(scan, end + 1).is_some();
    let clock = scan.is(end, &["at", "from"]) && (super::clock::clock(scan, end + 1).is_some() || hour());
    // A dash with space around it closes; one that joins does not ("on the 5th-floor").
    let closing = |t: &Token| t.kind == TokenKind::Mark && t.space_before == scan.dash(end);
    let closes = scan.text.tokens().get(end).is_none_or(closing) && !scan.is(end, &["%", "/"]);
    let told = if ranked { closes || clock } else { the && clock };
    (told && scan.is(before, BEFORE) && (the || scan.is(before, &["on"]))).then_some((end, When::DayOf(day)))
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_undated};

    #[test]
    fn days_and_months_in_full() {
        check("on March 5, 2008 and 5 March 2009", "March 5, 2008 = 2008-03-05; 5 March 2009 = 2009-03-05");
        check("A ban from 1 January 2027 applies.", "1 January 2027 = 2027-01-01");
        check("the 2nd of May 2020", "2nd of May 2020 = 2020-05-02");
        check("Dec. 31, 1994; in October 1997", "Dec. 31, 1994 = 1994-12-31; October 1997 = 1997-10");
        check_undated("He ruled since April 3, 2001.", "April 3, 2001 = 2001-04-03");
    }

    #[test]
    fn months_without_a_year() {
        check("A truce in May failed.", "May = 2025-05");
        check("He invited her to visit China in April.", "April = 2026-04");
        check("The vote will be held in November.", "November = 2025-11");
        check("Duties doubled on June 4.", "June 4 = 2025-06-04");
        check("Sales fell in January; wheat for December delivery fell.", "January = 2025-01; December = 2025-12");
        check_undated("A truce in May failed on June 4.", "May = ?; June 4 = ?");
        check("Prices rose in the three months to May.", "three months = P3M; May = 2025-05");
        check(
            "sales from august in 2016, in the last week of march, from january to may 2015",
            "august in 2016 = 2016-08; last week of march = 2026-W13; january to may 2015 = 2015-01/2015-05",
        );
    }

    #[test]
    fn words_that_are_no_months() {
        check("You may go. They march on. The March on Rome. Theresa May spoke, and so did April Jones.", "");
        check("May we march? An august body, said Ms. May.", "");
        check("She met January Jones and August Wilson.", "");
    }
}
