//! Files as people have them: other encodings, packed, in archives and workbooks, with lines before the table. Each is read
//! like the plain text, whole and row by row.

use std::io::{Cursor, Write};

use collabgraph::dataset::{Loaded, load};
use collabgraph::ingest::error::Error;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::{self, Options};
use collabgraph::messages::language::Language;
use collabgraph::names::authority::Authority;
use collabgraph::sink::{self, project};
use collabgraph::source::ReadOptions;
use collabgraph::source::encoding::Encoding;

const TABLE: &str = "모델명,기관,연도\n알파,카이스트;네이버,2020\n베타,카이스트;서울대학교,2021\n";

fn options() -> Options {
    Options { authority: Authority::built_in(), ..Options::default() }
}

/// What a corpus holds, without the names of its inputs.
fn facts(loaded: &Loaded) -> Vec<String> {
    let corpus = &loaded.corpus;
    let work = |id| {
        let names = corpus.institutions_of(id).iter().map(|&one| corpus.institution(one).names.name.clone());
        let date = corpus.work(id).date.map_or_else(String::new, |date| date.to_string());
        format!("{} {date} {}", corpus.work_name(id), names.collect::<Vec<_>>().join(" + "))
    };
    corpus.work_ids().map(work).collect()
}

/// Reads an input whole and row by row, which must agree, and gives it with what was told of it.
fn read(input: Input, options: &Options) -> Result<Loaded, Error> {
    let inputs = [input];
    let loaded = load(&inputs, options)?;
    let streamed = project(&inputs, &sink::Options { ingest: options.clone(), ..Default::default() }, None)?;
    let network = collabgraph::network::Network::one_mode(&loaded.corpus, Default::default());
    assert_eq!((streamed.works, streamed.ties().len()), (loaded.corpus.work_count() as u64, network.tie_count()));
    let told = |notices: &[ingest::notice::Notice]| {
        notices.iter().filter(|one| one.line == 0).map(|one| one.message.clone()).collect::<Vec<_>>()
    };
    assert_eq!(told(&loaded.notices), told(&streamed.notices));
    Ok(loaded)
}

fn same(name: &str, bytes: impl Into<Vec<u8>>, options: &Options) -> Loaded {
    let loaded = read(Input::bytes(name, bytes), options).unwrap_or_else(|error| panic!("{name}: {error}"));
    let plain = load(&[Input::bytes("plain.csv", TABLE)], &self::options()).unwrap();
    assert_eq!(facts(&loaded), facts(&plain), "{name}");
    loaded
}

fn tells(loaded: &Loaded, english: &str, korean: &str) {
    let found = loaded
        .notices
        .iter()
        .any(|one| one.text(Language::English).contains(english) && one.text(Language::Korean).contains(korean));
    assert!(found, "{:?}", loaded.notices);
}

fn encoded(encoding: &str) -> Vec<u8> {
    match encoding {
        "utf-16le" => TABLE.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => TABLE.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        other => encoding_rs::Encoding::for_label(other.as_bytes()).unwrap().encode(TABLE).0.into_owned(),
    }
}

#[test]
fn encodings_are_found_told_and_may_be_named() {
    for (encoding, told) in [("euc-kr", "CP949"), ("utf-16le", "UTF-16"), ("utf-16be", "UTF-16")] {
        let loaded = same(encoding, encoded(encoding), &options());
        tells(&loaded, told, told);
        let merged = loaded.notices.iter().find(|one| one.line > 0).unwrap();
        assert_eq!((merged.line, merged.column), (2, 4), "places are those of the decoded text");
        let named = ReadOptions { encoding: Encoding::parse(encoding), ..ReadOptions::default() };
        let loaded = same(encoding, encoded(encoding), &Options { source: named, ..options() });
        assert!(loaded.notices.iter().all(|one| one.line > 0), "what the user says is not told");
    }
    for mark in [&[0xFF, 0xFE][..], &[0xFE, 0xFF]] {
        let bytes = [mark, &encoded(if mark[0] == 0xFF { "utf-16le" } else { "utf-16be" })].concat();
        same("marked.csv", bytes, &options());
    }
    let wrong = ReadOptions { encoding: Encoding::parse("utf-8"), ..ReadOptions::default() };
    let error = read(Input::bytes("a.csv", encoded("euc-kr")), &Options { source: wrong, ..options() }).unwrap_err();
    assert_eq!((error.line, error.column), (Some(1), Some(1)));
    // Latin letters of the west, once as one byte each and once damaged.
    let latin = b"Title;Institution\n\xC9tude;Universit\xE9 de Gen\xE8ve|\xC9cole X\n".to_vec();
    let loaded = read(Input::bytes("latin.csv", latin), &options()).unwrap();
    assert_eq!(facts(&loaded), ["Étude  Université de Genève + École X"]);
    tells(&loaded, "Windows-1252", "Windows-1252");
    let damaged = [TABLE.as_bytes(), b"\xFF,x,\n"].concat();
    let error = read(Input::bytes("damaged.csv", damaged), &options()).unwrap_err();
    assert!(
        error.text(Language::English).contains("not UTF-8") && error.text(Language::English).contains("--encoding"),
        "{error}"
    );
    assert_eq!((error.line, error.column), (Some(4), Some(1)));
}

