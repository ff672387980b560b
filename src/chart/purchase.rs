//! Purchases: what was bought or is to be bought, by period, one chart a unit.
//!
//! A rate without years ("up to 5.5 million tonnes a year") is no amount, and has a chart of its own. A rate over several years ("at least 25 million tonnes a year for three years") is one bar a year, all leading to the
//! same words. A period that can be read in two ways ("this season") shows each reading beside the other, named. Totals
//! are told in words only where nothing but one rate and its years is added up.

use super::{Bar, Chart, Direction, Ground, Group, Scale, amount, cut, ticks};
use crate::record::{Bound, Figure, Measure, Time, TimeReading, Window};

/// More years than this are told as one bar.
const MOST_YEARS: i32 = 12;

/// One bar and where it belongs in time.
struct Dated {
    /// The first day, for the order.
    from: Option<f64>,
    period: String,
    bar: Bar,
}

/// The charts of the purchases of an article, one a unit, in text order.
pub fn charts(ground: Ground<'_>) -> Vec<Chart> {
    let mut bought: Vec<(usize, &Figure)> = ground.measuring(Measure::PURCHASE).collect();
    let left_out = cut(&mut bought);
    let mut units: Vec<(String, Vec<(usize, &Figure)>)> = Vec::new();
    for (index, figure) in bought {
        let unit = unit(ground, figure);
        match units.iter_mut().find(|(name, figures)| *name == unit && figures.iter().all(|f| f.1.unit == figure.unit))
        {
            Some((_, figures)) => figures.push((index, figure)),
            None => units.push((unit, vec![(index, figure)])),
        }
    }
    let mut charts: Vec<Chart> = units.iter().map(|(unit, figures)| chart(ground, figures, unit)).collect();
    if let Some(last) = charts.last_mut() {
        last.notes.extend(left_out);
    }
    charts
}

/// The unit of a purchase, with its rate where that is not told year by year.
fn unit(ground: Ground<'_>, figure: &Figure) -> String {
    let name = amount::unit_name(figure);
    let by_year = |window| !years(window, time_of(ground, figure, window)).is_empty();
    match &figure.per {
        Some(per) if per != "year" || !figure.window.as_ref().is_some_and(by_year) => format!("{name} per {per}"),
        _ => name,
    }
}

/// The chart of figures that share a unit.
fn chart(ground: Ground<'_>, figures: &[(usize, &Figure)], unit: &str) -> Chart {
    let largest = figures.iter().filter_map(|(_, f)| f.high.or(f.low)).fold(0.0, f64::max);
    let (divisor, word) = amount::magnitude(largest);
    let mut notes = Vec::new();
    let mut dated: Vec<Dated> = Vec::new();
    for &(index, figure) in figures {
        dated.extend(bars(ground, index, figure, divisor, &mut notes));
    }
    // What has no date stands before what follows it in the text.
    let mut next = None;
    for one in dated.iter_mut().rev() {
        one.from = one.from.or(next);
        next = one.from;
    }
    dated.sort_by(|a, b| a.from.unwrap_or(f64::MAX).total_cmp(&b.from.unwrap_or(f64::MAX)));
    let mut groups: Vec<Group> = Vec::new();
    for Dated { period, bar, .. } in dated {
        match groups.iter_mut().find(|g| g.label == period) {
            Some(group) => group.bars.push(bar),
            None => groups.push(Group::new(period, vec![bar])),
        }
    }
    let unit = [word, unit].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    Chart {
        title: title(ground, figures),
        unit,
        scale: Scale::Amount { divisor },
        direction: Direction::Columns,
        groups,
        notes,
    }
}

/// "Purchases of soybeans by China" where all agree on it, else less.
fn title(ground: Ground<'_>, figures: &[(usize, &Figure)]) -> String {
    let mut out = "Purchases".to_owned();
    if let Some(item) = agreed(figures.iter().map(|(_, f)| f.item.as_deref())) {
        out.push_str(" of ");
        out.push_str(item);
    }
    if let Some(actor) = agreed(figures.iter().map(|(_, f)| amount::name_of(ground.record, f.actor))) {
        out.push_str(" by ");
        out.push_str(actor);
    }
    out
}

/// What all say, if they say it and the same.
fn agreed<'a>(mut said: impl Iterator<Item = Option<&'a str>>) -> Option<&'a str> {
    let first = said.next().flatten()?;
    said.all(|other| other == Some(first)).then_some(first)
}

