//! Epoch AI's tables of models, in every schema.

use crate::format::decoder::Confidence;
use crate::format::delimited::{DelimitedDecoder, Undelimited, stands_alone};
use crate::format::info::{FormatInfo, Syntax};
use crate::ingest::columns::ColumnMap;
use crate::ingest::table::EPOCH_KEY;

/// Decodes Epoch AI's tables.
pub(crate) static EPOCH: DelimitedDecoder = DelimitedDecoder {
    info: &FormatInfo { key: EPOCH_KEY, aliases: &[], extensions: &[], syntax: Syntax::Delimited, precedence: 2 },
    undelimited: Undelimited::OneCell,
    sniff: |head, header| {
        let are_ties = head.options.columns.as_ref().is_some_and(ColumnMap::is_of_ties);
        Confidence::Certain.when(header.is_epoch() && !are_ties)
    },
    check_companions: stands_alone,
    read: None,
};
