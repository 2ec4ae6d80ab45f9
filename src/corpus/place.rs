//! Places in inputs as they are written: `works.csv:7:3`, in a sheet of a workbook the cell, `book.xlsx!Sheet1!B7`, and in
//! tables without lines the row, `works.parquet!row 7`.

/// Endings of workbooks, before the name of a sheet.
const WORKBOOKS: [&str; 5] = [".xlsx!", ".xlsm!", ".xlsb!", ".xls!", ".ods!"];

/// Whether the name of an input is that of a sheet: `book.xlsx!Sheet1`.
#[must_use]
pub fn is_sheet(input: &str) -> bool {
    let lower = input.to_lowercase();
    WORKBOOKS.iter().any(|mark| lower.contains(mark))
}

/// What stands behind the name of an input in places that are numbers of rows, from 1.
pub(crate) const ROWS: &str = "!row";

/// The name of an input without the mark that its places are numbers of rows, and whether it has it.
#[must_use]
pub(crate) fn without_rows(input: &str) -> (&str, bool) {
    input.strip_suffix(ROWS).map_or((input, false), |name| (name, true))
}

/// `input:line:column`, as far as they are known, 0 for unknown; of a sheet, whose columns are numbers of cells, the cell.
#[must_use]
pub fn written(input: &str, line: u64, column: u64) -> String {
    match (line, column) {
        (0, _) => without_rows(input).0.to_owned(),
        (row, _) if without_rows(input).1 => format!("{input} {row}"),
        (line, column) if is_sheet(input) => format!("{input}!{}", cell(line, column)),
        (line, 0) => format!("{input}:{line}"),
        (line, column) => format!("{input}:{line}:{column}"),
    }
}

/// Input, line and column of a place as it is written; 0 for what is not said.
#[must_use]
pub fn read(place: &str) -> (&str, u64, u64) {
    if let Some((input, cell)) = place.rsplit_once('!').filter(|(input, _)| is_sheet(input)) {
        let letters = cell.bytes().take_while(u8::is_ascii_uppercase).count();
        if let Ok(line) = cell[letters..].parse() {
            let column = cell[..letters].bytes().fold(0, |number, letter| number * 26 + u64::from(letter - b'A') + 1);
            return (input, line, column);
        }
    }
    let number = |text: &str| text.parse::<u64>().ok();
    if let Some((input, row)) = place.rsplit_once(' ')
        && without_rows(input).1
        && let Some(row) = number(row)
    {
        return (input, row, 0);
    }
    let Some((rest, last)) = place.rsplit_once(':').and_then(|(rest, last)| Some((rest, number(last)?))) else {
        return (place, 0, 0);
    };
    match rest.rsplit_once(':').and_then(|(input, line)| Some((input, number(line)?))) {
        Some((input, line)) => (input, line, last),
        None => (rest, last, 0),
    }
}

/// The name of a cell: its column in letters and its row (`B7`); of a row as a whole its number.
fn cell(row: u64, column: u64) -> String {
    let (mut letters, mut rest) = (String::new(), column);
    while rest > 0 {
        letters.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{row}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_they_are_written() {
        for (input, line, column, place) in [
            ("a.csv", 0, 0, "a.csv"),
            ("a.csv", 7, 0, "a.csv:7"),
            ("C:\\a.csv", 7, 3, "C:\\a.csv:7:3"),
            ("a.zip!b.csv", 7, 3, "a.zip!b.csv:7:3"),
            ("book.xlsx!Sheet1", 7, 2, "book.xlsx!Sheet1!B7"),
            ("book.XLSX!a: b!", 7, 0, "book.XLSX!a: b!!7"),
            ("book.ods!시트", 12, 703, "book.ods!시트!AAA12"),
            ("book.ods!시트", 12, 702, "book.ods!시트!ZZ12"),
            ("book.ods!시트", 12, 26, "book.ods!시트!Z12"),
            ("a b.parquet!row", 7, 0, "a b.parquet!row 7"),
        ] {
            assert_eq!(written(input, line, column), place);
            assert_eq!(read(place), (input, line, column));
        }
        assert_eq!(written("a.parquet!row", 0, 0), "a.parquet");
    }
}
