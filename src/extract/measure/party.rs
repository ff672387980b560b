//! Who acts in what a figure measures, and on whom: "American duties" are levied by the United States.
//!
//! In an article on two countries that made a deal, duties on the goods of one are levied by the other.

use super::around::{Around, lemma, phrase, sense};
use super::bearer::{again, source};
use super::choose::{Choice, Told};
use super::named::{countries, country_of, first_country, owned, party_of};
use super::setting::Setting;
use super::subject::{subject, subject_of};
use super::tariff::{importer, is_country, leaver, pays, taxed_country, taxed_member, trades_for};
use super::taxed::described_by;
use crate::extract::clause::lexicon::Sense;
use crate::extract::clause::{Item, VerbForm, status};
use crate::extract::reading::Reading;
use crate::record::EntityId;

/// Who acts and on whom.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::extract) struct Parties {
    /// Who acts.
    pub(in crate::extract) actor: Option<EntityId>,
    /// On whom.
    pub(in crate::extract) toward: Option<EntityId>,
}

/// The parties of a figure whose measure is known.
pub(in crate::extract) fn parties(
    reading: &Reading<'_>,
    around: &Around,
    choice: &Choice,
    setting: &Setting,
) -> Parties {
    let mut parties = match choice.told {
        Told::Noun(p, token) => of_noun(reading, around, choice, p, token),
        Told::Verb(clause) => of_verb(reading, around, clause),
        Told::Whole(whole) if &*choice.measure == "share" => Parties {
            actor: again(reading, around)
                .or_else(|| source(reading, around))
                .or_else(|| subject(reading, around))
                .or_else(|| {
                    let phrase = phrase(reading, whole);
                    owned(reading, phrase.tokens.start..phrase.head, true).filter(|_| is_flow(reading, whole))
                }),
            toward: None,
        },
        Told::Earlier(n) if matches!(&*choice.measure, "purchase" | "export" | "import" | "growth" | "quota") => {
            let earlier = &reading.record.figures[n];
            Parties { actor: earlier.actor, toward: earlier.toward }
        }
        Told::Kind if &*choice.measure == "headcount" => Parties { actor: subject(reading, around), toward: None },
        _ => Parties::default(),
    };
    if let ("tariff rate", None, Some([a, b])) = (&*choice.measure, parties.actor, setting.pair) {
        parties.toward = parties
            .toward
            .or_else(|| taxed_country(reading, around, choice))
            .or_else(|| taxed_member(reading, around, choice, [a, b]));
        parties.actor = match parties.toward {
            Some(t) if trades_for(reading, a, t) => Some(b),
            Some(t) if trades_for(reading, b, t) => Some(a),
            _ => None,
        };
    }
    parties.actor = parties.actor.map(|e| of_state(choice, e, setting));
    parties.toward = parties.toward.map(|e| of_state(choice, e, setting));
    if parties.toward == parties.actor {
        parties.toward = None;
    }
    parties
}

/// The country for which a party acts in what only countries do, else the party.
pub(in crate::extract) fn of_state(choice: &Choice, party: EntityId, setting: &Setting) -> EntityId {
    let by_states = matches!(
        &*choice.measure,
        "tariff rate"
            | "purchase"
            | "export"
            | "import"
            | "quota"
            | "trade value"
            | "spending"
            | "investment"
            | "output"
            | "share"
            | "growth"
            | "revenue"
            | "other"
    );
    if by_states { setting.state(party) } else { party }
}

/// Whether a phrase names a flow that has an actor: "Indian exports", not "Chinese goods".
fn is_flow(reading: &Reading<'_>, p: usize) -> bool {
    matches!(
        reading.text.lower(phrase(reading, p).head),
        "exports"
            | "imports"
            | "output"
            | "sales"
            | "shipments"
            | "production"
            | "revenue"
            | "gdp"
            | "workforce"
            | "economy"
            | "jobs"
            | "population"
    )
}

