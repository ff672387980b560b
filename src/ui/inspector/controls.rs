//! The buttons under the facts: kinds, names, speakers and status, each also a key.

use super::{Inspector, fields};
use crate::record::correct::{Correction, MERGED};
use crate::record::{EntityKind, Record, Status};
use crate::text::Span;
use crate::ui::correcting::{self, Reach};
use crate::ui::theme::{self, size};
use crate::ui::{Cx, Intent, OpenArticle, Scope, Selection, answer_button, facts, marks, tick};
use egui::{Button, RichText, Ui, vec2};

/// Draws the controls for what is selected.
pub(super) fn ui(cx: &Cx<'_>, article: &OpenArticle, with: &mut Inspector, ui: &mut Ui, out: &mut Vec<Intent>) {
    let (selection, record) = (cx.session.selection, &article.record);
    let entity = marks::entity(selection, record);
    match selection {
        Selection::Mention(i) => kinds(cx, record.mentions.get(i).map(|m| m.kind), ui, out),
        Selection::Entity(id) => kinds(cx, record.entity(id).map(|e| e.kind), ui, out),
        Selection::Quote(i) => speaker(article, i, ui, out),
        Selection::Commitment(i) => status(article, i, ui, out),
        Selection::Figure(_) | Selection::Time(_) | Selection::Pair(_) | Selection::None => {}
    }
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        let one = !matches!(selection, Selection::Entity(_));
        for (shown, answer) in [
            (matches!(selection, Selection::Figure(_)), ("Edit fields…", "⏎", "Change what it says", "edit")),
            (matches!(selection, Selection::Time(_)), ("Set the date…", "⏎", "Say when this is", "edit")),
            (one, ("Accept", "a", "This mark is right", "accept")),
            (true, ("Reject", "x", "This mark is wrong: drop it", "reject")),
            (entity.is_some(), ("Merge…", "m", "Two names of one", "merge")),
            (
                correcting::splits(record, selection),
                ("Split off…", "s", "This names somebody or something else", "split"),
            ),
            (entity.is_some(), ("Rename…", "r", "Call it by another name", "rename")),
            (true, ("Note…", "t", "Note something on this", "note")),
        ] {
            if shown {
                answer_button(cx, ui, answer, out);
            }
        }
    });
    if matches!(selection, Selection::Mention(_) | Selection::Entity(_)) {
        reach(cx, article, with, ui);
    }
    unmerges(cx, article, ui, out);
}

/// A way back for every name that the analyst has joined with the entity.
fn unmerges(cx: &Cx<'_>, article: &OpenArticle, ui: &mut Ui, out: &mut Vec<Intent>) {
    let entity = marks::entity(cx.session.selection, &article.record).and_then(|id| article.record.entity(id));
    for alias in entity.iter().flat_map(|entity| &entity.aliases).filter(|alias| alias.why == MERGED) {
        let Some((correction, scope)) = correcting::unmerge(article, &alias.text) else { continue };
        let words = RichText::new(format!("Split off “{}” again", alias.text)).size(size::SMALL);
        if ui.button(words).on_hover_text("You joined it; this takes that back").clicked() {
            out.push(Intent::Correct(correction, scope));
        }
    }
}

/// For which marks the next correction is meant.
fn reach(cx: &Cx<'_>, article: &OpenArticle, with: &mut Inspector, ui: &mut Ui) {
    let selection = cx.session.selection;
    let same = correcting::targets(article, selection, Reach::SameWords);
    if matches!(selection, Selection::Mention(_)) && same.len() > 1 {
        let mut all = with.reach == Reach::SameWords;
        let words = same.first().map_or("", |t| t.words.as_str());
        let label = RichText::new(format!("Apply to all {} “{words}”…", same.len())).size(size::SMALL);
        tick(cx, ui, &mut all, label).on_hover_text("Shows the list first; Shift and a digit does the same");
        with.reach = if all { Reach::SameWords } else { Reach::One };
    }
    let mut everywhere = with.scope == Scope::Everywhere;
    tick(cx, ui, &mut everywhere, RichText::new("In every article, now and later").size(size::SMALL));
    with.scope = if everywhere { Scope::Everywhere } else { Scope::Article };
}

