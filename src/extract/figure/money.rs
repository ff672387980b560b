//! Money: "$4bn", "A$ 5", "RM23.50", "7.5 million Danish crowns", "58 cents", "20 euros", "1,200€".
//!
//! Which dollar "$" is, [`super::dollar`] tells. "pounds" are money where something British, a price or a magnitude stands
//! by them, else a weight. A noun that several currencies share ("franc")
//! is settled by the one country of the text that has such a currency; else it stays that noun, in small letters, and is
//! marked as unsure.

use super::amount::{Amount, Of};
use super::lists::{Coin, FigureLists};
use super::words::Class;
use super::{Reader, label, unit};
use crate::record::Certainty;
use crate::text::noun::is_plural;
use crate::text::number::Form;
use crate::text::{Text, TokenKind};

/// Codes that are words too: a code only where they touch the number.
const WORD_CODES: &[&str] = &["ALL", "COP", "CUP", "LAK", "MAD", "MOP", "PEN", "SOS", "TOP", "TRY"];

impl FigureLists {
    /// The currency of a code.
    pub(super) fn coin(&self, code: &str) -> Option<Coin> {
        self.currencies.iter().position(|c| c.code == code).map(|row| Coin { row, minor: false })
    }

    /// Whether a row is a noun that several currencies share, those of which one is usually meant ("rupee") included.
    pub(super) fn is_shared(&self, coin: Coin) -> bool {
        let row = &self.currencies[coin.row];
        row.code.bytes().any(|b| b.is_ascii_lowercase()) || row.name == "rupee"
    }
}

/// The currency that a shared noun means: that of the one country of the text that has such a currency, or of the one named at
/// least twice as often as any other.
pub(super) fn settle(reader: &Reader<'_>, amount: &mut Amount, coin: Coin) -> Coin {
    let lists = reader.lists;
    let homes = reader.homes.get_or_init(|| {
        let text = reader.text.as_str().as_bytes();
        let named = |place: &String| memchr::memmem::find_iter(text, place.as_bytes()).count();
        let counted = |i: usize| (i, lists.currencies[i].homes.iter().map(named).max().unwrap_or_default());
        (0..lists.currencies.len()).map(counted).filter(|&(_, count)| count > 0).collect()
    });
    let noun = lists.currencies[coin.row].name.as_str();
    let mut fitting: Vec<_> = homes.iter().filter(|(i, _)| lists.currencies[*i].name.ends_with(noun)).collect();
    fitting.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    match fitting[..] {
        [&(row, _)] => {
            amount.certainty = amount.certainty.max(Certainty::Likely);
            amount.say("The one country of the text with such a currency settles which it is");
            return Coin { row, ..coin };
        }
        [&(row, most), &(_, next), ..] if most >= 2 * next => {
            amount.certainty = amount.certainty.max(Certainty::Likely);
            amount.say("The country with such a currency that the text speaks of most settles which it is");
            return Coin { row, ..coin };
        }
        [] if noun == "rupee" => return coin,
        _ => {}
    }
    amount.certainty = Certainty::Unsure;
    amount.say(format!("The text does not say which {noun} it is"));
    coin
}

