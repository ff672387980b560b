//! Numbers in words: "three", "twenty-one", "two hundred and six", and the magnitudes that digits share with them.

use crate::text::Text;

/// What one word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    /// "three", "fifteen": below twenty.
    Small(f64),
    /// "forty".
    Tens(f64),
    /// "hundred", "million", "dozen", "crore": multiplies what stands before it.
    Scale(f64),
    /// "hundreds", "millions", "dozens": the same, and alone an order of magnitude.
    Scales(f64),
    /// "fifth", "twentieth": a rank, or the lower part of a fraction.
    Rank(f64),
    /// "fifths": only the lower part of a fraction.
    Parts(f64),
    /// "half", "quarter".
    Share(f64),
}

use Part::{Parts, Rank, Scale, Scales, Share, Small, Tens};

/// Every number word, sorted, so that those of one letter stand together.
const WORDS: &[(&str, Part)] = &[
    ("billion", Scale(1e9)),
    ("billions", Scales(1e9)),
    ("billionth", Rank(1e9)),
    ("billionths", Parts(1e9)),
    ("crore", Scale(1e7)),
    ("crores", Scale(1e7)),
    ("doz", Scale(12.0)),
    ("dozen", Scale(12.0)),
    ("dozens", Scales(12.0)),
    ("dozs", Scale(12.0)),
    ("eight", Small(8.0)),
    ("eighteen", Small(18.0)),
    ("eighteenth", Rank(18.0)),
    ("eighth", Rank(8.0)),
    ("eighths", Parts(8.0)),
    ("eightieth", Rank(80.0)),
    ("eighty", Tens(80.0)),
    ("eleven", Small(11.0)),
    ("eleventh", Rank(11.0)),
    ("fifteen", Small(15.0)),
    ("fifteenth", Rank(15.0)),
    ("fifth", Rank(5.0)),
    ("fifths", Parts(5.0)),
    ("fiftieth", Rank(50.0)),
    ("fifty", Tens(50.0)),
    ("first", Rank(1.0)),
    ("firsts", Parts(1.0)),
    ("five", Small(5.0)),
    ("fortieth", Rank(40.0)),
    ("forty", Tens(40.0)),
    ("four", Small(4.0)),
    ("fourscore", Tens(80.0)),
    ("fourteen", Small(14.0)),
    ("fourteenth", Rank(14.0)),
    ("fourth", Rank(4.0)),
    ("fourths", Parts(4.0)),
    ("half", Share(0.5)),
    ("halves", Parts(2.0)),
    ("hundred", Scale(100.0)),
    ("hundreds", Scales(100.0)),
    ("hundredth", Rank(100.0)),
    ("hundredths", Parts(100.0)),
    ("koti", Scale(1e7)),
    ("krore", Scale(1e7)),
    ("krores", Scale(1e7)),
    ("lac", Scale(1e5)),
    ("lacs", Scale(1e5)),
    ("lakh", Scale(1e5)),
    ("lakhs", Scale(1e5)),
    ("lkh", Scale(1e5)),
    ("lkhs", Scale(1e5)),
    ("million", Scale(1e6)),
    ("millions", Scales(1e6)),
    ("millionth", Rank(1e6)),
    ("millionths", Parts(1e6)),
    ("naught", Small(0.0)),
    ("nil", Small(0.0)),
    ("nine", Small(9.0)),
    ("nineteen", Small(19.0)),
    ("nineteenth", Rank(19.0)),
    ("ninetieth", Rank(90.0)),
    ("ninety", Tens(90.0)),
    ("ninth", Rank(9.0)),
    ("ninths", Parts(9.0)),
    ("nought", Small(0.0)),
    ("one", Small(1.0)),
    ("quadrillion", Scale(1e15)),
    ("quarter", Share(0.25)),
    ("quarters", Parts(4.0)),
    ("quintillion", Scale(1e18)),
    ("second", Rank(2.0)),
    ("seven", Small(7.0)),
    ("seventeen", Small(17.0)),
    ("seventeenth", Rank(17.0)),
    ("seventh", Rank(7.0)),
    ("sevenths", Parts(7.0)),
    ("seventieth", Rank(70.0)),
    ("seventy", Tens(70.0)),
    ("sextillion", Scale(1e21)),
    ("six", Small(6.0)),
    ("sixteen", Small(16.0)),
    ("sixteenth", Rank(16.0)),
    ("sixth", Rank(6.0)),
    ("sixths", Parts(6.0)),
    ("sixtieth", Rank(60.0)),
    ("sixty", Tens(60.0)),
    ("ten", Small(10.0)),
    ("tens", Scales(10.0)),
    ("tenth", Rank(10.0)),
    ("tenths", Parts(10.0)),
    ("third", Rank(3.0)),
    ("thirds", Parts(3.0)),
    ("thirteen", Small(13.0)),
    ("thirteenth", Rank(13.0)),
    ("thirtieth", Rank(30.0)),
    ("thirty", Tens(30.0)),
    ("thousand", Scale(1e3)),
    ("thousands", Scales(1e3)),
    ("thousandth", Rank(1e3)),
    ("thousandths", Parts(1e3)),
    ("three", Small(3.0)),
    ("threescore", Tens(60.0)),
    ("trillion", Scale(1e12)),
    ("trillions", Scales(1e12)),
    ("trillionth", Rank(1e12)),
    ("trillionths", Parts(1e12)),
    ("twelfth", Rank(12.0)),
    ("twelve", Small(12.0)),
    ("twentieth", Rank(20.0)),
    ("twenty", Tens(20.0)),
    ("two", Small(2.0)),
    ("zero", Small(0.0)),
];

