//! What a figure takes over from an earlier one: lists, ellipsis and pointing words.
//!
//! "at least 25 million tonnes" after "buy 12 million tonnes of soybeans this season and"; "energy for $52.4bn" after
//! "Farm products account for $32bn"; "bringing it down to 7.5%"; "$32bn of that increase"; "the figure was 35%".

use super::around::{Around, lemma, phrase, sense};
use super::choose::{Choice, Told, points_back};
use super::cue::any_cue;
use crate::extract::clause::lexicon::Sense;
use crate::extract::clause::{Item, PhraseKind, VerbForm};
use crate::extract::reading::Reading;
use crate::record::{Certainty, Figure, FigureKind};
use crate::text::noun::singular;

/// How many figures back an antecedent is looked for.
const REACH: usize = 8;

/// How the taking over works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Manner {
    /// A part or a parallel member: the item is its own.
    Part,
    /// The same thing again: the item is taken over, too.
    Same,
    /// The same noun again, left out, on other goods, as a phrase.
    Branch(usize),
    /// The same amount again, in another currency.
    Converted,
    /// The same verb again, left out, with another subject, as a phrase.
    Gapped(usize),
    /// A part of the amount before it, with an item of its own if it names one.
    Portion,
}

/// The earlier figure whose measure this one shares, and how.
pub(in crate::extract) fn earlier(
    reading: &Reading<'_>,
    around: &Around,
    choices: &[Option<Choice>],
) -> Option<(usize, Manner, String)> {
    let figure = around.figure(reading);
    if points_back(reading, around)
        && matches!(figure.kind, FigureKind::Money | FigureKind::Quantity | FigureKind::Count)
    {
        let n = before(reading, around, 3, |f, _| f.unit == figure.unit)?;
        return Some((n, Manner::Part, "a part of an earlier amount".to_owned()));
    }
    if let Some(n) = besides(reading, around) {
        return Some((n, Manner::Part, "beside an amount that is traded".to_owned()));
    }
    if let Some(n) = parallel(reading, around) {
        return Some((n, Manner::Part, "in a row with an earlier figure".to_owned()));
    }
    if around.listed && around.left.is_empty() && around.inner.is_none() {
        let n = before(reading, around, 0, |f, _| f.kind == figure.kind)?;
        return Some((n, Manner::Same, "joined to an earlier figure".to_owned()));
    }
    if let Some(n) = same_whole(reading, around) {
        return Some((n, Manner::Same, "a part of the same whole by another verb".to_owned()));
    }
    if let Some(n) = another(reading, around) {
        return Some((n, Manner::Same, "“another” counts more of the same".to_owned()));
    }
    if let Some(verb) = pays(reading, around) {
        let n = before(reading, around, 3, |f, n| {
            f.kind == figure.kind
                && choices.get(n).and_then(Option::as_ref).is_some_and(|c| &*c.measure == "tariff rate")
        })?;
        return Some((n, Manner::Part, format!("“{verb}” goes on with the tariffs before it")));
    }
    if let Some(word) = pointer(reading, around) {
        if figure.kind == FigureKind::Money && matches!(word, "value" | "worth" | "bill") {
            let n = before(reading, around, 1, |f, _| {
                matches!(f.measure.as_str(), "export" | "import" | "purchase" | "output")
            })?;
            return Some((n, Manner::Same, format!("“{word}” is told of the amount before it")));
        }
        let revised = matches!(word, "estimate" | "forecast" | "projection" | "prediction");
        let n = before(reading, around, 2, |f, n| {
            f.unit == figure.unit
                && choices
                    .get(n)
                    .and_then(Option::as_ref)
                    .is_some_and(|c| &*c.measure != "share" && (revised || !c.change))
        })?;
        return Some((n, Manner::Same, format!("“{word}” points to an earlier figure")));
    }
    None
}

