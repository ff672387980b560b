//! Splits tokens into paragraphs and sentences.
//!
//! A line is a paragraph, unless the text is hard-wrapped (most lines end within one column range and run on), where a
//! blank line ends one. A sentence ends at `.`, `!`, `?` or `…` with the quotation marks and brackets that close after
//! it, when what follows can start a sentence. Titles ("Mr."), initials ("J. Smith"), months and "No." do not end one.

use super::{Span, Token, TokenKind};
use std::ops::Range;

/// A run of lines that belong together.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// From its first to its last token, in bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Whether it looks like a title or sub-heading: short, one line, no full stop.
    pub heading: bool,
}

/// One sentence, or one heading.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// From its first to its last token, in bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The index of its paragraph.
    pub paragraph: usize,
}

/// Abbreviations after which a full stop is not the end of a sentence when a name or number follows.
const TITLES: &[&str] = &[
    "adm", "approx", "art", "assn", "brig", "capt", "cf", "cmdr", "col", "cpl", "dr", "etc", "fig", "figs", "fr",
    "gen", "gov", "hon", "lt", "maj", "messrs", "mr", "mrs", "ms", "mt", "nr", "pp", "pres", "prof", "rep", "reps",
    "rev", "sen", "sens", "sgt", "sr", "st", "supt", "viz", "vs",
];
/// Abbreviations that end no sentence when a number follows ("No. 4", "Jan. 7").
const BEFORE_NUMBER: &[&str] = &[
    "apr", "art", "aug", "dec", "feb", "jan", "jul", "jun", "mar", "no", "nos", "nov", "oct", "p", "pp", "sec", "sep",
    "sept", "vol",
];
/// Company and name suffixes: a sentence may end there, so only a plain starter word after them ends it.
const SUFFIXES: &[&str] = &["bros", "co", "corp", "inc", "jr", "ltd", "plc", "llc", "sr"];
/// Words that start a sentence far more often than they follow an abbreviation inside one.
const STARTERS: &[&str] = &[
    "a",
    "after",
    "all",
    "also",
    "although",
    "an",
    "and",
    "as",
    "at",
    "because",
    "before",
    "but",
    "by",
    "during",
    "each",
    "even",
    "for",
    "from",
    "he",
    "her",
    "his",
    "however",
    "i",
    "if",
    "in",
    "instead",
    "it",
    "its",
    "last",
    "many",
    "meanwhile",
    "more",
    "most",
    "no",
    "not",
    "now",
    "of",
    "on",
    "one",
    "only",
    "or",
    "our",
    "she",
    "since",
    "so",
    "some",
    "still",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "under",
    "until",
    "we",
    "what",
    "when",
    "where",
    "while",
    "who",
    "with",
    "yet",
    "you",
];
const SAYING: &[&str] = &["added", "asked", "says", "said", "shouted", "wrote", "told", "replied"];

/// Paragraphs and sentences of a token list.
pub(super) fn split(text: &str, lower: &str, tokens: &[Token]) -> (Vec<Paragraph>, Vec<Sentence>) {
    let wrapped = is_hard_wrapped(text);
    let mut paragraphs = Vec::new();
    let mut sentences = Vec::new();
    let mut first = 0;
    for i in 0..tokens.len() {
        let ends = i + 1 == tokens.len() || breaks_between(text, &tokens[i], &tokens[i + 1], wrapped);
        if ends {
            push_paragraph(text, lower, tokens, first..i + 1, &mut paragraphs, &mut sentences);
            first = i + 1;
        }
    }
    (paragraphs, sentences)
}

fn span_of(tokens: &[Token], range: &Range<usize>) -> Span {
    Span::new(tokens[range.start].span.start, tokens[range.end - 1].span.end)
}

/// Whether a paragraph ends between two neighbouring tokens.
fn breaks_between(text: &str, left: &Token, right: &Token, wrapped: bool) -> bool {
    if !right.line_start {
        return false;
    }
    let gap = &text[left.span.end as usize..right.span.start as usize];
    let lines = gap.matches('\n').count().max(gap.matches('\r').count());
    if lines >= 2 {
        return true;
    }
    if wrapped {
        return false;
    }
    // A single line break inside a sentence is a wrapped line even in a text that is not wrapped as a whole.
    let last = text[left.span.range()].chars().next_back().unwrap_or(' ');
    let next = text[right.span.range()].chars().next().unwrap_or(' ');
    !(next.is_lowercase() && (last.is_alphanumeric() || matches!(last, ',' | ';')))
}

/// Whether the lines were cut at a column: many of them, of one length, most ending in the middle of a sentence.
fn is_hard_wrapped(text: &str) -> bool {
    let mut lengths: Vec<usize> = Vec::new();
    let mut running_on = 0;
    let mut lines = text.lines().take(400).peekable();
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        let Some(next) = lines.peek() else { break };
        if line.is_empty() || next.trim().is_empty() {
            continue;
        }
        lengths.push(line.chars().count());
        running_on += usize::from(!line.ends_with(['.', '!', '?', ':', '”', '"']));
    }
    lengths.sort_unstable();
    let Some(&longest) = lengths.last() else { return false };
    let typical = lengths[lengths.len() / 2];
    lengths.len() >= 4
        && (40..=100).contains(&longest)
        && typical * 10 >= longest * 8
        && running_on * 10 >= lengths.len() * 7
}

