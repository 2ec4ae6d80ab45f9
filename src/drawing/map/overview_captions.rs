//! Texts of an overview: title, subtitle, description, legend and caption notes.

use crate::answer::language::Language;
use crate::answer::mark::Form;
use crate::corpus::institution::Names;
use crate::drawing::encoding::WORLD;
use crate::drawing::frame::{Options, Words};
use crate::drawing::kind::WorkKind;
use crate::drawing::legend::{self, Entry, Symbol};
use crate::drawing::map::captions::{outside_notes, period};
use crate::drawing::map::overview::Overview;
use crate::drawing::map::overview_graph::OverviewTie;
use crate::drawing::map::{affinity, captions, clusters, unshown};
use crate::drawing::member::told;
use crate::drawing::wording::{both, count, first, in_each};
use crate::english::counted;
use crate::typography::{Weight, reserved_width};

/// Minimum width of a column of the legend, in points.
const MIN_COLUMN_WIDTH: f64 = 150.0;

/// Label of an institution: its shortest names on one line, with common words abbreviated.
pub(crate) fn name(names: &Names, options: &Options) -> String {
    let english = short(names);
    match (options.language, names.short_label_ko()) {
        (Language::English, _) | (_, None) => english,
        (Language::Korean, Some(korean)) => korean.to_owned(),
        (Language::Both, Some(korean)) if korean == english => english,
        (Language::Both, Some(korean)) => format!("{korean} {english}"),
    }
}

fn short(names: &Names) -> String {
    let name = names.short_label();
    if names.short.is_none()
        && names.common.is_none()
        && let Some(acronym) = acronym(name)
    {
        return acronym.to_owned();
    }
    let words = [
        ("University of ", "U. "),
        ("University", "U."),
        ("Institute of Technology", "IT"),
        ("National ", "Nat’l "),
        ("Laboratory", "Lab"),
    ];
    words.iter().fold(name.to_owned(), |name, (long, short)| name.replace(long, short))
}

/// Acronym in brackets at the end of a name, of 2 to 8 alphanumeric characters: `University College London (UCL)` → `UCL`.
fn acronym(name: &str) -> Option<&str> {
    let inner = name.strip_suffix(')')?.rsplit_once('(')?.1;
    let plain =
        inner.chars().count() >= 2 && inner.chars().count() <= 8 && inner.chars().all(|ch| ch.is_alphanumeric());
    plain.then_some(inner)
}

/// Works behind a tie, at most two by name, as an overview has hundreds of ties.
pub(crate) fn evidence(overview: &Overview<'_>, tie: &OverviewTie) -> String {
    let (network, graph) = (overview.network, &overview.graph);
    let works = network.evidence(tie.tie);
    if works.is_empty() {
        return told(network.corpus(), &[], tie.joint, overview.options.language);
    }
    let shown = &graph.nodes;
    let name = |&work: &crate::corpus::work::WorkId| {
        // Number of its institutions that are not in the figure.
        let beyond =
            network.corpus().institutions_of(work).iter().filter(|id| shown.binary_search(id).is_err()).count();
        let name = network.corpus().work_name(work);
        if beyond > 0 { format!("{name} (+{beyond})") } else { name.to_owned() }
    };
    let named: Vec<String> = works.iter().take(2).map(name).collect();
    let more = works.len() - named.len();
    if more > 0 { format!("{} +{more}", named.join(", ")) } else { named.join(", ") }
}

