//! Changes: "a 3% drop in exports", "up 9.1%", "19% fewer than", "raise exports by 5%".
//!
//! A change belongs to the noun that changes: the one a noun of change is linked to, the subject or object of a verb of
//! change, or else the amount told right before it in the sentence.

use super::around::{Around, Link, lemma, phrase, sense};
use super::choose::{Choice, Told};
use super::cue::{any_cue, fitting, phrase_cue};
use super::price::is_price;
use crate::extract::clause::Item;
use crate::extract::clause::lexicon::Sense;
use crate::extract::reading::Reading;
use crate::record::FigureKind;
use crate::text::noun::singular;

/// "a 3% drop in exports", "a rise of 5% in prices": the change of what the noun is linked to.
pub(super) fn by_change_noun(
    reading: &Reading<'_>,
    around: &Around,
    phrase_index: usize,
    head: usize,
) -> Option<Choice> {
    let kind = around.kind(reading);
    let item = reading.clauses.item_of(phrase_index)?;
    let because = |token: usize| format!("a change of “{}”", reading.text.word(token));
    let links = reading.clauses.linked(item).chain(reading.clauses.linked(around.item));
    for (preposition, linked) in links {
        if !matches!(reading.text.lower(preposition), "in" | "of" | "on" | "to" | "for")
            || phrase(reading, linked).figure == Some(around.figure)
        {
            continue;
        }
        if let Some((cue, token)) = phrase_cue(reading, linked, FigureKind::Percent)
            .or_else(|| phrase_cue(reading, linked, kind))
            .or_else(|| any_cue(reading, linked))
        {
            let measure = if kind == FigureKind::Percent { &cue.change } else { &cue.measure };
            return Some(Choice::new(measure, Told::Noun(linked, token), because(token)).changed());
        }
    }
    // "a 3% export drop", "tariff increases of 10%".
    let tokens = phrase(reading, phrase_index).tokens.clone();
    for token in tokens.start..head {
        if let Some(cue) = fitting(reading, &singular(reading.text.lower(token)), None, token) {
            let measure = if kind == FigureKind::Percent { &cue.change } else { &cue.measure };
            return Some(Choice::new(measure, Told::Noun(phrase_index, token), because(token)).changed());
        }
    }
    None
}

/// "raise exports by 5%": the noun before the figure is the object of a verb of change, and no cue for a percentage.
pub(super) fn moved_object(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let verb = around.verb_left?;
    let Link { phrase: root, .. } = *around.left.last()?;
    let changes = matches!(sense(reading, verb), Some(Sense::Up | Sense::Down));
    if around.kind(reading) != FigureKind::Percent || !changes {
        return None;
    }
    let (cue, token) = any_cue(reading, root)?;
    Some(
        Choice::new(&cue.change, Told::Noun(root, token), format!("a change of “{}”", reading.text.word(token)))
            .changed(),
    )
}

/// Whether a percentage says by how much, not to which level: "rose 5%", "by 5%".
pub(super) fn moved_directly(reading: &Reading<'_>, around: &Around) -> bool {
    let verb = around.verb_left.or(around.clause);
    let changes = verb.is_some_and(|v| matches!(sense(reading, v), Some(Sense::Up | Sense::Down)));
    let first = reading.text.lower(reading.text.tokens_in(around.figure(reading).span).start);
    let level =
        matches!(first, "below" | "above" | "under") || first == "over" && around.kind(reading) == FigureKind::Money;
    changes
        && !level
        && !matches!(
            around.preposition_word(reading),
            "to" | "from" | "at" | "of" | "between" | "above" | "below" | "under" | "over"
        )
}

/// "exports totalled $9bn, up 9.1%": a change of the subject.
pub(super) fn by_direction(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let word = reading.text.lower(phrase(reading, around.phrase).tokens.start.wrapping_sub(1));
    let kind = around.kind(reading);
    let changes = matches!(kind, FigureKind::Percent | FigureKind::Money);
    if !changes || !matches!(word, "up" | "down") || around.inner.is_some() || is_particle(reading, around) {
        return None;
    }
    let clause = around.verb_left.or(around.clause);
    let subject = clause.and_then(|c| reading.clauses.clauses[c].subject);
    let because = format!("“{word}” before it tells a change");
    if kind == FigureKind::Money {
        // "closed at $11 a bushel, up 22 cents": money by which a price moved.
        let (_, token, p) = subject
            .and_then(|p| any_cue(reading, p).map(|(cue, token)| (cue, token, p)))
            .filter(|(cue, ..)| &*cue.change == "price change")?;
        return Some(Choice::new("price change", Told::Noun(p, token), because).changed());
    }
    Some(match subject.and_then(|p| any_cue(reading, p).map(|(cue, token)| (cue, token, p))) {
        Some((cue, token, p)) => Choice::new(&cue.change, Told::Noun(p, token), because).changed(),
        None => of_amount(reading, around, because).likely().changed(),
    })
}

