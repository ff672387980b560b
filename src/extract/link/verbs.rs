//! The forms of a verb: the regular ones by rule, the irregular ones from its list.

/// What a form tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "say", after "will" or "to".
    Base,
    /// "says"
    Present,
    /// "said"
    Past,
    /// "saying"
    Participle,
}

/// Every form of a verb. `irregular` lists the past forms, and any other form that the rules get wrong, separated by `|`.
/// Of a verb of several words only the first is inflected ("point out").
pub fn forms(verb: &str, irregular: &str) -> Vec<(String, Tense)> {
    let (head, tail) = verb.split_once(' ').map_or((verb, String::new()), |(head, tail)| (head, format!(" {tail}")));
    let mut forms = vec![(verb.to_owned(), Tense::Base)];
    let mut listed_past = false;
    let mut listed_participle = false;
    for form in irregular.split('|').filter(|f| !f.is_empty()) {
        let first = form.split(' ').next().unwrap_or(form);
        let tense = if first.ends_with("ing") { Tense::Participle } else { Tense::Past };
        listed_past |= tense == Tense::Past;
        listed_participle |= tense == Tense::Participle;
        forms.push((if form.contains(' ') { form.to_owned() } else { format!("{form}{tail}") }, tense));
    }
    forms.push((format!("{}{tail}", third_person(head)), Tense::Present));
    if !listed_past {
        forms.push((format!("{}{tail}", past(head)), Tense::Past));
    }
    if !listed_participle {
        forms.push((format!("{}{tail}", participle(head)), Tense::Participle));
    }
    forms
}

fn consonant_y(verb: &str) -> Option<&str> {
    verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

fn third_person(verb: &str) -> String {
    match (verb, consonant_y(verb)) {
        ("have", _) => "has".to_owned(),
        (_, Some(stem)) => format!("{stem}ies"),
        _ if verb.ends_with(['s', 'x', 'z', 'o']) || verb.ends_with("ch") || verb.ends_with("sh") => {
            format!("{verb}es")
        }
        _ => format!("{verb}s"),
    }
}

fn past(verb: &str) -> String {
    match consonant_y(verb) {
        Some(stem) => format!("{stem}ied"),
        None if verb.ends_with('e') => format!("{verb}d"),
        None => format!("{verb}ed"),
    }
}

fn participle(verb: &str) -> String {
    match verb.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'i', 'o']) => format!("{stem}ing"),
        _ => format!("{verb}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::forms;

    fn check(verb: &str, irregular: &str, expected: &str) {
        let found: Vec<String> = forms(verb, irregular).into_iter().map(|(form, _)| form).collect();
        assert_eq!(found.join(","), expected);
    }

    #[test]
    fn regular_and_irregular() {
        check("announce", "", "announce,announces,announced,announcing");
        check("deny", "", "deny,denies,denied,denying");
        check("say", "said", "say,said,says,saying");
        check("quip", "quipped|quipping", "quip,quipped,quipping,quips");
        check("agree", "", "agree,agrees,agreed,agreeing");
        check("push", "", "push,pushes,pushed,pushing");
        check("point out", "", "point out,points out,pointed out,pointing out");
    }
}
