//! What a map says in words: title, finding, legend, notes for the source line.

use crate::answer::korean::{Particle, attach};
use crate::answer::language::Language;
use crate::answer::mark::NodeShape;
use crate::corpus::table::Corpus;
use crate::corpus::work::WorkId;
use crate::drawing::encoding::tie_width;
use crate::drawing::frame::{Options, Words};
use crate::drawing::kind::{Measure, WorkKind};
use crate::drawing::legend::{self, Entry, Symbol};
use crate::drawing::map::plan::Plan;
use crate::drawing::map::small::Written;
use crate::drawing::map::unshown;
use crate::drawing::member::{consortia_of, weight_text};
use crate::drawing::wording::{both, count, first, in_each};
use crate::english::counted;
use crate::network::graph::Network;
use crate::selection::Selection;
use crate::selection::subgraph::SubgraphSpec;

/// A weight as a number without needless digits.
pub(crate) fn weight(weight: f64) -> String {
    let rounded = (weight * 1_000.0).round() / 1_000.0;
    if rounded.abs() < 0.01 { weight_text(weight) } else { format!("{rounded}") }
}

/// What the numbers of the lines are.
fn measure(plan: &Plan, kind: WorkKind) -> Measure {
    let ties = plan.ties.iter().map(|tie| (!tie.works.is_empty(), tie.weight != tie.works.len() as f64));
    Measure::of(kind, ties.chain(plan.pills.iter().map(|_| (true, false))))
}

/// `, 2018–2023`, or nothing without dates.
pub(crate) fn period(corpus: &Corpus, works: &[WorkId]) -> String {
    let years = || works.iter().filter_map(|&work| corpus.date(work)).map(|date| date.year_number());
    match (years().min(), years().max()) {
        (Some(from), Some(to)) if from == to => format!(", {from}"),
        (Some(from), Some(to)) => format!(", {from}–{to}"),
        _ => String::new(),
    }
}

/// Title, subtitle and finding of a small map.
pub(crate) fn small(corpus: &Corpus, plan: &Plan, written: &Written, options: &Options) -> Words {
    let language = options.language;
    let mut joint: Vec<WorkId> = plan.ties.iter().flat_map(|tie| tie.works.iter().copied()).collect();
    joint.extend(plan.pills.iter().flat_map(|team| team.works.iter().copied()));
    joint.sort_unstable();
    joint.dedup();
    let period = period(corpus, &joint);
    let kind = options.kind(corpus);
    let (many, noun) = (kind.many(), kind.korean());
    let (title_en, title_ko) = title(kind);
    let title = match &plan.home {
        Some(home) => {
            let (english, korean) = home.names();
            let title = format!("{}{}", title_en[..1].to_lowercase(), &title_en[1..]);
            (format!("{english}: {title}"), format!("{korean} {noun}의 {title_ko}"))
        }
        None => (title_en.to_owned(), title_ko.to_owned()),
    };
    let (institutions, institutions_ko) = shown_of(plan.institutions.len(), corpus.institution_count());
    let measure = measure(plan, kind);
    let english = if measure == Measure::Weight {
        format!("{institutions}, {}. Line width = weight", counted(plan.ties.len(), "tie", "ties"))
    } else {
        let joint = kind.joint(joint.len());
        format!("{institutions}, {joint}{period}. Width = {}, text = which", measure.english())
    };
    let korean = if measure == Measure::Weight {
        format!("{institutions_ko}, 연결 {}개. 선 굵기 = 가중치", plan.ties.len())
    } else {
        format!(
            "{institutions_ko}, {}. 굵기 = {}, 글자 = 근거 {noun}",
            kind.joint_korean(joint.len()),
            measure.korean()
        )
    };
    let mut notes = Vec::new();
    if plan.institutions.iter().any(|&id| !corpus.works_of(id).is_empty()) {
        notes.push((format!("Number in a node = its {many}."), format!("도형 안 숫자 = {noun} 수.")));
    }
    if !plan.hidden.is_empty() {
        notes.push((
            format!("(+n) after a {}: n more partners that the line does not join.", kind.one()),
            format!("{noun} 이름 뒤 (+n) = 그 선에 없는 공동 기관 n곳."),
        ));
    }
    if written.cut > 0 {
        let cut = written.cut;
        notes.push((
            format!("{} cut (…).", counted(cut, "long name is", "long names are")),
            format!("긴 이름 {cut}개는 줄여 씀(…)."),
        ));
    }
    Words {
        description: in_each(language, |one| finding(corpus, plan, &joint, (kind, one), Telling::of(language))),
        notes,
        ..Words::headed("map", language, title, (english, korean))
    }
}

