//! What a figure is an amount of, in the words of the text without article: "Chinese goods", "soybeans".

use super::antecedent;
use super::around::{Around, lemma, phrase, sense};
use super::choose::{Choice, Told};
use super::money::{built, built_up, paid_for, per_goods, priced, purpose, told_behind};
use super::party;
use super::share::part_item;
use super::taxed::{faced, of_origin, taxed, taxed_by_verb};
use super::wording::{is_place, modifiers, trimmed, with_of, words};
use super::{named, same};
use crate::extract::clause::lexicon::Sense;
use crate::extract::clause::{Item, PhraseKind};
use crate::extract::reading::Reading;
use crate::record::FigureKind;
use crate::text::noun::singular;

/// The item of a figure whose measure is known.
pub(in crate::extract) fn item(reading: &Reading<'_>, around: &Around, choice: &Choice) -> Option<String> {
    match (&*choice.measure, choice.told) {
        ("duration" | "distance", _) => None,
        (_, Told::Earlier(n)) => {
            paid_for(reading, around).or_else(|| reading.record.figures.get(n).and_then(|f| f.item.clone()))
        }
        (_, Told::Whole(whole)) if phrase(reading, whole).kind == PhraseKind::Pronoun => {
            let before = around.figure.checked_sub(1).map(|n| &reading.record.figures[n]);
            let near = before.filter(|f| around.figure(reading).sentence - f.sentence <= 1);
            near.and_then(|f| f.item.clone())
        }
        ("share", Told::Whole(whole)) if let Some(part) = part_item(reading, around, whole) => Some(part),
        (_, Told::Whole(whole)) => {
            let named = words(reading, whole);
            let total = |w: &String| matches!(w.as_str(), "total" | "volume" | "amount");
            let held = || named::first_party(reading, subject_before(reading, around)?);
            let mover = || moved(reading, around).filter(|_| held().is_none());
            let named = named.filter(|w| !total(w)).or_else(mover);
            named.or_else(|| same::whole_item(reading, around, choice)).or_else(|| words(reading, whole))
        }
        // "$10 per kilogram of milk solids".
        ("price" | "cost", _) if per_goods(reading, around).is_some() => per_goods(reading, around),
        ("investment" | "spending", Told::Noun(p, token)) => built(reading, around, p, token),
        ("tariff rate", Told::Noun(p, token)) => taxed(reading, around, p, token),
        ("tariff rate", Told::Verb(clause)) => {
            taxed_by_verb(reading, around, clause).or_else(|| handled(reading, around, clause))
        }
        // "Scotch is charged 10%".
        ("tariff rate", Told::Kind) => {
            let clause = around.verb_left.filter(|&c| reading.clauses.verbs[c].passive)?;
            reading.clauses.clauses[clause].subject.and_then(|p| words(reading, p))
        }
        ("price", Told::Verb(clause)) => priced(reading, around, clause),
        ("area", _) => grown_on(reading, around),
        ("price change", Told::Kind) => {
            around.right_of(reading, &["for"]).and_then(|p| words(reading, p)).or_else(|| moved(reading, around))
        }
        ("price", Told::Noun(p, token)) if matches!(reading.text.lower(token), "shares" | "stock" | "stocks") => {
            named_whole(reading, around, p, token)
        }
        ("price", Told::Noun(p, token)) if is_traded(reading, around, p, token) => {
            linked(reading, around, p, &["of"]).or_else(|| words(reading, p))
        }
        ("price change" | "growth" | "share" | "interest rate", Told::Noun(p, token)) => {
            named_whole(reading, around, p, token)
        }
        ("other", Told::Noun(p, token)) if around.kind(reading) == FigureKind::Money => {
            named_whole(reading, around, p, token)
        }
        ("cost", Told::Noun(p, token)) => {
            goods_of(reading, around, choice, p, token).or_else(|| levy_before(reading, p, token))
        }
        (_, Told::Noun(p, token)) => goods_of(reading, around, choice, p, token),
        ("export", Told::Verb(_))
            if let Some(from) = around.right_of(reading, &["from"])
                && reading.text.lower(phrase(reading, from).head) == "exports" =>
        {
            words(reading, from)
        }
        (_, Told::Verb(clause)) if party::earned_by_exports(reading, clause) => {
            reading.clauses.clauses[clause].subject.and_then(|p| with_of(reading, p))
        }
        // "collected $30bn in customs duties", "the new tariffs bring in 52bn pesos".
        ("revenue", Told::Verb(clause)) => {
            let from = around.right_of(reading, &["in", "from"]).filter(|&p| holds_goods(reading, around, p));
            let levies = |p: &usize| {
                let head = phrase(reading, *p).head;
                matches!(&*singular(reading.text.lower(head)), "tariff" | "duty" | "levy" | "tax" | "fee")
            };
            let subject = || reading.clauses.clauses[clause].subject.filter(levies);
            handled(reading, around, clause).or_else(|| from.or_else(subject).and_then(|p| words(reading, p)))
        }
        (_, Told::Verb(clause)) => handled(reading, around, clause),
        _ => counted(reading, around)
            .or_else(|| named_by_of(reading, around))
            .or_else(|| weighed(reading, around))
            .or_else(|| named_before(reading, around, choice))
            .or_else(|| moved(reading, around))
            .or_else(|| complement(reading, around)),
    }
}

