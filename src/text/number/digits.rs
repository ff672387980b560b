//! Numbers in digits: grouping marks, decimals, groups set apart by spaces, and the letters that mean a magnitude.

use crate::text::{Text, TokenKind, is_apostrophe};

/// The value of digits as written ("1,500", "2.75", "1.234.567"); nothing where they are no number ("192.168.1.2").
pub(super) fn value(digits: &str) -> Option<f64> {
    let commas = digits.matches(',').count();
    let dots = digits.matches('.').count();
    match (commas, dots) {
        (0, 0 | 1) => digits.parse().ok(),
        (0, _) => grouped(digits, '.').then(|| without(digits, '.'))?,
        (_, 0) => grouped(digits, ',').then(|| without(digits, ','))?,
        (_, 1) => {
            let (whole, rest) = digits.split_once('.')?;
            if rest.contains(',') { european(digits) } else { grouped(whole, ',').then(|| without(digits, ','))? }
        }
        (1, _) => european(digits),
        _ => None,
    }
}

/// "1.234.567,89", as most of Europe writes.
fn european(digits: &str) -> Option<f64> {
    let (whole, rest) = digits.split_once(',')?;
    let usual = grouped(whole, '.') && is_whole(rest);
    usual.then(|| format!("{}.{rest}", whole.replace('.', "")).parse().ok())?
}

/// The value of "3,5" or "1,50" where a decimal comma is meant.
pub(super) fn decimal_comma(digits: &str) -> Option<f64> {
    let (whole, rest) = digits.split_once(',')?;
    let short = whole.len() <= 3 && (1..=2).contains(&rest.len());
    (short && is_whole(whole) && is_whole(rest)).then(|| format!("{whole}.{rest}").parse().ok())?
}

