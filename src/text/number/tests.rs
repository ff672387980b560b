//! Numbers as news writes them.

use super::{Form, ordinal, read};
use crate::text::Text;

/// The numbers of `source`, each as "words=value".
fn check(source: &str, expected: &[(&str, f64)]) {
    let text = Text::new(source);
    let numbers = read(&text);
    let found: Vec<(&str, f64)> = numbers.iter().map(|n| (text.slice(n.span), (n.value * 1e6).round() / 1e6)).collect();
    assert_eq!(found, expected, "in {source:?}");
}

#[test]
fn digits() {
    check("1,500 cars and 2.75 tonnes", &[("1,500", 1500.0), ("2.75", 2.75)]);
    check("It grew to 816 000 t.", &[("816 000", 816_000.0)]);
    check("China has 1 414 021 100 people", &[("1 414 021 100", 1_414_021_100.0)]);
    check("it fell to .08 from -36", &[(".08", 0.08), ("-36", -36.0)]);
    check("a low of minus 40", &[("minus 40", -40.0)]);
    check("version 192.168.1.2", &[]);
    check("the 21st century", &[]);
}

#[test]
fn magnitudes() {
    check("$1.2bn, €500m and £3tn", &[("1.2bn", 1.2e9), ("500m", 5e8), ("3tn", 3e12)]);
    check("8.3m tonnes in 100m", &[("8.3m", 8.3e6), ("100", 100.0)]);
    check("35 lakh and 4 crore", &[("35 lakh", 3.5e6), ("4 crore", 4e7)]);
    check("4 hundred million", &[("4 hundred million", 4e8)]);
    check("a 5-million-dollar house", &[("5-million", 5e6)]);
    check("10k runners", &[("10k", 1e4)]);
}

#[test]
fn words_and_fractions() {
    check("three dozen eggs", &[("three dozen", 36.0)]);
    check("half a million people", &[("half a million", 5e5)]);
    check("a quarter of a million", &[("a quarter of a million", 2.5e5)]);
    check("two and a half years", &[("two and a half", 2.5)]);
    check("two and a half million", &[("two and a half million", 2.5e6)]);
    check("one million and a half", &[("one million and a half", 1.5e6)]);
    check("two-thirds of voters", &[("two-thirds", 0.666_667)]);
    check("about a quarter of them", &[("a quarter", 0.25)]);
    check("4½ inches, 7 3/4 percent", &[("4½", 4.5), ("7 3/4", 7.75)]);
    check("a hundred and two", &[("a hundred and two", 102.0)]);
    check("two point five", &[("two point five", 2.5)]);
}

#[test]
fn magnitudes_that_add_up() {
    check("3 hundred and 21 goats", &[("3 hundred and 21", 321.0)]);
    check("4 thousand 3 hundred and one", &[("4 thousand 3 hundred and one", 4301.0)]);
    check("2 crore 50 lakh", &[("2 crore 50 lakh", 2.5e7)]);
    check("3 million and 200 people", &[("3 million", 3e6), ("200", 200.0)]);
    check("two million, three hundred & six", &[("two million, three hundred & six", 2_000_306.0)]);
    check("a billion and a quarter million", &[("a billion and a quarter million", 1_000_250_000.0)]);
    check("a baker's dozen, 8 lacs", &[("a baker's dozen", 13.0), ("8 lacs", 8e5)]);
    check("a couple of million, a couple hundred", &[("a couple of million", 2e6), ("a couple hundred", 200.0)]);
    check("a couple of ships, a pair", &[("a couple of", 2.0)]);
    check("1.234.567,89 euros, 1’234 francs", &[("1.234.567,89", 1_234_567.89), ("1’234", 1234.0)]);
    check("3,5 percent of 3,5", &[("3,5", 3.5)]);
    check("10 00 000 rupees", &[("10 00 000", 1e6)]);
    check("12 (twelve) days", &[("12 (twelve)", 12.0)]);
    check("It pays one twenty six.", &[("one twenty six", 126.0)]);
    check("1,674.5 G", &[("1,674.5 G", 1.6745e12)]);
}

#[test]
fn powers() {
    check("3x2^4 bits, 10^3 and 2 × 10⁹", &[("3x2^4", 48.0), ("10^3", 1000.0), ("2 × 10⁹", 2e9)]);
    check("1.5^+2 or 6.2 × 10^-4", &[("1.5^+2", 2.25), ("6.2 × 10^-4", 0.00062)]);
    check("10⁶ cells and 3²", &[("10⁶", 1e6), ("3", 3.0)]);
    check("4e14, 9.8e-3, 5x10-3", &[("4e14", 4e14), ("9.8e-3", 0.0098), ("5x10-3", 0.005)]);
}

#[test]
fn fractions_of_compounds() {
    check("one twenty-fifth of it", &[("one twenty-fifth", 0.04)]);
    check("seven thirty-firsts", &[("seven thirty-firsts", 0.225_806)]);
    check("two hundred forty-fifths", &[("two hundred forty-fifths", 4.444_444)]);
    check("a hundredth", &[("a hundredth", 0.01)]);
    check("1 point 6 and zero point 77", &[("1 point 6", 1.6), ("zero point 77", 0.77)]);
    check("the forty-second man", &[("forty", 40.0)]);
    check("twenty-fifth", &[]);
}

#[test]
fn vague_amounts() {
    check("tens of thousands fled", &[("tens of thousands", 10_000.0)]);
    check("several hundred people", &[("several hundred", 100.0)]);
    let text = Text::new("millions of Americans");
    assert_eq!(read(&text)[0].form, Form::Vague);
}

#[test]
fn words_that_are_no_shares() {
    check("in the first half of the year", &[]);
    check("profit in the third quarter", &[]);
    check("a third person arrived", &[]);
    check("a half-time lead", &[]);
    check("the Penny Halves club", &[]);
}

#[test]
fn ranks() {
    let rank = |source: &str| ordinal(&Text::new(source), 0).map(|(value, _)| value);
    assert_eq!(rank("third"), Some(3.0));
    assert_eq!(rank("21st century"), Some(21.0));
    assert_eq!(rank("twenty-fifth"), Some(25.0));
    assert_eq!(rank("two hundredth"), Some(200.0));
    assert_eq!(rank("thirsty"), None);
}

#[test]
fn any_prefix_is_read_without_a_fault() {
    let source = "−½ 1 000 1.1.1 minus a hundred and -$.5bn 3/4/5 two and a half-half 1e5 x10^-3";
    for (i, _) in source.char_indices() {
        if let Some(prefix) = source.get(..i) {
            read(&Text::new(prefix));
        }
    }
}

#[test]
fn fractions_of_the_last_place_told() {
    check("corn at $4.41-3/4", &[("4.41-3/4", 4.4175)]);
    check("wheat at $5.38¾ a bushel", &[("5.38¾", 5.3875)]);
    check("a rate of 5-3/4 percent", &[("5-3/4", 5.75)]);
    check("2 thirds of them, 3-fifths of us", &[("2 thirds", 0.666_667), ("3-fifths", 0.6)]);
    check("3 quarters and 2 halves, 20 fifth graders", &[("3", 3.0), ("2", 2.0), ("20", 20.0)]);
    check("1.5m TEU in 2.5m deep water", &[("1.5m", 1.5e6), ("2.5", 2.5)]);
}
