//! DOT of a figure, for Graphviz and compatible programs.
//!
//! Built with the syntax tree and the printer of `graphviz-rust`. The printer writes ids unescaped, so all ids are made
//! by [`quote`]. Nodes carry positions (`pos="x,y!"`, points, y upwards): `neato -n2 -Tsvg` draws the figure's own
//! layout.

use crate::answer::figure::Figure;
use crate::answer::mark::{self, Color, MarkGroup, NodeShape};
use crate::render::visible::visible;
use graphviz_rust::dot_structures::{Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Vertex};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

/// Font families for Graphviz, Hangul first.
const FONTS: &str = "Noto Sans KR,Noto Sans CJK KR,Source Han Sans KR,Pretendard,Apple SD Gothic Neo,Malgun Gothic,\
NanumGothic,DejaVu Sans,Arial,sans-serif";

/// Font size in points.
const FONT_SIZE: f64 = 8.0;

/// Writes a figure's nodes and ties as an undirected DOT graph; a bundle becomes single ties. O(nodes + ties).
#[must_use]
pub fn write(figure: &Figure) -> String {
    print(&graph(figure))
}

/// Prints a graph, one statement a line, with a final line feed.
#[must_use]
pub(crate) fn print(graph: &Graph) -> String {
    // A context keeps its indentation between prints, so each print has its own.
    let mut text = graph.print(PrinterContext::default().with_semi());
    text.push('\n');
    text
}

/// A quoted DOT id: always double-quoted, with `"` and `\` escaped, line feeds as `\n`, and control characters dropped,
/// so that no text is read as HTML label, port or keyword.
#[must_use]
pub fn quote(text: &str) -> Id {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for ch in text.chars() {
        match ch {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            ch if ch.is_control() => {}
            ch => quoted.push(ch),
        }
    }
    quoted.push('"');
    Id::Escaped(quoted)
}

/// The attribute `name="value"`; control characters are shown. Graphviz decodes entities in values (`&lt;` is drawn as `<`), so an `&` that begins
/// one is written as `&amp;`; other `&` are unchanged.
#[must_use]
pub(crate) fn attribute(name: &str, value: &str) -> Attribute {
    Attribute(quote(name), quote(&plain(&visible(value))))
}

/// The text with every `&` that begins an entity escaped.
fn plain(text: &str) -> String {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.split_once(';').map_or("", |(name, _)| name.trim_start_matches('#'));
        let is_entity = !name.is_empty() && name.chars().all(|ch| ch.is_ascii_alphanumeric());
        plain.push_str(if is_entity { "&amp;" } else { "&" });
        plain.push_str(part);
    }
    plain
}

fn graph(figure: &Figure) -> Graph {
    let mut stmts = defaults(figure);
    stmts.extend(figure.nodes().into_iter().map(|(node, group)| Stmt::Node(self::node(node, group, figure))));
    for (edge, group) in figure.edges() {
        for (index, target) in edge.targets.iter().enumerate() {
            stmts.push(Stmt::Edge(self::edge(edge, target, index, group, figure)));
        }
    }
    Graph::Graph { id: quote(&visible(&figure.metadata().title)), strict: false, stmts }
}

fn defaults(figure: &Figure) -> Vec<Stmt> {
    let head = figure.metadata();
    let background = head.background.map_or_else(|| "transparent".to_owned(), color);
    let ink = if head.page.luminance() > 0.5 { "#1A1E23" } else { "#EEF1F4" };
    let size = number(FONT_SIZE);
    let title = match head.other_title.as_str() {
        "" => head.title.clone(),
        other => format!("{}\n{other}", head.title),
    };
    let graph = [
        ("charset", "UTF-8"),
        ("label", title.as_str()),
        ("labelloc", "t"),
        ("tooltip", head.description.as_str()),
        ("id", head.id_prefix.as_str()),
        ("overlap", "false"),
        ("splines", "true"),
        ("outputorder", "edgesfirst"),
        ("start", "1"),
        ("sep", "+4"),
        ("bgcolor", background.as_str()),
        ("fontname", FONTS),
        ("fontsize", size.as_str()),
        ("fontcolor", ink),
    ];
    let page = color(head.page);
    let node = [
        ("fontname", FONTS),
        ("fontsize", size.as_str()),
        ("fontcolor", ink),
        ("style", "filled"),
        ("fillcolor", page.as_str()),
        ("penwidth", "1.5"),
        ("margin", "0.06,0.03"),
        ("width", "0.2"),
        ("height", "0.2"),
    ];
    let attributes = |pairs: &[(&str, &str)]| pairs.iter().map(|(name, value)| attribute(name, value)).collect();
    vec![
        Stmt::GAttribute(GraphAttributes::Graph(attributes(&graph))),
        Stmt::GAttribute(GraphAttributes::Node(attributes(&node))),
    ]
}

