//! What every figure measures, of what, by whom, over which time, and how settled it is.
//!
//! Read from the grammar around the figure ([`crate::extract::clause`]): "China will buy 12 million tonnes of soybeans
//! this season" is a purchase of soybeans by China, promised, over "this season". The words that tell a measure are
//! rows of `assets/lists/measures.tsv`. What the text leaves open stays open.

mod around;
mod carry;
mod change;
mod choose;
mod cue;
mod deal;
mod goods;
mod item;
pub mod lists;
mod owner;
mod party;
mod row;
mod setting;
mod tariff;
mod taxed;
mod window;

use super::clause::status;
use super::reading::Reading;
use crate::record::{Certainty, EntityId, EntityKind, Figure, FigureKind, Measure, Quote, Status, Window};
use around::Around;
use carry::Manner;
use choose::{Choice, Told};
use setting::Setting;

pub(in crate::extract) use around::{lemma, sense};
pub(in crate::extract) use item::words;
pub(in crate::extract) use party::{first_party, is_joint, party_of, subject_of};

/// What is told of one figure.
struct Telling {
    choice: Choice,
    item: Option<String>,
    actor: Option<EntityId>,
    toward: Option<EntityId>,
    window: Option<Window>,
    status: Status,
    status_because: String,
}

/// Fills measure, item, parties, window, status and source of every figure.
pub(super) fn run(reading: &mut Reading<'_>) {
    let setting = Setting::new(reading);
    let mut choices: Vec<Option<Choice>> = Vec::with_capacity(reading.record.figures.len());
    for n in 0..reading.record.figures.len() {
        let told = Around::new(reading, n).map(|around| tell(reading, &around, &choices, &setting));
        let said_by = source(reading, n);
        let figure = &mut reading.record.figures[n];
        figure.said_by = said_by;
        choices.push(told.as_ref().map(|t| t.choice.clone()));
        if let Some(told) = told {
            fill(figure, told);
        }
    }
}

fn fill(figure: &mut Figure, told: Telling) {
    figure.measure = Measure::new(&told.choice.measure);
    figure.item = told.item;
    figure.actor = told.actor;
    figure.toward = told.toward;
    figure.window = told.window;
    figure.status = told.status;
    figure.certainty = figure.certainty.max(told.choice.certainty);
    if !figure.because.is_empty() {
        figure.because.truncate(figure.because.trim_end_matches('.').len());
        figure.because.push_str("; ");
    }
    let reasons = [": ", &told.choice.because, "; ", &told.status_because];
    figure.because.push_str(&told.choice.measure);
    for part in reasons {
        figure.because.push_str(part);
    }
}

fn tell(reading: &Reading<'_>, around: &Around, choices: &[Option<Choice>], setting: &Setting) -> Telling {
    let mut told = tell_alone(reading, around, choices, setting);
    let member = row::member(reading, around).filter(|_| !matches!(told.choice.told, Told::Whole(_)));
    if let Some((tokens, respective)) = member {
        let measure = &*told.choice.measure;
        let party = party::party_in(reading, tokens.clone()).filter(|_| !faces(measure));
        if party.is_some() {
            told.actor = party;
        } else if respective || measure == "tariff rate" {
            told.item = item::trimmed(reading, tokens).or(told.item);
        }
        told.choice.because.push_str("; it answers a list of as many");
        told.choice.certainty = told.choice.certainty.max(Certainty::Likely);
    }
    told
}

