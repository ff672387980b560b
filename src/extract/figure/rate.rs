//! Rates: "a year", "per barrel", "annually", "/kg", "a head", "per capita", "800,000 barrels a day", "km/s2", "W m⁻²".
//!
//! "$6.78 billion a year earlier" is no rate, nor is "for a share of".

use super::Reader;
use super::amount::{Amount, Of};
use super::words::Class;
use crate::record::FigureKind;
use crate::text::TokenKind;
use crate::text::noun::{is_plural, singular};

/// One word that makes a rate of what stands before it.
const ADVERBS: &[(&str, &str)] = &[
    ("annually", "year"),
    ("apiece", "piece"),
    ("daily", "day"),
    ("hourly", "hour"),
    ("monthly", "month"),
    ("nightly", "night"),
    ("quarterly", "quarter"),
    ("weekly", "week"),
    ("yearly", "year"),
];

/// Takes the rate after a unit, noun or number.
pub(super) fn after(reader: &Reader<'_>, amount: &mut Amount) {
    if matches!(amount.of, Of::Age(_) | Of::Ratio) || amount.per.is_some() {
        return;
    }
    let text = reader.text;
    let end = amount.tokens.end;
    if let Some((_, per)) = ADVERBS.iter().find(|(word, _)| *word == text.lower(end)) {
        amount.per = Some((*per).to_owned());
        amount.tokens.end = end + 1;
        amount.say(format!("“{}” makes it a rate", text.word(end)));
        return;
    }
    let first = reader.past_hyphen(end);
    let Some((per, next)) = (match text.lower(first) {
        "a" | "an" | "every" | "each" => named(reader, amount, first),
        "per" => any(reader, reader.past_hyphen(first + 1)),
        "/" if !reader.space_before(first) => symbol(reader, first + 1),
        "in" if text.lower(first + 1) == "every" => named(reader, amount, first + 1),
        _ => inverse(reader, amount),
    })
    .or_else(|| each(reader, first)) else {
        if let Some(per) = past_goods(reader, amount) {
            amount.say(format!("“{per}” after the goods makes it a rate"));
            amount.per = Some(per);
        } else if is_per_capita(reader, amount) {
            amount.say("“per capita” before the amount makes it a rate");
            amount.per = Some("person".to_owned());
        }
        return;
    };
    // "95 gallons per person per day".
    let again = (text.lower(next) == "per" && text.lower(first) == "per").then(|| any(reader, next + 1)).flatten();
    let (per, next) = again.map_or((per.clone(), next), |(other, end)| (format!("{per} per {other}"), end));
    amount.say(format!("“{}” makes it a rate", text.slice(text.span_of(first..next))));
    amount.per = Some(per);
    amount.tokens.end = next;
}

/// "half a million each": for every one of those named, where no noun follows.
fn each(reader: &Reader<'_>, at: usize) -> Option<(String, usize)> {
    let text = reader.text;
    let after = text.lower(at + 1);
    let closed = text.tokens().get(at + 1).is_none_or(|t| t.kind == TokenKind::Mark)
        || matches!(
            after,
            "after" | "and" | "as" | "at" | "but" | "by" | "for" | "from" | "in" | "on" | "over" | "to" | "while"
        );
    (text.lower(at) == "each" && closed && text.word(at + 1) != "-").then(|| ("each".to_owned(), at + 1))
}

/// "GDP per capita of $12,000", "per-capita income rose to 9,000 euros": said of the measure before the amount, with no
/// other amount of the sort and no new clause between.
fn is_per_capita(reader: &Reader<'_>, amount: &Amount) -> bool {
    let text = reader.text;
    if !matches!(amount.of, Of::Money(_)) {
        return false;
    }
    let start = amount.tokens.start;
    let ends = |i: &usize| {
        !matches!(text.word(*i), "." | ";" | ":" | "(" | ")" | "," | "$" | "€" | "£")
            && !matches!(text.lower(*i), "and" | "but" | "while" | "with")
    };
    let said = |i: usize| {
        matches!(text.lower(i), "capita" | "head")
            && i.checked_sub(1)
                .is_some_and(|k| text.lower(k) == "per" || text.word(k) == "-" && k > 0 && text.lower(k - 1) == "per")
    };
    (start.saturating_sub(10)..start).rev().take_while(ends).any(said)
}

