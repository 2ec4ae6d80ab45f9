//! Marks of the world map.

use crate::answer::mark::{Mark, MarkGroup, MarkRole, Paint, PathSegment, TextAnchor};
use crate::corpus::institution::Institution;
use crate::drawing::actor::{self, Style};
use crate::drawing::encoding::{Radius, Stroke, form, half_height, half_width, outline, shape};
use crate::drawing::geo::content::{GeoContent, GeoTie};
use crate::drawing::geo::inset::Inset;
use crate::drawing::geo::world::MapFrame;
use crate::drawing::labels;
use crate::drawing::names::{self, Length};
use crate::geometry::{Point, Rect};
use crate::layout::overlap;
use crate::messages::Localizer;
use crate::network::graph::Network;
use crate::typography::{Weight, reserved_width};

/// Radii of the marks.
pub(super) const RADIUS: Radius = Radius { root: 0.6, base: 1.3, max: 7.0 };
/// Stroke widths of the arcs.
pub(super) const STROKE: Stroke = Stroke { slope: 0.7, base: 0.0, min: 0.5, max: 5.0 };
/// Height of an arc as a share of its length, and the largest in points.
const ARC_SHARE: f64 = 0.18;
const MAX_ARC: f64 = 46.0;
/// Opacity of the arcs.
const ARC_OPACITY: f64 = 0.55;
/// Width of a mark's casing, in points.
const CASING: f64 = 0.6;
/// Rounds of overlap removal within a frame.
const ROUNDS: usize = 40;
/// Gap between marks, in points.
const GAP: f64 = 0.3;
/// Clearance of labels from each other, in points.
const CLEARANCE: f64 = 1.0;

pub(super) struct GeoPainter<'s> {
    pub(super) network: &'s Network<'s>,
    pub(super) content: &'s GeoContent,
    pub(super) style: Style<'s>,
    pub(super) stroke: Stroke,
    pub(super) are_countries: bool,
}

/// Points of some actors in a frame, parallel to their numbers.
pub(super) struct Placed {
    pub(super) actors: Vec<usize>,
    pub(super) points: Vec<Point>,
}

impl Placed {
    fn point(&self, actor: usize) -> Option<Point> {
        self.actors.iter().position(|&one| one == actor).map(|at| self.points[at])
    }
}