/// "raise the duty on crude oil to 27% and on refined oil to 35%": the noun is left out before a second branch of it.
pub(in crate::extract) fn branch(reading: &Reading<'_>, around: &Around) -> Option<(usize, Manner, String)> {
    let items = &reading.clauses.items;
    let outer = around.left.last()?.phrase;
    let item = reading.clauses.item_of(outer)?;
    let before_it = |back: usize| item.checked_sub(back).map(|i| items[i]);
    let (Some(Item::Preposition(own)), Some(Item::Conjunction(_))) = (before_it(1), before_it(2)) else { return None };
    let own = reading.text.lower(own);
    let linked = |p: usize| {
        let before = reading.clauses.item_of(p).and_then(|i| i.checked_sub(1)).map(|b| items[b]);
        matches!(before, Some(Item::Preposition(t)) if reading.text.lower(t) == own)
    };
    let preposition = around.preposition_word(reading);
    let alike = |n: usize| {
        let earlier = Around::new(reading, n).filter(|a| a.preposition_word(reading) == preposition);
        earlier.is_some_and(|a| a.left.iter().any(|l| linked(l.phrase)))
    };
    let n = before(reading, around, 0, |f, n| f.unit == around.figure(reading).unit && alike(n))?;
    Some((n, Manner::Branch(outer), format!("“{own}” opens a second branch of the noun before it")))
}

/// "Acme faces 17 percent, Bolt 18 percent and Corp 35 percent": a name right before a figure shares the verb.
pub(in crate::extract) fn gapped(reading: &Reading<'_>, around: &Around) -> Option<(usize, Manner, String)> {
    let items = &reading.clauses.items;
    let preposition = around.preposition_word(reading);
    let at = around.item.checked_sub(1 + usize::from(matches!(preposition, "by" | "to" | "at")))?;
    let Item::Phrase(p) = *items.get(at)? else { return None };
    let subject = phrase(reading, p);
    let joined = matches!(items.get(at.checked_sub(1)?)?, Item::Comma | Item::Conjunction(_));
    let named = subject.kind == PhraseKind::Things && subject.figure.is_none();
    if !joined || !named || around.inner.is_some() {
        return None;
    }
    let unit = &around.figure(reading).unit;
    let same_place = |n: usize| Around::new(reading, n).is_some_and(|a| a.preposition_word(reading) == preposition);
    let n = before(reading, around, 0, |f, n| f.unit == *unit && same_place(n))?;
    let earlier = Around::new(reading, n)?;
    let governed = earlier.clause.or(earlier.verb_left).filter(|_| earlier.preposition_word(reading) == preposition)?;
    let follows = reading.clauses.clauses[governed].item < earlier.item;
    let verb_between = items.get(earlier.item..around.item)?.iter().any(|i| matches!(i, Item::Verb(_) | Item::Stop));
    let because = format!("“{}” shares the verb of an earlier figure", reading.text.word(subject.head));
    (follows && !verb_between).then_some((n, Manner::Gapped(p), because))
}

/// "The remaining $200bn will be paid in cash": the rest of an amount told before.
pub(in crate::extract) fn remaining(reading: &Reading<'_>, around: &Around) -> Option<(usize, Manner, String)> {
    let figure = around.figure(reading);
    let before_it = reading.text.lower(reading.text.tokens_in(figure.span).start.wrapping_sub(1));
    let word = Some(before_it).filter(|w| matches!(*w, "remaining" | "other" | "outstanding"))?;
    let amount = matches!(figure.kind, FigureKind::Money | FigureKind::Quantity);
    let n = before(reading, around, 3, |f, _| amount && f.unit == figure.unit)?;
    Some((n, Manner::Portion, format!("“{word}” makes it a part of an earlier amount")))
}

/// "mines 70% of the ore and refines 90%": what the second part is of is left out.
fn same_whole(reading: &Reading<'_>, around: &Around) -> Option<usize> {
    let verb = around.verb_left.filter(|_| around.left.is_empty() && around.inner.is_none())?;
    let alone = around.right.is_empty() && around.kind(reading) == FigureKind::Percent && around.preposition.is_none();
    let joined = reading.clauses.clauses[verb].item.checked_sub(1).map(|i| reading.clauses.items[i]);
    let joined = alone && matches!(joined, Some(Item::Conjunction(_)));
    before(reading, around, 0, |f, _| f.kind == FigureKind::Percent && f.measure.as_str() == "share").filter(|_| joined)
}

