//! Models, initials and peoples as things counted; numbers in codes and scores that count nothing.

use super::check;

#[test]
fn models_in_the_plural() {
    check("It bought 32 F-16s and six B-52s.", &["32 F-16", "6 B-52"]);
    check("It built 63,150 Model 3s and ordered 25 Boeing 787-9s.", &["63150 Model 3", "25 Boeing 787-9"]);
    check("It has two 64-core chips and made four 3-pointers.", &["2 chip", "64 core", "4 3-pointer"]);
    check("The fleet of 190 jets averages 11 years.", &["190 jet", "11 a"]);
    check("It sent 300 ANG airmen and 200 USD notes.", &["300 ANG airman", "200 USD"]);
    check(
        "They asked about the five ships; it forced the evacuation of more than 30,000.",
        &["5 ship", ">30000 people"],
    );
    check("They fly 12 MiG-29 jets and own 1960s houses.", &["12 MiG-29 jet"]);
}

#[test]
fn plurals_in_a_vowel_or_in_capitals() {
    check("Twelve Israelis took 14 buses and three taxis.", &["12 Israeli", "14 bus", "3 taxi"]);
    check("It runs on 10,000 GPUs after five crises.", &["10000 GPU", "5 crisis"]);
    check(
        "It has over 1,400 full-time faculty and 50 associate degrees.",
        &[">1400 full-time faculty", "50 associate degree"],
    );
}

#[test]
fn codes_and_scores() {
    check("Its 401(k) plan is a 501(c)(3) group.", &[]);
    check("They beat Peru 3 – 0 and lost 1 – 2 at home.", &[]);
    check("He shot a five-under 67.", &["5", "67"]);
    check("It paid a six-figure sum for a 3.8 GPA.", &["3.8"]);
    check("Leave at junction 32 in the 19 th century.", &[]);
}

#[test]
fn names_that_open_a_sentence() {
    check("Falcon 9 lifted off. Studio 54 was closed. Maroon 5 played.", &[]);
    check("Python 3.12 is out, says the Group of 77.", &[]);
    check("Area 51 is in Nevada; Bus 42 was late; Psalm 23 was read.", &[]);
    check("Only 9 lifted off. Another 12 were hurt.", &["9", "12"]);
    check("Nearly 300 was too much. Police 12 officers short.", &["~300", "12 officer"]);
}