/// What a lower-case word adds to a number.
pub(super) fn part(lower: &str) -> Option<Part> {
    // Most words of a text are turned away by their length and first letters, before any comparison of words.
    let &[first, second, _, ..] = lower.as_bytes() else { return None };
    if lower.len() > 12 {
        return None;
    }
    let letter = usize::from(first.checked_sub(b'a')?);
    let some = WORDS.get(*STARTS.get(letter)?..*STARTS.get(letter + 1)?)?;
    some.iter().find(|(word, _)| word.as_bytes()[1] == second && *word == lower).map(|(_, part)| *part)
}

/// Where the words of each letter start in the table, and its end.
const STARTS: [usize; 27] = {
    let mut starts = [WORDS.len(); 27];
    let mut i = WORDS.len();
    while i > 0 {
        i -= 1;
        starts[(WORDS[i].0.as_bytes()[0] - b'a') as usize] = i;
    }
    // A letter without words starts where the next one does.
    let mut letter = 26;
    while letter > 0 {
        letter -= 1;
        if starts[letter] > starts[letter + 1] {
            starts[letter] = starts[letter + 1];
        }
    }
    starts
};

/// The token after `i`, past one hyphen that joins number words ("twenty-one").
pub(super) fn past_hyphen(text: &Text, i: usize) -> usize {
    if matches!(text.word(i), "-" | "‑" | "–") { i + 1 } else { i }
}

/// A cardinal in words.
#[derive(Debug, PartialEq)]
pub(super) struct Cardinal {
    pub(super) value: f64,
    /// The magnitude of its last words: a million for "three million", 1 for "thirty-one".
    pub(super) scale: f64,
    /// One past its last token.
    pub(super) end: usize,
}

/// The cardinal that starts at token `at` with a small number, a multiple of ten or a magnitude.
pub(super) fn cardinal(text: &Text, at: usize) -> Option<Cardinal> {
    // `total` holds what magnitudes have closed, `group` what is below the next one.
    let (mut total, mut group, mut scale) = (0.0, None::<f64>, 1.0);
    let mut last_scale = f64::INFINITY;
    let mut end = at;
    let mut next = at;
    loop {
        match part(text.lower(next)) {
            Some(Small(n)) if fits(group, 10.0, n) => group = Some(group.unwrap_or(0.0) + n),
            Some(Tens(n)) if fits(group, 100.0, n) => group = Some(group.unwrap_or(0.0) + n),
            Some(Scale(100.0)) if group.is_none_or(|g| g < 100.0 && g > 0.0) => {
                group = Some(group.unwrap_or(1.0) * 100.0);
            }
            Some(Scale(n) | Scales(n))
                if (n < last_scale || group.is_none() && total < n) && (next > at || !is_plural(text, next)) =>
            {
                if group.is_none() && total > 0.0 {
                    // "three hundred thousand million": magnitudes that follow each other multiply.
                    total *= n;
                } else {
                    total += group.take().unwrap_or(1.0) * n;
                    last_scale = if n >= 1e3 { n } else { last_scale };
                }
                scale = n;
            }
            _ => break,
        }
        end = next + 1;
        if scale == 12.0 {
            break;
        }
        next = past_hyphen(text, end);
        if matches!(text.lower(next), "and" | "&") && next == end && (scale > 1.0 || group.is_some_and(|g| g >= 100.0))
        {
            let small = matches!(part(text.lower(next + 1)), Some(Small(_) | Tens(_)));
            // "six million and two thirds" ends in a fraction.
            let lower = part(text.lower(past_hyphen(text, next + 2)));
            let small = small && !matches!(lower, Some(Parts(_) | Share(_)));
            let closed = group.is_none_or(|g| g % 100.0 == 0.0);
            // "three hundred and six" is one number; "three million and two hundred" in news is two.
            if small && closed && !starts_larger(text, next + 1, if group.is_some() { 100.0 } else { scale }) {
                next += 1;
            }
        } else if text.word(next) == "," && group.is_none() && last_scale.is_finite() && hundreds_at(text, next + 1) {
            next += 1;
        }
    }
    if end == at {
        return None;
    }
    let value = total + group.unwrap_or(0.0);
    if group.is_some() && total > 0.0 {
        scale = 1.0;
    }
    if group.is_some_and(|g| g >= 100.0 && g % 100.0 == 0.0) && total == 0.0 {
        scale = 100.0;
    }
    Some(Cardinal { value, scale, end })
}

