//! What the views share beyond theme and frame: an institution as a mark with its count, a tie with its works,
//! and how both are told.

use crate::answer::language::Language;
use crate::answer::mark::{
    Color, EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, TextAnchor, TextLine,
};
use crate::answer::number::plain;
use crate::corpus::Corpus;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::work::WorkId;
use crate::drawing::encoding::{CASING, NUMBER_FROM, form, outline, shape};
use crate::drawing::kind::{Measure, WorkKind};
use crate::drawing::map::evidence::shortened;
use crate::drawing::theme::{Theme, Type};
use crate::drawing::{names, wording};
use crate::english::{agree, counted};
use crate::geometry::{Outline, Point};
use crate::network::graph::Network;
use crate::typography::{MIDDLE, Weight, reserved_width};
use std::collections::BTreeSet;

/// How the area of an institution's mark is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// In its colour: at home.
    Solid,
    /// In the page's colour with an outline: abroad.
    Open,
}

/// Solid where an institution shares a country with the home one, or where one of both has none.
#[must_use]
pub fn fill(institution: &Institution, home: &Institution) -> Fill {
    let unknown = institution.countries.is_empty() || home.countries.is_empty();
    let shares = institution.countries.iter().any(|country| home.countries.contains(country));
    if unknown || shares { Fill::Solid } else { Fill::Open }
}

/// The mark of an institution: casing, form, and its number of works where there are works to count and room for it.
#[must_use]
pub fn badge(institution: &Institution, models: usize, at: Point, r: f64, fill: Fill, look: Look<'_>) -> Vec<Mark> {
    let form = form(institution.sector());
    let color = look.theme.sector(institution.sector());
    let mut marks = vec![shape(form, at, r + CASING, Paint::fill(look.theme.page))];
    let ink = match fill {
        Fill::Solid => {
            marks.push(shape(form, at, r, Paint::fill(color)));
            look.theme.on_sector
        }
        Fill::Open => {
            marks.push(shape(form, at, r - 0.75, Paint::fill(look.theme.page).outlined(color, 1.5)));
            color
        }
    };
    let text = wording::count(models);
    let fits = r >= NUMBER_FROM && reserved_width(&text, look.roles.number, Weight::Bold) <= 1.8 * r;
    if look.kind.has_works() && fits {
        let base = Point::new(at.x, at.y + MIDDLE * look.roles.number);
        marks.push(TextLine::new(text, base, look.roles.number, ink).bold().anchored(TextAnchor::Middle).into());
    }
    marks
}

/// Theme, type and language of a figure.
#[derive(Clone, Copy, Debug)]
pub struct Look<'t> {
    /// Colours.
    pub theme: &'t Theme,
    /// Sizes of type.
    pub roles: &'t Type,
    /// Language of names and words.
    pub language: Language,
    /// What the data are of.
    pub kind: WorkKind,
}

/// The group of an institution: what it is for scripts and readers, around its marks.
#[must_use]
pub fn node(corpus: &Corpus, id: InstitutionId, outline: Outline, marks: Vec<Mark>, look: Look<'_>) -> MarkGroup {
    let institution = corpus.institution(id);
    let models = corpus.works_of(id).len();
    let label = names::label(&institution.names, look.language, names::Length::Long);
    let text = label.second.map_or(label.first.clone(), |second| format!("{}\n{second}", label.first));
    MarkGroup {
        id: Some(format!("n-{}", institution.id)),
        class: "node institution".to_owned(),
        data: vec![
            ("id", institution.id.clone()),
            ("kind", "institution".to_owned()),
            ("sector", institution.sector().map_or("", |sector| sector.key()).to_owned()),
            ("country", institution.country().map_or("", |country| country.code()).to_owned()),
            ("models", models.to_string()),
        ],
        title: Some(with_works(&label.full, models, look)),
        role: MarkRole::Node(Box::new(NodeMark {
            key: institution.id.clone(),
            label: text,
            shape: form(institution.sector()),
            outline,
            color: look.theme.sector(institution.sector()),
        })),
        marks,
    }
}

/// The outline of an institution's mark.
#[must_use]
pub fn mark_outline(institution: &Institution, at: Point, r: f64) -> Outline {
    outline(form(institution.sector()), at, r)
}

