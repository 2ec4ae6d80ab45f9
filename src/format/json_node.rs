//! JSON values, unread: what sniffing asks of them without building a tree. Keys that stand twice are no error here.

use crate::message;
use crate::messages::{List, Message};
use std::borrow::Cow;

use serde_json::value::RawValue;

use crate::format::json::{Fields, Key};

/// A JSON value, unread.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a>(pub(crate) &'a str);

impl<'a> Node<'a> {
    pub(crate) fn starts(self, with: char) -> bool {
        self.0.trim_start().starts_with(with)
    }

    pub(crate) fn fields(self) -> Option<Fields<'a>> {
        self.starts('{').then(|| serde_json::from_str(self.0).ok()).flatten()
    }

    pub(crate) fn items(self) -> Option<Vec<&'a RawValue>> {
        self.starts('[').then(|| serde_json::from_str(self.0).ok()).flatten()
    }

    /// The first element of a list.
    pub(crate) fn first(self) -> Option<Self> {
        self.items()?.first().map(|item| Node(item.get()))
    }

    pub(crate) fn word(self) -> Option<Cow<'a, str>> {
        self.starts('"').then(|| serde_json::from_str::<Key<'a>>(self.0).ok()).flatten().map(|key| key.0)
    }

    pub(crate) fn is_scalar(self) -> bool {
        !self.starts('{') && !self.starts('[')
    }
}

impl<'a> Fields<'a> {
    pub(crate) fn get(&self, key: &str) -> Option<Node<'a>> {
        self.0.iter().find(|(other, _)| other == key).map(|(_, value)| Node(value.get()))
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub(crate) fn has_all(&self, keys: &[&str]) -> bool {
        keys.iter().all(|key| self.has(key))
    }

    pub(crate) fn has_any(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.has(key))
    }

    pub(crate) fn text(&self, key: &str) -> Option<Cow<'a, str>> {
        self.get(key)?.word()
    }

    pub(crate) fn inner(&self, key: &str) -> Option<Self> {
        self.get(key)?.fields()
    }

    pub(crate) fn is_list(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| value.starts('['))
    }

    pub(crate) fn is_object(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| value.starts('{'))
    }

    /// The entries of the first element of a list.
    pub(crate) fn first(&self, key: &str) -> Option<Self> {
        self.get(key)?.first()?.fields()
    }

    /// The first few keys, in English and Korean.
    pub(crate) fn keys(&self) -> Message {
        let few = self.0.iter().take(5).map(|(key, _)| message!("ingest-quoted", text = cut(key)));
        let more = if self.0.len() > 5 { "yes" } else { "no" };
        message!("format-keys", count = self.0.len(), keys = List::comma(few), more = more)
    }

    pub(crate) fn is_flat(&self) -> bool {
        !self.0.is_empty() && self.0.iter().all(|(_, value)| Node(value.get()).is_scalar())
    }

    /// Whether every value is one that a cell of a table holds: no object, and no list of anything but plain values.
    pub(crate) fn is_row(&self) -> bool {
        let is_cell = |value: Node<'_>| value.is_scalar() || flat_len(value).is_some();
        !self.0.is_empty() && self.0.iter().all(|(_, value)| is_cell(Node(value.get())))
    }
}

/// The start of a value.
pub(crate) fn cut(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let start: String = line.chars().filter(|ch| !ch.is_control()).take(40).collect();
    if start.len() < line.len() { format!("{start}…") } else { start }
}

/// The length of a list of plain values.
pub(crate) fn flat_len(node: Node<'_>) -> Option<usize> {
    let items = node.items()?;
    items.iter().all(|item| Node(item.get()).is_scalar()).then_some(items.len())
}
