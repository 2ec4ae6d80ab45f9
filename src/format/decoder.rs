//! The interface of a format: how to recognise it, and how to read it.

use crate::format::document::Document;
use crate::format::head::Head;
use crate::format::info::{Format, FormatInfo};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;

/// How sure a decoder is that a text is of its format. The surest wins; of equals the first in the registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Confidence {
    /// It is not.
    None,
    /// Nothing speaks for another format.
    Fallback,
    /// It could be.
    Possible,
    /// It has what the format needs.
    Likely,
    /// Nothing else looks like this.
    Certain,
}

impl Confidence {
    /// `self` where `is_such`, else [`Confidence::None`].
    pub(crate) fn when(self, is_such: bool) -> Self {
        if is_such { self } else { Self::None }
    }
}

/// A format that can be read: one file, and one line in the registry.
pub(crate) trait Decoder: Sync {
    /// Name, syntax and load order.
    fn info(&self) -> &'static FormatInfo;

    /// How sure it is that a text is of this format. A format with a syntax of its own is recognised by that.
    fn sniff(&self, head: &Head<'_>) -> Confidence {
        Confidence::Certain.when(head.syntax() == self.info().syntax)
    }

    /// Reads the whole text into the corpus. O(bytes).
    ///
    /// # Errors
    /// The text cannot be read: where, what stands there, and what is expected.
    fn read(
        &self,
        document: &Document<'_>,
        options: &Options,
        assembler: &mut CorpusAssembler<'_>,
    ) -> Result<(), Error>;

    /// Whether rows or lines can be read block by block, without the others.
    fn streams(&self, _head: &Head<'_>) -> bool {
        false
    }

    /// Whether works of one input may be one, by identifiers that stand anywhere in it, so that they wait until all is read.
    fn holds_works(&self) -> bool {
        false
    }

    /// Refuses an input of this format for lack of another that it goes with; `formats` are those of all inputs.
    ///
    /// # Errors
    /// The other input is missing.
    fn check_companions(&self, _name: &str, _formats: &[Format], _options: &Options) -> Result<(), Error> {
        Ok(())
    }
}

/// A kind of text that is recognised and not read, so that its error can name it and the way to a format that is.
pub(crate) trait Refusal: Sync {
    /// How sure it is that a text is of this kind, and why such a text is not read and what to do; `None` where it is not.
    fn refuse(&self, head: &Head<'_>) -> Option<(Confidence, Error)>;
}

/// The error of a text that no decoder knows.
pub(crate) fn unknown(name: &str) -> Error {
    Error::at(name, 1, 1, message!("format-content-no-known-format"))
}
