//! LaTeX document for XeLaTeX or LuaLaTeX: text, tables, and figures from PDF files.
//!
//! LaTeX cannot read SVG. Where the PDF of a figure does not exist, the document shows its file name instead.

use crate::answer::document::{Block, Document, Illustration, MAX_INLINE_MM};
use crate::answer::number::{decimals, plain, signed, thousands};
use crate::answer::table::{Audience, Cell, Table};
use crate::message;
use crate::messages::Localizer;
use crate::messages::language::Language;
use crate::render::align::{one_line, page_widths};
use crate::render::language_of;
use crate::render::visible::visible;
use crate::typography::{Weight, reserved_width};
use std::fmt::Write;

/// Width of the text between margins of 20 mm on A4, in points.
const TEXT_WIDTH: f64 = 483.0;
/// Height of a figure that takes a page, in millimetres.
const PLATE_MM: f64 = 215.0;
/// Space on each side of a column, in points.
const COLUMN_GAP: f64 = 3.0;
/// Size of the type in tables, in points.
const TABLE_SIZE: f64 = 8.0;

/// Writes the source; figure paths are relative to it. O(text).
#[must_use]
pub fn write(document: &Document) -> String {
    let mut out = String::from(
        "% xelatex report.tex (or lualatex); figures are the PDF twins of figures/*-170.svg: `collab draw VIEW -o FILE.pdf`, or `rsvg-convert -f pdf`.\n\
         \\documentclass[a4paper,10pt]{article}\n\\usepackage[margin=20mm]{geometry}\n\\usepackage{fontspec}\n\
         % Quotes and hyphens stay what they are.\n\\defaultfontfeatures[\\rmfamily,\\sffamily]{}\n\
         \\usepackage{graphicx,longtable,array,booktabs,caption}\n\\usepackage[hidelinks]{hyperref}\n\
         \\IfFontExistsTF{Noto Sans CJK KR}{\\setmainfont{Noto Sans CJK KR}}{\\IfFontExistsTF{NanumGothic}{\\setmainfont{NanumGothic}}{}}\n\
         \\ifdefined\\XeTeXlinebreaklocale\\XeTeXlinebreaklocale \"ko\"\\XeTeXlinebreakskip=0pt plus 1pt\\fi\n\
         \\setlength{\\parindent}{0pt}\\setlength{\\parskip}{0.5em}\\setlength{\\emergencystretch}{3em}\\setlength{\\tabcolsep}{3pt}\\sloppy\n",
    );
    if language_of(document) == Language::Korean {
        let names = [message!("render-figure-name"), message!("render-table-name")];
        let [figure, table] = names.map(|name| Localizer::new(Language::Korean).render(&name));
        let _ = writeln!(out, "\\renewcommand{{\\figurename}}{{{figure}}}\\renewcommand{{\\tablename}}{{{table}}}");
    }
    let _ = write!(out, "\\title{{{}}}\\date{{}}\n\\begin{{document}}\n\\maketitle\n", escape(&document.title));
    for block in &document.blocks {
        match block {
            Block::Heading(text) => {
                let _ = write!(out, "\n\\section*{{{}}}\n", escape(text));
            }
            Block::Paragraph(text) => {
                let _ = write!(out, "\n{}\n", escape(text));
            }
            Block::Items(items) => {
                let lines: String = items.iter().map(|item| format!("\\item {}\n", escape(item))).collect();
                let _ = write!(out, "\n\\begin{{itemize}}\n{lines}\\end{{itemize}}\n");
            }
            Block::Figure(figure) => write_figure(&mut out, figure),
            Block::Table(table) => write_table(&mut out, table),
        }
    }
    out.push_str("\n\\end{document}\n");
    out
}

/// A figure stands where it is in the text: floats and tables that break across pages do not go together. High ones take a
/// page, others less than half of one.
fn write_figure(out: &mut String, figure: &Illustration) {
    let file = figure.file.strip_suffix(".svg").unwrap_or(&figure.file);
    let height = if figure.is_plate() { PLATE_MM } else { MAX_INLINE_MM };
    let _ = write!(
        out,
        "\n\\begin{{center}}\n\\IfFileExists{{{file}.pdf}}{{\\includegraphics[width=\\linewidth,height={height:.0}mm,keepaspectratio]{{{file}.pdf}}}}\
         {{\\fbox{{\\texttt{{{}}}}}}}\\nopagebreak\n\\captionof{{figure}}{{{}}}\n\\end{{center}}\n",
        escape(&format!("{file}.pdf")),
        escape(&figure.caption)
    );
}

