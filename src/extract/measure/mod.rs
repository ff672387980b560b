//! What every figure measures, of what, by whom, over which time, and how settled it is.
//!
//! Read from the grammar around the figure ([`crate::extract::clause`]): "China will buy 12 million tonnes of soybeans
//! this season" is a purchase of soybeans by China, promised, over "this season". The words that tell a measure are
//! rows of `assets/lists/measures.tsv`. What the text leaves open stays open.

mod around;
mod carry;
mod choose;
mod item;
pub mod lists;
mod party;
mod window;

use super::Reading;
use super::clause::status;
use crate::record::{Certainty, EntityId, Figure, FigureKind, Measure, Quote, Status, Window};
use around::Around;
use carry::Manner;
use choose::{Choice, Told};

pub(in crate::extract) use around::{lemma, sense};
pub(in crate::extract) use item::words;
pub(in crate::extract) use lists::singular;
pub(in crate::extract) use party::{first_party, party_of};

/// What is told of one figure.
struct Telling {
    choice: Choice,
    item: Option<String>,
    actor: Option<EntityId>,
    toward: Option<EntityId>,
    window: Option<Window>,
    status: Status,
    status_because: String,
}

/// Fills measure, item, parties, window, status and source of every figure.
pub(super) fn run(reading: &mut Reading<'_>) {
    let pair = party::pair(reading);
    let mut choices: Vec<Option<Choice>> = Vec::with_capacity(reading.record.figures.len());
    for n in 0..reading.record.figures.len() {
        let told = Around::new(reading, n).and_then(|around| tell(reading, &around, &choices, pair));
        let said_by = source(reading, n);
        let figure = &mut reading.record.figures[n];
        figure.said_by = said_by;
        choices.push(told.as_ref().map(|t| t.choice.clone()));
        if let Some(told) = told {
            fill(figure, told);
        }
    }
}

fn fill(figure: &mut Figure, told: Telling) {
    figure.measure = Measure::new(&told.choice.measure);
    figure.item = told.item;
    figure.actor = told.actor;
    figure.toward = told.toward;
    figure.window = told.window;
    figure.status = told.status;
    figure.certainty = figure.certainty.max(told.choice.certainty);
    if !figure.because.is_empty() {
        figure.because.push_str("; ");
    }
    figure.because.push_str(&format!("{}: {}; {}", told.choice.measure, told.choice.because, told.status_because));
}

fn tell(
    reading: &Reading<'_>,
    around: &Around,
    choices: &[Option<Choice>],
    pair: Option<[EntityId; 2]>,
) -> Option<Telling> {
    let figure = around.figure(reading);
    let pointed = choose::points_back(reading, around).then(|| carry::earlier(reading, around, choices)).flatten();
    let own = if pointed.is_some() { None } else { choose::choose(reading, around) };
    let taken = pointed.or_else(|| own.is_none().then(|| carry::earlier(reading, around, choices)).flatten());
    let window = window::window(reading, around);
    let (status, status_because) = match around.clause.or(around.verb_left) {
        Some(clause) => status::status(reading, clause),
        None => (Status::Reported, "no verb says how settled it is".to_owned()),
    };
    if let Some((from, manner, because)) = taken
        && let Some(prior) = choices.get(from).and_then(Option::as_ref)
    {
        let source = &reading.record.figures[from];
        let mut choice = Choice::new(&prior.measure, Told::Earlier(from), because);
        choice.certainty = Certainty::Likely;
        choice.change = prior.change;
        let item = match manner {
            Manner::Part => item::part(reading, around),
            Manner::Same => item::own_goods(reading, around).or_else(|| source.item.clone()),
        };
        let window = window.or_else(|| (manner == Manner::Part).then(|| source.window.clone()).flatten());
        return Some(Telling {
            choice,
            item,
            actor: source.actor,
            toward: source.toward,
            window,
            status,
            status_because,
        });
    }
    let choice = own
        .or_else(|| carry::market_move(reading, around, choices))
        .or_else(|| choose::fallback(reading, around))
        .or_else(|| choose::sole_cue(reading, around))?;
    let item = item::item(reading, around, &choice);
    let mut parties = party::parties(reading, around, &choice, pair);
    if parties.actor.is_none() {
        parties.actor = party::same_flow(reading, around, &choice, choices);
    }
    let status = if figure.kind == FigureKind::Duration { Status::Reported } else { status };
    Some(Telling { choice, item, actor: parties.actor, toward: parties.toward, window, status, status_because })
}

/// Who says the figure: the speaker of the quotation around it, or whom "said" and "according to" name.
fn source(reading: &Reading<'_>, n: usize) -> Option<EntityId> {
    let span = reading.record.figures[n].span;
    speaker(&reading.record.quotes, span.start).or_else(|| party::reporter(reading, n))
}

/// The speaker of the innermost quotation around a byte. Quotations are in text order and few lie around one byte.
pub(in crate::extract) fn speaker(quotes: &[Quote], byte: u32) -> Option<EntityId> {
    let after = quotes.partition_point(|q| q.span.start <= byte);
    let near = quotes.get(after.saturating_sub(6)..after)?;
    near.iter().rev().filter(|q| byte < q.span.end).find_map(|q| q.speaker)
}
