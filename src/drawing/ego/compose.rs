//! Composes the ego view.

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::{Anchor, Edge, Form, Group, Mark, Node, Paint, Role, Step, Text};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::ego::labels::{LINE, PAD, Placed, Size, Stage};
use crate::drawing::ego::rings::{self, Rings};
use crate::drawing::ego::scope::{Limits, Scope};
use crate::drawing::encoding::{self, Radius};
use crate::drawing::frame::{self, Options, Words};
use crate::drawing::legend::{self, Entry, Symbol};
use crate::drawing::member::{self, Fill, Look};
use crate::drawing::names::{self, Length};
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::wording;
use crate::geometry::{Outline, Point, Rect};
use crate::network::graph::Network;
use crate::typography::{MIDDLE, Weight, reserved_width};

/// Most partners and partners of partners at full width, and in one column.
const LIMITS: (Limits, Limits) = (Limits { first: 12, second: 24 }, Limits { first: 8, second: 12 });
/// Radii: the institution, its partners, their partners.
const RADII: [Radius; 3] = [
    Radius { root: 4.1, base: 2.2, most: 15.0 },
    Radius { root: 4.1, base: 2.2, most: 11.0 },
    Radius { root: 3.4, base: 2.2, most: 8.5 },
];
/// Half the axes of the rings at full width and in one column.
const WIDE: Rings = Rings { first: (134.0, 52.0), second: (206.0, 88.0) };
const NARROW: Rings = Rings { first: (66.0, 84.0), second: (96.0, 128.0) };
/// Heights tried, as multiples of those: the better of the first two, or the flattest of the others that works.
const HEIGHTS: [f64; 5] = [0.84, 1.0, 1.35, 1.75, 2.2];
/// Tallest second ring: half its height in points.
const TALLEST: f64 = 240.0;
/// Members up to which every 6° are tried, else every 15°.
const FINE_UP_TO: usize = 16;
/// Longest name in points, at full width and in one column.
const NAME_MOST: (f64, f64) = (104.0, 74.0);
/// Longest evidence in points, at full width and in one column.
const EVIDENCE_MOST: (f64, f64) = (92.0, 78.0);
/// Width of a tie of the institution itself for each joint model, and of all others.
const OWN: f64 = 1.3;
const OTHER: f64 = 0.9;
/// Names of models in a pill.
const PILL_LINES: usize = 4;

/// Draws an institution of a one-mode network, its partners on one ring and theirs on a second. Where there are
/// more than have room, the strongest partners stand on the rings, and marks and caption say how many more there
/// are. Institutions of the country of the one in the middle are filled, others outlined. The order of the
/// partners is annealed, the angle searched; both with a fixed budget.
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn compose(network: &Network<'_>, center: InstitutionId, options: &Options) -> Result<Figure, Error> {
    let (theme, roles) = (options.theme(), options.roles());
    let look = Look { theme, roles: &roles, language: options.language };
    let wide = options.width() >= NARROW_BELOW_MM;
    let (scope, tags, placed) = settled(network, center, options.inner_width(), wide, look);
    let words = words(network, &scope, look);
    let (mut marks, head) = frame::head(&words, options);
    let view = View { network, scope: &scope, tags: &tags, look, width: options.inner_width() };
    // The drawing begins right below the head, wherever its highest mark is.
    let (high, low) = view.extent(&placed.0, placed.1);
    let placed_at = beside(shifted(placed.0, head + 6.0 - high), view.width / 2.0);
    marks.extend(view.marks(&placed_at, placed.1, head + 6.0 - high));
    let bottom = head + 6.0 + (low - high);
    let (foot, bottom) = frame::foot(network.corpus(), &words, &view.legend(), bottom + 7.0, options);
    marks.extend(foot);
    frame::figure(&words, marks, bottom, options)
}

/// The name of a member in lines.
struct Tag {
    first: String,
    second: Option<String>,
    more: Option<String>,
}

