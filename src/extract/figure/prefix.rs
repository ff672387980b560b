//! The prefixes of the International System of Units and those of powers of two, with their names.
//!
//! A row of `units.tsv` says before which of its symbols which letters stand; the names of all decimal prefixes go with
//! the name and every one-word name of the row ("kilowatt", "gigaannum").

/// Letter, name. The order is that of the SI brochure, the largest first; "K" and "μ" (Greek) are usual in news.
const DECIMAL: &[(&str, &str)] = &[
    ("Q", "quetta"),
    ("R", "ronna"),
    ("Y", "yotta"),
    ("Z", "zetta"),
    ("E", "exa"),
    ("P", "peta"),
    ("T", "tera"),
    ("G", "giga"),
    ("M", "mega"),
    ("k", "kilo"),
    ("h", "hecto"),
    ("da", "deca"),
    ("d", "deci"),
    ("c", "centi"),
    ("m", "milli"),
    ("u", "micro"),
    ("n", "nano"),
    ("p", "pico"),
    ("f", "femto"),
    ("a", "atto"),
    ("z", "zepto"),
    ("y", "yocto"),
    ("r", "ronto"),
    ("q", "quecto"),
];

const BINARY: &[(&str, &str)] =
    &[("Ki", "kibi"), ("Mi", "mebi"), ("Gi", "gibi"), ("Ti", "tebi"), ("Pi", "pebi"), ("Ei", "exbi")];

/// One prefix before a unit.
pub(super) struct Prefixed {
    /// Its UCUM code: "u" for micro.
    pub(super) code: &'static str,
    /// "micro".
    pub(super) name: &'static str,
    /// The symbols with the letter before them: "µs", "μs".
    pub(super) symbols: Vec<String>,
}

/// The prefixed forms that a column such as "bit: k M Ki, bits: k" tells.
pub(super) fn read(column: &str) -> Vec<Prefixed> {
    let stems: Vec<(&str, Vec<&str>)> = column
        .split(", ")
        .filter_map(|entry| entry.split_once(": "))
        .map(|(stem, letters)| (stem, letters.split(' ').collect()))
        .collect();
    if stems.is_empty() {
        return Vec::new();
    }
    let binary = stems.iter().any(|(_, letters)| letters.contains(&"Ki"));
    let all = DECIMAL.iter().chain(BINARY.iter().filter(|_| binary));
    all.map(|&(code, name)| {
        let symbols = stems.iter().flat_map(|(stem, letters)| {
            let own = letters.iter().filter(|&&letter| ucum(letter) == code);
            own.map(move |letter| format!("{letter}{stem}"))
        });
        Prefixed { code, name, symbols: symbols.collect() }
    })
    .collect()
}

fn ucum(letter: &str) -> &str {
    match letter {
        "µ" | "μ" => "u",
        "K" => "k",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn check(column: &str, code: &str, expected: &str) {
        let all = read(column);
        let found = all.iter().find(|p| p.code == code).map(|p| format!("{} {}", p.name, p.symbols.join(" ")));
        assert_eq!(found.as_deref().unwrap_or("").trim(), expected, "in {column:?}");
    }

    #[test]
    fn forms() {
        check("s: m µ μ n", "u", "micro µs μs");
        check("B: k K Ki", "k", "kilo kB KB");
        check("B: k K Ki", "Mi", "mebi");
        check("W: k", "Mi", "");
        check("W: k", "da", "deca");
        check("", "k", "");
    }
}
