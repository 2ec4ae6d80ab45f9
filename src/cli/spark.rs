//! `project --engine`: the projection on a server of Spark Connect. Its distinct cells come here, are resolved by the same
//! code as those of a file, and go back as a view; then the ties that it counted come here.

use std::path::Path;

use collabgraph::analysis::lookup;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::corpus::table::ExplicitTie;
use collabgraph::message;
use collabgraph::messages::{Localizer, Message};
use collabgraph::sink::cells::{ResolvedCells, attributes, resolve_cells};
use collabgraph::sink::sql::{INSTITUTION_COLUMNS, Job, SqlDialect, SqlStatement};
use collabgraph::sink::{ExcludedTeams, Projected, Reading};
use collabgraph_spark::{Address, Column, Error, Rows, Session};

use crate::args::Global;
use crate::args::commands::ProjectArgs;
use crate::error::CliError;
use crate::sql::{inputs, job};
use crate::{interrupt, output, progress, project, session, terminal};

/// Where a token is looked for that no option names.
const TOKEN: &str = "SPARK_CONNECT_AUTHENTICATE_TOKEN";
/// Bytes of cells and their institutions that cross the connection; servers hold them in memory.
const MAX_CELLS: usize = 128 << 20;
/// Bytes of them in one message: servers take 128 MiB.
const MAX_PART: usize = 16 << 20;

pub(crate) fn run(global: &Global, files: Vec<std::path::PathBuf>, args: &ProjectArgs) -> Result<bool, CliError> {
    let inputs = inputs(global, files, args);
    let job = job(global, SqlDialect::Spark, &inputs)?;
    let address = Address::parse(args.engine.as_deref().unwrap_or_default()).map_err(|error| unreached(&error))?;
    if global.explain {
        return explain(global, &job, &address).map(|()| true);
    }
    let file = args.output.as_deref().unwrap_or(Path::new("-"));
    let target = project::target(file, args.export_format)?;
    let token = token(args.token_file.as_deref())?;
    let server = Session::open(&address, token.as_deref()).map_err(|error| unreached(&error))?;
    let canceller = server.canceller();
    interrupt::on_stop(move || {
        let _ = canceller.cancel();
    });
    let engine = SparkServer { server, global };
    let projected = engine.project(job, args.max_edges)?;
    session::report_notices(global, &projected.notices, global.language())?;
    project::report_result(&projected, global);
    project::write(&projected.corpus, file, target, global.settings().projection())?;
    Ok(!projected.ties().is_empty())
}

/// The plan, and the statements as they would be sent.
fn explain(global: &Global, job: &Job, address: &Address) -> Result<(), CliError> {
    let localizer = Localizer::new(global.language());
    let works: Vec<SqlStatement> = job.works().into_iter().chain([job.cells()]).collect();
    let ties = job.ties().into_iter().chain(counts(job)).chain([job.present(), job.ties_by_id()]).collect();
    let mut text = String::new();
    for (comment, statements) in [
        (message!("cli-spark-plan", place = address.place()), works),
        (message!("cli-spark-plan-cells"), Vec::new()),
        (message!("cli-spark-plan-ties"), ties),
    ] {
        text.extend(["-- ", &localizer.render(&comment), "\n"]);
        statements.iter().for_each(|statement| text.extend([statement.sql.as_str(), ";\n\n"]));
    }
    output::print(text.as_bytes())
}

fn counts(job: &Job) -> impl Iterator<Item = SqlStatement> {
    job.dates().into_iter().chain(job.excluded()).chain([job.work_count()])
}

/// The token of a file or of the environment.
fn token(file: Option<&Path>) -> Result<Option<String>, CliError> {
    let text = match file {
        Some(file) => Some(std::fs::read_to_string(file).map_err(|error| CliError::io(file, &error))?),
        None => std::env::var(TOKEN).ok(),
    };
    let token = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    match file {
        Some(file) if token.is_none() => Err(message!("errors-spark-token-file", path = file).into()),
        _ => Ok(token),
    }
}

/// A server, and what is told meanwhile.
struct SparkServer<'g> {
    server: Session,
    global: &'g Global,
}

