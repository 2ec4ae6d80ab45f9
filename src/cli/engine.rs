//! Layouts of an installed Graphviz (`draw --engine`), where the build has the feature `dot`.

use std::time::Duration;

use collabgraph::geometry::Point;
#[cfg(feature = "dot")]
use collabgraph::render::graphviz;
#[cfg(feature = "dot")]
pub(crate) use collabgraph::render::graphviz::Engine;

use crate::error::CliError;
use crate::usage::UsageError;

/// A layout program of Graphviz: this build has none.
#[cfg(not(feature = "dot"))]
#[derive(Clone, Copy, Debug)]
pub(crate) enum Engine {}

#[cfg(not(feature = "dot"))]
impl Engine {
    /// The name of the program.
    pub(crate) fn key(self) -> &'static str {
        match self {}
    }
}

/// Reads the name of a program.
#[cfg(feature = "dot")]
pub(crate) fn parse(text: &str) -> Result<Engine, UsageError> {
    Engine::parse(text).ok_or_else(|| UsageError::none_of(&Engine::ALL.map(Engine::key)))
}

/// Reads the name of a program: refused.
#[cfg(not(feature = "dot"))]
pub(crate) fn parse(_: &str) -> Result<Engine, UsageError> {
    Err(collabgraph::message!("usage-no-engine").into())
}

/// Positions of the nodes, one for each label, in points.
#[cfg(feature = "dot")]
pub(crate) fn place(
    engine: Engine,
    labels: &[String],
    ties: &[(usize, usize, f64)],
    limit: Duration,
) -> Result<Vec<Point>, CliError> {
    graphviz::layout(engine, labels, ties, limit).map_err(|error| error.message().into())
}

/// Positions of the nodes: there is no engine to ask.
#[cfg(not(feature = "dot"))]
pub(crate) fn place(
    engine: Engine,
    _labels: &[String],
    _ties: &[(usize, usize, f64)],
    _limit: Duration,
) -> Result<Vec<Point>, CliError> {
    match engine {}
}
