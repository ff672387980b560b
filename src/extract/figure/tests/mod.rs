//! Figures as news words them, each told in one line: low, high, bound, unit, what is counted, rate.

mod company;
mod models;

use crate::extract::{Engine, Hints};
use crate::record::{Bound, Change, Figure, FigureKind};
use crate::text::Text;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::default);

fn told(f: &Figure) -> String {
    let end = |n: Option<f64>| n.map_or("?".to_owned(), |n| format!("{}", (n * 1e6).round() / 1e6));
    let sign = match f.bound {
        Bound::Exact | Bound::Range => "",
        Bound::About => "~",
        Bound::AtLeast => ">=",
        Bound::MoreThan => ">",
        Bound::AtMost => "<=",
        Bound::LessThan => "<",
    };
    let value = if f.bound == Bound::Range { format!("{}..{}", end(f.low), end(f.high)) } else { end(f.value()) };
    let unit = match (&f.counted, f.unit.as_str()) {
        (Some(noun), _) => format!(" {noun}"),
        (None, "1") => String::new(),
        (None, unit) => format!(" {unit}"),
    };
    let old = if f.kind == FigureKind::Age { " old" } else { "" };
    let per = f.per.as_ref().map_or(String::new(), |per| format!("/{per}"));
    format!("{sign}{value}{unit}{old}{per}")
}

fn changes(source: &str, expected: &[Option<Change>]) {
    let record = ENGINE.extract(&Text::new(source), &Hints::default());
    let found: Vec<Option<Change>> = record.figures.iter().map(|f| f.change).collect();
    assert_eq!(found, expected, "in {source:?}");
}

fn check(source: &str, expected: &[&str]) {
    let record = ENGINE.extract(&Text::new(source), &Hints::default());
    let found: Vec<String> = record.figures.iter().map(told).collect();
    assert_eq!(found, expected, "in {source:?}");
}

#[test]
fn money() {
    check("A deal worth US$250bn, or A$380 billion.", &["250000000000 USD", "380000000000 AUD"]);
    check("It paid 58 cents a pound.", &["0.58 USD/pound"]);
    check("Shares cost RM23.50 or 7.5 million Danish crowns.", &["23.5 MYR", "7500000 DKK"]);
    check("a loss of $-50.8bn", &["-50800000000 USD"]);
    check("It cost 1,200€.", &["1200 EUR"]);
    check("a million-dollar home", &["1000000 USD"]);
    check("a fee of 1,015 francs", &["1015 franc"]);
    check(
        "In Norway profit shrank to 310 million kroner last year from 455 million.",
        &["310000000 NOK", "455000000 NOK"],
    );
    check("Mexico and Chile agreed on 5 million pesos.", &["5000000 peso"]);
    check("Mexico met Chile. Mexico will pay 5 million pesos.", &["5000000 MXN"]);
    check("Pakistan will pay 5 million rupees.", &["5000000 PKR"]);
    check("It will pay 5 million rupees.", &["5000000 INR"]);
    check("China imported 5 million tons of tin. The plant makes 5 tons.", &["5000000 t", "5 {ton}"]);
    check(
        "It pays TRY 350 million and 11.2 cents a unit to ALL 350 people.",
        &["350000000 TRY", "0.112 USD/unit", "350 people"],
    );
    check("It costs between $4 and $6 million.", &["4000000..6000000 USD"]);
    check("It costs from $200 to $4 million.", &["200..4000000 USD"]);
}

#[test]
fn degrees_apart() {
    check("It hit 45.2 C in Seville; keep it at 68 F.", &["45.2 Cel", "68 [degF]"]);
    check("He got 45 C grades and 12.", &["45 C grade", "12"]);
}