/// The group of a tie.
#[must_use]
pub fn tie(network: &Network<'_>, tie: usize, color: Color, width: f64, marks: Vec<Mark>, look: Look<'_>) -> MarkGroup {
    let corpus = network.corpus();
    let (a, b, _) = network.tie(tie);
    let weight = joint(network, tie);
    let ends = [a, b].map(|node| network.institution(node).map(|id| corpus.institution(id)));
    let key = |end: usize| ends[end].map_or(String::new(), |institution| institution.id.clone());
    let name =
        |end: usize| ends[end].map_or(String::new(), |institution| names::plain(&institution.names, look.language));
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
        title: Some(format!("{} – {}: {}", name(0), name(1), told(corpus, works, weight, look.language))),
        role: MarkRole::Edge(Box::new(EdgeMark { source: key(0), targets: vec![key(1)], weight, color, width })),
        marks,
    }
}

/// Joint models of a tie; its weight where the input states it without works.
#[must_use]
pub fn joint(network: &Network<'_>, tie: usize) -> f64 {
    match network.evidence(tie).len() {
        0 => network.tie(tie).2,
        count => count as f64,
    }
}

/// A weight for readers: whole, or with so many decimals that two digits at least tell it.
#[must_use]
pub fn weight_text(weight: f64) -> String {
    let decimals = match weight.abs() {
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        size if size >= 0.01 => 3,
        size if size >= 1e-15 => (1.0 - libm::log10(size)).ceil() as usize,
        _ => 0,
    };
    plain(weight, decimals)
}

/// All works with their dates, or the weight of a tie without works.
#[must_use]
pub fn told(corpus: &Corpus, works: &[WorkId], weight: f64, language: Language) -> String {
    if works.is_empty() {
        return wording::first(
            language,
            format!("weight {}", weight_text(weight)),
            format!("가중치 {}", weight_text(weight)),
        );
    }
    let one = |&work: &WorkId| match corpus.date(work) {
        Some(date) => format!("{} ({})", corpus.work_name(work), date.to_month_string()),
        None => corpus.work_name(work).to_owned(),
    };
    works.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A name with its works, `KAIST: 5 models`; alone where there are no works to count.
#[must_use]
pub fn with_works(name: &str, works: usize, look: Look<'_>) -> String {
    with_works_of(name, works, look.kind, look.language)
}

/// The same outside of a [`Look`].
#[must_use]
pub fn with_works_of(name: &str, works: usize, kind: WorkKind, language: Language) -> String {
    if kind.has_works() { format!("{name}: {}", kind.told(works, language)) } else { name.to_owned() }
}

/// What the numbers of these ties are.
#[must_use]
pub fn measure(network: &Network<'_>, ties: impl IntoIterator<Item = usize>, kind: WorkKind) -> Measure {
    Measure::of(kind, ties.into_iter().map(|tie| (!network.evidence(tie).is_empty(), network.evidence(tie).is_empty())))
}

/// How strong the ties of an institution are: its joint works; then the sum of the weights of ties that stand on no
/// works, which is all that data without works tell; then all its works.
#[must_use]
pub fn strength(network: &Network<'_>, id: InstitutionId) -> Strength {
    let row = network.adjacency().row_of(network.node_of(id));
    let stated = row.map(|(_, _, tie)| tie).filter(|&tie| network.evidence(tie).is_empty());
    Strength {
        joint: joint_works(network, id).len(),
        weight: stated.map(|tie| network.tie(tie).2).sum(),
        works: network.corpus().works_of(id).len(),
    }
}

/// See [`strength`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    /// Joint works that make ties.
    pub joint: usize,
    /// Weight of all ties without works.
    pub weight: f64,
    /// All works.
    pub works: usize,
}

impl Strength {
    /// The stronger first.
    #[must_use]
    pub fn before(&self, other: &Self) -> std::cmp::Ordering {
        let weight = other.weight.total_cmp(&self.weight);
        other.joint.cmp(&self.joint).then(weight).then(other.works.cmp(&self.works))
    }
}

/// `기관 3곳`, `3 institutions`.
#[must_use]
pub fn institutions_told(count: usize, language: Language) -> String {
    let number = wording::count(count);
    wording::first(language, counted(count, "institution", "institutions"), format!("기관 {number}곳"))
}

/// The evidence on a tie, in lines: up to two models by name, else the first and how many more.
#[must_use]
pub fn evidence(
    corpus: &Corpus,
    works: &[WorkId],
    size: f64,
    weight: Weight,
    most: f64,
    look: Look<'_>,
) -> Vec<String> {
    let fit = |name: &str, most: f64| wording::fitted(name, size, weight, most);
    match works {
        [] => Vec::new(),
        [one] => vec![fit(corpus.work_name(*one), most)],
        [one, two] => {
            let names = [one, two].map(|work| corpus.work_name(*work));
            names.iter().map(|name| fit(&shortened(name, &names), most)).collect()
        }
        [first, rest @ ..] => {
            let more = more(rest.len(), look);
            let room = most - crate::typography::width(&more, size, weight);
            vec![format!("{}{more}", fit(corpus.work_name(*first), room))]
        }
    }
}

