//! The review: a queue of the marks that the engine doubts most, gone through one by one.
//!
//! The queue is fixed when the review begins, so that "18 of 63" keeps its meaning; a mark that was accepted, corrected
//! or rejected on the way is passed over, and does not come into the next queue either. Times that wait for the date of
//! the article are not asked one by one: the date is asked first, and answers them all.

mod bar;

pub use bar::ui;

use super::marks::{self, Mark, Marks};
use super::{OpenArticle, Selection};
use crate::chart::amount;
use crate::extract::link::across::Across;
use crate::record::correct::{Correction, EntityRef, MarkKind};
use crate::record::{Certainty, EntityKind, Record, StandsFor, Time};
use crate::text::Span;

/// Longer words are cut in a question.
const LONGEST: usize = 56;

/// One question of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    /// When the article was published.
    Date,
    /// Whether an entity is one of other articles, and how much was said of that before.
    Elsewhere(EntityRef, usize),
    /// Whether a mark is right.
    Mark(MarkKind, Span),
}

/// A review on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    queue: Vec<Item>,
    at: usize,
    /// What is asked about now; nothing when that mark is gone, or the queue is at its end.
    pub asked: Selection,
}

impl Review {
    /// Begins a review of what is in doubt; none when nothing is.
    pub fn new(article: &OpenArticle, across: &Across) -> Option<Self> {
        let date = article.waiting().next().map(|_| Item::Date);
        let marks = to_check(article);
        let marks = marks.iter().filter_map(|mark| Some(Item::Mark(marks::mark_kind(mark.what)?, mark.span)));
        let doubts = across.doubts_in(article.id.0).iter();
        let doubts = doubts.map(|doubt| Item::Elsewhere(doubt.name.clone(), said_of(&doubt.name, article)));
        let queue: Vec<Item> = date.into_iter().chain(doubts).chain(marks).collect();
        let mut review = Self { queue, ..Self::default() };
        review.refresh(&article.record);
        (!review.is_empty()).then_some(review)
    }

    /// How many questions the queue has.
    pub fn len(&self) -> usize {
        self.queue.len()
    }

    /// Whether the queue has none.
    pub fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }

    /// The place in the queue, counted from 1.
    pub fn place(&self) -> usize {
        self.at + 1
    }

    /// Whether the end is reached.
    pub fn ended(&self) -> bool {
        self.at >= self.queue.len()
    }

    /// The words that are asked about, even when their mark is gone.
    pub fn span(&self) -> Option<Span> {
        self.queue.get(self.at).and_then(|item| if let Item::Mark(_, span) = item { Some(*span) } else { None })
    }

    /// Whether the date of the article is asked for.
    pub fn asks_date(&self) -> bool {
        self.queue.get(self.at) == Some(&Item::Date)
    }

    /// Whether it is asked who an entity is in other articles.
    pub fn asks_elsewhere(&self) -> bool {
        matches!(self.queue.get(self.at), Some(Item::Elsewhere(..)))
    }

    /// Finds what is asked about in a record that has changed.
    pub fn refresh(&mut self, record: &Record) {
        self.asked = self.find(self.at, &Marks::new(record), record);
    }

    /// Goes on to the next question that is still open, or to the end.
    pub fn go_on(&mut self, article: &OpenArticle) {
        let marks = Marks::new(&article.record);
        let next = (self.at + 1..self.queue.len()).find(|&i| self.open(i, &marks, article));
        self.at = next.unwrap_or(self.queue.len());
        self.asked = self.find(self.at, &marks, &article.record);
    }

    /// Goes back to the question before, whatever became of its mark.
    pub fn go_back(&mut self, record: &Record) {
        self.at = self.at.saturating_sub(1);
        self.refresh(record);
    }

    /// Whether what is asked now still waits for an answer.
    pub fn waits(&self, article: &OpenArticle) -> bool {
        self.open(self.at, &Marks::new(&article.record), article)
    }

    /// How many questions of the queue are still open.
    pub fn left(&self, article: &OpenArticle) -> usize {
        let marks = Marks::new(&article.record);
        (0..self.queue.len()).filter(|&i| self.open(i, &marks, article)).count()
    }

    fn open(&self, i: usize, marks: &Marks, article: &OpenArticle) -> bool {
        match self.queue.get(i) {
            Some(Item::Date) => article.waiting().next().is_some(),
            Some(Item::Elsewhere(name, said)) => said_of(name, article) <= *said,
            Some(Item::Mark(..)) => doubt(self.find(i, marks, &article.record), article).is_some(),
            None => false,
        }
    }

    fn find(&self, i: usize, marks: &Marks, record: &Record) -> Selection {
        let (kind, span) = match self.queue.get(i) {
            Some(Item::Elsewhere(name, _)) => {
                let entity = record.entities.iter().find(|e| e.kind == name.kind && e.name == name.name);
                return entity.map_or(Selection::None, |e| Selection::Entity(e.id));
            }
            Some(&Item::Mark(kind, span)) => (kind, span),
            Some(Item::Date) | None => return Selection::None,
        };
        let same = |mark: &Mark| mark.span == span && marks::mark_kind(mark.what) == Some(kind);
        marks.within(span).find(same).map_or(Selection::None, |mark| mark.what)
    }
}

