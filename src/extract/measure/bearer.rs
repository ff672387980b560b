//! Who stands behind a figure where the word for its measure names nobody: "Acme, which runs 31 plants", "45% of the cars
//! that Acme sells", "a third comes from Peru", "relies on Peru for 80%", "5 tonnes, which was 70% of it", ", up a third".
//!
//! Grammar alone tells it: an amount told in other words is of the same party as the amount; else the source, the goal or
//! the seller that the share is told of; else whoever does what the verb of the figure says.

use super::around::{Around, lemma, phrase};
use super::carry::before;
use super::choose::{Choice, Told};
use super::named::party_of;
use super::subject::subject_of;
use super::tariff::pays;
use crate::extract::clause::{Item, PhraseKind};
use crate::extract::reading::Reading;
use crate::record::{EntityId, FigureKind};

/// The party behind a figure, and how that is known.
pub(super) fn bearer(reading: &Reading<'_>, around: &Around, choice: &Choice) -> Option<(EntityId, &'static str)> {
    let measure = &*choice.measure;
    if !matches!(measure, "share" | "growth" | "export growth" | "count" | "headcount" | "output" | "other" | "revenue")
    {
        return None;
    }
    let clause = around.verb_left.or(around.clause);
    if measure == "other" && clause.is_some_and(|c| pays(lemma(reading, c))) {
        // "had secured 10%": who bears or wins a rate does not set it.
        return None;
    }
    let share = measure == "share";
    let same = || again(reading, around).map(|e| (e, "it tells the amount before it in other words"));
    let source =
        || source(reading, around).filter(|_| share).map(|e| (e, "the share is told to come from or go there"));
    let seller = || described(reading, around).filter(|_| share).map(|e| (e, "who does it is told behind the share"));
    same().or_else(source).or_else(seller).or_else(|| {
        let does = doer(reading, around, choice)?;
        Some((does, "the subject of its clause does it"))
    })
}

/// The actor of the amount that a figure tells again: "5 tonnes, which amounted to 70% of it", "worth $5bn, or 18% of them",
/// "5 tonnes in May, up a third".
pub(super) fn again(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let start = phrase(reading, around.phrase).tokens.start;
    let word = |back: usize| reading.text.lower(start.wrapping_sub(back));
    let up = (1..=2).any(|n| matches!(word(n), "up" | "down") && matches!(word(n + 1), "," | "-" | "–" | "—"));
    let or = word(1) == "or" && word(2) == ",";
    let gain = matches!(reading.text.lower(start), "a" | "an")
        && word(1) == ","
        && around.inner.is_some_and(|t| {
            matches!(
                reading.text.lower(t),
                "gain" | "rise" | "increase" | "jump" | "drop" | "fall" | "decline" | "decrease"
            )
        });
    let of_which = word(1) == "which" && word(2) == "of";
    let which = || {
        let clause = around.verb_left.or(around.clause)?;
        let data = &reading.clauses.clauses[clause];
        if matches!(lemma(reading, clause), "amount" | "equal" | "correspond") {
            return before(reading, around, 0, |f, _| f.actor.is_some()).filter(|_| data.relative);
        }
        let figure = phrase(reading, data.subject?).figure.filter(|_| data.relative)?;
        Some(figure).filter(|&n| n < around.figure)
    };
    let n = which()
        .or_else(|| before(reading, around, 0, |f, _| f.actor.is_some()).filter(|_| up || or || gain || of_which))?;
    reading.record.figures[n].actor
}

/// Where a share comes from or goes: "a third comes from Peru", "90% goes to the American side", "depends on Peru for 80%".
pub(super) fn source(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let clauses = &reading.clauses;
    let linked = |clause: usize, preposition: &str| {
        let mut links = clauses.linked(clauses.clauses[clause].item);
        links.find(|&(t, _)| reading.text.lower(t) == preposition).and_then(|(_, p)| party_of(reading, p))
    };
    let clause = around.verb_left.or(around.clause)?;
    let behind = clauses.clauses[clause].item < around.item;
    match lemma(reading, clause) {
        "come" | "originate" if !behind => linked(clause, "from"),
        "go" if !behind => linked(clause, "to"),
        "depend" | "rely" | "count" if behind && around.preposition_word(reading) == "for" => linked(clause, "on"),
        "look" | "turn" if behind && around.preposition_word(reading) == "for" => linked(clause, "to"),
        _ => None,
    }
}

/// "45% of the cars that Acme sells", "70% of the tomatoes Americans eat" behind no other subject: who does it.
fn described(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let clauses = &reading.clauses;
    let whole = around.right.first()?.phrase;
    let item = clauses.item_of(whole)?;
    if around.verb_left.is_some() {
        return None;
    }
    let start = item + 1 + usize::from(matches!(clauses.items.get(item + 1), Some(Item::Subordinator(_))));
    let (Some(&Item::Phrase(subject)), Some(&Item::Verb(v))) = (clauses.items.get(start), clauses.items.get(start + 1))
    else {
        return None;
    };
    (clauses.clauses[v].subject == Some(subject)).then(|| subject_of(reading, v))?
}

/// The subject of the verb that a figure stands behind, where it does something.
fn doer(reading: &Reading<'_>, around: &Around, choice: &Choice) -> Option<EntityId> {
    let clause = around.verb_left.or(around.clause)?;
    let data = &reading.clauses.clauses[clause];
    let group = &reading.clauses.verbs[clause];
    if data.item > around.item || matches!(lemma(reading, clause), "be" | "cost" | "say" | "tell" | "mean") {
        return None;
    }
    let change = matches!(around.kind(reading), FigureKind::Percent | FigureKind::Ratio) && choice.change;
    let moved = match choice.told {
        // "drink 45% less wine".
        Told::Noun(p, _) => data.object == Some(p) || data.object == Some(around.phrase),
        Told::Kind => around.left.is_empty(),
        Told::Verb(_) | Told::Whole(_) | Told::Earlier(_) => true,
    };
    let things = reading.clauses.phrases.get(data.subject?).is_some_and(|p| p.kind != PhraseKind::Figure);
    if !things || (change || matches!(choice.told, Told::Noun(..))) && !moved {
        return None;
    }
    if group.passive {
        return data.agent.and_then(|q| party_of(reading, q));
    }
    subject_of(reading, clause)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn who_does_what_a_figure_tells() {
        check("{Peru}, which runs [31 plants], said so.", &["count, Peru"]);
        check("{Peru} plans to lift its imports of rice by [10%].", &["growth, imports of rice, Peru"]);
        check("There are [31 plants] in {Peru}.", &["count"]);
        check("Exports may cost {Peru} dear, with [31 plants] shut.", &["count"]);
    }

    #[test]
    fn where_a_share_comes_from() {
        check("More than [half] of the juice sold in {Chile} comes from {Peru}.", &["share, juice, Peru"]);
        check("{Chile} depends on {Peru} for [80%] of its oil.", &["share, oil, Peru"]);
        check("About [45%] of the cars that {Peru} sells are built there.", &["share, cars, Peru"]);
        check("About [45%] of the cars on the road are old.", &["share, cars"]);
    }

    #[test]
    fn an_amount_told_again() {
        check(
            "{Chile} bought [5 tonnes] of rice from {Peru}, which amounted to [70%] of the crop.",
            &["purchase, rice, Chile > Peru", "share, crop, Chile"],
        );
    }
}
