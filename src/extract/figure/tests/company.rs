//! Numbers that the words and numbers beside them tell how to read.

use super::{changes, check};
use crate::record::Change;

#[test]
fn a_million_or_metres() {
    check("It sold 2m units, up from 1.4m.", &["2000000 unit", "1400000 unit"]);
    check("It left 1.5m homeless.", &["1500000 people"]);
    check("It serves 10m+ customers.", &[">=10000000 customer"]);
    check("It has 131m monthly users.", &["131000000 monthly user"]);
    check("Of the 8 million species, around 5.6m are beetles.", &["8000000 species", "~5.6 m"]);
    check("Some 8 million species, or around 5.6m, are beetles.", &["~8000000 species", "~5600000 species"]);
    check("A 3.5m-tall wall cost £3m and is 2m wide.", &["3.5 m", "3000000 GBP", "2 m"]);
}

#[test]
fn units_of_numbers_in_a_row() {
    check("It is rated at 28/36/31 mpg.", &["28 [mi_i]/[gal_us]", "36 [mi_i]/[gal_us]", "31 [mi_i]/[gal_us]"]);
    check("A room of 12 by 15 feet", &["12 [ft_i]", "15 [ft_i]"]);
    check("The risk is $7/$9.", &["7..9 USD"]);
    check(
        "GM sold 1.1 million, Ford 900,000 and Audi 2.3 million cars.",
        &["1100000 car", "900000 car", "2300000 car"],
    );
    check("Labour is on 44%, the Greens on 11.", &["44 %", "11 %"]);
    check("They saw two $20 notes.", &["2 note", "20 USD"]);
}

#[test]
fn changes_and_levels_in_bare_numbers() {
    check("Deaths rose by 40 to 1,240.", &["40", "1240"]);
    check("It grew by $43.6 billion to $419 billion.", &["43600000000 USD", "419000000000 USD"]);
    check("Spreads widened by 12bps to 187 bp.", &["12 {bp}", "187 {bp}"]);
    check("Deaths rose by 40 to 50 a day.", &["40..50/day"]);
    let up = Some(Change::Up);
    changes("The Stoxx rose 0.4%, the DAX 0.6% and the CAC 40 0.3%.", &[up, up, up]);
    changes("It grew at an annualised 2.1 percent.", &[Some(Change::Up)]);
}

#[test]
fn ratios_of_two_numbers() {
    check("One of every five jobs is gone; it got 9.5 out of 10.", &["0.2", "0.95"]);
    check("a 1-in-2,500 chance", &["0.0004"]);
    check("a pupil-teacher ratio of 17:1, or 1.8 to 1", &["17", "1.8"]);
    check("It does 0-to-60 mph in 4 seconds.", &["0..60 [mi_i]/h", "4 s"]);
    check("an error of plus or minus 3.1 percent", &["3.1 %"]);
    check("a two-and-a-half-year study", &["2.5 a"]);
}

#[test]
fn money_in_letters() {
    check("It cost SFr12.5 million, KD 45 million or SR 2,500.", &["12500000 CHF", "45000000 KWD", "2500 SAR"]);
    check("Kenya spent Sh3.9 trillion.", &["3900000000000 KES"]);
    check("A $500 bill was found.", &["500 USD"]);
    check("He stole 1,000 pounds in cash.", &["1000 GBP"]);
    check(
        "The rand weakened to 18.45 per dollar, the yen to 155.2 to the dollar.",
        &["18.45 ZAR/dollar", "155.2 JPY/dollar"],
    );
}

#[test]
fn persons_and_their_ages() {
    check("Men over 50 and children under 5 pay nothing.", &[">50 a old", "<5 a old"]);
    check("He began when he was nine.", &["9 a old"]);
    check("They have three children, ages 4, 7 and 12.", &["3 child", "4 a old", "7 a old", "12 a old"]);
    check("A town of 12,000 lies near.", &["12000 people"]);
    check("The envoy left, but 15 others died.", &["15 people"]);
    check("It had 21,300 staff, 3,100 fewer than then.", &["21300 staff", "3100 staff"]);
    check("Two-thirds of the 650 members, or 433, agreed.", &["0.666667", "650 member", "433 member"]);
    check("The first 100 buyers pay less than the next 200.", &["100 buyer", "200 buyer"]);
}

#[test]
fn units_by_what_is_spoken_of() {
    check("It cut rates by a quarter point.", &["0.25 {pp}"]);
    check("The film has 16 billion b.", &["16000000000 bit"]);
    check("Bake it at 180C. It ran at 21C.", &["180 Cel", "21 Cel"]);
    check("It costs 40% less than the $1,000 rival and is 1.3 pounds lighter.", &["40 %", "1000 USD", "1.3 [lb_av]"]);
    check("It films at 30fps.", &["30 {fps}"]);
    check("He weighs 14st 3lb.", &["199 [lb_av]"]);
    check("They use 95 gallons per person per day.", &["95 [gal_us]/person per day"]);
    check("It sends 2 terabytes of data a night.", &["2 TBy/night"]);
}
