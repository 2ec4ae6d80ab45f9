//! Who shares partners but never a work?
//!
//! The strength of such a pair is Σ_z min(c_az, c_bz) over the partners z that both have: what the weaker of the two
//! ties to each of them weighs, summed. A work that the team cap leaves out still counts as a work of both: a
//! pair that made one is not listed. O(Σ k²) over degrees k; memory O(nodes + the pairs kept).

use serde::Serialize;

use crate::answer::korean::Particle;
use crate::answer::language::Language;
use crate::answer::number::{Real, stable, thousands};
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::question::lack;
use crate::question::record::{self, Method, Party};
use crate::question::scope::Scope;
use crate::question::standing;
use crate::question::voice::Voice;

/// How many pairs unless told otherwise.
pub const DEFAULT_TOP: usize = 20;
/// Pairs waiting to be cut back to the strongest, beyond those asked for.
const WAITING: usize = 10_000;

/// How far the list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many pairs at most; `None`: all.
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
    a: Party,
    b: Party,
    strength: Real,
    shared: Vec<SharedRow>,
}

#[derive(Serialize)]
struct SharedRow {
    #[serde(flatten)]
    party: Party,
    weight_a: Real,
    weight_b: Real,
}

/// A pair without a work of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The end with the smaller name.
    pub a: InstitutionId,
    /// The other end.
    pub b: InstitutionId,
    /// Σ min(c_az, c_bz) over shared partners z.
    pub strength: f64,
    /// How many partners they share.
    pub shared: usize,
}

/// The strongest pairs that share partners but no work, and how many such pairs there are.
#[must_use]
pub fn pairs(scope: &Scope<'_>, top: Option<usize>) -> (Vec<Pair>, usize) {
    let by_name = by_name(scope);
    let (rows, nodes) = (scope.network().adjacency(), scope.network().node_count());
    let kept = top.unwrap_or(usize::MAX);
    let (mut strength, mut shared) = (vec![0.0; nodes], vec![0usize; nodes]);
    let (mut met, mut pairs, mut count) = (Vec::new(), Vec::new(), 0);
    // Once as many as asked for are kept, a weaker pair is only counted.
    let mut least = 0.0;
    for a in 0..nodes {
        for (z, to_a, _) in rows.row_of(a) {
            for (b, to_b, _) in rows.row_of(z).filter(|row| row.0 > a) {
                if shared[b] == 0 {
                    met.push(b);
                }
                shared[b] += 1;
                strength[b] += to_a.min(to_b);
            }
        }
        for &b in rows.neighbours(a) {
            shared[b as usize] = 0;
            strength[b as usize] = 0.0;
        }
        met.sort_unstable();
        for b in met.drain(..) {
            let (sum, partners) = (std::mem::take(&mut strength[b]), std::mem::take(&mut shared[b]));
            let (x, y) = (InstitutionId(a as u32), InstitutionId(b as u32));
            if partners == 0 || !(scope.shows(x) || scope.shows(y)) || made_one(scope, x, y) {
                continue;
            }
            count += 1;
            let sum = stable(sum);
            if sum < least {
                continue;
            }
            let (x, y) = if by_name[a] <= by_name[b] { (x, y) } else { (y, x) };
            pairs.push(Pair { a: x, b: y, strength: sum, shared: partners });
        }
        if pairs.len() > kept.saturating_add(WAITING) {
            strongest_first(&mut pairs, &by_name);
            pairs.truncate(kept);
            least = pairs.last().map_or(least, |pair: &Pair| pair.strength);
        }
    }
    strongest_first(&mut pairs, &by_name);
    pairs.truncate(kept);
    (pairs, count)
}

/// The place of each institution among the names.
fn by_name(scope: &Scope<'_>) -> Vec<usize> {
    let mut ids: Vec<InstitutionId> = scope.corpus.institution_ids().collect();
    ids.sort_by_key(|&id| (scope.corpus.institution(id).names.label(), id));
    let mut place = vec![0; ids.len()];
    ids.iter().enumerate().for_each(|(at, id)| place[id.index()] = at);
    place
}

