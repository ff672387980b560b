//! Splits a text into tokens: words, numbers, single marks and addresses.
//!
//! A word runs over letters, digits after the first letter and inner apostrophes ("O’Brien", "G20", "MH370"); the
//! clitics of English are tokens of their own ("Trump" + "’s", "is" + "n’t"), and so is every part of a hyphenated
//! word ("US" "-" "China"). Dotted abbreviations are one token ("U.S.", "a.m."). A number runs over digits with single
//! inner dots and commas ("1,500", "2.9"); letters glued to it start a token of their own ("1.2" + "bn", "10" +
//! "kW"), and a currency code glued before it ends before it ("USD" + "34.6"). Everything else is one mark a token.

use super::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, possibly with digits after the first one.
    Word,
    /// Digits with inner dots and commas, or one vulgar fraction ("½").
    Number,
    /// One mark that is neither.
    Mark,
    /// A web or mail address.
    Address,
}

/// One token of a text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// The bytes of the token.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether white space (or the start of the text) stands before it.
    pub space_before: bool,
    /// Whether it is the first of its line.
    pub line_start: bool,
}

/// Currency codes and signs of letters that news glues to the amount ("RM23.50", "Rs500", "USD34.6"). Codes that other
/// things carry with a number are left out ("COP28", "AMD64", "RON95", "TOP10").
const GLUED_MONEY: &[&str] = &[
    "AED", "AFN", "ARS", "AUD", "AZN", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BRL", "BTC", "BWP", "BYN",
    "CAD", "CHF", "CLP", "CNY", "CRC", "CZK", "DJF", "DKK", "DOP", "DZD", "Dh", "Dhs", "EGP", "ERN", "ETB", "ETH",
    "EUR", "FJD", "GBP", "GEL", "GHS", "GMD", "GNF", "GTQ", "GYD", "HK", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS",
    "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KRW", "KSh", "KWD", "KYD", "KZT",
    "Kr", "Ksh", "LBP", "LKR", "LRD", "LSL", "LYD", "MDL", "MGA", "MKD", "MMK", "MNT", "MUR", "MVR", "MWK", "MXN",
    "MYR", "MZN", "NAD", "NGN", "NIO", "NIS", "NOK", "NPR", "NZD", "OMR", "PAB", "PGK", "PHP", "PKR", "PLN", "PYG",
    "QAR", "R", "RM", "RMB", "RSD", "RUB", "RWF", "Rp", "Rs", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SLE", "SR",
    "SRD", "SSP", "SZL", "THB", "TJS", "TMT", "TND", "TTD", "TWD", "TZS", "Tk", "UAH", "UGX", "US", "USD", "UYU",
    "UZS", "VES", "VND", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW",
];

/// The same for signs that other things carry with a number, too: money where the digits are written as only those of an
/// amount are.
const LOOSE_MONEY: &[&str] = &[
    "AMD", "Afs", "BD", "BSD", "BZD", "Bs", "CNH", "COP", "DKr", "Dkr", "DM", "Eur", "FCFA", "Fr", "Ft", "Gs", "JD",
    "KD", "Kč", "LE", "MAD", "NKr", "Nkr", "PEN", "PS", "PhP", "Php", "QR", "SFr", "SKr", "SYP", "Sfr", "Sh", "Shs",
    "Skr", "Stg", "TL", "TRY", "TSh", "Tsh", "UF", "USh", "Ush", "W", "ZWL", "rs", "sFr", "sfr", "zł",
];

const CLITICS: &[&str] = &["s", "re", "ve", "ll", "d", "m"];

/// The tokens of `text`, in order. Linear in its length.
pub(super) fn tokenize(text: &str) -> Vec<Token> {
    let mut scanner = Scanner { text, at: 0, tokens: Vec::with_capacity(text.len() / 5), space: true, line: true };
    scanner.run();
    scanner.tokens
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    tokens: Vec<Token>,
    space: bool,
    line: bool,
}

