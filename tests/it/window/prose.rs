//! For tests and benchmarks: news of made-up events, no two alike, with tariffs, purchases, quotations, dates and commitments in changing words.

/// What an article is made of, picked by its number.
struct Cast {
    from: &'static str,
    of: &'static str,
    to: &'static str,
    goods: &'static str,
    other: &'static str,
    minister: String,
    firm: &'static str,
    month: &'static str,
    year: u32,
    amount: u32,
    rate: u32,
}

const STATES: [(&str, &str); 11] = [
    ("Norway", "Norwegian"),
    ("Chile", "Chilean"),
    ("Kenya", "Kenyan"),
    ("Japan", "Japanese"),
    ("Canada", "Canadian"),
    ("Brazil", "Brazilian"),
    ("India", "Indian"),
    ("Mexico", "Mexican"),
    ("Vietnam", "Vietnamese"),
    ("Australia", "Australian"),
    ("Turkey", "Turkish"),
];
const GOODS: [&str; 9] = ["steel", "copper", "wheat", "soybeans", "coffee", "salmon", "timber", "cotton", "aluminum"];
const FIRST: [&str; 8] = ["Kari", "Diego", "Wanjiru", "Hana", "Claire", "Paulo", "Asha", "Elena"];
const LAST: [&str; 9] = ["Lund", "Soto", "Mwangi", "Ito", "Dubois", "Moreira", "Rao", "Vargas", "Berg"];
const FIRMS: [&str; 7] = [
    "Borealis Shipping",
    "Andes Metals",
    "Delta Foods",
    "Pacific Grain",
    "Kestrel Motors",
    "Orion Steel",
    "Volta Energy",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn cast(i: usize) -> Cast {
    let number = u32::try_from(i).unwrap_or_default();
    let (from, _) = STATES[i % STATES.len()];
    let (to, of) = STATES[(i * 3 + 1 + i / STATES.len()) % STATES.len()];
    let (to, of) = if to == from { STATES[(i + 5) % STATES.len()] } else { (to, of) };
    Cast {
        from,
        of,
        to,
        goods: GOODS[i % GOODS.len()],
        other: GOODS[(i + 4) % GOODS.len()],
        minister: format!("{} {}", FIRST[i % FIRST.len()], LAST[i / 2 % LAST.len()]),
        firm: FIRMS[i % FIRMS.len()],
        month: MONTHS[(i * 5) % MONTHS.len()],
        year: 2026 + number % 4,
        amount: 100 + number * 7 % 890,
        rate: 5 + number % 45,
    }
}

/// The `i`th article, with its date and title.
pub(crate) fn article(i: usize) -> String {
    let Cast { from, of, to, goods, other, minister, firm, month, year, amount, rate } = cast(i);
    let day = 1 + i % 28;
    let (more, least) = (rate + 10, amount / 2);
    let tariff = [
        format!("{from} imposed a tariff of {rate} percent on {of} {goods} on {day} {month} 2025."),
        format!(
            "{from} will raise its tariff on {goods} from {to} from {rate} percent to {more} percent in {month} {year}."
        ),
        format!("Imports of {of} {goods} now face a {rate}% duty in {from}, and {more}% from {month} {year}."),
    ];
    let purchase = [
        format!("{to} agreed to buy {amount},000 tonnes of {other} from {from} in {year}."),
        format!(
            "{to} will buy at least {least} million tonnes of {other} a year until {year}, its government promised."
        ),
        format!(
            "{firm} bought {amount},000 tonnes of {other} from {to} in 2024 and plans to buy more by {month} {year}."
        ),
    ];
    let quotation = [
        format!(
            "“We have waited for this for {} years,” {minister}, the trade minister of {from}, told reporters.",
            2 + i % 9
        ),
        format!("{minister}, the trade minister of {from}, said: “Nobody wins when {goods} cannot cross a border.”"),
        format!("“The price of {goods} will fall by {rate} percent,” said {minister}, who leads the talks for {from}."),
    ];
    let commitment = [
        format!("{from} promised to lift its ban on {of} {other} by {month} {year}."),
        format!(
            "The two governments agreed to suspend all port fees for {} months from {day} {month} {year}.",
            3 + i % 10
        ),
        format!("{to} pledged to invest ${amount} million in the ports of {from} over the next {} years.", 2 + i % 6),
    ];
    let rest = [
        format!("Exports of {goods} to {to} fell {rate} percent in {month} 2024, while {firm} hired {amount} people."),
        format!(
            "Trade between {from} and {to} rose to ${amount} billion in 2024, {more} percent more than a year before."
        ),
        format!("Shares in {firm} closed {rate} percent higher in {to} on Tuesday."),
    ];
    let one = |of: &[String; 3], shift: usize| of[(i / 3 + i * shift) % 3].clone();
    let (tariff, purchase) = (one(&tariff, 1), one(&purchase, 2));
    let (quotation, commitment, rest) = (one(&quotation, 1), one(&commitment, 0), one(&rest, 2));
    let date = format!("2025-{:02}-{day:02}", 1 + i % 12);
    let title = format!("{from} and {to} settle their quarrel over {goods}, part {i}");
    format!("---\ntitle: {title}\ndate: {date}\n---\n\n{tariff} {quotation}\n\n{purchase} {rest}\n\n{commitment}\n")
}
