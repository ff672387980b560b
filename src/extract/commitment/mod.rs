//! What was promised, agreed, done or refused: statements on the acts of parties that an analyst would track.
//!
//! "China agreed to remove export limits" (agreed), "China will buy soybeans" (promised), "most tariffs remain in
//! place" (in force), "Xi could soon meet Jensen Huang" (possible), "no deal was signed" (denied). A clause counts when
//! its verb is an action of `assets/lists/actions.tsv` done by a named party, or when it makes, keeps or denies an
//! outcome ("produced no agreement"). What people think, hail or describe is no commitment.

mod actor;
pub mod lists;
mod pledge;
mod reach;
mod report;
mod target;

use super::clause::lexicon::Sense;
use super::clause::{PhraseKind, Tense, VerbForm, status};
use super::measure::{lemma, party_of, sense, speaker};
use super::reading::Reading;
use crate::record::{Certainty, Commitment, EntityKind, Status};
use crate::text::TokenKind;
use crate::text::noun::singular;
use rustc_hash::FxHashSet;
use target::{acts_on_outcome, amount_follows, changes_something, object, outcome, rules_out};

/// Adds the commitments of every clause.
pub(super) fn run(reading: &mut Reading<'_>) {
    let mut found: Vec<Commitment> = Vec::new();
    let figures = figures_by_clause(reading);
    let entities = reading.record.entities.iter();
    let places: FxHashSet<&str> =
        entities.filter(|entity| entity.kind == EntityKind::Place).map(|entity| entity.name.as_str()).collect();
    for clause in 0..reading.clauses.clauses.len() {
        if let Some(mut commitment) = read(reading, &places, clause) {
            let first = figures.partition_point(|&(c, _)| c < clause);
            commitment.figures =
                figures.iter().skip(first).take_while(|&&(c, _)| c == clause).map(|&(_, f)| f).collect();
            found.push(commitment);
        }
    }
    found.sort_by_key(|c| (c.span.start, std::cmp::Reverse(c.span.end)));
    found.dedup_by(|b, a| a.span == b.span);
    reading.record.commitments = found;
}

