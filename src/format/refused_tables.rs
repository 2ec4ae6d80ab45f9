//! Delimited texts that are recognised and not read: matrices without names, lists behind comments of other programs, and
//! those whose first row cannot be read.

use crate::format::decoder::{Confidence, Refusal};
use crate::format::head::Head;
use crate::format::json_node::cut;
use crate::format::table_shape::TableShape;
use crate::message;
use crate::source::error::Error;

/// Columns that a refusal names.
const SHOWN: usize = 8;

/// Refuses a text whose first row cannot be read.
pub(crate) struct UnreadableHeader;

impl Refusal for UnreadableHeader {
    fn refuse(&self, head: &Head<'_>) -> Option<(Confidence, Error)> {
        head.header_error().map(|error| (Confidence::Certain, error.clone()))
    }
}

/// Refuses shapes of rows that no format reads without a word of the user.
pub(crate) struct RefusedTable;

impl Refusal for RefusedTable {
    fn refuse(&self, head: &Head<'_>) -> Option<(Confidence, Error)> {
        let shape = head.table_shape().filter(|shape| !matches!(shape, TableShape::Square | TableShape::Adjacency))?;
        let headers = head.header().map_or(&[][..], |row| row.headers.as_slice());
        Some((Confidence::Certain, error(shape, head.name, &columns(headers))))
    }
}

/// The error of a shape that is not read.
fn error(shape: TableShape, name: &str, columns: &str) -> Error {
    let what = match shape {
        TableShape::Square | TableShape::Adjacency => message!("format-square-matrix-ties"),
        TableShape::ZeroOne => {
            return Error::at(name, 1, 1, message!("format-looks-like-matrix-nothing"));
        }
        TableShape::Cross => {
            return Error::at(name, 1, 1, message!("format-table-of-numbers", columns = columns));
        }
        TableShape::Bare => message!("format-square-matrix-without-names"),
        TableShape::BareZeroOne => message!("format-matrix-without-names"),
        TableShape::Percent => message!("format-graph-comments-konect-metis"),
    };
    let fix = match shape {
        TableShape::Bare | TableShape::BareZeroOne => "names",
        TableShape::Percent => "edges",
        _ => "none",
    };
    Error::at(name, 1, 1, message!("format-looks-like-read-write", what = what, fix = fix))
}

/// The first columns of a table as they can be shown.
fn columns(headers: &[String]) -> String {
    let named: Vec<String> =
        headers.iter().filter(|header| !header.is_empty()).map(|header| format!("“{}”", cut(header))).collect();
    let more = if named.len() > SHOWN { " …" } else { "" };
    format!("{}{more}", named.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", "))
}
