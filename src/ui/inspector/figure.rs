//! Editing the fields of a figure: what changed becomes one correction.

use super::amount::{foreseen, read, written};
use super::fields::{FIELD, choice, done, optional, text, who};
use super::period::Period;
use crate::chart::amount;
use crate::record::correct::{Correction, FigureField};
use crate::record::{Bound, Change, EntityId, Figure, Measure, Record, Status};
use crate::ui::{Cx, Intent, OpenArticle, Scope, Selection, correcting, facts};
use egui::{Button, Grid, Key, Label, RichText, Ui, vec2};

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
const CHANGES: [(Option<Change>, &str); 3] = [(None, "none"), (Some(Change::Up), "up"), (Some(Change::Down), "down")];

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
        // Esc closes an open list first.
        let leaves = !egui::Popup::is_any_open(ui.ctx()) && ui.input(|i| i.key_pressed(Key::Escape));
        let mut entered = ui.input(|i| i.modifiers.command && i.key_pressed(Key::Enter));
        Grid::new("figure").num_columns(6).spacing(vec2(8.0, 5.0)).show(ui, |ui| {
            choice(ui, ("Bound", FIELD), &mut self.now.bound, BOUNDS.iter().map(|&(b, words)| (b, words.to_owned())));
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
            choice(ui, ("Measures", FIELD), &mut self.now.measure, measures);
            entered |= done(&optional(ui, "Of", &mut self.now.item, "soybeans"));
            let statuses = Status::ALL.into_iter().map(|s| (s, s.label().to_owned()));
            choice(ui, ("Status", FIELD), &mut self.now.status, statuses);
            ui.end_row();
            who(ui, "Who", &mut self.now.actor, record);
            who(ui, "Toward", &mut self.now.toward, record);
            who(ui, "Says", &mut self.now.said_by, record);
            ui.end_row();
            choice(
                ui,
                ("Change", FIELD),
                &mut self.now.change,
                CHANGES.iter().map(|&(c, words)| (c, words.to_owned())),
            );
            entered |= self.period.ends(ui);
            ui.end_row();
        });
        ui.horizontal(|ui| self.period.words(ui));
        let after = self.read(record);
        // What is wrong is said where it is seen, and never beside a preview that looks right.
        let (words, color) = match &after {
            Ok((_, figure)) => (told(figure), cx.theme.soft),
            Err(wrong) => ((*wrong).to_owned(), cx.theme.error),
        };
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let fields = after.ok().map(|(fields, _)| fields).filter(|fields| !fields.is_empty());
            let apply = ui.add_enabled(fields.is_some(), Button::new("Apply")).clicked();
            let cancel = ui.button("Cancel").clicked() || leaves;
            ui.add(Label::new(RichText::new(words).color(color)).wrap());
            if let Some(fields) = fields.filter(|_| apply || entered) {
                let at = correcting::target(article, self.before.span);
                out.push(Intent::Correct(Correction::EditFigure { at, fields }, Scope::Article));
                return false;
            }
            !cancel
        })
        .inner
    }

    /// What is typed, as changes, and the figure as it would be after them.
    fn read(&mut self, record: &Record) -> Result<(Vec<FigureField>, Figure), &'static str> {
        (self.now.low, self.now.high) = (read(&self.low)?, read(&self.high)?);
        self.now.window = self.period.window(self.before.window.as_ref())?;
        let fields = self.changes(record);
        let figure = foreseen(&self.before, &self.now, &fields)?;
        Ok((fields, figure))
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

/// A figure in one line: its amount, with its direction, and its period.
fn told(figure: &Figure) -> String {
    let when = figure.window.as_ref().map(|w| facts::stretch(&w.text, w.from.as_deref(), w.to.as_deref()));
    std::iter::once(amount::full(figure)).chain(when).collect::<Vec<_>>().join(" · ")
}
