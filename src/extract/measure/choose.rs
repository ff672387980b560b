//! What a figure measures: the first word around it, in the order of grammar, whose cue fits its kind.
//!
//! First the noun it modifies ("a 15% tariff"), then what it is "of" ("a quarter of imports"), the noun it is linked
//! to ("tariffs of 25%"), the verb ("will buy", "employs") and the subject or object that moves ("exports fell to").
//! Elliptic and pointing words take the measure of an earlier figure ([`super::carry`]).

use super::around::{Around, Link, lemma, phrase, sense};
use super::change::{by_change_noun, by_comparison, by_direction, moved_directly, moved_object, told_in_apposition};
use super::cue::{any_cue, is_change, linked_nouns, named_good, needs_hold, noun_cue, phrase_cue, spoken_of};
use super::deal::by_value;
use super::lists::Cue;
use crate::extract::clause::PhraseKind;
use crate::extract::clause::lexicon::Sense;
use crate::extract::reading::Reading;
use crate::record::{Certainty, FigureKind, Measure};
use crate::text::noun::singular;

/// The word that told the measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Told {
    /// A noun: its phrase and its token.
    Noun(usize, usize),
    /// The verb of a clause.
    Verb(usize),
    /// What the figure is a part of, as a phrase.
    Whole(usize),
    /// Its kind or unit alone.
    Kind,
    /// An earlier figure, by index.
    Earlier(usize),
}

/// What a figure measures, and how that is known.
#[derive(Clone, Debug)]
pub(in crate::extract) struct Choice {
    /// A word of the vocabulary, or of a user's list.
    pub(in crate::extract) measure: Box<str>,
    /// The word that told it.
    pub(in crate::extract) told: Told,
    /// Whether the figure is a change of what the word names.
    pub(in crate::extract) change: bool,
    /// How sure that is.
    pub(in crate::extract) certainty: Certainty,
    /// The rule, in words.
    pub(in crate::extract) because: String,
}

impl Choice {
    pub(super) fn new(measure: &str, told: Told, because: String) -> Self {
        Self { measure: measure.into(), told, change: false, certainty: Certainty::Sure, because }
    }

    pub(super) fn likely(mut self) -> Self {
        self.certainty = Certainty::Likely;
        self
    }

    pub(super) fn changed(mut self) -> Self {
        self.change = true;
        self
    }
}

/// The measure that the words around a figure tell, if they tell one.
pub(in crate::extract) fn choose(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    by_kind(reading, around)
        .or_else(|| by_scope(reading, around))
        .or_else(|| by_value(reading, around))
        .or_else(|| by_counted(reading, around))
        .or_else(|| by_inner(reading, around))
        .or_else(|| by_whole(reading, around))
        .or_else(|| by_direction(reading, around))
        .or_else(|| by_left(reading, around))
        .or_else(|| by_comparison(reading, around))
        .or_else(|| by_verb(reading, around))
}

/// None of the vocabulary.
pub(in crate::extract) fn other() -> Choice {
    Choice::new(Measure::OTHER, Told::Kind, "no word near it says what it measures".to_owned()).likely()
}

/// The measure that only the figure's own kind tells, where nothing else does.
pub(in crate::extract) fn fallback(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let figure = around.figure(reading);
    let moves = around.clause.is_some_and(|c| matches!(sense(reading, c), Some(Sense::Up | Sense::Down)));
    match figure.kind {
        FigureKind::Percent | FigureKind::Ratio
            if (figure.change.is_some() || moves) && moved_directly(reading, around) =>
        {
            Some(
                Choice::new("growth", Told::Kind, "a change in percent of something that is no price".to_owned())
                    .likely()
                    .changed(),
            )
        }
        FigureKind::Money if level_after_move(reading, around).is_some() => level_after_move(reading, around),
        FigureKind::Money if is_price(figure.per.as_deref()) => {
            Some(Choice::new("price", Told::Kind, "money for one unit of goods is a price".to_owned()))
        }
        FigureKind::Money => around
            .right_of(reading, &["of"])
            .or_else(|| worth_of(reading, around))
            .map(|p| Choice::new("trade value", Told::Whole(p), "money “of” goods is their value".to_owned()).likely()),
        FigureKind::Count => Some(Choice::new("count", Told::Kind, "a number of things".to_owned())),
        _ => None,
    }
}

/// "fell 2 percent to $59": the level that the price before it moved to.
fn level_after_move(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let n = around.figure.checked_sub(1)?;
    let (earlier, here) = (&reading.record.figures[n], around.figure(reading));
    let moved = earlier.sentence == here.sentence
        && earlier.measure.as_str() == "price change"
        && matches!(around.preposition_word(reading), "to" | "at" | "from")
        && around.inner.is_none();
    let because = "the level of the price that moved before it".to_owned();
    moved.then(|| Choice::new("price", Told::Earlier(n), because).likely())
}

