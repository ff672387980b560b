//! Corrections over hand-made records: what they change, what they leave, and what they do twice.

use super::*;
use crate::record::{
    Alias, Certainty, Commitment, Entity, EntityId, Figure, FigureKind, Mention, Quote, QuoteKind, Record,
};
use crate::text::Text;

const STORY: &str =
    "Ida Berg met Jordan in Oslo. Berg said “we will buy 5 tonnes.” Washington said no. Jordan left Washington.";

pub(super) fn nth(text: &str, words: &str, n: usize) -> Target {
    let (start, _) = text.match_indices(words).nth(n).unwrap();
    let span = Span::new(u32::try_from(start).unwrap(), u32::try_from(start + words.len()).unwrap());
    Target { span, words: words.to_owned() }
}

fn at(words: &str, n: usize) -> Target {
    nth(STORY, words, n)
}

fn mention(words: &str, n: usize, kind: EntityKind, entity: u32) -> Mention {
    Mention {
        span: at(words, n).span,
        kind,
        entity: Some(EntityId(entity)),
        stands_for: None,
        certainty: Certainty::Likely,
        because: String::new(),
    }
}

fn entity(id: u32, kind: EntityKind, name: &str) -> Entity {
    Entity { id: EntityId(id), kind, name: name.to_owned(), roles: Vec::new(), aliases: Vec::new() }
}

fn machine() -> Record {
    use EntityKind::{Person, Place};
    let mut berg = entity(1, Person, "Ida Berg");
    berg.aliases.push(Alias { text: "Berg".to_owned(), why: "last name".to_owned() });
    Record {
        entities: vec![berg, entity(2, Place, "Jordan"), entity(3, Place, "Oslo"), entity(4, Place, "Washington")],
        mentions: vec![
            mention("Ida Berg", 0, Person, 1),
            mention("Jordan", 0, Place, 2),
            mention("Oslo", 0, Place, 3),
            mention("Berg", 1, Person, 1),
            mention("Washington", 0, Place, 4),
            mention("Jordan", 1, Place, 2),
            mention("Washington", 1, Place, 4),
        ],
        figures: vec![Figure {
            low: Some(5.0),
            high: Some(5.0),
            unit: "t".to_owned(),
            unit_name: "tonne".to_owned(),
            actor: Some(EntityId(4)),
            status: Status::Promised,
            said_by: Some(EntityId(1)),
            ..Figure::new(at("5 tonnes", 0).span, FigureKind::Quantity, 1)
        }],
        times: Vec::new(),
        quotes: vec![Quote {
            span: at("“we will buy 5 tonnes.”", 0).span,
            speaker: Some(EntityId(1)),
            speaker_span: None,
            cue: Some("said".to_owned()),
            kind: QuoteKind::Direct,
            certainty: Certainty::Sure,
            because: String::new(),
        }],
        commitments: vec![Commitment {
            span: at("we will buy 5 tonnes", 0).span,
            actor: Some(EntityId(4)),
            action: "buy".to_owned(),
            object: None,
            status: Status::Promised,
            said_by: Some(EntityId(1)),
            figures: vec![0],
            certainty: Certainty::Sure,
            because: String::new(),
        }],
    }
}

/// Replays over the story and checks the result with `expected`; then that a second replay changes nothing more and
/// that every id in the record names an entity.
fn check(corrections: &[(Scope, Correction)], expected: impl Fn(&Corrected)) -> Corrected {
    let text = Text::new(STORY);
    let run = |record: &Record| replay(&text, record, corrections.iter().map(|(scope, c)| (*scope, c)));
    let corrected = run(&machine());
    expected(&corrected);
    let record = &corrected.record;
    assert_eq!(&run(record).record, record, "a second replay changes the record");
    let ids = record.mentions.iter().filter_map(|m| m.entity);
    let ids = ids.chain(record.figures.iter().flat_map(|f| [f.actor, f.toward, f.said_by]).flatten());
    let ids = ids.chain(record.quotes.iter().filter_map(|q| q.speaker));
    for id in ids.chain(record.commitments.iter().flat_map(|c| [c.actor, c.said_by]).flatten()) {
        assert!(record.entity(id).is_some(), "{id:?} names no entity");
    }
    corrected
}

