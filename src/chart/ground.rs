//! What all charts share: the article they are drawn from, and bars made of figures.

use super::amount;
use super::{Bar, Datum};
use crate::record::{Bound, EntityId, Figure, Record, Status};
use crate::text::{Span, Text};

/// The article a chart is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The words.
    pub text: &'a Text,
    /// What was found in them.
    pub record: &'a Record,
}

impl<'a> Ground<'a> {
    /// The figures that have a number to draw from zero, with their index.
    pub fn figures(self) -> impl Iterator<Item = (usize, &'a Figure)> {
        let drawn =
            |f: &Figure| f.value().is_some() && f.low.into_iter().chain(f.high).all(|v| (0.0..1e18).contains(&v));
        self.record.figures.iter().enumerate().filter(move |(_, f)| drawn(f))
    }

    /// Those of one measure.
    pub fn measuring(self, measure: &'a str) -> impl Iterator<Item = (usize, &'a Figure)> {
        self.figures().filter(move |(_, f)| f.measure.as_str() == measure)
    }

    /// The bar of a figure whose number is written in multiples of `divisor`.
    pub fn bar(self, index: usize, figure: &Figure, label: String, divisor: f64) -> Bar {
        let falls = amount::falls(figure);
        Bar {
            label,
            value: format!("{}{}", if falls { "down " } else { "" }, amount::bare(figure, divisor, "")),
            remark: remark(figure.status).to_owned(),
            low: open_low(figure),
            high: open_high(figure),
            falls,
            soft: figure.bound == Bound::About,
            before: Vec::new(),
            fill: figure.status.into(),
            says: amount::sentence(self.text, figure).to_owned(),
            datum: Datum::Figure(index),
        }
    }

    /// Whether `a` and `b`, in text order, are the two ends of one change, and in which order the text gives them:
    /// "from 25 to 15 percent" and "to 15 percent, from 25" are; "15 percent on steel and 25 on cars" is not.
    pub fn change(self, a: &Figure, b: &Figure) -> Option<Ends> {
        if a.sentence != b.sentence || a.unit != b.unit || a.measure != b.measure {
            return None;
        }
        let before = self.word_before(a.span);
        let between: Vec<&str> = {
            let tokens = self.text.tokens_in(Span::new(a.span.end, b.span.start.max(a.span.end)));
            tokens.map(|i| self.text.lower(i)).collect()
        };
        let says = |word: &&&str| word.chars().any(char::is_alphabetic) && !BETWEEN.contains(*word);
        let last = between.iter().rev().find(says).copied().unwrap_or_default();
        let near = between.len() <= 6;
        match (before, last) {
            ("from" | "now" | "currently", "to") if near => Some(Ends::FirstIsOld),
            ("to", "from") if near => Some(Ends::FirstIsNew),
            (_, "to") if near && !between.contains(&",") && self.is_changed(a.span) => Some(Ends::FirstIsOld),
            // "halve a 15% tariff on goods of Norland, bringing it down to 7.5%"
            (_, "to") if between.iter().any(|w| GOES_ON.contains(w)) && self.is_changed(a.span) => {
                Some(Ends::FirstIsOld)
            }
            _ => None,
        }
    }

    /// Whether the words before an amount change it: "will cut its (50% tariff)".
    fn is_changed(self, span: Span) -> bool {
        let first = self.text.tokens_in(span).start;
        let changes = |word: &str| CHANGES.iter().any(|stem| word.starts_with(stem));
        (first.saturating_sub(3)..first).any(|i| changes(self.text.lower(i)))
    }

    /// Whether a third figure goes on where a change ended: "from 150% to 75%, and then to 40%".
    pub fn goes_on(self, a: &Figure, b: &Figure) -> bool {
        let between = self.text.tokens_in(Span::new(a.span.end, b.span.start.max(a.span.end)));
        let words = between.clone().map(|i| self.text.lower(i));
        a.sentence == b.sentence
            && a.unit == b.unit
            && a.measure == b.measure
            && between.len() <= 6
            && words.clone().next_back() == Some("to")
            && words.into_iter().any(|w| matches!(w, "then" | "later" | "eventually" | "finally"))
    }

    /// Whether words already name an entity: "Chinese goods" names China where the article mentions it so.
    pub fn names(self, words: &str, entity: Option<EntityId>) -> bool {
        let mentions = self.record.mentions.iter().filter(|m| m.entity == entity);
        let named = |name: &str| !name.is_empty() && words.contains(name);
        amount::name_of(self.record, entity).is_some_and(named) || mentions.map(|m| self.text.slice(m.span)).any(named)
    }

    /// The words around a figure that has no other name: "… within an hour", "80-minute meeting".
    pub fn words_near(self, figure: &Figure) -> String {
        const OPEN: [&str; 16] =
            ["the", "a", "an", "of", "in", "to", "by", "at", "for", "from", "about", "with", "on", "and", "than", "as"];
        let own = self.text.slice(figure.span);
        let next = self.text.tokens_in(figure.span).end;
        if own.contains('-') && self.text.word(next).starts_with(char::is_alphabetic) {
            return format!("{own} {}", self.text.word(next));
        }
        let sentence = self.text.sentences().get(figure.sentence as usize).map_or(0, |s| s.span.start);
        let tokens = self.text.tokens_in(Span::new(sentence.min(figure.span.start), figure.span.start));
        let mut end = tokens.end;
        while end > tokens.start + 1 && OPEN.contains(&self.text.lower(end - 1)) {
            end -= 1;
        }
        let start = end.saturating_sub(4).max(tokens.start);
        let words = self.text.slice(self.text.span_of(start..end));
        let words =
            words.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end_matches([',', ':', ';', '(', '—']).trim();
        match (words.is_empty(), start > tokens.start) {
            (true, _) => amount::full(figure),
            (false, true) => format!("… {words}"),
            (false, false) => words.to_owned(),
        }
    }

