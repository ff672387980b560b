//! Specific duties: money for one unit of goods that a tariff takes: "a duty of $415 a tonne", "anything above it is charged
//! 341 yen per kilogram".

use super::around::{Around, lemma, phrase};
use super::choose::{Choice, Told};
use super::cue::{mentions_tariff, noun_cue};
use super::lists::Cue;
use super::price::is_price;
use crate::extract::reading::Reading;
use crate::record::FigureKind;

/// From how much on a duty of so much money is one on a whole trade, not on one piece of it.
const FLAT: f64 = 1e5;

/// The measure of money for one unit that a tariff noun or a verb of levying tells.
pub(super) fn by_specific_duty(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let figure = around.figure(reading);
    let flat = figure.per.is_none() && figure.low.or(figure.high).is_some_and(|n| n < FLAT);
    if figure.kind != FigureKind::Money || !flat && !is_price(figure.per.as_deref()) {
        return None;
    }
    let tariff = |p: usize, head: usize| {
        let (cue, token) = noun_cue(reading, p, head, Some(FigureKind::Percent))?;
        (&*cue.measure == "tariff rate").then_some(token)
    };
    let own = around.inner.and_then(|head| tariff(around.phrase, head).map(|token| (around.phrase, token)));
    let linked = || {
        let near = around.left.iter().filter(|_| !flat || around.preposition_word(reading) == "of");
        near.into_iter().find_map(|l| Some((l.phrase, tariff(l.phrase, phrase(reading, l.phrase).head)?)))
    };
    if let Some((p, token)) = own.or_else(linked) {
        let because = format!("“{}” takes that much for each unit", reading.text.word(token));
        return Some(Choice::new("tariff rate", Told::Noun(p, token), because));
    }
    let clause = around.verb_left.or(around.clause)?;
    let verb = lemma(reading, clause);
    let taxes = |c: &Cue| &*c.measure == "tariff rate";
    let of_duty = reading.lists.measures.verb(verb).iter().any(taxes) || matches!(verb, "face" | "attract" | "incur");
    let levied = !flat && of_duty && mentions_tariff(reading, figure.sentence);
    let because = || format!("“{verb}” takes that much for each unit");
    levied.then(|| Choice::new("tariff rate", Told::Verb(clause), because()))
}
