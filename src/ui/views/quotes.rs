//! Quotations by speaker: who is quoted most comes first, who could not be named comes last.

use super::{derived::derived, parts};
use crate::chart::{Ground, amount};
use crate::export::table;
use crate::record::{EntityId, QuoteKind};
use crate::ui::theme::{self, size};
use crate::ui::{Cx, Intent, OpenArticle, Selection};
use egui::{RichText, Ui};

/// One speaker and what they say, by the index of each quotation.
struct Speaker {
    id: Option<EntityId>,
    name: String,
    roles: String,
    quotes: Vec<usize>,
}

/// Draws the view.
pub(super) fn ui(cx: &Cx<'_>, ui: &mut Ui, intents: &mut Vec<Intent>) {
    let Some(article) = cx.article else {
        parts::nothing(cx, ui, "No article is open.", "Open or paste one to see who says what.");
        return;
    };
    let speakers = derived(ui, article, "quotes", by_speaker);
    if speakers.is_empty() {
        parts::nothing(cx, ui, "No quotations.", "The article quotes nobody, neither in quotation marks nor without.");
        return;
    }
    parts::counted(cx, ui, article, ("Quotations", article.record.quotes.len()), saved, intents);
    for speaker in speakers.iter() {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(&speaker.name).family(theme::strong()).color(cx.theme.text));
            ui.label(RichText::new(&speaker.roles).size(size::SMALL).color(cx.theme.soft));
        });
        for &index in &speaker.quotes {
            quote(cx, ui, article, index, intents);
        }
        ui.add_space(10.0);
    }
}

fn quote(cx: &Cx<'_>, ui: &mut Ui, article: &OpenArticle, index: usize, intents: &mut Vec<Intent>) {
    let Some(quote) = article.record.quotes.get(index) else { return };
    let said = article.text.slice(quote.span);
    let kind = if quote.kind == QuoteKind::Direct { "in quotation marks" } else { "told in other words" };
    let how = quote.cue.as_ref().map_or_else(|| kind.to_owned(), |cue| format!("{cue}; {kind}"));
    let add = |ui: &mut Ui| {
        parts::words(ui, RichText::new(said).family(theme::serif()).size(15.0).color(cx.theme.text));
        parts::words(ui, RichText::new(&how).size(size::SMALL).color(cx.theme.soft));
    };
    parts::card(cx, ui, (Selection::Quote(index), said), cx.theme.quote, add, intents);
}

fn saved(article: &OpenArticle) -> table::Table {
    table::quotes(&article.text, &article.record)
}

fn by_speaker(ground: Ground<'_>) -> Vec<Speaker> {
    let mut speakers: Vec<Speaker> = Vec::new();
    for (index, quote) in ground.record.quotes.iter().enumerate() {
        match speakers.iter_mut().find(|s| s.id == quote.speaker) {
            Some(speaker) => speaker.quotes.push(index),
            None => speakers.push(Speaker {
                id: quote.speaker,
                name: amount::name_of(ground.record, quote.speaker).unwrap_or("Nobody named").to_owned(),
                roles: quote
                    .speaker
                    .and_then(|id| ground.record.entity(id))
                    .map_or_else(String::new, |e| e.roles.join("; ")),
                quotes: vec![index],
            }),
        }
    }
    // Stable: equally often quoted speakers stay in text order.
    speakers.sort_by_key(|s| (s.id.is_none(), std::cmp::Reverse(s.quotes.len())));
    speakers
}