fn strongest_first(pairs: &mut [Pair], by_name: &[usize]) {
    let name = |id: InstitutionId| by_name[id.index()];
    pairs.sort_unstable_by(|x, y| {
        let strength = y.strength.total_cmp(&x.strength).then(y.shared.cmp(&x.shared));
        strength.then_with(|| (name(x.a), name(x.b)).cmp(&(name(y.a), name(y.b))))
    });
}

/// Whether two institutions that have no tie made a work together all the same: one beyond the team cap.
fn made_one(scope: &Scope<'_>, a: InstitutionId, b: InstitutionId) -> bool {
    if scope.network().excluded().is_empty() {
        return false;
    }
    let corpus = scope.corpus;
    let (less, more) = if corpus.works_of(a).len() <= corpus.works_of(b).len() { (a, b) } else { (b, a) };
    let both = |work: &WorkId| scope.is_left_out(*work) && corpus.works_of(more).binary_search(work).is_ok();
    corpus.works_of(less).iter().any(both)
}

/// Pairs that share partners but no work, strongest first, with the partners they share.
#[must_use]
pub fn ask(scope: &Scope<'_>, options: &Options, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let (pairs, count) = pairs(scope, options.top);
    let shared: Vec<Vec<Shared>> = pairs.iter().map(|pair| shared(scope, pair)).collect();
    let ranks = standing::ranks(&pairs.iter().map(|pair| pair.strength).collect::<Vec<_>>());
    let left_out = scope.network().excluded();
    let row = |at: usize| Row {
        rank: ranks[at],
        a: Party::of(scope.corpus, pairs[at].a),
        b: Party::of(scope.corpus, pairs[at].b),
        strength: Real(pairs[at].strength),
        shared: shared[at].iter().map(|one| one.record(scope)).collect(),
    };
    let record = Record {
        rows: (0..pairs.len()).map(row).collect(),
        pairs: count,
        strength: "sum over shared partners of the lesser weight",
        method: Method::of(scope, left_out),
    };
    let mut notes = vec![voice.say(
        "Strength: for each partner they share, the lesser of the two weights, summed.",
        "강도: 공통 협력 기관마다 두 가중치 가운데 작은 값을 더한 것이다.",
    )];
    notes.extend(standing::cut(&voice, pairs.len(), count, ("pairs", "쌍", "개")));
    if scope.corpus.institution_ids().filter(|&id| !scope.shows(id)).count() > 1 {
        notes.push(voice.say(
            "Pairs of two institutions that do not meet the filter themselves are not listed.",
            "두 기관 모두 조건에 맞지 않는 쌍은 싣지 않았다.",
        ));
    }
    notes.extend(voice.method(left_out));
    Answer {
        found: !pairs.is_empty(),
        lead: lead(&voice, &pairs, &shared, count),
        tables: vec![table(&voice, &pairs, &shared, &ranks)],
        notes,
        record: record::value(&record),
    }
}

/// A partner of both ends of a pair.
struct Shared {
    id: InstitutionId,
    weights: [f64; 2],
}

impl Shared {
    fn record(&self, scope: &Scope<'_>) -> SharedRow {
        let [weight_a, weight_b] = self.weights.map(Real);
        SharedRow { party: Party::of(scope.corpus, self.id), weight_a, weight_b }
    }
}

/// The partners of both, those with the stronger weaker tie first.
fn shared(scope: &Scope<'_>, pair: &Pair) -> Vec<Shared> {
    let network = scope.network();
    let weight = |tie: Option<usize>| tie.map(|tie| network.tie(tie).2);
    let (a, b) = (network.node_of(pair.a), network.node_of(pair.b));
    let mut shared: Vec<Shared> = network
        .adjacency()
        .row_of(a)
        .filter_map(|(node, to_a, _)| {
            let to_b = weight(network.tie_between(node, b))?;
            Some(Shared { id: network.institution(node)?, weights: [to_a, to_b] })
        })
        .collect();
    let least = |one: &Shared| stable(one.weights[0].min(one.weights[1]));
    let label = |one: &Shared| scope.corpus.institution(one.id).names.label();
    shared.sort_by(|x, y| least(y).total_cmp(&least(x)).then_with(|| label(x).cmp(label(y))).then(x.id.cmp(&y.id)));
    shared
}

