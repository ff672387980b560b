//! The grammar around one figure: the noun it modifies, the nouns before and after it, and its clause.

use crate::extract::clause::lexicon::Sense;
use crate::extract::clause::{Clauses, Item, Phrase, PhraseKind};
use crate::extract::reading::Reading;
use crate::record::{Figure, FigureKind};

/// How far to look left and right, in items: a bound that keeps the reading linear.
const REACH: usize = 16;

/// A noun phrase that prepositions link to a figure, and the preposition that links it ("tariffs" "of" 25%).
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct Link {
    /// The phrase.
    pub(in crate::extract) phrase: usize,
    /// The token of the preposition between it and what stands nearer to the figure.
    pub(in crate::extract) preposition: Option<usize>,
}

/// What stands around a figure.
#[derive(Debug)]
pub(in crate::extract) struct Around {
    /// The figure's index.
    pub(in crate::extract) figure: usize,
    /// The item of its noun phrase.
    pub(in crate::extract) item: usize,
    /// Its noun phrase.
    pub(in crate::extract) phrase: usize,
    /// The head of that phrase where it is another word ("15% tariff").
    pub(in crate::extract) inner: Option<usize>,
    /// The preposition right before it.
    pub(in crate::extract) preposition: Option<usize>,
    /// The nouns before it that prepositions link to it, the nearest first.
    pub(in crate::extract) left: Vec<Link>,
    /// Whether the nouns before it end at a verb.
    pub(in crate::extract) verb_left: Option<usize>,
    /// The nouns after it that prepositions link to it, the nearest first.
    pub(in crate::extract) right: Vec<Link>,
    /// Its clause.
    pub(in crate::extract) clause: Option<usize>,
    /// The last item of the figure with the same amount in another currency behind it: "$5bn (€4bn) in loans".
    pub(in crate::extract) end: usize,
    /// Whether only a comma, "and" or "or" stands between it and an earlier figure.
    pub(in crate::extract) listed: bool,
}

impl Around {
    /// Reads what stands around figure `n`.
    pub(in crate::extract) fn new(reading: &Reading<'_>, n: usize) -> Option<Self> {
        let figure = reading.record.figures.get(n)?;
        let clauses = &reading.clauses;
        let tokens = reading.text.tokens_in(figure.span);
        let phrase =
            clauses.phrase_of_token(tokens.end.checked_sub(1)?).or_else(|| clauses.phrase_of_token(tokens.start))?;
        let item = clauses.item_of(phrase)?;
        let head = clauses.phrases[phrase].head;
        // "2 million tonnes a year duty-free": how they come in is no noun that the amount describes.
        let part = matches!(figure.kind, FigureKind::Percent | FigureKind::Ratio);
        let free = reading.text.word(head + 1) == "-" && reading.text.lower(head + 2) == "free";
        let inner = (head >= tokens.end && (part || !free)).then_some(head);
        let mut around = Self {
            figure: n,
            item,
            phrase,
            inner,
            preposition: None,
            left: Vec::new(),
            verb_left: None,
            right: Vec::new(),
            clause: clauses.clause_of_item(item),
            end: last_item(reading, item),
            listed: false,
        };
        around.look_left(reading);
        around.look_right(reading);
        Some(around)
    }

    fn look_left(&mut self, reading: &Reading<'_>) {
        let clauses = &reading.clauses;
        let mut i = self.item;
        let floor = self.item.saturating_sub(REACH);
        let mut preposition = None;
        let mut crossed_comma = false;
        while i > floor {
            i -= 1;
            match clauses.items[i] {
                Item::Preposition(token) => {
                    if i + 1 == self.item {
                        self.preposition = Some(token);
                    }
                    preposition = Some(token);
                }
                Item::Phrase(p) => {
                    let phrase = &clauses.phrases[p];
                    let directly = i + 1 == self.item;
                    if phrase.kind == PhraseKind::Time || phrase.kind == PhraseKind::Figure && !directly {
                        // "jumped 54% in one day to 58 cents", "from 25 to 50 percent": steps of one movement.
                        continue;
                    }
                    if phrase.kind == PhraseKind::Figure {
                        continue;
                    }
                    if preposition.is_none() && !directly && !crossed_comma {
                        break;
                    }
                    self.left.push(Link { phrase: p, preposition });
                    preposition = None;
                    // A noun goes on to the left only over a preposition.
                    if !matches!(i.checked_sub(1).map(|b| clauses.items[b]), Some(Item::Preposition(_))) {
                        self.verb_left = verb_before(clauses, i);
                        break;
                    }
                }
                Item::Verb(v) => {
                    if let Some(start) = self.past_relative(reading, v) {
                        self.left.clear();
                        preposition = self.preposition;
                        i = start;
                        continue;
                    }
                    self.verb_left = Some(v);
                    break;
                }
                Item::Conjunction(_) => {
                    if self.left.is_empty()
                        && let Some(member) = self.member_before(reading, i)
                    {
                        self.listed = true;
                        i = member;
                        continue;
                    }
                    break;
                }
                Item::Comma => {
                    if self.left.is_empty()
                        && let Some(member) = self.member_before(reading, i)
                    {
                        self.listed = true;
                        i = member;
                        continue;
                    }
                    // "Tariffs on cars, now above 100 percent, drop": a parenthesis about the noun before it.
                    if self.left.is_empty() && self.closes_with_comma(reading) && !crossed_comma {
                        crossed_comma = true;
                        continue;
                    }
                    break;
                }
                Item::Subordinator(_) | Item::Stop => break,
            }
        }
    }

