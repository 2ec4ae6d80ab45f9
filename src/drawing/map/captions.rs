//! Texts of a map: title, subtitle, description, legend and caption notes.

use crate::answer::korean::{Particle, attach};
use crate::answer::language::Language;
use crate::answer::mark::Form;
use crate::corpus::table::Corpus;
use crate::corpus::work::WorkId;
use crate::drawing::encoding::tie_width;
use crate::drawing::frame::{Options, Words};
use crate::drawing::kind::{Measure, WorkKind};
use crate::drawing::legend::{self, Entry, Symbol};
use crate::drawing::map::detailed::MarkContent;
use crate::drawing::map::plan::MapPlan;
use crate::drawing::map::unshown;
use crate::drawing::member::{consortia_of, weight_text};
use crate::drawing::wording::{both, count, first, in_each};
use crate::english::counted;
use crate::network::graph::Network;
use crate::selection::Selection;
use crate::selection::choice::Choice;

/// A weight rounded to three decimals; small ones with the digits of [`weight_text`].
pub(crate) fn weight(weight: f64) -> String {
    let rounded = (weight * 1_000.0).round() / 1_000.0;
    if rounded.abs() < 0.01 { weight_text(weight) } else { format!("{rounded}") }
}

/// Measure of the line widths.
fn measure(plan: &MapPlan, kind: WorkKind) -> Measure {
    let ties = plan.ties.iter().map(|tie| (!tie.works.is_empty(), tie.weight != tie.works.len() as f64));
    Measure::of(kind, ties.chain(plan.pills.iter().map(|_| (true, false))))
}

/// Period of works: `, 2018–2023`, `, 2018`, or empty without dates.
pub(crate) fn period(corpus: &Corpus, works: &[WorkId]) -> String {
    let years = || works.iter().filter_map(|&work| corpus.date(work)).map(|date| date.year_number());
    match (years().min(), years().max()) {
        (Some(from), Some(to)) if from == to => format!(", {from}"),
        (Some(from), Some(to)) => format!(", {from}–{to}"),
        _ => String::new(),
    }
}

/// Title, subtitle, description and notes of a detailed map.
pub(crate) fn detailed(corpus: &Corpus, plan: &MapPlan, content: &MarkContent, options: &Options) -> Words {
    let language = options.language;
    let mut joint: Vec<WorkId> = plan.ties.iter().flat_map(|tie| tie.works.iter().copied()).collect();
    joint.extend(plan.pills.iter().flat_map(|team| team.works.iter().copied()));
    joint.sort_unstable();
    joint.dedup();
    let period = period(corpus, &joint);
    let kind = options.kind(corpus);
    let (many, noun) = (kind.many(), kind.korean());
    let (title_en, title_ko) = title(kind);
    let title = match &plan.home_country {
        Some(home_country) => {
            let (english, korean) = home_country.names();
            let title = format!("{}{}", title_en[..1].to_lowercase(), &title_en[1..]);
            (format!("{english}: {title}"), format!("{korean} {noun}의 {title_ko}"))
        }
        None => (title_en.to_owned(), title_ko.to_owned()),
    };
    let (institutions, institutions_ko) = shown_of_total(plan.institutions.len(), corpus.institutions_len());
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
    if !plan.hidden_partners.is_empty() {
        notes.push((
            format!("(+n) after a {}: n more partners that the line does not join.", kind.one()),
            format!("{noun} 이름 뒤 (+n) = 그 선에 없는 공동 기관 n곳."),
        ));
    }
    if content.truncated > 0 {
        let cut = content.truncated;
        notes.push((
            format!("{} cut (…).", counted(cut, "long name is", "long names are")),
            format!("긴 이름 {cut}개는 줄여 씀(…)."),
        ));
    }
    Words {
        description: in_each(language, |one| summary(corpus, plan, &joint, (kind, one), Verbosity::of(language))),
        notes,
        ..Words::headed("map", language, title, (english, korean))
    }
}

/// Title of a detailed map, English and Korean.
pub(crate) fn title(kind: WorkKind) -> (&'static str, &'static str) {
    match kind {
        WorkKind::Model => ("Who builds models together", "기관 협력 지도"),
        WorkKind::Publication => ("Who publishes together", "기관 협력 지도"),
        WorkKind::Work => ("Who works together", "기관 협력 지도"),
        WorkKind::Tie => ("Ties between institutions", "기관 연결 지도"),
    }
}

