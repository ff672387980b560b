//! Rates of exchange without a unit: "the rand weakened to 18.45 per dollar", "the yen, at 155.2 to the dollar".
//!
//! The number is in the currency that the clause speaks of, for one of the other. "rose 0.3 against the euro" is left
//! alone: "against" tells a movement as often as a rate.

use super::Reader;
use super::amount::{Amount, Of};
use crate::record::Certainty;

/// Gives a bare number the currency it is told in; whether it is such a rate.
pub(super) fn read(reader: &Reader<'_>, amount: &mut Amount) -> bool {
    let text = reader.text;
    let end = amount.number.end;
    let at = match (text.lower(end), text.lower(end + 1)) {
        ("to", "the" | "one") => end + 2,
        ("per" | "to" | "a", _) => end + 1,
        _ => return false,
    };
    let Some((other, next)) = reader.lists.money_words.at(text, at).filter(|(coin, _)| !coin.minor) else {
        return false;
    };
    let first = reader.sentence_of(end - 1).start.max(end.saturating_sub(16));
    let said = (first..amount.start()).rev().filter(|&i| !reader.in_number(i));
    let mut names = said.filter_map(|i| reader.lists.money_words.at(text, i)).map(|(coin, _)| coin);
    let Some(coin) = names.find(|coin| !coin.minor && coin.row != other.row) else { return false };
    amount.of = Of::Money(coin);
    amount.per = Some(text.lower(next - 1).to_owned());
    amount.tokens.end = next;
    amount.certainty = amount.certainty.max(Certainty::Likely);
    amount.say("It is a rate of exchange, told in the currency that the clause speaks of");
    true
}