fn of_verb(reading: &Reading<'_>, around: &Around, clause: usize) -> Parties {
    let data = &reading.clauses.clauses[clause];
    let passive = reading.clauses.verbs[clause].passive;
    let agent = data.agent.and_then(|p| party_of(reading, p));
    let planned = || plan_owner(reading, clause);
    // "5 tonnes of Peruvian beef were shipped to it": where the goods come from.
    let sent = || {
        let of = around.right_of(reading, &["of"]).or(data.subject)?;
        let sends = matches!(lemma(reading, clause), "ship" | "export" | "send" | "sell");
        first_country(reading, of).filter(|_| sends)
    };
    let mut actor = if passive { agent.or_else(sent) } else { planned().or_else(|| subject_of(reading, clause)) };
    let given = data.object.filter(|&p| p != around.phrase);
    if matches!(lemma(reading, clause), "cost") || earned_by_exports(reading, clause) {
        actor = given.and_then(|p| party_of(reading, p));
    } else if matches!(lemma(reading, clause), "bring" | "earn" | "net" | "fetch" | "make" | "save") {
        // "The fruit brought the country $3bn".
        actor = given.and_then(|p| party_of(reading, p)).or(actor);
    }
    Parties { actor, toward: around.right_of(reading, &["to", "from"]).and_then(|p| country_of(reading, p)) }
}

/// "Ottawa's plan to buy jets": who owns the plan buys.
pub(in crate::extract) fn plan_owner(reading: &Reading<'_>, clause: usize) -> Option<EntityId> {
    let before = reading.clauses.clauses[clause].item.checked_sub(1)?;
    let infinitive = reading.clauses.verbs[clause].form == VerbForm::Infinitive;
    let plan = reading.clauses.phrase_at(before).filter(|_| infinitive)?;
    let intends = matches!(
        reading.text.lower(plan.head),
        "plan"
            | "plans"
            | "pledge"
            | "promise"
            | "commitment"
            | "bid"
            | "offer"
            | "decision"
            | "deal"
            | "agreement"
            | "contract"
            | "order"
    );
    owned(reading, plan.tokens.start..plan.head, false).filter(|_| intends)
}

/// "Dairy exports earned Peru $5bn": whom exports earn money is who exports.
pub(super) fn earned_by_exports(reading: &Reading<'_>, clause: usize) -> bool {
    let subject = reading.clauses.clauses[clause].subject.map(|p| reading.text.lower(phrase(reading, p).head));
    matches!(lemma(reading, clause), "earn" | "bring" | "fetch" | "net")
        && matches!(subject, Some("exports" | "sales" | "shipments"))
}

fn of_noun(reading: &Reading<'_>, around: &Around, choice: &Choice, p: usize, token: usize) -> Parties {
    let tokens = phrase(reading, p).tokens.clone();
    let tariff = &*choice.measure == "tariff rate";
    let item = reading.clauses.item_of(p).unwrap_or(usize::MAX);
    let linked = |prepositions: &[&str]| {
        reading.clauses.linked(item).find(|&(t, _)| prepositions.contains(&reading.text.lower(t))).map(|(_, q)| q)
    };
    let market = matches!(&*choice.measure, "price" | "price change" | "exchange rate");
    let owner = if market { None } else { owned(reading, tokens.start..token, tariff) };
    let by = linked(&["by"]).filter(|&q| phrase(reading, q).figure.is_none());
    let by = by.and_then(|q| partner(reading, q).or_else(|| party_of(reading, q)));
    // "Mercosur's 35 per cent tariff": whose it is stands before the figure.
    let before = || {
        let owner = item.checked_sub(1).and_then(|i| reading.clauses.phrase_at(i))?;
        let possessive = matches!(reading.text.lower(owner.tokens.end - 1), "'s" | "’s");
        owned(reading, owner.tokens.clone(), tariff).filter(|_| possessive && !market)
    };
    let entered = || (&*choice.measure == "quota").then(|| entered(reading, p)).flatten();
    let owner = owner.or_else(before).or_else(entered);
    let actor = owner.or(by).or_else(|| {
        let from = linked(&["from"]).filter(|_| matches!(&*choice.measure, "export"));
        from.and_then(|q| country_of(reading, q))
    });
    let doer = doer(reading, around, choice, p);
    if &*choice.measure == "purchase" && wins(reading, p) {
        return Parties { actor: buyer_of_won_order(reading, around, p), toward: doer };
    }
    let described =
        || described_by(reading, p).filter(|&c| !pays(lemma(reading, c))).and_then(|c| subject_of(reading, c));
    let levier =
        tariff.then(|| described().or_else(|| importer(reading, around, p)).or_else(|| leaver(reading, p))).flatten();
    // "Japan will lift American rice purchases": whose goods they are does not buy them.
    // "Swiss firms would invest $5bn in American plants": nor do those in whose plants it is put.
    let seat = around.right_of(reading, &["in", "into"]) == Some(p);
    let acts = match &*choice.measure {
        "purchase" | "import" => true,
        "investment" | "spending" => seat,
        _ => false,
    };
    let buyer = doer.filter(|_| acts);
    let actor = buyer.or(actor).or(levier).or(doer);
    let toward = match &*choice.measure {
        "tariff rate" => taxed_country(reading, around, choice),
        "export" => linked(&["to"]).and_then(|q| country_of(reading, q)),
        "import" | "purchase" => linked(&["from"]).and_then(|q| country_of(reading, q)),
        "investment" => linked(&["in"]).and_then(|q| country_of(reading, q)),
        "trade value" => linked(&["with"]).and_then(|q| country_of(reading, q)),
        _ => None,
    };
    Parties { actor, toward }
}

