//! How much may come in at a favoured rate: "the first 800,000 cars a year", "admit 49,000 vehicles", "may ship 3 million
//! tonnes free of duty", "the 770,000 tons that Tokyo lets in duty-free".

use super::around::{Around, lemma, phrase};
use super::choose::{Choice, Told};
use super::cue::mentions_tariff;
use crate::extract::clause::{Item, Modality};
use crate::extract::reading::Reading;
use crate::record::{Bound, FigureKind};
use crate::text::noun::singular;

/// The measure of an amount that a lower duty is limited to.
pub(super) fn by_quota(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    if !matches!(around.kind(reading), FigureKind::Quantity | FigureKind::Count) || around.inner.is_some() {
        return None;
    }
    free_amount(reading, around)
        .or_else(|| first_of(reading, around))
        .or_else(|| let_in(reading, around))
        .or_else(|| let_in_after(reading, around))
}

/// "The amount of steel that can enter without paying tax is to fall to 3 million tonnes".
fn free_amount(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let clause = around.verb_left.or(around.clause)?;
    let subject = reading.clauses.clauses[clause].subject?;
    let head = phrase(reading, subject).head;
    let amount = matches!(reading.text.lower(head), "amount" | "volume" | "quantity" | "tonnage");
    let because = || format!("“{}” of what comes in free of duty", reading.text.word(head));
    (amount && is_free(reading, around.figure(reading).sentence))
        .then(|| Choice::new("quota", Told::Noun(subject, head), because()))
}

/// "a rate of 10% for the first 800,000 a year": the tariff of the sentence is told of that many.
fn first_of(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let start = reading.text.tokens_in(around.figure(reading).span).start;
    let word = |back: usize| reading.text.lower(start.wrapping_sub(back));
    let limited = around.preposition_word(reading) == "for"
        && (word(2) == "only" || around.figure(reading).bound == Bound::AtMost);
    // "a tariff on 1.4 billion litres of ethanol".
    let scope = around.preposition_word(reading) == "on"
        && around.left.iter().any(|l| {
            reading.lists.measures.scope(&singular(reading.text.lower(phrase(reading, l.phrase).head))).is_some()
        });
    let limited = limited || scope && around.kind(reading) == FigureKind::Quantity;
    let first = limited || (start.wrapping_sub(1)..=start).any(|i| reading.text.lower(i) == "first");
    if !first || !mentions_tariff(reading, around.figure(reading).sentence) {
        return None;
    }
    let here = around.figure(reading).sentence;
    let tariff = (around.figure.saturating_sub(6)..around.figure).rev().find(|&n| {
        let f = &reading.record.figures[n];
        f.sentence == here && f.measure.as_str() == "tariff rate"
    });
    let told = tariff.map_or(Told::Kind, Told::Earlier);
    Some(Choice::new("quota", told, "the tariff of the sentence holds for so many only".to_owned()))
}

/// "will admit 49,000 vehicles a year", "may export 3 million tonnes free of duty".
fn let_in(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let clause = around.verb_left.or(around.clause)?;
    let verb = lemma(reading, clause);
    let admits = lets_in(reading, clause);
    let sends = matches!(verb, "ship" | "export" | "sell" | "send" | "import" | "bring" | "supply" | "enter" | "land");
    let allowed = reading.clauses.verbs[clause].modality == Some(Modality::May)
        || reading.clauses.clauses[clause]
            .parent
            .is_some_and(|p| matches!(lemma(reading, p), "allow" | "permit" | "let"));
    let free = is_free(reading, around.figure(reading).sentence);
    let yearly = around.figure(reading).per.as_deref() == Some("year");
    let because = format!("“{}” lets that much in", reading.text.word(reading.clauses.verbs[clause].main));
    let limits = admits && (free || yearly || mentions_tariff(reading, around.figure(reading).sentence));
    let capped = free || around.figure(reading).bound == Bound::AtMost;
    (limits || sends && allowed && capped).then(|| Choice::new("quota", Told::Verb(clause), because))
}

/// "the 770,000 tons that Tokyo lets in duty-free": the clause behind the amount lets it in.
fn let_in_after(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let items = &reading.clauses.items;
    let opens = matches!(items.get(around.item + 1)?, Item::Subordinator(_));
    let verb = (around.item + 1..around.item + 4)
        .find_map(|i| if let Item::Verb(v) = *items.get(i)? { Some(v) } else { None });
    let clause = verb.filter(|&v| opens && lets_in(reading, v))?;
    let because = format!("“{}” behind it lets that much in", reading.text.word(reading.clauses.verbs[clause].main));
    Some(Choice::new("quota", Told::Verb(clause), because))
}

fn lets_in(reading: &Reading<'_>, clause: usize) -> bool {
    let main = reading.clauses.verbs[clause].main;
    match lemma(reading, clause) {
        "admit" => true,
        "let" | "allow" | "permit" => {
            (main + 1..main + 4).any(|i| matches!(reading.text.lower(i), "in" | "into"))
                || let_be_brought(reading, main)
                || is_free(reading, sentence_of(reading, main))
        }
        _ => false,
    }
}

/// "permits 5 tonnes of maize to be brought in", "allows 3,000 cars to be imported".
fn let_be_brought(reading: &Reading<'_>, main: usize) -> bool {
    let lower = |i: usize| reading.text.lower(i);
    let brought = |i: usize| match lower(i) {
        "imported" | "enter" => true,
        "brought" | "come" | "shipped" | "let" => matches!(lower(i + 1), "in" | "into"),
        _ => false,
    };
    let near = (main + 1..main + 14).take_while(|&i| !matches!(lower(i), "." | ";" | ""));
    near.skip_while(|&i| lower(i) != "to").any(brought)
}

fn sentence_of(reading: &Reading<'_>, token: usize) -> u32 {
    let start = reading.text.tokens().get(token).map_or(0, |t| t.span.start);
    u32::try_from(reading.text.sentence_at(start)).unwrap_or(u32::MAX)
}

/// Whether a sentence speaks of goods that come in free or at a lower duty, or opens with "Under the quotas".
pub(super) fn is_free(reading: &Reading<'_>, sentence: u32) -> bool {
    let index = usize::try_from(sentence).unwrap_or(usize::MAX);
    let Some(sentence) = reading.text.sentences().get(index) else { return false };
    let lower = |i: usize| reading.text.lower(i);
    let duty =
        |i: usize| matches!(lower(i), "duty" | "duties" | "tariff" | "tariffs" | "levy" | "levies" | "tax" | "taxes");
    sentence.tokens.clone().take(120).any(|i| match lower(i) {
        "free" => {
            duty(i.wrapping_sub(1)) || duty(i.wrapping_sub(2)) || lower(i + 1) == "of" && (duty(i + 2) || duty(i + 3))
        }
        "without" => (i + 1..i + 4).any(duty),
        "reduced" | "lower" | "zero" | "preferential" | "concessional" => duty(i + 1) || lower(i + 1) == "rate",
        "quota" | "quotas" => true,
        _ => false,
    })
}
