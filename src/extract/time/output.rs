//! From a meaning to a [`Time`] of the record: its value, first and last day, readings and reason.

use super::bound;
use super::calendar::{Period, Unit};
use super::daypart;
use super::edge;
use super::lists::Lean;
use super::meaning::{Clock, Found, Length, Look, Meaning, Part, When};
use super::resolve::{Answer, Context};
use super::season;
use super::tense;
use super::voice::Voice;
use super::within::{Grain, nth, shifted};
use super::words::Near;
use crate::record::{Anchor, Certainty, Time, TimeKind, TimeReading};
use crate::text::Span;
use jiff::ToSpan;
use jiff::civil::Date;

/// The time that a meaning is on the calendar, and the stretch that later words may count from.
pub(super) fn time(context: &Context<'_>, found: &Found) -> (Time, Option<Period>) {
    let span = context.scan.text.span_of(found.tokens.clone());
    let mut time = match &found.meaning {
        Meaning::Date(when) => return date(context, found, span, when),
        Meaning::Range(from, to) => range(context, span, from, to),
        Meaning::Clock(clock, on) => of_day(context, span, on.as_ref(), *clock, None),
        Meaning::Clocks(from, to, on) => of_day(context, span, on.as_ref(), *from, Some(*to)),
        Meaning::Bounded(clock, on, side) => {
            let mut time = of_day(context, span, Some(on), *clock, None);
            bound::open(&mut time, *side, side.word());
            time
        }
        Meaning::PartOfDay(part, when) => {
            let (mut time, period) = date(context, found, span, when);
            time.kind = TimeKind::Time;
            let hours = daypart::hours(part, found.modifier, context.scan.voice);
            let on = |day: &str| match hours {
                Some((from, to)) => format!("{day}T{from:02}:00/{day}T{to:02}:00"),
                None => format!("{day}T{part}"),
            };
            time.value = time.value.as_deref().map(on);
            for reading in &mut time.readings {
                reading.value = on(&reading.value);
            }
            if let Some((from, to)) = hours {
                time.modifier = None;
                time.because = format!("{} Its hours are taken from {from}:00 to {to}:00.", time.because);
            }
            return (time, period);
        }
        Meaning::Length(length, look) => length_time(context, span, length, *look),
        Meaning::Lengths(low, high) => {
            let mut time = blank(span, TimeKind::Duration, "A length between two ends.");
            time.value = Some(format!("{}/{}", low.value(), high.value()));
            time.anchor = Some(Anchor::Text);
            time
        }
        Meaning::Inside(length) => return inside(context, found, span, length),
        Meaning::Deadline(length) => {
            let ends = context
                .reference
                .and_then(|(day, _)| Some((day, shifted(Period::Day(day), length, false, Grain::Day)?.first()?)));
            stretch(context, span, ends, "A length that starts on the day it is counted from.")
        }
        Meaning::Lasting(length, when) => {
            let ends = context.resolve(when).and_then(|answer| {
                let first = answer.period.first()?;
                let end = shifted(Period::Day(first), length, false, Grain::Day)?.first()?;
                Some((first, end.yesterday().ok()?))
            });
            stretch(context, span, ends, "A length from the day that is named.")
        }
        Meaning::Several(n, unit, whole) => several(context, span, *n, *unit, whole),
        Meaning::Set(value) => {
            let mut time = blank(span, TimeKind::Set, "A repetition.");
            time.value = Some(value.clone());
            time.anchor = Some(Anchor::Text);
            time
        }
        Meaning::OpenSeason(near) => open_season(context, span, *near),
        Meaning::Across(year) => across(span, *year),
    };
    time.modifier = found.modifier.map(str::to_owned);
    (time, None)
}

fn blank(span: Span, kind: TimeKind, because: &str) -> Time {
    Time { because: because.to_owned(), ..Time::new(span, kind) }
}

const OPEN: &str = "The article has no date that it could be counted from.";

fn day_text(day: Option<Date>) -> Option<String> {
    day.map(|d| d.to_string())
}