    fn word_before(self, span: Span) -> &'a str {
        let first = self.text.tokens_in(span).start;
        first.checked_sub(1).map_or("", |i| self.text.lower(i))
    }
}

/// Words that may stand before either end of a change: "from the present 27.5%".
const BETWEEN: [&str; 10] =
    ["the", "its", "their", "a", "current", "present", "existing", "previous", "earlier", "today"];

/// Verbs that go on with what a change leads to.
const GOES_ON: [&str; 6] = ["bringing", "taking", "lowering", "raising", "cutting", "pushing"];

/// How verbs begin that change an amount.
const CHANGES: [&str; 10] = ["cut", "lower", "reduc", "slash", "trim", "rais", "increas", "lift", "doubl", "halv"];

/// The order in which a text gives the ends of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// "from 25 to 15 percent".
    FirstIsOld,
    /// "to 15 percent from 25".
    FirstIsNew,
}

/// The lower end to draw; a record may carry the number of a bound on either end.
fn open_low(figure: &Figure) -> Option<f64> {
    match figure.bound {
        Bound::AtMost | Bound::LessThan => None,
        _ => figure.low.or(figure.high),
    }
}

/// The upper end to draw.
fn open_high(figure: &Figure) -> Option<f64> {
    match figure.bound {
        Bound::AtLeast | Bound::MoreThan => None,
        _ => figure.high.or(figure.low),
    }
}

/// The word that tells a status apart; nothing for plain facts, which need none.
pub(super) const fn remark(status: Status) -> &'static str {
    match status {
        Status::Reported => "",
        other => other.label(),
    }
}

#[cfg(test)]
pub(crate) mod test {
    //! Hand-made articles for the tests of charts.

    use super::{Ends, Ground};
    use crate::record::{Entity, EntityId, EntityKind, Figure, FigureKind, Record};
    use crate::text::{Span, Text};

    /// A text and an empty record for it.
    pub(crate) fn article(words: &str) -> (Text, Record) {
        (Text::new(words), Record::default())
    }

    /// The bytes of some words.
    pub(crate) fn span(text: &Text, words: &str) -> Span {
        let at = text.as_str().find(words).unwrap_or_else(|| panic!("“{words}” is not in the text"));
        Span::new(u32::try_from(at).unwrap(), u32::try_from(at + words.len()).unwrap())
    }

    /// A figure that says nothing but its amount.
    pub(crate) fn figure(
        text: &Text,
        words: &str,
        low: Option<f64>,
        high: Option<f64>,
        unit: &str,
        unit_name: &str,
    ) -> Figure {
        let span = span(text, words);
        Figure {
            low,
            high,
            unit: unit.to_owned(),
            unit_name: unit_name.to_owned(),
            ..Figure::new(
                span,
                if unit == "%" { FigureKind::Percent } else { FigureKind::Quantity },
                u32::try_from(text.sentence_at(span.start)).unwrap(),
            )
        }
    }

    /// Adds an entity and gives its id.
    pub(crate) fn entity(record: &mut Record, kind: EntityKind, name: &str) -> EntityId {
        let id = EntityId(u32::try_from(record.entities.len()).unwrap());
        record.entities.push(Entity { id, kind, name: name.to_owned(), roles: Vec::new(), aliases: Vec::new() });
        id
    }

    #[test]
    fn ends_of_a_change() {
        let check = |words: &str, a: &str, b: &str, expected| {
            let (text, record) = article(words);
            let ends = [a, b].map(|w| figure(&text, w, Some(1.0), Some(1.0), "%", "percent"));
            assert_eq!(Ground { text: &text, record: &record }.change(&ends[0], &ends[1]), expected, "{words}");
        };
        check("Duties doubled from 25 to 50 percent.", "25", "50 percent", Some(Ends::FirstIsOld));
        check("It cuts the duty from 12 percent to 5 percent.", "12 percent", "5 percent", Some(Ends::FirstIsOld));
        check("It went to 7.5%, down from 15%, in May.", "7.5%", "15%", Some(Ends::FirstIsNew));
        check("It may cut its 50% tariff on steel to 15%.", "50%", "15%", Some(Ends::FirstIsOld));
        check("It raised the 10% duty on wine to 25%.", "10%", "25%", Some(Ends::FirstIsOld));
        check("It is cut to 15% from the present 27.5%.", "15%", "27.5%", Some(Ends::FirstIsNew));
        check("Duties, now 100%, drop to 10%.", "100%", "10%", Some(Ends::FirstIsOld));
        check("It halved a 15% tariff on goods, bringing it down to 7.5%.", "15%", "7.5%", Some(Ends::FirstIsOld));
        check("It pays a 10% duty on wine sent to 25%.", "10%", "25%", None);
        check("It levies 15 percent on steel and 25 percent on cars.", "15 percent", "25 percent", None);
        check("It rises from 15 percent in May. To 25 percent it falls.", "15 percent", "25 percent", None);
    }
}
