//! Pairs of quotation marks: curly, straight, single, low and pointed ones; dialogue dashes.
//!
//! A quotation that runs over several paragraphs has an opening mark before each and a closing one after the last; every
//! paragraph of it is a stretch of its own that continues the one before. Apostrophes and stray marks open nothing, and
//! marks inside other marks are part of the outer quotation.

use crate::text::{Text, TokenKind};
use std::ops::Range;

/// How many tokens a stretch in single marks has at most: further off the mark is an apostrophe.
const LONGEST_SINGLE: usize = 400;

/// A stretch in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Quoted {
    /// Its tokens, the marks included.
    pub(in crate::extract) tokens: Range<usize>,
    /// Whether it goes on from the paragraph before.
    pub(in crate::extract) continues: bool,
}

/// Everything in quotation marks, in text order.
pub(in crate::extract) fn quoted(text: &Text) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut running = false;
    for (n, paragraph) in text.paragraphs().iter().enumerate() {
        if let Some(line) = dialogue_line(text, &paragraph.tokens) {
            found.push(Quoted { tokens: line, continues: false });
            running = false;
            continue;
        }
        let next_opens = text.paragraphs().get(n + 1).is_some_and(|p| opens(text, p.tokens.start));
        running = read_paragraph(text, &paragraph.tokens, running, next_opens, &mut found);
    }
    found
}

/// The words of a dialogue line that opens with a dash: "— We are late, said Lund." A list with dashes tells nobody's
/// words: what closes the line is a verb of speech after a mark.
fn dialogue_line(text: &Text, paragraph: &Range<usize>) -> Option<Range<usize>> {
    if !matches!(text.lower(paragraph.start), "—" | "–" | "―") {
        return None;
    }
    let says = |i: usize| {
        matches!(text.lower(i), "said" | "says" | "asked" | "asks" | "replied" | "answered" | "added" | "told")
    };
    let marks = paragraph.start + 2..paragraph.end.min(paragraph.start + LONGEST_SINGLE);
    // The speaker stands on either side of the verb: "said Lund", "he said", "Ola Berg said".
    let close = marks.clone().find(|&i| {
        matches!(text.lower(i), "," | "—" | "–" | "―" | "?" | "!")
            && (says(i + 1)
                || (i + 2..i + 4).any(|k| {
                    says(k)
                        && text
                            .tokens()
                            .get(k + 1)
                            .is_none_or(|t| t.line_start || matches!(text.lower(k + 1), "." | "," | "—" | "–"))
                }))
    })?;
    if marks.clone().any(|i| matches!(text.word(i), "“" | "\"" | "«")) {
        return None;
    }
    Some(paragraph.start..close + usize::from(!matches!(text.lower(close), "—" | "–" | "―")))
}

/// Reads one paragraph; returns whether a quotation runs on into the next.
fn read_paragraph(
    text: &Text,
    tokens: &Range<usize>,
    running: bool,
    next_opens: bool,
    found: &mut Vec<Quoted>,
) -> bool {
    let mut continues = running;
    let mut open: Option<(usize, &str)> = None;
    let mut at = tokens.start;
    while at < tokens.end {
        if text.tokens()[at].kind != TokenKind::Mark {
            at += 1;
            continue;
        }
        let mark = text.word(at);
        match open {
            Some((start, opener)) if closes(text, opener, at) => {
                found.push(Quoted { tokens: start..at + 1, continues });
                open = None;
                continues = false;
            }
            None if opens(text, at) => {
                if matches!(mark, "‘" | "'") {
                    if let Some(end) = single_end(text, at, tokens.end) {
                        found.push(Quoted { tokens: at..end + 1, continues });
                        continues = false;
                        at = end;
                    }
                } else {
                    open = Some((at, mark));
                }
            }
            _ => {}
        }
        at += 1;
    }
    let Some((start, _)) = open else { return false };
    // A mark that is never closed opens a quotation only where the next paragraph takes it up, or where it ends one.
    if next_opens || continues {
        found.push(Quoted { tokens: start..tokens.end, continues });
    }
    next_opens
}

