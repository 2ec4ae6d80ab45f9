//! Dialects of SQL: how each writes names, texts and types, and what makes a view.

/// A dialect of SQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SqlDialect {
    /// Apache Spark 3.4 and later, Databricks.
    Spark,
    /// DuckDB.
    DuckDb,
    /// Google BigQuery.
    BigQuery,
    /// Snowflake.
    Snowflake,
}

impl SqlDialect {
    /// All dialects.
    pub const ALL: [Self; 4] = [Self::Spark, Self::DuckDb, Self::BigQuery, Self::Snowflake];

    /// The word for it on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Spark => "spark",
            Self::DuckDb => "duckdb",
            Self::BigQuery => "bigquery",
            Self::Snowflake => "snowflake",
        }
    }

    /// The dialect of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dialect| dialect.key() == word)
    }

    /// A name of a column or table in quotes.
    #[must_use]
    pub fn identifier(self, name: &str) -> String {
        match self {
            Self::Spark => format!("`{}`", name.replace('`', "``")),
            Self::BigQuery => format!("`{}`", name.replace('\\', "\\\\").replace('`', "\\`")),
            Self::DuckDb | Self::Snowflake => format!("\"{}\"", name.replace('"', "\"\"")),
        }
    }

    /// A text in quotes.
    #[must_use]
    pub fn literal(self, text: &str) -> String {
        if self == Self::DuckDb {
            return format!("'{}'", text.replace('\'', "''"));
        }
        // Backslashes begin an escape in the others.
        let mut literal = String::with_capacity(text.len() + 2);
        literal.push('\'');
        for letter in text.chars() {
            match letter {
                '\'' | '\\' => literal.extend(['\\', letter]),
                '\n' => literal.push_str("\\n"),
                '\r' => literal.push_str("\\r"),
                '\t' => literal.push_str("\\t"),
                _ => literal.push(letter),
            }
        }
        literal.push('\'');
        literal
    }

    pub(super) fn text_type(self) -> &'static str {
        match self {
            Self::Spark | Self::BigQuery => "STRING",
            Self::DuckDb | Self::Snowflake => "VARCHAR",
        }
    }

    pub(super) fn real_type(self) -> &'static str {
        if self == Self::BigQuery { "FLOAT64" } else { "DOUBLE" }
    }

    pub(super) fn temporary(self) -> &'static str {
        match self {
            Self::Spark | Self::DuckDb => "CREATE OR REPLACE TEMPORARY VIEW",
            Self::BigQuery => "CREATE OR REPLACE TEMP TABLE",
            Self::Snowflake => "CREATE OR REPLACE TEMPORARY TABLE",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_texts_are_quoted_as_each_dialect_reads_them() {
        let name = "a`b\"c";
        assert_eq!(SqlDialect::Spark.identifier(name), "`a``b\"c`");
        assert_eq!(SqlDialect::BigQuery.identifier(name), "`a\\`b\"c`");
        assert_eq!(SqlDialect::DuckDb.identifier(name), "\"a`b\"\"c\"");
        assert_eq!(SqlDialect::DuckDb.literal("it's \\n"), "'it''s \\n'");
        for dialect in [SqlDialect::Spark, SqlDialect::BigQuery, SqlDialect::Snowflake] {
            assert_eq!(dialect.literal("it's \\\n"), "'it\\'s \\\\\\n'");
        }
    }
}
