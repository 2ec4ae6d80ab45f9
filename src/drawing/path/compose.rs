//! Composition of the path view: orientation, legend and texts.

use crate::answer::figure::{Error, Figure};
use crate::answer::language::Language;
use crate::answer::mark::{Form, Mark};
use crate::corpus::institution::InstitutionId;
use crate::drawing::actor::{self, Style};
use crate::drawing::frame::{self, FigureText, Options};
use crate::drawing::kind::TieMeasure;
use crate::drawing::legend::{self, LegendEntry, Symbol};
use crate::drawing::names::{self, Length};
use crate::drawing::path::routes::{self, Routes};
use crate::drawing::path::scene::{DETOUR_WIDTH, MAIN_WIDTH, PathScene, has_abroad};
use crate::drawing::path::{disconnected, horizontal, vertical};
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::wording;
use crate::english::agree;
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
    let mut words = words(scene, ends, all.as_ref(), &shown);
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
    words.notes.extend(frame::truncation_note(&marks));
    words.drawn_institutions = frame::institutions_in(&marks);
    let (footer, bottom): (Vec<Mark>, f64) = frame::footer(corpus, &words, &legend, bottom + 5.0, options);
    marks.extend(footer);
    frame::figure(&words, marks, bottom, options)
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
        entries.push(LegendEntry::new(Symbol::Filled(Form::Circle, theme.muted), wording::country(country, language)));
        let abroad = wording::both(language, "Elsewhere", "해외");
        entries.push(LegendEntry::new(Symbol::Outlined(Form::Circle, theme.muted), abroad));
    }
    if routes.main.len() > 1 {
        entries.push(LegendEntry::new(
            Symbol::Line(theme.focus, MAIN_WIDTH),
            wording::both(language, "Shortest", "가장 짧은 길"),
        ));
    }
    if !routes.detours.is_empty() {
        entries.push(LegendEntry::new(
            Symbol::Line(theme.edge, DETOUR_WIDTH),
            wording::both(language, "Other route", "다른 길"),
        ));
    }
    entries
}

fn words(scene: PathScene<'_, '_>, ends: [usize; 2], routes: Option<&Routes>, shown: &[usize]) -> FigureText {
    let language = scene.style.language;
    let name = |node: usize, language: Language| {
        scene.institution(node).map_or(String::new(), |one| names::plain(&one.names, language))
    };
    let [from, to] = ends.map(|node| name(node, Language::English));
    let [a, b] = ends.map(|node| name(node, Language::Korean));
    let title = (format!("How {from} and {to} are connected"), format!("{a}에서 {b}까지 어떻게 이어지나"));
    let kind = scene.style.kind;
    // The path may include ties without works.
    let measure = actor::measure(scene.network, 0..scene.network.ties_len(), kind);
    let (links, links_ko) = match measure {
        TieMeasure::Works(kind) => (format!("joint {}", kind.many()), format!("공동 {}", kind.korean())),
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
            let hidden_count = hidden_count(routes);
            let chain = |language: Language| {
                let mut names: Vec<String> = Vec::new();
                for (position, &node) in routes.main.iter().enumerate() {
                    match position.checked_sub(MAX_DRAWN / 2).filter(|&beyond| beyond < hidden_count) {
                        None => names.push(name(node, language)),
                        Some(0) => names.push("…".to_owned()),
                        Some(_) => {}
                    }
                }
                names.join(" – ")
            };
            let others = detours_text(routes);
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
    let mut words = FigureText { description, ..FigureText::titled("path", language, title, (english, korean)) };
    let drawn = shown.iter().filter_map(|&node| scene.network.institution(node));
    words.notes.extend(actor::large_teams_note(scene.network, drawn, kind));
    if let Some(hidden_count) = routes.map(hidden_count).filter(|&hidden_count| hidden_count > 0) {
        let (drawn, number) = (MAX_DRAWN / 2, wording::count(hidden_count));
        words.excluded.push((
            format!(
                "The first and last {drawn} institutions of the path; {number} between them {} not drawn.",
                agree(hidden_count, "is", "are")
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

/// Subtitle on the detours, English and Korean; empty without any.
fn detours_text(routes: &Routes) -> (String, String) {
    let steps = |detour: &routes::Detour| routes.main.len() - (detour.to - detour.from) + detour.nodes.len();
    let mut counts: Vec<usize> = routes.detours.iter().map(steps).collect();
    counts.sort_unstable();
    counts.dedup();
    if counts.is_empty() {
        return (String::new(), String::new());
    }
    let list = counts.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
    (format!(". Thin: routes of {list} steps"), format!(". 가는 선: {list}단계 길"))
}
