//! Tables that come as Arrow → delimited text, which the library reads like every other table.

use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{Array, ArrayRef, GenericListArray, OffsetSizeTrait, RecordBatch, RecordBatchReader};
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_schema::{ArrowError, DataType};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::failure;

/// What parts the entries of a list in one cell: a character that no name holds.
const UNIT_SEPARATOR: &str = "\u{1f}";

/// The table of an Arrow C stream as CSV, and what parts the entries of its lists, where it has lists.
#[pyfunction]
pub(crate) fn table_of(py: Python<'_>, capsule: &Bound<'_, PyCapsule>) -> PyResult<(Vec<u8>, Option<&'static str>)> {
    let raise = |error: &ArrowError| failure::raise(py, "arrow", &error.to_string(), None);
    let pointer = capsule.pointer_checked(Some(c"arrow_array_stream"))?;
    // SAFETY: a capsule of this name holds a stream by the Arrow PyCapsule interface; what is taken is left released.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.cast::<FFI_ArrowArrayStream>().as_ptr()) };
    let reader = RecordBatchStreamReader::try_new(stream).map_err(|error| raise(&error))?;
    let schema = reader.schema();
    let batches = reader.collect::<Result<Vec<RecordBatch>, ArrowError>>().map_err(|error| raise(&error))?;
    let is_list = |kind: &DataType| matches!(kind, DataType::List(_) | DataType::LargeList(_));
    let has_lists = schema.fields().iter().any(|field| is_list(field.data_type()));
    let text = py.detach(|| csv(schema.fields().iter().map(|field| field.name().as_str()), &batches));
    Ok((text.map_err(|error| raise(&error))?.into_bytes(), has_lists.then_some(UNIT_SEPARATOR)))
}

fn csv<'n>(names: impl Iterator<Item = &'n str>, batches: &[RecordBatch]) -> Result<String, ArrowError> {
    let mut text = String::new();
    push_row(&mut text, names.map(str::to_owned));
    for batch in batches {
        let columns = batch.columns().iter().map(cells).collect::<Result<Vec<_>, _>>()?;
        for row in 0..batch.num_rows() {
            push_row(&mut text, columns.iter().map(|cells| cells[row].clone()));
        }
    }
    Ok(text)
}

fn push_row(text: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        let comma = if at > 0 { "," } else { "" };
        text.extend([comma, "\"", &cell.replace('"', "\"\""), "\""]);
    }
    text.push('\n');
}

/// The cells of a column as texts; a missing value is empty, a list its entries.
fn cells(column: &ArrayRef) -> Result<Vec<String>, ArrowError> {
    match column.data_type() {
        DataType::List(_) => list_cells::<i32>(column),
        DataType::LargeList(_) => list_cells::<i64>(column),
        _ => values(column),
    }
}

fn list_cells<O: OffsetSizeTrait>(column: &ArrayRef) -> Result<Vec<String>, ArrowError> {
    let Some(lists) = column.as_any().downcast_ref::<GenericListArray<O>>() else { return values(column) };
    let cell = |entries: Option<ArrayRef>| {
        entries.map_or(Ok(String::new()), |entries| Ok(values(&entries)?.join(UNIT_SEPARATOR)))
    };
    lists.iter().map(cell).collect()
}

fn values(column: &ArrayRef) -> Result<Vec<String>, ArrowError> {
    let options = FormatOptions::default()
        .with_date_format(Some("%Y-%m-%d"))
        .with_datetime_format(Some("%Y-%m-%d"))
        .with_timestamp_format(Some("%Y-%m-%d"))
        .with_timestamp_tz_format(Some("%Y-%m-%d"));
    let formatter = ArrayFormatter::try_new(column.as_ref(), &options)?;
    (0..column.len()).map(|row| formatter.value(row).try_to_string()).collect()
}