/// The actions of the ten kinds, in their order.
const ACTIONS: [&str; 10] =
    ["kind-1", "kind-2", "kind-3", "kind-4", "kind-5", "kind-6", "kind-7", "kind-8", "kind-9", "kind-10"];

/// A button for every kind, which does what its digit does.
fn kinds(cx: &Cx<'_>, now: Option<EntityKind>, ui: &mut Ui, out: &mut Vec<Intent>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for ((i, kind), action) in EntityKind::ALL.into_iter().enumerate().zip(ACTIONS) {
            // The keys of the ten kinds: 1 to 9, then 0.
            let words = format!("{}  {}", (i + 1) % 10, facts::kind_name(kind));
            let words = RichText::new(words).size(size::SMALL).color(cx.theme.kind(kind));
            if ui.add(Button::selectable(now == Some(kind), words).frame(true)).clicked() {
                out.push(Intent::Act(action));
            }
        }
    });
}

/// Words that are selected as text: what they could be marked as.
pub(super) fn passage(cx: &Cx<'_>, article: &OpenArticle, passage: Span, ui: &mut Ui, out: &mut Vec<Intent>) {
    ui.label(RichText::new("Mark these words as").color(cx.theme.soft));
    let words = RichText::new(article.text.slice(passage)).family(theme::serif_strong()).size(size::HEAD + 2.0);
    ui.add(egui::Label::new(words).truncate());
    ui.add_space(4.0);
    kinds(cx, None, ui, out);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        for answer in [
            ("Copy", "Ctrl+C", "Copy these words", "copy"),
            (
                "Copy with source",
                "Ctrl+Shift+C",
                "Copy them as a quotation, with the line that says where they stand",
                "copy-source",
            ),
        ] {
            answer_button(cx, ui, answer, out);
        }
    });
}

/// Who said it.
fn speaker(article: &OpenArticle, i: usize, ui: &mut Ui, out: &mut Vec<Intent>) {
    let record = &article.record;
    let Some(quote) = record.quotes.get(i) else { return };
    let mut now = quote.speaker;
    let nobody = std::iter::once((None, "not named".to_owned()));
    let entities = speakers(record).into_iter().map(|e| (Some(e.id), e.name.clone()));
    let choices: Vec<_> = nobody.chain(entities).collect();
    ui.horizontal(|ui| fields::choice(ui, ("Speaker", 200.0), &mut now, choices.into_iter()));
    if now != quote.speaker {
        let speaker = now.and_then(|id| correcting::entity_ref(record, id));
        let at = correcting::target(article, quote.span);
        out.push(Intent::Correct(Correction::SetSpeaker { at, speaker }, Scope::Article));
    }
}

/// Those who can speak: people first.
pub(super) fn speakers(record: &Record) -> Vec<&crate::record::Entity> {
    let can = [EntityKind::Person, EntityKind::Organization, EntityKind::Place, EntityKind::Group];
    can.iter().flat_map(|kind| record.entities.iter().filter(move |e| e.kind == *kind)).collect()
}

/// How far a commitment has gone.
fn status(article: &OpenArticle, i: usize, ui: &mut Ui, out: &mut Vec<Intent>) {
    let Some(commitment) = article.record.commitments.get(i) else { return };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for status in Status::ALL {
            let words = RichText::new(status.label()).size(size::SMALL);
            if ui.add(Button::selectable(commitment.status == status, words).frame(true)).clicked() {
                let at = correcting::target(article, commitment.span);
                out.push(Intent::Correct(Correction::SetStatus { at, status }, Scope::Article));
            }
        }
    });
}