/// Takes a currency sign or code before the number, unless an earlier amount has it: tokens from `free` on are free.
pub(super) fn sign_before(reader: &Reader<'_>, amount: &mut Amount, free: usize) {
    let text = reader.text;
    let at = amount.number.start;
    let Some((coin, first)) = reader.lists.signs_before.before(text, at).filter(|&(_, first)| first >= free) else {
        name_before(reader, amount, free);
        return;
    };
    // "A $500 bill" opens with an article.
    let spaced = first + 1 < at && text.word(first) == "A" && reader.space_before(first + 1);
    let article = spaced && reader.opens_sentence(first);
    let first = first + usize::from(article);
    let coin = if article { reader.lists.coin("USD").unwrap_or(coin) } else { coin };
    let sign = text.span_of(first..at);
    let touching = !reader.space_before(at);
    let letters = text.slice(sign).chars().all(|c| c.is_alphabetic() || c == '.');
    let short = letters && text.slice(sign).chars().filter(|c| c.is_alphabetic()).count() < 3;
    // "KD 45 million" and "SR 2,500" are amounts; "TL 1" may be anything.
    let written = amount.scale > 1.0 || text.word(at).contains(',');
    let spaced_short = short
        && !(written && text.slice(sign).chars().filter(|c| c.is_alphabetic()).count() > 1)
        && !matches!(text.slice(sign), "Rs" | "Rs." | "RM" | "Rp" | "Dh" | "Dhs" | "Tk" | "NIS" | "LE");
    // "TRY 350 million", but not "ALL 350 people".
    let a_word =
        WORD_CODES.contains(&text.slice(sign)) && amount.scale < 1e5 || spaced_short || text.slice(sign) == "CFA";
    // "PS" is the sign of the pound only where the tokens were parted for it; "the PS 5,000" is a games console.
    let lost_pound = text.slice(sign) == "PS" && !touching;
    let inside_word = letters && first > 0 && !reader.space_before(first) && text.word(first - 1) == "-";
    if letters && !touching && a_word || inside_word || lost_pound {
        return;
    }
    let coin = if reader.lists.is_shared(coin) { settle(reader, amount, coin) } else { coin };
    amount.tokens.start = first;
    amount.of = Of::Money(coin);
    if let Some(before) = first.checked_sub(1)
        && matches!(text.word(before), "-" | "−")
        && !reader.space_before(first)
        && reader.space_before(before)
    {
        amount.low = -amount.low;
        amount.high = -amount.high;
        amount.tokens.start = before;
    }
    if text.slice(sign) == "$"
        && let Some(dollar) = reader.dollar
    {
        amount.of = Of::Money(dollar.coin);
        amount.certainty = amount.certainty.max(dollar.certainty);
        amount.say(dollar.why);
    }
}

/// Names that stand before the number in the English of some countries, and are no other word.
const NAMED_BEFORE: &[&str] = &[
    "baht",
    "birr",
    "cedi",
    "cedis",
    "dirham",
    "dirhams",
    "dollar",
    "dollars",
    "euro",
    "euros",
    "kwacha",
    "naira",
    "peso",
    "pesos",
    "ringgit",
    "riyals",
    "rupee",
    "rupees",
    "rupiah",
    "shillings",
    "taka",
    "yen",
    "yuan",
];

/// "MEUR 60", "MSEK 230", "dollar 22.5 million", "Rupees 500": a code with its magnitude, or the name, before digits.
fn name_before(reader: &Reader<'_>, amount: &mut Amount, free: usize) {
    let text = reader.text;
    let at = amount.number.start;
    let Some(first) = at.checked_sub(1).filter(|&first| first >= free && amount.form == Form::Digits) else { return };
    if let Some((coin, scale)) = scaled_code(reader.lists, text.word(first)).filter(|_| amount.scale == 1.0) {
        scale_by(amount, scale);
        amount.of = Of::Money(coin);
        amount.tokens.start = first;
        amount.say("The letter before the currency’s code is its magnitude");
        return;
    }
    let before = first.checked_sub(1).map_or("", |i| text.lower(i));
    let Some((coin, next)) = reader.lists.money_words.at(text, first) else { return };
    let single = next == at && NAMED_BEFORE.contains(&text.lower(first));
    let written = amount.scale > 1.0 || text.word(at).contains([',', '.']) || text.lower(first).ends_with('s');
    // "against the dollar 3 …", "the Australian dollar 0.7", "2 million euros 500": the name belongs to what is before.
    let free_name =
        !matches!(before, "the" | "a" | "its" | "per" | "and") && !reader.in_number(first.saturating_sub(1));
    let lower = text.word(first).chars().all(char::is_lowercase) || !label::starts_with_capital(before);
    let bare = text.tokens().get(amount.number.end).is_none_or(|t| t.kind != TokenKind::Word)
        || reader.lists.is(Class::Stop, text.lower(amount.number.end));
    if single && written && free_name && lower && bare {
        amount.of = Of::Money(coin);
        amount.tokens.start = first;
        amount.certainty = Certainty::Likely;
        amount.say("The currency is named before the number");
    }
}

