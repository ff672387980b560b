//! What stands in quotation marks and is somebody's words: which telling governs it, and so who says it.
//!
//! Titles (“War and Peace”), nicknames (Bob “The Boss” Hale), terms (so-called “dreamers”) and scare quotes are no speech.

use super::cue::Frame;
use super::scene::Scene;
use super::speaker::{LONG_SENTENCE, Speaker};
use super::telling::Telling;
use crate::extract::link::phrase::{is_possessive, is_preposition, sentence_of};
use crate::record::{Certainty, EntityId, Quote, QuoteKind};
use crate::text::{Span, TokenKind};

/// Words after which a quotation names something instead of saying it.
const NAMING: &[&str] = &[
    "titled",
    "entitled",
    "headlined",
    "named",
    "nicknamed",
    "codenamed",
    "subtitled",
    "called",
    "term",
    "word",
    "words",
    "phrase",
    "slogan",
    "song",
    "film",
    "movie",
    "book",
    "novel",
    "album",
    "series",
    "show",
    "episode",
    "game",
    "poem",
    "essay",
    "play",
    "hashtag",
    "acronym",
    "motto",
    "article",
];
/// A longer line after a dash and a name is a sentence of its own.
const LONGEST_SIGNATURE: usize = 12;
/// How many tellings around a quotation are looked at.
const NEAREST: usize = 12;
/// How many words a quotation needs to count as speech when no verb introduces it.
const BARE_SPEECH: usize = 4;

/// Who spoke last, and where.
#[derive(Clone)]
struct Last {
    span: Span,
    entity: Option<EntityId>,
    sentence: usize,
    paragraph: usize,
}

/// The direct quotations of an article.
pub(super) fn direct(scene: &Scene<'_>, tellings: &[Telling]) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut last: Option<Last> = None;
    for n in 0..scene.quoted.len() {
        if let Some((quote, now)) = read(scene, tellings, n, last.as_ref()) {
            if let Some(now) = now {
                last = Some(now);
            }
            quotes.push(quote);
        }
    }
    quotes
}

fn read(scene: &Scene<'_>, tellings: &[Telling], n: usize, last: Option<&Last>) -> Option<(Quote, Option<Last>)> {
    let text = scene.text;
    let tokens = scene.quoted[n].tokens.clone();
    let span = text.span_of(tokens.clone());
    if scene.is_nickname(n) || scene.words_in(n) == 0 {
        return None;
    }
    let sentence = text.sentence_at(text.tokens()[tokens.end - 1].span.start);
    let paragraph = text.paragraph_at(span.start);
    let quote = |speaker: Option<EntityId>, speaker_span, cue: Option<String>, certainty, because: &str| Quote {
        span,
        speaker,
        speaker_span,
        cue,
        kind: QuoteKind::Direct,
        certainty,
        because: because.to_owned(),
    };
    if scene.quoted[n].continues {
        let last = last?;
        let now = Last { sentence, paragraph, ..last.clone() };
        let quote = quote(
            last.entity,
            Some(last.span),
            None,
            Certainty::Sure,
            "continues the quotation of the paragraph before",
        );
        return Some((quote, Some(now)));
    }
    if let Some((telling, because)) = governing(scene, tellings, n).or_else(|| governing_later(scene, tellings, n)) {
        let Speaker { span: words, entity, .. } = telling.speaker;
        let cue = text.slice(text.span_of(telling.cue.clone())).to_owned();
        let (certainty, taken) = scene.certainty(&telling.speaker);
        let now = Last { span: words, entity, sentence, paragraph };
        return Some((quote(entity, Some(words), Some(cue), certainty, &format!("{because}{taken}")), Some(now)));
    }
    if scene.names_something(n) {
        return None;
    }
    let (open_sentence, _) = sentence_of(text, tokens.start);
    let whole = open_sentence == tokens.start;
    if let Some(speaker) = scene.signed(tokens.end) {
        let now = Last { span: speaker.span, entity: speaker.entity, sentence, paragraph };
        return Some((
            quote(speaker.entity, Some(speaker.span), None, Certainty::Likely, "signed after a dash"),
            Some(now),
        ));
    }
    if let Some(speaker) = scene.before_colon(tokens.start) {
        let now = Last { span: speaker.span, entity: speaker.entity, sentence, paragraph };
        return Some((
            quote(speaker.entity, Some(speaker.span), None, Certainty::Likely, "a name and a colon stand before it"),
            Some(now),
        ));
    }
    if let Some(speaker) = scene.of_sentence_before_colon(tokens.start) {
        let now = Last { span: speaker.span, entity: speaker.entity, sentence, paragraph };
        return Some((
            quote(
                speaker.entity,
                Some(speaker.span),
                None,
                Certainty::Unsure,
                "the words before its colon are about the speaker",
            ),
            Some(now),
        ));
    }
    if let Some(speaker) = last.and_then(|last| scene.somebody_else(n, last)) {
        let now = Last { span: speaker.span, entity: speaker.entity, sentence, paragraph };
        return Some((
            quote(speaker.entity, Some(speaker.span), None, Certainty::Unsure, "its sentence is about the speaker"),
            Some(now),
        ));
    }
    // A quotation that opens a paragraph may wait for its speaker until its last piece: “A. B,” ... is governed above.
    let near = last.filter(|last| last.paragraph == paragraph || whole && last.paragraph + 1 == paragraph);
    if let Some(last) = near.filter(|last| {
        scene.words_in(n) >= if whole { 1 } else { BARE_SPEECH } && (whole || last.sentence + 1 >= sentence)
    }) {
        let because = if last.paragraph == paragraph {
            "goes on after the same speaker’s words"
        } else {
            "the last speaker goes on in a new paragraph"
        };
        let now = Last { sentence, paragraph, ..last.clone() };
        return Some((quote(last.entity, Some(last.span), None, Certainty::Likely, because), Some(now)));
    }
    if whole && scene.words_in(n) >= BARE_SPEECH {
        let speaker = scene.subject_of_sentence_before(open_sentence);
        let because = if speaker.is_some() {
            "the sentence before is about the speaker"
        } else {
            "stands alone, and nobody is named as the speaker"
        };
        let now = speaker.as_ref().map(|s| Last { span: s.span, entity: s.entity, sentence, paragraph });
        let quote =
            quote(speaker.as_ref().and_then(|s| s.entity), speaker.map(|s| s.span), None, Certainty::Unsure, because);
        return Some((quote, now));
    }
    None
}