/// The one measure that the nouns of the sentence allow, where nothing nearer told one.
pub(in crate::extract) fn sole_cue(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let kind = around.kind(reading);
    let figure = around.figure(reading);
    let clause = around.verb_left.or(around.clause);
    let named = clause
        .and_then(|c| reading.clauses.clauses[c].subject)
        .is_some_and(|p| phrase(reading, p).kind == PhraseKind::Things);
    if named && clause.is_some_and(|c| matches!(sense(reading, c), Some(Sense::Up | Sense::Down))) {
        // "Unemployment rose to 4%": its own subject says that it is none of the measures.
        return None;
    }
    let sentence = reading.text.sentences().get(usize::try_from(figure.sentence).ok()?)?;
    let first = reading.clauses.phrases.partition_point(|p| p.tokens.start < sentence.tokens.start);
    let mut found: Option<(&Cue, usize, usize)> = None;
    let here =
        reading.clauses.phrases.get(first..)?.iter().take(40).take_while(|p| p.tokens.end <= sentence.tokens.end);
    for n in here.enumerate().map(|(n, _)| first + n) {
        if let Some((cue, token)) = phrase_cue(reading, n, kind) {
            if found.is_some_and(|(other, ..)| other.measure != cue.measure) {
                return None;
            }
            found = found.or(Some((cue, n, token)));
        }
    }
    let (cue, p, token) = found?;
    let because = format!("the sentence speaks of “{}” and of no other measure", reading.text.word(token));
    Some(Choice::new(&cue.measure, Told::Noun(p, token), because).likely())
}

/// Durations, distances and areas are told by their unit.
fn by_kind(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let figure = around.figure(reading);
    if figure.per.as_deref().is_some_and(|per| matches!(per, "dollar" | "euro" | "yen" | "US dollar" | "yuan")) {
        return Some(Choice::new("exchange rate", Told::Kind, "one currency for another".to_owned()));
    }
    let unit = figure.unit_name.as_str();
    let measure = match figure.kind {
        FigureKind::Duration => "duration",
        FigureKind::Quantity => {
            let area =
                unit.contains("square") || unit.contains("acre") || unit.contains("hectare") || figure.unit == "har";
            let length = matches!(
                unit,
                "metre"
                    | "meter"
                    | "kilometre"
                    | "kilometer"
                    | "mile"
                    | "foot"
                    | "yard"
                    | "nautical mile"
                    | "inch"
                    | "centimetre"
            ) || matches!(figure.unit.as_str(), "km" | "m" | "[mi_i]" | "[ft_i]");
            match (area, length) {
                (true, _) => "area",
                (_, true) => "distance",
                _ => return None,
            }
        }
        _ => return None,
    };
    Some(Choice::new(measure, Told::Kind, format!("its unit makes it {measure}")))
}

/// "tariffs on $120 billion of goods": the money is the trade that the tariffs hit.
fn by_scope(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    if around.kind(reading) != FigureKind::Money {
        return None;
    }
    if around.preposition_word(reading) != "on" {
        return by_hit(reading, around);
    }
    around.left.iter().find_map(|link| {
        let head = phrase(reading, link.phrase).head;
        let measure = reading.lists.measures.scope(&singular(reading.text.lower(head)))?;
        let because = format!("“{}” before “on” names what the money is worth of", reading.text.word(head));
        let goods = around.right_of(reading, &["of", "in"]).or_else(|| worth_of(reading, around));
        Some(Choice::new(measure, goods.map_or(Told::Kind, Told::Whole), because))
    })
}

/// "the sanctions hit $14 billion of exports".
fn by_hit(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let clause = around.verb_left.filter(|_| around.left.is_empty())?;
    let subject = reading.clauses.clauses[clause].subject?;
    let noun = singular(reading.text.lower(phrase(reading, subject).head));
    let hits = matches!(lemma(reading, clause), "hit" | "cover" | "affect" | "target" | "apply");
    let measure = reading.lists.measures.scope(&noun).filter(|_| hits)?;
    let goods = around.right_of(reading, &["of", "in", "worth"]).or_else(|| worth_of(reading, around))?;
    Some(Choice::new(measure, Told::Whole(goods), format!("“{noun}” hits trade worth that much")))
}

/// The goods of "$5bn worth of goods".
fn worth_of(reading: &Reading<'_>, around: &Around) -> Option<usize> {
    around.inner.filter(|&t| reading.text.lower(t) == "worth").and_then(|_| around.right_of(reading, &["of"]))
}

