//! What a clause acts on, and whether that is worth tracking: a measure, a deal, an amount, a named good.
//!
//! ```text
//! The talks produced no agreement        an outcome, denied
//! Most duties remain in place            an outcome, kept
//! Steel Corp cut its forecast            a target of a verb of change
//! Steel Corp raised hopes                neither
//! ```

use crate::extract::clause::{Item, PhraseKind, VerbForm};
use crate::extract::link::STATE_BODIES;
use crate::extract::measure::{lemma, words};
use crate::extract::reading::Reading;
use crate::record::FigureKind;
use crate::text::noun::singular;
use rustc_hash::FxHashSet;

/// The outcome that a clause makes, keeps or denies, as a phrase.
pub(super) fn outcome(reading: &Reading<'_>, clause: usize) -> Option<usize> {
    let group = &reading.clauses.verbs[clause];
    let data = &reading.clauses.clauses[clause];
    let verb = lemma(reading, clause);
    let is_outcome = |p: &usize| {
        let phrase = &reading.clauses.phrases[*p];
        phrase.kind == PhraseKind::Things
            && reading.lists.actions.is_outcome(&singular(reading.text.lower(phrase.head)))
    };
    if verb == "agree" || matches!(verb, "end" | "close" | "conclude" | "finish" | "break" | "collapse") {
        // "agreed on a framework", "ended without a deal".
        let link = if verb == "agree" { ["on", "to"] } else { ["without", "without"] };
        let linked = reading.clauses.linked(data.item).take(2);
        let found = linked.filter(|&(t, _)| link.contains(&reading.text.lower(t))).map(|(_, p)| p).find(is_outcome);
        if found.is_some() {
            return found;
        }
    }
    let object = data.object.filter(is_outcome);
    let subject = data.subject.filter(is_outcome);
    let negative = |p: &usize| reading.clauses.phrases[*p].negative;
    match verb {
        "make" if group.passive => subject.filter(negative),
        "produce" | "reach" | "strike" | "make" | "secure" | "announce" | "unveil" | "yield" | "bring" | "achieve"
        | "include" => object.filter(|p| {
            negative(p)
                || group.negated
                || matches!(verb, "reach" | "strike" | "secure" | "announce" | "unveil" | "achieve")
        }),
        "be" | "see" | "have" | "plan" => object.filter(negative),
        "remain" | "stay" | "hold" | "stand" | "apply" | "take" | "expire" | "lapse" | "kick" => {
            subject.filter(|_| keeps(reading, clause))
        }
        "tax" | "exempt" | "ban" | "restrict" | "sanction" if group.passive => data.subject,
        _ if group.passive && reading.lists.actions.is_action(verb) => data.subject.filter(|&p| {
            reading.lists.actions.is_target(&singular(reading.text.lower(reading.clauses.phrases[p].head)))
        }),
        "fall" | "rise" | "drop" | "climb" if group.modality.is_some() => subject,
        _ => None,
    }
}

/// "remain in place", "take effect", "apply to": says whether a measure holds.
fn keeps(reading: &Reading<'_>, clause: usize) -> bool {
    let after = reading.clauses.verbs[clause].tokens.end;
    (after..after + 5).any(|i| {
        matches!(
            reading.text.lower(i),
            "place" | "force" | "effect" | "suspended" | "hold" | "unchanged" | "are" | "until"
        )
    })
}

/// Whether somebody whom the article leaves open acts on an outcome: "it scrapped its own duties", "signed a pact, cutting
/// the duty on whisky".
pub(super) fn acts_on_outcome(reading: &Reading<'_>, clause: usize) -> bool {
    let data = &reading.clauses.clauses[clause];
    let phrase = |p: usize| &reading.clauses.phrases[p];
    let open = reading.clauses.verbs[clause].form == VerbForm::Ing
        || data.subject.is_some_and(|p| {
            phrase(p).kind == PhraseKind::Pronoun || STATE_BODIES.contains(&reading.text.lower(phrase(p).head))
        });
    open && acted_on(reading, clause)
        .is_some_and(|p| reading.lists.actions.is_outcome(&singular(reading.text.lower(phrase(p).head))))
}

