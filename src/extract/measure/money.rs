//! What money is for: "a $5bn steel mill", "an investment of $2bn in batteries", "wheat worth $2bn", "$10 per kilogram of
//! milk solids".

use super::around::{Around, lemma, phrase};
use super::deal::is_deal;
use super::item::{holds_goods, linked};
use super::wording::{modifiers, trimmed, with_of, words};
use crate::extract::clause::{Item, PhraseKind, VerbForm};
use crate::extract::reading::Reading;
use crate::record::FigureKind;
use crate::text::noun::singular;

/// What money is put into: "a $5bn steel mill", "an investment of $2bn in batteries".
pub(super) fn built(reading: &Reading<'_>, around: &Around, p: usize, token: usize) -> Option<String> {
    let generic = matches!(
        &*singular(reading.text.lower(token)),
        "investment"
            | "funding"
            | "infusion"
            | "venture"
            | "spending"
            | "budget"
            | "expenditure"
            | "package"
            | "project"
            | "fund"
    );
    let named = || trimmed(reading, phrase(reading, p).tokens.start..token + 1);
    let direct = reading.text.lower(token.wrapping_sub(1)) == "direct";
    if generic && !direct {
        let place = || around.right_of(reading, &["in", "into"]).filter(|&q| q != p).and_then(|q| words(reading, q));
        let use_of = || purpose(reading, reading.clauses.item_of(p)? + 1);
        linked(reading, around, p, &["of", "in", "on", "for"])
            .or_else(|| modifiers(reading, p, token))
            .or_else(place)
            .or_else(use_of)
    } else {
        named()
    }
}

/// "$3bn is earmarked for energy": the noun that a preposition links to the verb whose subject the figure is.
pub(super) fn told_behind(
    reading: &Reading<'_>,
    around: &Around,
    clause: usize,
    prepositions: &[&str],
) -> Option<usize> {
    let data = &reading.clauses.clauses[clause];
    let mut linked = reading.clauses.linked(data.item);
    let subject = data.subject == Some(around.phrase);
    linked.find(|&(t, _)| subject && prepositions.contains(&reading.text.lower(t))).map(|(_, p)| p)
}

/// What the money goes to behind a gerund: "$5bn on expanding the port".
pub(super) fn built_up(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let items = &reading.clauses.items;
    let (Item::Preposition(_), &Item::Verb(v)) = (items.get(around.item + 1)?, items.get(around.item + 2)?) else {
        return None;
    };
    reading.clauses.clauses[v].object.and_then(|p| words(reading, p))
}

/// "spend $5bn to prop up its lumber industry": what the money is to help or make by the items from `behind` on.
pub(super) fn purpose(reading: &Reading<'_>, behind: usize) -> Option<String> {
    let bracket = usize::from(reading.clauses.items.get(behind) == Some(&Item::Comma));
    let &Item::Verb(v) = reading.clauses.items.get(behind + bracket)? else { return None };
    let helps = matches!(
        lemma(reading, v),
        "prop"
            | "support"
            | "build"
            | "expand"
            | "upgrade"
            | "help"
            | "rescue"
            | "modernize"
            | "modernise"
            | "develop"
            | "shore"
            | "buy"
            | "boost"
            | "protect"
            | "revive"
            | "subsidize"
            | "subsidise"
            | "fund"
            | "finance"
    );
    let to = reading.clauses.verbs[v].form == VerbForm::Infinitive;
    reading.clauses.clauses[v].object.filter(|_| helps && to).and_then(|p| words(reading, p))
}

/// The goods that money hangs on: "as well as corn for $10bn", "wheat worth $2bn", "including $14bn for arms".
pub(super) fn paid_for(reading: &Reading<'_>, around: &Around) -> Option<String> {
    if around.kind(reading) != FigureKind::Money {
        return None;
    }
    let first = phrase(reading, around.phrase).tokens.start;
    let part = matches!(reading.text.lower(first.wrapping_sub(1)), "including");
    let goods = if part {
        around.right_of(reading, &["for", "in", "on"])
    } else if matches!(around.preposition_word(reading), "for" | "worth") {
        around.left.last().map(|l| l.phrase)
    } else {
        None
    };
    // "bought the yard for $100m": places are bought, too.
    let buys = around.verb_left.is_some_and(|c| matches!(lemma(reading, c), "buy" | "acquire" | "purchase" | "sell"));
    let thing = |p: usize| phrase(reading, p).kind == PhraseKind::Things && phrase(reading, p).figure.is_none();
    goods
        .filter(|&p| (holds_goods(reading, around, p) || buys && thing(p)) && !is_deal(reading, p))
        .and_then(|p| words(reading, p))
}

/// The goods of which one unit costs that much.
pub(super) fn per_goods(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let goods = around.whole(reading, &["of"]).filter(|_| around.figure(reading).per.is_some())?;
    words(reading, goods).filter(|_| holds_goods(reading, around, goods))
}

/// What is sold at a price that a verb tells: "wheat fetched $250", "sells tea for $9".
pub(super) fn priced(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<String> {
    let data = &reading.clauses.clauses[clause];
    let group = &reading.clauses.verbs[clause];
    let object = data.object.filter(|&p| p != around.phrase && !group.passive && holds_goods(reading, around, p));
    // "cost shoppers $8": whom it costs is not what costs it.
    let object = object.filter(|_| !matches!(lemma(reading, clause), "change" | "cost"));
    object.or(data.subject).and_then(|p| with_of(reading, p))
}
