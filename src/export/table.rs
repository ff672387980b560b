//! Tables of facts: one row each, with its sentence, so that nobody has to believe a number without its words.

use crate::chart::entities::{self as shared, Together};
use crate::chart::{Ground, amount};
use crate::record::correct::{Note, place};
use crate::record::{Bound, Change, EntityId, Figure, QuoteKind, Record};
use crate::text::Text;

/// Rows of words under named columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, each as long as `columns`.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// Keeps only the rows of these places, in their order.
    pub fn keep(&mut self, places: &[usize]) {
        self.rows = places.iter().filter_map(|&i| self.rows.get(i).cloned()).collect();
    }
}

/// Every figure of an article.
pub fn figures(text: &Text, record: &Record) -> Table {
    let row = |f: &Figure| {
        let window = f.window.as_ref();
        vec![
            text.slice(f.span).to_owned(),
            number(f.low),
            number(f.high),
            bound(f.bound).to_owned(),
            f.unit.clone(),
            f.counted.clone().unwrap_or_else(|| f.unit_name.clone()),
            own(f.per.as_ref()),
            f.change.map_or("", |c| if c == Change::Up { "up" } else { "down" }).to_owned(),
            f.measure.as_str().to_owned(),
            own(f.item.as_ref()),
            name(record, f.actor),
            name(record, f.toward),
            own(window.map(|w| &w.text)),
            own(window.and_then(|w| w.from.as_ref())),
            own(window.and_then(|w| w.to.as_ref())),
            f.status.label().to_owned(),
            name(record, f.said_by),
            amount::sentence(text, f).to_owned(),
            f.because.clone(),
        ]
    };
    Table {
        columns: vec![
            "words",
            "low",
            "high",
            "bound",
            "unit",
            "unit name",
            "per",
            "change",
            "measure",
            "item",
            "actor",
            "toward",
            "window",
            "from",
            "to",
            "status",
            "said by",
            "sentence",
            "because",
        ],
        rows: record.figures.iter().map(row).collect(),
    }
}

/// Every quotation of an article.
pub fn quotes(text: &Text, record: &Record) -> Table {
    let rows = record.quotes.iter().map(|q| {
        vec![
            text.slice(q.span).to_owned(),
            name(record, q.speaker),
            own(q.cue.as_ref()),
            if q.kind == QuoteKind::Direct { "direct" } else { "indirect" }.to_owned(),
            amount::sentence_of(text, q.span).to_owned(),
            q.because.clone(),
        ]
    });
    Table { columns: vec!["words", "speaker", "cue", "kind", "sentence", "because"], rows: rows.collect() }
}

/// Every commitment of an article.
pub fn commitments(text: &Text, record: &Record) -> Table {
    let rows = record.commitments.iter().map(|c| {
        vec![
            text.slice(c.span).to_owned(),
            name(record, c.actor),
            c.action.clone(),
            own(c.object.as_ref()),
            c.status.label().to_owned(),
            name(record, c.said_by),
            amount::sentence_of(text, c.span).to_owned(),
            c.because.clone(),
        ]
    });
    Table {
        columns: vec!["words", "actor", "action", "object", "status", "said by", "sentence", "because"],
        rows: rows.collect(),
    }
}

/// Every time of an article.
pub fn times(text: &Text, record: &Record) -> Table {
    let rows = record.times.iter().map(|t| {
        vec![
            text.slice(t.span).to_owned(),
            own(t.value.as_ref()),
            own(t.from.as_ref()),
            own(t.to.as_ref()),
            amount::sentence_of(text, t.span).to_owned(),
            t.because.clone(),
        ]
    });
    Table { columns: vec!["words", "value", "from", "to", "sentence", "because"], rows: rows.collect() }
}

/// Every entity of an article.
pub fn entities(record: &Record) -> Table {
    let rows = record.entities.iter().map(|e| {
        let aliases: Vec<&str> = e.aliases.iter().map(|a| a.text.as_str()).collect();
        let mentions = record.mentions.iter().filter(|m| m.entity == Some(e.id)).count();
        vec![e.name.clone(), e.kind.name().to_owned(), e.roles.join("; "), aliases.join("; "), mentions.to_string()]
    });
    Table { columns: vec!["name", "kind", "roles", "other names", "mentions"], rows: rows.collect() }
}

/// Every two entities of an article that a sentence names together, the closest first, with all their sentences.
pub fn pairs(text: &Text, record: &Record) -> Table {
    let ground = Ground { text, record };
    let row = |pair: Together| {
        let [one, other] = pair.ends.map(|id| name(record, Some(id)));
        let sentences = pair.sentences.iter().filter_map(|&i| text.sentences().get(i)).map(|s| text.slice(s.span));
        vec![one, other, pair.sentences.len().to_string(), sentences.collect::<Vec<_>>().join("\n")]
    };
    let rows = shared::together(ground, &shared::named(ground)).into_iter().map(row).collect();
    Table { columns: vec!["name", "other name", "sentences", "sentence"], rows }
}

/// The columns of the notes on all articles.
pub const NOTES: [&str; 7] = ["article", "source", "published", "on", "words", "note", "sentence"];

/// The notes of an article that has this title, source and date.
pub fn notes(of: &[String; 3], text: &Text, notes: &[Note]) -> Vec<Vec<String>> {
    let row = |note: &Note| {
        let on = note.on.as_ref();
        let sentence = on.and_then(|on| place(text, &on.at)).map(|span| amount::sentence_of(text, span).to_owned());
        let mark = on.map_or("article", |on| on.mark.label());
        let words = own(on.map(|on| &on.at.words));
        let own = [mark.to_owned(), words, note.words.clone(), sentence.unwrap_or_default()];
        of.iter().cloned().chain(own).collect()
    };
    notes.iter().map(row).collect()
}

/// A number without separators, as programs read it.
fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |v| v.to_string())
}

fn own(words: Option<&String>) -> String {
    words.cloned().unwrap_or_default()
}

fn name(record: &Record, id: Option<EntityId>) -> String {
    amount::name_of(record, id).unwrap_or_default().to_owned()
}

/// The words of the record format.
const fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::AtLeast => "at least",
        Bound::MoreThan => "more than",
        Bound::AtMost => "at most",
        Bound::LessThan => "less than",
        Bound::Range => "range",
    }
}

#[cfg(test)]
mod tests {
    use super::{commitments, entities, figures, quotes, times};
    use crate::extract::{Engine, Hints};
    use crate::text::Text;

    #[test]
    fn rows_are_as_long_as_the_columns() {
        let text = Text::new("“We will buy 3 million tonnes in May,” Ann Lee said. Norland agreed to lift its ban.");
        let record = Engine::default().extract(&text, &Hints::default());
        for table in [
            figures(&text, &record),
            quotes(&text, &record),
            commitments(&text, &record),
            times(&text, &record),
            entities(&record),
        ] {
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{table:?}");
        }
    }
}
