//! Reads an input block by block: while one block is read from the disk, the teams of the one before it are found.

use rayon::prelude::*;

use crate::corpus::hashing::FastSet;
use crate::corpus::table::InputMetadata as Registered;
use crate::ingest::addresses::{Sight, place_in_row};
use crate::ingest::error::Error;
use crate::ingest::gather::{Gather, Spot};
use crate::ingest::input::not_utf8;
use crate::ingest::json::Text;
use crate::ingest::notice::Kind as Oddity;
use crate::ingest::openalex::{self, Affiliation};
use crate::ingest::options::Options;
use crate::ingest::own;
use crate::ingest::placeholders;
use crate::ingest::position::{Anchor, line_ends};
use crate::ingest::registry::Place;
use crate::ingest::rows::{Cells, tell_commas, tell_decoded};
use crate::ingest::stream::batch::{Batch, Fresh, Kind, halves};
use crate::ingest::stream::blocks::Block;
use crate::ingest::stream::called::Called;
use crate::ingest::stream::cells::Tail;
use crate::ingest::stream::dictionary::hash;
use crate::ingest::stream::kept::Kept;
use crate::ingest::stream::names::{BY_WORK, LEFT_OUT, Names};
use crate::ingest::stream::opened::{Opened, head, unclosed_row};
use crate::ingest::stream::pieces::{Broken, PIECES, Pieces};
use crate::ingest::stream::repeats::Repeats;
use crate::ingest::stream::rows::Piece;
use crate::ingest::stream::teams::{Context, Shape, fill, repeated_id};
use crate::ingest::stream::watch::Watch;

/// Takes the teams of works.
pub(crate) trait Collector: Send {
    /// What the teams of a piece go into; one a piece, so that pieces need not wait for each other.
    type Part: Send;

    /// As many parts as are asked for.
    fn parts(&mut self, count: usize) -> &mut [Self::Part];

    /// Takes the team of one work: numbers of entities, each once; it may be empty. `row` is where the work starts in the
    /// block.
    fn team(part: &mut Self::Part, team: &mut [u32], row: u32);

    /// Hands over the starts of the rows of the block that are to be kept, in their order.
    fn kept(_: &mut Self::Part) -> Vec<u32> {
        Vec::new()
    }

    /// Called after each block.
    fn settle(&mut self);
}

/// What was read of an input.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Totals {
    /// Works.
    pub(crate) works: u64,
    /// Works without an institution.
    pub(crate) alone: u64,
    wide: Odd,
    narrow: Odd,
    trailing: u64,
    glued: u64,
    /// Cells that hold a comma and no other mark, where none is given: the whole column tells what it means.
    pub(crate) commas: u64,
    parted: Odd,
    unclear: Odd,
    decoded: Odd,
    blank: u64,
}

/// How many rows are odd in some way, and the line of the first.
#[derive(Clone, Copy, Debug, Default)]
struct Odd {
    rows: u64,
    line: u64,
}

impl Odd {
    fn add(&mut self, rows: u64, line: impl FnOnce() -> u64) {
        if self.rows == 0 && rows > 0 {
            self.line = line();
        }
        self.rows += rows;
    }
}

/// What reading an input gave.
#[derive(Debug)]
pub(crate) struct Read {
    /// Its number.
    pub(crate) input: u16,
    /// Whether its rows are works of OpenAlex.
    pub(crate) is_openalex: bool,
    pub(crate) totals: Totals,
    pub(crate) kept: Kept,
    pub(crate) names: Names,
    /// Hashes of the ids of its works, where names of works were watched for.
    pub(crate) ids: Vec<u64>,
    /// Whether a work has one of these names.
    pub(crate) is_called: bool,
    /// Whether rows may be one work, so that what was counted does not hold.
    pub(crate) may_join: bool,
    /// Whether two names of one work may be one institution, so that what was counted does not hold.
    pub(crate) has_alike: bool,
}

/// What is watched for in the works of lines.
#[derive(Debug)]
pub(crate) struct Works {
    /// Names that a work may have.
    pub(crate) called: Called,
    /// Hashes of ids that several works have, of which the first counts.
    pub(crate) repeated: FastSet<u64>,
}

