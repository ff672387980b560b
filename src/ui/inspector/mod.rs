//! The card of what is selected: all its facts, why it was found, how sure that is, and what can be corrected.

mod across;
mod amount;
mod controls;
mod fields;
mod figure;
mod period;
mod time;

use super::article::paint::pencil;
use super::correcting::READINGS;
use super::facts::{self, Facts};
use super::sight::{self, Panel};
use super::theme::{self, size};
use super::{Cx, Intent, OpenArticle, Scope, Selection, SessionChange, correcting, marks};
use crate::chart::amount::capitalised;
use crate::record::Certainty;
use egui::accesskit::Live;
use egui::{Button, Grid, Label, RichText, ScrollArea, Ui, vec2};
use figure::FigureEdit;
use time::TimeEdit;

/// What the inspector remembers from frame to frame.
#[derive(Debug, Default)]
pub struct Inspector {
    /// Whether the next correction is for all mentions with the same words.
    pub reach: correcting::Reach,
    /// Where the next correction holds.
    pub scope: Scope,
    of: Selection,
    edit: Option<Edit>,
}

/// What is being edited.
#[derive(Debug)]
enum Edit {
    Figure(Box<FigureEdit>),
    Time(TimeEdit),
}

impl Inspector {
    /// Opens the fields of the selected figure or time for editing.
    pub fn edit(&mut self, article: &OpenArticle, selection: Selection) {
        let record = &article.record;
        self.of = selection;
        self.edit = match selection {
            Selection::Figure(i) => record.figures.get(i).map(|f| Edit::Figure(Box::new(FigureEdit::new(f)))),
            Selection::Time(i) => record.times.get(i).map(|time| Edit::Time(TimeEdit::new(time))),
            _ => None,
        };
    }

    /// Closes the fields of what is selected without a change. Returns whether they were open.
    pub fn leave(&mut self, selection: Selection) -> bool {
        self.edit.take().is_some() && self.of == selection
    }

    /// Whether there is anything to show.
    pub fn shows(cx: &Cx<'_>) -> bool {
        let passage = cx.session.passage.is_some();
        cx.article.is_some_and(|article| passage || facts::of(cx.session.selection, article).is_some())
    }

    /// Draws the card and collects what the analyst wants.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, out: &mut Vec<Intent>) {
        let selection = cx.session.selection;
        if self.of != selection {
            *self = Self { of: selection, ..Self::default() };
        }
        let Some(article) = cx.article else { return };
        if let Some(passage) = cx.session.passage {
            let words = format!("Selected: {}", article.text.slice(passage));
            super::spoken(ui, ui.unique_id(), &words, Live::Polite);
            // It takes the room that is there, so that the card keeps its height.
            ScrollArea::vertical().id_salt("passage").auto_shrink(false).show(ui, |ui| {
                sight::keep(ui, Some(Panel::Card), |ui| controls::passage(cx, article, passage, ui, out));
            });
            return;
        }
        let Some(facts) = facts::of(selection, article) else { return };
        super::spoken(ui, ui.unique_id(), &facts.spoken(), Live::Polite);
        head(cx, &facts, ui, out);
        let area = ScrollArea::vertical().id_salt("inspector").auto_shrink(false);
        let card = |ui: &mut Ui| {
            if let Some(edit) = &mut self.edit {
                let goes_on = match edit {
                    Edit::Figure(edit) => edit.ui(cx, article, selection, ui, out),
                    Edit::Time(edit) => edit.ui(cx, article, selection, ui, out),
                };
                if !goes_on {
                    self.edit = None;
                }
                return;
            }
            if !facts.because.is_empty() {
                // Before the facts: why a mark is there has to be seen without scrolling.
                let because = capitalised(&facts.because);
                ui.add(Label::new(RichText::new(because).color(cx.theme.soft)).wrap());
                ui.add_space(4.0);
            }
            if let Some(note) = correcting::note_on(article, selection) {
                let words = format!("Note: {}", note.words);
                ui.add(Label::new(RichText::new(words).color(cx.theme.text)).wrap());
                ui.add_space(4.0);
            }
            // What two entities share is only read: it takes the whole width.
            let read = matches!(selection, Selection::Pair(_));
            let narrow = read || ui.available_width() < 520.0;
            // The readings of a time are sentences, and its controls are few.
            let share = if matches!(selection, Selection::Time(_)) { 0.66 } else { 0.52 };
            let left = if narrow { ui.available_width() } else { ui.available_width() * share };
            ui.horizontal_top(|ui| {
                ui.allocate_ui(vec2(left, 0.0), |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(left);
                        rows(cx, &facts, ui, out);
                        if let Some(id) = marks::entity(selection, &article.record) {
                            across::ui(cx, article, id, ui, out);
                        }
                        if narrow {
                            ui.add_space(8.0);
                            self.controls(cx, article, ui, out);
                        }
                    });
                });
                if !narrow {
                    ui.vertical(|ui| self.controls(cx, article, ui, out));
                }
            });
        };
        area.show(ui, |ui| sight::keep(ui, Some(Panel::Card), card));
    }

    fn controls(&mut self, cx: &Cx<'_>, article: &OpenArticle, ui: &mut Ui, out: &mut Vec<Intent>) {
        controls::ui(cx, article, self, ui, out);
    }
}

