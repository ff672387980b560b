//! Groups tagged tokens into items: noun phrases, verb groups, prepositions and the words that join clauses.
//!
//! "The average rate" + "that" + "British firms" + "face" + "falls" + "to" + "three percent". Two noun phrases around
//! "and" are one where nothing says otherwise ("steel and aluminium").

use super::lexicon::{Grammar, VerbId};
use super::tag::Tag;
use super::{Item, Modality, Phrase, PhraseKind, Tense, VerbForm, VerbGroup};
use crate::extract::reading::Reading;
use crate::record::{EntityKind, FigureKind};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// The items of a text, with the phrases and verb groups they name.
#[derive(Debug, Default)]
pub(in crate::extract) struct Chunks {
    pub(in crate::extract) items: Vec<Item>,
    pub(in crate::extract) phrases: Vec<Phrase>,
    pub(in crate::extract) verbs: Vec<VerbGroup>,
}

/// What a token belongs to, besides its class.
struct Marks {
    /// The figure that covers a token.
    figure: Vec<Option<u32>>,
    /// Whether a token is in the name of a place or a nationality.
    place: Vec<bool>,
}

/// Groups the tokens of all sentences.
pub(in crate::extract) fn chunk(reading: &Reading<'_>, tags: &[Tag]) -> Chunks {
    let text = reading.text;
    let mut marks = Marks { figure: vec![None; tags.len()], place: vec![false; tags.len()] };
    for (n, figure) in reading.record.figures.iter().enumerate() {
        if figure.kind != FigureKind::Ordinal {
            for i in text.tokens_in(figure.span) {
                marks.figure[i] = u32::try_from(n).ok();
            }
        }
    }
    for mention in &reading.record.mentions {
        if matches!(mention.kind, EntityKind::Place | EntityKind::Group) {
            text.tokens_in(mention.span).for_each(|i| marks.place[i] = true);
        }
    }
    let mut chunker =
        Chunker { text, grammar: &reading.lists.grammar, tags, marks, chunks: Chunks::default(), has_verb: false };
    for sentence in text.sentences() {
        chunker.sentence(sentence.tokens.clone());
    }
    chunker.chunks
}

struct Chunker<'a> {
    text: &'a Text,
    grammar: &'a Grammar,
    tags: &'a [Tag],
    marks: Marks,
    chunks: Chunks,
    /// Whether the sentence at hand has a verb so far.
    has_verb: bool,
}

