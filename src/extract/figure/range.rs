//! Two numbers that are one range, or that share a unit or a magnitude.
//!
//! "15-20%", "between 2.7 and 2.9 million tonnes", "$200 to $4 million", "three or four years", "from 44 to 50 mg" are
//! ranges with two ends. "halved from 25 to 12.5 percent" is a change: two figures, each with the unit. "7.8, 17 and
//! 35.3 percent" and "280 million of the 1.5 billion shekels" share a unit. "rose 18 sen to RM23.50", "2-1" and
//! "2012-13" are no ranges.

use super::Reader;
use super::amount::{Amount, Of};
use super::change;
use crate::record::{Bound, Certainty, FigureKind};
use crate::text::TokenKind;
use crate::text::number::Form;

/// What stands between two amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    To,
    Dash,
    And,
    Or,
    Comma,
    /// "280 million of the 1.5 billion".
    Of,
    /// "12 by 15 feet", "3.7 x 4.6 metres".
    By,
    /// "28/36 mpg", "$7/$9".
    Slash,
}

/// Joins ranges and shares units, from left to right and then back.
pub(super) fn join(reader: &Reader<'_>, amounts: &mut [Amount]) {
    for i in 0..amounts.len().saturating_sub(1) {
        if let Some(link) = link(reader, &amounts[i], &amounts[i + 1]) {
            join_two(reader, amounts, i, link);
        }
    }
    for i in (0..amounts.len().saturating_sub(1)).rev() {
        share(reader, amounts, i);
    }
    for i in 1..amounts.len() {
        earlier_level(reader, amounts, i);
    }
}

/// "310 million kroner in the quarter from 455 million": where it came from is in the unit of where it is.
fn earlier_level(reader: &Reader<'_>, amounts: &mut [Amount], i: usize) {
    let (head, tail) = amounts.split_at_mut(i);
    let Some(right) = tail.first_mut().filter(|a| !a.gone && !has_unit(a) && a.form != Form::Vague) else { return };
    let start = right.start();
    if start.checked_sub(1).map_or("", |k| reader.text.lower(k)) != "from" {
        return;
    }
    let duration = |a: &Amount| a.unit(&reader.lists.units).is_some_and(|u| u.kind == FigureKind::Duration);
    let Some(left) = head.iter().rev().take(3).find(|a| !a.gone && !duration(a)) else { return };
    let percent = is_percent(reader, left);
    let before = left.start().checked_sub(1).map_or("", |k| reader.text.lower(k));
    let level = if percent { matches!(before, "to" | "at") } else { !change::moves(reader, before) };
    let near = start < left.tokens.end + 16 && reader.sentence_of(start).start <= left.tokens.start;
    if level && near && matches!(left.of, Of::Money(_) | Of::Unit(_)) {
        right.of = left.of.clone();
        right.per.clone_from(&left.per);
        right.certainty = right.certainty.max(Certainty::Likely);
        right.say("It is where the amount before it came from, and in its unit");
    }
}

fn link(reader: &Reader<'_>, left: &Amount, right: &Amount) -> Option<Link> {
    if left.gone || right.gone {
        return None;
    }
    let text = reader.text;
    let mut at = left.tokens.end;
    let end = right.start();
    if at > end {
        // A bound such as "up to" has taken the "to" between them.
        at = left.tokens.end.min(right.tokens.start);
        return (text.lower(at) == "to" && at + 1 == right.tokens.start).then_some(Link::To);
    }
    if end > at + 4 {
        return None;
    }
    // The hyphen of "8- to 16-metre" hangs in the air.
    if text.word(at) == "-" && !reader.space_before(at) && end > at + 1 {
        at += 1;
    }
    let words = (at..end).map(|i| text.lower(i));
    let mut link = None;
    for word in words {
        link = match (link, word) {
            (None, "to" | "through" | "till") | (Some(Link::Dash), "to") | (Some(Link::To), "-") => Some(Link::To),
            (None, "-" | "–" | "—" | "‑") => Some(Link::Dash),
            (None | Some(Link::Comma), "and" | "&") => Some(Link::And),
            (None | Some(Link::Comma), "or") => Some(Link::Or),
            (None, ",") => Some(Link::Comma),
            (None, "of") => Some(Link::Of),
            (None, "by" | "x" | "×") => Some(Link::By),
            (None, "/") => Some(Link::Slash),
            (Some(Link::Of), "the" | "its" | "their" | "his" | "her" | "all")
            | (Some(Link::To | Link::And), "the" | "a") => link,
            _ => return None,
        };
    }
    link
}

