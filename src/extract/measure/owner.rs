//! Whose an amount is whose own words name nobody: "Exports rose 5%" after "Peru's trade grew", "Net income fell".
//!
//! In this order: the party that reports its own accounts ("the company said"), the only country or firm that the sentence
//! names, the owner of the same kind of amount shortly before, the one that the sentences before speak of, the only owner of
//! all such amounts so far. Two that compete leave it open.

use super::around::{Around, phrase};
use super::choose::{Choice, Told};
use super::cue::{any_cue, goes_abroad};
use super::named::{first_country, is_firm, party_at, party_of, ranks_within};
use super::subject::named_subject;
use crate::extract::clause::status;
use crate::extract::reading::Reading;
use crate::record::{EntityId, EntityKind, FigureKind};
use crate::text::noun::singular;

/// How many sentences back an owner still holds.
const SENTENCES: usize = 4;
/// How many clauses and figures back it is looked for.
const REACH: usize = 24;

/// What sort of owner an amount has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Domain {
    /// Exports, imports and their balance: a country's.
    Trade,
    /// Revenue, profit and their like: a firm's.
    Accounts,
    /// Who works in an industry: the country's that the sentence opens with.
    Jobs,
    /// What a package or plan told before puts into something: its giver's.
    Package,
}

/// The owner of a figure that names none, and how that is known.
pub(super) fn owner(
    reading: &Reading<'_>,
    around: &Around,
    choice: &Choice,
    toward: Option<EntityId>,
    choices: &[Option<Choice>],
) -> Option<(EntityId, &'static str)> {
    let domain = domain(reading, around, choice)?;
    let partners = partners(reading, choice);
    let fits =
        |entity: EntityId| Some(entity) != toward && !partners.contains(&entity) && belongs(reading, entity, domain);
    let before = || same_domain(reading, around, domain, choices, &fits);
    let only = || sole_owner(reading, around, domain, choices, &fits);
    let told = |entity: Option<EntityId>, because: &'static str| entity.filter(|&e| fits(e)).map(|e| (e, because));
    match domain {
        Domain::Jobs => {
            let industry = || is_industry(reading, choice).then(|| protagonist(reading, around, &fits)).flatten();
            told(fronted(reading, around), "the sentence opens with the place")
                .or_else(|| told(industry(), "the sentences before speak of the country of the industry"))
        }
        Domain::Package => told(before(), "the figures before it are of the same owner").or_else(|| {
            let one = is_package(reading, around).then(only).flatten();
            told(one, "the package is of the only one who pays so far")
        }),
        Domain::Trade | Domain::Accounts => {
            let reports = (domain == Domain::Accounts).then(|| reporter(reading, around)).flatten();
            told(reports, "who reports it speaks of its own accounts")
                .or_else(|| told(sole_in_sentence(reading, around, &fits), "its sentence names nobody else"))
                .or_else(|| told(before(), "the figures before it are of the same owner"))
                .or_else(|| {
                    let all = by_all_producers(reading, choice);
                    told(
                        protagonist(reading, around, &fits).filter(|_| all),
                        "the article speaks most of their country",
                    )
                })
                .or_else(|| told(topic(reading, around, &fits), "the sentences before speak of its owner"))
                .or_else(|| told(only(), "all such amounts before it are of one owner"))
        }
    }
}

/// The countries that a flow goes to or comes from: "shipments to Peru", "trade with Chile".
fn partners(reading: &Reading<'_>, choice: &Choice) -> Vec<EntityId> {
    let Told::Noun(p, _) = choice.told else { return Vec::new() };
    let linked = reading.clauses.item_of(p).map(|item| reading.clauses.linked(item));
    linked
        .into_iter()
        .flatten()
        .filter(|&(t, _)| matches!(reading.text.lower(t), "to" | "from" | "with"))
        .filter_map(|(_, q)| first_country(reading, q).or_else(|| party_of(reading, q)))
        .collect()
}

