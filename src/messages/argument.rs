//! Messages and their typed arguments: what is said, before any language. A message may be an argument of another.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::path::{Path, PathBuf};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::corpus::country::Country;
use crate::corpus::date::Date;
use crate::corpus::institution::{Names, Sector};
use crate::corpus::kind::{ActorKind, WorkKind};
use crate::corpus::region::CountrySet;
use crate::messages::number::Real;

/// A message identifier with typed arguments. Serialises as `{"message": id, "arguments": {name: value}}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Identifier of the text in the catalogue, such as `who-partners`.
    pub id: &'static str,
    /// Arguments by the names that the text uses.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// A message made where a fact is computed: an answer, a caption or a report states it, and tests check its arguments.
pub type Statement = Message;

/// Numbers of messages are finite, so that equality is total.
impl Eq for Message {}

/// By identifier, then by arguments as written.
impl Ord for Message {
    fn cmp(&self, other: &Self) -> Ordering {
        let arguments = |message: &Self| format!("{:?}", message.arguments);
        self.id.cmp(other.id).then_with(|| arguments(self).cmp(&arguments(other)))
    }
}

impl PartialOrd for Message {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Message {
    /// A message of this identifier and these arguments; [`message!`](crate::message) is the short form.
    #[must_use]
    pub fn new(id: &'static str, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self { id, arguments }
    }

    /// The argument of a name. O(number of arguments).
    #[must_use]
    pub fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments.iter().find(|(key, _)| *key == name).map(|(_, argument)| argument)
    }
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("message", self.id)?;
        map.serialize_entry("arguments", &Arguments(&self.arguments))?;
        map.end()
    }
}

struct Arguments<'a>(&'a [(&'static str, Argument)]);

impl Serialize for Arguments<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, argument)| (name, argument)))
    }
}

/// How many items a list names before it says how many more there are.
pub const NAMED: usize = 8;

/// One argument of a message: a fact, not yet in words.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Argument {
    /// Text of the data or of the user, shown as it is (a title, a path, an option), or a word that a text selects by.
    Text(String),
    /// A count; selects plurals.
    Count(u64),
    /// A signed difference of counts: `+3`, `−2`, `0`.
    Change(i64),
    /// A measure with at most, or exactly, so many decimals.
    Number {
        /// The measure.
        value: f64,
        /// Decimals.
        decimals: usize,
        /// Whether trailing zeros stay.
        is_fixed: bool,
    },
    /// Part and whole, shown in per cent with one decimal.
    Share(u64, u64),
    /// Names of an institution; the language chooses.
    Name(Box<Names>),
    /// A date as exact as it is known.
    Date(Date),
    /// A country.
    Country(Country),
    /// A region or a group of countries.
    Countries(CountrySet),
    /// A sector.
    Sector(Sector),
    /// Kind of works or of actors, by its key: texts select by it, and `NOUN`, `COUNTED`, `PIECES` take it.
    Kind(&'static str),
    /// Several arguments as one.
    List(List),
    /// A message within a message.
    Message(Box<Message>),
}

impl Argument {
    /// A measure with at most `decimals` decimals, without trailing zeros.
    #[must_use]
    pub fn number(value: f64, decimals: usize) -> Self {
        Self::Number { value, decimals, is_fixed: false }
    }

    /// A measure with exactly `decimals` decimals.
    #[must_use]
    pub fn fixed(value: f64, decimals: usize) -> Self {
        Self::Number { value, decimals, is_fixed: true }
    }

    /// `part` of `whole` in per cent.
    #[must_use]
    pub fn share(part: usize, whole: usize) -> Self {
        Self::Share(part as u64, whole as u64)
    }
}

/// What stands before the last item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conjunction {
    /// `A, B and C`.
    And,
    /// `A, B or C`.
    Or,
    /// `A, B, C`.
    Comma,
}