/// The title of a map, English and Korean.
pub(crate) fn title(kind: WorkKind) -> (&'static str, &'static str) {
    match kind {
        WorkKind::Model => ("Who builds models together", "기관 협력 지도"),
        WorkKind::Publication => ("Who publishes together", "기관 협력 지도"),
        WorkKind::Work => ("Who works together", "기관 협력 지도"),
        WorkKind::Tie => ("Ties between institutions", "기관 연결 지도"),
    }
}

/// `14 institutions`, `12 of 342 institutions`; `기관 14곳`, `기관 342곳 중 12곳`.
pub(crate) fn shown_of(shown: usize, all: usize) -> (String, String) {
    let institutions = counted(all, "institution", "institutions");
    if shown < all {
        return (format!("{} of {institutions}", count(shown)), format!("기관 {}곳 중 {}곳", count(all), count(shown)));
    }
    (institutions, format!("기관 {}곳", count(all)))
}

/// The works above the cap of partners that one of those drawn shares, named.
pub(crate) fn left_out(network: &Network<'_>, drawn: &Selection, kind: WorkKind) -> Vec<(String, String)> {
    let corpus = network.corpus();
    let drawn = drawn.nodes.iter().filter_map(|&node| network.institution(node)).collect();
    let works = consortia_of(network, &drawn);
    let told = |&work: &WorkId| {
        let (name, partners) = (corpus.work_name(work), corpus.institutions_of(work).len());
        (
            format!("{name} ({}) makes no ties.", counted(partners, "institution", "institutions")),
            format!("기관 {partners}곳의 {name} 제외."),
        )
    };
    let named: Vec<(String, String)> = works.iter().take(2).map(told).collect();
    let more = works.len() - named.len();
    let rest = (more > 0).then(|| {
        (
            format!("{} as large left out, too.", counted(more, "other", "others")),
            format!("그 밖의 대형 {} 제외.", kind.counted_korean(more)),
        )
    });
    named.into_iter().chain(rest).collect()
}

/// Institutions without room for a name, where there are any.
pub(crate) fn unnamed(institutions: usize) -> Option<(String, String)> {
    (institutions > 0).then(|| {
        (
            format!("{} without room for a name.", counted(institutions, "institution", "institutions")),
            format!("자리가 없어 이름을 적지 않은 기관 {}곳.", count(institutions)),
        )
    })
}

/// Most institutions that are named when they are not shown.
const NAMED_BEYOND: usize = 4;

/// Institutions and ties that the map does not show; few of them by name.
pub(crate) fn beyond(network: &Network<'_>, shown: &Selection) -> Vec<(String, String)> {
    let rest: Vec<usize> = (0..network.node_count()).filter(|&node| !shown.contains(node)).collect();
    let mut told = Vec::new();
    if !rest.is_empty() {
        let names = rest.iter().filter_map(|&node| network.institution(node));
        let names: Vec<_> = names.map(|id| &network.corpus().institution(id).names).collect();
        let listed = |label: &dyn Fn(&crate::corpus::institution::Names) -> String| match names.len() {
            0..=NAMED_BEYOND => names.iter().map(|names| label(names)).collect::<Vec<_>>().join(", "),
            _ => String::new(),
        };
        let (english, korean) = (
            listed(&|names| names.label().to_owned()),
            listed(&|names| names.label_ko().unwrap_or(names.label()).to_owned()),
        );
        let (number, plural) = (count(rest.len()), if rest.len() == 1 { "" } else { "s" });
        let colon = |list: String| if list.is_empty() { list } else { format!(": {list}") };
        told.push((
            format!("{number} institution{plural} not shown{}.", colon(english)),
            format!("싣지 않은 기관 {number}곳{}.", colon(korean)),
        ));
    }
    let ties = Selection::induced(network, shown.nodes.iter().copied()).ties.len() - shown.ties.len();
    if ties > 0 {
        let plural = if ties == 1 { "" } else { "s" };
        told.push((
            format!("{} weaker tie{plural} between the shown left out.", count(ties)),
            format!("실린 기관 사이의 약한 연결 {}개는 뺌.", count(ties)),
        ));
    }
    told
}

