//! A message: what is said, before any language.

pub use crate::messages::argument::{Message, Statement};

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