/// "a tariff hit of $4bn", "the duty bill": the levy that costs so much.
fn levy_before(reading: &Reading<'_>, p: usize, token: usize) -> Option<String> {
    let before = token.checked_sub(1).filter(|&i| i >= phrase(reading, p).tokens.start)?;
    let levy = matches!(
        &*singular(reading.text.lower(before)),
        "tariff" | "duty" | "tax" | "levy" | "customs" | "import" | "export" | "interest"
    );
    levy.then(|| reading.text.word(before).to_owned())
}

/// "needs 80 million tonnes of ore": what is weighed, where nothing says what for.
fn weighed(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let quantity = around.kind(reading) == FigureKind::Quantity;
    around.right_of(reading, &["of"]).filter(|_| quantity).and_then(|p| words(reading, p))
}

/// "raise royalties on ore to 19%": the noun that the figure is told of, where no measure fits it.
fn named_before(reading: &Reading<'_>, around: &Around, choice: &Choice) -> Option<String> {
    let told = &*choice.measure == "other" && around.kind(reading) == FigureKind::Percent;
    around.left.last().filter(|_| told).and_then(|l| words(reading, l.phrase))
}

/// The subject of the figure's clause, as a phrase.
fn subject_before(reading: &Reading<'_>, around: &Around) -> Option<usize> {
    reading.clauses.clauses[around.verb_left.or(around.clause)?].subject
}

/// "a royalty of 10 percent": the noun that the figure is told of, where no measure fits it.
fn named_by_of(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let of = around.preposition_word(reading) == "of";
    let noun = around.left.first().filter(|_| of && around.kind(reading) == FigureKind::Percent)?;
    words(reading, noun.phrase)
}

/// The item of a part of an earlier figure: "Farm products account for $32bn of that", "energy for $52.4bn".
pub(in crate::extract) fn part(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let named = around.left.last().map(|l| l.phrase);
    let apposed = match reading.clauses.items.get(around.end + 3) {
        // "62 of them 737 jets": what they are stands right behind.
        Some(&Item::Phrase(p)) if around.whole(reading, &["of"]).is_some() => Some(p),
        _ => None,
    };
    let subject = around.clause.and_then(|c| {
        let subject = reading.clauses.clauses[c].subject?;
        // "It still pays 10%".
        let pronoun = phrase(reading, subject).kind == PhraseKind::Pronoun;
        if pronoun { antecedent::of_subject(reading, c) } else { Some(subject) }
    });
    let put_into = around.right_of(reading, &["in", "into", "on", "for"]).filter(|&p| holds_goods(reading, around, p));
    apposed.or(put_into).or(named).or(subject).and_then(|p| words(reading, p)).or_else(|| own_goods(reading, around))
}

/// The item of a part told behind "of which" or "including": "is meant for ports", "10 cargoes", "$14bn for arms".
pub(in crate::extract) fn portion(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let uses: &[&str] = &["for", "to", "in", "on", "of", "into"];
    let named = around.right_of(reading, uses).filter(|&p| holds_goods(reading, around, p));
    let verb = matches!(reading.clauses.items.get(around.end + 1), Some(Item::Verb(_)));
    let goes = || {
        let mut linked = reading.clauses.linked(around.end + 1).filter(|_| verb);
        linked.find(|&(t, p)| uses.contains(&reading.text.lower(t)) && holds_goods(reading, around, p)).map(|(_, p)| p)
    };
    counted(reading, around).or_else(|| named.or_else(goes).and_then(|p| words(reading, p)))
}

