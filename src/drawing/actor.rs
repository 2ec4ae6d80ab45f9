//! Marks, titles and strengths of institutions and ties, shared by all views: an institution as a mark with its number
//! of works, a tie with the works behind it.

use crate::answer::language::{Language, LanguageChoice};
use crate::answer::mark::{
    Color, EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, TextAnchor, TextLine,
};
use crate::corpus::Corpus;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::work::WorkId;
use crate::drawing::encoding::{CASING, NUMBER_FROM, form, outline, shape};
use crate::drawing::kind::{TieMeasure, WorkKind};
use crate::drawing::map::evidence::abbreviated;
use crate::drawing::theme::{Theme, TypeScale};
pub use crate::drawing::weight_text::weight_text;
use crate::drawing::{names, wording};
use crate::geometry::{ConvexPolygon, Point};
use crate::message;
use crate::messages::{Localizer, Statement};
use crate::network::graph::Network;
use crate::typography::{BASELINE_OFFSET, Weight, reserved_width};
use std::collections::BTreeSet;

/// Fill of an institution's mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Filled with its colour: in the home country.
    Solid,
    /// Filled with the page's colour and outlined: abroad.
    Open,
}

/// [`Fill::Solid`] where an institution shares a country with `home`, or that has none; [`Fill::Open`] where it is abroad or
/// of no known country.
#[must_use]
pub fn fill(institution: &Institution, home: &Institution) -> Fill {
    let shares = institution.countries.iter().any(|country| home.countries.contains(country));
    if home.countries.is_empty() || shares { Fill::Solid } else { Fill::Open }
}

/// Mark of an institution: casing, shape of its sector with radius `r` in points, and the number of works where the
/// data have works and the number fits.
#[must_use]
pub fn institution_mark(
    institution: &Institution,
    work_count: usize,
    at: Point,
    r: f64,
    fill: Fill,
    style: Style<'_>,
) -> Vec<Mark> {
    let form = form(institution.sector());
    let color = style.theme.sector(institution.sector());
    let mut marks = vec![shape(form, at, r + CASING, Paint::fill(style.theme.page))];
    let ink = match fill {
        Fill::Solid => {
            marks.push(shape(form, at, r, Paint::fill(color)));
            style.theme.on_sector
        }
        Fill::Open => {
            marks.push(shape(form, at, r - 0.75, Paint::fill(style.theme.page).outlined(color, 1.5)));
            color
        }
    };
    let text = wording::count(work_count);
    let fits = r >= NUMBER_FROM && reserved_width(&text, style.roles.number, Weight::Bold) <= 1.8 * r;
    if style.kind.has_works() && work_count > 0 && fits {
        let base = Point::new(at.x, at.y + BASELINE_OFFSET * style.roles.number);
        marks.push(TextLine::new(text, base, style.roles.number, ink).bold().anchored(TextAnchor::Middle).into());
    }
    marks
}

/// Style of a figure: theme, type sizes, language and kind of work.
#[derive(Clone, Copy, Debug)]
pub struct Style<'t> {
    /// Colours.
    pub theme: &'t Theme,
    /// Type sizes.
    pub roles: &'t TypeScale,
    /// Language of names and texts.
    pub language: Language,
    /// Kind of work that the data hold.
    pub kind: WorkKind,
}

/// Group of an institution: id, class, `data-*` attributes and title around its marks.
#[must_use]
pub fn node(
    corpus: &Corpus,
    id: InstitutionId,
    outline: ConvexPolygon,
    marks: Vec<Mark>,
    style: Style<'_>,
) -> MarkGroup {
    let institution = corpus.institution(id);
    let work_count = corpus.works_of(id).len();
    let label = names::label(&institution.names, style.language, names::Length::Long);
    let text = label.second.map_or(label.first.clone(), |second| format!("{}\n{second}", label.first));
    MarkGroup {
        id: Some(format!("n-{}", institution.id)),
        class: "node institution".to_owned(),
        data: vec![
            ("id", institution.id.clone()),
            ("kind", "institution".to_owned()),
            ("sector", institution.sector().map_or("", |sector| sector.key()).to_owned()),
            ("country", institution.country().map_or("", |country| country.code()).to_owned()),
            ("models", work_count.to_string()),
        ],
        title: Some(with_works(&label.full, work_count, style)),
        role: MarkRole::Node(Box::new(NodeMark {
            key: institution.id.clone(),
            label: text,
            shape: form(institution.sector()),
            outline,
            color: style.theme.sector(institution.sector()),
        })),
        marks,
    }
}

