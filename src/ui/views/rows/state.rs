//! What the analyst did to a table: its filter, order, grouping and columns, and the lines that this leaves to show.

use super::{Column, Row};
use crate::workspace::ArticleId;
use std::sync::Arc;

/// The column to sort by, and whether downwards.
pub(super) type Sort = Option<(usize, bool)>;

/// One line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The heading of a group: what its rows share, and how many they are.
    Head(String, usize),
    /// A row, by its index.
    Row(usize),
}

/// What was done to a table, kept while the window is open.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    /// Words that a row must hold.
    pub(super) filter: String,
    /// Its order.
    pub(super) sort: Sort,
    /// The column whose words make groups.
    pub(super) group: Option<usize>,
    /// What to show.
    pub(super) lines: Arc<[Line]>,
    /// What the lines were chosen for: article, revision, filter, order and grouping.
    chosen_for: Option<(ArticleId, u64, String, Sort, Option<usize>)>,
}

impl State {
    /// Filters, sorts and groups when the table or one of these has changed.
    pub(super) fn choose(&mut self, of: (ArticleId, u64), rows: &[Row]) {
        let chosen_for = Some((of.0, of.1, self.filter.clone(), self.sort, self.group));
        if self.chosen_for == chosen_for {
            return;
        }
        let mut shown = filtered(rows, &self.filter);
        if let Some((column, downwards)) = self.sort {
            sort(&mut shown, rows, column, downwards);
        }
        self.lines = match self.group {
            Some(column) => grouped(&shown, rows, column).into(),
            None => shown.into_iter().map(Line::Row).collect(),
        };
        self.chosen_for = chosen_for;
    }

    /// The rows shown, in order.
    pub(super) fn rows(&self) -> impl Iterator<Item = usize> {
        self.lines.iter().filter_map(|line| if let Line::Row(i) = line { Some(*i) } else { None })
    }
}

/// The rows that hold all the words, in a cell or in their sentence.
fn filtered(rows: &[Row], words: &str) -> Vec<usize> {
    let wanted = words.to_lowercase();
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    let holds = |row: &Row| {
        let cells: Vec<String> = row.cells.iter().chain([&row.says]).map(|cell| cell.to_lowercase()).collect();
        wanted.iter().all(|word| cells.iter().any(|cell| cell.contains(word)))
    };
    (0..rows.len()).filter(|&i| wanted.is_empty() || holds(&rows[i])).collect()
}

fn sort(shown: &mut [usize], rows: &[Row], column: usize, downwards: bool) {
    let key = |i: &usize| {
        let row = &rows[*i];
        let words = row.cells.get(column).map(|w| w.to_lowercase()).unwrap_or_default();
        (row.keys.get(column).copied().flatten(), words)
    };
    shown.sort_by(|a, b| {
        let ((a, a_words), (b, b_words)) = (key(a), key(b));
        // What has no number comes last.
        let numbers = a.unwrap_or(f64::MAX).total_cmp(&b.unwrap_or(f64::MAX));
        numbers.then_with(|| a_words.cmp(&b_words))
    });
    if downwards {
        shown.reverse();
    }
}

/// The rows under a heading for each word of a column, in the order of their first rows; what has none comes last.
fn grouped(shown: &[usize], rows: &[Row], column: usize) -> Vec<Line> {
    let word = |i: usize| rows.get(i).and_then(|row| row.cells.get(column)).map_or("", String::as_str);
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for &i in shown {
        match groups.iter_mut().find(|(name, _)| *name == word(i)) {
            Some((_, members)) => members.push(i),
            None => groups.push((word(i), vec![i])),
        }
    }
    groups.sort_by_key(|(name, _)| name.is_empty());
    let lines = |(name, members): (&str, Vec<usize>)| {
        let name = if name.is_empty() { "Not said" } else { name };
        let head = Line::Head(name.to_owned(), members.len());
        std::iter::once(head).chain(members.into_iter().map(Line::Row)).collect::<Vec<_>>()
    };
    groups.into_iter().flat_map(lines).collect()
}