impl Tag {
    fn size(&self, look: Look<'_>) -> Size {
        let roles = look.roles;
        let mut width = reserved_width(&self.first, roles.name, Weight::Bold);
        let mut height = roles.name * 1.02;
        for line in self.second.iter().chain(&self.more) {
            width = width.max(reserved_width(line, roles.second, Weight::Regular));
            height += roles.second * 1.1;
        }
        (width, height)
    }
}

/// The first layout in which nothing covers anything: members are given up only when no height of the rings
/// helps, those of the second ring first.
fn settled(
    network: &Network<'_>,
    center: InstitutionId,
    width: f64,
    wide: bool,
    look: Look<'_>,
) -> (Scope, Vec<Tag>, (Placed, Rings)) {
    let mut limits = if wide { LIMITS.0 } else { LIMITS.1 };
    loop {
        let scope = Scope::new(network, network.node_of(center), limits);
        let tags = tags(network, &scope, wide, look);
        let placed = lay(network, &scope, &tags, width, wide, look);
        if !placed.0.broken || (limits.first <= 1 && limits.second == 0) {
            return (scope, tags, placed);
        }
        // What did not fit is given up: a quarter of the second ring, then one partner after the other.
        let second = scope.ring.iter().filter(|&&ring| ring == 2).count();
        let first = scope.ring.iter().filter(|&&ring| ring == 1).count();
        limits = if second > 0 {
            Limits { first, second: second * 3 / 4 }
        } else {
            Limits { first: first.saturating_sub(1).max(1), second: 0 }
        };
    }
}

fn lay(network: &Network<'_>, scope: &Scope, tags: &[Tag], width: f64, wide: bool, look: Look<'_>) -> (Placed, Rings) {
    let base = if wide { WIDE } else { NARROW };
    let base =
        if scope.ring.contains(&2) { base } else { Rings { first: (base.first.0 * 1.15, base.first.1 * 1.2), ..base } };
    let scale = width / if wide { 469.89 } else { 228.94 };
    let halves = halves(network, scope, look);
    let names: Vec<Size> = tags.iter().map(|tag| tag.size(look)).collect();
    let evidence_width = if wide { EVIDENCE_MOST.0 } else { EVIDENCE_MOST.1 };
    let stage = Stage {
        network,
        scope,
        look,
        halves: &halves,
        names: &names,
        span: (-width / 2.0, width / 2.0),
        evidence_width,
    };
    let mut best: Option<(Placed, Rings)> = None;
    for height in HEIGHTS {
        let tall = height.min(TALLEST / base.second.1);
        let rings = Rings {
            first: (base.first.0 * scale, base.first.1 * tall),
            second: (base.second.0 * scale, base.second.1 * tall),
        };
        let step = if scope.nodes.len() <= FINE_UP_TO { 6 } else { 15 };
        for order in rings::orders(scope, rings) {
            for start in (0..360).step_by(step) {
                let placed = stage.label(rings::places(scope, &order, rings, f64::from(start)));
                if best.as_ref().is_none_or(|(best, _)| (placed.broken, placed.cost) < (best.broken, best.cost - 1e-9))
                {
                    best = Some((placed, rings));
                }
            }
        }
        if height >= 1.0 && best.as_ref().is_some_and(|(best, _)| !best.broken) {
            break;
        }
    }
    best.unwrap_or_else(|| (Placed::default(), base))
}

fn radius(network: &Network<'_>, scope: &Scope, member: usize) -> f64 {
    let models = network.institution(scope.nodes[member]).map_or(0, |id| network.corpus().works_of(id).len());
    RADII[usize::from(scope.ring[member])].of(models)
}

/// Radius of the ring around the one in the middle: outside of its mark's casing, corners included.
fn focus_ring(form: Form, r: f64) -> f64 {
    let corner = if form == Form::Square { 1.15 * r } else { encoding::half_width(form, r) };
    corner + 2.6
}

