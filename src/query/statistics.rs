//! Statistics of the whole network: size, density, distances, clustering, centralization, assortativity, degrees.

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::{Real, decimals};
use crate::answer::table::{Cell, Column, Table};
use crate::centrality::{clustering, whole};
use crate::corpus::country::Country;
use crate::corpus::institution::{InstitutionId, Sector};
use crate::message;
use crate::messages::{Argument, Message};
use crate::network::{Network, components};
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, Method};
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
    degrees: Vec<DegreeRow>,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct MixingRecord {
    coefficient: Real,
    /// Ties on which it rests.
    ties: usize,
}

#[derive(Serialize)]
struct DegreeRow {
    degree: usize,
    institutions: usize,
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
    notes.extend(localized.method());
    Answer {
        language: localized.language,
        found: record.institutions > 0,
        lead: localized.lead(vec![lead(&record)], Basis::Ties(network.excluded())),
        tables: vec![table(&localized, &record), degrees(&localized, &record)],
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
    let (works, affiliations) = (corpus.work_count() as f64, corpus.affiliation_count() as f64);
    let active = corpus.institution_ids().filter(|&id| !corpus.works_of(id).is_empty()).count() as f64;
    let sides = |count: f64| if corpus.work_count() == 0 { f64::NAN } else { affiliations / count };
    let country = whole::mixing(network, |node| only_country(network, node));
    let sector = whole::mixing(network, |node| only_sector(network, node));
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
        institutions_per_work: Real(sides(works)),
        degrees: whole::degrees(network)
            .into_iter()
            .map(|(degree, institutions)| DegreeRow { degree, institutions })
            .collect(),
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

fn degrees(localized: &LocalizedContext<'_, '_>, record: &Record) -> Table {
    let columns = vec![
        localized.column("degree", message!("statistics-degree")).integer(),
        localized.column("institutions", message!("answers-number-of-institutions")).integer(),
    ];
    let row = |row: &DegreeRow| vec![Cell::Count(row.degree as u64), Cell::Count(row.institutions as u64)];
    let caption = localized.text(message!("statistics-degrees-caption"));
    Table { name: "degrees".to_owned(), caption, columns, rows: record.degrees.iter().map(row).collect() }
}
