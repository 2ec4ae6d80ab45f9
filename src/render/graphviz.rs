//! Node positions from an installed Graphviz.
//!
//! Only positions are taken from Graphviz; marks, names and SVG are our own. The graph is sent on standard input with
//! numbers as names, the answer is read in `-Tplain` form, and a timeout stops layouts that take too long.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use graphviz_rust::dot_structures::{Edge, EdgeTy, Graph, GraphAttributes, Node, NodeId, Stmt, Vertex};

use crate::geometry::Point;
use crate::message;
use crate::messages::language::Language;
use crate::messages::{Argument, Localizer, Message};
use crate::render::dot::{attribute, print, quote};
use crate::typography::{self, Weight};

/// Default timeout of a layout.
pub const DEFAULT_LIMIT: Duration = Duration::from_secs(60);

/// Interval at which the process is polled.
const POLL_INTERVAL: Duration = Duration::from_millis(5);

/// A layout program of Graphviz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Layered layout.
    Dot,
    /// Stress majorisation.
    Neato,
    /// Force-directed layout.
    Fdp,
    /// Multilevel force-directed layout for large graphs.
    Sfdp,
    /// Circular layout.
    Circo,
    /// Radial layout.
    Twopi,
}

impl Engine {
    /// All engines.
    pub const ALL: [Self; 6] = [Self::Dot, Self::Neato, Self::Fdp, Self::Sfdp, Self::Circo, Self::Twopi];

    /// Name of the program, and key of the option.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Dot => "dot",
            Self::Neato => "neato",
            Self::Fdp => "fdp",
            Self::Sfdp => "sfdp",
            Self::Circo => "circo",
            Self::Twopi => "twopi",
        }
    }
}

impl Engine {
    /// The engine with this key, ignoring case.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.key() == word.trim().to_lowercase())
    }
}

/// Why a layout failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The program is not installed.
    Missing(&'static str),
    /// The timeout expired.
    TimedOut(&'static str, Duration),
    /// The program failed, with its message.
    Failed(&'static str, String),
    /// The output is not a layout of this graph.
    NoLayout(&'static str),
}

impl Error {
    /// What is wrong, and the fix.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Missing(program) => message!("render-graphviz-missing", program = *program),
            Self::TimedOut(program, limit) => {
                let seconds = Argument::number(limit.as_secs_f64(), 2);
                message!("render-graphviz-timeout", program = *program, seconds = seconds)
            }
            Self::Failed(program, reason) => {
                message!("render-graphviz-failed", program = *program, reason = reason.trim_end_matches('.'))
            }
            Self::NoLayout(program) => message!("render-graphviz-no-layout", program = *program),
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&Localizer::new(Language::English).render(&self.message()))
    }
}

impl std::error::Error for Error {}

/// Lays out a graph with an installed Graphviz: one point a label, in points, y downwards.
///
/// # Errors
///
/// When the program is missing, fails, prints something else, or exceeds the timeout (it is killed then).
pub fn layout(
    engine: Engine,
    labels: &[String],
    ties: &[(usize, usize, f64)],
    limit: Duration,
) -> Result<Vec<Point>, Error> {
    if labels.is_empty() {
        return Ok(Vec::new());
    }
    let plain = run(engine.key(), "-Tplain", print(&request(labels, ties)), limit)?;
    parse_plain(&plain, labels.len()).ok_or(Error::NoLayout(engine.key()))
}

/// Font size assumed for the labels, in points.
const FONT_SIZE: f64 = 8.0;
/// Padding around a label, and maximum width of its box, in points.
const PADDING: f64 = 8.0;
const MAX_WIDTH: f64 = 180.0;
const POINTS_PER_INCH: f64 = 72.0;

/// Width and height of a label's box, in inches. Graphviz gets boxes instead of texts: it would measure texts with the
/// fonts of the machine, and its `fdp` was seen to give different layouts of such graphs from run to run.
fn size(label: &str) -> (f64, f64) {
    let width = label.lines().map(|line| typography::width(line, FONT_SIZE, Weight::Bold)).fold(0.0, f64::max);
    let height = label.lines().count().max(1) as f64 * 1.2 * FONT_SIZE;
    ((width + PADDING).min(MAX_WIDTH) / POINTS_PER_INCH, (height + PADDING) / POINTS_PER_INCH)
}

fn request(labels: &[String], ties: &[(usize, usize, f64)]) -> Graph {
    let id = |node: usize| NodeId(quote(&node.to_string()), None);
    let mut stmts = vec![
        Stmt::GAttribute(GraphAttributes::Graph(vec![
            attribute("charset", "UTF-8"),
            attribute("overlap", "false"),
            attribute("start", "1"),
            attribute("sep", "+4"),
        ])),
        Stmt::GAttribute(GraphAttributes::Node(vec![
            attribute("shape", "box"),
            attribute("fixedsize", "true"),
            attribute("label", ""),
        ])),
    ];
    for (node, label) in labels.iter().enumerate() {
        let (width, height) = size(label);
        let attributes = vec![attribute("width", &format!("{width:.3}")), attribute("height", &format!("{height:.3}"))];
        stmts.push(Stmt::Node(Node { id: id(node), attributes }));
    }
    for &(a, b, weight) in ties.iter().filter(|tie| tie.0 < labels.len() && tie.1 < labels.len()) {
        // `dot` takes integer weights only.
        let weight = weight.round().clamp(1.0, 100.0);
        let ends = EdgeTy::Pair(Vertex::N(id(a)), Vertex::N(id(b)));
        stmts.push(Stmt::Edge(Edge { ty: ends, attributes: vec![attribute("weight", &weight.to_string())] }));
    }
    Graph::Graph { id: quote("g"), strict: false, stmts }
}

/// Runs a program with a text on its standard input and returns its standard output.
fn run(program: &'static str, argument: &str, input: String, limit: Duration) -> Result<String, Error> {
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => Error::Missing(program),
        _ => Error::Failed(program, error.to_string()),
    };
    let mut child = Command::new(program)
        .arg(argument)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    // Pipes have limited buffers, so writing and both reads need their own threads.
    let stdin = child.stdin.take();
    let writing = std::thread::spawn(move || stdin.map(|mut pipe| pipe.write_all(input.as_bytes())));
    let out = spawn_reader(child.stdout.take());
    let err = spawn_reader(child.stderr.take());
    let status = wait(program, &mut child, limit)?;
    // A program that exits early closes its pipe; its own message is more informative than a broken pipe.
    let _ = writing.join();
    let (out, err) = (out.join().unwrap_or_default(), err.join().unwrap_or_default());
    if status.success() {
        return Ok(String::from_utf8_lossy(&out).into_owned());
    }
    let message = String::from_utf8_lossy(&err);
    let first: String = message.lines().next().unwrap_or("no message").chars().take(300).collect();
    Err(Error::Failed(program, first))
}

