//! What a large map says in words.

use crate::answer::language::Language;
use crate::answer::mark::Form;
use crate::corpus::institution::Names;
use crate::drawing::encoding::WORLD;
use crate::drawing::frame::{Options, Words};
use crate::drawing::kind::WorkKind;
use crate::drawing::legend::{self, Entry, Symbol};
use crate::drawing::map::group::GroupTie;
use crate::drawing::map::words::{beyond, period};
use crate::drawing::map::world::World;
use crate::drawing::map::{clusters, joined, unshown, words};
use crate::drawing::member::told;
use crate::drawing::wording::{both, count, first, in_each};
use crate::english::counted;
use crate::typography::{Weight, reserved_width};

/// Least width of a column of the legend, in points.
const COLUMN: f64 = 150.0;

/// Names on the map: the shortest known, on one line; words that all know in short.
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

/// The letters in brackets at the end of a name: `University College London (UCL)` → `UCL`.
fn acronym(name: &str) -> Option<&str> {
    let inner = name.strip_suffix(')')?.rsplit_once('(')?.1;
    let plain = inner.chars().count() >= 2
        && inner.chars().count() <= 8
        && inner.chars().all(|letter| letter.is_alphanumeric());
    plain.then_some(inner)
}

/// The works behind a tie, at most two by name: a large map has hundreds of ties.
pub(crate) fn evidence(world: &World<'_>, tie: &GroupTie) -> String {
    let (network, group) = (world.network, &world.group);
    let works = network.evidence(tie.tie);
    if works.is_empty() {
        return told(network.corpus(), &[], tie.joint, world.options.language);
    }
    let shown = &group.nodes;
    let name = |&work: &crate::corpus::work::WorkId| {
        // A work of more than two says how many of its partners the picture does not have.
        let beyond =
            network.corpus().institutions_of(work).iter().filter(|id| shown.binary_search(id).is_err()).count();
        let name = network.corpus().work_name(work);
        if beyond > 0 { format!("{name} (+{beyond})") } else { name.to_owned() }
    };
    let named: Vec<String> = works.iter().take(2).map(name).collect();
    let more = works.len() - named.len();
    if more > 0 { format!("{} +{more}", named.join(", ")) } else { named.join(", ") }
}

/// Title, subtitle, finding and notes.
pub(crate) fn words(world: &World<'_>) -> Words {
    let (network, language) = (world.network, world.options.language);
    let corpus = network.corpus();
    let (nodes, ties) = (world.group.nodes.len(), world.group.ties.len());
    let kind = world.options.kind(corpus);
    // Of the works that are drawn: the others' years are not here.
    let mut works: Vec<_> = world.group.ties.iter().flat_map(|tie| network.evidence(tie.tie)).copied().collect();
    works.extend(world.group.hubs.iter().map(|hub| hub.work));
    let period = period(corpus, &works);
    let of = if world.chosen { "of the chosen part" } else { "in the largest connected group" };
    let (all, some) = (world.group.connected, world.group.connected > nodes);
    let of_all = if some { format!("the strongest of {} ", count(all)) } else { String::new() };
    let of_all_ko = if some { format!("{}곳 가운데 가장 강한 ", count(all)) } else { String::new() };
    let english = format!(
        "{}{}{of}, {}{period}",
        counted(nodes, "institution", "institutions"),
        if some { format!(", {of_all}") } else { " ".to_owned() },
        if kind.has_works() { counted(ties, "partner pair", "partner pairs") } else { counted(ties, "tie", "ties") }
    );
    let korean_of = if world.chosen { "고른 부분의" } else { "가장 큰 연결 무리의" };
    let pairs_ko = if kind.has_works() { "협력 쌍" } else { "연결" };
    let korean = format!("{korean_of} {of_all_ko}기관 {}곳, {pairs_ko} {}개{period}", count(nodes), count(ties));
    let title = match kind {
        WorkKind::Model => ("Who builds models together", "모델 공동 개발 기관망"),
        WorkKind::Publication => ("Who publishes together", "공동 연구 기관망"),
        WorkKind::Work => ("Who works together", "협력 기관망"),
        WorkKind::Tie => ("Ties between institutions", "기관 연결망"),
    };
    Words {
        description: in_each(language, |one| finding(world, one)),
        notes: vec![match world.kept {
            None => clusters::note(world.resolution, kind),
            Some(_) => (
                "Places and clusters of the earlier picture; who is new stands with its strongest partners.".to_owned(),
                "자리와 무리는 앞선 그림대로. 새 기관은 가장 많이 협력한 기관 곁에 둠.".to_owned(),
            ),
        }],
        left_out: without(world),
        drawn: world.group.nodes.iter().map(|&id| corpus.institution(id).id.clone()).collect(),
        ..Words::headed("map", language, title, (english, korean))
    }
}