/// "one twenty two" for 122, where nothing follows that the two numbers could count.
pub(super) fn hundreds_shorthand(text: &Text, at: usize) -> Option<f64> {
    let ends = matches!(text.word(at + 3), "" | "." | "," | ";" | ")");
    match (part(text.lower(at))?, part(text.lower(at + 1))?, part(text.lower(at + 2))?) {
        (Small(hundreds), Tens(tens), Small(ones)) if ends && (1.0..10.0).contains(&hundreds) && ones < 10.0 => {
            Some(hundreds * 100.0 + tens + ones)
        }
        _ => None,
    }
}

/// Whether `n` may follow what the group holds: a small number after tens or hundreds, tens after hundreds.
fn fits(group: Option<f64>, step: f64, n: f64) -> bool {
    group.is_none_or(|g| g > 0.0 && g % step == 0.0 && g >= 20.0 && (step > 10.0 || n < 10.0 || g % 100.0 == 0.0))
}

/// Whether "two hundred" stands at token `at`: what a comma may part from the thousands or millions before it.
fn hundreds_at(text: &Text, at: usize) -> bool {
    matches!(part(text.lower(at)), Some(Small(_))) && part(text.lower(at + 1)) == Some(Scale(100.0))
}

fn is_plural(text: &Text, i: usize) -> bool {
    matches!(part(text.lower(i)), Some(Scales(_)))
}

/// Whether the number at `at` takes a magnitude of its own that is not below `limit`.
fn starts_larger(text: &Text, at: usize, limit: f64) -> bool {
    let mut i = at;
    while let Some(p) = part(text.lower(i)) {
        match p {
            Scale(n) | Scales(n) => return n >= limit,
            Small(_) | Tens(_) => i = past_hyphen(text, i + 1),
            _ => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{WORDS, cardinal};
    use crate::text::Text;

    fn check(words: &str, value: f64, scale: f64) {
        let found = cardinal(&Text::new(words), 0).map(|c| (c.value, c.scale));
        assert_eq!(found, Some((value, scale)), "in {words:?}");
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(WORDS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn values() {
        check("three", 3.0, 1.0);
        check("forty-two cars", 42.0, 1.0);
        check("two hundred and six", 206.0, 1.0);
        check("twenty-one thousand eleven", 21_011.0, 1.0);
        check("seven hundred twenty-one thousand and twelve", 721_012.0, 1.0);
        check("five hundred", 500.0, 100.0);
        check("six million", 6e6, 1e6);
        check("three hundred thousand", 3e5, 1e3);
        check("twenty-eight thousand six hundred forty-two", 28_642.0, 1.0);
        check("three dozen", 36.0, 12.0);
        check("two lakh", 2e5, 1e5);
    }

    #[test]
    fn what_does_not_go_together_is_two_numbers() {
        check("two three", 2.0, 1.0);
        check("three hundred and two hundred", 300.0, 100.0);
        check("twelve five", 12.0, 1.0);
        check("one hundred and a half", 100.0, 100.0);
    }

    #[test]
    fn other_words_are_none() {
        assert_eq!(cardinal(&Text::new("once upon a time"), 0), None);
        assert_eq!(cardinal(&Text::new("millions of birds"), 0), None);
    }
}
