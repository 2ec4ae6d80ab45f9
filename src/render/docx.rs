//! Word document (Office Open XML) of a document: styles, tables with repeated headers, figures as SVG with PNG beside it for
//! programs that read no SVG.
//!
//! Written here rather than by a library: a report has five kinds of blocks, and the parts of a document are text in the
//! packing that inputs are read from. The same document gives the same bytes: times in the package are constants.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::answer::document::{Block, Document, Illustration, MAX_INLINE_MM, TEXT_WIDTH_MM};
use crate::answer::number::{decimals, plain, signed, thousands};
use crate::answer::table::{Audience, Cell, Table};
use crate::message;
use crate::messages::Localizer;
use crate::render::align::{one_line, page_widths};
use crate::render::language_of;
use crate::render::visible::visible;

/// Height of a figure that takes a page, in millimetres.
const PLATE_MM: f64 = 225.0;
/// Units of drawings (EMU) in a millimetre.
const EMU: f64 = 36_000.0;
/// Twentieths of a point in a millimetre.
const TWIPS_PER_MM: f64 = 1440.0 / 25.4;
/// Size of the type in tables, in points.
const TABLE_SIZE: f64 = 8.0;
/// Space on each side of a column, in points.
const COLUMN_GAP: f64 = 3.0;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Writes the document. `pictures` has the PNG of each figure, in their order; a figure without one is named by its file.
/// O(text + pictures).
///
/// # Errors
/// The packing fails: a part larger than 4 GiB.
pub fn write(document: &Document, pictures: &[Vec<u8>]) -> std::io::Result<Vec<u8>> {
    let localizer = Localizer::new(language_of(document));
    let mut body = WordBody { xml: String::new(), relations: Vec::new(), media: Vec::new(), figures: 0, localizer };
    body.paragraph("Title", &run(&document.title));
    for block in &document.blocks {
        match block {
            Block::Heading(text) => body.paragraph("Heading1", &run(text)),
            Block::Paragraph(text) => body.paragraph("Normal", &run(text)),
            Block::Items(items) => items.iter().for_each(|item| body.paragraph("ListBullet", &run(item))),
            Block::Table(table) => body.table(table),
            Block::Figure(figure) => body.figure(figure, pictures.get(body.figures)),
        }
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in body.parts(document) {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The text of a document in the making, and what it refers to.
struct WordBody {
    xml: String,
    /// Links and pictures by their ids: type, target, whether it lies outside.
    relations: Vec<(&'static str, String, bool)>,
    media: Vec<(String, Vec<u8>)>,
    figures: usize,
    localizer: Localizer<'static>,
}

impl WordBody {
    fn paragraph(&mut self, style: &str, runs: &str) {
        let _ = write!(self.xml, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>");
    }

    /// The id of what the text refers to.
    fn relation(&mut self, kind: &'static str, target: String, is_outside: bool) -> String {
        self.relations.push((kind, target, is_outside));
        format!("rId{}", self.relations.len() + FIXED_RELATIONS.len())
    }

    fn figure(&mut self, figure: &Illustration, picture: Option<&Vec<u8>>) {
        self.figures += 1;
        let number = self.figures;
        let Some(picture) = picture else {
            self.paragraph("Figure", &run(&figure.file));
            return self.caption(number, figure);
        };
        let mut of = |ending: &str, bytes: Vec<u8>| {
            let name = format!("media/figure{number}.{ending}");
            self.media.push((format!("word/{name}"), bytes));
            self.relations.push(("image", name, false));
            format!("rId{}", self.relations.len() + FIXED_RELATIONS.len())
        };
        let png = of("png", picture.clone());
        let svg = of("svg", format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", figure.svg).into_bytes());
        let height = if figure.is_plate() { PLATE_MM } else { MAX_INLINE_MM };
        let width = TEXT_WIDTH_MM.min(height / figure.aspect.max(0.01));
        let (across, down) = ((width * EMU).round() as u64, (width * figure.aspect * EMU).round() as u64);
        let names = format!("id=\"{number}\" name=\"{}\" descr=\"{}\"", escape(&figure.file), escape(&figure.alt));
        let drawing = format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{across}\" cy=\"{down}\"/><wp:docPr {names}/>\
             <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
             <pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{png}\"><a:extLst>\
             <a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\"><asvg:svgBlip r:embed=\"{svg}\"/></a:ext></a:extLst></a:blip>\
             <a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{across}\" cy=\"{down}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        );
        self.paragraph("Figure", &drawing);
        self.caption(number, figure);
    }

    fn caption(&mut self, number: usize, figure: &Illustration) {
        let label = self.localizer.render(&message!("render-figure", number = number));
        self.paragraph("Caption", &run(&format!("{label}. {}", figure.caption)));
    }

    fn table(&mut self, table: &Table) {
        let shown: Vec<usize> =
            (0..table.columns.len()).filter(|&index| table.columns[index].audience == Audience::All).collect();
        if shown.is_empty() {
            // A row without cells is none.
            return self.paragraph("TableCaption", &run(&table.caption));
        }
        let points = TEXT_WIDTH_MM / 25.4 * 72.0;
        let available = points - 2.0 * COLUMN_GAP * shown.len() as f64;
        let widths: Vec<u64> = page_widths(table, &shown, TABLE_SIZE, available)
            .iter()
            .map(|width| ((width + 2.0 * COLUMN_GAP) * 20.0).round() as u64)
            .collect();
        self.paragraph("TableCaption", &run(&table.caption));
        let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Plain\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>",
            widths.iter().sum::<u64>()
        );
        let header = shown.iter().zip(&widths).map(|(&index, width)| {
            in_cell(
                *width,
                is_number(table, index),
                &format!("<w:r><w:rPr><w:b/></w:rPr>{}</w:r>", text(&table.columns[index].label)),
            )
        });
        let header: String = header.collect();
        let _ = write!(self.xml, "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{header}</w:tr>");
        for row in &table.rows {
            let mut cells = String::new();
            for (&index, width) in shown.iter().zip(&widths) {
                let runs = row.get(index).map_or_else(String::new, |cell| self.cell(cell));
                cells += &in_cell(*width, is_number(table, index), &runs);
            }
            let _ = write!(self.xml, "<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>");
        }
        self.xml.push_str("</w:tbl>");
        // Two tables in a row would be one.
        self.paragraph("TableEnd", "");
    }

    fn cell(&mut self, cell: &Cell) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Coded { text, .. } => run(text),
            Cell::Count(count) => run(&thousands(*count)),
            Cell::Change(change) => run(&signed(*change)),
            Cell::Real(value) => run(&plain(*value, decimals(*value))),
            Cell::List(texts) => run(&texts.join("; ")),
            Cell::Link { text, href } if href.starts_with("http://") || href.starts_with("https://") => {
                let id = self.relation("hyperlink", href.clone(), true);
                let style = "<w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>";
                format!("<w:hyperlink r:id=\"{id}\"><w:r>{style}{}</w:r></w:hyperlink>", self::text(text))
            }
            Cell::Link { text, .. } => run(text),
        }
    }

    /// The parts of the package, the list of contents first.
    fn parts(self, document: &Document) -> Vec<(String, Vec<u8>)> {
        let text = |name: &str, text: String| (name.to_owned(), format!("{HEAD}{text}").into_bytes());
        let side = |mm: f64| (mm * TWIPS_PER_MM).round();
        let (width, height, margin) = (side(210.0), side(297.0), side((210.0 - TEXT_WIDTH_MM) / 2.0));
        let whole = format!(
            "<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{RELATIONS}\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
             xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\"><w:body>{}<w:sectPr><w:pgSz w:w=\"{width}\" w:h=\"{height}\"/>\
             <w:pgMar w:top=\"{margin}\" w:right=\"{margin}\" w:bottom=\"{margin}\" w:left=\"{margin}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
            self.xml
        );
        let core = format!(
            "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
             <dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
            escape(&document.title),
            escape(&document.language)
        );
        let mut parts = vec![
            text("[Content_Types].xml", CONTENTS.to_owned()),
            text("_rels/.rels", package_relations()),
            text("docProps/core.xml", core),
            text("word/document.xml", whole),
            text("word/_rels/document.xml.rels", relations(&self.relations)),
            text("word/styles.xml", styles(&document.language)),
            text("word/numbering.xml", format!("<w:numbering xmlns:w=\"{WORD}\">{BULLETS}</w:numbering>")),
        ];
        parts.extend(self.media);
        parts
    }
}

/// Relations that every document has, before those of its own.
const FIXED_RELATIONS: [(&str, &str); 2] = [("styles", "styles.xml"), ("numbering", "numbering.xml")];

const CONTENTS: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>\
    <Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
    <Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>\
    <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

const BULLETS: &str = "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
    <w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"360\" w:hanging=\"360\"/></w:pPr></w:lvl>\
    </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

fn package_relations() -> String {
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
    )
}

fn relations(own: &[(&'static str, String, bool)]) -> String {
    let fixed = FIXED_RELATIONS.map(|(kind, target)| (kind, target.to_owned(), false));
    let all = fixed.iter().chain(own).enumerate().map(|(index, (kind, target, is_outside))| {
        let mode = if *is_outside { " TargetMode=\"External\"" } else { "" };
        let (id, target) = (index + 1, escape(target));
        format!("<Relationship Id=\"rId{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"{mode}/>")
    });
    format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{}</Relationships>", all.collect::<String>())
}

/// The styles; letters of Korean have a font of their own, which every Windows and macOS can replace.
fn styles(language: &str) -> String {
    let language = escape(language);
    let paragraph = |id: &str, name: &str, of_paragraph: &str, of_text: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
             <w:pPr>{of_paragraph}</w:pPr><w:rPr>{of_text}</w:rPr></w:style>"
        )
    };
    let line = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"999999\"";
    let all = [
        paragraph("Title", "Title", "<w:keepNext/><w:spacing w:after=\"240\"/>", "<w:b/><w:sz w:val=\"36\"/>"),
        paragraph(
            "Heading1",
            "heading 1",
            "<w:keepNext/><w:spacing w:before=\"320\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
            "<w:b/><w:sz w:val=\"26\"/>",
        ),
        paragraph(
            "ListBullet",
            "List Bullet",
            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/>",
            "",
        ),
        paragraph(
            "Figure",
            "Figure",
            "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/><w:jc w:val=\"center\"/>",
            "",
        ),
        paragraph("Caption", "caption", "<w:spacing w:after=\"200\"/>", "<w:sz w:val=\"18\"/>"),
        paragraph(
            "TableCaption",
            "Table Caption",
            "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"60\"/>",
            "<w:b/><w:sz w:val=\"18\"/>",
        ),
        paragraph("TableText", "Table Text", "<w:spacing w:after=\"0\"/>", "<w:sz w:val=\"16\"/>"),
        paragraph("TableEnd", "Table End", "<w:spacing w:after=\"120\" w:line=\"120\" w:lineRule=\"exact\"/>", ""),
    ];
    format!(
        "<w:styles xmlns:w=\"{WORD}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Malgun Gothic\" w:cs=\"Calibri\"/>\
         <w:sz w:val=\"20\"/><w:lang w:val=\"{language}\" w:eastAsia=\"ko-KR\"/></w:rPr></w:rPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:style>{}\
         <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"Plain\"><w:name w:val=\"Plain Table\"/><w:tblPr><w:tblBorders><w:top {line}/><w:bottom {line}/><w:insideH {line}/></w:tblBorders>\
         <w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>",
        all.concat()
    )
}

fn is_number(table: &Table, index: usize) -> bool {
    table.rows.iter().filter_map(|row| row.get(index)).any(Cell::is_number)
}

/// A cell of a width in twentieths of a point.
fn in_cell(width: u64, is_number: bool, runs: &str) -> String {
    let side = if is_number { "<w:jc w:val=\"right\"/>" } else { "" };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"TableText\"/>{side}</w:pPr>{runs}</w:p></w:tc>"
    )
}

/// A run of text as it is.
fn run(words: &str) -> String {
    format!("<w:r>{}</w:r>", text(words))
}

fn text(words: &str) -> String {
    format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(words))
}

/// A text for elements and attributes, on one line; what XML cannot hold is shown by its number.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for ch in one_line(&visible(text)).chars() {
        match ch {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {
                let _ = write!(escaped, "\\u{{{:x}}}", u32::from(ch));
            }
            _ => escaped.push(ch),
        }
    }
    escaped
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::answer::table::Column;
    use std::io::Read;

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn every_printable_character_stands_in_the_document_as_it_was() {
        let all: String = ('!'..='~').chain("가힣漢é\u{FFFF}".chars()).collect();
        let link = Cell::Link { text: all.clone(), href: format!("https://x.org/?a=1&b=\"{}\"", '<') };
        let script = Cell::Link { text: "x".to_owned(), href: "javascript:alert(1)".to_owned() };
        let table = Table {
            caption: all.clone(),
            columns: vec![Column::new("a", "A"), Column::for_machines("id")],
            rows: vec![vec![link, Cell::text("hidden")], vec![script, Cell::Empty]],
            ..Table::default()
        };
        let blocks =
            vec![Block::Heading(all.clone()), Block::Items(vec!["\u{1b}[31m".to_owned()]), Block::Table(table)];
        let document = Document { title: all.clone(), language: "ko".to_owned(), blocks };
        let bytes = write(&document, &[]).unwrap();
        assert_eq!(bytes, write(&document, &[]).unwrap());
        let text = part(&bytes, "word/document.xml");
        let tree = roxmltree::Document::parse(&text).unwrap();
        let texts: Vec<&str> =
            tree.descendants().filter(|node| node.has_tag_name((WORD, "t"))).filter_map(|node| node.text()).collect();
        let shown = all.replace('\u{FFFF}', "\\u{ffff}");
        assert_eq!(texts, [&shown, &shown, "\\u{1b}[31m", &shown, "A", &shown, "x"]);
        let relations = part(&bytes, "word/_rels/document.xml.rels");
        assert!(roxmltree::Document::parse(&relations).is_ok() && !relations.contains("javascript"), "{relations}");
        assert_eq!(relations.matches("External").count(), 1);
    }
}
