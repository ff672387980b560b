//! The noun that prepositions link to a figure: "tariffs of 25%", "the duty on whisky from 150%", "a cut of 50 basis points".

use super::antecedent;
use super::around::{Around, Link, lemma, phrase};
use super::change::{by_change_noun, moved_directly, moved_object, told_in_apposition};
use super::choose::{Choice, Told};
use super::cue::{any_cue, is_change, needs_hold, phrase_cue, spoken_of};
use super::deal::is_deal;
use super::lists::Cue;
use super::price::is_paid;
use crate::extract::reading::Reading;
use crate::record::FigureKind;

/// "tariffs of 25%", "the duty on whisky from 150%": the noun that starts the chain of prepositions wins.
pub(super) fn by_left(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let kind = around.kind(reading);
    if let Some(verb) = around.verb_left.filter(|_| !around.left.is_empty()) {
        // "cap imports at 18 million tonnes": the verb makes the amount a limit.
        let lemma = lemma(reading, verb);
        if reading.lists.measures.verb(lemma).iter().any(|c| &*c.measure == "quota")
            && around.preposition_word(reading) != "of"
        {
            return Some(Choice::new("quota", Told::Verb(verb), format!("“{lemma}” makes it a limit")));
        }
        // "tax wool at 5%": the verb says more than the goods.
        let main = reading.clauses.verbs[verb].main;
        let taxes = |c: &Cue| {
            &*c.measure == "tariff rate" && (needs_hold(reading, c, around.item) || spoken_of(reading, c, main))
        };
        if kind == FigureKind::Percent
            && around.left.first().and_then(|l| l.preposition).is_some_and(|t| reading.text.lower(t) == "at")
            && reading.lists.measures.verb(lemma).iter().any(taxes)
        {
            return Some(Choice::new("tariff rate", Told::Verb(verb), format!("the verb “{lemma}” says so")));
        }
    }
    for link in near_links(reading, around).iter().rev() {
        let head = phrase(reading, link.phrase).head;
        if is_change(reading, head) && phrase_cue(reading, link.phrase, kind).is_none() {
            if let Some(choice) = by_change_noun(reading, around, link.phrase, head) {
                return Some(choice);
            }
            if let Some(choice) = rate_step(reading, around, head).or_else(|| told_in_apposition(reading, around, link))
            {
                return Some(choice);
            }
            continue;
        }
        let stood_for = || {
            let (cue, _) = phrase_cue(reading, antecedent::of_one(reading, link.phrase)?, kind)?;
            Some((cue, head))
        };
        // "raised its exports of copper by 5%": the flow moves, not the price of the goods behind it.
        let moved = || {
            let flow = |c: &Cue| matches!(&*c.measure, "export" | "import" | "output" | "purchase");
            let percent = kind == FigureKind::Percent && moved_directly(reading, around);
            any_cue(reading, link.phrase).filter(|(cue, _)| percent && flow(cue))
        };
        if let Some((cue, token)) = phrase_cue(reading, link.phrase, kind).or_else(stood_for).or_else(moved) {
            if &*cue.measure == "price" && is_paid(reading, around) || names_what_is_agreed(reading, around, link) {
                continue;
            }
            let because = format!("it belongs to “{}”", reading.text.word(token));
            let direct_change = kind == FigureKind::Percent && moved_directly(reading, around);
            let step_of_price = &*cue.measure == "price" && token != head && is_change(reading, head);
            let direct_change = direct_change || step_of_price;
            let measure = if direct_change { &cue.change } else { &cue.measure };
            let choice = Choice::new(measure, Told::Noun(link.phrase, token), because);
            return Some(if direct_change { choice.changed() } else { choice });
        }
    }
    moved_object(reading, around)
}

/// "a cut of 50 basis points": a step of the rate that was spoken of before.
fn rate_step(reading: &Reading<'_>, around: &Around, head: usize) -> Option<Choice> {
    let here = around.figure(reading);
    let near = around.figure.saturating_sub(4)..around.figure;
    let n = near.rev().find(|&n| {
        let earlier = &reading.record.figures[n];
        let rate = matches!(earlier.measure.as_str(), "interest rate" | "tariff rate");
        rate && here.sentence.saturating_sub(earlier.sentence) <= 3
    })?;
    let because = format!("“{}” goes on with the rate spoken of before", reading.text.word(head));
    let step = here.unit_name.contains("point");
    step.then(|| Choice::new(reading.record.figures[n].measure.as_str(), Told::Earlier(n), because).likely().changed())
}

/// The links up to a preposition that sets the noun before it against what follows: in "imports above the quota of" the
/// figure is the quota's.
fn near_links<'a>(reading: &Reading<'_>, around: &'a Around) -> &'a [Link] {
    let sets_against = |link: &Link| {
        link.preposition.is_some_and(|t| {
            matches!(
                reading.text.lower(t),
                "above"
                    | "below"
                    | "under"
                    | "outside"
                    | "beyond"
                    | "against"
                    | "despite"
                    | "after"
                    | "before"
                    | "amid"
            )
        })
    };
    // "left the economy with a surplus of": the figure is what comes with it.
    let with = |k: usize| {
        let link = &around.left[k];
        link.preposition.is_some_and(|t| reading.text.lower(t) == "with")
            && phrase_cue(reading, around.left[k - 1].phrase, around.kind(reading)).is_some()
    };
    let sets_against = |k: &usize| sets_against(&around.left[*k]) || with(*k);
    let end = (1..around.left.len()).find(sets_against).unwrap_or(around.left.len());
    around.left.get(..end).unwrap_or_default()
}

/// "a memorandum on purchases of $2bn": the noun nearer to the figure says what the deal is about.
fn names_what_is_agreed(reading: &Reading<'_>, around: &Around, link: &Link) -> bool {
    let kind = around.kind(reading);
    let nearer = around.left.iter().take_while(|l| l.phrase != link.phrase);
    is_deal(reading, link.phrase) && nearer.into_iter().any(|l| phrase_cue(reading, l.phrase, kind).is_some())
}
