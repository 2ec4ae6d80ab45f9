//! A map of up to forty institutions, every tie with its works.

use std::collections::BTreeMap;

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::{NodeShape, TextAnchor};
use crate::answer::positions::{NodePositions, snap_to_grid};
use crate::corpus::table::Corpus;
use crate::drawing::encoding::{MAP_NARROW, MAP_WIDE, form, half_height, half_width, tie_width};
use crate::drawing::frame::{self, Options, Words};
use crate::drawing::labels::{self, Spot};
use crate::drawing::map::given;
use crate::drawing::map::kept;
use crate::drawing::map::plan::Plan;
use crate::drawing::map::scene::{Arrangement, Line, Note, Place, Scene};
use crate::drawing::map::{SMALL, arrange, chosen, evidence, paint, ring, rows, texts, unshown, words};
use crate::drawing::names::{self, Label, Length};
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::wording::fitted;
use crate::geometry::{Point, Rect};
use crate::layout::distance::Distances;
use crate::network::graph::Network;
use crate::typography::Weight;

/// Area of the page for each mark, in square points.
const AREA_WIDE: f64 = 4_100.0;
const AREA_NARROW: f64 = 3_500.0;
/// Gap between parts.
const GAP: f64 = 12.0;
/// Largest radius where many lines need the room between marks.
const RADIUS_OF_MANY: f64 = 17.0;
/// How far names that are led away from their marks may reach above and below their part.
const OVERHANG: f64 = 70.0;
/// How often marks that still lie on one another are parted anew.
const PARTINGS: usize = 3;
/// Gap between institutions without ties.
const BESIDE: f64 = 9.0;
/// Widest evidence, and widest name of an institution, in points.
const EVIDENCE_MOST: f64 = 105.0;
const NAME_MOST: f64 = 150.0;
/// What is tried, in order, until nothing overlaps: length of names, growth of the area.
const ATTEMPTS: [(Naming, f64); 6] = [
    (Naming::AsWide, 1.0),
    (Naming::AsWide, 1.2),
    (Naming::Short, 1.2),
    (Naming::Short, 1.5),
    (Naming::OneShort, 1.7),
    (Naming::OneShort, 2.4),
];

/// The same where evidence takes what room is left: of many lines a larger page has no fewer faults.
const ATTEMPTS_OF_MANY: [(Naming, f64); 3] = [(Naming::AsWide, 1.0), (Naming::Short, 1.2), (Naming::OneShort, 1.4)];

/// Which names are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Naming {
    /// Those of the figure's width.
    AsWide,
    /// The shortest.
    Short,
    /// The shortest of the first language.
    OneShort,
    /// The shortest, for the ring.
    Ring,
}

/// A mark of a map with what is written on it.
pub(crate) struct Written {
    /// Labels of the institutions, by position in the plan.
    pub(crate) labels: Vec<Label>,
    /// Radii of the institutions.
    pub(crate) radii: Vec<f64>,
    /// Lines in the pills.
    pub(crate) pills: Vec<Vec<String>>,
    /// Names that were cut to their room.
    pub(crate) cut: usize,
    /// Partners of each institution that nothing in the picture joins it with.
    pub(crate) unshown: Vec<usize>,
}

/// A part of the map: its marks in the plan, its scene, and where it came to lie.
pub(crate) struct Part {
    pub(crate) marks: Vec<usize>,
    pub(crate) scene: Scene,
    /// Lines of evidence of each note, with the tie or triangle of the plan.
    pub(crate) notes: Vec<(Subject, Vec<String>)>,
    pub(crate) found: Arrangement,
    /// Texts of evidence that found no free place.
    pub(crate) lost: usize,
    /// The middle that ties bend towards; none where they are straight.
    pub(crate) bend: Option<Point>,
}

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The tie of this number in the plan.
    Tie(usize),
    /// The triangle of this number in the plan.
    Triangle(usize),
}

/// How marks are brought to the page.
#[derive(Default)]
pub(crate) struct Wish<'w> {
    /// Places that are given; `None`: our own layout.
    pub(crate) places: Option<&'w BTreeMap<String, Point>>,
    /// What stands in the pills; `None`: the works of each team, a few of them by name.
    pub(crate) pills: Option<Vec<Vec<String>>>,
}