/// ConvexPolygon of an institution's mark.
#[must_use]
pub fn mark_outline(institution: &Institution, at: Point, r: f64) -> ConvexPolygon {
    outline(form(institution.sector()), at, r)
}

/// Group of a tie: id, class, `data-*` attributes and title around its marks; `width` in points.
#[must_use]
pub fn tie(
    network: &Network<'_>,
    tie: usize,
    color: Color,
    width: f64,
    marks: Vec<Mark>,
    style: Style<'_>,
) -> MarkGroup {
    let corpus = network.corpus();
    let (a, b, _) = network.tie(tie);
    let weight = joint_count(network, tie);
    let ends = [a, b].map(|node| network.institution(node).map(|id| corpus.institution(id)));
    let key = |end: usize| ends[end].map_or(String::new(), |institution| institution.id.clone());
    let name =
        |end: usize| ends[end].map_or(String::new(), |institution| names::plain(&institution.names, style.language));
    let works = network.evidence(tie);
    MarkGroup {
        id: Some(format!("e-{}--{}", key(0), key(1))),
        class: "edge".to_owned(),
        data: vec![
            ("source", key(0)),
            ("target", key(1)),
            ("weight", weight_text(weight)),
            ("models", works.iter().map(|&work| corpus.work_key(work)).collect::<Vec<_>>().join(" ")),
        ],
        title: Some(format!("{} – {}: {}", name(0), name(1), works_or_weight(corpus, works, weight, style.language))),
        role: MarkRole::Edge(Box::new(EdgeMark { source: key(0), targets: vec![key(1)], weight, color, width })),
        marks,
    }
}

/// Number of joint works of a tie; its weight where the input states the tie without works.
#[must_use]
pub fn joint_count(network: &Network<'_>, tie: usize) -> f64 {
    match network.evidence(tie).len() {
        0 => network.tie(tie).2,
        count => count as f64,
    }
}

/// Works with their months, separated by commas; the weight where there are no works.
#[must_use]
pub fn works_or_weight(corpus: &Corpus, works: &[WorkId], weight: f64, language: Language) -> String {
    if works.is_empty() {
        let weight = message!("figures-measure-weight-value", number = weight_text(weight));
        return Localizer::for_figures(language).render(&weight);
    }
    let one = |&work: &WorkId| match corpus.date(work) {
        Some(date) => format!("{} ({})", corpus.work_name(work), date.to_month_string()),
        None => corpus.work_name(work).to_owned(),
    };
    works.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A name with its number of works (`KAIST: 5 models`); the bare name where the data have no works.
#[must_use]
pub fn with_works(name: &str, works: usize, style: Style<'_>) -> String {
    with_works_of(name, works, style.kind, style.language)
}

/// [`with_works`] without a [`Style`].
#[must_use]
pub fn with_works_of(name: &str, works: usize, kind: WorkKind, language: Language) -> String {
    // An institution that is known by a tie alone has an unknown number of works.
    if !kind.has_works() || works == 0 {
        return name.to_owned();
    }
    let title = message!("figures-name-works", name = name, count = works, kind = kind);
    Localizer::for_figures(language).render(&title)
}

/// What the weights of these ties measure.
#[must_use]
pub fn measure(network: &Network<'_>, ties: impl IntoIterator<Item = usize>, kind: WorkKind) -> TieMeasure {
    TieMeasure::of(
        kind,
        ties.into_iter().map(|tie| (!network.evidence(tie).is_empty(), network.evidence(tie).is_empty())),
    )
}

/// Strength of an institution by joint works, then by the total weight of its ties without works, then by all its
/// works. O(works · team size + degree).
#[must_use]
pub fn strength(network: &Network<'_>, id: InstitutionId) -> Strength {
    let row = network.adjacency().row_of(network.node_of(id));
    let without_works = row.map(|(_, _, tie)| tie).filter(|&tie| network.evidence(tie).is_empty());
    Strength {
        joint_count: joint_works(network, id).len(),
        weight: without_works.map(|tie| network.tie(tie).2).sum(),
        works: network.corpus().works_of(id).len(),
    }
}

/// Sort key of institutions; see [`strength`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    /// Number of joint works that count towards ties.
    pub joint_count: usize,
    /// Total weight of the ties without works.
    pub weight: f64,
    /// Number of all works.
    pub works: usize,
}

