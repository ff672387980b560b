//! The period of a figure while it is edited: the article's words stay, the analyst sets its first and last day.

use super::fields::{done, text};
use crate::record::Window;
use crate::record::stretch::Stretch;
use egui::{Label, Ui};

/// A period as it is being edited.
#[derive(Clone, Debug)]
pub(super) struct Period {
    /// The article's words for it, unless they were cleared.
    words: Option<String>,
    from: String,
    to: String,
}

impl Period {
    pub(super) fn new(window: Option<&Window>) -> Self {
        let day = |day: Option<&String>| day.cloned().unwrap_or_default();
        Self {
            words: window.map(|w| w.text.clone()),
            from: day(window.and_then(|w| w.from.as_ref())),
            to: day(window.and_then(|w| w.to.as_ref())),
        }
    }

    /// Draws the two ends. Returns whether one was ended by Enter.
    pub(super) fn ends(&mut self, ui: &mut Ui) -> bool {
        const HOW: &str = "A day like 2026-05-04, a month like 2026-05 or a year like 2026. Empty is open.";
        let from = text(ui, "Starts", &mut self.from, "open").on_hover_text(HOW);
        let to = text(ui, "Ends", &mut self.to, "open").on_hover_text(HOW);
        done(&from) || done(&to)
    }

    /// Draws the article's words for it, and the way to say that it has no period.
    pub(super) fn words(&mut self, ui: &mut Ui) {
        if let Some(words) = &self.words {
            ui.add(Label::new(format!("When: “{words}”")).truncate());
            if ui.button("No period").on_hover_text("The figure has no time").clicked() {
                *self = Self::new(None);
            }
        }
    }

    /// What it is now; none where nothing is said of it.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub(super) fn window(&self, before: Option<&Window>) -> Result<Option<Window>, &'static str> {
        let Stretch { from, to, .. } = Stretch::between(&self.from, &self.to)?;
        if before.is_some_and(|b| (Some(&b.text), &b.from, &b.to) == (self.words.as_ref(), &from, &to)) {
            return Ok(before.cloned());
        }
        let open = from.is_none() && to.is_none();
        if self.words.is_none() && open {
            return Ok(None);
        }
        let text = self.words.clone().unwrap_or_else(|| Stretch::written(from.as_deref(), to.as_deref()));
        Ok(Some(Window { text, from, to, open }))
    }
}

#[cfg(test)]
mod tests {
    use super::Period;
    use crate::record::Window;
    use crate::record::stretch::{BACKWARD, NO_DATE};

    fn season() -> Window {
        Window { text: "this season".to_owned(), from: None, to: None, open: true }
    }

    fn check(before: Option<&Window>, from: &str, to: &str, expected: Result<Option<(&str, &str, &str)>, &str>) {
        let typed = Period { from: from.to_owned(), to: to.to_owned(), ..Period::new(before) };
        let window = typed.window(before);
        let shown = window.as_ref().map(|w| {
            w.as_ref().map(|w| (w.text.as_str(), w.from.as_deref().unwrap_or(""), w.to.as_deref().unwrap_or("")))
        });
        assert_eq!(shown.map_err(|e| *e), expected, "{from:?} to {to:?}");
    }

    #[test]
    fn days_are_set_and_the_words_stay() {
        let season = season();
        check(Some(&season), "", "", Ok(Some(("this season", "", ""))));
        check(Some(&season), "2025-09", "2026-08", Ok(Some(("this season", "2025-09-01", "2026-08-31"))));
        check(Some(&season), "", "2026", Ok(Some(("this season", "", "2026-12-31"))));
        check(None, "", "", Ok(None));
        check(None, "2026", "2026", Ok(Some(("2026", "2026-01-01", "2026-12-31"))));
        check(None, "autumn", "", Err(NO_DATE));
        check(Some(&season), "2026", "2025", Err(BACKWARD));
    }
}
