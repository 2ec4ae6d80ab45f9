//! Every printable character, and the forms by which languages name characters by their codes, through every writer and back
//! by another reader than ours: the same text comes out, and nothing but text.

#[cfg(feature = "xlsx")]
use collabgraph::answer::Answer;
use collabgraph::answer::document::{Block, Document};
use collabgraph::answer::table::{Cell, Column, Table};
use collabgraph::render::{csv, html, latex, markdown, typst};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Codes and openings of TeX, HTML, Markdown, Typst, DOT and spreadsheets.
const CODES: [&str; 44] = [
    "^^5c",
    "^^7b",
    "^^0d",
    "^^^^005c",
    "^^M",
    "\\input{x}",
    "\\\\",
    "%x",
    "\\n",
    "\\u{1b}",
    "&lt;",
    "&#60;",
    "&#x3c;",
    "<b>x</b>",
    "<!--",
    "-->",
    "]]>",
    "<?x?>",
    "1. x",
    "1) x",
    "- x",
    "+ x",
    "---",
    "===",
    "***",
    "``` x",
    "~~~",
    "~~x~~",
    "> x",
    "# x",
    "| x |",
    "[x](y)",
    "![x](y)",
    "[x]: y",
    "[^x]",
    "#include(\"x\")",
    "#{1+1}",
    "$x$",
    "= x",
    "/ x: y",
    "@x",
    "...",
    "=cmd|' /C calc'!A0",
    "http://x.org/_a_",
];

/// Texts with each printable character alone, twice, at the beginning, in the middle and at the end.
fn texts() -> Vec<String> {
    let marks = (' '..='~').filter(|ch| *ch != ' ').map(String::from);
    let codes = CODES.map(str::to_owned).into_iter();
    let around = marks.chain(codes).flat_map(|mark| {
        [mark.clone(), format!("{mark}{mark}"), format!("{mark} a"), format!("a{mark}b"), format!("a {mark}")]
    });
    around.chain(["가힣 漢字 é ﬁ 👩‍🔬".to_owned()]).collect()
}

fn table() -> Table {
    let rows = texts().into_iter().map(|text| {
        let link = Cell::Link { text: text.clone(), href: format!("https://x.org/{}", text.replace(' ', "")) };
        vec![Cell::text(text), link]
    });
    Table {
        name: "all".to_owned(),
        caption: "^^5c <b> *caption*".to_owned(),
        columns: vec![Column::new("a", "A"), Column::new("b", "B")],
        rows: rows.collect(),
    }
}

/// The texts as paragraphs, as items, and as a table; headings of a few, for they are long lists otherwise.
fn document() -> Document {
    let mut blocks: Vec<Block> = texts().into_iter().map(Block::Paragraph).collect();
    blocks.extend(texts().into_iter().map(Block::Heading));
    blocks.push(Block::Items(texts()));
    blocks.push(Block::Table(table()));
    Document { title: "^^5c <title> *t*".to_owned(), language: "en".to_owned(), blocks }
}

#[test]
fn a_page_has_the_same_texts_for_who_parses_it() {
    let page = html::write(&document());
    let (_, body) = page.split_once("<body>").unwrap();
    let (body, _) = body.split_once("</body>").unwrap();
    // Our pages are well-formed, so that a reader of XML sees what one of HTML does.
    let body = format!("<body>{body}</body>");
    let tree = roxmltree::Document::parse(&body).unwrap();
    let of = |tag: &str| -> Vec<String> {
        let elements = tree.descendants().filter(|node| node.has_tag_name(tag));
        elements
            .map(|node| node.descendants().filter_map(|one| one.is_text().then(|| one.text()).flatten()).collect())
            .collect()
    };
    assert_eq!(of("p"), texts());
    assert_eq!(of("h2"), texts());
    assert_eq!(of("li"), texts());
    assert_eq!(of("td").chunks(2).map(|row| row[0].clone()).collect::<Vec<_>>(), texts());
    assert_eq!(of("a"), texts());
    let known = ["body", "main", "h1", "h2", "p", "ul", "li", "div", "table", "caption", "thead", "tbody", "tr", "th"];
    let tags = tree.descendants().filter(|node| node.is_element()).map(|node| node.tag_name().name());
    let strange: Vec<&str> = tags.filter(|tag| !known.contains(tag) && !matches!(*tag, "td" | "a")).collect();
    assert!(strange.is_empty(), "{strange:?}");
}