#[test]
fn bounds_and_rates() {
    check("at least 25 million tonnes annually", &[">=25000000 t/year"]);
    check("rates of over 40 percent", &[">40 %"]);
    check("up to 700 workers", &["<=700 worker"]);
    check("employs some 22.3 million people", &["~22300000 people"]);
    check("$200 billion over two years", &["200000000000 USD", "2 a"]);
    check("for well over two years", &[">2 a"]);
    check("800,000 barrels a day", &["800000 [bbl_us]/day"]);
    check("7 million tonnes of liquefied natural gas a year from Texas", &["7000000 t/year"]);
    check("7 tonnes of meat and fish a year from 2027", &["7 t/year"]);
    check("7 tonnes of fish a year from now", &["7 t"]);
    check("C$1.41 per U.S. dollar", &["1.41 CAD/dollar"]);
    check("$3.51 per million Btu", &["3.51 USD/mmBtu"]);
    check("7 million tonnes of steel a year, up from 6 million", &["7000000 t/year", "6000000 t/year"]);
    check("$6.8 billion a year earlier", &["6800000000 USD"]);
    check("300-odd ships and 50 or more crews", &["~300 ship", ">=50 crew"]);
}

#[test]
fn ranges_and_changes() {
    check("between 2.7 and 2.9 million tonnes a year", &["2700000..2900000 t/year"]);
    check("two to four cents more", &["0.02..0.04 USD"]);
    check("doubled from 25 to 50 percent", &["25 %", "50 %"]);
    check("tariffs of 8-12%", &["8..12 %"]);
    check("claims from $200 to $4 million", &["200..4000000 USD"]);
    check("it rose 18 sen to RM23.50", &["0.18 MYR", "23.5 MYR"]);
    check("They gave 7.8, 17 and 35.3 percent", &["7.8 %", "17 %", "35.3 %"]);
    check("from 5 to 7 per cent to 3 to 5 per cent", &["5..7 %", "3..5 %"]);
}

#[test]
fn counts_and_ages() {
    check("an order for 179 new tankers", &["179 new tanker"]);
    check("a three-course meal for 13 people", &["3 course", "13 people"]);
    check("Jane Doe, 44, and a 12-year-old boy", &["44 a old", "12 a old"]);
    check("men aged 18 to 34", &["18..34 a old"]);
    check("one in five Britons", &["0.2"]);
    check("prices 2.5 times as high after a sixfold rise", &["2.5", "6"]);
}

#[test]
fn units() {
    check("a 25-basis-point cut", &["25 {bp}"]);
    check("a 10kW unit weighing 278kg", &["10 kW", "278 kg"]);
    check("an 80-minute talk within a decade", &["80 min", "10 a"]);
    check("warming of 1.5C", &["1.5 Cel"]);
    check("half a percent and half an hour", &["0.5 %", "0.5 h"]);
}

#[test]
fn parts_of_one_measure() {
    check("It is 2 km and 1 metre off.", &["2001 m"]);
    check("He is 6 feet 2 inches tall.", &["74 [in_i]"]);
    check("She is six foot two.", &["74 [in_i]"]);
    check("It took 1 hour 30 minutes.", &["90 min"]);
    check("It took an hour and 45 minutes.", &["105 min"]);
    check("It took 2h 30m.", &["150 min"]);
    check("a fish of 5 lb, 3 oz", &["83 [oz_av]"]);
    check("1 year, 2 days and 4 seconds", &["31708804 s"]);
    check("aged 2 years and 3 months old", &["27 mo old"]);
    check("3 years, 2 months, 14 days, and 16 hours", &["3 a", "2 mo", "14 d", "16 h"]);
    check("races of 10 km, 400 m and 200 m", &["10 km", "400 m", "200 m"]);
    check("5 pounds and 3 metres", &["5 [lb_av]", "3 m"]);
    check("between 2 hours and 30 minutes", &["2 h", "30 min"]);
}

#[test]
fn prefixes_and_powers_of_units() {
    check("It runs at 3 nanoseconds or 40 µs.", &["3 ns", "40 us"]);
    check("One gigaannum is 5 Ga.", &["1 Ga", "5 Ga"]);
    check("2 kibibytes, 3 MiB and 7 PB", &["2 KiBy", "3 MiBy", "7 PBy"]);
    check("falling at 9.8 m/s2", &["9.8 m/square second"]);
    check("a flux of 340 W m-2", &["340 W/square metre"]);
    check("4e14 s-1", &["400000000000000 s-1"]);
    check("12 milligrays and 3 kilowatt-hours", &["12 mGy", "3 kW.h"]);
    check("a pore of 2.1 pm", &["2.1 pm"]);
    check("He came at 2 pm.", &[]);
    check("52 ± 3 percent", &["52 %"]);
    check("a 50,000-dwt ship with 4,000 TEU", &["50000 {dwt}", "4000 {TEU}"]);
}

