//! JSON lines: one work of the project's own JSON a line.

use crate::format::collabgraph::read_lines;
use crate::format::info::{FormatInfo, Syntax};
use crate::format::json_decoder::JsonDecoder;
use crate::format::json_shape::Schema;

/// Decodes works that stand one a line.
pub(crate) static JSON_LINES: JsonDecoder = JsonDecoder {
    info: &FormatInfo {
        key: "jsonl",
        aliases: &["ndjson"],
        extensions: &["jsonl"],
        syntax: Syntax::Json,
        precedence: 2,
    },
    schema: Schema::JsonLines,
    read: read_lines,
    streams: true,
};