/// "The amount of steel that can enter Peru": who lets in what comes in.
fn entered(reading: &Reading<'_>, p: usize) -> Option<EntityId> {
    let item = reading.clauses.item_of(p)?;
    let v = (item + 1..item + 6).find_map(|i| match reading.clauses.items.get(i)? {
        Item::Verb(v) => Some(*v),
        _ => None,
    })?;
    let comes = lemma(reading, v) == "enter" && reading.clauses.clauses[v].relative;
    country_of(reading, reading.clauses.clauses[v].object.filter(|_| comes)?)
}

/// "Peru will cut its duty for investments by its Asian ally": the only other country that the sentence names.
fn partner(reading: &Reading<'_>, p: usize) -> Option<EntityId> {
    let words = phrase(reading, p);
    let first = words.tokens.start;
    let other = matches!(
        reading.text.lower(words.head),
        "ally" | "partner" | "neighbour" | "neighbor" | "rival" | "counterpart" | "customer"
    );
    let sentence = reading.text.sentence_at(reading.text.tokens().get(first)?.span.start);
    let start = reading.text.sentences().get(sentence)?.tokens.start;
    let clause = reading.clauses.clause_of_item(reading.clauses.item_of(p)?)?;
    let own = subject_of(reading, clause).filter(|_| other && reading.text.lower(first) == "its")?;
    let mut named = countries(reading, start.max(first.saturating_sub(80))..first);
    named.retain(|&e| e != own && is_country(reading, e));
    named.first().copied().filter(|_| named.len() == 1)
}

/// "Boeing won an order from Korean Air": whom an order is won from buys.
fn buyer_of_won_order(reading: &Reading<'_>, around: &Around, p: usize) -> Option<EntityId> {
    let linked = reading.clauses.linked(reading.clauses.item_of(p)?);
    let after = around.right.iter().filter_map(|l| Some((l.preposition?, l.phrase)));
    let from = linked.chain(after).find(|&(t, _)| reading.text.lower(t) == "from")?.1;
    party_of(reading, from)
}

/// Whether an order is won: who wins it sells.
fn wins(reading: &Reading<'_>, p: usize) -> bool {
    let clause = reading.clauses.item_of(p).and_then(|item| reading.clauses.clause_of_item(item));
    clause.is_some_and(|c| {
        reading.clauses.clauses[c].object == Some(p)
            && matches!(lemma(reading, c), "win" | "secure" | "receive" | "land" | "book" | "get" | "clinch")
    })
}

/// "answered with a tariff": what stands behind "with" is what they do.
fn answers(lemma: &str) -> bool {
    matches!(lemma, "answer" | "respond" | "retaliate" | "reply" | "counter" | "hit" | "react" | "threaten" | "strike")
}