fn reading(period: Period, because: &str) -> TimeReading {
    TimeReading {
        value: period.value(),
        from: day_text(period.first()),
        to: day_text(period.last()),
        because: because.to_owned(),
    }
}

fn date(context: &Context<'_>, found: &Found, span: Span, when: &When) -> (Time, Option<Period>) {
    if let When::Away(length, back, _) = when
        && length.whole().is_none()
    {
        let mut time = blank(span, TimeKind::Date, "How long it is, the words do not say.");
        time.value = Some(if *back { "PAST_REF" } else { "FUTURE_REF" }.to_owned());
        time.anchor = Some(Anchor::Text);
        return (time, None);
    }
    let Some(answer) = context.resolve(when) else {
        let mut time = blank(span, TimeKind::Date, OPEN);
        time.certainty = Certainty::Unsure;
        return (time, None);
    };
    let period = answer.period;
    let mut time = answered(span, &answer);
    time.modifier = found.modifier.map(str::to_owned);
    if context.scan.voice == Voice::Report {
        edge::soften(context.scan, found, period, &mut time);
    } else {
        edge::narrow(context.scan, found, period, context.reference.map(|(day, _)| day), &mut time);
    }
    (time, Some(period))
}

fn answered(span: Span, answer: &Answer) -> Time {
    let mut time = blank(span, TimeKind::Date, &answer.because);
    time.value = Some(answer.period.value());
    time.from = day_text(answer.period.first());
    time.to = day_text(answer.period.last());
    time.anchor = Some(answer.anchor);
    time.certainty = answer.certainty;
    if !answer.others.is_empty() {
        time.readings = std::iter::once(reading(answer.period, &answer.because))
            .chain(answer.others.iter().map(|(period, because)| reading(*period, because)))
            .collect();
    }
    time
}

/// A range: an end without a year takes it from the other end, or follows it.
fn range(context: &Context<'_>, span: Span, from: &When, to: &When) -> Time {
    let mut time = blank(span, TimeKind::Date, OPEN);
    time.certainty = Certainty::Unsure;
    let (Some(first), Some(last)) = ends(context, from, to) else { return time };
    time.value = Some(format!("{}/{}", first.period.value(), last.period.value()));
    time.from = day_text(first.period.first());
    time.to = day_text(last.period.last());
    time.anchor = Some(if first.anchor == Anchor::Text { last.anchor } else { first.anchor });
    time.certainty = first.certainty.max(last.certainty);
    time.because = match time.anchor {
        Some(Anchor::Text) => "From the first to the second.".to_owned(),
        _ => format!("From the first to the second. {}", first.because),
    };
    time
}

fn ends(context: &Context<'_>, from: &When, to: &When) -> (Option<Answer>, Option<Answer>) {
    let bare = |when: &When| matches!(when, When::Month(_) | When::MonthDay(..));
    let in_year = |when: &When, year: i16| {
        context.resolve(&When::Within(Box::new(when.clone()), Box::new(When::Fixed(Period::Year(year)))))
    };
    match (bare(from), bare(to)) {
        (true, false) => {
            let last = context.resolve(to);
            let Some((year, end)) = last.as_ref().and_then(|l| Some((l.period.year()?, l.period.first()?))) else {
                return (None, None);
            };
            let same = in_year(from, year).filter(|f| f.period.first().is_some_and(|d| d <= end));
            (same.or_else(|| in_year(from, year - 1)), last)
        }
        (_, true) => {
            let first = context.resolve(from);
            let Some((year, start)) = first.as_ref().and_then(|f| Some((f.period.year()?, f.period.first()?))) else {
                return (None, None);
            };
            let same = in_year(to, year).filter(|t| t.period.first().is_some_and(|d| d >= start));
            (first, same.or_else(|| in_year(to, year + 1)))
        }
        (false, false) => {
            let first = context.resolve(from);
            let mut last = context.resolve(to);
            // "Monday to Friday": the second day follows the first.
            if let (When::Weekday(_), Some(f), Some(l)) = (to, &first, &mut last)
                && l.period.first() < f.period.first()
                && let Some(next) =
                    Period::holding(Unit::Day, l.period.first().unwrap_or_default()).and_then(|p| p.step(7))
            {
                l.period = next;
            }
            (first, last)
        }
    }
}

