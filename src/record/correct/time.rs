//! A time with the days that the analyst gave it, and the figures whose period it names: they follow.
//!
//! A figure's window keeps the words and days of a time and not which time it was. It hangs on the nearest one with
//! these words that had these days; a window that the analyst has set to other days hangs on none.

use crate::record::{Figure, Record, Time, TimeKind};
use crate::text::{Span, Text};

/// Why a time has the days that the analyst typed.
const SET: &str = "An analyst set the date.";

/// What a time is to say.
pub(super) struct Dated<'a> {
    pub(super) value: &'a str,
    pub(super) from: Option<&'a str>,
    pub(super) to: Option<&'a str>,
}

impl Dated<'_> {
    /// Gives a time these days: it is read in this way alone, and nothing in it is vague any more.
    pub(super) fn set(&self, time: &mut Time) {
        let days = (self.from.map(str::to_owned), self.to.map(str::to_owned));
        let reading = time.readings.iter().find(|r| r.value == self.value && (&r.from, &r.to) == (&days.0, &days.1));
        let settled = time.readings.is_empty()
            && time.value.as_deref() == Some(self.value)
            && (&time.from, &time.to) == (&days.0, &days.1);
        if let Some(reading) = reading {
            time.because.clone_from(&reading.because);
        } else if !settled {
            SET.clone_into(&mut time.because);
            time.kind = TimeKind::Date;
            time.anchor = None;
        }
        time.value = Some(self.value.to_owned());
        (time.from, time.to) = days;
        time.modifier = None;
        time.readings.clear();
    }
}

/// Gives the new days of the times that were `before` to the windows that hang on them.
pub(super) fn follow(text: &Text, record: &mut Record, before: &[Time]) {
    let Record { times, figures, .. } = record;
    for old in before {
        let Some(new) = times.iter().find(|time| time.span == old.span) else { continue };
        // The others that a window of these words may hang on instead.
        let others: Vec<Span> = times
            .iter()
            .filter(|time| time.span != old.span && (&time.from, &time.to) == (&old.from, &old.to))
            .map(|time| time.span)
            .collect();
        for figure in figures.iter_mut() {
            let away = |span: Span| span.start.abs_diff(figure.span.start);
            let names = |span: Span| named(text, figure, span);
            let nearer = others.iter().any(|&other| names(other) && away(other) < away(old.span));
            if !names(old.span) || nearer {
                continue;
            }
            if let Some(window) = &mut figure.window
                && (&window.from, &window.to) == (&old.from, &old.to)
            {
                (window.from, window.to) = (new.from.clone(), new.to.clone());
                window.open = window.from.is_none() && window.to.is_none();
            }
        }
    }
}

/// Whether a figure's window has the words of the time there, with or without a word before them.
fn named(text: &Text, figure: &Figure, span: Span) -> bool {
    let words = text.slice(span);
    let window = figure.window.as_ref().map_or("", |w| w.text.as_str());
    !words.is_empty() && !window.is_empty() && (window.contains(words) || words.contains(window))
}

#[cfg(test)]
mod tests {
    use super::super::tests::nth;
    use super::super::{Correction, FigureField, Scope, Target, replay};
    use crate::record::{Certainty, Change, Figure, FigureKind, Record, Time, TimeKind, TimeReading, Window};
    use crate::text::Text;

    /// Two seasons, each with a figure over it, and a figure over a period that nobody named.
    fn seasons() -> (Text, Record) {
        const WORDS: &str =
            "Norland buys 3 tonnes this season. It sold 2 tonnes last May. Sudland buys 4 tonnes this season.";
        let text = Text::new(WORDS);
        let reading = |value: &str, from: &str, to: &str| TimeReading {
            value: value.to_owned(),
            from: Some(from.to_owned()),
            to: Some(to.to_owned()),
            because: format!("The season of {value}."),
        };
        let season = |n| Time {
            readings: vec![
                reading("2025/2026", "2025-09-01", "2026-08-31"),
                reading("2025", "2025-01-01", "2025-12-31"),
            ],
            certainty: Certainty::Unsure,
            ..Time::new(nth(WORDS, "this season", n).span, TimeKind::Date)
        };
        let figure = |words: &str, sentence, window: &str| Figure {
            window: Some(Window { text: window.to_owned(), from: None, to: None, open: true }),
            ..Figure::new(nth(WORDS, words, 0).span, FigureKind::Quantity, sentence)
        };
        let record = Record {
            figures: vec![
                figure("3 tonnes", 0, "this season"),
                figure("2 tonnes", 1, "last May"),
                figure("4 tonnes", 2, "this season"),
            ],
            times: vec![season(0), Time::new(nth(WORDS, "last May", 0).span, TimeKind::Date), season(1)],
            ..Record::default()
        };
        (text, record)
    }

