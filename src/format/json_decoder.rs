//! The decoder of formats of JSON: the schema of a text is recognised by the shape of its elements.

use crate::format::decoder::{Confidence, Decoder, Refusal};
use crate::format::document::Document;
use crate::format::head::Head;
use crate::format::info::{Format, FormatInfo};
use crate::format::json::Text;
use crate::format::json_foreign::unknown;
use crate::format::json_shape::{Schema, Verdict};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;
use serde::de::IgnoredAny;

/// A format of JSON.
pub(crate) struct JsonDecoder {
    pub(crate) info: &'static FormatInfo,
    pub(crate) schema: Schema,
    pub(crate) read: fn(&Document<'_>, &mut CorpusAssembler<'_>) -> Result<(), Error>,
    /// Whether works that stand one a line can be read block by block.
    pub(crate) streams: bool,
}

impl JsonDecoder {
    pub(crate) fn format(&self) -> Format {
        Format::new(self.info)
    }
}

impl Decoder for JsonDecoder {
    fn info(&self) -> &'static FormatInfo {
        self.info
    }

    fn sniff(&self, head: &Head<'_>) -> Confidence {
        Confidence::Certain.when(head.has_schema(self.schema))
    }

    fn read(
        &self,
        document: &Document<'_>,
        _options: &Options,
        assembler: &mut CorpusAssembler<'_>,
    ) -> Result<(), Error> {
        (self.read)(document, assembler)
    }

    fn streams(&self, head: &Head<'_>) -> bool {
        self.streams && head.has_record_lines()
    }
}

/// Refuses JSON of other schemas, each by its own name where that is known, and what is no JSON.
pub(crate) struct ForeignJson;

impl Refusal for ForeignJson {
    fn refuse(&self, head: &Head<'_>) -> Option<(Confidence, Error)> {
        let error = match head.json()? {
            Verdict::Foreign(kind) | Verdict::Open(_, kind) => kind.error(head.name),
            Verdict::Broken(None) => broken(head),
            Verdict::Read(_) | Verdict::Broken(Some(_)) => return None,
        };
        Some((Confidence::Fallback, error))
    }
}

/// The error of a text that is no JSON, and does not look like a schema that is read.
fn broken(head: &Head<'_>) -> Error {
    let json = Text { name: head.name, text: head.text };
    let found = json.read::<IgnoredAny>(head.text.trim_start_matches('\u{FEFF}')).err();
    found.unwrap_or_else(|| unknown(message!("format-json")).error(head.name))
}
