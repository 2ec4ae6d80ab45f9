//! The projection of works to ties as SQL, for engines that hold the works: Spark, DuckDB, BigQuery, Snowflake.
//!
//! No statement splits or merges a name. [`Job::cells`] lists the distinct cells of institutions; they are resolved here, by
//! the same code as those of a file ([`resolve_cells`](crate::sink::cells::resolve_cells)), and come back as a table of
//! cells and institutions, which [`Job::ties`] joins. Works are told apart by the column of works: rows that share its
//! value are one work, as where each row is one participation. A [`Filter`] chooses works: by their dates, and by what
//! authority and registry know of their institutions.

mod dialect;
mod filter;

use std::fmt::Write;

use crate::corpus::filter::Filter;
use crate::ingest::columns::ColumnMap;
use crate::ingest::role::Role;
use crate::network::counting::{Counting, Projection};
pub use crate::sink::sql::dialect::SqlDialect;
use crate::sink::sql::filter::{DateWindow, TeamFilter, asks_attributes};

/// One statement and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SqlStatement {
    /// Name of what it makes, or of its result.
    pub name: &'static str,
    /// Its text, without a semicolon at its end.
    pub sql: String,
}

/// Where the works stand.
#[derive(Clone, Debug, PartialEq, Eq)]
enum WorksTable {
    /// A table or view by its name, parts between full stops.
    Named(String),
    /// Files that the engine reads: their format and path.
    Files(FileFormat, String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FileFormat {
    Parquet,
    Csv,
    Json,
    Delta,
}

/// Why works cannot be projected by SQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum JobError {
    /// It is not said which column holds works and which one institutions.
    Columns,
    /// The format of files is not told by their names.
    Format,
    /// Engines of this dialect read tables by name only.
    Tables,
    /// A period is asked for, and it is not said which column holds dates.
    Dates,
    /// Countries or sectors are asked for, and those of rows are to be learned, which takes all rows.
    Attributes,
    /// Criteria or domains are asked for, whose lists are split by what their whole columns show.
    Words,
}

/// Columns of the table of resolved cells.
pub const CELL_COLUMNS: [&str; 9] = ["cell", "work", "id", "name", "key", "country", "countries", "sector", "sectors"];
/// Columns of the table of institutions: a number and an identifier, the registered home country and all countries
/// (`;KR;US;`), the main sector and all sectors (`;education;company;`).
pub const INSTITUTION_COLUMNS: [&str; 6] = ["id", "key", "country", "countries", "sector", "sectors"];

/// Works that an engine holds, to be projected to ties.
#[derive(Clone, Debug)]
pub struct Job {
    dialect: SqlDialect,
    relation: WorksTable,
    work: String,
    institutions: String,
    projection: Projection,
    /// The column of dates, and the period that is asked for.
    period: Option<(String, DateWindow)>,
    team: Option<TeamFilter>,
    filter: Filter,
}

impl Job {
    /// `input` is a table (`catalog.schema.works`) or the path of files as the engine sees it (`s3://bucket/works/*.parquet`;
    /// Parquet, CSV with a header, JSON lines; a folder of Delta as `delta:PATH`).
    ///
    /// # Errors
    /// See [`JobError`].
    pub fn new(
        dialect: SqlDialect,
        input: &str,
        columns: &ColumnMap,
        projection: Projection,
    ) -> Result<Self, JobError> {
        let column = |role| {
            let only = columns.get(role).filter(|_| columns.count(role) == 1);
            only.map(str::to_owned).ok_or(JobError::Columns)
        };
        let relation = relation(input)?;
        if matches!(relation, WorksTable::Files(..)) && matches!(dialect, SqlDialect::BigQuery | SqlDialect::Snowflake)
        {
            return Err(JobError::Tables);
        }
        let (work, institutions) = (column(Role::Work)?, column(Role::Institutions)?);
        Ok(Self {
            dialect,
            relation,
            work,
            institutions,
            projection,
            period: None,
            team: None,
            filter: Filter::default(),
        })
    }

