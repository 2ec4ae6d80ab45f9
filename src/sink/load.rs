//! Inputs → one corpus: all fields of all rows, no predicate, the corpus sink.

use crate::corpus::Corpus;
use crate::format::Format;
use crate::format::decoder::unknown;
use crate::format::document::Document;
use crate::format::registry::{REGISTRY, Registry};
use crate::ingest::assembler::{CorpusAssembler, Gathered};
use crate::ingest::merge::{Merge, Omission};
use crate::ingest::notice::Notice;
use crate::ingest::options::{GroupBy, Options};
use crate::scan::source::{RecordSource, Source, open_with};
use crate::sink::corpus::{read_lines, read_table};
use crate::source::error::Error;
use crate::source::expand;
use crate::source::input::{Input, standard_input, utf8};
use crate::source::open::Arrival;
use std::borrow::Cow;

/// A corpus, and what was unexpected on the way to it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The facts.
    pub corpus: Corpus,
    /// What was unexpected, by file, line, column and kind.
    pub notices: Vec<Notice>,
    /// Recorded names that were taken as others.
    pub merges: Vec<Merge>,
    /// What was left out where names or works were taken as one.
    pub omissions: Vec<Omission>,
}

/// An input whose format is known.
struct Prepared<'i> {
    input: &'i Input,
    options: &'i Options,
    arrival: Arrival,
    format: Format,
    content: Content,
}

/// How an input is read.
enum Content {
    /// Row by row; `None` where it is opened when its turn comes, for many files are not held open.
    Rows(Option<Box<RecordSource>>),
    /// As a whole.
    Document(String),
}

/// Reads all inputs into one corpus.
///
/// Institutions of one name are one institution, whichever inputs they come from. A work with the same
/// name, date and institutions in two inputs is one work: the facts of the project's own JSON are taken first,
/// then those of OpenAlex, of tables, of lists of ties; among equals those of the input named first. The order of
/// rows within an input plays no part. Time O(bytes); rows are decoded by all threads.
///
/// # Errors
/// The first input that cannot be read at all, with its location and what to do. No input at all gives an
/// empty corpus.
pub fn load(inputs: &[Input], options: &Options) -> Result<Loaded, Error> {
    load_with(REGISTRY, inputs, options)
}

/// Reads all inputs with the decoders of a registry; see [`load()`].
fn load_with(registry: Registry<'_>, inputs: &[Input], options: &Options) -> Result<Loaded, Error> {
    // What rows mean may rest on all of them, and standard input can be read but once.
    let expanded = expand(inputs)?;
    let inputs = expanded.inputs.iter().map(reread).collect::<Result<Vec<_>, Error>>()?;
    let is_only = inputs.len() == 1;
    let own: Vec<Cow<'_, Options>> = expanded.from.iter().map(|&number| options.of_input(number)).collect();
    let prepared = inputs.iter().zip(&own).map(|(input, own)| prepare(registry, input, own, is_only));
    let mut prepared = prepared.collect::<Result<Vec<Prepared<'_>>, Error>>()?;
    let formats: Vec<Format> = prepared.iter().map(|input| input.format).collect();
    for input in &prepared {
        registry.check_companions(&input.arrival.name, input.format, &formats, input.options)?;
    }
    prepared.sort_by_key(|input| input.format.precedence());
    let mut assembler = CorpusAssembler::new(options);
    let may_repeat = !is_only || formats.iter().any(|&format| registry.holds_works(format));
    if may_repeat && options.group_by != GroupBy::Never {
        assembler.hold();
    }
    for (name, left_out) in &expanded.told {
        assembler.tell_source(name, left_out);
    }
    for Prepared { input, arrival, format, content, options } in prepared {
        let read = match content {
            Content::Document(text) => {
                assembler.arrive(arrival.clone());
                let document = Document::new(&arrival.name, &arrival.short_name, &text);
                registry.read(format, &document, options, &mut assembler)
            }
            Content::Rows(source) => read_rows((registry, input), options, source, (&mut assembler, is_only)),
        };
        read.map_err(|error| arrival.placed(error))?;
    }
    let Gathered { corpus, notices, merges, omissions } = assembler.finish();
    Ok(Loaded { corpus, notices, merges, omissions })
}

/// Standard input as bytes at hand.
fn reread(input: &Input) -> Result<Cow<'_, Input>, Error> {
    Ok(match input {
        Input::StandardInput => Cow::Owned(Input::Bytes { name: input.name(), bytes: standard_input()? }),
        _ => Cow::Borrowed(input),
    })
}

