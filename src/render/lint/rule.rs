//! Lint rules, and the fix for each.

use crate::message;
use crate::messages::Message;

/// A lint rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LintRule {
    /// The file must be well-formed XML.
    Malformed,
    /// The root must be `svg` in its namespace.
    Root,
    /// No document type, no entities.
    Dtd,
    /// Only elements that every renderer draws.
    Element,
    /// Only attributes that every renderer reads.
    Attribute,
    /// No script in any form.
    Script,
    /// Styling by presentation attributes, not by style sheets.
    Style,
    /// No CSS variables.
    CssVariable,
    /// No colour notations that office programs paint black.
    Colour,
    /// No external resources, no `data:` URIs.
    External,
    /// `href` without `xlink:`.
    Xlink,
    /// No text layout attributes that depend on the renderer.
    TextLayout,
    /// A generic family at the end of every font list.
    FontFamily,
    /// No font size under six points.
    TypeSize,
    /// Absolute width and height.
    Size,
    /// A `viewBox`.
    ViewBox,
    /// Nothing outside the `viewBox`.
    Outside,
    /// Title and description as first children.
    Title,
    /// Role and accessible name of the figure.
    Role,
    /// Language of the text.
    Language,
    /// Unique ids, within a file and across the files of a page.
    DuplicateId,
    /// No dangling references.
    DanglingId,
    /// File size within the budget for the content.
    Bytes,
}

impl LintRule {
    /// All rules.
    pub const ALL: [Self; 23] = [
        Self::Malformed,
        Self::Root,
        Self::Dtd,
        Self::Element,
        Self::Attribute,
        Self::Script,
        Self::Style,
        Self::CssVariable,
        Self::Colour,
        Self::External,
        Self::Xlink,
        Self::TextLayout,
        Self::FontFamily,
        Self::TypeSize,
        Self::Size,
        Self::ViewBox,
        Self::Outside,
        Self::Title,
        Self::Role,
        Self::Language,
        Self::DuplicateId,
        Self::DanglingId,
        Self::Bytes,
    ];

    /// Key of the rule in output for machines.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Root => "root",
            Self::Dtd => "dtd",
            Self::Element => "element",
            Self::Attribute => "attribute",
            Self::Script => "script",
            Self::Style => "style",
            Self::CssVariable => "css-variable",
            Self::Colour => "colour",
            Self::External => "external",
            Self::Xlink => "xlink",
            Self::TextLayout => "text-layout",
            Self::FontFamily => "font-family",
            Self::TypeSize => "type-size",
            Self::Size => "size",
            Self::ViewBox => "view-box",
            Self::Outside => "outside",
            Self::Title => "title",
            Self::Role => "role",
            Self::Language => "language",
            Self::DuplicateId => "duplicate-id",
            Self::DanglingId => "dangling-id",
            Self::Bytes => "bytes",
        }
    }

    /// The fix.
    #[must_use]
    pub fn fix(self) -> Message {
        match self {
            Self::Malformed => message!("lint-fix-malformed"),
            Self::Root => message!("lint-fix-root"),
            Self::Dtd => message!("lint-fix-dtd"),
            Self::Element => message!("lint-fix-element"),
            Self::Attribute => message!("lint-fix-attribute"),
            Self::Script => message!("lint-fix-script"),
            Self::Style => message!("lint-fix-style"),
            Self::CssVariable => message!("lint-fix-css-variable"),
            Self::Colour => message!("lint-fix-colour"),
            Self::External => message!("lint-fix-external"),
            Self::Xlink => message!("lint-fix-xlink"),
            Self::TextLayout => message!("lint-fix-text-layout"),
            Self::FontFamily => message!("lint-fix-font-family"),
            Self::TypeSize => message!("lint-fix-type-size"),
            Self::Size => message!("lint-fix-size"),
            Self::ViewBox => message!("lint-fix-view-box"),
            Self::Outside => message!("lint-fix-outside"),
            Self::Title => message!("lint-fix-title"),
            Self::Role => message!("lint-fix-role"),
            Self::Language => message!("lint-fix-language"),
            Self::DuplicateId => message!("lint-fix-duplicate-id"),
            Self::DanglingId => message!("lint-fix-dangling-id"),
            Self::Bytes => message!("lint-fix-bytes"),
        }
    }
}
