//! Elements before they are written: what they are, and how they are to look.

use crate::answer::mark::Color;
use crate::render::svg::presentation::Presentation;

/// One element, or lines of text on their halo.
#[derive(Clone, Debug, Default)]
pub(super) struct SvgElement {
    /// Name of the element.
    pub(super) name: &'static str,
    /// Attributes that are its own, as they are written.
    pub(super) own: String,
    /// How it is to look; of a group, what most of its children share.
    pub(super) presentation: Presentation,
    /// Title, escaped.
    pub(super) title: Option<String>,
    /// What it holds.
    pub(super) content: ElementContent,
}

/// What an element holds.
#[derive(Clone, Debug, Default)]
pub(super) enum ElementContent {
    /// Nothing.
    #[default]
    Empty,
    /// Escaped words.
    Words(String),
    /// Elements.
    Children(Vec<SvgElement>),
    /// Lines of text with ids, on a halo of a colour; no element of its own.
    Haloed(Vec<SvgElement>, Color),
}

impl SvgElement {
    /// What is within.
    pub(super) fn children(&self) -> &[SvgElement] {
        match &self.content {
            ElementContent::Children(children) | ElementContent::Haloed(children, _) => children,
            ElementContent::Empty | ElementContent::Words(_) => &[],
        }
    }
}