impl Chunker<'_> {
    fn sentence(&mut self, tokens: Range<usize>) {
        self.has_verb = false;
        let mut at = tokens.start;
        while at < tokens.end {
            let item = match self.tags[at] {
                Tag::Preposition => Some(Item::Preposition(at)),
                Tag::Subordinator => Some(Item::Subordinator(at)),
                Tag::Conjunction => Some(Item::Conjunction(at)),
                Tag::Comma => Some(Item::Comma),
                Tag::Stop => Some(Item::Stop),
                _ => None,
            };
            if let Some(item) = item {
                self.chunks.items.push(item);
                at += 1;
            } else if let Some(end) = self.verb_group(at, tokens.end) {
                at = end;
            } else if let Some(end) = self.noun_phrase(at, tokens.end) {
                at = end;
            } else {
                at += 1;
            }
        }
        if self.chunks.items.last() != Some(&Item::Stop) {
            self.chunks.items.push(Item::Stop);
        }
    }

    fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::Stop)
    }

    /// Reads the verb group that starts at a token, and gives the token after it.
    fn verb_group(&mut self, start: usize, limit: usize) -> Option<usize> {
        let starts = matches!(
            self.tag(start),
            Tag::Be
                | Tag::Have
                | Tag::Do
                | Tag::Modal
                | Tag::To
                | Tag::Base
                | Tag::Present
                | Tag::Past
                | Tag::PastOrParticiple
                | Tag::Participle
                | Tag::Ing
        ) || self.tag(start) == Tag::Not && matches!(self.tag(start + 1), Tag::To | Tag::Ing);
        if !starts {
            return None;
        }
        let mut group = VerbGroup::new(start);
        let mut main = None;
        let mut at = start;
        let mut last = None;
        while at < limit {
            let tag = self.tag(at);
            let goes_on = match tag {
                Tag::Adverb | Tag::Not | Tag::Skip => true,
                // "is to", "have to": a modal in two words; any other "to" opens a group of its own.
                Tag::To => last.is_none() || matches!(last, Some(Tag::Be | Tag::Have)),
                Tag::Modal | Tag::Do | Tag::Present | Tag::Past | Tag::PastOrParticiple => last.is_none(),
                Tag::Have => matches!(last, None | Some(Tag::Modal | Tag::To)),
                Tag::Be => matches!(last, None | Some(Tag::Modal | Tag::To | Tag::Have | Tag::Be)),
                Tag::Base => matches!(last, None | Some(Tag::Modal | Tag::To | Tag::Do)),
                Tag::Participle | Tag::Ing => matches!(last, None | Some(Tag::Have | Tag::Be | Tag::To | Tag::Modal)),
                _ => false,
            };
            if !goes_on {
                break;
            }
            self.take(&mut group, at, tag, last);
            if !matches!(tag, Tag::Adverb | Tag::Not | Tag::Skip) {
                main = Some(at);
                last = Some(tag);
                group.tokens.end = at + 1;
            }
            at += 1;
            if matches!(tag, Tag::Base | Tag::Present | Tag::Past | Tag::PastOrParticiple | Tag::Participle | Tag::Ing)
            {
                break;
            }
        }
        group.main = main?;
        // "firmed up an order": the particle belongs to the verb.
        if self.tag(group.tokens.end) == Tag::Adverb
            && group.tokens.end == group.main + 1
            && matches!(self.text.lower(group.tokens.end), "up" | "out" | "away" | "back" | "off" | "down")
        {
            group.tokens.end += 1;
        }
        if matches!(last, Some(Tag::Modal | Tag::To)) {
            // "as it would", "unable to": the verb itself is left out.
            group.verb = None;
        } else {
            group.verb = self.verb_of(group.main);
        }
        self.push_verb(group);
        Some(self.chunks.verbs.last().map_or(at, |v| v.tokens.end))
    }

    /// Adds what one token tells of tense, voice and modality.
    fn take(&self, group: &mut VerbGroup, at: usize, tag: Tag, last: Option<Tag>) {
        match tag {
            Tag::Not => group.negated = true,
            Tag::Adverb if matches!(self.text.lower(at), "never" | "hardly") => group.negated = true,
            Tag::Modal => {
                group.form = VerbForm::Finite(Tense::Present);
                group.modality = Some(Modality::from_word(self.text.lower(at)));
            }
            Tag::To | Tag::Base if last.is_none() => group.form = VerbForm::Infinitive,
            Tag::To => group.modality = Some(if last == Some(Tag::Be) { Modality::Will } else { Modality::Must }),
            Tag::Be | Tag::Have | Tag::Do if last.is_none() => {
                group.form = match self.text.lower(at) {
                    "was" | "were" | "had" | "did" => VerbForm::Finite(Tense::Past),
                    "being" | "having" => VerbForm::Ing,
                    _ => VerbForm::Finite(Tense::Present),
                };
            }
            Tag::Participle if last == Some(Tag::Have) => group.perfect = true,
            Tag::Participle if last == Some(Tag::Be) => group.passive = true,
            Tag::Participle => {
                group.form = VerbForm::Participle;
                group.passive = true;
            }
            Tag::Ing if last.is_none() => group.form = VerbForm::Ing,
            Tag::Ing => group.progressive = true,
            Tag::Past | Tag::PastOrParticiple => {
                group.form = VerbForm::Finite(Tense::Past);
                group.maybe_participle = tag == Tag::PastOrParticiple;
            }
            Tag::Present => group.form = VerbForm::Finite(Tense::Present),
            _ => {}
        }
        if tag == Tag::Be && last == Some(Tag::Have) {
            group.perfect = true;
        }
    }

    /// The verb of a token; every form of "be", "have" and "do" is one of these.
    fn verb_of(&self, token: usize) -> Option<VerbId> {
        let base = match self.tag(token) {
            Tag::Be => "be",
            Tag::Have => "have",
            Tag::Do => "do",
            _ => self.text.lower(token),
        };
        self.grammar.word(base).verb
    }

    fn push_verb(&mut self, group: VerbGroup) {
        self.has_verb = true;
        self.chunks.items.push(Item::Verb(self.chunks.verbs.len()));
        self.chunks.verbs.push(group);
    }

    /// Reads the noun phrase that starts at a token, and gives the token after it.
    fn noun_phrase(&mut self, start: usize, limit: usize) -> Option<usize> {
        if self.tag(start) == Tag::Pronoun {
            self.push_phrase(start..start + 1, start, PhraseKind::Pronoun);
            return Some(start + 1);
        }
        if let Some(end) = self.time_phrase(start, limit) {
            self.push_phrase(start..end, end - 1, PhraseKind::Time);
            return Some(end);
        }
        let (end, head) = self.simple_phrase(start, limit)?;
        let (mut end, mut head) = (end, head);
        let mut part = start;
        while let Some((next_end, _)) = self.coordinated(part, end, limit) {
            part = end;
            end = next_end;
            head = self.head_before(end, head);
        }
        let kind = if self.marks.figure[head].is_some() { PhraseKind::Figure } else { PhraseKind::Things };
        let kind = if self.is_rate(start, end) { PhraseKind::Time } else { kind };
        self.push_phrase(start..end, head, kind);
        Some(end)
    }

    /// "a year" right after a figure: the time for which it is told.
    fn is_rate(&self, start: usize, end: usize) -> bool {
        end == start + 2
            && matches!(self.text.lower(start), "a" | "an" | "each" | "every")
            && matches!(
                self.text.lower(start + 1),
                "year" | "month" | "week" | "day" | "quarter" | "season" | "hour" | "minute" | "decade"
            )
            && self.chunks.items.last().is_some_and(
                |item| matches!(*item, Item::Phrase(p) if self.chunks.phrases[p].kind == PhraseKind::Figure),
            )
    }

    /// A run of time words that stands alone; "2024 revenue" and "last year’s exports" are noun phrases.
    fn time_phrase(&self, start: usize, limit: usize) -> Option<usize> {
        let mut end = start;
        while end < limit && self.tag(end) == Tag::Time {
            end += 1;
        }
        let modifies = self.tag(end) == Tag::Possessive && self.text.lower(end).ends_with('s')
            || self.tag(end) == Tag::Noun && self.text.word(end).starts_with(char::is_lowercase) && end == start + 1;
        (end > start && !modifies).then_some(end)
    }

    /// A noun phrase without "and": its end and its head.
    fn simple_phrase(&self, start: usize, limit: usize) -> Option<(usize, usize)> {
        let mut at = start;
        let mut head = None;
        while at < limit {
            let tag = self.tag(at);
            let after_head = head.is_some_and(|h| h + 1 == at);
            let goes_on = match tag {
                Tag::Determiner => head.is_none(),
                Tag::Possessive => head.is_none() || self.text.word(at).starts_with(['\'', '’']),
                Tag::Adjective => !after_head || self.name_at(at - 1) || self.describes(at),
                Tag::Noun => true,
                Tag::Time => head.is_none() || self.tag(at - 1) == Tag::Time,
                Tag::Name => !after_head || !self.breaks_before_name(at, start),
                Tag::Figure => {
                    !after_head || self.marks.figure[at].is_some() && self.marks.figure[at] == self.marks.figure[at - 1]
                }
                Tag::Hyphen => {
                    at > start
                        && matches!(self.tag(at + 1), Tag::Noun | Tag::Name | Tag::Adjective | Tag::Ing | Tag::Figure)
                }
                Tag::Adverb => {
                    head.is_none() && matches!(self.tag(at + 1), Tag::Adjective | Tag::Figure | Tag::Determiner)
                }
                Tag::Skip => head.is_none() && at > start || self.is_possessive_mark(at),
                Tag::Ing => self.tag(at.wrapping_sub(1)) == Tag::Hyphen,
                _ => false,
            };
            if !goes_on {
                break;
            }
            match tag {
                Tag::Noun | Tag::Name | Tag::Time | Tag::Figure => head = Some(at),
                Tag::Possessive | Tag::Hyphen => head = head.map(|_| at),
                _ => {}
            }
            at += 1;
        }
        let mut end = at;
        // Trailing marks and possessives belong to no phrase.
        while end > start && matches!(self.tag(end - 1), Tag::Skip | Tag::Hyphen | Tag::Adverb) {
            end -= 1;
        }
        let last = (start..end).rev().find(|&i| matches!(self.tag(i), Tag::Noun | Tag::Name | Tag::Time | Tag::Figure));
        match last {
            Some(head) => Some((end, head)),
            // "more", "those", "the rich": a phrase of its own without a noun.
            None if end > start && self.tag(start) != Tag::Adverb => Some((end, end - 1)),
            None => None,
        }
    }

    /// Whether an adjective goes on with the phrase: "duty-free", "a 25% retaliatory tariff".
    fn describes(&self, at: usize) -> bool {
        let noun_follows = matches!(self.tag(at + 1), Tag::Noun | Tag::Name | Tag::Adjective);
        self.tag(at - 1) == Tag::Hyphen || self.tag(at - 1) == Tag::Figure && noun_follows
    }

    fn name_at(&self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Name | Tag::Possessive)
    }

    /// The apostrophe after a plural ("workers’ pay").
    fn is_possessive_mark(&self, i: usize) -> bool {
        matches!(self.text.word(i), "’" | "'")
            && self.text.tokens().get(i).is_some_and(|t| t.kind == TokenKind::Mark && !t.space_before)
            && self.text.lower(i.wrapping_sub(1)).ends_with('s')
            && matches!(self.tag(i + 1), Tag::Noun | Tag::Adjective)
    }

    /// "Under the pact China promised": a name after a common noun is a subject of its own where a verb follows it.
    fn breaks_before_name(&self, at: usize, start: usize) -> bool {
        // Asked only at the first word of a row of names: the row may be long.
        let verb_follows = || {
            let mut end = at;
            while self.tag(end) == Tag::Name {
                end += 1;
            }
            matches!(
                self.tag(end),
                Tag::Present | Tag::Past | Tag::PastOrParticiple | Tag::Be | Tag::Have | Tag::Modal | Tag::Do
            )
        };
        if self.tag(at - 1) == Tag::Figure {
            // "the 3 million tonnes Peru shipped".
            return verb_follows();
        }
        let common = self.tag(at - 1) == Tag::Noun && self.text.word(at - 1).starts_with(char::is_lowercase);
        if !common {
            return false;
        }
        if self.marks.place[at] {
            return true;
        }
        let after_preposition = matches!(self.chunks.items.last(), Some(Item::Preposition(p)) if p + 1 == start);
        after_preposition && !self.has_verb && verb_follows()
    }

    /// The end and head of a phrase that "and" joins to the one that ends at `end`.
    fn coordinated(&self, start: usize, end: usize, limit: usize) -> Option<(usize, usize)> {
        if self.tag(end) != Tag::Conjunction || !matches!(self.text.lower(end), "and" | "or") || end + 1 >= limit {
            return None;
        }
        if self.tag(end + 1) == Tag::Pronoun || self.tag(end + 1) == Tag::Time {
            return None;
        }
        let (next_end, next_head) = self.simple_phrase(end + 1, limit)?;
        let figure_in =
            |tokens: Range<usize>| self.marks.figure.get(tokens).is_some_and(|f| f.iter().any(Option::is_some));
        if figure_in(start..end) || figure_in(end..next_end) {
            return None;
        }
        let finite_follows = matches!(
            self.tag(next_end),
            Tag::Present
                | Tag::Past
                | Tag::PastOrParticiple
                | Tag::Be
                | Tag::Have
                | Tag::Modal
                | Tag::Do
                | Tag::Adverb
                | Tag::Figure
        );
        // After a verb or a preposition the second noun opens a clause of its own: "on cars and China will buy".
        let is_object = match self.chunks.items.last() {
            Some(Item::Verb(_)) => true,
            Some(Item::Preposition(_)) => self.has_verb,
            _ => false,
        };
        (!(finite_follows && is_object)).then_some((next_end, next_head))
    }

    fn head_before(&self, end: usize, head: usize) -> usize {
        (head..end).rev().find(|&i| matches!(self.tag(i), Tag::Noun | Tag::Name)).unwrap_or(head)
    }

    fn push_phrase(&mut self, tokens: Range<usize>, head: usize, kind: PhraseKind) {
        let figure = self.marks.figure.get(tokens.clone()).and_then(|f| f.iter().flatten().next().copied());
        let figure = figure.and_then(|f| usize::try_from(f).ok());
        let negative = tokens.clone().take(2).any(|i| match self.text.lower(i) {
            // "no more than 5 tonnes" bounds an amount.
            "no" => {
                !matches!(self.text.lower(i + 1), "more" | "less" | "fewer" | "later" | "longer" | "higher" | "lower")
            }
            "neither" | "none" | "nothing" | "nobody" => true,
            _ => false,
        });
        self.chunks.items.push(Item::Phrase(self.chunks.phrases.len()));
        self.chunks.phrases.push(Phrase { tokens, head, kind, figure, negative });
    }
}
