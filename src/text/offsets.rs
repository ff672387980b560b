//! Bytes to Unicode code points and back, for the two borders where the outside counts characters.

/// Converts between byte offsets and code-point offsets of one text, each in logarithmic time.
#[derive(Debug)]
pub struct CodePoints {
    /// For each character longer than one byte, where it ends: in bytes, and in code points.
    wide: Vec<(u32, u32)>,
}

impl CodePoints {
    /// Indexes the characters of `text`.
    pub fn new(text: &str) -> Self {
        let mut wide = Vec::new();
        // By how much bytes run ahead of code points.
        let mut ahead = 0;
        let wide_starts = text.bytes().enumerate().filter(|(_, byte)| *byte >= 0b1100_0000);
        for (at, start) in wide_starts {
            let len = start.leading_ones();
            let end = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(len);
            ahead += len - 1;
            wide.push((end, end - ahead));
        }
        Self { wide }
    }

    /// The number of code points before byte `byte`, which must be a character boundary.
    pub fn from_byte(&self, byte: u32) -> u32 {
        let passed = self.wide.partition_point(|&(at, _)| at <= byte);
        byte - self.ahead(passed)
    }

    /// The byte offset of code point `point`.
    pub fn to_byte(&self, point: u32) -> u32 {
        let passed = self.wide.partition_point(|&(_, at)| at <= point);
        point + self.ahead(passed)
    }

    /// By how much bytes run ahead of code points after the first `passed` wide characters.
    fn ahead(&self, passed: usize) -> u32 {
        passed.checked_sub(1).map_or(0, |i| self.wide[i].0 - self.wide[i].1)
    }
}

#[cfg(test)]
mod tests {
    use super::CodePoints;

    #[test]
    fn both_ways_at_every_boundary() {
        let text = "a“b”😀c é中";
        let points = CodePoints::new(text);
        for (n, (at, _)) in text.char_indices().enumerate() {
            let (n, at) = (u32::try_from(n).unwrap(), u32::try_from(at).unwrap());
            assert_eq!(points.from_byte(at), n);
            assert_eq!(points.to_byte(n), at);
        }
        assert_eq!(points.from_byte(u32::try_from(text.len()).unwrap()), 9);
    }
}
