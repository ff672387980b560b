//! The course of tariff rates over several dated articles: a line of steps for each rate that at least two of them tell.
//!
//! A rate with a day of its own ("from 1 May") stands there, any other on the day on which its article was published.
//! Two articles tell one rate where the same entity levies it on the same goods from the same country.

use super::change::{dated, steps};
use super::tariff::{self, Rate};
use super::{Bar, Chart, Datum, Direction, Fill, Ground, Group, Scale, ticks};
use crate::record::EntityId;
use crate::text::noun;
use std::collections::BTreeMap;

/// More lines in one chart cross each other too often to be read.
const MOST: usize = 5;

/// What one article tells of tariff rates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    article: i64,
    title: String,
    steps: Vec<Step>,
}

/// A rate as an article tells it.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    levies: EntityId,
    toward: Option<EntityId>,
    /// The goods, in the form in which articles are compared.
    goods: String,
    /// The day, and its words; none where neither the sentence nor the article has one.
    day: Option<(f64, String)>,
    /// Whether the sentence says the day.
    own_day: bool,
    /// Labelled by who levies it and on what.
    bar: Bar,
}

/// A rate that several articles tell, with the days on which it is so told.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    label: String,
    points: Vec<Point>,
    notes: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
struct Point {
    article: i64,
    title: String,
    day: f64,
    words: String,
    own_day: bool,
    bar: Bar,
}

impl Told {
    /// What an article tells; `article` is the workspace's number and `published` the day in ISO 8601.
    pub fn new(article: i64, title: &str, published: Option<&str>, ground: Ground<'_>) -> Self {
        let published = published.and_then(ticks::day).and_then(|day| Some((day, ticks::day_words(day)?)));
        let (rates, _) = tariff::rates(ground);
        let told = |rate: &Rate<'_>| {
            let levies = rate.levies?;
            let goods = goods(ground, rate);
            if goods.is_empty() && rate.toward.is_none() {
                return None;
            }
            let step = |(figure, mut bar): (&crate::record::Figure, Bar)| {
                let own = figure.window.as_ref().map(dated);
                // What takes years has no day at all, not that of its article.
                let day = own.clone().unwrap_or_else(|| published.clone());
                let dated = day.as_ref().map_or("no date", |(_, words)| words.as_str());
                bar.says = format!("{}\n{title}, {dated}", bar.says);
                let own_day = own.flatten().is_some();
                Step { levies, toward: rate.toward, goods: goods.clone(), day, own_day, bar }
            };
            let mut steps: Vec<Step> = steps(ground, rate).into_iter().map(step).collect();
            // What a rate was before held on some other day than that of the article.
            let newest = steps.pop()?;
            steps.retain(|step| step.own_day);
            steps.push(newest);
            Some(steps)
        };
        let steps = rates.iter().filter_map(told).flatten().collect();
        Self { article, title: title.to_owned(), steps }
    }

    /// The article, by the workspace's number.
    pub const fn article(&self) -> i64 {
        self.article
    }
}

/// The rates that at least two articles tell, on different days. `name` gives what the workspace calls an entity of an
/// article; one without an answer is nobody else.
pub fn join<'a>(told: &[&Told], name: impl Fn(i64, EntityId) -> Option<&'a str>) -> Vec<Course> {
    type Key = (String, Option<String>, String);
    let mut rates: BTreeMap<Key, Vec<(&Told, &Step)>> = BTreeMap::new();
    for article in told {
        for step in &article.steps {
            let name = |id| {
                name(article.article, id).map_or_else(|| format!("{id:?} of {}", article.article), str::to_lowercase)
            };
            let key = (name(step.levies), step.toward.map(name), step.goods.clone());
            rates.entry(key).or_default().push((article, step));
        }
    }
    rates.values().filter_map(|told| course(told)).collect()
}

