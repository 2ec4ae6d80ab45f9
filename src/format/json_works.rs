//! JSON of bibliographic services: a page of records, a list, one record, or one a line. A service is one file with how its
//! records are read.

use serde_json::value::RawValue;

use crate::format::decoder::{Confidence, Decoder};
use crate::format::document::Document;
use crate::format::head::Head;
use crate::format::info::FormatInfo;
use crate::format::json::{Fields, Text};
use crate::format::json_node::Node;
use crate::format::json_shape::Schema;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportSource, Publication, Publications};
use crate::message;
use crate::messages::Message;
use crate::source::error::Error;
use crate::source::position::offset_in;

/// A format of JSON whose records are publications.
pub(crate) struct JsonWorks {
    pub(crate) info: &'static FormatInfo,
    pub(crate) schema: Schema,
    pub(crate) source: ExportSource,
    /// Where records stand in an answer of the service: keys from the outside in.
    pub(crate) holders: &'static [&'static [&'static str]],
    /// Keys of which a record has one at least.
    pub(crate) keys: &'static [&'static str],
    pub(crate) publication: for<'t> fn(&Fields<'t>) -> Publication<'t>,
    /// What is to be known of all that is read.
    pub(crate) caution: Option<fn() -> Message>,
}

impl Decoder for JsonWorks {
    fn info(&self) -> &'static FormatInfo {
        self.info
    }

    fn sniff(&self, head: &Head<'_>) -> Confidence {
        Confidence::Certain.when(head.has_schema(self.schema))
    }

    fn read(
        &self,
        document: &Document<'_>,
        options: &Options,
        assembler: &mut CorpusAssembler<'_>,
    ) -> Result<(), Error> {
        let json = Text { name: document.name, text: document.text };
        let parts = self.parts(&json)?;
        if parts.is_empty() {
            return Err(document.told(0, &message!("formats-no-record", format = self.source.name)));
        }
        let mut publications = Publications::new(assembler, document, (self.source, ""), &options.whole_names);
        if let Some(caution) = self.caution {
            let place = SourceLocation { input: publications.input, line: 0, column: 0 };
            publications.assembler.tell(Kind::Other, place, &caution());
        }
        for part in parts {
            let is_all = part.len() == document.text.trim_start_matches('\u{FEFF}').trim().len();
            let offset = offset_in(document.text, part).filter(|_| !is_all).unwrap_or(0);
            let fields = Node(part).fields().filter(|fields| fields.has_any(self.keys));
            let Some(fields) = fields else { return Err(self.no_record(document, offset)) };
            let publication = Publication { raw: part, ..(self.publication)(&fields) };
            publications.add(&document.record(publications.input, offset), &publication);
        }
        publications.finish(document)
    }

    fn holds_works(&self) -> bool {
        true
    }
}

impl JsonWorks {
    fn no_record(&self, document: &Document<'_>, offset: usize) -> Error {
        let keys: Vec<String> = self.keys.iter().take(3).map(|key| format!("\"{key}\"")).collect();
        document.told(offset, &message!("formats-json-record", format = self.source.name, keys = keys.join(", ")))
    }

    /// The slices of the single records.
    fn parts<'t>(&self, json: &Text<'t>) -> Result<Vec<&'t str>, Error> {
        let body = json.text.trim_start_matches('\u{FEFF}').trim();
        let first = body.lines().next().unwrap_or("");
        let is_lines = first.len() < body.len() && serde_json::from_str::<serde::de::IgnoredAny>(first).is_ok();
        let values: Vec<&'t str> =
            if is_lines { body.lines().map(str::trim).filter(|line| !line.is_empty()).collect() } else { vec![body] };
        let mut parts = Vec::new();
        for value in values {
            // Errors of the syntax have their place.
            let value: &RawValue = json.read(value)?;
            self.add_parts(value.get(), &mut parts);
        }
        Ok(parts)
    }

    fn add_parts<'t>(&self, value: &'t str, parts: &mut Vec<&'t str>) {
        let node = Node(value);
        if let Some(items) = node.items() {
            return items.iter().for_each(|item| self.add_parts(item.get(), parts));
        }
        let held = node.fields().and_then(|fields| {
            let inside = |keys: &[&str]| {
                let (last, outer) = keys.split_last()?;
                let mut own = fields.clone();
                for key in outer {
                    own = own.inner(key)?;
                }
                own.get(last)
            };
            self.holders.iter().find_map(|keys| inside(keys))
        });
        match held {
            Some(inner) => self.add_parts(inner.0, parts),
            None => parts.push(value),
        }
    }
}

/// The text of a key, or of a number under it.
pub(crate) fn text_of(fields: &Fields<'_>, key: &str) -> String {
    let Some(value) = fields.get(key) else { return String::new() };
    match value.word() {
        Some(word) => word.into_owned(),
        None if value.0.trim().bytes().all(|byte| byte.is_ascii_digit()) => value.0.trim().to_owned(),
        None => String::new(),
    }
}

/// The objects of a list, or the one object that stands in its place.
pub(crate) fn objects<'a>(fields: &Fields<'a>, key: &str) -> Vec<Fields<'a>> {
    let Some(value) = fields.get(key) else { return Vec::new() };
    match value.items() {
        Some(items) => items.iter().filter_map(|item| Node(item.get()).fields()).collect(),
        None => value.fields().into_iter().collect(),
    }
}

/// The nodes of a list, or the one value that stands in its place.
pub(crate) fn nodes<'a>(fields: &Fields<'a>, key: &str) -> Vec<Node<'a>> {
    let Some(value) = fields.get(key) else { return Vec::new() };
    match value.items() {
        Some(items) => items.iter().map(|item| Node(item.get())).collect(),
        None => vec![value],
    }
}

/// A count under a key.
pub(crate) fn count_of(fields: &Fields<'_>, key: &str) -> Option<u32> {
    fields.get(key).and_then(|value| value.0.trim().parse().ok())
}
