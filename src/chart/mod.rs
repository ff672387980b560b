//! Figures as charts: what to draw, and the same drawing for the window, for a file and for a terminal.
//!
//! 1. [`tariff`], [`change`], [`course`], [`purchase`], [`total`], [`measure`], [`timeline`] and [`entities`] turn a record into [`Chart`]s: plain data in
//!    the text's own units. Nothing is averaged or converted; an end that the words leave open stays open.
//! 2. [`layout`] turns a chart into a [`Scene`]: lines, boxes and words with their places, in roles instead of colours.
//! 3. The window paints a scene, [`svg`] writes it, and [`text`] draws the chart with block characters.
//!
//! Every mark carries its [`Datum`], which leads back to the words that say it.

pub mod amount;
pub mod change;
pub mod course;
pub mod entities;
mod ground;
pub mod layout;
pub mod measure;
#[cfg(feature = "gui")]
pub mod network;
pub mod purchase;
mod scene;
pub mod svg;
pub mod tariff;
pub mod text;
mod ticks;
pub mod timeline;
pub mod total;

pub use ground::Ground;
pub use scene::{Align, Ink, Mark, Paint, Rect, Scene, Shape, ToScale, text_width};

use crate::record::{EntityId, Status};
use crate::text::Span;

/// The most figures that one chart draws: more than anybody can look at, few enough to lay out within a frame.
const MOST: usize = 200;

/// Keeps the first figures of a chart, and says how many are left out.
fn cut<T>(figures: &mut Vec<T>) -> Vec<String> {
    let left_out = figures.len().saturating_sub(MOST);
    figures.truncate(MOST);
    if left_out == 0 {
        return Vec::new();
    }
    vec![format!("The first {MOST} are drawn; {left_out} more are in the table of figures.")]
}

/// What a mark of a chart shows, to lead back to the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Datum {
    /// A figure, by its index in the record.
    Figure(usize),
    /// A figure of another article.
    Elsewhere {
        /// The article, by the workspace's number.
        article: i64,
        /// The figure, by its index in the record there.
        figure: usize,
    },
    /// A time.
    Time(usize),
    /// A commitment.
    Commitment(usize),
    /// An entity.
    Entity(EntityId),
    /// Two entities that share sentences.
    Pair([EntityId; 2]),
    /// A place in the article.
    Place(Span),
}

/// How far the world has gone in what a mark shows, as one sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fill {
    /// Done, in force, or told as a fact.
    #[default]
    Solid,
    /// Agreed or promised.
    Hatched,
    /// Only possible, or denied.
    Hollow,
}

impl From<Status> for Fill {
    fn from(status: Status) -> Self {
        match status {
            Status::Done | Status::InForce | Status::Reported => Self::Solid,
            Status::Agreed | Status::Promised => Self::Hatched,
            Status::Possible | Status::Denied => Self::Hollow,
        }
    }
}

/// The way the bars of a chart lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// One bar below the other, growing to the right: for names.
    Rows,
    /// Side by side, growing upwards: for periods.
    Columns,
    /// A line of steps for all bars of one label, from group to group: for what holds until it changes.
    Steps,
}

/// What the axis of values counts.
#[derive(Clone, Debug, PartialEq)]
pub enum Scale {
    /// Amounts from zero, written in multiples of the divisor (a million, say).
    Amount {
        /// How many units one step of the written number stands for.
        divisor: f64,
    },
    /// Days since 1970-01-01.
    Days,
}

/// A chart: groups of bars over one axis with one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// What the axis counts, with its unit: "million tonnes".
    pub unit: String,
    /// How the axis counts.
    pub scale: Scale,
    /// How the bars lie.
    pub direction: Direction,
    /// The bars, grouped.
    pub groups: Vec<Group>,
    /// What a reader must know besides: sums, readings, what could not be drawn.
    pub notes: Vec<String>,
}

impl Chart {
    /// Every bar, in order.
    pub fn bars(&self) -> impl Iterator<Item = &Bar> {
        self.groups.iter().flat_map(|g| &g.bars)
    }
}

/// Bars that belong together: one actor's tariffs, one period's purchases.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The heading; empty where there is nothing to say.
    pub label: String,
    /// The bars.
    pub bars: Vec<Bar>,
    /// Its place in the calendar, in days since 1970-01-01, where a drawing may use it.
    pub day: Option<f64>,
}