/// Whether an amount follows the verb of a clause, with or without prepositions: "receive up to $1 billion".
pub(super) fn amount_follows(reading: &Reading<'_>, clause: usize) -> bool {
    let item = reading.clauses.clauses[clause].item;
    (item + 1..item + 6)
        .map_while(|i| match reading.clauses.items.get(i)? {
            Item::Phrase(_) | Item::Preposition(_) => Some(i),
            _ => None,
        })
        .filter_map(|i| reading.clauses.phrase_at(i)?.figure)
        .any(|f| reading.record.figures.get(f).is_some_and(|f| f.kind != FigureKind::Duration))
}

/// Whether what a verb of change acts on is an amount, a measure, an outcome or a named good.
pub(super) fn changes_something(reading: &Reading<'_>, clause: usize) -> bool {
    let data = &reading.clauses.clauses[clause];
    let target = if reading.clauses.verbs[clause].passive { data.subject } else { data.object.or(data.subject) };
    let tracked = target.is_some_and(|p| {
        let noun = singular(reading.text.lower(reading.clauses.phrases[p].head));
        let linked = reading.clauses.item_of(p).into_iter().flat_map(|i| reading.clauses.linked(i)).take(1);
        let mut nouns = std::iter::once(noun)
            .chain(linked.map(|(_, q)| singular(reading.text.lower(reading.clauses.phrases[q].head))));
        nouns.any(|n| {
            reading.lists.actions.is_target(&n) || reading.lists.measures.noun(&n).iter().any(|c| c.needs.is_empty())
        })
    });
    tracked || amount_follows(reading, clause)
}

/// What a clause acts on, as a phrase.
pub(super) fn acted_on(reading: &Reading<'_>, clause: usize) -> Option<usize> {
    let data = &reading.clauses.clauses[clause];
    if reading.clauses.verbs[clause].passive {
        return data.subject;
    }
    // "ruled out retaliation", "called off a strike"
    let main = reading.clauses.verbs[clause].main;
    let behind = || reading.clauses.linked(data.item).next().filter(|&(t, _)| t == main + 1);
    let right_behind = |&(t, p): &(usize, usize)| reading.clauses.phrases[p].tokens.start == t + 1;
    let phrasal = super::particle(reading, clause).is_some();
    data.object.or_else(|| behind().filter(|found| phrasal && right_behind(found)).map(|(_, p)| p))
}

/// "ruled out retaliation"
pub(super) fn rules_out(reading: &Reading<'_>, clause: usize) -> bool {
    lemma(reading, clause) == "rule" && reading.text.lower(reading.clauses.verbs[clause].main + 1) == "out"
}

/// What is acted on, without article: the object, or the goods of an amount.
pub(super) fn object(reading: &Reading<'_>, places: &FxHashSet<&str>, clause: usize) -> Option<String> {
    let p = acted_on(reading, clause)?;
    let phrase = &reading.clauses.phrases[p];
    if phrase.kind == PhraseKind::Figure {
        let item = phrase.figure.and_then(|f| reading.record.figures.get(f)).and_then(|f| f.item.clone());
        // "invest $5 billion in Brazil": where, not what.
        return item.filter(|item| !places.contains(item.as_str()));
    }
    let own = words(reading, p)?;
    let linked = reading.clauses.item_of(p).and_then(|i| reading.clauses.linked(i).next());
    let Some((preposition, of)) = linked.filter(|&(_, of)| reading.clauses.phrases[of].kind == PhraseKind::Things)
    else {
        return Some(own);
    };
    if !matches!(reading.text.lower(preposition), "of" | "on" | "in" | "with") {
        return Some(own);
    }
    let tail = reading.text.slice(reading.text.span_of(preposition..reading.clauses.phrases[of].tokens.end));
    Some(format!("{own} {tail}"))
}
