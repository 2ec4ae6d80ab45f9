//! Detailed map: up to [`MAX_DETAILED_NODES`](crate::drawing::map::MAX_DETAILED_NODES) institutions, every tie with its works.

use crate::answer::mark::{NodeShape, TextAnchor};
use crate::corpus::institution::InstitutionId;
use crate::corpus::table::Corpus;
use crate::drawing::encoding::{form, half_height, half_width};
use crate::drawing::frame::Options;
use crate::drawing::labels::{self, LabelCandidate};
use crate::drawing::map::detailed_content::{
    DetailedConstraints, EvidenceMode, MapComponent, MarkContent, NoteSubject, radii,
};
use crate::drawing::map::plan::MapPlan;
use crate::drawing::map::scene::{Arrangement, MapScene, Note, NoteAnchor, SceneLine};
use crate::drawing::map::tie_length::{self, ComponentShape};
use crate::drawing::map::{
    arrange, circular, evidence, fixed_positions, listed, paint, row_packing, text_collisions, unshown,
};
use crate::drawing::names::{self, Length};
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::wording::ellipsized;
use crate::geometry::{Point, Rect};
use crate::layout::distance::DistanceMatrix;
use crate::typography::Weight;

/// Page area per mark in square points, on wide and narrow pages.
const AREA_WIDE: f64 = 4_100.0;
const AREA_NARROW: f64 = 3_500.0;
/// Maximum height of the components that have ties on wide and narrow pages, in points.
const MAX_HEIGHT_WIDE: f64 = 480.0;
const MAX_HEIGHT_NARROW: f64 = 480.0;
/// Gap between components, in points.
const GAP: f64 = 12.0;
/// Maximum radius in dense layouts, in points: lines need the space between marks.
const MAX_DENSE_RADIUS: f64 = 17.0;
/// Maximum radius where there are more institutions than [`MANY_INSTITUTIONS`].
const MAX_CROWDED_RADIUS: f64 = 13.0;
const MANY_INSTITUTIONS: usize = 20;
/// Length of ties in dense layouts where the page has the space, in points.
const DENSE_LENGTH: f64 = 110.0;
/// Height that a dense layout may have, however few its marks, in points.
const MIN_DENSE_HEIGHT: f64 = 200.0;
/// Distance above and below a component within which names with a leader line may be placed, in points.
const OVERHANG: f64 = 70.0;
/// Rounds of overlap removal after annealing.
const SEPARATION_ROUNDS: usize = 3;
/// Gap between isolated institutions, in points.
const ISOLATE_GAP: f64 = 9.0;
/// Maximum widths of an evidence label and of the name of an institution, in points.
const MAX_EVIDENCE_WIDTH: f64 = 105.0;
const MAX_NAME_WIDTH: f64 = 150.0;
/// Attempts in order, until one has no violations: style of names, factor on the area.
const ATTEMPTS: [(NameStyle, f64); 6] = [
    (NameStyle::ByWidth, 1.0),
    (NameStyle::ByWidth, 1.2),
    (NameStyle::Short, 1.2),
    (NameStyle::Short, 1.5),
    (NameStyle::ShortMonolingual, 1.7),
    (NameStyle::ShortMonolingual, 2.4),
];

/// Attempts of dense layouts: with many lines a larger page has no fewer violations.
const ATTEMPTS_OF_DENSE: [(NameStyle, f64); 3] =
    [(NameStyle::ByWidth, 1.0), (NameStyle::Short, 1.2), (NameStyle::ShortMonolingual, 1.4)];

/// Length and languages of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameStyle {
    /// By the width of the figure.
    ByWidth,
    /// Shortest name, in each language of the figure.
    Short,
    /// Shortest name, first language only.
    ShortMonolingual,
    /// Shortest names and smaller marks, for the circular layout.
    Circular,
}