/// The sort of owner that a measure asks for.
fn domain(reading: &Reading<'_>, around: &Around, choice: &Choice) -> Option<Domain> {
    match &*choice.measure {
        // "The country's largest feed maker imports": a firm's, not its country's.
        "export" | "import" | "output" | "purchase" if by_firm(reading, choice) => return Some(Domain::Accounts),
        "export" | "output" | "revenue" | "import" | "purchase" | "investment" | "spending"
            if by_all_producers(reading, choice) =>
        {
            return Some(Domain::Trade);
        }
        "headcount" if matches!(choice.told, Told::Verb(_)) => return Some(Domain::Jobs),
        "export" | "import" => return Some(Domain::Trade),
        "trade value" if matches!(choice.told, Told::Noun(..)) => return Some(Domain::Trade),
        "quota" if around.kind(reading) == FigureKind::Quantity => return Some(Domain::Trade),
        "revenue" => return Some(Domain::Accounts),
        "cost" if matches!(choice.told, Told::Noun(..)) => return Some(Domain::Accounts),
        "spending" | "investment" | "purchase" => return Some(Domain::Package),
        "growth" | "other" => {}
        _ => return None,
    }
    let Told::Noun(p, token) = choice.told else { return None };
    match &*singular(reading.text.lower(token)) {
        "sale" if goes_abroad(reading, p) => Some(Domain::Trade),
        // "gross domestic product".
        "product" if reading.text.lower(token.wrapping_sub(1)) != "domestic" => None,
        "arrival" | "delivery" | "purchase" | "export" | "import" | "shipment" | "trade" | "surplus" | "deficit"
        | "production" | "output" | "harvest" | "gdp" | "economy" | "product" => Some(Domain::Trade),
        "revenue" | "sale" | "profit" | "income" | "earnings" | "dividend" | "loss" | "turnover" | "ebitda" => {
            Some(Domain::Accounts)
        }
        _ => None,
    }
}

/// "Mills are likely to produce 27 million tons": what all producers make is their country's output.
fn by_all_producers(reading: &Reading<'_>, choice: &Choice) -> bool {
    match choice.told {
        Told::Verb(clause) => reading.clauses.clauses[clause].subject.is_some_and(|p| {
            let words = phrase(reading, p);
            let head = reading.text.lower(words.head);
            let makers = head.len() > 6 && head.ends_with("makers");
            words.tokens.len() <= 2
                && (makers
                    || matches!(
                        head,
                        "mills"
                            | "farmers"
                            | "growers"
                            | "producers"
                            | "exporters"
                            | "importers"
                            | "mines"
                            | "miners"
                            | "smelters"
                            | "refiners"
                            | "refineries"
                            | "brewers"
                            | "distillers"
                            | "factories"
                            | "fishermen"
                            | "ranchers"
                            | "planters"
                            | "industry"
                            | "sector"
                    ))
        }),
        Told::Noun(_, token) if &*choice.measure == "output" => {
            matches!(&*singular(reading.text.lower(token)), "production" | "output" | "harvest" | "crop")
        }
        _ => false,
    }
}

/// "The industry employs 200,000": whether it is a whole industry that the verb is told of.
fn is_industry(reading: &Reading<'_>, choice: &Choice) -> bool {
    let Told::Verb(clause) = choice.told else { return false };
    let subject = reading.clauses.clauses[clause].subject.map_or("", |p| reading.text.lower(phrase(reading, p).head));
    matches!(subject, "industry" | "sector" | "trade")
}

/// The country that the clauses before a figure have most as their subject, of equals the first.
fn protagonist(reading: &Reading<'_>, around: &Around, fits: &dyn Fn(EntityId) -> bool) -> Option<EntityId> {
    let clauses = &reading.clauses;
    let end = clauses.clauses.partition_point(|c| c.item < around.item);
    let mut counts: Vec<(EntityId, usize)> = Vec::new();
    for c in end.saturating_sub(REACH)..end {
        let tariff = clauses.clauses[c]
            .subject
            .and_then(|p| any_cue(reading, p))
            .is_some_and(|(cue, _)| &*cue.measure == "tariff rate");
        let Some(entity) = named_subject(reading, c).filter(|&e| !tariff && fits(e)) else { continue };
        match counts.iter_mut().find(|(e, _)| *e == entity) {
            Some((_, count)) => *count += 1,
            None => counts.push((entity, 1)),
        }
    }
    counts.into_iter().rev().max_by_key(|&(_, count)| count).map(|(e, _)| e)
}

