//! Trade, tariffs and output that a verb tells by who does it to what: "Peru took 6 million tonnes", "sold drugs worth $3bn to
//! Peruvian buyers", "Chile charges 10% on cars", "turn out 30,000 cars".

use super::around::{Around, lemma, phrase};
use super::choose::{Choice, Told};
use super::cue::phrase_cue;
use super::named::{first_country, kind_of};
use super::party::earned_by_exports;
use super::subject::subject_of;
use super::tariff::is_country;
use crate::extract::clause::{Item, Modality, PhraseKind};
use crate::extract::reading::Reading;
use crate::record::{EntityKind, FigureKind, Measure};

/// What a verb tells that has other meanings with other parties beside it.
pub(super) fn by_deed(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    set_aside(reading, around, clause)
        .or_else(|| promised_to_take(reading, around, clause))
        .or_else(|| set_back(reading, around, clause))
        .or_else(|| built_up(reading, around, clause))
        .or_else(|| earned(reading, around, clause))
        .or_else(|| handed_over(reading, around, clause))
        .or_else(|| levied_on(reading, around, clause))
        .or_else(|| turned_out(reading, around, clause))
        .or_else(|| traded(reading, around, clause))
}

/// "its promise to take $5bn of gas", "committed to taking 3 million tonnes", "will take 2 million tonnes of wheat": what one
/// is to take one buys.
fn promised_to_take(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    const PROMISES: [&str; 14] = [
        "promise",
        "promised",
        "pledge",
        "pledged",
        "commitment",
        "committed",
        "agreed",
        "agreement",
        "vow",
        "vowed",
        "obligation",
        "obliged",
        "contracted",
        "undertaking",
    ];
    let verb = &reading.clauses.verbs[clause];
    let start = verb.tokens.start;
    // "committed to taking" has its "to" before the verb.
    let to = [start, start.wrapping_sub(1)].into_iter().find(|&i| reading.text.lower(i) == "to");
    let promise = match to {
        Some(to) => PROMISES.contains(&reading.text.lower(to.wrapping_sub(1))),
        None => verb.modality == Some(Modality::Will) && subject_of(reading, clause).is_some(),
    };
    let goods = around.right_of(reading, &["of"]).is_some() || to == Some(start.wrapping_sub(1));
    let amount = match around.kind(reading) {
        FigureKind::Quantity => around.inner.is_none(),
        FigureKind::Money => true,
        _ => false,
    };
    (promise && goods && amount && lemma(reading, clause) == "take")
        .then(|| Choice::new("purchase", Told::Verb(clause), "what one is to take one buys".to_owned()).likely())
}

/// "could set exporters back by $5m".
fn set_back(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    let main = reading.clauses.verbs[clause].main;
    let back = (main + 1..main + 5).any(|i| reading.text.lower(i) == "back") && lemma(reading, clause) == "set";
    (back && around.kind(reading) == FigureKind::Money)
        .then(|| Choice::new("cost", Told::Verb(clause), "what sets somebody back costs him".to_owned()))
}

/// "spend $1.3bn on its factory", "spend $4bn to expand output at plants": what builds works is an investment.
fn built_up(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    let spends = lemma(reading, clause) == "spend" && around.kind(reading) == FigureKind::Money;
    let site =
        |p: usize| phrase_cue(reading, p, FigureKind::Money).is_some_and(|(cue, _)| &*cue.measure == "investment");
    let on = around.right_of(reading, &["on"]).is_some_and(site);
    let builds = match reading.clauses.items.get(around.end + 1) {
        Some(&Item::Verb(v)) => {
            matches!(lemma(reading, v), "expand" | "build" | "upgrade" | "modernize" | "modernise" | "retool")
        }
        _ => false,
    };
    (spends && (on || builds)).then(|| {
        Choice::new("investment", Told::Verb(clause), "what is spent on works is invested".to_owned()).likely()
    })
}

/// "has set aside $5bn", "put $5bn aside".
fn set_aside(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    let money = around.kind(reading) == FigureKind::Money && matches!(lemma(reading, clause), "set" | "put" | "lay");
    let main = reading.clauses.verbs[clause].main;
    let end = reading.text.tokens_in(around.figure(reading).span).end;
    let aside = [main + 1, end].into_iter().any(|i| reading.text.lower(i) == "aside");
    (money && aside).then(|| Choice::new("spending", Told::Verb(clause), "what is set aside is to be spent".to_owned()))
}

