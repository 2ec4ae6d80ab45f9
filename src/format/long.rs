//! Tables of one participation a row: the rows of one work are taken together. Nothing tells such a table from one of works
//! whose names repeat, so that it is asked for by name; where it is unmistakable a table is read so by itself.

use crate::format::decoder::Confidence;
use crate::format::delimited::{DelimitedDecoder, Undelimited, stands_alone};
use crate::format::info::{FormatInfo, Syntax};
use crate::ingest::table::LONG_KEY;

/// Decodes tables of participations.
pub(crate) static LONG: DelimitedDecoder = DelimitedDecoder {
    info: &FormatInfo { key: LONG_KEY, aliases: &[], extensions: &[], syntax: Syntax::Delimited, precedence: 2 },
    undelimited: Undelimited::OneCell,
    sniff: |_, _| Confidence::None,
    check_companions: stands_alone,
    read: None,
};
