//! What a selection says, as labelled rows: the same facts for the card over a mark and for the inspector.

use super::theme::Theme;
use super::{OpenArticle, Selection, marks};
use crate::record::{
    Anchor, Certainty, Change, Commitment, Entity, EntityId, EntityKind, Figure, Measure, Mention, Quote, QuoteKind,
    Record, StandsFor, Time,
};
use egui::Color32;

/// As many sentences of two entities as a card shows.
const MOST_SENTENCES: usize = 40;

/// What there is to say of a selection.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Its name or words.
    pub title: String,
    /// What sort of thing it is.
    pub kind: String,
    hue: Hue,
    /// The rows.
    pub rows: Vec<Fact>,
    /// The rule that found it.
    pub because: String,
    /// How sure the rule is; an entity has none.
    pub certainty: Option<Certainty>,
}

/// One row.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What it tells.
    pub label: &'static str,
    /// The answer.
    pub value: String,
    /// Whether it belongs on the small card, too.
    pub brief: bool,
    /// Where a click on the answer leads.
    pub to: Selection,
    /// Which reading of a time it is, where the analyst can choose one.
    pub reading: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
enum Hue {
    Kind(EntityKind),
    Figure,
    Time,
    Quote,
    Commitment,
}

impl Facts {
    /// The card as a screen reader says it.
    pub fn spoken(&self) -> String {
        let brief = self.rows.iter().filter(|row| row.brief).map(|row| format!("{} {}", row.label, row.value));
        let parts = [self.title.clone(), self.kind.clone()].into_iter().chain(brief);
        let sure = self.certainty.map(|c| certainty(c).to_owned());
        let parts: Vec<String> = parts.chain(sure).chain(std::iter::once(self.because.clone())).collect();
        parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(". ")
    }

    /// The colour of its kind.
    pub fn color(&self, theme: &Theme) -> Color32 {
        match self.hue {
            Hue::Kind(kind) => theme.kind(kind),
            Hue::Figure => theme.figure,
            Hue::Time => theme.time,
            Hue::Quote => theme.quote,
            Hue::Commitment => theme.commitment,
        }
    }
}

/// The words for how sure a rule is.
pub const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Sure => "sure",
        Certainty::Likely => "likely",
        Certainty::Unsure => "unsure",
        Certainty::Checked => "checked by you",
    }
}

/// A kind of entity in the singular, as a label.
pub const fn kind_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organization => "Organization",
        EntityKind::Place => "Place",
        EntityKind::Facility => "Facility",
        EntityKind::Group => "Group",
        EntityKind::Product => "Product",
        EntityKind::Event => "Event",
        EntityKind::Work => "Work",
        EntityKind::Law => "Law",
        EntityKind::Commodity => "Commodity",
    }
}

/// What there is to say of a selection; nothing when nothing is selected or it is no longer there.
pub fn of(what: Selection, article: &OpenArticle) -> Option<Facts> {
    let record = &article.record;
    let facts = match what {
        Selection::None => return None,
        Selection::Entity(id) => entity(record.entity(id)?, record),
        Selection::Pair(ends) => pair([record.entity(ends[0])?, record.entity(ends[1])?], article),
        Selection::Mention(i) => mention(record.mentions.get(i)?, article),
        Selection::Figure(i) => figure(record.figures.get(i)?, article),
        Selection::Time(i) => time(record.times.get(i)?, article),
        Selection::Quote(i) => quote(record.quotes.get(i)?, article),
        Selection::Commitment(i) => commitment(record.commitments.get(i)?, article),
    };
    Some(facts)
}

/// Collects rows and leaves out those without an answer.
#[derive(Default)]
struct Rows(Vec<Fact>);

impl Rows {
    fn add(&mut self, brief: bool, label: &'static str, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.0.push(Fact { label, value, brief, to: Selection::None, reading: None });
        }
    }

    fn link(&mut self, brief: bool, label: &'static str, value: String, to: Selection) {
        self.0.push(Fact { label, value, brief, to, reading: None });
    }

    fn who(&mut self, brief: bool, label: &'static str, id: Option<EntityId>, record: &Record) {
        if let Some(entity) = id.and_then(|id| record.entity(id)) {
            self.link(brief, label, entity.name.clone(), Selection::Entity(entity.id));
        }
    }
}