/// The unit of an amount, where it has one of its own.
fn has_unit(amount: &Amount) -> bool {
    !matches!(amount.of, Of::Nothing)
}

/// Whether two amounts are of the same thing.
fn same(left: &Amount, right: &Amount) -> bool {
    left.of == right.of && (left.per.is_none() || left.per == right.per)
}

fn join_two(reader: &Reader<'_>, amounts: &mut [Amount], i: usize, link: Link) {
    let text = reader.text;
    let Some([left, right]) = amounts.get_mut(i..i + 2) else { return };
    if left.is_range() || right.is_range() || left.form == Form::Vague || right.form == Form::Vague {
        return;
    }
    // "fell by a third to 12,000 units".
    let spelled = reader.text.tokens().get(left.number.start).is_some_and(|t| t.kind == TokenKind::Word);
    if left.form == Form::Fraction && right.form != Form::Fraction && spelled && left.low < 1.0 && !has_unit(left) {
        return;
    }
    let start = left.start();
    let before = if start > 0 { text.lower(start - 1) } else { "" };
    if link == Link::To && level_of(reader, left, right) {
        return;
    }
    // "between 5 dollars and 10".
    let left_only = link == Link::And && before == "between" && !has_unit(right) && left.low < right.low;
    // "€1.5-2.5bn" and "$10 to 15 million": the sign stands before the first number only.
    let sign = matches!(left.of, Of::Money(_)) && left.tokens.start < left.number.start && !has_unit(right);
    let rises = left.low < right.low || link == Link::To && before == "from";
    let signed = sign && matches!(link, Link::To | Link::Dash) && rises;
    let fits = !has_unit(left) || same(left, right) || left_only || signed;
    if !fits {
        return;
    }
    let both_money = matches!((&left.of, &right.of), (Of::Money(_), Of::Money(_)));
    if matches!(link, Link::And | Link::Comma) && two_sided(left, right) {
        return;
    }
    let is_range = match link {
        Link::To => {
            // "from 5 to 7 percent to 3 to 5 percent" moves from one range to another.
            let goes_on = text.lower(right.tokens.end) == "to";
            let change = before == "from" && !goes_on && change::verb_before(reader, start - 1).is_some();
            let from_range = before == "from" && !change;
            // "rose $5 to $20" is a change and a level; "rose 5 to 20 percent" is a range.
            // So is "rose by 40 to 1,240".
            let leap =
                !has_unit(left) && matches!(right.of, Of::Nothing | Of::Things(_)) && right.low >= 5.0 * left.low;
            let near = left.low < right.low && right.low < 5.0 * left.low;
            let moved = (has_unit(left) || leap)
                && before != "from"
                && change::moves(reader, before)
                && !(before == "by" && is_percent(reader, left) && near && is_no_rate(reader, start));
            if signed && (change || moved) {
                right.of = left.of.clone();
                right.say("It has the currency sign of the number before it");
                if change {
                    share_scale(left, right);
                }
                return;
            }
            if change {
                share_into(reader, left, right);
                return;
            }
            // "won 52 percent to 48", "beat them 21 to 14": a result.
            let falls = left.low > right.low * (right.scale / left.scale).max(1.0);
            from_range || !moved && !falls && (has_unit(right) || !has_unit(left) || signed)
        }
        Link::Dash => is_dash_range(reader, left, right),
        Link::And => before == "between",
        Link::Or => {
            right.low == left.low + 1.0
                && left.low >= 1.0
                && !has_unit(left)
                && left.form == right.form
                && text.word(left.number.end) != "-"
        }
        Link::Slash => both_money && left.low < right.low,
        Link::Comma | Link::Of | Link::By => false,
    };
    if !is_range {
        return;
    }
    // "between $4 and $6 million": both in millions, while "$200 to $4 million" starts at 200.
    let small = right.scale >= 1e6 && left.low < right.low / right.scale && left.low < 100.0;
    if !both_money || left.scale == 1.0 && right.tokens.start == right.number.start || small {
        share_scale(left, right);
    }
    // "two to three decades" are both tens of years.
    let factor = if has_unit(left) { 1.0 } else { right.unit(&reader.lists.units).map_or(1.0, |u| u.factor) };
    let (low, high) = (left.low * factor, right.low);
    if low == high {
        return;
    }
    left.low = low;
    left.high = high;
    left.number.end = right.number.end;
    left.tokens.end = right.tokens.end.max(left.tokens.end);
    if !has_unit(left) {
        left.of = right.of.clone();
    }
    left.per = right.per.take().or(left.per.take());
    left.certainty = left.certainty.max(right.certainty);
    let reasons = std::mem::take(&mut right.because);
    left.because.extend(reasons);
    if before == "between" || before == "from" {
        left.tokens.start = start - 1;
    }
    left.say("Two numbers make a range");
    right.gone = true;
    // What follows may link to the range as a whole ("from 5 to 7 percent to 3 to 5 percent" stays two ranges).
    amounts.swap(i, i + 1);
}

