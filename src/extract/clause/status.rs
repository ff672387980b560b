//! How far the world has gone in what a clause says: done, in force, agreed, promised, possible, denied.
//!
//! Told by the verb group ("will buy", "was not signed") and the verbs that govern it ("agreed to remove", "announced
//! it would roll back").

use super::lexicon::Sense;
use super::{Modality, Tense, VerbForm};
use crate::extract::reading::Reading;
use crate::record::Status;

/// How deep governing verbs are followed.
const DEPTH: usize = 4;

/// The status of a clause and the reason, in words.
pub fn status(reading: &Reading<'_>, clause: usize) -> (Status, String) {
    status_within(reading, clause, DEPTH)
}

fn status_within(reading: &Reading<'_>, clause: usize, depth: usize) -> (Status, String) {
    let word = |clause: usize| reading.text.slice(reading.text.span_of(reading.clauses.verbs[clause].tokens.clone()));
    if stays_open(reading, clause) {
        return (Status::Possible, format!("“{}” leaves it open", word(clause)));
    }
    if is_negated(reading, clause) {
        return (Status::Denied, format!("“{}” is negated", word(clause)));
    }
    let group = &reading.clauses.verbs[clause];
    if let Some(by) = disputed_by(reading, clause) {
        return (Status::Denied, format!("“{}” before it makes it denied", word(by)));
    }
    if let Some((noun, status)) = by_noun(reading, clause) {
        return (status, format!("“{}” before it makes it {}", reading.text.word(noun), status.label()));
    }
    if let Some((word, status)) = by_adjective(reading, clause) {
        return (status, format!("“{}” before it makes it {}", reading.text.word(word), status.label()));
    }
    if is_future(reading, clause) {
        return (Status::Promised, format!("“going to” before “{}” makes it promised", word(clause)));
    }
    let governor = governor(reading, clause);
    if let Some((by, status)) = governor {
        return (status, format!("“{}” before it makes it {}", word(by), status.label()));
    }
    if let Some(status) = by_verb(reading, clause) {
        return (status, format!("“{}” makes it {}", word(clause), status.label()));
    }
    let status = match group.modality {
        Some(Modality::Will) => Status::Promised,
        Some(Modality::Would) => {
            if reported_by(reading, clause).is_some() {
                Status::Promised
            } else {
                Status::Possible
            }
        }
        Some(Modality::May | Modality::Must) => Status::Possible,
        None => match group.form {
            VerbForm::Finite(Tense::Past) | VerbForm::Participle => Status::Done,
            _ if group.perfect => Status::Done,
            VerbForm::Finite(Tense::Present) => Status::InForce,
            // "signed a deal, cutting the duty": as settled as the clause it belongs to.
            VerbForm::Ing | VerbForm::Infinitive => match reading.clauses.clauses[clause].parent {
                Some(parent) if parent < clause && depth > 0 => return status_within(reading, parent, depth - 1),
                _ if group.form == VerbForm::Infinitive && reading.clauses.clauses[clause].subject.is_some() => {
                    Status::Promised
                }
                _ => Status::Possible,
            },
        },
    };
    (status, format!("“{}” makes it {}", word(clause), status.label()))
}

/// What a verb of planning, promising or agreeing makes of its object: "threatened a 100% levy", "a pledge".
fn by_verb(reading: &Reading<'_>, clause: usize) -> Option<Status> {
    let verb = reading.clauses.verbs[clause].verb.and_then(|id| reading.lists.grammar.verb(id))?;
    let open = reading.clauses.verbs[clause].modality.is_some();
    let plans = matches!(
        &*verb.lemma,
        "threaten"
            | "propose"
            | "plan"
            | "consider"
            | "weigh"
            | "mull"
            | "seek"
            | "demand"
            | "target"
            | "aim"
            | "hope"
            | "expect"
            | "forecast"
            | "predict"
            | "project"
            | "anticipate"
            | "foresee"
            | "fear"
            | "envisage"
    );
    match (verb.sense, &*verb.lemma) {
        _ if plans => Some(Status::Possible),
        (Sense::Say, "announce") | (_, "unveil" | "pledge" | "promise" | "vow" | "commit") if !open => {
            Some(Status::Promised)
        }
        (Sense::Agree, "agree") if !open => Some(Status::Agreed),
        _ => None,
    }
}

