//! Editing the fields of a figure: what changed becomes one correction.

use crate::chart::amount;
use crate::record::correct::{Correction, FigureField};
use super::fields::{choice, done, optional, text, who};
use super::period::Period;
use crate::record::{Bound, Change, EntityId, Figure, Measure, Record, Status};
use crate::ui::{Cx, Intent, OpenArticle, Scope, Selection, correcting};
use egui::{Button, Grid, Key, RichText, Ui, vec2};

/// Bounds with the words shown for them.
const BOUNDS: [(Bound, &str); 7] = [
    (Bound::Exact, "exactly"),
    (Bound::About, "about"),
    (Bound::AtLeast, "at least"),
    (Bound::MoreThan, "more than"),
    (Bound::AtMost, "at most"),
    (Bound::LessThan, "less than"),
    (Bound::Range, "from … to"),
];

/// Directions with the words shown for them.
const CHANGES: [(Option<Change>, &str); 3] =
    [(None, "none"), (Some(Change::Up), "up"), (Some(Change::Down), "down")];

/// A figure as it is being edited.
#[derive(Clone, Debug)]
pub(super) struct FigureEdit {
    before: Figure,
    now: Figure,
    low: String,
    high: String,
    period: Period,
    opened: bool,
}

impl FigureEdit {
    pub(super) fn new(figure: &Figure) -> Self {
        let (low, high) = (written(figure.low), written(figure.high));
        let period = Period::new(figure.window.as_ref());
        Self { before: figure.clone(), now: figure.clone(), low, high, period, opened: false }
    }