fn is_percent(reader: &Reader<'_>, amount: &Amount) -> bool {
    amount.unit(&reader.lists.units).is_some_and(|u| u.kind == FigureKind::Percent)
}

/// "raised prices by 5% to 15%": whether what the words before "by" name has no level in percent that "to" could tell.
fn is_no_rate(reader: &Reader<'_>, start: usize) -> bool {
    let first = reader.sentence_of(start).start.max(start.saturating_sub(12));
    !(first..start).any(|i| {
        matches!(
            reader.text.lower(i).trim_end_matches('s'),
            "rate"
                | "tariff"
                | "duty"
                | "dutie"
                | "levy"
                | "levie"
                | "tax"
                | "taxe"
                | "yield"
                | "inflation"
                | "unemployment"
                | "share"
                | "stake"
                | "margin"
                | "turnout"
                | "growth"
                | "surcharge"
                | "fee"
                | "interest"
                | "deficit"
        )
    })
}

/// "more than 10 and less than 20": two bounds that close a range from both sides.
fn two_sided(left: &mut Amount, right: &mut Amount) -> bool {
    let lower = |a: &Amount| matches!(a.bound, Some((Bound::AtLeast | Bound::MoreThan, _)));
    let upper = |a: &Amount| matches!(a.bound, Some((Bound::AtMost | Bound::LessThan, _)));
    let (low, high) = match (lower(left) && upper(right), upper(left) && lower(right)) {
        (true, _) => (left.low, right.low),
        (_, true) => (right.low, left.low),
        _ => return false,
    };
    if low >= high {
        return false;
    }
    if !has_unit(left) {
        left.of = right.of.clone();
    }
    left.tokens.start = left.start();
    (left.low, left.high, left.bound) = (low, high, None);
    left.tokens.end = right.tokens.end;
    left.per = right.per.take().or(left.per.take());
    left.say("Two bounds make a range");
    right.gone = true;
    true
}

/// "rose 64 points to 4,577": the level is in points, too. Whether it is one.
fn level_of(reader: &Reader<'_>, left: &Amount, right: &mut Amount) -> bool {
    let before = left.start().checked_sub(1).map_or("", |i| reader.text.lower(i));
    let percent = is_percent(reader, left);
    if has_unit(right) || !has_unit(left) || percent || !change::moves(reader, before) {
        return false;
    }
    right.of = left.of.clone();
    // "lost 95 cents to 76.20": the level is in dollars.
    if let Of::Money(coin) = &mut right.of
        && reader.text.word(right.number.start).contains('.')
    {
        coin.minor = false;
    }
    right.say("It is the level that the change before it leads to");
    true
}

/// Whether a dash between two numbers means "to".
fn is_dash_range(reader: &Reader<'_>, left: &Amount, right: &Amount) -> bool {
    let text = reader.text;
    let digits = |i: usize| text.word(i).bytes().all(|b| b.is_ascii_digit()) && !text.word(i).is_empty();
    let dash = |i: usize| matches!(text.word(i), "-" | "–") && !reader.space_before(i);
    let (start, end) = (left.number.start, right.number.end);
    let chain = dash(end) && digits(end + 1) || start > 1 && dash(start - 1) && digits(start - 2);
    if chain || text.word(start).len() == 3 && text.word(end - 1).len() == 4 && !has_unit(right) {
        return false;
    }
    let plain = |a: &Amount| a.tokens.len() == 1 && text.word(a.tokens.start).bytes().all(|b| b.is_ascii_digit());
    let rising = left.low < right.low * (right.scale / left.scale).max(1.0);
    if has_unit(right) || has_unit(left) {
        return rising || has_unit(left);
    }
    // Without a unit, "2-1" is a score, "555-1234" a telephone, "2012-13" a season.
    rising && plain(left) && plain(right) && left.low > 20.0 && !(1500.0..2100.0).contains(&left.low)
        || rising && right.scale > 1.0 && (left.scale > 1.0 || left.low * right.scale < right.low)
}

