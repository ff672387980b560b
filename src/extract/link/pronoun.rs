//! What pronouns and descriptions refer to: "he", "it", "the company", "the prime minister".
//!
//! One pass from left to right keeps whom the article spoke of last. A pronoun takes the nearest subject of its own sentence,
//! else the first subject of the sentence before, as far back as a few sentences; gender and kind must fit. Plurals ("they"),
//! pronouns inside quotation marks, and "it" without an acting country or organisation before it stay open.

use super::description::{self, Described};
use super::lists::{Gender, LinkLists};
use super::phrase::{is_determiner, is_past, is_possessive, is_preposition, verb_after};
use super::referent::Referent;
use crate::extract::quote::cue::SpeechVerbs;
use crate::extract::quote::marks::Quoted;
use crate::record::{Entity, EntityId, EntityKind, Record};
use crate::text::Text;
use std::ops::Range;

/// How many earlier references are looked at.
const REACH: usize = 48;
/// How many sentences back a pronoun looks, quoted ones not counted.
const SENTENCES_BACK: usize = 3;
/// How many sentences back a description looks.
const DESCRIPTION_BACK: usize = 6;

/// One earlier reference to an entity.
struct Seen {
    entity: usize,
    subject: bool,
    sentence: usize,
}

/// Everything the pass knows.
pub(super) struct Discourse<'a> {
    text: &'a Text,
    lists: &'a LinkLists,
    verbs: &'a SpeechVerbs,
    entities: &'a [Entity],
    genders: &'a [Option<Gender>],
    seen: Vec<Seen>,
    /// The country whose ministry or government was told last, and in which sentence.
    state: Option<(usize, usize)>,
    /// For each sentence how many came before it that are not wholly in quotation marks.
    age: Vec<usize>,
}

/// Finds what pronouns and descriptions refer to.
pub(super) fn referents(
    text: &Text,
    lists: &LinkLists,
    verbs: &SpeechVerbs,
    record: &Record,
    genders: &[Option<Gender>],
    quoted: &[Quoted],
) -> Vec<Referent> {
    let mut inside = vec![false; text.tokens().len()];
    for slot in quoted.iter().flat_map(|q| q.tokens.clone()) {
        inside[slot] = true;
    }
    let mut age = Vec::with_capacity(text.sentences().len());
    let mut told = 0;
    for sentence in text.sentences() {
        age.push(told);
        told += usize::from(sentence.tokens.clone().any(|i| !inside[i]));
    }
    let mut pass =
        Discourse { text, lists, verbs, entities: &record.entities, genders, seen: Vec::new(), state: None, age };
    let mut found = Vec::new();
    let mut mentions = record.mentions.iter().peekable();
    let mut at = 0;
    while let Some(token) = text.tokens().get(at) {
        while mentions.peek().is_some_and(|m| m.span.start < token.span.start) {
            mentions.next();
        }
        if let Some(mention) = mentions.peek().filter(|m| m.span.start == token.span.start) {
            let tokens = text.tokens_in(mention.span);
            let heading = text.paragraphs().get(text.paragraph_at(token.span.start)).is_some_and(|p| p.heading);
            if let Some(id) = mention.entity.filter(|_| !inside[at] && !heading) {
                pass.see(id, &tokens);
            }
            at = tokens.end.max(at + 1);
            continue;
        }
        let referent = if inside[at] { None } else { pass.pronoun(at).or_else(|| pass.description(at)) };
        if let Some((tokens, id)) = referent {
            pass.see(id, &tokens);
            at = tokens.end;
            found.push(Referent { tokens, entity: id });
        } else {
            at += 1;
        }
    }
    found
}