/// Title, subtitle, description and notes.
pub(crate) fn captions(overview: &Overview<'_>) -> Words {
    let (network, language) = (overview.network, overview.options.language);
    let corpus = network.corpus();
    let (nodes, ties) = (overview.graph.nodes.len(), overview.graph.ties.len());
    let kind = overview.options.kind(corpus);
    // The period is that of the works drawn.
    let mut works: Vec<_> = overview.graph.ties.iter().flat_map(|tie| network.evidence(tie.tie)).copied().collect();
    works.extend(overview.graph.large_teams.iter().map(|hub| hub.work));
    let period = period(corpus, &works);
    let of = if overview.is_subgraph { "of the chosen part" } else { "in the largest connected group" };
    let (all, some) = (overview.graph.component_size, overview.graph.component_size > nodes);
    let of_all = if some { format!("the strongest of {} ", count(all)) } else { String::new() };
    let of_all_ko = if some { format!("{}곳 가운데 가장 강한 ", count(all)) } else { String::new() };
    let english = format!(
        "{}{}{of}, {}{period}",
        counted(nodes, "institution", "institutions"),
        if some { format!(", {of_all}") } else { " ".to_owned() },
        if kind.has_works() { counted(ties, "partner pair", "partner pairs") } else { counted(ties, "tie", "ties") }
    );
    let korean_of = if overview.is_subgraph { "고른 부분의" } else { "가장 큰 연결 무리의" };
    let pairs_ko = if kind.has_works() { "협력 쌍" } else { "연결" };
    let korean = format!("{korean_of} {of_all_ko}기관 {}곳, {pairs_ko} {}개{period}", count(nodes), count(ties));
    let title = match kind {
        WorkKind::Model => ("Who builds models together", "모델 공동 개발 기관망"),
        WorkKind::Publication => ("Who publishes together", "공동 연구 기관망"),
        WorkKind::Work => ("Who works together", "협력 기관망"),
        WorkKind::Tie => ("Ties between institutions", "기관 연결망"),
    };
    Words {
        description: in_each(language, |one| summary(overview, one)),
        notes: vec![match overview.previous {
            None => clusters::note(overview.resolution, kind),
            Some(_) => (
                "Places and clusters of the earlier picture; who is new stands with its strongest partners.".to_owned(),
                "자리와 무리는 앞선 그림대로. 새 기관은 가장 많이 협력한 기관 곁에 둠.".to_owned(),
            ),
        }],
        left_out: excluded_notes(overview),
        drawn: overview.graph.nodes.iter().map(|&id| corpus.institution(id).id.clone()).collect(),
        ..Words::headed("map", language, title, (english, korean))
    }
}

fn excluded_notes(overview: &Overview<'_>) -> Vec<(String, String)> {
    let mut notes: Vec<(String, String)> = overview.excluded.clone();
    let shown = overview.graph.nodes.len();
    if overview.graph.component_size > shown {
        notes.push((
            format!("Of {} connected institutions the {shown} strongest.", count(overview.graph.component_size)),
            format!("연결된 기관 {}곳 가운데 가장 강한 {shown}곳.", count(overview.graph.component_size)),
        ));
    }
    notes.extend(outside_notes(overview.network, &overview.graph.selection));
    notes.extend(unshown::note(&overview.graph.unshown));
    let unnamed = overview.labels.iter().filter(|tag| tag.is_none()).count();
    notes.extend(captions::unnamed_note(unnamed));
    notes
}

fn summary(overview: &Overview<'_>, language: Language) -> String {
    let (nodes, ties) = (overview.graph.nodes.len(), overview.graph.ties.len());
    let kind = overview.options.kind(overview.network.corpus());
    let mut sentences = vec![first(
        language,
        format!(
            "{}, {}, {}.",
            counted(nodes, "institution", "institutions"),
            if kind.has_works() {
                counted(ties, "pair of partners", "pairs of partners")
            } else {
                counted(ties, "tie", "ties")
            },
            counted(overview.clusters.len(), "cluster", "clusters")
        ),
        format!(
            "기관 {nodes}곳과 {} {ties}개, 무리 {}개.",
            if kind.has_works() { "협력 쌍" } else { "연결" },
            overview.clusters.len()
        ),
    )];
    if let Some(tie) = overview.graph.ties.iter().reduce(|best, tie| if tie.joint > best.joint { tie } else { best }) {
        let (a, b) = (&overview.names[tie.a], &overview.names[tie.b]);
        let joint = if overview.network.evidence(tie.tie).is_empty() {
            told(overview.network.corpus(), &[], tie.joint, language)
        } else {
            kind.told(tie.joint as usize, language)
        };
        let here = if overview.is_subgraph || overview.graph.component_size > nodes {
            (" shown", "그린 쌍 가운데 ")
        } else {
            ("", "")
        };
        sentences.push(first(
            language,
            format!("The strongest pair{}: {a} – {b}, {joint}.", here.0),
            format!("{}가장 강한 쌍: {a} – {b}, {joint}.", here.1),
        ));
    }
    if let Some(members) = overview.clusters.first() {
        let leading = leading_names(overview, members).join(", ");
        sentences.push(first(
            language,
            format!("The largest cluster is that of {leading} ({}).", members.len()),
            format!("가장 큰 무리: {leading} 등 {}곳.", members.len()),
        ));
    }
    sentences.join(" ")
}

