//! The hours of "this morning", "tonight" and "late in the afternoon", where somebody plans or searches.
//!
//! A report keeps the part of the day as it is named ("2025-10-30TMO"): from which hour to which, nobody says. A search
//! takes the whole of it, so that nothing is missed; an appointment its core.

use super::voice::Voice;

/// The hours of a part of the day, by its TIMEX3 code, and of its early or late end; none in a report.
pub(super) fn hours(part: &str, modifier: Option<&str>, voice: Voice) -> Option<(u8, u8)> {
    let (from, to) = match (voice, part) {
        (Voice::Bare, "MO") => (0, 12),
        (Voice::Bare, "AF") => (12, 19),
        (Voice::Bare, "EV" | "NI") => (18, 24),
        (Voice::Plan, "MO") => (8, 12),
        (Voice::Plan, "AF") => (12, 16),
        (Voice::Plan, "EV") => (16, 20),
        (Voice::Plan, "NI") => (20, 24),
        _ => return None,
    };
    let half = (to - from) / 2;
    Some(match modifier {
        Some("START") => (from, from + half),
        Some("END") => (to - half, to),
        _ => (from, to),
    })
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn hours_where_somebody_plans() {
        check("last night", "last night = 2025-10-29T18:00/2025-10-29T24:00");
        check("Let’s meet tomorrow morning.", "tomorrow morning = 2025-10-31T08:00/2025-10-31T12:00");
        check("Can we meet late this afternoon?", "late this afternoon = 2025-10-30T14:00/2025-10-30T16:00");
        check("in the evening at eight", "in the evening at eight = 2025-10-30T20:00");
    }

    #[test]
    fn a_report_names_no_hours() {
        check("It fell on Friday morning.", "Friday morning = 2025-10-24TMO");
        check("They met in the morning.", "");
    }
}
