//! What a correction is called in the undo menu and in the history.

use super::{Correction, MarkKind, Target};

/// Longer words are cut in a label, so that a menu stays a menu.
const LONGEST: usize = 40;

impl MarkKind {
    /// The word shown to people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Mention => "mention",
            Self::Figure => "figure",
            Self::Time => "time",
            Self::Quote => "quotation",
            Self::Commitment => "commitment",
        }
    }
}

impl Correction {
    /// What it does, in a few words: "Reject “Jordan”".
    pub fn label(&self) -> String {
        match self {
            Self::Reject { mark, at } => format!("Reject {} {}", mark.label(), all(at)),
            Self::Accept { mark, at } => format!("Accept {} {}", mark.label(), quoted(&at.words)),
            Self::AddMention { at, kind, .. } => format!("Mark {} as {}", quoted(&at.words), kind.name()),
            Self::Retype { at, kind, .. } => format!("Make {} {}", all(at), kind.name()),
            Self::Merge { from, into } => format!("Merge {} into {}", quoted(&from.name), quoted(&into.name)),
            Self::Unmerge { from, into } => format!("Split {} off {} again", quoted(&from.name), quoted(&into.name)),
            Self::Identify { one, other, same } => {
                let does = if *same { "Say that" } else { "Deny that" };
                format!("{does} {} is {} of other articles", quoted(&one.name), quoted(&other.name))
            }
            Self::Split { from, at } => format!("Split {} from {}", all(at), quoted(&from.name)),
            Self::Rename { entity, name } => format!("Rename {} to {}", quoted(&entity.name), quoted(name)),
            Self::EditFigure { at, .. } => format!("Edit figure {}", quoted(&at.words)),
            Self::SetSpeaker { at, speaker: Some(speaker) } => {
                format!("Give {} to {}", quoted(&at.words), quoted(&speaker.name))
            }
            Self::SetSpeaker { at, speaker: None } => format!("Clear the speaker of {}", quoted(&at.words)),
            Self::SetStatus { at, status } => format!("Make {} {}", quoted(&at.words), status.label()),
            Self::SetTime { at, value, .. } => format!("Date {} {value}", quoted(&at.words)),
            Self::SetPublished { date: Some(date) } => format!("Date the article {date}"),
            Self::SetPublished { date: None } => "Clear the article's date".to_owned(),
            Self::SetNote { on, words } => {
                let does = if words.is_some() { "Note on" } else { "Remove the note on" };
                format!("{does} {}", on.as_ref().map_or_else(|| "the article".to_owned(), |on| quoted(&on.at.words)))
            }
            Self::SetReviewed { reviewed: true } => "Mark the article as reviewed".to_owned(),
            Self::SetReviewed { reviewed: false } => "Mark the article as not reviewed".to_owned(),
        }
    }
}

/// The words of the first target, and how many more there are.
fn all(at: &[Target]) -> String {
    match at {
        [] => "nothing".to_owned(),
        [one] => quoted(&one.words),
        [first, rest @ ..] => format!("{} and {} more", quoted(&first.words), rest.len()),
    }
}

fn quoted(words: &str) -> String {
    let short: String = words.chars().take(LONGEST).collect();
    let ellipsis = if short.len() < words.len() { "…" } else { "" };
    format!("“{}{ellipsis}”", short.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::EntityRef;
    use super::*;
    use crate::record::EntityKind;
    use crate::text::Span;

    fn check(correction: &Correction, expected: &str) {
        assert_eq!(correction.label(), expected);
    }

    #[test]
    fn labels_name_what_was_done() {
        let at = |words: &str| Target { span: Span::default(), words: words.to_owned() };
        let person = |name: &str| EntityRef { kind: EntityKind::Person, name: name.to_owned() };
        check(
            &Correction::Reject { mark: MarkKind::Mention, at: vec![at("Jordan"), at("Jordan")] },
            "Reject mention “Jordan” and 1 more",
        );
        check(&Correction::Merge { from: person("Berg"), into: person("Ida Berg") }, "Merge “Berg” into “Ida Berg”");
        check(&Correction::SetPublished { date: None }, "Clear the article's date");
        let long = at("a clause that goes on\nand on until no menu could hold it any more");
        check(
            &Correction::SetSpeaker { at: long, speaker: None },
            "Clear the speaker of “a clause that goes on and on until no me…”",
        );
    }
}
