//! Going through the marks that are in doubt, and saying that an article is reviewed.

use super::App;
use crate::record::correct::Correction;
use crate::ui::review::Review;
use crate::ui::{Progress, Scope, Selection, elsewhere};

impl App {
    /// Begins the review of the open article, or goes on with it.
    pub(super) fn review(&mut self) {
        match &self.session.review {
            Some(review) if !review.ended() && review.asked == self.session.selection => self.review_skip(),
            Some(review) if !review.ended() => self.ask(),
            _ => self.begin_review(),
        }
    }

    fn begin_review(&mut self) {
        let Some(article) = self.library.article() else { return };
        self.session.review = Review::new(article, self.library.across());
        if self.session.review.is_some() {
            self.ask();
        } else {
            self.say("Nothing is left to check in this article".to_owned());
        }
    }

    /// Shows what is asked about.
    fn ask(&mut self) {
        let Some(review) = &self.session.review else { return };
        let (asked, span, date) = (review.asked, review.span(), review.asks_date());
        self.select(asked);
        if date {
            self.panels.article.ask_date();
        } else if let Some(span) = span.filter(|_| asked == Selection::None) {
            self.go_to(span);
        }
    }

    /// Leaves a mark open and asks about the next one. After the last one, says that the article is reviewed, and then
    /// goes to the next article.
    pub(super) fn review_skip(&mut self) {
        let (Some(review), Some(article)) = (&mut self.session.review, self.library.article()) else { return };
        if !review.ended() {
            review.go_on(article);
            self.ask();
        } else if review.left(article) == 0 {
            if self.is_reviewed() {
                self.step_article(true);
            } else {
                self.set_reviewed(true);
            }
        }
    }

    /// Asks about the mark before once more.
    pub(super) fn review_back(&mut self) {
        if let (Some(review), Some(article)) = (&mut self.session.review, self.library.article()) {
            review.go_back(&article.record);
            self.ask();
        }
    }

    /// Says whether the entity that the review asks about is one of other articles; false when it asks something else.
    pub(super) fn identify(&mut self, same: bool) -> bool {
        let (Some(review), Some(article)) = (&self.session.review, self.library.article()) else { return false };
        let Selection::Entity(id) = review.asked else { return false };
        if self.session.selection != review.asked || !review.asks_elsewhere() {
            return false;
        }
        let doubt = elsewhere::doubts(self.library.across(), article, id).next();
        if let Some(answer) = doubt.and_then(|(of, _)| elsewhere::answer(article, id, of, same)) {
            self.perform(answer);
        }
        true
    }

    /// Ends the review. What was answered stays.
    pub(super) fn review_end(&mut self) {
        self.session.review = None;
    }

    /// Goes on once the mark that was asked about is accepted, corrected or gone. That the article is reviewed is a step
    /// of its own: one key is one step of the history.
    pub(super) fn answered_one(&mut self) {
        let (Some(review), Some(article)) = (&mut self.session.review, self.library.article()) else { return };
        if review.asks_date() {
            self.dated();
        } else if !review.ended() && !review.waits(article) {
            review.go_on(article);
            self.ask();
        }
    }

    /// Begins again once the article was read with the date that was asked for: other marks are in doubt then.
    pub(super) fn dated(&mut self) {
        let asked = self.session.review.as_ref().is_some_and(Review::asks_date);
        let dated = self.library.article().is_some_and(|article| article.published.is_some());
        if asked && dated && !self.session.reading {
            self.begin_review();
        }
    }

    /// Keeps the review on its mark after the record has changed: what undo brings back is asked about again.
    pub(super) fn keep_review(&mut self) {
        let (Some(review), Some(article)) = (&mut self.session.review, self.library.article()) else { return };
        let before = review.asked;
        review.refresh(&article.record);
        if before == Selection::None && self.session.selection == Selection::None {
            self.session.selection = review.asked;
        }
    }

    /// Whether the open article is marked as reviewed.
    pub(super) fn is_reviewed(&self) -> bool {
        let open = self.library.article().map(|article| article.id);
        self.library.rows().iter().any(|row| Some(row.id) == open && row.progress == Progress::Reviewed)
    }

    /// Marks the open article as reviewed, or as not.
    pub(super) fn set_reviewed(&mut self, reviewed: bool) {
        if self.is_reviewed() != reviewed {
            self.correct(Correction::SetReviewed { reviewed }, Scope::Article);
        }
    }
}