#[test]
fn markdown_has_the_same_texts_for_who_parses_it() {
    let written = markdown::document(&document());
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let (mut paragraphs, mut headings, mut items, mut cells) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut text = String::new();
    for event in Parser::new_ext(&written, options) {
        match event {
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell) => text.clear(),
            Event::Text(part) => text.push_str(&part),
            Event::SoftBreak => text.push(' '),
            Event::End(TagEnd::Paragraph) => paragraphs.push(text.clone()),
            Event::End(TagEnd::Heading(_)) => headings.push(text.clone()),
            Event::End(TagEnd::Item) => items.push(text.clone()),
            Event::End(TagEnd::TableCell) => cells.push(text.clone()),
            Event::Start(Tag::Link { dest_url, .. }) => assert!(dest_url.starts_with("http"), "{dest_url}"),
            Event::Start(Tag::List(_) | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::Strong) => {}
            Event::End(
                TagEnd::List(_) | TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::Link | TagEnd::Strong,
            ) => {}
            other => panic!("{other:?} after {text:?}"),
        }
    }
    let wanted = texts();
    let missing = |found: &[String]| -> Vec<String> {
        wanted.iter().filter(|text| !found.contains(text)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(missing(&paragraphs), Vec::<String>::new(), "paragraphs");
    assert_eq!(missing(&headings), Vec::<String>::new(), "headings");
    assert_eq!(items, wanted, "items");
    assert_eq!(cells.chunks(2).skip(1).map(|row| row[0].clone()).collect::<Vec<_>>(), wanted, "cells");
}

/// What TeX reads of escaped text, with its categories of characters; none where anything would be executed.
fn by_tex(text: &str) -> Option<String> {
    let (mut read, mut rest) = (String::new(), text);
    while let Some(ch) = rest.chars().next() {
        rest = &rest[ch.len_utf8()..];
        let named = [("\\textbackslash{}", '\\'), ("\\textasciitilde{}", '~'), ("\\textasciicircum{}", '^')];
        let whole = &text[text.len() - rest.len() - ch.len_utf8()..];
        if let Some((name, stands_for)) = named.iter().find(|(name, _)| whole.starts_with(name)) {
            read.push(*stands_for);
            rest = &whole[name.len()..];
        } else if ch == '\\' {
            let escaped = rest.chars().next().filter(|ch| "#$%&_{}".contains(*ch))?;
            read.push(escaped);
            rest = &rest[1..];
        } else if ch == '{' {
            // A group about one character that is none of TeX's.
            let (held, after) = rest.split_once('}')?;
            if !matches!(held, "*" | "[" | "]") {
                return None;
            }
            read.push_str(held);
            rest = after;
        } else if "}$&#^_~%".contains(ch) {
            return None;
        } else {
            read.push(ch);
        }
    }
    Some(read)
}

/// What Typst reads of escaped text; none where anything would be markup.
fn by_typst(text: &str) -> Option<String> {
    let (mut read, mut letters) = (String::new(), text.chars());
    while let Some(ch) = letters.next() {
        match ch {
            '\\' => read.push(letters.next().filter(char::is_ascii_punctuation)?),
            other if "#*_`$<>@[]~/=-+\"'".contains(other) => return None,
            other => read.push(other),
        }
    }
    (!text.contains("..")).then_some(read)
}

#[test]
fn typesetters_read_the_same_texts_and_no_command() {
    for text in texts() {
        assert_eq!(by_tex(&latex::escape(&text)), Some(text.clone()), "{}", latex::escape(&text));
        assert_eq!(by_typst(&typst::escape(&text)), Some(text.clone()), "{}", typst::escape(&text));
    }
}

/// RFC 4180, by its grammar.
fn by_rfc_4180(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(ch) = letters.next() {
        match ch {
            '"' if is_quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !is_quoted);
    rows
}

#[test]
fn a_table_as_csv_has_the_same_texts_and_the_safe_one_an_apostrophe_before_formulas() {
    for is_formula_safe in [false, true] {
        let written = csv::write_table(&table(), &csv::Options { is_formula_safe, ..csv::Options::default() });
        let found: Vec<String> = by_rfc_4180(&written).into_iter().skip(1).map(|row| row[0].clone()).collect();
        let safe =
            |text: &String| if is_formula_safe && csv::is_formula(text) { format!("'{text}") } else { text.clone() };
        assert_eq!(found, texts().iter().map(safe).collect::<Vec<_>>());
        let opens = |text: &String| text.starts_with(['=', '+', '-', '@']);
        assert!(!is_formula_safe || !found.iter().any(opens));
    }
}

#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_has_the_same_texts() {
    use calamine::{Data, Reader, Xlsx};
    use collabgraph::answer::language::Language;
    use collabgraph::render::xlsx;
    let answer = Answer { tables: vec![table()], ..Answer::default() };
    let groups = [xlsx::SheetGroup { name: "", answer: &answer }];
    let book = xlsx::write(&groups, &texts(), Language::English).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(book)).unwrap();
    let first = book.worksheet_range_at(0).unwrap().unwrap();
    let found: Vec<String> = first.rows().map(|row| row[0].to_string()).collect();
    assert!(first.rows().flatten().all(|cell| matches!(cell, Data::String(_) | Data::Empty)));
    let from = found.len() - texts().len();
    assert_eq!(found[from..], texts());
}

