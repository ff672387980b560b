//! What is told of figures, in sentences of every kind of measure.

use crate::extract::clause;
use crate::extract::clause::scene::with_reading;

/// What is told of every figure: "measure, item, actor > toward".
pub(super) fn check(marked: &str, expected: &[&str]) {
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
    check("{Norway} imposed duties of [12%] on {Chilean} salmon.", &["tariff rate, Chilean salmon, Norway > Chile"]);
    check(
        "{Indian} levies on steel rose from [10 percent] to [15 percent].",
        &["tariff rate, steel, India", "tariff rate, steel, India"],
    );
    check("{Peru} put a [5%] levy on cars, tyres and engine oil.", &["tariff rate, cars, tyres and engine oil, Peru"]);
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
    check("{Peru} raised its exports of copper by [5%].", &["growth, exports of copper, Peru"]);
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
    check("{Peru} met {Chile}. {Ghana} has wool. It bought [5 tonnes].", &["purchase, wool, Ghana"]);
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
    check("{Acme} and {Bolt} were allotted [5 tonnes] and [7 tonnes] respectively.", &["quota, Acme", "quota, Bolt"]);
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

#[test]
fn quotas_by_what_lets_goods_in() {
    check(
        "{Peru} will cut its tariff on cars to [5%] for the first [40,000] a year.",
        &["tariff rate, cars, Peru", "quota, cars, Peru"],
    );
    check(
        "{Norway} will admit [9,000 tonnes] of rice a year at a duty of [4%].",
        &["quota, rice, Norway", "tariff rate, rice, Norway"],
    );
    check("Under the quotas {Ghana} may ship [3,000 tonnes] of cocoa.", &["quota, cocoa, Ghana"]);
    check("{Chile} lets in [2,000 tonnes] of beef duty-free.", &["quota, beef, Chile"]);
}

#[test]
fn specific_duties_and_prices() {
    check("{Peru} put a specific duty of [$400 a tonne] on sugar.", &["tariff rate, sugar, Peru"]);
    check("A jar of honey now costs [$9].", &["price, jar of honey"]);
    check("Cobalt oxide sells for [$30 a pound].", &["price, Cobalt oxide"]);
    check("The strike cost [$9].", &["cost, strike"]);
    check("{Acme} raised the kettle from [$4] to [$5].", &["price, kettle, Acme", "price, kettle, Acme"]);
}

#[test]
fn nouns_that_pronouns_stand_for() {
    check(
        "{Peru} will scrap its [5%] levy on cars and lower the one on trucks by [2 points].",
        &["tariff rate, cars, Peru", "tariff rate, trucks, Peru"],
    );
    check(
        "{Ghana}'s exports fell [5%]. In May they came to [$3 million].",
        &["growth, Ghana's exports, Ghana", "export, Ghana's exports, Ghana"],
    );
    check("Exports of tin, which had fallen to [3,000 tonnes], rose.", &["export, tin"]);
    check("The [3,000 tonnes] {Peru} shipped were of tin.", &["export, Peru"]);
}

#[test]
fn shares_of_the_part_that_is_named() {
    check("Cars make up [5%] of imports.", &["share, Cars"]);
    check("{Peru} accounts for [5%] of world trade in tin.", &["share, tin, Peru"]);
    check("[40 percent] said they would leave.", &["share"]);
}

#[test]
fn leviers_beside_the_tariff_and_before_it() {
    check(
        "Makers are hit by the [25%] tariff that {Peru} imposed on foreign cars.",
        &["tariff rate, foreign cars, Peru"],
    );
    check(
        "A [25%] duty on sofas which {Peru} introduced and which is due to rise to [30%] hit makers.",
        &["tariff rate, sofas, Peru", "tariff rate, sofas, Peru"],
    );
    check("{Peru} waits. {Lima}'s duty on cars is [50%].", &["tariff rate, cars, Peru"]);
    check("{Peru} itself keeps a [25%] tariff on steel.", &["tariff rate, steel, Peru"]);
    check("{Peru} charges farmers [40%] on milk.", &["tariff rate, milk, Peru"]);
    check(
        "{Peru} may sell [900 tonnes] of beef to {Chile} at a duty of [7%].",
        &["export, beef, Peru > Chile", "tariff rate, beef, Chile"],
    );
    check("Wine from {Peru} now faces a duty of [7%].", &["tariff rate, Wine from Peru"]);
    check(
        "{Chile} put a [10%] tariff on cars. {Acme} got away with [6%].",
        &["tariff rate, cars, Chile", "tariff rate, Acme, Chile"],
    );
}

#[test]
fn owners_of_bare_amounts() {
    check("{Europe}'s largest carmaker had a profit of [$3 billion].", &["other, profit"]);
    check(
        "{Peru}'s exports rose [2%]. Production fell [4%].",
        &["growth, Peru's exports, Peru", "growth, Production, Peru"],
    );
    check(
        "{Peru} imported [9 million tonnes] of gas, of which {Chile} supplied [38%].",
        &["import, gas, Peru", "share, gas, Chile"],
    );
    check("{Acme} met {Bolt}. Tariffs hit {Acme} when its profit fell [29%].", &["growth, profit, Acme"]);
    check("{Peru} mines [70%] of the ore and refines [90%].", &["share, ore, Peru", "share, ore, Peru"]);
    check("Dairy exports earned {Peru} [$24 billion].", &["export, Dairy exports, Peru"]);
    check("Tea costs shoppers [$8.80 a pound], [20%] more than before.", &["price, Tea", "price change, Tea"]);
}

#[test]
fn money_for_a_purpose() {
    check("{Peru} will spend [$2 billion] to prop up its wool industry.", &["spending, wool industry, Peru"]);
    check("{Peru} has set aside [$2 billion] to subsidise freight.", &["spending, freight, Peru"]);
    check("{Chile} agreed to a [$9 billion] investment package.", &["investment, Chile"]);
    check("The budget deficit reached [$9 billion].", &["other, budget deficit"]);
    check("{Peru}'s trade deficit reached [$9 billion].", &["trade value, Peru's trade deficit, Peru"]);
}

#[test]
fn who_pays_a_rate_does_not_set_it() {
    check(
        "{Chile} set a tariff of [25%] on cars. {Peru} pays [15%].",
        &["tariff rate, cars, Chile", "tariff rate, Peru, Chile"],
    );
    check("Wine is charged [10%] in {Peru}. The tariff hurts.", &["tariff rate, Wine, Peru"]);
    check("The firm pays [10%] of its costs in {Peru}. The tariff hurts.", &["share, costs"]);
    check("Importers face a [20%] tariff in {Peru}.", &["tariff rate, Importers, Peru"]);
}

#[test]
fn tariffs_above_a_quota() {
    check(
        "{Peru} will cap imports of rice at [5 tonnes] a year. Beyond that a duty of [25%] applies.",
        &["quota, rice, Peru", "tariff rate, rice, Peru"],
    );
}

#[test]
fn whole_industries_are_of_their_country() {
    check(
        "{Peru} is glad. {Chile} bought fish. {Peru} sold wool. Growers exported [5 tonnes] of wool.",
        &["export, wool, Peru"],
    );
    check("The fruit brought {Peru} [$3bn].", &["revenue, Peru"]);
    check("{Chilean} firms would invest [$5bn] in {Peruvian} plants.", &["investment, Peruvian plants, Chile"]);
}

#[test]
fn countries_told_by_other_words() {
    check("{Peru} sold wool. {Peru} met {Chile}. The Andean nation exported [5 tonnes].", &["export, wool, Peru"]);
    check("{Peru} sold wool. The country exported [5 tonnes].", &["export, wool, Peru"]);
}

#[test]
fn owners_told_by_other_words() {
    check("Cars come in free of {Peru}'s [35 percent] tariff.", &["tariff rate, Peru"]);
    check("{Peru} of {Chile}, which <last week> cut its exports by [5%], is glad.", &["growth, exports, Peru"]);
    check("A [third] of {Peru}'s textile workforce is idle.", &["share, Peru's textile workforce, Peru"]);
}

#[test]
fn a_clause_on_the_duty_between_a_change_and_its_level() {
    check(
        "{India} lowered the duty it charges on palm oil to [10%] from [20%].",
        &["tariff rate, palm oil, India", "tariff rate, palm oil, India"],
    );
}

#[test]
fn what_one_is_to_take_one_buys() {
    check("{Egypt} will take [two million tonnes] of {Peruvian} wheat.", &["purchase, Peruvian wheat, Egypt"]);
    check("{Korea}’s promise to take [$3 billion] of gas was kept.", &["purchase, gas, South Korea"]);
    check(
        "{Egypt} agreed to take [two tonnes] of wheat, along with beef worth [$3 million].",
        &["purchase, wheat, Egypt", "purchase, beef, Egypt"],
    );
    check("The plan will take [two tonnes] of steel.", &["other, steel"]);
    check("{Egypt} took [two tonnes] of wheat.", &["import, wheat, Egypt"]);
}

#[test]
fn what_comes_in_at_a_rate() {
    check(
        "Of milk powder [ten tonnes] can be imported at [15 percent] under the quota.",
        &["quota, milk powder", "tariff rate, milk powder"],
    );
    check("{Peru} permits [five tonnes] of maize to be brought in at a lower duty.", &["quota, maize, Peru"]);
    check("{Peru} permits [five tonnes] of waste.", &["other, waste, Peru"]);
    check("Wheat was offered for delivery at [$308 a tonne].", &["price, Wheat"]);
    check("{Canada} sent [$5 billion] worth of canola to {China}.", &["export, canola, Canada > China"]);
}

#[test]
fn what_goes_up_and_what_is_spent_on_works() {
    check("The sole quota goes up by [10%].", &["growth, sole quota"]);
    check("{Acme} will spend [$3 million] on its factory.", &["investment, factory, Acme"]);
    check("{Acme} will spend [$3 million] on its staff.", &["spending, staff, Acme"]);
    check("{Acme} expects a tariff hit of [$3 million].", &["cost, tariff, Acme"]);
    check("The cabinet cleared a [$2 billion] package to revive shipbuilding.", &["spending, shipbuilding"]);
}

#[test]
fn subjects_before_an_insertion_and_a_time() {
    check("The {Mexican} bill, passed <on Monday>, raises the levy on cars to [50%].", &["tariff rate, cars, Mexico"]);
    check(
        "The deposits, which buyers pay, come after {Peru} in <March> imposed tariffs of [10 percent] on oil.",
        &["tariff rate, oil, Peru"],
    );
    check("Cars have faced a [15%] tariff when they enter {Norway}.", &["tariff rate, Cars, Norway"]);
    check("{Acme} shrinks. The firm announced it was cutting [300] jobs.", &["headcount, jobs, Acme"]);
}