#[test]
fn one_and_a_part() {
    check("It is a mile and a half off.", &["1.5 [mi_i]"]);
    check("A baby of a year and a half old", &["1.5 a old"]);
    check("It costs half a dollar.", &["0.5 USD"]);
    check("It is 20 degrees below zero.", &["-20 deg"]);
    check("A 6'2\" man", &["74 [in_i]"]);
    check("A couple of ships and a pair of planes came.", &["~2 ship", "2 plane"]);
    check("She is in her early 40s, he in his fifties.", &["40..49 a old", "50..59 a old"]);
    check("It cost two grand after two grand slams.", &["2000", "2 grand slam"]);
}

#[test]
fn output_in_the_trade() {
    check("It pumps 3 mb/d and 20 kbpd.", &["3000000 [bbl_us]/day", "20000 [bbl_us]/day"]);
    check("a plant of 5 Mtpa", &["5000000 t/year"]);
    check("at 1015 mb of pressure", &["1015 mbar"]);
}

#[test]
fn ranges_with_one_sign() {
    check("worth €1.5-2.5bn", &["1500000000..2500000000 EUR"]);
    check("worth $10 to 15 million", &["10000000..15000000 USD"]);
    check("It hit 1-2 million.", &["1000000..2000000"]);
    check("They won 52.3% to 47.7%.", &["52.3 %", "47.7 %"]);
    check("It lost 95 cents to 76.20.", &["0.95 USD", "76.2 USD"]);
}

#[test]
fn small_change() {
    check("It cost 15 dollars 50.", &["15.5 USD"]);
    check("It cost 15 dollars and 50 cents.", &["15.5 USD"]);
    check("It cost $3 and fourteen.", &["3.14 USD"]);
    check("It cost 15 dollars and 50 people came.", &["15 USD", "50 people"]);
    check("between 5 dollars and 10.", &["5..10 USD"]);
    check("It rose $5 and 10 percent.", &["5 USD", "10 %"]);
}

#[test]
fn money_of_the_whole_list() {
    check("It cost 3 zlotys 50 groszy.", &["3.5 PLN"]);
    check("It cost 10 pesos 5 centavos.", &["10.05 peso"]);
    check("KZT500, GEL12 and 1,000 USDT", &["500 KZT", "12 GEL", "1000 USDT"]);
    check("At COP28 with an AMD64 and RON95", &[]);
    check("He weighs 5 stone 3 pounds by 5 stone walls.", &["73 [lb_av]", "5 stone wall"]);
    check("a score of 5 plus or minus 1", &["5"]);
}

#[test]
fn money_named_in_front() {
    check("Sales were MEUR 60 and cost 48.5 MGBP.", &["60000000 EUR", "48500000 GBP"]);
    check("It cost rupees 5,000 there.", &["5000 INR"]);
    check("He paid almost a dollar.", &["~1 USD"]);
    check("It sells at $3 a kilogram.", &["3 USD/kilogram"]);
    check("They lost to the Malls 3 times.", &["3 time"]);
}

#[test]
fn no_figures() {
    check("She flew on Air Force One to the G20 and watched the 787 Dreamliner.", &[]);
    check("One of the men, in 2019, said no one knew.", &[]);
    check("They lost 2-1 and the S&P 500 sank under Section 232.", &[]);
    check("Call 555-0199 about COVID-19 and 5G, 24/7.", &[]);
    check("Prices fell in the first half and the third quarter.", &[]);
    check("The bill was cut in half on March 4 at 5 p.m.", &[]);
    check("Orders have fallen by half since May.", &["0.5"]);
}

#[test]
fn no_figures_in_telephones_and_addresses() {
    check("Call 020 7946 0123 or +44 20 7946 0123.", &[]);
    check("It met at 10 Downing Street and at 12 Elm Tree Road.", &[]);
    check("It has: (1) a ship, (2) a plane; see Art. 5 and page 3 of 10.", &[]);
    check("They landed on runway 27L.", &[]);
}

