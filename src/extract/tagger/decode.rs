//! The best row of tags for an island of candidates: Viterbi's algorithm over the tags that may follow one another.
//!
//! After a tag that leaves no name open stand the tag outside and those that start a name, and these lie side by side: one
//! step adds a row of weights to a row of scores. An open name has two tags to go on with.

use super::tags::{ANY, CLOSED, KINDS, OUTSIDE, Place, STARTS, TAGS, Tag, TagSet, parts, tag};

/// The scores of the tags of one token.
pub(super) type Scores = [i32; TAGS];

/// A score that no path takes.
const NEVER: i32 = i32::MIN / 4;

/// The scores before the first token: outside.
const START: Scores = {
    let mut scores = [NEVER; TAGS];
    scores[OUTSIDE as usize] = 0;
    scores
};

/// The best path through an island, which starts and ends outside every name.
#[derive(Debug)]
pub(super) struct Best {
    /// One tag for each token.
    pub(super) path: Vec<Tag>,
    /// The score of the path.
    score: i32,
    /// The score of the best row of tags up to each token, for each tag that may stand there.
    reached: Vec<Scores>,
}

/// Finds the best path.
///
/// `allowed` names the tags that each token may have; an empty list means all.
pub(super) fn best(scores: &[Scores], transitions: &[Scores], allowed: &[TagSet]) -> Best {
    let reached = forward(scores, transitions, allowed);
    let mut path = vec![OUTSIDE; scores.len()];
    let mut next = OUTSIDE;
    let mut most = None;
    for i in (0..=scores.len()).rev() {
        let before = i.checked_sub(1).map_or(&START, |i| &reached[i]);
        let (tag, score) = came_from(before, transitions, next);
        if i > 0 {
            path[i - 1] = tag;
        }
        most = most.or(Some(score));
        next = tag;
    }
    Best { path, score: most.unwrap_or(NEVER), reached }
}

/// The best tag before `next`, the first of equals, and the score up to `next`.
fn came_from(before: &Scores, transitions: &[Scores], next: Tag) -> (Tag, i32) {
    let mut found = (OUTSIDE, NEVER);
    let consider = |tag: Tag| {
        let score = before[usize::from(tag)] + transitions[usize::from(tag)][usize::from(next)];
        if score > found.1 {
            found = (tag, score);
        }
    };
    if let Some((kind, Place::Inside | Place::End)) = parts(next) {
        [Place::Begin, Place::Inside].map(|place| tag(kind, place)).into_iter().for_each(consider);
    } else {
        CLOSED.filter_map(|tag| Tag::try_from(tag).ok()).for_each(consider);
    }
    found
}

/// The tags after which a name of each kind is open, and those with which it goes on.
fn open() -> impl Iterator<Item = ([usize; 2], [usize; 2])> {
    (0..KINDS.len()).map(|kind| {
        let [begin, inside, end] = [Place::Begin, Place::Inside, Place::End].map(|place| usize::from(tag(kind, place)));
        ([begin, inside], [inside, end])
    })
}

/// The score of the best row of tags up to each token, for each tag that may stand there.
fn forward(scores: &[Scores], transitions: &[Scores], allowed: &[TagSet]) -> Vec<Scores> {
    let mut reached = Vec::with_capacity(scores.len());
    let mut before = &START;
    for (i, emitted) in scores.iter().enumerate() {
        let mut here = [NEVER; TAGS];
        for from in CLOSED.filter(|&from| before[from] > NEVER) {
            let (so_far, steps) = (before[from], &transitions[from]);
            here[0] = here[0].max(so_far + steps[0]);
            for (here, step) in here[STARTS].iter_mut().zip(&steps[STARTS]) {
                *here = (*here).max(so_far + step);
            }
        }
        for (from, next) in open() {
            for next in next {
                here[next] = from.map(|from| before[from] + transitions[from][next]).into_iter().fold(NEVER, i32::max);
            }
        }
        for (here, emitted) in here.iter_mut().zip(emitted) {
            *here = (*here + emitted).max(NEVER);
        }
        if let Some(&set) = allowed.get(i).filter(|&&set| set != ANY) {
            for (_, here) in here.iter_mut().enumerate().filter(|(tag, _)| set & (1 << tag) == 0) {
                *here = NEVER;
            }
        }
        reached.push(here);
        before = &reached[i];
    }
    reached
}

impl Best {
    /// By how much the path beats the best path without the tag that it gives to each token.
    pub(super) fn leads(&self, scores: &[Scores], transitions: &[Scores]) -> Vec<i32> {
        // The score of the best row of tags after a token, for each tag that the token may have.
        let mut rest: Scores = std::array::from_fn(|tag| transitions[tag][usize::from(OUTSIDE)]);
        for tag in open().flat_map(|(open, _)| open) {
            rest[tag] = NEVER;
        }
        let mut leads = vec![0; self.path.len()];
        for i in (0..self.path.len()).rev() {
            let mut through: Scores = std::array::from_fn(|tag| self.reached[i][tag] + rest[tag]);
            through[usize::from(self.path[i])] = NEVER;
            leads[i] = self.score - through.into_iter().fold(NEVER, i32::max);
            let onward: Scores = std::array::from_fn(|next| (rest[next] + scores[i][next]).max(NEVER));
            for from in CLOSED {
                let steps = &transitions[from];
                let after = onward[STARTS].iter().zip(&steps[STARTS]).map(|(onward, step)| onward + step);
                rest[from] = after.fold(onward[0] + steps[0], i32::max);
            }
            for (from, next) in open() {
                for from in from {
                    rest[from] =
                        next.map(|next| onward[next] + transitions[from][next]).into_iter().fold(NEVER, i32::max);
                }
            }
        }
        leads
    }
}

#[cfg(test)]
mod tests {
    use super::super::tags::{ANY, OUTSIDE, Place, TAGS, tag};
    use super::best;

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
        let found = best(&island(), &steps, &[]);
        assert_eq!(found.path, [tag(1, Place::Begin), tag(1, Place::End), OUTSIDE]);
        assert_eq!(found.score, 87);
        let expected: Vec<i32> = (0..3)
            .map(|i| {
                let mut allowed = vec![ANY; 3];
                allowed[i] &= !(1 << found.path[i]);
                found.score - best(&island(), &steps, &allowed).score
            })
            .collect();
        assert_eq!(found.leads(&island(), &steps), expected, "as if the tag were forbidden");
        assert_eq!((best(&[], &steps, &[]).path, best(&[], &steps, &[]).score), (Vec::new(), 0));
    }
}