/// The course of a rate; nothing where fewer than two articles tell it on fewer than two days.
fn course(told: &[(&Told, &Step)]) -> Option<Course> {
    let label = told.last()?.1.bar.label.clone();
    let mut points: Vec<Point> = Vec::new();
    let mut notes = Vec::new();
    for of_article in told.chunk_by(|a, b| a.0.article == b.0.article) {
        let (article, _) = *of_article.first()?;
        let mut days: Vec<(f64, &str, Vec<&Step>)> = Vec::new();
        for (_, step) in of_article {
            match &step.day {
                None => {
                    notes.push(format!("Not drawn, because it has no day: {} in “{}”.", step.bar.value, article.title));
                }
                Some((day, words)) => match days.iter_mut().find(|(d, ..)| d.total_cmp(day).is_eq()) {
                    Some((.., steps)) => steps.push(step),
                    None => days.push((*day, words, vec![step])),
                },
            }
        }
        for (day, words, steps) in days {
            let Some(step) = only(&steps) else {
                notes.push(format!("Not drawn: “{}” tells several rates of {label} at once.", article.title));
                continue;
            };
            let mut bar = step.bar.clone();
            bar.label.clone_from(&label);
            points.push(Point {
                article: article.article,
                title: article.title.clone(),
                day,
                words: words.to_owned(),
                own_day: step.own_day,
                bar,
            });
        }
    }
    points.sort_by(|a, b| a.day.total_cmp(&b.day));
    notes.dedup();
    let several = |differ: fn(&Point, &Point) -> bool| points.windows(2).any(|two| differ(&two[0], &two[1]));
    let told_twice = several(|a, b| a.article != b.article) && several(|a, b| a.day < b.day);
    told_twice.then_some(Course { label, points, notes })
}

/// The one rate that an article tells for a day: it may tell it twice, tell what it was, and threaten another.
fn only<'a>(steps: &[&'a Step]) -> Option<&'a Step> {
    let ends = |step: &Step| (step.bar.low, step.bar.high);
    let was = |step: &Step| steps.iter().any(|other| step.bar.low.is_some_and(|low| other.bar.before.contains(&low)));
    let one = |among: Vec<&'a Step>| {
        let first = *among.first()?;
        let same = among.iter().all(|step| ends(step) == ends(first));
        same.then(|| among.iter().find(|step| !step.bar.before.is_empty()).copied().unwrap_or(first))
    };
    let now: Vec<&Step> = steps.iter().copied().filter(|step| !was(step)).collect();
    one(now.clone()).or_else(|| one(now.into_iter().filter(|step| step.bar.fill == Fill::Solid).collect()))
}

/// The chart of the rates that an article and others tell; nothing where none is.
pub fn chart(courses: &[Course], article: i64) -> Option<Chart> {
    let mut drawn: Vec<&Course> =
        courses.iter().filter(|course| course.points.iter().any(|p| p.article == article)).collect();
    drawn.sort_by_key(|course| std::cmp::Reverse(course.points.len()));
    let all = drawn.len();
    drawn.truncate(MOST);
    let mut groups: Vec<Group> = Vec::new();
    for point in drawn.iter().flat_map(|course| &course.points) {
        let mut bar = point.bar.clone();
        if let (true, Datum::Figure(figure)) = (point.article != article, bar.datum) {
            bar.datum = Datum::Elsewhere { article: point.article, figure };
        }
        match groups.iter_mut().find(|g| g.day == Some(point.day)) {
            Some(group) => group.bars.push(bar),
            None => groups.push(Group { day: Some(point.day), ..Group::new(point.words.as_str(), vec![bar]) }),
        }
    }
    groups.sort_by(|a, b| a.day.unwrap_or(f64::MAX).total_cmp(&b.day.unwrap_or(f64::MAX)));
    let mut told_by: Vec<String> = Vec::new();
    for point in drawn.iter().flat_map(|course| &course.points) {
        let title = format!("“{}”", point.title);
        if !told_by.contains(&title) {
            told_by.push(title);
        }
    }
    let mut notes = vec![format!("Told by {}.", told_by.join(", "))];
    notes.extend(drawn.iter().flat_map(|course| course.notes.iter().cloned()));
    if drawn.iter().flat_map(|course| &course.points).any(|point| !point.own_day) {
        notes.insert(0, "A rate without a day of its own stands on the day its article was published.".to_owned());
    }
    if all > MOST {
        notes.push(format!("Drawn: the {MOST} that are told most, of {all}."));
    }
    (!groups.is_empty()).then(|| Chart {
        title: "Tariffs over time, across articles".to_owned(),
        unit: "percent".to_owned(),
        scale: Scale::Amount { divisor: 1.0 },
        direction: Direction::Steps,
        groups,
        notes,
    })
}