/// What the noun that an infinitive explains makes of it: "a deal to buy", "plans to sell", "in talks to open". A verb that
/// gives the plan up denies it.
fn by_noun(reading: &Reading<'_>, clause: usize) -> Option<(usize, Status)> {
    let data = &reading.clauses.clauses[clause];
    if reading.clauses.verbs[clause].form != VerbForm::Infinitive {
        return None;
    }
    let noun = reading.clauses.phrase_at(data.item.checked_sub(1)?)?;
    let status = match reading.text.lower(noun.head) {
        "deal" | "agreement" | "pact" | "accord" | "contract" | "memorandum" => Status::Agreed,
        "promise" | "pledge" | "vow" | "commitment" | "promises" | "pledges" | "commitments" | "decision" => {
            Status::Promised
        }
        "plan" | "plans" | "proposal" | "proposals" | "bid" | "effort" | "efforts" | "attempt" | "attempts"
        | "push" | "talks" | "negotiations" | "discussions" | "intention" | "threat" | "threats" | "option"
        | "right" | "permission" | "chance" => Status::Possible,
        _ => return None,
    };
    let parent = data.parent.filter(|&p| p < clause)?;
    let governing = reading.clauses.verbs[parent].verb.and_then(|id| reading.lists.grammar.verb(id));
    let given_up = governing.is_some_and(|v| {
        v.sense == Sense::Refuse
            || matches!(&*v.lemma, "abandon" | "back" | "ditch" | "cancel" | "shelve" | "kill" | "axe" | "rule")
    });
    if given_up || noun.negative || reading.clauses.verbs[parent].negated {
        return Some((noun.head, Status::Denied));
    }
    // "could sign a deal to buy": no deal yet.
    let open = matches!(reading.clauses.verbs[parent].modality, Some(Modality::May | Modality::Must | Modality::Would))
        || governing.is_some_and(|v| matches!(v.sense, Sense::Plan | Sense::Think));
    Some((noun.head, if open { Status::Possible } else { status }))
}

/// What the adjective before an infinitive makes of it: "is ready to send", "was unable to pay".
fn by_adjective(reading: &Reading<'_>, clause: usize) -> Option<(usize, Status)> {
    let group = &reading.clauses.verbs[clause];
    let before = group.tokens.start.checked_sub(1).filter(|_| group.form == VerbForm::Infinitive)?;
    let parent = reading.clauses.clauses[clause].parent.filter(|&p| p < clause)?;
    let negated = reading.clauses.verbs[parent].negated;
    let status = match reading.text.lower(before) {
        "ready" | "willing" | "prepared" | "able" | "likely" | "keen" | "eager" | "free" | "determined" => {
            if negated {
                Status::Denied
            } else {
                Status::Possible
            }
        }
        "unable" | "unwilling" | "reluctant" | "unlikely" if !negated => Status::Denied,
        _ => return None,
    };
    Some((before, status))
}

/// "is going to build": a future.
pub fn is_future(reading: &Reading<'_>, clause: usize) -> bool {
    let data = &reading.clauses.clauses[clause];
    let Some(parent) = data.parent.filter(|&p| p < clause) else { return false };
    let going = &reading.clauses.verbs[parent];
    reading.clauses.verbs[clause].form == VerbForm::Infinitive
        && going.progressive
        && !going.negated
        && reading.text.lower(going.main) == "going"
        && going.tokens.end == reading.clauses.verbs[clause].tokens.start
}

/// The verb that disputes what a clause says: "denied it had agreed".
fn disputed_by(reading: &Reading<'_>, clause: usize) -> Option<usize> {
    let mut at = clause;
    for _ in 0..DEPTH {
        let parent = reading.clauses.clauses[at].parent.filter(|&p| p < at)?;
        let verb = reading.clauses.verbs[parent].verb.and_then(|id| reading.lists.grammar.verb(id))?;
        if reading.clauses.verbs[at].is_finite() && matches!(&*verb.lemma, "deny" | "dispute" | "refute") {
            return Some(parent).filter(|&p| !reading.clauses.verbs[p].negated);
        }
        at = parent;
    }
    None
}