/// "160 orders and options on another 50": more of the same.
fn another(reading: &Reading<'_>, around: &Around) -> Option<usize> {
    let start = reading.text.tokens_in(around.figure(reading).span).start;
    let more = [start, start.wrapping_sub(1)].into_iter().any(|t| reading.text.lower(t) == "another");
    let bare = around.kind(reading) == FigureKind::Count && around.inner.is_none() && around.right.is_empty();
    before(reading, around, 0, |f, _| f.kind == FigureKind::Count).filter(|_| more && bare)
}

/// Prices move in rows: "Acme rose 3%; Bolt lost 1.2 percent" speaks of shares both times.
pub(in crate::extract) fn market_move(
    reading: &Reading<'_>,
    around: &Around,
    choices: &[Option<Choice>],
) -> Option<Choice> {
    let figure = around.figure(reading);
    let clause = around.verb_left.or(around.clause)?;
    let moves = matches!(sense(reading, clause), Some(Sense::Up | Sense::Down)) || lemma(reading, clause) == "close";
    if figure.kind != FigureKind::Percent || !moves {
        return None;
    }
    let subject = reading.clauses.clauses[clause].subject;
    if subject.is_some_and(|p| any_cue(reading, p).is_some()) {
        return None;
    }
    let n = before(reading, around, 1, |f, _| f.kind == FigureKind::Percent)?;
    let prior = choices.get(n)?.as_ref().filter(|c| &*c.measure == "price change")?;
    let mut choice = Choice::new(&prior.measure, Told::Kind, "prices before it move in the same way".to_owned());
    choice.change = true;
    choice.certainty = Certainty::Likely;
    Some(choice)
}

/// "up from less than 2%", "compared with 5%", "10% fewer than": the same thing at another time.
pub(in crate::extract) fn compared(reading: &Reading<'_>, around: &Around) -> Option<(usize, Manner, String)> {
    let kind = around.kind(reading);
    let preposition = around.preposition.map(|at| past_average(reading, around, at))?;
    let before_it = reading.text.lower(preposition.wrapping_sub(1));
    let word = reading.text.lower(preposition);
    let since = word == "from" && matches!(before_it, "up" | "down");
    let since = since || word == "from" && reduced(reading, around);
    let instead = word == "of" && before_it == "instead" || word == "than" && before_it == "rather";
    let compares = since
        || instead
        || matches!(word, "with" | "to") && matches!(before_it, "compared" | "compares" | "comparing")
        || matches!(word, "against" | "versus") && (around.right.is_empty() || kind == FigureKind::Money);
    // "7.2 million tonnes, up from 6.8 million": the second one leaves its unit out.
    let alike = |f: &Figure| f.kind == kind || kind == FigureKind::Count && f.kind != FigureKind::Percent;
    let near = before(reading, around, 0, |f, _| alike(f));
    // "to 18% next year from 15%": the level that the one before moved from.
    let level = near.filter(|&n| word == "from" && !compares && is_level(reading, n));
    if let Some(n) = level {
        return Some((n, Manner::Same, "the level that the figure before it moved from".to_owned()));
    }
    // "The figure, down from 3% in May": nothing nearer to compare with than the sentence before.
    let told = || before(reading, around, 1, |f, _| since && f.unit == around.figure(reading).unit);
    let n = near.or_else(told).filter(|_| compares)?;
    Some((n, Manner::Same, format!("compared with an earlier figure by “{before_it} {word}”")))
}

/// "compared with an average of 2 million": the preposition before what sums a figure up, else its own.
fn past_average(reading: &Reading<'_>, around: &Around, own: usize) -> usize {
    let sums = |p: usize| {
        matches!(
            reading.text.lower(phrase(reading, p).head),
            "average" | "record" | "total" | "peak" | "high" | "low" | "maximum" | "minimum" | "median"
        )
    };
    let link = around.left.last().filter(|l| reading.text.lower(own) == "of" && sums(l.phrase));
    let before = link.and_then(|l| reading.clauses.item_of(l.phrase)?.checked_sub(1)).map(|i| reading.clauses.items[i]);
    if let Some(Item::Preposition(outer)) = before { outer } else { own }
}

