//! Words of closed classes, where their surroundings allow it: "to", "that", "up", "worth", "as".

use super::lexicon::{Classes, Sense, Word};
use super::tag::{Scene, Tag, Tagger};

impl Tagger<'_> {
    /// The class of a word that belongs to a closed class, where its surroundings allow it.
    pub(super) fn closed(&self, i: usize, word: Word, before: Option<Tag>, scene: &Scene) -> Option<Tag> {
        let lower = self.text.lower(i);
        let next = self.known(i + 1);
        if lower == "that" {
            return Some(self.that(i, before));
        }
        if matches!(lower, "'s" | "’s") {
            let contracted = self.tags.last() == Some(&Tag::Pronoun);
            return Some(if contracted { Tag::Be } else { Tag::Possessive });
        }
        if lower == "worth" && self.text.lower(i + 1) == "of" {
            return Some(Tag::Noun);
        }
        if self.is_period_on_period(i) {
            return Some(Tag::Adverb);
        }
        if lower == "operating" && self.is_of_accounts(i + 1) {
            return Some(Tag::Adjective);
        }
        if lower == "accounting" && self.text.lower(i + 1) == "for" {
            return Some(Tag::Ing);
        }
        let after_noun = before.is_some_and(Tag::is_nominal);
        if matches!(lower, "north" | "south" | "east" | "west") && after_noun && self.text.lower(i + 1) != "of" {
            // "ship the fruit north".
            return Some(Tag::Adverb);
        }
        if lower == "there" && self.tags.last().is_some_and(|t| is_verb(*t) || *t == Tag::Noun) {
            return Some(Tag::Adverb);
        }
        if lower == "to" {
            let infinitive = self.to_infinitive(i, before);
            return Some(if infinitive { Tag::To } else { Tag::Preposition });
        }
        if word.is(Classes::NEGATION) {
            return Some(Tag::Not);
        }
        if word.is(Classes::BE) {
            return Some(Tag::Be);
        }
        if word.is(Classes::HAVE) {
            return Some(Tag::Have);
        }
        if word.is(Classes::DO) {
            return Some(Tag::Do);
        }
        if word.is(Classes::MODAL) {
            // "a can of soup", "the will": after an article it is a noun.
            let noun = matches!(self.tags.last(), Some(Tag::Determiner | Tag::Adjective | Tag::Possessive))
                && !matches!(self.text.lower(i.wrapping_sub(1)), "that" | "this" | "all" | "some" | "each" | "both");
            return Some(if noun && i > scene.start { Tag::Noun } else { Tag::Modal });
        }
        if lower == "once" && self.text.lower(i.wrapping_sub(1)) == "at" {
            return Some(Tag::Adverb);
        }
        if lower == "who" || lower == "whom" {
            return Some(Tag::Subordinator);
        }
        let more = |i: usize| {
            self.text.lower(i) == "more" && self.text.lower(i + 1) == "than" && self.known(i + 2).is(Classes::PAST)
        };
        if more(i) || lower == "than" && more(i - 1) {
            // "more than doubled the duties".
            return Some(Tag::Adverb);
        }
        if matches!(lower, "more" | "less" | "higher" | "lower") && self.tags.last() == Some(&Tag::Figure) {
            return Some(Tag::Adverb);
        }
        if lower == "yet" && self.tags.last() == Some(&Tag::Not)
            || matches!(lower, "yet" | "since") && self.tags.last() == Some(&Tag::Have)
        {
            // "has not yet ratified", "has since pledged".
            return Some(Tag::Adverb);
        }
        if word.is(Classes::SUBORDINATOR) && lower != "as" {
            return Some(Tag::Subordinator);
        }
        if word.is(Classes::CONJUNCTION) {
            return Some(Tag::Conjunction);
        }
        if word.is(Classes::POSSESSIVE) {
            return Some(Tag::Possessive);
        }
        if lower == "little" && before == Some(Tag::Be) && next.is(Classes::PARTICIPLE) {
            // "was little changed".
            return Some(Tag::Adverb);
        }
        let spread = matches!(lower, "each" | "both" | "all") && before.is_some_and(Tag::is_nominal) && next.is_verb();
        if spread {
            // "the two each face a duty".
            return Some(Tag::Adverb);
        }
        if word.is(Classes::DETERMINER) {
            return Some(Tag::Determiner);
        }
        if matches!(lower, "itself" | "himself" | "herself" | "themselves")
            && matches!(self.tags.last(), Some(Tag::Noun | Tag::Name))
        {
            // "Peru itself keeps a tariff".
            return Some(Tag::Adverb);
        }
        if word.is(Classes::PRONOUN) {
            return Some(Tag::Pronoun);
        }
        if lower == "at"
            && matches!(self.text.lower(i + 1), "once" | "least" | "most" | "last" | "first" | "all" | "home")
        {
            return Some(Tag::Adverb);
        }
        if self.before_hyphen(i) && word.is(Classes::PREPOSITION.or(Classes::ADVERB)) {
            // "out-of-quota duty", "up-front cost".
            return Some(Tag::Adjective);
        }
        if self.is_particle(i, next) {
            return Some(Tag::Adverb);
        }
        if word.is(Classes::PREPOSITION) {
            // "in", but "shut down" and "rolled back, then": a preposition has something after it.
            let followed = i + 1 < scene.end && !matches!(self.text.lower(i + 1), "." | "," | ";");
            let particle = word.is(Classes::ADVERB)
                && (next.is(Classes::PREPOSITION)
                    || matches!(self.text.lower(i + 1), "that" | "how" | "whether" | "what"));
            return Some(if followed && !particle { Tag::Preposition } else { Tag::Adverb });
        }
        if lower == "as" {
            return Some(Tag::Preposition);
        }
        (word.is(Classes::ADVERB) && !(word.is(Classes::ADJECTIVE) && before == Some(Tag::Determiner)))
            .then_some(Tag::Adverb)
    }

    /// "firmed up an order", "rolled out the tariff": whether a word belongs to the verb right before it, and not to the noun after.
    fn is_particle(&self, i: usize, next: Word) -> bool {
        let after_verb = self.tags.last().is_some_and(|t| is_verb(*t));
        if !after_verb || !matches!(self.text.lower(i), "up" | "out" | "away" | "back") {
            return false;
        }
        let fixed = self.fixed.get(i + 1).copied().flatten();
        let verb = self.known(i.wrapping_sub(1)).verb.and_then(|v| self.grammar.verb(v)).map_or("", |v| &v.lemma);
        // "make up 5%", "turn out 300 cars", but "rose up 5%".
        let takes_amount = matches!(
            verb,
            "make"
                | "take"
                | "eat"
                | "use"
                | "buy"
                | "snap"
                | "soak"
                | "mop"
                | "turn"
                | "pay"
                | "hand"
                | "churn"
                | "give"
                | "dole"
        );
        fixed.is_none() && next.is(Classes::DETERMINER.or(Classes::POSSESSIVE))
            || fixed == Some(Tag::Figure) && takes_amount
    }

    /// Whether a token belongs to "year on year", "month over month".
    fn is_period_on_period(&self, i: usize) -> bool {
        (0..3).filter_map(|k| i.checked_sub(k)).any(|first| {
            let period = self.text.lower(first);
            matches!(period, "year" | "month" | "quarter" | "week")
                && matches!(self.text.lower(first + 1), "on" | "over")
                && self.text.lower(first + 2) == period
        })
    }

    /// Whether a token is a word of a firm's accounts, before which "operating" describes.
    fn is_of_accounts(&self, i: usize) -> bool {
        matches!(
            self.text.lower(i),
            "profit"
                | "profits"
                | "income"
                | "loss"
                | "losses"
                | "margin"
                | "margins"
                | "earnings"
                | "costs"
                | "revenue"
                | "result"
                | "results"
                | "expenses"
        )
    }

    fn before_hyphen(&self, i: usize) -> bool {
        self.text.lower(i + 1) == "-" && self.text.tokens().get(i + 1).is_some_and(|t| !t.space_before)
    }

    /// "that" opens a clause after a verb of saying, a noun or before a verb; else it points.
    fn that(&self, i: usize, before: Option<Tag>) -> Tag {
        let next = self.known(i + 1);
        let pasts = next.is(Classes::PAST) && !next.is(Classes::NOUN)
            || matches!(self.text.lower(i + 1), "left" | "put" | "cut");
        if before.is_none() && pasts && self.fixed.get(i + 1).copied().flatten().is_none() {
            // "That left Peru with a deficit": it stands for what was told before.
            return Tag::Pronoun;
        }
        if before == Some(Tag::Preposition) && next.is(Classes::THIRD) && !next.is(Classes::NOUN) {
            // "Anything above that attracts a duty".
            return Tag::Pronoun;
        }
        let opens_clause = match before {
            None | Some(Tag::Preposition | Tag::To) => false,
            Some(Tag::Present | Tag::Past | Tag::PastOrParticiple | Tag::Participle | Tag::Base | Tag::Ing) => {
                let verb = self.known(i - 1).verb.and_then(|v| self.grammar.verb(v));
                let plain_noun = next.is_unknown() && self.fixed.get(i + 1).copied().flatten().is_none();
                !plain_noun || verb.is_none_or(|v| matches!(v.sense, Sense::Say | Sense::Think | Sense::Agree))
            }
            Some(_) => true,
        };
        if opens_clause { Tag::Subordinator } else { Tag::Determiner }
    }

    /// Whether "to" is followed by a verb: "to export goods", but "tariffs rose to record highs", "exports to China".
    fn to_infinitive(&self, i: usize, before: Option<Tag>) -> bool {
        let mut at = i + 1;
        while self.known(at).is(Classes::ADVERB) && !self.known(at).is_verb()
            || self.text.lower(at).ends_with("ly") && !self.known(at).is_verb()
        {
            at += 1;
            if at > i + 3 {
                return false;
            }
        }
        let word = self.known(at);
        if self.fixed.get(at).copied().flatten().is_some() {
            return false;
        }
        if self.text.lower(at) == "be" || self.text.lower(at) == "have" || self.text.lower(at) == "do" {
            return true;
        }
        if !word.is(Classes::BASE) {
            return false;
        }
        let moved = matches!(before, Some(Tag::Past | Tag::PastOrParticiple | Tag::Present))
            && self.tags.last() != Some(&Tag::Adverb)
            && self.sense(self.known(i.saturating_sub(1))).is_some_and(|s| matches!(s, Sense::Up | Sense::Down));
        !(moved && word.is(Classes::NOUN))
    }
}

/// Whether a class is that of a main verb.
fn is_verb(tag: Tag) -> bool {
    matches!(tag, Tag::Base | Tag::Present | Tag::Past | Tag::PastOrParticiple | Tag::Participle | Tag::Ing)
}
