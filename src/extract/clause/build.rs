//! Gives every verb group its subject, object and governor.
//!
//! The subject of a finite verb is looked for to its left: over prepositional phrases ("exports of steel rose"), over
//! a relative clause ("the rate that firms face falls"), over a parenthesis between commas ("Canada, which supplied a
//! quarter, called"), and shared over "and" ("rose and fell").

use super::chunk::Chunks;
use super::lexicon::Sense;
use super::{Clause, Clauses, Item, PhraseKind, VerbForm};
use crate::extract::reading::Reading;
use crate::record::FigureKind;

/// How many items the search for a subject looks back: a bound that keeps building linear.
pub(super) const LOOK_BACK: usize = 40;

/// Turns items into clauses.
pub(in crate::extract) fn build(reading: &Reading<'_>, chunks: Chunks) -> Clauses {
    let Chunks { items, phrases, verbs } = chunks;
    let mut item_of_phrase = vec![0; phrases.len()];
    for (i, item) in items.iter().enumerate() {
        if let Item::Phrase(p) = *item {
            item_of_phrase[p] = i;
        }
    }
    let clause_of = vec![None; items.len()];
    let mut builder = Builder {
        reading,
        out: Clauses { tags: Vec::new(), items, phrases, verbs, clauses: Vec::new(), clause_of, item_of_phrase },
        sentence: 0,
    };
    for i in 0..builder.out.items.len() {
        if let Item::Verb(v) = builder.out.items[i] {
            builder.verb(i, v);
        }
        if builder.ends_sentence(i) {
            builder.sentence = i + 1;
        }
    }
    builder.assign();
    builder.out
}

pub(super) struct Builder<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) out: Clauses,
    /// The first item of the sentence at hand.
    pub(super) sentence: usize,
}

/// A subject, where the clause starts, and whether it describes that subject.
pub(super) struct Found {
    pub(super) subject: Option<usize>,
    pub(super) start: usize,
    pub(super) relative: bool,
}

