//! Composition of the ego view: search for a layout without overlaps, texts and notes.

use std::sync::LazyLock;

use crate::answer::figure::{Error, Figure};
use crate::corpus::institution::{InstitutionId, Names};
use crate::drawing::actor::{self, Style};
use crate::drawing::ego::ego_network::{EgoNetwork, Limits};
use crate::drawing::ego::labels::{LabelPlacer, LabelledLayout, Size};
use crate::drawing::ego::paint::{EgoPainter, NodeLabel, halves};
use crate::drawing::ego::rings::{self, Rings};
use crate::drawing::frame::{self, FigureText, Options};
use crate::drawing::isolation;
use crate::drawing::kind::WorkKind;
use crate::drawing::names::{self, Length};
use crate::drawing::partners;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::wording;
use crate::geometry::Rect;
use crate::message;
use crate::messages::{List, Message};
use crate::network::graph::Network;
use crate::typography::Weight;

/// Limits of both rings, at full width and in one column.
const LIMITS: (Limits, Limits) =
    (Limits { first: 12, second: 24, min_weight: 0.0 }, Limits { first: 8, second: 12, min_weight: 0.0 });
/// Half axes of the rings in points, at full width and in one column.
const RINGS_WIDE: Rings = Rings { first: (134.0, 52.0), second: (206.0, 88.0) };
const RINGS_NARROW: Rings = Rings { first: (66.0, 84.0), second: (96.0, 128.0) };
/// Factors of the rings' height tried: the better of the first two, or the flattest of the others without overlap.
const HEIGHTS: [f64; 5] = [0.84, 1.0, 1.35, 1.75, 2.2];
/// Largest half height of the second ring, in points.
const MAX_HALF_HEIGHT: f64 = 240.0;
/// Number of members up to which start angles are tried every 6°, otherwise every 15°.
const MAX_FINE_SEARCH: usize = 16;
/// Largest width of a name in points, at full width and in one column.
const MAX_NAME_WIDTH: (f64, f64) = (104.0, 74.0);
/// Largest width of evidence in points, at full width and in one column.
const MAX_EVIDENCE_WIDTH: (f64, f64) = (92.0, 78.0);

/// Options of the ego view.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct EgoOptions {
    /// 1 for the partners only; otherwise their partners are drawn as well.
    pub depth: Option<usize>,
    /// Largest number of institutions, the ego included; `None`: as many as fit the page.
    pub top: Option<usize>,
    /// Smallest number of joint works (or weight) of a tie that is drawn.
    pub min_weight: Option<f64>,
}

impl EgoOptions {
    fn limits(self, page: Limits) -> Limits {
        let others = self.top.map_or(usize::MAX, |top| top.saturating_sub(1));
        let first = page.first.min(others).max(1);
        let second = if self.depth == Some(1) { 0 } else { page.second.min(others.saturating_sub(first)) };
        Limits { first, second, min_weight: self.min_weight.unwrap_or(0.0) }
    }
}

/// Ego view of a one-mode network: an institution in the centre, its partners on a ring, their partners on a second
/// one. Where not all fit, the strongest partners are drawn, and marks and source line give the number of the others.
/// Institutions in a country of the ego are filled, others outlined. The order on the rings is annealed and the start
/// angle searched, both with a fixed budget.
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose(network: &Network<'_>, center: InstitutionId, options: &Options) -> Result<Figure, Error> {
    compose_with(network, center, EgoOptions::default(), options)
}

/// [`compose`] with options.
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose_with(
    network: &Network<'_>,
    center: InstitutionId,
    ego_options: EgoOptions,
    options: &Options,
) -> Result<Figure, Error> {
    let (theme, roles) = (options.theme(), options.roles());
    let style = Style { theme, roles: &roles, language: options.language, kind: options.kind(network.corpus()) };
    let wide = options.width() >= NARROW_BELOW_MM;
    let (ego, node_labels, layout) = fitted_layout(network, center, ego_options, options.inner_width(), wide, style);
    let headline = partners::headline(network, center, ego_options.min_weight, style.kind);
    let headline = headline.filter(|_| ego.excluded.0 == 0);
    let mut words = words(network, &ego, ego_options, style).headed(headline, options);
    if let Some(min_weight) = ego_options.min_weight {
        let number = actor::weight_text(min_weight);
        words.exclude(if style.kind.has_works() {
            message!("figures-ego-min-works", number = number, kind = style.kind)
        } else {
            message!("figures-ego-min-weight", number = number)
        });
    }
    let (mut marks, header_height) = frame::header(&words, options);
    let painter = EgoPainter { network, ego: &ego, node_labels: &node_labels, style, width: options.inner_width() };
    // The highest mark lies right below the header.
    let (high, low) = painter.extent(&layout.0, layout.1);
    let centered = moved_right(moved_down(layout.0, header_height + 6.0 - high), painter.width / 2.0);
    marks.extend(painter.marks(&centered, layout.1, header_height + 6.0 - high));
    let bottom = header_height + 6.0 + (low - high);
    words.extend_notes(frame::truncation_note(&marks));
    words.drawn_institutions = frame::institutions_in(&marks);
    let (footer, bottom) = frame::footer(network.corpus(), &mut words, &painter.legend(), bottom + 7.0, options);
    marks.extend(footer);
    frame::figure(&words, marks, bottom, options)
}

