//! Tables of typed cells: what every writer of answers renders.

/// A table of typed cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Short name, fit for a file (`partners`).
    pub name: String,
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Rows of as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Whether there is anything in it for readers.
    #[must_use]
    pub fn is_told(&self) -> bool {
        !self.rows.is_empty() && self.columns.iter().any(|column| column.audience == Audience::All)
    }

    /// The table with a column that only files for machines have from now on.
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
    /// Name in CSV (`weight`), the same in every language.
    pub key: String,
    /// Heading for readers.
    pub label: String,
    /// Who it is for.
    pub audience: Audience,
}

impl Column {
    /// A column that every writer shows.
    #[must_use]
    pub fn new(key: &str, label: impl Into<String>) -> Self {
        Self { key: key.to_owned(), label: label.into(), audience: Audience::All }
    }

    /// A column that only files for machines (CSV) have: identifiers, addresses, what repeats another
    /// column in more detail.
    #[must_use]
    pub fn for_machines(key: &str) -> Self {
        Self { key: key.to_owned(), label: key.to_owned(), audience: Audience::Machines }
    }
}

/// Who a column is for. A page has room for a few columns, a file for all that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Every writer shows it.
    #[default]
    All,
    /// Only files for machines have it.
    Machines,
}

/// One value of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Not known, or not applicable.
    Empty,
    /// Words.
    Text(String),
    /// Words for readers and, for machines, the code that they stand for, which is the same in every language.
    Coded {
        /// The words.
        text: String,
        /// The code (`KR`, `company`, `differs`).
        code: String,
    },
    /// A count.
    Count(u64),
    /// A difference of counts.
    Change(i64),
    /// A measure.
    Real(f64),
    /// Several texts (`; ` between them where there is one line).
    List(Vec<String>),
    /// A text with an address behind it.
    Link {
        /// The text.
        text: String,
        /// The address.
        href: String,
    },
}

impl Cell {
    /// A text; an empty one is [`Cell::Empty`].
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// Words with the code that they stand for.
    #[must_use]
    pub fn coded(text: impl Into<String>, code: impl Into<String>) -> Self {
        Self::Coded { text: text.into(), code: code.into() }
    }

    /// Whether it stands at the right of its column.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Count(_) | Self::Change(_) | Self::Real(_))
    }

    /// A text with its address, or the text alone when there is none.
    #[must_use]
    pub fn link(text: impl Into<String>, href: Option<&str>) -> Self {
        match href {
            Some(href) => Self::Link { text: text.into(), href: href.to_owned() },
            None => Self::text(text),
        }
    }

    /// Texts; none are [`Cell::Empty`].
    #[must_use]
    pub fn list(texts: Vec<String>) -> Self {
        if texts.is_empty() { Self::Empty } else { Self::List(texts) }
    }

    /// A count, or [`Cell::Empty`] when it is not known.
    #[must_use]
    pub fn count(count: Option<usize>) -> Self {
        count.map_or(Self::Empty, |count| Self::Count(count as u64))
    }
}