/// Whether digits are written without any mark.
pub(super) fn is_whole(digits: &str) -> bool {
    digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a token is of digits and their marks.
pub(super) fn is_number(word: &str) -> bool {
    word.bytes().next().is_some_and(|b| b.is_ascii_digit())
}

fn without(digits: &str, mark: char) -> Option<f64> {
    digits.replace(mark, "").parse().ok()
}

/// Whether marks part the digits in threes, or in twos before the last three as in India.
fn grouped(digits: &str, mark: char) -> bool {
    let mut groups = digits.rsplit(mark);
    let last = groups.next().map_or(0, str::len);
    let mut sizes = groups.map(str::len).peekable();
    let mut two = 0;
    let mut three = 0;
    let mut first = 0;
    while let Some(size) = sizes.next() {
        if sizes.peek().is_none() {
            first = size;
        } else {
            two += usize::from(size == 2);
            three += usize::from(size == 3);
            if !matches!(size, 2 | 3) {
                return false;
            }
        }
    }
    let lead = digits.starts_with('0');
    last == 3 && !lead && ((two == 0 && (1..=3).contains(&first)) || (three == 0 && (1..=2).contains(&first)))
}

/// One past the last token of digits that are grouped by marks that part tokens, from token `at` on: in threes by
/// spaces ("1 414 000", "816 000 t") or by apostrophes ("1’234’567"), or as in India ("10 00 000").
pub(super) fn parted_groups(text: &Text, at: usize) -> usize {
    let first = text.word(at);
    if first.len() > 3 || first.starts_with('0') || !is_whole(first) {
        return at + 1;
    }
    let apostrophes = apostrophe_groups(text, at);
    if apostrophes > at + 1 {
        return apostrophes;
    }
    let indian = indian_groups(text, at);
    if indian > at + 1 { indian } else { spaced_groups(text, at) }
}

fn apostrophe_groups(text: &Text, at: usize) -> usize {
    let glued = |i: usize| text.tokens().get(i).is_some_and(|t| !t.space_before);
    let mut end = at + 1;
    while text.word(end).chars().all(is_apostrophe)
        && text.word(end + 1).len() == 3
        && is_whole(text.word(end + 1))
        && glued(end)
        && glued(end + 1)
    {
        end += 2;
    }
    end
}

/// "10 00 000": two digits a group but for the last, of noughts.
fn indian_groups(text: &Text, at: usize) -> usize {
    let mut end = at + 1;
    while text.word(end) == "00" && text.gap(end) == " " {
        end += 1;
    }
    if end > at + 1 && text.word(end) == "000" && text.word(at).len() < 3 { end + 1 } else { at + 1 }
}

fn spaced_groups(text: &Text, at: usize) -> usize {
    let mut end = at + 1;
    let mut narrow = true;
    while let Some(token) = text.tokens().get(end) {
        let word = text.word(end);
        let whole = word.split('.').next().unwrap_or("");
        let gap = text.gap(end);
        let one_space = matches!(gap, " " | "\u{a0}" | "\u{202f}" | "\u{2009}");
        if token.kind != TokenKind::Number || whole.len() != 3 || word.contains(',') || !one_space {
            break;
        }
        narrow &= gap != " ";
        end += 1;
        if whole.len() != word.len() {
            break;
        }
    }
    // "18 777s" and "50 737 Max jets" are eighteen and fifty of a model.
    let plural = text.lower(end) == "s" && text.tokens().get(end).is_some_and(|t| !t.space_before);
    let model = matches!(text.word(end - 1).as_bytes(), [b'7', _, b'7']);
    const JETS: [&str; 9] =
        ["max", "jet", "jets", "plane", "planes", "aircraft", "dreamliner", "dreamliners", "freighters"];
    if plural || model && JETS.contains(&text.lower(end)) {
        return at + 1;
    }
    let groups = end - at;
    // Two groups with a plain space could be two numbers side by side ("Boeing 737 800"), unless round or after no name.
    let opens = |i: usize| text.tokens().get(i).is_some_and(|t| t.line_start) || text.word(i.wrapping_sub(1)) == ".";
    let safe = narrow
        || groups > 2
        || text.word(end - 1) == "000"
        || opens(at)
        || text.word(at - 1).chars().all(char::is_lowercase)
        || opens(at - 1) && matches!(text.lower(at - 1), "about" | "around" | "nearly" | "over" | "roughly" | "some");
    // Where more digits follow at once, the groups are part of something else: a telephone number, a list.
    let goes_on = text.tokens().get(end).is_some_and(|t| t.kind == TokenKind::Number && text.gap(end) == " ");
    if groups > 1 && safe && !goes_on { end } else { at + 1 }
}

/// The magnitude of a word or letters after digits ("bn", "m", "k", "lakh"); letters that are also units count only
/// where `money` stands before the digits or `noun` says that a thing counted follows.
pub(super) fn magnitude(word: &str, glued: bool, money: bool, noun: bool) -> Option<f64> {
    Some(match word {
        "bn" | "Bn" | "BN" | "bln" => 1e9,
        "tn" | "Tn" | "trn" | "tln" => 1e12,
        "mn" | "mln" | "Mn" => 1e6,
        "MM" | "mm" if money => 1e6,
        "cr" | "Cr" if money => 1e7,
        "m" | "M" | "mil" if money || noun => 1e6,
        "M" if glued => 1e6,
        "b" | "B" if money || (word == "B" && noun) => 1e9,
        "T" | "t" if money => 1e12,
        "k" if glued || money => 1e3,
        "K" if money || (glued && noun) => 1e3,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::value;

    fn check(digits: &str, expected: Option<f64>) {
        assert_eq!(value(digits), expected, "in {digits:?}");
    }

    #[test]
    fn grouping_and_decimals() {
        check("15", Some(15.0));
        check("1,500", Some(1500.0));
        check("1,674,200.5", Some(1_674_200.5));
        check("12,34,567", Some(1_234_567.0));
        check("1.234.567", Some(1_234_567.0));
        check("2.75", Some(2.75));
        check("1.234.567,89", Some(1_234_567.89));
        check("1.234,5", Some(1234.5));
    }

    #[test]
    fn no_numbers() {
        check("192.168.1.2", None);
        check("1,5", None);
        check("10,20,30", None);
        check("1.2.3", None);
        check("0,500", None);
    }
}
