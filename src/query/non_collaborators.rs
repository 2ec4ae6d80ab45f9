//! Non-collaborators: pairs of institutions with common partners and no joint work.
//!
//! The strength of a pair is Σ_z min(c_az, c_bz) over common partners z, c the tie weights. Works excluded by the team
//! cap still count as joint works. O(Σ k²) time for degrees k; O(nodes + pairs kept) memory.

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::{Real, stable};
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{Argument, Message};
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, InstitutionRecord, Method};
use crate::query::{ranking, require_works};
use serde::Serialize;

/// Default number of pairs.
pub const DEFAULT_TOP: usize = 20;
/// Size of the buffer above the requested number of pairs; when it is full, the weakest pairs are dropped.
const BUFFERED_PAIRS: usize = 10_000;

/// Length of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Maximum number of pairs; `None`: all.
    pub top: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { top: Some(DEFAULT_TOP) }
    }
}

#[derive(Serialize)]
struct Record {
    rows: Vec<Row>,
    pairs: usize,
    strength: &'static str,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Row {
    rank: usize,
    a: InstitutionRecord,
    b: InstitutionRecord,
    strength: Real,
    shared: Vec<SharedPartnerRow>,
}

#[derive(Serialize)]
struct SharedPartnerRow {
    #[serde(flatten)]
    institution: InstitutionRecord,
    weight_a: Real,
    weight_b: Real,
}

/// A pair without joint work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NonCollaborators {
    /// The institution that is first by name.
    pub a: InstitutionId,
    /// The other institution.
    pub b: InstitutionId,
    /// Σ_z min(c_az, c_bz) over common partners z.
    pub strength: f64,
    /// Number of common partners.
    pub shared: usize,
}

/// The strongest `top` pairs, and the number of all pairs.
#[must_use]
pub fn pairs(context: &QueryContext<'_>, top: Option<usize>) -> (Vec<NonCollaborators>, usize) {
    let name_rank = name_rank(context);
    let (rows, nodes) = (context.network().adjacency(), context.network().node_count());
    let limit = top.unwrap_or(usize::MAX);
    let (mut strength, mut shared) = (vec![0.0; nodes], vec![0usize; nodes]);
    let (mut candidates, mut pairs, mut count) = (Vec::new(), Vec::new(), 0);
    // Strength of the last pair kept: weaker ones are only counted.
    let mut min_weight = 0.0;
    for a in 0..nodes {
        for (z, to_a, _) in rows.row_of(a) {
            for (b, to_b, _) in rows.row_of(z).filter(|row| row.0 > a) {
                if shared[b] == 0 {
                    candidates.push(b);
                }
                shared[b] += 1;
                strength[b] += to_a.min(to_b);
            }
        }
        for &b in rows.neighbours(a) {
            shared[b as usize] = 0;
            strength[b as usize] = 0.0;
        }
        candidates.sort_unstable();
        for b in candidates.drain(..) {
            let (sum, partners) = (std::mem::take(&mut strength[b]), std::mem::take(&mut shared[b]));
            let (x, y) = (InstitutionId(a as u32), InstitutionId(b as u32));
            if partners == 0 || !(context.shows(x) || context.shows(y)) || share_excluded_work(context, x, y) {
                continue;
            }
            count += 1;
            let sum = stable(sum);
            if sum < min_weight {
                continue;
            }
            let (x, y) = if name_rank[a] <= name_rank[b] { (x, y) } else { (y, x) };
            pairs.push(NonCollaborators { a: x, b: y, strength: sum, shared: partners });
        }
        if pairs.len() > limit.saturating_add(BUFFERED_PAIRS) {
            strongest_first(&mut pairs, &name_rank);
            pairs.truncate(limit);
            min_weight = pairs.last().map_or(min_weight, |pair: &NonCollaborators| pair.strength);
        }
    }
    strongest_first(&mut pairs, &name_rank);
    pairs.truncate(limit);
    (pairs, count)
}