/// "7 million tonnes of steel a year": the rate stands after the goods, which stay outside the figure.
fn past_goods(reader: &Reader<'_>, amount: &Amount) -> Option<String> {
    let text = reader.text;
    let end = amount.tokens.end;
    if text.lower(end) != "of" || !matches!(amount.of, Of::Money(_) | Of::Unit(_)) {
        return None;
    }
    for at in end + 2..end + 7 {
        if let Some((_, per)) = ADVERBS.iter().find(|(word, _)| *word == text.lower(at)) {
            return Some((*per).to_owned());
        }
        if text.lower(at) == "per" && matches!(text.lower(at + 1), "capita" | "head" | "person") {
            return Some("person".to_owned());
        }
        if matches!(text.lower(at), "a" | "per" | "every" | "each") {
            let time = reader.lists.unit_words.at(text, at + 1);
            let time = time.is_some_and(|(unit, _)| reader.lists.units[unit].kind == FigureKind::Duration);
            return (time || text.lower(at + 1) == "night").then(|| named(reader, amount, at).map(|(name, _)| name))?;
        }
        let joins = text.lower(at) == "and";
        if reader.lists.is(Class::Stop, text.lower(at)) && !joins || text.tokens().get(at)?.kind != TokenKind::Word {
            return None;
        }
    }
    None
}

/// Abbreviations that hold unit and rate, and how many of the unit they are.
const BUNDLED: &[(&str, &str, &str, f64)] = &[
    ("b/d", "day", "[bbl_us]", 1.0),
    ("bcf/d", "day", "[cft_i]", 1e9),
    ("bcfd", "day", "[cft_i]", 1e9),
    ("boe/d", "day", "{boe}", 1.0),
    ("boepd", "day", "{boe}", 1.0),
    ("bopd", "day", "[bbl_us]", 1.0),
    ("bpd", "day", "[bbl_us]", 1.0),
    ("kb/d", "day", "[bbl_us]", 1e3),
    ("kbd", "day", "[bbl_us]", 1e3),
    ("kboe/d", "day", "{boe}", 1e3),
    ("kbpd", "day", "[bbl_us]", 1e3),
    ("ktpa", "year", "t", 1e3),
    ("mb/d", "day", "[bbl_us]", 1e6),
    ("mbd", "day", "[bbl_us]", 1e6),
    ("mboe/d", "day", "{boe}", 1e3),
    ("mboed", "day", "{boe}", 1e3),
    ("mbpd", "day", "[bbl_us]", 1e6),
    ("mcf/d", "day", "[cft_i]", 1e3),
    ("mcfd", "day", "[cft_i]", 1e3),
    ("mmb/d", "day", "[bbl_us]", 1e6),
    ("mmboe/d", "day", "{boe}", 1e6),
    ("mmbpd", "day", "[bbl_us]", 1e6),
    ("mmcf/d", "day", "[cft_i]", 1e6),
    ("mmcfd", "day", "[cft_i]", 1e6),
    ("mmscf/d", "day", "[cft_i]", 1e6),
    ("mmscfd", "day", "[cft_i]", 1e6),
    ("mmtpa", "year", "t", 1e6),
    ("mt/y", "year", "t", 1e6),
    ("mtpa", "year", "t", 1e6),
    ("mtpy", "year", "t", 1e6),
    ("tcf/y", "year", "[cft_i]", 1e12),
    ("tpa", "year", "t", 1.0),
    ("tpd", "day", "{ton}", 1.0),
    ("tpy", "year", "t", 1.0),
];