impl SparkServer<'_> {
    fn project(&self, job: Job, max_ties: usize) -> Result<Projected, CliError> {
        job.works().iter().try_for_each(|statement| self.execute(statement))?;
        let cells = self.cells(&job.cells())?;
        let resolved = resolve_cells(&cells, &session::options(self.global)?)?;
        let mut keys = Vec::new();
        for name in &self.global.institution {
            let id = lookup::institution(&resolved.corpus, name)?;
            keys.push(resolved.corpus.institution(id).id.clone());
        }
        let job = job.with_institutions(keys);
        self.send_cells(&cells, &resolved)?;
        if job.asks_institutions() {
            self.send_institutions(&resolved)?;
        }
        job.ties().iter().try_for_each(|statement| self.execute(statement))?;
        self.judge_dates(&job)?;
        if job.asks_attributes() {
            terminal::remark(self.global, &message!("cli-spark-attributes"));
        }
        let excluded = match job.excluded() {
            Some(statement) => {
                let row = self.numbers(&statement)?;
                ExcludedTeams { works: at(&row, 0), largest: at(&row, 1) as usize, pairs: at(&row, 2) }
            }
            None => ExcludedTeams::default(),
        };
        let works = at(&self.numbers(&job.work_count())?, 0);
        let ties = self.ties(&job.ties_by_id(), max_ties)?;
        let present = self.present(&job.present())?;
        let notices = resolved.notices.clone();
        let corpus = resolved.network(ties, &present);
        Ok(Projected { corpus, works, excluded, way: Reading::Streamed, notices, merges: Vec::new() })
    }

    fn execute(&self, statement: &SqlStatement) -> Result<(), CliError> {
        self.shown(statement.name, || self.server.execute(&statement.sql))
    }

    fn query(&self, statement: &SqlStatement, each: &mut dyn FnMut(Rows) -> bool) -> Result<(), CliError> {
        self.shown(statement.name, || self.server.query(&statement.sql, each))
    }

    fn shown<T>(&self, name: &str, work: impl FnOnce() -> Result<T, Error>) -> Result<T, CliError> {
        let message = message!("cli-spark-running", statement = name);
        let result = progress::with_message(&message, self.global.language(), work);
        if result.is_err() {
            interrupt::yield_to_signal();
        }
        result.map_err(|error| failed(&error, name))
    }

    /// The distinct cells.
    fn cells(&self, statement: &SqlStatement) -> Result<Vec<String>, CliError> {
        let (mut cells, mut bytes) = (Vec::new(), 0);
        self.query(statement, &mut |rows| {
            let texts =
                rows.columns.first().into_iter().flat_map(|column| (0..column.len()).map(|row| column.text(row)));
            for text in texts.flatten() {
                bytes += text.len();
                cells.push(text.to_owned());
            }
            bytes <= MAX_CELLS
        })?;
        if bytes > MAX_CELLS {
            return Err(too_many_cells());
        }
        cells.sort_unstable();
        cells.dedup();
        Ok(cells)
    }

    /// Makes `collab_cells` of what the cells name: a cell goes there once, with a list of its institutions.
    fn send_cells(&self, cells: &[String], resolved: &ResolvedCells) -> Result<(), CliError> {
        let of_cells = cells.iter().zip(&resolved.institutions).map(|(cell, ids)| (cell.as_str(), None, ids));
        let corrected = resolved.corrected.iter();
        let of_works = corrected.map(|one| (cells[one.cell].as_str(), Some(&one.work), &one.institutions));
        let (mut parts, mut part, mut bytes, mut total) = (Vec::new(), CellRows::default(), 0, 0);
        for (cell, work, ids) in of_cells.chain(of_works).filter(|(_, _, ids)| !ids.is_empty()) {
            if bytes > MAX_PART {
                parts.push(std::mem::take(&mut part));
                bytes = 0;
            }
            let ids = ids.iter().map(|id| id.0.to_string()).collect::<Vec<_>>().join(",");
            let length = cell.len() + work.map_or(0, String::len) + ids.len();
            (bytes, total) = (bytes + length, total + length);
            if total > MAX_CELLS {
                return Err(too_many_cells());
            }
            part.cells.push(Some(cell.to_owned()));
            part.works.push(work.cloned());
            part.ids.push(Some(ids));
        }
        parts.push(part);
        let names: Vec<String> = (0..parts.len()).map(|number| format!("collab_cells_{number}")).collect();
        for (name, part) in names.iter().zip(parts) {
            let columns = [part.cells, part.works, part.ids].map(Column::Text).into();
            self.shown(name, || self.server.create_view(name, &["cell", "work", "ids"], &Rows { columns }))?;
        }
        let parts: Vec<String> = names.iter().map(|name| format!("SELECT cell, work, ids FROM {name}")).collect();
        let sql = format!(
            "CREATE OR REPLACE TEMPORARY VIEW collab_cells AS\nSELECT cell, work, CAST(one AS INT) AS id\nFROM ({}) p\n\
             LATERAL VIEW explode(split(ids, ',')) o AS one",
            parts.join(" UNION ALL ")
        );
        self.execute(&SqlStatement { name: "collab_cells", sql })
    }

    /// Makes `collab_institutions` of what is known of them.
    fn send_institutions(&self, resolved: &ResolvedCells) -> Result<(), CliError> {
        let corpus = &resolved.corpus;
        let mut texts: [Vec<Option<String>>; 5] = Default::default();
        for id in corpus.institution_ids() {
            let values = attributes(corpus.institution(id));
            texts.iter_mut().zip(values).for_each(|(column, value)| column.push(Some(value)));
        }
        let ids = Column::Integer(corpus.institution_ids().map(|id| Some(i64::from(id.0))).collect());
        let columns = std::iter::once(ids).chain(texts.into_iter().map(Column::Text)).collect();
        let name = "collab_institutions";
        self.shown(name, || self.server.create_view(name, &INSTITUTION_COLUMNS, &Rows { columns }))
    }

    /// Says which works have no part in the period for their dates, and refuses dates that it does not read.
    fn judge_dates(&self, job: &Job) -> Result<(), CliError> {
        let Some(statement) = job.dates() else { return Ok(()) };
        let row = self.numbers(&statement)?;
        let (undated, unread, differs) = (at(&row, 0), at(&row, 1), at(&row, 2));
        if unread > 0 {
            return Err(message!("errors-spark-dates", count = unread).into());
        }
        if undated > 0 {
            terminal::remark(self.global, &message!("cli-spark-undated", count = undated));
        }
        if differs > 0 {
            terminal::remark(self.global, &message!("cli-spark-dates-differ", count = differs));
        }
        Ok(())
    }

    /// The numbers of one row; of `NULL` none.
    fn numbers(&self, statement: &SqlStatement) -> Result<Vec<Option<i64>>, CliError> {
        let mut found = Vec::new();
        self.query(statement, &mut |rows| {
            if found.is_empty() && !rows.is_empty() {
                found = rows.columns.iter().map(|column| column.integer(0)).collect();
            }
            true
        })?;
        Ok(found)
    }

    fn ties(&self, statement: &SqlStatement, max: usize) -> Result<Vec<ExplicitTie>, CliError> {
        let (mut ties, mut is_read) = (Vec::new(), true);
        self.query(statement, &mut |rows| {
            for row in 0..rows.len() {
                let tie = tie(&rows, row);
                is_read &= tie.is_some();
                ties.extend(tie);
            }
            is_read && ties.len() <= max
        })?;
        if !is_read {
            let error = Error::Rows("source, target, weight".to_owned());
            return Err(failed(&error, statement.name));
        }
        if ties.len() > max { Err(message!("errors-spark-too-many", max = max).into()) } else { Ok(ties) }
    }

    fn present(&self, statement: &SqlStatement) -> Result<Vec<InstitutionId>, CliError> {
        let mut present = Vec::new();
        self.query(statement, &mut |rows| {
            let ids =
                rows.columns.first().into_iter().flat_map(|column| (0..column.len()).map(|row| column.integer(row)));
            present.extend(ids.flatten().filter_map(|id| u32::try_from(id).ok()).map(InstitutionId));
            true
        })?;
        Ok(present)
    }
}

