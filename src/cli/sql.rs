//! `project --emit-sql` and `project --cells`: the projection as SQL for an engine that holds the works, and the
//! institutions of the cells that it sends.

use crate::args::Global;
use crate::args::commands::ProjectArgs;
use crate::args::given::OF_NETWORKS;
use crate::error::CliError;
use crate::project::{quoted, refuse_filters};
use crate::{output, session, terminal};
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::ingest::columns::{ColumnMap, Role};
use collabgraph::ingest::delimited::Reader;
use collabgraph::message;
use collabgraph::messages::{Localizer, Message};
use collabgraph::sink::cells::{attributes, resolve_cells};
use collabgraph::sink::sql::{CELL_COLUMNS, Job, JobError, SqlDialect};
use collabgraph::source::error::Error;
use std::path::{Path, PathBuf};

pub(crate) fn run(global: &Global, files: Vec<PathBuf>, args: &ProjectArgs) -> Result<bool, CliError> {
    match (args.emit_sql, &args.cells, &args.output) {
        (Some(dialect), _, output) => emit(global, dialect, &inputs(global, files, args), args, output.as_deref()),
        (None, Some(cells), Some(output)) => {
            refuse_filters(global)?;
            resolve(global, cells, output)
        }
        _ => Ok(false),
    }
}

/// Tables or paths of the engine, in all the ways in which they can be given.
pub(crate) fn inputs(global: &Global, files: Vec<PathBuf>, args: &ProjectArgs) -> Vec<PathBuf> {
    let named = args.inputs.iter().chain(&args.input);
    global.data.iter().cloned().chain(files).chain(named.cloned()).collect()
}

/// The job that the options ask for, but for institutions that they name; what none can do is refused.
pub(crate) fn job(global: &Global, dialect: SqlDialect, inputs: &[PathBuf]) -> Result<Job, CliError> {
    let [input] = inputs else { return Err(message!("errors-sql-one-input", count = inputs.len()).into()) };
    refuse(global)?;
    let columns = ColumnMap::parse(global.columns.first().map_or("", String::as_str))?;
    let own = global.group_by.iter().find(|column| columns.get(Role::Work) != Some(column));
    if let Some(column) = own {
        return Err(message!("errors-sql-group-by", column = column).into());
    }
    let (settings, input) = (global.settings(), input.to_string_lossy());
    let filter = settings.filter_of_works()?;
    let job = Job::new(dialect, &input, &columns, settings.projection());
    job.and_then(|job| job.with_filter(&filter, &columns)).map_err(|error| refused(error, &input))
}

/// Options that no statement can mean: of files, which the engine reads, and choices that rest on the whole network.
fn refuse(global: &Global) -> Result<(), CliError> {
    // Columns, separators and names that stay whole are part of the statement.
    let of_files = [
        "--input-format",
        "--encoding",
        "--sheet",
        "--delimiter",
        "--skip",
        "--network",
        "--one-mode",
        "--two-mode",
        "--exclude",
    ];
    if let Some(option) = global.first_given(&of_files) {
        return Err(message!("errors-sql-file-option", option = option).into());
    }
    match global.first_given(&OF_NETWORKS).or_else(|| global.derived_level()) {
        Some(option) => Err(message!("errors-sql-network-option", option = option).into()),
        None => Ok(()),
    }
}

/// Prints the job; nothing is run.
fn emit(
    global: &Global,
    dialect: SqlDialect,
    inputs: &[PathBuf],
    args: &ProjectArgs,
    output: Option<&Path>,
) -> Result<bool, CliError> {
    if !global.institution.is_empty() {
        return Err(message!("errors-sql-institution").into());
    }
    let (job, mapping) = (job(global, dialect, inputs)?, &args.mapping);
    let localizer = Localizer::new(global.language());
    let tell = |message: Message| localizer.render(&message);
    let mut ties = tell(message!("cli-sql-ties"));
    if job.dates().is_some() {
        ties = format!("{ties}\n{}", tell(message!("cli-sql-dates")));
    }
    let comments = [tell(message!("cli-sql-works")), tell(message!("cli-sql-cells", mapping = mapping)), ties];
    let script = job.script(mapping, [&comments[0], &comments[1], &comments[2]]);
    match output.filter(|file| file.as_os_str() != "-") {
        Some(file) => output::write_file(file, script.as_bytes())?,
        None => output::print(script.as_bytes())?,
    }
    Ok(true)
}

fn refused(error: JobError, input: &str) -> CliError {
    match error {
        JobError::Columns => message!("errors-sql-columns").into(),
        JobError::Dates => message!("errors-sql-dates").into(),
        JobError::Attributes => message!("errors-sql-attributes").into(),
        JobError::Words => message!("errors-sql-words").into(),
        JobError::Format => message!("errors-sql-format", path = input).into(),
        _ => message!("errors-sql-tables", path = input).into(),
    }
}

/// Writes the institutions of the cells of a file.
fn resolve(global: &Global, file: &Path, target: &Path) -> Result<bool, CliError> {
    session::check_files(std::slice::from_ref(&file.to_owned()))?;
    let cells = read_cells(file)?;
    let options = session::options(global)?;
    let resolved = resolve_cells(&cells, &options)?;
    session::report_notices(global, &resolved.notices, global.language())?;
    let mut table = format!("{}\n", CELL_COLUMNS.join(","));
    let mut add = |cell: &str, work: &str, institutions: &[InstitutionId]| {
        for &id in institutions {
            let institution = resolved.corpus.institution(id);
            table.push_str(&format!("{},{},{},", quoted(cell, ','), quoted(work, ','), id.index()));
            table.push_str(&quoted(&institution.names.name, ','));
            attributes(institution).iter().for_each(|text| table.extend([",", text]));
            table.push('\n');
        }
    };
    cells.iter().zip(&resolved.institutions).for_each(|(cell, institutions)| add(cell, "", institutions));
    resolved.corrected.iter().for_each(|one| add(&cells[one.cell], &one.work, &one.institutions));
    let remark = message!("cli-sql-resolved", cells = cells.len(), institutions = resolved.corpus.institution_count());
    terminal::remark(global, &remark);
    if target.as_os_str() == "-" {
        output::print(table.as_bytes())?;
    } else {
        output::write_file(target, table.as_bytes())?;
    }
    Ok(resolved.corpus.institution_count() > 0)
}

/// The first column of a table with a header.
fn read_cells(file: &Path) -> Result<Vec<String>, CliError> {
    let name = file.display().to_string();
    let bytes = std::fs::read(file).map_err(|error| CliError::io(file, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| Error::whole(&name, message!("errors-sql-cells-text")))?;
    let mut reader = Reader::new(&text, b',');
    let (mut cells, mut is_header) = (Vec::new(), true);
    loop {
        match reader.next_row() {
            Ok(Some(row)) => {
                let cell = row.text(0).into_owned();
                if !std::mem::take(&mut is_header) {
                    cells.push(cell);
                }
            }
            Ok(None) => break,
            Err(unclosed) => {
                let (line, column) = (unclosed.opens.line, unclosed.opens.column);
                return Err(Error::at(&name, line, column, message!("errors-sql-cells-quote")).into());
            }
        }
    }
    cells.sort();
    cells.dedup();
    Ok(cells)
}
