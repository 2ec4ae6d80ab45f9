//! Content of a detailed map before it is drawn.

use crate::corpus::institution::InstitutionId;
use crate::corpus::table::Corpus;
use crate::drawing::encoding::{MAP_NARROW, MAP_WIDE};
use crate::drawing::frame::Options;
use crate::drawing::map::plan::MapPlan;
use crate::drawing::map::scene::{Arrangement, MapScene};
use crate::drawing::names::Label;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::geometry::Point;
use std::collections::BTreeMap;

/// Largest radius of a mark whose size stands for a measure, at full width and in one column, in points.
const MAX_VALUE_RADIUS: (f64, f64) = (14.0, 11.0);

/// Radius of each institution of a plan, from its number of works or the measure that was asked for; `strengths` stand for
/// works where there are none.
pub(crate) fn radii(corpus: &Corpus, plan: &MapPlan, strengths: &[f64], options: &Options) -> Vec<f64> {
    let is_narrow = options.width() < NARROW_BELOW_MM;
    let radius = if is_narrow { MAP_NARROW } else { MAP_WIDE };
    if let Some(size) = &plan.encoding.size {
        let max = if is_narrow { MAX_VALUE_RADIUS.1 } else { MAX_VALUE_RADIUS.0 };
        return plan.institutions.iter().map(|&id| size.radius(id, radius.base, max)).collect();
    }
    let largest = plan.institutions.iter().map(|&id| corpus.works_of(id).len()).max().unwrap_or(0);
    let radius = radius.for_largest(largest);
    let of = |(&id, strength): (&InstitutionId, &f64)| {
        let works = corpus.works_of(id).len();
        radius.of(if works > 0 { works } else { strength.sqrt() as usize })
    };
    plan.institutions.iter().zip(strengths).map(of).collect()
}

/// Sizes and texts of the marks of a map.
pub(crate) struct MarkContent {
    /// Labels of the institutions, by index in the plan.
    pub(crate) labels: Vec<Label>,
    /// Radii of the institutions in points, by index in the plan.
    pub(crate) radii: Vec<f64>,
    /// Lines of text of each pill.
    pub(crate) pills: Vec<Vec<String>>,
    /// Number of names truncated to their maximum width.
    pub(crate) truncated: usize,
    /// For each institution the number of its partners shown without a line between them.
    pub(crate) unshown: Vec<usize>,
    /// Text of each institution that is listed by name below the map; `None` where it is drawn in the map.
    pub(crate) listed: Vec<Option<String>>,
}

impl MarkContent {
    /// Whether a mark is listed by name below the map.
    pub(crate) fn is_listed(&self, mark: usize) -> bool {
        self.listed.get(mark).is_some_and(Option::is_some)
    }
}

/// A connected component of the map: its marks (indices in the plan), their geometry and their arrangement.
pub(crate) struct MapComponent {
    pub(crate) marks: Vec<usize>,
    pub(crate) scene: MapScene,
    /// Subject and lines of text of each evidence label.
    pub(crate) notes: Vec<(NoteSubject, Vec<String>)>,
    pub(crate) arrangement: Arrangement,
    /// Number of evidence labels without a free position.
    pub(crate) unplaced: usize,
    /// Center towards which lines are curved; `None`: straight lines.
    pub(crate) bend: Option<Point>,
}

/// Subject of an evidence label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoteSubject {
    /// The tie of this index in the plan.
    Tie(usize),
    /// The triangle of this index in the plan.
    Triangle(usize),
}

/// Constraints on a layout.
#[derive(Default)]
pub(crate) struct DetailedConstraints<'w> {
    /// Fixed positions of marks by their keys; `None`: computed positions.
    pub(crate) fixed_positions: Option<&'w BTreeMap<String, Point>>,
    /// Whether these keep their directions, one scale, and all components their places.
    pub(crate) is_upright: bool,
    /// Lines of text of the pills; `None`: the works of each team, some of them by name.
    pub(crate) pills: Option<Vec<Vec<String>>>,
}

/// How the layout treats evidence labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EvidenceMode {
    /// Space is reserved for them between the marks.
    Reserved,
    /// They are placed only where space is left.
    Opportunistic,
}
