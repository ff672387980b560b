//! Every place where the article says that somebody says something: "X said", "said X", "according to X".
//!
//! Nouns that look like such verbs ("the reports", "China's claims"), infinitives ("to say") and passives without an agent
//! ("was told") tell nobody's words.

use super::cue::{Cue, Frame};
use super::scene::Scene;
use super::speaker::Speaker;
use crate::extract::link::phrase::{
    is_adverb, is_auxiliary_at, is_determiner, is_possessive, is_preposition, sentence_of,
};
use crate::extract::link::verbs::Tense;
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// Present forms that are more often nouns: they tell words only before "that" or a quotation.
const RATHER_NOUNS: &[&str] = &[
    "answers",
    "attacks",
    "blasts",
    "brands",
    "calls",
    "charges",
    "claims",
    "comments",
    "demands",
    "doubts",
    "estimates",
    "fears",
    "feels",
    "forecasts",
    "guesses",
    "hints",
    "holds",
    "hopes",
    "labels",
    "learns",
    "notes",
    "pledges",
    "posts",
    "predictions",
    "projects",
    "promises",
    "proposes",
    "reads",
    "remarks",
    "reports",
    "requests",
    "responds",
    "shouts",
    "shows",
    "signals",
    "states",
    "threats",
    "tweets",
    "vows",
    "yells",
];

/// Somebody saying something.
#[derive(Clone, Debug)]
pub(super) struct Telling {
    /// The words of the cue.
    pub(super) cue: Range<usize>,
    /// How the told words stand to the verb.
    pub(super) frame: Frame,
    /// Who says it.
    pub(super) speaker: Speaker,
    /// The cue and the speaker's phrase together.
    pub(super) extent: Range<usize>,
    /// Whether the speaker follows the cue, which ends what was told before.
    pub(super) inverted: bool,
    /// Whether the verb is a participle that goes on after another ("adding that").
    pub(super) participle: bool,
}

/// Every telling outside quotation marks, in text order.
pub(super) fn tellings(scene: &Scene<'_>) -> Vec<Telling> {
    let outside = |&i: &usize| scene.inside[i].is_none() && scene.text.tokens()[i].kind == TokenKind::Word;
    (0..scene.text.tokens().len()).filter(outside).filter_map(|i| telling(scene, i)).collect()
}

