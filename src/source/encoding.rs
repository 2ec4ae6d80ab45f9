//! Character encodings: which one a text is in, and how it becomes UTF-8.
//!
//! The first `HEAD` bytes decide, so that a text is read alike whole and block by block: a mark of the byte order; zero
//! bytes in every second place (UTF-16 without a mark); valid UTF-8; Hangul syllables such as Korean is written with; else a
//! detector that compares how often letters
//! follow each other in each encoding. A text that is UTF-8 but for a few bytes is damaged UTF-8, and no other encoding.

use std::fmt;
use std::io::{Error, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, DecoderResult, EUC_JP, EUC_KR, GB18030, GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252,
};

/// Bytes of an input that decide on its encoding.
pub(crate) const HEAD: usize = 1 << 20;
/// Bytes that are decoded at once.
const BUFFER: usize = 1 << 16;

/// A character encoding of the Encoding Standard.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

/// Names that people use beside those of the Encoding Standard.
const NAMES: [(&str, &encoding_rs::Encoding); 19] = [
    ("cp949", EUC_KR),
    ("ms949", EUC_KR),
    ("uhc", EUC_KR),
    ("euckr", EUC_KR),
    ("cp932", SHIFT_JIS),
    ("sjis", SHIFT_JIS),
    ("shiftjis", SHIFT_JIS),
    ("eucjp", EUC_JP),
    ("cp936", GB18030),
    ("gbk", GB18030),
    ("gb2312", GB18030),
    ("cp950", BIG5),
    ("cp1252", WINDOWS_1252),
    ("ansi", WINDOWS_1252),
    ("latin1", WINDOWS_1252),
    ("utf8", UTF_8),
    ("utf16", UTF_16LE),
    ("utf16le", UTF_16LE),
    ("utf16be", UTF_16BE),
];

impl Encoding {
    /// UTF-8, in which all text is read in the end.
    pub const UTF_8: Self = Self(UTF_8);

    /// The encoding of a name: `cp949`, `EUC-KR`, `utf-16`, `shift_jis`, `gb18030`, `windows-1252`, `latin1` …
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let plain: String = name.chars().filter(|letter| !matches!(letter, '-' | '_' | ' ')).collect();
        let own = NAMES.iter().find(|(known, _)| *known == plain).map(|&(_, encoding)| encoding);
        own.or_else(|| encoding_rs::Encoding::for_label(name.as_bytes())).map(Self)
    }

    /// Its name, as tables and programs call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self.0 {
            encoding if encoding == EUC_KR => "CP949 (EUC-KR)",
            encoding if encoding == UTF_16LE || encoding == UTF_16BE => "UTF-16",
            encoding if encoding == SHIFT_JIS => "Shift_JIS",
            encoding if encoding == GB18030 || encoding == GBK => "GB18030",
            encoding if encoding == WINDOWS_1252 => "Windows-1252",
            encoding => encoding.name(),
        }
    }

    /// The word for it in `--encoding`.
    #[must_use]
    pub fn key(self) -> String {
        match self.0 {
            encoding if encoding == EUC_KR => "cp949".to_owned(),
            encoding => encoding.name().to_lowercase(),
        }
    }

    /// The encoding of a text by its first bytes; `is_whole` says that nothing follows them. O(bytes).
    pub(crate) fn detect(head: &[u8], is_whole: bool) -> Self {
        if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(head) {
            return Self(encoding);
        }
        if let Some(wide) = wide(head) {
            return Self(wide);
        }
        let Err(error) = std::str::from_utf8(head) else { return Self::UTF_8 };
        // Complete lines, so that no letter is cut.
        let lines = if is_whole { head } else { &head[..memchr::memrchr(b'\n', head).map_or(head.len(), |at| at + 1)] };
        if is_korean(lines) {
            return Self(EUC_KR);
        }
        let is_cut = error.error_len().is_none() && error.valid_up_to() > 0;
        // Zero bytes are of no text in one of the others.
        if is_cut && !is_whole || is_damaged_utf8(head) || memchr::memchr(0, head).is_some() {
            return Self::UTF_8;
        }
        Self(legacy(lines))
    }

    pub(crate) fn is_utf8(self) -> bool {
        self == Self::UTF_8
    }
}

