//! Quotations by speaker, a line for each sentence: who is quoted most comes first, who could not be named comes last.
//! With a speaker's quotations stand the figures that are told as theirs.

mod lines;

use super::{derived::derived, parts};
use crate::chart::{Ground, amount};
use crate::export::table;
use crate::record::{EntityId, Quote, QuoteKind};
use crate::text::Span;
use crate::ui::theme::{self, size};
use crate::ui::{Cx, Intent, OpenArticle, Selection};
use egui::{Align, Button, Id, Layout, RichText, TextEdit, Ui};
use lines::{Line, lines};
use std::collections::BTreeMap;

/// One speaker and what they say, figures by their index.
struct Speaker {
    id: Option<EntityId>,
    name: String,
    roles: String,
    lines: Vec<Line>,
    figures: Vec<usize>,
}

/// Whose quotations are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Whose {
    /// All.
    #[default]
    Everybody,
    /// Those of one speaker, or of nobody who is named.
    Of(Option<EntityId>),
}

/// What is shown of them, kept while the window is open.
#[derive(Clone, Debug, Default)]
struct Wanted {
    /// Whose quotations.
    speaker: Whose,
    /// Words that a quotation must hold.
    words: String,
}

impl Wanted {
    fn speaker(&self, speaker: &Speaker) -> bool {
        self.speaker == Whose::Everybody || self.speaker == Whose::Of(speaker.id)
    }

    fn holds(&self, words: &str) -> bool {
        self.words.is_empty() || words.to_lowercase().contains(&self.words.to_lowercase())
    }
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
    let id = Id::unique("quotations wanted");
    let mut wanted = ui.data(|d| d.get_temp::<Wanted>(id)).unwrap_or_default();
    if !speakers.iter().any(|speaker| wanted.speaker(speaker)) {
        // Who was chosen does not speak in this article.
        wanted.speaker = Whose::Everybody;
    }
    let shown: Vec<(&Speaker, Vec<&Line>)> = speakers
        .iter()
        .filter(|speaker| wanted.speaker(speaker))
        .map(|speaker| (speaker, matching(article, speaker, &wanted)))
        .filter(|(_, lines)| !lines.is_empty() || wanted.words.is_empty())
        .collect();
    let lines: Vec<&Line> = shown.iter().flat_map(|(_, lines)| lines.iter().copied()).collect();
    let all = speakers.iter().map(|speaker| speaker.lines.len()).sum();
    toolbar(cx, ui, article, &mut wanted, (&lines, all), intents);
    choice(ui, &speakers, &mut wanted);
    for (speaker, lines) in &shown {
        head(cx, ui, speaker);
        for line in lines {
            quote(cx, ui, article, line, intents);
        }
        if wanted.words.is_empty() {
            figures(cx, ui, article, speaker, intents);
        }
        ui.add_space(10.0);
    }
    if shown.is_empty() {
        ui.label(RichText::new("No quotation holds these words.").color(cx.theme.soft));
    }
    ui.data_mut(|d| d.insert_temp(id, wanted));
}

/// The heading, the filter and the way out.
fn toolbar(
    cx: &Cx<'_>,
    ui: &mut Ui,
    article: &OpenArticle,
    wanted: &mut Wanted,
    (lines, all): (&[&Line], usize),
    intents: &mut Vec<Intent>,
) {
    ui.horizontal(|ui| {
        parts::heading(cx, ui, "Quotations");
        let shown = lines.len();
        let count = if shown == all { all.to_string() } else { format!("{shown} of {all}") };
        ui.label(RichText::new(count).size(size::SMALL).color(cx.theme.soft));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if parts::quiet_button(cx, ui, "CSV", "Save the quotations shown with their sentences") {
                let mut table = table::quotes(&article.text, &article.record);
                let parts: Vec<usize> = lines.iter().flat_map(|line| line.parts.iter().copied()).collect();
                table.keep(&parts);
                intents.push(parts::table(article, "Quotations", table));
            }
            let width = (ui.available_width() - 8.0).clamp(48.0, 150.0);
            let edit = TextEdit::singleline(&mut wanted.words).hint_text("Filter quotations").desired_width(width);
            ui.add(edit).on_hover_text("Show the quotations that hold these words");
        });
    });
}

/// A button for each speaker, where there are several.
fn choice(ui: &mut Ui, speakers: &[Speaker], wanted: &mut Wanted) {
    if speakers.len() > 1 {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            if ui.add(Button::selectable(wanted.speaker == Whose::Everybody, "Everybody")).clicked() {
                wanted.speaker = Whose::Everybody;
            }
            for speaker in speakers {
                let words = format!("{} {}", speaker.name, speaker.lines.len());
                if ui.add(Button::selectable(wanted.speaker == Whose::Of(speaker.id), words)).clicked() {
                    wanted.speaker = Whose::Of(speaker.id);
                }
            }
        });
    }
    ui.add_space(6.0);
}