/// "Dairy exports earned Peru $5bn" tells the exports; "Acme earned $2bn from July" a profit, "earned $2bn from cocoa" what came in.
fn earned(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    let money = around.kind(reading) == FigureKind::Money && around.figure(reading).per.is_none();
    if money && earned_by_exports(reading, clause) {
        return Some(Choice::new("export", Told::Verb(clause), "what exports earn is their value".to_owned()));
    }
    let exports =
        around.right_of(reading, &["from"]).is_some_and(|p| reading.text.lower(phrase(reading, p).head) == "exports");
    if money && exports && matches!(lemma(reading, clause), "earn" | "make" | "get" | "raise" | "reap") {
        return Some(Choice::new(
            "export",
            Told::Verb(clause),
            "what is earned from exports is their value".to_owned(),
        ));
    }
    let firm = subject_of(reading, clause).is_some_and(|e| kind_of(reading, e) == Some(EntityKind::Organization));
    let sources = around.right_of(reading, &["from"]).is_some_and(|p| phrase(reading, p).kind == PhraseKind::Things);
    let profit = lemma(reading, clause) == "earn" && money && firm && !sources;
    profit.then(|| {
        Choice::new(Measure::OTHER, Told::Verb(clause), "what a firm earns in a period is its profit".to_owned())
            .likely()
    })
}

/// "trade goods worth more than $5bn": no price, but what is traded.
fn traded(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    let goods = reading.clauses.clauses[clause].object.is_some() && lemma(reading, clause) == "trade";
    let worth = around.kind(reading) == FigureKind::Money && !matches!(around.preposition_word(reading), "at" | "for");
    let because = "goods that are traded are worth that much".to_owned();
    (goods && worth).then(|| Choice::new("trade value", Told::Verb(clause), because))
}

/// "sold drugs worth $3bn to Peruvian buyers", "Peru took 6 million bags of it": trade between countries by the parties beside a
/// verb that else tells something else.
fn handed_over(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    let verb = lemma(reading, clause);
    let actor = subject_of(reading, clause)?;
    let pointed = around.whole(reading, &["of"]).is_some_and(|p| phrase(reading, p).kind == PhraseKind::Pronoun);
    let amount = match around.kind(reading) {
        FigureKind::Quantity => around.inner.is_none(),
        FigureKind::Count => pointed,
        _ => false,
    };
    let because = |what: &str| format!("“{verb}” and the country beside it make it an {what}");
    let into = verb == "bring" && matches!(reading.text.lower(reading.clauses.verbs[clause].main + 1), "in");
    if (into || matches!(verb, "take" | "absorb" | "import")) && amount && is_country(reading, actor) {
        return Some(Choice::new("import", Told::Verb(clause), because("import")).likely());
    }
    let abroad = around.right_of(reading, &["to"]).and_then(|p| first_country(reading, p)).filter(|&e| e != actor);
    let sold = matches!(verb, "sell" | "supply" | "deliver" | "provide") && around.kind(reading) == FigureKind::Money;
    abroad.filter(|_| sold).map(|_| Choice::new("export", Told::Verb(clause), because("export")).likely())
}

/// "Peru charges 10% on cars": what a country takes on goods, without any word for a tariff.
fn levied_on(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    let verb = lemma(reading, clause);
    let levies = matches!(verb, "charge" | "levy" | "impose" | "slap" | "collect");
    // "charges farmers 10% on milk": whom it is charged to stands between.
    let object = reading.clauses.clauses[clause].object;
    let near = around.left.iter().all(|l| l.preposition.is_none() && Some(l.phrase) == object);
    let percent = around.kind(reading) == FigureKind::Percent && near;
    let goods = around.right_of(reading, &["on"]).filter(|_| levies && percent)?;
    let by_country = subject_of(reading, clause).is_some_and(|e| is_country(reading, e));
    let because = format!("“{verb}” by a country on “{}”", reading.text.word(phrase(reading, goods).head));
    by_country.then(|| Choice::new("tariff rate", Told::Verb(clause), because).likely())
}

/// "turn out 30,000 cars": verbs that make things by their particle.
fn turned_out(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<Choice> {
    let verb = lemma(reading, clause);
    let out = reading.text.lower(reading.clauses.verbs[clause].main + 1) == "out";
    let amount = matches!(around.kind(reading), FigureKind::Quantity | FigureKind::Count) && around.left.is_empty();
    (out && amount && matches!(verb, "turn" | "churn" | "crank" | "pump" | "put"))
        .then(|| Choice::new("output", Told::Verb(clause), format!("“{verb} out” makes things")))
}