fn push_paragraph(
    text: &str,
    lower: &str,
    tokens: &[Token],
    range: Range<usize>,
    paragraphs: &mut Vec<Paragraph>,
    sentences: &mut Vec<Sentence>,
) {
    let paragraph = paragraphs.len();
    let span = span_of(tokens, &range);
    let words = range.len();
    let closed = text[span.range()].ends_with(['.', '!', '?', '…', '”', '"', ':', ';', ',']);
    paragraphs.push(Paragraph { span, tokens: range.clone(), heading: words <= 20 && span.len() <= 120 && !closed });
    let mut first = range.start;
    let mut i = range.start;
    while i < range.end {
        if let Some(end) = sentence_end(text, lower, tokens, i, range.end) {
            sentences.push(Sentence { span: span_of(tokens, &(first..end)), tokens: first..end, paragraph });
            first = end;
            i = end;
        } else {
            i += 1;
        }
    }
    if first < range.end {
        sentences.push(Sentence { span: span_of(tokens, &(first..range.end)), tokens: first..range.end, paragraph });
    }
}

/// When token `i` ends a sentence: the index after its closing marks.
fn sentence_end(text: &str, lower: &str, tokens: &[Token], i: usize, limit: usize) -> Option<usize> {
    let word = |i: usize| &text[tokens[i].span.range()];
    let low = |i: usize| &lower[tokens[i].span.range()];
    let mark = word(i);
    let dotted_word = tokens[i].kind == TokenKind::Word && mark.ends_with('.');
    if !(matches!(mark, "." | "!" | "?" | "…") || dotted_word) {
        return None;
    }
    let mut end = i + 1;
    while end < limit
        && !tokens[end].space_before
        && matches!(word(end), "." | "!" | "?" | "…" | "”" | "\"" | "'" | "’" | ")" | "]" | "»")
    {
        end += 1;
    }
    if end >= limit {
        return Some(end);
    }
    if !tokens[end].space_before {
        return None;
    }
    let next = word(end);
    let first = next.chars().next()?;
    let opens =
        matches!(first, '“' | '"' | '‘' | '\'' | '(' | '[' | '«' | '—' | '–' | '-' | '$' | '€' | '£' | '•' | '*');
    if !(first.is_uppercase() || first.is_numeric() || opens || is_caseless(first)) {
        return None;
    }
    let starter = STARTERS.contains(&low(end));
    if dotted_word {
        // "U.S. Treasury" against "in the U.S. The".
        return (starter || opens).then_some(end);
    }
    if mark == "." && end == i + 1 && i > 0 && !tokens[i].space_before {
        let before = low(i - 1);
        let initial = word(i - 1).chars().count() == 1 && word(i - 1).chars().all(char::is_uppercase);
        if TITLES.contains(&before) && !starter
            || BEFORE_NUMBER.contains(&before) && first.is_numeric()
            || SUFFIXES.contains(&before) && !starter && !opens
            || initial && !starter
        {
            return None;
        }
    }
    // “Is it?” Trump asked.
    if end > i + 1 && matches!(mark, "!" | "?") && (end..limit.min(end + 4)).any(|k| SAYING.contains(&low(k))) {
        return None;
    }
    Some(end)
}

/// Letters of scripts without capitals can start a sentence anywhere.
fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn check(text: &str, expected: &[&str]) {
        let text = Text::new(text);
        let found: Vec<&str> = text.sentences().iter().map(|s| text.slice(s.span)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn ends_and_what_is_no_end() {
        check("He won. She lost!", &["He won.", "She lost!"]);
        check("Mr. Smith of Acme Inc. paid. It rose.", &["Mr. Smith of Acme Inc. paid.", "It rose."]);
        check(
            "The U.S. Treasury paid 1.5 percent. In the U.S. The end.",
            &["The U.S. Treasury paid 1.5 percent.", "In the U.S.", "The end."],
        );
        check("It met “major trade issues.” Relations sank.", &["It met “major trade issues.”", "Relations sank."]);
        check("“Is it over?” Smith asked. “No.”", &["“Is it over?” Smith asked.", "“No.”"]);
        check("J. Edgar met him on Jan. 7 at No. 4. Fine", &["J. Edgar met him on Jan. 7 at No. 4.", "Fine"]);
        check("in 2019. 12 million people", &["in 2019.", "12 million people"]);
    }

    #[test]
    fn lines_are_paragraphs_unless_the_text_is_wrapped() {
        check("A title line\nThe text. More", &["A title line", "The text.", "More"]);
        check("one line that goes\non here", &["one line that goes\non here"]);
        let wrapped = "The first line of this text is cut at about\nseventy columns as mail programs still do it\nand The next line may begin with a capital\nbut it belongs to the same paragraph as the\none before it.";
        assert_eq!(Text::new(wrapped).paragraphs().len(), 1);
    }
}