/// "make up 2%", "snapped up 5%": whether "up" right before a figure belongs to the verb before it.
fn is_particle(reading: &Reading<'_>, around: &Around) -> bool {
    let before = phrase(reading, around.phrase).tokens.start.wrapping_sub(2);
    let clause = around.verb_left.or(around.clause).filter(|&c| reading.clauses.verbs[c].main == before);
    clause.is_some_and(|c| {
        !matches!(sense(reading, c), Some(Sense::Up | Sense::Down | Sense::Hold))
            && !matches!(
                lemma(reading, c),
                "be" | "close" | "open" | "end" | "finish" | "trade" | "settle" | "move" | "go" | "come"
            )
    })
}

/// "exports were $9bn, an increase of 2%": a change of the amount that the noun of change explains.
pub(super) fn told_in_apposition(reading: &Reading<'_>, around: &Around, link: &Link) -> Option<Choice> {
    let before = reading.clauses.item_of(link.phrase)?.checked_sub(1)?;
    let explains = reading.clauses.items[before] == Item::Comma && around.kind(reading) == FigureKind::Percent;
    let because = format!("“{}” explains the amount before it", reading.text.word(phrase(reading, link.phrase).head));
    amount_before(reading, around).filter(|_| explains).map(|_| of_amount(reading, around, because).changed())
}

/// "10% fewer than in 2023": a change of what the sentence speaks of.
pub(super) fn by_comparison(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let after = reading.text.tokens_in(around.figure(reading).span).end;
    let last = reading.text.lower(after.wrapping_sub(1));
    let compares = [last, reading.text.lower(after)].into_iter().any(|word| {
        matches!(word, "more" | "less" | "fewer" | "higher" | "lower" | "cheaper" | "dearer" | "below" | "above")
    });
    let figure = around.figure(reading);
    let after_price = || {
        let n = around.figure.checked_sub(1).map(|n| &reading.record.figures[n]);
        n.is_some_and(|f| f.measure.as_str() == "price" && f.sentence == figure.sentence)
    };
    let dearer = figure.kind == FigureKind::Money && (is_price(figure.per.as_deref()) || after_price());
    if !matches!(figure.kind, FigureKind::Percent | FigureKind::Ratio) && !dearer || !compares {
        return None;
    }
    let price = dearer
        || around.clause.is_some_and(|c| matches!(lemma(reading, c), "cost" | "pay" | "charge"))
        || matches!(reading.text.lower(after), "cheaper" | "dearer");
    let because = format!("“{}” after it compares", reading.text.word(after));
    let subject = around.verb_left.or(around.clause).and_then(|c| reading.clauses.clauses[c].subject);
    if price {
        return Some(Choice::new("price change", Told::Kind, because).changed());
    }
    Some(match subject.and_then(|p| any_cue(reading, p).map(|(cue, token)| (cue, token, p))) {
        Some((cue, token, p)) => Choice::new(&cue.change, Told::Noun(p, token), because).changed(),
        None => of_amount(reading, around, because).changed(),
    })
}

/// A change of the amount before it: "shipped 400 tonnes, 19% fewer than", "a profit of $3bn, up 13%".
fn of_amount(reading: &Reading<'_>, around: &Around, because: String) -> Choice {
    let Some(n) = amount_before(reading, around) else { return Choice::new("growth", Told::Kind, because) };
    let price = matches!(reading.record.figures[n].measure.as_str(), "price" | "price change" | "exchange rate");
    Choice::new(if price { "price change" } else { "growth" }, Told::Earlier(n), because)
}

/// The nearest figure before this one in its sentence that is an amount of something.
pub(super) fn amount_before(reading: &Reading<'_>, around: &Around) -> Option<usize> {
    let here = around.figure(reading);
    let figures = &reading.record.figures;
    (around.figure.saturating_sub(4)..around.figure)
        .rev()
        .take_while(|&n| figures[n].sentence == here.sentence)
        .find(|&n| matches!(figures[n].kind, FigureKind::Money | FigureKind::Quantity | FigureKind::Count))
}