/// What is told of one figure by itself and by the figures before it.
fn tell_alone(reading: &Reading<'_>, around: &Around, choices: &[Option<Choice>], setting: &Setting) -> Telling {
    let figure = around.figure(reading);
    let pointed = carry::compared(reading, around)
        .or_else(|| carry::portion(reading, around))
        .or_else(|| choose::points_back(reading, around).then(|| carry::earlier(reading, around, choices)).flatten());
    let pointed = pointed
        .or_else(|| carry::gapped(reading, around))
        .or_else(|| carry::holder(reading, around))
        .or_else(|| carry::expected(reading, around));
    let own = if pointed.is_some() { None } else { choose::choose(reading, around) };
    let taken = pointed.or_else(|| own.is_none().then(|| carry::earlier(reading, around, choices)).flatten());
    let window = window::window(reading, around);
    let (status, status_because) = match around.clause.or(around.verb_left) {
        Some(clause) => status::status(reading, clause),
        None => (Status::Reported, "no verb says how settled it is".to_owned()),
    };
    if let Some((from, manner, because)) = taken
        && let Some(prior) = choices.get(from).and_then(Option::as_ref)
    {
        let source = &reading.record.figures[from];
        let mut choice = Choice::new(&prior.measure, Told::Earlier(from), because);
        choice.certainty = Certainty::Likely;
        choice.change = prior.change;
        let item = match manner {
            Manner::Part => item::part(reading, around),
            Manner::Portion => item::portion(reading, around).or_else(|| source.item.clone()),
            Manner::Gapped(p) if faces(&choice.measure) => item::words(reading, p),
            Manner::Gapped(_) => source.item.clone(),
            Manner::Same => item::own_goods(reading, around).or_else(|| source.item.clone()),
        };
        let window = window.or_else(|| (manner == Manner::Part).then(|| source.window.clone()).flatten());
        let actor = match manner {
            Manner::Gapped(p) if !faces(&choice.measure) => party::party_of(reading, p),
            _ => source.actor,
        };
        // A member of a list with goods of its own is told on the country of those goods.
        let own_goods = around.right_of(reading, &["on", "of", "for"]).filter(|_| manner == Manner::Same);
        let toward = own_goods.map_or(source.toward, |p| party::first_country(reading, p));
        return Telling { choice, item, actor, toward, window, status, status_because };
    }
    let choice = own
        .or_else(|| carry::market_move(reading, around, choices))
        .or_else(|| choose::fallback(reading, around))
        .or_else(|| choose::sole_cue(reading, around))
        .unwrap_or_else(choose::other);
    let item = item::item(reading, around, &choice).or_else(|| carry::same_item(reading, around, &choice, choices));
    let item = goods::resolved(reading, around, &choice, item);
    let mut parties = party::parties(reading, around, &choice, setting);
    if parties.actor.is_none() && (parties.toward.is_none() || &*choice.measure != "tariff rate") {
        parties.actor = party::same_flow(reading, around, &choice, choices);
    }
    let mut choice = choice;
    if parties.actor.is_none()
        && let Some((owner, because)) = owner::owner(reading, around, &choice, parties.toward, choices)
    {
        choice.certainty = choice.certainty.max(Certainty::Likely);
        choice.because.push_str("; ");
        choice.because.push_str(because);
        parties.actor = Some(owner);
    }
    let levier = (parties.actor.is_none() && &*choice.measure == "tariff rate")
        .then(|| tariff::levier(reading, around, parties.toward, setting))
        .flatten();
    if let Some((levier, because)) = levier {
        choice.certainty = choice.certainty.max(Certainty::Likely);
        choice.because.push_str("; ");
        choice.because.push_str(because);
        parties.actor = Some(levier);
    }
    if is_yearly_flow(reading, figure, &choice, parties.actor, window.as_ref()) {
        choice.measure = "import".into();
        choice.because.push_str("; what a country buys in a year is an import");
    }
    let status = if figure.kind == FigureKind::Duration { Status::Reported } else { status };
    Telling { choice, item, actor: parties.actor, toward: parties.toward, window, status, status_because }
}

/// "Peru bought $28bn of Chilean goods in 2024": a year's trade, not one deal.
fn is_yearly_flow(
    reading: &Reading<'_>,
    figure: &Figure,
    choice: &Choice,
    actor: Option<EntityId>,
    window: Option<&Window>,
) -> bool {
    let (Told::Verb(clause), Some(actor)) = (choice.told, actor) else { return false };
    let group = &reading.clauses.verbs[clause];
    let plain = group.is_finite() && group.modality.is_none() && !group.perfect && !group.negated;
    let country = reading.record.entity(actor).is_some_and(|e| matches!(e.kind, EntityKind::Place | EntityKind::Group));
    let calendar = |w: &Window| {
        let text = w.text.strip_prefix("in ").unwrap_or(&w.text);
        text == "last year" || text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
    };
    let yearly = figure.per.as_deref() == Some("year") || window.is_some_and(calendar);
    &*choice.measure == "purchase" && figure.kind == FigureKind::Money && plain && country && yearly
}

/// Whether the subject of a measure is what it is told of, not who acts: "Acme faces 17 percent".
fn faces(measure: &str) -> bool {
    matches!(measure, "tariff rate" | "price" | "price change" | "growth" | "interest rate" | "other")
}

