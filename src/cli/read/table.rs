//! Columns that line up and lines that end before the edge, counted in characters.

/// Narrowest that a column becomes to make room.
const NARROWEST: usize = 6;
/// Between two columns.
const GAP: usize = 2;

/// Rows under a heading. Columns shrink to fit, and what does not fit ends in "…". Where that is not enough the last
/// columns go; the first one shrinks only when it stands alone.
pub(super) struct Table {
    widths: Vec<usize>,
}

impl Table {
    /// A table for these rows in this width. A column with nothing under its heading is left out.
    pub(super) fn new(heading: &[String], rows: &[Vec<String>], width: usize) -> Self {
        let widest = |(column, heading): (usize, &String)| {
            let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| count(cell)).max().unwrap_or(0);
            if cells == 0 { 0 } else { cells.max(count(heading)) }
        };
        let mut widths: Vec<usize> = heading.iter().enumerate().map(widest).collect();
        let total = |widths: &[usize]| {
            let shown = widths.iter().filter(|&&w| w > 0);
            shown.clone().sum::<usize>() + GAP * shown.count().saturating_sub(1)
        };
        while total(&widths) > width {
            let Some((first, rest)) = widths.split_first_mut() else { break };
            if let Some(widest) = rest.iter_mut().max_by_key(|w| **w).filter(|w| **w > NARROWEST) {
                *widest -= 1;
            } else if let Some(last) = rest.iter_mut().rfind(|w| **w > 0) {
                *last = 0;
            } else if *first > NARROWEST {
                *first -= 1;
            } else {
                break;
            }
        }
        Self { widths }
    }

    /// One row, with its line break.
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

    fn check(heading: &[&str], rows: &[&[&str]], width: usize, expected: &str) {
        let owned = |row: &[&str]| row.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>();
        let rows: Vec<Vec<String>> = rows.iter().map(|row| owned(row)).collect();
        let table = Table::new(&owned(heading), &rows, width);
        let lines = std::iter::once(owned(heading)).chain(rows.clone());
        assert_eq!(lines.map(|row| table.row(&row)).collect::<String>(), expected);
    }

    #[test]
    fn columns_line_up_and_empty_ones_go() {
        let rows: [&[&str]; 2] = [&["≥ 5 t", "", "oats"], &["12 t", "", "wheat"]];
        check(&["value", "actor", "item"], &rows, 40, "value  item\n≥ 5 t  oats\n12 t   wheat\n");
    }

    #[test]
    fn columns_shrink_and_go_but_not_the_first() {
        let rows: [&[&str]; 1] = [&["12 tonnes", "purchase of wheat"]];
        check(&["value", "measure"], &rows, 20, "value      measure\n12 tonnes  purchase…\n");
        check(&["value", "measure"], &rows, 14, "value\n12 tonnes\n");
    }

    #[test]
    fn lines_end_before_the_edge() {
        assert_eq!(wrap("Ships left the harbour.", 12, "  "), "  Ships left\n  the\n  harbour.\n");
        assert_eq!(wrap("  ", 12, "  "), "");
    }
}
