//! LaTeX document for XeLaTeX or LuaLaTeX: text, tables, and figures from PDF files.
//!
//! LaTeX cannot read SVG. Where the PDF of a figure does not exist, the document shows its file name instead.

use crate::answer::document::{Block, Document, Illustration};
use crate::answer::number::{plain, signed, thousands};
use crate::answer::table::{Audience, Cell, Table};
use crate::message;
use crate::messages::Localizer;
use crate::messages::language::Language;
use crate::render::align::{one_line, width_shares};
use crate::render::language_of;
use std::fmt::Write;

/// Writes the source; figure paths are relative to it. O(text).
#[must_use]
pub fn write(document: &Document) -> String {
    let mut out = String::from(
        "% xelatex report.tex (or lualatex); figures are the PDF twins of figures/*-170.svg: `collab draw VIEW -o FILE.pdf`, or `rsvg-convert -f pdf`.\n\
         \\documentclass[a4paper,10pt]{article}\n\\usepackage[margin=20mm]{geometry}\n\\usepackage{fontspec}\n\
         \\usepackage{graphicx,longtable,array,booktabs,caption}\n\\usepackage[hidelinks]{hyperref}\n\
         \\IfFontExistsTF{Noto Sans CJK KR}{\\setmainfont{Noto Sans CJK KR}}{\\IfFontExistsTF{NanumGothic}{\\setmainfont{NanumGothic}}{}}\n\
         \\setlength{\\parindent}{0pt}\\setlength{\\parskip}{0.5em}\\setlength{\\emergencystretch}{3em}\n",
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

fn write_figure(out: &mut String, figure: &Illustration) {
    let file = figure.file.strip_suffix(".svg").unwrap_or(&figure.file);
    let caption = escape(if figure.caption.is_empty() { &figure.alt } else { &figure.caption });
    let _ = write!(
        out,
        "\n\\begin{{figure}}[htbp]\\centering\n\\IfFileExists{{{file}.pdf}}{{\\includegraphics[width=\\linewidth]{{{file}.pdf}}}}\
         {{\\fbox{{\\texttt{{{}}}}}}}\n\\caption{{{caption}}}\n\\end{{figure}}\n",
        escape(&format!("{file}.pdf"))
    );
}

fn write_table(out: &mut String, table: &Table) {
    let shown: Vec<usize> =
        (0..table.columns.len()).filter(|&index| table.columns[index].audience == Audience::All).collect();
    let width_shares = width_shares(table, &shown);
    let numbers = width_shares.iter().filter(|share| share.is_none()).count();
    let text_share = (0.98 - 0.09 * numbers as f64).max(0.3);
    let columns: String = width_shares
        .iter()
        .map(|share| {
            share.map_or_else(
                || "r".to_owned(),
                |share| {
                    format!(
                        ">{{\\raggedright\\arraybackslash}}p{{{:.3}\\linewidth}}",
                        (text_share * share - 0.02).max(0.03)
                    )
                },
            )
        })
        .collect();
    let header = shown.iter().map(|&index| escape(&table.columns[index].label)).collect::<Vec<_>>().join(" & ");
    let _ = write!(
        out,
        "\n{{\\footnotesize\n\\begin{{longtable}}{{{columns}}}\n\\caption*{{{}}}\\\\\n\\toprule\n{header}\\\\\n\\midrule\\endhead\n",
        escape(&table.caption)
    );
    for row in &table.rows {
        let cells = shown.iter().map(|&index| row.get(index).map_or_else(String::new, cell)).collect::<Vec<_>>();
        let _ = writeln!(out, "{}\\\\", cells.join(" & "));
    }
    out.push_str("\\bottomrule\n\\end{longtable}}\n");
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Coded { text, .. } => escape(text),
        Cell::Count(count) => thousands(*count),
        Cell::Change(change) => signed(*change),
        Cell::Real(value) => plain(*value, 4),
        Cell::List(texts) => texts.iter().map(|text| escape(text)).collect::<Vec<_>>().join("; "),
        Cell::Link { text, href } => match address(href) {
            Some(href) => format!("\\href{{{href}}}{{{}}}", escape(text)),
            None => escape(text),
        },
    }
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
    for ch in one_line(text).chars() {
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
