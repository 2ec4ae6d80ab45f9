//! Schemas of JSON that are read.

/// Schemas that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Schema {
    /// The project's own document, or an array of its works.
    Collabgraph,
    /// A work of the project's own, one or one a line.
    JsonLines,
    /// Works of OpenAlex: a page of results, an array, one, or one a line.
    OpenAlex,
    /// A network of VOSviewer.
    Vosviewer,
    /// A network of nodes and links.
    NodeLink,
    /// A network of Cytoscape in aspects: CX, CX2.
    Cx,
    /// Works of Crossref.
    Crossref,
    /// Papers of Semantic Scholar.
    SemanticScholar,
    /// DOIs of DataCite.
    DataCite,
    /// Products of OpenAIRE.
    OpenAire,
    /// Articles of Europe PMC.
    EuropePmc,
    /// Works of The Lens.
    Lens,
}