fn opens(text: &Text, at: usize) -> bool {
    let (Some(token), Some(next)) = (text.tokens().get(at), text.tokens().get(at + 1)) else { return false };
    if token.kind != TokenKind::Mark {
        return false;
    }
    let free = token.space_before
        || token.line_start
        || at == 0
        || matches!(text.word(at - 1), "(" | "[" | "—" | "–" | "-" | ":" | "“" | "\"");
    match text.word(at) {
        "“" | "„" | "«" => true,
        // German and Danish print them the other way round: »Nein«.
        "»" | "\"" | "‘" => free && !next.space_before,
        // "'em", "'90s" and "'til" leave letters out.
        "'" => {
            free && !next.space_before
                && next.kind == TokenKind::Word
                && !matches!(text.lower(at + 1), "em" | "til" | "cause" | "n" | "tis" | "twas")
        }
        _ => false,
    }
}

fn closes(text: &Text, opener: &str, at: usize) -> bool {
    match (opener, text.word(at)) {
        ("“", "”") | ("„", "“" | "”" | "\"") | ("«", "»") | ("»", "«") => true,
        ("“" | "\"", "\"") => text.tokens()[at].kind == TokenKind::Mark && !text.tokens()[at].space_before,
        _ => false,
    }
}

/// The token that closes a single quotation mark: not an apostrophe of a plural, unless nothing else closes.
fn single_end(text: &Text, open: usize, end: usize) -> Option<usize> {
    let mut plural = None;
    for at in open + 2..end.min(open + LONGEST_SINGLE) {
        // A typed apostrophe is no sure opening; a typeset one is, and may hold double marks.
        if text.word(open) == "'" && matches!(text.word(at), "“" | "”" | "\"") {
            break;
        }
        let free_after =
            text.tokens().get(at + 1).is_none_or(|t| t.space_before || t.kind == TokenKind::Mark) || at + 1 == end;
        if !matches!(text.word(at), "’" | "'") || text.tokens()[at].space_before || !free_after {
            continue;
        }
        if !text.lower(at - 1).ends_with('s') {
            return Some(at);
        }
        plural = plural.or(Some(at));
        // "the workers’ demands": what follows an apostrophe is a noun, what follows a quotation is a comma or a verb.
        if text.tokens().get(at + 1).is_none_or(|t| t.kind == TokenKind::Mark) {
            break;
        }
    }
    plural
}

#[cfg(test)]
mod tests {
    use super::quoted;
    use crate::text::Text;

    fn check(text: &str, expected: &[&str]) {
        let text = Text::new(text);
        let found: Vec<&str> = quoted(&text).into_iter().map(|q| text.slice(text.span_of(q.tokens))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn all_sorts_of_marks() {
        check("He said “no,” and “yes”.", &["“no,”", "“yes”"]);
        check("He said \"no,\" and \"yes\".", &["\"no,\"", "\"yes\""]);
        check("He said «no» and „yes“.", &["«no»", "„yes“"]);
        check("He said ‘no,’ and 'yes'.", &["‘no,’", "'yes'"]);
    }

    #[test]
    fn nested_marks_belong_to_the_outer_quotation() {
        check("“She told me ‘never’ twice,” he said.", &["“She told me ‘never’ twice,”"]);
        check("‘She told me “never” twice,’ he said.", &["‘She told me “never” twice,’"]);
    }

    #[test]
    fn apostrophes_open_nothing() {
        check("The workers’ pay isn’t Bob’s. It's theirs, in the '90s, rock 'n' roll.", &[]);
        check("‘The miners’ pay is low,’ she said.", &["‘The miners’ pay is low,’"]);
        check("a 6' 2\" man", &[]);
    }

    #[test]
    fn dialogue_dashes() {
        check("— We are late, said Lund.\n\n— So what? asked Berg.", &["— We are late,", "— So what?"]);
        check("— We are late, he said.", &["— We are late,"]);
        check("— We are late — said Lund.", &["— We are late"]);
        check("— Lower duties, which Lund said were due\n\n— Fewer forms", &[]);
    }

    #[test]
    fn over_paragraphs() {
        check("“One.\n\n“Two.\n\n“Three,” he said.", &["“One.", "“Two.", "“Three,”"]);
        check("“One is lost.\n\nNext paragraph.", &[]);
    }
}