impl Scanner<'_> {
    fn run(&mut self) {
        let mut chunk_end = 0;
        let mail = memchr::memchr(b'@', self.text.as_bytes()).is_some();
        while let Some(c) = self.text[self.at..].chars().next() {
            if c.is_whitespace() || is_ignorable(c) {
                self.space |= c.is_whitespace();
                self.line |= c == '\n' || c == '\r';
                self.at += c.len_utf8();
                continue;
            }
            if self.space && self.at >= chunk_end && (mail || matches!(c, 'h' | 'H' | 'w' | 'W')) {
                chunk_end = self.chunk_end();
                if let Some(len) = address_len(&self.text[self.at..chunk_end]) {
                    self.push(len, TokenKind::Address);
                    continue;
                }
            }
            if c.is_alphabetic() {
                self.word();
            } else if c.is_ascii_digit() {
                let len = number_len(&self.text[self.at..]);
                self.push(len, TokenKind::Number);
            } else {
                let kind = if is_fraction(c) { TokenKind::Number } else { TokenKind::Mark };
                self.push(c.len_utf8(), kind);
            }
        }
    }

    /// Where the run without white space that starts here ends. Called once a run, so the scan stays linear.
    fn chunk_end(&self) -> usize {
        self.text[self.at..].find(char::is_whitespace).map_or(self.text.len(), |n| self.at + n)
    }

    fn push(&mut self, len: usize, kind: TokenKind) {
        let span = Span::new(as_offset(self.at), as_offset(self.at + len));
        self.tokens.push(Token { span, kind, space_before: self.space, line_start: self.line });
        self.at += len;
        self.space = false;
        self.line = false;
    }

    fn word(&mut self) {
        let rest = &self.text[self.at..];
        // Most words are plain letters with a space or a mark after them.
        let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let ends = |next: u8| next.is_ascii() && !next.is_ascii_alphanumeric() && next != b'\'';
        if plain > 1 && rest.as_bytes().get(plain).is_none_or(|&next| ends(next)) {
            self.push(plain, TokenKind::Word);
            return;
        }
        if let Some(len) = dotted_len(rest) {
            self.push(len, TokenKind::Word);
            return;
        }
        let mut len = 0;
        let mut letters = 0;
        let mut chars = rest.char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            if c.is_alphabetic() || is_joiner(c) {
                len = i + c.len_utf8();
                if letters == i {
                    letters = len;
                }
            } else if c.is_ascii_digit() {
                let after_dollar = self.text[..self.at].ends_with('$');
                let money = after_dollar || GLUED_MONEY.contains(&&rest[..letters]) || is_loose_money(rest, letters);
                if letters == i && money {
                    break;
                }
                len = i + 1;
            } else if is_apostrophe(c) && chars.peek().is_some_and(|(_, n)| n.is_alphabetic()) {
                if clitic_len(&rest[i + c.len_utf8()..]).is_some() {
                    break;
                }
                len = i + c.len_utf8();
            } else {
                break;
            }
        }
        let word = &rest[..len];
        // "isn’t" is "is" + "n’t", as the Penn Treebank has it: the negation must be a word of its own.
        if let Some(cut) = negation_start(word) {
            if cut > 0 {
                self.push(cut, TokenKind::Word);
            }
            let tail = word.len() - cut;
            self.push(tail, TokenKind::Word);
            return;
        }
        self.push(len, TokenKind::Word);
        let rest = &self.text[self.at..];
        if let Some(apostrophe) = rest.chars().next().filter(|&c| is_apostrophe(c))
            && let Some(tail) = clitic_len(&rest[apostrophe.len_utf8()..])
        {
            self.push(apostrophe.len_utf8() + tail, TokenKind::Word);
        }
    }
}

/// "SFr12.5 million", "KD4,500", "PS8.1bn" (the sign of the pound as wires in plain ASCII write it): before what only an
/// amount has; not "PS5", "TL1" or "Fr2".
fn is_loose_money(rest: &str, letters: usize) -> bool {
    if !LOOSE_MONEY.contains(&&rest[..letters]) {
        return false;
    }
    let number = &rest[letters..];
    let len = number_len(number);
    let scales = ["bn", "m ", "m.", "m,", "tn", " million", " billion", " trillion", " crore", " lakh"];
    number[..len].contains(['.', ',']) || scales.iter().any(|scale| number[len..].starts_with(scale))
}

/// Where "n’t" starts in a word that ends in it ("isn’t" was scanned whole, since "t" is no clitic of its own).
fn negation_start(word: &str) -> Option<usize> {
    if !word.ends_with(['t', 'T']) {
        return None;
    }
    for tail in ["n’t", "n't", "N’T", "N'T"] {
        if let Some(head) = word.strip_suffix(tail) {
            return Some(head.len());
        }
    }
    None
}