impl Builder<'_> {
    fn ends_sentence(&self, i: usize) -> bool {
        self.out.items[i] == Item::Stop
    }

    pub(super) fn sense(&self, clause: usize) -> Option<Sense> {
        let verb = self.out.verbs.get(clause)?.verb?;
        self.reading.lists.grammar.verb(verb).map(|v| v.sense)
    }

    fn verb(&mut self, at: usize, v: usize) {
        let group = &self.out.verbs[v];
        let found = match group.form {
            VerbForm::Finite(_) => self.finite_subject(at, v),
            VerbForm::Infinitive => self.infinitive_subject(at),
            VerbForm::Ing | VerbForm::Participle => self.participle_subject(at, v),
        };
        let group = &mut self.out.verbs[v];
        if matches!(group.form, VerbForm::Finite(_)) && group.maybe_participle && found.relative {
            group.form = VerbForm::Participle;
            group.passive = true;
        }
        let described = self.described_object(&found, at, v);
        let object = self.object(at).or(described);
        // Such a clause starts at its "that", as every relative clause does.
        let start = found.start - usize::from(described.is_some());
        let found = Found { start, relative: found.relative || described.is_some(), ..found };
        let agent = self.out.verbs[v].passive.then(|| self.agent(at)).flatten();
        let parent = self.parent(at, v, &found);
        self.out.clauses.push(Clause {
            item: at,
            subject: found.subject,
            object,
            agent,
            parent,
            start: found.start,
            relative: found.relative,
        });
    }

    /// The last clause of this sentence before an item.
    pub(super) fn previous(&self, at: usize) -> Option<usize> {
        let last = self.out.clauses.len().checked_sub(1)?;
        let item = self.out.clauses[last].item;
        (item >= self.sentence && item < at).then_some(last)
    }

    fn finite_subject(&mut self, at: usize, v: usize) -> Found {
        let none = Found { subject: None, start: at, relative: false };
        let floor = self.sentence.max(at.saturating_sub(LOOK_BACK));
        if let Some(described) = self.described(at, v) {
            return Found { subject: Some(described), start: at, relative: true };
        }
        if self.goes_on_after_comma(at, v) {
            return self.after_lone_comma(at, v);
        }
        let mut i = at;
        let mut passed_preposition = false;
        while i > floor {
            i -= 1;
            match self.out.items[i] {
                Item::Phrase(p) if self.out.phrases[p].kind == PhraseKind::Time || self.is_length(i) => {
                    if i > floor && matches!(self.out.items[i - 1], Item::Preposition(_)) {
                        i -= 1;
                    }
                }
                Item::Phrase(p) => {
                    let adjacent = i + 1 == at;
                    match self.governor_of_phrase(i, floor) {
                        Governor::Preposition { clause_opener: true } if adjacent || self.after_main_verb(i - 1) => {
                            return Found { subject: Some(p), start: i, relative: false };
                        }
                        Governor::Preposition { .. } => {
                            passed_preposition = true;
                            i -= 1;
                        }
                        Governor::Relative(before) | Governor::Embedded(before) if before > floor => i = before,
                        _ => return Found { subject: Some(p), start: i, relative: false },
                    }
                }
                Item::Verb(g) => {
                    let sits_on_noun = i > floor && matches!(self.out.items[i - 1], Item::Phrase(_));
                    let start = self.out.clauses[g].start;
                    if self.out.clauses[g].relative && start > floor && start < i {
                        i = start;
                    } else if self.opens_on_noun(start, floor) {
                        self.out.clauses[g].relative = true;
                        i = start - 1;
                    } else if self.out.verbs[g].maybe_participle && sits_on_noun && i + 1 < at {
                        // A second finite verb without a subject: the first was "imposed by ..." and the noun is ours.
                        self.make_participle(g);
                    } else if !self.out.verbs[g].is_finite() && sits_on_noun {
                    } else {
                        return none;
                    }
                }
                Item::Conjunction(_) if i + 1 == at => {
                    let shared = self.shared_clause(at);
                    let subject = shared.and_then(|c| self.out.clauses[c].subject);
                    return Found { subject, start: at, relative: false };
                }
                Item::Comma if !passed_preposition || i + 1 == at => {
                    let Some(open) = (floor..i).rev().find(|&k| self.out.items[k] == Item::Comma) else {
                        return self.after_lone_comma(at, v);
                    };
                    i = open;
                }
                // "which last week lowered": a time between takes nothing away.
                Item::Subordinator(token) if (i + 1..at).all(|k| self.is_time(k)) => {
                    return self.relative_subject(i, floor, token);
                }
                _ => return none,
            }
        }
        none
    }

    fn is_time(&self, i: usize) -> bool {
        self.out.phrase_at(i).is_some_and(|p| p.kind == PhraseKind::Time)
    }

    /// Whether an item is a length of time that goes on with the words before it: "in the first" + "nine months".
    fn is_length(&self, i: usize) -> bool {
        let figures = &self.reading.record.figures;
        let length = self.out.phrase_at(i).and_then(|p| figures.get(p.figure?)).map(|f| f.kind);
        let goes_on = i.checked_sub(1).is_some_and(|b| self.out.phrase_at(b).is_some());
        length == Some(FigureKind::Duration) && goes_on
    }

    /// What stands before a noun phrase and takes it away as a subject.
    fn governor_of_phrase(&self, i: usize, floor: usize) -> Governor {
        let Some(before) = i.checked_sub(1).filter(|&b| b >= floor) else { return Governor::None };
        match self.out.items[before] {
            Item::Preposition(token) => {
                let opener =
                    matches!(self.reading.text.lower(token), "after" | "before" | "since" | "until" | "as" | "than")
                        && (self.after_main_verb(before)
                            || !before
                                .checked_sub(1)
                                .is_some_and(|b| b >= floor && matches!(self.out.items[b], Item::Phrase(_))));
                Governor::Preposition { clause_opener: opener }
            }
            Item::Verb(g) => {
                let clause = &self.out.clauses[g];
                let reports = matches!(self.sense(g), Some(Sense::Say | Sense::Think | Sense::Agree | Sense::Promise));
                if clause.relative && !reports {
                    Governor::Relative(clause.start)
                } else if !self.out.verbs[g].is_finite()
                    && !reports
                    && before.checked_sub(1).is_some_and(|b| b >= floor && matches!(self.out.items[b], Item::Phrase(_)))
                {
                    Governor::Embedded(before)
                } else if self.out.verbs[g].form == VerbForm::Ing && before > floor && self.is_gerund(before) {
                    Governor::Embedded(before - 1)
                } else {
                    Governor::None
                }
            }
            // "tariffs on cars and parts cost": the second noun belongs to the preposition of the first.
            Item::Conjunction(_) if self.is_bare(i) => match (before.checked_sub(1), before.checked_sub(2)) {
                (Some(noun), Some(link)) if link > floor && self.out.phrase_at(noun).is_some() => {
                    match (self.out.items[link], self.out.phrase_at(link - 1)) {
                        (Item::Preposition(t), Some(_)) if self.reading.text.lower(t) == "on" => {
                            Governor::Embedded(link)
                        }
                        _ => Governor::None,
                    }
                }
                _ => Governor::None,
            },
            _ => Governor::None,
        }
    }

    /// "what can enter without paying tax is to fall": a form in "-ing" behind a preposition.
    fn is_gerund(&self, verb: usize) -> bool {
        let preposition =
            |t: usize| matches!(self.reading.text.lower(t), "without" | "by" | "for" | "of" | "after" | "before");
        matches!(self.out.items[verb - 1], Item::Preposition(t) if preposition(t))
    }

    /// Whether an item is a noun alone, with nothing before it that would open a subject.
    fn is_bare(&self, i: usize) -> bool {
        self.out.phrase_at(i).is_some_and(|p| p.kind == PhraseKind::Things && p.tokens.len() == 1)
    }

    /// Whether the clause at hand has its verb before an item, so that a second one needs a subject of its own: "duties
    /// rose after Brussels acted", but "talks after lunch resumed".
    fn after_main_verb(&self, item: usize) -> bool {
        self.previous(item).is_some_and(|c| self.out.verbs[c].is_finite() && !self.out.clauses[c].relative)
    }

    /// "agreed to remove": who agrees removes; "asked China to buy": whom one asks buys.
    fn infinitive_subject(&self, at: usize) -> Found {
        let Some(previous) = self.previous(at) else {
            // "Fund to cut stake": the future tense of headlines.
            let before = at.checked_sub(1).filter(|&b| b >= self.sentence).map(|b| self.out.items[b]);
            let subject = if let Some(Item::Phrase(p)) = before { Some(p) } else { None };
            return Found { subject, start: at.saturating_sub(usize::from(subject.is_some())), relative: false };
        };
        // "moved to halve the volume that can enter and to double the levy": who does the one does the other.
        let joined = at.checked_sub(1).filter(|&b| b >= self.sentence).map(|b| self.out.items[b]);
        if matches!(joined, Some(Item::Conjunction(_))) {
            let near = (previous.saturating_sub(3)..=previous).rev();
            let mut listed = near.filter(|&c| self.out.clauses[c].item >= self.sentence);
            if let Some(c) = listed.find(|&c| self.out.verbs[c].form == VerbForm::Infinitive) {
                return Found { subject: self.out.clauses[c].subject, start: at, relative: false };
            }
        }
        // "clearing the way for Acme to take": whom a thing is done for acts.
        let near = |back: usize| at.checked_sub(back).filter(|&b| b >= self.sentence).map(|b| self.out.items[b]);
        if let (Some(Item::Phrase(p)), Some(Item::Preposition(t))) = (near(1), near(2))
            && self.reading.text.lower(t) == "for"
            && self.out.phrases[p].kind == PhraseKind::Things
        {
            return Found { subject: Some(p), start: at, relative: false };
        }
        let clause = &self.out.clauses[previous];
        let asks = self.is_binding(previous)
            || matches!(self.sense(previous), Some(Sense::Plan | Sense::Force | Sense::Say | Sense::Think));
        let things = |p: &usize| {
            let phrase = &self.out.phrases[*p];
            let proper = self.reading.text.word(phrase.head).starts_with(char::is_uppercase);
            phrase.kind == PhraseKind::Things
                && (proper || self.sense(previous) != Some(Sense::Plan) || self.is_invited(previous))
        };
        let subject = clause.object.filter(|p| asks && things(p)).or(clause.subject);
        Found { subject, start: at, relative: false }
    }

    /// "a pact commits Peru to buy": the one bound acts.
    fn is_binding(&self, clause: usize) -> bool {
        let lemma =
            self.out.verbs[clause].verb.and_then(|v| self.reading.lists.grammar.verb(v)).map_or("", |v| &v.lemma);
        let named = |p: usize| self.reading.text.word(self.out.phrases[p].head).starts_with(char::is_uppercase);
        matches!(lemma, "commit" | "oblige" | "bind") && self.out.clauses[clause].object.is_some_and(named)
    }

    fn is_invited(&self, clause: usize) -> bool {
        let lemma =
            self.out.verbs[clause].verb.and_then(|v| self.reading.lists.grammar.verb(v)).map_or("", |v| &v.lemma);
        matches!(
            lemma,
            "ask" | "invite" | "allow" | "enable" | "let" | "help" | "permit" | "persuade" | "encourage" | "advise"
        )
    }

    /// "importers facing taxes": the noun just before; "signed a deal, cutting the duty": the subject of the clause.
    fn participle_subject(&self, at: usize, v: usize) -> Found {
        let mut k = at;
        while k > self.sentence {
            k -= 1;
            match self.out.items[k] {
                Item::Phrase(p) if self.out.phrases[p].kind == PhraseKind::Things => {
                    return Found { subject: Some(p), start: at, relative: true };
                }
                Item::Phrase(_) => {}
                _ => break,
            }
        }
        let shared = self.shared_clause(at);
        // "imposed fees of $5, rising to $9": what rises is what was imposed.
        let rises = matches!(self.sense(v), Some(Sense::Up | Sense::Down)) && self.object(at).is_none();
        let object = shared.filter(|_| rises).and_then(|c| self.out.clauses[c].object);
        let subject = object.or_else(|| shared.and_then(|c| self.out.clauses[c].subject));
        Found { subject, start: at, relative: false }
    }

    pub(super) fn object(&self, at: usize) -> Option<usize> {
        let mut i = at + 1;
        while let Some(&Item::Phrase(p)) = self.out.items.get(i) {
            if self.out.phrases[p].kind != PhraseKind::Time {
                return Some(p);
            }
            i += 1;
        }
        None
    }

    pub(super) fn agent(&self, at: usize) -> Option<usize> {
        (at + 1..at + 6).find_map(|i| match (self.out.items.get(i)?, self.out.items.get(i + 1)?) {
            (&Item::Preposition(t), &Item::Phrase(p)) if self.reading.text.lower(t) == "by" => {
                (self.out.phrases[p].kind == PhraseKind::Things || self.out.phrases[p].kind == PhraseKind::Pronoun)
                    .then_some(p)
            }
            _ => None,
        })
    }

    /// The verb that governs this one: of an infinitive the last verb, of a reported clause the verb of saying.
    fn parent(&self, at: usize, v: usize, found: &Found) -> Option<usize> {
        let previous = self.previous(at)?;
        match self.out.verbs[v].form {
            // "agreed to lift the ban and to open": what governs the one governs the other.
            VerbForm::Infinitive
                if at > self.sentence
                    && matches!(self.out.items[at - 1], Item::Conjunction(_))
                    && self.out.verbs[previous].form == VerbForm::Infinitive =>
            {
                self.out.clauses[previous].parent
            }
            VerbForm::Infinitive | VerbForm::Ing | VerbForm::Participle => Some(previous),
            VerbForm::Finite(_) if found.relative => None,
            VerbForm::Finite(_) => {
                let opened = self.before_times(found.start).map(|b| self.out.items[b]);
                let reported = match opened {
                    Some(Item::Subordinator(t)) => matches!(self.reading.text.lower(t), "that" | "how" | "whether"),
                    Some(Item::Verb(_)) => true,
                    _ => false,
                };
                let shared = matches!(opened, Some(Item::Conjunction(_))).then(|| self.shared_clause(at)).flatten();
                let shared = shared.and_then(|c| self.out.clauses[c].parent);
                if reported { Some(previous) } else { shared }
            }
        }
    }

    /// The item before a place, times passed over: "said on Monday it would buy".
    fn before_times(&self, start: usize) -> Option<usize> {
        let before = |i: usize| i.checked_sub(1).filter(|&b| b >= self.sentence);
        let mut at = before(start)?;
        while self.out.phrase_at(at).is_some_and(|p| p.kind == PhraseKind::Time) {
            at = before(at)?;
            if matches!(self.out.items[at], Item::Preposition(_)) {
                at = before(at)?;
            }
        }
        Some(at)
    }

    /// Gives every item its clause: that of the last verb before it, or of the verb whose subject it belongs to.
    fn assign(&mut self) {
        let mut last = None;
        for i in 0..self.out.items.len() {
            if let Item::Verb(v) = self.out.items[i] {
                last = Some(v);
            }
            self.out.clause_of[i] = last;
            if self.ends_sentence(i) {
                last = None;
            }
        }
        for v in (0..self.out.clauses.len()).rev() {
            let Clause { start, item, .. } = self.out.clauses[v];
            for i in start..item {
                // What follows a verb inside the zone ("who shipped wheat") belongs to that verb.
                let inner = self.out.clause_of[i].is_some_and(|c| c != v && self.out.clauses[c].item >= start);
                if !inner {
                    self.out.clause_of[i] = Some(v);
                }
            }
        }
    }
}

/// What takes a noun phrase away as a subject.
enum Governor {
    None,
    Preposition {
        clause_opener: bool,
    },
    /// The object of a relative clause that starts at this item.
    Relative(usize),
    /// The object of an infinitive or participle at this item that itself depends on a noun.
    Embedded(usize),
}