/// "1,600 yuan ($222)": the same amount in another currency, right behind it in brackets.
pub(in crate::extract) fn converted(reading: &Reading<'_>, around: &Around) -> Option<(usize, Manner, String)> {
    let n = around.figure.checked_sub(1)?;
    let (earlier, here) = (&reading.record.figures[n], around.figure(reading));
    let money = earlier.kind == FigureKind::Money && here.kind == FigureKind::Money && earlier.unit != here.unit;
    let end = reading.text.tokens_in(earlier.span).end;
    let near = reading.text.tokens_in(here.span).start.saturating_sub(end) <= 3 && reading.text.word(end) == "(";
    (money && near).then(|| (n, Manner::Converted, "the amount before it in another currency".to_owned()))
}

/// "a duty of 5% on cars, reduced from 9%": a participle of change right before "from" compares.
fn reduced(reading: &Reading<'_>, around: &Around) -> bool {
    let Some(verb) = around.verb_left.filter(|_| around.left.is_empty()) else { return false };
    let moves = matches!(sense(reading, verb), Some(Sense::Up | Sense::Down));
    moves && reading.clauses.verbs[verb].form == VerbForm::Participle
}

/// Whether a figure is the level to which something moved.
fn is_level(reading: &Reading<'_>, n: usize) -> bool {
    Around::new(reading, n).is_some_and(|a| a.preposition_word(reading) == "to")
}

/// "of which $5bn goes to ports", "including 10 cargoes": a part of the amount before it.
pub(in crate::extract) fn portion(reading: &Reading<'_>, around: &Around) -> Option<(usize, Manner, String)> {
    let first = phrase(reading, around.phrase).tokens.start;
    let word = reading.text.lower(first.wrapping_sub(1));
    let of_which = word == "which" && reading.text.lower(first.wrapping_sub(2)) == "of";
    let kind = around.kind(reading);
    let amount = matches!(kind, FigureKind::Money | FigureKind::Quantity | FigureKind::Count);
    if !amount || !of_which && word != "including" {
        return None;
    }
    let n = before(reading, around, 0, |f, _| {
        let alike = f.kind == kind || f.kind != FigureKind::Money && kind != FigureKind::Money;
        let flow = matches!(
            f.measure.as_str(),
            "purchase" | "export" | "import" | "investment" | "spending" | "cost" | "output" | "revenue" | "headcount"
        );
        alike && flow
    })?;
    Some((n, Manner::Portion, "a part of the amount before it".to_owned()))
}

/// "followed by Peru with 13 percent": who holds that share of the same whole.
pub(in crate::extract) fn holder(reading: &Reading<'_>, around: &Around) -> Option<(usize, Manner, String)> {
    let link = around.left.first()?;
    let alone = around.inner.is_none() && around.right.is_empty() && around.preposition_word(reading) == "with";
    let kind = around.kind(reading);
    let n = before(reading, around, 0, |f, _| f.kind == kind && f.measure.as_str() == "share").filter(|_| alone)?;
    Some((n, Manner::Gapped(link.phrase), "the next holder of a share of the same whole".to_owned()))
}

/// "Analysts had expected $2bn": what was told right before, as others saw it coming.
pub(in crate::extract) fn expected(reading: &Reading<'_>, around: &Around) -> Option<(usize, Manner, String)> {
    let clause = around.verb_left.filter(|_| around.left.is_empty() && around.inner.is_none())?;
    let verb = lemma(reading, clause);
    let subject = reading.clauses.clauses[clause].subject?;
    let who = reading.text.lower(phrase(reading, subject).head);
    let foresees = matches!(verb, "expect" | "forecast" | "predict" | "estimate" | "project" | "anticipate");
    let watches = matches!(who, "analysts" | "economists" | "forecasters" | "markets" | "investors" | "traders");
    // "She expects no more than $150bn to materialize".
    let comes = matches!(reading.clauses.items.get(around.end + 1), Some(&Item::Verb(v))
        if reading.clauses.verbs[v].form == VerbForm::Infinitive && matches!(lemma(reading, v), "materialize" | "materialise" | "arrive" | "flow" | "come" | "follow" | "happen"));
    let watches = watches || comes;
    let unit = &around.figure(reading).unit;
    let n = before(reading, around, 3, |f, _| f.unit == *unit).filter(|_| foresees && watches)?;
    Some((n, Manner::Same, format!("what “{who}” had foreseen of the figure before it")))
}

