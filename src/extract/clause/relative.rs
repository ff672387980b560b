//! Clauses that describe a noun: "duties imposed by Washington", "Canada, which supplied", "peas, taxed at 5% so far".

use super::build::{Builder, Found, LOOK_BACK};
use super::lexicon::Sense;
use super::{Clause, Item, Modality, Phrase, PhraseKind, VerbForm};

impl Builder<'_> {
    /// "applies a duty of 5% to cars, lorries and tyres, reduced from 9%": a participle behind a whole clause.
    pub(super) fn goes_on_after_comma(&self, at: usize, v: usize) -> bool {
        let comma = at.checked_sub(1).is_some_and(|b| b >= self.sentence && self.out.items[b] == Item::Comma);
        let from = |i: &Item| matches!(*i, Item::Preposition(t) if self.reading.text.lower(t) == "from");
        let linked = self.out.items.get(at + 1).is_some_and(from);
        let whole = self.previous(at).is_some_and(|c| self.out.verbs[c].is_finite() && !self.out.clauses[c].relative);
        comma && linked && whole && self.out.verbs[v].maybe_participle
    }

    /// The noun of "duties on salmon farmed in Chile": after a finite verb with nothing that opens a clause between, a
    /// form that may be a participle, between a noun and a preposition, describes that noun.
    pub(super) fn described(&self, at: usize, v: usize) -> Option<usize> {
        if !self.out.verbs[v].maybe_participle || !matches!(self.out.items.get(at + 1), Some(Item::Preposition(_))) {
            return None;
        }
        let previous = self.previous(at)?;
        let from = self.out.clauses[previous].item;
        let reports = matches!(self.sense(previous), Some(Sense::Say | Sense::Think));
        if reports || !self.out.verbs[previous].is_finite() || at - from > LOOK_BACK {
            return None;
        }
        let linked = self.out.items.get(from + 1..at)?;
        // "will procure equipment valued at", but "said exports fell to": right behind another verb only a form that moves
        // nothing, or one behind "will", is sure to describe.
        let moves = matches!(self.sense(v), Some(Sense::Up | Sense::Down | Sense::Move | Sense::Hold));
        let settled = !moves || self.out.verbs[previous].modality == Some(Modality::Will);
        let least = if settled { 1 } else { 2 };
        if !linked.iter().all(|i| matches!(i, Item::Phrase(_) | Item::Preposition(_))) || linked.len() < least {
            return None;
        }
        match linked.last() {
            Some(&Item::Phrase(p)) if self.out.phrases[p].kind == PhraseKind::Things => Some(p),
            // "an order for 50 jets valued at": an amount, too, where no relative clause may end at it.
            Some(&Item::Phrase(p)) if self.out.phrases[p].kind == PhraseKind::Figure => {
                (!moves && !self.out.clauses[previous].relative).then_some(p)
            }
            _ => None,
        }
    }

    /// Whether a clause that starts at an item describes the noun before it: "the rate that firms face".
    pub(super) fn opens_on_noun(&self, start: usize, floor: usize) -> bool {
        start >= floor + 2
            && matches!(self.out.items[start - 1], Item::Subordinator(_))
            && matches!(self.out.items[start - 2], Item::Phrase(_))
    }

    /// The noun of "the tariff that Washington imposed": the object of a clause that has none of its own and describes the
    /// noun before it. What somebody is told ("told reporters that exports fell") is no such clause.
    pub(super) fn described_object(&self, found: &Found, at: usize, v: usize) -> Option<usize> {
        let group = &self.out.verbs[v];
        let unlisted = group.verb.is_none() && !self.is_placed(at);
        let moves = matches!(self.sense(v), Some(Sense::Up | Sense::Down | Sense::Hold | Sense::Say | Sense::Think));
        // "the barriers that Peru raised": a few verbs of movement do it to something.
        let main = self.reading.text.lower(group.main);
        let takes_none = (moves || unlisted) && !matches!(main, "raised" | "cut" | "lowered" | "doubled");
        // "a quota that makers led by Acme have taken".
        let by = |i: &Item| matches!(*i, Item::Preposition(t) if self.reading.text.lower(t) == "by");
        let led_by = group.maybe_participle && self.out.items.get(at + 1).is_some_and(by);
        let acts = group.is_finite() && !group.passive && !takes_none && !led_by;
        let acts = acts && !found.relative && found.subject.is_some();
        if !acts || !self.opens_on_noun(found.start, self.sentence) {
            return None;
        }
        let Item::Subordinator(token) = self.out.items[found.start - 1] else { return None };
        let noun = self.out.phrase_at(found.start - 2)?;
        let told = found.start.checked_sub(3).filter(|&b| b >= self.sentence).map(|b| self.out.items[b]);
        let told = noun.figure.is_none()
            && matches!(told, Some(Item::Verb(g)) if matches!(self.sense(g), Some(Sense::Say | Sense::Think | Sense::Promise | Sense::Agree)));
        let plain = noun.kind == PhraseKind::Things && matches!(self.reading.text.lower(token), "that" | "which");
        let Item::Phrase(p) = self.out.items[found.start - 2] else { return None };
        (plain && !told && found.start < at && self.object(at).is_none()).then_some(p)
    }

    /// "the levy that Peru slapped on steel": whether a verb that no list knows does something to something.
    fn is_placed(&self, at: usize) -> bool {
        matches!(self.out.items.get(at + 1), Some(&Item::Preposition(t)) if self.reading.text.lower(t) == "on")
    }

    /// "X rose 3%, helped by Y": a participle; "rose 3%, beat forecasts": the same subject again.
    pub(super) fn after_lone_comma(&self, at: usize, v: usize) -> Found {
        let relative = self.out.verbs[v].maybe_participle;
        let set_off = self.set_off(at).filter(|_| relative);
        let shared = || self.shared_clause(at).and_then(|c| self.out.clauses[c].subject);
        Found { subject: set_off.or_else(shared), start: at, relative }
    }

    /// The noun of "and peas, taxed at 5% so far,": one right before the comma that no verb of the sentence governs.
    fn set_off(&self, at: usize) -> Option<usize> {
        let noun = at.checked_sub(2).filter(|&n| n >= self.sentence)?;
        let Item::Phrase(p) = self.out.items[noun] else { return None };
        let before = noun.checked_sub(1).filter(|&b| b >= self.sentence).map(|b| self.out.items[b]);
        let free = self.previous(at).is_none();
        let joined = matches!(before, Some(Item::Conjunction(_)));
        (self.out.phrases[p].kind == PhraseKind::Things && (free || joined)).then_some(p)
    }

    /// The last clause before an item with a subject to share.
    pub(super) fn shared_clause(&self, at: usize) -> Option<usize> {
        let mut clause = self.previous(at)?;
        for _ in 0..4 {
            let Clause { relative, subject, .. } = self.out.clauses[clause];
            let whole = self.out.verbs[clause].is_finite() && !relative && subject.is_some();
            if whole && !self.is_contact(clause) {
                return Some(clause);
            }
            match clause.checked_sub(1).filter(|&c| self.out.clauses[c].item >= self.sentence) {
                Some(c) => clause = c,
                None => break,
            }
        }
        self.previous(at)
    }

    /// "the tonnes Peru shipped": whether a clause describes the noun right before its subject.
    fn is_contact(&self, clause: usize) -> bool {
        let start = self.out.clauses[clause].start;
        let noun = |i: usize| self.out.phrase_at(i).is_some_and(|p| p.kind != PhraseKind::Time);
        start > self.sentence && noun(start) && noun(start - 1)
    }

    /// The noun that a relative clause describes, as its subject: "Canada, which supplied".
    pub(super) fn relative_subject(&self, sub: usize, floor: usize, token: usize) -> Found {
        let relative = matches!(self.reading.text.lower(token), "which" | "who" | "that");
        // "a duty which Peru set and which is due to rise": what the clause before describes.
        let joined =
            sub.checked_sub(1).is_some_and(|b| b >= floor && matches!(self.out.items[b], Item::Conjunction(_)));
        let before = self.previous(sub).filter(|&c| joined && relative && self.out.clauses[c].relative);
        if let Some(c) = before {
            let Clause { subject, object, start, .. } = self.out.clauses[c];
            let described =
                start.checked_sub(1).and_then(|b| if let Item::Phrase(p) = self.out.items[b] { Some(p) } else { None });
            return Found { subject: described.or(object).or(subject), start: sub, relative: true };
        }
        let mut k = sub;
        while k > floor && relative {
            k -= 1;
            match self.out.items[k] {
                Item::Phrase(p) if self.out.phrases[p].kind != PhraseKind::Time => {
                    let p = self.seated(k, sub, floor).unwrap_or(p);
                    return Found { subject: Some(p), start: sub, relative: true };
                }
                Item::Comma | Item::Preposition(_) | Item::Phrase(_) => {}
                _ => break,
            }
        }
        Found { subject: None, start: sub, relative }
    }

    /// "Vivergo in Hull, which buys wheat": behind a comma, who sits in a town and not the town acts. A country may.
    fn seated(&self, place: usize, sub: usize, floor: usize) -> Option<usize> {
        let comma = |i: usize| self.out.items[i] == Item::Comma;
        let restricts = |i: usize| {
            let that = matches!(self.out.items[sub], Item::Subordinator(t) if self.reading.text.lower(t) == "that");
            let common = |p: &Phrase| self.reading.text.word(p.head).starts_with(char::is_lowercase);
            that && self.out.phrase_at(i).is_some_and(common)
        };
        let mut first = place;
        // "in Szeged, Hungary,".
        if first >= floor + 3 && comma(first - 1) && self.out.phrase_at(first - 2).is_some() {
            first -= 2;
        }
        // "a plant in Szeged that makes": without a comma, too, what is told of stands in the town.
        let owner = first.checked_sub(2).filter(|&o| o >= floor && (comma(sub - 1) || restricts(o)))?;
        let Item::Preposition(t) = self.out.items[first - 1] else { return None };
        let town = self.out.phrase_at(first)?;
        let name = self.reading.text.word(town.head);
        let land = self.reading.lists.link.land_of(&name.to_lowercase()).is_some();
        // "Ternium of Argentina, which makes steel".
        let named = |p: &Phrase| self.reading.text.word(p.head).starts_with(char::is_uppercase);
        let of_land = land && self.out.phrase_at(owner).is_some_and(named);
        let in_town = name.starts_with(char::is_uppercase)
            && match self.reading.text.lower(t) {
                "in" | "near" | "outside" => !land,
                "of" => of_land,
                _ => false,
            };
        match self.out.items[owner] {
            Item::Phrase(p) if in_town && self.out.phrases[p].kind == PhraseKind::Things => Some(p),
            _ => None,
        }
    }

    pub(super) fn make_participle(&mut self, v: usize) {
        let group = &mut self.out.verbs[v];
        group.form = VerbForm::Participle;
        group.passive = true;
        let item = self.out.clauses[v].item;
        self.out.clauses[v].relative = true;
        self.out.clauses[v].start = item;
        self.out.clauses[v].agent = self.agent(item);
    }
}