    /// The job of the works that meet a filter. Countries and sectors of institutions are those that authority and registry
    /// know; the date of a work in several rows is the exactest of theirs, of contradicting ones the latest.
    ///
    /// # Errors
    /// See [`JobError`].
    pub fn with_filter(self, filter: &Filter, columns: &ColumnMap) -> Result<Self, JobError> {
        if !(filter.criteria.is_empty() && filter.domains.is_empty()) {
            return Err(JobError::Words);
        }
        let learns = columns.get(Role::Countries).is_some() || columns.get(Role::Sectors).is_some();
        if learns && asks_attributes(filter) {
            return Err(JobError::Attributes);
        }
        let period = match DateWindow::of(filter) {
            None => None,
            Some(period) => Some((columns.get(Role::Date).ok_or(JobError::Dates)?.to_owned(), period)),
        };
        Ok(Self { period, team: TeamFilter::of(filter, self.dialect), filter: filter.clone(), ..self })
    }

    /// The job of the works of one of these institutions, by [`Institution::id`](crate::corpus::institution::Institution::id),
    /// that meet the filter.
    #[must_use]
    pub fn with_institutions(self, keys: Vec<String>) -> Self {
        let filter = Filter { institutions: keys, ..self.filter };
        Self { team: TeamFilter::of(&filter, self.dialect), filter, ..self }
    }

    /// Whether it asks for countries or sectors.
    #[must_use]
    pub fn asks_attributes(&self) -> bool {
        asks_attributes(&self.filter)
    }

    /// Whether it asks what is known of institutions: `collab_institutions` must be there.
    #[must_use]
    pub fn asks_institutions(&self) -> bool {
        self.team.is_some()
    }

    /// The works, one row for each row of the input that names its work: `collab_works(work, cell)`, and `date` where a
    /// period is asked for.
    #[must_use]
    pub fn works(&self) -> Vec<SqlStatement> {
        let (create, text) = (self.dialect.temporary(), self.dialect.text_type());
        let column = |name: &str| format!("CAST({} AS {text})", self.dialect.identifier(name));
        let (input, from) = self.input();
        let date = self.period.as_ref().map(|(date, _)| format!(", {} AS date", column(date))).unwrap_or_default();
        let sql = format!(
            "{create} collab_works AS\nSELECT {} AS work, {} AS cell{date}\nFROM {from}\nWHERE {} IS NOT NULL",
            column(&self.work),
            column(&self.institutions),
            self.dialect.identifier(&self.work),
        );
        input.into_iter().chain([SqlStatement { name: "collab_works", sql }]).collect()
    }

    /// The distinct cells of institutions.
    #[must_use]
    pub fn cells(&self) -> SqlStatement {
        let sql = "SELECT DISTINCT cell\nFROM collab_works\nWHERE cell IS NOT NULL\nORDER BY cell".to_owned();
        SqlStatement { name: "cells", sql }
    }

    /// The view of the table of cells and institutions, [`CELL_COLUMNS`], read from a file of the engine: `collab_cells`, and
    /// where institutions are asked for `collab_institutions`. `work` is `NULL` but where the cell means something else in
    /// the record of one work.
    #[must_use]
    pub fn resolved_cells(&self, path: &str) -> Vec<SqlStatement> {
        let (create, path) = (self.dialect.temporary(), self.dialect.literal(path));
        let typed = |text: &str, number: &str, form: fn(&str, &str) -> String| {
            let kind = |column: &str| if column == "id" { number.to_owned() } else { text.to_owned() };
            CELL_COLUMNS.map(|column| form(column, &kind(column))).join(", ")
        };
        let sql = match self.dialect {
            SqlDialect::Spark => format!(
                "{create} collab_cells ({})\nUSING csv\n\
                 OPTIONS (path {path}, header 'true', multiLine 'true', escape '\"')",
                typed("STRING", "INT", |column, kind| format!("{column} {kind}"))
            ),
            SqlDialect::DuckDb => format!(
                "{create} collab_cells AS\nSELECT * FROM read_csv({path}, header = true, quote = '\"', escape = '\"',\n  \
                 columns = {{{}}})",
                typed("VARCHAR", "INTEGER", |column, kind| format!("'{column}': '{kind}'"))
            ),
            SqlDialect::BigQuery | SqlDialect::Snowflake => format!(
                "{create} collab_cells AS\nSELECT {} FROM {}",
                CELL_COLUMNS.join(", "),
                self.table_name("collab_cells_loaded")
            ),
        };
        let institutions = self.team.is_some().then(|| {
            let sql = format!(
                "{create} collab_institutions AS\nSELECT DISTINCT {} FROM collab_cells",
                INSTITUTION_COLUMNS.join(", ")
            );
            SqlStatement { name: "collab_institutions", sql }
        });
        [SqlStatement { name: "collab_cells", sql }].into_iter().chain(institutions).collect()
    }