/// The length of a clitic that `rest` (what follows an apostrophe) starts with.
fn clitic_len(rest: &str) -> Option<usize> {
    let len = rest.char_indices().find(|(_, c)| !c.is_alphanumeric()).map_or(rest.len(), |(i, _)| i);
    let word = &rest[..len];
    CLITICS.iter().any(|c| word.eq_ignore_ascii_case(c)).then_some(len)
}

/// The length of an abbreviation of single letters and dots ("U.S.", "a.m.", "U.K"), at least two letters.
fn dotted_len(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut at = 0;
    let mut letters = 0;
    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
        let dotted = bytes.get(at + 1) == Some(&b'.');
        let alone = !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
        if dotted {
            letters += 1;
            at += 2;
        } else if letters > 0 && alone {
            letters += 1;
            at += 1;
            break;
        } else {
            break;
        }
    }
    let ends_inside_word = rest[at..].chars().next().is_some_and(char::is_alphanumeric);
    (letters >= 2 && !ends_inside_word).then_some(at)
}

fn number_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let inner = matches!(bytes[at], b'.' | b',') && at > 0 && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if bytes[at].is_ascii_digit() || inner {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// The length of a web or mail address that starts a run without white space, without closing punctuation.
fn address_len(chunk: &str) -> Option<usize> {
    let starts = |with: &str| chunk.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    let web = starts("http://") || starts("https://") || starts("www.");
    let mail = || {
        let at = memchr::memchr(b'@', chunk.as_bytes())?;
        let host = &chunk[at + 1..];
        (at > 0 && host.contains('.') && chunk[..at].chars().all(|c| c.is_alphanumeric() || "._-+".contains(c)))
            .then_some(())
    };
    if !web && mail().is_none() {
        return None;
    }
    Some(chunk.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/').len()).filter(|&n| n > 0)
}

/// Whether a character is an apostrophe, typed or typeset.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Whether a character is one of Unicode's vulgar fractions.
pub fn is_fraction(c: char) -> bool {
    matches!(c, '¼'..='¾' | '⅐'..='⅞' | '↉')
}

/// Marks that combine with the letter before them.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// Characters that neither separate nor belong to a token: byte order marks, zero-width spaces, direction marks.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

/// A byte position as an offset. A text never reaches 4 GiB: import refuses it long before.
fn as_offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::tokenize;

    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokenize(text).iter().map(|t| &text[t.span.range()]).collect();
        assert_eq!(found.join(" "), expected, "in {text:?}");
    }

    #[test]
    fn words_clitics_and_hyphens() {
        check("Trump’s US-China deal isn't O'Brien's.", "Trump ’s US - China deal is n't O'Brien 's .");
        check("workers’ pay", "workers ’ pay");
        check("the U.S.-led talks at 5 p.m. in the U.K", "the U.S. - led talks at 5 p.m. in the U.K");
        check("G20 and MH370", "G20 and MH370");
        check("they can't", "they ca n't");
    }

    #[test]
    fn numbers_and_what_is_glued_to_them() {
        check("A$500m, US$7.2bn", "A $ 500 m , US $ 7.2 bn");
        check("1,500 or 4½ at USD34.6, RM23.50.", "1,500 or 4 ½ at USD 34.6 , RM 23.50 .");
        check("10kW 5th 1990s", "10 kW 5 th 1990 s");
        check(
            "SFr12.5 million, KD4,500, Sh3bn; not TL1 or W3",
            "SFr 12.5 million , KD 4,500 , Sh 3 bn ; not TL1 or W3",
        );
    }

    #[test]
    fn addresses_are_one_token() {
        check(
            "see https://example.org/a?b=1. or a.b@example.org, now",
            "see https://example.org/a?b=1 . or a.b@example.org , now",
        );
    }

    #[test]
    fn spans_are_on_boundaries_for_any_prefix() {
        let text = "“Ünïcode’s ½…” 中国 e\u{301} a.b. c.";
        for (i, _) in text.char_indices() {
            for token in tokenize(&text[..i]) {
                assert!(text[..i].get(token.span.range()).is_some());
            }
        }
    }
}