/// The name or words, the kind, the certainty, and the way to the next mark.
fn head(cx: &Cx<'_>, facts: &Facts, ui: &mut Ui, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(&facts.kind).color(facts.color(cx.theme)).family(theme::strong()));
        if let Some(certainty) = facts.certainty {
            ui.label(RichText::new("·").color(cx.theme.soft));
            if certainty == Certainty::Checked {
                let (room, _) = ui.allocate_exact_size(vec2(6.0, 10.0), egui::Sense::hover());
                pencil(ui.painter(), room.min + vec2(0.0, 2.0), cx.theme.accent);
            }
            let color = if certainty == Certainty::Unsure { cx.theme.warning } else { cx.theme.soft };
            ui.label(RichText::new(facts::certainty(certainty)).color(color));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let mut button = |ui: &mut Ui, sign: &str, name: &str, intent: Intent| {
                let button = ui.add(Button::new(sign).frame_when_inactive(false)).on_hover_text(name);
                button.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name));
                if button.clicked() {
                    out.push(intent);
                }
            };
            button(ui, "×", "Clear the selection (Esc)", Intent::Session(SessionChange::Select(Selection::None)));
            button(ui, "↓", "Next mark (n)", Intent::Act("next-mark"));
            button(ui, "↑", "Previous mark (p)", Intent::Act("previous-mark"));
        });
    });
    let title = RichText::new(&facts.title).family(theme::serif_strong()).size(size::HEAD + 2.0);
    let long = facts.title.chars().count() > 90;
    let title = ui.add(Label::new(title).truncate());
    if long {
        title.on_hover_text(&facts.title);
    }
    ui.add_space(4.0);
}

/// The facts.
fn rows(cx: &Cx<'_>, facts: &Facts, ui: &mut Ui, out: &mut Vec<Intent>) {
    let room = ui.available_width() - 80.0;
    // A grid keeps the heights of its rows: each selection has its own.
    Grid::new(("facts", cx.session.selection)).num_columns(2).spacing(vec2(12.0, 3.0)).min_col_width(60.0).show(
        ui,
        |ui| {
            for fact in &facts.rows {
                ui.label(RichText::new(fact.label).color(cx.theme.soft));
                ui.scope(|ui| {
                    ui.set_max_width(room);
                    ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Wrap);
                    if let Some((i, action)) = fact.reading.and_then(|i| Some((i, *READINGS.get(i)?))) {
                        let words = RichText::new(format!("{}  {}", i + 1, fact.value)).size(size::SMALL);
                        if ui.add(Button::new(words).wrap()).on_hover_text("Read it so").clicked() {
                            out.push(Intent::Act(action));
                        }
                    } else if fact.to == Selection::None {
                        ui.add(Label::new(&fact.value).wrap());
                    } else if ui.link(&fact.value).clicked() {
                        out.push(Intent::Session(SessionChange::Select(fact.to)));
                    }
                });
                ui.end_row();
            }
        },
    );
}