/// The first layout without overlaps. Members are dropped only when no height of the rings suffices, first those of
/// the second ring.
fn fitted_layout(
    network: &Network<'_>,
    center: InstitutionId,
    ego_options: EgoOptions,
    width: f64,
    wide: bool,
    style: Style<'_>,
) -> (EgoNetwork, Vec<NodeLabel>, (LabelledLayout, Rings)) {
    let mut limits = ego_options.limits(if wide { LIMITS.0 } else { LIMITS.1 });
    loop {
        let ego = EgoNetwork::new(network, network.node_of(center), limits);
        let node_labels = node_labels(network, &ego, wide, style);
        let layout = best_layout(network, &ego, &node_labels, width, wide, style);
        if !layout.0.broken || (limits.first <= 1 && limits.second == 0) {
            return (ego, node_labels, layout);
        }
        // Drops a quarter of the second ring, then one partner at a time.
        let second = ego.ring.iter().filter(|&&ring| ring == 2).count();
        let first = ego.ring.iter().filter(|&&ring| ring == 1).count();
        limits = if second > 0 {
            Limits { first, second: second * 3 / 4, ..limits }
        } else {
            Limits { first: first.saturating_sub(1).max(1), second: 0, ..limits }
        };
    }
}

fn best_layout(
    network: &Network<'_>,
    ego: &EgoNetwork,
    node_labels: &[NodeLabel],
    width: f64,
    wide: bool,
    style: Style<'_>,
) -> (LabelledLayout, Rings) {
    let base = if wide { RINGS_WIDE } else { RINGS_NARROW };
    let base =
        if ego.ring.contains(&2) { base } else { Rings { first: (base.first.0 * 1.15, base.first.1 * 1.2), ..base } };
    let scale = width / if wide { 469.89 } else { 228.94 };
    let halves = halves(network, ego, style);
    let names: Vec<Size> = node_labels.iter().map(|label| label.size(style)).collect();
    let evidence_width = if wide { MAX_EVIDENCE_WIDTH.0 } else { MAX_EVIDENCE_WIDTH.1 };
    let placer = LabelPlacer {
        network,
        ego,
        style,
        halves: &halves,
        names: &names,
        span: (-width / 2.0, width / 2.0),
        evidence_width,
    };
    let mut best: Option<(LabelledLayout, Rings)> = None;
    for height in HEIGHTS {
        let stretch = height.min(MAX_HALF_HEIGHT / base.second.1);
        let rings = Rings {
            first: (base.first.0 * scale, base.first.1 * stretch),
            second: (base.second.0 * scale, base.second.1 * stretch),
        };
        let step = if ego.nodes.len() <= MAX_FINE_SEARCH { 6 } else { 15 };
        for order in rings::orders(ego, rings) {
            for start in (0..360).step_by(step) {
                let layout = placer.label(rings::positions(ego, &order, rings, f64::from(start)));
                if best.as_ref().is_none_or(|(best, _)| (layout.broken, layout.cost) < (best.broken, best.cost - 1e-9))
                {
                    best = Some((layout, rings));
                }
            }
        }
        if height >= 1.0 && best.as_ref().is_some_and(|(best, _)| !best.broken) {
            break;
        }
    }
    best.unwrap_or_else(|| (LabelledLayout::default(), base))
}

