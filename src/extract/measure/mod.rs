//! What every figure measures, of what, by whom, over which time, and how settled it is.
//!
//! Read from the grammar around the figure ([`crate::extract::clause`]): "China will buy 12 million tonnes of soybeans
//! this season" is a purchase of soybeans by China, promised, over "this season". The words that tell a measure are
//! rows of `assets/lists/measures.tsv`. What the text leaves open stays open.

mod act;
mod antecedent;
mod around;
mod bearer;
mod carry;
mod chain;
mod change;
mod choose;
mod cue;
mod deal;
mod deed;
mod goods;
mod item;
pub mod lists;
mod market;
mod money;
mod movement;
mod named;
mod order;
mod owner;
mod party;
mod price;
mod quota;
mod row;
mod same;
mod setting;
mod share;
mod specific;
mod subject;
mod tariff;
mod taxed;
mod window;
mod wording;
mod works;

use super::clause::status;
use super::reading::Reading;
use crate::record::{Certainty, EntityId, EntityKind, Figure, FigureKind, Measure, Quote, Status, Window};
use around::Around;
use carry::Manner;
use choose::{Choice, Told};
use setting::Setting;

pub(in crate::extract) use around::{lemma, sense};
pub(in crate::extract) use named::{first_party, is_joint, party_of};
pub(in crate::extract) use party::plan_owner;
pub(in crate::extract) use subject::subject_of;
pub(in crate::extract) use wording::words;

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
    let setting = Setting::new(reading);
    let mut choices: Vec<Option<Choice>> = Vec::with_capacity(reading.record.figures.len());
    for n in 0..reading.record.figures.len() {
        let told = Around::new(reading, n).map(|around| tell(reading, &around, &choices, &setting));
        let said_by = source(reading, n);
        let metric = told.as_ref().is_some_and(|t| counts_metric(reading, t.actor, t.toward));
        let figure = &mut reading.record.figures[n];
        figure.said_by = said_by;
        if metric && figure.unit == "{ton}" {
            "t".clone_into(&mut figure.unit);
            "tonne".clone_into(&mut figure.unit_name);
            figure.certainty = figure.certainty.max(Certainty::Likely);
            figure.because.push_str(" A ton of a country that counts in metric tons is a tonne.");
        }
        choices.push(told.as_ref().map(|t| t.choice.clone()));
        if let Some(told) = told {
            fill(figure, told);
        }
    }
}

/// Whether a trade is of countries that count in metric tons, as all but the United States do.
fn counts_metric(reading: &Reading<'_>, actor: Option<EntityId>, toward: Option<EntityId>) -> bool {
    let american = |e: EntityId| reading.record.entity(e).is_some_and(|e| e.name == "United States");
    actor.is_some_and(|e| tariff::is_country(reading, e) && !american(e)) && !toward.is_some_and(american)
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
        figure.because.truncate(figure.because.trim_end_matches('.').len());
        figure.because.push_str("; ");
    }
    let reasons = [": ", &told.choice.because, "; ", &told.status_because];
    figure.because.push_str(&told.choice.measure);
    for part in reasons {
        figure.because.push_str(part);
    }
}

fn tell(reading: &Reading<'_>, around: &Around, choices: &[Option<Choice>], setting: &Setting) -> Telling {
    let mut told = tell_alone(reading, around, choices, setting);
    let member = row::member(reading, around).filter(|_| !matches!(told.choice.told, Told::Whole(_)));
    if let Some(row::Member { tokens, told: respective, owner }) = member {
        let measure = &*told.choice.measure;
        let party = named::party_in(reading, tokens.clone()).filter(|_| !faces(measure) || owner);
        if party.is_some() {
            told.actor = party;
        } else if respective || measure == "tariff rate" {
            told.item = wording::trimmed(reading, tokens).or(told.item);
        }
        told.choice.because.push_str("; it answers a list of as many");
        told.choice.certainty = told.choice.certainty.max(Certainty::Likely);
    }
    told
}

