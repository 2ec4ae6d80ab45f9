//! Tables of answers as Arrow: the type of a column comes from its kind, never from its cells.

use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, Date32Array, Float64Array, Int64Array, RecordBatch, RecordBatchIterator, StringArray};
use arrow_schema::{ArrowError, Field, Schema};
use collabgraph::answer::table::{ColumnKind, Table};
use collabgraph::answer::typed::{Date, TypedValue};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

/// The table as a stream of one batch.
pub(crate) fn stream<'py>(py: Python<'py>, table: &Table) -> PyResult<Bound<'py, PyCapsule>> {
    let batch = batch(table).map_err(|error| crate::failure::raise(py, "arrow", &error.to_string(), None))?;
    let schema = batch.schema();
    let reader = RecordBatchIterator::new([Ok(batch)], schema);
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), c"arrow_array_stream")
}

/// All columns of a table. A date is its first day, and a column beside it tells to what it is known: `day`, `month` or
/// `year`.
fn batch(table: &Table) -> Result<RecordBatch, ArrowError> {
    let (mut fields, mut arrays): (Vec<Field>, Vec<ArrayRef>) = (Vec::new(), Vec::new());
    for (at, column) in table.columns.iter().enumerate() {
        let values: Vec<TypedValue<'_>> =
            table.rows.iter().map(|row| row.get(at).map_or(TypedValue::None, |cell| column.value(cell))).collect();
        let mut add = |name: String, array: ArrayRef| {
            fields.push(Field::new(name, array.data_type().clone(), true));
            arrays.push(array);
        };
        match column.kind {
            ColumnKind::Text | ColumnKind::Url => add(column.key.clone(), texts(&values)),
            ColumnKind::List => add(column.key.clone(), lists(&values)),
            ColumnKind::Integer | ColumnKind::Year => {
                let of = |value: &TypedValue<'_>| if let TypedValue::Integer(one) = value { Some(*one) } else { None };
                add(column.key.clone(), Arc::new(values.iter().map(of).collect::<Int64Array>()));
            }
            ColumnKind::Real | ColumnKind::Share => {
                let of = |value: &TypedValue<'_>| if let TypedValue::Real(one) = value { Some(*one) } else { None };
                add(column.key.clone(), Arc::new(values.iter().map(of).collect::<Float64Array>()));
            }
            ColumnKind::Date => {
                let dates = || values.iter().map(date);
                add(column.key.clone(), Arc::new(dates().map(|date| date.map(days)).collect::<Date32Array>()));
                let precisions: StringArray = dates().map(|date| date.map(precision)).collect();
                add(format!("{}_precision", column.key), Arc::new(precisions));
            }
        }
    }
    let options = arrow_array::RecordBatchOptions::new().with_row_count(Some(table.rows.len()));
    RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options)
}

fn texts(values: &[TypedValue<'_>]) -> ArrayRef {
    let of = |value: &TypedValue<'_>| if let TypedValue::Text(text) = value { Some(text.to_string()) } else { None };
    Arc::new(values.iter().map(of).collect::<StringArray>())
}

fn lists(values: &[TypedValue<'_>]) -> ArrayRef {
    let mut builder = ListBuilder::new(StringBuilder::new());
    for value in values {
        match value {
            TypedValue::List(texts) => {
                texts.iter().for_each(|text| builder.values().append_value(text));
                builder.append(true);
            }
            _ => builder.append(false),
        }
    }
    Arc::new(builder.finish())
}

fn date(value: &TypedValue<'_>) -> Option<Date> {
    if let TypedValue::Date(date) = value { Some(*date) } else { None }
}

fn precision(date: Date) -> &'static str {
    match (date.month_number(), date.day_number()) {
        (Some(_), Some(_)) => "day",
        (Some(_), None) => "month",
        _ => "year",
    }
}

/// Days since 1970-01-01 of the first day of a date (proleptic Gregorian calendar).
fn days(date: Date) -> i32 {
    let (year, month) = (i32::from(date.year_number()), i32::from(date.month_number().unwrap_or(1)));
    let day = i32::from(date.day_number().unwrap_or(1));
    // Years begin in March, so that the day of a leap year is the last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}
