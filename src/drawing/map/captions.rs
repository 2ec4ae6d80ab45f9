//! Texts of a map: title, subtitle, description, legend and caption notes.

use crate::answer::mark::NodeShape;
use crate::corpus::table::Corpus;
use crate::corpus::work::WorkId;
use crate::drawing::actor::{self, large_teams_among, weight_text};
use crate::drawing::frame::{FigureText, Options};
use crate::drawing::kind::{TieMeasure, WorkKind};
use crate::drawing::legend::{self, LegendEntry, Symbol};
use crate::drawing::map::detailed_content::MarkContent;
use crate::drawing::map::plan::MapPlan;
use crate::drawing::map::{mark_key, unshown};
use crate::drawing::wording;
use crate::message;
use crate::messages::{List, Localizer, Message};
use crate::network::graph::Network;
use crate::selection::Selection;
use crate::selection::subgraph::{self, SubgraphSpec};

/// A weight rounded to three decimals; small ones with the digits of [`weight_text`].
pub(crate) fn weight(weight: f64) -> String {
    let rounded = (weight * 1_000.0).round() / 1_000.0;
    if rounded.abs() < 0.01 { weight_text(weight) } else { format!("{rounded}") }
}

/// A text with the period of works after it: `9 joint models, 2018–2023`; as it is without dates.
pub(crate) fn dated(content: Message, corpus: &Corpus, works: &[WorkId]) -> Message {
    match actor::period(corpus, works) {
        Some(period) => message!("map-dated", content = content, period = period),
        None => content,
    }
}

/// Works of the lines and pills, ascending.
fn joint_works(plan: &MapPlan) -> Vec<WorkId> {
    let mut joint: Vec<WorkId> = plan.ties.iter().flat_map(|tie| tie.works.iter().copied()).collect();
    joint.extend(plan.pills.iter().flat_map(|team| team.works.iter().copied()));
    joint.sort_unstable();
    joint.dedup();
    joint
}

/// Title, subtitle, description and notes of a detailed map. `has_evidence`: whether lines are labelled with works.
pub(crate) fn detailed(
    corpus: &Corpus,
    plan: &MapPlan,
    content: &MarkContent,
    has_evidence: bool,
    options: &Options,
) -> FigureText {
    let kind = options.kind(corpus);
    let title = match &plan.home_country {
        Some(country) => message!("map-title-country", country = country, kind = kind),
        None => message!("map-title", kind = kind),
    };
    let mut text = figure_text(title, subtitle(corpus, plan, kind, has_evidence), summary(corpus, plan, kind), options);
    text.extend_notes(notes(corpus, plan, content, kind));
    text.headed(plan.headline.clone(), options)
}

/// Texts of a map from its title, its subtitle and the sentences of its description.
pub(crate) fn figure_text(title: Message, subtitle: Message, summary: Vec<Message>, options: &Options) -> FigureText {
    let [titles, subtitles] =
        [&title, &subtitle].map(|text| Localizer::in_both_naming(options.language.actors(), text));
    let mut text = FigureText::titled("map", options.language, titles, subtitles);
    text.description =
        wording::in_each(options.language, |language| Localizer::new(language).render_all(&summary).join(" "));
    text.statements.extend([title, subtitle]);
    text.statements.extend(summary);
    text
}

fn subtitle(corpus: &Corpus, plan: &MapPlan, kind: WorkKind, has_evidence: bool) -> Message {
    let institutions = institutions(plan.institutions.len(), corpus.institution_count());
    let works = joint_works(plan);
    let joint = dated(message!("map-joint", count = works.len(), kind = kind), corpus, &works);
    if plan.ties.is_empty() && plan.triangles.is_empty() && plan.pills.is_empty() {
        return match plan.measure(kind) {
            TieMeasure::Weight => message!("map-subtitle-no-ties", institutions = institutions, kind = WorkKind::Tie),
            _ => message!("map-subtitle-no-ties", institutions = institutions, kind = kind),
        };
    }
    let measure = match plan.measure(kind) {
        TieMeasure::Weight => {
            let ties = message!("map-ties", count = plan.ties.len());
            return message!("map-subtitle-weight", institutions = institutions, content = ties);
        }
        TieMeasure::Works(_) => "works",
        TieMeasure::Mixed(_) => "mixed",
    };
    if has_evidence {
        message!("map-subtitle-evidence", institutions = institutions, content = joint, kind = kind, measure = measure)
    } else {
        message!("map-subtitle-works", institutions = institutions, content = joint, kind = kind, measure = measure)
    }
}