/// The columns to show at a width: those that the analyst chose, else those that have room.
pub(super) fn columns(all: &[Column], chosen: Option<&Vec<bool>>, width: f32) -> Vec<usize> {
    let shown = |(i, column): (usize, &Column)| {
        let wanted = match chosen {
            Some(chosen) => chosen.get(i).copied().unwrap_or(false),
            None => width >= column.from,
        };
        wanted.then_some(i)
    };
    let shown: Vec<usize> = all.iter().enumerate().filter_map(shown).collect();
    // A table without columns would say nothing.
    if shown.is_empty() { vec![0] } else { shown }
}

/// The rows shown under the names of their columns, for a spreadsheet: tabs between cells, the sentence last.
pub(super) fn tab_separated(state: &State, columns: &[(usize, &str)], rows: &[Row]) -> String {
    let line = |cells: Vec<&str>| {
        let cells: Vec<String> =
            cells.iter().map(|cell| crate::export::no_formula(&cell.replace(['\t', '\n', '\r'], " "))).collect();
        cells.join("\t") + "\n"
    };
    let head = line(columns.iter().map(|(_, title)| *title).chain(["Sentence"]).collect());
    let row = |row: &Row| {
        let cells = columns.iter().map(|(i, _)| row.cells.get(*i).map_or("", String::as_str));
        line(cells.chain([row.says.as_str()]).collect())
    };
    std::iter::once(head).chain(state.rows().filter_map(|i| rows.get(i)).map(row)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Line, State, columns, tab_separated};
    use crate::ui::Selection;
    use crate::ui::views::rows::{Column, Row};
    use crate::workspace::ArticleId;

    fn rows() -> Vec<Row> {
        let row = |amount: f64, item: &str, i| Row {
            select: Selection::Figure(i),
            cells: vec![format!("{amount}%"), item.to_owned()],
            keys: vec![Some(amount), None],
            says: format!("A duty of {amount} percent."),
        };
        vec![row(25.0, "steel", 0), row(5.0, "", 1), row(10.0, "steel", 2), row(-3.0, "beef", 3)]
    }

    fn check(state: &mut State, expected: &[&str]) {
        state.choose((ArticleId(1), 1), &rows());
        let words = |line: &Line| match line {
            Line::Head(name, count) => format!("{name} {count}"),
            Line::Row(i) => i.to_string(),
        };
        assert_eq!(state.lines.iter().map(words).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn filter_order_and_groups() {
        let mut state = State::default();
        check(&mut state, &["0", "1", "2", "3"]);
        state.group = Some(1);
        check(&mut state, &["steel 2", "0", "2", "beef 1", "3", "Not said 1", "1"]);
        state.sort = Some((0, false));
        check(&mut state, &["beef 1", "3", "steel 2", "2", "0", "Not said 1", "1"]);
        state.filter = "steel 25".to_owned();
        check(&mut state, &["steel 1", "0"]);
        state.group = None;
        check(&mut state, &["0"]);
    }

    #[test]
    fn columns_by_choice_or_by_room() {
        let column = |from| Column::new("", 1.0).from(from);
        let all = [column(0.0), column(400.0), column(f32::INFINITY)];
        assert_eq!(columns(&all, None, 300.0), [0]);
        assert_eq!(columns(&all, None, 500.0), [0, 1]);
        assert_eq!(columns(&all, Some(&vec![false, false, true]), 300.0), [2]);
        assert_eq!(columns(&all, Some(&vec![false; 3]), 300.0), [0], "never none");
    }

    #[test]
    fn a_spreadsheet_gets_a_head_and_no_formulas() {
        let mut state = State { filter: "beef".to_owned(), ..State::default() };
        let mut rows = rows();
        rows[3].cells[1] = "=beef".to_owned();
        state.choose((ArticleId(1), 1), &rows);
        let written = tab_separated(&state, &[(0, "Amount"), (1, "Of what")], &rows);
        assert_eq!(written, "Amount\tOf what\tSentence\n'-3%\t'=beef\tA duty of -3 percent.\n");
    }
}