/// How often the analyst has said who an entity is in other articles.
fn said_of(name: &EntityRef, article: &OpenArticle) -> usize {
    let about = |c: &Correction| matches!(c, Correction::Identify { one, other, .. } if one == name || other == name);
    article.log.iter().filter(|logged| about(&logged.correction)).count()
}

/// How much a mark is doubted, the most first; nothing when it is not, or when it waits for the date of the article.
fn doubt(what: Selection, article: &OpenArticle) -> Option<u8> {
    if let Selection::Time(i) = what
        && article.published.is_none()
        && article.record.times.get(i).is_some_and(Time::waits)
    {
        return None;
    }
    match marks::certainty(what, &article.record)? {
        Certainty::Unsure => Some(0),
        Certainty::Likely => Some(1),
        Certainty::Sure | Certainty::Checked => None,
    }
}

/// The marks that are worth a look, the least sure first, then in text order.
fn to_check(article: &OpenArticle) -> Vec<Mark> {
    let marks = Marks::new(&article.record).all;
    let mut queue: Vec<(u8, Mark)> =
        marks.into_iter().filter_map(|mark| Some((doubt(mark.what, article)?, mark))).collect();
    queue.sort_by_key(|(doubt, _)| *doubt);
    queue.into_iter().map(|(_, mark)| mark).collect()
}

/// What a mark claims, as a question that yes or no answers; nothing for what is no mark.
pub fn question(what: Selection, article: &OpenArticle) -> Option<String> {
    let record = &article.record;
    let words = format!("“{}”", short(article.text.slice(marks::span(what, record)?)));
    let name = |id| amount::name_of(record, id);
    Some(match what {
        Selection::None | Selection::Entity(_) | Selection::Pair(_) => return None,
        Selection::Mention(i) => {
            let mention = record.mentions.get(i)?;
            let kind = kind_word(mention.kind);
            match name(mention.entity) {
                _ if mention.stands_for == Some(StandsFor::Government) => {
                    format!("Does {words} stand for the government there?")
                }
                Some(name) if name != article.text.slice(mention.span) => {
                    format!("Is {words} the {kind} “{}”?", short(name))
                }
                _ => format!("Is {words} {} {kind}?", if kind.starts_with(['o', 'e']) { "an" } else { "a" }),
            }
        }
        Selection::Figure(i) => {
            let figure = record.figures.get(i)?;
            let of = figure.item.as_deref().map_or_else(String::new, |item| format!(" of {}", short(item)));
            format!("Does {words} say {}{of}?", amount::full(figure))
        }
        Selection::Time(i) => match &record.times.get(i)?.value {
            Some(value) => format!("Does {words} mean {value}?"),
            None => format!("Does {words} name a time?"),
        },
        Selection::Quote(i) => match name(record.quotes.get(i)?.speaker) {
            Some(speaker) => format!("Does “{}” say {words}?", short(speaker)),
            None => format!("Are these somebody's words: {words}?"),
        },
        Selection::Commitment(i) => {
            let commitment = record.commitments.get(i)?;
            let status = commitment.status.label();
            match name(commitment.actor) {
                Some(actor) => format!("Is {words} a commitment of “{}” ({status})?", short(actor)),
                None => format!("Is {words} a commitment ({status})?"),
            }
        }
    })
}

const fn kind_word(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
        EntityKind::Facility => "facility",
        EntityKind::Group => "group",
        EntityKind::Product => "product",
        EntityKind::Event => "event",
        EntityKind::Work => "work",
        EntityKind::Law => "law",
        EntityKind::Commodity => "commodity",
    }
}

