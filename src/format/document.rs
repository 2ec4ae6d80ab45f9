//! One input text with its names and its line index, as decoders receive it.

use crate::corpus::kind::WorkKind;
use crate::corpus::table::InputMetadata;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::location::RecordLocation;
use crate::ingest::location::SourceLocation;
use crate::messages::Message;
use crate::source::error::Error;
use crate::source::input::day_in_name;
use crate::source::position::{Anchor, LineIndex};

/// A whole input text.
#[derive(Debug)]
pub(crate) struct Document<'t> {
    /// The input as the user named it.
    pub(crate) name: &'t str,
    /// The same without folders.
    pub(crate) short_name: &'t str,
    pub(crate) text: &'t str,
    /// Line and column of any byte of the text.
    pub(crate) index: LineIndex<'t>,
}

impl<'t> Document<'t> {
    pub(crate) fn new(name: &'t str, short_name: &'t str, text: &'t str) -> Self {
        Self { name, short_name, text, index: LineIndex::new(text) }
    }

    /// The error at byte `offset` of the text.
    pub(crate) fn error(&self, offset: usize, message: Message) -> Error {
        let position = self.index.locate(offset);
        Error::at(self.name, position.line, position.column, message)
    }

    /// The error at byte `offset` of the text that a message says.
    pub(crate) fn told(&self, offset: usize, told: &Message) -> Error {
        self.error(offset, told.clone())
    }

    /// The source line of the input: its name without folders, and the day in that name.
    pub(crate) fn input(&self) -> InputMetadata {
        InputMetadata {
            name: self.short_name.to_owned(),
            citation: String::new(),
            as_of: day_in_name(self.short_name),
            ..InputMetadata::default()
        }
    }

    /// Registers the input; gives its number.
    pub(crate) fn register(&self, assembler: &mut CorpusAssembler<'_>) -> u16 {
        assembler.input(self.name, self.input())
    }

    /// The source line of an input that does not state of what kind its works are.
    pub(crate) fn input_of_works(&self) -> InputMetadata {
        InputMetadata { kind: Some(WorkKind::Work), ..self.input() }
    }

    /// Registers a network, which does not state of what kind the works of its second mode are.
    pub(crate) fn register_works(&self, assembler: &mut CorpusAssembler<'_>) -> u16 {
        assembler.input(self.name, self.input_of_works())
    }

    /// The location of byte `offset` of the input of this number.
    pub(crate) fn location(&self, input: u16, offset: usize) -> SourceLocation {
        let position = self.index.locate(offset);
        SourceLocation { input, line: position.line, column: position.column }
    }

    /// The location of a record that starts at byte `offset`.
    pub(crate) fn record(&self, input: u16, offset: usize) -> RecordLocation<'_> {
        self.record_at(input, self.index.anchor(offset))
    }

    /// The location of a record whose start is known.
    pub(crate) fn record_at(&self, input: u16, anchor: Anchor) -> RecordLocation<'_> {
        RecordLocation { input, text: self.text, anchor, index: Some(&self.index) }
    }
}