impl fmt::Debug for Encoding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0.name())
    }
}

/// UTF-16 without a mark: zero bytes, and nearly all in the same of two places.
fn wide(head: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let zeros = |place: usize| head.iter().skip(place).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if (even + odd) * 32 < head.len() || even.max(odd) < 2 || even.min(odd) * 4 > even.max(odd) {
        return None;
    }
    let encoding = if odd > even { UTF_16LE } else { UTF_16BE };
    let (text, had_errors) = encoding.decode_without_bom_handling(&head[..head.len() & !1]);
    let is_text = |letter: char| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t');
    (!had_errors && text.chars().all(is_text)).then_some(encoding)
}

/// Whether more bytes beyond ASCII belong to letters of UTF-8 than do not, or the text only ends within a letter.
fn is_damaged_utf8(head: &[u8]) -> bool {
    let (mut good, mut bad, mut rest) = (0, 0, head);
    loop {
        match std::str::from_utf8(rest) {
            Ok(text) => {
                good += beyond_ascii(text.as_bytes());
                break;
            }
            Err(error) => {
                let (valid, after) = rest.split_at(error.valid_up_to());
                good += beyond_ascii(valid);
                let Some(length) = error.error_len() else {
                    bad += after.len();
                    break;
                };
                bad += length;
                rest = &after[length..];
            }
        }
    }
    good > bad
}

fn beyond_ascii(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !byte.is_ascii()).count()
}

/// The encoding of a text that is in none of Unicode's.
fn legacy(head: &[u8]) -> &'static encoding_rs::Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let guess = if guess == GBK { GB18030 } else { guess };
    let decodes = |encoding: &'static encoding_rs::Encoding| {
        encoding.decode_without_bom_handling_and_without_replacement(head).is_some()
    };
    // Bytes of no letter decode as control characters, never as an error.
    [guess, EUC_KR, GB18030, SHIFT_JIS, BIG5].into_iter().find(|encoding| decodes(encoding)).unwrap_or(WINDOWS_1252)
}

/// Whether all bytes beyond ASCII come in pairs, nearly all of them Hangul syllables or the marks and Latin letters of
/// Korean tables. Chinese text has its commonest letters in other rows of its own table.
fn is_korean(head: &[u8]) -> bool {
    let Some(text) = EUC_KR.decode_without_bom_handling_and_without_replacement(head) else { return false };
    let (mut hangul, mut others, mut unusual) = (0_usize, 0_usize, 0_usize);
    for letter in text.chars().filter(|letter| !letter.is_ascii()) {
        match letter {
            // The syllables of KS X 1001 in two bytes of its rows are the usual ones; `encoding_rs` tells no more.
            '가'..='힣' => hangul += 1,
            '·' | 'ㆍ' | '、' | '，' | '；' | '（' | '）' | '／' | '㈜' | '“' | '”' | '‘' | '’' | '…' =>
                {}
            '\u{3131}'..='\u{318E}' => unusual += 1,
            _ => others += 1,
        }
    }
    hangul > 0 && (others + unusual) * 4 <= hangul && syllables_are_usual(&text, hangul)
}

/// Whether the syllables are such as Korean is written with. What is Chinese or Japanese, read as Korean, hits syllables
/// at random, and nearly all of the 11,172 are never used.
fn syllables_are_usual(text: &str, hangul: usize) -> bool {
    /// Frequent syllables of names of institutions, titles and headers.
    const USUAL: &str = "가각간감강개객거건검것게격견결경계고곡공과관광교구국군권균그극근금급기김나난남내너네년노논농누는능니\
        다단달담당대더데도독동되된두드든등디딥라락란람랑래량러럭레려력련렬령례로록론료루류륙률르른를름리린립링마막만말망매머메면\
        명모목무문물미민및바박반발방배백버번범법베변별병보복본봄부북분불브블비빙사산살삼상새색생서석선설섬성세센션소속손솔송수\
        순술스습승시식신실심아악안알암압앙야약양어억언업에여역연열염영예오온올와완외요용우운울웅워원월위유육율으은을음응의이익인\
        일임입있자작장재저적전절점접정제조족존종좌주준중즈증지직진질집차참창채책처천철첨청체초총최추축출충측치카커컴케코콘쿠크클\
        키타탄태택터테텍토통투트특티파판팔패퍼페편평포표푸품프플피필하학한할함합항해행향허험현협형호화확환활회획효후훈휘흥희히";
    let usual = text.chars().filter(|letter| USUAL.contains(*letter)).count();
    usual * 2 > hangul
}

