//! SVG elements before they are written, with their presentation attributes.

use crate::answer::mark::Color;
use crate::render::svg::presentation::Presentation;

/// An element, or lines of text with a halo.
#[derive(Clone, Debug, Default)]
pub(super) struct SvgElement {
    /// Tag name.
    pub(super) name: &'static str,
    /// Attributes other than presentation attributes, as written.
    pub(super) own: String,
    /// Presentation attributes; of a group, those shared by most of its children.
    pub(super) presentation: Presentation,
    /// Title, escaped.
    pub(super) title: Option<String>,
    /// Content.
    pub(super) content: ElementContent,
}

/// Content of an element.
#[derive(Clone, Debug, Default)]
pub(super) enum ElementContent {
    /// Nothing.
    #[default]
    Empty,
    /// Escaped text.
    Words(String),
    /// Child elements.
    Children(Vec<SvgElement>),
    /// Lines of text with ids and a halo of this colour; not an element itself.
    Haloed(Vec<SvgElement>, Color),
}

impl SvgElement {
    /// Child elements.
    pub(super) fn children(&self) -> &[SvgElement] {
        match &self.content {
            ElementContent::Children(children) | ElementContent::Haloed(children, _) => children,
            ElementContent::Empty | ElementContent::Words(_) => &[],
        }
    }
}
