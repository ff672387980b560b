//! Over which stretch of time a figure holds: "this season", "over two years", "by 2040".

use super::around::Around;
use crate::extract::clause::{Item, PhraseKind};
use crate::extract::reading::Reading;
use crate::record::{FigureKind, Time, TimeKind, Window};

/// Words before a time that belong to the window.
const KEPT: &[&str] =
    &["over", "within", "by", "until", "since", "between", "from", "during", "after", "before", "through", "till"];

/// The window of a figure: the time nearest after it in its clause, else one that opens the sentence.
pub(in crate::extract) fn window(reading: &Reading<'_>, around: &Around) -> Option<Window> {
    if around.kind(reading) == FigureKind::Duration {
        return None;
    }
    let clauses = &reading.clauses;
    let mut i = around.item + 1;
    let mut found = None;
    while let Some(item) = clauses.items.get(i).filter(|_| i < around.item + 12) {
        match *item {
            Item::Phrase(p) if is_time(reading, p) => {
                found = Some(p);
                break;
            }
            // Another figure has the times after it for itself, unless "and" joins the two.
            Item::Phrase(p)
                if clauses.phrases[p].figure.is_some_and(|f| !is_duration(reading, f)) && !goes_on(reading, i) =>
            {
                break;
            }
            Item::Verb(_) if i > around.item + 1 => break,
            Item::Stop | Item::Subordinator(_) => break,
            _ => {}
        }
        i += 1;
    }
    let found = found.or_else(|| opening(reading, around))?;
    Some(read(reading, found))
}

/// "fell 20% to 2.9 million bags in July": the next figure is a step of the same movement.
fn goes_on(reading: &Reading<'_>, i: usize) -> bool {
    let before = i.checked_sub(1).map(|b| reading.clauses.items[b]);
    matches!(before, Some(Item::Preposition(t)) if matches!(reading.text.lower(t), "to" | "from"))
}

fn is_duration(reading: &Reading<'_>, figure: usize) -> bool {
    reading.record.figures.get(figure).is_some_and(|f| f.kind == FigureKind::Duration)
}

fn is_time(reading: &Reading<'_>, p: usize) -> bool {
    let phrase = &reading.clauses.phrases[p];
    let adverb = matches!(reading.text.lower(phrase.head), "annually" | "daily" | "weekly" | "monthly" | "yearly");
    let lasts = || phrase.kind == PhraseKind::Figure && phrase.figure.is_some_and(|f| is_duration(reading, f));
    !is_rate(reading, p) && (phrase.kind == PhraseKind::Time && !adverb || lasts() || is_season(reading, p))
}

/// "tonnes of grain a year": how often, where no preposition makes it "for a year".
fn is_rate(reading: &Reading<'_>, p: usize) -> bool {
    let text = reading.text;
    let tokens = &reading.clauses.phrases[p].tokens;
    let article = |at: usize| matches!(text.lower(at), "a" | "an" | "every" | "each" | "per");
    let first = tokens.start.saturating_sub(usize::from(tokens.len() == 1));
    article(first)
        && tokens.end <= first + 2
        && matches!(text.lower(tokens.end - 1), "year" | "month" | "week" | "day" | "quarter" | "hour" | "season")
        && first.checked_sub(1).is_none_or(|before| {
            !matches!(text.lower(before), "for" | "in" | "within" | "over" | "after" | "about" | "than" | "nearly")
        })
}

/// "this season", "the current quarter": a stretch that no calendar resolves.
fn is_season(reading: &Reading<'_>, p: usize) -> bool {
    let phrase = &reading.clauses.phrases[p];
    let head = matches!(
        reading.text.lower(phrase.head),
        "season" | "quarter" | "year" | "month" | "week" | "decade" | "harvest" | "half"
    );
    let pointed = matches!(
        reading.text.lower(phrase.tokens.start),
        "this" | "next" | "last" | "the" | "each" | "every" | "marketing" | "fiscal"
    );
    head && pointed && phrase.figure.is_none()
}

/// A time at the start of the figure's sentence, before its verb: "Between 2017 and 2018, exports fell".
fn opening(reading: &Reading<'_>, around: &Around) -> Option<usize> {
    let clauses = &reading.clauses;
    let mut first = None;
    for i in (around.item.saturating_sub(40)..around.item).rev() {
        match clauses.items[i] {
            Item::Stop => break,
            Item::Phrase(p) if is_time(reading, p) => {
                let opens = i == 0
                    || matches!(clauses.items[i - 1], Item::Stop)
                    || matches!(clauses.items[i - 1], Item::Preposition(_))
                        && (i == 1 || matches!(clauses.items[i - 2], Item::Stop));
                first = opens.then_some(p);
            }
            _ => {}
        }
    }
    first
}

fn read(reading: &Reading<'_>, p: usize) -> Window {
    let phrase = &reading.clauses.phrases[p];
    let mut tokens = phrase.tokens.clone();
    let before = tokens.start.wrapping_sub(1);
    if KEPT.contains(&reading.text.lower(before)) {
        tokens.start = before;
    }
    while matches!(reading.text.lower(tokens.start), "the" | "a") && tokens.len() > 1 {
        tokens.start += 1;
    }
    let span = reading.text.span_of(tokens);
    let times = &reading.record.times;
    let after = times.partition_point(|t| t.span.start < span.end);
    let near: &[Time] = times.get(after.saturating_sub(3)..after).unwrap_or_default();
    let time = near.iter().find(|t| t.span.overlaps(span) && t.kind != TimeKind::Set);
    let (from, to) = time.map_or((None, None), |t| (t.from.clone(), t.to.clone()));
    let open = from.is_none() && to.is_none();
    Window { text: reading.text.slice(span).to_owned(), from, to, open }
}
