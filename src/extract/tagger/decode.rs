//! The best row of tags for an island of candidates: Viterbi's algorithm over the tags that may follow one another.

use super::tags::{ANY, OUTSIDE, TAGS, Tag, TagSet, leaves_open, may_follow};

/// The scores of the tags of one token.
pub(super) type Scores = [i32; TAGS];

/// A score that no path takes.
const NEVER: i32 = i32::MIN / 4;

/// The tags that may stand before each tag, worked out once.
const BEFORE: [TagSet; TAGS] = {
    let mut sets = [0; TAGS];
    let mut next = 0;
    while next < TAGS {
        let mut tag = 0;
        while tag < TAGS {
            #[expect(clippy::cast_possible_truncation, reason = "there are 33 tags")]
            if may_follow(tag as Tag, next as Tag) {
                sets[next] |= 1 << tag;
            }
            tag += 1;
        }
        next += 1;
    }
    sets
};

/// The best path through an island, which starts and ends outside every name.
///
/// `allowed` names the tags that each token may have; an empty list means all. The second value is the path's score.
pub(super) fn best(scores: &[Scores], transitions: &[[i32; TAGS]], allowed: &[TagSet]) -> (Vec<Tag>, i32) {
    let mut before = [NEVER; TAGS];
    before[usize::from(OUTSIDE)] = 0;
    let mut back: Vec<[Tag; TAGS]> = Vec::with_capacity(scores.len());
    for (i, emitted) in scores.iter().enumerate() {
        let set = allowed.get(i).copied().unwrap_or(ANY);
        let mut here = [NEVER; TAGS];
        let mut from = [OUTSIDE; TAGS];
        for next in (0..TAGS).filter(|next| set & (1 << next) != 0) {
            let mut previous = BEFORE[next];
            while previous != 0 {
                let tag = previous.trailing_zeros() as usize;
                previous &= previous - 1;
                let score = before[tag] + transitions[tag][next];
                if score > here[next] {
                    here[next] = score;
                    #[expect(clippy::cast_possible_truncation, reason = "there are 33 tags")]
                    {
                        from[next] = tag as Tag;
                    }
                }
            }
            here[next] = here[next].saturating_add(emitted[next]).max(NEVER);
        }
        back.push(from);
        before = here;
    }
    let mut tag = OUTSIDE;
    let mut most = NEVER - 1;
    for (last, &score) in (0..).zip(&before) {
        let end = score.saturating_add(transitions[usize::from(last)][usize::from(OUTSIDE)]);
        if !leaves_open(last) && end > most {
            (tag, most) = (last, end);
        }
    }
    let mut path = vec![OUTSIDE; scores.len()];
    for i in (0..scores.len()).rev() {
        path[i] = tag;
        tag = back[i][usize::from(tag)];
    }
    (path, most)
}

/// By how much the best path, of this score, beats the best path without the tag that it gives to token `i`.
pub(super) fn lead(scores: &[Scores], transitions: &[[i32; TAGS]], path: &[Tag], score: i32, i: usize) -> i32 {
    let mut allowed = vec![ANY; path.len()];
    allowed[i] &= !(1 << path[i]);
    score.saturating_sub(best(scores, transitions, &allowed).1)
}
