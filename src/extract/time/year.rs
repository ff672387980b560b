//! Years, decades and centuries: "2008", "2008/09", "the 1990s", "the ’90s", "the 20th century", "fiscal 2025", "FY25".
//!
//! A bare number of four digits is a year where it could not be a count: "in 2000", "the 2012 Games", "(2018)", but not
//! "2000 people", "about 1900", "$2008", "flight 1549".

use super::calendar::{Period, Unit};
use super::lists::YearHint;
use super::words::{Scan, Word};
use crate::text::{TokenKind, is_apostrophe};

/// The years that a bare number can mean.
const PLAUSIBLE: std::ops::RangeInclusive<i16> = 1600..=2150;

/// A year of four digits at token `i` that stands where a year can stand.
pub(super) fn year(scan: &Scan<'_>, i: usize) -> Option<i16> {
    read(scan, i, false)
}

/// A year right after a month, where no count is to be expected: "1 January 2027 applies".
pub(super) fn year_of_month(scan: &Scan<'_>, i: usize) -> Option<i16> {
    read(scan, i, true)
}

fn read(scan: &Scan<'_>, i: usize, after_month: bool) -> Option<i16> {
    let Word::Digits(year, 4) = scan.at(i) else { return None };
    if !PLAUSIBLE.contains(&year) && !is_early(scan, i, year) {
        return None;
    }
    let glued = |k: usize| scan.glued(k) && k < scan.len();
    let after = scan.lower(i + 1);
    if glued(i + 1) && matches!(after, "%" | "°" | "/" | ":" | "+" | "€" | "£") && !fraction_of_year(scan, i) {
        return None;
    }
    if i > 0 && glued(i) && !may_touch(scan, i) {
        return None;
    }
    if glued(i + 1)
        && part_code(after, year).is_none()
        && scan.text.tokens().get(i + 1).is_some_and(|t| t.kind == TokenKind::Word)
        && !after.starts_with(is_apostrophe)
    {
        return None;
    }
    let before = scan.lower_before(i);
    let later = before == "than" && scan.is(i.wrapping_sub(2), &["later", "earlier"]);
    let hint = if later { Some(YearHint::Year) } else { scan.lists.year_after(before) };
    let unit = matches!(scan.at(i + 1), Word::Unit(..)) && !scan.is(i + 2, &["end"])
        || scan.is(i + 1, &["or"]) && scan.is(i + 2, &["more", "so", "fewer", "less"])
        || chained(scan, i)
        || hyphened(scan, i + 1);
    if hint == Some(YearHint::Count) || unit || scan.lists.year_before(after) == Some(YearHint::Count) {
        return None;
    }
    if after_month || hint == Some(YearHint::Year) {
        return Some(year);
    }
    let word = scan.text.word(i + 1);
    let plural = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && word.chars().all(char::is_lowercase)
        && scan.lists.year_before(word).is_none();
    let rare = !(1900..=2099).contains(&year);
    let guarded = matches!(before, "of" | "from" | "to" | "(" | "," | "and" | "before" | "after" | "between" | "for");
    (!plural && (!rare || guarded)).then_some(year)
}

/// "in 1066", "since 1492,": before printing a number is a year only after a word that leads to one and before no noun.
fn is_early(scan: &Scan<'_>, i: usize, year: i16) -> bool {
    let led = scan.is(i.wrapping_sub(1), &["in", "since", "from", "until", "by"])
        || matches!(scan.before(i), Word::Month(_)) && scan.capital(i - 1);
    let mark =
        scan.text.tokens().get(i + 1).is_none_or(|t| {
            t.kind == TokenKind::Mark && !scan.is(i + 1, &["-", "–", "/", "%", "°", "$", "€", "£", ":"])
        });
    let free = mark || scan.is(i + 1, &["and", "when", "after", "as", "by", "but", "the", "to", "was", "were", "with"]);
    (1000..1600).contains(&year) && led && free && !(scan.is(i - 1, &["from", "by"]) && scan.is(i + 1, &["to", "and"]))
}

/// A year in words at token `i`: "two thousand and twenty", "nineteen seventy two"; the index after it, and the year.
pub(super) fn spelled(scan: &Scan<'_>, i: usize) -> Option<(usize, i16)> {
    let Word::Number(first) = scan.at(i) else { return None };
    if first == 2 && scan.is(i + 1, &["thousand"]) {
        let at = scan.skip(i + 2, &["and"]);
        let (end, rest) = below_hundred(scan, at).unwrap_or((i + 2, 0));
        return Some((end, 2000 + rest));
    }
    if !(16..=20).contains(&first) {
        return None;
    }
    let (end, rest) = below_hundred(scan, i + 1).filter(|(_, rest)| *rest >= 10)?;
    Some((end, first * 100 + rest))
}

