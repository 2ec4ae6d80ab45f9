//! Marks of works on the lanes: one a work, or one for the works of a year that the same lanes share.

use crate::corpus::Corpus;
use crate::corpus::date::Date;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::lanes::content::LanesContent;
use crate::drawing::time_axis::{TimeAxis, spread};
use std::collections::BTreeMap;

/// Radius of the mark of one work, in points.
const RADIUS: f64 = 3.1;
/// Radius of a mark that stands for several works, in points.
const GROUP_RADIUS: f64 = 5.3;
/// Gap between two marks of a lane, in points.
const GAP: f64 = 0.8;
/// Largest distance of a mark from its date, in points, and in years where months are known, and where they are not.
const MAX_SHIFT: f64 = 16.0;
const MAX_SHIFT_YEARS: f64 = 0.45;
const MAX_SHIFT_GROUP_YEARS: f64 = 0.7;

/// Mark of one or several works.
#[derive(Clone, Debug)]
pub(super) struct WorkMark {
    pub(super) works: Vec<WorkId>,
    /// Lanes of its institutions, ascending.
    pub(super) lanes: Vec<usize>,
    /// Institutions without a lane.
    pub(super) others: Vec<InstitutionId>,
    pub(super) is_joint: bool,
    pub(super) x: f64,
    pub(super) radius: f64,
}

/// Marks of the works, by date: a mark a work where all fit near their dates, otherwise a mark for the works of a year.
/// Whether they fit.
pub(super) fn layout(corpus: &Corpus, content: &LanesContent, axis: &TimeAxis) -> (Vec<WorkMark>, bool) {
    let mut marks: Vec<WorkMark> = content.works.iter().map(|&work| single(corpus, content, work, axis)).collect();
    if place(corpus, &mut marks, axis) {
        return (marks, true);
    }
    let mut grouped = by_year(corpus, content, axis);
    let fits = place(corpus, &mut grouped, axis);
    (grouped, fits)
}

fn single(corpus: &Corpus, content: &LanesContent, work: WorkId, axis: &TimeAxis) -> WorkMark {
    let team = corpus.institutions_of(work);
    let mut others: Vec<InstitutionId> = team.iter().copied().filter(|id| !content.lanes.contains(id)).collect();
    others.sort_unstable();
    WorkMark {
        works: vec![work],
        lanes: (0..content.lanes.len()).filter(|&lane| team.contains(&content.lanes[lane])).collect(),
        others,
        is_joint: corpus.actor_count(work) > 1,
        x: axis.x(corpus.date(work)),
        radius: RADIUS,
    }
}

/// Marks of the works of one year, one set of lanes and one kind (joint or not).
fn by_year(corpus: &Corpus, content: &LanesContent, axis: &TimeAxis) -> Vec<WorkMark> {
    let mut groups: BTreeMap<(bool, Option<u16>, Vec<usize>, bool), WorkMark> = BTreeMap::new();
    for &work in &content.works {
        let mark = single(corpus, content, work, axis);
        let year = corpus.date(work).map(Date::year_number);
        let key = (year.is_none(), year, mark.lanes.clone(), mark.is_joint);
        match groups.get_mut(&key) {
            None => {
                groups.insert(key, mark);
            }
            Some(group) => {
                group.works.push(work);
                group.others.extend(mark.others);
                group.others.sort_unstable();
                group.others.dedup();
                group.x = axis.x(year.and_then(Date::year));
                group.radius = GROUP_RADIUS;
            }
        }
    }
    groups.into_values().collect()
}

/// Moves marks that share a lane apart, a link keeping clear of the lanes that it passes; whether each stays near its
/// date.
fn place(corpus: &Corpus, marks: &mut [WorkMark], axis: &TimeAxis) -> bool {
    let is_dated = |mark: &WorkMark| corpus.date(mark.works[0]).is_some();
    marks.sort_by(|a, b| is_dated(b).cmp(&is_dated(a)).then(a.x.total_cmp(&b.x)).then(a.works.cmp(&b.works)));
    let mut is_near = true;
    for part in marks.chunk_by_mut(|a, b| is_dated(a) == is_dated(b)) {
        let date = corpus.date(part[0].works[0]);
        let (low, high) = axis.span(date);
        let radius = part.iter().map(|mark| mark.radius).fold(RADIUS, f64::max);
        let wanted: Vec<f64> = part.iter().map(|mark| mark.x).collect();
        let spans: Vec<Vec<usize>> = part.iter().map(passed).collect();
        let mut pitch = 2.0 * radius + GAP;
        let mut placed = spread(&wanted, &spans, pitch, low + radius, high - radius);
        let mut is_inside = placed.iter().all(|&x| x <= high - radius + 0.01);
        while !is_inside && pitch > 0.5 {
            is_near = false;
            pitch *= 0.8;
            placed = spread(&wanted, &spans, pitch, low + radius, high - radius);
            is_inside = placed.iter().all(|&x| x <= high - radius + 0.01);
        }
        for (mark, x) in part.iter_mut().zip(placed) {
            let year = axis.year_width();
            let allowed = match (corpus.date(mark.works[0]), mark.works.len()) {
                (None, _) => f64::INFINITY,
                (_, 2..) => MAX_SHIFT_GROUP_YEARS * year,
                (Some(date), _) if date.month_number().is_none() => year / 2.0 - radius,
                _ => MAX_SHIFT.min(MAX_SHIFT_YEARS * year),
            };
            is_near &= (mark.x - x).abs() <= allowed;
            mark.x = x;
        }
    }
    is_near
}

/// Lanes that a mark or its link meets.
fn passed(mark: &WorkMark) -> Vec<usize> {
    match (mark.lanes.first(), mark.lanes.last()) {
        (Some(&first), Some(&last)) => (first..=last).collect(),
        _ => Vec::new(),
    }
}
