//! What a tariff is on: "the duty on Scotch whisky", "steel tariffs", "cars are subject to a duty", "the rate that firms face".

use super::around::{Around, lemma, phrase};
use super::item::{goods_list, linked, listed};
use super::tariff::pays;
use super::wording::{modifiers, trimmed, words};
use crate::extract::clause::{Item, PhraseKind, VerbForm};
use crate::extract::reading::Reading;

/// What a tariff is "on": "the duty on Scotch whisky", "steel tariffs", "the rate that British firms face".
pub(super) fn taxed(reading: &Reading<'_>, around: &Around, p: usize, token: usize) -> Option<String> {
    let own = || around.right_of(reading, &["on", "for", "against"]);
    let listed = own().filter(|_| around.listed).and_then(|q| goods_list(reading, q));
    let counted = || {
        let figure = own().and_then(|q| phrase(reading, q).figure).and_then(|f| reading.record.figures.get(f))?;
        figure.counted.clone()
    };
    listed
        .or_else(|| linked(reading, around, p, &["on", "for", "against"]))
        .or_else(counted)
        .or_else(|| around.right_of(reading, &["on", "for", "against"]).and_then(|p| goods_list(reading, p)))
        .or_else(|| imposed_on(reading, around).and_then(|p| goods_list(reading, p)))
        .or_else(|| modifiers(reading, p, token))
        .or_else(|| faced(reading, p))
        .or_else(|| payer(reading, around, p))
        .or_else(|| linked(reading, around, p, &["of"]))
        .or_else(|| admitted(reading, around))
}