/// Reads an opened input to its end.
pub(crate) fn read<C: Collector>(
    mut opened: Opened,
    gather: &mut Gather<'_>,
    options: &Options,
    collector: &mut C,
    watch: Option<Watch<'_>>,
    before: (u64, Option<u64>),
    works: Option<&Works>,
) -> Result<Read, Error> {
    let (input, shape, (lines, bytes)) = opened.shape(gather, options)?;
    let Opened { name, mut blocks, first: mut block, ends_at_commas, .. } = opened;
    let mut run = Run {
        name,
        read: Read {
            input,
            is_openalex: matches!(shape, Shape::OpenAlex),
            totals: Totals::default(),
            kept: Kept::default(),
            names: Names::default(),
            ids: Vec::new(),
            is_called: false,
            may_join: false,
            has_alike: false,
        },
        shape,
        works,
        seen: FastSet::default(),
        repeats: Repeats::default(),
        pieces: Pieces::default(),
        batches: std::iter::repeat_with(Batch::default).take(PIECES).collect(),
        addresses: Sight::default(),
        address: Place::default(),
        line: lines + 1,
        byte: bytes,
    };
    let mut next = Block::default();
    loop {
        let tail = block.tail();
        let (filled, used) = rayon::join(
            || if tail == Tail::Open { blocks.read(&mut next) } else { Ok(()) },
            || run.block(gather, &block, collector),
        );
        let used = used?;
        filled?;
        if let Some(watch) = watch {
            let (done, size) = blocks.progress();
            let all = before.1.or(size.filter(|_| before.0 == 0));
            (watch.progress)(before.0 + done, all);
            if watch.is_stopped() {
                return Err(stopped(&run.name));
            }
        }
        if ends_at_commas && run.read.totals.commas > 0 {
            break;
        }
        if tail == Tail::End {
            if let Shape::Table(columns) = &run.shape {
                run.addresses.judge(
                    gather,
                    &run.name,
                    Place { input: run.read.input, ..run.address },
                    &columns.addresses,
                )?;
            }
            break;
        }
        next.put_before(&block.bytes()[used..]);
        std::mem::swap(&mut block, &mut next);
    }
    run.tell(gather);
    if let Shape::Table(columns) = &run.shape {
        run.read.may_join = run.repeats.may_join(&columns.keys);
    }
    Ok(run.read)
}

/// The error of work that was stopped from outside.
pub(crate) fn stopped(name: &str) -> Error {
    Error::whole(name, "stopped; nothing was written", "중단했다. 아무것도 쓰지 않았다")
}

/// What is kept from block to block.
struct Run<'c> {
    name: String,
    shape: Shape,
    works: Option<&'c Works>,
    /// Ids of works that may come again.
    seen: FastSet<String>,
    repeats: Repeats,
    read: Read,
    pieces: Pieces,
    batches: Vec<Batch>,
    /// Postal addresses among the institutions, and where the first stands.
    addresses: Sight,
    address: Place,
    /// Line on which the block starts.
    line: u64,
    /// Bytes before the block.
    byte: u64,
}