    /// Incidences, teams and ties, once `collab_cells` is there: `collab_incidences(work, id)`, `collab_teams(work, size)`,
    /// `collab_ties(source, target, weight)`, where `source` and `target` are ids.
    #[must_use]
    pub fn ties(&self) -> Vec<SqlStatement> {
        let create = self.dialect.temporary();
        let within = match self.projection.max_team {
            Some(cap) => format!("t.size BETWEEN 2 AND {cap}"),
            None => "t.size >= 2".to_owned(),
        };
        let size = format!("CAST(a.size AS {})", self.dialect.real_type());
        let weight = match self.projection.counting {
            Counting::Full => "COUNT(*)".to_owned(),
            Counting::Fractional => format!("SUM(1 / ({size} - 1))"),
            Counting::Strict => format!("SUM(2 / ({size} * ({size} - 1)))"),
        };
        let statement = |name, select: String| SqlStatement { name, sql: format!("{create} {name} AS\n{select}") };
        let within_period = if self.period.is_some() { "\nJOIN collab_period p ON w.work = p.work" } else { "" };
        let named = if self.team.is_some() { "collab_named" } else { "collab_incidences" };
        let mut statements = Vec::new();
        if let Some((_, period)) = &self.period {
            statements.push(statement("collab_dates", period.dates()));
            statements.push(statement("collab_period", period.works()));
        }
        statements.push(statement(
            named,
            format!(
                "SELECT w.work, c.id\nFROM collab_works w{within_period}\nJOIN collab_cells c ON w.cell = c.cell\n\
                 LEFT JOIN (SELECT DISTINCT cell, work FROM collab_cells WHERE work IS NOT NULL) x\n  \
                 ON w.cell = x.cell AND w.work = x.work\nWHERE c.work IS NULL AND x.work IS NULL\nUNION DISTINCT\n\
                 SELECT w.work, c.id\nFROM collab_works w{within_period}\n\
                 JOIN collab_cells c ON w.cell = c.cell AND w.work = c.work"
            ),
        ));
        if let Some(team) = &self.team {
            statements.push(statement("collab_kept", team.works()));
            let kept = "SELECT i.work, i.id\nFROM collab_named i\nJOIN collab_kept k ON i.work = k.work";
            statements.push(statement("collab_incidences", kept.to_owned()));
        }
        statements.extend([
            statement(
                "collab_teams",
                "SELECT work, COUNT(*) AS size\nFROM collab_incidences\nGROUP BY work".to_owned(),
            ),
            statement(
                "collab_members",
                format!(
                    "SELECT i.work, i.id, t.size\nFROM collab_incidences i\nJOIN collab_teams t ON i.work = t.work\n\
                     WHERE {within}"
                ),
            ),
            statement(
                "collab_ties",
                format!(
                    "SELECT a.id AS source, b.id AS target, {weight} AS weight\nFROM collab_members a\n\
                     JOIN collab_members b ON a.work = b.work AND a.id < b.id\nGROUP BY a.id, b.id"
                ),
            ),
        ]);
        statements
    }