/// Draws the map of a plan; `left_out` tells what is not in it.
pub(crate) fn compose(
    network: &Network<'_>,
    plan: &Plan,
    mut left_out: Vec<(String, String)>,
    (places, kept): (Option<&BTreeMap<String, Point>>, Option<&NodePositions>),
    options: &Options,
) -> Result<Figure, Error> {
    let corpus = network.corpus();
    if let Some((written, parts)) = kept.and_then(|kept| kept_parts(corpus, plan, kept, options)) {
        let told = told(corpus, plan, (&written, &parts, 0), left_out, options);
        return finished(corpus, plan, (&written, parts, Stack::Kept), &told, options);
    }
    let stretched = kept.map(NodePositions::points);
    let wish = Wish { places: places.or(stretched.as_ref()), pills: None };
    let chosen::Chosen { plan, written, parts, dropped, untinted } = chosen::choose(corpus, plan, &wish, options);
    if dropped > 0 {
        left_out.push(ring::dropped(dropped));
    }
    let told = told(corpus, &plan, (&written, &parts, untinted), left_out, options);
    finished(corpus, &plan, (&written, parts, Stack::Below), &told, options)
}

/// What the figure says in words.
fn told(
    corpus: &Corpus,
    plan: &Plan,
    (written, parts, untinted): (&Written, &[Part], usize),
    mut left_out: Vec<(String, String)>,
    options: &Options,
) -> Words {
    left_out.extend(unshown::note(&written.unshown));
    left_out.extend(words::unnamed(parts.iter().map(unnamed).sum()));
    let mut told = words::small(corpus, plan, written, options);
    let (placed, lost) =
        parts.iter().fold((0, untinted), |sum, part| (sum.0 + part.found.notes.len(), sum.1 + part.lost));
    if parts.iter().any(|part| part.bend.is_some()) {
        told.notes.push(ring::note(lost, options.kind(corpus)));
    } else if lost > 0 {
        left_out.push(evidence::without_room(lost, options.kind(corpus)));
    }
    if placed == 0 && lost > 0 {
        told.subtitle = ring::without_evidence(&told.subtitle, options.kind(corpus));
    }
    Words { left_out, ..told }
}

/// Whether parts are moved to right below the title, in the middle of the page, or stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stack {
    Below,
    Kept,
}

/// The figure of parts that have their places.
fn finished(
    corpus: &Corpus,
    plan: &Plan,
    (written, mut parts, how): (&Written, Vec<Part>, Stack),
    told: &Words,
    options: &Options,
) -> Result<Figure, Error> {
    let (mut marks, top) = frame::head(told, options);
    let bottom = match (how, parts.iter().filter_map(extent).reduce(Rect::union)) {
        (Stack::Kept, Some(all)) => {
            let lower = (top + 4.9 - all.top).max(0.0);
            parts.iter_mut().for_each(|part| shift_part(part, 0.0, lower));
            all.bottom + lower
        }
        _ => stack(&mut parts, top + 5.0, options),
    };
    let parts: Vec<Part> = parts.into_iter().map(|part| on_grid(part, plan.marks())).collect();
    marks.extend(paint::marks(corpus, plan, written, &parts, options));
    let entries = words::legend(corpus, plan, options);
    let told = &Words { drawn: frame::institutions_in(&marks), ..told.clone() };
    let (foot, end) = frame::foot(corpus, told, &entries, bottom + 7.0, options);
    marks.extend(foot);
    frame::figure(told, marks, end, options)
}

/// Marks at places that are written without rounding, so that a picture can be drawn like this one.
fn on_grid(mut part: Part, marks: usize) -> Part {
    let grid = if marks > SMALL { 0.1 } else { 0.01 };
    part.found.points.iter_mut().for_each(|point| *point = snap_to_grid(*point, grid));
    part
}

/// Names that are tried in an earlier picture's places.
const KEPT_NAMES: [Naming; 3] = [Naming::AsWide, Naming::Short, Naming::OneShort];
/// Room above and below an earlier picture within which names may stand.
const MARGIN_OF_KEPT: f64 = 400.0;