/// Bytes that an encoding has no letter for.
#[derive(Debug)]
pub(crate) struct Undecodable {
    pub(crate) encoding: Encoding,
    pub(crate) byte: u8,
    /// Where it stands in the decoded text, 1-based.
    pub(crate) line: u64,
    pub(crate) column: u64,
}

impl fmt::Display for Undecodable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "byte 0x{:02X} is not {}", self.byte, self.encoding.name())
    }
}

impl std::error::Error for Undecodable {}

/// Decodes what is read into UTF-8. A mark of the byte order is left out.
pub(crate) struct Transcoding<R: Read> {
    inner: R,
    encoding: Encoding,
    decoder: encoding_rs::Decoder,
    input: Vec<u8>,
    /// The part of `input` that was not decoded.
    at: usize,
    filled: usize,
    is_at_end: bool,
    is_done: bool,
    output: Vec<u8>,
    taken: usize,
    line: u64,
    column: u64,
}

impl<R: Read> Transcoding<R> {
    pub(crate) fn new(inner: R, encoding: Encoding) -> Self {
        Self {
            inner,
            encoding,
            decoder: encoding.0.new_decoder_with_bom_removal(),
            input: vec![0; BUFFER],
            at: 0,
            filled: 0,
            is_at_end: false,
            is_done: false,
            output: Vec::with_capacity(3 * BUFFER),
            taken: 0,
            line: 1,
            column: 1,
        }
    }

    /// Decodes the next bytes into `output`.
    fn decode(&mut self) -> std::io::Result<()> {
        if self.at == self.filled && !self.is_at_end {
            (self.at, self.filled) = (0, self.inner.read(&mut self.input)?);
            self.is_at_end = self.filled == 0;
        }
        self.taken = 0;
        self.output.resize(3 * BUFFER, 0);
        let input = &self.input[self.at..self.filled];
        let (result, read, written) =
            self.decoder.decode_to_utf8_without_replacement(input, &mut self.output, self.is_at_end);
        let last = self.at + read;
        self.at = last;
        self.output.truncate(written);
        self.count();
        match result {
            DecoderResult::InputEmpty => self.is_done = self.is_at_end,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(length, after) => {
                let start = last.saturating_sub(usize::from(length) + usize::from(after));
                let byte = self.input.get(start).copied().unwrap_or(0);
                let (encoding, line, column) = (self.encoding, self.line, self.column);
                return Err(Error::other(Undecodable { encoding, byte, line, column }));
            }
        }
        Ok(())
    }

    /// Counts lines and columns of what was decoded.
    fn count(&mut self) {
        let text = &self.output;
        let lines = memchr::memchr_iter(b'\n', text).count() as u64;
        let last = memchr::memrchr(b'\n', text).map_or(0, |at| at + 1);
        let letters = text[last..].iter().filter(|&&byte| byte & 0xC0 != 0x80).count() as u64;
        self.column = if lines > 0 { letters + 1 } else { self.column + letters };
        self.line += lines;
    }
}

