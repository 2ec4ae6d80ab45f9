//! HTML document: one self-contained page with inlined figures, without scripts or external resources.

use crate::answer::Answer;
use crate::answer::document::{Block, Document, Illustration};
use crate::answer::number::{decimals, plain, signed, thousands};
use crate::answer::statement::is_about_the_command;
use crate::answer::table::{Audience, Cell, Table};
use crate::message;
use crate::messages::Localizer;
use crate::render::visible::visible;
use std::fmt::Write;

/// Style sheet, print-ready: figures and table rows are not split across pages.
const STYLE: &str = "\
:root{color-scheme:light}\
body{margin:0 auto;padding:2rem 1rem 4rem;max-width:52rem;background:#fff;color:#1a1e23;\
font:16px/1.6 'Noto Sans KR','Noto Sans CJK KR',Pretendard,'Apple SD Gothic Neo','Malgun Gothic',NanumGothic,Arial,sans-serif}\
h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2.5rem;break-after:avoid}\
p,li{word-break:keep-all;overflow-wrap:break-word}\
body{counter-reset:figure}figure{margin:1.5rem 0;break-inside:avoid;counter-increment:figure}\
figcaption::before{content:\"Figure \" counter(figure) \". \"}:lang(ko) figcaption::before{content:\"\\adf8\\b9bc  \" counter(figure) \". \"}figure svg{max-width:100%;height:auto}\
figcaption,caption{color:#59626c;font-size:.875rem;text-align:left}\
.scroll{overflow-x:auto}\
table{border-collapse:collapse;margin:1rem 0;font-size:.875rem;width:100%}\
caption{caption-side:top;padding:.25rem 0}\
th,td{border-bottom:1px solid #d5dbe1;padding:.3rem .6rem .3rem 0;text-align:left;vertical-align:top}\
th{font-weight:700;white-space:nowrap}td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}\
tr{break-inside:avoid}a{color:#1c5fae}\
@page{size:A4;margin:18mm}@media print{body{padding:0;max-width:none;font-size:10pt}a{color:inherit}\
.scroll{overflow:visible}h2+p,caption,thead{break-after:avoid}thead{display:table-header-group}\
tbody tr:nth-child(-n+2),tbody tr:nth-last-child(-n+2):not(:first-child){break-before:avoid}\
body{line-height:1.4}th,td{line-height:1.25}h1{font-size:15pt;margin:0 0 4mm}h2{font-size:11.5pt;margin:6mm 0 2mm}p,ul{margin:2mm 0}figure{margin:3mm 0}table{margin:2mm 0;font-size:8.5pt}th,td{padding:.6mm 2mm .6mm 0}\
figure svg{max-height:112mm}.plate{break-before:page}figure.plate svg{max-height:215mm}h2.plate+figure.plate{break-before:avoid}}";

