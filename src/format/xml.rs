//! XML as a stream of elements with places. Nothing outside the file is ever read: a document type that
//! declares entities is refused, one that only names a file is passed over, unknown entities are errors. Depth,
//! attributes and texts have bounds.

use crate::message;
use crate::messages::Message;
use quick_xml::XmlVersion;
use quick_xml::errors::IllFormedError;
use quick_xml::escape::EscapeError;
use quick_xml::events::attributes::AttrError;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::format::decoder::{Confidence, Refusal};
use crate::format::document::Document;
use crate::format::head::Head;
use crate::format::info::Syntax;
use crate::source::error::Error;

/// Elements within each other.
const MAX_DEPTH: usize = 64;
/// Attributes of one element.
const MAX_ATTRIBUTES: usize = 256;
/// Bytes of one element's tag, and of one run of text.
const MAX_BYTES: usize = 1 << 20;

/// An element that opens.
#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    /// The local name; with its prefix when that is not the prefix of the root.
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    /// The byte of its `<`.
    pub(crate) offset: usize,
}

impl Element {
    /// The value of an attribute that says something.
    pub(crate) fn said(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.trim().is_empty())
    }

    /// The value of an attribute, by its local name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// A step through the file.
#[derive(Clone, Debug)]
enum Step {
    /// An element opens.
    Open(Element),
    /// The element of this name closes.
    Close(String),
    /// A piece of text, entities resolved.
    Text(String),
    /// The end of the file.
    End,
}

/// What a format does with the elements and texts of a file.
pub(crate) trait Handler {
    /// An element opens.
    fn open(&mut self, document: &Document<'_>, element: &Element) -> Result<(), Error>;

    /// The element of this name closes.
    fn close(&mut self, name: &str);

    /// A piece of text, entities resolved.
    fn text(&mut self, text: &str);
}

/// Walks through a whole document. O(bytes).
///
/// # Errors
/// The text is not well-formed, goes beyond a bound, or the handler refuses an element.
pub(crate) fn walk(document: &Document<'_>, handler: &mut impl Handler) -> Result<(), Error> {
    let mut xml = Xml::new(document);
    loop {
        match xml.step()? {
            Step::Open(element) => handler.open(document, &element)?,
            Step::Close(name) => handler.close(&name),
            Step::Text(text) => handler.text(&text),
            Step::End => return Ok(()),
        }
    }
}

/// An XML text that is being read.
struct Xml<'t> {
    document: &'t Document<'t>,
    /// Bytes of a byte-order mark before what the reader sees.
    skipped: usize,
    reader: Reader<&'t [u8]>,
    prefix: Option<String>,
    has_root: bool,
    open: Vec<usize>,
}

impl<'t> Xml<'t> {
    fn new(document: &'t Document<'t>) -> Self {
        let text = document.text;
        let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut reader = Reader::from_str(body);
        reader.config_mut().expand_empty_elements = true;
        Self { document, skipped: text.len() - body.len(), reader, prefix: None, has_root: false, open: Vec::new() }
    }

    fn error(&self, offset: usize, message: Message) -> Error {
        self.document.error(offset, message)
    }

    /// The next step. O(its bytes).
    fn step(&mut self) -> Result<Step, Error> {
        loop {
            let offset = self.skipped + usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
            let event = self.reader.read_event().map_err(|error| self.broken(&error))?;
            match event {
                Event::Start(start) | Event::Empty(start) => return self.open(&start, offset),
                Event::End(end) => {
                    self.open.pop();
                    let (prefix, local) = split(end.name().into_inner());
                    return Ok(Step::Close(self.local(prefix, local)));
                }
                Event::Text(text)
                    if self.open.is_empty() && !text.xml10_content().trim_matches('\u{FEFF}').trim().is_empty() =>
                {
                    return Err(self.error(offset, message!("format-text-stands-outside-root")));
                }
                Event::Text(text) => return Ok(Step::Text(self.bounded(&text.xml10_content(), offset)?)),
                Event::CData(text) => return Ok(Step::Text(self.bounded(&text.xml10_content(), offset)?)),
                Event::GeneralRef(reference) => return self.reference(&reference, offset),
                Event::DocType(text) if text.xml10_content().contains(['[', '<']) => {
                    return Err(self.error(offset, message!("format-document-type-declares-entities")));
                }
                Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
                Event::Eof => return self.end(),
            }
        }
    }