impl Strength {
    /// Descending order: the stronger institution first.
    #[must_use]
    pub fn strongest_first(&self, other: &Self) -> std::cmp::Ordering {
        let weight = other.weight.total_cmp(&self.weight);
        other.joint_count.cmp(&self.joint_count).then(weight).then(other.works.cmp(&self.works))
    }
}

/// Number of institutions with its noun: `3 institutions`.
#[must_use]
pub fn institution_count(count: usize, language: Language) -> String {
    Localizer::for_figures(language).render(&message!("figures-institutions", count = count))
}

/// Evidence of a tie as text lines of at most `max_width` points: one or two works by name, otherwise the first and
/// the number of further ones.
#[must_use]
pub fn evidence(
    corpus: &Corpus,
    works: &[WorkId],
    size: f64,
    weight: Weight,
    max_width: f64,
    style: Style<'_>,
) -> Vec<String> {
    let fit = |name: &str, max_width: f64| wording::ellipsized(name, size, weight, max_width);
    match works {
        [] => Vec::new(),
        [one] => vec![fit(corpus.work_name(*one), max_width)],
        [one, two] => {
            let names = [one, two].map(|work| corpus.work_name(*work));
            names.iter().map(|name| fit(&abbreviated(name, &names), max_width)).collect()
        }
        [first, rest @ ..] => {
            let more = and_more(rest.len(), style);
            let available = max_width - crate::typography::width(&more, size, weight);
            vec![format!("{}{more}", fit(corpus.work_name(*first), available))]
        }
    }
}

/// Number of further works after a space: ` and 2 more`; in both languages ` +2`.
#[must_use]
pub fn and_more(count: usize, style: Style<'_>) -> String {
    let more = match style.language.choice() {
        LanguageChoice::Both => message!("figures-more", count = count),
        _ => message!("figures-more-works", count = count, kind = style.kind),
    };
    format!(" {}", Localizer::for_figures(style.language).render(&more))
}

/// Number of further institutions: `and 2 more`; in both languages `+2`.
#[must_use]
pub fn more_institutions(count: usize, language: Language) -> String {
    let more = match language.choice() {
        LanguageChoice::Both => message!("figures-more", count = count),
        _ => message!("figures-more-institutions", count = count),
    };
    Localizer::for_figures(language).render(&more)
}

/// Years of works, with how many of them have no date: `2018–2023, 1 undated`; `None` where no work is dated.
#[must_use]
pub fn period(corpus: &Corpus, works: &[WorkId]) -> Option<Statement> {
    let years = years(corpus, works);
    let undated = works.iter().filter(|&&work| corpus.date(work).is_none()).count();
    (!years.is_empty()).then(|| message!("figures-years", years = years, undated = undated))
}

/// [`period`] as a label; empty where no work is dated.
#[must_use]
pub fn period_label(corpus: &Corpus, works: &[WorkId], language: Language) -> String {
    period(corpus, works).map_or_else(String::new, |period| Localizer::for_figures(language).render(&period))
}