    /// "raised its duty on potash that falls outside the pact to 15%": where a relative clause starts that the figure does not
    /// belong to, since its verb has a noun of its own and the verb before it moves something.
    fn past_relative(&self, reading: &Reading<'_>, v: usize) -> Option<usize> {
        let clauses = &reading.clauses;
        let clause = &clauses.clauses[v];
        let moved_to = matches!(self.preposition_word(reading), "to" | "from" | "by");
        // "lowered the duty it charges on oil to 10%".
        let contact = clause.subject.is_some_and(|p| clauses.phrases[p].kind == PhraseKind::Pronoun)
            && clauses.item_of(clause.subject?) == Some(clause.start)
            && matches!(clauses.items.get(clause.start.checked_sub(1)?), Some(Item::Phrase(_)));
        let opens = contact || matches!(clauses.items.get(clause.start), Some(Item::Subordinator(_)));
        let outer = v.checked_sub(1).filter(|&o| clauses.clauses[o].item + 1 < clause.start)?;
        let moves = matches!(sense(reading, outer), Some(Sense::Up | Sense::Down));
        let same = clauses.items.get(clauses.clauses[outer].item..clause.start)?.iter().all(|i| *i != Item::Stop);
        (moved_to && (clause.relative || contact) && opens && moves && same && !self.left.is_empty())
            .then_some(clause.start)
    }

    /// Whether a comma or the end follows the figure and what "on" and "for" link to it: ", 25% on steel, ".
    fn closes_with_comma(&self, reading: &Reading<'_>) -> bool {
        let items = &reading.clauses.items;
        let mut at = self.item + 1;
        for _ in 0..3 {
            match (items.get(at), items.get(at + 1)) {
                (Some(&Item::Preposition(t)), Some(Item::Phrase(_)))
                    if matches!(reading.text.lower(t), "on" | "for" | "against") =>
                {
                    at += 2;
                }
                _ => break,
            }
        }
        matches!(items.get(at), Some(Item::Comma | Item::Stop))
    }

    /// The item of the figure or time before a comma or "and" that this figure is in a row with: "5%, 7% and 9%", and
    /// with the same preposition "15 percent on cars, 10 percent on steel".
    fn member_before(&self, reading: &Reading<'_>, at: usize) -> Option<usize> {
        let clauses = &reading.clauses;
        let mut before = at.checked_sub(1)?;
        if clauses.items[before] == Item::Comma {
            before = before.checked_sub(1)?;
        }
        let is_member = |i: usize| {
            clauses
                .phrase_at(i)
                .is_some_and(|p| matches!(p.kind, PhraseKind::Figure | PhraseKind::Time) || p.figure.is_some())
        };
        if is_member(before) {
            return Some(before + 1);
        }
        let Some(&Item::Preposition(own)) = clauses.items.get(self.item + 1) else { return None };
        for _ in 0..3 {
            let (link, earlier) = (before.checked_sub(1)?, before.checked_sub(2)?);
            let (Item::Phrase(_), Item::Preposition(token)) = (clauses.items[before], clauses.items[link]) else {
                return None;
            };
            if is_member(earlier) {
                return (reading.text.lower(token) == reading.text.lower(own)).then_some(earlier + 1);
            }
            before = earlier;
        }
        None
    }

    fn look_right(&mut self, reading: &Reading<'_>) {
        let clauses = &reading.clauses;
        for (token, p) in clauses.linked(self.end) {
            if clauses.phrases[p].kind != PhraseKind::Time {
                self.right.push(Link { phrase: p, preposition: Some(token) });
            }
        }
        if self.right.is_empty() {
            self.right = shared_tail(reading, self.figure, self.end);
        }
    }

    /// The figure itself.
    pub(in crate::extract) fn figure<'r>(&self, reading: &'r Reading<'_>) -> &'r Figure {
        &reading.record.figures[self.figure]
    }

