//! Pages that are built to be slow to read: HTML parsers take time in the square of the depth and of the attributes of
//! one tag. A quick look at the bytes finds them.

use super::Refusal;

/// Deeper than any page that people write, and read in a quarter of a second.
const DEEPEST: usize = 512;
/// More than any tag of a real page has.
const MOST_ATTRIBUTES: usize = 1_000;
/// Largest page.
const LARGEST_PAGE: usize = 20 << 20;

/// Elements that hold nothing, or that the next of their kind closes.
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "rp", "rt", "html", "head",
    "body",
];

/// Refuses a page that is too large, too deep, or has a tag with too many attributes.
pub(super) fn refuse_hostile(page: &str) -> Result<(), Refusal> {
    if page.len() > LARGEST_PAGE {
        return Err(Refusal::Hostile("it is larger than 20 MB"));
    }
    let mut depth = 0_usize;
    let mut rest = page;
    while let Some((_, tag)) = rest.split_once('<') {
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let closing = tag.strip_prefix('/');
        let name = closing.unwrap_or(tag).split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if name.is_empty() {
            rest = tag;
            continue;
        }
        let name = name.to_ascii_lowercase();
        let (attributes, end) = attributes(tag);
        if attributes > MOST_ATTRIBUTES {
            return Err(Refusal::Hostile("one of its tags has more than 1,000 attributes"));
        }
        rest = tag.get(end..).unwrap_or_default();
        if FLAT.contains(&name.as_str()) {
            continue;
        }
        if closing.is_some() {
            depth = depth.saturating_sub(1);
        } else if matches!(name.as_str(), "script" | "style") {
            rest = after_raw_text(rest, &name);
        } else {
            depth += 1;
        }
        if depth > DEEPEST {
            return Err(Refusal::Hostile("its elements are nested more than 512 deep"));
        }
    }
    Ok(())
}

/// How many attributes the tag that `tag` starts with has, and where it ends.
fn attributes(tag: &str) -> (usize, usize) {
    let (mut count, mut quote, mut before) = (0, None, b'x');
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (Some(mark), _) if mark == byte => quote = None,
            (Some(_), _) => continue,
            (None, b'>') => return (count, at + 1),
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, _) => {
                let separates = |b: u8| b.is_ascii_whitespace() || b == b'/';
                count += usize::from(separates(before) && !separates(byte));
            }
        }
        before = byte;
    }
    (count, tag.len())
}

/// What follows the end of a script or style, whose content only looks like tags.
fn after_raw_text<'a>(text: &'a str, name: &str) -> &'a str {
    let ends = |at: usize| {
        let found = text.get(at + 2..at + 2 + name.len());
        found.is_some_and(|word| word.eq_ignore_ascii_case(name))
    };
    let end = text.match_indices("</").map(|(at, _)| at).find(|&at| ends(at));
    end.and_then(|at| text.get(at..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, refused_for: &str) {
        let verdict = refuse_hostile(page).err().map(|e| e.to_string()).unwrap_or_default();
        assert!(verdict.contains(refused_for) && verdict.is_empty() == refused_for.is_empty(), "{verdict}");
    }

    #[test]
    fn depth() {
        check(&"<div>".repeat(600), "nested");
        check(&"<DIV CLASS=x><b>".repeat(300), "nested");
        check(&"<div>x</div>".repeat(5000), "");
        check(&"<p>x<br><li>".repeat(5000), "");
        check(&format!("<script>{}</SCRIPT><!-- {} -->", "'<div>'".repeat(600), "<div>".repeat(600)), "");
        check(&"<".repeat(100_000), "");
        check("<script>never ends", "");
    }

    #[test]
    fn attributes_of_one_tag() {
        check(&format!("<p {}>", "a=1 ".repeat(1001)), "attributes");
        check(&format!("<p {}>", "a ".repeat(1001)), "attributes");
        check(&format!("<p content=\"{}\" b='>'>", "many words ".repeat(2000)), "");
    }

    #[test]
    fn size() {
        check(&"x".repeat(LARGEST_PAGE + 1), "larger");
    }
}
