//! Times and commitments along the calendar; an end that the words leave open is an arrow.
//!
//! Only what has days is drawn. What waits for the article's date, and lengths of time without a place in the calendar,
//! are told in a note.

use super::ground::remark;
use super::{Bar, Chart, Datum, Direction, Fill, Ground, Group, Scale, amount, ticks};
use crate::record::{Commitment, Time, TimeKind};

/// The chart of the times of an article and what was promised in their sentences.
pub fn chart(ground: Ground<'_>) -> Option<Chart> {
    let mut bars: Vec<Bar> = Vec::new();
    let mut waiting: Vec<String> = Vec::new();
    for (index, time) in ground.record.times.iter().enumerate() {
        match bar(ground, index, time) {
            // The same days told twice are one row.
            Some(bar) if bars.iter().any(|b| (&b.label, b.low, b.high) == (&bar.label, bar.low, bar.high)) => {}
            Some(bar) => bars.push(bar),
            None if time.kind == TimeKind::Date && time.anchor.is_none() => {
                let words = format!("“{}”", ground.text.slice(time.span));
                if !waiting.contains(&words) {
                    waiting.push(words);
                }
            }
            None => {}
        }
    }
    if bars.is_empty() && waiting.is_empty() {
        return None;
    }
    bars.sort_by(|a, b| start(a).total_cmp(&start(b)).then(end(a).total_cmp(&end(b))));
    let notes = if waiting.is_empty() {
        Vec::new()
    } else {
        vec![format!("Not drawn without the article's date: {}.", waiting.join(", "))]
    };
    Some(Chart {
        title: "Times and commitments".to_owned(),
        unit: String::new(),
        scale: Scale::Days,
        direction: Direction::Rows,
        groups: vec![Group::new("", bars)],
        notes,
    })
}

fn start(bar: &Bar) -> f64 {
    bar.low.or(bar.high).unwrap_or(f64::MAX)
}

fn end(bar: &Bar) -> f64 {
    bar.high.or(bar.low).unwrap_or(f64::MAX)
}

/// The row of a time that has a day.
fn bar(ground: Ground<'_>, index: usize, time: &Time) -> Option<Bar> {
    let low = time.from.as_deref().and_then(ticks::day);
    let high = time.to.as_deref().and_then(ticks::day);
    low.or(high)?;
    let commitment = commitment_at(ground, time);
    let datum = commitment.map_or(Datum::Time(index), |(i, _)| Datum::Commitment(i));
    Some(Bar {
        label: commitment.map_or_else(|| ground.text.slice(time.span).to_owned(), |(_, c)| deed(ground, c)),
        value: if commitment.is_some() { ground.text.slice(time.span).to_owned() } else { String::new() },
        remark: commitment.map_or_else(String::new, |(_, c)| remark(c.status).to_owned()),
        low,
        // The last day counts in full.
        high: high.map(|day| day + 1.0),
        falls: false,
        soft: time.modifier.is_some() || time.readings.len() > 1,
        before: Vec::new(),
        fill: commitment.map_or(Fill::Solid, |(_, c)| c.status.into()),
        says: amount::sentence_of(ground.text, time.span).to_owned(),
        datum,
    })
}

/// The commitment whose words hold a time.
fn commitment_at<'a>(ground: Ground<'a>, time: &Time) -> Option<(usize, &'a Commitment)> {
    ground.record.commitments.iter().enumerate().find(|(_, c)| c.span.contains(time.span))
}

/// "China: buy soybeans".
pub fn deed(ground: Ground<'_>, commitment: &Commitment) -> String {
    let what = match &commitment.object {
        Some(object) => format!("{} {object}", commitment.action),
        None => commitment.action.clone(),
    };
    match amount::name_of(ground.record, commitment.actor) {
        Some(actor) => format!("{actor}: {what}"),
        // A bare verb says nothing: then the words of the article say it.
        None if commitment.object.is_none() => amount::capitalised(ground.text.slice(commitment.span)),
        None => amount::capitalised(&what),
    }
}

#[cfg(test)]
mod tests {
    use super::chart;
    use crate::chart::ground::test::{article, entity, span};
    use crate::chart::{Bar, Datum, Fill, Ground};
    use crate::record::{Anchor, Certainty, Commitment, EntityKind, Status, Time, TimeKind};
    use crate::text::Text;

    fn time(text: &Text, words: &str, days: Option<(&str, Option<&str>)>) -> Time {
        Time {
            from: days.map(|d| d.0.to_owned()),
            to: days.and_then(|d| d.1).map(str::to_owned),
            anchor: days.map(|_| Anchor::Text),
            ..Time::new(span(text, words), TimeKind::Date)
        }
    }

    #[test]
    fn in_order_of_the_calendar() {
        let (text, mut record) = article(
            "Norland will open its port on 1 May 2026. It closed in 2019 and has been shut since June, they said.",
        );
        let norland = entity(&mut record, EntityKind::Place, "Norland");
        record.times = vec![
            time(&text, "1 May 2026", Some(("2026-05-01", Some("2026-05-01")))),
            time(&text, "2019", Some(("2019-01-01", Some("2019-12-31")))),
            time(&text, "June", None),
        ];
        record.commitments = vec![Commitment {
            span: span(&text, "Norland will open its port on 1 May 2026"),
            actor: Some(norland),
            action: "open".to_owned(),
            object: Some("port".to_owned()),
            status: Status::Promised,
            said_by: None,
            figures: Vec::new(),
            certainty: Certainty::Sure,
            because: String::new(),
        }];
        let chart = chart(Ground { text: &text, record: &record }).unwrap();
        let told: Vec<String> = chart.bars().map(Bar::spoken).collect();
        assert_eq!(told, ["2019: ", "Norland: open port: 1 May 2026, promised"]);
        let last = chart.bars().last().unwrap();
        assert_eq!((last.datum, last.fill), (Datum::Commitment(0), Fill::Hatched));
        assert_eq!(chart.notes, ["Not drawn without the article's date: “June”."]);
    }

    #[test]
    fn no_time_no_chart() {
        let (text, record) = article("Nothing happened.");
        assert_eq!(chart(Ground { text: &text, record: &record }), None);
    }
}
