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

/// The tags that may stand after each tag.
const AFTER: [TagSet; TAGS] = {
    let mut sets = [0; TAGS];
    let mut tag = 0;
    while tag < TAGS {
        let mut next = 0;
        while next < TAGS {
            if BEFORE[next] & (1 << tag) != 0 {
                sets[tag] |= 1 << next;
            }
            next += 1;
        }
        tag += 1;
    }
    sets
};

/// The best path through an island, which starts and ends outside every name.
///
/// `allowed` names the tags that each token may have; an empty list means all. The second value is the path's score.
pub(super) fn best(scores: &[Scores], transitions: &[Scores], allowed: &[TagSet]) -> (Vec<Tag>, i32) {
    let mut back: Vec<[Tag; TAGS]> = Vec::with_capacity(scores.len());
    let reached = forward(scores, transitions, allowed, |from| back.push(from));
    let mut tag = OUTSIDE;
    let mut most = NEVER - 1;
    for (last, &score) in (0..).zip(reached.last().unwrap_or(&START)) {
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

/// The scores before the first token: outside.
const START: Scores = {
    let mut scores = [NEVER; TAGS];
    scores[OUTSIDE as usize] = 0;
    scores
};

/// The score of the best row of tags up to each token, for each tag that may stand there. Hands the tag before each to
/// `came_from`.
fn forward(
    scores: &[Scores],
    transitions: &[Scores],
    allowed: &[TagSet],
    mut came_from: impl FnMut([Tag; TAGS]),
) -> Vec<Scores> {
    let mut reached = Vec::with_capacity(scores.len());
    let mut before = START;
    for (i, emitted) in scores.iter().enumerate() {
        let set = allowed.get(i).copied().unwrap_or(ANY);
        let mut here = [NEVER; TAGS];
        let mut from = [OUTSIDE; TAGS];
        for tag in (0..TAGS).filter(|&tag| before[tag] > NEVER) {
            let mut following = AFTER[tag] & set;
            let steps = &transitions[tag];
            while following != 0 {
                let next = following.trailing_zeros() as usize;
                following &= following - 1;
                let score = before[tag] + steps[next];
                if score > here[next] {
                    here[next] = score;
                    #[expect(clippy::cast_possible_truncation, reason = "there are 33 tags")]
                    {
                        from[next] = tag as Tag;
                    }
                }
            }
        }
        for (here, emitted) in here.iter_mut().zip(emitted) {
            *here = here.saturating_add(*emitted).max(NEVER);
        }
        came_from(from);
        reached.push(here);
        before = here;
    }
    reached
}

/// By how much the best path, of this score, beats the best path without the tag that it gives to each token.
pub(super) fn leads(scores: &[Scores], transitions: &[Scores], path: &[Tag], score: i32) -> Vec<i32> {
    let reached = forward(scores, transitions, &[], |_| ());
    // The score of the best row of tags after a token, for each tag that the token may have.
    let mut rest: Scores = std::array::from_fn(|tag| {
        if BEFORE[usize::from(OUTSIDE)] & (1 << tag) == 0 { NEVER } else { transitions[tag][usize::from(OUTSIDE)] }
    });
    let mut leads = vec![0; path.len()];
    for i in (0..path.len()).rev() {
        let through = |tag: usize| reached[i][tag].saturating_add(rest[tag]);
        let rival = (0..TAGS).filter(|&tag| tag != usize::from(path[i])).map(through).max();
        leads[i] = score.saturating_sub(rival.unwrap_or(NEVER));
        let onward: Scores = std::array::from_fn(|next| rest[next].saturating_add(scores[i][next]).max(NEVER));
        rest = std::array::from_fn(|tag| {
            let mut most = NEVER;
            let mut following = AFTER[tag];
            while following != 0 {
                let next = following.trailing_zeros() as usize;
                following &= following - 1;
                most = most.max(onward[next].saturating_add(transitions[tag][next]));
            }
            most
        });
    }
    leads
}

#[cfg(test)]
mod tests {
    use super::super::tags::{ANY, OUTSIDE, Place, TAGS, tag};
    use super::{best, leads};

    /// The scores of three tokens, of which the first two make an organisation.
    fn island() -> Vec<super::Scores> {
        let mut scores = vec![[0; TAGS]; 3];
        scores[0][usize::from(tag(1, Place::Begin))] = 50;
        scores[0][usize::from(tag(2, Place::Single))] = 40;
        scores[1][usize::from(tag(1, Place::End))] = 30;
        scores[2][usize::from(OUTSIDE)] = 7;
        scores
    }

    #[test]
    fn the_best_path_and_its_lead() {
        let steps = vec![[0; TAGS]; TAGS];
        let (path, score) = best(&island(), &steps, &[]);
        assert_eq!((path.as_slice(), score), ([tag(1, Place::Begin), tag(1, Place::End), OUTSIDE].as_slice(), 87));
        let expected: Vec<i32> = (0..3)
            .map(|i| {
                let mut allowed = vec![ANY; 3];
                allowed[i] &= !(1 << path[i]);
                score - best(&island(), &steps, &allowed).1
            })
            .collect();
        assert_eq!(leads(&island(), &steps, &path, score), expected, "as if the tag were forbidden");
        assert_eq!(best(&[], &steps, &[]), (Vec::new(), 0));
    }
}