/// Content and arrangement of the best attempt with space for evidence.
pub(crate) fn arrange_components(
    corpus: &Corpus,
    plan: &MapPlan,
    constraints: &DetailedConstraints<'_>,
    options: &Options,
) -> (MarkContent, Vec<MapComponent>) {
    let (_, content, components) = best_attempt(corpus, plan, constraints, EvidenceMode::Reserved, options);
    (content, components)
}

/// The attempt of the fewest violations, then the fewest evidence labels without a position; with its violations.
pub(crate) fn best_attempt(
    corpus: &Corpus,
    plan: &MapPlan,
    constraints: &DetailedConstraints<'_>,
    evidence: EvidenceMode,
    options: &Options,
) -> (usize, MarkContent, Vec<MapComponent>) {
    let content = |style: NameStyle| {
        let mut own = mark_content(corpus, plan, options, style);
        if evidence == EvidenceMode::Opportunistic {
            let is_crowded = plan.institutions.len() > MANY_INSTITUTIONS;
            cap_radii(&mut own.radii, if is_crowded { MAX_CROWDED_RADIUS } else { MAX_DENSE_RADIUS });
        }
        MarkContent { pills: constraints.pills.clone().unwrap_or(own.pills), ..own }
    };
    let attempts = if evidence == EvidenceMode::Reserved { &ATTEMPTS[..] } else { &ATTEMPTS_OF_DENSE[..] };
    let mut best: Option<((usize, usize), MarkContent, Vec<MapComponent>)> = None;
    for &(style, growth) in attempts {
        let content = content(style);
        let (components, mut violations) =
            place_components(corpus, plan, &content, constraints, (evidence, growth), options);
        violations += components.iter().map(unlabeled_count).sum::<usize>();
        let unplaced = if evidence == EvidenceMode::Reserved {
            components.iter().map(|component| component.unplaced).sum()
        } else {
            0
        };
        if best.as_ref().is_none_or(|(lowest, _, _)| (violations, unplaced) < *lowest) {
            best = Some(((violations, unplaced), content, components));
        }
        if (violations, unplaced) == (0, 0) {
            break;
        }
    }
    let best = best.map(|((violations, _), content, components)| (violations, content, components));
    best.unwrap_or_else(|| (0, content(NameStyle::ByWidth), Vec::new()))
}

/// Circular layout of all marks, as one component.
pub(crate) fn circular_layout(corpus: &Corpus, plan: &MapPlan, options: &Options) -> (MarkContent, Vec<MapComponent>) {
    let content = mark_content(corpus, plan, options, NameStyle::Circular);
    let all = (0..plan.mark_count()).collect();
    let mut component = component(corpus, plan, &content, options, EvidenceMode::Reserved, all);
    component.arrangement = circular::arrange(&component.scene, options.inner_width());
    component.unplaced = component.notes.len();
    component.notes.clear();
    component.scene.notes.clear();
    let ends = component.arrangement.points.iter().map(|point| point.y);
    let (low, high) = ends.fold((f64::INFINITY, 0.0f64), |(low, high), y| (low.min(y), high.max(y)));
    component.bend = Some(Point::new(options.inner_width() / 2.0, (low.min(high) + high) / 2.0));
    (content, vec![component])
}

/// Number of institutions of a component whose name has no position.
pub(crate) fn unlabeled_count(component: &MapComponent) -> usize {
    component
        .scene
        .labels
        .iter()
        .zip(&component.arrangement.labels)
        .filter(|(size, name)| size.is_some() && name.is_none())
        .count()
}