impl Run<'_> {
    /// Reads the whole rows of a block; gives how many bytes they take.
    fn block<C: Collector>(
        &mut self,
        gather: &mut Gather<'_>,
        block: &Block,
        collector: &mut C,
    ) -> Result<usize, Error> {
        let bytes = block.bytes();
        self.pieces.scan(bytes, block.tail(), &self.shape);
        let used = match self.pieces.chain(bytes, block.tail(), &self.shape) {
            Ok(used) => used,
            Err(Broken::Foreign { piece, offset }) => return Err(self.foreign(bytes, piece, offset)),
            Err(Broken::Unclosed { row }) => return Err(self.unclosed(bytes, row)),
        };
        self.leave_out_repeated(bytes);
        self.note_repeats(bytes);
        self.fill(bytes, gather);
        self.settle(gather, bytes)?;
        let parts = collector.parts(PIECES);
        let batches = self.batches.par_iter_mut().zip(parts.par_iter_mut());
        let (registry, is_table) = (&gather.registry, matches!(self.shape, Shape::Table(_)));
        let are_alike = |a: u32, b: u32| is_table && registry.are_alike(a, b);
        batches.for_each(|(batch, part)| batch.hand_on(are_alike, |team, row| C::team(part, team, row)));
        self.read.has_alike |= self.batches.iter().any(|batch| batch.alike > 0);
        self.read.totals.alone += self.batches.iter().map(|batch| batch.void).sum::<u64>();
        let rows: Vec<Vec<u32>> = parts.iter_mut().map(C::kept).collect();
        self.keep(bytes, &rows);
        collector.settle();
        self.line += self.batches.iter().map(|batch| batch.lines).sum::<u64>();
        self.byte += used as u64;
        Ok(used)
    }

    /// Notes what may make one work of several rows.
    fn note_repeats(&mut self, bytes: &[u8]) {
        let Shape::Table(columns) = &self.shape else { return };
        if !self.repeats.is_settled(&columns.keys) {
            let pieces = self.pieces.all().par_iter();
            let found: Vec<Repeats> = pieces.map(|piece| Repeats::of(bytes, piece, columns)).collect();
            found.into_iter().for_each(|one| self.repeats.join(one));
        }
    }

    /// Keeps rows of the block, those of each piece together.
    fn keep(&mut self, bytes: &[u8], rows: &[Vec<u32>]) {
        let mut line = self.line;
        for ((piece, batch), rows) in self.pieces.all().iter().zip(&self.batches).zip(rows) {
            let (mut at, mut here) = (piece.start, line);
            for &row in rows {
                let row = row as usize;
                here += line_ends(&bytes[at..row], bytes.get(row).copied());
                at = row;
                let kept = &mut self.read.kept;
                kept.is_broken |= kept.keep(bytes, row, &self.shape, here).is_none();
            }
            line += batch.lines;
        }
    }

    /// Leaves out works that were there before.
    fn leave_out_repeated(&mut self, bytes: &[u8]) {
        let Some(works) = self.works.filter(|works| !works.repeated.is_empty()) else { return };
        if !matches!(self.shape, Shape::OpenAlex) {
            return;
        }
        let look = |piece: &Piece| -> Vec<Option<String>> {
            let mut spans = Vec::new();
            piece.found.iter().map(|found| repeated_id(bytes, found, &works.repeated, &mut spans)).collect()
        };
        let ids: Vec<Vec<Option<String>>> = self.pieces.all().par_iter().map(look).collect();
        for (piece, ids) in self.pieces.all_mut().iter_mut().zip(ids) {
            let mut ids = ids.into_iter();
            let before = piece.found.len();
            piece.found.retain(|_| ids.next().flatten().is_none_or(|id| self.seen.insert(id)));
            piece.rows -= (before - piece.found.len()) as u64;
        }
    }

    fn foreign(&self, bytes: &[u8], piece: usize, offset: usize) -> Error {
        let start = self.pieces.all()[piece].start;
        let before = self.byte + start as u64;
        let mut error = not_utf8(&bytes[start..], offset - start, &self.name, before);
        error.line = error.line.map(|line| line + self.line_of(bytes, start) - 1);
        error
    }

    fn unclosed(&self, bytes: &[u8], row: usize) -> Error {
        let delimiter = if let Shape::Table(columns) = &self.shape { columns.wanted.delimiter } else { b',' };
        unclosed_row(&self.name, head(&bytes[row..]), delimiter, self.line_of(bytes, row))
    }

    /// The line of a byte of the block.
    fn line_of(&self, bytes: &[u8], at: usize) -> u64 {
        self.line + line_ends(&bytes[..at], bytes.get(at).copied())
    }

    fn fill(&mut self, bytes: &[u8], gather: &Gather<'_>) {
        let (shape, names, called) = (&self.shape, &self.read.names, self.works.map(|works| &works.called));
        let context = Context { bytes, known: names, authority: gather.registry.authority(), called };
        self.batches.par_iter_mut().zip(self.pieces.all().par_iter()).for_each(|(batch, piece)| {
            batch.reset();
            let own = bytes.get(piece.start..piece.end).unwrap_or_default();
            batch.lines = match shape {
                Shape::Table(_) => line_ends(own, bytes.get(piece.end).copied()),
                Shape::OpenAlex | Shape::Own => piece.feeds,
            };
            fill(context, piece, shape, batch);
        });
    }

    /// Resolves the names that are new, piece after piece, and adds up what was odd.
    fn settle(&mut self, gather: &mut Gather<'_>, bytes: &[u8]) -> Result<(), Error> {
        let mut line = self.line;
        for (batch, piece) in self.batches.iter_mut().zip(self.pieces.all()) {
            let line_at = |row: usize| line + line_ends(&bytes[piece.start..row], bytes.get(row).copied());
            let (mut at, mut here) = (piece.start, line);
            let fresh: Vec<(usize, Fresh)> = batch.fresh().collect();
            for (number, one) in fresh {
                let row = one.row as usize;
                here += line_ends(&bytes[at..row], bytes.get(row).copied());
                at = row;
                let key = batch.key(number);
                let hash = hash(key);
                let meaning = match self.read.names.find(hash, key) {
                    Some(meaning) => meaning,
                    None => {
                        let (input, anchor) = (self.read.input, Anchor::of_line(0, here));
                        let spot = Spot { input, text: "", anchor, index: None };
                        let kept = if let Shape::Table(columns) = &self.shape { columns.kept.as_slice() } else { &[] };
                        let as_what = (one.kind, key, batch.payload(number));
                        let meaning = resolve(gather, &self.name, &spot, as_what, kept);
                        let meaning = meaning
                            .map_err(|error| refusal(&self.name, &self.shape, &bytes[row..], here).unwrap_or(error))?;
                        self.read.names.add(hash, key, meaning);
                        meaning
                    }
                };
                batch.settle(number, meaning);
            }
            if let Some(row) = batch.fault {
                return Err(fault(&self.name, &self.shape, &bytes[row as usize..], line_at(row as usize)));
            }
            if let (Some(row), false, Shape::Table(columns)) =
                (batch.address, self.addresses.has_addresses(), &self.shape)
            {
                let (text, wanted) = (head(&bytes[row as usize..]), &columns.wanted);
                let start = (self.read.input, line_at(row as usize));
                self.address = place_in_row(text, wanted.delimiter, wanted.column, start, &columns.addresses);
            }
            self.addresses.join(&batch.addresses);
            self.read.ids.extend_from_slice(&batch.ids);
            self.read.is_called |= batch.is_called;
            let totals = &mut self.read.totals;
            totals.works += piece.rows;
            totals.alone += batch.alone + piece.rows - piece.found.len() as u64;
            totals.wide.add(piece.wide.rows, || line_at(piece.wide.first));
            totals.narrow.add(piece.narrow.rows, || line_at(piece.narrow.first));
            totals.trailing += piece.trailing;
            totals.glued += batch.glued;
            totals.commas += batch.commas;
            totals.parted.add(batch.parted.rows, || line_at(batch.parted.first));
            totals.unclear.add(batch.unclear.rows, || line_at(batch.unclear.first));
            totals.decoded.add(batch.decoded.rows, || line_at(batch.decoded.first));
            totals.blank += piece.blank;
            line += batch.lines;
        }
        Ok(())
    }

    /// One notice for each kind of oddity.
    fn tell(&self, gather: &mut Gather<'_>) {
        let Totals { alone, wide, narrow, trailing, glued, commas, parted, unclear, decoded, blank, works } =
            self.read.totals;
        let input = self.read.input;
        let cells = |Odd { rows, line }| Cells { count: rows as usize, first: Place { input, line, column: 0 } };
        tell_commas(gather, cells(parted), cells(unclear));
        tell_decoded(gather, cells(decoded));
        let mut tell = |rows: u64, line: u64, kind, english: &str, korean: &str| {
            if rows > 0 {
                let place = Place { input: self.read.input, line, column: 0 };
                gather.notice(kind, place, format!("{rows} {english}"), format!("{korean}({rows}건)"));
            }
        };
        tell(
            wide.rows,
            wide.line,
            Oddity::ExtraCells,
            "rows have more cells than the header, here the first; cells beyond it were left out (is a comma unquoted?)",
            "머리글보다 칸이 많은 행이다. 처음 나온 자리다. 넘치는 칸을 뺐다",
        );
        tell(
            narrow.rows,
            narrow.line,
            Oddity::MissingCells,
            "rows have fewer cells than the header, here the first; the missing ones were taken as blank",
            "머리글보다 칸이 적은 행이다. 처음 나온 자리다. 모자란 칸은 비어 있는 것으로 보았다",
        );
        tell(
            trailing,
            0,
            Oddity::Other,
            "cells have text after their closing quote; it was taken as part of them",
            "닫는 따옴표 뒤의 글도 같은 칸으로 읽었다",
        );
        tell(
            glued,
            0,
            Oddity::SuffixGlued,
            "names were taken as one although they hold a separator",
            "구분 기호가 있지만 한 이름으로 보았다",
        );
        tell(
            commas,
            0,
            Oddity::Other,
            "cells of institutions hold a comma but no “;” or “|”; each was taken as one name (--separator , splits there)",
            "기관 칸에 쉼표는 있으나 ‘;’나 ‘|’가 없어 한 이름으로 읽었다. 쉼표로 나누려면 --separator , 를 주세요",
        );
        tell(blank, 0, Oddity::Other, "rows of blank cells were left out", "빈 칸만 있는 행을 뺐다");
        tell(
            alone,
            0,
            Oddity::NoInstitution,
            "works name no institution; they have no partners",
            "기관이 없는 작품이다. 협력 기관이 없다",
        );
        if works == 0 {
            let place = Place { input: self.read.input, line: 1, column: 0 };
            let (message, message_ko) = ("the table has a header but no rows", "표에 머리글만 있고 행이 없다");
            gather.notice(Oddity::Other, place, message, message_ko);
        }
    }
}

