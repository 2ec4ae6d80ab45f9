//! Positions from an installed Graphviz.
//!
//! Graphviz gives places, never the picture: what is drawn keeps our own forms, names and SVG. The graph goes
//! in on standard input with numbers for names, `-Tplain` comes back, and a time limit ends what takes too long.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use graphviz_rust::dot_structures::{Edge, EdgeTy, Graph, GraphAttributes, Node, NodeId, Stmt, Vertex};
use thiserror::Error;

use crate::geometry::Point;
use crate::render::dot::{attribute, print, quote};
use crate::typography::{self, Weight};

/// How long a layout may take unless told otherwise.
pub const DEFAULT_LIMIT: Duration = Duration::from_secs(60);

/// How often the running program is looked at.
const POLL_INTERVAL: Duration = Duration::from_millis(5);

/// A layout program of Graphviz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Layers.
    Dot,
    /// Springs (stress).
    Neato,
    /// Springs (forces).
    Fdp,
    /// Forces for large graphs.
    Sfdp,
    /// Circles.
    Circo,
    /// Rings around a centre.
    Twopi,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Dot, Self::Neato, Self::Fdp, Self::Sfdp, Self::Circo, Self::Twopi];

    /// The name of the program, and of the option's value.
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
    /// Reads the word of a program.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.key() == word.trim().to_lowercase())
    }
}

/// Why there are no positions.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Error {
    /// The program is not installed.
    #[error(
        "Graphviz is not installed: there is no program \"{0}\". Install it (Debian: apt install graphviz, macOS: brew install graphviz), or leave out --engine: the built-in layout needs nothing"
    )]
    Missing(&'static str),
    /// It took too long.
    #[error(
        "Graphviz \"{0}\" did not finish within {1} s and was stopped. Draw a smaller part, give it more time (--engine-limit), or leave out --engine"
    )]
    TimedOut(&'static str, Seconds),
    /// It failed, with what it said.
    #[error("Graphviz \"{0}\" failed: {1}")]
    Failed(&'static str, String),
    /// What it answered is no layout.
    #[error(
        "Graphviz \"{0}\" answered something that is no layout of this graph (expected a line \"node NAME X Y …\" for each node, as of -Tplain). Look at what \"{0} -V\" says, or leave out --engine"
    )]
    NoLayout(&'static str),
}

/// A time for readers, in whole seconds where it is one or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seconds(pub Duration);

impl std::fmt::Display for Seconds {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let seconds = (self.0.as_secs_f64() * 100.0).round() / 100.0;
        write!(formatter, "{seconds}")
    }
}

impl Error {
    /// The same in Korean.
    #[must_use]
    pub fn korean(&self) -> String {
        match self {
            Self::Missing(engine) => format!(
                "Graphviz가 설치되어 있지 않다: \"{engine}\" 프로그램이 없다. 설치하거나(Debian: apt install graphviz, \
                 macOS: brew install graphviz) --engine을 빼세요. 내장 배치에는 아무것도 필요하지 않다"
            ),
            Self::TimedOut(engine, seconds) => format!(
                "Graphviz \"{engine}\"가 {seconds}초 안에 끝나지 않아 멈췄다. 더 작은 부분을 그리거나 시간을 더 \
                 주거나(--engine-limit) --engine을 빼세요"
            ),
            Self::Failed(engine, message) => format!("Graphviz \"{engine}\" 오류: {message}"),
            Self::NoLayout(engine) => format!(
                "Graphviz \"{engine}\"의 답이 이 그래프의 배치가 아니다(-Tplain처럼 노드마다 \"node 이름 X Y …\" 한 줄이어야 \
                 한다). \"{engine} -V\"를 확인하거나 --engine을 빼세요"
            ),
        }
    }
}

/// Places nodes with an installed Graphviz: one point for each label, in points, y downwards.
///
/// # Errors
///
/// When the program is missing, fails, answers something else, or passes the limit (it is killed then).
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

/// Size of the type that is taken for the labels, in points.
const FONT_SIZE: f64 = 8.0;
/// Space around a label, and the widest box, in points.
const PADDING: f64 = 8.0;
const MAX_WIDTH: f64 = 180.0;
const POINTS_PER_INCH: f64 = 72.0;

/// Width and height of the box of a label, in inches. Graphviz is given boxes, not texts: it would measure texts with
/// the fonts of the machine, and its `fdp` was seen to answer such graphs differently from run to run.
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
        // Of `dot`, weights are whole numbers.
        let weight = weight.round().clamp(1.0, 100.0);
        let ends = EdgeTy::Pair(Vertex::N(id(a)), Vertex::N(id(b)));
        stmts.push(Stmt::Edge(Edge { ty: ends, attributes: vec![attribute("weight", &weight.to_string())] }));
    }
    Graph::Graph { id: quote("g"), strict: false, stmts }
}

/// Runs a program with a text on its standard input and gives what it wrote.
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
    // Pipes fill up, so writing and reading each need a thread of their own.
    let stdin = child.stdin.take();
    let writing = std::thread::spawn(move || stdin.map(|mut pipe| pipe.write_all(input.as_bytes())));
    let out = spawn_reader(child.stdout.take());
    let err = spawn_reader(child.stderr.take());
    let status = wait(program, &mut child, limit)?;
    // A program that ends early closes its pipe; its own message tells more than ours would.
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
            // What was read until an error is still worth telling.
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
                return Err(Error::TimedOut(program, Seconds(limit)));
            }
            Err(error) => return Err(Error::Failed(program, error.to_string())),
        }
    }
}

/// Reads `node NAME X Y …` lines (inches, y upwards).
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
        assert!(error.to_string().contains("--engine") && error.korean().contains("설치"));
    }

    #[cfg(unix)]
    #[test]
    fn what_takes_too_long_is_stopped() {
        let start = Instant::now();
        let result = run("sleep", "30", String::new(), Duration::from_millis(100));
        assert!(matches!(result, Err(Error::TimedOut("sleep", _)) | Err(Error::Missing(_))), "{result:?}");
        assert!(start.elapsed() < Duration::from_secs(20));
    }
}
