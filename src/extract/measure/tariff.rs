//! Who levies a tariff and on whose goods.
//!
//! Told beside the tariff ("American duties", "Norway put a levy on"), by whom exporters send their goods to, by the
//! tariff before it, or by the one country that levies any tariff in the article.

use super::around::{Around, lemma, phrase};
use super::choose::{Choice, Told};
use super::cue::phrase_cue;
use super::market::{counterpart, limiter, market};
use super::named::{countries, country_of, first_country, owned};
use super::setting::Setting;
use super::subject::subject_of;
use super::taxed::imposed_on;
use crate::extract::clause::Item;
use crate::extract::reading::Reading;
use crate::record::{Entity, EntityId, EntityKind, FigureKind};
use crate::text::noun::singular;

/// How many leviers of an article are told apart.
const LEVIERS: usize = 3;
/// How many sentences back the levier of an earlier tariff still holds.
const SENTENCES: u32 = 6;
/// Whether one entity is another, or the union that trades for it ("the European Union" for "Germany").
pub(super) fn trades_for(reading: &Reading<'_>, union: EntityId, member: EntityId) -> bool {
    let name = |id: EntityId| reading.record.entity(id).map_or("", |e| &e.name);
    union == member || reading.lists.measures.union(name(member)) == Some(name(union))
}

/// "a tariff on its exports to America": the country that the exports go to levies it.
pub(super) fn importer(reading: &Reading<'_>, around: &Around, p: usize) -> Option<EntityId> {
    let linked: Vec<(usize, usize)> = reading
        .clauses
        .linked(reading.clauses.item_of(p)?)
        .chain(around.right.iter().filter_map(|l| Some((l.preposition?, l.phrase))))
        .collect();
    linked.windows(2).find_map(|pair| {
        let [(_, goods), (to, country)] = *pair else { return None };
        let sent =
            matches!(reading.text.lower(phrase(reading, goods).head), "exports" | "shipments" | "sales" | "exporters");
        (sent && reading.text.lower(to) == "to").then(|| country_of(reading, country))?
    })
}

/// "Brazil’s levies remain, leaving exporters with rates of 25%": whose levies they are.
pub(super) fn leaver(reading: &Reading<'_>, p: usize) -> Option<EntityId> {
    let clause = reading.clauses.clause_of_item(reading.clauses.item_of(p)?)?;
    let subject = reading.clauses.clauses[clause].subject.filter(|&s| s != p)?;
    let (_, token) =
        phrase_cue(reading, subject, FigureKind::Percent).filter(|(cue, _)| &*cue.measure == "tariff rate")?;
    owned(reading, phrase(reading, subject).tokens.start..token, true)
}

/// The country whose goods are taxed: "tariffs on British cars", "duties on imports from Japan".
pub(super) fn taxed_country(reading: &Reading<'_>, around: &Around, choice: &Choice) -> Option<EntityId> {
    let goods = taxed_goods(reading, around, choice);
    goods.into_iter().find_map(|q| countries(reading, phrase(reading, q).tokens.clone()).first().copied())
}

/// The party of a deal that trades for a member which the goods name: "Scotch whisky" is British.
pub(super) fn taxed_member(
    reading: &Reading<'_>,
    around: &Around,
    choice: &Choice,
    pair: [EntityId; 2],
) -> Option<EntityId> {
    let goods = taxed_goods(reading, around, choice);
    let mut tokens = goods.into_iter().flat_map(|q| phrase(reading, q).tokens.clone());
    let union = tokens.find_map(|token| reading.lists.measures.union(reading.text.word(token)))?;
    pair.into_iter().find(|&party| reading.record.entity(party).is_some_and(|e| e.name == union))
}

/// The phrases that may name what a tariff is on, the likeliest first.
fn taxed_goods(reading: &Reading<'_>, around: &Around, choice: &Choice) -> Vec<usize> {
    let goods = |token: usize| !matches!(reading.text.lower(token), "to" | "by" | "in" | "under" | "with");
    let mut phrases: Vec<usize> =
        around.right.iter().filter(|l| l.preposition.is_none_or(goods)).map(|l| l.phrase).collect();
    phrases.extend(imposed_on(reading, around));
    if let Told::Noun(p, _) = choice.told
        && let Some(item) = reading.clauses.item_of(p)
    {
        phrases.splice(0..0, reading.clauses.linked(item).filter(|&(t, _)| goods(t)).map(|(_, q)| q));
        if let (Some(Item::Subordinator(_)), Some(&Item::Phrase(q))) =
            (reading.clauses.items.get(item + 1), reading.clauses.items.get(item + 2))
        {
            phrases.push(q);
        }
        let pays = around.clause.filter(|&c| {
            matches!(lemma(reading, c), "face" | "pay" | "save" | "avoid" | "absorb" | "escape" | "incur")
        });
        if let Some(payer) = pays.and_then(|c| reading.clauses.clauses[c].subject).filter(|&s| s != p) {
            phrases.push(payer);
        }
    }
    phrases
}

