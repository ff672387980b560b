//! What a verb tells of a figure: "will buy 12 million tonnes", "exports fell to 8 million tonnes", "employs 500".

use super::antecedent;
use super::around::{Around, lemma, phrase, sense};
use super::change::moved_directly;
use super::choose::{Choice, Told};
use super::cue::{any_cue, linked_nouns, named_good, needs_hold, phrase_cue, spoken_of};
use super::lists::Cue;
use super::party::{first_country, names_party};
use super::price::{is_price, of_verb};
use super::subject::subject_of;
use super::tariff::is_country;
use crate::extract::clause::lexicon::Sense;
use crate::extract::clause::{Item, PhraseKind};
use crate::extract::reading::Reading;
use crate::record::FigureKind;

/// "will buy 12 million tonnes", "exports fell to 8 million tonnes", "tariffs rose by 10 points".
pub(super) fn by_verb(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let kind = around.kind(reading);
    let clause = around.verb_left.or(around.clause)?;
    let verb = lemma(reading, clause);
    let is_move = matches!(sense(reading, clause), Some(Sense::Up | Sense::Down));
    let moves = matches!(sense(reading, clause), Some(Sense::Up | Sense::Down | Sense::Move | Sense::Hold))
        || verb == "be"
        || verb == "see"
        || verb == "need";
    // What grows or shrinks is an amount, no price.
    let grows = matches!(verb, "grow" | "expand" | "shrink" | "contract");
    let subject = reading.clauses.clauses[clause].subject;
    let object = reading.clauses.clauses[clause]
        .object
        .filter(|&p| p != around.phrase && !reading.clauses.verbs[clause].passive);
    // A figure in the subject: "some 500 workers were hired" is told by the verb only.
    let after_verb = reading.clauses.clauses[clause].item < around.item;
    if after_verb
        && matches!(verb, "add" | "contribute" | "bring")
        && let Some(p) = around.right_of(reading, &["to"])
        && let Some((cue, token)) = phrase_cue(reading, p, kind)
    {
        let because = format!("it is added to “{}”", reading.text.word(token));
        let measure = if &*cue.measure == "price" { &cue.change } else { &cue.measure };
        return Some(Choice::new(measure, Told::Noun(p, token), because).changed());
    }
    if moves && after_verb {
        let direct = moved_directly(reading, around);
        let relative = reading.clauses.clauses[clause].relative;
        for target in [object, subject].into_iter().flatten() {
            let stood_for = if phrase(reading, target).kind == PhraseKind::Pronoun {
                antecedent::of_subject(reading, clause).filter(|_| Some(target) == subject)
            } else {
                Some(target)
            };
            let Some(target) = stood_for else { break };
            let heads = antecedent::heads(reading, target).filter(|_| relative);
            for linked in heads.chain(std::iter::once(target)).chain(linked_nouns(reading, target)) {
                let found = phrase_cue(reading, linked, kind)
                    .or_else(|| any_cue(reading, linked).filter(|_| direct))
                    .or_else(|| named_good(reading, linked, kind).filter(|_| target == linked && is_move && !grows));
                if let Some((cue, token)) = found {
                    let name = reading.text.word(token);
                    let part = matches!(kind, FigureKind::Percent | FigureKind::Ratio);
                    return Some(if direct && (part || &*cue.change == "price change") {
                        Choice::new(&cue.change, Told::Noun(linked, token), format!("“{name}” changes by it")).changed()
                    } else {
                        let choice =
                            Choice::new(&cue.measure, Told::Noun(linked, token), format!("it is a level of “{name}”"));
                        if direct { choice.changed() } else { choice }
                    });
                }
            }
        }
    }
    if after_verb
        && verb == "cost"
        && matches!(reading.text.lower(phrase(reading, around.phrase).tokens.end), "more" | "less")
    {
        return Some(
            Choice::new("price change", Told::Verb(clause), "“cost ... more” is a change of price".to_owned())
                .changed(),
        );
    }
    if subject == Some(around.phrase) && matches!(kind, FigureKind::Percent | FigureKind::Ratio) && !is_move {
        return Some(
            Choice::new("share", Told::Kind, "a percentage that does something is a part".to_owned()).likely(),
        );
    }
    if !after_verb && !reading.clauses.verbs[clause].passive {
        return None;
    }
    if let Some(price) = of_verb(reading, around, clause).or_else(|| handed_over(reading, around, clause)) {
        return Some(price);
    }
    if kind == FigureKind::Money
        && verb == "trade"
        && object.is_some()
        && !matches!(around.preposition_word(reading), "at" | "for")
    {
        return Some(Choice::new(
            "trade value",
            Told::Verb(clause),
            "goods that are traded are worth that much".to_owned(),
        ));
    }
    let main = reading.clauses.verbs[clause].main;
    let holds = |c: &Cue| needs_hold(reading, c, around.item) || spoken_of(reading, c, main);
    let cue = reading.lists.measures.verb(verb).iter().find(|c| c.kinds.has(kind) && holds(c))?;
    if is_price(around.figure(reading).per.as_deref()) && matches!(&*cue.measure, "cost" | "revenue" | "spending") {
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

/// "sold drugs worth $3bn to Peruvian buyers", "Peru took 6 million bags of it": trade between countries by the parties beside a
/// verb that else tells something else.
fn handed_over(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    let verb = lemma(reading, clause);
    let actor = subject_of(reading, clause)?;
    let amount = matches!(around.kind(reading), FigureKind::Quantity | FigureKind::Count);
    let because = |what: &str| format!("“{verb}” and the country beside it make it an {what}");
    if matches!(verb, "take" | "absorb" | "import") && amount && is_country(reading, actor) {
        return Some(Choice::new("import", Told::Verb(clause), because("import")).likely());
    }
    let abroad = around.right_of(reading, &["to"]).and_then(|p| first_country(reading, p)).filter(|&e| e != actor);
    let sold = matches!(verb, "sell" | "supply" | "deliver" | "provide") && around.kind(reading) == FigureKind::Money;
    abroad.filter(|_| sold).map(|_| Choice::new("export", Told::Verb(clause), because("export")).likely())
}