/// Half the sizes of the marks: members (the one in the middle with its ring), then pills.
fn halves(network: &Network<'_>, scope: &Scope, look: Look<'_>) -> Vec<Size> {
    let mut halves: Vec<Size> = (0..scope.nodes.len())
        .map(|member| {
            let sector =
                network.institution(scope.nodes[member]).and_then(|id| network.corpus().institution(id).sector());
            let (form, r) = (encoding::form(sector), radius(network, scope, member));
            if member == 0 {
                let ring = focus_ring(form, r) + 0.7;
                return (ring, ring);
            }
            (encoding::half_width(form, r), encoding::half_height(form, r))
        })
        .collect();
    for pill in &scope.pills {
        let lines = pill_lines(network, &pill.works, look);
        let width = lines.iter().map(|line| reserved_width(line, look.roles.model, Weight::Bold)).fold(0.0, f64::max);
        halves.push((width / 2.0 + 4.5, lines.len() as f64 * look.roles.model * LINE / 2.0 + 2.3));
    }
    halves
}

fn pill_lines(network: &Network<'_>, works: &[WorkId], look: Look<'_>) -> Vec<String> {
    let corpus = network.corpus();
    let fit = |text: &str| wording::fitted(text, look.roles.model, Weight::Bold, 76.0);
    let shown = if works.len() > PILL_LINES { PILL_LINES - 1 } else { works.len() };
    let mut lines: Vec<String> = works[..shown].iter().map(|&work| fit(corpus.work_name(work))).collect();
    if works.len() > shown {
        lines.push(member::more(works.len() - shown, look.language).trim().to_owned());
    }
    lines
}

fn tags(network: &Network<'_>, scope: &Scope, wide: bool, look: Look<'_>) -> Vec<Tag> {
    let corpus = network.corpus();
    let (roles, language) = (look.roles, look.language);
    let most = if wide { NAME_MOST.0 } else { NAME_MOST.1 };
    // Crowded rings have short names in one language.
    let crowded = scope.nodes.len() > FINE_UP_TO;
    let length = if wide && !crowded { Length::Long } else { Length::Short };
    let fit = |text: &str, size: f64, weight: Weight| wording::fitted(text, size, weight, most / 1.1);
    (0..scope.nodes.len())
        .map(|member| {
            let empty = crate::corpus::institution::Names::default();
            let names = network.institution(scope.nodes[member]).map_or(&empty, |id| &corpus.institution(id).names);
            let label = names::label(names, language, length);
            let more = (scope.more[member] > 0).then(|| {
                let count = wording::count(scope.more[member]);
                wording::first(language, format!("and {count} more"), format!("외 {count}곳"))
            });
            Tag {
                first: fit(&label.first, roles.name, Weight::Bold),
                second: label
                    .second
                    .filter(|_| !crowded || member == 0)
                    .map(|text| fit(&text, roles.second, Weight::Regular)),
                more,
            }
        })
        .collect()
}

fn shifted(mut placed: Placed, by: f64) -> Placed {
    let lower = |area: Rect| Rect { top: area.top + by, bottom: area.bottom + by, ..area };
    placed.places.iter_mut().for_each(|point| point.y += by);
    placed.names.iter_mut().for_each(|area| *area = lower(*area));
    placed.evidence.iter_mut().flatten().for_each(|(area, _)| *area = lower(*area));
    placed
}

struct View<'v, 'c> {
    network: &'v Network<'c>,
    scope: &'v Scope,
    tags: &'v [Tag],
    look: Look<'v>,
    width: f64,
}

impl View<'_, '_> {
    fn id(&self, member: usize) -> Option<InstitutionId> {
        self.network.institution(self.scope.nodes[member])
    }