fn here(correction: Correction) -> [(Scope, Correction); 1] {
    [(Scope::Article, correction)]
}

fn names(corrected: &Corrected) -> Vec<&str> {
    corrected.record.entities.iter().map(|e| e.name.as_str()).collect()
}

fn known(kind: EntityKind, name: &str) -> EntityRef {
    EntityRef { kind, name: name.to_owned() }
}

#[test]
fn nothing_changes_without_corrections() {
    check(&[], |c| assert_eq!(c.record, machine()));
}

#[test]
fn a_rejected_mention_goes_and_its_entity_with_the_last_one() {
    let reject = |n| Correction::Reject { mark: MarkKind::Mention, at: vec![at("Washington", n)] };
    check(&here(reject(0)), |c| assert_eq!(names(c), ["Ida Berg", "Jordan", "Oslo", "Washington"]));
    check(&[(Scope::Article, reject(0)), (Scope::Article, reject(1))], |c| {
        assert_eq!(names(c), ["Ida Berg", "Jordan", "Oslo"]);
        assert_eq!(c.record.figures[0].actor, None);
        assert_eq!(c.record.commitments[0].actor, None);
    });
    check(&[(Scope::Everywhere, reject(0))], |c| assert_eq!(names(c), ["Ida Berg", "Jordan", "Oslo"]));
}

#[test]
fn a_rejected_figure_leaves_its_commitment() {
    check(&here(Correction::Reject { mark: MarkKind::Figure, at: vec![at("5 tonnes", 0)] }), |c| {
        assert!(c.record.figures.is_empty());
        assert!(c.record.commitments[0].figures.is_empty());
    });
}

#[test]
fn an_accepted_mark_is_checked_and_nothing_else() {
    check(&here(Correction::Accept { mark: MarkKind::Mention, at: at("Oslo", 0) }), |c| {
        let checked: Vec<bool> = c.record.mentions.iter().map(|m| m.certainty == Certainty::Checked).collect();
        assert_eq!(checked, [false, false, true, false, false, false, false]);
    });
}

#[test]
fn an_added_mention_takes_the_place_of_what_it_crosses() {
    let add = |words, entity| Correction::AddMention { at: at(words, 0), kind: EntityKind::Event, entity };
    check(&here(add("met Jordan", None)), |c| {
        assert_eq!(names(c), ["Ida Berg", "Jordan", "Oslo", "Washington", "met Jordan"]);
        assert_eq!(c.record.mentions.len(), 7);
        assert_eq!(c.record.mentions[1].entity, Some(EntityId(5)));
    });
    check(&here(add("left", Some(known(EntityKind::Place, "Oslo")))), |c| {
        assert_eq!(c.record.mentions[6].entity, Some(EntityId(3)));
    });
    let add = Correction::AddMention { at: at("said", 0), kind: EntityKind::Work, entity: None };
    check(&[(Scope::Everywhere, add)], |c| assert_eq!(c.record.mentions.len(), 9));
}

#[test]
fn retyping_all_mentions_takes_the_entity_along_and_some_split_it() {
    let retype = |at: Vec<Target>| Correction::Retype { at, kind: EntityKind::Organization, entity: None };
    check(&here(retype(vec![at("Washington", 0), at("Washington", 1)])), |c| {
        assert_eq!(c.record.entities[3].kind, EntityKind::Organization);
        assert_eq!(c.record.figures[0].actor, Some(EntityId(4)));
    });
    check(&here(retype(vec![at("Washington", 0)])), |c| {
        let kinds: Vec<_> = c.record.entities.iter().map(|e| (e.kind.name(), e.id.0)).collect();
        assert_eq!(kinds, [("person", 1), ("place", 2), ("place", 3), ("place", 4), ("organization", 5)]);
        assert_eq!(c.record.mentions[4].entity, Some(EntityId(5)));
        assert_eq!(c.record.mentions[6].entity, Some(EntityId(4)));
    });
}

