//! Inputs: files, standard input, bytes in memory and the embedded data set; decompression and decoding to UTF-8 text.

use std::borrow::Cow;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use crate::corpus::date::Date;
use crate::source::error::Error;
use crate::source::position::locate;

/// The embedded data set: notable AI models with a Korean institution.
static EMBEDDED: &[u8] = include_bytes!("../../data/korea-17.json");

/// The name of the embedded data set in places and source lines.
pub const EMBEDDED_NAME: &str = "korea-17.json";

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The embedded data set.
    Embedded,
    /// Standard input, read when it is its turn.
    StandardInput,
    /// A file.
    Path(PathBuf),
    /// Bytes at hand, with a name for them.
    Bytes {
        /// The name in notices and errors.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

impl Input {
    /// `-` is standard input, everything else a path.
    #[must_use]
    pub fn from_argument(argument: &Path) -> Self {
        if argument.as_os_str() == "-" { Self::StandardInput } else { Self::Path(argument.to_owned()) }
    }

    /// Bytes at hand.
    #[must_use]
    pub fn bytes(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self::Bytes { name: name.to_owned(), bytes: bytes.into() }
    }

    /// Whether there is such a file.
    ///
    /// # Errors
    /// There is none, or it is a directory.
    pub fn check(&self) -> Result<(), Error> {
        let Self::Path(path) = self else { return Ok(()) };
        match std::fs::metadata(path) {
            Ok(found) if found.is_dir() => Err(directory(&self.name())),
            Ok(_) => Ok(()),
            Err(error) => Err(unreadable(&self.name(), &error)),
        }
    }

    /// The input as the user named it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Embedded => EMBEDDED_NAME.to_owned(),
            Self::StandardInput => "-".to_owned(),
            Self::Path(path) => path.display().to_string(),
            Self::Bytes { name, .. } => name.clone(),
        }
    }

    /// The name without folders.
    #[must_use]
    pub fn short_name(&self) -> String {
        let name = self.name();
        match Path::new(&name).file_name() {
            Some(file) => file.to_string_lossy().into_owned(),
            None => name,
        }
    }

    /// The whole text: unpacked when it is gzip, checked to be UTF-8.
    ///
    /// # Errors
    /// No such file, a directory, an empty one, a damaged gzip, a workbook, or text that is not UTF-8.
    pub fn text(&self) -> Result<String, Error> {
        let name = self.name();
        let mut bytes = match self {
            Self::Embedded => Cow::Borrowed(EMBEDDED),
            Self::Bytes { bytes, .. } => Cow::Borrowed(bytes.as_slice()),
            Self::StandardInput => Cow::Owned(standard_input()?),
            Self::Path(path) => Cow::Owned(read_file(path, &name)?),
        };
        if bytes.starts_with(&[0x1F, 0x8B]) {
            bytes = Cow::Owned(unpack(&bytes, &name)?);
        }
        decode(bytes.into_owned(), &name)
    }
}

/// All bytes of standard input, which can be read but once.
///
/// # Errors
/// It cannot be read.
pub(crate) fn standard_input() -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    read.map_err(|error| unreadable(&Input::StandardInput.name(), &error))?;
    Ok(bytes)
}

/// A text without a byte-order mark and white space before it.
pub(crate) fn body(text: &str) -> &str {
    text.trim_start_matches('\u{FEFF}').trim_start()
}

/// Whether the name of an input has one of these extensions, packed or not.
pub(crate) fn has_extension(name: &str, extensions: &[&str]) -> bool {
    let lower = name.to_lowercase();
    let bare = lower.strip_suffix(".gz").unwrap_or(&lower);
    extensions.iter().any(|extension| bare.strip_suffix(extension).is_some_and(|stem| stem.ends_with('.')))
}

/// The day in a file name (`epoch-notable-2025-04-08.csv`).
#[must_use]
pub fn day_in_name(name: &str) -> Option<Date> {
    let is_digit = |at: usize| name.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    (0..name.len())
        .filter(|&at| (at == 0 || !is_digit(at - 1)) && !is_digit(at + 10))
        .filter_map(|at| name.get(at..at + 10))
        .find_map(|text| Date::parse_iso(text).filter(|date| date.day_number().is_some()))
}

fn read_file(path: &Path, name: &str) -> Result<Vec<u8>, Error> {
    if path.is_dir() {
        return Err(directory(name));
    }
    std::fs::read(path).map_err(|error| unreadable(name, &error))
}

