//! Parquet files as delimited text: a row a line below the names, so that the line of a cell tells its row.
//!
//! Text, numbers, truth values, dates and times become cells as a spreadsheet writes them, lists of these one cell of
//! quoted items. Pages that are packed with Zstandard are unpacked by the reader that the project has for it anyway.
//!
//! Format: <https://parquet.apache.org/docs/file-format/>.

use std::io::Read;
use std::panic::AssertUnwindSafe;

use bytes::Bytes;
use parquet::basic::{Compression, LogicalType, TimeUnit};
use parquet::bloom_filter::Sbbf;
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::RowGroupMetaData;
use parquet::file::reader::{FileReader, RowGroupReader};
use parquet::file::serialized_reader::{SerializedFileReader, SerializedPageReader};
use parquet::record::Field;
use parquet::record::reader::RowIter;
use parquet::schema::types::Type;
use ruzstd::decoding::StreamingDecoder;
use std::sync::Arc;

use crate::corpus::date::Date;
use crate::message;
use crate::source::error::Error;
use crate::source::packing::UnpackLimit;
use crate::source::table_text::{list_cell, push_row};

/// The column in which pandas keeps the names of rows.
const INDEX: &str = "__index_level_0__";
const SECONDS_OF_DAY: i64 = 86_400;

/// Reads the rows of a file as the text of a table. O(bytes).
///
/// # Errors
/// It is damaged, packed in a way that is not read, or unpacks to more than it may.
pub(crate) fn read(file: &str, bytes: Vec<u8>, limit: &UnpackLimit) -> std::result::Result<String, Error> {
    let damaged = |error: ParquetError| {
        let reason = error.to_string().lines().next().unwrap_or_default().to_owned();
        Error::whole(file, message!("source-parquet-damaged", reason = reason))
    };
    // The reader panics at some damage.
    let rows = AssertUnwindSafe(|| rows(file, &Bytes::from(bytes), limit));
    match std::panic::catch_unwind(rows) {
        Ok(Ok(text)) => Ok(text),
        Ok(Err(ParquetFailure::Told(error))) => Err(error),
        Ok(Err(ParquetFailure::Reader(error))) => Err(damaged(error)),
        Err(_) => Err(damaged(ParquetError::EOF("damaged values".to_owned()))),
    }
}

/// Why the rows could not be read.
enum ParquetFailure {
    Told(Error),
    Reader(ParquetError),
}

impl From<ParquetError> for ParquetFailure {
    fn from(error: ParquetError) -> Self {
        Self::Reader(error)
    }
}

fn rows(file: &str, bytes: &Bytes, limit: &UnpackLimit) -> std::result::Result<String, ParquetFailure> {
    let reader = SerializedFileReader::new(bytes.clone())?;
    let columns = columns(reader.metadata().file_metadata().schema());
    let mut text = String::new();
    let names = columns.iter().filter(|column| !column.is_index).map(|column| column.name.as_str());
    // Two cells at least, so that the text shows what it is.
    push_row(&mut text, names.chain((columns.len() < 2).then_some("")));
    for number in 0..reader.num_row_groups() {
        let group = reader.get_row_group(number)?;
        let group = Unpacked { group, bytes: Arc::new(bytes.clone()), max: limit.bytes() };
        for row in RowIter::from_row_group(None, &group)? {
            let row = row?;
            let fields = row.get_column_iter().zip(&columns).filter(|(_, column)| !column.is_index);
            push_row(&mut text, fields.map(|((_, field), column)| column.cell(field)));
            if limit.is_exceeded(text.len() as u64) {
                return Err(ParquetFailure::Told(Error::whole(
                    file,
                    message!("source-parquet-too-large", max = limit.bytes()),
                )));
            }
        }
    }
    Ok(text)
}

/// A column of the table.
struct Column {
    name: String,
    is_index: bool,
    /// Whether its numbers are nanoseconds since 1970, which the reader of rows hands on as numbers.
    are_nanoseconds: bool,
}

fn columns(schema: &Type) -> Vec<Column> {
    let column = |field: &Arc<Type>| {
        let nanoseconds =
            |kind: &LogicalType| matches!(kind, LogicalType::Timestamp(time) if time.unit == TimeUnit::NANOS);
        Column {
            name: field.name().to_owned(),
            is_index: field.name() == INDEX,
            are_nanoseconds: field.get_basic_info().logical_type_ref().is_some_and(nanoseconds),
        }
    };
    schema.get_fields().iter().map(column).collect()
}

impl Column {
    fn cell(&self, field: &Field) -> String {
        match field {
            Field::Long(time) if self.are_nanoseconds => moment(*time, 1_000_000_000),
            Field::ListInternal(list) => {
                let items = list.elements().iter().map(written).filter(|item| !item.is_empty());
                list_cell(items.collect::<Vec<_>>())
            }
            other => written(other),
        }
    }
}

