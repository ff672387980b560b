//! Kinds that a head noun tells: facilities, laws, events; and what is left of works, products and the like.
//!
//! "Narita Airport" is a facility, "the Clean Water Act" a law, "the Winter Olympics" an event, "HMS Ocean" a ship and so a product. The model has seen few
//! events, laws, works and products: those that no head noun, list or quotation mark supports are dropped.

use super::{Found, Page};
use crate::extract::tagger::lexicon::{EVENT, LAW, WORK, phrase};
use crate::record::{Certainty, EntityKind};

/// Head nouns of laws that are hardly ever a body's.
const LAWS: &[&str] = &[
    "act",
    "treaty",
    "accord",
    "accords",
    "agreement",
    "pact",
    "protocol",
    "amendment",
    "convention",
    "constitution",
    "declaration",
    "directive",
    "charter",
    "covenant",
];
/// Head nouns of events that are hardly ever a body's or a place's.
const EVENTS: &[&str] = &[
    "olympics",
    "paralympics",
    "games",
    "cup",
    "championship",
    "championships",
    "war",
    "revolution",
    "summit",
    "festival",
    "prix",
    "election",
    "elections",
    "referendum",
    "massacre",
    "genocide",
    "uprising",
    "intifada",
    "marathon",
];
/// Head nouns of things built.
const FACILITIES: &[&str] = &[
    "airport",
    "airfield",
    "bridge",
    "tower",
    "towers",
    "street",
    "avenue",
    "road",
    "boulevard",
    "highway",
    "freeway",
    "motorway",
    "expressway",
    "turnpike",
    "stadium",
    "arena",
    "station",
    "dam",
    "canal",
    "tunnel",
    "palace",
    "castle",
    "cathedral",
    "mosque",
    "temple",
    "abbey",
    "monastery",
    "prison",
    "hall",
    "hotel",
    "mall",
    "base",
    "fort",
    "building",
    "plaza",
    "square",
    "refinery",
    "pipeline",
    "terminal",
    "courthouse",
    "museum",
    "theatre",
    "theater",
    "harbour",
    "harbor",
    "memorial",
    "monument",
    "gate",
    "lighthouse",
    "shipyard",
];

/// What stands before the name of a ship.
const SHIPS: &[&str] = &["HMS", "HMAS", "HMCS", "USS", "USNS", "RMS", "MV"];

/// Refines the kinds of all names, and drops those that nothing supports.
pub(super) fn refine(page: &Page<'_>, names: &mut Vec<Found>) {
    for name in names.iter_mut() {
        let head = page.text.lower(name.tokens.end - 1);
        let several = name.tokens.len() > 1;
        let kind = match name.kind {
            _ if several && SHIPS.contains(&page.text.word(name.tokens.start)) => EntityKind::Product,
            EntityKind::Place if several && FACILITIES.contains(&head) => EntityKind::Facility,
            EntityKind::Organization if several && LAWS.contains(&head) => EntityKind::Law,
            EntityKind::Organization | EntityKind::Place if several && EVENTS.contains(&head) => EntityKind::Event,
            EntityKind::Event | EntityKind::Work | EntityKind::Group if several && LAWS.contains(&head) => {
                EntityKind::Law
            }
            kind => kind,
        };
        if kind == EntityKind::Product && kind != name.kind {
            name.kind = kind;
            name.certainty = Certainty::Likely;
            "a ship's name".clone_into(&mut name.because);
        } else if kind != name.kind {
            name.kind = kind;
            name.because = format!("{}, and the head noun “{head}”", name.because);
        }
    }
    names.retain(|name| is_supported(page, name));
}

/// Whether a name of a kind that the model knows badly has something else to say for it.
fn is_supported(page: &Page<'_>, name: &Found) -> bool {
    if name.certainty == Certainty::Sure {
        return true;
    }
    let flags = name.tokens.clone().fold(0, |flags, i| flags | page.words.get(i).flags);
    let listed = |class: u32| page.words.get(name.tokens.start).phrases & (0b1111 << (4 * class)) != 0;
    let quoted = || {
        let before = name.tokens.start.checked_sub(1).map_or("", |i| page.text.word(i));
        matches!(before, "“" | "\"" | "‘" | "'")
    };
    match name.kind {
        EntityKind::Event => flags & EVENT != 0 || listed(phrase::EVENT),
        EntityKind::Law => flags & LAW != 0 && name.tokens.len() > 1,
        EntityKind::Work => flags & WORK != 0 || listed(phrase::EVENT) || quoted(),
        EntityKind::Product => name.certainty != Certainty::Unsure || listed(phrase::PRODUCT),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn head_nouns() {
        check("The plane landed at Narita Airport.", &["facility Narita Airport"]);
        check("Congress passed the Clean Water Act.", &["organization Congress", "law Clean Water Act"]);
        check("The carrier HMS Ocean left Oslo.", &["product HMS Ocean", "place Oslo"]);
    }
}