/// The telling of a later paragraph of the same quotation.
fn governing_later(scene: &Scene<'_>, tellings: &[Telling], n: usize) -> Option<(Telling, &'static str)> {
    let mut later = (n + 1..scene.quoted.len()).take_while(|&k| scene.quoted[k].continues);
    let (telling, _) = later.find_map(|k| governing(scene, tellings, k))?;
    Some((telling, "the speaker is named in a later paragraph of it"))
}

/// The telling that a quotation belongs to.
fn governing(scene: &Scene<'_>, tellings: &[Telling], n: usize) -> Option<(Telling, &'static str)> {
    let text = scene.text;
    let tokens = &scene.quoted[n].tokens;
    let (start, _) = sentence_of(text, tokens.start);
    let (_, end) = sentence_of(text, tokens.end - 1);
    // "Lund wrote:" ends the paragraph before.
    let start = match start.checked_sub(1) {
        Some(mark) if start == tokens.start && matches!(text.lower(mark), ":" | ",") => sentence_of(text, mark).0,
        _ => start,
    };
    let first_after = tellings.partition_point(|t| t.cue.start < tokens.start);
    let earlier =
        || tellings[..first_after].iter().rev().take_while(|t| t.cue.start >= start).filter(|t| governs(scene, t, n));
    // "X wrote that experts had found “errors”": the words are the writer's rather than the finders'.
    // "X said Brussels would respond “in due course”": what is still to be said is told by X.
    let before = earlier()
        .find(|t| t.frame != Frame::Clause && !is_to_come(scene, t))
        .or_else(|| earlier().find(|t| t.frame != Frame::Clause))
        .or_else(|| earlier().next());
    let after = tellings[first_after..]
        .iter()
        .take(1)
        .find(|t| t.cue.start < end && t.cue.start >= tokens.end && follows_closely(scene, t, tokens.end));
    let opens_sentence = sentence_of(text, tokens.start).0 == tokens.start;
    match (before, after) {
        (_, Some(t)) if opens_sentence && start == tokens.start || before.is_none() => {
            Some((t.clone(), "the speaker is named right after it"))
        }
        (Some(t), _) if t.frame == Frame::Call => Some((t.clone(), "the words for what the speaker calls so")),
        (Some(t), _) => Some((t.clone(), "the speaker is named before it in the sentence")),
        (None, _) => {
            let last = tellings[first_after..].iter().take(NEAREST).take_while(|t| t.cue.start < end).last()?;
            let begins = last.extent.start.min(last.cue.start);
            let after = text.lower(last.extent.end.max(last.cue.end));
            let closes = !last.participle
                && last.frame != Frame::Call
                && begins > tokens.end
                && text.lower(begins - 1) == ","
                && (matches!(after, "." | "," | "") || is_preposition(after))
                && scene.words_in(n) >= 2
                && !scene.names_something(n);
            closes.then(|| (last.clone(), "the speaker is named at the end of the sentence"))
        }
    }
}