/// Resolves overlaps of texts; evidence without a free position is dropped.
pub(crate) fn resolve_texts(
    corpus: &Corpus,
    plan: &MapPlan,
    component: &mut MapComponent,
    page: Rect,
    evidence: EvidenceMode,
) {
    let is_square = |&mark: &usize| {
        plan.institutions.get(mark).is_some_and(|&id| form(corpus.institution(id).sector()) == NodeShape::Square)
    };
    let square: Vec<bool> = component.marks.iter().map(is_square).collect();
    let stays = text_collisions::resolve(
        &component.scene,
        &mut component.arrangement,
        &square,
        page,
        evidence == EvidenceMode::Opportunistic,
    );
    component.unplaced = stays.iter().filter(|stays| !**stays).count();
    let mut stays_of = stays.iter();
    component.notes.retain(|_| stays_of.next().copied().unwrap_or(true));
    let mut stays_of = stays.iter();
    component.scene.notes.retain(|_| stays_of.next().copied().unwrap_or(true));
}

pub(crate) fn mark_content(corpus: &Corpus, plan: &MapPlan, options: &Options, style: NameStyle) -> MarkContent {
    let roles = options.roles();
    let length = if style == NameStyle::ByWidth { Length::at(options.width()) } else { Length::Short };
    let max = match style {
        NameStyle::Circular => circular::max_name_width(options.inner_width()),
        _ => MAX_NAME_WIDTH.min(options.inner_width() * 0.45),
    };
    let mut truncated = 0;
    let mut fit = |text: &str, size: f64, weight: Weight| {
        let fit = ellipsized(text, size, weight, max);
        truncated += usize::from(fit != text);
        fit
    };
    let labels = plan
        .institutions
        .iter()
        .map(|&id| {
            let mut label = names::label(&corpus.institution(id).names, options.language, length);
            label.first = fit(&label.first, roles.name, Weight::Bold);
            label.second = label.second.filter(|_| style != NameStyle::ShortMonolingual);
            label.second = label.second.map(|second| fit(&second, roles.second, Weight::Regular));
            label
        })
        .collect();
    let mut radii = radii(corpus, plan, &strengths(plan), options);
    if style == NameStyle::Circular {
        cap_radii(&mut radii, circular::max_radius(plan));
    }
    let pill = |team: &crate::drawing::map::plan::PlanTeam| {
        let (named, max) = match style {
            NameStyle::Circular => (1, circular::max_name_width(options.inner_width())),
            _ => (evidence::MAX_NAMED_IN_PILL, options.inner_width() * 0.4),
        };
        evidence::lines(
            corpus,
            &team.works,
            &plan.hidden_partners,
            named,
            roles.work,
            max,
            (options.language, options.kind(corpus)),
        )
    };
    let unshown = plan.unshown();
    let is_listed = plan.listed();
    radii.iter_mut().zip(&is_listed).filter(|(_, listed)| **listed).for_each(|(r, _)| *r = listed::RADIUS);
    let text = |(&id, listed): (&InstitutionId, bool)| {
        listed.then(|| listed::text(corpus, id, plan.encoding.size.is_none(), (options, max)))
    };
    let listed = plan.institutions.iter().zip(is_listed).map(text).collect();
    MarkContent { labels, radii, pills: plan.pills.iter().map(pill).collect(), truncated, unshown, listed }
}

/// Scales radii in proportion so that none exceeds `max`.
fn cap_radii(radii: &mut [f64], max: f64) {
    let widest = radii.iter().fold(1.0f64, |max, r| max.max(*r));
    let scale = (max / widest).min(1.0);
    radii.iter_mut().for_each(|r| *r *= scale);
}

/// Strength of each institution: the sum of the weights of its ties.
fn strengths(plan: &MapPlan) -> Vec<f64> {
    let mut strengths = vec![0.0; plan.institutions.len()];
    for tie in &plan.ties {
        strengths[tie.ends.0] += tie.weight;
        strengths[tie.ends.1] += tie.weight;
    }
    strengths
}