/// Rank of each institution by name.
pub(super) fn name_rank(context: &QueryContext<'_>) -> Vec<usize> {
    let mut ids: Vec<InstitutionId> = context.corpus.institution_ids().collect();
    ids.sort_by_key(|&id| (context.corpus.institution(id).names.label(), id));
    let mut rank = vec![0; ids.len()];
    ids.iter().enumerate().for_each(|(at, id)| rank[id.index()] = at);
    rank
}

fn strongest_first(pairs: &mut [NonCollaborators], name_rank: &[usize]) {
    let name = |id: InstitutionId| name_rank[id.index()];
    pairs.sort_unstable_by(|x, y| {
        let strength = y.strength.total_cmp(&x.strength).then(y.shared.cmp(&x.shared));
        strength.then_with(|| (name(x.a), name(x.b)).cmp(&(name(y.a), name(y.b))))
    });
}

/// Whether two institutions without a tie have a joint work excluded by the team cap.
pub(super) fn share_excluded_work(context: &QueryContext<'_>, a: InstitutionId, b: InstitutionId) -> bool {
    if context.network().excluded().is_empty() {
        return false;
    }
    let corpus = context.corpus;
    let (fewer, more) = if corpus.works_of(a).len() <= corpus.works_of(b).len() { (a, b) } else { (b, a) };
    let both = |work: &WorkId| context.is_excluded(*work) && corpus.works_of(more).binary_search(work).is_ok();
    corpus.works_of(fewer).iter().any(both)
}

/// Pairs with common partners and no joint work, strongest first, with these partners.
#[must_use]
pub fn ask(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    // A list of one does not tell whether its pair is the only one of its strength.
    let (mut pairs, count) = pairs(context, options.top.map(|top| top.max(2)));
    let are_equal = |pair: &[NonCollaborators]| ranking::nearly_equal(pair[0].strength, pair[1].strength);
    let is_tied = pairs.get(..2).is_some_and(are_equal);
    pairs.truncate(options.top.unwrap_or(usize::MAX));
    let shared: Vec<Vec<SharedPartner>> = pairs.iter().map(|pair| shared(context, pair)).collect();
    let ranks = ranking::ranks(&pairs.iter().map(|pair| pair.strength).collect::<Vec<_>>());
    let excluded = context.network().excluded();
    let row = |at: usize| Row {
        rank: ranks[at],
        a: InstitutionRecord::of(context.corpus, pairs[at].a),
        b: InstitutionRecord::of(context.corpus, pairs[at].b),
        strength: Real(pairs[at].strength),
        shared: shared[at].iter().map(|one| one.record(context)).collect(),
    };
    let record = Record {
        rows: (0..pairs.len()).map(row).collect(),
        pairs: count,
        strength: "sum over shared partners of the lesser weight",
        method: Method::of(context, excluded),
    };
    let mut notes = vec![message!("noncollaborators-strength")];
    notes.extend(ranking::truncation_note(pairs.len(), count, "pair"));
    notes.extend(localized.method());
    let mut own = lead(&localized, &pairs, &shared, (count, is_tied));
    if context.corpus.institution_ids().filter(|&id| !context.shows(id)).count() > 1 {
        own.push(message!("noncollaborators-filter"));
    }
    Answer {
        language: localized.language,
        found: !pairs.is_empty(),
        lead: localized.lead(own, Basis::Ties(excluded)),
        tables: vec![table(&localized, &pairs, &shared, &ranks)],
        notes,
        record: record::value(&record),
    }
}

/// A common partner of a pair, with both weights.
struct SharedPartner {
    id: InstitutionId,
    weights: [f64; 2],
}

impl SharedPartner {
    fn record(&self, context: &QueryContext<'_>) -> SharedPartnerRow {
        let [weight_a, weight_b] = self.weights.map(Real);
        SharedPartnerRow { institution: InstitutionRecord::of(context.corpus, self.id), weight_a, weight_b }
    }
}

