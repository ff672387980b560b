//! Quotations as lines: what one speaker says in one sentence is one, however often the sentence breaks off to tell how.

use crate::chart::Ground;
use crate::record::QuoteKind;
use crate::text::{Span, Text};
use crate::ui::theme::{self, Theme};
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId};

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The quotations in it, by index, in text order.
    pub(super) parts: Vec<usize>,
    /// What is shown: the quotation, or the sentence around several.
    pub(super) shown: Span,
    /// Whether some of it stands in quotation marks.
    pub(super) direct: bool,
}

impl Line {
    /// The words to show: what is said, and more softly what the sentence says around it.
    pub(super) fn words(&self, text: &Text, quotes: &[Span], theme: &Theme) -> LayoutJob {
        let format = |color: Color32| TextFormat::simple(FontId::new(15.0, theme::serif()), color);
        let mut job = LayoutJob::default();
        let mut at = self.shown.start;
        let mut add = |to: u32, color: Color32| {
            if to > at {
                job.append(&text.slice(Span::new(at, to)).replace('\n', " "), 0.0, format(color));
                at = to;
            }
        };
        for part in quotes {
            add(part.start.min(self.shown.end), theme.soft);
            add(part.end.min(self.shown.end), theme.text);
        }
        add(self.shown.end, theme.soft);
        job
    }
}

/// The lines of some quotations of one speaker, which stand in text order; of nobody who is named, each is one.
pub(super) fn lines(ground: Ground<'_>, quotes: &[usize], named: bool) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for &index in quotes {
        let Some(quote) = ground.record.quotes.get(index) else { continue };
        let direct = quote.kind == QuoteKind::Direct;
        let sentence = |byte: u32| ground.text.sentence_at(byte);
        let first = sentence(quote.span.start);
        match lines.last_mut() {
            Some(line) if named && sentence(line.shown.end.saturating_sub(1)) == first => {
                let around = |byte: u32| ground.text.sentences().get(sentence(byte)).map_or(quote.span, |s| s.span);
                let last = around(quote.span.end.saturating_sub(1).max(line.shown.end.saturating_sub(1)));
                line.shown = around(line.shown.start).join(last);
                line.direct |= direct;
                line.parts.push(index);
            }
            _ => lines.push(Line { parts: vec![index], shown: quote.span, direct }),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::chart::Ground;
    use crate::extract::{Engine, Hints};
    use crate::text::Text;

    fn check(words: &str, expected: &[&str]) {
        let text = Text::new(words);
        let record = Engine::default().extract(&text, &Hints::default());
        let quotes: Vec<usize> = (0..record.quotes.len()).collect();
        let lines = lines(Ground { text: &text, record: &record }, &quotes, true);
        assert_eq!(lines.iter().map(|line| text.slice(line.shown)).collect::<Vec<_>>(), expected);
        let parts: Vec<usize> = lines.into_iter().flat_map(|line| line.parts).collect();
        assert_eq!(parts, quotes, "each once");
    }

    #[test]
    fn a_sentence_is_one_line() {
        check(
            "“We will buy fish,” Ann Lee told reporters in Oslo, “and we will pay for it.” Lee said the price was fair.",
            &["“We will buy fish,” Ann Lee told reporters in Oslo, “and we will pay for it.”", "the price was fair"],
        );
        check("Ann Lee said on Monday: “We will buy fish in Oslo.”", &["“We will buy fish in Oslo.”"]);
    }
}