/// Who levies a tariff that names nobody: the levier of the tariff before it, unless another country acts between, else
/// the only country that the article makes a levier and that can tax the goods.
pub(super) fn levier(
    reading: &Reading<'_>,
    around: &Around,
    toward: Option<EntityId>,
    setting: &Setting,
) -> Option<(EntityId, &'static str)> {
    if let Some(market) = market(reading, around).filter(|&e| Some(e) != toward) {
        return Some((market, "the tariff is told to hold there"));
    }
    if let Some(limiter) = limiter(reading, around).filter(|&e| Some(e) != toward) {
        return Some((limiter, "it holds above the quota before it"));
    }
    let found = match source(reading, around) {
        Some(n) => carried(reading, around, toward, n).map(|e| (e, "the tariffs before it tell who levies it")),
        None => sole(reading, toward, setting).map(|e| (e, "no other levier of the article can tax these goods")),
    };
    let origins = origins(reading, around);
    let fits = |&(e, _): &(EntityId, &str)| Some(e) != toward && !origins.contains(&e);
    let bears = around.clause.is_some_and(|c| matches!(lemma(reading, c), "attract" | "face" | "incur" | "pay"));
    let sold = || {
        sold_to(reading, around)
            .or_else(|| sold_in(reading, around).filter(|_| bears))
            .map(|e| (e, "the goods are sold to who taxes them"))
    };
    sold()
        .or(found)
        .filter(fits)
        .or_else(|| destination(reading, around).map(|e| (e, "the goods are sent to who taxes them")))
        .or_else(|| other_side(setting, &origins).map(|e| (e, "the other side of the deal taxes them")))
        .or_else(|| exported_to(reading, around).map(|e| (e, "the exports before it go to who taxes them")))
        .or_else(|| importer_before(reading, around).map(|e| (e, "the figures before it tell who imports them")))
        .filter(fits)
        .or_else(|| acts_before(reading, around).map(|e| (e, "the sentence before speaks of who acts")).filter(fits))
        .or_else(|| {
            let taxed = toward.or_else(|| origins.first().copied())?;
            counterpart(reading, taxed).map(|e| (e, "the article speaks most of who taxes these goods")).filter(fits)
        })
}

/// The countries whose goods the sentence speaks of before a figure: nobody taxes their own exports.
fn origins(reading: &Reading<'_>, around: &Around) -> Vec<EntityId> {
    let sentence = usize::try_from(around.figure(reading).sentence).unwrap_or_default();
    let first = reading.text.sentences().get(sentence).map_or(0, |s| s.tokens.start);
    let start = reading.clauses.phrases.partition_point(|p| p.tokens.start < first);
    let goods = |p: &usize| {
        matches!(
            reading.text.lower(phrase(reading, *p).head),
            "goods" | "products" | "exports" | "shipments" | "exporters" | "merchandise"
        )
    };
    let near = (start..around.phrase).filter(goods);
    near.flat_map(|p| countries(reading, phrase(reading, p).tokens.start..phrase(reading, p).head)).collect()
}

/// The side of the article's deal whose goods these are not.
fn other_side(setting: &Setting, origins: &[EntityId]) -> Option<EntityId> {
    let [a, b] = setting.pair?;
    match (origins.contains(&a), origins.contains(&b)) {
        (true, false) => Some(b),
        (false, true) => Some(a),
        _ => None,
    }
}

/// The country whose imports the figures before tell of.
fn importer_before(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let here = around.figure(reading).sentence;
    let near = (around.figure.saturating_sub(10)..around.figure).rev().map(|n| &reading.record.figures[n]);
    let mut imports = near.take_while(|f| here.saturating_sub(f.sentence) <= SENTENCES);
    imports.find(|f| f.measure.as_str() == "import" && f.actor.is_some())?.actor.filter(|&e| is_country(reading, e))
}

