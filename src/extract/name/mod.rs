//! Names: what the tagger and the rules find, as mentions.

use super::Reading;
use crate::record::{Certainty, Mention};

/// Adds what it finds to the reading.
pub(super) fn run(reading: &mut Reading<'_>) {
    for name in reading.lists.names.tag(reading.text) {
        reading.record.mentions.push(Mention {
            span: reading.text.span_of(name.tokens),
            kind: name.kind,
            entity: None,
            stands_for: None,
            certainty: Certainty::Likely,
            because: "the name model".to_owned(),
        });
    }
}