fn node(node: &mark::NodeMark, group: &MarkGroup, figure: &Figure) -> Node {
    let center = node.outline.bounds().center();
    let up = figure.metadata().frame.bottom - center.y;
    let mut attributes = vec![
        attribute("label", &node.label),
        attribute("shape", shape(node.shape)),
        attribute("color", &color(node.color)),
        attribute("pos", &format!("{},{}!", number(center.x), number(up))),
    ];
    if matches!(node.shape, NodeShape::Pill | NodeShape::Square) {
        attributes.push(attribute("style", "filled,rounded"));
    }
    attributes.extend(common(group, figure, ""));
    Node { id: NodeId(quote(&node.key), None), attributes }
}

fn edge(edge: &mark::EdgeMark, target: &str, index: usize, group: &MarkGroup, figure: &Figure) -> Edge {
    let end = |key: &str| Vertex::N(NodeId(quote(key), None));
    let mut attributes = vec![
        attribute("weight", &number(edge.weight)),
        attribute("penwidth", &number(edge.width)),
        attribute("color", &color(edge.color)),
    ];
    let suffix = if edge.targets.len() > 1 { format!("-{}", index + 1) } else { String::new() };
    attributes.extend(common(group, figure, &suffix));
    Edge { ty: EdgeTy::Pair(end(&edge.source), end(target)), attributes }
}

/// Id, class and tooltip, so that Graphviz's SVG has the same as ours, with the works behind each tie.
fn common(group: &MarkGroup, figure: &Figure, suffix: &str) -> Vec<Attribute> {
    let mut attributes = Vec::new();
    if let Some(id) = &group.id {
        attributes.push(attribute("id", &format!("{}-{id}{suffix}", figure.metadata().id_prefix)));
    }
    if !group.class.is_empty() {
        attributes.push(attribute("class", &group.class));
    }
    if let Some(title) = &group.title {
        attributes.push(attribute("tooltip", title));
    }
    attributes
}

fn shape(form: NodeShape) -> &'static str {
    match form {
        NodeShape::Circle => "ellipse",
        NodeShape::Square | NodeShape::Pill => "box",
        NodeShape::Diamond => "octagon",
        NodeShape::Hexagon => "hexagon",
    }
}

fn color(color: Color) -> String {
    color.to_string()
}

fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_quoted_and_escaped() {
        let quoted = |text: &str| match quote(text) {
            Id::Escaped(text) => text,
            _ => String::new(),
        };
        assert_eq!(quoted(r#"x"]; evil [label="pwn"#), r#""x\"]; evil [label=\"pwn""#);
        assert_eq!(quoted("back\\"), r#""back\\""#);
        assert_eq!(quoted("two\r\nlines\u{0}"), r#""two\nlines""#);
        assert_eq!(quoted(""), "\"\"");
        assert_eq!(quoted("서울대학교"), "\"서울대학교\"");
    }

    #[test]
    fn entities_in_texts_are_escaped() {
        assert_eq!(plain("&lt; AT&T; R&D &#65; &"), "&amp;lt; AT&amp;T; R&D &amp;#65; &");
        assert_eq!(plain("R & D; x"), "R & D; x");
    }
}