/// A list in a sentence: `A, B and C`, or `A, B … and 4 more` where there are more than [`NAMED`] + 1 items.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The items, in order.
    pub items: Vec<Argument>,
    /// Key of what is listed (`institution`, `model`), for the counter of "4 more".
    pub kind: &'static str,
    /// What stands before the last item.
    pub conjunction: Conjunction,
    /// How many items are named at most; `None`: all.
    pub named: Option<usize>,
}

impl List {
    /// `A, B and C`, cut after [`NAMED`] items; `kind` is what they are.
    #[must_use]
    pub fn and<A: Into<Argument>>(items: impl IntoIterator<Item = A>, kind: impl IntoKind) -> Self {
        let items = items.into_iter().map(Into::into).collect();
        Self { items, kind: kind.key(), conjunction: Conjunction::And, named: Some(NAMED) }
    }

    /// `A, B or C`, all of them.
    #[must_use]
    pub fn or<A: Into<Argument>>(items: impl IntoIterator<Item = A>) -> Self {
        Self { conjunction: Conjunction::Or, named: None, ..Self::and(items, "other") }
    }

    /// `A, B, C`, all of them.
    #[must_use]
    pub fn comma<A: Into<Argument>>(items: impl IntoIterator<Item = A>) -> Self {
        Self { conjunction: Conjunction::Comma, named: None, ..Self::and(items, "other") }
    }

    /// The list with at most `named` items before "n more".
    #[must_use]
    pub fn naming(mut self, named: usize) -> Self {
        self.named = Some(named);
        self
    }
}

/// What can say the kind of a list's items.
pub trait IntoKind {
    /// Key in the catalogue's nouns.
    fn key(self) -> &'static str;
}

impl IntoKind for &'static str {
    fn key(self) -> &'static str {
        self
    }
}

impl IntoKind for WorkKind {
    fn key(self) -> &'static str {
        WorkKind::key(self)
    }
}

impl IntoKind for ActorKind {
    fn key(self) -> &'static str {
        ActorKind::key(self)
    }
}

macro_rules! from {
    ($($type:ty: $value:ident => $argument:expr;)*) => {
        $(impl From<$type> for Argument {
            fn from($value: $type) -> Self {
                $argument
            }
        })*
    };
}

from! {
    &str: text => Self::Text(text.to_owned());
    String: text => Self::Text(text);
    &Cow<'_, str>: text => Self::Text(text.to_string());
    &String: text => Self::Text(text.clone());
    &Path: path => Self::Text(path.display().to_string());
    &PathBuf: path => Self::Text(path.display().to_string());
    usize: count => Self::Count(count as u64);
    u64: count => Self::Count(count);
    u32: count => Self::Count(count.into());
    i64: change => Self::Change(change);
    &Names: names => Self::Name(Box::new(names.clone()));
    Date: date => Self::Date(date);
    Country: country => Self::Country(country);
    &Country: country => Self::Country(country.clone());
    Sector: sector => Self::Sector(sector);
    WorkKind: kind => Self::Kind(kind.key());
    ActorKind: kind => Self::Kind(kind.key());
    List: list => Self::List(list);
    Message: message => Self::Message(Box::new(message));
    &Message: message => Self::Message(Box::new(message.clone()));
}

impl Serialize for Argument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Count(count) => serializer.serialize_u64(*count),
            Self::Change(change) => serializer.serialize_i64(*change),
            Self::Number { value, .. } => Real(*value).serialize(serializer),
            Self::Share(part, whole) => [part, whole].serialize(serializer),
            Self::Name(names) => serializer.serialize_str(names.label()),
            Self::Date(date) => serializer.collect_str(date),
            Self::Country(country) => serializer.serialize_str(country.code()),
            Self::Countries(set) => serializer.serialize_str(set.key()),
            Self::Sector(sector) => serializer.serialize_str(sector.key()),
            Self::Kind(key) => serializer.serialize_str(key),
            Self::List(list) => list.items.serialize(serializer),
            Self::Message(message) => message.serialize(serializer),
        }
    }
}