/// What was chosen, in words.
pub(crate) fn chosen(corpus: &Corpus, choice: &SubgraphSpec, kind: WorkKind) -> Vec<(String, String)> {
    let mut told = Vec::new();
    if let Some(number) = choice.component {
        told.push((
            format!("Shown: connected group {number} by size."),
            format!("보인 부분: 크기순 {number}번째 연결 무리."),
        ));
    }
    if let Some((id, depth)) = choice.focus {
        let names = &corpus.institution(id).names;
        let (english, korean) = (names.label(), names.label_ko().unwrap_or(names.label()));
        let plural = if depth == 1 { "" } else { "s" };
        told.push((
            format!("Shown: {english} and those within {depth} step{plural}."),
            format!("보인 부분: {korean} 중심 {depth}단계 이내."),
        ));
    }
    if let Some(least) = choice.min_weight {
        let least = weight(least);
        told.push((
            format!("Shown: ties of weight {least} or more."),
            format!("보인 부분: 가중치 {least} 이상의 연결."),
        ));
    }
    if let Some(level) = choice.backbone {
        told.push((
            format!("Shown: backbone (disparity filter, α < {level})."),
            format!("보인 부분: 골격(disparity filter, α < {level})."),
        ));
    }
    if let Some(k) = choice.core {
        told.push((
            format!("Shown: the {k}-core (each with {k} partners or more in it)."),
            format!("보인 부분: {k}-코어(서로 {k}곳 이상과 이어진 부분)."),
        ));
    }
    if let Some(top) = choice.top {
        told.push(if kind.has_works() {
            (
                format!("Shown: the {top} strongest by {} + partners.", kind.many()),
                format!("보인 부분: {} 수 + 협력 기관 수가 가장 큰 {top}곳.", kind.korean()),
            )
        } else {
            (format!("Shown: the {top} with the most partners."), format!("보인 부분: 협력 기관이 가장 많은 {top}곳."))
        });
    }
    told
}

/// How much a sentence says: what is told twice, once in each language, is told in short.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Telling {
    Long,
    Short,
}

impl Telling {
    fn of(language: Language) -> Self {
        if language == Language::Both { Self::Short } else { Self::Long }
    }
}