/// Whether the verb that tells an amount has one firm without a name as its subject.
fn by_firm(reading: &Reading<'_>, choice: &Choice) -> bool {
    let Told::Verb(clause) = choice.told else { return false };
    let subject = reading.clauses.clauses[clause].subject.filter(|_| !reading.clauses.verbs[clause].passive);
    subject.is_some_and(|p| is_firm(reading.text.lower(phrase(reading, p).head)))
}

fn belongs(reading: &Reading<'_>, entity: EntityId, domain: Domain) -> bool {
    let kind = reading.record.entity(entity).map(|e| e.kind);
    match domain {
        Domain::Trade | Domain::Jobs => {
            let name = reading.record.entity(entity).map_or("", |e| &e.name);
            let land = reading.lists.link.land_of(&name.to_lowercase()).is_some();
            land || reading.lists.measures.is_union(name)
        }
        Domain::Accounts => kind == Some(EntityKind::Organization),
        Domain::Package => kind.is_some(),
    }
}

/// "Net income fell, the company said": a firm that is no name of its own right there speaks of itself.
fn reporter(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let clause = around.clause.or(around.verb_left)?;
    let said = status::reported_by(reading, clause)?;
    let subject = reading.clauses.clauses[said].subject?;
    let described = reading.text.word(phrase(reading, subject).head).starts_with(char::is_lowercase);
    party_of(reading, subject).filter(|_| described)
}

/// The owners of the amounts of the same sort before a figure with the sentences of these, the nearest first.
fn owners_before<'r>(
    reading: &'r Reading<'_>,
    around: &Around,
    domain: Domain,
    choices: &'r [Option<Choice>],
) -> impl Iterator<Item = (usize, EntityId)> + 'r {
    let near = around.figure.saturating_sub(REACH)..around.figure;
    near.rev().filter_map(move |n| {
        let earlier = Around::new(reading, n)?;
        let choice = choices.get(n)?.as_ref()?;
        let figure = &reading.record.figures[n];
        let same = self::domain(reading, &earlier, choice) == Some(domain);
        Some((usize::try_from(figure.sentence).unwrap_or_default(), figure.actor.filter(|_| same)?))
    })
}

/// The owner of the nearest amount of the same sort before a figure.
fn same_domain(
    reading: &Reading<'_>,
    around: &Around,
    domain: Domain,
    choices: &[Option<Choice>],
    fits: &dyn Fn(EntityId) -> bool,
) -> Option<EntityId> {
    let here = usize::try_from(around.figure(reading).sentence).unwrap_or_default();
    owners_before(reading, around, domain, choices)
        .take_while(|(sentence, _)| here.saturating_sub(*sentence) <= SENTENCES)
        .find_map(|(_, owner)| Some(owner).filter(|&e| fits(e)))
}

/// Whether a clause speaks of a party itself or of its flows, and not of others who come from there ("Chinese makers").
fn is_topic(reading: &Reading<'_>, clause: usize, entity: EntityId) -> bool {
    let Some(p) = reading.clauses.clauses[clause].subject else { return false };
    let words = phrase(reading, p);
    let makers = reading.text.lower(words.head).ends_with("ers") && party_at(reading, words.head) != Some(entity);
    !makers
}

/// "At Acme, sales slid": the party with which the sentence opens.
fn fronted(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let sentence = usize::try_from(around.figure(reading).sentence).ok()?;
    let first = reading.text.sentences().get(sentence)?.tokens.start;
    let opens = matches!(reading.text.lower(first), "at" | "for" | "in");
    party_of(reading, reading.clauses.phrase_of_token(first + 1).filter(|_| opens)?)
}

