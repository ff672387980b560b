//! The tags that the model gives to tokens: outside, or begin, inside, end or single of a kind.
//!
//! "Bank of Canada said" is `B-organization I-organization E-organization O`. A facility is tagged as a place and told
//! from one by its head noun, and a commodity is no name at all: both are left to the rules of `extract::name`.

use crate::record::EntityKind;
use std::ops::Range;

/// The kinds that the model tells apart.
pub const KINDS: [EntityKind; 8] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Place,
    EntityKind::Group,
    EntityKind::Product,
    EntityKind::Event,
    EntityKind::Work,
    EntityKind::Law,
];

/// The number of tags: outside, and four for each kind.
pub const TAGS: usize = 1 + 4 * KINDS.len();

/// A tag: 0 is outside; `1 + k`, `9 + k`, `17 + k` and `25 + k` end, are, begin and continue a name of kind `k`. So the
/// tags that leave no name open stand together, and those that start one, too: the decoder takes whole rows of them.
pub type Tag = u8;

/// The tag of a token outside every name.
pub const OUTSIDE: Tag = 0;

/// The tags that leave no name open: outside, and the last words of names.
pub const CLOSED: Range<usize> = 0..17;

/// The tags that start a name.
pub const STARTS: Range<usize> = 9..25;

/// A set of tags, one bit each.
pub type TagSet = u64;

/// Every tag.
pub const ANY: TagSet = (1 << TAGS) - 1;

/// Where in its name a token stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// First of several.
    Begin,
    /// Between first and last.
    Inside,
    /// Last of several.
    End,
    /// The only one.
    Single,
}

/// The tag of kind number `kind` at `place`.
pub const fn tag(kind: usize, place: Place) -> Tag {
    let group = match place {
        Place::End => 0,
        Place::Single => 1,
        Place::Begin => 2,
        Place::Inside => 3,
    };
    #[expect(clippy::cast_possible_truncation, reason = "there are 33 tags")]
    let tag = (1 + KINDS.len() * group + kind) as Tag;
    tag
}

/// The number of the kind of a tag, and where in the name it stands; nothing for the tag outside.
pub const fn parts(tag: Tag) -> Option<(usize, Place)> {
    if tag == OUTSIDE {
        return None;
    }
    let n = (tag - 1) as usize;
    let place = match n / KINDS.len() {
        0 => Place::End,
        1 => Place::Single,
        2 => Place::Begin,
        _ => Place::Inside,
    };
    Some((n % KINDS.len(), place))
}

/// The four tags of kind number `kind`.
pub const fn of_kind(kind: usize) -> TagSet {
    1 << tag(kind, Place::Begin)
        | 1 << tag(kind, Place::Inside)
        | 1 << tag(kind, Place::End)
        | 1 << tag(kind, Place::Single)
}

/// Whether a name is open after this tag, so that the next token must continue it.
pub const fn leaves_open(tag: Tag) -> bool {
    matches!(parts(tag), Some((_, Place::Begin | Place::Inside)))
}

/// Whether `next` may follow `tag`.
pub const fn may_follow(tag: Tag, next: Tag) -> bool {
    match (parts(tag), parts(next)) {
        (Some((kind, Place::Begin | Place::Inside)), Some((same, Place::Inside | Place::End))) => kind == same,
        (Some((_, Place::Begin | Place::Inside)), _) | (_, Some((_, Place::Inside | Place::End))) => false,
        _ => true,
    }
}

/// The places that token `i` of a name of `len` tokens has.
pub const fn place_of(i: usize, len: usize) -> Place {
    if len == 1 {
        Place::Single
    } else if i == 0 {
        Place::Begin
    } else if i + 1 == len {
        Place::End
    } else {
        Place::Inside
    }
}

#[cfg(test)]
mod tests {
    use super::{CLOSED, OUTSIDE, Place, STARTS, TAGS, Tag, leaves_open, may_follow, parts, tag};

    #[test]
    fn tags_and_parts_agree() {
        for t in 1..TAGS {
            let t = Tag::try_from(t).unwrap();
            let (kind, place) = parts(t).unwrap();
            assert_eq!(tag(kind, place), t);
            assert_eq!(CLOSED.contains(&usize::from(t)), !leaves_open(t));
            assert_eq!(STARTS.contains(&usize::from(t)), may_follow(OUTSIDE, t));
        }
        assert_eq!(parts(OUTSIDE), None);
    }

    #[test]
    fn an_open_name_is_closed_by_its_own_kind() {
        assert!(may_follow(tag(1, Place::Begin), tag(1, Place::End)));
        assert!(!may_follow(tag(1, Place::Begin), tag(2, Place::End)));
        assert!(!may_follow(tag(1, Place::Begin), OUTSIDE));
        assert!(!may_follow(OUTSIDE, tag(0, Place::Inside)));
        assert!(may_follow(tag(0, Place::Single), tag(0, Place::Begin)));
    }
}