impl GeoPainter<'_> {
    fn institution(&self, actor: usize) -> &Institution {
        self.network.corpus().institution(self.content.actors[actor].id)
    }

    pub(super) fn radius(&self, actor: usize) -> f64 {
        RADIUS.of(self.network.corpus().works_of(self.content.actors[actor].id).len())
    }

    /// Points of actors: their places, marks that overlap moved apart.
    pub(super) fn placed(&self, frame: &MapFrame, actors: &[usize]) -> Placed {
        let mut points: Vec<Point> =
            actors.iter().map(|&actor| frame.point(self.content.actors[actor].place)).collect();
        let half = |&actor: &usize| {
            let (form, r) = (form(self.institution(actor).sector()), self.radius(actor) + CASING);
            (half_width(form, r), half_height(form, r))
        };
        let halves: Vec<(f64, f64)> = actors.iter().map(half).collect();
        // Marks at the border are pushed inwards between the passes.
        for _ in 0..ROUNDS {
            let removal = overlap::remove(&mut points, &halves, GAP, overlap::DEFAULT_PASSES / ROUNDS);
            for (point, half) in points.iter_mut().zip(&halves) {
                point.x = point.x.max(frame.area.left + half.0).min(frame.area.right - half.0);
                point.y = point.y.max(frame.area.top + half.1).min(frame.area.bottom - half.1);
            }
            if removal == overlap::OverlapRemoval::Complete {
                break;
            }
        }
        Placed { actors: actors.to_vec(), points }
    }

    /// Land of a frame, as one path.
    pub(super) fn land(&self, frame: &MapFrame) -> Mark {
        let theme = self.style.theme;
        let mut steps = Vec::new();
        for ring in frame.land() {
            let tenth = |value: f64| (value * 10.0).round() / 10.0;
            for (at, point) in ring.into_iter().enumerate() {
                let point = Point::new(tenth(point.x), tenth(point.y));
                steps.push(if at == 0 { PathSegment::Move(point) } else { PathSegment::Line(point) });
            }
            steps.push(PathSegment::Close);
        }
        MarkGroup::new("land", vec![Mark::Path(steps, Paint::fill(theme.panel).outlined(theme.faint, 0.4))]).into()
    }

    /// Frame of an inset, on the world or around itself.
    pub(super) fn border(&self, area: Rect) -> Mark {
        let paint = Paint { fill: None, ..Paint::fill(self.style.theme.page) };
        Mark::Rect(area, 0.0, paint.outlined(self.style.theme.edge, 0.5))
    }

    /// Arc of a tie, higher than its ends.
    fn arc(&self, tie: &GeoTie, (from, to): (Point, Point), top: f64) -> Mark {
        let length = from.distance(to).max(1e-6);
        let lift = (ARC_SHARE * length).min(MAX_ARC) * 4.0 / 3.0;
        let side = if to.x >= from.x { 1.0 } else { -1.0 };
        let normal = Point::new(side * (to.y - from.y) / length, -side * (to.x - from.x) / length);
        let control = |share: f64| {
            let base = from.lerp(to, share);
            Point::new(base.x + normal.x * lift, (base.y + normal.y * lift).max(top + 2.0))
        };
        let path = vec![PathSegment::Move(from), PathSegment::Cubic(control(0.3), control(0.7), to)];
        let paint = Paint::line(self.style.theme.edge, self.stroke.of(tie.value)).stroked_at(ARC_OPACITY);
        Mark::Path(path, paint)
    }

    /// Arcs of the ties between placed actors; as edges of the data, or as copies.
    pub(super) fn arcs(&self, placed: &Placed, frame: &MapFrame, is_copy: bool) -> Vec<Mark> {
        let mut marks = Vec::new();
        for tie in &self.content.ties {
            let (Some(from), Some(to)) = (placed.point(tie.ends.0), placed.point(tie.ends.1)) else { continue };
            let arc = self.arc(tie, (from, to), frame.area.top);
            let width = self.stroke.of(tie.value);
            marks.push(if is_copy {
                arc
            } else {
                actor::tie(self.network, tie.tie, self.style.theme.edge, width, vec![arc], self.style).into()
            });
        }
        marks
    }

    /// Marks of actors; as nodes of the data, or as copies.
    pub(super) fn marks(&self, placed: &Placed, is_copy: bool) -> Vec<Mark> {
        let theme = self.style.theme;
        let mark = |(&actor, &at): (&usize, &Point)| -> Mark {
            let (institution, r) = (self.institution(actor), self.radius(actor));
            let form = form(institution.sector());
            let color = if self.are_countries { theme.sectors[0] } else { theme.sector(institution.sector()) };
            let body =
                vec![shape(form, at, r + CASING, Paint::fill(theme.page)), shape(form, at, r, Paint::fill(color))];
            if is_copy {
                return MarkGroup::new("copy", body).into();
            }
            let id = self.content.actors[actor].id;
            actor::node(self.network.corpus(), id, outline(form, at, r), body, self.style).into()
        };
        placed.actors.iter().zip(&placed.points).map(mark).collect()
    }

    /// Names of placed actors, the strongest first, within `area`; those without room have none.
    pub(super) fn names(&self, placed: &Placed, wanted: &[usize], area: Rect) -> (Vec<Mark>, usize) {
        let (theme, size) = (self.style.theme, self.style.roles.evidence);
        let boxes: Vec<Rect> = placed
            .actors
            .iter()
            .zip(&placed.points)
            .map(|(&actor, &at)| outline(form(self.institution(actor).sector()), at, self.radius(actor)).bounds())
            .collect();
        let mut texts: Vec<Rect> = Vec::new();
        let (mut marks, mut unnamed) = (Vec::new(), 0);
        for &actor in wanted {
            let Some(at) = placed.actors.iter().position(|&one| one == actor) else { continue };
            let institution = self.institution(actor);
            let text = names::label(&institution.names, self.style.language, Length::Short).first;
            let (width, height) = (reserved_width(&text, size, Weight::Bold), size * 1.04);
            let half = (boxes[at].width() / 2.0, boxes[at].height() / 2.0);
            let is_free = |rect: Rect| {
                area.contains(rect)
                    && texts.iter().all(|one| !one.overlaps(rect.inflated(CLEARANCE)))
                    && boxes.iter().enumerate().all(|(other, one)| other == at || !one.overlaps(rect.inflated(0.4)))
            };
            let found = labels::candidates(placed.points[at], half, (width, height)).find(|one| is_free(one.rect));
            let Some(label) = found else {
                unnamed += 1;
                continue;
            };
            texts.push(label.rect);
            let center = label.rect.center();
            let line = actor::line(text, center.x, center.y, size, theme.ink).bold().anchored(TextAnchor::Middle);
            let group = MarkGroup::new("label", vec![Mark::Haloed(vec![line], theme.page)]);
            marks.push(MarkGroup { role: MarkRole::Label(vec![institution.id.clone()]), ..group }.into());
        }
        (marks, unnamed)
    }

    /// An inset with its name: land, arcs within, marks and names; and the number of actors without a name.
    pub(super) fn inset(&self, inset: &Inset) -> (Mark, usize) {
        let (theme, size) = (self.style.theme, self.style.roles.legend);
        let area = inset.frame.area;
        let name = Localizer::in_each(self.style.language, &inset.region.name());
        let title = actor::line(&name, area.left, area.top - 5.0, size, theme.muted);
        let placed = self.placed(&inset.frame, &inset.actors);
        let mut marks = vec![self.land(&inset.frame)];
        marks.extend(self.arcs(&placed, &inset.frame, true));
        marks.extend(self.marks(&placed, true));
        let (names, unnamed) = self.names(&placed, &inset.actors, area.inflated(-1.0));
        marks.extend(names);
        marks.push(self.border(area));
        marks.push(title.into());
        (MarkGroup::new("inset", marks).into(), unnamed)
    }
}
