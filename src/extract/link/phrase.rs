//! The small words of English, and where a name stands among them: enough grammar to tell a subject from an object.

use crate::text::calendar;
use crate::text::{Text, TokenKind};

/// Whether a word in lower case looks like a past form.
pub fn is_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed")
        || matches!(
            word,
            "ate"
                | "became"
                | "began"
                | "bore"
                | "bought"
                | "broke"
                | "brought"
                | "built"
                | "came"
                | "caught"
                | "chose"
                | "drew"
                | "drove"
                | "fell"
                | "felt"
                | "fled"
                | "flew"
                | "forgot"
                | "fought"
                | "found"
                | "gave"
                | "got"
                | "grew"
                | "held"
                | "heard"
                | "hit"
                | "hurt"
                | "kept"
                | "knew"
                | "laid"
                | "led"
                | "left"
                | "lost"
                | "made"
                | "meant"
                | "met"
                | "paid"
                | "ran"
                | "read"
                | "rose"
                | "said"
                | "sat"
                | "saw"
                | "sent"
                | "set"
                | "shook"
                | "shot"
                | "slept"
                | "sold"
                | "sought"
                | "spoke"
                | "spent"
                | "stood"
                | "struck"
                | "swore"
                | "taught"
                | "thought"
                | "threw"
                | "told"
                | "took"
                | "understood"
                | "went"
                | "woke"
                | "won"
                | "wore"
                | "wrote"
        )
}

/// Whether a word in lower case is an auxiliary or modal verb.
pub fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "am" | "are"
            | "be"
            | "been"
            | "being"
            | "can"
            | "ca"
            | "could"
            | "did"
            | "do"
            | "does"
            | "had"
            | "has"
            | "have"
            | "is"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "should"
            | "was"
            | "were"
            | "will"
            | "wo"
            | "would"
            | "’s"
            | "'s"
            | "’d"
            | "'d"
            | "’ll"
            | "'ll"
            | "’ve"
            | "'ve"
    )
}

/// Whether a token is an auxiliary: "’s" is one after a pronoun ("he’s gone"), and a possessive after a noun.
pub fn is_auxiliary_at(text: &Text, token: usize) -> bool {
    let owner =
        || token > 0 && !matches!(text.lower(token - 1), "he" | "she" | "it" | "who" | "that" | "there" | "what");
    is_auxiliary(text.lower(token)) && !(is_possessive(text, token) && owner())
}

/// Whether a word in lower case is an adverb that may stand between a subject and its verb.
pub fn is_adverb(word: &str) -> bool {
    matches!(
        word,
        "also"
            | "always"
            | "again"
            | "already"
            | "even"
            | "ever"
            | "first"
            | "further"
            | "here"
            | "however"
            | "instead"
            | "just"
            | "last"
            | "later"
            | "long"
            | "meanwhile"
            | "never"
            | "no"
            | "not"
            | "now"
            | "n’t"
            | "n't"
            | "often"
            | "once"
            | "only"
            | "rather"
            | "soon"
            | "still"
            | "then"
            | "there"
            | "thus"
            | "today"
            | "together"
            | "too"
            | "twice"
            | "yesterday"
            | "yet"
    ) || word.len() > 4
        && word.ends_with("ly")
        && !matches!(word, "family" | "italy" | "july" | "supply" | "reply" | "apply" | "imply" | "rely" | "ally")
}

/// Whether a word in lower case is a preposition.
pub fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "about"
            | "above"
            | "across"
            | "after"
            | "against"
            | "along"
            | "alongside"
            | "amid"
            | "among"
            | "around"
            | "as"
            | "at"
            | "before"
            | "behind"
            | "below"
            | "beside"
            | "besides"
            | "between"
            | "beyond"
            | "by"
            | "despite"
            | "down"
            | "during"
            | "except"
            | "for"
            | "from"
            | "in"
            | "inside"
            | "into"
            | "like"
            | "near"
            | "of"
            | "off"
            | "on"
            | "onto"
            | "outside"
            | "over"
            | "past"
            | "per"
            | "since"
            | "than"
            | "through"
            | "throughout"
            | "to"
            | "toward"
            | "towards"
            | "under"
            | "unlike"
            | "until"
            | "up"
            | "upon"
            | "via"
            | "with"
            | "within"
            | "without"
            | "aboard"
            | "including"
            | "regarding"
            | "concerning"
    )
}