fn write_table(out: &mut String, table: &Table) {
    let shown: Vec<usize> =
        (0..table.columns.len()).filter(|&index| table.columns[index].audience == Audience::All).collect();
    let available = TEXT_WIDTH - 2.0 * COLUMN_GAP * shown.len() as f64;
    let widths = page_widths(table, &shown, TABLE_SIZE, available);
    let columns = shown.iter().zip(&widths).map(|(&index, width)| {
        let is_number = table.rows.iter().filter_map(|row| row.get(index)).any(Cell::is_number);
        let ragged = if is_number { "raggedleft" } else { "raggedright" };
        format!(">{{\\{ragged}\\arraybackslash}}p{{{width:.1}pt}}")
    });
    let columns: String = columns.collect();
    let header = shown.iter().zip(&widths).map(|(&index, &width)| broken(&table.columns[index].label, width));
    let header = header.collect::<Vec<_>>().join(" & ");
    let _ = write!(
        out,
        "\n{{\\footnotesize\n\\begin{{longtable}}{{{columns}}}\n\\caption*{{{}}}\\\\\n\\toprule\n{header}\\\\\n\\midrule\\endhead\n",
        escape(&table.caption)
    );
    for row in &table.rows {
        let cells = shown.iter().zip(&widths);
        let cells = cells.map(|(&index, &width)| row.get(index).map_or_else(String::new, |one| cell(one, width)));
        let _ = writeln!(out, "{}\\\\", cells.collect::<Vec<_>>().join(" & "));
    }
    out.push_str("\\bottomrule\n\\end{longtable}}\n");
}

/// A cell in a column of a width in points.
fn cell(cell: &Cell, width: f64) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Coded { text, .. } => broken(text, width),
        Cell::Count(count) => thousands(*count),
        Cell::Change(change) => signed(*change),
        Cell::Real(value) => plain(*value, decimals(*value)),
        Cell::List(texts) => texts.iter().map(|text| broken(text, width)).collect::<Vec<_>>().join("; "),
        Cell::Link { text, href } => match address(href) {
            Some(href) => format!("\\href{{{href}}}{{{}}}", broken(text, width)),
            None => broken(text, width),
        },
    }
}

/// An escaped text whose words may be broken anywhere if they are wider than `width` points.
fn broken(text: &str, width: f64) -> String {
    let text = one_line(&visible(text));
    let is_wide = |word: &&str| reserved_width(word, TABLE_SIZE, Weight::Regular) > width;
    if !text.split(' ').any(|word| is_wide(&word)) {
        return escape(&text);
    }
    let word = |word: &str| match is_wide(&word) {
        true => word.chars().map(|ch| escape(&ch.to_string())).collect::<Vec<_>>().join("\\hspace{0pt}"),
        false => escape(word),
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A URL for `\href`, or `None` if it is not http or https. By allow-list: characters of RFC 3986 without meaning in
/// TeX are kept, four are escaped with a backslash, and every other byte is percent-encoded. In table cells TeX
/// tokenises the URL before `\href` does, so that an unencoded `^^5c` would become a backslash.
fn address(href: &str) -> Option<String> {
    if !(href.starts_with("http://") || href.starts_with("https://")) {
        return None;
    }
    let mut written = String::with_capacity(href.len());
    for byte in href.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => written.push(char::from(byte)),
            b'-' | b'.' | b'/' | b':' | b'?' | b'=' | b'+' | b',' | b';' | b'@' | b'!' | b'(' | b')' => {
                written.push(char::from(byte));
            }
            b'%' | b'#' | b'&' | b'_' => {
                written.push('\\');
                written.push(char::from(byte));
            }
            other => {
                let _ = write!(written, "\\%{other:02X}");
            }
        }
    }
    Some(written)
}

/// Escapes a text for LaTeX, on one line. `*`, `[` and `]` are wrapped in braces: after the `\\` of a row, `\item` or a
/// rule they would be read as an argument.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for ch in one_line(&visible(text)).chars() {
        match ch {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '*' | '[' | ']' => {
                escaped.push('{');
                escaped.push(ch);
                escaped.push('}');
            }
            '#' | '$' | '%' | '&' | '_' | '{' | '}' => {
                escaped.push('\\');
                escaped.push(ch);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tex_commands_in_names_are_escaped() {
        assert_eq!(escape("\\input{x} 50% #1 a_b"), "\\textbackslash{}input\\{x\\} 50\\% \\#1 a\\_b");
        assert_eq!(address("https://x.org/a%20b#c").as_deref(), Some("https://x.org/a\\%20b\\#c"));
        assert_eq!(address("javascript:x"), None);
    }

    #[test]
    fn every_special_character_is_escaped() {
        // Special characters of TeX, and those that rows, items and rules look for.
        let active = |ch: char| "\\{}$&#^_~%*[]".contains(ch);
        for ch in (0x20_u8..0x7f).map(char::from) {
            let written = escape(&format!("a{ch}b"));
            let bare = written
                .replace("\\textbackslash{}", "")
                .replace("\\textasciitilde{}", "")
                .replace("\\textasciicircum{}", "")
                .replace(&format!("\\{ch}"), "")
                .replace(&format!("{{{ch}}}"), "");
            assert!(!bare.contains(active), "{ch}: {written}");
            let link = address(&format!("https://x.org/{ch}")).unwrap_or_default();
            let bare =
                ["\\%", "\\#", "\\&", "\\_"].iter().fold(link.clone(), |text, escaped| text.replace(escaped, ""));
            assert!(!bare.contains(active), "{ch}: {link}");
        }
        let link = address("https://x.org/^^5cinput^^7b가").unwrap_or_default();
        assert_eq!(link, "https://x.org/\\%5E\\%5E5cinput\\%5E\\%5E7b\\%EA\\%B0\\%80");
    }
}