/// One to three sentences: what is tied, the strongest tie, the groups.
fn finding(
    corpus: &Corpus,
    plan: &Plan,
    joint: &[WorkId],
    (kind, language): (WorkKind, Language),
    telling: Telling,
) -> String {
    let name = |node: usize| {
        let names = &corpus.institution(plan.institutions[node]).names;
        match (telling, names.short_label_ko()) {
            (Telling::Long, _) => crate::drawing::names::plain(names, language),
            (Telling::Short, Some(korean)) if language == Language::Korean => korean.to_owned(),
            (Telling::Short, _) => names.short_label().to_owned(),
        }
    };
    let institutions = plan.institutions.len();
    let measure = measure(plan, kind);
    let (english, korean) = match measure {
        Measure::Weight => (counted(plan.ties.len(), "tie", "ties"), format!("연결 {}개", count(plan.ties.len()))),
        _ => (kind.joint(joint.len()), kind.joint_korean(joint.len())),
    };
    let (shown, shown_ko) = shown_of(institutions, corpus.institution_count());
    let mut sentences = vec![first(
        language,
        format!("{shown}, {english}."),
        format!("{} 잇는 {shown_ko}.", attach(&korean, Particle::Subject)),
    )];
    if let Some(team) = plan.pills.iter().max_by_key(|team| (team.works.len(), team.members.len())) {
        let (members, works) = (team.members.len(), team.works.len());
        let lead = name(team.members[0]);
        sentences.push(first(
            language,
            format!("{lead} and {} made {} together.", counted(members - 1, "other", "others"), kind.counted(works)),
            format!(
                "{lead} 등 {members}곳이 {} 함께 {}.",
                attach(&kind.counted_korean(works), Particle::Object),
                if kind == WorkKind::Model { "만들었다" } else { "발표했다" }
            ),
        ));
    } else if let Some(tie) = plan.ties.iter().reduce(|best, tie| if tie.weight > best.weight { tie } else { best }) {
        let (a, b, w) = (name(tie.ends.0), name(tie.ends.1), weight_text(tie.weight));
        let equal = plan.ties.iter().filter(|other| other.weight == tie.weight).count();
        sentences.push(match equal {
            1 => first(
                language,
                format!("The strongest tie is {a} – {b} ({w})."),
                format!("가장 강한 협력은 {a} – {b}({w})이다."),
            ),
            _ => first(
                language,
                format!("{equal} ties share the first place ({w} each), {a} – {b} among them."),
                format!("{a} – {b} 등 {equal}개 협력이 가장 강하다(각 {w})."),
            ),
        });
    }
    let parts = plan.parts();
    let sizes: Vec<String> = parts
        .iter()
        .take(3)
        .map(|marks| {
            let members: Vec<usize> = marks.iter().copied().filter(|&mark| mark < institutions).collect();
            let lead = members
                .iter()
                .copied()
                .max_by_key(|&node| (corpus.works_of(plan.institutions[node]).len(), std::cmp::Reverse(node)));
            let lead = lead.map_or_else(String::new, &name);
            first(
                language,
                format!("{lead} and {}", counted(members.len() - 1, "other", "others")),
                format!("{lead} 등 {}곳", members.len()),
            )
        })
        .collect();
    if parts.len() > 1 && telling == Telling::Long {
        let sizes = sizes.join(if language == Language::English { "; " } else { ", " });
        let more = if parts.len() > 3 { " …" } else { "" };
        sentences.push(first(
            language,
            format!("{} groups that no {} joins: {sizes}{more}.", parts.len(), kind.one()),
            format!("어떤 {}도 잇지 않는 {}무리로 나뉜다: {sizes}{more}.", kind.korean(), parts.len()),
        ));
    }
    sentences.join(" ")
}

/// Entries of the legend, only of what occurs.
pub(crate) fn legend(corpus: &Corpus, plan: &Plan, options: &Options) -> Vec<Entry> {
    let (theme, language) = (options.theme(), options.language);
    let institutions = || plan.institutions.iter().map(|&id| corpus.institution(id));
    let mut entries = legend::sectors(institutions().map(|one| one.sector()), theme, language);
    if let Some(home) = &plan.home {
        let (english, korean) = home.names();
        entries.push(Entry::new(Symbol::Filled(NodeShape::Circle, theme.muted), both(language, english, korean)));
        entries.push(Entry::new(Symbol::Outlined(NodeShape::Circle, theme.muted), both(language, "abroad", "해외")));
    }
    let measure = measure(plan, options.kind(corpus));
    let mut weights: Vec<f64> = plan.lines().map(|line| line.2).collect();
    weights.sort_by(f64::total_cmp);
    weights.dedup();
    let shown: Vec<f64> = match weights.len() {
        0..=3 => weights,
        len => vec![weights[0], weights[len / 2], weights[len - 1]],
    };
    for (position, &w) in shown.iter().enumerate() {
        let number = weight_text(w);
        let text = match position {
            0 => measure.legend(&number, language),
            _ => measure.legend_more(&number, language),
        };
        entries.push(Entry::new(Symbol::Line(theme.edge, tie_width(w)), text));
    }
    if plan.unshown().iter().any(|&partners| partners > 0) {
        entries.push(unshown::entry(theme.muted, theme.muted, language));
    }
    if !plan.triangles.is_empty() {
        entries.push(Entry::new(Symbol::Triangle, both(language, "3 partners", "세 곳 공동")));
    }
    if !plan.pills.is_empty() {
        let sizes: Vec<usize> = plan.pills.iter().map(|team| team.members.len()).collect();
        let (least, most) = (sizes.iter().min().copied().unwrap_or(0), sizes.iter().max().copied().unwrap_or(0));
        let range = if least == most { least.to_string() } else { format!("{least}–{most}") };
        entries
            .push(Entry::new(Symbol::Pill, both(language, &format!("{range} partners"), &format!("{range}곳 공동"))));
    }
    entries
}