    fn end(&self) -> Result<Step, Error> {
        match self.open.last() {
            Some(_) => Err(self.error(
                self.document.text.trim_end().len(),
                message!("format-file-ends-inside-open", open = self.open.len()),
            )),
            None => Ok(Step::End),
        }
    }

    fn open(&mut self, start: &BytesStart<'_>, offset: usize) -> Result<Step, Error> {
        if self.open.len() >= MAX_DEPTH {
            return Err(self.error(offset, message!("format-elements-stand-more-than", max_depth = MAX_DEPTH)));
        }
        if start.len() > MAX_BYTES {
            return Err(self.too_long(offset));
        }
        if self.has_root && self.open.is_empty() {
            return Err(self.error(offset, message!("format-second-root-element-starts")));
        }
        self.open.push(offset);
        let (prefix, local) = split(start.name().into_inner());
        if !self.has_root {
            self.has_root = true;
            self.prefix = prefix.map(str::to_owned);
        }
        let mut element = Element { name: self.local(prefix, local), attributes: Vec::new(), offset };
        for attribute in start.attributes() {
            // The reader counts from after the `<`.
            let attribute = attribute.map_err(|error| self.told(offset + 1 + at_of(&error), &error.into()))?;
            let value = attribute.normalized_value(XmlVersion::default()).map_err(|error| self.told(offset, &error))?;
            let (_, key) = split(attribute.key.into_inner());
            if key.contains(['&', '<']) || attribute.value.contains('<') {
                return Err(self.error(offset, message!("format-wellformed-xml-attribute-holds", key = key)));
            }
            if element.get(key).is_none() {
                element.attributes.push((key.to_owned(), value.into_owned()));
            }
            if element.attributes.len() > MAX_ATTRIBUTES {
                return Err(self
                    .error(offset, message!("format-element-more-than-attributes", max_attributes = MAX_ATTRIBUTES)));
            }
        }
        Ok(Step::Open(element))
    }

    fn local(&self, prefix: Option<&str>, local: &str) -> String {
        match prefix {
            Some(prefix) if self.prefix.as_deref() != Some(prefix) => format!("{prefix}:{local}"),
            _ => local.to_owned(),
        }
    }

    fn bounded(&self, text: &str, offset: usize) -> Result<String, Error> {
        if text.len() > MAX_BYTES { Err(self.too_long(offset)) } else { Ok(text.to_owned()) }
    }

    fn too_long(&self, offset: usize) -> Error {
        self.error(offset, message!("format-tag-text-more-than"))
    }

    fn reference(&self, reference: &quick_xml::events::BytesRef<'_>, offset: usize) -> Result<Step, Error> {
        let ch = match reference.resolve_char_ref() {
            Ok(ch) => ch,
            Err(error) => return Err(self.told(offset, &error)),
        };
        let name = reference.xml10_content();
        let text = match (ch, name.as_ref()) {
            (Some(ch), _) => ch,
            (None, "amp") => '&',
            (None, "lt") => '<',
            (None, "gt") => '>',
            (None, "quot") => '"',
            (None, "apos") => '\'',
            (None, name) => {
                return Err(self.error(offset, message!("format-entity-known-only-amp", name = name)));
            }
        };
        Ok(Step::Text(text.to_string()))
    }

    fn broken(&self, error: &quick_xml::Error) -> Error {
        let offset = self.skipped + usize::try_from(self.reader.error_position()).unwrap_or(usize::MAX);
        self.told(offset, error)
    }

    fn told(&self, offset: usize, error: &quick_xml::Error) -> Error {
        self.error(offset, message!("format-wellformed-xml-mend-file", what = plain(error)))
    }
}

/// The error of an element without an attribute that it needs.
pub(crate) fn lacks(source: &Document<'_>, element: &Element, attribute: &str) -> Error {
    let name = &element.name;
    source.error(element.offset, message!("format-no-every-needs-2", name = name, attribute = attribute))
}

/// Refuses XML whose root element is of no format that is read.
pub(crate) struct ForeignXml;

impl Refusal for ForeignXml {
    fn refuse(&self, head: &Head<'_>) -> Option<(Confidence, Error)> {
        let error = Error::at(head.name, 1, 1, message!("format-xml-no-known-format"));
        (head.syntax() == Syntax::Xml).then_some((Confidence::Fallback, error))
    }
}

