//! An input, opened: unpacked, out of its archive or workbook, and decoded to UTF-8, as it is read.

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::corpus::place;
use crate::message;
use crate::messages::Message;
use crate::source::archive;
use crate::source::encoding::{Encoding, HEAD, Transcoding, Undecodable};
use crate::source::error::Error;
use crate::source::input::{Input, directory, embedded, unreadable, utf8};
use crate::source::packing::{Counted, PackingFormat, UnpackLimit, Unpacking, not_unpacked};
use crate::source::places::RowPlaces;
use crate::source::workbook;

/// Packings within each other that are undone.
const MAX_PACKINGS: usize = 4;
const PARQUET: &[u8] = b"PAR1";
/// First bytes that tell what an input is.
const MAGIC: usize = 16;

impl Input {
    /// The whole text: unpacked, out of its archive or workbook, decoded.
    ///
    /// # Errors
    /// No such file, a directory, an empty one, one that is damaged or no text.
    pub fn text(&self) -> Result<String, Error> {
        Ok(self.text_with(&ReadOptions::default())?.0)
    }

    /// The whole text, and what is known of the input once it is open; see [`text`](Self::text).
    pub(crate) fn text_with(&self, options: &ReadOptions) -> Result<(String, Arrival), Error> {
        let mut opened = OpenInput::open(self, options)?;
        let mut bytes = Vec::new();
        let read = opened.read_to_end(&mut bytes);
        read.map_err(|error| opened.failed(&error, bytes.len() as u64))?;
        Ok((utf8(bytes, &opened.arrival.name)?, opened.arrival))
    }
}

/// How the bytes of inputs are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The encoding of texts; `None` finds it.
    pub encoding: Option<Encoding>,
    /// The sheet of workbooks, by name or by number from 1; `None` takes the first that is a table.
    pub sheet: Option<String>,
    /// The most bytes to which a packed input may unpack; `None` for 64 MiB or a hundred times its size, whichever is more.
    pub max_unpacked: Option<u64>,
}

/// What is known of an input once it is open.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arrival {
    /// The input as notices name it: of a workbook with its sheet.
    pub(crate) name: String,
    /// The same without folders.
    pub(crate) short_name: String,
    /// What was found out on the way.
    pub(crate) told: Vec<Message>,
    /// Where rows and cells are, where the text was made from something else.
    pub(crate) places: Option<Arc<RowPlaces>>,
}

impl Arrival {
    /// An error where it stands in the input itself; one about the columns of a table stands at its start.
    pub(crate) fn placed(&self, mut error: Error) -> Error {
        if let (Some(places), Some(line), true) = (&self.places, error.line, error.file == self.name) {
            let (line, column) = match places.of(line, error.column.unwrap_or(0)) {
                (0, _) => (1, 1),
                found => found,
            };
            if places.are_rows() && error.line != Some(1) {
                error.file.push_str(place::ROWS);
            }
            (error.line, error.column) = (Some(line), Some(column));
        }
        error
    }
}

/// An input that is read from its start to its end, as UTF-8.
pub(crate) struct OpenInput {
    reader: Box<dyn Read + Send>,
    packing: Option<PackingFormat>,
    /// What it may unpack to, and the bytes taken from the input itself.
    limit: UnpackLimit,
    size: Option<u64>,
    pub(crate) arrival: Arrival,
}

impl OpenInput {
    /// Opens an input.
    ///
    /// # Errors
    /// No such file, a directory, something that is no text.
    pub(crate) fn open(input: &Input, options: &ReadOptions) -> Result<Self, Error> {
        let name = input.name();
        let limit = UnpackLimit { max: options.max_unpacked, ..UnpackLimit::default() };
        let (reader, size): (Box<dyn Read + Send>, Option<u64>) = match input {
            Input::StandardInput => (Box::new(std::io::stdin()), None),
            Input::Path(path) => {
                let (file, size) = file(path, &name)?;
                (Box::new(file), size)
            }
            Input::Member { archive, member } => {
                let (file, _) = file(archive, &name)?;
                // Its packed bytes are counted, not what they unpack to.
                let (reader, size) = archive::member(&name, file, member, &limit)?;
                return Self::with(input, reader, Some(size), limit, options);
            }
            Input::Bytes { bytes, .. } => (Box::new(Cursor::new(bytes.clone())), Some(bytes.len() as u64)),
            Input::Embedded => (Box::new(Cursor::new(embedded())), Some(embedded().len() as u64)),
        };
        let counted = Counted::new(reader, &limit.packed);
        Self::with(input, Box::new(counted), size, limit, options)
    }