fn prepare<'i>(
    registry: Registry<'_>,
    input: &'i Input,
    options: &'i Options,
    is_only: bool,
) -> Result<Prepared<'i>, Error> {
    match open_with(registry, input, options)? {
        Source::Rows(source) => {
            let arrival = source.blocks.arrival().clone();
            let (format, source) = (source.format, is_only.then_some(source));
            Ok(Prepared { input, options, arrival, format, content: Content::Rows(source) })
        }
        Source::Whole(blocks, first) => {
            let arrival = blocks.arrival().clone();
            let text = utf8(blocks.drain(&first)?, &arrival.name)?;
            let format = registry.detect(&registry.head((&arrival.name, &text), true, options));
            let format = format.and_then(|format| format.ok_or_else(|| unknown(&arrival.name)));
            let format = format.map_err(|error| arrival.placed(error))?;
            Ok(Prepared { input, options, arrival, format, content: Content::Document(text) })
        }
    }
}

fn read_rows<'o>(
    (registry, input): (Registry<'_>, &Input),
    options: &'o Options,
    mut opened: Option<Box<RecordSource>>,
    (assembler, is_only): (&mut CorpusAssembler<'o>, bool),
) -> Result<(), Error> {
    let mut open = || match opened.take() {
        Some(source) => Ok(*source),
        None => match open_with(registry, input, options)? {
            Source::Rows(source) => Ok(*source),
            Source::Whole(..) => Err(unknown(&input.name())),
        },
    };
    let source = open()?;
    if source.format.is_delimited() {
        read_table(source, &mut open, options, (assembler, is_only))
    } else {
        read_lines(source, options, assembler)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::format::examples::example;
    use crate::format::info::{FormatInfo, Grammar, Syntax};
    use crate::format::ties::{ExplicitNetwork, ExplicitTie, NetworkDecoder, Vertex};
    use crate::source::position::STEP;
    use crate::source::position::counting::bytes_inspected;

    static TOY_GRAMMAR: Grammar = Grammar { label: "Toy", begins: Some(|text| text.starts_with("toy!")) };

    /// A format that the program does not know: after `toy!` a tie a line, `A-B`.
    static TOY: NetworkDecoder = NetworkDecoder {
        info: &FormatInfo {
            key: "toy",
            aliases: &["game"],
            extensions: &["toy"],
            syntax: Syntax::Own(&TOY_GRAMMAR),
            precedence: 3,
        },
        parse: |document, _| {
            let ends = document.text.lines().skip(1).filter_map(|line| line.split_once('-'));
            let mut network = ExplicitNetwork::default();
            for (source, target) in ends {
                for id in [source, target] {
                    network.vertices.push(Vertex { id: id.to_owned(), ..Vertex::default() });
                }
                let (source, target) = (source.to_owned(), target.to_owned());
                network.ties.push(ExplicitTie { source, target, ..ExplicitTie::default() });
            }
            Ok(network)
        },
        sniff: |_| true,
    };

    #[test]
    fn a_format_is_a_decoder_and_a_line() {
        let mut decoders = REGISTRY.decoders.to_vec();
        decoders.push(&TOY);
        let registry = Registry { decoders: &decoders, ..REGISTRY };
        let input = |name: &str, text: &str| Input::bytes(name, text);
        let options = Options::default();
        let loaded = load_with(registry, &[input("a.txt", "toy!\nKAIST-SNU\n")], &options).unwrap();
        assert_eq!(loaded.corpus.explicit_ties().len(), 1);
        // By the extension, where the content tells nothing.
        let loaded = load_with(registry, &[input("a.toy", "\nA-B\nC-D\n")], &options).unwrap();
        assert_eq!(loaded.corpus.institution_ids().count(), 4);
        let named = Options { format: registry.parse("GAME"), ..Options::default() };
        let error = load_with(registry, &[input("a.csv", "Model,Organization\nA,B\n")], &named).unwrap_err();
        assert!(
            error.text(crate::messages::language::Language::English).contains("--input-format toy")
                && error.text(crate::messages::language::Language::English).contains("CSV/TSV"),
            "{error}"
        );
        let error = load_with(REGISTRY, &[input("a.csv", "Model,Organization\nA,B\n")], &named).unwrap_err();
        assert!(error.text(crate::messages::language::Language::English).contains("CSV/TSV"), "{error}");
    }

    #[test]
    fn look_ups_grow_with_the_input_and_not_with_its_square() {
        for format in Format::all() {
            let options = Options { format: Some(format), ..Options::default() };
            let [half, full] = [1_000, 2_000].map(|size| {
                let text = example(format.key(), size);
                let bytes = text.len();
                let input = [Input::bytes("x", text)];
                let inspected = bytes_inspected(|| {
                    let loaded = load(&input, &options).unwrap_or_else(|error| panic!("{format:?}: {error}"));
                    assert!(loaded.corpus.institution_ids().len() + loaded.notices.len() > 30, "{format:?}");
                });
                (inspected, bytes)
            });
            // Twice the records are a little more than twice the bytes, for their numbers are longer.
            let most = 2.2 * half.0 as f64 * full.1 as f64 / (2.0 * half.1 as f64) + (2 * STEP) as f64;
            assert!(full.0 as f64 <= most, "{format:?}: {} → {} bytes", half.0, full.0);
            assert!(full.0 <= full.1 + 4 * 2_000 * STEP, "{format:?}: {} of {}", full.0, full.1);
        }
    }
}
