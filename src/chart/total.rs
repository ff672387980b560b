//! What purchases add up to, period by period: one line of steps for what was done, one for what is promised.
//!
//! A sum is only drawn where the amounts are of one thing and one buyer and stand in periods of their own: parts of a
//! whole, purchases without a period and periods that overlap would be counted twice. Bounds are kept: an open amount
//! opens every sum it is in.

use super::{Bar, Chart, Datum, Direction, Fill, Ground, Group, Scale, amount, ticks};
use crate::record::{Bound, Figure, Window};

/// A sum on its way.
#[derive(Clone, Copy)]
struct Sum {
    low: Option<f64>,
    high: Option<f64>,
    /// Whether a part of it is about right only, or more than a number.
    about: bool,
    strict: bool,
}

/// One step of a line: its period, what it is made of, and the sum with it.
struct Step<'a> {
    period: usize,
    bar: &'a Bar,
    sum: Sum,
}

/// The sums of a chart of purchases; nothing where none can be told.
pub fn chart(ground: Ground<'_>, purchases: &Chart) -> Option<Chart> {
    let line = |(name, fill)| Some((name, steps(ground, purchases, fill)?));
    let lines: Vec<(&str, Vec<Step<'_>>)> =
        [("done", Fill::Solid), ("promised", Fill::Hatched)].into_iter().filter_map(line).collect();
    let all = || lines.iter().flat_map(|(name, steps)| steps.iter().map(move |step| (*name, step)));
    let largest = all().filter_map(|(_, step)| step.sum.high.or(step.sum.low)).fold(0.0, f64::max);
    let (divisor, word) = amount::magnitude(largest);
    let bar = |name: &str, step: &Step<'_>| Bar {
        label: name.to_owned(),
        value: written(step.sum, divisor),
        remark: String::new(),
        low: step.sum.low,
        high: step.sum.high,
        ..step.bar.clone()
    };
    let group = |(at, period): (usize, &Group)| {
        let here = all().filter(|(_, step)| step.period == at);
        Group::new(period.label.clone(), here.map(|(name, step)| bar(name, step)).collect())
    };
    let groups: Vec<Group> =
        purchases.groups.iter().enumerate().map(group).filter(|group| !group.bars.is_empty()).collect();
    let unit = all().find_map(|(_, step)| figure(ground, step.bar)).map(amount::unit_name)?;
    // Rates are not added up.
    if purchases.unit.contains(" per ") {
        return None;
    }
    Some(Chart {
        title: format!("{}, added up", purchases.title),
        unit: [word, &unit].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" "),
        scale: Scale::Amount { divisor },
        direction: Direction::Steps,
        groups,
        notes: vec!["Only if no amount is a part of another.".to_owned()],
    })
}

fn figure<'a>(ground: Ground<'a>, bar: &Bar) -> Option<&'a Figure> {
    match bar.datum {
        Datum::Figure(i) => ground.record.figures.get(i),
        _ => None,
    }
}

/// The steps of what is drawn in one way; nothing where fewer than two amounts may be added.
fn steps<'a>(ground: Ground<'_>, purchases: &'a Chart, fill: Fill) -> Option<Vec<Step<'a>>> {
    let mut steps: Vec<Step<'a>> = Vec::new();
    let mut figures: Vec<&Figure> = Vec::new();
    let mut sum = Sum { low: Some(0.0), high: Some(0.0), about: false, strict: false };
    for (period, group) in purchases.groups.iter().enumerate() {
        let mut bars = group.bars.iter().filter(|bar| bar.fill == fill);
        let Some(bar) = bars.next() else { continue };
        let figure = figure(ground, bar)?;
        // Several readings of one period hold the same amount; other amounts in it may be parts of each other.
        if group.label.is_empty() || figure.window.is_none() || bars.any(|other| other.datum != bar.datum) {
            return None;
        }
        let apart = |other: &&Figure| {
            std::ptr::eq(*other, figure)
                || (other.item == figure.item
                    && other.actor == figure.actor
                    && !overlap(other.window.as_ref(), figure.window.as_ref()))
        };
        if !figures.iter().all(apart) {
            return None;
        }
        figures.push(figure);
        let add = |sum: Option<f64>, part: Option<f64>| Some(sum? + part?);
        (sum.low, sum.high) = (add(sum.low, bar.low), add(sum.high, bar.high));
        sum.about |= figure.bound == Bound::About;
        sum.strict |= matches!(figure.bound, Bound::MoreThan | Bound::LessThan);
        sum.low.or(sum.high)?;
        steps.push(Step { period, bar, sum });
    }
    (steps.len() > 1).then_some(steps)
}

