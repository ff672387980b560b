//! The bar over the article while its marks are reviewed: how far one is, what is asked, and the answers with their keys.

use super::{Review, question, short};
use crate::ui::theme::{self, Theme, size};
use crate::ui::{Cx, Intent, OpenArticle};
use egui::{Align, Button, Label, Layout, RichText, Ui};

/// An answer: its words, its key, what it does, and the action.
type Answer = (&'static str, &'static str, &'static str, &'static str);

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
                    button(cx.theme, ui, answer, out);
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
                button(cx.theme, ui, answer, out);
            }
        });
    }
}

/// How far one is, and what is asked.
fn words(cx: &Cx<'_>, review: &Review, article: &OpenArticle) -> (String, String) {
    if review.ended() {
        return match review.left(&article.record) {
            0 => (String::new(), format!("All {} are checked, and the article is marked as reviewed.", review.len())),
            left => (String::new(), format!("{left} of {} are still open.", review.len())),
        };
    }
    let count = format!("{} of {} to check", review.place(), review.len());
    let asked = match question(review.asked, article) {
        Some(_) if cx.session.selection != review.asked => "Another mark is selected".to_owned(),
        Some(_) if !review.waits(&article.record) => "You have checked this one".to_owned(),
        Some(question) => question,
        None => {
            let words = review.span().map_or("", |span| article.text.slice(span));
            format!("You rejected “{}”; undo brings it back", short(words))
        }
    };
    (count, asked)
}

/// The answers that make sense now.
fn answers(cx: &Cx<'_>, review: &Review, article: &OpenArticle) -> Vec<Answer> {
    let [accept, reject, skip, back, end] = ANSWERS;
    if review.ended() {
        let again = ("Go through them again", "u", "Ask once more about what is open", "review");
        let done = ("Mark as reviewed", "", "Leave the rest open", "reviewed");
        let next = ("Next article", "", "Open the next article of the list", "next-article");
        return if review.left(&article.record) == 0 { vec![next, end] } else { vec![again, done, back, end] };
    }
    if cx.session.selection != review.asked {
        return vec![("Back to the queue", "u", "Select the mark that is asked about", "review"), end];
    }
    if !review.waits(&article.record) {
        return vec![("Go on", "Space", "Go on to the next open mark", "review-skip"), back, end];
    }
    vec![accept, reject, skip, back, end]
}

fn button(theme: &Theme, ui: &mut Ui, (words, key, hint, action): Answer, out: &mut Vec<Intent>) {
    let key = RichText::new(key).color(theme.soft).size(size::SMALL);
    let button = ui.add(Button::new((RichText::new(words).size(size::SMALL), key)));
    let button = button.on_hover_text(hint);
    button.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, words));
    if button.clicked() {
        out.push(Intent::Act(action));
    }
}