impl Discourse<'_> {
    fn see(&mut self, id: EntityId, tokens: &Range<usize>) {
        let Some(entity) = (id.0 as usize).checked_sub(1) else { return };
        let sentence = self.text.sentence_at(self.text.span_of(tokens.clone()).start);
        let subject = self.is_subject(tokens);
        let state = (tokens.end..tokens.end + 4)
            .take_while(|&i| !is_preposition(self.text.lower(i)) && !matches!(self.text.lower(i), "," | "." | "and"))
            .any(|i| matches!(self.text.lower(i), "ministry" | "government"));
        if state && self.entities[entity].kind == EntityKind::Place {
            self.state = Some((entity, sentence));
        }
        self.seen.push(Seen { entity, subject, sentence });
    }

    /// Whether words are the subject of a finite verb, as far as their neighbours tell.
    fn is_subject(&self, tokens: &Range<usize>) -> bool {
        if is_possessive(self.text, tokens.end) || matches!(self.text.lower(tokens.start), "his" | "its") {
            return false;
        }
        let mut before = tokens.start;
        // Titles and offices stand between a preposition and the name that it governs.
        for _ in 0..5 {
            let Some(i) = before.checked_sub(1) else { break };
            let word = self.text.lower(i);
            let title = self.lists.is_role(word) || is_determiner(word) || word == "former" || word == "prime";
            let capital = self.text.word(i).chars().next().is_some_and(char::is_uppercase) && !is_preposition(word);
            if !(title || capital) {
                break;
            }
            before = i;
        }
        let previous = before.checked_sub(1).map_or("", |i| self.text.lower(i));
        if is_preposition(previous) && !matches!(previous, "after" | "before" | "since" | "until" | "as") {
            return false;
        }
        // A name that opens a clause is its subject, whatever is told of it before the verb.
        let opens = matches!(previous, "" | "," | "but" | "that" | "because" | "when" | "while" | "”" | "\"")
            || self.sentence_starts(before);
        let told_of = matches!(self.text.lower(tokens.end), "," | "(" | "of" | "from" | "at" | "who" | "which");
        opens && told_of
            || verb_after(self.text, tokens.end).is_some_and(|(verb, auxiliary)| {
                let word = self.text.lower(verb);
                auxiliary
                    || is_past(word)
                    || self.lists.is_deed(word, false)
                    || self.verbs.cue(word, self.text.lower(verb + 1)).is_some()
            })
    }

    fn sentence_starts(&self, at: usize) -> bool {
        self.text.sentences().get(self.sentence(at)).is_some_and(|s| s.tokens.start == at)
    }

    /// A pronoun at a token and whom it means.
    fn pronoun(&self, at: usize) -> Option<(Range<usize>, EntityId)> {
        let gender = match self.text.lower(at) {
            "he" | "him" | "his" | "himself" => Some(Gender::Male),
            "she" | "her" | "hers" | "herself" => Some(Gender::Female),
            "it" | "its" | "itself" => None,
            _ => return None,
        };
        let entity = if gender.is_some() {
            self.nearest(at, SENTENCES_BACK, |n| {
                self.entities[n].kind == EntityKind::Person && (self.genders[n].is_none() || self.genders[n] == gender)
            })
        } else {
            self.acting_before(at)
        }?;
        Some((at..at + 1, self.entities[entity].id))
    }

    /// The entity of a kind that the article spoke of last, subjects first.
    fn nearest(&self, at: usize, back: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let here = self.sentence(at);
        let mut best: Option<(usize, &Seen)> = None;
        for seen in self.seen.iter().rev().take(REACH) {
            if self.age[here] - self.age[seen.sentence] > back
                || best.is_some_and(|(sentence, _)| sentence != seen.sentence)
            {
                break;
            }
            if !fits(seen.entity) {
                continue;
            }
            best = match best {
                None => Some((seen.sentence, seen)),
                // In its own sentence the nearest subject, in an earlier one the first.
                Some((_, known)) if seen.subject && (!known.subject || seen.sentence != here) => {
                    Some((seen.sentence, seen))
                }
                Some((_, known)) if !known.subject && !seen.subject => Some((seen.sentence, seen)),
                keep => keep,
            };
        }
        best.map(|(_, seen)| seen.entity)
    }

    /// What "it" means: the acting country or organisation that is the subject before it, in this sentence or as the first
    /// of the one before.
    fn acting_before(&self, at: usize) -> Option<usize> {
        let here = self.sentence(at);
        let own = self.seen.iter().rev().take(REACH).take_while(|s| s.sentence == here).find(|s| s.subject);
        let fits = |n: usize| matches!(self.entities[n].kind, EntityKind::Organization | EntityKind::Place);
        if let Some(seen) = own {
            return fits(seen.entity).then_some(seen.entity);
        }
        let (verb, auxiliary) = verb_after(self.text, at + 1).filter(|_| self.sentence_starts(at))?;
        let word = self.text.lower(verb);
        let acts = self.lists.is_deed(word, auxiliary)
            && !matches!(word, "appears" | "appeared" | "seems" | "seemed" | "takes" | "took");
        let passive = (at + 1..verb).any(|i| matches!(self.text.lower(i), "is" | "was" | "been" | "be" | "being"));
        if !acts || passive && word.ends_with("ed") {
            return None;
        }
        let last = self.seen.iter().rev().take(REACH).find(|s| s.sentence < here)?;
        let first = self
            .seen
            .iter()
            .rev()
            .take(REACH)
            .take_while(|s| s.sentence >= last.sentence)
            .filter(|s| s.sentence == last.sentence && s.subject)
            .last()?;
        (self.age[here] - self.age[first.sentence] <= 1 && fits(first.entity)).then_some(first.entity)
    }

    /// A description at a token and what it means: "the company", "the prime minister".
    fn description(&self, at: usize) -> Option<(Range<usize>, EntityId)> {
        let (head, described) = description::read(self.text, self.lists, at)?;
        let entity = self.nearest(at, DESCRIPTION_BACK, |n| {
            let entity = &self.entities[n];
            match described {
                Described::Office(words) => entity.kind == EntityKind::Person && description::holds(entity, words),
                Described::Company => entity.kind == EntityKind::Organization && description::is_company(entity),
                Described::Body(word) => entity.kind == EntityKind::Organization && description::is_named(entity, word),
                Described::Union => entity.name.ends_with("Union"),
                Described::Nation => false,
            }
        });
        // "the ministry" after "China's commerce ministry" is read as the country, as the ministry was.
        let here = self.sentence(at);
        let state = || {
            self.state
                .filter(|&(_, told)| self.age[here] - self.age[told] <= DESCRIPTION_BACK)
                .map(|(entity, _)| entity)
        };
        let entity = match described {
            // "the government in Berlin" says itself whose it is.
            Described::Body("government") if self.text.lower(head + 1) != "in" => {
                entity.or_else(state).or_else(|| self.nation_before(at, true))
            }
            Described::Body("ministry" | "government") => entity.or_else(state),
            Described::Office(words) => entity.or_else(|| self.untitled_before(at, words)),
            Described::Nation => self.nation_before(at, false),
            // An article that opens with "the bloc" names it later, and there is but one.
            Described::Union => entity.or_else(|| self.entities.iter().position(|e| e.name.ends_with("Union"))),
            _ => entity,
        }?;
        Some((at..head + 1, self.entities[entity].id))
    }

    /// "the South Asian nation": the country that the sentences before speak of most, of equals the one told last; of its own
    /// sentence only where one may name a country and then its government.
    fn nation_before(&self, at: usize, own_sentence: bool) -> Option<usize> {
        let here = self.sentence(at);
        let land = |n: usize| {
            let entity = &self.entities[n];
            entity.kind == EntityKind::Place && self.lists.is_country(&entity.name)
        };
        let before =
            self.seen.iter().rev().take(REACH).filter(|s| (own_sentence || s.sentence < here) && land(s.entity));
        let own = |n: usize| self.seen.iter().rev().take_while(|s| s.sentence == here).any(|s| s.entity == n);
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for seen in before.filter(|s| own_sentence || !own(s.entity)) {
            let weight = 1 + usize::from(seen.subject);
            match counts.iter_mut().find(|(n, _)| *n == seen.entity) {
                Some((_, count)) => *count += weight,
                None => counts.push((seen.entity, weight)),
            }
        }
        counts.into_iter().rev().max_by_key(|&(_, count)| count).map(|(n, _)| n)
    }

    /// "the minister" where nobody is told to be one: the only person of the last sentences, whose office is not told.
    fn untitled_before(&self, at: usize, office: &str) -> Option<usize> {
        let here = self.sentence(at);
        let mut people = self
            .seen
            .iter()
            .rev()
            .take(REACH)
            .take_while(|s| self.age[here] - self.age[s.sentence] <= 1)
            .filter(|s| self.entities[s.entity].kind == EntityKind::Person);
        let person = people.next()?.entity;
        let alone = people.all(|s| s.entity == person) && self.entities[person].roles.is_empty();
        let gender = office.split(' ').next_back().and_then(|word| self.lists.role_gender(word));
        let agrees = gender.is_none() || self.genders[person].is_none() || gender == self.genders[person];
        (alone && agrees).then_some(person)
    }

    fn sentence(&self, at: usize) -> usize {
        self.text.tokens().get(at).map_or(0, |t| self.text.sentence_at(t.span.start))
    }
}
