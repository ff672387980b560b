//! Levels and changes that a verb tells of its subject or object: "exports fell to 8 million tonnes", "raised its output by 5%",
//! "which had dropped to $3bn", "adds $2bn to costs".

use super::antecedent;
use super::around::{Around, lemma, phrase, sense};
use super::change::moved_directly;
use super::choose::{Choice, Told};
use super::cue::{any_cue, linked_nouns, named_good, phrase_cue};
use super::lists::Cue;
use super::price::is_price;
use crate::extract::clause::PhraseKind;
use crate::extract::clause::lexicon::Sense;
use crate::extract::reading::Reading;
use crate::record::FigureKind;

/// What moves by a figure or to it, where the figure stands behind the verb of movement.
pub(super) fn by_movement(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    let kind = around.kind(reading);
    let verb = lemma(reading, clause);
    let is_move = matches!(sense(reading, clause), Some(Sense::Up | Sense::Down));
    let moves = matches!(sense(reading, clause), Some(Sense::Up | Sense::Down | Sense::Move | Sense::Hold))
        || verb == "be"
        // "can exceed 40%": the verb is part of the figure.
        || reading.clauses.verbs[clause].verb.is_none() && reading.clauses.verbs[clause].modality.is_some()
        || verb == "see"
        || verb == "need";
    // What grows or shrinks is an amount, no price.
    let grows = matches!(verb, "grow" | "expand" | "shrink" | "contract");
    let subject = reading.clauses.clauses[clause].subject;
    let object = reading.clauses.clauses[clause]
        .object
        .filter(|&p| p != around.phrase && !reading.clauses.verbs[clause].passive);
    if matches!(verb, "add" | "contribute" | "bring" | "cut" | "shave" | "knock" | "wipe" | "subtract" | "take")
        && let Some(p) = around.right_of(reading, &["to", "from", "off"])
        && let Some((cue, token)) = phrase_cue(reading, p, kind)
    {
        let because = format!("it is added to “{}”", reading.text.word(token));
        let measure = if &*cue.measure == "price" { &cue.change } else { &cue.measure };
        return Some(Choice::new(measure, Told::Noun(p, token), because).changed());
    }
    if moves {
        let direct = moved_directly(reading, around);
        // "a duty on sofas which is due to rise".
        let governor = reading.clauses.clauses[clause].parent;
        let relative = [Some(clause), governor].into_iter().flatten().any(|c| reading.clauses.clauses[c].relative);
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
                let flow = |c: &Cue| matches!(&*c.measure, "export" | "import" | "output" | "purchase");
                let found = found.filter(|(cue, _)| !(flow(cue) && is_price(around.figure(reading).per.as_deref())));
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
    if verb == "cost" && matches!(reading.text.lower(phrase(reading, around.phrase).tokens.end), "more" | "less") {
        return Some(
            Choice::new("price change", Told::Verb(clause), "“cost ... more” is a change of price".to_owned())
                .changed(),
        );
    }
    None
}

/// "At $2.2bn they were the lowest since 2017": the level of the subject, told before it.
pub(super) fn stood_at(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    let data = &reading.clauses.clauses[clause];
    let before = around.preposition_word(reading) == "at" && data.item > around.item && around.left.is_empty();
    let subject = data.subject.filter(|&p| before && p > around.phrase)?;
    let named = if phrase(reading, subject).kind == PhraseKind::Pronoun {
        antecedent::of_subject(reading, clause)?
    } else {
        subject
    };
    let (cue, token) = phrase_cue(reading, named, around.kind(reading))?;
    let because = format!("it is a level of “{}”", reading.text.word(token));
    Some(Choice::new(&cue.measure, Told::Noun(named, token), because))
}