/// All marks as one part, those of an earlier picture at their places; `None` when none of them is there, or they would
/// overlap.
fn kept_parts(corpus: &Corpus, plan: &Plan, kept: &NodePositions, options: &Options) -> Option<(Written, Vec<Part>)> {
    let mut known: Vec<Option<Point>> =
        (0..plan.marks()).map(|mark| kept.nodes.get(&plan.key(corpus, mark)).map(|spot| spot.at)).collect();
    let reach = known.iter().flatten().fold(0.0f64, |most, point| most.max(point.y));
    if known.iter().all(Option::is_none) {
        return None;
    }
    let mut best: Option<((usize, usize), Written, Part)> = None;
    for naming in KEPT_NAMES {
        let written = write(corpus, plan, options, naming);
        let mut part = part(corpus, plan, &written, options, Evidence::Placed, (0..plan.marks()).collect());
        kept::inside(&mut known, &part.scene.halves, options.inner_width());
        if kept::collide(&known, &part.scene.halves) {
            return None;
        }
        let (_, head) = frame::head(&words::small(corpus, plan, &written, options), options);
        let marks = known.iter().zip(&part.scene.halves);
        let highest = marks.filter_map(|(known, half)| Some((*known)?.y - half.1)).fold(f64::INFINITY, f64::min);
        let page = Rect::new(0.0, highest.min(head + 4.9), options.inner_width(), reach + MARGIN_OF_KEPT);
        part.found = kept::arrange(&part.scene, &known, page);
        settle_texts(corpus, plan, &mut part, page, Evidence::Placed);
        let faults = (part.scene.faults(&part.found, page), part.lost);
        if best.as_ref().is_none_or(|(least, _, _)| faults < *least) {
            best = Some((faults, written, part));
        }
        if faults == (0, 0) {
            break;
        }
    }
    best.map(|(_, written, part)| (written, vec![part]))
}

/// What is written, and where everything is.
pub(crate) fn arranged(corpus: &Corpus, plan: &Plan, wish: &Wish<'_>, options: &Options) -> (Written, Vec<Part>) {
    let (_, written, parts) = attempt(corpus, plan, wish, Evidence::Placed, options);
    (written, parts)
}

/// Whether marks make room for evidence, or evidence takes what room is left between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// Marks make room.
    Placed,
    /// What room is left.
    Filled,
}

/// The arrangement with the fewest faults, then the fewest texts without room, and their number.
pub(crate) fn attempt(
    corpus: &Corpus,
    plan: &Plan,
    wish: &Wish<'_>,
    evidence: Evidence,
    options: &Options,
) -> (usize, Written, Vec<Part>) {
    let written = |naming: Naming| {
        let mut own = write(corpus, plan, options, naming);
        if evidence == Evidence::Filled {
            scale(&mut own.radii, RADIUS_OF_MANY);
        }
        Written { pills: wish.pills.clone().unwrap_or(own.pills), ..own }
    };
    let attempts = if evidence == Evidence::Placed { &ATTEMPTS[..] } else { &ATTEMPTS_OF_MANY[..] };
    let mut best: Option<((usize, usize), Written, Vec<Part>)> = None;
    for &(naming, growth) in attempts {
        let written = written(naming);
        let (parts, mut faults) = place(corpus, plan, &written, wish, (evidence, growth), options);
        faults += parts.iter().map(unnamed).sum::<usize>();
        let lost = if evidence == Evidence::Placed { parts.iter().map(|part| part.lost).sum() } else { 0 };
        if best.as_ref().is_none_or(|(least, _, _)| (faults, lost) < *least) {
            best = Some(((faults, lost), written, parts));
        }
        if (faults, lost) == (0, 0) {
            break;
        }
    }
    let best = best.map(|((faults, _), written, parts)| (faults, written, parts));
    best.unwrap_or_else(|| (0, written(Naming::AsWide), Vec::new()))
}

/// All marks on a ring, as one part.
pub(crate) fn ringed(corpus: &Corpus, plan: &Plan, options: &Options) -> (Written, Vec<Part>) {
    let written = write(corpus, plan, options, Naming::Ring);
    let all = (0..plan.marks()).collect();
    let mut part = part(corpus, plan, &written, options, Evidence::Placed, all);
    part.found = ring::arranged(&part.scene, options.inner_width());
    part.lost = part.notes.len();
    part.notes.clear();
    part.scene.notes.clear();
    let ends = part.found.points.iter().map(|point| point.y);
    let (low, high) = ends.fold((f64::INFINITY, 0.0f64), |(low, high), y| (low.min(y), high.max(y)));
    part.bend = Some(Point::new(options.inner_width() / 2.0, (low.min(high) + high) / 2.0));
    (written, vec![part])
}

