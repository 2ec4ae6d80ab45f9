//! Parquet: a table of nodes and a table of ties that are joined by ids, columns with their types, unknown values as nulls, works
//! behind a tie as a list. Packed with Snappy, which every reader unpacks.
//!
//! Format: <https://parquet.apache.org/docs/file-format/>.

use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};

use crate::exchange::attributes::{AttributeColumn, AttributeValue, AttributeValues, Error, NetworkAttributes};
use crate::exchange::export_file::ExportFile;
use crate::network::Network;

/// Writes both tables. O(nodes + ties + evidence).
///
/// # Errors
/// The writer of the format fails.
pub(crate) fn write(network: &Network<'_>, attributes: &NetworkAttributes) -> Result<Vec<ExportFile>, Error> {
    let table = |suffix: &str, rows: usize, columns: Vec<AttributeColumn>| {
        let bytes = bytes(rows, &columns, attributes).map_err(|error| Error::Written(error.to_string()))?;
        Ok(ExportFile { suffix: suffix.to_owned(), bytes })
    };
    let nodes = table("_nodes.parquet", network.node_count(), nodes(network, attributes))?;
    let ties = table("_ties.parquet", network.tie_count(), ties(network, attributes))?;
    Ok(vec![nodes, ties])
}

fn nodes(network: &Network<'_>, attributes: &NetworkAttributes) -> Vec<AttributeColumn> {
    let count = network.node_count();
    let mut columns = vec![
        AttributeColumn::new("id", AttributeValues::Text(attributes.ids.clone())),
        AttributeColumn::new("label", AttributeValues::Text(attributes.labels.clone())),
    ];
    columns.extend(attributes.nodes.iter().cloned());
    if !attributes.clusters.is_empty() {
        let clusters = attributes.clusters.iter().map(|&cluster| cluster.into()).collect();
        columns.push(AttributeColumn::new("cluster", AttributeValues::Integer(clusters)));
    }
    if !attributes.points.is_empty() {
        let axis = |pick: fn((f64, f64)) -> f64| {
            AttributeValues::Real((0..count).map(|node| attributes.point(node).map_or(f64::NAN, pick)).collect())
        };
        columns.push(AttributeColumn::new("x", axis(|point| point.0)));
        columns.push(AttributeColumn::new("y", axis(|point| point.1)));
    }
    columns
}

fn ties(network: &Network<'_>, attributes: &NetworkAttributes) -> Vec<AttributeColumn> {
    let ties = || (0..network.tie_count()).map(|tie| network.tie(tie));
    let id = |node: usize| attributes.ids[node].clone();
    let mut columns = vec![
        AttributeColumn::new("source", AttributeValues::Text(ties().map(|(a, _, _)| id(a)).collect())),
        AttributeColumn::new("target", AttributeValues::Text(ties().map(|(_, b, _)| id(b)).collect())),
        AttributeColumn::new("weight", AttributeValues::Real(ties().map(|(_, _, weight)| weight).collect())),
    ];
    columns.extend(attributes.ties.iter().cloned());
    columns
}

fn bytes(rows: usize, columns: &[AttributeColumn], about: &NetworkAttributes) -> Result<Vec<u8>, ParquetError> {
    let fields = columns.iter().map(field).collect::<Result<Vec<_>, _>>()?;
    let schema = Arc::new(Type::group_type_builder("table").with_fields(fields).build()?);
    let told = [("title", &about.title), ("description", &about.description)];
    let told = told.into_iter().filter(|(_, text)| !text.is_empty());
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(format!("collabgraph version {}", env!("CARGO_PKG_VERSION")))
        .set_key_value_metadata(Some(told.map(|(key, text)| KeyValue::new(key.to_owned(), text.clone())).collect()));
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties.build()))?;
    if rows > 0 {
        let mut group = writer.next_row_group()?;
        for column in columns {
            if let Some(mut chunk) = group.next_column()? {
                put(&mut chunk, &column.values, rows)?;
                chunk.close()?;
            }
        }
        group.close()?;
    }
    writer.into_inner()
}

/// A column as the schema declares it: values that may be missing; lists have three levels.
fn field(column: &AttributeColumn) -> Result<TypePtr, ParquetError> {
    let text = |name: &str, repetition| {
        Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
            .with_repetition(repetition)
            .with_logical_type(Some(LogicalType::String))
            .with_converted_type(ConvertedType::UTF8)
            .build()
    };
    let number = |kind| Type::primitive_type_builder(&column.key, kind).with_repetition(Repetition::OPTIONAL).build();
    let field = match column.values {
        AttributeValues::Text(_) => text(&column.key, Repetition::OPTIONAL)?,
        AttributeValues::Integer(_) => number(Physical::INT64)?,
        AttributeValues::Real(_) => number(Physical::DOUBLE)?,
        AttributeValues::List(_) => {
            let items = Type::group_type_builder("list")
                .with_repetition(Repetition::REPEATED)
                .with_fields(vec![Arc::new(text("element", Repetition::REQUIRED)?)])
                .build()?;
            Type::group_type_builder(&column.key)
                .with_repetition(Repetition::OPTIONAL)
                .with_logical_type(Some(LogicalType::List))
                .with_converted_type(ConvertedType::LIST)
                .with_fields(vec![Arc::new(items)])
                .build()?
        }
    };
    Ok(Arc::new(field))
}

/// Writes the values of a column: what is not known has the level 0.
fn put(chunk: &mut SerializedColumnWriter<'_>, values: &AttributeValues, rows: usize) -> Result<(), ParquetError> {
    let known: Vec<Option<AttributeValue<'_>>> = (0..rows).map(|row| values.get(row)).collect();
    let levels: Vec<i16> = known.iter().map(|value| i16::from(value.is_some())).collect();
    let present = known.into_iter().flatten();
    match values {
        AttributeValues::Text(_) => {
            let texts: Vec<ByteArray> = present
                .filter_map(|value| if let AttributeValue::Text(text) = value { Some(text.into()) } else { None })
                .collect();
            chunk.typed::<ByteArrayType>().write_batch(&texts, Some(&levels), None)?;
        }
        AttributeValues::Integer(_) => {
            let numbers: Vec<i64> = present
                .filter_map(|value| if let AttributeValue::Integer(number) = value { Some(number) } else { None })
                .collect();
            chunk.typed::<Int64Type>().write_batch(&numbers, Some(&levels), None)?;
        }
        AttributeValues::Real(_) => {
            let numbers: Vec<f64> = present
                .filter_map(|value| if let AttributeValue::Real(number) = value { Some(number) } else { None })
                .collect();
            chunk.typed::<DoubleType>().write_batch(&numbers, Some(&levels), None)?;
        }
        AttributeValues::List(lists) => put_lists(chunk, lists)?,
    }
    Ok(())
}

/// Lists: an item has the level 2, the first of its list the repetition 0; an empty list is not known.
fn put_lists(chunk: &mut SerializedColumnWriter<'_>, lists: &[Vec<String>]) -> Result<(), ParquetError> {
    let (mut items, mut levels, mut repetitions): (Vec<ByteArray>, Vec<i16>, Vec<i16>) = Default::default();
    for list in lists {
        if list.is_empty() {
            levels.push(0);
            repetitions.push(0);
        }
        for (at, item) in list.iter().enumerate() {
            items.push(item.as_str().into());
            levels.push(2);
            repetitions.push(i16::from(at > 0));
        }
    }
    chunk.typed::<ByteArrayType>().write_batch(&items, Some(&levels), Some(&repetitions))?;
    Ok(())
}