impl Group {
    /// Bars without a place in the calendar.
    pub fn new(label: impl Into<String>, bars: Vec<Bar>) -> Self {
        Self { label: label.into(), bars, day: None }
    }
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it shows: "soybeans".
    pub label: String,
    /// The amount as written beside it: "≥ 25 a year".
    pub value: String,
    /// A word of status or reading beside the amount: "promised".
    pub remark: String,
    /// The lower end; `None` where the words leave it open.
    pub low: Option<f64>,
    /// The upper end; `None` where the words leave it open.
    pub high: Option<f64>,
    /// Whether the amount is a fall, which is drawn to the other side of zero.
    pub falls: bool,
    /// Whether the ends are about right only.
    pub soft: bool,
    /// The amounts it came from, first to last: "from 25 (to 15)".
    pub before: Vec<f64>,
    /// Solid for facts, hatched for promises.
    pub fill: Fill,
    /// The sentence that says it.
    pub says: String,
    /// What it leads to.
    pub datum: Datum,
}

impl Bar {
    /// The end up to which the bar is drawn as certain.
    pub fn reach(&self) -> f64 {
        self.low.or(self.high).unwrap_or(0.0)
    }

    /// The largest number that has to be on the axis.
    pub fn extent(&self) -> f64 {
        self.before.iter().copied().chain(self.low).chain(self.high).fold(0.0, f64::max)
    }

    /// The bar in one sentence, for a screen reader and for the source of a mark: "soybeans: ≥ 25 a year, promised".
    pub fn spoken(&self) -> String {
        let mut out = format!("{}: {}", self.label, self.value);
        if !self.remark.is_empty() {
            out.push_str(", ");
            out.push_str(&self.remark);
        }
        out
    }
}

#[cfg(test)]
mod test {
    //! A chart with every kind of bar, for the tests of what draws charts.

    use super::{Bar, Chart, Datum, Direction, Fill, Group, Scale};

    fn bar(label: &str, value: &str, remark: &str, ends: (Option<f64>, Option<f64>), fill: Fill) -> Bar {
        Bar {
            label: label.to_owned(),
            value: value.to_owned(),
            remark: remark.to_owned(),
            low: ends.0,
            high: ends.1,
            falls: false,
            soft: false,
            before: Vec::new(),
            fill,
            says: "It will buy <4.5> & more.".to_owned(),
            datum: Datum::Figure(0),
        }
    }

    /// Purchases with an exact amount, an open top, a range and an upper bound.
    pub(super) fn sample() -> Chart {
        let group = |label: &str, bars| Group::new(label, bars);
        Chart {
            title: "Purchases of oats".to_owned(),
            unit: "million tonnes".to_owned(),
            scale: Scale::Amount { divisor: 1e6 },
            direction: Direction::Columns,
            groups: vec![
                group("2024", vec![bar("oats", "3", "done", (Some(3e6), Some(3e6)), Fill::Solid)]),
                group(
                    "2026",
                    vec![
                        bar("oats", "≥ 4.5", "promised", (Some(4.5e6), None), Fill::Hatched),
                        bar("rye", "2–6", "", (Some(2e6), Some(6e6)), Fill::Solid),
                    ],
                ),
                group("2027", vec![bar("oats", "≤ 2", "possible", (None, Some(2e6)), Fill::Hollow)]),
            ],
            notes: vec!["Two of them are rates.".to_owned()],
        }
    }

    #[test]
    fn no_amount_breaks_a_drawing() {
        let (text, mut record) = super::ground::test::article("It will buy 5 things from 7 to 9 and 11 again.");
        for value in [0.0, 1e-12, 5.0, 1e17, 1e300, -4.0, f64::NAN, f64::INFINITY] {
            for (low, high) in [(Some(value), Some(value)), (Some(value), None), (None, Some(value)), (None, None)] {
                for (unit, measure) in [("%", "tariff rate"), ("t", "purchase"), ("1", "other")] {
                    let mut f = super::ground::test::figure(&text, "5 things", low, high, unit, "thing");
                    f.measure = crate::record::Measure::new(measure);
                    record.figures.push(f);
                }
            }
        }
        let ground = super::Ground { text: &text, record: &record };
        let purchases = super::purchase::charts(ground);
        let totals: Vec<_> = purchases.iter().filter_map(|chart| super::total::chart(ground, chart)).collect();
        let tariffs = super::tariff::chart(ground).into_iter().chain(super::change::chart(ground));
        for chart in tariffs.chain(purchases).chain(totals).chain(super::measure::charts(ground)) {
            assert!(!super::text::render(&chart, 80).is_empty());
            for width in [0.0, 200.0, 420.0, 5000.0] {
                let svg = super::svg::write(&super::layout::scene(&chart, width), &chart.title);
                assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{svg}");
            }
        }
    }
}