    /// The ties by their ids, in order: `source`, `target`, `weight`.
    #[must_use]
    pub fn ties_by_id(&self) -> SqlStatement {
        let sql = "SELECT source, target, weight\nFROM collab_ties\nORDER BY source, target".to_owned();
        SqlStatement { name: "ties", sql }
    }

    /// The institutions of the works, by their ids.
    #[must_use]
    pub fn present(&self) -> SqlStatement {
        let sql = "SELECT DISTINCT id\nFROM collab_incidences\nORDER BY id".to_owned();
        SqlStatement { name: "institutions", sql }
    }

    /// How many works there are that meet the filter: `works`.
    #[must_use]
    pub fn work_count(&self) -> SqlStatement {
        let from = match (&self.team, &self.period) {
            (Some(_), _) => "collab_kept",
            (None, Some(_)) => "collab_period",
            (None, None) => "collab_works",
        };
        SqlStatement { name: "works", sql: format!("SELECT COUNT(DISTINCT work) AS works\nFROM {from}") }
    }

    /// Where a period is asked for: works without a date, which it excludes; rows with a date that is not read, for it is not
    /// of the form `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; works whose rows have dates that contradict each other.
    #[must_use]
    pub fn dates(&self) -> Option<SqlStatement> {
        self.period.as_ref().map(|(_, period)| SqlStatement { name: "dates", sql: period.counts() })
    }

    /// The ties by name, in the order and form of `collab project`.
    #[must_use]
    pub fn result(&self) -> SqlStatement {
        let name = |name: &str| self.dialect.identifier(name);
        let sql = format!(
            "SELECT s.name AS {}, t.name AS {}, e.weight AS {}\nFROM collab_ties e\n\
             JOIN (SELECT DISTINCT id, name FROM collab_cells) s ON e.source = s.id\n\
             JOIN (SELECT DISTINCT id, name FROM collab_cells) t ON e.target = t.id\nORDER BY e.source, e.target",
            name("Source"),
            name("Target"),
            name("Weight")
        );
        SqlStatement { name: "ties", sql }
    }

    /// How many works there are, and how many make no ties for their size, the largest of them and their pairs; `NULL` where
    /// there is none.
    #[must_use]
    pub fn excluded(&self) -> Option<SqlStatement> {
        let cap = self.projection.max_team?;
        let sql = format!(
            "SELECT COUNT(*) AS works, MAX(size) AS largest, SUM(size * (size - 1) / 2) AS pairs\nFROM collab_teams\n\
             WHERE size > {cap}"
        );
        Some(SqlStatement { name: "excluded", sql })
    }

    /// All statements as a script with a comment before each part. `mapping` is the file of resolved cells as the engine
    /// sees it.
    #[must_use]
    pub fn script(&self, mapping: &str, comments: [&str; 3]) -> String {
        let mut script = String::new();
        let parts: [Vec<SqlStatement>; 3] = [
            self.works().into_iter().chain([self.cells()]).collect(),
            self.resolved_cells(mapping),
            self.ties().into_iter().chain([self.result()]).chain(self.excluded()).chain(self.dates()).collect(),
        ];
        for (comment, statements) in comments.iter().zip(parts) {
            comment.lines().for_each(|line| script.extend(["-- ", line, "\n"]));
            for SqlStatement { sql, .. } in statements {
                let _ = write!(script, "{sql};\n\n");
            }
        }
        script.truncate(script.trim_end().len() + 1);
        script
    }

    fn table_name(&self, name: &str) -> String {
        name.split('.').map(|part| self.dialect.identifier(part)).collect::<Vec<_>>().join(".")
    }