/// Whether two stretches of time are known to share a day.
fn overlap(a: Option<&Window>, b: Option<&Window>) -> bool {
    let days = |window: Option<&Window>| {
        let window = window?;
        Some((window.from.as_deref().and_then(ticks::day)?, window.to.as_deref().and_then(ticks::day)?))
    };
    days(a).zip(days(b)).is_some_and(|((a_from, a_to), (b_from, b_to))| a_from <= b_to && b_from <= a_to)
}

/// "≥ 37", "9–14", "≈ 3".
fn written(sum: Sum, divisor: f64) -> String {
    let number = |value: f64| amount::number(value / divisor);
    let about = if sum.about { "≈ " } else { "" };
    match (sum.low, sum.high) {
        (Some(low), Some(high)) if low == high => format!("{about}{}", number(low)),
        (Some(low), Some(high)) => format!("{about}{}–{}", number(low), number(high)),
        (Some(low), None) => format!("{} {}", if sum.strict { ">" } else { "≥" }, number(low)),
        (None, Some(high)) => format!("{} {}", if sum.strict { "<" } else { "≤" }, number(high)),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::chart;
    use crate::chart::ground::test::{article, entity, figure};
    use crate::chart::{Ground, purchase};
    use crate::record::{Bound, EntityKind, Measure, Status, Window};

    /// Amounts with a bound, their item, the years they are for, and their status.
    type Bought = (f64, Bound, &'static str, Option<(u16, u16)>, Status);

    fn check(bought: &[Bought], expected: &[&str]) {
        let (text, mut record) = article("Norland buys 5 tonnes.");
        let norland = entity(&mut record, EntityKind::Place, "Norland");
        for (value, bound, item, years, status) in bought {
            let high = (*bound != Bound::AtLeast).then_some(*value);
            let mut f = figure(&text, "5 tonnes", Some(*value), high, "t", "tonne");
            (f.measure, f.actor, f.item) = (Measure::new(Measure::PURCHASE), Some(norland), Some((*item).to_owned()));
            (f.bound, f.status) = (*bound, *status);
            f.per = years.filter(|(from, to)| from != to).map(|_| "year".to_owned());
            f.window = years.map(|(from, to)| Window {
                text: format!("{from} to {to}"),
                from: Some(format!("{from}-01-01")),
                to: Some(format!("{to}-12-31")),
                open: false,
            });
            record.figures.push(f);
        }
        let ground = Ground { text: &text, record: &record };
        let charts = purchase::charts(ground).into_iter().filter_map(|purchases| chart(ground, &purchases));
        let told: Vec<String> = charts
            .flat_map(|c| c.groups.into_iter().map(|g| (g.label, g.bars)).collect::<Vec<_>>())
            .map(|(label, bars)| {
                let bars: Vec<String> = bars.iter().map(crate::chart::Bar::spoken).collect();
                format!("{label}: {}", bars.join(" / "))
            })
            .collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn what_is_done_and_what_is_promised_each_in_a_line() {
        check(
            &[
                (2.0, Bound::Exact, "oats", Some((2023, 2023)), Status::Done),
                (3.0, Bound::Exact, "oats", Some((2024, 2024)), Status::Done),
                (12.0, Bound::Exact, "oats", Some((2025, 2025)), Status::Promised),
                (25.0, Bound::AtLeast, "oats", Some((2026, 2027)), Status::Promised),
            ],
            &[
                "2023 to 2023: done: 2",
                "2024 to 2024: done: 5",
                "2025 to 2025: promised: 12",
                "2026: promised: ≥ 37",
                "2027: promised: ≥ 62",
            ],
        );
    }

    #[test]
    fn what_might_be_counted_twice_is_not_added() {
        let oats = |years| (2.0, Bound::Exact, "oats", years, Status::Done);
        check(&[oats(Some((2023, 2023))), oats(Some((2023, 2023)))], &[]);
        check(&[oats(Some((2023, 2023))), oats(None)], &[]);
        check(&[oats(Some((2023, 2023))), (9.0, Bound::Exact, "rye", Some((2024, 2024)), Status::Done)], &[]);
        check(&[oats(Some((2023, 2023)))], &[]);
    }
}
