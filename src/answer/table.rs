//! Tables of typed cells, rendered by every writer of answers.

/// A table of typed cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Key, usable as a file name (`partners`).
    pub name: String,
    /// Caption.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Rows, each with one cell a column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Whether readers see the table: it has rows and a column for readers.
    #[must_use]
    pub fn is_visible(&self) -> bool {
        !self.rows.is_empty() && self.columns.iter().any(|column| column.audience == Audience::All)
    }

    /// Makes the column `key` machine-only.
    #[must_use]
    pub fn without(mut self, key: &str) -> Self {
        for column in self.columns.iter_mut().filter(|column| column.key == key) {
            column.audience = Audience::Machines;
        }
        self
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Key in CSV (`weight`), the same in every language.
    pub key: String,
    /// Heading for readers, localised.
    pub label: String,
    /// Who sees it.
    pub audience: Audience,
    /// What its cells hold.
    pub kind: ColumnKind,
}

impl Column {
    /// A column for readers and machines.
    #[must_use]
    pub fn new(key: &str, label: impl Into<String>) -> Self {
        Self { key: key.to_owned(), label: label.into(), audience: Audience::All, kind: ColumnKind::Text }
    }

    /// A machine-only column (CSV): identifiers, links, details of another column.
    #[must_use]
    pub fn for_machines(key: &str) -> Self {
        Self { key: key.to_owned(), label: key.to_owned(), audience: Audience::Machines, kind: ColumnKind::Text }
    }

    /// The column with whole numbers: counts, ranks, differences of counts.
    #[must_use]
    pub fn integer(self) -> Self {
        Self { kind: ColumnKind::Integer, ..self }
    }

    /// The column with real numbers.
    #[must_use]
    pub fn real(self) -> Self {
        Self { kind: ColumnKind::Real, ..self }
    }

    /// The column with shares between 0 and 1.
    #[must_use]
    pub fn share(self) -> Self {
        Self { kind: ColumnKind::Share, ..self }
    }

    /// The column with dates of any precision.
    #[must_use]
    pub fn date(self) -> Self {
        Self { kind: ColumnKind::Date, ..self }
    }

    /// The column with years.
    #[must_use]
    pub fn year(self) -> Self {
        Self { kind: ColumnKind::Year, ..self }
    }

    /// The column with lists of texts.
    #[must_use]
    pub fn list(self) -> Self {
        Self { kind: ColumnKind::List, ..self }
    }

    /// The column with addresses of pages.
    #[must_use]
    pub fn url(self) -> Self {
        Self { kind: ColumnKind::Url, ..self }
    }
}

/// What the cells of a column hold, whatever its rows are: the type of the column where a format has types.
/// [`Column::value`] reads a cell as such.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnKind {
    /// Texts, or values of several kinds as texts.
    #[default]
    Text,
    /// Whole numbers.
    Integer,
    /// Real numbers.
    Real,
    /// Shares between 0 and 1.
    Share,
    /// Dates of any precision.
    Date,
    /// Years.
    Year,
    /// Lists of texts.
    List,
    /// Addresses of pages.
    Url,
}

/// Audience of a column: pages show few columns, files all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Readers and machines.
    #[default]
    All,
    /// Machines only.
    Machines,
}

/// A table cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Not known, or not applicable.
    Empty,
    /// A text.
    Text(String),
    /// A localised text with its language-independent code.
    Coded {
        /// The text.
        text: String,
        /// The code (`KR`, `company`, `differs`).
        code: String,
    },
    /// A count.
    Count(u64),
    /// A signed difference of counts.
    Change(i64),
    /// A real number.
    Real(f64),
    /// Several texts, joined by `; ` where the format has one line a cell.
    List(Vec<String>),
    /// A text with a link.
    Link {
        /// The text.
        text: String,
        /// The URL.
        href: String,
    },
}

impl Cell {
    /// A text; [`Cell::Empty`] if it is empty.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A localised text with its code.
    #[must_use]
    pub fn coded(text: impl Into<String>, code: impl Into<String>) -> Self {
        Self::Coded { text: text.into(), code: code.into() }
    }

    /// Whether the cell is numeric and aligned to the right.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Count(_) | Self::Change(_) | Self::Real(_))
    }

    /// A link, or plain text without `href`.
    #[must_use]
    pub fn link(text: impl Into<String>, href: Option<&str>) -> Self {
        match href {
            Some(href) => Self::Link { text: text.into(), href: href.to_owned() },
            None => Self::text(text),
        }
    }

    /// A list; [`Cell::Empty`] if there are no texts.
    #[must_use]
    pub fn list(texts: Vec<String>) -> Self {
        if texts.is_empty() { Self::Empty } else { Self::List(texts) }
    }

    /// A count; [`Cell::Empty`] if it is unknown.
    #[must_use]
    pub fn count(count: Option<usize>) -> Self {
        count.map_or(Self::Empty, |count| Self::Count(count as u64))
    }
}