/// Who does something with the noun: "Washington halved the tariff", "Toyota announced an investment".
fn doer(reading: &Reading<'_>, around: &Around, choice: &Choice, p: usize) -> Option<EntityId> {
    let clause = reading.clauses.clause_of_item(reading.clauses.item_of(p)?)?;
    let data = &reading.clauses.clauses[clause];
    let group = &reading.clauses.verbs[clause];
    let before = reading.clauses.item_of(p).and_then(|i| i.checked_sub(1)).map(|b| reading.clauses.items[b]);
    if let Some(Item::Preposition(t)) = before
        && !matches!(reading.text.lower(t), "of" | "in" | "on" | "for" | "to" | "out")
        && !(reading.text.lower(t) == "with" && answers(lemma(reading, clause)))
        && !(reading.text.lower(t) == "at"
            && matches!(lemma(reading, clause), "admit" | "let" | "allow" | "permit" | "tax"))
    {
        // "retaliate against the tariff", "under the quota": nobody here sets it.
        return None;
    }
    let sets_price = matches!(&*choice.measure, "price" | "price change") && data.object == Some(p);
    let has = data.object == Some(p)
        && matches!(
            lemma(reading, clause),
            "run" | "post" | "record" | "report" | "have" | "register" | "see" | "notch"
        );
    let balance = &*choice.measure == "trade value" && has;
    if matches!(&*choice.measure, "price" | "price change" | "trade value" | "exchange rate" | "growth")
        && !sets_price
        && !balance
    {
        return None;
    }
    if &*choice.measure == "tariff rate"
        && (pays(lemma(reading, clause)) || sense(reading, clause) == Some(Sense::Think))
    {
        return None;
    }
    if group.passive {
        return data.agent.and_then(|q| party_of(reading, q));
    }
    if data.subject == Some(p) || data.item > around.item {
        return None;
    }
    subject_of(reading, clause)
}

/// The actor of an earlier figure on the same flow: "exports" again, with nobody else named.
pub(in crate::extract) fn same_flow(
    reading: &Reading<'_>,
    around: &Around,
    choice: &Choice,
    choices: &[Option<Choice>],
) -> Option<EntityId> {
    let Told::Noun(p, token) = choice.told else { return None };
    if !matches!(
        reading.text.lower(token),
        "duty"
            | "tariff"
            | "levy"
            | "duties"
            | "tariffs"
            | "levies"
            | "exports"
            | "imports"
            | "shipments"
            | "purchases"
            | "output"
            | "production"
            | "sales"
    ) {
        return None;
    }
    if !countries(reading, phrase(reading, p).tokens.clone()).is_empty() {
        return None;
    }
    let here = around.figure(reading).sentence;
    (around.figure.saturating_sub(6)..around.figure).rev().find_map(|n| {
        let figure = &reading.record.figures[n];
        let Told::Noun(_, other) = choices.get(n)?.as_ref()?.told else { return None };
        let tariffs = &*choice.measure == "tariff rate" && figure.measure.as_str() == "tariff rate";
        let again = tariffs || reading.text.lower(other) == reading.text.lower(token);
        let same = again && here.saturating_sub(figure.sentence) <= if tariffs { 1 } else { 4 };
        figure.actor.filter(|_| same)
    })
}

/// Whom "said" or "according to" names as the source of a figure.
pub(in crate::extract) fn reporter(reading: &Reading<'_>, n: usize) -> Option<EntityId> {
    let around = Around::new(reading, n)?;
    let clause = around.clause?;
    let said = status::reported_by(reading, clause)
        .filter(|&c| sense(reading, c) != Some(Sense::Promise))
        .and_then(|c| reading.clauses.clauses[c].subject);
    if let Some(entity) = said.and_then(|p| party_of(reading, p)) {
        return Some(entity);
    }
    let sentence = reading.text.sentences().get(usize::try_from(reading.record.figures[n].sentence).ok()?)?;
    let at = sentence
        .tokens
        .clone()
        .take(120)
        .find(|&i| reading.text.lower(i) == "according" && reading.text.lower(i + 1) == "to")?;
    party_of(reading, reading.clauses.phrase_of_token(at + 2)?)
}