/// Arranges and packs all components; returns them with the number of violations.
fn place_components(
    corpus: &Corpus,
    plan: &MapPlan,
    content: &MarkContent,
    constraints: &DetailedConstraints<'_>,
    (evidence, growth): (EvidenceMode, f64),
    options: &Options,
) -> (Vec<MapComponent>, usize) {
    let width = options.inner_width();
    let area = if options.width() < NARROW_BELOW_MM { AREA_NARROW } else { AREA_WIDE } * growth;
    let groups = match constraints.is_upright {
        true => vec![(0..plan.mark_count()).collect()],
        false => plan.components(),
    };
    let mut components: Vec<MapComponent> =
        groups.into_iter().map(|marks| component(corpus, plan, content, options, evidence, marks)).collect();
    // Components are in descending size: isolated institutions are last.
    let linked_count = match constraints.fixed_positions {
        None => components.iter().filter(|component| component.scene.half_sizes.len() > 1).count(),
        Some(_) => components.len(),
    };
    let requests: Vec<row_packing::SpaceRequest> = match constraints.fixed_positions {
        None => {
            let linked = &mut components[..linked_count];
            let shapes: Vec<ComponentShape> =
                linked.iter().map(|component| ComponentShape::of(&component.scene)).collect();
            let scenes = linked.iter().map(|component| &component.scene);
            let area: f64 = scenes.clone().map(|scene| space_request(scene, area, width).area).sum();
            let min_length = if evidence == EvidenceMode::Opportunistic { DENSE_LENGTH } else { 0.0 };
            let is_narrow = options.width() < NARROW_BELOW_MM;
            let max_height = if is_narrow { MAX_HEIGHT_NARROW } else { MAX_HEIGHT_WIDE };
            // A few marks with many lines need room between them that their number does not tell.
            let least = if evidence == EvidenceMode::Opportunistic { MIN_DENSE_HEIGHT } else { 0.0 };
            let max_height = max_height.min(options.spread_height()).min((area / width).max(least));
            let length = tie_length::common(scenes, &shapes, (width, max_height), (min_length, GAP));
            linked.iter_mut().for_each(|component| component.scene.set_tie_length(length));
            shapes.iter().map(|shape| shape.request(length, width)).collect()
        }
        Some(_) => components.iter().map(|component| space_request(&component.scene, area, width)).collect(),
    };
    let slots = row_packing::pack_rows(&requests, width, GAP);
    let mut violations = 0;
    let mut tops: Vec<f64> = Vec::new();
    for (component, slot) in components.iter_mut().zip(&slots) {
        let page = Rect::new(slot.left, 0.0, slot.left + slot.width, slot.height);
        let notes = match evidence {
            EvidenceMode::Reserved => None,
            EvidenceMode::Opportunistic => Some(std::mem::take(&mut component.scene.notes)),
        };
        component.arrangement = match constraints.fixed_positions {
            None if evidence == EvidenceMode::Opportunistic => {
                let arrangement = arrange::arrange(&component.scene, page);
                (0..SEPARATION_ROUNDS).fold(arrangement, |arrangement, _| {
                    fixed_positions::without_overlaps(&component.scene, arrangement, page)
                })
            }
            None => arrange::arrange(&component.scene, page),
            Some(fixed_positions) => {
                let position = |&mark: &usize| fixed_positions.get(&plan.key(corpus, mark)).copied();
                fixed_positions::arrange(
                    &component.scene,
                    page,
                    &component.marks.iter().map(position).collect::<Vec<_>>(),
                    constraints.is_upright,
                )
            }
        };
        // Names may be placed above and below, as rows grow with their content.
        let above = if evidence == EvidenceMode::Opportunistic { OVERHANG } else { 0.0 };
        let page = Rect::new(page.left, page.top - above, page.right, page.bottom + above);
        if let Some(notes) = notes {
            component.scene.notes = notes;
        }
        resolve_texts(corpus, plan, component, page, evidence);
        violations += match constraints.fixed_positions {
            None => component.scene.violations(&component.arrangement, page),
            Some(_) => fixed_positions::violations(&component.scene, &component.arrangement, page),
        };
        tops.resize(slot.row + 1, 0.0);
    }
    let mut top = 0.0;
    for row in 0..tops.len() {
        let height = |(component, _): &(&mut MapComponent, _)| extent(component).map_or(0.0, Rect::height);
        let members = || slots.iter().enumerate().filter(move |(_, slot)| slot.row == row).map(|(number, _)| number);
        let tallest = members().map(|number| height(&(&mut components[number], ()))).fold(0.0, f64::max);
        for number in members() {
            if let Some(extent) = extent(&components[number]) {
                let shift = top - extent.top + (tallest - extent.height()) / 2.0;
                translate(&mut components[number], 0.0, shift);
            }
        }
        top += tallest + GAP;
    }
    let is_listed = |component: &MapComponent| content.is_listed(component.marks[0]);
    components[linked_count..].sort_by_key(|component| is_listed(component));
    let listed = linked_count + components[linked_count..].iter().filter(|component| !is_listed(component)).count();
    if listed > linked_count {
        top = arrange_isolates(&mut components[linked_count..listed], width, top);
    }
    listed::arrange(&mut components[listed..], width, top, options);
    (components, violations)
}