/// The nearest earlier figure within some sentences that fits; lengths of time between are passed over.
pub(super) fn before(
    reading: &Reading<'_>,
    around: &Around,
    sentences: u32,
    fits: impl Fn(&Figure, usize) -> bool,
) -> Option<usize> {
    let here = around.figure(reading).sentence;
    (around.figure.saturating_sub(REACH)..around.figure)
        .rev()
        .filter(|&n| here.saturating_sub(reading.record.figures[n].sentence) <= sentences)
        .find(|&n| reading.record.figures[n].kind != FigureKind::Duration && fits(&reading.record.figures[n], n))
}

/// The figure of "products account for $32bn" before ", energy for $52.4bn".
fn parallel(reading: &Reading<'_>, around: &Around) -> Option<usize> {
    let [link] = around.left[..] else { return None };
    let own = around.preposition_word(reading);
    if around.verb_left.is_some() || own.is_empty() {
        return None;
    }
    let item = reading.clauses.item_of(link.phrase)?;
    let joined =
        item.checked_sub(1).is_some_and(|b| matches!(reading.clauses.items[b], Item::Comma | Item::Conjunction(_)));
    let n = before(reading, around, 0, |f, _| f.unit == around.figure(reading).unit)?;
    let other = Around::new(reading, n)?;
    (joined && other.preposition_word(reading) == own).then_some(n)
}

/// "take 700,000 tonnes of wheat, along with soyabeans worth $1.25bn": what is traded beside an earlier amount.
fn besides(reading: &Reading<'_>, around: &Around) -> Option<usize> {
    let [link] = around.left[..] else { return None };
    let worth =
        matches!(around.preposition_word(reading), "worth" | "for") && around.kind(reading) == FigureKind::Money;
    let start = phrase(reading, link.phrase).tokens.start;
    let word = |back: usize| reading.text.lower(start.wrapping_sub(back));
    let joined = matches!(word(1), "and" | "plus" | "besides")
        || word(1) == "with" && matches!(word(2), "along" | "together")
        || word(1) == "as" && word(2) == "well";
    let traded = |f: &Figure| matches!(f.measure.as_str(), "purchase" | "export" | "import");
    before(reading, around, 0, |f, _| f.kind != FigureKind::Percent && traded(f)).filter(|_| worth && joined)
}

/// "Vietnam pays 20%": a verb of paying whose percentage stands alone.
fn pays<'r>(reading: &'r Reading<'_>, around: &Around) -> Option<&'r str> {
    let clause = around.verb_left.or(around.clause)?;
    let verb = lemma(reading, clause);
    // "absorb 50% on a T-shirt".
    let goods = around.right.first().is_none_or(|l| l.preposition.is_some_and(|t| reading.text.lower(t) == "on"));
    let alone = around.left.is_empty() && around.inner.is_none() && goods;
    // "got away with 5%", "was hit by 20%".
    let with = matches!(verb, "get" | "escape" | "leave" | "hit" | "land" | "end" | "burden" | "saddle" | "slap")
        && matches!(around.preposition_word(reading), "with" | "by");
    (alone && (with || matches!(verb, "pay" | "face" | "incur" | "owe" | "absorb"))).then_some(verb)
}

/// The pronoun or empty noun ("the figure", "the rate") that the figure belongs to.
fn pointer<'r>(reading: &'r Reading<'_>, around: &Around) -> Option<&'r str> {
    let clause = around.verb_left.or(around.clause)?;
    let data = &reading.clauses.clauses[clause];
    let object = data.object.filter(|&p| p != around.phrase && !reading.clauses.verbs[clause].passive);
    let target = around.left.last().map(|l| l.phrase).or(object).or(data.subject)?;
    let empty = phrase(reading, target);
    let word = reading.text.lower(empty.head);
    let noun = singular(word);
    let points = empty.kind == PhraseKind::Pronoun && matches!(word, "it" | "they" | "them" | "that" | "this")
        || matches!(
            &*noun,
            "figure"
                | "total"
                | "rate"
                | "number"
                | "level"
                | "amount"
                | "sum"
                | "value"
                | "volume"
                | "that"
                | "this"
                | "estimate"
                | "forecast"
                | "projection"
                | "prediction"
        );
    points.then(|| reading.text.word(empty.head))
}
