//! The article of a web page: its paragraphs, title, publisher, address and day, without menus and advertisements.
//!
//! The day is `datePublished` or `article:published_time`, or a `<time>` that the page leaves no doubt about; nothing is
//! guessed from the text. A page that is built to be slow to read is refused before the parser sees it.

use super::{Draft, Refusal, date, pages, text};
use dom_smoothie::{Config, Readability, TextMode};
use std::collections::BTreeSet;

/// Reads a web page.
pub(super) fn read(page: &str) -> Result<Draft, Refusal> {
    pages::refuse_hostile(page)?;
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut reader = Readability::new(page, None, Some(config)).map_err(|_| Refusal::NoArticle)?;
    let day_of_time = only_time(&reader);
    let canonical = reader.doc.select("link[rel=canonical]").attr("href").map(|href| href.to_string());
    let article = reader.parse().map_err(|_| Refusal::NoArticle)?;
    let plain = lines(&article.text_content);
    if plain.is_empty() {
        return Err(Refusal::NoArticle);
    }
    let day = article.published_time.as_deref().and_then(date::iso).or(day_of_time).or_else(|| text::dateline(&plain));
    Ok(Draft {
        title: Some(article.title.trim().to_owned()).filter(|title| !title.is_empty()),
        text: plain,
        published: day,
        source: article.site_name.unwrap_or_default(),
        url: canonical.or(article.url).filter(|url| url.starts_with("http")),
        ..Draft::default()
    })
}

/// The day of the page's `<time>` elements, where all of an article agree.
fn only_time(reader: &Readability) -> Option<String> {
    let agreed = |query: &str| {
        let times = reader.doc.select(query);
        let days: BTreeSet<String> = times.iter().filter_map(|time| date::iso(&time.attr("datetime")?)).collect();
        (days.len() == 1).then(|| days.into_iter().next()).flatten()
    };
    agreed("article time[datetime]").or_else(|| agreed("time[datetime]"))
}

/// The paragraphs, each a line, with single spaces and an empty line between.
fn lines(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = "<p>Ships left the harbour on Friday, carrying barley to three countries that had waited for it \
        since the spring, and more are to follow next week.</p><p>“We will buy five tonnes,” said Ida Berg, who leads the \
        buyers, after a night of talks with the growers in the old customs house.</p>";

    fn page(head: &str, body: &str) -> String {
        format!(
            "<!doctype html><html lang=en><head><title>Barley flows</title>{head}</head><body><nav><a href=/>Home</a></nav>\
            <article>{body}{STORY}</article><footer>All rights reserved</footer></body></html>"
        )
    }

    fn check(page: &str, published: &str, source: &str) {
        let draft = read(page).unwrap();
        assert_eq!(draft.title.as_deref(), Some("Barley flows"));
        assert_eq!(draft.published.as_deref().unwrap_or_default(), published);
        assert_eq!(draft.source, source);
        assert!(draft.text.starts_with("Ships left the harbour"), "{:?}", draft.text);
        assert_eq!(draft.text.split("\n\n").count(), 2, "{:?}", draft.text);
    }

    #[test]
    fn the_story_and_what_the_page_says_of_it() {
        check(&page("", ""), "", "");
        check(&page("<meta property='article:published_time' content='2025-10-30T08:00:00Z'>", ""), "2025-10-30", "");
        let json = r#"<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
            "headline":"Barley flows","datePublished":"2025-10-29"}</script><meta property="og:site_name" content="Quay Post">"#;
        check(&page(json, ""), "2025-10-29", "Quay Post");
    }

    #[test]
    fn times_count_when_they_agree() {
        check(&page("", "<time datetime='2025-10-28T01:00'></time>"), "2025-10-28", "");
        check(&page("", "<time datetime='2025-10-28'></time><time datetime='2024-01-01'></time>"), "", "");
    }

    #[test]
    fn a_page_without_an_article_is_refused() {
        assert_eq!(read("<html><body></body></html>"), Err(Refusal::NoArticle));
    }
}
