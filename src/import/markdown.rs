//! Markdown as plain paragraphs: headings and list items are lines of their own, marks of emphasis and links are gone.
//! The first heading at the top is the title, unless front matter gives one: the block of `key: value` lines between
//! `---` that web clippers write. Code, tables and images are left out.

use super::{Draft, Refusal, date, text};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Reads a Markdown text.
#[expect(clippy::unnecessary_wraps, reason = "every format is read by a function of this type")]
pub(super) fn read(markdown: &str) -> Result<Draft, Refusal> {
    let mut draft = Draft::default();
    let (title, plain) = paragraphs(markdown, &mut draft);
    let title = title.filter(|title| draft.title.as_ref() != Some(title));
    let plain = match (&draft.title, title) {
        // A heading that is not the title is the first line of the story.
        (Some(_), Some(heading)) => format!("{heading}\n\n{plain}"),
        (None, title) => {
            draft.title = title;
            plain
        }
        (Some(_), None) => plain,
    };
    let story = text::head(&plain, &mut draft);
    draft.published = draft.published.take().or_else(|| text::dateline(story));
    story.trim_matches('\n').clone_into(&mut draft.text);
    Ok(draft)
}

/// The first heading, and one line for each block with an empty line between; front matter goes into the draft.
fn paragraphs(markdown: &str, draft: &mut Draft) -> (Option<String>, String) {
    let mut title = None;
    let mut plain = String::new();
    let mut line = String::new();
    let mut hidden = 0_u32;
    let mut front = false;
    for event in Parser::new_ext(markdown, Options::ENABLE_YAML_STYLE_METADATA_BLOCKS) {
        match event {
            // Lines between rules further down are words of the article.
            Event::Start(Tag::MetadataBlock(_)) => front = plain.is_empty() && title.is_none(),
            Event::End(TagEnd::MetadataBlock(_)) => {
                front = false;
                flush(&mut line, &mut plain);
            }
            Event::Text(lines) if front => lines.lines().for_each(|line| property(line, draft)),
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

/// Takes a property of the front matter into the draft.
fn property(line: &str, draft: &mut Draft) {
    let Some((key, value)) = line.split_once(':') else { return };
    let value = value.trim().trim_matches(['"', '\'']).trim();
    let given = || Some(value.to_owned()).filter(|value| !value.is_empty());
    match key.trim().to_ascii_lowercase().as_str() {
        "title" => draft.title = given(),
        "date" | "published" | "pubdate" | "publish_date" if draft.published.is_none() => {
            draft.published = date::iso(value);
        }
        "url" | "source" | "link" if value.starts_with("http") => draft.url = given(),
        "source" | "publisher" | "publication" | "site" => value.clone_into(&mut draft.source),
        _ => {}
    }
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

    #[test]
    fn front_matter_names_the_article() {
        let front =
            "---\ntitle: \"Barley: it flows\"\ndate: 2026-02-03T10:00\nsource: The Quay Post\ntags: [a]\n---\n\n";
        check(&format!("{front}Ships left."), "Barley: it flows", "2026-02-03", "Ships left.");
        check(&format!("{front}# Barley: it flows\n\nShips left."), "Barley: it flows", "2026-02-03", "Ships left.");
        check(&format!("{front}# Harbour\n\nShips left."), "Barley: it flows", "2026-02-03", "Harbour\n\nShips left.");
        assert_eq!(read(front).unwrap().source, "The Quay Post");
        let not_at_the_top = "Ships left.\n\n---\ndate: 2026-02-03\n---\n\nMore.";
        check(not_at_the_top, "", "", "Ships left.\n\ndate: 2026-02-03\n\nMore.");
    }
}
