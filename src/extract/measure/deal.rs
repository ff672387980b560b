//! What a deal or a purchase is worth: "buy 20 jets in a deal valued at $9bn", "a contract worth $2bn to supply gas".
//!
//! Money told of a deal is a purchase where the sentence says what is bought, and else the value of the trade.

use super::antecedent;
use super::around::{Around, lemma, phrase};
use super::change::amount_before;
use super::choose::{Choice, Told};
use super::cue::phrase_cue;
use super::wording::modifiers;
use crate::extract::clause::{Item, VerbForm};
use crate::extract::reading::Reading;
use crate::record::FigureKind;
use crate::text::noun::singular;

/// The measure of money that says what something is worth.
pub(super) fn by_value(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    if around.kind(reading) != FigureKind::Money || around.figure(reading).per.is_some() {
        return None;
    }
    let deal = deal(reading, around);
    if let Some(clause) = deal.and_then(|_| bought_after(reading, around)) {
        let verb = lemma(reading, clause);
        return Some(Choice::new("purchase", Told::Verb(clause), format!("the deal is to “{verb}”")));
    }
    let valued = deal.is_some() || is_worth(reading, around);
    if valued && let Some(choice) = traded_good(reading, around) {
        return Some(choice);
    }
    if let Some(choice) = sum_of_deals(reading, around).filter(|_| valued || deal.is_some()) {
        return Some(choice);
    }
    let n = amount_before(reading, around).filter(|_| valued && !is_flow_worth(reading, around))?;
    let amount = &reading.record.figures[n];
    let traded = matches!(amount.measure.as_str(), "purchase" | "export" | "import")
        && matches!(amount.kind, FigureKind::Count | FigureKind::Quantity);
    let because = "what the amount before it is worth".to_owned();
    traded.then(|| Choice::new(amount.measure.as_str(), Told::Earlier(n), because))
}

/// "procure equipment valued at $2bn": the verb whose object is worth that much.
fn traded_good(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let valuing = around.verb_left.filter(|_| around.left.is_empty())?;
    let goods = reading.clauses.clauses[valuing].subject.filter(|_| reading.clauses.clauses[valuing].relative)?;
    let object = |c: usize| reading.clauses.clauses[c].object;
    let near = || (valuing.saturating_sub(3)..valuing).rev();
    // "energy products, chiefly natural gas, valued at $15bn": what is set in between only tells more of the goods.
    let told_more = |c: usize| {
        let item = object(c).and_then(|p| reading.clauses.item_of(p));
        item.is_some_and(|i| {
            reading.clauses.items.get(i + 1) == Some(&Item::Comma) && reading.clauses.item_of(goods) <= Some(i + 3)
        })
    };
    let clause = near().find(|&c| object(c) == Some(goods)).or_else(|| near().find(|&c| told_more(c)))?;
    let verb = lemma(reading, clause);
    let cue = reading.lists.measures.verb(verb).iter().find(|c| c.needs.is_empty())?;
    let because = format!("what the verb “{verb}” hands over is worth that much");
    matches!(&*cue.measure, "purchase" | "export" | "import")
        .then(|| Choice::new(&cue.measure, Told::Verb(clause), because))
}

/// "Together the contracts are worth $7bn": what was bought in the sentences before.
fn sum_of_deals(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let clause = around.verb_left.or(around.clause)?;
    // "They are worth $20bn", after a sentence of contracts.
    let stood_for = || antecedent::of_subject(reading, clause);
    let subject = reading.clauses.clauses[clause].subject;
    let subject = subject.filter(|&p| is_deal(reading, p)).or_else(|| stood_for().filter(|&p| is_deal(reading, p)))?;
    let here = around.figure(reading).sentence;
    let figures = &reading.record.figures;
    let n = (around.figure.saturating_sub(6)..around.figure).rev().find(|&n| {
        let f = &figures[n];
        here.saturating_sub(f.sentence) <= 2 && f.measure.as_str() == "purchase" && f.kind != FigureKind::Money
    })?;
    let named = modifiers(reading, subject, phrase(reading, subject).head).is_none();
    let because = format!("what the “{}” before it are worth", reading.text.word(phrase(reading, subject).head));
    let told = if named { Told::Earlier(n) } else { Told::Noun(subject, phrase(reading, subject).head) };
    Some(Choice::new("purchase", told, because).likely())
}

/// "purchases of corn worth $2bn": the flow itself is worth that much.
fn is_flow_worth(reading: &Reading<'_>, around: &Around) -> bool {
    let flow = |p: usize| phrase_cue(reading, p, FigureKind::Money).map(|(cue, _)| &*cue.measure);
    around.left.iter().any(|l| matches!(flow(l.phrase), Some("purchase" | "export" | "import")))
}

/// The deal that the money is told of: "a deal worth $9bn", "a contract that they valued at $9bn".
fn deal(reading: &Reading<'_>, around: &Around) -> Option<usize> {
    let is_deal = |p: &usize| is_deal(reading, *p);
    let linked = around.left.iter().map(|l| l.phrase).find(is_deal);
    let clause = || around.verb_left.or(around.clause).filter(|&c| is_valuing(lemma(reading, c)));
    linked.or_else(|| {
        let start = reading.clauses.clauses[clause()?].item;
        (start.saturating_sub(4)..start)
            .rev()
            .filter_map(|i| if let Item::Phrase(p) = reading.clauses.items[i] { Some(p) } else { None })
            .find(is_deal)
    })
}

/// Whether a phrase names a deal, which money is told of and which is no goods.
pub(super) fn is_deal(reading: &Reading<'_>, p: usize) -> bool {
    matches!(
        &*singular(reading.text.lower(phrase(reading, p).head)),
        "deal" | "contract" | "agreement" | "order" | "accord" | "memorandum" | "pact" | "package"
    )
}

fn is_valuing(lemma: &str) -> bool {
    matches!(lemma, "value" | "estimate" | "price" | "be" | "total" | "put" | "cost" | "amount")
}

/// "65 jets worth $38 billion", "valued at $24 billion".
fn is_worth(reading: &Reading<'_>, around: &Around) -> bool {
    let first = reading.text.tokens_in(around.figure(reading).span).start;
    let worth = (1..=3).any(|n| reading.text.lower(first.wrapping_sub(n)) == "worth");
    let valued = around.preposition_word(reading) == "at"
        && around.verb_left.or(around.clause).is_some_and(|c| lemma(reading, c) == "value");
    worth || valued
}

/// The clause of "to buy 20 jets" right after the money of a deal.
fn bought_after(reading: &Reading<'_>, around: &Around) -> Option<usize> {
    let Item::Verb(v) = *reading.clauses.items.get(around.item + 1)? else { return None };
    let buys = reading.lists.measures.verb(lemma(reading, v)).iter().any(|c| &*c.measure == "purchase");
    (buys && reading.clauses.verbs[v].form == VerbForm::Infinitive).then_some(v)
}
