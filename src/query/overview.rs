//! Overview of the data: counts, period, components, strongest partnerships, next commands.

use crate::answer::Answer;
use crate::answer::language::{Language, LanguageChoice};
use crate::answer::number::{Real, stable};
use crate::answer::table::{Audience, Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::kind::ActorKind;
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::network::components::{self, Components};
use crate::query::clusters;
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::partnerships::{self, Bundle, Partnership, bundles, strongest};
use crate::query::record::{self, Method};
use serde::Serialize;

/// Number of partnerships in the table.
pub const MAX_PARTNERSHIPS: usize = 10;
/// Number of pairs within groups that are named.
const MAX_NAMED_PAIRS: usize = 3;
/// Number of institutions above which clusters are not computed, to keep the overview fast.
pub const MAX_CLUSTERED: usize = 50_000;

#[derive(Serialize)]
struct Record {
    works: usize,
    institutions: usize,
    ties: usize,
    weight: Real,
    components: usize,
    largest_component: usize,
    isolates: usize,
    since: Option<String>,
    until: Option<String>,
    notices: usize,
    counting: &'static str,
    max_team: Option<usize>,
    #[serde(rename = "left_out")]
    excluded: Vec<record::ExcludedWork>,
    co_made: usize,
    affiliations: usize,
    clusters: Option<usize>,
    partnerships: Vec<Partnership>,
}

/// Counts, period, strongest partnerships and suggested commands.
#[must_use]
pub fn ask(context: &QueryContext<'_>, language: Language) -> Answer {
    let few = context.network().node_count() <= MAX_CLUSTERED;
    ask_with(context, few.then(|| clusters::count(context)), language)
}

/// As [`ask`], with a number of clusters of two or more that was counted elsewhere; `None`: not counted.
#[must_use]
pub fn ask_with(context: &QueryContext<'_>, clusters: Option<usize>, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let (corpus, network) = (context.corpus, context.network());
    let components = components::find(network);
    let ties = strongest(context);
    let bundles = bundles(context, &ties);
    let top = &bundles[..bundles.len().min(MAX_PARTNERSHIPS)];
    let co_made = corpus.work_ids().filter(|&work| corpus.actor_count(work) > 1).count();
    let Method { counting, excluded, notices, max_team } = Method::of(context, network.excluded());
    let period = corpus.period();
    let record = Record {
        works: corpus.work_count(),
        institutions: corpus.institution_count(),
        ties: network.tie_count(),
        weight: Real(network.total_weight()),
        components: components.members.len(),
        largest_component: components.largest(),
        isolates: components.isolates(),
        since: period.map(|(first, _)| first.to_string()),
        until: period.map(|(_, last)| last.to_string()),
        notices,
        counting,
        max_team,
        excluded,
        co_made,
        affiliations: corpus.affiliation_count(),
        clusters,
        partnerships: top.iter().map(|bundle| bundle.record(context)).collect(),
    };
    let mut notes = localized.method();
    notes.extend(next_commands(&localized, &bundles));
    Answer {
        language: localized.language,
        found: corpus.work_count() > 0 || corpus.institution_count() > 0,
        lead: localized
            .lead(lead(&localized, &components, clusters, co_made, &bundles), Basis::Ties(network.excluded())),
        tables: vec![table(&localized, top, ties.len())],
        notes,
        record: record::value(&record),
    }
}

fn lead(
    localized: &LocalizedContext<'_, '_>,
    components: &Components,
    clusters: Option<usize>,
    co_made: usize,
    bundles: &[Bundle],
) -> Vec<Message> {
    let corpus = localized.context.corpus;
    let mut lead = Vec::new();
    if corpus.work_count() > 0 {
        lead.push(size(localized.context));
        lead.push(message!(
            "overview-joint",
            count = co_made,
            kind = localized.kind(),
            share = Argument::share(co_made, corpus.work_count())
        ));
        lead.extend(without_institution(localized.context));
    } else if bundles.is_empty() && corpus.institution_count() > 0 {
        lead.push(message!("overview-institutions-only", count = corpus.institution_count()));
    } else if bundles.is_empty() {
        lead.push(message!("overview-empty", filter = localized.context.filter_state()));
    } else {
        lead.push(message!("overview-ties-only", count = corpus.institution_count(), kind = localized.kind()));
    }
    if let Some(first) = bundles.first() {
        lead.extend(sizes_of_ties(localized, components));
        lead.push(strongest_of(localized, first, bundles));
        lead.extend(within_groups(localized, bundles));
        lead.extend(clusters.map(|count| message!("overview-clusters", count = count)));
    } else if corpus.work_count() > 0 {
        lead.push(no_partnership(localized.context, co_made));
    }
    lead
}

/// Sentence on the works of which no institution is recorded; at other levels those of the level tell it.
fn without_institution(context: &QueryContext<'_>) -> Option<Message> {
    let corpus = context.corpus;
    let count = corpus.work_ids().filter(|&work| corpus.actor_count(work) == 0).count();
    let is_told = !context.actors().are_institutions() || count == 0;
    (!is_told).then(|| message!("overview-unrecorded", count = count, kind = context.kind))
}

/// Reason for the absence of ties: no joint works, or all are excluded by the team cap.
pub(crate) fn no_partnership(context: &QueryContext<'_>, co_made: usize) -> Message {
    match context.projection.max_team.filter(|_| co_made > 0) {
        None => message!("overview-no-joint-works", kind = context.kind),
        Some(cap) => message!("overview-all-excluded", kind = context.kind, cap = cap),
    }
}

/// Sentence on the numbers of works and institutions and the period; of ties without works, on the institutions.
#[must_use]
pub fn size_of(context: &QueryContext<'_>) -> Message {
    if context.corpus.work_count() > 0 {
        size(context)
    } else if context.corpus.institution_count() == 0 {
        message!("overview-empty", filter = context.filter_state())
    } else if context.network().tie_count() == 0 {
        message!("overview-institutions-only", count = context.corpus.institution_count())
    } else {
        message!("overview-ties-only", count = context.corpus.institution_count(), kind = context.kind)
    }
}

/// Sentence on the numbers of works and institutions, and on the period of the works that have a date.
pub(crate) fn size(context: &QueryContext<'_>) -> Message {
    let (corpus, kind) = (context.corpus, context.kind);
    let (works, institutions) = (corpus.work_count(), corpus.institution_count());
    let undated = corpus.work_ids().filter(|&work| corpus.date(work).is_none()).count();
    match corpus.period() {
        None => message!("overview-size", works = works, kind = kind, institutions = institutions),
        Some((first, last)) if first == last => {
            message!(
                "overview-size-date",
                works = works,
                kind = kind,
                institutions = institutions,
                date = first,
                undated = undated
            )
        }
        Some((first, last)) => message!(
            "overview-size-period",
            works = works,
            kind = kind,
            institutions = institutions,
            first = first,
            last = last,
            undated = undated
        ),
    }
}

fn sizes_of_ties(localized: &LocalizedContext<'_, '_>, components: &Components) -> Vec<Message> {
    let network = localized.context.network();
    let (isolates, largest) = (components.isolates(), components.largest());
    let linked = components.members.len() - isolates;
    let weight = Argument::number(network.total_weight(), 2);
    let ties = message!("overview-ties", count = network.tie_count(), weight = weight, kind = localized.kind());
    let isolated = components.members.iter().filter(|nodes| nodes.len() == 1).flatten().copied();
    let capped = localized.context.capped(isolated.filter_map(|node| network.institution(node)));
    let components = match linked {
        1 => message!("overview-connected", largest = largest),
        _ => message!("overview-components", count = linked, largest = largest),
    };
    let kind = localized.kind();
    let isolates =
        (isolates > 0).then(|| message!("overview-isolates", count = isolates, capped = capped, kind = kind));
    [ties, components].into_iter().chain(isolates).collect()
}

/// Sentence on the strongest partnership, or on all of equal weight.
fn strongest_of(localized: &LocalizedContext<'_, '_>, first: &Bundle, bundles: &[Bundle]) -> Message {
    let equal: Vec<&Bundle> = bundles.iter().take_while(|one| stable(one.weight) == stable(first.weight)).collect();
    let ties: usize = equal.iter().map(|one| one.ties.len()).sum();
    let weight = Argument::number(first.weight, 2);
    match (equal.len(), first.institutions.as_slice()) {
        (1, &[a, b]) => {
            let (a, b) = (localized.names_of(a), localized.names_of(b));
            message!("overview-strongest", a = a, b = b, weight = weight, kind = localized.kind())
        }
        (1, all) => message!(
            "overview-strongest-team",
            count = ties,
            institutions = all.len(),
            works = first.works.len(),
            kind = localized.kind(),
            weight = weight,
            names = localized.institution_list(all)
        ),
        _ => message!("overview-strongest-equal", count = ties, weight = weight, kind = localized.kind()),
    }
}

/// Sentence on the ties between parts of one group, as Google Brain and Google Research are: at the level of groups they
/// are no partnerships. `None` where there are none, or groups are the institutions. O(ties).
fn within_groups(localized: &LocalizedContext<'_, '_>, bundles: &[Bundle]) -> Option<Message> {
    let context = localized.context;
    if context.actors() != ActorKind::Institution {
        return None;
    }
    let ties = bundles.iter().flat_map(|bundle| &bundle.ties);
    let pairs = ties.filter_map(|&tie| partnerships::ends(context, tie));
    let within: Vec<(InstitutionId, InstitutionId)> =
        pairs.filter(|&(a, b)| context.corpus.group_key(a) == context.corpus.group_key(b)).collect();
    let pair = |&(a, b): &(InstitutionId, InstitutionId)| {
        message!("timeline-ends", a = localized.names_of(a), b = localized.names_of(b))
    };
    let (count, total) = (within.len(), context.network().tie_count());
    let pairs = List::and(within.iter().map(pair), "pair").naming(MAX_NAMED_PAIRS);
    (count > 0).then(|| message!("overview-within-groups", count = count, total = total, pairs = pairs))
}

/// Suggested commands with names from the data.
fn next_commands(localized: &LocalizedContext<'_, '_>, bundles: &[Bundle]) -> Option<Message> {
    let pair = bundles.iter().find(|one| one.institutions.len() == 2).or_else(|| bundles.first())?;
    let &[a, b, ..] = pair.institutions.as_slice() else { return None };
    let word = |id| {
        let names = &localized.context.corpus.institution(id).names;
        let label = match (localized.language.choice(), names.short_label_ko()) {
            (LanguageChoice::Korean, Some(korean)) => korean,
            _ => names.short_label(),
        };
        if label.contains(|ch: char| !ch.is_alphanumeric()) {
            format!("\"{}\"", label.replace('"', ""))
        } else {
            label.to_owned()
        }
    };
    let (a, b) = (word(a), word(b));
    Some(message!("overview-next", command = "collab", a = a, b = b))
}

fn table(localized: &LocalizedContext<'_, '_>, bundles: &[Bundle], all: usize) -> Table {
    let context = localized.context;
    let shown: usize = bundles.iter().map(|one| one.ties.len()).sum();
    let mut pairs = localized.column("ties", message!("answers-pairs")).integer();
    if bundles.iter().all(|one| one.ties.len() == 1) {
        pairs.audience = Audience::Machines;
    }
    let columns = vec![
        localized.column("institutions", message!("answers-institutions")).list(),
        Column::for_machines("ids").list(),
        pairs,
        localized.column("weight", message!("answers-weight")).real(),
        localized.column("shared_works", message!("answers-joint-works", kind = localized.kind())).list(),
    ];
    let row = |one: &Bundle| {
        let ids = one.institutions.iter().map(|&id| context.corpus.institution(id).id.clone());
        vec![
            Cell::list(one.institutions.iter().map(|&id| localized.name(id)).collect()),
            Cell::list(ids.collect()),
            Cell::Count(one.ties.len() as u64),
            Cell::Real(one.weight),
            Cell::list(one.works.iter().map(|&work| localized.work(work)).collect()),
        ]
    };
    let caption = match shown < all {
        true => message!("overview-strongest-caption", shown = shown, total = all, kind = localized.kind()),
        false => message!("overview-caption", kind = localized.kind()),
    };
    let caption = localized.text(caption);
    Table { name: "partnerships".to_owned(), caption, columns, rows: bundles.iter().map(row).collect() }
}