/// Where in its tag an attribute goes wrong.
fn at_of(error: &AttrError) -> usize {
    match error {
        AttrError::ExpectedEq(at)
        | AttrError::ExpectedValue(at)
        | AttrError::UnquotedValue(at)
        | AttrError::ExpectedQuote(at, _)
        | AttrError::Duplicated(at, _) => *at,
    }
}

/// The parser's error in plain words.
fn plain(error: &quick_xml::Error) -> Message {
    match error {
        quick_xml::Error::InvalidAttr(error) => match error {
            AttrError::Duplicated(..) => {
                message!("format-attribute-stands-twice-tag")
            }
            AttrError::ExpectedEq(_) => message!("format-attribute-no"),
            AttrError::ExpectedValue(_) => message!("format-attribute-no-value"),
            AttrError::UnquotedValue(_) | AttrError::ExpectedQuote(..) => {
                message!("format-value-attribute-quotes")
            }
        },
        quick_xml::Error::Escape(EscapeError::UnrecognizedEntity(_, name)) => {
            message!("format-entity-known-only-amp-2", name = name)
        }
        quick_xml::Error::Escape(EscapeError::InvalidCharRef(_)) => {
            message!("format-number-after-no-letter")
        }
        quick_xml::Error::Escape(_) => {
            message!("format-begins-no-entity-write")
        }
        quick_xml::Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            message!("format-stands-where-due", found = found, expected = expected)
        }
        quick_xml::Error::IllFormed(IllFormedError::UnmatchedEndTag(found)) => {
            message!("format-closes-nothing", found = found)
        }
        quick_xml::Error::IllFormed(IllFormedError::MissingEndTag(name)) => {
            message!("format-never-closed", name = name)
        }
        quick_xml::Error::IllFormed(IllFormedError::DoubleHyphenInComment) => {
            message!("format-comment-holds")
        }
        quick_xml::Error::IllFormed(IllFormedError::UnclosedReference) => {
            message!("format-begins-no-entity-write")
        }
        quick_xml::Error::Syntax(_) => {
            message!("format-tag-comment-value-never")
        }
        _ => message!("format-tag-understood"),
    }
}

fn split(name: &str) -> (Option<&str>, &str) {
    match name.split_once(':') {
        Some((prefix, local)) => (Some(prefix), local),
        None => (None, name),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn steps(text: &str) -> Result<Vec<String>, Error> {
        let document = Document::new("a.xml", "a.xml", text);
        let mut xml = Xml::new(&document);
        let mut told = Vec::new();
        loop {
            told.push(match xml.step()? {
                Step::Open(element) => format!("<{}@{}", element.name, element.offset),
                Step::Close(name) => format!(">{name}"),
                Step::Text(text) => text,
                Step::End => return Ok(told),
            });
        }
    }

    #[test]
    fn entities_of_numbers_and_the_five_names_are_resolved() {
        let told = steps("<a>x &amp;&#44032;<![CDATA[<&]]><v:b k='&quot;'/></a>").unwrap();
        assert_eq!(told, ["<a@0", "x ", "&", "가", "<&", "<v:b@32", ">v:b", ">a"]);
        let document = Document::new("a.xml", "a.xml", "<a k='1&#10;&lt;가'/>");
        let mut xml = Xml::new(&document);
        let first = match xml.step().unwrap() {
            Step::Open(element) => element,
            other => unreachable!("{other:?}"),
        };
        assert_eq!(first.get("k"), Some("1\n<가"));
    }

    #[test]
    fn nothing_of_outside_is_resolved_and_bounds_hold() {
        for (text, line, column) in [
            ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<a>&x;</a>", 1, 1),
            ("<a>\n가&x;</a>", 2, 2),
            ("<a>\n <b k='&x;'/></a>", 2, 2),
            ("<a>\n<b></a>", 2, 4),
            ("<a>\n<b>", 2, 4),
        ] {
            let error = steps(text).unwrap_err();
            assert_eq!((error.line, error.column), (Some(line), Some(column)), "{text} {error}");
        }
        assert!(steps("<!DOCTYPE graphml SYSTEM 'graphml.dtd'><a/>").is_ok());
        assert!(
            steps(&"<a>".repeat(65)).unwrap_err().text(crate::messages::language::Language::English).contains("deep")
        );
        assert!(
            steps(&format!("<a k='{}'/>", "x".repeat(MAX_BYTES)))
                .unwrap_err()
                .text(crate::messages::language::Language::English)
                .contains("1 MiB")
        );
    }
}