#[cfg(feature = "dot")]
#[test]
fn figures_have_the_same_texts_for_who_parses_them() {
    use crate::support::figures;
    use collabgraph::drawing::bipartite::{self, Bipartite};
    use collabgraph::drawing::frame;
    use collabgraph::render::{dot, svg};
    use graphviz_rust::dot_structures::{Graph, Stmt};
    // A figure holds some dozens of names: each character alone and in the middle.
    let names: Vec<String> = texts().chunks(5).flat_map(|of_one| of_one.iter().step_by(3).cloned()).collect();
    for some in names.chunks(20) {
        let works: Vec<(&str, [&str; 2])> = some.iter().map(|name| (name.as_str(), [name.as_str(), "Hub"])).collect();
        let works: Vec<(&str, &[&str])> = works.iter().map(|(name, of)| (*name, of.as_slice())).collect();
        let figure = bipartite::compose(&figures::plain(&works), &Bipartite::default(), &frame::Options::default());
        let figure = figure.unwrap();
        let labels: Vec<String> = figure.nodes().iter().map(|(node, _)| node.label.clone()).collect();
        assert!(some.iter().all(|name| labels.contains(name)), "{labels:?}");
        let drawn = svg::write(&figure);
        let tree = roxmltree::Document::parse(&drawn).unwrap();
        let texts: Vec<String> = tree
            .descendants()
            .filter(|node| node.tag_name().name() == "text")
            .map(|node| node.descendants().filter_map(|one| one.is_text().then(|| one.text()).flatten()).collect())
            .collect();
        for name in some {
            assert!(texts.contains(name), "{name}: {texts:?}");
        }
        let Ok(Graph::Graph { stmts, .. }) = graphviz_rust::parse(&dot::write(&figure)) else { panic!("no graph") };
        let nodes = stmts.iter().filter_map(|stmt| if let Stmt::Node(node) = stmt { Some(node) } else { None });
        let found: Vec<String> = nodes
            .filter_map(|node| node.attributes.iter().find(|one| matches!(by_dot(&one.0).as_str(), "label")))
            .map(|label| by_dot(&label.1))
            .collect();
        assert_eq!(found, labels);
    }
}

/// A quoted text of DOT, as Graphviz reads it: with its escapes, then its entities.
#[cfg(feature = "dot")]
fn by_dot(id: &graphviz_rust::dot_structures::Id) -> String {
    use graphviz_rust::dot_structures::Id;
    let (Id::Escaped(quoted) | Id::Plain(quoted)) = id else { panic!("{id:?} is no text") };
    let text = quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(quoted);
    let (mut read, mut letters) = (String::new(), text.chars());
    while let Some(ch) = letters.next() {
        match ch {
            '\\' => read.extend(letters.next()),
            '"' => panic!("{quoted} ends early"),
            other => read.push(other),
        }
    }
    read.replace("&amp;", "&")
}
