//! An entity in other articles: where it is named, under what name and why, and the questions that only the analyst
//! answers.

use crate::extract::link::across::Joined;
use crate::record::EntityId;
use crate::ui::theme::{self, size};
use crate::ui::{ArticleId, Cx, Intent, OpenArticle, Selection, SessionChange, elsewhere};
use egui::{Button, Label, RichText, Ui};

/// Other articles that are listed one by one.
const MOST: usize = 8;

/// Draws where else an entity is named, and what is asked.
pub(super) fn ui(cx: &Cx<'_>, article: &OpenArticle, id: EntityId, ui: &mut Ui, out: &mut Vec<Intent>) {
    let own = article.id.0;
    if let Some(joined) = cx.across.of(own, id).filter(|_| cx.across.articles(own, id) > 1) {
        others(cx, article, id, joined, ui, out);
    }
    for (of, doubt) in elsewhere::doubts(cx.across, article, id) {
        ui.add_space(6.0);
        let question = RichText::new(elsewhere::question(cx, of)).family(theme::strong());
        ui.add(Label::new(question).wrap());
        ui.add(Label::new(RichText::new(sentence(&doubt.why)).color(cx.theme.soft)).wrap());
        ui.horizontal_wrapped(|ui| {
            for (words, same) in [("The same", true), ("Not the same", false)] {
                if ui.add(Button::new(words)).clicked() {
                    out.extend(elsewhere::answer(article, id, of, same));
                }
            }
        });
    }
}

/// Every other article that names the entity.
fn others(cx: &Cx<'_>, article: &OpenArticle, id: EntityId, joined: &Joined, ui: &mut Ui, out: &mut Vec<Intent>) {
    ui.add_space(6.0);
    let count = cx.across.articles(article.id.0, id);
    ui.label(RichText::new(format!("In {count} articles")).family(theme::strong()));
    let others = || joined.members.iter().filter(|m| m.article != article.id.0);
    for member in others().take(MOST) {
        let title = elsewhere::title(cx, member);
        ui.horizontal_wrapped(|ui| {
            if ui.link(&title).on_hover_text("Open this article there").clicked() {
                out.push(Intent::Session(SessionChange::Open(ArticleId(member.article))));
                out.push(Intent::Session(SessionChange::Select(Selection::Entity(member.entity))));
            }
            let told = match member.why.as_str() {
                "" => format!("“{}”", member.name.name),
                why => format!("“{}”: {why}", member.name.name),
            };
            ui.label(RichText::new(told).color(cx.theme.soft).size(size::SMALL));
        });
    }
    let more = others().count().saturating_sub(MOST);
    if more > 0 {
        ui.label(RichText::new(format!("and {more} more")).color(cx.theme.soft).size(size::SMALL));
    }
    if ui.button("Not the same as in the others").on_hover_text("Count it by itself in this article").clicked() {
        out.extend(elsewhere::answer(article, id, joined, false));
    }
}

/// Words with a capital and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect::<String>() + ".")
}