/// A value as it is written; nothing for what no cell holds.
fn written(field: &Field) -> String {
    match field {
        Field::Null => String::new(),
        Field::Bool(is_true) => if *is_true { "TRUE" } else { "FALSE" }.to_owned(),
        Field::Str(text) => text.clone(),
        Field::Bytes(bytes) => bytes.as_utf8().unwrap_or_default().to_owned(),
        Field::Float(number) if !number.is_finite() => String::new(),
        Field::Double(number) if !number.is_finite() => String::new(),
        Field::Float(number) => number.to_string(),
        Field::Double(number) => number.to_string(),
        Field::Date(days) => Date::of_days(i64::from(*days)).map_or_else(String::new, |day| day.to_string()),
        Field::TimestampMillis(time) => moment(*time, 1_000),
        Field::TimestampMicros(time) => moment(*time, 1_000_000),
        other => other.to_string(),
    }
}

/// A time since 1970 in so many units a second: its day, and the time of the day where that is not midnight.
fn moment(time: i64, units: i64) -> String {
    let seconds = time.div_euclid(units);
    let Some(day) = Date::of_days(seconds.div_euclid(SECONDS_OF_DAY)) else { return String::new() };
    match seconds.rem_euclid(SECONDS_OF_DAY) {
        0 => day.to_string(),
        rest => format!("{day}T{:02}:{:02}:{:02}", rest / 3_600, rest / 60 % 60, rest % 60),
    }
}

/// A group of rows whose pages may be packed with Zstandard.
struct Unpacked<'g> {
    group: Box<dyn RowGroupReader + 'g>,
    bytes: Arc<Bytes>,
    max: u64,
}

impl RowGroupReader for Unpacked<'_> {
    fn metadata(&self) -> &RowGroupMetaData {
        self.group.metadata()
    }

    fn num_columns(&self) -> usize {
        self.group.num_columns()
    }

    fn get_column_page_reader(&self, column: usize) -> Result<Box<dyn PageReader>> {
        let chunk = self.metadata().column(column);
        if !matches!(chunk.compression(), Compression::ZSTD(_)) {
            return self.group.get_column_page_reader(column);
        }
        // Handed on as they stand in the file, to be unpacked here.
        let plain = chunk.clone().into_builder().set_compression(Compression::UNCOMPRESSED).build()?;
        let rows = usize::try_from(self.metadata().num_rows())?;
        let pages = SerializedPageReader::new(Arc::clone(&self.bytes), &plain, rows, None)?;
        Ok(Box::new(ZstandardPages { pages, max: self.max }))
    }

    fn get_column_bloom_filter(&self, column: usize) -> Option<&Sbbf> {
        self.group.get_column_bloom_filter(column)
    }

    fn get_row_iter(&self, projection: Option<Type>) -> Result<RowIter<'_>> {
        RowIter::from_row_group(projection, self)
    }
}

/// Pages, each of them unpacked.
struct ZstandardPages {
    pages: SerializedPageReader<Bytes>,
    /// Bytes to which one may unpack.
    max: u64,
}

impl ZstandardPages {
    fn unpacked(&self, mut page: Page) -> Result<Page> {
        match &mut page {
            Page::DataPage { buf, .. } | Page::DictionaryPage { buf, .. } => *buf = self.unpack(buf, 0)?,
            Page::DataPageV2 { buf, def_levels_byte_len, rep_levels_byte_len, is_compressed: true, .. } => {
                *buf = self.unpack(buf, *def_levels_byte_len as usize + *rep_levels_byte_len as usize)?;
            }
            Page::DataPageV2 { .. } => {}
        }
        Ok(page)
    }

    /// Unpacks all but the first bytes.
    fn unpack(&self, bytes: &Bytes, from: usize) -> Result<Bytes> {
        let (Some(start), Some(packed)) = (bytes.get(..from), bytes.get(from..)) else {
            return Err(ParquetError::EOF("a page is cut off".to_owned()));
        };
        let mut unpacked = start.to_vec();
        if !packed.is_empty() {
            let decoder = StreamingDecoder::new(packed).map_err(|error| ParquetError::External(Box::new(error)))?;
            decoder.take(self.max.saturating_add(1)).read_to_end(&mut unpacked)?;
        }
        if unpacked.len() as u64 > self.max {
            return Err(ParquetError::General(format!("a page unpacks to more than {} bytes", self.max)));
        }
        Ok(Bytes::from(unpacked))
    }
}

impl Iterator for ZstandardPages {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

impl PageReader for ZstandardPages {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let page = self.pages.get_next_page()?;
        page.map(|page| self.unpacked(page)).transpose()
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.pages.skip_next_page()
    }
}