/// Institutions of a part without room for a name.
pub(crate) fn unnamed(part: &Part) -> usize {
    part.scene.labels.iter().zip(&part.found.labels).filter(|(size, name)| size.is_some() && name.is_none()).count()
}

/// The last look at the texts of a part: what finds no free place is left out.
fn settle_texts(corpus: &Corpus, plan: &Plan, part: &mut Part, page: Rect, evidence: Evidence) {
    let is_square = |&mark: &usize| {
        plan.institutions.get(mark).is_some_and(|&id| form(corpus.institution(id).sector()) == NodeShape::Square)
    };
    let square: Vec<bool> = part.marks.iter().map(is_square).collect();
    let stays = texts::settle(&part.scene, &mut part.found, &square, page, evidence == Evidence::Filled);
    part.lost = stays.iter().filter(|stays| !**stays).count();
    let mut kept = stays.iter();
    part.notes.retain(|_| kept.next().copied().unwrap_or(true));
    let mut kept = stays.iter();
    part.scene.notes.retain(|_| kept.next().copied().unwrap_or(true));
}

fn write(corpus: &Corpus, plan: &Plan, options: &Options, naming: Naming) -> Written {
    let roles = options.roles();
    let radius = if options.width() < NARROW_BELOW_MM { MAP_NARROW } else { MAP_WIDE };
    let length = if naming == Naming::AsWide { Length::at(options.width()) } else { Length::Short };
    let most = match naming {
        Naming::Ring => ring::name_most(options.inner_width()),
        _ => NAME_MOST.min(options.inner_width() * 0.45),
    };
    let mut cut = 0;
    let mut fit = |text: &str, size: f64, weight: Weight| {
        let fit = fitted(text, size, weight, most);
        cut += usize::from(fit != text);
        fit
    };
    let labels = plan
        .institutions
        .iter()
        .map(|&id| {
            let mut label = names::label(&corpus.institution(id).names, options.language, length);
            label.first = fit(&label.first, roles.name, Weight::Bold);
            label.second = label.second.filter(|_| naming != Naming::OneShort);
            label.second = label.second.map(|second| fit(&second, roles.second, Weight::Regular));
            label
        })
        .collect();
    let strength = strengths(plan);
    let mut radii: Vec<f64> = plan
        .institutions
        .iter()
        .zip(&strength)
        .map(|(&id, strength)| {
            let works = corpus.works_of(id).len();
            radius.of(if works > 0 { works } else { strength.sqrt() as usize })
        })
        .collect();
    if naming == Naming::Ring {
        scale(&mut radii, ring::radius_most(plan));
    }
    let pill = |team: &crate::drawing::map::plan::Team| {
        let (named, most) = match naming {
            Naming::Ring => (1, ring::name_most(options.inner_width())),
            _ => (evidence::NAMED_IN_PILL, options.inner_width() * 0.4),
        };
        evidence::lines(corpus, &team.works, &plan.hidden, named, roles.model, most, options.language)
    };
    let unshown = plan.unshown();
    Written { labels, radii, pills: plan.pills.iter().map(pill).collect(), cut, unshown }
}

/// Radii of which none is above `most`, in proportion.
fn scale(radii: &mut [f64], most: f64) {
    let widest = radii.iter().fold(1.0f64, |most, r| most.max(*r));
    let scale = (most / widest).min(1.0);
    radii.iter_mut().for_each(|r| *r *= scale);
}

/// Sum of the weights of each institution's ties.
fn strengths(plan: &Plan) -> Vec<f64> {
    let mut strengths = vec![0.0; plan.institutions.len()];
    for tie in &plan.ties {
        strengths[tie.ends.0] += tie.weight;
        strengths[tie.ends.1] += tie.weight;
    }
    strengths
}