/// Every figure with its clause, in the order of clauses.
fn figures_by_clause(reading: &Reading<'_>) -> Vec<(usize, u32)> {
    let clauses = &reading.clauses;
    let mut pairs = Vec::new();
    for (n, figure) in reading.record.figures.iter().enumerate() {
        let token = reading.text.tokens_in(figure.span).start;
        let clause =
            clauses.phrase_of_token(token).and_then(|p| clauses.item_of(p)).and_then(|i| clauses.clause_of_item(i));
        if let (Some(clause), Ok(n)) = (clause, u32::try_from(n)) {
            pairs.push((clause, n));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// The commitment that a clause states, if it states one.
fn read(reading: &Reading<'_>, places: &FxHashSet<&str>, clause: usize) -> Option<Commitment> {
    let group = &reading.clauses.verbs[clause];
    let data = &reading.clauses.clauses[clause];
    let verb = lemma(reading, clause);
    let head = reach::head(reading, clause);
    let outcome = outcome(reading, clause);
    // "ruled out retaliation"
    let excludes = rules_out(reading, clause);
    let pledged = pledge::is_pledged(reading, clause);
    let actions = &reading.lists.actions;
    let whole = particle(reading, clause).is_some() && actions.is_act(&phrasal(reading, clause));
    let action = excludes || pledged || whole || actions.is_action(verb);
    if !action && outcome.is_none() || !is_stated(reading, clause, head) || report::is_dateline(reading, head) {
        return None;
    }
    let actor = actor::actor(reading, clause, head);
    let (mut status, because) = status::status(reading, clause);
    if status == Status::InForce && group.form == VerbForm::Finite(Tense::Present) && in_heading(reading, clause) {
        // Headlines tell what happened in the present tense.
        status = Status::Done;
    }
    let span = reach::span(reading, clause, head);
    let mut because = because;
    let settled = settled(reading, clause, verb, status, outcome);
    if settled != status {
        status = settled;
        because =
            format!("“{}” makes it {}", reading.text.slice(reading.text.span_of(group.tokens.clone())), status.label());
    }
    if status == Status::InForce && report::is_to_come(reading, span) {
        status = Status::Promised;
        because = String::from("the day it names is still to come");
    }
    if status == Status::Promised
        && let Some(word) = report::depends(reading, clause)
    {
        status = Status::Possible;
        because = format!("“{word}” makes it depend on something else");
    }
    let unnamed = !group.passive
        && (pledged || whole || excludes || actions.is_act(verb) || actions.is_change(verb))
        && data.subject.is_some_and(|p| pledged || pledge::can_act(reading, p));
    if actor.is_none() && outcome.is_none() && !unnamed && !acts_on_outcome(reading, clause) {
        return None;
    }
    let pledged =
        pledged || whole || head != clause && matches!(sense(reading, head), Some(Sense::Promise | Sense::Agree));
    if actions.is_change(verb) && !excludes && outcome.is_none() && !pledged && !changes_something(reading, clause) {
        return None;
    }
    let flows_by_habit = status == Status::InForce
        || data.relative
        || status == Status::Done && report::is_statistic(reading, clause, span);
    // "The harvest fell": an event, not an act; "denied it": of what is not told.
    let event = matches!(verb, "fall" | "rise" | "climb") && outcome.is_none() || report::is_share(reading, clause);
    let named = data.object.filter(|&p| reading.clauses.phrases[p].kind != PhraseKind::Pronoun);
    let blank = matches!(verb, "deny" | "reject" | "refuse") && named.is_none() && !group.passive;
    // "The line closed", "curbs eased": nobody acts on anything. "may receive up to $1 billion" tells an amount.
    let fate = |p: usize| actions.is_outcome(&singular(reading.text.lower(reading.clauses.phrases[p].head)));
    let intransitive = actions.is_change(verb)
        && !excludes
        && !pledged
        && head == clause
        && !group.passive
        && data.object.is_none()
        && outcome.is_none()
        && !amount_follows(reading, clause)
        && !data.subject.is_some_and(fate);
    if report::is_about_words(reading, clause)
        || event
        || intransitive
        || report::is_movement(reading, clause)
        || blank && head == clause
    {
        return None;
    }
    if actions.is_flow(verb) && outcome.is_none() && flows_by_habit {
        return None;
    }
    let object = object(reading, places, clause);
    if object.is_none() && !group.passive && data.object.is_none() && outcome.is_none() && status == Status::InForce {
        return None;
    }
    let said_by = speaker(&reading.record.quotes, reading.text.span_of(group.tokens.clone()).start).or_else(|| {
        let by = status::reported_by(reading, clause).filter(|&by| sense(reading, by) != Some(Sense::Promise))?;
        party_of(reading, reading.clauses.clauses[by].subject?)
    });
    let existential = outcome.filter(|_| !action && matches!(verb, "be" | "exist" | "have"));
    Some(Commitment {
        span,
        actor,
        action: existential.map_or_else(
            || phrasal(reading, clause),
            |p| singular(reading.text.lower(reading.clauses.phrases[p].head)).into_owned(),
        ),
        object,
        status,
        said_by: said_by.filter(|&s| Some(s) != actor),
        figures: Vec::new(),
        certainty: if actor.is_some() { Certainty::Sure } else { Certainty::Likely },
        because,
    })
}

/// Whether the clause tells an act rather than describes a noun or an occasion.
fn is_stated(reading: &Reading<'_>, clause: usize, head: usize) -> bool {
    let group = &reading.clauses.verbs[clause];
    let data = &reading.clauses.clauses[clause];
    if head != clause {
        // "invited Trump to visit": the invitation is the act; "agreed to remove": the removal is.
        let inviting = reading.lists.actions.is_action(lemma(reading, head))
            && matches!(sense(reading, head), Some(Sense::Plan))
            && reading.clauses.clauses[head].object.is_some();
        // "London expects the deal to lift trade": a forecast, not an act.
        let forecast = sense(reading, head) == Some(Sense::Think) && reading.clauses.clauses[head].object.is_some();
        let moves = sense(reading, head) == Some(Sense::Move)
            && lemma(reading, head) != "continue"
            && !status::is_future(reading, clause);
        return !inviting
            && !forecast
            && !moves
            && !report::is_condition(reading, head)
            && !report::is_asked_for(reading, clause);
    }
    if report::is_condition(reading, clause) || report::is_question(reading, clause) {
        return false;
    }
    match group.form {
        VerbForm::Finite(_) => !data.relative && !governs_an_act(reading, clause),
        VerbForm::Ing => {
            !data.relative && data.parent.is_some() && data.object.is_some() && follows_comma(reading, clause)
        }
        // "Lysne to build a plant": what headlines say of what will be done.
        VerbForm::Infinitive => data.parent.is_none() && data.subject.is_some() && in_heading(reading, clause),
        VerbForm::Participle => false,
    }
}

fn follows_comma(reading: &Reading<'_>, clause: usize) -> bool {
    let item = reading.clauses.clauses[clause].item;
    item.checked_sub(1).is_some_and(|i| reading.clauses.items[i] == super::clause::Item::Comma)
}

/// Whether the next verb is an act that this one promises, agrees to or refuses.
fn governs_an_act(reading: &Reading<'_>, clause: usize) -> bool {
    let next = clause + 1;
    let Some(child) = reading.clauses.clauses.get(next) else { return false };
    let deciding = matches!(
        sense(reading, clause),
        Some(Sense::Agree | Sense::Promise | Sense::Refuse | Sense::Begin | Sense::Plan)
    ) || rules_out(reading, clause);
    let invites = sense(reading, clause) == Some(Sense::Plan) && reading.clauses.clauses[clause].object.is_some();
    child.parent == Some(clause)
        && deciding
        && !invites
        && match reading.clauses.verbs[next].form {
            VerbForm::Infinitive => {
                !report::is_asked_for(reading, next)
                    && (reading.lists.actions.is_action(lemma(reading, next)) || pledge::is_pledged(reading, next))
            }
            // "did not rule out charging"
            VerbForm::Ing => {
                (rules_out(reading, clause) || matches!(sense(reading, clause), Some(Sense::Begin | Sense::Refuse)))
                    && reading.lists.actions.is_action(lemma(reading, next))
            }
            _ => false,
        }
}

/// "reached a deal" is agreed whatever its tense says of "reached"; "take effect" in the future is promised.
fn settled(reading: &Reading<'_>, clause: usize, verb: &str, status: Status, outcome: Option<usize>) -> Status {
    let agrees = matches!(verb, "reach" | "strike" | "agree" | "accept")
        && (outcome.is_some() || sense(reading, clause) == Some(Sense::Agree));
    let object = reading.clauses.clauses[clause].object.map(|p| reading.text.lower(reading.clauses.phrases[p].head));
    let without = matches!(verb, "end" | "close" | "conclude" | "finish" | "break" | "collapse") && outcome.is_some();
    match status {
        Status::Done if without && reading.clauses.clauses[clause].object != outcome => Status::Denied,
        Status::Done | Status::InForce if rules_out(reading, clause) => Status::Denied,
        // "announced the conclusion of a deal": what is announced is done; a deal that is announced is agreed.
        Status::Promised if matches!(verb, "announce" | "unveil") => match object {
            Some("conclusion" | "completion" | "signing" | "approval" | "adoption" | "end" | "withdrawal") => {
                Status::Done
            }
            Some("deal" | "agreement" | "pact" | "accord" | "treaty" | "truce" | "ceasefire" | "settlement") => {
                Status::Agreed
            }
            _ => Status::Promised,
        },
        Status::Done if agrees => Status::Agreed,
        Status::Done | Status::InForce
            if sense(reading, clause) == Some(Sense::Promise) && !matches!(verb, "decide" | "offer" | "vote") =>
        {
            Status::Promised
        }
        // "voted against the plan"
        Status::Done if verb == "vote" && reading.text.lower(reading.clauses.verbs[clause].main + 1) == "against" => {
            Status::Denied
        }
        Status::Done | Status::InForce if matches!(verb, "reject" | "refuse" | "deny" | "veto" | "oppose") => {
            Status::Denied
        }
        other => other,
    }
}

/// The particle after the verb of a clause: "back" of "roll back".
fn particle<'r>(reading: &'r Reading<'_>, clause: usize) -> Option<&'r str> {
    let main = reading.clauses.verbs[clause].main;
    let after = reading.text.lower(main + 1);
    // "receive up to $1 billion", "employ over 90,000 people": a bound of the amount.
    let bounds = matches!(after, "up" | "over")
        && (reading.text.lower(main + 2) == "to"
            || matches!(reading.text.lower(main + 2), "$" | "€" | "£" | "¥")
            || reading.text.tokens().get(main + 2).is_some_and(|t| t.kind == TokenKind::Number));
    let joins = matches!(after, "back" | "off" | "up" | "out" | "down" | "over" | "aside")
        && !bounds
        && !matches!(lemma(reading, clause), "cut" | "raise" | "increase" | "fall");
    joins.then_some(after)
}

/// The verb with its particle: "roll back", "lay off".
fn phrasal(reading: &Reading<'_>, clause: usize) -> String {
    let verb = lemma(reading, clause);
    particle(reading, clause).map_or_else(|| verb.to_owned(), |after| format!("{verb} {after}"))
}

fn in_heading(reading: &Reading<'_>, clause: usize) -> bool {
    let span = reading.text.span_of(reading.clauses.verbs[clause].tokens.clone());
    reading.text.paragraphs().get(reading.text.paragraph_at(span.start)).is_some_and(|p| p.heading)
}

#[cfg(test)]
mod tests {
    use crate::extract::clause::scene::with_reading;
    use crate::extract::{clause, measure};

    /// Every commitment as "status actor action object".
    fn check(marked: &str, expected: &[&str]) {
        with_reading(marked, |reading| {
            clause::run(reading);
            measure::run(reading);
            super::run(reading);
            let record = &reading.record;
            let found: Vec<String> = record
                .commitments
                .iter()
                .map(|c| {
                    let actor = c.actor.and_then(|a| record.entity(a)).map_or("-", |e| &e.name);
                    format!("{} {actor} {} {}", c.status.label(), c.action, c.object.as_deref().unwrap_or("-"))
                })
                .collect();
            assert_eq!(found, expected, "in {marked:?}");
        });
    }

    #[test]
    fn promised_and_agreed() {
        check("{Chile} agreed to remove export limits on copper.", &["agreed Chile remove export limits on copper"]);
        check("{Chile} will buy [three million tonnes] of wheat.", &["promised Chile buy wheat"]);
        check(
            "{Ottawa} also announced it would roll back part of the duties.",
            &["promised Canada roll back part of the duties"],
        );
        check("{Toyota} pledged to invest [$5 billion] in {Brazil}.", &["promised Toyota invest -"]);
        check("The two sides reached a deal on fish.", &["agreed - reach deal on fish"]);
    }

    #[test]
    fn in_force_possible_and_done() {
        check("Most duties remain in place.", &["in force - remain -"]);
        check("{Peter Novak} could soon meet {Ana Lima}.", &["possible Peter Novak meet Ana Lima"]);
        check("{Peter Novak} invited {Ana Lima} to visit {Poland} <in June>.", &["done Peter Novak invite Ana Lima"]);
        check("{Japan} and {Peru} signed a trade pact.", &["done Japan sign trade pact"]);
        check(
            "{Japan} and {Peru} signed a pact, cutting the duty on fish.",
            &["done - cut duty on fish", "done Japan sign pact"],
        );
        check("{Chile} is in talks to buy [20 jets].", &["possible Chile buy -"]);
        check("{Kenya} urged {Uganda} to lift its ban on milk.", &["possible Uganda lift ban on milk"]);
        check("{Chile} may receive up to [$1 billion].", &["possible Chile receive -"]);
        check("Imports of cars will be limited to [3,000].", &["promised - limit Imports of cars"]);
        check("{Chile} has cut the volume of copper for export.", &["done Chile cut volume of copper"]);
    }

    #[test]
    fn whatever_somebody_is_bound_to() {
        check("The union agreed to open its books.", &["agreed - open books"]);
        check("{Lysne} said it would refund its customers.", &["promised Lysne refund customers"]);
        check("{Lysne} will compensate its staff.", &["promised Lysne compensate staff"]);
        check("{Lysne} is going to build a dam.", &["promised Lysne build dam"]);
        check("The council voted to ban cars.", &["promised - ban cars"]);
        check("{Chile} is ready to send engineers.", &["possible Chile send engineers"]);
        check("The government offered a rebate of [5%].", &["done - offer rebate"]);
        check("Pilots called off a strike.", &["done - call off strike"]);
        check("{Peru} will retaliate if the ban stays.", &["possible Peru retaliate -"]);
        check("{Lysne} will benefit.", &[]);
        check("Prices will rise.", &[]);
        check("{Peru} has not said how much it will pay.", &[]);
    }

    #[test]
    fn who_acts_is_named_or_nobody() {
        check("{Norwegian} unions threatened to sue.", &["possible - sue -"]);
        check("The {Peter Novak} government will build a dam.", &["promised - build dam"]);
        check("{Peru} welcomed {Chile}'s decision to lift the ban.", &["promised Chile lift ban"]);
        check("{Peter Novak} rejected a request to open the books.", &["denied Peter Novak reject request"]);
        check("{Peter Novak} rejected the criticism.", &[]);
        check("{Chile} may ship no more than [5 tonnes].", &["possible Chile ship -"]);
    }

    #[test]
    fn denied_and_not_a_commitment() {
        check("The meeting produced no formal agreement.", &["denied - produce formal agreement"]);
        check("There was still no movement on fish quotas.", &["denied - movement movement on fish quotas"]);
        check("While no deal was signed, talks went well.", &["denied - sign deal"]);
        check("{Chile} refused to lift the ban.", &["denied Chile lift ban"]);
        check("{Chile} has not yet ratified the treaty.", &["denied Chile ratify treaty"]);
        check("{Chile} denied that {Peru} had agreed to buy more rice.", &["denied Peru buy rice"]);
        check("{Mexico} has ruled out retaliation.", &["denied Mexico rule out retaliation"]);
        check("{Mexico} backed away from a plan to tax sugar.", &["denied Mexico tax sugar"]);
        check("Talks ended without an agreement.", &["denied - end -"]);
        check("{Peter Novak} hailed the talks as productive.", &[]);
        check("Shoppers buy more bread in winter.", &[]);
        check("{Japan} imported [66 million tonnes] of gas <in 2025>.", &[]);
        check("{Lysne} employs over [9,000 people].", &[]);
        check("{Lysne} shares rose [3%].", &[]);
        check("{Lysne} shares closed [2%] lower.", &[]);
        check("{Lysne} sold [3,000 cars] in the quarter.", &[]);
        check("{Lysne} booked a loss of [$3 million].", &[]);
        check("If the tariff is lifted, prices will fall.", &[]);
        check("OSLO – The ministry spoke, lowering its voice.", &[]);
    }
}
