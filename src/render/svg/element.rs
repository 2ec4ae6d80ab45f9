//! Elements before they are written: what they are, and how they are to look.

use crate::answer::mark::Color;
use crate::render::svg::looks::Looks;

/// One element, or lines of text on their halo.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    /// Name of the element.
    pub(super) name: &'static str,
    /// Attributes that are its own, as they are written.
    pub(super) own: String,
    /// How it is to look; of a group, what most of its children share.
    pub(super) looks: Looks,
    /// Title, escaped.
    pub(super) title: Option<String>,
    /// What it holds.
    pub(super) content: Content,
}

/// What an element holds.
#[derive(Clone, Debug, Default)]
pub(super) enum Content {
    /// Nothing.
    #[default]
    Empty,
    /// Escaped words.
    Words(String),
    /// Elements.
    Children(Vec<Element>),
    /// Lines of text with ids, on a halo of a colour; no element of its own.
    Haloed(Vec<Element>, Color),
}

impl Element {
    /// What is within.
    pub(super) fn children(&self) -> &[Element] {
        match &self.content {
            Content::Children(children) | Content::Haloed(children, _) => children,
            Content::Empty | Content::Words(_) => &[],
        }
    }
}