/// "seventy two", "nineteen".
fn below_hundred(scan: &Scan<'_>, i: usize) -> Option<(usize, i16)> {
    let Word::Number(n @ 1..=90) = scan.at(i) else { return None };
    if n < 20 {
        return (!scan.is(i, &["dozen"])).then_some((i + 1, n));
    }
    let next = i + 1 + usize::from(scan.dash(i + 1) && scan.glued(i + 1));
    match scan.at(next) {
        Word::Number(ones @ 1..=9) => Some((next + 1, n + ones)),
        _ => Some((i + 1, n)),
    }
}

/// Whether a hyphen and a word follow that make the number before them a measure ("2000-strong", not "2008-built").
fn hyphened(scan: &Scan<'_>, i: usize) -> bool {
    let joint = scan.is(i, &["-"]) && scan.glued(i) && scan.glued(i + 1);
    let word = scan.text.word(i + 1);
    joint && word.starts_with(char::is_lowercase) && scan.lists.year_before(word) != Some(YearHint::Year)
}

/// Whether a number is one of three or more that hyphens join, as in telephone numbers.
fn chained(scan: &Scan<'_>, i: usize) -> bool {
    let joint = |k: usize| scan.is(k, &["-", "–"]) && scan.glued(k) && scan.glued(k + 1);
    let number = |k: usize| matches!(scan.at(k), Word::Digits(..) | Word::Amount);
    let left = i >= 2 && joint(i - 1) && number(i - 2);
    let right = joint(i + 1) && number(i + 2);
    left && right || left && i >= 4 && joint(i - 3) && number(i - 4) || right && joint(i + 3) && number(i + 4)
}

/// "2024/25".
fn fraction_of_year(scan: &Scan<'_>, i: usize) -> bool {
    scan.is(i + 1, &["/"]) && matches!(scan.at(i + 2), Word::Digits(_, 2 | 4))
}

/// Whether the mark that a year touches on its left leaves it a year.
fn may_touch(scan: &Scan<'_>, i: usize) -> bool {
    match scan.lower(i - 1) {
        "(" | "[" | "“" | "\"" | "‘" | "'" | "," | "=" | "~" | ";" | "’" | "." => true,
        "/" => matches!(scan.before(i - 1), Word::Digits(..) | Word::Month(_) | Word::ShortMonth(_)),
        "-" | "–" | "—" => {
            i >= 2
                && (!scan.glued(i - 1)
                    || matches!(
                        scan.at(i - 2),
                        Word::Digits(_, 4) | Word::Month(_) | Word::ShortMonth(_) | Word::Edge(_)
                    )
                    || scan.is(i - 2, &["pre", "post"])
                    || part_code(scan.lower(i - 2), 0).is_some())
        }
        _ => false,
    }
}

/// A year, two-digit year after an apostrophe, decade, century or fiscal year at token `i`.
pub(super) fn period(scan: &Scan<'_>, i: usize) -> Option<(usize, Period)> {
    if let Word::Number(_) = scan.at(i) {
        let closes = |end: usize| scan.text.tokens().get(end).is_none_or(|t| t.kind == TokenKind::Mark);
        let (end, year) = spelled(scan, i).filter(|(end, _)| closes(*end))?;
        return Some((end, Period::Year(year)));
    }
    if let Word::Digits(n @ 1.., _) = scan.at(i)
        && (scan.is(i + 1, &["a.d.", "a.d"]) || scan.is(i + 1, &["ad"]) && scan.text.word(i + 1) == "AD")
        && !scan.glued(i + 1)
    {
        return Some((i + 2, Period::Year(n)));
    }
    // "in 44 BC": the year before 1 is 0.
    if let Word::Digits(n @ 1.., _) = scan.at(i)
        && (scan.is(i + 1, &["b.c.", "b.c"]) || matches!(scan.text.word(i + 1), "BC" | "BCE"))
        && !scan.glued(i + 1)
    {
        return Some((i + 2, Period::Year(1 - n)));
    }
    if let Some((end, period)) = glued(scan, i) {
        return Some((end, period));
    }
    if let Some(found) =
        shortened(scan, i).or_else(|| decade(scan, i)).or_else(|| century(scan, i)).or_else(|| fiscal(scan, i))
    {
        return Some(found);
    }
    let from = scan.skip(i, &["year"]);
    let year = year(scan, from)?;
    let end = from + 1;
    // "2017 Q1", "2019 H2".
    if let Some(part) = part_code(scan.lower(end), year) {
        return Some((end + 1, part));
    }
    let era = scan.is(end, &["ad", "a.d.", "ce"]) && scan.capital(end);
    Some((end + usize::from(era), Period::Year(year)))
}

