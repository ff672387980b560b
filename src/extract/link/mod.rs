//! Links mentions to entities: who and what is named, each once.
//!
//! Finds which mentions name one person, organisation, country, place or good, and says why; seats of government that act
//! ("Beijing said"); offices of people; and what pronouns and descriptions refer to. Does not read the world: two names are
//! one only where the article or a list says so.
//!
//! ```text
//! US President Donald Trump ... Trump ... He     -> e1, role "US President"
//! Chinese goods ... China ... Beijing said       -> e2 China
//! ```

pub mod across;
mod cluster;
mod description;
mod entity;
pub(in crate::extract) mod form;
pub mod lists;
mod metonym;
mod person;
pub mod phrase;
mod pronoun;
mod referent;
mod thing;
mod title;
pub mod verbs;

pub(in crate::extract) use description::is_nation;
pub use lists::Gender;
pub use referent::{Referent, STATE_BODIES, owner, referent};

use super::quote::marks;
use super::reading::Reading;
use crate::record::StandsFor;
use cluster::Clustered;

/// Joins the mentions of one thing into an entity, and reads what other words refer to it.
pub(super) fn run(reading: &mut Reading<'_>) {
    let (text, lists) = (reading.text, &reading.lists.link);
    reading.record.mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
    let Clustered { clusters, acting, doubts } = cluster::clusters(text, lists, &reading.record.mentions);
    for (i, certainty) in doubts {
        let mention = &mut reading.record.mentions[i];
        mention.certainty = mention.certainty.max(certainty);
        mention.because = format!("{}; more than one person of the article is called so", mention.because);
    }
    for (mention, why) in reading.record.mentions.iter_mut().zip(acting) {
        if let Some(why) = why {
            mention.stands_for = Some(StandsFor::Government);
            mention.because = format!("{}; {why}", mention.because);
        }
    }
    let genders = entity::fill(text, lists, &clusters, &mut reading.record);
    let quoted = marks::quoted(text);
    reading.referents = pronoun::referents(text, lists, &reading.lists.quote, &reading.record, &genders, &quoted);
}

#[cfg(test)]
pub(in crate::extract) mod tests {
    use super::{Referent, run};
    use crate::extract::{Engine, Hints, Reading};
    use crate::record::{Certainty, EntityKind, Mention};
    use crate::text::{Span, Text};
    use std::sync::LazyLock;