#[test]
fn packed_files_are_unpacked() {
    let zstandard = ruzstd::encoding::compress_to_vec(TABLE.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest);
    same("a.csv.zst", zstandard.clone(), &options());
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(&encoded("euc-kr")).unwrap();
    same("a.csv.gz", gzip.finish().unwrap(), &options());
    same("one.zip", zipped(&[("a.csv", TABLE.as_bytes())]), &options());
    let cut = zstandard[..zstandard.len() - 4].to_vec();
    assert!(read(Input::bytes("a.csv.zst", cut), &options()).is_err());
    let bomb = zipped(&[("a.csv", &vec![b' '; 70 << 20])]);
    let error = read(Input::bytes("bomb.zip", bomb), &options()).unwrap_err();
    assert!(
        error.text(Language::English).contains("100 times") && error.text(Language::Korean).contains("100배"),
        "{error}"
    );
    for (bytes, word) in
        [(&b"%PDF-1.7\n"[..], "PDF"), (b"SQLite format 3\0rest", "SQLite"), (b"7z\xBC\xAF\x27\x1C", "7z")]
    {
        let error = read(Input::bytes("a.csv", bytes), &options()).unwrap_err();
        assert!(
            error.text(Language::English).contains(word) && error.text(Language::English).contains("CSV"),
            "{error}"
        );
    }
}

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn folders_patterns_and_archives_stand_for_their_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let (head, rest) = (TABLE.lines().next().unwrap(), TABLE.lines().skip(1));
    std::fs::create_dir(path("parts")).unwrap();
    for (number, row) in rest.enumerate() {
        std::fs::write(path(&format!("parts/{number}.csv")), format!("{head}\n{row}\n")).unwrap();
    }
    std::fs::write(path("parts/readme.md"), "no table").unwrap();
    std::fs::write(path("parts/.hidden.csv"), "no table").unwrap();
    let plain = facts(&load(&[Input::bytes("plain.csv", TABLE)], &options()).unwrap());
    let loaded = read(Input::Path(path("parts")), &options()).unwrap();
    assert_eq!(facts(&loaded), plain);
    tells(&loaded, "readme.md", "readme.md");
    assert_eq!(facts(&read(Input::Path(path("parts/?.csv")), &options()).unwrap()), plain);
    let second = std::fs::read(path("parts/1.csv")).unwrap();
    let archive =
        zipped(&[("x/0.csv", &std::fs::read(path("parts/0.csv")).unwrap()), ("1.csv", &second), ("n.md", b"")]);
    std::fs::write(path("all.zip"), &archive).unwrap();
    // Without a file of its own it has the same files.
    let at_hand = read(Input::bytes("all.zip", archive), &options()).unwrap();
    assert_eq!(facts(&at_hand), plain);
    assert!(at_hand.notices.iter().any(|one| one.file == "all.zip!x/0.csv" && one.line == 2));
    tells(&at_hand, "n.md", "n.md");
    let loaded = read(Input::Path(path("all.zip")), &options()).unwrap();
    assert_eq!(facts(&loaded), plain);
    assert!(loaded.notices.iter().any(|one| one.file.ends_with("all.zip!x/0.csv") && one.line == 2));
    for (name, word) in [("none/*.csv", "no file fits"), ("none.csv", "no such file")] {
        let error = load(&[Input::Path(path(name))], &options()).unwrap_err();
        assert!(error.text(Language::English).contains(word), "{error}");
    }
    std::fs::remove_file(path("parts/0.csv")).unwrap();
    std::fs::remove_file(path("parts/1.csv")).unwrap();
    let error = load(&[Input::Path(path("parts"))], &options()).unwrap_err();
    assert!(error.text(Language::English).contains("readme.md"), "{error}");
}

