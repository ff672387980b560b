//! The lines below the title: source, date and length; and, where the article has no date although its words need one,
//! the one quiet question for it.

use crate::record::correct::Correction;
use crate::ui::theme::size;
use crate::ui::{Cx, Intent, OpenArticle, Scope};
use egui::{Button, Key, RichText, TextEdit, Ui};
use jiff::civil::Date;

/// The date as it is being typed.
#[derive(Debug, Default)]
pub(super) struct DateField {
    typed: String,
    open: bool,
    /// Whether it takes the keyboard in the next frame.
    wanted: bool,
}

impl DateField {
    /// Takes the keyboard.
    pub(super) fn ask(&mut self) {
        self.wanted = true;
    }
}

/// Times that are looked at for words to ask with, so that a long article is not searched in every frame.
const LOOKED_AT: usize = 100;

/// How much room the lines take.
pub(super) fn height(article: &OpenArticle, field: &DateField) -> f32 {
    match () {
        () if asks(article) => 104.0,
        () if field.open => 72.0,
        () => 38.0,
    }
}

/// Whether words of the article wait for its date.
fn asks(article: &OpenArticle) -> bool {
    article.waiting().next().is_some()
}

/// The lines, and the answer.
pub(super) fn ui(
    cx: &Cx<'_>,
    article: &OpenArticle,
    words: usize,
    field: &mut DateField,
    ui: &mut Ui,
    out: &mut Vec<Intent>,
) {
    let soft = |words: String| RichText::new(words).color(cx.theme.soft);
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        // The date is a button, but stands in a line of words.
        ui.spacing_mut().button_padding.x = 1.0;
        if !article.source.is_empty() {
            ui.label(soft(article.source.clone()));
            ui.label(soft("·".to_owned()));
        }
        match &article.published {
            Some(day) => {
                let shown = day.parse::<Date>().map_or_else(|_| day.clone(), |d| d.strftime("%-d %B %Y").to_string());
                let date = ui
                    .add(Button::new(soft(shown)).frame_when_inactive(false))
                    .on_hover_text("Change the date of the article");
                if date.clicked() {
                    field.open = !field.open;
                    field.typed.clone_from(day);
                }
            }
            None if asks(article) => {
                ui.label(soft("no date".to_owned()));
            }
            None => {
                if ui
                    .add(Button::new(soft("no date".to_owned())).frame_when_inactive(false))
                    .on_hover_text("Say when it was published")
                    .clicked()
                {
                    field.open = !field.open;
                }
            }
        }
        ui.add(egui::Label::new(soft(format!("· {words} words"))).truncate());
    });
    if asks(article) {
        ui.add_space(6.0);
        let font = egui::FontId::proportional(size::UI);
        let fits = |words: &str| {
            let words = words.to_owned();
            let laid = ui.fonts_mut(|f| f.layout_no_wrap(words, font.clone(), cx.theme.warning));
            laid.size().x <= ui.available_width()
        };
        let waiting = waiting(article);
        let words = RichText::new(question(&waiting, fits)).color(cx.theme.warning).size(size::UI);
        let named = || waiting.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>().join(", ");
        ui.add(egui::Label::new(words).truncate()).on_hover_ui(|ui| {
            ui.label(named());
        });
        answer(cx, field, ui, out);
    } else if field.open {
        ui.add_space(2.0);
        answer(cx, field, ui, out);
    }
}

/// The words that wait for the answer, each once.
fn waiting(article: &OpenArticle) -> Vec<&str> {
    let mut waiting: Vec<&str> = Vec::new();
    for time in article.waiting().take(LOOKED_AT) {
        let words = article.text.slice(time.span);
        if !waiting.contains(&words) {
            waiting.push(words);
        }
    }
    waiting
}

/// The question, with as many of the words that wait as its line has room for, three at most.
fn question(waiting: &[&str], fits: impl Fn(&str) -> bool) -> String {
    let ask = |shown: usize| {
        let words: Vec<String> = waiting.iter().take(shown).map(|words| format!("“{words}”")).collect();
        let more = match waiting.len().saturating_sub(shown) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let verb = if waiting.len() == 1 { "needs" } else { "need" };
        format!("This article has no date. {}{more} {verb} one:", words.join(", "))
    };
    let named = (1..=waiting.len().min(3)).rev().map(ask).find(|asked| fits(asked));
    let counted = || match waiting.len() {
        1 => "This article has no date; its words need one:".to_owned(),
        count => format!("This article has no date. {count} times need one:"),
    };
    named.or_else(|| Some(counted()).filter(|asked| fits(asked))).unwrap_or_else(|| "It needs a date:".to_owned())
}

fn answer(cx: &Cx<'_>, field: &mut DateField, ui: &mut Ui, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        let edit = TextEdit::singleline(&mut field.typed).hint_text("YYYY-MM-DD").desired_width(110.0);
        let edit = ui.add(edit);
        let edit = edit.accessible_name("Date of the article");
        let reviewing = cx.session.review.as_ref().is_some_and(super::super::review::Review::asks_date);
        if reviewing && !field.typed.is_empty() && field.typed.trim().is_empty() {
            // No date begins with a space: here it means what it means all through a review.
            field.typed.clear();
            edit.surrender_focus();
            out.push(Intent::Act("review-skip"));
        }
        let date = read(&field.typed);
        if std::mem::take(&mut field.wanted) {
            edit.request_focus();
        }
        let entered = edit.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        let set = ui.add_enabled(date.is_some(), Button::new("Set date")).clicked();
        if let Some(date) = date.filter(|_| entered || set) {
            out.push(Intent::Correct(Correction::SetPublished { date: Some(date.to_string()) }, Scope::Article));
            *field = DateField::default();
        } else if entered && field.typed.trim().is_empty() && cx.session.review.is_some() {
            out.push(Intent::Act("review-skip"));
        } else if date.is_none() && !field.typed.trim().is_empty() {
            ui.label(RichText::new("a day like 2025-10-30 or 30 October 2025").color(cx.theme.soft).size(size::SMALL));
        }
    });
}

/// A day as people type it: "2025-10-30", "30 October 2025", "October 30, 2025".
fn read(typed: &str) -> Option<Date> {
    let typed = typed.trim();
    ["%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d.%m.%Y"]
        .iter()
        .find_map(|format| Date::strptime(format, typed).ok())
}

#[cfg(test)]
mod tests {
    use super::{question, read};

    #[test]
    fn the_question_names_as_many_as_its_line_has_room_for() {
        let many = ["Wednesday", "last week", "May", "June"];
        let check = |waiting: &[&str], room: usize, expected: &str| {
            assert_eq!(question(waiting, |words| words.chars().count() <= room), expected);
        };
        check(&many, 80, "This article has no date. “Wednesday”, “last week”, “May” and 1 more need one:");
        check(&many, 73, "This article has no date. “Wednesday”, “last week” and 2 more need one:");
        check(&many, 60, "This article has no date. “Wednesday” and 3 more need one:");
        check(&many, 45, "This article has no date. 4 times need one:");
        check(&many[..1], 60, "This article has no date. “Wednesday” needs one:");
        check(&many[..1], 20, "It needs a date:");
    }

    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(read(typed).map(|d| d.to_string()).as_deref(), expected, "{typed:?}");
    }

    #[test]
    fn days_as_people_type_them() {
        check("2025-10-30", Some("2025-10-30"));
        check(" 30 October 2025 ", Some("2025-10-30"));
        check("Oct 30, 2025", Some("2025-10-30"));
        check("30.10.2025", Some("2025-10-30"));
        check("2025-13-30", None);
        check("October", None);
        check("", None);
    }
}