/// "2.7 and 2.9 million": the magnitude of the right belongs to the left, where that keeps the two alike.
fn share_scale(left: &mut Amount, right: &Amount) {
    let mantissa = right.low / right.scale;
    let alike = left.low <= mantissa || left.low <= mantissa * 5.0 && left.low < 1000.0;
    if left.scale == 1.0 && right.scale > 1.0 && left.low != 0.0 && left.low < 1000.0 && alike {
        left.low *= right.scale;
        left.high = left.low;
        left.scale = right.scale;
    }
}

/// Gives the left amount the unit of the right one.
fn share_into(reader: &Reader<'_>, left: &mut Amount, right: &Amount) {
    let marked = matches!(right.of, Of::Money(_)) && right.tokens.start < right.number.start;
    if !marked {
        share_scale(left, right);
    }
    if !has_unit(left) && !marked && has_unit(right) {
        left.of = right.of.clone();
        if let Some(unit) = right.unit(&reader.lists.units) {
            left.low *= unit.factor;
            left.high = left.low;
        }
        left.per.clone_from(&right.per);
        left.say("It shares the unit of the number after it");
    }
}

fn text_is_one(reader: &Reader<'_>, amount: &Amount) -> bool {
    amount.number.len() == 1 && reader.text.lower(amount.number.start) == "one"
}

/// "GM sold 1.1 million, Ford 900,000 and Toyota 2.3 million vehicles": only a name stands between the numbers.
fn is_row_of_names(reader: &Reader<'_>, left: &Amount, right: &Amount) -> bool {
    let text = reader.text;
    let between = left.tokens.end..right.start();
    let links = matches!(text.lower(between.start), "," | "and");
    let mut names = between.clone().skip(1).filter(|&i| !matches!(text.lower(i), "and" | "the"));
    let capital = |i: usize| text.word(i).starts_with(char::is_uppercase);
    let counts = matches!(right.of, Of::Things(_)) || is_percent(reader, right);
    let round = left.scale > 1.0 || text.word(left.number.start).contains([',', '.']);
    links && counts && round && (2..=5).contains(&between.len()) && names.clone().count() > 0 && names.all(capital)
}

/// Shares a unit through a list: "7.8, 17 and 35.3 percent".
fn share(reader: &Reader<'_>, amounts: &mut [Amount], i: usize) {
    // Asked first: the way to the next amount may be long.
    if amounts[i].gone || has_unit(&amounts[i]) || amounts[i].is_range() {
        return;
    }
    let Some(next) = (i + 1..amounts.len()).find(|&k| !amounts[k].gone) else { return };
    let link = link(reader, &amounts[i], &amounts[next]);
    let (head, tail) = amounts.split_at_mut(next);
    let (left, right) = (&mut head[i], &tail[0]);
    let Some(link) = link else {
        if is_row_of_names(reader, left, right) {
            left.of = right.of.clone();
            left.certainty = Certainty::Likely;
            left.say("It shares the noun of the number after the next name");
        }
        return;
    };
    let listed = match link {
        Link::And | Link::Or => true,
        // A comma alone parts all sorts of numbers: it shares only into a number that has shared before.
        Link::Comma => right.because.iter().any(|why| why.starts_with("It shares")),
        Link::Of if left.form == Form::Fraction => false,
        Link::Of => !matches!(right.of, Of::Unit(u) if reader.lists.units[u].kind == FigureKind::Percent),
        Link::By | Link::Slash => {
            matches!(right.of, Of::Unit(u) if reader.lists.units[u].kind == FigureKind::Quantity)
        }
        Link::To | Link::Dash => false,
    };
    let year = left.scale == 1.0 && (1500.0..2100.0).contains(&left.low) && left.number.len() == 1;
    let pronoun = text_is_one(reader, left);
    if listed && !year && !pronoun && left.form != Form::Vague {
        share_into(reader, left, right);
    }
}
