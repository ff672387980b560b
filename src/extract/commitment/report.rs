//! What is only reported: statistics, shares and datelines are no commitments, and a day that a measure names may be to
//! come.
//!
//! ```text
//! Japan imported 66 million tonnes in 2025         a statistic
//! China has bought six cargoes since October       an act: it goes on
//! WASHINGTON – The department announced            the place is no party
//! The rate takes effect on Feb. 1                  in force only from then
//! ```

use crate::extract::clause::{Item, PhraseKind, VerbForm};
use crate::extract::reading::Reading;
use crate::record::{FigureKind, Time, TimeKind};
use crate::text::Span;

/// A condition is looked for in as many items around a verb.
const SENTENCE: usize = 24;

/// Whether a past flow is told for a whole month, quarter or year: "imported 66 million tonnes in 2025".
pub(super) fn is_statistic(reading: &Reading<'_>, clause: usize, span: Span) -> bool {
    let group = &reading.clauses.verbs[clause];
    let period = || {
        let words = reading.text.tokens_in(span);
        words.clone().zip(words.skip(1)).any(|(before, i)| {
            matches!(reading.text.lower(i), "quarter" | "period") && reading.text.lower(before) == "the"
        })
    };
    let told = is_share(reading, clause) || is_result(reading, clause);
    !group.perfect && !group.passive && (told || times(reading, span).any(is_period) || period())
}

/// "supplied 35% of imports", "paid below 2%": a proportion, not a deal.
pub(super) fn is_share(reading: &Reading<'_>, clause: usize) -> bool {
    let data = &reading.clauses.clauses[clause];
    let verb = super::lemma(reading, clause);
    let after = reading.clauses.linked(data.item).next().map(|(_, p)| p).filter(|_| verb == "pay");
    let amount = data.object.or(after).and_then(|p| reading.clauses.phrases[p].figure);
    (verb == "pay" || reading.lists.actions.is_flow(verb))
        && amount
            .and_then(|f| reading.record.figures.get(f))
            .is_some_and(|f| matches!(f.kind, FigureKind::Percent | FigureKind::Ratio))
}

/// "denied the report", "rejected the criticism", "met demand", "cut its growth forecast": words and numbers are no acts.
pub(super) fn is_about_words(reading: &Reading<'_>, clause: usize) -> bool {
    let data = &reading.clauses.clauses[clause];
    let Some(object) = data.object.map(|p| &reading.clauses.phrases[p]) else { return false };
    let head = reading.text.lower(object.head);
    let told = |words: &[&str]| object.tokens.clone().any(|i| words.contains(&reading.text.lower(i)));
    match super::lemma(reading, clause) {
        "deny" | "reject" | "refuse" | "accept" | "confirm" => told(&[
            "accusation",
            "accusations",
            "allegation",
            "allegations",
            "charge",
            "charges",
            "claim",
            "claims",
            "criticism",
            "idea",
            "notion",
            "report",
            "reports",
            "rumour",
            "rumours",
            "suggestion",
            "suggestions",
            "that",
        ]),
        "meet" => {
            object.kind == PhraseKind::Figure
                || matches!(head, "demand" | "target" | "targets" | "need" | "needs" | "deadline")
        }
        _ => {
            matches!(head, "forecast" | "forecasts" | "estimate" | "estimates" | "projection" | "projections")
                && told(&["growth", "inflation", "gdp", "price", "demand"])
        }
    }
}

/// "booked a loss": what accounts say.
fn is_result(reading: &Reading<'_>, clause: usize) -> bool {
    let object = reading.clauses.clauses[clause].object.map(|p| reading.text.lower(reading.clauses.phrases[p].head));
    object.is_some_and(|head| matches!(head, "loss" | "losses" | "profit" | "profits" | "gain" | "gains" | "charge"))
}

/// "Lysne shares closed 2%", "the wage increases 4%": markets and amounts move by themselves.
pub(super) fn is_movement(reading: &Reading<'_>, clause: usize) -> bool {
    let data = &reading.clauses.clauses[clause];
    let head = |p: Option<usize>| p.map_or("", |p| reading.text.lower(reading.clauses.phrases[p].head));
    let market = matches!(head(data.subject), "shares" | "stock" | "stocks" | "futures" | "index" | "bonds" | "prices");
    let amount = data.object.and_then(|p| reading.clauses.phrases[p].figure);
    let percent = amount.and_then(|f| reading.record.figures.get(f)).is_some_and(|f| f.kind == FigureKind::Percent);
    let itself = matches!(super::lemma(reading, clause), "increase" | "close" | "ease" | "expand");
    !reading.clauses.verbs[clause].passive && (market || itself && percent)
}

