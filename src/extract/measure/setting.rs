//! What the whole article tells of who acts: the two sides of its deal, whose officials its people are, and who levies.

use super::around::lemma;
use super::named::{countries, kind_of, party_of};
use super::tariff;
use crate::extract::link::lists::Seated;
use crate::extract::reading::Reading;
use crate::record::{Entity, EntityId, EntityKind, Mention};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// Who acts in an article.
#[derive(Debug, Default)]
pub(in crate::extract) struct Setting {
    /// The two countries that its deal is between, if it names two that made one.
    pub(in crate::extract) pair: Option<[EntityId; 2]>,
    /// The countries that levy tariffs in it, once a tariff asks for them.
    leviers: OnceCell<Vec<EntityId>>,
    /// The country for which a person, a body or a seat of government acts, by the office that the article or a list tells.
    states: FxHashMap<EntityId, EntityId>,
}

impl Setting {
    /// Reads who acts in an article.
    pub(in crate::extract) fn new(reading: &Reading<'_>) -> Self {
        Self { pair: pair(reading), leviers: OnceCell::new(), states: states(reading) }
    }

    /// The countries that levy tariffs in the article.
    pub(super) fn leviers(&self, reading: &Reading<'_>) -> &[EntityId] {
        self.leviers.get_or_init(|| tariff::leviers(reading, |e| self.state(e)))
    }

    /// The country for which an entity acts, else the entity: tariffs and trade are a country's, whoever signs them.
    pub(in crate::extract) fn state(&self, entity: EntityId) -> EntityId {
        self.states.get(&entity).copied().unwrap_or(entity)
    }
}

/// The two countries that an article's deal is between.
fn pair(reading: &Reading<'_>) -> Option<[EntityId; 2]> {
    let clauses = &reading.clauses;
    for (n, clause) in clauses.clauses.iter().enumerate() {
        if !matches!(
            lemma(reading, n),
            "sign" | "agree" | "strike" | "reach" | "conclude" | "negotiate" | "clinch" | "seal" | "meet"
        ) {
            continue;
        }
        let Some(subject) = clause.subject else { continue };
        let named = countries(reading, clauses.phrases[subject].tokens.clone());
        if let [first, second] = named[..] {
            return Some([first, second]);
        }
    }
    None
}