/// Rows of which `collab_cells` is made; ids stand between commas.
#[derive(Default)]
struct CellRows {
    cells: Vec<Option<String>>,
    works: Vec<Option<String>>,
    ids: Vec<Option<String>>,
}

fn tie(rows: &Rows, row: usize) -> Option<ExplicitTie> {
    let [source, target, weight] = rows.columns.as_slice() else { return None };
    let end = |column: &Column| column.integer(row).and_then(|id| u32::try_from(id).ok()).map(InstitutionId);
    Some(ExplicitTie { a: end(source)?, b: end(target)?, weight: weight.real(row)? })
}

fn at(row: &[Option<i64>], position: usize) -> u64 {
    row.get(position).copied().flatten().and_then(|number| u64::try_from(number).ok()).unwrap_or(0)
}

fn too_many_cells() -> CliError {
    message!("errors-spark-cells", megabytes = MAX_CELLS >> 20).into()
}

/// Why there is no session.
fn unreached(error: &Error) -> CliError {
    let told: Message = match error {
        Error::Address(part) => message!("errors-spark-address", part = part),
        Error::TokenInAddress => message!("errors-spark-token-in-address", variable = TOKEN),
        Error::Unencrypted => message!("errors-spark-unencrypted"),
        Error::Unreachable(place, reason) => message!("errors-spark-unreachable", place = place, reason = reason),
        other => return failed(other, "session"),
    };
    told.into()
}

/// Why a statement has no result.
fn failed(error: &Error, statement: &str) -> CliError {
    match error {
        Error::Unauthorized => message!("errors-spark-unauthorized", variable = TOKEN).into(),
        Error::Lost(reason) => message!("errors-spark-lost", statement = statement, reason = reason).into(),
        Error::Server(reason) => message!("errors-spark-server", statement = statement, reason = reason).into(),
        other => message!("errors-spark-rows", statement = statement, reason = other.to_string()).into(),
    }
}
