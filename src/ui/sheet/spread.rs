//! Doing something to many marks at once: first the list, each line with a tick, then the deed.

use crate::record::correct::Target;
use crate::text::Span;
use crate::ui::correcting::{self, Deed};
use crate::ui::theme::{self, size};
use crate::ui::{Cx, Intent, OpenArticle, Scope, Selection, facts, sight, tick};
use egui::text::{LayoutJob, TextFormat};
use egui::{Button, FontId, Key, Modifiers, RichText, ScrollArea, Ui};

/// Letters of a sentence that are shown before the words.
const BEFORE: usize = 60;

/// Marks with the same words, and what is to be done to them.
#[derive(Debug)]
pub struct Spread {
    selection: Selection,
    deed: Deed,
    /// The marks, each with its tick.
    rows: Vec<(Target, bool)>,
    everywhere: bool,
    opened: bool,
}

impl Spread {
    /// Asks which of the marks like the selected one are meant; nothing to ask when there is only that one.
    pub fn new(article: &OpenArticle, selection: Selection, deed: Deed, scope: Scope) -> Option<Self> {
        let rows: Vec<_> = correcting::alike(article, selection, deed).into_iter().map(|t| (t, true)).collect();
        let everywhere = scope == Scope::Everywhere;
        (rows.len() > 1).then_some(Self { selection, deed, rows, everywhere, opened: false })
    }

    /// Draws the sheet. Returns whether it stays open.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, out: &mut Vec<Intent>) -> bool {
        let Some(article) = cx.article else { return false };
        let words = self.rows.first().map_or("", |(target, _)| target.words.as_str());
        let title = match self.deed {
            Deed::Kind(kind) => format!("“{words}” is: {}", facts::kind_name(kind)),
            Deed::Reject => format!("Reject “{words}”"),
            Deed::Split => format!("“{words}” is somebody or something else"),
        };
        super::title(ui, &title);
        let enter = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
        let first = !std::mem::replace(&mut self.opened, true);
        let everywhere = self.everywhere;
        let list = ScrollArea::vertical().max_height(300.0).auto_shrink([false, true]);
        let rows = |ui: &mut Ui| {
            for (i, (target, ticked)) in self.rows.iter_mut().enumerate() {
                let mut all = true;
                // Everywhere goes by the words, so that no place can be left out.
                let on = if everywhere { &mut all } else { ticked };
                let sentence = line(cx, article, target.span);
                let row = ui.add_enabled_ui(!everywhere, |ui| tick(cx, ui, on, sentence)).inner;
                if first && i == 0 {
                    row.request_focus();
                }
            }
        };
        list.show(ui, |ui| sight::keep(ui, None, rows));
        ui.add_space(6.0);
        tick(cx, ui, &mut self.everywhere, "In every article, now and later");
        ui.add_space(4.0);
        let keys = "Tab and the arrow keys move, Space ticks, Enter applies.";
        ui.label(RichText::new(keys).color(cx.theme.soft).size(size::SMALL));
        ui.add_space(8.0);
        let ticked: Vec<Target> = self
            .rows
            .iter()
            .filter(|(_, ticked)| *ticked || self.everywhere)
            .map(|(target, _)| target.clone())
            .collect();
        let (apply, cancel) = ui
            .horizontal(|ui| {
                let name =
                    if self.everywhere { "Apply to all".to_owned() } else { format!("Apply to {}", ticked.len()) };
                let apply = ui.add_enabled(!ticked.is_empty(), Button::new(name)).clicked();
                (apply, ui.button("Cancel").clicked())
            })
            .inner;
        if (apply || enter) && !ticked.is_empty() {
            let scope = if self.everywhere { Scope::Everywhere } else { Scope::Article };
            let correction = correcting::deed(article, self.selection, self.deed, ticked);
            out.extend(correction.map(|correction| Intent::Correct(correction, scope)));
            return false;
        }
        !cancel
    }
}

/// The sentence of some words on one line, the words strong and always in sight.
fn line(cx: &Cx<'_>, article: &OpenArticle, span: Span) -> LayoutJob {
    let text = &article.text;
    let sentence = text.sentences().get(text.sentence_at(span.start)).map_or(span, |s| s.span);
    let before = text.slice(Span::new(sentence.start.min(span.start), span.start));
    let after = text.slice(Span::new(span.end, sentence.end.max(span.end)));
    let cut = before.chars().count().saturating_sub(BEFORE);
    let start: String = before.chars().skip(cut).collect();
    let mut job = LayoutJob::default();
    let mut add = |words: &str, family| {
        let format = TextFormat::simple(FontId::new(size::UI, family), cx.theme.text);
        job.append(&words.replace(['\n', '\r'], " "), 0.0, format);
    };
    add(&format!("{}{start}", if cut > 0 { "…" } else { "" }), egui::FontFamily::Proportional);
    add(text.slice(span), theme::strong());
    add(after, egui::FontFamily::Proportional);
    job.wrap.max_rows = 1;
    job
}