/// Places all parts; returns them with the number of things that must not be.
fn place(
    corpus: &Corpus,
    plan: &Plan,
    written: &Written,
    wish: &Wish<'_>,
    (evidence, growth): (Evidence, f64),
    options: &Options,
) -> (Vec<Part>, usize) {
    let width = options.inner_width();
    let area = if options.width() < NARROW_BELOW_MM { AREA_NARROW } else { AREA_WIDE } * growth;
    let mut parts: Vec<Part> =
        plan.parts().into_iter().map(|marks| part(corpus, plan, written, options, evidence, marks)).collect();
    // The largest part stands first: those of one institution are the last.
    let linked = match wish.places {
        None => parts.iter().filter(|part| part.scene.halves.len() > 1).count(),
        Some(_) => parts.len(),
    };
    let wants: Vec<rows::Want> = parts[..linked].iter().map(|part| wants(&part.scene, area, width)).collect();
    let slots = rows::share(&wants, width, GAP);
    let mut faults = 0;
    let mut tops: Vec<f64> = Vec::new();
    for (part, slot) in parts.iter_mut().zip(&slots) {
        let page = Rect::new(slot.left, 0.0, slot.left + slot.width, slot.height);
        let notes = match evidence {
            Evidence::Placed => None,
            Evidence::Filled => Some(std::mem::take(&mut part.scene.notes)),
        };
        part.found = match wish.places {
            None if evidence == Evidence::Filled => {
                let found = arrange::arrange(&part.scene, page);
                (0..PARTINGS).fold(found, |found, _| given::parted(&part.scene, found, page))
            }
            None => arrange::arrange(&part.scene, page),
            Some(places) => {
                let place = |&mark: &usize| places.get(&plan.key(corpus, mark)).copied();
                given::arrange(&part.scene, page, &part.marks.iter().map(place).collect::<Vec<_>>())
            }
        };
        // Rows are as high as what stands in them.
        let above = if evidence == Evidence::Filled { OVERHANG } else { 0.0 };
        let page = Rect::new(page.left, page.top - above, page.right, page.bottom + above);
        if let Some(notes) = notes {
            part.scene.notes = notes;
        }
        settle_texts(corpus, plan, part, page, evidence);
        faults += match wish.places {
            None => part.scene.faults(&part.found, page),
            Some(_) => given::faults(&part.scene, &part.found, page),
        };
        tops.resize(slot.row + 1, 0.0);
    }
    let mut top = 0.0;
    for row in 0..tops.len() {
        let height = |(part, _): &(&mut Part, _)| extent(part).map_or(0.0, Rect::height);
        let members = || slots.iter().enumerate().filter(move |(_, slot)| slot.row == row).map(|(number, _)| number);
        let tallest = members().map(|number| height(&(&mut parts[number], ()))).fold(0.0, f64::max);
        for number in members() {
            if let Some(extent) = extent(&parts[number]) {
                let shift = top - extent.top + (tallest - extent.height()) / 2.0;
                shift_part(&mut parts[number], 0.0, shift);
            }
        }
        top += tallest + GAP;
    }
    range(&mut parts[linked..], width, top);
    (parts, faults)
}

/// Institutions without ties in columns of one width, their names below them.
fn range(parts: &mut [Part], width: f64, top: f64) {
    let sizes: Vec<(f64, f64, f64)> = parts
        .iter()
        .map(|part| {
            let (half, label) = (part.scene.halves[0], part.scene.labels[0].unwrap_or_default());
            (label.0.max(2.0 * half.0), half.1, label.1)
        })
        .collect();
    let most = |of: fn(&(f64, f64, f64)) -> f64| sizes.iter().map(of).fold(0.0, f64::max);
    let (cell, half, label) = (most(|size| size.0) + BESIDE, most(|size| size.1), most(|size| size.2));
    let row = 2.0 * half + labels::GAP + label + BESIDE;
    let columns = (((width + BESIDE) / cell) as usize).clamp(1, parts.len().max(1));
    let left = (width - cell * columns as f64) / 2.0;
    for (number, part) in parts.iter_mut().enumerate() {
        let at =
            Point::new(left + (0.5 + (number % columns) as f64) * cell, top + half + (number / columns) as f64 * row);
        let name = part.scene.labels[0].map(|(wide, high)| {
            let below = at.y + part.scene.halves[0].1 + labels::GAP;
            let rect = Rect::new(at.x - wide / 2.0, below, at.x + wide / 2.0, below + high);
            Spot { rect, anchor: TextAnchor::Middle, cost: 0.0, leader: None }
        });
        part.found = Arrangement { points: vec![at], labels: vec![name], ..Arrangement::default() };
    }
}

