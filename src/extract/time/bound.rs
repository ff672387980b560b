//! Times that are open on one side: "before 2010", "since August", "no later than January 1", "year 2012 or later",
//! "starting on January 7th", "today before 4pm".
//!
//! In a report the value stays the point that is named ("since 1997" is 1997); see `voice`.

use super::meaning::{Found, Meaning, When};
use super::voice::Voice;
use super::words::Scan;
use crate::record::{Time, TimeKind};
use jiff::civil::Date;
use std::ops::Range;

/// Which side of a point is open, and whether the point itself belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// Up to the point and not in it: "before".
    Before,
    /// Up to the point, which counts: "by", "no later than".
    UpTo,
    /// Up to where the point starts: "until".
    Until,
    /// From the point on: "since", "starting".
    From,
    /// From where the point ends: "after".
    After,
}

impl Open {
    /// A word for it.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::UpTo => "by",
            Self::Until => "until",
            Self::From => "from",
            Self::After => "after",
        }
    }
}

/// Words that may stand between the bound and the time.
const BETWEEN: &[&str] = &["the", "around", "about", "approximately", "year", "on", "in", "of"];

/// The bound that the words before token `i` set: the index of its first word.
pub(super) fn before(scan: &Scan<'_>, i: usize) -> Option<(usize, Open)> {
    let mut end = i;
    while end > 0 && i - end < 3 && scan.is(end - 1, BETWEEN) {
        end -= 1;
    }
    let at = end.checked_sub(1)?;
    let word = |back: usize| at.checked_sub(back).map_or("", |k| scan.lower(k));
    Some(match scan.lower(at) {
        // "on or after July 10".
        "before" if word(1) == "or" && word(2) == "on" => (at - 2, Open::UpTo),
        "after" if word(1) == "or" && word(2) == "on" => (at - 2, Open::From),
        "before" => (at, Open::Before),
        "by" | "through" | "thru" => (at, Open::UpTo),
        "until" | "till" => (at, Open::Until),
        "since" | "starting" | "beginning" | "commencing" if !scan.is(at + 1, &["of"]) => (at, Open::From),
        "after" => (at, Open::After),
        "to" if word(1) == "prior" => (at - 1, Open::Before),
        "from" if matches!(word(1), "starting" | "beginning") => (at - 1, Open::From),
        "than" if matches!(word(1), "later" | "earlier") => {
            let later = word(1) == "later";
            match (word(2), word(3), later) {
                ("no" | "not", ..) | ("any", "not", _) => (at - 2, if later { Open::UpTo } else { Open::From }),
                (.., true) => (at - 1, Open::After),
                (.., false) => (at - 1, Open::Before),
            }
        }
        _ => return None,
    })
}

/// The bound that starts at token `i`, before a time of day: the index after its words.
pub(super) fn ahead(scan: &Scan<'_>, i: usize) -> Option<(usize, Open)> {
    let (end, open) = match scan.lower(i) {
        "before" => (i + 1, Open::Before),
        "by" => (i + 1, Open::UpTo),
        "until" | "till" => (i + 1, Open::Until),
        "after" => (i + 1, Open::After),
        "no" | "not" if scan.is(i + 1, &["later"]) && scan.is(i + 2, &["than"]) => (i + 3, Open::UpTo),
        "no" | "not" if scan.is(i + 1, &["earlier"]) && scan.is(i + 2, &["than"]) => (i + 3, Open::From),
        _ => return None,
    };
    Some((scan.skip(end, &["around", "about"]), open))
}

/// "or later", "and after", "onwards" at token `i`: the index after it.
pub(super) fn after(scan: &Scan<'_>, i: usize) -> Option<(usize, Open)> {
    if scan.is(i, &["onward", "onwards"]) {
        return Some((i + 1, Open::From));
    }
    // "before 2010 or after 2018" has two bounds.
    if !scan.is(i, &["or", "and"]) || !scan.at(i + 2).plain() || scan.is(i + 2, &["than"]) {
        return None;
    }
    match scan.lower(i + 1) {
        "later" | "after" | "onwards" | "onward" | "beyond" => Some((i + 2, Open::From)),
        "earlier" | "before" => Some((i + 2, Open::UpTo)),
        _ => None,
    }
}