#[test]
fn a_merge_moves_mentions_references_and_names() {
    let merge =
        Correction::Merge { from: known(EntityKind::Place, "Washington"), into: known(EntityKind::Place, "Oslo") };
    check(&here(merge), |c| {
        assert_eq!(names(c), ["Ida Berg", "Jordan", "Oslo"]);
        assert_eq!(c.record.figures[0].actor, Some(EntityId(3)));
        assert_eq!(c.record.entities[2].aliases[0].text, "Washington");
        assert_eq!(c.record.mentions[6].entity, Some(EntityId(3)));
    });
}

#[test]
fn a_split_gives_mentions_to_another_entity() {
    use EntityKind::{Person, Place};
    let split = |from, at: Vec<Target>| here(Correction::Split { from, at }).map(|(_, split)| (Scope::Article, split));
    check(&split(known(Person, "Ida Berg"), vec![at("Berg", 1)]), |c| {
        assert_eq!(names(c), ["Ida Berg", "Jordan", "Oslo", "Washington", "Berg"]);
        assert!(c.record.entities[0].aliases.is_empty(), "the name is another's now");
        assert_eq!(c.record.mentions[3].entity, Some(c.record.entities[4].id));
        assert_eq!(c.record.mentions[3].certainty, Certainty::Checked);
    });
    check(&split(known(Place, "Washington"), vec![at("Washington", 1)]), |c| {
        assert_eq!(names(c), ["Ida Berg", "Jordan", "Oslo", "Washington", "Washington (2)"]);
    });
    check(&split(known(Place, "Oslo"), vec![at("Jordan", 0)]), |c| {
        assert_eq!((c.missing.as_slice(), &c.record), ([0].as_slice(), &machine()), "no mention of it");
    });
}

#[test]
fn an_entity_is_found_by_every_name_it_had() {
    let rename = |from: &str, to: &str| {
        (Scope::Article, Correction::Rename { entity: known(EntityKind::Person, from), name: to.to_owned() })
    };
    check(&[rename("Ida Berg", "Dr Ida Berg"), rename("Ida Berg", "I. Berg")], |c| {
        assert_eq!(names(c)[0], "I. Berg");
        assert_eq!(c.missing, [0usize; 0]);
    });
    check(&[rename("Ida Berg", "A"), rename("A", "B"), rename("Ida Berg", "C")], |c| assert_eq!(names(c)[0], "C"));
}

#[test]
fn an_edited_figure_keeps_bound_and_ends_in_step() {
    let edit = |fields| Correction::EditFigure { at: at("5 tonnes", 0), fields };
    check(&here(edit(vec![FigureField::Bound(Bound::AtLeast)])), |c| {
        assert_eq!((c.record.figures[0].low, c.record.figures[0].high), (Some(5.0), None));
        assert_eq!(c.record.figures[0].certainty, Certainty::Checked);
    });
    check(&here(edit(vec![FigureField::Low(Some(6.0))])), |c| {
        assert_eq!((c.record.figures[0].low, c.record.figures[0].high), (Some(6.0), Some(6.0)));
    });
    let money = FigureField::Unit { code: "USD".to_owned(), name: "dollar".to_owned() };
    check(&here(edit(vec![money, FigureField::Actor(Some(known(EntityKind::Place, "Jordan")))])), |c| {
        assert_eq!(c.record.figures[0].kind, FigureKind::Money);
        assert_eq!(c.record.figures[0].actor, Some(EntityId(2)));
    });
}