fn without(world: &World<'_>) -> Vec<(String, String)> {
    let mut told: Vec<(String, String)> = world.left_out.clone();
    let shown = world.group.nodes.len();
    if world.group.connected > shown {
        told.push((
            format!("Of {} connected institutions the {shown} strongest.", count(world.group.connected)),
            format!("연결된 기관 {}곳 가운데 가장 강한 {shown}곳.", count(world.group.connected)),
        ));
    }
    told.extend(beyond(world.network, &world.group.shown));
    told.extend(unshown::note(&world.group.unshown));
    let unnamed = world.tags.iter().filter(|tag| tag.is_none()).count();
    told.extend(words::unnamed(unnamed));
    told
}

fn finding(world: &World<'_>, language: Language) -> String {
    let (nodes, ties) = (world.group.nodes.len(), world.group.ties.len());
    let kind = world.options.kind(world.network.corpus());
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
            counted(world.clusters.len(), "cluster", "clusters")
        ),
        format!(
            "기관 {nodes}곳과 {} {ties}개, 무리 {}개.",
            if kind.has_works() { "협력 쌍" } else { "연결" },
            world.clusters.len()
        ),
    )];
    if let Some(tie) = world.group.ties.iter().reduce(|best, tie| if tie.joint > best.joint { tie } else { best }) {
        let (a, b) = (&world.names[tie.a], &world.names[tie.b]);
        let joint = if world.network.evidence(tie.tie).is_empty() {
            told(world.network.corpus(), &[], tie.joint, language)
        } else {
            kind.told(tie.joint as usize, language)
        };
        let here =
            if world.chosen || world.group.connected > nodes { (" shown", "그린 쌍 가운데 ") } else { ("", "") };
        sentences.push(first(
            language,
            format!("The strongest pair{}: {a} – {b}, {joint}.", here.0),
            format!("{}가장 강한 쌍: {a} – {b}, {joint}.", here.1),
        ));
    }
    if let Some(members) = world.clusters.first() {
        let lead = leading(world, members).join(", ");
        sentences.push(first(
            language,
            format!("The largest cluster is that of {lead} ({}).", members.len()),
            format!("가장 큰 무리: {lead} 등 {}곳.", members.len()),
        ));
    }
    sentences.join(" ")
}

/// The three first-ranked names of a cluster.
fn leading(world: &World<'_>, members: &[usize]) -> Vec<String> {
    let mut ranked = members.to_vec();
    ranked.sort_by_key(|&node| world.group.rank[node]);
    ranked.into_iter().take(3).map(|node| world.names[node].clone()).collect()
}

/// Sectors by form, sizes, ties between clusters, and each cluster.
pub(crate) fn legend(world: &World<'_>) -> Vec<Entry> {
    let (theme, language) = (world.options.theme(), world.options.language);
    let corpus = world.network.corpus();
    let sectors = world.group.nodes.iter().map(|&id| corpus.institution(id).sector());
    let mut entries = legend::sectors(sectors, theme, language);
    for entry in &mut entries {
        if let Symbol::Filled(form, _) = entry.symbol {
            entry.symbol = Symbol::Filled(form, theme.muted);
        }
    }
    let most = world.group.nodes.iter().map(|&id| corpus.works_of(id).len()).max().unwrap_or(0);
    for size in [1, 10, 50].into_iter().filter(|&size| size <= most) {
        let kind = world.options.kind(corpus);
        let text = if size == 1 { both(language, &kind.counted(1), &kind.counted_korean(1)) } else { size.to_string() };
        entries.push(Entry::new(Symbol::Disc(WORLD.of(size)), text));
    }
    if world.clusters.len() > 1 {
        entries.push(Entry::new(Symbol::Line(theme.edge, 0.6), both(language, "between clusters", "무리 사이 협력")));
    }
    if world.group.unshown.iter().any(|&partners| partners > 0) {
        entries.push(unshown::entry(theme.muted, theme.muted, language));
    }
    let columns = ((world.options.inner_width() / COLUMN) as usize).clamp(1, 3) as f64;
    for (number, members) in world.clusters.iter().enumerate() {
        let ids = members.iter().map(|&node| world.group.nodes[node]).collect::<Vec<_>>();
        let country = joined::country(corpus, &ids, &world.group.nodes).map(|country| {
            let (english, korean) = country.names();
            both(language, english, korean)
        });
        let mut lead: Vec<String> = country.into_iter().chain(leading(world, members)).collect();
        let ordinal = if number >= theme.clusters.len() { format!("{}. ", number + 1) } else { String::new() };
        let size = world.options.roles().legend;
        let wide = |lead: &[String]| {
            let text = format!("{ordinal}{} ({})", lead.join(" · "), members.len());
            // The symbol before it and the gap after it are part of the column.
            reserved_width(&text, size, Weight::Regular) > world.options.inner_width() / columns - 16.0
        };
        while lead.len() > 1 && wide(&lead) {
            lead.pop();
        }
        let lead = lead.join(" · ");
        let symbol = Symbol::Filled(Form::Circle, theme.cluster(number));
        entries.push(Entry::new(symbol, format!("{ordinal}{lead} ({})", members.len())).in_column());
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