    /// Names marked in a text: "{P:Ola Berg}" is a person, O an organisation, L a place, G a people, C a good.
    pub(in crate::extract) fn unmarked(marked: &str) -> (String, Vec<Mention>) {
        let (mut plain, mut mentions) = (String::new(), Vec::new());
        let mut pieces = marked.split('{');
        plain.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            let (named, rest) = piece.split_once('}').unwrap();
            let (kind, name) = named.split_once(':').unwrap();
            let kind = match kind {
                "P" => EntityKind::Person,
                "O" => EntityKind::Organization,
                "L" => EntityKind::Place,
                "G" => EntityKind::Group,
                _ => EntityKind::Commodity,
            };
            let start = u32::try_from(plain.len()).unwrap();
            plain.push_str(name);
            let span = Span::new(start, u32::try_from(plain.len()).unwrap());
            let (certainty, because) = (Certainty::Sure, "marked in the test".to_owned());
            mentions.push(Mention { span, kind, entity: None, stands_for: None, certainty, because });
            plain.push_str(rest);
        }
        (plain, mentions)
    }

    /// One engine for all tests: its lists take a while to load.
    pub(in crate::extract) static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::default);

    /// A reading in which these mentions are linked.
    pub(in crate::extract) fn reading_of<'a>(
        engine: &'a Engine,
        text: &'a Text,
        hints: &'a Hints,
        mentions: &[Mention],
    ) -> Reading<'a> {
        let mut reading = engine.begin(text, hints);
        reading.record.mentions = mentions.to_vec();
        run(&mut reading);
        reading
    }

    /// The entities of a marked text, each as "name = other names", with roles in brackets.
    fn check(marked: &str, expected: &[&str]) {
        let hints = Hints::default();
        let (plain, mentions) = unmarked(marked);
        let text = Text::new(plain);
        let found: Vec<String> = reading_of(&ENGINE, &text, &hints, &mentions)
            .record
            .entities
            .iter()
            .map(|e| {
                let aliases: Vec<&str> = e.aliases.iter().map(|a| a.text.as_str()).collect();
                let roles = if e.roles.is_empty() { String::new() } else { format!(" [{}]", e.roles.join("; ")) };
                format!("{} = {}{roles}", e.name, aliases.join(", "))
            })
            .collect();
        assert_eq!(found, expected, "in {marked:?}");
    }

    /// What each pronoun and description of a marked text refers to: "words -> name".
    fn check_referents(marked: &str, expected: &[&str]) {
        let hints = Hints::default();
        let (plain, mentions) = unmarked(marked);
        let text = Text::new(plain);
        let reading = reading_of(&ENGINE, &text, &hints, &mentions);
        let tell = |r: &Referent| {
            let name = reading.record.entity(r.entity).map_or("?", |e| e.name.as_str());
            format!("{} -> {name}", text.slice(text.span_of(r.tokens.clone())))
        };
        assert_eq!(reading.referents.iter().map(tell).collect::<Vec<_>>(), expected, "in {marked:?}");
    }

    #[test]
    fn countries_by_any_name() {
        check(
            "{L:U.S.} duties on {G:Chinese} steel anger {L:China}. {L:Beijing} said the {L:US} was wrong, in {L:Beijing}.",
            &["United States = U.S., US", "China = Chinese, Beijing", "Beijing = "],
        );
        check(
            "The {O:White House} agreed. {G:American} firms met at the {O:White House}.",
            &["United States = White House, American", "White House = "],
        );
        check("They met aides from across the {O:White House}.", &["White House = "]);
        check("{G:Korean} ships left {L:South Korea}.", &["South Korea = Korean"]);
        check("{L:Brussels} imposed duties. Rain fell in {L:Brussels}.", &["European Union = Brussels", "Brussels = "]);
    }

    #[test]
    fn people_and_their_offices() {
        check(
            "{G:Norwegian} Trade Minister {P:Ola Berg}, a former banker, spoke. {P:Berg} left.",
            &["Norway = Norwegian", "Ola Berg = Berg [Norwegian Trade Minister; former banker]"],
        );
        check(
            "Mr {P:Clinton} met {P:Hillary Clinton}. Mrs {P:Clinton} left.",
            &["Clinton = ", "Hillary Clinton = Clinton"],
        );
        check("{P:Peter Lund} met {P:Peter Lund} Jr. at noon.", &["Peter Lund = ", "Peter Lund = "]);
    }

    /// How sure the last mention of a marked text is.
    fn check_certainty(marked: &str, expected: Certainty) {
        let hints = Hints::default();
        let (plain, mentions) = unmarked(marked);
        let text = Text::new(plain);
        let reading = reading_of(&ENGINE, &text, &hints, &mentions);
        assert_eq!(reading.record.mentions.last().map(|m| m.certainty), Some(expected), "in {marked:?}");
    }

    #[test]
    fn a_last_name_of_two_people_is_a_guess() {
        check_certainty("{P:Anna Lindt} met {P:Paul Lindt}. {P:Lindt} left.", Certainty::Unsure);
        check_certainty("{P:Lindt} and {P:Anna Lindt} met {P:Paul Lindt}. {P:Paul} left.", Certainty::Sure);
        check_certainty("{P:Paul Lindt} spoke. {P:Lindt} met {P:Anna Lindt}. {P:Lindt} left.", Certainty::Likely);
        check_certainty("{P:Anna Lindt} met Mr {P:Lindt}.", Certainty::Sure);
    }

    #[test]
    fn organisations() {
        check(
            "The {O:Nordic Fish Council} ({O:NFC}) met {O:Lysne AS}. The {O:NFC} likes {O:Lysne}.",
            &["Nordic Fish Council = NFC", "Lysne AS = Lysne"],
        );
        check("The {O:Fed} waited. The {O:Federal Reserve} meets in May.", &["Federal Reserve = Fed"]);
        check("{C:Soybeans} and {C:soybean} oil.", &["Soybeans = soybean"]);
    }

    #[test]
    fn pronouns() {
        check_referents(
            "{P:Clara Oduya} told {P:Henry Vance} that she was late. He waited.",
            &["she -> Clara Oduya", "He -> Henry Vance"],
        );
        check_referents(
            "{P:Ola Berg} met {P:Kim Lund}. Then he said he would go.",
            &["he -> Ola Berg", "he -> Ola Berg"],
        );
        check_referents("The {O:Nordic Council} said it would wait.", &["it -> Nordic Council"]);
        check_referents("It is clear that {L:Norway} waits. It rained.", &[]);
        check_referents("They met. “He is ill,” said a nurse.", &[]);
    }

    #[test]
    fn descriptions() {
        check_referents("{O:Lysne} makes chips. The company grew.", &["The company -> Lysne"]);
        check_referents(
            "Prime minister {P:Ola Berg} met aides. The prime minister smiled.",
            &["The prime minister -> Ola Berg"],
        );
        check_referents("{P:Ola Berg}, a former minister, came. The minister smiled.", &[]);
        check_referents(
            "{G:Norwegian} Prime Minister {P:Ola Berg} met aides. The {G:Norwegian} prime minister smiled.",
            &["The Norwegian prime minister -> Ola Berg"],
        );
        check_referents("{P:Ola Berg} warned of delays. The minister smiled.", &["The minister -> Ola Berg"]);
        check_referents("{P:Ola Berg} met {P:Kim Lund}. The minister smiled.", &[]);
        check_referents("{L:Norway} waits. The government will spend more.", &["The government -> Norway"]);
        check_referents("{L:Norway} waits. The government in Lund will spend more.", &[]);
        check_referents(
            "{L:Norway} has waited for {L:Chile}. The {G:Nordic} nation sells fish.",
            &["The Nordic nation -> Norway"],
        );
        check_referents("{O:Target} fell. {O:Walmart} grew. The US rival gained.", &["The US rival -> Walmart"]);
        check_referents("{L:China} bought none. It has since promised to buy.", &["It -> China"]);
        check_referents(
            "The {O:Nordic Fish Council} met {O:Lysne}. The council agreed.",
            &["The council -> Nordic Fish Council"],
        );
    }
}
