//! Inputs → one corpus.

use crate::corpus::Corpus;
use crate::ingest::edges;
use crate::ingest::error::Error;
use crate::ingest::format::{self, Format};
use crate::ingest::gather::Gather;
use crate::ingest::input::Input;
use crate::ingest::notice::Notice;
use crate::ingest::openalex;
use crate::ingest::options::Options;
use crate::ingest::own;
use crate::ingest::rows::headers;
use crate::ingest::table::{self, Delimited};

/// A corpus, and what was odd on the way to it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The facts.
    pub corpus: Corpus,
    /// Oddities by file, line, column and kind.
    pub notices: Vec<Notice>,
}

/// An input with its text and format.
struct Prepared {
    name: String,
    short_name: String,
    text: String,
    format: Format,
}

/// Reads all inputs into one corpus.
///
/// Institutions of one name are one institution, whichever inputs they come from. A work with the same
/// name, date and institutions in two inputs is one work: the facts of the project's own JSON are taken first,
/// then those of OpenAlex, of tables, of lists of ties; among equals those of the input named first. The order of
/// rows within an input plays no part.
///
/// # Errors
/// The first input that cannot be read at all, with its place and the way out. No input at all gives an
/// empty corpus.
pub fn load(inputs: &[Input], options: &Options) -> Result<Loaded, Error> {
    let mut prepared = Vec::with_capacity(inputs.len());
    for input in inputs {
        prepared.push(prepare(input, options)?);
    }
    prepared.sort_by_key(|input| rank(input.format));
    let mut gather = Gather::new(options);
    for input in &prepared {
        read(&mut gather, input, options)?;
    }
    let (corpus, notices) = gather.finish();
    Ok(Loaded { corpus, notices })
}

/// Inputs that tell institutions apart by ids come before those that only name them.
fn rank(format: Format) -> u8 {
    match format {
        Format::Collabgraph => 0,
        Format::OpenAlex => 1,
        Format::JsonLines | Format::Epoch | Format::Table => 2,
        Format::Edges => 3,
    }
}

fn prepare(input: &Input, options: &Options) -> Result<Prepared, Error> {
    let name = input.name();
    let text = input.text()?;
    let json = format::is_json(&text);
    let format = match options.format {
        Some(format) if json && format.is_delimited() => return Err(mismatch(&name, format)),
        Some(format) if !json && !format.is_delimited() => return Err(mismatch(&name, format)),
        Some(format) => format,
        None if json => format::of_json(&text).ok_or_else(|| unknown_json(&name))?,
        // Headers decide when the table is read.
        None => Format::Table,
    };
    Ok(Prepared { short_name: input.short_name(), name, text, format })
}

fn mismatch(name: &str, format: Format) -> Error {
    let (found, found_ko) = if format.is_delimited() { ("JSON", "JSON") } else { ("no JSON", "JSON이 아닌 글") };
    let key = format.key();
    Error::at(
        name,
        1,
        1,
        format!(
            "--input-format {key} was asked for, but the content is {found}; leave the option out, or name the right format"
        ),
        format!("--input-format {key}(으)로 지정했지만 내용은 {found_ko}입니다. 옵션을 빼거나 맞는 형식을 지정하세요"),
    )
}

fn unknown_json(name: &str) -> Error {
    let keys = Format::ALL.map(Format::key).join(", ");
    Error::at(
        name,
        1,
        1,
        format!(
            "the JSON is of no known format: expected \"collabgraph\" with \"works\", OpenAlex works (\"results\" or \
             \"authorships\"), or one work a line with \"name\" and \"institutions\"; --input-format forces one of {keys}"
        ),
        format!(
            "알 수 없는 JSON입니다. \"collabgraph\"와 \"works\", OpenAlex 논문(\"results\" 또는 \"authorships\"), 또는 줄마다 \
             \"name\"과 \"institutions\"가 있는 작품 하나가 필요합니다. --input-format 으로 {keys} 가운데 하나를 지정할 수 있습니다"
        ),
    )
}

fn read(gather: &mut Gather<'_>, input: &Prepared, options: &Options) -> Result<(), Error> {
    match input.format {
        Format::Collabgraph => own::read_document(gather, &input.name, &input.short_name, &input.text),
        Format::JsonLines => own::read_lines(gather, &input.name, &input.short_name, &input.text),
        Format::OpenAlex => openalex::read(gather, &input.name, &input.short_name, &input.text),
        Format::Epoch | Format::Table | Format::Edges => read_delimited(gather, input, options),
    }
}

fn read_delimited(gather: &mut Gather<'_>, input: &Prepared, options: &Options) -> Result<(), Error> {
    let delimiter = format::delimiter(&input.text, &input.name);
    let headers = headers(&input.text, delimiter, &input.name)?;
    let format = match options.format {
        Some(format) => format,
        None if options.columns.is_some() => Format::Table,
        None => format::of_headers(&headers),
    };
    let source = Delimited { name: &input.name, short_name: &input.short_name, text: &input.text, delimiter, headers };
    if format == Format::Edges { edges::read(gather, &source) } else { table::read(gather, &source, format, options) }
}