/// "cy18", "18q4", "q1-2019": a year or its quarter in one word.
fn glued(scan: &Scan<'_>, i: usize) -> Option<(usize, Period)> {
    if let Some(digits) = scan.lower(i).strip_prefix("cy").filter(|d| matches!(d.len(), 2 | 4)) {
        let year: i16 = digits.parse().ok()?;
        return Some((i + 1, Period::Year(if digits.len() == 2 { 2000 + year } else { year })));
    }
    let Word::Digits(year, 2) = scan.at(i) else { return None };
    (scan.glued(i + 1) && (i == 0 || !scan.glued(i)))
        .then(|| Some((i + 2, part_code(scan.lower(i + 1), 2000 + year)?)))?
}

/// "2Q23", "1H24", "4Q 2023": quarters and halves as banks write them.
pub(super) fn numbered_part(scan: &Scan<'_>, i: usize) -> Option<(usize, Period)> {
    let Word::Digits(n, 1) = scan.at(i) else { return None };
    // "1h24" is a time of day.
    if !scan.glued(i + 1) || !scan.capital(i + 1) {
        return None;
    }
    let word = scan.lower(i + 1);
    let (kind, tail) =
        word.strip_prefix('q').map(|tail| ("q", tail)).or_else(|| Some(("h", word.strip_prefix('h')?)))?;
    let (end, of) = match tail.len() {
        0 => (i + 3, year(scan, i + 2)?),
        2 => (i + 2, 2000 + tail.parse::<i16>().ok()?),
        4 => (i + 2, tail.parse().ok()?),
        _ => return None,
    };
    Some((end, part_code(&format!("{kind}{n}"), of)?))
}

/// "Q3" or "H1" of a year.
pub(super) fn part_code(word: &str, year: i16) -> Option<Period> {
    let number = |rest: &str| rest.parse::<i8>().ok().filter(|_| rest.len() == 1);
    if let Some(n) = word.strip_prefix('q').and_then(number).filter(|n| (1..=4).contains(n)) {
        return Some(Period::Quarter(year, n));
    }
    let half = word.strip_prefix('h').and_then(number).filter(|n| (1..=2).contains(n))?;
    Some(Period::Half(year, half))
}

/// "the summer of ’99", "in ’08": two digits after an apostrophe that follow a word which leads to a year.
fn shortened(scan: &Scan<'_>, i: usize) -> Option<(usize, Period)> {
    let mark = scan.text.word(i).chars().all(is_apostrophe) && scan.text.word(i).chars().count() == 1;
    let Word::Digits(n, 2) = scan.at(i + 1) else { return None };
    let led = scan.is(i.wrapping_sub(1), &["of", "in", "since", "until", "from", "by"])
        || matches!(scan.before(i), Word::Month(_) | Word::ShortMonth(_) | Word::Season(_));
    let plain = !scan.glued(i + 2) || scan.text.tokens().get(i + 2).is_some_and(|t| t.kind == TokenKind::Mark);
    // Who writes so means the last hundred years.
    let year = if n > 40 { 1900 + n } else { 2000 + n };
    (mark && !scan.glued(i) && scan.glued(i + 1) && led && plain).then_some((i + 2, Period::Year(year)))
}

/// "1990s", "1930’s", "’90s", "the 90s".
fn decade(scan: &Scan<'_>, i: usize) -> Option<(usize, Period)> {
    let quoted = scan.text.word(i).starts_with(is_apostrophe) && scan.text.word(i).chars().count() == 1;
    let at = i + usize::from(quoted);
    let mark = at + 1 + usize::from(scan.is(at + 1, &["’", "'"]) && scan.glued(at + 1));
    let plural = scan.is(mark, &["s"]) && scan.glued(mark);
    let led = scan.is(i.wrapping_sub(1), &["the", "early", "late", "mid", "roaring", "-"]);
    if led && let Some(tens) = decade_word(scan.lower(i)) {
        return Some((i + 1, Period::Decade(tens)));
    }
    match scan.at(at) {
        Word::Digits(year @ 1600..=2090, 4) if plural && !quoted && year % 10 == 0 => {
            // "1930’s": with an apostrophe it may be the year's own.
            let own = mark > at + 1 && !scan.is(i.wrapping_sub(1), &["the"]);
            (!own).then_some((mark + 1, Period::Decade(year / 10)))
        }
        Word::Digits(tens @ 10..=90, 2) if plural && tens % 10 == 0 && mark == at + 1 => {
            let told = quoted || scan.is(i.wrapping_sub(1), &["the", "early", "late", "mid"]);
            told.then_some((at + 2, Period::Decade(190 + tens / 10)))
        }
        _ => None,
    }
}