    /// What sort of amount it is.
    pub(in crate::extract) fn kind(&self, reading: &Reading<'_>) -> FigureKind {
        self.figure(reading).kind
    }

    /// The preposition right before the figure, in lower case; empty without one.
    pub(in crate::extract) fn preposition_word<'r>(&self, reading: &'r Reading<'_>) -> &'r str {
        self.preposition.map_or("", |t| reading.text.lower(t))
    }

    /// The noun that one of these prepositions links to the figure itself: "a quarter of imports".
    pub(in crate::extract) fn whole(&self, reading: &Reading<'_>, prepositions: &[&str]) -> Option<usize> {
        let Some(&Item::Preposition(token)) = reading.clauses.items.get(self.end + 1) else { return None };
        let first = self.right.first().filter(|l| l.preposition == Some(token))?;
        if reading.text.lower(token.wrapping_sub(1)) == "instead" {
            return None;
        }
        prepositions.contains(&reading.text.lower(token)).then_some(first.phrase)
    }

    /// The first noun after the figure behind one of these prepositions.
    pub(in crate::extract) fn right_of(&self, reading: &Reading<'_>, prepositions: &[&str]) -> Option<usize> {
        self.right
            .iter()
            .find(|l| l.preposition.is_some_and(|t| prepositions.contains(&reading.text.lower(t))))
            .map(|l| l.phrase)
    }
}

/// "earmarked $50bn and Bolt $23bn for factories", "130 and 110 of the planes": the nouns after the figure joined to this
/// one, which are told of both.
fn shared_tail(reading: &Reading<'_>, figure: usize, item: usize) -> Vec<Link> {
    let clauses = &reading.clauses;
    let mut at = item + 1;
    at += usize::from(clauses.items.get(at) == Some(&Item::Comma));
    if !matches!(clauses.items.get(at), Some(Item::Conjunction(_))) {
        return Vec::new();
    }
    let holder = clauses.phrase_at(at + 1).is_some_and(|p| p.kind == PhraseKind::Things && p.figure.is_none());
    at += 1 + usize::from(holder);
    let figures = &reading.record.figures;
    let next = clauses
        .phrase_at(at)
        .and_then(|p| p.figure)
        .filter(|&f| f == figure + 1 && figures.get(f).is_some_and(|next| next.unit == figures[figure].unit));
    let tail = next.into_iter().flat_map(|_| clauses.linked(at));
    tail.filter(|&(_, p)| clauses.phrases[p].kind != PhraseKind::Time)
        .map(|(token, p)| Link { phrase: p, preposition: Some(token) })
        .collect()
}

/// The item that closes a bracket with an amount right behind an item, else the item itself.
fn last_item(reading: &Reading<'_>, item: usize) -> usize {
    let clauses = &reading.clauses;
    let amount = |i: usize| clauses.phrase_at(i).filter(|p| p.kind == PhraseKind::Figure);
    let bracket = amount(item).is_some()
        && clauses.items.get(item + 1) == Some(&Item::Comma)
        && amount(item + 2).is_some_and(|p| reading.text.lower(p.tokens.start.wrapping_sub(1)) == "(")
        && clauses.items.get(item + 3) == Some(&Item::Comma);
    if bracket { item + 3 } else { item }
}

fn verb_before(clauses: &Clauses, i: usize) -> Option<usize> {
    match i.checked_sub(1).map(|b| clauses.items[b]) {
        Some(Item::Verb(v)) => Some(v),
        _ => None,
    }
}

/// The verb of a clause in its base form; empty where the list does not know it.
pub(in crate::extract) fn lemma<'r>(reading: &'r Reading<'_>, clause: usize) -> &'r str {
    let verb = reading.clauses.verbs.get(clause).and_then(|v| v.verb);
    verb.and_then(|id| reading.lists.grammar.verb(id)).map_or("", |v| &v.lemma)
}

/// What the verb of a clause says.
pub(in crate::extract) fn sense(reading: &Reading<'_>, clause: usize) -> Option<Sense> {
    let group = reading.clauses.verbs.get(clause)?;
    // "went up by 10%", "edged down".
    let goes = matches!(
        lemma(reading, clause),
        "go" | "come" | "move" | "inch" | "tick" | "creep" | "drift" | "edge" | "trend" | "nudge"
    );
    match reading.text.lower(group.main + 1) {
        "up" | "higher" if goes => return Some(Sense::Up),
        "down" | "lower" if goes => return Some(Sense::Down),
        _ => {}
    }
    group.verb.and_then(|verb| reading.lists.grammar.verb(verb)).map(|v| v.sense)
}

/// The phrase of an index.
pub(in crate::extract) fn phrase<'r>(reading: &'r Reading<'_>, index: usize) -> &'r Phrase {
    &reading.clauses.phrases[index]
}