/// Whether a telling is only expected: "would respond".
fn is_to_come(scene: &Scene<'_>, telling: &Telling) -> bool {
    let near = telling.cue.start.saturating_sub(3)..telling.cue.start;
    near.into_iter()
        .any(|i| matches!(scene.text.lower(i), "will" | "would" | "’ll" | "'ll" | "wo" | "could" | "might" | "may"))
}

/// Whether a telling before a quotation in its sentence introduces it.
fn governs(scene: &Scene<'_>, telling: &Telling, n: usize) -> bool {
    let text = scene.text;
    let open = scene.quoted[n].tokens.start;
    let between = telling.extent.end.max(telling.cue.end)..open;
    if between.start > open || between.len() > LONG_SENTENCE || between.clone().any(|i| text.lower(i) == ";") {
        return false;
    }
    let previous = open.checked_sub(1).map_or("", |i| text.lower(i));
    match telling.frame {
        // "what he called “a mess”" and "called it “a mess”" against "a band called “The Mess”".
        Frame::Call if between.clone().any(|i| text.lower(i) == "(") => false,
        // Of an opinion only what follows at once, or is more than a word in marks, is somebody's wording.
        Frame::Clause if !matches!(previous, "that" | "," | ":") && !between.is_empty() && scene.words_in(n) < 3 => {
            false
        }
        Frame::Call => between.len() <= 16 && (!between.is_empty() || scene.names_its_object(telling)),
        _ if telling.inverted && text.lower(telling.cue.start) != "according" => true,
        // "wrote “The Long Wait”": a book.
        _ if between.is_empty() && matches!(text.lower(open - 1), "wrote" | "writes" | "read" | "reads") => {
            !scene.names_something(n)
        }
        _ => between.is_empty() || matches!(previous, "," | ":" | "that" | "—" | "–") || !scene.names_something(n),
    }
}

/// Whether only a comma, a dash or an adverb stands between a quotation and the telling after it.
fn follows_closely(scene: &Scene<'_>, telling: &Telling, close: usize) -> bool {
    let start = telling.extent.start.min(telling.cue.start);
    start >= close
        && (close..start).all(|i| {
            matches!(
                scene.text.lower(i),
                "," | "—" | "–" | "-" | "as" | "then" | "so" | "also" | "mr" | "mrs" | "ms" | "dr" | "." | "the" | "a"
            )
        })
        && start - close <= 3
}

