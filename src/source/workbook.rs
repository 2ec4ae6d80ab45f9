//! Sheets of workbooks (XLSX, XLSB, XLS, ODS) as delimited text: a row a line, so that the line of a cell is its row.
//!
//! Cells are written as `table_text` has them. Dates are
//! written as ISO 8601 has them, whole numbers without a point. [`SheetPlaces`] leads from a line and column of that text back to
//! the cell.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::{Cursor, Read, Seek};

use calamine::{Data, ExcelDateTime, Ods, Reader, SheetVisible, Sheets, Xls, Xlsb, Xlsx};

use crate::message;
use crate::messages::{List, Message};
use crate::source::archive;
use crate::source::error::Error;
use crate::source::packing::UnpackLimit;
use crate::source::table_text::{DELIMITER, push_cell};

/// Cells that are padded to a rectangle.
const MAX_PADDED: usize = 1 << 24;
/// Sheets that are told beside the one that is read.
const TOLD: usize = 8;

/// Where the cells of each line start, in characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetPlaces {
    rows: BTreeMap<u64, Vec<u32>>,
}

impl SheetPlaces {
    /// The number of the cell in which a column of a line is, from 1; 0 for the row as a whole. O(log rows + log cells).
    #[must_use]
    pub fn cell(&self, line: u64, column: u64) -> u64 {
        let starts = self.rows.get(&line).map_or(&[][..], Vec::as_slice);
        if column == 0 { 0 } else { (starts.partition_point(|&start| u64::from(start) <= column) as u64).max(1) }
    }
}

/// A sheet as text.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) places: SheetPlaces,
    pub(crate) told: Vec<Message>,
}

/// The rows of a sheet: by row and column from 0, without blank cells.
type Rows = BTreeMap<u32, BTreeMap<u32, String>>;

/// Reads a sheet of a workbook: the one that is named (or numbered from 1), else the first that is a table. O(bytes).
///
/// # Errors
/// No such sheet, no sheet with a cell, a workbook that is locked or damaged.
pub(crate) fn read(file: &str, bytes: Vec<u8>, wanted: Option<&str>, limit: &UnpackLimit) -> Result<Sheet, Error> {
    check_size(file, &bytes, limit)?;
    let damaged = |error: &dyn std::fmt::Display| {
        let reason = error.to_string();
        if reason.to_lowercase().contains("password") {
            return Error::whole(file, message!("source-workbook-locked"));
        }
        Error::whole(file, message!("source-workbook-damaged", reason = reason))
    };
    let mut workbook = open(file, bytes)?.map_err(|error| damaged(&error))?;
    let all: Vec<String> = workbook.sheet_names();
    let hidden = |name: &String| {
        workbook.sheets_metadata().iter().any(|sheet| sheet.name == *name && sheet.visible != SheetVisible::Visible)
    };
    let candidates: Vec<String> = match wanted {
        Some(wanted) => vec![named(file, &all, wanted)?],
        None => {
            all.iter().filter(|name| !hidden(name)).chain(all.iter().filter(|name| hidden(name))).cloned().collect()
        }
    };
    let mut first: Option<(String, Rows)> = None;
    for name in candidates {
        let rows = rows(&mut workbook, &name).map_err(|reason| damaged(&reason))?;
        let is_table = rows.values().filter(|cells| cells.len() > 1).count() > 1;
        if is_table {
            first = Some((name, rows));
            break;
        }
        if first.is_none() && !rows.is_empty() {
            first = Some((name, rows));
        }
    }
    let Some((name, rows)) = first else { return Err(Error::whole(file, message!("source-workbook-empty"))) };
    let (text, places) = text(&rows);
    let mut told = Vec::new();
    if wanted.is_none() && all.len() > 1 {
        let others: Vec<&str> = all.iter().filter(|other| **other != name).map(String::as_str).take(TOLD).collect();
        told.push(message!(
            "source-sheet-read",
            name = name.clone(),
            count = all.len() - 1,
            others = List::comma(others)
        ));
    }
    Ok(Sheet { name, text, places, told })
}

/// A workbook in memory.
type Book = Sheets<Cursor<Vec<u8>>>;

/// Opens a workbook of the kind that its files are of.
fn open(file: &str, bytes: Vec<u8>) -> Result<Result<Book, calamine::Error>, Error> {
    if !bytes.starts_with(b"PK") {
        return Ok(Xls::new(Cursor::new(bytes)).map(Sheets::Xls).map_err(calamine::Error::Xls));
    }
    let members = archive::names(&mut archive::archive(file, Cursor::new(&bytes))?);
    let has = |name: &str| members.iter().any(|member| member == name);
    let bytes = Cursor::new(bytes);
    Ok(if has("xl/workbook.xml") {
        Xlsx::new(bytes).map(Sheets::Xlsx).map_err(calamine::Error::Xlsx)
    } else if has("xl/workbook.bin") {
        Xlsb::new(bytes).map(Sheets::Xlsb).map_err(calamine::Error::Xlsb)
    } else {
        Ods::new(bytes).map(Sheets::Ods).map_err(calamine::Error::Ods)
    })
}