/// The number of the institution that a new name means.
fn resolve(
    gather: &mut Gather<'_>,
    name: &str,
    spot: &Spot<'_>,
    (kind, key, payload): (Kind, &[u8], &[u8]),
    kept: &[String],
) -> Result<u32, Error> {
    let entity = match kind {
        Kind::ByWork => return Ok(BY_WORK),
        Kind::Name | Kind::OfWork => {
            let (recorded, work) = match kind {
                Kind::Name => (String::from_utf8_lossy(key).into_owned(), String::new()),
                _ => halves(key),
            };
            if placeholders::is_none(&recorded, &work, kept, gather.registry.authority()) {
                tell_placeholder(gather, spot, &recorded);
                return Ok(LEFT_OUT);
            }
            gather.mention(spot, &recorded, &recorded, &work)
        }
        Kind::Affiliation => {
            let one: Affiliation<'_> = serde_json::from_slice(payload)
                .map_err(|error| json_error(name, &String::from_utf8_lossy(payload), spot.anchor.line, error))?;
            openalex::entity(gather, spot, &one)
        }
        Kind::Mention => own::mention(gather, name, spot, &String::from_utf8_lossy(payload), &halves(key).1)?,
    };
    let Some(entity) = entity else { return Ok(LEFT_OUT) };
    gather.present(entity);
    Ok(gather.registry.group(entity))
}

