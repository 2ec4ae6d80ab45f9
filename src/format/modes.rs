//! Networks of two modes: institutions and works. What the file says of the mode of each vertex, or the user, decides which
//! vertices are works; a tie between the modes is an affiliation, which is there once or not at all.

use crate::corpus::hashing::{FastMap, FastSet};
use crate::format::document::Document;
use crate::format::explicit::{Direction, ExplicitNetwork, ExplicitTie, Mode, Vertex, VertexAttribute};
use crate::format::weights::{self, Reading};
use crate::ingest::columns::{ColumnMap, Role};
use crate::ingest::options::{Modes, Options};
use crate::message;
use crate::messages::Message;
use crate::names::authority::{Authority, Verdict};
use crate::normalize::text::trim;
use crate::source::error::Error;

/// Settles which vertices are works, by the file and by the user. O(vertices + ties).
///
/// # Errors
/// The user asks for two modes and a vertex would be in both, or a tie joins two vertices of one mode.
pub(crate) fn settle(source: &Document<'_>, network: &mut ExplicitNetwork, options: &Options) -> Result<(), Error> {
    let says_kinds = network.vertices.iter().any(|vertex| !vertex.attribute(VertexAttribute::Kind).is_empty());
    match options.modes {
        Modes::One => {
            for vertex in &mut network.vertices {
                vertex.attributes.retain(|(attribute, _)| *attribute != VertexAttribute::Kind);
            }
            return Ok(());
        }
        Modes::Detect | Modes::Two if says_kinds => return Ok(()),
        Modes::Detect if network.vertices.iter().any(|vertex| vertex.mode().is_none()) => return unsettled(network),
        Modes::Two if network.vertices.iter().any(|vertex| vertex.mode().is_none()) => by_direction(source, network)?,
        Modes::Detect | Modes::Two => {}
    }
    if network.vertices.is_empty() {
        return Ok(());
    }
    let crosses = |tie: &ExplicitTie, modes: &FastMap<&str, Mode>| {
        let ends = (modes.get(tie.source.as_str()), modes.get(tie.target.as_str()));
        !matches!(ends, (Some(one), Some(other)) if one == other)
    };
    let modes: FastMap<&str, Mode> =
        network.vertices.iter().filter_map(|vertex| Some((vertex.id.as_str(), vertex.mode()?))).collect();
    let inner = network.ties.iter().find(|tie| !crosses(tie, &modes));
    match inner {
        // A truth value of this title may mean anything; a tie within a mode says that it does not mean modes.
        Some(_) if network.are_modes_guessed && options.modes == Modes::Detect => return Ok(()),
        Some(tie) => {
            let (a, b) = (tie.source.clone(), tie.target.clone());
            return Err(source.error(tie.offset, message!("format-mode-second-number-vertices", a = a, b = b)));
        }
        None => {}
    }
    let is_one_sided = |mode: Mode| network.vertices.iter().all(|vertex| vertex.mode() == Some(mode));
    if is_one_sided(Mode::First) || is_one_sided(Mode::Second) {
        return Ok(());
    }
    let seconds: FastSet<String> =
        modes.iter().filter(|(_, mode)| **mode == Mode::Second).map(|(id, _)| (*id).to_owned()).collect();
    let institutions = of_institutions(source, network, options)?;
    for vertex in network.vertices.iter_mut().filter(|vertex| vertex.mode() != Some(institutions)) {
        vertex.attributes.push((VertexAttribute::Kind, "work".to_owned()));
    }
    let lost = affiliations(network, &seconds);
    report(source, network, institutions, lost);
    Ok(())
}

/// A file that gives some vertices a mode and others none has not said which are works.
fn unsettled(network: &mut ExplicitNetwork) -> Result<(), Error> {
    if network.vertices.iter().any(|vertex| vertex.mode().is_some()) && !network.are_modes_guessed {
        network.notices.push((0, message!("format-modes-of-some")));
    }
    Ok(())
}