/// Area, least width and least height of a part.
fn wants(scene: &Scene, area: f64, page: f64) -> rows::Want {
    let label =
        scene.labels.iter().flatten().fold((0.0f64, 0.0f64), |most, size| (most.0.max(size.0), most.1.max(size.1)));
    let mark = scene.halves.iter().fold((0.0f64, 0.0f64), |most, half| (most.0.max(half.0), most.1.max(half.1)));
    let least = (label.0.max(2.0 * mark.0) + 4.0, 2.0 * mark.1 + label.1 + 4.0);
    if scene.halves.len() == 1 {
        return rows::Want { area: least.0 * least.1, aspect: least.0 / least.1, least };
    }
    let notes: f64 = scene.notes.iter().map(|note| note.size.0 * note.size.1).sum();
    let names: f64 = scene.labels.iter().flatten().map(|size| size.0 * size.1).sum();
    // Names and evidence of usual length are within the area of their marks.
    let text = (notes * 1.5 + names * 2.0 - 1_800.0 * scene.halves.len() as f64).max(0.0);
    let lines = names / scene.labels.iter().flatten().map(|size| size.0).sum::<f64>().max(1e-9);
    // Labels of one line, about 7 pt high, take less room than those of two.
    let height = 0.82 + 0.18 * ((lines - 7.0) / 7.0).clamp(0.0, 1.0);
    let area = area * height * scene.halves.len() as f64 + text;
    rows::Want { area, aspect: elongation(scene), least: ((least.0 + 30.0).min(page), least.1 + 24.0) }
}

/// How much longer than wide the part is by itself: ratio of the spreads along its main axes, 1 to 2.5.
fn elongation(scene: &Scene) -> f64 {
    let points = crate::layout::stress::descend_once(&scene.lengths, 24, 1);
    let count = points.len().max(1) as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.x / count, sum.1 + point.y / count));
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for point in &points {
        let (dx, dy) = (point.x - x, point.y - y);
        (xx, xy, yy) = (xx + dx * dx, xy + dx * dy, yy + dy * dy);
    }
    // Eigenvalues of the covariance matrix.
    let (mean, off) = ((xx + yy) / 2.0, ((xx - yy) * (xx - yy) / 4.0 + xy * xy).sqrt());
    ((mean + off) / (mean - off).max(1e-9)).sqrt().clamp(1.0, 2.5)
}

fn part(
    corpus: &Corpus,
    plan: &Plan,
    written: &Written,
    options: &Options,
    evidence: Evidence,
    marks: Vec<usize>,
) -> Part {
    let roles = &options.roles();
    let institutions = plan.institutions.len();
    let local = |mark: usize| marks.binary_search(&mark).unwrap_or(0);
    let here = |mark: &usize| marks.binary_search(mark).is_ok();
    let halves: Vec<(f64, f64)> = marks
        .iter()
        .map(|&mark| match mark.checked_sub(institutions) {
            Some(pill) => {
                let (wide, high) = evidence::pill_size(&written.pills[pill], roles);
                (wide / 2.0, high / 2.0)
            }
            None => {
                let form = form(corpus.institution(plan.institutions[mark]).sector());
                let r = written.radii[mark] + unshown::reach(written.unshown[mark], paint::RING_GAP);
                (half_width(form, r), half_height(form, r))
            }
        })
        .collect();
    let lines: Vec<Line> = plan
        .lines()
        .filter(|(a, _, _)| here(a))
        .map(|(a, b, weight)| Line { a: local(a), b: local(b), half: tie_width(weight) / 2.0 })
        .collect();
    let mut notes = Vec::new();
    let mut subjects = Vec::new();
    let mut note = |place: Place, subject: Subject, works: &[crate::corpus::work::WorkId]| {
        let texts = evidence::lines(
            corpus,
            works,
            &plan.hidden,
            evidence::NAMED,
            roles.evidence,
            EVIDENCE_MOST,
            options.language,
        );
        notes.push(Note { size: evidence::size(&texts, roles.evidence, Weight::Regular), place });
        subjects.push((subject, texts));
    };
    let ties = plan.ties.iter().enumerate().filter(|(_, tie)| here(&tie.ends.0));
    for (number, (tie_number, tie)) in ties.enumerate().filter(|(_, (_, tie))| !tie.own.is_empty()) {
        note(Place::Line(number), Subject::Tie(tie_number), &tie.own);
    }
    for (triangle, team) in plan.triangles.iter().enumerate().filter(|(_, team)| here(&team.members[0])) {
        let corners = [team.members[0], team.members[1], team.members[2]].map(local);
        note(Place::Triangle(corners), Subject::Triangle(triangle), &team.works);
    }
    let stars = plan.pills.iter().enumerate().filter(|(_, team)| here(&team.members[0])).map(|(pill, team)| {
        (local(institutions + pill), team.members.iter().map(|&member| local(member)).collect::<Vec<_>>())
    });
    let stars: Vec<_> = stars.collect();
    let room: &[Note] = if evidence == Evidence::Placed { &notes } else { &[] };
    let lengths = lengths(&halves, &lines, room, &stars);
    let mut order: Vec<usize> = (0..marks.len()).filter(|&mark| marks[mark] < institutions).collect();
    let degree = |mark: usize| lines.iter().filter(|line| line.a == mark || line.b == mark).count();
    order.sort_by_key(|&mark| {
        let works = corpus.works_of(plan.institutions[marks[mark]]).len();
        (std::cmp::Reverse(2 * works + degree(mark)), mark)
    });
    let labels = marks.iter().map(|&mark| written.labels.get(mark).map(|label| label.size(roles))).collect();
    let steps = Distances::steps(marks.len(), lines.iter().map(|line| (line.a, line.b)));
    let scene = Scene { halves, labels, order, lines, notes, stars, steps, lengths };
    Part { marks, scene, notes: subjects, found: Arrangement::default(), lost: 0, bend: None }
}