/// What names nobody is told once for each way of writing it.
fn tell_placeholder(gather: &mut Gather<'_>, spot: &Spot<'_>, recorded: &str) {
    gather.notice(
        Oddity::Placeholder,
        spot.row(),
        format!(
            "“{recorded}” stands here where no institution is known; it was left out of every row (if it is a name: --keep-whole \"{recorded}\")"
        ),
        format!(
            "‘{recorded}’은(는) 기관을 모른다는 표기로 보고 모든 행에서 뺐다(기관 이름이면 --keep-whole \"{recorded}\")"
        ),
    );
}

fn json_error(name: &str, text: &str, line: u64, error: serde_json::Error) -> Error {
    let found = Text { name, text }.read::<Affiliation<'_>>(text).err();
    let mut found = found.unwrap_or_else(|| Error::at(name, 1, 1, error.to_string(), error.to_string()));
    found.line = found.line.map(|at| at + line - 1);
    found
}

/// The error of the line at the start of `bytes`, as loading has it; `None` when it would be read.
fn refusal(name: &str, shape: &Shape, bytes: &[u8], line: u64) -> Option<Error> {
    let end = memchr::memchr(b'\n', bytes).unwrap_or(bytes.len());
    let text = String::from_utf8_lossy(&bytes[..end]);
    let options = Options::default();
    let mut gather = Gather::new(&options);
    let input = gather.input(name, Registered::default());
    let read = match shape {
        Shape::OpenAlex => openalex::read_some,
        Shape::Own => own::read_some,
        Shape::Table(_) => return None,
    };
    let mut found = read(&mut gather, input, &text, &[(0, 1)]).err()?;
    name.clone_into(&mut found.file);
    found.line = found.line.map(|at| at + line - 1);
    Some(found)
}

/// The error of a line that is no work.
fn fault(name: &str, shape: &Shape, bytes: &[u8], line: u64) -> Error {
    refusal(name, shape, bytes, line).unwrap_or_else(|| {
        let (message, message_ko) = (
            "this line is no work: an institution in it is not readable",
            "이 줄은 작품이 아니다. 기관을 읽을 수 없다",
        );
        Error::at(name, line, 1, message, message_ko)
    })
}