/// The bars of one purchase: one, one a year, or one a reading of its period.
fn bars(ground: Ground<'_>, index: usize, figure: &Figure, divisor: f64, notes: &mut Vec<String>) -> Vec<Dated> {
    let label = match (figure.item.as_deref(), amount::name_of(ground.record, figure.actor)) {
        (Some(item), _) => item.to_owned(),
        (None, Some(actor)) => format!("by {actor}"),
        (None, None) => "purchase".to_owned(),
    };
    let bar = ground.bar(index, figure, label, divisor);
    let Some(window) = &figure.window else {
        // A purchase whose time the text does not say stands under no period.
        return vec![Dated { from: None, period: String::new(), bar }];
    };
    let time = time_of(ground, figure, window);
    // A period that the analyst has set is not the time's any more.
    let same = |t: &&Time| (&t.from, &t.to) == (&window.from, &window.to);
    if let Some(time) = time.filter(same).filter(|t| t.readings.len() > 1) {
        let ways = time.readings.len();
        notes.push(format!("“{}” can be read in {ways} ways: only one of the bars over it holds.", window.text));
        let read = |(i, reading): (usize, &TimeReading)| Dated {
            from: reading.from.as_deref().and_then(ticks::day),
            period: window.text.clone(),
            bar: Bar { label: reading_name(reading, i), ..bar.clone() },
        };
        return time.readings.iter().enumerate().map(read).collect();
    }
    let from = window.from.as_deref().and_then(ticks::day);
    let years = if figure.per.as_deref() == Some("year") { years(window, time) } else { Vec::new() };
    if years.len() < 2 {
        return vec![Dated { from, period: window.text.clone(), bar }];
    }
    if let Some(total) = total(figure, years.len(), divisor) {
        notes.push(format!("{} years of {} add up to {total}.", years.len(), amount::full(figure)));
    }
    let year = |(i, period): (usize, String)| Dated {
        // Years follow each other by a day's part, so that they stay together and in order.
        from: from.map(|day| day + i as f64 * 365.25),
        period,
        bar: bar.clone(),
    };
    years.into_iter().enumerate().map(year).collect()
}

/// "Sep 2025 – Aug 2026", "Sep–Nov 2025", or "reading 2" for one that has no days.
fn reading_name(reading: &TimeReading, index: usize) -> String {
    let month = |iso: &Option<String>| iso.as_deref().and_then(ticks::day).and_then(ticks::month_of);
    match (month(&reading.from), month(&reading.to)) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => match (from.split_once(' '), to.split_once(' ')) {
            (Some((first, year)), Some((last, same))) if year == same => format!("{first}–{last} {year}"),
            _ => format!("{from} – {to}"),
        },
        _ => format!("reading {}", index + 1),
    }
}

/// The time that the words of a window name.
fn time_of<'a>(ground: Ground<'a>, figure: &Figure, window: &Window) -> Option<&'a Time> {
    let in_sentence = |t: &&Time| ground.text.sentence_at(t.span.start) == figure.sentence as usize;
    let named = |t: &&Time| {
        let words = ground.text.slice(t.span);
        !words.is_empty() && (window.text.contains(words) || words.contains(&window.text))
    };
    ground.record.times.iter().filter(in_sentence).find(named)
}

/// The years of a window: "2026", "2027", "2028" where the days are known, else "year 1" and so on.
fn years(window: &Window, time: Option<&Time>) -> Vec<String> {
    let date = |iso: &Option<String>| iso.as_deref().and_then(ticks::day).and_then(ticks::date_of);
    if let (Some(from), Some(to)) = (date(&window.from), date(&window.to)) {
        let (first, last) = (i32::from(from.year()), i32::from(to.year()));
        // Twelve months that begin within a year are named by the two years they touch.
        let whole = from.day_of_year() == 1;
        let count = if whole { last - first + 1 } else { last - first };
        if (1..=MOST_YEARS).contains(&count) {
            let name = |i: i32| {
                let year = first + i;
                if whole { year.to_string() } else { format!("{year}–{:02}", (year + 1).rem_euclid(100)) }
            };
            return (0..count).map(name).collect();
        }
    }
    let count =
        time.and_then(|t| t.value.as_deref()).and_then(|v| v.strip_prefix('P')?.strip_suffix('Y')?.parse().ok());
    match count {
        Some(count) if (1..=MOST_YEARS).contains(&count) => (1..=count).map(|i| format!("year {i}")).collect(),
        _ => Vec::new(),
    }
}

/// What a rate adds up to over its years, with its bound.
fn total(figure: &Figure, years: usize, divisor: f64) -> Option<String> {
    // "About" three times is not about three times as much, and neither end of a range is the sum's.
    if matches!(figure.bound, Bound::About | Bound::Range) {
        return None;
    }
    let sum = figure.value()? * years as f64;
    let (step, word) = amount::magnitude(sum.max(divisor));
    let unit = amount::unit_name(figure);
    let words = [amount::number(sum / step), word.to_owned(), unit];
    Some(format!("{}{}", amount::bound_sign(figure.bound), words.join(" ").replace("  ", " ").trim_end()))
}

#[cfg(test)]
mod tests {
    use super::charts;
    use crate::chart::Ground;
    use crate::chart::ground::test::{article, entity, figure, span};
    use crate::record::{
        Anchor, Bound, Certainty, EntityKind, Figure, FigureKind, Measure, Record, Status, Time, TimeKind, TimeReading,
        Window,
    };
    use crate::text::Text;

    const WORDS: &str = "Norland will buy 3 million tonnes of oats this season and at least 4.5 million tonnes a year \
                         for the next three years. It bought 1.8 million tonnes in 2024 and ships for $20 million.";

