//! Prices: money for one unit of goods, and what goods sell for: "fetched $9", "a vial costs $19,750", "put the coffee up to
//! $5.25", "pays 30 cents a pound more".

use super::around::{Around, lemma, phrase, sense};
use super::choose::{Choice, Told};
use super::cue::phrase_cue;
use super::named::names_party;
use crate::extract::clause::PhraseKind;
use crate::extract::clause::lexicon::Sense;
use crate::extract::reading::Reading;
use crate::record::FigureKind;

/// From how much on money is no price of one thing in a shop.
const LARGE: f64 = 1e6;

/// What something costs, sells for or is put up to.
pub(super) fn of_verb(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    let figure = around.figure(reading);
    let small = figure.low.or(figure.high).is_some_and(|n| n < LARGE);
    if figure.kind != FigureKind::Money
        || !small && !is_price(figure.per.as_deref())
        || spans_time(figure.per.as_deref())
    {
        return None;
    }
    let data = &reading.clauses.clauses[clause];
    let verb = lemma(reading, clause);
    let subject = data.subject.filter(|&p| phrase(reading, p).kind == PhraseKind::Things);
    let goods = subject.is_some_and(|p| !names_party(reading, p));
    let to = around.preposition_word(reading);
    let because = format!("the price that “{}” tells", reading.text.word(reading.clauses.verbs[clause].main));
    let sold = match verb {
        "sell" | "go" | "retail" | "change" | "trade" | "price" | "quote" => matches!(to, "for" | "at"),
        "cost" | "fetch" | "command" | "average" => {
            data.object.is_none_or(|p| p == around.phrase) && !is_burden(reading, subject)
        }
        _ => false,
    };
    if sold && goods && data.item < around.item {
        return Some(Choice::new("price", Told::Verb(clause), because));
    }
    // "put the coffee up from $4 to $5", "raised the T-shirt to $9".
    let main = reading.clauses.verbs[clause].main;
    let up = |i: usize| matches!(reading.text.lower(i), "up" | "down");
    let moved = matches!(sense(reading, clause), Some(Sense::Up | Sense::Down))
        || matches!(verb, "put" | "mark" | "bring" | "move") && (main + 1..main + 6).any(up);
    let object = data
        .object
        .filter(|&p| p != around.phrase && phrase(reading, p).kind == PhraseKind::Things && !names_party(reading, p))?;
    let told = moved && matches!(to, "from" | "to") && !reading.clauses.verbs[clause].passive && small;
    told.then(|| Choice::new("price", Told::Noun(object, phrase(reading, object).head), because).likely())
}

/// "offered for delivery at $308 a tonne", "buys the ore at $90 a ton": money for one unit of what is traded.
pub(super) fn by_unit_price(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let money = around.kind(reading) == FigureKind::Money && is_price(around.figure(reading).per.as_deref());
    let clause = around.verb_left.filter(|_| money && around.preposition_word(reading) == "at")?;
    let trades = matches!(
        lemma(reading, clause),
        "offer" | "sell" | "quote" | "ship" | "export" | "import" | "buy" | "purchase" | "market" | "book" | "supply"
    );
    let cue = |p: usize| phrase_cue(reading, p, FigureKind::Money).map(|(cue, _)| &*cue.measure);
    let named = around.left.iter().any(|l| matches!(cue(l.phrase), Some("price" | "cost" | "tariff rate")));
    let because = "money for one unit of what is traded is a price".to_owned();
    (trades && !named).then(|| Choice::new("price", Told::Verb(clause), because))
}

/// Whether a subject costs by what it does, as levies, strikes and delays do, and not as goods.
fn is_burden(reading: &Reading<'_>, subject: Option<usize>) -> bool {
    subject.is_none_or(|p| {
        let head = phrase(reading, p).head;
        let noun = crate::text::noun::singular(reading.text.lower(head));
        let measured = !reading.lists.measures.noun(&noun).is_empty()
            && !super::cue::mention_at(reading, head, |k| k == crate::record::EntityKind::Commodity);
        let verbal = reading.lists.grammar.word(&noun).is_verb() || noun.ends_with("ion") || noun.ends_with("ment");
        let singled =
            matches!(reading.text.lower(phrase(reading, p).tokens.start), "a" | "an" | "each" | "every" | "one");
        (measured || verbal) && !singled
    })
}

/// "fell 2 percent to $59": the level that the price before it moved to.
pub(super) fn level_after_move(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let n = around.figure.checked_sub(1)?;
    let (earlier, here) = (&reading.record.figures[n], around.figure(reading));
    let moved = earlier.sentence == here.sentence
        && earlier.measure.as_str() == "price change"
        && matches!(around.preposition_word(reading), "to" | "at" | "from")
        && around.inner.is_none();
    let because = "the level of the price that moved before it".to_owned();
    moved.then(|| Choice::new("price", Told::Earlier(n), because).likely())
}

/// "bought wheat for $1bn", "buy gas worth $2bn": what a verb of trade hands over, not what one unit costs.
pub(super) fn is_paid(reading: &Reading<'_>, around: &Around) -> bool {
    let figure = around.figure(reading);
    let trades = around
        .verb_left
        .or(around.clause)
        .is_some_and(|c| reading.lists.measures.verb(lemma(reading, c)).iter().any(|v| v.kinds.has(FigureKind::Money)));
    trades && figure.per.is_none() && matches!(around.preposition_word(reading), "for" | "worth")
}

/// Whether money is told for one unit of goods, not of time.
pub(super) fn is_price(per: Option<&str>) -> bool {
    per.is_some_and(|per| {
        !matches!(
            per,
            "year"
                | "month"
                | "week"
                | "day"
                | "hour"
                | "quarter"
                | "annually"
                | "minute"
                | "season"
                | "decade"
                | "each"
                | "person"
        )
    })
}

/// Whether money is told for a stretch of time: rent, pay, a budget.
fn spans_time(per: Option<&str>) -> bool {
    per.is_some() && !is_price(per)
}