    /// Draws the fields. Returns whether editing goes on.
    pub(super) fn ui(
        &mut self,
        cx: &Cx<'_>,
        article: &OpenArticle,
        selection: Selection,
        ui: &mut Ui,
        out: &mut Vec<Intent>,
    ) -> bool {
        let Selection::Figure(_) = selection else { return false };
        let record = &article.record;
        let first = !std::mem::replace(&mut self.opened, true);
        let mut entered = ui.input(|i| i.modifiers.command && i.key_pressed(Key::Enter));
        Grid::new("figure").num_columns(6).spacing(vec2(8.0, 5.0)).show(ui, |ui| {
            choice(ui, "Bound", &mut self.now.bound, BOUNDS.iter().map(|&(b, words)| (b, words.to_owned())));
            let from = text(ui, "From", &mut self.low, "open");
            if first {
                from.request_focus();
            }
            entered |= done(&from);
            entered |= done(&text(ui, "To", &mut self.high, "open"));
            ui.end_row();
            entered |= done(&text(ui, "Unit", &mut self.now.unit, "t, USD, %"));
            entered |= done(&text(ui, "Unit name", &mut self.now.unit_name, "tonne"));
            entered |= done(&optional(ui, "Per", &mut self.now.per, "year"));
            ui.end_row();
            let measures = Measure::VOCABULARY.iter().map(|m| (Measure::new(m), (*m).to_owned()));
            choice(ui, "Measures", &mut self.now.measure, measures);
            entered |= done(&optional(ui, "Of", &mut self.now.item, "soybeans"));
            let statuses = Status::ALL.into_iter().map(|s| (s, s.label().to_owned()));
            choice(ui, "Status", &mut self.now.status, statuses);
            ui.end_row();
            who(ui, "Who", &mut self.now.actor, record);
            who(ui, "Toward", &mut self.now.toward, record);
            who(ui, "Says", &mut self.now.said_by, record);
            ui.end_row();
            choice(ui, "Change", &mut self.now.change, CHANGES.iter().map(|&(c, words)| (c, words.to_owned())));
            entered |= self.period.ends(ui);
            ui.end_row();
        });
        ui.horizontal(|ui| self.period.words(ui));
        let ends = (read(&self.low), read(&self.high));
        let (Ok(low), Ok(high)) = ends else {
            ui.label(
                RichText::new("From and To are numbers like 25000000 or 0.5, or empty.").color(cx.theme.error),
            );
            return !ui.button("Cancel").clicked();
        };
        match self.period.window(self.before.window.as_ref()) {
            Ok(window) => self.now.window = window,
            Err(wrong) => {
                ui.label(RichText::new(wrong).color(cx.theme.error));
                return !ui.button("Cancel").clicked();
            }
        }
        (self.now.low, self.now.high) = (low, high);
        let fields = self.changes(record);
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let apply = ui.add_enabled(!fields.is_empty(), Button::new("Apply")).clicked();
            if apply || entered && !fields.is_empty() {
                let at = correcting::target(article, self.before.span);
                out.push(Intent::Correct(Correction::EditFigure { at, fields }, Scope::Article));
                return false;
            }
            let cancel = ui.button("Cancel").clicked() || ui.input(|i| i.key_pressed(Key::Escape));
            ui.label(RichText::new(amount::full(&self.now)).color(cx.theme.soft));
            !(cancel || entered)
        })
        .inner
    }

    /// The fields that differ from what they were.
    fn changes(&self, record: &Record) -> Vec<FigureField> {
        let (a, b) = (&self.before, &self.now);
        let entity = |id: Option<EntityId>| id.and_then(|id| correcting::entity_ref(record, id));
        let unit = (&a.unit, &a.unit_name) != (&b.unit, &b.unit_name);
        [
            (a.low != b.low).then_some(FigureField::Low(b.low)),
            (a.high != b.high).then_some(FigureField::High(b.high)),
            (a.bound != b.bound).then_some(FigureField::Bound(b.bound)),
            unit.then(|| FigureField::Unit { code: b.unit.clone(), name: b.unit_name.clone() }),
            (a.per != b.per).then(|| FigureField::Per(b.per.clone())),
            (a.measure != b.measure).then(|| FigureField::Measure(b.measure.clone())),
            (a.item != b.item).then(|| FigureField::Item(b.item.clone())),
            (a.actor != b.actor).then(|| FigureField::Actor(entity(b.actor))),
            (a.toward != b.toward).then(|| FigureField::Toward(entity(b.toward))),
            (a.status != b.status).then_some(FigureField::Status(b.status)),
            (a.said_by != b.said_by).then(|| FigureField::SaidBy(entity(b.said_by))),
            (a.window != b.window).then(|| FigureField::Window(b.window.clone())),
            (a.change != b.change).then_some(FigureField::Change(b.change)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// A number as people read it: digits in threes.
fn written(value: Option<f64>) -> String {
    let Some(value) = value else { return String::new() };
    let plain = value.to_string();
    let (whole, part) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, part)| (whole, Some(part)));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        let left = whole.chars().count() - i;
        if left % 3 == 0 && grouped.ends_with(|c: char| c.is_ascii_digit()) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + &part.map_or_else(String::new, |part| format!(".{part}"))
}

/// A number as people type it: with or without separators; nothing for an open end.
fn read(typed: &str) -> Result<Option<f64>, std::num::ParseFloatError> {
    let typed = typed.replace([',', ' '], "");
    if typed.is_empty() { Ok(None) } else { typed.parse().map(Some) }
}

#[cfg(test)]
mod tests {
    use super::{read, written};

    fn check(typed: &str, expected: Result<Option<f64>, ()>) {
        assert_eq!(read(typed).map_err(drop), expected, "{typed:?}");
    }

    #[test]
    fn numbers_as_people_type_them() {
        check("25,000,000", Ok(Some(25e6)));
        check("0.5", Ok(Some(0.5)));
        check(" ", Ok(None));
        check("many", Err(()));
        for (value, expected) in [(25e6, "25,000,000"), (-1234.5, "-1,234.5"), (999.0, "999"), (0.25, "0.25")] {
            assert_eq!(written(Some(value)), expected);
            check(expected, Ok(Some(value)));
        }
    }
}