#[test]
fn no_figures_in_names_and_codes() {
    check("It met the Group of Seven, bought 7-Eleven shops and a Trent 900 engine.", &[]);
    check("As shown before [4], [12]–[15], see Table 1 and pages 71, 72 and 73.", &[]);
    check("It lies at 33°30′21″N; R2D2 called +1 212-555-0199.", &[]);
    check("At one point one side left, and the two leaders met.", &[]);
    check("The four were found; number 20 Jones won; it stays until at least 2031.", &[]);
    check("The 2008 financial crisis and the 2016 elections", &[]);
}

#[test]
fn no_figures_but_figures_beside_them() {
    check("In Ukraine 500 people fled.", &["500 people"]);
    check("no word about three policemen", &["3 policeman"]);
    check("two new 737 Max jets", &["2 new 737 Max jet"]);
    check("It will take 50 737 Max jets and 18 787 jets.", &["50 737 Max jet", "18 787 jet"]);
    check("eight million 250ml bottles", &["8000000 bottle", "250 mL"]);
    check("hundreds of years and tens of thousands of dollars", &["100..1000 a", "10000..100000 USD"]);
    check("C$6 (US$4.46) per share", &["6 CAD/share", "4.46 USD/share"]);
    check(
        "more than 5 million Danish crowns (US$1 million) or over 2 tonnes (4,400 lb)",
        &[">5000000 DKK", ">1000000 USD", ">2 t", ">4400 [lb_av]"],
    );
    check("more than 10 and less than 20 percent", &["10..20 %"]);
    check("three or four years", &["3..4 a"]);
    check("forty-five (45) days", &["45 d"]);
}

#[test]
fn directions() {
    use Change::{Down, Up};
    changes("Shares rose 3% to $9.29.", &[Some(Up), None]);
    changes("a 19% drop and a 4 percent rise", &[Some(Down), Some(Up)]);
    changes("It expects to grow sales by 35 percent.", &[Some(Up)]);
    changes("The fund raised $3 million and gave up 12 seats.", &[None, None]);
    changes("The Dow was up 58.06 points, the S&P +0.2%.", &[Some(Up), Some(Up)]);
}

#[test]
fn nouns_and_units_said_before() {
    check(
        "They freed 250 Kurdish prisoners and 90 of them went home.",
        &["250 Kurdish prisoner", "90 Kurdish prisoner"],
    );
    check("The party won 34 seats, up from 28.", &["34 seat", "28 seat"]);
    check("The towns had 22 fires, compared with an average of 20 a week.", &["22 fire", "20 fire/week"]);
    check("The index lost 62.3 points to end at 7,425.8.", &["62.3 {point}", "7425.8 {point}"]);
    check("The highest bid is 84.75 cents, while the lowest is 74.07.", &["0.8475 USD", "0.7407 USD"]);
    check("Ships took 5 million tonnes in 2018 and 6 million in 2019.", &["5000000 t", "6000000 t"]);
    check("Labour won twelve seats and the Greens three.", &["12 seat", "3 seat"]);
    check("It left three dead and 14 wounded after killing 11.", &["3 people", "14 people", "11 people"]);
    check("They want another player or two.", &["2 player"]);
    check("The shop fell short of estimates of 64,900.", &["64900"]);
}

#[test]
fn signs_and_magnitudes_of_both_ends() {
    check("It will invest $4bn-5bn.", &["4000000000..5000000000 USD"]);
    check("It will invest $4-5 billion.", &["4000000000..5000000000 USD"]);
    check("It costs €20-30m.", &["20000000..30000000 EUR"]);
    check("Between 2m and 3m people voted.", &["2000000..3000000 people"]);
    check("About 1 500 tonnes", &["~1500 t"]);
    check("More than half of the 50 states have one.", &[">0.5", "50 state"]);
}

#[test]
fn houses_jets_and_torn_names() {
    check("Houses at 9 E 71st St and 49 Acacia Road were sold.", &[]);
    check("They took 900 COVID -19 tests.", &["900 COVID -19 test"]);
    check("Boeing delivered the final 717 jet.", &[]);
    check("12 Main Street shops shut.", &["12 Main Street shop"]);
    check("The top three seeds lost.", &["3 top seed"]);
}