fn entity(e: &Entity, record: &Record) -> Facts {
    let mut rows = Rows::default();
    let count = record.mentions.iter().filter(|m| m.entity == Some(e.id)).count();
    rows.add(true, "Role", e.roles.join("; "));
    rows.add(false, "Named", if count == 1 { "once".to_owned() } else { format!("{count} times") });
    for alias in &e.aliases {
        rows.add(false, "Also", format!("“{}”: {}", alias.text, alias.why));
    }
    let said = record.quotes.iter().filter(|q| q.speaker == Some(e.id)).count();
    let acts = record.figures.iter().filter(|f| f.actor == Some(e.id)).count();
    rows.add(false, "Quotations", if said > 0 { said.to_string() } else { String::new() });
    rows.add(false, "Figures", if acts > 0 { format!("acts in {acts}") } else { String::new() });
    Facts {
        title: e.name.clone(),
        kind: kind_name(e.kind).to_owned(),
        hue: Hue::Kind(e.kind),
        rows: rows.0,
        because: String::new(),
        certainty: None,
    }
}

/// Two entities and the sentences that name both, each of which leads there.
fn pair(ends: [&Entity; 2], article: &OpenArticle) -> Facts {
    let sentences = marks::shared(ends.map(|e| e.id), article);
    let mut rows = Rows::default();
    for (sentence, mention) in sentences.iter().take(MOST_SENTENCES) {
        let value = article.text.slice(*sentence).to_owned();
        rows.link(false, "Sentence", value, Selection::Mention(*mention));
    }
    if let Some(more @ 1..) = sentences.len().checked_sub(MOST_SENTENCES) {
        rows.add(false, "", format!("and {more} more sentences"));
    }
    let count = sentences.len();
    Facts {
        title: format!("{} and {}", ends[0].name, ends[1].name),
        kind: format!("Named together in {count} {}", if count == 1 { "sentence" } else { "sentences" }),
        hue: Hue::Kind(ends[0].kind),
        rows: rows.0,
        because: String::new(),
        certainty: None,
    }
}

fn mention(m: &Mention, article: &OpenArticle) -> Facts {
    let record = &article.record;
    let words = article.text.slice(m.span);
    let mut rows = Rows::default();
    if let Some(e) = m.entity.and_then(|id| record.entity(id)) {
        if e.name != words {
            rows.who(true, "Names", m.entity, record);
        }
        rows.add(true, "Role", e.roles.join("; "));
        if let Some(alias) = e.aliases.iter().find(|a| a.text == words) {
            rows.add(true, "Joined", alias.why.clone());
        }
        let count = record.mentions.iter().filter(|other| other.entity == m.entity).count();
        rows.add(false, "Named", if count == 1 { "once".to_owned() } else { format!("{count} times") });
    }
    if m.stands_for == Some(StandsFor::Government) {
        rows.add(true, "Stands for", "the government there");
    }
    Facts {
        title: words.to_owned(),
        kind: kind_name(m.kind).to_owned(),
        hue: Hue::Kind(m.kind),
        rows: rows.0,
        because: m.because.clone(),
        certainty: Some(m.certainty),
    }
}

fn figure(f: &Figure, article: &OpenArticle) -> Facts {
    let record = &article.record;
    let mut rows = Rows::default();
    rows.add(true, "Of", f.item.clone().or_else(|| f.counted.clone()).unwrap_or_default());
    rows.who(true, "Who", f.actor, record);
    rows.who(true, "Toward", f.toward, record);
    if let Some(window) = &f.window {
        rows.add(true, "When", stretch(&window.text, window.from.as_deref(), window.to.as_deref()));
    }
    rows.add(
        false,
        "Change",
        match f.change {
            Some(Change::Up) => "up",
            Some(Change::Down) => "down",
            None => "",
        },
    );
    rows.add(true, "Status", f.status.label());
    rows.who(true, "Says", f.said_by, record);
    Facts {
        title: crate::chart::amount::full(f),
        kind: if f.measure.as_str() == Measure::OTHER {
            "Figure".to_owned()
        } else {
            format!("Figure: {}", f.measure.as_str())
        },
        hue: Hue::Figure,
        rows: rows.0,
        because: f.because.clone(),
        certainty: Some(f.certainty),
    }
}

