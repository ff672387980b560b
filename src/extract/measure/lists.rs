//! The words that tell what a figure measures, from a table that a user may extend.

use crate::extract::table::rows;
use crate::record::FigureKind;
use rustc_hash::FxHashMap;
use std::ops::RangeInclusive;

/// A set of figure kinds.
#[derive(Clone, Copy, Debug)]
pub struct Kinds(u8);

impl Kinds {
    fn from_letters(letters: &str) -> Self {
        let bits = letters.chars().fold(0, |bits, c| {
            bits | match c {
                'M' => 1,
                'P' => 2,
                'Q' => 4,
                'C' => 8,
                'R' => 16,
                'D' => 32,
                _ => 0,
            }
        });
        Self(if letters.is_empty() { u8::MAX } else { bits })
    }

    /// Whether figures of this kind belong to the set.
    pub const fn has(self, kind: FigureKind) -> bool {
        let bit = match kind {
            FigureKind::Money => 1,
            FigureKind::Percent => 2,
            FigureKind::Quantity => 4,
            FigureKind::Count => 8,
            FigureKind::Ratio => 16,
            FigureKind::Duration => 32,
            FigureKind::Age | FigureKind::Temperature | FigureKind::Ordinal => 64,
        };
        self.0 & bit != 0
    }
}

/// What one cue word says.
#[derive(Clone, Debug)]
pub struct Cue {
    /// The measure of a figure that belongs to the word.
    pub measure: Box<str>,
    /// The kinds of figures for which it holds.
    pub kinds: Kinds,
    /// The measure of a change of it in percent.
    pub change: Box<str>,
    /// Words of which the sentence must have one; none for a cue that always holds.
    pub needs: Vec<Box<str>>,
}

/// The words that tell what a figure measures.
#[derive(Debug, Default)]
pub struct Measures {
    nouns: FxHashMap<Box<str>, Vec<Cue>>,
    verbs: FxHashMap<Box<str>, Vec<Cue>>,
    scopes: FxHashMap<Box<str>, Box<str>>,
    unions: FxHashMap<Box<str>, Box<str>>,
    leaders: FxHashMap<Box<str>, Box<str>>,
    chapters: FxHashMap<Box<str>, u8>,
    kinds: FxHashMap<Box<str>, RangeInclusive<u8>>,
}

impl Measures {
    /// The words that come with the program.
    pub fn builtin() -> Self {
        let mut measures = Self::default();
        measures.extend(include_str!("../../../assets/lists/measures.tsv"));
        measures.extend_unions(include_str!("../../../assets/lists/unions.tsv"));
        for row in rows(include_str!("../../../assets/lists/leaders.tsv")) {
            if let [country, leaders, ..] = row[..] {
                measures.leaders.extend(leaders.split('|').map(|name| (name.into(), country.into())));
                // "The Trump administration": the one who leads now is known by a surname alone.
                let surname = leaders.split('|').next().and_then(|name| name.rsplit(' ').next());
                measures.leaders.extend(surname.map(|name| (name.into(), country.into())));
            }
        }
        for row in rows(include_str!("../../../assets/lists/commodities.tsv")) {
            if let [name, heading, ..] = row[..]
                && let Some(chapter) = heading.get(..2).and_then(|digits| digits.parse().ok())
            {
                measures.chapters.insert(name.to_lowercase().into(), chapter);
            }
        }
        for row in rows(include_str!("../../../assets/lists/goods.tsv")) {
            if let [chapter, goods, ..] = row[..]
                && let Ok(chapter) = chapter.parse()
            {
                for name in goods.split('|') {
                    measures.chapters.entry(name.into()).or_insert(chapter);
                }
            }
        }
        for row in rows(include_str!("../../../assets/lists/goods_kinds.tsv")) {
            if let [noun, first, last, ..] = row[..]
                && let (Ok(first), Ok(last)) = (first.parse(), last.parse())
            {
                measures.kinds.insert(noun.into(), first..=last);
            }
        }
        measures
    }

    /// The chapters of the Harmonized System that a general word for goods covers.
    pub fn kind_of_goods(&self, noun: &str) -> Option<&RangeInclusive<u8>> {
        self.kinds.get(noun)
    }

    /// The chapter of the Harmonized System to which goods belong, by their name in lower case.
    pub fn chapter(&self, name: &str) -> Option<u8> {
        self.chapters.get(name).copied()
    }

    /// The country that a person leads or led, by full name; of those who lead now, by surname, too.
    pub fn led_by(&self, name: &str) -> Option<&str> {
        self.leaders.get(name).map(|c| &**c)
    }

    /// Adds rows of a table, and says how many.
    pub fn extend(&mut self, table: &str) -> usize {
        let mut taken = 0;
        for row in rows(table) {
            let column = |i: usize| row.get(i).copied().unwrap_or("");
            let cue = Cue {
                measure: column(0).into(),
                kinds: Kinds::from_letters(column(3)),
                change: if column(4).is_empty() { "growth" } else { column(4) }.into(),
                needs: column(5).split('|').filter(|w| !w.is_empty()).map(Into::into).collect(),
            };
            for word in column(2).split('|').filter(|w| !w.is_empty()) {
                taken += 1;
                match column(1) {
                    "noun" => self.nouns.entry(word.into()).or_default().push(cue.clone()),
                    "verb" => self.verbs.entry(word.into()).or_default().push(cue.clone()),
                    "scope" => drop(self.scopes.insert(word.into(), column(0).into())),
                    _ => taken -= 1,
                }
            }
        }
        taken
    }

    /// Adds rows of a union and its members.
    pub fn extend_unions(&mut self, table: &str) {
        for row in rows(table) {
            if let [union, members, ..] = row[..] {
                for member in members.split('|') {
                    self.unions.insert(member.into(), union.into());
                }
            }
        }
    }

    /// The country or union that trades for a member ("Scotland", "Germany").
    pub fn union(&self, member: &str) -> Option<&str> {
        self.unions.get(member).map(|u| &**u)
    }

    /// Whether a name is that of a union that trades as one.
    pub fn is_union(&self, name: &str) -> bool {
        self.unions.values().any(|union| **union == *name)
    }

    /// The cues of a noun in the singular, or of two nouns with a space between.
    pub fn noun(&self, noun: &str) -> &[Cue] {
        self.nouns.get(noun).map_or(&[], Vec::as_slice)
    }

    /// The cues of a verb in its base form.
    pub fn verb(&self, lemma: &str) -> &[Cue] {
        self.verbs.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// The measure of the money a noun is "on" ("tariffs on $5bn").
    pub fn scope(&self, noun: &str) -> Option<&str> {
        self.scopes.get(noun).map(|m| &**m)
    }
}

#[cfg(test)]
mod tests {
    use super::Measures;
    use crate::record::FigureKind;

    #[test]
    fn a_user_may_add_a_measure() {
        let mut measures = Measures::builtin();
        measures.extend("emissions\tnoun\temission\tQ\tgrowth");
        assert_eq!(&*measures.noun("emission")[0].measure, "emissions");
        assert!(measures.noun("tariff")[0].kinds.has(FigureKind::Percent));
        assert!(!measures.noun("tariff")[0].kinds.has(FigureKind::Money));
        assert_eq!(measures.scope("duty"), Some("trade value"));
    }
}