    /// What has to be made before the input can be read, and what then stands behind `FROM`.
    fn input(&self) -> (Option<SqlStatement>, String) {
        let (format, path) = match &self.relation {
            WorksTable::Named(name) => return (None, self.table_name(name)),
            WorksTable::Files(format, path) => (*format, self.dialect.literal(path)),
        };
        if self.dialect == SqlDialect::DuckDb {
            let from = match format {
                FileFormat::Parquet => format!("read_parquet({path})"),
                FileFormat::Csv => format!("read_csv({path}, header = true, all_varchar = true)"),
                FileFormat::Json => format!("read_json({path}, format = 'newline_delimited')"),
                FileFormat::Delta => format!("delta_scan({path})"),
            };
            return (None, from);
        }
        let options = match format {
            FileFormat::Parquet => format!("USING parquet\nOPTIONS (path {path})"),
            FileFormat::Csv => {
                format!("USING csv\nOPTIONS (path {path}, header 'true', multiLine 'true', escape '\"')")
            }
            FileFormat::Json => format!("USING json\nOPTIONS (path {path})"),
            FileFormat::Delta => format!("USING delta\nOPTIONS (path {path})"),
        };
        let sql = format!("{} collab_input\n{options}", self.dialect.temporary());
        (Some(SqlStatement { name: "collab_input", sql }), "collab_input".to_owned())
    }
}

fn relation(input: &str) -> Result<WorksTable, JobError> {
    if let Some(path) = input.strip_prefix("delta:") {
        return Ok(WorksTable::Files(FileFormat::Delta, path.to_owned()));
    }
    let name = input.trim_end_matches('/').to_ascii_lowercase();
    let bare = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
    let format = match bare.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "parquet" => Some(FileFormat::Parquet),
        "csv" => Some(FileFormat::Csv),
        "json" | "jsonl" | "ndjson" => Some(FileFormat::Json),
        _ => None,
    };
    match format {
        Some(format) => Ok(WorksTable::Files(format, input.to_owned())),
        None if input.contains(['/', '\\', '*']) => Err(JobError::Format),
        None => Ok(WorksTable::Named(input.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn job(dialect: SqlDialect, input: &str) -> Result<Job, JobError> {
        let columns = ColumnMap::default().with(Role::Work, "id").with(Role::Institutions, "The \"orgs\"`");
        Job::new(dialect, input, &columns, Projection::default())
    }

    #[test]
    fn inputs_are_tables_or_files_of_a_known_format() {
        assert_eq!(relation("works"), Ok(WorksTable::Named("works".to_owned())));
        assert_eq!(relation("lake.open.works"), Ok(WorksTable::Named("lake.open.works".to_owned())));
        let files = |path: &str| relation(path).unwrap();
        assert_eq!(
            files("s3://b/works/*.parquet"),
            WorksTable::Files(FileFormat::Parquet, "s3://b/works/*.parquet".into())
        );
        assert_eq!(files("w.CSV.gz"), WorksTable::Files(FileFormat::Csv, "w.CSV.gz".into()));
        assert_eq!(files("delta:/lake/w"), WorksTable::Files(FileFormat::Delta, "/lake/w".into()));
        assert_eq!(relation("s3://bucket/works/"), Err(JobError::Format));
        assert_eq!(job(SqlDialect::BigQuery, "w.parquet").unwrap_err(), JobError::Tables);
        let columns = ColumnMap::default().with(Role::Work, "id");
        let job = Job::new(SqlDialect::Spark, "works", &columns, Projection::default());
        assert_eq!(job.unwrap_err(), JobError::Columns);
    }

    #[test]
    fn a_script_has_every_statement_once_and_ends_each() {
        for dialect in SqlDialect::ALL {
            let job = job(dialect, "lake.works").unwrap();
            let script = job.script("collab_cells.csv", ["one", "two", "three\nlines"]);
            let statements = 1 + 1 + 1 + 4 + 1 + 1;
            assert_eq!(script.matches(";\n").count(), statements, "{script}");
            assert_eq!(script.matches("-- ").count(), 4);
            assert!(script.contains(&dialect.identifier("The \"orgs\"`")) && script.ends_with(";\n"));
            assert!(script.contains("BETWEEN 2 AND 25"));
        }
    }
}