/// "22,000 jobs", "40 cargoes": what is counted.
fn by_counted(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let figure = around.figure(reading);
    let counted = figure.counted.as_deref().filter(|_| figure.kind == FigureKind::Count)?;
    // "bought 10 cargoes": the verb says more than what is counted.
    let clause = around.verb_left.filter(|_| around.left.is_empty());
    if clause
        .is_some_and(|c| reading.lists.measures.verb(lemma(reading, c)).iter().any(|v| v.kinds.has(FigureKind::Count)))
    {
        return None;
    }
    let noun = counted.rsplit(' ').next()?;
    let cue =
        reading.lists.measures.noun(noun).iter().find(|c| c.kinds.has(FigureKind::Count) && c.needs.is_empty())?;
    Some(Choice::new(&cue.measure, Told::Kind, format!("it counts “{noun}”")))
}

/// "a 15% tariff", "a 3% drop in exports".
fn by_inner(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let head = around.inner?;
    if is_change(reading, head) {
        return by_change_noun(reading, around, around.phrase, head);
    }
    let kind = around.kind(reading);
    if reading.text.lower(head + 1) == "free"
        || reading.text.lower(head + 1) == "-" && reading.text.lower(head + 2) == "free"
    {
        return Some(Choice::new("share", Told::Kind, "the part that is free of duty".to_owned()));
    }
    let (cue, token) = noun_cue(reading, around.phrase, head, Some(kind))?;
    let because = format!("it describes “{}”", reading.text.word(token));
    Some(Choice::new(&cue.measure, Told::Noun(around.phrase, token), because))
}

/// "a quarter of imports", "99 percent of exports", "$200bn in purchases", "2 million tonnes of exports".
fn by_whole(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let kind = around.kind(reading);
    if matches!(kind, FigureKind::Percent | FigureKind::Ratio) {
        let linked_by_of = around.preposition_word(reading) == "of" && by_left(reading, around).is_some();
        let whole = around.whole(reading, &["of"]).filter(|_| !linked_by_of && around.inner.is_none())?;
        let because = "a part “of” a whole is a share".to_owned();
        return Some(Choice::new("share", Told::Whole(whole), because));
    }
    if points_back(reading, around) {
        return None;
    }
    let linked = around.whole(reading, &["in", "of", "worth"])?;
    let (cue, token) = phrase_cue(reading, linked, kind)?;
    if matches!(&*cue.measure, "price" | "price change" | "output" | "exchange rate" | "cost") {
        return None;
    }
    let because = format!("it is an amount of “{}”", reading.text.word(token));
    Some(Choice::new(&cue.measure, Told::Noun(linked, token), because))
}

/// Whether the figure is a part of an earlier one: "$32bn of that increase".
pub(in crate::extract) fn points_back(reading: &Reading<'_>, around: &Around) -> bool {
    around.whole(reading, &["of"]).is_some_and(|p| {
        let first = phrase(reading, p).tokens.start;
        matches!(reading.text.lower(first), "that" | "this" | "it" | "those" | "which")
    })
}

/// "tariffs of 25%", "the duty on whisky from 150%": the noun that starts the chain of prepositions wins.
fn by_left(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let kind = around.kind(reading);
    if let Some(verb) = around.verb_left.filter(|_| !around.left.is_empty()) {
        // "cap imports at 18 million tonnes": the verb makes the amount a limit.
        let lemma = lemma(reading, verb);
        if reading.lists.measures.verb(lemma).iter().any(|c| &*c.measure == "quota")
            && around.preposition_word(reading) != "of"
        {
            return Some(Choice::new("quota", Told::Verb(verb), format!("“{lemma}” makes it a limit")));
        }
        // "tax wool at 5%": the verb says more than the goods.
        let main = reading.clauses.verbs[verb].main;
        let taxes = |c: &Cue| {
            &*c.measure == "tariff rate" && (needs_hold(reading, c, around.item) || spoken_of(reading, c, main))
        };
        if kind == FigureKind::Percent
            && around.left.first().and_then(|l| l.preposition).is_some_and(|t| reading.text.lower(t) == "at")
            && reading.lists.measures.verb(lemma).iter().any(taxes)
        {
            return Some(Choice::new("tariff rate", Told::Verb(verb), format!("the verb “{lemma}” says so")));
        }
    }
    for link in near_links(reading, around).iter().rev() {
        let head = phrase(reading, link.phrase).head;
        if is_change(reading, head) && phrase_cue(reading, link.phrase, kind).is_none() {
            if let Some(choice) = by_change_noun(reading, around, link.phrase, head) {
                return Some(choice);
            }
            if let Some(choice) = rate_step(reading, around, head).or_else(|| told_in_apposition(reading, around, link))
            {
                return Some(choice);
            }
            continue;
        }
        if let Some((cue, token)) = phrase_cue(reading, link.phrase, kind) {
            if &*cue.measure == "price" && is_paid(reading, around) {
                continue;
            }
            let because = format!("it belongs to “{}”", reading.text.word(token));
            let direct_change = kind == FigureKind::Percent && moved_directly(reading, around);
            let step_of_price = &*cue.measure == "price" && token != head && is_change(reading, head);
            let direct_change = direct_change || step_of_price;
            let measure = if direct_change { &cue.change } else { &cue.measure };
            let choice = Choice::new(measure, Told::Noun(link.phrase, token), because);
            return Some(if direct_change { choice.changed() } else { choice });
        }
    }
    moved_object(reading, around)
}