/// A workbook: for each sheet its name and its rows, cells as XLSX writes them.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let (mut parts, mut names, mut targets, mut types) = (Vec::new(), String::new(), String::new(), String::new());
    for (number, (name, rows)) in (1..).zip(sheets) {
        let mut body = String::new();
        for (row, cells) in (1..).zip(*rows) {
            body += &format!("<row r=\"{row}\">");
            for (column, cell) in ('A'..).zip(*cells) {
                let place = format!("{column}{row}");
                body += &match cell.parse::<f64>() {
                    _ if cell.is_empty() => String::new(),
                    Ok(_) if cell.len() == 5 => format!("<c r=\"{place}\" s=\"1\"><v>{cell}</v></c>"),
                    Ok(_) => format!("<c r=\"{place}\"><v>{cell}</v></c>"),
                    Err(_) => format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
                };
            }
            body += "</row>";
        }
        names += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        targets += &format!(
            "<Relationship Id=\"rId{number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        types += &format!(
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        );
        parts.push((format!("xl/worksheets/sheet{number}.xml"), format!("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{body}</sheetData></worksheet>")));
    }
    parts.push(("[Content_Types].xml".to_owned(), format!("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>{types}</Types>")));
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    let root = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{office}\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    parts.push(("_rels/.rels".to_owned(), root));
    parts.push(("xl/styles.xml".to_owned(), "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>".to_owned()));
    parts.push(("xl/workbook.xml".to_owned(), format!("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{names}</sheets></workbook>")));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{targets}</Relationships>")));
    let members: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    zipped(&members)
}

#[test]
fn sheets_of_workbooks_are_tables_and_their_cells_are_places() {
    let rows: &[&[&str]] = &[
        &["2026년 11월 내려받음"],
        &[],
        &["모델명", "기관", "연도", "인용수"],
        &["알파", "카이스트;네이버", "2020", "12"],
        &["베타", "카이스트;서울대학교", "2021", "많음"],
    ];
    let book = workbook(&[("안내", &[&["이 파일은"]]), ("works", rows), ("more", rows)]);
    let loaded = same("book.xlsx", book.clone(), &options());
    tells(
        &loaded,
        "the sheet “works” was read; 2 others were not: 안내, more (--sheet",
        "읽지 않은 시트 2개: 안내, more",
    );
    tells(&loaded, "2026년 11월 내려받음", "2026년 11월 내려받음");
    let places: Vec<String> = loaded.notices.iter().map(|one| one.place()).collect();
    assert!(places.contains(&"book.xlsx!works!B4".to_owned()), "{places:?}");
    assert!(places.contains(&"book.xlsx!works!D5".to_owned()), "{places:?}");
    let locations: Vec<&String> = loaded.merges.iter().flat_map(|merge| &merge.locations).collect();
    assert!(locations.iter().any(|place| **place == "book.xlsx!works!B5"), "{locations:?}");
    for sheet in ["more", "3"] {
        let source = ReadOptions { sheet: Some(sheet.to_owned()), ..ReadOptions::default() };
        let loaded = same("book.xlsx", book.clone(), &Options { source, ..options() });
        assert!(loaded.notices.iter().any(|one| one.file == "book.xlsx!more"));
    }
    let source = ReadOptions { sheet: Some("nope".to_owned()), ..ReadOptions::default() };
    let error = read(Input::bytes("book.xlsx", book), &Options { source, ..options() }).unwrap_err();
    assert!(
        error.text(Language::English).contains("안내, works, more") && error.text(Language::Korean).contains("‘nope’"),
        "{error}"
    );
    // Days are numbers with a form; years are none.
    let dated = workbook(&[("s", &[&["Model", "Organization", "Date"], &["A", "X; Y", "43895"], &["B", "X", "2021"]])]);
    let loaded = read(Input::bytes("dated.xlsx", dated), &options()).unwrap();
    assert_eq!(facts(&loaded), ["A 2020-03-05 X + Y", "B 2021 X"]);
    let error = read(Input::bytes("book.xlsx", b"PK\x03\x04rest".to_vec()), &options()).unwrap_err();
    assert!(error.text(Language::English).contains("damaged"), "{error}");
}

