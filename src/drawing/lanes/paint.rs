//! Marks of the lanes.

use crate::answer::mark::{Mark, MarkGroup, MarkRole, Paint, PathSegment, TextAnchor};
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::drawing::actor::{self, Style};
use crate::drawing::lanes::content::LanesContent;
use crate::drawing::lanes::marks::WorkMark;
use crate::drawing::row_label::RowLabel;
use crate::drawing::{names, wording};
use crate::geometry::{ConvexPolygon, Point, Rect};
use crate::typography::{Weight, reserved_width};

/// Stroke width of a link, in points.
pub(super) const LINK_WIDTH: f64 = 1.9;
/// Stroke width of the dot of a work of one institution, in points.
const RING_WIDTH: f64 = 1.2;

pub(super) struct LanesPainter<'s> {
    pub(super) corpus: &'s Corpus,
    pub(super) content: &'s LanesContent,
    pub(super) style: Style<'s>,
    /// Y of the lanes.
    pub(super) lanes: &'s [f64],
    /// Width of the names, in points.
    pub(super) names: f64,
}

impl LanesPainter<'_> {
    /// Header of a lane: name and number of works.
    pub(super) fn lane(&self, lane: usize, label: &RowLabel, works: usize) -> MarkGroup {
        let (id, center_y) = (self.content.lanes[lane], self.lanes[lane]);
        let mut marks = label.marks(self.names, center_y, self.style);
        let text = wording::count(works);
        let at = self.names + 5.0;
        marks.push(actor::line(text, at, center_y, self.style.roles.name, self.style.theme.muted).into());
        let outline = ConvexPolygon::from(Rect::new(at, center_y - 2.5, at + 5.0, center_y + 2.5));
        actor::node(self.corpus, id, outline, marks, self.style)
    }

    /// A work, or the works of a year: a dot on each lane, linked.
    pub(super) fn work(&self, mark: &WorkMark) -> MarkGroup {
        let (corpus, theme) = (self.corpus, self.style.theme);
        let mut marks = Vec::new();
        if let (Some(&first), Some(&last)) = (mark.lanes.first(), mark.lanes.last())
            && first < last
        {
            let steps = vec![
                PathSegment::Move(Point::new(mark.x, self.lanes[first])),
                PathSegment::Line(Point::new(mark.x, self.lanes[last])),
            ];
            marks.push(Mark::Path(steps, Paint::line(theme.focus, LINK_WIDTH)));
        }
        for &lane in &mark.lanes {
            let at = Point::new(mark.x, self.lanes[lane]);
            let (dot, ink) = if mark.is_joint {
                (Mark::Circle(at, mark.radius, Paint::fill(theme.focus)), theme.page)
            } else {
                let paint = Paint::fill(theme.page).outlined(theme.edge, RING_WIDTH);
                (Mark::Circle(at, mark.radius - RING_WIDTH / 2.0, paint), theme.ink)
            };
            marks.push(dot);
            let text = wording::count(mark.works.len());
            let size = self.style.roles.number;
            if mark.works.len() > 1 && reserved_width(&text, size, Weight::Bold) <= 2.0 * mark.radius {
                marks.push(actor::line(text, at.x, at.y, size, ink).bold().anchored(TextAnchor::Middle).into());
            }
        }
        let team: Vec<InstitutionId> = self.team(mark);
        let key = |id: &InstitutionId| corpus.institution(*id).id.clone();
        let name = |id: &InstitutionId| names::plain(&corpus.institution(*id).names, self.style.language);
        let keys: Vec<String> = mark.works.iter().map(|&work| corpus.work_key(work)).collect();
        let date =
            mark.works.first().and_then(|&work| corpus.date(work)).map_or(String::new(), |date| date.to_string());
        let works = actor::works_or_weight(corpus, &mark.works, 0.0, self.style.language);
        MarkGroup {
            id: Some(format!("w-{}", keys.first().map_or("", String::as_str))),
            class: "node work".to_owned(),
            data: vec![
                ("id", keys.first().cloned().unwrap_or_default()),
                ("kind", "work".to_owned()),
                ("date", date),
                ("models", keys.join(" ")),
            ],
            title: Some(format!("{works}: {}", team.iter().map(name).collect::<Vec<_>>().join(", "))),
            role: MarkRole::Hyperedge(team.iter().map(key).collect()),
            marks,
        }
    }

    fn team(&self, mark: &WorkMark) -> Vec<InstitutionId> {
        let lanes = mark.lanes.iter().map(|&lane| self.content.lanes[lane]);
        lanes.chain(mark.others.iter().copied()).collect()
    }

    /// Tint of the years without joint works, from `left` to `right`.
    pub(super) fn shade(&self, left: f64, right: f64, top: f64, bottom: f64) -> Mark {
        Mark::Rect(Rect::new(left, top, right, bottom), 0.0, Paint::fill(self.style.theme.panel))
    }
}