/// Who says the figure: the speaker of the quotation around it, or whom "said" and "according to" name.
fn source(reading: &Reading<'_>, n: usize) -> Option<EntityId> {
    let span = reading.record.figures[n].span;
    speaker(&reading.record.quotes, span.start).or_else(|| party::reporter(reading, n))
}

/// The speaker of the innermost quotation around a byte. Quotations are in text order and few lie around one byte.
pub(in crate::extract) fn speaker(quotes: &[Quote], byte: u32) -> Option<EntityId> {
    let after = quotes.partition_point(|q| q.span.start <= byte);
    let near = quotes.get(after.saturating_sub(6)..after)?;
    near.iter().rev().filter(|q| byte < q.span.end).find_map(|q| q.speaker)
}

#[cfg(test)]
mod tests {
    use crate::extract::clause;
    use crate::extract::clause::scene::with_reading;

    /// What is told of every figure: "measure, item, actor > toward".
    fn check(marked: &str, expected: &[&str]) {
        with_reading(marked, |reading| {
            clause::run(reading);
            super::run(reading);
            let record = &reading.record;
            let name = |id| record.entity(id).map_or("", |e| &e.name);
            let found: Vec<String> = record
                .figures
                .iter()
                .map(|f| {
                    let item = f.item.as_ref().map(|item| format!(", {item}")).unwrap_or_default();
                    let actor = f.actor.map(|a| format!(", {}", name(a))).unwrap_or_default();
                    let toward = f.toward.map(|t| format!(" > {}", name(t))).unwrap_or_default();
                    format!("{}{item}{actor}{toward}", f.measure.as_str())
                })
                .collect();
            assert_eq!(found, expected, "in {marked:?}");
        });
    }

    #[test]
    fn tariffs() {
        check(
            "{Norway} imposed duties of [12%] on {Chilean} salmon.",
            &["tariff rate, Chilean salmon, Norway > Chile"],
        );
        check(
            "{Indian} levies on steel rose from [10 percent] to [15 percent].",
            &["tariff rate, steel, India", "tariff rate, steel, India"],
        );
        check(
            "{Peru} put a [5%] levy on cars, tyres and engine oil.",
            &["tariff rate, cars, tyres and engine oil, Peru"],
        );
        check("After a [5%] levy on cars, {Peru} and {Chile} met.", &["tariff rate, cars"]);
        check(
            "{Norway} will impose duties of [12 percent] on salmon farmed in {Chile} <from Monday>.",
            &["tariff rate, salmon, Norway"],
        );
        check("A [20%] tariff on glass from {Egypt} took effect.", &["tariff rate, glass > Egypt"]);
        check(
            "{Peru} and {Japan} signed a deal, cutting the duty on {Peruvian} grapes from [18%] to [9%].",
            &["tariff rate, Peruvian grapes, Japan > Peru", "tariff rate, Peruvian grapes, Japan > Peru"],
        );
        check("{Kenya} faces a [30%] tariff on its exports to {Brazil}.", &["tariff rate, exports, Brazil > Kenya"]);
        check("The levy was halved, bringing it down to [4%].", &["tariff rate"]);
        check(
            "Importers will pay tax rates of [over 30 percent] on {Turkish} goods.",
            &["tariff rate, Turkish goods > Turkey"],
        );
        check("The firm pays a tax rate of [21 percent] on its profit.", &["other, profit"]);
        check(
            "Tariffs of [10 percent] on [$40 billion] of {Korean} goods stay in place.",
            &["tariff rate, Korean goods > South Korea", "trade value, Korean goods"],
        );
    }

    #[test]
    fn purchases_and_flows() {
        check(
            "{Egypt} will buy [two million tonnes] of wheat <this season> and [three million tonnes] <next year>.",
            &["purchase, wheat, Egypt", "purchase, wheat, Egypt"],
        );
        check("{Acme} won an order for [40] aircraft from {Kenya}.", &["purchase, aircraft, Kenya > Acme"]);
        check("{Peruvian} copper exports to {Japan} fell to [8 million tonnes].", &["export, copper, Peru > Japan"]);
        check("{Chile} shipped [3,000 tonnes] of lithium to {Korea}.", &["export, lithium, Chile > South Korea"]);
        check("Imports of barley from {Canada} reached [2 million tonnes].", &["import, barley > Canada"]);
        check("{Ghana} produced [700,000 tonnes] of cocoa.", &["output, cocoa, Ghana"]);
        check("{Brazil} capped sugar imports at [500,000 tonnes].", &["quota, sugar imports, Brazil"]);
        check("{Acme} pledged to invest [$3 billion] in batteries.", &["investment, batteries, Acme"]);
    }