    /// Highest and lowest y of names, marks and rings.
    fn extent(&self, placed: &Placed, rings: Rings) -> (f64, f64) {
        let halves = halves(self.network, self.scope, self.look);
        let marks = placed.places.iter().zip(&halves).map(|(at, half)| (at.y - half.1 - 1.4, at.y + half.1 + 1.4));
        let names = placed.names.iter().map(|area| (area.top, area.bottom));
        let evidence = placed.evidence.iter().flatten().map(|(area, _)| (area.top, area.bottom));
        let drawn = self.drawn(rings).into_iter().map(|(_, ry)| (-ry - 0.5, ry + 0.5));
        marks
            .chain(names)
            .chain(evidence)
            .chain(drawn)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(high, low), (top, bottom)| (high.min(top), low.max(bottom)))
    }

    /// Everything, moved from around the origin to the middle of the page.
    fn marks(&self, placed: &Placed, rings: Rings, cy: f64) -> Vec<Mark> {
        let mut marks = self.rings(Point::new(self.width / 2.0, cy), rings);
        for (index, team) in self.scope.triangles.iter().enumerate() {
            let evidence = placed.evidence[self.scope.lines.len() + index].clone();
            marks.push(self.triangle(&team.members, &team.works, placed).into());
            // Evidence lies above the lines of the triangle.
            if let Some((area, lines)) = evidence {
                let keys = team.members.iter().filter_map(|&one| self.key(one)).collect();
                let text = self.evidence(area, &lines);
                let group = Group { role: Role::Label(keys), ..Group::new("evidence", text) };
                marks.push(group.into());
            }
        }
        let (texts, mut ordered): (Vec<Mark>, Vec<Mark>) =
            marks.into_iter().partition(|mark| matches!(mark, Mark::Group(group) if group.class == "evidence"));
        for (index, line) in self.scope.lines.iter().enumerate() {
            let own = line.a == 0;
            let (color, width) = if own {
                (self.look.theme.ink, (OWN * line.weight).clamp(OWN.min(1.0), encoding::TIE_WIDTH_MAX))
            } else {
                (self.look.theme.edge, OTHER)
            };
            let steps = vec![Step::Move(placed.places[line.a]), Step::Line(placed.places[line.b])];
            let mut own_marks = vec![Mark::Path(steps, Paint::line(color, width))];
            if let Some((area, lines)) = &placed.evidence[index] {
                own_marks.extend(self.evidence(*area, lines));
            }
            ordered.push(member::tie(self.network, line.tie, color, width, own_marks, self.look).into());
        }
        ordered.extend(texts);
        for index in 0..self.scope.pills.len() {
            ordered.extend(self.spokes(index, placed));
        }
        for index in 0..self.scope.pills.len() {
            ordered.push(self.pill(index, placed).into());
        }
        ordered.extend((0..self.scope.nodes.len()).filter_map(|one| self.member(one, placed)));
        ordered
    }

    fn key(&self, member: usize) -> Option<String> {
        Some(self.network.corpus().institution(self.id(member)?).id.clone())
    }

    /// The rings with a member.
    fn drawn(&self, rings: Rings) -> Vec<(f64, f64)> {
        let both = [(1, rings.first), (2, rings.second)];
        both.into_iter().filter(|(ring, _)| self.scope.ring.contains(ring)).map(|(_, axes)| axes).collect()
    }

    fn rings(&self, center: Point, rings: Rings) -> Vec<Mark> {
        let paint = Paint::line(self.look.theme.faint, 0.7);
        self.drawn(rings).into_iter().map(|(rx, ry)| Mark::Path(ellipse(center, rx, ry), paint)).collect()
    }

    fn triangle(&self, members: &[usize], works: &[WorkId], placed: &Placed) -> Group {
        let corner = |index: usize| placed.places[members[index]];
        let steps = vec![Step::Move(corner(0)), Step::Line(corner(1)), Step::Line(corner(2)), Step::Close];
        let keys: Vec<String> = members.iter().filter_map(|&one| self.key(one)).collect();
        let told = member::told(self.network.corpus(), works, 0.0, self.look.language);
        Group {
            title: Some(told),
            role: Role::Hyperedge(keys),
            ..Group::new("team", vec![Mark::Path(steps, Paint::fill(self.look.theme.edge).filled_at(0.13))])
        }
    }

    fn evidence(&self, area: Rect, lines: &[String]) -> Vec<Mark> {
        let (theme, size) = (self.look.theme, self.look.roles.evidence);
        let mut marks = vec![Mark::Rect(area, 2.0, Paint::fill(theme.page))];
        for (index, line) in lines.iter().enumerate() {
            let y = area.top + PAD / 2.0 + (index as f64 + 0.5) * size * LINE + MIDDLE * size;
            marks
                .push(Text::new(line, Point::new(area.center().x, y), size, theme.ink).anchored(Anchor::Middle).into());
        }
        marks
    }

    fn pill_key(&self, index: usize) -> String {
        format!("model:{}", self.network.corpus().work_key(self.scope.pills[index].works[0]))
    }

    fn spokes(&self, index: usize, placed: &Placed) -> Vec<Mark> {
        let (theme, corpus, pill) = (self.look.theme, self.network.corpus(), &self.scope.pills[index]);
        let at = placed.places[self.scope.nodes.len() + index];
        let weight = pill.works.len() as f64;
        let told = member::told(corpus, &pill.works, 0.0, self.look.language);
        let spoke = |&one: &usize| {
            let own = one == 0;
            let (color, width) =
                if own { (theme.ink, (OWN * weight).min(encoding::TIE_WIDTH_MAX)) } else { (theme.edge, 1.2) };
            let institution = corpus.institution(self.id(one)?);
            let steps = vec![Step::Move(placed.places[one]), Step::Line(at)];
            let name = names::plain(&institution.names, self.look.language);
            Some(Mark::from(Group {
                id: Some(format!("s-{}--{}", institution.id, corpus.work_key(pill.works[0]))),
                class: "edge".to_owned(),
                data: vec![
                    ("source", institution.id.clone()),
                    ("target", corpus.work_key(pill.works[0])),
                    ("weight", member::weight_text(weight)),
                ],
                title: Some(format!("{name}: {told}")),
                role: Role::Edge(Box::new(Edge {
                    source: institution.id.clone(),
                    targets: vec![self.pill_key(index)],
                    weight,
                    color,
                    width,
                })),
                marks: vec![Mark::Path(steps, Paint::line(color, width))],
            }))
        };
        pill.members.iter().filter_map(spoke).collect()
    }

    fn pill(&self, index: usize, placed: &Placed) -> Group {
        let (theme, roles, pill) = (self.look.theme, self.look.roles, &self.scope.pills[index]);
        let corpus = self.network.corpus();
        let at = placed.places[self.scope.nodes.len() + index];
        let half = halves(self.network, self.scope, self.look)[self.scope.nodes.len() + index];
        let area = Rect::around(at, 2.0 * half.0, 2.0 * half.1);
        let lines = pill_lines(self.network, &pill.works, self.look);
        let mut marks = vec![Mark::Rect(area, half.1.min(6.0), Paint::fill(theme.panel).outlined(theme.edge, 0.8))];
        for (line, text) in lines.iter().enumerate() {
            let middle = area.top + 2.3 + (line as f64 + 0.5) * roles.model * LINE;
            marks.push(member::line(text, at.x, middle, roles.model, theme.ink).bold().anchored(Anchor::Middle).into());
        }
        let works: Vec<String> = pill.works.iter().map(|&work| corpus.work_key(work)).collect();
        let told = member::told(corpus, &pill.works, 0.0, self.look.language);
        let team = corpus.institutions_of(pill.works[0]).len();
        Group {
            id: Some(format!("w-{}", works[0])),
            class: "node model".to_owned(),
            data: vec![("id", works[0].clone()), ("kind", "model".to_owned()), ("models", works.join(" "))],
            title: Some(format!("{told}: {}", member::institutions_told(team, self.look.language))),
            role: Role::Node(Box::new(Node {
                key: self.pill_key(index),
                label: lines.join("\n"),
                form: Form::Pill,
                outline: Outline::from(area),
                color: theme.panel,
            })),
            marks,
        }
    }

    fn member(&self, member: usize, placed: &Placed) -> Option<Mark> {
        let (theme, corpus) = (self.look.theme, self.network.corpus());
        let id = self.id(member)?;
        let institution = corpus.institution(id);
        let (at, r) = (placed.places[member], radius(self.network, self.scope, member));
        let home = corpus.institution(self.id(0)?);
        let mut marks = Vec::new();
        if member == 0 {
            let form = encoding::form(institution.sector());
            let ring = encoding::half_width(form, r).max(encoding::half_height(form, r)) + 2.6;
            marks.push(Mark::Circle(
                at,
                ring,
                Paint { ends: Default::default(), ..Paint::fill(theme.page).outlined(theme.focus, 1.4) },
            ));
        }
        let models = corpus.works_of(id).len();
        marks.extend(member::badge(institution, models, at, r, member::fill(institution, home), self.look));
        marks.push(Mark::Haloed(self.name(member, placed.names[member], at), theme.page));
        Some(member::node(corpus, id, member::mark_outline(institution, at, r), marks, self.look).into())
    }

    /// The lines of a name in its box: towards the mark when beside it, centred when above or below.
    fn name(&self, member: usize, area: Rect, at: Point) -> Vec<Text> {
        let (theme, roles, tag) = (self.look.theme, self.look.roles, &self.tags[member]);
        let (x, anchor) = if area.left >= at.x {
            (area.left, Anchor::Start)
        } else if area.right <= at.x {
            (area.right, Anchor::End)
        } else {
            (area.center().x, Anchor::Middle)
        };
        let mut base = area.top + 0.82 * roles.name;
        let mut texts = vec![Text::new(&tag.first, Point::new(x, base), roles.name, theme.ink).bold().anchored(anchor)];
        for line in tag.second.iter().chain(&tag.more) {
            base += roles.second * 1.1;
            texts.push(Text::new(line, Point::new(x, base), roles.second, theme.muted).anchored(anchor));
        }
        texts
    }

    fn legend(&self) -> Vec<Entry> {
        let (theme, language, corpus) = (self.look.theme, self.look.language, self.network.corpus());
        let shown: Vec<InstitutionId> = (0..self.scope.nodes.len()).filter_map(|one| self.id(one)).collect();
        let mut entries = legend::sectors(shown.iter().map(|&id| corpus.institution(id).sector()), theme, language);
        let Some(&center) = shown.first() else { return entries };
        let home = corpus.institution(center);
        if shown.iter().any(|&id| member::fill(corpus.institution(id), home) == Fill::Open) {
            let text = wording::both(language, "Abroad", "해외");
            entries.push(Entry::new(Symbol::Outlined(Form::Circle, theme.muted), text));
        }
        if self.scope.lines.iter().any(|line| line.a == 0) || !self.scope.pills.is_empty() {
            entries.push(Entry::new(Symbol::Line(theme.ink, OWN), wording::both(language, "Direct", "직접 협력")));
        }
        if self.scope.lines.iter().any(|line| line.a != 0) {
            entries.push(Entry::new(Symbol::Line(theme.edge, OTHER), wording::both(language, "Other", "그 밖의 협력")));
        }
        if !self.scope.triangles.is_empty() {
            entries.push(Entry::new(Symbol::Triangle, wording::both(language, "Three together", "셋이 함께")));
        }
        if !self.scope.pills.is_empty() {
            entries.push(Entry::new(Symbol::Pill, wording::both(language, "Model of 4+", "4곳 이상의 모델")));
        }
        entries
    }
}