/// Refuses a workbook that unpacks to more than it may. Its files are unpacked for it, one after the other and to nowhere:
/// the sizes that it announces may be wrong on purpose.
fn check_size(file: &str, bytes: &[u8], limit: &UnpackLimit) -> Result<(), Error> {
    if !bytes.starts_with(b"PK") {
        return Ok(());
    }
    let mut archive = archive::archive(file, Cursor::new(bytes))?;
    let mut unpacked = 0_u64;
    for at in 0..archive.len() {
        let left = limit.bytes().saturating_sub(unpacked);
        // What is damaged is told by whoever reads it.
        let mut sink = CountingSink(0);
        if let Ok(member) = archive.by_index(at) {
            let _ = std::io::copy(&mut member.take(left.saturating_add(1)), &mut sink);
        }
        unpacked = unpacked.saturating_add(sink.0);
        if limit.is_exceeded(unpacked) {
            return Err(Error::whole(file, message!("source-workbook-too-large", max = limit.bytes())));
        }
    }
    Ok(())
}

/// Counts what is written to it; what came before damage counts too.
struct CountingSink(u64);

impl std::io::Write for CountingSink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The sheet of a name, or of a number from 1.
fn named(file: &str, all: &[String], wanted: &str) -> Result<String, Error> {
    let wanted = wanted.trim();
    let same = |name: &&String| name.trim().to_lowercase() == wanted.to_lowercase();
    let number = || wanted.parse::<usize>().ok().and_then(|number| all.get(number.checked_sub(1)?));
    all.iter().find(same).or_else(number).cloned().ok_or_else(|| {
        let sheets: Vec<&str> = all.iter().map(String::as_str).take(TOLD).collect();
        Error::whole(file, message!("source-no-such-sheet", name = wanted, sheets = List::comma(sheets)))
    })
}

/// The cells of a sheet that hold something.
fn rows<R: Read + Seek>(workbook: &mut Sheets<R>, name: &str) -> Result<Rows, String> {
    let mut rows = Rows::new();
    let mut add = |row: u32, column: u32, value: String| {
        if !value.trim().is_empty() {
            rows.entry(row).or_default().insert(column, value);
        }
    };
    // A sheet may have a cell in its last row and column: such a one is read cell by cell.
    if let Sheets::Xlsx(book) = workbook {
        let mut cells = book.worksheet_cells_reader(name).map_err(|error| error.to_string())?;
        while let Some(cell) = cells.next_cell().map_err(|error| error.to_string())? {
            let (row, column) = cell.get_position();
            add(row, column, written(&cell.get_value().clone().into()));
        }
        return Ok(rows);
    }
    let range = workbook.worksheet_range(name).map_err(|error| error.to_string())?;
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        add(top + row as u32, left + column as u32, written(value));
    }
    Ok(rows)
}

/// A value as it is written.
fn written(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(is_true) => if *is_true { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(time) => date(time),
        Data::Error(error) => error.to_string(),
    }
}

fn date(time: &ExcelDateTime) -> String {
    if !time.is_datetime() {
        return time.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let mut text = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) != (0, 0, 0) {
        let _ = write!(text, "T{hour:02}:{minute:02}:{second:02}");
    }
    text
}

fn text(rows: &Rows) -> (String, SheetPlaces) {
    let width = rows.values().filter_map(|cells| cells.last_key_value()).map(|(&last, _)| last as usize + 1).max();
    let width = width.filter(|width| width.saturating_mul(rows.len()) <= MAX_PADDED);
    let (mut text, mut places, mut line) = (String::new(), SheetPlaces::default(), 0);
    for (&row, cells) in rows {
        while line < row {
            text.push('\n');
            line += 1;
        }
        let last = cells.last_key_value().map_or(0, |(&last, _)| last as usize + 1).max(width.unwrap_or(0));
        let (mut starts, mut column) = (Vec::with_capacity(last), 1);
        for cell in 0..last {
            let before = text.len();
            if cell > 0 {
                text.push(char::from(DELIMITER));
                column += 1;
            }
            starts.push(column);
            let value = cells.get(&(cell as u32)).map_or("", String::as_str);
            let from = before + usize::from(cell > 0);
            push_cell(&mut text, value);
            column += text[from..].chars().count() as u32;
        }
        places.rows.insert(u64::from(row) + 1, starts);
    }
    text.push('\n');
    (text, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_rows_and_columns_lead_back_to_cells() {
        let mut rows = Rows::new();
        rows.entry(2).or_default().extend([(0, "Model".to_owned()), (1, "Organization".to_owned())]);
        rows.entry(4).or_default().extend([(1, "A\nB; \"C\"".to_owned())]);
        let (text, places) = text(&rows);
        assert_eq!(text, "\n\nModel\u{1f}Organization\n\n\u{1f}\"A\u{2028}B; \"\"C\"\"\"\n");
        let at = |line, column| places.cell(line, column);
        assert_eq!([at(3, 1), at(3, 6), at(3, 7), at(5, 1), at(5, 2), at(5, 9), at(5, 0)], [1, 1, 2, 1, 2, 2, 0]);
    }
}
