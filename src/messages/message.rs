//! A message: what is said, before any language.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::messages::argument::Argument;

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

/// Makes a [`Message`](crate::messages::Message): `message!("who-partners", count = n, name = &names)`. Each value is
/// anything that [`Argument`](crate::messages::Argument) is made from.
#[macro_export]
macro_rules! message {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::messages::Message::new(
            $id,
            ::std::vec![$((::std::stringify!($name), $crate::messages::Argument::from($value))),*],
        )
    };
}