impl<R: Read> Read for Transcoding<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        while self.taken == self.output.len() && !self.is_done {
            self.decode()?;
        }
        let length = (self.output.len() - self.taken).min(into.len());
        into[..length].copy_from_slice(&self.output[self.taken..self.taken + length]);
        self.taken += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const KOREAN: &str = "모델명,기관,연도\n알파,카이스트;네이버,2020\n베타,카이스트;서울대학교,2021\n";
    const JAPANESE: &str =
        "タイトル,所属機関,発行年\n量子計算の研究,東京大学;京都大学,2020\nロボット,大阪大学;株式会社日立製作所,2021\n";
    const CHINESE: &str = "标题,机构,年份\n大模型研究,清华大学;北京大学,2020\n语言模型,中国科学院;上海交通大学,2021\n";
    const FRENCH: &str = "Titre;Établissement;Année\nÉtude;Université de Genève|École polytechnique fédérale;2020\n";

    fn encoded(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
        match encoding {
            wide if wide == UTF_16LE => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            wide if wide == UTF_16BE => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            other => other.encode(text).0.into_owned(),
        }
    }

    fn decoded(bytes: &[u8], encoding: Encoding) -> String {
        let mut text = String::new();
        Transcoding::new(bytes, encoding).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn texts_tell_their_encoding() {
        for (text, encoding) in [
            (KOREAN, EUC_KR),
            (KOREAN, UTF_16LE),
            (KOREAN, UTF_16BE),
            ("모델,기관\n가,나\n", EUC_KR),
            ("Title,Affiliation\nA,카이스트\n", EUC_KR),
            (JAPANESE, SHIFT_JIS),
            (JAPANESE, EUC_JP),
            (CHINESE, GB18030),
            (FRENCH, WINDOWS_1252),
            ("Title,Institution\nA,Universität Zürich\n", WINDOWS_1252),
            ("Title,Institution\nA,Univ\n", UTF_16LE),
        ] {
            let bytes = encoded(text, encoding);
            let found = Encoding::detect(&bytes, true);
            assert_eq!(found, Encoding(encoding), "{text}");
            assert_eq!(decoded(&bytes, found), text);
        }
        for text in [KOREAN, JAPANESE, CHINESE, FRENCH, "", "plain\n"] {
            assert_eq!(Encoding::detect(text.as_bytes(), true), Encoding::UTF_8, "{text}");
        }
    }

    #[test]
    fn damaged_utf8_stays_utf8() {
        let mut bytes = KOREAN.as_bytes().to_vec();
        bytes.insert(40, 0xFF);
        assert_eq!(Encoding::detect(&bytes, true), Encoding::UTF_8);
        let cut = &KOREAN.as_bytes()[..10];
        assert_eq!((Encoding::detect(cut, true), Encoding::detect(cut, false)), (Encoding::UTF_8, Encoding::UTF_8));
        assert_eq!(Encoding::detect(b"\x00\x01\xFF\x00\x12\xFE", true), Encoding::UTF_8);
    }

    #[test]
    fn marks_are_left_out_and_bad_bytes_have_a_place() {
        let mut marked = vec![0xFF, 0xFE];
        marked.extend(encoded(KOREAN, UTF_16LE));
        assert_eq!(decoded(&marked, Encoding::detect(&marked, true)), KOREAN);
        let mut bytes = encoded("모델,기관\n가,", EUC_KR);
        bytes.extend([0xFF, b'\n']);
        let error = Transcoding::new(&bytes[..], Encoding(EUC_KR)).read_to_string(&mut String::new()).unwrap_err();
        let found: &Undecodable = error.get_ref().unwrap().downcast_ref().unwrap();
        assert_eq!((found.byte, found.line, found.column), (0xFF, 2, 3));
    }

    #[test]
    fn names_of_encodings_are_those_that_people_use() {
        for (name, encoding) in [
            ("CP949", EUC_KR),
            ("euc-kr", EUC_KR),
            ("MS949", EUC_KR),
            ("utf-16", UTF_16LE),
            ("UTF-16BE", UTF_16BE),
            ("Shift-JIS", SHIFT_JIS),
            ("gbk", GB18030),
            ("latin1", WINDOWS_1252),
            ("iso-8859-1", WINDOWS_1252),
            ("windows-1252", WINDOWS_1252),
        ] {
            assert_eq!(Encoding::parse(name), Some(Encoding(encoding)), "{name}");
        }
        assert_eq!((Encoding::parse("klingon"), Encoding::parse("johab")), (None, None));
    }
}