/// "Cairo has put up a wall of its own. A duty of 16% was introduced": the country that does something in the sentence before,
/// where nobody is told to levy a duty that was put in place.
fn acts_before(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let clauses = &reading.clauses;
    let placed = around.clause.filter(|&c| {
        clauses.verbs[c].passive
            && matches!(
                lemma(reading, c),
                "introduce"
                    | "impose"
                    | "raise"
                    | "lift"
                    | "scrap"
                    | "cut"
                    | "set"
                    | "levy"
                    | "apply"
                    | "double"
                    | "halve"
                    | "remove"
            )
    })?;
    let sentence = |c: usize| {
        let start = reading.text.tokens().get(clauses.verbs[c].tokens.start).map_or(0, |t| t.span.start);
        reading.text.sentence_at(start)
    };
    let here = sentence(placed);
    let before = (placed.saturating_sub(8)..placed).rev().skip_while(|&c| sentence(c) == here);
    let of_last = before.take_while(|&c| sentence(c) + 1 == here);
    let mut acting = of_last.filter(|&c| clauses.verbs[c].is_finite() && !tells_of_trade(reading, c));
    acting.find_map(|c| subject_of(reading, c).filter(|&e| is_country(reading, e)))
}

/// The country to which the exports told right before go.
fn exported_to(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let here = around.figure(reading).sentence;
    let near = (around.figure.saturating_sub(4)..around.figure).rev().map(|n| &reading.record.figures[n]);
    let mut exports = near.take_while(|f| here.saturating_sub(f.sentence) <= 1);
    exports.find(|f| f.measure.as_str() == "export" && f.toward.is_some())?.toward.filter(|&e| is_country(reading, e))
}

/// "Peru's shipments to Chile fell despite a 20% tariff": the country that the goods of the clause are sent to.
fn destination(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    sent_to(reading, around).or_else(|| sold_in(reading, around))
}

/// "sell beef to the bloc at a duty of 7%": the country to which the goods go over the figure's own prepositions.
fn sold_to(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let verb = around.verb_left.or(around.clause)?;
    let sends = matches!(lemma(reading, verb), "sell" | "ship" | "export" | "send" | "supply" | "deliver");
    let at = around.left.iter().position(|l| l.preposition.is_some_and(|t| reading.text.lower(t) == "at"))?;
    let to = around.left.get(at).filter(|_| sends)?.phrase;
    let before = reading.clauses.item_of(to)?.checked_sub(1).map(|i| reading.clauses.items[i]);
    matches!(before, Some(Item::Preposition(t)) if reading.text.lower(t) == "to").then(|| country_of(reading, to))?
}

/// "the phosphate it sells in America attracts a duty of 17%": the market of the goods that the sentence speaks of.
fn sold_in(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let clauses = &reading.clauses;
    let end = clauses.clauses.partition_point(|c| c.item < around.item);
    let sentence = usize::try_from(around.figure(reading).sentence).ok()?;
    let first = reading.text.sentences().get(sentence)?.tokens.start;
    let here = (end.saturating_sub(4)..end).rev().take_while(|&c| clauses.verbs[c].tokens.start >= first);
    let sells = |c: &usize| matches!(lemma(reading, *c), "sell" | "ship" | "export" | "send");
    here.filter(sells).find_map(|c| {
        let item = clauses.clauses[c].item;
        let mut linked = clauses.linked(item).filter(|&(t, _)| matches!(reading.text.lower(t), "in" | "to" | "into"));
        linked.find_map(|(_, p)| country_of(reading, p).or_else(|| first_country(reading, p)))
    })
}

/// The country to which the subject of the figure's clause is sent.
fn sent_to(reading: &Reading<'_>, around: &Around) -> Option<EntityId> {
    let sent = reading.clauses.clauses[around.clause.or(around.verb_left)?].subject?;
    let flow = matches!(reading.text.lower(phrase(reading, sent).head), "exports" | "shipments" | "sales");
    let mut linked = reading.clauses.linked(reading.clauses.item_of(sent).filter(|_| flow)?);
    country_of(reading, linked.find(|&(t, _)| reading.text.lower(t) == "to")?.1)
}

/// The nearest tariff before a figure whose levier is known.
fn source(reading: &Reading<'_>, around: &Around) -> Option<usize> {
    let here = around.figure(reading);
    (around.figure.saturating_sub(10)..around.figure).rev().find(|&n| {
        let f = &reading.record.figures[n];
        f.measure.as_str() == "tariff rate"
            && f.actor.is_some()
            && here.sentence.saturating_sub(f.sentence) <= SENTENCES
    })
}