/// Common partners of a pair, by the smaller weight in descending order, then name.
fn shared(context: &QueryContext<'_>, pair: &NonCollaborators) -> Vec<SharedPartner> {
    let network = context.network();
    let weight = |tie: Option<usize>| tie.map(|tie| network.tie(tie).2);
    let (a, b) = (network.node_of(pair.a), network.node_of(pair.b));
    let mut shared: Vec<SharedPartner> = network
        .adjacency()
        .row_of(a)
        .filter_map(|(node, to_a, _)| {
            let to_b = weight(network.tie_between(node, b))?;
            Some(SharedPartner { id: network.institution(node)?, weights: [to_a, to_b] })
        })
        .collect();
    let min_weight = |one: &SharedPartner| stable(one.weights[0].min(one.weights[1]));
    let label = |one: &SharedPartner| context.corpus.institution(one.id).names.label();
    shared.sort_by(|x, y| {
        min_weight(y).total_cmp(&min_weight(x)).then_with(|| label(x).cmp(label(y))).then(x.id.cmp(&y.id))
    });
    shared
}

fn lead(
    localized: &LocalizedContext<'_, '_>,
    pairs: &[NonCollaborators],
    shared: &[Vec<SharedPartner>],
    (count, is_tied): (usize, bool),
) -> Vec<Message> {
    let (without_works, kind) = (require_works::has_no_works(localized.context), localized.kind());
    let (Some(first), Some(partners)) = (pairs.first(), shared.first()) else {
        return vec![match without_works {
            true => message!("noncollaborators-no-untied"),
            false => message!("noncollaborators-none", kind = kind),
        }];
    };
    let ids: Vec<InstitutionId> = partners.iter().map(|one| one.id).collect();
    let (a, b) = (localized.names_of(first.a), localized.names_of(first.b));
    let (strength, list) = (Argument::number(first.strength, 2), localized.institution_list(&ids));
    let strongest = match is_tied {
        true => message!("noncollaborators-one-strongest", a = a, b = b, strength = strength, partners = list),
        false => message!("noncollaborators-strongest", a = a, b = b, strength = strength, partners = list),
    };
    let count = match without_works {
        true => message!("noncollaborators-untied", count = count),
        false => message!("noncollaborators-count", count = count, kind = kind),
    };
    vec![count, strongest]
}

fn table(
    localized: &LocalizedContext<'_, '_>,
    pairs: &[NonCollaborators],
    shared: &[Vec<SharedPartner>],
    ranks: &[usize],
) -> Table {
    let columns = vec![
        localized.column("rank", message!("answers-rank")).integer(),
        localized.column("a", message!("answers-institution")),
        localized.column("b", message!("noncollaborators-other", kind = localized.kind())),
        Column::for_machines("a_id"),
        Column::for_machines("b_id"),
        localized.column("strength", message!("noncollaborators-strength-column")).real(),
        localized.column("shared", message!("answers-common-partners")).list(),
        Column::for_machines("shared_ids").list(),
    ];
    let key = |id: InstitutionId| localized.context.corpus.institution(id).id.clone();
    let row = |at: usize| {
        let (pair, shared) = (&pairs[at], &shared[at]);
        vec![
            Cell::Count(ranks[at] as u64),
            Cell::text(localized.name(pair.a)),
            Cell::text(localized.name(pair.b)),
            Cell::text(key(pair.a)),
            Cell::text(key(pair.b)),
            Cell::Real(pair.strength),
            Cell::list(shared.iter().map(|one| localized.name(one.id)).collect()),
            Cell::list(shared.iter().map(|one| key(one.id)).collect()),
        ]
    };
    let caption = if require_works::has_no_works(localized.context) {
        localized.text(message!("noncollaborators-untied-caption"))
    } else {
        localized.text(message!("noncollaborators-caption", kind = localized.kind()))
    };
    Table { name: "never".to_owned(), caption, columns, rows: (0..pairs.len()).map(row).collect() }
}
