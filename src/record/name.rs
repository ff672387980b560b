//! Names: entities and their mentions.

use super::Certainty;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Names an entity within one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntityId(pub u32);

/// What sort of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, body, party, team or government.
    Organization,
    /// A country, region, city or natural feature.
    Place,
    /// A building, airport, road or bridge.
    Facility,
    /// A nationality, religion or political creed ("Chinese", "Democrats").
    Group,
    /// A thing made or sold, vehicles and software included.
    Product,
    /// A named event.
    Event,
    /// A book, film, paper or programme.
    Work,
    /// A law, treaty or agreement with a name.
    Law,
    /// A traded good that is no proper name ("soybeans", "rare earths").
    Commodity,
}

impl EntityKind {
    /// Every kind, in the order in which lists show them and digits choose them.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Group,
        Self::Product,
        Self::Commodity,
        Self::Facility,
        Self::Event,
        Self::Law,
        Self::Work,
    ];

    /// The word of the record format.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Facility => "facility",
            Self::Group => "group",
            Self::Product => "product",
            Self::Event => "event",
            Self::Work => "work",
            Self::Law => "law",
            Self::Commodity => "commodity",
        }
    }

    /// The heading of a list of them.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Person => "People",
            Self::Organization => "Organizations",
            Self::Place => "Places",
            Self::Facility => "Facilities",
            Self::Group => "Groups",
            Self::Product => "Products",
            Self::Event => "Events",
            Self::Work => "Works",
            Self::Law => "Laws",
            Self::Commodity => "Commodities",
        }
    }
}

/// One person, organisation, place or thing of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Its id in this record.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name in the article, or the common name of a country.
    pub name: String,
    /// Titles and offices told of it ("US Treasury Secretary"), in order of appearance.
    pub roles: Vec<String>,
    /// The other names the article uses, each with the reason for joining it.
    pub aliases: Vec<Alias>,
}

/// Another name of an entity, and why it was joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The name as written.
    pub text: String,
    /// The reason in words ("last name of an earlier full name").
    pub why: String,
}

/// What a place name stands for where it is not the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StandsFor {
    /// The government that sits there or rules there ("Beijing said").
    Government,
}

/// One naming of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The words, without article, title and possessive.
    pub span: Span,
    /// What the words name here.
    pub kind: EntityKind,
    /// The entity it is a mention of.
    pub entity: Option<EntityId>,
    /// What it stands for where that is not the thing itself.
    pub stands_for: Option<StandsFor>,
    /// How sure the finding is.
    pub certainty: Certainty,
    /// The rule or model that found it, in words.
    pub because: String,
}