/// For every official among the people, the country: "US President", or a leader whom the list knows.
fn states(reading: &Reading<'_>) -> FxHashMap<EntityId, EntityId> {
    let entities = &reading.record.entities;
    let mut places = FxHashMap::default();
    let union = |e: &Entity| reading.lists.measures.is_union(&e.name);
    for place in entities.iter().filter(|e| matches!(e.kind, EntityKind::Place | EntityKind::Group) || union(e)) {
        for name in names(place) {
            places.entry(name).or_insert(place.id);
        }
    }
    // Officials without a country are those of the country that the article opens with.
    let opens = |m: &&Mention| {
        m.entity.is_some_and(|e| {
            reading.record.entity(e).is_some_and(|e| reading.lists.link.land_of(&e.name.to_lowercase()).is_some())
        })
    };
    let main = reading.record.mentions.iter().find(opens).and_then(|m| m.entity);
    let bodies = entities.iter().filter(|e| e.kind == EntityKind::Organization).filter_map(|body| {
        let told = names(body).filter(|name| is_state_body(name)).find_map(|name| {
            let mut words = name.split(' ');
            let first = words.next()?;
            let owner = first.strip_suffix("'s").or_else(|| first.strip_suffix("’s")).unwrap_or(first);
            // "U.S. Commerce Department", "South Korean trade ministry".
            let two = format!("{first} {}", words.next().unwrap_or_default());
            let land = |name: &str| places.get(reading.lists.link.land_named(name)?).copied();
            places.get(owner).copied().or_else(|| land(owner)).or_else(|| land(&two))
        });
        Some((body.id, told?))
    });
    let posts = posts(reading);
    let people = entities.iter().filter(|e| e.kind == EntityKind::Person);
    let people = people.filter_map(|person| {
        let told = person.roles.iter().filter(|role| is_office(role)).find_map(|role| {
            let mut words = role.split([' ', '’', '\'']);
            words.find_map(|word| places.get(word)).copied()
        });
        let by_title = || {
            let office = person.roles.iter().find(|role| is_office(role))?;
            let of_state = office == "President"
                || ["inister", "Premier", "Secretary", "Treasurer"].iter().any(|o| office.contains(o));
            match title_of(office) {
                Some(name) => places.get(name).copied(),
                None => main.filter(|_| of_state),
            }
        };
        let became = || posts.get(&person.id).copied();
        let led = || names(person).find_map(|name| places.get(reading.lists.measures.led_by(name)?).copied());
        Some((person.id, told.or_else(became).or_else(led).or_else(by_title)?))
    });
    // "Western Australian boats": a part of a people acts for the country of the whole.
    let parts = entities.iter().filter(|e| e.kind == EntityKind::Group).filter_map(|people| {
        let last = people.name.split(' ').skip(1).last()?;
        let whole = *places.get(reading.lists.link.land_named(last)?)?;
        (whole != people.id && reading.lists.link.land_named(&people.name).is_none()).then_some((people.id, whole))
    });
    // "Jakarta's duty", "Astana has set aside": no city levies or trades, its government does.
    let seats = entities.iter().filter(|e| e.kind == EntityKind::Place).filter_map(|place| {
        let Some(Seated::Government(land)) = reading.lists.link.seat(&place.name.to_lowercase()) else { return None };
        let country = *places.get(reading.lists.link.land(*land).name.as_str())?;
        (country != place.id).then_some((place.id, country))
    });
    // "European companies" and "Europe" act in trade as their union does.
    let continent = entities.iter().filter(|e| e.name == "Europe");
    let union = continent.filter_map(|e| Some((e.id, *places.get("European Union")?)));
    bodies.chain(people).chain(parts).chain(seats).chain(union).collect()
}

/// "Sato, who became Japan's industry minister": the countries of those whose office a clause tells.
fn posts(reading: &Reading<'_>) -> FxHashMap<EntityId, EntityId> {
    let clauses = &reading.clauses;
    let told = (0..clauses.clauses.len()).filter_map(|c| {
        let clause = &clauses.clauses[c];
        let post = &clauses.phrases[clause.object?];
        let holds = matches!(lemma(reading, c), "be" | "become" | "remain") && is_office(reading.text.lower(post.head));
        let holder = party_of(reading, clause.subject.filter(|_| holds)?)?;
        let person = kind_of(reading, holder) == Some(EntityKind::Person);
        Some((holder, countries(reading, post.tokens.clone()).first().copied().filter(|_| person)?))
    });
    told.collect()
}

/// Whether a name is that of a body which acts for its state in trade: "US Commerce Department", "Chinese customs".
fn is_state_body(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    ["department", "ministry", "government", "treasury", "customs", "trade representative", "trade commission"]
        .iter()
        .any(|body| lower.contains(body))
}

/// The country in which an office has a title of its own: "Commerce Secretary" is American, "Business Secretary" British.
fn title_of(office: &str) -> Option<&'static str> {
    match office.to_ascii_lowercase().as_str() {
        "commerce secretary"
        | "treasury secretary"
        | "agriculture secretary"
        | "interior secretary"
        | "energy secretary"
        | "secretary of state"
        | "trade representative" => Some("United States"),
        "business secretary"
        | "foreign secretary"
        | "home secretary"
        | "trade secretary"
        | "chancellor of the exchequer" => Some("United Kingdom"),
        "trade commissioner" | "commission president" => Some("European Union"),
        _ => None,
    }
}

fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    std::iter::once(entity.name.as_str()).chain(entity.aliases.iter().map(|a| a.text.as_str()))
}

/// Whether a role is an office of state.
fn is_office(role: &str) -> bool {
    let lower = role.to_ascii_lowercase();
    ["president", "minister", "premier", "chancellor", "secretary", "representative", "leader", "king", "commissioner"]
        .iter()
        .any(|office| lower.contains(office))
}