fn notes(corpus: &Corpus, plan: &MapPlan, content: &MarkContent, kind: WorkKind) -> Vec<Message> {
    let mut notes = Vec::new();
    let (shown, all) = (plan.institutions.len(), corpus.institution_count());
    notes.extend(mark_key::notes(&plan.encoding, shown, all, kind));
    if plan.encoding.size.is_some() || plan.institutions.iter().any(|&id| !corpus.works_of(id).is_empty()) {
        notes.extend(mark_key::number_note(&plan.encoding, kind));
    }
    if !plan.hidden_partners.is_empty() {
        notes.push(message!("map-note-hidden-partners", kind = kind));
    }
    if content.truncated > 0 {
        notes.push(message!("map-note-truncated", count = content.truncated));
    }
    notes
}

/// Number of institutions shown: `12 of 342 institutions`, or `14 institutions` where all are shown.
fn institutions(shown: usize, all: usize) -> Message {
    if shown < all {
        return message!("map-institutions-of", shown = shown, all = all);
    }
    message!("map-institutions", count = all)
}

/// Caption notes on the works above the cap of partners of which an institution is drawn; at most two by name.
pub(crate) fn excluded(network: &Network<'_>, drawn: &Selection, kind: WorkKind) -> Vec<Message> {
    let corpus = network.corpus();
    let drawn = drawn.nodes.iter().filter_map(|&node| network.institution(node)).collect();
    let works = large_teams_among(network, &drawn);
    let note =
        |&work: &WorkId| message!("map-excluded-work", work = corpus.work_name(work), count = corpus.team_size(work));
    let named: Vec<Message> = works.iter().take(2).map(note).collect();
    let more = works.len() - named.len();
    let rest = (more > 0).then(|| message!("map-excluded-more", count = more, kind = kind));
    named.into_iter().chain(rest).collect()
}

/// Caption note on institutions without a name; `None` when there are none.
pub(crate) fn unnamed_note(institutions: usize) -> Option<Message> {
    (institutions > 0).then(|| message!("map-unnamed", count = institutions))
}

/// Maximum number of institutions not shown that the caption names.
const MAX_NAMED_OUTSIDE: usize = 4;

/// Caption notes on the institutions not shown, by name if they are few, and on the ties not shown.
pub(crate) fn outside_notes(network: &Network<'_>, shown: &Selection) -> Vec<Message> {
    let rest: Vec<usize> = (0..network.node_count()).filter(|&node| !shown.contains(node)).collect();
    let names = rest.iter().filter_map(|&node| network.institution(node));
    let names = names.map(|id| &network.corpus().institution(id).names);
    let mut notes = Vec::new();
    match rest.len() {
        0 => {}
        count @ 1..=MAX_NAMED_OUTSIDE => {
            notes.push(message!("map-outside-named", count = count, names = List::comma(names)));
        }
        count => notes.push(message!("map-outside", count = count)),
    }
    let ties = Selection::induced(network, shown.nodes.iter().copied()).ties.len() - shown.ties.len();
    if ties > 0 {
        notes.push(message!("map-weaker-ties", count = ties));
    }
    notes
}

/// Caption notes on the subgraph that was chosen.
pub(crate) fn subgraph_notes(network: &Network<'_>, choice: &SubgraphSpec, kind: WorkKind) -> Vec<Message> {
    let corpus = network.corpus();
    let focus = |(id, depth)| message!("map-shown-focus", name = &corpus.institution(id).names, depth = depth);
    let notes = [
        choice.component.map(|number| component_note(network, number)),
        choice.focus.map(focus),
        choice.min_weight.map(|min| message!("map-shown-min-weight", weight = weight(min))),
        choice.backbone.map(|level| message!("map-shown-backbone", level = level.to_string())),
        choice.core.map(|k| message!("map-shown-core", k = k)),
        choice.top.filter(|_| cuts(network, choice)).map(|_| top_note(network, choice, kind)),
    ];
    notes.into_iter().flatten().collect()
}