/// Opens a time that the words around it bound on one side, where somebody plans; the index after them.
pub(super) fn apply(scan: &Scan<'_>, found: &Found, time: &mut Time) -> usize {
    let Range { start, end } = found.tokens;
    if scan.voice == Voice::Report {
        return end;
    }
    // "more than two weeks after today".
    let away = matches!(&found.meaning, Meaning::Date(When::Away(..)));
    let compared = away && scan.is(start.wrapping_sub(1), &["than"]) && scan.is(start.wrapping_sub(2), &["more"]);
    let (words, side, all) = if compared {
        let back = matches!(&found.meaning, Meaning::Date(When::Away(_, true, _)));
        (start - 2..start, if back { Open::UpTo } else { Open::From }, start - 2..end)
    } else if let Some((last, side)) = after(scan, end) {
        (end..last, side, start..last)
    } else if let Some((first, side)) = before(scan, start) {
        (first..start, side, first..end)
    } else {
        return end;
    };
    // "before the end of December" is before the month ends; "after the start of March" is from its start.
    let side = match (found.modifier, side) {
        (Some("END"), Open::Before) => Open::UpTo,
        (Some("START"), Open::After) => Open::From,
        _ => side,
    };
    if open(time, side, scan.text.slice(scan.text.span_of(words))) {
        time.span = scan.text.span_of(all.clone());
        return all.end;
    }
    end
}

/// Opens a time on one side, if it can be; `told` is the bounding word as the reason quotes it.
pub(super) fn open(time: &mut Time, side: Open, told: &str) -> bool {
    let clock = time.kind == TimeKind::Time;
    let stretch = time.value.as_ref().is_none_or(|value| value.contains('/'));
    if !matches!(time.kind, TimeKind::Date | TimeKind::Time) || clock && stretch || time.from.is_none() {
        return false;
    }
    for reading in &mut time.readings {
        let mut days = (reading.from.take(), reading.to.take());
        if let Some(value) = opened(&reading.value, &mut days, side, clock) {
            reading.value = value;
        }
        (reading.from, reading.to) = days;
    }
    let mut days = (time.from.take(), time.to.take());
    let value = time.value.as_deref().and_then(|value| opened(value, &mut days, side, clock));
    let open = value.is_some();
    if open {
        time.value = value;
        let which = if matches!(side, Open::From | Open::After) { "later" } else { "earlier" };
        time.because = format!("{} “{told}” leaves the {which} side open.", time.because);
        time.modifier = None;
    }
    (time.from, time.to) = days;
    open
}

/// The value and days of a time that is opened. A value ends in the first day that no longer counts, or in the bound
/// itself where that counts; the days are those that count.
fn opened(value: &str, days: &mut (Option<String>, Option<String>), side: Open, clock: bool) -> Option<String> {
    let later = matches!(side, Open::From | Open::After);
    if clock {
        if later {
            days.1 = None;
        } else {
            days.0 = None;
        }
        return Some(if later { format!("{value}/") } else { format!("/{value}") });
    }
    let first: Date = days.0.as_deref()?.parse().ok()?;
    let last: Date = days.1.as_deref()?.parse().ok()?;
    let one = first == last;
    let (from, to, value) = match side {
        Open::Until | Open::UpTo if one => (None, Some(last), format!("/{last}")),
        Open::Before | Open::Until => (None, Some(first.yesterday().ok()?), format!("/{first}")),
        Open::UpTo => (None, Some(last), format!("/{}", last.tomorrow().ok()?)),
        Open::From => (Some(first), None, format!("{first}/")),
        Open::After => {
            let next = last.tomorrow().ok()?;
            (Some(next), None, format!("{next}/"))
        }
    };
    *days = (from.map(|d| d.to_string()), to.map(|d| d.to_string()));
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, times};

    #[test]
    fn plans_are_open_on_one_side() {
        check("Show sales before 2010 or after 2018.", "before 2010 = /2010-01-01; after 2018 = 2019-01-01/");
        check("I have been out since August.", "since August = 2025-08-01/");
        check("We need it no later than January 1, 2027.", "no later than January 1, 2027 = /2027-01-01");
        check("I want figures for year 2012 or later.", "year 2012 or later = 2012-01-01/");
        check("Please call before the end of December.", "before the end of December = /2026-01-01");
        check("until April 2027", "until April 2027 = /2027-04-01");
        let found = times("Show sales before 2010.");
        let days = found.first().map(|(_, t)| (t.from.as_deref(), t.to.as_deref()));
        assert_eq!(days, Some((None, Some("2009-12-31"))));
    }

    #[test]
    fn reports_name_the_point() {
        check("It fell to its lowest level since 1997.", "1997 = 1997");
        check("Plants will be closed by 2030, “before 2031, I hope”.", "2030 = 2030; 2031 = 2031");
    }
}