fn ellipse(center: Point, rx: f64, ry: f64) -> Vec<Step> {
    const KAPPA: f64 = 0.552_284_749_8;
    let at = |x: f64, y: f64| Point::new(center.x + x * rx, center.y + y * ry);
    vec![
        Step::Move(at(1.0, 0.0)),
        Step::Cubic(at(1.0, KAPPA), at(KAPPA, 1.0), at(0.0, 1.0)),
        Step::Cubic(at(-KAPPA, 1.0), at(-1.0, KAPPA), at(-1.0, 0.0)),
        Step::Cubic(at(-1.0, -KAPPA), at(-KAPPA, -1.0), at(0.0, -1.0)),
        Step::Cubic(at(KAPPA, -1.0), at(1.0, -KAPPA), at(1.0, 0.0)),
        Step::Close,
    ]
}

fn words(network: &Network<'_>, scope: &Scope, look: Look<'_>) -> Words {
    let (language, corpus) = (look.language, network.corpus());
    let empty = crate::corpus::institution::Names::default();
    let names = network.institution(scope.nodes[0]).map_or(&empty, |id| &corpus.institution(id).names);
    let plain = names::plain(names, language);
    let first = scope.first();
    let partners = first.len() + scope.dropped.0;
    let outer = scope.ring.contains(&2);
    let (english, korean) = if partners == 0 {
        (
            format!("{} made no model together with another institution", names.label()),
            "다른 기관과 함께 만든 모델이 없음".to_owned(),
        )
    } else {
        (
            format!(
                "{} and its partners{}",
                names.label(),
                if outer { " (inner ring), their partners (outer ring)" } else { "" }
            ),
            if outer {
                "안쪽 고리 = 직접 협력, 바깥 = 한 다리 건너"
            } else {
                "고리 = 직접 협력한 기관"
            }
            .to_owned(),
        )
    };
    let list = first
        .iter()
        .filter_map(|&one| network.institution(scope.nodes[one]))
        .map(|id| names::plain(&corpus.institution(id).names, language))
        .collect::<Vec<_>>()
        .join(", ");
    let mut words = Words {
        view: "ego",
        title: wording::first(language, format!("Partners of {plain}"), format!("{plain}의 협력 기관")),
        subtitle: member::subtitle(look, &english, &korean),
        description: if partners == 0 {
            wording::first(
                language,
                format!("{plain} made no model together with another institution."),
                format!("{plain} – 다른 기관과 함께 만든 모델이 없습니다."),
            )
        } else {
            wording::first(
                language,
                format!(
                    "{plain} and its {}: {list}.",
                    member::institutions_told(partners, language).replace("institution", "partner")
                ),
                format!("{plain}의 협력 기관 {partners}곳: {list}."),
            )
        },
        ..Words::default()
    };
    words.notes.extend(member::consortia_note(network));
    let (inner, outer) = scope.dropped;
    if inner > 0 {
        let count = wording::count(inner);
        words
            .left_out
            .push((format!("{count} more partners are not shown."), format!("협력 기관 {count}곳은 그리지 않음.")));
    }
    if outer > 0 {
        let count = wording::count(outer);
        words.left_out.push((
            format!("{count} more partners of those shown are not shown."),
            format!("한 다리 건너 {count}곳은 그리지 않음."),
        ));
    }
    if scope.hidden > 0 {
        let hidden = wording::count(scope.hidden);
        words.left_out.push((
            format!("{hidden} ties among the partners are not drawn."),
            format!("협력 기관끼리의 연결 {hidden}개는 그리지 않음."),
        ));
    }
    words
}

/// The same layout moved sideways.
fn beside(mut placed: Placed, by: f64) -> Placed {
    let right = |area: Rect| Rect { left: area.left + by, right: area.right + by, ..area };
    placed.places.iter_mut().for_each(|point| point.x += by);
    placed.names.iter_mut().for_each(|area| *area = right(*area));
    placed.evidence.iter_mut().flatten().for_each(|(area, _)| *area = right(*area));
    placed
}
