//! Readings made by hand for the tests: what earlier extractors would have found is marked in the text.
//!
//! `[12 million tonnes]` is a figure, `{China}` a name, `<this season>` a time. A nationality names its country; a
//! figure's kind is told from its unit.

use crate::extract::{Engine, Hints, Reading};
use crate::record::{Certainty, Entity, EntityId, EntityKind, Figure, FigureKind, Mention, Record, Time, TimeKind};
use crate::text::{Span, Text};

/// The engine of all tests, made once.
fn engine() -> &'static Engine {
    static ENGINE: std::sync::OnceLock<Engine> = std::sync::OnceLock::new();
    ENGINE.get_or_init(Engine::default)
}

/// Runs `check` on a reading of the marked text.
pub(in crate::extract) fn with_reading(marked: &str, check: impl FnOnce(&mut Reading<'_>)) {
    let mut plain = String::new();
    let mut marks = Vec::new();
    let mut open = Vec::new();
    for c in marked.chars() {
        let at = u32::try_from(plain.len()).unwrap();
        match c {
            '[' | '{' | '<' => open.push((c, at)),
            ']' | '}' | '>' => {
                let (kind, start) = open.pop().expect("an opening mark");
                marks.push((kind, Span::new(start, at)));
            }
            _ => plain.push(c),
        }
    }
    let text = Text::new(plain);
    let hints = Hints::default();
    let mut reading = engine().begin(&text, &hints);
    for (kind, span) in marks {
        match kind {
            '[' => reading.record.figures.push(figure(&text, span)),
            '{' => mention(&text, span, &mut reading.record),
            _ => reading.record.times.push(time(span)),
        }
    }
    check(&mut reading);
}

fn figure(text: &Text, span: Span) -> Figure {
    let words = text.lower_slice(span);
    let has = |list: &[&str]| list.iter().any(|w| words.contains(w));
    let (kind, unit) = if has(&["$", "€", "£", "euro", "cent ", "cents", "yuan"]) && !has(&["per cent"]) {
        (FigureKind::Money, "USD")
    } else if has(&["%", "percent", "per cent", "point"]) {
        (FigureKind::Percent, "%")
    } else if has(&["tonne", "barrel", "bushel", "pound", "gigawatt", "cubic", "litre", "tons"]) {
        (FigureKind::Quantity, "t")
    } else if has(&["km", "mile"]) {
        (FigureKind::Quantity, "km")
    } else if has(&["hectare", "acre"]) {
        (FigureKind::Quantity, "har")
    } else if has(&["year", "month", "day", "minute", "decade", "week"]) {
        (FigureKind::Duration, "a")
    } else if has(&["quarter", "third", "half"]) {
        (FigureKind::Ratio, "1")
    } else {
        (FigureKind::Count, "1")
    };
    let per = [" a year", "annually", " a bushel", " a pound", " a barrel", " a tonne", " a day"]
        .into_iter()
        .find(|p| words.contains(p) && kind != FigureKind::Duration)
        .map(|p| p.trim().trim_start_matches("a ").to_owned());
    Figure {
        low: Some(1.0),
        high: Some(1.0),
        unit: unit.to_owned(),
        per,
        ..Figure::new(span, kind, u32::try_from(text.sentence_at(span.start)).unwrap())
    }
}

fn mention(text: &Text, span: Span, record: &mut Record) {
    let words = text.slice(span);
    let country = crate::extract::table::rows(include_str!("../../../assets/lists/countries.tsv")).find_map(|row| {
        let names = row.get(1..)?.iter().flat_map(|c| c.split('|'));
        names
            .clone()
            .any(|n| n == words)
            .then(|| (row[1].to_owned(), row.get(3).is_some_and(|d| d.split('|').any(|n| n == words))))
    });
    let (name, kind) = match country {
        Some((name, true)) => (name, EntityKind::Group),
        Some((name, false)) => (name, EntityKind::Place),
        None if words.split(' ').count() == 2 => (words.to_owned(), EntityKind::Person),
        None => (words.to_owned(), EntityKind::Organization),
    };
    let known = record.entities.iter().find(|e| e.name == name).map(|e| e.id);
    let entity = known.unwrap_or_else(|| {
        let id = EntityId(u32::try_from(record.entities.len()).unwrap() + 1);
        record.entities.push(Entity { id, kind, name, roles: Vec::new(), aliases: Vec::new() });
        id
    });
    record.mentions.push(Mention {
        span,
        kind,
        entity: Some(entity),
        stands_for: None,
        certainty: Certainty::Sure,
        because: String::new(),
    });
}

fn time(span: Span) -> Time {
    Time::new(span, TimeKind::Date)
}
