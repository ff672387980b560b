//! A chart as text for a terminal: █ for facts, ▒ for promises, ░ up to an upper end, ▶ where an end is open.

use super::{Bar, Chart, Fill, Scale};

/// The chart in lines of at most `width` characters, with a line break after each.
pub fn render(chart: &Chart, width: usize) -> String {
    let width = width.clamp(40, 200);
    let days = matches!(chart.scale, Scale::Days);
    let heading = if chart.unit.is_empty() { chart.title.clone() } else { format!("{}, {}", chart.title, chart.unit) };
    let mut out = format!("{heading}\n");
    let indent = if chart.groups.iter().any(|g| !g.label.is_empty()) { "  " } else { "" };
    let names = chart.bars().map(|b| count(&b.label)).max().unwrap_or(0).min(width / 3);
    let values = chart.bars().map(|b| count(&words(b))).max().unwrap_or(0);
    let room = width.saturating_sub(indent.len() + names + values + 5).clamp(8, 48);
    let largest = chart.bars().map(Bar::extent).fold(0.0, f64::max);
    for group in &chart.groups {
        if !group.label.is_empty() {
            out.push_str(&group.label);
            out.push('\n');
        }
        for bar in &group.bars {
            let drawn = if days { String::new() } else { blocks(bar, largest, room) };
            let gap = if days { "" } else { "  " };
            let line = format!("{indent}{}  {drawn}{gap}{}", pad(&bar.label, names), words(bar));
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    for note in &chart.notes {
        out.push_str(note);
        out.push('\n');
    }
    out
}

/// The amount and its remark.
fn words(bar: &Bar) -> String {
    match (bar.value.is_empty(), bar.remark.is_empty()) {
        (false, false) => format!("{} ({})", bar.value, bar.remark),
        (true, _) => bar.remark.clone(),
        (_, true) => bar.value.clone(),
    }
}

/// The bar in block characters.
fn blocks(bar: &Bar, largest: f64, room: usize) -> String {
    let cells = |value: f64| {
        let share = if largest > 0.0 { value / largest } else { 0.0 };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between nothing and the room")]
        let cells = (share.clamp(0.0, 1.0) * room as f64).round() as usize;
        if value > 0.0 { cells.max(1) } else { 0 }
    };
    let block = match bar.fill {
        Fill::Solid => "█",
        Fill::Hatched => "▒",
        Fill::Hollow => "·",
    };
    match (bar.low, bar.high) {
        (Some(low), Some(high)) => {
            let (low, high) = (cells(low), cells(high));
            format!("{}{}", block.repeat(low), "░".repeat(high.saturating_sub(low)))
        }
        (Some(low), None) => format!("{}▶", block.repeat(cells(low))),
        (None, Some(high)) => format!("{}▏", "░".repeat(cells(high))),
        (None, None) => String::new(),
    }
}

fn count(words: &str) -> usize {
    words.chars().count()
}

/// The words in exactly `width` characters.
fn pad(words: &str, width: usize) -> String {
    if count(words) <= width {
        return format!("{words}{}", " ".repeat(width - count(words)));
    }
    let mut cut: String = words.chars().take(width.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::chart::test::sample;

    #[test]
    fn bars_of_blocks() {
        assert_eq!(
            render(&sample(), 60),
            "\
Purchases of oats, million tonnes
2024
  oats  █████████████████  3 (done)
2026
  oats  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▶  ≥ 4.5 (promised)
  rye   ███████████░░░░░░░░░░░░░░░░░░░░░░  2–6
2027
  oats  ░░░░░░░░░░░▏  ≤ 2 (possible)
Two of them are rates.
"
        );
    }
}