/// "the nineties", "the noughties": tens of years; those of this century but the first are still told in digits.
fn decade_word(word: &str) -> Option<i16> {
    Some(match word {
        "twenties" => 192,
        "thirties" => 193,
        "forties" => 194,
        "fifties" => 195,
        "sixties" => 196,
        "seventies" => 197,
        "eighties" => 198,
        "nineties" => 199,
        "noughties" => 200,
        _ => return None,
    })
}

/// "the 20th century", "the nineteenth century".
fn century(scan: &Scan<'_>, i: usize) -> Option<(usize, Period)> {
    let (end, n) = match scan.at(i) {
        Word::Ordinal(n @ 1..) => (i + 1, i16::from(n)),
        Word::Digits(n @ 1..=30, _) if scan.is(i + 1, &["st", "nd", "rd", "th"]) => (i + 2, n),
        _ => return None,
    };
    let end = end + usize::from(scan.dash(end));
    (scan.at(end) == Word::Unit(Unit::Century, false)).then_some((end + 1, Period::Century(n - 1)))
}

/// "fiscal 2025", "fiscal year 2025", "FY2025", "FY25", "the 2025 fiscal year".
fn fiscal(scan: &Scan<'_>, i: usize) -> Option<(usize, Period)> {
    let full = |n: i16, digits: usize| match digits {
        4 => Some(n),
        2 => Some(2000 + n),
        _ => None,
    };
    if scan.is(i, &["fiscal", "financial"]) {
        let at = scan.skip(i + 1, &["year"]);
        let Word::Digits(year, 4) = scan.at(at) else { return None };
        // "fiscal year 2024-25" is named by the year it ends in.
        let two =
            (scan.dash(at + 1) || scan.is(at + 1, &["/"])) && scan.at(at + 2) == Word::Digits((year + 1) % 100, 2);
        return Some(if two { (at + 3, Period::Fiscal(year + 1)) } else { (at + 1, Period::Fiscal(year)) });
    }
    if let Some(rest) = scan.lower(i).strip_prefix("fy") {
        if rest.is_empty() {
            let Word::Digits(n, digits) = scan.at(i + 1) else { return None };
            let year = full(n, digits)?;
            // "FY 2023/24" is named by the year it ends in.
            let two =
                (scan.dash(i + 2) || scan.is(i + 2, &["/"])) && scan.at(i + 3) == Word::Digits((year + 1) % 100, 2);
            return Some(if two { (i + 4, Period::Fiscal(year + 1)) } else { (i + 2, Period::Fiscal(year)) });
        }
        return Some((i + 1, Period::Fiscal(full(rest.parse().ok()?, rest.len())?)));
    }
    let Word::Digits(year, 4) = scan.at(i) else { return None };
    if !scan.is(i + 2, &["year"]) {
        return None;
    }
    match scan.lower(i + 1) {
        "fiscal" | "financial" => Some((i + 3, Period::Fiscal(year))),
        "calendar" => Some((i + 3, Period::Year(year))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn years_decades_and_centuries() {
        check("In 2017 it fell, by 2040 it may rise (1998).", "2017 = 2017; 2040 = 2040; 1998 = 1998");
        check("the 2012 Games and the late 1990s", "2012 = 2012; late 1990s = 199X");
        check("the ’80s and the 20th century", "’80s = 198X; 20th century = 19XX");
        check("in the summer of '99 and in ’08", "summer of '99 = 1999-SU; ’08 = 2008");
        check("2Q23, 1H24 and 4Q 2023", "2Q23 = 2023-Q2; 1H24 = 2024-H1; 4Q 2023 = 2023-Q4");
        check("fiscal 2025 and FY26", "fiscal 2025 = FY2025; FY26 = FY2026");
        check("10% of 2000 levels, 2016 elections", "2000 = 2000; 2016 = 2016");
        check("It began in 1492, after 1066 and in 44 BC.", "1492 = 1492; 44 BC = -0043");
        check(
            "music of the nineties, the noughties and the early eighties",
            "nineties = 199X; noughties = 200X; early eighties = 198X",
        );
        check("In the wake of 9/11, rules changed.", "9/11 = 2001-09-11");
    }

    #[test]
    fn counts_are_no_years() {
        check("2000 people, about 1900 cars and $2010", "");
        check("Flight 1549, Route 2001, 2020 percent, 2000-strong", "");
        check("call 138-2010-2015, 138–2010–2015", "");
        check("in 1200 cases, in 1500 metres, in her nineties, 9/11 of them", "");
        check("a 2000 year old custom", "");
    }
}
