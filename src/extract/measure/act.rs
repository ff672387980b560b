//! What a verb tells of a figure: "will buy 12 million tonnes", "exports fell to 8 million tonnes", "employs 500".

use super::around::{Around, lemma, phrase, sense};
use super::choose::{Choice, Told};
use super::cue::{needs_hold, spoken_of};
use super::deed::by_deed;
use super::lists::Cue;
use super::movement::{by_movement, stood_at};
use super::named::names_party;
use super::price::{is_price, of_verb};
use crate::extract::clause::lexicon::Sense;
use crate::extract::clause::{Item, PhraseKind};
use crate::extract::reading::Reading;
use crate::record::FigureKind;

/// "will buy 12 million tonnes", "exports fell to 8 million tonnes", "tariffs rose by 10 points".
pub(super) fn by_verb(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let kind = around.kind(reading);
    if around.inner.is_some() && kind == FigureKind::Quantity {
        // "an 8-million-tonne plant": it describes another noun, which no cue told.
        return None;
    }
    let clause = around.verb_left.or(around.clause)?;
    let verb = lemma(reading, clause);
    let main = reading.clauses.verbs[clause].main;
    let subject = reading.clauses.clauses[clause].subject;
    // A figure in the subject: "some 500 workers were hired" is told by the verb only.
    let after_verb = reading.clauses.clauses[clause].item < around.item;
    if after_verb && let Some(choice) = by_movement(reading, around, clause) {
        return Some(choice);
    }
    let is_move = matches!(sense(reading, clause), Some(Sense::Up | Sense::Down));
    if subject == Some(around.phrase) && matches!(kind, FigureKind::Percent | FigureKind::Ratio) && !is_move {
        return Some(
            Choice::new("share", Told::Kind, "a percentage that does something is a part".to_owned()).likely(),
        );
    }
    if let Some(choice) = stood_at(reading, around, clause) {
        return Some(choice);
    }
    if !after_verb && !reading.clauses.verbs[clause].passive {
        return None;
    }
    if let Some(choice) = of_verb(reading, around, clause).or_else(|| by_deed(reading, around, clause)) {
        return Some(choice);
    }
    let holds = |c: &Cue| needs_hold(reading, c, around.item) || spoken_of(reading, c, main);
    // "sent $5bn worth of canola": an amount of goods, told in money.
    let goods = kind == FigureKind::Money && around.inner.is_some_and(|t| reading.text.lower(t) == "worth");
    let fits = |c: &Cue| c.kinds.has(kind) || goods && c.kinds.has(FigureKind::Quantity);
    let cue = reading.lists.measures.verb(verb).iter().find(|c| fits(c) && holds(c))?;
    if is_price(around.figure(reading).per.as_deref())
        && matches!(&*cue.measure, "cost" | "revenue" | "spending" | "purchase" | "export" | "import")
    {
        return Some(Choice::new("price", Told::Verb(clause), "money for one unit of goods is a price".to_owned()));
    }
    Some(Choice::new(&cue.measure, Told::Verb(clause), format!("the verb “{verb}” says so")))
}

/// "the 3.1 million tonnes India shipped", "the jets that Acme ordered": the verb of a clause behind the amount it is of.
pub(super) fn by_contact(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let items = &reading.clauses.items;
    let mut at = around.end + 1;
    while matches!((items.get(at), items.get(at + 1)), (Some(Item::Preposition(_)), Some(Item::Phrase(_))))
        && at < around.end + 5
    {
        at += 2;
    }
    at += usize::from(
        matches!(items.get(at), Some(&Item::Subordinator(t)) if matches!(reading.text.lower(t), "that" | "which")),
    );
    let (&Item::Phrase(q), &Item::Verb(clause)) = (items.get(at)?, items.get(at + 1)?) else { return None };
    let kind = around.kind(reading);
    let who = phrase(reading, q);
    let acts = who.kind == PhraseKind::Pronoun && reading.text.lower(who.head) != "it" || names_party(reading, q);
    let own = reading.clauses.clauses[clause].subject == Some(q) && !reading.clauses.verbs[clause].passive;
    let free = reading.clauses.clauses[clause].object.is_none();
    let verb = lemma(reading, clause);
    let cue = reading.lists.measures.verb(verb).iter().find(|c| c.kinds.has(kind) && c.needs.is_empty())?;
    let amount = matches!(kind, FigureKind::Quantity | FigureKind::Count | FigureKind::Money);
    (acts && own && free && amount)
        .then(|| Choice::new(&cue.measure, Told::Verb(clause), format!("the verb “{verb}” behind it says so")))
}