fn of_day(context: &Context<'_>, span: Span, on: Option<&When>, clock: Clock, until: Option<Clock>) -> Time {
    let mut time = blank(span, TimeKind::Time, "A time of day.");
    let day = match on {
        Some(when) => context.resolve(when),
        None => context.resolve(&When::FromEarlier(Unit::Day, 0)),
    };
    if let Some(answer) = &day {
        time.from = day_text(answer.period.first());
        time.to = day_text(answer.period.last());
        time.anchor = Some(answer.anchor);
        time.certainty = answer.certainty;
        time.because =
            if on.is_some() { answer.because.clone() } else { format!("A time of day of {}.", answer.period.value()) };
    }
    let on = day.map_or_else(String::new, |answer| answer.period.value());
    let value = |clock: Clock| format!("{on}{}", clock.value());
    let joined = |from: Clock, until: Option<Clock>| match until {
        None => value(from),
        Some(until) => format!("{}/{}", value(from), value(until)),
    };
    time.value = Some(joined(clock, until));
    let open = |clock: Clock| !clock.settled && clock.hour <= 12;
    if open(clock) && until.is_none_or(open) {
        let later = |clock: Clock| Clock { hour: clock.hour % 12 + 12, ..clock };
        let told = |value: String, because: &str| TimeReading {
            value,
            from: time.from.clone(),
            to: time.to.clone(),
            because: because.to_owned(),
        };
        time.readings = vec![
            told(joined(clock, until), "Read by the clock of 24 hours."),
            told(joined(later(clock), until.map(later)), "Read as after noon."),
        ];
        time.certainty = time.certainty.max(Certainty::Likely);
    }
    time
}

/// A stretch from the first to the last day.
fn stretch(context: &Context<'_>, span: Span, ends: Option<(Date, Date)>, because: &str) -> Time {
    let Some((first, last)) = ends.filter(|(first, last)| first <= last) else {
        let mut time = blank(span, TimeKind::Date, OPEN);
        time.certainty = Certainty::Unsure;
        return time;
    };
    let mut time = blank(span, TimeKind::Date, because);
    time.value = Some(format!("{first}/{last}"));
    time.from = Some(first.to_string());
    time.to = Some(last.to_string());
    time.anchor = context.reference.map_or(Some(Anchor::Text), |(_, anchor)| Some(anchor));
    time.certainty = Certainty::Likely;
    time
}

/// "the last four months of 2021": a length in a report, with its days; the days themselves in a plan.
fn several(context: &Context<'_>, span: Span, n: i32, unit: Unit, whole: &When) -> Time {
    let days = context.resolve(whole).and_then(|answer| {
        let part = |k: i32| nth(answer.period, Part::Unit(unit), i8::try_from(k).ok()?);
        let (first, last) = if n > 0 { (part(1)?, part(n)?) } else { (part(n)?, part(-1)?) };
        Some(((first.first()?, last.last()?), answer.anchor))
    });
    let mut time = stretch(context, span, days.map(|(ends, _)| ends), "Counted off within the whole that is named.");
    if let Some((_, anchor)) = days {
        time.anchor = Some(anchor);
    }
    if context.scan.voice == Voice::Report {
        time.kind = TimeKind::Duration;
        time.value = Some(Length(vec![(Some(f64::from(n.abs())), unit)]).value());
        time.anchor = time.anchor.or(Some(Anchor::Text));
    }
    time
}

