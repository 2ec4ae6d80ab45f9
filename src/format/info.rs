//! Input formats as data: their names, their syntax, and which of several inputs is read first.

use std::fmt;
use std::hash::{Hash, Hasher};

/// A syntax of formats that share no other: what it is called, and how it begins.
#[derive(Debug)]
pub(crate) struct Grammar {
    /// The name of the syntax in messages.
    pub(crate) label: &'static str,
    /// Whether a text begins in this syntax; it comes without a byte-order mark and white space before it. `None`: how a text
    /// begins does not tell, so that the file extension or the option does.
    pub(crate) begins: Option<fn(&str) -> bool>,
}

/// The syntax of a text: the layer below its format.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Syntax {
    /// Cells between delimiters (RFC 4180); what is none of the others.
    Delimited,
    /// JSON (RFC 8259).
    Json,
    /// XML 1.0.
    Xml,
    /// The syntax of one format only.
    Own(&'static Grammar),
}

impl Syntax {
    /// The name of the syntax in messages.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Delimited => "CSV/TSV",
            Self::Json => "JSON",
            Self::Xml => "XML",
            Self::Own(grammar) => grammar.label,
        }
    }
}

impl PartialEq for Syntax {
    fn eq(&self, other: &Self) -> bool {
        self.label() == other.label()
    }
}

/// What is known of a format before any text is seen.
#[derive(Debug)]
pub(crate) struct FormatInfo {
    /// The word for the format in `--input-format`.
    pub(crate) key: &'static str,
    /// Other words for it.
    pub(crate) aliases: &'static [&'static str],
    /// File extensions that decide on the syntax of a text that looks like delimited text.
    pub(crate) extensions: &'static [&'static str],
    /// The syntax that the format is written in.
    pub(crate) syntax: Syntax,
    /// Load order: of several inputs those of the lowest number are read first. Inputs that identify institutions by ids
    /// (0, 1) precede tables (2) and networks (3); lists of items (4) precede the lists of ties (5) that may name their ids.
    pub(crate) precedence: u8,
}

/// A format of input files, one of [`Format::all`]; two are equal when their keys are.
#[derive(Clone, Copy)]
pub struct Format(&'static FormatInfo);

impl Format {
    pub(crate) const fn new(info: &'static FormatInfo) -> Self {
        Self(info)
    }

    pub(crate) fn info(self) -> &'static FormatInfo {
        self.0
    }

    /// The word for the format in `--input-format`.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.0.key
    }

    /// See [`FormatInfo::precedence`].
    pub(crate) fn precedence(self) -> u8 {
        self.0.precedence
    }

    /// Whether the format is delimited text.
    #[must_use]
    pub fn is_delimited(self) -> bool {
        self.0.syntax == Syntax::Delimited
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Format {}

impl Hash for Format {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Format({})", self.key())
    }
}