/// Number of institutions shown, English and Korean: `12 of 342 institutions`, `기관 342곳 중 12곳`; `14 institutions` where
/// all are shown.
pub(crate) fn shown_of_total(shown: usize, all: usize) -> (String, String) {
    let institutions = counted(all, "institution", "institutions");
    if shown < all {
        return (format!("{} of {institutions}", count(shown)), format!("기관 {}곳 중 {}곳", count(all), count(shown)));
    }
    (institutions, format!("기관 {}곳", count(all)))
}

/// Caption notes on the works above the cap of partners of which an institution is drawn; at most two by name.
pub(crate) fn excluded(network: &Network<'_>, drawn: &Selection, kind: WorkKind) -> Vec<(String, String)> {
    let corpus = network.corpus();
    let drawn = drawn.nodes.iter().filter_map(|&node| network.institution(node)).collect();
    let works = consortia_of(network, &drawn);
    let note = |&work: &WorkId| {
        let (name, partners) = (corpus.work_name(work), corpus.institutions_of(work).len());
        (
            format!("{name} ({}) makes no ties.", counted(partners, "institution", "institutions")),
            format!("기관 {partners}곳의 {name} 제외."),
        )
    };
    let named: Vec<(String, String)> = works.iter().take(2).map(note).collect();
    let more = works.len() - named.len();
    let rest = (more > 0).then(|| {
        (
            format!("{} as large left out, too.", counted(more, "other", "others")),
            format!("그 밖의 대형 {} 제외.", kind.counted_korean(more)),
        )
    });
    named.into_iter().chain(rest).collect()
}

/// Caption note on institutions without a name; `None` when there are none.
pub(crate) fn unnamed_note(institutions: usize) -> Option<(String, String)> {
    (institutions > 0).then(|| {
        (
            format!("{} without room for a name.", counted(institutions, "institution", "institutions")),
            format!("자리가 없어 이름을 적지 않은 기관 {}곳.", count(institutions)),
        )
    })
}

/// Maximum number of institutions not shown that the caption names.
const MAX_NAMED_OUTSIDE: usize = 4;

/// Caption notes on the institutions not shown, by name if they are few, and on the ties not shown.
pub(crate) fn outside_notes(network: &Network<'_>, shown: &Selection) -> Vec<(String, String)> {
    let rest: Vec<usize> = (0..network.nodes_len()).filter(|&node| !shown.contains(node)).collect();
    let mut notes = Vec::new();
    if !rest.is_empty() {
        let names = rest.iter().filter_map(|&node| network.institution(node));
        let names: Vec<_> = names.map(|id| &network.corpus().institution(id).names).collect();
        let listed = |label: &dyn Fn(&crate::corpus::institution::Names) -> String| match names.len() {
            0..=MAX_NAMED_OUTSIDE => names.iter().map(|names| label(names)).collect::<Vec<_>>().join(", "),
            _ => String::new(),
        };
        let (english, korean) = (
            listed(&|names| names.label().to_owned()),
            listed(&|names| names.label_ko().unwrap_or(names.label()).to_owned()),
        );
        let (number, plural) = (count(rest.len()), if rest.len() == 1 { "" } else { "s" });
        let colon = |list: String| if list.is_empty() { list } else { format!(": {list}") };
        notes.push((
            format!("{number} institution{plural} not shown{}.", colon(english)),
            format!("싣지 않은 기관 {number}곳{}.", colon(korean)),
        ));
    }
    let ties = Selection::induced(network, shown.nodes.iter().copied()).ties.len() - shown.ties.len();
    if ties > 0 {
        let plural = if ties == 1 { "" } else { "s" };
        notes.push((
            format!("{} weaker tie{plural} between the shown left out.", count(ties)),
            format!("실린 기관 사이의 약한 연결 {}개는 뺌.", count(ties)),
        ));
    }
    notes
}

