//! What the article is made of on the page: its title, sub-headings and paragraphs, each a run of bytes of the text.
//!
//! A title that is not in the text comes from outside and has no bytes. A paragraph of many thousand bytes is cut
//! between sentences, so that laying out what is visible stays quick.

use crate::text::{Span, Text};
use crate::ui::theme::{self, size};
use egui::{Color32, FontId, TextFormat};

/// A longer paragraph is set in parts.
const LONGEST: u32 = 6_000;

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// The headline.
    Title,
    /// A heading between paragraphs.
    Subheading,
    /// A paragraph.
    Body,
    /// The second and later parts of a long paragraph.
    Continued,
}

impl Style {
    /// The type it is set in, `scale` times the usual size.
    pub(super) fn format(self, color: Color32, scale: f32) -> TextFormat {
        let (size, family, leading) = match self {
            Self::Title => (size::TITLE, theme::serif_strong(), 36.0),
            Self::Subheading => (size::SUBHEADING, theme::serif_strong(), size::LEADING),
            Self::Body | Self::Continued => (size::ARTICLE, theme::serif(), size::LEADING),
        };
        let font = FontId::new(size * scale, family);
        TextFormat { line_height: Some(leading * scale), ..TextFormat::simple(font, color) }
    }

    /// The space above it.
    pub(super) fn above(self) -> f32 {
        match self {
            Self::Title | Self::Continued => 0.0,
            Self::Subheading => 24.0,
            Self::Body => 14.0,
        }
    }

    /// A guess at its height before it is laid out.
    pub(super) fn estimate(self, bytes: u32, width: f32, scale: f32) -> f32 {
        let (letter, leading) = if self == Self::Title { (14.0, 36.0) } else { (8.1, size::LEADING) };
        let letter = letter * scale;
        (bytes as f32 * letter / width.max(letter)).ceil().max(1.0) * leading * scale
    }
}

/// One block.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Its bytes in the text; empty for a title from outside.
    pub(super) span: Span,
    /// How it is set.
    pub(super) style: Style,
}

/// The blocks of an article. The first one is always its title, if there is one at all.
pub(super) fn blocks(text: &Text, title: Option<&str>) -> Vec<Block> {
    let paragraphs = text.paragraphs();
    let own = paragraphs.first().is_some_and(|p| {
        title.map_or(p.heading && paragraphs.len() > 1, |title| text.slice(p.span).trim() == title.trim())
    });
    let mut blocks = Vec::with_capacity(paragraphs.len() + 1);
    if !own && title.is_some() {
        blocks.push(Block { span: Span::default(), style: Style::Title });
    }
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let style = match () {
            () if own && i == 0 => Style::Title,
            () if paragraph.heading => Style::Subheading,
            () => Style::Body,
        };
        push_parts(&mut blocks, text, paragraph.span, style);
    }
    blocks
}

/// Adds a paragraph, in parts if it is long.
fn push_parts(blocks: &mut Vec<Block>, text: &Text, span: Span, style: Style) {
    let mut part = Block { span, style };
    if span.len() > LONGEST {
        let first = text.sentence_at(span.start);
        for sentence in text.sentences()[first..].iter().take_while(|s| s.span.start < span.end) {
            if sentence.span.end.saturating_sub(part.span.start) > LONGEST && sentence.span.start > part.span.start {
                blocks.push(Block { span: Span::new(part.span.start, sentence.span.start), style: part.style });
                part = Block { span: Span::new(sentence.span.start, span.end), style: Style::Continued };
            }
        }
    }
    blocks.push(part);
}

/// The words of a block as they are laid out: a line break inside a paragraph is a space.
pub(super) fn words(block: &Block, text: &Text, title: Option<&str>) -> String {
    if block.span.is_empty() {
        title.unwrap_or_default().to_owned()
    } else {
        text.slice(block.span).replace(['\n', '\r', '\t'], " ")
    }
}

#[cfg(test)]
mod tests {
    use super::{Style, blocks};
    use crate::text::Text;

    fn check(text: &str, title: Option<&str>, expected: &[Style]) {
        let found: Vec<Style> = blocks(&Text::new(text), title).iter().map(|b| b.style).collect();
        assert_eq!(found, expected, "in {text:?}");
    }

    #[test]
    fn a_title_comes_from_the_text_or_from_outside() {
        let text = "Ministers meet in Oslo\n\nThey met on Monday, and they talked for an hour.";
        check(text, Some("Ministers meet in Oslo"), &[Style::Title, Style::Body]);
        check(text, None, &[Style::Title, Style::Body]);
        check(text, Some("Another title"), &[Style::Title, Style::Subheading, Style::Body]);
        check("", None, &[]);
        check("", Some("Only a title"), &[Style::Title]);
    }

    #[test]
    fn a_long_paragraph_is_set_in_parts_that_lose_no_byte() {
        let text = Text::new("The ship left the port at noon and came back. ".repeat(400));
        let parts = blocks(&text, None);
        assert!(parts.len() > 2);
        assert!(parts.windows(2).all(|pair| pair[0].span.end == pair[1].span.start));
        assert_eq!(parts.last().map(|b| b.span.end), text.paragraphs().last().map(|p| p.span.end));
    }
}