fn lead(voice: &Voice<'_, '_>, pairs: &[Pair], shared: &[Vec<Shared>], count: usize) -> Vec<String> {
    let (Some(first), Some(partners)) = (pairs.first(), shared.first()) else {
        if lack::of_works(voice.scope) {
            return vec![voice.say(
                "No two institutions share a partner without a tie.",
                "협력 기관이 겹치면서 서로 관계가 없는 쌍은 없다.",
            )];
        }
        return vec![voice.say(
            "No two institutions share a partner without sharing a work.",
            format!("협력 기관이 겹치면서 함께 발표한 {} 없는 쌍은 없다.", voice.noun_with(Particle::Subject)),
        )];
    };
    let number = thousands(count as u64);
    let verb = if count == 1 { "pair shares partners but has" } else { "pairs share partners but have" };
    let ids: Vec<InstitutionId> = partners.iter().map(|one| one.id).collect();
    let (list, strength) = (voice.names(&ids), voice.weight(first.strength));
    let tied = pairs.get(1).is_some_and(|next| standing::equal(next.strength, first.strength));
    let (first_en, first_ko) = if tied {
        ("One of the strongest", "가장 강한 쌍의 하나")
    } else {
        ("The strongest", "가장 강한 쌍")
    };
    let told = if lack::of_works(voice.scope) {
        voice.say(
            format!("{number} {verb} no tie."),
            format!("협력 기관이 겹치지만 서로 관계가 없는 쌍은 {number}개다."),
        )
    } else {
        voice.say(
            format!("{number} {verb} no work together."),
            format!("협력 기관이 겹치지만 함께 발표한 {} 없는 쌍은 {number}개다.", voice.noun_with(Particle::Subject)),
        )
    };
    vec![
        told,
        voice.say(
            format!(
                "{first_en}: {} with {}, strength {strength}, through {list}.",
                voice.name(first.a),
                voice.name(first.b)
            ),
            format!(
                "{first_ko}: {} {}, 강도 {strength}, 공통 {}({list}).",
                voice.with(first.a, Particle::And),
                voice.name(first.b),
                voice.partners(ids.len())
            ),
        ),
    ]
}

fn table(voice: &Voice<'_, '_>, pairs: &[Pair], shared: &[Vec<Shared>], ranks: &[usize]) -> Table {
    let columns = vec![
        Column::new("rank", voice.say("Rank", "순위")),
        Column::new("a", voice.say("Institution", "기관")),
        Column::new("b", voice.say("Never with", "함께한 적 없는 기관")),
        Column::for_machines("a_id"),
        Column::for_machines("b_id"),
        Column::new("strength", voice.say("Strength", "강도")),
        Column::new("shared", voice.say("Partners in common", "공통 협력 기관")),
        Column::for_machines("shared_ids"),
    ];
    let key = |id: InstitutionId| voice.scope.corpus.institution(id).id.clone();
    let row = |at: usize| {
        let (pair, shared) = (&pairs[at], &shared[at]);
        vec![
            Cell::Count(ranks[at] as u64),
            Cell::text(voice.name(pair.a)),
            Cell::text(voice.name(pair.b)),
            Cell::text(key(pair.a)),
            Cell::text(key(pair.b)),
            Cell::Real(pair.strength),
            Cell::list(shared.iter().map(|one| voice.name(one.id)).collect()),
            Cell::list(shared.iter().map(|one| key(one.id)).collect()),
        ]
    };
    let caption = if lack::of_works(voice.scope) {
        voice.say("Pairs without a tie", "서로 관계가 없는 쌍")
    } else {
        voice.say("Pairs without a joint work", format!("함께 발표한 {} 없는 쌍", voice.noun_with(Particle::Subject)))
    };
    Table { name: "never".to_owned(), caption, columns, rows: (0..pairs.len()).map(row).collect() }
}
