//! What a figure measures: the first word around it, in the order of grammar, whose cue fits its kind.
//!
//! First the noun it modifies ("a 15% tariff"), then what it is "of" ("a quarter of imports"), the noun it is linked
//! to ("tariffs of 25%"), the verb ("will buy", "employs") and the subject or object that moves ("exports fell to").
//! Elliptic and pointing words take the measure of an earlier figure ([`super::carry`]).

use super::act::{by_contact, by_verb};
use super::around::{Around, lemma, phrase, sense};
use super::chain::by_left;
use super::change::{by_change_noun, by_comparison, by_direction, moved_directly};
use super::cue::{is_change, mention_at, mentions_tariff, noun_cue, phrase_cue};
use super::deal::by_value;
use super::lists::Cue;
use super::order::by_order;
use super::price::{by_unit_price, is_price, level_after_move};
use super::quota::{by_quota, is_free};
use super::specific::by_specific_duty;
use crate::extract::clause::PhraseKind;
use crate::extract::clause::lexicon::Sense;
use crate::extract::reading::Reading;
use crate::record::{Certainty, EntityKind, FigureKind, Measure};
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
        .or_else(|| by_ceiling(reading, around))
        .or_else(|| by_scope(reading, around))
        .or_else(|| by_specific_duty(reading, around))
        .or_else(|| by_unit_price(reading, around))
        .or_else(|| by_entry(reading, around))
        .or_else(|| by_quota(reading, around))
        .or_else(|| by_contact(reading, around))
        .or_else(|| by_value(reading, around))
        .or_else(|| by_order(reading, around))
        .or_else(|| by_counted(reading, around))
        .or_else(|| by_inner(reading, around))
        .or_else(|| by_whole(reading, around))
        .or_else(|| by_direction(reading, around))
        .or_else(|| by_left(reading, around))
        .or_else(|| by_comparison(reading, around))
        .or_else(|| by_verb(reading, around))
}

/// "secured a ceiling of 15 percent": where tariffs are spoken of, the limit of a percentage is one of theirs.
fn by_ceiling(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let here = around.figure(reading).sentence;
    let link = around.left.first().filter(|_| around.preposition_word(reading) == "of")?;
    let head = phrase(reading, link.phrase).head;
    let limit = matches!(reading.text.lower(head), "ceiling" | "cap" | "limit" | "maximum");
    let tariffs = mentions_tariff(reading, here) || here > 0 && mentions_tariff(reading, here - 1);
    let because = format!("“{}” limits the tariffs spoken of", reading.text.word(head));
    (limit && tariffs && around.kind(reading) == FigureKind::Percent)
        .then(|| Choice::new("tariff rate", Told::Noun(link.phrase, head), because).likely())
}

/// "10,000 tonnes can be imported at 15 percent": where tariffs or quotas are spoken of, the rate at which goods come in.
fn by_entry(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let percent = around.kind(reading) == FigureKind::Percent && around.preposition_word(reading) == "at";
    let clause = around.verb_left.filter(|_| percent && around.left.is_empty())?;
    let enters = matches!(lemma(reading, clause), "import" | "enter" | "ship" | "bring" | "admit" | "export");
    let here = around.figure(reading).sentence;
    let tariffs =
        is_free(reading, here) || (here.saturating_sub(2)..=here).any(|sentence| mentions_tariff(reading, sentence));
    let because = format!(
        "“{}” at a percentage tells a tariff where tariffs are spoken of",
        reading.text.word(reading.clauses.verbs[clause].main)
    );
    (enters && tariffs).then(|| Choice::new("tariff rate", Told::Verb(clause), because).likely())
}

/// "whereas Acme pays 15%", "Scotch is charged 10% in Peru": where tariffs are spoken of, what goods or their makers pay.
pub(in crate::extract) fn by_charge(reading: &Reading<'_>, around: &Around) -> Option<Choice> {
    let here = around.figure(reading).sentence;
    let clause = around.verb_left.filter(|_| around.left.is_empty() && around.inner.is_none())?;
    let verb = lemma(reading, clause);
    let passive = reading.clauses.verbs[clause].passive;
    let charged =
        if passive { matches!(verb, "charge" | "tax") } else { matches!(verb, "pay" | "face" | "incur" | "attract") };
    let direct = around.preposition.is_none() || passive && around.preposition_word(reading) == "at";
    let part = around.right_of(reading, &["of", "more", "for"]).is_some();
    let percent = around.kind(reading) == FigureKind::Percent && direct && !part;
    let tariffs = (here.saturating_sub(4)..=here + 1).any(|sentence| mentions_tariff(reading, sentence));
    let because = format!(
        "“{}” tells a tariff where tariffs are spoken of",
        reading.text.word(reading.clauses.verbs[clause].main)
    );
    (charged && percent && tariffs).then(|| Choice::new("tariff rate", Told::Kind, because).likely())
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
        FigureKind::Percent if moved_directly(reading, around) && moves && is_listed_firm(reading, around) => {
            let because = "what rises and falls by a percentage of a firm are its shares".to_owned();
            Some(Choice::new("price change", Told::Kind, because).likely().changed())
        }
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
            .or_else(|| in_goods(reading, around))
            .map(|p| Choice::new("trade value", Told::Whole(p), "money “of” goods is their value".to_owned()).likely()),
        FigureKind::Count => Some(Choice::new("count", Told::Kind, "a number of things".to_owned())),
        _ => None,
    }
}

/// "Acme surged 14%": whether a firm itself is what moves.
fn is_listed_firm(reading: &Reading<'_>, around: &Around) -> bool {
    let clause = around.verb_left.or(around.clause).filter(|_| around.left.is_empty());
    let subject = clause.and_then(|c| reading.clauses.clauses[c].subject);
    subject.is_some_and(|p| mention_at(reading, phrase(reading, p).head, |kind| kind == EntityKind::Organization))
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

/// "another $125bn in goods", "cars worth $37bn": the goods that money is the value of.
fn in_goods(reading: &Reading<'_>, around: &Around) -> Option<usize> {
    let general = |p: &usize| {
        matches!(reading.text.lower(phrase(reading, *p).head), "goods" | "products" | "trade" | "merchandise")
    };
    let worth = || around.left.first().filter(|_| around.preposition_word(reading) == "worth").map(|l| l.phrase);
    around.right_of(reading, &["in"]).filter(general).or_else(worth)
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
    let part = matches!(kind, FigureKind::Percent | FigureKind::Ratio);
    if part && reading.text.lower(head + 1) == "free"
        || part && reading.text.lower(head + 1) == "-" && reading.text.lower(head + 2) == "free"
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
        matches!(reading.text.lower(first), "that" | "this" | "it" | "those" | "which" | "them" | "these")
    })
}
