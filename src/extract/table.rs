//! Tab-separated tables: a row is a line of columns; empty lines and those that start with `#` say nothing.

/// The rows of a table, each as its columns without the spaces around them.
pub(super) fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .map(|line| line.trim_end_matches('\r'))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').map(str::trim).collect())
}

#[cfg(test)]
mod tests {
    use super::rows;

    fn check(table: &str, expected: &[&[&str]]) {
        assert_eq!(rows(table).collect::<Vec<_>>(), expected, "{table:?}");
    }

    #[test]
    fn columns_of_rows() {
        check("# unit\tname\nt\ttonne\r\n\nkg\t kilogram \t", &[&["t", "tonne"], &["kg", "kilogram", ""]]);
        check("", &[]);
    }
}
