//! Statistics of the whole network: size, density, distances, clustering, centralization, assortativity, clusters,
//! distributions, and what it has beyond its degrees.

mod distributions;
mod structure;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::{Real, decimals};
use crate::answer::table::{Cell, Column, Table};
use crate::centrality::{clustering, null_model, whole};
use crate::community::leiden;
use crate::corpus::country::Country;
use crate::corpus::institution::{InstitutionId, Sector};
use crate::message;
use crate::messages::{Argument, Message};
use crate::network::{Network, components};
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, Method};
use crate::query::require_works;
use crate::query::statistics::distributions::Distributions;
use crate::query::statistics::structure::NullModel;
use serde::Serialize;

/// Nodes of the largest component up to which all its shortest paths are counted.
const MAX_EXACT: usize = 50_000;

#[derive(Serialize)]
struct Record {
    institutions: usize,
    ties: usize,
    weight: Real,
    density: Real,
    components: usize,
    isolates: usize,
    largest_component: usize,
    diameter: Option<usize>,
    radius: Option<usize>,
    average_path_length: Real,
    transitivity: Real,
    average_clustering: Real,
    mean_degree: Real,
    mean_strength: Real,
    degree_centralization: Real,
    betweenness_centralization: Real,
    degree_assortativity: Real,
    country_assortativity: MixingRecord,
    sector_assortativity: MixingRecord,
    works_per_institution: Real,
    institutions_per_work: Real,
    clusters: usize,
    modularity: Real,
    null_model: Option<NullModel>,
    #[serde(flatten)]
    distributions: Distributions,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct MixingRecord {
    coefficient: Real,
    /// Ties on which it rests.
    ties: usize,
}

/// The statistics of the network of all institutions. O(institutions · ties).
#[must_use]
pub fn ask(context: &QueryContext<'_>, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let network = context.network();
    let record = statistics(context, network);
    let mut notes = Vec::new();
    if record.institutions > 0 {
        notes.push(message!("statistics-of-largest", count = record.largest_component));
    }
    if record.largest_component > MAX_EXACT {
        notes.push(message!("statistics-too-large", most = MAX_EXACT));
    }
    notes.push(message!("statistics-clustering-note"));
    notes.push(message!(
        "statistics-known-ends",
        country = record.country_assortativity.ties,
        sector = record.sector_assortativity.ties,
        ties = record.ties
    ));
    match &record.null_model {
        Some(model) => {
            notes.push(model.note());
            if !require_works::has_no_works(context) {
                notes.push(message!("statistics-cliques", kind = localized.kind()));
            }
        }
        None if record.ties > 0 => notes.push(message!("statistics-no-null-model", most = null_model::MAX_TIES)),
        None => {}
    }
    notes.extend(record.distributions.notes());
    let works = || context.corpus.work_ids();
    let unrecorded = works().filter(|&work| context.corpus.institutions_of(work).is_empty()).count();
    if unrecorded > 0 {
        let kind = localized.kind();
        notes.push(message!("indicators-unrecorded", count = unrecorded, kind = kind, field = "institution"));
    }
    notes.extend(localized.method());
    let mut tables = vec![table(&localized, &record)];
    tables.extend(record.distributions.tables(&localized));
    tables.extend(record.null_model.as_ref().map(|model| model.table(&localized)));
    Answer {
        language: localized.language,
        found: record.institutions > 0,
        lead: localized.lead(vec![lead(&record)], Basis::Ties(network.excluded())),
        tables,
        notes,
        record: record::value(&record),
    }
}

fn statistics(context: &QueryContext<'_>, network: &Network<'_>) -> Record {
    let parts = components::find(network);
    let largest: &[usize] = parts.members.first().map_or(&[], Vec::as_slice);
    let lengths = (!largest.is_empty() && largest.len() <= MAX_EXACT).then(|| whole::path_lengths(network, largest));
    let (nodes, ties) = (network.node_count(), network.tie_count());
    let weight: f64 = (0..ties).map(|tie| network.tie(tie).2).sum();
    let corpus = context.corpus;
    // A work of which no institution is recorded tells nothing of how many it has.
    let works = corpus.work_ids().filter(|&work| !corpus.institutions_of(work).is_empty()).count();
    let affiliations = corpus.affiliation_count() as f64;
    let active = corpus.institution_ids().filter(|&id| !corpus.works_of(id).is_empty()).count() as f64;
    let sides = |count: f64| if works == 0 { f64::NAN } else { affiliations / count };
    let country = whole::mixing(network, |node| only_country(network, node));
    let sector = whole::mixing(network, |node| only_sector(network, node));
    // The seed of the question about clusters.
    let partition = leiden::partition(network, &leiden::Options { seed: 0, ..leiden::Options::default() });
    let mixing = |of: whole::Mixing| MixingRecord { coefficient: Real(of.coefficient), ties: of.ties };
    Record {
        institutions: nodes,
        ties,
        weight: Real(weight),
        density: Real(whole::density(network)),
        components: parts.members.len(),
        isolates: parts.isolates(),
        largest_component: largest.len(),
        diameter: lengths.map(|lengths| lengths.diameter),
        radius: lengths.map(|lengths| lengths.radius),
        average_path_length: Real(lengths.map_or(f64::NAN, |lengths| lengths.mean)),
        transitivity: Real(clustering::transitivity(network)),
        average_clustering: Real(whole::average_clustering(network)),
        mean_degree: Real(2.0 * ties as f64 / nodes as f64),
        mean_strength: Real(2.0 * weight / nodes as f64),
        degree_centralization: Real(whole::degree_centralization(network)),
        betweenness_centralization: Real(match nodes <= MAX_EXACT {
            true => whole::betweenness_centralization(network),
            false => f64::NAN,
        }),
        degree_assortativity: Real(whole::degree_assortativity(network)),
        country_assortativity: mixing(country),
        sector_assortativity: mixing(sector),
        works_per_institution: Real(sides(active)),
        institutions_per_work: Real(sides(works as f64)),
        clusters: partition.members().iter().filter(|members| members.len() > 1).count(),
        modularity: Real(if ties > 0 { partition.quality() } else { f64::NAN }),
        null_model: null_model::compare(network).as_ref().map(NullModel::of),
        distributions: Distributions::of(corpus, network),
        method: Method::of(context, network.excluded()),
    }
}

/// The country of an institution that has just one.
fn only_country<'n>(network: &'n Network<'_>, node: usize) -> Option<&'n Country> {
    match &network.corpus().institution(InstitutionId(node as u32)).countries[..] {
        [country] => Some(country),
        _ => None,
    }
}

/// The sector of an institution that has just one.
fn only_sector(network: &Network<'_>, node: usize) -> Option<Sector> {
    match network.corpus().institution(InstitutionId(node as u32)).sectors[..] {
        [sector] => Some(sector),
        _ => None,
    }
}

fn lead(record: &Record) -> Message {
    match (record.institutions, record.density.0.is_finite()) {
        (0, _) => message!("components-none"),
        (count, false) => message!("statistics-lead-alone", count = count),
        (count, true) => message!(
            "statistics-lead",
            count = count,
            ties = record.ties,
            density = Argument::number(record.density.0, decimals(record.density.0)),
            degree = Argument::number(record.mean_degree.0, decimals(record.mean_degree.0))
        ),
    }
}

fn table(localized: &LocalizedContext<'_, '_>, record: &Record) -> Table {
    let count = |value: usize| Cell::Count(value as u64);
    let some = |value: Option<usize>| value.map_or(Cell::Empty, count);
    let real = |value: Real| if value.0.is_finite() { Cell::Real(value.0) } else { Cell::Empty };
    let null_model =
        |of: fn(&NullModel) -> Real| record.null_model.as_ref().map_or(Cell::Empty, |model| real(of(model)));
    let rows = [
        ("institutions", message!("statistics-institutions"), count(record.institutions)),
        ("ties", message!("statistics-ties"), count(record.ties)),
        ("weight", message!("statistics-weight"), real(record.weight)),
        ("density", message!("statistics-density"), real(record.density)),
        ("components", message!("statistics-components"), count(record.components)),
        ("isolates", message!("statistics-isolates"), count(record.isolates)),
        ("largest_component", message!("statistics-largest"), count(record.largest_component)),
        ("diameter", message!("statistics-diameter"), some(record.diameter)),
        ("radius", message!("statistics-radius"), some(record.radius)),
        ("average_path_length", message!("statistics-path-length"), real(record.average_path_length)),
        ("transitivity", message!("statistics-transitivity"), real(record.transitivity)),
        ("average_clustering", message!("statistics-average-clustering"), real(record.average_clustering)),
        ("mean_degree", message!("statistics-mean-degree"), real(record.mean_degree)),
        ("mean_strength", message!("statistics-mean-strength"), real(record.mean_strength)),
        ("degree_centralization", message!("statistics-degree-centralization"), real(record.degree_centralization)),
        (
            "betweenness_centralization",
            message!("statistics-betweenness-centralization"),
            real(record.betweenness_centralization),
        ),
        ("degree_assortativity", message!("statistics-degree-assortativity"), real(record.degree_assortativity)),
        (
            "country_assortativity",
            message!("statistics-country-assortativity"),
            real(record.country_assortativity.coefficient),
        ),
        (
            "sector_assortativity",
            message!("statistics-sector-assortativity"),
            real(record.sector_assortativity.coefficient),
        ),
        ("clusters", message!("statistics-clusters"), count(record.clusters)),
        ("modularity", message!("statistics-modularity"), real(record.modularity)),
        ("sigma", message!("statistics-sigma"), null_model(|model| model.sigma)),
        ("omega", message!("statistics-omega"), null_model(|model| model.omega)),
        (
            "works_per_institution",
            message!("statistics-works-per-institution", kind = localized.kind()),
            real(record.works_per_institution),
        ),
        (
            "institutions_per_work",
            message!("statistics-institutions-per-work", kind = localized.kind()),
            real(record.institutions_per_work),
        ),
    ];
    let columns = vec![
        Column::for_machines("key"),
        localized.column("statistic", message!("statistics-statistic")),
        localized.column("value", message!("statistics-value")).real(),
    ];
    let row =
        |(key, label, value): (&str, Message, Cell)| vec![Cell::text(key), Cell::text(localized.text(label)), value];
    let caption = localized.text(message!("statistics-caption"));
    Table { name: "statistics".to_owned(), caption, columns, rows: rows.into_iter().map(row).collect() }
}
