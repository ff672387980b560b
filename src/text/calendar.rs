//! The English names of months and weekdays, and how they are shortened: one list for all who read dates.

/// The months, each with its full name and its short ones.
pub const MONTHS: [(&str, &[&str]); 12] = [
    ("january", &["jan"]),
    ("february", &["feb"]),
    ("march", &["mar"]),
    ("april", &["apr"]),
    ("may", &[]),
    ("june", &["jun"]),
    ("july", &["jul"]),
    ("august", &["aug"]),
    ("september", &["sep", "sept"]),
    ("october", &["oct"]),
    ("november", &["nov"]),
    ("december", &["dec"]),
];

/// The weekdays from Monday, each with its full name and its short ones.
pub const WEEKDAYS: [(&str, &[&str]); 7] = [
    ("monday", &["mon"]),
    ("tuesday", &["tue", "tues"]),
    ("wednesday", &["wed"]),
    ("thursday", &["thu", "thur", "thurs"]),
    ("friday", &["fri"]),
    ("saturday", &["sat"]),
    ("sunday", &["sun"]),
];

/// A month by any of its names in lower case, from 1.
pub fn month(word: &str) -> Option<i8> {
    number(&MONTHS, word)
}

/// A weekday by any of its names in lower case, 1 for Monday.
pub fn weekday(word: &str) -> Option<i8> {
    number(&WEEKDAYS, word)
}

/// Whether a word in lower case is a month in full: short names are words of their own ("mar", "sat").
pub fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|(full, _)| *full == word)
}

/// Whether a word in lower case is a weekday in full.
pub fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().any(|(full, _)| *full == word)
}

/// All names of months and weekdays.
pub fn names() -> impl Iterator<Item = &'static str> {
    MONTHS.iter().chain(&WEEKDAYS).flat_map(|(full, short)| std::iter::once(full).chain(*short)).copied()
}

fn number(list: &[(&str, &[&str])], word: &str) -> Option<i8> {
    let at = list.iter().position(|(full, short)| *full == word || short.contains(&word))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers() {
        assert_eq!((month("may"), month("sept"), month("mai")), (Some(5), Some(9), None));
        assert_eq!((weekday("monday"), weekday("thurs"), weekday("day")), (Some(1), Some(4), None));
        assert!(is_month("may") && is_weekday("sunday") && !is_month("mar") && !is_weekday("sat"));
        assert_eq!(names().count(), 12 + 12 + 7 + 10);
    }
}