/// Words for a stretch of time with its first and last day, where they are known.
pub fn stretch(words: &str, from: Option<&str>, to: Option<&str>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to && from == words => words.to_owned(),
        (Some(from), Some(to)) if from == to => format!("{words} ({from})"),
        (Some(from), Some(to)) => format!("{words} ({from} to {to})"),
        (Some(from), None) => format!("{words} (from {from})"),
        (None, Some(to)) => format!("{words} (until {to})"),
        (None, None) => words.to_owned(),
    }
}

fn time(t: &Time, article: &OpenArticle) -> Facts {
    let mut rows = Rows::default();
    match &t.value {
        Some(value) => rows.add(true, "Means", stretch(value, t.from.as_deref(), t.to.as_deref())),
        None if t.readings.is_empty() => rows.add(true, "Means", "open until the article has a date"),
        None => rows.add(true, "Means", format!("open: {} readings", t.readings.len())),
    }
    rows.add(
        false,
        "Against",
        match t.anchor {
            Some(Anchor::Text) => "nothing: the words say it all",
            Some(Anchor::Published) => "the date of the article",
            Some(Anchor::Dateline) => "the date in the dateline",
            Some(Anchor::Earlier) => "a date named before",
            None => "",
        },
    );
    for (i, reading) in t.readings.iter().enumerate() {
        let value = stretch(&reading.value, reading.from.as_deref(), reading.to.as_deref());
        let value = format!("{value}: {}", reading.because);
        rows.0.push(Fact { label: "Reading", value, brief: true, to: Selection::None, reading: Some(i) });
    }
    Facts {
        title: article.text.slice(t.span).to_owned(),
        kind: "Time".to_owned(),
        hue: Hue::Time,
        rows: rows.0,
        because: t.because.clone(),
        certainty: Some(t.certainty),
    }
}

fn quote(q: &Quote, article: &OpenArticle) -> Facts {
    let mut rows = Rows::default();
    match q.speaker {
        Some(_) => rows.who(true, "Speaker", q.speaker, &article.record),
        None => rows.add(true, "Speaker", "not named"),
    }
    rows.add(true, "Cue", q.cue.clone().unwrap_or_default());
    Facts {
        title: article.text.slice(q.span).to_owned(),
        kind: match q.kind {
            QuoteKind::Direct => "Quotation".to_owned(),
            QuoteKind::Indirect => "Quotation, in other words".to_owned(),
        },
        hue: Hue::Quote,
        rows: rows.0,
        because: q.because.clone(),
        certainty: Some(q.certainty),
    }
}

fn commitment(c: &Commitment, article: &OpenArticle) -> Facts {
    let record = &article.record;
    let mut rows = Rows::default();
    rows.who(true, "Who", c.actor, record);
    rows.add(true, "Does", format!("{} {}", c.action, c.object.as_deref().unwrap_or_default()).trim().to_owned());
    rows.add(true, "Status", c.status.label());
    rows.who(true, "Says", c.said_by, record);
    for &i in &c.figures {
        if let Some(f) = record.figures.get(i as usize) {
            let to = Selection::Figure(i as usize);
            rows.link(false, "Figure", crate::chart::amount::full(f), to);
        }
    }
    Facts {
        title: article.text.slice(c.span).to_owned(),
        kind: format!("Commitment: {}", c.status.label()),
        hue: Hue::Commitment,
        rows: rows.0,
        because: c.because.clone(),
        certainty: Some(c.certainty),
    }
}

#[cfg(test)]
mod tests {
    use super::stretch;

    fn check(words: &str, from: Option<&str>, to: Option<&str>, expected: &str) {
        assert_eq!(stretch(words, from, to), expected);
    }

    #[test]
    fn a_stretch_of_time_says_each_day_once() {
        check("2026-05-04", Some("2026-05-04"), Some("2026-05-04"), "2026-05-04");
        check("2026-05", Some("2026-05-01"), Some("2026-05-31"), "2026-05 (2026-05-01 to 2026-05-31)");
        check("this week", Some("2026-05-04"), None, "this week (from 2026-05-04)");
        check("P3Y", None, None, "P3Y");
    }
}
