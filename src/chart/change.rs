//! Tariffs over time: a line of steps for each rate that has a day, from what it was to what it became.
//!
//! A rate that changes in the course of more than a year has no day on which it steps, and is left out with a note.

use super::tariff::{self, Rate};
use super::{Bar, Chart, Direction, Ground, Group, Scale, ticks};
use crate::record::{Figure, Window};

/// A change that takes longer, in days, is no step.
const LONGEST: f64 = 366.0;

/// The rates of an article along the calendar; nothing where no rate is known to change on a day.
pub fn chart(ground: Ground<'_>) -> Option<Chart> {
    let (rates, _) = tariff::rates(ground);
    let mut groups: Vec<Group> = Vec::new();
    let mut slow: Vec<String> = Vec::new();
    let mut changes = false;
    for rate in &rates {
        for (figure, bar) in steps(ground, rate) {
            let Some((day, label)) = figure.window.as_ref().and_then(dated) else {
                slow.extend(figure.window.as_ref().filter(|w| w.from.is_some()).map(|w| format!("“{}”", w.text)));
                continue;
            };
            changes |= !bar.before.is_empty() || told(&groups, &bar.label);
            match groups.iter_mut().find(|g| g.day == Some(day)) {
                Some(group) => group.bars.push(bar),
                None => groups.push(Group { day: Some(day), ..Group::new(label, vec![bar]) }),
            }
        }
    }
    groups.sort_by(|a, b| a.day.unwrap_or(f64::MAX).total_cmp(&b.day.unwrap_or(f64::MAX)));
    slow.dedup();
    let notes = match slow.as_slice() {
        [] => Vec::new(),
        slow => vec![format!("Not drawn, because it takes more than a year: {}.", slow.join(", "))],
    };
    changes.then(|| Chart {
        title: "Tariffs over time".to_owned(),
        unit: "percent".to_owned(),
        scale: Scale::Amount { divisor: 1.0 },
        direction: Direction::Steps,
        groups,
        notes,
    })
}

/// The steps of a rate, each with what it was before.
pub(super) fn steps<'a>(ground: Ground<'a>, rate: &Rate<'a>) -> Vec<(&'a Figure, Bar)> {
    let day = |figure: &Figure| figure.window.as_ref().and_then(dated).map(|(day, _)| day);
    let mut steps = Vec::new();
    for (i, &(index, figure)) in rate.steps.iter().enumerate() {
        // Both ends of a change may be said to be of its day, or neither; what it was is no step.
        if rate.steps.get(i + 1).is_some_and(|(_, next)| day(figure) == day(next)) {
            continue;
        }
        let mut bar = ground.bar(index, figure, name(rate), 1.0);
        bar.value.push('%');
        let older = i.checked_sub(1).and_then(|before| rate.steps.get(before));
        bar.before = older.and_then(|(_, f)| f.value()).into_iter().collect();
        steps.push((figure, bar));
    }
    steps
}

/// "Norland: frozen beef".
fn name(rate: &Rate<'_>) -> String {
    rate.who.map_or_else(|| rate.what.clone(), |who| format!("{who}: {}", rate.what))
}

/// Whether a line has a step already.
fn told(groups: &[Group], label: &str) -> bool {
    groups.iter().flat_map(|g| &g.bars).any(|bar| bar.label == label)
}

/// The day on which something steps, and its words: a day, a month or a year.
pub(super) fn dated(window: &Window) -> Option<(f64, String)> {
    let from = window.from.as_deref().and_then(ticks::day)?;
    let to = window.to.as_deref().and_then(ticks::day).unwrap_or(from);
    let words = match to - from {
        days if days > LONGEST => return None,
        days if days < 1.0 => ticks::day_words(from)?,
        days if days < 31.0 => ticks::month_of(from)?,
        _ => window.text.clone(),
    };
    Some((from, words))
}

#[cfg(test)]
mod tests {
    use super::chart;
    use crate::chart::Ground;
    use crate::chart::ground::test::{article, entity, figure};
    use crate::record::{EntityKind, Measure, Window};

    /// Charts rates of 20, 8 and 2 percent on beef with these days, first and last, and tells the steps.
    fn check(days: [Option<(&str, &str)>; 3], expected: &[&str]) {
        let (text, mut record) = article(
            "Norland will cut its duty on beef from 20 percent to 8 percent in May, and later to 2 percent in June.",
        );
        let norland = entity(&mut record, EntityKind::Place, "Norland");
        for ((words, value), days) in
            [("20 percent", 20.0), ("8 percent", 8.0), ("2 percent", 2.0)].into_iter().zip(days)
        {
            let mut f = figure(&text, words, Some(value), Some(value), "%", "percent");
            (f.measure, f.actor, f.item) = (Measure::new(Measure::TARIFF_RATE), Some(norland), Some("beef".to_owned()));
            f.window = days.map(|(from, to)| Window {
                text: "then".to_owned(),
                from: Some(from.to_owned()),
                to: Some(to.to_owned()),
                open: false,
            });
            record.figures.push(f);
        }
        let chart = chart(Ground { text: &text, record: &record });
        let groups = chart.iter().flat_map(|c| &c.groups);
        let told: Vec<String> = groups
            .flat_map(|g| g.bars.iter().map(move |b| format!("{}: {}, before {:?}", g.label, b.spoken(), b.before)))
            .chain(chart.iter().flat_map(|c| c.notes.clone()))
            .collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn a_rate_steps_on_its_day() {
        let may = Some(("2026-05-01", "2026-05-31"));
        check(
            [None, may, Some(("2026-06-03", "2026-06-03"))],
            &["May 2026: Norland: Beef: 8%, before [20.0]", "3 Jun 2026: Norland: Beef: 2%, before [8.0]"],
        );
        check([None, None, may], &["May 2026: Norland: Beef: 2%, before [8.0]"]);
        check([may, may, None], &["May 2026: Norland: Beef: 8%, before [20.0]"]);
    }

    #[test]
    fn what_has_no_day_is_no_step() {
        check([None; 3], &[]);
        check([Some(("2026-05-01", "2026-05-31")), None, None], &[]);
        check(
            [None, Some(("2026-05-01", "2026-05-01")), Some(("2026-01-01", "2028-12-31"))],
            &["1 May 2026: Norland: Beef: 8%, before [20.0]", "Not drawn, because it takes more than a year: “then”."],
        );
    }
}