fn node_labels(network: &Network<'_>, ego: &EgoNetwork, wide: bool, style: Style<'_>) -> Vec<NodeLabel> {
    let (roles, language) = (style.roles, style.language);
    let max_width = if wide { MAX_NAME_WIDTH.0 } else { MAX_NAME_WIDTH.1 };
    // Crowded rings have short names in one language.
    let crowded = ego.nodes.len() > MAX_FINE_SEARCH;
    let length = if wide && !crowded { Length::Long } else { Length::Short };
    let fit = |text: &str, size: f64, weight: Weight| wording::ellipsized(text, size, weight, max_width / 1.1);
    (0..ego.nodes.len())
        .map(|member| {
            let label = names::label(names_of(network, ego, member), language, length);
            let more = (ego.hidden_partners[member] > 0)
                .then(|| actor::more_institutions(ego.hidden_partners[member], language));
            NodeLabel {
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

fn moved_down(mut layout: LabelledLayout, by: f64) -> LabelledLayout {
    let lower = |area: Rect| Rect { top: area.top + by, bottom: area.bottom + by, ..area };
    layout.positions.iter_mut().for_each(|point| point.y += by);
    layout.names.iter_mut().for_each(|area| *area = lower(*area));
    layout.evidence.iter_mut().flatten().for_each(|(area, _)| *area = lower(*area));
    layout
}

/// Names of a member; empty where it is no institution.
fn names_of<'n>(network: &'n Network<'_>, ego: &EgoNetwork, member: usize) -> &'n Names {
    static NONE: LazyLock<Names> = LazyLock::new(Names::default);
    network.institution(ego.nodes[member]).map_or(&NONE, |id| &network.corpus().institution(id).names)
}

/// Description: the partners drawn, of all or of those above the smallest weight.
fn description(
    name: &Names,
    (shown, count): (usize, usize),
    partners: List,
    ego_options: EgoOptions,
    kind: WorkKind,
) -> Message {
    let is_part = shown < count;
    let number = ego_options.min_weight.map(actor::weight_text);
    match (number, kind.has_works()) {
        (None, _) if is_part => {
            message!("figures-ego-description-part", name = name, shown = shown, count = count, partners = partners)
        }
        (None, _) => message!("figures-ego-description", name = name, count = count, partners = partners),
        (Some(number), true) if is_part => message!(
            "figures-ego-description-min-works-part",
            name = name,
            shown = shown,
            count = count,
            number = number,
            partners = partners,
            kind = kind
        ),
        (Some(number), true) => message!(
            "figures-ego-description-min-works",
            name = name,
            count = count,
            number = number,
            partners = partners,
            kind = kind
        ),
        (Some(number), false) if is_part => message!(
            "figures-ego-description-min-weight-part",
            name = name,
            shown = shown,
            count = count,
            number = number,
            partners = partners
        ),
        (Some(number), false) => message!(
            "figures-ego-description-min-weight",
            name = name,
            count = count,
            number = number,
            partners = partners
        ),
    }
}

fn words(network: &Network<'_>, ego: &EgoNetwork, ego_options: EgoOptions, style: Style<'_>) -> FigureText {
    let name = names_of(network, ego, 0);
    let title = message!("figures-ego-title", name = name);
    let first = ego.first();
    let count = first.len() + ego.excluded.0;
    let [subtitle, description] = if count == 0 {
        isolation::statements(network, ego.nodes[0], name, ego_options.min_weight, style.kind)
    } else {
        let partners = List::comma(first.iter().map(|&member| names_of(network, ego, member)));
        [
            if ego.ring.contains(&2) { message!("figures-ego-two-rings") } else { message!("figures-ego-one-ring") },
            description(name, (first.len(), count), partners, ego_options, style.kind),
        ]
    };
    let mut words = FigureText::new("ego", style.language, title, subtitle, description);
    let drawn = ego.nodes.iter().filter_map(|&node| network.institution(node));
    words.extend_notes(actor::large_teams_note(network, drawn, style.kind));
    let (inner, outer) = ego.excluded;
    if inner > 0 {
        words.exclude(message!("figures-ego-excluded-partners", count = inner));
    }
    if outer > 0 {
        words.exclude(message!("figures-ego-excluded-outer", count = outer));
    }
    if ego.hidden_ties > 0 {
        words.exclude(message!("figures-ego-hidden-ties", count = ego.hidden_ties));
    }
    words
}

/// The layout moved right by `by` points.
fn moved_right(mut layout: LabelledLayout, by: f64) -> LabelledLayout {
    let right = |area: Rect| Rect { left: area.left + by, right: area.right + by, ..area };
    layout.positions.iter_mut().for_each(|point| point.x += by);
    layout.names.iter_mut().for_each(|area| *area = right(*area));
    layout.evidence.iter_mut().flatten().for_each(|(area, _)| *area = right(*area));
    layout
}