fn telling(scene: &Scene<'_>, at: usize) -> Option<Telling> {
    let text = scene.text;
    if text.lower(at) == "according" && text.lower(at + 1) == "to" {
        let speaker = scene.starting(at + 2)?;
        let extent = at..speaker.extent.end;
        return Some(Telling {
            cue: at..at + 2,
            frame: Frame::Say,
            speaker,
            extent,
            inverted: true,
            participle: false,
        });
    }
    if text.lower(at) == "in"
        && text.lower(at + 1) == "the"
        && text.lower(at + 2) == "words"
        && text.lower(at + 3) == "of"
    {
        let speaker = scene.starting(at + 4)?;
        let extent = at..speaker.extent.end;
        return Some(Telling {
            cue: at..at + 4,
            frame: Frame::Say,
            speaker,
            extent,
            inverted: true,
            participle: false,
        });
    }
    if let Some(reported) = as_saying(text, at) {
        let speaker = scene.subject_before(reported)?;
        let extent = speaker.extent.start..at + 1;
        let cue = reported..at + 1;
        return Some(Telling { cue, frame: Frame::Say, speaker, extent, inverted: false, participle: false });
    }
    let cue = scene.reading.lists.quote.cue(text.lower(at), text.lower(at + 1))?;
    let end = at + 1 + usize::from(cue.particle.is_some());
    let previous = at.checked_sub(1).map_or("", |i| text.lower(i));
    let owned = at > 0 && is_possessive(text, at - 1) && !is_auxiliary_at(text, at - 1);
    if owned || !scene.is_verb_here(at) || is_determiner(previous) && previous != "that" || is_preposition(previous) {
        return None;
    }
    if let Some(speaker) = inverted(scene, cue, at, end) {
        let extent = at..speaker.extent.end;
        return Some(Telling { cue: at..end, frame: cue.frame, speaker, extent, inverted: true, participle: false });
    }
    let auxiliary = auxiliary_before(scene, at);
    let be =
        auxiliary.is_some_and(|a| matches!(a, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "’s" | "'s"));
    if matches!(cue.frame, Frame::Say | Frame::Clause) && is_denied(scene, at) {
        return None;
    }
    let participle = cue.tense == Tense::Participle && !be;
    let finite = match cue.tense {
        Tense::Past => !be,
        Tense::Present => auxiliary.is_none() && (!RATHER_NOUNS.contains(&text.lower(at)) || introduces(scene, end)),
        Tense::Base => {
            auxiliary.is_some() && !be && (is_plain(&cue.verb) || introduces(scene, end))
                || is_plural(scene, at) && (!is_noun_too(&cue.verb) || introduces(scene, end))
        }
        Tense::Participle => true,
    };
    if be && cue.tense == Tense::Past && cue.frame == Frame::Call {
        return agent(scene, cue, at);
    }
    if !finite {
        return None;
    }
    let speaker = if participle {
        let (sentence, _) = sentence_of(text, at);
        (matches!(previous, "," | "and" | "while" | "before" | "by") || at == sentence)
            .then(|| {
                said_before(scene, sentence, at).or_else(|| {
                    scene.first_subject(sentence, if at == sentence { sentence_of(text, at).1 } else { at })
                })
            })
            .flatten()
            .or_else(|| quote_follows(scene, end).then(|| scene.subject_before(at)).flatten())?
    } else {
        scene.subject_before(at)?
    };
    // "we find", "as you know": the writer and the reader, whose words the whole text is.
    let generic = speaker.extent.len() <= 2 && matches!(text.lower(speaker.extent.start), "we" | "you" | "i");
    if generic && cue.frame == Frame::Clause {
        return None;
    }
    let start = if participle { at } else { speaker.extent.start.min(at) };
    Some(Telling { cue: at..end, frame: cue.frame, speaker, extent: start..end, inverted: false, participle })
}

/// Who said what stands before "adding that" in the sentence: "..., X said on Monday, adding that".
fn said_before(scene: &Scene<'_>, sentence: usize, at: usize) -> Option<Speaker> {
    let says = |&i: &usize| scene.inside[i].is_none() && scene.speech_verb(i) && scene.is_verb_here(i);
    let verb = (sentence..at).rev().find(says)?;
    scene.subject_before(verb).filter(|speaker| speaker.entity.is_some()).or_else(|| scene.starting(verb + 1))
}

/// "was quoted as saying": the verb that says so, where that ends at a token.
fn as_saying(text: &Text, at: usize) -> Option<usize> {
    let said = matches!(text.lower(at), "saying" | "telling") && at >= 2 && text.lower(at - 1) == "as";
    let by = at.checked_sub(2).filter(|_| said)?;
    matches!(text.lower(by), "quoted" | "cited" | "reported" | "recorded" | "described").then_some(by)
}

/// The speaker after the verb: "“...,” said X", and "Prices will fall, said X."
fn inverted(scene: &Scene<'_>, cue: &Cue, at: usize, end: usize) -> Option<Speaker> {
    let text = scene.text;
    if cue.tense == Tense::Participle || cue.tense == Tense::Base || matches!(cue.frame, Frame::Call) {
        return None;
    }
    // "told Lund Radio": whom one tells never speaks.
    if cue.verb == "tell" {
        return None;
    }
    let comma = usize::from(at > 0 && matches!(text.lower(at - 1), "," | "—" | "–" | "-"));
    let before = at.checked_sub(1 + comma)?;
    // “War and Peace” said nothing: words that a verb of speech takes up end in a mark of their own.
    let open_ended = comma == 0
        && before > 0
        && !matches!(text.lower(before - 1), "," | "?" | "!" | "—" | "…" | "-" | "." | "’" | "'");
    let after_quote = scene.inside[before].is_some();
    if after_quote && open_ended {
        return None;
    }
    if !after_quote && comma == 0 {
        return None;
    }
    let speaker = scene.starting(end)?;
    let pronoun = speaker.extent.len() == 1 && matches!(text.lower(end), "he" | "she" | "it" | "they" | "i" | "we");
    if after_quote {
        // “He will come,” said Lund would be odd: what follows the name ends the clause or tells more of it.
        return (!(pronoun || is_auxiliary_at(text, speaker.extent.end))).then_some(speaker);
    }
    let ends = matches!(text.lower(speaker.extent.end), "." | "," | "" | "!" | ";");
    (!pronoun && ends && speaker.entity.is_some() && !scene.has_quote_after(speaker.extent.end)).then_some(speaker)
}