/// "The package includes $5bn": whether the clause goes on with what was told before.
fn is_package(reading: &Reading<'_>, around: &Around) -> bool {
    let clause = around.verb_left.or(around.clause);
    let subject = clause.and_then(|c| reading.clauses.clauses[c].subject).map(|p| phrase(reading, p));
    subject.is_some_and(|words| {
        let head = singular(reading.text.lower(words.head));
        matches!(reading.text.lower(words.tokens.start), "the" | "this" | "that" | "it")
            && matches!(
                &*head,
                "package"
                    | "plan"
                    | "programme"
                    | "program"
                    | "budget"
                    | "scheme"
                    | "fund"
                    | "deal"
                    | "order"
                    | "purchase"
                    | "total"
            )
    })
}

/// The owner of every amount of the same sort before a figure, if they have but one.
fn sole_owner(
    reading: &Reading<'_>,
    around: &Around,
    domain: Domain,
    choices: &[Option<Choice>],
    fits: &dyn Fn(EntityId) -> bool,
) -> Option<EntityId> {
    let mut owners = owners_before(reading, around, domain, choices).map(|(_, owner)| owner);
    let one = owners.next()?;
    (fits(one) && owners.all(|e| e == one)).then_some(one)
}

/// "Tariffs cost Acme dear when its profit fell 29%": the only party of the sort asked for that the sentence names before a
/// figure.
fn sole_in_sentence(reading: &Reading<'_>, around: &Around, fits: &dyn Fn(EntityId) -> bool) -> Option<EntityId> {
    let sentence = usize::try_from(around.figure(reading).sentence).ok()?;
    let first = reading.text.sentences().get(sentence)?.tokens.start;
    let end = reading.text.tokens_in(around.figure(reading).span).start;
    // "HANOI, Vietnam (AP) — Vietnam's airline": who sends a report is no party of it.
    let first = (first..end.min(first + 12)).find(|&i| is_agency_end(reading, i)).map_or(first, |i| i + 1);
    let ranked = |i: usize| {
        let p = reading.clauses.phrase_of_token(i);
        p.is_some_and(|p| ranks_within(reading, i..phrase(reading, p).head + 1))
    };
    let named = (first..end).rev().take(60).filter(|&i| !ranked(i));
    let mut found = named.filter_map(|i| party_at(reading, i)).filter(|&e| fits(e));
    let one = found.next()?;
    found.all(|e| e == one).then_some(one)
}

/// Whether a bracket closes before the dash of a dateline: ") —".
fn is_agency_end(reading: &Reading<'_>, i: usize) -> bool {
    reading.text.word(i) == ")" && matches!(reading.text.word(i + 1), "—" | "–" | "-" | "--")
}

/// The party of the sort asked for that the nearest clauses before a figure have as their subject.
fn topic(reading: &Reading<'_>, around: &Around, fits: &dyn Fn(EntityId) -> bool) -> Option<EntityId> {
    if let Some(entity) = fronted(reading, around).filter(|&e| fits(e)) {
        return Some(entity);
    }
    let clauses = &reading.clauses;
    let here = usize::try_from(around.figure(reading).sentence).unwrap_or_default();
    let end = clauses.clauses.partition_point(|c| c.item < around.item);
    (end.saturating_sub(REACH)..end)
        .rev()
        .take_while(|&c| {
            let start = reading.text.tokens().get(clauses.verbs[c].tokens.start).map_or(0, |t| t.span.start);
            here.saturating_sub(reading.text.sentence_at(start)) <= SENTENCES
        })
        .filter(|&c| {
            // "Japanese rivals pay more" speaks of others.
            let head = clauses.clauses[c].subject.map_or("", |p| reading.text.lower(phrase(reading, p).head));
            !matches!(head, "rivals" | "competitors" | "peers" | "counterparts" | "neighbours" | "neighbors")
        })
        .find_map(|c| named_subject(reading, c).filter(|&e| fits(e) && is_topic(reading, c, e)))
}