/// The goods right after a figure: "and 25 million tonnes of corn".
pub(in crate::extract) fn own_goods(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let subject = around.verb_left.or(around.clause).and_then(|c| reading.clauses.clauses[c].subject);
    if let Some(faced) = subject.and_then(|p| faced(reading, p)) {
        return Some(faced);
    }
    let granted = around.clause.filter(|&c| {
        reading.clauses.verbs[c].passive && matches!(lemma(reading, c), "grant" | "give" | "assign" | "offer" | "award")
    });
    if let Some(receiver) = granted.and_then(|c| reading.clauses.clauses[c].subject) {
        return words(reading, receiver);
    }
    // Money is "on" a market, a percentage "on" goods.
    let prepositions: &[&str] = if around.kind(reading) == FigureKind::Money { &["of"] } else { &["of", "on"] };
    around.right_of(reading, prepositions).filter(|&p| holds_goods(reading, around, p)).and_then(|p| words(reading, p))
}

/// Whole noun phrases for what rises and falls: "soybean futures", "shares in Acme", "exports of cars".
fn named_whole(reading: &Reading<'_>, around: &Around, p: usize, token: usize) -> Option<String> {
    if phrase(reading, p).figure == Some(around.figure) {
        return linked(reading, around, p, &["in", "of", "on"]).or_else(|| modifiers(reading, p, token));
    }
    let start = phrase(reading, p).tokens.start;
    let mut tokens = start..token + 1;
    let item = reading.clauses.item_of(p)?;
    if let Some((preposition, q)) = reading.clauses.linked(item).next()
        && matches!(reading.text.lower(preposition), "of" | "in" | "for")
        && phrase(reading, q).kind == PhraseKind::Things
        && phrase(reading, q).figure.is_none()
        && token == phrase(reading, p).head
    {
        tokens.end = phrase(reading, q).tokens.end;
    }
    trimmed(reading, tokens)
}

/// Whether a price is told of the thing itself ("Wheat closed at", "the May contract fell to"), not of its "price".
fn is_traded(reading: &Reading<'_>, around: &Around, p: usize, token: usize) -> bool {
    let measured = phrase(reading, p);
    let generic = matches!(
        &*singular(reading.text.lower(token)),
        "price" | "premium" | "fare" | "toll" | "rate" | "bid" | "wage" | "salary" | "spot" | "benchmark"
    );
    let figure = around.figure(reading);
    let length = |f: usize| reading.record.figures.get(f).is_some_and(|f| f.kind == FigureKind::Duration);
    figure.per.is_some() && measured.figure.is_none_or(length) && token == measured.head && !generic
}

/// The goods of an amount: "exports of cars", "soybean exports", "$200bn in purchases of American goods".
fn goods_of(reading: &Reading<'_>, around: &Around, choice: &Choice, p: usize, token: usize) -> Option<String> {
    let measured = phrase(reading, p);
    if measured.figure == Some(around.figure) && around.kind(reading) == FigureKind::Count {
        return words(reading, p);
    }
    let own = around.figure(reading).counted.is_some().then(|| counted(reading, around)).flatten();
    if own.is_some() {
        return own;
    }
    around
        .right_of(reading, &["of", "worth"])
        .filter(|&q| q != p && holds_goods(reading, around, q))
        .and_then(|q| goods_list(reading, q))
        .or_else(|| linked(reading, around, p, &["of", "in", "on", "for"]))
        .or_else(|| modifiers(reading, p, token))
        .or_else(|| after_infinitive_to(reading, around, p))
        .or_else(|| counted(reading, around))
        .or_else(|| {
            let whole =
                measured.figure.is_none() && !matches!(&*choice.measure, "purchase" | "cost" | "quota" | "headcount");
            whole.then(|| trimmed(reading, measured.tokens.start..measured.head + 1))?
        })
}

/// "add £4.8bn to the British economy": the whole of which the figure is a part.
fn after_infinitive_to(reading: &Reading<'_>, around: &Around, p: usize) -> Option<String> {
    around.right_of(reading, &["to"]).filter(|&q| q == p).and_then(|q| words(reading, q))
}