    fn window(text: &str, from: Option<&str>, to: Option<&str>) -> Window {
        let own = |s: Option<&str>| s.map(str::to_owned);
        Window { text: text.to_owned(), from: own(from), to: own(to), open: false }
    }

    fn time(text: &Text, words: &str, value: Option<&str>, readings: Vec<TimeReading>) -> Time {
        Time {
            span: span(text, words),
            kind: TimeKind::Duration,
            value: value.map(str::to_owned),
            modifier: None,
            from: None,
            to: None,
            anchor: Some(Anchor::Published),
            readings,
            certainty: Certainty::Sure,
            because: String::new(),
        }
    }

    fn told() -> (Text, Record) {
        let (text, mut record) = article(WORDS);
        let norland = entity(&mut record, EntityKind::Place, "Norland");
        let bought = |words: &str, low: f64, high: Option<f64>| {
            let mut f = figure(&text, words, Some(low), high, "t", "tonne");
            (f.measure, f.actor, f.item) = (Measure::new(Measure::PURCHASE), Some(norland), Some("oats".to_owned()));
            f
        };
        let season = Figure {
            window: Some(window("this season", None, None)),
            status: Status::Promised,
            ..bought("3 million tonnes", 3e6, Some(3e6))
        };
        let yearly = Figure {
            window: Some(window("next three years", Some("2026-01-01"), Some("2028-12-31"))),
            status: Status::Promised,
            bound: Bound::AtLeast,
            per: Some("year".to_owned()),
            ..bought("at least 4.5 million tonnes a year", 4.5e6, None)
        };
        let past = Figure {
            window: Some(window("2024", Some("2024-01-01"), Some("2024-12-31"))),
            status: Status::Done,
            ..bought("1.8 million tonnes", 1.8e6, Some(1.8e6))
        };
        let ships = Figure {
            kind: FigureKind::Money,
            unit: "USD".to_owned(),
            item: None,
            ..bought("$20 million", 20e6, Some(20e6))
        };
        record.figures.extend([season, yearly, past, ships]);
        (text, record)
    }

    fn check(text: &Text, record: &Record, expected: &[&str]) {
        let mut lines = Vec::new();
        for chart in charts(Ground { text, record }) {
            lines.push(format!("{}, {}", chart.title, chart.unit));
            for group in &chart.groups {
                let bars: Vec<String> = group.bars.iter().map(super::super::Bar::spoken).collect();
                lines.push(format!("  {}: {}", group.label, bars.join(" / ")));
            }
            lines.extend(chart.notes);
        }
        assert_eq!(lines, expected);
    }

    #[test]
    fn by_period_and_unit() {
        let (text, record) = told();
        check(
            &text,
            &record,
            &[
                "Purchases of oats by Norland, million tonnes",
                "  2024: oats: 1.8, done",
                "  this season: oats: 3, promised",
                "  2026: oats: ≥ 4.5, promised",
                "  2027: oats: ≥ 4.5, promised",
                "  2028: oats: ≥ 4.5, promised",
                "3 years of ≥ 4.5 million tonnes per year add up to ≥ 13.5 million tonnes.",
                "Purchases by Norland, million USD",
                "  : by Norland: 20",
            ],
        );
    }

    #[test]
    fn a_rate_without_years_is_no_amount() {
        let (text, mut record) = told();
        record.figures[1].window = None;
        record.figures.truncate(2);
        check(
            &text,
            &record,
            &[
                "Purchases of oats by Norland, million tonnes",
                "  this season: oats: 3, promised",
                "Purchases of oats by Norland, million tonnes per year",
                "  : oats: ≥ 4.5, promised",
            ],
        );
    }

    #[test]
    fn readings_side_by_side() {
        let (text, mut record) = told();
        record.figures.truncate(1);
        let reading = |from: &str, to: &str| TimeReading {
            value: String::new(),
            from: Some(from.to_owned()),
            to: Some(to.to_owned()),
            because: String::new(),
        };
        let readings = vec![reading("2025-09-01", "2026-08-31"), reading("2026-04-01", "2026-09-30")];
        record.times.push(time(&text, "this season", None, readings));
        check(
            &text,
            &record,
            &[
                "Purchases of oats by Norland, million tonnes",
                "  this season: Sep 2025 – Aug 2026: 3, promised / Apr–Sep 2026: 3, promised",
                "“this season” can be read in 2 ways: only one of the bars over it holds.",
            ],
        );
    }

    #[test]
    fn years_without_dates() {
        let (text, mut record) = told();
        record.figures = vec![record.figures.remove(1)];
        record.figures[0].window = Some(window("next three years", None, None));
        record.times.push(time(&text, "next three years", Some("P3Y"), Vec::new()));
        check(
            &text,
            &record,
            &[
                "Purchases of oats by Norland, million tonnes",
                "  year 1: oats: ≥ 4.5, promised",
                "  year 2: oats: ≥ 4.5, promised",
                "  year 3: oats: ≥ 4.5, promised",
                "3 years of ≥ 4.5 million tonnes per year add up to ≥ 13.5 million tonnes.",
            ],
        );
    }
}
