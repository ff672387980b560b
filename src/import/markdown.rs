//! Markdown as plain paragraphs: headings and list items are lines of their own, marks of emphasis and links are gone.
//! The first heading at the top is the title. Code, tables and images are left out.

use super::{Draft, Refusal, text};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Reads a Markdown text.
#[expect(clippy::unnecessary_wraps, reason = "every format is read by a function of this type")]
pub(super) fn read(markdown: &str) -> Result<Draft, Refusal> {
    let (title, plain) = paragraphs(markdown);
    let mut draft = Draft { title, ..Draft::default() };
    let story = text::head(&plain, &mut draft);
    draft.published = draft.published.take().or_else(|| text::dateline(story));
    draft.text = story.trim_matches('\n').to_owned();
    Ok(draft)
}

/// The title, and one line for each block with an empty line between.
fn paragraphs(markdown: &str) -> (Option<String>, String) {
    let mut title = None;
    let mut plain = String::new();
    let mut line = String::new();
    let mut hidden = 0_u32;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock) => hidden += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Image | TagEnd::HtmlBlock) => hidden = hidden.saturating_sub(1),
            Event::Text(words) | Event::Code(words) if hidden == 0 => line.push_str(&words),
            Event::SoftBreak | Event::HardBreak => line.push(' '),
            Event::End(TagEnd::Heading(_)) if title.is_none() && plain.is_empty() && !line.trim().is_empty() => {
                title = Some(std::mem::take(&mut line).trim().to_owned());
            }
            // A list item may hold paragraphs or bare text, and its text must not run into the item before.
            Event::Start(Tag::Item | Tag::Paragraph | Tag::List(_))
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => flush(&mut line, &mut plain),
            _ => {}
        }
    }
    flush(&mut line, &mut plain);
    (title, plain)
}

fn flush(line: &mut String, plain: &mut String) {
    let words = std::mem::take(line);
    if !words.trim().is_empty() {
        plain.push_str(words.trim());
        plain.push_str("\n\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, title: &str, published: &str, text: &str) {
        let draft = read(markdown).unwrap();
        assert_eq!(draft.title.as_deref().unwrap_or_default(), title);
        assert_eq!(draft.published.as_deref().unwrap_or_default(), published);
        assert_eq!(draft.text, text);
    }

    #[test]
    fn blocks_become_lines() {
        check(
            "# Barley *flows*\n\n*The Quay Post, 3 February 2026*\n\nShips [left](http://a.b) the\nharbour.\n\n## Why\n\n- five *big*\n- six\n",
            "Barley flows",
            "2026-02-03",
            "Ships left the harbour.\n\nWhy\n\nfive big\n\nsix",
        );
        check("Only text, with `code` & ![alt](x.png).\n\n```\nlet x;\n```\n", "", "", "Only text, with code & .");
        check("", "", "", "");
    }
}