    fn set_time(at: Target, value: &str, from: &str, to: &str) -> Correction {
        let day = |day: &str| (!day.is_empty()).then(|| day.to_owned());
        Correction::SetTime { at, value: value.to_owned(), from: day(from), to: day(to) }
    }

    /// Replays over the seasons, twice.
    fn check_times(corrections: &[Correction], expected: impl Fn(&Record)) {
        let (text, machine) = seasons();
        let run = |record: &Record| replay(&text, record, corrections.iter().map(|c| (Scope::Article, c)));
        let corrected = run(&machine);
        assert!(corrected.missing.is_empty(), "{:?}", corrected.missing);
        assert_eq!(run(&corrected.record).record, corrected.record, "a second replay changes the record");
        expected(&corrected.record);
    }

    fn window_of(figure: &Figure) -> (&str, Option<&str>, Option<&str>, bool) {
        let window = figure.window.as_ref().unwrap();
        (&window.text, window.from.as_deref(), window.to.as_deref(), window.open)
    }

    #[test]
    fn a_reading_of_a_time_is_chosen_and_the_figures_over_it_follow() {
        let (text, _) = seasons();
        let second = nth(text.as_str(), "this season", 1);
        let chosen = set_time(second, "2025/2026", "2025-09-01", "2026-08-31");
        check_times(&[chosen], |record| {
            assert_eq!(record.times[0].readings.len(), 2, "the other one stays open");
            let time = &record.times[2];
            assert_eq!((time.value.as_deref(), time.readings.len()), (Some("2025/2026"), 0));
            assert_eq!((time.certainty, time.because.as_str()), (Certainty::Checked, "The season of 2025/2026."));
            assert_eq!(window_of(&record.figures[0]), ("this season", None, None, true));
            let days = (Some("2025-09-01"), Some("2026-08-31"));
            assert_eq!(window_of(&record.figures[2]), ("this season", days.0, days.1, false));
        });
    }

    #[test]
    fn a_date_is_set_by_hand_and_a_window_that_was_set_stays() {
        let (text, _) = seasons();
        let may = || nth(text.as_str(), "last May", 0);
        let dated = set_time(may(), "2024-05", "2024-05-01", "2024-05-31");
        check_times(std::slice::from_ref(&dated), |record| {
            let time = &record.times[1];
            assert_eq!((time.value.as_deref(), time.from.as_deref()), (Some("2024-05"), Some("2024-05-01")));
            assert_eq!((time.anchor, time.waits()), (None, false));
            assert_eq!(window_of(&record.figures[1]), ("last May", Some("2024-05-01"), Some("2024-05-31"), false));
        });
        let open = Window { text: "last May".to_owned(), from: None, to: Some("2024-06-30".to_owned()), open: false };
        let fields = vec![FigureField::Window(Some(open)), FigureField::Change(Some(Change::Down))];
        let edited = Correction::EditFigure { at: nth(text.as_str(), "2 tonnes", 0), fields };
        check_times(&[edited, dated], |record| {
            assert_eq!(window_of(&record.figures[1]), ("last May", None, Some("2024-06-30"), false));
            assert_eq!(record.figures[1].change, Some(Change::Down));
        });
        let cleared =
            Correction::EditFigure { at: nth(text.as_str(), "3 tonnes", 0), fields: vec![FigureField::Window(None)] };
        check_times(&[cleared], |record| assert_eq!(record.figures[0].window, None));
    }

    #[test]
    fn dates_are_written_under_stable_names() {
        let (text, _) = seasons();
        let time = set_time(nth(text.as_str(), "last May", 0), "2024-05/", "2024-05-01", "");
        let json = serde_json::to_string(&time).unwrap();
        let at = r#""at":{"span":{"start":52,"end":60},"words":"last May"}"#;
        assert_eq!(json, format!(r#"{{"do":"set_time",{at},"value":"2024-05/","from":"2024-05-01","to":null}}"#));
        assert_eq!(serde_json::from_str::<Correction>(&json).unwrap(), time);
        let fields = [FigureField::Window(None), FigureField::Change(Some(Change::Down))];
        let json = serde_json::to_string(&fields).unwrap();
        assert_eq!(json, r#"[{"field":"window","value":null},{"field":"change","value":"down"}]"#);
    }
}
