//! Texts of an overview: title, subtitle, description, legend and caption notes.

use crate::answer::language::Language;
use crate::answer::mark::NodeShape;
use crate::corpus::country::Country;
use crate::drawing::actor::{self, weight_text, works_or_weight};
use crate::drawing::encoding::WORLD;
use crate::drawing::findings;
use crate::drawing::frame::FigureText;
use crate::drawing::kind::WorkKind;
use crate::drawing::legend::{self, LegendEntry, Symbol};
use crate::drawing::map::overview_content::Overview;
use crate::drawing::map::overview_graph::OverviewTie;
use crate::drawing::map::{affinity, captions, clusters, mark_key, unshown};
use crate::drawing::wording;
use crate::message;
use crate::messages::{List, Localizer, Message};
use crate::typography::{Weight, reserved_width};

/// Minimum width of a column of the legend, in points.
const MIN_COLUMN_WIDTH: f64 = 150.0;

/// Works behind a tie, at most two by name, as an overview has hundreds of ties.
pub(crate) fn evidence(overview: &Overview<'_>, tie: &OverviewTie) -> String {
    let (network, graph) = (overview.network, &overview.graph);
    let works = network.evidence(tie.tie);
    if works.is_empty() {
        return works_or_weight(network.corpus(), &[], tie.joint, overview.options.language);
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
pub(crate) fn captions(overview: &Overview<'_>) -> FigureText {
    let corpus = overview.network.corpus();
    let kind = overview.options.kind(corpus);
    let title = message!("map-overview-title", kind = kind);
    let note = match overview.previous {
        _ if overview.resolution.is_none() => clusters::note(None, overview.graph.nodes.len(), kind),
        None => clusters::note(overview.resolution, overview.graph.nodes.len(), kind),
        Some(_) => message!("map-clusters-previous"),
    };
    let summary = summary(overview, kind);
    let mut text = captions::figure_text(title, subtitle(overview, kind), summary, overview.options);
    text.note(note);
    let (shown, all) = (overview.graph.nodes.len(), corpus.institution_count());
    text.extend_notes(mark_key::notes(&overview.encoding, shown, all, kind));
    if overview.is_upright {
        text.note(message!("map-positions-given"));
    }
    excluded_notes(overview).into_iter().for_each(|note| text.exclude(note));
    text.drawn_institutions = overview.graph.nodes.iter().map(|&id| corpus.institution(id).id.clone()).collect();
    let is_drawn = |tie: usize| overview.graph.ties.iter().any(|one| one.tie == tie);
    text.headed(findings::strongest_pair(overview.network, is_drawn, kind), overview.options)
}

fn subtitle(overview: &Overview<'_>, kind: WorkKind) -> Message {
    let (network, graph) = (overview.network, &overview.graph);
    // The period is that of the works drawn.
    let mut works: Vec<_> = graph.ties.iter().flat_map(|tie| network.evidence(tie.tie)).copied().collect();
    works.extend(graph.large_teams.iter().map(|team| team.work));
    let pairs = message!("map-pairs", count = graph.ties.len(), kind = kind);
    let content = captions::dated(pairs, network.corpus(), &works);
    let scope = if overview.is_subgraph { "subgraph" } else { "network" };
    let (shown, all) = (graph.nodes.len(), graph.component_size);
    if all > shown {
        message!("map-overview-subtitle-limited", shown = shown, all = all, scope = scope, content = content)
    } else {
        message!("map-overview-subtitle", shown = shown, scope = scope, content = content)
    }
}

fn excluded_notes(overview: &Overview<'_>) -> Vec<Message> {
    let (shown, all) = (overview.graph.nodes.len(), overview.graph.component_size);
    let unnamed = overview.labels.iter().filter(|label| label.is_none()).count();
    let mut notes = overview.excluded.clone();
    notes.extend((all > shown).then(|| message!("map-overview-limited", shown = shown, all = all)));
    notes.extend(captions::outside_notes(overview.network, &overview.graph.selection));
    notes.extend(unshown::note(&overview.graph.unshown));
    notes.extend(captions::unnamed_note(unnamed));
    notes
}

/// Summary in one to three sentences: size, strongest pair, largest cluster.
fn summary(overview: &Overview<'_>, kind: WorkKind) -> Vec<Message> {
    let graph = &overview.graph;
    let pairs = message!("map-pairs", count = graph.ties.len(), kind = kind);
    let (institutions, clusters) = (graph.nodes.len(), overview.clusters.len());
    let size = message!("map-overview-summary", institutions = institutions, pairs = pairs, clusters = clusters);
    let is_largest =
        |members: &&Vec<usize>| overview.clusters.get(1).is_some_and(|second| second.len() < members.len());
    let largest = overview.clusters.first().filter(is_largest).map(|members| {
        let names = leading_nodes(overview, members).into_iter().map(|node| overview.institution_names(node));
        message!("map-overview-largest", names = List::comma(names), count = members.len())
    });
    std::iter::once(size).chain(strongest_pair(overview, kind)).chain(largest).collect()
}

fn strongest_pair(overview: &Overview<'_>, kind: WorkKind) -> Option<Message> {
    let graph = &overview.graph;
    let tie = graph.ties.iter().reduce(|best, tie| if tie.joint > best.joint { tie } else { best })?;
    let content = if overview.network.evidence(tie.tie).is_empty() {
        message!("map-overview-weight", weight = weight_text(tie.joint))
    } else {
        message!("map-overview-works", count = tie.joint as usize, kind = kind)
    };
    let is_partial = overview.is_subgraph || graph.component_size > graph.nodes.len();
    let (a, b) = (overview.institution_names(tie.a), overview.institution_names(tie.b));
    let scope = if is_partial { "shown" } else { "all" };
    Some(match graph.ties.iter().filter(|other| other.joint == tie.joint).count() {
        1 => message!("map-overview-strongest", scope = scope, a = a, b = b, content = content),
        count => message!("map-overview-strongest-of", scope = scope, count = count, a = a, b = b, content = content),
    })
}

/// The three first-ranked members of a cluster.
fn leading_nodes(overview: &Overview<'_>, members: &[usize]) -> Vec<usize> {
    let mut ranked = members.to_vec();
    ranked.sort_by_key(|&node| overview.graph.rank[node]);
    ranked.truncate(3);
    ranked
}

/// Legend: sectors by shape, sizes, ties between clusters, and each cluster.
pub(crate) fn legend(overview: &Overview<'_>) -> Vec<LegendEntry> {
    let (theme, language) = (overview.options.theme(), overview.options.language);
    let corpus = overview.network.corpus();
    let mut entries = match &overview.encoding.color {
        Some(color) => mark_key::color_entries(color, corpus, &overview.graph.nodes, overview.options),
        None => mark_key::shape_entries(corpus, &overview.graph.nodes, overview.options),
    };
    entries.extend(size_entries(overview));
    entries.extend(width_entries(overview));
    if overview.clusters.len() > 1 {
        let text = Localizer::in_each(language, &message!("map-legend-between"));
        entries.push(LegendEntry::new(Symbol::Line(theme.edge, 0.6), text));
    }
    if overview.graph.unshown.iter().any(|&partners| partners > 0) {
        entries.push(unshown::legend_entry(theme.muted, theme.muted, language));
    }
    entries.extend(overview.newcomers.legend_entry(theme, language));
    if overview.encoding.color.is_some() {
        let text = Localizer::in_each(language, &message!("map-legend-outlines", count = overview.clusters.len()));
        entries.push(LegendEntry::new(Symbol::None, text));
    } else {
        entries.extend((0..overview.clusters.len()).map(|cluster| cluster_entry(overview, cluster)));
    }
    entries
}

/// Legend entries of the sizes of marks.
fn size_entries(overview: &Overview<'_>) -> Vec<LegendEntry> {
    let (corpus, language) = (overview.network.corpus(), overview.options.language);
    if overview.encoding.size.is_some() {
        let radius = |id| overview.graph.nodes.binary_search(&id).map_or(0.0, |at| overview.radii[at]);
        return mark_key::size_entries(&overview.encoding, corpus, radius, overview.options);
    }
    let mut entries = Vec::new();
    let max_works = overview.graph.nodes.iter().map(|&id| corpus.works_of(id).len()).max().unwrap_or(0);
    let one = message!("map-legend-works", count = 1_usize, kind = overview.options.kind(corpus));
    for size in [1, 10, 50].into_iter().filter(|&size| size <= max_works) {
        let text = if size == 1 { Localizer::in_each(language, &one) } else { size.to_string() };
        entries.push(LegendEntry::new(Symbol::Disc(WORLD.of(size)), text));
    }
    let works = overview.graph.nodes.iter().map(|&id| corpus.works_of(id).len());
    entries.extend(legend::equal_sizes(WORLD, works, overview.options.kind(corpus), language));
    entries
}

/// Legend entries of the line widths: the smallest and the largest weight.
fn width_entries(overview: &Overview<'_>) -> Vec<LegendEntry> {
    let (theme, language) = (overview.options.theme(), overview.options.language);
    let ties = overview.graph.ties.iter().map(|tie| tie.tie);
    let measure = actor::measure(overview.network, ties, overview.options.kind(overview.network.corpus()));
    let mut weights: Vec<f64> = overview.graph.ties.iter().map(|tie| tie.joint).collect();
    weights.sort_by(f64::total_cmp);
    weights.dedup();
    let [stroke, _] = overview.strokes();
    let (Some(&low), Some(&high)) = (weights.first(), weights.last()) else { return Vec::new() };
    let line = |weight: f64| Symbol::Line(theme.muted, stroke.of(weight));
    let mut entries = vec![LegendEntry::new(line(low), measure.legend_first(low, language))];
    if high > low {
        entries.push(LegendEntry::new(line(high), measure.legend_next(high, language)));
    }
    entries.extend(legend::equal_widths(stroke, &weights, measure, language));
    entries
}

/// Legend entry of a cluster: its first-ranked members, as many as fit into a column, its size and, with the number of
/// members that are of it, its characteristic country.
fn cluster_entry(overview: &Overview<'_>, cluster: usize) -> LegendEntry {
    let (theme, options) = (overview.options.theme(), overview.options);
    let members = &overview.clusters[cluster];
    let columns = ((options.inner_width() / MIN_COLUMN_WIDTH) as usize).clamp(1, 3) as f64;
    let ids = members.iter().map(|&node| overview.graph.nodes[node]).collect::<Vec<_>>();
    let country = affinity::shared_country(overview.network.corpus(), &ids, &overview.graph.nodes);
    let mut leading: Vec<String> =
        leading_nodes(overview, members).into_iter().map(|node| overview.names[node].clone()).collect();
    let ordinal = if cluster >= theme.clusters.len() { format!("{}. ", cluster + 1) } else { String::new() };
    let text = |leading: &[String]| {
        let names = format!("{ordinal}{}", leading.join(" · "));
        match &country {
            Some((country, count)) => with_country(&names, members.len(), country, *count, options.language),
            None => format!("{names} ({})", members.len()),
        }
    };
    // The column includes the symbol before the text and the gap after it.
    let max_width = options.inner_width() / columns - 16.0;
    let width = |leading: &[String]| reserved_width(&text(leading), options.roles().legend, Weight::Regular);
    while leading.len() > 1 && width(&leading) > max_width {
        leading.pop();
    }
    LegendEntry::new(Symbol::Filled(NodeShape::Circle, theme.cluster(cluster)), text(&leading)).in_column()
}

/// Members of a cluster with its size and the number of those of a country: `MSR · Tsinghua (11, 7 of them China)`.
fn with_country(names: &str, size: usize, country: &Country, count: usize, language: Language) -> String {
    let country = wording::country(country, language);
    let text = match count == size {
        true => message!("map-cluster-of-country", names = names, size = size, country = country),
        false => message!("map-cluster-mostly", names = names, size = size, count = count, country = country),
    };
    Localizer::for_figures(language).render(&text)
}