/// The user says that there are two modes: the first end of every tie is in the first, the other in the second.
fn by_direction(source: &Document<'_>, network: &mut ExplicitNetwork) -> Result<(), Error> {
    let mut modes: FastMap<&str, Mode> = FastMap::default();
    for tie in &network.ties {
        for (end, mode) in [(&tie.source, Mode::First), (&tie.target, Mode::Second)] {
            if *modes.entry(end).or_insert(mode) != mode {
                return Err(source.error(tie.offset, message!("format-modes-vertex-in-both", id = end)));
            }
        }
    }
    let found: Vec<Mode> =
        network.vertices.iter().map(|vertex| modes.get(vertex.id.as_str()).copied().unwrap_or(Mode::First)).collect();
    for (vertex, mode) in network.vertices.iter_mut().zip(found) {
        vertex.attributes.push((VertexAttribute::Mode, mode.value()));
    }
    Ok(())
}

/// Which mode the institutions are: the one that the user names, the one whose names the authority knows better, else
/// the first.
fn of_institutions(source: &Document<'_>, network: &ExplicitNetwork, options: &Options) -> Result<Mode, Error> {
    let word = |columns: &ColumnMap, role| columns.get(role).map(str::to_owned);
    if let Some(columns) = &options.columns {
        let modes = (word(columns, Role::Institutions), word(columns, Role::Work));
        match (modes.0.as_deref(), modes.1.as_deref()) {
            (Some("1"), None | Some("2")) | (None, Some("2")) => return Ok(Mode::First),
            (Some("2"), None | Some("1")) | (None, Some("1")) => return Ok(Mode::Second),
            (None, None) => {}
            _ => return Err(source.error(0, message!("format-network-two-modes-whose"))),
        }
    }
    let known = |mode: Mode| {
        let is_known = |vertex: &&Vertex| is_known(vertex.name(), &options.authority);
        network.vertices.iter().filter(|vertex| vertex.mode() == Some(mode)).filter(is_known).count()
    };
    Ok(if known(Mode::Second) > known(Mode::First) { Mode::Second } else { Mode::First })
}

fn is_known(label: &str, authority: &Authority) -> bool {
    !matches!(authority.judge(trim(label), ""), Verdict::Unknown)
}

/// Ties that were not taken as they stand.
#[derive(Clone, Copy, Default)]
struct Lost {
    /// Affiliations with a weight other than 1.
    weighted: usize,
    /// Affiliations whose weight is not above zero.
    nothing: usize,
    /// Affiliations that stand twice.
    repeated: usize,
}

/// Makes each tie an affiliation.
fn affiliations(network: &mut ExplicitNetwork, seconds: &FastSet<String>) -> Lost {
    let mut lost = Lost::default();
    let mut seen: FastSet<(String, String)> = FastSet::default();
    let mut ties = Vec::with_capacity(network.ties.len());
    for mut edge in std::mem::take(&mut network.ties) {
        match edge.weight.as_deref().map(weights::read) {
            None | Some(Reading::Weight(1.0) | Reading::Unreadable | Reading::Blank) => {}
            Some(Reading::Weight(_)) => lost.weighted += 1,
            Some(Reading::Unusable(..)) => {
                lost.nothing += 1;
                continue;
            }
        }
        if seconds.contains(&edge.source) {
            std::mem::swap(&mut edge.source, &mut edge.target);
        }
        edge.direction = Direction::None;
        if seen.insert((edge.source.clone(), edge.target.clone())) { ties.push(edge) } else { lost.repeated += 1 }
    }
    network.ties = ties;
    // Numbers of ties changed, and an affiliation is there or not.
    network.spans.clear();
    lost
}

fn report(source: &Document<'_>, network: &mut ExplicitNetwork, institutions: Mode, lost: Lost) {
    let line = network.modes_at.map_or(0, |offset| source.index.locate(offset).line);
    let mut report = |line: u64, message: Message| network.notices.push((line, message));
    let (taken, other) = match institutions {
        Mode::First => ("first", "work=1,institutions=2"),
        Mode::Second => ("second", "work=2,institutions=1"),
    };
    report(line, message!("format-network-two-modes-read", taken = taken, other = other));
    if lost.weighted > 0 {
        report(0, message!("format-ties-works-institutions-weight", weighted = lost.weighted));
    }
    if lost.nothing > 0 {
        report(0, message!("format-ties-weights-cannot-counted", nothing = lost.nothing));
    }
    if lost.repeated > 0 {
        report(0, message!("format-ties-repeat-another-between", repeated = lost.repeated));
    }
}