fn is_code(word: &str) -> bool {
    word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// "MEUR", "KUSD", "TSEK": a code of ISO 4217 after the letter of a magnitude, as companies of the north of Europe write.
fn scaled_code(lists: &FigureLists, word: &str) -> Option<(Coin, f64)> {
    let (scale, code) = match word.as_bytes() {
        [b'M', _, _, _] => (1e6, word.strip_prefix('M')?),
        [b'K' | b'k' | b'T', _, _, _] => (1e3, word.strip_prefix(['K', 'k', 'T'])?),
        _ => return None,
    };
    (is_code(code) && !WORD_CODES.contains(&code)).then(|| lists.coin(code).map(|coin| (coin, scale)))?
}

fn scale_by(amount: &mut Amount, scale: f64) {
    amount.low *= scale;
    amount.high *= scale;
    amount.scale *= scale;
}

/// Takes the name, code or sign of a currency after the number; whether there was one.
pub(super) fn after(reader: &Reader<'_>, amount: &mut Amount) -> bool {
    let text = reader.text;
    let end = amount.number.end;
    let first = reader.past_hyphen(end);
    if matches!(text.lower(first), "pound" | "pounds") && amount.of == Of::Nothing {
        return pounds(reader, amount, first);
    }
    if let Some((coin, scale)) = scaled_code(reader.lists, text.word(end)).filter(|_| amount.scale == 1.0) {
        scale_by(amount, scale);
        amount.of = Of::Money(coin);
        amount.tokens.end = end + 1;
        amount.say("The letter before the currency’s code is its magnitude");
        return true;
    }
    // "half a dollar".
    let first = first + usize::from(amount.low.abs() < 1.0 && matches!(text.lower(first), "a" | "an"));
    let found = reader.lists.money_words.at(text, first).or_else(|| sign_after(reader, amount));
    let Some((mut coin, mut next)) = found else {
        if let (Of::Money(sign), true) = (&amount.of, text.lower(first) == "in") {
            // "$4 million in cash": nothing to take, the sign has said it.
            amount.of = Of::Money(*sign);
        }
        return matches!(amount.of, Of::Money(_));
    };
    if is_other_word(reader, amount, first, next) {
        return matches!(amount.of, Of::Money(_));
    }
    if let Of::Money(sign) = amount.of {
        // "US$23 billion dollars" repeats the sign; "$5 Canadian dollars" makes it plain.
        let is_dollar = |coin: Coin| reader.lists.currencies[coin.row].name.ends_with("dollar");
        if !(is_dollar(sign) && is_dollar(coin)) || coin.minor {
            return true;
        }
        if Some(coin) == reader.lists.coin("USD") {
            coin = sign;
        }
    }
    // "75 USD million" has its magnitude after the code.
    if amount.scale == 1.0
        && let Some(scale) = scale_word(text.lower(next))
    {
        scale_by(amount, scale);
        next += 1;
    }
    if let Some(local) = reader.dollar.filter(|_| coin.minor && text.lower(first).starts_with("cent"))
        && reader.lists.coin("USD").is_some_and(|usd| usd.row == coin.row)
    {
        coin.row = local.coin.row;
        amount.certainty = amount.certainty.max(local.certainty);
        amount.say(local.why);
    }
    if coin.minor && text.lower(next) == "sterling" {
        next += 1;
    }
    if reader.lists.is_shared(coin) {
        coin = settle(reader, amount, coin);
    }
    amount.of = Of::Money(coin);
    amount.tokens.end = next;
    true
}

fn scale_word(lower: &str) -> Option<f64> {
    Some(match lower {
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}

/// "1,200€", "10$", "164p", "115USD": not "$" between two numbers, where it belongs to the one it touches.
fn sign_after(reader: &Reader<'_>, amount: &Amount) -> Option<(Coin, usize)> {
    let text = reader.text;
    let at = amount.number.end;
    let (coin, next) = reader.lists.signs_after.at(text, at).filter(|_| text.word(at) != "PS")?;
    let touching = !reader.space_before(at);
    let word = text.word(at);
    let one_letter = next == at + 1 && word.chars().all(char::is_alphabetic) && word.chars().count() == 1;
    // "10 c" where nothing follows; "10 c" before a word may be anything.
    let last = (word == "c" && !unit::is_warm(reader, at) || word == "R" && is_priced(reader, at))
        && amount.scale == 1.0
        && matches!(text.word(next), "" | "." | "," | ";");
    if one_letter && !last && (!touching || amount.scale > 1.0 && word != "p") {
        return None;
    }
    let number_follows = text.tokens().get(next).is_some_and(|t| t.kind == TokenKind::Number);
    // "10 $ 30 $" has its signs behind.
    let in_a_row = text.word(next + 1) == word && text.gap(next + 1) == text.gap(at);
    let joined = number_follows && (!touching || !reader.space_before(next)) && !in_a_row;
    let code = is_code(word);
    // "150 kn" are knots where nothing is priced.
    if word == "kn" && !is_priced(reader, at) {
        return None;
    }
    // "300 ANG airmen" are counted; "200 USD notes" are money.
    let paper = matches!(text.lower(next), "banknotes" | "bills" | "bonds" | "coins" | "deposits" | "loans" | "notes");
    if code && is_plural(text.lower(next)) && !paper {
        return None;
    }
    (!joined || code).then_some((coin, next)).filter(|_| !(code && WORD_CODES.contains(&word)))
}

/// Whether a currency's name is an ordinary word here: "12 won medals", "two real problems".
fn is_other_word(reader: &Reader<'_>, amount: &Amount, first: usize, next: usize) -> bool {
    if next != first + 1 {
        return false;
    }
    match reader.text.lower(first) {
        "won" => amount.low.abs() < 100.0,
        "penny" => amount.low > 1.0,
        // "two dollar stores" sell for a dollar each, but "50 dollar bills" and "million dollar house" are amounts.
        "euro" => reader.text.lower(next) == "area" || reader.text.lower(next) == "zone",
        _ => false,
    }
}

/// Whether the words before token `at` speak of a price: "tickets cost 40 pounds".
pub(super) fn is_priced(reader: &Reader<'_>, at: usize) -> bool {
    let first = reader.sentence_of(at).start.max(at.saturating_sub(12));
    (first..at).any(|i| reader.lists.is(Class::Price, reader.text.lower(i)))
}

/// Pounds in money or in weight.
fn pounds(reader: &Reader<'_>, amount: &mut Amount, at: usize) -> bool {
    let text = reader.text;
    if reader.lists.unit_words.at(text, at).is_some() {
        return false;
    }
    let of_something = text.lower(at + 1) == "of";
    let big = amount.scale >= 1e6;
    let after_part = at + 2 + usize::from(text.lower(at + 1) == "and");
    let pence = reader.in_number(after_part - 1) && matches!(text.lower(after_part), "pence" | "p");
    let first = reader.sentence_of(at).start.max(at.saturating_sub(6));
    let weighed = matches!(text.lower(at + 1), "lighter" | "heavier" | "overweight" | "underweight")
        || (first..at).any(|i| matches!(text.lower(i), "weigh" | "weighs" | "weighed" | "weighing"));
    let priced = !weighed && is_priced(reader, amount.number.start);
    let spent = text.lower(at + 1) == "in"
        && matches!(
            text.lower(at + 2),
            "aid"
                | "benefits"
                | "cash"
                | "compensation"
                | "costs"
                | "damages"
                | "debt"
                | "debts"
                | "fees"
                | "fines"
                | "notes"
                | "profit"
                | "profits"
                | "rent"
                | "sales"
                | "savings"
                | "tax"
                | "taxes"
                | "tips"
                | "wages"
        );
    let weighed = reader.weighed && !reader.british;
    let money = text.lower(at + 1) == "sterling"
        || pence
        || spent
        || !of_something && !weighed && (big || reader.british || priced);
    if money && let Some(coin) = reader.lists.coin("GBP") {
        amount.of = Of::Money(coin);
        amount.say("Pounds are money here: a price, a magnitude or something British stands by them");
        amount.certainty = Certainty::Likely;
    } else if let Some(unit) = reader.lists.unit_of_code("[lb_av]") {
        amount.of = Of::Unit(unit);
        amount.say("Pounds are a weight here: neither a price nor anything British stands by them");
        amount.certainty = Certainty::Likely;
    }
    amount.tokens.end = at + 1 + usize::from(text.lower(at + 1) == "sterling");
    amount.of != Of::Nothing
}

/// Whether the text prices something by the pound in weight: "268 cents a pound".
pub(super) fn is_weighed(text: &Text) -> bool {
    [" a pound", " per pound"]
        .iter()
        .any(|word| memchr::memmem::find(text.as_str().as_bytes(), word.as_bytes()).is_some())
}

/// Whether something British in the text makes "pounds" money.
pub(super) fn is_british(text: &Text) -> bool {
    ["£", "sterling", "Britain", "British", "London", "England", " UK "]
        .iter()
        .any(|word| memchr::memmem::find(text.as_str().as_bytes(), word.as_bytes()).is_some())
}
