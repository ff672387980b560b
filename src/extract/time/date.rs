//! A date at a token: every way to write one, tried in turn.

use super::calendar::Unit;
use super::meaning::When;
use super::words::{Near, Scan, Search, Word};
use super::{holiday, month, numeric, part, relative, weekday, year};

/// A date at token `i`: the index after it, and the date. `open` allows what needs more context than the words give.
pub(super) fn date(scan: &Scan<'_>, i: usize, open: bool) -> Option<(usize, When)> {
    let search = if open { Search::Open } else { Search::Closed };
    scan.date_once(i, search, || any(scan, i, open))
}

fn any(scan: &Scan<'_>, i: usize, open: bool) -> Option<(usize, When)> {
    // First, as its words are time words, too: "May Day", "Monday of the Holy Spirit".
    if let Some(found) = scan.date_once(i, Search::Holiday, || holiday::phrase(scan, i)) {
        return Some(found);
    }
    let found = match scan.at(i) {
        Word::Start => other(scan, i),
        Word::Amount => numeric::numeric(scan, i),
        Word::Digits(..) => numeric::numeric(scan, i)
            .or_else(|| month::day_first(scan, i))
            .or_else(|| year::period(scan, i).map(|(end, p)| (end, When::Fixed(p))))
            .or_else(|| part::part(scan, i))
            .or_else(|| month::day_alone(scan, i)),
        Word::Month(_) if scan.at(i + 1) == Word::Unit(Unit::Quarter, false) => {
            part::part(scan, i).or_else(|| month::month_first(scan, i))
        }
        Word::Month(_) | Word::ShortMonth(_) => month::month_first(scan, i),
        Word::Weekday(_) | Word::ShortWeekday(_) => weekday::weekday(scan, i),
        Word::Ordinal(_) => year::period(scan, i)
            .map(|(end, p)| (end, When::Fixed(p)))
            .or_else(|| part::part(scan, i))
            .or_else(|| month::day_first(scan, i))
            .or_else(|| month::day_alone(scan, i)),
        Word::Season(_) => part::part(scan, i),
        Word::Near(_) => relative::near(scan, i).or_else(|| part::part(scan, i)),
        Word::Day(_) => relative::day_word(scan, i),
        Word::Unit(..) => {
            relative::day_word(scan, i).or_else(|| year::period(scan, i).map(|(end, p)| (end, When::Fixed(p))))
        }
        Word::Number(_) if open => month::day_first(scan, i).or_else(|| {
            // "in two thousand and twenty": a year in words needs a word that shows it.
            let shown = scan.is(i.wrapping_sub(1), &["in", "since", "until", "by", "before", "after", "from", "of"]);
            shown.then(|| year::period(scan, i).map(|(end, p)| (end, When::Fixed(p))))?
        }),
        _ => None,
    };
    let (end, when) = found?;
    Some(with_year(scan, end, when))
}

/// A day of a month at token `i`, in words or digits.
pub(super) fn day_of_month(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let (end, when) = match scan.at(i) {
        Word::Amount => numeric::numeric(scan, i),
        Word::Digits(..) => numeric::numeric(scan, i).or_else(|| month::day_first(scan, i)),
        Word::Ordinal(_) | Word::Number(_) => month::day_first(scan, i),
        Word::Month(_) | Word::ShortMonth(_) => month::month_first(scan, i),
        _ => None,
    }?;
    Some(with_year(scan, end, when))
}

/// A stretch at token `i` that can hold others: a month or more, and never a part of a part, so that nothing recurs.
pub(super) fn whole(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    let fixed = || year::period(scan, i).map(|(end, p)| (end, When::Fixed(p)));
    let (end, when) = match scan.at(i) {
        Word::Digits(..) => numeric::numeric(scan, i).or_else(fixed),
        Word::Start | Word::Unit(..) | Word::Ordinal(_) | Word::Number(_) => fixed(),
        Word::Month(_) | Word::ShortMonth(_) => month::month_first(scan, i),
        Word::Near(_) => relative::near_plain(scan, i),
        _ => None,
    }?;
    Some(with_year(scan, end, when))
}

/// A date that starts with a word of no class of its own: "Q3", "FY25", "tonight", "’90s".
fn other(scan: &Scan<'_>, i: usize) -> Option<(usize, When)> {
    if scan.is(i, &["tonight"]) || relative::overnight(scan, i) {
        return relative::day_word(scan, i);
    }
    part::part(scan, i)
        .or_else(|| month::glued(scan, i))
        .or_else(|| year::period(scan, i).map(|(end, p)| (end, When::Fixed(p))))
}

/// "October last year", "March of next year", "June this year": a month or day with a year that is counted.
fn with_year(scan: &Scan<'_>, end: usize, when: When) -> (usize, When) {
    if !matches!(when, When::Month(_) | When::MonthDay(..)) {
        return (end, when);
    }
    let at = scan.skip(scan.skip(end, &["of", "in"]), &["the"]);
    if let Word::Near(near) = scan.at(at)
        && scan.at(at + 1) == Word::Unit(Unit::Year, false)
        && !matches!(near, Near::Past | Near::Coming)
    {
        let year = match near {
            Near::Previous | Near::Following => When::FromEarlier(Unit::Year, near.step()),
            _ => When::Step(Unit::Year, near.step()),
        };
        return (at + 2, When::Within(Box::new(when), Box::new(year)));
    }
    (end, when)
}