/// Names of the three first-ranked members of a cluster.
fn leading_names(overview: &Overview<'_>, members: &[usize]) -> Vec<String> {
    let mut ranked = members.to_vec();
    ranked.sort_by_key(|&node| overview.graph.rank[node]);
    ranked.into_iter().take(3).map(|node| overview.names[node].clone()).collect()
}

/// Legend: sectors by shape, sizes, ties between clusters, and each cluster.
pub(crate) fn legend(overview: &Overview<'_>) -> Vec<Entry> {
    let (theme, language) = (overview.options.theme(), overview.options.language);
    let corpus = overview.network.corpus();
    let sectors = overview.graph.nodes.iter().map(|&id| corpus.institution(id).sector());
    let mut entries = legend::sectors(sectors, theme, language);
    for entry in &mut entries {
        if let Symbol::Filled(form, _) = entry.symbol {
            entry.symbol = Symbol::Filled(form, theme.muted);
        }
    }
    let max_works = overview.graph.nodes.iter().map(|&id| corpus.works_of(id).len()).max().unwrap_or(0);
    for size in [1, 10, 50].into_iter().filter(|&size| size <= max_works) {
        let kind = overview.options.kind(corpus);
        let text = if size == 1 { both(language, &kind.counted(1), &kind.counted_korean(1)) } else { size.to_string() };
        entries.push(Entry::new(Symbol::Disc(WORLD.of(size)), text));
    }
    if overview.clusters.len() > 1 {
        entries.push(Entry::new(Symbol::Line(theme.edge, 0.6), both(language, "between clusters", "무리 사이 협력")));
    }
    if overview.graph.unshown.iter().any(|&partners| partners > 0) {
        entries.push(unshown::legend_entry(theme.muted, theme.muted, language));
    }
    let columns = ((overview.options.inner_width() / MIN_COLUMN_WIDTH) as usize).clamp(1, 3) as f64;
    for (number, members) in overview.clusters.iter().enumerate() {
        let ids = members.iter().map(|&node| overview.graph.nodes[node]).collect::<Vec<_>>();
        let country = affinity::shared_country(corpus, &ids, &overview.graph.nodes).map(|country| {
            let (english, korean) = country.names();
            both(language, english, korean)
        });
        let mut leading: Vec<String> = country.into_iter().chain(leading_names(overview, members)).collect();
        let ordinal = if number >= theme.clusters.len() { format!("{}. ", number + 1) } else { String::new() };
        let size = overview.options.roles().legend;
        let is_too_wide = |leading: &[String]| {
            let text = format!("{ordinal}{} ({})", leading.join(" · "), members.len());
            // The column includes the symbol before the text and the gap after it.
            reserved_width(&text, size, Weight::Regular) > overview.options.inner_width() / columns - 16.0
        };
        while leading.len() > 1 && is_too_wide(&leading) {
            leading.pop();
        }
        let leading = leading.join(" · ");
        let symbol = Symbol::Filled(Form::Circle, theme.cluster(number));
        entries.push(Entry::new(symbol, format!("{ordinal}{leading} ({})", members.len())).in_column());
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_short_as_they_are_known() {
        assert_eq!(short(&Names::plain("University College London (UCL)")), "UCL");
        assert_eq!(short(&Names::plain("University of Oxford")), "U. Oxford");
        assert_eq!(short(&Names::plain("Stanford University")), "Stanford U.");
        assert_eq!(short(&Names::plain("Google (formerly Alphabet)")), "Google (formerly Alphabet)");
    }
}