/// Who speaks, in which role, how often, and how.
fn head(cx: &Cx<'_>, ui: &mut Ui, speaker: &Speaker) {
    let (all, direct) = (speaker.lines.len(), speaker.lines.iter().filter(|line| line.direct).count());
    let how = match (direct, all - direct) {
        (0, told) => format!("{told} in other words"),
        (direct, 0) => format!("{direct} in quotation marks"),
        (direct, told) => format!("{direct} in quotation marks, {told} in other words"),
    };
    let roles = if speaker.roles.is_empty() { how } else { format!("{} · {how}", speaker.roles) };
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(&speaker.name).family(theme::strong()).color(cx.theme.text));
        ui.label(RichText::new(roles).size(size::SMALL).color(cx.theme.soft));
    });
}

/// The lines of a speaker that hold the words.
fn matching<'a>(article: &OpenArticle, speaker: &'a Speaker, wanted: &Wanted) -> Vec<&'a Line> {
    speaker.lines.iter().filter(|line| wanted.holds(article.text.slice(line.shown))).collect()
}

fn quote(cx: &Cx<'_>, ui: &mut Ui, article: &OpenArticle, line: &Line, intents: &mut Vec<Intent>) {
    let quotes: Vec<&Quote> = line.parts.iter().filter_map(|&i| article.record.quotes.get(i)).collect();
    let Some(first) = line.parts.first() else { return };
    let told = quotes.iter().any(|quote| quote.kind == QuoteKind::Indirect);
    let kind = match (line.direct, told) {
        (true, true) => "partly in quotation marks",
        (true, false) => "in quotation marks",
        (false, _) => "told in other words",
    };
    let cue = quotes.iter().find_map(|quote| quote.cue.as_ref());
    let how = cue.map_or_else(|| kind.to_owned(), |cue| format!("{cue}; {kind}"));
    let spans: Vec<Span> = quotes.iter().map(|quote| quote.span).collect();
    let add = |ui: &mut Ui| {
        let words = line.words(&article.text, &spans, cx.theme);
        ui.add(egui::Label::new(words).selectable(false).wrap());
        parts::words(ui, RichText::new(&how).size(size::SMALL).color(cx.theme.soft));
    };
    // Whichever of its parts is selected, the line is.
    let selected = line.parts.iter().map(|&i| Selection::Quote(i)).find(|part| *part == cx.session.selection);
    let select = selected.unwrap_or(Selection::Quote(*first));
    parts::card(cx, ui, (select, article.text.slice(line.shown)), cx.theme.quote, add, intents);
}

/// The figures that the speaker gives.
fn figures(cx: &Cx<'_>, ui: &mut Ui, article: &OpenArticle, speaker: &Speaker, intents: &mut Vec<Intent>) {
    for &index in &speaker.figures {
        let Some(figure) = article.record.figures.get(index) else { continue };
        let of = figure.item.as_deref().map_or_else(String::new, |item| format!(" of {item}"));
        let words = format!("{}{of}", amount::full(figure));
        let how = format!("figure; {}", figure.status.label());
        let add = |ui: &mut Ui| {
            parts::words(ui, RichText::new(&words).color(cx.theme.text));
            parts::words(ui, RichText::new(&how).size(size::SMALL).color(cx.theme.soft));
        };
        parts::card(cx, ui, (Selection::Figure(index), &words), cx.theme.figure, add, intents);
    }
}

fn by_speaker(ground: Ground<'_>) -> Vec<Speaker> {
    let mut said: Vec<(Option<EntityId>, Vec<usize>)> = Vec::new();
    for (index, quote) in ground.record.quotes.iter().enumerate() {
        match said.iter_mut().find(|(id, _)| *id == quote.speaker) {
            Some((_, quotes)) => quotes.push(index),
            None => said.push((quote.speaker, vec![index])),
        }
    }
    let speaker = |(id, quotes): (Option<EntityId>, Vec<usize>)| Speaker {
        id,
        name: amount::name_of(ground.record, id).unwrap_or("Nobody named").to_owned(),
        roles: id.and_then(|id| ground.record.entity(id)).map_or_else(String::new, |e| e.roles.join("; ")),
        lines: lines(ground, &quotes, id.is_some()),
        figures: Vec::new(),
    };
    let mut speakers: Vec<Speaker> = said.into_iter().map(speaker).collect();
    let mut claims: BTreeMap<EntityId, Vec<usize>> = BTreeMap::new();
    for (index, figure) in ground.record.figures.iter().enumerate() {
        // How long something takes is no claim of its own.
        if let Some(id) = figure.said_by.filter(|_| figure.measure.as_str() != "duration") {
            claims.entry(id).or_default().push(index);
        }
    }
    for speaker in &mut speakers {
        speaker.figures = speaker.id.and_then(|id| claims.remove(&id)).unwrap_or_default();
    }
    // Stable: equally often quoted speakers stay in text order.
    speakers.sort_by_key(|s| (s.id.is_none(), std::cmp::Reverse(s.lines.len())));
    speakers
}
