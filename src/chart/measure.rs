//! Any measure: one chart for each measure and unit, one row a figure, "from 25 to 15" as one row.

use super::ground::Ends;
use super::{Bar, Chart, Direction, Ground, Group, Scale, amount};
use crate::record::{Figure, FigureKind, Measure};

/// The charts of everything that is measured, the measure with the most figures first. Ranks are no amounts, and are
/// left out.
pub fn charts(ground: Ground<'_>) -> Vec<Chart> {
    let mut found: Vec<(Key<'_>, Vec<(usize, &Figure)>)> = Vec::new();
    for (index, figure) in ground.figures().filter(|(_, f)| f.kind != FigureKind::Ordinal) {
        let key = Key { measure: figure.measure.as_str(), unit: unit(figure) };
        match found.iter_mut().find(|(k, _)| *k == key) {
            Some((_, figures)) => figures.push((index, figure)),
            None => found.push((key, vec![(index, figure)])),
        }
    }
    // Stable: equally frequent measures stay in text order; what has no name comes last.
    found.sort_by_key(|(key, figures)| (key.measure == Measure::OTHER, std::cmp::Reverse(figures.len())));
    found.into_iter().map(|(key, figures)| chart(ground, &key, &figures)).collect()
}

/// What figures must share to stand on one axis.
#[derive(PartialEq)]
struct Key<'a> {
    measure: &'a str,
    unit: String,
}

/// The unit with its rate: "USD per bushel".
fn unit(figure: &Figure) -> String {
    let name = amount::unit_name(figure);
    match &figure.per {
        Some(per) => format!("{name} per {per}").trim_start().to_owned(),
        None => name,
    }
}

fn chart(ground: Ground<'_>, key: &Key<'_>, figures: &[(usize, &Figure)]) -> Chart {
    let largest = figures.iter().filter_map(|(_, f)| f.high.or(f.low)).fold(0.0, f64::max);
    let (divisor, word) = amount::magnitude(largest);
    let unit = [word, &key.unit].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    let mut bars: Vec<Bar> = Vec::new();
    let mut rest = figures;
    while let [(index, figure), after @ ..] = rest {
        let change = after.first().and_then(|(i, next)| Some((ground.change(figure, next)?, *i, *next)));
        let (index, newest, older) = match change {
            Some((Ends::FirstIsOld, i, next)) => (i, next, Some(*figure)),
            Some((Ends::FirstIsNew, _, next)) => (*index, *figure, Some(next)),
            None => (*index, *figure, None),
        };
        let name = label(ground, newest).or_else(|| older.and_then(|f| label(ground, f)));
        let near = || ground.words_near(figure);
        let name = match name {
            // Two rows of one name need words to tell them apart.
            Some(name) if bars.iter().any(|bar| bar.label == name) => format!("{name}: {}", near()),
            name => name.unwrap_or_else(near),
        };
        let mut bar = ground.bar(index, newest, name, divisor);
        if let Some(older) = older {
            bar.before = older.value().into_iter().collect();
            bar.value = format!("{} to {}", amount::bare(older, divisor, ""), bar.value);
        }
        bars.push(bar);
        rest = rest.get(1 + usize::from(change.is_some())..).unwrap_or_default();
    }
    Chart {
        title: amount::capitalised(if key.measure == Measure::OTHER { "other figures" } else { key.measure }),
        unit,
        scale: Scale::Amount { divisor },
        direction: Direction::Rows,
        groups: vec![Group::new("", bars)],
        notes: Vec::new(),
    }
}

/// "China: soybeans", as far as the text says it.
fn label(ground: Ground<'_>, figure: &Figure) -> Option<String> {
    let window = figure.window.as_ref().map(|w| w.text.as_str());
    let what = match (amount::name_of(ground.record, figure.actor), figure.item.as_deref()) {
        (Some(actor), Some(item)) if !ground.names(item, figure.actor) => format!("{actor}: {item}"),
        (_, Some(item)) => amount::capitalised(item),
        (Some(actor), None) => actor.to_owned(),
        (None, None) => return None,
    };
    Some(window.map_or(what.clone(), |w| format!("{what}, {w}")))
}

#[cfg(test)]
mod tests {
    use super::charts;
    use crate::chart::ground::test::{article, entity, figure};
    use crate::chart::{Bar, Ground};
    use crate::record::{EntityKind, FigureKind, Measure};

    #[test]
    fn one_axis_a_unit() {
        let (text, mut record) = article(
            "The maker employs 17,000 people. Sales fell from 455 million euros to 310 million euros. \
             Profit was 40 million crowns, and it came third.",
        );
        let maker = entity(&mut record, EntityKind::Organization, "Condor");
        let money = |words: &str, value: f64, code: &str| {
            let mut f = figure(&text, words, Some(value), Some(value), code, "euro");
            (f.kind, f.measure) = (FigureKind::Money, Measure::new("revenue"));
            f
        };
        let mut staff = figure(&text, "17,000 people", Some(17e3), Some(17e3), "1", "");
        (staff.counted, staff.measure) = (Some("people".to_owned()), Measure::new("headcount"));
        staff.actor = Some(maker);
        let mut third = figure(&text, "third", Some(3.0), Some(3.0), "1", "");
        third.kind = FigureKind::Ordinal;
        record.figures = vec![
            staff,
            money("455 million euros", 455e6, "EUR"),
            money("310 million euros", 310e6, "EUR"),
            money("40 million crowns", 40e6, "NOK"),
            third,
        ];
        let told: Vec<String> = charts(Ground { text: &text, record: &record })
            .iter()
            .map(|c| {
                let bars: Vec<String> = c.bars().map(Bar::spoken).collect();
                format!("{}, {}: {}", c.title, c.unit, bars.join(" / "))
            })
            .collect();
        assert_eq!(
            told,
            [
                "Revenue, million EUR: Sales fell: 455 to 310",
                "Headcount, people: Condor: 17,000",
                "Revenue, million NOK: Profit was: 40",
            ]
        );
    }
}