/// "3 mb/d", "10 Mtpa", "4,500 tpd": takes an abbreviation of unit and rate; whether there was one.
pub(super) fn bundled(reader: &Reader<'_>, amount: &mut Amount) -> bool {
    let text = reader.text;
    let first = amount.number.end;
    let slash = text.word(first + 1) == "/" && !reader.space_before(first + 1) && !reader.space_before(first + 2);
    let end = first + if slash { 3 } else { 1 };
    let said = text.lower_slice(text.span_of(first..end));
    let Some((_, per, code, times)) = BUNDLED.iter().find(|(short, ..)| *short == said) else { return false };
    let Some(unit) = reader.lists.unit_of_code(code).filter(|_| amount.of == Of::Nothing) else { return false };
    amount.low *= times;
    amount.high *= times;
    amount.of = Of::Unit(unit);
    amount.per = Some((*per).to_owned());
    amount.tokens.end = end;
    amount.say(format!("“{}” is short for a unit and a rate", text.slice(text.span_of(first..end))));
    true
}

/// "a year", "an ounce", "every month": a unit or a noun of the list, and not "a year earlier".
fn named(reader: &Reader<'_>, amount: &Amount, article: usize) -> Option<(String, usize)> {
    let text = reader.text;
    let at = reader.past_hyphen(article + 1);
    let (name, next) = match reader.lists.unit_words.at(text, at) {
        Some((unit, next)) => {
            let row = &reader.lists.units[unit];
            let name = if row.factor == 1.0 { row.name.clone() } else { singular(text.lower(at)).into_owned() };
            (name, next)
        }
        None if text.lower(at) == "pound" => ("pound".to_owned(), at + 1),
        None if reader.lists.is(Class::PerNoun, text.lower(at)) => (text.lower(at).to_owned(), at + 1),
        None => return None,
    };
    let singular_word = !text.lower(next - 1).ends_with('s');
    let after = text.lower(next);
    // "a year from now" and "a day after the vote" are times, "a year from 2027" and "a day from Texas" rates.
    let from_then = after == "from" && matches!(text.lower(next + 1), "now" | "today" | "then" | "the" | "that");
    let points_back = from_then || matches!(after, "earlier" | "ago" | "later" | "before" | "after" | "since" | "old");
    // "A year" after a bare number or a duration is a time of its own, except where numbers are counted over it.
    let duration = amount.unit(&reader.lists.units).is_some_and(|u| u.kind == FigureKind::Duration);
    let counts = !duration || matches!(text.lower(at), "week" | "day" | "month" | "year");
    let share_of = after == "of" && !matches!(text.lower(at), "pound" | "ton" | "tonne" | "barrel" | "bushel" | "kilo");
    (singular_word && !points_back && counts && !share_of).then_some((name, next))
}

