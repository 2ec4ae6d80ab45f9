//! Composes the path.

use crate::answer::figure::{Error, Figure};
use crate::answer::language::Language;
use crate::answer::mark::{Mark, NodeShape};
use crate::corpus::institution::InstitutionId;
use crate::drawing::frame::{self, Options, Words};
use crate::drawing::kind::Measure;
use crate::drawing::legend::{self, Entry, Symbol};
use crate::drawing::member::{self, Look};
use crate::drawing::names::{self, Length};
use crate::drawing::path::routes::{self, Routes};
use crate::drawing::path::stop::{LANE, MAIN, Scene, has_abroad};
use crate::drawing::path::{across, apart, down};
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::wording;
use crate::english::agree;
use crate::network::components;
use crate::network::graph::Network;

/// Width of the figure that each lane needs, in points.
const LANE_ROOM: f64 = 110.0;

/// Most institutions of a shortest path that are drawn: of longer ones those at either end, which is a page.
const MOST_STOPS: usize = 60;

/// Room for evidence that is tried, from generous to tight.
const CAPS: [f64; 4] = [110.0, 84.0, 68.0, 56.0];

/// Draws how two institutions of a one-mode network are connected: the shortest path on one straight line and up
/// to two lanes that go around parts of it; from left to right, or from top to bottom in one column and where
/// the names need it. Without a path the figure says so and names both groups. Institutions of the country of
/// `from` are filled, others outlined. O(steps² · (nodes + ties)).
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn compose(
    network: &Network<'_>,
    from: InstitutionId,
    to: InstitutionId,
    options: &Options,
) -> Result<Figure, Error> {
    let (theme, roles) = (options.theme(), options.roles());
    let look = Look { theme, roles: &roles, language: options.language, kind: options.kind(network.corpus()) };
    let corpus = network.corpus();
    let scene =
        Scene { network, home: corpus.institution(from), look, length: Length::at(options.width()), cap: CAPS[0] };
    let ends = [from, to].map(|id| network.node_of(id));
    let mut routes = routes::between(network, ends[0], ends[1]);
    if let Some(routes) = &mut routes {
        let depth = (options.inner_width() / LANE_ROOM) as usize;
        routes.lanes.retain(|lane| lane.depth <= depth);
    }
    let hidden = routes.as_ref().map_or(0, hidden);
    let all = routes.clone();
    if let Some(routes) = routes.as_mut().filter(|_| hidden > 0) {
        routes.main.drain(MOST_STOPS / 2..MOST_STOPS / 2 + hidden);
    }
    let shown = shown(network, ends, routes.as_ref());
    let mut words = words(scene, ends, all.as_ref(), &shown);
    let (mut marks, head) = frame::head(&words, options);
    let (top, width) = (head + 4.0, options.inner_width());
    let bottom = match &routes {
        Some(routes) => {
            let across = |length: Length| {
                CAPS.iter().find_map(|&cap| across::draw(Scene { length, cap, ..scene }, routes, width, top))
            };
            let wide = options.width() >= NARROW_BELOW_MM && hidden == 0;
            let drawn = if wide { across(Length::Long).or_else(|| across(Length::Short)) } else { None };
            let drawn = drawn.unwrap_or_else(|| down::draw(scene, routes, hidden, width, top));
            marks.extend(drawn.edges);
            marks.extend(drawn.nodes);
            drawn.bottom
        }
        None => {
            let found = components::find(network);
            let (groups, bottom) = apart::draw(scene, &found, ends, width, top);
            marks.extend(groups);
            bottom
        }
    };
    let legend = legend(scene, &shown, routes.as_ref());
    words.notes.extend(frame::cut_note(&marks));
    words.drawn = frame::institutions_in(&marks);
    let (foot, bottom): (Vec<Mark>, f64) = frame::foot(corpus, &words, &legend, bottom + 5.0, options);
    marks.extend(foot);
    frame::figure(&words, marks, bottom, options)
}

/// Institutions of the shortest path that are not drawn, between those at either end.
fn hidden(routes: &Routes) -> usize {
    routes.main.len().saturating_sub(MOST_STOPS)
}

/// The nodes of the routes; without any those of both groups.
fn shown(network: &Network<'_>, ends: [usize; 2], routes: Option<&Routes>) -> Vec<usize> {
    match routes {
        Some(routes) => {
            routes.main.iter().copied().chain(routes.lanes.iter().flat_map(|lane| lane.nodes.clone())).collect()
        }
        None => {
            let found = components::find(network);
            ends.iter().flat_map(|&end| found.members[found.of[end] as usize].clone()).collect()
        }
    }
}