/// Target distances that leave room for evidence, and for all the names around a pill.
fn lengths(halves: &[(f64, f64)], lines: &[Line], notes: &[Note], stars: &[(usize, Vec<usize>)]) -> Distances {
    let mut ties: Vec<(usize, usize, f64)> = lines
        .iter()
        .map(|line| {
            let (a, b) = (halves[line.a], halves[line.b]);
            (line.a, line.b, 30.0 + 0.9 * (a.0.min(a.1 + 14.0) + b.0.min(b.1 + 14.0)))
        })
        .collect();
    for note in notes {
        match note.place {
            Place::Line(number) => {
                let (a, b, length) = &mut ties[number];
                *length = length.max(0.95 * note.size.0 + 0.9 * (halves[*a].0 + halves[*b].0) + 8.0);
            }
            Place::Triangle(corners) => {
                for (a, b, length) in &mut ties {
                    if corners.contains(a) && corners.contains(b) {
                        *length = length.max(1.35 * note.size.0 + 0.45 * (halves[*a].0 + halves[*b].0) + 8.0);
                    }
                }
            }
        }
    }
    for (pill, members) in stars {
        let around = members.len() as f64 * 46.0 / std::f64::consts::TAU;
        for (a, b, length) in &mut ties {
            if a == pill || b == pill {
                *length = length.max(around);
            }
        }
    }
    Distances::new(halves.len(), &ties)
}

/// Box of everything in a part.
pub(crate) fn extent(part: &Part) -> Option<Rect> {
    let marks = (0..part.found.points.len()).map(|mark| part.scene.mark(&part.found.points, mark));
    let texts = part.found.labels.iter().flatten().map(|spot| spot.rect);
    marks.chain(texts).chain(part.found.notes.iter().map(|note| note.rect)).reduce(Rect::union)
}

fn shift_part(part: &mut Part, dx: f64, dy: f64) {
    let moved = |rect: Rect| Rect::new(rect.left + dx, rect.top + dy, rect.right + dx, rect.bottom + dy);
    for point in part.found.points.iter_mut().chain(&mut part.bend) {
        *point = Point::new(point.x + dx, point.y + dy);
    }
    for spot in part.found.labels.iter_mut().flatten() {
        spot.rect = moved(spot.rect);
        spot.leader = spot.leader.map(|end| Point::new(end.x + dx, end.y + dy));
    }
    for note in &mut part.found.notes {
        note.rect = moved(note.rect);
    }
}

/// Moves the parts below `top` and, as a whole, to the middle of the page; returns where they end.
pub(crate) fn stack(parts: &mut [Part], top: f64, options: &Options) -> f64 {
    let Some(all) = parts.iter().filter_map(extent).reduce(Rect::union) else { return top };
    let dx = (options.inner_width() - all.left - all.right) / 2.0;
    for part in parts.iter_mut() {
        shift_part(part, dx, top - all.top);
    }
    top + all.height()
}
