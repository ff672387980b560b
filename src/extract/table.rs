//! Tab-separated tables: a row is a line of columns; empty lines and those that start with `#` say nothing.

/// The rows of a table, each as its columns without the spaces around them.
pub(super) fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    lines(table).map(|line| line.split('\t').map(str::trim).collect())
}

/// The first column of each row.
pub(super) fn heads(table: &str) -> impl Iterator<Item = &str> {
    lines(table).map(|line| line.split('\t').next().unwrap_or_default().trim())
}

/// The lines that say something.
fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().map(|line| line.trim_end_matches('\r')).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::{heads, rows};

    fn check(table: &str, expected: &[&[&str]]) {
        assert_eq!(rows(table).collect::<Vec<_>>(), expected, "{table:?}");
        assert!(heads(table).eq(expected.iter().map(|row| row[0])), "{table:?}");
    }

    #[test]
    fn columns_of_rows() {
        check("# unit\tname\nt\ttonne\r\n\nkg\t kilogram \t", &[&["t", "tonne"], &["kg", "kilogram", ""]]);
        check("", &[]);
    }
}
