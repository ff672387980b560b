//! Tariffs: who levies how much on what, and how the rate changes. One row a rate, grouped by who levies it.
//!
//! "from 12 percent to 5 percent" is one row with an arrow. A rate whose author the text does not name stands under
//! "Not said who levies". Rates in another unit than percent (a duty per tonne) are drawn by `measure`.

use super::ground::Ends;
use super::{Bar, Chart, Direction, Ground, Group, Scale, amount, cut};
use crate::record::{EntityId, Figure, Measure};

/// What a rate is called whose object the text does not name.
const UNNAMED: &str = "Tariff";

/// One rate and the way it came, as far as a sentence tells it.
pub(super) struct Rate<'a> {
    /// The amounts with their indexes in the record, oldest first.
    pub(super) steps: Vec<(usize, &'a Figure)>,
    /// On what, in words.
    pub(super) what: String,
    /// The goods, as the text names them.
    pub(super) item: Option<&'a str>,
    /// Whose goods.
    pub(super) toward: Option<EntityId>,
    /// Who levies it.
    pub(super) levies: Option<EntityId>,
    /// The name of who does.
    pub(super) who: Option<&'a str>,
}

/// The rates of an article in text order, and what must be said of those that are left out.
pub(super) fn rates(ground: Ground<'_>) -> (Vec<Rate<'_>>, Vec<String>) {
    let mut figures: Vec<(usize, &Figure)> =
        ground.measuring(Measure::TARIFF_RATE).filter(|(_, f)| f.unit == "%").collect();
    let notes = cut(&mut figures);
    let mut rates = Vec::new();
    let mut rest = figures.as_slice();
    while !rest.is_empty() {
        let order = change(ground, rest);
        let steps = order.iter().filter_map(|&i| rest.get(i)).copied().collect();
        rates.push(rate(ground, steps));
        rest = rest.get(order.len()..).unwrap_or_default();
    }
    (rates, notes)
}

/// The chart of the rates of an article, if it has any.
pub fn chart(ground: Ground<'_>) -> Option<Chart> {
    let (rates, notes) = rates(ground);
    let mut groups: Vec<Group> = Vec::new();
    for rate in &rates {
        let Some(mut bar) = bar(ground, rate) else { continue };
        let same = |other: &Rate<'_>| other.what == UNNAMED && other.who == rate.who;
        if rate.what == UNNAMED && rates.iter().filter(|rate| same(rate)).count() > 1 {
            bar.label = rate.steps.first().map(|(_, f)| ground.words_near(f)).unwrap_or(bar.label);
        }
        let label = rate.who.unwrap_or("Not said who levies");
        match groups.iter_mut().find(|g| g.label == label) {
            Some(group) => group.bars.push(bar),
            None => groups.push(Group::new(label, vec![bar])),
        }
    }
    if groups.is_empty() {
        return None;
    }
    let height = |g: &Group| g.bars.iter().map(Bar::extent).fold(0.0, f64::max);
    for group in &mut groups {
        group.bars.sort_by(|a, b| b.extent().total_cmp(&a.extent()));
    }
    groups.sort_by(|a, b| height(b).total_cmp(&height(a)));
    Some(Chart {
        title: "Tariffs by who levies them".to_owned(),
        unit: "percent".to_owned(),
        scale: Scale::Amount { divisor: 1.0 },
        direction: Direction::Rows,
        groups,
        notes,
    })
}

/// The order in time of the figures at the head of `rates` that tell one rate: indexes into `rates`, oldest first.
fn change(ground: Ground<'_>, rates: &[(usize, &Figure)]) -> Vec<usize> {
    let [(_, a), (_, b), rest @ ..] = rates else { return vec![0] };
    match ground.change(a, b) {
        Some(Ends::FirstIsNew) => vec![1, 0],
        Some(Ends::FirstIsOld) => {
            let mut order = vec![0, 1];
            let mut last = *b;
            for (_, next) in rest {
                if !ground.goes_on(last, next) {
                    break;
                }
                order.push(order.len());
                last = next;
            }
            order
        }
        None => vec![0],
    }
}