/// Whether the subject of a clause is the place of a dateline: "WASHINGTON – The department".
pub(super) fn is_dateline(reading: &Reading<'_>, clause: usize) -> bool {
    let Some(p) = reading.clauses.clauses[clause].subject else { return false };
    let tokens = &reading.clauses.phrases[p].tokens;
    let start = reading.text.span_of(tokens.clone()).start;
    let opens = reading.text.paragraphs().get(reading.text.paragraph_at(start));
    let dash = reading.clauses.item_of(p).is_some_and(|i| reading.clauses.items.get(i + 1) == Some(&Item::Comma))
        && matches!(reading.text.lower(tokens.end), "–" | "—" | "-");
    let shouted = !reading.text.word(tokens.start).chars().any(char::is_lowercase);
    dash && shouted && opens.is_some_and(|o| o.tokens.start == tokens.start)
}

/// Whether a clause is only a condition: "if the tariff is lifted", "until the ban ends".
pub(super) fn is_condition(reading: &Reading<'_>, clause: usize) -> bool {
    let opener = reading.clauses.clauses[clause].start.checked_sub(1).map(|i| reading.clauses.items[i]);
    matches!(opener, Some(Item::Subordinator(t) | Item::Preposition(t))
        if matches!(reading.text.lower(t), "if" | "unless" | "whether" | "until" | "till" | "once" | "before"))
}

/// Whether a clause is an open question: "has not said how much it will pay".
pub(super) fn is_question(reading: &Reading<'_>, clause: usize) -> bool {
    let clauses = &reading.clauses;
    let first = clauses.clauses[clause].start;
    (first.saturating_sub(2)..first).any(|i| {
        let token = match clauses.items[i] {
            Item::Subordinator(t) => Some(t),
            Item::Phrase(p) => Some(clauses.phrases[p].tokens.start),
            _ => None,
        };
        token.is_some_and(|t| matches!(reading.text.lower(t), "how" | "what" | "whether" | "why" | "where"))
    })
}

/// Whether an infinitive is what somebody asks for: "rejected a request to appoint", "called on Peru to open".
pub(super) fn is_asked_for(reading: &Reading<'_>, clause: usize) -> bool {
    let clauses = &reading.clauses;
    if clauses.verbs[clause].form != VerbForm::Infinitive {
        return false;
    }
    let Some(parent) = clauses.clauses[clause].parent.filter(|&p| p < clause) else { return false };
    let object = clauses.clauses[parent].object.map(|p| reading.text.lower(clauses.phrases[p].head));
    let wish =
        |noun| matches!(noun, "request" | "requests" | "call" | "calls" | "demand" | "demands" | "appeal" | "motion");
    object.is_some_and(wish) || super::lemma(reading, parent) == "call"
}

/// The word that makes a clause depend on another: "if" of "will answer if the ban stays".
pub(super) fn depends<'r>(reading: &'r Reading<'_>, clause: usize) -> Option<&'r str> {
    let clauses = &reading.clauses;
    let condition = |i: &usize| match clauses.items[*i] {
        Item::Subordinator(t) if matches!(reading.text.lower(t), "if" | "unless") => {
            let before = t.checked_sub(1).map_or("", |b| reading.text.lower(b));
            (!matches!(before, "even" | "as" | "only")).then(|| reading.text.lower(t))
        }
        _ => None,
    };
    let item = clauses.clauses[clause].item;
    let stops = |i: &usize| !matches!(clauses.items[*i], Item::Stop);
    let after = (item + 1..clauses.items.len().min(item + SENTENCE)).take_while(stops);
    let before = (item.saturating_sub(SENTENCE)..item).rev().take_while(stops);
    // Before it only where the condition opens the sentence: "If the ban stays, Peru will answer".
    let first = before.last();
    after.chain(first).find_map(|i| condition(&i))
}

/// Whether the words name a day after the article's own.
pub(super) fn is_to_come(reading: &Reading<'_>, span: Span) -> bool {
    let Some(published) = reading.hints.published.map(|day| day.to_string()) else { return false };
    times(reading, span).any(|t| t.kind == TimeKind::Date && t.from.as_ref().is_some_and(|from| *from > published))
}

fn times<'r>(reading: &'r Reading<'_>, span: Span) -> impl Iterator<Item = &'r Time> {
    let times = &reading.record.times;
    let first = times.partition_point(|t| t.span.start < span.start);
    times.get(first..).unwrap_or_default().iter().take_while(move |t| t.span.end <= span.end)
}

/// A month or longer, by its value or, where it is not resolved, by its words.
fn is_period(time: &Time) -> bool {
    match (&time.value, time.kind) {
        (_, TimeKind::Time | TimeKind::Set | TimeKind::Duration) => false,
        (Some(value), TimeKind::Date) => value.len() <= 7 && !value.contains("-W") || value.contains('/'),
        (None, TimeKind::Date) => true,
    }
}