/// "did not rule out", "is possible", "is likely".
fn stays_open(reading: &Reading<'_>, clause: usize) -> bool {
    let group = &reading.clauses.verbs[clause];
    let after = reading.text.lower(group.tokens.end);
    let verb = group.verb.and_then(|id| reading.lists.grammar.verb(id)).map_or("", |v| &v.lemma);
    verb == "rule" && group.negated && after == "out"
        || verb == "be" && !group.negated && matches!(after, "possible" | "likely")
}

/// Whether a clause says no: "did not", "no deal was signed", "refused to".
fn is_negated(reading: &Reading<'_>, clause: usize) -> bool {
    let data = &reading.clauses.clauses[clause];
    let negative = |p: Option<usize>| p.is_some_and(|p| reading.clauses.phrases[p].negative);
    // "charges no duty" holds.
    let free = reading.text.lower(reading.clauses.verbs[clause].main).starts_with("charge");
    reading.clauses.verbs[clause].negated || negative(data.subject) || negative(data.object) && !free
}

/// The verb that decides over an infinitive or a reported clause, and what it makes of it.
fn governor(reading: &Reading<'_>, clause: usize) -> Option<(usize, Status)> {
    let mut at = clause;
    for _ in 0..DEPTH {
        let parent = reading.clauses.clauses[at].parent.filter(|&p| p < at)?;
        let infinitive = reading.clauses.verbs[at].form == VerbForm::Infinitive;
        let direct = infinitive
            || reading.clauses.verbs[at].form == VerbForm::Ing
                && reading.clauses.clauses[at].item == reading.clauses.clauses[parent].item + 1;
        let negated = reading.clauses.verbs[parent].negated;
        // "is set to rise": foreseen, not done.
        let main = reading.text.lower(reading.clauses.verbs[parent].main);
        if infinitive && (matches!(main, "set" | "due" | "poised") && reading.clauses.verbs[parent].passive) {
            return Some((parent, Status::Possible));
        }
        match sense(reading, parent)? {
            Sense::Agree if infinitive => {
                return Some((parent, if negated { Status::Denied } else { agreed(reading, parent) }));
            }
            Sense::Promise if infinitive => {
                return Some((parent, if negated { Status::Denied } else { Status::Promised }));
            }
            // "urged Lima to lift its ban": what somebody else is asked to do.
            Sense::Say if infinitive && reading.clauses.clauses[parent].object.is_some() => {
                return Some((parent, Status::Possible));
            }
            Sense::Say if infinitive && !negated => return Some((parent, Status::Promised)),
            Sense::Plan | Sense::Think if direct => return Some((parent, Status::Possible)),
            Sense::Refuse if direct => return Some((parent, Status::Denied)),
            Sense::Force if infinitive => {}
            Sense::Begin if direct && reading.text.lower(reading.clauses.verbs[parent].main).starts_with("stop") => {
                return Some((parent, Status::Denied));
            }
            _ => return None,
        }
        at = parent;
    }
    None
}

/// "has agreed to" is agreed; "may agree to" is possible.
fn agreed(reading: &Reading<'_>, clause: usize) -> Status {
    match reading.clauses.verbs[clause].modality {
        Some(Modality::May | Modality::Must | Modality::Would) => Status::Possible,
        _ => Status::Agreed,
    }
}

/// The clause of saying that reports this one.
pub fn reported_by(reading: &Reading<'_>, clause: usize) -> Option<usize> {
    let mut at = clause;
    for _ in 0..DEPTH {
        let parent = reading.clauses.clauses[at].parent.filter(|&p| p < at)?;
        if matches!(sense(reading, parent), Some(Sense::Say | Sense::Think | Sense::Promise)) {
            return Some(parent);
        }
        at = parent;
    }
    None
}

fn sense(reading: &Reading<'_>, clause: usize) -> Option<Sense> {
    let verb = reading.clauses.verbs.get(clause)?.verb?;
    reading.lists.grammar.verb(verb).map(|v| v.sense)
}