/// The rate that figures tell. Only one of them may carry what the sentence says of all.
fn rate<'a>(ground: Ground<'a>, steps: Vec<(usize, &'a Figure)>) -> Rate<'a> {
    let newest_first = || steps.iter().rev().map(|&(_, f)| f);
    let item = newest_first().find_map(|f| f.item.as_deref());
    let toward = newest_first().find_map(|f| f.toward);
    let named = |f: &Figure| amount::name_of(ground.record, f.actor).is_some();
    let levies = newest_first().filter(|f| named(f)).find_map(|f| f.actor);
    let who = amount::name_of(ground.record, levies);
    Rate { what: label(ground, item, toward), item, toward, levies, who, steps }
}

/// The row of a rate.
fn bar(ground: Ground<'_>, rate: &Rate<'_>) -> Option<Bar> {
    let (&(index, newest), older) = rate.steps.split_last()?;
    let mut bar = ground.bar(index, newest, rate.what.clone(), 1.0);
    let words = rate.steps.iter().map(|(_, f)| format!("{}%", amount::bare(f, 1.0, "")));
    bar.value = words.collect::<Vec<_>>().join(" to ");
    bar.before = older.iter().filter_map(|(_, f)| f.value()).collect();
    Some(bar)
}

/// "Frozen beef", "Steel from Vietnam", "Goods from China" where only the country is named.
fn label(ground: Ground<'_>, item: Option<&str>, toward: Option<EntityId>) -> String {
    match (item, amount::name_of(ground.record, toward)) {
        (Some(item), Some(from)) if !ground.names(item, toward) => format!("{} from {from}", amount::capitalised(item)),
        (Some(item), _) => amount::capitalised(item),
        (None, Some(from)) => format!("Goods from {from}"),
        (None, None) => UNNAMED.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::chart;
    use crate::chart::Ground;
    use crate::chart::ground::test::{article, entity, figure};
    use crate::record::{Bound, EntityKind, Figure, Measure, Status};

    fn rate(text: &crate::text::Text, words: &str, value: f64) -> Figure {
        let mut f = figure(text, words, Some(value), Some(value), "%", "percent");
        f.measure = Measure::new(Measure::TARIFF_RATE);
        f
    }

    #[test]
    fn changes_groups_and_bounds() {
        let (text, mut record) = article(
            "Norland will cut its duty on frozen beef from 20 percent to 8 percent, and later to 2 percent. \
             Sudland keeps levies of over 25 percent on steel. A duty of 10 percent was named.",
        );
        let norland = entity(&mut record, EntityKind::Place, "Norland");
        let sudland = entity(&mut record, EntityKind::Place, "Sudland");
        let mut beef = [("20 percent", 20.0), ("8 percent", 8.0), ("2 percent", 2.0)].map(|(w, v)| rate(&text, w, v));
        beef[0].actor = Some(norland);
        beef[0].item = Some("frozen beef".to_owned());
        beef[2].status = Status::Promised;
        let mut steel = rate(&text, "over 25 percent", 25.0);
        (steel.high, steel.bound, steel.actor) = (None, Bound::MoreThan, Some(sudland));
        (steel.item, steel.toward) = (Some("steel".to_owned()), Some(norland));
        record.figures.extend(beef);
        record.figures.push(steel);
        record.figures.push(rate(&text, "10 percent", 10.0));
        let chart = chart(Ground { text: &text, record: &record }).unwrap();
        let told: Vec<String> = chart
            .groups
            .iter()
            .flat_map(|g| g.bars.iter().map(move |b| format!("{} | {} | {:?}", g.label, b.spoken(), b.before)))
            .collect();
        assert_eq!(
            told,
            [
                "Sudland | Steel from Norland: > 25% | []",
                "Norland | Frozen beef: 20% to 8% to 2%, promised | [20.0, 8.0]",
                "Not said who levies | Tariff: 10% | []",
            ]
        );
        assert_eq!(chart.groups[0].bars[0].high, None, "“over” leaves the upper end open");
    }

    #[test]
    fn nothing_to_draw() {
        let (text, mut record) = article("Prices rose 3 percent.");
        assert_eq!(chart(Ground { text: &text, record: &record }), None);
        record.figures.push(figure(&text, "3 percent", Some(3.0), Some(3.0), "%", "percent"));
        assert_eq!(chart(Ground { text: &text, record: &record }), None);
    }
}