/// Caption notes on the subgraph that was chosen.
pub(crate) fn subgraph_notes(corpus: &Corpus, choice: &Choice, kind: WorkKind) -> Vec<(String, String)> {
    let mut notes = Vec::new();
    if let Some(number) = choice.component {
        notes.push((
            format!("Shown: connected group {number} by size."),
            format!("보인 부분: 크기순 {number}번째 연결 무리."),
        ));
    }
    if let Some((id, depth)) = choice.focus {
        let names = &corpus.institution(id).names;
        let (english, korean) = (names.label(), names.label_ko().unwrap_or(names.label()));
        let plural = if depth == 1 { "" } else { "s" };
        notes.push((
            format!("Shown: {english} and those within {depth} step{plural}."),
            format!("보인 부분: {korean} 중심 {depth}단계 이내."),
        ));
    }
    if let Some(min) = choice.min_weight {
        let min = weight(min);
        notes.push((format!("Shown: ties of weight {min} or more."), format!("보인 부분: 가중치 {min} 이상의 연결.")));
    }
    if let Some(level) = choice.backbone {
        notes.push((
            format!("Shown: backbone (disparity filter, α < {level})."),
            format!("보인 부분: 골격(disparity filter, α < {level})."),
        ));
    }
    if let Some(k) = choice.core {
        notes.push((
            format!("Shown: the {k}-core (each with {k} partners or more in it)."),
            format!("보인 부분: {k}-코어(서로 {k}곳 이상과 이어진 부분)."),
        ));
    }
    if let Some(top) = choice.top {
        notes.push(if kind.has_works() {
            (
                format!("Shown: the {top} strongest by {} + partners.", kind.many()),
                format!("보인 부분: {} 수 + 협력 기관 수가 가장 큰 {top}곳.", kind.korean()),
            )
        } else {
            (format!("Shown: the {top} with the most partners."), format!("보인 부분: 협력 기관이 가장 많은 {top}곳."))
        });
    }
    notes
}

/// Length of sentences: bilingual texts are brief, as they contain everything twice.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verbosity {
    Full,
    Brief,
}

impl Verbosity {
    fn of(language: Language) -> Self {
        if language == Language::Both { Self::Brief } else { Self::Full }
    }
}

/// Description in one to three sentences: size, strongest team or tie, components.
fn summary(
    corpus: &Corpus,
    plan: &MapPlan,
    joint: &[WorkId],
    (kind, language): (WorkKind, Language),
    verbosity: Verbosity,
) -> String {
    let name = |node: usize| {
        let names = &corpus.institution(plan.institutions[node]).names;
        match (verbosity, names.short_label_ko()) {
            (Verbosity::Full, _) => crate::drawing::names::plain(names, language),
            (Verbosity::Brief, Some(korean)) if language == Language::Korean => korean.to_owned(),
            (Verbosity::Brief, _) => names.short_label().to_owned(),
        }
    };
    let institutions = plan.institutions.len();
    let measure = measure(plan, kind);
    let (english, korean) = match measure {
        Measure::Weight => (counted(plan.ties.len(), "tie", "ties"), format!("연결 {}개", count(plan.ties.len()))),
        _ => (kind.joint(joint.len()), kind.joint_korean(joint.len())),
    };
    let (shown, shown_ko) = shown_of_total(institutions, corpus.institutions_len());
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
    let components = plan.components();
    let sizes: Vec<String> = components
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
    if components.len() > 1 && verbosity == Verbosity::Full {
        let sizes = sizes.join(if language == Language::English { "; " } else { ", " });
        let more = if components.len() > 3 { " …" } else { "" };
        sentences.push(first(
            language,
            format!("{} groups that no {} joins: {sizes}{more}.", components.len(), kind.one()),
            format!("어떤 {}도 잇지 않는 {}무리로 나뉜다: {sizes}{more}.", kind.korean(), components.len()),
        ));
    }
    sentences.join(" ")
}

/// Legend entries for what occurs in the map.
pub(crate) fn legend(corpus: &Corpus, plan: &MapPlan, options: &Options) -> Vec<Entry> {
    let (theme, language) = (options.theme(), options.language);
    let institutions = || plan.institutions.iter().map(|&id| corpus.institution(id));
    let mut entries = legend::sectors(institutions().map(|one| one.sector()), theme, language);
    if let Some(home_country) = &plan.home_country {
        let (english, korean) = home_country.names();
        entries.push(Entry::new(Symbol::Filled(Form::Circle, theme.muted), both(language, english, korean)));
        entries.push(Entry::new(Symbol::Outlined(Form::Circle, theme.muted), both(language, "abroad", "해외")));
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
        entries.push(unshown::legend_entry(theme.muted, theme.muted, language));
    }
    if !plan.triangles.is_empty() {
        entries.push(Entry::new(Symbol::Triangle, both(language, "3 partners", "세 곳 공동")));
    }
    if !plan.pills.is_empty() {
        let sizes: Vec<usize> = plan.pills.iter().map(|team| team.members.len()).collect();
        let (min, max) = (sizes.iter().min().copied().unwrap_or(0), sizes.iter().max().copied().unwrap_or(0));
        let range = if min == max { min.to_string() } else { format!("{min}–{max}") };
        entries
            .push(Entry::new(Symbol::Pill, both(language, &format!("{range} partners"), &format!("{range}곳 공동"))));
    }
    entries
}