/// Writes the page. All texts are escaped; figures are trusted SVG of this program and inlined unchanged.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut page = String::new();
    let title = escape(&document.title);
    let _ = write!(
        page,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
        escape(&document.language)
    );
    for (at, block) in document.blocks.iter().enumerate() {
        match (block, document.blocks.get(at + 1)) {
            // A chapter that begins with a figure of a page's height begins on that page.
            (Block::Heading(text), Some(Block::Figure(figure))) if figure.is_plate() => {
                let _ = writeln!(page, "<h2 class=\"plate\">{}</h2>", escape(text));
            }
            _ => write_block(&mut page, block),
        }
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

/// An answer as a part of a page, for notebooks: its sentences and the first rows of its tables. All texts are escaped.
#[must_use]
pub fn fragment(answer: &Answer, rows: usize) -> String {
    let mut part = String::from("<div class=\"collabgraph\">\n");
    for sentence in answer.lead_sentences() {
        let _ = writeln!(part, "<p>{}</p>", escape(&sentence));
    }
    for table in answer.tables.iter().filter(|table| table.is_visible()) {
        let shown = Table { rows: table.rows.iter().take(rows).cloned().collect(), ..table.clone() };
        write_table(&mut part, &shown);
        if table.rows.len() > rows {
            let message = message!("render-more-rows", shown = rows, all = table.rows.len());
            let _ = writeln!(part, "<p>{}</p>", escape(&Localizer::new(answer.language).render(&message)));
        }
    }
    for note in answer.note_sentences().iter().filter(|note| !is_about_the_command(note)) {
        let _ = writeln!(part, "<p><small>{}</small></p>", escape(note));
    }
    part.push_str("</div>\n");
    part
}

fn write_block(page: &mut String, block: &Block) {
    match block {
        Block::Heading(text) => {
            let _ = writeln!(page, "<h2>{}</h2>", escape(text));
        }
        Block::Paragraph(text) => {
            let _ = writeln!(page, "<p>{}</p>", escape(text));
        }
        Block::Items(items) => {
            page.push_str("<ul>\n");
            for item in items {
                let _ = writeln!(page, "<li>{}</li>", escape(item));
            }
            page.push_str("</ul>\n");
        }
        Block::Table(table) => write_table(page, table),
        Block::Figure(figure) => write_figure(page, figure),
    }
}

fn write_figure(page: &mut String, figure: &Illustration) {
    let class = if figure.is_plate() { " class=\"plate\"" } else { "" };
    let _ = write!(page, "<figure{class}>\n{}\n", figure.svg.trim_end());
    if !figure.caption.is_empty() {
        let _ = writeln!(page, "<figcaption>{}</figcaption>", escape(&figure.caption));
    }
    page.push_str("</figure>\n");
}

fn write_table(page: &mut String, table: &Table) {
    // Focusable, so that wide tables can be scrolled with the keyboard.
    let label =
        if table.caption.is_empty() { String::new() } else { format!(" aria-label=\"{}\"", escape(&table.caption)) };
    let _ = writeln!(page, "<div class=\"scroll\" tabindex=\"0\" role=\"region\"{label}>\n<table>");
    if !table.caption.is_empty() {
        let _ = writeln!(page, "<caption>{}</caption>", escape(&table.caption));
    }
    let shown: Vec<usize> =
        (0..table.columns.len()).filter(|&index| table.columns[index].audience == Audience::All).collect();
    page.push_str("<thead><tr>");
    for &index in &shown {
        let label = escape(&table.columns[index].label);
        let _ = write!(page, "<th scope=\"col\"{}>{label}</th>", class(is_number(table, index)));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        page.push_str("<tr>");
        for &index in &shown {
            let text = row.get(index).map_or_else(String::new, cell_text);
            let _ = write!(page, "<td{}>{text}</td>", class(is_number(table, index)));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n</div>\n");
}

/// Whether all non-empty cells of a column are numbers, and there is one.
fn is_number(table: &Table, column: usize) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.get(column)).filter(|cell| **cell != Cell::Empty).peekable();
    cells.peek().is_some() && cells.all(Cell::is_number)
}

fn class(number: bool) -> &'static str {
    if number { " class=\"number\"" } else { "" }
}

fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Link { text, href } if is_web_address(href) => {
            format!("<a href=\"{}\">{}</a>", escape(href), escape(text))
        }
        Cell::Link { text, .. } => escape(text),
        Cell::List(items) => items.iter().map(|item| escape(item)).collect::<Vec<_>>().join("; "),
        Cell::Text(text) | Cell::Coded { text, .. } => escape(text),
        Cell::Count(count) => thousands(*count),
        Cell::Change(change) => signed(*change),
        Cell::Real(value) => plain(*value, decimals(*value)),
        Cell::Empty => String::new(),
    }
}

/// Whether a URL may become a link (http, https); other URLs from the data stay text.
fn is_web_address(href: &str) -> bool {
    href.starts_with("https://") || href.starts_with("http://")
}

/// Escapes text for HTML content and quoted attributes; control characters are shown, but for line feed and tab.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for ch in visible(text).chars() {
        match ch {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::table::Column;

    #[test]
    fn names_from_data_are_escaped() {
        let table = Table {
            columns: vec![Column {
                key: "a".into(),
                label: "<b>".into(),
                audience: Audience::All,
                kind: crate::answer::table::ColumnKind::Text,
            }],
            rows: vec![vec![Cell::Link { text: "x\" onclick=\"y".into(), href: "javascript:alert(1)".into() }]],
            ..Table::default()
        };
        let document = Document {
            title: "</title><script>alert(1)</script>".into(),
            language: "en".into(),
            blocks: vec![Block::Table(table), Block::Paragraph("<img src=x onerror=y>".into())],
        };
        let page = write(&document);
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("javascript:"));
        assert!(page.contains("&lt;script&gt;") && page.contains("x&quot; onclick=&quot;y"));
    }
}
