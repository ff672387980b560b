//! The bar over the article while its marks are reviewed: how far one is, what is asked, and the answers with their keys.

use super::{Review, question, short};
use crate::ui::theme::{self, size};
use crate::ui::{Answer, Cx, Intent, OpenArticle, Progress, Selection, answer_button, elsewhere};
use egui::{Align, Label, Layout, RichText, Ui};

const ANSWERS: [Answer; 5] = [
    ("Accept", "a", "Yes, this is right", "accept"),
    ("Reject", "x", "No: drop this mark", "reject"),
    ("Skip", "Space", "Leave it open and go on", "review-skip"),
    ("Back", "⌫", "Go back to the mark before", "review-back"),
    ("End", "Esc", "End the review; what was answered stays", "review-end"),
];

/// A narrower bar has the answers on a row of their own, so that the question can be read.
const WIDE: f32 = 860.0;

/// Draws the bar and collects the answer.
pub fn ui(cx: &Cx<'_>, review: &Review, article: &OpenArticle, ui: &mut Ui, out: &mut Vec<Intent>) {
    let (count, asked) = words(cx, review, article);
    let wide = ui.available_width() >= WIDE;
    ui.horizontal(|ui| {
        ui.label(RichText::new(count).color(cx.theme.soft).size(size::SMALL));
        let asked = Label::new(RichText::new(asked).color(cx.theme.text).family(theme::strong())).truncate();
        if wide {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for answer in answers(cx, review, article).into_iter().rev() {
                    answer_button(cx, ui, answer, out);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(asked));
            });
        } else {
            ui.add(asked);
        }
    });
    if !wide {
        ui.horizontal_wrapped(|ui| {
            for answer in answers(cx, review, article) {
                answer_button(cx, ui, answer, out);
            }
        });
    }
}

/// How far one is, and what is asked.
fn words(cx: &Cx<'_>, review: &Review, article: &OpenArticle) -> (String, String) {
    if review.ended() {
        let said = match review.left(article) {
            0 if reviewed(cx, article) => "The article is marked as reviewed.".to_owned(),
            0 => format!("All {} are checked.", review.len()),
            left => format!("{left} of {} are still open.", review.len()),
        };
        return (String::new(), said);
    }
    let count = format!("{} of {} to check", review.place(), review.len());
    let elsewhere = || match review.asked {
        Selection::Entity(id) => elsewhere::doubts(cx.across, article, id).next().map(|(of, _)| {
            let name = article.record.entity(id).map_or("", |e| e.name.as_str());
            format!("“{}”: {}", short(name), elsewhere::question(cx, of))
        }),
        _ => None,
    };
    let asked = match question(review.asked, article).or_else(elsewhere) {
        _ if review.asks_date() => match article.waiting().count() {
            0 => "The article has its date".to_owned(),
            1 => "When was the article published? A time waits for it".to_owned(),
            n => format!("When was the article published? {n} times wait for it"),
        },
        Some(_) if cx.session.selection != review.asked => "Another mark is selected".to_owned(),
        Some(_) if !review.waits(article) => "You have checked this one".to_owned(),
        Some(question) => question,
        None if review.asks_elsewhere() => "It is known who this is in other articles".to_owned(),
        None => {
            let words = review.span().map_or("", |span| article.text.slice(span));
            format!("You rejected “{}”; undo brings it back", short(words))
        }
    };
    (count, asked)
}

fn reviewed(cx: &Cx<'_>, article: &OpenArticle) -> bool {
    cx.articles.iter().any(|row| row.id == article.id && row.progress == Progress::Reviewed)
}

/// The answers that make sense now.
fn answers(cx: &Cx<'_>, review: &Review, article: &OpenArticle) -> Vec<Answer> {
    let [accept, reject, skip, back, end] = ANSWERS;
    if review.ended() {
        let again = ("Go through them again", "u", "Ask once more about what is open", "review");
        let rest = ("Mark as reviewed", "", "Leave the rest open", "reviewed");
        let done = ("Mark as reviewed", "Space", "The review of this article is done", "review-skip");
        let next = ("Next article", "Space", "Open the next article of the list", "review-skip");
        return match review.left(article) {
            0 if reviewed(cx, article) => vec![next, end],
            0 => vec![done, back, end],
            _ => vec![again, rest, back, end],
        };
    }
    if review.asks_date() {
        return vec![skip, back, end];
    }
    if cx.session.selection != review.asked {
        return vec![("Back to the queue", "u", "Select the mark that is asked about", "review"), end];
    }
    if !review.waits(article) {
        return vec![("Go on", "Space", "Go on to the next open mark", "review-skip"), back, end];
    }
    if review.asks_elsewhere() {
        let same = ("The same", "a", "They are one, wherever they have these names", "accept");
        let other = ("Not the same", "x", "They are two", "reject");
        return vec![same, other, skip, back, end];
    }
    vec![accept, reject, skip, back, end]
}