/// Caption note on a component, by size; a lone institution is none of partners.
fn component_note(network: &Network<'_>, number: usize) -> Message {
    let only = SubgraphSpec { component: Some(number), ..SubgraphSpec::default() };
    match subgraph::select(network, &only).nodes.len() {
        1 => message!("map-shown-alone"),
        count => message!("map-shown-component", number = number, count = count),
    }
}

/// Caption note on the institutions of the first ranks.
fn top_note(network: &Network<'_>, choice: &SubgraphSpec, kind: WorkKind) -> Message {
    let equals = if subgraph::cuts_equals(network, choice) { "cut" } else { "whole" };
    message!("map-shown-top", count = subgraph::select(network, choice).nodes.len(), kind = kind, equals = equals)
}

/// Whether the number of institutions leaves some out that meet the other criteria.
fn cuts(network: &Network<'_>, choice: &SubgraphSpec) -> bool {
    let without = SubgraphSpec { top: None, ..choice.clone() };
    subgraph::select(network, choice).nodes.len() < subgraph::select(network, &without).nodes.len()
}

/// Summary in one to four sentences: size, strongest team or tie, components.
fn summary(corpus: &Corpus, plan: &MapPlan, kind: WorkKind) -> Vec<Message> {
    let content = match plan.measure(kind) {
        TieMeasure::Weight => message!("map-ties", count = plan.ties.len()),
        _ => message!("map-joint", count = joint_works(plan).len(), kind = kind),
    };
    let shown = institutions(plan.institutions.len(), corpus.institution_count());
    let size = message!("map-summary-size", institutions = shown, content = content);
    let strongest = strongest_team(corpus, plan, kind).or_else(|| strongest_tie(corpus, plan));
    let components = components(corpus, plan);
    std::iter::once(size).chain(strongest).chain(components).chain(singles(plan)).collect()
}

fn strongest_team(corpus: &Corpus, plan: &MapPlan, kind: WorkKind) -> Option<Message> {
    let team = plan.pills.iter().max_by_key(|team| (team.works.len(), team.members.len()))?;
    let members = team.members.len();
    Some(message!(
        "map-summary-team",
        name = &corpus.institution(plan.institutions[team.members[0]]).names,
        others = members - 1,
        members = members,
        works = team.works.len(),
        kind = kind
    ))
}

fn strongest_tie(corpus: &Corpus, plan: &MapPlan) -> Option<Message> {
    // Lines leave out the works of teams that are not drawn.
    if plan.omitted_teams > 0 {
        return None;
    }
    let tie = plan.ties.iter().reduce(|best, tie| if tie.weight > best.weight { tie } else { best })?;
    let scope = if plan.institutions.len() < corpus.institution_count() { "shown" } else { "all" };
    let [a, b] = [tie.ends.0, tie.ends.1].map(|node| &corpus.institution(plan.institutions[node]).names);
    let weight = weight_text(tie.weight);
    Some(match plan.ties.iter().filter(|other| other.weight == tie.weight).count() {
        1 => message!("map-summary-strongest", scope = scope, a = a, b = b, weight = weight),
        count => message!("map-summary-strongest-of", scope = scope, a = a, b = b, weight = weight, count = count),
    })
}

/// Maximum number of components that are named.
const MAX_NAMED_COMPONENTS: usize = 3;

/// Members of each connected component of two institutions or more, as indices of the plan, largest first.
fn groups(plan: &MapPlan) -> Vec<Vec<usize>> {
    let institutions = |marks: Vec<usize>| marks.into_iter().filter(|&mark| mark < plan.institutions.len()).collect();
    let groups = plan.components().into_iter().map(institutions);
    groups.filter(|members: &Vec<usize>| members.len() > 1).collect()
}