impl Scene<'_> {
    /// How many words stand in a quotation.
    fn words_in(&self, n: usize) -> usize {
        self.quoted[n].tokens.clone().filter(|&i| self.text.tokens()[i].kind != TokenKind::Mark).count()
    }

    /// Bob “The Boss” Hale.
    fn is_nickname(&self, n: usize) -> bool {
        let tokens = &self.quoted[n].tokens;
        let capital = |i: usize| self.text.word(i).chars().next().is_some_and(char::is_uppercase);
        let before =
            tokens.start.checked_sub(1).is_some_and(|i| capital(i) && self.text.tokens()[i].kind == TokenKind::Word);
        let inside = self.text.word(tokens.end.saturating_sub(2));
        before
            && capital(tokens.end)
            && self.words_in(n) <= 3
            && !matches!(inside, "," | "." | "?" | "!")
            && (self.in_name(tokens.end) || capital(tokens.start + 1) && capital(tokens.end - 2))
    }

    /// Whether the words before a quotation, or its capitals, make it the name of something.
    fn names_something(&self, n: usize) -> bool {
        let tokens = &self.quoted[n].tokens;
        let before = |k: usize| tokens.start.checked_sub(k).map_or("", |i| self.text.lower(i));
        let called = NAMING.contains(&before(1))
            || NAMING.contains(&before(2)) && before(1) == ","
            || before(1) == "as" && matches!(before(2), "known" | "billed" | "marketed");
        let capital = |i: usize| self.text.word(i).chars().next().is_some_and(char::is_uppercase);
        let words = || tokens.clone().filter(|&i| self.text.tokens()[i].kind == TokenKind::Word);
        let title = words().count() >= 2
            && words().all(|i| {
                capital(i)
                    || is_preposition(self.text.lower(i))
                    || matches!(self.text.lower(i), "the" | "a" | "an" | "and" | "or" | "’s" | "'s")
            })
            && words().any(|i| capital(i) && i > tokens.start + 1)
            && (!matches!(self.text.word(tokens.end.saturating_sub(2)), "." | "!" | "?")
                || is_preposition(before(1))
                || matches!(before(1), "’s" | "'s"));
        called || title
    }

    /// Whom the sentence of a quotation is about, where that is not the last speaker.
    fn somebody_else(&self, n: usize, last: &Last) -> Option<Speaker> {
        let tokens = &self.quoted[n].tokens;
        let (start, _) = sentence_of(self.text, tokens.start);
        let (_, end) = sentence_of(self.text, tokens.end - 1);
        let speaker = if start < tokens.start {
            self.first_subject(start, tokens.start)
        } else {
            // “Nobody else does,” Lund ...
            let comma = self.text.lower(tokens.end.saturating_sub(2)) == ",";
            (tokens.end..end).filter(|_| comma).find(|&i| self.is_person(i)).and_then(|i| {
                let name = self.mention_tokens(i)?;
                self.name_ending(name.end)
            })
        };
        speaker.filter(|s| self.is_person(s.extent.end - 1) && s.entity.is_some() && s.entity != last.entity)
    }

    /// How sure it is whom the words for a speaker mean, and what to add to the reason: a name tells it, a pronoun or a
    /// description leaves room for another reading.
    fn certainty(&self, speaker: &Speaker) -> (Certainty, String) {
        let Some(entity) = speaker.entity.and_then(|id| self.reading.record.entity(id)) else {
            return (Certainty::Likely, String::new());
        };
        let tokens = self.text.tokens_in(speaker.span);
        if tokens.clone().any(|i| self.in_name(i)) {
            return (Certainty::Sure, String::new());
        }
        (Certainty::Likely, format!("; “{}” is taken for {}", self.text.slice(speaker.span), entity.name))
    }

    /// "what he called “a mess”": the object is "what", or the speaker is named outright.
    fn names_its_object(&self, telling: &Telling) -> bool {
        let start = telling.extent.start;
        start.checked_sub(1).is_some_and(|i| self.text.lower(i) == "what")
            || start == telling.cue.start && !telling.inverted
    }

    /// The speaker of a dialogue line, "Lund: “No.”", or of the line before: "Ida Lund, mayor of Bergen:".
    fn before_colon(&self, open: usize) -> Option<Speaker> {
        let colon = open.checked_sub(1).filter(|&i| self.text.lower(i) == ":")?;
        let (line, _) = sentence_of(self.text, colon);
        let opens = self.mention_tokens(line).filter(|name| {
            name.start == line && self.is_person(line) && matches!(self.text.lower(name.end), "," | ":" | "(")
        });
        opens
            .and_then(|name| self.name_ending(name.end))
            .or_else(|| self.name_ending(colon))
            .or_else(|| self.office_ending(colon).filter(|office| office.extent.start == line))
    }

    /// Whose answer a colon introduces, where no verb of speech stands before it: "Lund’s verdict was short: “No.”"
    fn of_sentence_before_colon(&self, open: usize) -> Option<Speaker> {
        let colon = open.checked_sub(1).filter(|&i| self.text.lower(i) == ":")?;
        let (start, _) = sentence_of(self.text, colon);
        let name = self.mention_tokens(start).filter(|_| self.is_person(start))?;
        let owns = is_possessive(self.text, name.end);
        (owns || !self.in_name(name.end)).then(|| self.name_ending(name.end)).flatten()
    }

    /// The name after a dash that ends the words, with what is told of its bearer: “Less is more.” — Ida Lund, mayor
    fn signed(&self, close: usize) -> Option<Speaker> {
        let dash = matches!(self.text.lower(close), "-" | "—" | "–" | "―");
        let end =
            self.text.paragraphs().get(self.text.paragraph_at(self.text.tokens().get(close)?.span.start))?.tokens.end;
        let name = self.mention_tokens(close + 1).filter(|name| dash && name.start == close + 1)?;
        let told = self.text.lower(name.end) == "," && end - name.end <= LONGEST_SIGNATURE;
        (name.end >= end || told).then(|| self.name_ending(name.end)).flatten()
    }

    /// Whom the sentence before is about, when it stands in the same paragraph.
    fn subject_of_sentence_before(&self, start: usize) -> Option<Speaker> {
        let (previous, end) = sentence_of(self.text, start.checked_sub(1)?);
        let byte = |i: usize| self.text.tokens()[i].span.start;
        let same = self.text.paragraph_at(byte(previous)) == self.text.paragraph_at(byte(start));
        same.then(|| self.first_subject(previous, end)).flatten().filter(|s| s.entity.is_some())
    }
}