/// What a verb handles: "buy 12 million tonnes of soybeans", "ships steel worth $5bn", "employ 500 people".
fn handled(reading: &Reading<'_>, around: &Around, clause: usize) -> Option<String> {
    let invests = matches!(
        lemma(reading, clause),
        "invest" | "set" | "spend" | "save" | "inject" | "pour" | "allocate" | "earmark" | "budget"
    );
    let cues = reading.lists.measures.verb(lemma(reading, clause));
    let buys = cues.iter().any(|c| matches!(&*c.measure, "purchase" | "import" | "export"));
    let money = around.kind(reading) == FigureKind::Money && buys;
    let prepositions: &[&str] = match (invests, money) {
        (true, _) => &["in", "on", "for", "of", "into"],
        // "procure $3bn in farm products".
        (_, true) => &["of", "in"],
        _ => &["of"],
    };
    let behind = || told_behind(reading, around, clause, prepositions).filter(|_| invests);
    let of = around.right_of(reading, prepositions).or_else(behind).filter(|&p| holds_goods(reading, around, p));
    if let Some(of) = of {
        return listed(reading, of);
    }
    if let (true, Some(built)) = (invests, built_up(reading, around).or_else(|| purpose(reading, around.end + 1))) {
        return Some(built);
    }
    if let Some(own) = paid_for(reading, around) {
        return Some(own);
    }
    let clauses = &reading.clauses.clauses[clause];
    let group = &reading.clauses.verbs[clause];
    let costs = lemma(reading, clause) == "cost";
    let object =
        clauses.object.filter(|&p| p != around.phrase && !costs && !group.passive && holds_goods(reading, around, p));
    // "Acme was allotted 5 tonnes": whom something is given to is no goods.
    let given = matches!(
        lemma(reading, clause),
        "allot" | "allocate" | "assign" | "grant" | "give" | "award" | "offer" | "apportion"
    );
    let subject = clauses.subject.filter(|_| group.passive && !given || costs);
    let traded = clauses.subject.filter(|_| {
        matches!(lemma(reading, clause), "trade" | "settle" | "fetch" | "quote") && around.figure(reading).per.is_some()
    });
    let place = around.right_of(reading, &["in", "into"]).filter(|_| invests);
    counted(reading, around)
        .or_else(|| object.and_then(|p| words(reading, p)))
        .or_else(|| subject.or(traded).or(place).and_then(|p| amount_or_words(reading, around, p)))
}

/// The words of a phrase; of one that holds an earlier figure ("the first 5 tonnes are taxed at") what that figure is of.
fn amount_or_words(reading: &Reading<'_>, around: &Around, p: usize) -> Option<String> {
    let figure = phrase(reading, p).figure.filter(|&f| f < around.figure);
    match figure {
        Some(f) => reading.record.figures[f].item.clone(),
        None => with_of(reading, p),
    }
}

/// What grows on an area: "grows canola on 5,200 acres", "3,000 hectares of vines", "acres were planted with corn".
fn grown_on(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let grows = |c: &usize| {
        matches!(
            lemma(reading, *c),
            "grow" | "plant" | "sow" | "harvest" | "farm" | "cultivate" | "raise" | "seed" | "reap"
        )
    };
    let object = || {
        let clause = around.verb_left.or(around.clause).filter(grows)?;
        reading.clauses.clauses[clause].object.filter(|&p| p != around.phrase && holds_goods(reading, around, p))
    };
    around
        .right_of(reading, &["of", "to", "with"])
        .filter(|&p| holds_goods(reading, around, p))
        .or_else(object)
        .and_then(|p| words(reading, p))
}

/// The things a count counts: "179 new tankers".
fn counted(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let figure = around.figure(reading);
    if figure.kind != FigureKind::Count {
        return None;
    }
    let tokens = phrase(reading, around.phrase).tokens.clone();
    let after = reading.text.tokens_in(figure.span).end;
    if figure.counted.as_deref().is_some_and(is_measure_word) {
        return None;
    }
    let told = if around.inner.is_some() { trimmed(reading, after..tokens.end) } else { None };
    let of = || around.whole(reading, &["of"]).and_then(|p| words(reading, p)).filter(|_| around.inner.is_none());
    told.or_else(|| counted_words(reading, around)).or_else(of).or_else(|| figure.counted.clone())
}

/// Nouns that goods are counted by, which name none: "1.06 million units", "300,000 bags".
pub(super) fn is_measure_word(counted: &str) -> bool {
    matches!(
        counted,
        "unit" | "piece" | "item" | "bag" | "bale" | "case" | "box" | "carton" | "crate" | "sack" | "set" | "load"
    )
}

/// The counted thing as the text has it, where it stands inside the figure: "wide-body planes".
fn counted_words(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let figure = around.figure(reading);
    let counted = figure.counted.as_deref()?;
    let first = counted.split([' ', '-']).next()?;
    let words: usize = counted.split(' ').map(|word| 2 * word.matches('-').count() + 1).sum();
    let start = reading.text.tokens_in(figure.span).find(|&i| {
        let lower = reading.text.lower(i);
        first.eq_ignore_ascii_case(lower) || first.eq_ignore_ascii_case(&singular(lower))
    })?;
    Some(reading.text.slice(reading.text.span_of(start..start + words)).to_owned()).filter(|w| !w.is_empty())
}