/// Sentence on the connected components of two institutions or more, the three largest by name; `None` for one.
fn components(corpus: &Corpus, plan: &MapPlan) -> Option<Message> {
    let groups = groups(plan);
    if groups.len() < 2 {
        return None;
    }
    let works = |node: usize| corpus.works_of(plan.institutions[node]).len();
    let named = |members: &Vec<usize>| {
        let first = members.iter().copied().max_by_key(|&node| (works(node), std::cmp::Reverse(node)))?;
        let name = &corpus.institution(plan.institutions[first]).names;
        Some(message!("map-component", name = name, others = members.len() - 1, members = members.len()))
    };
    let more = groups.len().saturating_sub(MAX_NAMED_COMPONENTS);
    let more = (more > 0).then(|| message!("map-component-more", count = more));
    let names = groups.iter().take(MAX_NAMED_COMPONENTS).filter_map(named).chain(more);
    Some(message!("map-summary-components", count = groups.len(), components = List::comma(names)))
}

/// Sentence on the institutions without a tie; `None` where there are none.
fn singles(plan: &MapPlan) -> Option<Message> {
    let singles = plan.institutions.len() - groups(plan).iter().map(Vec::len).sum::<usize>();
    (singles > 0 && plan.undrawn.is_empty()).then(|| message!("map-summary-singles", count = singles))
}

/// Legend entries for what occurs in the map.
pub(crate) fn legend(corpus: &Corpus, plan: &MapPlan, radii: &[f64], options: &Options) -> Vec<LegendEntry> {
    let (theme, language) = (options.theme(), options.language);
    let institutions = || plan.institutions.iter().map(|&id| corpus.institution(id));
    let mut entries = match &plan.encoding.color {
        Some(color) => mark_key::color_entries(color, corpus, &plan.institutions, options),
        None => legend::sector_entries(institutions().map(|one| one.sector()), theme, language),
    };
    let radius = |id| plan.institutions.binary_search(&id).map_or(0.0, |at| radii[at]);
    entries.extend(mark_key::size_entries(&plan.encoding, corpus, radius, options));
    if let Some(country) = plan.home_country.as_ref().filter(|_| plan.encoding.color.is_none()) {
        let abroad = match institutions().any(|one| one.countries.is_empty()) {
            true => message!("map-legend-abroad-unknown"),
            false => message!("map-legend-abroad"),
        };
        let abroad = Localizer::in_each(language, &abroad);
        entries.push(LegendEntry::new(
            Symbol::Filled(NodeShape::Circle, theme.muted),
            wording::country(country, language),
        ));
        entries.push(LegendEntry::new(Symbol::Outlined(NodeShape::Circle, theme.muted), abroad));
    }
    let measure = plan.measure(options.kind(corpus));
    let mut weights: Vec<f64> = plan.lines().map(|line| line.2).collect();
    weights.sort_by(f64::total_cmp);
    weights.dedup();
    let shown: Vec<f64> = match weights.len() {
        0..=3 => weights.clone(),
        len => vec![weights[0], weights[len / 2], weights[len - 1]],
    };
    for (position, &w) in shown.iter().enumerate() {
        let text = match position {
            0 => measure.legend_first(w, language),
            _ => measure.legend_next(w, language),
        };
        entries.push(LegendEntry::new(Symbol::Line(theme.edge, plan.stroke().of(w)), text));
    }
    entries.extend(legend::equal_widths(plan.stroke(), &weights, measure, language));
    if plan.unshown().iter().any(|&partners| partners > 0) {
        entries.push(unshown::legend_entry(theme.muted, theme.muted, language));
    }
    if !plan.triangles.is_empty() {
        let text = Localizer::in_each(language, &message!("map-legend-triangle"));
        entries.push(LegendEntry::new(Symbol::Triangle, text));
    }
    let sizes = || plan.pills.iter().map(|team| team.members.len());
    if let (Some(min), Some(max)) = (sizes().min(), sizes().max()) {
        let range = if min == max { min.to_string() } else { format!("{min}–{max}") };
        let text = Localizer::in_each(language, &message!("map-legend-pill", range = range));
        entries.push(LegendEntry::new(Symbol::Pill, text));
    }
    entries
}