pub(crate) fn unreadable(name: &str, error: &std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::NotFound => Error::whole(
            name,
            "there is no such file; check the path and the spelling",
            "파일이 없다. 경로와 철자를 확인하세요",
        ),
        std::io::ErrorKind::PermissionDenied => Error::whole(
            name,
            "the file may not be read; check its permissions",
            "파일을 읽을 권한이 없다. 접근 권한을 확인하세요",
        ),
        _ => Error::whole(
            name,
            format!("could not be read ({error}); copy the file and try again"),
            format!("읽을 수 없다({error}). 파일을 다시 복사해 보세요"),
        ),
    }
}

fn unpack(bytes: &[u8], name: &str) -> Result<Vec<u8>, Error> {
    let mut unpacked = Vec::new();
    match Unpacking::new(bytes).read_to_end(&mut unpacked) {
        Ok(_) => Ok(unpacked),
        Err(error) => Err(not_unpacked(name, &error, unpacked.len() as u64)),
    }
}

/// Bytes to which any gzip input may unpack.
const MAX_FREELY_UNPACKED: u64 = 64 << 20;
/// How many times its packed bytes an input may unpack to beyond [`MAX_FREELY_UNPACKED`]. Tables and JSON of works pack to
/// a tenth or a twentieth; gzip itself can reach a thousand, with a file that was made to fill the memory.
const MAX_UNPACK_RATIO: u64 = 100;
/// Bytes between two looks at what was unpacked.
const MAX_UNPACKED_BLOCK: usize = 1 << 15;
/// Packed bytes that are read at once.
const PACKED_BUFFER: usize = 1 << 18;

/// What a gzip input unpacks to, until it is too much for what was packed.
pub(crate) struct Unpacking<R: Read> {
    decoder: flate2::bufread::MultiGzDecoder<BufReader<Counted<R>>>,
    unpacked: u64,
}

/// Counts the bytes that are read.
struct Counted<R> {
    inner: R,
    bytes: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(into)?;
        self.bytes += read as u64;
        Ok(read)
    }
}

/// Unpacking was ended: it gave this many bytes for so many packed ones.
#[derive(Debug)]
struct TooMuch {
    unpacked: u64,
    packed: u64,
}

impl std::fmt::Display for TooMuch {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} bytes unpack to more than {}", self.packed, self.unpacked)
    }
}

impl std::error::Error for TooMuch {}

impl<R: Read> Unpacking<R> {
    pub(crate) fn new(inner: R) -> Self {
        let packed = BufReader::with_capacity(PACKED_BUFFER, Counted { inner, bytes: 0 });
        Self { decoder: flate2::bufread::MultiGzDecoder::new(packed), unpacked: 0 }
    }
}

impl<R: Read> Read for Unpacking<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let max = into.len().min(MAX_UNPACKED_BLOCK);
        let read = self.decoder.read(&mut into[..max])?;
        self.unpacked += read as u64;
        let packed = self.decoder.get_ref().get_ref().bytes;
        if self.unpacked > MAX_FREELY_UNPACKED && self.unpacked > packed.saturating_mul(MAX_UNPACK_RATIO) {
            return Err(std::io::Error::other(TooMuch { unpacked: self.unpacked, packed }));
        }
        Ok(read)
    }
}

/// The error of a gzip file that could be unpacked only so far.
pub(crate) fn not_unpacked(name: &str, error: &std::io::Error, bytes: u64) -> Error {
    if let Some(TooMuch { unpacked, packed }) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
        let (unpacked, packed) = (unpacked >> 20, packed.div_ceil(1024));
        return Error::whole(
            name,
            format!(
                "the gzip file unpacks to more than {MAX_UNPACK_RATIO} times its size: {packed} KiB gave {unpacked} MiB so \
                 far, as tables do not; where it is meant, unpack it (gunzip) and read the unpacked file"
            ),
            format!(
                "gzip 파일이 압축된 크기의 {MAX_UNPACK_RATIO}배를 넘게 풀린다. {packed}KiB에서 이미 {unpacked}MiB가 나왔다. 표라면 \
                 이렇게 풀리지 않는다. 맞는 파일이면 gunzip으로 풀어서 그 파일을 읽으세요"
            ),
        );
    }
    if error.kind() == std::io::ErrorKind::UnexpectedEof {
        return Error::whole(
            name,
            format!("the gzip file is cut off after {bytes} unpacked bytes; download or copy it again"),
            format!("gzip 파일이 중간에 끊겼다(풀린 크기 {bytes}바이트). 다시 내려받거나 복사하세요"),
        );
    }
    Error::whole(
        name,
        format!("the gzip file is damaged ({error}); download or copy it again"),
        format!("gzip 파일이 손상되었다({error}). 다시 내려받거나 복사하세요"),
    )
}

