//! `project --emit-sql` and `project --cells`: the projection as SQL for an engine that holds the works, and the
//! institutions of the cells that it sends.

use crate::args::Global;
use crate::args::commands::ProjectArgs;
use crate::error::CliError;
use crate::project::{quoted, refuse_filters};
use crate::{output, session, terminal};
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::ingest::columns::ColumnMap;
use collabgraph::ingest::delimited::Reader;
use collabgraph::message;
use collabgraph::messages::{Localizer, Message};
use collabgraph::network::counting::Projection;
use collabgraph::sink::cells::resolve_cells;
use collabgraph::sink::sql::{Job, JobError, SqlDialect};
use collabgraph::source::error::Error;
use std::path::{Path, PathBuf};

pub(crate) fn run(global: &Global, files: Vec<PathBuf>, args: &ProjectArgs) -> Result<bool, CliError> {
    refuse_filters(global)?;
    match (args.emit_sql, &args.cells, &args.output) {
        (Some(dialect), _, output) => {
            let inputs: Vec<PathBuf> = global.data.iter().cloned().chain(files).chain(args.inputs.clone()).collect();
            emit(global, dialect, &inputs, &args.mapping, output.as_deref())
        }
        (None, Some(cells), Some(output)) => resolve(global, cells, output),
        _ => Ok(false),
    }
}

/// Prints the job; nothing is run.
fn emit(
    global: &Global,
    dialect: SqlDialect,
    inputs: &[PathBuf],
    mapping: &str,
    output: Option<&Path>,
) -> Result<bool, CliError> {
    let [input] = inputs else { return Err(message!("errors-sql-one-input", count = inputs.len()).into()) };
    let columns = ColumnMap::parse(global.columns.first().map_or("", String::as_str))?;
    let projection =
        Projection { counting: global.counting.into(), max_team: Some(global.max_team).filter(|&cap| cap > 0) };
    let job =
        Job::new(dialect, &input.to_string_lossy(), &columns, projection).map_err(|error| refused(error, input))?;
    let localizer = Localizer::new(global.language());
    let tell = |message: Message| localizer.render(&message);
    let comments = [
        tell(message!("cli-sql-works")),
        tell(message!("cli-sql-cells", mapping = mapping)),
        tell(message!("cli-sql-ties")),
    ];
    let script = job.script(mapping, [&comments[0], &comments[1], &comments[2]]);
    match output.filter(|file| file.as_os_str() != "-") {
        Some(file) => output::write_file(file, script.as_bytes())?,
        None => output::print(script.as_bytes())?,
    }
    Ok(true)
}

fn refused(error: JobError, input: &Path) -> CliError {
    match error {
        JobError::Columns => message!("errors-sql-columns").into(),
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
    let mut table = "cell,work,id,name\n".to_owned();
    let mut add = |cell: &str, work: &str, institutions: &[InstitutionId]| {
        for &id in institutions {
            let name = quoted(&resolved.corpus.institution(id).names.name, ',');
            table.push_str(&format!("{},{},{},{name}\n", quoted(cell, ','), quoted(work, ','), id.index()));
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