/// Whether a word in lower case is an article, a possessive pronoun or another word that opens a noun phrase.
pub fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "this"
            | "that"
            | "these"
            | "those"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "some"
            | "any"
            | "each"
            | "every"
            | "no"
            | "another"
            | "both"
            | "all"
            | "many"
            | "most"
            | "several"
            | "few"
            | "other"
            | "such"
    )
}

/// Whether a token is a possessive ending ("’s", or the "’" of "workers’").
pub fn is_possessive(text: &Text, token: usize) -> bool {
    matches!(text.lower(token), "’s" | "'s")
        || matches!(text.lower(token), "’" | "'")
            && text.tokens().get(token).is_some_and(|t| !t.space_before)
            && token > 0
            && text.lower(token - 1).ends_with('s')
}

/// The first token of the sentence that holds a token, and one past its last.
pub fn sentence_of(text: &Text, token: usize) -> (usize, usize) {
    let Some(t) = text.tokens().get(token) else { return (token, token) };
    text.sentences().get(text.sentence_at(t.span.start)).map_or((token, token + 1), |s| (s.tokens.start, s.tokens.end))
}

/// The main verb of which the words that end just before `after` can be the subject: adverbs and auxiliaries are
/// passed over, and so is one insertion between commas ("Beijing, which had waited, said"). The flag tells whether an
/// auxiliary stands before it. Whether the word found is a verb at all is for a list to say.
pub fn verb_after(text: &Text, after: usize) -> Option<(usize, bool)> {
    let (_, end) = sentence_of(text, after.checked_sub(1)?);
    let mut at = after;
    if text.lower(at) == "," && opens_insertion(text, at + 1) {
        at = (at + 2..end.min(at + 30)).find(|&i| text.lower(i) == ",")? + 1;
    } else if text.lower(at) == "(" {
        at = (at + 1..end.min(at + 12)).find(|&i| text.lower(i) == ")")? + 1;
    }
    at = past_time(text, at);
    let mut auxiliary = false;
    while at < end {
        let word = text.lower(at);
        if is_auxiliary_at(text, at) {
            auxiliary = true;
        } else if !(is_adverb(word) || word == "since" && auxiliary) {
            return (text.tokens()[at].kind == TokenKind::Word).then_some((at, auxiliary));
        }
        at += 1;
    }
    // "did so", "will": the auxiliary is all there is.
    auxiliary.then(|| (at - 1, false))
}

/// Past "in March", "on Monday", "last week", "late on Thursday" at a token.
fn past_time(text: &Text, at: usize) -> usize {
    let mut end = at;
    while matches!(text.lower(end), "on" | "in" | "late" | "early" | "last" | "this") && end < at + 3 {
        end += 1;
    }
    let word = text.lower(end);
    let day = calendar::is_weekday(word) || calendar::is_month(word);
    let span = end > at && matches!(text.lower(end - 1), "last" | "this") && matches!(word, "week" | "month" | "year");
    let number = usize::from(
        calendar::is_month(word) && text.tokens().get(end + 1).is_some_and(|t| t.kind == TokenKind::Number),
    );
    if day || span { end + 1 + number } else { at }
}

/// Whether an insertion that tells more of the words before its comma starts at a token.
fn opens_insertion(text: &Text, at: usize) -> bool {
    let word = text.lower(at);
    matches!(
        word,
        "who"
            | "which"
            | "whose"
            | "a"
            | "an"
            | "the"
            | "in"
            | "for"
            | "too"
            | "however"
            | "meanwhile"
            | "himself"
            | "herself"
            | "itself"
    ) || text.word(at).chars().next().is_some_and(char::is_lowercase) && word.ends_with("ing")
        || text.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Number)
        || text.word(at).chars().next().is_some_and(char::is_lowercase) && !matches!(word, "and" | "or" | "but")
}
