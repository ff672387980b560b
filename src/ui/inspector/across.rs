//! An entity in other articles: where it is named, under what name and why, and the questions that only the analyst
//! answers.

use crate::extract::link::across::{Joined, Member};
use crate::record::EntityId;
use crate::record::correct::Correction;
use crate::ui::theme::{self, size};
use crate::ui::{ArticleId, Cx, Intent, OpenArticle, Scope, Selection, SessionChange, correcting};
use egui::{Button, Label, RichText, Ui};

/// Other articles that are listed one by one.
const MOST: usize = 8;

/// Draws where else an entity is named, and what is asked.
pub(super) fn ui(cx: &Cx<'_>, article: &OpenArticle, id: EntityId, ui: &mut Ui, out: &mut Vec<Intent>) {
    let own = article.id.0;
    if let Some(joined) = cx.across.of(own, id).filter(|_| cx.across.articles(own, id) > 1) {
        others(cx, article, id, joined, ui, out);
    }
    for doubt in cx.across.doubts_in(own).iter().filter(|doubt| doubt.entity == id) {
        let Some(of) = cx.across.entities.get(doubt.of) else { continue };
        ui.add_space(6.0);
        let question = RichText::new(question(cx, of)).family(theme::strong());
        ui.add(Label::new(question).wrap());
        ui.add(Label::new(RichText::new(sentence(&doubt.why)).color(cx.theme.soft)).wrap());
        ui.horizontal_wrapped(|ui| {
            for (words, same) in [("The same", true), ("Not the same", false)] {
                if ui.add(Button::new(words)).clicked() {
                    out.extend(answer(article, id, of, same));
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
    let elsewhere = || joined.members.iter().filter(|m| m.article != article.id.0);
    for member in elsewhere().take(MOST) {
        let title = title(cx, member);
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
    let more = elsewhere().count().saturating_sub(MOST);
    if more > 0 {
        ui.label(RichText::new(format!("and {more} more")).color(cx.theme.soft).size(size::SMALL));
    }
    if ui.button("Not the same as in the others").on_hover_text("Count it by itself in this article").clicked() {
        out.extend(answer(article, id, joined, false));
    }
}

/// What is asked of an entity that may be one of other articles.
fn question(cx: &Cx<'_>, of: &Joined) -> String {
    let first = of.members.first();
    let place = first.map_or_else(String::new, |m| format!(" of “{}”", title(cx, m)));
    format!("Is this the same as “{}”{place}?", of.name.name)
}

/// What the analyst says of an entity of the open article and one of others. That two are one holds wherever they have
/// these names; that one is another than its namesakes holds in its article alone.
fn answer(article: &OpenArticle, id: EntityId, of: &Joined, same: bool) -> Option<Intent> {
    let one = correcting::entity_ref(&article.record, id)?;
    let elsewhere = of.members.iter().find(|m| m.article != article.id.0).map(|m| m.name.clone());
    let other = if of.name == one { elsewhere? } else { of.name.clone() };
    let scope = if !same && other == one { Scope::Article } else { Scope::Everywhere };
    Some(Intent::Correct(Correction::Identify { one, other, same }, scope))
}

fn title(cx: &Cx<'_>, member: &Member) -> String {
    let row = cx.articles.iter().find(|row| row.id.0 == member.article);
    row.map_or_else(|| "an article".to_owned(), |row| row.title.clone())
}

/// Words with a capital and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect::<String>() + ".")
}