    fn with(
        input: &Input,
        reader: Box<dyn Read + Send>,
        size: Option<u64>,
        limit: UnpackLimit,
        options: &ReadOptions,
    ) -> Result<Self, Error> {
        let packing = matches!(input, Input::Member { .. }).then_some(PackingFormat::Zip);
        let arrival = Arrival { name: input.name(), short_name: input.short_name(), ..Arrival::default() };
        let opened = Self { reader, packing, limit, size, arrival };
        opened.unpacked(options)?.decoded(options)
    }

    /// Undoes packings, and puts the table of a workbook in its place.
    fn unpacked(mut self, options: &ReadOptions) -> Result<Self, Error> {
        for _ in 0..MAX_PACKINGS {
            let magic = self.peek(MAGIC)?;
            if let Some(packing) = PackingFormat::of(&magic) {
                self.packing = Some(packing);
                self.reader = Box::new(Unpacking::new(self.reader, packing, self.limit.clone()));
            } else if magic.starts_with(b"PK\x03\x04") || magic.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
                self = self.out_of_container(options)?;
            } else {
                break;
            }
        }
        #[cfg(feature = "parquet")]
        if self.peek(MAGIC)?.starts_with(PARQUET) {
            return self.out_of_parquet();
        }
        let magic = self.peek(MAGIC)?;
        match FOREIGN.iter().find(|(start, _)| magic.starts_with(start)) {
            Some((PARQUET, _)) => Err(Error::at(&self.arrival.name, 1, 1, message!("source-parquet"))),
            Some((_, kind)) => Err(Error::at(&self.arrival.name, 1, 1, message!("source-foreign", kind = *kind))),
            None => Ok(self),
        }
    }

    /// The rows of a Parquet file.
    #[cfg(feature = "parquet")]
    fn out_of_parquet(mut self) -> Result<Self, Error> {
        let mut bytes = Vec::new();
        let read = self.reader.read_to_end(&mut bytes);
        read.map_err(|error| self.failed(&error, bytes.len() as u64))?;
        let text = crate::source::parquet::read(&self.arrival.name, bytes, &self.limit)?;
        self.arrival.places = Some(Arc::new(RowPlaces::Rows));
        Ok(Self { reader: Box::new(Cursor::new(text.into_bytes())), packing: None, ..self })
    }

    /// The sheet of a workbook, or the one file of an archive.
    fn out_of_container(mut self, options: &ReadOptions) -> Result<Self, Error> {
        let name = self.arrival.name.clone();
        let mut bytes = Vec::new();
        let read = self.reader.read_to_end(&mut bytes);
        read.map_err(|error| self.failed(&error, bytes.len() as u64))?;
        if bytes.starts_with(b"PK") {
            let members = archive::names(&mut archive::archive(&name, Cursor::new(&bytes))?);
            if !archive::is_workbook(&members) {
                let [member] = members.as_slice() else {
                    return Err(Error::whole(&name, message!("source-archive-of-several", count = members.len())));
                };
                // The whole archive was counted as it was read.
                let limit = UnpackLimit::of_bytes(bytes.len().min(self.taken()), self.limit.max);
                let (reader, _) = archive::member(&name, Cursor::new(bytes), member, &limit)?;
                return Ok(Self { reader, packing: Some(PackingFormat::Zip), ..self });
            }
        }
        let sheet = workbook::read(&name, bytes, options.sheet.as_deref(), &self.limit)?;
        self.arrival.name = format!("{name}!{}", sheet.name);
        self.arrival.short_name = format!("{}!{}", self.arrival.short_name, sheet.name);
        self.arrival.places = Some(Arc::new(RowPlaces::Sheet(sheet.places)));
        self.arrival.told.extend(sheet.told);
        Ok(Self { reader: Box::new(Cursor::new(sheet.text.into_bytes())), packing: None, ..self })
    }

    /// Decodes a text that is not in UTF-8, and tells of it.
    fn decoded(mut self, options: &ReadOptions) -> Result<Self, Error> {
        if self.arrival.places.is_some() {
            return Ok(self);
        }
        let head = self.peek(HEAD)?;
        let found = Encoding::detect(&head, head.len() < HEAD);
        // A mark of the byte order leaves no doubt, whatever the user says.
        let is_marked = encoding_rs::Encoding::for_bom(&head).is_some();
        let encoding = options.encoding.filter(|_| !is_marked).unwrap_or(found);
        if encoding.is_utf8() {
            return Ok(self);
        }
        if options.encoding.is_none() {
            self.arrival.told.push(message!("source-decoded", encoding = encoding.name(), key = encoding.key()));
        }
        self.reader = Box::new(Transcoding::new(self.reader, encoding));
        Ok(self)
    }

    /// The first bytes, which are read again. Fewer where the input ends before.
    fn peek(&mut self, bytes: usize) -> Result<Vec<u8>, Error> {
        let mut head = Vec::new();
        let read = self.reader.by_ref().take(bytes as u64).read_to_end(&mut head);
        read.map_err(|error| self.failed(&error, head.len() as u64))?;
        let rest = std::mem::replace(&mut self.reader, Box::new(std::io::empty()));
        self.reader = if head.len() < bytes {
            Box::new(Cursor::new(head.clone()))
        } else {
            Box::new(Cursor::new(head.clone()).chain(rest))
        };
        Ok(head)
    }

    /// Puts a text in the place of what is left to be read.
    pub(crate) fn replace(&mut self, bytes: Vec<u8>) {
        self.reader = Box::new(Cursor::new(bytes));
    }

    /// Whether it is packed, so that its size is not that of its text.
    pub(crate) fn is_packed(&self) -> bool {
        self.packing.is_some()
    }

    /// Bytes read so far, and how many there are, where that is known. Of the input itself: packed bytes.
    pub(crate) fn progress(&self) -> (u64, Option<u64>) {
        (self.taken() as u64, self.size)
    }

    fn taken(&self) -> usize {
        self.limit.packed.load(Ordering::Relaxed) as usize
    }

    /// The size of the input itself, where it is known.
    pub(crate) fn size(&self) -> Option<u64> {
        self.size
    }

    /// The error of an input of which only so many bytes could be read.
    pub(crate) fn failed(&self, error: &std::io::Error, bytes: u64) -> Error {
        let name = &self.arrival.name;
        if let Some(found) = error.get_ref().and_then(|inner| inner.downcast_ref::<Undecodable>()) {
            let byte = format!("{:02X}", found.byte);
            let told = message!("source-not-in-encoding", byte = byte, encoding = found.encoding.name());
            return Error::at(name, found.line, found.column, told);
        }
        match self.packing {
            Some(packing) => not_unpacked(name, packing, error, bytes),
            None => unreadable(name, error),
        }
    }
}

impl Read for OpenInput {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        self.reader.read(into)
    }
}

fn file(path: &Path, name: &str) -> Result<(File, Option<u64>), Error> {
    if path.is_dir() {
        return Err(directory(name));
    }
    let file = File::open(path).map_err(|error| unreadable(name, &error))?;
    let size = file.metadata().ok().map(|found| found.len()).filter(|&size| size > 0);
    Ok((file, size))
}

/// First bytes of files that are no text, and what they are.
const FOREIGN: [(&[u8], &str); 14] = [
    (PARQUET, "Parquet"),
    (b"%PDF-", "PDF"),
    (b"BZh9", "bzip2"),
    (b"7z\xBC\xAF", "7z"),
    (b"Rar!\x1A", "RAR"),
    (b"SQLite format 3", "SQLite"),
    (b"ARROW1", "Arrow"),
    (b"FEA1", "Feather"),
    (b"Obj\x01", "Avro"),
    (b"ORC\x0A", "ORC"),
    (b"\x89HDF", "HDF5"),
    (b"RDX3\n", "R"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
];
