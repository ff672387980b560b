//! The parts of a reading, in the order in which an analyst asks for them.

use super::table::{Table, wrap};
use crate::chart::{Ground, amount, purchase, tariff, text};
use crate::import::Draft;
use crate::record::{Entity, EntityKind, QuoteKind, TimeKind};
use jiff::civil::Date;

/// Sentences stand this far in, under what they say.
const INDENT: &str = "    ";

/// All parts that have something to say.
pub(super) fn all(draft: &Draft, published: Option<Date>, ground: Ground<'_>, width: usize) -> String {
    let parts = [
        head(draft, published, ground, width),
        figures(ground, width),
        charts(ground, width),
        names(ground, width),
        quotes(ground, width),
        commitments(ground, width),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Title, source and date, and what stays open without one.
fn head(draft: &Draft, published: Option<Date>, ground: Ground<'_>, width: usize) -> String {
    let title = draft.title.as_deref().map(|title| wrap(title, width, "")).unwrap_or_default();
    let day = published.map_or_else(|| "no date".to_owned(), |day| day.to_string());
    let mut out = format!("{title}{}, {day}\n", draft.source);
    let record = ground.record;
    let mut open: Vec<&str> = Vec::new();
    for time in record.times.iter().filter(|t| t.kind == TimeKind::Date && t.anchor.is_none()) {
        let words = ground.text.slice(time.span);
        if !open.contains(&words) {
            open.push(words);
        }
    }
    if published.is_none() && !open.is_empty() {
        let words: Vec<String> = open.iter().map(|words| format!("“{words}”")).collect();
        let note = format!("{} cannot be placed without its date; give it with --published.", words.join(", "));
        out.push_str(&wrap(&note, width, ""));
    }
    for warning in &draft.warnings {
        out.push_str(&wrap(warning, width, ""));
    }
    let counts = [
        (record.entities.len(), "name"),
        (record.figures.len(), "figure"),
        (record.times.len(), "time"),
        (record.quotes.len(), "quotation"),
        (record.commitments.len(), "commitment"),
    ];
    let counts = counts.iter().map(|&(n, what)| format!("{n} {what}{}", if n == 1 { "" } else { "s" }));
    let counts: Vec<String> = counts.collect();
    out.push_str(&wrap(&counts.join(", "), width, ""));
    out
}

/// Each figure as a row; the sentence that says it, and its neighbours, under the last of them.
fn figures(ground: Ground<'_>, width: usize) -> String {
    let figures = &ground.record.figures;
    if figures.is_empty() {
        return String::new();
    }
    let name = |id| amount::name_of(ground.record, id).unwrap_or_default().to_owned();
    let heading = ["value", "measure", "item", "actor", "window", "status", "said by"].map(str::to_owned).to_vec();
    let rows = figures.iter().map(|figure| {
        vec![
            amount::full(figure),
            figure.measure.as_str().to_owned(),
            figure.item.clone().unwrap_or_default(),
            name(figure.actor),
            figure.window.as_ref().map(|window| window.text.clone()).unwrap_or_default(),
            figure.status.label().to_owned(),
            name(figure.said_by),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let table = Table::new(&heading, &rows, width);
    let mut out = format!("FIGURES\n{}", table.row(&heading));
    for (n, (row, figure)) in rows.iter().zip(figures).enumerate() {
        out.push_str(&table.row(row));
        if figures.get(n + 1).is_none_or(|next| next.sentence != figure.sentence) {
            out.push_str(&wrap(amount::sentence(ground.text, figure), width, INDENT));
        }
    }
    out
}

/// Tariffs and purchases as bars; every other figure is in the table.
fn charts(ground: Ground<'_>, width: usize) -> String {
    let drawn = tariff::chart(ground).into_iter().chain(purchase::charts(ground));
    // Bars fit; a heading or a note may not.
    let fit = |line: &str| if line.chars().count() > width { wrap(line, width, "") } else { format!("{line}\n") };
    let drawn = drawn.map(|chart| text::render(&chart, width).lines().map(fit).collect::<String>());
    drawn.collect::<Vec<_>>().join("\n")
}

/// Who and what is named, by kind, with the number of mentions and what the article says of them.
fn names(ground: Ground<'_>, width: usize) -> String {
    let mut out = String::new();
    for kind in EntityKind::ALL {
        let mut named: Vec<(&Entity, usize)> =
            ground.record.entities.iter().filter(|e| e.kind == kind).map(|e| (e, mentions(ground, e))).collect();
        if named.is_empty() {
            continue;
        }
        named.sort_by_key(|&(_, n)| std::cmp::Reverse(n));
        out.push_str(if out.is_empty() { "" } else { "\n" });
        out.push_str(&kind.plural().to_uppercase());
        out.push('\n');
        for (entity, n) in named {
            let mut line = format!("{} ×{n}", entity.name);
            if !entity.roles.is_empty() {
                line = format!("{line}: {}", entity.roles.join("; "));
            }
            if !entity.aliases.is_empty() {
                let aliases: Vec<&str> = entity.aliases.iter().map(|alias| alias.text.as_str()).collect();
                line = format!("{line} (also {})", aliases.join(", "));
            }
            out.push_str(&wrap(&line, width, "  "));
        }
    }
    out
}

fn mentions(ground: Ground<'_>, entity: &Entity) -> usize {
    ground.record.mentions.iter().filter(|m| m.entity == Some(entity.id)).count()
}

/// Each quotation after its speaker.
fn quotes(ground: Ground<'_>, width: usize) -> String {
    let record = ground.record;
    let lines = record.quotes.iter().map(|quote| {
        let speaker = amount::name_of(record, quote.speaker).unwrap_or("Nobody named");
        let cue = quote.cue.as_deref().map(|cue| format!(" ({cue})")).unwrap_or_default();
        let kind = if quote.kind == QuoteKind::Indirect { ", in other words" } else { "" };
        let head = wrap(&format!("{speaker}{cue}{kind}"), width, "  ");
        format!("{head}{}", wrap(ground.text.slice(quote.span), width, INDENT))
    });
    section("QUOTATIONS", &lines.collect::<Vec<_>>())
}

/// Each commitment after how far it has gone.
fn commitments(ground: Ground<'_>, width: usize) -> String {
    let record = ground.record;
    let lines = record.commitments.iter().map(|commitment| {
        let actor = amount::name_of(record, commitment.actor).unwrap_or("Somebody");
        let object = commitment.object.as_deref().unwrap_or_default();
        let said_by = amount::name_of(record, commitment.said_by).map(|who| format!(" [{who}]")).unwrap_or_default();
        let line = format!("{}: {actor}: {} {object}{said_by}", commitment.status.label(), commitment.action);
        let head = wrap(&line, width, "  ");
        format!("{head}{}", wrap(ground.text.slice(commitment.span), width, INDENT))
    });
    section("COMMITMENTS", &lines.collect::<Vec<_>>())
}

fn section(title: &str, lines: &[String]) -> String {
    if lines.is_empty() { String::new() } else { format!("{title}\n{}", lines.concat()) }
}
