//! Comma-separated values as spreadsheets read them: UTF-8 with a mark at the start, quotes doubled, CRLF.
//!
//! A cell that a spreadsheet would run as a formula is given as text with an apostrophe before it. Numbers are left
//! alone, negative ones too.

use super::Table;

/// Tells a spreadsheet that the file is UTF-8.
const MARK: char = '\u{feff}';

/// The table as text.
pub(super) fn write(table: &Table) -> String {
    let mut out = String::from(MARK);
    line(&mut out, table.columns.iter().copied());
    for row in &table.rows {
        line(&mut out, row.iter().map(String::as_str));
    }
    out
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(',');
        }
        let safe = no_formula(cell);
        if safe.contains(['"', ',', '\n', '\r']) || safe != cell {
            out.push('"');
            out.push_str(&safe.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// A cell that no spreadsheet runs as a formula.
pub(crate) fn no_formula(cell: &str) -> String {
    if runs_as_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

fn runs_as_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err()
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::export::Table;

    #[test]
    fn cells() {
        let check = |cell: &str, expected: &str| {
            let table = Table { columns: vec!["a", "b"], rows: vec![vec![cell.to_owned(), "1".to_owned()]] };
            assert_eq!(write(&table), format!("\u{feff}a,b\r\n{expected},1\r\n"));
        };
        check("plain", "plain");
        check("a, b", "\"a, b\"");
        check("said “no” and \"yes\"", "\"said “no” and \"\"yes\"\"\"");
        check("two\nlines", "\"two\nlines\"");
        check("-4.7", "-4.7");
        check("=1+2", "\"'=1+2\"");
        check("@here", "\"'@here\"");
        check("-x", "\"'-x\"");
        check("", "");
    }
}