/// "was called ‘a disgrace’ by X"
fn agent(scene: &Scene<'_>, cue: &Cue, at: usize) -> Option<Telling> {
    let (_, end) = sentence_of(scene.text, at);
    let by = (at + 1..end.min(at + 30)).find(|&i| scene.inside[i].is_none() && scene.text.lower(i) == "by")?;
    let speaker = scene.starting(by + 1)?;
    Some(Telling { cue: at..at + 1, frame: cue.frame, speaker, extent: at..at + 1, inverted: false, participle: false })
}

/// "has not said": nothing is told.
fn is_denied(scene: &Scene<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|i| matches!(scene.text.lower(i), "not" | "n’t" | "n't" | "never"))
}

/// Verbs that tell words in any form.
fn is_plain(verb: &str) -> bool {
    matches!(verb, "say" | "tell" | "argue" | "insist" | "expect" | "believe" | "think")
}

/// Whether a quotation comes next, after a comma or colon at most.
fn quote_follows(scene: &Scene<'_>, at: usize) -> bool {
    let next = at + usize::from(matches!(scene.text.lower(at), "," | ":"));
    scene.inside.get(next).copied().flatten().is_some()
}

/// Whether "that", a quotation or a pronoun follows: then the word before is a verb.
fn introduces(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.text.lower(at), "that" | "it" | "he" | "she" | "they" | ":" | "the") || quote_follows(scene, at)
}

/// The nearest auxiliary before a verb, adverbs passed over.
fn auxiliary_before<'a>(scene: &Scene<'a>, at: usize) -> Option<&'a str> {
    let mut i = at;
    while i > 0 && is_adverb(scene.text.lower(i - 1)) {
        i -= 1;
    }
    let auxiliary = i.checked_sub(1)?;
    is_auxiliary_at(scene.text, auxiliary).then(|| scene.text.lower(auxiliary))
}

/// Whether the word before a base form is a plural that can be its subject ("officials say").
fn is_plural(scene: &Scene<'_>, at: usize) -> bool {
    let mut i = at;
    while i > 0 && is_adverb(scene.text.lower(i - 1)) {
        i -= 1;
    }
    // "farmers in Iowa say": the head decides.
    if let Some(preposition) = scene.phrase_ending(i).and_then(|phrase| phrase.start.checked_sub(1))
        && matches!(scene.text.lower(preposition), "in" | "at" | "from" | "of" | "for")
    {
        i = preposition;
    }
    let Some(before) = i.checked_sub(1) else { return false };
    let word = scene.text.lower(before);
    matches!(word, "they" | "we" | "i" | "you" | "people" | "many" | "some" | "who")
        || word.ends_with('s')
            && scene.text.tokens()[before].kind == TokenKind::Word
            && !is_possessive(scene.text, before)
}

/// Whether the base form is a common noun: "officials report" against "workers demand".
fn is_noun_too(verb: &str) -> bool {
    RATHER_NOUNS.iter().any(|noun| noun.strip_suffix('s') == Some(verb))
        || matches!(verb, "hope" | "fear" | "doubt" | "guess" | "cry" | "snap")
}

impl Scene<'_> {
    /// Whether a cue is no part of a name.
    fn is_verb_here(&self, at: usize) -> bool {
        !self.in_name(at) || self.text.word(at).chars().next().is_some_and(char::is_lowercase)
    }

    /// Whether a quotation starts within the same sentence after a token.
    fn has_quote_after(&self, at: usize) -> bool {
        let (_, end) = sentence_of(self.text, at);
        (at..end).any(|i| self.inside[i].is_some())
    }
}
