//! Composition of the path view: orientation, legend and texts.

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::{Mark, NodeShape};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::actor::{self, Style};
use crate::drawing::frame::{self, FigureText, Options};
use crate::drawing::kind::TieMeasure;
use crate::drawing::legend::{self, LegendEntry, Symbol};
use crate::drawing::names::Length;
use crate::drawing::path::routes::{self, Routes};
use crate::drawing::path::scene::{DETOUR_WIDTH, MAIN_WIDTH, PathScene, has_abroad};
use crate::drawing::path::{disconnected, horizontal, vertical};
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::message;
use crate::messages::{Argument, List, Localizer, Message, Statement};
use crate::network::components;
use crate::network::graph::Network;

/// Width in points that each level of detours needs.
const DETOUR_SPACING: f64 = 110.0;

/// Largest number of institutions of the path that are drawn: those at both ends, which fill a page.
const MAX_DRAWN: usize = 60;

/// Widths for evidence that are tried in turn, in points.
const EVIDENCE_WIDTHS: [f64; 4] = [110.0, 84.0, 68.0, 56.0];

/// Path view: how two institutions of a one-mode network are connected. The shortest path is one straight line, with
/// up to two detours; from left to right, or from top to bottom in one column and where the names need it. Without a
/// path, the figure shows the components of both. Institutions in a country of `from` are filled, others outlined.
/// O(steps² · (nodes + ties)).
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose(
    network: &Network<'_>,
    from: InstitutionId,
    to: InstitutionId,
    options: &Options,
) -> Result<Figure, Error> {
    let (theme, roles) = (options.theme(), options.roles());
    let style = Style { theme, roles: &roles, language: options.language, kind: options.kind(network.corpus()) };
    let corpus = network.corpus();
    let scene = PathScene {
        network,
        home: corpus.institution(from),
        style,
        length: Length::at(options.width()),
        max_evidence_width: EVIDENCE_WIDTHS[0],
    };
    let ends = [from, to].map(|id| network.node_of(id));
    let mut routes = routes::between(network, ends[0], ends[1]);
    if let Some(routes) = &mut routes {
        let depth = (options.inner_width() / DETOUR_SPACING) as usize;
        routes.detours.retain(|detour| detour.depth <= depth);
    }
    let hidden_count = routes.as_ref().map_or(0, hidden_count);
    let all = routes.clone();
    if let Some(routes) = routes.as_mut().filter(|_| hidden_count > 0) {
        routes.main.drain(MAX_DRAWN / 2..MAX_DRAWN / 2 + hidden_count);
    }
    let shown = shown(network, ends, routes.as_ref());
    let mut words = words(scene, ends, all.as_ref(), &shown).headed(headline(scene, all.as_ref()), options);
    let (mut marks, header_height) = frame::header(&words, options);
    let (top, width) = (header_height + 4.0, options.inner_width());
    let bottom = match &routes {
        Some(routes) => {
            let horizontal_layout = |length: Length| {
                EVIDENCE_WIDTHS.iter().find_map(|&max_evidence_width| {
                    horizontal::draw(PathScene { length, max_evidence_width, ..scene }, routes, width, top)
                })
            };
            let wide = options.width() >= NARROW_BELOW_MM && hidden_count == 0;
            let drawn =
                if wide { horizontal_layout(Length::Long).or_else(|| horizontal_layout(Length::Short)) } else { None };
            let drawn = drawn.unwrap_or_else(|| vertical::draw(scene, routes, hidden_count, width, top));
            marks.extend(drawn.edges);
            marks.extend(drawn.nodes);
            drawn.bottom
        }
        None => {
            let components = components::find(network);
            let (groups, bottom) = disconnected::draw(scene, &components, ends, width, top);
            marks.extend(groups);
            bottom
        }
    };
    let legend = legend(scene, &shown, routes.as_ref());
    words.extend_notes(frame::truncation_note(&marks));
    words.drawn_institutions = frame::institutions_in(&marks);
    let (footer, bottom): (Vec<Mark>, f64) = frame::footer(corpus, &mut words, &legend, bottom + 5.0, options);
    marks.extend(footer);
    frame::figure(&words, marks, bottom, options)
}

/// How many steps the ends are apart; `None` where no chain connects them.
fn headline(scene: PathScene<'_, '_>, routes: Option<&Routes>) -> Option<Statement> {
    let main = &routes?.main;
    let name = |&node: &usize| scene.network.institution(node).map(|id| &scene.network.corpus().institution(id).names);
    let (from, to) = name(main.first()?).zip(name(main.last()?))?;
    let steps = main.len() - 1;
    (steps > 0).then(|| message!("figures-path-headline", from = from, to = to, steps = steps))
}

/// Number of institutions in the middle of the path that are not drawn.
fn hidden_count(routes: &Routes) -> usize {
    routes.main.len().saturating_sub(MAX_DRAWN)
}

/// Nodes of path and detours; without a path those of both components.
fn shown(network: &Network<'_>, ends: [usize; 2], routes: Option<&Routes>) -> Vec<usize> {
    match routes {
        Some(routes) => {
            routes.main.iter().copied().chain(routes.detours.iter().flat_map(|detour| detour.nodes.clone())).collect()
        }
        None => {
            let components = components::find(network);
            ends.iter().flat_map(|&end| components.members[components.of[end] as usize].clone()).collect()
        }
    }
}

