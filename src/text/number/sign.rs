//! Signs before a number: "-36", "−2", "minus 40", "negative 3", "-$5". "plus or minus 3" keeps its size.

use super::{Reading, space_before};
use crate::text::{Text, TokenKind};

/// Takes a minus sign or "minus" before the number into it; returns where the number then starts.
pub(super) fn sign_before(text: &Text, at: usize, read: &mut Reading) -> usize {
    let Some(before) = at.checked_sub(1) else { return at };
    let word = text.word(before);
    // "plus or minus 3 points" is the size of a margin.
    if text.lower(before) == "minus" && before > 1 && (text.lower(before - 2), text.lower(before - 1)) == ("plus", "or")
    {
        return before - 2;
    }
    if matches!(text.lower(before), "minus" | "negative") {
        read.value = -read.value;
        return before;
    }
    let glued = !space_before(text, at);
    if !matches!(word, "-" | "−" | "–") || !glued {
        return at;
    }
    if before > 0 && matches!(text.lower(before - 1), "minus" | "negative") && !space_before(text, before) {
        read.value = -read.value;
        return before - 1;
    }
    let opens = before == 0
        || space_before(text, before)
        || matches!(text.word(before - 1), "(" | "[" | "$" | "€" | "£" | "¥" | "=" | "~");
    let after_number = before > 0 && text.tokens()[before - 1].kind == TokenKind::Number;
    if opens && !after_number && word != "–" {
        read.value = -read.value;
        return before;
    }
    at
}
