//! One column of a table of delimited text, for lists that are no works.

use crate::ingest::delimited::Reader;
use crate::ingest::rows::unclosed;
use crate::source::error::Error;

/// The cells of the column with this header, ignoring case, in the order of the rows. The delimiter is that of tab, semicolon
/// and comma which the first line holds most.
///
/// # Errors
/// There is no such column, or a quote is not closed.
pub fn cells(name: &str, text: &str, header: &str) -> Result<Vec<String>, Error> {
    let text = text.trim_start_matches('\u{FEFF}');
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: u8| memchr::memchr_iter(mark, first.as_bytes()).count();
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(|mark| (count(*mark), *mark == b',')).unwrap_or(b',');
    let mut reader = Reader::new(text, delimiter);
    let headers: Vec<String> = match reader.next_row().map_err(|error| unclosed(name, error))? {
        Some(row) => (0..row.len()).map(|at| row.text(at).trim().to_owned()).collect(),
        None => Vec::new(),
    };
    let wanted = header.trim().to_lowercase();
    let Some(column) = headers.iter().position(|one| one.to_lowercase() == wanted) else {
        let known = headers.iter().map(|one| format!("“{one}”")).collect::<Vec<_>>().join(", ");
        return Err(Error::at(name, 1, 1, crate::message!("resolve-no-column", header = header, known = known)));
    };
    let mut cells = Vec::new();
    while let Some(row) = reader.next_row().map_err(|error| unclosed(name, error))? {
        cells.push(row.text(column).into_owned());
    }
    Ok(cells)
}
