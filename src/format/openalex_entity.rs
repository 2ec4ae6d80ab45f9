//! Ids of OpenAlex: addresses whose last part begins with a letter for the kind of entity.
//!
//! Source: <https://docs.openalex.org/how-to-use-the-api/get-single-entities>.
use crate::message;
use crate::messages::Message;

/// What an address of OpenAlex is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entity {
    Work,
    Author,
    Institution,
    Source,
    Topic,
    Concept,
    Publisher,
    Funder,
    Other,
}

impl Entity {
    /// What several of them are called.
    pub(crate) fn plural(self) -> Message {
        match self {
            Self::Work => message!("format-works"),
            Self::Author => message!("format-authors"),
            Self::Institution => message!("format-institutions"),
            Self::Source => message!("format-sources"),
            Self::Topic => message!("format-topics"),
            Self::Concept => message!("format-concepts"),
            Self::Publisher => message!("format-publishers"),
            Self::Funder => message!("format-funders"),
            Self::Other => message!("format-other-records"),
        }
    }
}

/// What an id names, where it is an address of OpenAlex: <https://openalex.org/W1> is a work.
pub(crate) fn entity_of(id: &str) -> Option<Entity> {
    let (_, path) = id.split_once("openalex.org/")?;
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let (ch, number) = (last.chars().next()?, last.get(1..)?);
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Entity::Other);
    }
    Some(match ch.to_ascii_uppercase() {
        'W' => Entity::Work,
        'A' => Entity::Author,
        'I' => Entity::Institution,
        'S' | 'V' => Entity::Source,
        'T' => Entity::Topic,
        'C' => Entity::Concept,
        'P' => Entity::Publisher,
        'F' => Entity::Funder,
        _ => Entity::Other,
    })
}

/// Whether an object is a work: not by its id something else, and with a name or authorships where it has no id.
pub(crate) fn is_work(id: Option<&str>, has_name: bool, has_authorships: bool) -> bool {
    match id.and_then(entity_of) {
        Some(entity) => entity == Entity::Work,
        None => has_name || has_authorships,
    }
}