#[test]
fn lines_before_the_table_are_left_out_and_told() {
    for before in
        ["Exported on 2026-11-01\n\n", "# one\n# two\n", "\u{FEFF}논문 목록,,\n", "제목: 시험\r\n저장: 2026\r\n"]
    {
        let loaded = same("x.csv", format!("{before}{TABLE}"), &options());
        tells(&loaded, "--skip", "--skip");
        let lines = before.matches('\n').count() as u64;
        assert_eq!(loaded.notices.iter().find(|one| one.line > 0).map(|one| one.line), Some(lines + 2));
    }
    for mark in [";", "|", "\t"] {
        let table = TABLE.replace(';', "/").replace(',', mark).replace('/', if mark == "|" { ";" } else { "|" });
        for before in ["", &format!("sep={mark}\r\n"), "머리말\n"] {
            same("x.txt", format!("{before}{table}"), &options());
        }
        let delimiter = Some(mark.as_bytes()[0]);
        same("x.txt", table, &Options { delimiter, ..options() });
    }
    let skipped = format!("Model,Organization\nno table\n{TABLE}");
    same("x.csv", skipped, &Options { skip: Some(2), ..options() });
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_parquet_file_is_refused_by_the_name_of_the_feature() {
    let bytes = include_bytes!("../fixtures/parquet/works.parquet");
    let error = read(Input::bytes("works.parquet", &bytes[..]), &options()).unwrap_err();
    for language in [Language::English, Language::Korean] {
        let text = error.text(language);
        assert!(text.contains("--features parquet") && text.contains("to_csv"), "{text}");
    }
}

#[cfg(feature = "parquet")]
mod parquet {
    use super::*;

    const SNAPPY: &[u8] = include_bytes!("../fixtures/parquet/works.parquet");
    const ZSTANDARD: &[u8] = include_bytes!("../fixtures/parquet/works-zstd.parquet");
    const TIMES: &[u8] = include_bytes!("../fixtures/parquet/times.parquet");

    fn loaded(bytes: &[u8]) -> Result<Loaded, Error> {
        let options = Options { authority: Authority::none(), ..Options::default() };
        load(&[Input::bytes("works.parquet", bytes)], &options)
    }

    fn facts(bytes: &[u8]) -> Vec<(String, Option<String>, Vec<String>, u32)> {
        let corpus = loaded(bytes).unwrap().corpus;
        let work = |id| {
            let work = corpus.work(id);
            let team =
                corpus.institutions_of(id).iter().map(|&one| corpus.institution(one).names.name.clone()).collect();
            (work.name.to_owned(), work.date.map(|date| date.to_string()), team, work.source.line)
        };
        let mut works: Vec<_> = corpus.work_ids().map(work).collect();
        works.sort_by_key(|work| work.3);
        works
    }

    #[test]
    fn rows_lists_dates_and_times_are_read_however_pages_are_packed() {
        let of = |name: &str, date: Option<&str>, team: &[&str], line| {
            (name.to_owned(), date.map(str::to_owned), team.iter().map(|&name| name.to_owned()).collect(), line)
        };
        let expected = [
            of("Alpha", Some("2019-12-31"), &["Acme, Inc", "Northfield University"], 1),
            of("Beta \"q\"; b", Some("2020-02-29"), &["Acme, Inc"], 2),
            of("감마", Some("1969-07-20"), &["Northfield University", "O'Hara \"Lab\"", "한빛연구소"], 3),
            of("Delta", None, &[], 4),
            of("(no name)", Some("2024-01-01"), &["한빛연구소"], 5),
        ];
        for bytes in [SNAPPY, ZSTANDARD] {
            let mut found = facts(bytes);
            found.iter_mut().for_each(|work| work.2.sort());
            assert_eq!(found, expected);
        }
        let dates: Vec<Option<String>> = facts(TIMES).into_iter().map(|work| work.1).collect();
        assert_eq!(dates, [Some("2020-05-06".to_owned()), Some("2021-07-08".to_owned())]);
    }

    #[test]
    fn places_are_rows() {
        let notices = loaded(SNAPPY).unwrap().notices;
        let places: Vec<String> = notices.iter().map(collabgraph::ingest::notice::Notice::place).collect();
        assert_eq!(places, ["works.parquet!row 4", "works.parquet!row 5"]);
    }

    #[test]
    fn damaged_files_are_told_and_never_panic() {
        std::panic::set_hook(Box::new(|_| {}));
        let mut faults = Vec::new();
        for bytes in [SNAPPY, ZSTANDARD, TIMES] {
            for at in (4..bytes.len()).step_by(3) {
                let mut damaged = bytes.to_vec();
                damaged[at] ^= 0xFF;
                let read = std::panic::catch_unwind(|| loaded(&damaged).map(|_| ()));
                match read {
                    Ok(Err(error)) if error.text(Language::English).is_empty() => faults.push(error.to_string()),
                    Ok(_) => {}
                    Err(_) => faults.push(format!("a panic at {at}")),
                }
            }
            let error = loaded(&bytes[..bytes.len() - 9]).unwrap_err();
            assert!(error.text(Language::English).contains("Parquet file cannot be read"), "{error}");
        }
        let _ = std::panic::take_hook();
        assert!(faults.is_empty(), "{faults:?}");
    }
}