/// Grid of isolated institutions from `top` on, in columns of equal width, names below the marks; returns its lower side.
fn arrange_isolates(components: &mut [MapComponent], width: f64, top: f64) -> f64 {
    let sizes: Vec<(f64, f64, f64)> = components
        .iter()
        .map(|component| {
            let (half, label) = (component.scene.half_sizes[0], component.scene.labels[0].unwrap_or_default());
            (label.0.max(2.0 * half.0), half.1, label.1)
        })
        .collect();
    let max = |of: fn(&(f64, f64, f64)) -> f64| sizes.iter().map(of).fold(0.0, f64::max);
    let (cell, half, label) = (max(|size| size.0) + ISOLATE_GAP, max(|size| size.1), max(|size| size.2));
    let row = 2.0 * half + labels::GAP + label + ISOLATE_GAP;
    let columns = (((width + ISOLATE_GAP) / cell) as usize).clamp(1, components.len().max(1));
    let left = (width - cell * columns as f64) / 2.0;
    for (number, component) in components.iter_mut().enumerate() {
        let at =
            Point::new(left + (0.5 + (number % columns) as f64) * cell, top + half + (number / columns) as f64 * row);
        let name = component.scene.labels[0].map(|(wide, high)| {
            let below = at.y + component.scene.half_sizes[0].1 + labels::GAP;
            let rect = Rect::new(at.x - wide / 2.0, below, at.x + wide / 2.0, below + high);
            LabelCandidate { rect, anchor: TextAnchor::Middle, cost: 0.0, leader: None }
        });
        component.arrangement = Arrangement { points: vec![at], labels: vec![name], ..Arrangement::default() };
    }
    top + components.len().div_ceil(columns) as f64 * row
}

/// Space request of a component.
fn space_request(scene: &MapScene, area: f64, page: f64) -> row_packing::SpaceRequest {
    let label =
        scene.labels.iter().flatten().fold((0.0f64, 0.0f64), |max, size| (max.0.max(size.0), max.1.max(size.1)));
    let mark = scene.half_sizes.iter().fold((0.0f64, 0.0f64), |max, half| (max.0.max(half.0), max.1.max(half.1)));
    let min_size = (label.0.max(2.0 * mark.0) + 4.0, 2.0 * mark.1 + label.1 + 4.0);
    if scene.half_sizes.len() == 1 {
        return row_packing::SpaceRequest { area: min_size.0 * min_size.1, aspect: min_size.0 / min_size.1, min_size };
    }
    let notes: f64 = scene.notes.iter().map(|note| note.size.0 * note.size.1).sum();
    let names: f64 = scene.labels.iter().flatten().map(|size| size.0 * size.1).sum();
    // Text in excess of the usual 1,800 square points a mark, which the area per mark includes.
    let text = (notes * 1.5 + names * 2.0 - 1_800.0 * scene.half_sizes.len() as f64).max(0.0);
    let lines = names / scene.labels.iter().flatten().map(|size| size.0).sum::<f64>().max(1e-9);
    // Labels of one line, about 7 pt high, need less space than those of two.
    let height = 0.82 + 0.18 * ((lines - 7.0) / 7.0).clamp(0.0, 1.0);
    let area = area * height * scene.half_sizes.len() as f64 + text;
    row_packing::SpaceRequest {
        area,
        aspect: elongation(scene),
        min_size: ((min_size.0 + 30.0).min(page), min_size.1 + 24.0),
    }
}

