//! Which earlier figure tells the goods that a figure leaves out: "of which Peru supplied 8%", "20% more than a year ago", "The
//! quota is to grow to 70,000", "The rate was later cut to 15%".

use super::around::{Around, phrase};
use super::carry::before;
use super::choose::{Choice, Told};
use crate::extract::clause::{Item, PhraseKind, Tag};
use crate::extract::reading::Reading;
use crate::record::{EntityId, Figure, FigureKind};

/// The figure of the same measure whose goods and actor a bare noun goes on with: "The quota is to grow to 70,000".
pub(in crate::extract) fn again(reading: &Reading<'_>, around: &Around, choice: &Choice) -> Option<usize> {
    let Told::Noun(p, token) = choice.told else { return None };
    let generic = matches!(&*choice.measure, "quota" | "tariff rate");
    let bare = phrase(reading, p).tokens.clone().all(|i| {
        i == token
            || matches!(
                reading.clauses.tags[i],
                Tag::Determiner | Tag::Possessive | Tag::Figure | Tag::Adjective | Tag::Adverb
            )
    });
    before(reading, around, 2, |f, _| f.measure.as_str() == &*choice.measure && f.item.is_some())
        .filter(|_| generic && bare)
}

/// The item of an earlier figure that the same word told: "buy 12 million tonnes of soybeans and 25 million next year".
pub(in crate::extract) fn same_item(
    reading: &Reading<'_>,
    around: &Around,
    choice: &Choice,
    choices: &[Option<Choice>],
) -> Option<String> {
    let unit = &around.figure(reading).unit;
    let near = u32::from(&*choice.measure == "purchase");
    let n = before(reading, around, near, |f, n| {
        let same = choices.get(n).and_then(Option::as_ref).is_some_and(|c| c.told == choice.told);
        let verb = matches!(choice.told, Told::Verb(_));
        // "ordered 65 jets and took options on 30".
        let ordered = &*choice.measure == "purchase" && f.measure.as_str() == "purchase" && f.unit == *unit;
        (same && (verb || f.unit == *unit) || ordered) && f.item.is_some()
    })?;
    reading.record.figures[n].item.clone()
}

/// The item of the amount that a share is of: "5 tonnes of tea, of which Peru supplied 8%", "about 85% of its total".
pub(in crate::extract) fn whole_item(reading: &Reading<'_>, around: &Around, choice: &Choice) -> Option<String> {
    let of_which = match choice.told {
        Told::Verb(clause) => {
            let start = reading.clauses.clauses[clause].start;
            (start.saturating_sub(1)..=start).any(|i| {
                matches!(reading.clauses.items.get(i), Some(&Item::Subordinator(t)) if reading.text.lower(t) == "which"
                    && reading.text.lower(t.wrapping_sub(1)) == "of")
            })
        }
        Told::Whole(whole) => matches!(reading.text.lower(phrase(reading, whole).head), "total" | "volume" | "amount"),
        _ => false,
    };
    let flow =
        |f: &Figure| f.item.is_some() && matches!(f.kind, FigureKind::Quantity | FigureKind::Money | FigureKind::Count);
    let n = before(reading, around, 0, |f, _| flow(f)).filter(|_| of_which && &*choice.measure == "share")?;
    reading.record.figures[n].item.clone()
}

/// What a difference is told of: "cost $9 a pound, 20.9% more than a year ago", "drink 45% less wine".
pub(in crate::extract) fn compared_item(reading: &Reading<'_>, around: &Around, choice: &Choice) -> Option<String> {
    let figure = around.figure(reading);
    let after = reading.text.tokens_in(figure.span).end;
    let differs = (after..after + 2).find(|&i| {
        matches!(
            reading.text.lower(i),
            "more" | "less" | "fewer" | "higher" | "lower" | "above" | "below" | "up" | "down"
        )
    })?;
    let change = figure.kind == FigureKind::Percent
        && matches!(&*choice.measure, "price change" | "growth" | "export growth" | "other");
    let named = reading.clauses.phrase_of_token(differs + 1).filter(|&p| {
        let words = phrase(reading, p);
        words.kind == PhraseKind::Things && words.figure.is_none_or(|f| f == around.figure)
    });
    let named = named.and_then(|p| super::wording::trimmed(reading, differs + 1..phrase(reading, p).tokens.end));
    let level = || {
        let n = before(reading, around, 0, |f, _| f.item.is_some() && f.kind != FigureKind::Percent)?;
        reading.record.figures[n].item.clone()
    };
    named.or_else(level).filter(|_| change)
}

/// The item of the tariffs that the same country was told to levy shortly before: "The rate was later cut to 15%".
pub(in crate::extract) fn tariff_item(
    reading: &Reading<'_>,
    around: &Around,
    choice: &Choice,
    actor: Option<EntityId>,
) -> Option<String> {
    let tariff = &*choice.measure == "tariff rate" && actor.is_some();
    let n =
        before(reading, around, 3, |f, _| f.measure.as_str() == "tariff rate" && f.item.is_some() && f.actor == actor)?;
    reading.record.figures[n].item.clone().filter(|_| tariff)
}