    #[test]
    fn changes_and_levels() {
        check("Copper prices rose [2.5%] to [$9,000 a tonne].", &["price change, Copper prices", "price, Copper"]);
        check(
            "Shares in {Acme} fell [3%]; {Bolt} lost [1 percent].",
            &["price change, Shares in Acme", "price change, Bolt"],
        );
        check("{Ghana}'s economy grew [4%] <last year>.", &["growth, Ghana's economy, Ghana"]);
        check("A [7%] drop in car exports hurt {Japan}.", &["growth, car exports"]);
        check(
            "The bank raised its key rate by [25 basis points] to [5%].",
            &["interest rate, key rate", "interest rate, key rate"],
        );
        check("Unemployment fell to [4%].", &["other, Unemployment"]);
        check(
            "{Vietnam}'s trade surplus with {Canada} reached [$9 billion].",
            &["trade value, Vietnam's trade surplus, Vietnam > Canada"],
        );
    }

    #[test]
    fn shares_counts_and_money() {
        check("{Chile} supplied [a third] of {Japanese} copper imports.", &["share, Japanese copper imports, Chile"]);
        check("{Acme} employs [4,000 people].", &["headcount, Acme"]);
        check("The levy could cost {Acme} [$2 billion].", &["cost, levy, Acme"]);
        check("Talks lasted [three days].", &["duration"]);
        check("The pipeline runs for [1,200 km].", &["distance"]);
        check(
            "{Chile} promised to raise its purchases of food by [$9 billion]. Wine accounts for [$3bn] of that, cheese for [$2bn].",
            &["purchase, food, Chile", "purchase, Wine, Chile", "purchase, cheese, Chile"],
        );
    }

    #[test]
    fn prices_of_named_goods() {
        check("Spot cargoes of gas traded at [$9 per barrel].", &["price, gas"]);
        check("The three-month contract fell to [$8,100 a tonne].", &["price, three-month contract"]);
        check("Wheat for delivery in May closed at [$4.10 a pound].", &["price, Wheat"]);
        check("Talks settled at [4] meetings.", &["count, meetings"]);
    }

    #[test]
    fn lists_and_parentheses() {
        check(
            "{Peru} set new duties. The duties, [5 percent] on {Chilean} wire, [7 percent] on {Korean} pipe and [9 percent] on lead, replace quotas.",
            &[
                "tariff rate, Chilean wire, Peru > Chile",
                "tariff rate, Korean pipe, Peru > South Korea",
                "tariff rate, lead, Peru",
            ],
        );
        check("Glassmakers now face a [17%] duty on sand.", &["tariff rate, sand"]);
        check(
            "{Norway}'s levies stay. {Chilean} salmon is subject to a duty of [4 percent].",
            &["tariff rate, Chilean salmon, Norway"],
        );
        check("Imports above the quota of [3 million tonnes] stop.", &["quota"]);
    }

    #[test]
    fn deals_and_their_worth() {
        check(
            "{Egypt} will buy [30] jets from {Acme} in a deal that it valued at [$9bn].",
            &["purchase, jets, Egypt > Acme", "purchase, jets, Egypt > Acme"],
        );
        check(
            "{Egypt} signed a contract worth [$2bn] to buy [12] ferries.",
            &["purchase, Egypt", "purchase, ferries, Egypt"],
        );
        check("{Acme} won an order for [10] aircraft.", &["purchase, aircraft > Acme"]);
    }

    #[test]
    fn goods_left_out() {
        check(
            "{Ghana} shipped [3 tonnes] of cocoa, [19%] fewer than before.",
            &["export, cocoa, Ghana", "growth, cocoa, Ghana"],
        );
    }