fn length_time(context: &Context<'_>, span: Span, length: &Length, look: Look) -> Time {
    let mut time = blank(span, TimeKind::Duration, "A length of time.");
    time.value = Some(length.value());
    time.anchor = Some(Anchor::Text);
    let Some((day, anchor)) = context.reference.filter(|_| look != Look::Neither) else { return time };
    let rolling = context.scan.voice == Voice::Plan;
    let ends = match look {
        Look::Ahead => ahead(day, length, rolling),
        Look::Back if context.scan.voice == Voice::Bare => whole_units_back(day, length),
        _ => shifted(Period::Day(day), length, true, Grain::Day).and_then(Period::first).map(|first| (first, day)),
    };
    if let Some((first, last)) = ends {
        if context.scan.voice != Voice::Report {
            time.kind = TimeKind::Date;
            time.value = Some(format!("{first}/{last}"));
        }
        time.from = Some(first.to_string());
        time.to = Some(last.to_string());
        time.anchor = Some(anchor);
        time.certainty = Certainty::Likely;
        time.because = match look {
            Look::Ahead => format!("A length that starts after {day}, in whole calendar units."),
            _ => format!("A length that ends on {day}."),
        };
    }
    time
}

/// "last two weeks" and nothing else: the two calendar weeks before this one.
fn whole_units_back(day: Date, length: &Length) -> Option<(Date, Date)> {
    let whole = length.whole()?;
    let [(n, unit)] = whole.as_slice() else { return None };
    let this = Period::holding(*unit, day)?.first()?;
    Some((this.checked_sub(unit.span(*n)?).ok()?, this.yesterday().ok()?))
}

/// "the next three years" are the three calendar years after this one; `rolling` counts from tomorrow instead.
fn ahead(day: Date, length: &Length, rolling: bool) -> Option<(Date, Date)> {
    let whole = length.whole()?;
    let [(n, unit)] = whole.as_slice() else { return None };
    let unit = match unit {
        Unit::Day | Unit::Week | Unit::Month | Unit::Year if rolling => Unit::Day,
        Unit::Fortnight | Unit::Weekend => Unit::Day,
        Unit::Decade | Unit::Century => Unit::Year,
        unit => *unit,
    };
    let first = Period::holding(unit, day)?.step(1)?.first()?;
    let last = first.checked_add(whole.first()?.1.span(*n)?).ok()?.checked_sub(1.day()).ok()?;
    Some((first, last))
}

/// "in two years": a date where the sentence looks ahead, else only how long something took.
fn inside(context: &Context<'_>, found: &Found, span: Span, length: &Length) -> (Time, Option<Period>) {
    let plan = context.scan.voice == Voice::Plan;
    let grain = if plan { Grain::Day } else { Grain::Own };
    let scheduled = || context.tense.lean.is_none() && tense::is_scheduled(context.scan, &found.tokens);
    let ahead = (plan || context.tense.lean == Some(Lean::Ahead) || scheduled()) && super::relative::of_days(length);
    if ahead
        && let Some((day, anchor)) = context.reference
        && let Some(period) = shifted(Period::Day(day), length, false, grain)
    {
        let because = format!("{} counts from {day}.", super::expression::quoted(context.scan, &found.tokens));
        let answer = Answer { period, anchor, certainty: Certainty::Likely, because, others: Vec::new() };
        return (answered(span, &answer), Some(period));
    }
    let words = context.scan.text.span_of(found.tokens.start + 1..found.tokens.end);
    (length_time(context, words, length, Look::Neither), None)
}

/// "this season": all that it can be stay readings, none is the value.
fn open_season(context: &Context<'_>, span: Span, near: Near) -> Time {
    let mut time = blank(span, TimeKind::Date, "Whose season it is, the words do not say.");
    time.certainty = Certainty::Unsure;
    if let Some((day, anchor)) = context.reference {
        time.anchor = Some(anchor);
        time.readings = season::readings(context.scan, context.tokens.start, near, day);
    }
    time
}

/// "the 2025/26 marketing year".
fn across(span: Span, year: i16) -> Time {
    let mut time = blank(span, TimeKind::Date, "One year across two; on which day it starts, the words do not say.");
    time.value = Some(format!("{year:04}/{:04}", year + 1));
    time.anchor = Some(Anchor::Text);
    time.certainty = Certainty::Likely;
    time
}