#[test]
fn rates_for_each() {
    check("The winners took half a million each.", &["500000/each"]);
    check("They paid $5 each and each child got 3 pens.", &["5 USD/each", "3 pen"]);
    check("It has a GDP per capita of $12,000.", &["12000 USD/person"]);
    check(
        "Per-capita income rose 5% to 9,000 euros and debt hit $3 billion.",
        &["5 %", "9000 EUR/person", "3000000000 USD"],
    );
    check("They ate 40 kg of rice per head.", &["40 kg/person"]);
    check("It makes 500 cars a day, or 150,000 a year.", &["500 car/day", "150000 car/year"]);
}

#[test]
fn pounds_and_signs_that_are_lost() {
    check("Tickets cost 40 pounds per person.", &["40 GBP/person"]);
    check("They eat 40 pounds per person.", &["40 [lb_av]/person"]);
    check("Oil fell from $10 to 5 a barrel.", &["10 USD", "5 USD/barrel"]);
    check("A PS8.1bn bid, and a PS5 console", &["8100000000 GBP"]);
    check(
        "It costs 2.4 million yen ($22,480), or 2,380,000 ($21,972) in red.",
        &["2400000 JPY", "22480 USD", "2380000 JPY", "21972 USD"],
    );
    check("Winds of 30 kt blew.", &["30 [kn_i]"]);
    check("The taxi cost 150 kn there.", &["150 HRK"]);
}

#[test]
fn tallies() {
    check(
        "Labour won 12 seats, the SNP seven, Plaid Cymru 4 and Greens 3.",
        &["12 seat", "7 seat", "4 seat", "3 seat"],
    );
    check("They got 40.5 percent, Greens 7.2 and independents 3.", &["40.5 %", "7.2 %", "3 %"]);
    check("They sold 12 jets, and Windows 10.", &["12 jet"]);
}

#[test]
fn parts_of_a_whole_that_is_named() {
    check("Two of the six men were held.", &["2 man", "6 man"]);
    check("They sent 12 boats, of which 3 sank.", &["12 boat", "3 boat"]);
    check("Of the 60 people on board, 12 survived.", &["60 people", "12 people"]);
    check("A mother of three died.", &["3 child"]);
    check("Scores of people fled with low scores of 8 and 9.", &["20..200 people", "8", "9"]);
    check("Sales fell by a third to 12,000 units after a quarter point.", &["0.333333", "12000 unit", "0.25 {point}"]);
    check("The third quarter points to a third party.", &[]);
}

#[test]
fn ages_beside_their_measure() {
    check("Anna Hill 44 has left.", &["44 a old"]);
    check("Apollo Hill 44 has left.", &[]);
    check("Life expectancy is around 73.", &["~73 a old"]);
    check("The retirement age will rise from 65 to 67.", &["65 a old", "67 a old"]);
}

#[test]
fn directions_of_a_list() {
    let up = Some(Change::Up);
    changes("It rose 7.8, 17 and 35.3 percent.", &[up, up, up]);
    changes("It rose 3 percent and 5 percent of it was lost.", &[up, None]);
    changes("They shot down 28 of 30 drones.", &[None, None]);
}

#[test]
fn subjects_and_ages_that_go_on() {
    check("They held 40 people and 12 were charged.", &["40 people", "12 people"]);
    check("It said 1,034 of its soldiers had died and 2,600 had been hurt.", &["1034 soldier", "2600 soldier"]);
    check("Two children aged 3 and 7 died.", &["2 child", "3 a old", "7 a old"]);
    check("Seven out of every 10 adults have it, and one in every five wants it.", &["0.7", "0.2"]);
    check("It pumped 10.2m b/d.", &["10200000 [bbl_us]/day"]);
}

#[test]
fn products_without_a_hair() {
    let record = ENGINE.extract(&Text::new("It sold 4.1 million barrels."), &Hints::default());
    assert_eq!(record.figures[0].low.map(|n| n.to_string()).as_deref(), Some("4100000"));
}