fn legend(scene: Scene<'_, '_>, shown: &[usize], routes: Option<&Routes>) -> Vec<Entry> {
    let (theme, language) = (scene.look.theme, scene.look.language);
    let sectors = shown.iter().filter_map(|&node| scene.institution(node)).map(|one| one.sector());
    let mut entries = legend::sectors(sectors, theme, language);
    let Some(routes) = routes else { return entries };
    if has_abroad(&scene, shown)
        && let Some(country) = scene.home.country()
    {
        entries.push(Entry::new(Symbol::Filled(NodeShape::Circle, theme.muted), wording::country(country, language)));
        let abroad = wording::both(language, "Elsewhere", "해외");
        entries.push(Entry::new(Symbol::Outlined(NodeShape::Circle, theme.muted), abroad));
    }
    if routes.main.len() > 1 {
        entries.push(Entry::new(Symbol::Line(theme.focus, MAIN), wording::both(language, "Shortest", "가장 짧은 길")));
    }
    if !routes.lanes.is_empty() {
        entries.push(Entry::new(Symbol::Line(theme.edge, LANE), wording::both(language, "Other route", "다른 길")));
    }
    entries
}

fn words(scene: Scene<'_, '_>, ends: [usize; 2], routes: Option<&Routes>, shown: &[usize]) -> Words {
    let language = scene.look.language;
    let name = |node: usize, language: Language| {
        scene.institution(node).map_or(String::new(), |one| names::plain(&one.names, language))
    };
    let [from, to] = ends.map(|node| name(node, Language::English));
    let [a, b] = ends.map(|node| name(node, Language::Korean));
    let title = (format!("How {from} and {to} are connected"), format!("{a}에서 {b}까지 어떻게 이어지나"));
    let kind = scene.look.kind;
    // A way may lead over ties that stand on no works.
    let measure = member::measure(scene.network, 0..scene.network.tie_count(), kind);
    let (links, links_ko) = match measure {
        Measure::Works(kind) => (format!("joint {}", kind.many()), format!("공동 {}", kind.korean())),
        _ => ("ties".to_owned(), "연결".to_owned()),
    };
    let (english, korean, description) = match routes {
        None => (
            format!("No chain of {links} connects the two; these are their groups"),
            format!("두 기관을 잇는 {links_ko}의 사슬이 없음. 각자가 속한 무리"),
            wording::both(
                language,
                &format!("No chain of {links} connects {from} and {to}."),
                &format!("{a}에서 {b}까지 이어지는 {links_ko}의 사슬이 없다."),
            ),
        ),
        Some(routes) => {
            let steps = routes.main.len() - 1;
            let hidden = hidden(routes);
            let chain = |language: Language| {
                let mut names: Vec<String> = Vec::new();
                for (place, &node) in routes.main.iter().enumerate() {
                    match place.checked_sub(MOST_STOPS / 2).filter(|&beyond| beyond < hidden) {
                        None => names.push(name(node, language)),
                        Some(0) => names.push("…".to_owned()),
                        Some(_) => {}
                    }
                }
                names.join(" – ")
            };
            let others = lanes_told(routes);
            let plural = if steps == 1 { "step" } else { "steps" };
            (
                format!("Shortest chain of {links}: {steps} {plural} (bold){}", others.0),
                format!("가장 짧은 {links_ko}의 사슬: {steps}단계(굵은 선){}", others.1),
                wording::both(
                    language,
                    &format!("{steps} {plural}: {}.", chain(Language::English)),
                    &format!("{steps}단계로 이어진다: {}.", chain(Language::Korean)),
                ),
            )
        }
    };
    let mut words = Words { description, ..Words::headed("path", language, title, (english, korean)) };
    let drawn = shown.iter().filter_map(|&node| scene.network.institution(node));
    words.notes.extend(member::consortia_note(scene.network, drawn, kind));
    if let Some(hidden) = routes.map(hidden).filter(|&hidden| hidden > 0) {
        let (drawn, number) = (MOST_STOPS / 2, wording::count(hidden));
        words.left_out.push((
            format!(
                "The first and last {drawn} institutions of the path; {number} between them {} not drawn.",
                agree(hidden, "is", "are")
            ),
            format!("길의 처음과 끝 기관 {drawn}곳씩. 그 사이의 기관 {number}곳은 그리지 않음."),
        ));
    }
    if routes.is_some() && kind.has_works() {
        words
            .notes
            .push((format!("Numbers in marks = {}.", kind.many()), format!("도형 안 숫자 = {} 수.", kind.korean())));
    }
    words
}

/// What the subtitle says of the lanes, English and Korean.
fn lanes_told(routes: &Routes) -> (String, String) {
    let steps = |lane: &routes::Lane| routes.main.len() - (lane.to - lane.from) + lane.nodes.len();
    let mut counts: Vec<usize> = routes.lanes.iter().map(steps).collect();
    counts.sort_unstable();
    counts.dedup();
    if counts.is_empty() {
        return (String::new(), String::new());
    }
    let list = counts.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
    (format!(". Thin: routes of {list} steps"), format!(". 가는 선: {list}단계 길"))
}
