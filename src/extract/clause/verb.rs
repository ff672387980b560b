//! Words that can be verbs: "exports", "rise", "cut", "imposed".
//!
//! A clause has one finite verb, so a word that is noun and verb is a noun where another verb can be found in its clause,
//! and a verb where it stands between a subject and an object or an amount.

use super::lexicon::{Classes, Sense, Word};
use super::tag::{LOOK_AHEAD, Scene, Tag, Tagger};

impl Tagger<'_> {
    /// The class of a word that can be a verb.
    pub(super) fn verb(&self, i: usize, word: Word, before: Option<Tag>, scene: &Scene) -> Tag {
        let lower = self.text.lower(i);
        let ing = word.is(Classes::ING) || word.is_unknown() && lower.ends_with("ing");
        let past = word.is(Classes::PAST) || word.is_unknown() && lower.ends_with("ed");
        let participle = word.is(Classes::PARTICIPLE) || word.is_unknown() && lower.ends_with("ed");
        let next = self.known(i + 1);
        let next_fixed = self.fixed.get(i + 1).copied().flatten();
        let next_nominal = matches!(next_fixed, Some(Tag::Name | Tag::Figure))
            || next_fixed.is_none()
                && (next.is_unknown() || next.is(Classes::NOUN.or(Classes::ADJECTIVE)))
                && self.text.word(i + 1).starts_with(char::is_alphabetic);
        let next_opens = matches!(next_fixed, Some(Tag::Name | Tag::Figure))
            || next.is(Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PRONOUN));
        match before {
            Some(Tag::Modal | Tag::Do | Tag::To) if word.is(Classes::BASE) => return Tag::Base,
            Some(Tag::Conjunction)
                if word.is(Classes::BASE) && !word.is(Classes::NOUN) && self.follows_base(i, scene.start) =>
            {
                return Tag::Base;
            }
            Some(Tag::Comma) if word.is(Classes::BASE) && self.is_listed_infinitive(i, scene) => return Tag::Base,
            Some(Tag::Have | Tag::Be) if participle => return Tag::Participle,
            Some(Tag::Be) if ing => return Tag::Ing,
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective) => {
                let modifies = (participle || ing || word.is(Classes::ADJECTIVE)) && next_nominal;
                return if modifies { Tag::Adjective } else { Tag::Noun };
            }
            Some(Tag::Preposition) => {
                return match (ing, participle) {
                    (true, _) if !word.is(Classes::NOUN) || next_opens => Tag::Ing,
                    (_, true) if next_nominal => Tag::Adjective,
                    (_, true) if !word.is(Classes::BASE) => Tag::PastOrParticiple,
                    _ => Tag::Noun,
                };
            }
            _ => {}
        }
        if word.is(Classes::NOUN) && (ing || word.is(Classes::BASE.or(Classes::THIRD))) {
            return self.noun_or_verb(i, word, before, scene, next_opens, ing);
        }
        if ing {
            return if before.is_some_and(Tag::is_nominal) && self.finite_at(i + 1) { Tag::Noun } else { Tag::Ing };
        }
        if past && participle {
            let subject_before = matches!(before, Some(Tag::Pronoun | Tag::Subordinator));
            let modifies =
                next_nominal && before.is_none_or(|t| matches!(t, Tag::Conjunction | Tag::Comma)) && !next_opens;
            // "to make subsidised bread".
            if before == Some(Tag::Base) && next_nominal && !next_opens {
                return Tag::Adjective;
            }
            let other_tense = before == Some(Tag::Conjunction) && !scene.past;
            return match (subject_before, modifies) {
                (true, _) => Tag::Past,
                (_, true) if other_tense || self.finite_ahead(i, scene.end, false) => Tag::Adjective,
                _ => Tag::PastOrParticiple,
            };
        }
        if past {
            return Tag::Past;
        }
        let plural = before == Some(Tag::Noun) && self.text.lower(self.last_seen(i)).ends_with('s')
            || before == Some(Tag::Comma) && self.is_after_parenthesis(i, scene.start);
        if participle && plural && word.is(Classes::BASE) && self.text.lower(i + 1) != "by" {
            // "The deposits come after": no noun is described by "come".
            return Tag::Present;
        }
        if participle {
            // "Frozen juice sold well": it describes the noun that opens the sentence.
            return if before.is_none() && next_nominal && !next_opens { Tag::Adjective } else { Tag::Participle };
        }
        Tag::Present
    }

    /// "exports", "rise", "cut", "trading": words that are nouns as often as verbs.
    fn noun_or_verb(
        &self,
        i: usize,
        word: Word,
        before: Option<Tag>,
        scene: &Scene,
        next_opens: bool,
        ing: bool,
    ) -> Tag {
        let past = word.is(Classes::PAST);
        let verb = match (ing, past) {
            (true, _) => Tag::Ing,
            (_, true) => Tag::PastOrParticiple,
            _ => Tag::Present,
        };
        if !ing && before.is_some() && before != Some(Tag::Conjunction) && self.bears_at(i) {
            return verb;
        }
        match before {
            Some(Tag::Pronoun) if !ing => verb,
            Some(Tag::Subordinator) if !ing && next_opens && word.is(Classes::THIRD) && self.relative_before(i) => {
                // "which buys 5 tonnes and employs".
                verb
            }
            Some(Tag::Subordinator)
                if !ing
                    && self.relative_before(i)
                    && !self.finite_at(i + 1)
                    && !self.finite_ahead(i, scene.end, false) =>
            {
                verb
            }
            Some(Tag::Comma) if !scene.any_finite && self.measures_at(i) => verb,
            Some(Tag::Comma)
                if (!scene.any_finite || self.only_describes(i, scene.start))
                    && !ing
                    && (next_opens || word.is(Classes::THIRD) && self.text.lower(i + 1) == "to")
                    && self.is_after_parenthesis(i, scene.start) =>
            {
                verb
            }
            Some(t) if t.is_nominal() => {
                // "mines 70% of the ore and refines it": right before an object only a verb of the same member competes.
                let ahead = self.finite_ahead(i, scene.end, next_opens)
                    || (i + 1..scene.end.min(i + LOOK_AHEAD)).any(|at| self.measures_at(at));
                // In "the premium that buyers pay jumped" both verbs are finite, as in "rose after Peru cut its levy".
                let finite = scene.finite && !(scene.reopened && next_opens);
                let other = finite || ahead && !scene.nested;
                if self.finite_at(i + 1) || other && !(ing && next_opens) {
                    return Tag::Noun;
                }
                if self.in_object(i, scene.start) {
                    return Tag::Noun;
                }
                let next = self.known(i + 1);
                let follows = next_opens
                    || next.is(Classes::TO.or(Classes::ADVERB).or(Classes::PREPOSITION).or(Classes::SUBORDINATOR));
                let plural = self.text.lower(self.last_seen(i)).ends_with('s') || t == Tag::Pronoun;
                let agrees = word.is(Classes::THIRD) || past || plural || self.measures_at(i);
                let at_end = matches!(self.text.lower(i + 1), "." | "," | "");
                let object = self.text.word(i + 1).starts_with(char::is_alphabetic)
                    && (next.is_unknown() || next.is(Classes::ADJECTIVE.or(Classes::NOUN)));
                if agrees && (follows || at_end && plural || object && !ing) { verb } else { Tag::Noun }
            }
            Some(Tag::Present | Tag::Past) if scene.nested && self.measures_at(i) => verb,
            _ if next_opens && (ing || past) => verb,
            Some(Tag::Conjunction) if word.is(Classes::BASE) && self.follows_base(i, scene.start) => Tag::Base,
            Some(Tag::Conjunction) if next_opens && scene.finite => verb,
            _ => Tag::Noun,
        }
    }

    /// "Cars shipped from Peru face 5%": whether token `i` is a verb of bearing right before an amount.
    fn bears_at(&self, i: usize) -> bool {
        let amount = self.fixed.get(i + 1).copied().flatten() == Some(Tag::Figure);
        let number = self.fixed.get(i.wrapping_sub(1)).copied().flatten() == Some(Tag::Figure);
        amount && !number && matches!(self.text.lower(i), "face" | "faces" | "pay" | "pays" | "cost" | "costs")
    }

    /// The last token before `i` that is no adverb: "steelmakers" of "steelmakers now face".
    fn last_seen(&self, i: usize) -> usize {
        let near = i.saturating_sub(LOOK_AHEAD)..i;
        near.rev().find(|&k| self.tags.get(k) != Some(&Tag::Adverb)).unwrap_or(i.saturating_sub(1))
    }

    /// Whether token `i` is a noun or verb that moves to an amount ("falls to three percent", "total 500").
    fn measures_at(&self, i: usize) -> bool {
        let figure = |i: usize| self.fixed.get(i).copied().flatten() == Some(Tag::Figure);
        let word = self.known(i);
        // "close to 5 tonnes" is a figure with its bound.
        !figure(i)
            && word.is(Classes::NOUN)
            && word.is(Classes::BASE.or(Classes::THIRD))
            && matches!(self.sense(word), Some(Sense::Up | Sense::Down | Sense::Move | Sense::Hold))
            && !self.known(i.wrapping_sub(1)).is(Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::ADJECTIVE))
            && (figure(i + 1) || matches!(self.text.lower(i + 1), "to" | "at" | "from" | "by") && figure(i + 2))
    }

    /// Whether the last verb before `i` is a base form: "to expand output and add jobs", "will cut and raise".
    pub(super) fn follows_base(&self, i: usize, start: usize) -> bool {
        let near = self.tags.get(start.max(i.saturating_sub(2 * LOOK_AHEAD))..i).unwrap_or_default();
        let verb = |t: &&Tag| {
            matches!(
                t,
                Tag::Base | Tag::Present | Tag::Past | Tag::PastOrParticiple | Tag::Participle | Tag::Ing | Tag::Be
            )
        };
        near.iter().rev().find(verb) == Some(&Tag::Base)
    }

    /// "to buy rice, sign contracts and raise duties": whether a base form behind a comma is one of a list of infinitives,
    /// which goes on with "and" and another base form; headlines leave out the "and".
    fn is_listed_infinitive(&self, i: usize, scene: &Scene) -> bool {
        let goes_on = || {
            let near = i + 1..scene.end.min(i + 2 * LOOK_AHEAD);
            let mut ahead = near.take_while(|&at| !self.finite_at(at) && !self.known(at).is(Classes::SUBORDINATOR));
            ahead.any(|at| self.known(at).is(Classes::CONJUNCTION) && self.known(at + 1).is(Classes::BASE))
        };
        self.follows_base(i, scene.start) && (scene.heading || goes_on())
    }

    /// "Peruvian beans, by contrast, pay 5%": whether a token stands behind a second comma, with its subject before the first.
    fn is_after_parenthesis(&self, i: usize, start: usize) -> bool {
        let near = self.tags.get(start.max(i.saturating_sub(2 * LOOK_AHEAD))..i).unwrap_or_default();
        let first = near.iter().position(|&t| t == Tag::Comma).unwrap_or(near.len());
        let subject = first > 0 && near[first - 1].is_nominal() && !near[..first].contains(&Tag::Preposition);
        subject && near[first..].iter().filter(|&&t| t == Tag::Comma).count() == 2
    }

    /// Whether every verb before `i` stands in the parenthesis: "the bill, passed on Monday, raises".
    fn only_describes(&self, i: usize, start: usize) -> bool {
        let near = self.tags.get(start.max(i.saturating_sub(2 * LOOK_AHEAD))..i).unwrap_or_default();
        let first = near.iter().position(|&t| t == Tag::Comma).unwrap_or(near.len());
        let finite = |t: &Tag| matches!(t, Tag::Present | Tag::Past | Tag::Be | Tag::Have | Tag::Modal | Tag::Do);
        near.get(first + 1) == Some(&Tag::PastOrParticiple)
            && !near.iter().any(finite)
            && !near[..first].contains(&Tag::PastOrParticiple)
    }

    /// Whether the noun before `i` is the object of a verb, as "tax" is before "rates" in "facing tax rates".
    fn in_object(&self, i: usize, start: usize) -> bool {
        let mut at = i;
        while at > start {
            at -= 1;
            match self.tags[at] {
                Tag::Noun
                | Tag::Name
                | Tag::Adjective
                | Tag::Determiner
                | Tag::Possessive
                | Tag::Hyphen
                | Tag::Skip => {}
                Tag::Ing | Tag::Base | Tag::Participle => return true,
                Tag::Present | Tag::Past | Tag::PastOrParticiple => {
                    return !matches!(self.sense(self.known(at)), Some(Sense::Say | Sense::Think));
                }
                _ => return false,
            }
            if at + LOOK_AHEAD < i {
                return false;
            }
        }
        false
    }

    fn relative_before(&self, i: usize) -> bool {
        matches!(self.text.lower(self.last_seen(i)), "which" | "who" | "that")
    }

    /// Whether token `i` is surely a finite verb or an auxiliary.
    fn finite_at(&self, i: usize) -> bool {
        if self.fixed.get(i).copied().flatten().is_some() {
            return false;
        }
        let word = self.known(i);
        word.is(Classes::BE.or(Classes::HAVE).or(Classes::MODAL).or(Classes::DO))
            && !matches!(self.text.lower(i), "'s" | "’s")
            || word.is(Classes::PAST) && !word.is(Classes::NOUN)
            || word.is(Classes::THIRD) && !word.is(Classes::NOUN)
    }

    /// Whether another finite verb follows in the same clause; on request, before any "and".
    fn finite_ahead(&self, i: usize, end: usize, same_member: bool) -> bool {
        for at in i + 1..end.min(i + LOOK_AHEAD) {
            let lower = self.text.lower(at);
            let word = self.known(at);
            if matches!(lower, "they" | "he" | "she" | "we") {
                // "producers fear they could": what follows is a clause of its own.
                return false;
            }
            let ends = matches!(lower, "," | ";" | ":" | "—" | "–") || word.is(Classes::SUBORDINATOR) && lower != "as";
            if ends || same_member && word.is(Classes::CONJUNCTION) {
                return false;
            }
            let before = self.known(at - 1);
            let modifier =
                before.is(Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PREPOSITION).or(Classes::TO));
            let amount = matches!(self.fixed.get(at + 2).copied().flatten(), Some(Tag::Figure | Tag::Time));
            let reduced = word.is(Classes::PARTICIPLE) && matches!(self.text.lower(at + 1), "by" | "in") && !amount;
            let opens = self.known(at + 1).is(Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PRONOUN))
                || matches!(self.fixed.get(at + 1).copied().flatten(), Some(Tag::Name | Tag::Figure));
            let acts = word.is(Classes::PAST) && opens;
            if (self.finite_at(at) || acts) && !modifier && !reduced {
                return true;
            }
        }
        false
    }
}
