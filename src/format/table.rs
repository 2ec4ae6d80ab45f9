//! Tables of one work a row, whatever their columns are called.

use crate::format::decoder::Confidence;
use crate::format::delimited::{DelimitedDecoder, Undelimited, stands_alone};
use crate::format::head::Head;
use crate::format::header_row::HeaderRow;
use crate::format::info::{FormatInfo, Syntax};

/// Decodes tables of works.
pub(crate) static TABLE: DelimitedDecoder = DelimitedDecoder {
    info: &FormatInfo {
        key: "table",
        aliases: &["csv", "tsv"],
        extensions: &[],
        syntax: Syntax::Delimited,
        precedence: 2,
    },
    undelimited: Undelimited::OneCell,
    sniff,
    check_companions: stands_alone,
    read: None,
};

fn sniff(head: &Head<'_>, header: &HeaderRow) -> Confidence {
    let is_table = match &head.options.columns {
        Some(columns) => !columns.is_of_ties(),
        None => header.names_works(),
    };
    if is_table { Confidence::Likely } else { Confidence::Fallback }
}