/// ` 외 2개`, ` and 2 more`; with both languages ` +2`.
#[must_use]
pub fn more(count: usize, look: Look<'_>) -> String {
    let number = wording::count(count);
    match look.language {
        Language::Both => format!(" +{number}"),
        one => wording::first(one, format!(" and {number} more"), format!(" 외 {}", look.kind.pieces(count))),
    }
}

/// ` 외 2곳`, `and 2 more` institutions; with both languages `+2`.
#[must_use]
pub fn others(count: String, language: Language) -> String {
    match language {
        Language::Both => format!("+{count}"),
        _ => wording::first(language, format!("and {count} more"), format!("외 {count}곳")),
    }
}

/// The years of works: `2021`, `2018–2023`; empty where none is dated.
#[must_use]
pub fn years(corpus: &Corpus, works: &[WorkId]) -> String {
    let years = || works.iter().filter_map(|&work| corpus.date(work)).map(|date| date.year_number());
    match (years().min(), years().max()) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("{first}–{last}"),
        _ => String::new(),
    }
}

/// Works of two or more institutions that make ties, those of one institution first to last.
#[must_use]
pub fn joint_works(network: &Network<'_>, id: InstitutionId) -> Vec<WorkId> {
    let corpus = network.corpus();
    let makes_ties =
        |work: &WorkId| corpus.institutions_of(*work).len() > 1 && network.excluded().binary_search(work).is_err();
    corpus.works_of(id).iter().copied().filter(makes_ties).collect()
}

/// Works that make ties, by their set of institutions (ascending): one team may have made several. In the
/// order of their first work.
#[must_use]
pub fn teams(network: &Network<'_>) -> Vec<(Vec<InstitutionId>, Vec<WorkId>)> {
    let corpus = network.corpus();
    let mut place = std::collections::BTreeMap::new();
    let mut teams: Vec<(Vec<InstitutionId>, Vec<WorkId>)> = Vec::new();
    for work in corpus.work_ids() {
        let mut members = corpus.institutions_of(work).to_vec();
        if members.len() < 2 || network.excluded().binary_search(&work).is_ok() {
            continue;
        }
        members.sort_unstable();
        let at = *place.entry(members.clone()).or_insert(teams.len());
        if at == teams.len() {
            teams.push((members, Vec::new()));
        }
        teams[at].1.push(work);
    }
    teams
}

/// Works that make no ties because too many institutions share them, and that one of those drawn shares.
#[must_use]
pub fn consortia_of(network: &Network<'_>, drawn: &BTreeSet<InstitutionId>) -> Vec<WorkId> {
    let corpus = network.corpus();
    let touches = |work: &WorkId| corpus.institutions_of(*work).iter().any(|id| drawn.contains(id));
    network.excluded().iter().copied().filter(touches).collect()
}

/// Notes for the source line about those works: English and Korean.
#[must_use]
pub fn consortia_note(
    network: &Network<'_>,
    drawn: impl IntoIterator<Item = InstitutionId>,
    kind: WorkKind,
) -> Option<(String, String)> {
    let works = consortia_of(network, &drawn.into_iter().collect());
    let corpus = network.corpus();
    let (&first, rest) = works.split_first()?;
    let size = corpus.institutions_of(first).len();
    let name = corpus.work_name(first);
    Some(if rest.is_empty() {
        (
            format!("Without {name} ({})", counted(size, "institution", "institutions")) + ".",
            format!("기관 {size}곳의 {name} 제외."),
        )
    } else {
        let more = rest.len();
        (
            format!(
                "Without {name} ({}) and {more} more large {}.",
                counted(size, "institution", "institutions"),
                agree(more, "consortium", "consortia")
            ),
            format!("기관 {size}곳의 {name} 등 대형 {} 제외.", kind.joint_korean(more + 1)),
        )
    })
}

/// A line of text with its middle at a height.
#[must_use]
pub fn line(text: impl Into<String>, x: f64, middle: f64, size: f64, color: Color) -> TextLine {
    TextLine::new(text, Point::new(x, middle + MIDDLE * size), size, color)
}

/// The mark of a sector without casing, at the size of legends and rows.
#[must_use]
pub fn dot(form: NodeShape, at: Point, r: f64, color: Color) -> Mark {
    shape(form, at, r, Paint::fill(color))
}