/// Words on one line, cut at a word where they are too long.
fn short(words: &str) -> String {
    let mut out = String::new();
    for word in words.trim_matches(['“', '”', '"']).split_whitespace() {
        if out.chars().count() + word.chars().count() > LONGEST && !out.is_empty() {
            out.push('…');
            return out;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Across, Review, question};
    use crate::record::{Certainty, EntityKind, Mention, Record, Time, TimeKind};
    use crate::text::{Span, Text};
    use crate::ui::{ArticleId, OpenArticle, Selection};
    use std::sync::Arc;

    fn article(doubts: [Certainty; 3]) -> OpenArticle {
        let mention = |start, end, certainty| Mention {
            span: Span::new(start, end),
            kind: EntityKind::Organization,
            entity: None,
            stands_for: None,
            certainty,
            because: String::new(),
        };
        let [a, b, c] = doubts;
        let mentions = vec![mention(0, 4, a), mention(9, 15, b), mention(20, 26, c)];
        OpenArticle {
            id: ArticleId(1),
            title: None,
            source: String::new(),
            published: None,
            text: Arc::new(Text::new("Oslo and Bergen and Tromso")),
            record: Arc::new(Record { mentions, ..Record::default() }),
            log: Vec::new(),
            notes: Vec::new(),
            courses: [].into(),
            revision: 0,
        }
    }

    /// The marks that are asked about in turn when all are passed over.
    fn check(doubts: [Certainty; 3], expected: &[usize]) {
        let article = article(doubts);
        let mut asked = Vec::new();
        let mut review = Review::new(&article, &Across::default());
        while let Some(review) = review.as_mut().filter(|review| !review.ended()) {
            asked.extend([review.asked]);
            review.go_on(&article);
        }
        let expected: Vec<Selection> = expected.iter().map(|&i| Selection::Mention(i)).collect();
        assert_eq!(asked, expected);
    }

    #[test]
    fn the_least_sure_come_first_and_the_sure_never() {
        use Certainty::{Checked, Likely, Sure, Unsure};
        check([Likely, Unsure, Likely], &[1, 0, 2]);
        check([Checked, Sure, Unsure], &[2]);
        check([Checked, Sure, Sure], &[]);
    }

    #[test]
    fn what_was_settled_on_the_way_is_passed_over() {
        let before = article([Certainty::Unsure; 3]);
        let after = article([Certainty::Unsure, Certainty::Checked, Certainty::Unsure]);
        let mut review = Review::new(&before, &Across::default()).unwrap();
        review.go_on(&after);
        assert_eq!((review.asked, review.place(), review.len()), (Selection::Mention(2), 3, 3));
        assert_eq!(review.left(&after), 2);
        review.go_back(&after.record);
        assert_eq!((review.asked, review.waits(&after)), (Selection::Mention(1), false));
        review.go_back(&after.record);
        review.go_back(&after.record);
        assert_eq!(review.place(), 1);
        review.refresh(&Record::default());
        assert_eq!((review.asked, review.span()), (Selection::None, Some(Span::new(0, 4))), "rejected");
    }

    #[test]
    fn the_date_of_the_article_is_asked_once_for_all_that_wait_for_it() {
        let time =
            |start, end| Time { certainty: Certainty::Unsure, ..Time::new(Span::new(start, end), TimeKind::Date) };
        let mut article = article([Certainty::Likely, Certainty::Sure, Certainty::Sure]);
        Arc::make_mut(&mut article.record).times = vec![time(0, 4), time(9, 15)];
        let mut review = Review::new(&article, &Across::default()).unwrap();
        assert!(review.asks_date() && review.waits(&article));
        assert_eq!(review.len(), 2, "the date, and the mention in doubt");
        review.go_on(&article);
        assert_eq!((review.asked, review.left(&article)), (Selection::Mention(0), 2), "the date was passed over");
        article.published = Some("2026-05-04".to_owned());
        assert_eq!(review.left(&article), 1);
        assert_eq!(
            Review::new(&article, &Across::default()).map(|review| review.len()),
            Some(3),
            "times that a date did not settle"
        );
    }

    #[test]
    fn a_mark_is_a_question() {
        let article = article([Certainty::Unsure; 3]);
        let asked = question(Selection::Mention(1), &article);
        assert_eq!(asked.as_deref(), Some("Is “Bergen” an organization?"));
        assert_eq!(question(Selection::None, &article), None);
    }
}