#[test]
fn a_merge_is_taken_back() {
    let (oslo, jordan) = (known(EntityKind::Place, "Oslo"), known(EntityKind::Place, "Jordan"));
    let merge = (Scope::Article, Correction::Merge { from: oslo.clone(), into: jordan.clone() });
    let back = (Scope::Article, Correction::Unmerge { from: oslo, into: jordan });
    check(&[merge.clone(), back.clone()], |c| assert_eq!(c.record, machine(), "as if it had never been made"));
    check(&[merge.clone(), back.clone(), merge], |c| assert_eq!(c.record.entities.len(), machine().entities.len() - 1));
    check(&[back], |c| assert_eq!((&c.record, c.missing.as_slice()), (&machine(), [0].as_slice())));
}

#[test]
fn speakers_and_statuses_change() {
    let words = "“we will buy 5 tonnes.”";
    check(&here(Correction::SetSpeaker { at: at(words, 0), speaker: Some(known(EntityKind::Place, "Jordan")) }), |c| {
        assert_eq!(c.record.quotes[0].speaker, Some(EntityId(2)));
    });
    check(&here(Correction::SetStatus { at: at("we will buy 5 tonnes", 0), status: Status::Done }), |c| {
        assert_eq!(c.record.commitments[0].status, Status::Done);
    });
}

#[test]
fn what_is_not_found_is_reported_and_changes_nothing() {
    let gone = Target { span: Span::new(0, 3), words: "nowhere".to_owned() };
    let nobody = known(EntityKind::Person, "Nobody");
    let log = [
        (Scope::Article, Correction::Accept { mark: MarkKind::Quote, at: gone.clone() }),
        (Scope::Article, Correction::Rename { entity: nobody.clone(), name: "X".to_owned() }),
        (Scope::Article, Correction::EditFigure { at: at("Oslo", 0), fields: Vec::new() }),
        (Scope::Everywhere, Correction::Merge { from: nobody.clone(), into: nobody }),
    ];
    check(&log, |c| {
        assert_eq!(c.record, machine());
        assert_eq!(c.missing, [0, 1, 2]);
    });
}

#[test]
fn a_target_is_found_again_where_its_words_have_moved() {
    let longer = format!("New. {STORY}");
    let text = Text::new(longer.as_str());
    let mut record = machine();
    for mention in &mut record.mentions {
        mention.span = Span::new(mention.span.start + 5, mention.span.end + 5);
    }
    let reject = Correction::Reject { mark: MarkKind::Mention, at: vec![at("Jordan", 1)] };
    let corrected = replay(&text, &record, [(Scope::Article, &reject)]);
    let left: Vec<_> = corrected.record.mentions.iter().map(|m| text.slice(m.span)).collect();
    assert_eq!(left, ["Ida Berg", "Jordan", "Oslo", "Berg", "Washington", "Washington"]);
}

#[test]
fn the_last_answer_dates_the_article() {
    let set = |day: Option<&str>| Correction::SetPublished { date: day.map(str::to_owned) };
    let (one, none) = (set(Some("2025-10-30")), set(None));
    assert_eq!(published(Some("2020-01-01"), []), Some("2020-01-01"));
    assert_eq!(published(None, [(Scope::Article, &one)]), Some("2025-10-30"));
    assert_eq!(published(None, [(Scope::Article, &one), (Scope::Article, &none)]), None);
}

#[test]
fn corrections_survive_json() {
    let all = [
        Correction::Retype { at: vec![at("Oslo", 0)], kind: EntityKind::Facility, entity: None },
        Correction::EditFigure {
            at: at("5 tonnes", 0),
            fields: vec![FigureField::Low(None), FigureField::Unit { code: "t".into(), name: "tonne".into() }],
        },
        Correction::SetPublished { date: None },
    ];
    for correction in all {
        let json = serde_json::to_string(&correction).unwrap();
        assert_eq!(serde_json::from_str::<Correction>(&json).unwrap(), correction, "{json}");
    }
}
