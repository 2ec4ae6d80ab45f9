//! Numbers that cost time or memory have a largest value, so that a slip of the finger ends in a sentence.

use std::ops::RangeInclusive;

use crate::corpus::Corpus;
use crate::corpus::kind::ActorKind;
use crate::corpus::work::WorkId;
use crate::message;
use crate::network::counting::DEFAULT_MAX_TEAM;

use crate::analysis::error::AnalysisError;

/// Most paths beside the shortest.
pub const MAX_ALTERNATIVES: usize = 100;
/// Most starts of which the best clusters are taken.
pub const MAX_STARTS: usize = 10_000;
/// Highest resolution of clusters: long before it every institution is a cluster of its own.
pub const MAX_RESOLUTION: f64 = 1e6;
/// Most seconds that a layout of another program may take: a day.
pub const MAX_SECONDS: f64 = 86_400.0;
/// Most bytes of what parts names: it is looked for in every cell.
pub const MAX_SEPARATOR: usize = 64;
/// Most pairs that works above the usual cap may make.
const MAX_PAIRS: u64 = 10_000_000;

/// Refuses a number that is out of its range.
///
/// # Errors
/// It is.
pub fn check(flag: &str, given: usize, range: RangeInclusive<usize>) -> Result<(), AnalysisError> {
    if range.contains(&given) {
        return Ok(());
    }
    let (min, max) = (range.start(), range.end());
    Err(message!(
        "errors-out-of-range",
        flag = flag,
        given = given.to_string(),
        min = min.to_string(),
        max = max.to_string()
    )
    .into())
}

/// Refuses a cap on teams under which works make more pairs than can be held.
///
/// # Errors
/// They would.
pub fn check_pairs(corpus: &Corpus, max_team: Option<usize>) -> Result<(), AnalysisError> {
    let cap = max_team.unwrap_or(usize::MAX);
    if cap <= DEFAULT_MAX_TEAM && corpus.actors() != ActorKind::Author {
        return Ok(());
    }
    // The cap is on institutions; pairs are those of the actors.
    let is_counted = |&work: &WorkId| corpus.team_size(work) <= cap;
    let teams = corpus.work_ids().filter(is_counted).map(|work| corpus.institutions_of(work).len());
    let large = teams.filter(|&team| team > DEFAULT_MAX_TEAM);
    let pairs = large.map(|team| team as u64 * (team as u64 - 1) / 2).fold(0, u64::saturating_add);
    if pairs <= MAX_PAIRS {
        return Ok(());
    }
    let given = max_team.unwrap_or(0);
    Err(message!(
        "errors-too-many-pairs",
        given = given.to_string(),
        cap = DEFAULT_MAX_TEAM,
        pairs = pairs,
        max = MAX_PAIRS
    )
    .into())
}