fn legend(scene: PathScene<'_, '_>, shown: &[usize], routes: Option<&Routes>) -> Vec<LegendEntry> {
    let (theme, language) = (scene.style.theme, scene.style.language);
    let sectors = shown.iter().filter_map(|&node| scene.institution(node)).map(|one| one.sector());
    let mut entries = legend::sector_entries(sectors, theme, language);
    let Some(routes) = routes else { return entries };
    if has_abroad(&scene, shown)
        && let Some(country) = scene.home.country()
    {
        let is_unknown = |&node: &usize| scene.institution(node).is_some_and(|one| one.countries.is_empty());
        let abroad = match shown.iter().any(is_unknown) {
            true => message!("map-legend-abroad-unknown"),
            false => message!("figures-legend-elsewhere"),
        };
        let home = message!("figures-country", country = country);
        let symbol = Symbol::Filled(NodeShape::Circle, theme.muted);
        entries.push(LegendEntry::new(symbol, Localizer::in_each(language, &home)));
        let abroad = Localizer::in_each(language, &abroad);
        entries.push(LegendEntry::new(Symbol::Outlined(NodeShape::Circle, theme.muted), abroad));
    }
    if routes.main.len() > 1 {
        entries.push(LegendEntry::new(
            Symbol::Line(theme.focus, MAIN_WIDTH),
            Localizer::in_each(language, &message!("figures-path-legend-shortest")),
        ));
    }
    if !routes.detours.is_empty() {
        entries.push(LegendEntry::new(
            Symbol::Line(theme.edge, DETOUR_WIDTH),
            Localizer::in_each(language, &message!("figures-path-legend-detour")),
        ));
    }
    entries
}

fn words(scene: PathScene<'_, '_>, ends: [usize; 2], routes: Option<&Routes>, shown: &[usize]) -> FigureText {
    let kind = scene.style.kind;
    let [from, to] = ends.map(|node| scene.names(node));
    let title = message!("figures-path-title", from = from, to = to);
    // The path may include ties without works.
    let links = match actor::measure(scene.network, 0..scene.network.tie_count(), kind) {
        TieMeasure::Works(kind) => message!("figures-path-links-works", kind = kind),
        _ => message!("figures-path-links-ties"),
    };
    let (subtitle, description) = match routes {
        None if ends.iter().any(|&end| actor::is_in_large_team(scene.network, end)) => (
            message!("figures-path-subtitle-none-excluded", links = &links, kind = kind),
            message!("figures-path-none-excluded", links = links, from = from, to = to, kind = kind),
        ),
        None => (
            message!("figures-path-subtitle-none", links = &links),
            message!("figures-path-none", links = links, from = from, to = to),
        ),
        Some(routes) => (subtitle(routes, links), description(scene, routes)),
    };
    let mut words = FigureText::new("path", scene.style.language, title, subtitle, description);
    let drawn = shown.iter().filter_map(|&node| scene.network.institution(node));
    match together_note(scene.network, ends) {
        Some(note) => words.note(note),
        None => words.extend_notes(actor::large_teams_note(scene.network, drawn, kind)),
    }
    if let Some(hidden) = routes.map(hidden_count).filter(|&hidden| hidden > 0) {
        words.exclude(message!("figures-path-hidden", drawn = MAX_DRAWN / 2, hidden = hidden));
    }
    if let Some(routes) = routes {
        let undrawn: Vec<Argument> = routes.undrawn().map(|path| chain(scene, path)).collect();
        if !undrawn.is_empty() {
            words.exclude(message!("figures-path-undrawn", count = undrawn.len(), paths = List::comma(undrawn)));
        }
    }
    if routes.is_some() && kind.has_works() {
        words.note(message!("figures-numbers-in-marks", kind = kind));
    }
    words
}

/// Note on the first work over the team size limit in which both institutions took part.
fn together_note(network: &Network<'_>, ends: [usize; 2]) -> Option<Message> {
    let corpus = network.corpus();
    let [from, to] = ends.map(|end| network.institution(end));
    let has =
        |work: &WorkId, id: Option<InstitutionId>| id.is_some_and(|id| corpus.institutions_of(*work).contains(&id));
    let work = network.excluded().iter().copied().find(|work| has(work, from) && has(work, to))?;
    let institutions = corpus.team_size(work);
    Some(message!("figures-path-together-excluded", name = corpus.work_name(work), institutions = institutions))
}

/// Subtitle: length of the path and of the detours.
fn subtitle(routes: &Routes, links: Message) -> Message {
    let steps = routes.main.len() - 1;
    let length = |detour: &routes::Detour| routes.main.len() - (detour.to - detour.from) + detour.nodes.len();
    let mut lengths: Vec<usize> = routes.detours.iter().map(length).collect();
    lengths.sort_unstable();
    lengths.dedup();
    if lengths.is_empty() {
        message!("figures-path-subtitle", links = links, steps = steps)
    } else {
        message!("figures-path-subtitle-detours", links = links, steps = steps, lengths = List::comma(lengths))
    }
}

/// The institutions of a path: A – B – C.
fn chain(scene: PathScene<'_, '_>, nodes: &[usize]) -> Argument {
    let mut names = nodes.iter().map(|&node| Argument::from(scene.names(node)));
    let first = names.next().unwrap_or(Argument::Text(String::new()));
    names.fold(first, |chain, next| message!("figures-path-chain", chain = chain, next = next).into())
}

/// Description: the institutions of the path, without those in the middle that are not drawn.
fn description(scene: PathScene<'_, '_>, routes: &Routes) -> Message {
    let steps = routes.main.len() - 1;
    let hidden = hidden_count(routes);
    let chain = |nodes: &[usize]| chain(scene, nodes);
    if hidden == 0 {
        return message!("figures-path-description", steps = steps, chain = chain(&routes.main));
    }
    let half = MAX_DRAWN / 2;
    message!(
        "figures-path-description-long",
        steps = steps,
        first = chain(&routes.main[..half]),
        last = chain(&routes.main[half + hidden..])
    )
}