/// The levier of tariff `n`, unless another country acts between it and the figure.
fn carried(reading: &Reading<'_>, around: &Around, toward: Option<EntityId>, n: usize) -> Option<EntityId> {
    let here = around.figure(reading);
    let source = &reading.record.figures[n];
    let actor = source.actor?;
    let goods_differ = source.toward.is_some() && toward.is_some() && source.toward != toward;
    let from = reading.text.tokens_in(source.span).end;
    let to = reading.text.tokens_in(here.span).start;
    let verbs = &reading.clauses.verbs;
    let first = verbs.partition_point(|v| v.tokens.start < from);
    let other = (first..verbs.len()).take_while(|&v| verbs[v].tokens.start < to).any(|v| {
        // "Lesotho has fared worse" does nothing to anybody.
        let answers =
            matches!(lemma(reading, v), "answer" | "retaliate" | "respond" | "reply" | "react" | "follow" | "act");
        let deed = answers || reading.clauses.clauses[v].object.is_some() && !reading.clauses.verbs[v].passive;
        let acts = subject_of(reading, v).filter(|&e| deed && is_country(reading, e) && !tells_of_trade(reading, v));
        let trades = |t: EntityId, e: EntityId| trades_for(reading, t, e) || trades_for(reading, e, t);
        let taxed = |e: EntityId| [toward, source.toward].into_iter().flatten().any(|t| trades(t, e));
        acts.is_some_and(|e| e != actor && !taxed(e))
    });
    (!other && (!goods_differ || source.sentence == here.sentence)).then_some(actor)
}

/// Whether a clause tells of trade or of bearing tariffs, which says nothing of who levies them.
fn tells_of_trade(reading: &Reading<'_>, clause: usize) -> bool {
    let lemma = lemma(reading, clause);
    let flow = |measure: &str| matches!(measure, "export" | "share" | "output" | "purchase" | "import");
    pays(lemma) || reading.lists.measures.verb(lemma).iter().any(|c| flow(&c.measure))
}

pub(super) fn is_country(reading: &Reading<'_>, entity: EntityId) -> bool {
    let state = |e: &Entity| {
        matches!(e.kind, EntityKind::Place | EntityKind::Group) || reading.lists.measures.is_union(&e.name)
    };
    reading.record.entity(entity).is_some_and(state)
}

/// The only levier of the article who does not trade for the country whose goods are taxed.
fn sole(reading: &Reading<'_>, toward: Option<EntityId>, setting: &Setting) -> Option<EntityId> {
    let other = |e: &&EntityId| toward.is_none_or(|t| !trades_for(reading, **e, t) && !trades_for(reading, t, **e));
    let leviers = setting.leviers(reading);
    let mut fits = leviers.iter().filter(other);
    let first = fits.next().copied();
    first.filter(|_| fits.next().is_none() && leviers.len() <= LEVIERS)
}

/// The countries and unions that levy tariffs in an article: "American duties", "Norway raised the levy".
pub(super) fn leviers(reading: &Reading<'_>, state: impl Fn(EntityId) -> EntityId) -> Vec<EntityId> {
    let clauses = &reading.clauses;
    let is_tariff = |p: usize| {
        let noun = singular(reading.text.lower(phrase(reading, p).head));
        reading.lists.measures.noun(&noun).iter().any(|c| &*c.measure == "tariff rate" && c.needs.is_empty())
    };
    let owners = (0..clauses.phrases.len()).filter(|&p| is_tariff(p)).filter_map(|p| {
        let words = phrase(reading, p);
        owned(reading, words.tokens.start..words.head, true)
    });
    let doers = (0..clauses.clauses.len()).filter_map(|c| {
        let clause = &clauses.clauses[c];
        let bars = |p: usize| {
            matches!(
                &*singular(reading.text.lower(phrase(reading, p).head)),
                "barrier" | "restriction" | "ban" | "sanction" | "curb"
            ) && matches!(lemma(reading, c), "impose" | "put" | "introduce" | "slap" | "erect" | "place")
        };
        // "said the duty would go": what is said is no deed.
        let told =
            clause.object.is_some() && clauses.clauses.get(c + 1).is_some_and(|next| next.subject == clause.object);
        let levies = !told
            && clause.object.is_some_and(|p| is_tariff(p) || bars(p))
            && !pays(lemma(reading, c))
            && !clauses.verbs[c].passive;
        levies.then(|| subject_of(reading, c))?
    });
    let mut found = Vec::new();
    for entity in owners.chain(doers).map(state).filter(|&e| is_country(reading, e)) {
        if !found.contains(&entity) {
            found.push(entity);
        }
        if found.len() > LEVIERS {
            break;
        }
    }
    found
}

/// Verbs whose subject bears a tariff or speaks of it, and does not levy it.
pub(super) fn pays(lemma: &str) -> bool {
    matches!(
        lemma,
        "face"
            | "pay"
            | "save"
            | "avoid"
            | "absorb"
            | "escape"
            | "suffer"
            | "incur"
            | "attract"
            | "bear"
            | "oppose"
            | "criticize"
            | "criticise"
            | "expect"
            | "be"
            | "enjoy"
            | "get"
            | "see"
            | "want"
            | "fear"
            | "secure"
            | "obtain"
            | "negotiate"
            | "accept"
            | "win"
    )
}
