//! Rows of an answer, and rows that are sent.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt64Type};
use arrow_array::{Array, ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_ipc::reader::StreamReader;
use arrow_ipc::writer::StreamWriter;
use arrow_schema::{DataType, Field, Schema};

use crate::error::Error;

/// Some rows, by columns of one length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The columns, in their order.
    pub columns: Vec<Column>,
}

/// The values of one column; `None` is NULL.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// Texts.
    Text(Vec<Option<String>>),
    /// Whole numbers.
    Integer(Vec<Option<i64>>),
    /// Numbers.
    Real(Vec<Option<f64>>),
}

impl Column {
    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Text(values) => values.len(),
            Self::Integer(values) => values.len(),
            Self::Real(values) => values.len(),
        }
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text of a row; `None` where it is NULL or no text.
    #[must_use]
    pub fn text(&self, row: usize) -> Option<&str> {
        let Self::Text(values) = self else { return None };
        values.get(row)?.as_deref()
    }

    /// The whole number of a row; of a number without fraction the same.
    #[must_use]
    pub fn integer(&self, row: usize) -> Option<i64> {
        match self {
            Self::Text(_) => None,
            Self::Integer(values) => *values.get(row)?,
            Self::Real(values) => {
                let value = (*values.get(row)?)?;
                (value.fract() == 0.0 && value.abs() < 9e15).then_some(value as i64)
            }
        }
    }

    /// The number of a row.
    #[must_use]
    pub fn real(&self, row: usize) -> Option<f64> {
        match self {
            Self::Text(_) => None,
            Self::Integer(values) => values.get(row)?.map(|value| value as f64),
            Self::Real(values) => *values.get(row)?,
        }
    }

    fn of(array: &dyn Array) -> Result<Self, Error> {
        let integer = |values: Vec<Option<i64>>| Ok(Self::Integer(values));
        macro_rules! integers {
            ($kind:ty) => {
                integer(array.as_primitive::<$kind>().iter().map(|value| value.map(i64::from)).collect())
            };
        }
        match array.data_type() {
            DataType::Utf8 => Ok(Self::Text(array.as_string::<i32>().iter().map(owned).collect())),
            DataType::LargeUtf8 => Ok(Self::Text(array.as_string::<i64>().iter().map(owned).collect())),
            DataType::Utf8View => Ok(Self::Text(array.as_string_view().iter().map(owned).collect())),
            DataType::Int8 => integers!(Int8Type),
            DataType::Int16 => integers!(Int16Type),
            DataType::Int32 => integers!(Int32Type),
            DataType::Int64 => integers!(Int64Type),
            DataType::Date32 => integers!(Date32Type),
            DataType::UInt64 => {
                let whole = |value: u64| i64::try_from(value).map_err(|_| Error::Rows(value.to_string()));
                let values = array.as_primitive::<UInt64Type>().iter().map(|value| value.map(whole).transpose());
                Ok(Self::Integer(values.collect::<Result<_, _>>()?))
            }
            DataType::Float32 => {
                Ok(Self::Real(array.as_primitive::<Float32Type>().iter().map(|value| value.map(f64::from)).collect()))
            }
            DataType::Float64 => Ok(Self::Real(array.as_primitive::<Float64Type>().iter().collect())),
            DataType::Null => Ok(Self::Text(vec![None; array.len()])),
            other => Err(Error::Rows(format!("values of type {other}"))),
        }
    }

    fn array(&self) -> ArrayRef {
        match self {
            Self::Text(values) => Arc::new(StringArray::from_iter(values.iter().map(Option::as_deref))),
            Self::Integer(values) => Arc::new(Int64Array::from(values.clone())),
            Self::Real(values) => Arc::new(Float64Array::from(values.clone())),
        }
    }
}

fn owned(value: Option<&str>) -> Option<String> {
    value.map(str::to_owned)
}

impl Rows {
    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.first().map_or(0, Column::len)
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Reads an Arrow stream, batch by batch. O(bytes).
    pub(crate) fn read(bytes: &[u8], each: &mut dyn FnMut(Self) -> bool) -> Result<bool, Error> {
        let wrong = |error: arrow_schema::ArrowError| Error::Rows(error.to_string());
        for batch in StreamReader::try_new(bytes, None).map_err(wrong)? {
            let batch = batch.map_err(wrong)?;
            let columns = batch.columns().iter().map(|array| Column::of(array)).collect::<Result<_, _>>()?;
            if !each(Self { columns }) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The rows as an Arrow stream, its columns by these names. O(bytes).
    pub(crate) fn write(&self, names: &[&str]) -> Result<Vec<u8>, Error> {
        let wrong = |error: arrow_schema::ArrowError| Error::Rows(error.to_string());
        let arrays: Vec<ArrayRef> = self.columns.iter().map(Column::array).collect();
        let fields: Vec<Field> =
            arrays.iter().zip(names).map(|(array, name)| Field::new(*name, array.data_type().clone(), true)).collect();
        let schema = Arc::new(Schema::new(fields));
        let batch = RecordBatch::try_new(Arc::clone(&schema), arrays).map_err(wrong)?;
        let mut bytes = Vec::new();
        let mut writer = StreamWriter::try_new(&mut bytes, &schema).map_err(wrong)?;
        writer.write(&batch).map_err(wrong)?;
        writer.finish().map_err(wrong)?;
        drop(writer);
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn rows_come_back_as_they_were_sent() {
        let rows = Rows {
            columns: vec![
                Column::Text(vec![Some("서울, \"x\"\n".to_owned()), None, Some(String::new())]),
                Column::Integer(vec![Some(i64::MIN), None, Some(7)]),
                Column::Real(vec![Some(0.1), None, Some(3.0)]),
            ],
        };
        let mut read = Vec::new();
        let bytes = rows.write(&["text", "integer", "real"]).unwrap();
        assert_eq!(
            Rows::read(&bytes, &mut |rows| {
                read.push(rows);
                true
            }),
            Ok(true)
        );
        assert_eq!(read, [rows]);
        assert_eq!((read[0].columns[2].integer(0), read[0].columns[2].integer(2)), (None, Some(3)));
        assert_eq!((read[0].columns[1].real(2), read[0].columns[0].integer(0)), (Some(7.0), None));
    }

    #[test]
    fn a_stream_that_ends_early_gives_no_row_that_was_not_sent() {
        let rows = Rows { columns: vec![Column::Integer(vec![Some(1), None, Some(3)])] };
        let bytes = rows.write(&["number"]).unwrap();
        let mut is_error = 0;
        for end in 0..bytes.len() {
            let mut read = Vec::new();
            let found = Rows::read(&bytes[..end], &mut |rows| {
                read.push(rows);
                true
            });
            is_error += usize::from(found.is_err());
            assert!(read.iter().all(|one| *one == rows) && read.len() <= 1, "{end}");
        }
        assert!(is_error > bytes.len() / 2, "{is_error} of {}", bytes.len());
        assert!(matches!(Rows::read(b"no stream of Arrow", &mut |_| true), Err(Error::Rows(_))));
    }

    #[test]
    fn columns_of_different_lengths_are_an_error() {
        let columns = vec![Column::Integer(vec![Some(1)]), Column::Integer(Vec::new())];
        assert!(matches!(Rows { columns }.write(&["a", "b"]), Err(Error::Rows(_))));
    }
}