/// Range of the years of works: `2021`, `2018–2023`; empty where no work is dated.
#[must_use]
pub fn years(corpus: &Corpus, works: &[WorkId]) -> String {
    let years = || works.iter().filter_map(|&work| corpus.date(work)).map(|date| date.year_number());
    match (years().min(), years().max()) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("{first}–{last}"),
        _ => String::new(),
    }
}

/// Joint works of an institution that count towards ties (teams over the size limit excluded), in the corpus's order.
#[must_use]
pub fn joint_works(network: &Network<'_>, id: InstitutionId) -> Vec<WorkId> {
    let corpus = network.corpus();
    let makes_ties =
        |work: &WorkId| corpus.institutions_of(*work).len() > 1 && network.excluded().binary_search(work).is_err();
    corpus.works_of(id).iter().copied().filter(makes_ties).collect()
}

/// Teams with their works: each distinct set of two or more institutions (ascending) once, in the order of its first
/// work. Works over the team size limit are excluded. O(works · team size · log teams).
#[must_use]
pub fn teams(network: &Network<'_>) -> Vec<(Vec<InstitutionId>, Vec<WorkId>)> {
    let corpus = network.corpus();
    let mut index_of_team = std::collections::BTreeMap::new();
    let mut teams: Vec<(Vec<InstitutionId>, Vec<WorkId>)> = Vec::new();
    for work in corpus.work_ids() {
        let mut members = corpus.institutions_of(work).to_vec();
        if members.len() < 2 || network.excluded().binary_search(&work).is_ok() {
            continue;
        }
        members.sort_unstable();
        let at = *index_of_team.entry(members.clone()).or_insert(teams.len());
        if at == teams.len() {
            teams.push((members, Vec::new()));
        }
        teams[at].1.push(work);
    }
    teams
}

/// Works over the team size limit in which at least one of the drawn institutions took part.
#[must_use]
pub fn large_teams_among(network: &Network<'_>, drawn: &BTreeSet<InstitutionId>) -> Vec<WorkId> {
    let corpus = network.corpus();
    let includes_drawn = |work: &WorkId| corpus.institutions_of(*work).iter().any(|id| drawn.contains(id));
    network.excluded().iter().copied().filter(includes_drawn).collect()
}

/// Note about the excluded large teams of [`large_teams_among`]; `None` where there are none.
#[must_use]
pub fn large_teams_note(
    network: &Network<'_>,
    drawn: impl IntoIterator<Item = InstitutionId>,
    kind: WorkKind,
) -> Option<Statement> {
    let works = large_teams_among(network, &drawn.into_iter().collect());
    let corpus = network.corpus();
    let (&first, rest) = works.split_first()?;
    let size = corpus.team_size(first);
    let name = corpus.work_name(first);
    Some(if rest.is_empty() {
        message!("figures-large-team", name = name, institutions = size)
    } else {
        let (more, count) = (rest.len(), works.len());
        message!("figures-large-teams", name = name, institutions = size, more = more, count = count, kind = kind)
    })
}

/// Whether the institution of a node took part in a work over the team size limit.
#[must_use]
pub fn is_in_large_team(network: &Network<'_>, node: usize) -> bool {
    let corpus = network.corpus();
    let has = |id| network.excluded().iter().any(|&work| corpus.institutions_of(work).contains(&id));
    network.institution(node).is_some_and(has)
}

/// A line of text, vertically centred at `center_y`.
#[must_use]
pub fn line(text: impl Into<String>, x: f64, center_y: f64, size: f64, color: Color) -> TextLine {
    TextLine::new(text, Point::new(x, center_y + BASELINE_OFFSET * size), size, color)
}

/// Mark of a sector without casing, as in legends and row headers.
#[must_use]
pub fn sector_mark(form: NodeShape, at: Point, r: f64, color: Color) -> Mark {
    shape(form, at, r, Paint::fill(color))
}
