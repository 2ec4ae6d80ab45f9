//! A document as a LaTeX source for XeLaTeX or LuaLaTeX: text, tables, and figures taken from PDF files.
//!
//! LaTeX reads no SVG. Where the PDF of a figure is not there yet, the source prints how it is made instead.

use std::fmt::Write;

use crate::answer::document::{Block, Document, Illustration};
use crate::answer::number::{plain, signed, thousands};
use crate::answer::told::{Audience, Cell, Table};
use crate::render::align::{one_line, shares};

/// Writes the source; paths of figures are relative to it. O(text).
#[must_use]
pub fn write(document: &Document) -> String {
    let mut out = String::from(
        "% xelatex report.tex (or lualatex); figures are the PDF twins of figures/*-170.svg: `collab draw VIEW -o FILE.pdf`, or `rsvg-convert -f pdf`.\n\
         \\documentclass[a4paper,10pt]{article}\n\\usepackage[margin=20mm]{geometry}\n\\usepackage{fontspec}\n\
         \\usepackage{graphicx,longtable,array,booktabs,caption}\n\\usepackage[hidelinks]{hyperref}\n\
         \\IfFontExistsTF{Noto Sans CJK KR}{\\setmainfont{Noto Sans CJK KR}}{\\IfFontExistsTF{NanumGothic}{\\setmainfont{NanumGothic}}{}}\n\
         \\setlength{\\parindent}{0pt}\\setlength{\\parskip}{0.5em}\\setlength{\\emergencystretch}{3em}\n",
    );
    if document.language == "ko" {
        out.push_str("\\renewcommand{\\figurename}{그림}\\renewcommand{\\tablename}{표}\n");
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
    let shares = shares(table, &shown);
    let numbers = shares.iter().filter(|share| share.is_none()).count();
    let room = (0.98 - 0.09 * numbers as f64).max(0.3);
    let columns: String = shares
        .iter()
        .map(|share| {
            share.map_or_else(
                || "r".to_owned(),
                |share| {
                    format!(">{{\\raggedright\\arraybackslash}}p{{{:.3}\\linewidth}}", (room * share - 0.02).max(0.03))
                },
            )
        })
        .collect();
    let head = shown.iter().map(|&index| escape(&table.columns[index].label)).collect::<Vec<_>>().join(" & ");
    let _ = write!(
        out,
        "\n{{\\footnotesize\n\\begin{{longtable}}{{{columns}}}\n\\caption*{{{}}}\\\\\n\\toprule\n{head}\\\\\n\\midrule\\endhead\n",
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

/// An address as `\href` takes it.
fn address(href: &str) -> Option<String> {
    let web = href.starts_with("http://") || href.starts_with("https://");
    let safe = |letter: char| !letter.is_control() && !letter.is_whitespace() && !matches!(letter, '\\' | '{' | '}');
    (web && href.chars().all(safe)).then(|| href.replace('%', "\\%").replace('#', "\\#"))
}

/// A text on one line with everything escaped that LaTeX would read as a command.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in one_line(text).chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '#' | '$' | '%' | '&' | '_' | '{' | '}' => {
                escaped.push('\\');
                escaped.push(letter);
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
    fn commands_in_names_stay_text() {
        assert_eq!(escape("\\input{x} 50% #1 a_b"), "\\textbackslash{}input\\{x\\} 50\\% \\#1 a\\_b");
        assert_eq!(address("https://x.org/a%20b#c").as_deref(), Some("https://x.org/a\\%20b\\#c"));
        assert_eq!(address("https://x.org/}\\input"), None);
    }
}