    #[test]
    fn owners_told_before() {
        check(
            "{Peru}'s exports rose to [$9bn]. Shipments to {Chile} fell [8%].",
            &["export, Peru's exports, Peru", "growth, Shipments, Peru"],
        );
        check(
            "{Acme} Ltd said revenue rose [4%] to [$9bn]. Net income fell to [$2bn], compared with [$3bn].",
            &["growth, revenue, Acme", "revenue, revenue, Acme", "other, Net income, Acme", "other, Net income, Acme"],
        );
        check("{Peru} met {Chile}. {Ghana} has wool. It bought [5 tonnes].", &["purchase, Ghana"]);
        check("Exports rose to [$9bn].", &["export, Exports"]);
        check("A pact commits {Peru} to buy [5 tonnes] of wool.", &["purchase, wool, Peru"]);
        check("{Chile} praised {Peru}'s plan to buy [30] jets.", &["purchase, jets, Peru"]);
        check("{Peru} bought [$9bn] of goods <in 2024>.", &["import, goods, Peru"]);
    }

    #[test]
    fn rows_that_answer_lists() {
        check(
            "{Norway} has a [3%] tariff. {Norway} will tax wool and copper at [5%] and [9%], respectively.",
            &["tariff rate, Norway", "tariff rate, wool, Norway", "tariff rate, copper, Norway"],
        );
        check(
            "{Acme} and {Bolt} were allotted [5 tonnes] and [7 tonnes] respectively.",
            &["quota, Acme", "quota, Bolt"],
        );
        check(
            "Wool, silk and jute grew [5%], [6%] and [7%], respectively.",
            &["growth, Wool", "growth, silk", "growth, jute"],
        );
    }

    #[test]
    fn parts_and_levels_of_an_earlier_amount() {
        check(
            "{Acme} will invest [$9bn] in ports, of which [$4bn] is meant for cranes.",
            &["investment, ports, Acme", "investment, cranes, Acme"],
        );
        check(
            "{Norway} will apply a tariff of [5 percent] to cars, lorries and tyres, reduced from [9 percent].",
            &["tariff rate, cars, lorries and tyres, Norway", "tariff rate, cars, lorries and tyres, Norway"],
        );
        check(
            "{Ghana} sold [40%] of its cocoa to {Peru}, followed by {Chile} with [13%].",
            &["share, cocoa, Ghana", "share, cocoa, Chile"],
        );
        check("Beef prices rose by [8%], butter by [5%].", &["price change, Beef prices", "price change, butter"]);
    }

    #[test]
    fn left_out_verbs() {
        check(
            "{Norway} put a duty of [20 percent] on cars. {Acme} faces [17 percent], {Bolt} [18 percent] and {Corv} [35 percent].",
            &[
                "tariff rate, cars, Norway",
                "tariff rate, Acme, Norway",
                "tariff rate, Bolt, Norway",
                "tariff rate, Corv, Norway",
            ],
        );
        check(
            "{Norway} put a duty of [20 percent] on cars. {Acme} was granted a lower rate of [7 percent].",
            &["tariff rate, cars, Norway", "tariff rate, Acme, Norway"],
        );
        check(
            "{Chile} supplied [38 percent] of the lithium and {Peru} [9 percent].",
            &["share, lithium, Chile", "share, lithium, Peru"],
        );
        check(
            "{Norway} put a duty of [20 percent] on cars. {Chilean} buses face a [30 percent] tariff.",
            &["tariff rate, cars, Norway", "tariff rate, Chilean buses, Norway > Chile"],
        );
        check(
            "{Norway} put a duty of [20 percent] on cars. {Chile} answered. {Peru} protested. A tariff of [30 percent] hit buses.",
            &["tariff rate, cars, Norway", "tariff rate"],
        );
        check("{Japan}, whose carmakers sell [a third] of their cars in {Brazil}, objected.", &["share, cars, Japan"]);
        check(
            "{Chile} supplied [38 percent] of the lithium, and {Peru} employs [900 people].",
            &["share, lithium, Chile", "headcount, Peru"],
        );
    }

    #[test]
    fn parts_of_a_purchase() {
        check("{Egypt} bought wheat worth [$1.2 billion].", &["purchase, wheat, Egypt"]);
        check(
            "{Egypt} bought wheat for [$1 billion], as well as corn for [$10 billion].",
            &["purchase, wheat, Egypt", "purchase, corn, Egypt"],
        );
        check(
            "{Egypt} will buy goods for [$90 billion], including [$14bn] for arms.",
            &["purchase, goods, Egypt", "purchase, arms, Egypt"],
        );
        check(
            "{Acme} committed to [160] firm orders and took options on another [50].",
            &["purchase, firm orders, Acme", "purchase, firm orders, Acme"],
        );
        check("{Egypt} bought wheat at [$240 a tonne].", &["price, wheat, Egypt"]);
    }
}