/// What is told of one figure by itself and by the figures before it.
fn tell_alone(reading: &Reading<'_>, around: &Around, choices: &[Option<Choice>], setting: &Setting) -> Telling {
    let figure = around.figure(reading);
    let pointed = carry::converted(reading, around)
        .or_else(|| carry::branch(reading, around))
        .or_else(|| carry::compared(reading, around))
        .or_else(|| carry::portion(reading, around))
        .or_else(|| carry::remaining(reading, around))
        .or_else(|| choose::points_back(reading, around).then(|| carry::earlier(reading, around, choices)).flatten());
    let pointed = pointed
        .or_else(|| carry::gapped(reading, around))
        .or_else(|| carry::holder(reading, around))
        .or_else(|| carry::expected(reading, around));
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
        choice.certainty = if manner == Manner::Converted { prior.certainty } else { Certainty::Likely };
        choice.change = prior.change;
        let item = match manner {
            Manner::Part => item::part(reading, around)
                .or_else(|| source.item.clone().filter(|_| &*choice.measure == "tariff rate")),
            Manner::Portion => item::portion(reading, around).or_else(|| source.item.clone()),
            Manner::Gapped(p) if faces(&choice.measure) => wording::words(reading, p),
            Manner::Gapped(p) if goods::named_in(reading, p) => wording::words(reading, p),
            Manner::Gapped(_) | Manner::Converted => source.item.clone(),
            Manner::Branch(p) => wording::words(reading, p),
            Manner::Same => item::own_goods(reading, around).or_else(|| source.item.clone()),
        };
        let window = window.or_else(|| (manner == Manner::Part).then(|| source.window.clone()).flatten());
        let actor = match manner {
            Manner::Gapped(p) if !faces(&choice.measure) => {
                named::party_of(reading, p).or_else(|| source.actor.filter(|_| goods::named_in(reading, p)))
            }
            _ => source.actor,
        };
        // A member of a list with goods of its own is told on the country of those goods.
        let own_goods = around.right_of(reading, &["on", "of", "for"]).filter(|_| manner == Manner::Same);
        let toward = own_goods.map_or(source.toward, |p| named::first_country(reading, p));
        return Telling { choice, item, actor, toward, window, status, status_because };
    }
    let choice = own
        .or_else(|| carry::market_move(reading, around, choices))
        .or_else(|| choose::by_charge(reading, around))
        .or_else(|| choose::fallback(reading, around))
        .or_else(|| choose::sole_cue(reading, around))
        .unwrap_or_else(choose::other);
    let bare_count = figure.kind == FigureKind::Count && figure.counted.is_none();
    let counted = bare_count.then(|| same::same_item(reading, around, &choice, choices)).flatten();
    let item = counted
        .or_else(|| item::item(reading, around, &choice).filter(|words| wording::names_something(words)))
        .or_else(|| same::same_item(reading, around, &choice, choices));
    let item = item
        .or_else(|| same::whole_item(reading, around, &choice))
        .or_else(|| same::compared_item(reading, around, &choice));
    let bare = item.is_none() && same::again(reading, around, &choice).is_some();
    let item = item.or_else(|| bare.then(|| goods::of_sentence(reading, around)).flatten());
    let again = item.is_none().then(|| same::again(reading, around, &choice)).flatten();
    let item = item.or_else(|| reading.record.figures[again?].item.clone());
    let item = goods::resolved(reading, around, &choice, item.filter(|words| !prices_people(&choice, words)));
    let mut parties = party::parties(reading, around, &choice, setting);
    if parties.actor.is_none() && (parties.toward.is_none() || &*choice.measure != "tariff rate") {
        parties.actor = party::same_flow(reading, around, &choice, choices);
    }
    if let Some(n) = again.filter(|_| parties.actor.is_none()) {
        let earlier = &reading.record.figures[n];
        (parties.actor, parties.toward) = (earlier.actor, parties.toward.or(earlier.toward));
    }
    let mut choice = choice;
    if parties.actor.is_none()
        && let Some((owner, because)) = owner::owner(reading, around, &choice, parties.toward, choices)
    {
        choice.certainty = choice.certainty.max(Certainty::Likely);
        choice.because.push_str("; ");
        choice.because.push_str(because);
        parties.actor = Some(party::of_state(&choice, owner, setting));
    }
    if parties.actor.is_none()
        && let Some((bearer, because)) = bearer::bearer(reading, around, &choice)
    {
        choice.certainty = choice.certainty.max(Certainty::Likely);
        choice.because.push_str("; ");
        choice.because.push_str(because);
        parties.actor = Some(party::of_state(&choice, bearer, setting));
    }
    let levier = (parties.actor.is_none() && &*choice.measure == "tariff rate")
        .then(|| tariff::levier(reading, around, parties.toward, setting))
        .flatten();
    if let Some((levier, because)) = levier {
        choice.certainty = choice.certainty.max(Certainty::Likely);
        choice.because.push_str("; ");
        choice.because.push_str(because);
        parties.actor = Some(setting.state(levier));
    }
    let item = item.or_else(|| same::tariff_item(reading, around, &choice, parties.actor));
    if is_yearly_flow(reading, figure, &choice, parties.actor, window.as_ref()) {
        choice.measure = "import".into();
        choice.because.push_str("; what a country buys in a year is an import");
    }
    let status = if figure.kind == FigureKind::Duration { Status::Reported } else { status };
    Telling { choice, item, actor: parties.actor, toward: parties.toward, window, status, status_because }
}

/// "Peru bought $28bn of Chilean goods in 2024": a year's trade, not one deal.
fn is_yearly_flow(
    reading: &Reading<'_>,
    figure: &Figure,
    choice: &Choice,
    actor: Option<EntityId>,
    window: Option<&Window>,
) -> bool {
    let (Told::Verb(clause), Some(actor)) = (choice.told, actor) else { return false };
    let group = &reading.clauses.verbs[clause];
    let plain = group.is_finite() && group.modality.is_none() && !group.perfect && !group.negated;
    let country = reading.record.entity(actor).is_some_and(|e| matches!(e.kind, EntityKind::Place | EntityKind::Group));
    let calendar = |w: &Window| {
        let text = w.text.strip_prefix("in ").unwrap_or(&w.text);
        text == "last year" || text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
    };
    if reading.clauses.clauses[clause].object.is_some_and(|p| reading.clauses.phrases[p].figure.is_none()) {
        // "bought the yard for $100m last year" is one deal.
        return false;
    }
    let yearly = figure.per.as_deref() == Some("year") || window.is_some_and(calendar);
    &*choice.measure == "purchase" && figure.kind == FigureKind::Money && plain && country && yearly
}

/// "Exporters get $500 a ton": who gets a price is not what it is paid for.
fn prices_people(choice: &Choice, words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or(words).to_ascii_lowercase();
    &*choice.measure == "price"
        && matches!(
            last.as_str(),
            "exporters"
                | "importers"
                | "farmers"
                | "growers"
                | "producers"
                | "buyers"
                | "shoppers"
                | "consumers"
                | "traders"
                | "refiners"
                | "mills"
                | "sellers"
        )
}

/// Whether the subject of a measure is what it is told of, not who acts: "Acme faces 17 percent".
fn faces(measure: &str) -> bool {
    matches!(measure, "tariff rate" | "price" | "price change" | "growth" | "interest rate" | "other")
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

#[cfg(test)]
mod tests;