/// The goods of a rate so that articles can be compared: "Chinese steel products" from China and "steel" are one.
fn goods(ground: Ground<'_>, rate: &Rate<'_>) -> String {
    let item = rate.item.unwrap_or_default();
    let counts = |word: &&str| {
        let lower = word.to_lowercase();
        let vague = matches!(
            lower.as_str(),
            "all" | "most" | "the" | "imported" | "imports" | "import" | "goods" | "products" | "exports" | "shipments"
        );
        !(vague || rate.toward.is_some() && ground.names(word, rate.toward))
    };
    let words = item.split_whitespace().filter(counts).map(|word| noun::singular(&word.to_lowercase()).into_owned());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Course, Told, chart, join};
    use crate::chart::Ground;
    use crate::chart::ground::test::{article, entity, figure};
    use crate::record::{EntityKind, Measure, Status, Window};

    /// An article in which a country levies rates of these percentages, each with its day if it has one.
    fn told(number: i64, words: &str, published: Option<&str>, rates: &[(&str, &str, Option<&str>)]) -> Told {
        let (text, mut record) = article(words);
        let norland = entity(&mut record, EntityKind::Place, "Norland");
        for (percent, item, day) in rates {
            let value = percent.trim_end_matches('%').parse().ok();
            let mut f = figure(&text, percent, value, value, "%", "percent");
            (f.measure, f.actor, f.item) =
                (Measure::new(Measure::TARIFF_RATE), Some(norland), Some((*item).to_owned()));
            f.status = if words.contains("may") { Status::Possible } else { Status::Reported };
            f.window = day.map(|day| Window {
                text: "then".to_owned(),
                from: Some(day.to_owned()),
                to: Some(day.to_owned()),
                open: false,
            });
            record.figures.push(f);
        }
        Told::new(number, &format!("Report {number}"), published, Ground { text: &text, record: &record })
    }

    /// The steps of the chart of article 1.
    fn steps(articles: &[Told]) -> Vec<String> {
        let courses = join(&articles.iter().collect::<Vec<_>>(), |_, _| Some("Norland"));
        lines(&courses)
    }

    fn lines(courses: &[Course]) -> Vec<String> {
        let chart = chart(courses, 1);
        let groups = chart.iter().flat_map(|c| &c.groups);
        groups.flat_map(|g| g.bars.iter().map(move |b| format!("{}: {}", g.label, b.spoken()))).collect()
    }

    #[test]
    fn a_rate_that_two_dated_articles_tell_is_a_line() {
        let may = told(1, "The duty on beef is 20%.", Some("2026-05-04"), &[("20%", "imported beef", None)]);
        let june = told(2, "Beef pays 8% now.", Some("2026-06-02"), &[("8%", "beef", None)]);
        let later = told(3, "From July it is 5%.", Some("2026-06-20"), &[("5%", "Beef", Some("2026-07-01"))]);
        assert_eq!(
            steps(&[may.clone(), june, later]),
            ["4 May 2026: Norland: Beef: 20%", "2 Jun 2026: Norland: Beef: 8%", "1 Jul 2026: Norland: Beef: 5%"]
        );
        let wine = told(2, "Wine pays 8% now.", Some("2026-06-02"), &[("8%", "wine", None)]);
        assert!(steps(&[may.clone(), wine]).is_empty(), "other goods are another rate");
        let undated = told(2, "Beef pays 8% now.", None, &[("8%", "beef", None)]);
        assert!(steps(&[may.clone(), undated]).is_empty(), "without a day there is no place");
        let again = told(2, "Beef pays 20% now.", Some("2026-05-04"), &[("20%", "beef", None)]);
        assert!(steps(&[may, again]).is_empty(), "one day is no course");
    }

    #[test]
    fn what_an_article_threatens_is_not_what_holds() {
        let may = told(1, "The duty on beef is 20%.", Some("2026-05-04"), &[("20%", "beef", None)]);
        let words = "Beef pays 8%. It pays 9% elsewhere.";
        let both = told(2, words, Some("2026-06-02"), &[("8%", "beef", None), ("9%", "beef", None)]);
        let later = told(3, "Beef may pay 5%.", Some("2026-06-20"), &[("5%", "beef", None)]);
        let courses = join(&[&may, &both, &later], |_, _| Some("Norland"));
        assert_eq!(lines(&courses), ["4 May 2026: Norland: Beef: 20%", "20 Jun 2026: Norland: Beef: 5%, possible"]);
        assert_eq!(courses[0].notes, ["Not drawn: “Report 2” tells several rates of Norland: Beef at once."]);
    }
}