/// "a cut of 50 basis points": a step of the rate that was spoken of before.
fn rate_step(reading: &Reading<'_>, around: &Around, head: usize) -> Option<Choice> {
    let here = around.figure(reading);
    let near = around.figure.saturating_sub(4)..around.figure;
    let n = near.rev().find(|&n| {
        let earlier = &reading.record.figures[n];
        let rate = matches!(earlier.measure.as_str(), "interest rate" | "tariff rate");
        rate && here.sentence.saturating_sub(earlier.sentence) <= 3
    })?;
    let because = format!("“{}” goes on with the rate spoken of before", reading.text.word(head));
    let step = here.unit_name.contains("point");
    step.then(|| Choice::new(reading.record.figures[n].measure.as_str(), Told::Earlier(n), because).likely().changed())
}

/// The links up to a preposition that sets the noun before it against what follows: in "imports above the quota of" the
/// figure is the quota's.
fn near_links<'a>(reading: &Reading<'_>, around: &'a Around) -> &'a [Link] {
    let sets_against = |link: &Link| {
        link.preposition.is_some_and(|t| {
            matches!(
                reading.text.lower(t),
                "above"
                    | "below"
                    | "under"
                    | "outside"
                    | "beyond"
                    | "against"
                    | "despite"
                    | "after"
                    | "before"
                    | "amid"
            )
        })
    };
    let end = around.left.iter().skip(1).position(sets_against).map_or(around.left.len(), |k| k + 1);
    around.left.get(..end).unwrap_or_default()
}

/// "bought wheat for $1bn", "buy gas worth $2bn": what a verb of trade hands over, not what one unit costs.
fn is_paid(reading: &Reading<'_>, around: &Around) -> bool {
    let figure = around.figure(reading);
    let trades = around
        .verb_left
        .or(around.clause)
        .is_some_and(|c| reading.lists.measures.verb(lemma(reading, c)).iter().any(|v| v.kinds.has(FigureKind::Money)));
    trades && figure.per.is_none() && matches!(around.preposition_word(reading), "for" | "worth")
}

/// "will buy 12 million tonnes", "exports fell to 8 million tonnes", "tariffs rose by 10 points".
fn by_verb(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
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
        for target in [object, subject].into_iter().flatten() {
            if phrase(reading, target).kind == PhraseKind::Pronoun {
                break;
            }
            for linked in std::iter::once(target).chain(linked_nouns(reading, target)) {
                let found = phrase_cue(reading, linked, kind)
                    .or_else(|| any_cue(reading, linked).filter(|_| direct))
                    .or_else(|| named_good(reading, linked, kind).filter(|_| target == linked && is_move && !grows));
                if let Some((cue, token)) = found {
                    let name = reading.text.word(token);
                    return Some(if direct && (kind == FigureKind::Percent || &*cue.change == "price change") {
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
    if !after_verb && kind == FigureKind::Percent && matches!(verb, "be" | "go" | "come" | "remain") {
        return Some(Choice::new("share", Told::Kind, "a percentage that is something is a part".to_owned()).likely());
    }
    if !after_verb && !reading.clauses.verbs[clause].passive {
        return None;
    }
    let main = reading.clauses.verbs[clause].main;
    let holds = |c: &Cue| needs_hold(reading, c, around.item) || spoken_of(reading, c, main);
    let cue = reading.lists.measures.verb(verb).iter().find(|c| c.kinds.has(kind) && holds(c))?;
    if is_price(around.figure(reading).per.as_deref()) && matches!(&*cue.measure, "cost" | "revenue" | "spending") {
        return Some(Choice::new("price", Told::Verb(clause), "money for one unit of goods is a price".to_owned()));
    }
    Some(Choice::new(&cue.measure, Told::Verb(clause), format!("the verb “{verb}” says so")))
}

/// Whether money is told for one unit of goods, not of time.
fn is_price(per: Option<&str>) -> bool {
    per.is_some_and(|per| {
        !matches!(
            per,
            "year"
                | "month"
                | "week"
                | "day"
                | "hour"
                | "quarter"
                | "annually"
                | "minute"
                | "season"
                | "decade"
                | "each"
                | "person"
        )
    })
}