/// Bytes, unpacked, as text.
///
/// # Errors
/// They are another kind of file, are not UTF-8, or hold nothing.
pub(crate) fn decode(bytes: Vec<u8>, name: &str) -> Result<String, Error> {
    if let Some(error) = foreign(&bytes, name) {
        return Err(error);
    }
    let text = String::from_utf8(bytes)
        .map_err(|error| not_utf8(error.as_bytes(), error.utf8_error().valid_up_to(), name, 0))?;
    if text.trim_start_matches('\u{FEFF}').trim().is_empty() {
        return Err(empty(name));
    }
    Ok(text)
}

/// The error of an input without content.
pub(crate) fn empty(name: &str) -> Error {
    let is_json = [".json", ".jsonl", ".json.gz", ".jsonl.gz"].iter().any(|ending| name.ends_with(ending));
    let (wanted, wanted_ko) = if is_json {
        ("JSON", "JSON이")
    } else {
        ("a table with a header line, or JSON", "머리글이 있는 표나 JSON이")
    };
    Error::at(
        name,
        1,
        1,
        format!("the file is empty; expected {wanted}"),
        format!("파일이 비어 있다. {wanted_ko} 필요하다"),
    )
}

/// The error of a directory that is named instead of a file.
pub(crate) fn directory(name: &str) -> Error {
    Error::whole(
        name,
        "this is a directory; name a file in it (several --data are read together)",
        "폴더다. 그 안의 파일을 지정하세요(--data 여러 개를 함께 읽을 수 있다)",
    )
}

/// Files that are clearly something else than text in UTF-8.
pub(crate) fn foreign(bytes: &[u8], name: &str) -> Option<Error> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Some(Error::at(
            name,
            1,
            1,
            "this is a workbook or zip archive, not text; save the sheet as “CSV UTF-8” and read that",
            "텍스트가 아니라 엑셀 통합 문서나 압축 파일이다. 시트를 ‘CSV UTF-8’로 저장해 읽으세요",
        ));
    }
    let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let has_nul = memchr::memchr(0, &bytes[..bytes.len().min(1024)]).is_some() && std::str::from_utf8(bytes).is_ok();
    (utf16 || (has_nul && bytes.len() > 1 && bytes.iter().take(64).filter(|&&byte| byte == 0).count() > 16)).then(
        || {
            Error::at(
                name,
                1,
                1,
                "the text is in UTF-16, not UTF-8; save it as “CSV UTF-8”",
                "UTF-8이 아니라 UTF-16 텍스트다. ‘CSV UTF-8’로 다시 저장하세요",
            )
        },
    )
}

/// The error of bytes that are not UTF-8 from `offset` on; `before` bytes of the file come before them.
pub(crate) fn not_utf8(bytes: &[u8], offset: usize, name: &str, before: u64) -> Error {
    let valid = std::str::from_utf8(&bytes[..offset]).unwrap_or("");
    let place = locate(valid.strip_prefix('\u{FEFF}').unwrap_or(valid), offset);
    let byte = bytes.get(offset).copied().unwrap_or(0);
    let at = before + offset as u64 + 1;
    let is_table = [".csv", ".tsv", ".txt"].iter().any(|ending| name.to_lowercase().ends_with(ending));
    let how = if is_table { "CSV UTF-8" } else { "UTF-8" };
    let (guess, guess_ko) = if looks_korean(&bytes[offset..]) {
        (" but looks like CP949 (EUC-KR), which Korean Excel writes", " 한국어 엑셀이 쓰는 CP949(EUC-KR)로 보이니")
    } else {
        ("", "")
    };
    Error::at(
        name,
        place.line,
        place.column,
        format!("byte 0x{byte:02X} (byte {at} of the file) is not UTF-8{guess}; save the file again as “{how}”"),
        format!("파일의 {at}번째 바이트 0x{byte:02X}가 UTF-8이 아니다.{guess_ko} 파일을 ‘{how}’로 다시 저장하세요"),
    )
}

/// Whether the bytes beyond ASCII come in pairs of the range of Hangul syllables in CP949.
fn looks_korean(bytes: &[u8]) -> bool {
    let mut pairs = 0;
    let mut at = 0;
    while at + 1 < bytes.len() && pairs < 8 {
        match (bytes[at], bytes[at + 1]) {
            (0..=0x7F, _) => at += 1,
            (0x81..=0xC8, 0x41..=0x5A | 0x61..=0x7A | 0x81..=0xFE) => {
                pairs += 1;
                at += 2;
            }
            _ => return pairs > 1,
        }
    }
    pairs > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_a_file_name_is_found() {
        assert_eq!(day_in_name("epoch-notable-2025-04-08.csv"), Date::day(2025, 4, 8));
        assert_eq!(day_in_name("모델-2025-04-08.csv.gz"), Date::day(2025, 4, 8));
        for name in ["models.csv", "12025-04-08.csv", "2025-04-081.csv", "2025-13-01.csv"] {
            assert_eq!(day_in_name(name), None, "{name}");
        }
    }
}