/// "per barrel", "per capita", "per sq m": any noun.
fn any(reader: &Reader<'_>, at: usize) -> Option<(String, usize)> {
    let text = reader.text;
    // "per net tonne", "per dry ton": how it is weighed.
    let weighed =
        matches!(text.lower(at), "net" | "gross" | "dry" | "wet" | "deadweight" | "troy" | "fine" | "standard");
    let at = at + usize::from(weighed && reader.lists.unit_words.at(text, at + 1).is_some());
    if let Some((unit, next)) = reader.lists.unit_words.at(text, at) {
        let row = &reader.lists.units[unit];
        return Some((if row.factor == 1.0 { row.name.clone() } else { text.lower(at).to_owned() }, next));
    }
    if let Some(found) = raised(reader, at) {
        return Some(found);
    }
    if let Some((unit, next)) = reader.lists.unit_symbols.at(text, at) {
        return Some((reader.lists.units[unit].name.clone(), next));
    }
    // "C$1.41 per U.S. dollar".
    if let Some((_, next)) = reader.lists.money_words.at(text, at).filter(|(coin, next)| !coin.minor && *next > at + 1)
    {
        return Some((text.lower(next - 1).to_owned(), next));
    }
    match text.lower(at) {
        // "metres per square second".
        power @ ("square" | "cubic") => {
            let (unit, next) = reader.lists.unit_words.at(text, at + 1)?;
            Some((format!("{power} {}", reader.lists.units[unit].name), next))
        }
        "capita" | "head" => Some(("person".to_owned(), at + 1)),
        "annum" => Some(("year".to_owned(), at + 1)),
        "cent" | "" => None,
        // "per 100,000 people" keeps its base in words.
        _ if text.tokens()[at].kind == TokenKind::Number => {
            let noun = text.tokens().get(at + 1).is_some_and(|t| t.kind == TokenKind::Word);
            // "per 1,000 live births".
            let two = noun && !is_plural(text.lower(at + 1)) && is_plural(text.lower(at + 2));
            let next = at + 1 + usize::from(noun) + usize::from(two);
            Some((text.lower_slice(text.span_of(at..next)).to_owned(), next))
        }
        word if text.tokens()[at].kind == TokenKind::Word => Some((singular(word).into_owned(), at + 1)),
        _ => None,
    }
}

/// "/kg", "/day", "/m2".
pub(super) fn symbol(reader: &Reader<'_>, at: usize) -> Option<(String, usize)> {
    let text = reader.text;
    if let Some(found) = raised(reader, at) {
        return Some(found);
    }
    let (unit, next) =
        reader.lists.unit_symbols.at(text, at).or_else(|| reader.lists.unit_words.at(text, at)).or_else(|| {
            let unit = if text.word(at) == "lb" { "[lb_av]" } else { return None };
            reader.lists.unit_of_code(unit).map(|unit| (unit, at + 1))
        })?;
    Some((reader.lists.units[unit].name.clone(), next))
}

/// "s2", "m³", "cm^3": a symbol to the second or third power, where the list has no unit of its own for it.
fn raised(reader: &Reader<'_>, at: usize) -> Option<(String, usize)> {
    let text = reader.text;
    let word = text.word(at);
    let lists = reader.lists;
    let stem = word.strip_suffix(['2', '3']);
    if let Some((unit, stem)) = stem.and_then(|stem| lists.unit_symbols.get(stem).map(|unit| (unit, stem))) {
        let listed = lists.unit_symbols.get(word);
        let power = power_name(word.strip_prefix(stem)?)?;
        let name =
            listed.map_or_else(|| format!("{power} {}", lists.units[unit].name), |u| lists.units[u].name.clone());
        return Some((name, at + 1));
    }
    let unit = lists.unit_symbols.get(word)?;
    let caret = at + 1 + usize::from(text.word(at + 1) == "^");
    let power = power_name(text.word(caret)).filter(|_| !reader.space_before(at + 1) && !reader.space_before(caret))?;
    Some((format!("{power} {}", lists.units[unit].name), caret + 1))
}

fn power_name(digit: &str) -> Option<&'static str> {
    match digit {
        "2" | "²" => Some("square"),
        "3" | "³" => Some("cubic"),
        _ => None,
    }
}

/// "km s-1", "W m−2", "g cm⁻³": a second unit with a negative power.
fn inverse(reader: &Reader<'_>, amount: &Amount) -> Option<(String, usize)> {
    let text = reader.text;
    let at = amount.tokens.end;
    if !matches!(amount.of, Of::Unit(_)) {
        return None;
    }
    let unit = reader.lists.unit_symbols.get(text.word(at))?;
    let minus = matches!(text.word(at + 1), "-" | "−" | "⁻") && !reader.space_before(at + 1);
    if !minus || reader.space_before(at + 2) {
        return None;
    }
    let name = &reader.lists.units[unit].name;
    match text.word(at + 2) {
        "1" | "¹" => Some((name.clone(), at + 3)),
        power => power_name(power).map(|power| (format!("{power} {name}"), at + 3)),
    }
}