/// "Only 2% would be equity": what the part is.
fn complement(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let clause = around.clause.filter(|&c| reading.clauses.clauses[c].item > around.item)?;
    let object = reading.clauses.clauses[clause].object.filter(|_| around.kind(reading) == FigureKind::Percent)?;
    words(reading, object)
}

/// What moves where no cue names it: "Acme lost 1.2 percent".
fn moved(reading: &Reading<'_>, around: &Around) -> Option<String> {
    let clause = around.verb_left.or(around.clause)?;
    let subject = reading.clauses.clauses[clause].subject?;
    let rises = matches!(around.kind(reading), FigureKind::Percent | FigureKind::Ratio)
        || around.kind(reading) == FigureKind::Money && around.figure(reading).per.is_some()
        || around.figure(reading).per.as_deref().is_some_and(|per| per.ends_with("dollar") || per == "euro");
    let moves = matches!(sense(reading, clause), Some(Sense::Up | Sense::Down | Sense::Move | Sense::Hold))
        || matches!(lemma(reading, clause), "be" | "sell" | "buy" | "ship" | "trade" | "settle" | "close");
    (phrase(reading, subject).kind == PhraseKind::Things && rises && moves).then(|| with_of(reading, subject))?
}

/// The first phrase that one of these prepositions links to a phrase, unless it holds a figure.
pub(super) fn linked(reading: &Reading<'_>, around: &Around, p: usize, prepositions: &[&str]) -> Option<String> {
    let item = reading.clauses.item_of(p)?;
    let found = reading
        .clauses
        .linked(item)
        .find(|&(token, q)| prepositions.contains(&reading.text.lower(token)) && holds_goods(reading, around, q));
    found.and_then(|(_, q)| goods_list(reading, q))
}

pub(super) fn goods_list(reading: &Reading<'_>, p: usize) -> Option<String> {
    of_origin(reading, p).or_else(|| listed(reading, p))
}

/// The words of a phrase with the list that it opens: "cars, textiles and steel".
pub(super) fn listed(reading: &Reading<'_>, p: usize) -> Option<String> {
    let clauses = &reading.clauses;
    let first = phrase(reading, p).tokens.clone();
    let mut item = clauses.item_of(p)?;
    let mut end = None;
    for _ in 0..8 {
        let mut next = item + 1;
        if clauses.items.get(next) != Some(&Item::Comma) {
            break;
        }
        let conjunction = matches!(clauses.items.get(next + 1), Some(Item::Conjunction(_)));
        next += 1 + usize::from(conjunction);
        let Some(&Item::Phrase(q)) = clauses.items.get(next) else { break };
        let member = phrase(reading, q);
        let goes_on = matches!(clauses.items.get(next + 1), Some(Item::Verb(_) | Item::Subordinator(_)));
        if member.kind != PhraseKind::Things || member.figure.is_some() || goes_on {
            break;
        }
        item = next;
        if conjunction || member.tokens.clone().any(|i| matches!(reading.text.lower(i), "and" | "or")) {
            end = Some(member.tokens.end);
            break;
        }
    }
    // Only "and" makes commas a list; without it they may be anything.
    end.map_or_else(|| words(reading, p), |end| trimmed(reading, first.start..end))
}

pub(super) fn holds_goods(reading: &Reading<'_>, around: &Around, p: usize) -> bool {
    let phrase = phrase(reading, p);
    let own_worth = phrase.figure == Some(around.figure) && reading.text.lower(phrase.head) == "worth";
    let modified = phrase.figure.is_some_and(|f| {
        let kind = reading.record.figures.get(f).map(|f| f.kind);
        f != around.figure && matches!(kind, Some(FigureKind::Quantity | FigureKind::Duration | FigureKind::Age))
    });
    let free = phrase.figure.is_none() || own_worth || modified;
    phrase.kind == PhraseKind::Things && !is_place(reading, phrase.head) && !is_period(reading, phrase.head) && free
}

/// "the bill for the full year": a stretch of time is nothing that money goes to.
fn is_period(reading: &Reading<'_>, token: usize) -> bool {
    matches!(
        &*singular(reading.text.lower(token)),
        "year" | "quarter" | "month" | "half" | "season" | "week" | "day" | "period" | "decade" | "time" | "moment"
    )
}
