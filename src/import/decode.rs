//! Bytes into characters, and what had to be guessed or repaired.
//!
//! UTF-8 first, strictly; then a byte order mark, UTF-16 without one, UTF-8 with a few broken bytes, the character set
//! that a page declares, and at last the one that the bytes look like. Lines end in "\n" afterwards, and control
//! characters are gone.

use super::Refusal;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes at the start of files that are no text although they may hold no zero byte.
const STARTS: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "an image"),
    (b"\xFF\xD8\xFF", "an image"),
    (b"GIF8", "an image"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xD0\xCF\x11\xE0", "an office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x1F\x8B", "a compressed file"),
    (b"SQLite format 3\0", "a database; open it as a workspace"),
];

/// How far into a page its character set may be declared.
const DECLARED_WITHIN: usize = 1024;

/// A text and what a reader should know of its making.
#[derive(Debug, PartialEq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) warning: Option<String>,
}

/// Decodes the bytes of a file.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Refusal> {
    if let Some((_, what)) = STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(Refusal::Binary(what));
    }
    let (text, warning) = characters(bytes)?;
    let text = clean(&text);
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(Decoded { text, warning })
}

fn characters(bytes: &[u8]) -> Result<(String, Option<String>), Refusal> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        let (text, broken) = encoding.decode_without_bom_handling(rest);
        return Ok((text.into_owned(), broken.then(repaired)));
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        return Ok((text.into_owned(), broken.then(repaired)));
    }
    if memchr::memchr(0, bytes).is_some() {
        return Err(Refusal::Binary("a binary file"));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), None));
    }
    if mostly_utf8(bytes) {
        return Ok((String::from_utf8_lossy(bytes).into_owned(), Some(repaired())));
    }
    let encoding = declared(bytes).unwrap_or_else(|| looks_like(bytes));
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    if text.chars().filter(|&c| is_rubbish(c)).count() * 20 > text.chars().count() {
        return Err(Refusal::Binary("a binary file"));
    }
    let warning = format!("It was read as {}, because it is not UTF-8.", encoding.name());
    Ok((text.into_owned(), Some(if broken { repaired() } else { warning })))
}

fn repaired() -> String {
    "Some bytes are no characters and are shown as \u{FFFD}.".to_owned()
}

/// UTF-16 of mostly Latin letters has a zero byte in every other place, and a text has none elsewhere.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = bytes.len() / 4;
    if bytes.len() < 4 {
        None
    } else if odd > most && even == 0 {
        Some(UTF_16LE)
    } else if even > most && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether characters of several bytes are far more often whole than broken.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken * 10
}

/// The character set that a page declares, where it is not UTF-8 itself.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..DECLARED_WITHIN.min(bytes.len()))?.to_ascii_lowercase();
    let at = memchr::memmem::find(&start, b"charset=")? + b"charset=".len();
    let rest = start.get(at..)?;
    let label: Vec<u8> = rest
        .iter()
        .skip_while(|b| matches!(b, b'"' | b'\'' | b' '))
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':'))
        .copied()
        .collect();
    Encoding::for_label(&label).filter(|&encoding| encoding != UTF_8 && !encoding.name().starts_with("UTF-16"))
}

fn looks_like(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// One kind of line end, and no control characters, which no reader sees.
fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    cleaned.push('\n');
                }
            }
            '\u{C}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            '\n' | '\t' => cleaned.push(c),
            _ if is_control(c) => {}
            _ => cleaned.push(c),
        }
    }
    cleaned
}

fn is_control(c: char) -> bool {
    c.is_control() || c == '\u{FEFF}'
}

fn is_rubbish(c: char) -> bool {
    c == '\u{FFFD}' || (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{C}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str, warned: &str) {
        let decoded = decode(bytes).unwrap();
        assert_eq!(decoded.text, expected);
        let warning = decoded.warning.unwrap_or_default();
        assert!(warning.contains(warned) && warned.is_empty() == warning.is_empty(), "{warning:?}");
    }

    fn refused(bytes: &[u8]) -> String {
        decode(bytes).unwrap_err().to_string()
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn utf8_with_and_without_a_mark() {
        check("“Zoë” paid €5".as_bytes(), "“Zoë” paid €5", "");
        check(b"\xEF\xBB\xBFa\r\nb\rc\x07", "a\nb\nc", "");
    }

    #[test]
    fn utf16_with_and_without_a_mark() {
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            check(&utf16("\u{FEFF}Grain “deal”", order), "Grain “deal”", "");
            check(&utf16("Grain deal", order), "Grain deal", "");
        }
        let mut odd = utf16("\u{FEFF}Grain", u16::to_le_bytes);
        odd.push(b'x');
        check(&odd, "Grain\u{FFFD}", "no characters");
    }

    #[test]
    fn older_character_sets() {
        check(
            b"The \x93deal\x94 cost \x805 \x96 or \xA36, said Zo\xEB.",
            "The “deal” cost €5 – or £6, said Zoë.",
            "windows-1252",
        );
        check(
            "<meta charset=\"windows-1251\">".bytes().chain([0xCC, 0xE8, 0xF0]).collect::<Vec<_>>().as_slice(),
            "<meta charset=\"windows-1251\">Мир",
            "windows-1251",
        );
    }

    #[test]
    fn a_few_broken_bytes_in_utf8_are_repaired() {
        let mut bytes = "“Quoted words” ".repeat(20).into_bytes();
        bytes.extend(b"and \xFF more");
        check(&bytes, &format!("{}and \u{FFFD} more", "“Quoted words” ".repeat(20)), "no characters");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(refused(b"").contains("no text"));
        assert!(refused(b" \n\t ").contains("no text"));
        assert!(refused(b"\xEF\xBB\xBF").contains("no text"));
        assert!(refused(b"%PDF-1.7 text").contains("a PDF document"));
        assert!(refused(b"abc\0def\0\0g").contains("a binary file"));
        let noise: Vec<u8> = (1..=255).collect();
        assert!(refused(&noise).contains("a binary file"));
    }
}