/// "will charge 5% on pork", "pork, on which Peru charges 5%": the goods that a verb of levying names.
pub(super) fn taxed_by_verb(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<String> {
    let clauses = &reading.clauses;
    if let Some(goods) = around.right_of(reading, &["on", "for", "against"]) {
        return goods_list(reading, goods);
    }
    let start = clauses.clauses[clause].start;
    let on_which = (start.saturating_sub(2)..=start)
        .rev()
        .find(|&i| matches!(clauses.items.get(i), Some(&Item::Subordinator(t)) if reading.text.lower(t) == "which"))?;
    let before = on_which.checked_sub(3)?;
    match clauses.items.get(before..on_which)? {
        [Item::Phrase(p), Item::Comma, Item::Preposition(_)] | [_, Item::Phrase(p), Item::Preposition(_)] => {
            words(reading, *p)
        }
        _ => None,
    }
}

/// "admit 40,000 cars at a rate of 6%": the goods let in at that rate, as the figure before it tells them.
fn admitted(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let clause = around.verb_left.or(around.clause)?;
    let goods = reading.clauses.clauses[clause].object?;
    let counted = phrase(reading, goods).figure.filter(|&f| f < around.figure)?;
    reading.record.figures[counted].item.clone()
}

/// "duties of 5% imposed in May on farm produce", "rates of 5% apply to Peru", "apply a tariff of 5% to cars".
pub(super) fn imposed_on(reading: &Reading<'_>, around: &Around) -> Option<usize> {
    let clauses = &reading.clauses;
    let near = (around.end + 1..around.end + 4).find_map(|i| match clauses.items.get(i)? {
        Item::Verb(v) => Some((i, *v)),
        _ => None,
    });
    let applied = around
        .clause
        .filter(|&c| matches!(lemma(reading, c), "apply" | "extend") && clauses.clauses[c].item < around.item);
    let (item, prepositions): (usize, &[&str]) = match near {
        Some((i, v)) if clauses.verbs[v].form == VerbForm::Participle => (i, &["on", "against"]),
        Some((i, v)) if matches!(lemma(reading, v), "apply" | "extend") => (i, &["to"]),
        Some((i, v)) if described_by(reading, around.phrase) == Some(v) => (i, &["on", "against"]),
        _ => (applied.map(|_| around.end)?, &["to"]),
    };
    let goods = clauses.linked(item).find(|&(t, _)| prepositions.contains(&reading.text.lower(t)))?.1;
    Some(goods).filter(|&p| phrase(reading, p).figure.is_none())
}

/// The goods that a tariff is on with where they come from: "goods from Taiwan"; of "imports of steel" the steel.
pub(super) fn of_origin(reading: &Reading<'_>, p: usize) -> Option<String> {
    let item = reading.clauses.item_of(p)?;
    let next = reading.clauses.linked(item).next();
    let things = |q: usize| phrase(reading, q).kind == PhraseKind::Things && phrase(reading, q).figure.is_none();
    let (preposition, q) = next.filter(|&(_, q)| things(q)).map(|(t, q)| (reading.text.lower(t), q))?;
    let flow = matches!(
        reading.text.lower(phrase(reading, p).head),
        "imports" | "exports" | "shipments" | "sales" | "purchases" | "arrivals" | "deliveries"
    );
    match preposition {
        "of" if flow => listed(reading, q),
        "from" if flow || is_general(reading, p) => {
            trimmed(reading, phrase(reading, p).tokens.start..phrase(reading, q).tokens.end)
        }
        _ => None,
    }
}

/// Whether a noun names goods without saying which.
fn is_general(reading: &Reading<'_>, p: usize) -> bool {
    matches!(reading.text.lower(phrase(reading, p).head), "goods" | "products" | "merchandise" | "everything" | "items")
}

/// "the rate that British firms face", "taxes facing importers": who is taxed stands for what is.
pub(super) fn faced(reading: &Reading<'_>, p: usize) -> Option<String> {
    let item = reading.clauses.item_of(p)?;
    match (
        reading.clauses.items.get(item + 1)?,
        reading.clauses.items.get(item + 2)?,
        reading.clauses.items.get(item + 3),
    ) {
        // "the tariff that Peru imposed" is no tariff on Peru.
        (Item::Subordinator(_), &Item::Phrase(q), Some(&Item::Verb(v)))
            if described_by(reading, p) != Some(v) || pays(lemma(reading, v)) =>
        {
            words(reading, q)
        }
        _ => None,
    }
}

/// The clause of "the tariff that Peru imposed on steel": one that describes a noun which is its object.
pub(super) fn described_by(reading: &Reading<'_>, p: usize) -> Option<usize> {
    let item = reading.clauses.item_of(p)?;
    let v = (item + 1..item + 7).find_map(|i| match reading.clauses.items.get(i)? {
        Item::Verb(v) => Some(*v),
        _ => None,
    })?;
    let clause = &reading.clauses.clauses[v];
    // "a duty on sofas which Peru introduced".
    let linked = |q: usize| reading.clauses.linked(item).any(|(_, l)| l == q);
    (clause.relative && clause.object.is_some_and(|q| q == p || linked(q))).then_some(v)
}

/// "Indian clothes makers will save tariffs of 8%", "coffee, hit by a 50% rate", "cars are subject to a duty": the subject
/// pays.
fn payer(reading: &Reading<'_>, around: &Around, p: usize) -> Option<String> {
    let clause = around.clause?;
    let data = &reading.clauses.clauses[clause];
    let group = &reading.clauses.verbs[clause];
    let verb = lemma(reading, clause);
    let liable = verb == "be" && matches!(reading.text.lower(group.tokens.end), "subject" | "liable" | "exposed");
    let granted = group.passive && (data.agent == Some(p) || matches!(verb, "grant" | "give" | "assign" | "offer"));
    let taxed = group.passive && matches!(verb, "tax" | "charge" | "hit");
    let bears = pays(verb) && verb != "be" || liable || granted || taxed || is_threatened(reading, clause, p);
    let subject = data.subject.filter(|&s| s != p && bears)?;
    with_origin(reading, subject).or_else(|| words(reading, subject)).or_else(|| {
        let (_, of) = reading.clauses.linked(reading.clauses.item_of(subject)?).next()?;
        let figure = phrase(reading, of).figure.and_then(|f| reading.record.figures.get(f));
        figure.map_or_else(|| words(reading, of), |f| f.item.clone())
    })
}

/// "beef from Peru": goods with where they come from.
fn with_origin(reading: &Reading<'_>, p: usize) -> Option<String> {
    let (t, q) = reading.clauses.linked(reading.clauses.item_of(p)?).next()?;
    let from = reading.text.lower(t) == "from" && phrase(reading, q).figure.is_none();
    from.then(|| trimmed(reading, phrase(reading, p).tokens.start..phrase(reading, q).tokens.end))?
}

/// "Drugs remain under threat of a 100% levy", "cars stay subject to a 5% duty": whether a preposition after a verb of being
/// leads to the tariff.
fn is_threatened(reading: &Reading<'_>, clause: usize, p: usize) -> bool {
    let data = &reading.clauses.clauses[clause];
    let rests = matches!(lemma(reading, clause), "remain" | "stay" | "be" | "fall" | "come" | "live");
    let mut linked = reading.clauses.linked(data.item);
    let first = linked.next().map(|(t, _)| reading.text.lower(t));
    rests && matches!(first, Some("under" | "subject")) && reading.clauses.linked(data.item).any(|(_, q)| q == p)
}
