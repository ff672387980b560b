//! The words: text, spans, tokens, sentences and paragraphs.
//!
//! Pure and total: nothing here fails, reads a file or asks the time. This is the only module that slices `&str`; all
//! others name bytes by [`Span`] and ask [`Text`] for the words, so no other code can cut a character in two.
#![expect(
    clippy::string_slice,
    reason = "the one place where text is cut; every cut is at a token or checked boundary"
)]

pub mod calendar;
pub mod noun;
pub mod number;
mod offsets;
mod sentence;
mod span;
mod token;

pub use offsets::CodePoints;
pub use sentence::{Paragraph, Sentence};
pub use span::Span;
pub use token::{Token, TokenKind, is_apostrophe, is_fraction};

use std::ops::Range;

/// A text with its tokens, sentences and paragraphs. Made once, never changed.
#[derive(Clone, Debug, Default)]
pub struct Text {
    source: String,
    lower: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    paragraphs: Vec<Paragraph>,
}

impl Text {
    /// Splits `source` into tokens, sentences and paragraphs, in time linear in its length.
    pub fn new(source: impl Into<String>) -> Self {
        let source = source.into();
        let lower = source.to_ascii_lowercase();
        let tokens = token::tokenize(&source);
        let (paragraphs, sentences) = sentence::split(&source, &lower, &tokens);
        Self { source, lower, tokens, sentences, paragraphs }
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// The words of a span; empty when the span does not lie on character boundaries of this text.
    pub fn slice(&self, span: Span) -> &str {
        self.source.get(span.range()).unwrap_or("")
    }

    /// The words of a span with ASCII letters in lower case.
    pub fn lower_slice(&self, span: Span) -> &str {
        self.lower.get(span.range()).unwrap_or("")
    }

    /// All tokens in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// All paragraphs in order.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The words of token `i`; empty past the end, so that looking around a token needs no bounds check.
    pub fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| self.slice(t.span))
    }

    /// Token `i` with ASCII letters in lower case; empty past the end.
    pub fn lower(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| self.lower_slice(t.span))
    }

    /// What stands between token `i` and the one before it.
    pub fn gap(&self, i: usize) -> &str {
        let before = i.checked_sub(1).and_then(|k| self.tokens.get(k)).map_or(0, |t| t.span.end);
        self.tokens.get(i).map_or("", |t| self.slice(Span::new(before, t.span.start)))
    }

    /// The span from the first to the last token of a non-empty range.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|i| self.tokens.get(i))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The tokens that overlap a span.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|t| t.span.end <= span.start);
        let last = self.tokens.partition_point(|t| t.span.start < span.end);
        first..last.max(first)
    }

    /// The index of the sentence that holds a byte, or the one before it.
    pub fn sentence_at(&self, byte: u32) -> usize {
        self.sentences.partition_point(|s| s.span.start <= byte).saturating_sub(1)
    }

    /// The index of the paragraph that holds a byte, or the one before it.
    pub fn paragraph_at(&self, byte: u32) -> usize {
        self.paragraphs.partition_point(|p| p.span.start <= byte).saturating_sub(1)
    }
}