/// Elongation: ratio of the standard deviations of a stress layout along its principal axes, 1 to 2.5.
fn elongation(scene: &MapScene) -> f64 {
    let points = crate::layout::stress::sgd(&scene.target_lengths, 24, 1);
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

pub(crate) fn component(
    corpus: &Corpus,
    plan: &MapPlan,
    content: &MarkContent,
    options: &Options,
    evidence: EvidenceMode,
    marks: Vec<usize>,
) -> MapComponent {
    let roles = &options.roles();
    let institutions = plan.institutions.len();
    let local = |mark: usize| marks.binary_search(&mark).unwrap_or(0);
    let is_member = |mark: &usize| marks.binary_search(mark).is_ok();
    let halves: Vec<(f64, f64)> = marks
        .iter()
        .map(|&mark| match mark.checked_sub(institutions) {
            Some(pill) => {
                let (wide, high) = evidence::pill_size(&content.pills[pill], roles);
                (wide / 2.0, high / 2.0)
            }
            None => {
                let form = form(corpus.institution(plan.institutions[mark]).sector());
                let r = content.radii[mark] + unshown::reach(content.unshown[mark], paint::RING_GAP);
                (half_width(form, r), half_height(form, r))
            }
        })
        .collect();
    let stroke = plan.stroke();
    let lines: Vec<SceneLine> = plan
        .lines()
        .filter(|(a, _, _)| is_member(a))
        .map(|(a, b, weight)| SceneLine { a: local(a), b: local(b), half: stroke.of(weight) / 2.0 })
        .collect();
    let mut notes = Vec::new();
    let mut subjects = Vec::new();
    let mut note = |anchor: NoteAnchor, subject: NoteSubject, works: &[crate::corpus::work::WorkId]| {
        let texts = evidence::lines(
            corpus,
            works,
            &plan.hidden_partners,
            evidence::MAX_NAMED,
            roles.evidence,
            MAX_EVIDENCE_WIDTH,
            (options.language, options.kind(corpus)),
        );
        notes.push(Note { size: evidence::size(&texts, roles.evidence, Weight::Regular), anchor });
        subjects.push((subject, texts));
    };
    let ties = plan.ties.iter().enumerate().filter(|(_, tie)| is_member(&tie.ends.0));
    for (number, (tie_number, tie)) in ties.enumerate().filter(|(_, (_, tie))| !tie.exclusive_works.is_empty()) {
        // A mere number is that of the line's width: works of triangles and pills included.
        let is_counted = tie.exclusive_works.len() > evidence::MAX_LISTED;
        let works = if is_counted { &tie.works } else { &tie.exclusive_works };
        note(NoteAnchor::Line(number), NoteSubject::Tie(tie_number), works);
    }
    for (triangle, team) in plan.triangles.iter().enumerate().filter(|(_, team)| is_member(&team.members[0])) {
        let corners = [team.members[0], team.members[1], team.members[2]].map(local);
        note(NoteAnchor::Triangle(corners), NoteSubject::Triangle(triangle), &team.works);
    }
    let stars = plan.pills.iter().enumerate().filter(|(_, team)| is_member(&team.members[0])).map(|(pill, team)| {
        (local(institutions + pill), team.members.iter().map(|&member| local(member)).collect::<Vec<_>>())
    });
    let stars: Vec<_> = stars.collect();
    let reserved: &[Note] = if evidence == EvidenceMode::Reserved { &notes } else { &[] };
    let ties = edge_lengths(&halves, &lines, reserved, &stars);
    let mut order: Vec<usize> = (0..marks.len()).filter(|&mark| marks[mark] < institutions).collect();
    let degree = |mark: usize| lines.iter().filter(|line| line.a == mark || line.b == mark).count();
    order.sort_by_key(|&mark| {
        let works = corpus.works_of(plan.institutions[marks[mark]]).len();
        (std::cmp::Reverse(2 * works + degree(mark)), mark)
    });
    let size = |&mark: &usize| match content.listed.get(mark)? {
        Some(text) => Some(listed::size(text, options)),
        None => content.labels.get(mark).map(|label| label.size(roles)),
    };
    let labels = marks.iter().map(size).collect();
    let steps = DistanceMatrix::hops(marks.len(), lines.iter().map(|line| (line.a, line.b)));
    let scene = MapScene {
        line_lengths: ties.iter().map(|tie| tie.2).collect(),
        target_lengths: DistanceMatrix::new(halves.len(), &ties),
        half_sizes: halves,
        labels,
        order,
        lines,
        notes,
        stars,
        hops: steps,
        tie_length: None,
    };
    MapComponent { marks, scene, notes: subjects, arrangement: Arrangement::default(), unplaced: 0, bend: None }
}

/// Ties with their lengths in points, with space for evidence and for the names around a pill.
fn edge_lengths(
    halves: &[(f64, f64)],
    lines: &[SceneLine],
    notes: &[Note],
    stars: &[(usize, Vec<usize>)],
) -> Vec<(usize, usize, f64)> {
    let mut ties: Vec<(usize, usize, f64)> = lines
        .iter()
        .map(|line| {
            let (a, b) = (halves[line.a], halves[line.b]);
            (line.a, line.b, 30.0 + 0.9 * (a.0.min(a.1 + 14.0) + b.0.min(b.1 + 14.0)))
        })
        .collect();
    for note in notes {
        match note.anchor {
            NoteAnchor::Line(number) => {
                let (a, b, length) = &mut ties[number];
                *length = length.max(0.95 * note.size.0 + 0.9 * (halves[*a].0 + halves[*b].0) + 8.0);
            }
            NoteAnchor::Triangle(corners) => {
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
    ties
}

/// Bounding box of the marks and texts of a component.
pub(crate) fn extent(component: &MapComponent) -> Option<Rect> {
    let marks =
        (0..component.arrangement.points.len()).map(|mark| component.scene.mark(&component.arrangement.points, mark));
    let texts = component.arrangement.labels.iter().flatten().map(|spot| spot.rect);
    marks.chain(texts).chain(component.arrangement.notes.iter().map(|note| note.rect)).reduce(Rect::union)
}

pub(crate) fn translate(component: &mut MapComponent, dx: f64, dy: f64) {
    let translated = |rect: Rect| Rect::new(rect.left + dx, rect.top + dy, rect.right + dx, rect.bottom + dy);
    for point in component.arrangement.points.iter_mut().chain(&mut component.bend) {
        *point = Point::new(point.x + dx, point.y + dy);
    }
    for spot in component.arrangement.labels.iter_mut().flatten() {
        spot.rect = translated(spot.rect);
        spot.leader = spot.leader.map(|end| Point::new(end.x + dx, end.y + dy));
    }
    for note in &mut component.arrangement.notes {
        note.rect = translated(note.rect);
    }
}

/// Moves the components together below `top`, centred horizontally; returns their lower side.
pub(crate) fn stack_below(components: &mut [MapComponent], top: f64, options: &Options) -> f64 {
    let Some(all) = components.iter().filter_map(extent).reduce(Rect::union) else { return top };
    let dx = (options.inner_width() - all.left - all.right) / 2.0;
    for component in components.iter_mut() {
        translate(component, dx, top - all.top);
    }
    top + all.height()
}