fn spawn_reader(pipe: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // What was read before an error is still useful.
            let _ = pipe.read_to_end(&mut bytes);
        }
        bytes
    })
}

fn wait(program: &'static str, child: &mut Child, limit: Duration) -> Result<std::process::ExitStatus, Error> {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
            Ok(None) if start.elapsed() < limit => std::thread::sleep(POLL_INTERVAL),
            Ok(None) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(Error::TimedOut(program, limit));
            }
            Err(error) => return Err(Error::Failed(program, error.to_string())),
        }
    }
}

/// Parses `node NAME X Y …` lines (inches, y upwards).
fn parse_plain(plain: &str, count: usize) -> Option<Vec<Point>> {
    let mut points: Vec<Option<Point>> = vec![None; count];
    for line in plain.lines() {
        let mut words = line.split(' ');
        if words.next() != Some("node") {
            continue;
        }
        let node: usize = words.next()?.trim_matches('"').parse().ok()?;
        let (x, y): (f64, f64) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        *points.get_mut(node)? = Some(Point::new(x * 72.0, -y * 72.0)).filter(|point| point.is_finite());
    }
    points.into_iter().collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn plain_answers_are_read() {
        let plain = "graph 1 2 2\nnode 0 0.5 1.5 0.75 0.5 \"a b\" solid box black lightgrey\nnode 1 1 0 1 1 b solid box black lightgrey\nedge 0 1 2 0 0 1 1 solid black\nstop\n";
        assert_eq!(parse_plain(plain, 2), Some(vec![Point::new(36.0, -108.0), Point::new(72.0, 0.0)]));
        assert_eq!(parse_plain(plain, 3), None, "a node without a place");
        assert_eq!(parse_plain("node 7 0 0", 2), None);
    }

    #[test]
    fn a_missing_program_is_reported_in_both_languages() {
        let error = run("collab-no-such-program", "", String::new(), DEFAULT_LIMIT).unwrap_err();
        assert_eq!(error, Error::Missing("collab-no-such-program"));
        let texts = Localizer::in_both(&error.message());
        assert!(texts.0.contains("--engine") && texts.1.contains("--engine"), "{texts:?}");
    }

    #[cfg(unix)]
    #[test]
    fn a_program_is_stopped_at_its_timeout() {
        let start = Instant::now();
        let result = run("sleep", "30", String::new(), Duration::from_millis(100));
        assert!(matches!(result, Err(Error::TimedOut("sleep", _)) | Err(Error::Missing(_))), "{result:?}");
        assert!(start.elapsed() < Duration::from_secs(20));
    }
}
