//! What a share is of: the part where the text names one ("cars make up 5% of exports"), else the goods of the whole ("70% of
//! world trade in orange juice").

use super::around::{Around, lemma, phrase};
use super::item::goods_list;
use super::named::party_of;
use super::wording::with_of;
use crate::extract::clause::PhraseKind;
use crate::extract::reading::Reading;

/// The item of a share whose whole is known, where it is not just the whole.
pub(super) fn part_item(reading: &Reading<'_>, around: &Around, whole: usize) -> Option<String> {
    let clause = around.verb_left.or(around.clause)?;
    let data = &reading.clauses.clauses[clause];
    let makes_up = matches!(
        lemma(reading, clause),
        "make" | "account" | "represent" | "constitute" | "comprise" | "compose" | "form" | "contribute"
    );
    let part = data.subject.filter(|&p| {
        let holder = matches!(
            reading.text.lower(phrase(reading, p).head),
            "country"
                | "nation"
                | "bloc"
                | "region"
                | "market"
                | "company"
                | "group"
                | "firm"
                | "state"
                | "city"
                | "province"
        );
        let thing = phrase(reading, p).kind == PhraseKind::Things && !holder && party_of(reading, p).is_none();
        makes_up && data.item < around.item && thing
    });
    part.and_then(|p| with_of(reading, p)).or_else(|| goods_of_trade(reading, whole))
}

/// "world trade in orange juice", "the market for steel": the goods that are traded.
fn goods_of_trade(reading: &Reading<'_>, whole: usize) -> Option<String> {
    let traded = matches!(
        reading.text.lower(phrase(reading, whole).head),
        "trade" | "demand" | "supply" | "consumption" | "total"
    );
    let mut linked = reading.clauses.linked(reading.clauses.item_of(whole)?);
    let (_, goods) = linked.find(|&(t, _)| matches!(reading.text.lower(t), "in" | "of" | "for")).filter(|_| traded)?;
    goods_list(reading, goods)
}
